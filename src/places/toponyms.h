/* Every word of a report that stands for a place, in its own right or not: "Kenyan police", "University of Nairobi". */
#ifndef DATELINE_PLACES_TOPONYMS_H
#define DATELINE_PLACES_TOPONYMS_H

#include "places/resolve.h"

/* Adds to the names of a report those that stand inside other names. */
void gather_nested_names(document *doc, place_names *names);

/* Appends to doc->toponyms, in the order of the text. The entities of places must be made. */
void find_toponyms(document *doc, const place_names *names);

#endif
