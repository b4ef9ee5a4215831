#include "names/names.h"

#include "base/utf8.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <stdlib.h>

/* A name in the making. */
typedef struct run {
    uint32_t first, end;
    dateline_entity_type type;
} run;

/* A word of a name: a proper noun by either tag set, and written with a capital. */
static bool is_proper(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return t->capital[token] && (t->tag[token] == POS_PROPN || strncmp(t->english_tag[token], "NNP", 3) == 0);
}

/* A word with a capital inside a sentence that the tagger took for a common noun: "Ms Chaudhry", "Young Diplomats". */
static bool may_be_proper(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return is_proper(doc, token) || (t->capital[token] && (t->tag[token] == POS_NOUN || t->tag[token] == POS_ADJ));
}

static bool labelled(const document *doc, uint32_t token)
{
    return doc->tokens.name_label[token] != 0;
}

static dateline_entity_type label_type(const document *doc, uint32_t token)
{
    return (dateline_entity_type)((doc->tokens.name_label[token] - 1) / 2);
}

static bool label_begins(const document *doc, uint32_t token)
{
    return (doc->tokens.name_label[token] & 1) != 0;
}

static bool is_hyphen(const document *doc, uint32_t token)
{
    return token_is(doc, token, "-") || token_is(doc, token, "‐");
}

/* "Ul-Haq", "ICYF-ERC": a hyphen without blanks between two words with capitals or digits. */
static bool joins(const document *doc, uint32_t token, uint32_t end)
{
    const token_table *t = &doc->tokens;
    return is_hyphen(doc, token) && token + 1 < end && !t->space_before[token] && !t->space_before[token + 1] &&
           (t->capital[token + 1] || t->tag[token + 1] == POS_NUM || labelled(doc, token + 1));
}

static bool is_office_word(const document *doc, uint32_t token)
{
    return word_in(doc, INDEX_OFFICE, token) || word_in(doc, INDEX_HONORIFIC, token);
}

static bool is_calendar_word(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_TIME_WORD, token, token + 1);
    if (!found.count)
        return false;
    uint32_t kind = lexicon_number(doc->lexicon, TABLE_TIME_WORDS, found.items[0], TIME_CLASS);
    return kind == TIME_MONTH || kind == TIME_WEEKDAY;
}

/* ---- extent ---- */

static bool heads_body(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_NAME_HEAD, token, token + 1);
    if (!found.count || doc->tokens.tag[token] == POS_ADJ) /* "International" as in "Amnesty International" */
        return false;
    uint32_t type = lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE);
    return type == DATELINE_ORGANIZATION || type == DATELINE_FACILITY;
}

/* Two or three words with capitals, none of a body, and then a verb or a mark: most likely a person. */
static bool person_follows(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t end = token;
    while (end < t->count && is_proper(doc, end) && !heads_body(doc, end) && end - token < 4)
        end++;
    return end - token >= 2 && end - token <= 3 && end < t->count && (t->tag[end] == POS_VERB || t->tag[end] == POS_PUNCT || t->tag[end] == POS_AUX);
}

/* Where one name ends and another begins without a mark between: "ICYF Board Asad Hassan", "President Barack Obama". */
static bool parts_names(const document *doc, uint32_t first, uint32_t token)
{
    const token_table *t = &doc->tokens;
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
    return new_person && labelled(doc, first) && !old_person && token - first >= 2;
}

static bool is_mark(const document *doc, uint32_t token)
{
    if (slice_ends(doc->tokens.lower[token], "$"))
        return true;
    return doc->tokens.tag[token] == POS_PUNCT && !is_hyphen(doc, token) && !slice_is(doc->tokens.lower[token], "&");
}

static uint32_t name_end(const document *doc, uint32_t first, uint32_t stop)
{
    enum { LONGEST_NAME = 12 };
    const token_table *t = &doc->tokens;
    uint32_t end = first + 1;
    bool by_label = labelled(doc, first);
    while (end < stop && end - first < LONGEST_NAME) {
        bool apart = t->break_before[end] != BREAK_NONE || is_mark(doc, end);
        if (joins(doc, end, stop))
            end += 2;
        else if (apart)
            break;
        else if (by_label && labelled(doc, end) && !label_begins(doc, end) && !(heads_body(doc, end - 1) && end - first >= 2 && person_follows(doc, end)))
            end++;
        else if (may_be_proper(doc, end) && t->space_before[end] && !is_calendar_word(doc, end) && !parts_names(doc, first, end))
            end++;
        else
            break;
    }
    return end;
}

