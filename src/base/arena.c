#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    arena_block *before;
    max_align_t bytes[];
};

enum { SMALLEST_BLOCK = 64 * 1024 };

void arena_open(arena *memory, size_t limit)
{
    memory->blocks = NULL;
    memory->next = NULL;
    memory->left = 0;
    memory->used = 0;
    memory->limit = limit;
}

void arena_close(arena *memory)
{
    while (memory->blocks) {
        arena_block *block = memory->blocks;
        memory->blocks = block->before;
        free(block);
    }
    memory->next = NULL;
    memory->left = 0;
}

arena_mark arena_here(const arena *memory)
{
    return (arena_mark){memory->blocks, memory->next, memory->left, memory->used};
}

void arena_back(arena *memory, arena_mark mark)
{
    bool grown = memory->blocks != mark.blocks;
    while (memory->blocks != mark.blocks) {
        arena_block *block = memory->blocks;
        memory->blocks = block->before;
        free(block);
    }
    /* What is taken next is zeroed as all is; of a block that was left, the rest may have been taken in part. */
    size_t dirty = grown ? mark.left : mark.left - memory->left;
    if (dirty)
        memset(mark.next, 0, dirty);
    memory->next = mark.next;
    memory->left = mark.left;
    memory->used = mark.used;
}

static void add_block(arena *memory, size_t size)
{
    /* Blocks grow with the document, so that a long report asks the system seldom. */
    size_t wanted = memory->used / 2;
    if (wanted < SMALLEST_BLOCK)
        wanted = SMALLEST_BLOCK;
    if (wanted < size)
        wanted = size;
    size_t total = sizeof(arena_block) + wanted;
    if (total < size || total > memory->limit - memory->used)
        longjmp(memory->out_of_memory, 1);
    arena_block *block = calloc(1, total);
    if (!block)
        longjmp(memory->out_of_memory, 1);
    block->before = memory->blocks;
    memory->blocks = block;
    memory->next = (char *)block->bytes;
    memory->left = wanted;
    memory->used += total;
}

void *arena_take(arena *memory, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX - unit)
        longjmp(memory->out_of_memory, 1);
    size = (size + unit - 1) / unit * unit;
    if (size > memory->left)
        add_block(memory, size);
    void *taken = memory->next;
    memory->next += size;
    memory->left -= size;
    return taken;
}

void *arena_array(arena *memory, size_t count, size_t size)
{
    assert(size > 0);
    if (count > SIZE_MAX / size)
        longjmp(memory->out_of_memory, 1);
    return arena_take(memory, count * size);
}

char *arena_copy(arena *memory, const char *bytes, size_t length)
{
    char *copy = arena_take(memory, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_print(arena *memory, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    char *made = arena_take(memory, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(made, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return made;
}
