#include "statements/content.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

bool list_has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; (at = strstr(at, word)); at += length)
        if ((at == list || at[-1] == ',') && (at[length] == 0 || at[length] == ','))
            return true;
    return false;
}

/* The first judging word or phrase of tokens [first, end): where it begins, and its row; false: there is none. */
static bool find_judgement(const document *doc, uint32_t first, uint32_t end, uint32_t *token, uint32_t *row)
{
    for (*token = first; *token < end; ++*token) {
        phrase found = phrase_at(doc, INDEX_JUDGEMENT, *token);
        if (found.rows.count && found.end <= end) {
            *row = found.rows.items[0];
            return true;
        }
    }
    return false;
}

/* "called it a crime": the words that judge give the force. */
static void take_judgement(const document *doc, uint32_t first, uint32_t end, found_statement *out)
{
    uint32_t token, row;
    if (!find_judgement(doc, first, end, &token, &row))
        return;
    out->force = (force)lexicon_number(doc->lexicon, TABLE_JUDGEMENTS, row, JUDGEMENT_FORCE);
    out->force_by = token;
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
    while (*first < *end && (is_punctuation(doc, *first) || token_is(doc, *first, "that") || (t->tag[*first] == POS_CCONJ && *end - *first > 1))) {
        bool demonstrative = token_is(doc, *first, "that") && t->relation[*first] != REL_MARK && t->tag[*first] != POS_SCONJ;
        if (demonstrative || token_is(doc, *first, "$"))
            break;
        ++*first;
    }
    while (*end > *first && is_punctuation(doc, *end - 1) && !token_is(doc, *end - 1, ")") && !closes_within(doc, *first, *end - 1))
        --*end;
}

/* "The recipients, she added on Monday, have until March": whether a cue, with its subject and what is beside it, stands between commas amid
 * a clause, outside quotation marks. */
static bool is_amid(const document *doc, const cue_verb *cue, uint32_t subject, uint32_t clause)
{
    enum { NEAR = 8 };
    const token_table *t = &doc->tokens;
    uint32_t begin = subject != NONE && t->left[subject] < cue->verb ? t->left[subject] : cue->verb;
    uint32_t end = subject != NONE && t->right[subject] >= cue->end ? t->right[subject] + 1 : cue->end;
    uint32_t comma = begin > 0 && !token_is(doc, begin, ",") ? begin - 1 : begin; /* it may hang on the subject */
    bool quoted = comma > 1 && (quotation_of(doc, comma - 1) || quotation_of(doc, comma - 2));
    if (comma <= t->left[clause] || !token_is(doc, comma, ",") || quoted || t->right[clause] < end)
        return false;
    end -= token_is(doc, end - 1, ",");
    for (uint32_t i = end; i <= end + NEAR && i < t->right[clause]; i++) {
        if (token_is(doc, i, ","))
            return !quotation_of(doc, i + 1) && !quotation_of(doc, i + 2);
        if (is_finite(doc, i))
            break;
    }
    return false;
}

/* A subtree, but not across the cue and its subject, unless they stand amid it. */
static void take_subtree(const document *doc, const cue_verb *cue, uint32_t subject, uint32_t head, found_statement *out)
{
    const token_table *t = &doc->tokens;
    out->first = t->left[head];
    out->end = t->right[head] + 1;
    if (is_amid(doc, cue, subject, head))
        return;
    if (head > cue->verb && out->first < cue->end)
        out->first = cue->end;
    uint32_t that = head > cue->verb ? child_word(doc, head, REL_MARK, "that") : NONE;
    if (that != NONE && that > out->first) /* "said, hours before the end of the summit, that all had agreed" */
        out->first = that;
    bool holds_subject = subject != NONE && subject > cue->verb && subject >= out->first && t->right[subject] + 1 < out->end;
    if (holds_subject && head != subject) /* "said Karin Lund, 'is full'" */
        out->first = t->right[subject] + 1;
    if (head < cue->verb) {
        uint32_t stop = subject != NONE && subject < cue->verb && t->left[subject] > head ? t->left[subject] : cue->verb;
        if (out->end > stop)
            out->end = stop;
    }
}

