#include "base/status.h"

#include <stdarg.h>
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
