#include "lookups.h"

#include "base/utf8.h"
#include "clock.h"
#include "engine.h"

#include <stdlib.h>
#include <string.h>

static double seconds_of(const lexicon *words, arena *memory, uint32_t count)
{
    slice *names = arena_array(memory, count, sizeof *names);
    for (uint32_t i = 0; i < count; i++) {
        const char *alternatives = lexicon_text(words, TABLE_CITIES, (uint32_t)((uint64_t)i * 7919 % count), CITY_NAMES);
        names[i] = utf8_lower(memory, (slice){alternatives, (uint32_t)strcspn(alternatives, "|")});
    }
    uint32_t found = 0;
    double begun = now();
    for (uint32_t i = 0; i < count; i++)
        found += lexicon_find(words, INDEX_CITY, names[i]).count > 0;
    double taken = now() - begun;
    if (found < count / 2) /* names with typographic apostrophes are written otherwise */
        abort();
    return taken / count;
}

double lookup_seconds(const dateline_engine *engine)
{
    arena memory;
    arena_open(&memory, (size_t)256 << 20);
    if (setjmp(memory.out_of_memory))
        abort();
    double seconds = seconds_of(&engine->lexicon, &memory, engine->lexicon.tables[TABLE_CITIES].row_count);
    arena_close(&memory);
    return seconds;
}
