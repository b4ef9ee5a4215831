/* dateline lexicon: compiles dictionaries and rules, or checks them. */
#include "cli/cli.h"

#include <string.h>

static void print_mistake(const char *message, void *context)
{
    const char *folder = context;
    fprintf(stderr, "%s/%s\n", folder, message);
}

static void print_note(const char *message, void *context)
{
    (void)context;
    puts(message);
}

int run_lexicon(options *given)
{
    bool build = given->file_count >= 2 && strcmp(given->files[0], "build") == 0;
    bool check = given->file_count >= 2 && strcmp(given->files[0], "check") == 0;
    if (!build && !check) {
        complain("usage: %s", command_named("lexicon")->usage);
        return EXIT_USAGE;
    }
    const char *const *folders = given->files + 1, *first = given->files[1];
    uint32_t count = given->file_count - 1;
    dateline_error error = {0};
    dateline_status done =
        build ? dateline_lexicon_build(folders, count, given->out ? given->out : "lexicon.bin", print_mistake, (void *)first, &error)
              : dateline_lexicon_check(folders, count, given->verbose, print_mistake, given->quiet ? NULL : print_note, (void *)first,
                                       &error);
    if (done != DATELINE_OK) {
        complain("%s", error.message);
        return done == DATELINE_CANNOT_READ ? EXIT_NOTHING_READ : EXIT_SOME_FAILED;
    }
    if (check && !given->quiet)
        printf("%s: no mistakes\n", first);
    return EXIT_ALL_DONE;
}
