/* PLOVER events: an answer is right when the type is; sources and targets are scored inside matched events. */
#include "eval/events.h"

#include "eval/jsonl.h"
#include "eval/names.h"

#include <stdio.h>
#include <string.h>

enum { MOST_EVENTS = 256, MOST_ACTORS = 32 };

typedef struct event_scores {
    tally types;
    double sources, targets; /* sums of F1 over matched events */
} event_scores;

static bool is_civic(const char *type)
{
    static const char *const civic[] = {"GATHER", "APPOINT", "ELECT", "PUBLISH", "HARM"};
    for (size_t i = 0; i < sizeof civic / sizeof *civic; i++)
        if (strcmp(type, civic[i]) == 0)
            return true;
    return false;
}

static bool is_told_as_real(const char *reality)
{
    static const char *const unreal[] = {"called-for", "wished", "hypothetical", "denied"};
    for (size_t i = 0; i < sizeof unreal / sizeof *unreal; i++)
        if (strcmp(reality, unreal[i]) == 0)
            return false;
    return true;
}

bool is_plover_answer(const dateline_event *event)
{
    return !is_civic(event->type) && is_told_as_real(event->reality);
}

static double compare_actors(const json_t *gold, const dateline_record *record, dateline_indices ours)
{
    const char *theirs[MOST_ACTORS], *names[MOST_ACTORS];
    uint32_t count = 0, our_count = 0;
    size_t i;
    json_t *actor;
    json_array_foreach(gold, i, actor)
    {
        const char *text = json_string_value(json_object_get(actor, "actorText"));
        if (text && count < MOST_ACTORS)
            theirs[count++] = text;
    }
    for (uint32_t k = 0; k < ours.count && our_count < MOST_ACTORS; k++)
        names[our_count++] = record->entities[ours.items[k]].name;
    return name_lists_f1(theirs, count, names, our_count);
}

static void take(const json_t *gold, const dateline_record *record, void *context)
{
    event_scores *scores = context;
    bool used[MOST_EVENTS] = {false};
    uint32_t answered = 0;
    for (uint32_t i = 0; i < record->event_count; i++)
        answered += is_plover_answer(&record->events[i]);
    size_t k;
    json_t *event;
    json_array_foreach(json_object_get(gold, "events"), k, event)
    {
        const char *type = json_string_value(json_object_get(event, "type"));
        scores->types.gold++;
        for (uint32_t i = 0; type && i < record->event_count && i < MOST_EVENTS; i++) {
            const dateline_event *ours = &record->events[i];
            if (used[i] || !is_plover_answer(ours) || strcmp(ours->type, type) != 0)
                continue;
            used[i] = true;
            scores->types.right++;
            scores->sources += compare_actors(json_object_get(event, "source"), record, ours->roles[DATELINE_SOURCE]);
            scores->targets += compare_actors(json_object_get(event, "target"), record, ours->roles[DATELINE_TARGET]);
            break;
        }
    }
    scores->types.answered += answered;
}

int eval_events(const evaluation *e)
{
    event_scores scores = {0};
    int result = each_gold_report(e, take, &scores);
    double matched = scores.types.right ? (double)scores.types.right : 1;
    print_tally(e, "types", &scores.types);
    if (e->json)
        printf("{\"gold\":\"%s\",\"measure\":\"actors\",\"source_f1\":%.4f,\"target_f1\":%.4f}\n", e->path, scores.sources / matched,
               scores.targets / matched);
    else
        printf("%-10s source F1 %.3f  target F1 %.3f (inside matched events)\n", "actors", scores.sources / matched,
               scores.targets / matched);
    return result;
}
