/* The steps of the stage, in their order. */
#ifndef DATELINE_ACTORS_PARTS_H
#define DATELINE_ACTORS_PARTS_H

#include "document.h"

void cluster_names(document *doc);   /* names that mean the same are one entity */
void describe_actors(document *doc); /* "the Pakistani youth": actors without a name */

/* "the ministry", after "Peru's foreign ministry": who was described last by the same noun, and more, in the sentences before; NONE: nobody
 * of the type, a person or a body, was. describe.c */
uint32_t described_before(const document *doc, uint32_t noun, dateline_entity_type type);

void find_offices(document *doc); /* who holds which office */

/* "The two countries", "both sides" stand for those whom the text has named. sides.c */
void resolve_sides(document *doc);

/* Makes what a noun describes stand for several entities, in whose place it acts. sides.c */
void stand_for(document *doc, uint32_t noun, index_list sides);

/* "A and B", "A met B", "A held talks with B": those of one kind whom "they" may mean after A, whose token is given, was told of with
 * them; none: A is told of alone. The list belongs to the document. sides.c */
index_list company_of(document *doc, uint32_t token);

void read_genders(document *doc);         /* who may be "he", and who "she" */
void resolve_references(document *doc);   /* "he", "the ambassador", "they" */
void find_adopter(document *doc);         /* the body whose resolution a report is */
void code_actors(document *doc);          /* country and sector */
void resolve_descriptions(document *doc); /* "the Kenyan leader" who was named before */
void find_home(document *doc);            /* of those that have no country, and what a report is about */

/* Gives an actor without a name the code of the body or person whom he acts for; false where none is named. agents.c */
bool code_agent(document *doc, entity *e);

/* The sector of whom somebody acts for: BUS of "company spokesman"; none where a noun tells no such thing. agents.c */
sector sector_of_principal(const document *doc, uint32_t noun);

/* The sector that a code ends in, "USAGOV"; none where it ends in none, or is NULL. codes.c */
sector sector_of_code(const char *actor);

/* The sector of a noun: a "border guard" is another than a "guard". codes.c */
sector sector_of_noun(const document *doc, uint32_t noun);

#endif
