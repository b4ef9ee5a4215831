#include "text/spelling.h"

enum { SHORTEST_WORD = 6, LONGEST_WORD = 24 };

static bool is_listed(const document *doc, const char *bytes, uint32_t length)
{
    return lexicon_find(doc->lexicon, INDEX_SPELLING, (slice){bytes, length}).count > 0;
}

/* A word of small letters a to z, which are all that the listed words have. */
static bool is_plain(slice word)
{
    for (uint32_t i = 0; i < word.length; i++)
        if (word.bytes[i] < 'a' || word.bytes[i] > 'z')
            return false;
    return word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD;
}

/* ends[26][26]: whether a listed word begins with the one letter and ends with the other. Slips are looked for between
 * them, so that most words need no further look. */
static void note_ends(const document *doc, bool ends[26][26])
{
    uint32_t count = doc->lexicon->tables[TABLE_SPELLINGS].row_count;
    for (uint32_t row = 0; row < count; row++) {
        slice word = slice_of(lexicon_text(doc->lexicon, TABLE_SPELLINGS, row, 0));
        if (is_plain(word))
            ends[word.bytes[0] - 'a'][word.bytes[word.length - 1] - 'a'] = true;
    }
}

/* Damerau (1964): two neighbours swapped, a letter too many, or one too few; of the last only letters that should be
 * double. The length of what was meant, in `out`; 0 if it is no listed word. */
static uint32_t meant(const document *doc, slice word, char out[LONGEST_WORD + 1])
{
    for (uint32_t i = 1; i + 1 < word.length; i++) {
        memcpy(out, word.bytes, word.length);
        out[i] = word.bytes[i + 1];
        out[i + 1] = word.bytes[i];
        if (i + 2 < word.length && is_listed(doc, out, word.length))
            return word.length;
        memcpy(out, word.bytes, i);
        memcpy(out + i, word.bytes + i + 1, word.length - i - 1);
        if (is_listed(doc, out, word.length - 1))
            return word.length - 1;
        memcpy(out, word.bytes, i + 1);
        memcpy(out + i + 1, word.bytes + i, word.length - i);
        if (is_listed(doc, out, word.length + 1))
            return word.length + 1;
    }
    return 0;
}

static void read_as(document *doc, uint32_t token, slice word)
{
    token_table *t = &doc->tokens;
    t->lower[token] = word;
    const lexicon_first *first = lexicon_begins(doc->lexicon, word);
    if (first) {
        t->begins[token] = first->indexes;
        t->longest[token] = first->longest;
    }
    document_warn(doc, t->where[token], "misspelling", word.bytes);
}

status mend_spelling(document *doc)
{
    const token_table *t = &doc->tokens;
    char word[LONGEST_WORD + 1];
    bool ends[26][26] = {{false}};
    note_ends(doc, ends);
    for (uint32_t i = 0; i < t->count; i++) {
        slice lower = t->lower[i];
        bool worth = !t->begins[i] && is_plain(lower) && ends[lower.bytes[0] - 'a'][lower.bytes[lower.length - 1] - 'a'];
        uint32_t length = worth ? meant(doc, lower, word) : 0;
        if (length)
            read_as(doc, i, slice_of(arena_copy(&doc->memory, word, length)));
    }
    return DATELINE_OK;
}
