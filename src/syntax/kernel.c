/* Compiled once for each instruction set, with KERNEL_NAME set to plain, avx2 or avx512. The loops
 * are plain C in shapes that compilers turn into vector code. */
#include "syntax/kernels.h"

#include <math.h>

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define TEXT_(a) #a
#define TEXT(a) TEXT_(a)

static const float LARGEST_INPUT = 4095.0f;

static void embed(const int8_t *table, const uint32_t *rows, uint32_t count, uint32_t width, float scale, float *out)
{
    int32_t sum[512] = {0};
    for (uint32_t r = 0; r < count; r++) {
        const int8_t *row = table + (size_t)rows[r] * width;
        for (uint32_t i = 0; i < width; i++)
            sum[i] += row[i];
    }
    for (uint32_t i = 0; i < width; i++)
        out[i] = (float)sum[i] * scale;
}

static float quantize(const float *in, uint32_t width, int16_t *out)
{
    float largest[LANES] = {0};
    for (uint32_t i = 0; i < width; i += LANES)
        for (uint32_t k = 0; k < LANES; k++) {
            float size = fabsf(in[i + k]);
            largest[k] = size > largest[k] ? size : largest[k];
        }
    float most = 1e-8f;
    for (uint32_t k = 0; k < LANES; k++)
        most = largest[k] > most ? largest[k] : most;
    float factor = LARGEST_INPUT / most;
    for (uint32_t i = 0; i < width; i++) {
        float scaled = in[i] * factor;
        out[i] = (int16_t)(int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
    }
    return most / LARGEST_INPUT;
}

/* Four rows at a time share each load of the input. */
static void multiply_word(const matrix *layer, const int16_t *restrict in, float scale, float *restrict out)
{
    uint32_t columns = layer->columns, row = 0;
    for (; row + 4 <= layer->rows; row += 4) {
        const int16_t *restrict a = layer->weight + (size_t)row * columns;
        const int16_t *restrict b = a + columns, *restrict c = b + columns, *restrict d = c + columns;
        int32_t sum_a = 0, sum_b = 0, sum_c = 0, sum_d = 0;
        for (uint32_t i = 0; i < columns; i++) {
            sum_a += (int32_t)a[i] * in[i];
            sum_b += (int32_t)b[i] * in[i];
            sum_c += (int32_t)c[i] * in[i];
            sum_d += (int32_t)d[i] * in[i];
        }
        const int32_t sums[4] = {sum_a, sum_b, sum_c, sum_d};
        for (uint32_t k = 0; k < 4; k++)
            out[row + k] = (float)sums[k] * (layer->scale[row + k] * scale) + layer->bias[row + k];
    }
    for (; row < layer->rows; row++) {
        const int16_t *restrict a = layer->weight + (size_t)row * columns;
        int32_t sum = 0;
        for (uint32_t i = 0; i < columns; i++)
            sum += (int32_t)a[i] * in[i];
        out[row] = (float)sum * (layer->scale[row] * scale) + layer->bias[row];
    }
}

static void multiply(const matrix *layer, const int16_t *in, const float *scales, uint32_t words, float *out)
{
    for (uint32_t w = 0; w < words; w++)
        multiply_word(layer, in + (size_t)w * layer->columns, scales[w], out + (size_t)w * layer->rows);
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

static float dot(const float *a, const float *b, uint32_t width)
{
    float lane[LANES] = {0};
    for (uint32_t i = 0; i < width; i += LANES)
        for (uint32_t k = 0; k < LANES; k++)
            lane[k] += a[i + k] * b[i + k];
    return lanes_sum(lane);
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

const kernels JOIN(kernels_, KERNEL_NAME) = {TEXT(KERNEL_NAME), embed, quantize, multiply, normalize, recur, dot};
