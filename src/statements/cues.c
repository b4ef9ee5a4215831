/* Cues: verbs, nouns with light verbs, "according to". */
#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"

const char *cue_place(document *doc, const cue_verb *cue)
{
    return document_row_place(doc, TABLE_CUES, cue->row);
}

/* ---- verbs ---- */

/* "refused to comment", "did not say", "to say": nothing was said. */
static bool is_unsaid(const document *doc, uint32_t verb, force f)
{
    const token_table *t = &doc->tokens;
    uint32_t under = child_by(doc, verb, REL_XCOMP);
    if (under != NONE && is_performative(doc, under)) /* "I wish to thank": thanks are said */
        return true;
    static const char *const naming[] = {"name", "identify", "quote"};
    if (under != NONE && f == FORCE_REQUEST && LEMMA_AMONG(doc, under, naming)) /* "who asked not to be named" */
        return true;
    bool on = (lemma_is(doc, verb, "speak") || lemma_is(doc, verb, "talk")) && token_is(doc, verb + 1, "on");
    if (on && (token_is(doc, verb + 2, "condition") || token_is(doc, verb + 3, "occasion"))) /* of anonymity; "on the occasion" */
        return true;
    if (f != FORCE_DENY && f != FORCE_REJECT && is_negated(doc, verb))
        return true;
    if (t->relation[verb] != REL_XCOMP || t->head[verb] == NONE || is_performative(doc, verb))
        return false;
    static const char *const unsaid[] = {"decline", "refuse", "fail", "want", "wish", "try", "plan", "expect", "be", "need", "seek", "hesitate", "avoid", "deny", "threaten", "vow", "promise", "pledge", "intend", "prepare"};
    return LEMMA_AMONG(doc, t->head[verb], unsaid);
}

/* "It should be noted that": the outlet's own turn of phrase. */
static bool is_turn_of_phrase(const document *doc, uint32_t verb)
{
    uint32_t modal = child_by(doc, verb, REL_AUX);
    return modal != NONE && (token_is(doc, modal, "should") || token_is(doc, modal, "must") || token_is(doc, modal, "can") || token_is(doc, modal, "may"));
}

/* A verb after "if", or one that is asked for with "should", is no report of speech. */
static bool is_supposed(const document *doc, uint32_t verb)
{
    static const char *const modals[] = {"should", "must", "might"};
    uint32_t marker = child_by(doc, verb, REL_MARK), modal = child_by(doc, verb, REL_AUX);
    if (marker != NONE && (token_is(doc, marker, "if") || token_is(doc, marker, "unless")))
        return true;
    return modal != NONE && TOKEN_AMONG(doc, modal, modals) && !is_passive(doc, verb);
}

/* "held a reception to celebrate Easter": what it is for. */
static bool is_feast(const document *doc, uint32_t verb)
{
    return lemma_is(doc, verb, "celebrate") && child_word(doc, verb, REL_MARK, "to") != NONE && doc->tokens.relation[verb] != REL_XCOMP;
}

/* "was supported by Norway", "would continue to support the port": help, not words. */
static bool is_help(const document *doc, uint32_t verb)
{
    uint32_t over = doc->tokens.relation[verb] == REL_XCOMP ? doc->tokens.head[verb] : NONE;
    return (lemma_is(doc, verb, "support") || lemma_is(doc, verb, "back")) && (is_passive(doc, verb) || child_word(doc, verb, REL_MARK, "of") != NONE || child_word(doc, verb, REL_AUX, "will") != NONE || child_word(doc, verb, REL_AUX, "would") != NONE ||
                                              (over != NONE && lemma_is(doc, over, "continue")));
}

/* "urged the government to condemn the attack": what somebody is asked to say is not said. */
static bool is_asked_of(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t over = t->relation[verb] == REL_XCOMP && child_word(doc, verb, REL_MARK, "to") != NONE ? t->head[verb] : NONE;
    uint32_t object = over == NONE ? NONE : child_by(doc, over, REL_OBJ);
    if (object == NONE && over != NONE)
        object = child_by(doc, over, REL_IOBJ);
    return object != NONE && object < verb && object == subject_of(doc, verb);
}

