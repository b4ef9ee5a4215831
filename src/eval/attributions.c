/* Attributions (PolNeAR; Newell et al. 2018): which tokens are cue, content and source. */
#include "eval/jsonl.h"

#include <stdlib.h>
#include <string.h>

typedef enum attribution_role { ROLE_SOURCE, ROLE_CUE, ROLE_CONTENT, ROLE_COUNT } attribution_role;

static const char *const role_names[ROLE_COUNT] = {"source", "cue", "content"};

static void mark(unsigned char *marks, const dateline_tokens *t, dateline_span where, attribution_role role)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (t->where[i].begin < where.end && where.begin < t->where[i].end)
            marks[i] |= (unsigned char)(1u << role);
}

static void mark_gold(unsigned char *marks, const dateline_tokens *t, const json_t *gold)
{
    size_t i, k;
    json_t *attribution, *span;
    json_array_foreach(json_object_get(gold, "attributions"), i, attribution)
        for (int role = 0; role < ROLE_COUNT; role++)
            json_array_foreach(json_object_get(attribution, role_names[role]), k, span)
            {
                dateline_span where = {(uint32_t)json_integer_value(json_array_get(span, 0)), (uint32_t)json_integer_value(json_array_get(span, 1))};
                mark(marks, t, where, (attribution_role)role);
            }
}

static void take(const json_t *gold, const dateline_record *record, void *context)
{
    tally *tallies = context;
    const dateline_tokens *t = &record->tokens;
    unsigned char *theirs = calloc(t->count + 1, 1), *ours = calloc(t->count + 1, 1);
    if (theirs && ours) {
        mark_gold(theirs, t, gold);
        for (uint32_t i = 0; i < record->statement_count; i++) {
            const dateline_statement *s = &record->statements[i];
            mark(ours, t, s->speaker_span, ROLE_SOURCE);
            mark(ours, t, s->cue, ROLE_CUE);
            mark(ours, t, s->content, ROLE_CONTENT);
        }
        for (uint32_t i = 0; i < t->count; i++)
            for (int role = 0; role < ROLE_COUNT; role++) {
                bool a = theirs[i] >> role & 1, b = ours[i] >> role & 1;
                tallies[role].gold += a;
                tallies[role].answered += b;
                tallies[role].right += a && b;
            }
    }
    free(theirs);
    free(ours);
}

int eval_attributions(const evaluation *e)
{
    tally tallies[ROLE_COUNT] = {{0}};
    int result = each_gold_report(e, take, tallies);
    for (int role = 0; role < ROLE_COUNT; role++)
        print_tally(e, role_names[role], &tallies[role]);
    return result;
}
