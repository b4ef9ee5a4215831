/* Any bytes as a file: reading them as plain text and as JSONL must give reports that the engine may take, or errors. */
#include "base/utf8.h"
#include "dateline.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void read_all(const char *path, dateline_input from)
{
    dateline_error error;
    dateline_reading how = {.from = from};
    dateline_reader *reader = dateline_reader_open(&how, path, &error);
    assert(reader);
    dateline_report report;
    dateline_status read;
    while ((read = dateline_reader_next(reader, &report, &error)) != DATELINE_END) {
        if (read != DATELINE_OK) {
            assert(*error.message);
            continue;
        }
        assert(utf8_valid(report.text, report.length) == report.length);
        assert(!report.published || strlen(report.published) == 10);
    }
    dateline_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int file = memfd_create("input", 0);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    read_all(path, DATELINE_INPUT_PLAIN);
    read_all(path, DATELINE_INPUT_JSONL);
    close(file);
    return 0;
}
