/* Who is who at a gathering, as lists and the verb over its noun tell it: organizers, supporters, participants. */
#include "events/gathering.h"
#include "grammar/frame.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

typedef struct announcement {
    const char *words[4]; /* lower-case forms or lemmas, one after the other */
    dateline_role role;
} announcement;

static const announcement announcements[] = {
    {{"organize", "by"}, DATELINE_ORGANIZER},
    {{"organise", "by"}, DATELINE_ORGANIZER},
    {{"host", "by"}, DATELINE_HOST},
    {{"arrange", "by"}, DATELINE_ORGANIZER},
    {{"convene", "by"}, DATELINE_ORGANIZER},
    {{"hold", "by"}, DATELINE_ORGANIZER},
    {{"initiative", "of"}, DATELINE_ORGANIZER},
    {{"stage", "by"}, DATELINE_ORGANIZER},
    {{"call", "by"}, DATELINE_ORGANIZER},
    {{"support", "of"}, DATELINE_SUPPORTER},
    {{"support", "by"}, DATELINE_SUPPORTER},
    {{"sponsor", "by"}, DATELINE_SUPPORTER},
    {{"fund", "by"}, DATELINE_SUPPORTER},
    {{"assistance", "of"}, DATELINE_SUPPORTER},
    {{"help", "of"}, DATELINE_SUPPORTER},
    {{"cooperation", "with"}, DATELINE_SUPPORTER},
    {{"collaboration", "with"}, DATELINE_SUPPORTER},
    {{"partnership", "with"}, DATELINE_SUPPORTER},
    {{"support", "from"}, DATELINE_SUPPORTER},
    {{"association", "with"}, DATELINE_SUPPORTER},
    {{"conjunction", "with"}, DATELINE_SUPPORTER},
    {{"patronage", "of"}, DATELINE_SUPPORTER},
    {{"auspices", "of"}, DATELINE_SUPPORTER},
    {{"aegis", "of"}, DATELINE_SUPPORTER},
    {{"attend", "by"}, DATELINE_PARTICIPANT},
    {{"grace", "by"}, DATELINE_PARTICIPANT},
    {{"participate", "by"}, DATELINE_PARTICIPANT},
    {{"participation", "of"}, DATELINE_PARTICIPANT},
    {{"presence", "of"}, DATELINE_PARTICIPANT},
    {{"chair", "by"}, DATELINE_SPEAKER},
    {{"preside", "by"}, DATELINE_SPEAKER},
    {{"moderate", "by"}, DATELINE_SPEAKER},
    {{"address", "by"}, DATELINE_SPEAKER},
    {{"honor", "of"}, DATELINE_HONOREE},
    {{"honour", "of"}, DATELINE_HONOREE},
};

/* "organized", and "co-organized", are "organize". */
static bool is_word(const document *doc, uint32_t token, const char *word)
{
    const char *lemma = doc->tokens.lemma[token];
    return strcmp(strncmp(lemma, "co-", 3) == 0 ? lemma + 3 : lemma, word) == 0 || token_is(doc, token, word);
}

/* The token after "jointly", "over" or "among others" at a token, "addressed among others by"; the token where none stands. */
static uint32_t skip_between(const document *doc, uint32_t token)
{
    if (token_is(doc, token, "jointly") || token_is(doc, token, "over")) /* "presided over by" */
        return token + 1;
    uint32_t among = token + token_is(doc, token, ",");
    if (!is_among(doc, among))
        return token;
    return token_is(doc, among + 1, "others") ? among + 2 + token_is(doc, among + 2, ",") : token;
}

