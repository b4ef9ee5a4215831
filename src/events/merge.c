/* One happening is one event, however often it is told: in a sentence, in the headline, in another sentence. */
#include "events/merge.h"
#include "events/gathering.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "were killed and wounded in a bombing", "clashes killed 20", "were killed when rebels shelled a market", "drowned when a ferry sank": the
 * noun or the clause tells how, not what else. */
static bool tells_how(const document *doc, uint32_t how, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool noun = t->relation[how] == REL_OBL || t->relation[how] == REL_NSUBJ;
    bool undergone = is_verb(doc, verb) && child_by(doc, verb, REL_OBL_AGENT) == NONE && child_by(doc, verb, REL_OBJ) == NONE;
    bool clause = t->relation[how] == REL_ADVCL && child_word(doc, how, REL_ADVMOD, "when") != NONE && undergone;
    if ((!noun && !clause) || !is_verb(doc, verb))
        return false;
    uint32_t over = t->head[how];
    while (over != verb && over != NONE && t->relation[over] == REL_CONJ)
        over = t->head[over];
    return over == verb;
}

static bool one_tells_how(const document *doc, uint32_t a, uint32_t b)
{
    return tells_how(doc, a, b) || tells_how(doc, b, a);
}

/* "attacked the convoy, killing twelve and wounding two": what came of it; "opened fire to disperse them": what it was for. */
static bool came_of_it(const document *doc, uint32_t verb, uint32_t of)
{
    const token_table *t = &doc->tokens;
    while (t->relation[verb] == REL_CONJ && t->head[verb] != NONE && strcmp(t->english_tag[verb], "VBG") == 0)
        verb = t->head[verb];
    bool result = strcmp(t->english_tag[verb], "VBG") == 0 && child_by(doc, verb, REL_MARK) == NONE;
    bool struck = t->relation[of] == REL_NSUBJ && t->head[of] == t->head[verb]; /* "Air strikes hit the town, killing ten" */
    return t->relation[verb] == REL_ADVCL && (t->head[verb] == of || struck) && (result || is_infinitive(doc, verb));
}

/* "were killed when a plane crashed", "a plane crashed, killing nine": who dies so is attacked by nobody. */
static bool is_accident(const document *doc, const event *harm, const event *deaths)
{
    if (strcmp(harm->record.type, "HARM") != 0 || strcmp(deaths->record.type, "ASSAULT") != 0 || deaths->roles[DATELINE_SOURCE].count)
        return false;
    return tells_how(doc, harm->trigger, deaths->trigger) || came_of_it(doc, deaths->trigger, harm->trigger);
}

/* "met him *during his visit*": a visit that another gathering is a part of. */
static bool is_visit_around(const document *doc, const event *e)
{
    uint32_t preposition = preposition_of(doc, e->trigger);
    return e->record.kind && strcmp(e->record.kind, "visit") == 0 && preposition != NONE && token_is(doc, preposition, "during");
}

/* Whether one was done by somebody to whom the other was done: "fired at the army because the army had fired". */
static bool is_done_back(const event *one, const event *other)
{
    const index_list *by = &one->roles[DATELINE_SOURCE], *to = &other->roles[DATELINE_TARGET];
    for (uint32_t i = 0; i < by->count; i++)
        if (list_holds(to, by->items[i]) && !list_holds(&other->roles[DATELINE_SOURCE], by->items[i]))
            return true;
    return false;
}

