#include "grammar/frame.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

static void fill(frame *f, const document *doc, slot place, uint32_t token)
{
    if (place == SLOT_NONE || token == NONE)
        return;
    f->count[place] += conjuncts(doc, token, f->filler[place] + f->count[place], MOST_FILLERS - f->count[place]);
}

/* "Three activists jailed in Minsk": a line without a mark at its end, whose verb acts on nobody, in the past by its form. */
static bool is_headline_passive(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, verb);
    bool past = strcmp(t->english_tag[verb], "VBD") == 0 || strcmp(t->english_tag[verb], "VBN") == 0;
    bool bare = past && t->head[verb] == NONE && t->tag[s.end - 1] != POS_PUNCT && child_by(doc, verb, REL_AUX) == NONE;
    uint32_t predicate = child_by(doc, verb, REL_XCOMP);
    return bare && word_in(doc, INDEX_TRANSITIVE, verb) && child_by(doc, verb, REL_OBJ) == NONE && child_by(doc, verb, REL_CCOMP) == NONE &&
           (predicate == NONE || token_is(doc, predicate, "dead"));
}

/* "was opposed to the war", "is committed to peace": a state of the subject's own mind. */
static bool is_state_of_mind(const document *doc, uint32_t verb)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = c > verb ? preposition_of(doc, c) : NONE;
        if (preposition != NONE && token_is(doc, preposition, "to"))
            return lemma_is(doc, verb, "oppose") || lemma_is(doc, verb, "commit");
    }
    return false;
}

bool is_passive(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    if (is_state_of_mind(doc, verb))
        return false;
    if (child_by(doc, verb, REL_AUX_PASS) != NONE || child_by(doc, verb, REL_NSUBJ_PASS) != NONE)
        return true;
    static const char *const charging[] = {"accuse", "suspect", "convict", "acquit"};
    bool relative = t->relation[verb] == REL_ACL_RELCL;                                 /* "Iran, which the minister accused of lying" */
    if (!relative && token_is(doc, verb + 1, "of") && LEMMA_AMONG(doc, verb, charging)) /* "were ministers and accused of disloyalty" */
        return true;
    bool opens = t->relation[verb] == REL_ADVCL && strcmp(t->english_tag[verb], "VBD") == 0 && sentence_of(doc, verb).first == verb;
    if (opens && child_by(doc, verb, REL_NSUBJ) == NONE && child_by(doc, verb, REL_OBJ) == NONE) /* "Asked about the delay, she ..." */
        return true;
    bool reduced = t->relation[verb] == REL_ACL && strcmp(t->english_tag[verb], "VBD") == 0 &&
                   word_in(doc, INDEX_TRANSITIVE, verb); /* "people killed trying to flee" */
    if (is_headline_passive(doc, verb) || (reduced && child_by(doc, verb, REL_NSUBJ) == NONE && child_by(doc, verb, REL_OBJ) == NONE))
        return true;
    static const char *const asking[] = {"ask", "tell", "order", "force", "urge", "warn", "allow", "permit", "instruct"};
    uint32_t row = t->relation[verb] == REL_CONJ ? t->head[verb] : NONE; /* "was taken to the border, and asked then to leave" */
    if (row != NONE && LEMMA_AMONG(doc, verb, asking) && child_by(doc, row, REL_AUX_PASS) != NONE &&
        child_by(doc, verb, REL_NSUBJ) == NONE && child_by(doc, verb, REL_OBJ) == NONE && child_by(doc, verb, REL_IOBJ) == NONE &&
        child_by(doc, verb, REL_XCOMP) != NONE)
        return true;
    if (strcmp(t->english_tag[verb], "VBN") != 0)
        return false;
    static const char *const seeing[] = {"see",  "watch",  "leave", "have",    "get",
                                         "find", "report", "fear",  "believe", "presume"}; /* "saw 160 killed", "were reported killed" */
    bool bare = child_by(doc, verb, REL_AUX) == NONE && child_by(doc, verb, REL_OBJ) == NONE && !lemma_is(doc, verb, "drown");
    if ((t->relation[verb] == REL_CCOMP || t->relation[verb] == REL_XCOMP) && bare && LEMMA_AMONG(doc, t->head[verb], seeing))
        return true;
    /* "the talks held in Oslo"; a verb that is coordinated with a passive one */
    if (t->relation[verb] == REL_ACL || (t->relation[verb] == REL_ADVCL && child_by(doc, verb, REL_AUX) == NONE))
        return child_by(doc, verb, REL_NSUBJ) == NONE;
    if (t->relation[verb] != REL_CONJ || child_by(doc, verb, REL_AUX) != NONE || child_by(doc, verb, REL_NSUBJ) != NONE)
        return false;
    uint32_t beside = t->head[verb]; /* "left two dead and three wounded" */
    return (is_verb(doc, beside) && is_passive(doc, beside)) || (t->tag[beside] == POS_ADJ && t->relation[beside] == REL_XCOMP);
}

