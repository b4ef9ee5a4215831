#include "unit.h"

#include "base/utf8.h"
#include "syntax/features.h"
#include "syntax/kernels.h"
#include "syntax/pieces.h"
#include "syntax/tree.h"

#include <stdlib.h>
#include <xxhash.h>

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
        uint32_t hashes[FEATURE_COUNT];
        slice word = slice_of(cases[i].word);
        feature_hashes(word, utf8_lower(&memory, word), cases[i].space_before, hashes);
        for (int k = 0; k < FEATURE_COUNT; k++)
            assert_int_equal(hashes[k] % TABLE_ROWS, cases[i].rows[k]);
    }
    arena_close(&memory);
}

/* The pieces that train/pieces.py cuts the same words into. */
static void pieces_are_those_of_training(void **state)
{
    (void)state;
#include "word_pieces.inc"
    model weights;
    arena memory;
    assert_int_equal(model_open(&weights, MODELS "/en-accurate.model", NULL), DATELINE_OK);
    arena_open(&memory, 1 << 20);
    if (setjmp(memory.out_of_memory))
        assert_true(false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t numbers[MOST_PIECES];
        uint32_t count = cut_pieces(&weights.attention.pieces, utf8_lower(&memory, slice_of(cases[i].word)), numbers);
        assert_int_equal(count, cases[i].count);
        for (uint32_t k = 0; k < count; k++)
            assert_int_equal(numbers[k], cases[i].numbers[k]);
    }
    arena_close(&memory);
    model_close(&weights);
}

enum { WIDTH = 128, ROWS = 37, FILLED_ROWS = 64, WORDS = 11 };

static float number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (float)(*seed >> 8) / (float)(1 << 23) - 1.0f;
}

/* All that the kernels compute, of made-up numbers, as one number. */
static uint64_t outputs_of(const kernels *run)
{
    static _Alignas(64) int8_t weight[FILLED_ROWS * WIDTH];
    static _Alignas(64) int8_t table[ROWS * WIDTH];
    static int16_t quantized[WORDS * WIDTH];
    static float scale[ROWS], bias[ROWS], in[WORDS * WIDTH], scales[WORDS], norm[2 * WIDTH];
    static struct {
        float product[WORDS * ROWS], normalized[WIDTH], compared[16], recurred[3 * WIDTH], embedded[WIDTH], unpacked[WIDTH], shared[16],
            blended[WIDTH], bent[WIDTH];
    } out;
    uint32_t seed = 1, rows[FEATURE_COUNT];
    for (int i = 0; i < FILLED_ROWS * WIDTH; i++)
        weight[i] = (int8_t)(number(&seed) * 127);
    for (int i = 0; i < ROWS * WIDTH; i++)
        table[i] = (int8_t)(number(&seed) * 127);
    for (int i = 0; i < ROWS; i++) {
        scale[i] = number(&seed);
        bias[i] = number(&seed);
    }
    for (int i = 0; i < WORDS * WIDTH; i++)
        in[i] = number(&seed) * 3;
    for (int i = 0; i < 2 * WIDTH; i++)
        norm[i] = number(&seed);
    for (uint32_t i = 0; i < FEATURE_COUNT; i++)
        rows[i] = i * 7 % ROWS;
    const matrix layer = {ROWS, WIDTH, weight, scale, bias};
    for (int w = 0; w < WORDS; w++)
        scales[w] = run->quantize(in + w * WIDTH, WIDTH, quantized + w * WIDTH);
    run->multiply(&layer, quantized, WIDTH, scales, WORDS, out.product);
    memcpy(out.normalized, in, sizeof out.normalized);
    run->normalize(out.normalized, in + WIDTH, norm, WIDTH);
    run->blend(in, in, 16, WIDTH / 16, 16, out.compared);
    run->recur(in, 3, WIDTH, out.recurred);
    run->embed(&(byte_table){ROWS, WIDTH, table, 0.01f}, rows, FEATURE_COUNT, out.embedded);
    run->unpack((const uint8_t *)weight, 0.3f, WIDTH, out.unpacked);
    memcpy(out.shared, out.compared, sizeof out.compared);
    run->share(out.shared, 13, 0.5f);
    run->blend(out.shared, in, WIDTH, 11, WIDTH, out.blended);
    memcpy(out.bent, in, sizeof out.bent);
    run->bend(out.bent, WIDTH);
    return XXH3_64bits_withSeed(&out, sizeof out, XXH3_64bits(quantized, sizeof quantized));
}

/* Every processor gives the same bytes: those that x86 and ARM gave when this was written. */
static void kernels_agree_to_the_byte(void **state)
{
    (void)state;
    static const char *const names[] = {"plain", "avx2", "avx512"};
    const uint64_t expected = UINT64_C(0x655d9e842426d554);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kernels_named(names[i])) /* not all are on every processor */
            assert_int_equal(outputs_of(kernels_named(names[i])), expected);
}

/* Our own exp and erf are right, not only the same everywhere. */
static void attention_has_its_functions(void **state)
{
    (void)state;
    const kernels *run = kernels_named("plain");
    float bent[] = {-100, -3, -1, 0, 0.5f, 1, 3, 100}, shares[16] = {1, 2, 3, -1000};
    const double below[] = {0, -0.0040496941, -0.1586552539, 0, 0.3457312307, 0.8413447461, 2.9959503059, 100};
    run->bend(bent, sizeof bent / sizeof *bent);
    for (size_t i = 0; i < sizeof bent / sizeof *bent; i++)
        assert_float_equal(bent[i], below[i], 1e-6);
    run->share(shares, 4, 2);
    const double parts[] = {0.0158762400, 0.1173104, 0.8668133321, 0};
    for (size_t i = 0; i < 4; i++)
        assert_float_equal(shares[i], parts[i], 1e-6);
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
        cmocka_unit_test(features_are_those_of_training), cmocka_unit_test(pieces_are_those_of_training),
        cmocka_unit_test(kernels_agree_to_the_byte),      cmocka_unit_test(attention_has_its_functions),
        cmocka_unit_test(trees_are_best_and_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
