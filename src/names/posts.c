/* Posts written without a comma before who holds them: a title, a body, a name. As South Asian news writes them, without "of" as well,
 * "Director Kashmir Liberation Cell Raja Sajjad Khan", "Dean Faculty of Arts Dr Ayesha Sohail"; "Speaker of the House of Representatives
 * Nancy Pelosi". */
#include "names/parts.h"

#include "grammar/phrases.h"

enum { FEWEST_NAME_WORDS = 2, MOST_NAME_WORDS = 4 };

static bool is_small_word(const document *doc, uint32_t token)
{
    static const char *const small[] = {"of", "for", "and", "the", "on", "&"};
    return TOKEN_AMONG(doc, token, small);
}

/* "Jauhar Saleem | and President Islamabad Chamber": another post or name. */
static bool begins_another(const document *doc, uint32_t token)
{
    return phrase_at(doc, INDEX_OFFICE, token).rows.count || phrase_at(doc, INDEX_HONORIFIC, token).rows.count ||
           phrase_rows(doc, INDEX_GIVEN_NAME, token, token + 1).count;
}

/* "Cultural Center | in Budapest | Jin Hao": the token after where a body is; `token`: no town stands there. */
static uint32_t whereabouts_end(const document *doc, uint32_t token, uint32_t stop)
{
    enum { LONGEST = 3 };
    bool inside = token > 0 && token + 3 < stop && token_is(doc, token, "in") && heads_body(doc, token - 1);
    uint32_t end = token;
    for (uint32_t i = token + 2; inside && i + 1 < stop && i <= token + LONGEST; i++)
        if (phrase_rows(doc, INDEX_CITY, token + 1, i).count && doc->tokens.capital[i] && doc->tokens.capital[i + 1])
            end = i;
    return end;
}

/* The end of the words with capitals from a token on, and of the small words between them. */
static uint32_t capitals_end(const document *doc, uint32_t token, uint32_t stop)
{
    uint32_t end = token;
    for (uint32_t i = token;
         i < stop && (doc->tokens.capital[i] || is_small_word(doc, i) || is_tie(doc, i, stop) || is_tied(doc, token, i)); i++) {
        uint32_t town = whereabouts_end(doc, i + 1, stop);
        bool another = token_is(doc, i, "and") && i + 1 < stop && begins_another(doc, i + 1);
        if (another || is_calendar_word(doc, i))
            break;
        if (doc->tokens.tag[i] == POS_PUNCT && !is_tie(doc, i, stop))
            break;
        if (doc->tokens.capital[i])
            end = i + 1;
        if (town > i + 1) {
            end = town;
            i = town - 1;
        }
    }
    return end;
}

/* The token after "Prof. Dr." at a token; `token`: no honorific begins there. */
static uint32_t honorifics_end(const document *doc, uint32_t token, uint32_t end)
{
    for (uint32_t i = token; i < end;) {
        phrase found = phrase_at(doc, INDEX_HONORIFIC, i);
        if (!found.rows.count)
            return i;
        i = found.end + (found.end < end && token_is(doc, found.end, "."));
        token = i;
    }
    return token;
}

static bool may_begin_name(const document *doc, uint32_t token)
{
    static const char *const continental[] = {"asian", "african", "european", "american", "arab", "pacific", "caribbean"};
    if (TOKEN_AMONG(doc, token, continental)) /* "the Association of Southeast | Asian Nations" */
        return false;
    return doc->tokens.capital[token] && !heads_body(doc, token) && !word_in(doc, INDEX_BODY, token) &&
           !word_in(doc, INDEX_NATIONALITY, token) &&
           (phrase_rows(doc, INDEX_GIVEN_NAME, token, token + 1).count || !word_in(doc, INDEX_COMMON_WORD, token));
}

/* The end of a word or phrase that tells what a body is, "institute", "house of representatives"; `token`: none begins there. */
static uint32_t body_noun_end(const document *doc, uint32_t token)
{
    phrase found = phrase_at(doc, INDEX_BODY, token);
    return found.rows.count ? found.end : token + heads_body(doc, token);
}

/* "Speaker of Parliament Louis Chimango": a word that is a body by itself; not "director of Radio Sveti Jovan". */
static bool stands_alone(const document *doc, uint32_t token)
{
    rows body = phrase_rows(doc, INDEX_BODY, token, token + 1);
    return body.count && lexicon_number(doc->lexicon, TABLE_BODIES, body.items[0], BODY_STANDS) == BODY_STANDS_ALONE;
}

