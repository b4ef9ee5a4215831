/* A plain text file is one report. */
#include "read/source.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* "2023-02-28-seminar.txt", "azernews_20230228.txt": the day in a file's name. */
static bool day_in_name(const char *path, day *out)
{
    const char *slash = strrchr(path, '/');
    for (const char *at = slash ? slash + 1 : path; *at; at++) {
        size_t digits = strspn(at, "0123456789");
        if (calendar_parse((slice){at, (uint32_t)strnlen(at, 10)}, out) && !isdigit((unsigned char)at[10]))
            return true;
        if (digits == 8) {
            char dashed[16];
            snprintf(dashed, sizeof dashed, "%.4s-%.2s-%.2s", at, at + 4, at + 6);
            if (calendar_parse(slice_of(dashed), out))
                return true;
        }
        if (digits)
            at += digits - 1;
    }
    return false;
}

status read_plain(FILE *in, const char *path, reading *r, uint64_t *bytes, dateline_error *error)
{
    buffer raw = {0};
    char chunk[65536];
    size_t got;
    while (raw.length <= DATELINE_LONGEST_REPORT && (got = fread(chunk, 1, sizeof chunk, in)) > 0)
        buffer_add(&raw, chunk, got);
    *bytes += raw.length;
    status result;
    if (ferror(in))
        result = fail(error, DATELINE_CANNOT_READ, "%s: %s", path, strerror(errno));
    else if (raw.failed)
        result = fail(error, DATELINE_NO_MEMORY, "%s: no memory to read it", path);
    else if (raw.length > DATELINE_LONGEST_REPORT)
        result = fail(error, DATELINE_BAD_INPUT, "%s: longer than a report may be (%zu MiB); one report a file, or JSONL", path,
                      DATELINE_LONGEST_REPORT >> 20);
    else if (raw.length == 0)
        result = fail(error, DATELINE_BAD_INPUT, "%s: an empty file", path);
    else
        result = decode_text(&r->text, raw.bytes, raw.length, path, error);
    free(raw.bytes);
    day named;
    if (result == DATELINE_OK && day_in_name(path, &named))
        calendar_format(named, r->published);
    return result;
}
