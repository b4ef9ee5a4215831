/* Statements that no rule finds, by the words that the network marks (src/syntax/attributions.c): what is said, the cue that it hangs on,
 * and who says it, in one sentence. "EU diplomats are optimistic Britain will adopt a more flexible approach." */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/clues.h"
#include "statements/content.h"

/* Log odds: words over LIKELY belong together; a cue and a source may be less likely, as they have to fit what is said. Chosen on
 * PolNeAR's development part. */
static const float LIKELY = 0.0f, POSSIBLE = -1.0f;

enum { FEWEST_WORDS = 2 };

typedef enum part { PART_CUE, PART_SOURCE, PART_CONTENT } part;

/* Tokens [first, end). */
typedef struct run {
    uint32_t first, end;
} run;

static bool is_in(run r, uint32_t token)
{
    return r.first <= token && token < r.end;
}

static float odds_of(const document *doc, const clue_reader *clues, part which, uint32_t token)
{
    const attribution_odds *odds = &doc->tokens.odds[token];
    return which == PART_CUE ? clues->odds[token] : which == PART_SOURCE ? odds->source : odds->content;
}

/* A token with the likely words around it that are outside `apart`. */
static run run_around(const document *doc, const clue_reader *clues, part which, uint32_t token, run apart)
{
    sentence s = sentence_of(doc, token);
    run found = {token, token + 1};
    while (found.first > s.first && !is_in(apart, found.first - 1) && odds_of(doc, clues, which, found.first - 1) > LIKELY)
        found.first--;
    while (found.end < s.end && !is_in(apart, found.end) && odds_of(doc, clues, which, found.end) > LIKELY)
        found.end++;
    return found;
}

/* The word that the others of a run hang on. */
static uint32_t head_of(const document *doc, run r)
{
    for (uint32_t i = r.first; i < r.end; i++) {
        uint32_t head = doc->tokens.head[i];
        if (doc->tokens.tag[i] != POS_PUNCT && (head == NONE || !is_in(r, head)))
            return i;
    }
    return r.first;
}

/* The next likely content of a sentence from a token on; false: there is none. */
static bool next_content(const document *doc, const clue_reader *clues, uint32_t from, sentence s, run *out)
{
    for (uint32_t i = from; i < s.end; i++)
        if (odds_of(doc, clues, PART_CONTENT, i) > LIKELY && doc->tokens.tag[i] != POS_PUNCT) {
            *out = run_around(doc, clues, PART_CONTENT, i, (run){0, 0});
            return true;
        }
    return false;
}

/* The cue that the content hangs on, or that hangs on the content: "wary of the plan"; "it was, she felt, too late". NONE: neither. */
static uint32_t cue_of_content(const document *doc, const clue_reader *clues, run content)
{
    uint32_t head = head_of(doc, content), governor = doc->tokens.head[head];
    if (governor != NONE && !is_in(content, governor) && odds_of(doc, clues, PART_CUE, governor) > POSSIBLE)
        return governor;
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if (!is_in(content, c) && odds_of(doc, clues, PART_CUE, c) > POSSIBLE)
            return c;
    return NONE;
}

