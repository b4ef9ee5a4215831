#include "grammar/tree.h"

uint32_t child_by(const document *doc, uint32_t head, relation kind)
{
    uint32_t c = first_child(doc, head);
    while (c != NONE && doc->tokens.relation[c] != kind)
        c = next_child(doc, c);
    return c;
}

uint32_t child_word(const document *doc, uint32_t head, relation kind, const char *lower)
{
    uint32_t c = first_child(doc, head);
    while (c != NONE && !(doc->tokens.relation[c] == kind && token_is(doc, c, lower)))
        c = next_child(doc, c);
    return c;
}

uint32_t preposition_of(const document *doc, uint32_t noun)
{
    for (uint32_t c = first_child(doc, noun); c != NONE && c < noun; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_CASE)
            return c;
    return NONE;
}

/* "North" of "North and South Korea": a name of its own that hangs under the name after "and". */
static bool is_other_name(const document *doc, uint32_t token, uint32_t under)
{
    uint32_t own = doc->tokens.mention[token], after = doc->tokens.mention[under];
    if (own == NONE || after == NONE || own == after)
        return false;
    return doc->mentions.items[own].end + 1 == doc->mentions.items[after].first &&
           doc->tokens.tag[doc->mentions.items[own].end] == POS_CCONJ;
}

uint32_t conjuncts(const document *doc, uint32_t token, uint32_t *out, uint32_t most)
{
    uint32_t count = 0;
    if (most == 0)
        return 0;
    out[count++] = token;
    for (uint32_t c = first_child(doc, token); c != NONE && count < most; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_CONJ || is_other_name(doc, c, token))
            count += conjuncts(doc, c, out + count, most - count);
    return count;
}

bool is_verb(const document *doc, uint32_t token)
{
    return doc->tokens.tag[token] == POS_VERB;
}

bool is_nominal(const document *doc, uint32_t token)
{
    uint8_t tag = doc->tokens.tag[token];
    return tag == POS_NOUN || tag == POS_PROPN || tag == POS_PRON;
}

bool is_subject(const document *doc, uint32_t token)
{
    uint8_t kind = doc->tokens.relation[token];
    return kind == REL_NSUBJ || kind == REL_NSUBJ_PASS;
}

bool has_feature(const document *doc, uint32_t token, const char *pair)
{
    return strstr(doc->tokens.features[token], pair) != NULL;
}

bool is_infinitive(const document *doc, uint32_t verb)
{
    return child_word(doc, verb, REL_MARK, "to") != NONE;
}

bool is_told_of(const document *doc, uint32_t noun)
{
    static const char *const definite[] = {"the", "this", "that"};
    uint32_t article = child_by(doc, noun, REL_DET);
    return article != NONE && TOKEN_AMONG(doc, article, definite);
}

bool is_plural(const document *doc, uint32_t token)
{
    slice lemma = slice_of(doc->tokens.lemma[token]), form = token_text(doc, token), lower = doc->tokens.lower[token];
    return has_feature(doc, token, "Number=Plur") && !slice_equal(lemma, form) && !slice_equal(lemma, lower);
}

/* "No group claimed it", "nobody was hurt", "killed no one": a verb that nobody is the subject or object of. */
static bool has_nobody(const document *doc, uint32_t verb)
{
    enum { FEWEST_WORDS_OF_SPEECH = 4 };
    static const char *const nobody[] = {"nobody", "none", "nothing", "neither"};
    for (uint32_t c = is_verb(doc, verb) ? first_child(doc, verb) : NONE; c != NONE; c = next_child(doc, c)) {
        uint8_t kind = doc->tokens.relation[c];
        bool core = kind == REL_NSUBJ || kind == REL_NSUBJ_PASS || kind == REL_OBJ;
        const quotation *q = quotation_of(doc, c); /* 'chanted "no deal, no peace"', but not 'made "no apology"' */
        bool said = q && q != quotation_of(doc, verb) && q->end - q->first >= FEWEST_WORDS_OF_SPEECH;
        if (core && !said && (TOKEN_AMONG(doc, c, nobody) || child_word(doc, c, REL_DET, "no") != NONE))
            return true;
    }
    return false;
}

