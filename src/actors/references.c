/* Who "he", "they", "it" are: the nearest fitting actor, subjects before others (Lappin and Leass 1994, in short). */
#include "actors/parts.h"

#include "grammar/tree.h"

typedef enum pronoun { PRONOUN_NONE, PRONOUN_HE, PRONOUN_SHE, PRONOUN_THEY, PRONOUN_IT } pronoun;

static pronoun pronoun_at(const document *doc, uint32_t token)
{
    static const struct {
        const char *form;
        pronoun kind;
    } forms[] = {
        {"he", PRONOUN_HE},     {"him", PRONOUN_HE},     {"his", PRONOUN_HE},       {"himself", PRONOUN_HE},
        {"she", PRONOUN_SHE},   {"her", PRONOUN_SHE},    {"hers", PRONOUN_SHE},     {"herself", PRONOUN_SHE},
        {"they", PRONOUN_THEY}, {"them", PRONOUN_THEY},  {"their", PRONOUN_THEY},   {"themselves", PRONOUN_THEY},
        {"it", PRONOUN_IT},     {"its", PRONOUN_IT},     {"itself", PRONOUN_IT},
    };
    if (doc->tokens.tag[token] != POS_PRON && doc->tokens.tag[token] != POS_DET)
        return PRONOUN_NONE;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (token_is(doc, token, forms[i].form))
            return forms[i].kind;
    return PRONOUN_NONE;
}

static bool is_subject(const document *doc, uint32_t token)
{
    uint8_t kind = doc->tokens.relation[token];
    return kind == REL_NSUBJ || kind == REL_NSUBJ_PASS;
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
    case PRONOUN_THEY:
        return is_collective(e) || e->type == DATELINE_PERSON;
    case PRONOUN_IT:
        return e->type == DATELINE_ORGANIZATION || (e->type == DATELINE_PLACE && e->country);
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

/* How well an earlier token may be meant: nearness in sentences, subjects and names before others. */
static int salience(const document *doc, const uint32_t *told, uint32_t candidate, uint32_t pronoun_token, pronoun kind)
{
    const token_table *t = &doc->tokens;
    const entity *e = &doc->entities.items[doc->entity_of[candidate]];
    int apart = (int)(told[t->sentence[pronoun_token]] - told[t->sentence[candidate]]);
    int score = 100 - 25 * apart;
    score += is_subject(doc, candidate) ? 30 : 0;
    score += e->named ? 10 : 0;
    if (kind == PRONOUN_THEY && e->type == DATELINE_PERSON)
        score -= apart == 0 && is_subject(doc, candidate) ? 5 : 60;
    if (kind == PRONOUN_THEY && e->type == DATELINE_ORGANIZATION)
        score -= 15;
    if (kind == PRONOUN_IT && !is_subject(doc, candidate))
        score -= 40;
    return score;
}

static uint32_t antecedent_of(const document *doc, const uint32_t *told, uint32_t token, pronoun kind)
{
    const token_table *t = &doc->tokens;
    enum { SENTENCES_BACK = 4 };
    uint32_t number = t->sentence[token], back = number;
    while (back > 0 && told[number] - told[back - 1] <= SENTENCES_BACK)
        back--;
    uint32_t from = doc->sentences.items[back].first;
    bool quoted = quotation_of(doc, token) != NULL;
    uint32_t best = NONE;
    int best_score = kind == PRONOUN_IT ? 60 : 0;
    for (uint32_t i = from; i < token; i++) {
        uint32_t means = doc->entity_of[i];
        if (means == NONE || !fits(&doc->entities.items[means], kind) || (!quoted && quotation_of(doc, i)))
            continue;
        int score = salience(doc, told, i, token, kind);
        if (score >= best_score) {
            best_score = score;
            best = means;
        }
    }
    return best;
}

/* "Mr." and "Mrs." tell who may be "he" and "she". */
static void read_honorific(document *doc, uint32_t token)
{
    static const char *const men[] = {"mr.", "mr", "sir", "lord", "king", "prince"}, *const women[] = {"mrs.", "mrs", "ms.", "ms", "miss", "lady", "queen", "princess"};
    uint32_t means = token + 1 < doc->tokens.count ? doc->entity_of[token + 1] : NONE;
    if (means == NONE || doc->entities.items[means].type != DATELINE_PERSON)
        return;
    for (size_t i = 0; i < sizeof men / sizeof *men; i++)
        doc->entities.items[means].masculine |= token_is(doc, token, men[i]);
    for (size_t i = 0; i < sizeof women / sizeof *women; i++)
        doc->entities.items[means].feminine |= token_is(doc, token, women[i]);
}

void resolve_references(document *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++)
        read_honorific(doc, i);
    const uint32_t *told = count_told(doc);
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        pronoun kind = pronoun_at(doc, i);
        uint32_t means = kind == PRONOUN_NONE ? NONE : antecedent_of(doc, told, i, kind);
        if (means == NONE)
            continue;
        entity *e = &doc->entities.items[means];
        e->masculine |= kind == PRONOUN_HE;
        e->feminine |= kind == PRONOUN_SHE;
        doc->entity_of[i] = means;
        *list_add(&doc->memory, &e->references) = doc->tokens.where[i];
    }
}
