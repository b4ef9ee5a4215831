/* The gazetteer: countries, regions and cities of the lexicon by name. */
#ifndef DATELINE_PLACES_GAZETTEER_H
#define DATELINE_PLACES_GAZETTEER_H

#include "document.h"

typedef struct gazetteer_place {
    table_id table; /* TABLE_COUNTRIES, TABLE_REGIONS or TABLE_CITIES */
    uint32_t row;
    const char *name, *country, *admin1; /* "": none */
    double latitude, longitude;          /* degrees */
    uint32_t population, geonames;       /* of cities; else 0 */
} gazetteer_place;

/* What speaks for one of several places of a name. */
typedef struct place_context {
    const char *const *countries; /* [country_count] alpha-3 codes of countries that the report names */
    uint32_t country_count;
    const uint32_t *regions;      /* [region_count] rows of TABLE_REGIONS that the report names */
    uint32_t region_count;
    slice container;              /* "Texas" of "Paris, Texas"; empty: none */
} place_context;

/* The best place of this name for tokens [first, end); false if there is none. */
bool gazetteer_find(const document *doc, uint32_t first, uint32_t end, const place_context *context, gazetteer_place *out);

#endif
