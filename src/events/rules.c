#include "events/rules.h"

#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "lexicon/slots.h"

#include <stdio.h>
#include <string.h>

enum { MOST_WORD_ROWS = 48 };

/* The sets that the words of one place belong to: rows of set words. They are looked up once, when the first condition asks, so
 * that a rule costs a comparison of numbers and not a look-up of words. */
typedef struct place_sets {
    bool read;
    uint32_t count;
    rows found[MOST_WORD_ROWS];
} place_sets;

typedef struct matching {
    const document *doc;
    const frame *frame;
    place_sets sets[SLOT_COUNT];
} matching;

static void add_rows(place_sets *to, rows found)
{
    if (found.count && to->count < MOST_WORD_ROWS)
        to->found[to->count++] = found;
}

/* "<person>", "<actor>" ... in a set stand for whatever entity is of that type. */
static void add_type(const document *doc, place_sets *to, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    if (means == NONE)
        return;
    dateline_entity_type type = doc->entities.items[means].type;
    char key[32];
    snprintf(key, sizeof key, "<%s>", dateline_entity_type_name(type));
    add_rows(to, lexicon_find(doc->lexicon, INDEX_SET_WORD, slice_of(key)));
    bool actor = type == DATELINE_PERSON || type == DATELINE_ORGANIZATION || type == DATELINE_GROUP ||
                 (type == DATELINE_PLACE && doc->entities.items[means].country);
    if (actor)
        add_rows(to, lexicon_find(doc->lexicon, INDEX_SET_WORD, slice_of("<actor>")));
}

/* "<several>" stands for more than one, by number, by a list, or by a phrase that describes several. */
static bool is_several(const document *doc, const frame *f, uint32_t place)
{
    bool several = f->count[place] > 1;
    for (uint32_t i = 0; i < f->count[place] && !several; i++) {
        uint32_t token = f->filler[place][i], means = doc->entity_of[token], both[2];
        bool described = means != NONE && (doc->entities.items[means].sharer != NONE ||
                                           (doc->entities.items[means].type == DATELINE_GROUP && is_plural(doc, token)));
        several = described || conjuncts(doc, token, both, 2) == 2;
    }
    return several;
}

/* A word, alone or with up to two words before it, as it stands and as its lemma: "ties" in one set, "tie" in another. */
static void add_word_sets(const document *doc, place_sets *to, uint32_t token)
{
    sentence s = sentence_of(doc, token);
    for (uint32_t back = 0; back <= 2 && token >= s.first + back; back++) {
        rows by_form = phrase_rows(doc, INDEX_SET_WORD, token - back, token + 1);
        rows by_lemma = phrase_rows_by_lemma(doc, INDEX_SET_WORD, token - back, token + 1);
        add_rows(to, by_form);
        if (by_lemma.items != by_form.items)
            add_rows(to, by_lemma);
    }
    add_type(doc, to, token);
}

/* "arresting 12", "saved 200 more": people are counted where nothing else is told. */
static void add_people(const document *doc, place_sets *to, uint32_t token)
{
    if (counts_people(doc, token))
        add_rows(to, lexicon_find(doc->lexicon, INDEX_SET_WORD, slice_of("people")));
}

/* "$500 million", "US$12", "€3bn": any sign of money stands for the word that rules have for it. */
static void add_money(const document *doc, place_sets *to, uint32_t token)
{
    static const char *const signs[] = {"$", "€", "£", "¥", "₹", "₦", "₽", "₺"};
    slice word = doc->tokens.lower[token];
    bool money = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        money = money || slice_ends(word, signs[i]);
    if (money)
        add_rows(to, lexicon_find(doc->lexicon, INDEX_SET_WORD, slice_of("dollar")));
}

static void read_filler(const document *doc, place_sets *to, uint32_t token)
{
    add_word_sets(doc, to, token);
    add_people(doc, to, token);
    add_money(doc, to, token);
    uint32_t counted = counted_by(doc, token);
    if (counted != NONE)
        add_word_sets(doc, to, counted);
}

