#include "serve/api.h"

#include <stdlib.h>

static void set_string(json_t *object, const char *key, const char *value)
{
    if (value)
        json_object_set_new(object, key, json_string(value));
}

json_t *hit_as_json(const dateline_hit *hit)
{
    json_t *out = json_object();
    set_string(out, "report", hit->id);
    set_string(out, "name", hit->name);
    set_string(out, "published", hit->published);
    set_string(out, "source", hit->source);
    set_string(out, "title", hit->title);
    set_string(out, "kind", hit->kind);
    set_string(out, "item", hit->item);
    set_string(out, "label", hit->label);
    set_string(out, "who", hit->who);
    set_string(out, "excerpt", hit->excerpt);
    return out;
}

/* The answer's text; `from` is given up. */
static answer answer_json(unsigned status, json_t *from)
{
    answer out = {status, from ? json_dumps(from, JSON_COMPACT) : NULL};
    json_decref(from);
    return out;
}

answer answer_error(unsigned status, const char *message)
{
    return answer_json(status, json_pack("{s:s}", "error", message));
}

typedef struct collection {
    json_t *hits;
    uint32_t limit;
    bool more;
} collection;

static bool collect(const dateline_hit *hit, void *context)
{
    collection *c = context;
    c->more = json_array_size(c->hits) == c->limit;
    return !c->more && json_array_append_new(c->hits, hit_as_json(hit)) == 0;
}

answer answer_find(dateline_store *store, const dateline_query *query)
{
    dateline_error error = {0};
    dateline_query asked = *query;
    collection c = {.hits = json_array(), .limit = query->limit};
    asked.limit++; /* one more than is shown tells whether there are more */
    if (dateline_store_find(store, &asked, collect, &c, &error) != DATELINE_OK) {
        json_decref(c.hits);
        return answer_error(500, error.message);
    }
    return answer_json(200, json_pack("{s:o, s:b}", "hits", c.hits, "more", c.more));
}

answer answer_report(dateline_store *store, const char *id)
{
    dateline_error error = {0};
    char *json = NULL, *text = NULL;
    dateline_status found = dateline_store_record(store, id, &json, &text, &error);
    if (found == DATELINE_END)
        return answer_error(404, "there is no such report");
    if (found != DATELINE_OK)
        return answer_error(500, error.message);
    json_t *record = json_loads(json, 0, NULL);
    answer out = answer_json(200, json_pack("{s:o, s:s}", "record", record, "text", text));
    free(json);
    free(text);
    return out;
}

answer answer_counts(dateline_store *store)
{
    dateline_error error = {0};
    dateline_store_counts counts = {0};
    if (dateline_store_count(store, &counts, &error) != DATELINE_OK)
        return answer_error(500, error.message);
    return answer_json(200, json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}", "reports", (json_int_t)counts.reports, "people",
                                      (json_int_t)counts.people, "organizations", (json_int_t)counts.organizations, "places",
                                      (json_int_t)counts.places, "offices", (json_int_t)counts.offices, "statements",
                                      (json_int_t)counts.statements, "gatherings", (json_int_t)counts.gatherings, "actions",
                                      (json_int_t)counts.actions));
}
