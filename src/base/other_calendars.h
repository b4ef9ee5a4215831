/* Days of calendars that news names beside the Gregorian one. */
#ifndef DATELINE_BASE_OTHER_CALENDARS_H
#define DATELINE_BASE_OTHER_CALENDARS_H

#include "base/calendar.h"

/* The Gregorian day of a day of the Islamic calendar, by the tabular calendar with the civil epoch (thirty-year cycle, type IIa).
 * Where the month begins by sight it may begin a day earlier or later. */
day calendar_of_hijri(int32_t year, uint32_t month, uint32_t of_month);

/* Of the Iranian solar calendar, by the cycle of 33 years, which agrees with the equinox from 1800 to 2090. */
day calendar_of_solar_hijri(int32_t year, uint32_t month, uint32_t of_month);

/* Rosh Hashanah of a Gregorian year (Dershowitz and Reingold 2018, "Calendrical Calculations", ch. 8), and whether Heshvan has 30 days
 * in the year that it begins. */
day calendar_rosh_hashanah(int32_t year, bool *long_heshvan);

/* The Lunar New Year of a Gregorian year: the second new moon in China after that of the month of the solstice, from 21 January on (Meeus
 * 1998, "Astronomical Algorithms", ch. 49). */
day calendar_lunar_new_year(int32_t year);

#endif
