/* An action and what is read of it: the frame of its verb or noun, and who did it to whom. */
#ifndef DATELINE_EVENTS_ACTION_H
#define DATELINE_EVENTS_ACTION_H

#include "events/parts.h"

/* The frame of a phrase that a rule may fit, with what it borrows: an event noun from the light verb over it, "launched an attack on",
 * either from the noun below. action_frame.c */
frame frame_of_action(const document *doc, uint32_t head, bool noun);

/* Whether a verb tells that what its subject names took place: "clashes broke out". action_frame.c */
bool is_happening(const document *doc, uint32_t verb);

/* Fills a role from the first of a rule's places that has an actor. action_roles.c */
void fill_role(document *doc, event *of, dateline_role role, const frame *f, uint32_t slots);

/* Who is behind a noun that is no actor itself: "Peru's position", "the work of the ministry", "an air strike by Chad", "Kenyan exports",
 * "rebel positions"; NONE. */
uint32_t actor_behind(document *doc, uint32_t token);

/* "marched through Tbilisi", "hold talks in Kunming": where it is, not whom it is with or against. */
bool is_whereabouts(const document *doc, const event *of, uint32_t token, uint32_t means);

/* "condemned the death of Ana Vega", "demanded justice for her killing": to whom something was done is not who did it. */
bool is_victim(const document *doc, const event *of, uint32_t token);

/* Whether somebody who is behind a word is the victim of a noun such as "death": the word itself, or what it governs. */
bool has_victim(const document *doc, const event *of, uint32_t noun, uint32_t means);

/* Whether somebody, or all those whom "they" stands for, is who acts already. */
bool is_source(const document *doc, const event *of, uint32_t who);

/* "threatened to ban voting in the east unless Kenya agreed": who is meant stands somewhere in what follows, as TABARI (Schrodt 2001) takes
 * the first actor after the verb. action_beyond.c */
void fill_beyond(document *doc, event *of, dateline_role role, const frame *f);

/* Who speaks a cue is known better than who stands before the verb. action_roles.c */
void take_speakers(document *doc, event *of, uint32_t trigger);

/* "attacked his rival, saying he would ruin the country": a participle that tells what was said with the deed. action_roles.c */
bool is_saying(const document *doc, uint32_t token);

#endif
