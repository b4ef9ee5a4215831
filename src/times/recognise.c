#include "times/recognise.h"

#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "times/tense.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

uint32_t time_word(const document *doc, uint32_t token, time_class class)
{
    if (token >= doc->tokens.count || !begins_key(doc, token, INDEX_TIME_WORD))
        return NONE;
    rows found = phrase_rows(doc, INDEX_TIME_WORD, token, token + 1);
    bool fits = found.count && lexicon_number(doc->lexicon, TABLE_TIME_WORDS, found.items[0], TIME_CLASS) == (uint32_t) class;
    return fits ? found.items[0] : NONE;
}

uint32_t time_number(const document *doc, uint32_t row)
{
    return lexicon_number(doc->lexicon, TABLE_TIME_WORDS, row, TIME_VALUE);
}

const char *time_value(const document *doc, uint32_t row)
{
    return lexicon_text(doc->lexicon, TABLE_TIME_WORDS, row, TIME_TEXT);
}

void day_value(day d, char out[40])
{
    calendar_format(d, out);
}

void period_value(day d, const char *unit, char out[40])
{
    int32_t year;
    if (unit[0] == 'W') { /* "WE": its weekend */
        uint32_t week = calendar_week(d, &year);
        snprintf(out, 40, "%04d-W%02u%s", year, week, unit[1] ? "-WE" : "");
    } else if (strcmp(unit, "M") == 0) {
        snprintf(out, 40, "%04d-%02u", d.year, d.month);
    } else if (strcmp(unit, "Q") == 0) {
        snprintf(out, 40, "%04d-Q%u", d.year, (d.month + 2) / 3);
    } else if (strcmp(unit, "Y") == 0) {
        snprintf(out, 40, "%04d", d.year);
    } else if (strcmp(unit, "DE") == 0) {
        snprintf(out, 40, "%03d", d.year / 10);
    } else if (strcmp(unit, "CE") == 0) {
        snprintf(out, 40, "%02d", d.year / 100);
    } else {
        calendar_format(d, out);
    }
}

day shifted(day d, const char *unit, int64_t count)
{
    static const struct {
        const char *unit;
        int64_t days, months;
    } steps[] = {{"D", 1, 0}, {"W", 7, 0}, {"WE", 7, 0}, {"M", 0, 1}, {"Q", 0, 3}, {"Y", 0, 12}, {"DE", 0, 120}, {"CE", 0, 1200}};
    const int64_t furthest = 3000;
    if (count > furthest || count < -furthest)
        return d;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (strcmp(steps[i].unit, unit) == 0)
            return steps[i].months ? calendar_add_months(d, steps[i].months * count) : calendar_add_days(d, steps[i].days * count);
    return d;
}

void duration_value(const char *unit, uint64_t count, char out[40])
{
    char number[24] = "X";
    if (count)
        snprintf(number, sizeof number, "%llu", (unsigned long long)count);
    if (strcmp(unit, "DE") == 0 || strcmp(unit, "CE") == 0)
        snprintf(out, 40, "P%s%s", number, unit);
    else if (unit[0] == 'T')
        snprintf(out, 40, "PT%s%s", number, unit + 1);
    else
        snprintf(out, 40, "P%s%s", number, unit);
}

/* ---- calendar dates ---- */

bool plain_number(const document *doc, uint32_t token, uint32_t least, uint32_t most, uint32_t *out)
{
    if (token >= doc->tokens.count)
        return false;
    slice word = doc->tokens.lower[token];
    uint32_t digits = 0, value = 0;
    while (digits < word.length && digits < 5 && isdigit((unsigned char)word.bytes[digits]))
        value = value * 10 + (uint32_t)(word.bytes[digits++] - '0');
    slice rest = {word.bytes + digits, word.length - digits};
    *out = value;
    return digits && (rest.length == 0 || slice_is_ordinal_ending(rest)) && value >= least && value <= most;
}

int32_t nearest_year(const document *doc, uint32_t token, uint32_t month, uint32_t number)
{
    if (!doc->published.year)
        return 0;
    day guess = {doc->published.year, month, number ? number : doc->published.day};
    tense told = tense_around(doc, token);
    bool future = told == TENSE_FUTURE;
    day now = doc->published;
    if (number == 0) {
        guess.day = now.day = 1;
    }
    int order = calendar_compare(guess, now);
    int32_t apart = (int32_t)month - (int32_t)now.month;
    const int32_t nearest = told == TENSE_PAST ? 1 : 5; /* months ahead, where a past one is nearer */
    if (order > 0 && !future && apart > nearest)
        return guess.year - 1;
    if (order < 0 && future && apart < -1)
        return guess.year + 1;
    return guess.year;
}

