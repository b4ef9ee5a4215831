/* Many reports through many threads, out again in the order in which they came in. */
#include "cli/cli.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { REPORTS_A_THREAD = 16, MOST_WARNINGS = 8 };

/* A copy of what the reader gave, and what became of it. */
typedef struct job {
    dateline_report report;
    dateline_warning warnings[MOST_WARNINGS];
    coded result;
} job;

typedef struct round_of_jobs {
    const batch *what;
    const dateline_engine *engine;
    job *jobs;
    uint32_t count;
    atomic_uint next;
} round_of_jobs;

typedef struct progress {
    time_t begun, told;
    uint64_t reports, failed;
    uint64_t done, all; /* bytes */
    bool misused;       /* an option says what cannot be */
} progress;

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

static const char *copied(const char *string)
{
    return string ? strdup(string) : NULL;
}

static bool copy_report(job *to, const dateline_report *from)
{
    to->report = *from;
    to->report.text = malloc(from->length + 1);
    if (!to->report.text)
        return false;
    memcpy((char *)to->report.text, from->text, from->length);
    ((char *)to->report.text)[from->length] = 0;
    to->report.name = copied(from->name);
    to->report.published = copied(from->published);
    to->report.source = copied(from->source);
    to->report.title = copied(from->title);
    to->report.url = copied(from->url);
    uint32_t count = from->warning_count < MOST_WARNINGS ? from->warning_count : MOST_WARNINGS;
    for (uint32_t i = 0; i < count; i++)
        to->warnings[i] = from->warnings[i]; /* of constant strings */
    to->report.warnings = to->warnings;
    to->report.warning_count = count;
    return true;
}

static void free_job(job *of)
{
    free((char *)of->report.text);
    free((char *)of->report.name);
    free((char *)of->report.published);
    free((char *)of->report.source);
    free((char *)of->report.title);
    free((char *)of->report.url);
    dateline_record_free(of->result.record);
    free(of->result.text);
    *of = (job){0};
}

static void *work(void *context)
{
    round_of_jobs *round = context;
    for (;;) {
        uint32_t place = atomic_fetch_add(&round->next, 1);
        if (place >= round->count)
            return NULL;
        job *at = &round->jobs[place];
        const batch *what = round->what;
        at->result.record = what->parse_only ? dateline_parse(round->engine, &at->report, &at->result.error)
                                             : dateline_code(round->engine, &at->report, &at->result.error);
        if (at->result.record && what->print)
            at->result.text = what->print(at->result.record, what->context);
    }
}

static void run_round(round_of_jobs *round, uint32_t threads)
{
    pthread_t others[MOST_THREADS];
    uint32_t started = 0;
    atomic_store(&round->next, 0);
    while (started + 1 < threads && started + 1 < round->count && pthread_create(&others[started], NULL, work, round) == 0)
        started++;
    work(round);
    for (uint32_t i = 0; i < started; i++)
        pthread_join(others[i], NULL);
}

static void tell_progress(const options *given, progress *p, bool last)
{
    bool terminal = isatty(STDERR_FILENO);
    time_t now = time(NULL);
    int period = given->plain_progress ? 10 : 1;
    if (given->quiet || (!terminal && !given->plain_progress) || (!last && now - p->told < period) || now - p->begun < 2)
        return;
    p->told = now;
    double seconds = (double)(now - p->begun), share = p->all ? (double)p->done / (double)p->all : 0;
    fprintf(stderr, "%s%llu reports, %.1f MB/s, %llu failed", given->plain_progress ? "" : "\r\033[K", (unsigned long long)p->reports,
            (double)p->done / 1e6 / seconds, (unsigned long long)p->failed);
    if (share > 0 && share < 1)
        fprintf(stderr, ", %.0f s left", seconds * (1 - share) / share);
    if (given->plain_progress || last)
        fputc('\n', stderr);
}

