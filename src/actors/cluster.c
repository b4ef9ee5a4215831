/* Names that mean the same are one entity: full names and surnames, bodies and their acronyms. */
#include "actors/parts.h"
#include "actors/same_names.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

/* "Youth Advocacy Network (YAN)": the mention in the brackets right after a name, or NONE. */
static uint32_t bracketed(const document *doc, const mention *name)
{
    if (!token_is(doc, name->end, "("))
        return NONE;
    uint32_t inside = name->end + 1 < doc->tokens.count ? doc->tokens.mention[name->end + 1] : NONE;
    if (inside == NONE)
        return NONE;
    const mention *brief = &doc->mentions.items[inside];
    return token_is(doc, brief->end, ")") && is_shouted(doc, brief) && brief->type != DATELINE_PLACE ? inside : NONE;
}

static void give(document *doc, uint32_t number, uint32_t to)
{
    mention *name = &doc->mentions.items[number];
    entity *e = &doc->entities.items[to];
    name->entity = to;
    e->named = true;
    if (e->head == NONE)
        e->head = name->head;
    span where = tokens_span(doc, name->first, name->end);
    *list_add(&doc->memory, &e->mentions) = where;
    for (uint32_t i = name->first; i < name->end; i++)
        if (doc->tokens.mention[i] == number)
            doc->entity_of[i] = to;
    doc->entity_of[name->head] = to;
    bool titled = name->first > 0 && e->type == DATELINE_PERSON && word_in(doc, INDEX_HONORIFIC, name->first - 1);
    bool under = name->type == DATELINE_PERSON && doc->tokens.relation[name->head] == REL_FLAT &&
                 doc->tokens.head[name->head] + 1 == name->first;     /* "activist Eddie Chu" */
    if ((titled || under) && doc->entity_of[name->first - 1] == NONE) /* "Ms" of "Ms Bello", where the parser takes it for the head */
        doc->entity_of[name->first - 1] = to;
    const char *written = document_string(doc, where);
    /* The fullest form is the name; of a person that is the longest, of a body the first, or the first that tells more than what it is. */
    const char *other = written;
    size_t known = strlen(e->name);
    bool tells_whose = e->type == DATELINE_ORGANIZATION && !strchr(e->name, ' ') && strncmp(written, e->name, known) == 0 &&
                       strncmp(written + known, " of ", 4) == 0;
    if (tells_whose || (e->type == DATELINE_PERSON && strlen(written) > known)) { /* "Embassy", and then "Embassy of Bangladesh" */
        other = e->name;
        e->name = written;
    }
    document_add_alias(doc, e, other);
}

/* Names farther back than these are not compared: reports have fewer, and what has more is a list, in which nobody is meant again. */
static uint32_t first_compared(uint32_t number)
{
    enum { FARTHEST = 1500 };
    return number > FARTHEST ? number - FARTHEST : 0;
}

/* "Gary Chan" is not the Chan who was called Raymond before. */
static bool contradicts(const document *doc, const name_list *all, uint32_t number, uint32_t of)
{
    bool full = doc->mentions.items[number].type == DATELINE_PERSON && all->items[number].count > 1;
    for (uint32_t m = first_compared(number); full && m < number; m++)
        if (doc->mentions.items[m].entity == of && all->items[m].count > 1 && !mean_same(doc, all, m, number))
            return true;
    return false;
}

/* "the son of Patrice Lumumba": named to tell who somebody else is. */
static bool is_of_kin(const document *doc, const mention *name)
{
    uint32_t noun = doc->tokens.head[name->head];
    bool of = name->type == DATELINE_PERSON && noun != NONE &&
              (doc->tokens.relation[name->head] == REL_NMOD || doc->tokens.relation[name->head] == REL_NMOD_POSS);
    return of && word_in(doc, INDEX_GENDERED_NOUN, noun);
}

/* Word for word: whoever bears two names is called by the second as well. */
static bool written_alike(const document *doc, const mention *a, const mention *b)
{
    bool alike = a->end - a->first == b->end - b->first;
    for (uint32_t i = 0; alike && i < a->end - a->first; i++)
        alike = slice_equal(doc->tokens.lower[a->first + i], doc->tokens.lower[b->first + i]);
    return alike;
}

/* The entity of an earlier name that means the same, or NONE. The latest comes first: of two people with one surname
 * it is the one who was named last. */
