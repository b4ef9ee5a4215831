/* The clues of each word of reports, for train/clues.py to learn their weights from: clues SLOTS < reports.jsonl
 *
 * A line a word: its bytes, the hash that stands for it, its clues as numbers of slots. An empty line ends a report. */
#include "statements/clues.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static void print_clues(document *doc, uint32_t slots)
{
    clue_reader reader;
    clue_reader_open(&reader, doc, slots);
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        clue found[MOST_CLUES];
        uint32_t count = clues_of(&reader, i, found);
        printf("%u %u", doc->tokens.where[i].begin, doc->tokens.where[i].end);
        for (uint32_t k = 0; k < count; k++)
            printf(" %u", found[k].slot);
        putchar('\n');
    }
    putchar('\n');
}

int main(int argc, char **argv)
{
    uint32_t slots = argc == 2 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
    dateline_error error;
    dateline_engine *engine = dateline_open(NULL, &error);
    if (!slots || (slots & (slots - 1)) || !engine) {
        fprintf(stderr, "clues SLOTS < reports.jsonl; SLOTS is a power of two%s%s\n", engine ? "" : ": ", engine ? "" : error.message);
        return 2;
    }
    json_t *line;
    while ((line = json_loadf(stdin, JSON_DISABLE_EOF_CHECK, NULL))) {
        const char *text = json_string_value(json_object_get(line, "text"));
        dateline_report report = {.text = text, .length = text ? strlen(text) : 0};
        dateline_record *record = text ? dateline_code(engine, &report, &error) : NULL;
        if (!record) {
            fprintf(stderr, "%s\n", text ? error.message : "a line without a text");
            return 1;
        }
        print_clues((document *)((char *)record - offsetof(document, record)), slots);
        dateline_record_free(record);
        json_decref(line);
    }
    dateline_close(engine);
    return 0;
}
