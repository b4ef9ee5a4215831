/* A clause of saying that is inserted into what is said, "The dam, she said, is full", and what the tree makes of the two. */
#include "syntax/repair_parts.h"

/* The comma after which a clause goes on to its verb with nothing but auxiliaries and adverbs, ", would never | stay"; NONE. */
static uint32_t comma_of_predicate(const document *doc, uint32_t after, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t i = verb;
    while (i > after + 1 && t->head[i - 1] == verb && (t->tag[i - 1] == POS_AUX || t->tag[i - 1] == POS_ADV || t->tag[i - 1] == POS_PART))
        i--;
    return i > after + 1 && token_is(doc, i - 1, ",") ? i - 1 : NONE;
}

/* "The bridge, said the mayor, will be closed", "The army, the general told reporters, would stay": a verb of saying between commas amid
 * what is said, whose words the tree has given to the clause around it, and the clause's to it. */
static void repair_insertion(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t clause = s.first + 3; clause < s.end; clause++) {
        uint32_t says = t->relation[clause] == REL_CCOMP ? t->head[clause] : NONE;
        if (says == NONE || says > clause || !is_finite(doc, says))
            continue;
        uint32_t comma = comma_of_predicate(doc, says, clause), first = NONE, inner = NONE, after = NONE;
        for (uint32_t i = s.first; comma != NONE && i < comma; i++) {
            if (i < says && first == NONE && (is_subject_of(doc, i, says) || is_subject_of(doc, i, clause)))
                first = i; /* before the commas */
            else if (i < says && is_subject_of(doc, i, says))
                inner = i;
            else if (i > says && after == NONE && (is_subject_of(doc, i, clause) || (t->head[i] == says && t->relation[i] == REL_OBJ)))
                after = i;
        }
        if (first == NONE || after == NONE)
            continue;
        if (inner == NONE && first_comma(doc, first + 1, says) == says - 1) {
            attach_subject(doc, first, clause, t->relation[after] == REL_NSUBJ_PASS);
            attach(doc, after, says, REL_NSUBJ, "nsubj");
        } else if (inner != NONE && t->head[first] == clause && after == says + 1) {
            attach(doc, after, says, REL_OBJ, "obj");
        }
    }
}

/* "adding", "going on to say" */
static bool begins_cue(const document *doc, uint32_t first, uint32_t end)
{
    enum { NEAR = 4 };
    for (uint32_t i = first; i < end && i < first + NEAR; i++)
        if (begins_key(doc, i, INDEX_CUE))
            return true;
    return false;
}

/* "The dam burst, officials said, killing twelve": the participle goes on with what they said. */
static void repair_participle_after_insertion(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t says = t->relation[i] == REL_ADVCL && strcmp(t->english_tag[i], "VBG") == 0 ? t->head[i] : NONE;
        if (says == NONE || says > i || !token_is(doc, says + 1, ",") || !is_finite(doc, says) || begins_cue(doc, i, s.end))
            continue;
        for (uint32_t clause = s.first; clause < says; clause++)
            if (t->head[clause] == says && t->relation[clause] == REL_CCOMP && first_comma(doc, clause + 1, says) != NONE)
                attach(doc, i, clause, REL_ADVCL, "advcl");
    }
}

void repair_insertions(document *doc, sentence s)
{
    repair_insertion(doc, s);
    repair_participle_after_insertion(doc, s);
}
