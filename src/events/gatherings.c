/* Gatherings: a noun of theirs that is held, attended, opened ... Its roles may stand anywhere in the report. */
#include "events/gathering.h"
#include "grammar/frame.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

static const char *const holding[] = {
    "hold",       "host",      "co-host",  "co-organize", "co-organise", "organize", "organise", "convene",    "attend",  "open",
    "begin",      "start",     "conclude", "end",         "take",        "address",  "arrange",  "stage",      "conduct", "chair",
    "inaugurate", "resume",    "postpone", "cancel",      "schedule",    "delay",    "scrap",    "reschedule", "launch",  "participate",
    "join",       "kick",      "pay",      "make",        "have",        "plan",     "gather",   "mark",       "lead",    "visit",
    "continue",   "celebrate", "boycott",  "give",        "deliver",     "paralyse", "paralyze", "disrupt",    "cripple", "enter",
    "adjourn",    "extend",    "announce", "call",        "set",         "arrive",   "cut",      "observe"};

/* "lodged a protest with Japan": a note, nothing that people come to. */
static const char *const lodging[] = {"lodge", "file", "submit"};

/* "a rally by the peso", "a stock market rally" */
static bool is_of_money(const document *doc, uint32_t noun)
{
    static const char *const traded[] = {"stock", "share", "market", "price",  "bond",  "currency",
                                         "oil",   "gold",  "index",  "future", "bourse"};
    uint32_t over = doc->tokens.head[noun], subject = lemma_is(doc, noun, "rally") && over != NONE ? subject_of(doc, over) : NONE;
    if (subject != NONE && subject != noun && LEMMA_AMONG(doc, subject, traded)) /* "Shares rose on a rally" */
        return true;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        bool part = doc->tokens.relation[c] == REL_NMOD || doc->tokens.relation[c] == REL_COMPOUND || doc->tokens.relation[c] == REL_OBL;
        if (part && (word_in(doc, INDEX_CURRENCY, c) || LEMMA_AMONG(doc, c, traded)) && lemma_is(doc, noun, "rally"))
            return true;
    }
    return false;
}

/* "a drone strike": by arms, and by nobody who stops work. */
static bool is_of_arms(const document *doc, uint32_t noun)
{
    static const char *const arms[] = {"air",      "drone",  "missile",     "rocket",     "artillery",   "lightning", "bomb",   "precision",
                                       "warplane", "cruise", "retaliatory", "preemptive", "pre-emptive", "surgical",  "mortar", "nuclear"};
    for (uint32_t c = lemma_is(doc, noun, "strike") ? first_child(doc, noun) : NONE; c != NONE && c < noun; c = next_child(doc, c))
        if (LEMMA_AMONG(doc, c, arms))
            return true;
    return false;
}

static bool read_noun(const document *doc, uint32_t token, gathering_noun *out)
{
    if (!begins_key(doc, token, INDEX_GATHERING))
        return false;
    phrase found = phrase_at(doc, INDEX_GATHERING, token);
    if (!found.rows.count)
        return false;
    uint8_t tag = doc->tokens.tag[found.end - 1];
    bool modifier = doc->tokens.relation[found.end - 1] == REL_COMPOUND || doc->tokens.relation[found.end - 1] == REL_NMOD_POSS;
    bool written = doc->tokens.relation[found.end - 1] == REL_OBJ && LEMMA_AMONG(doc, doc->tokens.head[found.end - 1], lodging);
    *out = (gathering_noun){token, found.end, found.rows.items[0]};
    bool month = doc->tokens.time[token] != NONE && doc->tokens.capital[token] && token_is(doc, token, "march");
    if (month || is_of_money(doc, found.end - 1) || is_of_arms(doc, found.end - 1))
        return false;
    bool adjective = tag == POS_ADJ && doc->tokens.relation[found.end - 1] == REL_AMOD; /* the tagger errs; the tree tells */
    uint32_t preposition = preposition_of(doc, found.end - 1);
    bool drawn = doc->tokens.relation[found.end - 1] == REL_OBJ && lemma_is(doc, doc->tokens.head[found.end - 1], "draw");
    bool place = preposition != NONE && token_is(doc, preposition, "outside");         /* "a rally outside the party conference" */
    return tag != POS_VERB && !adjective && !modifier && !written && !drawn && !place; /* "drew protests from Seoul" */
}

