/* What is said by what stands beside a verb of saying, however the tree has hung it: "The dam is full, officials said". */
#include "statements/content_rules.h"

#include "grammar/phrases.h"
#include "grammar/titles.h"
#include "grammar/tree.h"

/* "as the minister said, the dam is full" */
static bool is_aside(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    bool as = (child_word(doc, verb, REL_MARK, "as") != NONE || child_word(doc, verb, REL_ADVMOD, "as") != NONE) &&
              !is_passive(doc, verb) && strcmp(t->english_tag[verb], "VBG") != 0; /* not "as agreed", "quoted her as saying" */
    bool own = child_by(doc, verb, REL_CCOMP) != NONE || child_by(doc, verb, REL_XCOMP) != NONE; /* "as it refused to meet them" */
    return t->relation[verb] == REL_PARATAXIS || (t->relation[verb] == REL_ADVCL && as && !own);
}

/* "..., the leader affirmed, wishing the talks to go on": what a second cue brings behind the first is said by it alone. */
static bool leads_to_participle(const document *doc, const cue_verb *cue)
{
    uint32_t next = cue->end + 1;
    return next < sentence_of(doc, cue->verb).end && token_is(doc, cue->end, ",") && word_in(doc, INDEX_CUE, next) &&
           strcmp(doc->tokens.english_tag[next], "VBG") == 0;
}

/* "The dam is full, officials said": the cue stands beside what is said. */
bool by_parataxis(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[cue->verb];
    uint32_t object = child_by(doc, cue->verb, REL_OBJ), told = child_by(doc, cue->verb, REL_IOBJ);
    if (told == NONE && object != NONE && object > cue->verb && (cue->takes & TAKES_ADDRESSEE))
        told = object;
    if (!(cue->takes & (TAKES_CLAUSE | TAKES_QUOTE)) || !is_aside(doc, cue->verb) || head == NONE ||
        (object != NONE && told == NONE && cue->end == cue->verb + 1))
        return false;
    uint32_t left = cue->verb;
    if (out->subject != NONE && t->sentence[out->subject] == t->sentence[cue->verb] && t->left[out->subject] < left)
        left = t->left[out->subject];
    bool before_participle = leads_to_participle(doc, cue);
    if (is_amid(doc, cue, out->subject, head) && !before_participle) {
        out->first = t->left[head];
        out->end = t->right[head] + 1;
    } else if (head < left || before_participle) {
        out->first = t->left[head];
        out->end = left;
    } else {
        out->first = cue->end;
        out->end = t->right[head] + 1;
        if (out->subject != NONE && out->subject > cue->verb && t->right[out->subject] + 1 > out->first)
            out->first = t->right[out->subject] + 1;
        if (told != NONE) /* "As Heald told The Post, the ozone has dropped" */
            out->first = t->right[told] + 1;
    }
    out->rule = "statement:verb-beside";
    return out->first < out->end;
}

/* "The dam is full, the agency quoted her as saying", '"It is full," Vega was quoted as saying by the agency': what stands before whoever
 * quotes, or is quoted. */
bool by_quoting(const document *doc, const cue_verb *cue, found_statement *out)
{
    static const char *const quoting[] = {"quote", "cite"};
    const token_table *t = &doc->tokens;
    uint32_t quotes = t->head[cue->verb], first = sentence_of(doc, cue->verb).first;
    bool as = strcmp(t->english_tag[cue->verb], "VBG") == 0 && child_word(doc, cue->verb, REL_MARK, "as") != NONE;
    uint32_t subject = as && LEMMA_AMONG(doc, quotes, quoting) ? subject_of(doc, quotes) : NONE;
    uint32_t mark = subject == NONE || subject > quotes || t->left[subject] < first + 2 ? NONE : t->left[subject] - 1;
    if (mark == NONE || t->tag[mark] != POS_PUNCT)
        return false;
    const quotation *q = quotation_of(doc, mark - 1);
    mark += q && q->end == mark && q->first > first + 1; /* 'The text "must be kept," she was quoted as saying' */
    out->direct = q && q->end == mark && q->first <= first + 1;
    out->first = out->direct ? q->first : first;
    out->end = mark;
    if (out->direct)
        out->content = q->inside;
    out->rule = "statement:quoted-as-saying";
    return out->direct || holds_finite(doc, first, mark);
}

/* Whether nothing but marks and small words, and no new paragraph, stands between a cue and a quotation. */
static bool is_beside(const document *doc, uint32_t from, uint32_t to)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = from; i <= to; i++)
        if (t->break_before[i] == BREAK_PARAGRAPH || (i + 1 < to && (t->tag[i] == POS_VERB || t->tag[i] == POS_SCONJ)))
            return false;
    return true;
}

