#include "text/quotations.h"

#include "base/utf8.h"

enum {
    LEFT_DOUBLE = 0x201c,
    RIGHT_DOUBLE = 0x201d,
    LOW_DOUBLE = 0x201e,
    LEFT_GUILLEMET = 0xab,
    RIGHT_GUILLEMET = 0xbb,
    LEFT_SINGLE = 0x2018,
    RIGHT_SINGLE = 0x2019
};
enum { LONGEST_QUOTATION = 600 }; /* tokens: a mark that was never closed */

/* The only character of a token; 0: it has more. */
static uint32_t character_of(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    uint32_t place = 0, code = word.length ? utf8_next(word.bytes, &place) : 0;
    return place == word.length ? code : 0;
}

static uint32_t mark_at(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    if (slice_is(word, "''") || slice_is(word, "``"))
        return '"';
    uint32_t code = character_of(doc, token);
    bool mark = code == '"' || code == LEFT_DOUBLE || code == RIGHT_DOUBLE || code == LOW_DOUBLE || code == LEFT_GUILLEMET ||
                code == RIGHT_GUILLEMET;
    return mark ? code : 0;
}

static bool touches_next(const document *doc, uint32_t token)
{
    return token + 1 < doc->tokens.count && !doc->tokens.space_before[token + 1];
}

/* ---- single marks: those of British reports, which are apostrophes as well ---- */

static uint32_t single_at(const document *doc, uint32_t token)
{
    uint32_t code = character_of(doc, token);
    bool single = code == '\'' || code == LEFT_SINGLE || code == RIGHT_SINGLE;
    return single ? code : 0;
}