uint32_t told_in_sentence(const document *doc, const event *one)
{
    for (uint32_t i = doc->events.count; i-- > 0;) {
        const event *e = &doc->events.items[i];
        if (doc->tokens.sentence[e->trigger] != doc->tokens.sentence[one->trigger])
            continue;
        if (is_accident(doc, one, e) || is_accident(doc, e, one))
            return i;
        if (strcmp(e->record.type, one->record.type) != 0)
            continue;
        if (e->record.kind && one->record.kind && (is_set_apart(doc, e->trigger) || is_visit_around(doc, e) != is_visit_around(doc, one)))
            continue;
        bool gathering = e->record.kind && one->record.kind && may_be_when(doc, e->record.time, one->record.time) &&
                         e->record.voice == one->record.voice;
        if (one_tells_how(doc, one->trigger, e->trigger))
            return i;
        if (!gathering && (is_done_back(one, e) || is_done_back(e, one)))
            continue;
        if (came_of_it(doc, one->trigger, e->trigger) && agree_on(doc, one, e, DATELINE_SOURCE) && e->record.voice == one->record.voice)
            return i;
        bool differ = e->record.mode && one->record.mode &&
                      strcmp(e->record.mode, one->record.mode) != 0; /* "imposed a curfew and blocked the internet" */
        bool same = !differ && agree_on(doc, one, e, DATELINE_SOURCE) && agree_on(doc, one, e, DATELINE_TARGET);
        if (gathering || (same && e->record.voice == one->record.voice))
            return i;
    }
    return NONE;
}

static void take_category(document *doc, event *to, const event *from)
{
    set_category(doc, &to->record, from->record.type, from->record.mode, from->record.cameo);
    to->record.contexts = from->record.contexts;
    to->record.context_count = from->record.context_count;
}

static bool has_count(const event *e, const dateline_count *count)
{
    for (uint32_t i = 0; i < e->counts.count; i++)
        if (e->counts.items[i].count == count->count && strcmp(e->counts.items[i].what, count->what) == 0)
            return true;
    return false;
}

/* "held talks with Chad": who was talked to is no source beside whoever held them. */
static void keep_sides_apart(event *talks)
{
    index_list *sources = &talks->roles[DATELINE_SOURCE];
    if (!talks->record.kind || strcmp(talks->record.type, "CONSULT") != 0)
        return;
    uint32_t end = 0;
    for (uint32_t i = 0; i < sources->count; i++)
        if (!list_holds(&talks->roles[DATELINE_TARGET], sources->items[i]))
            sources->items[end++] = sources->items[i];
    sources->count = end ? end : sources->count; /* where all of them are both, none is moved */
}

void join_events(document *doc, event *to, const event *from)
{
    if (to->record.kind && !to->record.cameo && from->record.cameo) {
        take_category(doc, to, from);
        to->record.reason = from->record.reason;
    }
    bool how = one_tells_how(doc, from->trigger, to->trigger);
    if (is_accident(doc, from, to))
        take_category(doc, to, from);
    if (how && !to->record.mode && from->record.mode)
        set_category(doc, &to->record, from->record.type, from->record.mode, from->record.cameo);
    for (uint32_t i = 0; i < from->counts.count; i++)
        if (!has_count(to, &from->counts.items[i]))
            *list_add(&doc->memory, &to->counts) = from->counts.items[i];
    for (int role = 0; role < DATELINE_ROLE_COUNT; role++) {
        bool told = how && to->roles[role].count;
        for (uint32_t i = 0; i < from->roles[role].count && !told; i++)
            list_add_once(doc, &to->roles[role], from->roles[role].items[i]);
    }
    keep_sides_apart(to);
}

/* Whether an event tells already what stands under it: what is demanded, refused, threatened or agreed; and of a protest, what it is for
 * ("demonstrated, calling for elections"), which is a statement of those who protest. */
static bool tells_of(const event *outer, const event *inner)
{
    static const char *const of_words[] = {"REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE", "SANCTION"};
    for (size_t k = 0; k < sizeof of_words / sizeof *of_words; k++)
        if (strcmp(outer->record.type, of_words[k]) == 0)
            return true;
    bool cause = strcmp(inner->record.type, "REQUEST") == 0 || strcmp(inner->record.type, "ACCUSE") == 0;
    return cause && strcmp(outer->record.type, "PROTEST") == 0;
}

/* "charged her two days after police arrested her": what happened before is told for itself. */
static bool is_told_before(const document *doc, uint32_t verb)
{
    return doc->tokens.relation[verb] == REL_ADVCL && child_word(doc, verb, REL_MARK, "after") != NONE;
}

