/* Gatherings: a noun of theirs that is held, attended, opened ... Its roles may stand anywhere in the report. */
#include "events/parts.h"
#include "grammar/frame.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <stdio.h>

/* A gathering noun in the text. */
typedef struct gathering_noun {
    uint32_t first, end; /* tokens */
    uint32_t row;        /* of gatherings.tsv */
} gathering_noun;

static bool is_one_of(const document *doc, uint32_t token, const char *const *lemmas)
{
    for (; *lemmas; lemmas++)
        if (lemma_is(doc, token, *lemmas))
            return true;
    return false;
}

static const char *const holding[] = {"hold", "host", "organize", "organise", "convene", "attend", "open", "begin", "start", "conclude", "end", "take",
                                      "address", "arrange", "stage", "conduct", "chair", "inaugurate", "resume", "postpone", "cancel", "schedule", "delay", "scrap", "reschedule",
                                      "launch", "participate", "join", "kick", "pay", "make", "have", "plan", "gather", "mark", "lead", "visit",
                                      "continue", "celebrate", "boycott", "give", "deliver", "paralyse", "paralyze", "disrupt", "cripple", "enter", "adjourn", "call", "set", "arrive", "cut", NULL};

static bool read_noun(const document *doc, uint32_t token, gathering_noun *out)
{
    if (!(doc->tokens.begins[token] & (UINT64_C(1) << INDEX_GATHERING)))
        return false;
    phrase found = phrase_at(doc, INDEX_GATHERING, token);
    if (!found.rows.count)
        return false;
    uint8_t tag = doc->tokens.tag[found.end - 1];
    bool modifier = doc->tokens.relation[found.end - 1] == REL_COMPOUND || doc->tokens.relation[found.end - 1] == REL_NMOD_POSS;
    *out = (gathering_noun){token, found.end, found.rows.items[0]};
    bool adjective = tag == POS_ADJ && doc->tokens.relation[found.end - 1] == REL_AMOD; /* the tagger errs; the tree tells */
    return tag != POS_VERB && !adjective && !modifier;
}

static uint32_t noun_head(const gathering_noun *g)
{
    return g->end - 1;
}

/* The word that tells that a noun such as "meeting" means one that is held, rather than meetings as such: its verb, or "at"; NONE. */
static uint32_t held_by(const document *doc, const gathering_noun *g)
{
    const token_table *t = &doc->tokens;
    uint32_t head = noun_head(g), verb = verb_over(doc, head);
    uint8_t kind = t->relation[head];
    uint32_t preposition = preposition_of(doc, head);
    bool core = kind == REL_OBJ || kind == REL_NSUBJ || kind == REL_NSUBJ_PASS || kind == REL_CONJ;
    if (verb != NONE && t->head[head] == verb && core && is_one_of(doc, verb, holding))
        return verb;
    static const char *const during[] = {"at", "during", "after"};
    if (preposition != NONE && TOKEN_AMONG(doc, preposition, during))
        return preposition;
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if ((t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL) && is_one_of(doc, c, holding))
            return c;
    return NONE;
}

static bool is_held(const document *doc, const gathering_noun *g)
{
    return held_by(doc, g) != NONE;
}

/* "conferences" as such: many, no one of them meant. Talks and consultations are one. */
static bool is_generic(const document *doc, const gathering_noun *g)
{
    uint32_t head = noun_head(g);
    const char *kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    bool plural_of_one = strcmp(kind, "talks") == 0 || strcmp(kind, "drill") == 0 || strcmp(kind, "protest") == 0 || strcmp(kind, "vote") == 0;
    return is_plural(doc, head) && !plural_of_one;
}

/* ---- one told again ---- */

static bool is_definite(const document *doc, uint32_t head)
{
    uint32_t article = child_by(doc, head, REL_DET);
    return article != NONE && (token_is(doc, article, "the") || token_is(doc, article, "this") || token_is(doc, article, "that"));
}

