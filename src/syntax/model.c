#include "syntax/model.h"

#include "syntax/features.h"

#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

#define MODEL_MAGIC "DATELNMD"
enum { MODEL_VERSION = 3, SHAPE_FIELDS = 10, MOST_TABLE_MEMORY = 64 << 20 };

/* In the order of the enumeration of document.h. */
static const char *const relation_strings[REL_COUNT] = {
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "expl",
    "fixed", "flat", "iobj", "list", "mark", "nmod", "nmod:poss", "nmod:desc", "nsubj", "nsubj:pass",
    "nummod", "obj", "obl", "obl:agent", "parataxis", "punct", "root", "vocative", "xcomp", "",
};

typedef struct line_reader {
    const char *next, *end;
} line_reader;

static bool next_line(line_reader *lines, slice *out)
{
    if (lines->next >= lines->end)
        return false;
    const char *stop = memchr(lines->next, '\n', (size_t)(lines->end - lines->next));
    if (!stop)
        return false;
    *out = (slice){lines->next, (uint32_t)(stop - lines->next)};
    lines->next = stop + 1;
    return true;
}

/* The part of a line up to `separator`, which is cut off it. */
static slice cut_field(slice *line, char separator)
{
    const char *stop = line->length ? memchr(line->bytes, separator, line->length) : NULL;
    uint32_t length = stop ? (uint32_t)(stop - line->bytes) : line->length;
    slice field = {line->bytes, length};
    uint32_t used = length + (stop != NULL);
    *line = (slice){line->bytes + used, line->length - used};
    return field;
}

static line_reader lines_of(const model *weights, const char *section)
{
    size_t length = 0;
    const char *text = container_section(&weights->file, section, 0, &length);
    return (line_reader){text, text + length};
}

static uint32_t count_lines(line_reader lines)
{
    uint32_t count = 0;
    for (slice line; next_line(&lines, &line);)
        count++;
    return count;
}

static char *copied(model *weights, slice of)
{
    return arena_copy(&weights->memory, of.bytes, of.length);
}

/* Place of a name in a list; `count` if it is not there. */
static uint32_t place_of(const char *const *names, uint32_t count, slice name)
{
    uint32_t i = 0;
    while (i < count && !slice_is(name, names[i]))
        i++;
    return i;
}

static bool read_tags(model *weights)
{
    line_reader lines = lines_of(weights, "tags");
    tag_label *tags = arena_array(&weights->memory, weights->tag_count, sizeof *tags);
    for (uint32_t i = 0; i < weights->tag_count; i++) {
        slice line;
        if (!next_line(&lines, &line))
            return false;
        uint32_t universal = place_of(part_of_speech_names, POS_COUNT, cut_field(&line, '|'));
        if (universal == POS_COUNT)
            return false;
        tags[i] = (tag_label){(part_of_speech)universal, copied(weights, line)};
    }
    weights->tags = tags;
    return true;
}

/* A subtype that no stage asks for falls under its main relation. */
static relation relation_of(slice name)
{
    uint32_t found = place_of(relation_strings, REL_OTHER, name);
    if (found == REL_OTHER)
        found = place_of(relation_strings, REL_OTHER, cut_field(&name, ':'));
    return (relation)found;
}

static bool read_relations(model *weights)
{
    line_reader lines = lines_of(weights, "relations");
    const char **names = arena_array(&weights->memory, weights->relation_count, sizeof *names);
    uint8_t *relations = arena_array(&weights->memory, weights->relation_count, sizeof *relations);
    for (uint32_t i = 0; i < weights->relation_count; i++) {
        slice line;
        if (!next_line(&lines, &line))
            return false;
        names[i] = copied(weights, line);
        relations[i] = (uint8_t)relation_of(line);
    }
    weights->relation_names = names;
    weights->relations = relations;
    return true;
}

static uint64_t rule_hash(uint32_t tag, slice key)
{
    return XXH3_64bits_withSeed(key.bytes, key.length, tag);
}

const word_rule *word_rule_find(const word_rules *rules, uint32_t tag, slice key)
{
    uint32_t mask = rules->capacity - 1;
    for (uint32_t place = (uint32_t)rule_hash(tag, key) & mask; rules->slots[place].key; place = (place + 1) & mask)
        if (rules->slots[place].tag == tag && slice_is(key, rules->slots[place].key))
            return &rules->slots[place];
    return NULL;
}

static uint32_t tag_place(const model *weights, slice name)
{
    slice universal = cut_field(&name, '|');
    for (uint32_t i = 0; i < weights->tag_count; i++)
        if (slice_is(universal, part_of_speech_names[weights->tags[i].universal]) && slice_is(name, weights->tags[i].english))
            return i;
    return weights->tag_count;
}

/* Lines of "tag, key, [cut,] add", sorted by tag. */
static bool read_rules(model *weights, const char *section, bool with_cut, word_rules *out)
{
    line_reader lines = lines_of(weights, section);
    uint32_t count = count_lines(lines);
    for (out->capacity = 64; out->capacity < count * 2;)
        out->capacity *= 2;
    out->slots = arena_array(&weights->memory, out->capacity, sizeof *out->slots);
    slice before = {"", 0};
    uint32_t tag = 0;
    for (slice line; next_line(&lines, &line);) {
        slice name = cut_field(&line, '\t');
        if (!slice_equal(name, before))
            tag = tag_place(weights, name);
        before = name;
        if (tag == weights->tag_count)
            return false;
        word_rule rule = {.key = copied(weights, cut_field(&line, '\t')), .tag = tag};
        if (with_cut)
            rule.cut = (uint32_t)strtoul(copied(weights, cut_field(&line, '\t')), NULL, 10);
        rule.add = copied(weights, line);
        uint32_t place = (uint32_t)rule_hash(tag, slice_of(rule.key)) & (out->capacity - 1);
        while (out->slots[place].key)
            place = (place + 1) & (out->capacity - 1);
        out->slots[place] = rule;
    }
    return true;
}

