/* Compiled once for each instruction set, with KERNEL_NAME set to plain, avx2 or avx512. But for the sums of products,
 * the loops are plain C in shapes that compilers turn into vector code. */
#include "syntax/kernels.h"

#include <math.h>
#if defined(__SSE2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define TEXT_(a) #a
#define TEXT(a) TEXT_(a)

static const float LARGEST_INPUT = 2047.0f;

static void embed(const int8_t *table, const uint32_t *rows, uint32_t count, uint32_t width, float scale, float *out)
{
    int16_t sum[512] = {0}; /* of a few numbers of at most 127 each */
    for (uint32_t r = 0; r < count; r++) {
        const int8_t *row = table + (size_t)rows[r] * width;
        for (uint32_t i = 0; i < width; i++)
            sum[i] = (int16_t)(sum[i] + row[i]);
    }
    for (uint32_t i = 0; i < width; i++)
        out[i] = (float)sum[i] * scale;
}

/* The factor that brings the largest number of a vector to LARGEST_INPUT. */
static float factor_of(const float *in, uint32_t width)
{
    float largest[LANES] = {0}, most = 1e-8f;
    for (uint32_t i = 0; i < width; i += LANES)
        for (uint32_t k = 0; k < LANES; k++) {
            float size = fabsf(in[i + k]);
            largest[k] = size > largest[k] ? size : largest[k];
        }
    for (uint32_t k = 0; k < LANES; k++)
        most = largest[k] > most ? largest[k] : most;
    return LARGEST_INPUT / most;
}

