#include "text/tokens.h"

#include "base/utf8.h"
#include "text/paragraphs.h"

#include <assert.h>

typedef struct cutter {
    document *doc;
    span_list found;
    LIST(bool) joined;
} cutter;

/* ---- characters ---- */

static uint32_t code_at(const cutter *c, uint32_t place)
{
    return place < c->doc->length ? utf8_next(c->doc->text, &place) : 0;
}

static uint32_t after(const cutter *c, uint32_t place)
{
    utf8_next(c->doc->text, &place);
    return place;
}

static bool one_of(uint32_t code, const uint32_t *set, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (set[i] == code)
            return true;
    return false;
}

#define ONE_OF(code, set) one_of(code, set, sizeof(set) / sizeof *(set))

static const uint32_t opening[] = {'(', '[', '{', '"', '`', '<', '*', '>', '=', 0x201c, 0x2018, 0x201e, 0x201a, 0xab, 0x2039, 0xa1, 0xbf};
static const uint32_t closing[] = {',', ';', ':', '!', '?', ')',    ']',    '}',  '"',    '\'',   '`',
                                   '>', '%', '*', '=', '<', 0x201d, 0x2019, 0xbb, 0x203a, 0x2026, 0x3002};
static const uint32_t always_apart[] = {'(',  ')',  '[',    ']', '{', '}', '"',    0x201c, 0x201d, 0x201e,
                                        0xab, 0xbb, 0x2026, ';', '!', '?', 0x2013, 0x2014, 0x2015, 0x2212};
/* a run of one of these is one token: "***", ">>" */
static const uint32_t ornaments[] = {'*', '<', '>', '='};

static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019;
}

static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

/* ---- words ---- */

static void add(cutter *c, uint32_t begin, uint32_t end, bool joined)
{
    assert(begin < end);
    *list_add(&c->doc->memory, &c->found) = (span){begin, end};
    *list_add(&c->doc->memory, &c->joined) = joined;
}

static slice lower_text(cutter *c, uint32_t begin, uint32_t end)
{
    return utf8_lower(&c->doc->memory, (slice){c->doc->text + begin, end - begin});
}

static bool listed(cutter *c, index_id index, uint32_t begin, uint32_t end)
{
    enum { LONGEST_LISTED = 40 };
    return end - begin <= LONGEST_LISTED && lexicon_find(c->doc->lexicon, index, lower_text(c, begin, end)).count > 0;
}

/* "U.S.", "J.", "Ph.D.": a letter or two before each dot. */
static bool is_initials(const cutter *c, uint32_t begin, uint32_t end)
{
    uint32_t letters = 0, place = begin;
    bool dotted = false;
    while (place < end) {
        uint32_t code = utf8_next(c->doc->text, &place);
        if (code == '.') {
            if (letters == 0 || letters > 1)
                return false;
            letters = 0;
            dotted = true;
        } else if (utf8_is_letter(code)) {
            letters++;
        } else {
            return false;
        }
    }
    return dotted && letters <= 1;
}

/* Whether a paragraph ends at `place`, or a word with a capital follows. */
static bool sentence_may_end(const cutter *c, uint32_t place)
{
    uint32_t next = place;
    while (next < c->doc->length && c->doc->text[next] == ' ')
        next++;
    return next >= c->doc->length || c->doc->text[next] == '\n' || (next > place && utf8_is_upper(code_at(c, next)));
}

/* "Ill.", the state, and not "was ill.": listed with a capital, written with one. */
static bool is_abbreviation(cutter *c, uint32_t begin, uint32_t end)
{
    rows found = lexicon_find(c->doc->lexicon, INDEX_ABBREVIATION, lower_text(c, begin, end));
    bool capital = found.count && utf8_is_upper((unsigned char)*lexicon_text(c->doc->lexicon, TABLE_ABBREVIATIONS, found.items[0], 0));
    return found.count && !(capital && utf8_is_lower(code_at(c, begin)));
}

/* Whether [begin, end), which ends in a dot, keeps it. */
static bool keeps_dot(cutter *c, uint32_t begin, uint32_t end)
{
    if (slice_is(lower_text(c, begin, end), "etc."))
        return !sentence_may_end(c, end); /* which the treebanks then cut in two */
    if (is_initials(c, begin, end) || is_abbreviation(c, begin, end))
        return true;
    slice word = lower_text(c, begin, end);
    bool number_sign = slice_is(word, "no.") || slice_is(word, "nos.");
    return number_sign && end < c->doc->length && c->doc->text[end] == ' ' && utf8_is_digit(code_at(c, end + 1));
}

