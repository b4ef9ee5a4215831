/* Which gathering a noun means, of those told before: "the event", "the talks", "the session". */
#include "events/gathering.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "are to hold talks": others than those that were told of. */
static bool is_newly_held(const document *doc, const gathering_noun *g)
{
    static const char *const holds[] = {"hold", "open", "begin", "start"};
    uint32_t verb = doc->tokens.head[noun_head(g)];
    bool held = doc->tokens.relation[noun_head(g)] == REL_OBJ && verb != NONE && LEMMA_AMONG(doc, verb, holds);
    bool talks = strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "talks") == 0;
    return held && talks && strcmp(doc->tokens.english_tag[verb], "VB") == 0;
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
    bool unsaid = strcmp(told->record.kind, "event") == 0 && strcmp(told->record.type, gathering_type(doc, g)) == 0 &&
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

uint32_t told_before(const document *doc, const gathering_noun *g)
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

bool is_set_apart(const document *doc, uint32_t noun)
{
    static const char *const edges[] = {"sideline", "margin", "fringe"};
    static const char *const turns[] = {"previous", "earlier", "last", "next", "upcoming", "future", "past", "another", "other"};
    uint32_t over = doc->tokens.relation[noun] == REL_NMOD ? doc->tokens.head[noun] : NONE;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c))
        if (c < noun && TOKEN_AMONG(doc, c, turns))
            return true;
    return over != NONE && LEMMA_AMONG(doc, over, edges);
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
