/* Who "the two countries", "both sides", "the three leaders" are: as many as a list before it names, or as the last sentence that names
 * so many. */
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

enum { MOST_SIDES = 4, SENTENCES_BACK = 4, SENTENCES_BACK_TO_HOLDERS = 8 };

/* SIDES_ANY: named countries, bodies or groups; SIDES_MANY: bodies and groups, named or not. */
typedef enum side_kind { SIDES_NONE, SIDES_COUNTRIES, SIDES_PEOPLE, SIDES_BODIES, SIDES_ANY, SIDES_MANY } side_kind;

static const char *const numbers[] = {"two", "three", "four"};

/* "The two met", "both said": how many, where no noun follows; 0: it is none such. */
static uint32_t number_alone(const document *doc, uint32_t token)
{
    bool described = doc->tokens.right[token] > token; /* "both of them" */
    if (!is_subject(doc, token) || described)
        return 0;
    if (token_is(doc, token, "both") && first_child(doc, token) == NONE)
        return 2;
    for (uint32_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (token_is(doc, token, numbers[i]) && child_word(doc, token, REL_DET, "the") != NONE)
            return i + 2;
    return 0;
}

/* How many are meant, by the words before a noun: "both", "the two", "these three", "the sides"; 0: it does not refer so. */
static uint32_t number_meant(const document *doc, uint32_t noun)
{
    static const char *const definite[] = {"the", "these", "those", "all"};
    uint32_t first = noun;
    while (first > 0 && doc->tokens.head[first - 1] == noun && doc->tokens.relation[first - 1] != REL_CASE &&
           doc->tokens.sentence[first - 1] == doc->tokens.sentence[noun])
        first--;
    if (first == noun)
        return 0;
    if (token_is(doc, first, "both") && child_by(doc, noun, REL_CONJ) != NONE) /* "both the farmers and the herders" */
        return 0;
    bool both = token_is(doc, first, "both") || (token_is(doc, first, "the") && first + 1 == noun && token_is(doc, noun, "sides"));
    if (both)
        return 2;
    for (uint32_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (TOKEN_AMONG(doc, first, definite) && token_is(doc, first + 1, numbers[i]))
            return i + 2;
    return 0;
}

static bool calls_people(const document *doc, uint32_t noun)
{
    return word_in(doc, INDEX_OFFICE, noun) || word_in(doc, INDEX_PERSON_NOUN, noun);
}

static side_kind kind_of(const document *doc, uint32_t noun)
{
    static const char *const countries[] = {"country", "nation", "state", "neighbour", "neighbor", "government", "capital"};
    static const char *const any[] = {"side", "party", "camp", "rival", "foe", "enemy", "ally", "group", "faction"};
    if (!has_feature(doc, noun, "Number=Plur") || child_by(doc, noun, REL_NMOD) != NONE || child_by(doc, noun, REL_ACL) != NONE ||
        child_by(doc, noun, REL_ACL_RELCL) != NONE)
        return SIDES_NONE; /* "the two countries of the north", "the two judges heading the inquiry" are others */
    if (LEMMA_AMONG(doc, noun, countries) || token_is(doc, noun, "peoples"))
        return SIDES_COUNTRIES;
    if (LEMMA_AMONG(doc, noun, any))
        return SIDES_ANY;
    if (body_rows(doc, noun).count)
        return SIDES_BODIES;
    return calls_people(doc, noun) ? SIDES_PEOPLE : SIDES_NONE;
}

static bool may_be(const document *doc, uint32_t means, side_kind kind)
{
    const entity *e = &doc->entities.items[means];
    bool country = e->type == DATELINE_PLACE && e->is_country, person = e->type == DATELINE_PERSON && !e->plural,
         body = e->type == DATELINE_ORGANIZATION;
    switch (kind) {
    case SIDES_COUNTRIES:
        return country;
    case SIDES_PEOPLE:
        return person && e->named;
    case SIDES_BODIES:
        return body && e->named;
    case SIDES_ANY:
        return country || ((body || e->type == DATELINE_GROUP) && e->named);
    case SIDES_MANY:
        return body || e->type == DATELINE_GROUP || e->plural;
    case SIDES_NONE:
        break;
    }
    return false;
}

/* Adds whoever is meant at a token and may be one of those that are looked for. */
static void add_side(document *doc, index_list *to, uint32_t token, side_kind kind)
{
    uint32_t means = doc->entity_of[token];
    if (means != NONE && may_be(doc, means, kind))
        list_add_once(doc, to, means);
}

/* Adds those whom a phrase names; false: not all of them are of the kind. */
static bool add_company(document *doc, index_list *to, uint32_t token, side_kind kind)
{
    uint32_t all[MOST_SIDES], count = conjuncts(doc, token, all, MOST_SIDES);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t means = doc->entity_of[all[i]];
        if (means == NONE || !may_be(doc, means, kind))
            return false;
        list_add_once(doc, to, means);
    }
    return true;
}

/* "met B", "held talks with B", "spoke to reporters with B": with whom the subject of a verb does it; NONE. */
static uint32_t companion_of(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ), with = object == NONE ? NONE : child_by(doc, object, REL_NMOD);
    if (object != NONE && lemma_is(doc, verb, "meet"))
        return object;
    if (with != NONE && token_is(doc, preposition_of(doc, with), "with"))
        return with;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_OBL && token_is(doc, preposition_of(doc, c), "with"))
            return c;
    return NONE;
}

