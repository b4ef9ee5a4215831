/* Who speaks: the subject of the cue, all of a list of names, the person behind a description. */
#include "grammar/described.h"
#include "grammar/frame.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "statements/parts.h"

enum { MOST_SPEAKERS = 16 };

static bool is_person(const document *doc, uint32_t index)
{
    return index != NONE && doc->entities.items[index].type == DATELINE_PERSON && doc->entities.items[index].named;
}

/* "speakers, especially the activist Asma Khan", "ministers including Ana Vega and Bo Lind": whether people are named out of several. */
static bool single_out(document *doc, uint32_t from, uint32_t to, index_list *out)
{
    static const char *const words[] = {"especially", "including", "notably", "particularly", "namely", "like"};
    uint32_t name = from;
    while (name < to && !TOKEN_AMONG(doc, name, words))
        name++;
    while (name < to && (!is_person(doc, doc->entity_of[name]) || doc->tokens.mention[name] == NONE))
        name++;
    uint32_t names[MOST_SPEAKERS], count = name < to ? conjuncts(doc, mention_at(doc, name)->head, names, MOST_SPEAKERS) : 0;
    for (uint32_t i = 0; i < count; i++)
        if (names[i] < to && is_person(doc, doc->entity_of[names[i]]))
            list_add_once(doc, out, doc->entity_of[names[i]]);
    return out->count > 0;
}

/* Where the list that ends at a verb may begin: after the verb of an earlier clause, or at the sentence. */
static uint32_t clause_begin(const document *doc, uint32_t verb)
{
    sentence s = sentence_of(doc, verb);
    uint32_t begin = verb;
    while (begin > s.first) {
        uint32_t before = begin - 1;
        const char *form = doc->tokens.english_tag[before];
        bool participle = strcmp(form, "VBG") == 0 || strcmp(form, "VBN") == 0;
        bool helped = participle && doc->tokens.relation[before] != REL_ACL_RELCL && child_by(doc, before, REL_AUX) != NONE;
        if (is_verb(doc, before) && strncmp(form, "VB", 2) == 0 && (!participle || helped)) /* "A and B have met, C said" */
            break;
        begin = before;
    }
    return begin;
}

/* "mother of activist | Alaa Fattah", "son of the leading figure | Mohsen Rady": whether whoever is named at a token is only told of as
 * somebody's. */
static bool is_kin_told_of(const document *doc, uint32_t name)
{
    enum { FARTHEST = 9 };
    static const char *const kin[] = {"mother",  "father",  "son",    "daughter", "wife",     "husband",      "widow",
                                      "widower", "brother", "sister", "friend",   "lawyer",   "cousin",       "aunt",
                                      "uncle",   "nephew",  "niece",  "parent",   "ally",     "critic",       "colleague",
                                      "partner", "aide",    "fan",    "victim",   "grandson", "granddaughter"};
    for (uint32_t i = name; i-- > 1 && name - i <= FARTHEST && doc->tokens.tag[i] != POS_PUNCT;)
        if (token_is(doc, i, "of"))
            return LEMMA_AMONG(doc, i - 1, kin);
    return false;
}

/* Several people with a mark after each, before one verb: "A - dean of X, B, head of Y, and C said". Trees of such
 * lists are rarely right, so the words decide. */
static uint32_t listed_people(const document *doc, uint32_t verb, uint32_t *out, uint32_t *first)
{
    uint32_t count = 0;
    *first = NONE;
    for (uint32_t i = clause_begin(doc, verb); i < verb; i++) {
        uint32_t m = doc->tokens.mention[i];
        bool said =
            quotation_of(doc, i) && quotation_of(doc, i) != quotation_of(doc, verb); /* '"... meets President Clinton," Bacon said' */
        if (m == NONE || said || doc->mentions.items[m].first != i || !is_person(doc, doc->mentions.items[m].entity))
            continue;
        const mention *name = &doc->mentions.items[m];
        uint32_t next = name->end;
        bool marked = token_is(doc, next, ",") || token_is(doc, next, "-") || token_is(doc, next, "–") || token_is(doc, next, "—") ||
                      token_is(doc, next, "(") || token_is(doc, next, "and") || next >= verb;
        bool told_of = token_is(doc, next, ",") &&
                       (token_is(doc, next + 1, "who") || token_is(doc, next + 1, "whose")); /* "replacing A, who left, B said" */
        uint32_t over = doc->tokens.relation[name->head] == REL_OBJ ? doc->tokens.head[name->head] : NONE;
        bool described = over != NONE && doc->tokens.relation[over] == REL_ACL; /* "the attorney representing A, told" */
        uint32_t top =
            doc->tokens.relation[name->head] == REL_APPOS ? doc->tokens.head[name->head] : NONE; /* "handed to the figure A, B said" */
        bool under = top != NONE && top + 1 == i && doc->tokens.relation[top] == REL_OBL && preposition_of(doc, top) != NONE;
        bool governed = told_of || described || under || (i > 0 && doc->tokens.tag[i - 1] == POS_ADP && !token_is(doc, i - 1, "as"));
        if (!marked || governed || is_kin_told_of(doc, i) || count == MOST_SPEAKERS)
            continue;
        *first = *first == NONE ? i : *first;
        out[count++] = name->entity;
    }
    return count;
}

