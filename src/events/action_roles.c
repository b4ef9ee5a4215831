/* Who did it to whom: the actors behind the words in the places that a rule names. */
#include "events/action.h"
#include "grammar/described.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* The sector of a noun for a body; SECTOR_NONE: it is none. */
static sector body_sector(const document *doc, uint32_t noun)
{
    rows body = body_rows(doc, noun);
    return body.count ? (sector)lexicon_number(doc->lexicon, TABLE_BODIES, body.items[0], BODY_SECTOR) : SECTOR_NONE;
}

static bool is_armed_force(const document *doc, uint32_t noun)
{
    sector of = body_sector(doc, noun);
    return of == SECTOR_MIL || of == SECTOR_COP;
}

uint32_t actor_behind(document *doc, uint32_t token)
{
    static const char *const strongholds[] = {"position", "stronghold", "hideout", "base", "convoy", "bastion"};
    const token_table *t = &doc->tokens;
    uint32_t means = doc->entity_of[token], counted = means == NONE ? counted_by(doc, token) : NONE;
    if (counted != NONE && doc->entity_of[counted] != NONE)
        return doc->entity_of[counted];
    if (means != NONE)
        return means;
    rows adjective = t->capital[token] ? phrase_rows(doc, INDEX_NATIONALITY, token, token + 1) : (rows){NULL, 0};
    if (adjective.count)
        return described_entity(doc, token, token + 1, token, DATELINE_GROUP);
    for (uint32_t c = first_child(doc, token); c != NONE; c = next_child(doc, c)) { /* "sanctions imposed by Chad" */
        uint32_t agent = t->relation[c] == REL_ACL && c > token ? child_by(doc, c, REL_OBL_AGENT) : NONE;
        if (agent != NONE && doc->entity_of[agent] != NONE)
            return doc->entity_of[agent];
    }
    for (uint32_t c = first_child(doc, token); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool of = preposition != NONE && (token_is(doc, preposition, "of") || token_is(doc, preposition, "by"));
        bool belongs = t->relation[c] == REL_NMOD_POSS || (t->relation[c] == REL_NMOD && of);
        if (belongs && doc->entity_of[c] != NONE)
            return doc->entity_of[c];
    }
    for (uint32_t c = first_child(doc, token); c != NONE && c < token; c = next_child(doc, c)) {
        bool modifies = (t->relation[c] == REL_AMOD || t->relation[c] == REL_COMPOUND) && t->capital[c];
        if (modifies && doc->entity_of[c] != NONE)
            return doc->entity_of[c];
        if (modifies && phrase_rows(doc, INDEX_NATIONALITY, c, c + 1).count)
            return described_entity(doc, c, c + 1, c, DATELINE_GROUP);
        if (t->relation[c] == REL_COMPOUND && is_armed_force(doc, c)) /* "Israeli army jeeps": the army's */
            return described_entity(doc, t->left[c], c + 1, c, DATELINE_ORGANIZATION);
        dateline_entity_type type;
        if (t->relation[c] == REL_COMPOUND && LEMMA_AMONG(doc, token, strongholds) && type_of_noun(doc, c, &type))
            return described_entity(doc, t->left[c], c + 1, c, DATELINE_GROUP);
    }
    return NONE;
}

/* Whether a body is one that people meet at: a school, a university. */
static bool is_school(const document *doc, uint32_t noun)
{
    return body_sector(doc, noun) == SECTOR_EDU;
}

/* Whether an event tells where it is by "in" and "at": a protest, talks, "broke up a rally in Kampala". */
static bool is_held_somewhere(const event *of)
{
    const char *mode = of->record.mode;
    bool restricts = strcmp(of->record.type, "COERCE") == 0 && mode && strcmp(mode, "restrict") == 0;
    return restricts || strcmp(of->record.type, "PROTEST") == 0 || (strcmp(of->record.type, "CONSULT") == 0 && !mode);
}

