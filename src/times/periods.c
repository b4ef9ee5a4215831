/* Periods that are counted from the day of publication, or by themselves: "last week", "two years ago", "three days". */
#include "times/recognise.h"

#include "grammar/numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool relative_unit(const document *doc, uint32_t token, time_found *out)
{
    uint32_t relation_row = time_word(doc, token, TIME_RELATION);
    if (relation_row == NONE)
        return false;
    int32_t relation = (int32_t)time_number(doc, relation_row);
    uint64_t count = 0;
    uint32_t at = number_at(doc, token + 1, &count);
    bool counted = at > token + 1;
    if (token_is(doc, token + 1, "couple") && token_is(doc, token + 2, "of")) { /* "the next couple of years" */
        counted = true;
        count = 2;
        at = token + 3;
    }
    if (!counted && time_word(doc, token + 1, TIME_QUANTITY) != NONE) {
        counted = true;
        at = token + 2;
    }
    uint32_t unit_row = time_word(doc, at, TIME_UNIT), part = time_word(doc, at, TIME_DAY_PART), season = time_word(doc, at, TIME_SEASON);
    uint32_t month = time_word(doc, at, TIME_MONTH);
    *out = (time_found){.end = at + 1, .type = "DATE", .rule = "relative:unit"};
    day now = doc->published;
    if (counted && unit_row != NONE) {
        out->type = "DURATION";
        out->rule = "relative:duration";
        duration_value(time_value(doc, unit_row), count, out->value);
        return true;
    }
    if (unit_row != NONE && time_value(doc, unit_row)[0] != 'T') {
        const char *unit = time_value(doc, unit_row);
        if (relation && slice_ends(doc->tokens.lower[at], "s")) /* "coming months", "past years" */
            snprintf(out->value, sizeof out->value, "%s", relation > 0 ? "FUTURE_REF" : "PAST_REF");
        else if (now.year)
            period_value(shifted(now, unit, relation), unit, out->value);
        return true;
    }
    if (part != NONE && now.year) {
        day_value(calendar_add_days(now, relation), out->value);
        strncat(out->value, time_value(doc, part), sizeof out->value - strlen(out->value) - 1);
        out->type = "TIME";
        return true;
    }
    if (season != NONE && now.year) {
        snprintf(out->value, sizeof out->value, "%04d-%s", now.year + relation, time_value(doc, season));
        return true;
    }
    if (month != NONE && now.year) { /* "last February", "last Oct. 23" */
        uint32_t of_month = 0;
        bool dated = plain_number(doc, at + 1, 1, 31, &of_month);
        int32_t number = (int32_t)time_number(doc, month), year = now.year;
        if (relation < 0 && number >= (int32_t)now.month)
            year--;
        if (relation > 0 && number <= (int32_t)now.month)
            year++;
        day d = {year, (uint32_t)number, of_month};
        if (dated && calendar_exists(d)) {
            day_value(d, out->value);
            out->end = at + 2;
        } else {
            snprintf(out->value, sizeof out->value, "%04d-%02d", year, number);
        }
        return true;
    }
    return false;
}

/* The day that the text told last, near enough to go by; year 0: none. */
static day last_day(const document *doc, uint32_t token)
{
    enum { SENTENCES_BACK = 2 };
    day d = {0, 0, 0};
    const char *told = day_told(doc, token, SENTENCES_BACK);
    if (*told && !calendar_parse((slice){told, 10}, &d))
        d.year = 0;
    return d;
}

/* "the following day", "the next morning", "the previous week", "that day": counted from the day that the text told last. */
bool anchored_unit(const document *doc, uint32_t token, time_found *out)
{
    static const char *const anchoring[] = {"following", "next", "previous", "preceding", "same"};
    static const int32_t steps[] = {1, 1, -1, -1, 0};
    bool that = token_is(doc, token, "that");
    int32_t step = 0;
    bool anchors = that;
    for (size_t i = 0; token_is(doc, token, "the") && i < sizeof anchoring / sizeof *anchoring; i++)
        if (token_is(doc, token + 1, anchoring[i])) {
            anchors = true;
            step = steps[i];
        }
    uint32_t noun = token + (that ? 1 : 2), unit_row = time_word(doc, noun, TIME_UNIT), part = time_word(doc, noun, TIME_DAY_PART);
    if (!anchors || (unit_row == NONE && part == NONE) || (unit_row != NONE && time_value(doc, unit_row)[0] == 'T'))
        return false;
    day from = last_day(doc, token);
    const char *unit = unit_row == NONE ? "D" : time_value(doc, unit_row);
    if (!from.year || slice_ends(doc->tokens.lower[noun], "s"))
        return false;
    *out = (time_found){.end = noun + 1, .type = part == NONE ? "DATE" : "TIME", .rule = "anchored:told"};
    period_value(shifted(from, unit, step), unit, out->value);
    if (part != NONE)
        strncat(out->value, time_value(doc, part), sizeof out->value - strlen(out->value) - 1);
    return true;
}

