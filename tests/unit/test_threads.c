/* One engine, several threads, the same records. Run under the thread sanitizer as well. */
#include "unit.h"

#include "dateline.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4, ROUNDS = 3 };

static const char text[] = "Finnish Foreign Minister Pekka Laine met rebels in Nairobi on Tuesday. He said that talks would go on.\n\n"
                           "The army did not attack the village, according to a spokesman.";

static char *code_once(const dateline_engine *engine)
{
    const dateline_report report = {.text = text, .length = sizeof text - 1, .name = "test", .published = "2022-05-10"};
    dateline_record *record = dateline_code(engine, &report, NULL);
    char *json = record ? dateline_record_json(record) : NULL;
    dateline_record_free(record);
    return json;
}

static void *work(void *engine)
{
    char *first = NULL;
    for (int i = 0; i < ROUNDS; i++) {
        free(first);
        first = code_once(engine);
    }
    return first;
}

static void threads_agree(void **state)
{
    (void)state;
    dateline_error error = {0};
    dateline_engine *engine = dateline_open(NULL, &error);
    assert_non_null(engine);
    char *expected = code_once(engine);
    assert_non_null(expected);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, engine), 0);
    for (int i = 0; i < THREADS; i++) {
        void *json;
        pthread_join(threads[i], &json);
        assert_string_equal(json, expected);
        free(json);
    }
    free(expected);
    dateline_close(engine);
}

static void bad_reports_are_refused(void **state)
{
    (void)state;
    dateline_error error = {0};
    dateline_engine *engine = dateline_open(NULL, &error);
    assert_non_null(engine);
    static const struct {
        const char *text;
        size_t length;
        const char *published, *message;
    } cases[] = {{"\xff\xfe", 2, NULL, "not UTF-8"},
                 {"a\0b", 3, NULL, "binary"},
                 {"text", 4, "2023-02-31", "no such day"},
                 {NULL, 0, NULL, "no text"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const dateline_report report = {.text = cases[i].text, .length = cases[i].length, .published = cases[i].published};
        assert_null(dateline_code(engine, &report, &error));
        assert_non_null(strstr(error.message, cases[i].message));
    }
    const dateline_report empty = {.text = "", .length = 0};
    dateline_record *record = dateline_code(engine, &empty, &error);
    assert_non_null(record);
    assert_int_equal(record->tokens.count, 0);
    dateline_record_free(record);
    dateline_close(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_agree), cmocka_unit_test(bad_reports_are_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
