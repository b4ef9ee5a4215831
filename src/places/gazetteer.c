#include "places/gazetteer.h"

#include "grammar/phrases.h"

#include <math.h>
#include <strings.h>

static gazetteer_place country_at(const lexicon *words, uint32_t row)
{
    return (gazetteer_place){.table = TABLE_COUNTRIES, .row = row, .name = lexicon_text(words, TABLE_COUNTRIES, row, COUNTRY_NAMES),
                             .country = lexicon_text(words, TABLE_COUNTRIES, row, COUNTRY_CODE), .admin1 = "",
                             .latitude = lexicon_real(words, TABLE_COUNTRIES, row, COUNTRY_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_COUNTRIES, row, COUNTRY_LONGITUDE)};
}

static gazetteer_place region_at(const lexicon *words, uint32_t row)
{
    return (gazetteer_place){.table = TABLE_REGIONS, .row = row, .name = lexicon_text(words, TABLE_REGIONS, row, REGION_NAMES),
                             .country = lexicon_text(words, TABLE_REGIONS, row, REGION_COUNTRY), .admin1 = "",
                             .latitude = lexicon_real(words, TABLE_REGIONS, row, REGION_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_REGIONS, row, REGION_LONGITUDE)};
}

static gazetteer_place city_at(const lexicon *words, uint32_t row)
{
    return (gazetteer_place){.table = TABLE_CITIES, .row = row, .name = lexicon_text(words, TABLE_CITIES, row, CITY_NAMES),
                             .country = lexicon_text(words, TABLE_CITIES, row, CITY_COUNTRY),
                             .admin1 = lexicon_text(words, TABLE_CITIES, row, CITY_ADMIN1),
                             .latitude = lexicon_real(words, TABLE_CITIES, row, CITY_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_CITIES, row, CITY_LONGITUDE),
                             .population = lexicon_number(words, TABLE_CITIES, row, CITY_POPULATION),
                             .geonames = lexicon_number(words, TABLE_CITIES, row, CITY_GEONAMES)};
}

/* Whether "Paris, X" means that X holds this city: its country or its first-level division. */
static bool holds(const document *doc, slice container, const gazetteer_place *city)
{
    if (container.length && strncasecmp(city->admin1, container.bytes, container.length) == 0 && city->admin1[container.length] == 0)
        return true;
    char lower[128];
    if (container.length == 0 || container.length >= sizeof lower)
        return false;
    for (uint32_t i = 0; i < container.length; i++)
        lower[i] = (char)(container.bytes[i] >= 'A' && container.bytes[i] <= 'Z' ? container.bytes[i] + 32 : container.bytes[i]);
    rows found = lexicon_find(doc->lexicon, INDEX_COUNTRY, (slice){lower, container.length});
    for (uint32_t i = 0; i < found.count; i++)
        if (strcmp(lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.items[i], COUNTRY_CODE), city->country) == 0)
            return true;
    return false;
}

/* Powers of ten of its people; a country that the report names is worth a thousandfold, a container more. */
static double city_score(const document *doc, const gazetteer_place *city, const place_context *context)
{
    double score = log10(city->population + 1.0);
    for (uint32_t i = 0; i < context->country_count; i++)
        if (strcmp(context->countries[i], city->country) == 0) {
            score += i == 0 ? 3.0 : 2.0;
            break;
        }
    return holds(doc, context->container, city) ? score + 20 : score;
}

bool gazetteer_find(const document *doc, uint32_t first, uint32_t end, const place_context *context, gazetteer_place *out)
{
    const lexicon *words = doc->lexicon;
    rows countries = phrase_rows(doc, INDEX_COUNTRY, first, end), regions = phrase_rows(doc, INDEX_REGION, first, end);
    rows cities = phrase_rows(doc, INDEX_CITY, first, end);
    double best = -1;
    for (uint32_t i = 0; i < cities.count; i++) {
        gazetteer_place city = city_at(words, cities.items[i]);
        double score = city_score(doc, &city, context);
        if (score > best) {
            best = score;
            *out = city;
        }
    }
    bool contained = best >= 20; /* "Moscow, Idaho" */
    if (contained)
        return true;
    if (countries.count)
        *out = country_at(words, countries.items[0]);
    else if (regions.count)
        *out = region_at(words, regions.items[0]);
    return countries.count || regions.count || cities.count;
}
