/* Dates and times, with values as in TIMEX3 (ISO 24617-1), against the day of publication. */
#ifndef DATELINE_TIMES_TIMES_H
#define DATELINE_TIMES_TIMES_H

#include "document.h"

/* Reads tokens, tags and mentions; appends times, in the order of the text. */
status find_times(document *doc);

#endif
