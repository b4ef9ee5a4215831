/* Rules of actions, in plain text: lexicon/rules/NAME.rules. docs/rules.md describes them for their
 * writers.
 *
 *     set weapons = gun, rifle, machine gun
 *
 *     rule shoot
 *       verb    shoot, open fire on
 *       if      with = @weapons
 *       unless  object = film, video
 *       source  subject
 *       target  object, at
 *       event   ASSAULT firearms 190
 *       yes     Gunmen shot two guards.
 *       no      The crew shot the film in Jordan.
 */
#ifndef DATELINE_LEXICON_RULE_SOURCE_H
#define DATELINE_LEXICON_RULE_SOURCE_H

#include "lexicon/builder.h"

/* Reads every .rules file of the folder's "rules", by name, into the tables of rules. */
status rule_source_read(builder *b, const char *folder, dateline_error *error);

#endif
