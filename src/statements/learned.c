/* Cues that the rules do not know, by the words that cues are made of as the model learned them: "is a staunch opponent of", "vented
 * about". */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/clues.h"
#include "statements/content.h"

/* Log odds: a run of likely words is a cue where one of them is sure; where neither a clause nor the lexicon speaks for it, where its
 * head is surer. Chosen on PolNeAR's development part. */
static const float LIKELY = -1.75f, SURE = 0.0f, SURER = 0.8f;

static uint32_t likely_run_end(const document *doc, const clue_reader *clues, uint32_t first)
{
    uint32_t stop = sentence_of(doc, first).end, end = first;
    bool sure = false;
    for (; end < stop && clues->odds[end] > LIKELY; end++)
        sure = sure || clues->odds[end] > SURE;
    return sure ? end : first;
}

static bool is_inside(uint32_t token, uint32_t first, uint32_t end)
{
    return first <= token && token < end;
}

/* Whether a word can belong to the cue: it is likely, and belongs neither to what is said nor to who says it. */
static bool is_free(const document *doc, const clue_reader *clues, const found_statement *s, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t left = s->subject == NONE ? NONE : t->left[s->subject], right = s->subject == NONE ? 0 : t->right[s->subject] + 1;
    bool of_speaker = is_inside(token, left, right) && !is_inside(s->cue, left, right);
    return clues->odds[token] > LIKELY && t->tag[token] != POS_PUNCT && !of_speaker && !is_inside(token, s->first, s->end);
}

static bool opens_noun(const document *doc, uint32_t token)
{
    uint8_t tag = doc->tokens.tag[token];
    return tag == POS_DET || tag == POS_SCONJ || tag == POS_CCONJ;
}

void widen_cue(const document *doc, const clue_reader *clues, const found_statement *s, uint32_t *first, uint32_t *end)
{
    sentence whole = sentence_of(doc, s->cue);
    *first = s->cue;
    *end = s->cue_end;
    while (*first > whole.first && is_free(doc, clues, s, *first - 1))
        --*first;
    while (*end < whole.end && is_free(doc, clues, s, *end))
        ++*end;
    bool cut = false; /* "said in a | June report": back to the verb */
    while (*end > s->cue_end && (opens_noun(doc, *end - 1) || (cut && doc->tokens.tag[*end - 1] == POS_ADP))) {
        cut = true;
        --*end;
    }
}

/* Whether words are the cue of a statement that is known, or part of what it says: PolNeAR has no attributions within others to learn from.
 */
static bool is_taken(const found_list *all, uint32_t count, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < count; i++) {
        const found_statement *s = &all->items[i];
        if ((s->cue < end && first < s->cue_end) || (s->first < end && first < s->end))
            return true;
    }
    return false;
}

/* "quoted an officer as saying": the cue of a known statement hangs on it. */
static bool governs_cue(const document *doc, const found_list *all, uint32_t count, uint32_t token)
{
    for (uint32_t i = 0; i < count; i++)
        if (doc->tokens.head[all->items[i].cue] == token && doc->tokens.relation[all->items[i].cue] == REL_ADVCL)
            return true;
    return false;
}

/* The word that the others of a cue hang on: the one that hangs on none of them, the likeliest if there are several. */
static uint32_t head_of_run(const document *doc, const clue_reader *clues, uint32_t first, uint32_t end)
{
    uint32_t best = NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t head = doc->tokens.head[i];
        bool content = is_verb(doc, i) || doc->tokens.tag[i] == POS_NOUN || doc->tokens.tag[i] == POS_ADJ;
        bool top = content && (head == NONE || head < first || head >= end);
        if (top && (best == NONE || clues->odds[i] > clues->odds[best]))
            best = i;
    }
    return best;
}

/* "revealed at | the launch of the report", "posting on | her Facebook page": where it was said. */
static bool is_occasion(const document *doc, const found_statement *s)
{
    static const char *const pages[] = {"page", "account", "channel", "website", "blog", "feed", "way"};
    static const char *const openings[] = {"launch", "opening", "unveiling", "premiere"};
    bool at = token_is(doc, s->first - 1, "at"), on = token_is(doc, s->first - 1, "on");
    for (uint32_t i = s->first; (at || on) && i < s->end && doc->tokens.tag[i] != POS_ADP; i++)
        if ((on && TOKEN_AMONG(doc, i, pages)) || (at && (TOKEN_AMONG(doc, i, openings) || word_in(doc, INDEX_GATHERING, i))))
            return true;
    return false;
}

