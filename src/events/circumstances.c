/* When and where. */
#include "events/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

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

/* "a Christmas banquet": the feast tells what kind it is, and when only if nothing else does. */
static bool names_feast(const document *doc, uint32_t token)
{
    uint32_t time = doc->tokens.time[token];
    return time != NONE && doc->tokens.relation[token] == REL_COMPOUND && strcmp(doc->times.items[time].rule, "date:holiday") == 0;
}

/* "the Arms Act, 1959", "the 1999 Constitution": the year of a law. */
static bool is_year_of_law(const document *doc, uint32_t token)
{
    static const char *const laws[] = {"act", "code", "law", "ordinance", "constitution", "regulation", "regulations", "bill", "treaty"};
    uint32_t before = token > 1 && token_is(doc, token - 1, ",") ? token - 2 : token - 1;
    const mention *name = token > 0 ? mention_at(doc, before) : NULL;
    bool follows = token > 0 && ((name && name->type == DATELINE_LAW) || (doc->tokens.capital[before] && TOKEN_AMONG(doc, before, laws)));
    bool within = token + 1 < doc->tokens.count && doc->tokens.capital[token + 1];
    return token_text(doc, token).length == 4 && (follows || (within && TOKEN_AMONG(doc, token + 1, laws)));
}

/* "postponed until May" */
static bool is_put_off(const document *doc, uint32_t verb)
{
    static const char *const words[] = {"postpone", "reschedule", "delay", "defer", "adjourn"};
    return verb != NONE && LEMMA_AMONG(doc, verb, words);
}

/* Whether a token is of a day or a period that an event in a voice may have. */
static bool tells_when(const document *doc, uint32_t token, uint32_t voice)
{
    uint32_t preposition = preposition_of(doc, token);
    static const char *const bounds[] = {"since", "until", "till"}; /* "his first visit since August", "remains open until Friday" */
    if (preposition != NONE && TOKEN_AMONG(doc, preposition, bounds) && !is_put_off(doc, doc->tokens.head[token]))
        return false;
    return is_calendar_time(doc, doc->tokens.time[token]) && !names_feast(doc, token) && !is_time_of_saying(doc, token, voice) &&
           !is_year_of_law(doc, token);
}

/* "the commemoration of the 1994 genocide": the year of what a noun is of. */
static bool is_of_another_noun(const document *doc, uint32_t token, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    uint8_t kind = t->relation[token];
    bool modifies = (kind == REL_COMPOUND || kind == REL_NUMMOD || kind == REL_AMOD) && token_text(doc, token).length == strlen("1994");
    uint32_t other = modifies ? t->head[token] : NONE;
    return other != NONE && other != noun && t->head[other] == noun && !is_verb(doc, noun) &&
           token_is(doc, preposition_of(doc, other), "of");
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
            if (tells_when(doc, i, voice) && !in_other_clause(doc, i, head) && !is_of_another_noun(doc, i, head))
                return t->time[i];
    }
    return NONE;
}

/* "will meet to sign the treaty in November": when they do what they meet for. */
static uint32_t time_of_purpose(const document *doc, uint32_t verb, uint32_t voice)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool clause = doc->tokens.relation[c] == REL_ADVCL || doc->tokens.relation[c] == REL_XCOMP;
        bool purpose = c > verb && clause && is_infinitive(doc, c);
        uint32_t found = purpose ? time_under(doc, c, voice) : NONE;
        if (found != NONE)
            return found;
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

/* "told the press that, since the congress of the party in late 2012, ...": the day of what "since" leads to, where that is not the
 * trigger. */
static bool is_since_other(const document *doc, uint32_t token, uint32_t trigger)
{
    for (uint32_t i = token, first = sentence_of(doc, token).first;
         i-- > first && i != trigger && !is_verb(doc, i) && !token_is(doc, i, ",");)
        if (token_is(doc, i, "since"))
            return true;
    return false;
}

