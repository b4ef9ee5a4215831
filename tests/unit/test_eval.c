/* The measures, on cases whose scores can be counted by hand. */
#include "unit.h"

#include "eval/eval.h"
#include "eval/names.h"

#include <math.h>
#include <string.h>

#define WORD(id, form, lemma, upos, head, relation, misc) id "\t" form "\t" lemma "\t" upos "\t_\t_\t" head "\t" relation "\t_\t" misc "\n"

static conll_scores compare(const char *gold_text, const char *system_text)
{
    treebank gold, system;
    dateline_error error = {0};
    conll_scores scores = {0};
    assert_true(treebank_parse(&gold, gold_text, "gold", &error));
    assert_true(treebank_parse(&system, system_text, "system", &error));
    assert_true(conll_compare(&gold, &system, &scores));
    treebank_free(&gold);
    treebank_free(&system);
    return scores;
}

static const char gold[] = WORD("1", "He", "he", "PRON", "2", "nsubj", "_") WORD("2", "came", "come", "VERB", "0", "root", "SpaceAfter=No")
    WORD("3", ".", ".", "PUNCT", "2", "punct", "_") "\n";

static void equal_analyses_score_one(void **state)
{
    (void)state;
    conll_scores scores = compare(gold, gold);
    assert_true(tally_f1(&scores.las) == 1 && tally_f1(&scores.sentences) == 1 && tally_f1(&scores.words) == 1);
}

static void wrong_heads_and_labels_count(void **state)
{
    (void)state;
    conll_scores scores =
        compare(gold, WORD("1", "He", "he", "PRON", "2", "obj:x", "_") WORD("2", "came", "come", "NOUN", "0", "root", "SpaceAfter=No")
                          WORD("3", ".", ".", "PUNCT", "1", "punct", "_") "\n");
    assert_int_equal(scores.uas.right, 2);
    assert_int_equal(scores.las.right, 1);
    assert_int_equal(scores.upos.right, 2);
}

static void subtypes_of_relations_do_not_count(void **state)
{
    (void)state;
    conll_scores scores =
        compare(gold, WORD("1", "He", "he", "PRON", "2", "nsubj:pass", "_") WORD("2", "came", "come", "VERB", "0", "root", "SpaceAfter=No")
                          WORD("3", ".", ".", "PUNCT", "2", "punct", "_") "\n");
    assert_int_equal(scores.las.right, 3);
}

static void words_are_aligned_by_characters(void **state)
{
    (void)state;
    /* "came." as one word: only "He" is there on both sides */
    conll_scores scores =
        compare(gold, WORD("1", "He", "he", "PRON", "2", "nsubj", "_") WORD("2", "came.", "come", "VERB", "0", "root", "_") "\n");
    assert_int_equal(scores.words.right, 1);
    assert_int_equal(scores.words.gold, 3);
    assert_int_equal(scores.words.answered, 2);
    assert_int_equal(scores.uas.right, 0); /* its governor is no word of the other side */
}

static void ranges_are_tokens_of_several_words(void **state)
{
    (void)state;
    static const char range[] = "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD("1", "do", "do", "AUX", "3", "aux", "_")
        WORD("2", "n't", "not", "PART", "3", "advmod", "_") WORD("3", "go", "go", "VERB", "0", "root", "_") "\n";
    static const char apart[] = WORD("1", "do", "do", "AUX", "3", "aux", "SpaceAfter=No")
        WORD("2", "n't", "not", "PART", "3", "advmod", "_") WORD("3", "go", "go", "VERB", "0", "root", "_") "\n";
    conll_scores scores = compare(range, range);
    assert_int_equal(scores.tokens.gold, 2);
    assert_int_equal(scores.words.right, 3);
    scores = compare(range, apart);
    assert_int_equal(scores.tokens.right, 1);
    assert_int_equal(scores.words.right, 3);
}

static void sentence_breaks_count(void **state)
{
    (void)state;
    static const char two[] = WORD("1", "He", "he", "PRON", "2", "nsubj", "_")
        WORD("2", "came", "come", "VERB", "0", "root", "SpaceAfter=No") "\n" WORD("1", ".", ".", "PUNCT", "0", "root", "_") "\n";
    conll_scores scores = compare(gold, two);
    assert_int_equal(scores.sentences.gold, 1);
    assert_int_equal(scores.sentences.answered, 2);
    assert_int_equal(scores.sentences.right, 0);
}

