/* How far a name reaches. */
#include "names/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <ctype.h>

bool is_proper(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return t->capital[token] && (t->tag[token] == POS_PROPN || strncmp(t->english_tag[token], "NNP", 3) == 0);
}

bool may_be_proper(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return is_proper(doc, token) || (t->capital[token] && (t->tag[token] == POS_NOUN || t->tag[token] == POS_ADJ));
}

bool labelled(const document *doc, uint32_t token)
{
    return doc->tokens.name_label[token] != 0;
}

dateline_entity_type label_type(const document *doc, uint32_t token)
{
    return (dateline_entity_type)((doc->tokens.name_label[token] - 1) / 2);
}

bool label_begins(const document *doc, uint32_t token)
{
    return (doc->tokens.name_label[token] & 1) != 0;
}

bool is_hyphen(const document *doc, uint32_t token)
{
    return token_is(doc, token, "-") || token_is(doc, token, "‐");
}

bool is_tie(const document *doc, uint32_t token, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    return token + 1 < stop && is_hyphen(doc, token) && !t->space_before[token] && !t->space_before[token + 1];
}

bool is_tied(const document *doc, uint32_t first, uint32_t token)
{
    return token > first && is_tie(doc, token - 1, token + 1);
}

/* "Moon Jae-in", "Prayut Chan-o-cha": behind somebody's first word, a short one whose next syllable is written small. */
static bool is_syllable(const document *doc, uint32_t first, uint32_t token)
{
    enum { LONGEST_BEFORE = 5, LONGEST_AFTER = 6 };
    static const char *const making[] = {"era",  "style", "like",  "time", "born", "based", "led", "run", "backed", "only",
                                         "wide", "area",  "bound", "free", "made", "owned", "to",  "and", "or"};
    uint32_t after = token + 1;
    bool person = !labelled(doc, first) || label_type(doc, first) == DATELINE_PERSON;
    return person && token > first + 1 && token_text(doc, token - 1).length <= LONGEST_BEFORE &&
           token_text(doc, after).length <= LONGEST_AFTER && doc->tokens.tag[after] != POS_VERB && doc->tokens.tag[after] != POS_ADJ &&
           !TOKEN_AMONG(doc, after, making);
}

/* "ICYF-ERC", "Wong Kwok-hing": what goes on after a tie, a word with a capital, a number, or one that the tree has in the name. */
static bool joins(const document *doc, uint32_t first, uint32_t token, uint32_t end)
{
    const token_table *t = &doc->tokens;
    uint32_t after = token + 1;
    return is_tie(doc, token, end) && (t->capital[after] || t->tag[after] == POS_NUM || t->tag[after] == POS_PROPN ||
                                       t->relation[after] == REL_FLAT || labelled(doc, after) || is_syllable(doc, first, token));
}

bool is_office_word(const document *doc, uint32_t token)
{
    return word_in(doc, INDEX_OFFICE, token) || word_in(doc, INDEX_HONORIFIC, token);
}

bool is_calendar_word(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_TIME_WORD, token, token + 1);
    if (!found.count)
        return false;
    uint32_t kind = lexicon_number(doc->lexicon, TABLE_TIME_WORDS, found.items[0], TIME_CLASS);
    return kind == TIME_MONTH || kind == TIME_WEEKDAY;
}

bool heads_body(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_NAME_HEAD, token, token + 1);
    if (!found.count || doc->tokens.tag[token] == POS_ADJ) /* "International" as in "Amnesty International" */
        return false;
    uint32_t type = lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE);
    return type == DATELINE_ORGANIZATION || type == DATELINE_FACILITY;
}

bool person_follows(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t end = token;
    while (end < t->count && is_proper(doc, end) && !heads_body(doc, end) && end - token < 4)
        end++;
    return end - token >= 2 && end - token <= 3 && end < t->count &&
           (t->tag[end] == POS_VERB || t->tag[end] == POS_PUNCT || t->tag[end] == POS_AUX);
}

/* "Mr.", "Dr.": no name goes on with it, "Undersecretary for Education | Mr. Toccafondi". */
static bool is_form_of_address(const document *doc, uint32_t token)
{
    return slice_ends(doc->tokens.lower[token], ".") && word_in(doc, INDEX_HONORIFIC, token);
}

