/* One name, one sense: within a report the same words name the same kind of thing (Gale, Church and Yarowsky 1992). */
#include "names/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <xxhash.h>

enum { SURNAME_WEIGHT = 6 }; /* of a full name, against names of one word */
enum { SHORTEST_KNOWN = 3 }; /* bytes of a word that is taken for a name because it was one elsewhere */

/* The words of a name and what it was taken for. words.bytes NULL: an empty slot. */
typedef struct known_name {
    slice words;
    uint32_t votes[DATELINE_AMOUNT + 1]; /* by type */
    dateline_entity_type type;           /* the first of those with most votes */
} known_name;

typedef struct known_names {
    known_name *slots; /* [capacity], a power of two */
    uint32_t capacity;
} known_names;

static known_name *slot_of(const known_names *known, slice words)
{
    uint32_t mask = known->capacity - 1, place = (uint32_t)XXH3_64bits(words.bytes, words.length) & mask;
    while (known->slots[place].words.bytes && !slice_equal(known->slots[place].words, words))
        place = (place + 1) & mask;
    return &known->slots[place];
}

static void vote(const known_names *known, slice words, dateline_entity_type type, uint32_t weight)
{
    known_name *name = slot_of(known, words);
    if (!name->words.bytes)
        name->type = type;
    name->words = words;
    name->votes[type] += weight;
    if (name->votes[type] > name->votes[name->type])
        name->type = type;
}

static slice words_of(const document *doc, const mention *m)
{
    return span_text(doc, tokens_span(doc, m->first, m->end));
}

static known_names count_names(document *doc)
{
    known_names known = {.capacity = 64};
    uint32_t votes = 0; /* each name, its words alone, and it without its last */
    for (uint32_t i = 0; i < doc->mentions.count; i++)
        votes += doc->mentions.items[i].end - doc->mentions.items[i].first + 2;
    while (known.capacity < votes * 2)
        known.capacity *= 2;
    known.slots = arena_array(&doc->memory, known.capacity, sizeof *known.slots);
    for (uint32_t i = 0; i < doc->mentions.count; i++)
        if (doc->mentions.items[i].named) {
            const mention *m = &doc->mentions.items[i];
            bool capital =
                m->type == DATELINE_PLACE && phrase_rows(doc, INDEX_SEAT, m->first, m->end).count; /* "Yerevan" is a person seldom */
            vote(&known, words_of(doc, m), m->type, capital ? 2 : 1);
        }
    /* What stands alone later, a surname or a company without its "Inc.": of those the long form knows better. */
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const mention *m = &doc->mentions.items[i];
        bool several = m->end - m->first > 1;
        for (uint32_t k = m->first + 1; several && m->type == DATELINE_PERSON && k < m->end; k++) /* "Faki" of Moussa Faki Mahamat */
            if (doc->tokens.capital[k])
                vote(&known, token_text(doc, k), DATELINE_PERSON, k + 1 == m->end ? SURNAME_WEIGHT : 2);
        const run rest = {m->first, m->end - 1, m->type};
        if (several && m->type == DATELINE_ORGANIZATION && heads_body(doc, m->end - 1) &&
            !in_gazetteer(doc, &rest)) /* "Quito University" */
            vote(&known, span_text(doc, tokens_span(doc, m->first, m->end - 1)), DATELINE_ORGANIZATION, 2);
    }
    return known;
}

/* The lexicon has said what it is, and knows better than a vote. */
static bool is_settled(const document *doc, const mention *m)
{
    static const index_id settling[] = {INDEX_COUNTRY, INDEX_REGION, INDEX_ORGANIZATION, INDEX_OUTLET, INDEX_NATIONALITY};
    const run r = {m->first, m->end, m->type};
    for (size_t i = 0; i < sizeof settling / sizeof *settling; i++)
        if (is_named(doc, settling[i], &r))
            return true;
    return false;
}

