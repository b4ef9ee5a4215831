/* What stands between double quotation marks, also over several sentences. */
#ifndef DATELINE_TEXT_QUOTATIONS_H
#define DATELINE_TEXT_QUOTATIONS_H

#include "document.h"

/* The stage: reads tokens and paragraphs, writes doc->quotations. */
status find_quotations(document *doc);

#endif
