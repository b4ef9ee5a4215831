#include "lexicon/shadows.h"

#include <stdlib.h>
#include <string.h>

/* The words of every set, as offsets of strings in ascending order: those of set s are items [first[s], first[s + 1]). */
typedef struct set_table {
    const uint32_t *items;
    const uint32_t *first;
} set_table;

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, c = *(const uint32_t *)right;
    return a < c ? -1 : a > c;
}

static set_table collect_sets(builder *b)
{
    uint32_t rows = b->tables[TABLE_SET_WORDS].row_count;
    uint32_t *first = arena_array(&b->memory, b->set_count + 2, sizeof *first), *items = arena_array(&b->memory, rows + 1, sizeof *items);
    for (uint32_t row = 0; row < rows; row++)
        first[builder_number(b, TABLE_SET_WORDS, row, SET_NUMBER) + 2]++;
    for (uint32_t s = 2; s < b->set_count + 2; s++)
        first[s] += first[s - 1];
    for (uint32_t row = 0; row < rows; row++)
        items[first[builder_number(b, TABLE_SET_WORDS, row, SET_NUMBER) + 1]++] = builder_number(b, TABLE_SET_WORDS, row, SET_WORD);
    for (uint32_t s = 0; s < b->set_count; s++)
        qsort(items + first[s], first[s + 1] - first[s], sizeof *items, by_number);
    return (set_table){items, first};
}

/* Whether every word of one set is in another; ANY_WORD holds all of them. */
static bool is_within(const set_table *sets, uint32_t inner, uint32_t outer)
{
    if (outer == ANY_WORD || inner == outer)
        return true;
    if (inner == ANY_WORD)
        return false;
    uint32_t k = sets->first[outer], end = sets->first[outer + 1];
    for (uint32_t i = sets->first[inner]; i < sets->first[inner + 1]; i++) {
        while (k < end && sets->items[k] < sets->items[i])
            k++;
        if (k == end || sets->items[k] != sets->items[i])
            return false;
    }
    return true;
}

/* Whether a condition holds wherever another does. */
static bool follows(const builder *b, const set_table *sets, uint32_t condition, uint32_t from)
{
    if (builder_number(b, TABLE_CONDITIONS, condition, CONDITION_SLOT) != builder_number(b, TABLE_CONDITIONS, from, CONDITION_SLOT) ||
        builder_number(b, TABLE_CONDITIONS, condition, CONDITION_NEGATED) != builder_number(b, TABLE_CONDITIONS, from, CONDITION_NEGATED))
        return false;
    uint32_t set = builder_number(b, TABLE_CONDITIONS, condition, CONDITION_SET),
             other = builder_number(b, TABLE_CONDITIONS, from, CONDITION_SET);
    return builder_number(b, TABLE_CONDITIONS, condition, CONDITION_NEGATED) ? is_within(sets, set, other) : is_within(sets, other, set);
}

/* Whether one rule fits wherever another does: each of its conditions follows from one of the other's. */
static bool covers(const builder *b, const set_table *sets, uint32_t rule, uint32_t other)
{
    uint32_t first = builder_number(b, TABLE_RULES, rule, RULE_CONDITIONS),
             count = builder_number(b, TABLE_RULES, rule, RULE_CONDITION_COUNT);
    uint32_t from = builder_number(b, TABLE_RULES, other, RULE_CONDITIONS),
             from_count = builder_number(b, TABLE_RULES, other, RULE_CONDITION_COUNT);
    for (uint32_t i = first; i < first + count; i++) {
        bool any = false;
        for (uint32_t k = from; k < from + from_count && !any; k++)
            any = follows(b, sets, i, k);
        if (!any)
            return false;
    }
    return true;
}

