/* What stands to the left of a title: "the former Kenyan deputy foreign | minister". */
#include "actors/office.h"

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

const char *status_of(const document *doc, uint32_t token)
{
    office_status status;
    return modifier_at(doc, token, &status) && status != STATUS_RANK ? office_status_names[status] : NULL;
}

static bool is_rank(const document *doc, uint32_t token)
{
    office_status status;
    return modifier_at(doc, token, &status) && status == STATUS_RANK;
}

/* "Dy" is a deputy. */
static const char *rank_at(document *doc, uint32_t token)
{
    static const char *const brief[][2] = {{"dy", "deputy"}, {"dy.", "deputy"}, {"asst", "assistant"}, {"asst.", "assistant"}};
    for (size_t i = 0; i < sizeof brief / sizeof *brief; i++)
        if (token_is(doc, token, brief[i][0]))
            return brief[i][1];
    return arena_print(&doc->memory, "%.*s", (int)doc->tokens.lower[token].length, doc->tokens.lower[token].bytes);
}

static bool is_country(const document *doc, uint32_t entity_index)
{
    const entity *e = &doc->entities.items[entity_index];
    return e->is_country;
}

void set_of(const document *doc, dateline_office *office, uint32_t whose)
{
    if (office->of != NONE || office->of_country)
        return;
    if (is_country(doc, whose))
        office->of_country = doc->entities.items[whose].country;
    else
        office->of = whose;
}

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

/* "Custodian of the Two Holy Mosques | King Salman": whether a title of several words ends with a token. */
static bool ends_title(const document *doc, uint32_t token)
{
    enum { LONGEST = 6 }; /* words */
    for (uint32_t i = token; i-- > 0 && token - i < LONGEST;)
        if (phrase_at(doc, INDEX_OFFICE, i).end == token + 1)
            return true;
    return false;
}

/* "Director General ISSI | Ambassador Vega", "Chief of the Defence Forces | General Vega": whether a body belongs to a title before it. */
static bool is_of_title_before(const document *doc, uint32_t body, uint32_t least)
{
    uint32_t last = body;
    last -= last > least && token_is(doc, last - 1, "the");
    last -= last > least && token_is(doc, last - 1, "of");
    if (last == body && mention_at(doc, body)->end == body + 1 && !in_capitals(doc, body, 2)) /* "Principal State Counsel" */
        return false;
    return last > least && doc->tokens.capital[last - 1] && (word_in(doc, INDEX_OFFICE, last - 1) || ends_title(doc, last - 1));
}

/* "Europe and | Central Asia | director": where the regions begin that a name is the last of. */
static uint32_t regions_begin(const document *doc, const mention *last, uint32_t least)
{
    const mention *before = last->type == DATELINE_PLACE && last->first > least + 1 && token_is(doc, last->first - 1, "and")
                                ? mention_at(doc, last->first - 2)
                                : NULL;
    bool beside = before && before->type == DATELINE_PLACE && before->end + 1 == last->first && before->first >= least;
    return beside ? before->first : last->first;
}

/* A mention or a country's name or adjective that ends right before `end`: "Kenyan", "WHO", "Iran's"; or "the party's". Returns where it
 * begins, or `end` if there is none. */
static uint32_t owner_before(document *doc, uint32_t end, uint32_t least, dateline_office *office)
{
    uint32_t stop = end;
    if (stop > least && (is_genitive(doc, stop - 1) || token_is(doc, stop - 1, "'")))
        stop--;
    else if (stop > least + 3 && token_is(doc, stop - 1, ")") && token_is(doc, stop - 3, "("))
        stop -= 3; /* "World Health Organization (WHO) | chief" */
    if (stop == least)
        return end;
    const mention *name = mention_at(doc, stop - 1);
    bool known = name && name->end == stop && name->first >= least && name->entity != NONE;
    if (known && name->type == DATELINE_PERSON && stop < end) /* "Paris's father", of somebody by that name */
        return end;
    bool body = known && name->type == DATELINE_ORGANIZATION;
    if (body && is_of_title_before(doc, name->first, least))
        return end;
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
    uint32_t first = regions_begin(doc, name, least),
             body_of = owner && !is_country(doc, name->entity) ? owning_body(doc, first, least) : NONE;
    set_of(doc, office, body_of != NONE ? body_of : name->entity); /* "Amnesty International's Middle East and North Africa director" */
    return first;
}

/* The body or country that a token names or, with the name after it, is the noun for, "rights group Haki Africa"; NONE. */
static uint32_t owner_at(const document *doc, uint32_t token)
{
    const mention *name = mention_at(doc, token);
    uint32_t means = name ? name->entity : doc->entity_of[token];
    const entity *e = means == NONE ? NULL : &doc->entities.items[means];
    bool owner = e && e->named && (e->type == DATELINE_ORGANIZATION || (e->type == DATELINE_PLACE && is_country(doc, means)));
    return owner ? means : NONE;
}

/* Whose chairman "its" chairman is: the last body or country that was named before it in the sentence; where it opens the sentence, the
 * subject of the one before; NONE. */
