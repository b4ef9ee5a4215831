/* Verbs of the lexicon that report no words where they stand: "refused to comment", "a group called X", "asked them to condemn it". */
#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"

/* "will meet to discuss" */
static bool is_purpose_to_come(const document *doc, uint32_t verb)
{
    uint32_t over = doc->tokens.relation[verb] == REL_ADVCL ? doc->tokens.head[verb] : NONE;
    return over != NONE && is_infinitive(doc, verb) && child_word(doc, over, REL_AUX, "will") != NONE;
}

/* "delays in announcing the results" */
static bool is_gerund_of_noun(const document *doc, uint32_t verb, force f)
{
    const token_table *t = &doc->tokens;
    return (f == FORCE_SAY || f == FORCE_INFORM) && t->relation[verb] == REL_ACL && child_by(doc, verb, REL_MARK) != NONE &&
           strcmp(t->english_tag[verb], "VBG") == 0;
}

/* Whether a verb over one of saying tells that it is not done: "refused to", "ruled out", "has yet to". */
static bool is_held_back(const document *doc, uint32_t over)
{
    static const char *const unsaid[] = {"decline",  "refuse", "fail",    "want",   "wish",     "try",    "plan",
                                         "expect",   "be",     "need",    "seek",   "hesitate", "avoid",  "deny",
                                         "threaten", "vow",    "promise", "pledge", "intend",   "prepare"};
    bool out = lemma_is(doc, over, "rule") && child_word(doc, over, REL_COMPOUND_PRT, "out") != NONE;
    bool yet = lemma_is(doc, over, "have") && child_word(doc, over, REL_ADVMOD, "yet") != NONE;
    bool bound =
        lemma_is(doc, over, "have") && (child_word(doc, over, REL_AUX, "will") != NONE || child_word(doc, over, REL_AUX, "would") != NONE);
    return out || yet || bound || LEMMA_AMONG(doc, over, unsaid); /* bound: "will have to prove" */
}

/* "it is in the interest of both to oppose it": what may or should be done. */
static bool is_of_predicate(const document *doc, uint32_t verb)
{
    uint32_t noun = doc->tokens.head[verb], it = noun == NONE ? NONE : child_by(doc, noun, REL_NSUBJ);
    return it != NONE && token_is(doc, it, "it") && doc->tokens.tag[noun] == POS_NOUN && child_by(doc, noun, REL_COP) != NONE &&
           is_infinitive(doc, verb);
}

/* '"We need more," the senator is expected to say': words that are out before he says them. */
static bool is_released(const document *doc, uint32_t expected)
{
    uint32_t who = lemma_is(doc, expected, "expect") && is_passive(doc, expected) ? child_by(doc, expected, REL_NSUBJ_PASS) : NONE;
    uint32_t under = child_by(doc, expected, REL_XCOMP);
    uint32_t before = who == NONE || doc->tokens.left[who] < 2 ? NONE : doc->tokens.left[who] - 2;
    return before != NONE && doc->tokens.sentence[before] == doc->tokens.sentence[expected] && quotation_of(doc, before) && under != NONE &&
           word_in(doc, INDEX_CUE, under);
}

