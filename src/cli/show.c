/* dateline show: a report for people, its text marked and a summary under it. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum mark { MARK_NONE, MARK_PERSON, MARK_ORGANIZATION, MARK_PLACE, MARK_TIME, MARK_CUE, MARK_TRIGGER, MARK_COUNT } mark;

static const char *const colours[MARK_COUNT] = {"", "\033[1;36m", "\033[35m", "\033[32m", "\033[33m", "\033[4m", "\033[1;31m"};

typedef struct showing {
    bool colour;
    FILE *out;
} showing;

static void set_marks(unsigned char *marks, dateline_span where, mark what)
{
    for (uint32_t i = where.begin; i < where.end; i++)
        if (!marks[i])
            marks[i] = (unsigned char)what;
}

static mark mark_of(dateline_entity_type type)
{
    return type == DATELINE_PERSON ? MARK_PERSON : type == DATELINE_PLACE ? MARK_PLACE : MARK_ORGANIZATION;
}

/* marks[length]: what each byte of the text belongs to. */
static void mark_text(const dateline_record *record, unsigned char *marks)
{
    for (uint32_t i = 0; i < record->event_count; i++)
        set_marks(marks, record->events[i].trigger, MARK_TRIGGER);
    for (uint32_t i = 0; i < record->statement_count; i++)
        set_marks(marks, record->statements[i].cue, MARK_CUE);
    for (uint32_t i = 0; i < record->time_count; i++)
        if (!record->times[i].vague)
            set_marks(marks, record->times[i].span, MARK_TIME);
    for (uint32_t i = 0; i < record->entity_count; i++)
        for (uint32_t m = 0; m < record->entities[i].mention_count; m++)
            set_marks(marks, record->entities[i].mentions[m], mark_of(record->entities[i].type));
}

static void print_text(const dateline_record *record, const showing *s)
{
    const dateline_report *report = &record->report;
    unsigned char *marks = calloc(report->length + 1, 1);
    if (!marks)
        return;
    if (s->colour)
        mark_text(record, marks);
    for (size_t i = 0; i < report->length; i++) {
        if (i == 0 || marks[i] != marks[i - 1])
            fprintf(s->out, "%s%s", s->colour && i && marks[i - 1] ? "\033[0m" : "", marks[i] ? colours[marks[i]] : "");
        putc(report->text[i], s->out);
    }
    fputs(s->colour ? "\033[0m\n" : "\n", s->out);
    free(marks);
}

static void print_span(const dateline_record *record, dateline_span where, const showing *s)
{
    bool blank = false;
    for (uint32_t i = where.begin; i < where.end; i++) {
        char byte = record->report.text[i];
        bool space = byte == ' ' || byte == '\n' || byte == '\t';
        if (!space || !blank)
            putc(space ? ' ' : byte, s->out);
        blank = space;
    }
}

/* The words of a speech may fill paragraphs; a line of them is enough here. */
static void print_said(const dateline_record *record, dateline_span where, const showing *s)
{
    enum { LONGEST = 240 };
    dateline_span shown = where;
    if (where.end - where.begin > LONGEST)
        for (shown.end = where.begin + LONGEST; shown.end > where.begin && record->report.text[shown.end] != ' ';)
            shown.end--;
    print_span(record, shown, s);
    if (shown.end < where.end)
        fputs(" ...", s->out);
}

static void print_names(const dateline_record *record, dateline_indices list, const showing *s)
{
    for (uint32_t i = 0; i < list.count; i++)
        fprintf(s->out, "%s%s", i ? ", " : "", record->entities[list.items[i]].name);
}

static const char *end_name(const dateline_record *record, const char *country, uint32_t entity)
{
    return country ? country : entity != DATELINE_NONE ? record->entities[entity].name : NULL;
}

static void print_people(const dateline_record *record, const showing *s)
{
    bool headed = false;
    for (uint32_t i = 0; i < record->entity_count; i++) {
        const dateline_entity *entity = &record->entities[i];
        if (entity->type != DATELINE_PERSON)
            continue;
        fputs(headed ? "" : "\npeople\n", s->out);
        headed = true;
        fprintf(s->out, "  %s", entity->name);
        for (uint32_t o = 0; o < entity->office_count; o++) {
            const dateline_office *office = &entity->offices[o];
            const char *of = end_name(record, office->of_country, office->of), *to = end_name(record, office->to_country, office->to);
            bool current = strcmp(office->status, "current") == 0;
            fprintf(s->out, "%s%s%s%s%s%s%s%s", o ? "; " : ": ", current ? "" : office->status, current ? "" : " ", office->title,
                    of ? " of " : "", of ? of : "", to ? " to " : "", to ? to : "");
        }
        fputs("\n", s->out);
    }
}

