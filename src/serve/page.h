/* The files of web/, which the build lays into the program: cmake/page.cmake writes the table. */
#ifndef DATELINE_SERVE_PAGE_H
#define DATELINE_SERVE_PAGE_H

#include <stddef.h>

typedef struct page_file {
    const char *path; /* "/room.css"; NULL ends the table */
    const char *type;
    const unsigned char *bytes;
    size_t length;
} page_file;

extern const page_file page_files[];

#endif
