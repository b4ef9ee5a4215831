/* What is said by a phrase that a verb takes: "called it a crime", "spoke about the attack", "condemned the plan". */
#include "statements/content_rules.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

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

/* "described the attack as | a crime", "described the trial as grossly | unfair": the head of what "as" brings, which may hang under the
 * object, or as a clause; NONE. */
static uint32_t what_as_brings(const document *doc, const cue_verb *cue, uint32_t object)
{
    uint32_t as = filler_of(cue->frame, SLOT_AS);
    for (uint32_t c = object == NONE ? NONE : first_child(doc, object); c != NONE && as == NONE; c = next_child(doc, c))
        if (token_is(doc, preposition_of(doc, c), "as"))
            as = c;
    for (uint32_t c = object == NONE ? NONE : first_child(doc, cue->verb); c != NONE && as == NONE; c = next_child(doc, c))
        if (c > object && doc->tokens.relation[c] == REL_ADVCL && child_word(doc, c, REL_MARK, "as") != NONE &&
            child_by(doc, c, REL_NSUBJ) == NONE && child_by(doc, c, REL_NSUBJ_PASS) == NONE)
            as = c;
    return as;
}

/* Whether a verb of saying judges what it is about: praises, condemns. */
static bool is_judging(force f)
{
    return f == FORCE_PRAISE || f == FORCE_CONDEMN || f == FORCE_CRITICIZE || f == FORCE_THANK;
}

/* "a ban on rallies, | which the union condemned", "a move | that Peru called unwise": the noun that a verb of saying is about in its
 * relative clause; NONE. */
static uint32_t told_in_relative(const document *doc, const cue_verb *cue)
{
    uint32_t object = filler_of(cue->frame, SLOT_OBJECT), verb = cue->verb;
    bool relative = doc->tokens.relation[verb] == REL_ACL_RELCL && object != NONE && doc->tokens.head[verb] == object && object < verb;
    return relative && !cue->frame->passive ? object : NONE;
}

/* Whether a verb in a relative clause tells what was said of its noun alone: "which the union condemned". Without a comma the verb must
 * judge, deny or reject: "the bed that she ordered" tells of no words. */
static bool is_all_told(const document *doc, uint32_t verb, uint32_t noun, force f)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        if (c > verb && (t->relation[c] == REL_OBJ || t->relation[c] == REL_CCOMP || t->relation[c] == REL_XCOMP))
            return false;
    bool set_off = t->left[verb] > noun && (token_is(doc, t->left[verb], ",") || token_is(doc, t->left[verb] - 1, ","));
    return set_off || is_judging(f) || f == FORCE_DENY || f == FORCE_REJECT;
}

/* Where the phrase of a noun begins, without its preposition. */
static uint32_t phrase_first(const document *doc, uint32_t noun)
{
    uint32_t preposition = preposition_of(doc, noun);
    return preposition == NONE ? doc->tokens.left[noun] : preposition + 1;
}

/* What a relative clause is about, as the words before it. */
static void take_antecedent(const document *doc, uint32_t noun, uint32_t verb, found_statement *out)
{
    static const char *const pronouns[] = {"which", "that", "who", "whom"};
    out->first = phrase_first(doc, noun);
    out->end = doc->tokens.left[verb];
    while (out->end > noun + 1 && TOKEN_AMONG(doc, out->end - 1, pronouns))
        out->end--;
    out->rule = "statement:verb-relative";
}

