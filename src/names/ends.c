/* Where a name ends that was run together with the next, or that goes on where nothing marks it as one. */
#include "grammar/phrases.h"
#include "grammar/portfolio.h"
#include "grammar/tree.h"
#include "names/parts.h"

/* "Ministry of Foreign Affairs of Hungary | Péter Sztáray", "Republic of Chad | Luis Omar Diaz": the name of a body, or of a state, ends
 * with its country, where more proper nouns follow. */
static void end_before_person(const document *doc, run *r)
{
    enum { FEWEST = 2, MOST = 4 };
    bool body = r->type == DATELINE_ORGANIZATION || r->type == DATELINE_PLACE;
    for (uint32_t i = r->first + 2; body && i + 2 < r->end; i++) {
        phrase country = token_is(doc, i - 1, "of") ? phrase_at(doc, INDEX_COUNTRY, i) : (phrase){{NULL, 0}, i};
        uint32_t more = r->end - country.end;
        bool person = country.rows.count && more >= FEWEST && more <= (r->type == DATELINE_PLACE ? MOST : FEWEST);
        for (uint32_t k = country.end; person && k < r->end; k++)
            person = is_proper(doc, k);
        if (person && !heads_body(doc, r->end - 1))
            r->end = country.end;
    }
}

/* "Sabit Subasic | of Bosnia and Herzegovina": words that head no body's name and are no words of the language, and a country. */
static void end_before_country(const document *doc, run *r, uint32_t stop)
{
    uint32_t of = r->first;
    while (of < stop && of <= r->end && !token_is(doc, of, "of"))
        of++;
    bool names = r->type == DATELINE_ORGANIZATION && (of - r->first == 2 || of - r->first == 3) && token_is(doc, of, "of") &&
                 phrase_at(doc, INDEX_COUNTRY, of + 1).rows.count;
    for (uint32_t i = r->first; names && i < of; i++)
        names = is_proper(doc, i) && !word_in(doc, INDEX_NAME_HEAD, i) && !word_in(doc, INDEX_COMMON_WORD, i) &&
                !word_in(doc, INDEX_ORGANIZATION, i) && token_text(doc, i).length > 3 && !in_capitals(doc, i, 2);
    if (names)
        *r = (run){r->first, of, DATELINE_PERSON};
}

/* "Dean | Faculty of Law": a post before the body that it is of, without "of". */
static void begin_after_post(const document *doc, run *r)
{
    static const char *const posts[] = {"dean", "principal", "director", "chairman", "chairperson", "head", "registrar", "rector"};
    uint32_t noun = r->first + 1;
    bool body =
        noun < r->end && (heads_body(doc, noun) || word_in(doc, INDEX_BODY, noun)) && !token_is(doc, noun, "office"); /* "Head Office" */
    if (body && TOKEN_AMONG(doc, r->first, posts))
        *r = (run){noun, r->end, DATELINE_ORGANIZATION};
}

/* "Governor of Chari | Abbadi Sahir": three words, of which the first is no given name, are where he governs and his name. */
static void end_after_seat(const document *doc, run *r)
{
    static const char *const seated[] = {"governor", "mayor", "emir", "bishop", "archbishop"};
    bool three = r->end - r->first == 3 && r->first > 1 && token_is(doc, r->first - 1, "of") && TOKEN_AMONG(doc, r->first - 2, seated);
    for (uint32_t i = r->first; three && i < r->end; i++)
        three = is_proper(doc, i) && doc->tokens.capital[i];
    bool followed = three && r->end < doc->tokens.count && is_verb(doc, r->end);
    if (followed && !phrase_rows(doc, INDEX_GIVEN_NAME, r->first, r->first + 1).count)
        *r = (run){r->first, r->first + 1, DATELINE_PLACE};
}

/* A country, or a body that the lexicon lists: its type in `r`; false: it is neither. */
static bool is_party(const document *doc, run *r)
{
    if (is_named(doc, INDEX_COUNTRY, r))
        r->type = DATELINE_PLACE;
    else if (is_named(doc, INDEX_ORGANIZATION, r))
        r->type = DATELINE_ORGANIZATION;
    else
        return false;
    return true;
}

/* "Israel | -Hamas", "India | -Pakistan": two that a hyphen sets side by side. */
static void end_before_tie(const document *doc, run *r)
{
    uint32_t tie = r->first + 1;
    while (tie + 1 < r->end && !is_tie(doc, tie, r->end))
        tie++;
    run one = {r->first, tie, r->type}, other = {tie + 1, r->end, r->type};
    if (other.first < other.end && is_party(doc, &one) && is_party(doc, &other) && !is_party(doc, &(run){r->first, r->end, r->type}))
        *r = one;
}

void end_early(const document *doc, run *r, uint32_t stop)
{
    end_before_tie(doc, r);
    end_after_seat(doc, r);
    begin_after_post(doc, r);
    end_before_person(doc, r);
    end_before_country(doc, r, stop);
}

/* Whether a title of several words begins at a token and ends behind the run: "UN | Special Adviser", not "Metropolitan Police |
 * Commissioner". */
static bool begins_title(const document *doc, uint32_t token, const run *r)
{
    static const char *const kinds[] = {"police", "city", "district", "state", "county", "town", "government"};
    if (TOKEN_AMONG(doc, token, kinds))
        return false;
    phrase title = phrase_at(doc, INDEX_OFFICE, token);
    return title.rows.count && title.end > r->end && doc->tokens.capital[title.end - 1];
}

