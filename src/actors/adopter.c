/* Resolutions: "The Security Council," on a line of its own does what the clauses below tell, "1. Demands that ...". */
#include "actors/parts.h"

/* A line that is a body's name and a comma: the token that heads the name, or NONE. */
static uint32_t body_alone(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t begin = token_is(doc, first, "the") ? first + 1 : first;
    const mention *name = begin + 1 < end && token_is(doc, end - 1, ",") ? mention_at(doc, begin) : NULL;
    return name && name->type == DATELINE_ORGANIZATION && name->first == begin && name->end == end - 1 ? name->head : NONE;
}

void find_adopter(document *doc)
{
    const token_table *t = &doc->tokens;
    for (uint32_t first = 0, end; first < t->count && doc->adopter == NONE; first = end) {
        end = line_end(t, first);
        doc->adopter = body_alone(doc, first, end);
    }
}
