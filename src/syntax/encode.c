#include "syntax/encode.h"

#include "syntax/features.h"

#include <assert.h>
#include <math.h>

void encoder_open(encoder *e, document *doc, uint32_t capacity)
{
    const model *weights = doc->model;
    arena *memory = &doc->memory;
    uint32_t width = weights->width;
    *e = (encoder){.weights = weights, .run = kernels_choose(), .capacity = capacity};
    e->x = arena_array(memory, (size_t)capacity * width, sizeof *e->x);
    e->wide = arena_array(memory, (size_t)capacity * 3 * width, sizeof *e->wide);
    e->added = arena_array(memory, (size_t)capacity * width, sizeof *e->added);
    e->heads = arena_array(memory, (size_t)capacity * weights->heads.rows, sizeof *e->heads);
    uint32_t widest = weights->label > width ? weights->label : width;
    e->quantized = arena_array(memory, (size_t)(capacity + 2) * widest, sizeof *e->quantized);
    e->scales = arena_array(memory, capacity, sizeof *e->scales);
    uint32_t governors = (capacity + LANES) / LANES * LANES;
    e->turned = arena_array(memory, (size_t)governors * weights->arc, sizeof *e->turned);
    e->hidden = arena_array(memory, (size_t)capacity * weights->label, sizeof *e->hidden);
    e->products = arena_array(memory, governors, sizeof *e->products);
    e->relations = arena_array(memory, (size_t)capacity * weights->relation_count, sizeof *e->relations);
}

static float *word_vector(const encoder *e, uint32_t w)
{
    return e->x + (size_t)w * e->weights->width;
}

static void embed_words(encoder *e, const document *doc, uint32_t first, uint32_t words)
{
    const model *weights = e->weights;
    for (uint32_t w = 0; w < words; w++) {
        uint32_t rows[FEATURE_COUNT], token = first + w;
        feature_rows(token_text(doc, token), doc->tokens.lower[token], doc->tokens.space_before[token], weights->rows, rows);
        e->run->embed(weights->embedding, rows, FEATURE_COUNT, weights->width, weights->embedding_scale, word_vector(e, w));
        e->run->normalize(word_vector(e, w), NULL, weights->input_norm, weights->width);
    }
}

/* out[words][layer->rows] of in[words][layer->columns]. */
static void apply(encoder *e, const matrix *layer, const float *in, uint32_t words, float *out)
{
    for (uint32_t w = 0; w < words; w++)
        e->scales[w] = e->run->quantize(in + (size_t)w * layer->columns, layer->columns, e->quantized + (size_t)w * layer->columns);
    e->run->multiply(layer, e->quantized, layer->columns, e->scales, words, out);
}

/* Each word beside its neighbours; zeros beyond the window. All words are rounded by one scale, so that a word and its
 * neighbours are one run of the numbers of all. */
static void convolve(encoder *e, uint32_t words)
{
    uint32_t width = e->weights->width;
    float scale = e->run->quantize(e->x, words * width, e->quantized + width);
    memset(e->quantized, 0, width * sizeof *e->quantized);
    memset(e->quantized + (size_t)(words + 1) * width, 0, width * sizeof *e->quantized);
    for (uint32_t w = 0; w < words; w++)
        e->scales[w] = scale;
    e->run->multiply(&e->weights->convolution, e->quantized, width, e->scales, words, e->added);
    for (size_t i = 0; i < (size_t)words * width; i++)
        e->added[i] = e->added[i] > 0 ? e->added[i] : 0;
    for (uint32_t w = 0; w < words; w++)
        e->run->normalize(word_vector(e, w), e->added + (size_t)w * width, e->weights->convolution_norm, width);
}

void encode(encoder *e, const document *doc, uint32_t first, uint32_t words)
{
    const model *weights = e->weights;
    assert(words <= e->capacity);
    embed_words(e, doc, first, words);
    convolve(e, words);
    for (uint32_t layer = 0; layer < weights->recurrences; layer++) {
        apply(e, &weights->recurrence[layer], e->x, words, e->wide);
        e->run->recur(e->wide, words, weights->width, e->added);
        for (uint32_t w = 0; w < words; w++)
            e->run->normalize(word_vector(e, w), e->added + (size_t)w * weights->width, weights->recurrence_norm[layer], weights->width);
    }
    apply(e, &weights->heads, e->x, words, e->heads);
}

const float *tag_scores(const encoder *e, uint32_t w)
{
    return e->heads + (size_t)w * e->weights->heads.rows;
}

float end_score(const encoder *e, uint32_t w)
{
    return tag_scores(e, w)[e->weights->tag_count];
}

const float *mention_scores(const encoder *e, uint32_t w)
{
    return tag_scores(e, w) + e->weights->tag_count + 1;
}

static const float *dependent_vector(const encoder *e, uint32_t w)
{
    return mention_scores(e, w) + e->weights->mention_count;
}

static const float *governor_vector(const encoder *e, uint32_t w)
{
    return dependent_vector(e, w) + e->weights->arc;
}

/* The vectors of all governors, one number of each beside one another; and the root's after the last word. */
static void turn_governors(encoder *e, uint32_t first, uint32_t n, uint32_t count)
{
    const model *weights = e->weights;
    for (uint32_t i = 0; i < weights->arc; i++) {
        float *to = e->turned + (size_t)i * count;
        for (uint32_t g = 0; g < n; g++)
            to[g] = governor_vector(e, first + g)[i];
        to[n] = weights->root_governor[i];
        for (uint32_t g = n + 1; g < count; g++)
            to[g] = 0;
    }
}

void score_governors(encoder *e, uint32_t first, uint32_t n, float *score)
{
    const model *weights = e->weights;
    uint32_t arc = weights->arc, far = weights->distances, count = (n + LANES) / LANES * LANES;
    float scale = 1.0f / sqrtf((float)arc);
    turn_governors(e, first, n, count);
    for (uint32_t d = 0; d < n; d++) {
        float *out = score + (size_t)d * (n + 1), *products = e->products;
        e->run->compare(dependent_vector(e, first + d), e->turned, arc, count, products);
        for (uint32_t g = 0; g < n; g++) {
            uint32_t apart = g > d ? g - d : d - g;
            apart = apart < far ? apart : far;
            float bias = weights->distance[g > d ? far + apart : far - apart];
            out[g] = products[g] * scale + governor_vector(e, first + g)[arc] + bias;
        }
        out[d] = -1e4f;
        out[n] = products[n] * scale + weights->root_governor[arc];
    }
}

void best_relations(encoder *e, uint32_t first, uint32_t n, const uint32_t *governor, uint32_t *best)
{
    const model *weights = e->weights;
    uint32_t width = weights->label;
    for (uint32_t d = 0; d < n; d++) {
        float *hidden = e->hidden + (size_t)d * width;
        const float *ours = governor_vector(e, first + d) + weights->arc + 1;
        const float *theirs = governor[d] == NONE ? weights->root_label : governor_vector(e, first + governor[d]) + weights->arc + 1 + width;
        for (uint32_t i = 0; i < width; i++) {
            float sum = ours[i] + theirs[i];
            hidden[i] = sum > 0 ? sum : 0;
        }
    }
    apply(e, &weights->relation, e->hidden, n, e->relations);
    for (uint32_t d = 0; d < n; d++)
        best[d] = largest(e->relations + (size_t)d * weights->relation_count, weights->relation_count);
}

uint32_t largest(const float *values, uint32_t count)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (values[i] > values[best])
            best = i;
    return best;
}
