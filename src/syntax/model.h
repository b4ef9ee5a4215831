/* The weights of the language layer, mapped into memory: shared by any number of threads, never
 * written. train/export.py makes the file. */
#ifndef DATELINE_SYNTAX_MODEL_H
#define DATELINE_SYNTAX_MODEL_H

#include "base/arena.h"
#include "base/container.h"
#include "document.h"

enum { MOST_LAYERS = 12, LANES = 16, MOST_WIDTH = 512, LONGEST_PIECE = 40 };

/* A linear layer: out[row] = sum(weight of row and column * in[column]) * scale[row] + bias[row]. Rows lie in blocks of
 * LANES, filled up with zeros to an even number of blocks: the two columns of a pair beside one another, for each row of the block. */
typedef struct matrix {
    uint32_t rows, columns;
    const int8_t *weight; /* [rows / LANES][columns / 2][LANES][2], at most +-127 */
    const float *scale;   /* [rows] */
    const float *bias;    /* [rows] */
} matrix;

/* A label of the tagger: a universal and a Penn Treebank tag. */
typedef struct tag_label {
    part_of_speech universal;
    const char *english;
} tag_label;

/* A row of a table that is looked up by tag and word. key NULL: an empty slot. */
typedef struct word_rule {
    const char *key; /* an ending, "^" and a whole word, or "" for all words of the tag */
    uint32_t tag;    /* place in `tags` */
    uint32_t cut;    /* code points to take off the end */
    const char *add; /* letters to put there; or the features */
} word_rule;

typedef struct word_rules {
    word_rule *slots; /* [capacity], a power of two */
    uint32_t capacity;
} word_rules;

/* Rows of int8 with one scale. */
typedef struct byte_table {
    uint32_t rows, width;
    const int8_t *values; /* [rows][width] */
    float scale;
} byte_table;

/* The small network: hashed features, one convolution, simple recurrent units. src/syntax/recurrent.c */
typedef struct recurrent_network {
    byte_table features;     /* [rows][width] */
    const float *input_norm; /* [2][width]: gain, bias; those below likewise */
    matrix convolution;
    const float *convolution_norm;
    uint32_t layers;
    matrix recurrence[MOST_LAYERS];
    const float *recurrence_norm[MOST_LAYERS];
} recurrent_network;

/* A piece of a word and its number; text NULL: an empty slot. */
typedef struct piece_slot {
    slice text; /* "ambassador", "##ship" */
    uint32_t number;
} piece_slot;

typedef struct piece_table {
    piece_slot *slots;                 /* [capacity], a power of two */
    uint32_t capacity, count, longest; /* pieces; code points of the longest one */
    uint32_t unknown, begin, end;      /* numbers of pieces that stand for no letters */
} piece_table;

typedef struct attention_layer {
    matrix inputs; /* queries, keys and values */
    matrix output;
    const float *output_norm;
    matrix inner, outer;
    const float *outer_norm;
} attention_layer;

/* The large one: pieces of words, layers of attention. src/syntax/attention.c */
typedef struct attention_network {
    piece_table pieces;
    const uint8_t *vectors;     /* [pieces][width / 2]: four bits and 8 a number, the first half of the width in the lower four */
    const float *vector_scales; /* [pieces] */
    byte_table places;          /* [places][width]; what comes after the last place is read as if it stood there */
    const float *input_norm;
    uint32_t layers, heads;
    attention_layer layer[MOST_LAYERS];
    const float *mix;    /* [layers + 1] shares of the input and each layer in a word's vector */
    byte_table features; /* hashed, as those of the small network */
    matrix widen;        /* of the features */
    const float *word_norm;
} attention_network;

/* Recurrences over the vectors of words that answer one question about each word. src/syntax/branch.c */
typedef struct branch_network {
    uint32_t width, layers; /* width 0: a model that was not taught to answer it yet */
    byte_table features;    /* hashed, as those of the small network; rows 0: it has none of its own */
    matrix narrow;          /* of the vector of a word */
    const float *narrow_norm;
    matrix recurrence[MOST_LAYERS];
    const float *recurrence_norm[MOST_LAYERS];
    matrix answers;
} branch_network;

typedef struct model {
    container file;
    arena memory; /* of the tables below */
    const char *name;
    uint32_t width;      /* of the vector of a word */
    uint32_t arc, label; /* widths of the heads that score governors and relations */
    uint32_t distances;  /* to the governor, that have a bias of their own, in either direction */
    bool attends;        /* which of the two makes the vectors */
    recurrent_network recurrent;
    attention_network attention;
    matrix heads; /* tag | sentence end | dependent | governor | relation, seen from either word */
    matrix relation;
    const float *distance;      /* [2 * distances + 1] */
    const float *root_governor; /* [arc + 1] */
    const float *root_label;    /* [label] */
    uint32_t tag_count, relation_count;
    const tag_label *tags;             /* [tag_count] */
    const char *const *relation_names; /* [relation_count] */
    const uint8_t *relations;          /* [relation_count] */
    word_rules lemmas, features;
    clue_weights clues;          /* none in a model that train/clues.py has not seen yet */
    branch_network attributions; /* answers: the fields of attribution_odds */
    branch_network names;        /* the labels of token_table.name_label */
} model;

/* DATELINE_BAD_MODEL with the reason, or DATELINE_NO_MEMORY. */
status model_open(model *weights, const char *path, dateline_error *error);
void model_close(model *weights);

/* The rule of a tag for a key, or NULL. */
const word_rule *word_rule_find(const word_rules *rules, uint32_t tag, slice key);

/* The number of a piece, or NONE. */
uint32_t piece_find(const piece_table *pieces, slice text);

#endif
