/* Gatherings: a noun of theirs that is held, attended, opened ... Its roles may stand anywhere in the report. */
#include "events/gathering.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

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
    const char *type = gathering_type(doc, g);
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
    static const char *const led[] = {"organized", "organised", "hosted", "held", "attended", "convened", "sponsored", "arranged"};
    uint32_t root = TOKEN_AMONG(doc, s.first, led) ? root_of(doc, s) : s.end,
             subject = root < s.end ? child_by(doc, root, REL_NSUBJ) : NONE; /* "Hosted by A, the event" */
    if (subject != NONE && subject > s.first && is_told_of(doc, subject) && TOKEN_AMONG(doc, subject, any))
        return true;
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

void find_gatherings(document *doc)
{
    for (uint32_t i = doc->dateline_span.end ? token_at(doc, doc->dateline_span.end) : 0; i < doc->tokens.count; i++) {
        gathering_noun g;
        if (!read_noun(doc, i, &g))
            continue;
        uint32_t known = told_before(doc, &g);
        bool sure = lexicon_number(doc->lexicon, TABLE_GATHERINGS, g.row, GATHERING_STRENGTH) == GATHERING_SURE;
        /* "saw a concert" is part of what was told before, "a concert was held" is not */
        bool activity = phrase_at(doc, INDEX_ACTIVITY, i).rows.count && doc->events.count && held_by(doc, &g) == NONE;
        if (known != NONE) {
            event *told = &doc->events.items[known];
            if (in_headline(doc, told->trigger) && strcmp(told->record.kind, "event") == 0) /* the text says what kind of event it was */
                told->record.kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g.row, GATHERING_KIND);
            complete(doc, told, &g);
            if (told->record.time == NONE && told->record.voice == voice_of(doc, g.first))
                told->record.time = time_of(doc, noun_head(&g));
        } else if (!is_part_of_another(doc, &g) && (sure || held_by(doc, &g) != NONE) && !is_generic(doc, &g) && !activity &&
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

/* Whether somebody commemorates where people speak; a country that observes a day does not. */
static bool is_hosted(const document *doc, const event *of)
{
    const index_list *sources = &of->roles[DATELINE_SOURCE];
    return sources->count > 0 && doc->entities.items[sources->items[0]].type != DATELINE_PLACE;
}

void complete_commemorations(document *doc)
{
    for (uint32_t i = 0; i < doc->events.count; i++) {
        event *of = &doc->events.items[i];
        if (!of->record.kind || strcmp(of->record.kind, "commemoration") != 0 || !is_verb(doc, of->trigger))
            continue;
        read_anniversary(doc, of, sentence_of(doc, of->trigger));
        if (of->record.voice == NONE && is_hosted(doc, of) && doc->tokens.sentence[of->trigger] < opening_end(doc)) {
            read_later(doc, i);
            read_speeches(doc, i);
        }
    }
}
