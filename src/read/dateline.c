/* The dateline: "ISLAMABAD, Feb 28 (APP) -", with the place, perhaps a day and an agency, and what ends it. */
#include "base/utf8.h"
#include "read/header_parts.h"

#include <ctype.h>

enum { LONGEST_DATELINE = 120 };

/* "Feb 28", "28 February", "27th Oct", "Feb. 28, 2023" inside a dateline. */
static void take_dateline_day(slice text, span where, header *out)
{
    for (uint32_t i = where.begin; i < where.end; i++) {
        if (!isalpha((unsigned char)text.bytes[i]) || (i > where.begin && isalpha((unsigned char)text.bytes[i - 1])))
            continue;
        uint32_t stop = i;
        while (stop < where.end && isalpha((unsigned char)text.bytes[stop]))
            stop++;
        uint32_t month = calendar_month((slice){text.bytes + i, stop - i}), number = 0;
        if (!month)
            continue;
        uint32_t digits = stop;
        while (digits < where.end && strchr(" .", text.bytes[digits]))
            digits++;
        for (; digits < where.end && isdigit((unsigned char)text.bytes[digits]); digits++)
            number = number * 10 + (uint32_t)(text.bytes[digits] - '0');
        if (number > 31) /* "2 April 2024": a year */
            number = 0;
        if (!number && i >= 2) {
            uint32_t before = i - 1, unit = 1;
            while (before > where.begin && text.bytes[before] == ' ')
                before--;
            if (before > where.begin + 2 && slice_is_ordinal_ending((slice){text.bytes + before - 1, 2}))
                before -= 2;
            for (; before > where.begin && isdigit((unsigned char)text.bytes[before]); before--, unit *= 10)
                number += unit * (uint32_t)(text.bytes[before] - '0');
        }
        if (number >= 1 && number <= calendar_month_days(2000, month)) {
            out->dateline_month = month;
            out->dateline_day = number;
        }
    }
}

/* Length of what ends a dateline at `place`: " - ", " -- ", " – ", " — ", or the colon or stop of "(APP): ", "/TASS/. "; 0 if nothing does.
 */
static uint32_t dash_at(slice text, uint32_t place)
{
    slice rest = {text.bytes + place, text.length - place};
    uint32_t length = slice_begins(rest, "--")                                                   ? 2
                      : slice_begins(rest, "\xe2\x80\x93") || slice_begins(rest, "\xe2\x80\x94") ? 3
                      : slice_begins(rest, "-")                                                  ? 1
                                                                                                 : 0;
    bool blank_before = place > 0 && (text.bytes[place - 1] == ' ' || text.bytes[place - 1] == ')');
    bool blank_after = place + length < text.length && text.bytes[place + length] == ' ';
    uint32_t last = place > 0 && text.bytes[place - 1] == ' ' ? place - 1 : place; /* "(APP) : " */
    bool agency_before = last > 0 && (text.bytes[last - 1] == ')' || text.bytes[last - 1] == '/');
    bool quoted = rest.length > 3 && (rest.bytes[1] == '"' || slice_begins((slice){rest.bytes + 1, rest.length - 1}, "\xe2\x80\x9c"));
    bool colon_tight = rest.length > 1 && rest.bytes[0] == ':' && (isupper((unsigned char)rest.bytes[1]) || quoted); /* "(APP):A seminar" */
    if (agency_before && (colon_tight || slice_begins(rest, ": ") || slice_begins(rest, ". ")))
        return 1;
    bool tight = place > 0 && isupper((unsigned char)text.bytes[place - 1]) && place + length < text.length &&
                 isupper((unsigned char)text.bytes[place + length]); /* "HIROSHIMA--Survivors" */
    return length && (blank_after || ((blank_before || tight) && length > 1)) ? length : 0;
}

