/* How far what a rule found reaches, as the network marks words (src/syntax/attributions.c): trees lose part of a long content. */
#include "grammar/tree.h"
#include "statements/clues.h"
#include "statements/parts.h"

static const float LIKELY = 0.0f; /* log odds, chosen on PolNeAR's development part */

/* Whether a token is in the phrase of who speaks or is spoken to. */
static bool is_of_party(const document *doc, uint32_t token, uint32_t party, uint32_t cue)
{
    return party != NONE && is_under(doc, token, party) && !is_under(doc, cue, party);
}

/* Whether a word beside the content belongs to it; never what the cue itself hangs on, nor when it was said. */
static bool belongs(const document *doc, const found_statement *s, uint32_t token)
{
    const token_table *t = &doc->tokens;
    if (t->odds[token].content < LIKELY || t->time[token] != NONE || quotation_of(doc, token) != quotation_of(doc, s->first))
        return false;
    bool cue = (token >= s->cue && token < s->cue_end) || is_under(doc, s->cue, token);
    return !cue && !is_of_party(doc, token, s->subject, s->cue) && !is_of_party(doc, token, s->addressee, s->cue);
}

/* Words that open a phrase and end none. */
static bool opens_phrase(const document *doc, uint32_t token)
{
    uint8_t tag = doc->tokens.tag[token];
    return tag == POS_ADP || tag == POS_CCONJ || tag == POS_SCONJ || tag == POS_DET || tag == POS_PUNCT;
}

void stretch_content(document *doc, found_statement *s)
{
    if (!doc->tokens.odds || s->direct || s->turn || !is_verb(doc, s->cue))
        return;
    uint32_t least = sentence_of(doc, s->first).first, most = sentence_of(doc, s->end - 1).end, first = s->first, end = s->end;
    if (s->first < s->cue)
        while (first > least && belongs(doc, s, first - 1))
            first--;
    else
        while (end < most && belongs(doc, s, end))
            end++;
    while (end > s->end && opens_phrase(doc, end - 1))
        end--;
    while (first < s->first && doc->tokens.tag[first] == POS_PUNCT)
        first++;
    if (first == s->first && end == s->end)
        return;
    if (!s->clues)
        s->clues = telling_marks(doc, NONE, NONE, first < s->first ? first : end - 1);
    s->first = first;
    s->end = end;
}
