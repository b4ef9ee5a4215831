#include "lexicon/rule_source.h"

#include "lexicon/slots.h"
#include "lexicon/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 256, MOST_FILES = 64 };

typedef struct named_set {
    const char *name;
    uint32_t number;
} named_set;

/* The rule that is being read. */
typedef struct open_rule {
    const char *name;
    uint32_t line;
    uint32_t cells[16];
    const char *triggers; /* "one|two" */
    uint32_t examples, counterexamples;
} open_rule;

typedef struct rule_reader {
    LIST(named_set) sets;
    open_rule rule;
} rule_reader;

/* The number of a set that is written above; 0, and a complaint, where there is none. */
static uint32_t find_set(builder *b, const rule_reader *r, const char *name)
{
    for (uint32_t i = 0; i < r->sets.count; i++)
        if (strcmp(r->sets.items[i].name, name) == 0)
            return r->sets.items[i].number;
    builder_complain(b, "no set is called @%s above this line", name);
    return 0;
}

/* Rows of one set's words: plain ones, and those of the sets it names. */
static void add_words(builder *b, rule_reader *r, uint32_t number, char *list)
{
    char *words[MOST_WORDS];
    uint32_t count = source_split(list, ',', words, MOST_WORDS);
    if (count > MOST_WORDS)
        builder_complain(b, "more than %d words in one line; make it two sets", MOST_WORDS);
    for (uint32_t i = 0; i < count && i < MOST_WORDS; i++) {
        if (*words[i] != '@') {
            uint32_t cells[] = {builder_string(b, words[i]), number};
            builder_keys(b, INDEX_SET_WORD, words[i], builder_row(b, TABLE_SET_WORDS, cells));
            continue;
        }
        uint32_t other = find_set(b, r, words[i] + 1);
        /* Copies, so that at run time a word names its sets outright. */
        uint32_t before = b->tables[TABLE_SET_WORDS].row_count;
        for (uint32_t row = 0; row < before; row++) {
            uint32_t word = builder_number(b, TABLE_SET_WORDS, row, SET_WORD);
            if (builder_number(b, TABLE_SET_WORDS, row, SET_NUMBER) != other)
                continue;
            uint32_t cells[] = {word, number};
            builder_keys(b, INDEX_SET_WORD, b->strings.items + word, builder_row(b, TABLE_SET_WORDS, cells));
        }
    }
}

static void take_set(builder *b, rule_reader *r, char *rest)
{
    char *equals = strchr(rest, '=');
    char *parts[1];
    if (!equals) {
        builder_complain(b, "a set is written: set NAME = word, word");
        return;
    }
    *equals = 0;
    source_split(rest, '\n', parts, 1);
    uint32_t number = b->set_count++;
    add_words(b, r, number, equals + 1);
    *list_add(&b->memory, &r->sets) = (named_set){arena_copy(&b->memory, parts[0], strlen(parts[0])), number};
}

static slot slot_named(builder *b, const char *name)
{
    for (slot s = SLOT_SUBJECT; s < SLOT_COUNT; s++)
        if (strcmp(slot_names[s], name) == 0)
            return s;
    builder_complain(b, "\"%s\" is no place of a rule (subject, object, to, with ...; see docs/rules.md)", name);
    return SLOT_NONE;
}

/* Up to four slots, the preferred one in the lowest byte. */
static uint32_t slots_of(builder *b, char *list)
{
    char *names[4];
    uint32_t count = source_split(list, ',', names, 4), packed = 0;
    if (count > 4)
        builder_complain(b, "at most four places to look in");
    for (uint32_t i = 0; i < count && i < 4; i++)
        packed |= (uint32_t)slot_named(b, names[i]) << (8 * i);
    return packed;
}

static void take_condition(builder *b, rule_reader *r, char *rest, bool negated)
{
    char *equals = strchr(rest, '=');
    if (!equals) {
        builder_complain(b, "a condition is written: if PLACE = word, @set   (= * for any word)");
        return;
    }
    *equals++ = 0;
    char *name[1], *values[1];
    source_split(rest, '\n', name, 1);
    source_split(equals, '\n', values, 1);
    uint32_t text = builder_string(b, arena_print(&b->memory, "%s %s = %s", negated ? "unless" : "if", name[0], values[0]));
    uint32_t set = ANY_WORD;
    if (*values[0] == '@' && !strchr(values[0], ','))
        set = find_set(b, r, values[0] + 1);
    else if (strcmp(values[0], "*") != 0)
        add_words(b, r, set = b->set_count++, values[0]);
    uint32_t cells[] = {(uint32_t)slot_named(b, name[0]), set, negated, text};
    builder_row(b, TABLE_CONDITIONS, cells);
    r->rule.cells[RULE_CONDITION_COUNT]++;
}

/* Whether a table that is read already has this text in its first column. */
static bool known(const builder *b, table_id table, const char *text)
{
    for (uint32_t row = 0; row < b->tables[table].row_count; row++)
        if (strcmp(builder_text(b, table, row, 0), text) == 0)
            return true;
    return false;
}

