/* Who "he", "they", "it" are: the nearest fitting actor, subjects before others (Lappin and Leass 1994, in short). */
#include "actors/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

#include <limits.h>

typedef enum pronoun { PRONOUN_NONE, PRONOUN_HE, PRONOUN_SHE, PRONOUN_SOMEBODY, PRONOUN_THEY, PRONOUN_IT } pronoun;

/* "The 25-year-old said": the tokens of an age that stands for somebody by name, with its last at `token`. */
enum { AGE_TOKENS = 5 };

static bool is_age(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    if (token < AGE_TOKENS || !token_is(doc, token, "old") || !token_is(doc, token - 2, "year") || t->tag[token - 4] != POS_NUM ||
        !token_is(doc, token - AGE_TOKENS, "the"))
        return false;
    return t->relation[token] == REL_NSUBJ || t->relation[token] == REL_NSUBJ_PASS || t->relation[token] == REL_OBJ;
}

static pronoun pronoun_at(const document *doc, uint32_t token)
{
    static const struct {
        const char *form;
        pronoun kind;
    } forms[] = {
        {"he", PRONOUN_HE},      {"him", PRONOUN_HE},          {"his", PRONOUN_HE},      {"himself", PRONOUN_HE}, {"she", PRONOUN_SHE},
        {"her", PRONOUN_SHE},    {"hers", PRONOUN_SHE},        {"herself", PRONOUN_SHE}, {"they", PRONOUN_THEY},  {"them", PRONOUN_THEY},
        {"their", PRONOUN_THEY}, {"themselves", PRONOUN_THEY}, {"it", PRONOUN_IT},       {"its", PRONOUN_IT},     {"itself", PRONOUN_IT},
    };
    if (is_age(doc, token))
        return PRONOUN_SOMEBODY;
    if (doc->tokens.tag[token] != POS_PRON && doc->tokens.tag[token] != POS_DET)
        return PRONOUN_NONE;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (token_is(doc, token, forms[i].form))
            return forms[i].kind;
    return PRONOUN_NONE;
}

static bool is_collective(const entity *e)
{
    return e->type == DATELINE_GROUP || e->type == DATELINE_ORGANIZATION || e->plural;
}

static bool fits(const entity *e, pronoun kind)
{
    switch (kind) {
    case PRONOUN_HE:
        return e->type == DATELINE_PERSON && !e->feminine && !e->plural;
    case PRONOUN_SHE:
        return e->type == DATELINE_PERSON && !e->masculine && !e->plural;
    case PRONOUN_SOMEBODY:
        return e->type == DATELINE_PERSON && e->named && !e->plural;
    case PRONOUN_THEY:
        return is_collective(e) || e->type == DATELINE_PERSON;
    case PRONOUN_IT:
        return (e->type == DATELINE_ORGANIZATION && (e->named || !e->plural)) || (e->type == DATELINE_PLACE && e->country) ||
               (e->type == DATELINE_GROUP && !e->named && !e->plural); /* "the opposition" */
    default:
        return false;
    }
}

/* told[sentences]: how many sentences up to each are the outlet's own, not quoted as a whole. A long quotation does not
 * move "he" away from who was named before it. */
static const uint32_t *count_told(document *doc)
{
    uint32_t *told = arena_array(&doc->memory, doc->sentences.count, sizeof *told), count = 0;
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const quotation *q = quotation_of(doc, doc->sentences.items[i].first);
        count += !q || q->end < doc->sentences.items[i].end;
        told[i] = count;
    }
    return told;
}

static bool is_one_person(pronoun kind)
{
    return kind == PRONOUN_HE || kind == PRONOUN_SHE || kind == PRONOUN_SOMEBODY;
}

/* "According to Chymyrov, ...": who is said to say so. */
static bool is_source(const document *doc, uint32_t token)
{
    uint32_t to = preposition_of(doc, token);
    return to != NONE && (token_is(doc, to, "according") || (to > 0 && token_is(doc, to - 1, "according")));
}

/* Nearness in sentences, the pronoun's own a little before the next, and subjects before others. */
static int prominence(const document *doc, const uint32_t *told, uint32_t candidate, uint32_t pronoun_token)
{
    const token_table *t = &doc->tokens;
    int apart = (int)(told[t->sentence[pronoun_token]] - told[t->sentence[candidate]]);
    return 100 - 25 * apart + (apart == 0 ? 5 : 0) + (is_subject(doc, candidate) || is_source(doc, candidate) ? 30 : 0);
}

