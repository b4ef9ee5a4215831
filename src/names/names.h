/* Names: which runs of words name a person, a body, a place, and so on. */
#ifndef DATELINE_NAMES_NAMES_H
#define DATELINE_NAMES_NAMES_H

#include "document.h"

/* Reads the tagger's labels and the lexicon; appends mentions, in the order of the text. */
status find_mentions(document *doc);

#endif
