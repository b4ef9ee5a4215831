/* Interviews in questions and answers: "I" in the answers is the one who is asked, "you" in the questions too. */
#include "actors/parts.h"

/* Paragraphs that ask, and first persons outside quotations, that make an interview by themselves; and of one that says that it is one. */
enum { QUESTIONS = 3, ANSWERS = 5, QUESTIONS_IF_TOLD = 2, ANSWERS_IF_TOLD = 1, TOLD_WITHIN = 4 /* paragraphs */ };

/* A paragraph that ends in a question. */
static bool asks(const document *doc, uint32_t end)
{
    return end > 0 && token_is(doc, end - 1, "?");
}

static bool is_first_person(const document *doc, uint32_t token)
{
    return token_is(doc, token, "i") || token_is(doc, token, "me") || token_is(doc, token, "my") || token_is(doc, token, "myself");
}

static bool is_second_person(const document *doc, uint32_t token)
{
    return token_is(doc, token, "you") || token_is(doc, token, "your") || token_is(doc, token, "yourself");
}

/* "interviews", "interviewed", "an interview with". */
static bool tells_of_interview(const document *doc, uint32_t token)
{
    return lemma_is(doc, token, "interview") || lemma_is(doc, token, "interviewee");
}

static bool is_interview(const document *doc)
{
    const token_table *t = &doc->tokens;
    uint32_t questions = 0, answers = 0, paragraphs = 0;
    bool told = false;
    for (uint32_t first = 0, end; first < t->count; first = end, paragraphs++) {
        end = paragraph_end(t, first);
        questions += asks(doc, end);
        for (uint32_t i = first; i < end; i++) {
            answers += is_first_person(doc, i) && !quotation_of(doc, i);
            told = told || (paragraphs < TOLD_WITHIN && tells_of_interview(doc, i));
        }
    }
    return told ? questions >= QUESTIONS_IF_TOLD && answers >= ANSWERS_IF_TOLD : questions >= QUESTIONS && answers >= ANSWERS;
}

/* The first person by name among tokens [first, end), or NONE. */
static uint32_t person_among(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        uint32_t means = doc->entity_of[i];
        if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named)
            return means;
    }
    return NONE;
}

/* The first person of the paragraph that tells of an interview, "Frank Messina: an interview with the poet"; else of the report. */
static uint32_t interviewee(const document *doc)
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
    return person_among(doc, 0, t->count);
}

void resolve_interview(document *doc)
{
    const token_table *t = &doc->tokens;
    uint32_t person = is_interview(doc) ? interviewee(doc) : NONE;
    if (person == NONE)
        return;
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        bool question = asks(doc, end);
        for (uint32_t i = first; i < end; i++) {
            bool meant = t->tag[i] == POS_PRON && (question ? is_second_person(doc, i) : is_first_person(doc, i));
            if (!meant || quotation_of(doc, i))
                continue;
            doc->entity_of[i] = person;
            *list_add(&doc->memory, &doc->entities.items[person].references) = t->where[i];
        }
    }
}
