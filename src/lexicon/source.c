#include "lexicon/source.h"

#include "base/mapping.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdio.h>

static char *trimmed(char *part)
{
    while (isspace((unsigned char)*part))
        part++;
    size_t length = strlen(part);
    while (length && isspace((unsigned char)part[length - 1]))
        length--;
    part[length] = 0;
    return part;
}

status source_lines(builder *b, const char *folder, const char *file, void (*take)(builder *b, char *line, void *context), void *context,
                    dateline_error *error)
{
    mapping source;
    status opened = mapping_open(&source, arena_print(&b->memory, "%s/%s", folder, file), error);
    if (opened != DATELINE_OK)
        return opened;
    /* A copy, so that running out of memory below leaves nothing mapped. */
    size_t length = source.length;
    if (length > b->memory.limit - b->memory.used) {
        mapping_close(&source);
        return fail(error, DATELINE_BAD_LEXICON, "%s/%s: too long", folder, file);
    }
    char *text = arena_copy(&b->memory, source.bytes, length);
    mapping_close(&source);
    b->file = file;
    b->line = 0;
    size_t valid = utf8_valid(text, length);
    char *line = text;
    while (line < text + length) {
        b->line++;
        char *end = memchr(line, '\n', (size_t)(text + length - line));
        if (!end)
            end = text + length;
        *end = 0;
        if (valid < length && text + valid < end) {
            builder_complain(b, "not UTF-8");
            return DATELINE_OK;
        }
        size_t used = strlen(line);
        if (used && line[used - 1] == '\r')
            line[used - 1] = 0;
        if (*line && *line != '#')
            take(b, line, context);
        line = end + 1;
    }
    return DATELINE_OK;
}

uint32_t source_split(char *line, char separator, char **parts, uint32_t most)
{
    uint32_t count = 0;
    for (char *part = line; part;) {
        char *next = strchr(part, separator);
        if (next)
            *next++ = 0;
        if (count < most)
            parts[count] = trimmed(part);
        count++;
        part = next;
    }
    return count;
}
