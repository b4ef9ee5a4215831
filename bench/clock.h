/* Seconds that go by, whatever the time of day does. */
#ifndef DATELINE_BENCH_CLOCK_H
#define DATELINE_BENCH_CLOCK_H

#include <time.h>

static inline double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

#endif
