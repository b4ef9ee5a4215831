/* The gazetteer: countries, regions, divisions and cities of the lexicon by name. */
#ifndef DATELINE_PLACES_GAZETTEER_H
#define DATELINE_PLACES_GAZETTEER_H

#include "document.h"

typedef enum place_kind { PLACE_COUNTRY, PLACE_REGION, PLACE_FIRST_DIVISION, PLACE_SECOND_DIVISION, PLACE_CITY } place_kind;

typedef struct gazetteer_place {
    place_kind kind;
    const char *country;        /* alpha-3; "": none or several */
    const char *admin1;         /* first-level division that it is or lies in, as GeoNames writes it; "": none */
    double latitude, longitude; /* degrees */
    uint32_t population;        /* of cities and divisions; else 0 */
    uint32_t geonames;          /* of cities; else 0 */
} gazetteer_place;

enum { MOST_CANDIDATES = 48 };

/* The places of this name for tokens [first, end), of each kind the most populous first; their number. */
uint32_t gazetteer_candidates(const document *doc, uint32_t first, uint32_t end, gazetteer_place out[MOST_CANDIDATES]);

/* The country of a row of countries.tsv. */
gazetteer_place gazetteer_country(const document *doc, uint32_t row);

/* The country that an adjective or the name of a people, "French", "Azerbaijanis", means; false: it is none. */
bool gazetteer_country_of(const document *doc, uint32_t token, uint32_t *end, gazetteer_place *out);

/* The capital of the government that "the White House", "Downing Street" stands for; false: it is no seat of one. */
bool gazetteer_seat(const document *doc, uint32_t first, uint32_t end, gazetteer_place *out);

/* Whether a place holds another: a country its cities and divisions, a first-level division or a region that is one the cities in it. */
bool gazetteer_holds(const gazetteer_place *outer, const gazetteer_place *inner);

#endif
