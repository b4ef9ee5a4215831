/* Dictionaries of TABARI and PETRARCH made ours: what the files of this folder share. */
#ifndef DATELINE_IMPORT_PETRARCH_H
#define DATELINE_IMPORT_PETRARCH_H

#include "base/arena.h"
#include "base/array.h"
#include "base/span.h"
#include "base/status.h"

#include <stdio.h>

/* A dictionary on its way. */
typedef struct importing {
    arena memory;
    const char *file; /* that is read, without its folder, and its line */
    uint32_t line;
    void (*complain)(const char *message, void *context);
    void *context;
    dateline_import_counts counts;
    LIST(const char *) sets; /* of words, as our rules name them */
    slice codes;             /* the text of cameo.tsv, which tells the codes that PLOVER knows */
} importing;

/* A line that could not be converted, and why. */
void leave(importing *im, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A name as our dictionaries write it: blanks for underscores, lower case, no bars and no blanks around it. "" if nothing is left. */
const char *plain_name(importing *im, slice name);

/* The text between `open` and the `close` after it, at or after *place, which moves behind it; false: there is none. */
bool between(slice line, char open, char close, uint32_t *place, slice *out);

slice trimmed(slice text);

/* Whether PLOVER has this CAMEO code. */
bool is_known_code(const importing *im, slice code);

/* One converter a kind of dictionary: `text` is the whole file, UTF-8 or not. */
void import_actors(importing *im, slice text, FILE *out);
void import_agents(importing *im, slice text, FILE *out);
void import_verbs(importing *im, slice text, FILE *out);

/* The next line of a text without its comment (from `comment` on; 0: it has none) and line end; counts im->line. Lines that are not UTF-8
 * are left. false: no more. */
bool next_line(importing *im, slice text, uint32_t *place, char comment, slice *out);

#endif
