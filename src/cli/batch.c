/* Many reports through many threads, out again in the order in which they came in.
 *
 * Every thread reads a report, codes it, lays it down at its place in a ring and reads on; whoever lays down the one whose
 * turn it is hands on all that are ready behind it. Two locks: one for the input, one for the ring, the output and the
 * progress. Who holds the first may take the second, never the other way round. */
#include "cli/cli.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { REPORTS_A_THREAD = 16, MOST_WARNINGS = 8 };

/* A copy of what the reader gave, and what became of it. */
typedef struct job {
    uint64_t number; /* in the order of the input */
    dateline_report report;
    dateline_warning warnings[MOST_WARNINGS];
    coded result;
    bool unread; /* the report could not be read: result.error */
    bool ready;  /* to be handed on */
} job;

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

static void tell_warnings(const dateline_record *record)
{
    for (uint32_t i = 0; i < record->warning_count; i++) {
        const dateline_warning *warning = &record->warnings[i];
        complain("%s: warning: %s%s%s", record->report.name ? record->report.name : record->id, warning->what, warning->detail ? ": " : "",
                 warning->detail ? warning->detail : "");
    }
}

typedef struct line {
    const batch *what;
    const dateline_engine *engine;
    pthread_mutex_t input;   /* guards the four below */
    dateline_reader *reader; /* NULL: the next file is to be opened */
    uint32_t next_file;
    uint64_t next_in; /* number of the next report */
    bool ended;
    pthread_mutex_t output; /* guards those below */
    pthread_cond_t moved;   /* room was made in the ring */
    job *ring;              /* [room] */
    uint32_t room;
    uint64_t next_out; /* number of the report whose turn it is */
    bool stopped;      /* what was made could not be handed on */
    uint32_t skipped;
    progress p;
} line;

/* ---- in ---- */

/* Opens the next file that can be opened, and complains of those that cannot; false after the last. */
static bool open_next_file(line *l)
{
    static const char *const standard_input[] = {"-"};
    const options *given = l->what->given;
    const char *const *files = given->file_count ? given->files : standard_input;
    uint32_t count = given->file_count ? given->file_count : 1;
    while (!l->reader && l->next_file < count) {
        dateline_error error = {0};
        l->reader = dateline_reader_open(&given->reading, files[l->next_file++], &error);
        if (l->reader)
            break;
        pthread_mutex_lock(&l->output);
        complain("%s", error.message);
        l->p.failed++;
        l->p.misused |= error.status == DATELINE_BAD_ARGUMENT;
        pthread_mutex_unlock(&l->output);
    }
    return l->reader != NULL;
}

/* Waits for room in the ring; false where everything stops. */
static bool wait_for_room(line *l)
{
    pthread_mutex_lock(&l->output);
    while (!l->stopped && l->next_in - l->next_out >= l->room)
        pthread_cond_wait(&l->moved, &l->output);
    bool going = !l->stopped && !interrupted;
    pthread_mutex_unlock(&l->output);
    return going;
}

/* Notes how far the reader is, and whether a report need not be coded. */
static bool note_report(line *l, const dateline_report *report)
{
    pthread_mutex_lock(&l->output);
    dateline_reader_progress(l->reader, &l->p.done, &l->p.all);
    bool known = report && l->what->known && l->what->known(report, l->what->context);
    l->skipped += known;
    pthread_mutex_unlock(&l->output);
    return known;
}

/* The next report, or the error in its place; false where there is nothing more. */
static bool read_job(line *l, job *to)
{
    while (!l->ended && wait_for_room(l) && open_next_file(l)) {
        dateline_report report;
        dateline_error error = {0};
        dateline_status read = dateline_reader_next(l->reader, &report, &error);
        bool known = note_report(l, read == DATELINE_OK ? &report : NULL);
        if (read == DATELINE_END) {
            dateline_reader_close(l->reader);
            l->reader = NULL;
        } else if (!known) {
            *to = (job){.number = l->next_in++, .unread = read != DATELINE_OK};
            to->result.error = error;
            if (!to->unread && !copy_report(to, &report)) {
                to->unread = true;
                snprintf(to->result.error.message, sizeof error.message, "%s: no memory to read it", report.name ? report.name : "report");
            }
            return true;
        }
    }
    l->ended = true;
    return false;
}

/* ---- out ---- */

static void take_job(line *l, job *at)
{
    if (at->unread || !at->result.record) {
        complain("%s", at->result.error.message);
        l->p.failed++;
        return;
    }
    if (l->what->given->verbose)
        tell_warnings(at->result.record);
    l->stopped = !l->what->take(&at->result, l->what->context);
    l->p.reports++;
}

/* Lays a job down at its place, and hands on all whose turn has come. */
static void lay_down(line *l, const job *done)
{
    pthread_mutex_lock(&l->output);
    job *place = &l->ring[done->number % l->room];
    *place = *done;
    place->report.warnings = place->warnings;
    place->ready = true;
    for (job *at; (at = &l->ring[l->next_out % l->room])->ready; l->next_out++) {
        if (!l->stopped)
            take_job(l, at);
        free_job(at);
    }
    tell_progress(l->what->given, &l->p, false);
    pthread_cond_broadcast(&l->moved);
    pthread_mutex_unlock(&l->output);
}

static void *work(void *context)
{
    line *l = context;
    const batch *what = l->what;
    for (;;) {
        job one;
        pthread_mutex_lock(&l->input);
        bool more = read_job(l, &one);
        pthread_mutex_unlock(&l->input);
        if (!more)
            return NULL;
        if (!one.unread)
            one.result.record = what->parse_only ? dateline_parse(l->engine, &one.report, &one.result.error)
                                                 : dateline_code(l->engine, &one.report, &one.result.error);
        if (one.result.record && what->print)
            one.result.text = what->print(one.result.record, what->context);
        lay_down(l, &one);
    }
}

static void run_line(line *l, uint32_t threads)
{
    pthread_t others[MOST_THREADS];
    uint32_t started = 0;
    while (started + 1 < threads && pthread_create(&others[started], NULL, work, l) == 0)
        started++;
    work(l);
    for (uint32_t i = 0; i < started; i++)
        pthread_join(others[i], NULL);
}

static int status_of(const line *l)
{
    if (interrupted)
        return EXIT_INTERRUPTED;
    if (l->p.misused)
        return EXIT_USAGE;
    if (l->p.failed && !l->p.reports && !l->skipped)
        return EXIT_NOTHING_READ;
    return l->p.failed || l->stopped ? EXIT_SOME_FAILED : EXIT_ALL_DONE;
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
    line l = {.what = what, .engine = engine, .room = given->threads * REPORTS_A_THREAD, .p = {.begun = time(NULL), .told = time(NULL)}};
    l.ring = calloc(l.room, sizeof *l.ring);
    if (!l.ring) {
        complain("no memory for %u threads", given->threads);
        dateline_close(engine);
        return EXIT_NOTHING_READ;
    }
    pthread_mutex_init(&l.input, NULL);
    pthread_mutex_init(&l.output, NULL);
    pthread_cond_init(&l.moved, NULL);
    run_line(&l, given->threads);
    tell_progress(given, &l.p, true);
    if (l.skipped && given->verbose)
        complain("%u reports were there already", l.skipped);
    dateline_reader_close(l.reader);
    pthread_cond_destroy(&l.moved);
    pthread_mutex_destroy(&l.output);
    pthread_mutex_destroy(&l.input);
    free(l.ring);
    dateline_close(engine);
    return status_of(&l);
}
