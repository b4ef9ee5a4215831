/* Treebanks: raw text in, trees out, scored by the measures of the CoNLL 2018 shared task. */
#include "eval/eval.h"

#include <stdio.h>
#include <stdlib.h>

/* The engine's analysis of the treebank's raw text. */
static bool parse_raw(const evaluation *e, const treebank *gold, treebank *system, dateline_error *error)
{
    dateline_report report = {.text = gold->raw, .length = gold->raw_length, .name = e->path};
    dateline_record *record = dateline_parse(e->engine, &report, error);
    char *conllu = record ? dateline_record_conllu(record) : NULL;
    bool parsed = conllu && treebank_parse(system, conllu, "system", error);
    free(conllu);
    dateline_record_free(record);
    return parsed;
}

int eval_conllu(const evaluation *e)
{
    dateline_error error = {0};
    treebank gold = {0}, system = {0};
    conll_scores scores = {0};
    bool done = treebank_read(&gold, e->path, &error) &&
                (e->answer ? treebank_read(&system, e->answer, &error) : parse_raw(e, &gold, &system, &error));
    if (done && !conll_compare(&gold, &system, &scores)) {
        done = false;
        snprintf(error.message, sizeof error.message, "%s: %s has another text than the treebank", e->path,
                 e->answer ? e->answer : "the analysis");
    }
    treebank_free(&gold);
    treebank_free(&system);
    if (!done) {
        fprintf(stderr, "dateline: %s\n", error.message);
        return 1;
    }
    const struct {
        const char *name;
        const tally *t;
    } rows[] = {{"tokens", &scores.tokens}, {"sentences", &scores.sentences}, {"words", &scores.words},   {"UPOS", &scores.upos},
                {"XPOS", &scores.xpos},     {"features", &scores.features},   {"lemmas", &scores.lemmas}, {"UAS", &scores.uas},
                {"LAS", &scores.las}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        print_tally(e, rows[i].name, rows[i].t);
    return e->answer ? 0 : eval_coreference(e);
}
