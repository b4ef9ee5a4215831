/* Reports that are somebody's own words: a speech, a press statement, a letter. They tell whose at the top, "Remarks by President
 * Diallo at ...", or at the foot, where the writer signs; and they speak in the first person. */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/parts.h"

enum { LEAST_FIRST_PERSONS = 2, HEADING_LINES = 8, LONGEST_BEFORE = 4 /* words between a name and "speech" */ };

typedef struct issue {
    uint32_t subject; /* token that heads the name of whose words they are */
    uint32_t cue;     /* "remarks" */
    uint32_t first;   /* the first token that is not of the heading */
} issue;

/* The token after the line that begins at `first`. */
static uint32_t line_end(const token_table *t, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < t->count && t->break_before[end] == BREAK_NONE)
        end++;
    return end;
}

static bool tells(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_finite(doc, i))
            return true;
    return false;
}

/* "remarks", "statement": what may be the whole of a report. */
static bool is_text(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_CUE_NOUN, token, token + 1);
    return found.count && lexicon_number(doc->lexicon, TABLE_CUE_NOUNS, found.items[0], CUE_NOUN_IS) == CUE_NOUN_IS_TEXT;
}

static bool may_issue(const document *doc, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    if (means == NONE)
        return false;
    const entity *e = &doc->entities.items[means];
    return e->type == DATELINE_PERSON || e->type == DATELINE_ORGANIZATION || e->type == DATELINE_GROUP || (e->type == DATELINE_PLACE && e->is_country);
}

/* Whose a text is by what follows "by", "of" or "from": the first person before it is told where or on what, else the first body. */
static uint32_t issuer_after(const document *doc, uint32_t first, uint32_t end)
{
    static const char *const ends[] = {"at", "on", "to", "during", "before", "regarding", "concerning", "following", "about", "after", "in"};
    uint32_t body = NONE;
    for (uint32_t i = first; i < end && !TOKEN_AMONG(doc, i, ends) && !is_finite(doc, i); i++) {
        if (!may_issue(doc, i))
            continue;
        if (doc->entities.items[doc->entity_of[i]].type == DATELINE_PERSON)
            return i;
        body = body == NONE ? i : body;
    }
    return body;
}

/* "Khan's address", "Pelosi Floor Speech": the name that stands before, with capitals between. */
static uint32_t issuer_before(const document *doc, uint32_t line, uint32_t noun)
{
    for (uint32_t i = noun; i-- > line && noun - i <= LONGEST_BEFORE;) {
        if (may_issue(doc, i))
            return i;
        if (!doc->tokens.capital[i] && doc->tokens.tag[i] != POS_PART)
            return NONE;
    }
    return NONE;
}

static uint32_t issuer_beside(const document *doc, uint32_t line, uint32_t noun, uint32_t end)
{
    static const char *const of[] = {"by", "of", "from"};
    for (uint32_t i = noun + 1; i < end && !is_finite(doc, i); i++)
        if (TOKEN_AMONG(doc, i, of)) {
            uint32_t found = issuer_after(doc, i + 1, end);
            if (found != NONE)
                return found;
        }
    return issuer_before(doc, line, noun);
}

/* A line of the heading, or a sentence that leads to the words with a colon, "Below are the Speaker's remarks:". */
static bool read_heading(const document *doc, uint32_t first, uint32_t end, issue *out)
{
    if (tells(doc, first, end) && !token_is(doc, end - 1, ":"))
        return false;
    for (uint32_t i = first; i < end; i++) {
        uint32_t subject = is_text(doc, i) ? issuer_beside(doc, first, i, end) : NONE;
        if (subject != NONE) {
            *out = (issue){subject, i, end};
            return true;
        }
    }
    return false;
}

static bool by_heading(const document *doc, issue *out)
{
    const token_table *t = &doc->tokens;
    bool found = false;
    for (uint32_t first = 0, end, lines = 0; first < t->count && lines < HEADING_LINES; first = end, lines++) {
        end = line_end(t, first);
        if (!found && count_of_first_person(doc, first, end)) /* the words have begun */
            return false;
        issue one;
        if (read_heading(doc, first, end, &one)) {
            if (!found)
                *out = one;
            out->first = end;
            found = true;
        }
    }
    return found;
}

void find_issued(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    issue found;
    if (!by_heading(doc, &found) || count_of_first_person(doc, found.first, t->count) < LEAST_FIRST_PERSONS)
        return;
    for (uint32_t first = found.first, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        if (tells(doc, first, end))
            add_turn(doc, first, end, found.subject, found.cue, "statement:issued", out);
    }
}
