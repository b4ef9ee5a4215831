/* Lines in Title Case or in capitals. */
#ifndef DATELINE_TEXT_HEADLINES_H
#define DATELINE_TEXT_HEADLINES_H

#include "document.h"

/* The stage: reads tokens, and takes those capitals from words of headlines that are only the headline's: "Kenya Imposes Martial Law"
 * is read as "Kenya imposes martial law". */
status read_headlines(document *doc);

#endif
