/* Entries of the lexicon in a text: the longest that begins at a word. */
#ifndef DATELINE_GRAMMAR_PHRASES_H
#define DATELINE_GRAMMAR_PHRASES_H

#include "document.h"

typedef struct phrase {
    rows rows;    /* of the table behind the index; count 0: there is none */
    uint32_t end; /* the token after it */
} phrase;

/* The longest key of `index` that begins at `token`. The word that the index lets inflect may stand in any form. */
phrase phrase_at(const document *doc, index_id index, uint32_t token);

/* The same for a verb; a time or an adverb may stand between it and its preposition: "called Sunday for". */
phrase verb_phrase_at(const document *doc, index_id index, uint32_t token);

/* The rows whose key is the whole of tokens [first, end); none if it is longer than a key. */
rows phrase_rows(const document *doc, index_id index, uint32_t first, uint32_t end);

/* The rows whose key is the last `words` words up to a noun, within its sentence: "asylum seeker" of the noun "seeker".
 * Only of indexes whose first words tokens know (`begins`): not of cities, divisions, actors and agents. */
rows rows_ending(const document *doc, index_id index, uint32_t noun, uint32_t words);

/* The same as phrase_rows, with the word that the index lets inflect taken by its lemma even where its form is a key as well. */
rows phrase_rows_by_lemma(const document *doc, index_id index, uint32_t first, uint32_t end);

/* Whether a minister may have charge of what a word names: "health", as there is a health minister. false beyond the end. */
bool is_portfolio(const document *doc, uint32_t token);

/* Whether a noun tells, as the last of a name, that it names something of a type: "region" a place, "act" a law. */
bool heads_name_of(const document *doc, uint32_t noun, dateline_entity_type type);

/* Whether the lexicon has a word, by its form or its lemma. */
bool word_in(const document *doc, index_id index, uint32_t token);

/* Whether one of the first people of a report bears a word as a surname: "Paris" of Valeska Paris. */
bool is_surname(const document *doc, uint32_t token);

#endif
