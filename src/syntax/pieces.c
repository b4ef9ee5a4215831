#include "syntax/pieces.h"

#include "base/utf8.h"

enum { MOST_LETTERS = MOST_PIECES * LONGEST_PIECE }; /* more cannot be in the pieces that are read */

/* A word without the marks of its letters. */
typedef struct plain_word {
    char bytes[2 + MOST_LETTERS * 4];  /* room for "##" before the first letter */
    uint32_t begins[MOST_LETTERS + 1]; /* of each letter, in `bytes` */
    bool joins[MOST_LETTERS];          /* a letter or digit, which may stand in one piece with others */
    uint32_t letters;
} plain_word;

static void take_letters(plain_word *word, slice lower)
{
    enum { MOST_PARTS = 8 };
    uint32_t length = 2;
    word->letters = 0;
    for (uint32_t place = 0; place < lower.length && word->letters + MOST_PARTS <= MOST_LETTERS;) {
        uint32_t parts[MOST_PARTS], count = utf8_decompose(utf8_next(lower.bytes, &place), parts, MOST_PARTS);
        for (uint32_t i = 0; i < count; i++) {
            if (utf8_is_mark(parts[i]))
                continue;
            word->begins[word->letters] = length;
            word->joins[word->letters++] = utf8_is_alphanumeric(parts[i]);
            length += utf8_put(parts[i], word->bytes + length);
        }
    }
    word->begins[word->letters] = length;
}

/* The piece of letters [first, end), which goes on within a run of letters or begins one; or NONE. */
static uint32_t piece_of(const piece_table *pieces, plain_word *word, uint32_t first, uint32_t end, bool goes_on)
{
    uint32_t begin = word->begins[first], length = word->begins[end] - begin;
    if (!goes_on)
        return piece_find(pieces, (slice){word->bytes + begin, length});
    char marked[2 + LONGEST_PIECE * 4] = "##";
    memcpy(marked + 2, word->bytes + begin, length);
    return piece_find(pieces, (slice){marked, length + 2});
}

uint32_t cut_pieces(const piece_table *pieces, slice lower, uint32_t out[MOST_PIECES])
{
    plain_word word;
    take_letters(&word, lower);
    uint32_t count = 0, run_begin = 0;
    for (uint32_t first = 0; first < word.letters && count < MOST_PIECES;) {
        if (first > 0 && !(word.joins[first] && word.joins[first - 1]))
            run_begin = first;
        uint32_t end = first + 1;
        while (end < word.letters && end - first < pieces->longest && word.joins[end] && word.joins[first])
            end++;
        uint32_t found = NONE;
        while ((found = piece_of(pieces, &word, first, end, first > run_begin)) == NONE && end > first + 1)
            end--;
        out[count++] = found == NONE ? pieces->unknown : found;
        first = end;
    }
    if (count == 0)
        out[count++] = pieces->unknown;
    return count;
}
