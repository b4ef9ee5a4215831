/* What the network sees of a word: hashed rows of one embedding table (train/features.py). */
#ifndef DATELINE_SYNTAX_FEATURES_H
#define DATELINE_SYNTAX_FEATURES_H

#include "base/span.h"

enum { FEATURE_COUNT = 11, FEATURE_ROWS = 16384 };

/* `lower` is the word in lower case. */
void feature_rows(slice word, slice lower, bool space_before, uint32_t rows[FEATURE_COUNT]);

#endif
