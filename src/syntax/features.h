/* What the network sees of a word: hashed rows of one embedding table (train/features.py). */
#ifndef DATELINE_SYNTAX_FEATURES_H
#define DATELINE_SYNTAX_FEATURES_H

#include "base/span.h"

enum { FEATURE_COUNT = 11 };

/* `lower` is the word in lower case; the table has `table_rows` rows. */
void feature_rows(slice word, slice lower, bool space_before, uint32_t table_rows, uint32_t rows[FEATURE_COUNT]);

#endif
