/* Offices: what a person is, of what, to whom, as the text says it beside the name. */
#include "actors/office.h"
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/portfolio.h"
#include "grammar/tree.h"

/* What a word beside a title makes of the office, or STATUS_CURRENT with false where it is no such word. */
static bool modifier_at(const document *doc, uint32_t token, office_status *out)
{
    rows found = token < doc->tokens.count ? phrase_rows(doc, INDEX_OFFICE_MODIFIER, token, token + 1) : (rows){NULL, 0};
    *out =
        found.count ? (office_status)lexicon_number(doc->lexicon, TABLE_OFFICE_MODIFIERS, found.items[0], MODIFIER_STATUS) : STATUS_CURRENT;
    return found.count > 0;
}

static const char *status_of(const document *doc, uint32_t token)
{
    office_status status;
    return modifier_at(doc, token, &status) && status != STATUS_RANK ? office_status_names[status] : NULL;
}

static bool is_rank(const document *doc, uint32_t token)
{
    office_status status;
    return modifier_at(doc, token, &status) && status == STATUS_RANK;
}

static bool is_country(const document *doc, uint32_t entity_index)
{
    const entity *e = &doc->entities.items[entity_index];
    return e->is_country;
}

/* Whose an office is: a country by its code, anything else by its entity. */
static void set_of(const document *doc, dateline_office *office, uint32_t whose)
{
    if (office->of != NONE || office->of_country)
        return;
    if (is_country(doc, whose))
        office->of_country = doc->entities.items[whose].country;
    else
        office->of = whose;
}

/* ---- to the left of the title ---- */

/* "the government's negotiator", "the opposition party's leader": a body that is described before the genitive's mark at `stop`, with the
 * words that hang on it. Returns where they begin, or `stop` if there is none. */
static uint32_t described_owner(document *doc, uint32_t stop, uint32_t least, dateline_office *office)
{
    const token_table *t = &doc->tokens;
    uint32_t head = stop - 1, first = head;
    if (t->tag[head] != POS_NOUN || !word_in(doc, INDEX_BODY, head) || is_plural(doc, head))
        return stop;
    while (first > least && t->head[first - 1] == head && (t->relation[first - 1] == REL_COMPOUND || t->relation[first - 1] == REL_AMOD))
        first--;
    uint32_t means = doc->entity_of[head];
    set_of(doc, office, means != NONE ? means : described_entity(doc, first, stop, head, DATELINE_ORGANIZATION));
    return first;
}

/* The body whose name with the genitive's mark ends right before `end`; NONE. */
static uint32_t owning_body(const document *doc, uint32_t end, uint32_t least)
{
    const mention *name = end > least + 1 && is_genitive(doc, end - 1) ? mention_at(doc, end - 2) : NULL;
    return name && name->end == end - 1 && name->type == DATELINE_ORGANIZATION ? name->entity : NONE;
}

/* A mention or a country's name or adjective that ends right before `end`: "Kenyan", "WHO", "Iran's"; or "the party's". Returns where it
 * begins, or `end` if there is none. */
static uint32_t owner_before(document *doc, uint32_t end, uint32_t least, dateline_office *office)
{
    uint32_t stop = end;
    if (stop > least && (is_genitive(doc, stop - 1) || token_is(doc, stop - 1, "'")))
        stop--;
    if (stop == least)
        return end;
    const mention *name = mention_at(doc, stop - 1);
    bool known = name && name->end == stop && name->first >= least && name->entity != NONE;
    if (known && name->type == DATELINE_PERSON && stop < end) /* "Paris's father", of somebody by that name */
        return end;
    bool body = known && name->type == DATELINE_ORGANIZATION;
    for (uint32_t words = 3; words >= 1 && !body; words--) { /* "the State Department spokesperson" has a body to speak for */
        const char *country = stop >= least + words && doc->tokens.capital[stop - words] ? country_named(doc, stop - words, stop) : NULL;
        if (country) {
            uint32_t first = stop - words, body_of = owning_body(doc, first, least); /* "Amnesty International's Nigeria director" */
            if (body_of != NONE)
                set_of(doc, office, body_of);
            else if (!office->of_country && office->of == NONE)
                office->of_country = country;
            return first;
        }
    }
    bool owner = known && (name->type == DATELINE_PLACE || name->type == DATELINE_GROUP);
    if (!owner && !body) {
        uint32_t first = stop < end ? described_owner(doc, stop, least, office) : stop;
        return first < stop ? first : end;
    }
    set_of(doc, office, name->entity);
    return name->first;
}

