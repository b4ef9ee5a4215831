/* Names of places resolve each other: what lies in the countries and divisions that the other names speak for is likelier meant
 * ("local lexicons": Lieberman, Samet and Sankaranarayanan 2010). Each name votes for the divisions of its candidates, by their share of
 * what speaks for them; two rounds, as the first makes the votes of the second sharper. */
#include "places/resolve.h"

#include "grammar/phrases.h"

#include <math.h>
#include <string.h>
#include <strings.h>

enum { MOST_NAMES = 1024, ROUNDS = 2 };

/* Powers of ten of people that being of a kind is worth. A great city beats the region of its name, "New York". */
static const double COUNTRY_PRIOR = 7.5, REGION_PRIOR = 5.75, FIRST_DIVISION_PRIOR = -0.5, SECOND_DIVISION_PRIOR = -1.5;
/* What a vote is worth that comes from the same country, the same division, the same or a neighbouring square degree, and
 * for a division from others of its country; how many count. */
static const double COUNTRY_VOTE = 0.5, DIVISION_VOTE = 1.0, NEAR_VOTE = 0.7, SISTER_VOTE = 1.5, MOST_VOTES = 3.0;
/* What "Texas" of "Paris, Texas" is worth: more than all else. */
static const double HELD = 20.0;

/* Votes for one division, or for one country; key 0: an empty slot. */
typedef struct division_vote {
    uint64_t key;
    double votes;
} division_vote;

typedef struct vote_table {
    division_vote *slots; /* [capacity], a power of two */
    uint32_t capacity;
} vote_table;

static double prior_of(const gazetteer_place *place)
{
    double people = log10(place->population + 1.0);
    switch (place->kind) {
    case PLACE_COUNTRY:
        return COUNTRY_PRIOR;
    case PLACE_REGION:
        return *place->country ? REGION_PRIOR : COUNTRY_PRIOR;
    case PLACE_FIRST_DIVISION:
        return people + FIRST_DIVISION_PRIOR > REGION_PRIOR ? REGION_PRIOR : people + FIRST_DIVISION_PRIOR;
    case PLACE_SECOND_DIVISION:
        return people + SECOND_DIVISION_PRIOR;
    case PLACE_CITY:
        break;
    }
    return people;
}

/* "China, Japan and Russia": two countries of a list, though Japan has a town of that name; but "Georgia, United States". */
static bool are_countries(const document *doc, uint32_t first, uint32_t end, const mention *after)
{
    rows outer = phrase_rows(doc, INDEX_COUNTRY, after->first, after->end);
    return outer.count && phrase_rows(doc, INDEX_COUNTRY, first, end).count &&
           strcmp(lexicon_text(doc->lexicon, TABLE_COUNTRIES, outer.items[0], COUNTRY_CODE), "USA") != 0;
}

/* The place named after a comma: "Texas" of "Paris, Texas". */
static slice container_after(const document *doc, uint32_t begin, uint32_t end, uint32_t *first, uint32_t *stop)
{
    const mention *after = token_is(doc, end, ",") ? mention_at(doc, end + 1) : NULL;
    if (!after || after->first != end + 1 || after->type != DATELINE_PLACE || are_countries(doc, begin, end, after))
        return (slice){"", 0};
    *first = after->first;
    *stop = after->end;
    return span_text(doc, tokens_span(doc, after->first, after->end));
}

static bool same_words(slice a, slice b)
{
    return a.length == b.length && strncasecmp(a.bytes, b.bytes, a.length) == 0;
}

static place_name *name_of(const place_names *names, slice words, slice container)
{
    for (uint32_t i = 0; i < names->items.count; i++) {
        place_name *name = &names->items.items[i];
        bool agree = !container.length || !name->container.length || same_words(container, name->container);
        if (same_words(name->words, words) && agree)
            return name;
    }
    return NULL;
}

/* What the name after the comma holds comes first, and by far. */
static void score_candidates(const document *doc, place_name *name, uint32_t first, uint32_t end)
{
    gazetteer_place outer[MOST_CANDIDATES];
    uint32_t count = name->container.length ? gazetteer_candidates(doc, first, end, outer) : 0;
    for (uint32_t i = 0; i < name->count; i++) {
        bool held = false;
        for (uint32_t k = 0; k < count; k++)
            held = held || gazetteer_holds(&outer[k], &name->candidates[i]);
        name->score[i] = name->prior[i] = prior_of(&name->candidates[i]) + (held ? HELD : 0);
    }
}

