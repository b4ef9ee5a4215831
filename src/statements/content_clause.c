/* What is said by the clause or the infinitive that completes a verb: "said that the dam was full", "promised to help". */
#include "statements/content_rules.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "Police detained 22, the ministry said, as the party took its seats": whether a clause of the outlet's own follows what was said. */
static bool has_background(const document *doc, uint32_t clause, uint32_t from)
{
    for (uint32_t c = first_child(doc, clause); c != NONE; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_ADVCL && doc->tokens.left[c] + 1 >= from &&
            (child_word(doc, c, REL_MARK, "as") != NONE || child_word(doc, c, REL_MARK, "while") != NONE))
            return true;
    return false;
}

bool is_amid(const document *doc, const cue_verb *cue, uint32_t subject, uint32_t clause)
{
    enum { NEAR = 8 };
    const token_table *t = &doc->tokens;
    uint32_t begin = subject != NONE && t->left[subject] < cue->verb ? t->left[subject] : cue->verb;
    uint32_t end = subject != NONE && t->right[subject] >= cue->end ? t->right[subject] + 1 : cue->end;
    uint32_t comma = begin > 0 && !token_is(doc, begin, ",") ? begin - 1 : begin; /* it may hang on the subject */
    bool quoted = comma > 1 && (quotation_of(doc, comma - 1) || quotation_of(doc, comma - 2));
    if (comma <= t->left[clause] || !token_is(doc, comma, ",") || quoted || t->right[clause] < end)
        return false;
    if (clause < cue->verb && has_background(doc, clause, end))
        return false;
    end -= token_is(doc, end - 1, ",");
    for (uint32_t i = end; i <= end + NEAR && i < t->right[clause]; i++) {
        if (t->left[i] >= end && t->right[i] == t->right[clause]) /* "said Xu during a meeting with Ismail, head of the army": all of it */
            return false;
        if (token_is(doc, i, ","))
            return !quotation_of(doc, i + 1) && !quotation_of(doc, i + 2);
        if (is_finite(doc, i))
            break;
    }
    return false;
}

/* The token behind a time that begins at `first`, or `first` itself less its preposition where a comma follows or a head is in it. */
static uint32_t after_time(const document *doc, uint32_t first, uint32_t head)
{
    uint32_t end = first;
    while (end < head && doc->tokens.time[end] == doc->tokens.time[first])
        end++;
    return end < head && !token_is(doc, end, ",") ? end : first - 1;
}

void take_subtree(const document *doc, const cue_verb *cue, uint32_t subject, uint32_t head, found_statement *out)
{
    const token_table *t = &doc->tokens;
    out->first = t->left[head];
    out->end = t->right[head] + 1;
    if (is_amid(doc, cue, subject, head))
        return;
    if (head > cue->verb && out->first < cue->end) {
        out->first = cue->end;
        while (out->first < head && t->time[out->first] != NONE && !is_under(doc, out->first, head)) /* "said | Wednesday, 'It is full'" */
            out->first++;
    }
    if (out->first == cue->end && !token_is(doc, cue->end - 1, "that") && t->tag[out->first] == POS_ADP && t->time[out->first + 1] != NONE)
        out->first = after_time(doc, out->first + 1, head); /* "said | on Saturday | preparations were complete" */
    uint32_t that = head > cue->verb ? child_word(doc, head, REL_MARK, "that") : NONE;
    if (that != NONE && that > out->first) /* "said, hours before the end of the summit, that all had agreed" */
        out->first = that;
    bool holds_subject = subject != NONE && subject > cue->verb && subject >= out->first && t->right[subject] + 1 < out->end;
    if (holds_subject && head != subject) /* "said Karin Lund, 'is full'" */
        out->first = t->right[subject] + 1;
    if (head < cue->verb) {
        uint32_t stop = subject != NONE && subject < cue->verb && t->left[subject] > head ? t->left[subject] : cue->verb;
        uint32_t it = child_word(doc, cue->verb, REL_NSUBJ_PASS, "it"); /* "..., it was reported" */
        if (it != NONE && it > head && it < stop)
            stop = it;
        if (out->end > stop)
            out->end = stop;
    }
}

