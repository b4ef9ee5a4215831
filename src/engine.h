/* What the public functions of an engine share. */
#ifndef DATELINE_ENGINE_H
#define DATELINE_ENGINE_H

#include "lexicon/lexicon.h"
#include "syntax/model.h"

struct dateline_engine {
    model model;
    lexicon lexicon;
};

/* Where a data file lies: as asked, or as the environment says, or beside the program, or where it was installed.
 * `out` takes up to `room` bytes. */
void find_data(const char *asked, const char *variable, const char *file, char *out, size_t room);

#endif
