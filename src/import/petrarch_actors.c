/* Actors: names, one a line, synonyms after "+", and codes in brackets, with the days between which they hold.
 *
 *     FIDEL_RAMOS_  ; comment
 *     +FIDEL_VALDEZ_RAMOS_
 *         [PHLGOV 920630-980630]
 *         [PHLELI >980630]
 *
 * Agents: nouns with the code of a role, which is put behind that of a country.
 *
 *     !PERSON! = MAN, MEN, WOMAN
 *     CATTLE!PERSON! [~AGR]
 *     CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS] */
#include "import/petrarch.h"

#include "base/calendar.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_CODE = 40 };

/* A day as digits, "920630" or "19920630", as the number 19920630; years to 30 without their century are of this one. 0: none. */
static uint32_t day_number(slice text)
{
    uint32_t value = 0;
    if (text.length != 6 && text.length != 8)
        return 0;
    for (uint32_t i = 0; i < text.length; i++) {
        if (!isdigit((unsigned char)text.bytes[i]))
            return 0;
        value = value * 10 + (uint32_t)(text.bytes[i] - '0');
    }
    const uint32_t this_century = 30;
    if (text.length == 6)
        value += value / 10000 <= this_century ? 20000000 : 19000000;
    day d = {(int32_t)(value / 10000), value / 100 % 100, value % 100};
    return calendar_exists(d) ? value : 0;
}

/* "920630-980630", "<920630", ">980630"; false: neither. */
static bool read_days(slice text, uint32_t *from, uint32_t *to)
{
    *from = *to = 0;
    if (!text.length)
        return true;
    slice rest = {text.bytes + 1, text.length - 1};
    if (text.bytes[0] == '<')
        return (*to = day_number(trimmed(rest))) != 0;
    if (text.bytes[0] == '>')
        return (*from = day_number(trimmed(rest))) != 0;
    const char *dash = memchr(text.bytes, '-', text.length);
    if (!dash)
        return false;
    uint32_t length = (uint32_t)(dash - text.bytes);
    *from = day_number(trimmed((slice){text.bytes, length}));
    *to = day_number(trimmed((slice){dash + 1, text.length - length - 1}));
    return *from && *to && *from <= *to;
}

static bool is_code(slice code)
{
    for (uint32_t i = 0; i < code.length; i++)
        if (!isupper((unsigned char)code.bytes[i]) && !isdigit((unsigned char)code.bytes[i]))
            return false;
    return code.length >= 3 && code.length <= LONGEST_CODE;
}

/* One bracket: a code and its days, a row for each; "---" is no actor at all, which needs no row. */
static void take_bracket(importing *im, const char *names, slice inside, FILE *out)
{
    inside = trimmed(inside);
    uint32_t length = 0, from, to;
    while (length < inside.length && !isspace((unsigned char)inside.bytes[length]) && inside.bytes[length] != '<' &&
           inside.bytes[length] != '>')
        length++;
    slice code = {inside.bytes, length}, days = trimmed((slice){inside.bytes + length, inside.length - length});
    if (length == 3 && memcmp(code.bytes, "---", 3) == 0)
        return;
    if (!is_code(code))
        leave(im, "\"%.*s\" is no code", (int)code.length, code.bytes);
    else if (!read_days(days, &from, &to))
        leave(im, "\"%.*s\" are no days of the calendar, as in 920630-980630, <920630 or >980630", (int)days.length, days.bytes);
    else if (!*names)
        leave(im, "a code without a name before it");
    else {
        fprintf(out, "%s\t%.*s\t%u\t%u\n", names, (int)code.length, code.bytes, from, to);
        im->counts.actors++;
    }
}

static slice before_bracket(slice line)
{
    const char *bracket = memchr(line.bytes, '[', line.length);
    return trimmed((slice){line.bytes, bracket ? (uint32_t)(bracket - line.bytes) : line.length});
}

