/* What stands around a name, or in the gazetteer, tells that it lies somewhere. */
#include "names/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

bool lies_in(const document *doc, const run *r)
{
    static const char *const in[] = {"in", "at", "near", "from", "to", "around", "outside", "the", "through", "across", "into"};
    return r->first > 0 && TOKEN_AMONG(doc, r->first - 1, in);
}

bool after_preposition(const document *doc, const run *r)
{
    return r->first > 0 && (doc->tokens.tag[r->first - 1] == POS_ADP || doc->tokens.tag[r->first - 1] == POS_DET);
}

bool is_reached(const document *doc, uint32_t first)
{
    static const char *const verbs[] = {"reach", "leave",   "enter",   "visit", "capture", "seize",
                                        "shell", "bombard", "besiege", "flee",  "overrun", "recapture"};
    const mention *before =
        first > 1 && (token_is(doc, first - 1, "and") || token_is(doc, first - 1, "for")) ? mention_at(doc, first - 2) : NULL;
    if (before && (before->type == DATELINE_PLACE || before->end - before->first == 1))
        first = before->first; /* "left Gao for Timbuktu" */
    if (first > 0 && is_verb(doc, first - 1) && LEMMA_AMONG(doc, first - 1, verbs))
        return true;
    return before && before->type == DATELINE_PLACE && token_is(doc, before->end, "and");
}

/* "held in Quito", "near Novi Sad", "Sanaa-based": what stands around a town and not around a person. */
static bool stands_as_place(const document *doc, const run *r)
{
    static const char *const locating[] = {"in",         "near",    "outside", "around", "across", "off",
                                           "throughout", "through", "capital", "city",   "town",   "village"}; /* "the capital Vilnius" */
    return TOKEN_AMONG(doc, r->first - 1, locating) || (is_hyphen(doc, r->end) && token_is(doc, r->end + 1, "based"));
}

/* Whether "of" before a name follows one of some words, where others may stand between: "the provinces of Manabí and | Los Ríos". */
static bool is_of_one_of(const document *doc, const run *r, const char *const *words, size_t count)
{
    uint32_t first = r->first;
    const mention *before;
    while (first > 2 && (token_is(doc, first - 1, "and") || token_is(doc, first - 1, ",")) && (before = mention_at(doc, first - 2)) &&
           before->type == DATELINE_PLACE)
        first = before->first;
    return first > 1 && token_is(doc, first - 1, "of") && token_is_one(doc, first - 2, words, count);
}

/* "the province of Manabí": a place, whether the gazetteer has it or not. */
static bool is_of_kind(const document *doc, const run *r)
{
    static const char *const kinds[] = {"village",  "town",  "hamlet",  "city",   "province",  "district",  "region",  "governorate",
                                        "villages", "towns", "hamlets", "cities", "provinces", "districts", "regions", "municipality"};
    return is_of_one_of(doc, r, kinds, sizeof kinds / sizeof *kinds);
}

/* "north of Bamako", "southeast of", "the village of". */
static bool after_bearing(const document *doc, const run *r)
{
    static const char *const bearings[] = {"north",     "south",     "east",      "west",      "northeast",
                                           "northwest", "southeast", "southwest", "outskirts", "suburbs"};
    return is_of_kind(doc, r) || is_of_one_of(doc, r, bearings, sizeof bearings / sizeof *bearings);
}

/* "near El Geneina", "north of Um Baru": no person, unless it begins with a given name or owns what follows ("near Ana Ruiz's house"). */
static bool lies_near(const document *doc, const run *r)
{
    static const char *const near[] = {"near", "outside", "around"};
    bool follows = TOKEN_AMONG(doc, r->first - 1, near) || after_bearing(doc, r);
    return follows && !phrase_rows(doc, INDEX_GIVEN_NAME, r->first, r->first + 1).count && !token_is(doc, r->end, "'s") &&
           !token_is(doc, r->end, "’s");
}

/* "Mekelle in Tigray", "Potosi, Bolivia": a country or a region holds it. */
static bool before_container(const document *doc, const run *r)
{
    uint32_t next = r->end + 1;
    bool joined = next < doc->tokens.count && (token_is(doc, r->end, "in") || token_is(doc, r->end, ","));
    return joined && doc->tokens.capital[next] &&
           (phrase_at(doc, INDEX_REGION, next).rows.count || phrase_at(doc, INDEX_COUNTRY, next).rows.count);
}