/* A thing or things that a report has no entity for, "the plan", "the vessels": "it" and "they" may mean them as well. */
static bool is_thing(const document *doc, uint32_t token, pronoun kind)
{
    const token_table *t = &doc->tokens;
    bool plural = has_feature(doc, token, "Number=Plur");
    return t->tag[token] == POS_NOUN && doc->entity_of[token] == NONE && t->time[token] == NONE && t->relation[token] != REL_COMPOUND &&
           plural == (kind == PRONOUN_THEY);
}

/* Whether a verb's clause completes or describes something else: its subject stands out less than that of the main clause. */
static bool is_within_clause(const document *doc, uint32_t verb)
{
    uint8_t kind = doc->tokens.relation[verb];
    return kind == REL_CCOMP || kind == REL_ADVCL || kind == REL_ACL || kind == REL_ACL_RELCL;
}

/* "Police detained 22 people after they protested": whom something was done to, for what "after" tells that they did, which is more
 * often why it was done to them than what those who did it did before (Garvey and Caramazza 1974, implicit causality). */
static bool is_affected(const document *doc, uint32_t candidate, uint32_t pronoun_token)
{
    const token_table *t = &doc->tokens;
    uint32_t clause = t->head[pronoun_token];
    if (t->relation[candidate] != REL_OBJ || t->relation[pronoun_token] != REL_NSUBJ || t->relation[clause] != REL_ADVCL ||
        t->head[clause] != t->head[candidate])
        return false;
    uint32_t mark = child_by(doc, clause, REL_MARK);
    return mark != NONE && token_is(doc, mark, "after");
}

/* "Vega said that Diaz came to the town where he was born": whether a pronoun stands in a clause that tells more of what the candidate
 * does. */
static bool is_told_of_in_clause(const document *doc, uint32_t candidate, uint32_t pronoun_token)
{
    const token_table *t = &doc->tokens;
    uint32_t clause = is_subject(doc, pronoun_token) ? t->head[pronoun_token] : NONE;
    if (clause == NONE || !is_subject(doc, candidate) || (t->relation[clause] != REL_ACL_RELCL && t->relation[clause] != REL_ADVCL))
        return false;
    for (uint32_t at = t->head[clause]; at != NONE; at = t->head[at])
        if (is_verb(doc, at))
            return at == t->head[candidate];
    return false;
}

/* How well an earlier token with an entity may be meant. */
static int salience(const document *doc, const uint32_t *told, uint32_t candidate, uint32_t pronoun_token, pronoun kind)
{
    const entity *e = &doc->entities.items[doc->entity_of[candidate]];
    const token_table *t = &doc->tokens;
    bool person = is_one_person(kind);
    int score = prominence(doc, told, candidate, pronoun_token) + (!e->named ? 0 : person ? 30 : 10);
    if (kind == PRONOUN_THEY && e->type == DATELINE_PERSON) { /* one person only within a sentence, from subject to subject */
        bool subjects = is_subject(doc, candidate) && is_subject(doc, pronoun_token);
        score -= t->sentence[candidate] == t->sentence[pronoun_token] && subjects ? 30 : 200;
    }
    bool many = e->type == DATELINE_GROUP || (t->mention[candidate] == NONE && has_feature(doc, candidate, "Number=Plur")); /* "police" */
    if (kind == PRONOUN_THEY && e->type == DATELINE_ORGANIZATION && !many)
        score -= 15;
    if (kind == PRONOUN_IT && !is_subject(doc, candidate))
        score -= 40;
    bool within = is_subject(doc, candidate) && is_within_clause(doc, t->head[candidate]);
    if (within && (person || (kind == PRONOUN_IT && t->relation[t->head[candidate]] == REL_CCOMP)))
        score -= 4;
    if (person && is_told_of_in_clause(doc, candidate, pronoun_token))
        score += 8;
    if ((kind == PRONOUN_HE || kind == PRONOUN_SHE) && t->relation[candidate] == REL_OBL_AGENT) /* "It was opened by Ana Vega. She said" */
        score += 12;
    bool says = is_source(doc, candidate) || (t->relation[candidate] == REL_NSUBJ && word_in(doc, INDEX_CUE, t->head[candidate]) &&
                                              t->relation[t->head[candidate]] != REL_CCOMP);
    bool speaks = is_subject(doc, pronoun_token) && word_in(doc, INDEX_CUE, t->head[pronoun_token]);
    if (kind == PRONOUN_THEY) /* no "said they opposed it", no single body */
        speaks = speaks && t->relation[t->head[pronoun_token]] != REL_CCOMP && many;
    if (says && speaks) /* goes on speaking */
        score += 15;
    uint32_t clause = is_subject(doc, pronoun_token) ? t->head[pronoun_token] : NONE;
    if (kind == PRONOUN_IT && clause != NONE && t->relation[clause] == REL_CCOMP && t->head[candidate] == t->head[clause])
        score += 20; /* "while Israel said it supported the plan" */
    bool objects =
        t->relation[candidate] == REL_OBJ && t->relation[pronoun_token] == REL_OBJ && t->sentence[candidate] == t->sentence[pronoun_token];
    if (person && objects) /* "arrested a man, and on Sunday they released him" */
        score += 50;
    if (kind == PRONOUN_THEY && e->type == DATELINE_GROUP && is_affected(doc, candidate, pronoun_token))
        score += 40;
    return score;
}

