/* The compiled lexicon as it lies in the file: what compile.c writes and lexicon.c maps. */
#ifndef DATELINE_LEXICON_FORMAT_H
#define DATELINE_LEXICON_FORMAT_H

#include <stdint.h>

#define LEXICON_MAGIC "DATELNLX"
enum { LEXICON_VERSION = 1 };

/* Sections: "version" (string), "layout" (u64, of lexicon_layout()), "strings" (zero-terminated; offset 0 is ""), "tables"
 * (lexicon_table per table_id), "cells" (u32), "keys" and "firsts" (hash tables with open
 * addressing, a power of two of slots), "postings" (u32 rows). */

typedef struct lexicon_table {
    uint32_t first_cell; /* rows of columns + 1 cells; the last one is the line in the source */
    uint32_t row_count;
} lexicon_table;

/* A key of one index and the rows that have it. key 0: an empty slot. */
typedef struct lexicon_key {
    uint32_t key;          /* offset in strings */
    uint32_t index;        /* index_id */
    uint32_t first, count; /* postings */
} lexicon_key;

/* The first word of at least one key. word 0: an empty slot. */
typedef struct lexicon_first {
    uint32_t word;    /* offset in strings */
    uint32_t longest; /* bytes of the longest key that begins with it */
    uint64_t indexes; /* bit i: index_id i */
} lexicon_first;

#endif
