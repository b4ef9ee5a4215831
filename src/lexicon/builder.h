/* A lexicon in the making: rows, keys and strings, then one file. */
#ifndef DATELINE_LEXICON_BUILDER_H
#define DATELINE_LEXICON_BUILDER_H

#include "base/array.h"
#include "base/span.h"
#include "base/status.h"
#include "lexicon/tables.h"

typedef struct key_entry {
    const char *key;
    index_id index;
    uint32_t row;
    uint32_t line;
    uint32_t layer; /* 0: the folder that goes before all others */
} key_entry;

typedef struct table_builder {
    LIST(uint32_t) cells;
    uint32_t row_count;
} table_builder;

typedef struct builder {
    arena memory;
    LIST(char) strings;
    uint32_t *string_slots; /* [string_capacity] offsets; 0: empty */
    uint32_t string_capacity, string_count;
    table_builder tables[TABLE_COUNT];
    LIST(key_entry) keys;
    const char *version;
    uint32_t layer, layers; /* that is being read, and how many there are */
    uint32_t set_count;     /* of rules, over all layers */

    const char *file; /* that is being read, and its line, for complaints */
    uint32_t line;
    void (*complain)(const char *message, void *context);
    void *context;
    uint32_t mistakes;
    char first_mistake[400];
} builder;

void builder_open(builder *b);

/* A mistake in the source at the present file and line. */
void builder_complain(builder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Offset of a string in the pool; equal strings share one. */
uint32_t builder_string(builder *b, const char *string);

/* Appends a row; `cells` has the table's columns, and the present line is added. Returns its number. */
uint32_t builder_row(builder *b, table_id table, const uint32_t *cells);

/* Cells of rows that are there already. */
uint32_t builder_number(const builder *b, table_id table, uint32_t row, uint32_t column);
const char *builder_text(const builder *b, table_id table, uint32_t row, uint32_t column);

/* Makes `row` found under each of the alternatives of `keys`, "one|two|three". */
void builder_keys(builder *b, index_id index, const char *keys, uint32_t row);

/* Sorts the keys, complains of those that repeat where they may not, and writes the file unless
 * `path` is NULL. */
status builder_finish(builder *b, const char *path, dateline_error *error);

#endif