/* The word that tells that a noun such as "meeting" means one that is held, rather than meetings as such: its verb, or "at"; NONE. */
static uint32_t held_by(const document *doc, const gathering_noun *g)
{
    const token_table *t = &doc->tokens;
    uint32_t head = noun_head(g), verb = verb_over(doc, head);
    uint8_t kind = t->relation[head];
    uint32_t preposition = preposition_of(doc, head);
    bool core = kind == REL_OBJ || kind == REL_NSUBJ || kind == REL_NSUBJ_PASS || kind == REL_CONJ;
    bool under = verb != NONE && t->head[head] == verb;
    bool begun = verb != NONE && lemma_is(doc, verb, "launch") &&
                 strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "event") == 0;
    bool recipient = kind == REL_NSUBJ_PASS && under && child_by(doc, verb, REL_OBJ) != NONE; /* "training shall be given attention" */
    if (under && core && !begun && !recipient && LEMMA_AMONG(doc, verb, holding))             /* a "programme" that is launched is none */
        return verb;
    static const char *const part[] = {"take", "participate", "join", "march", "gather"}; /* "took part in a march" */
    if (kind == REL_OBL && preposition != NONE && token_is(doc, preposition, "in") && under && LEMMA_AMONG(doc, verb, part))
        return verb;
    uint32_t copula = child_by(doc, head, REL_COP); /* "is on an official visit" */
    if (copula != NONE && preposition != NONE && token_is(doc, preposition, "on"))
        return copula;
    if (preposition != NONE && token_is(doc, preposition, "on") && verb != NONE && lemma_is(doc, verb, "go"))
        return verb;                                                                          /* "went on an indefinite strike" */
    static const char *const gathering[] = {"gather", "meet", "assemble", "convene", "come"}; /* "gathered for a lecture" */
    if (preposition != NONE && token_is(doc, preposition, "for") && under && LEMMA_AMONG(doc, verb, gathering))
        return verb;
    static const char *const parts[] = {"opening", "ceremony", "closing", "session", "inauguration"};
    if (preposition != NONE && token_is(doc, preposition, "of") && kind == REL_NMOD && LEMMA_AMONG(doc, t->head[head], parts))
        return t->head[head]; /* "the opening ceremony of a forum" */
    static const char *const during[] = {"at", "during", "after"};
    if (preposition != NONE && TOKEN_AMONG(doc, preposition, during))
        return preposition;
    bool call = strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "call") == 0;
    if (preposition != NONE && call && (token_is(doc, preposition, "in") || token_is(doc, preposition, "on")))
        return preposition; /* "said in a phone call with" */
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if ((t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL) && LEMMA_AMONG(doc, c, holding))
            return c;
    return NONE;
}

static bool is_held(const document *doc, const gathering_noun *g)
{
    return held_by(doc, g) != NONE;
}

/* "Rallies were held in Lahore", "Seminars were organized on Monday": several that took place, told in the past. */
static bool were_held(const document *doc, const gathering_noun *g)
{
    uint32_t verb = held_by(doc, g), head = noun_head(g);
    return verb != NONE && is_verb(doc, verb) && doc->tokens.relation[head] == REL_NSUBJ_PASS &&
           child_by(doc, verb, REL_AUX_PASS) != NONE && token_is(doc, child_by(doc, verb, REL_AUX_PASS), "were") &&
           child_by(doc, verb, REL_OBL) != NONE && !is_negated(doc, verb);
}

/* "conferences" as such: many, no one of them meant. Talks and consultations are one. */
static bool is_generic(const document *doc, const gathering_noun *g)
{
    static const char *const banning[] = {"ban", "prohibit", "outlaw", "forbid"}; /* "banned demonstrations" */
    uint32_t head = noun_head(g), verb = doc->tokens.relation[head] == REL_OBJ ? doc->tokens.head[head] : NONE;
    if (verb != NONE && is_plural(doc, head) && LEMMA_AMONG(doc, verb, banning))
        return true;
    const char *kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    bool plural_of_one = strcmp(kind, "talks") == 0 || strcmp(kind, "drill") == 0 || strcmp(kind, "protest") == 0 ||
                         strcmp(kind, "vote") == 0 ||
                         ((strcmp(kind, "funeral") == 0 || strcmp(kind, "hearing") == 0) && held_by(doc, g) != NONE);
    return is_plural(doc, head) && !plural_of_one && !were_held(doc, g);
}

/* "the opening ceremony of a forum": a part of what is told for itself. */
static bool is_part_of_another(const document *doc, const gathering_noun *g)
{
    uint32_t head = noun_head(g);
    for (uint32_t c = lemma_is(doc, head, "ceremony") ? first_child(doc, head) : NONE; c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = c > head && doc->tokens.relation[c] == REL_NMOD ? preposition_of(doc, c) : NONE;
        gathering_noun whole;
        if (preposition != NONE && token_is(doc, preposition, "of") && read_noun(doc, c, &whole))
            return true;
    }
    return false;
}

