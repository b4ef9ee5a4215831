/* What stands to the right of it: "minister | of health of Kenya", "ambassador | to Chad". */
#include "actors/office.h"

#include "grammar/described.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/portfolio.h"
#include "grammar/tree.h"

/* "of the university's | Lima campus,": the token after the part of a body that its name in the genitive owns, where a comma follows; or
 * `token`. */
static uint32_t after_owned_part(const document *doc, uint32_t token, uint32_t stop)
{
    enum { LONGEST = 4 };
    static const char *const parts[] = {"campus", "branch",    "office",  "chapter", "wing",   "faculty", "department",
                                        "school", "centre",    "center",  "bureau",  "desk",   "section", "division",
                                        "unit",   "programme", "program", "mission", "college"};
    bool owns = token < stop && is_genitive(doc, token);
    for (uint32_t end = token + 2; owns && end < stop && end <= token + 1 + LONGEST; end++)
        if (token_is(doc, end, ","))
            return LEMMA_AMONG(doc, end - 1, parts) ? end : token;
    return token;
}

/* "to Pakistan | and Afghanistan,": the token after another country that an envoy is sent to as well; or `token`. */
static uint32_t after_second_country(const document *doc, uint32_t token, uint32_t stop)
{
    uint32_t next = token + 1 + token_is(doc, token + 1, "the");
    phrase country = token_is(doc, token, "and") && next < stop ? phrase_at(doc, INDEX_COUNTRY, next) : (phrase){{NULL, 0}, 0};
    return country.rows.count && doc->tokens.capital[next] && token_is(doc, country.end, ",") ? country.end : token;
}

bool is_envoy(const char *title)
{
    static const char *const envoys[] = {"ambassador",
                                         "high commissioner",
                                         "envoy",
                                         "special envoy",
                                         "representative",
                                         "permanent representative",
                                         "special representative",
                                         "personal envoy",
                                         "special rapporteur",
                                         "consul",
                                         "consul general",
                                         "attaché",
                                         "attache"};
    const char *last = strrchr(title, ' '); /* "defence attaché" */
    for (size_t i = 0; i < sizeof envoys / sizeof *envoys; i++)
        if (strcmp(title, envoys[i]) == 0 || (last && strcmp(last + 1, envoys[i]) == 0))
            return true;
    return false;
}

/* "Cabinet Secretary for Health Mutahi Njoroge", "Minister of Foreign Affairs Ana Vega": the end of what an office has charge of, where a
 * name follows; NONE: no such words. */
static uint32_t portfolio_before_name(const document *doc, uint32_t first)
{
    enum { LONGEST = 3 };
    for (uint32_t end = first + 1; end < doc->tokens.count && end <= first + LONGEST && doc->tokens.capital[end - 1] &&
                                   !mention_at(doc, end - 1) && !phrase_at(doc, INDEX_OFFICE, end - 1).rows.count;
         end++) /* not "a spokesman for Prime Minister X" */
        if (person_from(doc, end) && (end > first + 1 || is_portfolio(doc, first)))
            return end;
    return NONE;
}

/* "Special Rapporteur on human rights in Iran Javaid Rehman": the token after what an office is about, where a name follows; NONE. */
static uint32_t matter_before_name(const document *doc, uint32_t first, uint32_t stop)
{
    enum { LONGEST = 7 };
    static const uint8_t ends[] = {POS_VERB, POS_AUX, POS_PUNCT, POS_SCONJ, POS_PRON, POS_ADV};
    for (uint32_t i = first; i < stop && i < first + LONGEST; i++) {
        if (memchr(ends, doc->tokens.tag[i], sizeof ends) || lemma_is(doc, i, "day")) /* "on a day when Prime Minister Luis Diaz" */
            return NONE;
        if (i > first && person_from(doc, i))
            return i;
    }
    return NONE;
}

/* "Deputy Minister of Foreign Affairs | of Turkmenistan": the end of what an office has charge of, where a country follows; NONE. */
static uint32_t charge_before_country(const document *doc, uint32_t first, uint32_t stop)
{
    enum { LONGEST = 6 };
    for (uint32_t end = first; end < stop && end < first + LONGEST && (doc->tokens.capital[end] || token_is(doc, end, "and")); end++)
        if (token_is(doc, end + 1, "of") && end + 2 < stop &&
            phrase_at(doc, INDEX_COUNTRY, end + 2 + token_is(doc, end + 2, "the")).rows.count)
            return end + 1;
    return NONE;
}

/* The year that a token is, in digits; 0: none. */
static int year_in_digits(const document *doc, uint32_t token, uint32_t stop)
{
    enum { DIGITS = 4, FIRST_YEAR = 1000 };
    uint64_t year = 0;
    bool digits = token < stop && doc->tokens.lower[token].length == DIGITS && number_at(doc, token, &year) == token + 1;
    return digits && year >= FIRST_YEAR ? (int)year : 0;
}