/* Where the agency begins that stands between a day and a stop, "YEREVAN, APRIL 28, | ARMENPRESS."; `stop` if none does. */
static uint32_t agency_before(slice text, uint32_t place, uint32_t stop)
{
    uint32_t begin = stop;
    while (begin > place && isalpha((unsigned char)text.bytes[begin - 1]))
        begin--;
    bool follows_day = begin > place + 2 && memcmp(text.bytes + begin - 2, ", ", 2) == 0 && isdigit((unsigned char)text.bytes[begin - 3]);
    return follows_day && begin < stop && isupper((unsigned char)text.bytes[begin]) ? begin : stop;
}

/* The stop after a day, or an agency behind it, that ends a dateline on its own, "BAKU, Azerbaijan, May 8. A conference"; 0: there is
 * none. */
static uint32_t stop_after_day(slice text, uint32_t place, uint32_t limit)
{
    for (uint32_t i = place + 1; i + 1 < limit && text.bytes[i] != '\n'; i++)
        if (text.bytes[i] == '.' && text.bytes[i + 1] == ' ' &&
            (isdigit((unsigned char)text.bytes[i - 1]) || agency_before(text, place, i) < i))
            return i;
    return 0;
}

/* The end of a bracket that ends a dateline on its own, "Addis Ababa, October 2, 2019 (ENA) The embassy"; 0: there is none. */
static uint32_t end_of_bracket(slice text, uint32_t place, uint32_t limit)
{
    for (uint32_t i = place; i + 2 < limit && text.bytes[i] != '\n'; i++)
        if (text.bytes[i] == ')' && text.bytes[i + 1] == ' ' && isupper((unsigned char)text.bytes[i + 2]))
            return i + 1;
    return 0;
}

/* Whether a word is the name of a month, with what follows it. */
static bool begins_month(slice text, uint32_t place, uint32_t limit)
{
    uint32_t end = place;
    while (end < limit && isalpha((unsigned char)text.bytes[end]))
        end++;
    return end > place && calendar_month((slice){text.bytes + place, end - place}) != 0;
}

/* Where the name of the place ends: before ",", "(", "[", "/", ":", or "ASTANA | . March 2". */
static bool ends_place(slice text, uint32_t place, uint32_t limit)
{
    bool stop = text.bytes[place] == '.' && place + 2 < limit && text.bytes[place + 1] == ' ' && begins_month(text, place + 2, limit);
    return stop || strchr(",([/:", text.bytes[place]) != NULL;
}

typedef enum ending { BY_DASH, BY_BRACKET, BY_STOP, BY_COLON, BY_COMMA } ending;

/* What ends the words of a dateline, where they end, and where the text goes on. */
typedef struct dateline_end {
    ending by;
    uint32_t words, text;
} dateline_end;

/* "LAHORE:Institutions organised": a colon between a word in capitals and a sentence. */
static bool is_tight_colon(slice text, uint32_t place, uint32_t colon)
{
    enum { SHORTEST_PLACE = 3 };
    for (uint32_t i = place; i < colon; i++)
        if (!isupper((unsigned char)text.bytes[i]) && text.bytes[i] != ' ')
            return false;
    return colon >= place + SHORTEST_PLACE && colon + 2 < text.length && isupper((unsigned char)text.bytes[colon + 1]) &&
           islower((unsigned char)text.bytes[colon + 2]);
}

