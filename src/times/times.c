#include "times/times.h"

#include "times/recognise.h"

/* In the order of preference among expressions of equal length. */
static recogniser *const recognisers[] = {
    calendar_date, quarter, weekend, deictic_day, weekday, relative_unit, distance, clock_time, recurring, duration, reference, period_told,
};

static bool longest_at(const document *doc, uint32_t token, time_found *out)
{
    bool found = false;
    for (size_t i = 0; i < sizeof recognisers / sizeof *recognisers; i++) {
        time_found one = {0};
        if (recognisers[i](doc, token, &one) && (!found || one.end > out->end)) {
            *out = one;
            found = true;
        }
    }
    return found;
}

/* "the 44-day war" is a name; the days in it are no date. */
static bool inside_name(const document *doc, uint32_t token)
{
    uint32_t m = doc->tokens.mention[token];
    if (m == NONE)
        return false;
    const mention *name = &doc->mentions.items[m];
    return name->type != DATELINE_PERSON && name->end - name->first > 1;
}

static void add_time(document *doc, uint32_t token, const time_found *found)
{
    for (uint32_t i = token; i < found->end && !found->vague; i++) /* the vague are nobody's time */
        doc->tokens.time[i] = doc->times.count;
    *list_add(&doc->memory, &doc->times) = (dateline_time){
        .span = tokens_span(doc, token, found->end), .type = found->type, .rule = found->rule, .vague = found->vague,
        .value = *found->value ? arena_copy(&doc->memory, found->value, strlen(found->value)) : NULL,
    };
}

status find_times(document *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count;) {
        time_found found;
        if (!inside_name(doc, i) && longest_at(doc, i, &found)) {
            add_time(doc, i, &found);
            i = found.end;
        } else {
            i++;
        }
    }
    return DATELINE_OK;
}
