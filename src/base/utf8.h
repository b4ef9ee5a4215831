/* Code points in UTF-8. Character classes are those of utf8proc. */
#ifndef DATELINE_BASE_UTF8_H
#define DATELINE_BASE_UTF8_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Length of the longest valid beginning of the bytes: `length` when all of it is UTF-8. */
size_t utf8_valid(const char *bytes, size_t length);

/* The code point at `*place`, which moves past it. The bytes must be valid UTF-8. */
uint32_t utf8_next(const char *bytes, uint32_t *place);

/* Where the code point before `place` begins. */
uint32_t utf8_before(const char *bytes, uint32_t place);

/* Writes one code point; returns its length, 1 to 4. */
uint32_t utf8_put(uint32_t code, char out[4]);

bool utf8_is_letter(uint32_t code); /* letters and the marks that belong to them */
bool utf8_is_upper(uint32_t code);
bool utf8_is_lower(uint32_t code);
bool utf8_is_digit(uint32_t code);    /* decimal digits of any script */
bool utf8_is_currency(uint32_t code); /* signs of money */
bool utf8_is_space(uint32_t code);    /* white space, and what separates lines */
bool utf8_is_control(uint32_t code);  /* controls, private use, unassigned, bidirectional marks */

bool utf8_is_mark(uint32_t code);         /* marks that take no room of their own */
bool utf8_is_alphanumeric(uint32_t code); /* letters and numbers of any kind */

/* A letter and its marks, as canonical decomposition (Unicode, NFD) tells them apart; returns how many, at most `room`. */
uint32_t utf8_decompose(uint32_t code, uint32_t *out, uint32_t room);

/* Whether a typographic apostrophe, U+2019, of three bytes, stands at a place. */
static inline bool utf8_curly_at(slice text, uint32_t place)
{
    return text.length - place >= 3 && memcmp(text.bytes + place, "\xe2\x80\x99", 3) == 0;
}

/* Whether a text has no small letter: "WHO", "KUWAIT CITY", "2024". */
bool utf8_is_shouted(slice text);

/* The bytes in lower case, in the arena. */
slice utf8_lower(arena *memory, slice of);

#endif
