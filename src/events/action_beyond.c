/* Whom an action is meant for, where no place of its rule tells: the first actor further on, but for those who are told of otherwise. */
#include "events/action.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "sent helicopters and 150 soldiers", "offered to send police officers": who is moved is not whom they are moved against. */
static bool is_moved(const document *doc, const event *of, const frame *f, uint32_t token)
{
    static const char *const moving[] = {"send", "deploy", "dispatch", "contribute", "withdraw"};
    uint32_t whole = doc->tokens.relation[token] == REL_COMPOUND ? doc->tokens.head[token] : token;
    uint32_t verb = doc->tokens.relation[whole] == REL_OBJ ? doc->tokens.head[whole] : NONE;
    if (verb != NONE && verb != f->predicate && LEMMA_AMONG(doc, verb, moving))
        return true;
    bool object = false;
    for (uint32_t i = 0; i < f->count[SLOT_OBJECT]; i++)
        object = object || f->filler[SLOT_OBJECT][i] == token;
    return object && (strcmp(of->record.type, "MOBILIZE") == 0 || LEMMA_AMONG(doc, f->predicate, moving));
}

static bool is_passed(const document *doc, uint32_t noun)
{
    static const char *const through[] = {"through", "across", "in", "around"};
    while (doc->tokens.relation[noun] == REL_COMPOUND && doc->tokens.head[noun] != NONE) /* "through the Romanian capital Bucharest" */
        noun = doc->tokens.head[noun];
    uint32_t preposition = preposition_of(doc, noun);
    return preposition != NONE && TOKEN_AMONG(doc, preposition, through);
}

/* "rejected the accusation that the army had blocked aid": whom a claim is about that somebody rejects is not whom he rejects. */
static bool is_disputed(const document *doc, uint32_t predicate, uint32_t token)
{
    static const char *const claims[] = {"accusation", "allegation", "claim",  "charge", "report",
                                         "suggestion", "notion",     "rumour", "rumor"};
    const token_table *t = &doc->tokens;
    uint32_t noun = child_by(doc, predicate, REL_OBJ);
    if (noun == NONE || noun >= token || !LEMMA_AMONG(doc, noun, claims))
        return false;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c))
        if ((t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL || t->relation[c] == REL_CCOMP) && c > noun &&
            t->left[c] <= token && token <= t->right[c])
            return true;
    return false;
}

/* Where the search for whom an action is meant ends: what somebody else reports beside it does not count. */
static uint32_t reach_of(const document *doc, uint32_t predicate)
{
    const token_table *t = &doc->tokens;
    uint32_t voice = voice_of(doc, predicate), end = t->right[predicate] + 1;
    bool light = t->relation[predicate] == REL_OBJ && t->tag[predicate] == POS_NOUN;
    if (light && t->head[predicate] < predicate)
        end = t->right[t->head[predicate]] + 1;
    if (voice != NONE && doc->statements.items[voice].end < end) /* "they agreed, negotiators said" */
        end = doc->statements.items[voice].end;
    for (uint32_t i = predicate + 1; i < end; i++) {
        bool under = t->head[i] == predicate;
        bool contrasts = under && t->relation[i] == REL_ADVCL && child_word(doc, i, REL_MARK, "while") != NONE;
        bool another = under && t->relation[i] == REL_CONJ && is_verb(doc, i);
        if (t->relation[i] == REL_PARATAXIS || contrasts || another || (under && is_saying(doc, i)))
            return t->left[i] > predicate ? t->left[i] : i;
    }
    return end;
}

/* Whether a word is no more than a part of what is told of others: "the West African bloc", "US dollars", "the arrest of radio host Ana
 * Vega". */
static bool is_part(const document *doc, const event *of, uint32_t predicate, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[token];
    bool modifies = t->relation[token] == REL_AMOD && head > token && head != NONE && doc->entity_of[head] != NONE;
    bool unit = t->relation[token] == REL_COMPOUND && head != NONE && word_in(doc, INDEX_CURRENCY, head);
    if (modifies || unit || word_in(doc, INDEX_CURRENCY, token) || t->time[token] != NONE)
        return true;
    static const char *const times[] = {"since", "after"};
    for (uint32_t at = head; at != NONE && at > predicate; at = t->head[at]) {
        uint32_t marker = t->relation[at] == REL_ADVCL ? child_by(doc, at, REL_MARK) : NONE; /* "since the father was seized" */
        if (is_victim(doc, of, at) || (marker != NONE && TOKEN_AMONG(doc, marker, times)))
            return true;
    }
    return false;
}

