/* Phrases that hang on the wrong word: "blames the army for air strikes". */
#include "syntax/repair_parts.h"

/* "accused the governments of Rwanda | of plundering": another "of" after the one of a token, under the verb or its object. */
static bool of_follows(const document *doc, sentence s, uint32_t token, uint32_t verb, uint32_t object)
{
    for (uint32_t i = token + 1; i < s.end; i++) {
        uint32_t head = token_is(doc, i, "of") ? doc->tokens.head[i] : NONE, over = head == NONE ? NONE : doc->tokens.head[head];
        if (over == verb || (over != NONE && over == object))
            return true;
    }
    return false;
}

/* "blames the army for air strikes", "accused troops of intensive fire", "appealed to donors for aid": what the verb tells the reason of,
 * not a kind of army; "blames the flood on climate change", "attributes it to the war". */
static void repair_reason(document *doc, sentence s)
{
    static const char *const verbs[] = {"blame",    "thank",     "praise", "commend", "criticize", "criticise", "condemn",  "denounce",
                                        "fault",    "prosecute", "sue",    "fine",    "punish",    "reward",    "rebuke",   "reprimand",
                                        "sanction", "chide",     "scold",  "honor",   "honour",    "appeal",    "attribute"};
    static const char *const with_of[] = {"accuse", "suspect", "convict", "acquit", "deprive", "rob",    "remind",
                                          "warn",   "notify",  "clear",   "inform", "apprise", "relieve"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t object = t->relation[i] == REL_NMOD ? t->head[i] : NONE, verb = object == NONE ? NONE : t->head[object];
        bool told = object != NONE && (t->relation[object] == REL_OBJ || t->relation[object] == REL_IOBJ ||
                                       (t->relation[object] == REL_OBL && lemma_is(doc, verb, "appeal")));
        bool of_verb = told && object < i && verb != NONE && verb < object;
        if (!of_verb || (!LEMMA_AMONG(doc, verb, verbs) && !LEMMA_AMONG(doc, verb, with_of)))
            continue;
        uint32_t mark = first_by(doc, object + 1, i, i, REL_CASE);
        bool on = mark != NONE && ((token_is(doc, mark, "on") && lemma_is(doc, verb, "blame")) ||
                                   (token_is(doc, mark, "to") && lemma_is(doc, verb, "attribute")));
        bool of = mark != NONE && token_is(doc, mark, "of") && LEMMA_AMONG(doc, verb, with_of) && !of_follows(doc, s, i, verb, object);
        if (mark != NONE && (token_is(doc, mark, "for") || of || on))
            attach(doc, i, verb, REL_OBL, "obl");
    }
}

/* "clashes broke out in the capital between protesters and police": between whom is told of what takes two, not of the place. */
static void repair_between(document *doc, sentence s)
{
    static const char *const mutual[] = {"clash", "talk",    "fighting",  "battle",    "war",      "meeting", "negotiation", "dispute",
                                         "truce", "tension", "conflict",  "ceasefire", "summit",   "match",   "dialogue",    "firefight",
                                         "tie",   "trade",   "agreement", "accord",    "violence", "deal"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t place = t->relation[i] == REL_NMOD ? t->head[i] : NONE, mark = place == NONE ? NONE : first_by(doc, place, i, i, REL_CASE);
        if (mark == NONE || !token_is(doc, mark, "between") || t->relation[place] != REL_OBL)
            continue;
        uint32_t verb = t->head[place], noun = first_by(doc, s.first, place, verb, REL_NSUBJ);
        noun = noun == NONE ? first_by(doc, s.first, place, verb, REL_NSUBJ_PASS) : noun;
        if (noun != NONE && LEMMA_AMONG(doc, noun, mutual))
            attach(doc, i, noun, REL_NMOD, "nmod");
    }
}

/* "found Mohamed Abdi guilty", "found Ana Vega, a former mayor, guilty": what somebody was found, not the end of his name or another
 * office. */
