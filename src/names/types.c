/* What a name names. */
#include "names/parts.h"

#include "base/utf8.h"
#include "grammar/phrases.h"
#include "grammar/portfolio.h"
#include "grammar/tree.h"

/* The type by the last noun of a name, or by the first of "Ministry of X"; false if it tells nothing. */
static bool type_by_head(const document *doc, const run *r, dateline_entity_type *out)
{
    uint32_t last = r->end - 1;
    for (uint32_t i = r->first + 1; i < r->end; i++)
        if (token_is(doc, i, "of") || token_is(doc, i, "for") || token_is(doc, i, "against")) {
            last = i - 1;
            break;
        }
    static const char *const quarters[] = {"north", "south", "east", "west"};
    last -= last > r->first + 1 && TOKEN_AMONG(doc, last, quarters);                                        /* "Mampong Road South" */
    rows found = last > r->first ? phrase_rows(doc, INDEX_NAME_HEAD, last - 1, last + 1) : (rows){NULL, 0}; /* "Union Congress" */
    if (!found.count)
        found = phrase_rows(doc, INDEX_NAME_HEAD, last, last + 1);
    if (!found.count || (r->end - r->first == 1 && !slice_is(doc->tokens.lower[last], "parliament")))
        return false;
    *out = (dateline_entity_type)lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE);
    return true;
}

/* The type by the first of several words: "Banque Misr", "Daily Star", "Plaza de Armas". */
static bool type_by_opener(const document *doc, const run *r, dateline_entity_type *out)
{
    rows found = r->end - r->first > 1 ? phrase_rows(doc, INDEX_NAME_OPENER, r->first, r->first + 1) : (rows){NULL, 0};
    if (found.count)
        *out = (dateline_entity_type)lexicon_number(doc->lexicon, TABLE_NAME_OPENERS, found.items[0], NAME_OPENER_TYPE);
    return found.count > 0;
}

/* "Musa Tano - representative of": what has an office beside it is a person. */
static bool beside_office(const document *doc, const run *r)
{
    uint32_t next = r->end;
    bool mark = token_is(doc, next, "-") || token_is(doc, next, "–") || token_is(doc, next, ",");
    if (mark && next + 1 < doc->tokens.count) {
        next++;
        next += token_is(doc, next, "then"); /* ", then the attorney general" */
        while (next + 1 < doc->tokens.count && (doc->tokens.tag[next] == POS_DET || doc->tokens.tag[next] == POS_ADJ) &&
               !phrase_at(doc, INDEX_OFFICE, next).rows.count)
            next++;
        if (phrase_at(doc, INDEX_OFFICE, next).rows.count)
            return true;
    }
    if (r->first > 0 && phrase_at(doc, INDEX_HONORIFIC, r->first - 1).rows.count > 0)
        return true;
    if (r->first > 0 && doc->tokens.capital[r->first - 1] && is_office_word(doc, r->first - 1)) /* "Justice Nimal Perera" */
        return true;
    if (r->first < 2 || !token_is(doc, r->first - 1, ",") || !token_is(doc, r->end, ","))
        return false;
    sentence s = sentence_of(doc, r->first);
    enum { FARTHEST = 7 }; /* words: "The late president of Malawi, Chisomo Banda," */
    for (uint32_t i = r->first - 1; i-- > s.first && r->first - i < FARTHEST && !is_verb(doc, i);)
        if (is_office_word(doc, i))
            return true;
    return false;
}

/* "director of the foundation | Ronny Heine": a full name behind a body that an office is of. */
static bool holds_post(const document *doc, const run *r)
{
    enum { FARTHEST = 4 };
    uint32_t words = r->end - r->first;
    bool person = labelled(doc, r->first) && label_type(doc, r->first) == DATELINE_PERSON;
    bool full = (words == 2 || words == 3) && (person || phrase_rows(doc, INDEX_GIVEN_NAME, r->first, r->first + 1).count);
    for (uint32_t i = r->first - 1, steps = 0; full && i > 0 && steps < FARTHEST && doc->tokens.tag[i] != POS_PUNCT; i--, steps++)
        if (token_is(doc, i, "of"))
            return is_office_word(doc, i - 1);
    return false;
}

