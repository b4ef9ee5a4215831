#include "statements/statements.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/clues.h"
#include "statements/parts.h"

#include <stdlib.h>

/* Inside direct speech only the speaker's own cues with a speaker of their own count: "He said: 'Khan told us that ...'"; but who has the
 * floor urges and thanks where he says so, and a witness who writes quotes himself ('"I am not," I said'). */
static bool is_first_person(const document *doc, const found_list *all, const found_statement *s)
{
    if (!is_i_or_we(doc, s->subject))
        return token_is(doc, s->subject, "you");
    if (s->direct && !quotation_of(doc, s->cue) && !quotation_of(doc, s->subject))
        return false;
    bool acts = s->force != FORCE_SAY && s->force != FORCE_INFORM && is_performative(doc, s->cue) && !quotation_of(doc, s->cue);
    return !acts || !has_floor(all, s->cue);
}

/* What speakers quote of others in direct speech is theirs only where it names who said it. */
static bool is_loose_in_quotation(const document *doc, const found_statement *s)
{
    const quotation *q = quotation_of(doc, s->cue);
    if (!q || (s->direct && s->first == q->first))
        return false;
    return s->subject == NONE || doc->tokens.mention[s->subject] == NONE || strcmp(s->rule, "statement:verb-clause") != 0;
}

static int by_content(const void *left, const void *right)
{
    const found_statement *a = left, *b = right;
    if (a->cue != b->cue)
        return a->cue < b->cue ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Two rules may find the same: of statements with one cue the first stays. */
static bool repeats(const found_list *all, uint32_t place)
{
    for (uint32_t i = place; i-- > 0;) {
        const found_statement *a = &all->items[i], *b = &all->items[place];
        if (a->cue == b->cue && a->first < b->end && b->first < a->end)
            return true;
        if (a->cue < b->cue)
            break;
    }
    return false;
}

/* "Although the mayor was away, officials said the town was calm": a clause of the outlet's before whoever says what follows. */
static bool is_told_by_outlet(const document *doc, const found_list *all, uint32_t place)
{
    static const char *const marks[] = {"as", "although", "though", "while", "whereas", "after", "before", "since"};
    const found_statement *s = &all->items[place];
    bool before = s->end <= s->cue && TOKEN_AMONG(doc, s->first, marks) && !s->direct && sentence_of(doc, s->cue).first == s->first &&
                  doc->tokens.tag[s->first] != POS_ADP && !token_is(doc, s->cue_end, ",") && !quotation_of(doc, s->first);
    for (uint32_t i = 0; before && i < all->count; i++)
        if (i != place && all->items[i].cue == s->cue && all->items[i].first >= s->cue_end)
            return true;
    return false;
}

static span content_span(const document *doc, const found_statement *s)
{
    return s->direct && !span_empty(s->content) ? s->content : tokens_span(doc, s->first, s->end);
}

/* Quotation marks around part of the content make it mixed. */
static const char *quote_kind(const document *doc, const found_statement *s)
{
    if (s->direct)
        return "direct";
    for (uint32_t i = s->first; i < s->end; i++)
        if (quotation_of(doc, i))
            return "mixed";
    return "indirect";
}

static void add_topics(document *doc, const found_statement *from, dateline_statement *to)
{
    index_list topics = {0};
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        const mention *name = &doc->mentions.items[m];
        bool speaks = name->head == from->subject; /* amid what is said */
        if (name->first >= from->first && name->end <= from->end && !speaks)
            list_add_once(doc, &topics, name->entity);
    }
    to->topics = (dateline_indices){topics.items, topics.count};
}

static dateline_reason reason_of(document *doc, const found_statement *s, span cue, span speaker)
{
    dateline_reason reason = {.rule = s->rule, .source = s->source, .clues = s->clues};
    reason_add(doc, &reason, "cue", cue);
    reason_add(doc, &reason, "content", content_span(doc, s));
    if (!span_empty(speaker))
        reason_add(doc, &reason, "speaker", speaker);
    if (s->force_by)
        reason_add(doc, &reason, "force", tokens_span(doc, s->force_by, s->force_by + 1));
    if (s->instead) {
        reason.instead = s->instead;
        reason.instead_source = s->source;
        reason.instead_words = tokens_span(doc, s->instead_first, s->instead_end);
    }
    return reason;
}

static span phrase_span(const document *doc, uint32_t head)
{
    uint32_t m = doc->tokens.mention[head], first, end;
    if (m != NONE)
        return tokens_span(doc, doc->mentions.items[m].first, doc->mentions.items[m].end);
    noun_phrase(doc, head, &first, &end);
    return tokens_span(doc, first, end);
}

/* "tomorrow he plans to meet them": of what is planned, not of the plan. */
static bool looks_ahead(const document *doc, const found_statement *s)
{
    const char *tag = doc->tokens.english_tag[s->cue];
    return strcmp(s->rule, "statement:verb-infinitive") == 0 && (strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0);
}

