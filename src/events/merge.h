/* What the steps of merging share. */
#ifndef DATELINE_EVENTS_MERGE_H
#define DATELINE_EVENTS_MERGE_H

#include "events/parts.h"

/* ---- whether two may be one. same.c ---- */

/* Whether two events may have the same actor in a role: both tell the same, or one tells none. */
bool agree_on(const document *doc, const event *a, const event *b, dateline_role role);

bool same_text(const char *a, const char *b); /* NULL is like NULL alone */

/* Whether two times may be one: one is not told, or both have one value. */
bool may_be_when(const document *doc, uint32_t a, uint32_t b);

/* Whether a place is a country, or a division, that another lies in. */
bool is_around(const entity *outer, const entity *inner);

/* Whether two places may be one: one is not told, or lies in the other. */
bool may_be_where(const document *doc, uint32_t a, uint32_t b);

bool same_list(const event *a, const event *b, dateline_role role); /* in any order */

/* Whether one word is the other's: the outlet's both, or two statements of the same speakers. */
bool is_same_voice(const document *doc, uint32_t a, uint32_t b);

/* ---- gatherings. merge_gatherings.c ---- */

/* "held talks", "discussed trade", "their meeting": the same met, where neither time nor place speaks against it. */
bool met_again(const document *doc, const event *first, const event *again);

/* Gatherings that are held for a commemoration take what it is of, and it is no event beside them; false: none is. merge_gatherings.c */
bool join_purpose(document *doc, const event *commemoration);

/* Each gives what an event tells to the gathering that it is; false: it is none. */
bool join_gathering(document *doc, const event *commemoration);
bool join_meeting(document *doc, const event *met, uint32_t from); /* of those before event `from` */
bool join_demonstration(document *doc, const event *again, const bool *drop);

/* ---- merge.c ---- */

/* The first mention stays, and gets what only a later one tells. */
void take_mention(document *doc, event *first, const event *again);

#endif
