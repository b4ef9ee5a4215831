#include "syntax/repair.h"

#include "syntax/lemma.h"

static bool is_noun(const document *doc, uint32_t token)
{
    return doc->tokens.tag[token] == POS_NOUN || doc->tokens.tag[token] == POS_PROPN;
}

/* A past participle, or an adjective that is one by its form. */
static bool is_participle(const document *doc, uint32_t token)
{
    bool verb = doc->tokens.tag[token] == POS_VERB && strcmp(doc->tokens.english_tag[token], "VBN") == 0;
    bool adjective = doc->tokens.tag[token] == POS_ADJ && slice_ends(doc->tokens.lower[token], "ed") && doc->tokens.lower[token].length > 4;
    return verb || adjective;
}

static void attach(document *doc, uint32_t token, uint32_t head, relation kind, const char *name)
{
    doc->tokens.head[token] = head;
    doc->tokens.relation[token] = (uint8_t)kind;
    doc->tokens.relation_name[token] = name;
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

/* The tagger's participle becomes a verb in the past tense. */
static void make_finite(document *doc, uint32_t token)
{
    token_table *t = &doc->tokens;
    t->lemma[token] = verb_lemma(doc, token);
    t->tag[token] = POS_VERB;
    t->english_tag[token] = "VBD";
    t->features[token] = "Mood=Ind|Tense=Past|VerbForm=Fin";
    note_lexicon(doc, token);
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
    uint32_t root = s.first;
    while (root < s.end && t->head[root] != NONE)
        root++;
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

/* The one word of tokens [first, end) that hangs on a verb by a relation, or NONE. */
static uint32_t first_by(const document *doc, uint32_t first, uint32_t end, uint32_t verb, relation kind)
{
    for (uint32_t i = first; i < end; i++)
        if (doc->tokens.head[i] == verb && doc->tokens.relation[i] == kind)
            return i;
    return NONE;
}

static bool is_subject_of(const document *doc, uint32_t token, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    return t->head[token] == verb && (t->relation[token] == REL_NSUBJ || t->relation[token] == REL_NSUBJ_PASS);
}

static bool has_subject(const document *doc, sentence s, uint32_t verb)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (is_subject_of(doc, i, verb))
            return true;
    return false;
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

/* The comma between two subjects that begins the words of the second, or NONE. */
static uint32_t comma_before(const document *doc, uint32_t first, uint32_t second)
{
    for (uint32_t i = second; i-- > first + 1;) {
        if (token_is(doc, i, ","))
            return i;
        if (doc->tokens.head[i] != second)
            return NONE;
    }
    return NONE;
}

/* "Gunmen on motorbikes killed 14 people, officials said": the clause read as a noun with a participle, and that noun as a second
 * subject of the verb of saying. */
static void repair_second_subject(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t first = NONE;
    for (uint32_t i = s.first; i < s.end; i++) {
        if (t->relation[i] != REL_NSUBJ || t->head[i] == NONE || t->head[i] < i)
            continue;
        uint32_t verb = t->head[i], comma = first != NONE && t->head[first] == verb ? comma_before(doc, first, i) : NONE;
        for (uint32_t k = first + 1; comma != NONE && k < comma; k++) {
            bool participle = t->relation[k] == REL_ACL && (strcmp(t->english_tag[k], "VBN") == 0 || strcmp(t->english_tag[k], "VBD") == 0);
            if (!participle || !is_under(doc, k, first))
                continue;
            make_finite(doc, k);
            attach(doc, k, verb, REL_CCOMP, "ccomp");
            attach(doc, first, k, REL_NSUBJ, "nsubj");
            break;
        }
        first = i;
    }
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

/* "blames the army for air strikes": what the verb tells the reason of, not a kind of army. */
static void repair_reason(document *doc, sentence s)
{
    static const char *const verbs[] = {"blame",    "thank",     "praise",    "commend", "criticize", "criticise", "condemn",
                                        "denounce", "fault",     "prosecute", "sue",     "fine",      "punish",    "reward",
                                        "rebuke",   "reprimand", "sanction",  "chide",   "scold",     "honor",     "honour"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        uint32_t object = t->relation[i] == REL_NMOD ? t->head[i] : NONE, verb = object == NONE ? NONE : t->head[object];
        bool of_verb = object != NONE && object < i && t->relation[object] == REL_OBJ && verb != NONE && verb < object;
        if (!of_verb || !LEMMA_AMONG(doc, verb, verbs))
            continue;
        uint32_t mark = first_by(doc, object + 1, i, i, REL_CASE);
        if (mark != NONE && token_is(doc, mark, "for"))
            attach(doc, i, verb, REL_OBL, "obl");
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

/* The comma after which a clause goes on to its verb with nothing but auxiliaries and adverbs, ", would never | stay"; NONE. */
static uint32_t comma_of_predicate(const document *doc, uint32_t after, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    uint32_t i = verb;
    while (i > after + 1 && t->head[i - 1] == verb && (t->tag[i - 1] == POS_AUX || t->tag[i - 1] == POS_ADV || t->tag[i - 1] == POS_PART))
        i--;
    return i > after + 1 && token_is(doc, i - 1, ",") ? i - 1 : NONE;
}

/* "The bridge, said the mayor, will be closed", "The army, the general told reporters, would stay": a verb of saying between commas amid
 * what is said, whose words the tree has given to the clause around it, and the clause's to it. */
static void repair_insertion(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t clause = s.first + 3; clause < s.end; clause++) {
        uint32_t says = t->relation[clause] == REL_CCOMP ? t->head[clause] : NONE;
        if (says == NONE || says > clause || !is_finite(doc, says))
            continue;
        uint32_t comma = comma_of_predicate(doc, says, clause), first = NONE, inner = NONE, after = NONE;
        for (uint32_t i = s.first; comma != NONE && i < comma; i++) {
            if (i < says && first == NONE && (is_subject_of(doc, i, says) || is_subject_of(doc, i, clause)))
                first = i; /* before the commas */
            else if (i < says && is_subject_of(doc, i, says))
                inner = i;
            else if (i > says && after == NONE && (is_subject_of(doc, i, clause) || (t->head[i] == says && t->relation[i] == REL_OBJ)))
                after = i;
        }
        if (first == NONE || after == NONE)
            continue;
        if (inner == NONE && first_comma(doc, first + 1, says) == says - 1) {
            relation kind = t->relation[after] == REL_OBJ ? REL_NSUBJ : (relation)t->relation[after];
            attach(doc, first, clause, kind, kind == REL_NSUBJ ? "nsubj" : "nsubj:pass");
            attach(doc, after, says, REL_NSUBJ, "nsubj");
        } else if (inner != NONE && t->head[first] == clause && after == says + 1) {
            attach(doc, after, says, REL_OBJ, "obj");
        }
    }
}

/* "adding", "going on to say" */
static bool begins_cue(const document *doc, uint32_t first, uint32_t end)
{
    enum { NEAR = 4 };
    for (uint32_t i = first; i < end && i < first + NEAR; i++)
        if (begins_key(doc, i, INDEX_CUE))
            return true;
    return false;
}

/* "The dam burst, officials said, killing twelve": the participle goes on with what they said. */
static void repair_participle_after_insertion(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t says = t->relation[i] == REL_ADVCL && strcmp(t->english_tag[i], "VBG") == 0 ? t->head[i] : NONE;
        if (says == NONE || says > i || !token_is(doc, says + 1, ",") || !is_finite(doc, says) || begins_cue(doc, i, s.end))
            continue;
        for (uint32_t clause = s.first; clause < says; clause++)
            if (t->head[clause] == says && t->relation[clause] == REL_CCOMP && first_comma(doc, clause + 1, says) != NONE)
                attach(doc, i, clause, REL_ADVCL, "advcl");
    }
}

/* "The comment came after Gowda, who resigned, said he would quit": the clause after the small word, taken for the main one and the main
 * one for what is said. */
static void repair_clause_after(document *doc, sentence s)
{
    static const char *const words[] = {"after", "before", "as", "while", "when", "because"};
    token_table *t = &doc->tokens;
    for (uint32_t says = s.first + 4; says < s.end; says++) {
        if (t->head[says] != NONE || !is_finite(doc, says) || has_subject(doc, s, says) || !token_is(doc, says - 1, ","))
            continue;
        uint32_t main = first_by(doc, s.first, says, says, REL_CCOMP), word = main == NONE ? says : main + 1;
        while (word < says && !TOKEN_AMONG(doc, word, words))
            word++;
        uint32_t subject = word < says ? first_by(doc, word + 1, says, main, REL_OBL) : NONE;
        if (subject == NONE || first_by(doc, says + 1, s.end, says, REL_CCOMP) == NONE || !is_finite(doc, main) ||
            (t->head[word] != says && t->head[word] != subject))
            continue;
        attach(doc, main, NONE, REL_ROOT, "root");
        attach(doc, says, main, REL_ADVCL, "advcl");
        attach(doc, word, says, REL_MARK, "mark");
        attach(doc, subject, says, REL_NSUBJ, "nsubj");
        return;
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

/* "... abducting 17 pupils, residents and officials told AFP": who says so, taken for more of those it was done to. */
static void repair_speakers_in_list(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t says = s.first + 4; says < s.end; says++) {
        uint32_t last = says - 1, first = last;
        bool aside = t->relation[says] == REL_PARATAXIS && is_finite(doc, says) && begins_key(doc, says, INDEX_CUE);
        if (!aside || has_subject(doc, s, says) || !is_noun(doc, last))
            continue;
        while (t->relation[first] == REL_CONJ && is_noun(doc, t->head[first]) && t->head[first] < first && !token_is(doc, first - 1, ","))
            first = t->head[first];
        bool listed = t->relation[first] == REL_CONJ && token_is(doc, first - 1, ",") && t->head[first] < first;
        if (listed && first_by(doc, first, says, first, REL_CONJ) != NONE)
            attach(doc, first, says, REL_NSUBJ, "nsubj");
    }
}

/* "clashes broke out in the capital between protesters and police": between whom is told of what takes two, not of the place. */
static void repair_between(document *doc, sentence s)
{
    static const char *const mutual[] = {"clash", "talk",    "fighting",  "battle",    "war",      "meeting", "negotiation", "dispute",
                                         "truce", "tension", "conflict",  "ceasefire", "summit",   "match",   "dialogue",    "firefight",
                                         "tie",   "trade",   "agreement", "accord",    "violence", "deal"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t place = t->relation[i] == REL_NMOD ? t->head[i] : NONE, mark = place == NONE ? NONE : first_by(doc, place, i, i, REL_CASE);
        if (mark == NONE || !token_is(doc, mark, "between") || t->relation[place] != REL_OBL)
            continue;
        uint32_t verb = t->head[place], noun = first_by(doc, s.first, place, verb, REL_NSUBJ);
        noun = noun == NONE ? first_by(doc, s.first, place, verb, REL_NSUBJ_PASS) : noun;
        if (noun != NONE && LEMMA_AMONG(doc, noun, mutual))
            attach(doc, i, noun, REL_NMOD, "nmod");
    }
}

/* "..., according to NHS England, whose director, Ana Vega, warned that ...": the relative clause, taken for the main one and that for
 * what is said. */
static void repair_whose(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t whose = s.first + 2; whose < s.end; whose++) {
        uint32_t subject = token_is(doc, whose, "whose") ? t->head[whose] : NONE, noun = whose - 1;
        uint32_t verb = subject != NONE && t->relation[subject] == REL_NSUBJ ? t->head[subject] : NONE;
        for (uint32_t i = whose; subject != NONE && t->relation[subject] == REL_APPOS && verb == NONE && i < s.end; i++)
            verb = is_finite(doc, i) && !has_subject(doc, s, i) ? i : NONE;
        uint32_t main = verb == NONE ? NONE : first_by(doc, s.first, whose, verb, REL_CCOMP);
        noun -= token_is(doc, noun, ",");
        if (main == NONE || !is_noun(doc, noun))
            continue;
        attach(doc, subject, verb, REL_NSUBJ, "nsubj");
        attach(doc, main, t->head[verb], (relation)t->relation[verb], t->relation_name[verb]);
        attach(doc, verb, noun, REL_ACL_RELCL, "acl:relcl");
    }
}

void repair_sentence(document *doc, sentence s)
{
    repair_dateline(doc, s);
    repair_clause_after(doc, s);
    repair_whose(doc, s);
    repair_speakers_in_list(doc, s);
    repair_insertion(doc, s);
    repair_participle_after_insertion(doc, s);
    repair_hyphened_verb(doc, s);
    repair_number(doc, s);
    repair_reason(doc, s);
    repair_between(doc, s);
    repair_second_subject(doc, s);
    repair_series(doc, s);
    if (!repair_participle(doc, s))
        repair_coordination(doc, s);
}
