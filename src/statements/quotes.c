/* Quotations, and how they belong to cues. */
#include "statements/parts.h"

#include "base/utf8.h"

enum { LEFT_DOUBLE = 0x201c, RIGHT_DOUBLE = 0x201d, LOW_DOUBLE = 0x201e, LEFT_GUILLEMET = 0xab, RIGHT_GUILLEMET = 0xbb };

static uint32_t mark_at(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    if (slice_is(word, "''") || slice_is(word, "``"))
        return '"';
    uint32_t place = 0, code = word.length ? utf8_next(word.bytes, &place) : 0;
    bool mark = code == '"' || code == LEFT_DOUBLE || code == RIGHT_DOUBLE || code == LOW_DOUBLE || code == LEFT_GUILLEMET || code == RIGHT_GUILLEMET;
    return mark && place == word.length ? code : 0;
}

static bool opens(const document *doc, uint32_t token, uint32_t mark, bool inside)
{
    if (mark == LEFT_DOUBLE || mark == LOW_DOUBLE || mark == LEFT_GUILLEMET)
        return true;
    bool touches_next = token + 1 < doc->tokens.count && !doc->tokens.space_before[token + 1];
    return mark == '"' && !inside && (doc->tokens.space_before[token] || touches_next);
}

static void add_quotation(document *doc, uint32_t open, uint32_t close, bool closed)
{
    const token_table *t = &doc->tokens;
    uint32_t first = open + 1, end = close;
    if (first >= end)
        return;
    *list_add(&doc->memory, &doc->quotations) = (quotation){
        .where = {t->where[open].begin, closed ? t->where[close].end : t->where[close - 1].end},
        .inside = {t->where[first].begin, t->where[end - 1].end}, .first = first, .end = end, .closed = closed,
    };
}

void find_quotations(document *doc)
{
    enum { LONGEST_QUOTATION = 600 }; /* tokens: a mark that was never closed */
    const token_table *t = &doc->tokens;
    uint32_t open = NONE;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t mark = mark_at(doc, i);
        bool new_paragraph = open != NONE && t->break_before[i] == BREAK_PARAGRAPH;
        /* A quotation may run over paragraphs, each of which opens it anew; otherwise it ends with its own. */
        if (open != NONE && ((new_paragraph && !mark) || i - open > LONGEST_QUOTATION)) {
            add_quotation(doc, open, i, false);
            open = NONE;
        }
        if (!mark)
            continue;
        if (opens(doc, i, mark, open != NONE)) {
            if (open != NONE)
                add_quotation(doc, open, i, false);
            open = i;
        } else if (open != NONE) {
            add_quotation(doc, open, i, true);
            open = NONE;
        }
    }
    if (open != NONE)
        add_quotation(doc, open, t->count, false);
}

const quotation *quotation_of(const document *doc, uint32_t token)
{
    uint32_t low = 0, high = doc->quotations.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->quotations.items[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    const quotation *found = low < doc->quotations.count ? &doc->quotations.items[low] : NULL;
    return found && found->first <= token ? found : NULL;
}

/* Whether a quotation says something: a verb, and more than a name. */
static bool is_speech(const document *doc, const quotation *q)
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
        bool claimed = !is_speech(doc, q);
        for (uint32_t i = 0; i < out->count && !claimed; i++) {
            const found_statement *s = &out->items[i];
            claimed = s->first < q->end && q->first < s->end;
            bool near = s->direct && s->end <= q->first && doc->tokens.sentence[q->first] - doc->tokens.sentence[s->cue] <= 1;
            if (near && (!before || s->end >= before->end))
                before = s;
        }
        if (claimed || !before)
            continue;
        /* "We won," she said. "Now we celebrate." */
        bool same_paragraph = doc->tokens.break_before[q->first - 1] != BREAK_PARAGRAPH;
        if (!same_paragraph && before->end + 4 < q->first)
            continue;
        found_statement more = *before;
        more.first = q->first;
        more.end = q->end;
        more.content = q->inside;
        more.rule = "statement:quote-continued";
        *list_add(&doc->memory, out) = more;
    }
}
