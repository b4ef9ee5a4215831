/* A whole file, read-only, in memory. */
#ifndef DATELINE_BASE_MAPPING_H
#define DATELINE_BASE_MAPPING_H

#include "base/status.h"

#include <stddef.h>

typedef struct mapping {
    const char *bytes; /* NULL for an empty file */
    size_t length;
} mapping;

/* DATELINE_CANNOT_READ with the reason, or DATELINE_OK. */
status mapping_open(mapping *file, const char *path, dateline_error *error);
void mapping_close(mapping *file);

#endif
