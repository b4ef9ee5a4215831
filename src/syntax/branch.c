/* Narrower recurrences that branch off the vectors of words and answer one question about each word: which part of an attribution it is,
 * which part of a name. train/network.py is the twin; train/attributions.py and train/names.py learn the weights. */
#include "syntax/encode.h"

void branch_open(branch_room *room, const branch_network *network, uint32_t capacity, document *doc)
{
    size_t width = network->width;
    room->x = arena_array(&doc->memory, capacity * width, sizeof *room->x);
    room->gates = arena_array(&doc->memory, 3 * capacity * width, sizeof *room->gates);
    room->added = arena_array(&doc->memory, capacity * width, sizeof *room->added);
    room->answers = arena_array(&doc->memory, (size_t)capacity * network->answers.rows, sizeof *room->answers);
}

void branch_narrow(encoder *e, branch_room *room, const branch_network *network, uint32_t words)
{
    if (network->width)
        e->run->multiply(&network->narrow, e->quantized, e->weights->width, e->scales, words, room->x);
}

void branch_read(encoder *e, branch_room *room, const branch_network *network, uint32_t words)
{
    uint32_t width = network->width;
    if (!width)
        return;
    bool embeds = network->features.rows > 0;
    for (uint32_t w = 0; embeds && w < words; w++)
        embed_features(e, &network->features, w, room->added + (size_t)w * width);
    add_layer(e, room->x, embeds ? room->added : NULL, words, width, network->narrow_norm);
    for (uint32_t layer = 0; layer < network->layers; layer++) {
        apply(e, &network->recurrence[layer], room->x, words, room->gates);
        e->run->recur(room->gates, words, width, room->added);
        add_layer(e, room->x, room->added, words, width, network->recurrence_norm[layer]);
    }
    apply(e, &network->answers, room->x, words, room->answers);
}
