/* Words cut into the pieces that the large network knows (Schuster and Nakajima 2012); train/pieces.py cuts the same. */
#ifndef DATELINE_SYNTAX_PIECES_H
#define DATELINE_SYNTAX_PIECES_H

#include "syntax/model.h"

enum { MOST_PIECES = 8 }; /* of one word; what comes after them is not read */

/* Numbers of the pieces of a word in small letters, at least one; returns how many. */
uint32_t cut_pieces(const piece_table *pieces, slice lower, uint32_t out[MOST_PIECES]);

#endif
