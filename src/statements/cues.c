/* Cues that are verbs, and who says what they tell. */
#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"

const char *cue_place(document *doc, const cue_verb *cue)
{
    return document_row_place(doc, TABLE_CUES, cue->row);
}

bool read_cue_verb(const document *doc, uint32_t token, cue_verb *out)
{
    if (!is_verb(doc, token))
        return false;
    phrase found = verb_phrase_at(doc, INDEX_CUE, token);
    if (!found.rows.count)
        return false;
    uint32_t row = found.rows.items[0];
    *out = (cue_verb){.verb = token,
                      .end = found.end,
                      .row = row,
                      .takes = lexicon_number(doc->lexicon, TABLE_CUES, row, CUE_TAKES),
                      .prepositions = lexicon_text(doc->lexicon, TABLE_CUES, row, CUE_PREPOSITIONS)};
    return true;
}

force cue_force(const document *doc, const cue_verb *cue)
{
    return (force)lexicon_number(doc->lexicon, TABLE_CUES, cue->row, CUE_FORCE);
}

uint32_t agent_of(const document *doc, uint32_t verb)
{
    uint32_t agent = child_by(doc, verb, REL_OBL_AGENT);
    for (uint32_t c = first_child(doc, verb); c != NONE && agent == NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        if (doc->tokens.relation[c] == REL_OBL && preposition != NONE && token_is(doc, preposition, "by"))
            agent = c;
    }
    return agent;
}

bool is_person_at(const document *doc, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    const mention *name = mention_at(doc, token);
    return (means != NONE && doc->entities.items[means].type == DATELINE_PERSON) || (name && name->type == DATELINE_PERSON);
}

/* Whether a noun is a person, or what tells something. */
static bool can_speak(const document *doc, uint32_t token)
{
    static const char *const asked[] = {"poll", "survey", "study", "agency", "newspaper", "daily", "paper", "ministry"};
    return is_person_at(doc, token) || may_be_text(doc, token) || LEMMA_AMONG(doc, token, asked);
}

/* "... the border with Burkina Faso, the mayor of Kerou, Luis Vega, told reporters": the tree has made who speaks an apposition to what
 * stands before. NONE where nobody stands so. */
static uint32_t apposed_speaker(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, verb);
    if (!token_is(doc, verb - 1, ","))
        return NONE;
    for (uint32_t i = s.first + 1; i < verb; i++)
        if (t->relation[i] == REL_APPOS && t->right[i] + 2 >= verb && t->right[i] < verb && can_speak(doc, i) &&
            (token_is(doc, t->left[i], ",") || (t->left[i] > s.first && token_is(doc, t->left[i] - 1, ","))))
            return i;
    return NONE;
}

/* "He said that China opposes it and warned others": the cue over the clause to which the tree has coordinated a verb of the cue's own
 * tense; NONE. */
static uint32_t cue_of_tense(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t beside = t->relation[verb] == REL_CONJ ? t->head[verb] : NONE;
    uint32_t outer = beside != NONE && (t->relation[beside] == REL_CCOMP || t->relation[beside] == REL_ACL) ? t->head[beside] : NONE;
    if (outer == NONE || outer > beside || !is_verb(doc, outer)) /* "A met B and praised it, C said": not beside "said" */
        return NONE;
    bool alike = is_finite(doc, verb) && strcmp(t->english_tag[verb], t->english_tag[outer]) == 0;
    bool after_modal = !is_finite(doc, beside) && child_by(doc, beside, REL_AUX) != NONE; /* "said it would go and added that ..." */
    return (alike && (after_modal || is_copular(doc, beside))) || has_tense_of(doc, verb, outer, beside) ? outer : NONE;
}

bool can_be_speaker(const document *doc, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    dateline_entity_type type;
    return doc->tokens.tag[token] == POS_PRON || can_speak(doc, token) || type_of_noun(doc, token, &type) ||
           (means != NONE && doc->entities.items[means].type != DATELINE_WORK);
}

/* "opened the summit with a warning that the keg would explode, citing the war": no keg cites a war, but whoever the sentence is about;
 * `within`: who is in the clause that somebody told, "he said the army broke the rule by saying so". */
static uint32_t somebody_above(const document *doc, uint32_t verb, bool within)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = t->head[verb]; at != NONE; at = t->head[at]) {
        uint32_t subject = is_verb(doc, at) ? child_by(doc, at, REL_NSUBJ) : NONE;
        if (subject != NONE && can_be_speaker(doc, subject))
            return subject;
        if (within && t->relation[at] == REL_CCOMP)
            return NONE;
    }
    return NONE;
}

/* '"It is full," Vega was quoted by the paper' */
static bool is_quoted(const document *doc, uint32_t verb)
{
    uint32_t whom = lemma_is(doc, verb, "quote") ? child_by(doc, verb, REL_NSUBJ_PASS) : NONE;
    uint32_t mark = whom == NONE || doc->tokens.left[whom] < 2 ? NONE : doc->tokens.left[whom] - 1;
    return mark != NONE && quotation_of(doc, mark - 1) && quotation_of(doc, mark - 1)->end == mark;
}

/* "the EU's refusal to condemn it", "the EU motion to condemn it": whose a noun is, where a noun tells it; NONE. */
static uint32_t named_owner(const document *doc, uint32_t noun)
{
    uint32_t owner = child_by(doc, noun, REL_NMOD_POSS), before = child_by(doc, noun, REL_COMPOUND);
    if (owner == NONE && before != NONE && may_issue(doc, doc->entity_of[before]) && !word_in(doc, INDEX_GATHERING, noun))
        return before;
    return owner == NONE || doc->tokens.tag[owner] == POS_PRON ? NONE : owner;
}

