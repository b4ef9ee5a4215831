/* Offices in the plural that several people share: "the foreign ministers of Kenya and Uganda, A and B", "Presidents A and B". */
#include "actors/office.h"
#include "actors/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

enum { MOST_SHARED = 6 };

typedef struct owners {
    uint32_t whose[MOST_SHARED]; /* entity, or NONE */
    const char *country[MOST_SHARED];
    uint32_t count;
} owners;

/* The token after ",", "and" or both at `token`. */
static uint32_t skip_joint(const document *doc, uint32_t token)
{
    token += token_is(doc, token, ",");
    return token + (token_is(doc, token, "and") || token_is(doc, token, "&"));
}

/* "of Kenya, Uganda and Rwanda" at `token`; returns the token after it. */
static uint32_t read_owners(document *doc, uint32_t token, uint32_t stop, owners *out)
{
    uint32_t at = token;
    for (uint32_t next = token + 1; token_is(doc, token, "of") && out->count < MOST_SHARED; next = skip_joint(doc, at)) {
        uint32_t end = read_target(doc, next, stop, &out->whose[out->count], &out->country[out->count]);
        if (end == next || (out->whose[out->count] == NONE && !out->country[out->count]))
            break;
        out->count++;
        at = end;
    }
    return at;
}

/* People one after another from `token` on. */
static uint32_t read_people(const document *doc, uint32_t token, const mention *out[MOST_SHARED])
{
    uint32_t count = 0;
    const mention *name;
    while (count < MOST_SHARED && (name = person_from(doc, token))) {
        out[count++] = name;
        token = skip_joint(doc, name->end);
    }
    return count;
}

bool attach_shared(document *doc, const office_phrase *o)
{
    owners of = {.count = 0};
    const mention *people[MOST_SHARED];
    uint32_t stop = sentence_of(doc, o->noun).end, after = read_owners(doc, phrase_at(doc, INDEX_OFFICE, o->noun).end, stop, &of);
    uint32_t count = read_people(doc, after + token_is(doc, after, ","), people);
    if (count < 2 || (of.count > 1 && of.count != count))
        return false;
    index_list holders = {0};
    for (uint32_t i = 0; i < count; i++) {
        office_phrase one = *o;
        uint32_t owner = of.count == count ? i : 0;
        if (of.count) {
            one.office.of = of.whose[owner];
            one.office.of_country = of.country[owner];
        }
        hold_office(doc, &one, people[i], "office:shared");
        list_add_once(doc, &holders, people[i]->entity);
    }
    if (o->noun < doc->tokens.count && holders.count > 1)
        stand_for(doc, o->title_end - 1, holders);
    return true;
}
