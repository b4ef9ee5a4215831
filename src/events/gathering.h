/* A gathering and what is read of it, part by part. */
#ifndef DATELINE_EVENTS_GATHERING_H
#define DATELINE_EVENTS_GATHERING_H

#include "events/parts.h"

/* A gathering noun in the text. */
typedef struct gathering_noun {
    uint32_t first, end; /* tokens */
    uint32_t row;        /* of gatherings.tsv */
} gathering_noun;

static inline uint32_t noun_head(const gathering_noun *g)
{
    return g->end - 1;
}

static inline bool is_among(const document *doc, uint32_t token)
{
    return token_is(doc, token, "among") || token_is(doc, token, "amongst");
}

/* The gathering noun that begins at a token; false: none does. gathering_nouns.c */
bool read_noun(const document *doc, uint32_t token, gathering_noun *out);

/* The word that tells that a noun such as "meeting" means one that is held, rather than meetings as such: its verb, or "at"; NONE. */
uint32_t held_by(const document *doc, const gathering_noun *g);

/* "conferences" as such: many, no one of them meant. Talks and consultations are one. */
bool is_generic(const document *doc, const gathering_noun *g);

/* "the opening ceremony of a forum": a part of what is told for itself. */
bool is_part_of_another(const document *doc, const gathering_noun *g);

/* "The Eurasian Media Forum kicked off": a name that ends in such a noun, with a verb that says that it is held. */
bool is_named_one(const document *doc, const gathering_noun *g);

const char *gathering_type(const document *doc, const gathering_noun *g); /* PLOVER's, or GATHER */

/* The kind of gathering that one word is a noun for; NULL: none. */
const char *kind_of_noun(const document *doc, uint32_t token);

/* The gathering that a noun means, of those told before, the last first; and first those of the same voice: the outlet goes on about its
 * own, not about one that was promised. NONE: it is told for the first time. gathering_again.c */
uint32_t told_before(const document *doc, const gathering_noun *g);

/* "met on the sidelines of the meeting", "previous talks": whether a noun means another gathering than the one that is told of beside it.
 * gathering_again.c */
bool is_set_apart(const document *doc, uint32_t noun);

/* Words [first, end) brought those that a role has beyond `before`: a part of the reason. gathering_roles.c */
void tell_role(document *doc, event *of, dateline_role role, uint32_t before, uint32_t first, uint32_t end);

/* Adds whom a token means to a role, and word `told_by` to the reason. */
void add_told_role(document *doc, event *of, dateline_role role, uint32_t token, uint32_t told_by);

/* Who organizes, supports, hosts, attends, by the lists that words such as "organized by" announce, and by the verb over the noun.
 * gathering_roles.c */
void read_announcements(document *doc, event *of, sentence s);

/* Adds to a role the actors named in a list from `token` on, up to a verb, the end of the sentence, or the next announcement. */
void take_list(document *doc, event *of, dateline_role role, uint32_t token);

void read_subject(document *doc, event *of, const gathering_noun *g);
void add_sources(document *doc, event *of);

/* Between whom it is, or with whom, by what hangs on its noun. gathering_parties.c */
void read_noun_phrase(document *doc, event *of, uint32_t head);

/* "The guests included A, B and C", "Among those present were A, B and C", "A and B were among the guests". gathering_guests.c */
void read_guests(document *doc, event *of, sentence s);

/* "The event brought together ambassadors and researchers" */
void read_drawn(document *doc, event *of, const gathering_noun *g);

/* "A, B and C were also present on the occasion", "A attended". */
void read_present(document *doc, event *of, sentence s);

/* "a seminar in which A, B and C participated" */
void read_in_which(document *doc, event *of, const gathering_noun *g);

/* Who spoke there: statements made after gathering `number` was introduced. gathering_speeches.c */
void read_speeches(document *doc, uint32_t number);

/* What it is about, what it commemorates. gathering_theme.c */
void read_theme(document *doc, event *of, const gathering_noun *g);
void read_anniversary(document *doc, event *of, sentence s);

/* How many came, and who they were; what was on. gathering_attendance.c */
void read_attendance(document *doc, event *of, sentence s);

/* How many came, where the next sentences tell it: "Police said about 4,000 people took part". */
void read_later_attendance(document *doc, event *of);

void read_activities(document *doc, event *of, sentence s, uint32_t trigger);

#endif
