/* Compiled once for each instruction set, with KERNEL_NAME set to plain, avx2 or avx512. But for the sums of products,
 * the loops are plain C in shapes that compilers turn into vector code. */
#include "syntax/kernels.h"

#include <math.h>
#include <string.h>
#if defined(__SSE2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)
#define TEXT_(a)    #a
#define TEXT(a)     TEXT_(a)

static const float LARGEST_INPUT = 8191.0f;

/* Sums of at most 256 numbers of at most 127 each fit sixteen bits. */
static void embed(const byte_table *table, const uint32_t *restrict rows, uint32_t count, float *restrict out)
{
    enum { AT_ONCE = 64 };
    const size_t width = table->width;
    for (size_t first = 0; first < width; first += AT_ONCE) {
        size_t columns = width - first < AT_ONCE ? width - first : AT_ONCE;
        int16_t sum[AT_ONCE] = {0};
        for (uint32_t r = 0; r < count; r++) {
            const int8_t *row = table->values + rows[r] * width + first;
            if (columns == AT_ONCE) /* of a fixed length, which compilers lay out as vectors */
                for (size_t i = 0; i < AT_ONCE; i++)
                    sum[i] = (int16_t)(sum[i] + row[i]);
            else
                for (size_t i = 0; i < columns; i++)
                    sum[i] = (int16_t)(sum[i] + row[i]);
        }
        for (size_t i = 0; i < columns; i++)
            out[first + i] = (float)sum[i] * table->scale;
    }
}

static void unpack(const uint8_t *restrict packed, float scale, uint32_t width, float *restrict out)
{
    const size_t half = width / 2;
    for (size_t i = 0; i < half; i++) {
        out[i] = (float)((packed[i] & 15) - 8) * scale;
        out[half + i] = (float)((packed[i] >> 4) - 8) * scale;
    }
}

/* The factor that brings the largest number of a vector to LARGEST_INPUT. Without their signs, floats are ordered as their
 * bits are, and of whole numbers compilers seek the largest many at a time. */
static float factor_of(const float *restrict in, uint32_t width)
{
    const float least = 1e-8f;
    int32_t most = 0;
    for (size_t i = 0; i < width; i++) {
        int32_t bits;
        memcpy(&bits, in + i, sizeof bits);
        bits &= INT32_MAX;
        most = bits > most ? bits : most;
    }
    float largest;
    memcpy(&largest, &most, sizeof largest);
    return LARGEST_INPUT / (largest > least ? largest : least);
}

