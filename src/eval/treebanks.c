/* Treebanks: raw text in, trees out, scored by the measures of the CoNLL 2018 shared task. */
#include "eval/eval.h"

#include <stdio.h>
#include <stdlib.h>

int eval_conllu(const evaluation *e)
{
    dateline_error error = {0};
    treebank gold = {0}, system = {0};
    conll_scores scores = {0};
    bool done = false;
    if (treebank_read(&gold, e->path, &error)) {
        dateline_report report = {.text = gold.raw, .length = gold.raw_length, .name = e->path};
        dateline_record *record = dateline_parse(e->engine, &report, &error);
        char *conllu = record ? dateline_record_conllu(record) : NULL;
        done = conllu && treebank_parse(&system, conllu, "system", &error) && conll_compare(&gold, &system, &scores);
        if (conllu && !done && !*error.message)
            snprintf(error.message, sizeof error.message, "%s: the parsed text is not the treebank's", e->path);
        free(conllu);
        dateline_record_free(record);
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
    } rows[] = {{"tokens", &scores.tokens}, {"sentences", &scores.sentences}, {"words", &scores.words}, {"UPOS", &scores.upos},
                {"XPOS", &scores.xpos},     {"features", &scores.features},   {"lemmas", &scores.lemmas}, {"UAS", &scores.uas},
                {"LAS", &scores.las}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        print_tally(e, rows[i].name, rows[i].t);
    return 0;
}
