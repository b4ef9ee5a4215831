/* How a model is read, part by part. Each says whether its part is there and whole. */
#ifndef DATELINE_SYNTAX_MODEL_PARTS_H
#define DATELINE_SYNTAX_MODEL_PARTS_H

#include "syntax/model.h"

/* The numbers: shapes first, then the layers of the network that the file has, then the heads. layers.c */
bool read_layers(model *weights);

/* Tags, relations, rules of lemmas and features. labels.c; needs the shapes. */
bool read_labels(model *weights);

bool read_pieces(model *weights, piece_table *out);

#endif
