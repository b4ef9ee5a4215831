/* Events: gatherings and actions, by rules. */
#ifndef DATELINE_EVENTS_EVENTS_H
#define DATELINE_EVENTS_EVENTS_H

#include "document.h"

/* Reads all that earlier stages found; appends events, in the order of the text. */
status find_events(document *doc);

#endif
