/* Look-ups in the gazetteer by themselves. */
#ifndef DATELINE_BENCH_LOOKUPS_H
#define DATELINE_BENCH_LOOKUPS_H

#include "dateline.h"

/* Seconds that one look-up of a city's name takes, over all of them in an order that no cache knows. */
double lookup_seconds(const dateline_engine *engine);

#endif