/* ---- one told again ---- */

/* "are to hold talks": others than those that were told of. */
static bool is_newly_held(const document *doc, const gathering_noun *g)
{
    static const char *const holds[] = {"hold", "open", "begin", "start"};
    uint32_t verb = doc->tokens.head[noun_head(g)];
    bool held = doc->tokens.relation[noun_head(g)] == REL_OBJ && verb != NONE && LEMMA_AMONG(doc, verb, holds);
    bool talks = strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "talks") == 0;
    return held && talks && strcmp(doc->tokens.english_tag[verb], "VB") == 0;
}

static const char *type_of(const document *doc, const gathering_noun *g)
{
    static const char *const types[] = {"GATHER", "CONSULT", "PROTEST", "ELECT", "COOPERATE"};
    return types[lexicon_number(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_TYPE)];
}

enum { MOST_PARTIES = 8 };

/* "the ministers' meeting", "the SCO meeting": whether it is theirs who are known to have no part in one that was told of. */
static bool is_of_others(const document *doc, uint32_t owner, const event *told)
{
    static const dateline_role roles[] = {DATELINE_PARTICIPANT, DATELINE_SOURCE, DATELINE_TARGET, DATELINE_ORGANIZER, DATELINE_HOST};
    uint32_t means = doc->entity_of[owner];
    bool theirs =
        doc->tokens.relation[owner] == REL_NMOD_POSS ? doc->tokens.tag[owner] != POS_PRON : doc->tokens.relation[owner] == REL_COMPOUND;
    if (!theirs || means == NONE || !told->roles[DATELINE_PARTICIPANT].count)
        return false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        for (uint32_t k = 0; k < told->roles[roles[i]].count; k++) {
            uint32_t known = told->roles[roles[i]].items[k], head = doc->entities.items[known].head;
            if (known == means ||
                (head != NONE && !doc->entities.items[means].named && /* "the APEC economic leaders", "the APEC leaders" */
                 strcmp(doc->tokens.lemma[head], doc->tokens.lemma[owner]) == 0))
                return false;
        }
    const entity *e = &doc->entities.items[means];
    return e->type == DATELINE_ORGANIZATION || e->type == DATELINE_GROUP || e->type == DATELINE_PERSON;
}

/* "the 4th ministers' meeting" */
static bool is_numbered(const document *doc, const gathering_noun *g)
{
    uint64_t turn;
    for (uint32_t i = doc->tokens.left[noun_head(g)]; i < g->first; i++)
        if (doc->tokens.time[i] == NONE && ordinal_at(doc, i, &turn) == i + 1)
            return true;
    return false;
}

/* "December 21 talks between Iran and Britain", "the next forum": a day, parties or a turn of their own make them others than those that
 * were told of. */
static bool is_another(const document *doc, const gathering_noun *g, const event *told)
{
    static const char *const turns[] = {"next", "previous", "last", "following", "another"};
    const token_table *t = &doc->tokens;
    bool others = false, with = false;
    if (is_numbered(doc, g) && is_told_of(doc, told->trigger))
        return true;
    for (uint32_t c = first_child(doc, noun_head(g)); c != NONE; c = next_child(doc, c)) {
        if (c < noun_head(g) && (TOKEN_AMONG(doc, c, turns) || is_of_others(doc, c, told)))
            return true;
        const char *day = t->time[c] == NONE ? NULL : doc->times.items[t->time[c]].value,
                   *known = told->record.time == NONE ? NULL : doc->times.items[told->record.time].value;
        bool lasts = day && day[0] == 'P'; /* "the two-day event" */
        if (day && !lasts && known && strcmp(day, known) != 0)
            return true;
        uint32_t preposition = preposition_of(doc, c), parties[MOST_PARTIES];
        with = with || (preposition != NONE && token_is(doc, preposition, "with"));
        bool sides = preposition != NONE && (token_is(doc, preposition, "between") || token_is(doc, preposition, "with"));
        uint32_t count = sides ? conjuncts(doc, c, parties, MOST_PARTIES) : 0;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t means = doc->entity_of[parties[i]];
            if (means != NONE &&
                (list_holds(&told->roles[DATELINE_PARTICIPANT], means) || list_holds(&told->roles[DATELINE_SOURCE], means)))
                return false;
            others = others || means != NONE;
        }
    }
    bool meant = is_told_of(doc, told->trigger) && !is_told_of(doc, noun_head(g)); /* "the talks", and then "held talks with Peru" */
    return others && (meant || told->roles[DATELINE_PARTICIPANT].count > with);    /* of one alone, "with" tells the other */
}

