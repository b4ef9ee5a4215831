/* Nouns that hang on the wrong word, or are taken for another kind of word: titles before names, what a place is called. */
#include "syntax/repair_parts.h"

/* 'a banner reading "Leave us alone"': what stands on it, taken for something else that was done. */
static void repair_reading(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++)
        if (token_is(doc, i, "reading") && t->tag[i] == POS_VERB && t->relation[i] == REL_OBJ && t->relation[i - 1] == REL_OBJ &&
            t->head[i - 1] == t->head[i])
            attach(doc, i, i - 1, REL_ACL, "acl");
}

/* "Visiting Prime Minister Ana Vega met them", "met visiting Prime Minister Ana Vega": who visits, taken for whom somebody visits. */
static void repair_visitor(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 2 < s.end; i++) {
        bool visiting = token_is(doc, i, "visiting") && t->tag[i] == POS_VERB, opens = visiting && t->relation[i] == REL_CSUBJ;
        bool met = visiting && t->relation[i] == REL_XCOMP && t->head[i] + 1 == i; /* right behind its verb */
        uint32_t verb = opens || met ? t->head[i] : NONE, guest = verb == NONE ? NONE : first_by(doc, i + 1, s.end, i, REL_OBJ);
        if (opens && guest == NONE)
            guest = first_by(doc, i + 1, verb, verb, REL_NSUBJ);
        if (guest == NONE || (opens && guest > verb) || !is_noun(doc, guest))
            continue;
        attach(doc, guest, verb, opens ? REL_NSUBJ : REL_OBJ, opens ? "nsubj" : "obj");
        attach(doc, i, guest, REL_AMOD, "amod");
    }
}

/* "talks with visiting Foreign Minister Ana Vega", "..., visiting President Luis Diaz said": what somebody is who has come, taken for what
 * is done to him. */
static void repair_visitor_behind(document *doc, sentence s)
{
    static const char *const marks[] = {"with", "by", "between", "to"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 2 < s.end; i++) {
        uint32_t guest = token_is(doc, i, "visiting") && t->tag[i] == POS_VERB ? first_by(doc, i + 1, s.end, i, REL_OBJ) : NONE;
        uint32_t head = t->head[i], mark = first_by(doc, s.first, i, i, REL_MARK);
        bool titled = guest != NONE && t->tag[guest] == POS_PROPN && first_by(doc, i + 1, guest, guest, REL_NMOD_DESC) != NONE;
        if (!titled || head == NONE || (mark != NONE && !TOKEN_AMONG(doc, mark, marks)) || first_by(doc, s.first, i, i, REL_AUX) != NONE)
            continue;
        uint32_t says = guest + 1;
        while (says < s.end && is_under(doc, says, guest))
            says++;
        bool speaks = mark == NONE && says < s.end && is_finite(doc, says) && !has_subject(doc, s, says);
        if (mark == NONE && !speaks)
            continue;
        if (speaks)
            attach(doc, guest, says, REL_NSUBJ, "nsubj");
        else if (is_noun(doc, mark - 1))
            attach(doc, guest, mark - 1, REL_NMOD, "nmod");
        else
            attach(doc, guest, head, t->tag[head] == POS_VERB ? REL_OBL : REL_NMOD, t->tag[head] == POS_VERB ? "obl" : "nmod");
        if (mark != NONE)
            attach(doc, mark, guest, REL_CASE, "case");
        for (uint32_t k = guest + 1; k < s.end; k++)
            if (t->head[k] == i)
                t->head[k] = speaks ? says : head;
        attach(doc, i, guest, REL_AMOD, "amod");
    }
}

/* "The People's Party (PP) vice-president Ana Vega was arrested": whoever holds an office of a body with its acronym is meant, not the
 * body. */
