/* The network over a window of words: what each word is, where sentences end, who governs whom. */
#ifndef DATELINE_SYNTAX_ENCODE_H
#define DATELINE_SYNTAX_ENCODE_H

#include "syntax/features.h"
#include "syntax/kernels.h"

/* The longest run of tokens that is read at once; train/corpus.py holds the same figure. */
enum { WINDOW_TOKENS = 192 };

/* Room for the numbers of the small network, recurrent.c. */
typedef struct recurrent_room {
    float *gates; /* [capacity][3 * width] */
    float *added; /* [capacity][width] */
} recurrent_room;

/* And for those of the large one, attention.c. */
typedef struct attention_room {
    uint32_t *pieces; /* of the whole document */
    uint32_t *begins; /* [tokens + 1]: where the pieces of a token begin in `pieces` */
    float *x;         /* [capacity][width]; capacity: pieces of a window, with the two around it */
    float *inputs;    /* [capacity][3 * width]: queries, keys, values */
    float *blended;   /* [capacity][width] */
    float *inner;     /* [PIECES_AT_ONCE][inner] */
    float *turned;    /* [width of a head][capacity in full LANES] */
    float *shares;    /* [capacity in full LANES] */
    float *features;  /* [words][width of features] */
} attention_room;

/* And for those of a branch, branch.c. */
typedef struct branch_room {
    float *x;       /* [capacity][width of the branch] */
    float *gates;   /* [capacity][3 * that width] */
    float *added;   /* [capacity][that width] */
    float *answers; /* [capacity][answers] the result */
} branch_room;

/* The hashed features of a word. */
typedef struct word_features {
    uint32_t hash[FEATURE_COUNT];
} word_features;

/* Room for the numbers of one window, reused for all windows of a document. */
typedef struct encoder {
    const model *weights;
    const kernels *run;
    uint32_t capacity; /* words */
    union {
        recurrent_room recurrent;
        attention_room attention;
    } room;
    branch_room attributions, names;
    word_features *features; /* [capacity] of each word */
    float *x;                /* [capacity][width]: the vector of each word */
    float *heads;            /* [capacity][heads.rows]: the result */
    int16_t *quantized;      /* inputs of a layer */
    float *scales;           /* [words, or pieces]: of those inputs */
    float *turned;           /* [arc][capacity and the root, in full LANES]: governors, a number of all beside one another */
    float *products;         /* [capacity and the root, in full LANES] */
    float *hidden;           /* [capacity][label]: a word with its governor */
    float *relations;        /* [capacity][relations] */
} encoder;

/* capacity: words of the longest window. */
void encoder_open(encoder *e, document *doc, uint32_t capacity);

/* Reads tokens [first, first + words) and leaves the outputs in `heads` and in the rooms of the branches. */
void encode(encoder *e, const document *doc, uint32_t first, uint32_t words);

/* Parts of the output of word `w` of the window. */
const float *tag_scores(const encoder *e, uint32_t w);
float end_score(const encoder *e, uint32_t w);
const float *attribution_scores(const encoder *e, uint32_t w); /* the fields of attribution_odds */
const float *name_scores(const encoder *e, uint32_t w);

/* score[n][n + 1] for the sentence of words [first, first + n) of the window: score[d][g] is how well g governs
 * d, score[d][n] how well d is the root. Dozat and Manning (2017), with one bias a distance. */
void score_governors(encoder *e, uint32_t first, uint32_t n, float *score);

/* best[n]: the relation of each word of the sentence to its governor; governor[n] counts from `first`, NONE: the root. */
void best_relations(encoder *e, uint32_t first, uint32_t n, const uint32_t *governor, uint32_t *best);

/* ---- for the two networks and what branches off them ---- */

void recurrent_open(encoder *e, document *doc);
void recurrent_encode(encoder *e, const document *doc, uint32_t words);
void attention_open(encoder *e, document *doc);
void attention_encode(encoder *e, const document *doc, uint32_t first, uint32_t words);
void branch_open(branch_room *room, const branch_network *network, uint32_t capacity, document *doc);
/* Right after the heads, which have rounded the vectors of words. */
void branch_narrow(encoder *e, branch_room *room, const branch_network *network, uint32_t words);
void branch_read(encoder *e, branch_room *room, const branch_network *network, uint32_t words);

/* out[count][layer->rows] of in[count][layer->columns]. */
void apply(encoder *e, const matrix *layer, const float *in, uint32_t count, float *out);

/* x[width] = norm(x + added), for each of `count` vectors; added may be NULL. */
void add_layer(const encoder *e, float *x, const float *added, uint32_t count, uint32_t width, const float *norm);

/* Sum of the rows of the hashed features of word `w` of the window. */
void embed_features(const encoder *e, const byte_table *table, uint32_t w, float *out);

/* Place of the largest; the first of equals. */
uint32_t largest(const float *values, uint32_t count);

#endif
