/* Quotations that no verb claims: those that go on from one that has a speaker, and those that a colon introduces. */
#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/titles.h"
#include "grammar/tree.h"
#include "statements/content.h"

bool is_speech(const document *doc, const quotation *q)
{
    if (is_title(doc, q))
        return false;
    if (q->end - q->first >= 6)
        return true;
    for (uint32_t i = q->first; i < q->end; i++)
        if (doc->tokens.tag[i] == POS_VERB || doc->tokens.tag[i] == POS_AUX)
            return q->end - q->first >= 2;
    return false;
}

/* The token after the mark that closes a quotation, and after a stop that stands behind it. */
static uint32_t after_quotation(const document *doc, const quotation *q)
{
    return q->end + 1 + token_is(doc, q->end + 1, ".");
}

/* Whether nothing of a sentence follows a quotation. */
static bool ends_sentence(const document *doc, const quotation *q)
{
    const token_table *t = &doc->tokens;
    uint32_t next = after_quotation(doc, q);
    return q->closed && (next >= t->count || t->sentence[next] != t->sentence[q->end] || t->break_before[next] != BREAK_NONE);
}

/* Whether a quotation is all of its paragraph. */
static bool is_alone(const document *doc, const quotation *q)
{
    return q->closed && doc->tokens.break_before[q->first - 1] == BREAK_PARAGRAPH &&
           paragraph_end(&doc->tokens, q->first) == after_quotation(doc, q);
}

/* 'Heald noted that the work goes on. "A cleanup would help farms."': a sentence of somebody by name, and then sentences that are nothing
 * but a quotation, in one paragraph, or in the next which holds nothing else. */
static bool leads_to(const document *doc, const found_statement *s, const quotation *q)
{
    const token_table *t = &doc->tokens;
    uint32_t open = q->first - 1, whole = sentence_of(doc, q->first).first, means = s->subject == NONE ? NONE : doc->entity_of[s->subject];
    dateline_entity_type type;
    bool somebody = means != NONE ? may_issue(doc, means) && doc->entities.items[means].type != DATELINE_PLACE
                                  : s->subject != NONE && doc->tokens.tag[s->subject] == POS_NOUN && type_of_noun(doc, s->subject, &type);
    bool aside = t->relation[s->cue] == REL_ADVCL && t->head[s->cue] > s->cue &&
                 child_word(doc, s->cue, REL_MARK, "as") != NONE; /* "As Heald told The Post, ..." */
    bool main = t->head[s->cue] == NONE || t->relation[s->cue] == REL_CONJ || t->relation[s->cue] == REL_PARATAXIS || aside;
    if (whole != open && whole != q->first) /* "It is plain to see; 'You only have to look'" */
        return somebody && main && ends_sentence(doc, q) && token_is(doc, open - 1, ";") && t->sentence[q->first] == t->sentence[s->cue];
    return somebody && main && ends_sentence(doc, q) && (t->break_before[open] == BREAK_NONE || is_alone(doc, q)) &&
           t->sentence[q->first] == t->sentence[s->cue] + 1;
}

/* Whether a quotation goes on in the next one: in the next paragraph, where a mark opens it anew, or none does; or both are all of their
 * paragraphs. */
static bool runs_over(const document *doc, const quotation *q)
{
    if (!q->closed)
        return q[1].first - q->end <= 1;
    return is_alone(doc, q) && is_alone(doc, q + 1) && q[1].first == after_quotation(doc, q) + 1;
}

static void add_continued(document *doc, const found_statement *of, const quotation *q, found_list *out)
{
    found_statement more = *of;
    more.first = q->first;
    more.end = q->end;
    more.content = q->inside;
    more.force = of->direct ? of->force : FORCE_SAY;
    more.direct = true;
    more.rule = "statement:quote-continued";
    *list_add(&doc->memory, out) = more;
}