/* The verb of saying that stands beside a quotation, before it or after it: its subject's token, or NONE. */
static uint32_t quoter_of(const document *doc, const quotation *q)
{
    enum { NEAR = 6 };
    const token_table *t = &doc->tokens;
    for (uint32_t i = q->end + 1; i < t->count && i < q->end + NEAR && t->break_before[i] != BREAK_PARAGRAPH; i++)
        if (is_verb(doc, i) && word_in(doc, INDEX_CUE, i))
            return child_by(doc, i, REL_NSUBJ);
    for (uint32_t i = q->first > 0 ? q->first - 1 : 0; i > 0 && i + NEAR > q->first && t->break_before[i] != BREAK_PARAGRAPH; i--)
        if (is_verb(doc, i - 1) && word_in(doc, INDEX_CUE, i - 1))
            return child_by(doc, i - 1, REL_NSUBJ);
    return NONE;
}

/* Tokens [first, end) that somebody says; none: first == end. */
typedef struct words_said {
    uint32_t first, end;
} words_said;

static bool holds(words_said words, uint32_t token)
{
    return token >= words.first && token < words.end;
}

/* Per token the quotation that its verb of saying brings, 'He said: "..."', '"...," he said'. */
static words_said *quotations_by_speaker(document *doc)
{
    words_said *by = arena_array(&doc->memory, doc->tokens.count, sizeof *by);
    for (uint32_t i = 0; i < doc->tokens.count; i++)
        by[i] = (words_said){0, 0};
    for (uint32_t i = 0; i < doc->quotations.count; i++) {
        const quotation *q = &doc->quotations.items[i];
        uint32_t speaker = quoter_of(doc, q);
        if (speaker != NONE)
            by[speaker] = (words_said){q->first, q->end};
    }
    return by;
}

/* "Gates would succeed Rumsfeld, he said": the clause before its verb of saying. Whoever spoke last says so, more often than Gates. */
static words_said clause_before(const document *doc, uint32_t pronoun_token)
{
    const token_table *t = &doc->tokens;
    uint32_t verb = t->relation[pronoun_token] == REL_NSUBJ ? t->head[pronoun_token] : NONE;
    if (verb == NONE || !word_in(doc, INDEX_CUE, verb))
        return (words_said){0, 0};
    uint32_t clause = t->relation[verb] == REL_PARATAXIS ? t->head[verb] : child_by(doc, verb, REL_CCOMP);
    bool before = clause < pronoun_token && token_is(doc, pronoun_token - 1, ",");
    return before ? (words_said){sentence_of(doc, verb).first, pronoun_token} : (words_said){0, 0};
}

/* Whether somebody is called by name in what somebody says. */
static bool is_named_in(const document *doc, uint32_t who, words_said words)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (doc->entity_of[i] == who && doc->tokens.mention[i] != NONE)
            return true;
    return false;
}