/* Whether a token names a body or a country. */
static bool names_owner(const document *doc, uint32_t token)
{
    const mention *name = mention_at(doc, token);
    return name && name->entity != NONE &&
           (name->type == DATELINE_ORGANIZATION || (name->type == DATELINE_PLACE && is_country(doc, name->entity)));
}

/* Whose chairman "its" chairman is: the last body or country that was named before it in the sentence; where it opens the sentence, the
 * subject of the one before; NONE. */
static uint32_t owner_by_pronoun(const document *doc, uint32_t its)
{
    sentence s = sentence_of(doc, its);
    for (uint32_t i = its; i-- > s.first;)
        if (names_owner(doc, i))
            return mention_at(doc, i)->entity;
    for (uint32_t i = s.first; its == s.first && i-- > 0 && doc->tokens.sentence[i] + 1 == doc->tokens.sentence[its];)
        if (doc->tokens.relation[i] == REL_NSUBJ && names_owner(doc, i) && doc->tokens.relation[doc->tokens.head[i]] == REL_ROOT)
            return mention_at(doc, i)->entity;
    return NONE;
}

static void read_left(document *doc, office_phrase *o, uint32_t least)
{
    enum { LONGEST_PORTFOLIO = 2 }; /* words */
    const token_table *t = &doc->tokens;
    uint32_t skipped = 0;
    while (o->begin > least) {
        uint32_t before = o->begin - 1, owner = owner_before(doc, o->begin, least, &o->office);
        const char *status = status_of(doc, before);
        bool hyphen = token_is(doc, before, "-") && before > least && (status_of(doc, before - 1) || token_is(doc, before - 1, "co"));
        if (status) {
            o->office.status = status;
            o->begin = before;
        } else if (hyphen) {
            o->begin = before;
        } else if (owner < o->begin) {
            o->begin = owner;
        } else if (is_rank(doc, before)) {
            if (!token_is(doc, before, "senior") && o->begin == o->noun)
                o->office.title =
                    arena_print(&doc->memory, "%.*s %s", (int)t->lower[before].length, t->lower[before].bytes, o->office.title);
            o->begin = before;
        } else if (t->tag[before] == POS_DET || token_is(doc, before, "his") || token_is(doc, before, "her") ||
                   token_is(doc, before, "their") || token_is(doc, before, "its")) {
            o->definite = token_is(doc, before, "the");
            o->begin = before;
            uint32_t owner_named = token_is(doc, before, "its") ? owner_by_pronoun(doc, before) : NONE;
            if (owner_named != NONE)
                set_of(doc, &o->office, owner_named);
            return;
        } else if (t->capital[before] && t->capital[o->noun] && t->mention[before] == NONE && !word_in(doc, INDEX_OFFICE, before) &&
                   before + 1 == o->begin && o->noun - before <= LONGEST_PORTFOLIO && o->office.title[0] &&
                   (before > least || o->begin < o->noun || is_portfolio(doc, before)) &&
                   (t->tag[before] == POS_ADJ || t->tag[before] == POS_NOUN || t->tag[before] == POS_PROPN)) {
            /* "Economic Minister", "Public Enterprises Minister": the portfolio */
            o->office.title = arena_print(&doc->memory, "%.*s %s", (int)t->lower[before].length, t->lower[before].bytes, o->office.title);
            o->begin = before;
        } else if ((t->tag[before] == POS_ADJ || t->tag[before] == POS_NOUN || token_is(doc, before, "and")) &&
                   t->mention[before] == NONE && (!t->capital[before] || before == sentence_of(doc, before).first) && skipped < 2 &&
                   (t->relation[before] == REL_AMOD || t->relation[before] == REL_COMPOUND)) {
            bool hyphenated = before > least && token_is(doc, before - 1, "-") && t->left[before] >= least; /* "22-year-old" */
            skipped++;
            o->begin = hyphenated ? t->left[before] : before;
        } else {
            return;
        }
    }
}

