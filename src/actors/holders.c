/* Who holds an office: whoever is named beside it, or is its subject. */
#include "actors/office.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

static bool is_joint(const document *doc, uint32_t token)
{
    return token_is(doc, token, ",") || token_is(doc, token, "-") || token_is(doc, token, "–") || token_is(doc, token, "—") ||
           token_is(doc, token, "--") || token_is(doc, token, "(");
}

const mention *person_named_at(const document *doc, uint32_t token)
{
    const mention *name = mention_at(doc, token);
    return name && name->type == DATELINE_PERSON && name->entity != NONE ? name : NULL;
}

const mention *person_from(const document *doc, uint32_t token)
{
    for (phrase h; token < doc->tokens.count && (h = phrase_at(doc, INDEX_HONORIFIC, token)).rows.count && !mention_at(doc, token);)
        token = h.end;
    const mention *name = person_named_at(doc, token);
    return name && name->first == token ? name : NULL;
}

/* The person whose name begins at `token`, behind a rank, ", Col | Ana Vega"; or NULL. */
static const mention *person_with_rank(document *doc, uint32_t token)
{
    phrase rank = phrase_at(doc, INDEX_OFFICE, token);
    bool uniformed = rank.rows.count && is_uniformed(sector_of_title(doc, title_of_row(doc, rank.rows.items[0])));
    return person_from(doc, uniformed ? rank.end : token);
}

static const mention *person_until(const document *doc, uint32_t end)
{
    const mention *name = end > 0 ? person_named_at(doc, end - 1) : NULL;
    return name && name->end == end ? name : NULL;
}

/* "the interim minister of health", of whom the interim health minister is known to be: whether a phrase tells an office that somebody is
 * known to hold, by a part of its title and nothing that is not in it. */
static bool is_told_in(const document *doc, const dateline_office *known, const office_phrase *o)
{
    bool of_another = o->office.of != NONE && o->office.of != known->of; /* "opposition leader", "leader of the United National Party" */
    if (of_another || title_fits(known->title, o->office.title) != 1 || strcmp(known->status, o->office.status) != 0)
        return false;
    for (uint32_t i = o->title_end; i < o->end; i++) {
        bool portfolio = doc->tokens.tag[i] == POS_NOUN || doc->tokens.tag[i] == POS_PROPN;
        if (portfolio && !country_named(doc, i, i + 1) && !strstr(known->title, doc->tokens.lemma[i]))
            return false;
    }
    return true;
}

void hold_office(document *doc, office_phrase *o, const mention *holder, const char *rule)
{
    o->office.reason = (dateline_reason){.rule = rule};
    reason_add(doc, &o->office.reason, "person", tokens_span(doc, holder->first, holder->end));
    reason_add(doc, &o->office.reason, "office", o->office.span);
    rows found = phrase_rows(doc, INDEX_OFFICE, o->noun, o->title_end);
    if (found.count)
        o->office.reason.source = document_row_place(doc, TABLE_OFFICES, found.items[0]);
    entity *e = &doc->entities.items[holder->entity];
    doc->entity_of[o->noun] = holder->entity;
    for (uint32_t i = o->begin; i < o->noun; i++) /* "Deputy Foreign Minister" */
        if (doc->tokens.mention[i] == NONE && word_in(doc, INDEX_OFFICE_MODIFIER, i))
            doc->entity_of[i] = holder->entity;
    for (uint32_t i = o->noun; i < o->end && doc->tokens.tag[i] != POS_ADP; i++)
        if (doc->tokens.mention[i] == NONE)
            doc->entity_of[i] = holder->entity;
    for (uint32_t i = o->title_end; i < o->end && o->end <= holder->first; i++) { /* "Director Liberation Cell Raja Khan": its head is he */
        uint32_t head = doc->tokens.head[i];
        bool top = doc->tokens.mention[i] != NONE && (head == NONE || head < o->begin || head >= holder->end);
        if (top && mention_at(doc, i)->type == DATELINE_ORGANIZATION)
            doc->entity_of[i] = holder->entity;
    }
    for (uint32_t i = 0; i < e->offices.count; i++)
        if (strcmp(e->offices.items[i].title, o->office.title) == 0 || is_told_in(doc, &e->offices.items[i], o)) {
            dateline_office *known = &e->offices.items[i]; /* told again: take what is new */
            if (known->of == NONE && !known->of_country) {
                known->of = o->office.of;
                known->of_country = o->office.of_country;
            }
            return;
        }
    *list_add(&doc->memory, &e->offices) = o->office;
}