index_list company_of(document *doc, uint32_t token)
{
    static const side_kind kinds[] = {SIDES_PEOPLE, SIDES_COUNTRIES, SIDES_BODIES, SIDES_MANY};
    uint32_t two[2], companion = is_subject(doc, token) ? companion_of(doc, doc->tokens.head[token]) : NONE;
    if (doc->entity_of[token] == NONE || (companion == NONE && conjuncts(doc, token, two, 2) < 2))
        return (index_list){0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        index_list found = {0};
        bool all = add_company(doc, &found, token, kinds[i]);
        if (all && found.count == 1 && companion != NONE && (kinds[i] == SIDES_PEOPLE || kinds[i] == SIDES_COUNTRIES))
            all = add_company(doc, &found, companion, kinds[i]);
        if (all && found.count > 1)
            return found;
    }
    return (index_list){0};
}

/* "A and B" that begins at a token: those that it names. */
static void read_list(document *doc, index_list *to, uint32_t token, side_kind kind)
{
    uint32_t all[MOST_SIDES + 1], count = conjuncts(doc, token, all, MOST_SIDES + 1);
    for (uint32_t i = 0; count > 1 && i < count; i++)
        add_side(doc, to, all[i], kind);
}

/* Those of one sentence before `end`: of its last list of so many, or all of them if they are so many. */
static index_list sides_of(document *doc, uint32_t number, uint32_t end, uint32_t wanted, side_kind kind)
{
    sentence s = doc->sentences.items[number];
    index_list all = {0};
    uint32_t stop = end < s.end ? end : s.end;
    for (uint32_t i = stop; i-- > s.first;) {
        index_list list = {0};
        read_list(doc, &list, i, kind);
        if (list.count == wanted)
            return list;
    }
    for (uint32_t i = s.first; i < stop; i++)
        add_side(doc, &all, i, kind);
    return all.count == wanted ? all : (index_list){0};
}

/* "the presidents of Ghana and Togo": a description that several share, where people are meant. */
static uint32_t shared_before(const document *doc, uint32_t number, uint32_t end, uint32_t wanted)
{
    sentence s = doc->sentences.items[number];
    for (uint32_t i = end < s.end ? end : s.end; i-- > s.first;) {
        uint32_t means = doc->entity_of[i], count = 1;
        if (means == NONE || doc->entities.items[means].sharer == NONE)
            continue;
        for (uint32_t next = doc->entities.items[means].sharer; next != means; next = doc->entities.items[next].sharer)
            count++;
        if (count == wanted)
            return means;
    }
    return NONE;
}

void stand_for(document *doc, uint32_t noun, index_list sides)
{
    uint32_t first, end;
    noun_phrase(doc, noun, &first, &end);
    span where = tokens_span(doc, first, end);
    uint32_t made = document_add_entity(doc, DATELINE_GROUP, document_string(doc, where));
    entity *e = &doc->entities.items[made];
    e->head = noun;
    e->plural = true;
    e->sides = sides;
    doc->entity_of[noun] = made;
    for (uint32_t i = 0; i < sides.count; i++)
        *list_add(&doc->memory, &doc->entities.items[sides.items[i]].references) = where;
}

