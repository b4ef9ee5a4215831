/* The best tree over scores of governors. */
#ifndef DATELINE_SYNTAX_TREE_H
#define DATELINE_SYNTAX_TREE_H

#include "document.h"

/* score[n][n + 1] as score_governors makes it; head[n] becomes the governor of each word, NONE for the one root.
 * Chu and Liu (1965), Edmonds (1967); with a single root. */
void best_tree(arena *memory, const float *score, uint32_t n, uint32_t *head);

/* Fills in first_child, next_sibling, left and right from the heads. */
void link_tree(document *doc);

#endif
