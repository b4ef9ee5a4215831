/* Walking the trees: dependents, conjuncts, extents. */
#ifndef DATELINE_GRAMMAR_TREE_H
#define DATELINE_GRAMMAR_TREE_H

#include "document.h"

/* for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) */
static inline uint32_t first_child(const document *doc, uint32_t head)
{
    return doc->tokens.first_child[head];
}

static inline uint32_t next_child(const document *doc, uint32_t child)
{
    return doc->tokens.next_sibling[child];
}

/* The first dependent with this relation, or NONE. */
uint32_t child_by(const document *doc, uint32_t head, relation kind);

/* The first dependent with this relation and this lower-case form, or NONE. */
uint32_t child_word(const document *doc, uint32_t head, relation kind, const char *lower);

/* The preposition that brings a noun: its case mark, or NONE. */
uint32_t preposition_of(const document *doc, uint32_t noun);

/* A token and all that are coordinated with it, in the order of the text, at most `most`; returns how many. */
uint32_t conjuncts(const document *doc, uint32_t token, uint32_t *out, uint32_t most);

bool is_verb(const document *doc, uint32_t token);
bool is_nominal(const document *doc, uint32_t token); /* noun, proper noun, pronoun */
bool is_subject(const document *doc, uint32_t token); /* of a verb in the active or the passive */

/* Whether a token is a word whose features hold this pair: "Number=Plur". */
bool has_feature(const document *doc, uint32_t token, const char *pair);

/* A noun that means several: its features say so, and its form is not that of its lemma. */
bool is_plural(const document *doc, uint32_t token);

/* Whether "the", "this" or "that" stands with a noun: what it means was told of. */
bool is_told_of(const document *doc, uint32_t noun);

/* Whether "to" marks a verb: "to meet", "to be held". */
bool is_infinitive(const document *doc, uint32_t verb);

/* '"Release them and go home!" they chanted': whether a verb that opens what is quoted asks for it, with nobody who would do so. */
bool is_imperative(const document *doc, uint32_t verb);

/* Whether "not", "n't", "never" or "no" modifies a word. */
bool is_negated(const document *doc, uint32_t token);

/* Whether a token is "I" or "we"; NONE is neither. */
bool is_i_or_we(const document *doc, uint32_t token);

/* "We urge all sides", "I thank the army": who says so does so by saying it (Austin 1962, performatives). */
bool is_performative(const document *doc, uint32_t verb);

/* The sentence of a token. */
sentence sentence_of(const document *doc, uint32_t token);

/* Tokens [first, end) of a noun phrase without what follows a comma, a relative clause or a bracket; and without its
 * determiner. `head` is inside. */
void noun_phrase(const document *doc, uint32_t head, uint32_t *first, uint32_t *end);

#endif