/* "the head of the agency in Sudan, Ana Vega": the token after where an office is held, if a comma stands there; else `end`. */
static uint32_t after_whereabouts(const document *doc, uint32_t end)
{
    uint32_t place = end + 1 + token_is(doc, end + 1, "the");
    const mention *name = token_is(doc, end, "in") || token_is(doc, end, "for") || token_is(doc, end, "to") ? mention_at(doc, place) : NULL;
    bool region = name && name->type == DATELINE_PLACE && name->first == place && token_is(doc, name->end, ",");
    return region ? name->end : end;
}

uint32_t head_of_title(const document *doc, const office_phrase *o)
{
    const token_table *t = &doc->tokens;
    uint32_t head = o->noun;
    for (uint32_t i = o->noun; i < o->end && t->tag[i] != POS_ADP; i++)
        if (t->tag[i] == POS_NOUN || t->tag[i] == POS_PROPN)
            head = i;
    return head;
}

/* "the secretary general of CEI (Italian Episcopal Conference), Nunzio Galantino": the token after what stands in brackets; else `end`. */
static uint32_t after_brackets(const document *doc, uint32_t end)
{
    enum { LONGEST = 10 };
    if (!token_is(doc, end, "("))
        return end;
    for (uint32_t i = end + 1; i < doc->tokens.count && i < end + LONGEST && doc->tokens.break_before[i] == BREAK_NONE; i++)
        if (token_is(doc, i, ")"))
            return i + 1;
    return end;
}

/* Whether one word hangs on another, by however many steps. */
static bool hangs_on(const document *doc, uint32_t token, uint32_t on)
{
    return token >= doc->tokens.left[on] && token <= doc->tokens.right[on];
}

/* Whether nothing but words in small letters stands between a title and the verb that it is the subject of: "..., the ambassador said". */
static bool leads_to_verb(const document *doc, uint32_t title)
{
    uint32_t verb = doc->tokens.head[title];
    for (uint32_t i = title + 1; i < verb; i++)
        if (token_is(doc, i, ",") || doc->tokens.capital[i])
            return false;
    return verb > title && is_finite(doc, verb);
}

/* Whether the tree has a name and a title beside a comma in two places: "to speak with his mother, Montalvo was put through", "according to
 * Rathbun, a detective was provided", "after meeting Vega, the envoy left". */
static bool stand_apart(const document *doc, const mention *named, uint32_t title)
{
    uint32_t name = named->head;
    if (hangs_on(doc, name, title) || hangs_on(doc, title, name))
        return false;
    bool opens = is_subject(doc, name) && name > title && child_by(doc, title, REL_CASE) != NONE && !token_is(doc, named->end, ",");
    bool closes =
        is_subject(doc, title) && title > name &&
        (child_by(doc, name, REL_CASE) != NONE || (leads_to_verb(doc, title) && doc->tokens.head[name] != doc->tokens.head[title]));
    return opens || closes;
}

/* Whether an office that stands before a name was given to the person already. */
static bool has_office_before(const document *doc, const mention *name)
{
    const entity *e = &doc->entities.items[name->entity];
    uint32_t begin = doc->tokens.where[name->first].begin;
    for (uint32_t i = 0; i < e->offices.count; i++)
        if (e->offices.items[i].span.end + 1 == begin || e->offices.items[i].span.end + 2 == begin) /* "the mayor, Ana Vega" */
            return true;
    return false;
}

bool is_of_next(const document *doc, const office_list *all, uint32_t first, uint32_t last)
{
    uint32_t begin = all->items[first].begin, end = all->items[last].begin;
    const mention *before = begin > 1 && token_is(doc, begin - 1, ",") ? person_named_at(doc, begin - 2) : NULL;
    bool told = before && (all->items[first].definite || !has_office_before(doc, before));
    return last > first && told && token_is(doc, end - 1, "and") && person_from(doc, all->items[last].end);
}

/* "Belkacem, 62, a former judge": the comma before an age, or the one that was given. */
static uint32_t before_age(const document *doc, uint32_t comma)
{
    bool age =
        comma > 2 && doc->tokens.tag[comma - 1] == POS_NUM && token_text(doc, comma - 1).length == 2 && token_is(doc, comma - 2, ",");
    return age ? comma - 2 : comma;
}

/* "A lawyer for the fishermen, Teresa Magno,": the person whom the tree has beside a title, behind a comma; or NULL. */
static const mention *apposed_person(const document *doc, uint32_t title)
{
    for (uint32_t c = first_child(doc, title); c != NONE; c = next_child(doc, c)) {
        const mention *name = doc->tokens.relation[c] == REL_APPOS && c > title ? person_named_at(doc, c) : NULL;
        if (name && name->first > 0 && token_is(doc, name->first - 1, ","))
            return name;
    }
    return NULL;
}