/* The longest part of a name that the gazetteer has, from its end or its beginning: "Georgia" of "Northeast Georgia", "Manassas" of
 * "Lake Manassas"; false: none. */
static bool known_part(const document *doc, uint32_t *first, uint32_t *end)
{
    static const char *const sides[] = {"north",    "south",   "east",    "west",  "central", "northern",
                                        "southern", "eastern", "western", "upper", "lower",   "new"}; /* "South China Seas" */
    gazetteer_place found[MOST_CANDIDATES];
    for (uint32_t length = *end - *first; length > 0; length--) {
        const uint32_t begins[] = {*end - length, *first};
        for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
            if (doc->tokens.capital[begins[i]] && !(length == 1 && TOKEN_AMONG(doc, begins[i], sides)) &&
                gazetteer_candidates(doc, begins[i], begins[i] + length, found)) {
                *first = begins[i];
                *end = begins[i] + length;
                return true;
            }
    }
    return false;
}

void place_names_add(document *doc, place_names *names, uint32_t first, uint32_t end, double weight)
{
    if (!known_part(doc, &first, &end))
        return;
    uint32_t outer_first = 0, outer_end = 0;
    slice words = span_text(doc, tokens_span(doc, first, end)), container = container_after(doc, first, end, &outer_first, &outer_end);
    place_name *name = name_of(names, words, container);
    if (name) {
        name->weight = fmax(name->weight, weight);
        if (container.length && !name->container.length) {
            name->container = container;
            score_candidates(doc, name, outer_first, outer_end);
        }
        return;
    }
    gazetteer_place found[MOST_CANDIDATES];
    uint32_t count = names->items.count < MOST_NAMES ? gazetteer_candidates(doc, first, end, found) : 0;
    if (!count)
        return;
    gazetteer_place *candidates = arena_array(&doc->memory, count, sizeof *candidates);
    memcpy(candidates, found, count * sizeof *candidates);
    name = list_add(&doc->memory, &names->items);
    *name = (place_name){.words = words, .container = container, .weight = weight, .candidates = candidates, .count = count};
    name->prior = arena_array(&doc->memory, count, sizeof *name->prior);
    name->score = arena_array(&doc->memory, count, sizeof *name->score);
    name->share = arena_array(&doc->memory, count, sizeof *name->share);
    score_candidates(doc, name, outer_first, outer_end);
}

/* ---- votes ---- */

static uint64_t key_of(const document *doc, const char *country, const char *admin1)
{
    const char *pool = doc->lexicon->strings; /* equal strings are one string there */
    return (uint64_t)(country - pool) << 32 | (uint64_t)(admin1 - pool);
}

/* A square of one degree, `north` and `east` squares away from where a place lies. */
static uint64_t square_of(const gazetteer_place *place, int north, int east)
{
    uint64_t row = (uint64_t)(floor(place->latitude) + 91 + north), column = (uint64_t)(floor(place->longitude) + 540 + east) % 360;
    return UINT64_C(1) << 63 | row << 9 | column;
}

