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

/* "pressed Zambia to cut spending": what somebody is asked, told or made to do, not what for. */
static void repair_request(document *doc, sentence s)
{
    static const char *const asking[] = {"ask",      "urge",   "press",   "pressure", "push",    "order",     "tell",
                                         "instruct", "force",  "want",    "persuade", "invite",  "encourage", "advise",
                                         "warn",     "beg",    "implore", "lobby",    "prod",    "allow",     "permit",
                                         "forbid",   "enable", "compel",  "direct",   "command", "expect",    "coerce"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t verb = t->relation[i] == REL_ADVCL ? t->head[i] : NONE,
                 object = verb == NONE ? NONE : first_by(doc, verb, i, verb, REL_OBJ);
        uint32_t mark = object == NONE ? NONE : first_by(doc, object, i, i, REL_MARK);
        if (mark != NONE && mark == i - 1 && token_is(doc, mark, "to") && t->tag[i] == POS_VERB && LEMMA_AMONG(doc, verb, asking) &&
            !token_is(doc, mark - 1, ","))
            attach(doc, i, verb, REL_XCOMP, "xcomp");
    }
}

/* "pledged on Tuesday not to close the mine": what somebody is ready to do, not what for; nothing stands between, or a time. */
static void repair_commitment(document *doc, sentence s)
{
    static const char *const committing[] = {"pledge",  "promise", "vow",    "agree", "refuse",    "decide", "threaten",
                                             "decline", "swear",   "intend", "hope",  "undertake", "vote",   "choose"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        bool advcl = t->relation[i] == REL_ADVCL && t->tag[i] == POS_VERB && token_is(doc, i - 1, "to");
        uint32_t verb = advcl ? t->head[i] : NONE;
        if (verb == NONE || verb > i || !LEMMA_AMONG(doc, verb, committing) || first_by(doc, verb, i, verb, REL_OBJ) != NONE)
            continue;
        uint32_t time = first_by(doc, verb, i, verb, REL_OBL),
                 begin = i - 1 - (token_is(doc, i - 2, "not") || token_is(doc, i - 2, "never"));
        bool matter = time != NONE && !t->capital[time] && token_is(doc, verb + 1, "on"); /* "decide on a schedule to" */
        if (verb + 1 == begin || (time != NONE && time + 1 == begin && !matter))
            attach(doc, i, verb, REL_XCOMP, "xcomp");
    }
}