/* "The first country", "the only bank". */
static bool is_one_of_a_row(const document *doc, uint32_t noun)
{
    static const char *const places[] = {"first", "second", "third", "last", "latest", "only", "next", "newest", "sole"};
    for (uint32_t c = first_child(doc, noun); c != NONE && c < noun; c = next_child(doc, c))
        if (TOKEN_AMONG(doc, c, places))
            return true;
    return false;
}

/* "Peru is the first country that ...", "the first country to send aid was Peru": the country is Peru. */
static uint32_t who_it_is(const document *doc, uint32_t noun)
{
    uint32_t predicate = doc->tokens.relation[noun] == REL_NSUBJ ? doc->tokens.head[noun] : NONE;
    if (predicate != NONE && doc->tokens.mention[predicate] != NONE && child_by(doc, predicate, REL_COP) != NONE)
        return predicate;
    uint32_t subject = child_by(doc, noun, REL_COP) == NONE || doc->tokens.tag[noun] != POS_NOUN ? NONE : child_by(doc, noun, REL_NSUBJ);
    if (subject != NONE && token_is(doc, subject, "who") && doc->tokens.relation[noun] == REL_ACL_RELCL) /* "Rubin, who is the first to" */
        return doc->tokens.head[noun];
    return subject == NONE || token_is(doc, subject, "there") ? noun : subject;
}

/* "Lina Okoro, director of the Legal Centre, who was arrested": the person whom "who" means, where the clause hangs on a body in her
 * office. */
static uint32_t person_above(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = noun, steps = 0; at != NONE && steps < 4; at = t->head[at], steps++) {
        const mention *name = mention_at(doc, at);
        if (name && name->type == DATELINE_PERSON)
            return at;
        if (t->relation[at] != REL_NMOD && t->relation[at] != REL_APPOS)
            break;
    }
    return noun;
}

/* "an attack at a mosque that left six men dead": what left them so happened there, and the place did nothing; else the noun itself. */
static uint32_t deed_above(const document *doc, uint32_t noun, uint32_t verb)
{
    static const char *const deadly[] = {"leave", "kill", "wound", "injure", "claim"}, *const where[] = {"at", "on", "in", "near",
                                                                                                         "outside"};
    static const char *const deeds[] = {"attack", "bombing", "shooting",  "explosion", "blast",    "raid",  "crash",
                                        "fire",   "strike",  "airstrike", "assault",   "stampede", "clash", "massacre"};
    uint32_t over = doc->tokens.head[noun], preposition = preposition_of(doc, noun);
    bool there = doc->tokens.relation[noun] == REL_NMOD && preposition != NONE && TOKEN_AMONG(doc, preposition, where);
    return there && LEMMA_AMONG(doc, verb, deadly) && LEMMA_AMONG(doc, over, deeds) ? over : noun;
}

/* "who", "which", "that" mean the noun that the relative clause belongs to. */
static uint32_t antecedent(const document *doc, uint32_t subject, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool undergoes = token_is(doc, subject, "who") && t->relation[subject] == REL_NSUBJ_PASS;
    bool relative = token_is(doc, subject, "who") || token_is(doc, subject, "which") || token_is(doc, subject, "that") ||
                    token_is(doc, subject, "whom");
    if (!relative)
        return subject;
    for (uint32_t at = verb; t->head[at] != NONE; at = t->head[at])
        if (t->relation[at] == REL_ACL_RELCL)
            return undergoes                       ? person_above(doc, who_it_is(doc, t->head[at]))
                   : token_is(doc, subject, "who") ? who_it_is(doc, t->head[at])
                                                   : deed_above(doc, who_it_is(doc, t->head[at]), at);
    return subject;
}