/* The role that the words at `token` announce and the token after them; NONE roles give DATELINE_ROLE_COUNT. */
static dateline_role announced(const document *doc, uint32_t token, uint32_t *after)
{
    for (size_t i = 0; i < sizeof announcements / sizeof *announcements; i++) {
        const announcement *a = &announcements[i];
        uint32_t next = skip_between(doc, token + 1);
        bool own = token > 1 && (token_is(doc, token - 2, "at") || token_is(doc, token - 2, "on")); /* "at the initiative of" */
        if (strcmp(a->words[0], "initiative") == 0 && !own)
            continue; /* "spoke of the initiatives of the government" */
        if (a->role == DATELINE_SUPPORTER && token > 0 && token_is(doc, token - 1, "in") && token_is(doc, token, "support"))
            continue; /* "a dinner in support of orphans" */
        bool jointly = a->role == DATELINE_SUPPORTER && strcmp(a->words[1], "with") == 0;
        if (jointly &&
            (token == 0 || (!token_is(doc, token - 1, "in") && !token_is(doc, token - 2, "in")))) /* "a deal on cooperation with" */
            continue;
        bool with = next > token + 1 && a->role == DATELINE_ORGANIZER && token_is(doc, next, "with"); /* "organized jointly with" */
        if (is_word(doc, token, a->words[0]) && (with || token_is(doc, next, a->words[1]))) {
            *after = next + 1;
            return a->role;
        }
    }
    return DATELINE_ROLE_COUNT;
}

/* "scholars from India and Nepal", "the ministers of Kenya and Chad": a country that tells where others of the list are from. */
static bool tells_origin(const document *doc, uint32_t token, uint32_t first)
{
    const token_table *t = &doc->tokens;
    while (t->relation[token] == REL_CONJ && t->head[token] != NONE)
        token = t->head[token];
    uint32_t over = t->relation[token] == REL_NMOD ? t->head[token] : NONE, preposition = preposition_of(doc, token);
    uint32_t others = over != NONE && over >= first ? doc->entity_of[over] : NONE;
    return others != NONE && preposition != NONE && (token_is(doc, preposition, "from") || doc->entities.items[others].sharer != NONE);
}

/* "the ministry jointly with the agency", "together with", "along with": the list goes on. */
static bool is_jointly(const document *doc, uint32_t token)
{
    static const char *const jointly[] = {"jointly", "together", "along"};
    uint32_t with = token + token_is(doc, token, "along");
    return with > 0 && token_is(doc, with, "with") && TOKEN_AMONG(doc, with - 1, jointly);
}

/* "the ambassador in Lima", "the envoy to Peru": a preposition after a title says where the post is, and the list goes on. */
static bool is_of_post(const document *doc, uint32_t token)
{
    return token > 0 && doc->tokens.tag[token] == POS_ADP && word_in(doc, INDEX_OFFICE, token - 1);
}

/* "hosted by the minister for Ambassador Diaz": whom it is given for, and none of those who give it; "the minister for trade Ana Vega". */
static bool is_for_somebody(const document *doc, uint32_t token)
{
    enum { NEAR = 4 };
    if (!token_is(doc, token, "for") || token == 0 || word_in(doc, INDEX_OFFICE, token - 1))
        return false;
    for (uint32_t i = token + 1; i < doc->tokens.count && i - token < NEAR; i++) {
        uint32_t means = doc->entity_of[i];
        if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON && doc->entities.items[means].named)
            return true;
    }
    return false;
}

static bool verb_follows(const document *doc, uint32_t token, uint32_t end)
{
    for (uint32_t i = token; i < end; i++)
        if (is_verb(doc, i) && is_finite(doc, i))
            return true;
    return false;
}

/* "the embassy in Lima and the fund": "in" tells where a body is, and the list goes on. */
static bool tells_where(const document *doc, uint32_t token)
{
    uint32_t means = token > 0 && token_is(doc, token, "in") ? doc->entity_of[token - 1] : NONE;
    const mention *place = mention_at(doc, token + 1 + token_is(doc, token + 1, "the"));
    bool body =
        means != NONE && (doc->entities.items[means].type == DATELINE_ORGANIZATION || doc->entities.items[means].type == DATELINE_PLACE);
    return body && place && place->type == DATELINE_PLACE && (token_is(doc, place->end, "and") || token_is(doc, place->end, ","));
}

