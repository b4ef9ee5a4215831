/* Whether two names mean the same, as the gold data counts it. */
#ifndef DATELINE_EVAL_NAMES_H
#define DATELINE_EVAL_NAMES_H

#include <stdbool.h>
#include <stdint.h>

/* The words of the shorter name are all in the longer one, or half of all words are shared. */
bool names_agree(const char *a, const char *b);

/* F1 of two lists of names, each paired once; 1 where both are empty. */
double name_lists_f1(const char *const *gold, uint32_t gold_count, const char *const *ours, uint32_t our_count);

#endif