static bool is_named(const document *doc, index_id index, const run *r)
{
    return phrase_rows(doc, index, r->first, r->end).count > 0;
}

/* Articles, honorifics, offices and quotes do not belong to the name itself. */
static void trim(const document *doc, run *r)
{
    const token_table *t = &doc->tokens;
    for (bool cut = true; cut && r->first < r->end;) {
        phrase office = r->type == DATELINE_PERSON ? phrase_at(doc, INDEX_OFFICE, r->first) : (phrase){{NULL, 0}, 0};
        phrase honorific = phrase_at(doc, INDEX_HONORIFIC, r->first);
        cut = true;
        if (office.rows.count && office.end < r->end)
            r->first = office.end;
        else if (honorific.rows.count && honorific.end < r->end && r->type == DATELINE_PERSON)
            r->first = honorific.end;
        else if (r->type == DATELINE_PERSON && phrase_rows(doc, INDEX_OFFICE_MODIFIER, r->first, r->first + 1).count)
            r->first++; /* "Emeritus", "Acting" */
        else if (t->tag[r->first] == POS_DET || t->tag[r->first] == POS_PUNCT || t->tag[r->first] == POS_ADP || t->tag[r->first] == POS_CCONJ)
            r->first++;
        else if (r->type == DATELINE_PERSON && r->end - r->first > 1 && phrase_rows(doc, INDEX_NATIONALITY, r->first, r->first + 1).count)
            r->first++;
        else
            cut = false;
    }
    while (r->end > r->first) {
        uint32_t last = r->end - 1;
        bool loose = token_is(doc, last, "'s") || token_is(doc, last, "’s") || token_is(doc, last, "'") || token_is(doc, last, "’") ||
                     (t->tag[last] == POS_PUNCT && !slice_ends(t->lower[last], ".")) || t->tag[last] == POS_ADP || t->tag[last] == POS_CCONJ ||
                     t->tag[last] == POS_DET;
        bool office = r->type == DATELINE_ORGANIZATION && last > r->first && word_in(doc, INDEX_OFFICE, last) && !is_named(doc, INDEX_ORGANIZATION, r);
        if (!loose && !office) /* "State Department Spokesperson" */
            break;
        r->end--;
    }
}

/* "Ministry of Foreign Affairs", "Bank of England": a body's name goes on after "of". */
static uint32_t with_of(const document *doc, const run *r, uint32_t stop)
{
    uint32_t next = r->end;
    bool joining = next + 1 < stop && (token_is(doc, next, "of") || token_is(doc, next, "for"));
    if (!joining || r->type != DATELINE_ORGANIZATION || !word_in(doc, INDEX_NAME_HEAD, r->end - 1))
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

/* ---- type ---- */

/* The type by the last noun of a name, or by the first of "Ministry of X"; false if it tells nothing. */
static bool type_by_head(const document *doc, const run *r, dateline_entity_type *out)
{
    uint32_t last = r->end - 1;
    for (uint32_t i = r->first + 1; i < r->end; i++)
        if (token_is(doc, i, "of") || token_is(doc, i, "for")) {
            last = i - 1;
            break;
        }
    rows found = phrase_rows(doc, INDEX_NAME_HEAD, last, last + 1);
    if (!found.count || (r->end - r->first == 1 && !slice_is(doc->tokens.lower[last], "parliament")))
        return false;
    *out = (dateline_entity_type)lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE);
    return true;
}

