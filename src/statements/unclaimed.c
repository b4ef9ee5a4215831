/* Quotations that the trees have lost: told by what stands right after them ('"...," Khan said, "..."'), before a colon, or after a dash.
 */
#include "grammar/frame.h"
#include "grammar/titles.h"
#include "grammar/tree.h"
#include "statements/content.h"

bool is_claimed(const found_list *all, const quotation *q)
{
    for (uint32_t i = 0; i < all->count; i++) {
        const found_statement *s = &all->items[i];
        if (q->first <= s->cue && s->cue < q->end) /* "I think that ...": said by whoever says the whole */
            continue;
        bool shares = s->direct && !span_empty(s->content) ? span_overlaps(s->content, q->inside) : s->first < q->end && q->first < s->end;
        if (shares)
            return true;
    }
    return false;
}

static found_statement quoted_by(const quotation *q, uint32_t cue, uint32_t cue_end, uint32_t subject, force strength, const char *rule)
{
    return (found_statement){.cue = cue,
                             .cue_end = cue_end,
                             .subject = subject,
                             .addressee = NONE,
                             .force = strength,
                             .first = q->first,
                             .end = q->end,
                             .content = q->inside,
                             .direct = true,
                             .rule = rule};
}

/* ---- '"...," Khan said' ---- */

/* Whether a quotation ends as speech does that a clause of saying follows: with a comma, a question or a shout. */
static bool runs_on(const document *doc, const quotation *q)
{
    static const char *const marks[] = {",", "?", "!", "...", "…"};
    return TOKEN_AMONG(doc, q->end - 1, marks) || TOKEN_AMONG(doc, q->end + 1, marks);
}

/* Who stands beside a cue after a quotation: its subject, or the name or pronoun that is nearest to it; NONE. */
static uint32_t speaker_beside(const document *doc, uint32_t from, uint32_t cue)
{
    enum { NEAR = 4 };
    uint32_t subject = speaker_of_verb(doc, cue), end = sentence_of(doc, cue).end;
    if (subject != NONE && subject >= from)
        return subject;
    for (uint32_t i = cue; i-- > from;)
        if (is_nominal(doc, i))
            return doc->tokens.mention[i] == NONE ? i : doc->mentions.items[doc->tokens.mention[i]].head;
    for (uint32_t i = cue + 1; i < end && i <= cue + NEAR; i++)
        if (doc->tokens.mention[i] != NONE)
            return doc->mentions.items[doc->tokens.mention[i]].head;
    return NONE;
}

/* "Oliver barked", "she boomed": a past verb without an object, which the lexicon need not know after a quotation that runs on. */
static bool barks(const document *doc, uint32_t verb)
{
    return strcmp(doc->tokens.english_tag[verb], "VBD") == 0 && child_by(doc, verb, REL_OBJ) == NONE &&
           child_by(doc, verb, REL_XCOMP) == NONE;
}

static bool is_somebody(const document *doc, uint32_t token)
{
    uint32_t m = doc->tokens.mention[token];
    return token_is(doc, token, "he") || token_is(doc, token, "she") || (m != NONE && doc->mentions.items[m].type == DATELINE_PERSON);
}

static bool by_cue_after(document *doc, const quotation *q, found_statement *out)
{
    enum { FARTHEST = 16, NEAR = 6 }; /* a fragment may be a title: 'on "State of the Union," while commenting' */
    const token_table *t = &doc->tokens;
    if (!runs_on(doc, q))
        return false;
    uint32_t stop = q->end + (is_speech(doc, q) ? FARTHEST : NEAR);
    for (uint32_t i = q->end + 1; i < t->count && i < stop; i++) {
        cue_verb cue;
        if (t->break_before[i] == BREAK_PARAGRAPH || quotation_of(doc, i) || t->sentence[i] > t->sentence[q->end - 1] + 1)
            return false;
        if (!is_verb(doc, i))
            continue;
        bool known = read_cue_verb(doc, i, &cue) && (cue.takes & TAKES_QUOTE);
        uint32_t subject = known || barks(doc, i) ? speaker_beside(doc, q->end + 1, i) : NONE;
        if (subject == NONE || (!known && !is_somebody(doc, subject)))
            return false;
        *out = quoted_by(q, i, known ? cue.end : i + 1, subject, known ? cue_force(doc, &cue) : FORCE_SAY, "statement:quote-before-verb");
        out->source = known ? cue_place(doc, &cue) : NULL;
        return true;
    }
    return false;
}

