#include "syntax/analyse.h"

#include "syntax/agreement.h"
#include "syntax/encode.h"
#include "syntax/lemma.h"
#include "syntax/repair.h"
#include "syntax/tree.h"

#include <assert.h>

enum { EDGE_TOKENS = 24 }; /* of a window that is cut short: too close to its end to tell where a sentence ends */

typedef struct analysis {
    document *doc;
    encoder encoder;
    float *scores;                   /* [WINDOW_TOKENS][WINDOW_TOKENS + 1], of one sentence */
    uint32_t *head, *relation, *tag; /* [WINDOW_TOKENS] */
    dependents *dependents;          /* likewise */
} analysis;

static void open_columns(document *doc)
{
    token_table *t = &doc->tokens;
    arena *memory = &doc->memory;
    uint32_t n = t->count;
    t->lemma = arena_array(memory, n, sizeof *t->lemma);
    t->tag = arena_array(memory, n, sizeof *t->tag);
    t->english_tag = arena_array(memory, n, sizeof *t->english_tag);
    t->features = arena_array(memory, n, sizeof *t->features);
    t->head = arena_array(memory, n, sizeof *t->head);
    t->relation = arena_array(memory, n, sizeof *t->relation);
    t->relation_name = arena_array(memory, n, sizeof *t->relation_name);
    t->name_label = arena_array(memory, n, sizeof *t->name_label);
    t->odds = doc->model->attributions.width ? arena_array(memory, n, sizeof *t->odds) : NULL;
    t->sentence = arena_array(memory, n, sizeof *t->sentence);
    t->first_child = arena_array(memory, n, sizeof *t->first_child);
    t->next_sibling = arena_array(memory, n, sizeof *t->next_sibling);
    t->left = arena_array(memory, n, sizeof *t->left);
    t->right = arena_array(memory, n, sizeof *t->right);
    t->mention = arena_array(memory, n, sizeof *t->mention);
    t->time = arena_array(memory, n, sizeof *t->time);
    memset(t->mention, 0xff, n * sizeof *t->mention); /* NONE */
    memset(t->time, 0xff, n * sizeof *t->time);
}

/* Word `w` of the window; returns its tag. */
static uint32_t tag_word(analysis *a, uint32_t token, uint32_t w)
{
    const model *weights = a->doc->model;
    token_table *t = &a->doc->tokens;
    uint32_t tag = largest(tag_scores(&a->encoder, w), weights->tag_count);
    t->tag[token] = (uint8_t)weights->tags[tag].universal;
    t->english_tag[token] = weights->tags[tag].english;
    t->name_label[token] = (uint8_t)largest(name_scores(&a->encoder, w), weights->names.answers.rows);
    if (t->odds)
        memcpy(&t->odds[token], attribution_scores(&a->encoder, w), sizeof *t->odds);
    t->lemma[token] = lemma_of(a->doc, token, tag);
    note_lexicon(a->doc, token);
    return tag;
}

/* Features wait for the tree: it knows whose verb it is. */
static void find_features(analysis *a, sentence s)
{
    char context[LONGEST_CONTEXT];
    gather_dependents(a->doc, s, a->dependents);
    for (uint32_t i = s.first; i < s.end; i++) {
        context_of(a->doc, s, a->dependents, i, context);
        a->doc->tokens.features[i] = features_of(a->doc, i, a->tag[i - s.first], context);
    }
}

/* Words [w, w + n) of the window are a sentence, whose first token is `token`. */
static void take_sentence(analysis *a, uint32_t token, uint32_t w, uint32_t n)
{
    document *doc = a->doc;
    token_table *t = &doc->tokens;
    bool opens = t->break_before[token] == BREAK_PARAGRAPH;
    score_governors(&a->encoder, w, n, a->scores);
    best_tree(&doc->memory, a->scores, n, a->head);
    best_relations(&a->encoder, w, n, a->head, a->relation);
    document_part_done(doc, "trees");
    for (uint32_t i = 0; i < n; i++) {
        uint32_t head = a->head[i], relation = a->relation[i];
        t->head[token + i] = head == NONE ? NONE : token + head;
        t->relation[token + i] = head == NONE ? REL_ROOT : doc->model->relations[relation];
        t->relation_name[token + i] = head == NONE ? "root" : doc->model->relation_names[relation];
        t->sentence[token + i] = doc->sentences.count;
        a->tag[i] = tag_word(a, token + i, w + i);
    }
    const sentence made = {token, token + n, opens};
    find_features(a, made);
    *list_add(&doc->memory, &doc->sentences) = made;
    document_part_done(doc, "tags and lemmas");
}

/* 'He refused. "We will not go," she added.': a full stop before a quotation that opens with a capital ends a sentence. */
static bool ends_before_quotation(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    if (token + 2 >= t->count || !token_is(doc, token, ".") || !t->space_before[token + 1] || t->space_before[token + 2])
        return false;
    return (token_is(doc, token + 1, "\"") || token_is(doc, token + 1, "“")) && t->capital[token + 2];
}

