#include "eval/names.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { MOST_WORDS = 40, MOST_NAMES = 64 };

typedef struct word {
    const char *bytes;
    size_t length;
} word;

static bool is_small(word w)
{
    static const char *const small[] = {"the", "a", "an", "of", "mr", "mrs", "ms", "dr"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (strlen(small[i]) == w.length && strncasecmp(small[i], w.bytes, w.length) == 0)
            return true;
    return false;
}

/* Each word once. */
static uint32_t words_of(const char *name, word *out)
{
    uint32_t count = 0;
    while (*name) {
        size_t length = 0;
        while (isalnum((unsigned char)name[length]) || ((unsigned char)name[length] & 0x80))
            length++;
        word one = {name, length};
        bool known = !length || is_small(one);
        for (uint32_t i = 0; i < count && !known; i++)
            known = out[i].length == length && strncasecmp(out[i].bytes, name, length) == 0;
        if (!known && count < MOST_WORDS)
            out[count++] = one;
        name += length ? length : 1;
    }
    return count;
}

bool names_agree(const char *a, const char *b)
{
    word x[MOST_WORDS], y[MOST_WORDS];
    uint32_t m = words_of(a, x), n = words_of(b, y), shared = 0;
    for (uint32_t i = 0; i < m; i++)
        for (uint32_t k = 0; k < n; k++)
            shared += x[i].length == y[k].length && strncasecmp(x[i].bytes, y[k].bytes, x[i].length) == 0;
    uint32_t fewer = m < n ? m : n;
    return fewer && (shared == fewer || 2 * shared >= m + n - shared);
}

double name_lists_f1(const char *const *gold, uint32_t gold_count, const char *const *ours, uint32_t our_count)
{
    bool used[MOST_NAMES] = {false};
    uint32_t hits = 0;
    if (gold_count + our_count == 0)
        return 1;
    for (uint32_t g = 0; g < gold_count; g++)
        for (uint32_t o = 0; o < our_count && o < MOST_NAMES; o++)
            if (!used[o] && names_agree(gold[g], ours[o])) {
                used[o] = true;
                hits++;
                break;
            }
    return 2.0 * hits / (gold_count + our_count);
}
