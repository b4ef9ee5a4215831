/* Offices that several people share: "the foreign ministers of Kenya and Uganda, A and B", "Presidents A and B", "his counterpart C". */
#include "actors/office.h"
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

enum { MOST_SHARED = 6 };

typedef struct owners {
    uint32_t whose[MOST_SHARED]; /* entity, or NONE */
    const char *country[MOST_SHARED];
    uint32_t count;
} owners;

/* The token after ",", "and" or both at `token`. */
static uint32_t skip_joint(const document *doc, uint32_t token)
{
    token += token_is(doc, token, ",");
    return token + (token_is(doc, token, "and") || token_is(doc, token, "&"));
}

/* "of Kenya, Uganda and Rwanda" at `token`; returns the token after it. */
static uint32_t read_owners(document *doc, uint32_t token, uint32_t stop, owners *out)
{
    uint32_t at = token;
    for (uint32_t next = token + 1; token_is(doc, token, "of") && out->count < MOST_SHARED; next = skip_joint(doc, at)) {
        uint32_t end = read_target(doc, next, stop, &out->whose[out->count], &out->country[out->count]);
        if (end == next || (out->whose[out->count] == NONE && !out->country[out->count]))
            break;
        out->count++;
        at = end;
    }
    return at;
}

/* "Russian and Chinese" before the title of an office, in the order of the text. */
static void read_owners_before(const document *doc, const office_phrase *o, owners *out)
{
    enum { LONGEST_COUNTRY = 3 };
    const char *found[MOST_SHARED];
    uint32_t count = 0, token = o->noun, first = sentence_of(doc, o->noun).first;
    for (bool any = true; any && count < MOST_SHARED;) {
        any = false;
        for (uint32_t words = LONGEST_COUNTRY; words && !any; words--) {
            const char *country =
                token >= first + words && doc->tokens.capital[token - words] ? country_named(doc, token - words, token) : NULL;
            if (!country)
                continue;
            found[count++] = country;
            token -= words;
            any = true;
        }
        token -= any && token > first && (token_is(doc, token - 1, "and") || token_is(doc, token - 1, "&"));
        token -= any && token > first && token_is(doc, token - 1, ",");
    }
    for (out->count = 0; out->count < count; out->count++) {
        out->whose[out->count] = NONE;
        out->country[out->count] = found[count - 1 - out->count];
    }
}

/* "former foreign ministers Ana Vega and | Ambassador | Bo Lind": the token after a title of courtesy before a name, or `token`. */
static uint32_t after_courtesy(const document *doc, uint32_t token)
{
    static const char *const titles[] = {"ambassador", "senator", "professor", "prof", "prof.", "general", "admiral", "justice"};
    return TOKEN_AMONG(doc, token, titles) && doc->tokens.capital[token] && person_from(doc, token + 1) ? token + 1 : token;
}

/* People one after another from `token` on. */
static uint32_t read_people(const document *doc, uint32_t token, const mention *out[MOST_SHARED])
{
    uint32_t count = 0;
    const mention *name;
    while (count < MOST_SHARED && (name = person_from(doc, after_courtesy(doc, token)))) {
        out[count++] = name;
        token = skip_joint(doc, name->end);
    }
    return count;
}

/* "(Chile)" at `token`: its country; returns the token after it, or `token`. */
static uint32_t read_bracketed_country(const document *doc, uint32_t token, const char **country)
{
    enum { LONGEST = 4 };
    uint32_t end = token + 2;
    while (token_is(doc, token, "(") && end < doc->tokens.count && end - token <= LONGEST && !token_is(doc, end, ")"))
        end++;
    *country = token_is(doc, token, "(") && token_is(doc, end, ")") ? country_named(doc, token + 1, end) : NULL;
    return *country ? end + 1 : token;
}

/* "ambassadors including Ana Vega (Chile), Luis Diaz (Peru) and Omar Haddad (Chad)": each of the country in brackets; false: they are no
 * two. */
static bool attach_bracketed(document *doc, const office_phrase *o)
{
    uint32_t token = o->title_end + (token_is(doc, o->title_end, "including") || token_is(doc, o->title_end, ":")), count = 0;
    office_phrase first = *o;
    const mention *one = NULL;
    for (const mention *name; (name = person_from(doc, token));) {
        const char *country;
        uint32_t after = read_bracketed_country(doc, name->end, &country);
        if (!country)
            break;
        office_phrase each = *o;
        each.office.of_country = country;
        each.office.of = NONE;
        if (count) {
            hold_office(doc, &each, name, "office:shared");
        } else { /* waits until there are two */
            first = each;
            one = name;
        }
        count++;
        token = skip_joint(doc, after);
    }
    if (count > 1)
        hold_office(doc, &first, one, "office:shared");
    return count > 1;
}

bool attach_shared(document *doc, const office_phrase *o)
{
    if (attach_bracketed(doc, o))
        return true;
    owners of = {.count = 0};
    const mention *people[MOST_SHARED];
    uint32_t stop = sentence_of(doc, o->noun).end, after = read_owners(doc, phrase_at(doc, INDEX_OFFICE, o->noun).end, stop, &of);
    uint32_t count = read_people(doc, after + token_is(doc, after, ","), people);
    if (!of.count)
        read_owners_before(doc, o, &of);
    if (count < 2 || (of.count > 1 && of.count != count))
        return false;
    index_list holders = {0};
    for (uint32_t i = 0; i < count; i++) {
        office_phrase one = *o;
        uint32_t owner = of.count == count ? i : 0;
        if (of.count) {
            one.office.of = of.whose[owner];
            one.office.of_country = of.country[owner];
        }
        hold_office(doc, &one, people[i], "office:shared");
        list_add_once(doc, &holders, people[i]->entity);
    }
    if (o->noun < doc->tokens.count && holders.count > 1)
        stand_for(doc, o->title_end - 1, holders);
    return true;
}

