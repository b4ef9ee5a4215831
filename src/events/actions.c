/* Actions: what the rules of lexicon/rules/ that fit make of verbs and event nouns. */
#include "events/gathering.h"
#include "events/parts.h"
#include "events/rules.h"
#include "grammar/described.h"
#include "grammar/frame.h"
#include "grammar/numbers.h"
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

/* What events do: "clashes broke out", "the truce took effect". */
static const char *const happening[] = {"begin", "start", "break",  "erupt", "occur", "happen", "take", "resume", "continue",
                                        "rage",  "flare", "spread", "ensue", "go",    "stop",   "end",  "open",   "come"};

/* "Confirmed the attack", "slammed the air strike": whoever does that to a deed did not do it. */
static bool only_observes(const document *doc, uint32_t verb)
{
    static const char *const observes[] = {
        "confirm", "report",   "describe", "witness", "investigate", "probe", "survive", "recall",  "mention", "discuss", "welcome",
        "mark",    "remember", "film",     "see",     "hear",        "fear",  "escape",  "flee",    "foil",    "thwart",  "avert",
        "mourn",   "follow",   "cite",     "explain", "study",       "blame", "back",    "support", "endorse", "sponsor", "monitor",
        "oversee", "observe",  "verify",   "call",    "label",       "term",  "block",   "oppose",  "resist"};
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
    bool happens = t->relation[noun] == REL_NSUBJ && LEMMA_AMONG(doc, verb, happening);
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

/* ---- actors ---- */

/* Who is behind a noun that is no actor itself: "Peru's position", "the work of the ministry", "an air strike by Chad", "Kenyan exports".
 */
static uint32_t actor_behind(document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    uint32_t means = doc->entity_of[token], counted = means == NONE ? counted_by(doc, token) : NONE;
    if (counted != NONE && doc->entity_of[counted] != NONE)
        return doc->entity_of[counted];
    if (means != NONE)
        return means;
    rows adjective = t->capital[token] ? phrase_rows(doc, INDEX_NATIONALITY, token, token + 1) : (rows){NULL, 0};
    if (adjective.count)
        return described_entity(doc, token, token + 1, token, DATELINE_GROUP);
    for (uint32_t c = first_child(doc, token); c != NONE; c = next_child(doc, c)) { /* "sanctions imposed by Chad" */
        uint32_t agent = t->relation[c] == REL_ACL && c > token ? child_by(doc, c, REL_OBL_AGENT) : NONE;
        if (agent != NONE && doc->entity_of[agent] != NONE)
            return doc->entity_of[agent];
    }
    for (uint32_t c = first_child(doc, token); c != NONE; c = next_child(doc, c)) {
        uint32_t preposition = preposition_of(doc, c);
        bool of = preposition != NONE && (token_is(doc, preposition, "of") || token_is(doc, preposition, "by"));
        bool belongs = t->relation[c] == REL_NMOD_POSS || (t->relation[c] == REL_NMOD && of);
        if (belongs && doc->entity_of[c] != NONE)
            return doc->entity_of[c];
    }
    for (uint32_t c = first_child(doc, token); c != NONE && c < token; c = next_child(doc, c)) {
        bool modifies = (t->relation[c] == REL_AMOD || t->relation[c] == REL_COMPOUND) && t->capital[c];
        if (modifies && doc->entity_of[c] != NONE)
            return doc->entity_of[c];
        if (modifies && phrase_rows(doc, INDEX_NATIONALITY, c, c + 1).count)
            return described_entity(doc, c, c + 1, c, DATELINE_GROUP);
    }
    return NONE;
}

/* Whether a body is one that people meet at: a school, a university. */
static bool is_school(const document *doc, uint32_t noun)
{
    rows body = body_rows(doc, noun);
    return body.count && lexicon_number(doc->lexicon, TABLE_BODIES, body.items[0], BODY_SECTOR) == SECTOR_EDU;
}

/* "marched through Tbilisi", "hold talks in Kunming": where it is, not whom it is with or against. */
static bool is_whereabouts(const document *doc, const event *of, uint32_t token, uint32_t means)
{
    static const char *const where[] = {"in", "at", "near", "through", "across", "outside", "around", "including"};
    const entity *e = &doc->entities.items[means];
    const mention *name = mention_at(doc, token);
    uint32_t head = name ? name->head : token;
    while (doc->tokens.relation[head] == REL_CONJ && doc->tokens.head[head] != NONE) /* "in Isfahan and Tehran" */
        head = doc->tokens.head[head];
    uint32_t preposition = name ? preposition_of(doc, head) : NONE;
    bool restricts = strcmp(of->record.type, "COERCE") == 0 && of->record.mode &&
                     strcmp(of->record.mode, "restrict") == 0; /* "broke up a rally in Kampala" */
    static const char *const within[] = {"street", "square", "avenue", "boulevard", "suburb", "outskirts"};
    bool streets = LEMMA_AMONG(doc, token, within); /* "took to the streets of Bamako" */
    bool of_streets = preposition != NONE && token_is(doc, preposition, "of") && doc->tokens.head[head] != NONE &&
                      LEMMA_AMONG(doc, doc->tokens.head[head], within); /* "through the streets of Kampala" */
    bool campus = e->type == DATELINE_ORGANIZATION && preposition != NONE && token_is(doc, preposition, "at") && is_school(doc, head);
    bool held = restricts || strcmp(of->record.type, "PROTEST") == 0 || (strcmp(of->record.type, "CONSULT") == 0 && !of->record.mode);
    bool seat =
        name && preposition != NONE && token_is(doc, preposition, "in") && phrase_rows(doc, INDEX_SEAT, name->first, name->end).count;
    bool place = (e->type == DATELINE_PLACE && !e->is_country) || seat; /* "in Washington", whatever else the report calls so */
    return held && (campus || (place && (streets || of_streets || (preposition != NONE && TOKEN_AMONG(doc, preposition, where)))));
}

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
    return object && strcmp(of->record.type, "MOBILIZE") == 0;
}

