/* What a minister has charge of is no name: "Minister for Women, Family and Social Affairs, Ms. Ana Vega". */
#include "grammar/portfolio.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* Whether "for", "of" or "on" before a token follows one of some titles: "Minister of State for |". */
static bool follows_title(const document *doc, uint32_t first, const char *const *titles, size_t count)
{
    enum { FARTHEST = 5 };
    static const char *const leading[] = {"for", "of", "on"};
    if (first < 2 || !TOKEN_AMONG(doc, first - 1, leading))
        return false;
    for (uint32_t i = first - 1; i-- > 0 && first - i <= FARTHEST;)
        if (token_is_one(doc, i, titles, count))
            return true;
    return false;
}

/* "Minister of State for |", "Assistant to the Chief Minister on |", "Director of |": of the first a name may follow what they have charge
 * of, of the others a given name. */
static bool follows_minister_of(const document *doc, uint32_t first)
{
    static const char *const titles[] = {"minister",     "ministers",        "secretary", "undersecretary",
                                         "commissioner", "director-general", "general"};
    return follows_title(doc, first, titles, sizeof titles / sizeof *titles);
}

static bool follows_director_of(const document *doc, uint32_t first)
{
    static const char *const titles[] = {"director", "head", "coordinator", "officer"};
    return follows_title(doc, first, titles, sizeof titles / sizeof *titles);
}

static bool begins_person(const document *doc, uint32_t token)
{
    if (token >= doc->tokens.count || phrase_at(doc, INDEX_OFFICE, token).rows.count)
        return false;
    bool person = doc->tokens.name_label[token] == 2 * DATELINE_PERSON + 1; /* as the tagger has it: begins there */
    return person || phrase_at(doc, INDEX_HONORIFIC, token).rows.count;
}

/* "Minister of Defense | Sheikh Talal Khaled": a title and a name. */
static bool begins_titled(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    phrase title = token < t->count && t->capital[token] ? phrase_at(doc, INDEX_OFFICE, token) : (phrase){{NULL, 0}, 0};
    return title.rows.count && title.end < t->count && t->capital[title.end] && t->tag[title.end] == POS_PROPN &&
           !phrase_at(doc, INDEX_OFFICE, title.end).rows.count;
}

static bool two_proper(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool both =
        token + 1 < t->count && t->capital[token] && t->capital[token + 1] && t->tag[token] == POS_PROPN && t->tag[token + 1] == POS_PROPN;
    return both && !phrase_at(doc, INDEX_OFFICE, token).rows.count;
}

/* "Minister of Ecology Mansur Oshurbayev": three words with capitals and no more, of which the first is no given name. */
static bool leads_name(const document *doc, uint32_t first, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    bool three = first + 3 < stop && t->capital[first] && two_proper(doc, first + 1) && !t->capital[first + 3] && t->tag[first] != POS_ADJ;
    bool known = phrase_rows(doc, INDEX_GIVEN_NAME, first, first + 1).count || phrase_rows(doc, INDEX_COUNTRY, first, first + 1).count;
    return three && !known && !phrase_at(doc, INDEX_OFFICE, first).rows.count && !phrase_at(doc, INDEX_HONORIFIC, first).rows.count;
}

/* "Director of Global Talent | Marcia Stein": a word of the language before a given name and another name. */
static bool ends_before_given_name(const document *doc, uint32_t token, uint32_t stop)
{
    bool body = word_in(doc, INDEX_NAME_HEAD, token) || word_in(doc, INDEX_BODY, token); /* "Radio Sveti Jovan" */
    return token + 2 < stop && !body && word_in(doc, INDEX_COMMON_WORD, token) &&
           !phrase_rows(doc, INDEX_GIVEN_NAME, token, token + 1).count && phrase_rows(doc, INDEX_GIVEN_NAME, token + 1, token + 2).count &&
           doc->tokens.capital[token + 2];
}

static bool is_joint(const document *doc, uint32_t token)
{
    return token_is(doc, token, ",") || token_is(doc, token, "and") || token_is(doc, token, "&");
}

