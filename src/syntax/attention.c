/* The large network: layers of attention (Vaswani et al. 2017, in the shape of BERT) over pieces of words. A word's vector is
 * the mean of its first and its last piece in a mixture of all layers (Peters et al. 2018), and what its hashed features add.
 * train/teacher.py is its twin. */
#include "syntax/encode.h"
#include "syntax/features.h"
#include "syntax/pieces.h"

#include <math.h>

enum { PIECES_AT_ONCE = 64 }; /* go through the wide inner layer, so that it stays in the cache */

/* Cuts all words of the document; returns the most pieces that a window of words can have, with the two around it. */
static uint32_t cut_words(attention_room *room, const attention_network *network, document *doc)
{
    const token_table *t = &doc->tokens;
    room->pieces = arena_array(&doc->memory, (size_t)t->count * MOST_PIECES, sizeof *room->pieces);
    room->begins = arena_array(&doc->memory, t->count + 1, sizeof *room->begins);
    uint32_t count = 0, most = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        count += cut_pieces(&network->pieces, t->lower[i], room->pieces + count);
        room->begins[i + 1] = count;
        uint32_t first = i + 1 < WINDOW_TOKENS ? 0 : i + 1 - WINDOW_TOKENS, in_window = count - room->begins[first];
        most = in_window > most ? in_window : most;
    }
    return most + 2;
}

void attention_open(encoder *e, document *doc)
{
    const model *weights = e->weights;
    const attention_network *network = &weights->attention;
    attention_room *room = &e->room.attention;
    arena *memory = &doc->memory;
    size_t capacity = cut_words(room, network, doc), filled = (capacity + LANES - 1) / LANES * LANES, width = weights->width;
    uint32_t inner = network->layers ? network->layer[0].inner.rows : 0;
    room->x = arena_array(memory, capacity * width, sizeof *room->x);
    room->inputs = arena_array(memory, capacity * 3 * width, sizeof *room->inputs);
    room->blended = arena_array(memory, capacity * width, sizeof *room->blended);
    room->inner = arena_array(memory, (size_t)PIECES_AT_ONCE * inner, sizeof *room->inner);
    room->turned = arena_array(memory, filled * (width / network->heads), sizeof *room->turned);
    room->shares = arena_array(memory, filled, sizeof *room->shares);
    room->features = arena_array(memory, (size_t)e->capacity * network->features.width, sizeof *room->features);
    size_t numbers = capacity * width, chunk = (size_t)PIECES_AT_ONCE * inner, labels = (size_t)e->capacity * weights->label;
    numbers = chunk > numbers ? chunk : numbers;
    e->quantized = arena_array(memory, labels > numbers ? labels : numbers, sizeof *e->quantized);
    e->scales = arena_array(memory, capacity, sizeof *e->scales);
}

static void embed_piece(encoder *e, uint32_t piece, uint32_t place)
{
    const attention_network *network = &e->weights->attention;
    attention_room *room = &e->room.attention;
    size_t width = e->weights->width;
    float *x = room->x + place * width, *at = room->blended;
    uint32_t row = place < network->places.rows ? place : network->places.rows - 1;
    e->run->unpack(network->vectors + piece * width / 2, network->vector_scales[piece], e->weights->width, x);
    e->run->embed(&network->places, &row, 1, at);
    e->run->normalize(x, at, network->input_norm, e->weights->width);
}

/* The keys of one head, one number of all pieces beside one another. */
static void turn_keys(encoder *e, const float *keys, uint32_t width, uint32_t pieces, uint32_t filled)
{
    float *turned = e->room.attention.turned;
    size_t stride = 3 * e->weights->width;
    for (size_t i = 0; i < width; i++) {
        for (size_t k = 0; k < pieces; k++)
            turned[i * filled + k] = keys[k * stride + i];
        for (size_t k = pieces; k < filled; k++)
            turned[i * filled + k] = 0;
    }
}

