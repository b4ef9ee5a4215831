/* Parts of years and years themselves, by their names: halves, seasons, decades, centuries, years in words. */
#include "times/recognise.h"

#include "grammar/numbers.h"
#include "times/tense.h"

#include <stdio.h>

/* "nineteen ninety-seven", "two thousand and one": a year in words at `token`; returns the token after it, or `token`. */
static uint32_t spoken_year(const document *doc, uint32_t token, uint32_t *year)
{
    uint64_t century, rest = 0;
    uint32_t at = number_at(doc, token, &century), end;
    if (at > token && (century == 19 || century == 20)) {
        end = number_at(doc, at, &rest);
        *year = (uint32_t)(century * 100 + rest);
        return end > at && rest >= 10 && rest <= 99 ? end : token;
    }
    if (at == token || century != 2000 || !token_is(doc, token, "two"))
        return token;
    uint32_t one = at + token_is(doc, at, "and");
    end = number_at(doc, one, &rest);
    bool more = end > one && rest < 100;
    *year = 2000 + (more ? (uint32_t)rest : 0);
    return more ? end : at;
}

uint32_t year_at(const document *doc, uint32_t token, uint32_t *year)
{
    uint32_t at = token + (token_is(doc, token, "of") || token_is(doc, token, "in"));
    if (at >= doc->tokens.count)
        return token;
    if (plain_number(doc, at, 1000, 2999, year) && doc->tokens.lower[at].length == 4)
        return at + 1;
    uint32_t relation = time_word(doc, at, TIME_RELATION), unit = relation == NONE ? NONE : time_word(doc, at + 1, TIME_UNIT);
    bool relative =
        unit != NONE && strcmp(time_value(doc, unit), "Y") == 0 && !slice_ends(doc->tokens.lower[at + 1], "s") && doc->published.year;
    if (relative) { /* "July last year" */
        *year = (uint32_t)(doc->published.year + (int32_t)time_number(doc, relation));
        return at + 2;
    }
    uint32_t end = spoken_year(doc, at, year);
    return end > at ? end : token;
}

bool half_year(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the"), year = 0;
    uint64_t number = 0;
    uint32_t noun = at < doc->tokens.count ? ordinal_at(doc, at, &number) : at, end;
    if (token_is(doc, at, "last") || token_is(doc, at, "latter")) {
        noun = at + 1;
        number = 2;
    }
    if (noun == at || number < 1 || number > 2 || !token_is(doc, noun, "half") || (end = year_at(doc, noun + 1, &year)) == noun + 1)
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:half"};
    snprintf(out->value, sizeof out->value, "%04u-H%u", year, (unsigned)number);
    return true;
}

uint32_t season_ends(const char *season)
{
    static const struct {
        const char *season;
        uint32_t month;
    } ends[] = {{"SP", 5}, {"SU", 8}, {"FA", 11}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(season, ends[i].season) == 0)
            return ends[i].month;
    return 2;
}

/* "over the summer", "by spring": of the report's year, or of the next where the sentence looks ahead and this one's is over. A preposition
 * of time must stand before it, which springs of water and falls of prices seldom have. */
static bool season_alone(const document *doc, uint32_t token, uint32_t row, uint32_t end, time_found *out)
{
    static const char *const before[] = {"in", "over", "during", "by", "since", "until", "through", "this", "into"};
    if (!TOKEN_AMONG(doc, token - 1, before))
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:season"};
    int32_t year = doc->published.year;
    if (year && speaks_of_future(doc, token) && doc->published.month > season_ends(time_value(doc, row)))
        year++;
    if (year)
        snprintf(out->value, sizeof out->value, "%04d-%s", year, time_value(doc, row));
    return true;
}

bool season_of_year(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the"), year = 0, row = time_word(doc, at, TIME_SEASON),
             end = row == NONE ? at : year_at(doc, at + 1, &year);
    if (row == NONE || doc->tokens.tag[at] == POS_VERB) /* "prices may fall next year" */
        return false;
    if (end == at + 1)
        return season_alone(doc, token, row, end, out);
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:season"};
    snprintf(out->value, sizeof out->value, "%04u-%s", year, time_value(doc, row));
    return true;
}

