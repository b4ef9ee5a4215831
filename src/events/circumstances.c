/* When, where, whose word, and whether it took place. */
#include "events/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <stdio.h>

uint32_t verb_over(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = noun, steps = 0; t->head[at] != NONE && steps < 4; steps++) {
        at = t->head[at];
        if (is_verb(doc, at))
            return at;
    }
    return NONE;
}

/* ---- when and where ---- */

static bool is_calendar_time(const document *doc, uint32_t time)
{
    return time != NONE && doc->times.items[time].type[0] != 'S' && strcmp(doc->times.items[time].type, "DURATION") != 0;
}

/* Whether a token below `under` lies in a clause that tells of something else: "a ceasefire that was signed in 2015". */
static bool in_other_clause(const document *doc, uint32_t token, uint32_t under)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = token; at != NONE && at != under; at = t->head[at])
        if (t->relation[at] == REL_ACL || t->relation[at] == REL_ACL_RELCL)
            return true;
    return false;
}

/* "..., police said on Thursday": when something is said is not when what they tell took place. */
static bool is_time_of_saying(const document *doc, uint32_t token, uint32_t voice)
{
    const statement *s = voice == NONE ? NULL : &doc->statements.items[voice];
    return s && (token < s->first || token >= s->end) && s->record.time == doc->tokens.time[token];
}

/* Whether a token is of a day or a period that an event in a voice may have. */
static bool tells_when(const document *doc, uint32_t token, uint32_t voice)
{
    uint32_t preposition = preposition_of(doc, token);
    static const char *const bounds[] = {"since", "until", "till"}; /* "his first visit since August", "remains open until Friday" */
    if (preposition != NONE && TOKEN_AMONG(doc, preposition, bounds))
        return false;
    return is_calendar_time(doc, doc->tokens.time[token]) && !is_time_of_saying(doc, token, voice);
}

/* A time right beside a verb or noun goes before one further down in what it governs. */
static uint32_t time_under(const document *doc, uint32_t head, uint32_t voice)
{
    const token_table *t = &doc->tokens;
    uint32_t nearest = NONE; /* "on the eve of his trial Tuesday, arrived late Wednesday" */
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if (tells_when(doc, c, voice) && (nearest == NONE || (nearest < head && c > head)))
            nearest = c;
    if (nearest != NONE)
        return t->time[nearest];
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        bool clause = t->relation[c] == REL_CONJ || t->relation[c] == REL_CCOMP || t->relation[c] == REL_ADVCL ||
                      t->relation[c] == REL_PARATAXIS || t->relation[c] == REL_XCOMP;
        for (uint32_t i = t->left[c]; !clause && i <= t->right[c]; i++)
            if (tells_when(doc, i, voice) && !in_other_clause(doc, i, head))
                return t->time[i];
    }
    return NONE;
}

/* "took the decision on December 6, a day after a bomber killed five": the day of the sentence is another's. */
static bool is_before_or_after(const document *doc, uint32_t verb)
{
    for (uint32_t at = verb; at != NONE; at = doc->tokens.head[at]) {
        uint32_t marker = doc->tokens.relation[at] == REL_ADVCL ? child_by(doc, at, REL_MARK) : NONE;
        if (marker != NONE && (token_is(doc, marker, "after") || token_is(doc, marker, "before")))
            return true;
    }
    return false;
}

/* Whether a token lies in a relative clause that describes another noun than a trigger. */
static bool describes_another(const document *doc, uint32_t token, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = token; at != NONE; at = t->head[at])
        if (t->relation[at] == REL_ACL_RELCL && t->head[at] != trigger && !is_under(doc, trigger, at))
            return true;
    return false;
}

/* "the typhoon last September", "Saied, who dissolved parliament in March 2022": a month or a year that tells of another noun. */
static bool is_vague(const document *doc, uint32_t token, uint32_t trigger)
{
    const char *value = doc->times.items[doc->tokens.time[token]].value;
    uint32_t noun = doc->tokens.head[token];
    bool nested = noun != NONE && doc->tokens.tag[noun] == POS_NOUN;
    return value && strlen(value) <= 7 && (nested || describes_another(doc, token, trigger));
}