static uint32_t earlier(const document *doc, const name_list *all, uint32_t number)
{
    const mention *name = &doc->mentions.items[number];
    uint32_t relative = NONE;
    for (uint32_t m = number; m-- > first_compared(number);) {
        const mention *before = &doc->mentions.items[m];
        if (before->type != name->type || before->entity == NONE || !mean_same(doc, all, m, number) ||
            (contradicts(doc, all, number, before->entity) && !written_alike(doc, before, name)))
            continue;
        if (all->items[number].count > 1 || !is_of_kin(doc, before))
            return before->entity;
        relative = relative == NONE ? before->entity : relative;
    }
    return relative;
}

/* "Ahmed Saleen", after "Ahmed Saleem": full names alike but for a letter of one of their words, of the given name only one left out. */
static bool are_nearly_same(const name_words *a, const name_words *b)
{
    uint32_t differ = 0;
    for (uint32_t i = 0; a->count == b->count && i < a->count; i++) {
        if (slice_equal(a->words[i], b->words[i]))
            continue;
        differ++;
        if (!lacks_letter(a->words[i], b->words[i]) && (i == 0 || !has_other_letter(a->words[i], b->words[i])))
            return false;
    }
    return differ == 1 && a->count > 1;
}

/* A surname alone that nobody has, but somebody who was named in full before has but for a letter, or a full name so; NONE. */
static uint32_t misspelt(const document *doc, const name_list *all, uint32_t number)
{
    const mention *name = &doc->mentions.items[number];
    bool alone = name->type == DATELINE_PERSON && all->items[number].count == 1 &&
                 !phrase_rows(doc, INDEX_GIVEN_NAME, name->first, name->first + 1).count;
    bool in_full = name->type == DATELINE_PERSON && all->items[number].count > 1;
    for (uint32_t m = number; (alone || in_full) && m-- > first_compared(number);) {
        const mention *before = &doc->mentions.items[m];
        const name_words *full = &all->items[m];
        if (before->type != DATELINE_PERSON || before->entity == NONE || full->count < 2)
            continue;
        if (alone ? lacks_letter(all->items[number].words[0], full->words[full->count - 1]) : are_nearly_same(full, &all->items[number]))
            return before->entity;
    }
    return NONE;
}

/* "the Regional Center of the Youth Forum": the body named inside is the parent. */
static void find_parent(document *doc, name_list *all, uint32_t number)
{
    const mention name = doc->mentions.items[number];
    for (uint32_t i = name.first + 1; i + 1 < name.end; i++) {
        if (!token_is(doc, i, "of"))
            continue;
        uint32_t first = i + 1 + token_is(doc, i + 1, "the");
        uint32_t noun = first + 1; /* "Trade" of "Trade of the Harbour Union": no body */
        while (noun < name.end && !token_is(doc, noun, "of"))
            noun++;
        bool body = heads_name_of(doc, noun - 1, DATELINE_ORGANIZATION) && !phrase_rows(doc, INDEX_COUNTRY, first, name.end).count;
        bool listed = phrase_rows(doc, INDEX_ORGANIZATION, first, name.end).count > 0;
        if (!listed && (!body || name.end - first < 2))
            continue;
        *list_add(&doc->memory, &doc->mentions) = (mention){first, name.end, name.end - 1, DATELINE_ORGANIZATION, NONE, true};
        read_names(doc, all);
        uint32_t inner = doc->mentions.count - 1, parent = earlier(doc, all, inner);
        if (parent == NONE)
            parent = document_add_entity(doc, DATELINE_ORGANIZATION, document_string(doc, tokens_span(doc, first, name.end)));
        uint32_t whole = name.entity;
        if (parent == whole)
            return;
        give(doc, inner, parent);
        for (uint32_t k = first; k < name.end; k++)
            doc->entity_of[k] = whole;
        doc->entities.items[whole].parent = parent;
        return;
    }
}

/* "YAN" was introduced as a body's acronym: it is that body, whatever the tagger takes it for later. */
static uint32_t body_with_alias(const document *doc, const mention *name)
{
    if (name->end - name->first != 1 || !is_shouted(doc, name))
        return NONE;
    slice word = token_text(doc, name->first);
    for (uint32_t i = 0; i < doc->entities.count; i++)
        for (uint32_t k = 0; k < doc->entities.items[i].aliases.count; k++)
            if (slice_is(word, doc->entities.items[i].aliases.items[k]) && doc->entities.items[i].type == DATELINE_ORGANIZATION)
                return i;
    return NONE;
}

