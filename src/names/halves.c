/* "the South" of a country in two halves is a place; "North and South Korea" are two. */
#include "names/parts.h"

#include "grammar/halves.h"

/* "North and South Korea", taken for one name, is two. */
static void split_pair(document *doc, uint32_t number)
{
    mention *name = &doc->mentions.items[number];
    uint32_t first = name->first;
    if (!names_both_halves(doc, first, name->end))
        return;
    *name = (mention){first + 2, first + 4, first + 3, DATELINE_PLACE, NONE, true};
    doc->tokens.mention[first] = doc->tokens.mention[first + 1] = NONE;
    add_mention(doc, (run){first, first + 1, DATELINE_PLACE}, true);
}

void find_halves(document *doc)
{
    for (uint32_t m = 0, count = doc->mentions.count; m < count; m++)
        split_pair(doc, m);
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        mention *name = &doc->mentions.items[m];
        if (is_side_alone(doc, name->first, name->end) && half_of_country(doc, name->first) != NONE)
            name->type = DATELINE_PLACE;
    }
    for (uint32_t i = 1; i + 1 < doc->tokens.count; i++) {
        bool bare = doc->tokens.capital[i] && doc->tokens.mention[i] == NONE && token_is(doc, i - 1, "the") &&
                    !doc->tokens.capital[i + 1] && !is_hyphen(doc, i + 1);
        if (bare && half_of_country(doc, i) != NONE)
            add_mention(doc, (run){i, i + 1, DATELINE_PLACE}, true);
    }
}
