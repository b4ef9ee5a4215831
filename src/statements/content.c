#include "statements/content.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content_rules.h"

bool list_has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; (at = strcasestr(at, word)); at += length)
        if ((at == list || at[-1] == ',') && (at[length] == 0 || at[length] == ','))
            return true;
    return false;
}

uint32_t brought_by(const document *doc, uint32_t head, const char *prepositions, uint32_t *leads)
{
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        if (c < head || doc->tokens.time[c] != NONE)
            continue;
        *leads = preposition_of(doc, c);
        if (*leads == NONE)
            *leads = child_by(doc, c, REL_MARK);
        if (*leads != NONE && *leads > head && list_has_word(prepositions, doc->tokens.lemma[*leads]))
            return c;
    }
    return NONE;
}

/* Also the marks that the network does not take for punctuation. */
static bool is_punctuation(const document *doc, uint32_t token)
{
    static const char *const marks[] = {"«", "»", "‹", "›", "„", "‘", "’"};
    return doc->tokens.tag[token] == POS_PUNCT || TOKEN_AMONG(doc, token, marks);
}

/* Whether a token is the mark that closes a quotation which opens at `first` or after it. */
static bool closes_within(const document *doc, uint32_t first, uint32_t token)
{
    const quotation *q = token > first ? quotation_of(doc, token - 1) : NULL;
    return q && q->closed && q->end == token && q->first > first;
}

void trim_content(const document *doc, uint32_t *first, uint32_t *end)
{
    const token_table *t = &doc->tokens;
    while (*first < *end &&
           (is_punctuation(doc, *first) || token_is(doc, *first, "that") || (t->tag[*first] == POS_CCONJ && *end - *first > 1))) {
        bool demonstrative = token_is(doc, *first, "that") && t->relation[*first] != REL_MARK && t->tag[*first] != POS_SCONJ;
        if (demonstrative || token_is(doc, *first, "$"))
            break;
        ++*first;
    }
    while (*end > *first && is_punctuation(doc, *end - 1) && !token_is(doc, *end - 1, ")") && !closes_within(doc, *first, *end - 1))
        --*end;
}

bool has_tense_of(const document *doc, uint32_t verb, uint32_t cue, uint32_t beside)
{
    const char *const *tag = doc->tokens.english_tag;
    if (!is_finite(doc, verb) || !is_finite(doc, cue) || strcmp(tag[verb], tag[cue]) != 0)
        return false;
    bool set_off = verb >= 2 && ((token_is(doc, verb - 1, "and") && token_is(doc, verb - 2, ",")) ||
                                 (token_is(doc, verb - 1, "but") && word_in(doc, INDEX_CUE, verb)));
    bool compound = is_passive(doc, beside) || child_by(doc, beside, REL_AUX) != NONE; /* "had died" */
    bool modal = strcmp(tag[beside], "VB") == 0 && strcmp(tag[verb], "VBD") == 0;      /* "must go and warned him" */
    bool before = modal || child_word(doc, beside, REL_AUX, "had") != NONE;            /* "had lost ice and proposed" */
    before = before && word_in(doc, INDEX_CUE, verb);
    return is_finite(doc, beside) ? strcmp(tag[verb], tag[beside]) != 0 : compound && (set_off || before);
}

bool is_copular(const document *doc, uint32_t head)
{
    return head != NONE && child_by(doc, head, REL_COP) != NONE;
}

bool goes_on_with_cue(const document *doc, uint32_t verb)
{
    static const char *const saying[] = {"say",        "add",    "note",     "stress",  "warn",   "urge",      "call", "claim",
                                         "insist",     "argue",  "explain",  "declare", "accuse", "praise",    "vow",  "pledge",
                                         "promise",    "assert", "describe", "express", "point",  "reiterate", "hail", "emphasize",
                                         "allege",     "recall", "deny",     "contend", "thank",  "remark",    "ask",  "cite",
                                         "contradict", "refute", "dispute",  "echo"};
    static const char *const wordy[] = {"attack", "protest", "demonstrate", "rally", "march", "resign", "react", "respond", "intervene"};
    static const char *const silent[] = {"believe", "think", "feel", "know", "want", "expect", "consider", "regard", "see", "put"};
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[verb];
    uint32_t comma =
        verb > 1 && quotation_of(doc, verb - 2) && !token_is(doc, verb - 1, ",") ? verb - 2 : verb - 1; /* '"unacceptable," calling' */
    bool participle = strcmp(t->english_tag[verb], "VBG") == 0 && token_is(doc, comma, ",") && LEMMA_AMONG(doc, verb, saying);
    if (!participle || head == NONE || t->relation[verb] == REL_CONJ || quotation_of(doc, verb))
        return false;
    bool words = is_verb(doc, head) && (word_in(doc, INDEX_CUE, head) || LEMMA_AMONG(doc, head, wordy));
    return !words || LEMMA_AMONG(doc, head, silent);
}