uint32_t list_before(const document *doc, uint32_t verb)
{
    uint32_t people[MOST_SPEAKERS], first;
    return listed_people(doc, verb, people, &first) >= 2 ? first : NONE;
}

/* By whom a text is made: "adopted by the council", and not "by 14 votes". */
static uint32_t body_by(const document *doc, uint32_t verb)
{
    static const char *const tallies[] = {"vote", "majority", "margin", "consensus", "acclamation"};
    uint32_t agent = child_by(doc, verb, REL_OBL_AGENT);
    return agent != NONE && LEMMA_AMONG(doc, agent, tallies) ? NONE : agent;
}

/* "the resolution, adopted by the council, calls on", "a statement from the ministry read", "the council adopted a resolution that
 * condemns": the token of whose text a noun is, or NONE. */
static uint32_t author_of(const document *doc, uint32_t noun)
{
    static const char *const verbs[] = {"adopt", "approve", "author",  "draft",   "endorse", "file", "introduce", "issue",
                                        "pass",  "pen",     "publish", "release", "send",    "sign", "submit",    "table",
                                        "write", "put",     "make",    "deliver", "post",    "read", "leak",      "circulate"};
    static const char *const from[] = {"from", "by", "of"};
    static const char *const shown[] = {"slogan", "banner", "placard", "sign", "poster", "chant"}; /* "carried banners reading" */
    const token_table *t = &doc->tokens;
    if (LEMMA_AMONG(doc, noun, shown))
        return t->relation[noun] == REL_OBJ ? subject_of(doc, t->head[noun]) : NONE;
    if (!may_be_text(doc, noun))
        return NONE;
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c))
        if (t->relation[c] == REL_ACL && LEMMA_AMONG(doc, c, verbs))
            return body_by(doc, c);
    for (uint32_t c = first_child(doc, noun); c != NONE; c = next_child(doc, c)) { /* "a statement from the ministry" */
        uint32_t preposition = c > noun && t->relation[c] == REL_NMOD ? preposition_of(doc, c) : NONE;
        uint32_t means = doc->entity_of[c];
        bool whose = preposition != NONE && TOKEN_AMONG(doc, preposition, from) && means != NONE;
        if (whose && (!token_is(doc, preposition, "of") || doc->entities.items[means].type == DATELINE_ORGANIZATION))
            return c;
    }
    uint32_t over = t->relation[noun] == REL_OBJ ? t->head[noun] : NONE;
    return LEMMA_AMONG(doc, over, verbs) ? subject_of(doc, over) : NONE;
}

/* "The company's report", "a UN study", "Ana Vega's speech": who is behind a thing and speaks by it, or NONE. */
static uint32_t owner_of(const document *doc, uint32_t noun)
{
    uint32_t owner = child_by(doc, noun, REL_NMOD_POSS), means = owner == NONE ? NONE : doc->entity_of[owner];
    if (means != NONE && may_be_text(doc, noun) && may_issue(doc, means))
        return means;
    dateline_entity_type type;
    if (owner == NONE && !type_of_noun(doc, noun, &type)) /* "a government daily" speaks for itself */
        owner = child_by(doc, noun, REL_COMPOUND);
    means = owner == NONE ? NONE : doc->entity_of[owner];
    return means != NONE && doc->entities.items[means].type == DATELINE_ORGANIZATION ? means : NONE;
}