/* False: nothing up to `limit` ends one. */
static bool find_dateline_end(slice text, uint32_t place, uint32_t limit, dateline_end *out)
{
    bool in_bracket = false; /* "(UrduPoint - 27th Oct, 2024)" */
    for (uint32_t i = place; i < limit && text.bytes[i] != '\n'; i++) {
        in_bracket = text.bytes[i] == '(' || (in_bracket && text.bytes[i] != ')');
        uint32_t length = in_bracket ? 0 : dash_at(text, i);
        if (length) {
            *out = (dateline_end){BY_DASH, i, i + length};
            return true;
        }
    }
    uint32_t bracket = end_of_bracket(text, place, limit), stop = bracket ? 0 : stop_after_day(text, place, limit);
    *out = bracket ? (dateline_end){BY_BRACKET, bracket, bracket} : (dateline_end){BY_STOP, stop, stop + 1};
    if (bracket || stop)
        return true;
    for (uint32_t i = place; i + 1 < limit && text.bytes[i] != '\n'; i++)
        if (text.bytes[i] == ':' &&
            (text.bytes[i + 1] == ' ' || is_tight_colon(text, place, i))) { /* "Guwahati: The university marked", "LAHORE:The" */
            *out = (dateline_end){BY_COLON, i, i + 1};
            return true;
        }
    uint32_t comma = place;
    while (comma < limit && text.bytes[comma] != ',' && text.bytes[comma] != '\n')
        comma++;
    *out = (dateline_end){BY_COMMA, comma, comma + 1}; /* "New York, The minister met": a capital tells that a sentence begins */
    return comma < limit && slice_begins((slice){text.bytes + comma, text.length - comma}, ", The ");
}

/* "Kampala — Veteran politician ...", "Kampala - Veteran politician ...": one to three words with capitals, a dash, and a capital after it;
 * where no title stands above, in a line that is longer than one. */
static bool is_bare_place(slice text, uint32_t begin, const dateline_end *end, bool titled)
{
    enum { MOST_WORDS = 3, SHORTEST_LINE = 80, SHORTEST_BEHIND_CAPITALS = 40 };
    uint32_t words = 0, place = begin, last = end->words, small = 0;
    while (last > begin && text.bytes[last - 1] == ' ')
        last--;
    while (place < last) {
        uint32_t code = utf8_next(text.bytes, &place);
        if (!utf8_is_upper(code) || ++words > MOST_WORDS)
            return false;
        while (place < last && text.bytes[place] != ' ') {
            code = utf8_next(text.bytes, &place);
            small += utf8_is_lower(code);
            if (!utf8_is_lower(code) && !utf8_is_upper(code) && code != '-' && code != '\'')
                return false;
        }
        place = skip_blanks(text, place);
    }
    uint32_t after = skip_blanks(text, end->text);
    bool long_dash = end->text - end->words > 1, apart = after > end->text; /* "Kampala - Veteran", "Srinagar- The board" */
    bool opens = after < text.length && isupper((unsigned char)text.bytes[after]);
    uint32_t line = end_of_line(text, after) - after, shortest = small ? SHORTEST_LINE : SHORTEST_BEHIND_CAPITALS;
    bool tight = end->by == BY_COLON && !small;
    return words && opens && ((titled && end->by == BY_DASH) || line >= shortest) && (long_dash || apart || tight);
}

/* "CAIRO - | 24 July 2022: President ...": a full day and a colon behind what ends a dateline; returns where the text goes on. */
static uint32_t take_day_after(slice text, uint32_t place, header *out)
{
    header day = {0};
    uint32_t begin = skip_blanks(text, place);
    take_day(text, begin, &day);
    uint32_t end = day.published_span.end;
    if (!day.published.year || end + 1 >= text.length || text.bytes[end] != ':' || text.bytes[end + 1] != ' ')
        return place;
    out->published = day.published;
    out->published_span = day.published_span;
    return end + 1;
}

/* The agency in a bracket, without the day that "(UrduPoint - 27th Oct, 2024)" has behind it. */
static span agency_of(slice text, span bracket)
{
    for (uint32_t i = bracket.begin; i + 3 < bracket.end; i++)
        if (memcmp(text.bytes + i, " - ", 3) == 0 && isdigit((unsigned char)text.bytes[i + 3]))
            return without_blanks(text, bracket.begin, i);
    return bracket;
}

