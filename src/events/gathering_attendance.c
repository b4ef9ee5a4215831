/* Who came to a gathering, and what was on. */
#include "events/gathering.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* ---- attendance ---- */

/* Nouns of people in a list from `token` on: "students, young scientists, and experts". */
static uint32_t read_groups(document *doc, event *of, uint32_t token, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    uint32_t end = token;
    for (uint32_t i = token; i < stop; i++) {
        static const char *const leading[] = {"including", "among", "them", "mostly", "mainly"}; /* "80 people, including students" */
        bool inside = TOKEN_AMONG(doc, i, leading) || t->tag[i] == POS_ADJ || t->tag[i] == POS_NOUN || t->tag[i] == POS_CCONJ ||
                      t->tag[i] == POS_DET || token_is(doc, i, ",") || t->tag[i] == POS_PROPN || token_is(doc, i, "of");
        if (!inside)
            break;
        static const char *const states[] = {"country", "nation", "state", "side", "party"}; /* "relations between the two countries" */
        if (LEMMA_AMONG(doc, i, states))
            break;
        if (t->tag[i] != POS_NOUN || !word_in(doc, INDEX_PERSON_NOUN, i) || t->relation[i] == REL_COMPOUND || word_in(doc, INDEX_BODY, i))
            continue;
        uint32_t first = i;
        while (first > token && (t->tag[first - 1] == POS_ADJ || t->relation[first - 1] == REL_COMPOUND))
            first--;
        bool known = false;
        const char *name = document_string(doc, tokens_span(doc, first, i + 1));
        for (uint32_t k = 0; k < of->groups.count; k++)
            known |= strcmp(of->groups.items[k], name) == 0;
        if (!known && !token_is(doc, i, "people") && !token_is(doc, i, "participants") && !token_is(doc, i, "persons"))
            *list_add(&doc->memory, &of->groups) = name;
        end = i + 1;
    }
    return end;
}

/* Whether a sentence speaks of who came. */
static bool tells_attendance(const document *doc, uint32_t token)
{
    static const char *const coming[] = {"attend",       "gather",      "participate",   "join",   "attract", "draw",  "assemble",
                                         "attendance",   "participant", "turnout",       "march",  "rally",   "crowd", "protester",
                                         "demonstrator", "bring",       "participation", "people", "delegate"};
    bool part = token_is(doc, token, "part") && doc->tokens.head[token] != NONE && lemma_is(doc, doc->tokens.head[token], "take");
    return part || LEMMA_AMONG(doc, token, coming);
}

/* "detained 22 demonstrators": people to whom something was done, which is told as what it is. */
static bool suffers(const document *doc, uint32_t noun)
{
    uint8_t kind = doc->tokens.relation[noun];
    uint32_t verb = kind == REL_OBJ || kind == REL_NSUBJ_PASS ? doc->tokens.head[noun] : NONE;
    if (kind == REL_NSUBJ && lemma_is(doc, doc->tokens.head[noun], "die"))
        return true;
    return verb != NONE && word_in(doc, INDEX_RULE, verb) && !tells_attendance(doc, verb);
}

/* "a country in the ocean with barely half a million people", "a town of 5,000": who lives there, and did not come. Trees hang such numbers
 * anywhere, so the words before them decide. */
static bool lives_there(const document *doc, uint32_t number, sentence s)
{
    enum { NEAR = 8 };
    static const char *const homes[] = {"country", "nation", "state", "province", "region",
                                        "island",  "city",   "town",  "village",  "population"};
    bool within = false;
    for (uint32_t i = number; i-- > s.first && number - i <= NEAR && !is_verb(doc, i);) {
        within = within || (number - i <= 2 && (token_is(doc, i, "with") || token_is(doc, i, "of")));
        if (within && LEMMA_AMONG(doc, i, homes))
            return true;
    }
    return false;
}

/* "Police put the crowd at 80,000": a number after what tells that it counts those who came. */
static bool is_estimate(const document *doc, uint32_t number)
{
    enum { NEAR = 5 };
    static const char *const crowds[] = {"crowd", "turnout", "attendance", "number"}, *const putting[] = {"put", "estimate"};
    bool crowd = false, put = false;
    if (number == 0 || !token_is(doc, number - 1, "at"))
        return false;
    for (uint32_t i = number - 1; i-- > 0 && i + NEAR >= number;) {
        crowd = crowd || TOKEN_AMONG(doc, i, crowds);
        put = put || LEMMA_AMONG(doc, i, putting);
    }
    return crowd && put;
}

