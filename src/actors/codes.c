/* Actor codes in the manner of CAMEO: three letters of a country, three of a sector. */
#include "actors/office.h"
#include "actors/parts.h"

#include "base/utf8.h"
#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* The sector of a noun with so many of the words before it: as a body, a person, an office. */
static sector sector_of_words(const document *doc, uint32_t noun, uint32_t count)
{
    const lexicon *words = doc->lexicon;
    rows people = rows_ending(doc, INDEX_PERSON_NOUN, noun, count);
    bool unnamed_body =
        people.count && !doc->tokens.capital[noun] && lexicon_number(words, TABLE_PEOPLE, people.items[0], PERSON_NOUN_ONE) == ONE_BODY;
    rows found = unnamed_body ? (rows){NULL, 0}
                              : rows_ending(doc, INDEX_BODY, noun, count); /* "the union" is of workers, the African Union of states */
    if (found.count)
        return (sector)lexicon_number(words, TABLE_BODIES, found.items[0], BODY_SECTOR);
    if (people.count)
        return (sector)lexicon_number(words, TABLE_PEOPLE, people.items[0], PERSON_NOUN_SECTOR);
    found = rows_ending(doc, INDEX_OFFICE, noun, count);
    if (found.count)
        return (sector)lexicon_number(words, TABLE_OFFICES, found.items[0], OFFICE_SECTOR);
    return SECTOR_NONE;
}

sector sector_of_noun(const document *doc, uint32_t noun)
{
    sector found = SECTOR_NONE;
    for (uint32_t count = 3; count > 0 && found == SECTOR_NONE; count--)
        found = sector_of_words(doc, noun, count);
    return found;
}

sector sector_of_title(const document *doc, const char *title)
{
    rows found = lexicon_find(doc->lexicon, INDEX_OFFICE, slice_of(title));
    for (const char *rest = title; !found.count && (rest = strchr(rest, ' ')); rest++)
        found = lexicon_find(doc->lexicon, INDEX_OFFICE, slice_of(rest + 1));
    return found.count ? (sector)lexicon_number(doc->lexicon, TABLE_OFFICES, found.items[0], OFFICE_SECTOR) : SECTOR_NONE;
}

/* Sets a country that is known, and what told it, where none is set yet. */
static void set_country(entity *e, const char *country, const char *rule)
{
    if (!country || (e->country && e->country_rule))
        return;
    if (!e->country)
        e->country = country;
    e->country_rule = rule;
}

/* "Olga Tokar, a Ukrainian,": the country of the people that an apposition names; NULL: none. */
static const char *country_beside(const document *doc, uint32_t head)
{
    uint32_t beside = child_by(doc, head, REL_APPOS);
    rows found = beside == NONE ? (rows){NULL, 0} : phrase_rows(doc, INDEX_PEOPLE, beside, beside + 1);
    return found.count ? lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.items[0], COUNTRY_CODE) : NULL;
}

/* "Human rights group Haki Africa": the noun right before a body's name that tells what it is; NONE. */
static uint32_t noun_of_body(const document *doc, const entity *e)
{
    const token_table *t = &doc->tokens;
    const mention *name = e->named && e->type == DATELINE_ORGANIZATION ? mention_at(doc, e->head) : NULL;
    uint32_t first = name ? name->first : 0;
    bool noun = first > 0 && t->tag[first - 1] == POS_NOUN && t->mention[first - 1] == NONE;
    return noun && doc->entity_of[first - 1] == doc->entity_of[first] ? first - 1 : NONE;
}

/* ---- codes that a dictionary was given, actors.tsv and agents.tsv ---- */

/* Whether the days of an actor's row hold the day of publication; where that is not known, only a row without days does. */
static bool is_in_force(const document *doc, uint32_t row)
{
    uint32_t from = lexicon_number(doc->lexicon, TABLE_ACTORS, row, ACTOR_FROM),
             to = lexicon_number(doc->lexicon, TABLE_ACTORS, row, ACTOR_TO);
    if (!doc->published.year)
        return !from && !to;
    uint32_t now = (uint32_t)doc->published.year * 10000 + doc->published.month * 100 + doc->published.day;
    return now >= from && (!to || now <= to);
}

/* The code of a name: of the row whose days hold, one with days before one without; NULL: there is none. */
static const char *code_of_name(document *doc, const char *name)
{
    rows found = lexicon_find(doc->lexicon, INDEX_ACTOR, utf8_lower(&doc->memory, slice_of(name)));
    const char *code = NULL;
    for (uint32_t i = 0; i < found.count; i++) {
        uint32_t row = found.items[i];
        bool dated =
            lexicon_number(doc->lexicon, TABLE_ACTORS, row, ACTOR_FROM) || lexicon_number(doc->lexicon, TABLE_ACTORS, row, ACTOR_TO);
        if (!is_in_force(doc, row) || (code && !dated))
            continue;
        code = lexicon_text(doc->lexicon, TABLE_ACTORS, row, ACTOR_CODE);
        if (dated)
            break;
    }
    return code;
}

