/* Verb patterns: sets of words, blocks of verbs with a CAMEO code, and patterns around "*", the verb, that have codes of their own.
 *
 *     &CEASEFIRE                        a set
 *     +CEASEFIRE
 *     +CEASE_FIRE
 *     --- ABANDON [080] ---             a block of verbs
 *     ABANDON
 *     +CLEAR_UP
 *     - * &CEASEFIRE [196]  # comment   a pattern
 *     - * HEADQUARTERS IN + [0874]
 *
 * A pattern is a row of words of a sentence; our rules go by what words are to the verb. So a noun after the verb is taken for its object,
 * one after a preposition for what that brings, one before the verb for its subject; "+" is the target, "$" the source, and where they
 * stand tells where to look for them. What goes by more than that, or by the order of several words, is left, and told. */
#include "import/petrarch.h"

#include "lexicon/slots.h"

#include <ctype.h>
#include <string.h>

enum { MOST_VERBS = 200, MOST_WORDS = 24, VERBS_A_RULE = 100 };

/* A block while it is read. */
typedef struct block {
    const char *verbs[MOST_VERBS];
    uint32_t count;
    slice code;
    bool ended; /* its patterns have begun */
} block;

/* A pattern on its way to a rule. */
typedef struct pattern {
    const char *object, *subject, *clause; /* words or "@set"; NULL: none is asked for */
    const char *preposition, *brought;     /* "with" and what it brings */
    const char *target, *source;           /* places of the roles that it tells; NULL: it does not */
    const char *why_not;                   /* why it was left; NULL: it was not */
} pattern;

/* Words that our trees do without: articles, auxiliaries. */
static bool is_empty(slice word)
{
    static const char *const empty[] = {"THE",  "A",     "AN",   "HIS", "ITS",  "THEIR",     "IS",        "ARE",       "WAS",
                                        "WERE", "BE",    "BEEN", "HAS", "HAVE", "HAD",       "WILL",      "WOULD",     "COULD",
                                        "MAY",  "MIGHT", "AND",  "ALL", "NEW",  "&TOBEVERB", "&AUXVERB1", "&AUXVERB2", "&AUXVERB3"};
    return SLICE_AMONG(word, empty);
}

/* The place of a preposition, "&PREPOSIT1" no matter which; NULL: it is none. */
static const char *place_of(importing *im, slice word)
{
    const char *lower = plain_name(im, word);
    slot place = slot_of_preposition(lower);
    return place == SLOT_NONE ? NULL : slot_names[place];
}

/* The name of a set as our rules write it: "petrarch-weapon" of "WEAPON_". */
static const char *set_name(importing *im, slice name)
{
    char *plain = arena_print(&im->memory, "petrarch-%s", plain_name(im, name));
    for (char *at = plain; *at; at++)
        if (*at == ' ')
            *at = '-';
    return plain;
}

/* "&CEASEFIRE" as "@petrarch-ceasefire"; other words in lower case. Words that go on with an underscore are one: "TEAR_GAS". */
static const char *word_of(importing *im, pattern *p, slice word)
{
    const char *ampersand = memchr(word.bytes, '&', word.length);
    if (!ampersand) {
        const char *plain = plain_name(im, word);
        if (!*plain || strpbrk(plain, ",@=*<>"))
            p->why_not = "has a word with a mark in it";
        return plain;
    }
    const char *name = set_name(im, (slice){word.bytes + 1, word.length - 1});
    for (uint32_t i = 0; i < im->sets.count && ampersand == word.bytes; i++)
        if (strcmp(im->sets.items[i], name) == 0)
            return arena_print(&im->memory, "@%s", name);
    p->why_not = "names no set above it, or a set joined with a word";
    return "";
}

static uint32_t split_words(slice text, slice *words)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < text.length;) {
        uint32_t begin = i;
        while (i < text.length && !isspace((unsigned char)text.bytes[i]))
            i++;
        if (i > begin && count < MOST_WORDS)
            words[count] = (slice){text.bytes + begin, i - begin};
        count += i > begin;
        i += i == begin;
    }
    return count;
}

static bool is_mark(slice word)
{
    return slice_is(word, "+") || slice_is(word, "$") || slice_is(word, "%") || slice_is(word, "^");
}

static void take_role(pattern *p, slice mark, const char *place)
{
    if (slice_is(mark, "+") && !p->target)
        p->target = place;
    if (slice_is(mark, "$") && !p->source)
        p->source = place;
}