/* "condemned the death of Ana Vega", "demanded justice for her killing": to whom something was done is not who did it. */
static bool is_victim(const document *doc, const event *of, uint32_t token)
{
    static const char *const types[] = {"ACCUSE", "REQUEST", "REJECT"};
    static const char *const done[] = {"death",        "killing",   "murder",     "assassination", "execution", "arrest", "detention",
                                       "imprisonment", "abduction", "kidnapping", "torture",       "beating",   "rape",   "persecution",
                                       "massacre",     "suffering", "plight",     "shooting",      "poisoning", "jailing"};
    const token_table *t = &doc->tokens;
    bool says = false;
    for (size_t k = 0; k < sizeof types / sizeof *types; k++)
        says = says || strcmp(of->record.type, types[k]) == 0;
    uint32_t head = t->mention[token] == NONE ? token : doc->mentions.items[t->mention[token]].head, noun = t->head[head];
    if (!says || noun == NONE || !LEMMA_AMONG(doc, noun, done))
        return false;
    uint32_t preposition = preposition_of(doc, head);
    return t->relation[head] == REL_NMOD_POSS || (t->relation[head] == REL_NMOD && preposition != NONE && token_is(doc, preposition, "of"));
}

/* Whether somebody who is behind a word is the victim of a noun such as "death": the word itself, or what it governs. */
static bool has_victim(const document *doc, const event *of, uint32_t noun, uint32_t means)
{
    if (is_victim(doc, of, noun))
        return true;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c))
        if (doc->entity_of[c] == means && is_victim(doc, of, c))
            return true;
    return false;
}

static bool is_passed(const document *doc, uint32_t noun)
{
    static const char *const through[] = {"through", "across", "in", "around"};
    while (doc->tokens.relation[noun] == REL_COMPOUND && doc->tokens.head[noun] != NONE) /* "through the Romanian capital Bucharest" */
        noun = doc->tokens.head[noun];
    uint32_t preposition = preposition_of(doc, noun);
    return preposition != NONE && TOKEN_AMONG(doc, preposition, through);
}