/* "are to hold talks": others than those that were told of. */
static bool is_newly_held(const document *doc, const gathering_noun *g)
{
    static const char *const holds[] = {"hold", "open", "begin", "start", NULL};
    uint32_t verb = doc->tokens.head[noun_head(g)];
    bool held = doc->tokens.relation[noun_head(g)] == REL_OBJ && verb != NONE && is_one_of(doc, verb, holds);
    bool talks = strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "talks") == 0;
    return held && talks && strcmp(doc->tokens.english_tag[verb], "VB") == 0;
}

static uint32_t told_before(const document *doc, const gathering_noun *g)
{
    const char *kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    bool any = strcmp(kind, "event") == 0;
    for (uint32_t i = doc->events.count; i-- > 0;) {
        const event *e = &doc->events.items[i];
        if (!e->record.kind)
            continue;
        bool same = strcmp(e->record.kind, kind) == 0;
        bool definite = is_definite(doc, noun_head(g)) || (child_by(doc, noun_head(g), REL_DET) == NONE && !is_newly_held(doc, g));
        if ((same || any) && definite)
            return i;
    }
    return NONE;
}

/* ---- organizers, supporters, participants: lists after a word that announces them ---- */

typedef struct announcement {
    const char *words[4]; /* lower-case forms or lemmas, one after the other */
    dateline_role role;
} announcement;

static const announcement announcements[] = {
    {{"organize", "by"}, DATELINE_ORGANIZER},        {{"organise", "by"}, DATELINE_ORGANIZER},
    {{"host", "by"}, DATELINE_HOST},                 {{"arrange", "by"}, DATELINE_ORGANIZER},
    {{"convene", "by"}, DATELINE_ORGANIZER},         {{"hold", "by"}, DATELINE_ORGANIZER},
    {{"initiative", "of"}, DATELINE_ORGANIZER},      {{"stage", "by"}, DATELINE_ORGANIZER},
    {{"support", "of"}, DATELINE_SUPPORTER},         {{"support", "by"}, DATELINE_SUPPORTER},
    {{"sponsor", "by"}, DATELINE_SUPPORTER},         {{"fund", "by"}, DATELINE_SUPPORTER},
    {{"assistance", "of"}, DATELINE_SUPPORTER},      {{"help", "of"}, DATELINE_SUPPORTER},
    {{"cooperation", "with"}, DATELINE_SUPPORTER},   {{"collaboration", "with"}, DATELINE_SUPPORTER},
    {{"partnership", "with"}, DATELINE_SUPPORTER},   {{"support", "from"}, DATELINE_SUPPORTER},
    {{"patronage", "of"}, DATELINE_SUPPORTER},       {{"auspices", "of"}, DATELINE_SUPPORTER},
    {{"attend", "by"}, DATELINE_PARTICIPANT},        {{"participation", "of"}, DATELINE_PARTICIPANT},
    {{"presence", "of"}, DATELINE_PARTICIPANT},      {{"chair", "by"}, DATELINE_SPEAKER},
    {{"address", "by"}, DATELINE_SPEAKER},           {{"honor", "of"}, DATELINE_HONOREE},
    {{"honour", "of"}, DATELINE_HONOREE},
};

/* The role that the words at `token` announce and the token after them; NONE roles give DATELINE_ROLE_COUNT. */
static dateline_role announced(const document *doc, uint32_t token, uint32_t *after)
{
    for (size_t i = 0; i < sizeof announcements / sizeof *announcements; i++) {
        const announcement *a = &announcements[i];
        if ((lemma_is(doc, token, a->words[0]) || token_is(doc, token, a->words[0])) && token_is(doc, token + 1, a->words[1])) {
            *after = token + 2;
            return a->role;
        }
    }
    return DATELINE_ROLE_COUNT;
}

