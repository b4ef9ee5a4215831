#include "products.h"

#include "clock.h"

#include "engine.h"
#include "syntax/kernels.h"

#include <stdlib.h>

enum { ROWS_AT_ONCE = 32, MOST_MATRICES = 4 * MOST_LAYERS + 4 };

static uint32_t matrices_of(const model *weights, const matrix *out[MOST_MATRICES])
{
    uint32_t count = 0;
    out[count++] = &weights->heads;
    out[count++] = &weights->relation;
    if (!weights->attends) {
        out[count++] = &weights->recurrent.convolution;
        for (uint32_t i = 0; i < weights->recurrent.layers; i++)
            out[count++] = &weights->recurrent.recurrence[i];
    }
    for (uint32_t i = 0; weights->attends && i < weights->attention.layers; i++) {
        const attention_layer *layer = &weights->attention.layer[i];
        const matrix *own[] = {&layer->inputs, &layer->output, &layer->inner, &layer->outer};
        for (size_t k = 0; k < sizeof own / sizeof *own; k++)
            out[count++] = own[k];
    }
    return count;
}

double products_of_row(const dateline_engine *engine)
{
    const matrix *all[MOST_MATRICES];
    double products = 0;
    for (uint32_t i = matrices_of(&engine->model, all); i-- > 0;)
        products += (double)all[i]->rows * all[i]->columns;
    return products;
}

double product_seconds(const dateline_engine *engine)
{
    const matrix *all[MOST_MATRICES];
    uint32_t count = matrices_of(&engine->model, all), widest = 0, longest = 0;
    for (uint32_t i = 0; i < count; i++) {
        widest = all[i]->columns > widest ? all[i]->columns : widest;
        longest = all[i]->rows > longest ? all[i]->rows : longest;
    }
    int16_t *in = malloc((size_t)ROWS_AT_ONCE * widest * sizeof *in);
    float *out = malloc((size_t)ROWS_AT_ONCE * longest * sizeof *out), scales[ROWS_AT_ONCE];
    if (!in || !out)
        abort();
    for (uint32_t i = 0; i < ROWS_AT_ONCE * widest; i++)
        in[i] = (int16_t)(i * 7919 % 8191);
    for (uint32_t i = 0; i < ROWS_AT_ONCE; i++)
        scales[i] = 1e-4f;
    const kernels *run = kernels_choose();
    uint64_t passes = 0;
    double begun = now(), taken;
    do {
        for (uint32_t i = 0; i < count; i++)
            run->multiply(all[i], in, all[i]->columns, scales, ROWS_AT_ONCE, out);
        passes++;
        taken = now() - begun;
    } while (taken < 0.1);
    free(in);
    free(out);
    return taken / (double)(passes * ROWS_AT_ONCE);
}