/* "attacked his rival, saying he would ruin the country": a participle that tells what was said with the deed. */
static bool is_saying(const document *doc, uint32_t token)
{
    return doc->tokens.relation[token] == REL_ADVCL && strcmp(doc->tokens.english_tag[token], "VBG") == 0 && word_in(doc, INDEX_CUE, token);
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

/* "threatened to ban voting in the east unless Kenya agreed": who is meant stands somewhere in what follows, as
 * TABARI (Schrodt 2001) takes the first actor after the verb. What somebody else reports beside it does not count. */
static void fill_beyond(document *doc, event *of, dateline_role role, const frame *f)
{
    uint32_t predicate = f->predicate, voice = voice_of(doc, predicate);
    const token_table *t = &doc->tokens;
    uint32_t end = t->right[predicate] + 1;
    bool light = t->relation[predicate] == REL_OBJ && t->tag[predicate] == POS_NOUN;
    if (light && t->head[predicate] < predicate)
        end = t->right[t->head[predicate]] + 1;
    if (voice != NONE && doc->statements.items[voice].end < end) /* "they agreed, negotiators said" */
        end = doc->statements.items[voice].end;
    for (uint32_t i = predicate + 1; i < end; i++) {
        bool told = t->head[i] == predicate && is_saying(doc, i);
        bool contrasts = t->relation[i] == REL_ADVCL && t->head[i] == predicate && child_word(doc, i, REL_MARK, "while") != NONE;
        if (t->relation[i] == REL_PARATAXIS || told || contrasts ||
            (t->relation[i] == REL_CONJ && is_verb(doc, i) && t->head[i] == predicate)) {
            end = t->left[i] > predicate ? t->left[i] : i;
            break;
        }
    }
    for (uint32_t i = predicate + 1; i < end; i++) {
        uint32_t means = is_nominal(doc, i) || t->capital[i] ? actor_behind(doc, i) : NONE;
        bool way = t->relation[i] == REL_AMOD ? is_passed(doc, t->head[i]) : t->mention[i] == NONE && is_passed(doc, i);
        if (means != NONE && way && of->record.kind) /* "marched through the Argentine capital" */
            continue;
        bool victims = false; /* "the arrest of Radio X host Ana Vega": what is told of a victim */
        for (uint32_t at = t->head[i]; at != NONE && at > predicate && !victims; at = t->head[at])
            victims = is_victim(doc, of, at);
        if (victims)
            continue;
        bool unit = t->head[i] != NONE && t->relation[i] == REL_COMPOUND && word_in(doc, INDEX_CURRENCY, t->head[i]);
        bool currency = unit || word_in(doc, INDEX_CURRENCY, i);                                          /* "US dollars" */
        bool within = t->relation[i] == REL_AMOD && t->head[i] > i && doc->entity_of[t->head[i]] != NONE; /* "the West African bloc" */
        if (within || currency || is_disputed(doc, predicate, i))
            continue;
        if (means == NONE || !may_act(doc, means) || list_holds(&of->roles[DATELINE_SOURCE], means) || t->time[i] != NONE ||
            is_whereabouts(doc, of, i, means) || is_moved(doc, of, f, i) || has_victim(doc, of, i, means))
            continue;
        list_add_once(doc, &of->roles[role], means);
        return;
    }
}

/* "We urge the parties", in somebody's words: whoever says so acts. */
static void take_first_person(document *doc, event *of, dateline_role role, uint32_t token)
{
    bool first_person = doc->tokens.tag[token] == POS_PRON && is_i_or_we(doc, token);
    uint32_t voice = first_person ? voice_of(doc, token) : NONE;
    const statement *said = voice == NONE ? NULL : &doc->statements.items[voice];
    for (uint32_t i = 0; said && i < said->speakers.count; i++)
        list_add_once(doc, &of->roles[role], said->speakers.items[i]);
}

/* "accused each other", "fought one another" */
static bool is_reciprocal(const document *doc, uint32_t token)
{
    return (token_is(doc, token, "each") && token_is(doc, token + 1, "other")) ||
           (token_is(doc, token, "one") && token_is(doc, token + 1, "another")) ||
           (token > 0 && token_is(doc, token - 1, "each") && token_is(doc, token, "other"));
}

static void copy_role(document *doc, event *of, dateline_role from, dateline_role to)
{
    for (uint32_t i = 0; i < of->roles[from].count; i++)
        list_add_once(doc, &of->roles[to], of->roles[from].items[i]);
}

/* Fills a role from the first of the rule's places that has an actor. */
static void fill_role(document *doc, event *of, dateline_role role, const frame *f, uint32_t slots)
{
    for (; slots && !of->roles[role].count; slots >>= 8) {
        uint32_t place = slots & 0xff;
        if (place == SLOT_BEYOND)
            fill_beyond(doc, of, role, f);
        for (uint32_t i = 0; i < f->count[place]; i++) {
            if (role == DATELINE_TARGET && is_reciprocal(doc, f->filler[place][i])) {
                copy_role(doc, of, DATELINE_SOURCE, DATELINE_TARGET);
                continue;
            }
            uint32_t means = actor_behind(doc, f->filler[place][i]);
            bool itself = means != NONE && list_holds(&of->roles[DATELINE_SOURCE], means); /* "closed its border" */
            bool protest = role == DATELINE_TARGET && strcmp(of->record.type, "PROTEST") == 0;
            if (protest && means != NONE && is_whereabouts(doc, of, f->filler[place][i], means))
                continue;
            if (role == DATELINE_TARGET && means != NONE && (itself || has_victim(doc, of, f->filler[place][i], means)))
                continue;
            if (means != NONE && may_act(doc, means))
                list_add_described(doc, &of->roles[role], means);
            else
                take_first_person(doc, of, role, f->filler[place][i]);
        }
    }
}

/* Who speaks a cue is known better than who stands before the verb. */
static void take_speakers(document *doc, event *of, uint32_t trigger)
{
    for (uint32_t i = 0; i < doc->statements.count; i++) {
        const statement *s = &doc->statements.items[i];
        if (s->cue != trigger)
            continue;
        for (uint32_t k = 0; k < s->speakers.count; k++)
            list_add_once(doc, &of->roles[DATELINE_SOURCE], s->speakers.items[k]);
        return;
    }
}

/* ---- events ---- */

static void split_contexts(document *doc, dateline_event *event, const char *list)
{
    LIST(const char *) contexts = {0};
    while (*list) {
        size_t length = strcspn(list, ", ");
        if (length)
            *list_add(&doc->memory, &contexts) = arena_copy(&doc->memory, list, length);
        list += length;
        list += strspn(list, ", ");
    }
    event->contexts = contexts.items;
    event->context_count = contexts.count;
}

/* "fired tear gas to disperse the crowd": what something is done for. */
static bool is_purpose(const document *doc, uint32_t verb)
{
    return doc->tokens.relation[verb] == REL_ADVCL && child_word(doc, verb, REL_MARK, "to") != NONE;
}

/* PLOVER counts what is only announced as agreeing to it ("will give aid") or as threatening it ("would tighten the
 * blockade"). The type that an announcement has, or NULL. */
static const char *announced_as(const document *doc, const event *of)
{
    static const char *const kinds[][2] = {
        {"AID", "AGREE"},       {"COOPERATE", "AGREE"},   {"CONCEDE", "AGREE"},    {"RETREAT", "AGREE"},
        {"COERCE", "THREATEN"}, {"SANCTION", "THREATEN"}, {"ASSAULT", "THREATEN"},
    };
    bool resigns = of->record.mode && strcmp(of->record.mode, "resign") == 0;
    if (strcmp(of->record.reality, "planned") != 0 || resigns || !of->roles[DATELINE_SOURCE].count || is_purpose(doc, of->trigger))
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(of->record.type, kinds[i][0]) == 0)
            return kinds[i][1];
    return NULL;
}

