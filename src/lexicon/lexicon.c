#include "lexicon/lexicon.h"

#include "base/utf8.h"

#include <string.h>
#include <xxhash.h>

static uint32_t power_of_two_or_zero(size_t count)
{
    return count && (count & (count - 1)) == 0 && count <= UINT32_MAX ? (uint32_t)count : 0;
}

static void note_inflections(lexicon *words)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (uint32_t c = 0; c < lexicon_tables[t].column_count; c++) {
            const column_spec *column = &lexicon_tables[t].columns[c];
            if (column->index != INDEX_NONE)
                words->inflections[column->index] = (uint8_t)column->inflects;
        }
}

/* Offsets were written by compile.c and are held by the checksum; what is checked here is that the
 * file was made for these tables. */
status lexicon_open(lexicon *words, const char *path, dateline_error *error)
{
    *words = (lexicon){0};
    status opened = container_open(&words->file, path, LEXICON_MAGIC, LEXICON_VERSION, DATELINE_BAD_LEXICON, error);
    if (opened != DATELINE_OK)
        return opened;
    size_t strings = 0, keys = 0, firsts = 0, cells = 0, postings = 0;
    words->version = container_section(&words->file, "version", 0, NULL);
    const uint64_t *layout = container_section(&words->file, "layout", sizeof *layout, NULL);
    words->strings = container_section(&words->file, "strings", 0, &strings);
    words->tables = container_section(&words->file, "tables", TABLE_COUNT * sizeof(lexicon_table), NULL);
    words->cells = container_section(&words->file, "cells", 0, &cells);
    words->keys = container_section(&words->file, "keys", 0, &keys);
    words->firsts = container_section(&words->file, "firsts", 0, &firsts);
    words->postings = container_section(&words->file, "postings", 0, &postings);
    words->key_slots = power_of_two_or_zero(keys / sizeof(lexicon_key));
    words->first_slots = power_of_two_or_zero(firsts / sizeof(lexicon_first));
    note_inflections(words);
    bool same = layout && *layout == lexicon_layout();
    if (!same || !words->version || !strings || !words->tables || !words->cells || !words->postings || !words->key_slots ||
        !words->first_slots) {
        lexicon_close(words);
        return fail(error, DATELINE_BAD_LEXICON, "%s: compiled for another version; run \"dateline lexicon build\" again", path);
    }
    return DATELINE_OK;
}

void lexicon_close(lexicon *words)
{
    container_close(&words->file);
}

static bool string_is(const lexicon *words, uint32_t offset, slice key)
{
    const char *string = words->strings + offset;
    return strncmp(string, key.bytes, key.length) == 0 && string[key.length] == 0;
}

rows lexicon_find(const lexicon *words, index_id index, slice key)
{
    uint32_t mask = words->key_slots - 1;
    uint32_t place = (uint32_t)XXH3_64bits_withSeed(key.bytes, key.length, index) & mask;
    for (; words->keys[place].key; place = (place + 1) & mask) {
        const lexicon_key *slot = &words->keys[place];
        if (slot->index == (uint32_t)index && string_is(words, slot->key, key))
            return (rows){words->postings + slot->first, slot->count};
    }
    return (rows){NULL, 0};
}

/* A word with straight apostrophes, as keys have them; itself where it has no other, or is longer than any key. */
static slice with_straight_apostrophes(slice word, char *room, uint32_t size)
{
    if (word.length > size || !memchr(word.bytes, 0xe2, word.length)) /* with which U+2019 begins */
        return word;
    uint32_t length = 0;
    for (uint32_t i = 0; i < word.length; length++) {
        bool curly = utf8_curly_at(word, i);
        room[length] = curly ? '\'' : word.bytes[i];
        i += curly ? 3 : 1;
    }
    return (slice){room, length};
}

const lexicon_first *lexicon_begins(const lexicon *words, slice word)
{
    char room[64];
    word = with_straight_apostrophes(word, room, sizeof room);
    uint32_t mask = words->first_slots - 1;
    uint32_t place = (uint32_t)XXH3_64bits_withSeed(word.bytes, word.length, INDEX_COUNT) & mask;
    for (; words->firsts[place].word; place = (place + 1) & mask)
        if (string_is(words, words->firsts[place].word, word))
            return &words->firsts[place];
    return NULL;
}

static uint32_t cell(const lexicon *words, table_id table, uint32_t row, uint32_t column)
{
    const lexicon_table *where = &words->tables[table];
    return words->cells[where->first_cell + row * (lexicon_tables[table].column_count + 1) + column];
}

const char *lexicon_text(const lexicon *words, table_id table, uint32_t row, uint32_t column)
{
    return words->strings + cell(words, table, row, column);
}

uint32_t lexicon_number(const lexicon *words, table_id table, uint32_t row, uint32_t column)
{
    return cell(words, table, row, column);
}

double lexicon_real(const lexicon *words, table_id table, uint32_t row, uint32_t column)
{
    uint32_t bits = cell(words, table, row, column);
    float value;
    memcpy(&value, &bits, sizeof value);
    return (double)value;
}

const char *lexicon_file(table_id table)
{
    return lexicon_tables[table].file;
}

uint32_t lexicon_line(const lexicon *words, table_id table, uint32_t row)
{
    return cell(words, table, row, lexicon_tables[table].column_count);
}