/* "the Moscow branch of the foundation", "a number of students": what before "of" is a part of whom it is of, who acts by it, or tells how
 * many they are. */
static bool is_part_of(const document *doc, uint32_t of)
{
    static const char *const parts[] = {"branch", "chapter", "section", "wing",    "representation", "division",
                                        "unit",   "arm",     "number",  "variety", "majority",       "host"};
    return of > 0 && doc->entity_of[of - 1] == NONE && LEMMA_AMONG(doc, of - 1, parts);
}

void take_list(document *doc, event *of, dateline_role role, uint32_t token)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, token);
    uint32_t depth = 0, unused;
    for (uint32_t i = token; i < s.end; i++) {
        bool next_announced = announced(doc, i, &unused) != DATELINE_ROLE_COUNT;
        bool stops =
            !token_is(doc, i, "including") && /* "US officials, including Ana Vega" */
            ((t->tag[i] == POS_VERB && t->relation[i] != REL_AMOD) || (token_is(doc, i, ";") && verb_follows(doc, i, s.end)) ||
             t->tag[i] == POS_SCONJ || t->tag[i] == POS_AUX || is_for_somebody(doc, i) ||
             (t->tag[i] == POS_ADP && !is_jointly(doc, i) && !is_of_post(doc, i) && !tells_where(doc, i) && !token_is(doc, i, "of") &&
              !token_is(doc, i, "as") && !token_is(doc, i, "for") && !token_is(doc, i, "from") && !token_is(doc, i, "by")));
        if (next_announced || (stops && depth == 0))
            return;
        depth += token_is(doc, i, "(");
        depth -= depth > 0 && token_is(doc, i, ")");
        uint32_t m = t->mention[i], means = doc->entity_of[i];
        bool inside_name =
            m != NONE && doc->mentions.items[m].first != i && (doc->entity_of[i] == doc->entity_of[i - 1] || t->mention[i - 1] == m);
        uint32_t behind = m != NONE ? doc->mentions.items[m].end : i + 1;
        bool possessor = behind < s.end && is_genitive(doc, behind);
        bool itself = m == NONE && word_in(doc, INDEX_GATHERING, i); /* "supported by the fund, the forum is dedicated to" */
        if (means == NONE || depth > 0 || inside_name || possessor || itself)
            continue;
        const entity *e = &doc->entities.items[means];
        bool actor = e->type == DATELINE_ORGANIZATION || e->type == DATELINE_PERSON || e->type == DATELINE_GROUP || e->is_country ||
                     (e->type == DATELINE_WORK && e->named) ||
                     (e->type == DATELINE_FACILITY && e->named && role == DATELINE_SUPPORTER); /* "in cooperation with the museum" */
        uint32_t before = i > token + 1 && t->tag[i - 1] == POS_DET ? i - 2 : i - 1, mark = child_by(doc, i, REL_CASE);
        bool of_another = i > token && ((token_is(doc, before, "of") && !is_part_of(doc, before)) || is_of_post(doc, before) ||
                                        tells_where(doc, before));                               /* "advisor to the president" */
        if (mark != NONE && mark > token && token_is(doc, mark, "of") && !is_part_of(doc, mark)) /* "a body of 40 unions" */
            of_another = true;
        const mention *name = mention_at(doc, i), *next = name ? mention_at(doc, name->end) : NULL;
        bool before_name = next && next->first == name->end && next->type == DATELINE_PERSON;
        bool behind_post = name && name->first > token && word_in(doc, INDEX_OFFICE, name->first - 1); /* "Dean Faculty of Law" */
        bool owns_post = name && name->type == DATELINE_ORGANIZATION && (before_name || behind_post);  /* "Chairman PCB Mohsin Naqvi" */
        bool modifies = owns_post || (before_name && t->relation[i] == REL_AMOD) || /* "Lebanese-American Nadim Hussami" */
                        (t->relation[i] == REL_COMPOUND && doc->entity_of[t->head[i]] != NONE && doc->entity_of[t->head[i]] != means);
        if (actor && !of_another && !modifies && !tells_origin(doc, i, token))
            list_add_described(doc, &of->roles[role], means);
    }
}