static void repair_predicate(document *doc, sentence s)
{
    enum { STEPS = 3 };
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t found = token_is(doc, i, "guilty") && !token_is(doc, i - 1, "not") && t->relation[i] != REL_XCOMP ? t->head[i] : NONE;
        for (uint32_t steps = 0; steps < STEPS && found != NONE && !lemma_is(doc, found, "find"); steps++)
            found = t->head[found];
        if (found != NONE && found < i && lemma_is(doc, found, "find") && first_by(doc, found, i, found, REL_OBJ) != NONE &&
            first_by(doc, s.first, i, i, REL_COP) == NONE) {
            t->tag[i] = POS_ADJ;
            attach(doc, i, found, REL_XCOMP, "xcomp");
        }
        uint32_t name = t->relation[i] == REL_FLAT && t->tag[i] == POS_ADJ && !t->capital[i] ? t->head[i] : NONE;
        if (name != NONE && t->relation[name] == REL_OBJ && t->head[name] != NONE && t->head[name] < name)
            attach(doc, i, t->head[name], REL_XCOMP, "xcomp");
    }
}

/* "In Mekele, the region's capital, a strike hit a school": what is told of the place between commas, taken for who did it. */
static void repair_aside(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t comma = first_comma(doc, s.first, s.end), second = comma == NONE ? NONE : first_comma(doc, comma + 1, s.end);
    if (second == NONE || t->tag[s.first] != POS_ADP)
        return;
    for (uint32_t i = comma + 1; i < second; i++) {
        uint32_t verb = t->relation[i] == REL_NSUBJ ? t->head[i] : NONE, place = NONE, real = NONE;
        for (uint32_t k = s.first; verb != NONE && k < comma; k++)
            place = t->head[k] == verb && t->relation[k] == REL_OBL ? k : place;
        for (uint32_t k = second + 1; verb != NONE && k < verb; k++)
            real = is_subject_of(doc, k, verb) ? k : real;
        if (place != NONE && real != NONE)
            attach(doc, i, place, REL_APPOS, "appos");
    }
}

/* "They were arrested the moment they came": when, taken for whom. */
static void repair_moment(document *doc, sentence s)
{
    static const char *const moments[] = {"moment", "minute", "instant", "day", "night", "year", "week"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t verb = t->relation[i] == REL_OBJ && TOKEN_AMONG(doc, i, moments) ? t->head[i] : NONE;
        if (verb != NONE && verb < i && first_by(doc, s.first, verb, verb, REL_AUX_PASS) != NONE)
            attach(doc, i, verb, REL_OBL, "obl:unmarked");
    }
}

/* "was ousted by invading troops": who they are, taken for what somebody did. */
static void repair_agent_with_participle(document *doc, sentence s)
{
    static const char *const acting[] = {"invading", "advancing", "retreating", "occupying", "attacking", "protesting",
                                         "rioting",  "warring",   "marauding",  "rampaging", "striking"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i + 1 < s.end; i++) {
        uint32_t verb = t->relation[i] == REL_ADVCL && token_is(doc, i - 1, "by") && TOKEN_AMONG(doc, i, acting) ? t->head[i] : NONE,
                 who = verb == NONE || verb > i ? NONE : first_by(doc, i + 1, s.end, i, REL_OBJ);
        if (who == NONE || first_by(doc, s.first, verb, verb, REL_AUX_PASS) == NONE || token_is(doc, i + 1, "the"))
            continue;
        attach(doc, who, verb, REL_OBL_AGENT, "obl:agent");
        attach(doc, i, who, REL_AMOD, "amod");
        attach(doc, i - 1, who, REL_CASE, "case");
        for (uint32_t k = i + 1; k < s.end; k++)
            if (t->head[k] == i)
                doc->tokens.head[k] = k < who ? who : verb;
    }
}

