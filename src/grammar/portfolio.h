/* What a minister has charge of. */
#ifndef DATELINE_GRAMMAR_PORTFOLIO_H
#define DATELINE_GRAMMAR_PORTFOLIO_H

#include "document.h"

/* The token after what a minister has charge of, who is named right after it or behind a comma, "Minister for | Rural Development |, Ana
 * Vega"; `first` if none begins there. */
uint32_t portfolio_end(const document *doc, uint32_t first);

/* The same of one whom no name follows, "the Minister for | Roads, Bridges and Ports | spoke", from any of its words; `token` if it is
 * none. */
uint32_t charges_end(const document *doc, uint32_t token);

/* The "Minister" whom a name follows and what he has charge of stands before, "| Information and Broadcasting | Minister Ana Vega"; `first`
 * if no such words begin there. */
uint32_t minister_behind(const document *doc, uint32_t first);

#endif
