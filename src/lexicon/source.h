/* Plain-text files of the lexicon, line by line. */
#ifndef DATELINE_LEXICON_SOURCE_H
#define DATELINE_LEXICON_SOURCE_H

#include "lexicon/builder.h"

/* Calls `take` with every line that is not empty and not a comment (#), with b->file and b->line
 * set. Lines are zero-terminated, without line ends, and may be written to. The file must be UTF-8. */
status source_lines(builder *b, const char *folder, const char *file, void (*take)(builder *b, char *line, void *context), void *context,
                    dateline_error *error);

/* Cuts `line` at each `separator` into at most `most` parts without blanks around them; returns how many
 * there are. */
uint32_t source_split(char *line, char separator, char **parts, uint32_t most);

#endif