/* "refused to comment", "did not say", "to say": nothing was said. */
static bool is_unsaid(const document *doc, uint32_t verb, force f)
{
    const token_table *t = &doc->tokens;
    uint32_t under = child_by(doc, verb, REL_XCOMP);
    if (under != NONE && (is_performative(doc, under) || is_released(doc, verb))) /* "I wish to thank": thanks are said */
        return true;
    static const char *const naming[] = {"name", "identify", "quote", "remain"};
    if (under != NONE && f == FORCE_REQUEST &&
        LEMMA_AMONG(doc, under, naming)) /* "who asked not to be named", "asking to remain anonymous" */
        return true;
    uint32_t object = child_by(doc, verb, REL_OBJ);
    if (f == FORCE_REQUEST && object != NONE && lemma_is(doc, object, "anonymity"))
        return true;
    bool on = (lemma_is(doc, verb, "speak") || lemma_is(doc, verb, "talk")) && token_is(doc, verb + 1, "on");
    if (on && (token_is(doc, verb + 2, "condition") || token_is(doc, verb + 3, "occasion"))) /* of anonymity; "on the occasion" */
        return true;
    uint32_t first = t->relation[verb] == REL_ADVCL ? t->head[verb] : verb; /* "spoke anonymously to discuss the plan" */
    if ((lemma_is(doc, first, "speak") || lemma_is(doc, first, "talk")) && child_word(doc, first, REL_ADVMOD, "anonymously") != NONE)
        return true;
    if ((f != FORCE_DENY && f != FORCE_REJECT && is_negated(doc, verb)) || token_is(doc, verb - 1, "worth")) /* "it is worth noting" */
        return true;
    if (lemma_is(doc, verb, "consist") || lemma_is(doc, verb, "comprise") || lemma_is(doc, verb, "face")) /* "face charges of" */
        return true;
    if (child_word(doc, verb, REL_MARK, "without") != NONE) /* "without revealing details" */
        return true;
    if (token_is(doc, verb, "known") && (token_is(doc, verb + 1, "for") || token_is(doc, verb + 1, "as"))) /* "is best known for" */
        return true;
    if (is_of_predicate(doc, verb) || is_purpose_to_come(doc, verb) || is_gerund_of_noun(doc, verb, f))
        return true;
    bool clause = t->relation[verb] == REL_XCOMP || (t->relation[verb] == REL_CCOMP && strcmp(t->english_tag[verb], "VBG") == 0);
    if (clause && is_released(doc, t->head[verb]))
        return false;
    bool barred = clause && t->head[verb] != NONE && is_passive(doc, t->head[verb]) && is_negated(doc, t->head[verb]);
    return barred || (clause && t->head[verb] != NONE && !is_performative(doc, verb) &&
                      is_held_back(doc, t->head[verb])); /* "was not authorized to speak" */
}

bool declines_to_say(const document *doc, uint32_t verb, force f)
{
    static const char *const telling[] = {"name", "detail", "reason", "identity", "figure", "information", "comment", "explanation"};
    uint32_t clause = f == FORCE_REJECT ? child_by(doc, verb, REL_XCOMP) : NONE,
             told = clause == NONE ? NONE : child_by(doc, clause, REL_OBJ);
    return clause != NONE && (word_in(doc, INDEX_CUE, clause) || (told != NONE && LEMMA_AMONG(doc, told, telling)));
}

/* A verb after "if", or one that is asked for with "should", is no report of speech. */
static bool is_supposed(const document *doc, uint32_t verb)
{
    static const char *const modals[] = {"should", "must", "might"};
    uint32_t marker = child_by(doc, verb, REL_MARK), modal = child_by(doc, verb, REL_AUX);
    if (marker != NONE && (token_is(doc, marker, "if") || token_is(doc, marker, "unless")))
        return true;
    bool would = child_word(doc, verb, REL_AUX, "would") != NONE && child_word(doc, verb, REL_AUX, "be") != NONE; /* "would be saying" */
    return would || (modal != NONE && TOKEN_AMONG(doc, modal, modals) && !is_passive(doc, verb));
}

/* "urged the government to condemn the attack": what somebody is asked to say is not said. */
static bool is_asked_of(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool to = is_infinitive(doc, verb);
    if (to && t->relation[verb] == REL_ADVCL && lemma_is(doc, t->head[verb], "call") && token_is(doc, t->head[verb] + 1, "on"))
        return true; /* "called on the paper to apologize" */
    static const char *const causing[] = {"prompt", "lead", "cause", "provoke", "oblige", "compel"}; /* "prompted the mayor to say" */
    uint32_t over = t->relation[verb] == REL_XCOMP && to ? t->head[verb] : NONE;
    if (over != NONE && LEMMA_AMONG(doc, over, causing))
        return false;
    uint32_t object = over == NONE ? NONE : child_by(doc, over, REL_OBJ);
    if (object == NONE && over != NONE)
        object = child_by(doc, over, REL_IOBJ);
    return object != NONE && object < verb && object == subject_of(doc, verb);
}

/* "a group called the Sea Org": a name, and nobody's word. */
static bool is_naming(const document *doc, uint32_t verb)
{
    static const char *const naming[] = {"call", "name", "dub", "title", "nickname", "declare", "proclaim", "designate"};
    uint8_t kind = doc->tokens.relation[verb];
    bool participle = kind == REL_ACL && strcmp(doc->tokens.english_tag[verb], "VBG") != 0 && agent_of(doc, verb) == NONE;
    bool relative = kind == REL_ACL_RELCL && doc->tokens.mention[verb + 1] != NONE; /* "which the villagers call Dara" */
    return (participle || relative) && LEMMA_AMONG(doc, verb, naming);
}

