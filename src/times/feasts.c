/* Parts of the calendar that have names: halves, seasons, centuries, holidays. */
#include "times/recognise.h"

#include "base/other_calendars.h"

#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "times/tense.h"

#include <stdio.h>
#include <stdlib.h>

/* "nineteen ninety-seven", "two thousand and one": a year in words at `token`; returns the token after it, or `token`. */
static uint32_t spoken_year(const document *doc, uint32_t token, uint32_t *year)
{
    uint64_t century, rest = 0;
    uint32_t at = number_at(doc, token, &century), end;
    if (at > token && (century == 19 || century == 20)) {
        end = number_at(doc, at, &rest);
        *year = (uint32_t)(century * 100 + rest);
        return end > at && rest >= 10 && rest <= 99 ? end : token;
    }
    if (at == token || century != 2000 || !token_is(doc, token, "two"))
        return token;
    uint32_t one = at + token_is(doc, at, "and");
    end = number_at(doc, one, &rest);
    bool more = end > one && rest < 100;
    *year = 2000 + (more ? (uint32_t)rest : 0);
    return more ? end : at;
}

uint32_t year_at(const document *doc, uint32_t token, uint32_t *year)
{
    uint32_t at = token + (token_is(doc, token, "of") || token_is(doc, token, "in"));
    if (at >= doc->tokens.count)
        return token;
    if (plain_number(doc, at, 1000, 2999, year) && doc->tokens.lower[at].length == 4)
        return at + 1;
    uint32_t relation = time_word(doc, at, TIME_RELATION), unit = relation == NONE ? NONE : time_word(doc, at + 1, TIME_UNIT);
    bool relative = unit != NONE && strcmp(time_value(doc, unit), "Y") == 0 && !slice_ends(doc->tokens.lower[at + 1], "s") && doc->published.year;
    if (relative) { /* "July last year" */
        *year = (uint32_t)(doc->published.year + (int32_t)time_number(doc, relation));
        return at + 2;
    }
    uint32_t end = spoken_year(doc, at, year);
    return end > at ? end : token;
}

bool half_year(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the"), year = 0;
    uint64_t number = 0;
    uint32_t noun = at < doc->tokens.count ? ordinal_at(doc, at, &number) : at, end;
    if (token_is(doc, at, "last") || token_is(doc, at, "latter")) {
        noun = at + 1;
        number = 2;
    }
    if (noun == at || number < 1 || number > 2 || !token_is(doc, noun, "half") || (end = year_at(doc, noun + 1, &year)) == noun + 1)
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:half"};
    snprintf(out->value, sizeof out->value, "%04u-H%u", year, (unsigned)number);
    return true;
}

uint32_t season_ends(const char *season)
{
    static const struct {
        const char *season;
        uint32_t month;
    } ends[] = {{"SP", 5}, {"SU", 8}, {"FA", 11}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(season, ends[i].season) == 0)
            return ends[i].month;
    return 2;
}

/* "over the summer", "by spring": of the report's year, or of the next where the sentence looks ahead and this one's is over. A preposition
 * of time must stand before it, which springs of water and falls of prices seldom have. */
static bool season_alone(const document *doc, uint32_t token, uint32_t row, uint32_t end, time_found *out)
{
    static const char *const before[] = {"in", "over", "during", "by", "since", "until", "through", "this", "into"};
    if (!TOKEN_AMONG(doc, token - 1, before))
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:season"};
    int32_t year = doc->published.year;
    if (year && speaks_of_future(doc, token) && doc->published.month > season_ends(time_value(doc, row)))
        year++;
    if (year)
        snprintf(out->value, sizeof out->value, "%04d-%s", year, time_value(doc, row));
    return true;
}

bool season_of_year(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the"), year = 0, row = time_word(doc, at, TIME_SEASON), end = row == NONE ? at : year_at(doc, at + 1, &year);
    if (row == NONE || doc->tokens.tag[at] == POS_VERB) /* "prices may fall next year" */
        return false;
    if (end == at + 1)
        return season_alone(doc, token, row, end, out);
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:season"};
    snprintf(out->value, sizeof out->value, "%04u-%s", year, time_value(doc, row));
    return true;
}

bool century(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the");
    uint64_t number = 0;
    uint32_t noun = at < doc->tokens.count ? ordinal_at(doc, at, &number) : at;
    noun += noun > at && token_is(doc, noun, "-");
    if (noun == at || number < 1 || number > 30 || !lemma_is(doc, noun, "century"))
        return false;
    *out = (time_found){.end = noun + 1, .type = "DATE", .rule = "date:century"};
    snprintf(out->value, sizeof out->value, "%02u", (unsigned)number - 1);
    return true;
}

