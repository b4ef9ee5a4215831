/* Days of the Gregorian calendar. */
#ifndef DATELINE_BASE_CALENDAR_H
#define DATELINE_BASE_CALENDAR_H

#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

/* Month and day are 0 where they are not told; year 0: nothing is. */
typedef struct day {
    int32_t year;
    uint32_t month, day;
} day;

uint32_t calendar_month_days(int32_t year, uint32_t month);

/* Whether there is such a day: no 31 February, no month 13. */
bool calendar_exists(day d);

/* Days since 1970-01-01, and back. The day must exist. */
int64_t calendar_number(day d);
day calendar_day(int64_t number);

day calendar_add_days(day d, int64_t days);
day calendar_add_months(day d, int64_t months); /* the last day of the month where the day is too large */

/* Easter Sunday of the Western churches: the anonymous Gregorian algorithm (Nature, 20 April 1876). */
day calendar_easter(int32_t year);

uint32_t calendar_weekday(day d); /* 1 Monday to 7 Sunday */

/* ISO 8601 week and the year it belongs to. */
uint32_t calendar_week(day d, int32_t *year);

/* Negative, 0 or positive as a is before, at or after b. */
int calendar_compare(day a, day b);

/* "2023-02-28", and nothing but that; false where it is not one or there is no such day. */
bool calendar_parse(slice iso, day *out);

/* A day as people write it, at the beginning of `text`: "2023-02-28", "28 February 2023", "Feb. 28, 2023", "28th Feb, 2023", with or
 * without a weekday before it. Returns the bytes that it takes, 0 where there is none. */
uint32_t calendar_read(slice text, day *out);

/* Month 1 to 12 of an English name or its abbreviation, in any case, without dot; 0: none. */
uint32_t calendar_month(slice name);

/* Ten characters and a zero byte. */
void calendar_format(day d, char out[16]);

#endif