/* Whether somebody's given name tells that "man", or "woman", is said of another. */
static bool is_other_gender(const document *doc, uint32_t who, uint32_t noun)
{
    rows told = lexicon_find(doc->lexicon, INDEX_GENDERED_NOUN, slice_of(doc->tokens.lemma[noun]));
    const mention *name = doc->entities.items[who].head == NONE ? NULL : mention_at(doc, doc->entities.items[who].head);
    rows given = name ? phrase_rows(doc, INDEX_GIVEN_NAME, name->first, name->first + 1) : (rows){NULL, 0};
    return told.count && given.count &&
           lexicon_number(doc->lexicon, TABLE_GENDERED_NOUNS, told.items[0], GENDERED_NOUN_PRONOUN) !=
               lexicon_number(doc->lexicon, TABLE_GIVEN_NAMES, given.items[0], GIVEN_NAME_PRONOUN);
}

/* Whether people may be called by a noun: where it is an office, all who hold one hold such. */
static bool may_be_called(const document *doc, uint32_t noun, const index_list *people)
{
    static const char *const any[] = {"leader", "head", "chief", "diplomat", "official", "politician", "statesman"};
    bool office = doc->tokens.tag[noun] == POS_NOUN && word_in(doc, INDEX_OFFICE, noun) && !LEMMA_AMONG(doc, noun, any);
    for (uint32_t i = 0; i < people->count; i++)
        if (is_other_gender(doc, people->items[i], noun))
            return false;
    for (uint32_t i = 0; office && i < people->count; i++) {
        const entity *e = &doc->entities.items[people->items[i]];
        bool holds = e->offices.count == 0;
        for (uint32_t k = 0; k < e->offices.count; k++)
            holds = holds || slice_ends(slice_of(e->offices.items[k].title), doc->tokens.lemma[noun]);
        if (!holds)
            return false;
    }
    return true;
}

/* Looks back from a token for so many of a kind; whether it found them. */
static bool resolve(document *doc, uint32_t token, uint32_t wanted, side_kind kind)
{
    bool holders = kind == SIDES_PEOPLE && doc->tokens.tag[token] == POS_NOUN && word_in(doc, INDEX_OFFICE, token);
    uint32_t number = doc->tokens.sentence[token], farthest = kind == SIDES_ANY ? 1 : holders ? SENTENCES_BACK_TO_HOLDERS : SENTENCES_BACK;
    for (uint32_t back = 0; back <= farthest && back <= number; back++) {
        index_list sides = sides_of(doc, number - back, token, wanted, kind);
        if (kind == SIDES_PEOPLE && !may_be_called(doc, token, &sides))
            continue;
        uint32_t shared = sides.count || kind != SIDES_PEOPLE ? NONE : shared_before(doc, number - back, token, wanted);
        if (sides.count)
            stand_for(doc, token, sides);
        else if (shared != NONE)
            doc->entity_of[token] = shared;
        else
            continue;
        return true;
    }
    return false;
}

/* The countries that a report names: if they are as many as its sides, they are its sides wherever it named them. */
static index_list countries_of(document *doc)
{
    index_list all = {0};
    for (uint32_t i = 0; i < doc->entities.count; i++)
        if (doc->entities.items[i].type == DATELINE_PLACE && doc->entities.items[i].is_country)
            list_add_once(doc, &all, i);
    return all;
}

/* "The presidents of the two countries", "the top diplomats of both": how many people are meant, as many as they are of; of "the foreign
 * ministers" two; 0: it means none such. */
static uint32_t number_of_holders(const document *doc, uint32_t noun)
{
    uint32_t of = child_by(doc, noun, REL_NMOD), preposition = of == NONE ? NONE : preposition_of(doc, of);
    bool holders = has_feature(doc, noun, "Number=Plur") && child_word(doc, noun, REL_DET, "the") != NONE && calls_people(doc, noun);
    static const char *const met[] = {"minister", "president", "ambassador", "premier", "governor", "mayor"};
    if (holders && of == NONE && is_subject(doc, noun) && LEMMA_AMONG(doc, noun, met))
        return 2;
    if (!holders || preposition == NONE || !token_is(doc, preposition, "of"))
        return 0;
    return kind_of(doc, of) == SIDES_COUNTRIES || kind_of(doc, of) == SIDES_BODIES ? number_meant(doc, of) : 0;
}