bool is_whereabouts(const document *doc, const event *of, uint32_t token, uint32_t means)
{
    static const char *const where[] = {"in", "at", "near", "through", "across", "outside", "around", "including"};
    static const char *const within[] = {"street", "square", "avenue", "boulevard", "suburb", "outskirts"};
    bool modifies = doc->tokens.relation[token] == REL_AMOD || doc->tokens.relation[token] == REL_COMPOUND;
    uint32_t beside = preposition_of(doc, modifies ? doc->tokens.head[token] : token);
    bool fired = strcmp(of->record.type, "ASSAULT") == 0;
    if (beside != NONE && (token_is(doc, beside, "near") || token_is(doc, beside, "including") || (fired && token_is(doc, beside, "from"))))
        return true;                                /* "near the Thai border", "launched from Gaza" */
    const mention *called = mention_at(doc, token); /* "marched through Apia, the capital of Samoa" */
    uint32_t last = called ? called->head : token, whole = doc->tokens.head[last], before = preposition_of(doc, last);
    bool of_capital = before != NONE && token_is(doc, before, "of") && whole != NONE && lemma_is(doc, whole, "capital");
    if (of_capital || (lemma_is(doc, token, "capital") && doc->tokens.relation[token] == REL_APPOS))
        return true;
    if (beside != NONE && lemma_is(doc, token, "world") && (token_is(doc, beside, "of") || TOKEN_AMONG(doc, beside, where)))
        return true; /* "in any part of the world" */
    const entity *e = &doc->entities.items[means];
    bool judges = strcmp(of->record.type, "ACCUSE") == 0 || strcmp(of->record.type, "REJECT") == 0; /* "condemned the attack in Tibu" */
    if (judges && e->type == DATELINE_PLACE && !e->is_country && before != NONE && token_is(doc, before, "in"))
        return true;
    if (!is_held_somewhere(of))
        return false;
    const mention *name = mention_at(doc, token);
    uint32_t head = name ? name->head : token;
    while (doc->tokens.relation[head] == REL_CONJ && doc->tokens.head[head] != NONE) /* "in Isfahan and Tehran" */
        head = doc->tokens.head[head];
    uint32_t preposition = name ? preposition_of(doc, head) : NONE, over = doc->tokens.head[head];
    bool governed = preposition != NONE;
    if (governed && e->type == DATELINE_ORGANIZATION && token_is(doc, preposition, "at") && is_school(doc, head))
        return true;
    bool seat = governed && token_is(doc, preposition, "in") && phrase_rows(doc, INDEX_SEAT, name->first, name->end).count;
    if (!seat && (e->type != DATELINE_PLACE || e->is_country)) /* "in Washington", whatever else the report calls so */
        return false;
    if (strcmp(of->record.type, "PROTEST") == 0) /* nobody protests against a town */
        return true;
    bool of_streets = governed && token_is(doc, preposition, "of") && over != NONE && LEMMA_AMONG(doc, over, within);
    return LEMMA_AMONG(doc, token, within) || of_streets || (governed && TOKEN_AMONG(doc, preposition, where));
}

bool is_victim(const document *doc, const event *of, uint32_t token)
{
    static const char *const types[] = {"ACCUSE", "REQUEST", "REJECT", "PROTEST"};
    static const char *const done[] = {"release",   "freedom",  "death",     "killing",      "murder",    "assassination",
                                       "execution", "arrest",   "detention", "imprisonment", "abduction", "kidnapping",
                                       "torture",   "beating",  "rape",      "persecution",  "massacre",  "suffering",
                                       "plight",    "shooting", "poisoning", "jailing"};
    const token_table *t = &doc->tokens;
    uint32_t head = t->mention[token] == NONE ? token : doc->mentions.items[t->mention[token]].head, noun = t->head[head];
    if (!SLICE_AMONG(slice_of(of->record.type), types) || noun == NONE || !LEMMA_AMONG(doc, noun, done))
        return false;
    uint32_t preposition = preposition_of(doc, head);
    return t->relation[head] == REL_NMOD_POSS || (t->relation[head] == REL_NMOD && preposition != NONE && token_is(doc, preposition, "of"));
}

bool has_victim(const document *doc, const event *of, uint32_t noun, uint32_t means)
{
    if (is_victim(doc, of, noun))
        return true;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c))
        if (doc->entity_of[c] == means && is_victim(doc, of, c))
            return true;
    return false;
}

bool is_saying(const document *doc, uint32_t token)
{
    return doc->tokens.relation[token] == REL_ADVCL && strcmp(doc->tokens.english_tag[token], "VBG") == 0 && word_in(doc, INDEX_CUE, token);
}

bool is_source(const document *doc, const event *of, uint32_t who)
{
    const index_list *sources = &of->roles[DATELINE_SOURCE], *sides = &doc->entities.items[who].sides;
    uint32_t acting = 0;
    for (uint32_t i = 0; i < sides->count; i++)
        acting += list_holds(sources, sides->items[i]);
    return list_holds(sources, who) || (acting && acting == sides->count);
}

/* "We urge the parties", in somebody's words: whoever says so acts. */
static void take_first_person(document *doc, event *of, dateline_role role, uint32_t token)
{
    bool first_person = doc->tokens.tag[token] == POS_PRON && is_i_or_we(doc, token);
    uint32_t voice = first_person ? voice_of(doc, token) : NONE;
    const statement *said = voice == NONE ? NULL : &doc->statements.items[voice];
    for (uint32_t i = 0; said && i < said->speakers.count; i++)
        list_add_once(doc, &of->roles[role], said->speakers.items[i]);
}

static bool is_third_person(const document *doc, uint32_t token)
{
    static const char *const pronouns[] = {"him", "her", "them"};
    return doc->tokens.tag[token] == POS_PRON && TOKEN_AMONG(doc, token, pronouns);
}

/* "accused each other", "fought one another" */
static bool is_reciprocal(const document *doc, uint32_t token)
{
    return (token_is(doc, token, "each") && token_is(doc, token + 1, "other")) ||
           (token_is(doc, token, "one") && token_is(doc, token + 1, "another")) ||
           (token > 0 && token_is(doc, token - 1, "each") && token_is(doc, token, "other"));
}