/* "asked whether the bank was safe", "asked who would pay" */
static bool is_question(const document *doc, uint32_t clause)
{
    static const char *const askers[] = {"whether", "if", "who", "what", "when", "where", "why", "how", "which", "whose", "whom"};
    return TOKEN_AMONG(doc, doc->tokens.left[clause], askers);
}

static bool has_subject(const document *doc, uint32_t verb)
{
    return child_by(doc, verb, REL_NSUBJ) != NONE || child_by(doc, verb, REL_NSUBJ_PASS) != NONE;
}

/* "said in a statement that the dam was full": the clause hangs under the noun; NONE if there is none. */
static uint32_t clause_of_occasion(const document *doc, const cue_verb *cue)
{
    uint32_t verb = cue->verb;
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        /* "told a briefing in Moscow that", "informed the audience that" */
        bool told_at = (t->relation[c] == REL_OBJ || t->relation[c] == REL_IOBJ) &&
                       (word_in(doc, INDEX_GATHERING, c) || (cue->takes & TAKES_ADDRESSEE));
        if (c < verb || (t->relation[c] != REL_OBL && !told_at))
            continue;
        for (uint32_t k = c + 1; k <= t->right[c]; k++) { /* "said at the funeral of a victim of the attack that ...": wherever it hangs */
            bool clause = t->relation[k] == REL_ACL || t->relation[k] == REL_CCOMP || t->relation[k] == REL_ACL_RELCL;
            if (clause && child_word(doc, k, REL_MARK, "that") != NONE && has_subject(doc, k))
                return k;
        }
    }
    return NONE;
}

/* "Gunmen killed three guards, officials said, the worst attack in years": where the tree has made the noun of the clause a second subject
 * of the verb of saying, what stands before its own is what was said. */
bool by_second_subject(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t subject = out->subject, first = child_by(doc, cue->verb, REL_NSUBJ);
    bool says = tells_words(cue);
    if (!says || subject == NONE || first == NONE || first >= subject || subject > cue->verb || t->head[subject] != cue->verb)
        return false;
    uint32_t comma = t->left[subject] > 0 ? t->left[subject] - 1 : 0;
    bool clause = false;
    for (uint32_t i = t->left[first]; i < comma && !clause; i++)
        clause = is_verb(doc, i);
    if (!clause || !token_is(doc, comma, ","))
        return false;
    out->first = t->left[first];
    out->end = comma;
    out->rule = "statement:verb-after-clause";
    return true;
}

/* The clause that completes a verb: of several before it, which the tree has lost a part of, the nearest one with a subject. */
static uint32_t clause_beside(const document *doc, uint32_t verb)
{
    uint32_t found = NONE;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool told_behind = found != NONE && found < verb && c > verb && !has_subject(doc, found); /* "Visibly moved, he said it was late" */
        if (doc->tokens.relation[c] == REL_CCOMP && (found == NONE || ((c < verb || told_behind) && has_subject(doc, c))))
            found = c;
    }
    return found;
}

/* 'Asked why he fired, Vega said "they came at us"', 'Concerned that it was late, he said: "Go"': the quotation behind a verb is what it
 * says, and no clause before it. */
static bool is_quoted_behind(const document *doc, const cue_verb *cue, uint32_t clause)
{
    uint32_t first = cue->end + token_is(doc, cue->end, ":") + 1;
    const quotation *q = clause < cue->verb && (cue->takes & TAKES_QUOTE) && !quotation_of(doc, clause) ? quotation_of(doc, first) : NULL;
    return q && q->first == first;
}

/* "expressed optimism that it would end": the noun tells how it is said. */
static bool is_light(const document *doc, uint32_t verb)
{
    uint32_t object = lemma_is(doc, verb, "express") ? child_by(doc, verb, REL_OBJ) : NONE;
    return object != NONE && word_in(doc, INDEX_CUE_NOUN, object);
}

