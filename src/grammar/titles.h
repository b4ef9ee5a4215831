/* What stands between quotation marks and names something, rather than repeats somebody's words. */
#ifndef DATELINE_GRAMMAR_TITLES_H
#define DATELINE_GRAMMAR_TITLES_H

#include "document.h"

/* Whether a quotation is a title: of a seminar, a book, a theme. By the word before it, or by its capitals. */
bool is_title(const document *doc, const quotation *q);

#endif
