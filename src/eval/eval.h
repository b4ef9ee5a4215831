/* Scoring the engine on gold data, with the public header alone. */
#ifndef DATELINE_EVAL_EVAL_H
#define DATELINE_EVAL_EVAL_H

#include "dateline.h"

/* What was in the gold, what was answered, and what of it was right. */
typedef struct tally {
    uint64_t gold, answered, right;
} tally;

double tally_precision(const tally *t);
double tally_recall(const tally *t);
double tally_f1(const tally *t);

/* ---- CoNLL 2018: Zeman et al. (2018), "CoNLL 2018 Shared Task", section 5; words are aligned by characters ---- */

typedef struct conll_scores {
    tally tokens, sentences, words, upos, xpos, features, lemmas, uas, las;
} conll_scores;

/* One word of a treebank. */
typedef struct gold_word {
    uint32_t begin, end;                                           /* characters of the text without white space, in bytes */
    uint32_t head;                                                 /* place in the treebank, or DATELINE_NONE */
    char *form, *lemma, *upos, *xpos, *features, *relation, *misc; /* the relation without its subtype */
} gold_word;

typedef struct treebank {
    gold_word *words; /* [word_count] */
    uint32_t word_count, word_capacity;
    dateline_span *sentences, *tokens; /* likewise without white space; a token may hold several words */
    uint32_t sentence_count, sentence_capacity, token_count, token_capacity;
    char *text; /* without white space */
    size_t length, text_capacity;
    char *raw; /* as it was written: what a parser is given */
    size_t raw_length, raw_capacity;
} treebank;

/* Reads a CoNLL-U file, or takes over a parsed record. false: no memory, or a line that is none (see error). */
bool treebank_read(treebank *bank, const char *path, dateline_error *error);
bool treebank_parse(treebank *bank, const char *conllu, const char *name, dateline_error *error);
void treebank_free(treebank *bank);

/* Adds the comparison of two analyses of one text. false: the texts differ. */
bool conll_compare(const treebank *gold, const treebank *system, conll_scores *scores);

/* ---- coreference: MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAF-e (Luo 2005); their mean is CoNLL F1 (Pradhan et al. 2012)
 * ---- */

/* A mention of one side: what it belongs to, and what on the other side it is. */
typedef struct coreferent {
    uint32_t chain; /* numbered from 0 */
    uint32_t pair;  /* the mention of the other side, or DATELINE_NONE */
    bool pronoun;
} coreferent;

/* Sums over documents, of which recall and precision are the quotients. */
typedef struct ratio {
    double recalled, gold, precise, answered;
} ratio;

typedef struct coreference_scores {
    ratio muc, b3, ceaf;
    ratio names, pronouns; /* B3 of each kind of mention */
} coreference_scores;

double ratio_recall(const ratio *r);
double ratio_precision(const ratio *r);
double ratio_f1(const ratio *r);

/* Adds a document. false: no memory. */
bool coreference_compare(const coreferent *gold, uint32_t gold_count, const coreferent *answer, uint32_t answer_count,
                         coreference_scores *scores);

/* ---- one function a kind of gold data; each prints its scores. Returns an exit status ---- */

typedef struct evaluation {
    const dateline_engine *engine;
    const char *path;
    const char *answer; /* CoNLL-U of another program, scored in the engine's place; NULL: none */
    bool json;
} evaluation;

int eval_conllu(const evaluation *e);
int eval_coreference(const evaluation *e); /* of CoNLL-U that has it; nothing where it has not */
int eval_attributions(const evaluation *e);
int eval_events(const evaluation *e);
int eval_categories(const evaluation *e);
int eval_mentions(const evaluation *e);
int eval_times(const evaluation *e);
int eval_places(const evaluation *e);

/* Prints one line: name, precision, recall, F1, as text or as a JSON object. */
void print_tally(const evaluation *e, const char *name, const tally *t);

#endif
