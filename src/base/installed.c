#include "base/installed.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void installed_path(const char *name, const char *ending, char *out, size_t room)
{
    char program[2048];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = 0;
    char *slash = strrchr(program, '/');
    if (slash) {
        *slash = 0;
        snprintf(out, room, "%s/../share/dateline/%s%s", program, name, ending);
        if (access(out, R_OK) == 0)
            return;
    }
    snprintf(out, room, "%s/%s%s", DATELINE_DATA, name, ending);
}
