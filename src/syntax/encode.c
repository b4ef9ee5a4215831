#include "syntax/encode.h"

#include "base/utf8.h"
#include "syntax/features.h"

#include <assert.h>
#include <math.h>

void encoder_open(encoder *e, document *doc, uint32_t capacity)
{
    const model *weights = doc->model;
    arena *memory = &doc->memory;
    *e = (encoder){.weights = weights, .run = kernels_choose(), .capacity = capacity};
    e->x = arena_array(memory, (size_t)capacity * weights->width, sizeof *e->x);
    e->heads = arena_array(memory, (size_t)capacity * weights->heads.rows, sizeof *e->heads);
    uint32_t governors = (capacity + LANES) / LANES * LANES;
    e->turned = arena_array(memory, (size_t)governors * weights->arc, sizeof *e->turned);
    e->hidden = arena_array(memory, (size_t)capacity * weights->label, sizeof *e->hidden);
    e->products = arena_array(memory, governors, sizeof *e->products);
    e->relations = arena_array(memory, (size_t)capacity * weights->relation_count, sizeof *e->relations);
    if (weights->attends)
        attention_open(e, doc);
    else
        recurrent_open(e, doc);
    e->features = arena_array(memory, capacity, sizeof *e->features);
    branch_open(&e->attributions, &weights->attributions, capacity, doc);
    branch_open(&e->names, &weights->names, capacity, doc);
}

/* A word as it would stand inside a sentence: without the capital that is only a headline's. */
static slice cased_text(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    uint32_t place = 0;
    bool written = word.length && utf8_is_upper(utf8_next(word.bytes, &place));
    return written && !doc->tokens.capital[token] ? doc->tokens.lower[token] : word;
}

void embed_features(const encoder *e, const byte_table *table, uint32_t w, float *out)
{
    uint32_t rows[FEATURE_COUNT];
    for (uint32_t i = 0; i < FEATURE_COUNT; i++)
        rows[i] = e->features[w].hash[i] & (table->rows - 1);
    e->run->embed(table, rows, FEATURE_COUNT, out);
}

void apply(encoder *e, const matrix *layer, const float *in, uint32_t count, float *out)
{
    for (uint32_t i = 0; i < count; i++)
        e->scales[i] = e->run->quantize(in + (size_t)i * layer->columns, layer->columns, e->quantized + (size_t)i * layer->columns);
    e->run->multiply(layer, e->quantized, layer->columns, e->scales, count, out);
}

void add_layer(const encoder *e, float *x, const float *added, uint32_t count, uint32_t width, const float *norm)
{
    for (size_t i = 0; i < count; i++)
        e->run->normalize(x + i * width, added ? added + i * width : NULL, norm, width);
}

void encode(encoder *e, const document *doc, uint32_t first, uint32_t words)
{
    assert(words <= e->capacity);
    const token_table *t = &doc->tokens;
    for (uint32_t i = first; i < first + words; i++)
        feature_hashes(cased_text(doc, i), t->lower[i], t->space_before[i], e->features[i - first].hash);
    if (e->weights->attends)
        attention_encode(e, doc, first, words);
    else
        recurrent_encode(e, doc, words);
    document_part_done(doc, "layers");
    apply(e, &e->weights->heads, e->x, words, e->heads);
    branch_narrow(e, &e->attributions, &e->weights->attributions, words);
    branch_narrow(e, &e->names, &e->weights->names, words);
    document_part_done(doc, "heads");
    branch_read(e, &e->attributions, &e->weights->attributions, words);
    document_part_done(doc, "attributions");
    branch_read(e, &e->names, &e->weights->names, words);
    document_part_done(doc, "labels of names");
}

const float *tag_scores(const encoder *e, uint32_t w)
{
    return e->heads + (size_t)w * e->weights->heads.rows;
}

float end_score(const encoder *e, uint32_t w)
{
    return tag_scores(e, w)[e->weights->tag_count];
}

const float *attribution_scores(const encoder *e, uint32_t w)
{
    return e->attributions.answers + (size_t)w * e->weights->attributions.answers.rows;
}

const float *name_scores(const encoder *e, uint32_t w)
{
    return e->names.answers + (size_t)w * e->weights->names.answers.rows;
}

static const float *dependent_vector(const encoder *e, uint32_t w)
{
    return tag_scores(e, w) + e->weights->tag_count + 1;
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
        e->run->blend(dependent_vector(e, first + d), e->turned, count, arc, count, products);
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
        const float *theirs =
            governor[d] == NONE ? weights->root_label : governor_vector(e, first + governor[d]) + weights->arc + 1 + width;
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
