/* Cues that are nouns, with a light verb or an owner: "expressed the hope that", "his claim that". */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/content.h"
#include "statements/parts.h"

/* "A statement on the talks" tells what it is about; "made the remarks to reporters at a briefing" to whom and where. */
static bool tells_topic(const document *doc, uint32_t noun, uint32_t preposition)
{
    static const char *const topics[] = {"about", "on", "over", "of", "for", "against", "regarding", "concerning"};
    static const char *const circumstances[] = {"during", "before", "following", "by", "from", "via", "through"};
    static const force addressed[] = {FORCE_WARN, FORCE_THREATEN, FORCE_REQUEST, FORCE_DEMAND, FORCE_PROMISE, FORCE_PROPOSE};
    rows found = phrase_rows(doc, INDEX_CUE_NOUN, noun, noun + 1);
    force strength = found.count ? (force)lexicon_number(doc->lexicon, TABLE_CUE_NOUNS, found.items[0], CUE_NOUN_FORCE) : FORCE_SAY;
    bool to = token_is(doc, preposition, "to"),
         commits = lemma_is(doc, noun, "commitment") && !is_person_at(doc, doc->tokens.head[preposition]);
    for (size_t i = 0; i < sizeof addressed / sizeof *addressed; i++)
        if (strength == addressed[i] && to && !commits) /* "issued warnings to judges"; but "a commitment to free elections" */
            return false;
    static const char *const sent[] = {"congratulation", "greeting", "condolence", "sympathy", "thanks", "gratitude", "regard", "wish"};
    if (LEMMA_AMONG(doc, noun, sent) && token_is(doc, preposition, "of")) /* "conveyed the congratulations of his government" */
        return false;
    if (is_manner(doc, preposition, doc->tokens.head[preposition]))
        return false;
    static const char *const moments[] = {"time", "moment", "outset", "beginning", "start", "end"};
    if (LEMMA_AMONG(doc, doc->tokens.head[preposition], moments)) /* "published its own report at the same time" */
        return false;
    return may_be_text(doc, noun) ? TOKEN_AMONG(doc, preposition, topics) : !TOKEN_AMONG(doc, preposition, circumstances);
}

/* "gratitude to Chad | for its help": the end of a phrase that follows right behind the first, and tells what for. */
static uint32_t with_reason(const document *doc, uint32_t noun, uint32_t end)
{
    static const char *const reasons[] = {"for", "on", "over"};
    uint32_t what = end < doc->tokens.count && TOKEN_AMONG(doc, end, reasons) ? doc->tokens.head[end] : NONE;
    bool follows = what != NONE && what > end && doc->tokens.left[what] == end && doc->tokens.time[what] == NONE;
    return follows && doc->tokens.sentence[what] == doc->tokens.sentence[noun] ? doc->tokens.right[what] + 1 : end;
}

bool noun_content(const document *doc, uint32_t noun, uint32_t verb, found_statement *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t k = 0; k < 2; k++) {
        uint32_t head = k == 0 ? noun : verb;
        for (uint32_t c = head == NONE ? NONE : first_child(doc, head); c != NONE; c = next_child(doc, c)) {
            uint8_t kind = t->relation[c];
            bool clause = c > noun && (kind == REL_CCOMP ||
                                       ((kind == REL_ACL || kind == REL_ACL_RELCL) && child_word(doc, c, REL_MARK, "that") != NONE) ||
                                       (kind == REL_ACL && is_infinitive(doc, c)));
            uint32_t preposition = c > noun ? preposition_of(doc, c) : NONE;
            bool phrase_after = preposition != NONE && (k == 0 || !token_is(doc, preposition, "in")) && t->time[c] == NONE &&
                                kind != REL_CONJ && preposition > noun && tells_topic(doc, noun, preposition);
            if (!clause && !phrase_after)
                continue;
            out->first = clause ? t->left[c] : preposition + 1;
            out->end = clause ? t->right[c] + 1 : with_reason(doc, noun, t->right[c] + 1);
            if (out->first <= noun)
                out->first = noun + 1;
            trim_content(doc, &out->first, &out->end);
            return out->first < out->end;
        }
    }
    return false;
}

static bool is_light(const document *doc, uint32_t verb, const char *verbs)
{
    return is_verb(doc, verb) && list_has_word(verbs, doc->tokens.lemma[verb]);
}