bool has_tense_of(const document *doc, uint32_t verb, uint32_t cue, uint32_t beside)
{
    const char *const *tag = doc->tokens.english_tag;
    bool finite = is_finite(doc, verb) && is_finite(doc, cue) && is_finite(doc, beside);
    return finite && strcmp(tag[verb], tag[cue]) == 0 && strcmp(tag[verb], tag[beside]) != 0;
}

/* Another coordinated cue clause that the parser hung into the content does not belong to it: "said that ..., and
 * added that ...". */
static void stop_at_next_cue(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = out->first; i < out->end; i++) {
        uint32_t head = t->head[i];
        bool other = i > cue->verb && i > out->first + 2 && t->tag[i] == POS_VERB && t->relation[i] == REL_CONJ && head != cue->verb && word_in(doc, INDEX_CUE, i) &&
                     child_by(doc, i, REL_NSUBJ) == NONE && is_verb(doc, head);
        if (!other)
            continue;
        bool alike = strcmp(t->english_tag[i], t->english_tag[cue->verb]) == 0;
        bool finite = is_finite(doc, i) && is_finite(doc, cue->verb);
        bool beside_participle = finite && !is_finite(doc, head) && child_by(doc, head, REL_AUX) == NONE; /* "accused them of stealing and demanded" */
        if (beside_participle || has_tense_of(doc, i, cue->verb, head) || (alike && child_by(doc, i, REL_CCOMP) != NONE)) {
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

/* "asked whether the bank was safe", "asked who would pay" */
static bool is_question(const document *doc, uint32_t clause)
{
    static const char *const askers[] = {"whether", "if", "who", "what", "when", "where", "why", "how", "which", "whose", "whom"};
    return TOKEN_AMONG(doc, doc->tokens.left[clause], askers);
}

/* "said in a statement that the dam was full": the clause hangs under the noun; NONE if there is none. */
static uint32_t clause_of_occasion(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool told_at = t->relation[c] == REL_OBJ && word_in(doc, INDEX_GATHERING, c); /* "told a briefing in Moscow that" */
        if (c < verb || (t->relation[c] != REL_OBL && !told_at))
            continue;
        for (uint32_t k = c + 1; k <= t->right[c]; k++) { /* "said at the funeral of a victim of the attack that ...": wherever it hangs */
            bool clause = t->relation[k] == REL_ACL || t->relation[k] == REL_CCOMP || ((t->head[k] == c || told_at) && t->relation[k] == REL_ACL_RELCL);
            if (clause && child_word(doc, k, REL_MARK, "that") != NONE && child_by(doc, k, REL_NSUBJ) != NONE)
                return k;
        }
    }
    return NONE;
}

/* "Gunmen killed three guards, officials said, the worst attack in years": where the tree has made the noun of the clause a second subject
 * of the verb of saying, what stands before its own is what was said. */
static bool by_second_subject(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t subject = out->subject, first = child_by(doc, cue->verb, REL_NSUBJ);
    bool says = (cue->takes & TAKES_CLAUSE) && (cue->takes & TAKES_QUOTE);
    if (!says || subject == NONE || first == NONE || first >= subject || subject > cue->verb || t->head[subject] != cue->verb)
        return false;
    uint32_t comma = t->left[subject] > 0 ? t->left[subject] - 1 : 0;
    bool clause = false;
    for (uint32_t i = t->left[first]; i < comma && !clause; i++)
        clause = is_verb(doc, i);
    if (!clause || !token_is(doc, comma, ","))
        return false;
    out->first = t->left[first];
    out->end = comma;
    out->rule = "statement:verb-after-clause";
    return true;
}

/* The clause that completes a verb: of several the one beside it, which the tree has lost a part of. */
static uint32_t clause_beside(const document *doc, uint32_t verb)
{
    uint32_t found = NONE;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_CCOMP && (found == NONE || c < verb))
            found = c;
    return found;
}