static uint32_t weight_of(const builder *b, uint32_t rule)
{
    uint32_t first = builder_number(b, TABLE_RULES, rule, RULE_CONDITIONS), weight = 0;
    for (uint32_t i = first; i < first + builder_number(b, TABLE_RULES, rule, RULE_CONDITION_COUNT); i++)
        weight += condition_weight(builder_number(b, TABLE_CONDITIONS, i, CONDITION_NEGATED));
    return weight;
}

static bool goes_before(const builder *b, uint32_t rule, uint32_t other)
{
    uint32_t weight = weight_of(b, rule), against = weight_of(b, other);
    return weight > against || (weight == against && rule < other);
}

/* The rules of one trigger and class, the first of them to be tried first. */
typedef struct contest {
    const char *trigger;
    LIST(uint32_t) rules;
} contest;

/* Calls `each` for every trigger and class that has rules. */
static void each_contest(builder *b, void (*each)(builder *b, const contest *of, void *context), void *context)
{
    for (uint32_t i = 0, next; i < b->keys.count; i = next) {
        const key_entry *entry = &b->keys.items[i];
        contest of[2] = {{.trigger = entry->key}, {.trigger = entry->key}};
        for (next = i;
             next < b->keys.count && b->keys.items[next].index == entry->index && strcmp(b->keys.items[next].key, entry->key) == 0;
             next++) {
            if (entry->index != INDEX_RULE)
                continue;
            uint32_t rule = b->keys.items[next].row;
            contest *to = &of[builder_number(b, TABLE_RULES, rule, RULE_CLASS) == RULE_NOUN];
            uint32_t place = to->rules.count;
            *list_add(&b->memory, &to->rules) = rule;
            for (; place && goes_before(b, rule, to->rules.items[place - 1]); place--)
                to->rules.items[place] = to->rules.items[place - 1];
            to->rules.items[place] = rule;
        }
        each(b, &of[0], context);
        each(b, &of[1], context);
    }
}

typedef struct telling {
    void (*tell)(const char *message, void *context);
    void *context;
    set_table sets;
} telling;

static void tell_shadow(builder *b, const contest *of, void *context)
{
    const telling *t = context;
    for (uint32_t i = 1; i < of->rules.count; i++)
        for (uint32_t k = 0; k < i; k++) {
            uint32_t lost = of->rules.items[i], won = of->rules.items[k];
            if (lost == won || !covers(b, &t->sets, won, lost))
                continue;
            t->tell(arena_print(&b->memory, "%s: rule %s never fires on \"%s\": rule %s (%s) fits wherever it does and goes before it",
                                builder_text(b, TABLE_RULES, lost, RULE_PLACE), builder_text(b, TABLE_RULES, lost, RULE_NAME), of->trigger,
                                builder_text(b, TABLE_RULES, won, RULE_NAME), builder_text(b, TABLE_RULES, won, RULE_PLACE)),
                    t->context);
            break;
        }
}

void tell_shadows(builder *b, void (*tell)(const char *message, void *context), void *context)
{
    telling t = {tell, context, collect_sets(b)};
    each_contest(b, tell_shadow, &t);
}

static void tell_order(builder *b, const contest *of, void *context)
{
    const telling *t = context;
    if (of->rules.count < 2)
        return;
    const char *line =
        arena_print(&b->memory, "%s \"%s\":", builder_number(b, TABLE_RULES, of->rules.items[0], RULE_CLASS) == RULE_NOUN ? "noun" : "verb",
                    of->trigger);
    for (uint32_t i = 0; i < of->rules.count; i++)
        line = arena_print(&b->memory, "%s%s %s (%s)", line, i ? ", then" : "", builder_text(b, TABLE_RULES, of->rules.items[i], RULE_NAME),
                           builder_text(b, TABLE_RULES, of->rules.items[i], RULE_PLACE));
    t->tell(line, t->context);
}

void tell_precedence(builder *b, void (*tell)(const char *message, void *context), void *context)
{
    telling t = {tell, context, {NULL, NULL}};
    each_contest(b, tell_order, &t);
}
