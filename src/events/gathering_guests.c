/* Who came to a gathering, where later sentences tell it: the guests, those present. */
#include "events/gathering.h"
#include "grammar/described.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "Among those who were present were A and B", "Also present were": the token after the verb; NONE: the sentence begins otherwise. */
static uint32_t list_of_present(const document *doc, sentence s)
{
    static const char *const begins[] = {"among", "also", "present", "those", "others", "other", "in", "prominent"};
    static const char *const coming[] = {"present", "attend", "attendance", "participate", "participant", "guest"};
    if (!TOKEN_AMONG(doc, s.first, begins))
        return NONE;
    uint32_t came = token_is(doc, s.first, "among") && token_is(doc, s.first + 1, "them") ? s.first : NONE; /* "Among them are" */
    for (uint32_t i = s.first; i < s.end; i++) {
        bool verb = lemma_is(doc, i, "be") || lemma_is(doc, i, "include");
        if (came != NONE && verb && (!token_is(doc, s.first, "in") || came == s.first + 1)) /* "In attendance were" */
            return i + 1;
        came = LEMMA_AMONG(doc, i, coming) ? i : came;
    }
    return NONE;
}

/* "the chief guest, Ana Vega", "the guest of honour was Ana Vega", "Ana Vega was invited as the special guest": the token of who is meant,
 * or NONE. */
static uint32_t guest_of_honour(const document *doc, uint32_t noun)
{
    static const char *const first[] = {"chief", "special", "main", "honorary"}, *const honours[] = {"honour", "honor"};
    const token_table *t = &doc->tokens;
    uint32_t of = child_by(doc, noun, REL_NMOD), head = t->head[noun], means = doc->entity_of[noun];
    bool honoured = (noun > 0 && TOKEN_AMONG(doc, noun - 1, first)) || (of != NONE && TOKEN_AMONG(doc, of, honours));
    if (!(lemma_is(doc, noun, "guest") || token_is(doc, noun, "guest")) || !honoured)
        return NONE;
    if (means != NONE && doc->entities.items[means].named)
        return noun;
    return head != NONE && t->relation[noun] == REL_NSUBJ && child_by(doc, head, REL_COP) != NONE ? head : NONE;
}

/* Those named from `first` on took part, as the words before it tell. */
static void take_guests(document *doc, event *of, uint32_t first, uint32_t told_from, uint32_t told_to)
{
    uint32_t before = of->roles[DATELINE_PARTICIPANT].count;
    take_list(doc, of, DATELINE_PARTICIPANT, first);
    tell_role(doc, of, DATELINE_PARTICIPANT, before, told_from, told_to);
}

/* "had invited Ana Vega as the chief guest but she did not turn up" */
static bool stays_away(const document *doc, sentence s)
{
    static const char *const comes[] = {"turn", "come", "attend", "show", "appear", "participate"};
    for (uint32_t i = s.first; i < s.end; i++)
        if (LEMMA_AMONG(doc, i, comes) && is_verb(doc, i) && is_negated(doc, i))
            return true;
    return false;
}

/* "A and B were among the guests", "were among those who attended": the noun; NONE: the word is none such. */
static bool is_among_guests(const document *doc, uint32_t noun)
{
    static const char *const guests[] = {"guest",   "attendee",  "participant", "dignitary", "delegate",
                                         "visitor", "celebrity", "mourner",     "those",     "invitee"};
    uint32_t preposition = preposition_of(doc, noun);
    bool among = preposition != NONE && is_among(doc, preposition);
    return among && child_by(doc, noun, REL_COP) != NONE && (LEMMA_AMONG(doc, noun, guests) || TOKEN_AMONG(doc, noun, guests));
}

static void read_among(document *doc, event *of, sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t subject = is_among_guests(doc, i) ? child_by(doc, i, REL_NSUBJ) : NONE;
        if (subject != NONE && subject < i && !is_negated(doc, i))
            take_guests(doc, of, doc->tokens.left[subject], i, i + 1);
    }
}

