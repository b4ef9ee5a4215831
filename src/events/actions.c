/* Actions: what the rules of lexicon/rules/ that fit make of verbs and event nouns. */
#include "events/action.h"
#include "events/gathering.h"
#include "events/rules.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

static void split_contexts(document *doc, dateline_event *event, const char *list)
{
    LIST(const char *) contexts = {0};
    while (*list) {
        size_t length = strcspn(list, ", ");
        if (length)
            *list_add(&doc->memory, &contexts) = arena_copy(&doc->memory, list, length);
        list += length;
        list += strspn(list, ", ");
    }
    event->contexts = contexts.items;
    event->context_count = contexts.count;
}

/* "fired tear gas to disperse the crowd": what something is done for. */
static bool is_purpose(const document *doc, uint32_t verb)
{
    return doc->tokens.relation[verb] == REL_ADVCL && is_infinitive(doc, verb);
}

/* "Bandits said they would kill the hostages if nobody paid": the condition does not take the threat back. */
static bool is_conditional_threat(const document *doc, const event *of)
{
    uint32_t voice = of->record.voice, modal = child_by(doc, of->trigger, REL_AUX);
    if (strcmp(of->record.type, "ASSAULT") != 0 || voice == NONE || modal == NONE || !of->roles[DATELINE_SOURCE].count)
        return false;
    bool own = list_holds(&doc->statements.items[voice].speakers, of->roles[DATELINE_SOURCE].items[0]);
    return own && (token_is(doc, modal, "will") || token_is(doc, modal, "would"));
}

/* PLOVER counts what is only announced as agreeing to it ("will give aid") or as threatening it ("would tighten the
 * blockade"). The type that an announcement has, or NULL. */
static const char *announced_as(const document *doc, const event *of)
{
    static const char *const kinds[][2] = {
        {"AID", "AGREE"},       {"COOPERATE", "AGREE"},   {"CONCEDE", "AGREE"},    {"RETREAT", "AGREE"},
        {"COERCE", "THREATEN"}, {"SANCTION", "THREATEN"}, {"ASSAULT", "THREATEN"},
    };
    bool resigns = of->record.mode && strcmp(of->record.mode, "resign") == 0;
    bool planned = strcmp(of->record.reality, reality_names[REALITY_PLANNED]) == 0 || is_conditional_threat(doc, of);
    if (!planned || resigns || !of->roles[DATELINE_SOURCE].count || is_purpose(doc, of->trigger))
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(of->record.type, kinds[i][0]) == 0)
            return kinds[i][1];
    return NULL;
}

/* Who says that they will give aid promises it; who says that they will strike threatens. Saying so is the event: it
 * happened, and whoever reports the statement vouches for it. */
static void announce(document *doc, event *announced)
{
    statement *said = announced->record.voice == NONE ? NULL : &doc->statements.items[announced->record.voice];
    if (!said || !list_holds(&said->speakers, announced->roles[DATELINE_SOURCE].items[0]))
        return;
    if (strcmp(said->record.force, force_names[FORCE_SAY]) == 0)
        said->record.force = force_names[strcmp(announced->record.type, "THREATEN") == 0 ? FORCE_THREATEN : FORCE_PROMISE];
    announced->record.voice = voice_of(doc, said->cue);
    announced->record.reality = reality_names[REALITY_HAPPENED];
}

/* Not to agree and not to give in is to reject: "will not accept", "would not lift the ban". That is what happened. */
static void refuse(document *doc, event *not_done)
{
    bool yields = strcmp(not_done->record.type, "CONCEDE") == 0;
    if (!yields && strcmp(not_done->record.type, "AGREE") != 0)
        return;
    set_category(doc, &not_done->record, "REJECT", yields ? "yield" : NULL, NULL);
    not_done->record.reality = reality_names[REALITY_HAPPENED];
}