/* The country that a code begins with, or NULL: "AFG" of "AFGGOV", none of "IGOUNO". */
static const char *country_of_code(const document *doc, const char *code)
{
    char lower[4] = "";
    for (uint32_t i = 0; i < 3 && code[i]; i++)
        lower[i] = (char)(code[i] >= 'A' && code[i] <= 'Z' ? code[i] + 32 : code[i]);
    rows found = lexicon_find(doc->lexicon, INDEX_COUNTRY_CODE, (slice){lower, 3});
    return found.count ? lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.items[0], COUNTRY_CODE) : NULL;
}

/* Takes the code of its name or of another form of it, if a dictionary was given that has one. */
static bool coded_by_dictionary(document *doc, entity *e)
{
    const char *code = code_of_name(doc, e->name);
    for (uint32_t i = 0; i < e->aliases.count && !code; i++)
        code = code_of_name(doc, e->aliases.items[i]);
    if (!code)
        return false;
    e->actor = code;
    set_country(e, country_of_code(doc, code), "country:dictionary");
    return true;
}

/* The code of the role that a noun tells: "BUS" of "shipowner"; NULL: none. */
static const char *role_of_noun(const document *doc, uint32_t noun)
{
    const uint32_t longest = 3; /* "chamber of commerce" before "commerce" */
    for (uint32_t length = longest; length > 0; length--) {
        rows found = noun + 1 >= length ? phrase_rows(doc, INDEX_AGENT, noun + 1 - length, noun + 1) : (rows){NULL, 0};
        if (found.count)
            return lexicon_text(doc->lexicon, TABLE_AGENTS, found.items[0], AGENT_CODE);
    }
    return NULL;
}

/* "the Embassy of Kazakhstan in India": the country that a body's name ends in after "of"; NULL: none. */
static const char *country_in_name(document *doc, const entity *e)
{
    const char *rest = e->type == DATELINE_ORGANIZATION && e->named ? strstr(e->name, " of ") : NULL;
    for (; rest; rest = strstr(rest, " of ")) {
        rest += strlen(" of ");
        const char *country = strncmp(rest, "the ", 4) == 0 ? rest + 4 : rest;
        rows found = lexicon_find(doc->lexicon, INDEX_COUNTRY, utf8_lower(&doc->memory, slice_of(country)));
        if (found.count)
            return lexicon_text(doc->lexicon, TABLE_COUNTRIES, found.items[0], COUNTRY_CODE);
    }
    return NULL;
}

/* "EU-Ukraine": of two sides neither is where it is. */
static bool is_tied(const document *doc, span where)
{
    const char *text = doc->text;
    return (where.begin > 0 && text[where.begin - 1] == '-') || (where.end < doc->record.report.length && text[where.end] == '-');
}

/* "Lagos State Government", "Kabul University", "Gaza militants": the country of the first place in a name, or of the place that tells
 * what a noun is; NULL: none. */
static const char *country_of_place_in(const document *doc, const entity *e)
{
    bool may_hold = (e->type == DATELINE_ORGANIZATION || e->type == DATELINE_GROUP) && e->mentions.count;
    for (uint32_t i = 0; may_hold && i < doc->toponyms.count; i++) {
        const dateline_toponym *place = &doc->toponyms.items[i];
        if (!place->country || !span_within(place->span, e->mentions.items[0]) || is_tied(doc, place->span))
            continue;
        uint32_t word = token_at(doc, place->span.begin);
        if (e->named || doc->tokens.head[word] == e->head)
            return place->country;
    }
    return NULL;
}

/* Whether a code is that of a body of no state. */
static bool is_international(const char *code)
{
    static const char *const kinds[] = {"IGO", "NGO", "IMG", "MNC"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strncmp(code, kinds[i], 3) == 0)
            return true;
    return false;
}

/* "dignitaries *at* the UN headquarters": a body where somebody is, not whose he is. */
static bool is_beside(const document *doc, uint32_t token)
{
    static const char *const where[] = {"at", "in", "near", "outside", "against", "by"};
    const token_table *t = &doc->tokens;
    uint32_t head = token;
    while (t->relation[head] == REL_COMPOUND || t->relation[head] == REL_FLAT || t->relation[head] == REL_AMOD)
        head = t->head[head];
    uint32_t preposition = preposition_of(doc, head);
    return preposition != NONE && TOKEN_AMONG(doc, preposition, where);
}

