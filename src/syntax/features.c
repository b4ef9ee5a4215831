#include "syntax/features.h"

#include "base/utf8.h"

#include <xxhash.h>

/* Seeds of the hash, one a kind of feature; those of train/features.py. */
enum { FORM_A = 1, FORM_B = 2, PREFIX = 10, SUFFIX = 20, SHAPE = 30, SPACING = 31 };
enum { PREFIXES = 3, SUFFIXES = 4, SHAPE_LENGTH = 10 };

static uint32_t hash(const char *bytes, uint32_t length, uint32_t seed)
{
    return (uint32_t)XXH3_64bits_withSeed(bytes, length, seed);
}

/* Capitals as X, small letters as x, digits as d; a run of one class is cut at two. */
static uint32_t hash_of_shape(slice word)
{
    char out[SHAPE_LENGTH * 4];
    uint32_t codes[SHAPE_LENGTH], count = 0, length = 0;
    for (uint32_t place = 0; place < word.length && count < SHAPE_LENGTH;) {
        uint32_t code = utf8_next(word.bytes, &place);
        uint32_t kind = utf8_is_upper(code) ? 'X' : utf8_is_lower(code) ? 'x' : utf8_is_digit(code) ? 'd' : code;
        if (count >= 2 && codes[count - 1] == kind && codes[count - 2] == kind)
            continue;
        codes[count++] = kind;
        length += utf8_put(kind, out + length);
    }
    return hash(out, length, SHAPE);
}

void feature_hashes(slice word, slice lower, bool space_before, uint32_t hashes[FEATURE_COUNT])
{
    uint32_t count = 0;
    hashes[count++] = hash(lower.bytes, lower.length, FORM_A);
    hashes[count++] = hash(lower.bytes, lower.length, FORM_B);
    uint32_t end = 0;
    for (uint32_t n = 1; n <= PREFIXES; n++) {
        if (end < lower.length)
            utf8_next(lower.bytes, &end);
        hashes[count++] = hash(lower.bytes, end, PREFIX + n);
    }
    uint32_t begin = lower.length;
    for (uint32_t n = 1; n <= SUFFIXES; n++) {
        if (begin > 0)
            begin = utf8_before(lower.bytes, begin);
        hashes[count++] = hash(lower.bytes + begin, lower.length - begin, SUFFIX + n);
    }
    hashes[count++] = hash_of_shape(word);
    hashes[count++] = hash(space_before ? "1" : "0", 1, SPACING);
}
