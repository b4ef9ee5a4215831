/* Whether a sentence tells of what was or of what is to come, which decides what "Friday" and "in November" mean. */
#ifndef DATELINE_TIMES_TENSE_H
#define DATELINE_TIMES_TENSE_H

#include "document.h"

typedef enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_FUTURE } tense;

/* The tense in which a sentence speaks around a token: that of the verb that governs it, if it tells one. */
tense tense_around(const document *doc, uint32_t token);

bool speaks_of_future(const document *doc, uint32_t token);

#endif
