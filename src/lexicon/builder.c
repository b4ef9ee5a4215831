#include "lexicon/builder.h"

#include "base/container.h"
#include "base/utf8.h"
#include "lexicon/format.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

void builder_open(builder *b)
{
    *list_add(&b->memory, &b->strings) = 0; /* offset 0 is the empty string */
}

void builder_complain(builder *b, const char *format, ...)
{
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    message_at(message, sizeof message, b->file, b->line, format, arguments);
    va_end(arguments);
    if (b->mistakes++ == 0)
        memcpy(b->first_mistake, message, sizeof message);
    if (b->complain)
        b->complain(message, b->context);
}

static void grow_string_slots(builder *b)
{
    uint32_t *old = b->string_slots;
    uint32_t old_capacity = b->string_capacity;
    b->string_capacity = old_capacity ? old_capacity * 2 : 1024;
    b->string_slots = arena_array(&b->memory, b->string_capacity, sizeof *b->string_slots);
    for (uint32_t i = 0; i < old_capacity; i++) {
        if (!old[i])
            continue;
        const char *string = b->strings.items + old[i];
        uint32_t place = (uint32_t)XXH3_64bits(string, strlen(string)) & (b->string_capacity - 1);
        while (b->string_slots[place])
            place = (place + 1) & (b->string_capacity - 1);
        b->string_slots[place] = old[i];
    }
}

uint32_t builder_string(builder *b, const char *string)
{
    if (!*string)
        return 0;
    if (b->string_count * 2 >= b->string_capacity)
        grow_string_slots(b);
    size_t length = strlen(string);
    uint32_t place = (uint32_t)XXH3_64bits(string, length) & (b->string_capacity - 1);
    for (; b->string_slots[place]; place = (place + 1) & (b->string_capacity - 1))
        if (strcmp(b->strings.items + b->string_slots[place], string) == 0)
            return b->string_slots[place];
    uint32_t offset = b->strings.count;
    for (size_t i = 0; i <= length; i++)
        *list_add(&b->memory, &b->strings) = string[i];
    b->string_slots[place] = offset;
    b->string_count++;
    return offset;
}

uint32_t builder_row(builder *b, table_id table, const uint32_t *cells)
{
    table_builder *to = &b->tables[table];
    for (uint32_t i = 0; i < lexicon_tables[table].column_count; i++)
        *list_add(&b->memory, &to->cells) = cells[i];
    *list_add(&b->memory, &to->cells) = b->line;
    return to->row_count++;
}

uint32_t builder_number(const builder *b, table_id table, uint32_t row, uint32_t column)
{
    return b->tables[table].cells.items[row * (lexicon_tables[table].column_count + 1) + column];
}

const char *builder_text(const builder *b, table_id table, uint32_t row, uint32_t column)
{
    return b->strings.items + builder_number(b, table, row, column);
}

/* As lexicon_find wants it: lower case, single spaces, straight apostrophes. */
static const char *normal_key(builder *b, slice key)
{
    slice lower = utf8_lower(&b->memory, key);
    char *out = arena_take(&b->memory, lower.length + 1);
    uint32_t length = 0;
    for (uint32_t i = 0; i < lower.length; i++) {
        if (utf8_curly_at(lower, i)) {
            out[length++] = '\'';
            i += 2;
        } else if (lower.bytes[i] != ' ' || (length && out[length - 1] != ' ')) {
            out[length++] = lower.bytes[i];
        }
    }
    while (length && out[length - 1] == ' ')
        length--;
    out[length] = 0;
    return out;
}

void builder_keys(builder *b, index_id index, const char *keys, uint32_t row)
{
    while (*keys) {
        size_t length = strcspn(keys, "|");
        const char *key = normal_key(b, (slice){keys, (uint32_t)length});
        if (*key)
            *list_add(&b->memory, &b->keys) = (key_entry){key, index, row, b->line, b->layer};
        else
            builder_complain(b, "an empty alternative beside \"|\"");
        keys += length;
        keys += *keys == '|';
    }
}

static int by_index_and_key(const void *left, const void *right)
{
    const key_entry *a = left, *c = right;
    if (a->index != c->index)
        return a->index < c->index ? -1 : 1;
    int order = strcmp(a->key, c->key);
    if (order)
        return order;
    return a->row < c->row ? -1 : a->row > c->row;
}

static table_id table_of(index_id index)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (uint32_t c = 0; c < lexicon_tables[t].column_count; c++)
            if (lexicon_tables[t].columns[c].index == index)
                return (table_id)t;
    return TABLE_COUNT;
}

/* A third of them stay empty at least, so that probing stays short. */
static uint32_t slots_for(uint32_t count)
{
    uint32_t slots = 16;
    while (slots < count + count / 2)
        slots *= 2;
    return slots;
}

typedef struct key_tables {
    lexicon_key *keys;
    lexicon_first *firsts;
    uint32_t key_slots, first_slots;
    LIST(uint32_t) postings;
} key_tables;

