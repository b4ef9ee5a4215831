/* The small network: what a word looks like, its neighbours, then the whole window in both directions
 * (simple recurrent units, Lei et al. 2018). train/network.py is its twin. */
#include "syntax/encode.h"

void recurrent_open(encoder *e, document *doc)
{
    const model *weights = e->weights;
    uint32_t width = weights->width, widest = weights->label > width ? weights->label : width;
    recurrent_room *room = &e->room.recurrent;
    room->gates = arena_array(&doc->memory, (size_t)e->capacity * 3 * width, sizeof *room->gates);
    room->added = arena_array(&doc->memory, (size_t)e->capacity * width, sizeof *room->added);
    e->scales = arena_array(&doc->memory, e->capacity, sizeof *e->scales);
    e->quantized = arena_array(&doc->memory, (size_t)(e->capacity + 2) * widest, sizeof *e->quantized);
}

static float *word_vector(const encoder *e, uint32_t w)
{
    return e->x + (size_t)w * e->weights->width;
}

/* Each word beside its neighbours; zeros beyond the window. All words are rounded by one scale, so that a word and its
 * neighbours are one run of the numbers of all. */
static void convolve(encoder *e, uint32_t words)
{
    const recurrent_network *network = &e->weights->recurrent;
    uint32_t width = e->weights->width;
    float scale = e->run->quantize(e->x, words * width, e->quantized + width), *added = e->room.recurrent.added;
    memset(e->quantized, 0, width * sizeof *e->quantized);
    memset(e->quantized + (size_t)(words + 1) * width, 0, width * sizeof *e->quantized);
    for (uint32_t w = 0; w < words; w++)
        e->scales[w] = scale;
    e->run->multiply(&network->convolution, e->quantized, width, e->scales, words, added);
    for (size_t i = 0; i < (size_t)words * width; i++)
        added[i] = added[i] > 0 ? added[i] : 0;
    add_layer(e, e->x, added, words, width, network->convolution_norm);
}

void recurrent_encode(encoder *e, const document *doc, uint32_t words)
{
    const recurrent_network *network = &e->weights->recurrent;
    for (uint32_t w = 0; w < words; w++) {
        embed_features(e, &network->features, w, word_vector(e, w));
        e->run->normalize(word_vector(e, w), NULL, network->input_norm, e->weights->width);
    }
    document_part_done(doc, "vectors of words");
    convolve(e, words);
    for (uint32_t layer = 0; layer < network->layers; layer++) {
        apply(e, &network->recurrence[layer], e->x, words, e->room.recurrent.gates);
        e->run->recur(e->room.recurrent.gates, words, e->weights->width, e->room.recurrent.added);
        add_layer(e, e->x, e->room.recurrent.added, words, e->weights->width, network->recurrence_norm[layer]);
    }
}
