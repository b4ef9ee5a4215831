/* "Libya must hand over the suspects, the minister said": who says of another actor that it must do something demands
 * it. What is demanded is told by the demand, so that it is no event of its own. */
#include "events/parts.h"
#include "grammar/frame.h"
#include "grammar/tree.h"

/* Who must do what `verb` says, by a statement; NONE where it is nobody, or a speaker. */
static uint32_t addressee_of(const document *doc, const statement *said, uint32_t verb)
{
    uint32_t subject = subject_of(doc, verb), means = subject == NONE ? NONE : doc->entity_of[subject];
    bool other = means != NONE && may_act(doc, means) && !list_holds(&said->speakers, means);
    return other && !is_passive(doc, verb) ? means : NONE;
}

/* The event that the verb tells already, or a new one. */
static event *event_at(document *doc, uint32_t verb, uint32_t from)
{
    for (uint32_t i = from; i < doc->events.count; i++)
        if (doc->events.items[i].trigger == verb)
            return &doc->events.items[i];
    uint32_t made = add_event(doc, verb, verb + 1, "REQUEST");
    return &doc->events.items[made];
}

static void add_demand(document *doc, const statement *said, uint32_t must, uint32_t from)
{
    uint32_t verb = doc->tokens.head[must];
    uint32_t target = verb == NONE || !is_verb(doc, verb) ? NONE : addressee_of(doc, said, verb);
    if (target == NONE)
        return;
    event *demand = event_at(doc, verb, from);
    memset(demand->roles, 0, sizeof demand->roles);
    for (uint32_t i = 0; i < said->speakers.count; i++)
        list_add_once(doc, &demand->roles[DATELINE_SOURCE], said->speakers.items[i]);
    list_add_described(doc, &demand->roles[DATELINE_TARGET], target); /* "both sides must" */
    set_category(doc, &demand->record, "REQUEST", NULL, "100");
    demand->record.kind = NULL;
    demand->record.contexts = NULL;
    demand->record.context_count = 0;
    demand->record.voice = voice_of(doc, said->cue);
    demand->record.reality = reality_names[REALITY_HAPPENED];
    demand->record.reason.rule = "event:must";
    reason_add(doc, &demand->record.reason, "trigger", demand->record.trigger);
}

void find_demands(document *doc, uint32_t from)
{
    for (uint32_t k = 0; k < doc->statements.count; k++) {
        const statement *said = &doc->statements.items[k];
        for (uint32_t i = said->first; i < said->end && said->speakers.count; i++)
            if (token_is(doc, i, "must") && doc->tokens.relation[i] == REL_AUX && voice_of(doc, i) == k)
                add_demand(doc, said, i, from);
    }
}
