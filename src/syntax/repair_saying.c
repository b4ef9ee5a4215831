/* Who says what, where the tree has taken one clause for the other: "The bridge, said the mayor, will be closed". */
#include "syntax/repair_parts.h"

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

/* "said | in a statement | it would close", "it is full, said Xu | during a meeting", "it is full, Xu said | in a statement": where it was
 * said, hung into what was said. */
static void repair_occasion(document *doc, sentence s)
{
    static const char *const words[] = {"during", "at", "in", "after", "before", "following", "on"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t clause = t->relation[i] == REL_OBL ? t->head[i] : NONE;
        uint32_t says = clause != NONE && t->relation[clause] == REL_CCOMP ? t->head[clause] : NONE;
        bool between = says != NONE && says < i && i < clause && is_finite(doc, says);
        uint32_t subject = between ? first_by(doc, says, clause, clause, REL_NSUBJ) : NONE;
        if (subject != NONE && i < subject && first_by(doc, says + 1, i, i, REL_CASE) == says + 1)
            attach(doc, i, says, REL_OBL, "obl");
        for (uint32_t at = clause; at != NONE && says == NONE; at = t->head[at]) /* into a clause within what was said */
            says = t->relation[at] == REL_CCOMP ? t->head[at] : NONE;
        bool after = says != NONE && clause < says && says < i;
        uint32_t speaker = after ? first_by(doc, says + 1, i, says, REL_NSUBJ) : NONE;
        uint32_t mark = after ? first_by(doc, speaker == NONE ? says + 1 : speaker + 1, i, i, REL_CASE) : NONE;
        if (mark != NONE && (speaker != NONE || mark == says + 1) && TOKEN_AMONG(doc, mark, words))
            attach(doc, i, says, REL_OBL, "obl");
    }
}

/* "said | without a truce, | aid would stop": what stands under the clause that is said, and is no way of saying it. */
static void repair_condition(document *doc, sentence s)
{
    static const char *const words[] = {"without", "despite", "besides", "unlike", "until", "contrary"};
    const token_table *t = &doc->tokens;
    for (uint32_t says = s.first + 1; says + 3 < s.end; says++) {
        uint32_t clause =
            TOKEN_AMONG(doc, says + 1, words) && t->tag[says] == POS_VERB ? first_by(doc, says, s.end, says, REL_CCOMP) : NONE;
        uint32_t phrase = clause == NONE ? NONE : t->head[says + 1];
        bool hung = phrase != NONE && phrase > says && phrase < clause && t->head[phrase] == says && t->relation[phrase] == REL_OBL;
        for (uint32_t i = phrase; hung && i < clause; i++)
            if (token_is(doc, i, ",")) {
                attach(doc, phrase, clause, REL_OBL, "obl");
                break;
            }
    }
}

/* "said in a statement on its website that she was well": a clause with a subject of its own besides "that", taken for one that describes
 * the website. */
static void repair_relative(document *doc, sentence s)
{
    enum { STEPS = 3 };
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t clause = token_is(doc, i, "that") && is_subject_of(doc, i, t->head[i]) ? t->head[i] : NONE, other = NONE;
        if (clause == NONE || t->relation[clause] != REL_ACL_RELCL)
            continue;
        for (uint32_t k = i + 1; k < clause && other == NONE; k++)
            other = is_subject_of(doc, k, clause) ? k : NONE;
        uint32_t says = t->head[clause];
        for (uint32_t steps = 0; steps < STEPS && says != NONE && t->tag[says] != POS_VERB; steps++)
            says = t->head[says];
        bool cue = other != NONE && says != NONE && says < i && t->tag[says] == POS_VERB && begins_key(doc, says, INDEX_CUE);
        if (!cue || first_by(doc, s.first, s.end, says, REL_CCOMP) != NONE)
            continue;
        attach(doc, clause, says, REL_CCOMP, "ccomp");
        attach(doc, i, clause, REL_MARK, "mark");
    }
}

/* "said at the time | the dam was full", "adding | the soldiers fled": what was said, where the tree has made its beginning something
 * else. */
static void repair_beginning(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t says = s.first; says + 3 < s.end; says++) {
        if (t->tag[says] != POS_VERB || !begins_key(doc, says, INDEX_CUE))
            continue;
        uint32_t time = says + 3; /* "at the time" */
        bool then = token_is(doc, time, "time") && t->head[time] == says && t->relation[time] == REL_OBL;
        uint32_t clause = then ? first_by(doc, time, s.end, time, REL_ACL_RELCL) : NONE;
        if (clause != NONE && has_subject(doc, s, clause) && !token_is(doc, time + 1, ","))
            attach(doc, clause, says, REL_CCOMP, "ccomp");
        uint32_t object = first_by(doc, says + 1, s.end, says, REL_OBJ), told = first_by(doc, says + 1, s.end, says, REL_CCOMP);
        bool next = object != NONE && told == object + 1 && is_noun(doc, object) && strcmp(t->english_tag[told], "VBD") == 0;
        if (next && !has_subject(doc, s, told))
            attach(doc, object, told, REL_NSUBJ, "nsubj");
    }
}

