/* Headlines: "Myanmar Lifts Ban on Rallies" has its verb in the present tense and no small words, and is read as a row of nouns;
 * "Kenya, Uganda Sign Deal" has a comma for "and"; "Chad: Police Raid Offices" says first what it is about. */
#include "syntax/repair_parts.h"

#include "syntax/lemma.h"

enum { FEWEST_WORDS = 3, MOST_WORDS = 24 };

static bool is_line(const document *doc, sentence s)
{
    static const char *const ends[] = {".", "?", "!", "\"", "”", ":", ";"};
    return s.end - s.first >= FEWEST_WORDS && s.end - s.first <= MOST_WORDS && !TOKEN_AMONG(doc, s.end - 1, ends);
}

/* ---- "and" ---- */

/* The word of tokens [first, end) that the others hang on; NONE: there are several. */
static uint32_t top_of(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t top = NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t head = doc->tokens.head[i];
        bool outside = head == NONE || head < first || head >= end;
        if (outside && doc->tokens.tag[i] != POS_PUNCT && top != NONE)
            return NONE;
        if (outside && doc->tokens.tag[i] != POS_PUNCT)
            top = i;
    }
    return top;
}

/* "Pakistan, Iran Agree to Reopen Markets" */
static void repair_list(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t comma = first_comma(doc, s.first, s.end), verb = comma == NONE ? s.end : comma + 1;
    while (verb < s.end && t->tag[verb] != POS_VERB)
        verb++;
    if (verb >= s.end || comma == s.first || first_comma(doc, comma + 1, verb) != NONE)
        return;
    uint32_t first = top_of(doc, s.first, comma), second = top_of(doc, comma + 1, verb);
    if (first == NONE || second == NONE || !is_noun(doc, first) || !is_noun(doc, second))
        return;
    bool both = t->head[first] == verb && t->head[second] == verb && t->relation[second] == REL_NSUBJ;
    bool apposed = is_subject_of(doc, first, verb) && t->head[second] == first && t->relation[second] == REL_APPOS;
    bool addressed = t->relation[first] == REL_NSUBJ || t->relation[first] == REL_VOCATIVE || t->relation[first] == REL_PARATAXIS ||
                     t->relation[first] == REL_DEP;
    if (!(both && addressed) && !apposed)
        return;
    attach(doc, first, verb, REL_NSUBJ, "nsubj");
    attach(doc, second, first, REL_CONJ, "conj");
}

/* ---- the verb ---- */

static bool is_rule_verb(const document *doc, slice lemma)
{
    rows found = lexicon_find(doc->lexicon, INDEX_RULE, lemma);
    for (uint32_t i = 0; i < found.count; i++)
        if (lexicon_number(doc->lexicon, TABLE_RULES, found.items[i], RULE_CLASS) == RULE_VERB)
            return true;
    return lexicon_find(doc->lexicon, INDEX_CUE, lemma).count || lexicon_find(doc->lexicon, INDEX_TRANSITIVE, lemma).count;
}

/* "Lifts", "Blocks": the verb whose present tense a word is in the third person; "Protest" after a plural; length 0: none. */
static slice verb_in_present(const document *doc, uint32_t token, bool plural)
{
    slice word = doc->tokens.lower[token];
    if (plural)
        return is_rule_verb(doc, word) ? word : (slice){"", 0};
    for (uint32_t ending = 1; ending <= 2 && word.length > ending + 2; ending++) {
        slice lemma = {word.bytes, word.length - ending};
        if (slice_ends(word, ending == 1 ? "s" : "es") && is_rule_verb(doc, lemma))
            return lemma;
    }
    return (slice){"", 0};
}

static bool is_plural_noun(const document *doc, uint32_t token)
{
    const char *tag = doc->tokens.english_tag[token];
    return strcmp(tag, "NNS") == 0 || strcmp(tag, "NNPS") == 0 || token_is(doc, token, "police");
}

