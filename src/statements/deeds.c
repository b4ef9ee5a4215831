/* What is done by a verb that may be one of saying: "accepted the award", "denied them entry", "welcomed the guests". */
#include "grammar/described.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"

/* "held a reception to celebrate Easter", "will celebrate Nowruz": what is held, not what is said. */
static bool is_feast(const document *doc, uint32_t verb)
{
    static const char *const honoring[] = {"honor", "honour", "commemorate", "celebrate"};
    if (!LEMMA_AMONG(doc, verb, honoring))
        return false;
    uint32_t object = child_by(doc, verb, REL_OBJ);
    bool purpose = is_infinitive(doc, verb) && doc->tokens.relation[verb] != REL_XCOMP;
    return purpose || (object != NONE && word_in(doc, INDEX_HOLIDAY, object));
}

/* Whether what is supported is somebody, rather than an idea of his: "backs the rebels", "stop supporting Chad". */
static bool supports_somebody(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ), means = object == NONE ? NONE : doc->entity_of[object];
    uint32_t subject = subject_of(doc, verb);
    if (means == NONE || (subject != NONE && is_i_or_we(doc, subject))) /* "We support Pakistan" does so by saying it */
        return false;
    dateline_entity_type type = doc->entities.items[means].type;
    return type == DATELINE_ORGANIZATION || type == DATELINE_GROUP || type == DATELINE_PLACE;
}

/* "was supported by Norway", "would continue to support the port": help, not words. */
static bool is_help(const document *doc, uint32_t verb)
{
    static const char *const going[] = {"continue", "stop", "cease", "start", "keep"};
    if (!lemma_is(doc, verb, "support") && !lemma_is(doc, verb, "back"))
        return false;
    uint32_t over = doc->tokens.relation[verb] == REL_XCOMP ? doc->tokens.head[verb] : NONE;
    bool to_come = child_word(doc, verb, REL_AUX, "will") != NONE || child_word(doc, verb, REL_AUX, "would") != NONE;
    bool purpose = lemma_is(doc, verb, "support") && is_infinitive(doc, verb) &&
                   (doc->tokens.relation[verb] == REL_ADVCL || doc->tokens.relation[verb] == REL_ACL); /* "money to support the stocks" */
    return is_passive(doc, verb) || to_come || purpose || child_word(doc, verb, REL_MARK, "of") != NONE ||
           (over != NONE && LEMMA_AMONG(doc, over, going)) || supports_somebody(doc, verb);
}

/* Whether what a verb is done to is people. */
static bool acts_on_people(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ), passive = child_by(doc, verb, REL_NSUBJ_PASS);
    object = object == NONE ? passive : object;
    dateline_entity_type type;
    return object != NONE && (doc->tokens.tag[object] == POS_PRON || word_in(doc, INDEX_OFFICE, object) || is_person_at(doc, object) ||
                              (type_of_noun(doc, object, &type) && type != DATELINE_ORGANIZATION));
}

/* "accepted the award", "the flood claimed 65 lives": what is done to such things, as the lexicon has it, is not said. */
static bool is_listed_deed(const document *doc, uint32_t verb)
{
    static const char *const pronouns[] = {"which", "that"};
    uint32_t object = child_by(doc, verb, is_passive(doc, verb) ? REL_NSUBJ_PASS : REL_OBJ),
             counted = object == NONE ? NONE : counted_by(doc, object);
    object = counted == NONE ? object : counted; /* "claimed thousands of lives" */
    if (object != NONE && doc->tokens.relation[verb] == REL_ACL_RELCL && TOKEN_AMONG(doc, object, pronouns))
        object = doc->tokens.head[verb]; /* "islands, which China claims" */
    rows found = object != NONE ? lexicon_find(doc->lexicon, INDEX_CUE_DEED, slice_of(doc->tokens.lemma[verb])) : (rows){NULL, 0};
    const char *what = !found.count                       ? NULL
                       : doc->tokens.time[object] != NONE ? "day"
                                                          : doc->tokens.lemma[object]; /* "observed the 7th March" */
    return found.count && list_has_word(lexicon_text(doc->lexicon, TABLE_CUE_DEEDS, found.items[0], CUE_DEED_OBJECTS), what);
}

/* Whether a preposition and somebody or something hang on a verb. */
static bool has_phrase(const document *doc, uint32_t verb, const char *word)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = doc->tokens.relation[c] == REL_OBL ? preposition_of(doc, c) : NONE;
        if (preposition != NONE && token_is(doc, preposition, word))
            return true;
    }
    return false;
}

