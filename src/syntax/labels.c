/* The parts of a model that are text: tags, relations, rules of lemmas and features, pieces of words. */
#include "base/utf8.h"
#include "syntax/model_parts.h"

#include <stdlib.h>
#include <xxhash.h>

/* In the order of the enumeration of document.h. */
static const char *const relation_strings[REL_COUNT] = {
    "acl",    "acl:relcl", "advcl",        "advmod",    "amod",      "appos", "aux",       "aux:pass",  "case",      "cc",
    "ccomp",  "compound",  "compound:prt", "conj",      "cop",       "csubj", "dep",       "det",       "discourse", "expl",
    "fixed",  "flat",      "iobj",         "list",      "mark",      "nmod",  "nmod:poss", "nmod:desc", "nsubj",     "nsubj:pass",
    "nummod", "obj",       "obl",          "obl:agent", "parataxis", "punct", "root",      "vocative",  "xcomp",     "",
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

bool read_labels(model *weights)
{
    return read_tags(weights) && read_relations(weights) && read_rules(weights, "lemmas", true, &weights->lemmas) &&
           read_rules(weights, "features", false, &weights->features);
}

static uint64_t piece_hash(slice text)
{
    return XXH3_64bits(text.bytes, text.length);
}

uint32_t piece_find(const piece_table *pieces, slice text)
{
    uint32_t mask = pieces->capacity - 1;
    for (uint32_t place = (uint32_t)piece_hash(text) & mask; pieces->slots[place].text.bytes; place = (place + 1) & mask)
        if (slice_equal(pieces->slots[place].text, text))
            return pieces->slots[place].number;
    return NONE;
}

static uint32_t code_points(slice of)
{
    uint32_t count = 0;
    for (uint32_t place = 0; place < of.length; count++)
        utf8_next(of.bytes, &place);
    return count;
}

bool read_pieces(model *weights, piece_table *out)
{
    line_reader lines = lines_of(weights, "pieces");
    out->count = count_lines(lines);
    for (out->capacity = 64; out->capacity < out->count * 2;)
        out->capacity *= 2;
    out->slots = arena_array(&weights->memory, out->capacity, sizeof *out->slots);
    uint32_t number = 0;
    for (slice line; next_line(&lines, &line); number++) {
        if (utf8_valid(line.bytes, line.length) != line.length)
            return false;
        uint32_t length = code_points(line), place = (uint32_t)piece_hash(line) & (out->capacity - 1);
        out->longest = length > out->longest ? length : out->longest;
        while (out->slots[place].text.bytes)
            place = (place + 1) & (out->capacity - 1);
        out->slots[place] = (piece_slot){line, number};
    }
    out->unknown = piece_find(out, slice_of("[UNK]"));
    out->begin = piece_find(out, slice_of("[CLS]"));
    out->end = piece_find(out, slice_of("[SEP]"));
    return out->unknown != NONE && out->begin != NONE && out->end != NONE && out->longest <= LONGEST_PIECE;
}
