/* What the public functions of an engine share. */
#ifndef DATELINE_ENGINE_H
#define DATELINE_ENGINE_H

#include "lexicon/lexicon.h"
#include "syntax/model.h"

struct dateline_engine {
    model model;
    lexicon lexicon;
    void (*part_done)(void *observer, const char *part);
    void *observer;
};

#endif