void read_guests(document *doc, event *of, sentence s)
{
    if (stays_away(doc, s))
        return;
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t guest = guest_of_honour(doc, i), means = guest == NONE ? NONE : doc->entity_of[guest];
        if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON)
            add_told_role(doc, of, DATELINE_PARTICIPANT, guest, i);
    }
    uint32_t list = list_of_present(doc, s);
    if (list != NONE)
        take_guests(doc, of, list, s.first, list);
    read_among(doc, of, s);
    static const char *const guests[] = {"guest", "participant", "attendee", "invitee", "delegate"};
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        uint32_t subject = lemma_is(doc, i, "include") && is_verb(doc, i) ? child_by(doc, i, REL_NSUBJ) : NONE;
        if (subject != NONE && LEMMA_AMONG(doc, subject, guests))
            take_guests(doc, of, i + 1, subject, i + 1);
    }
}

void read_drawn(document *doc, event *of, const gathering_noun *g)
{
    static const char *const draws[] = {"bring", "attract", "draw", "unite", "gather", "assemble"};
    uint32_t head = noun_head(g), verb = doc->tokens.relation[head] == REL_NSUBJ ? doc->tokens.head[head] : NONE,
             object = verb == NONE || !is_verb(doc, verb) || !LEMMA_AMONG(doc, verb, draws) ? NONE : child_by(doc, verb, REL_OBJ);
    dateline_entity_type type;
    bool people =
        object != NONE && (type_of_noun(doc, object, &type) ||
                           (doc->entity_of[object] != NONE && doc->entities.items[doc->entity_of[object]].type == DATELINE_PERSON));
    if (people && !token_is(doc, object, "people"))
        take_guests(doc, of, verb + 1, verb, verb + 1);
}

/* Whether nothing tells that people were present, or took part, anywhere else than where the report is: "present on the occasion". */
static bool is_there(const document *doc, uint32_t predicate)
{
    static const char *const there[] = {"occasion", "event", "ceremony", "function", "programme", "program", "gathering"};
    for (uint32_t c = first_child(doc, predicate); c != NONE; c = next_child(doc, c)) {
        uint8_t kind = doc->tokens.relation[c];
        if (kind == REL_OBJ || (kind == REL_OBL && !LEMMA_AMONG(doc, c, there)))
            return false;
    }
    return true;
}

void read_present(document *doc, event *of, sentence s)
{
    static const char *const comes[] = {"attend", "participate"};
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        bool present = lemma_is(doc, i, "present") && !is_verb(doc, i) && child_by(doc, i, REL_COP) != NONE;
        bool came = present || (LEMMA_AMONG(doc, i, comes) && is_finite(doc, i));
        uint32_t subject = came && !is_negated(doc, i) && is_there(doc, i) ? child_by(doc, i, REL_NSUBJ) : NONE;
        uint32_t first = subject == NONE || subject > i || doc->tokens.relation[i] != REL_ROOT ? i : doc->tokens.left[subject];
        if (first < i &&
            child_by(doc, subject, REL_NUMMOD) != NONE) /* "About 200 people, including | students": how many, and some of them */
            while (first < i && (first <= subject || !token_is(doc, first - 1, "including")))
                first++;
        if (first < i)
            take_guests(doc, of, first, i, i + 1);
    }
}

/* Whether people take part by a verb. */
static bool takes_part(const document *doc, uint32_t verb)
{
    uint32_t object = child_by(doc, verb, REL_OBJ);
    return lemma_is(doc, verb, "participate") || (lemma_is(doc, verb, "take") && object != NONE && lemma_is(doc, object, "part"));
}

void read_in_which(document *doc, event *of, const gathering_noun *g)
{
    sentence s = sentence_of(doc, g->first);
    uint32_t which = g->end, verb;
    while (which < s.end && !(token_is(doc, which, "which") && token_is(doc, which - 1, "in")))
        which++;
    for (verb = which + 1; verb < s.end && !is_finite(doc, verb);)
        verb++;
    if (verb < s.end && takes_part(doc, verb) && !is_negated(doc, verb))
        take_guests(doc, of, which + 1, verb, verb + 1);
}