/* When a token says that something was; NONE: it tells none, or how long it took. */
static uint32_t day_at(const document *doc, uint32_t token)
{
    uint32_t time = doc->tokens.time[token];
    return time != NONE && strcmp(doc->times.items[time].type, "DURATION") != 0 ? time : NONE;
}

static uint32_t time_beside(const document *doc, uint32_t verb)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        if (day_at(doc, c) != NONE)
            return day_at(doc, c);
    for (uint32_t i = verb + 1; i < sentence_of(doc, verb).end && i <= verb + 2;
         i++) { /* "police said on Thursday", wherever the tree hangs it */
        if (doc->tokens.time[i] != NONE)
            return day_at(doc, i);
        if (doc->tokens.tag[i] != POS_ADP)
            break;
    }
    return NONE;
}

/* "A conference got underway in Baku, Trend reports.": the first sentence, by whom it was written. */
static bool is_signed(const document *doc, const found_statement *s)
{
    uint32_t first = sentence_of(doc, s->cue).first;
    bool opens = first == 0 || doc->tokens.where[first - 1].begin < doc->body;
    return opens && s->first < s->cue && s->cue > s->subject && strcmp(doc->tokens.english_tag[s->cue], "VBZ") == 0;
}

/* The outlet that a report cites for all of it: "According to Azernews, ..." at the beginning of a sentence, or where it signs the first
 * one. One that is cited after what it told is one source among others. */
static bool is_own_outlet(document *doc, const found_statement *s)
{
    uint32_t m = doc->tokens.mention[s->subject];
    bool signs = is_signed(doc, s);
    if (strcmp(s->rule, "statement:according-to") != 0 && !signs)
        return false;
    uint32_t first = m == NONE ? s->subject : doc->mentions.items[m].first, end = m == NONE ? first + 1 : doc->mentions.items[m].end;
    if (!phrase_rows(doc, INDEX_OUTLET, first, end).count)
        return false;
    const char *outlet = document_string(doc, tokens_span(doc, first, end));
    bool opens = signs || s->cue == sentence_of(doc, s->cue).first;
    if (!doc->record.report.source && opens)
        doc->record.report.source = outlet;
    if (!doc->record.report.source)
        return false;
    return strcmp(doc->record.report.source, outlet) == 0;
}

/* Takes the force of a verb by which something is done, or of the noun that it brings, "express condolences". */
static void take_force_of(const document *doc, uint32_t verb, found_statement *s)
{
    uint32_t object = child_by(doc, verb, REL_OBJ);
    bool light = object != NONE && is_light_for(doc, verb, object); /* not "we need support" */
    rows noun = light ? phrase_rows(doc, INDEX_CUE_NOUN, object, object + 1) : (rows){NULL, 0};
    phrase cue = phrase_at(doc, INDEX_CUE, verb);
    if (!noun.count && !cue.rows.count)
        return;
    s->force = noun.count ? (force)lexicon_number(doc->lexicon, TABLE_CUE_NOUNS, noun.items[0], CUE_NOUN_FORCE)
                          : (force)lexicon_number(doc->lexicon, TABLE_CUES, cue.rows.items[0], CUE_FORCE);
    s->force_by = noun.count ? object : verb;
}

/* "We urge the governments to act," she said: what is done by saying it has the force of its own verb. */
static void take_performative(const document *doc, found_statement *s)
{
    if ((s->force != FORCE_SAY && s->force != FORCE_INFORM) || s->turn)
        return;
    for (uint32_t i = s->first; i < s->end; i++) {
        uint32_t under = child_by(doc, i, REL_XCOMP); /* "we want to express": the second */
        bool polite = under != NONE && is_performative(doc, under);
        if (doc->tokens.relation[i] == REL_ACL_RELCL || !is_performative(doc, i) || polite)
            continue;
        take_force_of(doc, i, s);
        return;
    }
}

/* "told reporters": people who are described are spoken to; a thing is not. */
static uint32_t addressee_of(document *doc, uint32_t token)
{
    if (token == NONE)
        return NONE;
    uint32_t means = is_plural(doc, token) ? party_of(doc, token) : doc->entity_of[token];
    return means != NONE && doc->entities.items[means].sides.count ? NONE : means; /* "told both sides": no one of them */
}

/* '"Why now?" she asked': what is asked for in a request, where the words are a question, is an answer. */
static void take_question(const document *doc, found_statement *s)
{
    if (s->direct && s->force == FORCE_REQUEST && token_is(doc, s->end - 1, "?"))
        s->force = FORCE_QUESTION;
}

/* 'A source said: "We won," said the source': told twice by the same. */
static bool is_said_already(const document *doc, const statement *s)
{
    for (uint32_t i = doc->statements.count; i-- > 0;) {
        const statement *before = &doc->statements.items[i];
        bool same = before->record.content.begin == s->record.content.begin && before->record.content.end == s->record.content.end &&
                    before->speakers.count == s->speakers.count;
        for (uint32_t k = 0; same && k < s->speakers.count; k++)
            same = before->speakers.items[k] == s->speakers.items[k];
        if (same && s->speakers.count && strcmp(s->record.quote, "direct") == 0)
            return true;
        if (before->end <= s->first)
            return false;
    }
    return false;
}

