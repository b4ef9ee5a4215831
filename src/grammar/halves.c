#include "grammar/halves.h"

#include <stdio.h>

enum { LONGEST_NAME = 64 };

typedef enum side { SIDE_NONE, NORTH, SOUTH, EAST, WEST } side;

static const char *const side_names[] = {[NORTH] = "north", [SOUTH] = "south", [EAST] = "east", [WEST] = "west"};

static side side_at(const document *doc, uint32_t token)
{
    for (side s = NORTH; s <= WEST; s++)
        if (token_is(doc, token, side_names[s]))
            return s;
    return SIDE_NONE;
}

static side opposite(side of)
{
    static const side other[] = {[NORTH] = SOUTH, [SOUTH] = NORTH, [EAST] = WEST, [WEST] = EAST};
    return other[of];
}

/* The country of this name, in lower case: its row, or NONE. */
static uint32_t country_row(const document *doc, const char *first, slice rest)
{
    char name[LONGEST_NAME];
    int length = snprintf(name, sizeof name, "%s%s%.*s", first, *first ? " " : "", (int)rest.length, rest.bytes);
    rows found =
        length < 0 || length >= LONGEST_NAME ? (rows){NULL, 0} : lexicon_find(doc->lexicon, INDEX_COUNTRY, (slice){name, (uint32_t)length});
    return found.count ? found.items[0] : NONE;
}

uint32_t half_of_country(const document *doc, uint32_t token)
{
    side wanted = side_at(doc, token);
    for (uint32_t m = 0; wanted != SIDE_NONE && m < doc->mentions.count; m++) {
        const mention *name = &doc->mentions.items[m];
        if (name->end - name->first != 2 || side_at(doc, name->first) == SIDE_NONE)
            continue;
        slice rest = doc->tokens.lower[name->first + 1];
        uint32_t row = country_row(doc, side_names[wanted], rest);
        bool divided =
            country_row(doc, side_names[opposite(wanted)], rest) != NONE || country_row(doc, "", rest) != NONE; /* not South Africa */
        if (row != NONE && divided && country_row(doc, side_names[side_at(doc, name->first)], rest) != NONE)
            return row;
    }
    return NONE;
}

bool is_side_alone(const document *doc, uint32_t first, uint32_t end)
{
    return end - first == 1 && side_at(doc, first) != SIDE_NONE;
}

bool names_both_halves(const document *doc, uint32_t first, uint32_t end)
{
    bool pair = end - first == 4 && side_at(doc, first) != SIDE_NONE &&
                (token_is(doc, first + 1, "and") || token_is(doc, first + 1, "or")) &&
                side_at(doc, first + 2) == opposite(side_at(doc, first));
    return pair && country_row(doc, side_names[side_at(doc, first + 2)], doc->tokens.lower[first + 3]) != NONE;
}