/* The words before the verb. */
static void read_before(importing *im, pattern *p, const slice *words, uint32_t count)
{
    static const char *const reporting[] = {"SAID", "SAY", "SAYS", "TO", "NOT", "NO"};
    for (uint32_t i = 0; i < count; i++) {
        if (is_mark(words[i]))
            take_role(p, words[i], "subject");
        else if (SLICE_AMONG(words[i], reporting))
            p->why_not = "goes by a verb above its own";
        else if (!is_empty(words[i]) && p->subject)
            p->why_not = "goes by several words before its verb";
        else if (!is_empty(words[i]))
            p->subject = word_of(im, p, words[i]);
    }
}

/* The words after it. */
static void read_after(importing *im, pattern *p, const slice *words, uint32_t count)
{
    const char *place = NULL; /* of the preposition before */
    for (uint32_t i = 0; i < count; i++) {
        const char *named = words[i].bytes[0] == '&' ? NULL : place_of(im, words[i]);
        bool infinitive = slice_is(words[i], "TO") && i + 1 < count && !is_mark(words[i + 1]) && words[i + 1].bytes[0] != '&' &&
                          !place_of(im, words[i + 1]);
        if (is_mark(words[i])) {
            take_role(p, words[i], place ? place : "object");
            place = NULL;
        } else if (infinitive && !p->clause) {
            p->clause = word_of(im, p, words[++i]);
        } else if (named) {
            place = named;
        } else if (is_empty(words[i])) {
            continue;
        } else if (place && !p->brought) {
            p->preposition = place;
            p->brought = word_of(im, p, words[i]);
            place = NULL;
        } else if (!place && !p->object && !p->clause) {
            p->object = word_of(im, p, words[i]);
        } else {
            p->why_not = "goes by the order of several words";
        }
    }
    if (place && !p->preposition) { /* "* WITH": whatever it brings */
        p->preposition = place;
        p->brought = "*";
    }
}

static void write_condition(FILE *out, const char *place, const char *words)
{
    if (words)
        fprintf(out, "  if      %s = %s\n", place, words);
}

/* The verbs from `first` on, as many as a rule may have. */
static void write_rule(importing *im, const block *b, const pattern *p, slice code, FILE *out)
{
    for (uint32_t first = 0; first < b->count; first += VERBS_A_RULE) {
        fprintf(out, "\nrule petrarch-%u%s\n  verb    ", im->line, first ? "-more" : "");
        for (uint32_t i = first; i < b->count && i < first + VERBS_A_RULE; i++)
            fprintf(out, "%s%s", i > first ? ", " : "", b->verbs[i]);
        fputc('\n', out);
        write_condition(out, "subject", p->subject);
        write_condition(out, "object", p->object);
        write_condition(out, "clause", p->clause);
        if (p->preposition)
            write_condition(out, p->preposition, p->brought);
        fprintf(out, "  source  %s\n", p->source && strcmp(p->source, "object") != 0 ? p->source : "subject");
        fprintf(out, "  target  %s%s\n", p->target && strcmp(p->target, "subject") != 0 ? p->target : "object",
                p->target && strcmp(p->target, "beyond") == 0 ? "" : ", beyond");
        if (code.length == 3 && memcmp(code.bytes, "---", 3) == 0)
            fprintf(out, "  event   none\n");
        else
            fprintf(out, "  event   %.*s\n", (int)code.length, code.bytes);
        fprintf(out, "  from    %s:%u\n", im->file, im->line);
        im->counts.rules++;
    }
}

/* A code as the bracket has it, of "193:193" the first; false: PLOVER has none such, which was told. */
static bool read_code(importing *im, slice inside, slice *code)
{
    inside = trimmed(inside);
    const char *colon = memchr(inside.bytes, ':', inside.length);
    *code = colon ? (slice){inside.bytes, (uint32_t)(colon - inside.bytes)} : inside;
    bool null = code->length == 3 && memcmp(code->bytes, "---", 3) == 0;
    if (null || is_known_code(im, *code))
        return true;
    leave(im, "[%.*s] is no action of PLOVER", (int)code->length, code->bytes);
    return false;
}

