/* The twin of train/feats.py, whose tables are looked up by these contexts. */
#include "syntax/agreement.h"

#include <stdio.h>

enum { MOST_STEPS = 4 }; /* from a verb to the one that has the subject, over coordination */

static bool is_have(slice word)
{
    static const char *const forms[] = {"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"};
    return SLICE_AMONG(word, forms);
}

static bool is_be(slice word)
{
    static const char *const forms[] = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"};
    return SLICE_AMONG(word, forms);
}

/* The relation of a token without its subtype. */
static slice main_relation(const document *doc, uint32_t token)
{
    const char *name = doc->tokens.relation_name[token];
    return (slice){name, (uint32_t)strcspn(name, ":")};
}

static bool has_english_tag(const document *doc, uint32_t token, const char *tag)
{
    return strcmp(doc->tokens.english_tag[token], tag) == 0;
}

void gather_dependents(const document *doc, sentence s, dependents *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++)
        out[i - s.first] = (dependents){.subject = NONE};
    for (uint32_t i = s.first; i < s.end; i++) {
        if (t->head[i] == NONE)
            continue;
        dependents *of = &out[t->head[i] - s.first];
        slice relation = main_relation(doc, i);
        bool aux = slice_is(relation, "aux");
        if (of->subject == NONE && (slice_is(relation, "nsubj") || slice_is(relation, "csubj")))
            of->subject = i;
        of->passive |= strcmp(t->relation_name[i], "aux:pass") == 0;
        of->have |= aux && is_have(t->lower[i]);
        of->be |= aux && is_be(t->lower[i]);
        of->auxiliary |= aux;
        of->to |= has_english_tag(doc, i, "TO");
        of->coordinated |= slice_is(relation, "conj");
    }
}

/* Person and number of a noun or a pronoun: "3s". */
static const char *number_of(const document *doc, sentence s, const dependents *all, uint32_t token)
{
    static const char *const persons[][2] = {
        {"i", "1s"},  {"we", "1p"},   {"you", "2"},   {"u", "2"},     {"he", "3s"},    {"she", "3s"},
        {"it", "3s"}, {"this", "3s"}, {"that", "3s"}, {"they", "3p"}, {"these", "3p"}, {"those", "3p"},
    };
    if (all[token - s.first].coordinated || has_english_tag(doc, token, "NNS") || has_english_tag(doc, token, "NNPS"))
        return "3p";
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
        if (slice_is(doc->tokens.lower[token], persons[i][0]))
            return persons[i][1];
    return "3s";
}

/* The same of the subject of a verb; "-" where there is none. */
static const char *agreement(const document *doc, sentence s, const dependents *all, uint32_t token)
{
    const token_table *t = &doc->tokens;
    slice relation = main_relation(doc, token);
    uint32_t verb = (slice_is(relation, "aux") || slice_is(relation, "cop")) && t->head[token] != NONE ? t->head[token] : token;
    for (int steps = 0; steps < MOST_STEPS && all[verb - s.first].subject == NONE; steps++) {
        if (!slice_is(main_relation(doc, verb), "conj") || t->head[verb] == NONE)
            break;
        verb = t->head[verb];
    }
    uint32_t subject = all[verb - s.first].subject;
    if (subject == NONE)
        return "-";
    bool relative = has_english_tag(doc, subject, "WDT") || has_english_tag(doc, subject, "WP");
    if (relative && slice_is(main_relation(doc, verb), "acl") && t->head[verb] != NONE)
        subject = t->head[verb];
    return number_of(doc, s, all, subject);
}

void context_of(const document *doc, sentence s, const dependents *all, uint32_t token, char out[LONGEST_CONTEXT])
{
    const char *tag = doc->tokens.english_tag[token];
    const dependents *own = &all[token - s.first];
    slice relation = main_relation(doc, token);
    uint8_t universal = doc->tokens.tag[token];
    const char *told = NULL;
    if (strcmp(tag, "VBD") == 0 || strcmp(tag, "VBP") == 0 || strcmp(tag, "VBZ") == 0)
        told = agreement(doc, s, all, token);
    else if (strcmp(tag, "VBN") == 0)
        told = own->passive ? "pass" : own->have ? "have" : NULL;
    else if (strcmp(tag, "VBG") == 0)
        told = own->be ? "be" : NULL;
    else if (strcmp(tag, "VB") == 0)
        told = own->to ? "to" : own->auxiliary ? "aux" : NULL;
    else if (universal != POS_PRON && universal != POS_ADV && universal != POS_DET)
        told = "";
    bool with_subject = strcmp(tag, "VB") == 0 && own->subject != NONE;
    if (told)
        snprintf(out, LONGEST_CONTEXT, "%s", told);
    else
        snprintf(out, LONGEST_CONTEXT, "%.*s%s", (int)relation.length, relation.bytes, with_subject ? "+" : "");
}
