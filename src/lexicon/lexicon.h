/* The compiled dictionaries, mapped into memory: shared by any number of threads, never written. */
#ifndef DATELINE_LEXICON_LEXICON_H
#define DATELINE_LEXICON_LEXICON_H

#include "base/container.h"
#include "base/span.h"
#include "lexicon/format.h"
#include "lexicon/tables.h"

typedef struct lexicon {
    container file;
    const char *version;
    const char *strings;
    const lexicon_table *tables; /* [TABLE_COUNT] */
    const uint32_t *cells;
    const lexicon_key *keys;     /* [key_slots], a power of two */
    const lexicon_first *firsts; /* [first_slots], likewise */
    const uint32_t *postings;
    uint32_t key_slots, first_slots;
    uint8_t inflections[INDEX_COUNT]; /* of the column behind each index */
} lexicon;

/* Rows of one table that share a key. */
typedef struct rows {
    const uint32_t *items;
    uint32_t count;
} rows;

status lexicon_open(lexicon *words, const char *path, dateline_error *error);
void lexicon_close(lexicon *words);

/* The rows whose key is `key`: in lower case, single spaces, straight apostrophes. */
rows lexicon_find(const lexicon *words, index_id index, slice key);

/* The indexes with keys that begin with this word, and the length of the longest of them in bytes. */
const lexicon_first *lexicon_begins(const lexicon *words, slice word);

/* Cells. A text cell that says nothing is "". */
const char *lexicon_text(const lexicon *words, table_id table, uint32_t row, uint32_t column);
uint32_t lexicon_number(const lexicon *words, table_id table, uint32_t row, uint32_t column);
double lexicon_real(const lexicon *words, table_id table, uint32_t row, uint32_t column);

/* The line of the source, "cues.tsv" and 41. */
const char *lexicon_file(table_id table);
uint32_t lexicon_line(const lexicon *words, table_id table, uint32_t row);

#endif
