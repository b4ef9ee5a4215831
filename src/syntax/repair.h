/* Mends what the parser gets wrong in a way that can be told from the tree itself. */
#ifndef DATELINE_SYNTAX_REPAIR_H
#define DATELINE_SYNTAX_REPAIR_H

#include "document.h"

/* A sentence without a finite verb, but with a participle between two nouns, is read as subject, verb and object:
 * "Canada imposed sanctions on Belarus" is no kind of sanctions. A finite verb that is coordinated with a noun is its
 * predicate: "France and Germany condemned it". A pronoun in capitals
 * that is the name of a body ("the WHO said") is a name. Called before the tree is linked. */
void repair_sentence(document *doc, sentence s);

#endif