/* Another cue clause that the parser hung into the content does not belong to it: "said that ..., and added that ...". */
static void stop_at_next_cue(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = out->first; i < out->end; i++) {
        uint32_t head = t->head[i];
        if (i > cue->end && i > out->first + 2 && goes_on_with_cue(doc, i)) {
            out->end = i;
            return;
        }
        bool other = i > cue->verb && i > out->first + 2 && t->tag[i] == POS_VERB && t->relation[i] == REL_CONJ && head != cue->verb &&
                     phrase_at(doc, INDEX_CUE, i).rows.count && child_by(doc, i, REL_NSUBJ) == NONE &&
                     (is_verb(doc, head) || is_copular(doc, head));
        if (!other)
            continue;
        bool copular =
            !is_verb(doc, head) && is_finite(doc, i) && is_finite(doc, cue->verb); /* "said they were on the line and called on others" */
        bool alike = strcmp(t->english_tag[i], t->english_tag[cue->verb]) == 0;
        bool finite = is_finite(doc, i) && is_finite(doc, cue->verb);
        bool beside_participle =
            finite && !is_finite(doc, head) && child_by(doc, head, REL_AUX) == NONE; /* "accused them of stealing and demanded" */
        if (copular || beside_participle || has_tense_of(doc, i, cue->verb, head) || (alike && child_by(doc, i, REL_CCOMP) != NONE)) {
            out->end = t->left[i] > out->first && t->left[i] < i ? t->left[i] : i;
            return;
        }
    }
}

/* 'has called the law "unjust": "We face a hard year."': what a colon brings after the content is said as well, but apart. */
static void stop_at_colon(const document *doc, const cue_verb *cue, found_statement *out)
{
    for (uint32_t i = out->first > cue->end ? out->first : cue->end; i + 2 < out->end; i++) {
        const quotation *q = token_is(doc, i, ":") && !quotation_of(doc, i) ? quotation_of(doc, i + 2) : NULL;
        if (i > out->first && q && q->first == i + 2 && is_speech(doc, q)) {
            out->end = i;
            return;
        }
    }
}

/* Whether a token stands in a quotation that opens at `first` or after it. */
static bool is_quoted_within(const document *doc, uint32_t first, uint32_t token)
{
    const quotation *q = quotation_of(doc, token);
    return q && q->first >= first;
}

/* A verb that is coordinated with the cue begins something else, wherever the parser has put what stands before it. */
static void stop_at_series(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t top = t->relation[cue->verb] == REL_CONJ && t->head[cue->verb] != NONE ? t->head[cue->verb] : cue->verb;
    for (uint32_t c = first_child(doc, top); c != NONE; c = next_child(doc, c))
        if (t->relation[c] == REL_CONJ && is_verb(doc, c) && is_finite(doc, c) && c > cue->verb && c > out->first && c < out->end &&
            child_by(doc, c, REL_NSUBJ) == NONE && !is_quoted_within(doc, out->first, c))
            out->end = c;
}

/* 'reading "Leave us alone" in front of the ministry': what comes behind a quotation without a verb of its own tells where. */
static void stop_at_quotation(const document *doc, found_statement *out)
{
    uint32_t mark = out->first + !quotation_of(doc, out->first);
    const quotation *q = quotation_of(doc, mark);
    bool opens = q && q->first == mark && q->closed && q->end + 1 < out->end && out->cue < mark;
    if (opens && doc->tokens.tag[q->end + 1] == POS_ADP && !holds_finite(doc, q->end + 1, out->end))
        out->end = q->end + 1;
}

/* A clause that is a quotation from end to end is direct speech, with all that the marks hold. */
static void widen_to_quotation(const document *doc, uint32_t cue, found_statement *out)
{
    const quotation *q = quotation_of(doc, out->first);
    if (!q)
        q = quotation_of(doc, out->end - 1);
    /* a cue that is itself inside the quotation takes only what it governs */
    if (!q || (q->first <= cue && cue < q->end))
        return;
    uint32_t first = q->first > out->first ? q->first : out->first, end = q->end < out->end ? q->end : out->end;
    uint32_t shared = end > first ? end - first : 0;
    if (shared * 10 >= (out->end - out->first) * 8) {
        out->first = q->first;
        out->end = q->end;
        out->content = q->inside;
        out->direct = true;
    }
}

