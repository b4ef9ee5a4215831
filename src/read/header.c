#include "read/header.h"

#include "base/utf8.h"

#include <ctype.h>
#include <strings.h>

enum { LONGEST_HEADER_LINE = 300, LONGEST_DATELINE = 120, LONGEST_DATE_LINE = 100, LONGEST_PLACE = 30 };

typedef enum header_key { KEY_NONE, KEY_PUBLISHED, KEY_TITLE, KEY_SOURCE, KEY_OTHER } header_key;

static const struct {
    const char *name;
    header_key key;
} header_keys[] = {
    {"date", KEY_PUBLISHED},  {"published", KEY_PUBLISHED}, {"publication date", KEY_PUBLISHED},
    {"dated", KEY_PUBLISHED}, {"title", KEY_TITLE},         {"headline", KEY_TITLE},
    {"source", KEY_SOURCE},   {"outlet", KEY_SOURCE},       {"publisher", KEY_SOURCE},
    {"url", KEY_OTHER},       {"author", KEY_OTHER},        {"byline", KEY_OTHER},
    {"by", KEY_OTHER},        {"language", KEY_OTHER},      {"section", KEY_OTHER},
};

static uint32_t skip_blanks(slice text, uint32_t place)
{
    while (place < text.length && (text.bytes[place] == ' ' || text.bytes[place] == '\t'))
        place++;
    return place;
}

static uint32_t skip_space(slice text, uint32_t place)
{
    while (place < text.length && isspace((unsigned char)text.bytes[place]))
        place++;
    return place;
}

static uint32_t end_of_line(slice text, uint32_t place)
{
    const char *stop = place < text.length ? memchr(text.bytes + place, '\n', text.length - place) : NULL;
    return stop ? (uint32_t)(stop - text.bytes) : text.length;
}

static span without_blanks(slice text, uint32_t begin, uint32_t end)
{
    while (begin < end && isspace((unsigned char)text.bytes[begin]))
        begin++;
    while (end > begin && isspace((unsigned char)text.bytes[end - 1]))
        end--;
    return (span){begin, end};
}

/* "2023-02-31": written as a day, but none. */
static bool looks_like_day(slice text)
{
    static const char shape[] = "dddd-dd-dd";
    for (uint32_t i = 0; i < 10; i++)
        if (i >= text.length || (shape[i] == 'd' ? !isdigit((unsigned char)text.bytes[i]) : text.bytes[i] != '-'))
            return false;
    return true;
}

/* A day at `place`: its length, or 0. Notes one that does not exist. */
static uint32_t take_day(slice text, uint32_t place, header *out)
{
    slice rest = {text.bytes + place, text.length - place};
    day found;
    uint32_t length = calendar_read(rest, &found);
    if (length) {
        out->published = found;
        out->published_span = (span){place, place + length};
        return length;
    }
    if (looks_like_day(rest)) {
        out->impossible = true;
        out->published_span = (span){place, place + 10};
        return 10;
    }
    return 0;
}

/* The key at `place` and where its value begins. "date 2023-02-28" needs no colon, other keys do. */
static header_key key_at(slice text, uint32_t place, uint32_t *value)
{
    for (size_t i = 0; i < sizeof header_keys / sizeof *header_keys; i++) {
        uint32_t length = (uint32_t)strlen(header_keys[i].name);
        if (place + length >= text.length || strncasecmp(text.bytes + place, header_keys[i].name, length) != 0)
            continue;
        uint32_t after = skip_blanks(text, place + length);
        bool colon = after < text.length && text.bytes[after] == ':';
        if (!colon && (header_keys[i].key != KEY_PUBLISHED || after == place + length))
            continue;
        *value = skip_blanks(text, after + colon);
        return header_keys[i].key;
    }
    return KEY_NONE;
}

/* What may stand on either side of a day in a line that tells when and where a report appeared; other letters than English ones do not. */
static bool is_separator(char byte)
{
    return strchr(",|/-(:)", byte) || (byte & 0x80);
}