/* "from 2001 to 2011", "until 2019", "(1992-2000)" behind an office: it is over, unless that is still to come. */
static void read_term(document *doc, office_phrase *o, uint32_t stop)
{
    static const char *const opening[] = {"from", "between", "("}, *const joining[] = {"to", "until", "till", "and", "-", "–", "through"};
    uint32_t at = o->end + (o->end < stop && token_is(doc, o->end, ","));
    int begin = at < stop && TOKEN_AMONG(doc, at, opening) ? year_in_digits(doc, at + 1, stop) : 0;
    bool joined = begin && at + 2 < stop && TOKEN_AMONG(doc, at + 2, joining);
    bool until = at < stop && (token_is(doc, at, "until") || token_is(doc, at, "till"));
    uint32_t last = joined ? at + 3 : at + 1;
    int end = joined || until ? year_in_digits(doc, last, stop) : 0;
    if (!end || (doc->published.year && end > doc->published.year) || strcmp(o->office.status, "current") != 0)
        return;
    o->office.status = "former";
    o->end = last + 1 + (token_is(doc, at, "(") && last + 1 < stop && token_is(doc, last + 1, ")"));
}

/* "a leader from | India's ruling Congress Party": the mention of a party that rules or opposes; NONE. */
static uint32_t party_from(const document *doc, uint32_t token, uint32_t stop)
{
    enum { FARTHEST = 5 };
    static const char *const standing[] = {"ruling", "governing", "opposition", "main", "largest"};
    bool stands = false;
    for (uint32_t i = token; i < stop && i < token + FARTHEST; i++) {
        uint32_t m = doc->tokens.mention[i];
        if (stands && m != NONE && doc->mentions.items[m].type == DATELINE_ORGANIZATION && doc->mentions.items[m].entity != NONE)
            return m;
        stands = stands || TOKEN_AMONG(doc, i, standing);
    }
    return NONE;
}

/* "Ambassador | (R)", "Lt Gen | (Retd)": whether brackets behind a title tell that somebody is retired. */
static bool is_retired(const document *doc, uint32_t token, uint32_t stop)
{
    static const char *const words[] = {"r", "retd", "retd.", "rtd", "rtd.", "retired"};
    return token + 2 < stop && token_is(doc, token, "(") && TOKEN_AMONG(doc, token + 1, words) && token_is(doc, token + 2, ")");
}

/* "Naeem, Chairman, | Atomic Energy Commission (PAEC),", "Vega, Head of Mission, | Hungary,": the body or the country between commas behind
 * a title that stands between them; NONE. */
static uint32_t owner_behind_comma(const document *doc, const office_phrase *o, uint32_t stop)
{
    uint32_t at = o->end + 1;
    bool apposed = o->begin > 0 && token_is(doc, o->begin - 1, ",") && doc->tokens.capital[o->noun] && token_is(doc, o->end, ",");
    const mention *owner = apposed && at < stop ? mention_at(doc, at) : NULL;
    if (!owner || owner->first != at || owner->entity == NONE || o->office.of != NONE || o->office.of_country)
        return NONE;
    static const char *const ends[] = {",", ";", "(", "."};
    bool country = owner->type == DATELINE_PLACE && doc->entities.items[owner->entity].is_country && !is_genitive(doc, owner->end);
    bool body = owner->type == DATELINE_ORGANIZATION && owner->end - owner->first > 1;
    return (country || body) && TOKEN_AMONG(doc, owner->end, ends) ? doc->tokens.mention[at] : NONE;
}