/* "By Beyza Binnur | Donmez": a line of the header goes on where no mark ends a sentence. */
static bool goes_on_in_header(const document *doc, uint32_t token)
{
    static const char *const marks[] = {".", "!", "?", ":", ")", "|", "-", "–", "—"};
    bool line = token + 1 < doc->tokens.count && doc->tokens.break_before[token + 1] == BREAK_NONE;
    return line && doc->tokens.where[token].end < doc->body && !TOKEN_AMONG(doc, token, marks);
}

/* 'The campaign "Justice for all!" was opened': a mark within quotation marks ends no sentence that goes on in small letters. */
static bool goes_on_behind_quotation(const document *doc, uint32_t token)
{
    static const char *const closing[] = {"\"", "”", "’’", "''"}, *const within[] = {"!", "?"};
    const token_table *t = &doc->tokens;
    if (token == 0 || token + 1 >= t->count || !TOKEN_AMONG(doc, token, closing) || !TOKEN_AMONG(doc, token - 1, within))
        return false;
    unsigned char next = (unsigned char)token_text(doc, token + 1).bytes[0];
    return t->break_before[token + 1] == BREAK_NONE && next >= 'a' && next <= 'z';
}

/* "of Ethiopia | Asfaw Kame": two words with capitals and no mark between, of which the second begins no sentence that would be known by
 * it. */
static bool goes_on_in_name(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return token + 1 < t->count && t->break_before[token + 1] == BREAK_NONE && t->capital[token] && t->capital[token + 1] &&
           !token_is(doc, token + 1, "i") && !lexicon_find(doc->lexicon, INDEX_COMMON_WORD, t->lower[token + 1]).count;
}

/* Whether a sentence of the paragraph ends at word `w` of the window. */
static bool ends_sentence(const analysis *a, uint32_t token, uint32_t w)
{
    if (goes_on_in_header(a->doc, token) || goes_on_behind_quotation(a->doc, token) || goes_on_in_name(a->doc, token))
        return false;
    return end_score(&a->encoder, w) > 0 || ends_before_quotation(a->doc, token);
}

/* Reads as many whole sentences of the paragraph [first, end) as the window holds; returns the token after them. A paragraph
 * that goes on beyond the window is read again from its first unfinished sentence, or from an end that was seen too close to
 * the edge: what comes next is half of what tells an end. */
static uint32_t read_window(analysis *a, uint32_t first, uint32_t end)
{
    uint32_t words = end - first < WINDOW_TOKENS ? end - first : WINDOW_TOKENS;
    bool cut_short = first + words < end;
    encode(&a->encoder, a->doc, first, words);
    uint32_t begin = 0;
    for (uint32_t w = 0; w < words; w++) {
        bool last = w + 1 == words, unsure = cut_short && begin > 0 && w + EDGE_TOKENS >= words;
        if (unsure || !(ends_sentence(a, first + w, w) || (last && (!cut_short || begin == 0))))
            continue;
        take_sentence(a, first + begin, begin, w + 1 - begin);
        begin = w + 1;
    }
    return first + begin;
}

static uint32_t longest_window(const token_table *t)
{
    uint32_t longest = 0;
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        longest = end - first > longest ? end - first : longest;
    }
    return longest < WINDOW_TOKENS ? longest : WINDOW_TOKENS;
}

/* A sentence that fills the window was cut there: it is a list, a table, or text without full stops. Its pieces are told of together. */
static void warn_of_long(document *doc)
{
    for (uint32_t i = 0, next; i < doc->sentences.count; i = next) {
        const sentence *all = doc->sentences.items;
        next = i + 1;
        if (all[i].end - all[i].first < WINDOW_TOKENS)
            continue;
        while (next < doc->sentences.count && doc->tokens.break_before[all[next].first] != BREAK_PARAGRAPH &&
               all[next - 1].end - all[next - 1].first >= WINDOW_TOKENS)
            next++;
        document_warn(doc, tokens_span(doc, all[i].first, all[next - 1].end), "long sentence",
                      "longer than prose has; its analysis is not to be trusted");
    }
}

status analyse_sentences(document *doc)
{
    open_columns(doc);
    uint32_t capacity = longest_window(&doc->tokens);
    if (capacity == 0)
        return DATELINE_OK;
    analysis a = {.doc = doc};
    encoder_open(&a.encoder, doc, capacity);
    a.scores = arena_array(&doc->memory, (size_t)capacity * (capacity + 1), sizeof *a.scores);
    a.head = arena_array(&doc->memory, capacity, sizeof *a.head);
    a.relation = arena_array(&doc->memory, capacity, sizeof *a.relation);
    a.tag = arena_array(&doc->memory, capacity, sizeof *a.tag);
    a.dependents = arena_array(&doc->memory, capacity, sizeof *a.dependents);
    for (uint32_t first = 0, end; first < doc->tokens.count; first = end) {
        end = paragraph_end(&doc->tokens, first);
        for (uint32_t at = first; at < end;)
            at = read_window(&a, at, end);
    }
    for (uint32_t i = 0; i < doc->sentences.count; i++)
        repair_sentence(doc, doc->sentences.items[i]);
    link_tree(doc);
    warn_of_long(doc);
    return DATELINE_OK;
}