/* The person with an office whom a sentence named last before a token, or the one before it; NULL. */
static const entity *officer_before(const document *doc, uint32_t token)
{
    uint32_t number = doc->tokens.sentence[token], first = doc->sentences.items[number ? number - 1 : 0].first;
    for (uint32_t i = token; i-- > first;) {
        const mention *name = person_named_at(doc, i);
        if (name && doc->entities.items[name->entity].offices.count)
            return &doc->entities.items[name->entity];
    }
    return NULL;
}

/* "of Azerbaijan" after the name that ends before `token`: whose the office is; returns the token after it. */
static uint32_t read_owner(document *doc, uint32_t token, dateline_office *office)
{
    uint32_t whose = NONE, end = token;
    const char *country = NULL;
    if (token_is(doc, token, "of"))
        end = read_target(doc, token + 1, sentence_of(doc, token).end, &whose, &country);
    if (country)
        office->of_country = country;
    else if (whose != NONE)
        set_of(doc, office, whose);
    return end;
}

/* Whose counterpart somebody is: the subject, who met him, or the officer before. */
static const entity *officer_of(const document *doc, uint32_t counterpart)
{
    uint32_t verb = doc->tokens.head[counterpart];
    while (verb != NONE && !is_verb(doc, verb))
        verb = doc->tokens.head[verb];
    uint32_t subject = verb == NONE ? NONE : subject_of(doc, verb);
    const mention *name = subject == NONE ? NULL : person_named_at(doc, subject);
    bool officer = name && doc->entities.items[name->entity].offices.count;
    return officer ? &doc->entities.items[name->entity] : officer_before(doc, counterpart);
}

/* The only other holder of an office, of a country or of any other than `officer` is of; NONE. */
static uint32_t other_holder(const document *doc, const entity *officer, const char *country)
{
    const dateline_office *office = &officer->offices.items[0];
    uint32_t found = NONE;
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        bool holds = false;
        for (uint32_t k = 0; e != officer && e->type == DATELINE_PERSON && e->named && k < e->offices.count; k++) {
            const dateline_office *held = &e->offices.items[k];
            bool titled = title_fits(held->title, office->title) || title_fits(office->title, held->title);
            bool alike = titled && strcmp(held->status, office->status) == 0 && held->of_country;
            holds = holds || (alike && (country ? strcmp(held->of_country, country) == 0
                                                : !office->of_country || strcmp(held->of_country, office->of_country) != 0));
        }
        if (holds && found != NONE)
            return NONE;
        found = holds ? i : found;
    }
    return found;
}

/* "met his Uzbek counterpart", who is named further on: whom a counterpart without a name is. */
static void find_unnamed_counterpart(document *doc, uint32_t noun)
{
    uint32_t means = doc->entity_of[noun];
    bool named = means != NONE && doc->entities.items[means].named;
    const entity *officer = named || is_plural(doc, noun) ? NULL : officer_of(doc, noun);
    uint32_t whose = child_by(doc, noun, REL_NMOD_POSS);
    if (!officer || whose == NONE || doc->tokens.tag[whose] != POS_PRON)
        return;
    const char *country = whose + 1 < noun ? country_named(doc, whose + 1, noun) : NULL;
    uint32_t holder = other_holder(doc, officer, country);
    if (holder == NONE || (whose + 1 < noun && !country))
        return;
    doc->entity_of[noun] = holder;
    *list_add(&doc->memory, &doc->entities.items[holder].references) = tokens_span(doc, whose, noun + 1);
}

/* "met his Uzbek counterpart A", "his counterparts A of Kenya and B of Uganda": who holds the same office, of another country. */
void find_counterparts(document *doc)
{
    enum { LONGEST_COUNTRY = 3 };
    for (uint32_t i = 1; i + 1 < doc->tokens.count; i++) {
        const mention *name = lemma_is(doc, i, "counterpart") ? person_from(doc, i + 1 + token_is(doc, i + 1, ",")) : NULL;
        const entity *other = name ? officer_before(doc, i) : NULL;
        if (!name && lemma_is(doc, i, "counterpart"))
            find_unnamed_counterpart(doc, i);
        office_phrase same = {.begin = i, .end = i + 1, .noun = i, .title_end = i + 1};
        if (other)
            same.office = (dateline_office){.title = other->offices.items[0].title, .of = NONE, .to = NONE, .status = "current"};
        for (uint32_t words = 1; other && words <= LONGEST_COUNTRY && words <= i; words++) {
            const char *country = doc->tokens.capital[i - words] ? country_named(doc, i - words, i) : NULL;
            if (!country)
                continue;
            same.office.of_country = country;
            same.begin = i - words;
        }
        same.office.span = tokens_span(doc, same.begin, same.end);
        uint32_t first = other ? (uint32_t)(other - doc->entities.items) : NONE;
        for (uint32_t count = 0; other && name && name->entity != first && count < MOST_SHARED; count++) {
            office_phrase one = same;
            uint32_t after = read_owner(doc, name->end, &one.office);
            hold_office(doc, &one, name, "office:counterpart");
            name = is_plural(doc, i) && skip_joint(doc, after) > after ? person_from(doc, skip_joint(doc, after)) : NULL;
        }
    }
}