/* Where the ending of a contraction begins in [begin, end): "'s", "n't"; `end` if there is none. */
static uint32_t clitic(cutter *c, uint32_t begin, uint32_t end)
{
    static const char *const endings[] = {"s", "ll", "re", "ve", "m", "d"};
    if (end - begin > 64)
        return end;
    for (uint32_t place = begin; place < end; place = after(c, place)) {
        if (place == begin || !is_apostrophe(code_at(c, place)))
            continue;
        slice rest = lower_text(c, after(c, place), end);
        if (slice_is(rest, "t") && place > begin + 1 && (c->doc->text[place - 1] | 32) == 'n')
            return place - 1;
        for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
            if (slice_is(rest, endings[i]))
                return place;
    }
    return end;
}

/* "5pm", "10km", "$26m": where the unit begins; `end` if this is no number with a unit. */
static uint32_t unit(cutter *c, uint32_t begin, uint32_t end)
{
    static const char *const units[] = {"am", "pm", "a.m.", "p.m.", "km", "kg", "cm", "mm", "m",  "mph", "kph", "bn",  "mn",
                                        "k",  "ft", "lb",   "lbs",  "gb", "mb", "mw", "gw", "kw", "ha",  "tn",  "hrs", "mins"};
    uint32_t place = begin;
    while (place < end && (utf8_is_digit(code_at(c, place)) ||
                           (place > begin && (c->doc->text[place] == '.' || c->doc->text[place] == ',' || c->doc->text[place] == ':'))))
        place = after(c, place);
    if (place == begin || place == end || end - place > 4)
        return end;
    slice rest = lower_text(c, place, end);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_is(rest, units[i]))
            return place;
    return end;
}

/* A word without separators inside; contractions and units are cut here. */
static void add_word(cutter *c, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return;
    if (listed(c, INDEX_CONTRACTION, begin, end)) {
        rows found = lexicon_find(c->doc->lexicon, INDEX_CONTRACTION, lower_text(c, begin, end));
        const char *parts = lexicon_text(c->doc->lexicon, TABLE_CONTRACTIONS, found.items[0], CONTRACTION_PARTS);
        uint32_t place = begin;
        while (*parts) {
            uint32_t length = (uint32_t)strcspn(parts, "+");
            add(c, place, place + length, place > begin);
            place += length;
            parts += length + (parts[length] == '+');
        }
        return;
    }
    uint32_t cut = clitic(c, begin, end);
    if (cut < end) {
        add_word(c, begin, cut);
        add(c, cut, end, true);
        return;
    }
    cut = unit(c, begin, end);
    add(c, begin, cut, false);
    if (cut < end)
        add(c, cut, end, false);
}

/* ---- what stands between two blanks ---- */

static bool contains(const cutter *c, uint32_t begin, uint32_t end, const char *what)
{
    size_t length = strlen(what);
    for (uint32_t place = begin; place + length <= end; place++)
        if (memcmp(c->doc->text + place, what, length) == 0)
            return true;
    return false;
}

static bool is_address(const cutter *c, uint32_t begin, uint32_t end)
{
    slice chunk = {c->doc->text + begin, end - begin};
    if (contains(c, begin, end, "://") || slice_begins(chunk, "www.") || slice_begins(chunk, "WWW."))
        return true;
    const char *at = memchr(chunk.bytes, '@', chunk.length);
    return at && at > chunk.bytes && memchr(at, '.', (size_t)(chunk.bytes + chunk.length - at));
}

/* Dates (2023-02-28) and telephone numbers (713-853-3989, 853-3989), which keep their dashes; "1992-94" is a range. */
static bool is_dashed_number(const cutter *c, uint32_t begin, uint32_t end)
{
    uint32_t dashes = 0, last_dash = begin;
    for (uint32_t place = begin; place < end; place++) {
        char byte = c->doc->text[place];
        if (byte == '-') {
            dashes++;
            last_dash = place;
        } else if (byte < '0' || byte > '9') {
            return false;
        }
    }
    return dashes >= 2 || (dashes == 1 && last_dash - begin <= 3 && end - last_dash == 5);
}

