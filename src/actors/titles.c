/* Whom a title without a name means: "the minister" is whoever was said to be one. */
#include "actors/office.h"
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* Titles, but for hyphens: "vice-chancellor", "vice chancellor". */
static bool same_title(const char *one, const char *other)
{
    for (; *one && (*one == *other || (strchr("- ", *one) && strchr("- ", *other) && *other)); one++)
        other++;
    return *one == *other;
}

int title_fits(const char *title, const char *brief)
{
    static const char *const alike[][2] = {{"prime minister", "premier"},
                                           {"chairman", "chair"},
                                           {"chairwoman", "chair"},
                                           {"secretary general", "secretary-general"},
                                           {"president", "head of state"},
                                           {"king", "head of state"},
                                           {"ambassador", "envoy"},
                                           {"high commissioner", "envoy"},
                                           {"prime minister", "head of government"}};
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (strcmp(title, alike[i][0]) == 0 && strcmp(brief, alike[i][1]) == 0)
            return 2;
    if (same_title(title, brief))
        return 2;
    size_t full = strlen(title), length = strlen(brief);
    if (full < length || strcmp(title + full - length, brief) != 0)
        return 0;
    bool lesser = full > length && (strncmp(title, "vice", 4) == 0 || strncmp(title, "deputy", 6) == 0);
    return lesser ? 0 : 1;
}

/* Where somebody was told of before `end`: as the last subject, or else where first named. */
static uint32_t last_told(const document *doc, uint32_t who, uint32_t end)
{
    for (uint32_t i = end; i-- > 0;)
        if (doc->entity_of[i] == who && is_subject(doc, i))
            return i;
    return doc->entities.items[who].head;
}

/* The named person who is last told, among those first named in tokens [first, end), to hold an office by this title, or by one that ends
 * so if nobody is; or NONE. */
static uint32_t holder_among(const document *doc, const dateline_office *office, uint32_t first, uint32_t end)
{
    uint32_t best = NONE;
    int best_fit = 0;
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        if (e->type != DATELINE_PERSON || !e->named || e->head == NONE || e->head < first || e->head >= end)
            continue;
        for (uint32_t k = 0; k < e->offices.count; k++) {
            const dateline_office *held = &e->offices.items[k];
            const char *whose =
                held->of_country || held->of != NONE || doc->dateline_entity == NONE
                    ? held->of_country
                    : doc->entities.items[doc->dateline_entity].country; /* "the Tuvaluan minister" is not the one at home */
            bool differs = (office->of_country && whose && strcmp(office->of_country, whose) != 0) ||
                           (office->of != NONE && held->of != NONE && office->of != held->of);
            int fit = differs ? 0 : title_fits(held->title, office->title);
            if (fit > best_fit || (fit && fit == best_fit && best != i && last_told(doc, i, end) > last_told(doc, best, end))) {
                best = i;
                best_fit = fit;
            }
        }
    }
    return best;
}

/* "Kazakh president receives envoy": whoever a headline means is named in the first sentences below it; or NONE. */
static uint32_t holder_below(const document *doc, const dateline_office *office)
{
    uint32_t last = opening_end(doc), end = last < doc->sentences.count ? doc->sentences.items[last].first : doc->tokens.count;
    uint32_t means = holder_among(doc, office, token_at(doc, doc->body), end);
    if (means == NONE)
        return NONE;
    const entity *e = &doc->entities.items[means];
    bool abroad = office->of_country && e->country && strcmp(office->of_country, e->country) != 0;
    return abroad || strcmp(office->status, e->offices.items[0].status) != 0 ? NONE : means;
}

/* "The UN Secretary-General condemned it", and below, "UN Secretary-General Guterres": the one person who is named later to hold an office
 * that is told with whose it is; NONE: nobody is, or several are. */
static uint32_t holder_ahead(const document *doc, const office_phrase *o)
{
    static const char *const others[] = {"last", "first", "next", "previous", "new", "then", "another", "other"};
    const dateline_office *office = &o->office;
    uint32_t found = NONE;
    for (uint32_t i = o->begin; i < o->noun; i++)
        if (TOKEN_AMONG(doc, i, others))
            return NONE;
    if (office->of == NONE && !office->of_country)
        return NONE;
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        for (uint32_t k = 0; e->type == DATELINE_PERSON && e->named && k < e->offices.count; k++) {
            const dateline_office *held = &e->offices.items[k];
            bool whose =
                office->of != NONE ? held->of == office->of : held->of_country && strcmp(held->of_country, office->of_country) == 0;
            if (!whose || strcmp(held->title, office->title) != 0 || strcmp(held->status, office->status) != 0)
                continue;
            if (found != NONE && found != i)
                return NONE;
            found = i;
        }
    }
    return found;
}

void refer(document *doc, const office_phrase *o)
{
    const token_table *t = &doc->tokens;
    uint32_t head = head_of_title(doc, o);
    static const char *const indefinite[] = {"a", "an", "another", "one", "some"}; /* "a White House spokesman", "another witness" */
    uint32_t det = child_by(doc, head, REL_DET);
    bool another = det != NONE && TOKEN_AMONG(doc, det, indefinite);
    uint32_t means = o->plural || another ? NONE : holder_among(doc, &o->office, 0, head + 1);
    bool below = means == NONE && !o->plural && !another && in_headline(doc, o->noun);
    if (below)
        means = holder_below(doc, &o->office);
    if (means == NONE && !o->plural && !another)
        means = holder_ahead(doc, o);
    if (means == NONE && !o->plural)
        means = described_before(doc, head, DATELINE_PERSON); /* "a White House spokesman", and later "the spokesman" */
    if (means == NONE) {
        uint32_t first = o->begin;
        while (first < head && (t->tag[first] == POS_DET || t->tag[first] == POS_PUNCT || token_is(doc, first, "its")))
            first++;
        means = described_entity(doc, first, o->end > head ? o->end : head + 1, head, o->plural ? DATELINE_GROUP : DATELINE_PERSON);
        if (!doc->entities.items[means].country)
            doc->entities.items[means].country = o->office.of_country;
    } else if (o->definite || below) {
        *list_add(&doc->memory, &doc->entities.items[means].references) = tokens_span(doc, o->begin, head + 1);
    }
    doc->entity_of[head] = means;
    doc->entity_of[o->noun] = means;
}
