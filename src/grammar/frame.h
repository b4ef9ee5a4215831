/* Who does what to whom around a verb or an event noun: the places that rules name (lexicon/slots.h). */
#ifndef DATELINE_GRAMMAR_FRAME_H
#define DATELINE_GRAMMAR_FRAME_H

#include "document.h"
#include "lexicon/slots.h"

enum { MOST_FILLERS = 6 };

typedef struct frame {
    uint32_t predicate;
    bool passive;
    bool negated;
    uint32_t count[SLOT_COUNT];
    uint32_t filler[SLOT_COUNT][MOST_FILLERS]; /* tokens that head what fills each place */
} frame;

/* Reads the places around a verb, or around a noun that stands for what is done. */
frame frame_of(const document *doc, uint32_t predicate);

/* The head of the subject of a verb, also where it is shared with another verb or stands before a participle;
 * NONE if there is none. */
uint32_t subject_of(const document *doc, uint32_t verb);

/* Whether a verb stands in the passive. */
bool is_passive(const document *doc, uint32_t verb);

/* The first filler of a place, or NONE. */
static inline uint32_t filler_of(const frame *f, slot place)
{
    return f->count[place] ? f->filler[place][0] : NONE;
}

/* Whether a verb tells that something is said, by itself or with its object: "said", "expressed concern". */
bool brings_words(const document *doc, uint32_t verb);

#endif
