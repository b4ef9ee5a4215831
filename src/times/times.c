#include "times/times.h"

#include "times/recognise.h"

/* In the order of preference among expressions of equal length. */
static recogniser *const recognisers[] = {
    calendar_date,
    further_day, /* days */
    quarter,
    quarter_of_year,
    quarter_of_relative_year,
    quarter_year_earlier,
    quarter_latest,
    weekend,
    deictic_day,
    weekday,
    week_of_day,
    anchored_unit,
    relative_unit,
    distance, /* from a day */
    clock_time,
    noon_of_day,
    recurring,
    duration,
    uncounted_duration,
    half_year,
    season_of_year,
    century,
    middle_of_year,
    end_of_year,
    decade_in_words,
    year_in_words,
    other_calendar,
    holiday, /* names of the calendar */
    reference,
    period_told, /* what the text told */
};

/* A glance that spares most words the recognisers: none of them begins otherwise. */
static bool may_begin(const document *doc, uint32_t token)
{
    const uint64_t indexes = UINT64_C(1) << INDEX_TIME_WORD | UINT64_C(1) << INDEX_NUMBER | UINT64_C(1) << INDEX_HOLIDAY;
    slice word = doc->tokens.lower[token];
    return (doc->tokens.begins[token] & indexes) || (word.bytes[0] >= '0' && word.bytes[0] <= '9') || token_is(doc, token, "the") ||
           token_is(doc, token, "that") || token_is(doc, token, "a") || token_is(doc, token, "an") || token_is(doc, token, "noon") ||
           token_is(doc, token, "midnight") || token_is(doc, token, "recent") || slice_begins(word, "mid-") || slice_ends(word, "ties") ||
           (word.length == 2 && word.bytes[0] == 'q'); /* "Q3" */
}

static bool longest_at(const document *doc, uint32_t token, time_found *out)
{
    bool found = false;
    if (!may_begin(doc, token))
        return false;
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

static bool is_free(const document *doc, uint32_t token, const char *word)
{
    return token_is(doc, token, word) && doc->tokens.time[token] == NONE;
}

/* "nearly two years", "more than four hours", "up to 180 days": where what measures a count begins, or `token`. */
static uint32_t before_measure(const document *doc, uint32_t token)
{
    static const char *const firsts[] = {"more", "less", "at", "up", "fewer"}, *const seconds[] = {"than", "than", "least", "to", "than"};
    if (token > 0 && is_free(doc, token - 1, "nearly"))
        return token - 1;
    for (size_t i = 0; token > 1 && i < sizeof firsts / sizeof *firsts; i++)
        if (is_free(doc, token - 1, seconds[i]) && is_free(doc, token - 2, firsts[i]))
            return token > 2 && is_free(doc, token - 3, "no") ? token - 3 : token - 2;
    return token;
}

/* Where an expression begins with the words before it that say which part of it is meant: "early", "the end of", "the past". */
static uint32_t begin_of(const document *doc, uint32_t token, const time_found *found)
{
    static const char *const parts[] = {"early", "late", "mid", "fiscal", "earlier", "later"}, *const edges[] = {"end", "beginning",
                                                                                                                 "start", "middle"};
    uint32_t before = token > 0 && is_free(doc, token - 1, "-") && !doc->tokens.space_before[token] ? token - 1 : token; /* "mid-May" */
    bool duration = strcmp(found->type, "DURATION") == 0, counted = duration || strcmp(found->rule, "distance:ago") == 0;
    uint32_t measured = counted ? before_measure(doc, token) : token;
    if (measured < token)
        return measured;
    for (size_t i = 0; !duration && before > 0 && i < sizeof parts / sizeof *parts; i++)
        if (is_free(doc, before - 1, parts[i]) &&
            (i < 4 || token_is(doc, token, "this"))) {             /* "earlier this year", but not "earlier Friday" */
            bool decade = strcmp(found->rule, "date:decade") == 0; /* "the late 1970s" */
            return decade && before > 1 && is_free(doc, before - 2, "the") ? before - 2 : before - 1;
        }
    for (size_t i = 0; !duration && token >= 3 && is_free(doc, token - 1, "of") && i < sizeof edges / sizeof *edges; i++)
        if (is_free(doc, token - 2, edges[i]) && is_free(doc, token - 3, "the"))
            return token - 3;
    uint32_t article = duration && token > 1 && is_free(doc, token - 1, "first") ? token - 1 : token;
    bool relative =
        strncmp(found->rule, "relative:", 9) == 0 || strncmp(found->rule, "weekday:", 8) == 0; /* "the past year", "the previous Friday" */
    return (duration || relative) && article > 0 && is_free(doc, article - 1, "the") ? article - 1 : token;
}

static void add_time(document *doc, uint32_t token, const time_found *found)
{
    token = begin_of(doc, token, found);
    for (uint32_t i = token; i < found->end && !found->vague; i++) /* the vague are nobody's time */
        doc->tokens.time[i] = doc->times.count;
    *list_add(&doc->memory, &doc->times) = (dateline_time){
        .span = tokens_span(doc, token, found->end),
        .type = found->type,
        .rule = found->rule,
        .vague = found->vague,
        .value = *found->value ? arena_copy(&doc->memory, found->value, strlen(found->value)) : NULL,
    };
}

/* "yesterday, December 14, 2023": a day that the report's own date does not tell is the one beside it. */
static void take_day_beside(document *doc)
{
    for (uint32_t i = 0; i + 1 < doc->times.count; i++) {
        dateline_time *day = &doc->times.items[i];
        const dateline_time *beside = &doc->times.items[i + 1];
        uint32_t comma = token_at(doc, day->span.end);
        bool joined =
            token_is(doc, comma, ",") && comma + 1 < doc->tokens.count && doc->tokens.where[comma + 1].begin == beside->span.begin;
        if (joined && !day->value && strcmp(day->type, "DATE") == 0 && strcmp(beside->rule, "date:full") == 0)
            day->value = beside->value;
    }
}

status find_times(document *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count;) {
        time_found found;
        bool begins = inside_name(doc, i) ? holiday(doc, i, &found) : longest_at(doc, i, &found); /* "New Year's Day" is a name too */
        if (begins) {
            add_time(doc, i, &found);
            i = found.end;
        } else {
            i++;
        }
    }
    find_ends(doc);
    take_day_beside(doc);
    return DATELINE_OK;
}
