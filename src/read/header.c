/* The lines above a report: its day, its title, its source, who wrote it. */
#include "base/utf8.h"
#include "read/header_parts.h"

#include <ctype.h>
#include <strings.h>

enum { LONGEST_HEADER_LINE = 300, LONGEST_DATE_LINE = 100 };

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

/* Whether a whole paragraph stands in the line below a short one, as in a text of one paragraph a line: no line is so long where a text is
 * wrapped. */
static bool has_paragraph_below(slice text, uint32_t place, uint32_t end)
{
    enum { LONGEST_TITLE = 120, LONGEST_WRAPPED = 120, FEWEST_WORDS = 3 };
    uint32_t next = end + 1, last = end_of_line(text, next < text.length ? next : end), words = 1;
    for (uint32_t i = place; i < end; i++)
        words += text.bytes[i] == ' ';
    bool opens = next < text.length && !islower((unsigned char)text.bytes[next]);
    return words >= FEWEST_WORDS && end - place <= LONGEST_TITLE && last > next + LONGEST_WRAPPED && opens && is_sentence(text, last);
}

/* A short first line without a full stop, with an empty line or a paragraph in one line under it, is a title. */
static uint32_t take_title(slice text, uint32_t place, header *out)
{
    uint32_t end = end_of_line(text, place);
    bool quoted = end > place + 1 && text.bytes[end - 1] == '"' && isalnum((unsigned char)text.bytes[end - 2]); /* 'on "Nuclear Energy"' */
    bool short_line = end > place && end - place <= 200 && (quoted || !strchr(".!?\",;:", text.bytes[end - 1]));
    bool empty_below = end + 1 < text.length && skip_blanks(text, end + 1) == end_of_line(text, end + 1);
    if (!short_line || !(empty_below || has_paragraph_below(text, place, end)) || !span_empty(out->title))
        return place;
    out->title = without_blanks(text, place, end);
    return end;
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

/* "DAYBREAK BUREAU: The embassy hosted": the words in capitals that tell who wrote it; returns where they end, or `place`. */
static uint32_t take_desk(slice text, uint32_t place)
{
    static const char *const desks[] = {" BUREAU", " DESK", " CORRESPONDENT", " REPORTER", " MONITORING"};
    uint32_t colon = place;
    while (colon < end_of_line(text, place) && (isupper((unsigned char)text.bytes[colon]) || text.bytes[colon] == ' '))
        colon++;
    slice words = {text.bytes + place, colon - place};
    for (size_t i = 0; colon + 1 < text.length && text.bytes[colon] == ':' && i < sizeof desks / sizeof *desks; i++)
        if (slice_ends(words, desks[i]))
            return colon + 1;
    return place;
}

/* "By Ana Vega and Luis Conde": a short line of names; returns where it ends, or `place`. */
static uint32_t take_byline(slice text, uint32_t place)
{
    enum { LONGEST = 80 };
    uint32_t end = end_of_line(text, place);
    slice line = {text.bytes + place, end - place};
    if (!slice_begins(line, "By ") || end - place > LONGEST || strchr("!?\"", text.bytes[end - 1]))
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

/* A line without a full stop between the title and a byline or a dateline; returns where it ends, or `place`. */
static uint32_t take_subtitle(slice text, uint32_t place, const header *known)
{
    enum { LONGEST = 200 };
    uint32_t end = end_of_line(text, place), next = skip_space(text, end);
    header below = {.title = known->title};
    if (span_empty(known->title) || end == place || end - place > LONGEST || is_sentence(text, end) || next >= text.length)
        return place;
    bool followed = take_byline(text, next) > next || (take_dateline(text, next, &below) > next && !below.place_unsure);
    return followed && take_dateline(text, place, &below) == place ? end : place;
}

header header_read(slice text)
{
    header found = {0};
    uint32_t place = skip_space(text, 0);
    for (uint32_t lines = 0; lines < 12; lines++) {
        uint32_t after = take_header_line(text, place, &found);
        if (after == place)
            after = take_dateline_alone(text, place, &found);
        if (after == place && lines < 3)
            after = take_title(text, place, &found);
        if (after == place)
            after = take_later_date_line(text, place, &found);
        if (after == place)
            after = take_byline(text, place);
        if (after == place)
            after = take_subtitle(text, place, &found);
        if (after == place)
            after = take_desk(text, place);
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

/* Whether the lexicon has the words of a span, or none, as a name of a kind. */
static bool names(document *doc, index_id kind, span words)
{
    slice text = span_text(doc, words);
    return text.length && lexicon_find(doc->lexicon, kind, utf8_lower(&doc->memory, text)).count;
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
    bool shouted = found.place_unsure && utf8_is_shouted(span_text(doc, found.place)) &&
                   names(doc, INDEX_COUNTRY, found.place);                        /* "KUWAIT: The Amir" */
    if (found.place_unsure && !shouted && !names(doc, INDEX_CITY, found.place)) { /* "Analysis: The war" */
        found.body = found.dateline.begin;
        found.dateline = found.place = (span){0, 0};
    }
    bool outlet = names(doc, INDEX_OUTLET, found.place); /* "Xinhua, April 22, 2015" */
    if (outlet && !report->source)
        report->source = document_string(doc, found.place);
    doc->dateline_span = found.dateline;
    doc->dateline_place = outlet ? (span){0, 0} : found.place;
    doc->body = found.body;
    check_day(doc, &found);
    return DATELINE_OK;
}
