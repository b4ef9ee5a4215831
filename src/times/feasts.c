/* Holidays, and the months of other calendars. */
#include "times/recognise.h"

#include "base/other_calendars.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "times/tense.h"

#include <stdio.h>
#include <stdlib.h>

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
    uint32_t month = lexicon_number(doc->lexicon, TABLE_HOLIDAYS, row, HOLIDAY_MONTH),
             number = lexicon_number(doc->lexicon, TABLE_HOLIDAYS, row, HOLIDAY_NUMBER);
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
    int32_t guess = class == HOLIDAY_HIJRI_MONTH ? (int32_t)((doc->published.year - 622) * 33 / 32) : doc->published.year - 622,
            best = guess;
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
    uint32_t year = 0,
             class = found.rows.count ? lexicon_number(doc->lexicon, TABLE_HOLIDAYS, found.rows.items[0], HOLIDAY_CLASS) : HOLIDAY_OTHER;
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