static bool by_clause(const document *doc, const cue_verb *cue, found_statement *out)
{
    uint32_t clause = clause_beside(doc, cue->verb);
    bool it = out->subject == NONE || token_is(doc, out->subject, "it");
    for (uint32_t c = first_child(doc, cue->verb); it && clause == NONE && c != NONE; c = next_child(doc, c)) /* "it was announced that ..." */
        if (c > cue->verb && is_passive(doc, cue->verb) && child_word(doc, c, REL_MARK, "that") != NONE)
            clause = c;
    if (clause == NONE)
        clause = clause_of_occasion(doc, cue->verb);
    if (clause == NONE || !(cue->takes & (TAKES_CLAUSE | TAKES_QUOTE)))
        return false;
    take_subtree(doc, cue, out->subject, clause, out);
    if (out->force == FORCE_REQUEST && is_question(doc, clause))
        out->force = FORCE_QUESTION;
    out->rule = "statement:verb-clause";
    return true;
}

/* The quotation that begins right after a noun's phrase, or inside it; NULL if there is none. */
static const quotation *quotation_after(const document *doc, uint32_t noun)
{
    enum { NEAR = 3 };
    uint32_t end = sentence_of(doc, noun).end, stop = doc->tokens.right[noun] + 1 + NEAR;
    for (uint32_t i = noun + 1; i < end && i < stop; i++)
        if (quotation_of(doc, i))
            return quotation_of(doc, i);
    return NULL;
}

/* "called this incident a crime", "described it as illegal" */
static bool by_judgement(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t object = filler_of(cue->frame, SLOT_OBJECT), predicate = filler_of(cue->frame, SLOT_PREDICATE), as = filler_of(cue->frame, SLOT_AS);
    bool takes_predicate = (cue->takes & TAKES_PREDICATE) && !cue->frame->passive, takes_as = (cue->takes & TAKES_AS) && !cue->frame->passive;
    if (takes_as && as == NONE && object != NONE) /* "as" may hang under the object */
        for (uint32_t c = first_child(doc, object); c != NONE && as == NONE; c = next_child(doc, c)) {
            uint32_t preposition = preposition_of(doc, c);
            if (preposition != NONE && token_is(doc, preposition, "as"))
                as = c;
        }
    uint32_t said = takes_as && as != NONE ? as : takes_predicate ? predicate : NONE;
    if (takes_predicate && said == NONE && object != NONE) {
        /* "called it a crime" may be parsed as one object with another */
        for (uint32_t c = first_child(doc, cue->verb); c != NONE; c = next_child(doc, c))
            if (c > cue->verb && c != object && (t->relation[c] == REL_OBJ || t->relation[c] == REL_OBL) && preposition_of(doc, c) == NONE && t->time[c] == NONE)
                said = c;
    }
    uint32_t judging, row;
    if (takes_predicate && said == NONE && object != NONE && find_judgement(doc, object, t->right[object] + 1, &judging, &row))
        said = object;
    const quotation *quoted = takes_predicate && said == NONE && object != NONE && object > cue->verb ? quotation_after(doc, object) : NULL;
    if (quoted) { /* 'called the statement "offensive and outlandish"', wherever the tree has put it */
        out->first = t->left[object] < cue->end ? cue->end : t->left[object];
        out->end = quoted->end;
        take_judgement(doc, quoted->first, quoted->end, out);
        out->rule = "statement:verb-predicate";
        return true;
    }
    if (said == NONE || said < cue->verb)
        return false;
    uint32_t from = object != NONE && object > cue->verb ? object : said;
    out->first = t->left[from] < cue->end ? cue->end : t->left[from];
    out->end = t->right[said] + 1;
    take_judgement(doc, t->left[said], out->end, out);
    out->rule = takes_as && as != NONE ? "statement:verb-as" : "statement:verb-predicate";
    return true;
}

/* "urged Israel to stop", "promised to help" */
/* The noun that the preposition of a cue brings, "called for | the army to leave"; NONE. */
static uint32_t noun_brought(const document *doc, const cue_verb *cue)
{
    uint32_t preposition = cue->end - 1, noun = preposition > cue->verb ? doc->tokens.head[preposition] : NONE;
    return noun != NONE && noun > preposition && is_nominal(doc, noun) ? noun : NONE;
}

