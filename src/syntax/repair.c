#include "syntax/repair.h"

#include "syntax/lemma.h"
#include "syntax/repair_parts.h"

/* A past participle, or an adjective that is one by its form. */
static bool is_participle(const document *doc, uint32_t token)
{
    bool verb = doc->tokens.tag[token] == POS_VERB && strcmp(doc->tokens.english_tag[token], "VBN") == 0;
    bool adjective = doc->tokens.tag[token] == POS_ADJ && slice_ends(doc->tokens.lower[token], "ed") && doc->tokens.lower[token].length > 4;
    return verb || adjective;
}

/* "-ed" of a verb that the tagger took for an adjective: its lemma without the ending. */
static const char *verb_lemma(document *doc, uint32_t token)
{
    slice lower = doc->tokens.lower[token];
    if (doc->tokens.tag[token] == POS_VERB || !slice_ends(lower, "ed"))
        return doc->tokens.lemma[token];
    char before = lower.bytes[lower.length - 3];
    bool silent = strchr("cgsvzu", before) != NULL;
    return arena_print(&doc->memory, "%.*s", (int)lower.length - (silent ? 1 : 2), lower.bytes);
}

/* Makes `verb` the root, with `subject` and all that the old root governed beyond the subject's own words. */
static void make_root(document *doc, sentence s, uint32_t verb, uint32_t subject)
{
    token_table *t = &doc->tokens;
    attach(doc, verb, NONE, REL_ROOT, "root");
    attach(doc, subject, verb, REL_NSUBJ, "nsubj");
    for (uint32_t k = verb + 1; k < s.end; k++)
        if (t->head[k] == subject && (t->relation[k] == REL_PUNCT || t->relation[k] == REL_PARATAXIS || t->relation[k] == REL_CONJ))
            t->head[k] = verb;
}

void make_finite(document *doc, uint32_t token)
{
    token_table *t = &doc->tokens;
    t->lemma[token] = verb_lemma(doc, token);
    t->tag[token] = POS_VERB;
    t->english_tag[token] = "VBD";
    t->features[token] = "Mood=Ind|Tense=Past|VerbForm=Fin";
    note_lexicon(doc, token);
}

/* "Noted scholar Ana Vega emphasized": what somebody is, taken for what is done. */
static void repair_noted(document *doc, sentence s)
{
    static const char *const fame[] = {"noted", "renowned", "acclaimed", "celebrated", "respected", "distinguished"};
    token_table *t = &doc->tokens;
    uint32_t says = TOKEN_AMONG(doc, s.first, fame) && t->relation[s.first] == REL_ROOT && t->tag[s.first] == POS_VERB
                        ? first_by(doc, s.first + 1, s.end, s.first, REL_CCOMP)
                        : NONE;
    uint32_t who = says == NONE ? NONE : first_by(doc, s.first + 1, says, says, REL_NSUBJ);
    if (who == NONE || t->tag[who] != POS_PROPN || t->left[who] > s.first + 1)
        return;
    make_root(doc, s, says, who);
    attach(doc, s.first, who, REL_AMOD, "amod");
    t->tag[s.first] = POS_ADJ;
    t->english_tag[s.first] = "JJ";
    for (uint32_t k = says + 1; k < s.end; k++)
        if (t->head[k] == s.first)
            t->head[k] = says;
}

/* "Canada imposed sanctions", read as a kind of sanctions. */
static bool repair_participle(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++)
        if (is_finite(doc, i) || t->tag[i] == POS_AUX)
            return false;
    for (uint32_t i = s.first + 1; i + 1 < s.end; i++) {
        uint32_t object = t->head[i], subject = i - 1;
        bool between = is_participle(doc, i) && t->relation[i] == REL_AMOD && object != NONE && object > i && is_noun(doc, object) &&
                       is_noun(doc, subject);
        if (!between)
            continue;
        uint32_t root = t->head[object];
        if (root == NONE) { /* what hung before the verb is the subject with its own words */
            for (uint32_t k = s.first; k < subject; k++)
                if (t->head[k] == object)
                    t->head[k] = subject;
        } else if (root < i && t->head[root] == NONE && is_noun(doc, root)) {
            subject = root;
        } else {
            continue;
        }
        make_root(doc, s, i, subject);
        attach(doc, object, i, REL_OBJ, "obj");
        make_finite(doc, i);
        return true;
    }
    return false;
}

