#include "names/names.h"

#include "base/utf8.h"
#include "grammar/phrases.h"
#include "grammar/portfolio.h"
#include "grammar/tree.h"
#include "names/parts.h"

#include <ctype.h>
#include <stdlib.h>

void add_mention(document *doc, run r, bool named)
{
    token_table *t = &doc->tokens;
    uint32_t head = r.first;
    for (uint32_t i = r.first; i < r.end; i++)
        if (t->head[i] == NONE || t->head[i] < r.first || t->head[i] >= r.end) {
            head = i;
            break;
        }
    for (uint32_t i = r.first; i < r.end; i++)
        if (t->mention[i] == NONE)
            t->mention[i] = doc->mentions.count;
    *list_add(&doc->memory, &doc->mentions) = (mention){r.first, r.end, head, r.type, NONE, named};
}

/* A longer name of the lexicon ("Organization of Islamic Cooperation") that begins here; or none. */
static bool listed_name(const document *doc, uint32_t token, run *out)
{
    static const index_id indexes[] = {INDEX_ORGANIZATION, INDEX_COUNTRY, INDEX_REGION, INDEX_OUTLET};
    static const dateline_entity_type types[] = {DATELINE_ORGANIZATION, DATELINE_PLACE, DATELINE_PLACE, DATELINE_ORGANIZATION};
    *out = (run){token, token, DATELINE_ORGANIZATION};
    if (!doc->tokens.capital[token])
        return false;
    for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++) {
        phrase found = phrase_at(doc, indexes[i], token);
        if (found.rows.count && found.end > out->end)
            *out = (run){token, found.end, types[i]};
    }
    bool owned = token + 2 < doc->tokens.count && is_genitive(doc, token + 1);
    if (owned && phrase_rows(doc, INDEX_CITY, token, token + 3).count) /* "Cox's Bazar" */
        *out = (run){token, token + 3, DATELINE_PLACE};
    /* A capitalized word that is in none of its uses a name: "Fed", "Guardian" at the beginning of a sentence. */
    return out->end > token + 1 || (out->end == token + 1 && (is_proper(doc, token) || labelled(doc, token)));
}

static bool begins_name(const document *doc, uint32_t token, uint32_t first_of_sentence)
{
    const token_table *t = &doc->tokens;
    if (slice_ends(t->lower[token], "$") || interview_label(doc, token)) /* "US$", "A2:" */
        return false;
    bool letter = token > first_of_sentence && token + 1 < t->count && token_text(doc, token).length == 1;
    if (letter && token_is(doc, token - 1, "(") && token_is(doc, token + 1, ")")) /* "Ambassador (R) Ana Vega" */
        return false;
    bool of = token + 1 < t->count && token_is(doc, token + 1, "of");
    if (of && token == first_of_sentence && t->tag[token] == POS_NOUN && has_feature(doc, token, "Number=Plur"))
        return false; /* "Farmers of Chhattisgarh" */
    if (labelled(doc, token) && (t->capital[token] || t->tag[token] == POS_NUM))
        return true;
    if (!t->capital[token] && particle_end(doc, token, t->count) > token) /* "al-Sadr", "bin Laden" */
        return true;
    bool opening = token == first_of_sentence && t->capital[token] && t->tag[token] == POS_NOUN && !t->begins[token] &&
                   token + 1 < t->count && is_proper(doc, token + 1);
    bool inside = token > first_of_sentence && may_be_proper(doc, token) && !phrase_rows(doc, INDEX_NATIONALITY, token, token + 1).count;
    bool part = t->tag[token] == POS_ADJ || (t->tag[token] == POS_NOUN && t->relation[token] == REL_COMPOUND); /* "The Support Center" */
    bool compound = inside && part && token + 1 < t->count && is_proper(doc, token + 1);
    /* "in Accra", where the tagger saw a common noun */
    bool town = inside && t->tag[token - 1] == POS_ADP && phrase_rows(doc, INDEX_CITY, token, token + 1).count;
    return (is_proper(doc, token) || compound || town || opening) && !is_calendar_word(doc, token) &&
           !(token == first_of_sentence && word_in(doc, INDEX_OFFICE, token));
}

static bool has_capital(const document *doc, const run *r)
{
    for (uint32_t i = r->first; i < r->end; i++)
        if (doc->tokens.capital[i])
            return true;
    return false;
}

/* "WHO", "LeT" */
static bool has_capital_inside(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    uint32_t place = 0;
    utf8_next(word.bytes, &place);
    while (place < word.length)
        if (utf8_is_upper(utf8_next(word.bytes, &place)))
            return true;
    return false;
}