/* A verb after "to" that hangs on `head` and stands after `from`; NONE. */
static uint32_t infinitive_under(const document *doc, uint32_t head, uint32_t from)
{
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if (c > from && is_verb(doc, c) && token_is(doc, c - 1, "to"))
            return c;
    return NONE;
}

/* "called on its members to march", "called for the army to leave": the infinitive after the cue, whatever the tree takes it for; NONE. */
static uint32_t infinitive_of(const document *doc, const cue_verb *cue)
{
    uint32_t clause = filler_of(cue->frame, SLOT_CLAUSE), preposition = cue->end - 1, noun = noun_brought(doc, cue);
    uint32_t marked = preposition > cue->verb ? doc->tokens.head[preposition] : NONE;
    if (clause == NONE && marked != NONE && marked > cue->end && is_verb(doc, marked))
        return marked;
    bool called = preposition > cue->verb && ((cue->takes & TAKES_ADDRESSEE) || noun != NONE);
    if (clause == NONE && called)
        clause = infinitive_under(doc, cue->verb, cue->end);
    if (clause == NONE && noun != NONE)
        clause = infinitive_under(doc, noun, cue->end);
    bool complement = clause != NONE && (called || doc->tokens.relation[clause] == REL_XCOMP);
    return complement && clause > cue->verb ? clause : NONE;
}

static bool by_infinitive(const document *doc, const cue_verb *cue, found_statement *out)
{
    uint32_t clause = infinitive_of(doc, cue), noun = noun_brought(doc, cue);
    if (!(cue->takes & TAKES_INFINITIVE) || clause == NONE)
        return false;
    if (word_in(doc, INDEX_CUE, clause) && out->force == FORCE_REJECT) /* "declined to comment": nothing was said */
        return false;
    take_subtree(doc, cue, out->subject, clause, out);
    if (noun != NONE && clause > noun && !(cue->takes & TAKES_ADDRESSEE)) /* who is to do it is part of what is called for */
        out->first = cue->end;
    if (cue->takes & TAKES_ADDRESSEE)
        out->addressee = filler_of(cue->frame, SLOT_OBJECT);
    out->rule = "statement:verb-infinitive";
    return true;
}

/* A clause under the object that the cue's preposition begins, "accused the bank of hiding its losses"; NONE if there is none. */
static uint32_t clause_under(const document *doc, const cue_verb *cue, uint32_t object)
{
    for (uint32_t c = object == NONE ? NONE : first_child(doc, object); c != NONE; c = next_child(doc, c)) {
        uint32_t marker = child_by(doc, c, REL_MARK);
        if (doc->tokens.relation[c] == REL_ACL && marker != NONE && list_has_word(cue->prepositions, doc->tokens.lemma[marker]))
            return c;
    }
    return NONE;
}

/* "spoke about the attack", "accused Iran of arming them" */
static bool by_preposition(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    if (!(cue->takes & TAKES_ABOUT))
        return false;
    uint32_t object = cue->frame->passive ? NONE : filler_of(cue->frame, SLOT_OBJECT);
    for (uint32_t c = first_child(doc, cue->verb); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool fits = preposition != NONE && preposition >= cue->end - (preposition + 1 == cue->end) && t->relation[c] != REL_NSUBJ &&
                    list_has_word(cue->prepositions, t->lemma[preposition]) && t->time[c] == NONE;
        uint32_t marker = child_by(doc, c, REL_MARK);
        bool clause = !fits && (t->relation[c] == REL_ADVCL || t->relation[c] == REL_XCOMP) && marker != NONE && list_has_word(cue->prepositions, t->lemma[marker]);
        if (!fits && !clause)
            continue;
        bool addressed = (cue->takes & TAKES_ADDRESSEE) && object != NONE && object < c && object > cue->verb;
        out->first = addressed && !(cue->takes & TAKES_INFINITIVE) ? t->left[object] : (clause ? marker : preposition) + 1;
        out->end = t->right[c] + 1;
        if (addressed)
            out->addressee = object;
        out->rule = "statement:verb-about";
        return out->first < out->end;
    }
    uint32_t clause = cue->takes & TAKES_ADDRESSEE ? clause_under(doc, cue, object) : NONE;
    if (clause == NONE || object < cue->verb)
        return false;
    out->first = t->left[object];
    out->end = t->right[clause] + 1;
    out->addressee = object;
    out->rule = "statement:verb-about";
    return true;
}

