/* Interviews in questions and answers: the answers are said by the one who is asked, who is also the "you" of the questions. */
#include "statements/parts.h"

/* Paragraphs that ask, and first persons outside quotations, that make an interview by themselves; and of one that says that it is one. */
enum { QUESTIONS = 3, ANSWERS = 5, QUESTIONS_IF_TOLD = 2, ANSWERS_IF_TOLD = 1, TOLD_WITHIN = 4 /* paragraphs */ };

/* The least part of the paragraphs that ask, where answers are set down as said: an essay asks as well. */
enum { ONE_QUESTION_IN = 8 };

/* A paragraph that ends in a question. */
static bool asks(const document *doc, uint32_t end)
{
    return end > 0 && token_is(doc, end - 1, "?");
}

/* "interviews", "interviewed", "an interview with". */
static bool tells_of_interview(const document *doc, uint32_t token)
{
    return lemma_is(doc, token, "interview") || lemma_is(doc, token, "interviewee");
}

static bool is_interview(const document *doc, bool *by_form)
{
    const token_table *t = &doc->tokens;
    uint32_t questions = 0, paragraphs = 0, answers = count_of_i(doc, 0, t->count);
    bool told = false;
    for (uint32_t first = 0, end; first < t->count; first = end, paragraphs++) {
        end = paragraph_end(t, first);
        questions += asks(doc, end);
        for (uint32_t i = first; i < end && paragraphs < TOLD_WITHIN; i++)
            told = told || tells_of_interview(doc, i);
    }
    *by_form = questions * ONE_QUESTION_IN >= paragraphs;
    return told ? questions >= QUESTIONS_IF_TOLD && answers >= ANSWERS_IF_TOLD : questions >= QUESTIONS && answers >= ANSWERS && *by_form;
}

/* The token that heads the first name of a person among tokens [first, end), or NONE. */
static uint32_t person_among(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        uint32_t means = doc->entity_of[i];
        if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named)
            return i;
    }
    return NONE;
}

/* The first person of the paragraph that tells of an interview, "Frank Messina: an interview with the poet"; NONE. */
static uint32_t told_interviewee(const document *doc)
{
    const token_table *t = &doc->tokens;
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        bool told = false;
        for (uint32_t i = first; i < end; i++)
            told = told || tells_of_interview(doc, i);
        uint32_t person = told ? person_among(doc, first, end) : NONE;
        if (person != NONE)
            return person;
    }
    return NONE;
}

/* The same, else the first person of the report. */
static uint32_t interviewee(const document *doc)
{
    uint32_t told = told_interviewee(doc);
    return told == NONE ? person_among(doc, 0, doc->tokens.count) : told;
}

uint32_t who_answers(const document *doc, const found_list *all, uint32_t before)
{
    uint32_t best = NONE, most = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t subject = all->items[i].cue < before ? all->items[i].subject : NONE, times = 0;
        uint32_t means = subject == NONE ? NONE : doc->entity_of[subject];
        if (means == NONE || doc->entities.items[means].type != DATELINE_PERSON || !doc->entities.items[means].named)
            continue;
        for (uint32_t k = 0; k < all->count; k++)
            times += all->items[k].cue < before && all->items[k].subject != NONE && doc->entity_of[all->items[k].subject] == means;
        if (times > most) {
            most = times;
            best = subject;
        }
    }
    return best == NONE ? told_interviewee(doc) : best;
}

/* Gives "you" of a question, or "I" outside the answers, to a person. */
static void refer(document *doc, uint32_t first, uint32_t end, bool question, uint32_t person)
{
    for (uint32_t i = first; i < end; i++) {
        if (person_at(doc, i) != (question ? PERSON_ADDRESSEE : PERSON_SPEAKER) || quotation_of(doc, i))
            continue;
        doc->entity_of[i] = person;
        *list_add(&doc->memory, &doc->entities.items[person].references) = doc->tokens.where[i];
    }
}

void find_answers(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    bool by_form;
    uint32_t person = is_interview(doc, &by_form) ? interviewee(doc) : NONE, asked = NONE;
    for (uint32_t first = 0, end; person != NONE && first < t->count; first = end) {
        end = paragraph_end(t, first);
        bool question = asks(doc, end),
             answer = by_form && asked != NONE && !question && (asked + 1 == first || count_of_first_person(doc, first, end));
        refer(doc, first, end, question, doc->entity_of[person]);
        asked = question ? end - 1 : asked;
        if (answer && !has_floor(out, end - 1))
            add_turn(doc, first, end, person, asked, "statement:answer", out);
    }
}
