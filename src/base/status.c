#include "base/status.h"

#include <stdio.h>

status fail(dateline_error *error, status code, const char *format, ...)
{
    if (!error)
        return code;
    error->status = code;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return code;
}

void message_at(char *out, size_t size, const char *file, uint32_t line, const char *format, va_list arguments)
{
    int written = snprintf(out, size, "%s:%u: ", file, line);
    size_t used = written < 0 ? 0 : (size_t)written;
    if (used < size) /* else the name of the file alone fills it */
        vsnprintf(out + used, size - used, format, arguments);
}
