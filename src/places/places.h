/* Places: names of places found in the gazetteer, with country and coordinates. */
#ifndef DATELINE_PLACES_PLACES_H
#define DATELINE_PLACES_PLACES_H

#include "document.h"

/* Reads mentions; appends an entity for each place, and gives its mentions to it. */
status find_places(document *doc);

#endif