/* "Musa Tano - representative of": what has an office beside it is a person. */
static bool beside_office(const document *doc, const run *r)
{
    uint32_t next = r->end;
    bool mark = token_is(doc, next, "-") || token_is(doc, next, "–") || token_is(doc, next, ",");
    if (mark && next + 1 < doc->tokens.count) {
        next++;
        while (next + 1 < doc->tokens.count && (doc->tokens.tag[next] == POS_DET || doc->tokens.tag[next] == POS_ADJ))
            next++;
        if (phrase_at(doc, INDEX_OFFICE, next).rows.count)
            return true;
    }
    return r->first > 0 && phrase_at(doc, INDEX_HONORIFIC, r->first - 1).rows.count > 0;
}

/* "in Karen Hills", "the Alai Range": what may be a place that the gazetteer lacks. */
static bool after_preposition(const document *doc, const run *r)
{
    return r->first > 0 && (doc->tokens.tag[r->first - 1] == POS_ADP || doc->tokens.tag[r->first - 1] == POS_DET);
}

static bool in_gazetteer(const document *doc, const run *r)
{
    return is_named(doc, INDEX_COUNTRY, r) || is_named(doc, INDEX_REGION, r) || is_named(doc, INDEX_CITY, r);
}

/* "Daybreak media group": a noun of bodies after a name. */
static bool before_body(const document *doc, const run *r)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = r->end; i < r->end + 2 && i < t->count && t->tag[i] == POS_NOUN && !t->capital[i]; i++)
        if (word_in(doc, INDEX_BODY, i) && t->relation[r->end - 1] != REL_NSUBJ)
            return true;
    return false;
}

/* "Azerbaijanis": the plural of what a people is called, also where the tagger saw a name. */
static bool is_people(const document *doc, const run *r)
{
    slice word = doc->tokens.lower[r->first];
    if (r->end - r->first > 1)
        return false;
    bool plural = slice_ends(word, "s") && word.length > 4;
    return lexicon_find(doc->lexicon, INDEX_PEOPLE, (slice){word.bytes, word.length - plural}).count > 0;
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

static void decide_type(const document *doc, run *r)
{
    dateline_entity_type by_head;
    if (is_named(doc, INDEX_ORGANIZATION, r) || is_named(doc, INDEX_OUTLET, r))
        r->type = DATELINE_ORGANIZATION;
    else if (is_named(doc, INDEX_COUNTRY, r))
        r->type = DATELINE_PLACE;
    else if (is_named(doc, INDEX_NATIONALITY, r) || is_named(doc, INDEX_PEOPLE, r) || is_people(doc, r) || is_named(doc, INDEX_GROUP, r))
        r->type = DATELINE_GROUP;
    else if (is_named(doc, INDEX_REGION, r))
        r->type = DATELINE_PLACE;
    else if (type_by_head(doc, r, &by_head))
        r->type = by_head;
    else if (r->type == DATELINE_PERSON && r->end - r->first == 1 && is_named(doc, INDEX_CITY, r) && r->first > 0 && token_is(doc, r->first - 1, "in"))
        r->type = DATELINE_PLACE; /* "held in Quito" */
    else if (r->type == DATELINE_PERSON && (is_acronym(doc, r) || before_body(doc, r)))
        r->type = DATELINE_ORGANIZATION;
    else if (r->type != DATELINE_PERSON && r->type != DATELINE_PLACE && r->type != DATELINE_ORGANIZATION && r->end - r->first == 1 &&
             is_named(doc, INDEX_CITY, r))
        r->type = DATELINE_PLACE;
    else if (r->type != DATELINE_PERSON && r->type != DATELINE_EVENT_NAME && r->end - r->first > 1 && !in_gazetteer(doc, r) && beside_office(doc, r))
        r->type = DATELINE_PERSON;
    else if (r->type == DATELINE_PLACE && r->end - r->first > 1 && r->end - r->first <= 3 && !in_gazetteer(doc, r) && !after_preposition(doc, r))
        r->type = DATELINE_PERSON;
}

/* The type of a name that the tagger passed over: what the lexicon knows, else a guess by its form. */
static bool guess_type(const document *doc, run *r)
{
    static const index_id known[] = {INDEX_ORGANIZATION, INDEX_COUNTRY, INDEX_PEOPLE, INDEX_GROUP, INDEX_REGION};
    dateline_entity_type by_head;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (is_named(doc, known[i], r)) {
            r->type = DATELINE_ORGANIZATION;
            return true;
        }
    if (type_by_head(doc, r, &by_head)) {
        r->type = by_head;
        return true;
    }
    if (is_named(doc, INDEX_CITY, r) && after_preposition(doc, r)) {
        r->type = DATELINE_PLACE;
        return true;
    }
    uint32_t words = r->end - r->first;
    bool acronym = words == 1 && is_acronym(doc, r);
    r->type = acronym ? DATELINE_ORGANIZATION : DATELINE_PERSON;
    bool after_office = r->first > 0 && is_office_word(doc, r->first - 1);
    return acronym || (words >= 2 && words <= 4) || after_office;
}

/* ---- runs ---- */

static void add_mention(document *doc, run r, bool named)
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
    /* A capitalized word that is in none of its uses a name: "Fed", "Guardian" at the beginning of a sentence. */
    return out->end > token + 1 || (out->end == token + 1 && (is_proper(doc, token) || labelled(doc, token)));
}

