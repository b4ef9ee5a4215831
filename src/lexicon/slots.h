/* The places around a verb or noun that rules name: who does it, to whom, with what, where.
 * They are those of the meaning, not of the sentence: the subject of a passive is an object here. */
#ifndef DATELINE_LEXICON_SLOTS_H
#define DATELINE_LEXICON_SLOTS_H

typedef enum slot {
    SLOT_NONE,
    SLOT_SUBJECT,      /* who does it: subject of an active verb, agent of a passive one      */
    SLOT_OBJECT,       /* to whom: object of an active verb, subject of a passive one         */
    SLOT_INDIRECT,     /* gave *them* arms                                                    */
    SLOT_CLAUSE,       /* the verb of a clause that completes it: agreed to *meet*            */
    SLOT_PREDICATE,    /* what the object is said to be: called it a *crime*                  */
    SLOT_PARTICLE,     /* rounded *up*                                                        */
    SLOT_POSSESSOR,    /* *their* visit, *Iran's* visit                                       */
    SLOT_MODIFIER,     /* *military* aid, *peace* talks                                       */
    SLOT_GOVERNOR,     /* of a noun: the verb over it: *lifted* a curfew                      */
    SLOT_BEYOND,       /* further on: the first actor in what the verb or noun governs        */
    SLOT_WHEN,         /* a clause of time, its verb and subject: when a *bus* *crashed*      */
    SLOT_PURPOSE,      /* what for: gathered to *honor* the dead, gathered *demanding* change */
    SLOT_PREPOSITIONS, /* from here on, what a preposition brings */
    SLOT_ABOUT = SLOT_PREPOSITIONS,
    SLOT_AGAINST,
    SLOT_AMONG,
    SLOT_AS,
    SLOT_AT,
    SLOT_BETWEEN,
    SLOT_BY,
    SLOT_FOR,
    SLOT_FROM,
    SLOT_IN,
    SLOT_INTO,
    SLOT_OF,
    SLOT_ON,
    SLOT_OUTSIDE,
    SLOT_OVER,
    SLOT_TO,
    SLOT_TOWARD,
    SLOT_UNDER,
    SLOT_WITH,
    SLOT_COUNT
} slot;

/* "subject", "object" ...; in the order of the enumeration. */
extern const char *const slot_names[SLOT_COUNT];

/* The slot of a preposition's lemma, or SLOT_NONE: "on" for "upon", "toward" for "towards". */
slot slot_of_preposition(const char *lemma);

#endif
