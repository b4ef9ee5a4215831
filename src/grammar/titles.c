#include "grammar/titles.h"

#include "grammar/tree.h"

/* "a seminar on 'The Role of Women in Peace'": words of more than a few letters have capitals, there are several of them, and a noun or a
 * preposition leads to them. */
static bool has_capitals_of_title(const document *doc, const quotation *q)
{
    enum { LEAST_WORDS = 3, SHORT = 4 /* letters: "with", "from" */ };
    const token_table *t = &doc->tokens;
    uint32_t capitals = 0, before = q->first > 1 ? q->first - 2 : NONE;
    bool led_to = before != NONE && (t->tag[before] == POS_ADP || t->tag[before] == POS_NOUN || t->tag[before] == POS_PROPN);
    if (!q->closed || !t->capital[q->first] || !led_to)
        return false;
    for (uint32_t i = q->first; i < q->end; i++) {
        if (token_is(doc, i, "!") || t->tag[i] == POS_PRON || (is_finite(doc, i) && !t->capital[i])) /* "I", "we": somebody speaks */
            return false;
        if (token_text(doc, i).length <= SHORT || t->tag[i] == POS_PUNCT || t->tag[i] == POS_NUM || t->tag[i] == POS_ADP)
            continue;
        if (!t->capital[i])
            return false;
        capitals++;
    }
    return capitals >= LEAST_WORDS;
}

bool is_title(const document *doc, const quotation *q)
{
    static const char *const words[] = {"entitled", "titled", "dubbed", "themed", "headlined", "motto", "theme", "title", "topic"};
    return (q->first > 1 && TOKEN_AMONG(doc, q->first - 2, words)) || has_capitals_of_title(doc, q);
}
