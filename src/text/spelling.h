/* Slips of the pen in words that a report turns on. */
#ifndef DATELINE_TEXT_SPELLING_H
#define DATELINE_TEXT_SPELLING_H

#include "document.h"

/* The stage: reads tokens, and gives those that are misspelt the lower-case form that was meant, with a warning. */
status mend_spelling(document *doc);

#endif
