#include "syntax/repair.h"

static bool is_finite(const document *doc, uint32_t token)
{
    const char *tag = doc->tokens.english_tag[token];
    return strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0 || strcmp(tag, "MD") == 0;
}

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

void repair_sentence(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++)
        if (is_finite(doc, i) || t->tag[i] == POS_AUX)
            return;
    for (uint32_t i = s.first + 1; i + 1 < s.end; i++) {
        uint32_t object = t->head[i], subject = i - 1;
        bool between = is_participle(doc, i) && t->relation[i] == REL_AMOD && object != NONE && object > i && is_noun(doc, object) && is_noun(doc, subject);
        if (!between || t->head[object] != NONE)
            continue;
        /* what hung before the verb is the subject with its own words */
        for (uint32_t k = s.first; k < subject; k++)
            if (t->head[k] == object)
                t->head[k] = subject;
        attach(doc, i, NONE, REL_ROOT, "root");
        attach(doc, object, i, REL_OBJ, "obj");
        attach(doc, subject, i, REL_NSUBJ, "nsubj");
        for (uint32_t k = object + 1; k < s.end; k++)
            if (t->head[k] == object && t->relation[k] == REL_PUNCT)
                t->head[k] = i;
        t->lemma[i] = verb_lemma(doc, i);
        t->tag[i] = POS_VERB;
        t->english_tag[i] = "VBD";
        t->features[i] = "Mood=Ind|Tense=Past|VerbForm=Fin";
        const lexicon_first *first = lexicon_begins(doc->lexicon, slice_of(t->lemma[i]));
        if (first) {
            t->begins[i] |= first->indexes;
            t->longest[i] = t->longest[i] < first->longest ? first->longest : t->longest[i];
        }
        return;
    }
}