/* A quotation beside the cue: '..., he said' or 'he said: ...'. */
bool by_quotation(const document *doc, const cue_verb *cue, found_statement *out)
{
    enum { WIDEST_GAP = 4 };
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, cue->verb);
    if (!(cue->takes & TAKES_QUOTE))
        return false;
    uint32_t left = cue->verb, right = cue->end;
    uint32_t of = out->subject == NONE ? NONE : t->head[out->subject];
    bool shared = of != NONE && of != cue->verb && of < cue->verb && word_in(doc, INDEX_CUE, of) &&
                  t->relation[cue->verb] != REL_XCOMP; /* '"...," Burns said, adding that ...' */
    if (out->subject != NONE && !shared && t->sentence[out->subject] == t->sentence[cue->verb]) {
        left = t->left[out->subject] < left ? t->left[out->subject] : left;
        right = out->subject > cue->verb && t->right[out->subject] + 1 > right ? t->right[out->subject] + 1 : right;
    }
    uint32_t whom = (cue->takes & TAKES_ADDRESSEE) ? child_by(doc, cue->verb, REL_OBJ) : NONE;
    uint32_t told =
        whom != NONE && whom >= right && !quotation_of(doc, whom) ? t->right[whom] + 1 : right; /* 'telling the class of 2014, "Go"' */
    const quotation *best = NULL;
    uint32_t best_gap = WIDEST_GAP + 1;
    for (uint32_t i = 0; i < doc->quotations.count; i++) {
        const quotation *q = &doc->quotations.items[i];
        if (q->first > s.end + 2)
            break;
        bool before = q->end <= left && q->end + WIDEST_GAP >= left && q->end + 1 >= s.first && !token_is(doc, right, ":");
        bool after = q->first >= told && q->first <= told + WIDEST_GAP + 1 && q->first <= s.end;
        uint32_t from = before ? q->end : told, to = before ? left : q->first;
        if ((before || after) && to - from < best_gap && q->end - q->first >= 2 && is_beside(doc, from, to) && !is_title(doc, q)) {
            best_gap = to - from;
            best = q;
        }
    }
    if (!best)
        return false;
    out->first = best->first;
    out->end = best->end;
    out->content = best->inside;
    out->direct = true;
    out->rule = "statement:quote-beside-verb";
    return true;
}

bool holds_finite(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_finite(doc, i))
            return true;
    return false;
}

/* "People of substance, he said", "All of which, he said, would help": where the tree has lost what was said, the part of the sentence
 * before the commas around a verb of saying and its subject; all of it if only after them there is a finite verb. */
bool by_insertion(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, cue->verb);
    bool says = tells_words(cue) && is_finite(doc, cue->verb);
    uint32_t subject = out->subject;
    if (!says || subject == NONE || subject < s.first || subject >= cue->verb || t->left[subject] <= s.first + 1 ||
        quotation_of(doc, cue->verb))
        return false;
    uint32_t comma = t->left[subject] - !token_is(doc, t->left[subject], ",");
    bool own = t->head[subject] == cue->verb && t->right[subject] + 1 == cue->verb && (t->tag[cue->end] == POS_PUNCT || cue->end >= s.end);
    bool apposed = t->relation[subject] == REL_APPOS && holds_finite(doc, s.first, comma) && !holds_finite(doc, cue->end, s.end);
    if ((!own && !apposed) || !token_is(doc, comma, ","))
        return false;
    bool after = token_is(doc, cue->end, ",") && !holds_finite(doc, s.first, comma) && holds_finite(doc, cue->end, s.end);
    out->first = s.first;
    out->end = after ? s.end : comma;
    out->rule = "statement:verb-inserted";
    return true;
}

/* "She said the dam that feeds the town is full": where the tree has lost the clause, what follows a verb of saying up
 * to the end of its sentence, if a finite verb is in it. */
bool by_order(const document *doc, const cue_verb *cue, found_statement *out)
{
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, cue->verb);
    bool says = tells_words(cue) && is_finite(doc, cue->verb);
    if (!says || out->subject == NONE || out->subject > cue->verb || cue->end + 2 >= s.end || t->tag[cue->end] == POS_PUNCT ||
        quotation_of(doc, cue->verb))
        return false;
    if (!holds_finite(doc, cue->end + 1, s.end) || t->tag[cue->end] == POS_ADP || t->tag[cue->end] == POS_CCONJ ||
        t->tag[cue->end] == POS_PART)
        return false;
    out->first = cue->end;
    out->end = s.end;
    for (uint32_t i = cue->end + 1; i + 1 < out->end; i++) {
        bool beside = t->relation[i] == REL_CONJ && t->head[i] == cue->verb && child_by(doc, i, REL_NSUBJ) != NONE;
        if (token_is(doc, i, ",") && token_is(doc, i + 1, "but")) /* "blamed the gang, but a spokesman denied it" */
            out->end = i;
        else if (beside && t->left[i] > out->first) /* "voiced concern and his spokesman urged restraint" */
            out->end = t->left[i];
    }
    out->rule = "statement:verb-before-clause";
    return holds_finite(doc, out->first, out->end);
}