/* "arrested at least 12", "killed at least 30": how many, taken for where. */
static void repair_number_object(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t verb = i - 3;
        bool at = t->tag[i] == POS_NUM && t->relation[i] == REL_OBL && t->head[i] == verb && token_is(doc, verb + 1, "at") &&
                  (token_is(doc, verb + 2, "least") || token_is(doc, verb + 2, "most"));
        if (at && t->tag[verb] == POS_VERB && first_by(doc, s.first, s.end, verb, REL_OBJ) == NONE)
            attach(doc, i, verb, REL_OBJ, "obj");
    }
}

/* "burned tires and staged protests": what is staged, taken for another of what is burned. */
static void repair_second_object(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t verb = s.first + 1; verb + 1 < s.end; verb++) {
        bool joined = t->tag[verb] == POS_VERB && t->relation[verb] == REL_CONJ && t->tag[t->head[verb]] == POS_VERB && !t->capital[verb] &&
                      strncmp(t->english_tag[verb], "VB", 2) == 0 && first_by(doc, s.first, s.end, verb, REL_OBJ) == NONE;
        for (uint32_t i = verb + 1; joined && i < s.end && t->tag[i] != POS_PUNCT && t->tag[i] != POS_CCONJ; i++) {
            bool other =
                t->relation[i] == REL_CONJ && is_noun(doc, i) && t->head[i] < verb && is_noun(doc, t->head[i]) && !is_under(doc, verb, i);
            if (!other)
                continue;
            attach(doc, i, verb, REL_OBJ, "obj");
            break;
        }
    }
}

/* "The minister Monday refused": a day between somebody and the verb, taken for a second subject. */
static void repair_weekday(document *doc, sentence s)
{
    static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++)
        if (t->relation[i] == REL_NSUBJ && TOKEN_AMONG(doc, i, days) && first_by(doc, s.first, i, t->head[i], REL_NSUBJ) != NONE)
            attach(doc, i, t->head[i], REL_OBL, "obl:unmarked");
}

/* "Ambassador Vega, who leads it, in Lima praised the accord": what a preposition brings, taken for a second subject. */
static void repair_place_as_subject(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t verb = t->relation[i] == REL_NSUBJ && t->head[i] > i ? t->head[i] : NONE,
                 subject = verb == NONE ? NONE : first_by(doc, s.first, i, verb, REL_NSUBJ);
        uint32_t mark = subject == NONE ? NONE : first_by(doc, subject + 1, i, i, REL_CASE);
        if (mark != NONE && mark == subject + 1) /* "many in the city worry" */
            attach(doc, i, subject, REL_NMOD, "nmod");
        else if (mark != NONE)
            attach(doc, i, verb, REL_OBL, "obl");
    }
}

/* "For the third time a special event in observance of the day was held": what no preposition leads and tells no time is who or what is
 * meant, however far the verb. */
static void repair_far_subject(document *doc, sentence s)
{
    static const char *const measures[] = {"time", "way",       "bit",       "lot",   "degree", "percent",
                                           "mile", "kilometer", "kilometre", "metre", "meter"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        uint32_t verb = t->relation[i] == REL_OBL && t->tag[i] == POS_NOUN ? t->head[i] : NONE;
        bool bare = verb != NONE && verb > i && t->relation[verb] != REL_XCOMP && first_by(doc, s.first, i, i, REL_CASE) == NONE &&
                    first_by(doc, s.first, i, i, REL_DET) != NONE;
        if (!bare || lemma_in(doc, INDEX_TIME_WORD, i) || LEMMA_AMONG(doc, i, measures) || has_subject(doc, s, verb))
            continue;
        bool passive = first_by(doc, i, verb, verb, REL_AUX_PASS) != NONE;
        if (!passive && !is_finite(doc, verb))
            continue;
        attach_subject(doc, i, verb, passive);
    }
}

void repair_phrases(document *doc, sentence s)
{
    repair_moment(doc, s);
    repair_weekday(doc, s);
    repair_place_as_subject(doc, s);
    repair_far_subject(doc, s);
    repair_second_object(doc, s);
    repair_number_object(doc, s);
    repair_agent_with_participle(doc, s);
    repair_aside(doc, s);
    repair_reason(doc, s);
    repair_between(doc, s);
    repair_predicate(doc, s);
}