/* Whether the word that ends at `end`, in a line from `line`, is this one; where it begins. */
static bool word_before(slice text, uint32_t line, uint32_t end, const char *word, uint32_t *begin)
{
    uint32_t length = (uint32_t)strlen(word);
    bool fits = end - line >= length && strncasecmp(text.bytes + end - length, word, length) == 0 &&
                (end - line == length || !isalnum((unsigned char)text.bytes[end - length - 1]));
    if (fits)
        *begin = end - length;
    return fits;
}

static uint32_t without_blanks_before(slice text, uint32_t line, uint32_t end)
{
    while (end > line && text.bytes[end - 1] == ' ')
        end--;
    return end;
}

static bool begins_apart(slice text, uint32_t line, uint32_t place)
{
    static const char *const words[] = {"updated", "published", "posted", "issued", "adopted", "released"};
    uint32_t end = without_blanks_before(text, line, place), begin;
    if (end == line)
        return true;
    if (word_before(text, line, end, "on", &begin))
        end = without_blanks_before(text, line, begin);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_before(text, line, end, words[i], &begin))
            return true;
    return end > line && is_separator(text.bytes[end - 1]);
}

static bool ends_apart(slice text, uint32_t place, uint32_t end)
{
    place = skip_blanks(text, place);
    return place >= end || is_separator(text.bytes[place]) || isdigit((unsigned char)text.bytes[place]) ||
           strncasecmp(text.bytes + place, "at ", 3) == 0;
}

/* Whether a line that ends at `end` is a sentence. */
static bool is_sentence(slice text, uint32_t end)
{
    return strchr(".!?\"", text.bytes[end - 1]) && text.bytes[end - 2] != 'm'; /* "9:10 a.m." */
}

/* A short line with a day that stands apart, "Islamabad, 12 March 2024", "By Anna Lee | May 3, 2024 at 6:00 a.m."; returns where what
 * follows begins, or `place` if it is none. */
static uint32_t take_date_line(slice text, uint32_t place, header *out)
{
    uint32_t end = end_of_line(text, place);
    bool fits = end > place + 1 && end - place <= LONGEST_DATE_LINE && !is_sentence(text, end);
    for (uint32_t i = place; i < end && fits; i++) {
        if (!isalnum((unsigned char)text.bytes[i]) || (i > place && isalnum((unsigned char)text.bytes[i - 1])))
            continue;
        header line = *out;
        uint32_t length = begins_apart(text, place, i) ? take_day(text, i, &line) : 0;
        if (!length || !ends_apart(text, i + length, end))
            continue;
        *out = line;
        const char *comma = memchr(text.bytes + place, ',', i - place);
        uint32_t stop = comma ? (uint32_t)(comma - text.bytes) : place;
        if (stop > place && stop - place <= LONGEST_PLACE && skip_blanks(text, stop + 1) == i &&
            isupper((unsigned char)text.bytes[place])) {
            out->place = (span){place, stop};
            out->dateline = (span){place, i + length};
        }
        return end;
    }
    return place;
}

/* Reads one line, or one "date DAY", of the header; returns where what follows begins, or `place` if it is none. */
static uint32_t take_header_line(slice text, uint32_t place, header *out)
{
    uint32_t value, end = end_of_line(text, place);
    header_key key = key_at(text, place, &value);
    if (key == KEY_PUBLISHED) {
        uint32_t length = take_day(text, value, out);
        return length ? value + length : place;
    }
    if (key != KEY_NONE && end - place <= LONGEST_HEADER_LINE && value < end) {
        if (key == KEY_TITLE)
            out->title = without_blanks(text, value, end);
        if (key == KEY_SOURCE)
            out->source = without_blanks(text, value, end);
        return end;
    }
    if (out->published.year)
        return place;
    /* "Monday, May 18, 2015 The ...": the report begins in the line of the day */
    header line = *out;
    uint32_t length = take_day(text, place, &line), next = skip_blanks(text, place + length);
    if (length && isalpha((unsigned char)text.bytes[place]) && next < end && isupper((unsigned char)text.bytes[next])) {
        *out = line;
        return place + length;
    }
    return take_date_line(text, place, out);
}