/* What is said around and beside a pronoun tells of whom it means. */
typedef struct speech_around {
    uint32_t speaker;  /* the entity whose words the pronoun stands in, who would say "I"; NONE */
    words_said quoted; /* those of whom the pronoun means, who would not call himself by name */
    words_said clause; /* the same in the outlet's words, which at times name him */
} speech_around;

static speech_around speech_of(const document *doc, const words_said *quoted, uint32_t token, pronoun kind)
{
    bool person = is_one_person(kind);
    const quotation *around = person ? quotation_of(doc, token) : NULL;
    uint32_t subject = around ? quoter_of(doc, around) : NONE;
    speech_around out = {subject == NONE ? NONE : doc->entity_of[subject], {0, 0}, {0, 0}};
    if (person)
        out.quoted = quoted[token];
    if (person || kind == PRONOUN_THEY)
        out.clause = clause_before(doc, token);
    return out;
}

/* How well an earlier token may be meant by a pronoun; INT_MIN: it cannot be. What is named in somebody else's words is so less. */
static int appeal(const document *doc, const uint32_t *told, const speech_around *speech, uint32_t candidate, uint32_t pronoun_token,
                  pronoun kind)
{
    enum { THING_HANDICAP = 10, QUOTED_HANDICAP = 40, CLAUSE_HANDICAP = 20 };
    uint32_t means = doc->entity_of[candidate];
    bool within = holds(speech->quoted, candidate);
    if (means != NONE && (within || means == speech->speaker || is_named_in(doc, means, speech->quoted)))
        return INT_MIN;
    bool things = kind == PRONOUN_IT || kind == PRONOUN_THEY;
    bool said = quotation_of(doc, candidate) && !quotation_of(doc, pronoun_token);
    if (said && things)
        return INT_MIN;
    if (things && is_thing(doc, candidate, kind))
        return prominence(doc, told, candidate, pronoun_token) - THING_HANDICAP;
    if (means == NONE || !fits(&doc->entities.items[means], kind))
        return INT_MIN;
    const quotation *own = kind == PRONOUN_THEY ? quotation_of(doc, pronoun_token) : NULL;
    if (own && quotation_of(doc, candidate) != own) /* "They fired at us": whom the speaker means, the outlet has not told */
        return INT_MIN;
    bool told_of = holds(speech->clause, candidate); /* "many are poor, they say" */
    bool named = kind == PRONOUN_THEY ? told_of : is_named_in(doc, means, speech->clause);
    int handicap = (said ? QUOTED_HANDICAP : 0) + (named ? (told_of && kind == PRONOUN_THEY ? QUOTED_HANDICAP : CLAUSE_HANDICAP) : 0);
    return salience(doc, told, candidate, pronoun_token, kind) - handicap;
}

/* How well those may be meant whom an earlier token names in a list or with somebody; INT_MIN: it names one alone. */
static int appeal_of_company(document *doc, const uint32_t *told, const speech_around *speech, uint32_t candidate, uint32_t pronoun_token,
                             pronoun kind)
{
    enum { NAMED = 15, TOLD_HANDICAP = 40 };
    const token_table *t = &doc->tokens;
    bool apart = (quotation_of(doc, candidate) != NULL) != (quotation_of(doc, pronoun_token) != NULL);
    bool beside = t->relation[candidate] != REL_NMOD && t->sentence[candidate] == t->sentence[pronoun_token];
    bool foremost = is_subject(doc, candidate) && t->relation[t->head[candidate]] != REL_ACL_RELCL;
    bool stands_out = foremost || beside || token_is(doc, preposition_of(doc, candidate), "between");
    if (kind != PRONOUN_THEY || apart || !stands_out || !company_of(doc, candidate).count)
        return INT_MIN;
    return prominence(doc, told, candidate, pronoun_token) + NAMED - (holds(speech->clause, candidate) ? TOLD_HANDICAP : 0);
}

/* Whom a pronoun means: the most salient of what stands before it, of equals the last, and whoever comes next to that; both may be NONE.
 * `*company`: the token that names them, where several are meant; else NONE. */
