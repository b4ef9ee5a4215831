/* How fast the engine is on one core: bench [FILE_OR_FOLDER...]
 *
 * Seconds say little on noisy machines, so each figure stands beside a reference that the same process measures in turn:
 * a loop that adds up the bytes of the same text. "ratio" is how many passes of that loop the work costs. The language
 * layer stands beside a second reference, what the products of its network cost alone. */
#include "dateline.h"

#include "clock.h"
#include "lookups.h"
#include "products.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { ROUNDS = 7, OPENINGS = 21 };
static const double LEAST_SECONDS = 0.4; /* a round repeats its work for so long */

typedef struct texts {
    dateline_report *reports; /* [count] */
    uint32_t count;
    size_t bytes;
    uint64_t tokens;
} texts;

typedef struct figures {
    double least, median, most;
} figures;

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static figures figures_of(double *values, uint32_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return (figures){values[0], values[count / 2], values[count - 1]};
}

/* ---- the work that is measured ---- */

/* Seconds a pass over all texts. */
typedef double (*work)(const texts *all, const dateline_engine *engine);

static double scan(const texts *all, const dateline_engine *engine)
{
    (void)engine;
    uint64_t passes = 0;
    double begun = now(), taken;
    do {
        for (uint32_t i = 0; i < all->count; i++) {
            uint64_t sum = 0;
            for (size_t k = 0; k < all->reports[i].length; k++)
                sum += (unsigned char)all->reports[i].text[k];
            __asm__ volatile("" : : "r"(sum)); /* or the compiler would leave the loop out */
        }
        passes++;
        taken = now() - begun;
    } while (taken < LEAST_SECONDS / 4);
    return taken / (double)passes;
}

static double run(const texts *all, const dateline_engine *engine, bool parsing)
{
    uint64_t passes = 0;
    double begun = now(), taken;
    do {
        for (uint32_t i = 0; i < all->count; i++) {
            dateline_record *record =
                parsing ? dateline_parse(engine, &all->reports[i], NULL) : dateline_code(engine, &all->reports[i], NULL);
            dateline_record_free(record);
        }
        passes++;
        taken = now() - begun;
    } while (taken < LEAST_SECONDS);
    return taken / (double)passes;
}

static double parse(const texts *all, const dateline_engine *engine)
{
    return run(all, engine, true);
}

static double code(const texts *all, const dateline_engine *engine)
{
    return run(all, engine, false);
}

static void measure(const char *name, work what, const texts *all, const dateline_engine *engine)
{
    double seconds[ROUNDS], ratios[ROUNDS];
    for (uint32_t i = 0; i < ROUNDS; i++) {
        double reference = scan(all, engine);
        seconds[i] = what(all, engine);
        ratios[i] = seconds[i] / reference;
    }
    figures time = figures_of(seconds, ROUNDS), ratio = figures_of(ratios, ROUNDS);
    printf("%-16s %9.0f tokens/s %8.0f reports/s %8.3f MB/s   ratio %.0f (%.0f to %.0f)\n", name, (double)all->tokens / time.median,
           all->count / time.median, (double)all->bytes / 1e6 / time.median, ratio.median, ratio.least, ratio.most);
}

/* The share of the language layer's time that the products of its network would take, were they all that there is to do. In
 * en-accurate a word has several pieces, each a row of products; one a word is counted, so its share is larger than this. */
static void measure_products(const texts *all, const dateline_engine *engine)
{
    double shares[ROUNDS], limits[ROUNDS];
    for (uint32_t i = 0; i < ROUNDS; i++) {
        double least = product_seconds(engine);
        limits[i] = 1 / least;
        shares[i] = 100 * least * (double)all->tokens / parse(all, engine);
    }
    figures limit = figures_of(limits, ROUNDS), share = figures_of(shares, ROUNDS);
    printf("%-16s %9.0f tokens/s %8.1f G/s; the language layer reaches %.0f %% of it (%.0f to %.0f)\n", "products alone", limit.median,
           1e-9 * products_of_row(engine) * limit.median, share.median, share.least, share.most);
}

/* ---- where the time goes ---- */

enum { MOST_PARTS = 32 };

typedef struct profile {
    const char *names[MOST_PARTS];
    double seconds[MOST_PARTS];
    uint32_t count;
    double last; /* when a part ended */
} profile;

