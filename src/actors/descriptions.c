/* Descriptions that mean who was named before, where they speak: "the Kenyan leader said", "the former soldier told reporters", "the
 * company said". Which of those before is told by their place, as of pronouns (references.c), and whether they may be called so by what is
 * known of them. */
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "the senator said", not "the man who shot him said": a definite description of one person or body as the subject of a verb of saying. */
static bool is_description(const document *doc, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    uint32_t verb = t->head[noun], means = doc->entity_of[noun];
    bool speaks = t->tag[noun] == POS_NOUN && t->relation[noun] == REL_NSUBJ && is_verb(doc, verb) && word_in(doc, INDEX_CUE, verb);
    const entity *e = means == NONE ? NULL : &doc->entities.items[means];
    bool unnamed = !e || (!e->named && (e->type == DATELINE_PERSON || e->type == DATELINE_ORGANIZATION));
    if (!speaks || !unnamed || t->mention[noun] != NONE || is_plural(doc, noun) || quotation_of(doc, noun) ||
        child_word(doc, noun, REL_DET, "the") == NONE)
        return false;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) {
        bool restricts = t->relation[c] == REL_ACL || t->relation[c] == REL_ACL_RELCL || t->relation[c] == REL_NMOD;
        if (c > noun && (t->relation[c] == REL_CONJ || t->relation[c] == REL_APPOS || (restricts && !token_is(doc, t->left[c], ","))))
            return false;
    }
    return true;
}

/* Whether a word stands in what a verb tells, however deep. */
static bool is_told_by(const document *doc, uint32_t word, uint32_t verb)
{
    for (uint32_t at = word; at != NONE; at = doc->tokens.head[at])
        if (doc->tokens.relation[at] == REL_CCOMP && doc->tokens.head[at] == verb)
            return true;
    return false;
}

/* The named person, or body, who speaks in tokens [first, end), or else does something in them; NONE. Whoever tells of `noun` is not meant
 * by it, "Ana Vega said the candidate knew". */
static uint32_t subject_in(const document *doc, uint32_t first, uint32_t end, uint32_t noun, dateline_entity_type type)
{
    uint32_t acts = NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t means = is_subject(doc, i) && !quotation_of(doc, i) ? doc->entity_of[i] : NONE;
        bool fits = means != NONE && doc->entities.items[means].type == type && doc->entities.items[means].named;
        if (!fits || is_told_by(doc, noun, doc->tokens.head[i]))
            continue;
        if (word_in(doc, INDEX_CUE, doc->tokens.head[i]))
            return means;
        acts = acts == NONE ? means : acts;
    }
    return acts;
}

static bool is_named_in(const document *doc, uint32_t who, sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (doc->entity_of[i] == who && doc->tokens.mention[i] != NONE)
            return true;
    return false;
}

/* Who was named last before a noun as one who speaks or acts, in its sentence or in the two before that are not quoted as a whole, and not
 * behind it; NONE. */
static uint32_t last_subject(const document *doc, uint32_t noun, dateline_entity_type type)
{
    enum { SENTENCES_BACK = 2 };
    sentence own = sentence_of(doc, noun);
    uint32_t number = doc->tokens.sentence[noun], here = subject_in(doc, own.first, noun, noun, type);
    if (here != NONE)
        return here;
    for (uint32_t back = 0; number > 0 && back < SENTENCES_BACK;) {
        sentence s = doc->sentences.items[--number];
        const quotation *q = quotation_of(doc, s.first);
        uint32_t means = q && q->end >= s.end ? NONE : subject_in(doc, s.first, s.end, noun, type);
        if (means != NONE)
            return is_named_in(doc, means, own) ? NONE : means;
        back += !(q && q->end >= s.end);
    }
    return NONE;
}

/* "Former", "retired", "veteran": what somebody was, or has long been. */
static bool tells_past(const document *doc, uint32_t noun)
{
    static const char *const past[] = {"former", "retired", "veteran", "outgoing", "ex"};
    for (uint32_t c = first_child(doc, noun); c != NONE && c < noun; c = next_child(doc, c))
        if (TOKEN_AMONG(doc, c, past))
            return true;
    return false;
}

/* "Actress" is no man, "judge" no minister: whether a noun contradicts what is known of somebody. */
static bool is_at_odds(const document *doc, const entity *person, uint32_t noun)
{
    static const sector particular[] = {SECTOR_LEG, SECTOR_JUD, SECTOR_COP, SECTOR_MIL, SECTOR_REB, SECTOR_REL, SECTOR_JRN, SECTOR_MED};
    static const sector lasting[] = {SECTOR_JUD, SECTOR_COP, SECTOR_JRN}; /* who is one of those is called nothing else */
    rows gender = phrase_rows(doc, INDEX_GENDERED_NOUN, noun, noun + 1);
    if (gender.count) {
        bool she = lexicon_number(doc->lexicon, TABLE_GENDERED_NOUNS, gender.items[0], GENDERED_NOUN_PRONOUN) == GENDER_SHE;
        if (she ? person->masculine : person->feminine)
            return true;
    }
    sector told = tells_past(doc, noun) ? SECTOR_NONE : sector_of_noun(doc, noun); /* a president may be a former soldier */
    size_t length = person->actor ? strlen(person->actor) : 0;
    bool known = length >= 3 && length != strlen(person->country ? person->country : "");
    sector is = known ? sector_of_code(person->actor) : SECTOR_NONE;
    for (size_t i = 0; known && told != is && i < sizeof particular / sizeof *particular; i++)
        if (told == particular[i])
            return true;
    for (size_t i = 0; told != is && i < sizeof lasting / sizeof *lasting; i++)
        if (is == lasting[i])
            return true;
    return false;
}