/* Looks back for so many people whom an office in the plural may mean. */
static void resolve_holders(document *doc, uint32_t noun, uint32_t wanted)
{
    uint32_t number = doc->tokens.sentence[noun];
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= number; back++) {
        index_list people = sides_of(doc, number - back, noun, wanted, SIDES_PEOPLE);
        bool all = people.count && may_be_called(doc, noun, &people);
        for (uint32_t i = 0; all && i < people.count; i++)
            all = doc->entities.items[people.items[i]].offices.count > 0;
        if (!all)
            continue;
        stand_for(doc, noun, people);
        return;
    }
}

/* Whether a report names somebody who holds an office of a country. */
static bool has_officer(const document *doc, uint32_t country)
{
    const char *code = doc->entities.items[country].country;
    for (uint32_t i = 0; i < doc->entities.count; i++)
        for (uint32_t k = 0; k < doc->entities.items[i].offices.count; k++) {
            const char *of = doc->entities.items[i].offices.items[k].of_country;
            if (of && code && strcmp(of, code) == 0)
                return true;
        }
    return false;
}

/* The country of which somebody holds an office; NULL: of none that is known. */
static const char *country_served(const entity *e)
{
    return e->offices.count ? e->offices.items[0].of_country : NULL;
}

/* Whether those who met are so many, hold offices and are not known to be of one side. */
static bool are_opposite(const document *doc, const index_list *met, uint32_t wanted)
{
    const char *first = met->count == wanted ? country_served(&doc->entities.items[met->items[0]]) : NULL;
    for (uint32_t i = 0; i < met->count; i++) {
        const entity *e = &doc->entities.items[met->items[i]];
        const char *country = country_served(e);
        if (e->offices.count == 0 || (i && first && country && strcmp(first, country) == 0))
            return false;
    }
    return met->count == wanted;
}

/* "Ana Vega met Le Minh Hai. Both sides agreed": so many people who met last. */
static index_list those_who_met(document *doc, uint32_t noun, uint32_t wanted)
{
    enum { BACK = 2 };
    uint32_t number = doc->tokens.sentence[noun], from = doc->sentences.items[number > BACK ? number - BACK : 0].first;
    for (uint32_t i = noun; i-- > from;) {
        index_list met = company_of(doc, i);
        if (are_opposite(doc, &met, wanted))
            return met;
    }
    return (index_list){0};
}

/* "Both sides" of whom a report names none: a group that "they" may mean later. */
static void leave_unnamed(document *doc, uint32_t noun)
{
    uint32_t first, end;
    noun_phrase(doc, noun, &first, &end);
    described_entity(doc, first, end, noun, DATELINE_GROUP);
}

void resolve_sides(document *doc)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t wanted = t->tag[i] == POS_NOUN && t->mention[i] == NONE ? number_meant(doc, i) : 0;
        side_kind kind = wanted ? kind_of(doc, i) : SIDES_NONE;
        uint32_t holders = t->tag[i] == POS_NOUN && t->mention[i] == NONE && !wanted ? number_of_holders(doc, i) : 0;
        if (holders) {
            resolve_holders(doc, i, holders);
            continue;
        }
        if (token_is(doc, i, "parties") && i > 0 && token_is(doc, i - 1, "the") && is_subject(doc, i)) { /* no "political parties" */
            index_list two = countries_of(doc);
            if (two.count == 2 && has_officer(doc, two.items[0]) && has_officer(doc, two.items[1]))
                stand_for(doc, i, two);
            continue;
        }
        uint32_t alone = t->tag[i] == POS_NOUN || doc->entity_of[i] != NONE ? 0 : number_alone(doc, i);
        bool found = kind != SIDES_NONE ? resolve(doc, i, wanted, kind) : alone && resolve(doc, i, alone, SIDES_PEOPLE);
        if (found || (kind != SIDES_ANY && kind != SIDES_COUNTRIES))
            continue;
        index_list countries = countries_of(doc), met = kind == SIDES_ANY ? those_who_met(doc, i, wanted) : (index_list){0};
        dateline_entity_type type;
        if (countries.count == wanted)
            stand_for(doc, i, countries);
        else if (met.count)
            stand_for(doc, i, met);
        else if (kind == SIDES_ANY && is_subject(doc, i) && !type_of_noun(doc, i, &type))
            leave_unnamed(doc, i);
    }
}