/* "Daybreak media group": a noun of bodies after a name. */
static bool before_body(const document *doc, const run *r)
{
    static const char *const theirs[] = {"administration", "government", "regime", "cabinet", "campaign", "camp", "family", "clan"};
    const token_table *t = &doc->tokens;
    if (r->type == DATELINE_PERSON && TOKEN_AMONG(doc, r->end, theirs)) /* "the Barack Obama administration" */
        return false;
    for (uint32_t i = r->end; i < r->end + 2 && i < t->count && t->tag[i] == POS_NOUN && !t->capital[i]; i++)
        if (word_in(doc, INDEX_BODY, i) && t->relation[r->end - 1] != REL_NSUBJ)
            return true;
    return false;
}

/* "the carmaker Fiat", "Dutch lender ING": a noun of bodies that the name stands beside. */
static bool after_body(const document *doc, const run *r)
{
    const token_table *t = &doc->tokens;
    uint32_t noun = r->first - 1;
    return r->first > 0 && t->tag[noun] == POS_NOUN && !t->capital[noun] && word_in(doc, INDEX_BODY, noun) &&
           !has_feature(doc, noun, "Number=Plur") && !holds_post(doc, r);
}

/* "Azerbaijanis": the plural of what a people is called, also where the tagger saw a name. */
static bool is_people(const document *doc, const run *r)
{
    slice word = doc->tokens.lower[r->first];
    if (r->end - r->first > 1)
        return false;
    bool plural = slice_ends(word, "s") && word.length > 4;
    slice one = {word.bytes, word.length - plural};
    return lexicon_find(doc->lexicon, INDEX_PEOPLE, one).count || lexicon_find(doc->lexicon, INDEX_GROUP, one).count;
}

/* "ICYF-ERC": capitals alone, in one piece. */
static bool is_acronym(const document *doc, const run *r)
{
    uint32_t letters = 0;
    for (uint32_t i = r->first; i < r->end; i++) {
        slice word = token_text(doc, i);
        if (i > r->first && doc->tokens.space_before[i])
            return false;
        for (uint32_t place = 0; place < word.length;) {
            uint32_t code = utf8_next(word.bytes, &place);
            if (utf8_is_lower(code))
                return false;
            letters += utf8_is_upper(code);
        }
    }
    return letters >= 2;
}

/* "Sabah NRD": the few letters of a body behind its place. */
static bool is_acronym_of_place(const document *doc, const run *r)
{
    enum { LONGEST = 5 };
    run place = {r->first, r->end - 1, DATELINE_PLACE}, letters = {r->end - 1, r->end, r->type};
    return r->end - r->first > 1 && token_text(doc, letters.first).length <= LONGEST && is_acronym(doc, &letters) &&
           !word_in(doc, INDEX_INITIALS, letters.first) && !utf8_is_shouted(token_text(doc, place.first)) && in_gazetteer(doc, &place);
}

/* Whether words are proper nouns of which none is one of a body or all in capitals. */
static bool are_plain(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (!is_proper(doc, i) || word_in(doc, INDEX_BODY, i) || word_in(doc, INDEX_NAME_HEAD, i) || utf8_is_shouted(token_text(doc, i)))
            return false;
    return true;
}

/* "Tariq Mahmood": a given name and one or two words after it, none of which is a body's. */
static bool is_full_name(const document *doc, const run *r)
{
    uint32_t words = r->end - r->first;
    return words >= 2 && words <= 3 && phrase_rows(doc, INDEX_GIVEN_NAME, r->first, r->first + 1).count &&
           are_plain(doc, r->first + 1, r->end) && !utf8_is_shouted(token_text(doc, r->first));
}

