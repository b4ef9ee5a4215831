/* What the tree says of the features of words: whose verb it is, which form after which auxiliary. */
#ifndef DATELINE_SYNTAX_AGREEMENT_H
#define DATELINE_SYNTAX_AGREEMENT_H

#include "document.h"

enum { LONGEST_CONTEXT = 24 };

/* What is known of each word of a sentence by those that hang on it. */
typedef struct dependents {
    uint32_t subject; /* token, or NONE */
    bool passive, have, be, auxiliary, to, coordinated;
} dependents;

/* out[words of the sentence]: what hangs on each. */
void gather_dependents(const document *doc, sentence s, dependents *out);

/* The context of a token as train/feats.py writes it, "" where the tree tells nothing. */
void context_of(const document *doc, sentence s, const dependents *all, uint32_t token, char out[LONGEST_CONTEXT]);

#endif
