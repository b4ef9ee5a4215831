#include "events/events.h"

#include "events/parts.h"
#include "grammar/numbers.h"
#include "grammar/tree.h"

#include <stdio.h>
#include <stdlib.h>

uint32_t add_event(document *doc, uint32_t trigger, uint32_t end, const char *type)
{
    uint32_t when = time_of(doc, trigger);
    event one = {.trigger = trigger};
    one.record = (dateline_event){
        .type = type,
        .trigger = tokens_span(doc, trigger, end),
        .voice = voice_of(doc, trigger),
        .time = when,
        .place = place_of(doc, trigger),
        .reality = reality_names[reality_of(doc, trigger, when)],
        .marks = NONE,
    };
    *list_add(&doc->memory, &doc->events) = one;
    return doc->events.count - 1;
}

bool may_act(const document *doc, uint32_t means)
{
    dateline_entity_type type = doc->entities.items[means].type;
    bool governed = type == DATELINE_PLACE && (doc->entities.items[means].country || !doc->entities.items[means].located); /* no sea */
    return type == DATELINE_PERSON || type == DATELINE_ORGANIZATION || type == DATELINE_GROUP || governed;
}

void add_role(document *doc, event *of, dateline_role role, uint32_t token)
{
    enum { MOST_ACTORS = 12 };
    uint32_t tokens[MOST_ACTORS], count = token == NONE ? 0 : conjuncts(doc, token, tokens, MOST_ACTORS);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t counted = doc->entity_of[tokens[i]] == NONE ? counted_by(doc, tokens[i]) : NONE;
        if (counted != NONE) { /* "hundreds of students and teachers": in its place, those that are counted */
            tokens[i] = counted;
            uint32_t more[MOST_ACTORS], beside = conjuncts(doc, counted, more, MOST_ACTORS);
            for (uint32_t k = 1; k < beside && count < MOST_ACTORS; k++)
                tokens[count++] = more[k];
        }
        uint32_t means = doc->entity_of[tokens[i]];
        bool acts = means != NONE && doc->entities.items[means].type != DATELINE_EVENT_NAME &&
                    doc->entities.items[means].type != DATELINE_WORK && doc->entities.items[means].type != DATELINE_LAW;
        if (acts)
            list_add_described(doc, &of->roles[role], means);
    }
}

void set_category(document *doc, dateline_event *event, const char *type, const char *mode, const char *cameo)
{
    const lexicon *words = doc->lexicon;
    char key[96];
    event->type = type;
    event->mode = mode && *mode ? mode : NULL;
    event->cameo = cameo && *cameo ? cameo : NULL;
    snprintf(key, sizeof key, "%s%s%s", type, event->mode ? " " : "", event->mode ? event->mode : "");
    for (char *at = key; *at; at++) /* keys are in lower case */
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at + 32 : *at);
    rows score = lexicon_find(words, INDEX_SCORE, slice_of(key));
    event->scored = score.count > 0;
    if (event->scored)
        event->score = lexicon_real(words, TABLE_SCORES, score.items[0], SCORE_VALUE);
    rows goldstein = event->cameo ? lexicon_find(words, INDEX_GOLDSTEIN, slice_of(event->cameo)) : (rows){NULL, 0};
    if (goldstein.count)
        event->goldstein = lexicon_real(words, TABLE_GOLDSTEIN, goldstein.items[0], GOLDSTEIN_SCORE);
}

status find_events(document *doc)
{
    find_gatherings(doc);
    find_actions(doc);
    complete_commemorations(doc);
    return DATELINE_OK;
}
