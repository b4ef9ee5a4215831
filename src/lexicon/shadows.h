/* Rules that stand in each other's way: what `dateline lexicon check` tells of them. */
#ifndef DATELINE_LEXICON_SHADOWS_H
#define DATELINE_LEXICON_SHADOWS_H

#include "lexicon/builder.h"

/* Tells of each rule that can never fire on one of its triggers, because another fits wherever it does and goes before it. To be
 * called when the keys are sorted (builder_finish). */
void tell_shadows(builder *b, void (*tell)(const char *message, void *context), void *context);

/* Tells of each trigger with several rules which of them goes before which. */
void tell_precedence(builder *b, void (*tell)(const char *message, void *context), void *context);

#endif
