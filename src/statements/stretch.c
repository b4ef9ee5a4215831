/* How far what a rule found reaches, as the network marks words (src/syntax/attributions.c): trees lose part of a long content. */
#include "grammar/tree.h"
#include "statements/clues.h"
#include "statements/content.h"

static const float LIKELY = 0.0f; /* log odds, chosen on PolNeAR's development part */

/* Whether a token is in the phrase of who speaks or is spoken to. */
static bool is_of_party(const document *doc, uint32_t token, uint32_t party, uint32_t cue)
{
    return party != NONE && is_under(doc, token, party) && !is_under(doc, cue, party);
}

/* Whether a word beside the content belongs to it; never what the cue itself hangs on, what is another cue, nor when it was said. */
static bool belongs(const document *doc, const bool *cues, const found_statement *s, uint32_t token)
{
    const token_table *t = &doc->tokens;
    if (t->odds[token].content < LIKELY || t->odds[token].cue > LIKELY || cues[token] || t->time[token] != NONE ||
        quotation_of(doc, token) != quotation_of(doc, s->first))
        return false;
    bool cue = (token >= s->cue && token < s->cue_end) || is_under(doc, s->cue, token);
    bool beside = t->head[token] == s->cue && t->relation[token] == REL_CONJ; /* "said he was hurt but declined to name him" */
    return !cue && !beside && !is_of_party(doc, token, s->subject, s->cue) && !is_of_party(doc, token, s->addressee, s->cue);
}

static bool is_mark(const document *doc, uint32_t token)
{
    return doc->tokens.tag[token] == POS_PUNCT;
}

/* Where the content ends that goes on after `end`: at a mark, or at the end of the sentence. */
static uint32_t stretched_end(const document *doc, const bool *cues, const found_statement *s)
{
    uint32_t most = sentence_of(doc, s->end - 1).end, end = s->end;
    while (end < most && belongs(doc, cues, s, end))
        end++;
    while (end > s->end && end < most && !is_mark(doc, end))
        end--;
    while (end > s->end && is_mark(doc, end - 1))
        end--;
    return end;
}

/* Where it begins: after a mark, or at the beginning of the sentence. */
static uint32_t stretched_first(const document *doc, const bool *cues, const found_statement *s)
{
    uint32_t least = sentence_of(doc, s->first).first, first = s->first;
    while (first > least && belongs(doc, cues, s, first - 1))
        first--;
    while (first < s->first && first > least && !is_mark(doc, first - 1))
        first++;
    while (first < s->first && (is_mark(doc, first) || doc->tokens.tag[first] == POS_CCONJ))
        first++;
    return first;
}

static void stretch_content(document *doc, const bool *cues, found_statement *s)
{
    bool clause = is_verb(doc, s->cue) && holds_finite(doc, s->first, s->end);
    if (s->direct || s->turn || !clause)
        return;
    uint32_t first = s->first < s->cue ? stretched_first(doc, cues, s) : s->first,
             end = s->first < s->cue ? s->end : stretched_end(doc, cues, s);
    /* ", at the same time" says nothing more */
    if (end > s->end && is_mark(doc, s->end) && !holds_finite(doc, s->end, end))
        end = s->end;
    if (first < s->first && is_mark(doc, s->first - 1) && !holds_finite(doc, first, s->first))
        first = s->first;
    if (first == s->first && end == s->end)
        return;
    if (!s->clues)
        s->clues = telling_marks(doc, NONE, NONE, first < s->first ? first : end - 1);
    s->first = first;
    s->end = end;
}

/* 'said the vote was "more than a vote; it is a sign"', 'voiced "deep remorse" over the war': a content that holds part of a quotation, and
 * other words, holds all of it with its marks. */
static void close_quotation(const document *doc, found_statement *s)
{
    const quotation *last = quotation_of(doc, s->end - 1), *first = quotation_of(doc, s->first);
    if (s->direct || s->turn)
        return;
    if (last && last->closed && last->first > s->first && last->end > s->end && last->end <= paragraph_end(&doc->tokens, s->first))
        s->end = last->end;
    if (first && first->closed && first->first == s->first && first->end + 1 < s->end && s->first > 0)
        s->first--;
    bool of_earlier =
        first && first->closed && first->first < s->first && first->end < s->end; /* '"It rose. It has gone" by now, he said' */
    if (of_earlier && sentence_of(doc, s->first).first == s->first && quotation_of(doc, s->cue) != first)
        s->first = first->first - 1;
}

void stretch_contents(document *doc, found_list *all)
{
    for (uint32_t i = 0; i < all->count; i++)
        close_quotation(doc, &all->items[i]);
    if (!doc->tokens.odds)
        return;
    bool *cues = arena_array(&doc->memory, doc->tokens.count, sizeof *cues);
    for (uint32_t i = 0; i < all->count; i++)
        cues[all->items[i].cue] = true;
    for (uint32_t i = 0; i < all->count; i++)
        stretch_content(doc, cues, &all->items[i]);
}