/* "It was quick to add that": "it" is somebody, who is quick and adds, and no mere "it" of a verb to come. */
static void repair_readiness(document *doc, sentence s)
{
    static const char *const ready[] = {"quick",  "eager",    "keen",       "ready",    "reluctant", "willing", "unwilling", "able",
                                        "unable", "hesitant", "determined", "prepared", "anxious",   "loath",   "powerless", "careful"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t adjective = t->relation[i] == REL_CSUBJ && token_is(doc, i - 1, "to") ? t->head[i] : NONE,
                 it = adjective == NONE || adjective > i ? NONE : first_by(doc, s.first, adjective, adjective, REL_EXPL);
        if (it == NONE || !TOKEN_AMONG(doc, adjective, ready))
            continue;
        attach_subject(doc, it, adjective, false);
        attach(doc, i, adjective, REL_XCOMP, "xcomp");
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

static bool is_of_rules(const document *doc, uint32_t verb)
{
    return lexicon_find(doc->lexicon, INDEX_RULE, slice_of(doc->tokens.lemma[verb])).count > 0;
}

/* "fired at a car carrying lawyers, killing two": what came of the deed, not of what the car was doing. */
static void repair_result(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        bool result = t->relation[i] == REL_ADVCL && strcmp(t->english_tag[i], "VBG") == 0 && token_is(doc, i - 1, ",");
        uint32_t aside = result ? t->head[i] : NONE, noun = aside == NONE ? NONE : t->head[aside];
        if (noun == NONE || t->relation[aside] != REL_ACL || is_of_rules(doc, aside) || !is_of_rules(doc, i))
            continue;
        uint32_t verb = t->head[noun];
        if (verb != NONE && verb < noun && t->tag[verb] == POS_VERB && is_of_rules(doc, verb))
            attach(doc, i, verb, REL_ADVCL, "advcl");
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

/* "took to Twitter to say that it was over": what for, a clause, taken for a noun that tells where ("took them to court"). */
static void repair_purpose(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        bool told_where = t->relation[i] == REL_OBL && t->tag[i] == POS_VERB && strcmp(t->english_tag[i], "VB") == 0;
        bool clause = first_by(doc, i + 1, s.end, i, REL_CCOMP) != NONE || first_by(doc, i + 1, s.end, i, REL_OBJ) != NONE;
        if (told_where && clause && token_is(doc, i - 1, "to"))
            attach(doc, i, t->head[i], REL_ADVCL, "advcl");
    }
}

/* "blocked the road demanding water": what people do so for, not what the road does. */
static void repair_demand(document *doc, sentence s)
{
    static const char *const blocks[] = {"block",  "barricade", "obstruct", "blockade", "occupy",
                                         "picket", "close",     "jam",      "disrupt",  "shut"};
    static const char *const demands[] = {"protest", "demand", "chant", "seek", "denounce", "condemn", "oppose", "call"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t thing = t->relation[i] == REL_ACL && strcmp(t->english_tag[i], "VBG") == 0 ? t->head[i] : NONE;
        bool object = thing != NONE && t->relation[thing] == REL_OBJ && t->head[thing] != NONE && t->head[thing] < thing;
        if (object && LEMMA_AMONG(doc, i, demands) && LEMMA_AMONG(doc, t->head[thing], blocks))
            attach(doc, i, t->head[thing], REL_ADVCL, "advcl");
    }
}

/* "abstained from a vote on the resolution demanding a truce": the text demands it, not who abstained. */
static void repair_text_demanding(document *doc, sentence s)
{
    static const char *const texts[] = {"resolution", "motion",    "petition",   "letter",   "bill", "declaration",
                                        "document",   "message",   "leaflet",    "decree",   "law",  "draft",
                                        "communique", "editorial", "memorandum", "manifesto"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        bool participle = strcmp(t->english_tag[i], "VBG") == 0 && t->relation[i] == REL_ADVCL && begins_key(doc, i, INDEX_CUE);
        if (participle && t->tag[i - 1] == POS_NOUN && LEMMA_AMONG(doc, i - 1, texts) && !is_under(doc, i - 1, i))
            attach(doc, i, i - 1, REL_ACL, "acl");
    }
}

static bool is_told_when(const document *doc, uint32_t mark)
{
    static const char *const marks[] = {"after", "before", "as", "until", "since"};
    return mark != NONE && TOKEN_AMONG(doc, mark, marks);
}

/* "After the plan failed, she said it was over": when she said so, taken for what she said. */
static void repair_opening(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    uint32_t clause = t->relation[s.first] == REL_MARK && is_told_when(doc, s.first) ? t->head[s.first] : NONE;
    if (clause != NONE && t->relation[clause] == REL_CCOMP && t->head[clause] > clause)
        attach(doc, clause, t->head[clause], REL_ADVCL, "advcl");
}

/* "Opening the forum, Ambassador Vega noted": whoever notes, taken for what the forum is. */
static void repair_after_participle(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    uint32_t verb = t->relation[s.first] == REL_ADVCL && strcmp(t->english_tag[s.first], "VBG") == 0 ? t->head[s.first] : NONE,
             comma = verb == NONE || verb < s.first ? NONE : first_comma(doc, s.first, verb);
    if (comma == NONE || !is_finite(doc, verb) || has_subject(doc, s, verb))
        return;
    for (uint32_t i = comma + 1; i < verb; i++) {
        bool beside = (t->relation[i] == REL_APPOS || t->relation[i] == REL_CONJ) && t->head[i] < comma && is_noun(doc, i);
        for (uint32_t k = comma + 1; beside && k < verb; k++)
            beside = t->tag[k] == POS_PUNCT || is_under(doc, k, i);
        if (beside)
            attach(doc, i, verb, REL_NSUBJ, "nsubj");
    }
}

/* "ended after a delegation led by Vega met the governor": who meets, taken for what the first is after. */
static void repair_after(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        bool clause = (t->relation[i] == REL_ADVCL || t->relation[i] == REL_CCOMP) && strcmp(t->english_tag[i], "VBD") == 0;
        uint32_t verb = clause ? t->head[i] : NONE, noun = NONE;
        if (verb == NONE || first_by(doc, s.first, s.end, i, REL_NSUBJ) != NONE)
            continue;
        bool opens = verb > i; /* the sentence, and a comma ends it */
        for (uint32_t k = opens ? s.first : verb + 1; k < i; k++)
            noun = (t->head[k] == verb || t->head[k] == i) && t->relation[k] == REL_OBL ? k : noun;
        uint32_t mark = noun == NONE ? NONE : first_by(doc, s.first, noun, noun, REL_CASE);
        bool set_off = !opens || (mark == s.first && first_comma(doc, i, verb) != NONE);
        if (!is_told_when(doc, mark) || !set_off || first_by(doc, noun, i, i, REL_MARK) != NONE)
            continue;
        attach(doc, i, verb, REL_ADVCL, "advcl");
        attach(doc, noun, i, REL_NSUBJ, "nsubj");
        attach(doc, mark, i, REL_MARK, "mark");
    }
}

/* "said two had been arrested, and accused a gang": what has an object of its own is no passive after a passive. */
static void repair_active(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++) {
        bool bare = t->relation[i] == REL_CONJ && strcmp(t->english_tag[i], "VBN") == 0 && first_by(doc, s.first, i, i, REL_AUX) == NONE &&
                    first_by(doc, s.first, i, i, REL_AUX_PASS) == NONE;
        bool fined =
            t->relation[i] == REL_CONJ && lemma_is(doc, i, "fine") && first_by(doc, s.first, s.end, t->head[i], REL_AUX_PASS) != NONE;
        if (fined && strcmp(t->english_tag[i], "VBD") == 0) { /* "was jailed and fined 500 dollars" */
            t->english_tag[i] = "VBN";
            t->features[i] = "Tense=Past|VerbForm=Part";
        }
        bool after_passive = bare && first_by(doc, s.first, s.end, t->head[i], REL_AUX_PASS) != NONE;
        static const char *const never[] = {"appeal", "vow", "insist", "argue", "complain", "reply"}; /* in the passive */
        if (after_passive && LEMMA_AMONG(doc, i, never))
            make_finite(doc, i);
        bool acts = after_passive && lexicon_find(doc->lexicon, INDEX_TRANSITIVE, slice_of(t->lemma[i])).count;
        uint32_t object = acts ? first_by(doc, i + 1, s.end, i, REL_OBJ) : NONE;
        if (object != NONE && is_noun(doc, object) && first_by(doc, i + 1, object, object, REL_NUMMOD) == NONE)
            make_finite(doc, i);
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
    repair_purpose(doc, s);
    repair_demand(doc, s);
    repair_text_demanding(doc, s);
    repair_opening(doc, s);
    repair_after_participle(doc, s);
    repair_after(doc, s);
    repair_active(doc, s);
    repair_aside(doc, s);
    repair_request(doc, s);
    repair_commitment(doc, s);
    repair_readiness(doc, s);
    repair_result(doc, s);
    repair_reason(doc, s);
    repair_between(doc, s);
    repair_predicate(doc, s);
}
