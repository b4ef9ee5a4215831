/* The file format that the model and the compiled lexicon share: named sections behind a checksum.
 *
 * All little-endian: magic (8 bytes), version (u32), number of sections (u32), XXH3-64 of all that
 * follows (u64); then per section a name (32 bytes, zero-padded), offset (u64) and length (u64); then
 * the sections, each at a multiple of CONTAINER_ALIGNMENT. train/export.py writes it too. */
#ifndef DATELINE_BASE_CONTAINER_H
#define DATELINE_BASE_CONTAINER_H

#include "base/mapping.h"
#include "base/span.h"

enum { CONTAINER_ALIGNMENT = 64, CONTAINER_NAME = 32, CONTAINER_SECTIONS = 160 };

typedef struct container {
    mapping file;
    uint32_t count;
} container;

/* Maps and checks a file; `blame` is the status of a file that is not as it should be. */
status container_open(container *from, const char *path, const char magic[8], uint32_t version, status blame, dateline_error *error);
void container_close(container *from);

/* A section of exactly `length` bytes, or of any length if that is 0; NULL if there is none such. */
const void *container_section(const container *from, const char *name, size_t length, size_t *found);

typedef struct container_part {
    const char *name;
    const void *bytes;
    size_t length;
} container_part;

/* Writes a file whole or not at all: to a temporary name first, then renamed. */
status container_write(const char *path, const char magic[8], uint32_t version, const container_part *parts, uint32_t count,
                       dateline_error *error);

#endif