/* "France and Germany condemned it", read as three things in a row. */
static bool repair_coordination(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t root = root_of(doc, s);
    if (root == s.end || !is_noun(doc, root))
        return false;
    uint32_t verb = NONE;
    for (uint32_t i = s.first; i < s.end; i++) {
        if (t->head[i] == root && (t->relation[i] == REL_COP || t->relation[i] == REL_NSUBJ))
            return false;
        if (verb == NONE && i > root && t->head[i] == root && t->relation[i] == REL_CONJ && is_finite(doc, i) && t->tag[i] == POS_VERB)
            verb = i;
    }
    for (uint32_t i = s.first; i < s.end && verb != NONE; i++)
        if (t->head[i] == verb && t->relation[i] == REL_NSUBJ)
            return false;
    if (verb == NONE)
        return false;
    make_root(doc, s, verb, root);
    /* the other nouns stay with the first */
    for (uint32_t i = root + 1; i < verb; i++)
        if (t->head[i] == verb && t->relation[i] == REL_CONJ)
            t->head[i] = root;
    return true;
}

/* A verb in the past tense that goes on after a comma or "and", with an adverb between at most. */
static bool goes_on(const document *doc, sentence s, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t before = verb;
    while (before > s.first && t->tag[before - 1] == POS_ADV)
        before--;
    bool joined = before > s.first && (token_is(doc, before - 1, ",") || token_is(doc, before - 1, "and"));
    return joined && t->tag[verb] == POS_VERB && strcmp(t->english_tag[verb], "VBD") == 0 && !has_subject(doc, s, verb);
}

/* "The envoy spoke of the war, called it a crime, regretted that it went on and wished for peace": verbs of one subject
 * in a row. Trees of such sentences hang them into one another; here they hang on the first. */
static bool repair_series(document *doc, sentence s)
{
    enum { MOST_VERBS = 12 };
    token_table *t = &doc->tokens;
    uint32_t first = NONE, verbs[MOST_VERBS], count = 0;
    for (uint32_t i = s.first; i < s.end; i++) {
        bool past = t->tag[i] == POS_VERB && strcmp(t->english_tag[i], "VBD") == 0;
        if (past && first == NONE && has_subject(doc, s, i))
            first = i;
        else if (first != NONE && count < MOST_VERBS && goes_on(doc, s, i))
            verbs[count++] = i;
    }
    if (count < 2)
        return false;
    /* the first takes the place of that verb of the row which hangs on none of the others */
    uint32_t top = first;
    for (uint32_t steps = 0; steps <= count; steps++)
        for (uint32_t k = 0; k < count; k++)
            if (t->head[top] == verbs[k])
                top = verbs[k];
    if (top != first)
        attach(doc, first, t->head[top], (relation)t->relation[top], t->relation_name[top]);
    for (uint32_t k = 0; k < count; k++)
        attach(doc, verbs[k], first, REL_CONJ, "conj");
    return true;
}

/* "five were killed and 10 injured", "and 10 others injured": who stands right before a participle is who it was done to. */
static void repair_number(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i + 1 < s.end; i++) {
        uint32_t verb = i + 1;
        bool number = t->tag[i] == POS_NUM && t->head[i] == verb && t->relation[i] == REL_NUMMOD;
        bool beside = is_noun(doc, i) && t->relation[i] == REL_CONJ && t->relation[verb] == REL_CONJ && t->head[verb] == t->head[i];
        bool counted = (number || beside) && t->tag[verb] == POS_VERB;
        if (counted && strcmp(t->english_tag[verb], "VBN") == 0 && !has_subject(doc, s, verb))
            attach(doc, i, verb, REL_NSUBJ_PASS, "nsubj:pass");
    }
}

/* "Iran test-fired a missile": what hangs on the first part of the verb is the verb's subject. */
static void repair_hyphened_verb(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i + 2 < s.end; i++) {
        uint32_t verb = i + 2, before = i - 1;
        bool tied =
            token_is(doc, i + 1, "-") && !t->space_before[i + 1] && !t->space_before[verb] && t->tag[i] == POS_NOUN && t->head[i] == verb;
        if (!tied || strcmp(t->english_tag[verb], "VBD") != 0)
            continue;
        attach(doc, i, verb, REL_COMPOUND, "compound");
        if (t->head[before] == i && is_noun(doc, before) && !has_subject(doc, s, verb))
            attach(doc, before, verb, REL_NSUBJ, "nsubj");
    }
}