uint32_t time_of(const document *doc, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    uint32_t voice = voice_of(doc, trigger);
    uint32_t verb = is_verb(doc, trigger) ? trigger : verb_over(doc, trigger), found = time_under(doc, trigger, voice);
    if (found == NONE && verb != NONE)
        found = time_under(doc, verb, voice);
    for (; found == NONE && verb != NONE && t->relation[verb] == REL_XCOMP; verb = t->head[verb]) /* "tomorrow he plans to meet them" */
        found = time_under(doc, t->head[verb], voice);
    if (found != NONE)
        return found;
    if (is_before_or_after(doc, verb))
        return NONE;
    sentence s = sentence_of(doc, trigger);
    if (is_verb(doc, trigger) &&
        t->relation[trigger] ==
            REL_ACL_RELCL) /* "who was found guilty, will be sentenced on Monday": the day of the sentence is another's */
        return NONE;
    bool anywhere = !is_verb(doc, trigger) || in_other_clause(doc, trigger, NONE); /* a gathering's day may stand anywhere */
    for (uint32_t i = s.first; i < s.end; i++)
        if (tells_when(doc, i, voice) && t->relation[i] != REL_NMOD_POSS &&
            (anywhere ? !is_vague(doc, i, trigger) : !in_other_clause(doc, i, NONE)) &&
            (voice_of(doc, i) == NONE || voice_of(doc, i) == voice))
            return t->time[i];
    return NONE;
}

/* A town or a region: it tells where better than a country does. */
static bool pinpoints(const document *doc, uint32_t place)
{
    return doc->entities.items[place].located && !doc->entities.items[place].is_country;
}

/* The place that a token names, if something before it says that it is meant as one: "in", "at", a dash. */
static uint32_t place_named(const document *doc, uint32_t token, bool loose)
{
    uint32_t m = doc->tokens.mention[token];
    if (m == NONE || doc->mentions.items[m].type != DATELINE_PLACE || doc->mentions.items[m].first != token)
        return NONE;
    uint32_t means = doc->mentions.items[m].entity;
    uint32_t next = doc->mentions.items[m].end;
    bool modifies = next < doc->tokens.count && (doc->tokens.tag[next] == POS_NOUN || doc->tokens.tag[next] == POS_PROPN) &&
                    doc->tokens.time[next] == NONE && doc->tokens.relation[doc->mentions.items[m].head] != REL_OBL;
    if (means == NONE || modifies) /* "the Khojaly tragedy" */
        return NONE;
    uint32_t before = token;
    static const char *const kinds[] = {"capital", "city", "town", "village", "port"}; /* "in the Hungarian capital Budapest" */
    while (before > 0 && (doc->tokens.tag[before - 1] == POS_DET || doc->tokens.tag[before - 1] == POS_ADJ ||
                          doc->tokens.relation[before - 1] == REL_COMPOUND || TOKEN_AMONG(doc, before - 1, kinds)))
        before--;
    if (before == 0)
        return NONE;
    static const char *const locating[] = {"in", "at", "near", "outside", "around", "across", "through"};
    for (size_t i = 0; i < sizeof locating / sizeof *locating; i++)
        if (token_is(doc, before - 1, locating[i]))
            return means;
    bool dash = token_is(doc, before - 1, "–") || token_is(doc, before - 1, "-") || token_is(doc, before - 1, "—") ||
                token_is(doc, before - 1, "of") || token_is(doc, before - 1, ",");
    return loose && dash && pinpoints(doc, means) ? means : NONE;
}

/* "a lecture to mark 30 years since the genocide in Rwanda", "views on the state of the Aral Sea": a place that tells of another noun where
 * or of what that was; the dateline tells better. */
static bool is_of_another(const document *doc, uint32_t token, uint32_t means, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->mention[token] == NONE ? token : doc->mentions.items[t->mention[token]].head, noun = t->head[head];
    bool nested =
        t->relation[head] == REL_NMOD && noun != NONE && noun != trigger && (t->tag[noun] == POS_NOUN || t->tag[noun] == POS_PROPN);
    if (!nested)
        return false;
    uint32_t preposition = preposition_of(doc, head);
    bool of = preposition != NONE && token_is(doc, preposition, "of");
    if (preposition != NONE && !of && word_in(doc, INDEX_OFFICE, noun) && !is_plural(doc, noun)) /* "the ambassador in Lima" */
        return true;
    rows part = phrase_rows(doc, INDEX_NAME_HEAD, noun, noun + 1); /* "the city of Lima" */
    bool of_thing = of && t->tag[noun] == POS_NOUN &&
                    !(part.count && lexicon_number(doc->lexicon, TABLE_NAME_HEADS, part.items[0], NAME_HEAD_TYPE) == DATELINE_PLACE);
    return (of_thing || doc->entities.items[means].is_country) && doc->dateline_entity != NONE;
}

uint32_t place_of(const document *doc, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, trigger);
    uint32_t verb = is_verb(doc, trigger) ? trigger : verb_over(doc, trigger);
    uint32_t best = NONE;
    /* a town anywhere in the sentence tells more than a country beside the verb */
    for (uint32_t round = 0; round < 3 && (best == NONE || !pinpoints(doc, best)); round++) {
        uint32_t head = round == 0 ? trigger : verb;
        uint32_t from = round == 2 || head == NONE ? s.first : t->left[head], to = round == 2 || head == NONE ? s.end : t->right[head] + 1;
        for (uint32_t i = from; i < to; i++) {
            uint32_t found = place_named(doc, i, round == 2);
            bool elsewhere = found != NONE && round < 2 && head != NONE &&
                             in_other_clause(doc, i, head); /* "Spicer, freed in Lae, arrived in Britain" */
            if (elsewhere || (found != NONE && is_of_another(doc, i, found, trigger)))
                continue;
            bool nearer = found != NONE && (best == NONE || (pinpoints(doc, found) && !pinpoints(doc, best)));
            if (nearer && voice_of(doc, i) == voice_of(doc, trigger))
                best = found;
        }
    }
    return best;
}

