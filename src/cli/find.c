/* dateline find: searches a store. */
#include "cli/cli.h"
#include "serve/api.h"

#include <stdlib.h>
#include <string.h>

typedef struct finding {
    bool json;
    uint64_t hits;
} finding;

static bool print_as_json(const dateline_hit *hit)
{
    json_t *out = hit_as_json(hit);
    char *text = json_dumps(out, JSON_COMPACT);
    json_decref(out);
    bool printed = text && puts(text) >= 0;
    free(text);
    return printed;
}

/* On one line, cut at a width that a terminal has. */
static void print_excerpt(const char *text)
{
    enum { WIDEST = 220 };
    uint32_t printed = 0;
    bool blank = false;
    for (; *text; text++) {
        bool space = *text == ' ' || *text == '\n' || *text == '\t';
        bool continues = ((unsigned char)*text & 0xc0) == 0x80;
        if (printed >= WIDEST && !continues) {
            fputs(" ...", stdout);
            break;
        }
        if (!space || !blank)
            putchar(space ? ' ' : *text);
        printed += !continues;
        blank = space;
    }
    putchar('\n');
}

static bool print_hit(const dateline_hit *hit, void *context)
{
    finding *f = context;
    f->hits++;
    if (f->json)
        return print_as_json(hit);
    printf("%s  %s", hit->published ? hit->published : "----------", hit->name ? hit->name : hit->id);
    if (hit->item)
        printf("  %s", hit->item);
    printf("\n    ");
    if (hit->who)
        printf("%s ", hit->who);
    if (hit->label)
        printf("[%s] ", hit->label);
    if (hit->title && strcmp(hit->kind, "report") == 0)
        printf("%s: ", hit->title);
    print_excerpt(hit->excerpt ? hit->excerpt : "");
    return true;
}

int run_find(options *given)
{
    if (given->file_count < 1) {
        complain("usage: %s", command_named("find")->usage);
        return EXIT_USAGE;
    }
    dateline_error error = {0};
    dateline_store *store = open_given_store(given);
    if (!store)
        return EXIT_NOTHING_READ;
    char words[2048] = "";
    for (uint32_t i = 1; i < given->file_count; i++) {
        strncat(words, i > 1 ? " " : "", sizeof words - strlen(words) - 1);
        strncat(words, given->files[i], sizeof words - strlen(words) - 1);
    }
    given->query.words = *words ? words : NULL;
    finding f = {.json = given->json};
    dateline_status found = dateline_store_find(store, &given->query, print_hit, &f, &error);
    if (found != DATELINE_OK)
        complain("%s", error.message);
    else if (!f.hits && !f.json)
        puts("nothing found");
    dateline_store_close(store, NULL);
    return found == DATELINE_OK ? EXIT_ALL_DONE : EXIT_SOME_FAILED;
}
