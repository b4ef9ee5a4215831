/* Countries that are called by the side they lie on: "the South" where a report names South Korea. */
#ifndef DATELINE_GRAMMAR_HALVES_H
#define DATELINE_GRAMMAR_HALVES_H

#include "document.h"

/* Whether tokens [first, end) are "North", "South", "East" or "West" and nothing else. */
bool is_side_alone(const document *doc, uint32_t first, uint32_t end);

/* The row of countries.tsv that a side means beside a mention of its country or of the other half; NONE: the report names none. */
uint32_t half_of_country(const document *doc, uint32_t token);

/* Whether tokens [first, end) are like "North and South Korea". */
bool names_both_halves(const document *doc, uint32_t first, uint32_t end);

#endif