static bool in_set(const document *doc, const place_sets *sets, uint32_t set)
{
    for (uint32_t i = 0; i < sets->count; i++)
        for (uint32_t k = 0; k < sets->found[i].count; k++)
            if (lexicon_number(doc->lexicon, TABLE_SET_WORDS, sets->found[i].items[k], SET_NUMBER) == set)
                return true;
    return false;
}

static bool holds(matching *m, uint32_t condition)
{
    const lexicon *words = m->doc->lexicon;
    uint32_t place = lexicon_number(words, TABLE_CONDITIONS, condition, CONDITION_SLOT);
    uint32_t set = lexicon_number(words, TABLE_CONDITIONS, condition, CONDITION_SET);
    bool negated = lexicon_number(words, TABLE_CONDITIONS, condition, CONDITION_NEGATED);
    if (set == ANY_WORD)
        return (m->frame->count[place] > 0) != negated;
    place_sets *sets = &m->sets[place];
    for (uint32_t i = 0; !sets->read && i < m->frame->count[place]; i++)
        read_filler(m->doc, sets, m->frame->filler[place][i]);
    if (!sets->read && is_several(m->doc, m->frame, place))
        add_rows(sets, lexicon_find(words, INDEX_SET_WORD, slice_of("<several>")));
    sets->read = true;
    return in_set(m->doc, sets, set) != negated;
}

static bool class_fits(const document *doc, uint32_t row, uint32_t token)
{
    uint8_t tag = doc->tokens.tag[token];
    bool verb = lexicon_number(doc->lexicon, TABLE_RULES, row, RULE_CLASS) == RULE_VERB;
    if (verb) /* also "is ready to" */
        return tag == POS_VERB || (tag == POS_ADJ && child_by(doc, token, REL_COP) != NONE);
    bool opens = sentence_of(doc, token).first == token && strcmp(doc->tokens.english_tag[token], "VBG") == 0;
    bool gerund = opens && child_by(doc, token, REL_OBJ) == NONE && child_by(doc, token, REL_NSUBJ) == NONE &&
                  child_by(doc, token, REL_AUX) == NONE; /* "Fighting between the two went on" */
    return (tag == POS_NOUN || tag == POS_PROPN || gerund) && doc->tokens.relation[token] != REL_COMPOUND &&
           doc->tokens.relation[token] != REL_NMOD_POSS;
}

/* How a rule fares: how particular it is, by the conditions that hold, and the first one that fails. */
typedef struct rule_score {
    uint32_t weight;
    uint32_t missing;
} rule_score;

static rule_score score_rule(matching *m, uint32_t row)
{
    const lexicon *words = m->doc->lexicon;
    uint32_t first = lexicon_number(words, TABLE_RULES, row, RULE_CONDITIONS),
             count = lexicon_number(words, TABLE_RULES, row, RULE_CONDITION_COUNT);
    rule_score score = {0, NONE};
    for (uint32_t k = first; k < first + count && score.missing == NONE; k++) {
        if (holds(m, k))
            score.weight += condition_weight(lexicon_number(words, TABLE_CONDITIONS, k, CONDITION_NEGATED));
        else
            score.missing = k;
    }
    return score;
}

/* Whether two rules make the same event of what they fit. */
static bool same_event(const lexicon *words, uint32_t a, uint32_t b)
{
    return strcmp(lexicon_text(words, TABLE_RULES, a, RULE_TYPE), lexicon_text(words, TABLE_RULES, b, RULE_TYPE)) == 0 &&
           strcmp(lexicon_text(words, TABLE_RULES, a, RULE_MODE), lexicon_text(words, TABLE_RULES, b, RULE_MODE)) == 0;
}

/* Whether one rule comes nearer than another: a rule that fits before one that does not, then the more particular one. */
static bool is_nearer(rule_score one, rule_score other)
{
    if ((one.missing == NONE) != (other.missing == NONE))
        return one.missing == NONE;
    return one.weight > other.weight;
}

