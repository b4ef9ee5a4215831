/* Whether two names mean the same, by their words and letters alone. */
#include "actors/same_names.h"

#include "base/utf8.h"
#include "grammar/phrases.h"

enum { MOST_CONSONANTS = 24 };

static bool is_small_word(slice word)
{
    static const char *const small[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "the", "of", "and", "for", "a", "an",
                                        "in", "on",           "to",           "-",   ".",  ",",   "'s",  "&", "’s"};
    return SLICE_AMONG(word, small);
}

static name_words words_of(const document *doc, const mention *name)
{
    rows body = phrase_rows(doc, INDEX_ORGANIZATION, name->first, name->end);
    name_words out = {.count = 0, .body = body.count ? body.items[0] : NONE};
    for (uint32_t i = name->first; i < name->end && out.count < MOST_WORDS; i++) {
        bool given = i == name->first && doc->tokens.capital[i] && phrase_rows(doc, INDEX_GIVEN_NAME, i, i + 1).count; /* "Ben Chan" */
        if (!is_small_word(doc->tokens.lower[i]) && (given || !phrase_rows(doc, INDEX_NAME_PARTICLE, i, i + 1).count))
            out.words[out.count++] = doc->tokens.lower[i];
    }
    return out;
}

/* "Chrysler Corp." is Chrysler, "Baltic Steel Group" Baltic Steel: without what tells only that it is a company. */
static name_words without_form(name_words name)
{
    static const char *const forms[] = {"inc", "inc.", "corp", "corp.", "co",   "co.",  "ltd",     "ltd.",        "plc",   "llc",
                                        "ag",  "sa",   "s.a.", "nv",    "n.v.", "gmbh", "company", "corporation", "group", "holdings"};
    for (size_t i = 0; name.count > 1 && i < sizeof forms / sizeof *forms; i++)
        if (slice_is(name.words[name.count - 1], forms[i])) {
            name.count--;
            i = 0; /* "Group Ltd." */
        }
    return name;
}

/* "the House" of the House of Representatives, "the Ministry" of the Ministry of Health: the noun before "of". */
static bool is_noun_of(const document *doc, const mention *brief, const mention *full)
{
    uint32_t noun = brief->end - 1;
    return brief->end - brief->first == 1 && full->end - full->first > 2 && token_is(doc, full->first + 1, "of") && noun > 0 &&
           token_is(doc, noun - 1, "the") && slice_equal(doc->tokens.lower[noun], doc->tokens.lower[full->first]);
}

/* "Dayspirng": the same letters, two neighbours of them exchanged. */
static bool is_transposed(slice a, slice b)
{
    enum { SHORTEST = 5 };
    uint32_t at = 0;
    if (a.length != b.length || a.length < SHORTEST)
        return false;
    while (at < a.length && a.bytes[at] == b.bytes[at])
        at++;
    return at + 1 < a.length && a.bytes[at] == b.bytes[at + 1] && a.bytes[at + 1] == b.bytes[at] &&
           memcmp(a.bytes + at + 2, b.bytes + at + 2, a.length - at - 2) == 0;
}

bool lacks_letter(slice a, slice b)
{
    enum { SHORTEST = 5 };
    slice brief = a.length < b.length ? a : b, full = a.length < b.length ? b : a;
    uint32_t at = 0;
    if (brief.length + 1 != full.length || brief.length < SHORTEST)
        return false;
    while (at < brief.length && brief.bytes[at] == full.bytes[at])
        at++;
    return at > 0 && memcmp(brief.bytes + at, full.bytes + at + 1, brief.length - at) == 0;
}

bool has_other_letter(slice a, slice b)
{
    enum { SHORTEST = 5 };
    uint32_t differ = 0;
    for (uint32_t i = 0; a.length == b.length && i < a.length; i++)
        differ += a.bytes[i] != b.bytes[i];
    return differ == 1 && a.length >= SHORTEST && a.bytes[0] == b.bytes[0] && !memchr(a.bytes, '-', a.length);
}

static bool same_words(const name_words *a, const name_words *b)
{
    bool same = a->count == b->count && a->count > 0;
    for (uint32_t i = 0; same && i < a->count; i++)
        same = slice_equal(a->words[i], b->words[i]) || is_transposed(a->words[i], b->words[i]);
    return same;
}

/* "the tragedy of Khojaly", "the Khojaly tragedy"; "Embassy of Togo", "Togo Embassy" */
static bool same_set(const name_words *a, const name_words *b)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            found += slice_equal(a->words[i], b->words[k]);
    return a->count == b->count && found == a->count && found > 0;
}

/* "King Salman": who reigns is called by the given name. */
static bool is_royal(const document *doc, const mention *name)
{
    static const char *const titles[] = {"king", "queen", "prince", "princess", "emperor", "empress", "sultan", "emir", "pope", "tsar"};
    return name->end - name->first == 1 && name->first > 0 && TOKEN_AMONG(doc, name->first - 1, titles);
}

/* A surname or given name alone, or another of several, "Faki" of Moussa Faki Mahamat; of the royal the given name alone. */
static bool is_called(slice word, const name_words *full, bool royal)
{
    uint32_t end = royal && full->count > 1 ? 1 : full->count;
    for (uint32_t i = 0; i < end; i++)
        if (slice_equal(word, full->words[i]))
            return true;
    return false;
}

