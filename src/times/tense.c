#include "times/tense.h"

#include "grammar/tree.h"

/* "will be held", "is to be held": of a verb with its auxiliaries. */
static tense tense_of(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool past = strcmp(t->english_tag[verb], "VBD") == 0, infinitive = false, present = false;
    for (uint32_t c = first_child(doc, verb); c != NONE && c < verb; c = next_child(doc, c)) {
        if (t->relation[c] == REL_MARK && token_is(doc, c, "to"))
            infinitive = true;
        if (t->relation[c] != REL_AUX && t->relation[c] != REL_AUX_PASS && t->relation[c] != REL_COP)
            continue;
        if (token_is(doc, c, "will") || token_is(doc, c, "shall") || token_is(doc, c, "'ll") || token_is(doc, c, "would"))
            return TENSE_FUTURE;
        present |= token_is(doc, c, "is") || token_is(doc, c, "are");
        past |= token_is(doc, c, "was") || token_is(doc, c, "were") || token_is(doc, c, "had") || token_is(doc, c, "has") || token_is(doc, c, "have") || token_is(doc, c, "did");
    }
    if (infinitive && present) /* "is to be held", with "is" for an auxiliary */
        return TENSE_FUTURE;
    static const char *const coming[] = {"be", "set", "plan", "schedule", "expect", "intend", "due"};
    uint32_t over = t->head[verb];
    for (size_t i = 0; infinitive && over != NONE && i < sizeof coming / sizeof *coming; i++)
        if (lemma_is(doc, over, coming[i]))
            return TENSE_FUTURE;
    return past ? TENSE_PAST : TENSE_UNKNOWN;
}

/* "until Tuesday", "as soon as Friday", "payable Dec. 15", "due on May 1": what looks ahead by itself. */
static bool is_awaited(const document *doc, uint32_t token)
{
    static const char *const ahead[] = {"until", "till", "payable", "effective", "due", "redeemable", "by", "starting", "beginning", "through"};
    uint32_t before = token > 0 && token_is(doc, token - 1, "on") ? token - 1 : token;
    if (before > 2 && token_is(doc, before - 1, "as") && token_is(doc, before - 3, "as") && (token_is(doc, before - 2, "soon") || token_is(doc, before - 2, "early")))
        return true;
    for (size_t i = 0; before > 0 && i < sizeof ahead / sizeof *ahead; i++)
        if (token_is(doc, before - 1, ahead[i]))
            return true;
    return false;
}

tense tense_around(const document *doc, uint32_t token)
{
    if (is_awaited(doc, token))
        return TENSE_FUTURE;
    uint32_t at = token;
    for (uint32_t steps = 0; steps < 6 && at != NONE; steps++, at = doc->tokens.head[at]) {
        tense told = is_verb(doc, at) ? tense_of(doc, at) : TENSE_UNKNOWN;
        if (told != TENSE_UNKNOWN)
            return told;
    }
    sentence s = sentence_of(doc, token);
    for (uint32_t i = s.first; i < s.end; i++) {
        bool will = token_is(doc, i, "will") || token_is(doc, i, "shall") || token_is(doc, i, "'ll") || token_is(doc, i, "would");
        bool planned = lemma_is(doc, i, "plan") || lemma_is(doc, i, "schedule") || lemma_is(doc, i, "expect") || token_is(doc, i, "upcoming") || token_is(doc, i, "due");
        if ((will && doc->tokens.tag[i] == POS_AUX) || planned)
            return TENSE_FUTURE;
    }
    return TENSE_UNKNOWN;
}

bool speaks_of_future(const document *doc, uint32_t token)
{
    return tense_around(doc, token) == TENSE_FUTURE;
}
