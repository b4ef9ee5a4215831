/* JSON Lines: one object a line is one report. The names of the fields are those that crawlers write. */
#include "read/source.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef enum field { FIELD_TEXT, FIELD_TITLE, FIELD_PUBLISHED, FIELD_SOURCE, FIELD_URL, FIELD_ID, FIELD_COUNT } field;

static const char *const field_names[FIELD_COUNT] = {"text", "title", "published", "source", "url", "id"};

/* Names by which a field goes, the preferred one first: ours, then those of news-please, trafilatura, newspaper. */
static const char *const known_names[FIELD_COUNT][12] = {
    [FIELD_TEXT] = {"text", "maintext", "body", "content", "article_text", "raw_text", "article"},
    [FIELD_TITLE] = {"title", "headline", "title_page"},
    [FIELD_PUBLISHED] = {"published", "date_publish", "publish_date", "date", "publication_date", "published_at", "date_published",
                         "pub_date", "pubDate", "timestamp", "created"},
    [FIELD_SOURCE] = {"source", "source_domain", "sitename", "publisher", "outlet", "hostname", "domain", "source_name"},
    [FIELD_URL] = {"url", "link", "source_url", "canonical_link"},
    [FIELD_ID] = {"id", "name", "guid", "filename", "fingerprint", "localpath"},
};

/* The value of a field: under the name that --field gives, else under the first known name that is there. */
static const json_t *field_value(const json_t *object, field which, const dateline_reading *how, const char **found)
{
    size_t length = strlen(field_names[which]);
    for (uint32_t i = 0; how && i < how->field_count; i++) {
        const char *mapping = how->fields[i];
        if (strncmp(mapping, field_names[which], length) == 0 && mapping[length] == '=') {
            *found = mapping + length + 1;
            return json_object_get(object, *found);
        }
    }
    for (size_t i = 0; i < 12 && known_names[which][i]; i++) {
        const json_t *value = json_object_get(object, known_names[which][i]);
        *found = known_names[which][i];
        if (value && !json_is_null(value))
            return value;
    }
    *found = known_names[which][0];
    return NULL;
}

static const char *type_name(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "an array";
    case JSON_INTEGER:
    case JSON_REAL:
        return "a number";
    case JSON_TRUE:
    case JSON_FALSE:
        return "true or false";
    default:
        return "null";
    }
}

static status wrong_type(const char *place, const char *name, const json_t *value, dateline_error *error)
{
    return fail(error, DATELINE_BAD_INPUT, "%s: field \"%s\" is %s, not a string", place, name, type_name(value));
}

/* "2023-02-28 10:00:00", "28 Feb 2023", seconds since 1970. */
static bool read_published(const json_t *value, day *out)
{
    if (json_is_integer(value)) {
        json_int_t seconds = json_integer_value(value);
        *out = calendar_day(seconds > 100000000000 ? seconds / 86400000 : seconds / 86400);
        return calendar_exists(*out);
    }
    return calendar_read(slice_of(json_string_value(value)), out) > 0;
}

static bool is_blank(const buffer *line)
{
    return strspn(line->bytes, " \t\r\n") == line->length;
}

static status take_fields(const json_t *object, const char *place, const dateline_reading *how, reading *r, dateline_error *error)
{
    char **const texts[FIELD_COUNT] = {
        [FIELD_TITLE] = &r->title, [FIELD_SOURCE] = &r->source, [FIELD_URL] = &r->url, [FIELD_ID] = &r->name};
    for (int i = 0; i < FIELD_COUNT; i++) {
        const char *name;
        const json_t *value = field_value(object, (field)i, how, &name);
        if (!value || json_is_null(value)) {
            if (i == FIELD_TEXT)
                return fail(error, DATELINE_BAD_INPUT, "%s: no field \"%s\" with the report's text; name it with --field text=NAME", place,
                            name);
            continue;
        }
        bool number_allowed = i == FIELD_PUBLISHED || i == FIELD_ID;
        if (!json_is_string(value) && !(number_allowed && json_is_integer(value)))
            return wrong_type(place, name, value, error);
        day published;
        if (i == FIELD_TEXT) {
            status decoded = decode_text(&r->text, json_string_value(value), json_string_length(value), place, error);
            if (decoded != DATELINE_OK)
                return decoded;
            if (is_blank(&r->text.text))
                return fail(error, DATELINE_BAD_INPUT, "%s: field \"%s\" is empty", place, name);
        } else if (i == FIELD_PUBLISHED) {
            if (read_published(value, &published))
                calendar_format(published, r->published);
            else
                reading_warn(&r->text, "impossible date", "the day of publication is none that can be read");
        } else if (json_is_integer(value)) {
            char number[32];
            snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
            *texts[i] = strdup(number);
        } else if (json_string_length(value)) {
            *texts[i] = strdup(json_string_value(value));
        }
    }
    return DATELINE_OK;
}

/* A line of at most as many bytes as a report and its JSON may have; the rest of a longer one is skipped. */
static status next_line(FILE *in, const char *place, buffer *line, uint64_t *bytes, dateline_error *error)
{
    const size_t longest = 4 * DATELINE_LONGEST_REPORT;
    size_t length = 0;
    int byte;
    char chunk[4096];
    size_t held = 0;
    while ((byte = getc_unlocked(in)) != EOF && byte != '\n') {
        if (++length > longest)
            continue;
        chunk[held++] = (char)byte;
        if (held == sizeof chunk) {
            buffer_add(line, chunk, held);
            held = 0;
        }
    }
    buffer_add(line, chunk, held);
    *bytes += length + (byte == '\n');
    if (ferror(in))
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", place, strerror(errno));
    if (length > longest)
        return fail(error, DATELINE_BAD_INPUT, "%s: a line of %zu MB, longer than a report may be", place, length / 1000000);
    if (line->failed)
        return fail(error, DATELINE_NO_MEMORY, "%s: no memory to read it", place);
    return byte == EOF && length == 0 ? DATELINE_END : DATELINE_OK;
}

status read_jsonl(FILE *in, const char *path, const dateline_reading *how, uint32_t *line, reading *r, uint64_t *bytes,
                  dateline_error *error)
{
    char place[4200];
    buffer text = {0};
    status result;
    do {
        text.length = 0;
        snprintf(place, sizeof place, "%.4096s:%u", path, ++*line);
        result = next_line(in, place, &text, bytes, error);
    } while (result == DATELINE_OK && is_blank(&text));
    if (result != DATELINE_OK) {
        free(text.bytes);
        return result;
    }
    json_error_t problem;
    json_t *object = json_loadb(text.bytes, text.length, JSON_ALLOW_NUL, &problem);
    free(text.bytes);
    if (!object)
        return fail(error, DATELINE_BAD_INPUT, "%s: not JSON: %s (column %d)", place, problem.text, problem.column);
    if (json_is_object(object))
        result = take_fields(object, place, how, r, error);
    else
        result = fail(error, DATELINE_BAD_INPUT, "%s: %s, not an object", place, json_is_string(object) ? "a string" : type_name(object));
    json_decref(object);
    if (result == DATELINE_OK && !r->name)
        r->name = strdup(place);
    return result;
}
