#include "syntax/kernels.h"

#include <stdlib.h>
#include <string.h>

extern const kernels kernels_plain;
#if defined(__x86_64__)
extern const kernels kernels_avx2, kernels_avx512;
#endif

const kernels *kernels_named(const char *name)
{
    if (strcmp(name, kernels_plain.name) == 0)
        return &kernels_plain;
#if defined(__x86_64__)
    if (strcmp(name, kernels_avx2.name) == 0 && __builtin_cpu_supports("avx2"))
        return &kernels_avx2;
    if (strcmp(name, kernels_avx512.name) == 0 && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vnni"))
        return &kernels_avx512;
#endif
    return NULL;
}

const kernels *kernels_choose(void)
{
    const char *wanted = getenv("DATELINE_KERNELS");
    const kernels *found = wanted ? kernels_named(wanted) : NULL;
    if (!found)
        found = kernels_named("avx512");
    if (!found)
        found = kernels_named("avx2");
    return found ? found : &kernels_plain;
}
