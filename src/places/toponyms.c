/* Toponyms by how they stand in the text, after Gritta, Pilehvar and Collier (2019), "A pragmatic guide to geoparsing evaluation":
 * literal ones name a place, associative ones modify something by it ("Kenyan police") or stand in its name ("University of Nairobi").
 * Only the literal ones are places of the record; whoever maps a report wants them all. */
#include "places/toponyms.h"

#include "grammar/phrases.h"

enum { LONGEST_NESTED = 4 };             /* words of a place's name inside another name */
static const double NESTED_WEIGHT = 0.3; /* of the vote of such a name */
static const double KNOWN_ENOUGH = 6.0;  /* powers of ten: a name inside another is a place if so much speaks for it */

/* Names that may have a place's name inside: "the Oxford Police Department", "the Louisiana Purchase". */
static bool may_hold_places(dateline_entity_type type)
{
    return type == DATELINE_ORGANIZATION || type == DATELINE_FACILITY || type == DATELINE_EVENT_NAME || type == DATELINE_LAW;
}

/* "Center", "Police", "Minister": words that towns are called as well, and that name none inside another name. */
static bool is_common(const document *doc, uint32_t token)
{
    static const index_id common[] = {INDEX_BODY,      INDEX_NAME_HEAD,    INDEX_OFFICE,        INDEX_GATHERING,
                                      INDEX_HONORIFIC, INDEX_ORGANIZATION, INDEX_FUNCTION_WORD, INDEX_NAME_WORD};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (word_in(doc, common[i], token))
            return true;
    return false;
}

/* "John Smith Hospital": a word of a name that another word of it stands before is most likely a surname. "North Adams", "the Bank of
 * England" are not such. */
static bool follows_name(const document *doc, const mention *m, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return token > m->first && t->capital[token - 1] && t->tag[token - 1] == POS_PROPN && !is_common(doc, token - 1);
}

/* The longest name of the gazetteer at a token of a name; `token`: there is none. */
static uint32_t nested_end(const document *doc, const mention *m, uint32_t token)
{
    gazetteer_place found[MOST_CANDIDATES];
    static const char *const articles[] = {"la", "le", "el", "los", "las", "il", "de"}; /* "La Stampa" is of no Los Angeles */
    if (!doc->tokens.capital[token] || follows_name(doc, m, token))
        return token;
    uint32_t stop = m->end - token < LONGEST_NESTED ? m->end : token + LONGEST_NESTED;
    bool common = is_common(doc, token) || TOKEN_AMONG(doc, token, articles);
    for (uint32_t end = stop; end > token; end--)
        if (doc->tokens.capital[end - 1] && !(end == token + 1 && common) && gazetteer_candidates(doc, token, end, found))
            return end;
    return token;
}

void gather_nested_names(document *doc, place_names *names)
{
    for (uint32_t k = 0; k < doc->mentions.count; k++) {
        const mention *m = &doc->mentions.items[k];
        for (uint32_t i = m->first, end; may_hold_places(m->type) && i<m->end; i = end> i ? end : i + 1) {
            end = nested_end(doc, m, i);
            if (end > i)
                place_names_add(doc, names, i, end, NESTED_WEIGHT);
        }
    }
}

static void add_toponym(document *doc, uint32_t first, uint32_t end, const char *as, const gazetteer_place *place)
{
    *list_add(&doc->memory, &doc->toponyms) = (dateline_toponym){
        .span = tokens_span(doc, first, end),
        .as = as,
        .entity = NONE,
        .country = *place->country ? place->country : NULL,
        .admin1 = *place->admin1 ? place->admin1 : NULL,
        .located = true,
        .latitude = place->latitude,
        .longitude = place->longitude,
        .geonames = place->geonames,
    };
}

/* What the name of a place inside another name means, if enough speaks for its being one. */
static const gazetteer_place *nested_place(const document *doc, const place_names *names, const mention *m, uint32_t token, uint32_t *end)
{
    bool whole;
    *end = nested_end(doc, m, token);
    const place_name *name = *end > token ? place_names_find(doc, names, token, *end, &whole) : NULL;
    if (!name || (name->weight <= NESTED_WEIGHT && (name->score[name->best] < KNOWN_ENOUGH || is_surname(doc, token))))
        return NULL;
    return &name->candidates[name->best];
}