/* "4. Strongly condemns": the verb with which a line opens, after its number. */
static bool opens_line(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = verb; i > 0 && t->break_before[i] == BREAK_NONE; i--)
        if (t->tag[i - 1] != POS_NUM && t->tag[i - 1] != POS_PUNCT && t->tag[i - 1] != POS_ADV && t->tag[i - 1] != POS_X)
            return false;
    return true;
}

static uint32_t own_subject(const document *doc, uint32_t verb)
{
    uint32_t found = child_by(doc, verb, REL_NSUBJ);
    if (found == NONE)
        found = child_by(doc, verb, REL_NSUBJ_PASS);
    if (found == NONE && doc->adopter < verb && is_verb(doc, verb) && opens_line(doc, verb))
        return doc->adopter;
    return found == NONE ? NONE : antecedent(doc, found, verb);
}

/* "a contradiction between wanting it and paying", "accused them of hiding it": a gerund after a small word of the noun or verb before it.
 */
static bool is_gerund_of(const document *doc, uint32_t verb)
{
    static const char *const words[] = {"of", "between", "from", "for"};
    uint32_t mark = child_by(doc, verb, REL_MARK);
    return mark != NONE && mark < verb && strcmp(doc->tokens.english_tag[verb], "VBG") == 0 && TOKEN_AMONG(doc, mark, words);
}

/* "announced a reshuffle, dismissing three ministers": a participle after a comma goes with the verb, not with its object. */
static bool is_loose_participle(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t noun = t->head[token];
    bool object = t->relation[noun] == REL_OBJ || t->relation[noun] == REL_OBL;
    return object && token > noun && strcmp(t->english_tag[token], "VBG") == 0 && token_is(doc, token - 1, ",") && t->head[noun] != NONE &&
           is_verb(doc, t->head[noun]);
}

/* "took the opportunity to thank them", "took steps to end it", "held a rally to demand it": whoever takes it acts, and not the
 * opportunity. */
static bool is_taken_to_act(const document *doc, uint32_t verb)
{
    static const char *const taken[] = {"opportunity", "chance", "occasion", "moment",   "step", "measure", "effort",
                                        "attempt",     "action", "decision", "campaign", "bid",  "move",    "time"};
    static const char *const taking[] = {"take",  "use",  "seize",  "have",  "get",      "give",   "miss",      "make",
                                         "begin", "lead", "launch", "start", "continue", "pursue", "intensify", "undertake"};
    static const char *const holding[] = {"hold", "stage", "organize", "organise", "attend", "join", "lead", "mount", "plan", "host"};
    uint32_t noun = doc->tokens.head[verb], over = doc->tokens.head[noun];
    if (!is_infinitive(doc, verb) || doc->tokens.relation[noun] != REL_OBJ || over == NONE)
        return false;
    bool gathers = word_in(doc, INDEX_GATHERING, noun) && LEMMA_AMONG(doc, over, holding); /* "held a rally to demand higher pay" */
    return gathers || (LEMMA_AMONG(doc, noun, taken) && LEMMA_AMONG(doc, over, taking));
}