/* ":)", ";-(", ":P": where one begins that ends at `end`; `end` if there is none. */
static uint32_t emoticon(const cutter *c, uint32_t begin, uint32_t end)
{
    const char *text = c->doc->text;
    if (end < begin + 2 || !strchr("()DPp", text[end - 1]))
        return end;
    uint32_t eyes = end - 2;
    if (eyes > begin && text[eyes] == '-')
        eyes--;
    bool face = text[eyes] == ':' || text[eyes] == ';';
    bool letter = text[end - 1] != '(' && text[end - 1] != ')';
    return face && (!letter || eyes == begin) ? eyes : end;
}

static bool digits_around(const cutter *c, uint32_t place, uint32_t begin, uint32_t end)
{
    return place > begin && place + 1 < end && utf8_is_digit((unsigned char)c->doc->text[place - 1]) &&
           utf8_is_digit((unsigned char)c->doc->text[place + 1]);
}

/* The end of a run of one character: "--", "...". */
static uint32_t run_end(const cutter *c, uint32_t place, uint32_t end)
{
    uint32_t code = code_at(c, place);
    while (place < end && code_at(c, place) == code)
        place = after(c, place);
    return place;
}

/* "News.Az": a country's letters, or "Com", end the address of a site. */
static bool is_domain(cutter *c, uint32_t begin, uint32_t end)
{
    static const char *const domains[] = {"az", "am", "ge", "kz", "kg", "uz", "tj", "ru", "ua", "by", "md", "com", "org", "net", "tv"};
    slice last = lower_text(c, begin, end);
    return SLICE_AMONG(last, domains);
}

/* Whether the separator at `place` inside a chunk stands for itself. */
static bool cuts(cutter *c, uint32_t word, uint32_t place, uint32_t begin, uint32_t end)
{
    uint32_t code = code_at(c, place);
    if (ONE_OF(code, always_apart))
        return true;
    if (code == ',' || code == ':')
        return !digits_around(c, place, begin, end);
    if (code == '/')
        return !digits_around(c, place, begin, end);
    if (code == '%')
        return true;
    if (code == '.') {
        if (run_end(c, place, end) > place + 1)
            return true;
        /* "of the town.Police said", "it said.(AP)": a blank was lost */
        uint32_t next = code_at(c, place + 1), before = place > begin ? code_at(c, utf8_before(c->doc->text, place)) : 0;
        return utf8_is_lower(before) && (utf8_is_upper(next) || next == '(') && place - word >= 3 && !is_domain(c, place + 1, end);
    }
    if (code == '-')
        return run_end(c, place, end) > place + 1 || place == word || !listed(c, INDEX_PREFIX, word, place);
    return false;
}

static void cut_core(cutter *c, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return;
    if (is_address(c, begin, end) || is_dashed_number(c, begin, end)) {
        add(c, begin, end, false);
        return;
    }
    if (memchr(c->doc->text + begin, '/', end - begin) && listed(c, INDEX_ABBREVIATION, begin, end)) {
        add(c, begin, end, false);
        return;
    }
    uint32_t word = begin;
    for (uint32_t place = begin; place < end;) {
        uint32_t next = after(c, place);
        if (utf8_is_currency(code_at(c, place))) {
            /* "US$50": the letters belong to the sign */
            next = run_end(c, place, end);
            add(c, word, next, false);
            word = next;
        } else if (cuts(c, word, place, begin, end)) {
            add_word(c, word, place);
            next = run_end(c, place, end);
            add(c, place, next, false);
            word = next;
        }
        place = next;
    }
    add_word(c, word, end);
}

/* Where the run of full stops, exclamation and question marks begins that ends at `end`: "?!", ".?". The dot of an
 * abbreviation before them is not theirs. */
static uint32_t run_of_stops(cutter *c, uint32_t begin, uint32_t end)
{
    const char *text = c->doc->text;
    uint32_t run = end - 1;
    bool dots = text[run] == '.';
    while (run > begin && (dots ? text[run - 1] == '.' : text[run - 1] == '!' || text[run - 1] == '?'))
        run--;
    if (dots && end - run == 2 && keeps_dot(c, begin, run + 1))
        return run + 1;
    if (!dots && run > begin + 1 && text[run - 1] == '.' && text[run - 2] != '.' && !keeps_dot(c, begin, run))
        return run - 1;
    return run;
}

