/* Whole reports that have one PLOVER type each (the synthetic events of NGEC, Halterman et al. 2023): what a report is about.
 *
 * A record has many events where the gold has one. The answer is the type that is told most and earliest: an event counts 1 / (1 + n) in
 * the n-th sentence of its report, from 0. The type is scored by macro F1, the mean of the F1 of each type; the mode where the type is
 * right. */
#include "eval/events.h"
#include "eval/jsonl.h"

#include <ctype.h>
#include <string.h>

enum { MOST_TYPES = 32, TYPE_ROOM = 32 };

typedef struct type_score {
    char type[TYPE_ROOM];
    tally reports;
    uint64_t told; /* of the gold's reports of this type, those that have an event of it anywhere */
} type_score;

typedef struct category_scores {
    type_score types[MOST_TYPES];
    uint32_t count;
    tally modes;
} category_scores;

static type_score *score_of(category_scores *scores, const char *type)
{
    for (uint32_t i = 0; i < scores->count; i++)
        if (strcmp(scores->types[i].type, type) == 0)
            return &scores->types[i];
    if (scores->count == MOST_TYPES)
        return NULL;
    type_score *added = &scores->types[scores->count++];
    snprintf(added->type, sizeof added->type, "%s", type);
    return added;
}

static uint32_t sentence_at(const dateline_tokens *t, uint32_t place)
{
    uint32_t s = 0;
    while (s + 1 < t->sentence_count && t->where[t->sentence[s + 1]].begin <= place)
        s++;
    return s;
}

/* The event that the report is about: the first of the type that has most weight; NULL: there is none. */
static const dateline_event *main_event(const dateline_record *record)
{
    const dateline_event *best = NULL;
    double most = 0;
    for (uint32_t i = 0; i < record->event_count; i++) {
        const dateline_event *one = &record->events[i];
        double weight = 0;
        bool first = is_plover_answer(one);
        for (uint32_t k = 0; first && k < record->event_count; k++) {
            const dateline_event *other = &record->events[k];
            if (!is_plover_answer(other) || strcmp(other->type, one->type) != 0)
                continue;
            first = k >= i;
            weight += 1.0 / (1 + sentence_at(&record->tokens, other->trigger.begin));
        }
        if (first && weight > most) {
            best = one;
            most = weight;
        }
    }
    return best;
}

static bool same_mode(const char *ours, const char *theirs)
{
    while (*ours && tolower((unsigned char)*ours) == tolower((unsigned char)*theirs)) {
        ours++;
        theirs++;
    }
    return *ours == *theirs;
}

static bool has_type(const dateline_record *record, const char *type)
{
    for (uint32_t i = 0; i < record->event_count; i++)
        if (is_plover_answer(&record->events[i]) && strcmp(record->events[i].type, type) == 0)
            return true;
    return false;
}

static void take(const json_t *gold, const dateline_record *record, void *context)
{
    category_scores *scores = context;
    const char *label = json_string_value(json_object_get(gold, "label")), *mode = json_string_value(json_object_get(gold, "mode"));
    if (!label)
        return;
    bool told = has_type(record, label);
    const dateline_event *answer = main_event(record);
    type_score *wanted = score_of(scores, label), *given = answer ? score_of(scores, answer->type) : NULL;
    if (!wanted)
        return;
    wanted->reports.gold++;
    wanted->told += told;
    if (given)
        given->reports.answered++;
    if (given != wanted)
        return;
    wanted->reports.right++;
    scores->modes.gold += mode && *mode;
    scores->modes.answered += answer->mode != NULL;
    scores->modes.right += answer->mode && mode && *mode && same_mode(answer->mode, mode);
}

int eval_categories(const evaluation *e)
{
    category_scores scores = {.count = 0};
    int result = each_gold_report(e, take, &scores);
    double sum = 0, told = 0, reports = 0;
    uint32_t types = 0;
    for (uint32_t i = 0; i < scores.count; i++) {
        const type_score *one = &scores.types[i];
        if (!one->reports.gold)
            continue;
        print_tally(e, one->type, &one->reports);
        sum += tally_f1(&one->reports);
        told += (double)one->told;
        reports += (double)one->reports.gold;
        types++;
    }
    print_tally(e, "modes", &scores.modes);
    double macro = types ? sum / types : 0, anywhere = reports > 0 ? told / reports : 0;
    if (e->json)
        printf("{\"gold\":\"%s\",\"measure\":\"categories\",\"macro_f1\":%.4f,\"told_anywhere\":%.4f}\n", e->path, macro, anywhere);
    else
        printf("%-10s macro F1 %.4f; of all reports %.4f have an event of their type anywhere\n", "types", macro, anywhere);
    return result;
}