uint32_t subject_of(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = verb, steps = 0; at != NONE && steps < 6; steps++) {
        uint32_t found = own_subject(doc, at);
        uint32_t head = t->head[at];
        if (found != NONE)
            return found;
        if (head == NONE || is_imperative(doc, at))
            return NONE;
        switch (t->relation[at]) {
        case REL_XCOMP: {
            static const char *const undergoing[] = {"hear", "report", "witness", "survive", "suffer", "face", "endure", "describe"};
            bool bare = child_by(doc, at, REL_OBJ) == NONE && child_by(doc, head, REL_OBJ) == NONE && !is_passive(doc, head);
            if (bare && LEMMA_AMONG(doc, head, undergoing) && strcmp(t->english_tag[at], "VBG") == 0)
                return NONE; /* "We heard shelling": others shelled */
            /* "urged the rebels to withdraw": they withdraw; "promised them to come": he comes */
            uint32_t object = child_by(doc, head, REL_OBJ);
            if (object == NONE)
                object = child_by(doc, head, REL_IOBJ);
            bool promise = lemma_is(doc, head, "promise") || lemma_is(doc, head, "threaten");
            if (object != NONE && object < at && !promise && is_verb(doc, head))
                return antecedent(doc, object, head);
            break;
        }
        case REL_ACL: {
            bool taken = is_taken_to_act(doc, at);
            uint32_t given = taken ? child_by(doc, t->head[head], REL_IOBJ) : NONE;
            if (given != NONE) /* "gave her a chance to thank them" */
                return antecedent(doc, given, t->head[head]);
            if (!taken && !is_loose_participle(doc, at))
                return !is_nominal(doc, head) || is_gerund_of(doc, at)        ? NONE
                       : is_infinitive(doc, at) && is_one_of_a_row(doc, head) ? who_it_is(doc, head)
                                                                              : head;
            head = t->head[head];
            break;
        }
        case REL_ACL_RELCL:
            return is_nominal(doc, head) ? head : NONE;
        case REL_ADVCL: {
            uint32_t agent = t->relation[head] == REL_ACL ? child_by(doc, head, REL_OBL_AGENT) : NONE;
            if (agent != NONE && is_infinitive(doc, at)) /* "a march called by unions to protest": unions protest */
                return agent;
            if (t->relation[head] == REL_XCOMP && t->head[head] != NONE && token_is(doc, at - 1, ",") &&
                strcmp(t->english_tag[at], "VBG") == 0) { /* "urged them to drop it, calling it a crime": whoever urged calls */
                head = t->head[head];
                break;
            }
            if (is_gerund_of(doc, at) && child_by(doc, head, REL_OBJ) != NONE &&
                child_by(doc, head, REL_OBJ) < at) /* "accused them of hiding it" */
                return antecedent(doc, child_by(doc, head, REL_OBJ), head);
            break;
        }
        case REL_CONJ:
        case REL_PARATAXIS:
        case REL_CCOMP:
        case REL_DEP:
            break;
        default:
            return NONE;
        }
        if (t->relation[at] == REL_CCOMP && !token_is(doc, at, "be") && child_by(doc, at, REL_MARK) != NONE)
            return NONE;
        at = head;
        if (!is_verb(doc, at) && t->tag[at] != POS_AUX && t->tag[at] != POS_ADJ && t->tag[at] != POS_NOUN)
            return NONE;
    }
    return NONE;
}

static void fill_subject(frame *f, const document *doc, uint32_t verb)
{
    /* "the talks held in Oslo": what is held stands before the participle; "refugees were given shelter": who is given something */
    slot of_passive = child_by(doc, verb, REL_OBJ) != NONE && child_by(doc, verb, REL_NSUBJ_PASS) != NONE ? SLOT_INDIRECT : SLOT_OBJECT;
    fill(f, doc, f->passive ? of_passive : SLOT_SUBJECT, subject_of(doc, verb));
}

/* "gathered outside, demanding their pay": a participle that no conjunction brings. */
static bool is_free_participle(const document *doc, uint32_t verb)
{
    return strcmp(doc->tokens.english_tag[verb], "VBG") == 0 && child_by(doc, verb, REL_MARK) == NONE;
}

/* "were killed when a bus hit a mine", "died after their boat sank": what happened then, as its verb and who and what stands around it. */
static void fill_when(frame *f, const document *doc, uint32_t clause)
{
    static const char *const words[] = {"when", "as", "after"};
    const token_table *t = &doc->tokens;
    bool time = false;
    for (uint32_t c = first_child(doc, clause); c != NONE && c < clause; c = next_child(doc, c))
        time = time || ((t->relation[c] == REL_MARK || t->relation[c] == REL_ADVMOD) && TOKEN_AMONG(doc, c, words));
    if (!time)
        return;
    f->filler[SLOT_WHEN][f->count[SLOT_WHEN]++] = clause;
    fill(f, doc, SLOT_WHEN, subject_of(doc, clause));
    for (uint32_t c = first_child(doc, clause); c != NONE; c = next_child(doc, c))
        if (t->relation[c] == REL_OBJ || t->relation[c] == REL_OBL || t->relation[c] == REL_OBL_AGENT)
            fill(f, doc, SLOT_WHEN, c);
}

