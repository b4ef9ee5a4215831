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
    bool shared = behind && t->relation[says] == REL_PARATAXIS && t->head[says] == t->head[noun] && comma > s.first &&
                  first_by(doc, s.first, comma, t->head[noun], REL_NSUBJ) != NONE; /* "It is illegal, the council said in a report" */
    if (shared && phrase_begin(doc, s, noun) == comma + 1) {
        attach(doc, noun, says, REL_NSUBJ, "nsubj");
        return;
    }
    bool beside = behind || t->relation[noun] == REL_PARATAXIS || t->relation[noun] == REL_DEP || t->relation[noun] == REL_APPOS;
    if (comma > s.first && noun > comma && is_noun(doc, noun) && beside && is_under(doc, noun, says) &&
        phrase_begin(doc, s, noun) == comma + 1 && first_by(doc, s.first, comma, says, REL_CCOMP) != NONE)
        attach(doc, noun, says, REL_NSUBJ, "nsubj");
}

/* The clause that opens a sentence ("While ..., X said"), hung on a verb of saying or on what is said; NONE: none does. */
static uint32_t opening_clause(const document *doc, sentence s, uint32_t says)
{
    const token_table *t = &doc->tokens;
    uint32_t opening = first_by(doc, s.first, says, says, REL_ADVCL), said = first_by(doc, says + 1, s.end, says, REL_CCOMP);
    if (opening == NONE && said != NONE)
        opening = first_by(doc, s.first, says, said, REL_ADVCL);
    return opening != NONE && (t->head[s.first] == opening || opening == s.first) ? opening : NONE;
}

/* Whether a verb belongs to a clause that describes a noun: "an official who asked not to be named". */
static bool describes(const document *doc, uint32_t verb, uint32_t noun)
{
    for (uint32_t at = verb; at != NONE && at > noun; at = doc->tokens.head[at])
        if (doc->tokens.relation[at] == REL_ACL_RELCL)
            return true;
    return false;
}

/* "While condemning the arrest of Vega, Trade and Law Minister Bo Lind said": who stands between the comma of what opens the sentence and
 * its verb, taken for another of those before the comma. */
static void repair_speaker_after_opening(document *doc, sentence s, uint32_t says)
{
    token_table *t = &doc->tokens;
    uint32_t opening = t->relation[says] == REL_ROOT ? opening_clause(doc, s, says) : NONE, comma = says, noun = NONE;
    while (opening != NONE && comma > opening && !token_is(doc, comma, ","))
        comma--;
    if (opening == NONE || comma == opening)
        return;
    for (uint32_t i = comma + 1; i < says; i++) {
        bool verb = t->tag[i] == POS_VERB && (noun == NONE || !describes(doc, i, noun));
        if (verb)
            return;
        if (is_noun(doc, i) && t->head[i] < comma && (t->relation[i] == REL_CONJ || t->relation[i] == REL_APPOS))
            noun = i;
    }
    for (uint32_t i = comma + 1; noun != NONE && i < noun; i++)
        if (t->head[i] < comma)
            attach(doc, i, noun, REL_COMPOUND, "compound");
    if (noun == NONE)
        return;
    attach(doc, noun, says, REL_NSUBJ, "nsubj");
    attach(doc, opening, says, REL_ADVCL, "advcl");
}

/* '"It is no crime," his lawyer, Ana Vega, told reporters': whoever stands behind the mark, taken for who is no crime. */
static void repair_speaker_after_mark(document *doc, sentence s, uint32_t says)
{
    const token_table *t = &doc->tokens;
    bool passive = first_by(doc, s.first, says, says, REL_AUX_PASS) != NONE; /* "was quoted as saying" */
    for (uint32_t i = s.first + 1; i < says; i++) {
        uint32_t over = t->relation[i] == REL_NSUBJ ? t->head[i] : NONE, mark = i;
        if (over == NONE || over >= i || !is_noun(doc, i) || t->head[over] != says || t->relation[over] != REL_CCOMP)
            continue;
        while (mark > over && !token_is(doc, mark, "\"") && !token_is(doc, mark, "”"))
            mark--;
        if (mark > over && phrase_begin(doc, s, i) == mark + 1) {
            attach_subject(doc, i, says, passive);
            return;
        }
    }
}

