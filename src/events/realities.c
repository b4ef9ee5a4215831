/* Whether it took place: told so, denied, planned, called for, possible. */
#include "events/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <stdio.h>

static bool has_word(const document *doc, uint32_t head, relation kind, const char *const *words)
{
    for (; *words; words++)
        if (child_word(doc, head, kind, *words) != NONE)
            return true;
    return false;
}

/* The meaning of a word of realities.tsv, or REALITY_HAPPENED. */
static reality meaning(const document *doc, uint32_t token)
{
    phrase found = phrase_at(doc, INDEX_REALITY, token);
    static const char *const silent[] = {"comment", "say", "confirm", "discuss", "disclose", "elaborate", "speculate"};
    uint32_t verb = child_by(doc, token, REL_XCOMP);
    bool keeps_silent =
        verb != NONE && LEMMA_AMONG(doc, verb, silent) && (lemma_is(doc, token, "decline") || lemma_is(doc, token, "refuse"));
    if (keeps_silent) /* "declined to comment on reports that she had been abducted" */
        return REALITY_HAPPENED;
    uint32_t copula = lemma_is(doc, token, "able") ? child_by(doc, token, REL_COP) : NONE;
    if (copula != NONE && (token_is(doc, copula, "was") || token_is(doc, copula, "were")) && !is_negated(doc, token))
        return REALITY_HAPPENED;                                                       /* "was able to meet them" */
    if (lemma_is(doc, token, "set") && is_verb(doc, token) && !is_passive(doc, token)) /* "set up a post", not "are set to meet" */
        return REALITY_HAPPENED;
    return found.rows.count ? (reality)lexicon_number(doc->lexicon, TABLE_REALITIES, found.rows.items[0], REALITY_MEANS) : REALITY_HAPPENED;
}

/* "He said that he would go", "it was reported that it would be held": "will", told in the past, unless a condition goes with it. */
static bool is_told_future(const document *doc, uint32_t verb)
{
    static const char *const would[] = {"would", "'d", NULL};
    const token_table *t = &doc->tokens;
    bool told_of = t->relation[verb] == REL_CCOMP || t->relation[verb] == REL_CSUBJ;
    uint32_t over = told_of ? t->head[verb] : NONE, condition = child_by(doc, verb, REL_ADVCL);
    bool past = over != NONE && (strcmp(t->english_tag[over], "VBD") == 0 || child_word(doc, over, REL_AUX_PASS, "was") != NONE);
    bool told = past && has_word(doc, verb, REL_AUX, would);
    return told && (condition == NONE || child_word(doc, condition, REL_MARK, "if") == NONE);
}

/* "The summit is to be held in June", "troops were to withdraw": arranged (Huddleston and Pullum 2002, quasi-modal "be"). */
static bool is_arranged(const document *doc, uint32_t verb)
{
    static const char *const be[] = {"is", "are", "was", "were", "'s", "'re"};
    for (uint32_t c = first_child(doc, verb); c != NONE && c < verb; c = next_child(doc, c))
        if (token_is(doc, c, "due") && token_is(doc, c + 1, "to")) /* "are due to meet" */
            return true;
    uint32_t to = child_word(doc, verb, REL_MARK, "to");
    return to != NONE && to > 0 && doc->tokens.head[to - 1] == verb && TOKEN_AMONG(doc, to - 1, be);
}

static reality by_auxiliary(const document *doc, uint32_t verb)
{
    static const char *const will[] = {"will", "shall", "'ll", "’ll", NULL}, *const may[] = {"may", "might", "could", "would",
                                                                                             "can", "'d",    NULL};
    static const char *const must[] = {"should", "must", "ought", NULL}, *const supposing[] = {"if", "unless", "whether", NULL};
    static const char *const be[] = {"is", "are", "'s", "'re", "am", NULL};
    if (is_told_future(doc, verb) || is_arranged(doc, verb))
        return REALITY_PLANNED;
    if (has_word(doc, verb, REL_MARK, supposing) || has_word(doc, verb, REL_AUX, may))
        return REALITY_HYPOTHETICAL;
    if (has_word(doc, verb, REL_AUX, will))
        return REALITY_PLANNED;
    if (has_word(doc, verb, REL_AUX, must) || is_imperative(doc, verb))
        return REALITY_CALLED_FOR;
    bool undergone = child_word(doc, verb, REL_AUX_PASS, "being") != NONE; /* "are being detained" */
    if ((undergone || strcmp(doc->tokens.english_tag[verb], "VBG") == 0) && has_word(doc, verb, REL_AUX, be))
        return REALITY_ONGOING;
    return REALITY_HAPPENED;
}

