/* What speaks for a word's being part of a cue: "has called for", "in his view", "denounced".
 *
 * A logistic regression over the word, its place in the tree and the words around it, learned from attributed news (train/clues.py). It
 * knows no names: a name is read as its class alone, so that a record does not depend on who stands in a report. */
#ifndef DATELINE_STATEMENTS_CLUES_H
#define DATELINE_STATEMENTS_CLUES_H

#include "document.h"

enum { MOST_CLUES = 64 }; /* of one word */

typedef struct clue {
    uint8_t kind;   /* of clues.c */
    uint32_t slot;  /* of the weights */
    uint32_t token; /* the other word that it is about, or NONE */
} clue;

/* The words of a report as numbers, of which clues are made. */
typedef struct clue_reader {
    const document *doc;
    uint32_t slots; /* how many weights there are: a power of two */
    uint32_t *word; /* [tokens] hash of the lemma; of a name: its class */
    uint32_t *tag;  /* [tokens] hash of the Penn Treebank tag */
    float *odds;    /* [tokens] log odds that the word belongs to a cue, the network's reading among them; NULL: not weighed */
} clue_reader;

/* All that a reader holds lies in the document's arena. */
void clue_reader_open(clue_reader *reader, document *doc, uint32_t slots);

/* The clues of one word; returns how many. */
uint32_t clues_of(const clue_reader *reader, uint32_t token, clue out[MOST_CLUES]);

/* Fills in the odds, by the document's weights. */
void weigh_clues(clue_reader *reader, document *doc);

/* What the network made of words, for a person to read: '"wary" read as a cue +0.8; "of" as what is said +1.1'. cue, source: tokens or
 * NONE. The document has odds. */
const char *telling_marks(document *doc, uint32_t cue, uint32_t source, uint32_t content);

/* The clues that weighed most, for a person to read: 'the word itself +2.1; has the part "attack" +0.8'. In the document's arena. */
const char *telling_clues(const clue_reader *reader, document *doc, uint32_t token);

#endif
