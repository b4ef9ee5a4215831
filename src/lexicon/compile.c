/* Dictionaries in, one file out, or a list of what is wrong with them. */
#include "base/installed.h"
#include "lexicon/builder.h"
#include "lexicon/rule_source.h"
#include "lexicon/shadows.h"
#include "lexicon/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_COLUMNS = 16 };
static const size_t MOST_MEMORY = (size_t)1 << 30;

typedef struct reading_table {
    table_id table;
    bool saw_header;
} reading_table;

static void take_header(builder *b, const table_spec *table, char **parts, uint32_t count)
{
    bool fits = count == table->column_count;
    for (uint32_t c = 0; fits && c < count; c++)
        fits = strcmp(parts[c], table->columns[c].name) == 0;
    if (fits)
        return;
    char wanted[200] = "";
    for (uint32_t c = 0; c < table->column_count; c++) {
        strncat(wanted, c ? ", " : "", sizeof wanted - strlen(wanted) - 1);
        strncat(wanted, table->columns[c].name, sizeof wanted - strlen(wanted) - 1);
    }
    builder_complain(b, "the first line must name the columns, with tabs between them: %s", wanted);
}

static uint32_t choice(builder *b, const column_spec *column, const char *value)
{
    for (uint32_t i = 0; column->choices[i]; i++)
        if (strcmp(column->choices[i], value) == 0)
            return i;
    char choices[240] = "";
    for (uint32_t i = 0; column->choices[i]; i++) {
        strncat(choices, i ? ", " : "", sizeof choices - strlen(choices) - 1);
        strncat(choices, column->choices[i], sizeof choices - strlen(choices) - 1);
    }
    builder_complain(b, "%s \"%s\" is not one of %s", column->name, value, choices);
    return 0;
}

static uint32_t choices(builder *b, const column_spec *column, char *value)
{
    char *parts[32];
    uint32_t count = source_split(value, ',', parts, 32), set = 0;
    for (uint32_t i = 0; i < count && i < 32; i++)
        set |= 1u << choice(b, column, parts[i]);
    return set;
}

static uint32_t number(builder *b, const column_spec *column, const char *value)
{
    char *end;
    errno = 0;
    long long parsed = strtoll(value, &end, 10);
    if (*end || end == value || errno || parsed < INT32_MIN || parsed > UINT32_MAX)
        builder_complain(b, "%s \"%s\" is not a whole number", column->name, value);
    return (uint32_t)parsed;
}

static uint32_t real(builder *b, const column_spec *column, const char *value)
{
    char *end;
    float parsed = strtof(value, &end);
    if (*end || end == value)
        builder_complain(b, "%s \"%s\" is not a number", column->name, value);
    uint32_t bits;
    memcpy(&bits, &parsed, sizeof bits);
    return bits;
}

static uint32_t cell_of(builder *b, const column_spec *column, char *value)
{
    switch (column->kind) {
    case COLUMN_NUMBER:
        return number(b, column, value);
    case COLUMN_REAL:
        return real(b, column, value);
    case COLUMN_CHOICE:
        return choice(b, column, value);
    case COLUMN_CHOICES:
        return choices(b, column, value);
    case COLUMN_TEXT:
        break;
    }
    return builder_string(b, strcmp(value, "-") == 0 ? "" : value);
}

static void take_row(builder *b, char *line, void *context)
{
    reading_table *reading = context;
    const table_spec *table = &lexicon_tables[reading->table];
    char *parts[MOST_COLUMNS];
    uint32_t count = source_split(line, '\t', parts, MOST_COLUMNS);
    if (!reading->saw_header) {
        reading->saw_header = true;
        take_header(b, table, parts, count);
        return;
    }
    if (count != table->column_count) {
        builder_complain(b, "%u columns where %u belong, with tabs between them", count, table->column_count);
        return;
    }
    uint32_t cells[MOST_COLUMNS];
    for (uint32_t c = 0; c < count; c++) {
        if (!*parts[c]) {
            builder_complain(b, "column \"%s\" is empty; write - for nothing", table->columns[c].name);
            return;
        }
        cells[c] = cell_of(b, &table->columns[c], parts[c]);
    }
    uint32_t row = builder_row(b, reading->table, cells);
    for (uint32_t c = 0; c < count; c++)
        if (table->columns[c].index != INDEX_NONE && strcmp(parts[c], "-") != 0)
            builder_keys(b, table->columns[c].index, parts[c], row);
}