/* "24 and 25", "3-5": what stands between two days of a month. */
static bool joins_days(const document *doc, uint32_t token)
{
    static const char *const joining[] = {"and", "to", "-", "–", "through"};
    return TOKEN_AMONG(doc, token, joining);
}

/* Of "December 13 | -15, 2022", "13 | to 15 December 2022": the year behind a further day, and behind the month if that comes late; 0:
 * none. */
static uint32_t year_behind(const document *doc, uint32_t next)
{
    uint32_t at = next, number, year = 0;
    if (!joins_days(doc, at) || !plain_number(doc, at + 1, 1, 31, &number))
        return 0;
    at += 2;
    at += token_is(doc, at, "of");
    at += time_word(doc, at, TIME_MONTH) != NONE;
    at += token_is(doc, at, ",");
    return year_at(doc, at, &year) > at && year <= 2200 ? year : 0;
}

static bool take_day(const document *doc, uint32_t token, uint32_t month, uint32_t number, uint32_t next, time_found *out)
{
    uint32_t year = 0, after = next + token_is(doc, next, ","), end = year_at(doc, after, &year);
    bool told = end > after && year <= 2200;
    uint32_t behind = told || !number ? 0 : year_behind(doc, next);
    day d = {told ? (int32_t)year : behind ? (int32_t)behind : nearest_year(doc, token, month, number), month, number};
    *out = (time_found){.end = told ? end : next, .type = "DATE", .rule = told || behind ? "date:full" : "date:nearest-year"};
    if (!d.year)
        return true;
    if (number && !calendar_exists(d))
        return false;
    if (number)
        day_value(d, out->value);
    else
        snprintf(out->value, sizeof out->value, "%04d-%02u", d.year, d.month);
    return true;
}

/* "the 1999 budget", "early 1989": a number of four digits that counts nothing and has no unit or sign beside it. */
static bool is_bare_year(const document *doc, uint32_t token, uint32_t *year)
{
    const token_table *t = &doc->tokens;
    if (t->lower[token].length != 4 || !plain_number(doc, token, 1900, 2050, year) || t->tag[token] != POS_NUM || t->mention[token] != NONE)
        return false;
    uint32_t head = t->head[token];
    bool counts = t->relation[token] == REL_NUMMOD && head != NONE && is_plural(doc, head);
    bool beside = (token > 0 && time_word(doc, token - 1, TIME_MONTH) != NONE) || token_is(doc, token + 1, "%") ||
                  token_is(doc, token + 1, "-") || token_is(doc, token + 1, "/") ||
                  (token > 0 && (t->tag[token - 1] == POS_SYM || t->tag[token - 1] == POS_NUM || token_is(doc, token - 1, "-")));
    bool modifies = t->relation[token] == REL_NUMMOD || t->relation[token] == REL_COMPOUND; /* "a 1996 law" */
    return !counts && !beside && (modifies || t->relation[token] == REL_OBL || t->relation[token] == REL_NMOD);
}

/* "the weekend", "at the weekend": the last one, or the next. */
bool weekend(const document *doc, uint32_t token, time_found *out)
{
    if (!token_is(doc, token, "the") || !token_is(doc, token + 1, "weekend"))
        return false;
    *out = (time_found){.end = token + 2, .type = "DATE", .rule = "relative:weekend"};
    if (doc->published.year) {
        uint32_t weekday = calendar_weekday(doc->published);
        int64_t back = weekday < 6 && !speaks_of_future(doc, token) ? weekday : 0;
        period_value(calendar_add_days(doc->published, -back), "WE", out->value);
    }
    return true;
}

