#include "grammar/described.h"

#include "grammar/phrases.h"
#include "grammar/shared.h"
#include "grammar/tree.h"

#include <strings.h>

/* A phrase may hold one of a pair of quotation marks: 'Daybreak" media group'. */
static const char *without_loose_quotes(document *doc, const char *name)
{
    static const char *const marks[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d"};
    char *out = arena_copy(&doc->memory, name, strlen(name));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (char *at; (at = strstr(out, marks[i]));)
            memmove(at, at + strlen(marks[i]), strlen(at + strlen(marks[i])) + 1);
    return out;
}

const char *country_named(const document *doc, uint32_t first, uint32_t end)
{
    static const index_id indexes[] = {INDEX_NATIONALITY, INDEX_COUNTRY, INDEX_SEAT};
    for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++) {
        rows found = phrase_rows(doc, indexes[i], first, end);
        if (found.count)
            return lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.items[0], COUNTRY_CODE);
    }
    return NULL;
}

/* The row of a table of nouns for one, with the words before it that belong to it ("asylum seeker"); count 0: none. */
static rows longest_ending(const document *doc, index_id index, uint32_t noun)
{
    rows found = phrase_rows(doc, index, noun, noun + 1);
    for (uint32_t words = 2; words <= 3; words++) {
        rows longer = rows_ending(doc, index, noun, words);
        found = longer.count ? longer : found;
    }
    return found;
}

rows person_rows(const document *doc, uint32_t noun)
{
    return longest_ending(doc, INDEX_PERSON_NOUN, noun);
}

rows body_rows(const document *doc, uint32_t noun)
{
    return longest_ending(doc, INDEX_BODY, noun);
}

bool type_of_noun(const document *doc, uint32_t noun, dateline_entity_type *type)
{
    bool plural = has_feature(doc, noun, "Number=Plur");
    rows people = person_rows(doc, noun);
    bool body = body_rows(doc, noun).count > 0;
    uint32_t one = people.count ? lexicon_number(doc->lexicon, TABLE_PEOPLE, people.items[0], PERSON_NOUN_ONE) : ONE_PERSON;
    bool role = !body && word_in(doc, INDEX_AGENT, noun); /* of a dictionary that was given */
    if (people.count || role)
        *type = plural || one == ONE_GROUP || one == ONE_AGENTS ? DATELINE_GROUP
                : one == ONE_BODY                               ? DATELINE_ORGANIZATION
                                                                : DATELINE_PERSON;
    else if (body)
        *type = DATELINE_ORGANIZATION;
    return people.count || role || body;
}

uint32_t described_entity(document *doc, uint32_t first, uint32_t end, uint32_t head, dateline_entity_type type)
{
    span where = tokens_span(doc, first, end);
    const char *name = without_loose_quotes(doc, document_string(doc, where));
    uint32_t made = NONE;
    for (uint32_t i = 0; i < doc->entities.count && made == NONE; i++)
        if (doc->entities.items[i].type == type && strcasecmp(doc->entities.items[i].name, name) == 0)
            made = i;
    if (made == NONE) {
        made = document_add_entity(doc, type, name);
        doc->entities.items[made].head = head;
        doc->entities.items[made].plural = has_feature(doc, head, "Number=Plur");
        doc->entities.items[made].country = country_of_noun(doc, head);
        if (type == DATELINE_GROUP && doc->entities.items[made].plural)
            share_description(doc, made, first, end, head);
    }
    *list_add(&doc->memory, &doc->entities.items[made].mentions) = where;
    doc->entity_of[head] = made;
    return made;
}

/* Whose a noun is said to be after it: "of Ghana", "of trade of Ghana"; NULL: nobody's. */
static const char *owner_after(const document *doc, uint32_t noun, uint32_t depth)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool of = t->relation[c] == REL_NMOD && preposition != NONE && token_is(doc, preposition, "of");
        bool belongs =
            of || t->relation[c] == REL_NMOD_POSS ||
            (t->relation[c] == REL_NMOD && preposition != NONE && (token_is(doc, preposition, "in") || token_is(doc, preposition, "from")));
        if (belongs && doc->entity_of[c] != NONE && doc->entities.items[doc->entity_of[c]].country)
            return doc->entities.items[doc->entity_of[c]].country;
        const char *further = of && depth > 0 && doc->entity_of[c] == NONE ? owner_after(doc, c, depth - 1) : NULL;
        if (further)
            return further;
    }
    return NULL;
}

/* "EU-Ukraine", "Sino-Russian": of the second half of such words nobody is, but "African-American" and "All-China" are of it. */
static bool is_second_half(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool tied = token > 1 && token_is(doc, token - 1, "-") && !t->space_before[token] && !t->space_before[token - 1];
    return tied && !token_is(doc, token, "american") && !token_is(doc, token - 2, "all");
}

const char *country_of_noun(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, noun);
    for (uint32_t i = noun; i-- > s.first && noun - i <= 4;) {
        if (t->tag[i] != POS_ADJ && t->tag[i] != POS_PROPN && t->tag[i] != POS_NOUN && t->tag[i] != POS_PART)
            break;
        if (!t->capital[i] || is_second_half(doc, i))
            continue;
        for (uint32_t words = 3; words >= 1; words--) { /* "Papua New Guinea" is not Guinea */
            const char *country = i + 1 >= s.first + words ? country_named(doc, i + 1 - words, i + 1) : NULL;
            if (country)
                return country;
        }
    }
    return owner_after(doc, noun, 1);
}

/* "The guest, Ana Vega opened it": two with a comma between and no "and", which the tree has for a list. */
static bool is_apposed(const document *doc, uint32_t child, uint32_t noun)
{
    if (doc->tokens.relation[child] == REL_APPOS)
        return true;
    uint32_t two[3];
    return doc->tokens.relation[child] == REL_CONJ && child == noun + 2 && token_is(doc, noun + 1, ",") &&
           conjuncts(doc, noun, two, 3) == 2 && child_word(doc, noun, REL_DET, "the") != NONE && child_by(doc, child, REL_CC) == NONE;
}

uint32_t person_apposed(const document *doc, uint32_t noun)
{
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        uint32_t means = c > noun && is_apposed(doc, c, noun) ? doc->entity_of[c] : NONE;
        if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named)
            return means;
    }
    return NONE;
}