/* The cue may stand after the last paragraph of a quotation: the ones before it are by the same speaker. */
static void find_by_continuation_back(document *doc, found_list *out)
{
    for (uint32_t k = doc->quotations.count; k-- > 1;) {
        const quotation *q = &doc->quotations.items[k - 1];
        if (!runs_over(doc, q) || !is_speech(doc, q) || is_claimed(out, q))
            continue;
        for (uint32_t i = 0; i < out->count; i++)
            if (out->items[i].direct && out->items[i].first == q[1].first) {
                add_continued(doc, &out->items[i], q, out);
                break;
            }
    }
}

/* "The risks", they said on, "may recede": whether a quotation in the sentence after one that is said may be more of it. One that begins
 * its sentence is; amid it, no phrase without a verb ("under the theme 'Better City'"), and nothing that somebody else by name does. */
static bool is_told_on(const document *doc, const quotation *q)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, q->first);
    bool verb = false;
    if (s.first == q->first || s.first + 1 == q->first)
        return true;
    for (uint32_t i = q->first; i < q->end; i++)
        verb = verb || is_verb(doc, i) || t->tag[i] == POS_AUX;
    for (uint32_t i = s.first; i + 1 < q->first; i++) {
        uint32_t means = is_subject(doc, i) && t->mention[i] != NONE && t->head[t->head[i]] == NONE ? doc->entity_of[i] : NONE;
        if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON)
            return false;
    }
    return verb;
}

/* Whether a token is a person or a body by name, or "he" or "she". */
static bool is_somebody(const document *doc, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    dateline_entity_type type = means == NONE ? DATELINE_WORK : doc->entities.items[means].type;
    bool named = (type == DATELINE_PERSON || type == DATELINE_ORGANIZATION) && doc->entities.items[means].named;
    return named || token_is(doc, token, "he") || token_is(doc, token, "she");
}

/* '"Well," Vega said, "yes."', '"Yes." Vega said, "We won."': who says what comes next in the paragraph, with nothing but himself and the
 * verb between; '"It is late."' and, in the next paragraph, '"Go," Vega said'. NULL: nobody does. */
static const found_statement *said_next(const document *doc, const quotation *q, const found_list *all)
{
    enum { FARTHEST = 8 };
    const token_table *t = &doc->tokens;
    bool alone = is_alone(doc, q);
    for (uint32_t i = 0; i < all->count; i++) {
        const found_statement *s = &all->items[i];
        bool between = q->closed && s->direct && s->cue > q->end && s->cue < s->first && s->first <= q->end + FARTHEST &&
                       paragraph_end(t, q->first) > s->first;
        if (between || (alone && s->direct && s->first == after_quotation(doc, q) + 1 && s->cue >= s->end))
            return s;
    }
    return NULL;
}

/* 'The professor Ana Vega disagreed. "It is safe," ...', 'He interrupted her. "Tell us why."': sentences that are nothing but a quotation,
 * after one of which a person is the subject. */
static bool by_sentence_before(document *doc, const quotation *q, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t open = q->first - 1, whole = sentence_of(doc, q->first).first;
    bool alone = open > 0 && is_alone(doc, q); /* 'She said this to reporters.' and, in the next paragraph, '"It is safe."' */
    if ((whole != open && whole != q->first) || (t->break_before[open] != BREAK_NONE && !alone) || open == 0 || !ends_sentence(doc, q) ||
        quotation_of(doc, open - 2))
        return false;
    sentence s = sentence_of(doc, open - 1);
    uint32_t verb = root_of(doc, s);
    uint32_t subject = verb < s.end ? child_by(doc, verb, REL_NSUBJ) : NONE;
    if (subject == NONE || subject > verb || !is_somebody(doc, subject) || (alone && !word_in(doc, INDEX_CUE, verb)) ||
        (!is_verb(doc, verb) && child_by(doc, verb, REL_COP) == NONE))
        return false;
    cue_verb cue;
    *out = (found_statement){.cue = verb,
                             .cue_end = verb + 1,
                             .subject = subject,
                             .addressee = NONE,
                             .force = read_cue_verb(doc, verb, &cue) && !is_negated(doc, verb) ? cue_force(doc, &cue) : FORCE_SAY,
                             .first = q->first,
                             .end = q->end,
                             .content = q->inside,
                             .direct = true,
                             .rule = "statement:quote-after-sentence"};
    return true;
}

