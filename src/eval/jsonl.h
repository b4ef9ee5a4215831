/* Gold data in JSON Lines, one report a line. */
#ifndef DATELINE_EVAL_JSONL_H
#define DATELINE_EVAL_JSONL_H

#include "eval/eval.h"

#include <jansson.h>

/* Codes the text of each line and hands gold and record on. Returns an exit status. */
int each_gold_report(const evaluation *e, void (*take)(const json_t *gold, const dateline_record *record, void *context), void *context);

#endif