/* The word of a name at `token` whose label tells its type: its first, or the one that small words lead to. */
static uint32_t first_labelled(const document *doc, uint32_t token, uint32_t stop)
{
    uint32_t end = particle_end(doc, token, stop);
    return !labelled(doc, token) && end > token ? end - 1 : token;
}

/* "General Motors": the last of several words is, as it is written, a noun of bodies. "Tyra Banks" is not. */
static bool ends_as_body(const document *doc, const run *r)
{
    return r->end - r->first > 1 && lexicon_find(doc->lexicon, INDEX_BODY, doc->tokens.lower[r->end - 1]).count > 0;
}

/* "Faith Wanjiku, 26, blew a whistle": what has an age lives. */
static bool is_aged(const document *doc, const run *r)
{
    slice age = r->end + 1 < doc->tokens.count ? token_text(doc, r->end + 1) : (slice){"", 0};
    bool number = age.length == 2 && isdigit((unsigned char)age.bytes[0]) && isdigit((unsigned char)age.bytes[1]);
    bool closed = token_is(doc, r->end + 2, ",") || token_is(doc, r->end + 2, ".") || token_is(doc, r->end + 2, ";");
    return r->end - r->first >= 2 && token_is(doc, r->end, ",") && number && closed;
}

/* Whether a title of several words ends right before a name: "former secretary of state | Hillary Clinton". */
static bool follows_long_title(const document *doc, const run *r)
{
    enum { LONGEST_TITLE = 5 };
    sentence s = sentence_of(doc, r->first);
    for (uint32_t i = r->first; i-- > s.first && r->first - i <= LONGEST_TITLE;)
        if (phrase_at(doc, INDEX_OFFICE, i).end == r->first && r->first - i > 1)
            return true;
    return false;
}

/* "PNG | Defence Force", "Uganda | Revenue Authority": a country's name, and proper nouns of which one heads names. */
static bool leads_to_body(const document *doc, uint32_t first, uint32_t stop)
{
    enum { LONGEST = 3 };
    for (uint32_t i = first;
         i < stop && i < first + LONGEST && is_proper(doc, i) && !is_office_word(doc, i) && doc->tokens.break_before[i] == BREAK_NONE; i++)
        if (word_in(doc, INDEX_NAME_HEAD, i))
            return i == first || heads_body(doc, i);
    return false;
}

/* "Secretary General of the Friendship Society | György Kerényi": two proper nouns after a body that an office is of. */
static bool follows_office_of_body(const document *doc, uint32_t token)
{
    enum { LONGEST_BODY = 12 };
    const mention *body = token > 0 && doc->mentions.count ? &doc->mentions.items[doc->mentions.count - 1] : NULL;
    if (!body || body->type != DATELINE_ORGANIZATION || body->end != token || body->end - body->first > LONGEST_BODY || body->first < 2 ||
        !is_proper(doc, token) || token + 1 >= doc->tokens.count || !is_proper(doc, token + 1))
        return false;
    uint32_t of = body->first - 1 - token_is(doc, body->first - 1, "the");
    return of > 0 && token_is(doc, of, "of") && is_office_word(doc, of - 1) && doc->tokens.capital[of - 1];
}

/* "Academician Farid Mammadli" */
static bool begins_with_honorific(const document *doc, const run *r)
{
    phrase honorific = phrase_at(doc, INDEX_HONORIFIC, r->first);
    return honorific.rows.count && honorific.end < r->end;
}

/* "Allama Iqbal", which the tagger takes for a place or a people; no "Sri Lanka". */
static bool begins_with_honorific_and_given_name(const document *doc, const run *r)
{
    uint32_t name = phrase_at(doc, INDEX_HONORIFIC, r->first).end;
    return begins_with_honorific(doc, r) && phrase_rows(doc, INDEX_GIVEN_NAME, name, name + 1).count;
}

/* "the Prosecutor's Office", "the Attorney General's Office": a title owns the body. */
static uint32_t first_of_owned(const document *doc, const run *r)
{
    enum { LONGEST_TITLE = 3 };
    uint32_t owner = r->first - 2;
    if (r->first < 2 || !heads_body(doc, r->first) || !is_genitive(doc, r->first - 1) || !doc->tokens.capital[owner])
        return r->first;
    uint32_t first = r->first;
    for (uint32_t i = owner + 1; i-- > 0 && doc->tokens.capital[i] && i + LONGEST_TITLE > owner;)
        first = phrase_at(doc, INDEX_OFFICE, i).end == owner + 1 ? i : first;
    return first;
}

