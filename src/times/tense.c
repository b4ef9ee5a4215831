#include "times/tense.h"

#include "grammar/tree.h"

/* "polls close on Friday", "the council meets Monday": the present of what is fixed beforehand. */
static bool goes_by_timetable(const document *doc, uint32_t verb)
{
    static const char *const fixed[] = {"close",  "open", "begin", "start",  "end",    "meet",    "leave", "depart",
                                        "arrive", "vote", "visit", "expire", "resume", "convene", "host",  "return"};
    bool present = strcmp(doc->tokens.english_tag[verb], "VBZ") == 0 || strcmp(doc->tokens.english_tag[verb], "VBP") == 0;
    return present && LEMMA_AMONG(doc, verb, fixed);
}

/* "will be held", "is to be held": of a verb with its auxiliaries. */
static tense tense_of(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool past = strcmp(t->english_tag[verb], "VBD") == 0, infinitive = false, present = false;
    for (uint32_t c = first_child(doc, verb); c != NONE && c < verb; c = next_child(doc, c)) {
        if (t->relation[c] == REL_MARK && token_is(doc, c, "to"))
            infinitive = true;
        if (t->relation[c] != REL_AUX && t->relation[c] != REL_AUX_PASS && t->relation[c] != REL_COP)
            continue;
        if (token_is(doc, c, "will") || token_is(doc, c, "shall") || token_is(doc, c, "'ll") || token_is(doc, c, "would"))
            return TENSE_FUTURE;
        present |= token_is(doc, c, "is") || token_is(doc, c, "are");
        past |= token_is(doc, c, "was") || token_is(doc, c, "were") || token_is(doc, c, "had") || token_is(doc, c, "has") ||
                token_is(doc, c, "have") || token_is(doc, c, "did");
    }
    if (infinitive && present) /* "is to be held", with "is" for an auxiliary */
        return TENSE_FUTURE;
    static const char *const coming[] = {"be", "set", "plan", "schedule", "expect", "intend", "due"};
    if (infinitive && LEMMA_AMONG(doc, t->head[verb], coming))
        return TENSE_FUTURE;
    return past ? TENSE_PAST : !present && goes_by_timetable(doc, verb) ? TENSE_FUTURE : TENSE_UNKNOWN;
}

/* Before "9 a.m. EST on" of "9 a.m. EST on Tuesday": the word that says how the day is meant, or NONE. */
static uint32_t word_before(const document *doc, uint32_t token)
{
    static const char *const between[] = {"on", "est", "edt", "gmt", "a.m.", "p.m.", "noon", "midnight", ","};
    while (token > 0 && (TOKEN_AMONG(doc, token - 1, between) || doc->tokens.tag[token - 1] == POS_NUM))
        token--;
    return token > 0 ? token - 1 : NONE;
}

/* "as soon as Friday", "payable Dec. 15", "due on May 1": what looks ahead by itself. */
static bool is_awaited(const document *doc, uint32_t before)
{
    static const char *const ahead[] = {"payable", "effective", "due", "redeemable", "starting"};
    bool as = before > 1 && token_is(doc, before, "as") && token_is(doc, before - 2, "as");
    return TOKEN_AMONG(doc, before, ahead) || (as && (token_is(doc, before - 1, "soon") || token_is(doc, before - 1, "early")));
}

/* "a strike for Monday", but not "fined for Monday's match" */
static bool is_set_for(const document *doc, uint32_t token, uint32_t before)
{
    static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return before != NONE && token_is(doc, before, "for") && TOKEN_AMONG(doc, token, days) && !is_genitive(doc, token + 1);
}

/* "announced a strike on Monday": what is announced lies ahead, where the day hangs on it. */
static bool is_announced(const document *doc, uint32_t noun, uint32_t verb)
{
    static const char *const announcing[] = {"announce", "call", "propose", "declare"};
    uint8_t kind = doc->tokens.relation[noun];
    return doc->tokens.tag[noun] == POS_NOUN && (kind == REL_OBJ || kind == REL_NSUBJ_PASS) && LEMMA_AMONG(doc, verb, announcing) &&
           doc->tokens.time[noun] == NONE;
}

/* "until Tuesday", "by May": ahead, unless something had been so until then. */
static bool is_end(const document *doc, uint32_t before)
{
    static const char *const ends[] = {"until", "till", "by", "through"};
    return TOKEN_AMONG(doc, before, ends);
}

/* "scheduled a meeting Thursday", "postponed until Tuesday": verbs that set a date, some of them by naming its end. */
static bool sets_date(const document *doc, uint32_t verb, bool end)
{
    static const char *const setting[] = {"schedule", "slate", "postpone", "extend", "delay",
                                          "adjourn",  "give",  "prolong",  "renew",  "expire"};
    const size_t always = 2;
    return lemma_is_one(doc, verb, setting, end ? sizeof setting / sizeof *setting : always);
}

/* "adjourned to Sept. 9", "moved to Friday": put off. */
static bool is_put_off(const document *doc, uint32_t verb, uint32_t before)
{
    static const char *const verbs[] = {"adjourn", "postpone", "delay", "move", "reschedule", "defer", "extend", "push", "put"};
    return before != NONE && token_is(doc, before, "to") && doc->tokens.head[before] != NONE && LEMMA_AMONG(doc, verb, verbs);
}

tense tense_around(const document *doc, uint32_t token)
{
    uint32_t before = word_before(doc, token);
    if ((before != NONE && is_awaited(doc, before)) || is_set_for(doc, token, before))
        return TENSE_FUTURE;
    bool end = before != NONE && is_end(doc, before);
    uint32_t at = token, under = NONE;
    for (uint32_t steps = 0; steps < 6 && at != NONE; steps++, under = at, at = doc->tokens.head[at]) {
        if (under != NONE && under != token && is_announced(doc, under, at))
            return TENSE_FUTURE;
        bool says = is_verb(doc, at) || child_by(doc, at, REL_COP) != NONE; /* "had been open" */
        bool planned = lemma_is(doc, at, "plan") && at < token; /* "planned a march on Saturday", but not "On Saturday they planned" */
        tense told = !says                                                               ? TENSE_UNKNOWN
                     : sets_date(doc, at, end) || is_put_off(doc, at, before) || planned ? TENSE_FUTURE
                                                                                         : tense_of(doc, at);
        if (told != TENSE_UNKNOWN)
            return told;
    }
    if (end)
        return TENSE_FUTURE;
    sentence s = sentence_of(doc, token);
    for (uint32_t i = s.first; i < s.end; i++) {
        bool will = token_is(doc, i, "will") || token_is(doc, i, "shall") || token_is(doc, i, "'ll") || token_is(doc, i, "would");
        bool planned = lemma_is(doc, i, "plan") || lemma_is(doc, i, "schedule") || lemma_is(doc, i, "expect") ||
                       token_is(doc, i, "upcoming") || token_is(doc, i, "due");
        if ((will && doc->tokens.tag[i] == POS_AUX) || planned)
            return TENSE_FUTURE;
    }
    return TENSE_UNKNOWN;
}

bool speaks_of_future(const document *doc, uint32_t token)
{
    return tense_around(doc, token) == TENSE_FUTURE;
}