/* "Maronite Cardinal Nasrallah Sfeir", where the tree has the first word for the head: whom the name behind it means, or NONE. */
static uint32_t named_behind(const document *doc, uint32_t word)
{
    for (uint32_t c = doc->tokens.tag[word] == POS_PROPN ? first_child(doc, word) : NONE; c != NONE; c = next_child(doc, c))
        if (doc->tokens.relation[c] == REL_FLAT && doc->tokens.mention[c] != NONE && is_person(doc, doc->entity_of[c]))
            return doc->entity_of[c];
    return NONE;
}

/* "The 35-year-old handler", "an avowed pacifist": a person, though no list has the noun. */
static bool is_person_by_form(const document *doc, uint32_t noun)
{
    static const char *const endings[] = {"ist", "ian", "eer"};
    slice word = slice_of(doc->tokens.lemma[noun]);
    enum { SHORTEST = 7 };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (word.length >= SHORTEST && slice_ends(word, endings[i]))
            return true;
    for (uint32_t c = first_child(doc, noun); c != NONE && c < noun; c = next_child(doc, c))
        if (token_is(doc, c, "old") && token_is(doc, c - 2, "year"))
            return true;
    return lemma_is(doc, noun, "source"); /* "a military source" */
}

/* What a described party is: people and bodies by the lists, a share or a number of people a group, a thing that speaks a text. */
static dateline_entity_type type_of_party(const document *doc, uint32_t noun)
{
    static const char *const shares[] = {"percent", "majority", "minority", "half", "third", "quarter",
                                         "number",  "dozen",    "handful",  "lot",  "couple"};
    static const char *const bodies[] = {"branch", "arm",  "wing", "chapter", "offshoot", "subsidiary", "country",
                                         "nation", "city", "town", "village", "province", "state",      "republic"};
    dateline_entity_type type;
    if (type_of_noun(doc, noun, &type))
        return type;
    if (is_plural(doc, noun) || LEMMA_AMONG(doc, noun, shares))
        return DATELINE_GROUP;
    if (LEMMA_AMONG(doc, noun, bodies))
        return DATELINE_ORGANIZATION;
    return is_person_by_form(doc, noun) ? DATELINE_PERSON : DATELINE_WORK;
}

/* What a noun without an entity describes. */
static uint32_t describe(document *doc, uint32_t noun)
{
    uint32_t first, end, person = named_behind(doc, noun), owner = person == NONE ? owner_of(doc, noun) : person;
    noun_phrase(doc, noun, &first, &end);
    if (owner != NONE)
        return owner;
    return described_entity(doc, first, end, noun, type_of_party(doc, noun));
}

/* "One of the hostages": somebody of theirs; NONE. */
static uint32_t one_of_several(document *doc, uint32_t token)
{
    uint32_t several = token_is(doc, token, "one") || token_is(doc, token, "another") ? child_by(doc, token, REL_NMOD) : NONE;
    uint32_t of = several == NONE ? NONE : preposition_of(doc, several), first, end;
    dateline_entity_type type;
    if (of == NONE || !token_is(doc, of, "of") || !type_of_noun(doc, several, &type) || type != DATELINE_GROUP)
        return NONE;
    noun_phrase(doc, several, &first, &end);
    uint32_t made = described_entity(doc, token, end, several, DATELINE_PERSON);
    doc->entities.items[made].plural = false;
    return made;
}

uint32_t party_of(document *doc, uint32_t token)
{
    uint32_t means = doc->entity_of[token];
    uint8_t tag = doc->tokens.tag[token];
    if (means == NONE)
        means = one_of_several(doc, token);
    if (means == NONE && (tag == POS_NOUN || tag == POS_ADJ)) /* "one intern, Faith Wanjiku, 26" */
        means = person_apposed(doc, token);
    if (means == NONE && (tag == POS_NOUN || tag == POS_PROPN) && doc->tokens.time[token] == NONE)
        means = describe(doc, token);
    return means != NONE && doc->entities.items[means].type != DATELINE_EVENT_NAME ? means : NONE;
}

static void add_speaker(document *doc, uint32_t token, index_list *out)
{
    uint32_t means = party_of(doc, token);
    if (means != NONE)
        list_add_described(doc, out, means);
}

/* Whether a cue goes on with the speakers of the statement before it in its sentence: "they" after a list of people;
 * or a subject that can't speak, and that stands where the parser cut the earlier content short. */
