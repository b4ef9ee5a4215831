/* One record into the tables, whole or not at all. */
#include "base/span.h"
#include "store/store.h"

#include <stdlib.h>

/* Binds what follows to the places of a statement, in their order. */
typedef struct binder {
    sqlite3_stmt *to;
    int place;
} binder;

static void add_number(binder *b, int64_t value)
{
    sqlite3_bind_int64(b->to, ++b->place, value);
}

/* An index that points nowhere is null. */
static void add_index(binder *b, uint32_t index)
{
    b->place++;
    if (index != DATELINE_NONE)
        sqlite3_bind_int64(b->to, b->place, index);
    else
        sqlite3_bind_null(b->to, b->place);
}

static void add_real(binder *b, double value, bool known)
{
    b->place++;
    if (known)
        sqlite3_bind_double(b->to, b->place, value);
    else
        sqlite3_bind_null(b->to, b->place);
}

static void add_text(binder *b, const char *text)
{
    sqlite3_bind_text(b->to, ++b->place, text, -1, SQLITE_STATIC);
}

static void add_span(binder *b, span where)
{
    add_number(b, where.begin);
    add_number(b, where.end);
}

static void add_excerpt(binder *b, const dateline_record *record, span where)
{
    b->place++;
    if (span_empty(where))
        sqlite3_bind_null(b->to, b->place);
    else
        sqlite3_bind_text(b->to, b->place, record->report.text + where.begin, (int)span_length(where), SQLITE_STATIC);
}

static bool step(sqlite3_stmt *statement)
{
    bool done = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return done;
}

static bool put_report(dateline_store *store, const dateline_record *record, const char *json)
{
    const dateline_report *report = &record->report;
    binder b = {store->prepared.report, 0};
    add_text(&b, record->id);
    add_text(&b, report->name);
    add_text(&b, report->source);
    add_text(&b, report->published);
    add_text(&b, report->title);
    add_text(&b, report->url);
    add_text(&b, record->language);
    add_number(&b, (int64_t)report->length);
    sqlite3_bind_text(b.to, ++b.place, report->text, (int)report->length, SQLITE_STATIC);
    add_text(&b, json);
    add_text(&b, record->engine);
    add_text(&b, record->model);
    add_text(&b, record->lexicon);
    return step(b.to);
}

static bool put_mentions(dateline_store *store, int64_t report, uint32_t entity, const span *items, uint32_t count, bool named)
{
    bool put = true;
    for (uint32_t i = 0; put && i < count; i++) {
        binder b = {store->prepared.mention, 0};
        add_number(&b, report);
        add_number(&b, entity);
        add_span(&b, items[i]);
        add_number(&b, named);
        put = step(b.to);
    }
    return put;
}

static bool put_offices(dateline_store *store, int64_t report, uint32_t index, const dateline_entity *entity)
{
    bool put = true;
    for (uint32_t i = 0; put && i < entity->office_count; i++) {
        const dateline_office *office = &entity->offices[i];
        binder b = {store->prepared.office, 0};
        add_number(&b, report);
        add_number(&b, index);
        add_text(&b, office->title);
        add_index(&b, office->of);
        add_text(&b, office->of_country);
        add_index(&b, office->to);
        add_text(&b, office->to_country);
        add_text(&b, office->status);
        add_span(&b, office->span);
        put = step(b.to);
    }
    return put;
}

static bool put_place(dateline_store *store, int64_t report, uint32_t index, const dateline_entity *entity)
{
    binder b = {store->prepared.place, 0};
    add_number(&b, report);
    add_number(&b, index);
    add_text(&b, entity->name);
    add_text(&b, entity->country);
    add_text(&b, entity->admin1);
    add_real(&b, entity->latitude, entity->located);
    add_real(&b, entity->longitude, entity->located);
    add_index(&b, entity->geonames ? entity->geonames : DATELINE_NONE);
    return step(b.to);
}

static bool put_entity(dateline_store *store, const dateline_record *record, int64_t report, uint32_t index)
{
    const dateline_entity *entity = &record->entities[index];
    binder b = {store->prepared.entity, 0};
    add_number(&b, report);
    add_number(&b, index);
    add_text(&b, dateline_entity_type_name(entity->type));
    add_text(&b, entity->name);
    add_text(&b, entity->actor);
    add_text(&b, entity->country);
    add_index(&b, entity->parent);
    return step(b.to) && put_mentions(store, report, index, entity->mentions, entity->mention_count, true) &&
           put_mentions(store, report, index, entity->references, entity->reference_count, false) &&
           put_offices(store, report, index, entity) && (entity->type != DATELINE_PLACE || put_place(store, report, index, entity));
}

static bool put_time(dateline_store *store, const dateline_record *record, int64_t report, uint32_t index)
{
    const dateline_time *time = &record->times[index];
    binder b = {store->prepared.time, 0};
    add_number(&b, report);
    add_number(&b, index);
    add_span(&b, time->span);
    add_text(&b, time->type);
    add_text(&b, time->value);
    add_text(&b, time->rule);
    return step(b.to);
}