static void add_nested(document *doc, const place_names *names, const mention *m)
{
    gazetteer_place capital;
    if (gazetteer_seat(doc, m->first, m->end, &capital)) {
        add_toponym(doc, m->first, m->end, "seat", &capital);
        return;
    }
    for (uint32_t i = m->first, end; i<m->end; i = end> i ? end : i + 1) {
        gazetteer_place country;
        if (gazetteer_country_of(doc, i, &end, &country) && end <= m->end) {
            add_toponym(doc, i, end, "adjective", &country);
            continue;
        }
        const gazetteer_place *place = nested_place(doc, names, m, i, &end);
        if (place)
            add_toponym(doc, i, end, "in a name", place);
    }
}

/* Words that stand for a place of the record. */
static void add_literal(document *doc, uint32_t first, uint32_t end, const char *as, uint32_t place)
{
    const entity *e = &doc->entities.items[place];
    *list_add(&doc->memory, &doc->toponyms) = (dateline_toponym){
        .span = tokens_span(doc, first, end),
        .as = as,
        .entity = place,
        .country = e->country,
        .admin1 = e->admin1,
        .located = e->located,
        .latitude = e->latitude,
        .longitude = e->longitude,
        .geonames = e->geonames,
    };
}

/* The town or division that a sentence names nearest to a token, or NONE. */
static uint32_t town_beside(const document *doc, uint32_t token)
{
    sentence s = doc->sentences.items[doc->tokens.sentence[token]];
    uint32_t nearest = NONE, distance = UINT32_MAX;
    for (uint32_t i = s.first; i < s.end; i++) {
        const mention *m = mention_at(doc, i);
        uint32_t far = i > token ? i - token : token - i;
        if (!m || m->type != DATELINE_PLACE || m->entity == NONE || far >= distance)
            continue;
        const entity *e = &doc->entities.items[m->entity];
        if (e->located && !e->is_country) {
            nearest = m->entity;
            distance = far;
        }
    }
    return nearest;
}

/* "Oxford Street", "Heathrow Airport": it lies where what its name says lies, else where its sentence is or the report was written. */
static void add_facility(document *doc, const place_names *names, const mention *m)
{
    const gazetteer_place *place = NULL;
    for (uint32_t i = m->first, end; i < m->end && !place; i = end > i ? end : i + 1)
        place = nested_place(doc, names, m, i, &end);
    uint32_t beside = place ? NONE : town_beside(doc, m->first);
    if (beside == NONE)
        beside = doc->dateline_entity;
    if (place)
        add_toponym(doc, m->first, m->end, "facility", place);
    else if (beside != NONE)
        add_literal(doc, m->first, m->end, "facility", beside);
    else
        *list_add(&doc->memory, &doc->toponyms) = (dateline_toponym){.span = tokens_span(doc, m->first, m->end), .as = "facility"};
    dateline_toponym *added = &doc->toponyms.items[doc->toponyms.count - 1];
    added->entity = NONE;
    added->geonames = 0; /* beside it */
}

void find_toponyms(document *doc, const place_names *names)
{
    for (uint32_t i = 0; i < doc->tokens.count;) {
        const mention *m = mention_at(doc, i);
        uint32_t end = i + 1;
        gazetteer_place country;
        if (m && m->first == i && m->type == DATELINE_PLACE && m->entity != NONE) {
            add_literal(doc, m->first, m->end, "place", m->entity);
            end = m->end;
        } else if (m && m->first == i && m->type == DATELINE_FACILITY) {
            add_facility(doc, names, m);
            end = m->end;
        } else if (m && m->first == i && may_hold_places(m->type)) {
            add_nested(doc, names, m);
            end = m->end;
        } else if (doc->tokens.capital[i] && gazetteer_country_of(doc, i, &end, &country)) {
            add_toponym(doc, i, end, "adjective", &country);
        }
        i = end > i ? end : i + 1;
    }
}
