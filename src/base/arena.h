/* Memory of one document: taken piece by piece, given back whole.
 *
 * An arena that cannot grow jumps to the handler that its opener set, as Lua and libpng do. Stages
 * own nothing but arena memory, so nothing leaks, and no stage has to check. Whoever opens an arena
 * sets the handler first:
 *
 *     arena memory;
 *     arena_open(&memory, limit);
 *     if (setjmp(memory.out_of_memory)) { arena_close(&memory); return DATELINE_NO_MEMORY; }
 */
#ifndef DATELINE_BASE_ARENA_H
#define DATELINE_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

typedef struct arena_block arena_block;

typedef struct arena {
    jmp_buf out_of_memory;
    arena_block *blocks; /* latest first */
    char *next;          /* free bytes of the latest block */
    size_t left;
    size_t used, limit; /* bytes asked of the system so far, and at most */
} arena;

void arena_open(arena *memory, size_t limit);
void arena_close(arena *memory);

/* How much was taken, for what is wanted for a moment only: arena_back() gives back all that was taken since. */
typedef struct arena_mark {
    arena_block *blocks;
    char *next;
    size_t left, used;
} arena_mark;

arena_mark arena_here(const arena *memory);
void arena_back(arena *memory, arena_mark mark);

/* Zeroed memory, aligned for any type. Never NULL. */
void *arena_take(arena *memory, size_t size);

/* `count` zeroed items of `size` bytes. */
void *arena_array(arena *memory, size_t count, size_t size);

/* A copy of `length` bytes and a zero byte after them. */
char *arena_copy(arena *memory, const char *bytes, size_t length);

/* As printf, into the arena. */
char *arena_print(arena *memory, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
