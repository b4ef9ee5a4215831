/* Gatherings that are told of twice: the meeting and "the talks", the march and "the rally", what is commemorated and the ceremony. */
#include "events/gathering.h"
#include "events/merge.h"
#include "grammar/tree.h"

bool met_again(const document *doc, const event *first, const event *again)
{
    static const char *const kinds[] = {"talks", "meeting"};
    const dateline_event *a = &first->record, *b = &again->record;
    bool both = a->kind && b->kind && strcmp(a->type, "CONSULT") == 0 && strcmp(b->type, "CONSULT") == 0 &&
                SLICE_AMONG(slice_of(a->kind), kinds) && SLICE_AMONG(slice_of(b->kind), kinds);
    if (is_set_apart(doc, first->trigger) != is_set_apart(doc, again->trigger))
        return false;
    return both && first->roles[DATELINE_PARTICIPANT].count > 1 && same_list(first, again, DATELINE_PARTICIPANT) &&
           is_same_voice(doc, a->voice, b->voice) && same_text(a->reality, b->reality) && may_be_when(doc, a->time, b->time) &&
           may_be_where(doc, a->place, b->place);
}

/* "Ana Vega met Bo Lind. During the talks, he said ...": talks that name nobody who takes part, or only those who met, are the meeting that
 * was told of right before. */
static bool is_meeting_before(const document *doc, const event *met, const event *talks)
{
    enum { NEAR = 3 /* sentences */ };
    const dateline_event *a = &met->record, *b = &talks->record;
    bool kinds =
        a->kind && b->kind && strcmp(a->kind, "meeting") == 0 && (strcmp(b->kind, "talks") == 0 || strcmp(b->kind, "meeting") == 0);
    uint32_t first = doc->tokens.sentence[met->trigger], again = doc->tokens.sentence[talks->trigger];
    if (is_set_apart(doc, talks->trigger))
        return false;
    if (!kinds || again < first || again > first + NEAR || !is_told_of(doc, talks->trigger) || met->roles[DATELINE_PARTICIPANT].count < 2)
        return false;
    for (uint32_t i = 0; i < talks->roles[DATELINE_PARTICIPANT].count; i++)
        if (!list_holds(&met->roles[DATELINE_PARTICIPANT], talks->roles[DATELINE_PARTICIPANT].items[i]))
            return false;
    return a->voice == b->voice && same_text(a->reality, b->reality) && may_be_when(doc, a->time, b->time);
}

/* A headline's "Embassy marks Independence Day", and below it a reception that the embassy gives. */
static bool is_marked_by(const document *doc, const event *gathering, const event *commemoration)
{
    const dateline_event *a = &gathering->record, *b = &commemoration->record;
    bool headline = a->kind && b->kind && strcmp(b->kind, "commemoration") == 0 && strcmp(a->type, "GATHER") == 0 &&
                    in_headline(doc, commemoration->trigger) && !in_headline(doc, gathering->trigger);
    for (uint32_t i = 0; headline && i < commemoration->roles[DATELINE_SOURCE].count; i++)
        if (list_holds(&gathering->roles[DATELINE_ORGANIZER], commemoration->roles[DATELINE_SOURCE].items[i]))
            return true;
    return false;
}

/* Whether a headline's gathering is the one whose noun a verb below it has, "Embassy hosts reception": "gave a reception". */
static bool is_of_kind_held(const document *doc, const event *gathering, uint32_t verb)
{
    uint32_t noun = child_by(doc, verb, is_passive(doc, verb) ? REL_NSUBJ_PASS : REL_OBJ);
    return noun != NONE && in_headline(doc, gathering->trigger) && same_text(kind_of_noun(doc, noun), gathering->record.kind);
}

/* "held a reception to mark its 40th anniversary", "To mark it, the embassy gave a reception": what a gathering is held for. */
static bool is_purpose_of(const document *doc, const event *gathering, const event *commemoration)
{
    const token_table *t = &doc->tokens;
    uint8_t relation = t->relation[commemoration->trigger];
    bool clause = relation == REL_ADVCL || relation == REL_ACL || relation == REL_XCOMP;
    uint32_t over = clause ? t->head[commemoration->trigger] : NONE, noun = gathering->trigger;
    if (over == NONE || !gathering->record.kind || gathering == commemoration)
        return false;
    uint32_t first = t->relation[noun] == REL_CONJ ? t->head[noun] : noun; /* "a ceremony and a reception" */
    bool held = t->head[first] == over && (t->relation[first] == REL_OBJ || t->relation[first] == REL_NSUBJ_PASS);
    return held || over == noun || over == first || (is_verb(doc, over) && is_of_kind_held(doc, gathering, over));
}