void tell_role(document *doc, event *of, dateline_role role, uint32_t before, uint32_t first, uint32_t end)
{
    if (of->roles[role].count > before)
        reason_add(doc, &of->record.reason, dateline_role_name(role), tokens_span(doc, first, end));
}

void add_told_role(document *doc, event *of, dateline_role role, uint32_t token, uint32_t told_by)
{
    uint32_t before = of->roles[role].count;
    add_role(doc, of, role, token);
    tell_role(doc, of, role, before, told_by, told_by + 1);
}

/* "The seminar, organized by A, was followed by a walk": whether words tell of another gathering of the sentence than the one at a noun. */
static bool is_of_other_noun(const document *doc, uint32_t token, uint32_t noun)
{
    static const char *const any[] = {"event", "function", "gathering", "programme",
                                      "program"}; /* "this event" is the one that is told of */
    uint32_t over = doc->tokens.relation[token] == REL_ACL ? doc->tokens.head[token] : NONE;
    return over != NONE && over != noun && !LEMMA_AMONG(doc, over, any) && doc->tokens.sentence[over] == doc->tokens.sentence[noun] &&
           word_in(doc, INDEX_GATHERING, over);
}

void read_announcements(document *doc, event *of, sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t after;
        dateline_role role = announced(doc, i, &after);
        if (role == DATELINE_ROLE_COUNT || after >= s.end || is_of_other_noun(doc, i, of->trigger))
            continue;
        uint64_t count;
        uint32_t number = after;
        while (number < s.end && number - after < 3 && number_at(doc, number, &count) == number)
            number++;
        bool counted = number < s.end && number - after < 3;
        if (role == DATELINE_PARTICIPANT && counted)
            continue; /* attendance */
        uint32_t before = of->roles[role].count;
        take_list(doc, of, role, after);
        tell_role(doc, of, role, before, i, after);
    }
}

static const char *const organizes[] = {"plan",    "organize", "organise", "co-organize", "co-organise", "hold", "host", "co-host",
                                        "arrange", "convene",  "stage",    "launch",      "conduct",     "open", "call"};

/* "A course was conducted in Tashkent by the OSCE": the agent of its passive. */
static void read_agent(document *doc, event *of, const gathering_noun *g, uint32_t verb)
{
    frame f = frame_of(doc, verb);
    uint32_t agent = filler_of(&f, SLOT_SUBJECT), by = agent == NONE ? NONE : preposition_of(doc, agent);
    bool own = agent != NONE && agent > verb && doc->tokens.head[agent] == verb &&
               !(by != NONE && by > verb + 1 && is_verb(doc, by - 1)); /* not "was held online and attended | by" */
    if (doc->tokens.head[noun_head(g)] == verb && own && LEMMA_AMONG(doc, verb, organizes))
        add_told_role(doc, of, lemma_is(doc, verb, "host") ? DATELINE_HOST : DATELINE_ORGANIZER, agent, verb);
}

/* "refused to attend the hearing", "did not join the talks" */
static bool is_refused(const document *doc, uint32_t verb)
{
    static const char *const refusing[] = {"refuse", "decline", "fail", "boycott", "deny"};
    uint32_t over = doc->tokens.relation[verb] == REL_XCOMP ? doc->tokens.head[verb] : NONE;
    return is_negated(doc, verb) || (over != NONE && LEMMA_AMONG(doc, over, refusing));
}

/* "The embassy, together with the museum, opened an exhibition": lists after "jointly with" in tokens [first, end). */
static void take_joined(document *doc, event *of, dateline_role role, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_jointly(doc, i))
            take_list(doc, of, role, i + 1);
}

/* "will hold a ceasefire during the elections": something else is held. */
static bool is_beside(const document *doc, uint32_t verb, uint32_t noun)
{
    uint32_t object = child_by(doc, verb, REL_OBJ);
    return object != NONE && object != noun && doc->tokens.relation[noun] == REL_OBL;
}

