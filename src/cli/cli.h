/* What the commands share: the command line, errors, the way of many reports through many threads. */
#ifndef DATELINE_CLI_CLI_H
#define DATELINE_CLI_CLI_H

#include "dateline.h"

#include <stdio.h>

/* Exit statuses, as docs/cli.md promises them. */
enum { EXIT_ALL_DONE = 0, EXIT_SOME_FAILED = 1, EXIT_USAGE = 2, EXIT_NOTHING_READ = 3, EXIT_INTERRUPTED = 130 };

enum { MOST_TARGETS = 8, MOST_FIELDS = 16, MOST_THREADS = 64 };

/* Every option that some command has; a command says which ones it takes. */
typedef struct options {
    dateline_options engine;
    dateline_reading reading;
    const char *fields[MOST_FIELDS];
    const char *to[MOST_TARGETS];
    uint32_t to_count;
    const char *out; /* -o FILE; NULL: standard output */
    uint32_t threads;
    bool quiet, verbose, json;
    bool plain_progress; /* --progress=plain */
    bool help;
    const char *item; /* --event, --statement, --entity */
    const char *port, *address;
    const char *answer; /* of eval: another program's CoNLL-U */
    dateline_query query;
    const char **files; /* [file_count] what is left */
    uint32_t file_count;
} options;

typedef struct command {
    const char *name;
    const char *accepts; /* short names of its options, as in option_specs */
    const char *usage;   /* "dateline code [FILE...]" */
    const char *about;   /* one line */
    const char *help;    /* with examples */
    int (*run)(options *given);
} command;

extern const command commands[]; /* ends in a NULL name */
const command *command_named(const char *name);

/* false after a message about what is wrong: EXIT_USAGE. `arguments` are those after the command's name. */
bool read_options(const command *of, int count, char **arguments, options *out);

/* Standard error: "dateline: ...". */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The options of a command, for its help. */
void print_option_help(const command *of);

/* The file named by -o, or standard output; NULL after a message. */
FILE *open_output(const options *given);

/* The store that is the first file given; NULL after a message. */
dateline_store *open_given_store(const options *given);

/* Writes a text and its ending; false after a message about why it could not be written. */
bool write_text(FILE *out, const char *text, const char *ending, const options *given);

/* EXIT_ALL_DONE, or EXIT_SOME_FAILED when what was written did not get there: with a message, unless write_text()
 * gave it. */
int close_output(FILE *out, const options *given);

/* ---- many reports ---- */

/* Turns a report into what is written of it, on any thread. Freed with free(); NULL with an error. */
typedef struct coded {
    dateline_record *record;
    char *text; /* NULL: nothing to print */
    dateline_error error;
    dateline_status status;
} coded;

typedef struct batch {
    const options *given;
    bool parse_only;
    /* whether a report need not be coded; may be NULL */
    bool (*known)(const dateline_report *report, void *context);
    /* on the worker threads: what to print of a record; may be NULL */
    char *(*print)(const dateline_record *record, void *context);
    /* on the one thread, in the order of the input; false stops */
    bool (*take)(const coded *one, void *context);
    void *context;
} batch;

/* Codes all files of the options. Returns the exit status. */
int run_batch(const batch *what);

int run_code(options *given);
int run_show(options *given);
int run_explain(options *given);
int run_parse(options *given);
int run_times(options *given);
int run_places(options *given);
int run_statements(options *given);
int run_find(options *given);
int run_serve(options *given);
int run_lexicon(options *given);
int run_import(options *given);
int run_eval(options *given);
int run_version(options *given);
int run_help(options *given);

#endif
