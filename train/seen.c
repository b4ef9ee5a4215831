/* What the engine sees of each word of reports, for the training: seen clues SLOTS < reports.jsonl, seen vectors < reports.jsonl
 *
 * clues: a line a word: its bytes, then its clues as numbers of slots. An empty line ends a report.
 * vectors: a report as whole numbers of 32 bits: words, width, windows; where each window ends, in words; the bytes of each word,
 * [words][2]; then the vectors of the network, [words][width] floats. All little-endian. */
#include "statements/clues.h"
#include "syntax/encode.h"

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

static void put(const void *items, size_t size, size_t count)
{
    fwrite(items, size, count, stdout);
}

/* The paragraph of a token up to its end, or as much of it as the network reads at once. */
static uint32_t window_end(const document *doc, uint32_t first)
{
    uint32_t end = paragraph_end(&doc->tokens, first);
    return end - first < WINDOW_TOKENS ? end : first + WINDOW_TOKENS;
}

static void print_vectors(document *doc)
{
    const token_table *t = &doc->tokens;
    uint32_t windows = 0, width = doc->model->width;
    for (uint32_t first = 0; first < t->count; first = window_end(doc, first))
        windows++;
    put(&(uint32_t[]){t->count, width, windows}, sizeof(uint32_t), 3);
    for (uint32_t first = 0; first < t->count;) {
        first = window_end(doc, first);
        put(&first, sizeof first, 1);
    }
    for (uint32_t i = 0; i < t->count; i++)
        put(&(uint32_t[]){t->where[i].begin, t->where[i].end}, sizeof(uint32_t), 2);
    encoder e;
    encoder_open(&e, doc, WINDOW_TOKENS);
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = window_end(doc, first);
        encode(&e, doc, first, end - first);
        put(e.x, sizeof *e.x, (size_t)(end - first) * width);
    }
}

int main(int argc, char **argv)
{
    uint32_t slots = argc == 3 && strcmp(argv[1], "clues") == 0 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;
    bool vectors = argc == 2 && strcmp(argv[1], "vectors") == 0;
    dateline_error error;
    dateline_engine *engine = dateline_open(NULL, &error);
    if ((!vectors && (!slots || (slots & (slots - 1)))) || !engine) {
        fprintf(stderr, "seen clues SLOTS | vectors < reports.jsonl; SLOTS is a power of two%s%s\n", engine ? "" : ": ",
                engine ? "" : error.message);
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
        document *doc = (document *)((char *)record - offsetof(document, record));
        if (vectors)
            print_vectors(doc);
        else
            print_clues(doc, slots);
        dateline_record_free(record);
        json_decref(line);
    }
    dateline_close(engine);
    return 0;
}
