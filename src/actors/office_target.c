/* What "of" and "to" lead to behind a title: "director of | the project's panel", "president of | Ghana". */
#include "actors/office.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* A body's noun after a name, or alone: "Daybreak media group", "the opposition party". Returns the token after it, or `token`. */
static uint32_t body_end(const document *doc, uint32_t token, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    uint32_t end = token, found = token;
    while (end < stop && end - token < 8) {
        bool inside = t->tag[end] == POS_NOUN || t->tag[end] == POS_PROPN || t->tag[end] == POS_ADJ ||
                      (end > token && (token_is(doc, end, "and") || token_is(doc, end, "-") || token_is(doc, end, "&")));
        if (!inside)
            break;
        end++;
        bool body = word_in(doc, INDEX_BODY, end - 1) || (t->capital[end - 1] && word_in(doc, INDEX_NAME_HEAD, end - 1));
        bool of_next = end < stop && t->relation[end - 1] == REL_COMPOUND && t->head[end - 1] == end; /* "its government partner" */
        if (body && t->tag[end - 1] != POS_ADJ && !(of_next && !t->capital[end]))
            found = end;
    }
    return found;
}

/* "of the Lagos | chapter of the National Association": a part of a body, by where it is; the token after "of the", or `token`. */
static uint32_t part_end(const document *doc, uint32_t token, uint32_t stop)
{
    static const char *const parts[] = {"chapter", "branch", "wing", "arm", "bureau", "section", "office", "state", "province"};
    const mention *place = mention_at(doc, token);
    uint32_t noun = place && place->first == token && place->type == DATELINE_PLACE ? place->end : stop;
    if (noun + 2 >= stop || !TOKEN_AMONG(doc, noun, parts) || !token_is(doc, noun + 1, "of"))
        return token;
    return noun + 2 + token_is(doc, noun + 2, "the");
}

uint32_t end_of_field(const document *doc, uint32_t token, uint32_t stop)
{
    enum { LONGEST = 3 };
    uint32_t end = token;
    while (end < stop && end - token < LONGEST && !doc->tokens.capital[end] &&
           (doc->tokens.tag[end] == POS_NOUN || doc->tokens.tag[end] == POS_ADJ))
        end++;
    return token_is(doc, end, ",") ? end : token;
}

/* "of the | opposition Democratic Party", "of the | now-banned Salvation Front": the token at which the body's name begins, behind one word
 * in small letters or two that a hyphen joins; `token`: no such name follows. */
static uint32_t behind_qualifier(const document *doc, uint32_t token, uint32_t stop)
{
    uint32_t begin = token + 1 < stop && token_is(doc, token + 1, "-") ? token + 3 : token + 1;
    const mention *name = begin < stop && !doc->tokens.capital[token] && doc->tokens.tag[token] != POS_ADP ? mention_at(doc, begin) : NULL;
    bool body = name && name->first == begin && name->type == DATELINE_ORGANIZATION && name->end - begin > 1 && name->entity != NONE;
    return body && !doc->tokens.capital[begin - 1] ? begin : token;
}

uint32_t read_target(document *doc, uint32_t token, uint32_t stop, uint32_t *whose, const char **country)
{
    *whose = NONE;
    *country = NULL;
    while (token < stop && (doc->tokens.tag[token] == POS_DET || token_is(doc, token, "his") || token_is(doc, token, "its") ||
                            token_is(doc, token, "their") || token_is(doc, token, "both")))
        token++;
    if (token + 3 < stop && token_is(doc, token + 1, "-") && token_is(doc, token + 2, "based")) /* "of the Baku-based Center" */
        token += 3;
    token = token < stop ? part_end(doc, token, stop) : token;
    if (token >= stop)
        return token;
    token = behind_qualifier(doc, token, stop);
    phrase named = phrase_at(doc, INDEX_COUNTRY, token);
    bool owns = named.rows.count && named.end + 1 < stop && is_genitive(doc, named.end); /* "of Iran's Security Council" */
    const mention *owned = owns ? mention_at(doc, named.end + 1) : NULL;
    if (owned && owned->type == DATELINE_ORGANIZATION && owned->entity != NONE) {
        *whose = owned->entity;
        return owned->end;
    }
    uint32_t body = owns && !owned && !doc->tokens.capital[named.end + 1] ? body_end(doc, named.end + 1, stop) : 0;
    if (body > named.end + 1 && !token_is(doc, body, "-")) { /* "of Sri Lanka's largest teachers' union" */
        *whose = described_entity(doc, token, body, body - 1, DATELINE_ORGANIZATION);
        return body;
    }
    uint32_t after = token + 2 < stop && token_is(doc, token + 1, "'s") && !named.rows.count && !mention_at(doc, token)
                         ? body_end(doc, token + 2, stop)
                         : 0;
    if (after > token + 2) { /* "of the project's panel" */
        *whose = described_entity(doc, token + 2, after, after - 1, DATELINE_ORGANIZATION);
        return after;
    }
    const mention *name = mention_at(doc, token);
    bool in_body =
        name && name->first == token && name->type == DATELINE_ORGANIZATION && name->end > named.end; /* "China Cultural Center" */
    bool body_follows = in_body || (named.rows.count && named.end < stop && (name || !person_named_at(doc, named.end)) &&
                                    (doc->tokens.tag[named.end] == POS_NOUN || doc->tokens.tag[named.end] == POS_PROPN));
    if (named.rows.count && named.end < stop &&
        phrase_at(doc, INDEX_OFFICE, named.end).rows.count) /* "spokesman of Slovakian President X" */
        return token;
    if (named.rows.count && doc->tokens.capital[token] && !body_follows) {
        *country = lexicon_text(doc->lexicon, TABLE_COUNTRIES, named.rows.items[0], COUNTRY_CODE);
        return end_of_field(doc, named.end, stop);
    }
    bool whole = name && name->first == token && name->type == DATELINE_ORGANIZATION && name->entity != NONE && name->end - token > 1 &&
                 (name->end >= stop || doc->tokens.tag[name->end] == POS_PUNCT || doc->tokens.tag[name->end] == POS_VERB);
    if (whole) {
        *whose = name->entity;
        return name->end;
    }
    uint32_t longer = body_end(doc, token, name && name->end > stop ? name->end : stop);
    if (name && name->first == token && name->entity != NONE && name->end >= longer && name->type != DATELINE_PERSON) {
        *whose = name->entity;
        const token_table *t = &doc->tokens;
        bool noun_follows =
            name->end < stop && t->tag[name->end] == POS_NOUN && t->head[name->head] == name->end; /* "the Iodine Nutrition study" */
        bool kind_follows =
            name->type == DATELINE_PLACE && name->end < stop && heads_name_of(doc, name->end, DATELINE_PLACE); /* "the Lombardy region" */
        return name->end + (kind_follows || (noun_follows && name->type == DATELINE_ORGANIZATION));
    }
    const mention *inner = longer > token + 1 && !doc->tokens.capital[token] ? mention_at(doc, longer - 1) : NULL;
    bool qualified = inner && inner->first > token && inner->end == longer && inner->end - inner->first > 1 && inner->entity != NONE &&
                     inner->type == DATELINE_ORGANIZATION;
    if (qualified) { /* "of the opposition Democratic Party" */
        *whose = inner->entity;
        return longer;
    }
    if (longer > token) {
        *whose = described_entity(doc, token, longer, longer - 1, DATELINE_ORGANIZATION);
        doc->entities.items[*whose].named = doc->tokens.capital[token];
    }
    return longer;
}
