/* Nouns of gatherings: which of them mean people who come together, and which of those are held. */
#include "events/gathering.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

static const char *const holding[] = {
    "hold",       "host",      "co-host",  "co-organize", "co-organise", "organize", "organise", "convene",    "attend",  "open",
    "begin",      "start",     "conclude", "end",         "take",        "address",  "arrange",  "stage",      "conduct", "chair",
    "inaugurate", "resume",    "postpone", "cancel",      "schedule",    "delay",    "scrap",    "reschedule", "launch",  "participate",
    "join",       "kick",      "pay",      "make",        "have",        "plan",     "gather",   "mark",       "lead",    "visit",
    "continue",   "celebrate", "boycott",  "give",        "deliver",     "paralyse", "paralyze", "disrupt",    "cripple", "enter",
    "adjourn",    "extend",    "announce", "call",        "set",         "arrive",   "cut",      "observe",    "grace"};

/* "lodged a protest with Japan": a note, nothing that people come to. */
static const char *const lodging[] = {"lodge", "file", "submit"};

/* "a rally by the peso", "a stock market rally" */
static bool is_of_money(const document *doc, uint32_t noun)
{
    static const char *const traded[] = {"stock", "share", "market", "price",  "bond",  "currency",
                                         "oil",   "gold",  "index",  "future", "bourse"};
    uint32_t over = doc->tokens.head[noun], subject = lemma_is(doc, noun, "rally") && over != NONE ? subject_of(doc, over) : NONE;
    if (subject != NONE && subject != noun && LEMMA_AMONG(doc, subject, traded)) /* "Shares rose on a rally" */
        return true;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        bool part = doc->tokens.relation[c] == REL_NMOD || doc->tokens.relation[c] == REL_COMPOUND || doc->tokens.relation[c] == REL_OBL;
        if (part && (word_in(doc, INDEX_CURRENCY, c) || LEMMA_AMONG(doc, c, traded)) && lemma_is(doc, noun, "rally"))
            return true;
    }
    return false;
}

/* "a drone strike": by arms, and by nobody who stops work. */
static bool is_of_arms(const document *doc, uint32_t noun)
{
    static const char *const arms[] = {"air",      "drone",  "missile",     "rocket",     "artillery",   "lightning", "bomb",   "precision",
                                       "warplane", "cruise", "retaliatory", "preemptive", "pre-emptive", "surgical",  "mortar", "nuclear"};
    for (uint32_t c = lemma_is(doc, noun, "strike") ? first_child(doc, noun) : NONE; c != NONE && c < noun; c = next_child(doc, c))
        if (LEMMA_AMONG(doc, c, arms))
            return true;
    return false;
}

bool read_noun(const document *doc, uint32_t token, gathering_noun *out)
{
    if (!begins_key(doc, token, INDEX_GATHERING))
        return false;
    phrase found = phrase_at(doc, INDEX_GATHERING, token);
    if (!found.rows.count)
        return false;
    uint8_t tag = doc->tokens.tag[found.end - 1];
    bool modifier = doc->tokens.relation[found.end - 1] == REL_COMPOUND || doc->tokens.relation[found.end - 1] == REL_NMOD_POSS;
    bool written = doc->tokens.relation[found.end - 1] == REL_OBJ && LEMMA_AMONG(doc, doc->tokens.head[found.end - 1], lodging);
    *out = (gathering_noun){token, found.end, found.rows.items[0]};
    bool month = doc->tokens.time[token] != NONE && doc->tokens.capital[token] && token_is(doc, token, "march");
    if (month || is_of_money(doc, found.end - 1) || is_of_arms(doc, found.end - 1))
        return false;
    bool adjective = tag == POS_ADJ && doc->tokens.relation[found.end - 1] == REL_AMOD; /* the tagger errs; the tree tells */
    uint32_t preposition = preposition_of(doc, found.end - 1);
    bool drawn = doc->tokens.relation[found.end - 1] == REL_OBJ && lemma_is(doc, doc->tokens.head[found.end - 1], "draw");
    bool place = preposition != NONE && token_is(doc, preposition, "outside");         /* "a rally outside the party conference" */
    return tag != POS_VERB && !adjective && !modifier && !written && !drawn && !place; /* "drew protests from Seoul" */
}