static void add_participants(document *doc, event *of)
{
    if (!of->record.kind)
        return;
    for (uint32_t i = 0; i < of->roles[DATELINE_SOURCE].count; i++)
        list_add_once(doc, &of->roles[DATELINE_PARTICIPANT], of->roles[DATELINE_SOURCE].items[i]);
    bool against = strcmp(of->record.type, "PROTEST") == 0; /* those whom it is against do not take part */
    bool visit = of->record.mode && strcmp(of->record.mode, "visit") == 0;
    for (uint32_t i = 0; i < of->roles[DATELINE_TARGET].count && !against; i++) {
        const entity *whom = &doc->entities.items[of->roles[DATELINE_TARGET].items[i]];
        if (!(visit && whom->type == DATELINE_PLACE)) /* where somebody goes takes no part */
            list_add_once(doc, &of->roles[DATELINE_PARTICIPANT], of->roles[DATELINE_TARGET].items[i]);
    }
    if (against) /* "some 2,000 teachers marched" */
        read_attendance(doc, of, sentence_of(doc, of->trigger));
    if (against && of->record.voice == NONE)
        read_later_attendance(doc, of);
}

/* Whether whoever attacks may do so with words alone: somebody, and of an "attack" also a body; no group, of which soldiers are one. */
static bool may_use_words(const document *doc, uint32_t trigger, uint32_t subject)
{
    if (subject == NONE || token_is(doc, subject, "he") || token_is(doc, subject, "she"))
        return true;
    if (doc->entity_of[subject] == NONE)
        return false;
    dateline_entity_type who = doc->entities.items[doc->entity_of[subject]].type;
    return who == DATELINE_PERSON || (who == DATELINE_ORGANIZATION && is_verb(doc, trigger) && lemma_is(doc, trigger, "attack"));
}

/* "attacked his rival, saying he would ruin the country", "launched an attack on him, dismissing it": the word of saying that tells with
 * what; of "attacked the ruling party for its record", of which a statement has been made, the verb itself; NONE: by arms. */
static uint32_t words_of_attack(const document *doc, uint32_t trigger)
{
    static const char *const blows[] = {"attack", "assail", "savage", "blast"};
    const token_table *t = &doc->tokens;
    bool opens = lemma_is(doc, trigger, "target") && t->relation[trigger] == REL_ADVCL && strcmp(t->english_tag[trigger], "VBG") == 0;
    if (opens && trigger < t->head[trigger] && is_saying(doc, t->head[trigger])) /* "Targeting the mayor, Ana Vega said" */
        return t->head[trigger];
    bool verb = is_verb(doc, trigger), launched = !verb && t->relation[trigger] == REL_OBJ && is_verb(doc, t->head[trigger]);
    uint32_t over = !LEMMA_AMONG(doc, trigger, blows) ? NONE : verb ? trigger : launched ? t->head[trigger] : NONE;
    bool words = over != NONE && may_use_words(doc, trigger, subject_of(doc, over));
    bool told = words || (verb && lemma_is(doc, trigger, "attack")); /* "protesters attacked him, saying" */
    for (uint32_t c = over != NONE && told ? first_child(doc, over) : NONE; c != NONE; c = next_child(doc, c))
        if (c > over && is_saying(doc, c))
            return c;
    for (uint32_t i = 0; words && verb && i < doc->statements.count; i++)
        if (doc->statements.items[i].cue == trigger)
            return trigger;
    return NONE;
}

/* "The curfew was lifted", "riots broke out": what a clause is about, whoever did it. Of a verb alone, "was closed", nobody knows whether
 * it was a border or a shop, and "the attack" was told before: there the rule must ask for more. */
static bool is_told_for_itself(const document *doc, uint32_t trigger, uint32_t row)
{
    bool particular = rule_asks_for_words(doc->lexicon, row);
    if (is_verb(doc, trigger) && !particular)
        return false;
    const token_table *t = &doc->tokens;
    uint32_t subject = is_verb(doc, trigger) ? child_by(doc, trigger, REL_NSUBJ_PASS) : trigger;
    if (subject == NONE && is_happening(doc, trigger)) /* "A bomb exploded" */
        subject = child_by(doc, trigger, REL_NSUBJ);
    uint32_t verb = is_verb(doc, trigger) ? trigger : t->head[trigger];
    if (subject == NONE || verb == NONE)
        return false;
    static const char *const definite[] = {"the", "this", "that", "these", "those", "such", "no"};
    uint32_t determiner = child_by(doc, subject, REL_DET);
    if (!particular && determiner != NONE && TOKEN_AMONG(doc, determiner, definite))
        return false;
    bool clause = t->relation[verb] == REL_ROOT || t->relation[verb] == REL_CONJ || t->relation[verb] == REL_PARATAXIS ||
                  t->relation[verb] == REL_CCOMP;
    return clause && (t->relation[subject] == REL_NSUBJ_PASS || (t->relation[subject] == REL_NSUBJ && is_happening(doc, verb)));
}

