/* What the readers of single formats share. */
#ifndef DATELINE_READ_SOURCE_H
#define DATELINE_READ_SOURCE_H

#include "base/calendar.h"
#include "read/encoding.h"

#include <stdio.h>

/* The report that is being read: whatever dateline_report points to, until the next one. */
typedef struct reading {
    reading_text text;
    char *name, *source, *title, *url; /* owned; NULL: not told */
    char published[16];                /* "": not told */
} reading;

void reading_clear(reading *r);

/* The rest of a file as one report. */
status read_plain(FILE *in, const char *path, reading *r, uint64_t *bytes, dateline_error *error);

/* The next line of a file as one report; `line` counts on. DATELINE_END after the last. */
status read_jsonl(FILE *in, const char *path, const dateline_reading *how, uint32_t *line, reading *r, uint64_t *bytes,
                  dateline_error *error);

#endif