rule_choice choose_rule(const document *doc, rows found, const frame *f, uint32_t head)
{
    matching m;
    m.doc = doc;
    m.frame = f;
    for (int place = 0; place < SLOT_COUNT; place++) {
        m.sets[place].read = false;
        m.sets[place].count = 0;
    }
    rule_choice choice = {NONE, NONE, NONE};
    rule_score best = {0, NONE};
    for (uint32_t i = 0; i < found.count; i++) {
        if (!class_fits(doc, found.items[i], head))
            continue;
        rule_score score = score_rule(&m, found.items[i]);
        if (score.missing == NONE && (choice.row == NONE || is_nearer(score, best))) {
            choice.row = found.items[i];
            best = score;
        }
    }
    for (uint32_t i = 0; choice.row != NONE && i < found.count; i++) {
        uint32_t row = found.items[i];
        if (!class_fits(doc, row, head) || same_event(doc->lexicon, row, choice.row))
            continue;
        rule_score score = score_rule(&m, row);
        if (choice.runner_up == NONE || is_nearer(score, best)) {
            choice.runner_up = row;
            choice.missing = score.missing;
            best = score;
        }
    }
    return choice;
}

bool rule_asks_for_words(const lexicon *words, uint32_t row)
{
    uint32_t first = lexicon_number(words, TABLE_RULES, row, RULE_CONDITIONS),
             count = lexicon_number(words, TABLE_RULES, row, RULE_CONDITION_COUNT);
    bool asks = false;
    for (uint32_t k = first; k < first + count; k++)
        asks = asks || (lexicon_number(words, TABLE_CONDITIONS, k, CONDITION_SET) != ANY_WORD &&
                        !lexicon_number(words, TABLE_CONDITIONS, k, CONDITION_NEGATED));
    return asks;
}

/* ---- why ---- */

/* The places that a rule looks into: those of its conditions and those of its actors, as bits. */
static uint64_t places_of(const lexicon *words, uint32_t row)
{
    uint32_t first = lexicon_number(words, TABLE_RULES, row, RULE_CONDITIONS),
             count = lexicon_number(words, TABLE_RULES, row, RULE_CONDITION_COUNT);
    uint64_t places = 0;
    for (uint32_t k = first; k < first + count; k++)
        places |= UINT64_C(1) << lexicon_number(words, TABLE_CONDITIONS, k, CONDITION_SLOT);
    for (uint32_t list = lexicon_number(words, TABLE_RULES, row, RULE_SOURCES); list; list >>= 8)
        places |= UINT64_C(1) << (list & 0xff);
    for (uint32_t list = lexicon_number(words, TABLE_RULES, row, RULE_TARGETS); list; list >>= 8)
        places |= UINT64_C(1) << (list & 0xff);
    return places;
}

dateline_reason rule_reason(document *doc, const rule_choice *chosen, const frame *f, span trigger)
{
    const lexicon *words = doc->lexicon;
    dateline_reason reason = {
        .rule = arena_print(&doc->memory, "event:%s", lexicon_text(words, TABLE_RULES, chosen->row, RULE_NAME)),
        .source = lexicon_text(words, TABLE_RULES, chosen->row, RULE_PLACE),
    };
    reason_add(doc, &reason, "trigger", trigger);
    uint64_t places = places_of(words, chosen->row);
    for (int place = SLOT_SUBJECT; place < SLOT_COUNT; place++)
        for (uint32_t i = 0; (places >> place & 1) && i < f->count[place]; i++)
            reason_add(doc, &reason, slot_names[place], tokens_span(doc, f->filler[place][i], f->filler[place][i] + 1));
    if (chosen->runner_up != NONE) {
        reason.instead = arena_print(&doc->memory, "event:%s", lexicon_text(words, TABLE_RULES, chosen->runner_up, RULE_NAME));
        reason.instead_source = lexicon_text(words, TABLE_RULES, chosen->runner_up, RULE_PLACE);
        reason.instead_lacks = chosen->missing == NONE ? NULL : lexicon_text(words, TABLE_CONDITIONS, chosen->missing, CONDITION_TEXT);
    }
    return reason;
}