static bool is_subsumed(const document *doc, const event *inner)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = inner->trigger, steps = 0; t->head[at] != NONE && steps < 3; steps++) {
        uint8_t kind = t->relation[at];
        bool complement = kind == REL_XCOMP || kind == REL_CCOMP || kind == REL_OBJ || kind == REL_OBL || kind == REL_ACL ||
                          kind == REL_NMOD || kind == REL_CONJ || kind == REL_ADVCL;
        if (!complement || is_told_before(doc, at))
            return false;
        at = t->head[at];
        for (uint32_t i = 0; i < doc->events.count; i++) {
            const event *outer = &doc->events.items[i];
            bool noun = t->relation[outer->trigger] == REL_OBJ && t->head[outer->trigger] == at; /* "began a strike to protest" */
            if ((outer->trigger == at || noun) && outer != inner && kind != REL_CONJ && tells_of(outer, inner))
                return true;
        }
    }
    return false;
}

/* "Lagos doctors", "resident doctors"; "thousands", "several thousand people": groups without a name that may be one. */
static bool is_same_group(const document *doc, const event *a, const event *b)
{
    static const char *const crowds[] = {"thousand",     "hundred", "dozen",   "people",  "protester",
                                         "demonstrator", "crowd",   "marcher", "resident"};
    if (a->roles[DATELINE_SOURCE].count != 1 || b->roles[DATELINE_SOURCE].count != 1)
        return false;
    const entity *one = &doc->entities.items[a->roles[DATELINE_SOURCE].items[0]],
                 *other = &doc->entities.items[b->roles[DATELINE_SOURCE].items[0]];
    if (one->named || other->named || one->type != DATELINE_GROUP || other->type != DATELINE_GROUP || one->head == NONE ||
        other->head == NONE)
        return false;
    bool both_crowds = LEMMA_AMONG(doc, one->head, crowds) && LEMMA_AMONG(doc, other->head, crowds);
    const char *last = strrchr(one->name, ' '), *end = strrchr(other->name, ' '); /* "Farmers", "thousands of farmers" */
    return both_crowds || strcasecmp(last ? last + 1 : one->name, end ? end + 1 : other->name) == 0;
}

/* What the headline tells, the report tells again, and better: joins it with that event; false where there is none. */
static bool join_headline(document *doc, const event *headline, uint32_t from)
{
    if (!in_headline(doc, headline->trigger))
        return false;
    for (uint32_t i = headline->record.kind ? 0 : from; i < doc->events.count; i++) {
        event *e = &doc->events.items[i];
        bool opens = doc->tokens.sentence[e->trigger] < opening_end(doc); /* "Samoa hosts talks", and ministers began talks */
        bool gathering = opens && headline->record.kind && same_text(headline->record.kind, e->record.kind);
        bool parties = i >= from && agree_on(doc, headline, e, DATELINE_SOURCE) && agree_on(doc, headline, e, DATELINE_TARGET);
        bool same =
            !in_headline(doc, e->trigger) && !is_subsumed(doc, e) && strcmp(e->record.type, headline->record.type) == 0 &&
            (e->record.voice == headline->record.voice || headline->record.voice == NONE) && /* the report may say whose word it is */
            (parties || gathering || (is_same_group(doc, headline, e) && agree_on(doc, headline, e, DATELINE_TARGET)));
        bool denied = same_text(e->record.reality, "denied") != same_text(headline->record.reality, "denied");
        if (!same || denied)
            continue;
        event told = *headline;
        if (is_same_group(doc, headline, e)) /* the text says better who they are */
            told.roles[DATELINE_SOURCE].count = told.roles[DATELINE_PARTICIPANT].count = 0;
        join_events(doc, e, &told);
        *list_add(&doc->memory, &e->mentions) = headline->record.trigger;
        return true;
    }
    return false;
}