/* "Northern | Nigeria has seen": a word for a part of a country, with a capital as it begins a sentence. */
static bool begins_with_quarter(const document *doc, const run *r)
{
    static const char *const quarters[] = {"northern",     "southern",     "eastern",      "western",       "central",      "northeastern",
                                           "northwestern", "southeastern", "southwestern", "north-eastern", "north-western"};
    run rest = {r->first + 1, r->end, DATELINE_PLACE};
    return rest.first < rest.end && TOKEN_AMONG(doc, r->first, quarters) && is_named(doc, INDEX_COUNTRY, &rest) &&
           !is_named(doc, INDEX_COUNTRY, r) && !is_named(doc, INDEX_REGION, r) && !in_gazetteer(doc, r);
}

static uint32_t take_name(document *doc, uint32_t token, uint32_t stop)
{
    uint32_t teller = first_labelled(doc, token, stop);
    run r = {token, name_end(doc, token, stop), labelled(doc, teller) ? label_type(doc, teller) : DATELINE_PERSON};
    if ((labelled(doc, token) && !label_begins(doc, token) && person_follows(doc, token)) || is_lettered_office(doc, token))
        r.type = DATELINE_PERSON; /* cut off a body's name */
    end_early(doc, &r, stop);
    bool posted = follows_post(doc, token) || follows_office_of_body(doc, token);
    if (posted)
        r.type = DATELINE_PERSON;
    run listed;
    if (listed_name(doc, token, &listed) && listed.end >= r.end) {
        r = listed;
        if (r.type == DATELINE_PLACE && leads_to_body(doc, r.end, stop))
            r.end = name_end(doc, r.end, stop);
    }
    if (begins_with_quarter(doc, &r))
        r = (run){r.first + 1, r.end, DATELINE_PLACE};
    if (r.type == DATELINE_PERSON && ends_as_body(doc, &r))
        r.type = DATELINE_ORGANIZATION; /* no general called Motors */
    uint32_t next = r.end;
    bool guessed = !labelled(doc, teller) && !posted && r.end != listed.end && r.first == token;
    trim_name(doc, &r);
    r.end = end_before_charge(doc, &r);
    /* "Prime Minister", "H.E.", "Custodian of the Two Holy Mosques" name nobody */
    uint32_t end_of_title = r.first < r.end ? phrase_at(doc, INDEX_OFFICE, r.first).end : 0;
    bool title = r.first < r.end && (end_of_title >= r.end || phrase_at(doc, INDEX_HONORIFIC, r.first).end >= r.end);
    next = title && end_of_title > next ? end_of_title : next;
    bool initials = r.end - r.first == 1 && has_capital_inside(doc, r.first) && word_in(doc, INDEX_INITIALS, r.first);
    bool thing = initials && !is_named(doc, INDEX_ORGANIZATION, &r); /* "AI", "MoU" */
    if (r.first >= r.end || title || thing || !has_capital(doc, &r))
        return next;
    uint32_t owner = first_of_owned(doc, &r);
    if (guessed && owner == r.first && !guess_type(doc, &r))
        return next;
    decide_type(doc, &r);
    if (r.type != DATELINE_ORGANIZATION && charges_end(doc, r.first) >= r.end) /* "the Commissioner for Human Rights said": nobody's name */
        r.type = DATELINE_ORGANIZATION;
    if (owner < r.first)
        r = (run){owner, r.end, DATELINE_ORGANIZATION};
    bool titled = r.end - r.first > 1 && !heads_body(doc, r.end - 1) && !is_named(doc, INDEX_ORGANIZATION, &r) &&
                  (r.type == DATELINE_ORGANIZATION ? follows_long_title(doc, &r) || begins_with_honorific(doc, &r)
                                                   : begins_with_honorific_and_given_name(doc, &r));
    if (r.type != DATELINE_PERSON && (is_aged(doc, &r) || titled)) {
        r.type = DATELINE_PERSON;
        trim_name(doc, &r); /* "Survivor Alfani Buroko, 51," */
    }
    for (uint32_t i = r.first + 1; r.type == DATELINE_PERSON && i < r.end; i++) {
        bool of = i > r.first + 1 && token_is(doc, i, "of") && !heads_body(doc, i - 1); /* "Ana Maria Vega of Yechiu Recycling" */
        if (of || token_is(doc, i, "the") || is_genitive(doc, i)) /* "Rathbun the Scientology official", "Butz's Feinstein run" */
            r.end = next = i;
    }
    while (r.end - r.first > 1 && doc->tokens.tag[r.end - 1] == POS_ADP &&
           !is_tied(doc, r.first, r.end - 1)) /* "Elene Khoshtaria of the Coalition" */
        r.end--;
    if (names_nobody(doc, &r))
        return next;
    if (r.end - r.first == 1 && r.type == DATELINE_PLACE && heads_body(doc, r.first) &&
        token_is(doc, r.end, "of")) /* "the Embassy of Kazakhstan" */
        r.type = DATELINE_ORGANIZATION;
    uint32_t longer = name_end_with_of(doc, &r, stop);
    if (longer > r.end) {
        r.end = longer;
        next = longer > next ? longer : next;
        trim_name(doc, &r);
    }
    end_late(doc, &r, stop);
    next = r.end > next ? r.end : next;
    if (!belongs_to_other_words(doc, &r))
        add_mention(doc, r, true);
    return next > token ? next : token + 1;
}