/* "The minister gave a press conference": somebody who holds what is there for one to speak. */
static bool speaks_there(const document *doc, const event *of, uint32_t verb, uint32_t subject)
{
    static const char *const kinds[] = {"press conference", "briefing"}, *const gives[] = {"give", "hold", "address", "deliver", "conduct"};
    uint32_t means = doc->entity_of[subject];
    return SLICE_AMONG(slice_of(of->record.kind), kinds) && LEMMA_AMONG(doc, verb, gives) && means != NONE &&
           doc->entities.items[means].type == DATELINE_PERSON;
}

/* "postponed a trip by the Danish minister" */
static bool is_by_another(const document *doc, uint32_t noun)
{
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        if (preposition != NONE && (token_is(doc, preposition, "by") || token_is(doc, preposition, "of")))
            return true;
    }
    return false;
}

/* "The ministry hosted a seminar": the subject of the verb over the noun. */
void read_subject(document *doc, event *of, const gathering_noun *g)
{
    uint32_t verb = verb_over(doc, noun_head(g));
    static const char *const gives[] = {"give", "deliver"};
    static const char *const attends[] = {"attend", "join",  "participate", "address", "have",     "take",    "pay",
                                          "make",   "begin", "start",       "resume",  "conclude", "observe", "go"};
    static const char *const puts_off[] = {"cancel", "postpone", "delay",     "defer", "scrap", "shelve", "shorten",  "extend", "announce",
                                           "plan",   "confirm",  "undertake", "end",   "wrap",  "finish", "complete", "cut"};
    uint32_t over = doc->tokens.head[noun_head(g)]; /* "were present at the ceremony", "was on hand, along with B, at the ceremony" */
    static const char *const there[] = {"present", "presence", "hand", "attendance"};
    if (over != NONE && LEMMA_AMONG(doc, over, there) && child_by(doc, over, REL_COP) != NONE) {
        add_told_role(doc, of, DATELINE_PARTICIPANT, subject_of(doc, over), over);
        take_joined(doc, of, DATELINE_PARTICIPANT, over + 1, noun_head(g));
    }
    if (child_by(doc, noun_head(g), REL_COP) != NONE) /* "Walker is on an official visit", "Walker, who is on a visit" */
        add_told_role(doc, of, DATELINE_PARTICIPANT, subject_of(doc, noun_head(g)), noun_head(g));
    if (verb == NONE || doc->tokens.head[noun_head(g)] == NONE)
        return;
    if (is_passive(doc, verb)) {
        read_agent(doc, of, g, verb);
        return;
    }
    uint32_t subject = subject_of(doc, verb);
    if (subject == NONE || subject == noun_head(g) || subject >= g->first)
        return;
    if (lemma_is(doc, verb, "call") && (child_by(doc, verb, REL_XCOMP) != NONE || quotation_of(doc, g->end + 1)))
        return; /* "called the strike 'callous'" */
    bool talks = strcmp(of->record.type, "CONSULT") == 0;
    static const char *const marks[] = {"commemorate", "mark", "celebrate", "observe"}; /* "marked the day with a ceremony" */
    uint32_t preposition = preposition_of(doc, noun_head(g));
    bool with = preposition != NONE && token_is(doc, preposition, "with") && LEMMA_AMONG(doc, verb, marks);
    uint32_t means = doc->entity_of[subject];
    bool marked = doc->tokens.relation[noun_head(g)] == REL_OBJ && LEMMA_AMONG(doc, verb, marks); /* "marked the 27th commemoration" */
    if (marked && means != NONE && strcmp(of->record.kind, "commemoration") == 0) {
        bool body = doc->entities.items[means].type == DATELINE_ORGANIZATION;
        add_told_role(doc, of, body ? DATELINE_ORGANIZER : DATELINE_PARTICIPANT, subject, verb);
        return;
    }
    bool opens = lemma_is(doc, verb, "open") && means != NONE && doc->entities.items[means].type == DATELINE_PERSON;
    static const char *const leads[] = {"chair", "moderate"};
    if ((opens && !talks) || (!talks && LEMMA_AMONG(doc, verb, leads)) ||
        speaks_there(doc, of, verb, subject)) /* "the ambassador, who opened the event" */
        add_told_role(doc, of, DATELINE_SPEAKER, subject, verb);
    else if (with || (talks && LEMMA_AMONG(doc, verb, leads)) ||
             (!is_beside(doc, verb, noun_head(g)) && LEMMA_AMONG(doc, verb, organizes))) {
        dateline_role role = talks ? DATELINE_PARTICIPANT : lemma_is(doc, verb, "host") ? DATELINE_HOST : DATELINE_ORGANIZER;
        add_told_role(doc, of, role, subject, verb);
        take_joined(doc, of, role, subject + 1, verb);
    } else if (of->record.mode && strcmp(of->record.mode, "visit") == 0 && LEMMA_AMONG(doc, verb, puts_off) &&
               !of->roles[DATELINE_PARTICIPANT].count && !is_by_another(doc, noun_head(g))) { /* "canceled a planned visit" */
        add_told_role(doc, of, DATELINE_PARTICIPANT, subject, verb);
    } else if (of->record.mode && strcmp(of->record.mode, "visit") == 0 && preposition != NONE && token_is(doc, preposition, "during") &&
               word_in(doc, INDEX_CUE, verb)) /* "said during a visit to the mine" */
        add_told_role(doc, of, DATELINE_PARTICIPANT, subject, verb);
    else if (talks && preposition != NONE && token_is(doc, preposition, "during")) { /* "A and B agreed to lift ties during talks" */
        uint32_t both[2];
        const entity *several = means == NONE ? NULL : &doc->entities.items[means]; /* "the foreign ministers of Kenya and Chad" */
        if (conjuncts(doc, subject, both, 2) > 1 || (several && (several->sharer != NONE || several->sides.count)))
            add_told_role(doc, of, DATELINE_PARTICIPANT, subject, verb);
    } else if (LEMMA_AMONG(doc, verb, attends) && !is_refused(doc, verb) &&
               (!lemma_is(doc, verb, "go") || (preposition != NONE && token_is(doc, preposition, "on")))) { /* "went on strike" */
        uint32_t before = of->roles[DATELINE_PARTICIPANT].count;
        static const char *const coming[] = {"attend", "participate", "join"};
        bool lists = LEMMA_AMONG(doc, verb, coming) && subject < verb; /* the tree may lose part of a list of guests with their posts */
        if (lists)
            take_list(doc, of, DATELINE_PARTICIPANT, doc->tokens.left[subject]);
        tell_role(doc, of, DATELINE_PARTICIPANT, before, verb, verb + 1);
        add_told_role(doc, of, lemma_is(doc, verb, "address") ? DATELINE_SPEAKER : DATELINE_PARTICIPANT, subject, verb);
        uint32_t after = g->end + 2 < doc->tokens.count ? g->end + 2 : doc->tokens.count; /* "attended the ceremony together with" */
        take_joined(doc, of, DATELINE_PARTICIPANT, g->end, after);
    } else if (LEMMA_AMONG(doc, verb, gives) && strcmp(of->record.kind, "lecture") == 0)
        add_told_role(doc, of, DATELINE_SPEAKER, subject, verb);
}

/* As PLOVER's gold records have it: who talk with one another, or protest together, are all sources, and there is no target. */
void add_sources(document *doc, event *of)
{
    if (strcmp(of->record.type, "CONSULT") != 0 && strcmp(of->record.type, "PROTEST") != 0)
        return;
    static const dateline_role acting[] = {DATELINE_PARTICIPANT, DATELINE_ORGANIZER};
    for (size_t k = 0; k < sizeof acting / sizeof *acting; k++)
        for (uint32_t i = 0; i < of->roles[acting[k]].count; i++)
            list_add_once(doc, &of->roles[DATELINE_SOURCE], of->roles[acting[k]].items[i]);
}
