#include "base/mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

status mapping_open(mapping *file, const char *path, dateline_error *error)
{
    *file = (mapping){0};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", path, strerror(errno));
    struct stat about;
    if (fstat(descriptor, &about) != 0 || S_ISDIR(about.st_mode)) {
        int reason = S_ISDIR(about.st_mode) ? EISDIR : errno;
        close(descriptor);
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", path, strerror(reason));
    }
    if (about.st_size > 0) {
        void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (bytes == MAP_FAILED) {
            int reason = errno;
            close(descriptor);
            return fail(error, DATELINE_CANNOT_READ, "%s: %s", path, strerror(reason));
        }
        *file = (mapping){bytes, (size_t)about.st_size};
    }
    close(descriptor);
    return DATELINE_OK;
}

void mapping_close(mapping *file)
{
    if (file->bytes)
        munmap((void *)file->bytes, file->length);
    *file = (mapping){0};
}
