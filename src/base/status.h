/* Errors as values. */
#ifndef DATELINE_BASE_STATUS_H
#define DATELINE_BASE_STATUS_H

#include "dateline.h"

#include <stdarg.h>

typedef dateline_status status;

/* Fills `error`, if there is one, and returns `code`: return fail(error, DATELINE_BAD_INPUT, ...). */
status fail(dateline_error *error, status code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* "FILE:LINE: what is wrong there", cut to `size` bytes. */
void message_at(char *out, size_t size, const char *file, uint32_t line, const char *format, va_list arguments)
    __attribute__((format(printf, 5, 0)));

#endif
