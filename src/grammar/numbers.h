/* Numbers as news writes them: "120", "1,500", "2.5 million", "twenty-five", "two hundred", "a dozen". */
#ifndef DATELINE_GRAMMAR_NUMBERS_H
#define DATELINE_GRAMMAR_NUMBERS_H

#include "document.h"

/* The number that begins at `token`, rounded to a whole one; returns the token after it, or `token` if there is none. */
uint32_t number_at(const document *doc, uint32_t token, uint64_t *value);

/* An ordinal at `token`: "31st", "thirty-first", "third"; returns the token after it, or `token`. */
uint32_t ordinal_at(const document *doc, uint32_t token, uint64_t *value);

/* Whether "about", "some", "nearly" ... stands before a number. */
bool is_approximate(const document *doc, uint32_t number);

/* What a noun counts, "dozens of rockets", "a series of raids": a token, or NONE. */
uint32_t counted_by(const document *doc, uint32_t token);

/* "arrested 12", "200 more", "three others": whether a number stands with no noun, as it does for people. */
bool counts_people(const document *doc, uint32_t token);

#endif
