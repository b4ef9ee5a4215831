/* The loops that take the time, compiled once for each instruction set and chosen at run time.
 *
 * All give the same output to the byte: products are added as 32-bit integers, floating point sums
 * run in sixteen lanes in a fixed order, and no multiplication is fused with an addition. */
#ifndef DATELINE_SYNTAX_KERNELS_H
#define DATELINE_SYNTAX_KERNELS_H

#include "syntax/model.h"

typedef struct kernels {
    const char *name;

    /* out[width] = sum of `count` rows of the table, at most 256. */
    void (*embed)(const byte_table *table, const uint32_t *rows, uint32_t count, float *out);

    /* out[width] of width / 2 bytes: each number four bits, 8 added, the first half of them in the lower four. */
    void (*unpack)(const uint8_t *packed, float scale, uint32_t width, float *out);

    /* Rounds in[width] to out[width], at most +-8191 each; returns the scale that brings them back. width: a multiple of LANES. */
    float (*quantize)(const float *in, uint32_t width, int16_t *out);

    /* out[words][layer->rows] of `words` quantized vectors of layer->columns, `stride` numbers apart, each with its scale. */
    void (*multiply)(const matrix *layer, const int16_t *in, uint32_t stride, const float *scales, uint32_t words, float *out);

    /* x[width] = layer normalization of x + add; norm: gain[width], bias[width]. add may be NULL. */
    void (*normalize)(float *x, const float *add, const float *norm, uint32_t width);

    /* Simple recurrent units over gates[words][3 * width], the first half of the width forwards, the second
     * backwards; out[words][width] is what is added to the layer's input. */
    void (*recur)(const float *gates, uint32_t words, uint32_t width, float *out);

    /* scores[count] become shares of 1: exp(score * scale), divided by their sum. There is room to a multiple of LANES. */
    void (*share)(float *scores, uint32_t count, float scale);

    /* out[width] = sum of shares[k] * rows[k][width] of `count` rows that are `stride` apart; width: a multiple of LANES. Where the
     * rows are vectors turned on their side, out has the products of the vector `shares` with each of them. */
    void (*blend)(const float *shares, const float *rows, uint32_t stride, uint32_t count, uint32_t width, float *out);

    /* Gaussian error linear units (Hendrycks and Gimpel 2016), in place. */
    void (*bend)(float *x, size_t count);
} kernels;

/* The best of what this processor has; DATELINE_KERNELS=plain|avx2|avx512 in the environment forces one. */
const kernels *kernels_choose(void);

/* The kernels of one name, or NULL where this processor has none such. */
const kernels *kernels_named(const char *name);

#endif
