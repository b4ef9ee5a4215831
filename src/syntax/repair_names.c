/* Parts of names and titles that were taken for other words: "the WHO", "HE Ahmed bin Abdullah", "Under Secretary", "Said Sadi". */
#include "syntax/lemma.h"
#include "syntax/repair_parts.h"

void make_proper(document *doc, uint32_t token, const char *lemma)
{
    token_table *t = &doc->tokens;
    t->lemma[token] = lemma;
    t->tag[token] = POS_PROPN;
    t->english_tag[token] = "NNP";
    t->features[token] = "Number=Sing";
    note_lexicon(doc, token);
}

const char *own_lemma(document *doc, uint32_t token)
{
    return arena_print(&doc->memory, "%.*s", (int)token_text(doc, token).length, token_text(doc, token).bytes);
}

/* "Minister HE Ahmed bin Abdullah": His Excellency, and no pronoun; looked up as "H.E.". */
static void repair_excellency(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i + 1 < s.end; i++) {
        bool title = slice_is(token_text(doc, i), "HE") && t->capital[i - 1] && t->capital[i + 1] && !in_capitals(doc, i + 1, 2);
        if (!title)
            continue;
        t->lower[i] = slice_of("h.e.");
        make_proper(doc, i, "h.e.");
    }
}

/* "H.E. | Ambassador of Chad, Ana Vega, said", "His Excellency the | Ambassador": the ambassador says so. */
static void repair_excellency_as_head(document *doc, sentence s)
{
    static const char *const titles[] = {"h.e", "h.e.", "excellency", "highness", "majesty"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 2 < s.end; i++) {
        uint32_t office = i + 1 + token_is(doc, i + 1, "the");
        if (!TOKEN_AMONG(doc, i, titles) || office >= s.end || t->head[office] != i ||
            !lexicon_find(doc->lexicon, INDEX_OFFICE, t->lower[office]).count)
            continue;
        attach(doc, office, t->head[i], (relation)t->relation[i], t->relation_name[i]);
        for (uint32_t k = office + 1; k < s.end; k++)
            if (t->head[k] == i)
                t->head[k] = office;
        attach(doc, i, office, REL_COMPOUND, "compound");
    }
}

/* "said Under Secretary Ana Vega", "Mr Lind AM said": part of a title, and letters of an order behind a name, taken for small words. */
static void repair_title_words(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 1 < s.end; i++) {
        bool under = slice_is(token_text(doc, i), "Under") && t->tag[i] == POS_ADP && slice_is(token_text(doc, i + 1), "Secretary");
        bool letters = i > s.first && slice_is(token_text(doc, i), "AM") && t->tag[i - 1] == POS_PROPN && t->capital[i - 1] &&
                       (t->relation[i] == REL_AUX || t->relation[i] == REL_AUX_PASS || t->relation[i] == REL_COP);
        if (!under && !letters)
            continue;
        make_proper(doc, i, own_lemma(doc, i));
        if (under)
            attach(doc, i, i + 1, REL_COMPOUND, "compound");
        else
            attach(doc, i, t->relation[i - 1] == REL_FLAT ? t->head[i - 1] : i - 1, REL_FLAT, "flat");
    }
}

/* Among words in small letters: in a line of capitals "WHO" is the pronoun. */
static bool beside_small_letters(const document *doc, sentence s, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool before = token > s.first && !t->capital[token - 1] && t->tag[token - 1] != POS_PUNCT;
    bool after = token + 1 < s.end && !t->capital[token + 1] && t->tag[token + 1] != POS_PUNCT;
    return before || after;
}

/* "the WHO said": a pronoun in capitals that is the name of a body. */
static void repair_acronym(document *doc, sentence s)
{
    enum { FEWEST_LETTERS = 2 };
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++) {
        if (t->tag[i] != POS_PRON || !in_capitals(doc, i, FEWEST_LETTERS))
            continue;
        bool body = lexicon_find(doc->lexicon, INDEX_ORGANIZATION, t->lower[i]).count != 0;
        bool bracketed = token_is(doc, i + 1, ")") && i > s.first && token_is(doc, i - 1, "(");
        if (!body || !(bracketed || beside_small_letters(doc, s, i)))
            continue;
        make_proper(doc, i, own_lemma(doc, i));
    }
}

/* "giving Kais Saied greater powers": a surname that no English word is spelt as, taken for a verb. */
static void repair_surname(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        bool behind_name = t->tag[i] == POS_VERB && t->capital[i] && t->tag[i - 1] == POS_PROPN && t->capital[i - 1] && t->space_before[i];
        if (!behind_name || t->head[i] != i - 1 || !beside_small_letters(doc, s, i) ||
            lexicon_find(doc->lexicon, INDEX_COMMON_WORD, t->lower[i]).count)
            continue;
        for (uint32_t k = s.first; k < s.end; k++)
            if (t->head[k] == i)
                t->head[k] = i - 1;
        make_proper(doc, i, own_lemma(doc, i));
        attach(doc, i, i - 1, REL_FLAT, "flat");
    }
}

/* The clause that "Said", taken for the verb over it, leaves as the main one: its names hang beside the clause's object. */
static void hand_over(document *doc, sentence s, uint32_t said, uint32_t clause)
{
    uint32_t object = first_by(doc, s.first, said, clause, REL_OBJ), beside = object == NONE ? clause : object;
    for (uint32_t i = s.first; i < s.end; i++)
        if (doc->tokens.head[i] == said && i != clause)
            attach(doc, i, i > said + 1 && is_noun(doc, i) ? said + 1 : beside, doc->tokens.relation[i], doc->tokens.relation_name[i]);
    if (is_subject_of(doc, said + 1, beside))
        attach(doc, said + 1, beside, REL_APPOS, "appos");
    for (uint32_t i = said + 2; i < s.end; i++)
        if (is_subject_of(doc, i, said + 1))
            attach(doc, i, said + 1, REL_CONJ, "conj");
    attach(doc, clause, NONE, REL_ROOT, "root");
}

/* "..., Said Sadi, and Ali Belhadj", "Said Sadi, who heads it, said": a given name, taken for a verb with a capital where none can be. */
static void repair_said(document *doc, sentence s)
{
    static const char *const quotes[] = {"\"", "”", "'", "’", "»", "''", ":"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 1 < s.end; i++) {
        bool capital = slice_is(token_text(doc, i), "Said") && t->tag[i] == POS_VERB && t->capital[i + 1] && t->tag[i + 1] == POS_PROPN;
        if (!capital || (i == s.first ? t->head[i] == NONE : TOKEN_AMONG(doc, i - 1, quotes) || t->capital[i - 1]))
            continue;
        uint32_t clause = t->head[i] == NONE ? first_by(doc, s.first, i, i, REL_CCOMP) : NONE;
        if (t->head[i] == NONE && clause == NONE)
            continue;
        if (clause != NONE)
            hand_over(doc, s, i, clause);
        for (uint32_t k = s.first; k < s.end; k++)
            if (t->head[k] == i)
                t->head[k] = t->head[i];
        make_proper(doc, i, own_lemma(doc, i));
        attach(doc, i, i + 1, REL_COMPOUND, "compound");
    }
}

void repair_names(document *doc, sentence s)
{
    repair_acronym(doc, s);
    repair_title_words(doc, s);
    repair_excellency(doc, s);
    repair_excellency_as_head(doc, s);
    repair_surname(doc, s);
    repair_said(doc, s);
}