static bool begins_name(const document *doc, uint32_t token, uint32_t first_of_sentence)
{
    const token_table *t = &doc->tokens;
    if (labelled(doc, token) && (t->capital[token] || t->tag[token] == POS_NUM))
        return true;
    bool opening = token == first_of_sentence && t->capital[token] && t->tag[token] == POS_NOUN && !t->begins[token] && token + 1 < t->count &&
                   is_proper(doc, token + 1);
    bool inside = token > first_of_sentence && may_be_proper(doc, token) && !phrase_rows(doc, INDEX_NATIONALITY, token, token + 1).count;
    bool compound = inside && t->tag[token] == POS_ADJ && token + 1 < t->count && is_proper(doc, token + 1);
    /* "in Accra", where the tagger saw a common noun */
    bool town = inside && t->tag[token - 1] == POS_ADP && phrase_rows(doc, INDEX_CITY, token, token + 1).count;
    return (is_proper(doc, token) || compound || town || opening) && !is_calendar_word(doc, token) && !(token == first_of_sentence && word_in(doc, INDEX_OFFICE, token));
}

static bool has_capital(const document *doc, const run *r)
{
    for (uint32_t i = r->first; i < r->end; i++)
        if (doc->tokens.capital[i])
            return true;
    return false;
}

/* "Dutch Economic Minister", "Chinese Deputy Foreign Minister": words with capitals before a title that has one belong to
 * the title, unless the lexicon knows them or a noun of bodies is among them. */
static bool belongs_to_title(const document *doc, const run *r)
{
    bool title = r->end < doc->tokens.count && doc->tokens.capital[r->end] && phrase_at(doc, INDEX_OFFICE, r->end).rows.count;
    if (!title || r->type == DATELINE_PERSON || is_named(doc, INDEX_ORGANIZATION, r) || is_named(doc, INDEX_OUTLET, r) || in_gazetteer(doc, r))
        return false;
    uint32_t first = r->first + (phrase_rows(doc, INDEX_NATIONALITY, r->first, r->first + 1).count > 0);
    for (uint32_t i = first; i < r->end; i++)
        if (heads_body(doc, i) || word_in(doc, INDEX_BODY, i) || phrase_rows(doc, INDEX_COUNTRY, i, i + 1).count || token_text(doc, i).length < 4)
            return false;
    return r->end - r->first <= 3 && (first > r->first || r->end - r->first == 1);
}

