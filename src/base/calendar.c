#include "base/calendar.h"

#include <ctype.h>
#include <stdio.h>
#include <strings.h>

static bool leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

uint32_t calendar_month_days(int32_t year, uint32_t month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool calendar_exists(day d)
{
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= calendar_month_days(d.year, d.month);
}

/* Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that the
 * leap day comes last. */
int64_t calendar_number(day d)
{
    int64_t year = d.year - (d.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (int64_t)((d.month + 9) % 12) + 2) / 5 + d.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

day calendar_day(int64_t number)
{
    number += 719468;
    int64_t era = (number >= 0 ? number : number - 146096) / 146097;
    int64_t day_of_era = number - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    uint32_t month = (uint32_t)(shifted < 10 ? shifted + 3 : shifted - 9);
    return (day){(int32_t)(year_of_era + era * 400 + (month <= 2)), month, (uint32_t)(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

day calendar_add_days(day d, int64_t days)
{
    return calendar_day(calendar_number(d) + days);
}

day calendar_add_months(day d, int64_t months)
{
    int64_t total = (int64_t)d.year * 12 + d.month - 1 + months;
    int64_t year = (total >= 0 ? total : total - 11) / 12;
    uint32_t month = (uint32_t)(total - year * 12) + 1, last = calendar_month_days((int32_t)year, month);
    return (day){(int32_t)year, month, d.day < last ? d.day : last};
}

day calendar_easter(int32_t year)
{
    int32_t golden = year % 19, century = year / 100, of_century = year % 100;
    int32_t moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    int32_t late = (golden + 11 * moon + 22 * sunday) / 451, days = moon + sunday - 7 * late + 114;
    return (day){year, (uint32_t)(days / 31), (uint32_t)(days % 31 + 1)};
}

uint32_t calendar_weekday(day d)
{
    int64_t since_monday = (calendar_number(d) + 3) % 7; /* 1970-01-01 was a Thursday */
    return (uint32_t)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

uint32_t calendar_week(day d, int32_t *year)
{
    /* The week belongs to the year that its Thursday lies in. */
    day thursday = calendar_add_days(d, 4 - (int64_t)calendar_weekday(d));
    *year = thursday.year;
    return (uint32_t)((calendar_number(thursday) - calendar_number((day){thursday.year, 1, 1})) / 7) + 1;
}

int calendar_compare(day a, day b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return a.day < b.day ? -1 : a.day > b.day;
}

static bool digits(const char *bytes, uint32_t count, uint32_t *out)
{
    *out = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (bytes[i] < '0' || bytes[i] > '9')
            return false;
        *out = *out * 10 + (uint32_t)(bytes[i] - '0');
    }
    return true;
}

bool calendar_parse(slice iso, day *out)
{
    uint32_t year;
    if (iso.length != 10 || iso.bytes[4] != '-' || iso.bytes[7] != '-' || !digits(iso.bytes, 4, &year) ||
        !digits(iso.bytes + 5, 2, &out->month) || !digits(iso.bytes + 8, 2, &out->day))
        return false;
    out->year = (int32_t)year;
    return calendar_exists(*out);
}

/* Whether `name` is `full` or a beginning of it of at least three letters. */
static bool abbreviates(slice name, const char *full)
{
    return name.length >= 3 && name.length <= strlen(full) && strncasecmp(name.bytes, full, name.length) == 0;
}

uint32_t calendar_month(slice name)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    for (uint32_t i = 0; i < 12; i++)
        if (abbreviates(name, months[i]) && (name.length <= 4 || name.length == strlen(months[i])))
            return i + 1;
    return 0;
}

static bool is_weekday(slice name)
{
    static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    for (size_t i = 0; i < 7; i++)
        if (abbreviates(name, weekdays[i]))
            return true;
    return false;
}

/* A reader over the words and numbers of a written day. */
typedef struct day_reader {
    slice text;
    uint32_t place;
} day_reader;

static slice next_piece(day_reader *r, bool letters)
{
    uint32_t begin = r->place;
    while (r->place < r->text.length) {
        unsigned char byte = (unsigned char)r->text.bytes[r->place];
        if (letters ? !isalpha(byte) : !isdigit(byte))
            break;
        r->place++;
    }
    return (slice){r->text.bytes + begin, r->place - begin};
}

static void skip_separators(day_reader *r)
{
    while (r->place < r->text.length && memchr(" .,\t", r->text.bytes[r->place], 4))
        r->place++;
}

static bool read_number(day_reader *r, uint32_t most_digits, uint32_t *out)
{
    slice piece = next_piece(r, false);
    return piece.length && piece.length <= most_digits && digits(piece.bytes, piece.length, out);
}

/* "27", "27th" */
static bool read_day(day_reader *r, uint32_t *out)
{
    bool read = read_number(r, 2, out);
    uint32_t begin = r->place;
    if (!slice_is_ordinal_ending(next_piece(r, true)))
        r->place = begin;
    return read;
}

static bool read_month(day_reader *r, uint32_t *out)
{
    *out = calendar_month(next_piece(r, true));
    return *out > 0;
}

uint32_t calendar_read(slice text, day *out)
{
    if (text.length >= 10 && calendar_parse((slice){text.bytes, 10}, out) && (text.length == 10 || !isdigit((unsigned char)text.bytes[10])))
        return 10;
    day_reader r = {text, 0};
    if (is_weekday(next_piece(&r, true)))
        skip_separators(&r);
    else
        r.place = 0;
    bool month_first = r.place < text.length && isalpha((unsigned char)text.bytes[r.place]);
    bool read;
    if (month_first) {
        read = read_month(&r, &out->month);
        skip_separators(&r);
        read = read && read_day(&r, &out->day);
    } else {
        read = read_day(&r, &out->day);
        skip_separators(&r);
        read = read && read_month(&r, &out->month);
    }
    skip_separators(&r);
    uint32_t year = 0;
    read = read && read_number(&r, 4, &year);
    out->year = (int32_t)year;
    return read && year >= 1000 && calendar_exists(*out) ? r.place : 0;
}

void calendar_format(day d, char out[16])
{
    snprintf(out, 16, "%04d-%02u-%02u", d.year % 10000, d.month % 100, d.day % 100);
}
