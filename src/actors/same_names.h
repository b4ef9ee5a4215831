/* Whether two names mean the same, by their words and letters alone. */
#ifndef DATELINE_ACTORS_SAME_NAMES_H
#define DATELINE_ACTORS_SAME_NAMES_H

#include "document.h"

enum { MOST_WORDS = 16 };

/* The words of a name, in lower case, without articles, prepositions and particles ("al", "bin"). */
typedef struct name_words {
    slice words[MOST_WORDS];
    uint32_t count;
    uint32_t body; /* row of organizations.tsv that has the name, or NONE */
} name_words;

/* The words of each mention: they are compared often, and read once. */
typedef LIST(name_words) name_list;

/* Appends the words of those mentions of the document that the list does not have yet. */
void read_names(document *doc, name_list *all);

/* Whether mentions `one` and `other`, of one type, mean the same. */
bool mean_same(const document *doc, const name_list *all, uint32_t one, uint32_t other);

/* Whether the first word of a name is half of capitals: "YAN", "PTs". */
bool is_shouted(const document *doc, const mention *name);

/* "UN" is no University of Nairobi: what the lexicon knows by its letters stands for nothing else. */
bool may_be_acronym(const document *doc, const mention *name);

/* "Mauer" of K.C. Maurer: one letter more or less. */
bool lacks_letter(slice a, slice b);

/* "Saleen" of Ahmed Saleem: one letter is another, behind the first one, in no word with a hyphen. */
bool has_other_letter(slice a, slice b);

#endif
