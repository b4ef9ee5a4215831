/* The ways to find what a verb of saying says. Each fills in first, end and rule of a statement whose subject is known; false: it finds
 * nothing. */
#ifndef DATELINE_STATEMENTS_CONTENT_RULES_H
#define DATELINE_STATEMENTS_CONTENT_RULES_H

#include "statements/content.h"

typedef bool content_rule(const document *doc, const cue_verb *cue, found_statement *out);

/* By what completes the verb. content_clause.c */
content_rule by_second_subject, by_clause, by_infinitive;

/* By a phrase that it takes. content_phrase.c */
content_rule by_judgement, by_preposition, by_object;

/* By what stands beside it. content_beside.c */
content_rule by_quoting, by_quotation, by_parataxis, by_insertion, by_order;

/* "The recipients, she added on Monday, have until March": whether a cue, with its subject and what is beside it, stands between commas
 * amid a clause, outside quotation marks. content_clause.c */
bool is_amid(const document *doc, const cue_verb *cue, uint32_t subject, uint32_t clause);

/* The noun that the preposition of a cue brings, "called for | the army to leave", "took issue with | the figures"; NONE. content_clause.c
 */
uint32_t noun_brought(const document *doc, const cue_verb *cue);

/* The words under a head, but not across the cue and its subject, unless they stand amid it. content_clause.c */
void take_subtree(const document *doc, const cue_verb *cue, uint32_t subject, uint32_t head, found_statement *out);

#endif
