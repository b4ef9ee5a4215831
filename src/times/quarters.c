/* Quarters, and the periods that reports on business compare: "the third quarter", "the year-ago period", "the latest quarter". */
#include "times/recognise.h"

#include "grammar/numbers.h"
#include "times/tense.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "third quarter", "third-quarter", "quarter", "period": the token after it, or `token`. *number 0: which is not said. */
static uint32_t quarter_noun(const document *doc, uint32_t token, uint64_t *number)
{
    uint32_t noun = token < doc->tokens.count ? ordinal_at(doc, token, number) : token;
    if (noun == token)
        *number = 0;
    else if (*number < 1 || *number > 4)
        return token;
    noun += noun > token && token_is(doc, noun, "-");
    bool period = noun == token && token_is(doc, noun, "period");
    return period || lemma_is(doc, noun, "quarter") ? noun + 1 : token;
}

/* The quarter that the report is about, as a year and a number: told before, else the last that had ended when it was published.
 * false: neither is known. */
static bool quarter_of_report(const document *doc, int32_t *year, uint64_t *number)
{
    const char *told = value_told(doc, "Q", doc->times.count);
    if (*told) {
        *year = atoi(told);
        *number = (uint64_t)atoi(told + 6);
        return true;
    }
    *year = doc->published.year;
    *number = (doc->published.month + 2) / 3 - 1;
    if (*number == 0) {
        *number = 4;
        --*year;
    }
    return doc->published.year != 0;
}

static bool take_quarter(time_found *out, uint32_t end, const char *rule, int32_t year, uint64_t number)
{
    *out = (time_found){.end = end, .type = "DATE", .rule = rule};
    if (year && number)
        snprintf(out->value, sizeof out->value, "%04d-Q%u", year, (unsigned)(number % 10));
    return true;
}

/* "Q3": its number; 0: it is none. */
static uint64_t short_quarter(const document *doc, uint32_t token)
{
    slice word = doc->tokens.lower[token];
    bool short_form = !interview_label(doc, token) && word.length == 2 && word.bytes[0] == 'q' && word.bytes[1] >= '1' &&
                      word.bytes[1] <= '4' && doc->tokens.capital[token];
    return short_form ? (uint64_t)(word.bytes[1] - '0') : 0;
}

/* "the third quarter", "the fiscal first quarter", "third-quarter", "the first quarter of 1990", "Q3 2022". */
bool quarter(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the"), year = 0;
    at += token_is(doc, at, "fiscal");
    at += token_is(doc, at, "-");
    uint64_t number = short_quarter(doc, token);
    uint32_t end = number ? token + 1 : quarter_noun(doc, at, &number);
    if (end == at || number == 0)
        return false;
    uint32_t next = end + (token_is(doc, end, "of") || token_is(doc, end, "in"));
    if (plain_number(doc, next, 1900, 2100, &year))
        return take_quarter(out, next + 1, "date:quarter", (int32_t)year, number);
    int32_t of = doc->published.year;
    bool begun = number * 3 <= doc->published.month + 2;
    return take_quarter(out, end, "date:quarter", of && !begun && !speaks_of_future(doc, token) ? of - 1 : of, number);
}

/* "the 1988 third quarter", "the 1988 period": of a year that is named. */
bool quarter_of_year(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the"), year;
    uint64_t number, of_report = 0;
    int32_t that;
    if (!plain_number(doc, at, 1900, 2100, &year))
        return false;
    uint32_t end = quarter_noun(doc, at + 1, &number);
    if (end == at + 1)
        return false;
    bool known = number || quarter_of_report(doc, &that, &of_report);
    return take_quarter(out, end, "date:quarter", known ? (int32_t)year : 0, number ? number : of_report);
}

/* "this year's third quarter", "last year's quarter". */
bool quarter_of_relative_year(const document *doc, uint32_t token, time_found *out)
{
    uint32_t relation = time_word(doc, token, TIME_RELATION);
    bool possessive = is_genitive(doc, token + 2);
    if (relation == NONE || !token_is(doc, token + 1, "year") || !possessive)
        return false;
    uint64_t number, of_report = 0;
    int32_t that;
    uint32_t end = quarter_noun(doc, token + 3, &number);
    if (end == token + 3)
        return false;
    bool known = doc->published.year && (number || quarter_of_report(doc, &that, &of_report));
    return take_quarter(out, end, "relative:quarter", known ? doc->published.year + (int32_t)time_number(doc, relation) : 0,
                        number ? number : of_report);
}

/* "the year-ago quarter", "the year-earlier third quarter": the one that the report is about, a year before. */
bool quarter_year_earlier(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the");
    at += token_is(doc, at, "comparable");
    bool earlier = token_is(doc, at + 2, "ago") || token_is(doc, at + 2, "earlier");
    if (!token_is(doc, at, "year") || !token_is(doc, at + 1, "-") || !earlier)
        return false;
    uint64_t number, of_report = 0;
    int32_t year = 0;
    uint32_t end = quarter_noun(doc, at + 3, &number);
    if (end == at + 3 && at > token) /* "year-earlier results": its article is theirs */
        return false;
    bool known = quarter_of_report(doc, &year, &of_report);
    return take_quarter(out, end, RULE_COMPARISON, known ? year - 1 : 0, number ? number : of_report);
}

/* "the latest quarter", "the latest period". */
bool quarter_latest(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the");
    uint64_t number = 0, of_report = 0;
    int32_t year = 0;
    uint32_t end = token_is(doc, at, "latest") ? quarter_noun(doc, at + 1, &number) : at;
    if (end <= at + 1 || number)
        return false;
    bool known = quarter_of_report(doc, &year, &of_report);
    return take_quarter(out, end, "relative:quarter", known ? year : 0, of_report);
}