uint32_t held_by(const document *doc, const gathering_noun *g)
{
    const token_table *t = &doc->tokens;
    uint32_t head = noun_head(g), verb = verb_over(doc, head);
    uint8_t kind = t->relation[head];
    uint32_t preposition = preposition_of(doc, head);
    bool core = kind == REL_OBJ || kind == REL_NSUBJ || kind == REL_NSUBJ_PASS || kind == REL_CONJ;
    uint32_t first =
        kind == REL_CONJ && word_in(doc, INDEX_GATHERING, t->head[head]) ? t->head[head] : head; /* "a ceremony and a reception" */
    bool under = verb != NONE && t->head[first] == verb;
    bool begun = verb != NONE && lemma_is(doc, verb, "launch") &&
                 strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "event") == 0;
    bool recipient = kind == REL_NSUBJ_PASS && under && child_by(doc, verb, REL_OBJ) != NONE; /* "training shall be given attention" */
    if (under && core && !begun && !recipient && LEMMA_AMONG(doc, verb, holding))             /* a "programme" that is launched is none */
        return verb;
    static const char *const part[] = {"take", "participate", "join", "march", "gather"}; /* "took part in a march" */
    if (kind == REL_OBL && preposition != NONE && token_is(doc, preposition, "in") && under && LEMMA_AMONG(doc, verb, part))
        return verb;
    uint32_t copula = child_by(doc, head, REL_COP); /* "is on an official visit" */
    if (copula != NONE && preposition != NONE && token_is(doc, preposition, "on"))
        return copula;
    if (preposition != NONE && token_is(doc, preposition, "on") && verb != NONE && lemma_is(doc, verb, "go"))
        return verb;                                                                          /* "went on an indefinite strike" */
    static const char *const gathering[] = {"gather", "meet", "assemble", "convene", "come"}; /* "gathered for a lecture" */
    if (preposition != NONE && token_is(doc, preposition, "for") && under && LEMMA_AMONG(doc, verb, gathering))
        return verb;
    static const char *const parts[] = {"opening", "ceremony", "closing", "session", "inauguration"};
    if (preposition != NONE && token_is(doc, preposition, "of") && kind == REL_NMOD && LEMMA_AMONG(doc, t->head[head], parts))
        return t->head[head]; /* "the opening ceremony of a forum" */
    static const char *const during[] = {"at", "during", "after"};
    if (preposition != NONE && TOKEN_AMONG(doc, preposition, during))
        return preposition;
    bool call = strcmp(lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND), "call") == 0;
    if (preposition != NONE && call && (token_is(doc, preposition, "in") || token_is(doc, preposition, "on")))
        return preposition; /* "said in a phone call with" */
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        if ((t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL) && LEMMA_AMONG(doc, c, holding))
            return c;
    return NONE;
}

/* "Rallies were held in Lahore", "Seminars were organized on Monday": several that took place, told in the past. */
static bool were_held(const document *doc, const gathering_noun *g)
{
    uint32_t verb = held_by(doc, g), head = noun_head(g);
    return verb != NONE && is_verb(doc, verb) && doc->tokens.relation[head] == REL_NSUBJ_PASS &&
           child_by(doc, verb, REL_AUX_PASS) != NONE && token_is(doc, child_by(doc, verb, REL_AUX_PASS), "were") &&
           child_by(doc, verb, REL_OBL) != NONE && !is_negated(doc, verb);
}

bool is_generic(const document *doc, const gathering_noun *g)
{
    static const char *const banning[] = {"ban", "prohibit", "outlaw", "forbid"}; /* "banned demonstrations" */
    uint32_t head = noun_head(g), verb = doc->tokens.relation[head] == REL_OBJ ? doc->tokens.head[head] : NONE;
    if (verb != NONE && is_plural(doc, head) && LEMMA_AMONG(doc, verb, banning))
        return true;
    const char *kind = lexicon_text(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_KIND);
    bool plural_of_one = strcmp(kind, "talks") == 0 || strcmp(kind, "drill") == 0 || strcmp(kind, "protest") == 0 ||
                         strcmp(kind, "vote") == 0 ||
                         ((strcmp(kind, "funeral") == 0 || strcmp(kind, "hearing") == 0) && held_by(doc, g) != NONE);
    return is_plural(doc, head) && !plural_of_one && !were_held(doc, g);
}

bool is_part_of_another(const document *doc, const gathering_noun *g)
{
    uint32_t head = noun_head(g);
    for (uint32_t c = lemma_is(doc, head, "ceremony") ? first_child(doc, head) : NONE; c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = c > head && doc->tokens.relation[c] == REL_NMOD ? preposition_of(doc, c) : NONE;
        gathering_noun whole;
        if (preposition != NONE && token_is(doc, preposition, "of") && read_noun(doc, c, &whole))
            return true;
    }
    return false;
}

bool is_named_one(const document *doc, const gathering_noun *g)
{
    static const char *const verbs[] = {"open", "begin", "start",  "conclude", "end",    "kick",
                                        "take", "hold",  "resume", "postpone", "cancel", "host"};
    const mention *name = mention_at(doc, noun_head(g));
    uint32_t verb = held_by(doc, g);
    bool person = name && name->type == DATELINE_PERSON;
    return name && !person && name->end == g->end && verb != NONE && LEMMA_AMONG(doc, verb, verbs) &&
           doc->tokens.head[noun_head(g)] == verb &&
           (doc->tokens.relation[noun_head(g)] != REL_NSUBJ || child_by(doc, verb, REL_OBJ) == NONE || lemma_is(doc, verb, "take"));
}

const char *kind_of_noun(const document *doc, uint32_t token)
{
    rows found = phrase_rows(doc, INDEX_GATHERING, token, token + 1);
    return found.count ? lexicon_text(doc->lexicon, TABLE_GATHERINGS, found.items[0], GATHERING_KIND) : NULL;
}

const char *gathering_type(const document *doc, const gathering_noun *g)
{
    static const char *const types[] = {"GATHER", "CONSULT", "PROTEST", "ELECT", "COOPERATE"};
    return types[lexicon_number(doc->lexicon, TABLE_GATHERINGS, g->row, GATHERING_TYPE)];
}
