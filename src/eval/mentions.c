/* Names in a text: where each is, and of what type (a person, a body, a place ...).
 *
 * Strict: the bytes and the type agree. Touching: the type does and some of the bytes do, each name paired once; for gold data that
 * marks the whole phrase around a name. A line of gold has "text", "names": [{"span": [begin, end], "type": "person"}], and "types",
 * those that were marked: no other is asked for. */
#include "eval/jsonl.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { TYPE_COUNT = DATELINE_AMOUNT + 1, TYPE_DATE = TYPE_COUNT, TYPES };

typedef struct name {
    dateline_span where;
    int type;
    bool used;
} name;

typedef struct names {
    name *items; /* [count] */
    uint32_t count;
} names;

typedef struct name_scores {
    tally strict[TYPES], touching[TYPES];
} name_scores;

static const char *type_name(int type)
{
    return type == TYPE_DATE ? "date" : dateline_entity_type_name((dateline_entity_type)type);
}

/* The number of a type; TYPES if there is none such. */
static int type_named(const char *wanted)
{
    int type = 0;
    while (type < TYPES && (!wanted || strcmp(type_name(type), wanted) != 0))
        type++;
    return type;
}

static void add(names *to, dateline_span where, int type)
{
    name *larger = realloc(to->items, (to->count + 1) * sizeof *larger);
    if (!larger)
        return;
    larger[to->count++] = (name){where, type, false};
    to->items = larger;
}

static names names_of_gold(const json_t *gold)
{
    names found = {0};
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "names"), i, one)
    {
        const json_t *span = json_object_get(one, "span");
        int type = type_named(json_string_value(json_object_get(one, "type")));
        if (type < TYPES)
            add(&found,
                (dateline_span){(uint32_t)json_integer_value(json_array_get(span, 0)),
                                (uint32_t)json_integer_value(json_array_get(span, 1))},
                type);
    }
    return found;
}

/* The last word of a name has a capital, or is a number or in another alphabet; that of a description ("the American carmaker") is
 * a common noun. */
static bool ends_as_name(const char *text, dateline_span where)
{
    uint32_t last = where.end;
    while (last > where.begin && text[last - 1] != ' ')
        last--;
    return last < where.end && !islower((unsigned char)text[last]);
}

static names names_of_record(const dateline_record *record, const bool asked[TYPES])
{
    names found = {0};
    for (uint32_t i = 0; i < record->entity_count; i++)
        for (uint32_t k = 0; asked[record->entities[i].type] && k < record->entities[i].mention_count; k++)
            if (ends_as_name(record->report.text, record->entities[i].mentions[k]))
                add(&found, record->entities[i].mentions[k], (int)record->entities[i].type);
    for (uint32_t i = 0; asked[TYPE_DATE] && i < record->time_count; i++)
        if (strcmp(record->times[i].type, "DATE") == 0)
            add(&found, record->times[i].span, TYPE_DATE);
    return found;
}

static bool agree(dateline_span a, dateline_span b, bool strict)
{
    return strict ? a.begin == b.begin && a.end == b.end : a.begin < b.end && b.begin < a.end;
}

static void compare(const names *gold, names *ours, bool strict, tally tallies[TYPES])
{
    for (uint32_t i = 0; i < ours->count; i++) {
        ours->items[i].used = false;
        tallies[ours->items[i].type].answered++;
    }
    for (uint32_t g = 0; g < gold->count; g++) {
        const name *wanted = &gold->items[g];
        tallies[wanted->type].gold++;
        for (uint32_t i = 0; i < ours->count; i++) {
            name *one = &ours->items[i];
            if (one->used || one->type != wanted->type || !agree(one->where, wanted->where, strict))
                continue;
            one->used = true;
            tallies[wanted->type].right++;
            break;
        }
    }
}

static void take(const json_t *gold, const dateline_record *record, void *context)
{
    name_scores *scores = context;
    bool asked[TYPES + 1] = {false};
    size_t i;
    json_t *type;
    json_array_foreach(json_object_get(gold, "types"), i, type) asked[type_named(json_string_value(type))] = true;
    names theirs = names_of_gold(gold), ours = names_of_record(record, asked);
    compare(&theirs, &ours, true, scores->strict);
    compare(&theirs, &ours, false, scores->touching);
    free(theirs.items);
    free(ours.items);
}

static void print_scores(const evaluation *e, const char *measure, const tally tallies[TYPES])
{
    tally all = {0};
    for (int type = 0; type < TYPES; type++) {
        all.gold += tallies[type].gold;
        all.answered += tallies[type].answered;
        all.right += tallies[type].right;
    }
    print_tally(e, measure, &all);
    for (int type = 0; type < TYPES; type++)
        if (tallies[type].gold)
            print_tally(e, type_name(type), &tallies[type]);
}

int eval_mentions(const evaluation *e)
{
    name_scores scores = {0};
    int result = each_gold_report(e, take, &scores);
    print_scores(e, "strict", scores.strict);
    print_scores(e, "touching", scores.touching);
    return result;
}
