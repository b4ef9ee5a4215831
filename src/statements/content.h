/* Which words around a cue are what is said. */
#ifndef DATELINE_STATEMENTS_CONTENT_H
#define DATELINE_STATEMENTS_CONTENT_H

#include "grammar/frame.h"
#include "statements/parts.h"

/* A cue verb and what the lexicon says of it. */
typedef struct cue_verb {
    uint32_t verb, end;       /* tokens of the cue */
    uint32_t row;             /* of cues.tsv */
    uint32_t takes;           /* TAKES_ bits */
    const char *prepositions; /* "about,on" */
    const frame *frame;       /* the places around it; find_content() reads them */
} cue_verb;

/* The cue that a verb is; false: it is none. */
bool read_cue_verb(const document *doc, uint32_t token, cue_verb *out);
force cue_force(const document *doc, const cue_verb *cue);
const char *cue_place(document *doc, const cue_verb *cue); /* "cues.tsv:41" */

/* "refused to comment", "did not say", "should say", "if he says": nothing was said. */
bool says_nothing(const document *doc, uint32_t verb, force f);

/* "accepted the award", "denied them entry": whether a verb tells what somebody does, and not what he says. deeds.c */
bool is_done_not_said(const document *doc, uint32_t verb);

/* "declined to comment", "refused to say": nothing was said. */
bool declines_to_say(const document *doc, uint32_t verb, force f);

/* "It should be noted that": the outlet's own turn of phrase, of a verb without a speaker. */
bool is_turn_of_phrase(const document *doc, uint32_t verb);

/* By whom something is done that a passive tells, as a token; NONE. */
uint32_t agent_of(const document *doc, uint32_t verb);

/* Whether a token means a person. */
bool is_person_at(const document *doc, uint32_t token);

/* Whether a word is somebody, or what tells something. */
bool can_be_speaker(const document *doc, uint32_t token);

/* The token that heads the phrase of who says it: the subject, of a passive the agent; NONE. */
uint32_t speaker_of_verb(const document *doc, uint32_t verb);

/* Whether a verb that the tree has beside another, under a cue, goes with the cue by its tense: "said that it opposes the plan and warned";
 * or by the comma before it, where the other is passive: "noted that many were killed, and called for a trial". */
bool has_tense_of(const document *doc, uint32_t verb, uint32_t cue, uint32_t beside);

/* Whether a participle of saying under what is said goes on with the cue, "said he did not know her, adding that she had left": not where
 * what it hangs on is said or done with words itself, "said that she attacked him, saying ...". */
bool goes_on_with_cue(const document *doc, uint32_t verb);

/* Whether a word is a predicate with a form of "be": "they were *ready*". */
bool is_copular(const document *doc, uint32_t head);

/* Finds the content of a cue verb and fills in first, end, direct, rule, force; false if there is none. */
bool find_content(const document *doc, const cue_verb *cue, found_statement *out);

/* The same for a noun, and the verb that it is the object of or NONE: "hope that ...", "comparison between ...", "concern over ...". */
bool noun_content(const document *doc, uint32_t noun, uint32_t verb, found_statement *out);

/* Whether a cue tells words, as "said" does: it takes a clause and a quotation. */
static inline bool tells_words(const cue_verb *cue)
{
    return (cue->takes & TAKES_CLAUSE) && (cue->takes & TAKES_QUOTE);
}

/* "tweeted to Mohamed": whether the name of a person is all that would be said. */
bool is_name_alone(const document *doc, const found_statement *s);

/* Whether one of tokens [first, end) is a finite verb. */
bool holds_finite(const document *doc, uint32_t first, uint32_t end);

/* "Meetings were held to discuss the plan", "The meeting served to discuss it": of a gathering, where those who came are not told. unsaid.c
 */
bool is_of_gathering(const document *doc, uint32_t verb);

/* "on condition of anonymity", "on Twitter", "on behalf of the king": how, where, when or for whom something was said, and nothing that
 * was. content_phrase.c */
bool is_manner(const document *doc, uint32_t preposition, uint32_t noun);

/* What hangs behind a word by one of some prepositions, "critical of | the bill", "wary of | voting for it"; *leads: the preposition. NONE.
 */
uint32_t brought_by(const document *doc, uint32_t head, const char *prepositions, uint32_t *leads);

/* Whether "about,on" holds "on". */
bool list_has_word(const char *list, const char *word);

#endif
