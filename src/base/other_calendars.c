#include "base/other_calendars.h"

#include <math.h>

/* Julian day numbers at noon and fixed days (1 January of year 1 is 1) of 1970-01-01. */
enum { JULIAN_1970 = 2440588, FIXED_1970 = 719163 };

static int64_t divided(int64_t a, int64_t b) /* rounded down; b > 0 */
{
    return (a >= 0 ? a : a - b + 1) / b;
}

day calendar_of_hijri(int32_t year, uint32_t month, uint32_t of_month)
{
    const int64_t epoch = 1948440, m = month; /* 16 July 622, Julian */
    int64_t julian = divided(11 * (int64_t)year + 3, 30) + 354 * (int64_t)year + 30 * m - (m - 1) / 2 + of_month + epoch - 385;
    return calendar_day(julian - JULIAN_1970);
}

static bool is_solar_leap(int32_t year)
{
    static const uint8_t leaps[] = {1, 5, 9, 13, 17, 22, 26, 30};
    int32_t of_cycle = (year % 33 + 33) % 33;
    for (size_t i = 0; i < sizeof leaps; i++)
        if (of_cycle == leaps[i])
            return true;
    return false;
}

day calendar_of_solar_hijri(int32_t year, uint32_t month, uint32_t of_month)
{
    const int32_t known = 1403; /* began on 20 March 2024 */
    int64_t number = calendar_number((day){2024, 3, 20});
    for (int32_t y = known; y < year; y++)
        number += 365 + is_solar_leap(y);
    for (int32_t y = known; y > year; y--)
        number -= 365 + is_solar_leap(y - 1);
    uint32_t before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    return calendar_day(number + before + of_month - 1);
}

/* Days from the epoch of the Hebrew calendar to the new moon of a year, put off where the calendar forbids its weekday. */
static int64_t hebrew_elapsed(int64_t year)
{
    int64_t months = divided(235 * year - 234, 19), parts = 12084 + 13753 * months, days = 29 * months + divided(parts, 25920);
    return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

static int64_t hebrew_new_year(int64_t year)
{
    const int64_t epoch = -1373427;
    int64_t before = hebrew_elapsed(year - 1), this = hebrew_elapsed(year), after = hebrew_elapsed(year + 1);
    return epoch + this + (after - this == 356 ? 2 : this - before == 382 ? 1 : 0);
}

day calendar_rosh_hashanah(int32_t year, bool *long_heshvan)
{
    int64_t hebrew = year + 3761, begins = hebrew_new_year(hebrew), days = hebrew_new_year(hebrew + 1) - begins;
    *long_heshvan = days % 10 == 5; /* 355 or 385 */
    return calendar_day(begins - FIXED_1970);
}

/* The new moon of a lunation counted from that of 6 January 2000, as days since 1970 in China's time. */
static double new_moon(double lunation)
{
    const double degree = acos(-1) / 180, time = lunation / 1236.85;
    double julian = 2451550.09766 + 29.530588861 * lunation + 0.00015437 * time * time;
    double sun = (2.5534 + 29.1053567 * lunation) * degree, moon = (201.5643 + 385.81693528 * lunation) * degree;
    double latitude = (160.7108 + 390.67050284 * lunation) * degree;
    julian += -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude) +
              0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun);
    const double julian_1970 = 2440587.5, china = 8.0 / 24, clock = 70.0 / 86400; /* terrestrial time is ahead of the clocks */
    return julian - julian_1970 + china - clock;
}

/* The December solstice of a year, likewise (Meeus, ch. 27; some minutes from the true one). */
static double december_solstice(int32_t year)
{
    const double julian_1970 = 2440587.5, china = 8.0 / 24;
    return 2451900.05952 + 365.24274049 * (year - 2000) - julian_1970 + china;
}

day calendar_lunar_new_year(int32_t year)
{
    int64_t earliest = calendar_number((day){year, 1, 21});
    double lunation = floor((year - 2000) * 12.3685) + 1, solstice = floor(december_solstice(year - 1));
    while (floor(new_moon(lunation)) > solstice) /* the month of the solstice is the eleventh */
        lunation--;
    lunation += 2;
    while (floor(new_moon(lunation)) < (double)earliest) /* a leap month came between, as in 2034 */
        lunation++;
    return calendar_day((int64_t)floor(new_moon(lunation)));
}