/* Whether somebody holds an office of a body. */
static bool is_of_body(const entity *person, uint32_t body)
{
    for (uint32_t i = 0; i < person->offices.count; i++)
        if (person->offices.items[i].of == body)
            return true;
    return false;
}

/* Whether somebody may be called so: by his country, by his body, by what he was, or by a noun for whoever has been introduced. */
static bool may_be_called(const document *doc, uint32_t who, uint32_t noun)
{
    static const char *const epithets[] = {
        "leader",    "politician", "businessman", "businesswoman", "billionaire", "millionaire",  "tycoon",  "mogul",
        "lawmaker",  "senator",    "congressman", "legislator",    "general",     "monarch",      "pontiff", "cleric",
        "coach",     "striker",    "goalkeeper",  "singer",        "actor",       "actress",      "rapper",  "activist",
        "diplomat",  "candidate",  "nominee",     "frontrunner",   "incumbent",   "veteran",      "star",    "champion",
        "dissident", "donor",      "strongman",   "premier",       "chief",       "congresswoman"};
    const entity *person = &doc->entities.items[who];
    dateline_entity_type type;
    bool epithet = LEMMA_AMONG(doc, noun, epithets);
    bool somebody = epithet || word_in(doc, INDEX_OFFICE, noun) || (type_of_noun(doc, noun, &type) && type == DATELINE_PERSON);
    if (!somebody || lemma_is(doc, noun, "source") || is_at_odds(doc, person, noun))
        return false;
    for (uint32_t c = first_child(doc, noun); c != NONE && c < noun; c = next_child(doc, c)) {
        uint32_t of = doc->tokens.relation[c] == REL_COMPOUND ? doc->entity_of[c] : NONE;
        const entity *e = of == NONE ? NULL : &doc->entities.items[of];
        if (e && e->type == DATELINE_ORGANIZATION)
            return is_of_body(person, of);
        if (e && e->type == DATELINE_PLACE && e->country && (!person->country || strcmp(e->country, person->country) != 0))
            return false;
    }
    const char *country = country_of_noun(doc, noun);
    if (country)
        return person->country && strcmp(country, person->country) == 0;
    return epithet || tells_past(doc, noun);
}

/* "The company", "the group": nouns for whatever body has been introduced, those of trade for no state's. */
static bool may_be_body(const document *doc, uint32_t who, uint32_t noun)
{
    static const char *const trading[] = {"company",     "firm",      "carrier",   "automaker",  "carmaker",    "airline", "manufacturer",
                                          "lender",      "retailer",  "bank",      "producer",   "utility",     "insurer", "brand",
                                          "corporation", "brokerage", "drugmaker", "planemaker", "conglomerate"};
    static const char *const others[] = {"group",   "organization", "organisation", "agency",  "movement",
                                         "charity", "watchdog",     "bloc",         "alliance"};
    const char *actor = doc->entities.items[who].actor;
    sector is = sector_of_code(actor);
    bool trades = is == SECTOR_BUS || !actor || strlen(actor) <= 3 || strncmp(actor, "MNC", 3) == 0;
    bool rules = is == SECTOR_GOV || is == SECTOR_LEG || is == SECTOR_JUD;
    bool alone = next_child(doc, first_child(doc, noun)) == NONE;
    return alone && ((trades && LEMMA_AMONG(doc, noun, trading)) || (!rules && is != SECTOR_BUS && LEMMA_AMONG(doc, noun, others)));
}

/* Makes a description, and the pronouns behind it that mean it, mean somebody by name. */
static void mean_by_name(document *doc, uint32_t noun, uint32_t who)
{
    uint32_t first, end, before = doc->entity_of[noun];
    noun_phrase(doc, noun, &first, &end);
    *list_add(&doc->memory, &doc->choices) = (dateline_choice){doc->tokens.where[noun], who, NONE};
    *list_add(&doc->memory, &doc->entities.items[who].references) = tokens_span(doc, first, end);
    for (uint32_t i = first; i < end; i++)
        if (doc->entity_of[i] == before && before != NONE)
            doc->entity_of[i] = who;
    doc->entity_of[noun] = who;
    for (uint32_t i = end; before != NONE && i < doc->tokens.count && doc->tokens.tag[i] != POS_NOUN; i++)
        if (doc->entity_of[i] == before)
            doc->entity_of[i] = who;
}

void resolve_descriptions(document *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        if (!is_description(doc, i))
            continue;
        uint32_t means = doc->entity_of[i];
        bool body = means != NONE && doc->entities.items[means].type == DATELINE_ORGANIZATION;
        uint32_t who = last_subject(doc, i, body ? DATELINE_ORGANIZATION : DATELINE_PERSON);
        if (who != NONE && (body ? may_be_body(doc, who, i) : may_be_called(doc, who, i)))
            mean_by_name(doc, i, who);
    }
}
