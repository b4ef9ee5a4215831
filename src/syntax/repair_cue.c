/* Verbs of saying that the tree has taken for another word, or hung where they tell of nobody. */
#include "syntax/repair_parts.h"

/* The word that heads a noun phrase of tokens [first, end): before its first preposition. */
static uint32_t head_between(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t stop = first + 1;
    while (stop < end && doc->tokens.tag[stop] != POS_ADP)
        stop++;
    return stop - 1;
}

/* '"It is safe," the document states', '"We are not," the two write', '"They left," Vega recalls': the verb, taken for a noun. */
static void repair_stating(document *doc, sentence s)
{
    enum { LONGEST = 10 };
    static const char *const forms[] = {"states", "state", "write"};
    token_table *t = &doc->tokens;
    for (uint32_t says = s.first + 3; says < s.end; says++) {
        uint32_t first = says;
        bool ends = says + 1 >= s.end || t->tag[says + 1] == POS_PUNCT || t->tag[says + 1] == POS_ADP;
        bool present = t->tag[says] == POS_NOUN && begins_key(doc, says, INDEX_CUE) && slice_ends(t->lower[says], "s") &&
                       t->tag[says - 1] == POS_PROPN; /* "Roxana recalls" */
        if (!ends || (!present && !TOKEN_AMONG(doc, says, forms)) || t->capital[says])
            continue;
        while (first > s.first && says - first < LONGEST && t->tag[first - 1] != POS_VERB &&
               (t->tag[first - 1] != POS_PUNCT || token_is(doc, first - 1, "-")))
            first--;
        bool quoted = first < says && quotation_before(doc, first) != NONE && t->tag[first] != POS_ADP;
        uint32_t who = quoted ? head_between(doc, first, says) : NONE;
        if (who == NONE || t->tag[who] == POS_ADJ)
            continue;
        make_present(doc, says, !slice_ends(t->lower[says], "s"));
        gather(doc, first, says, who);
        for (uint32_t i = s.first; i < first; i++)
            if (t->head[i] == NONE || t->head[i] >= first)
                attach(doc, i, says, REL_CCOMP, "ccomp");
        attach(doc, says, NONE, REL_ROOT, "root");
        attach(doc, who, says, REL_NSUBJ, "nsubj");
        for (uint32_t i = says + 1; i < s.end; i++)
            if (t->head[i] < says && !is_under(doc, i, says))
                attach(doc, i, says, (relation)t->relation[i], t->relation_name[i]);
    }
}

/* "One historian notes that it was late": who does, taken for a part of the verb. */
static void repair_subject_in_compound(document *doc, sentence s, uint32_t says)
{
    const token_table *t = &doc->tokens;
    uint32_t who = first_by(doc, s.first, says, says, REL_COMPOUND), last = who;
    while (last != NONE && last + 1 < says && is_under(doc, last + 1, who))
        last++;
    if (who == NONE || !is_noun(doc, who) || last + 1 != says)
        return;
    attach(doc, who, says, REL_NSUBJ, "nsubj");
    for (uint32_t i = s.first; i < who; i++) /* "one" */
        if (t->head[i] == says && (t->relation[i] == REL_DET || t->relation[i] == REL_NUMMOD || t->relation[i] == REL_AMOD))
            t->head[i] = who;
}

