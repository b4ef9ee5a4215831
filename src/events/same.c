/* Whether two events may be one: by whom, when, where and in whose word. */
#include "events/merge.h"

/* Whether one name begins another: the "envoy" of a headline, the "envoy of Qatar" below it. */
static bool begins_name(const document *doc, uint32_t one, uint32_t other)
{
    const char *a = doc->entities.items[one].name, *b = doc->entities.items[other].name;
    size_t short_length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    const char *longer = strlen(a) < strlen(b) ? b : a;
    bool described = !doc->entities.items[one].named && !doc->entities.items[other].named;
    return described && strncmp(a, b, short_length) == 0 && (longer[short_length] == ' ' || longer[short_length] == 0);
}

bool agree_on(const document *doc, const event *a, const event *b, dateline_role role)
{
    if (!a->roles[role].count || !b->roles[role].count || list_holds(&b->roles[role], a->roles[role].items[0]))
        return true;
    return begins_name(doc, a->roles[role].items[0], b->roles[role].items[0]);
}

bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool may_be_when(const document *doc, uint32_t a, uint32_t b)
{
    return a == NONE || b == NONE || a == b || same_text(doc->times.items[a].value, doc->times.items[b].value);
}

bool is_around(const entity *outer, const entity *inner)
{
    bool division = outer->admin1 && same_text(outer->name, outer->admin1) && same_text(outer->admin1, inner->admin1);
    return outer->located && inner->located && same_text(outer->country, inner->country) && (outer->is_country || division);
}

bool may_be_where(const document *doc, uint32_t a, uint32_t b)
{
    const entity *all = doc->entities.items;
    return a == NONE || b == NONE || a == b || is_around(&all[a], &all[b]) || is_around(&all[b], &all[a]);
}

bool same_list(const event *a, const event *b, dateline_role role)
{
    bool same = a->roles[role].count == b->roles[role].count;
    for (uint32_t i = 0; same && i < a->roles[role].count; i++)
        same = list_holds(&b->roles[role], a->roles[role].items[i]);
    return same;
}

bool is_same_voice(const document *doc, uint32_t a, uint32_t b)
{
    if (a == b || a == NONE || b == NONE)
        return a == b;
    const index_list *one = &doc->statements.items[a].speakers, *other = &doc->statements.items[b].speakers;
    bool same = one->count && one->count == other->count;
    for (uint32_t i = 0; same && i < one->count; i++)
        same = list_holds(other, one->items[i]);
    return same;
}