static void take_part(void *observer, const char *part)
{
    profile *p = observer;
    uint32_t i = 0;
    while (i < p->count && strcmp(p->names[i], part) != 0)
        i++;
    if (i == MOST_PARTS)
        return;
    if (i == p->count)
        p->names[p->count++] = part;
    double at = now();
    p->seconds[i] += at - p->last;
    p->last = at;
}

static void measure_parts(const texts *all)
{
    profile found = {0};
    dateline_engine *engine = dateline_open(&(dateline_options){.part_done = take_part, .observer = &found}, NULL);
    if (!engine)
        return; /* it was open a moment ago */
    double begun = now(), sum = 0;
    do {
        for (uint32_t i = 0; i < all->count; i++) {
            found.last = now();
            dateline_record_free(dateline_code(engine, &all->reports[i], NULL));
        }
    } while (now() - begun < 2 * LEAST_SECONDS);
    for (uint32_t i = 0; i < found.count; i++)
        sum += found.seconds[i];
    printf("of which, in %%:");
    for (uint32_t i = 0; i < found.count; i++)
        printf("%s %s %.1f", i ? "," : "", found.names[i], 100 * found.seconds[i] / sum);
    printf("\n");
    dateline_close(engine);
}

static void measure_opening(void)
{
    double seconds[OPENINGS];
    for (uint32_t i = 0; i < OPENINGS; i++) {
        double begun = now();
        dateline_close(dateline_open(NULL, NULL));
        seconds[i] = now() - begun;
    }
    figures time = figures_of(seconds, OPENINGS);
    printf("%-16s %9.1f ms (%.1f to %.1f)\n", "open", 1e3 * time.median, 1e3 * time.least, 1e3 * time.most);
}

/* ---- the texts ---- */

static bool add_texts(texts *all, const char *path)
{
    dateline_error error = {.message = "there is no report"};
    dateline_reader *reader = dateline_reader_open(NULL, path, &error);
    dateline_report report;
    dateline_status read = DATELINE_END;
    while (reader && (read = dateline_reader_next(reader, &report, &error)) == DATELINE_OK) {
        dateline_report *larger = realloc(all->reports, (all->count + 1) * sizeof *larger);
        char *text = malloc(report.length + 1);
        if (!larger || !text)
            abort();
        memcpy(text, report.text, report.length);
        all->reports = larger;
        all->reports[all->count++] =
            (dateline_report){.text = text, .length = report.length, .published = report.published ? strdup(report.published) : NULL};
        all->bytes += report.length;
    }
    dateline_reader_close(reader);
    if (read != DATELINE_END || !all->count)
        fprintf(stderr, "bench: %s: %s\n", path, error.message);
    return read == DATELINE_END && all->count > 0;
}

int main(int count, char **arguments)
{
    texts all = {0};
    for (int i = 1; i < count; i++)
        if (!add_texts(&all, arguments[i]))
            return 1;
    dateline_error error;
    dateline_engine *engine = dateline_open(NULL, &error);
    if (!engine || !all.count) {
        fprintf(stderr, "bench: %s\n", engine ? "usage: bench FILE_OR_FOLDER..." : error.message);
        return 1;
    }
    for (uint32_t i = 0; i < all.count; i++) {
        dateline_record *record = dateline_parse(engine, &all.reports[i], NULL);
        all.tokens += record->tokens.count;
        dateline_record_free(record);
    }
    printf("%u reports, %zu bytes, %llu tokens; one thread, medians of %d rounds; ratio: to a pass of adding up the bytes\n", all.count,
           all.bytes, (unsigned long long)all.tokens, ROUNDS);
    measure_opening();
    measure("language layer", parse, &all, engine);
    measure_products(&all, engine);
    measure("whole pipeline", code, &all, engine);
    measure_parts(&all);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%-16s %9.1f MB at most\n", "resident", (double)usage.ru_maxrss / 1024);
    printf("%-16s %9.0f ns, a city by its name\n", "gazetteer", 1e9 * lookup_seconds(engine));
    dateline_close(engine);
    for (uint32_t i = 0; i < all.count; i++) {
        free((char *)all.reports[i].text);
        free((char *)all.reports[i].published);
    }
    free(all.reports);
    return 0;
}
