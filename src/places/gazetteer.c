#include "places/gazetteer.h"

#include "grammar/phrases.h"

#include <math.h>
#include <strings.h>

enum { GREAT_CITY = 600000 }; /* people: its name means it and not the region that has the same, "New York", "Washington" */

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

/* Whether a region of the lexicon is this first-level division, by one of its names. */
static bool is_division(const lexicon *words, uint32_t region, const gazetteer_place *city)
{
    if (strcmp(lexicon_text(words, TABLE_REGIONS, region, REGION_COUNTRY), city->country) != 0)
        return false;
    size_t length = strlen(city->admin1);
    for (const char *name = lexicon_text(words, TABLE_REGIONS, region, REGION_NAMES); *name; name += name[strcspn(name, "|")] != 0) {
        size_t next = strcspn(name, "|");
        if (next == length && strncmp(name, city->admin1, length) == 0)
            return true;
        name += next;
    }
    return false;
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
    rows regions = lexicon_find(doc->lexicon, INDEX_REGION, (slice){lower, container.length});
    for (uint32_t i = 0; i < regions.count; i++)
        if (is_division(doc->lexicon, regions.items[i], city)) /* "Gainesville, Fla." */
            return true;
    rows found = lexicon_find(doc->lexicon, INDEX_COUNTRY, (slice){lower, container.length});
    for (uint32_t i = 0; i < found.count; i++)
        if (strcmp(lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.items[i], COUNTRY_CODE), city->country) == 0)
            return true;
    return false;
}

/* Powers of ten of its people; a country that the report names is worth a thousandfold, its division as much again, a container
 * more than all. */
static double city_score(const document *doc, const gazetteer_place *city, const place_context *context)
{
    double score = log10(city->population + 1.0);
    for (uint32_t i = 0; i < context->country_count; i++)
        if (strcmp(context->countries[i], city->country) == 0) {
            score += i == 0 ? 3.0 : 2.0;
            break;
        }
    for (uint32_t i = 0; i < context->region_count; i++)
        if (is_division(doc->lexicon, context->regions[i], city)) {
            score += 3.0;
            break;
        }
    return holds(doc, context->container, city) ? score + 20 : score;
}

/* "Georgia" among other American states is one of them. */
static bool is_region_here(const lexicon *words, uint32_t region, const place_context *context)
{
    const char *country = lexicon_text(words, TABLE_REGIONS, region, REGION_COUNTRY);
    bool named = false, others = false;
    for (uint32_t i = 0; i < context->country_count; i++)
        named = named || strcmp(context->countries[i], country) == 0;
    for (uint32_t i = 0; i < context->region_count; i++)
        others = others || (context->regions[i] != region && strcmp(lexicon_text(words, TABLE_REGIONS, context->regions[i], REGION_COUNTRY), country) == 0);
    return named || others;
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
    if (countries.count && !(regions.count && is_region_here(words, regions.items[0], context)))
        *out = country_at(words, countries.items[0]);
    else if (regions.count && !(cities.count && out->population >= GREAT_CITY && !countries.count))
        *out = region_at(words, regions.items[0]);
    return countries.count || regions.count || cities.count;
}