/* Whether nothing but small words stands before a verb since its sentence or its quotation began with a capital: "Please do not |", and no
 * part of a clause, 'they "condemn | it"'. */
static bool opens_quoted(const document *doc, uint32_t verb, const quotation *q)
{
    static const char *const small[] = {"please", "do", "don't", "n't", "not", "never", "just", "now", "always", "so", "and", "but"};
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, verb);
    uint32_t first = q->first > s.first ? q->first : s.first;
    while (first < verb && t->tag[first] == POS_PUNCT)
        first++;
    for (uint32_t i = first; i < verb; i++)
        if (t->tag[i] != POS_PUNCT && !TOKEN_AMONG(doc, i, small))
            return false;
    return t->capital[first];
}

bool is_imperative(const document *doc, uint32_t verb)
{
    const token_table *t = &doc->tokens;
    const quotation *q = quotation_of(doc, verb);
    static const char *const courtesies[] = {"thank", "congratulate", "welcome", "bless", "wish", "regret", "hope"}; /* without "I" */
    bool base = strcmp(t->english_tag[verb], "VB") == 0 || strcmp(t->english_tag[verb], "VBP") == 0;
    if (!q || !base || LEMMA_AMONG(doc, verb, courtesies) || t->tag[verb] != POS_VERB || is_infinitive(doc, verb))
        return false;
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c)) {
        bool subject = t->relation[c] == REL_NSUBJ || t->relation[c] == REL_NSUBJ_PASS || t->relation[c] == REL_EXPL;
        if (subject || (t->relation[c] == REL_AUX && !lemma_is(doc, c, "do")))
            return false;
    }
    bool joined = t->relation[verb] == REL_CONJ && t->head[verb] != NONE && t->head[verb] < verb;
    return opens_quoted(doc, verb, q) || (joined && is_imperative(doc, t->head[verb]));
}

bool is_negated(const document *doc, uint32_t token)
{
    static const char *const negations[] = {"not", "n't", "n’t", "never", "no", "neither"};
    for (uint32_t c = first_child(doc, token); c != NONE; c = next_child(doc, c)) {
        uint8_t kind = doc->tokens.relation[c];
        if (kind != REL_ADVMOD && kind != REL_DET && kind != REL_AUX)
            continue;
        if (TOKEN_AMONG(doc, c, negations))
            return true;
    }
    return has_nobody(doc, token);
}

bool is_i_or_we(const document *doc, uint32_t token)
{
    return token_is(doc, token, "we") || token_is(doc, token, "i");
}

/* "I wish to thank", "we would like to congratulate": as good as doing so. */
static bool is_courtesy(const document *doc, uint32_t verb)
{
    static const char *const polite[] = {"wish", "want", "like"};
    const token_table *t = &doc->tokens;
    uint32_t over = t->relation[verb] == REL_XCOMP && is_infinitive(doc, verb) ? t->head[verb] : NONE;
    bool present = over != NONE && (strcmp(t->english_tag[over], "VBP") == 0 || child_word(doc, over, REL_AUX, "would") != NONE);
    return present && LEMMA_AMONG(doc, over, polite) && is_i_or_we(doc, child_by(doc, over, REL_NSUBJ)) && !is_negated(doc, over);
}

bool is_performative(const document *doc, uint32_t verb)
{
    bool present = is_verb(doc, verb) && strcmp(doc->tokens.english_tag[verb], "VBP") == 0;
    uint32_t subject = present ? child_by(doc, verb, REL_NSUBJ) : NONE;
    if (present && subject == NONE && doc->tokens.relation[verb] == REL_CONJ &&
        !is_negated(doc, verb)) /* "We condemn it and urge restraint" */
        return is_performative(doc, doc->tokens.head[verb]);
    return (is_i_or_we(doc, subject) && !is_negated(doc, verb)) || is_courtesy(doc, verb);
}