/* "NSW" where New South Wales is named: the place whose words begin with the letters of an acronym that nobody bears, or NONE. "NZ $ 26"
 * is money. */
static uint32_t place_by_initials(const document *doc, const mention *name)
{
    bool brief = name->end - name->first == 1 && name->type == DATELINE_ORGANIZATION && may_be_acronym(doc, name) &&
                 (name->end == doc->tokens.count || doc->tokens.tag[name->end] != POS_SYM);
    slice letters = token_text(doc, name->first);
    for (uint32_t i = 0; brief && i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        if (e->type != DATELINE_PLACE)
            continue;
        uint32_t met = 0;
        bool all = true, opens = true; /* `opens`: a word begins here */
        for (const char *at = e->name; *at && all; at++) {
            all = !opens || (met < letters.length && *at == letters.bytes[met]);
            met += opens;
            opens = *at == ' ';
        }
        if (all && met == letters.length && met > 1)
            return i;
    }
    return NONE;
}

/* Who is meant by an acronym, or NONE; the name becomes one of its type. */
static uint32_t known_by_letters(const document *doc, mention *name)
{
    uint32_t body = body_with_alias(doc, name), place = body == NONE ? place_by_initials(doc, name) : NONE;
    if (body != NONE)
        name->type = DATELINE_ORGANIZATION;
    if (place != NONE)
        name->type = DATELINE_PLACE;
    return body != NONE ? body : place;
}

/* "Wang", taken for a body: the first or last word of the name of somebody who was named in full before, unless a body is known by it. */
static bool is_part_of_person(const document *doc, const name_list *all, uint32_t number)
{
    const mention *name = &doc->mentions.items[number];
    bool single = name->type == DATELINE_ORGANIZATION && all->items[number].count == 1 && !is_shouted(doc, name) &&
                  !phrase_rows(doc, INDEX_ORGANIZATION, name->first, name->end).count &&
                  !phrase_rows(doc, INDEX_OUTLET, name->first, name->end).count;
    for (uint32_t m = number; single && m-- > first_compared(number);) {
        const name_words *full = &all->items[m];
        slice word = all->items[number].words[0];
        if (doc->mentions.items[m].type == DATELINE_PERSON && full->count > 1 &&
            (slice_equal(word, full->words[0]) || slice_equal(word, full->words[full->count - 1])))
            return true;
    }
    return false;
}

/* "Guo Meiling, a singer better known as | Guo Meimei": who bears this name too, named before in the sentence; NONE. */
static uint32_t also_called(const document *doc, uint32_t m)
{
    enum { FARTHEST = 14 };
    static const char *const signs[] = {"alias", "aka", "a.k.a."};
    const mention *name = &doc->mentions.items[m];
    uint32_t before = name->first;
    bool called =
        before > 2 && ((token_is(doc, before - 1, "as") && token_is(doc, before - 2, "known")) || TOKEN_AMONG(doc, before - 1, signs));
    for (uint32_t i = m; called && i-- > 0;) {
        const mention *other = &doc->mentions.items[i];
        if (doc->tokens.sentence[other->first] != doc->tokens.sentence[before] || before - other->end > FARTHEST)
            return NONE;
        if (other->type == name->type && other->entity != NONE)
            return other->entity;
    }
    return NONE;
}

void cluster_names(document *doc)
{
    name_list all = {0};
    read_names(doc, &all);
    for (uint32_t m = 0, count = all.count; m < count; m++) {
        mention *name = &doc->mentions.items[m];
        if (name->entity != NONE || name->type == DATELINE_PLACE)
            continue;
        uint32_t to = known_by_letters(doc, name);
        if (to == NONE && is_part_of_person(doc, &all, m))
            name->type = DATELINE_PERSON;
        if (to == NONE)
            to = also_called(doc, m);
        if (to == NONE)
            to = earlier(doc, &all, m);
        if (to == NONE)
            to = misspelt(doc, &all, m);
        if (to == NONE)
            to = document_add_entity(doc, name->type, document_string(doc, tokens_span(doc, name->first, name->end)));
        give(doc, m, to);
        uint32_t brief = bracketed(doc, &doc->mentions.items[m]);
        if (brief != NONE && doc->mentions.items[brief].entity == NONE) {
            doc->mentions.items[brief].type = doc->mentions.items[m].type;
            give(doc, brief, to);
        }
        if (doc->mentions.items[m].type == DATELINE_ORGANIZATION)
            find_parent(doc, &all, m);
    }
}