/* Actors named in a list from `token` on, up to a verb, the end of the sentence, or the next announcement. */
static void take_list(document *doc, event *of, dateline_role role, uint32_t token)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, token);
    uint32_t depth = 0, unused;
    for (uint32_t i = token; i < s.end; i++) {
        bool next_announced = announced(doc, i, &unused) != DATELINE_ROLE_COUNT;
        bool stops = (t->tag[i] == POS_VERB && t->relation[i] != REL_AMOD) || token_is(doc, i, ";") || t->tag[i] == POS_SCONJ || t->tag[i] == POS_AUX ||
                     (t->tag[i] == POS_ADP && !token_is(doc, i, "of") && !token_is(doc, i, "as") && !token_is(doc, i, "for") && !token_is(doc, i, "from") && !token_is(doc, i, "by"));
        if (next_announced || (stops && depth == 0))
            return;
        depth += token_is(doc, i, "(");
        depth -= depth > 0 && token_is(doc, i, ")");
        uint32_t m = t->mention[i], means = doc->entity_of[i];
        bool inside_name = m != NONE && doc->mentions.items[m].first != i && doc->entity_of[i] == doc->entity_of[i - 1];
        bool possessor = i + 1 < s.end && (token_is(doc, i + 1, "'s") || token_is(doc, i + 1, "’s"));
        if (means == NONE || depth > 0 || inside_name || possessor)
            continue;
        const entity *e = &doc->entities.items[means];
        bool actor = e->type == DATELINE_ORGANIZATION || e->type == DATELINE_PERSON || e->type == DATELINE_GROUP || e->is_country ||
                     (e->type == DATELINE_WORK && e->named);
        bool of_another = i > token && token_is(doc, i - 1, "of");
        bool modifies = t->relation[i] == REL_COMPOUND && doc->entity_of[t->head[i]] != NONE && doc->entity_of[t->head[i]] != means;
        if (actor && !of_another && !modifies)
            list_add_once(doc, &of->roles[role], means);
    }
}

/* Words [first, end) brought those that a role has beyond `before`: a part of the reason. */
static void tell_role(document *doc, event *of, dateline_role role, uint32_t before, uint32_t first, uint32_t end)
{
    if (of->roles[role].count > before)
        reason_add(doc, &of->record.reason, dateline_role_name(role), tokens_span(doc, first, end));
}

static void add_told_role(document *doc, event *of, dateline_role role, uint32_t token, uint32_t told_by)
{
    uint32_t before = of->roles[role].count;
    add_role(doc, of, role, token);
    tell_role(doc, of, role, before, told_by, told_by + 1);
}

