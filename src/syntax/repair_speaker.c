/* Whoever says something, where the tree has taken him for a part of what is said, or for somebody beside it. */
#include "syntax/repair_parts.h"

uint32_t phrase_begin(const document *doc, sentence s, uint32_t noun)
{
    uint32_t first = noun;
    while (first > s.first && is_under(doc, first - 1, noun) && doc->tokens.tag[first - 1] != POS_PUNCT)
        first--;
    return first;
}

/* '"We will appeal," vowed lawyer Ana Vega': whoever stands right behind the verb, taken for whom it was said to, or for who will
 * appeal. */
static void repair_speaker_behind(document *doc, sentence s, uint32_t says)
{
    token_table *t = &doc->tokens;
    bool mark = token_is(doc, says - 1, "\"") || token_is(doc, says - 1, "”") || token_is(doc, says - 1, "»");
    bool quoted = says > s.first + 2 && (mark || token_is(doc, says - 1, ",")) && first_by(doc, s.first, says, says, REL_CCOMP) != NONE;
    static const char *const to_somebody[] = {"tell", "inform", "remind", "assure", "ask", "show"}; /* '"...," told the paper' */
    /* "The minister is abroad, reports UNB.", '"It is full," reiterated the engineer' */
    bool aside = t->relation[says] == REL_PARATAXIS && t->head[says] < says &&
                 (mark || (token_is(doc, says - 1, ",") && (says + 3 >= s.end || token_is(doc, says + 1, "our"))));
    bool asks = lemma_is(doc, says, "ask") && mark && token_is(doc, says - 2, "?"); /* '"Why?" asked the union' */
    quoted = (quoted || aside) && (asks || !LEMMA_AMONG(doc, says, to_somebody));
    for (uint32_t i = says + 1; quoted && i < s.end; i++) {
        uint32_t over = t->head[i];
        bool object = over == says && (t->relation[i] == REL_OBJ || t->relation[i] == REL_IOBJ);
        bool agent = t->relation[i] == REL_NSUBJ || t->relation[i] == REL_NSUBJ_PASS || t->relation[i] == REL_OBL_AGENT;
        bool of_clause = over != NONE && over < says && agent && is_under(doc, over, says);
        if ((object || of_clause) && is_noun(doc, i) && phrase_begin(doc, s, i) == says + 1) {
            attach(doc, i, says, REL_NSUBJ, "nsubj");
            return;
        }
    }
}

/* "The bridge is unsafe, engineer Ana Vega cautioned": whoever stands between the last comma and the verb, taken for something beside what
 * was said. */
static void repair_speaker_before(document *doc, sentence s, uint32_t says)
{
    token_table *t = &doc->tokens;
    uint32_t comma = says, noun = says - 1;
    while (comma > s.first && !token_is(doc, comma, ","))
        comma--;
    while (t->head[noun] != NONE && t->head[noun] != says && t->head[noun] < says && t->head[noun] > comma)
        noun = t->head[noun];
    bool behind = t->relation[noun] == REL_NSUBJ && t->head[noun] < comma; /* of a verb before the comma */
    bool beside = behind || t->relation[noun] == REL_PARATAXIS || t->relation[noun] == REL_DEP || t->relation[noun] == REL_APPOS;
    if (comma > s.first && noun > comma && is_noun(doc, noun) && beside && is_under(doc, noun, says) &&
        phrase_begin(doc, s, noun) == comma + 1 && first_by(doc, s.first, comma, says, REL_CCOMP) != NONE)
        attach(doc, noun, says, REL_NSUBJ, "nsubj");
}

/* "While condemning the arrest of Vega, Trade and Law Minister Bo Lind said": who stands between the comma of what opens the sentence and
 * its verb, taken for another of those before the comma. */
static void repair_speaker_after_opening(document *doc, sentence s, uint32_t says)
{
    token_table *t = &doc->tokens;
    uint32_t comma = says, noun = NONE;
    while (comma > s.first && !token_is(doc, comma, ",") && t->tag[comma - 1] != POS_VERB)
        comma--;
    bool opening = token_is(doc, comma, ",") && t->relation[says] == REL_ROOT && first_by(doc, s.first, comma, says, REL_ADVCL) != NONE;
    for (uint32_t i = comma + 1; opening && i < says; i++)
        if (is_noun(doc, i) && t->head[i] < comma && (t->relation[i] == REL_CONJ || t->relation[i] == REL_APPOS))
            noun = i;
    for (uint32_t i = comma + 1; noun != NONE && i < noun; i++)
        if (t->head[i] < comma)
            attach(doc, i, noun, REL_COMPOUND, "compound");
    if (noun != NONE)
        attach(doc, noun, says, REL_NSUBJ, "nsubj");
}

/* '"It is no crime," his lawyer, Ana Vega, told reporters': whoever stands behind the mark, taken for who is no crime. */
static void repair_speaker_after_mark(document *doc, sentence s, uint32_t says)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < says; i++) {
        uint32_t over = t->relation[i] == REL_NSUBJ ? t->head[i] : NONE, mark = i;
        if (over == NONE || over >= i || !is_noun(doc, i) || t->head[over] != says || t->relation[over] != REL_CCOMP)
            continue;
        while (mark > over && !token_is(doc, mark, "\"") && !token_is(doc, mark, "”"))
            mark--;
        if (mark > over && phrase_begin(doc, s, i) == mark + 1) {
            attach(doc, i, says, REL_NSUBJ, "nsubj");
            return;
        }
    }
}

/* '"Oh, Vega, come back!" chanted supporters': who is called in what is said as a whole, taken for who says it. */
static void repair_vocative(document *doc, sentence s, uint32_t says)
{
    bool whole =
        (token_is(doc, s.first, "\"") && token_is(doc, says - 1, "\"")) || (token_is(doc, s.first, "“") && token_is(doc, says - 1, "”"));
    uint32_t called = whole ? first_by(doc, s.first, says - 1, says, REL_NSUBJ) : NONE,
             clause = called == NONE ? NONE : first_by(doc, s.first, says - 1, says, REL_CCOMP);
    if (clause != NONE && first_by(doc, says + 1, s.end, says, REL_OBJ) != NONE)
        attach(doc, called, clause, REL_VOCATIVE, "vocative");
}

void repair_speaker(document *doc, sentence s)
{
    for (uint32_t says = s.first + 3; says < s.end; says++) {
        bool finite = is_finite(doc, says) || token_is(doc, says, "read"); /* '"...," read a statement' */
        if (!finite || !begins_key(doc, says, INDEX_CUE) || doc->tokens.tag[says] != POS_VERB)
            continue;
        repair_vocative(doc, s, says);
        if (has_subject(doc, s, says))
            continue;
        repair_speaker_after_mark(doc, s, says);
        if (!has_subject(doc, s, says))
            repair_speaker_before(doc, s, says);
        if (!has_subject(doc, s, says))
            repair_speaker_behind(doc, s, says);
        if (!has_subject(doc, s, says))
            repair_speaker_after_opening(doc, s, says);
    }
}
