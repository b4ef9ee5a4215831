#include "places/gazetteer.h"

#include "grammar/phrases.h"

static gazetteer_place country_at(const lexicon *words, uint32_t row)
{
    return (gazetteer_place){.kind = PLACE_COUNTRY,
                             .country = lexicon_text(words, TABLE_COUNTRIES, row, COUNTRY_CODE),
                             .admin1 = words->strings,
                             .latitude = lexicon_real(words, TABLE_COUNTRIES, row, COUNTRY_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_COUNTRIES, row, COUNTRY_LONGITUDE)};
}

/* The rows of an index for the first of some names, "Florida" of "Florida|Fla.". */
static rows rows_of_first(const lexicon *words, index_id index, const char *names)
{
    char lower[64];
    uint32_t length = (uint32_t)strcspn(names, "|");
    for (uint32_t i = 0; i < length && i < sizeof lower; i++)
        lower[i] = (char)(names[i] >= 'A' && names[i] <= 'Z' ? names[i] + 32 : names[i]);
    return length < sizeof lower ? lexicon_find(words, index, (slice){lower, length}) : (rows){NULL, 0};
}

/* The division of GeoNames that a region of ours is; "": it is none. */
static const char *division_of(const lexicon *words, uint32_t region, const char *country)
{
    if (!*country)
        return words->strings;
    rows found = rows_of_first(words, INDEX_DIVISION, lexicon_text(words, TABLE_REGIONS, region, REGION_NAMES));
    for (uint32_t i = 0; i < found.count; i++)
        if (lexicon_number(words, TABLE_DIVISIONS, found.items[i], DIVISION_LEVEL) == DIVISION_FIRST &&
            strcmp(lexicon_text(words, TABLE_DIVISIONS, found.items[i], DIVISION_COUNTRY), country) == 0)
            return lexicon_text(words, TABLE_DIVISIONS, found.items[i], DIVISION_ADMIN1);
    return words->strings;
}

static gazetteer_place region_at(const lexicon *words, uint32_t row)
{
    const char *country = lexicon_text(words, TABLE_REGIONS, row, REGION_COUNTRY);
    return (gazetteer_place){.kind = PLACE_REGION,
                             .country = country,
                             .admin1 = division_of(words, row, country),
                             .latitude = lexicon_real(words, TABLE_REGIONS, row, REGION_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_REGIONS, row, REGION_LONGITUDE)};
}

static gazetteer_place division_at(const lexicon *words, uint32_t row)
{
    bool first = lexicon_number(words, TABLE_DIVISIONS, row, DIVISION_LEVEL) == DIVISION_FIRST;
    return (gazetteer_place){.kind = first ? PLACE_FIRST_DIVISION : PLACE_SECOND_DIVISION,
                             .country = lexicon_text(words, TABLE_DIVISIONS, row, DIVISION_COUNTRY),
                             .admin1 = lexicon_text(words, TABLE_DIVISIONS, row, DIVISION_ADMIN1),
                             .latitude = lexicon_real(words, TABLE_DIVISIONS, row, DIVISION_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_DIVISIONS, row, DIVISION_LONGITUDE),
                             .population = lexicon_number(words, TABLE_DIVISIONS, row, DIVISION_POPULATION)};
}

static gazetteer_place city_at(const lexicon *words, uint32_t row)
{
    return (gazetteer_place){.kind = PLACE_CITY,
                             .country = lexicon_text(words, TABLE_CITIES, row, CITY_COUNTRY),
                             .admin1 = lexicon_text(words, TABLE_CITIES, row, CITY_ADMIN1),
                             .latitude = lexicon_real(words, TABLE_CITIES, row, CITY_LATITUDE),
                             .longitude = lexicon_real(words, TABLE_CITIES, row, CITY_LONGITUDE),
                             .population = lexicon_number(words, TABLE_CITIES, row, CITY_POPULATION),
                             .geonames = lexicon_number(words, TABLE_CITIES, row, CITY_GEONAMES)};
}

/* A division that our own list of regions has. */
static bool is_told_twice(const gazetteer_place *places, uint32_t last)
{
    for (uint32_t i = 0; i < last; i++)
        if (places[i].kind == PLACE_REGION && places[last].kind == PLACE_FIRST_DIVISION && *places[i].admin1 &&
            places[i].admin1 == places[last].admin1)
            return true;
    return false;
}

uint32_t gazetteer_candidates(const document *doc, uint32_t first, uint32_t end, gazetteer_place out[MOST_CANDIDATES])
{
    static const index_id indexes[] = {INDEX_COUNTRY, INDEX_REGION, INDEX_DIVISION, INDEX_CITY};
    static gazetteer_place (*const place_at[])(const lexicon *, uint32_t) = {country_at, region_at, division_at, city_at};
    static const uint32_t most[] = {2, 2, 20, MOST_CANDIDATES};
    uint32_t count = 0;
    for (size_t k = 0; k < sizeof indexes / sizeof *indexes; k++) {
        rows found = phrase_rows(doc, indexes[k], first, end);
        for (uint32_t i = 0; i < found.count && i < most[k] && count < MOST_CANDIDATES; i++) {
            out[count] = place_at[k](doc->lexicon, found.items[i]);
            count += !is_told_twice(out, count);
        }
    }
    return count;
}

gazetteer_place gazetteer_country(const document *doc, uint32_t row)
{
    return country_at(doc->lexicon, row);
}

bool gazetteer_country_of(const document *doc, uint32_t token, uint32_t *end, gazetteer_place *out)
{
    static const index_id indexes[] = {INDEX_NATIONALITY, INDEX_PEOPLE};
    *end = token;
    for (size_t k = 0; k < sizeof indexes / sizeof *indexes; k++) {
        phrase found = phrase_at(doc, indexes[k], token);
        if (found.rows.count && found.end > *end) {
            *out = country_at(doc->lexicon, found.rows.items[0]);
            *end = found.end;
        }
    }
    return *end > token;
}

bool gazetteer_seat(const document *doc, uint32_t first, uint32_t end, gazetteer_place *out)
{
    rows seats = phrase_rows(doc, INDEX_SEAT, first, end);
    if (!seats.count)
        return false;
    gazetteer_place country = country_at(doc->lexicon, seats.items[0]);
    rows capitals = rows_of_first(doc->lexicon, INDEX_CITY, lexicon_text(doc->lexicon, TABLE_COUNTRIES, seats.items[0], COUNTRY_SEATS));
    for (uint32_t i = 0; i < capitals.count; i++) {
        *out = city_at(doc->lexicon, capitals.items[i]);
        if (strcmp(out->country, country.country) == 0)
            return true;
    }
    return false;
}

bool gazetteer_holds(const gazetteer_place *outer, const gazetteer_place *inner)
{
    bool country = *outer->country && strcmp(outer->country, inner->country) == 0;
    switch (outer->kind) {
    case PLACE_COUNTRY:
        return country;
    case PLACE_REGION:
    case PLACE_FIRST_DIVISION:
        return country && *outer->admin1 && strcmp(outer->admin1, inner->admin1) == 0;
    case PLACE_SECOND_DIVISION:
    case PLACE_CITY:
        break;
    }
    return false;
}
