#include "import/petrarch.h"

#include "base/installed.h"
#include "base/mapping.h"
#include "base/utf8.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const size_t MOST_MEMORY = (size_t)1 << 30;

void leave(importing *im, const char *format, ...)
{
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    message_at(message, sizeof message, im->file, im->line, format, arguments);
    va_end(arguments);
    im->counts.unconverted++;
    if (im->complain)
        im->complain(message, im->context);
}

slice trimmed(slice text)
{
    while (text.length && isspace((unsigned char)text.bytes[0]))
        text = (slice){text.bytes + 1, text.length - 1};
    while (text.length && isspace((unsigned char)text.bytes[text.length - 1]))
        text.length--;
    return text;
}

const char *plain_name(importing *im, slice name)
{
    char *out = arena_take(&im->memory, name.length + 1);
    uint32_t length = 0;
    for (uint32_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        bool blank = byte == '_' || byte == ' ' || byte == '\t' || byte == '|';
        if (!blank)
            out[length++] = byte;
        else if (length && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    while (length && out[length - 1] == ' ')
        length--;
    slice lower = utf8_lower(&im->memory, (slice){out, length});
    return arena_copy(&im->memory, lower.bytes, lower.length);
}

bool between(slice line, char open, char close, uint32_t *place, slice *out)
{
    uint32_t begin = *place;
    while (begin < line.length && line.bytes[begin] != open)
        begin++;
    uint32_t end = begin + 1;
    while (end < line.length && line.bytes[end] != close)
        end++;
    if (end >= line.length)
        return false;
    *out = (slice){line.bytes + begin + 1, end - begin - 1};
    *place = end + 1;
    return true;
}

bool is_known_code(const importing *im, slice code)
{
    for (uint32_t place = 0; place < im->codes.length;) {
        const char *line = im->codes.bytes + place;
        const char *end = memchr(line, '\n', im->codes.length - place);
        uint32_t length = end ? (uint32_t)(end - line) : im->codes.length - place;
        if (length > code.length && memcmp(line, code.bytes, code.length) == 0 && line[code.length] == '\t')
            return true;
        place += length + 1;
    }
    return false;
}

bool next_line(importing *im, slice text, uint32_t *place, char comment, slice *out)
{
    while (*place < text.length) {
        const char *line = text.bytes + *place, *end = memchr(line, '\n', text.length - *place);
        uint32_t length = end ? (uint32_t)(end - line) : text.length - *place;
        *place += length + 1;
        im->line++;
        if (utf8_valid(line, length) < length || memchr(line, 0, length)) {
            leave(im, "not UTF-8");
            continue;
        }
        const char *hash = comment ? memchr(line, comment, length) : NULL;
        *out = (slice){line, hash ? (uint32_t)(hash - line) : length};
        while (out->length && isspace((unsigned char)out->bytes[out->length - 1]))
            out->length--;
        return true;
    }
    return false;
}

/* ---- the folder ---- */

/* What a file is, by its name. */
static const struct kind {
    const char *part, *out;
    void (*import)(importing *im, slice text, FILE *out);
    const char *head;
} kinds[] = {
    {"actors", "actors.tsv", import_actors, "names\tcode\tfrom\tto\n"},
    {"agents", "agents.tsv", import_agents, "nouns\tcode\n"},
    {"verb", "rules/petrarch.rules", import_verbs, ""},
};
enum { KINDS = sizeof kinds / sizeof *kinds, MOST_FILES = 256 };

static int is_dictionary(const struct dirent *entry)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strstr(entry->d_name, kinds[i].part))
            return true;
    return false;
}

static status make_folder(const char *path, dateline_error *error)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return fail(error, DATELINE_CANNOT_WRITE, "%s: %s", path, strerror(errno));
    return DATELINE_OK;
}