static bool put_statement(dateline_store *store, const dateline_record *record, int64_t report, uint32_t index)
{
    const dateline_statement *statement = &record->statements[index];
    binder b = {store->prepared.statement, 0};
    add_number(&b, report);
    add_number(&b, index);
    add_text(&b, statement->force);
    add_text(&b, statement->quote);
    add_span(&b, statement->cue);
    add_span(&b, statement->content);
    add_excerpt(&b, record, statement->content);
    add_index(&b, statement->addressee);
    add_index(&b, statement->time);
    add_index(&b, statement->occasion);
    add_index(&b, statement->within);
    add_text(&b, statement->reason.rule);
    bool put = step(b.to);
    for (uint32_t i = 0; put && i < statement->speakers.count; i++) {
        binder s = {store->prepared.speaker, 0};
        add_number(&s, report);
        add_number(&s, index);
        add_number(&s, statement->speakers.items[i]);
        put = step(s.to);
    }
    return put;
}

static bool put_roles(dateline_store *store, const dateline_event *event, int64_t report, uint32_t index)
{
    bool put = true;
    for (int role = 0; role < DATELINE_ROLE_COUNT; role++)
        for (uint32_t i = 0; put && i < event->roles[role].count; i++) {
            binder b = {store->prepared.role, 0};
            add_number(&b, report);
            add_number(&b, index);
            add_text(&b, dateline_role_name((dateline_role)role));
            add_number(&b, event->roles[role].items[i]);
            put = step(b.to);
        }
    return put;
}

static bool put_counts(dateline_store *store, const dateline_event *event, int64_t report, uint32_t index)
{
    bool put = true;
    for (uint32_t i = 0; put && i < event->count_count; i++) {
        const dateline_count *count = &event->counts[i];
        binder b = {store->prepared.count, 0};
        add_number(&b, report);
        add_number(&b, index);
        add_text(&b, count->what);
        add_number(&b, count->count);
        add_number(&b, count->approximate);
        add_text(&b, count->of);
        add_span(&b, count->span);
        put = step(b.to);
    }
    return put;
}

static bool put_event(dateline_store *store, const dateline_record *record, int64_t report, uint32_t index)
{
    const dateline_event *event = &record->events[index];
    binder b = {store->prepared.event, 0};
    add_number(&b, report);
    add_number(&b, index);
    add_text(&b, event->type);
    add_text(&b, event->kind);
    add_text(&b, event->mode);
    add_text(&b, event->context_count ? event->contexts[0] : NULL);
    add_text(&b, event->cameo);
    add_real(&b, event->goldstein, event->cameo);
    add_real(&b, event->score, event->scored);
    add_span(&b, event->trigger);
    add_index(&b, event->voice);
    add_text(&b, event->reality);
    add_index(&b, event->time);
    add_index(&b, event->place);
    add_excerpt(&b, record, event->theme);
    add_index(&b, event->attendance ? event->attendance : DATELINE_NONE);
    add_index(&b, event->anniversary ? event->anniversary : DATELINE_NONE);
    add_index(&b, event->marks_year ? (uint32_t)event->marks_year : DATELINE_NONE);
    add_text(&b, event->reason.rule);
    return step(b.to) && put_roles(store, event, report, index) && put_counts(store, event, report, index);
}

static bool put_all(dateline_store *store, const dateline_record *record, const char *json)
{
    binder b = {store->prepared.remove, 0};
    add_text(&b, record->id);
    if (!step(b.to) || !put_report(store, record, json))
        return false;
    int64_t report = sqlite3_last_insert_rowid(store->db);
    bool put = true;
    for (uint32_t i = 0; put && i < record->entity_count; i++)
        put = put_entity(store, record, report, i);
    for (uint32_t i = 0; put && i < record->time_count; i++)
        put = record->times[i].vague || put_time(store, record, report, i);
    for (uint32_t i = 0; put && i < record->statement_count; i++)
        put = put_statement(store, record, report, i);
    for (uint32_t i = 0; put && i < record->event_count; i++)
        put = put_event(store, record, report, i);
    return put;
}

status dateline_store_put(dateline_store *store, const dateline_record *record, dateline_error *error)
{
    char *json = dateline_record_json(record);
    if (!json)
        return fail(error, DATELINE_NO_MEMORY, "%s: no memory to write a record", store->path);
    if (!store->in_transaction && sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) {
        free(json);
        return store_failed(store, error);
    }
    store->in_transaction = true;
    sqlite3_exec(store->db, "SAVEPOINT one_report", NULL, NULL, NULL);
    bool put = put_all(store, record, json);
    free(json);
    status result = put ? DATELINE_OK : store_failed(store, error);
    sqlite3_exec(store->db, put ? "RELEASE one_report" : "ROLLBACK TO one_report; RELEASE one_report", NULL, NULL, NULL);
    /* A full disk makes SQLite roll everything back by itself. */
    store->in_transaction = !sqlite3_get_autocommit(store->db);
    return result;
}
