/* "According to", "in the words of". */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"

static const char *const views[] = {"words", "view", "opinion", "account", "telling", "estimation", "reckoning"};

/* "according to", "in the words of": the token after it, or `token` where none stands. */
static uint32_t source_phrase_end(const document *doc, uint32_t token)
{
    if (token_is(doc, token, "according") && token_is(doc, token + 1, "to"))
        return token + 2;
    bool in_the = token_is(doc, token, "in") && token_is(doc, token + 1, "the") && TOKEN_AMONG(doc, token + 2, views) &&
                  token_is(doc, token + 3, "of");
    return in_the ? token + 4 : token;
}

/* "in the minister's view,", "was, in her words, ...": the noun, where "in" stands at a token between marks; NONE. */
static uint32_t view_of_somebody(const document *doc, uint32_t token)
{
    enum { FARTHEST = 8 };
    static const char *const in[] = {"in", "by"}, *const own[] = {"my", "our", "your"};
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, token);
    bool begins = TOKEN_AMONG(doc, token, in) && (token == s.first || t->tag[token - 1] == POS_PUNCT);
    for (uint32_t i = token + 2; begins && i < s.end && i <= token + FARTHEST; i++) {
        uint32_t owner = TOKEN_AMONG(doc, i, views) ? child_by(doc, i, REL_NMOD_POSS) : NONE;
        bool ends = i + 1 >= s.end || t->tag[i + 1] == POS_PUNCT;
        if (owner != NONE)
            return ends && owner > token && t->left[owner] == token + 1 && !TOKEN_AMONG(doc, owner, own) ? i : NONE;
    }
    return NONE;
}

/* The noun that such a phrase brings, as the tree has it, or the first one after it. */
static uint32_t source_noun(const document *doc, uint32_t first, uint32_t end)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = end; i-- > first;)
        if (t->head[i] != NONE && t->head[i] >= end && is_nominal(doc, t->head[i]))
            return t->head[i];
    uint32_t noun = end, stop = sentence_of(doc, first).end;
    while (noun < stop && !is_nominal(doc, noun))
        noun++;
    return noun;
}

/* "in the words of the prosecutor, Mark Tedeschi, QC, '...'": where letters after a name stand before a quotation, its first token. */
static uint32_t after_letters(const document *doc, uint32_t first, uint32_t end)
{
    bool letters = first + 3 < end && doc->tokens.capital[first] && token_is(doc, first + 1, ",");
    const quotation *q = letters ? quotation_of(doc, first + 3) : NULL;
    return q && q->first == first + 3 ? q->first : first;
}

static bool is_relative(const document *doc, uint32_t token)
{
    static const char *const pronouns[] = {"which", "who", "whom", "where", "when"};
    return TOKEN_AMONG(doc, token, pronouns) && doc->tokens.tag[token] != POS_NOUN;
}

/* "learned that | according to a posting, ...", "and | according to police, ...", "which | according to police ...": what comes after is
 * told. */
static bool opens_clause(const document *doc, uint32_t token)
{
    token -= token > 0 && token_is(doc, token, ","); /* "but, according to newspapers, nine women have signed up" */
    return token_is(doc, token, "that") || token_is(doc, token, "and") || token_is(doc, token, "but") || is_relative(doc, token);
}

/* "the attack, which | according to police killed ten, was": the end of the relative clause that goes on at `token`, where the phrase
 * before `phrase` stands in one; else `end`. */
static uint32_t relative_end(const document *doc, uint32_t phrase, uint32_t token, uint32_t end)
{
    uint32_t before = phrase - (token_is(doc, phrase - 1, ",") ? 2 : 1);
    if (!is_relative(doc, before))
        return end;
    for (uint32_t i = token; i < end; i++)
        if (doc->tokens.relation[i] == REL_ACL_RELCL)
            return doc->tokens.right[i] + 1 < end ? doc->tokens.right[i] + 1 : end;
    return end;
}

/* "according to plan", "according to the way we are supposed to": what is followed, and says nothing. */
static bool is_followed(const document *doc, uint32_t noun)
{
    static const char *const ways[] = {"way",        "plan",      "schedule", "law",   "rule",     "tradition", "custom",
                                       "principle",  "procedure", "need",     "size",  "age",      "standard",  "ability",
                                       "rank",       "relation",  "demand",   "level", "price",    "budget",    "merit",
                                       "preference", "taste",     "income",   "wish",  "condition"};
    return LEMMA_AMONG(doc, noun, ways);
}

/* Whether what is told goes on after "X says, according to one report, ...": with no clause of its own. */
static bool goes_on_after(const document *doc, uint32_t comma, uint32_t end)
{
    return comma + 2 < end && doc->tokens.tag[comma + 1] != POS_CCONJ && doc->tokens.tag[comma + 1] != POS_SCONJ &&
           !holds_finite(doc, comma + 1, end);
}