static const void *section_of(const model *weights, const char *layer, const char *part, size_t length)
{
    char name[CONTAINER_NAME + 16];
    snprintf(name, sizeof name, "%s%s%s", layer, *part ? "." : "", part);
    return container_section(&weights->file, name, length, NULL);
}

static bool read_matrix(const model *weights, const char *layer, uint32_t rows, uint32_t columns, matrix *out)
{
    size_t filled = (rows + 2 * LANES - 1) / (2 * LANES) * (2 * LANES);
    *out = (matrix){rows, columns, section_of(weights, layer, "weight", filled * columns),
                    section_of(weights, layer, "scale", rows * sizeof(float)), section_of(weights, layer, "bias", rows * sizeof(float))};
    return out->weight && out->scale && out->bias;
}

static bool read_shape(model *weights)
{
    const uint32_t *shape = container_section(&weights->file, "shape", SHAPE_FIELDS * sizeof *shape, NULL);
    if (!shape)
        return false;
    weights->rows = shape[0];
    weights->width = shape[2];
    weights->recurrences = shape[3];
    weights->arc = shape[4];
    weights->label = shape[5];
    weights->tag_count = shape[6];
    weights->relation_count = shape[7];
    weights->mention_count = shape[8];
    weights->distances = shape[9];
    const uint32_t most = 4096;
    return shape[1] == FEATURE_COUNT && weights->rows && weights->width % 32 == 0 && weights->width &&
           weights->width <= 256 && weights->recurrences <= MOST_RECURRENCES && weights->arc % LANES == 0 && weights->arc <= most &&
           weights->label % LANES == 0 && weights->label <= 512 && weights->tag_count <= most && weights->relation_count <= most &&
           weights->mention_count <= most && weights->distances <= most;
}

static bool read_layers(model *weights)
{
    uint32_t width = weights->width;
    uint32_t heads = weights->tag_count + 1 + weights->mention_count + 2 * weights->arc + 1 + 2 * weights->label;
    size_t norm = 2 * width * sizeof(float);
    const float *scale = section_of(weights, "embedding", "scale", sizeof *scale);
    weights->embedding = section_of(weights, "embedding", "", (size_t)weights->rows * width);
    weights->input_norm = section_of(weights, "input", "norm", norm);
    weights->distance = section_of(weights, "distance", "", (2 * weights->distances + 1) * sizeof(float));
    weights->root_governor = section_of(weights, "root", "governor", (weights->arc + 1) * sizeof(float));
    weights->root_label = section_of(weights, "root", "label", weights->label * sizeof(float));
    weights->convolution_norm = section_of(weights, "convolution", "norm", norm);
    bool found = scale && weights->embedding && weights->input_norm && weights->distance && weights->root_governor &&
                 weights->root_label && weights->convolution_norm &&
                 read_matrix(weights, "convolution", width, 3 * width, &weights->convolution) &&
                 read_matrix(weights, "heads", heads, width, &weights->heads) &&
                 read_matrix(weights, "relation", weights->relation_count, weights->label, &weights->relation);
    for (uint32_t i = 0; found && i < weights->recurrences; i++) {
        char layer[CONTAINER_NAME];
        snprintf(layer, sizeof layer, "recurrence.%u", i);
        weights->recurrence_norm[i] = section_of(weights, layer, "norm", norm);
        found = weights->recurrence_norm[i] && read_matrix(weights, layer, 3 * width, width, &weights->recurrence[i]);
    }
    if (found)
        weights->embedding_scale = *scale;
    return found;
}

static bool read_all(model *weights)
{
    weights->name = container_section(&weights->file, "name", 0, NULL);
    return weights->name && read_shape(weights) && read_layers(weights) && read_tags(weights) && read_relations(weights) &&
           read_rules(weights, "lemmas", true, &weights->lemmas) && read_rules(weights, "features", false, &weights->features);
}

status model_open(model *weights, const char *path, dateline_error *error)
{
    memset(weights, 0, sizeof *weights);
    status opened = container_open(&weights->file, path, MODEL_MAGIC, MODEL_VERSION, DATELINE_BAD_MODEL, error);
    if (opened != DATELINE_OK)
        return opened;
    arena_open(&weights->memory, MOST_TABLE_MEMORY);
    if (setjmp(weights->memory.out_of_memory)) {
        model_close(weights);
        return fail(error, DATELINE_NO_MEMORY, "%s: no memory for its tables", path);
    }
    if (!read_all(weights)) {
        model_close(weights);
        return fail(error, DATELINE_BAD_MODEL, "%s: made for another version of the network; train it again", path);
    }
    return DATELINE_OK;
}

void model_close(model *weights)
{
    arena_close(&weights->memory);
    container_close(&weights->file);
}
