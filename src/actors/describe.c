/* Actors without a name: "Pakistani youth", "unknown gunmen", "the foreign ministry". */
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* Whether a noun has something that names whose it is: "the Kenyan", "Iran's", "of Peru". */
static bool is_specified(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        bool modifies =
            t->relation[c] == REL_COMPOUND || t->relation[c] == REL_AMOD || t->relation[c] == REL_NMOD_POSS || t->relation[c] == REL_NMOD;
        if (modifies && (t->capital[c] || doc->entity_of[c] != NONE))
            return true;
    }
    return false;
}

/* "Unions and associations said", "expressed concern": whether a noun is in a list that is the subject of a verb of saying. */
static bool says_with_others(const document *doc, uint32_t noun)
{
    bool follows = doc->tokens.relation[noun] == REL_CONJ;
    uint32_t subject = follows ? doc->tokens.head[noun] : noun;
    bool in_list = follows || child_by(doc, noun, REL_CONJ) != NONE;
    return in_list && is_subject(doc, subject) && brings_words(doc, doc->tokens.head[subject]);
}

/* The type of an actor that a noun stands for where it stands; false if it stands for none. */
static bool actor_type(const document *doc, uint32_t noun, dateline_entity_type *type)
{
    if (!type_of_noun(doc, noun, type))
        return false;
    rows body = *type == DATELINE_ORGANIZATION ? body_rows(doc, noun) : (rows){NULL, 0};
    if (!body.count || word_in(doc, INDEX_PERSON_NOUN, noun))
        return true;
    bool alone = lexicon_number(doc->lexicon, TABLE_BODIES, body.items[0], BODY_STANDS) == BODY_STANDS_ALONE;
    uint8_t kind = doc->tokens.relation[noun];
    uint32_t preposition = preposition_of(doc, noun);
    bool by = kind == REL_NMOD && preposition != NONE && token_is(doc, preposition, "by");
    bool meant = child_word(doc, noun, REL_DET, "the") != NONE && (by || is_subject(doc, noun) || kind == REL_OBJ || kind == REL_OBL_AGENT);
    return alone || meant || is_specified(doc, noun) || says_with_others(doc, noun);
}

/* "A militant fled": what the tagger has for an adjective stands where a noun does, and is the word for somebody. */
static bool is_person_by_place(const document *doc, uint32_t token)
{
    uint8_t kind = doc->tokens.relation[token];
    bool stands = is_subject(doc, token) || kind == REL_OBJ || kind == REL_OBL_AGENT;
    return doc->tokens.tag[token] == POS_ADJ && stands && child_by(doc, token, REL_DET) != NONE && word_in(doc, INDEX_PERSON_NOUN, token);
}

/* "Thousands marched", "hundreds were arrested", "2,000 rally": people who are counted and no more. */
static bool is_crowd(const document *doc, uint32_t noun)
{
    static const char *const numbers[] = {"hundreds", "thousands", "dozens"};
    static const char *const coming[] = {"rally", "march", "protest", "demonstrate", "strike", "gather"};
    static const char *const undergone[] = {"arrest", "detain", "kill",  "injure", "wound",  "displace", "evacuate", "rescue", "try",
                                            "jail",   "deport", "expel", "abduct", "kidnap", "release",  "free",     "hurt"};
    uint32_t verb = doc->tokens.head[noun];
    bool acts = is_subject(doc, noun) || doc->tokens.relation[noun] == REL_OBL_AGENT ||
                (doc->tokens.relation[noun] == REL_OBJ && LEMMA_AMONG(doc, verb, undergone)); /* "arrested dozens" */
    bool counted = doc->tokens.tag[noun] == POS_NUM && acts && LEMMA_AMONG(doc, verb, coming);
    return acts && (counted || TOKEN_AMONG(doc, noun, numbers)) && child_by(doc, noun, REL_NMOD) == NONE && verb != NONE &&
           is_verb(doc, verb);
}

/* "Ana Vega was the guest of honour", "came as the chief guest", "Ahmed Osman, a boy of 14,": the named person whom a predicate or an
 * apposition describes; NONE. */
static uint32_t person_who_is(const document *doc, uint32_t noun)
{
    bool apposed = doc->tokens.relation[noun] == REL_APPOS && doc->tokens.head[noun] < noun;
    bool as = doc->tokens.relation[noun] == REL_OBL && token_is(doc, preposition_of(doc, noun), "as");
    uint32_t agent = as ? child_by(doc, doc->tokens.head[noun], REL_OBL_AGENT) : NONE; /* "was graced by Ana Vega as the chief guest" */
    uint32_t subject = apposed                                ? doc->tokens.head[noun]
                       : agent != NONE                        ? agent
                       : as                                   ? subject_of(doc, doc->tokens.head[noun])
                       : child_by(doc, noun, REL_COP) == NONE ? NONE
                                                              : child_by(doc, noun, REL_NSUBJ);
    uint32_t means = subject == NONE ? NONE : doc->entity_of[subject];
    bool person = means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named;
    return person && !is_negated(doc, noun) ? means : NONE;
}