static uint32_t distance(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* Whose word it is: the subject of the cue; where that is no source, the source nearest to the cue outside the content; or NONE. */
static uint32_t source_of_content(const document *doc, const clue_reader *clues, run content, uint32_t cue)
{
    sentence s = sentence_of(doc, cue);
    uint32_t best = subject_of(doc, cue);
    if (best != NONE && !is_in(content, best) && odds_of(doc, clues, PART_SOURCE, best) > POSSIBLE)
        return best;
    best = NONE;
    for (uint32_t i = s.first; i < s.end; i++) {
        bool free = !is_in(content, i) && doc->tokens.tag[i] != POS_PUNCT && odds_of(doc, clues, PART_SOURCE, i) > POSSIBLE;
        if (free && (best == NONE || distance(i, cue) < distance(best, cue)))
            best = i;
    }
    return best;
}

/* Which tokens known statements have for their content, and which for their cue. */
typedef struct taken {
    bool *content, *cue; /* [tokens] */
} taken;

static void take(const found_statement *s, taken *all)
{
    memset(all->content + s->first, true, s->end - s->first);
    all->cue[s->cue] = true;
}

static bool holds(const bool *tokens, run r)
{
    for (uint32_t i = r.first; i < r.end; i++)
        if (tokens[i])
            return true;
    return false;
}

/* ---- what makes them a statement ---- */

/* Whether a phrase can be all that is said by a cue: "backed the plan", but "said on Monday" says nothing. known: the verb that the lexicon
 * has, or NULL. */
static bool takes_phrase(const document *doc, const clue_reader *clues, uint32_t cue, const cue_verb *known)
{
    if (known)
        return !tells_words(known) || (known->takes & (TAKES_OBJECT | TAKES_ABOUT));
    return word_in(doc, INDEX_CUE_NOUN, cue) || (clues->odds[cue] > LIKELY && !word_in(doc, INDEX_RULE, cue));
}

/* "expelled the ambassador as tensions mounted": a deed, and to whom it was done. */
static bool is_deed(const document *doc, const found_statement *s, const cue_verb *known)
{
    uint32_t object = !known && is_verb(doc, s->cue) && word_in(doc, INDEX_RULE, s->cue) ? child_by(doc, s->cue, REL_OBJ) : NONE;
    return object != NONE && object >= s->first && object < s->end && !s->direct;
}

/* "Chad: Police Raid Offices": where it is told of. */
static bool is_place_label(const document *doc, const found_statement *s)
{
    const mention *name = token_is(doc, s->cue, ":") ? mention_at(doc, s->subject) : NULL;
    return name && !s->direct && phrase_rows(doc, INDEX_COUNTRY, name->first, name->end).count;
}

static bool is_statement(const document *doc, const clue_reader *clues, const found_statement *s, const cue_verb *known)
{
    const token_table *t = &doc->tokens;
    if (is_deed(doc, s, known) || is_place_label(doc, s))
        return false;
    uint8_t speaks = t->tag[s->subject];
    if ((speaks != POS_NOUN && speaks != POS_PROPN && speaks != POS_PRON) || t->time[s->subject] != NONE ||
        word_in(doc, INDEX_GATHERING, s->subject)) /* "the event continued with a concert" */
        return false;
    if (s->end < s->first + FEWEST_WORDS ||
        (is_verb(doc, s->cue) && (says_nothing(doc, s->cue, s->force) || declines_to_say(doc, s->cue, s->force))))
        return false;
    return s->direct || holds_finite(doc, s->first, s->end) || (!is_name_alone(doc, s) && takes_phrase(doc, clues, s->cue, known));
}

/* What is said: a quotation, where the content lies in one. False: that says nothing, "sang 'The Long Road'". */
static bool take_content(const document *doc, run content, const found_list *all, found_statement *out)
{
    out->first = content.first;
    out->end = content.end;
    trim_content(doc, &out->first, &out->end);
    const quotation *q = quotation_of(doc, out->first);
    out->direct = q && q->end >= out->end;
    if (out->direct) {
        out->first = q->first;
        out->end = q->end;
        out->content = q->inside;
        return is_speech(doc, q) && !is_claimed(all, q);
    }
    return true;
}

/* "quoted an officer as saying": what follows has a cue of its own. */
static bool governs_cue(const document *doc, const taken *known, uint32_t cue)
{
    for (uint32_t c = first_child(doc, cue); c != NONE; c = next_child(doc, c))
        if (known->cue[c] && doc->tokens.relation[c] == REL_ADVCL)
            return true;
    return false;
}

static void add_marked(document *doc, const clue_reader *clues, run content, uint32_t cue_word, uint32_t source, taken *known,
                       found_list *out)
{
    run cue = run_around(doc, clues, PART_CUE, cue_word, content);
    for (uint32_t i = content.first; i < content.end; i++) /* "voiced concern | and his spokesman urged restraint" */
        if (doc->tokens.head[i] == cue_word && doc->tokens.relation[i] == REL_CONJ && doc->tokens.left[i] > content.first)
            content.end = doc->tokens.left[i];
    if (holds(known->content, content) || holds(known->cue, content) || holds(known->content, cue))
        return;
    uint32_t head = head_of(doc, cue);
    found_statement one = {.cue = head,
                           .cue_end = head + 1,
                           .subject = head_of(doc, run_around(doc, clues, PART_SOURCE, source, content)),
                           .addressee = NONE,
                           .force = FORCE_SAY,
                           .rule = "statement:marked"};
    cue_verb verb;
    bool listed = read_cue_verb(doc, head, &verb);
    if (listed)
        one.force = cue_force(doc, &verb);
    if (!take_content(doc, content, out, &one) || governs_cue(doc, known, head) || !is_statement(doc, clues, &one, listed ? &verb : NULL))
        return;
    one.attitude = !one.direct && !holds_finite(doc, one.first, one.end);
    one.clues = telling_marks(doc, head, one.subject, content.first);
    take(&one, known);
    *list_add(&doc->memory, out) = one;
}

void find_marked(document *doc, const clue_reader *clues, found_list *out)
{
    if (!doc->tokens.odds)
        return;
    uint32_t count = doc->tokens.count;
    taken known = {arena_array(&doc->memory, count, sizeof(bool)), arena_array(&doc->memory, count, sizeof(bool))};
    for (uint32_t i = 0; i < out->count; i++)
        take(&out->items[i], &known);
    for (uint32_t n = 0; n < doc->sentences.count; n++) {
        sentence s = doc->sentences.items[n];
        run content = {s.first, s.first};
        while (next_content(doc, clues, content.end, s, &content)) {
            uint32_t cue = cue_of_content(doc, clues, content), source = cue == NONE ? NONE : source_of_content(doc, clues, content, cue);
            if (cue != NONE && source != NONE)
                add_marked(doc, clues, content, cue, source, &known, out);
        }
    }
}