/* The end of a place's name of several words at a token, "South Africa"; `token`: none begins there. */
static uint32_t long_place_end(const document *doc, uint32_t token)
{
    static const index_id places[] = {INDEX_COUNTRY, INDEX_REGION, INDEX_CITY};
    uint32_t end = token;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        phrase found = phrase_at(doc, places[i], token);
        end = found.rows.count && found.end > token + 1 && found.end > end ? found.end : end;
    }
    return end;
}

/* Where the name begins after a body whose word of its kind ends at `at`, "Institute of Regional Studies | Jauhar Saleem". */
static uint32_t after_body_noun(const document *doc, uint32_t at, uint32_t end)
{
    if (whereabouts_end(doc, at, end + 1) > at)
        return whereabouts_end(doc, at, end + 1);
    uint32_t from = at;
    if (at + 1 < end && (token_is(doc, at, "of") || token_is(doc, at, "for"))) {
        uint32_t place_end = long_place_end(doc, at + 1);
        at = place_end > at + 2 ? place_end : at + 2;
    }
    while (at < end && (is_small_word(doc, at) || (at > from && !may_begin_name(doc, at))))
        at++;
    return at;
}

/* Whether words are those of a body: one of its kind is among them, no post, and no small word ends them. */
static bool is_body(const document *doc, uint32_t first, uint32_t end)
{
    bool holds_body = false;
    for (uint32_t i = first, after; i < end; i = after) {
        after = body_noun_end(doc, i) > i ? body_noun_end(doc, i) : i + 1;
        if (after == i + 1 && phrase_at(doc, INDEX_OFFICE, i).rows.count) /* but "House of Representatives" */
            return false;
        holds_body = holds_body || body_noun_end(doc, i) > i;
    }
    return holds_body && !is_small_word(doc, end - 1);
}

static bool is_name(const document *doc, uint32_t first, uint32_t end)
{
    static const index_id other[] = {INDEX_COUNTRY, INDEX_CITY, INDEX_REGION, INDEX_ORGANIZATION};
    for (uint32_t i = first; i < end; i++)
        if (!doc->tokens.capital[i] || (i > first && heads_body(doc, i)))
            return false;
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) /* "the Museum of Modern Art New York" */
        if (end >= first + FEWEST_NAME_WORDS && phrase_rows(doc, other[i], end - 2, end).count)
            return false;
    return end >= first + FEWEST_NAME_WORDS && end <= first + MOST_NAME_WORDS;
}

/* "King Abdullah University" is named after one. */
static bool is_royal(const document *doc, uint32_t token)
{
    static const char *const royal[] = {"king", "queen", "prince", "princess", "sultan", "emperor", "saint"};
    return TOKEN_AMONG(doc, token, royal);
}

/* "director of the Dallas chapter of the | Council": the token after a part of a body, in small letters; `token`: none begins there. */
static uint32_t part_end(const document *doc, uint32_t token, uint32_t stop)
{
    static const char *const parts[] = {"chapter",  "branch", "department", "wing",    "arm",
                                        "division", "office", "bureau",     "section", "unit"};
    enum { LONGEST = 3 };
    for (uint32_t i = token; i + 1 < stop && i < token + LONGEST && doc->tokens.tag[i] != POS_PUNCT; i++)
        if (TOKEN_AMONG(doc, i, parts) && token_is(doc, i + 1, "of"))
            return i + 2 + (i + 2 < stop && token_is(doc, i + 2, "the"));
    return token;
}

/* Where a body may begin after a title that ends at `end`: after "of the", and after what tells the part of it. */
static uint32_t body_begin(const document *doc, uint32_t end, bool of, uint32_t stop)
{
    uint32_t first = end + of;
    first += of && first < stop && token_is(doc, first, "the");
    return of && first < stop ? part_end(doc, first, stop) : first;
}

/* A post's body ends, and its holder's name begins; `name` is where the body begins if there is no such place. */
typedef struct post_split {
    uint32_t body_end, name;
} post_split;

/* "Faculty of Arts | Dr | Ayesha Sohail" */
static post_split at_honorific(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++)
        if (honorifics_end(doc, i, end) > i)
            return (post_split){i, honorifics_end(doc, i, end)};
    return (post_split){first, first};
}

/* "Institute of Regional Studies | Jauhar Saleem" */
static post_split after_noun(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = end; i-- > first;) {
        uint32_t noun_end = body_noun_end(doc, i), after = noun_end > i && noun_end < end ? after_body_noun(doc, noun_end, end) : end;
        if (after + FEWEST_NAME_WORDS <= end && may_begin_name(doc, after) && is_body(doc, first, after))
            return (post_split){after, after};
    }
    return (post_split){first, first};
}