/* "The agency quotes Vega as saying": the verb with who stands around it, taken for one name. */
static void repair_quotes(document *doc, sentence s)
{
    enum { FARTHEST = 12 };
    static const char *const forms[] = {"quotes", "cites"}, *const saying[] = {"saying", "telling", "stating"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i + 3 < s.end; i++) {
        uint32_t as = i + 2;
        if (!TOKEN_AMONG(doc, i, forms))
            continue;
        while (as + 1 < s.end && as < i + FARTHEST && !(token_is(doc, as, "as") && TOKEN_AMONG(doc, as + 1, saying)))
            as++;
        uint32_t who = first_by(doc, s.first, i, i, REL_COMPOUND), whom = i + 1;
        who = who == NONE ? first_by(doc, s.first, i, i, REL_NSUBJ) : who;
        while (whom < as && !(t->head[whom] == i && (is_noun(doc, whom) || t->tag[whom] == POS_PRON)))
            whom++;
        if (who == NONE || whom >= as || !token_is(doc, as, "as"))
            continue;
        if (is_noun(doc, i))
            make_present(doc, i, false);
        attach(doc, who, i, REL_NSUBJ, "nsubj");
        attach(doc, whom, i, REL_OBJ, "obj");
        attach(doc, as + 1, i, REL_ADVCL, "advcl");
    }
}

/* "Said Xulu: ...": a name behind the verb that opens the sentence, taken for a small word. */
static void repair_said_by_name(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t name = s.first + 1, end = name;
    while (end < s.end && t->capital[end] && t->tag[end] != POS_PUNCT)
        end++;
    bool opens =
        end > name && end + 1 < s.end && token_is(doc, end, ":") && t->head[s.first] == NONE && begins_key(doc, s.first, INDEX_CUE);
    if (!opens || !is_finite(doc, s.first) || has_subject(doc, s, s.first))
        return;
    for (uint32_t i = name; i < end; i++) {
        if (!is_noun(doc, i))
            make_proper(doc, i, own_lemma(doc, i));
        attach(doc, i, i == name ? s.first : name, i == name ? REL_NSUBJ : REL_FLAT, i == name ? "nsubj" : "flat");
    }
}

/* "Informs a source, 'We are in talks'": a verb in the present that opens the sentence with who says so behind it. */
static void repair_inverted(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    uint32_t who = strcmp(t->english_tag[s.first], "VBZ") == 0 && t->head[s.first] == NONE && begins_key(doc, s.first, INDEX_CUE)
                       ? first_by(doc, s.first + 1, s.end, s.first, REL_OBJ)
                       : NONE;
    if (who != NONE && !has_subject(doc, s, s.first) && phrase_begin(doc, s, who) == s.first + 1)
        attach(doc, who, s.first, REL_NSUBJ, "nsubj");
}

/* '"It is late," said Ana Vega, reports the daily.': the outlet that has it, taken for what is reported. */
static void repair_outlet_behind(document *doc, sentence s)
{
    static const char *const verbs[] = {"report", "write", "say", "quote"};
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i + 1 < s.end; i++) {
        uint32_t over =
            strcmp(t->english_tag[i], "VBZ") == 0 && token_is(doc, i - 1, ",") && LEMMA_AMONG(doc, i, verbs) ? t->head[i] : NONE;
        uint32_t outlet = over == NONE || over > i || t->tag[over] != POS_VERB ? NONE : first_by(doc, i + 1, s.end, i, REL_OBJ);
        if (outlet == NONE || phrase_begin(doc, s, outlet) != i + 1 || has_subject(doc, s, i))
            continue;
        uint32_t end = outlet + 1;
        while (end < s.end && is_under(doc, end, outlet))
            end++;
        if (end < s.end && (t->tag[end] != POS_PUNCT || end + 2 < s.end))
            continue;
        attach(doc, outlet, i, REL_NSUBJ, "nsubj");
        attach(doc, i, over, REL_PARATAXIS, "parataxis");
        attach(doc, i - 1, i, REL_PUNCT, "punct");
    }
}

void repair_cue(document *doc, sentence s)
{
    repair_outlet_behind(doc, s);
    for (uint32_t says = s.first + 1; says < s.end; says++)
        if (is_finite(doc, says) && begins_key(doc, says, INDEX_CUE) && doc->tokens.tag[says] == POS_VERB && !has_subject(doc, s, says))
            repair_subject_in_compound(doc, s, says);
    repair_inverted(doc, s);
    repair_said_by_name(doc, s);
    repair_quotes(doc, s);
    repair_stating(doc, s);
}
