/* Who spoke at a gathering. */
#include "events/gathering.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

enum { MOST_SPEAKERS = 16 };

/* What somebody who speaks delivers. */
static const char *const spoken[] = {"speech",       "remark",     "address", "lecture", "talk",
                                     "presentation", "invocation", "keynote", "oration", "eulogy"};

static bool was_held(const event *of)
{
    return strcmp(of->record.reality, "happened") == 0 || strcmp(of->record.reality, "ongoing") == 0;
}

/* Whether people speak at a gathering of this kind without being told to: not at an exhibition, nor at one that was not held. */
static bool presumes_speeches(const document *doc, const event *of)
{
    uint32_t verb = verb_over(doc, of->trigger);
    if (verb != NONE && child_word(doc, verb, REL_AUX, "had") != NONE) /* "where she had spoken at a conference": told in passing */
        return false;
    rows found = of->record.kind ? lexicon_find(doc->lexicon, INDEX_GATHERING, slice_of(of->record.kind)) : (rows){NULL, 0};
    return was_held(of) &&
           (!found.count || lexicon_number(doc->lexicon, TABLE_GATHERINGS, found.items[0], GATHERING_SPEECHES) == SPEECHES_PRESUMED);
}

static uint32_t last_of_paragraph(const document *doc, uint32_t sentence)
{
    while (sentence + 1 < doc->sentences.count && !doc->sentences.items[sentence + 1].opens_paragraph)
        sentence++;
    return sentence;
}

/* The last sentence whose statements are made at a gathering without saying so: of one that the report is about the last of all; of one
 * that comes up later the last of its paragraph. */
static uint32_t last_heard(const document *doc, const event *of)
{
    uint32_t at = doc->tokens.sentence[of->trigger];
    return at < opening_end(doc) ? doc->sentences.count : last_of_paragraph(doc, at);
}

/* "X also spoke", "Y and Z delivered speeches", "the mayor took the floor", "Z moderated the session": a verb of speaking that tells
 * nothing of what was said. */
static bool tells_of_speech(const document *doc, uint32_t verb)
{
    static const char *const gives[] = {"deliver", "give", "make", "read"};
    uint32_t object = child_by(doc, verb, REL_OBJ);
    if (is_negated(doc, verb))
        return false;
    if (lemma_is(doc, verb, "speak")) {
        for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
            uint32_t preposition = preposition_of(doc, c);
            if (preposition != NONE &&
                (token_is(doc, preposition, "to") || token_is(doc, preposition, "with") || token_is(doc, preposition, "by")))
                return false; /* "spoke to reporters", "spoke with the king", "spoke by phone" */
        }
        return object == NONE;
    }
    if (object == NONE && is_passive(doc, verb)) /* "a speech was delivered by the rector" */
        object = child_by(doc, verb, REL_NSUBJ_PASS);
    return object != NONE && ((LEMMA_AMONG(doc, verb, gives) && LEMMA_AMONG(doc, object, spoken)) ||
                              (lemma_is(doc, verb, "take") && lemma_is(doc, object, "floor")) ||
                              (lemma_is(doc, verb, "moderate") && word_in(doc, INDEX_GATHERING, object)));
}

/* The people named in tokens [first, end) but as the owners of something or after a preposition: trees of lists with posts are rarely
 * right. */
static void add_people(document *doc, event *of, uint32_t first, uint32_t end, uint32_t told_by)
{
    for (uint32_t i = first; i < end; i++) {
        const mention *name = mention_at(doc, i);
        uint32_t means = name && name->first == i ? name->entity : NONE;
        bool person = means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named;
        bool governed = i > first && doc->tokens.tag[i - 1] == POS_ADP;
        if (!person || governed || is_genitive(doc, name->end))
            continue;
        uint32_t before = of->roles[DATELINE_SPEAKER].count; /* nobody beside him: what the tree sets there may be his body */
        list_add_once(doc, &of->roles[DATELINE_SPEAKER], means);
        tell_role(doc, of, DATELINE_SPEAKER, before, told_by, told_by + 1);
    }
}

