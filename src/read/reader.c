/* Files, folders and standard input as a row of reports: the dateline_reader of the public header. */
#include "read/header.h"
#include "read/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

struct dateline_reader {
    dateline_reading how;
    char **paths; /* [path_count], in the order of their names */
    uint32_t path_count, path_capacity;
    uint32_t next_path;
    FILE *in; /* the open file; NULL: none */
    const char *path;
    bool lines; /* it is JSONL */
    uint32_t line;
    uint64_t done, all;
    reading report;
};

void reading_clear(reading *r)
{
    free(r->text.text.bytes);
    free(r->name);
    free(r->source);
    free(r->title);
    free(r->url);
    *r = (reading){0};
}

static bool add_path(dateline_reader *reader, char *path)
{
    if (!path)
        return false;
    if (reader->path_count == reader->path_capacity) {
        uint32_t capacity = reader->path_capacity ? reader->path_capacity * 2 : 64;
        char **larger = realloc(reader->paths, capacity * sizeof *larger);
        if (!larger) {
            free(path);
            return false;
        }
        reader->paths = larger;
        reader->path_capacity = capacity;
    }
    reader->paths[reader->path_count++] = path;
    return true;
}

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* All files below a folder. Links to folders are not followed, so there are no circles. */
static status add_folder(dateline_reader *reader, const char *folder, uint32_t depth, dateline_error *error)
{
    enum { DEEPEST = 64 };
    struct dirent **found = NULL;
    int count = depth < DEEPEST ? scandir(folder, &found, visible, alphasort) : -1;
    if (count < 0)
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", folder, depth < DEEPEST ? strerror(errno) : "too deep");
    status result = DATELINE_OK;
    for (int i = 0; i < count; i++) {
        size_t room = strlen(folder) + strlen(found[i]->d_name) + 2;
        char *path = malloc(room);
        struct stat about;
        if (path)
            snprintf(path, room, "%s%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/", found[i]->d_name);
        if (result == DATELINE_OK && path && lstat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
            result = add_folder(reader, path, depth + 1, error);
            free(path);
        } else if (result == DATELINE_OK) {
            if (path && stat(path, &about) == 0)
                reader->all += (uint64_t)about.st_size;
            if (!add_path(reader, path))
                result = fail(error, DATELINE_NO_MEMORY, "%s: no memory to list it", folder);
        } else {
            free(path);
        }
        free(found[i]);
    }
    free(found);
    return result;
}

static status check_reading(const dateline_reading *how, dateline_error *error)
{
    static const char *const fields[] = {"text", "title", "published", "source", "url", "id"};
    day unused;
    if (how->published && !calendar_parse(slice_of(how->published), &unused))
        return fail(error, DATELINE_BAD_ARGUMENT, "published \"%s\": not a day such as 2023-02-28", how->published);
    for (uint32_t i = 0; i < how->field_count; i++) {
        const char *equals = strchr(how->fields[i], '=');
        bool known = false;
        for (size_t k = 0; equals && k < sizeof fields / sizeof *fields; k++)
            known |= strlen(fields[k]) == (size_t)(equals - how->fields[i]) && strncmp(fields[k], how->fields[i], strlen(fields[k])) == 0;
        if (!known)
            return fail(error, DATELINE_BAD_ARGUMENT, "field \"%s\": not of the form text=NAME (text, title, published, source, url, id)",
                        how->fields[i]);
    }
    return DATELINE_OK;
}

dateline_reader *dateline_reader_open(const dateline_reading *how, const char *path, dateline_error *error)
{
    if (how && check_reading(how, error) != DATELINE_OK)
        return NULL;
    dateline_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        fail(error, DATELINE_NO_MEMORY, "%s: no memory to open it", path);
        return NULL;
    }
    if (how)
        reader->how = *how;
    struct stat about = {0}; /* of standard input nothing is known */
    status opened = DATELINE_OK;
    if (strcmp(path, "-") != 0 && stat(path, &about) != 0) {
        opened = fail(error, DATELINE_CANNOT_READ, "%s: %s", path, strerror(errno));
    } else if (S_ISDIR(about.st_mode)) {
        opened = add_folder(reader, path, 0, error);
    } else {
        reader->all = (uint64_t)about.st_size;
        if (!add_path(reader, strdup(path)))
            opened = fail(error, DATELINE_NO_MEMORY, "%s: no memory to open it", path);
    }
    if (opened == DATELINE_OK)
        return reader;
    dateline_reader_close(reader);
    return NULL;
}