uint32_t take_dateline(slice text, uint32_t place, header *out)
{
    uint32_t limit = place + LONGEST_DATELINE < text.length ? place + LONGEST_DATELINE : text.length;
    dateline_end end;
    if (!find_dateline_end(text, place, limit, &end))
        return place;
    span where = without_blanks(text, place, end.words);
    uint32_t stop = where.begin, capitals = 0, small = 0;
    while (stop < where.end && !ends_place(text, stop, where.end)) {
        uint32_t code = utf8_next(text.bytes, &stop);
        capitals += utf8_is_upper(code);
        small += utf8_is_lower(code);
    }
    const char *open = memchr(text.bytes + where.begin, '(', span_length(where)),
               *close = open ? memchr(open, ')', (size_t)(text.bytes + where.end - open)) : NULL;
    if (!open && where.end > where.begin && text.bytes[where.end - 1] == '/') { /* "MOSCOW, March 5. /TASS/." */
        open = memchr(text.bytes + where.begin, '/', span_length(where) - 1);
        close = open ? text.bytes + where.end - 1 : NULL;
    }
    bool bracket = open != NULL;
    bool shouted = capitals >= 3 && small <= capitals / 4;
    header day = {0};
    take_dateline_day(text, where, &day); /* "Nairobi, 2 April 2024 -" */
    bool plain = utf8_is_upper((unsigned char)text.bytes[where.begin]) && stop - where.begin <= LONGEST_PLACE &&
                 (bracket || day.dateline_month) && stop < where.end;
    header full = {0};
    for (uint32_t i = stop; i < where.end && !full.published.year; i++)
        take_day(text, i, &full);
    bool dated = plain && full.published.year; /* "Lusaka, 12 September 2023." */
    bool bare =
        (end.by == BY_DASH || end.by == BY_COLON || end.by == BY_COMMA) && is_bare_place(text, where.begin, &end, !span_empty(out->title));
    bool with_day = day.dateline_month && (shouted || plain); /* "KUWAIT CITY, July 25: ", "Samarkand [Uzbekistan], April 13 : " */
    bool alone = end.by == BY_COLON || end.by == BY_COMMA;    /* without a dash, a day or an agency */
    bool enough = alone ? bare || with_day : end.by == BY_STOP ? shouted || dated : shouted || plain || bare;
    if (!enough || (end.by != BY_DASH && !alone && !day.dateline_month))
        return place;
    bool attached = end.by == BY_DASH && bare && !shouted && !plain && text.bytes[end.words - 1] != ' '; /* "Srinagar- The board" */
    out->place_unsure = alone || attached;
    out->place = without_blanks(text, where.begin, stop);
    uint32_t agency = end.by == BY_STOP ? agency_before(text, where.begin, end.words) : end.words;
    if (agency < end.words)
        out->agency = (span){agency, end.words};
    if (close)
        out->agency = agency_of(text, (span){(uint32_t)(open + 1 - text.bytes), (uint32_t)(close - text.bytes)});
    take_dateline_day(text, where, out);
    for (uint32_t i = stop; i < where.end && !out->published.year; i++) /* "NAIROBI, 2 April 2024 -" */
        if (!isalnum((unsigned char)text.bytes[i - 1]))
            take_day(text, i, out);
    if (!out->published.year)
        end.text = take_day_after(text, end.text, out);
    out->dateline = (span){where.begin, end.text};
    return end.text;
}

uint32_t take_dateline_alone(slice text, uint32_t place, header *out)
{
    enum { LONGEST = 60 };
    uint32_t end = end_of_line(text, place), stop = place;
    while (stop < end && text.bytes[stop] != ',')
        stop++;
    bool fits = stop < end && end - place <= LONGEST && stop - place <= LONGEST_PLACE && isupper((unsigned char)text.bytes[place]) &&
                isdigit((unsigned char)text.bytes[end - 1]);
    header day = *out;
    day.dateline_month = 0;
    if (fits)
        take_dateline_day(text, (span){stop, end}, &day);
    if (!day.dateline_month)
        return place;
    *out = day;
    out->place = (span){place, stop};
    out->dateline = (span){place, end};
    return end;
}
