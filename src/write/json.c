/* A record as one JSON object: docs/record.schema.json. What the text does not support is left out. */
#include "base/span.h"

#include <jansson.h>
#include <math.h>

static json_t *span_json(span where)
{
    return json_pack("[i, i]", (int)where.begin, (int)where.end);
}

static json_t *id_json(char letter, uint32_t index)
{
    return json_sprintf("%c%u", letter, index + 1);
}

static char entity_letter(const dateline_record *record, uint32_t entity)
{
    return record->entities[entity].type == DATELINE_PLACE ? 'p' : 'e';
}

static json_t *entity_id(const dateline_record *record, uint32_t entity)
{
    return id_json(entity_letter(record, entity), entity);
}

static json_t *entity_ids(const dateline_record *record, dateline_indices list)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < list.count; i++)
        json_array_append_new(out, entity_id(record, list.items[i]));
    return out;
}

static json_t *strings_json(const char *const *items, uint32_t count)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < count; i++)
        json_array_append_new(out, json_string(items[i]));
    return out;
}

static json_t *spans_json(const dateline_span *items, uint32_t count)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < count; i++)
        json_array_append_new(out, span_json(items[i]));
    return out;
}

/* Members that are left out when there is nothing to say. */
static void set_string(json_t *object, const char *key, const char *value)
{
    if (value && *value)
        json_object_set_new(object, key, json_string(value));
}

static void set_span(json_t *object, const char *key, span where)
{
    if (!span_empty(where))
        json_object_set_new(object, key, span_json(where));
}

static void set_list(json_t *object, const char *key, json_t *list)
{
    if (json_array_size(list))
        json_object_set_new(object, key, list);
    else
        json_decref(list);
}

static void set_entity(json_t *object, const char *key, const dateline_record *record, uint32_t entity)
{
    if (entity != DATELINE_NONE)
        json_object_set_new(object, key, entity_id(record, entity));
}

static void set_index(json_t *object, const char *key, char letter, uint32_t index)
{
    if (index != DATELINE_NONE)
        json_object_set_new(object, key, id_json(letter, index));
}

/* Five decimals of a degree are a metre. */
static json_t *degrees(double value)
{
    return json_real(round(value * 1e5) / 1e5);
}

static void set_point(json_t *object, double latitude, double longitude)
{
    json_object_set_new(object, "lat", degrees(latitude));
    json_object_set_new(object, "lon", degrees(longitude));
}

/* The scales have one decimal. */
static json_t *tenths(double value)
{
    return json_real(round(value * 10) / 10);
}

static json_t *report_json(const dateline_record *record)
{
    const dateline_report *report = &record->report;
    json_t *out = json_pack("{s:s}", "id", record->id);
    set_string(out, "name", report->name);
    set_string(out, "source", report->source);
    set_string(out, "published", report->published);
    if (!span_empty(record->dateline_span)) {
        json_t *line = json_object();
        set_entity(line, "place", record, record->dateline_place);
        set_span(line, "span", record->dateline_span);
        json_object_set_new(out, "dateline", line);
    }
    set_string(out, "title", report->title);
    set_string(out, "url", report->url);
    set_string(out, "language", record->language);
    json_object_set_new(out, "bytes", json_integer((json_int_t)report->length));
    return out;
}

/* "AZE", or the id of an entity. */
static void set_office_end(json_t *object, const char *key, const dateline_record *record, const char *country, uint32_t entity)
{
    if (country)
        json_object_set_new(object, key, json_string(country));
    else
        set_entity(object, key, record, entity);
}

static json_t *offices_json(const dateline_record *record, const dateline_entity *entity)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < entity->office_count; i++) {
        const dateline_office *office = &entity->offices[i];
        json_t *item = json_pack("{s:s}", "title", office->title);
        set_office_end(item, "of", record, office->of_country, office->of);
        set_office_end(item, "to", record, office->to_country, office->to);
        set_string(item, "status", office->status);
        set_span(item, "span", office->span);
        set_string(item, "by", office->reason.rule);
        json_array_append_new(out, item);
    }
    return out;
}

