#include "text/quotations.h"

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

status find_quotations(document *doc)
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
    return DATELINE_OK;
}
