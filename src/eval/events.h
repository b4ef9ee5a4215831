/* Which events of a record are answers to PLOVER. */
#ifndef DATELINE_EVAL_EVENTS_H
#define DATELINE_EVAL_EVENTS_H

#include "dateline.h"

/* PLOVER codes what took place or was announced, and has none of our civic types. The record also has what was only called for, wished,
 * supposed or denied, and says so: those are no answers, right or wrong. */
bool is_plover_answer(const dateline_event *event);

#endif
