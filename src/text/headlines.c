/* Truecasing (Lita, Ittycheriah, Roukos and Kambhatla 2003) by what can be explained: the word as the rest of the report writes it, else
 * small if it is a common word. */
#include "text/headlines.h"

#include "base/utf8.h"

#include <xxhash.h>

enum { FEWEST_WORDS = 3, LONG_WORD = 4 }; /* of a headline; letters from which on its style asks for a capital */

/* How often a word stands inside a sentence with a capital and without. */
typedef struct word_use {
    slice word;
    uint32_t capital, small;
} word_use;

typedef struct word_uses {
    word_use *items; /* [mask + 1] */
    uint32_t mask;
} word_uses;

static bool is_word(const document *doc, uint32_t token)
{
    uint32_t place = 0, first = utf8_next(token_text(doc, token).bytes, &place);
    return utf8_is_upper(first) || utf8_is_lower(first);
}

/* "Kenya Imposes Martial Law": of the words that are no small ones, three of four have a capital, and no stop ends them. */
static bool is_headline(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t words = 0, asked = 0, capitals = 0;
    for (uint32_t i = first; i < end; i++) {
        if (!is_word(doc, i))
            continue;
        bool is_long = doc->tokens.lower[i].length >= LONG_WORD;
        words++;
        asked += is_long;
        capitals += is_long && doc->tokens.capital[i];
    }
    return words >= FEWEST_WORDS && asked > 1 && capitals * 4 >= asked * 3 && !token_is(doc, end - 1, ".");
}

static word_use *use_of(const word_uses *uses, slice word)
{
    uint32_t place = (uint32_t)XXH3_64bits(word.bytes, word.length) & uses->mask;
    while (uses->items[place].word.length && !slice_equal(uses->items[place].word, word))
        place = (place + 1) & uses->mask;
    return &uses->items[place];
}

/* After a stop, a colon or an opening mark a capital says nothing. */
static bool is_inside_sentence(const document *doc, uint32_t token)
{
    static const char *const closing[] = {",", "'", "’", "\"", "”", ")"};
    bool closed = TOKEN_AMONG(doc, token - 1, closing) && !doc->tokens.space_before[token - 1];
    return is_word(doc, token - 1) || closed;
}

static void count_line(const document *doc, word_uses *uses, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++) {
        if (!is_word(doc, i) || !is_inside_sentence(doc, i))
            continue;
        word_use *use = use_of(uses, doc->tokens.lower[i]);
        use->word = doc->tokens.lower[i];
        use->capital += doc->tokens.capital[i];
        use->small += !doc->tokens.capital[i];
    }
}

static bool is_in(const document *doc, slice word, const index_id *indexes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lexicon_find(doc->lexicon, indexes[i], word).count)
            return true;
    return false;
}

/* Whether a word that a headline writes with a capital has none by itself: what the rest of the report writes small, or a common word
 * that is no country, given name or month as well ("Grant", "May"). */
static bool is_small(const document *doc, const word_uses *uses, slice word)
{
    static const index_id names[] = {INDEX_COUNTRY, INDEX_NATIONALITY, INDEX_PEOPLE, INDEX_ORGANIZATION,
                                     INDEX_GROUP,   INDEX_GIVEN_NAME,  INDEX_OUTLET, INDEX_TIME_WORD};
    const word_use *use = use_of(uses, word);
    if (use->capital || use->small)
        return use->small > use->capital;
    return lexicon_find(doc->lexicon, INDEX_COMMON_WORD, word).count && !is_in(doc, word, names, sizeof names / sizeof *names);
}

/* "the White House", "Security Council", "Salt Lake City": the token after a name of several words that the lexicon has; `token`: none
 * begins there. */
static uint32_t known_name_end(const document *doc, uint32_t token, uint32_t end)
{
    static const index_id names[] = {INDEX_ORGANIZATION, INDEX_COUNTRY, INDEX_REGION,  INDEX_SEAT,  INDEX_CITY,
                                     INDEX_DIVISION,     INDEX_OUTLET,  INDEX_HOLIDAY, INDEX_GROUP, INDEX_BODY};
    enum { LONGEST_NAME = 4, LONGEST_KEY = 80 };
    char key[LONGEST_KEY];
    uint32_t length = 0, found = token;
    for (uint32_t i = token; i < end && i - token < LONGEST_NAME; i++) {
        slice word = doc->tokens.lower[i];
        if (length + word.length + 1 > LONGEST_KEY)
            break;
        if (i > token && doc->tokens.space_before[i])
            key[length++] = ' ';
        memcpy(key + length, word.bytes, word.length);
        length += word.length;
        if (i > token && doc->tokens.capital[i] && is_in(doc, (slice){key, length}, names, sizeof names / sizeof *names))
            found = i + 1;
    }
    return found;
}

