/* Cues that are adjectives, or participles that have become such: "was critical of the bill", "is adamant that it will stay". */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"
#include "statements/parts.h"

/* Who is as an adjective tells, by "be" or a verb like it, "remains opposed to"; or the noun before it, "lawmakers critical of"; NONE. */
static uint32_t holder_of(const document *doc, uint32_t adjective)
{
    static const char *const being[] = {"be", "remain", "become", "feel", "sound", "stay", "grow"};
    const token_table *t = &doc->tokens;
    uint32_t over = t->head[adjective];
    if (is_copular(doc, adjective) || (is_verb(doc, adjective) && is_passive(doc, adjective)))
        return subject_of(doc, adjective);
    if (over == NONE || over > adjective)
        return NONE;
    if (t->relation[adjective] == REL_XCOMP)
        return LEMMA_AMONG(doc, over, being) ? subject_of(doc, over) : NONE;
    return t->relation[adjective] == REL_ACL || t->relation[adjective] == REL_AMOD ? over : NONE;
}

/* The clause that tells what somebody is sure or glad of: "confident | that it will hold", "certain | it was a mistake"; NONE. */
static uint32_t clause_of(const document *doc, uint32_t adjective)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, adjective); c != NONE; c = next_child(doc, c)) {
        bool marked = t->relation[c] == REL_ADVCL && child_word(doc, c, REL_MARK, "that") != NONE;
        if (c > adjective && (t->relation[c] == REL_CCOMP || marked))
            return c;
    }
    return NONE;
}

/* "is not convinced that it will work": who is not sure of something questions it; of what else is not so, nothing is said. */
static bool take_negation(found_statement *s)
{
    bool doubts = s->force == FORCE_SAY || s->force == FORCE_HOPE;
    s->force = FORCE_QUESTION;
    return doubts;
}

/* "grateful to | Japan for its help" */
static uint32_t thanked_by(const document *doc, const found_statement *s)
{
    uint32_t preposition, whom = s->force == FORCE_THANK ? brought_by(doc, s->cue, "to", &preposition) : NONE;
    return whom != NONE && whom < s->first ? whom : NONE;
}

static bool read_adjective(const document *doc, uint32_t adjective, uint32_t row, found_statement *out)
{
    const token_table *t = &doc->tokens;
    bool clauses = lexicon_number(doc->lexicon, TABLE_CUE_ADJECTIVES, row, CUE_ADJECTIVE_TAKES) & TAKES_CLAUSE;
    uint32_t clause = clauses ? clause_of(doc, adjective) : NONE, preposition = NONE;
    uint32_t about =
        clause != NONE
            ? clause
            : brought_by(doc, adjective, lexicon_text(doc->lexicon, TABLE_CUE_ADJECTIVES, row, CUE_ADJECTIVE_PREPOSITIONS), &preposition);
    if (about == NONE)
        return false;
    *out = (found_statement){.cue = adjective,
                             .cue_end = adjective + 1,
                             .subject = holder_of(doc, adjective),
                             .addressee = NONE,
                             .force = (force)lexicon_number(doc->lexicon, TABLE_CUE_ADJECTIVES, row, CUE_ADJECTIVE_FORCE),
                             .first = clause == NONE ? preposition + 1 : t->left[clause],
                             .end = t->right[about] + 1,
                             .rule = clause == NONE ? "statement:adjective-about" : "statement:adjective-clause",
                             .attitude = clause == NONE};
    uint32_t over = t->relation[adjective] == REL_XCOMP ? t->head[adjective] : adjective;
    bool held = out->subject != NONE && t->relation[out->subject] != REL_EXPL && !token_is(doc, out->subject, "it") &&
                can_be_speaker(doc, out->subject);
    if (!held || (is_negated(doc, over) && !take_negation(out)))
        return false;
    if (t->relation[adjective] != REL_AMOD && says_nothing(doc, over, FORCE_DENY)) /* a denial's own "not" is read above */
        return false;
    if (out->first <= adjective)
        out->first = adjective + 1;
    trim_content(doc, &out->first, &out->end);
    out->addressee = thanked_by(doc, out);
    return out->first < out->end;
}

void find_by_adjectives(document *doc, found_list *out)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        rows found = begins_key(doc, i, INDEX_CUE_ADJECTIVE) ? phrase_rows(doc, INDEX_CUE_ADJECTIVE, i, i + 1) : (rows){NULL, 0};
        found_statement one;
        bool participle = is_verb(doc, i) && child_by(doc, i, REL_OBJ) == NONE; /* "outraged fans": what somebody does */
        bool stands = found.count && (doc->tokens.tag[i] == POS_ADJ || participle);
        if (!stands || !read_adjective(doc, i, found.items[0], &one))
            continue;
        one.source = document_row_place(doc, TABLE_CUE_ADJECTIVES, found.items[0]);
        *list_add(&doc->memory, out) = one;
    }
}