static uint32_t agent_of(const document *doc, uint32_t verb)
{
    uint32_t agent = child_by(doc, verb, REL_OBL_AGENT);
    for (uint32_t c = first_child(doc, verb); c != NONE && agent == NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        if (doc->tokens.relation[c] == REL_OBL && preposition != NONE && token_is(doc, preposition, "by"))
            agent = c;
    }
    return agent;
}

/* "a group called the Sea Org": a name, and nobody's word. */
static bool is_naming(const document *doc, uint32_t verb)
{
    static const char *const naming[] = {"call", "name", "dub", "title", "nickname"};
    return doc->tokens.relation[verb] == REL_ACL && strcmp(doc->tokens.english_tag[verb], "VBG") != 0 && LEMMA_AMONG(doc, verb, naming) &&
           agent_of(doc, verb) == NONE;
}

static bool is_person_at(const document *doc, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    const mention *name = mention_at(doc, token);
    return (means != NONE && doc->entities.items[means].type == DATELINE_PERSON) || (name && name->type == DATELINE_PERSON);
}

/* Whether what a verb is done to is people. */
static bool acts_on_people(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ);
    dateline_entity_type type;
    return object != NONE && (doc->tokens.tag[object] == POS_PRON || word_in(doc, INDEX_OFFICE, object) || is_person_at(doc, object) ||
                              (type_of_noun(doc, object, &type) && type != DATELINE_ORGANIZATION));
}

/* "denied them entry", "dismissing three ministers", "condemning them to their fate": done, not said. */
static bool is_deed(const document *doc, uint32_t verb)
{
    if (lemma_is(doc, verb, "deny"))
        return child_by(doc, verb, REL_IOBJ) != NONE;
    bool to = false;
    for (uint32_t c = first_child(doc, verb); c != NONE && !to; c = next_child(doc, c)) {
        uint32_t preposition = doc->tokens.relation[c] == REL_OBL ? preposition_of(doc, c) : NONE;
        to = preposition != NONE && token_is(doc, preposition, "to");
    }
    return (lemma_is(doc, verb, "dismiss") || (lemma_is(doc, verb, "condemn") && to)) && acts_on_people(doc, verb);
}

bool says_nothing(const document *doc, uint32_t verb, force f)
{
    return is_naming(doc, verb) || is_deed(doc, verb) || is_unsaid(doc, verb, f) || is_supposed(doc, verb) || is_asked_of(doc, verb) || is_help(doc, verb) || is_feast(doc, verb);
}

bool read_cue_verb(const document *doc, uint32_t token, cue_verb *out)
{
    if (!is_verb(doc, token))
        return false;
    phrase found = verb_phrase_at(doc, INDEX_CUE, token);
    if (!found.rows.count)
        return false;
    uint32_t row = found.rows.items[0];
    *out = (cue_verb){.verb = token, .end = found.end, .row = row,
                      .takes = lexicon_number(doc->lexicon, TABLE_CUES, row, CUE_TAKES),
                      .prepositions = lexicon_text(doc->lexicon, TABLE_CUES, row, CUE_PREPOSITIONS)};
    return true;
}

force cue_force(const document *doc, const cue_verb *cue)
{
    return (force)lexicon_number(doc->lexicon, TABLE_CUES, cue->row, CUE_FORCE);
}

/* "... the border with Burkina Faso, the mayor of Kerou, Luis Vega, told reporters": the tree has made who speaks an apposition to what stands
 * before. NONE where nobody stands so. */
static uint32_t apposed_speaker(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, verb);
    if (!token_is(doc, verb - 1, ","))
        return NONE;
    for (uint32_t i = s.first + 1; i < verb; i++)
        if (t->relation[i] == REL_APPOS && t->right[i] + 2 >= verb && t->right[i] < verb && is_person_at(doc, i) &&
            (token_is(doc, t->left[i], ",") || (t->left[i] > s.first && token_is(doc, t->left[i] - 1, ","))))
            return i;
    return NONE;
}

