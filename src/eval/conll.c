/* The measures of the CoNLL 2018 shared task. */
#include "eval/eval.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

double tally_precision(const tally *t)
{
    return t->answered ? (double)t->right / (double)t->answered : 0;
}

double tally_recall(const tally *t)
{
    return t->gold ? (double)t->right / (double)t->gold : 0;
}

double tally_f1(const tally *t)
{
    return t->gold + t->answered ? 2.0 * (double)t->right / (double)(t->gold + t->answered) : 0;
}

/* Spans that both have. */
static void compare_spans(const dateline_span *gold, uint32_t gold_count, const dateline_span *system, uint32_t system_count, tally *t)
{
    t->gold += gold_count;
    t->answered += system_count;
    for (uint32_t g = 0, s = 0; g < gold_count && s < system_count;) {
        if (gold[g].begin < system[s].begin)
            g++;
        else if (gold[g].begin > system[s].begin)
            s++;
        else {
            t->right += gold[g].end == system[s].end;
            g++;
            s++;
        }
    }
}

/* Pairs words: those of equal span by order and form; where one side cut a token into words, by the longest common
 * subsequence of forms, as the task's script does. pair[gold word]: system word, or DATELINE_NONE. */
static void align_group(const treebank *gold, uint32_t g0, uint32_t g1, const treebank *system, uint32_t s0, uint32_t s1, uint32_t *pair)
{
    uint32_t rows = g1 - g0, columns = s1 - s0;
    uint16_t *length = calloc((size_t)(rows + 1) * (columns + 1), sizeof *length);
    if (!length)
        return;
#define AT(i, k) length[(size_t)(i) * (columns + 1) + (k)]
    for (uint32_t i = rows; i-- > 0;)
        for (uint32_t k = columns; k-- > 0;) {
            bool same = strcasecmp(gold->words[g0 + i].form, system->words[s0 + k].form) == 0;
            uint16_t skip = AT(i + 1, k) > AT(i, k + 1) ? AT(i + 1, k) : AT(i, k + 1);
            AT(i, k) = same ? (uint16_t)(AT(i + 1, k + 1) + 1) : skip;
        }
    for (uint32_t i = 0, k = 0; i < rows && k < columns;) {
        bool same = strcasecmp(gold->words[g0 + i].form, system->words[s0 + k].form) == 0;
        if (same)
            pair[g0 + i++] = s0 + k++;
        else if (AT(i + 1, k) >= AT(i, k + 1))
            i++;
        else
            k++;
    }
#undef AT
    free(length);
}

static void align_words(const treebank *gold, const treebank *system, uint32_t *pair)
{
    uint32_t g = 0, s = 0;
    for (uint32_t i = 0; i < gold->word_count; i++)
        pair[i] = DATELINE_NONE;
    while (g < gold->word_count && s < system->word_count) {
        const gold_word *a = &gold->words[g], *b = &system->words[s];
        bool several = (g + 1 < gold->word_count && gold->words[g + 1].begin == a->begin) ||
                       (s + 1 < system->word_count && system->words[s + 1].begin == b->begin);
        if (a->begin == b->begin && a->end == b->end && !several) {
            pair[g++] = s++;
            continue;
        }
        if (a->begin != b->begin || !several) {
            if (a->end <= b->end)
                g++;
            if (a->end >= b->end)
                s++;
            continue;
        }
        /* all words up to where both sides have an end at the same place */
        uint32_t g1 = g, s1 = s, end = a->end > b->end ? a->end : b->end;
        for (bool moved = true; moved;) {
            moved = false;
            while (g1 < gold->word_count && gold->words[g1].begin < end) {
                end = gold->words[g1].end > end ? gold->words[g1].end : end;
                g1++;
                moved = true;
            }
            while (s1 < system->word_count && system->words[s1].begin < end) {
                end = system->words[s1].end > end ? system->words[s1].end : end;
                s1++;
                moved = true;
            }
        }
        align_group(gold, g, g1, system, s, s1, pair);
        g = g1;
        s = s1;
    }
}

static void count(tally *t, const treebank *gold, const treebank *system, uint64_t right)
{
    t->gold += gold->word_count;
    t->answered += system->word_count;
    t->right += right;
}

bool conll_compare(const treebank *gold, const treebank *system, conll_scores *scores)
{
    if (gold->length != system->length || memcmp(gold->text, system->text, gold->length) != 0)
        return false;
    uint32_t *pair = calloc(gold->word_count + 1, sizeof *pair);
    if (!pair)
        return false;
    align_words(gold, system, pair);
    uint64_t words = 0, upos = 0, xpos = 0, features = 0, lemmas = 0, uas = 0, las = 0;
    for (uint32_t i = 0; i < gold->word_count; i++) {
        if (pair[i] == DATELINE_NONE)
            continue;
        const gold_word *a = &gold->words[i], *b = &system->words[pair[i]];
        uint32_t head = a->head == DATELINE_NONE ? DATELINE_NONE : pair[a->head];
        bool governed = a->head == DATELINE_NONE ? b->head == DATELINE_NONE : head != DATELINE_NONE && head == b->head;
        words++;
        upos += strcmp(a->upos, b->upos) == 0;
        xpos += strcmp(a->xpos, b->xpos) == 0;
        features += strcmp(a->features, b->features) == 0;
        lemmas += strcmp(a->lemma, "_") == 0 || strcmp(a->lemma, b->lemma) == 0;
        uas += governed;
        las += governed && strcmp(a->relation, b->relation) == 0;
    }
    free(pair);
    compare_spans(gold->tokens, gold->token_count, system->tokens, system->token_count, &scores->tokens);
    compare_spans(gold->sentences, gold->sentence_count, system->sentences, system->sentence_count, &scores->sentences);
    count(&scores->words, gold, system, words);
    count(&scores->upos, gold, system, upos);
    count(&scores->xpos, gold, system, xpos);
    count(&scores->features, gold, system, features);
    count(&scores->lemmas, gold, system, lemmas);
    count(&scores->uas, gold, system, uas);
    count(&scores->las, gold, system, las);
    return true;
}
