/* What a text is known by. */
#ifndef DATELINE_BASE_DIGEST_H
#define DATELINE_BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_TEXT = 33 };

/* The first 128 bits of the SHA-256 of a text, in hex, and a zero byte. */
void digest(const char *text, size_t length, char out[DIGEST_TEXT]);

#endif
