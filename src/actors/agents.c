/* Whom those act for who have no name: "a Hamas spokesman", "officials of the union", "Taliban fighters". */
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* Whether a noun means somebody who acts for somebody else: "spokesman", "delegation". */
static bool is_agent(const document *doc, uint32_t noun)
{
    rows people = person_rows(doc, noun);
    uint32_t one = people.count ? lexicon_number(doc->lexicon, TABLE_PEOPLE, people.items[0], PERSON_NOUN_ONE) : ONE_PERSON;
    return one == ONE_AGENT || one == ONE_AGENTS;
}

/* Whether a word tells whom the noun over it acts for: "*company* official", "*Fatah's* leader", "envoys of *Chad*". */
static bool is_principal(const document *doc, uint32_t word)
{
    static const char *const prepositions[] = {"of", "for", "from", "with"};
    static const char *const helping[] = {"aide", "adviser", "advisor", "deputy", "assistant"}; /* "aide to"; an envoy to is another's */
    switch (doc->tokens.relation[word]) {
    case REL_COMPOUND:
    case REL_NMOD_POSS:
        return true;
    case REL_NMOD: {
        uint32_t preposition = preposition_of(doc, word);
        bool to = preposition != NONE && token_is(doc, preposition, "to") && LEMMA_AMONG(doc, doc->tokens.head[word], helping);
        return to || (preposition != NONE && TOKEN_AMONG(doc, preposition, prepositions));
    }
    default:
        return false;
    }
}

/* "REB" or "INS" after a country, with a body's own letters after that */
static bool is_armed(const char *code)
{
    size_t length = strlen(code);
    return length >= 6 && (strncmp(code + 3, "REB", 3) == 0 || strncmp(code + 3, "INS", 3) == 0);
}

/* "The Fatah movement": a noun that only tells what a body is. */
static bool is_apposed_noun(const document *doc, uint32_t noun)
{
    static const char *const nouns[] = {"movement", "party", "militia", "group", "network", "organization", "organisation", "faction"};
    return LEMMA_AMONG(doc, noun, nouns);
}

bool code_agent(document *doc, entity *e)
{
    bool agent = is_agent(doc, e->head), named_after = e->type == DATELINE_ORGANIZATION && is_apposed_noun(doc, e->head);
    for (uint32_t c = first_child(doc, e->head); c != NONE; c = next_child(doc, c)) {
        uint32_t means = is_principal(doc, c) ? doc->entity_of[c] : NONE;
        const entity *of = means == NONE ? NULL : &doc->entities.items[means];
        if (!of || of == e || of->type == DATELINE_PLACE || of->type == DATELINE_GROUP)
            continue;
        bool theirs = of->actor && doc->tokens.relation[c] == REL_COMPOUND && (named_after || is_armed(of->actor));
        if (!agent && !theirs)
            continue;
        if (of->country && !e->country) {
            e->country = of->country;
            e->country_rule = "country:body";
        }
        e->actor = of->actor ? of->actor : e->country;
        return true;
    }
    return false;
}

sector sector_of_principal(const document *doc, uint32_t noun)
{
    sector found = SECTOR_NONE;
    for (uint32_t c = is_agent(doc, noun) ? first_child(doc, noun) : NONE; c != NONE && found == SECTOR_NONE; c = next_child(doc, c))
        if (is_principal(doc, c))
            found = sector_of_noun(doc, c);
    return found;
}
