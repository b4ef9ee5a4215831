#include "eval/jsonl.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *day_of(const json_t *gold, char out[16])
{
    const char *published = json_string_value(json_object_get(gold, "published"));
    if (!published || strlen(published) < 10)
        return NULL;
    snprintf(out, 16, "%.10s", published);
    return out;
}

int each_gold_report(const evaluation *e, void (*take)(const json_t *gold, const dateline_record *record, void *context), void *context)
{
    FILE *in = fopen(e->path, "rb");
    if (!in) {
        fprintf(stderr, "dateline: %s: %s\n", e->path, strerror(errno));
        return 3;
    }
    char *line = NULL;
    size_t room = 0;
    uint32_t number = 0, failed = 0;
    while (getline(&line, &room, in) > 0) {
        json_error_t problem;
        dateline_error error = {0};
        json_t *gold = json_loads(line, 0, &problem);
        const char *text = json_string_value(json_object_get(gold, "text"));
        number++;
        char day[16];
        dateline_report report = {.text = text, .length = text ? strlen(text) : 0, .name = e->path, .published = day_of(gold, day)};
        dateline_record *record = text ? dateline_code(e->engine, &report, &error) : NULL;
        if (record) {
            take(gold, record, context);
        } else {
            fprintf(stderr, "dateline: %s:%u: %s\n", e->path, number, gold ? text ? error.message : "no field \"text\"" : problem.text);
            failed++;
        }
        dateline_record_free(record);
        json_decref(gold);
    }
    free(line);
    fclose(in);
    return failed ? 1 : 0;
}