uint32_t portfolio_end(const document *doc, uint32_t first)
{
    enum { LONGEST = 9 };
    uint32_t stop = first < doc->tokens.count ? sentence_of(doc, first).end : first, found = first;
    bool minister = follows_minister_of(doc, first);
    if (!minister && !follows_director_of(doc, first))
        return first;
    if (minister && leads_name(doc, first, stop))
        return first + 1;
    for (uint32_t i = first; i < stop && i < first + LONGEST; i++) {
        bool joint = is_joint(doc, i);
        if (!joint && !doc->tokens.capital[i])
            break;
        bool inside = minister && !joint && i + 1 < stop, titled = inside && begins_titled(doc, i + 1);
        bool ends_it =
            inside && (word_in(doc, INDEX_PORTFOLIO, i) || is_portfolio(doc, i) || phrase_at(doc, INDEX_HONORIFIC, i + 1).rows.count);
        bool comma = ends_it && token_is(doc, i + 1, ",") && (begins_person(doc, i + 2) || two_proper(doc, i + 2));
        if (titled || comma || (ends_it && (begins_person(doc, i + 1) || two_proper(doc, i + 1))))
            found = i + 1;
        if (!minister && !joint && ends_before_given_name(doc, i, stop))
            return i + 1;
    }
    return found;
}

/* A word of the language for a thing, "Railway", with a capital. */
static bool is_charge(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool thing = t->tag[token] == POS_NOUN || t->tag[token] == POS_PROPN || t->tag[token] == POS_ADJ;
    bool known = word_in(doc, INDEX_COMMON_WORD, token) || word_in(doc, INDEX_PORTFOLIO, token);
    return t->capital[token] && thing && known && !word_in(doc, INDEX_OFFICE_MODIFIER, token) &&
           !phrase_at(doc, INDEX_OFFICE, token).rows.count && !country_named(doc, token, token + 1) &&
           !phrase_rows(doc, INDEX_GIVEN_NAME, token, token + 1).count;
}

/* Whether another charge stands behind a joint, or behind two: "Trade | , and Industry". */
static bool leads_to_charge(const document *doc, uint32_t joint)
{
    uint32_t next = joint + 1 + (is_joint(doc, joint + 1) ? 1 : 0);
    return next < doc->tokens.count && is_charge(doc, next);
}

/* "Minister of | Roads", "Ministers for | Roads", "Minister of State for | Roads": right behind the title. */
static bool begins_charges(const document *doc, uint32_t first)
{
    static const char *const titles[] = {"minister", "ministers", "secretary", "undersecretary", "commissioner"};
    static const char *const leading[] = {"for", "of"};
    if (first < 2 || !TOKEN_AMONG(doc, first - 1, leading))
        return false;
    bool state = first >= 4 && token_is(doc, first - 2, "state") && token_is(doc, first - 3, "of");
    return TOKEN_AMONG(doc, first - (state ? 4 : 2), titles);
}

uint32_t charges_end(const document *doc, uint32_t token)
{
    enum { LONGEST = 9 }; /* words */
    const token_table *t = &doc->tokens;
    if (token >= t->count || !t->capital[token])
        return token;
    sentence s = sentence_of(doc, token);
    uint32_t first = token, end = token;
    while (first > s.first && token - first < LONGEST && !begins_charges(doc, first) &&
           (is_charge(doc, first - 1) || is_joint(doc, first - 1)))
        first--;
    if (!begins_charges(doc, first))
        return token;
    while (end < s.end && end - first < LONGEST && (is_charge(doc, end) || (is_joint(doc, end) && leads_to_charge(doc, end))))
        end++;
    bool name = end < s.end && (t->capital[end] || phrase_at(doc, INDEX_OFFICE, end).rows.count);
    return name ? token : end;
}

uint32_t minister_behind(const document *doc, uint32_t first)
{
    enum { LONGEST = 6 }; /* words */
    const token_table *t = &doc->tokens;
    uint32_t stop = first < t->count ? sentence_of(doc, first).end : first, i = first;
    while (i + 1 < stop && i - first < LONGEST && (is_charge(doc, i) || (i > first && (token_is(doc, i, "and") || token_is(doc, i, "&")))))
        i++;
    if (i > first && is_portfolio(doc, i)) /* "Law and | Justice Minister" */
        i++;
    bool titled = i > first && i + 1 < stop && token_is(doc, i, "minister") && t->capital[i] && t->capital[i + 1];
    return titled ? i : first;
}
