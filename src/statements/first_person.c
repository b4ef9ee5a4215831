/* "I" in somebody's words is who said them, "we" the body that did, "you" whom they were said to. */
#include "statements/parts.h"

#include "grammar/tree.h"

#include <string.h>

person person_at(const document *doc, uint32_t token)
{
    static const struct {
        const char *form;
        person means;
    } forms[] = {
        {"i", PERSON_SPEAKER},       {"me", PERSON_SPEAKER},         {"my", PERSON_SPEAKER},    {"mine", PERSON_SPEAKER},
        {"myself", PERSON_SPEAKER},  {"we", PERSON_SPEAKERS},        {"us", PERSON_SPEAKERS},   {"our", PERSON_SPEAKERS},
        {"ours", PERSON_SPEAKERS},   {"ourselves", PERSON_SPEAKERS}, {"you", PERSON_ADDRESSEE}, {"your", PERSON_ADDRESSEE},
        {"yours", PERSON_ADDRESSEE}, {"yourself", PERSON_ADDRESSEE},
    };
    for (size_t i = 0; doc->tokens.tag[token] == POS_PRON && i < sizeof forms / sizeof *forms; i++)
        if (token_is(doc, token, forms[i].form))
            return forms[i].means;
    return PERSON_NONE;
}

/* A person says "we" of more than himself, and of whom he does not tell. */
static bool speaks_for_many(const document *doc, uint32_t speaker)
{
    const entity *e = &doc->entities.items[speaker];
    return e->type == DATELINE_ORGANIZATION || e->type == DATELINE_GROUP || e->type == DATELINE_PLACE || e->plural;
}

static uint32_t meant(const document *doc, const statement *s, person who)
{
    uint32_t speaker = s->speakers.count == 1 ? s->speakers.items[0] : NONE;
    switch (who) {
    case PERSON_SPEAKER:
        return speaker != NONE && !doc->entities.items[speaker].plural ? speaker : NONE;
    case PERSON_SPEAKERS:
        return speaker != NONE && speaks_for_many(doc, speaker) ? speaker : NONE;
    case PERSON_ADDRESSEE:
        return s->record.addressee;
    case PERSON_NONE:
        break;
    }
    return NONE;
}

/* Whether a statement holds somebody's own words more closely than another, or NULL. */
static bool holds_closer(const statement *s, const statement *inner)
{
    return strcmp(s->record.quote, "indirect") != 0 && (!inner || s->end - s->first < inner->end - inner->first);
}

const statement *quoted_around(const document *doc, uint32_t token)
{
    const statement *inner = NULL;
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        const statement *s = &doc->statements.items[i];
        if (s->first <= token && token < s->end && holds_closer(s, inner))
            inner = s;
    }
    return inner;
}

/* around[tokens]: the innermost statement that holds each in the speaker's own words, or NONE; as quoted_around(), for all tokens at once.
 */
static const uint32_t *read_quoted(document *doc)
{
    uint32_t *around = arena_array(&doc->memory, doc->tokens.count, sizeof *around);
    memset(around, 0xff, doc->tokens.count * sizeof *around); /* NONE */
    for (uint32_t k = 0; k < doc->statements.count; k++) {
        const statement *s = &doc->statements.items[k];
        for (uint32_t i = s->first; i < s->end; i++)
            if (holds_closer(s, around[i] == NONE ? NULL : &doc->statements.items[around[i]]))
                around[i] = k;
    }
    return around;
}

void resolve_first_person(document *doc)
{
    const uint32_t *around = doc->statements.count ? read_quoted(doc) : NULL;
    for (uint32_t i = 0; around && i < doc->tokens.count; i++) {
        person who = around[i] != NONE && doc->entity_of[i] == NONE ? person_at(doc, i) : PERSON_NONE;
        uint32_t means = who == PERSON_NONE ? NONE : meant(doc, &doc->statements.items[around[i]], who);
        if (means == NONE)
            continue;
        doc->entity_of[i] = means;
        *list_add(&doc->memory, &doc->entities.items[means].references) = doc->tokens.where[i];
    }
}