static reality by_modifier(const document *doc, uint32_t verb)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_ADVMOD && meaning(doc, doc->tokens.left[c]) != REALITY_HAPPENED) /* also "no longer" */
            return meaning(doc, doc->tokens.left[c]);
    return REALITY_HAPPENED;
}

/* "to protest against the arrest", "not authorized to speak about the talks": what something is done or said for is there before it. */
static bool is_ground(const document *doc, uint32_t noun)
{
    static const char *const grounds[] = {"against", "over", "after", "following", "since", "despite"};
    static const char *const topical[] = {"about", "on", "regarding", "concerning"};
    static const char *const speaking[] = {"speak", "talk", "comment", "elaborate"};
    uint32_t preposition = preposition_of(doc, noun);
    uint8_t kind = doc->tokens.relation[noun];
    if (preposition == NONE || (kind != REL_OBL && kind != REL_NMOD))
        return false;
    return TOKEN_AMONG(doc, preposition, grounds) ||
           (TOKEN_AMONG(doc, preposition, topical) && LEMMA_AMONG(doc, doc->tokens.head[noun], speaking));
}

/* "They aren't convinced, he said during a conference": when something is said or done, or not. */
static bool is_setting(const document *doc, uint32_t noun)
{
    uint32_t preposition = doc->tokens.relation[noun] == REL_OBL ? preposition_of(doc, noun) : NONE;
    return preposition != NONE && token_is(doc, preposition, "during");
}

/* "will attend", "is to join", "plans to address" */
static bool will_be(const document *doc, uint32_t verb)
{
    uint32_t over = doc->tokens.relation[verb] == REL_XCOMP ? doc->tokens.head[verb] : NONE;
    return by_auxiliary(doc, verb) != REALITY_HAPPENED ||
           (over != NONE && meaning(doc, over) != REALITY_HAPPENED && meaning(doc, over) != REALITY_DENIED);
}

/* "was not asked to plead and was remanded": what is denied, planned or possible of the first verb is not so of the second. */
static bool has_own_tense(const document *doc, uint32_t verb)
{
    uint32_t first = doc->tokens.head[verb]; /* "would not take part but urged them" */
    if (strcmp(doc->tokens.english_tag[verb], "VBD") == 0 && first != NONE && strcmp(doc->tokens.english_tag[first], "VB") == 0)
        return true;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool auxiliary = doc->tokens.relation[c] == REL_AUX || doc->tokens.relation[c] == REL_AUX_PASS;
        if (auxiliary && strcmp(doc->tokens.english_tag[c], "VB") != 0)
            return true;
    }
    return false;
}

/* "were held", "has quit": told in a tense of its own, and with no "will". */
static bool has_finite_auxiliary(const document *doc, uint32_t verb)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool auxiliary = doc->tokens.relation[c] == REL_AUX || doc->tokens.relation[c] == REL_AUX_PASS;
        if (auxiliary && is_finite(doc, c))
            return strcmp(doc->tokens.english_tag[c], "MD") != 0;
    }
    return false;
}

/* "Two days later, the rebels freed them": the past tense tells more than a date that was taken for one to come. */
static bool is_past(const document *doc, uint32_t verb)
{
    if (verb == NONE || strcmp(doc->tokens.english_tag[verb], "VBD") == 0)
        return verb != NONE;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool auxiliary =
            doc->tokens.relation[c] == REL_AUX || doc->tokens.relation[c] == REL_AUX_PASS || doc->tokens.relation[c] == REL_COP;
        if (auxiliary && strcmp(doc->tokens.english_tag[c], "VBD") == 0)
            return true;
    }
    return false;
}

/* "have refused": done by now, whatever day the sentence names. */
static bool is_perfect(const document *doc, uint32_t verb)
{
    uint32_t have = verb == NONE ? NONE : child_by(doc, verb, REL_AUX);
    return have != NONE && (token_is(doc, have, "have") || token_is(doc, have, "has")) && strcmp(doc->tokens.english_tag[verb], "VBN") == 0;
}

/* "Students arranged a walk", "a seminar was arranged at the centre": held, where it is told in the past and of no day to come. */
static bool is_arranged_and_held(const document *doc, uint32_t noun, uint32_t verb)
{
    uint32_t day = child_by(doc, verb, REL_OBL), preposition = day == NONE ? NONE : preposition_of(doc, day);
    bool undergoes = doc->tokens.relation[noun] == REL_OBJ || doc->tokens.relation[noun] == REL_NSUBJ_PASS;
    bool for_day = preposition != NONE && token_is(doc, preposition, "for");
    return undergoes && lemma_is(doc, verb, "arrange") && is_past(doc, verb) && !for_day;
}

