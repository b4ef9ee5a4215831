/* Arrays that grow, in an arena.
 *
 *     LIST(mention) found = {0};
 *     *list_add(memory, &found) = (mention){...};
 *
 * Growing leaves the old items behind in the arena: cheap, since it doubles. */
#ifndef DATELINE_BASE_ARRAY_H
#define DATELINE_BASE_ARRAY_H

#include "base/arena.h"

#include <stdint.h>

#define LIST(type)                                                                                                                         \
    struct {                                                                                                                               \
        type *items;                                                                                                                       \
        uint32_t count, capacity;                                                                                                          \
    }

/* A pointer to a new zeroed item at the end; valid until the next one is added. */
#define list_add(memory, list)                                                                                                             \
    ((list)->items = array_grown((memory), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),                        \
     &(list)->items[(list)->count++])

/* Room for one more item after `count`: the same array, or a larger copy of it. */
void *array_grown(arena *memory, void *items, uint32_t count, uint32_t *capacity, size_t item_size);

#endif
