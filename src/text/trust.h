/* Whether a text is what the engine can read. */
#ifndef DATELINE_TEXT_TRUST_H
#define DATELINE_TEXT_TRUST_H

#include "document.h"

/* The stage: reads tokens and paragraphs; warns of paragraphs that are not English or not prose, whose analysis is not to be
 * trusted, and sets doc->english. */
status judge_text(document *doc);

#endif