/* "put the toll at 12": a number is said, where "put the blame on" something is not. */
static bool puts_at_number(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = verb + 1; i < t->count && t->sentence[i] == t->sentence[verb]; i++) {
        uint32_t over = t->tag[i] == POS_NUM && t->time[i] == NONE ? i : NONE;
        while (over != NONE && over != verb && !token_is(doc, preposition_of(doc, over), "at"))
            over = t->head[over] == NONE || t->head[over] <= verb ? verb : t->head[over];
        if (over != NONE && over != verb)
            return true;
    }
    return false;
}

/* "Trend reports, citing Xinhua": from whom something is known, and not what. */
static bool names_source(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ), means = object == NONE ? NONE : doc->entity_of[object];
    const entity *e = means == NONE ? NULL : &doc->entities.items[means];
    return e && (e->type == DATELINE_ORGANIZATION || e->type == DATELINE_PERSON || e->type == DATELINE_GROUP) &&
           child_by(doc, verb, REL_CCOMP) == NONE && !has_phrase(doc, verb, "as");
}

/* "troops responded to the firing" */
static bool answers_force(const document *doc, uint32_t verb)
{
    static const char *const used[] = {"fire", "firing", "attack", "shelling", "gunfire", "aggression", "assault", "offensive"};
    for (uint32_t c = lemma_is(doc, verb, "respond") ? first_child(doc, verb) : NONE; c != NONE; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_OBL && LEMMA_AMONG(doc, c, used))
            return true;
    return false;
}

/* "denied them entry", "dismissing three ministers", "welcomed the guests", "condemning them to their fate": done, not said. */
static bool is_deed(const document *doc, uint32_t verb)
{
    if (is_listed_deed(doc, verb) || answers_force(doc, verb))
        return true;
    if (lemma_is(doc, verb, "refer") && (child_by(doc, verb, REL_OBJ) != NONE || is_passive(doc, verb))) /* "were referred to the court" */
        return true;
    if (lemma_is(doc, verb, "cite") && names_source(doc, verb))
        return true;
    if (lemma_is(doc, verb, "put"))
        return !puts_at_number(doc, verb) && !token_is(doc, verb + 1, "it") && child_by(doc, verb, REL_CCOMP) == NONE; /* "as he puts it" */
    if (lemma_is(doc, verb, "declare") && child_word(doc, verb, REL_XCOMP, "open") != NONE) /* "declared the exhibition open" */
        return true;
    if (lemma_is(doc, verb, "rename") || (lemma_is(doc, verb, "attribute") && is_passive(doc, verb)))
        return true;
    if (lemma_is(doc, verb, "defend")) /* "will defend the coast"; in words it is told of as done */
        return !is_finite(doc, verb) && child_word(doc, verb, REL_AUX, "has") == NONE && child_word(doc, verb, REL_AUX, "have") == NONE &&
               child_word(doc, verb, REL_AUX, "had") == NONE && child_by(doc, verb, REL_AUX_PASS) == NONE;
    if (lemma_is(doc, verb, "guarantee")) /* "could guarantee peace": is able to */
        return child_word(doc, verb, REL_AUX, "could") != NONE || child_word(doc, verb, REL_AUX, "can") != NONE;
    if (lemma_is(doc, verb, "deny"))
        return child_by(doc, verb, REL_IOBJ) != NONE;
    uint32_t object = child_by(doc, verb, REL_OBJ);
    if (lemma_is(doc, verb, "address") && object != NONE && word_in(doc, INDEX_GATHERING, object)) /* "while addressing the meeting" */
        return true;
    if (lemma_is(doc, verb, "dismiss") && has_phrase(doc, verb, "as")) /* "dismissed it as a lie" */
        return false;
    return (lemma_is(doc, verb, "dismiss") || lemma_is(doc, verb, "welcome") || lemma_is(doc, verb, "address") ||
            (lemma_is(doc, verb, "condemn") && has_phrase(doc, verb, "to"))) &&
           acts_on_people(doc, verb);
}

/* Whether a verb with "to" hangs on a word. */
static bool has_infinitive(const document *doc, uint32_t head)
{
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if (is_verb(doc, c) && is_infinitive(doc, c))
            return true;
    return false;
}