bool is_lettered_office(const document *doc, uint32_t token)
{
    phrase office = in_capitals(doc, token, 2) ? phrase_at(doc, INDEX_OFFICE, token) : (phrase){{NULL, 0}, 0};
    return office.rows.count && office.end == token + 1 && token + 1 < doc->tokens.count && is_proper(doc, token + 1);
}

/* Where one name ends and another begins without a mark between: "ICYF Board Asad Hassan", "President Barack Obama". */
static bool parts_names(const document *doc, uint32_t first, uint32_t token)
{
    const token_table *t = &doc->tokens;
    static const char *const given[] = {"sheikh", "sheik", "shaikh", "haji", "hajj", "mullah", "sayyid", "syed", "imam"};
    bool in_name = is_proper(doc, token - 1) && !is_office_word(doc, token - 1) && token + 1 < t->count && is_proper(doc, token + 1);
    if (in_name && TOKEN_AMONG(doc, token, given)) /* "Farah Sheikh Abdulkadir" */
        return false;
    for (uint32_t i = token + 1; heads_body(doc, token - 1) && i < t->count && i <= token + 2;
         i++) /* "Secondary School | Teachers' Federation" */
        if (heads_body(doc, i) && (token_is(doc, i - 1, "'") || token_is(doc, i - 1, "’")))
            return false;
    if (is_form_of_address(doc, token))
        return true;
    bool inside = labelled(doc, token) && !label_begins(doc, token);
    phrase office = phrase_at(doc, INDEX_OFFICE, token);
    /* an office parts names, unless the name goes on to a body: "Young Diplomats Forum" */
    uint32_t after = office.end;
    bool body_follows = office.rows.count && after < t->count && t->capital[after] && heads_body(doc, after);
    if (office.rows.count && !inside && !body_follows)
        return true;
    if (heads_body(doc, token - 1) && token - first >= 2 && !heads_body(doc, token) && (!inside || person_follows(doc, token)))
        return true;
    bool new_person = labelled(doc, token) && label_begins(doc, token) && label_type(doc, token) == DATELINE_PERSON;
    bool old_person = labelled(doc, first) && label_type(doc, first) == DATELINE_PERSON;
    bool town = token - first == 1 && label_type(doc, first) == DATELINE_PLACE && phrase_rows(doc, INDEX_CITY, first, token).count &&
                token + 1 < t->count && labelled(doc, token + 1) && !label_begins(doc, token + 1);
    return new_person && labelled(doc, first) && !old_person && (token - first >= 2 || town);
}

uint32_t particle_end(const document *doc, uint32_t token, uint32_t stop)
{
    uint32_t at = token + is_tie(doc, token, stop); /* "Zia-ur-Rehman" */
    bool small_words = false;
    for (rows found; at < stop && (found = phrase_rows(doc, INDEX_NAME_PARTICLE, at, at + 1)).count; small_words = true) {
        uint32_t stands = lexicon_number(doc->lexicon, TABLE_NAME_PARTICLES, found.items[0], NAME_PARTICLE_STANDS);
        bool tied = is_tie(doc, at + 1, stop);
        if ((tied && stands == STANDS_FREE) || (!tied && stands == STANDS_TIED))
            return token;
        at += 1 + tied;
    }
    return small_words && at < stop && doc->tokens.capital[at] && doc->tokens.break_before[at] == BREAK_NONE ? at + 1 : token;
}

/* What ends a name; a hyphen does where it stands for a dash, "Abuja - Nigeria's president". */
static bool is_mark(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    if (slice_ends(t->lower[token], "$"))
        return true;
    bool dash = token + 1 < t->count && t->space_before[token] && t->space_before[token + 1];
    return t->tag[token] == POS_PUNCT && (dash || !is_hyphen(doc, token)) && !slice_is(t->lower[token], "&");
}

static bool is_quote(const document *doc, uint32_t token)
{
    static const char *const quotes[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "'", "\xe2\x80\x98", "\xe2\x80\x99", "''", "``"};
    return TOKEN_AMONG(doc, token, quotes);
}

/* 'Joseph "Sepp" Huber': one word with a capital between quotation marks, and the name goes on. */
static bool is_nickname(const document *doc, uint32_t token, uint32_t stop)
{
    return token + 3 < stop && is_quote(doc, token) && doc->tokens.capital[token + 1] && is_quote(doc, token + 2) &&
           is_proper(doc, token + 3) && doc->tokens.capital[token + 3] && !doc->tokens.space_before[token + 1] &&
           doc->tokens.space_before[token];
}

