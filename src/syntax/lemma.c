#include "syntax/lemma.h"

#include "base/utf8.h"
#include "syntax/agreement.h"
#include "syntax/model.h"

#include <stdio.h>

enum { LONGEST_ENDING = 6, LONGEST_WORD = 64 };

static const word_rule *rule_for(const word_rules *rules, uint32_t tag, slice lower)
{
    char whole[LONGEST_WORD + 1] = "^";
    memcpy(whole + 1, lower.bytes, lower.length);
    const word_rule *found = word_rule_find(rules, tag, (slice){whole, lower.length + 1});
    uint32_t begins[LONGEST_ENDING + 1] = {lower.length}, count = 1;
    while (count <= LONGEST_ENDING && begins[count - 1] > 0) {
        begins[count] = utf8_before(lower.bytes, begins[count - 1]);
        count++;
    }
    while (!found && count-- > 0)
        found = word_rule_find(rules, tag, (slice){lower.bytes + begins[count], lower.length - begins[count]});
    return found;
}

/* "shot" as a verb, "gunmen" as a noun: the lemma of a form that no ending explains, or NULL. */
static const char *irregular_lemma(const document *doc, uint32_t token, part_of_speech tag)
{
    if (tag != POS_VERB && tag != POS_AUX && tag != POS_NOUN)
        return NULL;
    rows found = lexicon_find(doc->lexicon, INDEX_IRREGULAR_FORM, doc->tokens.lower[token]);
    uint32_t wanted = tag == POS_NOUN ? IRREGULAR_NOUN : IRREGULAR_VERB;
    for (uint32_t i = 0; i < found.count; i++)
        if (lexicon_number(doc->lexicon, TABLE_IRREGULAR_FORMS, found.items[i], IRREGULAR_CLASS) == wanted)
            return lexicon_text(doc->lexicon, TABLE_IRREGULAR_FORMS, found.items[i], IRREGULAR_LEMMA);
    return NULL;
}

/* The place of a verb's past tense among the tags; the tagger takes "bombed" for the present at times. */
static uint32_t past_tag(const model *weights)
{
    for (uint32_t i = 0; i < weights->tag_count; i++)
        if (weights->tags[i].universal == POS_VERB && strcmp(weights->tags[i].english, "VBD") == 0)
            return i;
    return 0;
}

/* The tag by whose rules a verb is reduced: that of the past where only the past has such a form. */
static uint32_t tag_of_form(const model *weights, uint32_t tag, slice lower)
{
    const char *english = weights->tags[tag].english;
    bool present = strcmp(english, "VBP") == 0 || strcmp(english, "VB") == 0;
    if (weights->tags[tag].universal != POS_VERB || !present || lower.length >= LONGEST_WORD)
        return tag;
    bool stem = slice_ends(lower, "eed") && !slice_ends(lower, "reed"); /* "succeed"; not "freed" */
    return lower.length > 4 && slice_ends(lower, "ed") && !stem ? past_tag(weights) : tag;
}

typedef bool word_test(const document *doc, const char *word);

/* A verb that the lexicon knows. */
static bool is_known_verb(const document *doc, const char *lemma)
{
    const uint64_t verbs = UINT64_C(1) << INDEX_CUE | UINT64_C(1) << INDEX_RULE | UINT64_C(1) << INDEX_REALITY;
    const lexicon_first *first = lexicon_begins(doc->lexicon, slice_of(lemma));
    return first && (first->indexes & verbs);
}

static bool is_common_word(const document *doc, const char *word)
{
    return lexicon_find(doc->lexicon, INDEX_COMMON_WORD, slice_of(word)).count != 0;
}

/* Endings that were learned say "riote" for "rioted". Where the learned lemma is no word by a test, but the form without its ending is
 * one, that one is meant. NULL: neither is one. */