/* "D K Shivakumar", "KM Abdur Raheem": two initials before one or two words that are no body's. */
static bool has_initials(const document *doc, const run *r)
{
    bool together = r->end - r->first == 3 && in_capitals(doc, r->first, 2) && token_text(doc, r->first).length == 2 &&
                    !phrase_rows(doc, INDEX_ORGANIZATION, r->first, r->first + 1).count &&
                    !phrase_rows(doc, INDEX_COUNTRY, r->first, r->first + 1).count &&
                    phrase_rows(doc, INDEX_GIVEN_NAME, r->first + 1, r->first + 2).count;
    if (together)
        return are_plain(doc, r->first + 1, r->end);
    for (uint32_t i = r->first; i < r->first + 2 && i < r->end; i++)
        if (doc->tokens.lower[i].length != 1 || !doc->tokens.capital[i])
            return false;
    uint32_t words = r->end - r->first;
    return words >= 3 && words <= 4 && are_plain(doc, r->first + 2, r->end);
}

bool is_told_by_who(const document *doc, const run *r)
{
    uint32_t words = r->end - r->first;
    if (words < 2 || words > 3 || !token_is(doc, r->end, ",") || !token_is(doc, r->end + 1, "who") || in_gazetteer(doc, r))
        return false;
    for (uint32_t i = r->first; i < r->end; i++)
        if (phrase_rows(doc, INDEX_CITY, i, i + 1).count)
            return false;
    return are_plain(doc, r->first, r->end);
}

/* "Chief executive of Rappler", "the editor of Tempo": what is led so is no person. */
static bool is_led(const document *doc, const run *r)
{
    static const char *const leading[] = {"executive", "ceo",        "chairman",  "chairwoman", "chairperson", "chair", "director",
                                          "founder",   "co-founder", "editor",    "owner",      "manager",     "head",  "publisher",
                                          "treasurer", "member",     "president", "convener",   "convenor"};
    return r->first > 1 && token_is(doc, r->first - 1, "of") && TOKEN_AMONG(doc, r->first - 2, leading) &&
           !phrase_rows(doc, INDEX_GIVEN_NAME, r->first, r->first + 1).count;
}

/* "Kabul rejected the proposal": a capital that does what governments do stands for one. */
bool acts_as_government(const document *doc, const mention *m)
{
    const token_table *t = &doc->tokens;
    uint32_t verb = t->head[m->head];
    bool owner = t->relation[m->head] == REL_NMOD_POSS, agent = t->relation[m->head] == REL_OBL_AGENT,
         subject =
             (agent || t->relation[m->head] == REL_NSUBJ) && verb != NONE && (is_verb(doc, verb) || child_by(doc, verb, REL_COP) != NONE);
    bool alone = m->type == DATELINE_PERSON && m->end - m->first == 1 && !is_surname(doc, m->first); /* "Yerevan insists": nobody's name */
    if ((!subject && !(owner && alone)) || (m->type != DATELINE_PLACE && !alone) || !phrase_rows(doc, INDEX_SEAT, m->first, m->end).count ||
        phrase_rows(doc, INDEX_COUNTRY, m->first, m->end).count)
        return false;
    return alone || word_in(doc, INDEX_CUE, verb) || word_in(doc, INDEX_RULE, verb);
}

/* What the lexicon says that a name is, or the noun at its head; false: nothing. */
static bool type_by_lexicon(const document *doc, const run *r, dateline_entity_type *out)
{
    if (is_named(doc, INDEX_ORGANIZATION, r) || is_named(doc, INDEX_OUTLET, r))
        *out = DATELINE_ORGANIZATION;
    else if (is_named(doc, INDEX_COUNTRY, r))
        *out = DATELINE_PLACE;
    else if (is_named(doc, INDEX_SEAT, r) && !names_town(doc, r)) /* "Downing Street" */
        *out = DATELINE_ORGANIZATION;
    else if (is_named(doc, INDEX_NATIONALITY, r) || is_named(doc, INDEX_PEOPLE, r) || is_people(doc, r) || is_named(doc, INDEX_GROUP, r))
        *out = DATELINE_GROUP;
    else if (is_named(doc, INDEX_REGION, r))
        *out = DATELINE_PLACE;
    else
        return type_by_head(doc, r, out) || (!in_gazetteer(doc, r) && type_by_opener(doc, r, out));
    return true;
}

