/* Countries that only the report as a whole tells: one from Suva that tells mostly of Fiji means Fiji's minister by "the finance minister",
 * and where one embassy invites, the ambassador is of the country whose embassy it is. */
#include "actors/office.h"
#include "actors/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

static const char home_rule[] = "country:dateline";

static void give_country(document *doc, entity *e, const char *country, const char *rule)
{
    e->country = country;
    e->country_rule = rule;
    e->actor = arena_print(&doc->memory, "%s%s", country, e->actor);
}

typedef struct named_country {
    const char *code;
    uint32_t times; /* it, its places, its people and its bodies are named */
} named_country;

/* The country of the dateline, where the report names no other as often; NULL: none. */
static const char *home_country(document *doc)
{
    LIST(named_country) all = {0};
    const char *home = doc->dateline_entity == NONE ? NULL : doc->entities.items[doc->dateline_entity].country;
    for (uint32_t i = 0; home && i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        uint32_t at = 0;
        while (e->country && at < all.count && strcmp(all.items[at].code, e->country) != 0)
            at++;
        if (e->country && at == all.count)
            *list_add(&doc->memory, &all) = (named_country){e->country, 0};
        if (e->country)
            all.items[at].times += e->mentions.count + e->references.count;
    }
    uint32_t times = 0;
    for (uint32_t i = 0; i < all.count; i++)
        times = strcmp(all.items[i].code, home) == 0 ? all.items[i].times : times;
    for (uint32_t i = 0; i < all.count; i++)
        if (strcmp(all.items[i].code, home) != 0 && all.items[i].times >= times)
            return NULL;
    return home;
}

/* Envoys, of whom most are from elsewhere. */
static bool is_sent(const entity *e)
{
    bool sent = false;
    for (uint32_t i = 0; i < e->offices.count; i++)
        sent = sent || e->offices.items[i].to != NONE || is_envoy(e->offices.items[i].title);
    return sent;
}

/* Whether another country, or somebody of it, is named shortly before an entity comes up: "During his stay in Portugal, Wen will meet Prime
 * Minister X". */
static bool follows_foreigners(const document *doc, const entity *e, const char *home)
{
    uint32_t end = e->head, number = end == NONE ? 0 : doc->tokens.sentence[end];
    if (end == NONE)
        return false;
    for (uint32_t i = doc->sentences.items[number ? number - 1 : 0].first; i < end; i++) {
        uint32_t means = doc->entity_of[i];
        const char *country = means == NONE ? NULL : doc->entities.items[means].country;
        rows adjective = doc->tokens.capital[i] ? phrase_rows(doc, INDEX_NATIONALITY, i, i + 1) : (rows){NULL, 0};
        if (adjective.count)
            country = lexicon_text(doc->lexicon, TABLE_COUNTRIES, adjective.items[0], COUNTRY_CODE);
        if (country && strcmp(country, home) != 0)
            return true;
    }
    return false;
}

static bool has_code(const entity *e, const char *const *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(e->actor, codes[i]) == 0)
            return true;
    return false;
}

/* "the army": the one at home, whoever else is named beside it. */
static bool is_definite(const document *doc, const entity *e)
{
    uint32_t determiner = e->head == NONE ? NONE : child_by(doc, e->head, REL_DET);
    return determiner != NONE && token_is(doc, determiner, "the");
}

/* "the army", "the Supreme Court": a body of the kind that states have. */
static bool is_body_of_a_state(const entity *e)
{
    static const char *const codes[] = {"GOV", "LEG", "JUD", "COP", "MIL", "SPY", "PTY"};
    return e->type == DATELINE_ORGANIZATION && has_code(e, codes, sizeof codes / sizeof *codes);
}

/* "Finance Minister Ana Vega", of no body but one that is at home. */
static bool serves_a_state(const document *doc, const entity *e)
{
    static const char *const codes[] = {"GOV", "LEG", "JUD", "COP", "MIL", "OPP"};
    bool serves = e->type == DATELINE_PERSON && e->named && e->offices.count && has_code(e, codes, sizeof codes / sizeof *codes);
    for (uint32_t i = 0; serves && i < e->offices.count; i++) {
        uint32_t of = e->offices.items[i].of;
        const char *rule = of == NONE ? home_rule : doc->entities.items[of].country_rule;
        serves = rule && strcmp(rule, home_rule) == 0; /* the president of a club is no state's */
    }
    return serves && !is_sent(e);
}

/* The country whose embassies, and no other's, a report names; NULL: none. */
static const char *country_of_embassy(const document *doc)
{
    static const char *const missions[] = {"embassy", "high commission", "consulate"};
    const char *found = NULL;
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        bool mission = false;
        for (size_t k = 0; e->type == DATELINE_ORGANIZATION && e->country && k < sizeof missions / sizeof *missions; k++)
            mission = mission || strcasestr(e->name, missions[k]);
        if (mission && found && strcmp(found, e->country) != 0)
            return NULL;
        if (mission)
            found = e->country;
    }
    return found;
}

/* "The embassy of Peru opened a show. Ambassador Ana Vega spoke." */
static void find_ambassadors(document *doc)
{
    static const char *const titles[] = {"ambassador", "high commissioner", "consul", "consul general"};
    const char *country = country_of_embassy(doc);
    for (uint32_t i = 0; country && i < doc->entities.count; i++) {
        entity *e = &doc->entities.items[i];
        bool named = e->type == DATELINE_PERSON && e->named && !e->country && e->actor;
        for (uint32_t k = 0; named && k < e->offices.count && !e->country; k++) {
            dateline_office *office = &e->offices.items[k];
            bool free = !office->of_country && office->of == NONE && strcmp(office->status, "current") == 0;
            for (size_t t = 0; free && t < sizeof titles / sizeof *titles; t++)
                if (strcmp(office->title, titles[t]) == 0) {
                    office->of_country = country;
                    office->reason.rule = "office:embassy";
                    give_country(doc, e, country, "country:office");
                    break;
                }
        }
    }
}

void find_home(document *doc)
{
    find_ambassadors(doc);
    const char *home = home_country(doc);
    for (int pass = 0; home && pass < 2; pass++) /* bodies, then those who serve them */
        for (uint32_t i = 0; i < doc->entities.count; i++) {
            entity *e = &doc->entities.items[i];
            if (e->country || !e->actor)
                continue;
            bool at_home = pass == 0 ? is_body_of_a_state(e) : serves_a_state(doc, e);
            bool alone = (pass == 0 && is_definite(doc, e)) || !follows_foreigners(doc, e, home);
            if (at_home && alone)
                give_country(doc, e, home, home_rule);
        }
}
