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

/* Damerau (1964): two neighbours swapped, a letter too many, or one too few; of the last only letters that should be
 * double. The length of what was meant, in `out`; 0 if it is no listed word. */
static uint32_t meant(const document *doc, slice word, char out[LONGEST_WORD + 1])
{
    for (uint32_t i = 0; i < word.length; i++) {
        memcpy(out, word.bytes, word.length);
        if (i + 1 < word.length) {
            out[i] = word.bytes[i + 1];
            out[i + 1] = word.bytes[i];
            if (is_listed(doc, out, word.length))
                return word.length;
        }
        memcpy(out, word.bytes, i);
        memcpy(out + i, word.bytes + i + 1, word.length - i - 1);
        if (i > 0 && i + 1 < word.length && is_listed(doc, out, word.length - 1)) /* "selection", "elections" are words */
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
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t length = !t->begins[i] && is_plain(t->lower[i]) ? meant(doc, t->lower[i], word) : 0;
        if (length)
            read_as(doc, i, slice_of(arena_copy(&doc->memory, word, length)));
    }
    return DATELINE_OK;
}