/* "Ameer Jamaat-e-Islami Pakistan | Siraj Khan", "Chairman Pasban-e-Hurriyat Jammu and Kashmir | Uzair Ahmad Ghazali": a body's name ends
 * with where it works, and two to four words follow. */
static post_split after_where(const document *doc, uint32_t first, uint32_t end)
{
    enum { MOST_NAME_WORDS = 4 };
    static const index_id wheres[] = {INDEX_COUNTRY, INDEX_REGION};
    for (uint32_t i = first + 1; i + FEWEST_NAME_WORDS < end && !token_is(doc, i, "and"); i++)
        for (size_t k = 0; k < sizeof wheres / sizeof *wheres; k++) {
            phrase where = phrase_at(doc, wheres[k], i);
            bool fits = where.rows.count && where.end + FEWEST_NAME_WORDS <= end && where.end + MOST_NAME_WORDS >= end;
            for (uint32_t word = where.end; fits && word < end; word++)
                fits = is_proper(doc, word) && !heads_body(doc, word) && !word_in(doc, INDEX_BODY, word);
            if (fits && !is_small_word(doc, i - 1) && may_begin_name(doc, where.end))
                return (post_split){where.end, where.end};
        }
    return (post_split){first, first};
}

/* "co-founder of Google | Sergey Brin": what the network or the lexicon takes for a body, before a given name. */
static post_split before_given_name(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i + FEWEST_NAME_WORDS <= end; i++) {
        bool body = phrase_rows(doc, INDEX_ORGANIZATION, first, i).count || phrase_rows(doc, INDEX_OUTLET, first, i).count ||
                    (labelled(doc, first) && label_type(doc, first) == DATELINE_ORGANIZATION);
        bool given = phrase_rows(doc, INDEX_GIVEN_NAME, i, i + 1).count && !phrase_rows(doc, INDEX_GIVEN_NAME, first, first + 1).count;
        given = given || (phrase_rows(doc, INDEX_ORGANIZATION, first, i).count && i > first + 1 && may_begin_name(doc, i));
        if (phrase_at(doc, INDEX_OFFICE, i - 1).rows.count) /* "a spokesman for House Speaker | Paul Ryan" */
            break;
        if (body && given && !is_small_word(doc, i - 1))
            return (post_split){i, i};
    }
    return (post_split){first, first};
}

uint32_t take_post(document *doc, uint32_t token, uint32_t stop)
{
    enum { FEWEST_LETTERS = 3 };
    phrase title = phrase_at(doc, INDEX_OFFICE, token);
    bool person =
        title.end < stop && phrase_rows(doc, INDEX_GIVEN_NAME, title.end, title.end + 1).count; /* "President Hassan University" */
    bool of = title.end < stop && (token_is(doc, title.end, "of") || token_is(doc, title.end, "for"));
    if (!title.rows.count || !(doc->tokens.capital[token] || of) || title.end >= stop || person || is_royal(doc, token))
        return token;
    uint32_t first = body_begin(doc, title.end, of, stop);
    if (first >= stop || is_small_word(doc, first) || !doc->tokens.capital[first])
        return token;
    uint32_t end = capitals_end(doc, first, stop);
    bool acronym = !of && in_capitals(doc, first, FEWEST_LETTERS) && !in_capitals(doc, first + 1, 1) && first + 1 < end;
    post_split split = acronym ? (post_split){first + 1, first + 1} : at_honorific(doc, first, end);
    if (split.name == first)
        split = after_noun(doc, first, end);
    bool bare = of && first == title.end + 1 && split.body_end == first + 1 && !stands_alone(doc, first);
    bool known = acronym || (split.name > first && is_body(doc, first, split.body_end) && !bare);
    if (!known && of) {
        split = before_given_name(doc, first, end);
        known = split.name > first;
    }
    if (!known) {
        split = after_where(doc, first, end);
        known = split.name > first;
    }
    phrase second = known && split.name < end ? phrase_at(doc, INDEX_OFFICE, split.name) : (phrase){{NULL, 0}, 0};
    if (second.rows.count && second.end + FEWEST_NAME_WORDS <= end) /* "Director General ISSI | Ambassador | Sohail Mahmood" */
        split.name = second.end;
    for (phrase h; known && (h = phrase_at(doc, INDEX_HONORIFIC, split.name)).rows.count && h.end < end;)
        split.name = h.end; /* "Principal Officer PRP | Prof Dr | Jalal Arif" */
    if (!known || !is_name(doc, split.name, end))
        return token;
    add_mention(doc, (run){first, split.body_end, DATELINE_ORGANIZATION}, true);
    add_mention(doc, (run){split.name, end, DATELINE_PERSON}, true);
    return end;
}