static void copy_role(document *doc, event *of, dateline_role from, dateline_role to)
{
    for (uint32_t i = 0; i < of->roles[from].count; i++)
        list_add_once(doc, &of->roles[to], of->roles[from].items[i]);
}

/* "the bombing of the office that killed 22": whoever the deed at a noun was done to has not done what came of it. */
static bool suffered_at(const document *doc, uint32_t noun, uint32_t who)
{
    for (uint32_t i = 0; i < doc->events.count; i++)
        if (doc->events.items[i].trigger == noun && list_holds(&doc->events.items[i].roles[DATELINE_TARGET], who))
            return true;
    return false;
}

/* "Chad adopted a ban, which Peru criticised", "Chad tested a missile, a move that Peru welcomed": who is judged for what he did is told
 * before; NONE. */
static uint32_t judged_for(document *doc, const event *of, const frame *f, uint32_t noun)
{
    static const char *const judging[] = {"ACCUSE", "REJECT", "SUPPORT"};
    const token_table *t = &doc->tokens;
    if (!SLICE_AMONG(slice_of(of->record.type), judging) || f->passive || noun > f->predicate ||
        t->relation[f->predicate] != REL_ACL_RELCL || t->head[f->predicate] != noun)
        return NONE;
    uint32_t whole = t->relation[noun] == REL_APPOS ? t->head[noun] : noun;
    uint32_t verb = t->relation[whole] == REL_OBJ ? t->head[whole] : NONE;
    uint32_t doer = verb == NONE || is_passive(doc, verb) ? NONE : subject_of(doc, verb);
    uint32_t means = doer == NONE ? NONE : actor_behind(doc, doer);
    return means != NONE && may_act(doc, means) && !is_source(doc, of, means) ? doer : NONE;
}

/* "A delegation led by Ana Vega": who leads those that act acts with them; NONE. */
static uint32_t leader_of(const document *doc, uint32_t noun)
{
    static const char *const led[] = {"delegation", "team", "mission", "group", "party", "entourage"};
    for (uint32_t c = LEMMA_AMONG(doc, noun, led) ? first_child(doc, noun) : NONE; c != NONE; c = next_child(doc, c)) {
        bool leads = doc->tokens.relation[c] == REL_ACL && (lemma_is(doc, c, "lead") || lemma_is(doc, c, "head"));
        uint32_t by = leads ? child_by(doc, c, REL_OBL_AGENT) : NONE;
        if (by != NONE && doc->entity_of[by] != NONE && doc->entities.items[doc->entity_of[by]].type == DATELINE_PERSON)
            return doc->entity_of[by];
    }
    return NONE;
}

void fill_role(document *doc, event *of, dateline_role role, const frame *f, uint32_t slots)
{
    for (; slots && !of->roles[role].count; slots >>= 8) {
        uint32_t place = slots & 0xff;
        if (place == SLOT_BEYOND)
            fill_beyond(doc, of, role, f);
        for (uint32_t i = 0; i < f->count[place]; i++) {
            if (role == DATELINE_TARGET && is_reciprocal(doc, f->filler[place][i])) {
                copy_role(doc, of, DATELINE_SOURCE, DATELINE_TARGET);
                continue;
            }
            uint32_t means = actor_behind(doc, f->filler[place][i]);
            uint32_t judged =
                role == DATELINE_TARGET && place == SLOT_OBJECT && means == NONE ? judged_for(doc, of, f, f->filler[place][i]) : NONE;
            if (judged != NONE) {
                add_role(doc, of, role, judged);
                continue;
            }
            bool itself = means != NONE && is_source(doc, of, means); /* "closed its border" */
            if (role == DATELINE_TARGET && place == SLOT_OBJECT && (means == NONE || itself) && is_third_person(doc, f->filler[place][i]))
                return; /* "thanked him for his part in the group": whoever he is, and nobody further on */
            bool protest = role == DATELINE_TARGET && strcmp(of->record.type, "PROTEST") == 0;
            if (protest && means != NONE && is_whereabouts(doc, of, f->filler[place][i], means))
                continue;
            if (role == DATELINE_SOURCE && means != NONE && suffered_at(doc, f->filler[place][i], means))
                continue;
            if (role == DATELINE_TARGET && means != NONE && (itself || has_victim(doc, of, f->filler[place][i], means)))
                continue;
            if (means != NONE && may_act(doc, means)) {
                uint32_t leader = leader_of(doc, f->filler[place][i]);
                list_add_described(doc, &of->roles[role], means);
                if (leader != NONE)
                    list_add_once(doc, &of->roles[role], leader);
            } else {
                take_first_person(doc, of, role, f->filler[place][i]);
            }
        }
    }
}

void take_speakers(document *doc, event *of, uint32_t trigger)
{
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        const statement *s = &doc->statements.items[i];
        if (s->cue != trigger)
            continue;
        for (uint32_t k = 0; k < s->speakers.count; k++)
            list_add_once(doc, &of->roles[DATELINE_SOURCE], s->speakers.items[k]);
        return;
    }
}