static void fill_from_child(frame *f, const document *doc, uint32_t c)
{
    const token_table *t = &doc->tokens;
    uint32_t preposition = preposition_of(doc, c);
    slot by_preposition = preposition == NONE ? SLOT_NONE : slot_of_preposition(t->lemma[preposition]);
    switch (t->relation[c]) {
    case REL_OBJ:
        fill(f, doc, SLOT_OBJECT, antecedent(doc, c, f->predicate));
        break;
    case REL_IOBJ:
        fill(f, doc, SLOT_INDIRECT, c);
        break;
    case REL_OBL_AGENT:
        fill(f, doc, SLOT_SUBJECT, c);
        break;
    case REL_NSUBJ:
        /* a second subject after the verb is its object to which the parser gave the wrong name */
        if (c > f->predicate && own_subject(doc, f->predicate) != c)
            fill(f, doc, SLOT_OBJECT, c);
        break;
    case REL_OBL:
        if (by_preposition == SLOT_IN && lemma_is(doc, c, "front")) /* "in front of the ministry" */
            fill(f, doc, SLOT_OUTSIDE, child_by(doc, c, REL_NMOD));
        c = antecedent(doc, c, f->predicate); /* "the crash in which six were hurt" */
        if (preposition == NONE && t->time[c] == NONE && !lemma_is(doc, c, "time") && c > f->predicate && is_nominal(doc, c) &&
            !f->count[SLOT_OBJECT] && child_by(doc, f->predicate, REL_OBJ) == NONE && !f->passive) {
            fill(f, doc, SLOT_OBJECT, c);
            break;
        }
        /* fall through */
    case REL_NMOD:
    case REL_NMOD_DESC:
        if (by_preposition == SLOT_BY && f->passive)
            fill(f, doc, SLOT_SUBJECT, c);
        else
            fill(f, doc, by_preposition, c);
        break;
    case REL_NMOD_POSS:
        fill(f, doc, SLOT_POSSESSOR, c);
        break;
    case REL_COMPOUND:
    case REL_AMOD:
        fill(f, doc, SLOT_MODIFIER, c);
        break;
    case REL_COMPOUND_PRT:
        fill(f, doc, SLOT_PARTICLE, c);
        break;
    case REL_XCOMP:
        if (!is_verb(doc, c) && is_negated(doc, c)) /* "found her not guilty" */
            break;
        fill(f, doc, is_verb(doc, c) || is_infinitive(doc, c) ? SLOT_CLAUSE : SLOT_PREDICATE, c);
        break;
    case REL_CCOMP:
        fill(f, doc, SLOT_CLAUSE, c);
        break;
    case REL_ADVCL:
        if (is_infinitive(doc, c) || is_free_participle(doc, c))
            fill(f, doc, SLOT_PURPOSE, c);
        if (!is_infinitive(doc, c) && is_verb(doc, c) && !f->count[SLOT_WHEN])
            fill_when(f, doc, c);
        break;
    case REL_ACL: /* "a call to end the war" */
        if (is_infinitive(doc, c))
            fill(f, doc, SLOT_CLAUSE, c);
        break;
    default:
        break;
    }
}

frame frame_of(const document *doc, uint32_t predicate)
{
    frame f = {.predicate = predicate};
    bool verb = is_verb(doc, predicate), says = verb || child_by(doc, predicate, REL_COP) != NONE;
    f.passive = verb && is_passive(doc, predicate);
    f.negated = is_negated(doc, predicate);
    for (uint32_t c = first_child(doc, predicate); c != NONE; c = next_child(doc, c))
        fill_from_child(&f, doc, c);
    /* "urged the rebels to go", "warned residents of floods": who is addressed, where nothing else is an object */
    if (verb && !f.count[SLOT_OBJECT] && f.count[SLOT_INDIRECT] && !f.passive) {
        f.count[SLOT_OBJECT] = f.count[SLOT_INDIRECT];
        memcpy(f.filler[SLOT_OBJECT], f.filler[SLOT_INDIRECT], sizeof f.filler[SLOT_OBJECT]);
    }
    if (says)
        fill_subject(&f, doc, predicate);
    /* "attacked and killed two guards": the object of the last verb is that of the first as well */
    for (uint32_t c = first_child(doc, predicate); verb && c != NONE && !f.count[SLOT_OBJECT]; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_CONJ && is_verb(doc, c) && c <= predicate + 3)
            fill(&f, doc, SLOT_OBJECT, child_by(doc, c, REL_OBJ));
    return f;
}

bool brings_words(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ);
    return word_in(doc, INDEX_CUE, verb) || (object != NONE && word_in(doc, INDEX_CUE_NOUN, object));
}
