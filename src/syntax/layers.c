/* The parts of a model that are numbers: shapes, matrices, norms. All lie in the mapped file. */
#include "syntax/features.h"
#include "syntax/model_parts.h"

#include <stdio.h>

enum { MOST = 4096, WIDEST_INPUT = 2064, MOST_CLUE_WEIGHTS = 1 << 24 }; /* so many products fit 32 bits, see train/export.py */

static const void *section_of(const model *weights, const char *layer, const char *part, size_t length)
{
    char name[CONTAINER_NAME + 16];
    snprintf(name, sizeof name, "%s%s%s", layer, *part ? "." : "", part);
    return container_section(&weights->file, name, length, NULL);
}

static const uint32_t *shape_of(const model *weights, const char *layer, uint32_t fields)
{
    return section_of(weights, layer, "shape", fields * sizeof(uint32_t));
}

static bool read_matrix(const model *weights, const char *layer, uint32_t rows, uint32_t columns, matrix *out)
{
    size_t filled = (rows + 2 * LANES - 1) / (2 * LANES) * (2 * LANES);
    *out = (matrix){rows, columns, section_of(weights, layer, "weight", filled * columns),
                    section_of(weights, layer, "scale", rows * sizeof(float)), section_of(weights, layer, "bias", rows * sizeof(float))};
    return out->weight && out->scale && out->bias && columns <= WIDEST_INPUT && columns % LANES == 0;
}

/* Gain and bias of a layer normalization. */
static const float *norm_of_width(const model *weights, const char *layer, uint32_t width)
{
    return section_of(weights, layer, "norm", 2 * width * sizeof(float));
}

static const float *norm_of(const model *weights, const char *layer)
{
    return norm_of_width(weights, layer, weights->width);
}

static bool read_bytes(const model *weights, const char *layer, uint32_t rows, uint32_t width, byte_table *out)
{
    const float *scale = section_of(weights, layer, "scale", sizeof *scale);
    *out = (byte_table){rows, width, section_of(weights, layer, "values", (size_t)rows * width), scale ? *scale : 0};
    return scale && out->values && rows;
}

/* Its rows are chosen by hashes. */
static bool read_features(const model *weights, const char *layer, uint32_t rows, uint32_t width, byte_table *out)
{
    return read_bytes(weights, layer, rows, width, out) && (rows & (rows - 1)) == 0;
}

static bool read_recurrent(const model *weights, recurrent_network *out)
{
    enum { ROWS, FEATURES, LAYERS, FIELDS };
    const uint32_t *shape = shape_of(weights, "recurrent", FIELDS);
    uint32_t width = weights->width;
    if (!shape || shape[FEATURES] != FEATURE_COUNT || shape[LAYERS] > MOST_LAYERS)
        return false;
    out->layers = shape[LAYERS];
    out->input_norm = norm_of(weights, "input");
    out->convolution_norm = norm_of(weights, "convolution");
    bool whole = read_features(weights, "words", shape[ROWS], width, &out->features) && out->input_norm && out->convolution_norm &&
                 read_matrix(weights, "convolution", width, 3 * width, &out->convolution);
    for (uint32_t i = 0; whole && i < out->layers; i++) {
        char layer[CONTAINER_NAME];
        snprintf(layer, sizeof layer, "recurrence.%u", i);
        out->recurrence_norm[i] = norm_of(weights, layer);
        whole = out->recurrence_norm[i] && read_matrix(weights, layer, 3 * width, width, &out->recurrence[i]);
    }
    return whole;
}

static bool read_attention_layer(const model *weights, uint32_t number, uint32_t inner, attention_layer *out)
{
    char name[CONTAINER_NAME], output[CONTAINER_NAME], outer[CONTAINER_NAME];
    uint32_t width = weights->width;
    snprintf(output, sizeof output, "attention.%u.output", number);
    snprintf(outer, sizeof outer, "attention.%u.outer", number);
    out->output_norm = norm_of(weights, output);
    out->outer_norm = norm_of(weights, outer);
    bool whole = out->output_norm && out->outer_norm && read_matrix(weights, output, width, width, &out->output) &&
                 read_matrix(weights, outer, width, inner, &out->outer);
    snprintf(name, sizeof name, "attention.%u.inputs", number);
    whole = whole && read_matrix(weights, name, 3 * width, width, &out->inputs);
    snprintf(name, sizeof name, "attention.%u.inner", number);
    return whole && read_matrix(weights, name, inner, width, &out->inner);
}

