/* Which rule of lexicon/rules/ fits what stands around a verb or an event noun. */
#ifndef DATELINE_EVENTS_RULES_H
#define DATELINE_EVENTS_RULES_H

#include "document.h"
#include "grammar/frame.h"
#include "lexicon/lexicon.h"

typedef struct rule_choice {
    uint32_t row;       /* the most particular rule whose conditions all hold, of equals the first; NONE: none fits */
    uint32_t runner_up; /* the best of the others that would make another event of it; NONE: there is none */
    uint32_t missing;   /* the condition that the runner-up fails; NONE: it fits too, but is less particular */
} rule_choice;

/* Chooses among the rules of one trigger, whose word is `head`. */
rule_choice choose_rule(const document *doc, rows found, const frame *f, uint32_t head);

/* Whether a rule asks for certain words around its trigger, and not only for none or for any. */
bool rule_asks_for_words(const lexicon *words, uint32_t row);

/* The rule that won, the words that its conditions went by, and the rule that lost. */
dateline_reason rule_reason(document *doc, const rule_choice *chosen, const frame *f, span trigger);

#endif
