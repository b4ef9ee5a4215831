/* The language layer: tags, sentences, lemmas, trees and the mention tagger's labels. */
#ifndef DATELINE_SYNTAX_ANALYSE_H
#define DATELINE_SYNTAX_ANALYSE_H

#include "document.h"

/* Reads tokens; fills in the rest of their table, and the sentences. */
status analyse_sentences(document *doc);

#endif