static division_vote *slot_of(const vote_table *votes, uint64_t key)
{
    uint32_t mask = votes->capacity - 1, place = (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & mask;
    while (votes->slots[place].key != key && votes->slots[place].key)
        place = (place + 1) & mask;
    return &votes->slots[place];
}

static double votes_at(const vote_table *votes, uint64_t key)
{
    return slot_of(votes, key)->votes; /* of an empty slot none */
}

static double *votes_for(const vote_table *votes, uint64_t key)
{
    division_vote *slot = slot_of(votes, key);
    slot->key = key;
    return &slot->votes;
}

static vote_table empty_table(document *doc, const place_names *names)
{
    uint32_t entries = names->country_count, capacity = 16;
    for (uint32_t i = 0; i < names->items.count; i++)
        entries += 4 * names->items.items[i].count;
    while (capacity < entries * 2)
        capacity *= 2;
    return (vote_table){arena_array(&doc->memory, capacity, sizeof(division_vote)), capacity};
}

/* A candidate's part of its name's vote: by powers of ten, so that what is ten times likelier has ten times the vote. */
static double share_of(const place_name *name, uint32_t candidate)
{
    double highest = name->score[name->best], sum = 0;
    for (uint32_t i = 0; i < name->count; i++)
        sum += pow(10, name->score[i] - highest);
    return pow(10, name->score[candidate] - highest) / sum;
}

static void choose_best(place_name *name)
{
    for (uint32_t i = name->best = 0; i < name->count; i++)
        if (name->score[i] > name->score[name->best])
            name->best = i;
}

/* The divisions of a country as such: "Georgia" beside "Alabama" is one. */
static uint64_t sisters_of(const document *doc, const char *country)
{
    return UINT64_C(1) << 62 | key_of(doc, country, doc->lexicon->strings);
}

static bool is_division(const gazetteer_place *place)
{
    return *place->country && (place->kind == PLACE_REGION || place->kind == PLACE_FIRST_DIVISION);
}

/* Adds a name's votes, or takes them away. */
static void vote(const document *doc, const vote_table *votes, const place_name *name, double sign)
{
    for (uint32_t i = 0; i < name->count; i++) {
        const gazetteer_place *place = &name->candidates[i];
        double part = sign * name->weight * name->share[i];
        *votes_for(votes, square_of(place, 0, 0)) += part;
        if (*place->country)
            *votes_for(votes, key_of(doc, place->country, doc->lexicon->strings)) += part;
        if (*place->country && *place->admin1)
            *votes_for(votes, key_of(doc, place->country, place->admin1)) += part;
        if (is_division(place))
            *votes_for(votes, sisters_of(doc, place->country)) += part;
    }
}

static double votes_near(const vote_table *votes, const gazetteer_place *place)
{
    double sum = 0;
    for (int north = -1; north <= 1; north++)
        for (int east = -1; east <= 1; east++)
            sum += votes_at(votes, square_of(place, north, east));
    return sum;
}

static double supported(const document *doc, const vote_table *votes, const gazetteer_place *place)
{
    const char *country = place->country, *nothing = doc->lexicon->strings;
    double sum = place->kind == PLACE_COUNTRY ? 0 : NEAR_VOTE * fmin(fmax(votes_near(votes, place), 0), MOST_VOTES);
    if (*country)
        sum += COUNTRY_VOTE * fmin(fmax(votes_at(votes, key_of(doc, country, nothing)), 0), MOST_VOTES);
    if (*country && *place->admin1)
        sum += DIVISION_VOTE * fmin(fmax(votes_at(votes, key_of(doc, country, place->admin1)), 0), MOST_VOTES);
    if (is_division(place))
        sum += SISTER_VOTE * fmin(fmax(votes_at(votes, sisters_of(doc, country)), 0), MOST_VOTES);
    return sum;
}

static void take_round(document *doc, place_names *names)
{
    vote_table votes = empty_table(doc, names);
    for (uint32_t i = 0; i < names->country_count; i++)
        *votes_for(&votes, key_of(doc, names->countries[i], doc->lexicon->strings)) += 1;
    for (uint32_t i = 0; i < names->items.count; i++) {
        place_name *name = &names->items.items[i];
        for (uint32_t k = 0; k < name->count; k++)
            name->share[k] = share_of(name, k);
        vote(doc, &votes, name, 1);
    }
    for (uint32_t i = 0; i < names->items.count; i++) {
        place_name *name = &names->items.items[i];
        vote(doc, &votes, name, -1); /* nobody votes for himself */
        for (uint32_t k = 0; k < name->count; k++)
            name->score[k] = name->prior[k] + supported(doc, &votes, &name->candidates[k]);
        vote(doc, &votes, name, 1);
        choose_best(name);
    }
}

void place_names_resolve(document *doc, place_names *names)
{
    for (uint32_t i = 0; i < names->items.count; i++)
        choose_best(&names->items.items[i]);
    for (int round = 0; round < ROUNDS; round++)
        take_round(doc, names);
}

const place_name *place_names_find(const document *doc, const place_names *names, uint32_t first, uint32_t end, bool *whole)
{
    uint32_t length = end - first;
    if (!known_part(doc, &first, &end))
        return NULL;
    uint32_t outer_first, outer_end;
    slice container = container_after(doc, first, end, &outer_first, &outer_end);
    const place_name *found = name_of(names, span_text(doc, tokens_span(doc, first, end)), container);
    *whole = found && end - first == length;
    return found;
}