static json_t *entity_json(const dateline_record *record, uint32_t index)
{
    const dateline_entity *entity = &record->entities[index];
    json_t *out = json_object();
    json_object_set_new(out, "id", entity_id(record, index));
    set_string(out, "type", dateline_entity_type_name(entity->type));
    set_string(out, "name", entity->name);
    set_list(out, "aliases", strings_json(entity->aliases, entity->alias_count));
    json_object_set_new(out, "mentions", spans_json(entity->mentions, entity->mention_count));
    set_list(out, "references", spans_json(entity->references, entity->reference_count));
    set_entity(out, "parent", record, entity->parent);
    set_list(out, "offices", offices_json(record, entity));
    set_string(out, "actor", entity->actor);
    set_string(out, "country", entity->country);
    set_string(out, "country_by", entity->country_rule);
    set_string(out, "admin1", entity->admin1);
    if (entity->located)
        set_point(out, entity->latitude, entity->longitude);
    if (entity->geonames)
        json_object_set_new(out, "geonames", json_integer(entity->geonames));
    return out;
}

static json_t *toponym_json(const dateline_record *record, const dateline_toponym *toponym)
{
    json_t *out = json_object();
    set_span(out, "span", toponym->span);
    json_object_set_new(out, "as", json_string(toponym->as));
    set_entity(out, "entity", record, toponym->entity);
    set_string(out, "country", toponym->country);
    set_string(out, "admin1", toponym->admin1);
    if (toponym->located)
        set_point(out, toponym->latitude, toponym->longitude);
    if (toponym->geonames)
        json_object_set_new(out, "geonames", json_integer(toponym->geonames));
    return out;
}

static json_t *time_json(const dateline_record *record, uint32_t index)
{
    const dateline_time *time = &record->times[index];
    json_t *out = json_object();
    json_object_set_new(out, "id", id_json('t', index));
    set_span(out, "span", time->span);
    set_string(out, "type", time->type);
    set_string(out, "value", time->value);
    set_string(out, "begin", time->begin);
    set_string(out, "end", time->end);
    set_string(out, "by", time->rule);
    return out;
}

static json_t *statement_json(const dateline_record *record, uint32_t index)
{
    const dateline_statement *statement = &record->statements[index];
    json_t *out = json_object();
    json_object_set_new(out, "id", id_json('s', index));
    json_object_set_new(out, "speakers", entity_ids(record, statement->speakers));
    set_span(out, "speaker_span", statement->speaker_span);
    set_span(out, "cue", statement->cue);
    set_string(out, "force", statement->force);
    set_span(out, "content", statement->content);
    set_string(out, "quote", statement->quote);
    set_entity(out, "addressee", record, statement->addressee);
    set_index(out, "time", 't', statement->time);
    set_index(out, "occasion", 'v', statement->occasion);
    set_index(out, "within", 's', statement->within);
    set_list(out, "topics", entity_ids(record, statement->topics));
    set_string(out, "by", statement->reason.rule);
    return out;
}

static json_t *roles_json(const dateline_record *record, const dateline_event *event)
{
    json_t *out = json_object();
    for (int role = 0; role < DATELINE_ROLE_COUNT; role++)
        set_list(out, dateline_role_name((dateline_role)role), entity_ids(record, event->roles[role]));
    return out;
}

static void set_marks(json_t *out, const dateline_record *record, const dateline_event *event)
{
    if (span_empty(event->marks_span))
        return;
    json_t *marks = json_object();
    set_entity(marks, "event", record, event->marks);
    if (event->anniversary)
        json_object_set_new(marks, "anniversary", json_integer(event->anniversary));
    if (event->marks_year)
        json_object_set_new(marks, "year", json_integer(event->marks_year));
    set_span(marks, "span", event->marks_span);
    set_string(marks, "by", event->marks_rule);
    json_object_set_new(out, "marks", marks);
}

static void set_attendance(json_t *out, const dateline_event *event)
{
    if (!event->attendance && !event->group_count)
        return;
    json_t *attendance = json_object();
    if (event->attendance) {
        json_object_set_new(attendance, "count", json_integer(event->attendance));
        json_object_set_new(attendance, "approximate", json_boolean(event->attendance_approximate));
    }
    set_list(attendance, "groups", strings_json(event->groups, event->group_count));
    set_span(attendance, "span", event->attendance_span);
    json_object_set_new(out, "attendance", attendance);
}

static json_t *counts_json(const dateline_event *event)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < event->count_count; i++) {
        const dateline_count *count = &event->counts[i];
        json_t *item = json_pack("{s:s, s:i, s:b}", "what", count->what, "count", (int)count->count, "approximate", count->approximate);
        set_string(item, "of", count->of);
        set_span(item, "span", count->span);
        json_array_append_new(out, item);
    }
    return out;
}

