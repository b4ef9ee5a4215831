/* Opens the model and the lexicon, and sends a report through the stages. */
#include "engine.h"

#include "actors/actors.h"
#include "base/installed.h"
#include "base/utf8.h"
#include "document.h"
#include "events/events.h"
#include "names/amounts.h"
#include "names/names.h"
#include "places/places.h"
#include "read/header.h"
#include "record.h"
#include "statements/statements.h"
#include "syntax/analyse.h"
#include "text/headlines.h"
#include "text/quotations.h"
#include "text/spelling.h"
#include "text/tokens.h"
#include "text/trust.h"
#include "times/times.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The way of a report. Each stage reads what earlier ones wrote and adds its own part. */
static const struct stage {
    const char *name;
    status (*run)(document *doc);
    bool parsing; /* it belongs to the language layer, which dateline_parse() runs alone */
} stages[] = {
    {"header", read_header, true},          {"tokens", find_tokens, true},       {"trust", judge_text, true},
    {"spelling", mend_spelling, true},      {"headlines", read_headlines, true}, {"quotations", find_quotations, true},
    {"sentences", analyse_sentences, true}, {"mentions", find_mentions, false},  {"times", find_times, false},
    {"places", find_places, false},         {"actors", find_actors, false},      {"statements", find_statements, false},
    {"events", find_events, false},         {"amounts", find_amounts, false},
};

/* A report's memory is bounded by its length: bytes for each byte of text, and a floor. */
static const size_t MEMORY_PER_BYTE = 600, LEAST_MEMORY = (size_t)64 << 20;

const char *dateline_version(void)
{
    return DATELINE_VERSION;
}

/* The file that was asked for, by path or by the name of an installed one; else the default. */
static void find_data(const char *asked, const char *variable, const char *name, const char *ending, char *out, size_t room)
{
    const char *named = asked ? asked : getenv(variable);
    bool path = named && (strchr(named, '/') || slice_ends(slice_of(named), ending) || access(named, R_OK) == 0);
    if (path)
        snprintf(out, room, "%s", named);
    else
        installed_path(named ? named : name, ending, out, room);
}

dateline_engine *dateline_open(const dateline_options *options, dateline_error *error)
{
    dateline_engine *engine = calloc(1, sizeof *engine);
    if (!engine) {
        fail(error, DATELINE_NO_MEMORY, "no memory to open the engine");
        return NULL;
    }
    char path[4096];
    find_data(options ? options->model : NULL, "DATELINE_MODEL", "en-fast", ".model", path, sizeof path);
    status opened = model_open(&engine->model, path, error);
    if (opened == DATELINE_OK) {
        find_data(options ? options->lexicon : NULL, "DATELINE_LEXICON", "lexicon", ".bin", path, sizeof path);
        opened = lexicon_open(&engine->lexicon, path, error);
        if (opened == DATELINE_OK) {
            engine->part_done = options ? options->part_done : NULL;
            engine->observer = options ? options->observer : NULL;
            return engine;
        }
        model_close(&engine->model);
    }
    free(engine);
    return NULL;
}

void dateline_close(dateline_engine *engine)
{
    if (!engine)
        return;
    model_close(&engine->model);
    lexicon_close(&engine->lexicon);
    free(engine);
}

static const char *kept(document *doc, const char *string)
{
    return string ? arena_copy(&doc->memory, string, strlen(string)) : NULL;
}

static void take_report(document *doc, const dateline_report *report)
{
    dateline_report *ours = &doc->record.report;
    ours->text = doc->text = arena_copy(&doc->memory, report->text, report->length);
    ours->length = report->length;
    doc->length = (uint32_t)report->length;
    ours->name = kept(doc, report->name);
    ours->published = kept(doc, report->published);
    ours->source = kept(doc, report->source);
    ours->title = kept(doc, report->title);
    ours->url = kept(doc, report->url);
    for (uint32_t i = 0; i < report->warning_count; i++) {
        const dateline_warning *warning = &report->warnings[i];
        document_warn(doc, warning->span, kept(doc, warning->what), kept(doc, warning->detail));
    }
}

static status check_report(const dateline_report *report, dateline_error *error)
{
    const char *name = report->name ? report->name : "report";
    day unused;
    if (!report->text)
        return fail(error, DATELINE_BAD_ARGUMENT, "%s: no text", name);
    if (report->length > DATELINE_LONGEST_REPORT)
        return fail(error, DATELINE_BAD_INPUT, "%s: longer than a report may be (%zu MiB)", name, DATELINE_LONGEST_REPORT >> 20);
    size_t valid = utf8_valid(report->text, report->length);
    if (valid < report->length)
        return fail(error, DATELINE_BAD_INPUT, "%s: not UTF-8 at byte %zu", name, valid);
    if (memchr(report->text, 0, report->length))
        return fail(error, DATELINE_BAD_INPUT, "%s: a binary file, not text", name);
    if (report->published && !calendar_parse(slice_of(report->published), &unused))
        return fail(error, DATELINE_BAD_INPUT, "%s: published \"%s\": there is no such day", name, report->published);
    return DATELINE_OK;
}

static dateline_record *run(const dateline_engine *engine, const dateline_report *report, bool parsing, dateline_error *error)
{
    if (check_report(report, error) != DATELINE_OK)
        return NULL;
    document *doc = calloc(1, sizeof *doc);
    if (!doc) {
        fail(error, DATELINE_NO_MEMORY, "no memory for a report");
        return NULL;
    }
    arena_open(&doc->memory, LEAST_MEMORY + report->length * MEMORY_PER_BYTE);
    if (setjmp(doc->memory.out_of_memory)) {
        fail(error, DATELINE_NO_MEMORY, "%s: no memory to code it", report->name ? report->name : "report");
        dateline_record_free(&doc->record);
        return NULL;
    }
    doc->lexicon = &engine->lexicon;
    doc->model = &engine->model;
    doc->clues = engine->model.clues;
    doc->part_done = engine->part_done;
    doc->observer = engine->observer;
    doc->dateline_entity = doc->adopter = NONE;
    take_report(doc, report);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (stages[i].parsing || !parsing) {
            stages[i].run(doc);
            document_part_done(doc, stages[i].name);
        }
    make_record(doc);
    document_part_done(doc, "record");
    doc->record.model = engine->model.name;
    doc->record.lexicon = engine->lexicon.version;
    return &doc->record;
}

dateline_record *dateline_code(const dateline_engine *engine, const dateline_report *report, dateline_error *error)
{
    return run(engine, report, false, error);
}

dateline_record *dateline_parse(const dateline_engine *engine, const dateline_report *report, dateline_error *error)
{
    return run(engine, report, true, error);
}

void dateline_record_free(dateline_record *record)
{
    if (!record)
        return;
    document *doc = (document *)((char *)record - offsetof(document, record));
    arena_close(&doc->memory);
    free(doc);
}
