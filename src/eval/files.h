/* Whole files, which the readers of gold data take apart. */
#ifndef DATELINE_EVAL_FILES_H
#define DATELINE_EVAL_FILES_H

#include "dateline.h"

/* The whole file as a string, which the caller frees. NULL with DATELINE_CANNOT_READ or DATELINE_NO_MEMORY. */
char *file_text(const char *path, dateline_error *error);

#endif