/* "New York (AFP) – Vice President Biden hit the trail": the town of a dateline is nobody who acts. */
static void repair_dateline(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    span line = doc->dateline_span;
    for (uint32_t i = s.first; i < s.end && t->where[i].begin >= line.begin && t->where[i].end <= line.end; i++)
        if (t->head[i] != NONE && t->where[t->head[i]].begin >= line.end)
            attach(doc, i, t->head[i], REL_DEP, "dep");
}

/* "(Reuters) - The council met": whose text it is belongs to nobody who acts and to nothing that is said. */
static void repair_credit(document *doc, sentence s)
{
    enum { MOST_WORDS = 4 };
    const token_table *t = &doc->tokens;
    uint32_t end = s.first + 1, root = root_of(doc, s);
    bool opens = token_is(doc, s.first, "(") && end < s.end && t->capital[end];
    for (; opens && end < s.end && end <= s.first + MOST_WORDS && !token_is(doc, end, ")"); end++)
        opens = t->tag[end] != POS_VERB && t->tag[end] != POS_AUX;
    if (!opens || end >= s.end || !token_is(doc, end, ")"))
        return;
    bool dash = end + 1 < s.end && t->tag[end + 1] == POS_PUNCT && !quotation_of(doc, end + 1);
    for (uint32_t i = s.first; root > end + dash && root < s.end && i <= end + dash; i++)
        if (t->head[i] > end + dash)
            attach(doc, i, root, t->tag[i] == POS_PUNCT ? REL_PUNCT : REL_DEP, t->tag[i] == POS_PUNCT ? "punct" : "dep");
}

/* Marks that the network has seen little of are no subjects, whatever the tree says: "«It is full,» said the engineer". */
static void repair_marks(document *doc, sentence s)
{
    static const char *const marks[] = {"«", "»", "‹", "›", "„"};
    for (uint32_t i = s.first; i < s.end; i++)
        if (TOKEN_AMONG(doc, i, marks) && doc->tokens.head[i] != NONE) {
            doc->tokens.tag[i] = POS_PUNCT;
            attach(doc, i, doc->tokens.head[i], REL_PUNCT, "punct");
        }
}

/* The stop that ends a sentence hangs on its root, or a clause would reach to the end of it. */
static void repair_stop(document *doc, sentence s)
{
    static const char *const stops[] = {".", "!", "?"};
    token_table *t = &doc->tokens;
    uint32_t root = root_of(doc, s), last = s.end - 1;
    if (root < last && TOKEN_AMONG(doc, last, stops) && t->relation[last] == REL_PUNCT && !quotation_of(doc, last))
        attach(doc, last, root, REL_PUNCT, "punct");
}

/* Whether a token hangs, by however many steps, on itself. */
static bool is_in_circle(const document *doc, sentence s, uint32_t token)
{
    uint32_t at = doc->tokens.head[token];
    for (uint32_t steps = s.first; at != NONE && at != token && steps < s.end; steps++)
        at = doc->tokens.head[at];
    return at == token;
}

/* No repair is meant to leave a circle; should one do so, its first word hangs on nothing, since whatever climbs a tree would never end. */
static void break_circles(document *doc, sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (is_in_circle(doc, s, i))
            attach(doc, i, NONE, REL_ROOT, "root");
}

void repair_sentence(document *doc, sentence s)
{
    repair_stop(doc, s);
    repair_marks(doc, s);
    repair_names(doc, s);
    repair_noted(doc, s);
    repair_headline(doc, s);
    repair_dateline(doc, s);
    repair_credit(doc, s);
    repair_saying(doc, s);
    repair_hyphened_verb(doc, s);
    repair_number(doc, s);
    repair_nouns(doc, s);
    repair_relatives(doc, s);
    repair_phrases(doc, s);
    repair_clauses(doc, s);
    repair_series(doc, s);
    repair_content(doc, s);
    if (!repair_participle(doc, s))
        repair_coordination(doc, s);
    break_circles(doc, s);
}