/* "The rebels fled last week, it was reported": what was reported, taken for a circumstance. */
static void repair_reported(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t says = s.first + 4; says < s.end; says++) {
        uint32_t it =
            t->tag[says] == POS_VERB && begins_key(doc, says, INDEX_CUE) ? first_by(doc, s.first, says, says, REL_NSUBJ_PASS) : NONE;
        if (it == NONE || it == s.first || !token_is(doc, it, "it") || !token_is(doc, it - 1, ","))
            continue;
        uint32_t clause = first_by(doc, s.first, it, says, REL_ADVCL);
        if (clause != NONE && is_finite(doc, clause) && first_by(doc, s.first, clause, clause, REL_MARK) == NONE)
            attach(doc, clause, says, REL_CCOMP, "ccomp");
    }
}

/* "condemned the attack that killed two and called for calm", "..., which killed two, and calls for calm": whoever condemns calls for it,
 * as no attack does. */
static void repair_second_saying(document *doc, sentence s)
{
    static const char *const deeds[] = {"attack",  "killing",  "violence",  "bombing", "raid",     "shooting", "explosion", "blast",
                                        "assault", "massacre", "murder",    "crime",   "incident", "strike",   "war",       "fighting",
                                        "tragedy", "accident", "operation", "arrest",  "disaster", "shelling", "invasion",  "abduction"};
    static const char *const saying[] = {"call", "urge", "demand", "appeal", "express", "reiterate", "vow", "say", "warn"};
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t other = t->relation[i] == REL_CONJ && LEMMA_AMONG(doc, i, saying) && token_is(doc, i - 1, "and") ? t->head[i] : NONE;
        uint32_t deed = other != NONE && t->relation[other] == REL_ACL_RELCL ? t->head[other] : other;
        uint32_t verb = deed == NONE || !LEMMA_AMONG(doc, deed, deeds) || t->relation[deed] != REL_OBJ ? NONE : t->head[deed];
        bool noun = t->tag[i] == POS_NOUN && token_is(doc, i - 2, ",") && (token_is(doc, i + 1, "for") || token_is(doc, i + 1, "on"));
        if (verb == NONE || verb > i || t->tag[verb] != POS_VERB || !(noun || is_finite(doc, i)))
            continue;
        uint32_t what = noun ? first_by(doc, i + 1, s.end, i, REL_NMOD) : NONE;
        if (noun)
            make_present(doc, i, false);
        if (what != NONE)
            attach(doc, what, i, REL_OBL, "obl");
        attach(doc, i, verb, REL_CONJ, "conj");
    }
}

/* "The two met, stated the ministry.": who says so ends the sentence, taken for one more thing that was done. */
static void repair_trailing_saying(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    uint32_t stop = s.end - 1;
    for (uint32_t i = s.first + 3; i + 1 < s.end; i++) {
        bool says = (is_finite(doc, i) || strcmp(t->english_tag[i], "VBN") == 0) && token_is(doc, i - 1, ",") &&
                    begins_key(doc, i, INDEX_CUE) && first_by(doc, i + 1, s.end, i, REL_NSUBJ) != NONE;
        uint32_t clause = says ? first_by(doc, s.first, i, i, REL_CCOMP) : NONE;
        bool told = clause != NONE && t->head[i] == NONE, beside = says && t->relation[i] == REL_CONJ;
        if (beside)
            clause = t->head[i];
        bool trails = told || (beside && clause < i && is_finite(doc, clause) && t->head[clause] == NONE);
        for (uint32_t k = i + 1; trails && beside && k < s.end; k++)
            trails = t->tag[k] == POS_PUNCT || (is_under(doc, k, i) && t->tag[k] != POS_VERB);
        if (!trails)
            continue;
        if (!is_finite(doc, i)) /* "matters of trade, stated the ministry" */
            make_finite(doc, i);
        attach(doc, i, NONE, REL_ROOT, "root");
        attach(doc, clause, i, REL_CCOMP, "ccomp");
        if (t->tag[stop] == POS_PUNCT && t->head[stop] == clause) /* what ends the sentence is none of what is said */
            attach(doc, stop, i, REL_PUNCT, "punct");
    }
}

/* "the statement said, adding one man was hurt": the participle, taken for what hurt him. */
static void repair_added_clause(document *doc, uint32_t adding)
{
    token_table *t = &doc->tokens;
    uint32_t clause = t->relation[adding] == REL_CSUBJ ? t->head[adding] : NONE, says = adding - 2;
    uint32_t object = clause == NONE ? NONE : first_by(doc, adding, clause, adding, REL_OBJ);
    if (object == NONE || t->head[clause] != says || t->tag[says] != POS_VERB || !begins_key(doc, says, INDEX_CUE))
        return;
    bool passive = first_by(doc, adding, clause, clause, REL_AUX_PASS) != NONE;
    attach(doc, adding, says, REL_ADVCL, "advcl");
    attach(doc, clause, adding, REL_CCOMP, "ccomp");
    attach_subject(doc, object, clause, passive);
}