static void put_key(key_tables *to, const char *key, lexicon_key slot)
{
    uint32_t mask = to->key_slots - 1;
    uint32_t place = (uint32_t)XXH3_64bits_withSeed(key, strlen(key), slot.index) & mask;
    while (to->keys[place].key)
        place = (place + 1) & mask;
    to->keys[place] = slot;
}

static void put_first(builder *b, key_tables *to, const char *word, size_t length, const key_entry *entry)
{
    char *copy = arena_copy(&b->memory, word, length);
    uint32_t offset = builder_string(b, copy), longest = (uint32_t)strlen(entry->key);
    uint32_t mask = to->first_slots - 1;
    uint32_t place = (uint32_t)XXH3_64bits_withSeed(copy, length, INDEX_COUNT) & mask;
    while (to->firsts[place].word && to->firsts[place].word != offset)
        place = (place + 1) & mask;
    lexicon_first *slot = &to->firsts[place];
    slot->word = offset;
    slot->indexes |= UINT64_C(1) << entry->index;
    if (slot->longest < longest)
        slot->longest = longest;
}

/* The tokenizer may or may not cut a key at a hyphen or an apostrophe, so both are first words. */
static void put_first_words(builder *b, key_tables *to, const key_entry *entry)
{
    size_t spaced = strcspn(entry->key, " "), cut = strcspn(entry->key, " -'.,/&");
    put_first(b, to, entry->key, spaced, entry);
    if (cut && cut < spaced)
        put_first(b, to, entry->key, cut, entry);
    if (cut && entry->key[cut] == '.') /* "u.s. army" begins with "u.s.", and "u.s" ends a sentence */
        put_first(b, to, entry->key, spaced - (entry->key[spaced - 1] == '.'), entry);
}

static void index_keys(builder *b, key_tables *to)
{
    to->key_slots = slots_for(b->keys.count);
    uint32_t beginning = 0;
    for (uint32_t i = 0; i < b->keys.count; i++)
        beginning += index_notes_first_words(b->keys.items[i].index);
    to->first_slots = slots_for(beginning * 2);
    to->keys = arena_array(&b->memory, to->key_slots, sizeof *to->keys);
    to->firsts = arena_array(&b->memory, to->first_slots, sizeof *to->firsts);
    for (uint32_t i = 0, next; i < b->keys.count; i = next) {
        const key_entry *entry = &b->keys.items[i];
        lexicon_key slot = {builder_string(b, entry->key), entry->index, to->postings.count, 0};
        bool homonyms = lexicon_tables[table_of(entry->index)].homonyms;
        for (next = i; next < b->keys.count; next++) {
            const key_entry *same = &b->keys.items[next];
            if (same->index != entry->index || strcmp(same->key, entry->key) != 0)
                break;
            if (next > i && same->row == b->keys.items[next - 1].row)
                continue;
            if (!homonyms && same->layer != entry->layer)
                continue; /* the upper layer has said it */
            *list_add(&b->memory, &to->postings) = same->row;
            slot.count++;
        }
        if (slot.count > 1 && !homonyms) {
            b->file = lexicon_tables[table_of(entry->index)].file;
            b->line = b->keys.items[next - 1].line;
            builder_complain(b, "\"%s\" stands in line %u already", entry->key, entry->line);
        }
        put_key(to, entry->key, slot);
        if (index_notes_first_words(entry->index))
            put_first_words(b, to, entry);
    }
}

status builder_finish(builder *b, const char *path, dateline_error *error)
{
    if (b->keys.count)
        qsort(b->keys.items, b->keys.count, sizeof *b->keys.items, by_index_and_key);
    key_tables indexed = {0};
    index_keys(b, &indexed);
    if (b->mistakes)
        return fail(error, DATELINE_BAD_LEXICON, "%u mistake%s, the first: %s", b->mistakes, b->mistakes == 1 ? "" : "s", b->first_mistake);
    if (!path)
        return DATELINE_OK;

    lexicon_table tables[TABLE_COUNT];
    LIST(uint32_t) cells = {0};
    for (int t = 0; t < TABLE_COUNT; t++) {
        tables[t] = (lexicon_table){cells.count, b->tables[t].row_count};
        for (uint32_t i = 0; i < b->tables[t].cells.count; i++)
            *list_add(&b->memory, &cells) = b->tables[t].cells.items[i];
    }
    const uint64_t layout = lexicon_layout();
    const container_part parts[] = {
        {"version", b->version, strlen(b->version) + 1},
        {"layout", &layout, sizeof layout},
        {"strings", b->strings.items, b->strings.count},
        {"tables", tables, sizeof tables},
        {"cells", cells.items, cells.count * sizeof *cells.items},
        {"keys", indexed.keys, indexed.key_slots * sizeof *indexed.keys},
        {"firsts", indexed.firsts, indexed.first_slots * sizeof *indexed.firsts},
        {"postings", indexed.postings.items, indexed.postings.count * sizeof *indexed.postings.items},
    };
    return container_write(path, LEXICON_MAGIC, LEXICON_VERSION, parts, sizeof parts / sizeof *parts, error);
}