/* "The typhoon threatened the island": what nobody does threatens nobody in PLOVER's sense. */
static bool is_done_by_thing(const document *doc, const event *of, const frame *f)
{
    uint32_t subject = strcmp(of->record.type, "THREATEN") == 0 ? filler_of(f, SLOT_SUBJECT) : NONE;
    return subject != NONE && doc->tokens.tag[subject] == POS_NOUN && doc->entity_of[subject] == NONE;
}

/* When and where a gathering is at which something is done, or the report's own place, where its sentence does not tell. */
static void set_scene(document *doc, event *of)
{
    bool here = of->record.kind && of->record.voice == NONE && strcmp(of->record.type, "GATHER") == 0;
    if (here && of->record.place == NONE)
        of->record.place = doc->dateline_entity;
    bool told = of->record.time != NONE && of->record.place != NONE;
    uint32_t occasion = of->record.voice == NONE && !told ? gathering_around(doc, of->trigger) : NONE;
    if (occasion == NONE)
        return;
    const dateline_event *around = &doc->events.items[occasion].record;
    of->record.time = of->record.time == NONE ? around->time : of->record.time;
    of->record.place = of->record.place == NONE ? around->place : of->record.place;
}

/* "visited Hanoi": whom or what somebody visits, if a place, is where. */
static void set_visited(const document *doc, event *visit)
{
    const index_list *whom = &visit->roles[DATELINE_TARGET];
    bool visits = visit->record.place == NONE && visit->record.mode && strcmp(visit->record.mode, "visit") == 0 && whom->count == 1;
    if (visits && doc->entities.items[whom->items[0]].type == DATELINE_PLACE && doc->entities.items[whom->items[0]].located)
        visit->record.place = whom->items[0];
}

static void add_action(document *doc, uint32_t trigger, uint32_t end, const rule_choice *chosen, const frame *f)
{
    uint32_t row = chosen->row;
    const lexicon *words = doc->lexicon;
    const char *kind = lexicon_text(words, TABLE_RULES, row, RULE_KIND);
    if (strcmp(lexicon_text(words, TABLE_RULES, row, RULE_TYPE), RULE_NO_EVENT) == 0)
        return;
    uint32_t made = add_event(doc, trigger, end, lexicon_text(words, TABLE_RULES, row, RULE_TYPE));
    event one = doc->events.items[made];
    doc->events.count--;
    set_category(doc, &one.record, one.record.type, lexicon_text(words, TABLE_RULES, row, RULE_MODE),
                 lexicon_text(words, TABLE_RULES, row, RULE_CAMEO));
    one.record.kind = *kind ? kind : NULL;
    split_contexts(doc, &one.record, lexicon_text(words, TABLE_RULES, row, RULE_CONTEXTS));
    one.record.reason = rule_reason(doc, chosen, f, one.record.trigger);
    uint32_t in_words = words_of_attack(doc, trigger);
    if (in_words != NONE) {
        set_category(doc, &one.record, "ACCUSE", "disapprove", "111");
        reason_add(doc, &one.record.reason, "in words", tokens_span(doc, in_words, in_words + 1));
    }
    set_scene(doc, &one);
    take_speakers(doc, &one, trigger);
    fill_role(doc, &one, DATELINE_SOURCE, f, lexicon_number(words, TABLE_RULES, row, RULE_SOURCES));
    fill_role(doc, &one, DATELINE_TARGET, f, lexicon_number(words, TABLE_RULES, row, RULE_TARGETS));
    set_visited(doc, &one);
    bool actors = one.roles[DATELINE_SOURCE].count || one.roles[DATELINE_TARGET].count;
    bool needs = lexicon_number(words, TABLE_RULES, row, RULE_SOURCES) || lexicon_number(words, TABLE_RULES, row, RULE_TARGETS);
    read_counts(doc, &one, f, lexicon_number(words, TABLE_RULES, row, RULE_TARGETS));
    bool counted = one.counts.count || strcmp(one.record.type, "HARM") == 0; /* "a bomb killed 12", a flood that harms nobody by name */
    if ((needs && !actors && !counted && !is_told_for_itself(doc, trigger, row)) || is_done_by_thing(doc, &one, f))
        return;
    const char *announced = announced_as(doc, &one);
    if (announced) {
        set_category(doc, &one.record, announced, NULL, NULL);
        announce(doc, &one);
    }
    if (f->negated)
        refuse(doc, &one);
    add_participants(doc, &one);
    uint32_t known = told_in_sentence(doc, &one);
    if (known != NONE)
        join_events(doc, &doc->events.items[known], &one);
    else
        *list_add(&doc->memory, &doc->events) = one;
}

