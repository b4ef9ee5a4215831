#include "record.h"

#include "base/digest.h"

#include <stdlib.h>

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
        .count = t->count,
        .where = t->where,
        .lemma = t->lemma,
        .tag = tag,
        .english_tag = t->english_tag,
        .features = t->features,
        .head = t->head,
        .relation = t->relation_name,
        .joined = t->joined,
        .sentence_count = doc->sentences.count,
        .sentence = first,
        .opens_paragraph = opens,
    };
}

static dateline_indices indices_of(const index_list *list)
{
    return (dateline_indices){list->items, list->count};
}

static int by_begin(const void *left, const void *right)
{
    const span *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->end < b->end ? -1 : a->end > b->end;
}

/* In the order of the text, each once: a name that tells an office too is found twice. Returns how many are left. */
static uint32_t tidy(span *spans, uint32_t count)
{
    uint32_t kept = 0;
    if (count)
        qsort(spans, count, sizeof *spans, by_begin);
    for (uint32_t i = 0; i < count; i++)
        if (!kept || by_begin(&spans[kept - 1], &spans[i]) != 0)
            spans[kept++] = spans[i];
    return kept;
}

static const dateline_entity *entities_of(document *doc)
{
    dateline_entity *out = arena_array(&doc->memory, doc->entities.count, sizeof *out);
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        entity *from = &doc->entities.items[i];
        from->mentions.count = tidy(from->mentions.items, from->mentions.count);
        from->references.count = tidy(from->references.items, from->references.count);
        out[i] = (dateline_entity){
            .type = from->type,
            .name = from->name,
            .aliases = from->aliases.items,
            .alias_count = from->aliases.count,
            .mentions = from->mentions.items,
            .mention_count = from->mentions.count,
            .references = from->references.items,
            .reference_count = from->references.count,
            .offices = from->offices.items,
            .office_count = from->offices.count,
            .parent = from->parent,
            .actor = from->actor,
            .country = from->country,
            .country_rule = from->country ? from->country_rule : NULL,
            .admin1 = from->admin1,
            .latitude = from->latitude,
            .longitude = from->longitude,
            .located = from->located,
            .geonames = from->geonames,
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
        out[i].counts = from->counts.items;
        out[i].mentions = from->mentions.items;
        out[i].mention_count = from->mentions.count;
        out[i].count_count = from->counts.count;
    }
    return out;
}

/* ---- actors without a name that nobody needed ---- */

/* Calls `visit` with every place in the document that points to an entity. */
static void each_entity_index(document *doc, void (*visit)(uint32_t *index, void *context), void *context)
{
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        statement *s = &doc->statements.items[i];
        for (uint32_t k = 0; k < s->speakers.count; k++)
            visit(&s->speakers.items[k], context);
        for (uint32_t k = 0; k < s->record.topics.count; k++)
            visit((uint32_t *)&s->record.topics.items[k], context); /* lies in the arena */
        visit(&s->record.addressee, context);
    }
    for (uint32_t i = 0; i < doc->events.count; i++) {
        event *e = &doc->events.items[i];
        for (int role = 0; role < DATELINE_ROLE_COUNT; role++)
            for (uint32_t k = 0; k < e->roles[role].count; k++)
                visit(&e->roles[role].items[k], context);
        visit(&e->record.place, context);
        visit(&e->record.marks, context);
    }
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        entity *e = &doc->entities.items[i];
        visit(&e->parent, context);
        for (uint32_t k = 0; k < e->offices.count; k++) {
            visit(&e->offices.items[k].of, context);
            visit(&e->offices.items[k].to, context);
        }
    }
    for (uint32_t i = 0; i < doc->toponyms.count; i++)
        visit(&doc->toponyms.items[i].entity, context);
    visit(&doc->dateline_entity, context);
}

static void mark_used(uint32_t *index, void *context)
{
    bool *used = context;
    if (*index != NONE)
        used[*index] = true;
}

static void renumber(uint32_t *index, void *context)
{
    const uint32_t *number = context;
    if (*index != NONE)
        *index = number[*index];
}

/* What a pronoun means does not keep a description by itself: a choice of one that goes, goes as well. */
static void renumber_choices(document *doc, uint32_t *number)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < doc->choices.count; i++) {
        dateline_choice choice = doc->choices.items[i];
        renumber(&choice.means, number);
        renumber(&choice.instead, number);
        if (choice.means != NONE)
            doc->choices.items[kept++] = choice;
    }
    doc->choices.count = kept;
}

/* Descriptions were kept for all that might have needed them; those that no statement, event or office points to go. */
static void drop_unused_descriptions(document *doc)
{
    uint32_t count = doc->entities.count, kept = 0;
    bool *used = arena_array(&doc->memory, count + 1, sizeof *used);
    uint32_t *number = arena_array(&doc->memory, count + 1, sizeof *number);
    each_entity_index(doc, mark_used, used);
    for (uint32_t i = 0; i < count; i++) {
        number[i] = NONE;
        if (!used[i] && !doc->entities.items[i].named)
            continue;
        number[i] = kept;
        doc->entities.items[kept++] = doc->entities.items[i];
    }
    doc->entities.count = kept;
    each_entity_index(doc, renumber, number);
    renumber_choices(doc, number);
}

void make_record(document *doc)
{
    drop_unused_descriptions(doc);
    dateline_record *record = &doc->record;
    record->id = identifier(doc);
    record->engine = DATELINE_VERSION;
    record->language = doc->english ? "en" : NULL;
    record->dateline_span = doc->dateline_span;
    record->dateline_place = doc->dateline_entity;
    record->tokens = tokens_of(doc);
    record->entities = entities_of(doc);
    record->entity_count = doc->entities.count;
    record->toponyms = doc->toponyms.items;
    record->toponym_count = doc->toponyms.count;
    record->choices = doc->choices.items;
    record->choice_count = doc->choices.count;
    record->times = doc->times.items;
    record->time_count = doc->times.count;
    record->statements = statements_of(doc);
    record->statement_count = doc->statements.count;
    record->events = events_of(doc);
    record->event_count = doc->events.count;
    record->warnings = doc->warnings.items;
    record->warning_count = doc->warnings.count;
}
