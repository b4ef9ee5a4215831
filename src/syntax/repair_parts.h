/* What repairs share, and the kinds of them, one file each. */
#ifndef DATELINE_SYNTAX_REPAIR_PARTS_H
#define DATELINE_SYNTAX_REPAIR_PARTS_H

#include "document.h"

/* Who says what, where the tree has taken one clause for the other. repair_saying.c */
void repair_saying(document *doc, sentence s);

/* "The dam, she said, is full": what the tree makes of a clause that is inserted. repair_insertion.c */
void repair_insertions(document *doc, sentence s);

/* Verbs of saying, taken for another word. repair_cue.c */
void repair_cue(document *doc, sentence s);

/* Whoever says something, taken for a part of what is said. repair_speaker.c */
void repair_speaker(document *doc, sentence s);

/* The first token of those that hang on a noun without a gap before it. repair_speaker.c */
uint32_t phrase_begin(const document *doc, sentence s, uint32_t noun);

/* The first token of the quotation that ends right before a verb and runs on, as '"We lost," said' does; NONE: none ends there.
 * repair_speaker.c */
uint32_t quotation_before(const document *doc, uint32_t says);

/* Whether a verb beside one of saying tells what else whoever speaks said, rather than what he tells of. repair_content.c */
bool is_own_saying(const document *doc, uint32_t verb);

/* Clauses of what is said, hung on the verb of saying. repair_content.c */
void repair_content(document *doc, sentence s);

/* Parts of names, taken for other words. repair_names.c */
void repair_names(document *doc, sentence s);

/* Nouns that hang on the wrong word. repair_nouns.c */
void repair_nouns(document *doc, sentence s);

/* Phrases that do. repair_phrases.c */
void repair_phrases(document *doc, sentence s);

/* Clauses that do. repair_clauses.c */
void repair_clauses(document *doc, sentence s);

/* Relative clauses and their nouns. repair_relative.c */
void repair_relatives(document *doc, sentence s);

/* Lines without a stop, whose verbs stand without auxiliaries and whose commas join. repair_headline.c */
void repair_headline(document *doc, sentence s);

/* The tagger's participle becomes a verb in the past tense. repair.c */
void make_finite(document *doc, uint32_t token);

/* A word becomes part of a name. repair_names.c */
void make_proper(document *doc, uint32_t token, const char *lemma);

/* The word as it is written, for a lemma. repair_names.c */
const char *own_lemma(document *doc, uint32_t token);

/* The tagger's noun becomes a verb in the present tense, of a singular or a plural: "calls", "call". repair_headline.c */
void make_present(document *doc, uint32_t token, bool plural);

/* Hangs what hangs outside of tokens [first, end) on the noun `on` of them, "Myanmar" or "Bank" of "World Bank", and gives that.
 * repair_headline.c */
uint32_t gather(document *doc, uint32_t first, uint32_t end, uint32_t on);

static inline bool is_noun(const document *doc, uint32_t token)
{
    return doc->tokens.tag[token] == POS_NOUN || doc->tokens.tag[token] == POS_PROPN;
}

static inline void attach(document *doc, uint32_t token, uint32_t head, relation kind, const char *name)
{
    doc->tokens.head[token] = head;
    doc->tokens.relation[token] = (uint8_t)kind;
    doc->tokens.relation_name[token] = name;
}

/* Makes a word the subject of a verb, of a passive one where `passive`. */
static inline void attach_subject(document *doc, uint32_t token, uint32_t verb, bool passive)
{
    attach(doc, token, verb, passive ? REL_NSUBJ_PASS : REL_NSUBJ, passive ? "nsubj:pass" : "nsubj");
}

/* The one word of tokens [first, end) that hangs on a verb by a relation, or NONE. */
static inline uint32_t first_by(const document *doc, uint32_t first, uint32_t end, uint32_t verb, relation kind)
{
    for (uint32_t i = first; i < end; i++)
        if (doc->tokens.head[i] == verb && doc->tokens.relation[i] == kind)
            return i;
    return NONE;
}

static inline bool is_subject_of(const document *doc, uint32_t token, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    return t->head[token] == verb && (t->relation[token] == REL_NSUBJ || t->relation[token] == REL_NSUBJ_PASS);
}

/* Whether an index of the lexicon has a word by its lemma. */
static inline bool lemma_in(const document *doc, index_id index, uint32_t token)
{
    return lexicon_find(doc->lexicon, index, slice_of(doc->tokens.lemma[token])).count > 0;
}

static inline bool has_subject(const document *doc, sentence s, uint32_t verb)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (is_subject_of(doc, i, verb))
            return true;
    return false;
}

#endif