/* "expressed the hope that": the noun is the cue; in "denied the report" it is what is denied. */
static bool is_light_for(const document *doc, const cue_verb *cue, uint32_t noun)
{
    rows found = phrase_rows(doc, INDEX_CUE_NOUN, noun, noun + 1);
    return found.count && list_has_word(lexicon_text(doc->lexicon, TABLE_CUE_NOUNS, found.items[0], CUE_NOUN_VERBS), doc->tokens.lemma[cue->verb]);
}

static bool by_object(const document *doc, const cue_verb *cue, found_statement *out)
{
    bool by_agent = cue->frame->passive && out->subject != NONE && out->subject > cue->verb; /* "the plan was condemned by the bishop" */
    uint32_t object = cue->frame->passive && !by_agent ? NONE : filler_of(cue->frame, SLOT_OBJECT);
    for (uint32_t c = first_child(doc, cue->verb); object == NONE && cue->end > cue->verb + 1 && c != NONE; c = next_child(doc, c))
        if (preposition_of(doc, c) == cue->end - 1) /* "called for talks": the preposition belongs to the cue */
            object = c;
    bool person = object != NONE && doc->entity_of[object] != NONE && doc->entities.items[doc->entity_of[object]].type == DATELINE_PERSON;
    bool pronoun = object != NONE && doc->tokens.tag[object] == POS_PRON;
    if (object != NONE && is_light_for(doc, cue, object))
        return false;
    dateline_entity_type type;
    if (object != NONE && lemma_is(doc, cue->verb, "question") && (person || (type_of_noun(doc, object, &type) && type == DATELINE_PERSON)))
        return false; /* "arrested and questioned the student" */
    bool evaluates = out->force == FORCE_PRAISE || out->force == FORCE_CONDEMN || out->force == FORCE_CRITICIZE || out->force == FORCE_THANK;
    if (!(cue->takes & TAKES_OBJECT) || object == NONE || (object < cue->verb) != by_agent || ((person || pronoun) && !evaluates))
        return false;
    take_subtree(doc, cue, out->subject, object, out);
    out->rule = "statement:verb-object";
    return true;
}

/* "as the minister said, the dam is full" */
static bool is_aside(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool as = (child_word(doc, verb, REL_MARK, "as") != NONE || child_word(doc, verb, REL_ADVMOD, "as") != NONE) && !is_passive(doc, verb); /* not "as agreed" */
    return t->relation[verb] == REL_PARATAXIS || (t->relation[verb] == REL_ADVCL && as && child_by(doc, verb, REL_CCOMP) == NONE);
}

/* "The dam is full, officials said": the cue stands beside what is said. */
static bool by_parataxis(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[cue->verb];
    uint32_t object = child_by(doc, cue->verb, REL_OBJ), told = child_by(doc, cue->verb, REL_IOBJ);
    if (told == NONE && object != NONE && object > cue->verb && (cue->takes & TAKES_ADDRESSEE))
        told = object;
    if (!(cue->takes & (TAKES_CLAUSE | TAKES_QUOTE)) || !is_aside(doc, cue->verb) || head == NONE || (object != NONE && told == NONE && cue->end == cue->verb + 1))
        return false;
    uint32_t left = cue->verb;
    if (out->subject != NONE && t->sentence[out->subject] == t->sentence[cue->verb] && t->left[out->subject] < left)
        left = t->left[out->subject];
    if (is_amid(doc, cue, out->subject, head)) {
        out->first = t->left[head];
        out->end = t->right[head] + 1;
    } else if (head < left) {
        out->first = t->left[head];
        out->end = left;
    } else {
        out->first = cue->end;
        out->end = t->right[head] + 1;
        if (out->subject != NONE && out->subject > cue->verb && t->right[out->subject] + 1 > out->first)
            out->first = t->right[out->subject] + 1;
        if (told != NONE) /* "As Heald told The Post, the ozone has dropped" */
            out->first = t->right[told] + 1;
    }
    out->rule = "statement:verb-beside";
    return out->first < out->end;
}