/* Cuts trailing punctuation off [begin, end), last first, into `tail`; returns where it begins. */
static uint32_t cut_tail(cutter *c, uint32_t begin, uint32_t end, span_list *tail)
{
    while (end > begin) {
        uint32_t place = utf8_before(c->doc->text, end), code = code_at(c, place);
        uint32_t run = place, face = emoticon(c, begin, end);
        if (face < end) {
            *list_add(&c->doc->memory, tail) = (span){face, end};
            end = face;
            continue;
        }
        while (run > begin && code_at(c, utf8_before(c->doc->text, run)) == code)
            run = utf8_before(c->doc->text, run);
        if (code == '.' && run == place && keeps_dot(c, begin, end))
            break;
        bool stop = code == '.' || code == '!' || code == '?';
        if (stop)
            run = run_of_stops(c, begin, end);
        bool grouped = stop || code == '\'' || code == '`' || is_dash(code) || ONE_OF(code, ornaments);
        if (code != '.' && !is_dash(code) && !ONE_OF(code, closing))
            break;
        *list_add(&c->doc->memory, tail) = (span){grouped ? run : place, end};
        end = grouped ? run : place;
    }
    return end;
}

static void cut_chunk(cutter *c, uint32_t begin, uint32_t end)
{
    while (begin < end) {
        uint32_t code = code_at(c, begin), next = after(c, begin);
        bool quote = is_apostrophe(code) && next < end && !utf8_is_digit(code_at(c, next));
        bool dash = is_dash(code) && next < end;
        bool number_sign = code == '#' && utf8_is_digit(code_at(c, next));
        if (!ONE_OF(code, opening) && !quote && !dash && !number_sign)
            break;
        if (quote || code == '`' || dash || ONE_OF(code, ornaments))
            next = run_end(c, begin, end);
        if (quote && next == begin + 1 && clitic(c, begin > 0 ? begin - 1 : begin, end) == begin && end - begin <= 3)
            break; /* a lone "'s" */
        add(c, begin, next, false);
        begin = next;
    }
    span_list tail = {0};
    end = cut_tail(c, begin, end, &tail);
    cut_core(c, begin, end);
    for (uint32_t i = tail.count; i-- > 0;)
        add(c, tail.items[i].begin, tail.items[i].end, false);
}

static void cut_text(cutter *c, uint32_t begin, uint32_t end)
{
    while (begin < end) {
        if (utf8_is_space(code_at(c, begin))) {
            begin = after(c, begin);
            continue;
        }
        uint32_t stop = begin;
        while (stop < end && !utf8_is_space(code_at(c, stop)))
            stop = after(c, stop);
        cut_chunk(c, begin, stop);
        begin = stop;
    }
}

static void fill_columns(cutter *c)
{
    document *doc = c->doc;
    arena *memory = &doc->memory;
    token_table *t = &doc->tokens;
    t->count = c->found.count;
    t->where = c->found.items;
    t->joined = c->joined.items;
    t->lower = arena_array(memory, t->count, sizeof *t->lower);
    t->begins = arena_array(memory, t->count, sizeof *t->begins);
    t->longest = arena_array(memory, t->count, sizeof *t->longest);
    t->space_before = arena_array(memory, t->count, sizeof *t->space_before);
    t->capital = arena_array(memory, t->count, sizeof *t->capital);
    t->break_before = arena_array(memory, t->count, sizeof *t->break_before);
    bool line_breaks = lines_are_paragraphs(doc);
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t before = i ? t->where[i - 1].end : 0, begin = t->where[i].begin;
        t->lower[i] = utf8_lower(memory, token_text(doc, i));
        t->space_before[i] = i == 0 || before < begin;
        t->capital[i] = utf8_is_upper(code_at(c, begin));
        t->break_before[i] = (uint8_t)(i == 0 ? BREAK_PARAGRAPH : break_between(doc, before, begin, line_breaks));
        const lexicon_first *first = lexicon_begins(doc->lexicon, t->lower[i]);
        if (first) {
            t->begins[i] = first->indexes;
            t->longest[i] = first->longest;
        }
    }
}

status find_tokens(document *doc)
{
    cutter c = {.doc = doc};
    cut_text(&c, 0, doc->body);
    uint32_t body = c.found.count;
    cut_text(&c, doc->body, doc->length);
    fill_columns(&c);
    if (body && body < doc->tokens.count)
        doc->tokens.break_before[body] = BREAK_PARAGRAPH;
    return DATELINE_OK;
}