/* A short first line without a full stop, with an empty line under it, is a title. */
static uint32_t take_title(slice text, uint32_t place, header *out)
{
    uint32_t end = end_of_line(text, place);
    bool short_line = end > place && end - place <= 200 && !strchr(".!?\",;:", text.bytes[end - 1]);
    bool empty_below = end + 1 < text.length && skip_blanks(text, end + 1) == end_of_line(text, end + 1);
    if (!short_line || !empty_below || !span_empty(out->title))
        return place;
    out->title = without_blanks(text, place, end);
    return end;
}

/* "Feb 28", "28 February", "Feb. 28, 2023" inside a dateline. */
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
    bool agency_before = place > 0 && (text.bytes[place - 1] == ')' || text.bytes[place - 1] == '/');
    if (agency_before && (slice_begins(rest, ": ") || slice_begins(rest, ". ")))
        return 1;
    return length && (blank_after || (blank_before && length > 1)) ? length : 0;
}

/* The line with the day under a subtitle, a name, the number of a document; the first of them is a title where there is none yet. */
static uint32_t take_later_date_line(slice text, uint32_t place, header *out)
{
    enum { LINES = 4 };
    uint32_t at = place, end = end_of_line(text, at);
    for (uint32_t lines = 0;
         lines < LINES && !out->published.year && end > at + 1 && end - at <= LONGEST_DATE_LINE && !is_sentence(text, end); lines++) {
        at = skip_space(text, end);
        end = end_of_line(text, at);
        uint32_t after = take_date_line(text, at, out);
        if (after == at)
            continue;
        if (span_empty(out->title))
            out->title = without_blanks(text, place, end_of_line(text, place));
        return after;
    }
    return place;
}

/* "By Ana Vega and Luis Conde": a short line of names; returns where it ends, or `place`. */
static uint32_t take_byline(slice text, uint32_t place)
{
    enum { LONGEST = 80 };
    uint32_t end = end_of_line(text, place);
    slice line = {text.bytes + place, end - place};
    if (!slice_begins(line, "By ") || end - place > LONGEST || is_sentence(text, end))
        return place;
    for (uint32_t i = 3; i < line.length; i++) {
        bool begins = line.bytes[i - 1] == ' ' && line.bytes[i] >= 'a' && line.bytes[i] <= 'z';
        slice rest = {line.bytes + i, line.length - i};
        if (begins && !slice_begins(rest, "and ") && !slice_begins(rest, "in ") && !slice_begins(rest, "for ") &&
            !slice_begins(rest, "de ") && !slice_begins(rest, "al-"))
            return place;
    }
    return end;
}

