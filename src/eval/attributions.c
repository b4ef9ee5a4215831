/* Attributions (PolNeAR; Newell et al. 2018): which tokens are cue, content and source.
 *
 * A record has the name of a speaker; the data set marks the phrase around it ("Mr. McDonough, president of the division,"), so ours is
 * taken as far as its tree reaches. It marks no attribution inside the content of another, so what a record has as said within a statement
 * does not count. */
#include "eval/jsonl.h"

#include <stdlib.h>
#include <string.h>

typedef enum attribution_role { ROLE_SOURCE, ROLE_CUE, ROLE_CONTENT, ROLE_COUNT } attribution_role;

static const char *const role_names[ROLE_COUNT] = {"source", "cue", "content"};

static dateline_span span_of(const json_t *pair)
{
    return (dateline_span){(uint32_t)json_integer_value(json_array_get(pair, 0)), (uint32_t)json_integer_value(json_array_get(pair, 1))};
}

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
    json_array_foreach(json_object_get(gold, "attributions"), i, attribution) for (int role = 0; role < ROLE_COUNT; role++)
        json_array_foreach(json_object_get(attribution, role_names[role]), k, span) mark(marks, t, span_of(span), (attribution_role)role);
}

static bool is_in(const dateline_tokens *t, uint32_t token, dateline_span where)
{
    return t->where[token].begin < where.end && where.begin < t->where[token].end;
}

/* Whether a token lies below a marked word in the tree, through what belongs to a noun. */
static bool is_below(const dateline_tokens *t, uint32_t token, dateline_span where)
{
    static const char *const nominal[] = {"det",  "amod",   "compound", "flat", "nmod",  "nmod:poss", "appos",
                                          "case", "nummod", "cc",       "conj", "fixed", "nmod:desc"};
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

static bool is_comma(const dateline_record *record, uint32_t token)
{
    const dateline_tokens *t = &record->tokens;
    return token < t->count && record->report.text[t->where[token].begin] == ',';
}

/* The whole phrase of a speaker, with the comma that closes an apposition. */
static void mark_phrase(unsigned char *marks, const dateline_record *record, dateline_span where, dateline_span cue)
{
    const dateline_tokens *t = &record->tokens;
    bool opened = false, before = false;
    if (where.begin == where.end)
        return;
    for (uint32_t i = 0; i < t->count; i++) {
        bool belongs = !is_in(t, i, cue) && (is_below(t, i, where) || (before && opened && is_comma(record, i)));
        if (belongs)
            marks[i] |= 1u << ROLE_SOURCE;
        opened = belongs && (opened || is_comma(record, i));
        before = belongs;
    }
}

/* "Democrats, who have argued ...": the data set has "who" for the source where a record has the word that it stands for. */
static dateline_span source_of(const dateline_tokens *t, const dateline_statement *s)
{
    static const char *const relative[] = {"WP", "WDT"};
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t verb = t->head[i];
        bool subject = verb != DATELINE_NONE && is_in(t, verb, s->cue) && strncmp(t->relation[i], "nsubj", 5) == 0;
        bool of_speaker = subject && t->head[verb] != DATELINE_NONE && is_in(t, t->head[verb], s->speaker_span);
        for (size_t k = 0; of_speaker && k < sizeof relative / sizeof *relative; k++)
            if (strcmp(t->english_tag[i], relative[k]) == 0)
                return t->where[i];
    }
    return s->speaker_span;
}

/* ---- direct quotations ---- */

typedef struct attribution_scores {
    tally roles[ROLE_COUNT]; /* in tokens */
    tally quotations;        /* right where the speaker is */
} attribution_scores;

static uint32_t shared(dateline_span a, dateline_span b)
{
    uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
    return end > begin ? end - begin : 0;
}

/* Whether bytes begin with a double quotation mark. */
static bool opens_quotation(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\n'))
        at++;
    return at < end && (*at == '"' || (end - at >= 3 && memcmp(at, "\xe2\x80\x9c", 3) == 0) || (end - at >= 2 && memcmp(at, "``", 2) == 0));
}

/* Our statement that has most of a gold content, at least half of it; NULL: none has. */
static const dateline_statement *statement_of(const dateline_record *record, dateline_span content)
{
    const dateline_statement *best = NULL;
    uint32_t most = 0;
    for (uint32_t i = 0; i < record->statement_count; i++) {
        uint32_t common = shared(record->statements[i].content, content);
        if (common > most) {
            most = common;
            best = &record->statements[i];
        }
    }
    return most * 2 >= content.end - content.begin ? best : NULL;
}

/* A direct quotation with a named source is answered where a statement has it, right where its speaker's words are the source's. */
static void score_quotations(tally *scores, const json_t *gold, const dateline_record *record)
{
    size_t i, k;
    json_t *attribution, *source;
    json_array_foreach(json_object_get(gold, "attributions"), i, attribution)
    {
        const json_t *sources = json_object_get(attribution, "source"), *contents = json_object_get(attribution, "content");
        if (!json_array_size(sources) || !json_array_size(contents))
            continue;
        dateline_span content = span_of(json_array_get(contents, 0));
        if (content.end > record->report.length || !opens_quotation(record->report.text + content.begin, record->report.text + content.end))
            continue;
        const dateline_statement *ours = statement_of(record, content);
        bool right = false;
        json_array_foreach(sources, k, source) right = right || (ours && shared(ours->speaker_span, span_of(source)));
        scores->gold++;
        scores->answered += ours && ours->speaker_span.end > ours->speaker_span.begin;
        scores->right += right;
    }
}

/* What is said, without the words of who says it where they stand amid it. */
static void mark_content(unsigned char *marks, const dateline_tokens *t, const dateline_statement *s)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (is_in(t, i, s->content) && !is_in(t, i, s->cue) && !is_in(t, i, s->speaker_span))
            marks[i] |= 1u << ROLE_CONTENT;
}

static void take(const json_t *gold, const dateline_record *record, void *context)
{
    attribution_scores *scores = context;
    tally *tallies = scores->roles;
    score_quotations(&scores->quotations, gold, record);
    const dateline_tokens *t = &record->tokens;
    unsigned char *theirs = calloc(t->count + 1, 1), *ours = calloc(t->count + 1, 1);
    if (theirs && ours) {
        mark_gold(theirs, t, gold);
        for (uint32_t i = 0; i < record->statement_count; i++) {
            const dateline_statement *s = &record->statements[i];
            if (s->within != DATELINE_NONE)
                continue;
            mark_phrase(ours, record, source_of(t, s), s->cue);
            mark(ours, t, s->cue, ROLE_CUE);
            mark_content(ours, t, s);
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
    attribution_scores scores = {0};
    int result = each_gold_report(e, take, &scores);
    for (int role = 0; role < ROLE_COUNT; role++)
        print_tally(e, role_names[role], &scores.roles[role]);
    print_tally(e, "quotations", &scores.quotations);
    return result;
}