/* "Paval Sevyarynets and Mikola Statkevich": two words that head no body's name, beside the full name of a person. */
static bool is_beside_person(const document *doc, const run *r)
{
    uint32_t other = r->end + 1;
    const mention *last = doc->mentions.count ? &doc->mentions.items[doc->mentions.count - 1] : NULL;
    bool before = token_is(doc, r->end, "and") && other + 1 < doc->tokens.count && label_begins(doc, other) &&
                  label_type(doc, other) == DATELINE_PERSON && is_proper(doc, other + 1);
    bool after = last && last->end + 1 == r->first && token_is(doc, last->end, "and") && last->type == DATELINE_PERSON &&
                 last->end - last->first > 1;
    bool two = r->end == r->first + 2 && (before || after);
    for (uint32_t i = r->first; two && i < r->end; i++)
        two = doc->tokens.capital[i] && !word_in(doc, INDEX_COMMON_WORD, i) && !word_in(doc, INDEX_NAME_HEAD, i) &&
              !word_in(doc, INDEX_BODY, i) && !word_in(doc, INDEX_CITY, i) && !in_capitals(doc, i, 2);
    return two;
}

/* Whether what stands around a name that the tagger takes for something else tells that it is a person. */
static bool is_person_by_signs(const document *doc, const run *r)
{
    bool place = r->type == DATELINE_PLACE, body = r->type == DATELINE_ORGANIZATION, alone = r->end - r->first == 1;
    if (is_particle_name(doc, r) || has_initials(doc, r))
        return true;
    if (r->type == DATELINE_PERSON)
        return false;
    if (body && is_beside_person(doc, r))
        return true;
    bool unknown = place && !alone && !in_gazetteer(doc, r);
    if (unknown && is_full_name(doc, r) && !lies_in(doc, r)) /* "the election of Bernardo Arévalo" */
        return true;
    if (is_told_by_who(doc, r) || (body && is_full_name(doc, r) && !before_body(doc, r) && !after_body(doc, r)))
        return true;
    if (unknown && after_body(doc, r))
        return false;
    if (r->type != DATELINE_EVENT_NAME && !alone && !in_gazetteer(doc, r) && beside_office(doc, r))
        return true;
    return unknown && r->end - r->first <= 3 && !after_preposition(doc, r);
}

/* Whether it tells that it is a body. */
static bool is_body_by_signs(const document *doc, const run *r)
{
    if (r->type == DATELINE_PERSON)
        return is_acronym(doc, r) || is_acronym_of_place(doc, r) || before_body(doc, r) || after_body(doc, r) || is_led(doc, r);
    bool unknown = r->type == DATELINE_PLACE && !in_gazetteer(doc, r); /* no town that anybody knows: "Chrysler said" */
    bool acts = is_subject(doc, r->first) || doc->tokens.relation[r->first] == REL_NMOD_POSS;
    return unknown && (after_body(doc, r) || (r->end - r->first == 1 && acts && !after_preposition(doc, r)));
}

/* "Junta leader Ana Vega": the noun of a body, in capitals. */
static bool is_body_noun(const document *doc, const run *r)
{
    return r->type == DATELINE_PERSON && r->end - r->first == 1 && word_in(doc, INDEX_BODY, r->first) && is_office_word(doc, r->end);
}