static uint32_t take_name(document *doc, uint32_t token, uint32_t stop)
{
    run r = {token, name_end(doc, token, stop), labelled(doc, token) ? label_type(doc, token) : DATELINE_PERSON};
    if (labelled(doc, token) && !label_begins(doc, token) && person_follows(doc, token))
        r.type = DATELINE_PERSON; /* cut off a body's name */
    run listed;
    if (listed_name(doc, token, &listed) && listed.end >= r.end) {
        r = listed;
        if (r.type == DATELINE_PLACE && r.end < stop && is_proper(doc, r.end) && word_in(doc, INDEX_NAME_HEAD, r.end))
            r.end = name_end(doc, r.end, stop);
    }
    uint32_t next = r.end;
    bool guessed = !labelled(doc, token) && r.end != listed.end;
    trim(doc, &r);
    bool title = r.first < r.end && phrase_at(doc, INDEX_OFFICE, r.first).end >= r.end; /* "Prime Minister" names nobody */
    if (r.first >= r.end || title || !has_capital(doc, &r))
        return next;
    if (guessed && !guess_type(doc, &r))
        return next;
    decide_type(doc, &r);
    if (belongs_to_title(doc, &r))
        return next;
    uint32_t longer = with_of(doc, &r, stop);
    if (longer > r.end) {
        r.end = longer;
        next = longer > next ? longer : next;
        trim(doc, &r);
    }
    /* adjectives of nationality modify; they name nobody */
    bool adjective = r.type == DATELINE_GROUP && r.end - r.first == 1 && (doc->tokens.tag[r.first] == POS_ADJ || doc->tokens.relation[r.first] == REL_AMOD || doc->tokens.relation[r.first] == REL_COMPOUND);
    if (!adjective)
        add_mention(doc, r, true);
    return next > token ? next : token + 1;
}

/* Words before the head of an event's name: proper nouns, and "44-day". */
static bool names_event(const document *doc, uint32_t token, sentence s)
{
    const token_table *t = &doc->tokens;
    bool hyphenated_before = token > s.first && is_hyphen(doc, token - 1) && !t->space_before[token];
    bool hyphen_follows = token + 1 < s.end && is_hyphen(doc, token + 1) && !t->space_before[token + 1];
    return is_proper(doc, token) || (is_hyphen(doc, token) && token > s.first && !t->space_before[token]) ||
           (t->tag[token] == POS_NOUN && hyphenated_before) || (t->tag[token] == POS_NUM && hyphen_follows);
}

/* "the Khojaly tragedy", "the tragedy of Khojaly", "the 44-day war": events by their head noun, in small letters. */
static void find_events(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++) {
        if (t->capital[i] || t->tag[i] != POS_NOUN || t->mention[i] != NONE || has_feature(doc, i, "Number=Plur"))
            continue;
        rows found = phrase_rows(doc, INDEX_NAME_HEAD, i, i + 1);
        if (!found.count || lexicon_number(doc->lexicon, TABLE_NAME_HEADS, found.items[0], NAME_HEAD_TYPE) != DATELINE_EVENT_NAME)
            continue;
        uint32_t first = i;
        while (first > s.first && names_event(doc, first - 1, s))
            first--;
        while (first < i && (is_hyphen(doc, first) || is_calendar_word(doc, first)))
            first++;
        run r = {first, i + 1, DATELINE_EVENT_NAME};
        bool of_place = i + 1 < s.end && token_is(doc, i + 1, "of") && i + 2 < s.end && is_proper(doc, i + 2) && t->mention[i + 2] != NONE &&
                        doc->mentions.items[t->mention[i + 2]].type == DATELINE_PLACE;
        if (first == i && of_place)
            r.end = doc->mentions.items[t->mention[i + 2]].end;
        if (r.end - r.first > 1)
            add_mention(doc, r, true);
    }
}

static int by_place(const void *left, const void *right)
{
    const mention *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end;
}

status find_mentions(document *doc)
{
    for (uint32_t k = 0; k < doc->sentences.count; k++) {
        sentence s = doc->sentences.items[k];
        for (uint32_t i = s.first; i < s.end;)
            i = begins_name(doc, i, s.first) || phrase_at(doc, INDEX_ORGANIZATION, i).rows.count ? take_name(doc, i, s.end) : i + 1;
        find_events(doc, s);
    }
    if (!doc->mentions.count)
        return DATELINE_OK;
    qsort(doc->mentions.items, doc->mentions.count, sizeof *doc->mentions.items, by_place);
    memset(doc->tokens.mention, 0xff, doc->tokens.count * sizeof *doc->tokens.mention);
    for (uint32_t m = doc->mentions.count; m-- > 0;) /* of nested names the inner ones keep their words */
        for (uint32_t i = doc->mentions.items[m].first; i < doc->mentions.items[m].end; i++)
            if (doc->tokens.mention[i] == NONE)
                doc->tokens.mention[i] = m;
    return DATELINE_OK;
}