void import_actors(importing *im, slice text, FILE *out)
{
    const char *names = "";
    bool coded = true; /* the names have their codes: the next line of a name begins others */
    uint32_t place = 0;
    for (slice line; next_line(im, text, &place, ';', &line);) {
        if (!line.length || line.bytes[0] == '#')
            continue;
        bool synonym = line.bytes[0] == '+', indented = isspace((unsigned char)line.bytes[0]);
        slice name = before_bracket(synonym ? (slice){line.bytes + 1, line.length - 1} : line);
        if (name.length && !indented) {
            const char *plain = plain_name(im, name);
            if (!*plain)
                leave(im, "a name without letters");
            else
                names = synonym && *names ? arena_print(&im->memory, "%s|%s", names, plain) : plain;
            if (synonym && coded && *plain && memchr(line.bytes, '[', line.length) == NULL)
                coded = false;
        } else if (name.length) {
            leave(im, "neither a name nor a code");
        }
        uint32_t at = 0;
        for (slice inside; between(line, '[', ']', &at, &inside); coded = true)
            take_bracket(im, names, inside, out);
        if (memchr(line.bytes + (at < line.length ? at : line.length), '[', at < line.length ? line.length - at : 0))
            leave(im, "a bracket that is not closed");
    }
}

/* ---- agents ---- */

typedef struct substitution {
    slice name; /* "PERSON" */
    slice list; /* "MAN, MEN, WOMAN" */
} substitution;

typedef LIST(substitution) substitution_list;

/* Adds the plain forms of a noun to `out`, its substitutions put in; false: one is not known. */
static bool expand(importing *im, const substitution_list *known, slice noun, const char **out)
{
    const char *mark = memchr(noun.bytes, '!', noun.length);
    if (!mark) {
        const char *plain = plain_name(im, noun);
        *out = *plain ? arena_print(&im->memory, "%s%s%s", *out, **out ? "|" : "", plain) : *out;
        return *plain != 0;
    }
    uint32_t before = (uint32_t)(mark - noun.bytes), place = before;
    slice name;
    if (!between(noun, '!', '!', &place, &name))
        return false;
    for (uint32_t i = 0; i < known->count; i++) {
        if (!slice_equal(known->items[i].name, name))
            continue;
        slice list = known->items[i].list;
        for (uint32_t at = 0; at < list.length;) {
            const char *comma = memchr(list.bytes + at, ',', list.length - at);
            uint32_t end = comma ? (uint32_t)(comma - list.bytes) : list.length;
            slice word = trimmed((slice){list.bytes + at, end - at});
            const char *whole = arena_print(&im->memory, "%.*s%.*s%.*s", (int)before, noun.bytes, (int)word.length, word.bytes,
                                            (int)(noun.length - place), noun.bytes + place);
            const char *nested = memchr(word.bytes, '!', word.length); /* "!A! = !A!" would never end */
            if (nested || !expand(im, known, slice_of(whole), out))
                return false;
            at = end + 1;
        }
        return true;
    }
    return false;
}

static void take_agent(importing *im, const substitution_list *known, slice line, FILE *out)
{
    uint32_t at = 0, brace = 0;
    slice code, plural, noun = before_bracket(line);
    bool has_plural = between(noun, '{', '}', &brace, &plural) && trimmed(plural).length;
    if (!between(line, '[', ']', &at, &code)) {
        leave(im, "no code in brackets");
        return;
    }
    if (memchr(noun.bytes, '{', noun.length))
        noun = trimmed((slice){noun.bytes, (uint32_t)((const char *)memchr(noun.bytes, '{', noun.length) - noun.bytes)});
    code = trimmed(code);
    if (code.length == 3 && memcmp(code.bytes, "---", 3) == 0)
        return;
    bool behind = code.length && code.bytes[0] == '~', before = code.length && code.bytes[code.length - 1] == '~';
    slice role = {code.bytes + behind, code.length - behind - (before && !behind)};
    const char *nouns = "";
    if (!is_code(role) || before)
        leave(im, "\"%.*s\" is no code of a role, as in [~GOV]", (int)code.length, code.bytes);
    else if (!expand(im, known, noun, &nouns) || (has_plural && !expand(im, known, plural, &nouns)))
        leave(im, "a substitution that is not known, or names itself");
    else {
        fprintf(out, "%s\t%.*s\n", nouns, (int)role.length, role.bytes);
        im->counts.agents++;
    }
}

void import_agents(importing *im, slice text, FILE *out)
{
    substitution_list known = {0};
    uint32_t place = 0;
    for (slice line; next_line(im, text, &place, '#', &line);) {
        line = trimmed(line);
        const char *equals = line.length ? memchr(line.bytes, '=', line.length) : NULL;
        if (equals && line.bytes[0] == '!') {
            uint32_t at = 0;
            slice name;
            if (between(line, '!', '!', &at, &name))
                *list_add(&im->memory, &known) =
                    (substitution){name, trimmed((slice){equals + 1, line.length - (uint32_t)(equals + 1 - line.bytes)})};
        } else if (line.length) {
            take_agent(im, &known, line, out);
        }
    }
}