static bool is_post(const document *doc, index_id index, uint32_t first, uint32_t end, uint32_t least)
{
    rows found = phrase_rows(doc, index, first, end);
    return found.count && (index != INDEX_CITY || lexicon_number(doc->lexicon, TABLE_CITIES, found.items[0], CITY_POPULATION) >= least);
}

/* Whether "to Egypt" or "for the Philippines" follows a title, "on human rights in Iran" with its portfolio: what begins at `first` is a
 * post. */
static bool follows_title(const document *doc, uint32_t first)
{
    enum { LONGEST_PORTFOLIO = 7 };
    static const char *const leading[] = {"to", "for", "in", "of"};
    uint32_t before = first > 0 && token_is(doc, first - 1, "the") ? first - 1 : first;
    if (before < 2 || !TOKEN_AMONG(doc, before - 1, leading))
        return false;
    uint32_t title = before - 2;
    for (uint32_t steps = 0; steps < LONGEST_PORTFOLIO && title > 0 && !is_office_word(doc, title) && doc->tokens.tag[title] != POS_VERB &&
                             doc->tokens.tag[title] != POS_PUNCT;
         steps++)
        title--;
    phrase office = phrase_at(doc, INDEX_OFFICE, title);
    uint32_t after = office.rows.count ? office.end : title + 1; /* "Ambassador Extraordinary and Plenipotentiary | of" */
    bool portfolio = after < before - 1 && (token_is(doc, after, "on") || token_is(doc, after, "for")) && doc->tokens.capital[title];
    bool sent = after + 1 < before && token_is(doc, after, "of") && doc->tokens.capital[title] &&
                (token_is(doc, before - 1, "to") || token_is(doc, before - 1, "of")); /* "Minister of Foreign Affairs of | Uzbekistan" */
    return is_office_word(doc, title) && (title == before - 2 || portfolio || sent);
}

/* "S.Amarsaikhan": a letter, its stop and a name as one word. */
static bool has_initial(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    return word.length > 4 && word.bytes[1] == '.' && isupper((unsigned char)word.bytes[0]) && isupper((unsigned char)word.bytes[2]);
}

bool follows_post(const document *doc, uint32_t token)
{
    const mention *post = token > 0 ? mention_at(doc, token - 1) : NULL;
    return post && post->type == DATELINE_PLACE && post->end == token && follows_title(doc, post->first) && is_proper(doc, token) &&
           ((token + 1 < doc->tokens.count && is_proper(doc, token + 1)) || has_initial(doc, token));
}

/* "Consul General to | Perth Le Viet Duyen": whom a town is more likely to follow than a person. */
static bool follows_diplomat(const document *doc, uint32_t first)
{
    static const char *const diplomats[] = {"ambassador", "consul", "commissioner"};
    bool to = first > 2 && (token_is(doc, first - 1, "to") || token_is(doc, first - 1, "in"));
    return to && TOKEN_AMONG(doc, first - (token_is(doc, first - 2, "general") ? 3 : 2), diplomats);
}

/* "Ambassador to Egypt | John Casson": a country or town after a title and its preposition ends where somebody's name begins. */
static bool ends_posting(const document *doc, uint32_t first, uint32_t end, uint32_t stop)
{
    static const index_id posts[] = {INDEX_COUNTRY, INDEX_ORGANIZATION, INDEX_REGION, INDEX_CITY};
    const uint32_t known_town = 50000; /* people: Aung San is a town as well */
    bool person = labelled(doc, first) && label_type(doc, first) == DATELINE_PERSON && !follows_diplomat(doc, first);
    bool posted = follows_title(doc, first);
    bool name_follows = end + 1 < stop && may_be_proper(doc, end) && doc->tokens.space_before[end] &&
                        ((may_be_proper(doc, end + 1) && doc->tokens.space_before[end + 1]) || has_initial(doc, end));
    for (uint32_t i = end; posted && i < stop && (doc->tokens.capital[i] || token_is(doc, i, "'"));
         i++) /* "president of the Ontario Teachers' Federation" */
        if (heads_body(doc, i))
            return false;
    bool post = false;
    for (size_t i = 0; posted && name_follows && !post && i < sizeof posts / sizeof *posts; i++)
        post = (posts[i] == INDEX_COUNTRY || posts[i] == INDEX_ORGANIZATION || !person) && is_post(doc, posts[i], first, end, known_town) &&
               !phrase_rows(doc, posts[i], first, end + 1).count && !phrase_rows(doc, posts[i], first, end + 2).count;
    return post;
}