/* The reader of the file after `*file`, or NULL after the last; those that cannot be opened are complained of. */
static dateline_reader *next_reader(const options *given, uint32_t *file, progress *p)
{
    static const char *const standard_input[] = {"-"};
    const char *const *files = given->file_count ? given->files : standard_input;
    uint32_t count = given->file_count ? given->file_count : 1;
    while (*file < count) {
        dateline_error error = {0};
        dateline_reader *reader = dateline_reader_open(&given->reading, files[(*file)++], &error);
        if (reader)
            return reader;
        complain("%s", error.message);
        p->failed++;
        p->misused |= error.status == DATELINE_BAD_ARGUMENT;
    }
    return NULL;
}

static void tell_warnings(const dateline_record *record)
{
    for (uint32_t i = 0; i < record->warning_count; i++) {
        const dateline_warning *warning = &record->warnings[i];
        complain("%s: warning: %s%s%s", record->report.name ? record->report.name : record->id, warning->what, warning->detail ? ": " : "",
                 warning->detail ? warning->detail : "");
    }
}

/* Hands on what a round made, in order. false: stop. */
static bool take_round(round_of_jobs *round, progress *p)
{
    bool going = true;
    for (uint32_t i = 0; i < round->count; i++) {
        job *at = &round->jobs[i];
        if (going && !at->result.record) {
            complain("%s", at->result.error.message);
            p->failed++;
        } else if (going) {
            if (round->what->given->verbose)
                tell_warnings(at->result.record);
            going = round->what->take(&at->result, round->what->context);
            p->reports++;
        }
        free_job(at);
    }
    round->count = 0;
    return going;
}

int run_batch(const batch *what)
{
    const options *given = what->given;
    dateline_error error = {0};
    dateline_engine *engine = dateline_open(&given->engine, &error);
    if (!engine) {
        complain("%s", error.message);
        return EXIT_NOTHING_READ;
    }
    struct sigaction on_signal = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &on_signal, NULL);
    sigaction(SIGTERM, &on_signal, NULL);
    signal(SIGXFSZ, SIG_IGN); /* a quota is an error of the write, not the end */
    uint32_t room = given->threads * REPORTS_A_THREAD, file = 0, skipped = 0;
    round_of_jobs round = {.what = what, .engine = engine, .jobs = calloc(room, sizeof *round.jobs)};
    progress p = {.begun = time(NULL), .told = time(NULL)};
    dateline_reader *reader = NULL;
    bool going = round.jobs != NULL, more = true;
    while (going && more && !interrupted) {
        if (!reader && !(reader = next_reader(given, &file, &p)))
            more = false;
        dateline_report report;
        dateline_status read = more ? dateline_reader_next(reader, &report, &error) : DATELINE_END;
        if (more && read == DATELINE_END) {
            dateline_reader_close(reader);
            reader = NULL;
        } else if (more && read != DATELINE_OK) {
            complain("%s", error.message);
            p.failed++;
        } else if (more && what->known && what->known(&report, what->context)) {
            skipped++;
        } else if (more && copy_report(&round.jobs[round.count], &report)) {
            round.count++;
        }
        if (round.count == room || (!more && round.count)) {
            run_round(&round, given->threads);
            going = take_round(&round, &p);
        }
        if (reader)
            dateline_reader_progress(reader, &p.done, &p.all);
        tell_progress(given, &p, false);
    }
    run_round(&round, given->threads);
    going = take_round(&round, &p) && going;
    tell_progress(given, &p, true);
    dateline_reader_close(reader);
    free(round.jobs);
    dateline_close(engine);
    if (skipped && given->verbose)
        complain("%u reports were there already", skipped);
    if (interrupted)
        return EXIT_INTERRUPTED;
    if (p.misused)
        return EXIT_USAGE;
    if (p.failed && !p.reports && !skipped)
        return EXIT_NOTHING_READ;
    return p.failed || !going ? EXIT_SOME_FAILED : EXIT_ALL_DONE;
}
