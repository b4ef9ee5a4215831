/* Actors: people, bodies and groups; their offices, who "he" is, their codes. */
#ifndef DATELINE_ACTORS_ACTORS_H
#define DATELINE_ACTORS_ACTORS_H

#include "document.h"

/* Reads mentions, times and places; appends entities and says for each noun which entity it means. */
status find_actors(document *doc);

#endif
