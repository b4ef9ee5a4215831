/* The last step: a document's parts as the public record. */
#ifndef DATELINE_RECORD_H
#define DATELINE_RECORD_H

#include "document.h"

void make_record(document *doc);

#endif