/* "The index lifted 40 points", "to close two percent higher": prices, and no deed; but "cut 5 percent of its staff". */
static bool is_of_prices(const document *doc, const frame *f)
{
    static const char *const steps[] = {"point", "percent", "percentage", "cent", "pip", "%"};
    uint32_t object = is_verb(doc, f->predicate) && !f->passive ? filler_of(f, SLOT_OBJECT) : NONE;
    return object != NONE && LEMMA_AMONG(doc, object, steps) && child_by(doc, object, REL_NMOD) == NONE;
}

/* Tries the rules of a phrase that begins at `token`; false where none of them fits. */
static bool try_phrase(document *doc, uint32_t token, phrase found)
{
    bool noun = doc->tokens.tag[found.end - 1] == POS_NOUN && doc->tokens.tag[token] != POS_VERB;
    uint32_t head = token;
    for (uint32_t i = token; noun && i < found.end; i++) { /* the word that governs the others */
        uint32_t governor = doc->tokens.head[i];
        if (governor == NONE || governor < token || governor >= found.end)
            head = i;
    }
    frame f = frame_of_action(doc, head, noun);
    if (is_of_prices(doc, &f))
        return true;
    rule_choice chosen = choose_rule(doc, found.rows, &f, head);
    if (chosen.row != NONE)
        add_action(doc, head, found.end, &chosen, &f);
    return chosen.row != NONE;
}

void find_actions(document *doc)
{
    uint32_t from = doc->events.count;
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        bool state = doc->tokens.relation[i] == REL_AMOD && is_verb(doc, i); /* "convicted war criminals" */
        if (!begins_key(doc, i, INDEX_RULE) || doc->tokens.mention[i] != NONE || state)
            continue;
        phrase found = is_verb(doc, i) ? verb_phrase_at(doc, INDEX_RULE, i) : phrase_at(doc, INDEX_RULE, i);
        uint32_t after = found.end < doc->tokens.count ? found.end : i;
        bool of_day = found.end > i + 1 && doc->tokens.tag[found.end - 1] == POS_ADP && doc->tokens.time[after] != NONE;
        if (of_day) /* "a strike | on Friday" */
            found = (phrase){phrase_rows(doc, INDEX_RULE, i, i + 1), i + 1};
        if (!found.rows.count || try_phrase(doc, i, found))
            continue;
        /* "met with delays", "an appeal for help": not as a phrase, perhaps as a word; "killing two": not as a noun, perhaps as a verb */
        rows by_form = phrase_rows(doc, INDEX_RULE, i, i + 1), by_lemma = phrase_rows_by_lemma(doc, INDEX_RULE, i, i + 1);
        bool done = found.end > i + 1 && try_phrase(doc, i, (phrase){by_form, i + 1});
        if (!done && by_lemma.items != by_form.items)
            try_phrase(doc, i, (phrase){by_lemma, i + 1});
    }
    find_demands(doc, from);
    merge_events(doc, from);
}