/* "The other speakers were | A and B", "Among the panelists were | A", "Speakers included | A": where those are listed who spoke; NONE. */
static uint32_t list_of_speakers(const document *doc, uint32_t noun)
{
    static const char *const speaking[] = {"speaker", "panelist", "panellist", "presenter", "discussant", "lecturer"};
    if (!LEMMA_AMONG(doc, noun, speaking) || !is_plural(doc, noun) || doc->tokens.head[noun] == NONE)
        return NONE;
    uint32_t over = doc->tokens.head[noun], is = doc->tokens.tag[over] == POS_AUX ? over : child_by(doc, over, REL_COP),
             preposition = preposition_of(doc, noun);
    bool subject = doc->tokens.relation[noun] == REL_NSUBJ;
    if (subject && is_verb(doc, over) && lemma_is(doc, over, "include"))
        return over + 1;
    bool among = preposition != NONE && token_is(doc, preposition, "among");
    return is != NONE && is > noun && (subject || among) ? is + 1 : NONE;
}

/* "A was among the keynote speakers", "A and B were prominent among others who spoke": the first of those who stand before it; NONE. */
static uint32_t list_among(const document *doc, uint32_t noun)
{
    static const char *const speaking[] = {"speaker", "panelist", "panellist", "presenter", "discussant"};
    static const char *const others[] = {"others", "other", "those", "them", "people", "prominent"};
    const token_table *t = &doc->tokens;
    uint32_t preposition = preposition_of(doc, noun);
    if (preposition == NONE || !is_among(doc, preposition))
        return NONE;
    bool spoke = LEMMA_AMONG(doc, noun, speaking);
    for (uint32_t c = TOKEN_AMONG(doc, noun, others) ? first_child(doc, noun) : NONE; c != NONE && !spoke; c = next_child(doc, c))
        spoke = t->relation[c] == REL_ACL_RELCL && (lemma_is(doc, c, "speak") || lemma_is(doc, c, "address"));
    uint32_t predicate = child_by(doc, noun, REL_COP) != NONE ? noun : t->head[noun];
    uint32_t subject = spoke && predicate != NONE && child_by(doc, predicate, REL_COP) != NONE ? child_by(doc, predicate, REL_NSUBJ) : NONE;
    return subject != NONE && subject < noun ? t->left[subject] : NONE;
}

/* "The event included remarks by | A and B", "The panel featured | A, B and C": where those are listed who spoke; NONE. */
static uint32_t list_of_featured(const document *doc, uint32_t verb)
{
    static const char *const verbs[] = {"include", "feature"}, *const panels[] = {"panel", "lineup", "line-up", "programme", "program"};
    uint32_t object = LEMMA_AMONG(doc, verb, verbs) ? child_by(doc, verb, REL_OBJ) : NONE, subject = subject_of(doc, verb);
    if (object == NONE || subject == NONE)
        return NONE;
    if (LEMMA_AMONG(doc, subject, panels) && mention_at(doc, object))
        return verb + 1;
    for (uint32_t c = LEMMA_AMONG(doc, object, spoken) ? first_child(doc, object) : NONE; c != NONE; c = next_child(doc, c))
        if (token_is(doc, preposition_of(doc, c), "by") || token_is(doc, preposition_of(doc, c), "from"))
            return preposition_of(doc, c) + 1;
    return NONE;
}

/* Where a list ends that begins at a token: before the next verb. */
static uint32_t end_of_list(const document *doc, uint32_t first)
{
    uint32_t end = first, stop = sentence_of(doc, first).end;
    while (end < stop && doc->tokens.tag[end] != POS_AUX && (!is_verb(doc, end) || doc->tokens.relation[end] == REL_AMOD))
        end++;
    return end;
}