/* "plans to visit", "called for talks": what governs the verb or noun. */
static reality by_governor(const document *doc, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = trigger, steps = 0; t->head[at] != NONE && steps < 3; steps++) {
        uint8_t kind = t->relation[at];
        bool undergoes = kind == REL_NSUBJ_PASS && steps == 0; /* "the seminar was cancelled" */
        bool complement = undergoes || kind == REL_XCOMP || kind == REL_OBJ || kind == REL_OBL || kind == REL_NMOD || kind == REL_ACL ||
                          (kind == REL_CCOMP && !is_finite(doc, at) && !has_finite_auxiliary(doc, at)) ||
                          (kind == REL_ADVCL && is_infinitive(doc, at)) ||
                          (kind == REL_CONJ && child_by(doc, at, REL_NSUBJ) == NONE && !has_own_tense(doc, at));
        if (!complement || is_ground(doc, at))
            return REALITY_HAPPENED;
        at = t->head[at];
        static const char *const attending[] = {"attend", "join",    "boycott",    "skip",
                                                "miss",   "address", "participate"}; /* whoever comes or not, it is held */
        bool gathering = steps == 0 && phrase_at(doc, INDEX_GATHERING, trigger).rows.count;
        bool attended = gathering && kind != REL_XCOMP && LEMMA_AMONG(doc, at, attending) && !will_be(doc, at);
        if (attended || (gathering && is_arranged_and_held(doc, trigger, at)))
            return REALITY_HAPPENED;
        bool agreed_there =
            steps == 0 && is_setting(doc, trigger) && t->relation[at] == REL_XCOMP && strcmp(t->english_tag[t->head[at]], "VBD") == 0;
        if (agreed_there) /* "agreed to lift ties during talks" */
            return REALITY_HAPPENED;
        reality found =
            kind == REL_CONJ ? REALITY_HAPPENED : meaning(doc, at); /* "rejects the offer, vows to strike": beside it, not under it */
        if (lemma_is(doc, at, "anniversary"))                       /* "marked the anniversary of the massacre" */
            return REALITY_HISTORIC;
        static const char *const doing[] = {
            "use",   "gather", "meet", "assemble",
            "rally", "march",  "vote"}; /* "used tear gas to disperse them", "gathered to mark the day": what was done */
        bool took_to = lemma_is(doc, at, "take") && token_is(doc, at + 1, "to"); /* "took to the radio to denounce it" */
        bool done = lemma_is(doc, trigger, "protest") && steps == 0;             /* "dumped milk to protest": by dumping it */
        bool purpose = kind == REL_ADVCL && is_verb(doc, at) && !LEMMA_AMONG(doc, at, doing) && !took_to && !done;
        if (purpose)
            return REALITY_PLANNED;
        if (kind != REL_OBL && kind != REL_NMOD && found == REALITY_PLANNED && is_negated(doc, at)) /* "had no plans to investigate" */
            return REALITY_DENIED;
        if (kind != REL_OBL && kind != REL_NMOD && found != REALITY_HAPPENED)
            return found;
        phrase governing = phrase_at(doc, INDEX_REALITY, at);
        if (governing.rows.count && governing.end > at + 1)
            return found;
        if (is_verb(doc, at) && by_auxiliary(doc, at) != REALITY_HAPPENED && by_auxiliary(doc, at) != REALITY_ONGOING)
            return by_auxiliary(doc, at);
        if (is_verb(doc, at) && is_negated(doc, at) && !is_setting(doc, trigger))
            return REALITY_DENIED;
    }
    return REALITY_HAPPENED;
}

/* What was demanded, hoped or denied in words did not take place by being said; what a warning tells in the past did. */
static reality by_statement(const document *doc, uint32_t trigger, uint32_t verb)
{
    uint32_t voice = voice_of(doc, trigger);
    uint32_t says = verb != NONE && is_performative(doc, verb) ? verb : trigger;
    if (voice == NONE || (is_performative(doc, says) && child_by(doc, says, REL_AUX) == NONE))
        return REALITY_HAPPENED;
    static const struct {
        const char *force;
        reality means;
    } forces[] = {
        {"demand", REALITY_CALLED_FOR},    {"request", REALITY_CALLED_FOR}, {"propose", REALITY_CALLED_FOR}, {"hope", REALITY_WISHED},
        {"wish", REALITY_WISHED},          {"deny", REALITY_DENIED},        {"threaten", REALITY_PLANNED},   {"promise", REALITY_PLANNED},
        {"predict", REALITY_HYPOTHETICAL}, {"warn", REALITY_HYPOTHETICAL},
    };
    for (size_t i = 0; i < sizeof forces / sizeof *forces; i++)
        if (strcmp(doc->statements.items[voice].record.force, forces[i].force) == 0)
            return forces[i].means == REALITY_HYPOTHETICAL && is_past(doc, verb) ? REALITY_HAPPENED : forces[i].means;
    return REALITY_HAPPENED;
}

