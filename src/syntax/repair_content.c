/* Clauses of what is said that the tree has hung on the verb of saying: the outlet would vouch for them. */
#include "syntax/repair_parts.h"

/* The clause with "that", or without, in which a finite verb of saying tells what is said right behind it; NONE. */
static uint32_t clause_said(const document *doc, sentence s, uint32_t says)
{
    bool cue = doc->tokens.tag[says] == POS_VERB && begins_key(doc, says, INDEX_CUE) && is_finite(doc, says);
    return cue ? first_by(doc, says + 1, s.end, says, REL_CCOMP) : NONE;
}

/* Whether a comma, and no "and", stands before a clause: "burned the village |, looted it". */
static bool follows_comma(const document *doc, sentence s, uint32_t verb, uint32_t said)
{
    uint32_t first = verb;
    while (first > said + 1 && is_under(doc, first - 1, verb))
        first--;
    return first > said + 1 && (token_is(doc, first - 1, ",") || token_is(doc, first, ",")) &&
           first_by(doc, s.first, s.end, verb, REL_CC) == NONE;
}

bool is_own_saying(const document *doc, uint32_t verb)
{
    static const char *const deeds[] = {"attack", "blast", "bombard"}; /* by arms as well as by words */
    return lemma_in(doc, INDEX_CUE, verb) && !LEMMA_AMONG(doc, verb, deeds);
}

/* "He said that rebels burned the village, looted the shops and killed ten people": they did, he says. A verb of saying may be his own. */
static void repair_list_of_clauses(document *doc, sentence s, uint32_t says)
{
    const token_table *t = &doc->tokens;
    uint32_t said = clause_said(doc, s, says);
    uint32_t first = t->relation[says] == REL_CONJ ? t->head[says] : NONE; /* of the row of verbs in which it stands */
    const quotation *q = said == NONE ? NULL : quotation_of(doc, said);
    bool held = q && quotation_of(doc, says) != q; /* by its marks: all in them is said */
    bool that = said != NONE && first_by(doc, says, said, said, REL_MARK) != NONE, goes_on = false;
    for (uint32_t i = said == NONE ? s.end : said + 1; i < s.end; i++) {
        bool joined =
            (t->head[i] == says || (first != NONE && t->head[i] == first)) && (t->relation[i] == REL_CONJ || t->relation[i] == REL_CCOMP);
        if (!joined)
            continue;
        if (q && quotation_of(doc, i) != q)
            return;
        if (held) {
            attach(doc, i, said, REL_CONJ, "conj");
            continue;
        }
        if (t->tag[i] == POS_VERB && is_own_saying(doc, i)) /* "said it was late, urged them to go and left" */
            return;
        bool own = has_subject(doc, s, i); /* "were taken", whose auxiliary is finite */
        goes_on = goes_on || (own && that) || ((own || is_finite(doc, i)) && follows_comma(doc, s, i, said));
        if (goes_on)
            attach(doc, i, said, REL_CONJ, "conj");
    }
}

/* "He told them that gunmen killed ten | and said some were children": who told them says so, and no gunman. */
static void repair_saying_within(document *doc, sentence s, uint32_t says)
{
    static const char *const saying[] = {"say", "add", "tell", "note", "stress", "explain", "insist"};
    const token_table *t = &doc->tokens;
    uint32_t said = clause_said(doc, s, says);
    if (said == NONE || quotation_of(doc, said) || first_by(doc, says, said, said, REL_MARK) == NONE)
        return;
    for (uint32_t i = said + 1; i < s.end; i++) {
        bool joined = t->head[i] == said && t->relation[i] == REL_CONJ && LEMMA_AMONG(doc, i, saying) && !has_subject(doc, s, i);
        if (joined && strcmp(t->english_tag[i], t->english_tag[says]) == 0 && first_by(doc, i, s.end, i, REL_CCOMP) != NONE)
            attach(doc, i, says, REL_CONJ, "conj");
    }
}

void repair_content(document *doc, sentence s)
{
    for (uint32_t says = s.first; says < s.end; says++) {
        repair_saying_within(doc, s, says);
        repair_list_of_clauses(doc, s, says);
    }
}
