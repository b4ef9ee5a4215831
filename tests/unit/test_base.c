#include "unit.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/calendar.h"
#include "base/container.h"
#include "base/other_calendars.h"
#include "base/status.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void calendar_counts_days(void **state)
{
    (void)state;
    assert_int_equal(calendar_number((day){1970, 1, 1}), 0);
    assert_int_equal(calendar_number((day){2000, 3, 1}) - calendar_number((day){2000, 2, 28}), 2);
    assert_int_equal(calendar_number((day){1900, 3, 1}) - calendar_number((day){1900, 2, 28}), 1);
    for (int64_t number = -800000; number < 800000; number += 97)
        assert_int_equal(calendar_number(calendar_day(number)), number);
}

static void calendar_knows_weekdays_and_weeks(void **state)
{
    (void)state;
    int32_t year;
    assert_int_equal(calendar_weekday((day){2023, 2, 28}), 2);
    const day easters[] = {{1961, 4, 2}, {2000, 4, 23}, {2008, 3, 23}, {2023, 4, 9}, {2024, 3, 31}, {2038, 4, 25}};
    for (size_t i = 0; i < sizeof easters / sizeof *easters; i++)
        assert_int_equal(calendar_compare(calendar_easter(easters[i].year), easters[i]), 0);
    assert_int_equal(calendar_week((day){2021, 1, 3}, &year), 53);
    assert_int_equal(year, 2020);
    assert_int_equal(calendar_week((day){2018, 12, 31}, &year), 1);
    assert_int_equal(year, 2019);
}

/* Days that almanacs give. */
static void other_calendars_agree_with_almanacs(void **state)
{
    (void)state;
    const struct {
        day computed, almanac;
    } days[] = {
        {calendar_of_hijri(1444, 9, 1), {2023, 3, 23}},         {calendar_of_hijri(1445, 1, 1), {2023, 7, 19}},
        {calendar_of_hijri(1400, 1, 1), {1979, 11, 21}},        {calendar_of_solar_hijri(1403, 1, 1), {2024, 3, 20}},
        {calendar_of_solar_hijri(1404, 1, 1), {2025, 3, 21}},   {calendar_of_solar_hijri(1357, 11, 22), {1979, 2, 11}},
        {calendar_of_solar_hijri(1400, 12, 29), {2022, 3, 20}}, {calendar_lunar_new_year(1985), {1985, 2, 20}},
        {calendar_lunar_new_year(2020), {2020, 1, 25}},         {calendar_lunar_new_year(2023), {2023, 1, 22}},
        {calendar_lunar_new_year(2024), {2024, 2, 10}},         {calendar_lunar_new_year(2034), {2034, 2, 19}},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_int_equal(calendar_compare(days[i].computed, days[i].almanac), 0);
    const day new_years[] = {{1999, 9, 11}, {2023, 9, 16}, {2024, 10, 3}, {2026, 9, 12}};
    for (size_t i = 0; i < sizeof new_years / sizeof *new_years; i++) {
        bool long_heshvan;
        assert_int_equal(calendar_compare(calendar_rosh_hashanah(new_years[i].year, &long_heshvan), new_years[i]), 0);
        assert_int_equal(long_heshvan, new_years[i].year != 2023);
    }
}

static void calendar_reads_what_people_write(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        day expected;
        uint32_t length;
    } cases[] = {
        {"2023-02-28", {2023, 2, 28}, 10},
        {"28 February 2023", {2023, 2, 28}, 16},
        {"Feb. 28, 2023 and", {2023, 2, 28}, 13},
        {"Monday, May 18, 2015", {2015, 5, 18}, 20},
        {"Tue, 28 Feb 2023 10:00", {2023, 2, 28}, 16},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        day found;
        assert_int_equal(calendar_read(slice_of(cases[i].text), &found), cases[i].length);
        assert_int_equal(calendar_compare(found, cases[i].expected), 0);
    }
    day none;
    assert_int_equal(calendar_read(slice_of("31 February 2023"), &none), 0);
    assert_int_equal(calendar_read(slice_of("2023-13-01"), &none), 0);
    assert_int_equal(calendar_read(slice_of("May"), &none), 0);
    assert_int_equal(calendar_read(slice_of(""), &none), 0);
}

static void calendar_adds_months(void **state)
{
    (void)state;
    assert_int_equal(calendar_compare(calendar_add_months((day){2023, 1, 31}, 1), (day){2023, 2, 28}), 0);
    assert_int_equal(calendar_compare(calendar_add_months((day){2023, 1, 15}, -13), (day){2021, 12, 15}), 0);
}