static bool is_demo(const document *doc, const gathering_noun *g)
{
    return strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_MODE), "demo") == 0;
}

/* A seminar is as well a conference, or a round-table discussion. */
static bool is_sitting(const char *kind)
{
    static const char *const kinds[] = {"conference", "seminar", "debate", "forum", "symposium", "workshop", "lecture"};
    return SLICE_AMONG(slice_of(kind), kinds);
}

/* Whether a noun may mean a gathering that was told of: of its kind, or "the event", "the ceremony", "the session", "the protest" where
 * those were talks, a reception, a seminar, a march. */
static bool may_mean(const document *doc, const gathering_noun *g, const event *told)
{
    enum { NEAR = 4 }; /* sentences */
    uint32_t head = noun_head(g);
    const char *kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    bool told_of = is_told_of(doc, head), same = strcmp(told->record.kind, kind) == 0;
    bool definite = told_of || (child_by(doc, head, REL_DET) == NONE && !is_newly_held(doc, g));
    bool unsaid = strcmp(told->record.kind, "event") == 0 && strcmp(told->record.type, type_of(doc, g)) == 0 &&
                  doc->tokens.sentence[head] < opening_end(doc); /* "Event held in Lima": "a seminar was held" */
    same = same || (unsaid && in_headline(doc, told->trigger));
    bool announced = same && in_headline(doc, told->trigger) && !in_headline(doc, g->first); /* "Walk held in Lima": "a walk was held" */
    bool any = strcmp(kind, "event") == 0 || (strcmp(kind, "meeting") == 0 && told_of);
    bool near = doc->tokens.sentence[head] <= doc->tokens.sentence[told->trigger] + NEAR && strcmp(told->record.type, "GATHER") == 0;
    bool ceremony = near && told_of && strcmp(kind, "ceremony") == 0 && g->end == g->first + 1; /* no "opening ceremony" */
    bool session = near && strcmp(kind, "session") == 0 && g->first > 0 && token_is(doc, g->first - 1, "the") &&
                   child_by(doc, head, REL_NMOD) == NONE; /* no "29th session of the committee" */
    bool sitting =
        near && told_of && is_sitting(kind) && is_sitting(told->record.kind) && !is_plural(doc, head) && doc->tokens.mention[head] == NONE;
    bool protest = is_demo(doc, g) && told_of && !is_plural(doc, head) && is_demonstration(told) && !in_headline(doc, told->trigger);
    return (same || any || ceremony || session || sitting || protest) && (definite || announced) && !is_another(doc, g, told);
}

/* The gathering that a noun means, of those told before, the last first; and first those of the same voice: the outlet goes on about its
 * own, not about one that was promised. */
static uint32_t told_before(const document *doc, const gathering_noun *g)
{
    uint32_t voice = voice_of(doc, g->first);
    for (int other = 0; other < 2; other++)
        for (uint32_t i = doc->events.count; i-- > 0;) {
            const event *e = &doc->events.items[i];
            if (e->record.kind && (e->record.voice != voice) == other && may_mean(doc, g, e))
                return i;
        }
    return NONE;
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
    read_in_which(doc, of, g);
    read_guests(doc, of, s);
    read_drawn(doc, of, g);
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

/* Whether the dateline tells better where it is: the town of the country that was found, or of none. */
static bool is_wider_than_dateline(const document *doc, uint32_t place)
{
    if (place == NONE || doc->dateline_entity == NONE)
        return place == NONE;
    const entity *found = &doc->entities.items[place], *town = &doc->entities.items[doc->dateline_entity];
    return found->is_country && !town->is_country && found->country && town->country && strcmp(found->country, town->country) == 0;
}

/* "will travel to Canberra for talks": where whoever takes part goes; NONE. */
static uint32_t goal_of_journey(const document *doc, uint32_t noun)
{
    static const char *const going[] = {"travel", "fly", "go", "head", "come", "return", "arrive"};
    uint32_t verb = verb_over(doc, noun);
    if (verb == NONE || !LEMMA_AMONG(doc, verb, going))
        return NONE;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c), means = doc->entity_of[c];
        bool to = preposition != NONE && (token_is(doc, preposition, "to") || token_is(doc, preposition, "in"));
        if (to && means != NONE && doc->entities.items[means].located)
            return means;
    }
    return NONE;
}

