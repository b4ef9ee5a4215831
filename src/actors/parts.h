/* The steps of the stage, in their order. */
#ifndef DATELINE_ACTORS_PARTS_H
#define DATELINE_ACTORS_PARTS_H

#include "document.h"

void cluster_names(document *doc);      /* names that mean the same are one entity */
void describe_actors(document *doc);    /* "the Pakistani youth": actors without a name */
void find_offices(document *doc);       /* who holds which office */
void resolve_references(document *doc); /* "he", "the ambassador", "they" */
void code_actors(document *doc);        /* country and sector */

/* The entity described by tokens [first, end); the same words make the same entity. */
uint32_t described_entity(document *doc, uint32_t first, uint32_t end, uint32_t head, dateline_entity_type type);

/* The country that modifies a noun: "Pakistani", "Iran's", "of Kenya"; NULL if none does. */
const char *country_of_noun(const document *doc, uint32_t noun);

/* The country whose adjective or name is tokens [first, end), or NULL. */
const char *country_named(const document *doc, uint32_t first, uint32_t end);

#endif
