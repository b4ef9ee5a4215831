/* What a report says about itself before it begins: a header, a line with the date, a dateline. */
#ifndef DATELINE_READ_HEADER_H
#define DATELINE_READ_HEADER_H

#include "base/calendar.h"
#include "document.h"

typedef struct header {
    day published; /* year 0: not told */
    span published_span;
    bool impossible;                       /* a date is told, but there is no such day: published_span */
    span title, source;                    /* empty: not told */
    span dateline;                         /* "ISLAMABAD, Feb 28 (APP) -"; empty: none */
    span place;                            /* of the dateline: "ISLAMABAD" */
    bool place_unsure;                     /* "Guwahati: The university marked": a dateline if it is a town */
    span agency;                           /* of the dateline: "APP" */
    uint32_t dateline_month, dateline_day; /* of the dateline, which tells no year; 0: not told */
    uint32_t body;                         /* first byte of the report itself, after all of these */
} header;

/* Reads the beginning of a text. */
header header_read(slice text);

/* The stage: takes over into the document what whoever read the report did not know. */
status read_header(document *doc);

#endif
