/* Any text through all stages: every span of the record lies in the text, and the same text gives the same record. */
#include "dateline.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static void check_span(const dateline_record *record, dateline_span where)
{
    assert(where.begin <= where.end && where.end <= record->report.length);
}

static void check_record(const dateline_record *record)
{
    for (uint32_t i = 0; i < record->entity_count; i++)
        for (uint32_t m = 0; m < record->entities[i].mention_count; m++)
            check_span(record, record->entities[i].mentions[m]);
    for (uint32_t i = 0; i < record->time_count; i++)
        check_span(record, record->times[i].span);
    for (uint32_t i = 0; i < record->statement_count; i++) {
        check_span(record, record->statements[i].cue);
        check_span(record, record->statements[i].content);
    }
    for (uint32_t i = 0; i < record->event_count; i++)
        check_span(record, record->events[i].trigger);
}

/* The record as JSON; NULL where the text is none that can be coded. */
static char *code(const dateline_engine *engine, const dateline_report *report)
{
    dateline_error error;
    dateline_record *record = dateline_code(engine, report, &error);
    if (!record) {
        assert(*error.message);
        return NULL;
    }
    check_record(record);
    char *json = dateline_record_json(record), *told = dateline_explain(record, NULL, &error);
    assert(json && told);
    free(told);
    dateline_record_free(record);
    return json;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static dateline_engine *engine;
    if (!engine)
        engine = dateline_open(NULL, NULL);
    assert(engine);
    char *text = malloc(size + 1);
    memcpy(text, data, size);
    text[size] = 0;
    dateline_report report = {.text = text, .length = size, .published = "2023-02-28"};
    char *first = code(engine, &report), *second = code(engine, &report);
    assert(!first == !second && (!first || strcmp(first, second) == 0));
    free(first);
    free(second);
    free(text);
    return 0;
}