/* ---- 'Khan said: "..."', 'The paper made the following comment:' and a new paragraph ---- */

/* The verb of saying before a colon, with who says it; fills in all but what is said. */
static bool by_verb_before(document *doc, uint32_t colon, found_statement *out)
{
    enum { FARTHEST = 14 };
    sentence s = sentence_of(doc, colon);
    for (uint32_t i = colon; i-- > s.first && colon - i <= FARTHEST;) {
        cue_verb cue;
        bool follows = is_verb(doc, i) && child_by(doc, i, REL_OBJ) != NONE &&
                       (token_is(doc, i + 1, "the") || token_is(doc, i + 1, "this")) && token_is(doc, i + 2, "following");
        bool judges = colon - i > 1 && !quotation_of(doc, i) &&
                      (doc->tokens.head[i] == NONE || doc->tokens.relation[i] == REL_ADVCL); /* 'has called it "dangerous": "..."' */
        bool says = is_verb(doc, i) && read_cue_verb(doc, i, &cue) && ((cue.takes & TAKES_QUOTE) || judges);
        uint32_t text = is_verb(doc, i) ? child_by(doc, i, REL_OBJ) : NONE; /* "issued a joint statement:" */
        bool issues = text != NONE && text > i && may_be_text(doc, text);
        uint32_t subject = says || follows || issues ? speaker_of_verb(doc, i) : NONE;
        if (subject == NONE)
            continue;
        *out = (found_statement){.cue = i,
                                 .cue_end = says ? cue.end : i + 1,
                                 .subject = subject,
                                 .addressee = NONE,
                                 .force = says ? cue_force(doc, &cue) : FORCE_SAY,
                                 .source = says ? cue_place(doc, &cue) : NULL};
        return true;
    }
    return false;
}

static bool by_colon_before(document *doc, const quotation *q, found_statement *out)
{
    uint32_t colon = q->first > 1 ? q->first - 2 : 0;
    found_statement said;
    if (!token_is(doc, colon, ":") || !by_verb_before(doc, colon, &said))
        return false;
    *out = quoted_by(q, said.cue, said.cue_end, said.subject, said.force, "statement:verb-colon");
    out->source = said.source;
    return true;
}

/* 'The senator added:' and a new paragraph without marks, as pages set off what they quote. */
void find_by_block(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i + 1 < t->count; i++) {
        found_statement one;
        bool block = token_is(doc, i, ":") && t->break_before[i + 1] == BREAK_PARAGRAPH && t->tag[i + 1] != POS_PUNCT;
        if (!block || !by_verb_before(doc, i, &one) || !is_finite(doc, one.cue) || child_by(doc, one.cue, REL_CCOMP) != NONE)
            continue;
        one.first = i + 1;
        one.end = paragraph_end(t, i + 1);
        one.rule = "statement:block";
        *list_add(&doc->memory, out) = one;
    }
}

/* ---- '"..." — Ana Ruiz' ---- */

static bool by_dash_after(const document *doc, const quotation *q, found_statement *out)
{
    enum { LONGEST = 6 };
    static const char *const dashes[] = {"―", "—", "–", "-", "--"};
    const token_table *t = &doc->tokens;
    bool dash = TOKEN_AMONG(doc, q->end + 1, dashes);
    uint32_t first = q->end + 2, end = first;
    while (dash && end < t->count && end - first < LONGEST && t->capital[end] && (end == first || t->break_before[end] == BREAK_NONE))
        end++;
    bool alone = end >= t->count || t->tag[end] == POS_PUNCT || t->break_before[end] != BREAK_NONE;
    if (end == first || !alone || t->break_before[first] == BREAK_PARAGRAPH)
        return false;
    uint32_t m = t->mention[first];
    *out = quoted_by(q, q->end + 1, q->end + 2, m == NONE ? end - 1 : doc->mentions.items[m].head, FORCE_SAY, "statement:dash");
    return true;
}