static void read_announcements(document *doc, event *of, sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t after;
        dateline_role role = announced(doc, i, &after);
        if (role == DATELINE_ROLE_COUNT || after >= s.end)
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

static const char *const organizes[] = {"organize", "organise", "hold", "host", "arrange", "convene", "stage", "launch", "conduct", "open", NULL};

/* "A course was conducted in Tashkent by the OSCE": the agent of its passive. */
static void read_agent(document *doc, event *of, const gathering_noun *g, uint32_t verb)
{
    frame f = frame_of(doc, verb);
    uint32_t agent = filler_of(&f, SLOT_SUBJECT);
    if (doc->tokens.head[noun_head(g)] == verb && agent != NONE && agent > verb && is_one_of(doc, verb, organizes))
        add_told_role(doc, of, lemma_is(doc, verb, "host") ? DATELINE_HOST : DATELINE_ORGANIZER, agent, verb);
}

/* "The ministry hosted a seminar": the subject of the verb over the noun. */
static void read_subject(document *doc, event *of, const gathering_noun *g)
{
    uint32_t verb = verb_over(doc, noun_head(g));
    static const char *const gives[] = {"give", "deliver", NULL};
    static const char *const attends[] = {"attend", "join", "participate", "address", "have", "take", "pay", "make", "begin", "start", "resume", "conclude", NULL};
    if (verb == NONE || doc->tokens.head[noun_head(g)] == NONE)
        return;
    if (is_passive(doc, verb)) {
        read_agent(doc, of, g, verb);
        return;
    }
    uint32_t subject = subject_of(doc, verb);
    if (subject == NONE || subject == noun_head(g) || subject >= g->first)
        return;
    bool talks = strcmp(of->record.type, "CONSULT") == 0;
    if (is_one_of(doc, verb, organizes))
        add_told_role(doc, of, talks ? DATELINE_PARTICIPANT : lemma_is(doc, verb, "host") ? DATELINE_HOST : DATELINE_ORGANIZER, subject, verb);
    else if (is_one_of(doc, verb, attends))
        add_told_role(doc, of, lemma_is(doc, verb, "address") ? DATELINE_SPEAKER : DATELINE_PARTICIPANT, subject, verb);
    else if (is_one_of(doc, verb, gives) && strcmp(of->record.kind, "lecture") == 0)
        add_told_role(doc, of, DATELINE_SPEAKER, subject, verb);
}

/* "talks between A and B", "a meeting with C", "a rally of teachers" */
static void read_noun_phrase(document *doc, event *of, uint32_t head)
{
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        if (preposition == NONE)
            continue;
        if (token_is(doc, preposition, "between") || token_is(doc, preposition, "with") || token_is(doc, preposition, "among") ||
            token_is(doc, preposition, "by"))
            add_told_role(doc, of, DATELINE_PARTICIPANT, c, preposition);
        if (token_is(doc, preposition, "to") && of->record.mode && strcmp(of->record.mode, "visit") == 0)
            add_told_role(doc, of, DATELINE_TARGET, c, preposition);
    }
    uint32_t owner = child_by(doc, head, REL_NMOD_POSS);
    if (owner != NONE && strcmp(of->record.type, "CONSULT") == 0)
        add_told_role(doc, of, DATELINE_PARTICIPANT, owner, owner);
}

/* As PLOVER's gold records have it: who talk with one another, or protest together, are all sources, and there is no target. */
static void add_sources(document *doc, event *of)
{
    if (strcmp(of->record.type, "CONSULT") != 0 && strcmp(of->record.type, "PROTEST") != 0)
        return;
    static const dateline_role acting[] = {DATELINE_PARTICIPANT, DATELINE_ORGANIZER};
    for (size_t k = 0; k < sizeof acting / sizeof *acting; k++)
        for (uint32_t i = 0; i < of->roles[acting[k]].count; i++)
            list_add_once(doc, &of->roles[DATELINE_SOURCE], of->roles[acting[k]].items[i]);
}

/* ---- theme and what is commemorated ---- */

/* Where a phrase ends that goes on after "of", whatever the parser made of it: "anniversary | of the Managua earthquake". */
static uint32_t with_of_phrase(const document *doc, uint32_t end)
{
    const token_table *t = &doc->tokens;
    if (!token_is(doc, end, "of"))
        return end;
    uint32_t stop = end + 1, limit = sentence_of(doc, end).end;
    while (stop < limit && (t->tag[stop] == POS_DET || t->tag[stop] == POS_ADJ || t->tag[stop] == POS_NOUN || t->tag[stop] == POS_PROPN ||
                            t->tag[stop] == POS_NUM || t->tag[stop] == POS_PART || token_is(doc, stop, "-")))
        stop++;
    return stop > end + 1 ? stop : end;
}

/* Where "water rights in Nairobi" ends if Nairobi is where it took place. */
static uint32_t before_place(const document *doc, const event *of, uint32_t first, uint32_t end)
{
    static const char *const where[] = {"in", "at"};
    const mention *last = end > first ? mention_at(doc, end - 1) : NULL;
    bool place = last && of->record.place != NONE && last->entity == of->record.place && last->first > first + 1;
    return place && TOKEN_AMONG(doc, last->first - 1, where) ? last->first - 1 : end;
}