/* "Teachers' Federation", "Children's Trust": an apostrophe within a body's name. */
static bool owns_body(const document *doc, uint32_t token, uint32_t stop)
{
    static const char *const plurals[] = {"children", "women", "men", "people"};
    bool apostrophe = (token_is(doc, token, "'") || token_is(doc, token, "’")) && !doc->tokens.space_before[token];
    bool plural =
        apostrophe ? slice_ends(doc->tokens.lower[token - 1], "s") : is_genitive(doc, token) && TOKEN_AMONG(doc, token - 1, plurals);
    return plural && token + 1 < stop && doc->tokens.capital[token + 1] && heads_body(doc, token + 1);
}

/* "Embassy of Peru | in Portugal" */
static bool is_seated(const document *doc, uint32_t token)
{
    enum { FARTHEST = 6 }; /* words: "High Commission of the Republic of Kenya" */
    static const char *const missions[] = {"embassy", "consulate", "mission", "delegation", "commission", "office"};
    bool place = token_is(doc, token, "in") && token + 1 < doc->tokens.count &&
                 (phrase_at(doc, INDEX_COUNTRY, token + 1).rows.count || phrase_rows(doc, INDEX_CITY, token + 1, token + 2).count);
    for (uint32_t i = token; place && i-- > 0 && token - i <= FARTHEST && doc->tokens.tag[i] != POS_PUNCT;)
        if (TOKEN_AMONG(doc, i, missions))
            return true;
    return false;
}

/* "Charles III": a number of Roman numerals. */
static bool is_ordinal(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    bool roman = doc->tokens.tag[token] == POS_NUM && doc->tokens.space_before[token];
    for (uint32_t i = 0; roman && i < word.length; i++)
        roman = strchr("IVX", word.bytes[i]) != NULL;
    return roman;
}

uint32_t name_end(const document *doc, uint32_t first, uint32_t stop)
{
    enum { LONGEST_NAME = 12 };
    const token_table *t = &doc->tokens;
    uint32_t led_to = particle_end(doc, first, stop), end = led_to > first ? led_to : first + 1;
    bool by_label = labelled(doc, first);
    while (end < stop && end - first < LONGEST_NAME) {
        if (ends_posting(doc, first, end, stop) || is_seated(doc, end))
            break;
        bool apart = t->break_before[end] != BREAK_NONE || is_mark(doc, end);
        uint32_t after_particle = apart ? end : particle_end(doc, end, stop);
        if (after_particle > end)
            end = after_particle;
        else if (joins(doc, first, end, stop))
            end += 2;
        else if (is_nickname(doc, end, stop))
            end += 4;
        else if (is_ordinal(doc, end) && is_proper(doc, end - 1))
            end++;
        else if (owns_body(doc, end, stop))
            end += 2;
        else if (apart)
            break;
        else if (by_label && labelled(doc, end) && !is_form_of_address(doc, end) && !is_lettered_office(doc, end) &&
                 !label_begins(doc, end) && !(heads_body(doc, end - 1) && end - first >= 2 && person_follows(doc, end)))
            end++;
        else if (may_be_proper(doc, end) && t->space_before[end] && !is_calendar_word(doc, end) && !is_lettered_office(doc, end) &&
                 !parts_names(doc, first, end))
            end++;
        else
            break;
    }
    return end;
}

bool is_named(const document *doc, index_id index, const run *r)
{
    return phrase_rows(doc, index, r->first, r->end).count > 0;
}

/* "Council of Foreign Ministers", "Association of Genocide Scholars": its members end its name. */
static bool is_of_members(const document *doc, const run *r)
{
    for (uint32_t i = r->first + 1; i + 1 < r->end; i++)
        if (token_is(doc, i, "of") && (heads_body(doc, i - 1) || word_in(doc, INDEX_BODY, i - 1)))
            return is_plural(doc, r->end - 1);
    return false;
}