static bool goes_on(const document *doc, const found_statement *from, const statement *before)
{
    uint32_t subject = from->subject, means = doc->entity_of[subject];
    if (doc->tokens.sentence[before->cue] != doc->tokens.sentence[from->cue] || before->cue >= subject || !before->speakers.count)
        return false;
    if (token_is(doc, subject, "they"))
        return before->speakers.count > 1 || (means != NONE && is_person(doc, means));
    bool mute = means == NONE && doc->tokens.tag[subject] == POS_NOUN && is_person(doc, before->speakers.items[0]);
    return mute && subject > before->end && subject - before->end <= 3 && token_is(doc, before->end, "and");
}

/* "A, B and C spoke about the crimes against civilians. They stressed": whether "they" are those who spoke last, who are several, rather
 * than a group of which they spoke, or that "they" were taken for before. */
static bool are_last_speakers(const document *doc, const found_statement *from, const statement *before)
{
    const token_table *t = &doc->tokens;
    uint32_t means = doc->entity_of[from->subject], number = t->sentence[from->cue];
    bool next = number == t->sentence[before->cue] + 1 && !doc->sentences.items[number].opens_paragraph && before->record.within == NONE;
    if (!token_is(doc, from->subject, "they") || !next || before->speakers.count < 2 || means == NONE || doc->entities.items[means].named)
        return false;
    for (uint32_t i = 0; i < before->speakers.count; i++)
        if (!is_person(doc, before->speakers.items[i]))
            return false;
    const index_list *sides = &doc->entities.items[means].sides; /* part of a list that the tree has lost the rest of */
    bool among = sides->count > 1;
    for (uint32_t i = 0; among && i < sides->count; i++)
        among = list_holds(&before->speakers, sides->items[i]);
    if (among)
        return true;
    for (uint32_t i = doc->sentences.items[number - 1].first; i < doc->sentences.items[number - 1].end; i++)
        if (doc->entity_of[i] == means && ((i >= before->first && i < before->end) || token_is(doc, i, "they")))
            return true;
    return false;
}

/* "We urge the parties to talk", of who has the floor: the speakers of the statement around it. */
static bool take_who_has_floor(document *doc, const found_statement *from, index_list *out)
{
    const statement *around = is_i_or_we(doc, from->subject) ? quoted_around(doc, from->cue) : NULL;
    for (uint32_t i = 0; around && i < around->speakers.count; i++)
        list_add_once(doc, out, around->speakers.items[i]);
    return around != NULL;
}

/* Whether "the statement" is one that the report has told of. */
static bool is_issued(const document *doc, uint32_t noun)
{
    static const char *const texts[] = {"statement", "communique", "release", "declaration", "letter", "tweet", "post", "message", "note"};
    return LEMMA_AMONG(doc, noun, texts) && is_told_of(doc, noun);
}

static bool is_same_text(const document *doc, uint32_t before, uint32_t noun)
{
    const token_table *t = &doc->tokens;
    return t->tag[before] == POS_NOUN && strcmp(t->lemma[before], t->lemma[noun]) == 0 && is_plural(doc, before) == is_plural(doc, noun);
}

/* "said in a statement", and later "the statement said"; "tweeted", and "the tweet added": what whoever issued it said first; NULL: nobody
 * is known to have. */
static const statement *issued_before(const document *doc, uint32_t noun)
{
    for (uint32_t i = doc->statements.count; i-- > 0;) {
        const statement *s = &doc->statements.items[i];
        bool by_somebody = s->speakers.count && doc->entities.items[s->speakers.items[0]].type != DATELINE_WORK;
        if (s->cue >= noun || !by_somebody || !is_verb(doc, s->cue))
            continue;
        bool of_text = doc->tokens.relation[s->cue] == REL_ACL && is_same_text(doc, doc->tokens.head[s->cue], noun);
        if (of_text || strcmp(doc->tokens.lemma[s->cue], doc->tokens.lemma[noun]) == 0) /* "a statement condemning it" */
            return s;
        for (uint32_t c = first_child(doc, s->cue); c != NONE; c = next_child(doc, c))
            if ((doc->tokens.relation[c] == REL_OBL || doc->tokens.relation[c] == REL_OBJ) && is_same_text(doc, c, noun))
                return s;
    }
    return NULL;
}