static bool ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);
    return length > tail && strcasecmp(path + length - tail, ending) == 0;
}

static bool holds_lines(const dateline_reader *reader)
{
    if (reader->how.from != DATELINE_INPUT_AUTO)
        return reader->how.from == DATELINE_INPUT_JSONL;
    if (ends_in(reader->path, ".jsonl") || ends_in(reader->path, ".ndjson") || ends_in(reader->path, ".jsonlines"))
        return true;
    int first = getc(reader->in);
    if (first != EOF)
        ungetc(first, reader->in);
    return first == '{';
}

static status open_next(dateline_reader *reader, dateline_error *error)
{
    if (reader->next_path == reader->path_count)
        return DATELINE_END;
    reader->path = reader->paths[reader->next_path++];
    reader->in = strcmp(reader->path, "-") == 0 ? stdin : fopen(reader->path, "rb");
    if (!reader->in)
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", reader->path, strerror(errno));
    reader->line = 0;
    reader->lines = holds_lines(reader);
    return DATELINE_OK;
}

static void close_file(dateline_reader *reader)
{
    if (reader->in && reader->in != stdin)
        fclose(reader->in);
    reader->in = NULL;
}

static status read_report(dateline_reader *reader, dateline_error *error)
{
    for (;;) {
        if (!reader->in) {
            status opened = open_next(reader, error);
            if (opened != DATELINE_OK)
                return opened;
        }
        if (!reader->lines) {
            status read = read_plain(reader->in, reader->path, &reader->report, &reader->done, error);
            close_file(reader);
            return read;
        }
        status read = read_jsonl(reader->in, reader->path, &reader->how, &reader->line, &reader->report, &reader->done, error);
        if (read != DATELINE_END && read != DATELINE_CANNOT_READ)
            return read;
        bool empty = read == DATELINE_END && reader->line == 1;
        close_file(reader);
        if (empty)
            return fail(error, DATELINE_BAD_INPUT, "%s: an empty file", reader->path);
        if (read == DATELINE_CANNOT_READ)
            return read;
    }
}

status dateline_reader_next(dateline_reader *reader, dateline_report *report, dateline_error *error)
{
    reading *r = &reader->report;
    reading_clear(r);
    status read = read_report(reader, error);
    if (read != DATELINE_OK)
        return read;
    *report = (dateline_report){
        .text = r->text.text.bytes,
        .length = r->text.text.length,
        .name = r->name ? r->name : reader->path,
        .source = r->source ? r->source : reader->how.source,
        .title = r->title,
        .url = r->url,
        .warnings = r->text.warnings,
        .warning_count = r->text.warning_count,
    };
    /* What the report says of itself comes before what was said of all. */
    bool says = r->published[0] && reader->lines;
    if (!says) {
        header found = header_read((slice){report->text, (uint32_t)report->length});
        const char *otherwise = reader->how.published ? reader->how.published : r->published[0] ? r->published : NULL;
        report->published = found.published.year ? NULL : otherwise;
    } else {
        report->published = r->published;
    }
    return DATELINE_OK;
}

void dateline_reader_progress(const dateline_reader *reader, uint64_t *done, uint64_t *all)
{
    *done = reader->done;
    *all = reader->all;
}

void dateline_reader_close(dateline_reader *reader)
{
    if (!reader)
        return;
    close_file(reader);
    reading_clear(&reader->report);
    for (uint32_t i = 0; i < reader->path_count; i++)
        free(reader->paths[i]);
    free(reader->paths);
    free(reader);
}
