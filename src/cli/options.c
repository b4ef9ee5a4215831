#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One option: its long name, its short one, the group of commands that take it, whether it has a value. */
typedef struct option_spec {
    const char *name;
    char letter;       /* -o; 0: none */
    char group;        /* of command.accepts */
    const char *value; /* what the help calls it; NULL: a switch */
    const char *about;
    bool (*set)(options *to, const char *value);
} option_spec;

static bool set_from(options *to, const char *value)
{
    static const struct {
        const char *name;
        dateline_input input;
    } inputs[] = {{"auto", DATELINE_INPUT_AUTO}, {"plain", DATELINE_INPUT_PLAIN}, {"jsonl", DATELINE_INPUT_JSONL}};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (strcmp(inputs[i].name, value) == 0) {
            to->reading.from = inputs[i].input;
            return true;
        }
    complain("--from %s: not one of auto, plain, jsonl", value);
    return false;
}

static bool set_threads(options *to, const char *value)
{
    char *end;
    long threads = strtol(value, &end, 10);
    if (*end || end == value || threads < 1 || threads > MOST_THREADS) {
        complain("-j %s: not a number from 1 to %d", value, MOST_THREADS);
        return false;
    }
    to->threads = (uint32_t)threads;
    return true;
}

static bool set_to(options *to, const char *value)
{
    if (to->to_count == MOST_TARGETS) {
        complain("more than %d times --to", MOST_TARGETS);
        return false;
    }
    to->to[to->to_count++] = value;
    return true;
}

static bool set_field(options *to, const char *value)
{
    if (to->reading.field_count == MOST_FIELDS) {
        complain("more than %d times --field", MOST_FIELDS);
        return false;
    }
    to->fields[to->reading.field_count++] = value;
    return true;
}

static bool set_progress(options *to, const char *value)
{
    to->plain_progress = strcmp(value, "plain") == 0;
    if (!to->plain_progress)
        complain("--progress=%s: only \"plain\"", value);
    return to->plain_progress;
}

#define SETTER(name, target)                                                                                                               \
    static bool name(options *to, const char *value)                                                                                       \
    {                                                                                                                                      \
        to->target = value;                                                                                                                \
        return true;                                                                                                                       \
    }
#define SWITCH(name, target)                                                                                                               \
    static bool name(options *to, const char *value)                                                                                       \
    {                                                                                                                                      \
        (void)value;                                                                                                                       \
        return to->target = true;                                                                                                          \
    }
SETTER(set_published, reading.published)
SETTER(set_source, reading.source)
SETTER(set_model, engine.model)
SETTER(set_lexicon, engine.lexicon)
SETTER(set_out, out)
SETTER(set_item, item)
SETTER(set_answer, answer)
SETTER(set_port, port)
SETTER(set_address, address)
SETTER(set_who, query.who)
SETTER(set_said, query.said)
SETTER(set_type, query.type)
SETTER(set_country, query.country)
SETTER(set_first_day, query.from)
SETTER(set_last_day, query.to)
SWITCH(set_quiet, quiet)
SWITCH(set_verbose, verbose)
SWITCH(set_json, json)
SWITCH(set_help, help)

static const option_spec option_specs[] = {
    {"help", 'h', 0, NULL, "this help", set_help},
    {"from", 0, 'f', "FORMAT", "auto, plain or jsonl", set_from},
    {"field", 0, 'F', "text=NAME", "the JSONL field that holds the text (or title, published, source, url, id)", set_field},
    {"published", 0, 'p', "DATE", "day of publication of reports that do not say", set_published},
    {"source", 0, 's', "NAME", "outlet of reports that do not say", set_source},
    {"to", 0, 't', "WHERE", "jsonl (the default), conllu, sqlite:FILE; several at once", set_to},
    {"output", 'o', 'o', "FILE", "write there instead of standard output", set_out},
    {"threads", 'j', 'j', "N", "threads", set_threads},
    {"model", 0, 'm', "NAME", "the weights: en-fast (default), en-accurate, or a file", set_model},
    {"lexicon", 0, 'l', "FILE", "the compiled lexicon", set_lexicon},
    {"quiet", 'q', 'q', NULL, "no progress", set_quiet},
    {"verbose", 'v', 'v', NULL, "warnings of each report on standard error", set_verbose},
    {"progress", 0, 'j', "plain", "a line every ten seconds instead of a bar", set_progress},
    {"json", 0, 'n', NULL, "JSON instead of text", set_json},
    {"answer", 0, 'E', "FILE", "score this CoNLL-U of another program in the engine's place", set_answer},
    {"event", 0, 'i', "v2", "one event", set_item},
    {"statement", 0, 'i', "s1", "one statement", set_item},
    {"entity", 0, 'i', "e7", "one entity", set_item},
    {"port", 0, 'P', "NUMBER", "where to listen (8787); 0: any that is free", set_port},
    {"address", 0, 'P', "ADDRESS", "where to listen (127.0.0.1); 0.0.0.0: other machines may read the store", set_address},
    {"who", 0, 'Q', "NAME", "part of the name of somebody who speaks or acts", set_who},
    {"said", 0, 'Q', "FORCE", "say, deny, condemn ...", set_said},
    {"type", 0, 'Q', "TYPE", "type or kind of event", set_type},
    {"country", 0, 'Q', "ISO", "ISO 3166 alpha-3 code of a place or an actor", set_country},
    {"from", 0, 'Q', "DATE", "published on this day or later", set_first_day},
    {"to", 0, 'Q', "DATE", "published on this day or earlier", set_last_day},
};