/* "Human rights group Haki Africa", "the aid agency Oxfam": the body that is named right after the noun for what it is, and that hangs
 * on it or, for the tree, on the same verb; NONE. */
static uint32_t body_named_after(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    const mention *name = mention_at(doc, noun + 1);
    if (!name || name->first != noun + 1 || name->type != DATELINE_ORGANIZATION || t->tag[noun] != POS_NOUN || is_plural(doc, noun))
        return NONE;
    bool twice = is_subject(doc, name->head) && is_subject(doc, noun) && t->head[name->head] == t->head[noun];
    return t->head[name->head] == noun || twice ? name->entity : NONE;
}

/* Whether a body's name has a noun for its kind, at its end or before "of": "European Central *Bank*", "*Ministry* of Health". */
static bool is_of_kind(const char *name, slice noun)
{
    const char *of = strstr(name, " of "), *end = of ? of : name + strlen(name), *word = end;
    while (word > name && word[-1] != ' ')
        word--;
    return (size_t)(end - word) == noun.length && strncasecmp(word, noun.bytes, noun.length) == 0 && (of || word > name);
}

/* "the bank", "the official, who asked not to be named": with nothing else that tells which. */
static bool is_bare(const document *doc, uint32_t noun)
{
    uint32_t first = first_child(doc, noun);
    bool alone = first != NONE && token_is(doc, first, "the") && first + 1 == noun;
    for (uint32_t c = alone ? next_child(doc, first) : NONE; c != NONE; c = next_child(doc, c))
        alone = alone && (doc->tokens.tag[c] == POS_PUNCT || doc->tokens.relation[c] == REL_CASE ||
                          (doc->tokens.relation[c] == REL_ACL_RELCL && token_is(doc, noun + 1, ",")));
    return alone && doc->tokens.tag[noun] == POS_NOUN && !doc->tokens.capital[noun] && !is_plural(doc, noun);
}

/* "the bank": the one body whose name tells that it is of that kind, among those named before; NONE if there is none, or several. */
static uint32_t body_called(const document *doc, uint32_t noun)
{
    static const char *const everywhere[] = {"army", "navy", "force", "guard", "front"}; /* "the army" is no "People's Army" */
    const token_table *t = &doc->tokens;
    uint32_t found = NONE;
    if (TOKEN_AMONG(doc, noun, everywhere) || !is_bare(doc, noun))
        return NONE;
    for (uint32_t i = 0; i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        bool before = e->type == DATELINE_ORGANIZATION && e->named && e->head != NONE && e->head < noun;
        bool kind = before && is_of_kind(e->name, t->lower[noun]);
        for (uint32_t k = 0; before && !kind && k < e->aliases.count; k++)
            kind = is_of_kind(e->aliases.items[k], t->lower[noun]);
        if (kind && found != NONE)
            return NONE;
        found = kind ? i : found;
    }
    return found;
}

uint32_t described_before(const document *doc, uint32_t noun, dateline_entity_type type)
{
    enum { SENTENCES_BACK = 6 };
    static const char *const many[] = {"government", "army", "military", "police", "court", "parliament", "state"}; /* of a country only */
    const token_table *t = &doc->tokens;
    uint32_t found = NONE, number = t->sentence[noun],
             first = doc->sentences.items[number > SENTENCES_BACK ? number - SENTENCES_BACK : 0].first;
    if (!is_bare(doc, noun) || (type != DATELINE_ORGANIZATION && type != DATELINE_PERSON))
        return NONE;
    for (uint32_t i = first; i < noun; i++) {
        uint32_t means = doc->entity_of[i];
        const entity *e = means == NONE ? NULL : &doc->entities.items[means];
        bool same = e && e->type == type && !e->named && !e->plural && e->head != NONE && strcmp(t->lemma[e->head], t->lemma[noun]) == 0;
        if (same && (e->country || !LEMMA_AMONG(doc, noun, many)))
            found = means;
    }
    return found;
}

/* Nouns that were said of somebody by name, "Ahmed Osman, a boy of 14": tokens. */
typedef LIST(uint32_t) noun_list;

