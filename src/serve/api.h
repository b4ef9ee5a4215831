/* What the reading room asks of a store, as JSON. `dateline find --json` prints the same objects. */
#ifndef DATELINE_SERVE_API_H
#define DATELINE_SERVE_API_H

#include "dateline.h"

#include <jansson.h>

/* {"report", "name", "published", "source", "title", "kind", "item", "label", "who", "excerpt"}, without
 * what the hit lacks. The caller owns it. */
json_t *hit_as_json(const dateline_hit *hit);

/* An answer: an HTTP status and a body, which is freed with free(). body NULL: no memory. */
typedef struct answer {
    unsigned status;
    char *body;
} answer;

/* GET /api/find: {"hits": [...], "more": true when the limit cut them}. */
answer answer_find(dateline_store *store, const dateline_query *query);

/* GET /api/reports/ID: {"record": {...}, "text": "..."}; 404 where there is none. */
answer answer_report(dateline_store *store, const char *id);

/* GET /api/counts: {"reports": 14, ...}. */
answer answer_counts(dateline_store *store);

/* {"error": "..."} */
answer answer_error(unsigned status, const char *message);

#endif