/* "in a statement", "at a briefing", "on Monday": of the saying, not of what is said. */
static bool belongs_to_cue(const document *doc, uint32_t head)
{
    static const char *const occasions[] = {"statement", "speech", "interview", "letter",    "tweet",  "message",
                                            "address",   "report", "post",      "broadcast", "article"};
    if (LEMMA_AMONG(doc, head, occasions))
        return true;
    for (uint32_t i = doc->tokens.left[head]; i <= doc->tokens.right[head]; i++)
        if (doc->tokens.time[i] != NONE)
            return true;
    for (uint32_t i = doc->tokens.left[head]; i <= head; i++) /* "at a memorial service" */
        if (phrase_at(doc, INDEX_GATHERING, i).end == head + 1)
            return true;
    return word_in(doc, INDEX_JUDGEMENT, head);
}

/* What follows an object or a phrase without a comma, and hangs on the cue: "wished for a quick end of the war
 * under the agreements"; and what "as well as" adds. */
static void take_rest(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, cue->verb); c != NONE; c = next_child(doc, c)) {
        uint8_t kind = t->relation[c];
        bool adjunct = kind == REL_OBL || kind == REL_ADVMOD || kind == REL_NMOD || kind == REL_DEP || kind == REL_OBJ;
        if (t->left[c] < out->end || !adjunct)
            continue;
        uint32_t gap = t->left[c] - out->end;
        bool joined = gap == 0 || (gap == 1 && token_is(doc, out->end, ",") && token_is(doc, t->left[c], "as"));
        if (!joined || belongs_to_cue(doc, c))
            return;
        out->end = t->right[c] + 1;
    }
    /* "..., as well as X": wherever the parser has hung it */
    uint32_t as = out->end + token_is(doc, out->end, ",");
    if (token_is(doc, as, "as") && token_is(doc, as + 1, "well") && token_is(doc, as + 2, "as") && t->head[as] != NONE && t->head[as] > as)
        out->end = t->right[t->head[as]] + 1;
}

/* "announced the decision | at a press briefing": where it was said, hung on what was said. */
static void stop_at_occasion(const document *doc, const cue_verb *cue, found_statement *out)
{
    static const char *const at[] = {"at", "during"};
    uint32_t object = child_by(doc, cue->verb, REL_OBJ);
    for (uint32_t c = object == NONE ? NONE : first_child(doc, object); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = c > object && doc->tokens.relation[c] == REL_NMOD ? preposition_of(doc, c) : NONE;
        bool gathering = preposition != NONE && TOKEN_AMONG(doc, preposition, at) && belongs_to_cue(doc, c) && doc->tokens.time[c] == NONE;
        if (gathering && preposition > out->first + 1 && preposition < out->end)
            out->end = preposition;
    }
}

/* Whether nothing but auxiliaries, adverbs and quotation marks stands before a verb: 'the motive would "find an echo"'. */
static bool is_next_verb(const document *doc, uint32_t from, uint32_t verb)
{
    static const char *const marks[] = {"\"", "“", "``"};
    for (uint32_t i = from; i < verb; i++) {
        uint8_t tag = doc->tokens.tag[i];
        if (tag != POS_AUX && tag != POS_ADV && tag != POS_PART && !TOKEN_AMONG(doc, i, marks))
            return false;
    }
    return verb >= from;
}

/* "He said the dam was full and he would pay": a clause whose subject is a pronoun, and that the parser has coordinated
 * with the verb of saying, goes on with what is said; so does a second clause that the verb has, behind "but". */
static void take_coordinated(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, cue->verb); c != NONE; c = next_child(doc, c)) {
        uint32_t subject = child_by(doc, c, REL_NSUBJ);
        bool goes_on = t->relation[c] == REL_CONJ && t->left[c] >= out->end && t->left[c] <= out->end + 1 && subject != NONE &&
                       t->tag[subject] == POS_PRON && !word_in(doc, INDEX_CUE, c);
        if (t->relation[c] == REL_CCOMP && c >= out->end && is_next_verb(doc, out->end, c) && out->end > cue->end)
            out->end = t->right[c] + 1;
        bool second = t->relation[c] == REL_CCOMP && child_by(doc, c, REL_CC) != NONE && t->left[c] > out->first &&
                      t->left[c] <= out->end && t->right[c] >= out->end && !quotation_of(doc, t->left[c]) && !word_in(doc, INDEX_CUE, c);
        if (goes_on || second)
            out->end = t->right[c] + 1;
    }
}

