/* Posts as South Asian news writes them, without "of" or a comma: "Director Kashmir Liberation Cell Raja Sajjad Khan", "Dean Faculty of
 * Arts Dr Ayesha Sohail": a title, a body, a name. */
#include "names/parts.h"

#include "grammar/phrases.h"

enum { FEWEST_NAME_WORDS = 2, MOST_NAME_WORDS = 4 };

static bool is_small_word(const document *doc, uint32_t token)
{
    static const char *const small[] = {"of", "for", "and", "the", "&"};
    return TOKEN_AMONG(doc, token, small);
}

/* "Jauhar Saleem | and President Islamabad Chamber": another post or name. */
static bool begins_another(const document *doc, uint32_t token)
{
    return phrase_at(doc, INDEX_OFFICE, token).rows.count || phrase_at(doc, INDEX_HONORIFIC, token).rows.count ||
           phrase_rows(doc, INDEX_GIVEN_NAME, token, token + 1).count;
}

/* The end of the words with capitals from a token on, and of the small words between them. */
static uint32_t capitals_end(const document *doc, uint32_t token, uint32_t stop)
{
    uint32_t end = token;
    for (uint32_t i = token; i < stop && (doc->tokens.capital[i] || is_small_word(doc, i)) && doc->tokens.tag[i] != POS_PUNCT; i++) {
        if (token_is(doc, i, "and") && i + 1 < stop && begins_another(doc, i + 1))
            break;
        if (doc->tokens.capital[i])
            end = i + 1;
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
    return doc->tokens.capital[token] && !heads_body(doc, token) && !word_in(doc, INDEX_BODY, token) &&
           (phrase_rows(doc, INDEX_GIVEN_NAME, token, token + 1).count || !word_in(doc, INDEX_COMMON_WORD, token));
}

/* Where the name begins after a body that has a word of its kind at `noun`, "Institute of Regional Studies | Jauhar Saleem". */
static uint32_t after_body_noun(const document *doc, uint32_t noun, uint32_t end)
{
    uint32_t at = noun + 1;
    if (at + 1 < end && (token_is(doc, at, "of") || token_is(doc, at, "for")))
        at += 2;
    while (at < end && (is_small_word(doc, at) || (at > noun + 1 && !may_begin_name(doc, at))))
        at++;
    return at;
}

/* Whether words are those of a body: one of its kind is among them, no post, and no small word ends them. */
static bool is_body(const document *doc, uint32_t first, uint32_t end)
{
    bool holds_body = false;
    for (uint32_t i = first; i < end; i++) {
        if (phrase_at(doc, INDEX_OFFICE, i).rows.count)
            return false;
        holds_body = holds_body || heads_body(doc, i) || word_in(doc, INDEX_BODY, i);
    }
    return holds_body && !is_small_word(doc, end - 1);
}

static bool is_name(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (!doc->tokens.capital[i])
            return false;
    return end >= first + FEWEST_NAME_WORDS && end <= first + MOST_NAME_WORDS;
}

/* "King Abdullah University" is named after one. */
static bool is_royal(const document *doc, uint32_t token)
{
    static const char *const royal[] = {"king", "queen", "prince", "princess", "sultan", "emperor", "saint"};
    return TOKEN_AMONG(doc, token, royal);
}

uint32_t take_post(document *doc, uint32_t token, uint32_t stop)
{
    phrase title = phrase_at(doc, INDEX_OFFICE, token);
    bool person =
        title.end < stop && phrase_rows(doc, INDEX_GIVEN_NAME, title.end, title.end + 1).count; /* "President Hassan University" */
    if (!title.rows.count || !doc->tokens.capital[token] || title.end >= stop || person || is_royal(doc, token) ||
        is_small_word(doc, title.end))
        return token;
    enum { FEWEST_LETTERS = 3 };
    uint32_t first = title.end, end = capitals_end(doc, first, stop), body = first, name = first;
    bool acronym = in_capitals(doc, first, FEWEST_LETTERS) && !in_capitals(doc, first + 1, 1);
    if (acronym && first + 1 < end)
        body = name = first + 1;
    for (uint32_t i = first + 1; i < end && name == first; i++) /* "Faculty of Arts | Dr" */
        if (honorifics_end(doc, i, end) > i) {
            body = i;
            name = honorifics_end(doc, i, end);
        }
    for (uint32_t i = end; i-- > first && name == first;) {
        uint32_t after = heads_body(doc, i) || word_in(doc, INDEX_BODY, i) ? after_body_noun(doc, i, end) : end;
        if (after + FEWEST_NAME_WORDS <= end && may_begin_name(doc, after))
            body = name = after;
    }
    if ((!acronym && !is_body(doc, first, body)) || !is_name(doc, name, end))
        return token;
    add_mention(doc, (run){first, body, DATELINE_ORGANIZATION}, true);
    add_mention(doc, (run){name, end, DATELINE_PERSON}, true);
    return end;
}
