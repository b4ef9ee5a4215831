/* Who has the floor says all of a paragraph: what transcripts, interviews and speeches have in common. */
#include "statements/parts.h"

void add_turn(document *doc, uint32_t first, uint32_t end, uint32_t subject, uint32_t cue, const char *rule, found_list *out)
{
    found_statement one = {.cue = cue,
                           .cue_end = cue + 1,
                           .first = first,
                           .end = end,
                           .subject = subject,
                           .addressee = NONE,
                           .force = FORCE_SAY,
                           .rule = rule,
                           .content = tokens_span(doc, first, end),
                           .direct = true,
                           .turn = true};
    *list_add(&doc->memory, out) = one;
}

bool has_floor(const found_list *all, uint32_t token)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i].turn && all->items[i].first <= token && token < all->items[i].end)
            return true;
    return false;
}

static uint32_t count(const document *doc, uint32_t first, uint32_t end, person least, person most)
{
    uint32_t found = 0;
    for (uint32_t i = first; i < end; i++) {
        person who = person_at(doc, i);
        found += least <= who && who <= most && !quotation_of(doc, i);
    }
    return found;
}

uint32_t count_of_i(const document *doc, uint32_t first, uint32_t end)
{
    return count(doc, first, end, PERSON_SPEAKER, PERSON_SPEAKER);
}

uint32_t count_of_first_person(const document *doc, uint32_t first, uint32_t end)
{
    return count(doc, first, end, PERSON_SPEAKER, PERSON_SPEAKERS);
}