/* Who says that they will give aid promises it; who says that they will strike threatens. Saying so is the event: it
 * happened, and whoever reports the statement vouches for it. */
static void announce(document *doc, event *announced)
{
    statement *said = announced->record.voice == NONE ? NULL : &doc->statements.items[announced->record.voice];
    if (!said || !list_holds(&said->speakers, announced->roles[DATELINE_SOURCE].items[0]))
        return;
    if (strcmp(said->record.force, force_names[FORCE_SAY]) == 0)
        said->record.force = force_names[strcmp(announced->record.type, "THREATEN") == 0 ? FORCE_THREATEN : FORCE_PROMISE];
    announced->record.voice = voice_of(doc, said->cue);
    announced->record.reality = reality_names[REALITY_HAPPENED];
}

/* Not to agree and not to give in is to reject: "will not accept", "would not lift the ban". That is what happened. */
static void refuse(document *doc, event *not_done)
{
    bool yields = strcmp(not_done->record.type, "CONCEDE") == 0;
    if (!yields && strcmp(not_done->record.type, "AGREE") != 0)
        return;
    set_category(doc, &not_done->record, "REJECT", yields ? "yield" : NULL, NULL);
    not_done->record.reality = reality_names[REALITY_HAPPENED];
}

static void add_participants(document *doc, event *of)
{
    if (!of->record.kind)
        return;
    for (uint32_t i = 0; i < of->roles[DATELINE_SOURCE].count; i++)
        list_add_once(doc, &of->roles[DATELINE_PARTICIPANT], of->roles[DATELINE_SOURCE].items[i]);
    bool against = strcmp(of->record.type, "PROTEST") == 0; /* those whom it is against do not take part */
    for (uint32_t i = 0; i < of->roles[DATELINE_TARGET].count && !against; i++)
        list_add_once(doc, &of->roles[DATELINE_PARTICIPANT], of->roles[DATELINE_TARGET].items[i]);
    if (against) /* "some 2,000 teachers marched" */
        read_attendance(doc, of, sentence_of(doc, of->trigger));
}

