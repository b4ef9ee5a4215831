/* Actors without a name, by the words that describe them. */
#ifndef DATELINE_GRAMMAR_DESCRIBED_H
#define DATELINE_GRAMMAR_DESCRIBED_H

#include "document.h"

/* The entity described by tokens [first, end); the same words make the same entity. */
uint32_t described_entity(document *doc, uint32_t first, uint32_t end, uint32_t head, dateline_entity_type type);

/* The type of actor that a noun means, by the lexicon: "gunmen" a group, "union" a body; false: none that it knows. */
bool type_of_noun(const document *doc, uint32_t noun, dateline_entity_type *type);

/* The rows of people.tsv for a noun, with the words before it that belong to it ("asylum seeker"); count 0: none. */
rows person_rows(const document *doc, uint32_t noun);

/* The rows of bodies.tsv for a noun, with the words before it that belong to it ("air force"); count 0: none. */
rows body_rows(const document *doc, uint32_t noun);

/* The country that modifies a noun: "Pakistani", "Iran's", "of Kenya"; NULL if none does. */
const char *country_of_noun(const document *doc, uint32_t noun);

/* The country whose adjective or name is tokens [first, end), or NULL. */
const char *country_named(const document *doc, uint32_t first, uint32_t end);

/* Whom a description means by the name after it, "her counterpart, Le Hoai Trung": an entity, or NONE. */
uint32_t person_apposed(const document *doc, uint32_t noun);

#endif
