/* The frame of an action: whom and what the verb or event noun has in which place, with what it borrows from the words around it. */
#include "events/action.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

static void take_place(frame *to, const frame *from, int place)
{
    to->count[place] = from->count[place];
    memcpy(to->filler[place], from->filler[place], sizeof to->filler[place]);
}

/* "The group claimed responsibility for the attack": whoever claims the deed is said to have done it. */
static void take_claimant(const document *doc, frame *f)
{
    const token_table *t = &doc->tokens;
    uint32_t over = t->relation[f->predicate] == REL_NMOD ? t->head[f->predicate] : NONE;
    uint32_t verb = over != NONE && lemma_is(doc, over, "responsibility") && t->relation[over] == REL_OBJ ? t->head[over] : NONE;
    uint32_t claimant = verb != NONE && !f->count[SLOT_SUBJECT] && !is_negated(doc, verb) ? subject_of(doc, verb) : NONE;
    if (claimant != NONE && child_word(doc, claimant, REL_DET, "no") == NONE)
        f->count[SLOT_SUBJECT] = conjuncts(doc, claimant, f->filler[SLOT_SUBJECT], MOST_FILLERS);
}

/* "Clashes broke out", "the truce took effect". */
bool is_happening(const document *doc, uint32_t verb)
{
    static const char *const happening[] = {"begin",  "start",    "break", "erupt", "occur",   "happen",  "take",
                                            "resume", "continue", "rage",  "flare", "spread",  "ensue",   "go",
                                            "stop",   "end",      "open",  "come",  "explode", "detonate"};
    return LEMMA_AMONG(doc, verb, happening);
}

/* "Confirmed the attack", "slammed the air strike": whoever does that to a deed did not do it. */
static bool only_observes(const document *doc, uint32_t verb)
{
    static const char *const observes[] = {
        "confirm", "report",   "describe", "witness",     "investigate", "probe",   "survive", "recall",  "mention", "discuss",
        "welcome", "mark",     "remember", "film",        "see",         "hear",    "fear",    "escape",  "flee",    "foil",
        "thwart",  "avert",    "mourn",    "follow",      "cite",        "explain", "study",   "blame",   "back",    "support",
        "endorse", "sponsor",  "monitor",  "oversee",     "observe",     "verify",  "call",    "label",   "term",    "block",
        "oppose",  "resist",   "fathom",   "understand",  "grasp",       "analyze", "analyse", "examine", "detail",  "recount",
        "relive",  "document", "expect",   "commemorate", "attribute",   "ascribe", "link",    "trace",   "pin"};
    static const force judging[] = {FORCE_CRITICIZE, FORCE_CONDEMN, FORCE_PRAISE, FORCE_DENY, FORCE_QUESTION, FORCE_REGRET, FORCE_CONDOLE};
    if (LEMMA_AMONG(doc, verb, observes))
        return true;
    rows cue = phrase_rows_by_lemma(doc, INDEX_CUE, verb, verb + 1);
    force how = cue.count ? (force)lexicon_number(doc->lexicon, TABLE_CUES, cue.items[0], CUE_FORCE) : FORCE_SAY;
    bool judges = false;
    for (size_t i = 0; i < sizeof judging / sizeof *judging; i++)
        judges = judges || (cue.count && how == judging[i]);
    return judges;
}

/* An event noun takes what the light verb over it has: "launched an attack on", "talks were held by". */
static void borrow_from_verb(const document *doc, frame *f)
{
    const token_table *t = &doc->tokens;
    take_claimant(doc, f);
    uint32_t noun = f->predicate, verb = t->head[noun];
    uint32_t preposition = preposition_of(doc, noun);
    bool goes_on = t->relation[noun] == REL_OBL && preposition != NONE && token_is(doc, preposition, "on") &&
                   lemma_is(doc, verb, "go"); /* "went on hunger strike" */
    bool object = t->relation[noun] == REL_OBJ || t->relation[noun] == REL_NSUBJ_PASS || goes_on;
    bool governed = object || t->relation[noun] == REL_NSUBJ || t->relation[noun] == REL_OBL;
    if (!governed || verb == NONE || !is_verb(doc, verb))
        return;
    if (object && only_observes(doc, verb))
        return;
    f->filler[SLOT_GOVERNOR][f->count[SLOT_GOVERNOR]++] = verb;
    bool happens = t->relation[noun] == REL_NSUBJ && is_happening(doc, verb);
    if (!object && !happens)
        return;
    frame over = frame_of(doc, verb);
    for (int place = 0; place < SLOT_COUNT; place++) {
        bool both = place >= SLOT_PREPOSITIONS || (object && (place == SLOT_SUBJECT || place == SLOT_INDIRECT));
        if (!f->count[place] && both) /* neither what the noun says of itself nor what only a verb can say */
            take_place(f, &over, place);
    }
}

/* "the shelling of the village by the army", "attacked the camp with knives", "aid from Norway arrived": what belongs to the whole, by the
 * prepositions [first, end), may hang under the noun before it. */
static void borrow_from_below(const document *doc, frame *f, slot under, int first, int end)
{
    uint32_t noun = filler_of(f, under);
    if (noun == NONE)
        return;
    frame below = frame_of(doc, noun);
    for (int place = first; place < end; place++)
        if (!f->count[place] && place != SLOT_OF)
            take_place(f, &below, place);
}

/* "Three were killed and five hurt in a crash", "... after a boat sank": where and when the second was done, the first was. */
static void share_circumstances(const document *doc, frame *f)
{
    const token_table *t = &doc->tokens;
    uint32_t beside = NONE;
    for (uint32_t c = first_child(doc, f->predicate); c != NONE; c = next_child(doc, c))
        if (t->relation[c] == REL_CONJ && c > f->predicate && is_verb(doc, c) && is_passive(doc, c))
            beside = c;
    if (t->relation[f->predicate] == REL_CONJ && is_verb(doc, t->head[f->predicate]) && is_passive(doc, t->head[f->predicate]))
        beside = t->head[f->predicate];
    if (!f->passive || beside == NONE)
        return;
    frame other = frame_of(doc, beside);
    if (!f->count[SLOT_IN])
        take_place(f, &other, SLOT_IN);
    if (!f->count[SLOT_WHEN])
        take_place(f, &other, SLOT_WHEN);
}

frame frame_of_action(const document *doc, uint32_t head, bool noun)
{
    frame f = frame_of(doc, head);
    if (noun)
        borrow_from_verb(doc, &f);
    borrow_from_below(doc, &f, noun ? SLOT_OF : SLOT_OBJECT, SLOT_PREPOSITIONS, SLOT_COUNT);
    if (!noun) {
        share_circumstances(doc, &f);
        borrow_from_below(doc, &f, SLOT_SUBJECT, SLOT_FROM, SLOT_FROM + 1);
    }
    return f;
}