void agree_on_types(document *doc)
{
    known_names known = count_names(doc);
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        mention *m = &doc->mentions.items[i];
        if (m->named && !is_settled(doc, m))
            m->type = slot_of(&known, words_of(doc, m))->type;
    }
}

/* Whether somebody's full name in the report begins or ends with a word. */
static bool is_part_of_person(const document *doc, slice word)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const mention *m = &doc->mentions.items[i];
        if (m->type == DATELINE_PERSON && m->end - m->first > 1 &&
            (slice_equal(token_text(doc, m->first), word) || slice_equal(token_text(doc, m->end - 1), word)))
            return true;
    }
    return false;
}

/* "from Dresden", "between Gondar and Bahir Dar": what goes before a place, and seldom before a person or a body. */
static bool follows_direction(const document *doc, const mention *m)
{
    static const char *const directions[] = {"in",  "near",   "from",    "to",   "between", "outside", "through",
                                             "via", "toward", "towards", "into", "passed",  "hit"};
    const mention *before = m->first > 1 && token_is(doc, m->first - 1, "and") ? mention_at(doc, m->first - 2) : NULL;
    uint32_t first = before ? before->first : m->first; /* the one before it may have it */
    return TOKEN_AMONG(doc, first - 1, directions) || is_reached(doc, m->first);
}

/* "visited Kisumu": nobody is introduced by one word, so where that is a town it is most likely meant. A body, and a name of several
 * words, only where what goes before it leads to a place. */
static bool is_town_alone(const document *doc, const mention *m)
{
    const token_table *t = &doc->tokens;
    const uint32_t known_town = 50000; /* people */
    bool one = m->end - m->first == 1, person = m->type == DATELINE_PERSON;
    if (!m->named || (!person && m->type != DATELINE_ORGANIZATION) || ((!one || !person) && !follows_direction(doc, m)))
        return false;
    rows found = phrase_rows(doc, INDEX_CITY, m->first, m->end);
    if (!found.count || lexicon_number(doc->lexicon, TABLE_CITIES, found.items[0], CITY_POPULATION) < known_town)
        return false;
    bool acts = is_subject(doc, m->head) || t->relation[m->head] == REL_OBL_AGENT || t->relation[m->head] == REL_NMOD_POSS;
    bool introduced = m->first > 0 && (phrase_at(doc, INDEX_HONORIFIC, m->first - 1).rows.count || is_office_word(doc, m->first - 1));
    bool known = phrase_rows(doc, INDEX_ORGANIZATION, m->first, m->end).count || phrase_rows(doc, INDEX_OUTLET, m->first, m->end).count;
    return !acts && !introduced && !known && !phrase_rows(doc, INDEX_GIVEN_NAME, m->first, m->first + 1).count &&
           !(one && is_part_of_person(doc, token_text(doc, m->first)));
}

void find_towns_alone(document *doc)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++)
        if (is_town_alone(doc, &doc->mentions.items[i]))
            doc->mentions.items[i].type = DATELINE_PLACE;
}

/* Whether a word with a capital may be a name: within a sentence, or before what a name has after it. */
static bool may_be_name(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t next = token + 1;
    bool opens = token == sentence_of(doc, token).first;
    bool verb_follows = next < t->count && (t->tag[next] == POS_VERB || t->tag[next] == POS_AUX || is_genitive(doc, next));
    return t->capital[token] && token_text(doc, token).length >= SHORTEST_KNOWN && (!opens || t->tag[token] == POS_PROPN || verb_follows);
}

void find_known_names(document *doc)
{
    known_names known = count_names(doc);
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        if (doc->tokens.mention[i] != NONE || !may_be_name(doc, i) || is_office_word(doc, i) || heads_body(doc, i) ||
            is_calendar_word(doc, i) || phrase_at(doc, INDEX_OFFICE, i).rows.count) /* no body Foreign of "Foreign Minister" */
            continue;
        const known_name *name = slot_of(&known, token_text(doc, i));
        if (name->words.bytes && name->type != DATELINE_GROUP)
            add_mention(doc, (run){i, i + 1, name->type}, true);
    }
}
