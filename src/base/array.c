#include "base/array.h"

#include <string.h>

void *array_grown(arena *memory, void *items, uint32_t count, uint32_t *capacity, size_t item_size)
{
    if (count < *capacity)
        return items;
    if (*capacity > UINT32_MAX / 2)
        longjmp(memory->out_of_memory, 1);
    uint32_t larger = *capacity ? *capacity * 2 : 8;
    void *grown = arena_array(memory, larger, item_size);
    if (count)
        memcpy(grown, items, count * item_size);
    *capacity = larger;
    return grown;
}
