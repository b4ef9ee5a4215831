#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool make_room(buffer *to, size_t more)
{
    if (to->failed)
        return false;
    if (more < to->capacity - to->length)
        return true;
    size_t capacity = to->capacity ? to->capacity : 256;
    while (capacity - to->length <= more)
        capacity *= 2;
    char *larger = realloc(to->bytes, capacity);
    if (!larger) {
        free(to->bytes);
        *to = (buffer){.failed = true};
        return false;
    }
    to->bytes = larger;
    to->capacity = capacity;
    return true;
}

void buffer_add(buffer *to, const char *bytes, size_t length)
{
    if (!make_room(to, length))
        return;
    if (length)
        memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    to->bytes[to->length] = 0;
}

void buffer_add_string(buffer *to, const char *string)
{
    buffer_add(to, string, strlen(string));
}

void buffer_print(buffer *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !make_room(to, (size_t)length))
        return;
    va_start(arguments, format);
    vsnprintf(to->bytes + to->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    to->length += (size_t)length;
}

char *buffer_take(buffer *from)
{
    buffer_add(from, "", 0);
    char *bytes = from->bytes;
    *from = (buffer){0};
    return bytes;
}
