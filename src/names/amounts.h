/* Sums of money and shares in percent. */
#ifndef DATELINE_NAMES_AMOUNTS_H
#define DATELINE_NAMES_AMOUNTS_H

#include "document.h"

/* The stage: appends an entity for each amount. It runs last, since amounts are nobody: no other stage asks for them. */
status find_amounts(document *doc);

#endif
