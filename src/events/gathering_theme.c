/* What a gathering is about. */
#include "events/gathering.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <stdio.h>

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

/* "trade, | security and energy", "bilateral, | regional and global matters": whether a comma joins what is listed, up to "and". */
static bool is_in_list(const document *doc, uint32_t first, uint32_t comma, uint32_t end)
{
    const token_table *t = &doc->tokens;
    uint32_t next = comma + 1, joint = comma + 1;
    while (next < end && !is_verb(doc, next) && !(t->relation[next] == REL_CONJ && t->head[next] >= first && t->head[next] < comma))
        next++;
    while (joint < end && !token_is(doc, joint, "and") && !token_is(doc, joint, "or"))
        joint++;
    return next < end && t->relation[next] == REL_CONJ && !is_verb(doc, next) && joint < end;
}

static void take_theme(document *doc, event *of, uint32_t first, uint32_t end)
{
    end = with_of_phrase(doc, end);
    while (first < end && doc->tokens.tag[first] == POS_PUNCT)
        first++;
    for (uint32_t i = first; i < end; i++)
        if ((token_is(doc, i, ",") && !is_in_list(doc, first, i, end)) || token_is(doc, i, "–")) {
            end = i;
            break;
        }
    while (end > first && doc->tokens.tag[end - 1] == POS_PUNCT)
        end--;
    end = before_place(doc, of, first, end);
    if (end > first && span_empty(of->record.theme))
        of->record.theme = tokens_span(doc, first, end);
}

/* 'called the vote "a farce"': a word on it, and not what it is about. */
static bool is_judged(const document *doc, uint32_t noun)
{
    static const char *const judging[] = {"call", "term", "label", "dub", "brand", "declare", "describe", "deem", "pronounce", "denounce"};
    return doc->tokens.relation[noun] == REL_OBJ && LEMMA_AMONG(doc, doc->tokens.head[noun], judging);
}

/* "held talks in Niamey on Tuesday | on border security": what the verb says it was about, where it is no day, place or way; NONE. */
static uint32_t topic_of_verb(const document *doc, const gathering_noun *g)
{
    static const char *const words[] = {"on", "about", "over", "regarding", "concerning"};
    static const char *const elsewhere[] = {"sideline", "eve",      "occasion", "behalf",     "campus",  "border",   "island",
                                            "ground",   "outskirt", "street",   "side",       "bank",    "site",     "road",
                                            "fringe",   "margin",   "invite",   "invitation", "request", "schedule", "channel",
                                            "line",     "basis",    "premise",  "beach",      "stage",   "board"};
    const token_table *t = &doc->tokens;
    uint32_t noun = noun_head(g), verb = t->head[noun];
    bool core = t->relation[noun] == REL_OBJ || t->relation[noun] == REL_NSUBJ_PASS;
    for (uint32_t c = core && is_verb(doc, verb) ? first_child(doc, verb) : NONE; c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = c > noun && t->relation[c] == REL_OBL ? preposition_of(doc, c) : NONE;
        const mention *name = preposition == NONE ? NULL : mention_at(doc, t->left[c]);
        bool place = t->mention[c] != NONE && doc->mentions.items[t->mention[c]].type == DATELINE_PLACE;
        if (preposition != NONE && TOKEN_AMONG(doc, preposition, words) && t->time[c] == NONE && !place &&
            !(name && name->type == DATELINE_PLACE) && !LEMMA_AMONG(doc, c, elsewhere))
            return c;
    }
    return NONE;
}