/* "He said that China opposes it and warned others": the cue over the clause to which the tree has coordinated a verb of the cue's own tense;
 * NONE. */
static uint32_t cue_of_tense(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t beside = t->relation[verb] == REL_CONJ ? t->head[verb] : NONE;
    uint32_t outer = beside != NONE && (t->relation[beside] == REL_CCOMP || t->relation[beside] == REL_ACL) ? t->head[beside] : NONE;
    if (outer == NONE || !is_verb(doc, outer))
        return NONE;
    bool after_modal = is_finite(doc, verb) && strcmp(t->english_tag[verb], t->english_tag[outer]) == 0 && !is_finite(doc, beside) &&
                       child_by(doc, beside, REL_AUX) != NONE; /* "said it would go and added that ..." */
    return after_modal || has_tense_of(doc, verb, outer, beside) ? outer : NONE;
}

/* In "was quoted as saying" the subject of the passive speaks, in "quoted an officer as saying" the object. */
uint32_t speaker_of_verb(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[verb];
    bool quoted = token_is(doc, verb, "saying") && head != NONE && is_verb(doc, head);
    if (quoted && is_passive(doc, head))
        return subject_of(doc, head);
    if (quoted && child_word(doc, verb, REL_MARK, "as") != NONE && child_by(doc, head, REL_OBJ) != NONE)
        return child_by(doc, head, REL_OBJ);
    if (is_passive(doc, verb))
        return agent_of(doc, verb);
    uint32_t subject = subject_of(doc, verb), own = child_by(doc, verb, REL_NSUBJ);
    for (uint32_t c = own; c != NONE && c < verb; c = next_child(doc, c)) /* "the dam is full, officials said": of two the nearer one */
        if (t->relation[c] == REL_NSUBJ && c != own)
            subject = c;
    uint32_t outer = own == NONE ? cue_of_tense(doc, verb) : NONE;
    if (outer != NONE)
        return speaker_of_verb(doc, outer);
    uint32_t apposed = own == NONE && is_finite(doc, verb) ? apposed_speaker(doc, verb) : NONE;
    if (apposed != NONE)
        return apposed;
    return subject == NONE && t->head[verb] == NONE ? list_before(doc, verb) : subject;
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
        if (!(doc->tokens.begins[i] & (UINT64_C(1) << INDEX_CUE)) || !read_cue_verb(doc, i, &cue))
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
        bool expletive = !nobody && (doc->tokens.relation[one.subject] == REL_EXPL || (token_is(doc, one.subject, "it") && is_passive(doc, i)));
        if ((nobody || expletive) && is_turn_of_phrase(doc, i))
            continue;
        if (nobody && (strcmp(one.rule, "statement:verb-clause") != 0) && !one.direct)
            continue;
        if (takes_judgement && nobody)
            continue;
        if (expletive)
            one.subject = NONE;
        one.source = cue_place(doc, &cue);
        *list_add(&doc->memory, out) = one;
    }
}

/* ---- nouns ---- */

bool noun_content(const document *doc, uint32_t noun, uint32_t verb, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t k = 0; k < 2; k++) {
        uint32_t head = k == 0 ? noun : verb;
        for (uint32_t c = head == NONE ? NONE : first_child(doc, head); c != NONE; c = next_child(doc, c)) {
            uint8_t kind = t->relation[c];
            bool clause = c > noun && (kind == REL_CCOMP || ((kind == REL_ACL || kind == REL_ACL_RELCL) && child_word(doc, c, REL_MARK, "that") != NONE) ||
                                       (kind == REL_ACL && child_word(doc, c, REL_MARK, "to") != NONE));
            uint32_t preposition = c > noun ? preposition_of(doc, c) : NONE;
            bool phrase_after = preposition != NONE && (k == 0 || !token_is(doc, preposition, "in")) && t->time[c] == NONE && kind != REL_CONJ && preposition > noun;
            if (!clause && !phrase_after)
                continue;
            out->first = clause ? t->left[c] : preposition + 1;
            out->end = t->right[c] + 1;
            if (out->first <= noun)
                out->first = noun + 1;
            trim_content(doc, &out->first, &out->end);
            return out->first < out->end;
        }
    }
    return false;
}

