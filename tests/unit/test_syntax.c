#include "unit.h"

#include "base/utf8.h"
#include "syntax/features.h"
#include "syntax/kernels.h"
#include "syntax/tree.h"

#include <stdlib.h>

/* The rows that train/features.py computes for the same words: python3 train/features.py prints them. */
static void features_are_those_of_training(void **state)
{
    (void)state;
#include "feature_rows.inc"
    arena memory;
    arena_open(&memory, 1 << 20);
    if (setjmp(memory.out_of_memory))
        assert_true(false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t rows[FEATURE_COUNT];
        slice word = slice_of(cases[i].word);
        feature_rows(word, utf8_lower(&memory, word), cases[i].space_before, TABLE_ROWS, rows);
        for (int k = 0; k < FEATURE_COUNT; k++)
            assert_int_equal(rows[k], cases[i].rows[k]);
    }
    arena_close(&memory);
}

enum { WIDTH = 128, ROWS = 37, FILLED_ROWS = 48, WORDS = 11, FILLED_WORDS = 16 };

static float number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (float)(*seed >> 8) / (float)(1 << 23) - 1.0f;
}

/* Every processor gives the same bytes. */
static void kernels_agree_to_the_byte(void **state)
{
    (void)state;
    static const char *const names[] = {"avx2", "avx512"};
    static _Alignas(64) int16_t weight[FILLED_ROWS * WIDTH];
    static int32_t quantized[2][FILLED_WORDS * WIDTH / 2];
    static float scale[ROWS], bias[ROWS], in[WORDS * WIDTH], out[2][WORDS * WIDTH * 3], scales[2][WORDS], norm[2 * WIDTH];
    uint32_t seed = 1;
    for (int i = 0; i < FILLED_ROWS * WIDTH; i++)
        weight[i] = (int16_t)(number(&seed) * 1023);
    for (int i = 0; i < ROWS; i++) {
        scale[i] = number(&seed);
        bias[i] = number(&seed);
    }
    for (int i = 0; i < WORDS * WIDTH; i++)
        in[i] = number(&seed) * 3;
    for (int i = 0; i < 2 * WIDTH; i++)
        norm[i] = number(&seed);
    const matrix layer = {ROWS, WIDTH, weight, scale, bias};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        const kernels *run[2] = {kernels_named("plain"), kernels_named(names[n])};
        if (!run[1])
            continue; /* not on this processor */
        for (int k = 0; k < 2; k++) {
            run[k]->quantize(in, WORDS, WIDTH, quantized[k], scales[k]);
            run[k]->multiply(&layer, quantized[k], scales[k], WORDS, out[k]);
        }
        assert_memory_equal(quantized[0], quantized[1], sizeof quantized[0]);
        assert_memory_equal(scales[0], scales[1], sizeof scales[0]);
        assert_memory_equal(out[0], out[1], WORDS * ROWS * sizeof(float));
        for (int k = 0; k < 2; k++) {
            memcpy(out[k], in, sizeof in);
            run[k]->normalize(out[k], in + WIDTH, norm, WIDTH);
            run[k]->compare(in, in, WIDTH / 16, 16, out[k] + WIDTH);
            run[k]->recur(in, 3, WIDTH, out[k] + 2 * WIDTH);
        }
        assert_memory_equal(out[0], out[1], 5 * WIDTH * sizeof(float));
    }
}

static void best_tree_is(const float *score, uint32_t n, const uint32_t *expected)
{
    arena memory;
    uint32_t head[8];
    arena_open(&memory, 1 << 20);
    if (setjmp(memory.out_of_memory))
        assert_true(false);
    best_tree(&memory, score, n, head);
    for (uint32_t i = 0; i < n; i++)
        assert_int_equal(head[i], expected[i]);
    arena_close(&memory);
}

static void trees_are_best_and_whole(void **state)
{
    (void)state;
    /* rows: word, columns: governors, last: root */
    const float greedy[] = {-9, 5, 0, 0, /**/ 1, -9, 1, 5, /**/ 0, 4, -9, 1};
    best_tree_is(greedy, 3, (uint32_t[]){1, NONE, 1});
    /* words 1 and 2 like each other best: a cycle that must be opened */
    const float cycle[] = {-9, 1, 1, 8, /**/ 3, -9, 9, 0, /**/ 5, 9, -9, 0};
    best_tree_is(cycle, 3, (uint32_t[]){NONE, 2, 0});
    /* two want to be the root: there is one */
    const float roots[] = {-9, 1, 5, /**/ 1, -9, 6};
    best_tree_is(roots, 2, (uint32_t[]){1, NONE});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_are_those_of_training), cmocka_unit_test(kernels_agree_to_the_byte), cmocka_unit_test(trees_are_best_and_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
