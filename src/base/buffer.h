/* Text that grows, outside any arena: what is handed to the caller, who frees it. */
#ifndef DATELINE_BASE_BUFFER_H
#define DATELINE_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct buffer {
    char *bytes; /* zero-terminated once anything was added; freed with free() */
    size_t length, capacity;
    bool failed; /* memory ran out: bytes is NULL, and further additions do nothing */
} buffer;

void buffer_add(buffer *to, const char *bytes, size_t length);
void buffer_add_string(buffer *to, const char *string);
void buffer_print(buffer *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text, which is now the caller's; NULL where memory ran out. An empty buffer gives "". */
char *buffer_take(buffer *from);

#endif