bool join_purpose(document *doc, const event *commemoration)
{
    bool joined = false;
    if (!is_verb(doc, commemoration->trigger) || !same_text(commemoration->record.kind, "commemoration"))
        return false;
    for (uint32_t i = 0; i < doc->events.count; i++) {
        event *e = &doc->events.items[i];
        if (!is_purpose_of(doc, e, commemoration))
            continue;
        read_anniversary(doc, e, sentence_of(doc, commemoration->trigger));
        joined = true;
    }
    return joined;
}

/* "gathered to commemorate the massacre", and in the next sentence "the ceremony": one gathering. */
static bool is_gathering_of(const document *doc, const event *ceremony, const event *commemoration)
{
    enum { NEAR = 4 /* sentences */ };
    const dateline_event *a = &ceremony->record, *b = &commemoration->record;
    if (is_marked_by(doc, ceremony, commemoration))
        return true;
    bool both = a->kind && b->kind;
    bool kinds = both && ((strcmp(a->kind, "ceremony") == 0 && strcmp(b->kind, "commemoration") == 0) ||
                          (strcmp(a->kind, "march") == 0 && strcmp(b->kind, "protest") == 0)); /* "marched through the town", "the march" */
    uint32_t one = doc->tokens.sentence[ceremony->trigger], other = doc->tokens.sentence[commemoration->trigger];
    bool any = both && strcmp(a->kind, "event") == 0 && strcmp(b->kind, "commemoration") == 0 && is_told_of(doc, ceremony->trigger) &&
               !in_headline(doc, ceremony->trigger) && one > other && one <= other + NEAR; /* "800 people came to the function" */
    if (any && a->voice == b->voice && may_be_when(doc, a->time, b->time))
        return true;
    return kinds && one <= other + 2 && other <= one + 1 && a->voice == b->voice && may_be_when(doc, a->time, b->time);
}

/* What was told first as a commemoration, and then as "the event", is known by the first. */
static void take_trigger(event *e, const event *commemoration)
{
    e->mentions.items[e->mentions.count - 1] = e->record.trigger;
    e->trigger = commemoration->trigger;
    e->record.trigger = commemoration->record.trigger;
    e->record.reason = commemoration->record.reason;
}

/* The ceremony takes what is told of the commemoration, and its kind; a march what is told of those who marched; false: there is none. */
bool join_gathering(document *doc, const event *commemoration)
{
    for (uint32_t i = 0; i < doc->events.count; i++) {
        event *e = &doc->events.items[i];
        if (e == commemoration || !is_gathering_of(doc, e, commemoration))
            continue;
        join_events(doc, e, commemoration);
        if (strcmp(commemoration->record.kind, "commemoration") == 0 && !is_marked_by(doc, e, commemoration))
            e->record.kind = commemoration->record.kind;
        take_mention(doc, e, commemoration);
        if (commemoration->trigger < e->trigger && is_verb(doc, commemoration->trigger))
            take_trigger(e, commemoration);
        read_anniversary(doc, e, sentence_of(doc, commemoration->trigger));
        return true;
    }
    return false;
}

bool is_demonstration(const event *e)
{
    return e->record.kind && strcmp(e->record.type, "PROTEST") == 0 && same_text(e->record.mode, "demo");
}

/* "Thousands marched", and later "joined the rally": with "the" it is the demonstration that was told of last; false: it is none such. */
bool join_demonstration(document *doc, const event *again, const bool *drop)
{
    bool meant = is_demonstration(again) && doc->tokens.tag[again->trigger] == POS_NOUN && is_told_of(doc, again->trigger) &&
                 !is_plural(doc, again->trigger) && !in_headline(doc, again->trigger);
    event *last = NULL;
    for (uint32_t i = 0; meant && i < doc->events.count; i++) {
        event *e = &doc->events.items[i];
        bool before = e != again && !drop[i] && is_demonstration(e) && e->trigger < again->trigger && !in_headline(doc, e->trigger);
        if (before && (!last || e->trigger > last->trigger))
            last = e;
    }
    if (!last || !same_text(last->record.reality, again->record.reality) || !may_be_when(doc, last->record.time, again->record.time) ||
        !agree_on(doc, last, again, DATELINE_TARGET))
        return false;
    if (last->record.voice == again->record.voice)
        join_events(doc, last, again);
    take_mention(doc, last, again);
    return true;
}

/* The talks take what is told of those who met; false: there are none. */
bool join_meeting(document *doc, const event *met, uint32_t from)
{
    for (uint32_t i = 0; is_verb(doc, met->trigger) && i < from; i++) {
        event *talks = &doc->events.items[i];
        if (!is_meeting_before(doc, met, talks))
            continue;
        join_events(doc, talks, met);
        take_mention(doc, talks, met);
        return true;
    }
    return false;
}