/* "offered its condolences": done by being said, whatever it is about. */
static bool is_rite(const document *doc, uint32_t noun, found_statement *out)
{
    bool rite =
        out->force == FORCE_CONDOLE || out->force == FORCE_CONGRATULATE || out->force == FORCE_THANK || out->force == FORCE_APOLOGIZE;
    out->first = doc->tokens.left[noun];
    out->end = noun + 1;
    return rite;
}

/* Who reacts, "criticism from | unions": a phrase of the noun, or of the verb over it; NONE. */
static uint32_t who_reacts(const document *doc, uint32_t noun, uint32_t verb)
{
    const uint32_t heads[] = {noun, verb};
    for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
        uint32_t leads, who = brought_by(doc, heads[k], "from", &leads);
        if (who != NONE && who > noun && may_issue(doc, doc->entity_of[who]))
            return who;
    }
    return NONE;
}

/* "The bill drew criticism from unions", "was met with outrage from residents": a reaction of theirs to the subject. */
static bool is_reaction(const document *doc, uint32_t noun, found_statement *out)
{
    static const char *const drawing[] = {"draw",   "prompt", "spark", "trigger", "provoke", "attract",  "elicit", "earn",
                                          "arouse", "win",    "face",  "receive", "cause",   "generate", "meet",   "garner"};
    const token_table *t = &doc->tokens;
    uint32_t verb = t->head[noun];
    bool brought = verb != NONE && is_verb(doc, verb) && LEMMA_AMONG(doc, verb, drawing) && !is_negated(doc, verb);
    bool felt = out->force == FORCE_CRITICIZE || out->force == FORCE_CONDEMN || lemma_is(doc, noun, "praise");
    bool met = brought && lemma_is(doc, verb, "meet") && is_passive(doc, verb) && t->relation[noun] == REL_OBL;
    uint32_t cause = brought && felt ? subject_of(doc, verb) : NONE;
    uint32_t who = cause == NONE || !(met || t->relation[noun] == REL_OBJ) ? NONE : who_reacts(doc, noun, verb);
    if (who == NONE || t->right[cause] >= verb || t->tag[cause] == POS_PRON)
        return false;
    out->subject = who;
    out->first = t->left[cause];
    out->end = t->right[cause] + 1;
    trim_content(doc, &out->first, &out->end);
    out->attitude = true;
    out->rule = "statement:noun-of-reaction";
    return out->first < out->end;
}

void find_by_nouns(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!begins_key(doc, i, INDEX_CUE_NOUN) || t->tag[i] != POS_NOUN)
            continue;
        rows found = phrase_rows(doc, INDEX_CUE_NOUN, i, i + 1);
        uint32_t head = t->head[i];
        if (!found.count)
            continue;
        uint32_t row = found.items[0];
        const char *verbs = lexicon_text(doc->lexicon, TABLE_CUE_NOUNS, row, CUE_NOUN_VERBS);
        bool light = head != NONE && t->relation[i] == REL_OBJ && is_light(doc, head, verbs);
        uint32_t owner = child_by(doc, i, REL_NMOD_POSS);
        found_statement one = {.cue = light ? head : i,
                               .cue_end = i + 1,
                               .addressee = NONE,
                               .subject = light ? speaker_of_verb(doc, head) : owner,
                               .force = (force)lexicon_number(doc->lexicon, TABLE_CUE_NOUNS, row, CUE_NOUN_FORCE),
                               .rule = light ? "statement:noun-light-verb" : "statement:noun-of-speaker"};
        one.source = document_row_place(doc, TABLE_CUE_NOUNS, row);
        if (is_reaction(doc, i, &one)) {
            *list_add(&doc->memory, out) = one;
            continue;
        }
        bool clause = child_by(doc, i, REL_CCOMP) != NONE || child_by(doc, i, REL_ACL) != NONE;
        uint32_t leads; /* "her call *for* talks", "their criticism *of* the law" */
        bool phrase = brought_by(doc, i, lexicon_text(doc->lexicon, TABLE_CUE_NOUNS, row, CUE_NOUN_OWNED), &leads) != NONE;
        if (one.subject == NONE || (!light && !clause && !phrase) || (light && (is_negated(doc, head) || is_of_gathering(doc, head))))
            continue;
        if (!noun_content(doc, i, light ? head : NONE, &one)) {
            if (!light || !is_rite(doc, i, &one))
                continue;
            one.attitude = true;
        }
        one.attitude = one.attitude || (!light && !clause && one.force != FORCE_DEMAND && one.force != FORCE_REQUEST);
        *list_add(&doc->memory, out) = one;
    }
}
