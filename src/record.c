#include "record.h"

#include "base/digest.h"

static const char *identifier(document *doc)
{
    char *hex = arena_take(&doc->memory, DIGEST_TEXT);
    digest(doc->text, doc->length, hex);
    return hex;
}

static dateline_tokens tokens_of(document *doc)
{
    token_table *t = &doc->tokens;
    const char **tag = arena_array(&doc->memory, t->count, sizeof *tag);
    for (uint32_t i = 0; i < t->count; i++)
        tag[i] = part_of_speech_names[t->tag[i]];
    uint32_t *first = arena_array(&doc->memory, doc->sentences.count + 1, sizeof *first);
    bool *opens = arena_array(&doc->memory, doc->sentences.count, sizeof *opens);
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        first[i] = doc->sentences.items[i].first;
        opens[i] = doc->sentences.items[i].opens_paragraph;
    }
    first[doc->sentences.count] = t->count;
    return (dateline_tokens){
        .count = t->count, .where = t->where, .lemma = t->lemma, .tag = tag, .english_tag = t->english_tag,
        .features = t->features, .head = t->head, .relation = t->relation_name, .joined = t->joined,
        .sentence_count = doc->sentences.count, .sentence = first, .opens_paragraph = opens,
    };
}

static dateline_indices indices_of(const index_list *list)
{
    return (dateline_indices){list->items, list->count};
}

static const dateline_entity *entities_of(document *doc)
{
    dateline_entity *out = arena_array(&doc->memory, doc->entities.count, sizeof *out);
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *from = &doc->entities.items[i];
        out[i] = (dateline_entity){
            .type = from->type, .name = from->name, .aliases = from->aliases.items, .alias_count = from->aliases.count,
            .mentions = from->mentions.items, .mention_count = from->mentions.count,
            .references = from->references.items, .reference_count = from->references.count,
            .offices = from->offices.items, .office_count = from->offices.count, .parent = from->parent,
            .actor = from->actor, .country = from->country, .admin1 = from->admin1,
            .latitude = from->latitude, .longitude = from->longitude, .located = from->located, .geonames = from->geonames,
        };
    }
    return out;
}

static const dateline_statement *statements_of(document *doc)
{
    dateline_statement *out = arena_array(&doc->memory, doc->statements.count, sizeof *out);
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        out[i] = doc->statements.items[i].record;
        out[i].speakers = indices_of(&doc->statements.items[i].speakers);
    }
    return out;
}

static const dateline_event *events_of(document *doc)
{
    dateline_event *out = arena_array(&doc->memory, doc->events.count, sizeof *out);
    for (uint32_t i = 0; i < doc->events.count; i++) {
        const event *from = &doc->events.items[i];
        out[i] = from->record;
        for (int role = 0; role < DATELINE_ROLE_COUNT; role++)
            out[i].roles[role] = indices_of(&from->roles[role]);
        out[i].groups = from->groups.items;
        out[i].group_count = from->groups.count;
        out[i].activities = from->activities.items;
        out[i].activity_count = from->activities.count;
    }
    return out;
}

void make_record(document *doc)
{
    dateline_record *record = &doc->record;
    record->id = identifier(doc);
    record->engine = DATELINE_VERSION;
    record->language = "en";
    record->dateline_span = doc->dateline_span;
    record->dateline_place = doc->dateline_entity;
    record->tokens = tokens_of(doc);
    record->entities = entities_of(doc);
    record->entity_count = doc->entities.count;
    record->times = doc->times.items;
    record->time_count = doc->times.count;
    record->statements = statements_of(doc);
    record->statement_count = doc->statements.count;
    record->events = events_of(doc);
    record->event_count = doc->events.count;
    record->warnings = doc->warnings.items;
    record->warning_count = doc->warnings.count;
}