/* A verb takes more than the rules know of it; but one that they know takes an object only where they say so: "attacked a convoy". */
static bool by_likely_verb(const document *doc, uint32_t verb, uint32_t end, found_statement *out)
{
    cue_verb cue;
    bool known = read_cue_verb(doc, verb, &cue);
    if (known)
        out->force = cue_force(doc, &cue);
    if (declines_to_say(doc, verb, out->force) || says_nothing(doc, verb, out->force))
        return false;
    uint32_t object = known ? cue.takes & TAKES_OBJECT : TAKES_OBJECT;
    cue = (cue_verb){.verb = verb,
                     .end = end > verb + 1 ? end : verb + 1,
                     .takes = TAKES_CLAUSE | TAKES_QUOTE | TAKES_INFINITIVE | TAKES_ABOUT | object,
                     .prepositions = "about,on,of,for,to,over,against,with,in,from,at"};
    if (lemma_is(doc, verb, "seem") || lemma_is(doc, verb, "appear")) /* the outlet's own impression */
        return false;
    out->subject = speaker_of_verb(doc, verb);
    if (out->subject == NONE && out->force == FORCE_HOPE)
        out->force = FORCE_PREDICT; /* "is expected to": nobody hopes */
    bool told = out->subject != NONE || (is_passive(doc, verb) && !is_turn_of_phrase(doc, verb));
    bool found = told && find_content(doc, &cue, out);
    uint32_t time = found ? doc->tokens.time[out->first] : NONE;
    const mention *place = found ? mention_at(doc, out->first) : NULL;
    bool where = place && place->type == DATELINE_PLACE && place->end >= out->end;
    if (where || (time != NONE && doc->tokens.time[out->end - 1] == time)) /* "announced on | Tuesday", "called in | Bangladesh" */
        return false;
    bool addressee =
        found && child_by(doc, verb, REL_OBJ) != NONE && token_is(doc, out->first - 1, "to"); /* "confirmed this to | the agency" */
    if (addressee || (found && is_occasion(doc, out)))
        return false;
    return found && (known || strcmp(out->rule, "statement:verb-before-clause") != 0);
}

static bool by_likely_noun(const document *doc, uint32_t noun, found_statement *out)
{
    uint32_t owner = child_by(doc, noun, REL_NMOD_POSS), subject = child_by(doc, noun, REL_NSUBJ), head = doc->tokens.head[noun];
    bool object = head != NONE && is_verb(doc, head) && doc->tokens.relation[noun] == REL_OBJ;
    out->subject = owner != NONE ? owner : subject != NONE ? subject : object ? speaker_of_verb(doc, head) : NONE;
    return out->subject != NONE && noun_content(doc, noun, object ? head : NONE, out);
}

/* A word of the rules of actions that is none of saying. */
static bool is_action(const document *doc, uint32_t token)
{
    return word_in(doc, INDEX_RULE, token) && !word_in(doc, INDEX_CUE, token) && !word_in(doc, INDEX_CUE_NOUN, token);
}

/* "imposed new sanctions on", "faced strikes": told of elsewhere. */
static bool holds_action(const document *doc, uint32_t first, uint32_t end, uint32_t head)
{
    uint32_t object = child_by(doc, head, REL_OBJ);
    for (uint32_t i = first; i < end; i++)
        if (is_action(doc, i))
            return true;
    return object != NONE && is_action(doc, object);
}

static bool has_clause(const found_statement *s)
{
    return s->rule && strcmp(s->rule, "statement:verb-clause") == 0;
}

/* Whether something besides its words says that a likely cue is none: "sang 'The Long Road'", "killed three guards", "seemed to agree". */
static bool is_no_speech(const document *doc, const found_statement *s, uint32_t first, float odds)
{
    if (s->direct)
        return !is_speech(doc, quotation_of(doc, s->first));
    return !has_clause(s) &&
           (is_name_alone(doc, s) || holds_action(doc, first, s->cue_end, s->cue) || (odds < SURER && !word_in(doc, INDEX_CUE, s->cue)));
}

void find_by_clues(document *doc, const clue_reader *clues, found_list *out)
{
    uint32_t of_rules = out->count;
    for (uint32_t first = 0, end; first < doc->tokens.count; first = end) {
        end = likely_run_end(doc, clues, first);
        uint32_t head = end > first ? head_of_run(doc, clues, first, end) : NONE;
        if (end == first)
            end++;
        if (head == NONE || is_taken(out, of_rules, first, end))
            continue;
        found_statement one = {.cue = head, .cue_end = end, .addressee = NONE, .force = FORCE_SAY};
        bool found = is_verb(doc, head) ? by_likely_verb(doc, head, end, &one) : by_likely_noun(doc, head, &one);
        const quotation *told = one.direct ? quotation_of(doc, one.first) : NULL;
        if (!found || (told && is_claimed(out, told)) || is_no_speech(doc, &one, first, clues->odds[head]) ||
            governs_cue(doc, out, of_rules, head))
            continue;
        one.attitude = !one.direct && (!has_clause(&one) || one.subject == NONE);
        one.rule = "statement:learned-cue";
        one.instead = NULL;
        one.clues = telling_clues(clues, doc, head);
        *list_add(&doc->memory, out) = one;
    }
}