static uint32_t owner_by_pronoun(const document *doc, uint32_t its)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, its);
    for (uint32_t i = its; i-- > s.first;)
        if (owner_at(doc, i) != NONE)
            return owner_at(doc, i);
    for (uint32_t i = s.first; its == s.first && i-- > 0 && t->sentence[i] + 1 == t->sentence[its];)
        if (t->relation[i] == REL_NSUBJ && owner_at(doc, i) != NONE && t->relation[t->head[i]] == REL_ROOT)
            return owner_at(doc, i);
    return NONE;
}

/* "Chief Guest | President Ana Vega" */
static bool is_honour(const document *doc, uint32_t token)
{
    return token > 0 && phrase_at(doc, INDEX_HONORIFIC, token - 1).end == token + 1;
}

/* "Minister of Defense | Sheikh Talal Khaled": whether what an office before it has charge of ends with a token. */
static bool is_of_minister(const document *doc, uint32_t token)
{
    return token > 1 && (token_is(doc, token - 1, "of") || token_is(doc, token - 1, "for")) && word_in(doc, INDEX_OFFICE, token - 2);
}

/* A thing that a minister may have charge of, rather than an office or a name. */
static bool may_be_portfolio(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return t->capital[token] && t->mention[token] == NONE && !word_in(doc, INDEX_OFFICE, token) &&
           (t->tag[token] == POS_NOUN || word_in(doc, INDEX_COMMON_WORD, token));
}

static void put_before_title(document *doc, office_phrase *o, uint32_t token)
{
    slice word = doc->tokens.lower[token];
    o->office.title = arena_print(&doc->memory, "%.*s %s", (int)word.length, word.bytes, o->office.title);
    o->begin = token;
}

/* "Economic and Fiscal Policy | Minister Ana Vega" */
static void read_charges(document *doc, office_phrase *o, uint32_t least)
{
    uint32_t first = o->begin;
    for (uint32_t i = o->begin; i-- > least;)
        if (minister_behind(doc, i) + 1 == o->end)
            first = i;
    while (o->begin > first)
        put_before_title(doc, o, o->begin - 1);
}

void read_left(document *doc, office_phrase *o, uint32_t least)
{
    enum { LONGEST_PORTFOLIO = 2 }; /* words */
    const token_table *t = &doc->tokens;
    uint32_t skipped = 0;
    read_charges(doc, o, least);
    while (o->begin > least) {
        uint32_t before = o->begin - 1, owner = owner_before(doc, o->begin, least, &o->office);
        const char *status = status_of(doc, before);
        bool hyphen = token_is(doc, before, "-") && before > least && (status_of(doc, before - 1) || token_is(doc, before - 1, "co"));
        if (status) {
            o->office.status = status;
            o->begin = before;
        } else if (hyphen || (t->capital[before] && (t->relation[before] == REL_AMOD || in_capitals(doc, before, 2)) &&
                              word_in(doc, INDEX_HONORIFIC, before))) { /* "co-", "Hon'ble" */
            o->begin = before;
        } else if (owner < o->begin) {
            o->begin = owner;
        } else if (is_rank(doc, before)) {
            if (!token_is(doc, before, "senior") && o->begin == o->noun)
                o->office.title = arena_print(&doc->memory, "%s %s", rank_at(doc, before), o->office.title);
            o->begin = before;
        } else if (token_is(doc, before, "serving") && before > least + 1) { /* "the longest-serving chairman" */
            o->begin = token_is(doc, before - 1, "-") ? before - 2 : before - 1;
        } else if (t->tag[before] == POS_DET || token_is(doc, before, "his") || token_is(doc, before, "her") ||
                   token_is(doc, before, "their") || token_is(doc, before, "its")) {
            o->definite = token_is(doc, before, "the");
            o->begin = before;
            if (o->definite && before > least && token_is(doc, before - 1, "then")) { /* "Bola Ige, then the attorney general" */
                o->office.status = "former";
                o->begin = before - 1;
            }
            uint32_t owner_named = token_is(doc, before, "its") ? owner_by_pronoun(doc, before) : NONE;
            if (owner_named != NONE)
                set_of(doc, &o->office, owner_named);
            return;
        } else if (t->capital[before] && t->capital[o->noun] && t->mention[before] == NONE && !word_in(doc, INDEX_OFFICE, before) &&
                   !word_in(doc, INDEX_HONORIFIC, before) && !is_honour(doc, before) && !ends_title(doc, before) &&
                   !is_of_minister(doc, before) && before + 1 == o->begin && o->noun - before <= LONGEST_PORTFOLIO && o->office.title[0] &&
                   (before > least || o->begin < o->noun || is_portfolio(doc, before)) &&
                   (t->tag[before] == POS_ADJ || t->tag[before] == POS_NOUN || t->tag[before] == POS_PROPN)) {
            /* "Economic Minister", "Public Enterprises Minister": the portfolio */
            put_before_title(doc, o, before);
        } else if (token_is(doc, before, "and") && before > least && o->begin + 1 == o->noun && may_be_portfolio(doc, before - 1) &&
                   o->office.title[0]) { /* "Tourism and Sports Minister" */
            put_before_title(doc, o, before);
            put_before_title(doc, o, before - 1);
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
