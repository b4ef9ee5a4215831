#include "eval/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *file_text(const char *path, dateline_error *error)
{
    FILE *in = fopen(path, "rb");
    char *text = NULL, part[1 << 16];
    size_t length = 0, count;
    FILE *out = in ? open_memstream(&text, &length) : NULL;
    while (out && (count = fread(part, 1, sizeof part, in)) > 0)
        fwrite(part, 1, count, out);
    bool broken = !in || ferror(in);
    if (broken) {
        error->status = DATELINE_CANNOT_READ;
        snprintf(error->message, sizeof error->message, "%s: %s", path, strerror(errno));
    }
    if (out)
        fclose(out);
    if (in)
        fclose(in);
    if (!broken && !text) {
        error->status = DATELINE_NO_MEMORY;
        snprintf(error->message, sizeof error->message, "%s: no memory to read it", path);
    }
    if (broken) {
        free(text);
        text = NULL;
    }
    return text;
}