/* "The council issued a statement. ... the statement said": the token of whose it is; NONE. */
static uint32_t issuer_before(const document *doc, uint32_t noun)
{
    uint32_t author = NONE;
    for (uint32_t i = noun; i-- > 0 && author == NONE;)
        if (is_same_text(doc, i, noun)) {
            uint32_t preposition = preposition_of(doc, i), over = doc->tokens.head[i];
            bool in = preposition != NONE && token_is(doc, preposition, "in") && over != NONE;
            author = author_of(doc, i);
            if (author == NONE && in && doc->tokens.relation[i] == REL_OBL && !is_passive(doc, over) &&
                word_in(doc, INDEX_CUE, over)) /* "said it in a statement" */
                author = subject_of(doc, over);
            if (author == NONE && in && doc->tokens.relation[i] == REL_NMOD && may_issue(doc, doc->entity_of[over]))
                author = over; /* "The council, in a statement, demanded it" */
        }
    return author;
}

/* "Ana Vega, Communication and Research Officer and activist, said": part of what somebody is, whom the tree sets beside him. */
static bool is_what_he_is(document *doc, uint32_t name, uint32_t beside)
{
    const token_table *t = &doc->tokens;
    uint32_t means = doc->entity_of[name];
    bool named = means != NONE && is_person(doc, means) && doc->entities.items[means].named;
    uint32_t other = named ? party_of(doc, beside) : NONE;
    if (other == NONE || doc->entities.items[other].named || child_by(doc, beside, REL_DET) != NONE)
        return false;
    bool office = word_in(doc, INDEX_OFFICE, beside) && t->capital[beside] && !is_plural(doc, beside);
    return office || (doc->entities.items[other].type == DATELINE_WORK && t->capital[beside]);
}

void find_speakers(document *doc, const found_statement *from, index_list *out)
{
    const token_table *t = &doc->tokens;
    uint32_t subject = from->subject;
    if (subject == NONE || take_who_has_floor(doc, from, out))
        return;
    uint32_t means = doc->entity_of[subject];
    statement *last = doc->statements.count ? &doc->statements.items[doc->statements.count - 1] : NULL;
    if (last && (goes_on(doc, from, last) || are_last_speakers(doc, from, last))) {
        for (uint32_t i = 0; i < last->speakers.count; i++)
            list_add_once(doc, out, last->speakers.items[i]);
        /* what was taken for a subject was said as well */
        if (!token_is(doc, subject, "they")) {
            last->end = t->right[subject] < from->cue ? t->right[subject] + 1 : subject + 1;
            trim_content(doc, &last->first, &last->end);
            last->record.content = tokens_span(doc, last->first, last->end);
        }
        return;
    }
    bool before = subject < from->cue && t->sentence[subject] == t->sentence[from->cue];
    if (before && !is_person(doc, means) && single_out(doc, t->left[subject], from->cue, out))
        return;
    uint32_t people[MOST_SPEAKERS], tokens[MOST_SPEAKERS], first;
    /* verbs that share a subject share its list */
    uint32_t verb = from->cue;
    while (t->relation[verb] == REL_CONJ && t->head[verb] != NONE && t->head[verb] > subject && is_verb(doc, t->head[verb]))
        verb = t->head[verb];
    dateline_entity_type type;
    bool of_thing =
        t->relation[verb] == REL_ACL_RELCL && means == NONE && !type_of_noun(doc, subject, &type); /* "an article, which said" */
    bool own = of_thing || child_word(doc, from->cue, REL_MARK, "with") != NONE;                   /* "quoted A, B and C, with C stating" */
    uint32_t count = before && !own && (means == NONE || is_person(doc, means)) ? listed_people(doc, verb, people, &first) : 0;
    bool holds = means == NONE;
    for (uint32_t i = 0; i < count; i++)
        holds |= people[i] == means;
    if (count >= 2 && holds) {
        for (uint32_t i = 0; i < count; i++)
            list_add_once(doc, out, people[i]);
        return;
    }
    uint32_t author = means == NONE || !doc->entities.items[means].named ? author_of(doc, subject) : NONE;
    bool told = author == NONE && owner_of(doc, subject) == NONE && is_issued(doc, subject);
    const statement *issued = told ? issued_before(doc, subject) : NULL;
    for (uint32_t i = 0; issued && i < issued->speakers.count; i++)
        list_add_once(doc, out, issued->speakers.items[i]);
    if (issued)
        return;
    if (told)
        author = issuer_before(doc, subject);
    count = conjuncts(doc, author == NONE ? subject : author, tokens, MOST_SPEAKERS);
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || (is_nominal(doc, tokens[i]) && !is_what_he_is(doc, tokens[0], tokens[i])))
            add_speaker(doc, tokens[i], out);
}
