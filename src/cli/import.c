/* dateline import: dictionaries of other coders made ours. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static void print_line(const char *message, void *context)
{
    const options *given = context;
    if (!given->quiet)
        fprintf(stderr, "%s/%s\n", given->files[1], message);
}

int run_import(options *given)
{
    if (given->file_count != 2 || strcmp(given->files[0], "petrarch") != 0) {
        complain("usage: %s", command_named("import")->usage);
        return EXIT_USAGE;
    }
    const char *out = given->out ? given->out : "petrarch";
    dateline_error error = {0};
    dateline_import_counts counts = {0};
    dateline_status done = dateline_import_petrarch(given->files[1], out, print_line, given, &counts, &error);
    if (done != DATELINE_OK) {
        complain("%s", error.message);
        return done == DATELINE_CANNOT_WRITE ? EXIT_SOME_FAILED : EXIT_NOTHING_READ;
    }
    fprintf(stderr, "%s: %llu codes of actors, %llu of agents, %llu rules; %llu lines were not converted\n", out,
            (unsigned long long)counts.actors, (unsigned long long)counts.agents, (unsigned long long)counts.rules,
            (unsigned long long)counts.unconverted);
    if (!given->quiet)
        fprintf(stderr, "next: dateline lexicon build %s -o %s.bin; dateline code FILE --lexicon %s.bin\n", out, out, out);
    return EXIT_ALL_DONE;
}