/* Whether the words of a name are the first or the last ones of a longer name. */
static bool begins_or_ends(const name_words *brief, const name_words *full)
{
    bool begins = true, ends = true;
    for (uint32_t i = 0; i < brief->count; i++) {
        begins = begins && slice_equal(brief->words[i], full->words[i]);
        ends = ends && slice_equal(brief->words[i], full->words[full->count - brief->count + i]);
    }
    return begins || ends;
}

/* The consonants of a word, each of several once: "Mohammed" and "Muhammad" have the same. */
static uint32_t consonants_of(slice word, char out[static MOST_CONSONANTS])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < word.length && count < MOST_CONSONANTS; i++)
        if (!strchr("aeiouy", word.bytes[i]) && (count == 0 || out[count - 1] != word.bytes[i]))
            out[count++] = word.bytes[i];
    return count;
}

/* "H. D." and "Hamad", "Alex" and "Alexander", "Mohammed" and "Muhammad"; "Robert" and "Ronald" are two. */
static bool may_be_one_given_name(slice a, slice b)
{
    slice brief = a.length <= b.length ? a : b, full = a.length <= b.length ? b : a;
    if (brief.bytes[0] != full.bytes[0])
        return false;
    if (brief.length == 1 || brief.bytes[1] == '.' || memcmp(brief.bytes, full.bytes, brief.length) == 0)
        return true;
    char ours[MOST_CONSONANTS], theirs[MOST_CONSONANTS];
    uint32_t count = consonants_of(brief, ours);
    return count == consonants_of(full, theirs) && memcmp(ours, theirs, count) == 0;
}

/* One word of the name, its first or last words, or the same surname and what may be one given name. */
static bool same_person(const name_words *a, const name_words *b, bool royal)
{
    if (!a->count || !b->count)
        return false;
    const name_words *brief = a->count <= b->count ? a : b, *full = brief == a ? b : a;
    if (brief->count == 1)
        return is_called(brief->words[0], full, royal);
    if (begins_or_ends(brief, full)) /* "Deve Gowda" of H.D. Deve Gowda */
        return true;
    bool same_surname = slice_equal(brief->words[brief->count - 1], full->words[full->count - 1]);
    return same_surname && may_be_one_given_name(brief->words[0], full->words[0]);
}

/* "YAN" for "Youth Advocacy Network": the first letters of the last words. */
static bool is_acronym_of(const name_words *brief, const name_words *full)
{
    if (brief->count != 1 || full->count < 2)
        return false;
    slice letters = brief->words[0];
    char plain[MOST_WORDS + 1];
    uint32_t length = 0;
    for (uint32_t i = 0; i < letters.length && length < MOST_WORDS; i++)
        if (letters.bytes[i] != '.')
            plain[length++] = letters.bytes[i];
    if (length < 2 || length > full->count)
        return false;
    for (uint32_t i = 0; i < length; i++)
        if (full->words[full->count - length + i].bytes[0] != plain[i])
            return false;
    return true;
}

bool is_shouted(const document *doc, const mention *name)
{
    slice word = token_text(doc, name->first);
    uint32_t place = 0, capitals = 0;
    while (place < word.length)
        capitals += utf8_is_upper(utf8_next(word.bytes, &place));
    return name->end > name->first && capitals >= 2 && capitals * 2 >= word.length;
}

void read_names(document *doc, name_list *all)
{
    for (uint32_t m = all->count; m < doc->mentions.count; m++)
        *list_add(&doc->memory, all) = words_of(doc, &doc->mentions.items[m]);
}

bool may_be_acronym(const document *doc, const mention *name)
{
    return is_shouted(doc, name) && !phrase_rows(doc, INDEX_ORGANIZATION, name->first, name->end).count;
}

/* Two bodies, by their words without "Inc.": in another order, by the noun before "of", by the acronym. */
static bool same_body(const document *doc, const mention *a, const mention *b, name_words x, name_words y)
{
    return same_words(&x, &y) || same_set(&x, &y) || is_noun_of(doc, a, b) || is_noun_of(doc, b, a) ||
           (may_be_acronym(doc, a) && is_acronym_of(&x, &y)) || (may_be_acronym(doc, b) && is_acronym_of(&y, &x));
}

/* "Maria Vargas" and "Mario Vargas": the given names tell a woman and a man. */
static bool differ_in_gender(const document *doc, const mention *a, const mention *b)
{
    rows one = phrase_rows(doc, INDEX_GIVEN_NAME, a->first, a->first + 1),
         other = phrase_rows(doc, INDEX_GIVEN_NAME, b->first, b->first + 1);
    return one.count && other.count &&
           lexicon_number(doc->lexicon, TABLE_GIVEN_NAMES, one.items[0], GIVEN_NAME_PRONOUN) !=
               lexicon_number(doc->lexicon, TABLE_GIVEN_NAMES, other.items[0], GIVEN_NAME_PRONOUN);
}

bool mean_same(const document *doc, const name_list *all, uint32_t one, uint32_t other)
{
    const mention *a = &doc->mentions.items[one], *b = &doc->mentions.items[other];
    const name_words *x = &all->items[one], *y = &all->items[other];
    if (same_words(x, y))
        return true;
    switch (a->type) {
    case DATELINE_PERSON:
        return !(x->count > 1 && y->count > 1 && differ_in_gender(doc, a, b)) && same_person(x, y, is_royal(doc, a) || is_royal(doc, b));
    case DATELINE_ORGANIZATION:
        return (x->body != NONE && x->body == y->body) || same_body(doc, a, b, without_form(*x), without_form(*y));
    case DATELINE_EVENT_NAME:
        return same_set(x, y);
    default:
        return false;
    }
}