/* "called on the minister in Beijing": came to see him, where nothing is asked of him. */
static bool is_courtesy(const document *doc, uint32_t verb)
{
    uint32_t preposition = verb + 1, whom = NONE;
    bool calls = lemma_is(doc, verb, "call") && (token_is(doc, preposition, "on") || token_is(doc, preposition, "upon"));
    if (!calls || has_infinitive(doc, verb))
        return false;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        whom = preposition_of(doc, c) == preposition ? c : whom;
    return whom != NONE && !has_infinitive(doc, whom) && is_person_at(doc, whom);
}

/* "Gunmen attacked the town": with arms, and with no words. */
static bool is_by_force(const document *doc, uint32_t attacks, uint32_t subject)
{
    static const char *const armed[] = {"gunman",     "rebel",    "militant",  "bandit",   "fighter",   "troop",   "terrorist",
                                        "insurgent",  "mob",      "herder",    "herdsman", "robber",    "raider",  "soldier",
                                        "militiaman", "jihadist", "extremist", "warplane", "assailant", "attacker"};
    uint32_t object = child_by(doc, attacks, REL_OBJ), means = object == NONE ? NONE : doc->entity_of[object];
    bool place = means != NONE && doc->entities.items[means].type == DATELINE_PLACE && !doc->entities.items[means].is_country;
    bool person = subject != NONE && is_person_at(doc, subject); /* "He attacked Washington for its sales" */
    return (place && !person) || (subject != NONE && LEMMA_AMONG(doc, subject, armed));
}

static bool is_form_of_be(const document *doc, uint32_t token)
{
    static const char *const forms[] = {"was", "were", "is", "are"};
    return token < doc->tokens.count && TOKEN_AMONG(doc, token, forms);
}

/* "was released on bail", "had read an article in the paper": done to somebody, or by somebody who is no text. */
static bool is_done(const document *doc, uint32_t verb)
{
    uint32_t whom = child_by(doc, verb, REL_NSUBJ_PASS), subject = subject_of(doc, verb);
    dateline_entity_type type;
    if (lemma_is(doc, verb, "attack")) /* "was attacked in front of the court" */
        return whom == NONE ? is_by_force(doc, verb, subject)
                            : child_by(doc, verb, REL_OBL_AGENT) == NONE && child_word(doc, verb, REL_MARK, "for") == NONE;
    if (whom == NONE && child_by(doc, verb, REL_NSUBJ) == NONE && is_form_of_be(doc, verb + 1)) /* "Also discussed were issues of trade" */
        return true;
    static const char *const penning[] = {"write", "author", "pen", "edit", "translate", "compile", "publish"};
    if (LEMMA_AMONG(doc, verb, penning) && strcmp(doc->tokens.english_tag[verb], "VBN") == 0 && child_by(doc, verb, REL_OBL_AGENT) != NONE)
        return true; /* 'a book named "The Long Road" written by Ana Vega' */
    static const char *const holding[] = {"organize", "organise", "host", "chair"};
    if (LEMMA_AMONG(doc, verb, holding))
        return true;
    if (lemma_is(doc, verb, "sign")) /* 'signed a "Memorandum of Understanding"' */
        return child_by(doc, verb, REL_OBJ) != NONE;
    if (lemma_is(doc, verb, "find")) /* "50 bodies had been found" */
        return whom != NONE && !token_is(doc, whom, "it");
    if (lemma_is(doc, verb, "release"))
        return whom != NONE && (doc->tokens.tag[whom] == POS_PRON || is_person_at(doc, whom) ||
                                (type_of_noun(doc, whom, &type) && type != DATELINE_ORGANIZATION));
    bool reader = subject != NONE && (is_person_at(doc, subject) || (type_of_noun(doc, subject, &type) && type == DATELINE_GROUP));
    return lemma_is(doc, verb, "read") && reader && child_by(doc, verb, REL_OBJ) != NONE && child_by(doc, verb, REL_COMPOUND_PRT) == NONE;
}

/* 'would continue to "support the struggle"', "the evening continued with a concert": not as in '"It is late," he continued'. */
static bool is_carrying_on(const document *doc, uint32_t verb)
{
    uint32_t subject = subject_of(doc, verb);
    bool thing = subject != NONE && doc->tokens.tag[subject] == POS_NOUN && !is_person_at(doc, subject) && !may_be_text(doc, subject) &&
                 child_by(doc, verb, REL_OBJ) == NONE && child_word(doc, verb, REL_MARK, "as") != NONE; /* "as the firing continued" */
    return lemma_is(doc, verb, "continue") && (thing || token_is(doc, verb + 1, "to") || token_is(doc, verb + 1, "with"));
}

