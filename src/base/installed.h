/* Where the data lies that belongs to the program. */
#ifndef DATELINE_BASE_INSTALLED_H
#define DATELINE_BASE_INSTALLED_H

#include <stddef.h>

/* The path of an installed file or folder: beside the program, as a build leaves it, else where it was installed. */
void installed_path(const char *name, const char *ending, char *out, size_t room);

#endif
