/* What the products of a network cost at least: a loop over its matrices alone, of the same shapes, with nothing between. */
#ifndef DATELINE_BENCH_PRODUCTS_H
#define DATELINE_BENCH_PRODUCTS_H

#include "dateline.h"

/* Multiplications of weights for a row of each matrix: one a word in the small network, one a piece of a word in the large. */
double products_of_row(const dateline_engine *engine);

/* Seconds that they take, on inputs that are in the cache. */
double product_seconds(const dateline_engine *engine);

#endif
