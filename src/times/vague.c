/* Expressions that name no day: now, the past, and periods that the text has named before ("the quarter"). */
#include "times/recognise.h"

#include <ctype.h>
#include <stdio.h>

static bool take(time_found *out, uint32_t end, const char *type, const char *value, const char *rule)
{
    *out = (time_found){.end = end, .type = type, .rule = rule, .vague = true};
    snprintf(out->value, sizeof out->value, "%s", value);
    return true;
}

bool reference(const document *doc, uint32_t token, time_found *out)
{
    uint32_t row = time_word(doc, token, TIME_NOW), next = token + 1;
    if (row != NONE)
        return take(out, next, "DATE", time_value(doc, row), "reference:word");
    uint32_t unit = token_is(doc, token, "recent") ? time_word(doc, next, TIME_UNIT) : NONE;
    if (unit != NONE) {
        take(out, next + 1, "DURATION", "", "reference:recent");
        duration_value(time_value(doc, unit), 0, out->value);
        return true;
    }
    if (!token_is(doc, token, "the"))
        return false;
    next += token_is(doc, next, "near");
    bool noun = next < doc->tokens.count && doc->tokens.tag[next] == POS_NOUN;
    if (noun && token_is(doc, next, "future"))
        return take(out, next + 1, "DATE", "FUTURE_REF", "reference:noun");
    bool term = next == token + 2 || token_is(doc, next, "short") || token_is(doc, next, "long"); /* "the near term", "the short term" */
    uint32_t last = next + (next == token + 1);
    if (term && token_is(doc, last, "term"))
        return take(out, last + 1, "DATE", "FUTURE_REF", "reference:noun");
    if (noun && token_is(doc, next, "past"))
        return take(out, next + 1, "DATE", "PAST_REF", "reference:noun");
    return false;
}

/* Whether a value is of the size of a unit: "1989-Q3" of "Q", "1989" of "Y", "1989-W07" of "W", "1989-08" of "M". */
static bool has_size(const char *value, const char *unit)
{
    size_t length = value ? strlen(value) : 0;
    if (length < 4 || !isdigit((unsigned char)value[0]))
        return false;
    switch (unit[0]) {
    case 'Y':
        return length == 4;
    case 'M':
        return length == 7 && isdigit((unsigned char)value[5]);
    case 'Q':
    case 'W':
        return length > 5 && value[5] == unit[0] && !unit[1];
    case 'D':
        return length == 10 && !unit[1];
    default:
        return false;
    }
}

const char *value_told(const document *doc, const char *unit, uint32_t latest)
{
    for (uint32_t i = doc->times.count; i-- > 0 && latest-- > 0;) {
        const dateline_time *time = &doc->times.items[i];
        bool compared = strcmp(time->rule, RULE_COMPARISON) == 0 || strcmp(time->rule, "distance:ago") == 0;
        if (!compared && has_size(time->value, unit))
            return time->value;
    }
    return "";
}

const char *day_told(const document *doc, uint32_t token, uint32_t sentences_back)
{
    for (uint32_t i = doc->times.count; i-- > 0;) {
        const dateline_time *time = &doc->times.items[i];
        uint32_t at = token_at(doc, time->span.begin);
        if (doc->tokens.sentence[at] + sentences_back < doc->tokens.sentence[token])
            return "";
        bool dated =
            time->value && strlen(time->value) >= 10 && isdigit((unsigned char)time->value[0]) && isdigit((unsigned char)time->value[9]);
        if (dated && strcmp(time->rule, "distance:ago") != 0)
            return time->value;
    }
    return "";
}

bool period_told(const document *doc, uint32_t token, time_found *out)
{
    static const char *const modifiers[] = {"same", "latest", "full", "entire", "fiscal", "whole", "very"};
    uint32_t at = token + 1;
    if (!token_is(doc, token, "the"))
        return false;
    while (TOKEN_AMONG(doc, at, modifiers))
        at++;
    uint32_t row = time_word(doc, at, TIME_UNIT);
    const char *unit = row == NONE ? "" : time_value(doc, row);
    bool period = token_is(doc, at, "period") && at > token + 1;
    bool plural = row != NONE && slice_ends(doc->tokens.lower[at], "s");
    if ((row == NONE && !period) || plural || unit[0] == 'T')
        return false;
    /* "the day of the vote" is a day of its own */
    bool told_after =
        token_is(doc, at + 1, "of") || token_is(doc, at + 1, "-") || token_is(doc, at + 1, "that") || token_is(doc, at + 1, "when");
    if (told_after)
        return false;
    bool ends = token_is(doc, at + 1, "ended") || token_is(doc, at + 1, "ending");
    bool edge = token > 1 && token_is(doc, token - 1, "of") && (token_is(doc, token - 2, "end") || token_is(doc, token - 2, "beginning"));
    if (unit[0] == 'Y' && !unit[1] && (ends || token_is(doc, at - 1, "fiscal"))) /* "the year ended Sept. 30" is its own */
        return take(out, at + 1, "DURATION", "P1Y", "period:told");
    take(out, at + 1, "DATE", "", "period:told");
    if (edge && doc->published.year && *unit) {
        period_value(doc->published, unit, out->value);
        out->vague = false; /* "by the end of the year" is a time */
    } else {
        snprintf(out->value, sizeof out->value, "%s", value_told(doc, unit, doc->times.count));
    }
    return true;
}
