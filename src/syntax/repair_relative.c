/* Relative clauses: the noun that they belong to, and what is told in them. */
#include "syntax/repair_parts.h"

/* "The crash in which six were hurt occurred Tuesday": in it they were hurt. */
static void repair_in_which(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i + 1 < s.end; i++) {
        uint32_t noun = i - 2 - token_is(doc, i - 2, ",");
        if (!token_is(doc, i, "which") || t->relation[i] != REL_OBL || first_by(doc, noun, i, i, REL_CASE) != i - 1)
            continue;
        uint32_t clause = first_by(doc, i + 1, s.end, noun, REL_ACL_RELCL);
        if (clause != NONE && !is_under(doc, t->head[i], clause))
            attach(doc, i, clause, REL_OBL, "obl");
    }
}

/* The noun that a noun belongs to as a part of its phrase, "a ban on | rallies", "a policy of turning away | boats"; NONE. */
static uint32_t noun_over(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    uint32_t over = t->head[noun];
    if (over == NONE || over > noun)
        return NONE;
    if (t->relation[noun] == REL_NMOD)
        return is_noun(doc, over) ? over : NONE;
    bool gerund = (t->relation[noun] == REL_OBJ || t->relation[noun] == REL_OBL) && t->relation[over] == REL_ACL &&
                  strcmp(t->english_tag[over], "VBG") == 0;
    return gerund && t->head[over] < over ? t->head[over] : NONE;
}

/* "a policy of turning away boats of migrants, which Peru criticised": what is judged behind a comma is the whole of it, where the nearest
 * noun has no name and the whole is nobody. */
static void repair_judged(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i + 2 < s.end; i++) {
        uint32_t clause = token_is(doc, i, "which") && token_is(doc, i - 1, ",") && t->relation[i] == REL_OBJ ? t->head[i] : NONE;
        if (clause == NONE || clause < i || t->relation[clause] != REL_ACL_RELCL || !lemma_in(doc, INDEX_CUE, clause))
            continue;
        uint32_t noun = t->head[clause], whole = noun;
        for (uint32_t over = noun_over(doc, noun); over != NONE && over >= s.first && !t->capital[whole]; over = noun_over(doc, over)) {
            if (t->capital[over] || lemma_in(doc, INDEX_PERSON_NOUN, over) || lemma_in(doc, INDEX_OFFICE, over))
                break;
            whole = over;
        }
        if (whole != noun)
            attach(doc, clause, whole, REL_ACL_RELCL, "acl:relcl");
    }
}

/* "It was agreed by all the speakers that Chad must pay": what was agreed, taken for one that describes them. */
static void repair_agreed(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t that = s.first + 3; that + 2 < s.end; that++) {
        uint32_t clause = token_is(doc, that, "that") ? t->head[that] : NONE,
                 agent = clause == NONE || clause < that ? NONE : t->head[clause];
        if (agent == NONE || agent > that || t->relation[clause] != REL_ACL_RELCL || t->relation[agent] != REL_OBL_AGENT)
            continue;
        uint32_t says = t->head[agent], it = says == NONE ? NONE : first_by(doc, s.first, says, says, REL_NSUBJ_PASS);
        bool own =
            first_by(doc, that + 1, clause, clause, REL_NSUBJ) != NONE || first_by(doc, that + 1, clause, clause, REL_NSUBJ_PASS) != NONE;
        if (it == NONE || !token_is(doc, it, "it") || !own || !lemma_in(doc, INDEX_CUE, says))
            continue;
        attach(doc, clause, says, REL_CCOMP, "ccomp");
        attach(doc, that, clause, REL_MARK, "mark");
    }
}

void repair_relatives(document *doc, sentence s)
{
    repair_in_which(doc, s);
    repair_judged(doc, s);
    repair_agreed(doc, s);
}