static void take_theme(document *doc, event *of, uint32_t first, uint32_t end)
{
    end = with_of_phrase(doc, end);
    while (first < end && doc->tokens.tag[first] == POS_PUNCT)
        first++;
    for (uint32_t i = first; i < end; i++)
        if (token_is(doc, i, ",") || token_is(doc, i, "–")) {
            end = i;
            break;
        }
    while (end > first && doc->tokens.tag[end - 1] == POS_PUNCT)
        end--;
    end = before_place(doc, of, first, end);
    if (end > first && span_empty(of->record.theme))
        of->record.theme = tokens_span(doc, first, end);
}

static void read_theme(document *doc, event *of, const gathering_noun *g)
{
    const token_table *t = &doc->tokens;
    static const char *const naming[] = {"entitle", "entitled", "title", "titled", "theme", "themed", "call", "name", "dub", NULL};
    static const char *const dedicating[] = {"dedicate", "dedicated", "devote", "devoted", "mark", "commemorate", "focus", "honor", "honour", NULL};
    for (uint32_t c = first_child(doc, noun_head(g)); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool about = preposition != NONE && (token_is(doc, preposition, "on") || token_is(doc, preposition, "about") || token_is(doc, preposition, "over"));
        bool clause = t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL;
        if (about && t->time[c] == NONE && c > noun_head(g)) {
            take_theme(doc, of, preposition + 1, t->right[c] + 1);
        } else if (clause && is_one_of(doc, c, naming)) {
            take_theme(doc, of, c + 1, t->right[c] + 1);
        } else if (clause && is_one_of(doc, c, dedicating)) {
            bool to = token_is(doc, c + 1, "to") || token_is(doc, c + 1, "on");
            uint32_t end = t->right[c] + 1, verb = verb_over(doc, noun_head(g));
            take_theme(doc, of, c + 1 + to, verb != NONE && verb > c && verb < end ? verb : end);
        }
    }
    /* "held to mark ...", "under the theme ..." */
    sentence s = sentence_of(doc, g->first);
    for (uint32_t i = noun_head(g) + 1; i + 2 < s.end; i++) {
        bool marking = (token_is(doc, i, "to") && (token_is(doc, i + 1, "mark") || token_is(doc, i + 1, "commemorate"))) || token_is(doc, i, "marking") || token_is(doc, i, "commemorating");
        bool theme = (token_is(doc, i, "theme") || token_is(doc, i, "topic") || token_is(doc, i, "title") || token_is(doc, i, "titled") || token_is(doc, i, "entitled"));
        uint32_t from = i + 1 + token_is(doc, i, "to");
        if (marking || (theme && (t->tag[i + 1] == POS_PUNCT || token_is(doc, i + 1, "of"))))
            take_theme(doc, of, theme ? i + 2 : from, t->right[marking && token_is(doc, i, "to") ? i + 1 : i] + 1 > from ? t->right[marking && token_is(doc, i, "to") ? i + 1 : i] + 1 : from);
    }
}

/* "the 31st anniversary of the Khojaly tragedy": 31, and the year that it implies. */
static void read_anniversary(document *doc, event *of, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++) {
        if (!lemma_is(doc, i, "anniversary") || !span_empty(of->record.marks_span))
            continue;
        uint64_t number = 0;
        uint32_t first = i;
        for (uint32_t back = 1; back <= 4 && back <= i - s.first; back++)
            if (ordinal_at(doc, i - back, &number) == i) {
                first = i - back;
                break;
            }
        uint32_t end = with_of_phrase(doc, t->right[i] + 1);
        for (uint32_t k = i; k < end && of->record.marks == NONE; k++) {
            uint32_t m = t->mention[k], means = doc->entity_of[k];
            bool names_event = means != NONE && doc->entities.items[means].type == DATELINE_EVENT_NAME;
            if (names_event || (m != NONE && doc->mentions.items[m].type == DATELINE_EVENT_NAME))
                of->record.marks = means;
        }
        of->record.anniversary = (uint32_t)number;
        of->record.marks_span = tokens_span(doc, first, of->record.marks != NONE ? end : i + 1);
        day when = doc->published;
        const char *told = of->record.time != NONE ? doc->times.items[of->record.time].value : NULL;
        int32_t year = told && sscanf(told, "%4d", &year) == 1 && year > 1000 ? year : when.year;
        if (number && number < 5000 && year > (int32_t)number) {
            of->record.marks_year = year - (int32_t)number;
            of->record.marks_rule = "anniversary:ordinal";
        } else {
            of->record.marks_rule = "anniversary:named";
        }
    }
}