bool by_clause(const document *doc, const cue_verb *cue, found_statement *out)
{
    if (is_light(doc, cue->verb))
        return false;
    uint32_t clause = clause_beside(doc, cue->verb);
    bool it = out->subject == NONE || token_is(doc, out->subject, "it");
    for (uint32_t c = first_child(doc, cue->verb); it && clause == NONE && c != NONE;
         c = next_child(doc, c)) /* "it was announced that ..." */
        if (c > cue->verb && is_passive(doc, cue->verb) && child_word(doc, c, REL_MARK, "that") != NONE)
            clause = c;
    if (clause == NONE)
        clause = clause_of_occasion(doc, cue);
    if (clause == NONE || !(cue->takes & (TAKES_CLAUSE | TAKES_QUOTE)) || is_quoted_behind(doc, cue, clause))
        return false;
    take_subtree(doc, cue, out->subject, clause, out);
    if (out->force == FORCE_REQUEST && is_question(doc, clause))
        out->force = FORCE_QUESTION;
    out->rule = "statement:verb-clause";
    return true;
}

uint32_t noun_brought(const document *doc, const cue_verb *cue)
{
    uint32_t preposition = cue->end - 1, noun = preposition > cue->verb ? doc->tokens.head[preposition] : NONE;
    return noun != NONE && noun > preposition && is_nominal(doc, noun) ? noun : NONE;
}

/* A verb after "to" or "to be" that hangs on `head` and stands after `from`; NONE. */
static uint32_t infinitive_under(const document *doc, uint32_t head, uint32_t from)
{
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if (c > from + 1 && is_verb(doc, c) && (token_is(doc, c - 1, "to") || (token_is(doc, c - 1, "be") && token_is(doc, c - 2, "to"))))
            return c;
    return NONE;
}

/* "called on its members to march", "called for the army to leave": the infinitive after the cue, whatever the tree takes it for; NONE. */
static uint32_t infinitive_of(const document *doc, const cue_verb *cue)
{
    uint32_t clause = filler_of(cue->frame, SLOT_CLAUSE), preposition = cue->end - 1, noun = noun_brought(doc, cue);
    uint32_t marked = preposition > cue->verb ? doc->tokens.head[preposition] : NONE;
    if (clause == NONE && marked != NONE && marked > cue->end && is_verb(doc, marked))
        return marked;
    bool called = preposition > cue->verb && ((cue->takes & TAKES_ADDRESSEE) || noun != NONE);
    if (clause == NONE && called)
        clause = infinitive_under(doc, cue->verb, cue->end);
    if (clause == NONE && noun != NONE)
        clause = infinitive_under(doc, noun, cue->end);
    bool complement = clause != NONE && (called || doc->tokens.relation[clause] == REL_XCOMP);
    return complement && clause > cue->verb ? clause : NONE;
}

/* "urged Israel to stop", "promised to help" */
bool by_infinitive(const document *doc, const cue_verb *cue, found_statement *out)
{
    uint32_t clause = infinitive_of(doc, cue), noun = noun_brought(doc, cue);
    if (!(cue->takes & TAKES_INFINITIVE) || clause == NONE)
        return false;
    if (declines_to_say(doc, cue->verb, out->force)) /* "declined to comment": nothing was said */
        return false;
    take_subtree(doc, cue, out->subject, clause, out);
    if (noun != NONE && clause > noun && !(cue->takes & TAKES_ADDRESSEE)) /* who is to do it is part of what is called for */
        out->first = cue->end;
    uint32_t object = cue->takes & TAKES_ADDRESSEE ? filler_of(cue->frame, SLOT_OBJECT) : NONE;
    out->addressee = object;
    if (object != NONE && object < clause && doc->entity_of[object] == NONE && is_passive(doc, clause))
        out->first = cue->end; /* "ordered the march to be stopped": it is not the march that is told so */
    out->rule = "statement:verb-infinitive";
    return true;
}
