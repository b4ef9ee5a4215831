/* What an outlet has from others whom it does not name: "reportedly fled", "is said to be in Paris". */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"

/* "The mayor allegedly took bribes": what follows the adverb in what it modifies. */
static void find_by_adverb(document *doc, uint32_t adverb, uint32_t row, found_list *out)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[adverb];
    if (head == NONE || quotation_of(doc, adverb))
        return;
    found_statement one = {.cue = adverb,
                           .cue_end = adverb + 1,
                           .first = adverb + 1,
                           .end = t->right[head] + 1,
                           .subject = NONE,
                           .addressee = NONE,
                           .force = (force)lexicon_number(doc->lexicon, TABLE_HEARSAY, row, HEARSAY_FORCE),
                           .rule = "statement:hearsay-adverb"};
    bool last = one.end <= one.first; /* "The general fled, reportedly." */
    if (last) {
        one.first = t->left[head];
        one.end = adverb;
    }
    trim_content(doc, &one.first, &one.end);
    if (one.first >= one.end)
        return;
    one.source = document_row_place(doc, TABLE_HEARSAY, row);
    *list_add(&doc->memory, out) = one;
}

/* "The general is said to be in Paris": a verb of saying in the passive, whose subject is what is spoken of. */
static void find_by_passive(document *doc, uint32_t verb, found_list *out)
{
    cue_verb cue;
    if (!read_cue_verb(doc, verb, &cue) || !(cue.takes & TAKES_CLAUSE) || (cue.takes & (TAKES_INFINITIVE | TAKES_ADDRESSEE)) ||
        !is_passive(doc, verb))
        return;
    force strength = cue_force(doc, &cue);
    uint32_t clause = child_by(doc, verb, REL_XCOMP);
    bool told = strength == FORCE_SAY || strength == FORCE_CLAIM || strength == FORCE_INFORM;
    if (!told || clause == NONE || clause < verb || !is_infinitive(doc, clause) || speaker_of_verb(doc, verb) != NONE)
        return;
    found_statement one = {.cue = verb,
                           .cue_end = cue.end,
                           .first = doc->tokens.left[clause],
                           .end = doc->tokens.right[clause] + 1,
                           .subject = NONE,
                           .addressee = NONE,
                           .force = FORCE_CLAIM,
                           .rule = "statement:hearsay-passive",
                           .source = cue_place(doc, &cue)};
    trim_content(doc, &one.first, &one.end);
    if (one.first < one.end)
        *list_add(&doc->memory, out) = one;
}

void find_hearsay(document *doc, found_list *out)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        uint64_t begins = doc->tokens.begins[i];
        rows adverb = begins >> INDEX_HEARSAY & 1 ? phrase_rows(doc, INDEX_HEARSAY, i, i + 1) : (rows){NULL, 0};
        if (adverb.count)
            find_by_adverb(doc, i, adverb.items[0], out);
        else if (begins >> INDEX_CUE & 1)
            find_by_passive(doc, i, out);
    }
}