/* The stop after a day that ends a dateline on its own, "BAKU, Azerbaijan, May 8. A conference"; 0: there is none. */
static uint32_t stop_after_day(slice text, uint32_t place, uint32_t limit)
{
    for (uint32_t i = place + 1; i + 1 < limit && text.bytes[i] != '\n'; i++)
        if (text.bytes[i] == '.' && text.bytes[i + 1] == ' ' && isdigit((unsigned char)text.bytes[i - 1]))
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

/* Where the name of the place ends: before ",", "(", "/", ":", or "ASTANA | . March 2". */
static bool ends_place(slice text, uint32_t place, uint32_t limit)
{
    bool stop = text.bytes[place] == '.' && place + 2 < limit && text.bytes[place + 1] == ' ' && begins_month(text, place + 2, limit);
    return stop || strchr(",(/:", text.bytes[place]) != NULL;
}

typedef enum ending { BY_DASH, BY_BRACKET, BY_STOP } ending;

/* What ends the words of a dateline, where they end, and where the text goes on. */
typedef struct dateline_end {
    ending by;
    uint32_t words, text;
} dateline_end;

/* False: nothing up to `limit` ends one. */
static bool find_dateline_end(slice text, uint32_t place, uint32_t limit, dateline_end *out)
{
    for (uint32_t i = place; i < limit && text.bytes[i] != '\n'; i++) {
        uint32_t length = dash_at(text, i);
        if (length) {
            *out = (dateline_end){BY_DASH, i, i + length};
            return true;
        }
    }
    uint32_t bracket = end_of_bracket(text, place, limit), stop = bracket ? 0 : stop_after_day(text, place, limit);
    *out = bracket ? (dateline_end){BY_BRACKET, bracket, bracket} : (dateline_end){BY_STOP, stop, stop + 1};
    return bracket || stop;
}

/* "Kampala — Veteran politician ...": one to three words with capitals, a long dash, and a capital after it. */
static bool is_bare_place(slice text, uint32_t begin, const dateline_end *end)
{
    enum { MOST_WORDS = 3 };
    uint32_t words = 0, place = begin, last = end->words;
    while (last > begin && text.bytes[last - 1] == ' ')
        last--;
    while (place < last) {
        uint32_t code = utf8_next(text.bytes, &place);
        if (!utf8_is_upper(code) || ++words > MOST_WORDS)
            return false;
        while (place < last && text.bytes[place] != ' ') {
            code = utf8_next(text.bytes, &place);
            if (!utf8_is_lower(code) && !utf8_is_upper(code) && code != '-' && code != '\'')
                return false;
        }
        place = skip_blanks(text, place);
    }
    uint32_t after = skip_blanks(text, end->text);
    bool long_dash = end->text - end->words > 1;
    return words && long_dash && after < text.length && isupper((unsigned char)text.bytes[after]);
}

/* Capitals at the beginning, in words of capitals ("ISLAMABAD", "NEW DELHI") or one capitalized name before a
 * comma or bracket, then perhaps a day and an agency, one of which a name in small letters must have, then a dash; in capitals and with a
 * day, or with a day and a year, a full stop will do, and with a day and an agency the bracket. */
static uint32_t take_dateline(slice text, uint32_t place, header *out)
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
    bool bare = end.by == BY_DASH && !span_empty(out->title) && is_bare_place(text, where.begin, &end);
    bool enough = end.by == BY_STOP ? shouted || dated : shouted || plain || bare;
    if (!enough || (end.by != BY_DASH && !day.dateline_month))
        return place;
    out->place = without_blanks(text, where.begin, stop);
    if (close)
        out->agency = (span){(uint32_t)(open + 1 - text.bytes), (uint32_t)(close - text.bytes)};
    take_dateline_day(text, where, out);
    for (uint32_t i = stop; i < where.end && !out->published.year; i++) /* "NAIROBI, 2 April 2024 -" */
        if (!isalnum((unsigned char)text.bytes[i - 1]))
            take_day(text, i, out);
    out->dateline = (span){where.begin, end.text};
    return end.text;
}

header header_read(slice text)
{
    header found = {0};
    uint32_t place = skip_space(text, 0);
    for (uint32_t lines = 0; lines < 12; lines++) {
        uint32_t after = take_header_line(text, place, &found);
        if (after == place && lines < 3)
            after = take_title(text, place, &found);
        if (after == place)
            after = take_later_date_line(text, place, &found);
        if (after == place)
            after = take_byline(text, place);
        if (after == place)
            break;
        place = skip_space(text, after);
    }
    found.body = skip_space(text, take_dateline(text, place, &found));
    return found;
}

static void check_day(document *doc, const header *found)
{
    if (found->impossible)
        document_warn(doc, found->published_span, "impossible date", "there is no such day in the calendar");
    if (!doc->published.year)
        document_warn(doc, (span){0, 0}, "no publication date", "dates that depend on it have no value");
}

status read_header(document *doc)
{
    dateline_report *report = &doc->record.report;
    header found = header_read((slice){doc->text, doc->length});
    if (report->published)
        calendar_parse(slice_of(report->published), &doc->published);
    else
        doc->published = found.published;
    if (!report->published && doc->published.year) {
        char written[16];
        calendar_format(doc->published, written);
        report->published = arena_copy(&doc->memory, written, strlen(written));
    }
    if (!report->title && !span_empty(found.title))
        report->title = document_string(doc, found.title);
    span source = span_empty(found.source) ? found.agency : found.source;
    if (!report->source && !span_empty(source))
        report->source = document_string(doc, source);
    doc->dateline_span = found.dateline;
    doc->dateline_place = found.place;
    doc->body = found.body;
    check_day(doc, &found);
    return DATELINE_OK;
}
