#include "syntax/model.h"

#include "syntax/model_parts.h"

#define MODEL_MAGIC "DATELNMD"
enum { MODEL_VERSION = 6, MOST_TABLE_MEMORY = 64 << 20 };

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
    weights->name = container_section(&weights->file, "name", 0, NULL);
    if (!weights->name || !read_layers(weights) || !read_labels(weights)) {
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
