/* TIMEX3 in TimeML, as TempEval-3 scores it (UzZaman et al. 2013): relaxed, where gold and answer share some of the text; strict,
 * where they are the same text; value, where they share some and the value agrees. A file, or a folder of *.tml. */
#include "eval/xml.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct timex {
    dateline_span where;
    char *value;
    bool found;
} timex;

/* The body of a file: its text and what is marked in it. */
typedef struct body {
    char *text;
    size_t length, room;
    timex *times;
    uint32_t count;
} body;

typedef struct time_scores {
    tally relaxed, strict, value;
} time_scores;

static void add_text(body *to, const char *text)
{
    size_t length = strlen(text);
    if (to->length + length + 1 > to->room) {
        size_t room = 2 * (to->length + length) + 64;
        char *larger = realloc(to->text, room);
        if (!larger)
            abort();
        to->text = larger;
        to->room = room;
    }
    memcpy(to->text + to->length, text, length + 1);
    to->length += length;
}

static void add_time(body *to, uint32_t begin, char *value)
{
    timex *larger = realloc(to->times, (to->count + 1) * sizeof *larger);
    if (!larger)
        abort();
    larger[to->count++] = (timex){{begin, (uint32_t)to->length}, value, false};
    to->times = larger;
}

static void walk(body *to, const xmlNode *node)
{
    for (; node; node = node->next) {
        uint32_t begin = (uint32_t)to->length;
        if (node->type == XML_TEXT_NODE)
            add_text(to, (const char *)node->content);
        walk(to, node->type == XML_ELEMENT_NODE ? node->children : NULL);
        if (xml_is(node, "TIMEX3"))
            add_time(to, begin, xml_attribute(node, "value"));
    }
}

/* A span without the white space at its ends. */
static dateline_span stripped(const char *text, dateline_span where)
{
    while (where.begin < where.end && strchr(" \n\t", text[where.begin]))
        where.begin++;
    while (where.end > where.begin && strchr(" \n\t", text[where.end - 1]))
        where.end--;
    return where;
}

static void compare(const body *gold, const dateline_record *record, time_scores *scores)
{
    tally *const all[] = {&scores->relaxed, &scores->strict, &scores->value};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        all[i]->gold += gold->count;
        all[i]->answered += record->time_count;
    }
    for (uint32_t i = 0; i < record->time_count; i++) {
        const dateline_time *ours = &record->times[i];
        timex *match = NULL;
        for (uint32_t g = 0; g < gold->count && !match; g++)
            if (!gold->times[g].found && gold->times[g].where.begin < ours->span.end && ours->span.begin < gold->times[g].where.end)
                match = &gold->times[g];
        if (!match)
            continue;
        match->found = true;
        dateline_span a = stripped(gold->text, match->where), b = stripped(gold->text, ours->span);
        scores->relaxed.right++;
        scores->strict.right += a.begin == b.begin && a.end == b.end;
        scores->value.right += ours->value && match->value && strcmp(ours->value, match->value) == 0;
    }
}

/* The day on which the document was written. */
static char *day_of(const xmlNode *root, char out[16])
{
    const xmlNode *creation = xml_find(root, "DCT"), *marked = creation ? xml_find(creation, "TIMEX3") : NULL;
    char *value = marked ? xml_attribute(marked, "value") : NULL;
    snprintf(out, 16, "%.10s", value ? value : "");
    xmlFree(value);
    return strlen(out) == 10 ? out : NULL;
}

static bool score_file(const evaluation *e, const char *path, time_scores *scores)
{
    xmlDoc *read = xml_read(path);
    if (!read)
        return false;
    const xmlNode *root = xmlDocGetRootElement(read), *text = xml_find(root, "TEXT");
    body gold = {0};
    char day[16];
    add_text(&gold, "");
    walk(&gold, text ? text->children : NULL);
    dateline_error error = {.message = "no element TEXT"};
    dateline_report report = {.text = gold.text, .length = gold.length, .name = path, .published = day_of(root, day)};
    dateline_record *record = text ? dateline_code(e->engine, &report, &error) : NULL;
    if (record)
        compare(&gold, record, scores);
    else
        fprintf(stderr, "dateline: %s: %s\n", path, error.message);
    bool coded = record != NULL;
    dateline_record_free(record);
    for (uint32_t i = 0; i < gold.count; i++)
        xmlFree(gold.times[i].value);
    free(gold.times);
    free(gold.text);
    xmlFreeDoc(read);
    return coded;
}

static int is_timeml(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".tml") == 0;
}

int eval_times(const evaluation *e)
{
    time_scores scores = {0};
    struct dirent **files = NULL;
    int count = scandir(e->path, &files, is_timeml, alphasort), failed = 0;
    if (count < 0) /* no folder */
        failed = !score_file(e, e->path, &scores);
    if (count == 0) {
        fprintf(stderr, "dateline: %s: no *.tml file in this folder\n", e->path);
        free(files);
        return 1;
    }
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", e->path, files[i]->d_name);
        failed += !score_file(e, path, &scores);
        free(files[i]);
    }
    free(files);
    print_tally(e, "relaxed", &scores.relaxed);
    print_tally(e, "strict", &scores.strict);
    print_tally(e, "value", &scores.value);
    return failed ? 1 : 0;
}