bool century(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token + token_is(doc, token, "the");
    uint64_t number = 0;
    uint32_t noun = at < doc->tokens.count ? ordinal_at(doc, at, &number) : at;
    noun += noun > at && token_is(doc, noun, "-");
    if (noun == at || number < 1 || number > 30 || !lemma_is(doc, noun, "century"))
        return false;
    *out = (time_found){.end = noun + 1, .type = "DATE", .rule = "date:century"};
    snprintf(out->value, sizeof out->value, "%02u", (unsigned)number - 1);
    return true;
}

/* "year-end", "year's end": the last day of the year. */
bool end_of_year(const document *doc, uint32_t token, time_found *out)
{
    bool owned = is_genitive(doc, token + 1) || token_is(doc, token + 1, "-");
    uint32_t end = token + 1 + owned;
    if (!token_is(doc, token, "year") || !token_is(doc, end, "end"))
        return false;
    *out = (time_found){.end = end + 1, .type = "DATE", .rule = "date:year-end"};
    if (doc->published.year)
        day_value((day){doc->published.year, 12, 31}, out->value);
    return true;
}

/* "the nineties": of the century before this one, as nobody says so of another. */
bool decade_in_words(const document *doc, uint32_t token, time_found *out)
{
    static const char *const decades[] = {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};
    static const char *const before[] = {"the", "early", "late", "mid"};
    for (unsigned i = 0; TOKEN_AMONG(doc, token - 1, before) && i < sizeof decades / sizeof *decades; i++) {
        if (!token_is(doc, token, decades[i]))
            continue;
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:decade"};
        snprintf(out->value, sizeof out->value, "19%u", i + 2);
        return true;
    }
    return false;
}

/* "nineteen ninety-seven"; "two thousand" only after what tells that it is a year: "in", "since", "the year". */
bool year_in_words(const document *doc, uint32_t token, time_found *out)
{
    uint32_t at = token_is(doc, token, "the") && token_is(doc, token + 1, "year") ? token + 2 : token, year = 0, end;
    if (at >= doc->tokens.count || at == 0 || (end = spoken_year(doc, at, &year)) == at)
        return false;
    bool told = at > token || token_is(doc, at - 1, "in") || token_is(doc, at - 1, "since") || token_is(doc, at - 1, "year");
    if (year == 2000 && !told)
        return false;
    *out = (time_found){.end = end, .type = "DATE", .rule = "date:year"};
    snprintf(out->value, sizeof out->value, "%04u", (unsigned)(year % 10000));
    return true;
}

bool middle_of_year(const document *doc, uint32_t token, time_found *out)
{
    slice word = doc->tokens.lower[token];
    if (word.length == 9 && slice_begins(word, "mid-") && slice_ends(word, "0s") &&
        strspn(word.bytes + 4, "0123456789") >= 4) { /* "mid-1990s" */
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:decade"};
        snprintf(out->value, sizeof out->value, "%.3s", word.bytes + 4);
        return true;
    }
    uint32_t month = slice_begins(word, "mid-") ? calendar_month((slice){word.bytes + 4, word.length - 4}) : 0;
    if (month) { /* "mid-November" in one piece */
        *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:nearest-year"};
        int32_t year = nearest_year(doc, token, month, 0);
        if (year)
            snprintf(out->value, sizeof out->value, "%04d-%02u", year, month);
        return true;
    }
    if (word.length != 8 || !slice_begins(word, "mid-") || word.bytes[4] < '1' || word.bytes[4] > '2' ||
        strspn(word.bytes + 4, "0123456789") < 4)
        return false;
    *out = (time_found){.end = token + 1, .type = "DATE", .rule = "date:year"};
    snprintf(out->value, sizeof out->value, "%.4s", word.bytes + 4);
    return true;
}