void decide_type(const document *doc, run *r)
{
    dateline_entity_type known;
    if (type_by_lexicon(doc, r, &known))
        r->type = known;
    else if (is_body_noun(doc, r))
        r->type = DATELINE_ORGANIZATION;
    else if (is_place_by_signs(doc, r))
        r->type = DATELINE_PLACE;
    else if (is_person_by_signs(doc, r))
        r->type = DATELINE_PERSON;
    else if (is_body_by_signs(doc, r))
        r->type = DATELINE_ORGANIZATION;
}

/* "Minister of Foreign Relations | Dinesh Gunawardena" */
static bool follows_portfolio(const document *doc, uint32_t token)
{
    enum { LONGEST = 6 };
    for (uint32_t i = token; i-- > 1 && token - i <= LONGEST;)
        if (token_is(doc, i - 1, "of") || token_is(doc, i - 1, "for"))
            return portfolio_end(doc, i) == token;
    return false;
}

/* "Ana Vega, | Egide Harerimana | and": two words or three that no English word is spelt as, in a list behind a person. */
static bool is_listed_after_person(const document *doc, const run *r)
{
    bool joined = r->first > 1 && (token_is(doc, r->first - 1, ",") || token_is(doc, r->first - 1, "and"));
    const mention *before = joined ? mention_at(doc, r->first - 2) : NULL;
    bool follows = before && before->type == DATELINE_PERSON && before->end + 1 == r->first && before->end - before->first > 1;
    bool goes_on = token_is(doc, r->end, ",") || token_is(doc, r->end, "and") || token_is(doc, r->end, ".") || token_is(doc, r->end, "(");
    for (uint32_t i = r->first; i < r->end && follows; i++)
        follows = doc->tokens.capital[i] && !word_in(doc, INDEX_COMMON_WORD, i);
    return follows && goes_on;
}

bool guess_type(const document *doc, run *r)
{
    static const index_id known[] = {INDEX_ORGANIZATION, INDEX_COUNTRY, INDEX_PEOPLE, INDEX_GROUP, INDEX_REGION};
    dateline_entity_type by_head;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (is_named(doc, known[i], r)) {
            r->type = DATELINE_ORGANIZATION;
            return true;
        }
    if (type_by_head(doc, r, &by_head) || type_by_opener(doc, r, &by_head)) {
        r->type = by_head;
        return true;
    }
    bool of_place = r->end + 1 < doc->tokens.count && token_is(doc, r->end, "of") && labelled(doc, r->end + 1) &&
                    label_type(doc, r->end + 1) == DATELINE_PLACE;
    if (r->end - r->first == 1 && of_place && heads_body(doc, r->first)) { /* "Embassy of Peru" */
        r->type = DATELINE_ORGANIZATION;
        return true;
    }
    if (names_town(doc, r) && (after_preposition(doc, r) || is_reached(doc, r->first))) {
        r->type = DATELINE_PLACE;
        return true;
    }
    uint32_t words = r->end - r->first;
    bool acronym = words == 1 && is_acronym(doc, r);
    for (uint32_t i = r->first + 2; i < r->end; i++)
        words -= is_tied(doc, r->first, i) && !doc->tokens.capital[i] ? 2 : 0; /* "Hyon Song-wol" */
    words -= words > 2 && doc->tokens.tag[r->end - 1] == POS_NUM;              /* "Togbe Ayim Adzokoto II" */
    r->type = acronym ? DATELINE_ORGANIZATION : DATELINE_PERSON;
    bool plain = words > 1; /* "Teacher | Eligibility Test" */
    for (uint32_t i = r->first; i < r->end; i++)
        plain = plain && word_in(doc, INDEX_COMMON_WORD, i);
    bool after_office =
        r->first > 0 && !plain && is_office_word(doc, r->first - 1) && !word_in(doc, INDEX_NAME_HEAD, r->first); /* "Justice | Act" */
    return acronym ||
           (words >= 2 && words <= 3 &&
            (is_full_name(doc, r) || has_initials(doc, r) || is_listed_after_person(doc, r) || beside_office(doc, r) ||
             person_follows(doc, r->first) || follows_portfolio(doc, r->first))) ||
           after_office;
}