static bool is_letter_first(const document *doc, uint32_t token)
{
    unsigned char byte = (unsigned char)token_text(doc, token).bytes[0];
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

static bool is_mark(const document *doc, uint32_t token)
{
    static const char *const marks[] = {".", ",", "?", "!", "...", "…", ":", ";", ")", "-", "–", "—"};
    return SLICE_AMONG(token_text(doc, token), marks);
}

/* An apostrophe is closed by nothing; a mark is closed after punctuation, or before it or a blank where no plural ends ("workers' pay"). */
static bool closes_single(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t mark = single_at(doc, token);
    if ((mark != '\'' && mark != RIGHT_SINGLE) || t->space_before[token])
        return false;
    bool ends = token + 1 >= t->count || t->space_before[token + 1] || t->break_before[token + 1] != BREAK_NONE;
    if (is_mark(doc, token - 1))
        return ends || is_mark(doc, token + 1);
    slice before = token_text(doc, token - 1);
    bool plural = before.length && before.bytes[before.length - 1] == 's';
    return token + 1 >= t->count || is_mark(doc, token + 1) || (ends && !plural);
}

/* The token that closes the single mark at `open`, in its paragraph; NONE: it opens nothing. */
static uint32_t single_close(const document *doc, uint32_t open)
{
    const token_table *t = &doc->tokens;
    uint32_t mark = single_at(doc, open);
    bool before = open == 0 || t->space_before[open] || t->break_before[open] != BREAK_NONE;
    if ((mark != '\'' && mark != LEFT_SINGLE) || !before || !touches_next(doc, open) || !is_letter_first(doc, open + 1))
        return NONE;
    for (uint32_t i = open + 2; i < t->count && i - open < LONGEST_QUOTATION && t->break_before[i] != BREAK_PARAGRAPH; i++) {
        if (closes_single(doc, i))
            return i;
        if (single_at(doc, i) == LEFT_SINGLE)
            return NONE;
    }
    return NONE;
}

/* ---- double marks ---- */

/* A blank or a bracket before it, a word right after it. */
static bool looks_opening(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool after_blank = token == 0 || t->space_before[token] || t->break_before[token] != BREAK_NONE;
    return after_blank && touches_next(doc, token) && !is_mark(doc, token + 1);
}

/* A word right before it, a blank, a break or punctuation after it. */
static bool looks_closing(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool after_word = token > 0 && !t->space_before[token] && t->break_before[token] == BREAK_NONE;
    return after_word && (!touches_next(doc, token) || t->break_before[token + 1] != BREAK_NONE || is_mark(doc, token + 1));
}

/* The next mark of a paragraph after `token`, straight or not; NONE: there is none. */
static uint32_t next_mark(const document *doc, uint32_t token)
{
    for (uint32_t i = token + 1; i < doc->tokens.count && doc->tokens.break_before[i] != BREAK_PARAGRAPH; i++)
        if (mark_at(doc, i))
            return i;
    return NONE;
}

/* Whether the paragraph after that of `token` begins with a mark, as each of a quotation that runs over several does. */
static bool runs_on(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t next = token + 1;
    while (next < t->count && t->break_before[next] != BREAK_PARAGRAPH)
        next++;
    uint32_t mark = next < t->count ? mark_at(doc, next) : 0;
    return mark == LEFT_DOUBLE || (mark == '"' && touches_next(doc, next));
}

static bool closes_double(const document *doc, uint32_t token, uint32_t opened_by)
{
    return opened_by == '"' ? looks_closing(doc, token) : mark_at(doc, token) == RIGHT_DOUBLE && !looks_opening(doc, token);
}

/* Where a mark at `token`, within the quotation that `open` began, opens one within it ('"He called it "a disgrace" and left," she said'):
 * the mark that closes that one; NONE: it opens none. */
static uint32_t nested_close(const document *doc, uint32_t open, uint32_t token)
{
    uint32_t mark = mark_at(doc, token), around = mark_at(doc, open);
    bool inner = mark == '"' ? looks_opening(doc, token)
                             : mark == LEFT_DOUBLE && !looks_closing(doc, token) && (around == LEFT_DOUBLE || around == '"');
    uint32_t close = inner && doc->tokens.break_before[token] != BREAK_PARAGRAPH ? next_mark(doc, token) : NONE;
    if (close == NONE || !closes_double(doc, close, mark))
        return NONE;
    uint32_t outer = next_mark(doc, close);
    bool closed = outer == NONE ? runs_on(doc, close) : closes_double(doc, outer, around);
    return closed ? close : NONE;
}

static bool opens(const document *doc, uint32_t token, uint32_t mark, bool inside)
{
    bool turned = mark == LEFT_DOUBLE ? inside && looks_closing(doc, token) : mark == RIGHT_DOUBLE && !inside && looks_opening(doc, token);
    if (turned || mark == LEFT_DOUBLE || mark == LOW_DOUBLE || mark == LEFT_GUILLEMET) /* "Not so,“ he said, typed the wrong way round */
        return mark != LEFT_DOUBLE || !turned;
    bool anew =
        doc->tokens.break_before[token] == BREAK_PARAGRAPH && touches_next(doc, token); /* within a quotation that runs over paragraphs */
    if (mark != '"' || anew)
        return anew && mark == '"';
    if (inside)
        return looks_opening(doc, token);
    bool after_comma = token > 0 && !doc->tokens.space_before[token] && slice_is(token_text(doc, token - 1), ",");
    bool closing = after_comma && touches_next(doc, token) && !doc->tokens.capital[token + 1]; /* 'must be met,"said the union' */
    return !closing && !looks_closing(doc, token) && (doc->tokens.space_before[token] || touches_next(doc, token));
}

/* `open`: the mark, or the first token of a paragraph in which a quotation goes on without one. */
static void add_quotation(document *doc, uint32_t open, uint32_t close, bool closed)
{
    const token_table *t = &doc->tokens;
    bool marked = mark_at(doc, open) || single_at(doc, open);
    uint32_t first = open + marked, end = close;
    if (first >= end)
        return;
    *list_add(&doc->memory, &doc->quotations) = (quotation){
        .where = {t->where[open].begin, closed ? t->where[close].end : t->where[close - 1].end},
        .inside = {t->where[first].begin, t->where[end - 1].end},
        .first = first,
        .end = end,
        .closed = closed,
    };
}

/* A mark that is closed neither in its paragraph nor by the next one. */
static void add_unclosed(document *doc, uint32_t open, uint32_t end)
{
    document_warn(doc, doc->tokens.where[open], "unclosed quotation", "what is said is taken to end with its paragraph");
    add_quotation(doc, open, end, false);
}

/* The token after the first stop of what opened at `open`; `end`: there is none before it. */
static uint32_t after_first_stop(const document *doc, uint32_t open, uint32_t end)
{
    static const char *const stops[] = {".", "!", "?"};
    for (uint32_t i = open + 1; i < end; i++)
        if (SLICE_AMONG(token_text(doc, i), stops))
            return i + 1;
    return end;
}

/* The quotation that `open` began ends where the mark at `next` begins another: a curly one there, a straight one, whose own end was left
 * out, with its first sentence. */
static void add_ended_by_next(document *doc, uint32_t open, uint32_t next)
{
    if (mark_at(doc, next) == '"' && doc->tokens.break_before[next] != BREAK_PARAGRAPH)
        add_unclosed(doc, open, after_first_stop(doc, open, next));
    else
        add_quotation(doc, open, next, false);
}

/* Whether a quotation goes on in the paragraph that begins at a token, though no mark opens it anew: one closes it there. */
static bool goes_on(const document *doc, uint32_t token)
{
    uint32_t next = next_mark(doc, token), code = next == NONE ? 0 : mark_at(doc, next);
    return code == RIGHT_DOUBLE || (code == '"' && looks_closing(doc, next));
}

status find_quotations(document *doc)
{
    const token_table *t = &doc->tokens;
    uint32_t open = NONE;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t mark = mark_at(doc, i);
        bool new_paragraph = open != NONE && t->break_before[i] == BREAK_PARAGRAPH;
        /* A quotation may run over paragraphs, each of which opens it anew; otherwise it ends with its own. */
        if (new_paragraph && !mark && goes_on(doc, i)) {
            add_quotation(doc, open, i, false);
            open = i;
        } else if (open != NONE && ((new_paragraph && !mark) || i - open > LONGEST_QUOTATION)) {
            add_unclosed(doc, open, i);
            open = NONE;
        }
        uint32_t close = mark || open != NONE ? NONE : single_close(doc, i);
        if (close != NONE) {
            add_quotation(doc, i, close, true);
            i = close;
        }
        uint32_t nested = open != NONE ? nested_close(doc, open, i) : NONE;
        if (nested != NONE)
            i = nested;
        if (!mark || nested != NONE)
            continue;
        if (opens(doc, i, mark, open != NONE)) {
            if (open != NONE)
                add_ended_by_next(doc, open, i);
            open = i;
        } else if (open != NONE) {
            add_quotation(doc, open, i, true);
            open = NONE;
        }
    }
    if (open != NONE)
        add_unclosed(doc, open, t->count);
    return DATELINE_OK;
}