static void utf8_is_checked(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t valid;
    } cases[] = {
        {"plain", 5}, {"Gül", 4}, {"\xc0\xaf", 0}, {"a\xe2\x82", 1}, {"\xed\xa0\x80", 0}, {"\xf4\x90\x80\x80", 0}, {"\xf0\x9f\x98\x80", 4},
        {"\xff", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_valid(cases[i].bytes, strlen(cases[i].bytes)), cases[i].valid);
}

/* What an arena gives back is clean when it is taken again. */
static void arena_goes_back(void **state)
{
    (void)state;
    arena memory;
    arena_open(&memory, 1 << 20);
    if (setjmp(memory.out_of_memory))
        assert_true(false);
    char *kept = arena_copy(&memory, "kept", 4);
    size_t used = memory.used;
    arena_mark mark = arena_here(&memory);
    for (int i = 0; i < 100; i++)
        memset(arena_take(&memory, 3000), 0xff, 3000); /* over several blocks */
    arena_back(&memory, mark);
    assert_int_equal(memory.used, used);
    const char *again = arena_take(&memory, 3000);
    for (int i = 0; i < 3000; i++)
        assert_int_equal(again[i], 0);
    assert_string_equal(kept, "kept");
    arena_close(&memory);
}

static void arena_runs_out_politely(void **state)
{
    (void)state;
    arena memory;
    arena_open(&memory, 256 * 1024);
    volatile size_t taken = 0;
    if (setjmp(memory.out_of_memory)) {
        assert_true(taken > 100 * 1024 && taken <= 256 * 1024);
        arena_close(&memory);
        return;
    }
    for (;;) {
        memset(arena_take(&memory, 1000), 1, 1000);
        taken += 1000;
    }
}

static void lists_grow(void **state)
{
    (void)state;
    arena memory;
    LIST(uint32_t) list = {0};
    arena_open(&memory, 1 << 20);
    if (setjmp(memory.out_of_memory))
        assert_true(false);
    for (uint32_t i = 0; i < 1000; i++)
        *list_add(&memory, &list) = i;
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(list.items[i], i);
    arena_close(&memory);
}

static void container_keeps_and_checks(void **state)
{
    (void)state;
    char path[] = "/tmp/dateline-container-XXXXXX";
    close(mkstemp(path));
    const container_part parts[] = {{"one", "first", 6}, {"two", "second", 7}};
    dateline_error error;
    assert_int_equal(container_write(path, "DATELNXX", 3, parts, 2, &error), DATELINE_OK);
    container read;
    assert_int_equal(container_open(&read, path, "DATELNXX", 3, DATELINE_BAD_MODEL, &error), DATELINE_OK);
    size_t length;
    assert_string_equal(container_section(&read, "two", 0, &length), "second");
    assert_int_equal(length, 7);
    assert_null(container_section(&read, "two", 6, NULL));
    assert_null(container_section(&read, "three", 0, NULL));
    container_close(&read);
    assert_int_equal(container_open(&read, path, "DATELNYY", 3, DATELINE_BAD_MODEL, &error), DATELINE_BAD_MODEL);
    assert_int_equal(container_open(&read, path, "DATELNXX", 4, DATELINE_BAD_MODEL, &error), DATELINE_BAD_MODEL);
    FILE *file = fopen(path, "r+b");
    fseek(file, -2, SEEK_END);
    fputc('X', file);
    fclose(file);
    assert_int_equal(container_open(&read, path, "DATELNXX", 3, DATELINE_BAD_MODEL, &error), DATELINE_BAD_MODEL);
    assert_non_null(strstr(error.message, "checksum"));
    assert_int_equal(truncate(path, 40), 0);
    assert_int_equal(container_open(&read, path, "DATELNXX", 3, DATELINE_BAD_MODEL, &error), DATELINE_BAD_MODEL);
    unlink(path);
}

static void message(char *out, size_t size, const char *file, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    message_at(out, size, file, 7, format, arguments);
    va_end(arguments);
}

static void message_is_cut_to_its_room(void **state)
{
    (void)state;
    char out[16], file[64];
    memset(file, 'x', sizeof file - 1);
    file[sizeof file - 1] = 0;
    message(out, sizeof out, "a.txt", "no %s", "tab");
    assert_string_equal(out, "a.txt:7: no tab");
    message(out, sizeof out, file, "no %s", "tab");
    assert_int_equal(strlen(out), sizeof out - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendar_counts_days),
        cmocka_unit_test(calendar_knows_weekdays_and_weeks),
        cmocka_unit_test(other_calendars_agree_with_almanacs),
        cmocka_unit_test(calendar_reads_what_people_write),
        cmocka_unit_test(calendar_adds_months),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(arena_goes_back),
        cmocka_unit_test(arena_runs_out_politely),
        cmocka_unit_test(lists_grow),
        cmocka_unit_test(container_keeps_and_checks),
        cmocka_unit_test(message_is_cut_to_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