/* The comma of "Serbia, Kosovo" before a token; NONE. */
static uint32_t comma_of_list(const document *doc, sentence s, uint32_t token)
{
    uint32_t comma = first_comma(doc, s.first, token);
    bool alone = comma != NONE && comma > s.first && comma + 1 < token && first_comma(doc, comma + 1, token) == NONE;
    for (uint32_t i = s.first; alone && i < token; i++)
        alone = i == comma || doc->tokens.tag[i] == POS_PROPN;
    return alone ? comma : NONE;
}

/* "2,000 rally": a number that opens a line and a noun in the singular, which it can't count. */
static bool is_number_before(const document *doc, sentence s, uint32_t token)
{
    const token_table *t = &doc->tokens;
    return token == s.first + 1 && t->tag[s.first] == POS_NUM && !token_is(doc, s.first, "1") && !token_is(doc, s.first, "one") &&
           strcmp(t->english_tag[token], "NN") == 0;
}

/* Whether several do what a token may tell: "Police", "Farmers", "2,000", "Serbia, Kosovo". */
static bool is_plural_before(const document *doc, sentence s, uint32_t token)
{
    return is_plural_noun(doc, token - 1) || is_number_before(doc, s, token) || comma_of_list(doc, s, token) != NONE;
}

static bool has_finite_verb(const document *doc, sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if ((is_finite(doc, i) && doc->tokens.relation[i] != REL_COMPOUND) || doc->tokens.tag[i] == POS_AUX)
            return true;
    return false;
}

/* Whether a phrase without a preposition begins at a token. */
static bool begins_object(const document *doc, sentence s, uint32_t token)
{
    uint8_t tag = token < s.end ? doc->tokens.tag[token] : POS_X;
    return tag == POS_PROPN || tag == POS_NOUN || tag == POS_ADJ || tag == POS_NUM || tag == POS_DET || tag == POS_SYM;
}

/* A noun goes before the verb and what it is done to after it; after a plural nothing need, where the line is about the word. */
static bool may_be_verb(const document *doc, sentence s, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool misread =
        t->tag[token] == POS_NOUN || t->tag[token] == POS_PROPN || t->tag[token] == POS_ADJ || t->relation[token] == REL_COMPOUND;
    if (!misread || token == s.first || !(is_noun(doc, token - 1) || is_number_before(doc, s, token)))
        return false;
    bool plural = is_plural_before(doc, s, token), object = begins_object(doc, s, token + 1);
    return (object || (plural && t->head[token] == NONE)) && verb_in_present(doc, token, plural).length;
}

void make_present(document *doc, uint32_t token, bool plural)
{
    token_table *t = &doc->tokens;
    slice lemma = verb_in_present(doc, token, plural);
    if (lemma.length) /* else the noun's, which is the verb's: "comments" */
        t->lemma[token] = arena_print(&doc->memory, "%.*s", (int)lemma.length, lemma.bytes);
    t->tag[token] = POS_VERB;
    t->english_tag[token] = plural ? "VBP" : "VBZ";
    t->features[token] = plural ? "Mood=Ind|Tense=Pres|VerbForm=Fin" : "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    note_lexicon(doc, token);
}

uint32_t gather(document *doc, uint32_t first, uint32_t end, uint32_t on)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = first; i < end; i++)
        if (i != on && (t->head[i] == NONE || t->head[i] < first || t->head[i] >= end))
            attach(doc, i, on, is_noun(doc, i) ? REL_COMPOUND : (relation)t->relation[i],
                   is_noun(doc, i) ? "compound" : t->relation_name[i]);
    return on;
}

/* The noun that ends the phrase at a token, "Ban" of "Ban on Rallies", "Officials" of "Belarus Officials". */
static uint32_t phrase_head(const document *doc, uint32_t token, uint32_t end)
{
    uint32_t head = token;
    while (head + 1 < end && is_noun(doc, head + 1) && doc->tokens.space_before[head + 1])
        head++;
    return head;
}