uint32_t quotation_before(const document *doc, uint32_t says)
{
    static const char *const ends[] = {",", "?", "!", "..."};
    uint32_t mark = says - 1 - token_is(doc, says - 1, ","); /* '"We lost", said' */
    const quotation *q = mark > 0 ? quotation_of(doc, mark - 1) : NULL;
    bool runs_on = mark + 1 < says || TOKEN_AMONG(doc, mark - 1, ends);
    return q && q->end == mark && q->closed && runs_on ? q->first : NONE;
}

/* The noun whose phrase begins right behind a verb, or that is its subject there; NONE. */
static uint32_t noun_behind(const document *doc, sentence s, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = verb + 1; i < s.end; i++)
        if (is_subject_of(doc, i, verb))
            return i;
    uint32_t first = verb + 1 + (verb + 1 < s.end && t->head[verb + 1] == verb && t->relation[verb + 1] == REL_COMPOUND_PRT);
    for (uint32_t i = first; i < s.end && (t->tag[i] != POS_PUNCT || token_is(doc, i, "-")); i++) {
        bool placed = t->relation[i] == REL_OBL && (t->tag[verb + 1] == POS_ADP || strcmp(t->relation_name[i], "obl:unmarked") == 0);
        uint32_t over = t->head[i];
        bool told_on = over != NONE && over > verb && t->head[over] == verb && is_finite(doc, over); /* "said Vega, reports the daily" */
        bool top = is_noun(doc, i) && (over == NONE || over <= verb || told_on) && !placed;
        if (top && phrase_begin(doc, s, i) == first)
            return i;
    }
    return NONE;
}

/* '"Oh, Vega, come back!" chanted supporters', '"Did we lose? Yes," said one official', '"Big cities, if the sky falls, win," said Lind':
 * whoever stands right behind the verb says it, and nobody whom it tells of. */
static void repair_speaker_behind_mark(document *doc, sentence s, uint32_t says)
{
    static const char *const to_somebody[] = {"tell", "inform", "remind", "assure", "show"};
    uint32_t first = quotation_before(doc, says);
    uint32_t who = first == NONE || LEMMA_AMONG(doc, says, to_somebody) ? NONE : noun_behind(doc, s, says);
    uint32_t clause = who == NONE ? NONE : first_by(doc, first, says, says, REL_CCOMP);
    for (uint32_t i = s.first; who != NONE && i < says; i++) {
        if (!is_subject_of(doc, i, says))
            continue;
        if (i < first || clause == NONE)
            return;
        bool subject = i < clause && !has_subject(doc, s, clause);
        attach(doc, i, clause, subject ? REL_NSUBJ : REL_VOCATIVE, subject ? "nsubj" : "vocative");
    }
    if (who == NONE || is_subject_of(doc, who, says))
        return;
    uint32_t told_on = doc->tokens.head[who];
    if (told_on != NONE && told_on > who) { /* "said Vega, reports a daily" */
        attach(doc, told_on, says, REL_PARATAXIS, "parataxis");
        if (token_is(doc, told_on - 1, ","))
            attach(doc, told_on - 1, told_on, REL_PUNCT, "punct");
    }
    attach(doc, who, says, REL_NSUBJ, "nsubj");
}

/* '"It is a prison," said the speakers while addressing the rally': what stands outside the marks and tells of the saying, taken for what
 * tells of the prison. */
static void repair_outside_mark(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        uint32_t said = t->relation[i] == REL_ADVCL || t->relation[i] == REL_OBL ? t->head[i] : NONE,
                 says = said != NONE && t->relation[said] == REL_CCOMP ? t->head[said] : NONE;
        if (says != NONE && said < says && says < i && quotation_of(doc, said) && !quotation_of(doc, says) && !quotation_of(doc, i))
            attach(doc, i, says, (relation)t->relation[i], t->relation_name[i]);
    }
}

void repair_speaker(document *doc, sentence s)
{
    repair_outside_mark(doc, s);
    for (uint32_t says = s.first + 3; says < s.end; says++) {
        bool finite = is_finite(doc, says) || token_is(doc, says, "read"); /* '"...," read a statement' */
        if ((token_is(doc, says, "quoted") || token_is(doc, says, "cited")) && !has_subject(doc, s, says))
            repair_speaker_after_mark(doc, s, says);
        if (!finite || !begins_key(doc, says, INDEX_CUE) || doc->tokens.tag[says] != POS_VERB)
            continue;
        repair_speaker_behind_mark(doc, s, says);
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
