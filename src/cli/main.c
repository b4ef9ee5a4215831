#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const command commands[] = {
    {"code", "fjoqvtpsmlF", "dateline code [FILE...]", "read reports, write their records",
     "Reads files, folders or standard input (-). Writes one JSON object a line, or into a store.\n\n"
     "  dateline code report.txt\n"
     "  dateline code news.jsonl --to sqlite:news.sqlite\n"
     "  dateline code reports/ -j 4 --published 2023-02-28 -o records.jsonl\n"
     "  dateline code dump.jsonl --field text=story --field published=day\n",
     run_code},
    {"show", "fpsmlFq", "dateline show [FILE...]", "the same, for people: the text, marked, and a summary",
     "  dateline show report.txt\n  dateline show report.txt | less -R\n", run_show},
    {"explain", "fpsmlFi", "dateline explain FILE [--event v2 | --statement s1 | --entity e7]",
     "why a record says what it says: the rule, the words, the tree",
     "  dateline explain report.txt\n  dateline explain report.txt --statement s3\n", run_explain},
    {"parse", "fjoqtpsmlF", "dateline parse [FILE...]", "the language layer alone: words, tags, trees",
     "  dateline parse report.txt               CoNLL-U on standard output\n  dateline parse --to conllu news.jsonl -o news.conllu\n",
     run_parse},
    {"times", "fjoqpsmlF", "dateline times [FILE...]", "dates and times alone, one JSON object a report", "  dateline times report.txt\n",
     run_times},
    {"places", "fjoqpsmlF", "dateline places [FILE...]", "places alone, one JSON object a report", "  dateline places report.txt\n",
     run_places},
    {"statements", "fjoqpsmlF", "dateline statements [FILE...]", "who said what, one JSON object a report",
     "  dateline statements report.txt\n", run_statements},
    {"find", "Qn", "dateline find DB [WORDS] [--who NAME] [--said FORCE] [--type TYPE] [--country ISO] [--from DATE] [--to DATE]",
     "search a store",
     "  dateline find news.sqlite ceasefire\n  dateline find news.sqlite --who Farhadov --said condemn\n"
     "  dateline find news.sqlite --type ASSAULT --country KEN --from 2023-01-01 --json\n",
     run_find},
    {"serve", "P", "dateline serve DB [--port 8787] [--address 127.0.0.1]",
     "the store in the browser, on this machine unless told otherwise", "  dateline serve news.sqlite\n", run_serve},
    {"import", "oq", "dateline import petrarch DIR [-o DIR]", "make dictionaries of TABARI and PETRARCH a layer of our own",
     "Writes actors.tsv, agents.tsv and rules/petrarch.rules; says of each line that it cannot convert why.\n\n"
     "  dateline import petrarch dictionaries/ -o mine\n  dateline lexicon build mine -o mine.bin\n"
     "  dateline code report.txt --lexicon mine.bin\n",
     run_import},
    {"lexicon", "oqv", "dateline lexicon build|check DIR... [-o FILE]", "compile dictionaries and rules, or check them",
     "Several folders are layers, the first above the others; one without VERSION lies over the installed dictionaries.\n"
     "check also tells which rules never fire because others go before them; with -v, in which order the rules of each trigger go.\n\n"
     "  dateline lexicon check lexicon/\n  dateline lexicon build lexicon/ -o lexicon.bin\n  dateline lexicon build mine/ -o mine.bin\n",
     run_lexicon},
    {"eval", "mlnE", "dateline eval GOLD...", "score the engine on gold data",
     "The kind is told by the file: CoNLL-U treebanks; JSONL with \"attributions\" (PolNeAR) with \"events\" (PLOVER),\n\"label\" "
     "(synthetic events) or \"names\"; TimeML; toponyms.\n\n"
     "  dateline eval dev.conllu\n  dateline eval polnear/dev.jsonl plover/dev.jsonl --json\n",
     run_eval},
    {"version", "", "dateline version", "the version", "", run_version},
    {"help", "", "dateline help [COMMAND]", "this, or the help of a command", "", run_help},
    {0},
};

void complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("dateline: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

const command *command_named(const char *name)
{
    for (const command *at = commands; at->name; at++)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

int run_version(options *given)
{
    (void)given;
    printf("dateline %s (record format %d)\n", dateline_version(), DATELINE_FORMAT);
    return EXIT_ALL_DONE;
}

static void print_commands(FILE *out)
{
    fputs("Dateline reads dated news reports and writes down what they say.\n\nusage: dateline COMMAND [OPTIONS] [FILES]\n\n", out);
    for (const command *at = commands; at->name; at++)
        fprintf(out, "  %-11s %s\n", at->name, at->about);
    fputs("\n\"dateline help COMMAND\" tells more. Exit status: 0 all done, 1 some reports failed, 2 wrong usage,\n"
          "3 nothing could be read.\n",
          out);
}

int main(int count, char **arguments)
{
    if (count < 2) {
        print_commands(stderr);
        return EXIT_USAGE;
    }
    const char *name = arguments[1];
    if (strcmp(name, "-h") == 0 || strcmp(name, "--help") == 0)
        name = "help";
    if (strcmp(name, "--version") == 0)
        name = "version";
    const command *chosen = command_named(name);
    if (!chosen) {
        complain("there is no command \"%s\"; \"dateline help\" lists them", name);
        return EXIT_USAGE;
    }
    options given = {0};
    if (!read_options(chosen, count - 2, arguments + 2, &given))
        return EXIT_USAGE;
    if (given.help) {
        const char *topic[] = {chosen->name};
        given.files = topic;
        given.file_count = 1;
        return run_help(&given);
    }
    return chosen->run(&given);
}

int run_help(options *given)
{
    if (given->file_count == 0 || strcmp(given->files[0], "help") == 0) {
        print_commands(stdout);
        return EXIT_ALL_DONE;
    }
    const command *chosen = command_named(given->files[0]);
    if (!chosen) {
        complain("there is no command \"%s\"; \"dateline help\" lists them", given->files[0]);
        return EXIT_USAGE;
    }
    printf("%s\n%s\n\n%s", chosen->usage, chosen->about, chosen->help);
    print_option_help(chosen);
    return EXIT_ALL_DONE;
}