static int by_place(const void *left, const void *right)
{
    const mention *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end;
}

/* "Secretary of State Antony Blinken": the end of a title with "of" in it that a name follows; `token` if none begins there. So of a title
 * in capitals, "the Chief Executive Officer", "Press Officer". */
static uint32_t title_end(const document *doc, uint32_t token, uint32_t stop)
{
    phrase office = phrase_at(doc, INDEX_OFFICE, token);
    bool of = false, capitals = doc->tokens.capital[token];
    for (uint32_t i = token + 1; i < office.end && office.rows.count; i++) {
        of = of || token_is(doc, i, "of");
        capitals = capitals && doc->tokens.capital[i];
    }
    enum { CAPITALS = 3, LONG_TITLE = 4 };
    bool whole = office.rows.count && office.end == token + 2 && !word_in(doc, INDEX_OFFICE, token + 1); /* no "Officer Ana Vega" */
    if (office.rows.count && capitals && (whole || office.end >= token + CAPITALS))
        return office.end;
    /* "Ambassador Extraordinary and Plenipotentiary" */
    if (office.rows.count && office.end >= token + LONG_TITLE && office.end < stop && token_is(doc, office.end, "of"))
        return office.end;
    bool goes_on =
        of && office.end < stop && (is_proper(doc, office.end) || token_is(doc, office.end, "for")); /* "Minister of State for Energy" */
    return goes_on && doc->tokens.capital[token] ? office.end : token;
}

/* A body that the lexicon knows; "Let us" and "Who knows" are no acronyms. */
static bool begins_listed_body(const document *doc, uint32_t token)
{
    phrase found = phrase_at(doc, INDEX_ORGANIZATION, token);
    uint8_t tag = doc->tokens.tag[token];
    bool small_word = tag == POS_PRON || tag == POS_VERB || tag == POS_AUX || tag == POS_SCONJ || tag == POS_ADV;
    return found.rows.count && (found.end > token + 1 || !small_word || has_capital_inside(doc, token));
}

status find_mentions(document *doc)
{
    for (uint32_t k = 0; k < doc->sentences.count; k++) {
        sentence s = doc->sentences.items[k];
        for (uint32_t i = s.first; i < s.end;) {
            uint32_t honoured = phrase_at(doc, INDEX_HONORIFIC, i).end;
            if (honoured > i + 1 && honoured < s.end && phrase_at(doc, INDEX_OFFICE, honoured).rows.count) /* "Chief Guest | President" */
                i = honoured;
            uint32_t posted = take_post(doc, i, s.end);
            i = posted > i ? posted : minister_behind(doc, portfolio_end(doc, title_end(doc, i, s.end)));
            if (i >= s.end)
                break;
            i = begins_name(doc, i, s.first) || begins_listed_body(doc, i) ? take_name(doc, i, s.end) : i + 1;
        }
        find_event_names(doc, s);
    }
    if (!doc->mentions.count)
        return DATELINE_OK;
    find_towns_alone(doc);
    agree_on_types(doc);
    for (uint32_t m = 0; m < doc->mentions.count; m++) /* after the vote: one name may be both */
        if (acts_as_government(doc, &doc->mentions.items[m]))
            doc->mentions.items[m].type = DATELINE_ORGANIZATION;
    find_known_names(doc);
    find_halves(doc);
    read_acronyms(doc);
    qsort(doc->mentions.items, doc->mentions.count, sizeof *doc->mentions.items, by_place);
    memset(doc->tokens.mention, 0xff, doc->tokens.count * sizeof *doc->tokens.mention);
    for (uint32_t m = doc->mentions.count; m-- > 0;) /* of nested names the inner ones keep their words */
        for (uint32_t i = doc->mentions.items[m].first; i < doc->mentions.items[m].end; i++)
            if (doc->tokens.mention[i] == NONE)
                doc->tokens.mention[i] = m;
    return DATELINE_OK;
}