void trim_name(const document *doc, run *r)
{
    const token_table *t = &doc->tokens;
    for (bool cut = true; cut && r->first < r->end;) {
        if (particle_end(doc, r->first, r->end) > r->first)
            break; /* "al-Sadr", where "al" may be tagged as an article */
        phrase office = r->type == DATELINE_PERSON ? phrase_at(doc, INDEX_OFFICE, r->first) : (phrase){{NULL, 0}, 0};
        phrase honorific = phrase_at(doc, INDEX_HONORIFIC, r->first);
        if (phrase_at(doc, INDEX_NATIONALITY, r->first).rows.count || phrase_at(doc, INDEX_COUNTRY, r->first).end > honorific.end)
            honorific = (phrase){{NULL, 0}, 0}; /* "Sri Lankan", "Sri Lanka Security" */
        bool given = r->end - r->first == 2 && phrase_rows(doc, INDEX_GIVEN_NAME, r->first, r->first + 1).count; /* "Dean Kamen" */
        cut = true;
        if (office.rows.count && office.end < r->end && !given)
            r->first = office.end;
        else if (honorific.rows.count && honorific.end < r->end && r->type == DATELINE_PERSON)
            r->first = honorific.end;
        else if (r->type == DATELINE_PERSON && phrase_rows(doc, INDEX_OFFICE_MODIFIER, r->first, r->first + 1).count)
            r->first++; /* "Emeritus", "Acting" */
        else if (token_is(doc, r->first, "new") && r->first + 1 < r->end && phrase_at(doc, INDEX_NATIONALITY, r->first + 1).end == r->end)
            r->first++; /* "New Indian High Commissioner" */
        else if (t->tag[r->first] == POS_DET || t->tag[r->first] == POS_PUNCT || t->tag[r->first] == POS_ADP ||
                 t->tag[r->first] == POS_CCONJ)
            r->first++;
        else if (r->type == DATELINE_PERSON && r->end - r->first > 1 && phrase_rows(doc, INDEX_NATIONALITY, r->first, r->first + 1).count)
            r->first++;
        else
            cut = false;
    }
    while (r->end > r->first) {
        uint32_t last = r->end - 1;
        bool small = t->tag[last] == POS_ADP || t->tag[last] == POS_CCONJ || t->tag[last] == POS_DET;
        bool loose = is_genitive(doc, last) || token_is(doc, last, "'") || token_is(doc, last, "’") ||
                     (t->tag[last] == POS_PUNCT && !slice_ends(t->lower[last], ".")) || (small && !is_tied(doc, r->first, last));
        bool office = r->type == DATELINE_ORGANIZATION && last > r->first && word_in(doc, INDEX_OFFICE, last) &&
                      !is_named(doc, INDEX_ORGANIZATION, r) && !is_of_members(doc, r);
        bool letters = r->type == DATELINE_PERSON && last > r->first && in_capitals(doc, last, 2) && !in_capitals(doc, last - 1, 2) &&
                       word_in(doc, INDEX_OFFICE, last);
        if (!loose && !office && !letters) /* "State Department Spokesperson", "Anna Kowalska MP" */
            break;
        r->end--;
    }
}

uint32_t name_end_with_of(const document *doc, const run *r, uint32_t stop)
{
    uint32_t next = r->end;
    bool against = token_is(doc, next, "against"); /* "Court against Corruption" */
    bool joining = next + 1 < stop && (token_is(doc, next, "of") || token_is(doc, next, "for") || against);
    if (!joining || (against && labelled(doc, next + 1) && label_type(doc, next + 1) != DATELINE_ORGANIZATION) ||
        r->type != DATELINE_ORGANIZATION || !word_in(doc, INDEX_NAME_HEAD, r->end - 1))
        return r->end;
    next++;
    if (token_is(doc, next, "the") && next + 1 < stop)
        next++;
    bool name_follows = is_proper(doc, next) || (labelled(doc, next) && label_type(doc, next) == DATELINE_ORGANIZATION) ||
                        (doc->tokens.tag[next] == POS_ADJ && doc->tokens.capital[next]);
    if (!name_follows || (labelled(doc, next) && label_type(doc, next) == DATELINE_PERSON))
        return r->end;
    return name_end(doc, next, stop);
}