static dateline_choice antecedent_of(document *doc, const uint32_t *told, const speech_around *speech, uint32_t token, pronoun kind,
                                     uint32_t *company)
{
    enum { SENTENCES_BACK = 4 };
    uint32_t number = doc->tokens.sentence[token], back = number;
    dateline_choice best = {doc->tokens.where[token], NONE, NONE};
    while (back > 0 && told[number] - told[back - 1] <= SENTENCES_BACK)
        back--;
    bool person = is_one_person(kind); /* somebody is meant, however far */
    int next_score = INT_MIN, best_score = person ? INT_MIN : kind == PRONOUN_IT ? 60 : 0;
    *company = NONE;
    for (uint32_t i = doc->sentences.items[back].first; i < token; i++) {
        int one = appeal(doc, told, speech, i, token, kind), several = appeal_of_company(doc, told, speech, i, token, kind);
        int score = several >= one ? several : one;
        uint32_t means = doc->entity_of[i]; /* NONE: a thing */
        if (score == INT_MIN)
            continue;
        if (score >= best_score) {
            next_score = best.means != means ? best_score : next_score;
            best.instead = best.means != means ? best.means : best.instead;
            best_score = score;
            best.means = means;
            *company = several >= one ? i : NONE;
        } else if (means != best.means && means != NONE && score > next_score) {
            next_score = score;
            best.instead = means;
        }
    }
    return best;
}

/* '"He was arrested," he added.': who speaks by a pronoun behind the quotation that a pronoun stands in; NONE. */
static uint32_t speaker_behind(document *doc, const uint32_t *told, const words_said *quoted, uint32_t token, pronoun kind)
{
    const quotation *around = is_one_person(kind) ? quotation_of(doc, token) : NULL;
    uint32_t subject = around ? quoter_of(doc, around) : NONE;
    pronoun by = subject != NONE && subject > token ? pronoun_at(doc, subject) : PRONOUN_NONE;
    if (!is_one_person(by))
        return NONE;
    speech_around speech = speech_of(doc, quoted, subject, by);
    uint32_t company;
    return antecedent_of(doc, told, &speech, subject, by, &company).means;
}

/* "In his speech, Ambassador Zhal said": whom a possessive means that stands before its name, the subject to come; NONE. */
static uint32_t told_ahead(const document *doc, uint32_t token, pronoun kind)
{
    const token_table *t = &doc->tokens;
    uint32_t noun = t->relation[token] == REL_NMOD_POSS ? t->head[token] : NONE;
    uint32_t verb = noun != NONE && t->relation[noun] == REL_OBL && token <= sentence_of(doc, token).first + 2 ? t->head[noun] : NONE;
    uint32_t subject = verb != NONE && verb > noun ? child_by(doc, verb, REL_NSUBJ) : NONE;
    uint32_t means = subject == NONE || subject < token ? NONE : doc->entity_of[subject];
    return means != NONE && fits(&doc->entities.items[means], kind) ? means : NONE;
}

void resolve_references(document *doc)
{
    read_genders(doc);
    const uint32_t *told = count_told(doc);
    const words_said *quoted = quotations_by_speaker(doc);
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        pronoun kind = pronoun_at(doc, i);
        if (kind == PRONOUN_NONE)
            continue;
        uint32_t ahead = told_ahead(doc, i, kind);
        speech_around speech = speech_of(doc, quoted, i, kind);
        if (speech.speaker == NONE)
            speech.speaker = speaker_behind(doc, told, quoted, i, kind);
        uint32_t company = NONE;
        dateline_choice choice =
            ahead == NONE ? antecedent_of(doc, told, &speech, i, kind, &company) : (dateline_choice){doc->tokens.where[i], ahead, NONE};
        if (choice.means == NONE)
            continue;
        if (company != NONE) {
            stand_for(doc, i, company_of(doc, company));
            *list_add(&doc->memory, &doc->choices) = choice;
            continue;
        }
        entity *e = &doc->entities.items[choice.means];
        e->masculine |= kind == PRONOUN_HE;
        e->feminine |= kind == PRONOUN_SHE;
        doc->entity_of[i] = choice.means;
        *list_add(&doc->memory, &doc->choices) = choice;
        uint32_t first = kind == PRONOUN_SOMEBODY ? i - AGE_TOKENS : i;
        *list_add(&doc->memory, &e->references) = tokens_span(doc, first, i + 1);
    }
}