/* "Myanmar Lifts Ban on Rallies" */
static void repair_verb(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t verb = s.first + 1;
    while (verb < s.end && !may_be_verb(doc, s, verb))
        verb++;
    if (verb >= s.end)
        return;
    bool has_object = begins_object(doc, s, verb + 1);
    uint32_t comma = comma_of_list(doc, s, verb), object = has_object ? phrase_head(doc, verb + 1, s.end) : verb;
    uint32_t subject = comma == NONE ? gather(doc, s.first, verb, verb - 1) : gather(doc, s.first, comma, comma - 1);
    make_present(doc, verb, is_plural_before(doc, s, verb));
    attach(doc, verb, NONE, REL_ROOT, "root");
    attach(doc, subject, verb, REL_NSUBJ, "nsubj");
    if (comma != NONE)
        attach(doc, gather(doc, comma + 1, verb, verb - 1), subject, REL_CONJ, "conj");
    for (uint32_t i = verb + 1; i < s.end; i++) {
        bool loose = i != object && (t->head[i] == NONE || t->head[i] < verb || t->head[i] >= s.end);
        bool place = !has_object && t->head[i] == verb && t->relation[i] == REL_NMOD; /* "march in Madrid" */
        if (loose && i < object)
            attach(doc, i, object, REL_COMPOUND, "compound");
        else if (loose || place)
            attach(doc, i, verb, place ? REL_OBL : (relation)t->relation[i], place ? "obl" : t->relation_name[i]);
    }
    if (has_object)
        attach(doc, object, verb, REL_OBJ, "obj");
}

/* "Police Raid Offices": who does it, read as part of the verb's name, or of what is done to. */
static void repair_subject(document *doc, sentence s)
{
    for (uint32_t verb = s.first + 1; verb < s.end; verb++) {
        bool main = doc->tokens.head[verb] == NONE || doc->tokens.relation[verb] == REL_PARATAXIS; /* "Chad: Police Raid Offices" */
        uint32_t head = doc->tokens.head[verb - 1];
        bool tied =
            doc->tokens.tag[verb] == POS_VERB && main && head != NONE && head >= verb && doc->tokens.relation[verb - 1] == REL_COMPOUND;
        if (tied && is_noun(doc, verb - 1) && doc->tokens.space_before[verb] && !has_subject(doc, s, verb))
            attach(doc, verb - 1, verb, REL_NSUBJ, "nsubj");
    }
}

/* "Curfew Imposed in Manipur", read as a kind of curfew. */
static void repair_passive(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        uint32_t noun = t->relation[i] == REL_ACL && strcmp(t->english_tag[i], "VBN") == 0 ? t->head[i] : NONE;
        if (noun == NONE || noun > i || t->head[noun] != NONE || !is_noun(doc, noun))
            continue;
        attach(doc, i, NONE, REL_ROOT, "root");
        attach(doc, noun, i, REL_NSUBJ_PASS, "nsubj:pass");
        for (uint32_t k = i + 1; k < s.end; k++)
            if (t->head[k] == noun)
                t->head[k] = i;
        return;
    }
}

/* "Chad: Journalists' Union Slams Arrest": what stands before the colon is no part of a name after it. */
static void repair_label(document *doc, sentence s)
{
    token_table *t = &doc->tokens;
    uint32_t colon = s.first + 1;
    while (colon < s.end && !token_is(doc, colon, ":"))
        colon++;
    for (uint32_t i = s.first; i < colon && colon < s.end; i++) {
        uint32_t top = t->head[i];
        if (top == NONE || top < colon || top >= s.end || t->relation[i] != REL_COMPOUND)
            continue;
        while (t->head[top] != NONE && t->head[top] > colon)
            top = t->head[top];
        attach(doc, i, top, REL_PARATAXIS, "parataxis");
    }
}

void repair_headline(document *doc, sentence s)
{
    if (!is_line(doc, s))
        return;
    repair_subject(doc, s);
    repair_list(doc, s);
    if (!has_finite_verb(doc, s))
        repair_verb(doc, s);
    if (!has_finite_verb(doc, s))
        repair_passive(doc, s);
    repair_label(doc, s);
}
