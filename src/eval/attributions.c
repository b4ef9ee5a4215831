/* Attributions (PolNeAR; Newell et al. 2018): which tokens are cue, content and source.
 *
 * A record has the name of a speaker and the verb of a cue; the data set marks the phrase around the one ("Mr. McDonough, president of the
 * division,") and the auxiliaries and adverbs beside the other ("has also said"). So ours are taken as far as their trees reach. */
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

static bool is_in(const dateline_tokens *t, uint32_t token, dateline_span where)
{
    return t->where[token].begin < where.end && where.begin < t->where[token].end;
}

/* Whether a token lies below a marked word in the tree, through what belongs to a noun. */
static bool is_below(const dateline_tokens *t, uint32_t token, dateline_span where)
{
    static const char *const nominal[] = {"det", "amod", "compound", "flat", "nmod", "nmod:poss", "appos", "case", "nummod", "cc", "conj", "fixed", "nmod:desc"};
    enum { DEEPEST = 40 };
    for (uint32_t steps = 0; token != DATELINE_NONE && steps < DEEPEST; steps++, token = t->head[token]) {
        if (is_in(t, token, where))
            return true;
        bool belongs = false;
        for (size_t i = 0; i < sizeof nominal / sizeof *nominal; i++)
            belongs = belongs || (strcmp(t->relation[token], nominal[i]) == 0);
        if (!belongs && t->head[token] != DATELINE_NONE && is_in(t, t->head[token], where))
            return false;
    }
    return false;
}

/* The whole phrase of a speaker. */
static void mark_phrase(unsigned char *marks, const dateline_tokens *t, dateline_span where, dateline_span cue)
{
    if (where.begin == where.end)
        return;
    for (uint32_t i = 0; i < t->count; i++)
        if (is_below(t, i, where) && !is_in(t, i, cue))
            marks[i] |= 1u << ROLE_SOURCE;
}

/* What belongs to the verb of a cue and stands beside it. */
static void mark_verb_group(unsigned char *marks, const dateline_tokens *t, dateline_span cue)
{
    static const char *const parts[] = {"aux", "aux:pass", "advmod", "compound:prt", "mark"};
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t verb = t->head[i];
        bool beside = verb != DATELINE_NONE && is_in(t, verb, cue) && (i < verb ? verb - i <= 3 : i == verb + 1);
        for (size_t k = 0; beside && k < sizeof parts / sizeof *parts; k++)
            if (strcmp(t->relation[i], parts[k]) == 0)
                marks[i] |= 1u << ROLE_CUE;
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
            mark_phrase(ours, t, s->speaker_span, s->cue);
            mark(ours, t, s->cue, ROLE_CUE);
            mark_verb_group(ours, t, s->cue);
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
