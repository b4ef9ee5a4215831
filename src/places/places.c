#include "places/places.h"

#include "grammar/halves.h"
#include "grammar/phrases.h"
#include "places/resolve.h"
#include "places/toponyms.h"

enum { MOST_COUNTRIES = 16 };

/* The countries whose adjectives the report uses, or that it names otherwise than as places: those speak for themselves. */
static uint32_t countries_named(const document *doc, const char **out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < doc->tokens.count && count < MOST_COUNTRIES; i++) {
        const mention *m = mention_at(doc, i);
        if (!doc->tokens.capital[i] || (m && m->type == DATELINE_PLACE))
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

/* A place that was named so before; NONE: it is new. */
static uint32_t entity_named(const document *doc, const char *name)
{
    for (uint32_t i = 0; i < doc->entities.count; i++)
        if (doc->entities.items[i].type == DATELINE_PLACE && strcmp(doc->entities.items[i].name, name) == 0)
            return i;
    return NONE;
}

/* One that lies at the same point: the same place by another of its names. "South India" and
 * Anatolia lie where India and Turkey do, and are no other names of them. */
static uint32_t entity_at_point(const document *doc, const gazetteer_place *found)
{
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        if (e->located && e->is_country == (found->kind == PLACE_COUNTRY) && e->geonames == found->geonames &&
            e->latitude == found->latitude && e->longitude == found->longitude)
            return i;
    }
    return NONE;
}

static uint32_t place_entity(document *doc, const mention *name, const place_names *names)
{
    const char *written = document_string(doc, tokens_span(doc, name->first, name->end));
    bool whole = false;
    const place_name *known = place_names_find(doc, names, name->first, name->end, &whole);
    const gazetteer_place *found = known ? &known->candidates[known->best] : NULL;
    gazetteer_place half;
    if (is_side_alone(doc, name->first, name->end)) { /* "the South" is South Korea, or nowhere that the gazetteer has */
        uint32_t row = half_of_country(doc, name->first);
        half = row == NONE ? (gazetteer_place){0} : gazetteer_country(doc, row);
        found = row == NONE ? NULL : &half;
        whole = row != NONE;
    }
    uint32_t same = found && whole ? entity_at_point(doc, found) : entity_named(doc, written);
    if (same != NONE)
        return same;
    uint32_t made = document_add_entity(doc, DATELINE_PLACE, written);
    entity *e = &doc->entities.items[made];
    if (!found)
        return made;
    bool within = found->kind == PLACE_CITY || found->kind == PLACE_SECOND_DIVISION;
    e->country = *found->country ? found->country : NULL;
    e->country_rule = whole ? "country:gazetteer" : "country:part-of-name";
    e->admin1 = within && *found->admin1 ? found->admin1 : NULL;
    e->geonames = whole ? found->geonames : 0; /* "Lake Manassas" lies where Manassas does, and is something else */
    e->located = true;
    e->is_country = whole && found->kind == PLACE_COUNTRY;
    e->latitude = found->latitude;
    e->longitude = found->longitude;
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
    span where = tokens_span(doc, name->first, name->end);
    if (is_side_alone(doc, name->first, name->end) && e->mentions.count) /* "the South" refers to South Korea as "the country" does */
        *list_add(&doc->memory, &e->references) = where;
    else
        *list_add(&doc->memory, &e->mentions) = where;
    if (!is_side_alone(doc, name->first, name->end))
        document_add_alias(doc, e, document_string(doc, where)); /* "the Republic of Azerbaijan" */
    doc->entity_of[name->head] = made;
    if (name->head != name->end - 1)
        doc->entity_of[name->end - 1] = made;
}

/* The agency of the dateline, "(Lusa)", is no person. */
static void name_agency(document *doc)
{
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        mention *name = &doc->mentions.items[m];
        if (span_within(tokens_span(doc, name->first, name->end), doc->dateline_span) && name->type == DATELINE_PERSON)
            name->type = DATELINE_ORGANIZATION;
    }
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
    name_agency(doc);
    name_dateline(doc);
    const char *countries[MOST_COUNTRIES];
    place_names names = {.countries = countries, .country_count = countries_named(doc, countries)};
    for (uint32_t m = 0; m < doc->mentions.count; m++)
        if (doc->mentions.items[m].type == DATELINE_PLACE && !is_side_alone(doc, doc->mentions.items[m].first, doc->mentions.items[m].end))
            place_names_add(doc, &names, doc->mentions.items[m].first, doc->mentions.items[m].end, 1);
    gather_nested_names(doc, &names);
    place_names_resolve(doc, &names);
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        const mention *name = &doc->mentions.items[m];
        if (name->type != DATELINE_PLACE)
            continue;
        uint32_t made = place_entity(doc, name, &names);
        give_mention(doc, m, made);
        span where = tokens_span(doc, name->first, name->end);
        if (!span_empty(doc->dateline_place) && span_overlaps(where, doc->dateline_place))
            doc->dateline_entity = made;
    }
    find_toponyms(doc, &names);
    return DATELINE_OK;
}
