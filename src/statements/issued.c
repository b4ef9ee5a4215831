/* Reports that are somebody's own words: a speech, a press statement, a letter. They tell whose at the top, "Remarks by President
 * Diallo at ...", or at the foot, where the writer signs; and they speak in the first person. */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"
#include "statements/parts.h"

enum {
    LEAST_FIRST_PERSONS = 2,
    HEADING_LINES = 8,
    LONGEST_LINE = 80 /* words */,
    LONGEST_BEFORE = 4 /* words between a name and "speech" */
};

typedef struct issue {
    uint32_t subject; /* token that heads the name of whose words they are */
    uint32_t cue;     /* "remarks" */
    uint32_t first;   /* the first token that is not of the heading */
    bool several;     /* of more than one person */
} issue;

bool may_be_text(const document *doc, uint32_t token)
{
    bool noun = doc->tokens.tag[token] == POS_NOUN || doc->tokens.tag[token] == POS_PROPN;
    rows found = noun ? phrase_rows(doc, INDEX_CUE_NOUN, token, token + 1) : (rows){NULL, 0};
    return found.count && lexicon_number(doc->lexicon, TABLE_CUE_NOUNS, found.items[0], CUE_NOUN_IS) == CUE_NOUN_IS_TEXT;
}

bool may_issue(const document *doc, uint32_t means)
{
    if (means == NONE)
        return false;
    const entity *e = &doc->entities.items[means];
    return e->type == DATELINE_PERSON || e->type == DATELINE_ORGANIZATION || e->type == DATELINE_GROUP ||
           (e->type == DATELINE_PLACE && e->is_country);
}

/* Whose a text is by what follows "by", "of" or "from": the first person before it is told where or on what, else the first body. */
static uint32_t issuer_after(const document *doc, uint32_t first, uint32_t end, bool *several)
{
    static const char *const ends[] = {"at",         "on",        "to",    "during", "before", "regarding",
                                       "concerning", "following", "about", "after",  "in"};
    uint32_t body = NONE, person = NONE;
    for (uint32_t i = first; i < end && !TOKEN_AMONG(doc, i, ends) && !is_finite(doc, i); i++) {
        if (!may_issue(doc, doc->entity_of[i]))
            continue;
        bool is_person = doc->entities.items[doc->entity_of[i]].type == DATELINE_PERSON;
        *several = *several || (is_person && person != NONE && doc->entity_of[person] != doc->entity_of[i]);
        bool name_after_title =
            person != NONE && doc->entity_of[person] == doc->entity_of[i] && !mention_at(doc, person) && mention_at(doc, i);
        if (is_person && (person == NONE || name_after_title))
            person = i;
        body = body == NONE ? i : body;
    }
    return person != NONE ? person : body;
}

/* "Khan's address", "Pelosi Floor Speech": the name that stands before, with capitals between. */
static uint32_t issuer_before(const document *doc, uint32_t line, uint32_t noun)
{
    for (uint32_t i = noun; i-- > line && noun - i <= LONGEST_BEFORE;) {
        bool around =
            doc->tokens.mention[i] != NONE && doc->tokens.mention[i] == doc->tokens.mention[noun]; /* "The Speech" is a name itself */
        if (!around && may_issue(doc, doc->entity_of[i]) && doc->entities.items[doc->entity_of[i]].named)
            return i;
        if (!doc->tokens.capital[i] && doc->tokens.tag[i] != POS_PART)
            return NONE;
    }
    return NONE;
}

/* "by" may stand farther off, "Statement on the dam by ..."; "of" and "from" belong to the noun that they follow. */
static uint32_t issuer_beside(const document *doc, uint32_t line, uint32_t noun, uint32_t end, bool *several)
{
    uint32_t found = NONE;
    for (uint32_t i = noun + 1; i < end && found == NONE && !is_finite(doc, i); i++)
        if (token_is(doc, i, "by") || (i == noun + 1 && (token_is(doc, i, "of") || token_is(doc, i, "from"))))
            found = issuer_after(doc, i + 1, end, several);
    bool country = found != NONE && doc->entities.items[doc->entity_of[found]].type == DATELINE_PLACE;
    if (country && token_is(doc, noun + 1, "from")) /* "Letter from America" */
        return NONE;
    return found != NONE ? found : issuer_before(doc, line, noun);
}