/* "attacked his rival, saying he would ruin the country": the word of saying that tells with what; NONE. */
static uint32_t words_of_attack(const document *doc, uint32_t verb)
{
    for (uint32_t c = lemma_is(doc, verb, "attack") ? first_child(doc, verb) : NONE; c != NONE; c = next_child(doc, c))
        if (c > verb && is_saying(doc, c))
            return c;
    return NONE;
}

/* "The curfew was lifted", "riots broke out": what a clause is about, whoever did it. Of a verb alone, "was closed", nobody knows whether
 * it was a border or a shop, and "the attack" was told before: there the rule must ask for more. */
static bool is_told_for_itself(const document *doc, uint32_t trigger, uint32_t row)
{
    bool particular = rule_asks_for_words(doc->lexicon, row);
    if (is_verb(doc, trigger) && !particular)
        return false;
    const token_table *t = &doc->tokens;
    uint32_t subject = is_verb(doc, trigger) ? child_by(doc, trigger, REL_NSUBJ_PASS) : trigger;
    uint32_t verb = is_verb(doc, trigger) ? trigger : t->head[trigger];
    if (subject == NONE || verb == NONE)
        return false;
    static const char *const definite[] = {"the", "this", "that", "these", "those", "such", "no"};
    uint32_t determiner = child_by(doc, subject, REL_DET);
    if (!particular && determiner != NONE && TOKEN_AMONG(doc, determiner, definite))
        return false;
    bool clause = t->relation[verb] == REL_ROOT || t->relation[verb] == REL_CONJ || t->relation[verb] == REL_PARATAXIS ||
                  t->relation[verb] == REL_CCOMP;
    return clause && (t->relation[subject] == REL_NSUBJ_PASS || (t->relation[subject] == REL_NSUBJ && LEMMA_AMONG(doc, verb, happening)));
}