/* The row of a code in cameo.tsv, or UINT32_MAX. */
static uint32_t cameo_row(const builder *b, const char *code)
{
    for (uint32_t row = 0; row < b->tables[TABLE_CAMEO].row_count; row++)
        if (strcmp(builder_text(b, TABLE_CAMEO, row, CAMEO_CODE), code) == 0)
            return row;
    return UINT32_MAX;
}

/* "event 0874": the type, mode and context that cameo.tsv has for the code. */
static void take_code(builder *b, rule_reader *r, const char *code)
{
    uint32_t row = cameo_row(b, code);
    if (row == UINT32_MAX) {
        builder_complain(b, "%s is no CAMEO code of cameo.tsv", code);
        return;
    }
    r->rule.cells[RULE_TYPE] = builder_number(b, TABLE_CAMEO, row, CAMEO_TYPE);
    r->rule.cells[RULE_MODE] = builder_number(b, TABLE_CAMEO, row, CAMEO_MODE);
    r->rule.cells[RULE_CONTEXTS] = builder_number(b, TABLE_CAMEO, row, CAMEO_CONTEXT);
    r->rule.cells[RULE_CAMEO] = builder_string(b, code);
}

static void take_event(builder *b, rule_reader *r, char *rest)
{
    if (*rest >= '0' && *rest <= '9') {
        take_code(b, r, rest);
        return;
    }
    char *type = strtok(rest, " \t"), *mode = NULL, *cameo = NULL;
    for (char *word; type && (word = strtok(NULL, " \t"));) {
        if (*word >= '0' && *word <= '9')
            cameo = word;
        else
            mode = word;
    }
    static const char *const civic[] = {"GATHER", "APPOINT", "ELECT", "PUBLISH", "HARM", RULE_NO_EVENT};
    bool is_civic = false;
    for (size_t i = 0; type && i < sizeof civic / sizeof *civic; i++)
        is_civic |= strcmp(civic[i], type) == 0;
    char category[64];
    snprintf(category, sizeof category, "%s%s%s", type ? type : "", mode ? " " : "", mode ? mode : "");
    if (!is_civic && !known(b, TABLE_SCORES, category))
        builder_complain(b, "\"%s\" is no PLOVER type and mode of scores.tsv", category);
    if (cameo && !known(b, TABLE_GOLDSTEIN, cameo))
        builder_complain(b, "%s is no CAMEO code of goldstein.tsv", cameo);
    r->rule.cells[RULE_TYPE] = builder_string(b, type ? type : "");
    r->rule.cells[RULE_MODE] = builder_string(b, mode ? mode : "");
    r->rule.cells[RULE_CAMEO] = builder_string(b, cameo ? cameo : "");
}

static void end_rule(builder *b, rule_reader *r)
{
    if (!r->rule.name)
        return;
    b->line = r->rule.line;
    if (!r->rule.triggers)
        builder_complain(b, "rule %s has neither verb nor noun", r->rule.name);
    if (!r->rule.cells[RULE_TYPE])
        builder_complain(b, "rule %s has no event", r->rule.name);
    if (!r->rule.examples || !r->rule.counterexamples)
        builder_complain(b, "rule %s needs an example (yes) and a counter-example (no)", r->rule.name);
    uint32_t row = builder_row(b, TABLE_RULES, r->rule.cells);
    if (r->rule.triggers)
        builder_keys(b, INDEX_RULE, r->rule.triggers, row);
    r->rule = (open_rule){0};
}

static void begin_rule(builder *b, rule_reader *r, const char *name)
{
    r->rule.name = arena_copy(&b->memory, name, strlen(name));
    r->rule.line = b->line;
    r->rule.cells[RULE_NAME] = builder_string(b, name);
    r->rule.cells[RULE_PLACE] = builder_string(b, arena_print(&b->memory, "%s:%u", b->file, b->line));
    r->rule.cells[RULE_CONDITIONS] = b->tables[TABLE_CONDITIONS].row_count;
}

static void add_trigger(builder *b, open_rule *rule, const char *word)
{
    if (strchr(word, '*'))
        builder_complain(b, "a rule is triggered by words; \"%s\" would match everything", word);
    rule->triggers = arena_print(&b->memory, "%s%s%s", rule->triggers, *rule->triggers ? "|" : "", word);
}