/* Whether nothing but marks and small words, and no new paragraph, stands between a cue and a quotation. */
static bool is_beside(const document *doc, uint32_t from, uint32_t to)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = from; i <= to; i++)
        if (t->break_before[i] == BREAK_PARAGRAPH || (i + 1 < to && (t->tag[i] == POS_VERB || t->tag[i] == POS_SCONJ)))
            return false;
    return true;
}

/* A quotation beside the cue: '..., he said' or 'he said: ...'. */
static bool by_quotation(const document *doc, const cue_verb *cue, found_statement *out)
{
    enum { WIDEST_GAP = 4 };
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, cue->verb);
    if (!(cue->takes & TAKES_QUOTE))
        return false;
    uint32_t left = cue->verb, right = cue->end;
    uint32_t of = out->subject == NONE ? NONE : t->head[out->subject];
    bool shared = of != NONE && of != cue->verb && of < cue->verb && word_in(doc, INDEX_CUE, of); /* '"...," Burns said, adding that ...' */
    if (out->subject != NONE && !shared && t->sentence[out->subject] == t->sentence[cue->verb]) {
        left = t->left[out->subject] < left ? t->left[out->subject] : left;
        right = out->subject > cue->verb && t->right[out->subject] + 1 > right ? t->right[out->subject] + 1 : right;
    }
    const quotation *best = NULL;
    uint32_t best_gap = WIDEST_GAP + 1;
    for (uint32_t i = 0; i < doc->quotations.count; i++) {
        const quotation *q = &doc->quotations.items[i];
        if (q->first > s.end + 2)
            break;
        bool before = q->end <= left && q->end + WIDEST_GAP >= left && q->end + 1 >= s.first;
        bool after = q->first >= right && q->first <= right + WIDEST_GAP + 1 && q->first <= s.end;
        uint32_t from = before ? q->end : right, to = before ? left : q->first;
        if ((before || after) && to - from < best_gap && q->end - q->first >= 2 && is_beside(doc, from, to)) {
            best_gap = to - from;
            best = q;
        }
    }
    if (!best)
        return false;
    out->first = best->first;
    out->end = best->end;
    out->content = best->inside;
    out->direct = true;
    out->rule = "statement:quote-beside-verb";
    return true;
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
    static const char *const occasions[] = {"statement", "speech", "interview", "letter", "tweet", "message", "address", "report", "post", "broadcast", "article"};
    if (LEMMA_AMONG(doc, head, occasions))
        return true;
    for (uint32_t i = doc->tokens.left[head]; i <= doc->tokens.right[head]; i++)
        if (doc->tokens.time[i] != NONE)
            return true;
    return word_in(doc, INDEX_GATHERING, head) || word_in(doc, INDEX_JUDGEMENT, head);
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

bool holds_finite(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_finite(doc, i))
            return true;
    return false;
}

/* "People of substance, he said", "All of which, he said, would help": where the tree has lost what was said, the part of the sentence before
 * the commas around a verb of saying and its subject; all of it if only after them there is a finite verb. */
static bool by_insertion(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, cue->verb);
    bool says = (cue->takes & TAKES_CLAUSE) && (cue->takes & TAKES_QUOTE) && is_finite(doc, cue->verb);
    uint32_t subject = out->subject;
    if (!says || subject == NONE || subject < s.first || subject >= cue->verb || t->left[subject] <= s.first + 1 || quotation_of(doc, cue->verb))
        return false;
    uint32_t comma = t->left[subject] - !token_is(doc, t->left[subject], ",");
    bool own = t->head[subject] == cue->verb && t->right[subject] + 1 == cue->verb && (t->tag[cue->end] == POS_PUNCT || cue->end >= s.end);
    bool apposed = t->relation[subject] == REL_APPOS && holds_finite(doc, s.first, comma) && !holds_finite(doc, cue->end, s.end);
    if ((!own && !apposed) || !token_is(doc, comma, ","))
        return false;
    bool after = token_is(doc, cue->end, ",") && !holds_finite(doc, s.first, comma) && holds_finite(doc, cue->end, s.end);
    out->first = s.first;
    out->end = after ? s.end : comma;
    out->rule = "statement:verb-inserted";
    return true;
}

