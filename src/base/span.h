/* Runs of bytes: of a text (spans) and of anything in memory (slices). */
#ifndef DATELINE_BASE_SPAN_H
#define DATELINE_BASE_SPAN_H

#include "dateline.h"

#include <string.h>

typedef dateline_span span;

static inline uint32_t span_length(span where)
{
    return where.end - where.begin;
}

static inline bool span_empty(span where)
{
    return where.begin >= where.end;
}

static inline bool span_within(span inner, span outer)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static inline bool span_overlaps(span a, span b)
{
    return a.begin < b.end && b.begin < a.end;
}

/* From the beginning of the first to the end of the last. */
static inline span span_join(span first, span last)
{
    return (span){first.begin < last.begin ? first.begin : last.begin, first.end > last.end ? first.end : last.end};
}

/* Bytes that belong to somebody else. */
typedef struct slice {
    const char *bytes;
    uint32_t length;
} slice;

static inline slice slice_of(const char *string)
{
    return (slice){string, (uint32_t)strlen(string)};
}

static inline bool slice_equal(slice a, slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool slice_is(slice a, const char *string)
{
    return slice_equal(a, slice_of(string));
}

static inline bool slice_is_one(slice a, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(a, words[i]))
            return true;
    return false;
}
#define SLICE_AMONG(slice, array) slice_is_one((slice), (array), sizeof(array) / sizeof *(array))

/* The "th" of "27th". */
static inline bool slice_is_ordinal_ending(slice letters)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    return SLICE_AMONG(letters, endings);
}

static inline bool slice_begins(slice a, const char *prefix)
{
    size_t length = strlen(prefix);
    return a.length >= length && memcmp(a.bytes, prefix, length) == 0;
}

static inline bool slice_ends(slice a, const char *suffix)
{
    size_t length = strlen(suffix);
    return a.length >= length && memcmp(a.bytes + a.length - length, suffix, length) == 0;
}

#endif