/* "year-end", "year's end": the last day of the year. */
bool end_of_year(const document *doc, uint32_t token, time_found *out)
{
    bool owned = token_is(doc, token + 1, "'s") || token_is(doc, token + 1, "’s") || token_is(doc, token + 1, "-");
    uint32_t end = token + 1 + owned;
    if (!token_is(doc, token, "year") || !token_is(doc, end, "end"))
        return false;
    *out = (time_found){.end = end + 1, .type = "DATE", .rule = "date:year-end"};
    if (doc->published.year)
        day_value((day){doc->published.year, 12, 31}, out->value);
    return true;
}

/* "the nineties": of the century before this one, as nobody says so of another. */
bool decade_in_words(const document *doc, uint32_t token, time_found *out)
{
    static const char *const decades[] = {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};
    static const char *const before[] = {"the", "early", "late", "mid"};
    for (unsigned i = 0; TOKEN_AMONG(doc, token - 1, before) && i < sizeof decades / sizeof *decades; i++) {
        if (!token_is(doc, token, decades[i]))
            continue;
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:decade"};
        snprintf(out->value, sizeof out->value, "19%u", i + 2);
        return true;
    }
    return false;
}

/* "nineteen ninety-seven"; "two thousand" only after what tells that it is a year: "in", "since", "the year". */
bool year_in_words(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token_is(doc, token, "the") && token_is(doc, token + 1, "year") ? token + 2 : token, year = 0, end;
    if (at >= doc->tokens.count || at == 0 || (end = spoken_year(doc, at, &year)) == at)
        return false;
    bool told = at > token || token_is(doc, at - 1, "in") || token_is(doc, at - 1, "since") || token_is(doc, at - 1, "year");
    if (year == 2000 && !told)
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:year"};
    snprintf(out->value, sizeof out->value, "%04u", (unsigned)(year % 10000));
    return true;
}

bool middle_of_year(const document *doc, uint32_t token, time_found *out)
{
    slice word = doc->tokens.lower[token];
    if (word.length == 9 && slice_begins(word, "mid-") && slice_ends(word, "0s") && strspn(word.bytes + 4, "0123456789") >= 4) { /* "mid-1990s" */
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:decade"};
        snprintf(out->value, sizeof out->value, "%.3s", word.bytes + 4);
        return true;
    }
    uint32_t month = slice_begins(word, "mid-") ? calendar_month((slice){word.bytes + 4, word.length - 4}) : 0;
    if (month) { /* "mid-November" in one piece */
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:nearest-year"};
        int32_t year = nearest_year(doc, token, month, 0);
        if (year)
            snprintf(out->value, sizeof out->value, "%04d-%02u", year, month);
        return true;
    }
    if (word.length != 8 || !slice_begins(word, "mid-") || word.bytes[4] < '1' || word.bytes[4] > '2' || strspn(word.bytes + 4, "0123456789") < 4)
        return false;
    *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:year"};
    snprintf(out->value, sizeof out->value, "%.4s", word.bytes + 4);
    return true;
}

/* The Thursday of that number in a month. */
static day thursday_of(int32_t year, uint32_t month, uint32_t number)
{
    day first = {year, month, 1};
    uint32_t ahead = (4 + 7 - calendar_weekday(first)) % 7 + 7 * (number - 1);
    return calendar_add_days(first, ahead);
}

/* The day of the Islamic calendar that lies in a Gregorian year: the first, where two do. */
static day hijri_day_in(int32_t year, uint32_t month, uint32_t of_month)
{
    for (int32_t hijri = (year - 622) * 33 / 32 - 1;; hijri++) {
        day d = calendar_of_hijri(hijri, month, of_month);
        if (d.year >= year)
            return d;
    }
}

static day holiday_in(const document *doc, uint32_t row, int32_t year)
{
    uint32_t month = lexicon_number(doc->lexicon, TABLE_HOLIDAYS, row, HOLIDAY_MONTH), number = lexicon_number(doc->lexicon, TABLE_HOLIDAYS, row, HOLIDAY_NUMBER);
    switch (lexicon_number(doc->lexicon, TABLE_HOLIDAYS, row, HOLIDAY_CLASS)) {
    case HOLIDAY_FIXED:
        return (day){year, month, number};
    case HOLIDAY_EASTER:
        return calendar_add_days(calendar_easter(year), (int32_t)number);
    case HOLIDAY_THANKSGIVING:
        return thursday_of(year, month, number);
    case HOLIDAY_HIJRI:
        return hijri_day_in(year, month, number);
    case HOLIDAY_LUNAR:
        return calendar_lunar_new_year(year);
    case HOLIDAY_HEBREW: {
        bool long_heshvan;
        day begins = calendar_rosh_hashanah(year, &long_heshvan);
        return calendar_add_days(begins, (int32_t)number + (month && long_heshvan));
    }
    default:
        return (day){0, 0, 0};
    }
}

/* ---- months of the Islamic and the Iranian calendar ---- */

