#include "grammar/numbers.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

/* A word of numbers.tsv of this class; false if it is none. */
static bool number_word(const document *doc, uint32_t token, uint32_t class, uint64_t *value)
{
    rows found = token < doc->tokens.count ? phrase_rows(doc, INDEX_NUMBER, token, token + 1) : (rows){NULL, 0};
    if (!found.count || lexicon_number(doc->lexicon, TABLE_NUMBERS, found.items[0], NUMBER_CLASS) != class)
        return false;
    /* The lexicon keeps 24 bits of a number; words for larger ones stand for whole millions. */
    double kept = lexicon_real(doc->lexicon, TABLE_NUMBERS, found.items[0], NUMBER_VALUE), million = 1e6;
    *value = (uint64_t)(kept < million ? kept : round(kept / million) * million);
    return true;
}

/* "1,500", "2.5": digits with separators, and nothing after them but `ending`. */
static bool digits(slice word, const char *ending, double *value)
{
    char plain[32];
    uint32_t length = 0, i = 0;
    for (; i < word.length && length + 1 < sizeof plain; i++) {
        if (isdigit((unsigned char)word.bytes[i]) || (word.bytes[i] == '.' && i > 0))
            plain[length++] = word.bytes[i];
        else if (word.bytes[i] != ',' || i == 0)
            break;
    }
    plain[length] = 0;
    *value = strtod(plain, NULL);
    slice rest = {word.bytes + i, word.length - i};
    return length > 0 && (slice_is(rest, ending) || (*ending && slice_is_ordinal_ending(rest)));
}

/* "twenty-five", "twenty five": a ten, a one. */
static uint32_t after_ten(const document *doc, uint32_t token, uint64_t *value, uint32_t class)
{
    uint64_t one;
    uint32_t at = token + token_is(doc, token, "-");
    if (*value < 20 || *value > 90 || *value % 10 || !number_word(doc, at, class, &one) || one < 1 || one > 9)
        return token;
    *value += one;
    return at + 1;
}

uint32_t number_at(const document *doc, uint32_t token, uint64_t *value)
{
    double amount;
    uint64_t factor;
    uint32_t next = token + 1;
    if (token >= doc->tokens.count)
        return token;
    bool half = token_is(doc, token, "half") && token_is(doc, next, "a") && number_word(doc, next + 1, NUMBER_MULTIPLIER, &factor);
    bool article = token_is(doc, token, "a") && number_word(doc, next, NUMBER_MULTIPLIER, &factor);
    if (article && token > 0 && token_is(doc, token - 1, "half"))
        return token;
    if (half || article) {
        amount = half ? 0.5 : 1; /* "half a million" */
        next += half;
    } else if (!digits(doc->tokens.lower[token], "", &amount)) {
        if (!number_word(doc, token, NUMBER_CARDINAL, value))
            return token;
        next = after_ten(doc, next, value, NUMBER_CARDINAL);
        amount = (double)*value;
    }
    while (number_word(doc, next, NUMBER_MULTIPLIER, &factor)) {
        amount *= (double)factor;
        next++;
    }
    if (amount > 9e15)
        return token;
    *value = (uint64_t)llround(amount);
    return next;
}

uint32_t ordinal_at(const document *doc, uint32_t token, uint64_t *value)
{
    double amount;
    if (token >= doc->tokens.count)
        return token;
    if (digits(doc->tokens.lower[token], "th", &amount)) {
        *value = (uint64_t)amount;
        return token + 1;
    }
    if (number_word(doc, token, NUMBER_ORDINAL, value))
        return token + 1;
    if (!number_word(doc, token, NUMBER_CARDINAL, value))
        return token;
    uint32_t next = after_ten(doc, token + 1, value, NUMBER_ORDINAL);
    return next == token + 1 ? token : next;
}

/* "handed over ten": it belongs to the verb. */
static bool is_of_verb(const document *doc, uint32_t over)
{
    static const char *const verbs[] = {"hand", "turn", "take", "pass"};
    return token_is(doc, over, "over") && over > 0 && LEMMA_AMONG(doc, over - 1, verbs);
}

bool is_approximate(const document *doc, uint32_t number)
{
    static const char *const words[] = {"about",   "around", "approximately", "nearly", "almost",   "some",
                                        "roughly", "over",   "than",          "least",  "estimated"};
    for (uint32_t back = 1; back <= 2 && back <= number; back++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (token_is(doc, number - back, words[i]))
                return !is_of_verb(doc, number - back);
    return false;
}

uint32_t counted_by(const document *doc, uint32_t token)
{
    static const char *const counting[] = {"ten",      "dozen",   "hundred", "thousand", "score",  "number", "series",    "round",
                                           "volley",   "barrage", "handful", "couple",   "string", "pair",   "ton",       "tonne",
                                           "kilogram", "kilo",    "litre",   "liter",    "box",    "bag",    "truckload", "batch",
                                           "load",     "crate",   "pallet",  "package",  "piece",  "group",  "team"};
    uint32_t counted = LEMMA_AMONG(doc, token, counting) ? child_by(doc, token, REL_NMOD) : NONE;
    if (counted == NONE || !token_is(doc, preposition_of(doc, counted), "of"))
        return NONE;
    uint32_t further = counted_by(doc, counted); /* "tens of thousands of people" */
    return further == NONE ? counted : further;
}

bool counts_people(const document *doc, uint32_t token)
{
    static const char *const more[] = {"more", "others", "another"};
    const token_table *t = &doc->tokens;
    if (t->time[token] != NONE)
        return false;
    uint32_t number = TOKEN_AMONG(doc, token, more) ? child_by(doc, token, REL_NUMMOD) : NONE;
    return t->tag[token] == POS_NUM || number != NONE;
}
