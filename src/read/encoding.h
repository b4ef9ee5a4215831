/* Any bytes to UTF-8, with a note of what was done. */
#ifndef DATELINE_READ_ENCODING_H
#define DATELINE_READ_ENCODING_H

#include "base/buffer.h"
#include "base/status.h"

enum { MOST_READING_WARNINGS = 4 };

/* The text of a report while it is read. */
typedef struct reading_text {
    buffer text;
    dateline_warning warnings[MOST_READING_WARNINGS];
    uint32_t warning_count;
} reading_text;

/* Appends `bytes` to an empty text: UTF-8 as it is; otherwise as Windows-1252 or Latin-1, or, if it is mostly
 * UTF-8, with U+FFFD for what is broken. Drops a byte order mark, makes CRLF and CR a line feed. `place` is
 * where it stands, for the error: DATELINE_BAD_INPUT for what is no text, DATELINE_NO_MEMORY. */
status decode_text(reading_text *out, const char *bytes, size_t length, const char *place, dateline_error *error);

void reading_warn(reading_text *out, const char *what, const char *detail);

#endif
