/* Durations that are tied to a day have a first and a last one: "the past two weeks", "three days until 5 May". */
#include "times/recognise.h"

#include <ctype.h>
#include <stdlib.h>

/* The count and the unit of a value, 3 and "D" of "P3D"; false: it counts no days, or not how many. */
static bool read_period(const char *value, int64_t *count, const char **unit)
{
    if (!value || value[0] != 'P' || !isdigit((unsigned char)value[1]))
        return false;
    char *end;
    *count = strtoll(value + 1, &end, 10);
    *unit = end;
    return *end && !end[1] && strchr("DWMY", *end) && *count > 0 && *count < 3000;
}

static const char *day_string(document *doc, day d)
{
    char text[16];
    calendar_format(d, text);
    return arena_copy(&doc->memory, text, strlen(text));
}

/* Gives a duration the day that it ends on, or begins on, and the other one. */
static void tie(document *doc, dateline_time *time, day to, bool at_end)
{
    int64_t count;
    const char *unit;
    if (!to.year || !read_period(time->value, &count, &unit))
        return;
    day other = shifted(to, unit, at_end ? -count : count);
    time->begin = day_string(doc, at_end ? other : to);
    time->end = day_string(doc, at_end ? to : other);
}

/* "three days until 5 May", "two weeks from Monday": the day that the next time names, with one word between. */
static void tie_to_next(document *doc, uint32_t number)
{
    static const char *const ends[] = {"until", "till", "to", "before", "ending", "ended"}, *const begins[] = {"from",      "since",
                                                                                                               "after",     "starting",
                                                                                                               "beginning", "following"};
    if (number + 1 >= doc->times.count)
        return;
    dateline_time *time = &doc->times.items[number], *next = &doc->times.items[number + 1];
    uint32_t between = token_at(doc, time->span.end + 1);
    day d;
    bool beside = between + 1 == token_at(doc, next->span.begin) && next->value && strlen(next->value) == 10 &&
                  calendar_parse((slice){next->value, 10}, &d);
    bool at_end = TOKEN_AMONG(doc, between, ends);
    if (beside && (at_end || TOKEN_AMONG(doc, between, begins)))
        tie(doc, time, d, at_end);
}

void find_ends(document *doc)
{
    static const char *const back[] = {"past", "last", "previous", "recent", "preceding"};
    for (uint32_t i = 0; i < doc->times.count; i++) {
        dateline_time *time = &doc->times.items[i];
        if (strcmp(time->type, "DURATION") != 0)
            continue;
        uint32_t first = token_at(doc, time->span.begin);
        first += token_is(doc, first, "the");
        if (strcmp(time->rule, "relative:duration") == 0)
            tie(doc, time, doc->published, TOKEN_AMONG(doc, first, back));
        else
            tie_to_next(doc, i);
    }
}