static void add_gathering(document *doc, const gathering_noun *g)
{
    const lexicon *words = doc->lexicon;
    const char *type = type_of(doc, g);
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
    const index_list *visited = &of->roles[DATELINE_TARGET];
    if (of->record.place == NONE && of->record.mode && strcmp(of->record.mode, "visit") == 0 && visited->count &&
        doc->entities.items[visited->items[0]].located)
        of->record.place = visited->items[0];
    if (of->record.place == NONE)
        of->record.place = goal_of_journey(doc, noun_head(g));
    if (of->record.voice == NONE && is_wider_than_dateline(doc, of->record.place))
        of->record.place = doc->dateline_entity;
}

/* Whether a sentence tells of another gathering than one. */
static bool tells_of_another(const document *doc, uint32_t sentence_number, uint32_t than)
{
    for (uint32_t i = 0; i < doc->events.count; i++)
        if (i != than && doc->tokens.sentence[doc->events.items[i].trigger] == sentence_number)
            return true;
    return false;
}

/* The first sentence after a gathering's own in which another is told of; UINT32_MAX: none is. */
static uint32_t next_told(const document *doc, uint32_t number)
{
    uint32_t own = doc->tokens.sentence[doc->events.items[number].trigger], next = UINT32_MAX;
    for (uint32_t i = 0; i < doc->events.count; i++) {
        uint32_t other = doc->tokens.sentence[doc->events.items[i].trigger];
        if (doc->events.items[i].record.kind && other > own && other < next)
            next = other;
    }
    return next;
}

/* "250 guests attended the reception", where an exhibition was opened at it: whether a sentence names another that was told of. */
static bool names_another(const document *doc, sentence s, uint32_t than)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        gathering_noun g;
        uint32_t told = read_noun(doc, i, &g) && is_told_of(doc, noun_head(&g)) ? told_before(doc, &g) : NONE;
        if (told != NONE && told != than)
            return true;
    }
    return false;
}

/* "It was organized by the ministry", "The session was moderated by Ana Vega" */
static bool goes_on_about(const document *doc, sentence s, uint32_t number)
{
    static const char *const any[] = {"session", "event", "programme", "program", "function", "gathering"};
    gathering_noun g;
    bool named = token_is(doc, s.first, "the") && s.first + 1 < s.end;
    return token_is(doc, s.first, "it") || (named && TOKEN_AMONG(doc, s.first + 1, any)) ||
           (named && read_noun(doc, s.first + 1, &g) && told_before(doc, &g) == number);
}

/* Later sentences that go on about a gathering add what they tell of it. */
static void read_later(document *doc, uint32_t number)
{
    uint32_t from = doc->tokens.sentence[doc->events.items[number].trigger], next = next_told(doc, number);
    for (uint32_t k = from; k < doc->sentences.count; k++) {
        sentence s = doc->sentences.items[k];
        event *of = &doc->events.items[number];
        if (voice_of(doc, s.first) == NONE || k == from) {
            if (k <= from + 2 && k > from && goes_on_about(doc, s, number))
                read_announcements(doc, of, s);
            bool own = k <= from + 3 && k > from && k < next && !tells_of_another(doc, k, number) && !names_another(doc, s, number);
            if (own) {
                read_attendance(doc, of, s);
                read_guests(doc, of, s);
            }
            if (own || (k > from && from < opening_end(doc) && k < next)) /* at the end of a long report */
                read_present(doc, of, s);
            read_activities(doc, of, s, of->trigger);
        }
    }
}

/* "The Eurasian Media Forum kicked off": a name that ends in such a noun, with a verb that says that it is held. */
static bool is_named_one(const document *doc, const gathering_noun *g)
{
    static const char *const verbs[] = {"open", "begin", "start",  "conclude", "end",    "kick",
                                        "take", "hold",  "resume", "postpone", "cancel", "host"};
    const mention *name = mention_at(doc, noun_head(g));
    uint32_t verb = held_by(doc, g);
    bool person = name && name->type == DATELINE_PERSON;
    return name && !person && name->end == g->end && verb != NONE && LEMMA_AMONG(doc, verb, verbs) &&
           doc->tokens.head[noun_head(g)] == verb &&
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
        if (known != NONE) {
            event *told = &doc->events.items[known];
            if (in_headline(doc, told->trigger) && strcmp(told->record.kind, "event") == 0) /* the text says what kind of event it was */
                told->record.kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g.row, GATHERING_KIND);
            complete(doc, told, &g);
            if (told->record.time == NONE && told->record.voice == voice_of(doc, g.first))
                told->record.time = time_of(doc, noun_head(&g));
        } else if (!is_part_of_another(doc, &g) && (sure || is_held(doc, &g)) && !is_generic(doc, &g) && !activity &&
                   (doc->tokens.mention[noun_head(&g)] == NONE || is_named_one(doc, &g)))
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