static json_t *event_json(const dateline_record *record, uint32_t index)
{
    const dateline_event *event = &record->events[index];
    json_t *out = json_object();
    json_object_set_new(out, "id", id_json('v', index));
    set_string(out, "type", event->type);
    set_string(out, "kind", event->kind);
    set_string(out, "mode", event->mode);
    set_list(out, "context", strings_json(event->contexts, event->context_count));
    if (event->cameo) {
        set_string(out, "cameo", event->cameo);
        json_object_set_new(out, "goldstein", tenths(event->goldstein));
    }
    if (event->scored)
        json_object_set_new(out, "score", tenths(event->score));
    set_span(out, "trigger", event->trigger);
    set_list(out, "mentions", spans_json(event->mentions, event->mention_count));
    json_object_set_new(out, "voice", event->voice == DATELINE_NONE ? json_string("outlet") : id_json('s', event->voice));
    set_string(out, "reality", event->reality);
    set_index(out, "time", 't', event->time);
    set_entity(out, "place", record, event->place);
    json_object_set_new(out, "roles", roles_json(record, event));
    set_span(out, "theme", event->theme);
    set_marks(out, record, event);
    set_attendance(out, event);
    json_t *activities = json_array();
    for (uint32_t i = 0; i < event->activity_count; i++) {
        json_t *activity = json_pack("{s:s}", "kind", event->activities[i].kind);
        set_span(activity, "span", event->activities[i].span);
        json_array_append_new(activities, activity);
    }
    set_list(out, "activities", activities);
    set_list(out, "counts", counts_json(event));
    set_string(out, "by", event->reason.rule);
    return out;
}

static json_t *warning_json(const dateline_warning *warning)
{
    json_t *out = json_object();
    set_span(out, "span", warning->span);
    set_string(out, "what", warning->what);
    set_string(out, strcmp(warning->what, "misspelling") == 0 ? "read_as" : "detail", warning->detail);
    return out;
}

static json_t *record_json(const dateline_record *record)
{
    json_t *out = json_object(), *list;
    json_object_set_new(out, "dateline",
                        json_pack("{s:i, s:s, s:s, s:s}", "format", DATELINE_FORMAT, "engine", record->engine, "model", record->model,
                                  "lexicon", record->lexicon));
    json_object_set_new(out, "report", report_json(record));
    json_object_set_new(out, "entities", list = json_array());
    for (uint32_t i = 0; i < record->entity_count; i++)
        json_array_append_new(list, entity_json(record, i));
    json_object_set_new(out, "times", list = json_array());
    for (uint32_t i = 0; i < record->time_count; i++)
        if (!record->times[i].vague)
            json_array_append_new(list, time_json(record, i));
    json_object_set_new(out, "statements", list = json_array());
    for (uint32_t i = 0; i < record->statement_count; i++)
        json_array_append_new(list, statement_json(record, i));
    json_object_set_new(out, "events", list = json_array());
    for (uint32_t i = 0; i < record->event_count; i++)
        json_array_append_new(list, event_json(record, i));
    json_object_set_new(out, "warnings", list = json_array());
    for (uint32_t i = 0; i < record->warning_count; i++)
        json_array_append_new(list, warning_json(&record->warnings[i]));
    return out;
}

static char *written(json_t *json)
{
    char *out = json ? json_dumps(json, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(json);
    return out;
}

char *dateline_record_json(const dateline_record *record)
{
    return written(record_json(record));
}

char *dateline_times_json(const dateline_record *record)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < record->time_count; i++)
        json_array_append_new(list, time_json(record, i));
    return written(json_pack("{s:o, s:o}", "report", report_json(record), "times", list));
}

char *dateline_places_json(const dateline_record *record)
{
    json_t *places = json_array(), *toponyms = json_array();
    for (uint32_t i = 0; i < record->entity_count; i++)
        if (record->entities[i].type == DATELINE_PLACE)
            json_array_append_new(places, entity_json(record, i));
    for (uint32_t i = 0; i < record->toponym_count; i++)
        json_array_append_new(toponyms, toponym_json(record, &record->toponyms[i]));
    return written(json_pack("{s:o, s:o, s:o}", "report", report_json(record), "places", places, "toponyms", toponyms));
}