/* "the boy": the one person by name of whom the noun was said before; NONE if nobody or several are. */
static uint32_t person_called(const document *doc, const noun_list *said, uint32_t noun)
{
    uint32_t found = NONE;
    if (child_word(doc, noun, REL_DET, "the") == NONE)
        return NONE;
    for (uint32_t i = 0; i < said->count; i++) {
        uint32_t means = doc->entity_of[said->items[i]];
        if (!slice_equal(doc->tokens.lower[said->items[i]], doc->tokens.lower[noun]))
            continue;
        if (found != NONE && means != found)
            return NONE;
        found = means;
    }
    return found;
}

static bool is_owned(const document *doc, uint32_t noun)
{
    return child_by(doc, noun, REL_NMOD_POSS) != NONE && child_by(doc, noun, REL_APPOS) != NONE;
}

/* "the embassy in Lima | and the Youth Association": where a phrase ends before a body that the tree has beside the place in it. */
static uint32_t end_before_body(const document *doc, uint32_t first, uint32_t end)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = first + 1; i < end; i++) {
        const mention *name = t->relation[i] == REL_CONJ ? mention_at(doc, i) : NULL, *place = name ? mention_at(doc, t->head[i]) : NULL;
        bool body = name && place && name->type == DATELINE_ORGANIZATION && place->type == DATELINE_PLACE && t->head[i] > first;
        if (!body)
            continue;
        end = name->first;
        while (end > first + 1 && (t->tag[end - 1] == POS_DET || t->tag[end - 1] == POS_CCONJ || t->tag[end - 1] == POS_PUNCT))
            end--;
    }
    return end;
}

/* "people-to-people contacts", "face-to-face talks" are nobody's. */
static bool is_tied_by_to(const document *doc, uint32_t token)
{
    bool next = token + 2 < doc->tokens.count && token_is(doc, token + 1, "-") && token_is(doc, token + 2, "to");
    return next || (token > 1 && token_is(doc, token - 1, "-") && token_is(doc, token - 2, "to"));
}

void describe_actors(document *doc)
{
    const token_table *t = &doc->tokens;
    noun_list said = {0};
    for (uint32_t i = 0; i < t->count; i++) {
        dateline_entity_type type;
        bool noun = t->tag[i] == POS_NOUN || (t->tag[i] == POS_PROPN && t->mention[i] == NONE) || is_person_by_place(doc, i) ||
                    (t->tag[i] == POS_NUM && is_crowd(doc, i));
        bool modifier = t->relation[i] == REL_COMPOUND || t->relation[i] == REL_AMOD || is_tied_by_to(doc, i);
        if (!noun || modifier || doc->entity_of[i] != NONE || t->time[i] != NONE)
            continue;
        uint32_t body = body_named_after(doc, i);
        if (body != NONE) {
            doc->entity_of[i] = body;
            continue;
        }
        bool crowd = is_crowd(doc, i);
        if (crowd)
            type = DATELINE_GROUP;
        else if (!actor_type(doc, i, &type)) {
            uint32_t apposed = is_owned(doc, i) ? person_apposed(doc, i) : NONE; /* "her accomplice, Ana Vega," */
            if (apposed != NONE)
                doc->entity_of[i] = apposed;
            continue;
        }
        uint32_t named = type == DATELINE_PERSON ? person_apposed(doc, i) : NONE;
        if (named == NONE && type == DATELINE_PERSON)
            named = person_who_is(doc, i);
        if (type == DATELINE_ORGANIZATION && (named = body_called(doc, i)) != NONE) {
            doc->entity_of[i] = named;
            *list_add(&doc->memory, &doc->entities.items[named].references) = t->where[i];
            continue;
        }
        if (named != NONE)
            *list_add(&doc->memory, &said) = i;
        else if (type == DATELINE_PERSON)
            named = person_called(doc, &said, i);
        if (named != NONE) {
            doc->entity_of[i] = named;
            continue;
        }
        uint32_t described = described_before(doc, i, type);
        if (described != NONE) {
            doc->entity_of[i] = described;
            *list_add(&doc->memory, &doc->entities.items[described].references) = t->where[i];
            continue;
        }
        uint32_t first, end;
        noun_phrase(doc, i, &first, &end);
        end = end_before_body(doc, first, end);
        for (uint32_t k = first; k < i; k++) /* "at least 12 people": the count is no part of who they are */
            if (t->tag[k] == POS_NUM && t->head[k] == i)
                first = k + 1;
        while (first < i && (t->tag[first] == POS_NUM || t->tag[first] == POS_DET) &&
               !token_is(doc, first + 1, "-")) /* "a 22-year-old student" */
            first++;
        described_entity(doc, first, end, i, type);
    }
}