/* "She said the dam that feeds the town is full": where the tree has lost the clause, what follows a verb of saying up
 * to the end of its sentence, if a finite verb is in it. */
static bool by_order(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, cue->verb);
    bool says = (cue->takes & TAKES_CLAUSE) && (cue->takes & TAKES_QUOTE) && is_finite(doc, cue->verb);
    if (!says || out->subject == NONE || out->subject > cue->verb || cue->end + 2 >= s.end || t->tag[cue->end] == POS_PUNCT || quotation_of(doc, cue->verb))
        return false;
    if (!holds_finite(doc, cue->end + 1, s.end) || t->tag[cue->end] == POS_ADP || t->tag[cue->end] == POS_CCONJ || t->tag[cue->end] == POS_PART)
        return false;
    out->first = cue->end;
    out->end = s.end;
    out->rule = "statement:verb-before-clause";
    return true;
}

/* "He said the dam was full and he would pay": a clause whose subject is a pronoun, and that the parser has coordinated
 * with the verb of saying, goes on with what is said. */
static void take_coordinated(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, cue->verb); c != NONE; c = next_child(doc, c)) {
        uint32_t subject = child_by(doc, c, REL_NSUBJ);
        bool goes_on = t->relation[c] == REL_CONJ && t->left[c] >= out->end && t->left[c] <= out->end + 1 && subject != NONE &&
                       t->tag[subject] == POS_PRON && !word_in(doc, INDEX_CUE, c);
        if (goes_on)
            out->end = t->right[c] + 1;
    }
}

/* Who is told, beside what or amid it: "told reporters that ...", "The bridge, he told reporters, is closed". */
static uint32_t addressee_beside(const document *doc, const frame *f, const found_statement *said)
{
    uint32_t told = filler_of(f, SLOT_INDIRECT) != NONE ? filler_of(f, SLOT_INDIRECT) : filler_of(f, SLOT_OBJECT);
    bool amid = told != NONE && said->first < said->cue && said->cue < said->end && doc->tokens.left[told] == said->cue_end;
    return told != NONE && (told < said->first || told >= said->end || amid) ? told : NONE;
}

/* The ways to find what is said, the most particular first. */
typedef bool content_rule(const document *doc, const cue_verb *cue, found_statement *out);
static content_rule *const content_rules[] = {by_judgement, by_second_subject, by_clause, by_quotation, by_parataxis, by_infinitive, by_preposition,
                                              by_object, by_insertion, by_order};
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
    if (out->addressee == NONE && (cue->takes & TAKES_ADDRESSEE))
        out->addressee = addressee_beside(doc, &f, out);
    if (strcmp(out->rule, "statement:verb-clause") == 0)
        take_coordinated(doc, cue, out);
    if (strcmp(out->rule, "statement:verb-about") == 0 || strcmp(out->rule, "statement:verb-object") == 0)
        take_rest(doc, cue, out);
    stop_at_series(doc, cue, out);
    if (!out->direct) {
        stop_at_colon(doc, cue, out);
        stop_at_next_cue(doc, cue, out);
        trim_content(doc, &out->first, &out->end);
        while (out->end > out->first + 1 && doc->tokens.tag[out->end - 1] == POS_ADP && doc->tokens.relation[out->end - 1] == REL_CASE)
            out->end--; /* what it brings belongs to the cue: "the agreement | on X" */
        if (out->first >= out->end)
            return false;
        widen_to_quotation(doc, cue->verb, out);
    }
    name_runner_up(doc, cue, after, &before, out);
    return out->first < out->end;
}