/* The class of a month's name that begins at a token and what follows it; false: none does. */
static bool other_month(const document *doc, uint32_t token, uint32_t *class, uint32_t *month, uint32_t *end)
{
    phrase found = token < doc->tokens.count && doc->tokens.capital[token] ? phrase_at(doc, INDEX_HOLIDAY, token) : (phrase){{NULL, 0}, 0};
    if (!found.rows.count)
        return false;
    *class = lexicon_number(doc->lexicon, TABLE_HOLIDAYS, found.rows.items[0], HOLIDAY_CLASS);
    *month = lexicon_number(doc->lexicon, TABLE_HOLIDAYS, found.rows.items[0], HOLIDAY_MONTH);
    *end = found.end;
    return *class == HOLIDAY_HIJRI_MONTH || *class == HOLIDAY_SOLAR_MONTH;
}

static day other_day(uint32_t class, int32_t year, uint32_t month, uint32_t of_month)
{
    return class == HOLIDAY_HIJRI_MONTH ? calendar_of_hijri(year, month, of_month) : calendar_of_solar_hijri(year, month, of_month);
}

/* The year of that calendar whose day lies nearest to the publication. */
static int32_t nearest_other_year(const document *doc, uint32_t class, uint32_t month, uint32_t of_month)
{
    int64_t now = calendar_number(doc->published), least = INT64_MAX;
    int32_t guess = class == HOLIDAY_HIJRI_MONTH ? (int32_t)((doc->published.year - 622) * 33 / 32) : doc->published.year - 622, best = guess;
    for (int32_t year = guess - 1; year <= guess + 2; year++) {
        int64_t apart = calendar_number(other_day(class, year, month, of_month)) - now;
        apart = apart < 0 ? -apart : apart;
        if (apart < least) {
            least = apart;
            best = year;
        }
    }
    return best;
}

/* "15 Ramadan 1444", "Farvardin 1, 1402", "in Muharram": a day as the Gregorian calendar has it; of a month the Gregorian one that holds
 * its middle. */
bool other_calendar(const document *doc, uint32_t token, time_found *out)
{
    uint32_t class, month, end, number = 0, year = 0;
    bool day_first = plain_number(doc, token, 1, 31, &number);
    if (!other_month(doc, token + day_first, &class, &month, &end))
        return false;
    if (!day_first && plain_number(doc, end, 1, 31, &number))
        end++;
    uint32_t at = end + token_is(doc, end, ",");
    if (plain_number(doc, at, 1200, 1600, &year))
        end = at + 1;
    bool common = class == HOLIDAY_SOLAR_MONTH && !number && !year; /* "Aban", "Mehr" are names as well */
    if (common || (number == 31 && (class == HOLIDAY_HIJRI_MONTH || month > 6)))
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = class == HOLIDAY_HIJRI_MONTH ? "calendar:hijri" : "calendar:solar-hijri"};
    if (!year && !doc->published.year)
        return true;
    const uint32_t middle = 15;
    int32_t of = year ? (int32_t)year : nearest_other_year(doc, class, month, number ? number : middle);
    if (number)
        day_value(other_day(class, of, month, number), out->value);
    else
        period_value(other_day(class, of, month, middle), "M", out->value);
    return true;
}

bool holiday(const document *doc, uint32_t token, time_found *out)
{
    phrase found = doc->tokens.capital[token] ? phrase_at(doc, INDEX_HOLIDAY, token) : (phrase){{NULL, 0}, 0};
    uint32_t year = 0, class = found.rows.count ? lexicon_number(doc->lexicon, TABLE_HOLIDAYS, found.rows.items[0], HOLIDAY_CLASS) : HOLIDAY_OTHER;
    if (!found.rows.count || class == HOLIDAY_HIJRI_MONTH || class == HOLIDAY_SOLAR_MONTH)
        return false;
    uint32_t end = year_at(doc, found.end + token_is(doc, found.end, ","), &year);
    bool told = end > found.end + token_is(doc, found.end, ",");
    *out = (time_found){.end = told ? end : found.end, .type = "DATE", .rule = "date:holiday"};
    day now = doc->published, d = holiday_in(doc, found.rows.items[0], told ? (int32_t)year : now.year);
    if (!told && !now.year)
        return true;
    /* the nearest one, as the sentence looks back or ahead */
    const int64_t by_sight = class == HOLIDAY_HIJRI ? 2 : 0; /* days that it may have come before the computed one */
    if (!told && d.year && calendar_number(d) > calendar_number(now) + by_sight && tense_around(doc, token) == TENSE_PAST)
        d = holiday_in(doc, found.rows.items[0], now.year - 1);
    else if (!told && d.year && calendar_compare(d, now) < 0 && tense_around(doc, token) == TENSE_FUTURE)
        d = holiday_in(doc, found.rows.items[0], now.year + 1);
    if (d.year)
        day_value(d, out->value);
    return true;
}
