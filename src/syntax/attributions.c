/* Who says what, as far as single words tell: recurrences over the vectors that the network has made anyhow. train/network.py is the
 * twin, train/attributions.py learns the weights. */
#include "syntax/encode.h"

void attributions_open(encoder *e, document *doc)
{
    uint32_t width = e->weights->attributions.width;
    attribution_room *room = &e->attributions;
    if (!width)
        return;
    room->x = arena_array(&doc->memory, (size_t)e->capacity * width, sizeof *room->x);
    room->gates = arena_array(&doc->memory, (size_t)e->capacity * 3 * width, sizeof *room->gates);
    room->added = arena_array(&doc->memory, (size_t)e->capacity * width, sizeof *room->added);
    room->odds = arena_array(&doc->memory, e->capacity, sizeof *room->odds);
}

void find_attributions(encoder *e, uint32_t words)
{
    const attribution_network *network = &e->weights->attributions;
    attribution_room *room = &e->attributions;
    uint32_t width = network->width;
    if (!width)
        return;
    /* the heads have rounded the vectors */
    e->run->multiply(&network->narrow, e->quantized, e->weights->width, e->scales, words, room->x);
    add_layer(e, room->x, NULL, words, width, network->narrow_norm);
    for (uint32_t layer = 0; layer < network->layers; layer++) {
        apply(e, &network->recurrence[layer], room->x, words, room->gates);
        e->run->recur(room->gates, words, width, room->added);
        add_layer(e, room->x, room->added, words, width, network->recurrence_norm[layer]);
    }
    apply(e, &network->answers, room->x, words, &room->odds->cue);
}