/* "He promised that he would pay, | said the mayor at a meeting": what a verb under another one brings ends before that one. */
static void end_before_governor(const document *doc, found_statement *s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t over = t->head[s->cue]; over != NONE; over = t->head[over])
        if (over > s->cue && over > s->first && over < s->end && !s->direct && word_in(doc, INDEX_CUE, over) &&
            token_is(doc, over - 1, ",")) {
            s->end = over - 1;
            s->content = (span){0, 0};
        }
}

static void add_statement(document *doc, found_statement *found, const clue_reader *clues)
{
    end_before_governor(doc, found);
    take_performative(doc, found);
    take_question(doc, found);
    uint32_t first = found->cue, end = found->cue_end;
    if (clues)
        widen_cue(doc, clues, found, &first, &end);
    span cue = tokens_span(doc, first, end);
    statement s = {.cue = found->cue, .first = found->first, .end = found->end, .speaker = found->subject, .attitude = found->attitude};
    find_speakers(doc, found, &s.speakers);
    bool has_subject = found->subject != NONE;
    span speaker = has_subject ? phrase_span(doc, found->subject) : (span){0, 0};
    s.record = (dateline_statement){
        .speaker_span = speaker,
        .cue = cue,
        .force = force_names[found->force],
        .content = content_span(doc, found),
        .quote = quote_kind(doc, found),
        .addressee = addressee_of(doc, found->addressee),
        .time = looks_ahead(doc, found) ? NONE : time_beside(doc, found->cue),
        .occasion = NONE,
        .within = NONE,
        .reason = reason_of(doc, found, cue, speaker),
    };
    if (is_said_already(doc, &s))
        return;
    add_topics(doc, found, &s.record);
    *list_add(&doc->memory, &doc->statements) = s;
}

/* A statement and how many words it says. */
typedef struct sized {
    uint32_t words, number;
} sized;

/* The longest first, of equals the last. */
static int by_size(const void *left, const void *right)
{
    const sized *a = left, *b = right;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return a->number > b->number ? -1 : a->number < b->number;
}

/* All statements, the longest first. */
static const sized *sorted_by_size(document *doc)
{
    uint32_t count = doc->statements.count;
    sized *order = arena_array(&doc->memory, count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = (sized){doc->statements.items[i].end - doc->statements.items[i].first, i};
    if (count)
        qsort(order, count, sizeof *order, by_size);
    return order;
}

/* For each token the innermost statement in whose content it stands, but as its cue; NONE. Long contents are written down first, so that
 * those within them write over them. */
static uint32_t *innermost(document *doc, const sized *order, bool attitudes)
{
    uint32_t *holder = arena_array(&doc->memory, doc->tokens.count, sizeof *holder);
    memset(holder, 0xff, doc->tokens.count * sizeof *holder); /* NONE */
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        const statement *s = &doc->statements.items[order[i].number];
        for (uint32_t token = s->first; token < s->end && (attitudes || !s->attitude); token++)
            if (token != s->cue)
                holder[token] = order[i].number;
    }
    return holder;
}

/* Notes for each statement the other one whose content holds its cue, and for each word whose it is. */
static void nest(document *doc)
{
    const sized *order = sorted_by_size(doc);
    const uint32_t *holder = innermost(doc, order, true);
    for (uint32_t i = 0; i < doc->statements.count; i++)
        doc->statements.items[i].record.within = holder[doc->statements.items[i].cue];
    doc->voice = innermost(doc, order, false);
}

status find_statements(document *doc)
{
    found_list all = {0};
    find_by_verbs(doc, &all);
    find_by_nouns(doc, &all);
    find_by_adjectives(doc, &all);
    find_by_according(doc, &all);
    find_hearsay(doc, &all);
    find_by_colon(doc, &all);
    find_by_labels(doc, &all);
    find_answers(doc, &all);
    find_issued(doc, &all);
    find_unclaimed(doc, &all);
    find_by_block(doc, &all);
    find_by_continuation(doc, &all);
    bool learned = doc->clues.count > 0;
    clue_reader clues;
    if (learned) {
        clue_reader_open(&clues, doc, doc->clues.count);
        weigh_clues(&clues, doc);
        find_by_clues(doc, &clues, &all);
        find_marked(doc, &clues, &all);
    }
    stretch_contents(doc, &all);
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, by_content);
    for (uint32_t i = 0; i < all.count; i++)
        if (!is_first_person(doc, &all, &all.items[i]) && !is_loose_in_quotation(doc, &all.items[i]) && !repeats(&all, i) &&
            !is_told_by_outlet(doc, &all, i) && (all.items[i].subject == NONE || !is_own_outlet(doc, &all.items[i])))
            add_statement(doc, &all.items[i], learned ? &clues : NULL);
    nest(doc);
    resolve_first_person(doc);
    return DATELINE_OK;
}