/* People who are told to have spoken after a gathering was introduced, up to a sentence, spoke at it. */
static void read_speakers(document *doc, event *of, uint32_t last)
{
    const token_table *t = &doc->tokens;
    uint32_t from = doc->sentences.items[t->sentence[of->trigger]].first;
    for (uint32_t i = from; i < t->count && t->sentence[i] <= last; i++) {
        uint32_t list = list_of_speakers(doc, i);
        if (list != NONE && voice_of(doc, i) == NONE)
            add_people(doc, of, list, sentence_of(doc, i).end, i);
        uint32_t before = voice_of(doc, i) == NONE ? list_among(doc, i) : NONE;
        if (before != NONE)
            add_people(doc, of, before, i, i);
        uint32_t featured = is_finite(doc, i) && voice_of(doc, i) == NONE ? list_of_featured(doc, i) : NONE;
        if (featured != NONE)
            add_people(doc, of, featured, end_of_list(doc, featured), i);
        bool told = is_finite(doc, i) || is_passive(doc, i) || child_word(doc, i, REL_AUX, "will") != NONE;
        if (t->tag[i] != POS_VERB || !told || voice_of(doc, i) != NONE || !tells_of_speech(doc, i))
            continue;
        uint32_t people[MOST_SPEAKERS], subject = is_passive(doc, i) ? child_by(doc, i, REL_OBL_AGENT) : subject_of(doc, i),
                                        count = subject == NONE ? 0 : conjuncts(doc, subject, people, MOST_SPEAKERS);
        for (uint32_t k = 0; k < count; k++) {
            uint32_t means = doc->entity_of[people[k]];
            if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named)
                add_told_role(doc, of, DATELINE_SPEAKER, people[k], i);
        }
        if (count > 0 && subject < i)
            add_people(doc, of, t->left[subject], i, i);
        else if (count > 0) /* "Remarks were made by A, B and C" */
            add_people(doc, of, subject, end_of_list(doc, subject), i);
    }
}

/* Whether those who speak are known to have spoken at a gathering. */
static bool is_heard(const event *of, const statement *s)
{
    for (uint32_t k = 0; k < s->speakers.count; k++)
        if (!list_holds(&of->roles[DATELINE_SPEAKER], s->speakers.items[k]))
            return false;
    return true;
}

/* Statements made after a gathering was introduced are made at it, unless they say otherwise; at a press conference those of who gives it.
 */
void read_speeches(document *doc, uint32_t number)
{
    event *of = &doc->events.items[number];
    uint32_t from = doc->tokens.sentence[of->trigger], last = last_heard(doc, of), own = last_of_paragraph(doc, from);
    if (!presumes_speeches(doc, of)) {
        read_speakers(doc, of, was_held(of) ? own : from); /* those of whom it is told; "will deliver a speech at the meeting" */
        return;
    }
    read_speakers(doc, of, last);
    bool holds_the_floor =
        of->record.kind && (strcmp(of->record.kind, "press conference") == 0 || strcmp(of->record.kind, "briefing") == 0);
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        statement *s = &doc->statements.items[i];
        bool after = doc->tokens.sentence[s->cue] >= from && doc->tokens.sentence[s->cue] <= last && s->record.occasion == NONE &&
                     s->record.within == NONE;
        bool elsewhere = s->record.time != NONE && s->record.time != of->record.time;
        if (!after || elsewhere || s->speakers.count == 0 || (holds_the_floor && doc->tokens.sentence[s->cue] > own && !is_heard(of, s)))
            continue;
        bool people = true;
        for (uint32_t k = 0; k < s->speakers.count; k++) {
            const entity *e = &doc->entities.items[s->speakers.items[k]];
            people = people && e->type == DATELINE_PERSON && e->named;
        }
        if (!people)
            continue;
        s->record.occasion = number;
        if (s->record.time == NONE)
            s->record.time = of->record.time;
        uint32_t before = of->roles[DATELINE_SPEAKER].count;
        for (uint32_t k = 0; k < s->speakers.count; k++)
            list_add_once(doc, &of->roles[DATELINE_SPEAKER], s->speakers.items[k]);
        tell_role(doc, of, DATELINE_SPEAKER, before, s->cue, s->cue + 1);
    }
}