/* By the calendar: what lies after publication is planned, what lies over a year before it is history. */
static reality by_time(const document *doc, uint32_t when)
{
    if (when == NONE || !doc->times.items[when].value || !doc->published.year)
        return REALITY_HAPPENED;
    const char *value = doc->times.items[when].value;
    int year = 0, month = 0;
    if (sscanf(value, "%4d-%2d", &year, &month) < 1 || strlen(value) < 4)
        return REALITY_HAPPENED;
    if (strlen(value) == strlen("2023-05") && year == doc->published.year && month > (int)doc->published.month)
        return REALITY_PLANNED;
    day exact;
    bool full = strlen(value) >= 10 && calendar_parse((slice){value, 10}, &exact);
    if (full && calendar_compare(exact, doc->published) > 0)
        return REALITY_PLANNED;
    if (full ? calendar_number(doc->published) - calendar_number(exact) > 366 : year < doc->published.year - 1)
        return REALITY_HISTORIC;
    return year > doc->published.year ? REALITY_PLANNED : REALITY_HAPPENED;
}

/* "No motion has succeeded since the crackdown on protests": whether a noun, or one over it, is what came before the verb. */
static bool lies_before(const document *doc, uint32_t noun, uint32_t verb)
{
    for (uint32_t at = noun; at != NONE && at != verb; at = doc->tokens.head[at])
        if (is_ground(doc, at))
            return true;
    return false;
}

/* "The union called a strike", "a rally was announced for Friday": to come, unless its day has passed. */
static bool is_only_announced(const document *doc, uint32_t noun, uint32_t when)
{
    static const char *const announcing[] = {"announce", "call", "propose"};
    uint8_t kind = doc->tokens.relation[noun];
    uint32_t verb = kind == REL_OBJ || kind == REL_NSUBJ_PASS ? doc->tokens.head[noun] : NONE;
    bool known = when != NONE && doc->times.items[when].value && doc->published.year;
    return verb != NONE && LEMMA_AMONG(doc, verb, announcing) && phrase_at(doc, INDEX_GATHERING, noun).rows.count &&
           child_word(doc, noun, REL_DET, "the") == NONE && (!known || by_time(doc, when) == REALITY_PLANNED);
}

reality reality_of(const document *doc, uint32_t trigger, uint32_t when)
{
    uint32_t verb = is_verb(doc, trigger) ? trigger : verb_over(doc, trigger);
    if (verb != NONE && verb != trigger && lies_before(doc, trigger, verb))
        verb = NONE;
    bool setting = is_setting(doc, trigger);
    if (is_negated(doc, trigger) || (verb != NONE && is_negated(doc, verb) && !setting))
        return REALITY_DENIED;
    bool done_by_saying = is_performative(doc, trigger) || (verb != NONE && is_performative(doc, verb)); /* "want to express condolences" */
    reality found = done_by_saying ? REALITY_HAPPENED : by_governor(doc, trigger);
    if (found == REALITY_HAPPENED && verb != NONE)
        found = by_auxiliary(doc, verb);
    if (found == REALITY_HAPPENED && verb != NONE && !setting) /* "has frequently said so, most recently during a visit" */
        found = by_modifier(doc, verb);
    bool aside = verb != NONE && doc->tokens.relation[verb] == REL_ACL_RELCL && (is_past(doc, verb) || has_finite_auxiliary(doc, verb));
    if (found == REALITY_HAPPENED && !setting && !aside) /* "asked them to secure the border, where gunmen killed four" */
        found = by_statement(doc, trigger, verb);
    if (found == REALITY_HAPPENED && is_only_announced(doc, trigger, when))
        found = REALITY_PLANNED;
    if (found == REALITY_HAPPENED || found == REALITY_ONGOING) {
        reality dated = by_time(doc, when);
        if (dated != REALITY_HAPPENED && !(dated == REALITY_PLANNED && (is_past(doc, verb) || (verb == trigger && is_perfect(doc, verb)))))
            found = dated;
    }
    return found;
}
