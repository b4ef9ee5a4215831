/* Quotations that no verb claims: those that go on from one that has a speaker, and those that a colon introduces. */
#include "grammar/tree.h"
#include "statements/parts.h"

bool is_speech(const document *doc, const quotation *q)
{
    if (q->end - q->first >= 6)
        return true;
    for (uint32_t i = q->first; i < q->end; i++)
        if (doc->tokens.tag[i] == POS_VERB || doc->tokens.tag[i] == POS_AUX)
            return q->end - q->first >= 2;
    return false;
}

void find_by_continuation(document *doc, found_list *out)
{
    for (uint32_t k = 0; k < doc->quotations.count; k++) {
        const quotation *q = &doc->quotations.items[k];
        const found_statement *before = NULL;
        if (!is_speech(doc, q) || is_claimed(out, q))
            continue;
        for (uint32_t i = 0; i < out->count; i++) {
            const found_statement *s = &out->items[i];
            bool near = s->direct && s->end <= q->first && doc->tokens.sentence[q->first] - doc->tokens.sentence[s->cue] <= 1;
            if (near && (!before || s->end >= before->end))
                before = s;
        }
        if (!before)
            continue;
        /* "We won," she said. "Now we celebrate." */
        bool same_paragraph = doc->tokens.break_before[q->first - 1] != BREAK_PARAGRAPH;
        /* "We won," she said, and in the next paragraph: "Now we celebrate." */
        bool next_paragraph = doc->tokens.sentence[q->first - 2] == doc->tokens.sentence[before->cue] && before->cue > before->end;
        if (!same_paragraph && !next_paragraph && before->end + 4 < q->first)
            continue;
        found_statement more = *before;
        more.first = q->first;
        more.end = q->end;
        more.content = q->inside;
        more.rule = "statement:quote-continued";
        *list_add(&doc->memory, out) = more;
    }
}

/* The name that ends right before a colon: who speaks; NONE if none does. */
static uint32_t name_before(const document *doc, uint32_t colon)
{
    uint32_t m = colon > 0 ? doc->tokens.mention[colon - 1] : NONE;
    if (m == NONE || doc->mentions.items[m].end != colon)
        return NONE;
    dateline_entity_type type = doc->mentions.items[m].type;
    return type == DATELINE_PERSON || type == DATELINE_ORGANIZATION ? doc->mentions.items[m].head : NONE;
}

void find_by_colon(document *doc, found_list *out)
{
    enum { FEWEST_WORDS = 4 };
    const token_table *t = &doc->tokens;
    for (uint32_t i = 1; i + FEWEST_WORDS < t->count; i++) {
        uint32_t name = token_is(doc, i, ":") ? name_before(doc, i) : NONE;
        if (name == NONE)
            continue;
        sentence s = sentence_of(doc, i);
        const quotation *q = quotation_of(doc, i + 2);
        bool quoted = q && q->first == i + 2;
        bool headline = t->sentence[i] == 0 && s.first == doc->mentions.items[t->mention[name]].first && s.end - i > FEWEST_WORDS &&
                        s.end < t->count && t->break_before[s.end] == BREAK_PARAGRAPH;
        if (!quoted && !headline)
            continue;
        found_statement one = {.cue = i, .cue_end = i + 1, .subject = name, .addressee = NONE, .force = FORCE_SAY, .first = quoted ? q->first : i + 1,
                               .end = quoted ? q->end : s.end, .direct = quoted, .rule = quoted ? "statement:colon" : "statement:headline"};
        if (quoted)
            one.content = q->inside;
        trim_content(doc, &one.first, &one.end);
        *list_add(&doc->memory, out) = one;
    }
}
