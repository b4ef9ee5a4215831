/* Actors without a name: "Pakistani youth", "unknown gunmen", "the foreign ministry". */
#include "actors/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <strings.h>

uint32_t described_entity(document *doc, uint32_t first, uint32_t end, uint32_t head, dateline_entity_type type)
{
    span where = tokens_span(doc, first, end);
    const char *name = document_string(doc, where);
    uint32_t made = NONE;
    for (uint32_t i = 0; i < doc->entities.count && made == NONE; i++)
        if (doc->entities.items[i].type == type && strcasecmp(doc->entities.items[i].name, name) == 0)
            made = i;
    if (made == NONE) {
        made = document_add_entity(doc, type, name);
        doc->entities.items[made].head = head;
        doc->entities.items[made].plural = has_feature(doc, head, "Number=Plur");
        doc->entities.items[made].country = country_of_noun(doc, head);
    }
    *list_add(&doc->memory, &doc->entities.items[made].mentions) = where;
    doc->entity_of[head] = made;
    return made;
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

const char *country_of_noun(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, noun);
    for (uint32_t i = noun; i-- > s.first && noun - i <= 4;) {
        if (t->tag[i] != POS_ADJ && t->tag[i] != POS_PROPN && t->tag[i] != POS_NOUN && t->tag[i] != POS_PART)
            break;
        if (!t->capital[i])
            continue;
        const char *country = i > s.first ? country_named(doc, i - 1, i + 1) : NULL;
        if (!country)
            country = country_named(doc, i, i + 1);
        if (country)
            return country;
    }
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool belongs = t->relation[c] == REL_NMOD_POSS || (t->relation[c] == REL_NMOD && preposition != NONE &&
                       (token_is(doc, preposition, "of") || token_is(doc, preposition, "in") || token_is(doc, preposition, "from")));
        if (belongs && doc->entity_of[c] != NONE && doc->entities.items[doc->entity_of[c]].country)
            return doc->entities.items[doc->entity_of[c]].country;
    }
    return NULL;
}

/* Whether a noun has something that names whose it is: "the Kenyan", "Iran's", "of Peru". */
static bool is_specified(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        bool modifies = t->relation[c] == REL_COMPOUND || t->relation[c] == REL_AMOD || t->relation[c] == REL_NMOD_POSS || t->relation[c] == REL_NMOD;
        if (modifies && (t->capital[c] || doc->entity_of[c] != NONE))
            return true;
    }
    return false;
}

/* The type of an actor that a noun may stand for; false if it stands for none. */
static bool actor_type(const document *doc, uint32_t noun, dateline_entity_type *type)
{
    bool plural = has_feature(doc, noun, "Number=Plur");
    if (word_in(doc, INDEX_PERSON_NOUN, noun)) {
        static const char *const mass[] = {"youth", "opposition", "media", "press", "public", "crowd", "community", "population", "audience", "delegation", "people", "family"};
        for (size_t i = 0; i < sizeof mass / sizeof *mass; i++)
            plural |= token_is(doc, noun, mass[i]);
        *type = plural ? DATELINE_GROUP : DATELINE_PERSON;
        return true;
    }
    rows body = phrase_rows(doc, INDEX_BODY, noun, noun + 1);
    if (!body.count)
        return false;
    *type = DATELINE_ORGANIZATION;
    bool alone = lexicon_number(doc->lexicon, TABLE_BODIES, body.items[0], BODY_STANDS) == BODY_STANDS_ALONE;
    return alone || is_specified(doc, noun);
}

void describe_actors(document *doc)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i < t->count; i++) {
        dateline_entity_type type;
        bool noun = t->tag[i] == POS_NOUN || (t->tag[i] == POS_PROPN && t->mention[i] == NONE);
        bool modifier = t->relation[i] == REL_COMPOUND || t->relation[i] == REL_AMOD;
        if (!noun || modifier || doc->entity_of[i] != NONE || t->time[i] != NONE || !actor_type(doc, i, &type))
            continue;
        uint32_t first, end;
        noun_phrase(doc, i, &first, &end);
        while (first < i && (t->tag[first] == POS_NUM || t->tag[first] == POS_DET))
            first++;
        described_entity(doc, first, end, i, type);
    }
}