/* "According to the circular, prices may rise, the ministry said": where what the circular tells ends, before whoever tells of it. */
static uint32_t end_before_teller(const document *doc, uint32_t first, uint32_t end)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = first; i < end; i++) {
        uint32_t subject = t->head[i] == NONE && is_finite(doc, i) && word_in(doc, INDEX_CUE, i) ? child_by(doc, i, REL_NSUBJ) : NONE;
        uint32_t clause = subject == NONE ? NONE : child_by(doc, i, REL_CCOMP),
                 begin = subject == NONE || i < subject ? i : t->left[subject];
        if (clause != NONE && clause < begin && begin > first && token_is(doc, begin - 1, ","))
            return begin - 1;
    }
    return end;
}

void find_by_according(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i + 2 < t->count; i++) {
        uint32_t phrase_end = source_phrase_end(doc, i), view = view_of_somebody(doc, i);
        if ((phrase_end == i && view == NONE) || phrase_end >= t->count)
            continue;
        sentence s = sentence_of(doc, i);
        uint32_t noun = view == NONE ? source_noun(doc, i, phrase_end) : child_by(doc, view, REL_NMOD_POSS);
        const quotation *told = i > s.first + 2 ? quotation_of(doc, i - 2) : NULL;
        bool quoted = told && told->end + 1 == i && told->first <= s.first + 1; /* '"...," according to the plan' */
        bool nobody =
            token_is(doc, noun, "details") && child_by(doc, noun, REL_NMOD) == NONE; /* "According to details, ...": the outlet's */
        if (noun >= s.end || nobody || (is_followed(doc, noun) && !quoted))
            continue;
        uint32_t stop = view == NONE ? t->right[noun] + 1 : view + 1;
        uint32_t beside = noun + 1 < s.end ? t->mention[noun + 1] : NONE; /* "according to engineer Luis Vega" */
        if (t->mention[noun] == NONE && beside != NONE && doc->mentions.items[beside].first == noun + 1 &&
            doc->mentions.items[beside].type == DATELINE_PERSON) {
            noun = doc->mentions.items[beside].head;
            stop = doc->mentions.items[beside].end;
        }
        uint32_t comma = first_comma(doc, noun + 1, stop);
        stop = comma == NONE ? stop : comma; /* the phrase ends at its comma */
        const mention *named =
            token_is(doc, stop, ",") ? mention_at(doc, stop + 1) : NULL; /* "according to the coach, Alireza Mehraban, ..." */
        if (named && named->first == stop + 1 && named->type == DATELINE_PERSON && named->entity == doc->entity_of[noun])
            stop = named->end;
        /* "according to A, quoting B, ...": at its second one */
        bool quoting = token_is(doc, stop, ",") && (token_is(doc, stop + 1, "quoting") || token_is(doc, stop + 1, "citing"));
        comma = quoting ? first_comma(doc, stop + 2, s.end) : NONE;
        stop = comma == NONE ? stop : comma;
        found_statement one = {.cue = view == NONE ? i : view,
                               .cue_end = view == NONE ? phrase_end : view + 1,
                               .subject = noun,
                               .addressee = NONE,
                               .force = FORCE_SAY,
                               .rule = quoting ? "statement:according-to-another" : "statement:according-to"};
        bool after_cue = i > s.first + 1 && token_is(doc, i - 1, ",") && is_verb(doc, i - 2) && word_in(doc, INDEX_CUE, i - 2) &&
                         !is_passive(doc, i - 2); /* "X reported, according to Y, ..." */
        bool opens = i <= s.first + 2 || opens_clause(doc, i - 1) || after_cue;
        bool amid = !opens && token_is(doc, i - 1, ",") && token_is(doc, stop, ",") &&
                    (!holds_finite(doc, s.first, i) || (child_by(doc, noun, REL_APPOS) == NONE &&
                                                        goes_on_after(doc, stop, s.end))); /* "The attack, according to X, killed two" */
        one.first = opens ? stop : s.first;
        one.end = opens ? end_before_teller(doc, stop, relative_end(doc, i, stop, s.end)) : amid ? s.end : i;
        trim_content(doc, &one.first, &one.end);
        one.first = opens ? after_letters(doc, one.first, one.end) : one.first;
        if (view != NONE && !opens && is_verb(doc, i - 2) && !is_finite(doc, i - 2)) /* "blasted it for failing, in his view, to help" */
            one.first = i - 2;
        const quotation *after = token_is(doc, i, "in") && token_is(doc, stop, ",") ? quotation_of(doc, stop + 2) : NULL;
        if (after && after->first == stop + 2) { /* "chosen since, in Lind's words, 'it is safe'" */
            one.first = after->first;
            one.end = after->end;
        }
        const quotation *q = one.first < one.end ? quotation_of(doc, one.first) : NULL;
        if (one.first + 1 >= one.end)
            continue;
        if (q && q->end + q->closed >= one.end) {
            one.direct = true;
            one.content = q->inside;
        }
        *list_add(&doc->memory, out) = one;
    }
}
