/* Errors as values. */
#ifndef DATELINE_BASE_STATUS_H
#define DATELINE_BASE_STATUS_H

#include "dateline.h"

typedef dateline_status status;

/* Fills `error`, if there is one, and returns `code`: return fail(error, DATELINE_BAD_INPUT, ...). */
status fail(dateline_error *error, status code, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