static void read_owner_and_post(document *doc, office_phrase *o, uint32_t stop)
{
    if (is_retired(doc, o->end, stop)) {
        o->office.status = "former";
        o->end += 3;
    }
    for (int steps = 0; steps < 4 && o->end < stop; steps++) {
        uint32_t at = o->end, whose;
        const char *country, *status = status_of(doc, token_is(doc, at, "-") ? at + 1 : at);
        if (status && strcmp(status, "former") != 0) {
            o->office.status = status;
            o->end = at + 1 + token_is(doc, at, "-");
            continue;
        }
        const mention *owner = mention_at(doc, at); /* "Chairperson NCSW Nilofar Bakhtiar", "Khalid Butt, Dean Faculty of Law," */
        bool body = owner && owner->type == DATELINE_ORGANIZATION && owner->first == at && owner->entity != NONE;
        bool apposed = body && doc->tokens.capital[o->noun] && o->begin > 0 && token_is(doc, o->begin - 1, ",") &&
                       (token_is(doc, owner->end, ",") || token_is(doc, owner->end, ".") || token_is(doc, owner->end, "and") ||
                        token_is(doc, owner->end, "since"));
        phrase second =
            body ? phrase_at(doc, INDEX_OFFICE, owner->end) : (phrase){{NULL, 0}, 0}; /* "Director General ISSI Ambassador Vega" */
        bool held = body && (person_from(doc, owner->end) || (second.rows.count && person_from(doc, second.end)));
        if (body && (apposed || held)) {
            set_of(doc, &o->office, owner->entity);
            o->end = owner->end;
            return;
        }
        uint32_t about = token_is(doc, at, "on") ? matter_before_name(doc, at + 1, stop) : NONE;
        if (about != NONE) {
            o->end = about;
            return;
        }
        bool to = token_is(doc, at, "to");
        bool of = token_is(doc, at, "of") || token_is(doc, at, "for") || token_is(doc, at, "at") || token_is(doc, at, "with") ||
                  token_is(doc, at, "from");
        bool in = token_is(doc, at, "in");
        if (at + 1 >= stop || (!to && !of && !in) || (to && !is_envoy(o->office.title)))
            return;
        uint32_t charge = of ? portfolio_end(doc, at + 1) : at + 1;
        if (charge > at + 1) { /* "Deputy Minister of Foreign Affairs | of Turkmenistan" */
            o->end = charge;
            if (!token_is(doc, charge, "of"))
                return;
            continue;
        }
        uint32_t party = token_is(doc, at, "from") ? party_from(doc, at + 1, stop) : NONE;
        if (party != NONE) {
            set_of(doc, &o->office, doc->mentions.items[party].entity);
            o->end = doc->mentions.items[party].end;
            return;
        }
        uint32_t next = read_target(doc, at + 1, stop, &whose, &country);
        uint32_t portfolio = whose == NONE && !country && of ? portfolio_before_name(doc, at + 1) : NONE;
        if (portfolio != NONE) {
            o->end = portfolio;
            return;
        }
        bool subject = of && whose == NONE && !country && doc->tokens.tag[at + 1] == POS_NOUN &&
                       (token_is(doc, at + 2, "at") || token_is(doc, at + 2, "of"));
        if (subject) { /* "professor of law at the University of Delhi" */
            o->end = at + 2;
            continue;
        }
        if (whose == NONE && !country && of && at + 2 < stop && doc->tokens.capital[at + 1] &&
            (country = country_named(doc, at + 1, at + 2)))
            next = end_of_field(doc, at + 2, stop); /* "director of Saudi civil defense" */
        uint32_t charged = of && whose == NONE && !country ? charge_before_country(doc, at + 1, stop) : NONE;
        if (charged != NONE) {
            o->end = charged;
            continue;
        }
        if (whose == NONE && !country)
            return;
        bool posted =
            in && is_envoy(o->office.title) &&
            (country || (doc->entities.items[whose].type == DATELINE_PLACE && person_from(doc, next))); /* "in London Kamal Uddin" */
        bool sent = token_is(doc, at, "for") && is_envoy(o->office.title) &&
                    (country || doc->entities.items[whose].type == DATELINE_PLACE); /* "special envoy for Syria" */
        if (to || posted || sent) {
            o->office.to = whose;
            o->office.to_country = country;
        } else if (country) {
            if (o->office.of_country || o->office.of != NONE)
                return;
            o->office.of_country = country;
        } else {
            if (in && doc->entities.items[whose].type == DATELINE_PLACE)
                return;
            bool region = o->office.of != NONE && doc->entities.items[o->office.of].type == DATELINE_PLACE;
            if (region && doc->entities.items[whose].type == DATELINE_ORGANIZATION) /* "Asia director at Human Rights Watch" */
                o->office.of = NONE;
            set_of(doc, &o->office, whose);
        }
        o->end = to ? after_second_country(doc, next, stop) : after_owned_part(doc, next, stop);
    }
}

void read_right(document *doc, office_phrase *o, uint32_t stop)
{
    read_owner_and_post(doc, o, stop);
    uint32_t owner = owner_behind_comma(doc, o, stop);
    if (owner != NONE) {
        const mention *whose = &doc->mentions.items[owner];
        o->office.of_country = whose->type == DATELINE_PLACE ? country_named(doc, whose->first, whose->end) : NULL;
        if (!o->office.of_country)
            set_of(doc, &o->office, whose->entity);
        o->end = whose->end;
    }
    read_term(doc, o, stop);
}

void read_owner_after_name(document *doc, office_phrase *o, uint32_t token)
{
    uint32_t whose;
    const char *country;
    if (!token_is(doc, token, "of") || o->office.of_country || o->office.of != NONE)
        return;
    read_target(doc, token + 1, sentence_of(doc, token).end, &whose, &country);
    if (country)
        o->office.of_country = country;
    else if (whose != NONE)
        set_of(doc, &o->office, whose);
}