bool calendar_date(const document *doc, uint32_t token, time_found *out)
{
    day d;
    if (time_word(doc, token, TIME_WEEKDAY) != NONE && token + 2 < doc->tokens.count) { /* "Monday, May 18, 2015" */
        uint32_t at = token + 1 + token_is(doc, token + 1, ",");
        return at < doc->tokens.count && time_word(doc, at, TIME_WEEKDAY) == NONE && calendar_date(doc, at, out) &&
               strcmp(out->rule, "date:year") != 0;
    }
    uint32_t number, year, month_row = time_word(doc, token, TIME_MONTH);
    if (calendar_parse(doc->tokens.lower[token], &d)) {
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:iso"};
        day_value(d, out->value);
        return true;
    }
    if (month_row != NONE && doc->tokens.capital[token]) {
        uint32_t month = time_number(doc, month_row);
        if (plain_number(doc, token + 1, 1, 31, &number) && !token_is(doc, token + 2, "%"))
            return take_day(doc, token, month, number, token + 2, out);
        if (token > 0 && plain_number(doc, token - 1, 1, 99, &number))
            return false; /* "31 February": no such day, and then no month either */
        bool name = doc->tokens.tag[token] == POS_AUX ||
                    (doc->tokens.mention[token] != NONE &&
                     doc->mentions.items[doc->tokens.mention[token]].end - doc->mentions.items[doc->tokens.mention[token]].first > 1);
        return !name && take_day(doc, token, month, 0, token + 1, out);
    }
    if (plain_number(doc, token, 1, 31, &number)) {
        uint32_t at = token + 1 + token_is(doc, token + 1, "of");
        uint32_t row = time_word(doc, at, TIME_MONTH);
        if (row != NONE && doc->tokens.capital[at])
            return take_day(doc, token, time_number(doc, row), number, at + 1, out);
    }
    bool range =
        token_is(doc, token + 1, "to") || token_is(doc, token + 1, "-") || token_is(doc, token + 1, "–") || token_is(doc, token + 1, "and");
    uint32_t last_day, range_month = range ? time_word(doc, token + 3 + token_is(doc, token + 3, "of"), TIME_MONTH) : NONE;
    if (range_month != NONE && plain_number(doc, token, 1, 31, &number) &&
        plain_number(doc, token + 2, number, 31, &last_day)) /* "from 3 to 5 May" */
        return take_day(doc, token, time_number(doc, range_month), number, token + 1, out);
    slice word = doc->tokens.lower[token];
    if (word.length == 5 && slice_ends(word, "0s") && isdigit((unsigned char)word.bytes[0]) &&
        (word.bytes[0] == '1' || word.bytes[0] == '2')) {
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:decade"};
        snprintf(out->value, sizeof out->value, "%.3s", word.bytes);
        return true;
    }
    if (word.length == 2 && token >= 2 && (token_is(doc, token - 1, "–") || token_is(doc, token - 1, "-")) &&
        plain_number(doc, token, 0, 99, &number) && plain_number(doc, token - 2, 1400, 2100, &year) && number > year % 100 &&
        doc->tokens.time[token - 2] != NONE) { /* "1992–94" */
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:year-range"};
        snprintf(out->value, sizeof out->value, "%04u", year / 100 * 100 + number);
        return true;
    }
    if (is_bare_year(doc, token, &year)) {
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:year"};
        snprintf(out->value, sizeof out->value, "%04u", year);
        return true;
    }
    static const char *const before_year[] = {"in",     "since",  "from", "by",  "of",      "until", "till",  "during",
                                              "before", "after",  "to",   "and", "between", "for",   "early", "late",
                                              "mid",    "around", "the",  "-",   "–",       "("};
    if (word.length == 4 && plain_number(doc, token, 1400, 2100, &year) && token > 0)
        for (size_t i = 0; i < sizeof before_year / sizeof *before_year; i++)
            if (token_is(doc, token - 1, before_year[i])) {
                bool counts = i > 1 && token + 1 < doc->tokens.count && doc->tokens.tag[token + 1] == POS_NOUN &&
                              has_feature(doc, token + 1, "Number=Plur") && doc->tokens.head[token] == token + 1;
                *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:year"};
                snprintf(out->value, sizeof out->value, "%04u", year);
                return !counts;
            }
    return false;
}