/* Whether two numbers of one thing contradict each other: "killed 12", "killed 3". */
static bool contradict(const event *a, const event *b)
{
    for (uint32_t i = 0; i < a->counts.count; i++)
        for (uint32_t k = 0; k < b->counts.count; k++)
            if (strcmp(a->counts.items[i].what, b->counts.items[k].what) == 0 && a->counts.items[i].count != b->counts.items[k].count)
                return true;
    return false;
}

/* Whether two sentences tell one action: the same was done by the same to the same, in the same voice, and neither time, place nor number
 * speaks against it. Event data sets count such once a day (ICEWS, GDELT); here it is once a report. */
static bool is_told_again(const document *doc, const event *first, const event *again)
{
    const dateline_event *a = &first->record, *b = &again->record;
    bool both = first->roles[DATELINE_SOURCE].count && first->roles[DATELINE_TARGET].count;
    return both && !a->kind && !b->kind && strcmp(a->type, b->type) == 0 && same_text(a->mode, b->mode) &&
           same_text(a->reality, b->reality) && a->voice == b->voice && same_list(first, again, DATELINE_SOURCE) &&
           same_list(first, again, DATELINE_TARGET) && may_be_when(doc, a->time, b->time) && may_be_where(doc, a->place, b->place) &&
           !contradict(first, again);
}

void take_mention(document *doc, event *first, const event *again)
{
    *list_add(&doc->memory, &first->mentions) = again->record.trigger;
    if (first->record.time == NONE)
        first->record.time = again->record.time;
    uint32_t place = first->record.place, other = again->record.place;
    if (place == NONE || (other != NONE && is_around(&doc->entities.items[place], &doc->entities.items[other])))
        first->record.place = other;
    for (uint32_t i = 0; !first->counts.count && i < again->counts.count; i++)
        *list_add(&doc->memory, &first->counts) = again->counts.items[i];
}

static bool is_repeated(document *doc, const event *again, uint32_t from, const bool *drop)
{
    for (uint32_t i = again->record.kind ? 0 : from; &doc->events.items[i] != again; i++) {
        event *first = &doc->events.items[i];
        if (drop[i] || !(is_told_again(doc, first, again) || met_again(doc, first, again)))
            continue;
        take_mention(doc, first, again);
        return true;
    }
    return false;
}

/* "supported by the fund, the forum is dedicated to": a role in the gathering, and no act of its own; "Asked whether it failed, she said":
 * a question that nobody is told to have put. */
static bool is_aside(const document *doc, const event *e)
{
    const index_list *to = &e->roles[DATELINE_TARGET];
    uint32_t head = to->count == 1 ? doc->entities.items[to->items[0]].head : NONE;
    bool supports = strcmp(e->record.type, "SUPPORT") == 0 && head != NONE && doc->tokens.mention[head] == NONE;
    bool asked = strcmp(e->record.type, "REQUEST") == 0 && !e->roles[DATELINE_SOURCE].count && token_is(doc, e->trigger, "asked") &&
                 doc->tokens.relation[e->trigger] == REL_ADVCL;
    return asked || (supports && word_in(doc, INDEX_GATHERING, head) && is_verb(doc, e->trigger));
}

void merge_events(document *doc, uint32_t from)
{
    bool *drop = arena_array(&doc->memory, doc->events.count, sizeof *drop);
    for (uint32_t i = from; i < doc->events.count; i++)
        drop[i] = is_aside(doc, &doc->events.items[i]) || is_subsumed(doc, &doc->events.items[i]) ||
                  join_headline(doc, &doc->events.items[i], from);
    for (uint32_t i = from; i < doc->events.count; i++)
        drop[i] = drop[i] || join_purpose(doc, &doc->events.items[i]) || join_gathering(doc, &doc->events.items[i]) ||
                  join_meeting(doc, &doc->events.items[i], from) || join_demonstration(doc, &doc->events.items[i], drop) ||
                  is_repeated(doc, &doc->events.items[i], from, drop);
    uint32_t kept = from;
    for (uint32_t i = from; i < doc->events.count; i++)
        if (!drop[i])
            doc->events.items[kept++] = doc->events.items[i];
    doc->events.count = kept;
}