/* ---- attendance ---- */

/* Nouns of people in a list from `token` on: "students, young scientists, and experts". */
static uint32_t read_groups(document *doc, event *of, uint32_t token, uint32_t stop)
{
    const token_table *t = &doc->tokens;
    uint32_t end = token;
    for (uint32_t i = token; i < stop; i++) {
        bool inside = t->tag[i] == POS_ADJ || t->tag[i] == POS_NOUN || t->tag[i] == POS_CCONJ || t->tag[i] == POS_DET || token_is(doc, i, ",") || t->tag[i] == POS_PROPN || token_is(doc, i, "of");
        if (!inside)
            break;
        if (t->tag[i] != POS_NOUN || !word_in(doc, INDEX_PERSON_NOUN, i) || t->relation[i] == REL_COMPOUND)
            continue;
        uint32_t first = i;
        while (first > token && (t->tag[first - 1] == POS_ADJ || t->relation[first - 1] == REL_COMPOUND))
            first--;
        bool known = false;
        const char *name = document_string(doc, tokens_span(doc, first, i + 1));
        for (uint32_t k = 0; k < of->groups.count; k++)
            known |= strcmp(of->groups.items[k], name) == 0;
        if (!known && !token_is(doc, i, "people") && !token_is(doc, i, "participants") && !token_is(doc, i, "persons"))
            *list_add(&doc->memory, &of->groups) = name;
        end = i + 1;
    }
    return end;
}

/* Whether a sentence speaks of who came. */
static bool tells_attendance(const document *doc, uint32_t token)
{
    static const char *const coming[] = {"attend", "gather", "participate", "join", "attract", "draw", "assemble", "attendance", "participant", "turnout", "march", "rally", "crowd", "protester", "demonstrator", "bring", "participation", "people", "delegate", NULL};
    return is_one_of(doc, token, coming);
}

static void read_attendance(document *doc, event *of, sentence s)
{
    bool told = false;
    for (uint32_t i = s.first; i < s.end; i++)
        told |= tells_attendance(doc, i);
    for (uint32_t i = s.first; told && i < s.end && !of->record.attendance; i++) {
        uint64_t count;
        uint32_t after = number_at(doc, i, &count);
        bool year = doc->tokens.time[i] != NONE;
        if (after == i || year || count < 2 || count > 100000000)
            continue;
        uint32_t before = of->groups.count, end = read_groups(doc, of, after, s.end);
        bool people = of->groups.count > before || end > after;
        if (!people)
            continue;
        of->record.attendance = (uint32_t)count;
        of->record.attendance_approximate = is_approximate(doc, i);
        uint32_t first = i;
        while (of->record.attendance_approximate && first > s.first && i - first < 2 && !is_verb(doc, first - 1) && !token_is(doc, first - 1, "by"))
            first--;
        of->record.attendance_span = tokens_span(doc, first, end > after ? end : after);
    }
}

/* ---- programme ---- */