/* "24 and 25" of "April 24 and 25", "5" of "May 3-5": a further day of the month that was told right before. */
bool further_day(const document *doc, uint32_t token, time_found *out)
{
    uint32_t number, year = 0;
    day d;
    if (token < 2 || !plain_number(doc, token, 1, 31, &number) || token + 1 >= doc->tokens.count)
        return false;
    bool joined = joins_days(doc, token - 1);
    uint32_t told = doc->tokens.time[token - 2];
    uint32_t next = doc->tokens.tag[token + 1];
    uint32_t after = token + 1 + token_is(doc, token + 1, ","), end = year_at(doc, after, &year);
    bool counts = next == POS_NOUN || next == POS_ADJ || next == POS_SYM || next == POS_PROPN ||
                  (next == POS_NUM && end == after); /* "on April 24 and 25 people died" */
    if (!joined || counts || told == NONE || strncmp(doc->times.items[told].rule, "date:", 5) != 0)
        return false;
    const char *value = doc->times.items[told].value;
    if (!value || !calendar_parse((slice){value, (uint32_t)strlen(value)}, &d) || number <= d.day)
        return false;
    d.day = number;
    bool told_again = end > after && (int32_t)year == d.year; /* "13-15, 2022" */
    *out = (time_found){.end = told_again ? end : token + 1, .type = "DATE", .rule = "date:further-day"};
    day_value(d, out->value);
    return calendar_exists(d);
}

/* ---- relative to the day of publication ---- */

/* "Monday morning", "yesterday evening": takes the part of the day into the value. */
static void take_day_part(const document *doc, time_found *out)
{
    uint32_t row = time_word(doc, out->end, TIME_DAY_PART);
    if (row == NONE)
        return;
    size_t length = strlen(out->value);
    if (length > 0) /* else nobody knows which Monday */
        snprintf(out->value + length, sizeof out->value - length, "%s", time_value(doc, row));
    out->type = "TIME";
    out->end++;
}

bool deictic_day(const document *doc, uint32_t token, time_found *out)
{
    uint32_t row = time_word(doc, token, TIME_DEICTIC_DAY);
    if (row == NONE)
        return false;
    int32_t days = (int32_t)time_number(doc, row);
    *out = (time_found){.end = token + 1,
                        .type = "DATE",
                        .rule = days < 0   ? "deictic:yesterday"
                                : days > 0 ? "deictic:tomorrow"
                                           : "deictic:today"};
    if (doc->published.year)
        day_value(calendar_add_days(doc->published, days), out->value);
    const char *part = time_value(doc, row);
    if (*part && *out->value) {
        strncat(out->value, part, sizeof out->value - strlen(out->value) - 1);
        out->type = "TIME";
    }
    take_day_part(doc, out);
    return true;
}

static day weekday_near(day from, uint32_t wanted, int32_t relation)
{
    int64_t apart = (int64_t)wanted - (int64_t)calendar_weekday(from);
    if (relation > 0 && apart <= 0)
        apart += 7;
    if (relation < 0 && apart > 0)
        apart -= 7;
    return calendar_add_days(from, apart);
}

bool weekday(const document *doc, uint32_t token, time_found *out)
{
    uint32_t relation_row = time_word(doc, token, TIME_RELATION), at = token + (relation_row != NONE);
    uint32_t row = time_word(doc, at, TIME_WEEKDAY);
    if (row == NONE || !doc->tokens.capital[at])
        return false;
    int32_t relation = relation_row != NONE ? (int32_t)time_number(doc, relation_row) : 0;
    bool last = relation_row != NONE && relation < 0;
    if (relation == 0)
        relation = speaks_of_future(doc, token) ? 1 : -1;
    *out = (time_found){.end = at + 1, .type = "DATE", .rule = relation < 0 ? "weekday:last" : "weekday:next"};
    if (doc->published.year) {
        bool counted = relation_row != NONE && token > 0 && token_is(doc, token - 1, "the") &&
                       !token_is(doc, token, "past"); /* "the following Monday" */
        day from = counted ? last_day(doc, token) : (day){0, 0, 0};
        if (!from.year)
            from = doc->published;
        day d = weekday_near(from, time_number(doc, row), relation);
        if (last && calendar_compare(d, from) == 0)
            d = calendar_add_days(d, -7);
        day_value(d, out->value);
    }
    take_day_part(doc, out);
    return true;
}

/* The value of a day that ends right before a token, or with "at" or a comma between; NULL: none does. */
static const char *day_just_told(const document *doc, uint32_t token)
{
    uint32_t before = token > 0 && (token_is(doc, token - 1, "at") || token_is(doc, token - 1, ",")) ? token - 1 : token;
    uint32_t time = before > 0 ? doc->tokens.time[before - 1] : NONE;
    const char *value = time == NONE ? NULL : doc->times.items[time].value;
    return value && strlen(value) == 10 && value[4] == '-' && value[7] == '-' ? value : NULL;
}

