#include "text/trust.h"

#include "base/utf8.h"

enum { FEWEST_WORDS = 20, FEWEST_SMALL = 10 }; /* of a paragraph that is judged: headlines and lists of names have no small words */
static const double LEAST_ENGLISH =
    0.12; /* of its words, by themselves or their form; English prose has a third and more, other languages next to none */
static const double MOST_ODD = 0.03; /* of its characters */

typedef enum verdict { READABLE, FOREIGN, GARBLED } verdict;

static bool is_word(const document *doc, uint32_t token)
{
    uint32_t place = 0;
    return utf8_is_letter(utf8_next(token_text(doc, token).bytes, &place));
}

/* The letters that UTF-8 read as Latin-1 or Windows-1252 leaves behind: "Ã©", "â€™". */
static bool is_misread(uint32_t code, uint32_t next)
{
    return ((code == 0xc3 || code == 0xc2) && next >= 0x80 && next < 0xc0) || (code == 0xe2 && next == 0x20ac);
}

/* Characters that prose does not have: controls, private use, unassigned, replaced, misread. */
static bool is_garbled(slice text)
{
    const uint32_t replaced = 0xfffd;
    uint32_t odd = 0, all = 0, before = 0;
    for (uint32_t place = 0; place < text.length; all++) {
        uint32_t code = utf8_next(text.bytes, &place);
        odd += code == replaced || (utf8_is_control(code) && !utf8_is_space(code)) || is_misread(before, code);
        before = code;
    }
    return odd >= 3 && odd > MOST_ODD * all;
}

/* "shifting", "announced", "newly": an ending that few other languages have. */
static bool is_english_form(slice word)
{
    enum { SHORTEST = 5 };
    return word.length >= SHORTEST && (slice_ends(word, "ing") || slice_ends(word, "ed") || slice_ends(word, "ly"));
}

static bool is_foreign(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t words = 0, names = 0, english = 0;
    for (uint32_t i = first; i < end; i++) {
        bool word = is_word(doc, i);
        words += word;
        names += word && doc->tokens.capital[i];
        english += lexicon_find(doc->lexicon, INDEX_FUNCTION_WORD, doc->tokens.lower[i]).count > 0 ||
                   (!doc->tokens.capital[i] && is_english_form(doc->tokens.lower[i]));
    }
    return words >= FEWEST_WORDS && words - names >= FEWEST_SMALL && english < LEAST_ENGLISH * (words - names);
}

static verdict judge(const document *doc, uint32_t first, uint32_t end)
{
    if (is_garbled(span_text(doc, tokens_span(doc, first, end))))
        return GARBLED;
    return is_foreign(doc, first, end) ? FOREIGN : READABLE;
}

/* Marks that turn the direction of text: embeddings, overrides, isolates. What people see may not be what stands there. */
static bool is_turning(uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static void warn_of_turning(document *doc)
{
    enum { MOST_WARNINGS = 16 };
    uint32_t told = 0;
    for (uint32_t place = 0, begin = 0; place < doc->length && told < MOST_WARNINGS; begin = place)
        if (is_turning(utf8_next(doc->text, &place))) {
            document_warn(doc, (span){begin, place}, "bidirectional mark", "turns the direction of the text after it");
            told++;
        }
}

static void warn(document *doc, verdict found, uint32_t first, uint32_t end)
{
    if (found == FOREIGN)
        document_warn(doc, tokens_span(doc, first, end), "language",
                      "not English, as far as its small words tell; its analysis is not to be trusted");
    if (found == GARBLED)
        document_warn(doc, tokens_span(doc, first, end), "garbled text", "characters that no prose has; its analysis is not to be trusted");
}

status judge_text(document *doc)
{
    warn_of_turning(doc);
    const token_table *t = &doc->tokens;
    uint32_t foreign = 0, since = 0;
    verdict before = READABLE;
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        verdict found = judge(doc, first, end);
        foreign += found == FOREIGN ? end - first : 0;
        if (found != before) {
            warn(doc, before, since, first);
            since = first;
            before = found;
        }
    }
    warn(doc, before, since, t->count);
    doc->english = 2 * foreign <= t->count;
    return DATELINE_OK;
}
