/* What the header and the dateline read with. lines.c steps over bytes; dateline.c reads the dateline. */
#ifndef DATELINE_READ_HEADER_PARTS_H
#define DATELINE_READ_HEADER_PARTS_H

#include "read/header.h"

enum { LONGEST_PLACE = 30 };

/* The first place from `place` on that is no blank, or no space at all. */
uint32_t skip_blanks(slice text, uint32_t place);
uint32_t skip_space(slice text, uint32_t place);

uint32_t end_of_line(slice text, uint32_t place);

/* Bytes [begin, end) without the space at both ends. */
span without_blanks(slice text, uint32_t begin, uint32_t end);

/* A day at `place`: its length, or 0. Notes one that does not exist. */
uint32_t take_day(slice text, uint32_t place, header *out);

/* Capitals at the beginning, in words of capitals ("ISLAMABAD", "NEW DELHI") or one capitalized name before a comma or bracket, then
 * perhaps a day and an agency, one of which a name in small letters must have, then a dash; in capitals and with a day, or with a day and
 * a year, a full stop will do, and with a day and an agency the bracket. Returns where the report goes on, or `place` if there is none. */
uint32_t take_dateline(slice text, uint32_t place, header *out);

/* "Baku, Azerbaijan, Aug. 22": a dateline on a line of its own. Returns where the line ends, or `place` if it is none. */
uint32_t take_dateline_alone(slice text, uint32_t place, header *out);

#endif