static void add_action(document *doc, uint32_t trigger, uint32_t end, const rule_choice *chosen, const frame *f)
{
    uint32_t row = chosen->row;
    const lexicon *words = doc->lexicon;
    const char *kind = lexicon_text(words, TABLE_RULES, row, RULE_KIND);
    if (strcmp(lexicon_text(words, TABLE_RULES, row, RULE_TYPE), RULE_NO_EVENT) == 0)
        return;
    uint32_t made = add_event(doc, trigger, end, lexicon_text(words, TABLE_RULES, row, RULE_TYPE));
    event one = doc->events.items[made];
    doc->events.count--;
    set_category(doc, &one.record, one.record.type, lexicon_text(words, TABLE_RULES, row, RULE_MODE),
                 lexicon_text(words, TABLE_RULES, row, RULE_CAMEO));
    one.record.kind = *kind ? kind : NULL;
    split_contexts(doc, &one.record, lexicon_text(words, TABLE_RULES, row, RULE_CONTEXTS));
    one.record.reason = rule_reason(doc, chosen, f, one.record.trigger);
    uint32_t in_words = words_of_attack(doc, trigger);
    if (in_words != NONE) {
        set_category(doc, &one.record, "ACCUSE", "disapprove", "111");
        reason_add(doc, &one.record.reason, "in words", tokens_span(doc, in_words, in_words + 1));
    }
    bool here = one.record.kind && one.record.voice == NONE && strcmp(one.record.type, "GATHER") == 0;
    if (here && one.record.place == NONE)
        one.record.place = doc->dateline_entity;
    bool told = one.record.time != NONE && one.record.place != NONE;
    uint32_t occasion = one.record.voice == NONE && !told ? gathering_around(doc, trigger) : NONE;
    if (occasion != NONE && one.record.time == NONE)
        one.record.time = doc->events.items[occasion].record.time;
    if (occasion != NONE && one.record.place == NONE)
        one.record.place = doc->events.items[occasion].record.place;
    take_speakers(doc, &one, trigger);
    fill_role(doc, &one, DATELINE_SOURCE, f, lexicon_number(words, TABLE_RULES, row, RULE_SOURCES));
    fill_role(doc, &one, DATELINE_TARGET, f, lexicon_number(words, TABLE_RULES, row, RULE_TARGETS));
    bool actors = one.roles[DATELINE_SOURCE].count || one.roles[DATELINE_TARGET].count;
    bool needs = lexicon_number(words, TABLE_RULES, row, RULE_SOURCES) || lexicon_number(words, TABLE_RULES, row, RULE_TARGETS);
    read_counts(doc, &one, f, lexicon_number(words, TABLE_RULES, row, RULE_TARGETS));
    bool counted = one.counts.count || strcmp(one.record.type, "HARM") == 0; /* "a bomb killed 12", a flood that harms nobody by name */
    if (needs && !actors && !counted && !is_told_for_itself(doc, trigger, row))
        return;
    const char *announced = announced_as(doc, &one);
    if (announced) {
        set_category(doc, &one.record, announced, NULL, NULL);
        announce(doc, &one);
    }
    if (f->negated)
        refuse(doc, &one);
    add_participants(doc, &one);
    uint32_t known = told_in_sentence(doc, &one);
    if (known != NONE)
        join_events(doc, &doc->events.items[known], &one);
    else
        *list_add(&doc->memory, &doc->events) = one;
}

/* Tries the rules of a phrase that begins at `token`; false where none of them fits. */
static bool try_phrase(document *doc, uint32_t token, phrase found)
{
    bool noun = doc->tokens.tag[found.end - 1] == POS_NOUN && doc->tokens.tag[token] != POS_VERB;
    uint32_t head = token;
    for (uint32_t i = token; noun && i < found.end; i++) { /* the word that governs the others */
        uint32_t governor = doc->tokens.head[i];
        if (governor == NONE || governor < token || governor >= found.end)
            head = i;
    }
    frame f = frame_of(doc, head);
    if (noun)
        borrow_from_verb(doc, &f);
    borrow_from_below(doc, &f, noun ? SLOT_OF : SLOT_OBJECT, SLOT_PREPOSITIONS, SLOT_COUNT);
    if (!noun)
        borrow_from_below(doc, &f, SLOT_SUBJECT, SLOT_FROM, SLOT_FROM + 1);
    rule_choice chosen = choose_rule(doc, found.rows, &f, head);
    if (chosen.row != NONE)
        add_action(doc, head, found.end, &chosen, &f);
    return chosen.row != NONE;
}

void find_actions(document *doc)
{
    uint32_t from = doc->events.count;
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        bool state = doc->tokens.relation[i] == REL_AMOD && is_verb(doc, i); /* "convicted war criminals" */
        if (!begins_key(doc, i, INDEX_RULE) || doc->tokens.mention[i] != NONE || state)
            continue;
        phrase found = is_verb(doc, i) ? verb_phrase_at(doc, INDEX_RULE, i) : phrase_at(doc, INDEX_RULE, i);
        if (!found.rows.count || try_phrase(doc, i, found))
            continue;
        /* "met with delays", "an appeal for help": not as a phrase, perhaps as a word; "killing two": not as a noun, perhaps as a verb */
        rows by_form = phrase_rows(doc, INDEX_RULE, i, i + 1), by_lemma = phrase_rows_by_lemma(doc, INDEX_RULE, i, i + 1);
        bool done = found.end > i + 1 && try_phrase(doc, i, (phrase){by_form, i + 1});
        if (!done && by_lemma.items != by_form.items)
            try_phrase(doc, i, (phrase){by_lemma, i + 1});
    }
    find_demands(doc, from);
    merge_events(doc, from);
}