static void read_activities(document *doc, event *of, sentence s, uint32_t trigger)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        phrase found = phrase_at(doc, INDEX_ACTIVITY, i);
        bool noun = found.rows.count && doc->tokens.tag[found.end - 1] == POS_NOUN && doc->tokens.relation[found.end - 1] != REL_COMPOUND;
        if (!noun || (i <= trigger && trigger < found.end))
            continue;
        uint32_t first = i;
        while (first > s.first && doc->tokens.relation[first - 1] == REL_COMPOUND && doc->tokens.tag[first - 1] == POS_NOUN)
            first--;
        *list_add(&doc->memory, &of->activities) = (dateline_activity){
            .kind = lexicon_text(doc->lexicon, TABLE_ACTIVITIES, found.rows.items[0], ACTIVITY_KIND), .span = tokens_span(doc, first, found.end)};
        i = found.end - 1;
    }
}

/* ---- who spoke there ---- */

/* Statements made after a gathering was introduced are made at it, unless they say otherwise. */
static void read_speeches(document *doc, uint32_t number)
{
    event *of = &doc->events.items[number];
    uint32_t from = doc->tokens.sentence[of->trigger];
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        statement *s = &doc->statements.items[i];
        bool after = doc->tokens.sentence[s->cue] >= from && s->record.occasion == NONE && s->record.within == NONE;
        bool elsewhere = s->record.time != NONE && s->record.time != of->record.time;
        if (!after || elsewhere || s->speakers.count == 0)
            continue;
        bool people = true;
        for (uint32_t k = 0; k < s->speakers.count; k++) {
            const entity *e = &doc->entities.items[s->speakers.items[k]];
            people = people && e->type == DATELINE_PERSON && e->named;
        }
        if (!people)
            continue;
        s->record.occasion = number;
        if (s->record.time == NONE)
            s->record.time = of->record.time;
        uint32_t before = of->roles[DATELINE_SPEAKER].count;
        for (uint32_t k = 0; k < s->speakers.count; k++)
            list_add_once(doc, &of->roles[DATELINE_SPEAKER], s->speakers.items[k]);
        tell_role(doc, of, DATELINE_SPEAKER, before, s->cue, s->cue + 1);
    }
}

uint32_t gathering_around(const document *doc, uint32_t token)
{
    sentence s = sentence_of(doc, token);
    for (uint32_t i = s.first; i < s.end; i++) {
        gathering_noun g;
        if (!read_noun(doc, i, &g) || noun_head(&g) == token)
            continue;
        uint32_t preposition = preposition_of(doc, noun_head(&g));
        bool during = preposition != NONE && (token_is(doc, preposition, "at") || token_is(doc, preposition, "during"));
        uint32_t known = during ? told_before(doc, &g) : NONE;
        if (known != NONE && doc->events.items[known].record.voice == NONE)
            return known;
    }
    return NONE;
}

/* ---- together ---- */

static void complete(document *doc, event *of, const gathering_noun *g)
{
    sentence s = sentence_of(doc, g->first);
    read_announcements(doc, of, s);
    read_subject(doc, of, g);
    read_noun_phrase(doc, of, noun_head(g));
    read_theme(doc, of, g);
    read_anniversary(doc, of, s);
    read_attendance(doc, of, s);
    add_sources(doc, of);
}

/* What a shorter entry would have made of the last words of the noun: "conference" of "press conference". */
static void name_runner_up(document *doc, dateline_reason *reason, const gathering_noun *g)
{
    const char *kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    for (uint32_t first = g->first + 1; first < g->end; first++) {
        rows shorter = phrase_rows(doc, INDEX_GATHERING, first, g->end);
        const char *other = shorter.count ? lexicon_text(doc->lexicon, TABLE_GATHERINGS, shorter.items[0], GATHERING_KIND) : kind;
        if (strcmp(other, kind) == 0)
            continue;
        reason->instead = arena_print(&doc->memory, "gathering:%s", other);
        reason->instead_source = document_row_place(doc, TABLE_GATHERINGS, shorter.items[0]);
        return;
    }
}