/* "withdrew its last troops": whom whoever acts calls its own. */
static bool is_own(const document *doc, const event *of, uint32_t token)
{
    uint32_t owner = doc->tokens.mention[token] == NONE ? child_by(doc, token, REL_NMOD_POSS) : NONE;
    return owner != NONE && doc->tokens.tag[owner] == POS_PRON && doc->entity_of[owner] != NONE &&
           is_source(doc, of, doc->entity_of[owner]);
}

/* "marched through the Argentine capital", "after talks in the Cuban capital", "a march from the parliament" */
static bool is_on_the_way(const document *doc, const event *of, uint32_t token)
{
    const token_table *t = &doc->tokens;
    if (t->relation[token] == REL_AMOD && lemma_is(doc, t->head[token], "capital") && is_passed(doc, t->head[token]))
        return true;
    if (!of->record.kind)
        return false;
    uint32_t preposition = preposition_of(doc, token);
    if (preposition != NONE && token_is(doc, preposition, "from") && strcmp(of->record.type, "PROTEST") == 0)
        return true;
    return t->relation[token] == REL_AMOD ? is_passed(doc, t->head[token]) : t->mention[token] == NONE && is_passed(doc, token);
}

/* "deployed troops to search for survivors": those whom forces are moved to help are not whom they are moved against. */
static bool is_helped(const document *doc, const event *of, uint32_t predicate, uint32_t token)
{
    static const char *const helping[] = {"search", "rescue", "help", "assist", "protect", "evacuate", "support", "find", "save", "guard"};
    uint32_t at = strcmp(of->record.type, "MOBILIZE") == 0 ? doc->tokens.head[token] : NONE;
    for (; at != NONE && at != predicate; at = doc->tokens.head[at])
        if (is_infinitive(doc, at) && LEMMA_AMONG(doc, at, helping))
            return true;
    return false;
}

void fill_beyond(document *doc, event *of, dateline_role role, const frame *f)
{
    static const char *const protesting[] = {"demonstrator", "protester", "protestor", "marcher", "striker", "participant"};
    static const char *const holding[] = {"organize", "organise", "call", "hold", "stage", "lead", "arrange", "convene", "back"};
    const token_table *t = &doc->tokens;
    uint32_t end = reach_of(doc, f->predicate);
    for (uint32_t i = f->predicate + 1; i < end; i++) {
        if (token_is(doc, i, "than")) /* "refused to name him, longer than any of those men" */
            return;
        uint32_t means = is_nominal(doc, i) || t->capital[i] ? actor_behind(doc, i) : NONE, clause = t->head[i];
        bool yields = strcmp(of->record.type, "REJECT") == 0 || strcmp(of->record.type, "AGREE") == 0;
        bool describes = is_subject(doc, i) && clause != NONE && t->relation[clause] == REL_ACL_RELCL;
        if (describes && (yields || t->head[clause] == f->predicate)) /* "a budget that Congress passes", "a ban that Peru condemned" */
            continue;
        if (strcmp(of->record.type, "PROTEST") == 0 && LEMMA_AMONG(doc, i, protesting)) /* "the rally with demonstrators coming by bus" */
            continue;
        if (t->relation[i] == REL_OBL_AGENT && clause != NONE && LEMMA_AMONG(doc, clause, holding)) /* "a march called by the union" */
            continue;
        uint32_t whole = t->relation[i] == REL_COMPOUND && i + 1 == clause ? doc->entity_of[clause] : NONE;
        if (whole != NONE && whole != means && doc->entities.items[whole].type == DATELINE_ORGANIZATION) /* "the Union government" */
            continue;
        uint32_t owned = t->relation[i] == REL_NMOD_POSS ? doc->entity_of[clause] : NONE; /* "Chad's President Ana Vega" */
        if (owned != NONE && doc->entities.items[owned].type == DATELINE_PERSON && mention_at(doc, clause))
            continue;
        if (means == NONE || !may_act(doc, means) || is_source(doc, of, means))
            continue;
        if (is_part(doc, of, f->predicate, i) || is_own(doc, of, i) || is_on_the_way(doc, of, i) || is_disputed(doc, f->predicate, i) ||
            is_whereabouts(doc, of, i, means) || is_moved(doc, of, f, i) || has_victim(doc, of, i, means) ||
            is_helped(doc, of, f->predicate, i))
            continue;
        list_add_described(doc, &of->roles[role], means);
        for (uint32_t c = first_child(doc, i); c != NONE; c = next_child(doc, c)) { /* "sales to Iran, Libya and Sudan" */
            uint32_t beside = t->relation[c] == REL_CONJ && c < end && t->mention[c] != NONE ? doc->entity_of[c] : NONE;
            if (beside != NONE && may_act(doc, beside) && !is_source(doc, of, beside))
                list_add_once(doc, &of->roles[role], beside);
        }
        return;
    }
}
