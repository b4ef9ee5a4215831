/* One time expression: what the recognisers take and give. */
#ifndef DATELINE_TIMES_RECOGNISE_H
#define DATELINE_TIMES_RECOGNISE_H

#include "document.h"

typedef struct time_found {
    uint32_t end;     /* the token after it */
    const char *type; /* "DATE", "TIME", "DURATION", "SET" */
    char value[40];   /* "": not to be told */
    const char *rule;
    bool vague; /* as in dateline_time */
} time_found;

/* Whether a time expression of its kind begins at `token`. The longest wins; of equals the first in the table. */
typedef bool recogniser(const document *doc, uint32_t token, time_found *out);

recogniser calendar_date;            /* 28 February 2023, Feb. 28, 2023-02-28, February 2023, in 1992, the 1990s */
recogniser further_day;              /* 25 of "April 24 and 25" */
recogniser deictic_day;              /* yesterday, tomorrow evening, tonight */
recogniser quarter;                  /* the third quarter, the first quarter of 1990; quarters.c, as those that follow */
recogniser quarter_of_year;          /* the 1988 third quarter, the 1988 period */
recogniser quarter_of_relative_year; /* this year's third quarter */
recogniser quarter_year_earlier;     /* the year-ago quarter */
recogniser quarter_latest;           /* the latest quarter */
recogniser weekend;                  /* the weekend */
recogniser weekday;                  /* Monday, last Friday, Tuesday night */
recogniser relative_unit;            /* last week, this year, next month, the past two days; periods.c */
recogniser anchored_unit;            /* the following day, that week: from a day told before; periods.c */
recogniser week_of_day;              /* the week of March 6; periods.c */
recogniser distance;                 /* two weeks ago, three days earlier; periods.c */
recogniser duration;                 /* three days, a two-week; periods.c */
recogniser noon_of_day;              /* noon Saturday, midnight Friday */
recogniser uncounted_duration;       /* for years, within weeks; periods.c */
recogniser clock_time;               /* 10 a.m., 5:30 pm, noon */
recogniser recurring;                /* every week, each Friday, daily */
recogniser half_year;                /* the first half of 2021; years.c, as those that follow */
recogniser season_of_year;           /* the summer of 2020 */
recogniser century;                  /* the 19th century */
recogniser middle_of_year;           /* mid-2022, mid-November */
recogniser end_of_year;              /* year-end */
recogniser decade_in_words;          /* the nineties */
recogniser year_in_words;            /* nineteen ninety-seven */
recogniser other_calendar;           /* 15 Ramadan 1444, Farvardin 1, 1402; feasts.c, as the next */
recogniser holiday;                  /* Christmas, Easter Monday, Eid al-Fitr */
recogniser reference;                /* now, recently, the future, recent years; vague.c */
recogniser period_told;              /* the quarter, the latest week, the year-earlier period; vague.c */

/* Gives durations that are tied to a day their ends. */
void find_ends(document *doc);

/* ---- what they share ---- */

/* The rule of what a report compares with: later expressions do not go by it. */
#define RULE_COMPARISON "quarter:year-earlier"

/* The entry of time-words.tsv at a token of this class: its row, or NONE. */
uint32_t time_word(const document *doc, uint32_t token, time_class class);
uint32_t time_number(const document *doc, uint32_t row); /* its number, as written */
const char *time_value(const document *doc, uint32_t row);

/* A number in digits within these bounds, "5" or "5th"; false: none stands at the token. */
bool plain_number(const document *doc, uint32_t token, uint32_t least, uint32_t most, uint32_t *out);

/* The month that ends a season of TIMEX3, "SP" to "WI". */
uint32_t season_ends(const char *season);

/* The year that brings a month, or a day of one, nearest to the publication: past unless the sentence speaks of what is to come. 0:
 * unknown. */
int32_t nearest_year(const document *doc, uint32_t token, uint32_t month, uint32_t number);

/* A year at `token`, after "of" or "in" where that is there: "1990", "nineteen ninety", "last year"; returns the token after it, or
 * `token`. */
uint32_t year_at(const document *doc, uint32_t token, uint32_t *year);

/* The day that the text told last, near enough to go by; year 0: none. */
day last_day(const document *doc, uint32_t token);

void day_value(day d, char out[40]);

/* A period of `unit` ("D", "W", "M", "Q", "Y", "DE", "CE") that holds `d`: "2023-W09", "2023-02". */
void period_value(day d, const char *unit, char out[40]);

/* `d` moved by so many units. */
day shifted(day d, const char *unit, int64_t count);

/* The value of the size of a unit that was told last, "1989-Q3" of "Q", among so many of the latest times; "": none was. */
const char *value_told(const document *doc, const char *unit, uint32_t latest);

/* The value, with ten characters for its day, of the latest time of a day within so many sentences before a token; "": none. */
const char *day_told(const document *doc, uint32_t token, uint32_t sentences_back);

/* "P3D", "PT2H"; `count` 0: "PXD". */
void duration_value(const char *unit, uint64_t count, char out[40]);

#endif