uint32_t time_of(const document *doc, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    uint32_t voice = voice_of(doc, trigger);
    uint32_t verb = is_verb(doc, trigger) ? trigger : verb_over(doc, trigger), found = NONE;
    if (is_put_off(doc, verb)) /* "The summit, scheduled for March, was postponed until May" */
        found = time_under(doc, verb, voice);
    if (found == NONE)
        found = time_under(doc, trigger, voice);
    if (found == NONE && verb != NONE)
        found = time_under(doc, verb, voice);
    for (; found == NONE && verb != NONE && t->relation[verb] == REL_XCOMP; verb = t->head[verb]) /* "tomorrow he plans to meet them" */
        found = time_under(doc, t->head[verb], voice);
    if (found == NONE && is_verb(doc, trigger))
        found = time_of_purpose(doc, trigger, voice);
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
            (anywhere ? !is_vague(doc, i, trigger) && !is_since_other(doc, i, trigger) : !in_other_clause(doc, i, NONE)) &&
            (voice_of(doc, i) == NONE || voice_of(doc, i) == voice))
            return t->time[i];
    for (uint32_t c = first_child(doc, trigger); c != NONE; c = next_child(doc, c))
        if (names_feast(doc, c))
            return t->time[c];
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
    static const char *const sites[] = {"site", "memorial", "airport", "stadium", "cemetery", "square", "hall", "palace", "museum"};
    uint32_t means = doc->mentions.items[m].entity;
    uint32_t next = doc->mentions.items[m].end;
    bool modifies = next < doc->tokens.count && (doc->tokens.tag[next] == POS_NOUN || doc->tokens.tag[next] == POS_PROPN) &&
                    doc->tokens.time[next] == NONE && doc->tokens.relation[doc->mentions.items[m].head] != REL_OBL &&
                    !TOKEN_AMONG(doc, next, sites) && !TOKEN_AMONG(doc, next + 1, sites); /* but "at the Kigali memorial site" */
    if (means == NONE || modifies)                                                        /* "the Khojaly tragedy" */
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

/* "the 107th anniversary of the declaration of the First Republic of Georgia": a place behind "of" tells what is marked. */
static bool follows_anniversary(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, token);
    for (uint32_t i = token; i-- > s.first;) {
        if (lemma_is(doc, i, "anniversary"))
            return true;
        bool inside =
            token_is(doc, i, "of") || t->tag[i] == POS_DET || t->tag[i] == POS_ADJ || t->tag[i] == POS_NOUN || t->tag[i] == POS_PROPN;
        if (!inside)
            return false;
    }
    return false;
}

/* "a lecture to mark 30 years since the genocide in Rwanda", "views on the state of the Aral Sea": a place that tells of another noun where
 * or of what that was; the dateline tells better. */
static bool is_of_another(const document *doc, uint32_t token, uint32_t means, uint32_t trigger)
{
    const token_table *t = &doc->tokens;
    if (follows_anniversary(doc, token))
        return true;
    uint32_t head = t->mention[token] == NONE ? token : doc->mentions.items[t->mention[token]].head, noun = t->head[head];
    bool nested =
        t->relation[head] == REL_NMOD && noun != NONE && noun != trigger && (t->tag[noun] == POS_NOUN || t->tag[noun] == POS_PROPN);
    if (!nested)
        return false;
    uint32_t preposition = preposition_of(doc, head);
    bool of = preposition != NONE && token_is(doc, preposition, "of");
    if (preposition != NONE && !of && word_in(doc, INDEX_OFFICE, noun) && !is_plural(doc, noun)) /* "the ambassador in Lima" */
        return true;
    bool of_thing = of && t->tag[noun] == POS_NOUN && !heads_name_of(doc, noun, DATELINE_PLACE); /* but "the city of Lima" */
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
            if (quotation_of(doc, i) && quotation_of(doc, i) != quotation_of(doc, trigger)) /* 'titled "Water in Central Asia"' */
                continue;
            bool nearer = found != NONE && (best == NONE || (pinpoints(doc, found) && !pinpoints(doc, best)));
            if (nearer && voice_of(doc, i) == voice_of(doc, trigger))
                best = found;
        }
    }
    return best;
}