/* "The UN office in Kabul": the code of the international body that is named in a description; NULL: none. */
static const char *code_of_body_in(const document *doc, const entity *e)
{
    if (e->named || !e->mentions.count)
        return NULL;
    span where = e->mentions.items[0];
    for (uint32_t i = token_at(doc, where.begin); i < doc->tokens.count && doc->tokens.where[i].end <= where.end; i++) {
        uint32_t means = doc->entity_of[i];
        const entity *body = means == NONE || is_beside(doc, i) ? NULL : &doc->entities.items[means];
        bool coded = body && body != e && body->type == DATELINE_ORGANIZATION && body->actor;
        if (coded && is_international(body->actor))
            return body->actor;
    }
    return NULL;
}

/* The code and country of a body or group that the lexicon knows by name. */
static bool known_by_name(document *doc, entity *e)
{
    slice lower = utf8_lower(&doc->memory, slice_of(e->name));
    rows found = lexicon_find(doc->lexicon, INDEX_ORGANIZATION, lower);
    if (found.count) {
        const char *country = lexicon_text(doc->lexicon, TABLE_ORGANIZATIONS, found.items[0], ORGANIZATION_COUNTRY);
        e->actor = lexicon_text(doc->lexicon, TABLE_ORGANIZATIONS, found.items[0], ORGANIZATION_CODE);
        if (*country)
            set_country(e, country, "country:name");
        return true;
    }
    rows seat = lexicon_find(doc->lexicon, INDEX_SEAT, lower);
    if (e->type == DATELINE_ORGANIZATION && seat.count) { /* "State Department": a government by the name of where it sits */
        set_country(e, lexicon_text(doc->lexicon, TABLE_COUNTRIES, seat.items[0], COUNTRY_CODE), "country:name");
        e->actor = arena_print(&doc->memory, "%sGOV", e->country);
        return true;
    }
    uint32_t last = e->head;
    rows people = last == NONE ? (rows){NULL, 0} : phrase_rows(doc, INDEX_PEOPLE, last, last + 1);
    if (!people.count && last != NONE)
        people = phrase_rows(doc, INDEX_NATIONALITY, last, last + 1);
    if (e->type == DATELINE_GROUP && people.count) {
        set_country(e, lexicon_text(doc->lexicon, TABLE_COUNTRIES, people.items[0], COUNTRY_CODE), "country:name");
        e->actor = e->country;
        return true;
    }
    rows group = last == NONE ? (rows){NULL, 0} : phrase_rows(doc, INDEX_GROUP, last, last + 1);
    if (e->type == DATELINE_GROUP && group.count) {
        e->actor = lexicon_text(doc->lexicon, TABLE_GROUPS, group.items[0], GROUP_CODE);
        return true;
    }
    return false;
}

sector sector_of_code(const char *actor)
{
    size_t length = actor ? strlen(actor) : 0;
    for (int i = SECTOR_NONE + 1; length >= 3 && sector_names[i]; i++)
        if (strcmp(actor + length - 3, sector_names[i]) == 0)
            return (sector)i;
    return SECTOR_NONE;
}