static void take_version(builder *b, char *line, void *context)
{
    (void)context;
    if (b->version)
        builder_complain(b, "more than one line");
    b->version = arena_copy(&b->memory, line, strlen(line));
}

static bool has_file(builder *b, const char *folder, const char *file)
{
    return access(arena_print(&b->memory, "%s/%s", folder, file), F_OK) == 0;
}

/* One file from every layer that has it; the lowest must. */
static status read_layers(builder *b, const char *const *folders, const char *file, void (*take)(builder *, char *, void *), table_id table,
                          dateline_error *error)
{
    status read = DATELINE_OK;
    for (b->layer = 0; b->layer < b->layers && read == DATELINE_OK; b->layer++) {
        reading_table reading = {.table = table};
        if (b->layer == b->layers - 1 || has_file(b, folders[b->layer], file))
            read = source_lines(b, folders[b->layer], file, take, &reading, error);
    }
    return read;
}

static status build(builder *b, const char *const *folders, const char *out, dateline_error *error)
{
    builder_open(b);
    b->layer = b->layers - 1;
    status read = source_lines(b, folders[b->layer], "VERSION", take_version, NULL, error);
    for (int t = 0; t < TABLE_COUNT && read == DATELINE_OK; t++)
        if (lexicon_tables[t].file)
            read = read_layers(b, folders, lexicon_tables[t].file, take_row, (table_id)t, error);
    for (b->layer = 0; b->layer < b->layers && read == DATELINE_OK; b->layer++)
        read = rule_source_read(b, folders[b->layer], error);
    if (read != DATELINE_OK)
        return read;
    if (!b->version)
        return fail(error, DATELINE_BAD_LEXICON, "%s/VERSION: empty", folders[b->layers - 1]);
    for (uint32_t i = b->layers - 1; i-- > 0;) { /* "2026.11+mine" */
        const char *slash = strrchr(folders[i], '/');
        b->version = arena_print(&b->memory, "%s+%s", b->version, slash && slash[1] ? slash + 1 : folders[i]);
    }
    return builder_finish(b, out, error);
}

/* What is to be done with dictionaries that are read. */
typedef struct compilation {
    const char *out;                          /* NULL: they are only checked */
    dateline_lexicon_listener complain, tell; /* of mistakes; of rules that stand in each other's way, or NULL */
    void *context;
    bool precedence;
} compilation;

static status compile(const char *const *folders, uint32_t count, const compilation *c, dateline_error *error)
{
    builder b = {.complain = c->complain, .context = c->context, .layers = count};
    arena_open(&b.memory, MOST_MEMORY);
    status built;
    if (setjmp(b.memory.out_of_memory))
        built = fail(error, DATELINE_NO_MEMORY, "%s: no memory to compile it", folders[0]);
    else
        built = build(&b, folders, c->out, error);
    if (built == DATELINE_OK && c->tell && !setjmp(b.memory.out_of_memory)) {
        tell_shadows(&b, c->tell, c->context);
        if (c->precedence)
            tell_precedence(&b, c->tell, c->context);
    }
    arena_close(&b.memory);
    return built;
}

/* One folder alone that is not complete lies over the installed dictionaries. */
static status compile_layers(const char *const *folders, uint32_t count, const compilation *c, dateline_error *error)
{
    if (!count)
        return fail(error, DATELINE_BAD_ARGUMENT, "no folder of dictionaries");
    char version[4096], installed[4096];
    snprintf(version, sizeof version, "%s/VERSION", folders[0]);
    if (count > 1 || access(folders[0], F_OK) != 0 || access(version, F_OK) == 0)
        return compile(folders, count, c, error);
    installed_path("lexicon", "", installed, sizeof installed);
    const char *both[] = {folders[0], installed};
    return compile(both, 2, c, error);
}

status dateline_lexicon_build(const char *const *folders, uint32_t count, const char *out, dateline_lexicon_listener complain,
                              void *context, dateline_error *error)
{
    return compile_layers(folders, count, &(compilation){.out = out, .complain = complain, .context = context}, error);
}

status dateline_lexicon_check(const char *const *folders, uint32_t count, bool precedence, dateline_lexicon_listener complain,
                              dateline_lexicon_listener tell, void *context, dateline_error *error)
{
    return compile_layers(folders, count, &(compilation){.complain = complain, .tell = tell, .context = context, .precedence = precedence},
                          error);
}
