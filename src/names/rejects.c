/* Words with capitals that name nobody: parts of titles, roles, gatherings, feasts, languages. */
#include "names/parts.h"

#include "grammar/phrases.h"
#include "grammar/titles.h"
#include "grammar/tree.h"

/* "at the Webinar": a word for a gathering, with a capital, is no name alone; but "Congress" is that of a body. */
static bool is_gathering(const document *doc, const run *r)
{
    rows found = r->end - r->first == 1 ? phrase_rows(doc, INDEX_GATHERING, r->first, r->end) : (rows){NULL, 0};
    return found.count && lexicon_number(doc->lexicon, TABLE_GATHERINGS, found.items[0], GATHERING_STRENGTH) == GATHERING_SURE &&
           !word_in(doc, INDEX_BODY, r->first) && !is_named(doc, INDEX_ORGANIZATION, r);
}

/* "Dutch Economic Minister", "Chinese Deputy Foreign Minister": words with capitals before a title that has one belong to
 * the title, unless the lexicon knows them or a noun of bodies is among them. */
static bool belongs_to_title(const document *doc, const run *r)
{
    bool title = r->end < doc->tokens.count && doc->tokens.capital[r->end] && phrase_at(doc, INDEX_OFFICE, r->end).rows.count;
    bool country = phrase_rows(doc, INDEX_COUNTRY, r->first, r->first + 1).count > 0 && r->end - r->first > 1; /* "US Defense Secretary" */
    if (!title || (r->type == DATELINE_PERSON && !country) || is_named(doc, INDEX_ORGANIZATION, r) || is_named(doc, INDEX_OUTLET, r) ||
        in_gazetteer(doc, r))
        return false;
    uint32_t first = r->first + (country || phrase_rows(doc, INDEX_NATIONALITY, r->first, r->first + 1).count > 0);
    for (uint32_t i = first; i < r->end; i++)
        if (heads_body(doc, i) || word_in(doc, INDEX_BODY, i) || phrase_rows(doc, INDEX_COUNTRY, i, i + 1).count ||
            token_text(doc, i).length < 4)
            return false;
    return r->end - r->first <= 3 && (first > r->first || r->end - r->first == 1);
}

/* "the Chief Guest", "the Petitioner": a noun for somebody behind "the", with a capital and nothing else of a name. */
static bool is_role(const document *doc, const run *r)
{
    uint32_t before = r->first;
    while (before > 0 && r->first - before < 2 && doc->tokens.tag[before - 1] == POS_ADJ)
        before--;
    bool the = r->type == DATELINE_PERSON && r->end - r->first == 1 && before > 0 && token_is(doc, before - 1, "the");
    return the && (word_in(doc, INDEX_PERSON_NOUN, r->first) || word_in(doc, INDEX_GATHERING, r->first)); /* "the Seminar" */
}

/* "Najam Rafiq, Director | Research,": what somebody has charge of, behind his title and before a mark. */
static bool is_charge_of_title(const document *doc, const run *r)
{
    bool one = r->type == DATELINE_PERSON && r->end - r->first == 1 && r->first > 1 && token_is(doc, r->first - 2, ",");
    bool stops = r->end >= doc->tokens.count || doc->tokens.tag[r->end] == POS_PUNCT;
    bool charge = is_portfolio(doc, r->first) || word_in(doc, INDEX_PORTFOLIO, r->first);
    return one && stops && charge && is_office_word(doc, r->first - 1) && doc->tokens.capital[r->first - 1];
}

bool names_nobody(const document *doc, const run *r)
{
    bool known = phrase_rows(doc, INDEX_HOLIDAY, r->first, r->end).count ||
                 phrase_rows(doc, INDEX_LANGUAGE, r->first, r->end).count; /* "Nauryz", "Urdu" */
    return known || belongs_to_title(doc, r) || is_role(doc, r) || is_gathering(doc, r) || is_charge_of_title(doc, r);
}

/* Adjectives of nationality, "European": they modify, and name nobody. */
static bool modifies(const document *doc, const run *r)
{
    const token_table *t = &doc->tokens;
    bool adjective = t->tag[r->first] == POS_ADJ, amod = t->relation[r->first] == REL_AMOD;
    if (r->end - r->first > 1)
        return false;
    bool compound = t->relation[r->first] == REL_COMPOUND;
    if (r->type == DATELINE_GROUP)
        return adjective || amod || compound;
    /* "Air strikes hit": a common noun that has its capital from the sentence */
    bool opens = t->tag[r->first] == POS_NOUN && (amod || compound) && sentence_of(doc, r->first).first == r->first &&
                 !t->capital[t->head[r->first]];
    bool of_title =
        adjective && amod && r->end < doc->tokens.count && is_office_word(doc, r->end); /* "Federal Minister", whatever town is called so */
    if ((adjective || amod) && token_is(doc, r->first, "olympic"))                      /* a place in Hong Kong as well */
        return true;
    return ((adjective && amod) || opens) && !is_named(doc, INDEX_ORGANIZATION, r) && !is_named(doc, INDEX_OUTLET, r) &&
           (of_title || !in_gazetteer(doc, r));
}

/* "Socioeconomic Development" of a seminar's title: words with capitals there are nobody, unless one is a given name. */
static bool is_of_title(const document *doc, const run *r)
{
    const quotation *q = r->type == DATELINE_PERSON ? quotation_of(doc, r->first) : NULL;
    if (!q || !is_title(doc, q))
        return false;
    for (uint32_t i = r->first; i < r->end; i++)
        if (phrase_rows(doc, INDEX_GIVEN_NAME, i, i + 1).count || (i > 0 && word_in(doc, INDEX_HONORIFIC, i - 1)))
            return false;
    return true;
}

bool belongs_to_other_words(const document *doc, const run *r)
{
    return modifies(doc, r) || is_of_title(doc, r);
}