/* "President", "secretary": of a state as well as of a club. */
static bool is_title_of_any(const char *title)
{
    static const char *const titles[] = {"president", "vice president", "secretary", "deputy president", "chief executive", "aide",
                                         "official",  "adviser",        "envoy",     "special adviser"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (strcmp(title, titles[i]) == 0)
            return true;
    return false;
}

/* A person's country and sector come from the offices, the first one that tells. */
static sector code_person(document *doc, entity *e)
{
    sector best = SECTOR_NONE;
    for (uint32_t i = 0; i < e->offices.count; i++) {
        const dateline_office *office = &e->offices.items[i];
        if (office->of_country)
            set_country(e, office->of_country, "country:office");
        if (office->of != NONE)
            set_country(e, doc->entities.items[office->of].country, "country:body");
        sector told = sector_of_title(doc, office->title);
        /* a spokeswoman, a member, a president is what her body is */
        bool any_body = told == SECTOR_SOC || is_title_of_any(office->title);
        sector body = any_body && office->of != NONE ? sector_of_code(doc->entities.items[office->of].actor) : SECTOR_NONE;
        if (body != SECTOR_NONE)
            told = body;
        if (best == SECTOR_NONE || (best == SECTOR_REL && told != SECTOR_NONE)) /* a sheikh who is an emir */
            best = told;
    }
    return best;
}

/* "the secretary general of NATO", "a commander of Hamas": who acts for a body with a code of its own has that code, whatever the title,
 * where the body is no state's; NULL: none. */
static const char *code_of_body(const document *doc, const entity *person)
{
    for (uint32_t i = 0; i < person->offices.count; i++) {
        uint32_t of = person->offices.items[i].of;
        const char *code = of == NONE || strcmp(person->offices.items[i].status, "former") == 0 ? NULL : doc->entities.items[of].actor;
        bool armed =
            code && ((strlen(code) > 6 && strncmp(code + 3, "REB", 3) == 0) || (strlen(code) >= 6 && strncmp(code + 3, "INS", 3) == 0));
        if (code && (armed || is_international(code)))
            return code;
    }
    return NULL;
}

static void compose(document *doc, entity *e, sector kind)
{
    if (e->country || kind != SECTOR_NONE)
        e->actor = arena_print(&doc->memory, "%s%s", e->country ? e->country : "", kind == SECTOR_NONE ? "" : sector_names[kind]);
}

/* "UN special envoy for Libya Zeid Omar": a country to which somebody is sent is not his. */
static bool is_sent_to(const document *doc, const entity *e, const char *country)
{
    for (uint32_t i = 0; country && i < e->offices.count; i++) {
        uint32_t to = e->offices.items[i].to;
        const char *where = to == NONE ? NULL : doc->entities.items[to].country;
        if (where && strcmp(where, country) == 0)
            return true;
    }
    return false;
}

/* The country that the words of a name or description tell, or those beside it. */
static void find_country(document *doc, entity *e)
{
    set_country(e, country_in_name(doc, e), "country:name");
    uint32_t noun = e->head == NONE ? NONE : noun_of_body(doc, e);
    if (noun != NONE)
        set_country(e, country_of_noun(doc, noun), "country:adjective");
    if (e->head != NONE) {
        const char *beside = country_of_noun(doc, e->head);
        if (!is_sent_to(doc, e, beside))
            set_country(e, beside, "country:adjective");
        set_country(e, country_beside(doc, e->head), "country:apposition");
    }
    set_country(e, country_of_place_in(doc, e), "country:place-in-name");
}

/* The office, the body, then what stands beside the name. */
static void code_named_person(document *doc, entity *e)
{
    sector kind = code_person(doc, e);
    find_country(doc, e);
    if (kind == SECTOR_NONE && coded_by_dictionary(doc, e)) /* the office that the text gives goes before */
        return;
    const char *body = code_of_body(doc, e);
    if (body)
        e->actor = body;
    else
        compose(doc, e, kind);
}

/* A body, or somebody without a name. */
static void code_by_words(document *doc, entity *e)
{
    bool person = e->type == DATELINE_PERSON;
    if (!person && ((e->named && coded_by_dictionary(doc, e)) || known_by_name(doc, e)))
        return;
    sector kind = e->head == NONE ? SECTOR_NONE : sector_of_noun(doc, e->head);
    uint32_t noun = e->head == NONE ? NONE : noun_of_body(doc, e);
    if (kind == SECTOR_NONE && noun != NONE)
        kind = sector_of_noun(doc, noun);
    find_country(doc, e);
    if (kind == SECTOR_IGO && e->country) /* "the Farmers Union of Ghana", "the Russian Security Council" */
        kind = strstr(e->name, "Council") || strstr(e->name, "Assembly") ? SECTOR_GOV : SECTOR_NGO;
    const char *body = code_of_body_in(doc, e);
    if (body) {
        e->actor = body;
        return;
    }
    bool described = !e->named && e->head != NONE;
    if (described && code_agent(doc, e))
        return;
    const char *role = described ? role_of_noun(doc, e->head) : NULL;
    sector principal = described ? sector_of_principal(doc, e->head) : SECTOR_NONE;
    if (role)
        e->actor = arena_print(&doc->memory, "%s%s", e->country ? e->country : "", role);
    else
        compose(doc, e, principal == SECTOR_NONE ? kind : principal);
}

void code_actors(document *doc)
{
    for (uint32_t pass = 0; pass < 2; pass++) /* bodies first: those who act for them have code and country from them */
        for (uint32_t i = 0; i < doc->entities.count; i++) {
            entity *e = &doc->entities.items[i];
            bool person = e->type == DATELINE_PERSON, late = person || (e->type == DATELINE_GROUP && !e->named);
            if (late != (pass == 1))
                continue;
            if (e->type == DATELINE_PLACE)
                e->actor = e->is_country ? e->country : NULL;
            else if (person && e->named)
                code_named_person(doc, e);
            else if (person || e->type == DATELINE_ORGANIZATION || e->type == DATELINE_GROUP)
                code_by_words(doc, e);
        }
}
