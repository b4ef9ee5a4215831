#include "base/container.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "Dateline's model and lexicon are mapped as they are, and are little-endian."
#endif

typedef struct file_header {
    char magic[8];
    uint32_t version, count;
    uint64_t checksum;
} file_header;

typedef struct file_section {
    char name[CONTAINER_NAME];
    uint64_t offset, length;
} file_section;

static const file_section *sections_of(const container *from)
{
    return (const file_section *)(from->file.bytes + sizeof(file_header));
}

static status check(const container *from, const char *path, const char magic[8], uint32_t version, status blame, dateline_error *error)
{
    const file_header *header = (const file_header *)from->file.bytes;
    size_t length = from->file.length;
    if (length < sizeof *header || memcmp(header->magic, magic, sizeof header->magic) != 0)
        return fail(error, blame, "%s: not a file of this kind (it should begin with %.8s)", path, magic);
    if (header->version != version)
        return fail(error, blame, "%s: format version %u, but this program reads version %u", path, header->version, version);
    if (header->count > CONTAINER_SECTIONS || sizeof *header + header->count * sizeof(file_section) > length)
        return fail(error, blame, "%s: truncated in its table of sections", path);
    for (uint32_t i = 0; i < header->count; i++) {
        const file_section *section = sections_of(from) + i;
        if (section->offset > length || section->length > length - section->offset)
            return fail(error, blame, "%s: truncated: section \"%.31s\" ends beyond the end of the file", path, section->name);
        if (section->offset % CONTAINER_ALIGNMENT || !memchr(section->name, 0, CONTAINER_NAME))
            return fail(error, blame, "%s: damaged in its table of sections", path);
    }
    if (XXH3_64bits(from->file.bytes + sizeof *header, length - sizeof *header) != header->checksum)
        return fail(error, blame, "%s: damaged: its checksum does not fit its contents", path);
    return DATELINE_OK;
}

status container_open(container *from, const char *path, const char magic[8], uint32_t version, status blame, dateline_error *error)
{
    status opened = mapping_open(&from->file, path, error);
    if (opened != DATELINE_OK) {
        if (error)
            error->status = blame;
        return blame;
    }
    status checked = check(from, path, magic, version, blame, error);
    if (checked != DATELINE_OK)
        container_close(from);
    else
        from->count = ((const file_header *)from->file.bytes)->count;
    return checked;
}

void container_close(container *from)
{
    mapping_close(&from->file);
    from->count = 0;
}

const void *container_section(const container *from, const char *name, size_t length, size_t *found)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const file_section *section = sections_of(from) + i;
        if (strcmp(section->name, name) != 0)
            continue;
        if (length && section->length != length)
            return NULL;
        if (found)
            *found = (size_t)section->length;
        return from->file.bytes + section->offset;
    }
    return NULL;
}

static size_t aligned(size_t offset)
{
    return (offset + CONTAINER_ALIGNMENT - 1) / CONTAINER_ALIGNMENT * CONTAINER_ALIGNMENT;
}

/* The whole file in memory, or NULL. */
static char *assemble(const char magic[8], uint32_t version, const container_part *parts, uint32_t count, size_t *length)
{
    size_t end = sizeof(file_header) + count * sizeof(file_section);
    for (uint32_t i = 0; i < count; i++)
        end = aligned(end) + parts[i].length;
    char *bytes = calloc(1, end);
    if (!bytes)
        return NULL;
    size_t offset = sizeof(file_header) + count * sizeof(file_section);
    for (uint32_t i = 0; i < count; i++) {
        offset = aligned(offset);
        file_section section = {.offset = offset, .length = parts[i].length};
        strncpy(section.name, parts[i].name, CONTAINER_NAME - 1);
        memcpy(bytes + sizeof(file_header) + i * sizeof section, &section, sizeof section);
        if (parts[i].length)
            memcpy(bytes + offset, parts[i].bytes, parts[i].length);
        offset += parts[i].length;
    }
    file_header header = {.version = version, .count = count};
    memcpy(header.magic, magic, sizeof header.magic);
    header.checksum = XXH3_64bits(bytes + sizeof header, end - sizeof header);
    memcpy(bytes, &header, sizeof header);
    *length = end;
    return bytes;
}

status container_write(const char *path, const char magic[8], uint32_t version, const container_part *parts, uint32_t count,
                       dateline_error *error)
{
    size_t length = 0;
    char *bytes = assemble(magic, version, parts, count, &length);
    size_t room = strlen(path) + sizeof ".part";
    char *temporary = malloc(room);
    status result = DATELINE_OK;
    if (!bytes || !temporary) {
        result = fail(error, DATELINE_NO_MEMORY, "%s: no memory to write it", path);
    } else {
        snprintf(temporary, room, "%s.part", path);
        FILE *out = fopen(temporary, "wb");
        bool written = out && fwrite(bytes, 1, length, out) == length;
        if (out && fclose(out) != 0)
            written = false;
        if (!written || rename(temporary, path) != 0) {
            result = fail(error, DATELINE_CANNOT_WRITE, "%s: %s", path, strerror(errno));
            unlink(temporary);
        }
    }
    free(bytes);
    free(temporary);
    return result;
}
