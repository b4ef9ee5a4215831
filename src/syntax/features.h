/* What the network sees of a word: hashes that choose rows of embedding tables (train/features.py). */
#ifndef DATELINE_SYNTAX_FEATURES_H
#define DATELINE_SYNTAX_FEATURES_H

#include "base/span.h"

enum { FEATURE_COUNT = 11 };

/* `lower` is the word in lower case. The row of a table is the rest of a hash by its number of rows, a power of two. */
void feature_hashes(slice word, slice lower, bool space_before, uint32_t hashes[FEATURE_COUNT]);

#endif
