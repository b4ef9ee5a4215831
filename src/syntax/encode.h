/* The network over a window of words: what each word is, where sentences end, who governs whom. */
#ifndef DATELINE_SYNTAX_ENCODE_H
#define DATELINE_SYNTAX_ENCODE_H

#include "syntax/kernels.h"

/* The longest run of tokens that is read at once; train/corpus.py holds the same figure. */
enum { WINDOW_TOKENS = 192 };

/* Room for the numbers of one window, reused for all windows of a document. */
typedef struct encoder {
    const model *weights;
    const kernels *run;
    uint32_t capacity; /* words */
    float *x;          /* [capacity][width] */
    float *wide;       /* [capacity][3 * width]: the gates of a recurrence */
    float *added;      /* [capacity][width] */
    float *heads;      /* [capacity][heads.rows]: the result */
    int16_t *quantized; /* [capacity][width, or label], with a vector of zeros before and after them */
    float *scales;     /* [capacity] */
    float *turned;     /* [arc][capacity and the root, in full LANES]: governors, a number of all beside one another */
    float *products;   /* [capacity and the root, in full LANES] */
    float *hidden;     /* [capacity][label]: a word with its governor */
    float *relations;  /* [capacity][relations] */
} encoder;

void encoder_open(encoder *e, document *doc, uint32_t capacity);

/* Reads tokens [first, first + words) and leaves the heads' outputs in `heads`. */
void encode(encoder *e, const document *doc, uint32_t first, uint32_t words);

/* Parts of the output of word `w` of the window. */
const float *tag_scores(const encoder *e, uint32_t w);
float end_score(const encoder *e, uint32_t w);
const float *mention_scores(const encoder *e, uint32_t w);

/* score[n][n + 1] for the sentence of words [first, first + n) of the window: score[d][g] is how well g governs
 * d, score[d][n] how well d is the root. Dozat and Manning (2017), with one bias a distance. */
void score_governors(encoder *e, uint32_t first, uint32_t n, float *score);

/* best[n]: the relation of each word of the sentence to its governor; governor[n] counts from `first`, NONE: the root. */
void best_relations(encoder *e, uint32_t first, uint32_t n, const uint32_t *governor, uint32_t *best);

/* Place of the largest; the first of equals. */
uint32_t largest(const float *values, uint32_t count);

#endif
