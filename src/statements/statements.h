/* Statements: who said what, with which force. */
#ifndef DATELINE_STATEMENTS_STATEMENTS_H
#define DATELINE_STATEMENTS_STATEMENTS_H

#include "document.h"

/* Reads trees, quotation marks and actors; appends statements, in the order of the text. */
status find_statements(document *doc);

#endif