/* "the Abramov glacier" */
static bool before_landform(const document *doc, const run *r)
{
    static const char *const forms[] = {"glacier", "river", "valley", "mountains", "desert",   "peninsula", "strait",  "reservoir",
                                        "basin",   "dam",   "quarry", "oilfield",  "gasfield", "reactor",   "refinery"};
    uint32_t next = r->end;
    static const char *const ores[] = {"copper", "gold", "coal", "iron", "silver", "nickel", "uranium", "diamond", "lithium", "cobalt"};
    bool mined = TOKEN_AMONG(doc, next, ores) && token_is(doc, next + 1, "mine"); /* "the Panguna copper mine" */
    bool named = TOKEN_AMONG(doc, next, forms) || token_is(doc, next, "mine") || mined;
    static const char *const vehicles[] = {"bus", "railway", "train", "metro", "taxi"}, *const stops[] = {"stand", "station", "stop",
                                                                                                          "terminal"};
    bool stop = TOKEN_AMONG(doc, next, vehicles) && TOKEN_AMONG(doc, next + 1, stops); /* "the Chathiram bus stand" */
    return r->first > 0 && token_is(doc, r->first - 1, "the") && (named || stop);
}

/* "Mount Kenya", "Lake Chad". */
static bool names_height_or_water(const document *doc, uint32_t token)
{
    return token_is(doc, token, "mount") || token_is(doc, token, "mt.") || token_is(doc, token, "lake") || token_is(doc, token, "cape");
}

bool names_town(const document *doc, const run *r)
{
    const uint32_t least = 5000;
    rows found = phrase_rows(doc, INDEX_CITY, r->first, r->end); /* the largest is the first */
    return found.count && lexicon_number(doc->lexicon, TABLE_CITIES, found.items[0], CITY_POPULATION) >= least;
}

/* "Solo, | Central Java,": what holds the town before it. */
static bool follows_town(const document *doc, const run *r)
{
    run town = {r->first - 2, r->first - 1, DATELINE_PLACE};
    return r->first >= 2 && r->end - r->first > 1 && token_is(doc, r->first - 1, ",") && doc->tokens.capital[town.first] &&
           names_town(doc, &town) && is_named(doc, INDEX_DIVISION, r);
}

bool in_gazetteer(const document *doc, const run *r)
{
    return is_named(doc, INDEX_COUNTRY, r) || is_named(doc, INDEX_REGION, r) || is_named(doc, INDEX_DIVISION, r) || names_town(doc, r);
}

/* "the mayor of Makeni", "the bishop of Kumasi". */
static bool is_seat_of_office(const document *doc, const run *r)
{
    return r->first > 1 && token_is(doc, r->first - 1, "of") && is_office_word(doc, r->first - 2) && !doc->tokens.capital[r->first - 2];
}

bool is_particle_name(const document *doc, const run *r)
{
    return particle_end(doc, r->first, r->end) == r->end && r->type != DATELINE_ORGANIZATION && !in_gazetteer(doc, r);
}

bool is_place_by_signs(const document *doc, const run *r)
{
    bool person = r->type == DATELINE_PERSON, place = r->type == DATELINE_PLACE, body = r->type == DATELINE_ORGANIZATION;
    bool alone = r->end - r->first == 1, town = names_town(doc, r);
    if (person && town && (alone ? is_seat_of_office(doc, r) : after_preposition(doc, r))) /* "the governor of Deir al-Zor" */
        return true;
    if ((person || place) && !alone && lies_near(doc, r)) /* "near El Geneina", whatever the gazetteer calls it */
        return true;
    if (person && alone && before_landform(doc, r))
        return true;
    if (!place && is_of_kind(doc, r))
        return true;
    if (is_particle_name(doc, r))
        return false;
    bool stands = stands_as_place(doc, r) || after_bearing(doc, r) || follows_town(doc, r) || (alone && before_container(doc, r));
    if (!place && (town || is_named(doc, INDEX_DIVISION, r)) && stands)
        return true;
    if ((person || place) && !alone && names_height_or_water(doc, r->first))
        return true;
    if (body)
        return (alone && town && is_named(doc, INDEX_SEAT, r) && after_preposition(doc, r)) || /* "the streets of Bamako" */
               ((town || is_named(doc, INDEX_DIVISION, r)) && is_reached(doc, r->first));
    return !person && !place && alone && town && !is_told_by_who(doc, r);
}