/* The head of the first name of a person in a line that tells nothing, or NONE. */
static uint32_t name_in(const document *doc, uint32_t first, uint32_t end)
{
    if (end - first > LONGEST_LINE || holds_finite(doc, first, end))
        return NONE;
    for (uint32_t i = first; i < end; i++) {
        const mention *name = mention_at(doc, i);
        if (name && name->type == DATELINE_PERSON && name->entity != NONE)
            return name->head;
    }
    return NONE;
}

/* A line of the heading, or a sentence that leads to the words with a colon, "Below are the Speaker's remarks:"; or one that only says that
 * it is a text, "Press Statement", with whose on a line of its own below. */
static void read_heading(const document *doc, uint32_t first, uint32_t end, issue *out)
{
    if (end - first > LONGEST_LINE || (holds_finite(doc, first, end) && !token_is(doc, end - 1, ":")))
        return;
    for (uint32_t i = first; i < end; i++) {
        bool several = false, text = may_be_text(doc, i);
        uint32_t subject = text ? issuer_beside(doc, first, i, end, &several) : NONE;
        if (subject == NONE && text && i + 1 == end && out->cue == NONE)
            out->cue = i;
        if (subject == NONE)
            continue;
        if (out->subject == NONE)
            *out = (issue){subject, i, end, several};
        out->first = end;
        return;
    }
    if (out->subject == NONE && out->cue != NONE && out->cue < first) {
        out->subject = name_in(doc, first, end);
        out->first = end;
    }
}

static bool by_heading(const document *doc, issue *out)
{
    const token_table *t = &doc->tokens;
    *out = (issue){.subject = NONE, .cue = NONE};
    for (uint32_t first = 0, end, lines = 0; first < t->count && lines < HEADING_LINES; first = end, lines++) {
        end = line_end(t, first);
        if (out->subject == NONE && count_of_first_person(doc, first, end)) /* the words have begun */
            return false;
        read_heading(doc, first, end, out);
    }
    return out->subject != NONE;
}

/* ---- "Excellency, ...", and a name at the foot ---- */

/* "Excellency,", "Dear Mr. President:": a line that greets. */
static bool greets(const document *doc, uint32_t first, uint32_t end)
{
    enum { LONGEST = 8 };
    static const char *const greetings[] = {"dear", "excellency", "excellencies", "sir", "madam", "sirs", "honourable", "honorable"};
    bool open = token_is(doc, end - 1, ",") || token_is(doc, end - 1, ":");
    uint32_t word = token_is(doc, first, "your") ? first + 1 : first;
    return open && end - first <= LONGEST && TOKEN_AMONG(doc, word, greetings);
}

/* A letter: from its greeting to the line with the name of whoever signs it. */
static bool by_signature(const document *doc, issue *out)
{
    const token_table *t = &doc->tokens;
    *out = (issue){.subject = NONE, .cue = NONE};
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = line_end(t, first);
        if (out->cue == NONE && greets(doc, first, end)) {
            out->cue = first;
            out->first = end;
        } else if (out->cue != NONE) {
            uint32_t signature = name_in(doc, first, end);
            out->subject = signature == NONE ? out->subject : signature; /* the last one */
        }
    }
    return out->subject != NONE;
}

void find_issued(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    issue found;
    for (uint32_t i = 0; i < out->count; i++)
        if (out->items[i].turn) /* a transcript */
            return;
    bool any = by_signature(doc, &found) || by_heading(doc, &found);
    if (!any || count_of_first_person(doc, found.first, t->count) < LEAST_FIRST_PERSONS)
        return;
    if (found.several && count_of_i(doc, found.first, t->count)) /* which of them it is, is not told */
        return;
    for (uint32_t first = found.first, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        if (holds_finite(doc, first, end))
            add_turn(doc, first, end, found.subject, found.cue, "statement:issued", out);
    }
}