static void repair_holder(document *doc, sentence s)
{
    enum { LONGEST_TITLE = 4 };
    token_table *t = &doc->tokens;
    for (uint32_t close = s.first + 3; close + 2 < s.end; close++) {
        if (!token_is(doc, close, ")") || !token_is(doc, close - 2, "(") || !in_capitals(doc, close - 1, 2) || !is_noun(doc, close - 3))
            continue;
        uint32_t name = close + 1, body = close - 3;
        while (name < s.end && name <= close + LONGEST_TITLE && !(t->capital[name] && t->tag[name] == POS_PROPN) &&
               t->tag[name] != POS_PUNCT)
            name++;
        bool titled = name > close + 1 && name < s.end && t->tag[name] == POS_PROPN && begins_key(doc, name - 1, INDEX_OFFICE);
        if (!titled || t->head[name] == NONE)
            continue;
        while (t->head[body] != NONE && t->head[body] < close && t->head[body] >= s.first && is_noun(doc, t->head[body]))
            body = t->head[body];
        bool beside = t->head[name] == t->head[body] && t->relation[name] == t->relation[body];
        if (t->head[body] == NONE || !(beside || is_under(doc, name, body)))
            continue;
        attach(doc, name, t->head[body], (relation)t->relation[body], t->relation_name[body]);
        attach(doc, body, name, REL_COMPOUND, "compound");
    }
}

/* "Police claim she left": a plural beside a verb in the present that has no subject, taken for a part of a compound. */
static void repair_compound_subject(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 1 < s.end; i++) {
        bool verb =
            t->head[i] == i + 1 && t->relation[i] == REL_COMPOUND && t->tag[i + 1] == POS_VERB && strcmp(t->english_tag[i + 1], "VBP") == 0;
        if (verb && is_noun(doc, i) && !has_subject(doc, s, i + 1))
            attach(doc, i, i + 1, REL_NSUBJ, "nsubj");
    }
}

/* "Tourism and Sports Minister Ana Vega said": two things that a minister has charge of, read as a thing and somebody. */
static void repair_two_portfolios(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 3 < s.end; i++) {
        bool two = t->capital[i] && t->capital[i + 2] && token_is(doc, i + 1, "and") && is_noun(doc, i) && is_noun(doc, i + 2);
        bool behind_name = i > s.first && t->tag[i - 1] == POS_PROPN;
        bool thing = two && !behind_name && !lexicon_find(doc->lexicon, INDEX_OFFICE, t->lower[i]).count &&
                     (t->tag[i] == POS_NOUN || lexicon_find(doc->lexicon, INDEX_COMMON_WORD, t->lower[i]).count);
        if (!thing || !(token_is(doc, i + 3, "minister") || token_is(doc, i + 3, "secretary")))
            continue;
        uint32_t holder = first_by(doc, i + 3, s.end, i, REL_CONJ);
        bool titled = holder != NONE && (holder == i + 3 || t->head[i + 3] == holder) && t->head[i] != NONE;
        if (!titled)
            continue;
        attach(doc, holder, t->head[i], (relation)t->relation[i], t->relation_name[i]);
        attach(doc, i, i + 3, REL_COMPOUND, "compound");
    }
}

/* "in Indian illegally occupied Kashmir": what a place is called, taken for what somebody does. */
static void repair_occupied(document *doc, sentence s)
{
    static const char *const held[] = {"occupied", "administered", "held", "controlled", "annexed"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i + 1 < s.end; i++) {
        uint32_t place = i + 1, by = i - 1 - (t->tag[i - 1] == POS_ADV);
        bool clause = TOKEN_AMONG(doc, i, held) && t->head[place] == i && t->relation[place] == REL_OBJ && t->capital[place];
        bool called = clause && by > s.first && t->tag[by] == POS_ADJ && t->capital[by] && t->head[by] != NONE && by < i &&
                      (t->relation[by] == REL_OBL || t->relation[by] == REL_NMOD || t->relation[by] == REL_OBJ);
        if (!called)
            continue;
        attach(doc, place, t->head[by], (relation)t->relation[by], t->relation_name[by]);
        attach(doc, by, place, REL_AMOD, "amod");
        attach(doc, i, place, REL_AMOD, "amod");
        for (uint32_t k = s.first; k < by; k++)
            if (t->head[k] == by)
                t->head[k] = place;
    }
}

