/* dateline eval: scores the engine on gold data. */
#include "eval/eval.h"

#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void print_tally(const evaluation *e, const char *name, const tally *t)
{
    double p = tally_precision(t), r = tally_recall(t), f = tally_f1(t);
    if (e->json)
        printf("{\"gold\":\"%s\",\"measure\":\"%s\",\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f}\n", e->path, name, p, r, f);
    else
        printf("%-10s gold %7llu  answered %7llu  right %7llu  P %.4f  R %.4f  F1 %.4f\n", name, (unsigned long long)t->gold,
               (unsigned long long)t->answered, (unsigned long long)t->right, p, r, f);
}

static bool ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);
    return length > tail && strcmp(path + length - tail, ending) == 0;
}

/* What a file holds is told by its name and its first line. */
static int (*evaluator(const char *path))(const evaluation *)
{
    if (ends_in(path, ".conllu"))
        return eval_conllu;
    struct stat status;
    if (ends_in(path, ".tml") || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)))
        return eval_times;
    if (ends_in(path, ".xml"))
        return eval_places;
    char *line = NULL;
    size_t room = 0;
    FILE *in = fopen(path, "rb");
    ssize_t length = in ? getline(&line, &room, in) : -1;
    int (*found)(const evaluation *) = NULL;
    if (length > 0 && strstr(line, "\"attributions\""))
        found = eval_attributions;
    else if (length > 0 && strstr(line, "\"events\""))
        found = eval_events;
    else if (length > 0 && strstr(line, "\"label\""))
        found = eval_categories;
    else if (length > 0 && strstr(line, "\"names\""))
        found = eval_mentions;
    free(line);
    if (in)
        fclose(in);
    return found;
}

int run_eval(options *given)
{
    if (given->file_count == 0) {
        complain("usage: %s", command_named("eval")->usage);
        return EXIT_USAGE;
    }
    dateline_error error = {0};
    dateline_engine *engine = dateline_open(&given->engine, &error);
    if (!engine) {
        complain("%s", error.message);
        return EXIT_NOTHING_READ;
    }
    int result = EXIT_ALL_DONE;
    for (uint32_t i = 0; i < given->file_count; i++) {
        evaluation e = {engine, given->files[i], given->answer, given->json};
        int (*run)(const evaluation *) = evaluator(e.path);
        if (!run) {
            complain("%s: neither CoNLL-U (*.conllu), TimeML (*.tml, or a folder of them), toponyms (*.xml), nor JSONL with "
                     "\"attributions\", \"events\", \"label\" or \"names\"",
                     e.path);
            result = EXIT_SOME_FAILED;
            continue;
        }
        if (!given->json)
            printf("%s\n", e.path);
        if (run(&e) != EXIT_ALL_DONE)
            result = EXIT_SOME_FAILED;
    }
    dateline_close(engine);
    return result;
}