/* "was quoted as saying, adding that": what goes on with the saying, taken for what was said. */
static void repair_adding(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 2; i < s.end; i++) {
        if (strcmp(t->english_tag[i], "VBG") == 0 && token_is(doc, i - 1, ",") && begins_key(doc, i, INDEX_CUE))
            repair_added_clause(doc, i);
        bool participle = t->relation[i] == REL_CCOMP && strcmp(t->english_tag[i], "VBG") == 0 && token_is(doc, i - 1, ",");
        if (participle && t->head[i] == i - 2 && strcmp(t->english_tag[i - 2], "VBG") == 0 && begins_key(doc, i, INDEX_CUE))
            attach(doc, i, i - 2, REL_ADVCL, "advcl");
    }
}

/* "told ABC Radio | her staff saw it": whom it was told to, taken for a second subject of what was said. */
static void repair_told(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t says = s.first + 1; says + 3 < s.end; says++) {
        uint32_t clause = lemma_is(doc, says, "tell") ? first_by(doc, says + 1, s.end, says, REL_CCOMP) : NONE;
        uint32_t first = clause == NONE ? NONE : first_by(doc, says + 1, clause, clause, REL_NSUBJ);
        uint32_t second = first == NONE ? NONE : first_by(doc, first + 1, clause, clause, REL_NSUBJ);
        if (second != NONE && is_noun(doc, first) && t->capital[first] && phrase_begin(doc, s, first) == says + 1)
            attach(doc, first, says, REL_IOBJ, "iobj");
    }
}

/* "claiming their cards had been blocked": what the clause is about, read as what is claimed. */
static void repair_object_of_saying(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t clause = s.first + 2; clause < s.end; clause++) {
        uint32_t says = t->relation[clause] == REL_CCOMP ? t->head[clause] : NONE;
        uint32_t object = says != NONE && says < clause ? first_by(doc, says + 1, clause, says, REL_OBJ) : NONE;
        if (object == NONE || has_subject(doc, s, clause))
            continue;
        bool passive = false;
        uint32_t i = object + 1;
        for (; i < clause && t->head[i] == clause && (t->tag[i] == POS_AUX || t->tag[i] == POS_ADV || t->tag[i] == POS_PART); i++)
            passive = passive || t->relation[i] == REL_AUX_PASS;
        if (i == clause && i > object + 1 && is_finite(doc, object + 1))
            attach_subject(doc, object, clause, passive);
    }
}

/* "AFP quotes Ana Vega as saying": whom somebody quotes, taken for another name of whoever does. */
static void repair_quoted(document *doc, sentence s)
{
    static const char *const quoting[] = {"quote", "cite"};
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i + 1 < s.end; i++) {
        uint32_t verb = t->relation[i] == REL_APPOS || t->relation[i] == REL_DEP ? t->head[i] : NONE;
        bool behind = verb != NONE && verb < i && t->tag[verb] == POS_VERB && LEMMA_AMONG(doc, verb, quoting) && is_noun(doc, i);
        if (behind && phrase_begin(doc, s, i) == verb + 1 && first_by(doc, verb, s.end, verb, REL_OBJ) == NONE)
            attach(doc, i, verb, REL_OBJ, "obj");
    }
}

/* "said that the attack, carried out by gunmen, led to his death": what is told of the attack between the commas, taken for the clause. */
static void repair_aside_in_clause(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 3; i < s.end; i++) {
        uint32_t noun =
            strcmp(t->english_tag[i], "VBN") == 0 && token_is(doc, i - 1, ",") ? first_by(doc, s.first, i - 1, i, REL_NSUBJ) : NONE;
        uint32_t mark = noun == NONE ? NONE : first_by(doc, s.first, noun, i, REL_MARK), verb = i + 1;
        bool that = mark != NONE && token_is(doc, mark, "that") && first_by(doc, i - 1, i, i, REL_AUX) == NONE;
        while (that && verb < s.end && !(t->relation[verb] == REL_CCOMP && is_finite(doc, verb)))
            verb++;
        if (!that || verb >= s.end || has_subject(doc, s, verb) || t->head[verb] >= mark ||
            !token_is(doc, verb - 1 - (t->tag[verb - 1] == POS_ADV), ","))
            continue;
        attach(doc, i, noun, REL_ACL, "acl");
        attach(doc, noun, verb, REL_NSUBJ, "nsubj");
        attach(doc, mark, verb, REL_MARK, "mark");
    }
}

void repair_saying(document *doc, sentence s)
{
    repair_object_of_saying(doc, s);
    repair_quoted(doc, s);
    repair_cue(doc, s);
    repair_speaker(doc, s);
    repair_told(doc, s);
    repair_clause_after(doc, s);
    repair_whose(doc, s);
    repair_speakers_in_list(doc, s);
    repair_insertions(doc, s);
    repair_second_subject(doc, s);
    repair_occasion(doc, s);
    repair_condition(doc, s);
    repair_reported(doc, s);
    repair_relative(doc, s);
    repair_second_saying(doc, s);
    repair_trailing_saying(doc, s);
    repair_beginning(doc, s);
    repair_adding(doc, s);
    repair_aside_in_clause(doc, s);
}