static const char *without_ending(document *doc, slice lower, word_test *is_word)
{
    uint32_t ending = slice_ends(lower, "ed")    ? 2
                      : slice_ends(lower, "ing") ? 3
                      : slice_ends(lower, "es")  ? 2
                      : slice_ends(lower, "s")   ? 1
                                                 : 0;
    if (!ending || lower.length < ending + 2 || lower.length >= LONGEST_WORD)
        return NULL;
    uint32_t stem = lower.length - ending;
    bool bare = stem > 2; /* "owe", and not "ow" */
    bool doubled = lower.bytes[stem - 1] == lower.bytes[stem - 2];
    const char *const candidates[] = {
        bare ? arena_print(&doc->memory, "%.*s", (int)stem, lower.bytes) : NULL,
        arena_print(&doc->memory, "%.*se", (int)stem, lower.bytes),
        doubled ? arena_print(&doc->memory, "%.*s", (int)stem - 1, lower.bytes) : NULL,
    };
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        if (candidates[i] && is_word(doc, candidates[i]))
            return candidates[i];
    return NULL;
}

/* Names keep their capitals; so do adjectives of names and peoples, "New" in "New York", "Palestinian". */
static bool keeps_capitals(const document *doc, uint32_t token, const tag_label *tag)
{
    if (tag->universal == POS_PROPN || strncmp(tag->english, "NNP", 3) == 0)
        return true;
    slice lower = doc->tokens.lower[token];
    return tag->universal == POS_ADJ && doc->tokens.capital[token] &&
           (lexicon_find(doc->lexicon, INDEX_NATIONALITY, lower).count || lexicon_find(doc->lexicon, INDEX_GROUP, lower).count);
}

const char *lemma_of(document *doc, uint32_t token, uint32_t tag)
{
    const model *weights = doc->model;
    slice lower = doc->tokens.lower[token];
    const char *irregular = irregular_lemma(doc, token, weights->tags[tag].universal);
    if (irregular)
        return irregular;
    if (weights->tags[tag].universal == POS_PRON && (slice_is(lower, "i") || slice_is(lower, "me")))
        return "I"; /* the one word whose lemma has a capital by itself */
    slice form = keeps_capitals(doc, token, &weights->tags[tag]) ? token_text(doc, token) : lower;
    const word_rule *rule = lower.length < LONGEST_WORD ? rule_for(&weights->lemmas, tag_of_form(weights, tag, lower), lower) : NULL;
    uint32_t end = form.length;
    for (uint32_t i = 0; rule && i < rule->cut && end > 0; i++)
        end = utf8_before(form.bytes, end);
    slice add = rule ? slice_of(rule->add) : (slice){"", 0};
    if (end == 0 && add.length == 0)
        end = form.length;
    char *out = arena_take(&doc->memory, end + add.length + 1);
    memcpy(out, form.bytes, end);
    memcpy(out + end, add.bytes, add.length);
    bool verb = weights->tags[tag].universal == POS_VERB, plural = strcmp(weights->tags[tag].english, "NNS") == 0;
    if ((!verb && !plural) || (verb && is_known_verb(doc, out)))
        return out;
    const char *known = verb ? without_ending(doc, lower, is_known_verb) : NULL;
    bool small = form.bytes == lower.bytes;           /* "United" is part of a name */
    if (!known && small && !is_common_word(doc, out)) /* "renam", "viruse" */
        known = without_ending(doc, lower, is_common_word);
    return known ? known : out;
}

const char *features_of(document *doc, uint32_t token, uint32_t tag, const char *context)
{
    const word_rules *rules = &doc->model->features;
    slice word = doc->tokens.lower[token];
    char both[LONGEST_WORD + LONGEST_CONTEXT + 2];
    uint32_t known = word.length < LONGEST_WORD ? word.length : 0;
    uint32_t length = (uint32_t)snprintf(both, sizeof both, "%.*s %s", (int)known, word.bytes, context);
    const slice keys[] = {{both, length}, word, {both + known, length - known}, {"", 0}};
    for (size_t i = *context ? 0 : 1; i < sizeof keys / sizeof *keys; i++) {
        const word_rule *found = word_rule_find(rules, tag, keys[i]);
        if (found)
            return found->add;
    }
    return "_";
}

void note_lexicon(document *doc, uint32_t token)
{
    token_table *t = &doc->tokens;
    slice lemma = slice_of(t->lemma[token]);
    if (t->capital[token])
        lemma = utf8_lower(&doc->memory, lemma);
    const lexicon_first *first = lexicon_begins(doc->lexicon, lemma);
    if (!first)
        return;
    t->begins[token] |= first->indexes;
    if (t->longest[token] < first->longest)
        t->longest[token] = first->longest;
}