static void take_pattern(importing *im, const block *b, slice line, FILE *out)
{
    uint32_t at = 0;
    slice inside, code, words[MOST_WORDS];
    if (!b->count) {
        leave(im, "a pattern without a verb above it");
        return;
    }
    if (!between(line, '[', ']', &at, &inside)) {
        leave(im, "no code in brackets");
        return;
    }
    if (!read_code(im, inside, &code))
        return;
    slice text = {line.bytes + 1, (uint32_t)((const char *)memchr(line.bytes, '[', line.length) - line.bytes) - 1};
    uint32_t count = split_words(text, words), verb = 0;
    while (verb < count && verb < MOST_WORDS && !slice_is(words[verb], "*"))
        verb++;
    pattern p = {0};
    if (count > MOST_WORDS || verb == count || verb == MOST_WORDS) {
        leave(im, count > MOST_WORDS ? "too many words" : "its verb is joined with other words");
        return;
    }
    read_before(im, &p, words, verb);
    read_after(im, &p, words + verb + 1, count - verb - 1);
    bool bare = !p.subject && !p.object && !p.clause && !p.preposition;
    if (bare && code.bytes[0] == '-')
        p.why_not = "would keep its verbs from everything";
    if (p.why_not)
        leave(im, "%s", p.why_not);
    else
        write_rule(im, b, &p, code, out);
}

/* "ABANDON {ABANDONS ABANDONED} [080]", "+CLEAR_UP". A verb with a code of its own is a rule by itself. */
static void take_verb(importing *im, block *b, slice line, FILE *out)
{
    uint32_t at = 0, length = 0;
    slice inside, code;
    line = line.bytes[0] == '+' ? (slice){line.bytes + 1, line.length - 1} : line;
    while (length < line.length && line.bytes[length] != '{' && line.bytes[length] != '[')
        length++;
    const char *verb = plain_name(im, trimmed((slice){line.bytes, length}));
    if (!*verb || strpbrk(verb, ",@=&*"))
        leave(im, "no verb");
    else if (between(line, '[', ']', &at, &inside)) {
        block own = {.verbs = {verb}, .count = 1};
        if (read_code(im, inside, &code) && code.bytes[0] != '-')
            write_rule(im, &own, &(pattern){.object = "<actor>"}, code, out);
    }
    if (*verb && b->count < MOST_VERBS && !strpbrk(verb, ",@=&*"))
        b->verbs[b->count++] = verb;
    else if (b->count >= MOST_VERBS)
        leave(im, "more than %d verbs in one block", MOST_VERBS);
}

/* The rule of a block's own code, once its verbs are known: its verbs alone. */
static void end_verbs(importing *im, block *b, FILE *out)
{
    if (!b->ended && b->count && b->code.length && b->code.bytes[0] != '-')
        write_rule(im, b, &(pattern){.object = "<actor>"}, b->code, out);
    b->ended = true;
}

static void begin_block(importing *im, block *b, slice line)
{
    uint32_t at = 0;
    slice inside, code = {"---", 3};
    *b = (block){.code = code};
    if (between(line, '[', ']', &at, &inside) && read_code(im, inside, &code))
        b->code = code;
}

void import_verbs(importing *im, slice text, FILE *out)
{
    block b = {.code = {"---", 3}, .ended = true};
    bool in_set = false, any_word = false;
    uint32_t place = 0;
    for (slice line; next_line(im, text, &place, '#', &line);) {
        line = trimmed(line);
        bool opens = line.length >= 3 && memcmp(line.bytes, "---", 3) == 0, word = line.length && line.bytes[0] == '+';
        if (in_set && !(word || !line.length)) {
            fputs(any_word ? "\n" : "nothing\n", out);
            in_set = false;
        }
        if (!line.length)
            continue;
        if (opens) {
            begin_block(im, &b, line);
        } else if (line.bytes[0] == '&') {
            const char *name = set_name(im, (slice){line.bytes + 1, line.length - 1});
            *list_add(&im->memory, &im->sets) = name;
            fprintf(out, "\nset %s = ", name);
            in_set = true;
            any_word = false;
        } else if (in_set) {
            slice name = {line.bytes + 1, line.length - 1};
            if (memchr(name.bytes, '&', name.length) || memchr(name.bytes, ',', name.length)) {
                leave(im, "a set within a set");
                continue;
            }
            fprintf(out, "%s%s", any_word ? ", " : "", plain_name(im, name));
            any_word = true;
        } else if (line.bytes[0] == '-') {
            end_verbs(im, &b, out);
            take_pattern(im, &b, line, out);
        } else if (b.ended && !b.count) {
            leave(im, "outside a block of verbs");
        } else {
            take_verb(im, &b, line, out);
        }
    }
    if (in_set)
        fputs(any_word ? "\n" : "nothing\n", out);
    end_verbs(im, &b, out);
}