void find_by_continuation(document *doc, found_list *out)
{
    find_by_continuation_back(doc, out);
    for (uint32_t k = 0; k < doc->quotations.count; k++) {
        const quotation *q = &doc->quotations.items[k];
        const quotation *over = k > 0 && runs_over(doc, q - 1) ? q - 1 : NULL;
        const found_statement *before = NULL;
        if (!is_speech(doc, q) || is_claimed(out, q))
            continue;
        bool told_on = is_told_on(doc, q);
        for (uint32_t i = 0; i < out->count; i++) {
            const found_statement *s = &out->items[i];
            uint32_t later = doc->tokens.sentence[q->first] - doc->tokens.sentence[s->cue];
            bool near = s->end <= q->first && (later == 0 || (later == 1 && told_on));
            bool same = over && s->direct && s->first == over->first;
            if (same || (near && !over && (s->direct || leads_to(doc, s, q)) && (!before || s->end >= before->end)))
                before = s;
        }
        found_statement one;
        if (!before && by_sentence_before(doc, q, &one)) {
            *list_add(&doc->memory, out) = one;
            continue;
        }
        const found_statement *next = before ? NULL : said_next(doc, q, out);
        if (next)
            add_continued(doc, next, q, out);
        if (!before)
            continue;
        /* "We won," she said. "Now we celebrate." */
        bool same_paragraph = doc->tokens.break_before[q->first - 1] != BREAK_PARAGRAPH;
        /* "We won," she said, and in the next paragraph: "Now we celebrate." */
        bool next_paragraph = doc->tokens.sentence[q->first - 2] == doc->tokens.sentence[before->cue] && before->cue > before->end;
        if (!over && !same_paragraph && !next_paragraph && before->end + 4 < q->first)
            continue;
        add_continued(doc, before, q, out);
    }
}

/* The name that ends right before a colon: who speaks; NONE if none does. */
static uint32_t name_before(const document *doc, uint32_t colon)
{
    uint32_t m = colon > 0 ? doc->tokens.mention[colon - 1] : NONE;
    if (m == NONE || doc->mentions.items[m].end != colon)
        return NONE;
    dateline_entity_type type = doc->mentions.items[m].type;
    uint32_t head = doc->tokens.head[doc->mentions.items[m].head];
    if (head != NONE && head < doc->mentions.items[m].first && is_verb(doc, head) &&
        word_in(doc, INDEX_CUE, head)) /* 'told GB News: "..."' */
        return NONE;
    return type == DATELINE_PERSON || type == DATELINE_ORGANIZATION ? doc->mentions.items[m].head : NONE;
}

void find_by_colon(document *doc, found_list *out)
{
    enum { FEWEST_WORDS = 4 };
    const token_table *t = &doc->tokens;
    for (uint32_t i = 1; i + FEWEST_WORDS < t->count; i++) {
        uint32_t name = token_is(doc, i, ":") ? name_before(doc, i) : NONE;
        if (name == NONE)
            continue;
        sentence s = sentence_of(doc, i);
        const quotation *q = quotation_of(doc, i + 2);
        bool quoted = q && q->first == i + 2;
        bool country = phrase_rows(doc, INDEX_COUNTRY, doc->mentions.items[t->mention[name]].first, i).count > 0; /* where it is told of */
        bool headline = !country && t->sentence[i] == 0 && s.first == doc->mentions.items[t->mention[name]].first &&
                        s.end - i > FEWEST_WORDS && s.end < t->count && t->break_before[s.end] == BREAK_PARAGRAPH;
        if (!quoted && !headline)
            continue;
        found_statement one = {.cue = i,
                               .cue_end = i + 1,
                               .subject = name,
                               .addressee = NONE,
                               .force = FORCE_SAY,
                               .first = quoted ? q->first : i + 1,
                               .end = quoted ? q->end : s.end,
                               .direct = quoted,
                               .rule = quoted ? "statement:colon" : "statement:headline"};
        if (quoted)
            one.content = q->inside;
        trim_content(doc, &one.first, &one.end);
        *list_add(&doc->memory, out) = one;
    }
}