uint32_t end_before_charge(const document *doc, const run *r)
{
    uint32_t end = r->end;
    for (uint32_t i = r->first + 1; i < end; i++)
        if (minister_behind(doc, i) >= r->end || begins_title(doc, i, r))
            end = i;
    while (end < r->end && end - r->first > 1 && word_in(doc, INDEX_OFFICE_MODIFIER, end - 1)) /* "Chinese Vice Commerce Minister" */
        end--;
    return end;
}

/* "Act", "Bill" */
static bool heads_law(const document *doc, uint32_t token)
{
    return token < doc->tokens.count && doc->tokens.capital[token] && heads_name_of(doc, token, DATELINE_LAW);
}

/* "National Union of Tunisian | Journalists": an adjective does not end a body's name. */
static uint32_t end_after_adjective(const document *doc, const run *r, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    bool adjective = r->type == DATELINE_ORGANIZATION && r->end - r->first > 1 && r->end < stop &&
                     phrase_rows(doc, INDEX_NATIONALITY, r->end - 1, r->end).count;
    bool noun = adjective && t->capital[r->end] && t->space_before[r->end] && (t->tag[r->end] == POS_NOUN || t->tag[r->end] == POS_PROPN);
    bool title = noun && r->end + 1 < stop && is_proper(doc, r->end + 1); /* "of Tunisian Minister Ali Khan" */
    return noun && !title ? r->end + 1 : r->end;
}

/* "University of Azad Jammu | and Kashmir": a region goes on behind a body's name. */
static uint32_t end_of_region(const document *doc, const run *r, uint32_t stop)
{
    for (uint32_t i = r->first + 1; r->type == DATELINE_ORGANIZATION && i < r->end; i++) {
        phrase region = phrase_at(doc, INDEX_REGION, i);
        if (region.rows.count && region.end > r->end && region.end <= stop)
            return region.end;
    }
    return r->end;
}

/* A word of the language with a capital that somebody may have charge of, "Climate", "Justice"; no country, no title. */
static bool is_of_field(const document *doc, uint32_t token)
{
    bool known = word_in(doc, INDEX_COMMON_WORD, token) || word_in(doc, INDEX_PORTFOLIO, token);
    bool title = (word_in(doc, INDEX_OFFICE, token) && !is_portfolio(doc, token)) || word_in(doc, INDEX_HONORIFIC, token);
    return doc->tokens.capital[token] && known && !title && !is_verb(doc, token) && !word_in(doc, INDEX_COUNTRY, token);
}

/* The token after words of the language with capitals, "Climate Change"; `token`: none begins there, or they are a body, "Reform
 * Commission". */
static uint32_t end_of_field(const document *doc, uint32_t token, uint32_t stop)
{
    enum { LONGEST = 3 };
    uint32_t end = token;
    while (end < stop && end - token < LONGEST && is_of_field(doc, end))
        end++;
    return end > token && heads_body(doc, end - 1) ? token : end;
}

/* "Committee | on Foreign Affairs" */
static uint32_t end_of_subject(const document *doc, const run *r, uint32_t stop)
{
    static const char *const bodies[] = {"committee", "subcommittee", "commission", "council", "caucus", "panel"};
    bool on = r->type == DATELINE_ORGANIZATION && token_is(doc, r->end, "on") && TOKEN_AMONG(doc, r->end - 1, bodies);
    uint32_t end = on ? end_of_field(doc, r->end + 1, stop) : r->end;
    return on && end == r->end + 1 ? r->end : end;
}

/* "Department of Water | , Environment, and Climate Change": where a list of what a body has charge of ends; without "and" it is none. */
static uint32_t end_of_charges(const document *doc, const run *r, uint32_t stop)
{
    static const char *const leading[] = {"of", "for", "on"};
    uint32_t of = r->first;
    while (of < r->end && !TOKEN_AMONG(doc, of, leading))
        of++;
    bool charged = r->type == DATELINE_ORGANIZATION && of > r->first && of < r->end && heads_body(doc, of - 1) &&
                   end_of_field(doc, of + 1, r->end) == r->end;
    uint32_t at = r->end;
    while (charged && at < stop && (token_is(doc, at, ",") || token_is(doc, at, "and"))) {
        bool last = token_is(doc, at, "and") || token_is(doc, at + 1, "and");
        uint32_t field = at + 1 + (token_is(doc, at, ",") && last), end = end_of_field(doc, field, stop);
        if (end == field)
            break;
        if (last)
            return end;
        at = end;
    }
    return r->end;
}

/* "Mangu Local Government | Area", "Demsa Local Government Area | of Adamawa State": where the name of an area ends in which people live;
 * the first token if it is none. */
static uint32_t end_of_area(const document *doc, const run *r, uint32_t stop)
{
    for (uint32_t i = r->first + 1; i + 2 < stop && i < r->end; i++)
        if (token_is(doc, i, "local") && token_is(doc, i + 1, "government") && token_is(doc, i + 2, "area"))
            return i + 3;
    return r->first;
}

void end_late(const document *doc, run *r, uint32_t stop)
{
    if (heads_law(doc, r->end + 3) && token_is(doc, r->end, "(") && token_is(doc, r->end + 2, ")"))
        *r = (run){r->first, r->end + 4, DATELINE_LAW}; /* "Immoral Traffic (Prevention) Act" */
    if (r->type == DATELINE_ORGANIZATION && r->end < stop && heads_law(doc, r->end))
        *r = (run){r->first, r->end + 1, DATELINE_LAW}; /* "Visiting Forces Agreement" */
    uint32_t area = end_of_area(doc, r, stop);
    if (area > r->first)
        *r = (run){r->first, area, DATELINE_PLACE};
    r->end = end_after_adjective(doc, r, stop);
    r->end = end_of_region(doc, r, stop);
    r->end = end_of_subject(doc, r, stop);
    r->end = end_of_charges(doc, r, stop);
}