static status import_file(importing *im, const char *folder, const char *name, const struct kind *kind, FILE *out, dateline_error *error)
{
    mapping source;
    status opened = mapping_open(&source, arena_print(&im->memory, "%s/%s", folder, name), error);
    if (opened != DATELINE_OK)
        return opened;
    /* A copy, so that running out of memory below leaves nothing mapped. */
    size_t length = source.length;
    bool fits = length < im->memory.limit - im->memory.used;
    const char *text = fits ? arena_copy(&im->memory, source.bytes, length) : NULL;
    mapping_close(&source);
    if (!fits)
        return fail(error, DATELINE_BAD_INPUT, "%s/%s: too long", folder, name);
    im->file = arena_copy(&im->memory, name, strlen(name));
    im->line = 0;
    kind->import(im, (slice){text, (uint32_t)length}, out);
    return DATELINE_OK;
}

/* All files of one kind into one dictionary. */
static status import_kind(importing *im, const char *folder, const char *const *names, uint32_t count, const struct kind *kind,
                          const char *to, dateline_error *error)
{
    const char *path = arena_print(&im->memory, "%s/%s", to, kind->out);
    FILE *out = fopen(path, "w");
    if (!out)
        return fail(error, DATELINE_CANNOT_WRITE, "%s: %s", path, strerror(errno));
    fprintf(out, "# Made by dateline import petrarch.\n%s", kind->head);
    status done = DATELINE_OK;
    for (uint32_t i = 0; i < count && done == DATELINE_OK; i++)
        if (strstr(names[i], kind->part))
            done = import_file(im, folder, names[i], kind, out, error);
    bool written = !ferror(out);
    if (fclose(out) != 0 || !written)
        return done == DATELINE_OK ? fail(error, DATELINE_CANNOT_WRITE, "%s: %s", path, strerror(errno)) : done;
    return done;
}

/* Reads the CAMEO codes that PLOVER knows. */
static status read_codes(importing *im, dateline_error *error)
{
    char path[4096];
    mapping source;
    installed_path("lexicon/cameo", ".tsv", path, sizeof path);
    status opened = mapping_open(&source, path, error);
    if (opened != DATELINE_OK)
        return opened;
    im->codes = (slice){arena_copy(&im->memory, source.bytes, source.length), (uint32_t)source.length};
    mapping_close(&source);
    return DATELINE_OK;
}

static status import_all(importing *im, const char *folder, const char *const *names, uint32_t count, const char *to, dateline_error *error)
{
    status done = read_codes(im, error);
    if (done == DATELINE_OK)
        done = make_folder(to, error);
    if (done == DATELINE_OK)
        done = make_folder(arena_print(&im->memory, "%s/rules", to), error);
    for (size_t i = 0; i < KINDS && done == DATELINE_OK; i++)
        done = import_kind(im, folder, names, count, &kinds[i], to, error);
    return done;
}

status dateline_import_petrarch(const char *folder, const char *out, void (*complain)(const char *message, void *context), void *context,
                                dateline_import_counts *counts, dateline_error *error)
{
    struct dirent **found = NULL;
    int count = scandir(folder, &found, is_dictionary, alphasort);
    if (count < 0)
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", folder, strerror(errno));
    /* Names go to the stack: the arena may jump away, and then nothing may be left to free. */
    char kept[MOST_FILES][sizeof found[0]->d_name];
    const char *names[MOST_FILES];
    uint32_t name_count = 0;
    for (int i = 0; i < count; i++) {
        if (name_count < MOST_FILES) {
            snprintf(kept[name_count], sizeof kept[0], "%s", found[i]->d_name);
            names[name_count] = kept[name_count];
            name_count++;
        }
        free(found[i]);
    }
    free(found);
    if (!name_count)
        return fail(error, DATELINE_BAD_INPUT, "%s: no file with \"actors\", \"agents\" or \"verb\" in its name", folder);
    importing im = {.complain = complain, .context = context};
    arena_open(&im.memory, MOST_MEMORY);
    status done = DATELINE_NO_MEMORY;
    if (setjmp(im.memory.out_of_memory))
        done = fail(error, DATELINE_NO_MEMORY, "%s: no memory to import it", folder);
    else
        done = import_all(&im, folder, names, name_count, out, error);
    *counts = im.counts;
    arena_close(&im.memory);
    return done;
}