/* "Chairman | , Suru Council, Mohammed Lawal": who is named behind the body that an office is of, between commas; NULL. */
static const mention *named_behind_body(document *doc, dateline_office *office, uint32_t end)
{
    const mention *body = token_is(doc, end, ",") ? mention_at(doc, end + 1) : NULL;
    bool whole = body && body->type == DATELINE_ORGANIZATION && body->entity != NONE && body->first == end + 1;
    const mention *name = whole && token_is(doc, body->end, ",") ? person_from(doc, body->end + 1) : NULL;
    if (name)
        set_of(doc, office, body->entity);
    return name;
}

bool attach(document *doc, office_list *all, uint32_t first, uint32_t last)
{
    uint32_t begin = all->items[first].begin, end = after_brackets(doc, after_whereabouts(doc, all->items[last].end));
    if (begin > 1 && phrase_at(doc, INDEX_HONORIFIC, begin - 1).end == begin) /* "John Barla, Hon'ble Minister" */
        begin--;
    bool letters = begin > 1 && all->items[last].end == begin + 1 && in_capitals(doc, begin, 2); /* "Anna Kowalska MP" */
    const mention *before = begin > 1 && is_joint(doc, begin - 1) ? person_until(doc, before_age(doc, begin - 1)) : NULL;
    if (!before && letters)
        before = person_until(doc, begin);
    bool owns = all->items[last].end == all->items[last].title_end && is_genitive(doc, all->items[last].end);
    if (owns) /* "Simon Adams, the Secretary-General's Special Adviser Adama Dieng" */
        before = NULL;
    const mention *after = person_from(doc, end), *next = token_is(doc, end, ",") ? person_with_rank(doc, end + 1) : NULL;
    const char *rule = "office:before-name";
    if (before && next &&
        has_office_before(doc, before)) /* "Chairperson Moussa Faki, Rwanda's envoy to the AU, Hope Gasatura, ...": a list */
        before = NULL;
    if (!after && !before && !next)
        next = named_behind_body(doc, &all->items[last].office, end);
    if (!after && !before && !next)
        next = apposed_person(doc, head_of_title(doc, &all->items[last]));
    if (!after && !before && (after = next))
        rule = "office:before-name-and-comma";
    if (!after && before) {
        after = before;
        rule = "office:after-name";
    }
    bool comma = after && (after == before || after == next);
    if (!after || (comma && stand_apart(doc, after, head_of_title(doc, &all->items[last]))))
        return false;
    for (uint32_t i = first; i <= last; i++) {
        if (after != before)
            read_owner_after_name(doc, &all->items[i], after->end);
        hold_office(doc, &all->items[i], after, rule);
    }
    return true;
}

/* The person who is the subject of a clause; through "who" the one that it describes. NULL: nobody by name. */
static const mention *person_of(const document *doc, uint32_t clause)
{
    uint32_t subject = child_by(doc, clause, REL_NSUBJ);
    bool relative = subject == NONE || token_is(doc, subject, "who") || token_is(doc, subject, "that");
    if (relative && doc->tokens.relation[clause] == REL_ACL_RELCL)
        subject = doc->tokens.head[clause];
    return subject == NONE ? NULL : person_named_at(doc, subject);
}

/* "X is the chairman of Y", "X, who is now the chairman of Y". */
static bool attach_copula(document *doc, office_phrase *o)
{
    uint32_t head = o->noun;
    for (uint32_t i = o->noun; i < o->end; i++)
        if (child_by(doc, i, REL_COP) != NONE)
            head = i;
    uint32_t copula = child_by(doc, head, REL_COP);
    const mention *name = copula == NONE || child_by(doc, head, REL_NSUBJ) == NONE || is_negated(doc, head) ? NULL : person_of(doc, head);
    if (!name)
        return false;
    if (token_is(doc, copula, "was") || token_is(doc, copula, "were") || child_word(doc, head, REL_AUX, "had") != NONE)
        o->office.status = "former";
    hold_office(doc, o, name, "office:copula");
    return true;
}

/* Whether a verb tells what is over: "served", "was serving", but not "has served". */
static bool is_over(const document *doc, uint32_t verb)
{
    for (uint32_t c = first_child(doc, verb); c != NONE; c = next_child(doc, c))
        if (token_is(doc, c, "has") || token_is(doc, c, "have"))
            return false;
    return strcmp(doc->tokens.english_tag[verb], "VBD") == 0;
}