/* ---- 'held signs with the words "..." and "..."' ---- */

/* The sign that a noun for words stands on, "placards bearing the | slogan", before a token; NONE. */
static uint32_t sign_before(const document *doc, uint32_t token)
{
    enum { FARTHEST = 6 };
    static const char *const signs[] = {"sign",  "placard", "banner",  "poster",    "flag", "shirt", "t-shirt", "board",
                                        "badge", "sticker", "leaflet", "billboard", "cap",  "sash",  "ribbon"};
    for (uint32_t i = token, first = sentence_of(doc, token).first; i-- > first && token - i <= FARTHEST;)
        if (doc->tokens.tag[i] == POS_NOUN && LEMMA_AMONG(doc, i, signs))
            return i;
    return NONE;
}

/* The noun right before a quotation for the words that stand on a sign, "with the words |", "with slogans such as |"; NONE. */
static uint32_t words_before(const document *doc, const quotation *q)
{
    static const char *const nouns[] = {"word", "slogan", "message", "phrase", "inscription", "text"};
    uint32_t at = q->first > 2 ? q->first - 2 : NONE;
    if (at != NONE && at > 1 && (token_is(doc, at, "as") || token_is(doc, at, "like")))
        at -= token_is(doc, at, "as") ? 2 : 1;
    return at != NONE && doc->tokens.tag[at] == POS_NOUN && LEMMA_AMONG(doc, at, nouns) ? at : NONE;
}

/* Whoever holds the sign says it, or nobody of whom it is told. */
static bool by_sign(const document *doc, const quotation *q, found_statement *out)
{
    uint32_t words = words_before(doc, q), sign = words == NONE ? NONE : sign_before(doc, words);
    if (sign == NONE)
        return false;
    bool held = doc->tokens.relation[sign] == REL_OBJ && is_verb(doc, doc->tokens.head[sign]);
    *out = quoted_by(q, words, words + 1, held ? subject_of(doc, doc->tokens.head[sign]) : NONE, FORCE_SAY, "statement:words-on-sign");
    return true;
}

/* '"Free them" and "End the siege"': a quotation that goes on from another on the same sign. */
static bool goes_on_from(const document *doc, const quotation *before, const quotation *q)
{
    uint32_t between = before->end + 1, gap = q->first - 1 > between ? q->first - 1 - between : 0;
    return before->end < q->first && gap <= 2 && (token_is(doc, between, "and") || token_is(doc, between, ","));
}

/* Quotations that stand on signs; none of them need be a sentence. */
static void find_on_signs(document *doc, found_list *out)
{
    found_statement last = {0};
    const quotation *before = NULL;
    for (uint32_t k = 0; k < doc->quotations.count; k++) {
        const quotation *q = &doc->quotations.items[k];
        bool more = before && goes_on_from(doc, before, q);
        found_statement one = last;
        if (is_claimed(out, q) || !(more || by_sign(doc, q, &one))) {
            before = NULL;
            continue;
        }
        one.first = q->first;
        one.end = q->end;
        one.content = q->inside;
        *list_add(&doc->memory, out) = last = one;
        before = q;
    }
}

void find_unclaimed(document *doc, found_list *out)
{
    find_on_signs(doc, out);
    for (uint32_t k = 0; k < doc->quotations.count; k++) {
        const quotation *q = &doc->quotations.items[k];
        found_statement one;
        /* '"The dam," said Vega, "is full."' */
        bool fragment = q->end > q->first && (token_is(doc, q->end - 1, ",") || token_is(doc, q->end + 1, ","));
        if ((is_speech(doc, q) || (fragment && !is_title(doc, q))) && !is_claimed(out, q) &&
            (by_cue_after(doc, q, &one) || by_colon_before(doc, q, &one) || by_dash_after(doc, q, &one)))
            *list_add(&doc->memory, out) = one;
    }
}