/* "He said this in his address to the seminar": of what was told before, where no quotation stands before it. */
static bool says_this(const document *doc, uint32_t verb)
{
    uint32_t object =
        lemma_is(doc, verb, "say") || lemma_is(doc, verb, "state") || lemma_is(doc, verb, "express") ? child_by(doc, verb, REL_OBJ) : NONE;
    if (object == NONE || object < verb || !(token_is(doc, object, "this") || token_is(doc, object, "these")) ||
        doc->tokens.right[object] > object)
        return false;
    for (uint32_t i = sentence_of(doc, verb).first; i < verb; i++)
        if (quotation_of(doc, i))
            return false;
    uint32_t clause = child_by(doc, verb, REL_CCOMP);
    return clause == NONE || child_by(doc, clause, REL_NSUBJ) == NONE;
}

/* "The deadlock threatens the talks": what is nobody, and no text of somebody's, threatens by no words. */
static bool is_of_things(const document *doc, uint32_t verb, force f)
{
    static const char *const texts[] = {"note", "email", "video", "tape", "recording", "leaflet", "post", "caller"};
    static const char *const showing[] = {"highlight", "underline",   "underscore", "honor", /* "the event highlighted the role of women" */
                                          "honour",    "commemorate", "celebrate"};
    bool felt = f == FORCE_THREATEN || lemma_is(doc, verb, "go") || /* 'the talks would go on "as long as it takes"' */
                f == FORCE_PROMISE || LEMMA_AMONG(doc, verb, showing) ||
                lemma_is(doc, verb, "mean") || /* "The victory means that ...", "The imprint suggests a face" */
                (lemma_is(doc, verb, "suggest") && child_by(doc, verb, REL_CCOMP) == NONE);
    uint32_t subject = felt && doc->tokens.relation[verb] != REL_ACL_RELCL ? subject_of(doc, verb) : NONE;
    dateline_entity_type type;
    return subject != NONE && doc->tokens.tag[subject] == POS_NOUN && doc->entity_of[subject] == NONE &&
           !type_of_noun(doc, subject, &type) && !word_in(doc, INDEX_CUE_NOUN, subject) && !LEMMA_AMONG(doc, subject, texts);
}

bool is_of_gathering(const document *doc, uint32_t verb)
{
    static const char *const there[] = {"platform", "forum", "venue"}; /* "a platform to discuss it" */
    if (doc->tokens.relation[verb] == REL_ACL && is_infinitive(doc, verb) && LEMMA_AMONG(doc, doc->tokens.head[verb], there))
        return true;
    static const char *const ends[] = {"purpose", "aim", "goal", "objective", "idea"}; /* "The purpose was to discuss it" */
    uint32_t end = is_infinitive(doc, verb) ? child_by(doc, verb, REL_NSUBJ) : NONE;
    if (end != NONE && LEMMA_AMONG(doc, end, ends))
        return true;
    uint32_t held = doc->tokens.relation[verb] == REL_ADVCL && is_infinitive(doc, verb) ? doc->tokens.head[verb] : NONE;
    uint32_t gathering = held == NONE ? NONE : child_by(doc, held, is_passive(doc, held) ? REL_NSUBJ_PASS : REL_NSUBJ);
    return gathering != NONE && child_by(doc, held, REL_OBL_AGENT) == NONE && word_in(doc, INDEX_GATHERING, gathering) &&
           doc->tokens.mention[gathering] == NONE;
}

bool says_nothing(const document *doc, uint32_t verb, force f)
{
    uint32_t subject = child_by(doc, verb, REL_NSUBJ);
    bool neither = subject != NONE && (token_is(doc, doc->tokens.left[subject], "neither") || token_is(doc, subject, "neither"));
    if (doc->tokens.relation[verb] == REL_AMOD || (neither && f != FORCE_DENY && f != FORCE_REJECT)) /* "the ruling party" */
        return true;
    return is_done_not_said(doc, verb) || is_naming(doc, verb) || is_unsaid(doc, verb, f) || is_supposed(doc, verb) ||
           is_asked_of(doc, verb) || is_of_things(doc, verb, f) || is_of_gathering(doc, verb) || says_this(doc, verb);
}