static void attend(encoder *e, uint32_t pieces)
{
    attention_room *room = &e->room.attention;
    uint32_t width = e->weights->width, heads = e->weights->attention.heads, narrow = width / heads, stride = 3 * width;
    uint32_t filled = (pieces + LANES - 1) / LANES * LANES;
    float scale = 1.0f / sqrtf((float)narrow);
    for (uint32_t head = 0; head < heads; head++) {
        const float *queries = room->inputs + (size_t)head * narrow, *keys = queries + width, *values = keys + width;
        turn_keys(e, keys, narrow, pieces, filled);
        for (uint32_t i = 0; i < pieces; i++) {
            e->run->blend(queries + (size_t)i * stride, room->turned, filled, narrow, filled, room->shares);
            e->run->share(room->shares, pieces, scale);
            e->run->blend(room->shares, values, stride, pieces, narrow, room->blended + (size_t)i * width + head * narrow);
        }
    }
}

static void run_layer(encoder *e, const attention_layer *layer, uint32_t pieces)
{
    attention_room *room = &e->room.attention;
    size_t width = e->weights->width;
    apply(e, &layer->inputs, room->x, pieces, room->inputs);
    attend(e, pieces);
    apply(e, &layer->output, room->blended, pieces, room->inputs);
    add_layer(e, room->x, room->inputs, pieces, e->weights->width, layer->output_norm);
    for (uint32_t first = 0; first < pieces; first += PIECES_AT_ONCE) {
        uint32_t count = pieces - first < PIECES_AT_ONCE ? pieces - first : PIECES_AT_ONCE;
        float *x = room->x + first * width;
        apply(e, &layer->inner, x, count, room->inner);
        e->run->bend(room->inner, (size_t)count * layer->inner.rows);
        apply(e, &layer->outer, room->inner, count, room->blended);
        add_layer(e, x, room->blended, count, e->weights->width, layer->outer_norm);
    }
}

/* Adds a layer's share of each word's first and last piece to its vector. */
static void mix_in(encoder *e, uint32_t first, uint32_t words, float share)
{
    const attention_room *room = &e->room.attention;
    const uint32_t *begins = room->begins + first;
    size_t width = e->weights->width;
    for (size_t w = 0; w < words; w++) {
        const float *begin = room->x + (begins[w] - begins[0] + 1) * width, *end = room->x + (begins[w + 1] - begins[0]) * width;
        float *to = e->x + w * width;
        for (size_t i = 0; i < width; i++)
            to[i] += share * (0.5f * (begin[i] + end[i]));
    }
}

static void add_features(encoder *e, uint32_t words)
{
    const attention_network *network = &e->weights->attention;
    attention_room *room = &e->room.attention;
    for (uint32_t w = 0; w < words; w++)
        embed_features(e, &network->features, w, room->features + (size_t)w * network->features.width);
    apply(e, &network->widen, room->features, words, room->blended);
    add_layer(e, e->x, room->blended, words, e->weights->width, network->word_norm);
}

void attention_encode(encoder *e, const document *doc, uint32_t first, uint32_t words)
{
    const attention_network *network = &e->weights->attention;
    const attention_room *room = &e->room.attention;
    uint32_t begin = room->begins[first], pieces = room->begins[first + words] - begin + 2;
    embed_piece(e, network->pieces.begin, 0);
    for (uint32_t i = 1; i + 1 < pieces; i++)
        embed_piece(e, room->pieces[begin + i - 1], i);
    embed_piece(e, network->pieces.end, pieces - 1);
    document_part_done(doc, "vectors of words");
    memset(e->x, 0, (size_t)words * e->weights->width * sizeof *e->x);
    mix_in(e, first, words, network->mix[0]);
    for (uint32_t i = 0; i < network->layers; i++) {
        run_layer(e, &network->layer[i], pieces);
        mix_in(e, first, words, network->mix[i + 1]);
    }
    add_features(e, words);
}