static void add_gathering(document *doc, const gathering_noun *g)
{
    const lexicon *words = doc->lexicon;
    static const char *const types[] = {"GATHER", "CONSULT", "PROTEST", "ELECT", "COOPERATE"};
    const char *type = types[lexicon_number(words, TABLE_GATHERINGS, g->row, GATHERING_TYPE)];
    uint32_t made = add_event(doc, noun_head(g), g->end, type);
    event *of = &doc->events.items[made];
    of->record.trigger = tokens_span(doc, g->first, g->end);
    set_category(doc, &of->record, type, lexicon_text(words, TABLE_GATHERINGS, g->row, GATHERING_MODE), NULL);
    of->record.kind = lexicon_text(words, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    dateline_reason *reason = &of->record.reason;
    reason->rule = arena_print(&doc->memory, "gathering:%s", of->record.kind);
    reason->source = document_row_place(doc, TABLE_GATHERINGS, g->row);
    reason_add(doc, reason, "trigger", of->record.trigger);
    if (lexicon_number(words, TABLE_GATHERINGS, g->row, GATHERING_STRENGTH) != GATHERING_SURE)
        reason_add(doc, reason, "held", tokens_span(doc, held_by(doc, g), held_by(doc, g) + 1));
    name_runner_up(doc, reason, g);
    complete(doc, of, g);
    if (of->record.place == NONE && of->record.voice == NONE)
        of->record.place = doc->dateline_entity;
}

/* Later sentences that go on about a gathering add what they tell of it. */
static void read_later(document *doc, uint32_t number)
{
    uint32_t from = doc->tokens.sentence[doc->events.items[number].trigger];
    for (uint32_t k = from; k < doc->sentences.count; k++) {
        sentence s = doc->sentences.items[k];
        event *of = &doc->events.items[number];
        if (voice_of(doc, s.first) == NONE || k == from) {
            if (k <= from + 3 && k > from)
                read_attendance(doc, of, s);
            read_activities(doc, of, s, of->trigger);
        }
    }
}

/* "The Eurasian Media Forum kicked off": a name that ends in such a noun, with a verb that says that it is held. */
static bool is_named_one(const document *doc, const gathering_noun *g)
{
    static const char *const verbs[] = {"open", "begin", "start", "conclude", "end", "kick", "take", "hold", "resume", "postpone", "cancel", NULL};
    const mention *name = mention_at(doc, noun_head(g));
    uint32_t verb = held_by(doc, g);
    bool person = name && name->type == DATELINE_PERSON;
    return name && !person && name->end == g->end && verb != NONE && is_one_of(doc, verb, verbs) && doc->tokens.head[noun_head(g)] == verb &&
           (doc->tokens.relation[noun_head(g)] != REL_NSUBJ || child_by(doc, verb, REL_OBJ) == NONE || lemma_is(doc, verb, "take"));
}

void find_gatherings(document *doc)
{
    for (uint32_t i = doc->dateline_span.end ? token_at(doc, doc->dateline_span.end) : 0; i < doc->tokens.count; i++) {
        gathering_noun g;
        if (!read_noun(doc, i, &g))
            continue;
        uint32_t known = told_before(doc, &g);
        bool sure = lexicon_number(doc->lexicon, TABLE_GATHERINGS, g.row, GATHERING_STRENGTH) == GATHERING_SURE;
        /* "saw a concert" is part of what was told before, "a concert was held" is not */
        bool activity = phrase_at(doc, INDEX_ACTIVITY, i).rows.count && doc->events.count && !is_held(doc, &g);
        if (known != NONE)
            complete(doc, &doc->events.items[known], &g);
        else if ((sure || is_held(doc, &g)) && !is_generic(doc, &g) && !activity && (doc->tokens.mention[noun_head(&g)] == NONE || is_named_one(doc, &g)))
            add_gathering(doc, &g);
        i = g.end - 1;
    }
    for (uint32_t i = 0; i < doc->events.count; i++) {
        bool civic = strcmp(doc->events.items[i].record.type, "GATHER") == 0;
        if (civic && doc->events.items[i].record.voice == NONE) {
            read_later(doc, i);
            read_speeches(doc, i);
        }
    }
}