/* A count before a unit: "two", "several", "a". Returns the token of the unit, or `token` if there is no count. */
static uint32_t counted_unit(const document *doc, uint32_t token, uint64_t *count)
{
    uint32_t at = number_at(doc, token, count);
    if (at > token)
        return at;
    *count = 0;
    if (time_word(doc, token, TIME_QUANTITY) != NONE)
        return token + 1;
    bool couple = token_is(doc, token, "couple") && token_is(doc, token + 1, "of");
    if (couple || (token_is(doc, token, "a") && token_is(doc, token + 1, "couple") && token_is(doc, token + 2, "of"))) { /* "a couple of years" */
        *count = 2;
        return token + (couple ? 2 : 3);
    }
    if (token_is(doc, token, "a") || token_is(doc, token, "an")) {
        *count = 1;
        if (time_word(doc, token + 1, TIME_QUANTITY) != NONE) {
            *count = 0;
            return token + 2;
        }
        return token + 1;
    }
    return token;
}

/* "a year earlier", after "the third quarter": the same quarter of the year before. */
static bool quarter_a_year_away(const document *doc, const char *unit, int64_t years, char out[40])
{
    enum { NEAR = 4 }; /* times before */
    const char *told = unit[0] == 'Y' && (years == 1 || years == -1) ? value_told(doc, "Q", NEAR) : "";
    if (!*told)
        return false;
    snprintf(out, 40, "%04d%s", atoi(told) + (int)years, told + 4);
    return true;
}

bool distance(const document *doc, uint32_t token, time_found *out)
{
    uint64_t count;
    uint32_t at = counted_unit(doc, token, &count), unit_row = at > token ? time_word(doc, at, TIME_UNIT) : NONE;
    uint32_t ago = unit_row == NONE ? NONE : time_word(doc, at + 1, TIME_AGO);
    if (ago == NONE)
        return false;
    const char *unit = time_value(doc, unit_row);
    *out = (time_found){.end = at + 2, .type = "DATE", .rule = "distance:ago"};
    bool from_told = !token_is(doc, at + 1, "ago") && unit[0] != 'Y' && unit[0] != 'T' && count; /* "three days later" */
    day from = from_told ? last_day(doc, token) : (day){0, 0, 0};
    if (from.year) {
        out->rule = "anchored:told";
        period_value(shifted(from, unit, (int64_t)count * (int32_t)time_number(doc, ago)), unit, out->value);
    } else if (unit[0] == 'T' || !doc->published.year || count == 0)
        snprintf(out->value, sizeof out->value, "%s", (int32_t)time_number(doc, ago) < 0 ? "PAST_REF" : "FUTURE_REF");
    else if (!quarter_a_year_away(doc, unit, (int64_t)count * (int32_t)time_number(doc, ago), out->value))
        period_value(shifted(doc->published, unit, (int64_t)count * (int32_t)time_number(doc, ago)), unit, out->value);
    return true;
}

/* "within a week", "for a month": where an article counts a unit, and does not stand for "every". */
static bool is_spent(const document *doc, uint32_t article)
{
    static const char *const spending[] = {"within", "for", "than", "in", "lasting", "lasts", "took", "take", "takes"};
    for (size_t i = 0; article > 0 && i < sizeof spending / sizeof *spending; i++)
        if (token_is(doc, article - 1, spending[i]))
            return true;
    return false;
}

/* "for years", "within weeks", "in decades": units without a count. */
bool uncounted_duration(const document *doc, uint32_t token, time_found *out)
{
    static const char *const before[] = {"for", "within", "in"};
    uint32_t row = time_word(doc, token, TIME_UNIT);
    bool after = false;
    for (size_t i = 0; token > 0 && i < sizeof before / sizeof *before; i++)
        after = after || token_is(doc, token - 1, before[i]);
    if (row == NONE || !after || !slice_ends(doc->tokens.lower[token], "s") || time_value(doc, row)[0] == 'T' || time_value(doc, row)[0] == 'Q')
        return false;
    *out = (time_found){.end = token + 1, .type = "DURATION", .rule = "duration:uncounted"};
    duration_value(time_value(doc, row), 0, out->value);
    return true;
}

bool duration(const document *doc, uint32_t token, time_found *out)
{
    uint64_t count;
    uint32_t at = counted_unit(doc, token, &count);
    if (at == token || at >= doc->tokens.count)
        return false;
    at += token_is(doc, at, "-"); /* a two-week tour */
    at += token_is(doc, at, "more") || token_is(doc, at, "additional"); /* two more weeks */
    uint32_t unit_row = time_word(doc, at, TIME_UNIT);
    bool article = (token_is(doc, token, "a") || token_is(doc, token, "an")) && !token_is(doc, token + 1, "couple") && !is_spent(doc, token); /* "a share" in "$2 a year" */
    bool ordinal = lemma_is(doc, token, "second");
    bool age = token_is(doc, at + 1, "old") || (token_is(doc, at + 1, "-") && token_is(doc, at + 2, "old")); /* "a six-year-old" */
    bool part = token_is(doc, at - 1, "-") && unit_row != NONE && time_value(doc, unit_row)[0] == 'Q'; /* "three-quarters" */
    if (unit_row == NONE || article || ordinal || age || part)
        return false;
    *out = (time_found){.end = at + 1, .type = "DURATION", .rule = "duration:counted"};
    duration_value(time_value(doc, unit_row), count, out->value);
    return true;
}