/* ---- to the right of it ---- */

/* A body's noun after a name, or alone: "Daybreak media group", "the opposition party". Returns the token after it, or `token`. */
static uint32_t body_end(const document *doc, uint32_t token, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    uint32_t end = token, found = token;
    while (end < stop && end - token < 8) {
        bool inside = t->tag[end] == POS_NOUN || t->tag[end] == POS_PROPN || t->tag[end] == POS_ADJ ||
                      (end > token && (token_is(doc, end, "and") || token_is(doc, end, "-") || token_is(doc, end, "&")));
        if (!inside)
            break;
        end++;
        bool body = word_in(doc, INDEX_BODY, end - 1) || (t->capital[end - 1] && word_in(doc, INDEX_NAME_HEAD, end - 1));
        if (body && t->tag[end - 1] != POS_ADJ)
            found = end;
    }
    return found;
}

/* A word for a kind of place: "region", "district". */
static bool names_place(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_NAME_HEAD, token, token + 1);
    return found.count && lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE) == DATELINE_PLACE;
}

/* "of Saudi | civil defense,": the words in small letters between a country and a comma; `token` if there are none. */
static uint32_t end_of_field(const document *doc, uint32_t token, uint32_t stop)
{
    enum { LONGEST = 3 };
    uint32_t end = token;
    while (end < stop && end - token < LONGEST && !doc->tokens.capital[end] &&
           (doc->tokens.tag[end] == POS_NOUN || doc->tokens.tag[end] == POS_ADJ))
        end++;
    return token_is(doc, end, ",") ? end : token;
}

uint32_t read_target(document *doc, uint32_t token, uint32_t stop, uint32_t *whose, const char **country)
{
    *whose = NONE;
    *country = NULL;
    while (token < stop && (doc->tokens.tag[token] == POS_DET || token_is(doc, token, "his") || token_is(doc, token, "its") ||
                            token_is(doc, token, "their")))
        token++;
    if (token >= stop)
        return token;
    phrase named = phrase_at(doc, INDEX_COUNTRY, token);
    bool owns = named.rows.count && named.end + 1 < stop && is_genitive(doc, named.end); /* "of Iran's Security Council" */
    const mention *owned = owns ? mention_at(doc, named.end + 1) : NULL;
    if (owned && owned->type == DATELINE_ORGANIZATION && owned->entity != NONE) {
        *whose = owned->entity;
        return owned->end;
    }
    uint32_t after = token + 2 < stop && token_is(doc, token + 1, "'s") && !named.rows.count && !mention_at(doc, token)
                         ? body_end(doc, token + 2, stop)
                         : 0;
    if (after > token + 2) { /* "of the project's panel" */
        *whose = described_entity(doc, token + 2, after, after - 1, DATELINE_ORGANIZATION);
        return after;
    }
    bool body_follows =
        named.rows.count && named.end < stop && (doc->tokens.tag[named.end] == POS_NOUN || doc->tokens.tag[named.end] == POS_PROPN);
    if (named.rows.count && named.end < stop &&
        phrase_at(doc, INDEX_OFFICE, named.end).rows.count) /* "spokesman of Slovakian President X" */
        return token;
    if (named.rows.count && doc->tokens.capital[token] && !body_follows) {
        *country = lexicon_text(doc->lexicon, TABLE_COUNTRIES, named.rows.items[0], COUNTRY_CODE);
        return end_of_field(doc, named.end, stop);
    }
    const mention *name = mention_at(doc, token);
    bool whole = name && name->first == token && name->type == DATELINE_ORGANIZATION && name->entity != NONE && name->end - token > 1 &&
                 (name->end >= stop || doc->tokens.tag[name->end] == POS_PUNCT || doc->tokens.tag[name->end] == POS_VERB);
    if (whole) {
        *whose = name->entity;
        return name->end;
    }
    uint32_t longer = body_end(doc, token, name && name->end > stop ? name->end : stop);
    if (name && name->first == token && name->entity != NONE && name->end >= longer && name->type != DATELINE_PERSON) {
        *whose = name->entity;
        const token_table *t = &doc->tokens;
        bool noun_follows =
            name->end < stop && t->tag[name->end] == POS_NOUN && t->head[name->head] == name->end; /* "the Iodine Nutrition study" */
        bool kind_follows = name->type == DATELINE_PLACE && name->end < stop && names_place(doc, name->end); /* "the Lombardy region" */
        return name->end + (kind_follows || (noun_follows && name->type == DATELINE_ORGANIZATION));
    }
    if (longer > token) {
        *whose = described_entity(doc, token, longer, longer - 1, DATELINE_ORGANIZATION);
        doc->entities.items[*whose].named = doc->tokens.capital[token];
    }
    return longer;
}