/* "Hundreds of students and teachers took part": who, where nobody counted them. */
static void read_vague_attendance(document *doc, event *of, sentence s)
{
    static const char *const many[] = {"dozen", "score", "hundred", "thousand"};
    for (uint32_t i = s.first; i + 1 < s.end && !of->groups.count; i++) {
        uint32_t counted = LEMMA_AMONG(doc, i, many) && token_is(doc, i + 1, "of") ? counted_by(doc, i) : NONE;
        if (counted == NONE || suffers(doc, i))
            continue;
        uint32_t end = read_groups(doc, of, i + 2, s.end);
        if (of->groups.count)
            of->record.attendance_span = tokens_span(doc, i, end);
    }
}

void read_attendance(document *doc, event *of, sentence s)
{
    static const char *const passing[] = {"since", "after", "before", "following"}; /* "lost their licences since the protests" */
    uint32_t preposition = preposition_of(doc, of->trigger);
    if (preposition != NONE && TOKEN_AMONG(doc, preposition, passing) && doc->tokens.sentence[of->trigger] == doc->tokens.sentence[s.first])
        return;
    bool told = false;
    for (uint32_t i = s.first; i < s.end; i++)
        told |= tells_attendance(doc, i);
    for (uint32_t i = s.first; told && i < s.end && !of->record.attendance; i++) {
        uint64_t count;
        uint32_t after = number_at(doc, i, &count);
        bool year =
            doc->tokens.time[i] != NONE || (i > 0 && token_is(doc, i - 1, ",") && token_is(doc, after, ",") && count < 120); /* or an age */
        bool part =
            i > s.first + 1 && (token_is(doc, i - 1, "including") || token_is(doc, i - 2, "including")); /* "including over 500 women" */
        const quotation *q = quotation_of(doc, i); /* '"Some 3 million people need aid," he said at it' */
        part = part || (q && q != quotation_of(doc, of->trigger));
        if (after == i || year || part || count < 2 || count > 100000000)
            continue;
        uint32_t before = of->groups.count, end = read_groups(doc, of, after, s.end);
        bool people = of->groups.count > before || end > after || is_estimate(doc, i) || lemma_is(doc, after, "member");
        if (!people || (end > after && suffers(doc, end - 1)) || lives_there(doc, i, s)) {
            of->groups.count = before;
            continue;
        }
        of->record.attendance = (uint32_t)count;
        of->record.attendance_approximate = is_approximate(doc, i);
        uint32_t first = i;
        while (of->record.attendance_approximate && first > s.first && i - first < 2 && !is_verb(doc, first - 1) &&
               !token_is(doc, first - 1, "by"))
            first--;
        of->record.attendance_span = tokens_span(doc, first, end > after ? end : after);
    }
    if (told && !of->record.attendance && !of->groups.count)
        read_vague_attendance(doc, of, s);
}

void read_later_attendance(document *doc, event *of)
{
    enum { SENTENCES_ON = 2 };
    static const char *const coming[] = {"attend", "participate", "march", "gather", "join", "crowd", "turnout", "attendance"};
    uint32_t number = doc->tokens.sentence[of->trigger];
    for (uint32_t k = number + 1; k <= number + SENTENCES_ON && k < doc->sentences.count && !of->record.attendance; k++) {
        sentence s = doc->sentences.items[k];
        bool told = false;
        for (uint32_t i = s.first; i < s.end && !told; i++) {
            bool part = token_is(doc, i, "part") && i > s.first && lemma_is(doc, i - 1, "take");
            bool out = token_is(doc, i, "out") && i > s.first && lemma_is(doc, i - 1, "turn");
            told = part || out || LEMMA_AMONG(doc, i, coming);
        }
        if (told)
            read_attendance(doc, of, s);
    }
}

/* ---- programme ---- */

void read_activities(document *doc, event *of, sentence s, uint32_t trigger)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        phrase found = phrase_at(doc, INDEX_ACTIVITY, i);
        bool noun = found.rows.count && doc->tokens.tag[found.end - 1] == POS_NOUN && doc->tokens.relation[found.end - 1] != REL_COMPOUND;
        if (!noun || (i <= trigger && trigger < found.end))
            continue;
        uint32_t first = i;
        while (first > s.first && doc->tokens.relation[first - 1] == REL_COMPOUND && doc->tokens.tag[first - 1] == POS_NOUN)
            first--;
        *list_add(&doc->memory, &of->activities) =
            (dateline_activity){.kind = lexicon_text(doc->lexicon, TABLE_ACTIVITIES, found.rows.items[0], ACTIVITY_KIND),
                                .span = tokens_span(doc, first, found.end)};
        i = found.end - 1;
    }
}