/* Who is told, beside what or amid it: "told reporters that ...", "The bridge, he told reporters, is closed", "appealed to donors for aid".
 */
static uint32_t addressee_beside(const document *doc, const cue_verb *cue, const found_statement *said)
{
    const frame *f = cue->frame;
    uint32_t told = filler_of(f, SLOT_INDIRECT) != NONE ? filler_of(f, SLOT_INDIRECT) : filler_of(f, SLOT_OBJECT);
    told = told == NONE ? noun_brought(doc, cue) : told;
    bool amid = told != NONE && said->first < said->cue && said->cue < said->end && doc->tokens.left[told] == said->cue_end;
    return told != NONE && (told < said->first || told >= said->end || amid) ? told : NONE;
}

/* The ways to find what is said, the most particular first. */
static content_rule *const content_rules[] = {by_judgement,  by_second_subject, by_clause, by_quoting,   by_quotation, by_parataxis,
                                              by_infinitive, by_preposition,    by_object, by_insertion, by_order};
enum { CONTENT_RULES = sizeof content_rules / sizeof *content_rules };

/* The content as the first rule from `from` on finds it that finds any; returns the rule after it, or 0. */
static int content_by_rule(const document *doc, const cue_verb *cue, int from, found_statement *out)
{
    for (int i = from; i < CONTENT_RULES; i++) {
        found_statement one = *out;
        if (!content_rules[i](doc, cue, &one))
            continue;
        *out = one;
        return i + 1;
    }
    return 0;
}

/* Of the rules after the one that decided, the first that would have had something else said. */
static void name_runner_up(const document *doc, const cue_verb *cue, int from, const found_statement *before, found_statement *out)
{
    while (from && from < CONTENT_RULES) {
        found_statement other = *before;
        from = content_by_rule(doc, cue, from, &other);
        if (!from)
            return;
        if (!other.direct)
            trim_content(doc, &other.first, &other.end);
        if (other.first >= other.end || (other.first == out->first && other.end == out->end))
            continue;
        out->instead = other.rule;
        out->instead_first = other.first;
        out->instead_end = other.end;
        return;
    }
}

/* "the agreement | on X", "X | and": a word that leads to what does not belong to the content. */
static bool ends_loosely(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return t->tag[token] == POS_CCONJ || (t->tag[token] == POS_ADP && t->relation[token] == REL_CASE);
}

bool find_content(const document *doc, const cue_verb *known, found_statement *out)
{
    frame f = frame_of(doc, known->verb);
    cue_verb with_frame = *known;
    const cue_verb *cue = &with_frame;
    const found_statement before = *out;
    with_frame.frame = &f;
    int after = content_by_rule(doc, cue, 0, out);
    if (!after)
        return false;
    out->attitude = out->attitude || (cue->takes & TAKES_GIVEN);
    if (out->addressee == NONE && (cue->takes & TAKES_ADDRESSEE))
        out->addressee = addressee_beside(doc, cue, out);
    if (strcmp(out->rule, "statement:verb-clause") == 0)
        take_coordinated(doc, cue, out);
    if (strcmp(out->rule, "statement:verb-about") == 0 || strcmp(out->rule, "statement:verb-object") == 0)
        take_rest(doc, cue, out);
    if (strcmp(out->rule, "statement:verb-object") == 0 && (out->force == FORCE_INFORM || out->force == FORCE_SAY))
        stop_at_occasion(doc, cue, out);
    stop_at_series(doc, cue, out);
    if (strcmp(out->rule, "statement:verb-clause") == 0)
        stop_at_quotation(doc, out);
    if (!out->direct) {
        stop_at_colon(doc, cue, out);
        stop_at_next_cue(doc, cue, out);
        trim_content(doc, &out->first, &out->end);
        while (out->end > out->first + 1 && ends_loosely(doc, out->end - 1))
            out->end--;
        if (out->first >= out->end)
            return false;
        widen_to_quotation(doc, cue->verb, out);
    }
    name_runner_up(doc, cue, after, &before, out);
    return out->first < out->end;
}

bool is_name_alone(const document *doc, const found_statement *s)
{
    const mention *name = mention_at(doc, s->first);
    return name && name->type == DATELINE_PERSON && name->first <= s->first && name->end >= s->end;
}
