/* Lemmas and features by table: the tag decides most, the longest known ending the rest. */
#ifndef DATELINE_SYNTAX_LEMMA_H
#define DATELINE_SYNTAX_LEMMA_H

#include "document.h"

/* `tag` is a place in the model's tags. Strings lie in the model or in the arena. */
const char *lemma_of(document *doc, uint32_t token, uint32_t tag);

/* context: what the tree says of the token, see agreement.h. */
const char *features_of(document *doc, uint32_t token, uint32_t tag, const char *context);

/* Notes which keys of the lexicon begin with the lemma of a token: "ministers" begins what "minister" begins. */
void note_lexicon(document *doc, uint32_t token);

#endif