static void other_text_is_refused(void **state)
{
    (void)state;
    treebank a, b;
    dateline_error error = {0};
    conll_scores scores = {0};
    assert_true(treebank_parse(&a, gold, "gold", &error));
    assert_true(treebank_parse(&b, WORD("1", "She", "she", "PRON", "0", "root", "_") "\n", "system", &error));
    assert_false(conll_compare(&a, &b, &scores));
    treebank_free(&a);
    treebank_free(&b);
    assert_false(treebank_parse(&a, "1\tonly two\n", "bad", &error));
    assert_non_null(strstr(error.message, "bad:1"));
    treebank_free(&a);
}

static void names_agree_by_words(void **state)
{
    (void)state;
    assert_true(names_agree("Hassan", "Fatima Hassan"));
    assert_true(names_agree("the Republic of Kenya", "Kenya"));
    assert_false(names_agree("Kenya", "Uganda"));
    assert_false(names_agree("", "Uganda"));
    const char *a[] = {"Kenya", "Uganda"}, *b[] = {"Uganda"};
    assert_true(fabs(name_lists_f1(a, 2, b, 1) - 2.0 / 3.0) < 1e-9);
    assert_true(name_lists_f1(a, 0, b, 0) == 1);
}

/* Key {a b c} {d e f g}, answer {a b} {c d} {f g h i}: the example of Pradhan et al. (2014), figure 1. */
static void coreference_of_the_reference_example(void **state)
{
    (void)state;
    const coreferent key[] = {{0, 0, false}, {0, 1, false}, {0, 2, true}, {1, 3, false}, {1, DATELINE_NONE, false},
                              {1, 4, false}, {1, 5, false}};
    const coreferent answer[] = {{0, 0, false},
                                 {0, 1, false},
                                 {1, 2, true},
                                 {1, 3, false},
                                 {2, 5, false},
                                 {2, 6, false},
                                 {2, DATELINE_NONE, false},
                                 {2, DATELINE_NONE, false}};
    coreference_scores scores = {0};
    assert_true(coreference_compare(key, 7, answer, 8, &scores));
    assert_true(fabs(ratio_f1(&scores.muc) - 2.0 / 5) < 1e-9);
    assert_true(fabs(ratio_recall(&scores.b3) - (2 * 2.0 / 3 + 1.0 / 3 + 1.0 / 4 + 2 * 2.0 / 4) / 7) < 1e-9);
    assert_true(fabs(ratio_precision(&scores.b3) - 4.0 / 8) < 1e-9);
    assert_true(fabs(ratio_f1(&scores.ceaf) - 2 * 1.3 / 5) < 1e-9);
    assert_true(fabs(ratio_recall(&scores.pronouns) - 1.0 / 3) < 1e-9);
    assert_true(fabs(ratio_precision(&scores.pronouns) - 1.0 / 2) < 1e-9);
}

static void equal_chains_score_one(void **state)
{
    (void)state;
    const coreferent chains[] = {{0, 0, false}, {0, 1, true}, {1, 2, false}, {1, 3, false}};
    coreference_scores scores = {0};
    assert_true(coreference_compare(chains, 4, chains, 4, &scores));
    assert_true(ratio_f1(&scores.muc) == 1 && ratio_f1(&scores.b3) == 1 && ratio_f1(&scores.ceaf) == 1);
}

static void no_chains_score_nothing(void **state)
{
    (void)state;
    coreference_scores scores = {0};
    assert_true(coreference_compare(NULL, 0, NULL, 0, &scores));
    assert_true(ratio_f1(&scores.muc) == 0 && ratio_f1(&scores.ceaf) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coreference_of_the_reference_example),
        cmocka_unit_test(equal_chains_score_one),
        cmocka_unit_test(no_chains_score_nothing),
        cmocka_unit_test(equal_analyses_score_one),
        cmocka_unit_test(wrong_heads_and_labels_count),
        cmocka_unit_test(subtypes_of_relations_do_not_count),
        cmocka_unit_test(words_are_aligned_by_characters),
        cmocka_unit_test(ranges_are_tokens_of_several_words),
        cmocka_unit_test(sentence_breaks_count),
        cmocka_unit_test(other_text_is_refused),
        cmocka_unit_test(names_agree_by_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