static bool accepted(const command *of, const option_spec *spec)
{
    return spec->group == 0 || strchr(of->accepts, spec->group);
}

static const option_spec *find_option(const command *of, const char *argument, const char **value)
{
    for (size_t i = 0; i < sizeof option_specs / sizeof *option_specs; i++) {
        const option_spec *spec = &option_specs[i];
        size_t length = strlen(spec->name);
        if (!accepted(of, spec))
            continue;
        *value = NULL;
        if (spec->letter && argument[0] == '-' && argument[1] == spec->letter) {
            *value = argument[2] ? argument + 2 : NULL;
            if (spec->value || !argument[2])
                return spec;
        }
        if (strncmp(argument, "--", 2) == 0 && strncmp(argument + 2, spec->name, length) == 0) {
            const char *rest = argument + 2 + length;
            *value = *rest == '=' ? rest + 1 : NULL;
            if (!*rest || *rest == '=')
                return spec;
        }
    }
    return NULL;
}

bool read_options(const command *of, int count, char **arguments, options *out)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    out->threads = processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (uint32_t)processors;
    out->files = (const char **)arguments;
    bool only_files = false;
    for (int i = 0; i < count; i++) {
        char *argument = arguments[i];
        const char *value;
        if (only_files || argument[0] != '-' || strcmp(argument, "-") == 0) {
            out->files[out->file_count++] = argument;
            continue;
        }
        if (strcmp(argument, "--") == 0) {
            only_files = true;
            continue;
        }
        const option_spec *spec = find_option(of, argument, &value);
        if (!spec) {
            complain("%s: no option of \"dateline %s\"; see \"dateline help %s\"", argument, of->name, of->name);
            return false;
        }
        if (spec->value && !value && i + 1 < count)
            value = arguments[++i];
        if (spec->value && !value) {
            complain("%s needs a value: %s", argument, spec->value);
            return false;
        }
        if (!spec->value && value) {
            complain("%s takes no value", argument);
            return false;
        }
        if (!spec->set(out, value))
            return false;
    }
    out->reading.fields = out->fields;
    return true;
}

void print_option_help(const command *of)
{
    fputs("\noptions:\n", stdout);
    for (size_t i = 0; i < sizeof option_specs / sizeof *option_specs; i++) {
        const option_spec *spec = &option_specs[i];
        if (!accepted(of, spec))
            continue;
        char written[64];
        snprintf(written, sizeof written, "%s%c%s --%s%s%s", spec->letter ? "-" : " ", spec->letter ? spec->letter : ' ',
                 spec->letter ? "," : " ", spec->name, spec->value ? " " : "", spec->value ? spec->value : "");
        printf("  %-24s %s\n", written, spec->about);
    }
}

FILE *open_output(const options *given)
{
    FILE *out = given->out ? fopen(given->out, "w") : stdout;
    if (!out)
        complain("%s: %s", given->out, strerror(errno));
    return out;
}

dateline_store *open_given_store(const options *given)
{
    dateline_error error = {0};
    dateline_store *store = dateline_store_open(given->files[0], false, &error);
    if (!store)
        complain("%s", error.message);
    return store;
}

static void complain_of_output(const options *given)
{
    complain("%s: %s", given->out ? given->out : "standard output", strerror(errno));
}

bool write_text(FILE *out, const char *text, const char *ending, const options *given)
{
    if (fputs(text, out) >= 0 && fputs(ending, out) >= 0)
        return true;
    complain_of_output(given);
    return false;
}

int close_output(FILE *out, const options *given)
{
    bool told = ferror(out), failed = told;
    if (fflush(out) != 0 && !told) {
        complain_of_output(given);
        failed = told = true;
    }
    if (given->out && fclose(out) != 0) {
        if (!told)
            complain_of_output(given);
        failed = true;
    }
    return failed ? EXIT_SOME_FAILED : EXIT_ALL_DONE;
}