static float quantize(const float *restrict in, uint32_t width, int16_t *restrict out)
{
    float factor = factor_of(in, width);
    for (size_t i = 0; i < width; i++) {
        float scaled = in[i] * factor;
        out[i] = (int16_t)(int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
    }
    return 1.0f / factor;
}

/* ---- sums of products ----
 *
 * A block of the weights holds LANES rows, two columns of each beside one another: one instruction multiplies two
 * columns of several rows with two inputs and adds each pair, and no sum runs across lanes. The sums of LANES_A_SUM rows
 * lie in a register; a tile is two of them for each of WORDS_A_TILE words, which share each load of the weights. (Sums are
 * stored by intrinsics: gcc 12 makes slower code of a memcpy, by 6 % of the layer with AVX2.) */

#if defined(__AVX512VNNI__)
typedef __m512i sums;

static inline sums widened(const int8_t *weights)
{
    return _mm512_cvtepi8_epi16(_mm256_load_si256((const __m256i *)weights));
}

static inline sums add_products(sums to, sums weights, int32_t inputs)
{
    return _mm512_dpwssd_epi32(to, weights, _mm512_set1_epi32(inputs));
}

static inline void store_sums(sums from, int32_t *out)
{
    _mm512_storeu_si512(out, from);
}
#elif defined(__AVX2__)
typedef __m256i sums;

static inline sums widened(const int8_t *weights)
{
    return _mm256_cvtepi8_epi16(_mm_load_si128((const __m128i *)weights));
}

static inline sums add_products(sums to, sums weights, int32_t inputs)
{
    return _mm256_add_epi32(to, _mm256_madd_epi16(weights, _mm256_set1_epi32(inputs)));
}

static inline void store_sums(sums from, int32_t *out)
{
    _mm256_storeu_si256((__m256i *)out, from);
}
#elif defined(__SSE2__)
typedef __m128i sums;

static inline sums widened(const int8_t *weights)
{
    __m128i narrow = _mm_loadl_epi64((const __m128i *)weights);
    return _mm_srai_epi16(_mm_unpacklo_epi8(narrow, narrow), 8); /* each byte above itself, then brought down with its sign */
}

static inline sums add_products(sums to, sums weights, int32_t inputs)
{
    return _mm_add_epi32(to, _mm_madd_epi16(weights, _mm_set1_epi32(inputs)));
}

static inline void store_sums(sums from, int32_t *out)
{
    _mm_storeu_si128((__m128i *)out, from);
}
#elif defined(__ARM_NEON)
typedef int32x4_t sums;

static inline int16x8_t widened(const int8_t *weights)
{
    return vmovl_s8(vld1_s8(weights));
}

static inline sums add_products(sums to, int16x8_t weights, int32_t inputs)
{
    int16x4x2_t columns = vuzp_s16(vget_low_s16(weights), vget_high_s16(weights));
    int16x4_t pair = vreinterpret_s16_s32(vdup_n_s32(inputs));
    return vmlal_lane_s16(vmlal_lane_s16(to, columns.val[0], pair, 0), columns.val[1], pair, 1);
}

static inline void store_sums(sums from, int32_t *out)
{
    vst1q_s32(out, from);
}
#else
typedef int32_t sums;

static inline const int8_t *widened(const int8_t *weights)
{
    return weights;
}

static inline sums add_products(sums to, const int8_t *weights, int32_t inputs)
{
    return to + weights[0] * (int16_t)(uint16_t)inputs + weights[1] * (int16_t)(uint16_t)((uint32_t)inputs >> 16);
}

static inline void store_sums(sums from, int32_t *out)
{
    *out = from;
}
#endif

enum { LANES_A_SUM = sizeof(sums) / sizeof(int32_t), WORDS_A_TILE = 4 };

/* LANES_A_SUM rows for one word: out[row] = sum * scales + bias. `rows`: how many of them there are. */
static inline void finish(sums from, float word_scale, const float *restrict scale, const float *restrict bias, uint32_t rows,
                          float *restrict out)
{
    int32_t sum[LANES_A_SUM];
    store_sums(from, sum);
    if (rows >= LANES_A_SUM)
        for (size_t k = 0; k < LANES_A_SUM; k++)
            out[k] = (float)sum[k] * (scale[k] * word_scale) + bias[k];
    else
        for (size_t k = 0; k < rows; k++)
            out[k] = (float)sum[k] * (scale[k] * word_scale) + bias[k];
}

static inline int32_t pair_at(const int16_t *in)
{
    int32_t pair;
    memcpy(&pair, in, sizeof pair);
    return pair;
}

/* Twice LANES_A_SUM rows from `row` on for up to WORDS_A_TILE words. */
static void multiply_tile(const matrix *layer, uint32_t row, const int16_t *in, uint32_t stride, const float *scales, uint32_t words,
                          float *out)
{
    uint32_t second = row + LANES_A_SUM;
    const int8_t *upper = layer->weight + (size_t)(row / LANES * LANES) * layer->columns + row % LANES * 2;
    const int8_t *lower = layer->weight + (size_t)(second / LANES * LANES) * layer->columns + second % LANES * 2;
    /* where there are fewer words, the last one is read again */
    const int16_t *of[WORDS_A_TILE];
    for (uint32_t w = 0; w < WORDS_A_TILE; w++)
        of[w] = in + (size_t)(w < words ? w : words - 1) * stride;
    const int16_t *first = of[0], *next = of[1], *third = of[2], *last = of[3];
    const size_t columns = layer->columns;
    sums a = {0}, b = a, c = a, d = a, e = a, f = a, g = a, h = a; /* upper and lower rows of each word */
    for (size_t i = 0; i < columns; i += 2) {
        a = add_products(a, widened(upper + i * LANES), pair_at(first + i));
        b = add_products(b, widened(lower + i * LANES), pair_at(first + i));
        c = add_products(c, widened(upper + i * LANES), pair_at(next + i));
        d = add_products(d, widened(lower + i * LANES), pair_at(next + i));
        e = add_products(e, widened(upper + i * LANES), pair_at(third + i));
        f = add_products(f, widened(lower + i * LANES), pair_at(third + i));
        g = add_products(g, widened(upper + i * LANES), pair_at(last + i));
        h = add_products(h, widened(lower + i * LANES), pair_at(last + i));
    }
    const sums all[WORDS_A_TILE][2] = {{a, b}, {c, d}, {e, f}, {g, h}};
    for (uint32_t w = 0; w < words; w++) {
        float *to = out + (size_t)w * layer->rows;
        finish(all[w][0], scales[w], layer->scale + row, layer->bias + row, layer->rows - row, to + row);
        if (second < layer->rows)
            finish(all[w][1], scales[w], layer->scale + second, layer->bias + second, layer->rows - second, to + second);
    }
}

static void multiply(const matrix *layer, const int16_t *in, uint32_t stride, const float *scales, uint32_t words, float *out)
{
    for (uint32_t row = 0; row < layer->rows; row += 2 * LANES_A_SUM)
        for (uint32_t w = 0; w < words; w += WORDS_A_TILE)
            multiply_tile(layer, row, in + (size_t)w * stride, stride, scales + w, words - w < WORDS_A_TILE ? words - w : WORDS_A_TILE,
                          out + (size_t)w * layer->rows);
}

/* The sum of sixteen lanes, pairwise, always in the same order. */
static float lanes_sum(const float lane[LANES])
{
    float eight[8], four[4];
    for (size_t k = 0; k < 8; k++)
        eight[k] = lane[k] + lane[k + 8];
    for (size_t k = 0; k < 4; k++)
        four[k] = eight[k] + eight[k + 4];
    return (four[0] + four[2]) + (four[1] + four[3]);
}

static void normalize(float *restrict x, const float *restrict add, const float *restrict norm, uint32_t width)
{
    float lane[LANES] = {0}, squares[LANES] = {0};
    if (add)
        for (size_t i = 0; i < width; i++)
            x[i] += add[i];
    for (size_t i = 0; i < width; i += LANES)
        for (size_t k = 0; k < LANES; k++)
            lane[k] += x[i + k];
    float mean = lanes_sum(lane) / (float)width;
    for (size_t i = 0; i < width; i += LANES)
        for (size_t k = 0; k < LANES; k++) {
            float distance = x[i + k] - mean;
            squares[k] += distance * distance;
        }
    float factor = 1.0f / sqrtf(lanes_sum(squares) / (float)width + 1e-5f);
    for (size_t i = 0; i < width; i++)
        x[i] = (x[i] - mean) * factor * norm[i] + norm[width + i];
}

static float gate(float x)
{
    return 0.5f + 0.5f * x / (1.0f + fabsf(x));
}

static void recur(const float *gates, uint32_t words, uint32_t width, float *out)
{
    float state[MOST_WIDTH] = {0};
    uint32_t half = width / 2;
    for (uint32_t step = 0; step < words; step++)
        for (uint32_t direction = 0; direction < 2; direction++) {
            uint32_t word = direction ? words - 1 - step : step, first = direction ? half : 0;
            const float *value = gates + (size_t)word * 3 * width + first, *forget = value + width, *reset = forget + width;
            float *cell = state + first, *to = out + (size_t)word * width + first;
            for (size_t i = 0; i < half; i++) {
                float keep = gate(forget[i] + 1.0f);
                cell[i] = keep * cell[i] + (1.0f - keep) * value[i];
                to[i] = gate(reset[i]) * cell[i];
            }
        }
}

/* e to the power of -x, for x >= 0, to a few parts in ten million: 2 to a whole power by its bits, and to the rest, at most a
 * half, by its Taylor series. No library's exp: those differ from one another in the last bit. What is beyond 87 is cut by its
 * bits, which are ordered as the numbers are, since gcc takes a comparison of floats for a branch. */
static inline float power_of_e(float x)
{
    const int32_t most = 0x42ae0000; /* the bits of 87.0f */
    int32_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits &= INT32_MAX;
    bits = bits < most ? bits : most;
    memcpy(&x, &bits, sizeof x);
    float in_twos = x * -1.44269504f;
    int32_t whole = (int32_t)(in_twos - 0.5f);
    float y = (in_twos - (float)whole) * 0.693147181f;
    float rest = 1.0f + y * (1.0f + y * (0.5f + y * (0.166666667f + y * (0.0416666667f + y * (0.00833333333f + y * 0.00138888889f)))));
    bits = (whole + 127) * (1 << 23);
    float power;
    memcpy(&power, &bits, sizeof power);
    return power * rest;
}

static void share(float *restrict scores, uint32_t count, float scale)
{
    const size_t filled = (count + LANES - 1) / LANES * LANES;
    float most = scores[0], sum[LANES] = {0};
    for (size_t i = 1; i < count; i++)
        most = scores[i] > most ? scores[i] : most;
    for (size_t i = count; i < filled; i++)
        scores[i] = most;
    for (size_t i = 0; i < filled; i++)
        scores[i] = power_of_e((most - scores[i]) * scale);
    for (size_t i = count; i < filled; i++)
        scores[i] = 0;
    for (size_t i = 0; i < filled; i += LANES)
        for (size_t k = 0; k < LANES; k++)
            sum[k] += scores[i + k];
    float factor = 1.0f / lanes_sum(sum);
    for (size_t i = 0; i < filled; i++)
        scores[i] *= factor;
}

static void blend(const float *restrict shares, const float *restrict rows, uint32_t stride, uint32_t count, uint32_t width,
                  float *restrict out)
{
    for (size_t first = 0; first < width; first += LANES) {
        float lane[LANES] = {0};
        for (size_t row = 0; row < count; row++)
            for (size_t k = 0; k < LANES; k++)
                lane[k] += shares[row] * rows[row * stride + first + k];
        for (size_t k = 0; k < LANES; k++)
            out[first + k] = lane[k];
    }
}

/* The error function by Abramowitz and Stegun (1964), 7.1.26: off by at most 1.5e-7. The power is taken in a loop of its own:
 * in one with the rest, gcc sees more ways through than it can lay side by side. */
static void bend(float *restrict x, size_t count)
{
    enum { AT_ONCE = 256 };
    for (size_t first = 0; first < count; first += AT_ONCE) {
        size_t end = count - first < AT_ONCE ? count - first : AT_ONCE;
        float *restrict of = x + first, power[AT_ONCE];
        for (size_t i = 0; i < end; i++)
            power[i] = power_of_e(0.5f * of[i] * of[i]);
        for (size_t i = 0; i < end; i++) {
            float t = 1.0f / (1.0f + 0.231641888f * fabsf(of[i]));
            float tail = t * (0.127414796f + t * (-0.142248368f + t * (0.710706871f + t * (-0.726576014f + t * 0.530702715f))));
            of[i] *= 0.5f + copysignf(0.5f, of[i]) - copysignf(tail * power[i], of[i]); /* what lies below it in a normal distribution */
        }
    }
}

const kernels JOIN(kernels_, KERNEL_NAME) = {TEXT(KERNEL_NAME), embed, unpack, quantize, multiply, normalize, recur, share, blend, bend};
