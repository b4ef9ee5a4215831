/* Bytes to words, as the English treebanks of Universal Dependencies cut them: "don't" is do|n't,
 * "anti-war" is one word and "long-term" three, "U.S." keeps its dots. */
#ifndef DATELINE_TEXT_TOKENS_H
#define DATELINE_TEXT_TOKENS_H

#include "document.h"

/* Fills where, lower, begins, longest, space_before, joined, capital and break_before. */
status find_tokens(document *doc);

#endif
