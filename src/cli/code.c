/* dateline code: reports in, records out, to standard output or into a store. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

typedef struct coding {
    const options *given;
    FILE *out; /* JSONL; NULL: only stores */
    dateline_store *stores[MOST_TARGETS];
    uint32_t store_count;
    uint32_t uncommitted;
    bool failed;
} coding;

enum { REPORTS_A_COMMIT = 500 };

static bool in_all_stores(const dateline_report *report, void *context)
{
    coding *c = context;
    if (c->out || c->store_count == 0)
        return false;
    for (uint32_t i = 0; i < c->store_count; i++)
        if (!dateline_store_has(c->stores[i], report))
            return false;
    return true;
}

static char *print_json(const dateline_record *record, void *context)
{
    coding *c = context;
    return c->out ? dateline_record_json(record) : NULL;
}

static bool take(const coded *one, void *context)
{
    coding *c = context;
    dateline_error error = {0};
    if (c->out && !(one->text && write_text(c->out, one->text, "\n", c->given))) {
        c->failed = true;
        return false;
    }
    bool commit = ++c->uncommitted >= REPORTS_A_COMMIT;
    for (uint32_t i = 0; i < c->store_count; i++)
        if (dateline_store_put(c->stores[i], one->record, &error) != DATELINE_OK ||
            (commit && dateline_store_commit(c->stores[i], &error) != DATELINE_OK)) {
            complain("%s", error.message);
            c->failed = true;
            return false;
        }
    if (commit)
        c->uncommitted = 0;
    return true;
}

/* EXIT_ALL_DONE, or another status after a message. */
static int open_targets(coding *c)
{
    bool to_output = c->given->to_count == 0;
    for (uint32_t i = 0; i < c->given->to_count; i++) {
        const char *to = c->given->to[i];
        dateline_error error = {0};
        if (strcmp(to, "jsonl") == 0) {
            to_output = true;
        } else if (strncmp(to, "sqlite:", 7) == 0 && to[7]) {
            dateline_store *store = dateline_store_open(to + 7, true, &error);
            if (!store) {
                complain("%s", error.message);
                return EXIT_NOTHING_READ;
            }
            c->stores[c->store_count++] = store;
        } else {
            complain("--to %s: not one of jsonl, sqlite:FILE", to);
            return EXIT_USAGE;
        }
    }
    if (to_output && !(c->out = open_output(c->given)))
        return EXIT_NOTHING_READ;
    return EXIT_ALL_DONE;
}

int run_code(options *given)
{
    coding c = {.given = given};
    int result = open_targets(&c);
    if (result == EXIT_ALL_DONE) {
        batch all = {.given = given, .known = in_all_stores, .print = print_json, .take = take, .context = &c};
        result = run_batch(&all);
        if (c.failed && result == EXIT_ALL_DONE)
            result = EXIT_SOME_FAILED;
    }
    for (uint32_t i = 0; i < c.store_count; i++) {
        dateline_error error = {0};
        if (dateline_store_close(c.stores[i], &error) != DATELINE_OK && !c.failed) {
            complain("%s", error.message);
            result = EXIT_SOME_FAILED;
        }
    }
    if (c.out && close_output(c.out, given) != EXIT_ALL_DONE)
        result = EXIT_SOME_FAILED;
    return result;
}
