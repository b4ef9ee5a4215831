/* The steps of the stage, and what they share. */
#ifndef DATELINE_EVENTS_PARTS_H
#define DATELINE_EVENTS_PARTS_H

#include "document.h"
#include "grammar/frame.h"
#include "lexicon/tables.h"

void find_gatherings(document *doc);

/* What later sentences tell of commemorations that a verb brought, "celebrated its 20th anniversary", and who spoke there. */
void complete_commemorations(document *doc);
void find_actions(document *doc);

/* The gathering at which what a token tells took place, "At the seminar, the speakers praised ...": its number, or NONE. */
uint32_t gathering_around(const document *doc, uint32_t token);

/* Demands that are made with "must"; events from `from` on are those of actions. */
void find_demands(document *doc, uint32_t from);

/* How many an action did something to, by the places around its verb or noun. */
void read_counts(document *doc, event *of, const frame *f, uint32_t targets);

/* The statement in whose content a token lies, the innermost one; NONE: the outlet's own word. */
static inline uint32_t voice_of(const document *doc, uint32_t token)
{
    return doc->voice[token];
}

/* Whether what a verb or event noun says took place. `when` is its time, or NONE. realities.c */
reality reality_of(const document *doc, uint32_t trigger, uint32_t when);

/* The time and the place told beside a verb or event noun, or NONE: under it first, then in its sentence. */
uint32_t time_of(const document *doc, uint32_t trigger);
uint32_t place_of(const document *doc, uint32_t trigger);

/* The verb that a noun is subject or object of, or hangs under: "held" of "talks"; NONE if there is none. */
uint32_t verb_over(const document *doc, uint32_t noun);

/* An event that is told already in the sentence: the same type and actors, or the same gathering; its number, or NONE. */
uint32_t told_in_sentence(const document *doc, const event *one);

/* Whether an event is a march, a rally, a sit-in. merge_gatherings.c */
bool is_demonstration(const event *e);

/* One happening told twice is one event; a rule's mode and code complete a gathering. */
void join_events(document *doc, event *to, const event *from);

/* Drops, of the events from `from` on, those that others tell of, and joins those that are told again. */
void merge_events(document *doc, uint32_t from);

/* A new event with voice, reality, time and place; its number. */
uint32_t add_event(document *doc, uint32_t trigger, uint32_t end, const char *type);

/* Whether an entity is of a type that does things: people, bodies, groups, places that stand for governments. */
bool may_act(const document *doc, uint32_t means);

/* The actors that a token and its conjuncts name; adds them to a role. */
void add_role(document *doc, event *of, dateline_role role, uint32_t token);

/* Type, mode, CAMEO code and scores of an event. Strings outlive the document. */
void set_category(document *doc, dateline_event *event, const char *type, const char *mode, const char *cameo);

#endif