/* "Wednesday", "EST, Nov. 6", "on Friday", "yesterday": a day that follows a clock time, perhaps after its zone. */
static bool day_after_clock(const document *doc, uint32_t token, time_found *out)
{
    static recogniser *const days[] = {calendar_date, weekday, deictic_day};
    static const char *const zones[] = {"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
                                        "gmt", "utc", "et",  "bst", "cet", "ist", "jst", "msk"};
    token += TOKEN_AMONG(doc, token, zones);
    token += token_is(doc, token, ",");
    token += token_is(doc, token, "on");
    for (size_t i = 0; token < doc->tokens.count && i < sizeof days / sizeof *days; i++)
        if (days[i](doc, token, out))
            return strlen(out->value) == 10;
    return false;
}

/* "noon Saturday", "midnight Friday". */
bool noon_of_day(const document *doc, uint32_t token, time_found *out)
{
    bool noon = token_is(doc, token, "noon");
    if ((!noon && !token_is(doc, token, "midnight")) || !day_after_clock(doc, token + 1, out))
        return false;
    out->type = "TIME";
    out->rule = "clock:time";
    strcat(out->value, noon ? "T12:00" : "T24");
    return true;
}

bool clock_time(const document *doc, uint32_t token, time_found *out)
{
    slice word = doc->tokens.lower[token];
    unsigned hour = 0, minute = 0;
    int used = 0;
    char plain[12];
    snprintf(plain, sizeof plain, "%.*s", (int)(word.length < 10 ? word.length : 10), word.bytes);
    bool with_minutes = sscanf(plain, "%2u:%2u%n", &hour, &minute, &used) == 2 && (uint32_t)used == word.length;
    bool bare = !with_minutes && sscanf(plain, "%2u%n", &hour, &used) == 1 && (uint32_t)used == word.length;
    uint32_t half = with_minutes || bare ? time_word(doc, token + 1, TIME_CLOCK) : NONE;
    if ((!with_minutes && half == NONE) || hour > 24 || minute > 59)
        return false;
    if (half != NONE)
        hour = hour % 12 + time_number(doc, half);
    *out = (time_found){.end = token + 1 + (half != NONE), .type = "TIME", .rule = "clock:time"};
    time_found after;
    const char *day_before = day_just_told(doc, token);          /* "15 June at 6 p.m." */
    if (!day_before && day_after_clock(doc, out->end, &after)) { /* "5 p.m. EST Nov. 9" */
        out->end = after.end;
        day_before = after.value;
    }
    if (day_before || doc->published.year) {
        if (day_before)
            snprintf(out->value, sizeof out->value, "%s", day_before);
        else
            day_value(doc->published, out->value);
        size_t length = strlen(out->value);
        snprintf(out->value + length, sizeof out->value - length, "T%02u:%02u", hour, minute);
    }
    return true;
}

bool recurring(const document *doc, uint32_t token, time_found *out)
{
    uint32_t row = time_word(doc, token, TIME_SET);
    if (row == NONE)
        return false;
    const char *whole = time_value(doc, row);
    *out = (time_found){.end = token + 1, .type = "SET", .rule = "set:every"};
    if (*whole) {
        snprintf(out->value, sizeof out->value, "%s", whole);
        return doc->tokens.tag[token] == POS_ADV || doc->tokens.tag[token] == POS_ADJ;
    }
    uint32_t unit_row = time_word(doc, token + 1, TIME_UNIT), day_row = time_word(doc, token + 1, TIME_WEEKDAY);
    out->end = token + 2;
    uint32_t month_row = time_word(doc, token + 1, TIME_MONTH);
    if (month_row != NONE && doc->tokens.capital[token + 1]) { /* "each July" */
        snprintf(out->value, sizeof out->value, "XXXX-%02u", time_number(doc, month_row));
        return true;
    }
    if (unit_row != NONE)
        duration_value(time_value(doc, unit_row), 1, out->value);
    else if (day_row != NONE)
        snprintf(out->value, sizeof out->value, "XXXX-WXX-%u", time_number(doc, day_row));
    return unit_row != NONE || day_row != NONE;
}