/* In "was quoted as saying" the subject of the passive speaks, in "quoted an officer as saying" the object. */
uint32_t speaker_of_verb(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[verb];
    bool quotes = lemma_is(doc, head, "quote") || lemma_is(doc, head, "cite"); /* "quoted him as telling reporters" */
    bool says = token_is(doc, verb, "saying") || (quotes && strcmp(t->english_tag[verb], "VBG") == 0);
    bool quoted = says && head != NONE && is_verb(doc, head);
    if (quoted && is_passive(doc, head))
        return subject_of(doc, head);
    if (quoted && child_word(doc, verb, REL_MARK, "as") != NONE && child_by(doc, head, REL_OBJ) != NONE)
        return child_by(doc, head, REL_OBJ);
    if (is_passive(doc, verb))
        return is_quoted(doc, verb) ? subject_of(doc, verb) : agent_of(doc, verb);
    bool goes_on = goes_on_with_cue(doc, verb);
    uint32_t cue = goes_on && t->relation[head] == REL_CCOMP ? t->head[head] : NONE;
    if (cue != NONE && is_verb(doc, cue) && word_in(doc, INDEX_CUE, cue)) /* "said the house was seized, adding ..." */
        return speaker_of_verb(doc, cue);
    uint32_t subject = subject_of(doc, verb), own = child_by(doc, verb, REL_NSUBJ);
    for (uint32_t c = own; c != NONE && c < verb; c = next_child(doc, c)) /* "the dam is full, officials said": of two the nearer one */
        if (t->relation[c] == REL_NSUBJ && c != own)
            subject = c;
    bool participle = strcmp(t->english_tag[verb], "VBG") == 0 && t->relation[verb] == REL_ADVCL;
    bool aim = is_infinitive(doc, verb) && t->relation[verb] == REL_ACL; /* "began a strike to demand their pay": no strike demands */
    if (subject != NONE && subject < verb && (goes_on || participle || aim) && !can_be_speaker(doc, subject)) {
        uint32_t owner = aim ? named_owner(doc, subject) : NONE;
        if (owner != NONE)
            return owner;
        uint32_t above = somebody_above(doc, verb, !goes_on);
        return above == NONE ? subject : above;
    }
    uint32_t outer = own == NONE ? cue_of_tense(doc, verb) : NONE;
    if (outer != NONE)
        return speaker_of_verb(doc, outer);
    uint32_t apposed = own == NONE && is_finite(doc, verb) ? apposed_speaker(doc, verb) : NONE;
    if (apposed != NONE)
        return apposed;
    return subject == NONE && t->head[verb] == NONE ? list_before(doc, verb) : subject;
}

bool is_turn_of_phrase(const document *doc, uint32_t verb)
{
    uint32_t modal = child_by(doc, verb, REL_AUX);
    return modal != NONE &&
           (token_is(doc, modal, "should") || token_is(doc, modal, "must") || token_is(doc, modal, "can") || token_is(doc, modal, "may"));
}

/* '"The bridge will fall," engineer Hana Kim said': the tree has taken the speaker for part of what is said. The quotation is left to
 * find_unclaimed(). */
static bool runs_into_speaker(const document *doc, const found_statement *said)
{
    const quotation *before = said->cue > 1 ? quotation_of(doc, said->cue - 2) : NULL;
    if (before && before->end + 1 == said->cue && said->first == said->cue_end && !said->direct) /* '"The dam," said Vega, "is full."' */
        return true;
    const quotation *q = said->first < said->cue ? quotation_of(doc, said->first) : NULL;
    return q && !said->direct && q->closed && q->end + 1 < said->end && said->end <= said->cue;
}

void find_by_verbs(document *doc, found_list *out)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        cue_verb cue;
        if (!begins_key(doc, i, INDEX_CUE) || !read_cue_verb(doc, i, &cue))
            continue;
        force strength = cue_force(doc, &cue);
        bool takes_judgement = cue.takes & (TAKES_PREDICATE | TAKES_AS);
        if (says_nothing(doc, i, strength))
            continue;
        found_statement one = {.cue = i, .cue_end = cue.end, .subject = speaker_of_verb(doc, i), .addressee = NONE, .force = strength};
        if (!find_content(doc, &cue, &one))
            continue;
        bool nobody = one.subject == NONE;
        if (nobody && runs_into_speaker(doc, &one))
            continue;
        bool expletive =
            !nobody && (doc->tokens.relation[one.subject] == REL_EXPL || (token_is(doc, one.subject, "it") && is_passive(doc, i)));
        if ((nobody || expletive) && is_turn_of_phrase(doc, i))
            continue;
        if (nobody && (strcmp(one.rule, "statement:verb-clause") != 0) && !one.direct)
            continue;
        bool bare = nobody && strcmp(doc->tokens.english_tag[i], "VBG") == 0; /* "..., supporting the concept of 'unity'" */
        if ((takes_judgement || (bare && strcmp(one.rule, "statement:verb-object") == 0)) && nobody)
            continue;
        if (expletive)
            one.subject = NONE;
        one.source = cue_place(doc, &cue);
        *list_add(&doc->memory, out) = one;
    }
}
