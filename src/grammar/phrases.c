#include "grammar/phrases.h"

#include "base/utf8.h"
#include "lexicon/tables.h"

enum { LONGEST_KEY = 200, MOST_WORDS = 12 };

/* A key in the making: lower case, one blank between words that have one between them. */
typedef struct key {
    char bytes[LONGEST_KEY];
    uint32_t length;
} key;

static bool add_bytes(key *to, const char *bytes, uint32_t length)
{
    if (length > LONGEST_KEY - to->length)
        return false;
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    return true;
}

/* Typographic apostrophes are written straight in keys. */
static bool add_word(key *to, slice word)
{
    for (uint32_t i = 0; i < word.length;) {
        bool curly = utf8_curly_at(word, i);
        if (!add_bytes(to, curly ? "'" : word.bytes + i, 1))
            return false;
        i += curly ? 3 : 1;
    }
    return true;
}

static bool add_lemma(key *to, const document *doc, uint32_t token)
{
    for (const char *at = doc->tokens.lemma[token]; *at; at++) {
        char byte = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
        if (!add_bytes(to, &byte, 1))
            return false;
    }
    return true;
}

static bool add_blank(key *to, const document *doc, uint32_t token)
{
    return !doc->tokens.space_before[token] || add_bytes(to, " ", 1);
}

static rows find(const document *doc, index_id index, const key *k)
{
    return lexicon_find(doc->lexicon, index, (slice){k->bytes, k->length});
}

/* The words as they stand, but for the one at `lemma_at`, which is taken by its lemma; NONE: none is. */
static rows find_words(const document *doc, index_id index, uint32_t first, uint32_t end, uint32_t lemma_at)
{
    key k = {.length = 0};
    for (uint32_t i = first; i < end; i++) {
        bool added = i == first || add_blank(&k, doc, i);
        added = added && (i == lemma_at ? add_lemma(&k, doc, i) : add_word(&k, doc->tokens.lower[i]));
        if (!added)
            return (rows){NULL, 0};
    }
    return find(doc, index, &k);
}

rows phrase_rows_by_lemma(const document *doc, index_id index, uint32_t first, uint32_t end)
{
    uint8_t inflects = doc->lexicon->inflections[index];
    return inflects == INFLECTS_NOTHING ? (rows){NULL, 0}
                                        : find_words(doc, index, first, end, inflects == INFLECTS_FIRST ? first : end - 1);
}

rows phrase_rows(const document *doc, index_id index, uint32_t first, uint32_t end)
{
    if (index_notes_first_words(index) && !begins_key(doc, first, index))
        return (rows){NULL, 0};
    rows found = find_words(doc, index, first, end, NONE);
    return found.count ? found : phrase_rows_by_lemma(doc, index, first, end);
}

rows rows_ending(const document *doc, index_id index, uint32_t noun, uint32_t words)
{
    uint32_t first = noun + 1 - words;
    bool fits = noun + 1 >= words && doc->tokens.sentence[first] == doc->tokens.sentence[noun] && begins_key(doc, first, index);
    return fits ? phrase_rows(doc, index, first, noun + 1) : (rows){NULL, 0};
}

phrase phrase_at(const document *doc, index_id index, uint32_t token)
{
    const token_table *t = &doc->tokens;
    phrase best = {{NULL, 0}, token};
    if (!begins_key(doc, token, index))
        return best;
    uint32_t stop = doc->sentences.items[t->sentence[token]].end;
    uint32_t limit = t->where[token].begin + t->longest[token] + 8; /* an inflected word may be longer than its key */
    for (uint32_t end = token + 1; end <= stop && end - token <= MOST_WORDS && t->where[end - 1].end <= limit; end++) {
        rows found = phrase_rows(doc, index, token, end);
        if (found.count)
            best = (phrase){found, end};
    }
    return best;
}

/* "called | Sunday | for", "called | again on Monday | for": a verb and its preposition with an adverb or a time between them. */
static phrase phrase_over_time(const document *doc, index_id index, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t stop = doc->sentences.items[t->sentence[token]].end, at = token + 1;
    phrase none = {{NULL, 0}, token};
    at += at + 1 < stop && t->tag[at] == POS_ADV;
    at += at + 1 < stop && t->tag[at] == POS_ADP && t->time[at + 1] != NONE;
    for (uint32_t time = at < stop ? t->time[at] : NONE; at < stop && time != NONE && t->time[at] == time;)
        at++;
    if (at == token + 1 || at >= stop || (t->tag[at] != POS_ADP && t->tag[at] != POS_SCONJ))
        return none;
    key k = {.length = 0};
    bool added = add_lemma(&k, doc, token) && add_bytes(&k, " ", 1) && add_word(&k, t->lower[at]);
    rows found = added ? find(doc, index, &k) : (rows){NULL, 0};
    return found.count ? (phrase){found, at + 1} : none;
}

phrase verb_phrase_at(const document *doc, index_id index, uint32_t token)
{
    phrase apart = begins_key(doc, token, index) ? phrase_over_time(doc, index, token) : (phrase){{NULL, 0}, token};
    return apart.rows.count ? apart : phrase_at(doc, index, token);
}

bool word_in(const document *doc, index_id index, uint32_t token)
{
    return phrase_rows(doc, index, token, token + 1).count > 0;
}

bool is_portfolio(const document *doc, uint32_t token)
{
    static const char minister[] = " minister";
    key k = {.length = 0};
    bool fits = token < doc->tokens.count && add_word(&k, doc->tokens.lower[token]) && add_bytes(&k, minister, sizeof minister - 1);
    return fits && find(doc, INDEX_OFFICE, &k).count > 0;
}

bool heads_name_of(const document *doc, uint32_t noun, dateline_entity_type type)
{
    rows found = phrase_rows(doc, INDEX_NAME_HEAD, noun, noun + 1);
    return found.count && lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE) == type;
}

bool is_surname(const document *doc, uint32_t token)
{
    enum { MOST_COMPARED = 1500 };
    uint32_t count = doc->mentions.count < MOST_COMPARED ? doc->mentions.count : MOST_COMPARED;
    for (uint32_t i = 0; i < count; i++) {
        const mention *name = &doc->mentions.items[i];
        if (name->type == DATELINE_PERSON && name->end - name->first > 1 &&
            slice_equal(doc->tokens.lower[name->end - 1], doc->tokens.lower[token]))
            return true;
    }
    return false;
}