/* "The guests saw an exhibition": a thing is seen, and not "as" something. */
static bool sees_thing(const document *doc, uint32_t verb)
{
    uint32_t object = lemma_is(doc, verb, "see") || lemma_is(doc, verb, "watch") ? child_by(doc, verb, REL_OBJ) : NONE;
    bool thing = object != NONE && object > verb && is_nominal(doc, object) && child_by(doc, verb, REL_CCOMP) == NONE &&
                 child_by(doc, verb, REL_XCOMP) == NONE;
    uint32_t subject = subject_of(doc, verb);
    dateline_entity_type type;
    if (object != NONE && subject != NONE && lemma_is(doc, verb, "see") && doc->tokens.tag[subject] == POS_NOUN &&
        !type_of_noun(doc, subject, &type)) /* "Recent rallies saw demonstrators use flares" */
        return true;
    for (uint32_t i = object; thing && i <= doc->tokens.right[verb]; i++)
        thing = !token_is(doc, i, "as");
    return thing;
}

/* "They were seen throwing stones", "the war saw 160 people killed": watched, not told. */
static bool is_watched(const document *doc, uint32_t verb)
{
    uint32_t heard = lemma_is(doc, verb, "hear") ? child_by(doc, verb, REL_OBJ) : NONE;
    bool told = heard != NONE && (child_by(doc, verb, REL_CCOMP) != NONE || child_by(doc, heard, REL_ACL) != NONE); /* "a claim that" */
    if (sees_thing(doc, verb) || (heard != NONE && !told)) /* "heard speeches on the ties" */
        return true;
    static const char *const watching[] = {"see", "spot", "hear", "catch", "film", "photograph", "observe", "notice"};
    uint32_t clause = LEMMA_AMONG(doc, verb, watching) ? child_by(doc, verb, is_passive(doc, verb) ? REL_XCOMP : REL_CCOMP) : NONE;
    return clause != NONE && (is_passive(doc, verb) ? strcmp(doc->tokens.english_tag[clause], "VBG") == 0
                                                    : is_passive(doc, clause) && !is_finite(doc, clause));
}

/* "people reported missing", "found him guilty", "accused of ordering the shooting": a state, a verdict, a deed. */
static bool is_state_or_deed(const document *doc, uint32_t verb)
{
    static const char *const states[] = {"missing", "dead", "killed", "injured", "wounded", "lost", "stolen", "trapped"};
    static const char *const charging[] = {"accuse", "charge", "suspect", "convict", "jail", "indict", "try", "sentence", "blame"};
    static const char *const sentencing[] = {"convict", "jail", "sentence", "acquit", "imprison"};
    bool reported = strcmp(doc->tokens.english_tag[verb], "VBN") == 0 || token_is(doc, verb, "reported");
    if ((reported && TOKEN_AMONG(doc, verb + 1, states)) || LEMMA_AMONG(doc, verb, sentencing))
        return true;
    uint32_t object = lemma_is(doc, verb, "find") ? child_by(doc, verb, REL_OBJ) : NONE;
    bool verdict = false; /* "found Luis Diaz guilty" */
    for (uint32_t i = object; object != NONE && i < object + 4 && !verdict; i++)
        verdict = token_is(doc, i, "guilty") || token_is(doc, i, "innocent");
    if (verdict)
        return true;
    uint32_t over = lemma_is(doc, verb, "order") ? doc->tokens.head[verb] : NONE;
    return over != NONE && LEMMA_AMONG(doc, over, charging);
}

/* "stalls offering food": things that are there to be had, and nothing proposed. */
static bool is_on_offer(const document *doc, uint32_t verb)
{
    uint32_t thing = doc->tokens.relation[verb] == REL_ACL && token_is(doc, verb, "offering") ? doc->tokens.head[verb] : NONE;
    dateline_entity_type type;
    return thing != NONE && doc->tokens.tag[thing] == POS_NOUN && doc->entity_of[thing] == NONE && !type_of_noun(doc, thing, &type) &&
           !may_be_text(doc, thing);
}

bool is_done_not_said(const document *doc, uint32_t verb)
{
    return is_courtesy(doc, verb) || is_deed(doc, verb) || is_help(doc, verb) || is_feast(doc, verb) || is_on_offer(doc, verb) ||
           is_carrying_on(doc, verb) || is_done(doc, verb) || is_watched(doc, verb) || is_state_or_deed(doc, verb);
}