/* What names of bodies and posts begin or end with. */
static bool is_head(const document *doc, uint32_t token)
{
    static const index_id heads[] = {INDEX_BODY, INDEX_OFFICE, INDEX_NAME_HEAD};
    return is_in(doc, doc->tokens.lower[token], heads, sizeof heads / sizeof *heads);
}

/* Whether the lexicon has a verb with this form: "condemns", "imposing" without their endings. */
static bool is_verb(const document *doc, uint32_t token)
{
    static const index_id verbs[] = {INDEX_RULE, INDEX_CUE, INDEX_TRANSITIVE};
    static const char *const endings[] = {"", "s", "es", "d", "ed", "ing"};
    slice word = doc->tokens.lower[token];
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        uint32_t length = (uint32_t)strlen(endings[i]);
        if (slice_ends(word, endings[i]) && word.length > length &&
            is_in(doc, (slice){word.bytes, word.length - length}, verbs, sizeof verbs / sizeof *verbs))
            return true;
    }
    return false;
}

/* "Rose Field": the surname of somebody whom nothing else tells of. */
static bool is_surname(const document *doc, uint32_t token)
{
    return doc->tokens.capital[token - 1] && !is_verb(doc, token) &&
           lexicon_find(doc->lexicon, INDEX_GIVEN_NAME, doc->tokens.lower[token - 1]).count;
}

/* "Kabul University", "Ministry of Health", "Ministry of Foreign Affairs": a word that may be of the name of a body that goes before. */
static bool goes_on_name(const document *doc, const word_uses *uses, uint32_t first, uint32_t token)
{
    enum { LONGEST = 3 }; /* words after "of" */
    const token_table *t = &doc->tokens;
    bool named = t->capital[token - 1] && (token - 1 > first || !is_small(doc, uses, t->lower[first]));
    if (named && is_word(doc, token - 1) && is_head(doc, token))
        return true;
    uint32_t of = token;
    while (of > first + 1 && token - of < LONGEST && t->capital[of] && !is_verb(doc, of))
        of--;
    return of < token && token_is(doc, of, "of") && t->capital[of - 1] && is_head(doc, of - 1);
}

/* Whether a common noun begins such a name. */
static bool begins_name(const document *doc, uint32_t token, uint32_t end)
{
    return token + 2 < end && token_is(doc, token + 1, "of") && doc->tokens.capital[token + 2] && is_head(doc, token);
}

static void lower_headline(document *doc, const word_uses *uses, uint32_t first, uint32_t end)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = first, known; i < end;) {
        known = known_name_end(doc, i, end);
        bool asked = known == i && i > first && t->capital[i] && is_inside_sentence(doc, i);
        if (asked && is_small(doc, uses, t->lower[i]) && !begins_name(doc, i, end) && !is_surname(doc, i) &&
            !goes_on_name(doc, uses, first, i))
            t->capital[i] = false;
        i = known == i ? i + 1 : known;
    }
}

status read_headlines(document *doc)
{
    const token_table *t = &doc->tokens;
    LIST(span) headlines = {0}; /* of tokens */
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = line_end(t, first);
        if (is_headline(doc, first, end))
            *list_add(&doc->memory, &headlines) = (span){first, end};
    }
    if (!headlines.count)
        return DATELINE_OK;
    word_uses uses = {.mask = 1};
    while (uses.mask < t->count * 2)
        uses.mask = uses.mask * 2 + 1;
    uses.items = arena_array(&doc->memory, uses.mask + 1, sizeof *uses.items);
    for (uint32_t first = 0, end, next = 0; first < t->count; first = end) {
        end = line_end(t, first);
        if (next < headlines.count && headlines.items[next].begin == first)
            next++;
        else
            count_line(doc, &uses, first, end);
    }
    for (uint32_t i = 0; i < headlines.count; i++)
        lower_headline(doc, &uses, headlines.items[i].begin, headlines.items[i].end);
    return DATELINE_OK;
}