/* "one, @set" as the alternatives of a key: "one|two|three". */
static void take_triggers(builder *b, rule_reader *r, char *rest, uint32_t class)
{
    char *words[MOST_WORDS];
    uint32_t count = source_split(rest, ',', words, MOST_WORDS);
    if (r->rule.triggers)
        builder_complain(b, "rule %s has its triggers already", r->rule.name);
    if (count > MOST_WORDS)
        builder_complain(b, "more than %d words in one line; make them a set", MOST_WORDS);
    r->rule.triggers = "";
    for (uint32_t i = 0; i < count && i < MOST_WORDS; i++) {
        if (*words[i] != '@') {
            add_trigger(b, &r->rule, words[i]);
            continue;
        }
        uint32_t set = find_set(b, r, words[i] + 1);
        for (uint32_t row = 0; row < b->tables[TABLE_SET_WORDS].row_count; row++)
            if (builder_number(b, TABLE_SET_WORDS, row, SET_NUMBER) == set)
                add_trigger(b, &r->rule, builder_text(b, TABLE_SET_WORDS, row, SET_WORD));
    }
    r->rule.cells[RULE_TRIGGERS] = builder_string(b, r->rule.triggers);
    r->rule.cells[RULE_CLASS] = class;
}

/* Examples of one kind, one a line. */
static void take_example(builder *b, open_rule *rule, uint32_t column, uint32_t *count, const char *sentence)
{
    const char *before = b->strings.items + rule->cells[column];
    rule->cells[column] = builder_string(b, arena_print(&b->memory, "%s%s%s", before, *count ? "\n" : "", sentence));
    ++*count;
}

/* "from CAMEO.verbpatterns.txt:695": a rule made from a dictionary has its line in the place of examples. */
static void take_origin(builder *b, open_rule *rule, const char *line)
{
    rule->cells[RULE_PLACE] = builder_string(b, line);
    rule->examples++;
    rule->counterexamples++;
}

static void take_line(builder *b, char *line, void *context)
{
    rule_reader *r = context;
    char *word = line + strspn(line, " \t");
    if (!*word)
        return;
    char *rest = word + strcspn(word, " \t");
    if (*rest)
        *rest++ = 0;
    rest += strspn(rest, " \t");
    bool top = strcmp(word, "set") == 0 || strcmp(word, "rule") == 0;
    if (top) {
        uint32_t here = b->line;
        end_rule(b, r);
        b->line = here;
    }
    if (strcmp(word, "set") == 0)
        take_set(b, r, rest);
    else if (strcmp(word, "rule") == 0)
        begin_rule(b, r, rest);
    else if (!r->rule.name)
        builder_complain(b, "\"%s\" stands outside a rule", word);
    else if (strcmp(word, "verb") == 0)
        take_triggers(b, r, rest, RULE_VERB);
    else if (strcmp(word, "noun") == 0)
        take_triggers(b, r, rest, RULE_NOUN);
    else if (strcmp(word, "if") == 0 || strcmp(word, "unless") == 0)
        take_condition(b, r, rest, *word == 'u');
    else if (strcmp(word, "source") == 0)
        r->rule.cells[RULE_SOURCES] = slots_of(b, rest);
    else if (strcmp(word, "target") == 0)
        r->rule.cells[RULE_TARGETS] = slots_of(b, rest);
    else if (strcmp(word, "event") == 0)
        take_event(b, r, rest);
    else if (strcmp(word, "kind") == 0)
        r->rule.cells[RULE_KIND] = builder_string(b, rest);
    else if (strcmp(word, "context") == 0)
        r->rule.cells[RULE_CONTEXTS] = builder_string(b, rest);
    else if (strcmp(word, "yes") == 0)
        take_example(b, &r->rule, RULE_EXAMPLE, &r->rule.examples, rest);
    else if (strcmp(word, "from") == 0)
        take_origin(b, &r->rule, rest);
    else if (strcmp(word, "no") == 0)
        take_example(b, &r->rule, RULE_COUNTEREXAMPLE, &r->rule.counterexamples, rest);
    else
        builder_complain(b, "\"%s\" is no line of a rule; see docs/rules.md", word);
}

static int is_rules_file(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 6 && strcmp(entry->d_name + length - 6, ".rules") == 0;
}

status rule_source_read(builder *b, const char *folder, dateline_error *error)
{
    char *path = arena_print(&b->memory, "%s/rules", folder);
    struct dirent **found = NULL;
    int count = scandir(path, &found, is_rules_file, alphasort);
    if (count < 0 && errno == ENOENT && b->layer < b->layers - 1)
        return DATELINE_OK; /* a layer needs none of its own */
    if (count < 0)
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", path, strerror(errno));
    /* Names go to the stack first: the arena may jump away, and then nothing may be left to free. */
    char names[MOST_FILES][sizeof found[0]->d_name + sizeof "rules/"];
    uint32_t file_count = 0;
    for (int i = 0; i < count; i++) {
        if (file_count < MOST_FILES)
            snprintf(names[file_count++], sizeof names[0], "rules/%s", found[i]->d_name);
        free(found[i]);
    }
    free(found);
    rule_reader reader = {0};
    status read = DATELINE_OK;
    for (uint32_t i = 0; i < file_count && read == DATELINE_OK; i++) {
        read = source_lines(b, folder, arena_copy(&b->memory, names[i], strlen(names[i])), take_line, &reader, error);
        end_rule(b, &reader);
    }
    return read;
}
