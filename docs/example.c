/* Who said what in a report: a program of its own that uses the library.
 *
 *   cc example.c $(pkg-config --cflags --libs dateline) -o example
 *   ./example report.txt
 */
#include <dateline.h>

#include <stdio.h>

static void print_statement(const dateline_record *record, const dateline_statement *said)
{
    for (uint32_t i = 0; i < said->speakers.count; i++)
        printf("%s%s", i ? ", " : "", record->entities[said->speakers.items[i]].name);
    int length = (int)(said->content.end - said->content.begin);
    printf(" [%s] %.*s\n", said->force, length, record->report.text + said->content.begin);
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: %s FILE\n", arguments[0]);
        return 2;
    }
    dateline_error error;
    dateline_engine *engine = dateline_open(NULL, &error);
    dateline_reader *reader = engine ? dateline_reader_open(NULL, arguments[1], &error) : NULL;
    dateline_status status = reader ? DATELINE_OK : error.status;
    dateline_report report;
    while (status == DATELINE_OK && (status = dateline_reader_next(reader, &report, &error)) == DATELINE_OK) {
        dateline_record *record = dateline_code(engine, &report, &error);
        if (!record) {
            status = error.status;
            break;
        }
        for (uint32_t i = 0; i < record->statement_count; i++)
            print_statement(record, &record->statements[i]);
        dateline_record_free(record);
    }
    if (status != DATELINE_END)
        fprintf(stderr, "%s\n", error.message);
    dateline_reader_close(reader);
    dateline_close(engine);
    return status == DATELINE_END ? 0 : 1;
}