/* ---- whether it took place ---- */

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
    if (has_word(doc, verb, REL_AUX, must))
        return REALITY_CALLED_FOR;
    if (strcmp(doc->tokens.english_tag[verb], "VBG") == 0 && has_word(doc, verb, REL_AUX, be))
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

/* "to protest against the arrest", "talks about the attack": what something is done for is there before it. */
static bool is_ground(const document *doc, uint32_t noun)
{
    static const char *const grounds[] = {"against", "over", "after", "following", "since", "despite"};
    uint32_t preposition = preposition_of(doc, noun);
    uint8_t kind = doc->tokens.relation[noun];
    return (kind == REL_OBL || kind == REL_NMOD) && preposition != NONE && TOKEN_AMONG(doc, preposition, grounds);
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

/* "plans to visit", "called for talks": what governs the verb or noun. */
static reality by_governor(const document *doc, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    for (uint32_t at = trigger, steps = 0; t->head[at] != NONE && steps < 3; steps++) {
        uint8_t kind = t->relation[at];
        bool undergoes = kind == REL_NSUBJ_PASS && steps == 0; /* "the seminar was cancelled" */
        bool complement = undergoes || kind == REL_XCOMP || kind == REL_OBJ || kind == REL_OBL || kind == REL_NMOD || kind == REL_ACL ||
                          (kind == REL_CCOMP && !is_finite(doc, at)) ||
                          (kind == REL_ADVCL && child_word(doc, at, REL_MARK, "to") != NONE) ||
                          (kind == REL_CONJ && child_by(doc, at, REL_NSUBJ) == NONE);
        if (!complement || is_ground(doc, at))
            return REALITY_HAPPENED;
        at = t->head[at];
        static const char *const attending[] = {"attend", "join",    "boycott",    "skip",
                                                "miss",   "address", "participate"}; /* whoever comes or not, it is held */
        if (steps == 0 && kind != REL_XCOMP && phrase_at(doc, INDEX_GATHERING, trigger).rows.count && LEMMA_AMONG(doc, at, attending) &&
            !will_be(doc, at))
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
            "use",      "gather", "meet",
            "assemble", "rally",  "march"}; /* "used tear gas to disperse them", "gathered to mark the day": what was done */
        bool purpose = kind == REL_ADVCL && is_verb(doc, at) && !LEMMA_AMONG(doc, at, doing);
        if (purpose)
            return REALITY_PLANNED;
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

/* What was demanded, hoped or denied in words did not take place by being said; what a warning tells in the past did. */
static reality by_statement(const document *doc, uint32_t trigger, uint32_t verb)
{
    uint32_t voice = voice_of(doc, trigger);
    if (voice == NONE || (is_performative(doc, trigger) && child_by(doc, trigger, REL_AUX) == NONE))
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
    int year = 0;
    if (sscanf(value, "%4d", &year) != 1 || strlen(value) < 4)
        return REALITY_HAPPENED;
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

reality reality_of(const document *doc, uint32_t trigger, uint32_t when)
{
    uint32_t verb = is_verb(doc, trigger) ? trigger : verb_over(doc, trigger);
    if (verb != NONE && verb != trigger && lies_before(doc, trigger, verb))
        verb = NONE;
    bool setting = is_setting(doc, trigger);
    if (is_negated(doc, trigger) || (verb != NONE && is_negated(doc, verb) && !setting))
        return REALITY_DENIED;
    reality found = is_performative(doc, trigger) ? REALITY_HAPPENED : by_governor(doc, trigger);
    if (found == REALITY_HAPPENED && verb != NONE)
        found = by_auxiliary(doc, verb);
    if (found == REALITY_HAPPENED && verb != NONE && !setting) /* "has frequently said so, most recently during a visit" */
        found = by_modifier(doc, verb);
    bool aside = verb != NONE && doc->tokens.relation[verb] == REL_ACL_RELCL && is_past(doc, verb);
    if (found == REALITY_HAPPENED && !setting && !aside) /* "asked them to secure the border, where gunmen killed four" */
        found = by_statement(doc, trigger, verb);
    if (found == REALITY_HAPPENED || found == REALITY_ONGOING) {
        reality dated = by_time(doc, when);
        if (dated != REALITY_HAPPENED && !(dated == REALITY_PLANNED && is_past(doc, verb)))
            found = dated;
    }
    return found;
}
