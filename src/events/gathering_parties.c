/* Between whom a gathering is: what hangs on its noun tells it. */
#include "events/gathering.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "is due in Brussels for talks with the EU", "freed them after talks with the Red Cross", "said at a meeting with the minister": whoever
 * does so is the other side. */
static void read_other_side(document *doc, event *of, uint32_t head)
{
    static const char *const brings[] = {"for", "after", "before", "during", "following", "in"};
    uint32_t preposition = preposition_of(doc, head), over = doc->tokens.head[head];
    bool said = over != NONE && preposition != NONE && token_is(doc, preposition, "at") &&
                brings_words(doc, over); /* "made the remarks at a meeting with" */
    bool beside = doc->tokens.relation[head] == REL_OBL && preposition != NONE && (said || TOKEN_AMONG(doc, preposition, brings));
    uint32_t subject = beside && over != NONE && !is_passive(doc, over) ? subject_of(doc, over) : NONE,
             means = subject == NONE ? NONE : doc->entity_of[subject];
    bool acts = means != NONE && may_act(doc, means) && !list_holds(&of->roles[DATELINE_PARTICIPANT], means);
    if (acts)
        add_told_role(doc, of, DATELINE_PARTICIPANT, subject, preposition);
}

/* "talks, involving A and B", "a meeting bringing together C and D" */
static void read_involved(document *doc, event *of, uint32_t head)
{
    static const char *const verbs[] = {"involve", "group", "bring", "gather", "feature", "include", "assemble"};
    static const char *const rounds[] = {"round", "series", "set"};
    uint32_t over = doc->tokens.relation[head] == REL_NMOD ? doc->tokens.head[head] : NONE;
    head = over != NONE && LEMMA_AMONG(doc, over, rounds) ? over : head; /* "the round of talks, involving A" */
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        bool involves = doc->tokens.relation[c] == REL_ACL && LEMMA_AMONG(doc, c, verbs) && strcmp(doc->tokens.english_tag[c], "VBG") == 0;
        uint32_t object = involves ? child_by(doc, c, REL_OBJ) : NONE, before = of->roles[DATELINE_PARTICIPANT].count;
        if (object == NONE)
            continue;
        take_list(doc, of, DATELINE_PARTICIPANT, c + 1);
        tell_role(doc, of, DATELINE_PARTICIPANT, before, c, c + 1);
    }
}

/* "made a phone call to Olmert": who is called takes part. */
static void read_called(document *doc, event *of, uint32_t head)
{
    bool call = of->record.kind && strcmp(of->record.kind, "call") == 0;
    uint32_t verb = call && doc->tokens.relation[head] == REL_OBJ ? doc->tokens.head[head] : NONE;
    uint32_t over[] = {head, verb};
    for (size_t k = 0; call && k < sizeof over / sizeof *over; k++)
        for (uint32_t c = over[k] == NONE ? NONE : first_child(doc, over[k]); c != NONE; c = next_child(doc, c)) {
            uint32_t preposition = c > head ? preposition_of(doc, c) : NONE;
            if (preposition != NONE && token_is(doc, preposition, "to"))
                add_told_role(doc, of, DATELINE_PARTICIPANT, c, preposition);
        }
}

/* "India-Pakistan talks", "the US-China summit": two that a hyphen sets side by side before the noun. */
static void read_pair(document *doc, event *of, uint32_t head)
{
    for (uint32_t i = doc->tokens.left[head]; i + 2 < head; i++) {
        const mention *first = mention_at(doc, i), *second = first ? mention_at(doc, first->end + 1) : NULL;
        bool tied = second && i == first->first && second->first == first->end + 1 && second->end <= head &&
                    token_is(doc, first->end, "-") && !doc->tokens.space_before[first->end] && !doc->tokens.space_before[second->first];
        if (!tied)
            continue;
        add_told_role(doc, of, DATELINE_PARTICIPANT, first->head, first->end);
        add_told_role(doc, of, DATELINE_PARTICIPANT, second->head, first->end);
    }
}

/* "between A and B", "with A" under a verb or a noun: those who take part. */
static void read_sides(document *doc, event *of, uint32_t over)
{
    static const char *const words[] = {"between", "with", "among"};
    for (uint32_t c = first_child(doc, over); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        if (preposition != NONE && TOKEN_AMONG(doc, preposition, words))
            add_told_role(doc, of, DATELINE_PARTICIPANT, c, preposition);
    }
}

/* "a meeting held at the ministry with nine ambassadors", "a meeting was held between A and B", "a meeting and a lunch with C" */
static void read_held_with(document *doc, event *of, uint32_t head)
{
    const token_table *t = &doc->tokens;
    static const char *const holding[] = {"hold", "take", "conduct"};
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        bool beside = t->relation[c] == REL_CONJ && word_in(doc, INDEX_GATHERING, c) && !of->roles[DATELINE_PARTICIPANT].count;
        if ((t->relation[c] == REL_ACL && lemma_is(doc, c, "hold")) || beside)
            read_sides(doc, of, c);
    }
    uint8_t kind = t->relation[head]; /* "held talks in Lima on Monday | with D" */
    uint32_t verb = kind == REL_NSUBJ_PASS || kind == REL_NSUBJ || kind == REL_OBJ ? t->head[head] : NONE;
    if (verb != NONE && is_verb(doc, verb) && LEMMA_AMONG(doc, verb, holding))
        read_sides(doc, of, verb);
}

/* "talks between A and B", "a meeting with C", "a rally of teachers" */
void read_noun_phrase(document *doc, event *of, uint32_t head)
{
    read_sides(doc, of, head);
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        if (preposition == NONE)
            continue;
        if (token_is(doc, preposition, "by"))
            add_told_role(doc, of, DATELINE_PARTICIPANT, c, preposition);
        if (token_is(doc, preposition, "to") && of->record.mode && strcmp(of->record.mode, "visit") == 0)
            add_told_role(doc, of, DATELINE_TARGET, c, preposition);
    }
    read_held_with(doc, of, head);
    read_involved(doc, of, head);
    read_called(doc, of, head);
    bool consults = strcmp(of->record.type, "CONSULT") == 0;
    if (consults)
        read_pair(doc, of, head);
    uint32_t owner = child_by(doc, head, REL_NMOD_POSS);
    if (owner != NONE && consults)
        add_told_role(doc, of, DATELINE_PARTICIPANT, owner, owner);
    if (consults && of->roles[DATELINE_PARTICIPANT].count == 1)
        read_other_side(doc, of, head);
}