sentence sentence_of(const document *doc, uint32_t token)
{
    return doc->sentences.items[doc->tokens.sentence[token]];
}

/* What may stand between a head and the end of its phrase. */
static bool closes_phrase(const document *doc, uint32_t head, uint32_t child)
{
    const token_table *t = &doc->tokens;
    uint8_t kind = t->relation[child];
    bool names = kind == REL_APPOS && t->left[child] == head + 1 && t->mention[head + 1] != NONE; /* "the aid agency Oxfam" */
    if (child < head || names)
        return false;
    if (kind == REL_NMOD || kind == REL_FLAT || kind == REL_COMPOUND || kind == REL_FIXED || kind == REL_AMOD || kind == REL_NUMMOD ||
        kind == REL_NMOD_POSS || kind == REL_CASE)
        return false;
    return true;
}

/* "the embassy of Norway | with the support of the union" */
static bool begins_support(const document *doc, uint32_t token)
{
    static const char *const kinds[] = {"support", "help", "assistance", "backing", "cooperation", "participation", "sponsorship"};
    static const char *const means[] = {"tear",   "water",  "batons", "sticks",
                                        "stones", "rubber", "pepper"}; /* "dispersed the crowd with tear gas" */
    if (token_is(doc, token, "with") && TOKEN_AMONG(doc, token + 1, means))
        return true;
    bool in = token_is(doc, token, "with") || token_is(doc, token, "under") || token_is(doc, token, "in");
    return in && (TOKEN_AMONG(doc, token + 1, kinds) || (token_is(doc, token + 1, "the") && TOKEN_AMONG(doc, token + 2, kinds)));
}

void noun_phrase(const document *doc, uint32_t head, uint32_t *first, uint32_t *end)
{
    const token_table *t = &doc->tokens;
    *first = head;
    *end = head + 1;
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        uint8_t kind = t->relation[c];
        bool before = c < head && (kind == REL_COMPOUND || kind == REL_AMOD || kind == REL_NUMMOD || kind == REL_NMOD_POSS ||
                                   kind == REL_NMOD || kind == REL_FLAT || kind == REL_NMOD_DESC);
        if (before && t->left[c] < *first)
            *first = t->left[c];
        bool deed = kind == REL_NMOD && c > head && t->left[c] + 1 < c &&
                    strcmp(t->english_tag[t->left[c] + 1], "VBG") == 0; /* accused "the party of inciting violence" */
        static const char *const texts[] = {"statement",  "letter",  "declaration", "interview", "report",
                                            "communique", "release", "resolution",  "tweet",     "post"};
        bool told = kind == REL_NMOD && c > head && token_is(doc, t->left[c], "in") && TOKEN_AMONG(doc, c, texts); /* "Syria in a letter" */
        if (c > head && (kind == REL_CASE || deed || told || t->time[c] != NONE ||
                         closes_phrase(doc, head, c))) /* "the government's", "troops on Thursday" */
            break;
        if (c > head && t->left[c] <= *end && t->right[c] + 1 > *end && !token_is(doc, t->left[c], ","))
            *end = t->right[c] + 1;
    }
    while (*first < head && (t->tag[*first] == POS_DET || t->tag[*first] == POS_PUNCT || t->tag[*first] == POS_ADP))
        ++*first;
    /* Nested modifiers may bring commas along. */
    for (uint32_t i = head + 1; i < *end; i++) {
        bool led = (token_is(doc, i, "led") || token_is(doc, i, "headed")) && token_is(doc, i + 1, "by"); /* "a delegation led by" */
        static const char *const besides[] = {"near", "during", "amid"}; /* "protested against the government near the gate" */
        bool near = t->tag[i] == POS_ADP && TOKEN_AMONG(doc, i, besides);
        if (led || near || token_is(doc, i, ",") || token_is(doc, i, "(") || token_is(doc, i, ";") || begins_support(doc, i)) {
            *end = i;
            break;
        }
    }
}