static bool is_envoy(const char *title)
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
    for (size_t i = 0; i < sizeof envoys / sizeof *envoys; i++)
        if (strcmp(title, envoys[i]) == 0)
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
    for (uint32_t i = first; i < stop && i < first + LONGEST && doc->tokens.tag[i] != POS_VERB && doc->tokens.tag[i] != POS_PUNCT; i++)
        if (i > first && person_from(doc, i))
            return i;
    return NONE;
}

static void read_right(document *doc, office_phrase *o, uint32_t stop)
{
    for (int steps = 0; steps < 4 && o->end < stop; steps++) {
        uint32_t at = o->end, whose;
        const char *country, *status = status_of(doc, token_is(doc, at, "-") ? at + 1 : at);
        if (status && strcmp(status, "former") != 0) {
            o->office.status = status;
            o->end = at + 1 + token_is(doc, at, "-");
            continue;
        }
        const mention *owner = mention_at(doc, at); /* "Chairperson NCSW Nilofar Bakhtiar" */
        if (owner && owner->type == DATELINE_ORGANIZATION && owner->end == at + 1 && owner->entity != NONE && person_from(doc, at + 1)) {
            set_of(doc, &o->office, owner->entity);
            o->end = at + 1;
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
        if (charge > at + 1) {
            o->end = charge;
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
            set_of(doc, &o->office, whose);
        }
        o->end = next;
    }
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

bool read_office(document *doc, uint32_t token, office_phrase *out)
{
    const token_table *t = &doc->tokens;
    phrase found = phrase_at(doc, INDEX_OFFICE, token);
    const mention *name = mention_at(doc, token);
    bool rank_follows = found.end > token + 1 && !t->capital[token] && t->capital[found.end - 1] && person_from(doc, found.end);
    if (found.rows.count && rank_follows) /* "director General Suleiman al-Amr" */
        found = (phrase){phrase_rows(doc, INDEX_OFFICE, token, found.end - 1), found.end - 1};
    bool of_body = name && name->type == DATELINE_ORGANIZATION && name->first < token && name->end == token + 1 && found.end > token + 1 &&
                   word_in(doc, INDEX_BODY, token) && !phrase_rows(doc, INDEX_NATIONALITY, name->first, token).count;
    if (of_body) /* "Labor Party leader": the body's, and a leader */
        return false;
    bool in_name =
        name && (name->type == DATELINE_PERSON || name->end - name->first > 1) && name->first <= token && name->end > found.end - 1;
    uint8_t tag = found.rows.count ? t->tag[found.end - 1] : POS_X;
    bool named_so = strncmp(t->english_tag[found.end ? found.end - 1 : 0], "NNP", 3) == 0 ||
                    found.end > token + 1; /* "Cardinal Fridolin Ambongo", "attorney general" */
    if (tag == POS_ADJ && named_so)
        tag = POS_PROPN;
    bool plural = found.rows.count && is_plural(doc, found.end - 1);
    if (!found.rows.count || in_name || (tag != POS_NOUN && tag != POS_PROPN) || t->time[token] != NONE)
        return false;
    /* "general secretary" begins earlier than "secretary" */
    const char *keys = lexicon_text(doc->lexicon, TABLE_OFFICES, found.rows.items[0], OFFICE_TITLE);
    *out = (office_phrase){.begin = token, .end = found.end, .noun = token, .title_end = found.end};
    out->office =
        (dateline_office){.title = arena_copy(&doc->memory, keys, strcspn(keys, "|")), .of = NONE, .to = NONE, .status = "current"};
    out->plural = plural;
    sentence s = sentence_of(doc, token);
    read_left(doc, out, s.first);
    read_right(doc, out, s.end);
    out->office.span = tokens_span(doc, out->begin, out->end);
    return true;
}

/* Whether nothing but "and" and commas stands between two offices. */
static bool is_chained(const document *doc, const office_phrase *a, const office_phrase *b)
{
    if (a->plural || b->plural || b->begin < a->end || b->begin - a->end > 2 ||
        doc->tokens.sentence[a->noun] != doc->tokens.sentence[b->noun])
        return false;
    for (uint32_t i = a->end; i < b->begin; i++)
        if (!token_is(doc, i, "and") && !token_is(doc, i, ",") && !token_is(doc, i, "&"))
            return false;
    return true;
}

/* "Advisor to the President Yerzhan Kazykhan": with the article, the name is of who serves a holder of the other office. */
static bool serves(const document *doc, const office_phrase *servant, const office_phrase *served)
{
    static const char *const titles[] = {
        "adviser",      "advisor",     "aide",  "assistant",     "secretary",      "press secretary",       "spokesman",
        "spokesperson", "spokeswoman", "envoy", "special envoy", "representative", "special representative"};
    bool serving = false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        serving = serving || strcmp(servant->office.title, titles[i]) == 0;
    bool tied = served->begin == servant->end + 1 && (token_is(doc, servant->end, "to") || token_is(doc, servant->end, "of"));
    return serving && tied && served->definite && person_from(doc, served->end);
}

void find_offices(document *doc)
{
    office_list all = {0};
    for (uint32_t i = 0; i < doc->tokens.count;) {
        office_phrase one;
        if (begins_key(doc, i, INDEX_OFFICE) && read_office(doc, i, &one)) {
            office_phrase *last = all.count ? &all.items[all.count - 1] : NULL;
            if (last && serves(doc, last, &one))
                last->end = one.end;
            else if (last && one.begin <= last->begin) /* "Deputy Foreign Minister" is no deputy of a parliament */
                *last = one;
            else
                *list_add(&doc->memory, &all) = one;
            i = one.title_end;
        } else {
            i++;
        }
    }
    office_list headline = {0}; /* those whom nobody is named to be yet */
    for (uint32_t first = 0, last; first < all.count; first = last + 1) {
        last = first;
        while (last + 1 < all.count && is_chained(doc, &all.items[last], &all.items[last + 1]))
            last++;
        if (!all.items[first].plural && attach(doc, &all, first, last))
            continue;
        for (uint32_t i = first; i <= last; i++) {
            office_phrase *o = &all.items[i];
            bool held = o->plural ? attach_shared(doc, o) : attach(doc, &all, i, i) || attach_by_verb(doc, o);
            if (!held && in_headline(doc, o))
                *list_add(&doc->memory, &headline) = *o;
            else if (!held)
                refer(doc, o);
        }
    }
    for (uint32_t i = 0; i < headline.count; i++)
        refer(doc, &headline.items[i]);
    find_offices_of_verbs(doc);
    find_counterparts(doc);
}