/* "Ana Vega, an activist and a lawyer, said": two things that she is, of which the second was taken for somebody beside her. */
static void repair_apposed_pair(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 4; i < s.end; i++) {
        uint32_t name = t->relation[i] == REL_CONJ && t->tag[i] == POS_NOUN ? t->head[i] : NONE;
        uint32_t first = name == NONE || t->tag[name] != POS_PROPN ? NONE : first_by(doc, name + 1, i, name, REL_APPOS);
        uint32_t article = first_by(doc, s.first, i, i, REL_DET);
        bool pair = first != NONE && t->tag[first] == POS_NOUN && article != NONE && t->lower[article].bytes[0] == 'a';
        if (pair && token_is(doc, article - 1, "and") && first_comma(doc, i, s.end) != NONE)
            attach(doc, i, first, REL_CONJ, "conj");
    }
}

/* "Dr Ana Vega, noted physician and poet, was there": what somebody is called, taken for what he noted. */
static void repair_noted_in_row(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i + 2 < s.end; i++) {
        uint32_t clause = token_is(doc, i, "noted") && token_is(doc, i - 1, ",") && t->tag[i] == POS_VERB
                              ? first_by(doc, i + 2, s.end, i, REL_CCOMP)
                              : NONE,
                 who = clause == NONE ? NONE : first_by(doc, s.first, i, i, REL_NSUBJ);
        bool called = who != NONE && t->head[i + 1] == i && strcmp(t->english_tag[i + 1], "NN") == 0 && !has_subject(doc, s, clause);
        if (!called)
            continue;
        attach(doc, clause, t->head[i], (relation)t->relation[i], t->relation_name[i]);
        for (uint32_t k = s.first; k < s.end; k++)
            if (t->head[k] == i)
                doc->tokens.head[k] = clause;
        attach(doc, i + 1, who, REL_APPOS, "appos");
        attach(doc, i, i + 1, REL_AMOD, "amod");
    }
}

/* "The Media Indonesia daily reported": a paper, taken for an adverb. */
static void repair_daily(document *doc, sentence s)
{
    static const char *const papers[] = {"daily", "weekly"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++)
        if (t->tag[i] == POS_ADV && (t->relation[i] == REL_NSUBJ || first_by(doc, s.first, i, i, REL_DET) != NONE) &&
            (t->capital[i - 1] || is_noun(doc, i - 1)) && TOKEN_AMONG(doc, i, papers)) {
            t->tag[i] = POS_NOUN;
            t->english_tag[i] = "NN";
            t->features[i] = "Number=Sing";
            if (t->relation[i] == REL_ADVMOD && is_finite(doc, t->head[i]) &&
                !has_subject(doc, s, t->head[i])) /* "reports a local daily" */
                attach(doc, i, t->head[i], REL_NSUBJ, "nsubj");
        }
}

/* "a warrant for Vega, accused of murder": who is accused stands before the comma, and not what is for her. */
static void repair_accused(document *doc, sentence s)
{
    static const char *const done[] = {"accuse", "charge", "convict", "suspect", "indict", "sentence", "jail", "detain", "arrest", "wound"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        bool participle = t->relation[i] == REL_ACL && strcmp(t->english_tag[i], "VBN") == 0 && token_is(doc, i - 1, ",");
        uint32_t over = participle && LEMMA_AMONG(doc, i, done) ? t->head[i] : NONE, name = i - 2;
        while (over != NONE && t->relation[name] == REL_FLAT && t->head[name] != NONE)
            name = t->head[name];
        if (over != NONE && over < name && t->tag[name] == POS_PROPN && t->relation[name] == REL_NMOD && t->head[name] == over)
            attach(doc, i, name, REL_ACL, "acl");
    }
}

void repair_nouns(document *doc, sentence s)
{
    repair_two_portfolios(doc, s);
    repair_compound_subject(doc, s);
    repair_holder(doc, s);
    repair_reading(doc, s);
    repair_visitor(doc, s);
    repair_visitor_behind(doc, s);
    repair_noted_in_row(doc, s);
    repair_daily(doc, s);
    repair_apposed_pair(doc, s);
    repair_occupied(doc, s);
    repair_accused(doc, s);
}
