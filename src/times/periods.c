/* Periods that are counted from the day of publication, or by themselves: "last week", "two years ago", "three days". */
#include "times/recognise.h"

#include "grammar/numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "couple of": the token after it, or `token`. */
static uint32_t after_couple(const document *doc, uint32_t token)
{
    return token_is(doc, token, "couple") && token_is(doc, token + 1, "of") ? token + 2 : token;
}

bool relative_unit(const document *doc, uint32_t token, time_found *out)
{
    uint32_t relation_row = time_word(doc, token, TIME_RELATION);
    if (relation_row == NONE)
        return false;
    int32_t relation = (int32_t)time_number(doc, relation_row);
    uint64_t count = 0;
    uint32_t at = number_at(doc, token + 1, &count);
    bool counted = at > token + 1;
    if (after_couple(doc, token + 1) > token + 1) { /* "the next couple of years" */
        counted = true;
        count = 2;
        at = after_couple(doc, token + 1);
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
        bool just_over = token_is(doc, token, "past") && now.month > season_ends(time_value(doc, season)); /* "this past spring" */
        snprintf(out->value, sizeof out->value, "%04d-%s", now.year + (just_over ? 0 : relation), time_value(doc, season));
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

day last_day(const document *doc, uint32_t token)
{
    enum { SENTENCES_BACK = 2 };
    day d = {0, 0, 0};
    const char *told = day_told(doc, token, SENTENCES_BACK);
    if (*told && !calendar_parse((slice){told, 10}, &d))
        d.year = 0;
    return d;
}

/* "the week of March 6": the week that holds the day. */
bool week_of_day(const document *doc, uint32_t token, time_found *out)
{
    day d;
    bool begins =
        token_is(doc, token, "the") && token_is(doc, token + 1, "week") && token_is(doc, token + 2, "of") && token + 3 < doc->tokens.count;
    if (!begins || !calendar_date(doc, token + 3, out) || !calendar_parse((slice){out->value, (uint32_t)strlen(out->value)}, &d))
        return false;
    out->rule = "date:week";
    period_value(d, "W", out->value);
    return true;
}

/* The year or month that the text told last, as its first day, where it told no day; year 0: none. */
static day last_period(const document *doc, const char *unit)
{
    enum { NEAR = 3 }; /* times before */
    unsigned month = 1;
    bool year_asked = strcmp(unit, "Y") == 0;
    const char *told = year_asked || strcmp(unit, "M") == 0 ? value_told(doc, unit, NEAR) : "";
    if (!*told && year_asked)
        told = value_told(doc, "M", NEAR); /* "in June 1998 ... later that year" */
    int year = 0;
    if (*told)
        sscanf(told, "%4d-%2u", &year, &month);
    return (day){year, month, 1};
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
    const char *unit = unit_row == NONE ? "D" : time_value(doc, unit_row);
    static const char *const ahead[] = {"over", "in", "within", "for", "during"}; /* "over the next year" is counted from now */
    bool from_now = token_is(doc, token + 1, "next") && TOKEN_AMONG(doc, token - 1, ahead);
    day from = from_now ? (day){0, 0, 0} : last_period(doc, unit);
    if (!from.year)
        from = last_day(doc, token);
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
    uint32_t couple = token + token_is(doc, token, "a"), after = after_couple(doc, couple);
    if (after > couple) { /* "a couple of years" */
        *count = 2;
        return after;
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
    uint32_t at = counted_unit(doc, token, &count);
    bool uncounted = at == token && slice_ends(doc->tokens.lower[at], "s") && token_is(doc, at + 1, "ago"); /* "months ago" */
    uint32_t unit_row = at > token || uncounted ? time_word(doc, at, TIME_UNIT) : NONE;
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
    return TOKEN_AMONG(doc, article - 1, spending);
}

/* "for years", "within weeks", "in decades": units without a count. */
bool uncounted_duration(const document *doc, uint32_t token, time_found *out)
{
    static const char *const before[] = {"for", "within", "in"};
    uint32_t row = time_word(doc, token, TIME_UNIT);
    bool after = TOKEN_AMONG(doc, token - 1, before);
    if (row == NONE || !after || !slice_ends(doc->tokens.lower[token], "s") || time_value(doc, row)[0] == 'T' ||
        time_value(doc, row)[0] == 'Q')
        return false;
    *out = (time_found){.end = token + 1, .type = "DURATION", .rule = "duration:uncounted"};
    duration_value(time_value(doc, row), 0, out->value);
    return true;
}

/* "and a half" at a token; returns the token after it, or the token. */
static uint32_t and_a_half(const document *doc, uint32_t token)
{
    return token_is(doc, token, "and") && token_is(doc, token + 1, "a") && token_is(doc, token + 2, "half") ? token + 3 : token;
}

/* "P2Y6M", "PT5H30M": so many units and a half, the half in the next smaller unit where that has a whole number of them, or "P2.5M". */
static void half_more_value(const char *unit, uint64_t count, char out[40])
{
    static const struct {
        const char *unit, *half;
    } halves[] = {{"Y", "6M"}, {"D", "T12H"}, {"TH", "30M"}, {"TM", "30S"}};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (strcmp(unit, halves[i].unit) == 0) {
            duration_value(unit, count, out);
            strncat(out, halves[i].half, 40 - strlen(out) - 1);
            return;
        }
    bool of_day = unit[0] == 'T';
    snprintf(out, 40, "P%s%llu.5%s", of_day ? "T" : "", (unsigned long long)count, unit + of_day);
}

bool duration(const document *doc, uint32_t token, time_found *out)
{
    uint64_t count;
    uint32_t at = counted_unit(doc, token, &count);
    if (at == token || at >= doc->tokens.count)
        return false;
    uint32_t whole = at;
    at = token_is(doc, at, "1/2") || token_is(doc, at, "½") ? at + 1 : and_a_half(doc, at); /* "2 1/2 years", "two and a half years" */
    bool half = at > whole;
    at += token_is(doc, at, "-");                                       /* a two-week tour */
    at += token_is(doc, at, "more") || token_is(doc, at, "additional"); /* two more weeks */
    uint32_t unit_row = time_word(doc, at, TIME_UNIT);
    bool article = (token_is(doc, token, "a") || token_is(doc, token, "an")) && !token_is(doc, token + 1, "couple") &&
                   !is_spent(doc, token); /* "a share" in "$2 a year" */
    bool ordinal = lemma_is(doc, token, "second");
    bool age = token_is(doc, at + 1, "old") || (token_is(doc, at + 1, "-") && token_is(doc, at + 2, "old")); /* "a six-year-old" */
    bool part = token_is(doc, at - 1, "-") && unit_row != NONE && time_value(doc, unit_row)[0] == 'Q';       /* "three-quarters" */
    uint32_t end = half ? at + 1 : and_a_half(doc, at + 1);                                                  /* "an hour and a half" */
    half = half || end > at + 1;
    if (unit_row == NONE || (article && !half) || ordinal || age || part)
        return false;
    *out = (time_found){.end = end, .type = "DURATION", .rule = "duration:counted"};
    if (half)
        half_more_value(time_value(doc, unit_row), count, out->value);
    else
        duration_value(time_value(doc, unit_row), count, out->value);
    return true;
}
