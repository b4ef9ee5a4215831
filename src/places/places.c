#include "places/places.h"

#include "grammar/phrases.h"
#include "places/gazetteer.h"

enum { MOST_COUNTRIES = 16, MOST_REGIONS = 16 };

/* The countries that the report names or whose adjectives it uses, those of the dateline first. */
static uint32_t countries_named(const document *doc, const char **out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < doc->tokens.count && count < MOST_COUNTRIES; i++) {
        if (!doc->tokens.capital[i])
            continue;
        phrase found = phrase_at(doc, INDEX_COUNTRY, i);
        if (!found.rows.count)
            found = phrase_at(doc, INDEX_NATIONALITY, i);
        if (!found.rows.count)
            continue;
        const char *code = lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.rows.items[0], COUNTRY_CODE);
        bool seen = false;
        for (uint32_t k = 0; k < count; k++)
            seen |= strcmp(out[k], code) == 0;
        if (!seen)
            out[count++] = code;
    }
    return count;
}

/* The regions that it names. */
static uint32_t regions_named(const document *doc, uint32_t *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < doc->tokens.count && count < MOST_REGIONS; i++) {
        phrase found = doc->tokens.capital[i] ? phrase_at(doc, INDEX_REGION, i) : (phrase){{NULL, 0}, 0};
        if (!found.rows.count || phrase_rows(doc, INDEX_CITY, i, found.end).count) /* "Washington", "New York" tell nothing */
            continue;
        bool seen = false;
        for (uint32_t k = 0; k < count; k++)
            seen |= out[k] == found.rows.items[0];
        if (!seen)
            out[count++] = found.rows.items[0];
    }
    return count;
}

/* The place named after a comma: "Texas" of "Paris, Texas". */
static slice container_of(const document *doc, const mention *name)
{
    uint32_t next = name->end + 1;
    if (!token_is(doc, name->end, ",") || next >= doc->tokens.count || doc->tokens.mention[next] == NONE)
        return (slice){"", 0};
    const mention *after = &doc->mentions.items[doc->tokens.mention[next]];
    return after->first == next && after->type == DATELINE_PLACE ? span_text(doc, tokens_span(doc, after->first, after->end)) : (slice){"", 0};
}

/* A place that no gazetteer has, named so before; NONE: it is new. */
static uint32_t entity_named(const document *doc, const char *name)
{
    for (uint32_t i = 0; i < doc->entities.count; i++)
        if (doc->entities.items[i].type == DATELINE_PLACE && !doc->entities.items[i].located && strcmp(doc->entities.items[i].name, name) == 0)
            return i;
    return NONE;
}

/* One that lies at the same point: the same place by another of its names. */
static uint32_t entity_at_point(const document *doc, const gazetteer_place *found)
{
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        if (e->located && e->geonames == found->geonames && e->latitude == found->latitude && e->longitude == found->longitude)
            return i;
    }
    return NONE;
}

static uint32_t place_entity(document *doc, const mention *name, const place_context *context)
{
    gazetteer_place found;
    const char *written = document_string(doc, tokens_span(doc, name->first, name->end));
    if (!gazetteer_find(doc, name->first, name->end, context, &found)) {
        uint32_t same = entity_named(doc, written);
        return same != NONE ? same : document_add_entity(doc, DATELINE_PLACE, written);
    }
    uint32_t same = entity_at_point(doc, &found);
    if (same != NONE)
        return same;
    uint32_t made = document_add_entity(doc, DATELINE_PLACE, written);
    entity *e = &doc->entities.items[made];
    e->country = *found.country ? found.country : NULL;
    e->admin1 = *found.admin1 ? found.admin1 : NULL;
    e->geonames = found.geonames;
    e->located = true;
    e->is_country = found.table == TABLE_COUNTRIES;
    e->latitude = found.latitude;
    e->longitude = found.longitude;
    return made;
}

static void give_mention(document *doc, uint32_t number, uint32_t made)
{
    mention *name = &doc->mentions.items[number];
    entity *e = &doc->entities.items[made];
    name->entity = made;
    e->named = true;
    if (e->head == NONE)
        e->head = name->head;
    *list_add(&doc->memory, &e->mentions) = tokens_span(doc, name->first, name->end);
    doc->entity_of[name->head] = made;
    if (name->head != name->end - 1)
        doc->entity_of[name->end - 1] = made;
}

/* The dateline says where the report was written, whatever the tagger made of its capitals. */
static void name_dateline(document *doc)
{
    if (span_empty(doc->dateline_place))
        return;
    uint32_t first = token_at(doc, doc->dateline_place.begin), end = first;
    while (end < doc->tokens.count && doc->tokens.where[end].end <= doc->dateline_place.end)
        end++;
    if (end == first)
        return;
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        mention *old = &doc->mentions.items[m];
        if (old->first < end && first < old->end) {
            *old = (mention){first, end, end - 1, DATELINE_PLACE, NONE, true};
            return;
        }
    }
    *list_add(&doc->memory, &doc->mentions) = (mention){first, end, end - 1, DATELINE_PLACE, NONE, true};
    for (uint32_t i = first; i < end; i++)
        doc->tokens.mention[i] = doc->mentions.count - 1;
}

status find_places(document *doc)
{
    doc->entity_of = arena_array(&doc->memory, doc->tokens.count, sizeof *doc->entity_of);
    memset(doc->entity_of, 0xff, doc->tokens.count * sizeof *doc->entity_of); /* NONE */
    name_dateline(doc);
    const char *countries[MOST_COUNTRIES];
    uint32_t regions[MOST_REGIONS];
    place_context context = {countries, countries_named(doc, countries), regions, regions_named(doc, regions), {"", 0}};
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        const mention *name = &doc->mentions.items[m];
        if (name->type != DATELINE_PLACE)
            continue;
        context.container = container_of(doc, name);
        uint32_t made = place_entity(doc, name, &context);
        give_mention(doc, m, made);
        span where = tokens_span(doc, name->first, name->end);
        if (!span_empty(doc->dateline_place) && span_overlaps(where, doc->dateline_place))
            doc->dateline_entity = made;
    }
    return DATELINE_OK;
}
