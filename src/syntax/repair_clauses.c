/* Clauses that hang on the wrong word, or were taken for a phrase: "pressed Zambia to cut spending". */
#include "syntax/lemma.h"
#include "syntax/repair_parts.h"

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

/* "gathered to march through the capital", "came to protest": what people do, taken for a noun that tells where they came. */
static void repair_bare_infinitive(document *doc, sentence s)
{
    static const char *const doing[] = {"march", "protest", "rally", "demonstrate", "strike", "picket", "vote", "pray", "mourn"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        bool brought = (t->relation[i] == REL_OBL || t->relation[i] == REL_NMOD) && token_is(doc, i - 1, "to") && t->head[i - 1] == i;
        if (!brought || t->tag[i] != POS_NOUN || t->capital[i] || !TOKEN_AMONG(doc, i, doing) || t->head[i] > i)
            continue;
        uint32_t over = t->relation[i] == REL_NMOD ? t->head[i] : NONE, verb = over == NONE ? t->head[i] : t->head[over];
        if (verb == NONE || t->tag[verb] != POS_VERB)
            continue;
        t->tag[i] = POS_VERB;
        t->english_tag[i] = "VB";
        t->features[i] = "VerbForm=Inf";
        note_lexicon(doc, i);
        attach(doc, i - 1, i, REL_MARK, "mark");
        attach(doc, i, verb, REL_ADVCL, "advcl");
        for (uint32_t k = i + 1; k < s.end; k++)
            if ((t->head[k] == verb || t->head[k] == i) && (t->relation[k] == REL_OBL || t->relation[k] == REL_NMOD))
                attach(doc, k, i, REL_OBL, "obl");
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

void repair_clauses(document *doc, sentence s)
{
    repair_purpose(doc, s);
    repair_bare_infinitive(doc, s);
    repair_demand(doc, s);
    repair_text_demanding(doc, s);
    repair_opening(doc, s);
    repair_after_participle(doc, s);
    repair_after(doc, s);
    repair_active(doc, s);
    repair_request(doc, s);
    repair_commitment(doc, s);
    repair_readiness(doc, s);
    repair_result(doc, s);
}
