/* Which of several places of one name a report means. */
#ifndef DATELINE_PLACES_RESOLVE_H
#define DATELINE_PLACES_RESOLVE_H

#include "places/gazetteer.h"

/* One name of places, with its candidates. */
typedef struct place_name {
    slice words;                       /* as first written */
    slice container;                   /* "Texas" of "Paris, Texas"; empty: none */
    double weight;                     /* of its vote: of a place's own name 1, of one inside another name less */
    const gazetteer_place *candidates; /* [count] */
    double *prior;                     /* [count] what speaks for each by itself, in powers of ten */
    double *score;                     /* [count] and with what the other names say */
    double *share;                     /* [count] of its vote, sum 1 */
    uint32_t count, best;
} place_name;

/* The names of a report. */
typedef struct place_names {
    LIST(place_name) items;
    const char *const *countries; /* [country_count] whose names or adjectives stand in the report */
    uint32_t country_count;
} place_names;

/* Adds the name at tokens [first, end), if the gazetteer has it, with what the text says after a comma holds it. */
void place_names_add(document *doc, place_names *names, uint32_t first, uint32_t end, double weight);

/* Decides all of them. */
void place_names_resolve(document *doc, place_names *names);

/* The name at these tokens, or of the longest part of it that the gazetteer has, which *whole tells; NULL: it has none. */
const place_name *place_names_find(const document *doc, const place_names *names, uint32_t first, uint32_t end, bool *whole);

#endif