static void print_statements(const dateline_record *record, const showing *s)
{
    if (record->statement_count)
        fputs("\nwho said what\n", s->out);
    for (uint32_t i = 0; i < record->statement_count; i++) {
        const dateline_statement *statement = &record->statements[i];
        fprintf(s->out, "  s%u ", i + 1);
        if (statement->speakers.count)
            print_names(record, statement->speakers, s);
        else
            fputs("somebody", s->out);
        fprintf(s->out, " [%s] ", statement->force);
        print_said(record, statement->content, s);
        fputs("\n", s->out);
    }
}

static void print_roles(const dateline_record *record, const dateline_event *event, const showing *s)
{
    for (int role = 0; role < DATELINE_ROLE_COUNT; role++)
        if (event->roles[role].count) {
            fprintf(s->out, "     %s: ", dateline_role_name((dateline_role)role));
            print_names(record, event->roles[role], s);
            fputs("\n", s->out);
        }
}

static void print_anniversary(FILE *out, const dateline_event *event)
{
    fprintf(out, "     anniversary: %u", event->anniversary);
    if (event->marks_year)
        fprintf(out, " (of %d)", event->marks_year);
    fputc('\n', out);
}

static void print_events(const dateline_record *record, const showing *s)
{
    if (record->event_count)
        fputs("\nwhat happened\n", s->out);
    for (uint32_t i = 0; i < record->event_count; i++) {
        const dateline_event *event = &record->events[i];
        fprintf(s->out, "  v%u %s%s%s%s%s \"", i + 1, event->type, event->mode ? " " : "", event->mode ? event->mode : "",
                event->kind ? ", " : "", event->kind ? event->kind : "");
        print_span(record, event->trigger, s);
        fprintf(s->out, "\" (%s", event->reality);
        if (event->voice != DATELINE_NONE)
            fprintf(s->out, ", only in s%u", event->voice + 1);
        if (event->time != DATELINE_NONE && record->times[event->time].value)
            fprintf(s->out, ", %s", record->times[event->time].value);
        if (event->place != DATELINE_NONE)
            fprintf(s->out, ", %s", record->entities[event->place].name);
        fputs(")\n", s->out);
        print_roles(record, event, s);
        if (event->attendance)
            fprintf(s->out, "     attendance: %s%u\n", event->attendance_approximate ? "about " : "", event->attendance);
        for (uint32_t k = 0; k < event->count_count; k++) {
            const dateline_count *count = &event->counts[k];
            fprintf(s->out, "     %s: %s%u%s%s\n", count->what, count->approximate ? "about " : "", count->count, count->of ? " " : "",
                    count->of ? count->of : "");
        }
        if (event->anniversary)
            print_anniversary(s->out, event);
    }
}

static bool show(const coded *one, void *context)
{
    const showing *s = context;
    const dateline_record *record = one->record;
    fprintf(s->out, "%s%s%s%s\n\n", record->report.name ? record->report.name : record->id, record->report.published ? "  " : "",
            record->report.published ? record->report.published : "", s->colour ? "\033[0m" : "");
    print_text(record, s);
    print_people(record, s);
    print_statements(record, s);
    print_events(record, s);
    for (uint32_t i = 0; i < record->warning_count; i++)
        fprintf(s->out, "\nwarning: %s%s%s\n", record->warnings[i].what, record->warnings[i].detail ? ": " : "",
                record->warnings[i].detail ? record->warnings[i].detail : "");
    return fputs("\n", s->out) >= 0;
}

int run_show(options *given)
{
    const char *no_colour = getenv("NO_COLOR");
    showing s = {.out = stdout, .colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour)};
    batch all = {.given = given, .take = show, .context = &s};
    int result = run_batch(&all);
    return fflush(stdout) == 0 ? result : EXIT_SOME_FAILED;
}