static bool is_light(const document *doc, uint32_t verb, const char *verbs)
{
    return is_verb(doc, verb) && list_has_word(verbs, doc->tokens.lemma[verb]);
}

/* "offered its condolences": done by being said, whatever it is about. */
static bool is_rite(const document *doc, uint32_t noun, found_statement *out)
{
    bool rite = out->force == FORCE_CONDOLE || out->force == FORCE_CONGRATULATE || out->force == FORCE_THANK || out->force == FORCE_APOLOGIZE;
    out->first = doc->tokens.left[noun];
    out->end = noun + 1;
    return rite;
}

void find_by_nouns(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!(t->begins[i] & (UINT64_C(1) << INDEX_CUE_NOUN)) || t->tag[i] != POS_NOUN)
            continue;
        rows found = phrase_rows(doc, INDEX_CUE_NOUN, i, i + 1);
        uint32_t head = t->head[i];
        if (!found.count)
            continue;
        uint32_t row = found.items[0];
        const char *verbs = lexicon_text(doc->lexicon, TABLE_CUE_NOUNS, row, CUE_NOUN_VERBS);
        bool light = head != NONE && t->relation[i] == REL_OBJ && is_light(doc, head, verbs);
        uint32_t owner = child_by(doc, i, REL_NMOD_POSS);
        found_statement one = {.cue = light ? head : i, .cue_end = i + 1, .addressee = NONE,
                               .subject = light ? speaker_of_verb(doc, head) : owner,
                               .force = (force)lexicon_number(doc->lexicon, TABLE_CUE_NOUNS, row, CUE_NOUN_FORCE),
                               .rule = light ? "statement:noun-light-verb" : "statement:noun-of-speaker"};
        bool clause = child_by(doc, i, REL_CCOMP) != NONE || child_by(doc, i, REL_ACL) != NONE;
        if (one.subject == NONE || (!light && !clause) || (head != NONE && is_negated(doc, head)))
            continue;
        if (!noun_content(doc, i, light ? head : NONE, &one)) {
            if (!light || !is_rite(doc, i, &one))
                continue;
            one.attitude = true;
        }
        one.source = document_row_place(doc, TABLE_CUE_NOUNS, row);
        *list_add(&doc->memory, out) = one;
    }
}

/* ---- "according to" ---- */

/* The first comma of tokens [first, end); `otherwise` if there is none. */
static uint32_t comma_or(const document *doc, uint32_t first, uint32_t end, uint32_t otherwise)
{
    for (uint32_t i = first; i < end; i++)
        if (token_is(doc, i, ","))
            return i;
    return otherwise;
}

/* "according to", "in the words of": the token after it, or `token` where none stands. */
static uint32_t source_phrase_end(const document *doc, uint32_t token)
{
    static const char *const nouns[] = {"words", "view", "opinion", "account", "telling"};
    if (token_is(doc, token, "according") && token_is(doc, token + 1, "to"))
        return token + 2;
    bool in_the = token_is(doc, token, "in") && token_is(doc, token + 1, "the") && TOKEN_AMONG(doc, token + 2, nouns) && token_is(doc, token + 3, "of");
    return in_the ? token + 4 : token;
}

/* The noun that such a phrase brings, as the tree has it, or the first one after it. */
static uint32_t source_noun(const document *doc, uint32_t first, uint32_t end)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = end; i-- > first;)
        if (t->head[i] != NONE && t->head[i] >= end && is_nominal(doc, t->head[i]))
            return t->head[i];
    uint32_t noun = end, stop = sentence_of(doc, first).end;
    while (noun < stop && !is_nominal(doc, noun))
        noun++;
    return noun;
}

/* "in the words of the prosecutor, Mark Tedeschi, QC, '...'": where letters after a name stand before a quotation, its first token. */
static uint32_t after_letters(const document *doc, uint32_t first, uint32_t end)
{
    bool letters = first + 3 < end && doc->tokens.capital[first] && token_is(doc, first + 1, ",");
    const quotation *q = letters ? quotation_of(doc, first + 3) : NULL;
    return q && q->first == first + 3 ? q->first : first;
}