static bool read_attention(model *weights, attention_network *out)
{
    enum { PIECES, PLACES, LAYERS, HEADS, INNER, ROWS, FEATURES, FEATURE_WIDTH, FIELDS };
    const uint32_t *shape = shape_of(weights, "attention", FIELDS);
    uint32_t width = weights->width;
    if (!shape || shape[FEATURES] != FEATURE_COUNT || shape[LAYERS] > MOST_LAYERS || !shape[HEADS] || width % (shape[HEADS] * LANES))
        return false;
    out->layers = shape[LAYERS];
    out->heads = shape[HEADS];
    out->vectors = section_of(weights, "vectors", "values", (size_t)shape[PIECES] * width / 2);
    out->vector_scales = section_of(weights, "vectors", "scales", shape[PIECES] * sizeof(float));
    out->mix = section_of(weights, "mix", "", (out->layers + 1) * sizeof(float));
    out->input_norm = norm_of(weights, "input");
    out->word_norm = norm_of(weights, "word");
    bool whole = out->vectors && out->vector_scales && out->mix && out->input_norm && out->word_norm &&
                 read_pieces(weights, &out->pieces) && out->pieces.count == shape[PIECES] &&
                 read_bytes(weights, "places", shape[PLACES], width, &out->places) &&
                 read_features(weights, "words", shape[ROWS], shape[FEATURE_WIDTH], &out->features) &&
                 read_matrix(weights, "widen", width, shape[FEATURE_WIDTH], &out->widen);
    for (uint32_t i = 0; whole && i < out->layers; i++)
        whole = read_attention_layer(weights, i, shape[INNER], &out->layer[i]);
    return whole;
}

static bool read_heads(model *weights)
{
    uint32_t rows = weights->tag_count + 1 + 2 * weights->arc + 1 + 2 * weights->label;
    weights->distance = section_of(weights, "distance", "", (2 * weights->distances + 1) * sizeof(float));
    weights->root_governor = section_of(weights, "root", "governor", (weights->arc + 1) * sizeof(float));
    weights->root_label = section_of(weights, "root", "label", weights->label * sizeof(float));
    return weights->distance && weights->root_governor && weights->root_label &&
           read_matrix(weights, "heads", rows, weights->width, &weights->heads) &&
           read_matrix(weights, "relation", weights->relation_count, weights->label, &weights->relation);
}

static bool read_shape(model *weights)
{
    enum { WIDTH, ARC, LABEL, TAGS, RELATIONS, DISTANCES, FIELDS };
    const uint32_t *shape = container_section(&weights->file, "shape", FIELDS * sizeof *shape, NULL);
    if (!shape)
        return false;
    weights->width = shape[WIDTH];
    weights->arc = shape[ARC];
    weights->label = shape[LABEL];
    weights->tag_count = shape[TAGS];
    weights->relation_count = shape[RELATIONS];
    weights->distances = shape[DISTANCES];
    return weights->width && weights->width % (2 * LANES) == 0 && weights->width <= MOST_WIDTH && weights->arc % LANES == 0 &&
           weights->arc <= MOST && weights->tag_count <= MOST && weights->relation_count <= MOST && weights->distances <= MOST;
}

/* A model has them last: their training needs its trees. */
static bool read_clues(model *weights)
{
    size_t count = 0;
    const int8_t *values = container_section(&weights->file, "clues.values", 0, &count);
    if (!values)
        return true;
    const float *scale = container_section(&weights->file, "clues.scale", sizeof *scale, NULL);
    bool whole = scale && count && !(count & (count - 1)) && count <= MOST_CLUE_WEIGHTS;
    if (whole)
        weights->clues = (clue_weights){values, (uint32_t)count, *scale};
    return whole;
}

/* So are its branches. */
static bool read_branch(const model *weights, const char *name, uint32_t answers, branch_network *out)
{
    enum { WIDTH, LAYERS, ROWS, FIELDS };
    const uint32_t *shape = shape_of(weights, name, FIELDS);
    if (!shape)
        return true;
    uint32_t width = shape[WIDTH];
    if (!width || width % (2 * LANES) || width > weights->width || shape[LAYERS] > MOST_LAYERS)
        return false;
    char layer[CONTAINER_NAME];
    out->width = width;
    out->layers = shape[LAYERS];
    snprintf(layer, sizeof layer, "%s.words", name);
    bool whole = !shape[ROWS] || read_features(weights, layer, shape[ROWS], width, &out->features);
    snprintf(layer, sizeof layer, "%s.narrow", name);
    out->narrow_norm = norm_of_width(weights, layer, width);
    whole = whole && out->narrow_norm && read_matrix(weights, layer, width, weights->width, &out->narrow);
    for (uint32_t i = 0; whole && i < out->layers; i++) {
        snprintf(layer, sizeof layer, "%s.%u", name, i);
        out->recurrence_norm[i] = norm_of_width(weights, layer, width);
        whole = out->recurrence_norm[i] && read_matrix(weights, layer, 3 * width, width, &out->recurrence[i]);
    }
    snprintf(layer, sizeof layer, "%s.answers", name);
    return whole && read_matrix(weights, layer, answers, width, &out->answers);
}

bool read_layers(model *weights)
{
    if (!read_shape(weights) || !read_heads(weights) || !read_clues(weights) ||
        !read_branch(weights, "attribution", sizeof(attribution_odds) / sizeof(float), &weights->attributions) ||
        !read_branch(weights, "names", NAME_LABELS, &weights->names))
        return false;
    weights->attends = shape_of(weights, "recurrent", 0) == NULL;
    return weights->attends ? read_attention(weights, &weights->attention) : read_recurrent(weights, &weights->recurrent);
}