/* "X, who served as prime minister until 2019", "X, in her capacity as envoy". */
static bool attach_service(document *doc, office_phrase *o)
{
    uint32_t before = o->begin;
    while (before > 0 && doc->tokens.tag[before - 1] == POS_DET)
        before--;
    if (before < 2 || !token_is(doc, before - 1, "as"))
        return false;
    uint32_t verb = before - 2;
    while (verb > 0 && verb + 6 > before && !is_verb(doc, verb) && !token_is(doc, verb, "capacity"))
        verb--;
    const mention *name = NULL;
    if (token_is(doc, verb, "capacity")) {
        for (uint32_t at = verb; at > 0 && verb - at < 5 && !name; at--) /* ", in his capacity" */
            name = is_joint(doc, at) ? person_until(doc, at) : NULL;
    } else if (lemma_is(doc, verb, "serve") || lemma_is(doc, verb, "work") || lemma_is(doc, verb, "act")) {
        name = person_of(doc, verb);
        if (is_over(doc, verb))
            o->office.status = "former";
    }
    if (name)
        hold_office(doc, o, name, "office:served-as");
    return name != NULL;
}

/* "was appointed ambassador to Italy", "appointed Rashid Aliyev ambassador", "was sworn in as president": whom a verb gives an office. */
static bool attach_appointment(document *doc, office_phrase *o)
{
    static const char *const giving[] = {"appoint", "name",      "elect",    "nominate", "swear",     "confirm",
                                         "install", "reappoint", "re-elect", "reelect",  "inaugurate"};
    const token_table *t = &doc->tokens;
    uint32_t first = o->begin;
    first -= first > 0 && token_is(doc, first - 1, "as");
    sentence s = sentence_of(doc, o->noun);
    enum { FARTHEST = 6 };
    for (uint32_t verb = first; verb-- > s.first && first - verb < FARTHEST;) {
        if (!is_verb(doc, verb) || !LEMMA_AMONG(doc, verb, giving))
            continue;
        uint32_t whom = child_by(doc, verb, REL_NSUBJ_PASS);
        bool relative = whom != NONE && (token_is(doc, whom, "who") || token_is(doc, whom, "that"));
        if ((whom == NONE || relative) && (t->relation[verb] == REL_ACL_RELCL || t->relation[verb] == REL_ACL))
            whom = t->head[verb];
        if (whom == NONE)
            whom = child_by(doc, verb, REL_OBJ);
        const mention *name = whom == NONE ? NULL : person_named_at(doc, whom);
        if (!name || is_negated(doc, verb))
            return false;
        hold_office(doc, o, name, "office:appointed");
        return true;
    }
    return false;
}

bool attach_by_verb(document *doc, office_phrase *o)
{
    return attach_copula(doc, o) || attach_service(doc, o) || attach_appointment(doc, o);
}

/* The body that a noun names or describes, "the UN office in Kabul", and the token after it; NONE: it is none. */
static uint32_t body_at(document *doc, uint32_t noun, uint32_t *end)
{
    const mention *name = mention_at(doc, noun);
    if (name) {
        *end = name->end;
        return name->type == DATELINE_ORGANIZATION ? name->entity : NONE;
    }
    static const char *const led[] = {"delegation", "mission", "team", "campaign", "inquiry"}; /* bodies of a day */
    uint32_t first, means = doc->entity_of[noun];
    if (!body_rows(doc, noun).count && !LEMMA_AMONG(doc, noun, led))
        return NONE;
    noun_phrase(doc, noun, &first, end);
    return means != NONE ? means : described_entity(doc, first, *end, noun, DATELINE_ORGANIZATION);
}

void find_offices_of_verbs(document *doc)
{
    for (uint32_t verb = 0; verb < doc->tokens.count; verb++) {
        rows found = is_verb(doc, verb) ? phrase_rows_by_lemma(doc, INDEX_OFFICE_VERB, verb, verb + 1) : (rows){NULL, 0};
        uint32_t object = found.count ? child_by(doc, verb, REL_OBJ) : NONE;
        const mention *name = object == NONE || is_negated(doc, verb) ? NULL : person_of(doc, verb);
        uint32_t end = object, body = name ? body_at(doc, object, &end) : NONE;
        if (body == NONE || token_is(doc, end, "that") ||
            (token_is(doc, end, "to") && is_verb(doc, end + 1))) /* "directed the company to pay" */
            continue;
        office_phrase one = {.begin = verb, .end = end, .noun = verb, .title_end = verb + 1};
        one.office = (dateline_office){.title = lexicon_text(doc->lexicon, TABLE_OFFICE_VERBS, found.items[0], OFFICE_VERB_TITLE),
                                       .of = body,
                                       .to = NONE,
                                       .status = is_over(doc, verb) ? "former" : "current",
                                       .span = tokens_span(doc, verb, end)};
        hold_office(doc, &one, name, "office:verb");
    }
}