/* "learned that | according to a posting, ...", "and | according to police, ...": what comes after is told. */
static bool opens_clause(const document *doc, uint32_t token)
{
    return token_is(doc, token, "that") || token_is(doc, token, "and") || token_is(doc, token, "but");
}

/* "according to plan", "according to the way we are supposed to": what is followed, and says nothing. */
static bool is_followed(const document *doc, uint32_t noun)
{
    static const char *const ways[] = {"way", "plan", "schedule", "law", "rule", "tradition", "custom", "principle", "procedure", "need", "size", "age", "standard", "ability", "rank"};
    return LEMMA_AMONG(doc, noun, ways);
}

/* Whether what is told goes on after "X says, according to one report, ...": with no clause of its own. */
static bool goes_on_after(const document *doc, uint32_t comma, uint32_t end)
{
    return comma + 2 < end && doc->tokens.tag[comma + 1] != POS_CCONJ && doc->tokens.tag[comma + 1] != POS_SCONJ && !holds_finite(doc, comma + 1, end);
}

void find_by_according(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i + 2 < t->count; i++) {
        uint32_t phrase_end = source_phrase_end(doc, i);
        if (phrase_end == i || phrase_end >= t->count)
            continue;
        sentence s = sentence_of(doc, i);
        uint32_t noun = source_noun(doc, i, phrase_end);
        if (noun >= s.end || is_followed(doc, noun))
            continue;
        uint32_t stop = t->right[noun] + 1;
        uint32_t beside = noun + 1 < s.end ? t->mention[noun + 1] : NONE; /* "according to engineer Luis Vega" */
        if (t->mention[noun] == NONE && beside != NONE && doc->mentions.items[beside].first == noun + 1 && doc->mentions.items[beside].type == DATELINE_PERSON) {
            noun = doc->mentions.items[beside].head;
            stop = doc->mentions.items[beside].end;
        }
        stop = comma_or(doc, noun + 1, stop, stop); /* the phrase ends at its comma */
        const mention *named = token_is(doc, stop, ",") ? mention_at(doc, stop + 1) : NULL; /* "according to the coach, Alireza Mehraban, ..." */
        if (named && named->first == stop + 1 && named->type == DATELINE_PERSON && named->entity == doc->entity_of[noun])
            stop = named->end;
        /* "according to A, quoting B, ...": at its second one */
        bool quoting = token_is(doc, stop, ",") && (token_is(doc, stop + 1, "quoting") || token_is(doc, stop + 1, "citing"));
        if (quoting)
            stop = comma_or(doc, stop + 2, s.end, stop);
        found_statement one = {.cue = i, .cue_end = phrase_end, .subject = noun, .addressee = NONE, .force = FORCE_SAY,
                               .rule = quoting ? "statement:according-to-another" : "statement:according-to"};
        bool after_cue = i > s.first + 1 && token_is(doc, i - 1, ",") && is_verb(doc, i - 2) && word_in(doc, INDEX_CUE, i - 2); /* "X reported, according to Y, ..." */
        bool opens = i <= s.first + 2 || opens_clause(doc, i - 1) || after_cue;
        bool amid = !opens && token_is(doc, i - 1, ",") && token_is(doc, stop, ",") &&
                    (!holds_finite(doc, s.first, i) || goes_on_after(doc, stop, s.end)); /* "The attack, according to X, killed two" */
        one.first = opens ? stop : s.first;
        one.end = opens || amid ? s.end : i;
        trim_content(doc, &one.first, &one.end);
        one.first = opens ? after_letters(doc, one.first, one.end) : one.first;
        const quotation *q = one.first < one.end ? quotation_of(doc, one.first) : NULL;
        if (one.first + 1 >= one.end)
            continue;
        if (q && q->end + q->closed >= one.end) {
            one.direct = true;
            one.content = q->inside;
        }
        *list_add(&doc->memory, out) = one;
    }
}