void read_theme(document *doc, event *of, const gathering_noun *g)
{
    const token_table *t = &doc->tokens;
    const quotation *called = quotation_of(doc, g->end + 1); /* 'A conference "Aral Sea: Lessons and Prospects" was held' */
    bool from_headline = !span_empty(of->record.theme) && of->record.theme.begin < doc->body;
    if (called && called->first == g->end + 1 && called->closed && !is_judged(doc, noun_head(g)) &&
        (span_empty(of->record.theme) || from_headline))
        of->record.theme = called->inside;
    static const char *const naming[] = {"entitle", "entitled", "title", "titled", "theme", "themed", "call", "name", "dub"};
    static const char *const dedicating[] = {"dedicate",    "dedicated", "devote", "devoted", "mark",
                                             "commemorate", "focus",     "honor",  "honour"};
    for (uint32_t c = first_child(doc, noun_head(g)); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool about = preposition != NONE &&
                     (token_is(doc, preposition, "on") || token_is(doc, preposition, "about") || token_is(doc, preposition, "over"));
        bool clause = t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL;
        if (about && t->time[c] == NONE && c > noun_head(g)) {
            take_theme(doc, of, preposition + 1, t->right[c] + 1);
        } else if (clause && LEMMA_AMONG(doc, c, naming)) {
            take_theme(doc, of, c + 1, t->right[c] + 1);
        } else if (clause && LEMMA_AMONG(doc, c, dedicating) && !token_is(doc, c + 1, "by")) { /* not "marked by speeches" */
            bool to = token_is(doc, c + 1, "to") || token_is(doc, c + 1, "on");
            uint32_t end = t->right[c] + 1, verb = verb_over(doc, noun_head(g));
            take_theme(doc, of, c + 1 + to, verb != NONE && verb > c && verb < end ? verb : end);
        }
    }
    uint32_t topic = span_empty(of->record.theme) ? topic_of_verb(doc, g) : NONE;
    if (topic != NONE)
        take_theme(doc, of, preposition_of(doc, topic) + 1, t->right[topic] + 1);
    /* "held to mark ...", "under the theme ..." */
    sentence s = sentence_of(doc, g->first);
    for (uint32_t i = noun_head(g) + 1; i + 2 < s.end; i++) {
        bool marking = (token_is(doc, i, "to") && (token_is(doc, i + 1, "mark") || token_is(doc, i + 1, "commemorate"))) ||
                       token_is(doc, i, "marking") || token_is(doc, i, "commemorating");
        bool theme = (token_is(doc, i, "theme") || token_is(doc, i, "topic") || token_is(doc, i, "title") || token_is(doc, i, "titled") ||
                      token_is(doc, i, "entitled"));
        uint32_t from = i + 1 + token_is(doc, i, "to");
        if (marking || (theme && (t->tag[i + 1] == POS_PUNCT || token_is(doc, i + 1, "of"))))
            take_theme(doc, of, theme ? i + 2 : from,
                       t->right[marking && token_is(doc, i, "to") ? i + 1 : i] + 1 > from
                           ? t->right[marking && token_is(doc, i, "to") ? i + 1 : i] + 1
                           : from);
    }
}

/* "an exhibition dedicated to the 30th anniversary", told beside a seminar: whether another gathering marks it. */
static bool is_marked_by_another(const document *doc, const event *of, uint32_t anniversary)
{
    for (uint32_t at = doc->tokens.head[anniversary]; at != NONE; at = doc->tokens.head[at]) {
        const char *kind = doc->tokens.tag[at] == POS_NOUN ? kind_of_noun(doc, at) : NULL;
        if (kind)
            return of->record.kind && strcmp(kind, of->record.kind) != 0 && strcmp(kind, "event") != 0;
    }
    return false;
}

/* "anniversary", and the "Day" of "the 114th National Day", which is counted: what of, with its number, 0 if that isn't told; else false.
 */
static bool is_counted_day(const document *doc, sentence s, uint32_t token, uint32_t *first, uint64_t *number)
{
    enum { WORDS_BEFORE = 4 };
    bool day = token_is(doc, token, "day") && doc->tokens.capital[token] && token > s.first && doc->tokens.capital[token - 1];
    *first = token;
    *number = 0;
    bool anniversary = lemma_is(doc, token, "anniversary") || token_is(doc, token, "anniversary");
    if (!day && !anniversary && !token_is(doc, token, "commemoration"))
        return false;
    for (uint32_t back = 1; back <= WORDS_BEFORE && back <= token - s.first; back++) {
        uint32_t end = ordinal_at(doc, token - back, number);
        bool name = end > token - back && (end == token || (day && doc->tokens.capital[end]));
        if (name) {
            *first = token - back;
            return true;
        }
    }
    *number = 0;
    return anniversary; /* "the 24th commemoration of the genocide", but not "the commemoration" */
}

/* "the 31st anniversary of the Khojaly tragedy": 31, and the year that it implies; "the 75th Independence Day": 75 alone, since the first
 * is in some countries the day itself, in others a year later. */
void read_anniversary(document *doc, event *of, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++) {
        uint64_t number;
        uint32_t first;
        if (!span_empty(of->record.marks_span) || !is_counted_day(doc, s, i, &first, &number) || is_marked_by_another(doc, of, i))
            continue;
        bool of_day = token_is(doc, i, "day");
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
        if (number && number < 5000 && year > (int32_t)number && !of_day) {
            of->record.marks_year = year - (int32_t)number;
            of->record.marks_rule = "anniversary:ordinal";
        } else {
            of->record.marks_rule = of_day ? "anniversary:day" : "anniversary:named";
        }
    }
}
