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

/* "blames the army for air strikes", "accused troops of intensive fire": what the verb tells the reason of, not a kind of army. */
static void repair_reason(document *doc, sentence s)
{
    static const char *const verbs[] = {"blame",    "thank",     "praise",    "commend", "criticize", "criticise", "condemn",
                                        "denounce", "fault",     "prosecute", "sue",     "fine",      "punish",    "reward",
                                        "rebuke",   "reprimand", "sanction",  "chide",   "scold",     "honor",     "honour"};
    static const char *const with_of[] = {"accuse", "suspect", "convict", "acquit", "deprive", "rob",    "remind",
                                          "warn",   "notify",  "clear",   "inform", "apprise", "relieve"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t object = t->relation[i] == REL_NMOD ? t->head[i] : NONE, verb = object == NONE ? NONE : t->head[object];
        bool told = object != NONE && (t->relation[object] == REL_OBJ || t->relation[object] == REL_IOBJ);
        bool of_verb = told && object < i && verb != NONE && verb < object;
        if (!of_verb || (!LEMMA_AMONG(doc, verb, verbs) && !LEMMA_AMONG(doc, verb, with_of)))
            continue;
        uint32_t mark = first_by(doc, object + 1, i, i, REL_CASE);
        bool of = mark != NONE && token_is(doc, mark, "of") && LEMMA_AMONG(doc, verb, with_of) && !of_follows(doc, s, i, verb, object);
        if (mark != NONE && (token_is(doc, mark, "for") || of))
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

/* "found Mohamed Abdi guilty": what somebody was found, not the end of his name. */
static void repair_predicate(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
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

/* "pledged on Tuesday not to close the mine": what somebody is ready to do, not what for; nothing but a time stands between. */
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
        if (time != NONE && time + 1 == begin && !matter)
            attach(doc, i, verb, REL_XCOMP, "xcomp");
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

/* "a warrant for Vega, accused of murder": who is accused stands before the comma, and not what is for her. */
static void repair_accused(document *doc, sentence s)
{
    static const char *const done[] = {"accuse", "charge", "convict", "suspect", "indict", "sentence", "jail", "detain", "arrest", "wound"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        bool participle = t->relation[i] == REL_ACL && strcmp(t->english_tag[i], "VBN") == 0 && token_is(doc, i - 1, ",");
        uint32_t over = participle && LEMMA_AMONG(doc, i, done) ? t->head[i] : NONE, name = i - 2;
        while (over != NONE && t->relation[name] == REL_FLAT && t->head[name] != NONE)
            name = t->head[name];
        if (over != NONE && over < name && t->tag[name] == POS_PROPN && t->relation[name] == REL_NMOD && t->head[name] == over)
            attach(doc, i, name, REL_ACL, "acl");
    }
}

/* 'a banner reading "Leave us alone"': what stands on it, taken for something else that was done. */
static void repair_reading(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++)
        if (token_is(doc, i, "reading") && t->tag[i] == POS_VERB && t->relation[i] == REL_OBJ && t->relation[i - 1] == REL_OBJ &&
            t->head[i - 1] == t->head[i])
            attach(doc, i, i - 1, REL_ACL, "acl");
}

/* "Visiting Prime Minister Ana Vega met them", "met visiting Prime Minister Ana Vega": who visits, taken for whom somebody visits. */
static void repair_visitor(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 2 < s.end; i++) {
        bool visiting = token_is(doc, i, "visiting") && t->tag[i] == POS_VERB, opens = visiting && t->relation[i] == REL_CSUBJ;
        bool met = visiting && t->relation[i] == REL_XCOMP && t->head[i] + 1 == i; /* right behind its verb */
        uint32_t verb = opens || met ? t->head[i] : NONE, guest = verb == NONE ? NONE : first_by(doc, i + 1, s.end, i, REL_OBJ);
        if (opens && guest == NONE)
            guest = first_by(doc, i + 1, verb, verb, REL_NSUBJ);
        if (guest == NONE || (opens && guest > verb) || !is_noun(doc, guest))
            continue;
        attach(doc, guest, verb, opens ? REL_NSUBJ : REL_OBJ, opens ? "nsubj" : "obj");
        attach(doc, i, guest, REL_AMOD, "amod");
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

/* "The minister Monday refused": a day between somebody and the verb, taken for a second subject. */
static void repair_weekday(document *doc, sentence s)
{
    static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++)
        if (t->relation[i] == REL_NSUBJ && TOKEN_AMONG(doc, i, days) && first_by(doc, s.first, i, t->head[i], REL_NSUBJ) != NONE)
            attach(doc, i, t->head[i], REL_OBL, "obl:unmarked");
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

/* "in Indian illegally occupied Kashmir": what a place is called, taken for what somebody does. */
static void repair_occupied(document *doc, sentence s)
{
    static const char *const held[] = {"occupied", "administered", "held", "controlled", "annexed"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i + 1 < s.end; i++) {
        uint32_t place = i + 1, by = i - 1 - (t->tag[i - 1] == POS_ADV);
        bool clause = TOKEN_AMONG(doc, i, held) && t->head[place] == i && t->relation[place] == REL_OBJ && t->capital[place];
        bool called = clause && by > s.first && t->tag[by] == POS_ADJ && t->capital[by] && t->head[by] != NONE && by < i &&
                      (t->relation[by] == REL_OBL || t->relation[by] == REL_NMOD || t->relation[by] == REL_OBJ);
        if (!called)
            continue;
        attach(doc, place, t->head[by], (relation)t->relation[by], t->relation_name[by]);
        attach(doc, by, place, REL_AMOD, "amod");
        attach(doc, i, place, REL_AMOD, "amod");
        for (uint32_t k = s.first; k < by; k++)
            if (t->head[k] == by)
                t->head[k] = place;
    }
}

/* "Ana Vega, an activist and a lawyer, said": two things that she is, of which the second was taken for somebody beside her. */
static void repair_apposed_pair(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 4; i < s.end; i++) {
        uint32_t name = t->relation[i] == REL_CONJ && t->tag[i] == POS_NOUN ? t->head[i] : NONE;
        uint32_t first = name == NONE || t->tag[name] != POS_PROPN ? NONE : first_by(doc, name + 1, i, name, REL_APPOS);
        uint32_t article = first_by(doc, s.first, i, i, REL_DET);
        bool pair = first != NONE && t->tag[first] == POS_NOUN && article != NONE && t->lower[article].bytes[0] == 'a';
        if (pair && token_is(doc, article - 1, "and") && first_comma(doc, i, s.end) != NONE)
            attach(doc, i, first, REL_CONJ, "conj");
    }
}

/* "The Media Indonesia daily reported": a paper, taken for an adverb. */
static void repair_daily(document *doc, sentence s)
{
    static const char *const papers[] = {"daily", "weekly"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++)
        if (t->tag[i] == POS_ADV && t->relation[i] == REL_NSUBJ && (t->capital[i - 1] || is_noun(doc, i - 1)) &&
            TOKEN_AMONG(doc, i, papers)) {
            t->tag[i] = POS_NOUN;
            t->english_tag[i] = "NN";
            t->features[i] = "Number=Sing";
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

/* Whether a word hangs below another, or is it. */
static bool hangs_below(const document *doc, uint32_t word, uint32_t over)
{
    while (word != NONE && word != over)
        word = doc->tokens.head[word];
    return word == over;
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
            beside = t->tag[k] == POS_PUNCT || hangs_below(doc, k, i);
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

/* "The People's Party (PP) vice-president Ana Vega was arrested": whoever holds an office of a body with its acronym is meant, not the
 * body. */
static void repair_holder(document *doc, sentence s)
{
    enum { LONGEST_TITLE = 4 };
    token_table *t = &doc->tokens;
    for (uint32_t close = s.first + 3; close + 2 < s.end; close++) {
        if (!token_is(doc, close, ")") || !token_is(doc, close - 2, "(") || !in_capitals(doc, close - 1, 2) || !is_noun(doc, close - 3))
            continue;
        uint32_t name = close + 1, body = close - 3;
        while (name < s.end && name <= close + LONGEST_TITLE && !(t->capital[name] && t->tag[name] == POS_PROPN) &&
               t->tag[name] != POS_PUNCT)
            name++;
        bool titled = name > close + 1 && name < s.end && t->tag[name] == POS_PROPN && begins_key(doc, name - 1, INDEX_OFFICE);
        if (!titled || t->head[name] == NONE)
            continue;
        while (t->head[body] != NONE && t->head[body] < close && t->head[body] >= s.first && is_noun(doc, t->head[body]))
            body = t->head[body];
        bool beside = t->head[name] == t->head[body] && t->relation[name] == t->relation[body];
        if (t->head[body] == NONE || !(beside || is_under(doc, name, body)))
            continue;
        attach(doc, name, t->head[body], (relation)t->relation[body], t->relation_name[body]);
        attach(doc, body, name, REL_COMPOUND, "compound");
    }
}

/* "Police claim she left": a plural beside a verb in the present that has no subject, taken for a part of a compound. */
static void repair_compound_subject(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 1 < s.end; i++) {
        bool verb =
            t->head[i] == i + 1 && t->relation[i] == REL_COMPOUND && t->tag[i + 1] == POS_VERB && strcmp(t->english_tag[i + 1], "VBP") == 0;
        if (verb && is_noun(doc, i) && !has_subject(doc, s, i + 1))
            attach(doc, i, i + 1, REL_NSUBJ, "nsubj");
    }
}

/* "Tourism and Sports Minister Ana Vega said": two things that a minister has charge of, read as a thing and somebody. */
static void repair_two_portfolios(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 3 < s.end; i++) {
        bool two = t->capital[i] && t->capital[i + 2] && token_is(doc, i + 1, "and") && is_noun(doc, i) && is_noun(doc, i + 2);
        bool behind_name = i > s.first && t->tag[i - 1] == POS_PROPN;
        bool thing = two && !behind_name && !lexicon_find(doc->lexicon, INDEX_OFFICE, t->lower[i]).count &&
                     (t->tag[i] == POS_NOUN || lexicon_find(doc->lexicon, INDEX_COMMON_WORD, t->lower[i]).count);
        if (!thing || !(token_is(doc, i + 3, "minister") || token_is(doc, i + 3, "secretary")))
            continue;
        uint32_t holder = first_by(doc, i + 3, s.end, i, REL_CONJ);
        bool titled = holder != NONE && (holder == i + 3 || t->head[i + 3] == holder) && t->head[i] != NONE;
        if (!titled)
            continue;
        attach(doc, holder, t->head[i], (relation)t->relation[i], t->relation_name[i]);
        attach(doc, i, i + 3, REL_COMPOUND, "compound");
    }
}

void repair_phrases(document *doc, sentence s)
{
    repair_two_portfolios(doc, s);
    repair_compound_subject(doc, s);
    repair_holder(doc, s);
    repair_reading(doc, s);
    repair_visitor(doc, s);
    repair_moment(doc, s);
    repair_weekday(doc, s);
    repair_daily(doc, s);
    repair_purpose(doc, s);
    repair_apposed_pair(doc, s);
    repair_demand(doc, s);
    repair_occupied(doc, s);
    repair_opening(doc, s);
    repair_after_participle(doc, s);
    repair_after(doc, s);
    repair_accused(doc, s);
    repair_active(doc, s);
    repair_aside(doc, s);
    repair_request(doc, s);
    repair_commitment(doc, s);
    repair_result(doc, s);
    repair_reason(doc, s);
    repair_between(doc, s);
    repair_predicate(doc, s);
}
