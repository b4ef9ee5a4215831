/* Where paragraphs end. */
#ifndef DATELINE_TEXT_PARAGRAPHS_H
#define DATELINE_TEXT_PARAGRAPHS_H

#include "document.h"

/* Whether a single line end closes a paragraph. Text that is wrapped has most of its line ends in
 * the middle of sentences; text with a paragraph a line has most of them after a full stop. */
bool lines_are_paragraphs(const document *doc);

/* What stands between a token that ends at byte `end` and the one that begins at `next`; `line_breaks`: lines are paragraphs. */
line_break break_between(const document *doc, uint32_t end, uint32_t next, bool line_breaks);

#endif