static void quantize(const float *in, uint32_t words, uint32_t width, int32_t *out, float *scales)
{
    for (uint32_t w = 0; w < words; w++) {
        int32_t *to = out + (size_t)(w / TILE * TILE) * (width / 2) + w % TILE;
        const float *from = in + (size_t)w * width;
        float factor = factor_of(from, width);
        scales[w] = 1.0f / factor;
        int16_t rounded[1024];
        for (uint32_t i = 0; i < width; i++) {
            float scaled = from[i] * factor;
            rounded[i] = (int16_t)(int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
        }
        for (uint32_t i = 0; i < width; i += 2)
            memcpy(to + (size_t)i / 2 * TILE, rounded + i, sizeof *to);
    }
}

/* ---- sums of products ----
 *
 * A block of the weights holds LANES rows, two columns of each beside one another: one instruction multiplies two
 * columns of several rows with two inputs and adds each pair, and no sum runs across lanes. The sums of LANES_A_SUM rows
 * lie in a register for each of the TILE words, which share each load of the weights. (They are stored by intrinsics:
 * gcc 12 makes slower code of a memcpy, by 6 % of the layer with AVX2.) */

#if defined(__AVX512VNNI__)
typedef __m512i sums;

static inline sums add_products(sums to, const int16_t *weights, int32_t inputs)
{
    return _mm512_dpwssd_epi32(to, _mm512_load_si512(weights), _mm512_set1_epi32(inputs));
}

static inline void store_sums(sums from, int32_t *out)
{
    _mm512_storeu_si512(out, from);
}
#elif defined(__AVX2__)
typedef __m256i sums;

static inline sums add_products(sums to, const int16_t *weights, int32_t inputs)
{
    return _mm256_add_epi32(to, _mm256_madd_epi16(_mm256_load_si256((const __m256i *)weights), _mm256_set1_epi32(inputs)));
}

static inline void store_sums(sums from, int32_t *out)
{
    _mm256_storeu_si256((__m256i *)out, from);
}
#elif defined(__SSE2__)
typedef __m128i sums;

static inline sums add_products(sums to, const int16_t *weights, int32_t inputs)
{
    return _mm_add_epi32(to, _mm_madd_epi16(_mm_load_si128((const __m128i *)weights), _mm_set1_epi32(inputs)));
}

static inline void store_sums(sums from, int32_t *out)
{
    _mm_storeu_si128((__m128i *)out, from);
}
#elif defined(__ARM_NEON)
typedef int32x4_t sums;

static inline sums add_products(sums to, const int16_t *weights, int32_t inputs)
{
    int16x4x2_t columns = vld2_s16(weights);
    int16x4_t pair = vreinterpret_s16_s32(vdup_n_s32(inputs));
    return vmlal_lane_s16(vmlal_lane_s16(to, columns.val[0], pair, 0), columns.val[1], pair, 1);
}

static inline void store_sums(sums from, int32_t *out)
{
    vst1q_s32(out, from);
}
#else
typedef int32_t sums;

static inline sums add_products(sums to, const int16_t *weights, int32_t inputs)
{
    return to + weights[0] * (int16_t)(uint16_t)inputs + weights[1] * (int16_t)(uint16_t)((uint32_t)inputs >> 16);
}

static inline void store_sums(sums from, int32_t *out)
{
    *out = from;
}
#endif

enum { LANES_A_SUM = sizeof(sums) / sizeof(int32_t) };

/* LANES_A_SUM rows for one word: out[row] = sum * scales + bias. `rows`: how many of them there are. */
static inline void finish(sums from, float word_scale, const float *restrict scale, const float *restrict bias, uint32_t rows, float *restrict out)
{
    int32_t sum[LANES_A_SUM];
    store_sums(from, sum);
    if (rows >= LANES_A_SUM) /* of a fixed length, which compilers lay out as vectors */
        for (uint32_t k = 0; k < LANES_A_SUM; k++)
            out[k] = (float)sum[k] * (scale[k] * word_scale) + bias[k];
    else
        for (uint32_t k = 0; k < rows; k++)
            out[k] = (float)sum[k] * (scale[k] * word_scale) + bias[k];
}

/* LANES_A_SUM rows from `row` on for a tile of words, of which the first `words` are some. */
static void multiply_tile(const matrix *layer, uint32_t row, const int32_t *in, const float *scales, uint32_t words, float *out)
{
    const int16_t *weights = layer->weight + (size_t)(row / LANES * LANES) * layer->columns + row % LANES * 2;
    sums a = {0}, b = a, c = a, d = a, e = a, f = a, g = a, h = a; /* one for each word */
    for (uint32_t i = 0; i < layer->columns; i += 2, weights += 2 * LANES, in += TILE) {
        a = add_products(a, weights, in[0]);
        b = add_products(b, weights, in[1]);
        c = add_products(c, weights, in[2]);
        d = add_products(d, weights, in[3]);
        e = add_products(e, weights, in[4]);
        f = add_products(f, weights, in[5]);
        g = add_products(g, weights, in[6]);
        h = add_products(h, weights, in[7]);
    }
    const sums all[TILE] = {a, b, c, d, e, f, g, h};
    for (uint32_t w = 0; w < words; w++)
        finish(all[w], scales[w], layer->scale + row, layer->bias + row, layer->rows - row, out + (size_t)w * layer->rows + row);
}

static void multiply(const matrix *layer, const int32_t *in, const float *scales, uint32_t words, float *out)
{
    for (uint32_t row = 0; row < layer->rows; row += LANES_A_SUM)
        for (uint32_t w = 0; w < words; w += TILE)
            multiply_tile(layer, row, in + (size_t)w * (layer->columns / 2), scales + w, words - w < TILE ? words - w : TILE, out + (size_t)w * layer->rows);
}

/* The sum of sixteen lanes, pairwise, always in the same order. */
static float lanes_sum(const float lane[LANES])
{
    float eight[8], four[4];
    for (uint32_t k = 0; k < 8; k++)
        eight[k] = lane[k] + lane[k + 8];
    for (uint32_t k = 0; k < 4; k++)
        four[k] = eight[k] + eight[k + 4];
    return (four[0] + four[2]) + (four[1] + four[3]);
}

static void compare(const float *left, const float *turned, uint32_t width, uint32_t count, float *out)
{
    for (uint32_t first = 0; first < count; first += LANES) {
        float lane[LANES] = {0};
        for (uint32_t i = 0; i < width; i++)
            for (uint32_t k = 0; k < LANES; k++)
                lane[k] += left[i] * turned[(size_t)i * count + first + k];
        for (uint32_t k = 0; k < LANES; k++)
            out[first + k] = lane[k];
    }
}

static void normalize(float *x, const float *add, const float *norm, uint32_t width)
{
    float lane[LANES] = {0}, squares[LANES] = {0};
    if (add)
        for (uint32_t i = 0; i < width; i++)
            x[i] += add[i];
    for (uint32_t i = 0; i < width; i += LANES)
        for (uint32_t k = 0; k < LANES; k++)
            lane[k] += x[i + k];
    float mean = lanes_sum(lane) / (float)width;
    for (uint32_t i = 0; i < width; i += LANES)
        for (uint32_t k = 0; k < LANES; k++) {
            float distance = x[i + k] - mean;
            squares[k] += distance * distance;
        }
    float factor = 1.0f / sqrtf(lanes_sum(squares) / (float)width + 1e-5f);
    for (uint32_t i = 0; i < width; i++)
        x[i] = (x[i] - mean) * factor * norm[i] + norm[width + i];
}

static float gate(float x)
{
    return 0.5f + 0.5f * x / (1.0f + fabsf(x));
}

static void recur(const float *gates, uint32_t words, uint32_t width, float *out)
{
    float state[512] = {0};
    uint32_t half = width / 2;
    for (uint32_t step = 0; step < words; step++)
        for (uint32_t direction = 0; direction < 2; direction++) {
            uint32_t word = direction ? words - 1 - step : step, first = direction ? half : 0;
            const float *value = gates + (size_t)word * 3 * width + first, *forget = value + width, *reset = forget + width;
            float *cell = state + first, *to = out + (size_t)word * width + first;
            for (uint32_t i = 0; i < half; i++) {
                float keep = gate(forget[i] + 1.0f);
                cell[i] = keep * cell[i] + (1.0f - keep) * value[i];
                to[i] = gate(reset[i]) * cell[i];
            }
        }
}

const kernels JOIN(kernels_, KERNEL_NAME) = {TEXT(KERNEL_NAME), embed, quantize, multiply, normalize, recur, compare};