/* "called this incident a crime", "described it as illegal" */
bool by_judgement(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t object = filler_of(cue->frame, SLOT_OBJECT), predicate = filler_of(cue->frame, SLOT_PREDICATE);
    bool takes_predicate = (cue->takes & TAKES_PREDICATE) && !cue->frame->passive,
         takes_as = (cue->takes & TAKES_AS) && !cue->frame->passive;
    uint32_t as = takes_as ? what_as_brings(doc, cue, object) : filler_of(cue->frame, SLOT_AS);
    uint32_t said = takes_as && as != NONE ? as : takes_predicate ? predicate : NONE;
    if (takes_predicate && said == NONE && object != NONE) {
        /* "called it a crime" may be parsed as one object with another */
        for (uint32_t c = first_child(doc, cue->verb); c != NONE; c = next_child(doc, c))
            if (c > cue->verb && c != object && (t->relation[c] == REL_OBJ || t->relation[c] == REL_OBL) &&
                preposition_of(doc, c) == NONE && t->time[c] == NONE)
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
    out->first += from == said && token_is(doc, out->first, "as"); /* "the sentence, which they denounced as | unjust" */
    out->end = t->right[said] + 1;
    take_judgement(doc, t->left[said], out->end, out);
    out->rule = takes_as && as != NONE ? "statement:verb-as" : "statement:verb-predicate";
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

bool is_manner(const document *doc, uint32_t preposition, uint32_t noun)
{
    static const char *const manners[] = {"condition", "behalf", "phone", "telephone", "camera", "record", "way"};
    static const char *const media[] = {"twitter", "facebook", "instagram", "telegram", "tiktok", "youtube",
                                        "weibo",   "whatsapp", "media",     "blog",     "website"};
    const mention *outlet = mention_at(doc, noun);
    bool where = token_is(doc, preposition, "on") || token_is(doc, preposition, "in");
    bool medium = (TOKEN_AMONG(doc, noun, media) && child_by(doc, noun, REL_NMOD) == NONE) ||
                  (outlet && phrase_rows(doc, INDEX_OUTLET, outlet->first, outlet->end).count);
    return doc->tokens.time[noun] != NONE || TOKEN_AMONG(doc, noun, manners) || (where && medium);
}

/* What hangs on a word of the cue by one of its prepositions, "spoke about | the attack", "accused Iran of | arming them"; *leads: the
 * preposition. NONE. */
static uint32_t told_under(const document *doc, const cue_verb *cue, uint32_t head, uint32_t *leads)
{
    const token_table *t = &doc->tokens;
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        *leads = preposition_of(doc, c);
        if (*leads != NONE && *leads >= cue->end - (*leads + 1 == cue->end) && t->relation[c] != REL_NSUBJ &&
            list_has_word(cue->prepositions, t->lemma[*leads]) && !is_manner(doc, *leads, c))
            return c;
        *leads = t->relation[c] == REL_ADVCL || t->relation[c] == REL_XCOMP ? child_by(doc, c, REL_MARK) : NONE;
        if (*leads != NONE && list_has_word(cue->prepositions, t->lemma[*leads]))
            return c;
    }
    return NONE;
}

/* By what a cue is about, or whom it accuses of what: "spoke about the attack", "pleaded guilty to fraud". */
bool by_preposition(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    if (!(cue->takes & TAKES_ABOUT))
        return false;
    uint32_t object = cue->frame->passive ? NONE : filler_of(cue->frame, SLOT_OBJECT);
    uint32_t leads, told = told_under(doc, cue, cue->verb, &leads), last = cue->end - 1;
    if (told == NONE && last > cue->verb && t->head[last] == cue->verb && t->tag[last] == POS_ADJ)
        told = told_under(doc, cue, last, &leads);
    if (told != NONE) {
        bool addressed = (cue->takes & TAKES_ADDRESSEE) && object != NONE && object < told && object > cue->verb;
        out->first = addressed && !(cue->takes & TAKES_INFINITIVE) ? t->left[object] : leads + 1;
        out->end = t->right[told] + 1;
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

bool is_light_for(const document *doc, uint32_t verb, uint32_t noun)
{
    rows found = phrase_rows(doc, INDEX_CUE_NOUN, noun, noun + 1);
    return found.count &&
           list_has_word(lexicon_text(doc->lexicon, TABLE_CUE_NOUNS, found.items[0], CUE_NOUN_VERBS), doc->tokens.lemma[verb]);
}

bool by_object(const document *doc, const cue_verb *cue, found_statement *out)
{
    bool by_agent = cue->frame->passive && out->subject != NONE && out->subject > cue->verb; /* "the plan was condemned by the bishop" */
    uint32_t object = cue->frame->passive && !by_agent ? NONE : filler_of(cue->frame, SLOT_OBJECT);
    for (uint32_t c = first_child(doc, cue->verb); object == NONE && cue->end > cue->verb + 1 && c != NONE; c = next_child(doc, c))
        if (preposition_of(doc, c) == cue->end - 1) /* "called for talks": the preposition belongs to the cue */
            object = c;
    bool within = object != NONE && object > cue->verb && object < cue->end;
    uint32_t brought = within ? noun_brought(doc, cue) : NONE; /* "took issue with | the figures" */
    object = brought == NONE ? object : brought;
    uint32_t means = object == NONE ? NONE : doc->entity_of[object];
    bool person = means != NONE && doc->entities.items[means].type == DATELINE_PERSON;
    bool group = means != NONE && doc->entities.items[means].type == DATELINE_GROUP;
    bool pronoun = object != NONE && doc->tokens.tag[object] == POS_PRON;
    if (object != NONE && is_light_for(doc, cue->verb, object))
        return false;
    dateline_entity_type type;
    if (object != NONE && lemma_is(doc, cue->verb, "question") &&
        (person || group || (type_of_noun(doc, object, &type) && type == DATELINE_PERSON)))
        return false; /* "arrested and questioned the student" */
    bool judges = is_judging(out->force);
    bool ahead = by_agent || (object != NONE && told_in_relative(doc, cue) == object && is_all_told(doc, cue->verb, object, out->force));
    if (!(cue->takes & TAKES_OBJECT) || object == NONE || (object < cue->verb) != ahead || ((person || pronoun) && !judges))
        return false;
    if (doc->tokens.relation[cue->verb] == REL_ACL_RELCL && doc->tokens.head[cue->verb] == object) {
        take_antecedent(doc, object, cue->verb, out); /* "the facility, which was proposed by her" */
        out->attitude = out->attitude || judges;
        return out->first < out->end;
    }
    take_subtree(doc, cue, out->subject, object, out);
    out->rule = "statement:verb-object";
    return out->first < out->end;
}
