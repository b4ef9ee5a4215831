/* The commands that print one thing a report: parse, explain, times, places, statements. */
#include "cli/cli.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef struct printing {
    const options *given;
    FILE *out;
    const char *const *keep; /* members of the record, for the single layers; ends in NULL */
    bool conllu;
    const char *ending;
} printing;

static char *print_parse(const dateline_record *record, void *context)
{
    const printing *p = context;
    return p->conllu ? dateline_record_conllu(record) : dateline_record_json(record);
}

/* The report and single members of a record, as one line of JSON. */
static char *print_members(const dateline_record *record, void *context)
{
    const printing *p = context;
    char *whole = dateline_record_json(record);
    json_t *json = whole ? json_loads(whole, 0, NULL) : NULL;
    free(whole);
    json_t *out = json_object();
    for (size_t i = 0; json && p->keep[i]; i++)
        json_object_set(out, p->keep[i], json_object_get(json, p->keep[i]));
    char *text = json ? json_dumps(out, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(out);
    json_decref(json);
    return text;
}

static char *print_reason(const dateline_record *record, void *context)
{
    const printing *p = context;
    dateline_error error = {0};
    char *text = dateline_explain(record, p->given->item, &error);
    if (!text)
        complain("%s", error.message);
    return text;
}

static bool take(const coded *one, void *context)
{
    const printing *p = context;
    return one->text && write_text(p->out, one->text, p->ending, p->given);
}

static int run_printing(options *given, printing *p, char *(*print)(const dateline_record *, void *), bool parse_only)
{
    p->given = given;
    p->out = open_output(given);
    if (!p->out)
        return EXIT_SOME_FAILED;
    batch all = {.given = given, .parse_only = parse_only, .print = print, .take = take, .context = p};
    int result = run_batch(&all);
    int closed = close_output(p->out, given);
    return result == EXIT_ALL_DONE ? closed : result;
}

int run_parse(options *given)
{
    printing p = {.conllu = true, .ending = ""};
    for (uint32_t i = 0; i < given->to_count; i++) {
        p.conllu = strcmp(given->to[i], "conllu") == 0;
        if (!p.conllu && strcmp(given->to[i], "json") != 0) {
            complain("--to %s: not one of conllu, json", given->to[i]);
            return EXIT_USAGE;
        }
    }
    if (!p.conllu)
        p.ending = "\n";
    return run_printing(given, &p, print_parse, true);
}

int run_explain(options *given)
{
    if (given->file_count != 1) {
        complain("usage: %s", command_named("explain")->usage);
        return EXIT_USAGE;
    }
    printing p = {.ending = ""};
    return run_printing(given, &p, print_reason, false);
}

static int run_members(options *given, const char *const *keep)
{
    printing p = {.keep = keep, .ending = "\n"};
    return run_printing(given, &p, print_members, false);
}

static char *print_times(const dateline_record *record, void *context)
{
    (void)context;
    return dateline_times_json(record);
}

int run_times(options *given)
{
    printing p = {.ending = "\n"};
    return run_printing(given, &p, print_times, false);
}

int run_statements(options *given)
{
    static const char *const keep[] = {"report", "entities", "statements", NULL};
    return run_members(given, keep);
}

static char *print_places(const dateline_record *record, void *context)
{
    (void)context;
    return dateline_places_json(record);
}

int run_places(options *given)
{
    printing p = {.ending = "\n"};
    return run_printing(given, &p, print_places, false);
}
