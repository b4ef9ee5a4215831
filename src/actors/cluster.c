/* Names that mean the same are one entity: full names and surnames, bodies and their acronyms. */
#include "actors/parts.h"

#include "base/utf8.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

enum { MOST_WORDS = 16 };

/* The words of a name, in lower case, without articles, prepositions and particles ("al", "bin"). */
typedef struct name_words {
    slice words[MOST_WORDS];
    uint32_t count;
    uint32_t body; /* row of organizations.tsv that has the name, or NONE */
} name_words;

static bool is_small_word(slice word)
{
    static const char *const small[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "the", "of", "and", "for", "a", "an",
                                        "in", "on",           "to",           "-",   ".",  ",",   "'s",  "&", "’s"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (slice_is(word, small[i]))
            return true;
    return false;
}

static name_words words_of(const document *doc, const mention *name)
{
    rows body = phrase_rows(doc, INDEX_ORGANIZATION, name->first, name->end);
    name_words out = {.count = 0, .body = body.count ? body.items[0] : NONE};
    for (uint32_t i = name->first; i < name->end && out.count < MOST_WORDS; i++) {
        bool given = i == name->first && doc->tokens.capital[i] && phrase_rows(doc, INDEX_GIVEN_NAME, i, i + 1).count; /* "Ben Chan" */
        if (!is_small_word(doc->tokens.lower[i]) && (given || !phrase_rows(doc, INDEX_NAME_PARTICLE, i, i + 1).count))
            out.words[out.count++] = doc->tokens.lower[i];
    }
    return out;
}

/* "Chrysler Corp." is Chrysler, "Baltic Steel Group" Baltic Steel: without what tells only that it is a company. */
static name_words without_form(name_words name)
{
    static const char *const forms[] = {"inc", "inc.", "corp", "corp.", "co",   "co.",  "ltd",     "ltd.",        "plc",   "llc",
                                        "ag",  "sa",   "s.a.", "nv",    "n.v.", "gmbh", "company", "corporation", "group", "holdings"};
    for (size_t i = 0; name.count > 1 && i < sizeof forms / sizeof *forms; i++)
        if (slice_is(name.words[name.count - 1], forms[i])) {
            name.count--;
            i = 0; /* "Group Ltd." */
        }
    return name;
}

/* "the House" of the House of Representatives, "the Ministry" of the Ministry of Health: the noun before "of". */
static bool is_noun_of(const document *doc, const mention *brief, const mention *full)
{
    uint32_t noun = brief->end - 1;
    return brief->end - brief->first == 1 && full->end - full->first > 2 && token_is(doc, full->first + 1, "of") && noun > 0 &&
           token_is(doc, noun - 1, "the") && slice_equal(doc->tokens.lower[noun], doc->tokens.lower[full->first]);
}

/* "Dayspirng": the same letters, two neighbours of them exchanged. */
static bool is_transposed(slice a, slice b)
{
    enum { SHORTEST = 5 };
    uint32_t at = 0;
    if (a.length != b.length || a.length < SHORTEST)
        return false;
    while (at < a.length && a.bytes[at] == b.bytes[at])
        at++;
    return at + 1 < a.length && a.bytes[at] == b.bytes[at + 1] && a.bytes[at + 1] == b.bytes[at] &&
           memcmp(a.bytes + at + 2, b.bytes + at + 2, a.length - at - 2) == 0;
}

/* "Mauer" of K.C. Maurer: one letter more or less. */
static bool lacks_letter(slice a, slice b)
{
    enum { SHORTEST = 5 };
    slice brief = a.length < b.length ? a : b, full = a.length < b.length ? b : a;
    uint32_t at = 0;
    if (brief.length + 1 != full.length || brief.length < SHORTEST)
        return false;
    while (at < brief.length && brief.bytes[at] == full.bytes[at])
        at++;
    return at > 0 && memcmp(brief.bytes + at, full.bytes + at + 1, brief.length - at) == 0;
}

static bool same_words(const name_words *a, const name_words *b)
{
    bool same = a->count == b->count && a->count > 0;
    for (uint32_t i = 0; same && i < a->count; i++)
        same = slice_equal(a->words[i], b->words[i]) || is_transposed(a->words[i], b->words[i]);
    return same;
}

/* "the tragedy of Khojaly", "the Khojaly tragedy"; "Embassy of Togo", "Togo Embassy" */
static bool same_set(const name_words *a, const name_words *b)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            found += slice_equal(a->words[i], b->words[k]);
    return a->count == b->count && found == a->count && found > 0;
}

/* "King Salman": who reigns is called by the given name. */
static bool is_royal(const document *doc, const mention *name)
{
    static const char *const titles[] = {"king", "queen", "prince", "princess", "emperor", "empress", "sultan", "emir", "pope", "tsar"};
    return name->end - name->first == 1 && name->first > 0 && TOKEN_AMONG(doc, name->first - 1, titles);
}

/* A surname or given name alone, or another of several, "Faki" of Moussa Faki Mahamat; of the royal the given name alone. */
static bool is_called(slice word, const name_words *full, bool royal)
{
    uint32_t end = royal && full->count > 1 ? 1 : full->count;
    for (uint32_t i = 0; i < end; i++)
        if (slice_equal(word, full->words[i]))
            return true;
    return false;
}

/* Whether the words of a name are the first or the last ones of a longer name. */
static bool begins_or_ends(const name_words *brief, const name_words *full)
{
    bool begins = true, ends = true;
    for (uint32_t i = 0; i < brief->count; i++) {
        begins = begins && slice_equal(brief->words[i], full->words[i]);
        ends = ends && slice_equal(brief->words[i], full->words[full->count - brief->count + i]);
    }
    return begins || ends;
}

/* One word of the name, its first or last words, or the same first letter and surname. */
static bool same_person(const name_words *a, const name_words *b, bool royal)
{
    if (!a->count || !b->count)
        return false;
    const name_words *brief = a->count <= b->count ? a : b, *full = brief == a ? b : a;
    if (brief->count == 1)
        return is_called(brief->words[0], full, royal);
    if (begins_or_ends(brief, full)) /* "Deve Gowda" of H.D. Deve Gowda */
        return true;
    bool same_surname = slice_equal(brief->words[brief->count - 1], full->words[full->count - 1]);
    return same_surname && brief->words[0].bytes[0] == full->words[0].bytes[0];
}

/* "YAN" for "Youth Advocacy Network": the first letters of the last words. */
static bool is_acronym_of(const name_words *brief, const name_words *full)
{
    if (brief->count != 1 || full->count < 2)
        return false;
    slice letters = brief->words[0];
    char plain[MOST_WORDS + 1];
    uint32_t length = 0;
    for (uint32_t i = 0; i < letters.length && length < MOST_WORDS; i++)
        if (letters.bytes[i] != '.')
            plain[length++] = letters.bytes[i];
    if (length < 2 || length > full->count)
        return false;
    for (uint32_t i = 0; i < length; i++)
        if (full->words[full->count - length + i].bytes[0] != plain[i])
            return false;
    return true;
}

static bool is_shouted(const document *doc, const mention *name)
{
    slice word = token_text(doc, name->first);
    uint32_t place = 0, capitals = 0;
    while (place < word.length)
        capitals += utf8_is_upper(utf8_next(word.bytes, &place));
    return name->end > name->first && capitals >= 2 && capitals * 2 >= word.length;
}

/* The words of each mention: they are compared often, and read once. */
typedef LIST(name_words) name_list;

static void read_names(document *doc, name_list *all)
{
    for (uint32_t m = all->count; m < doc->mentions.count; m++)
        *list_add(&doc->memory, all) = words_of(doc, &doc->mentions.items[m]);
}

/* "UN" is no University of Nairobi: what the lexicon knows by its letters stands for nothing else. */
static bool may_be_acronym(const document *doc, const mention *name)
{
    return is_shouted(doc, name) && !phrase_rows(doc, INDEX_ORGANIZATION, name->first, name->end).count;
}

/* Two bodies, by their words without "Inc.": in another order, by the noun before "of", by the acronym. */
static bool same_body(const document *doc, const mention *a, const mention *b, name_words x, name_words y)
{
    return same_words(&x, &y) || same_set(&x, &y) || is_noun_of(doc, a, b) || is_noun_of(doc, b, a) ||
           (may_be_acronym(doc, a) && is_acronym_of(&x, &y)) || (may_be_acronym(doc, b) && is_acronym_of(&y, &x));
}

static bool mean_same(const document *doc, const name_list *all, uint32_t one, uint32_t other)
{
    const mention *a = &doc->mentions.items[one], *b = &doc->mentions.items[other];
    const name_words *x = &all->items[one], *y = &all->items[other];
    if (same_words(x, y))
        return true;
    switch (a->type) {
    case DATELINE_PERSON:
        return same_person(x, y, is_royal(doc, a) || is_royal(doc, b));
    case DATELINE_ORGANIZATION:
        return (x->body != NONE && x->body == y->body) || same_body(doc, a, b, without_form(*x), without_form(*y));
    case DATELINE_EVENT_NAME:
        return same_set(x, y);
    default:
        return false;
    }
}

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
    /* The fullest form is the name; of a person that is the longest, of a body the first. */
    const char *other = written;
    if (e->type == DATELINE_PERSON && strlen(written) > strlen(e->name)) {
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

/* The entity of an earlier name that means the same, or NONE. The latest comes first: of two people with one surname
 * it is the one who was named last. */
static uint32_t earlier(const document *doc, const name_list *all, uint32_t number)
{
    const mention *name = &doc->mentions.items[number];
    uint32_t relative = NONE;
    for (uint32_t m = number; m-- > first_compared(number);) {
        const mention *before = &doc->mentions.items[m];
        if (before->type != name->type || before->entity == NONE || !mean_same(doc, all, m, number) ||
            contradicts(doc, all, number, before->entity))
            continue;
        if (all->items[number].count > 1 || !is_of_kin(doc, before))
            return before->entity;
        relative = relative == NONE ? before->entity : relative;
    }
    return relative;
}

/* A surname alone that nobody has, but somebody who was named in full before has but for a letter; NONE. */
static uint32_t misspelt(const document *doc, const name_list *all, uint32_t number)
{
    const mention *name = &doc->mentions.items[number];
    bool alone = name->type == DATELINE_PERSON && all->items[number].count == 1 &&
                 !phrase_rows(doc, INDEX_GIVEN_NAME, name->first, name->first + 1).count;
    for (uint32_t m = number; alone && m-- > first_compared(number);) {
        const mention *before = &doc->mentions.items[m];
        const name_words *full = &all->items[m];
        if (before->type == DATELINE_PERSON && before->entity != NONE && full->count > 1 &&
            lacks_letter(all->items[number].words[0], full->words[full->count - 1]))
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
        rows head = phrase_rows(doc, INDEX_NAME_HEAD, name.end - 1, name.end);
        bool body = head.count && lexicon_number(doc->lexicon, TABLE_NAME_HEADS, head.items[0], NAME_HEAD_TYPE) == DATELINE_ORGANIZATION;
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

/* "Wang", taken for a body: a part of the name of somebody who was named in full before, unless a body is known by it. */
static bool is_part_of_person(const document *doc, const mention *name)
{
    bool single = name->type == DATELINE_ORGANIZATION && name->end - name->first == 1 && !is_shouted(doc, name) &&
                  !phrase_rows(doc, INDEX_ORGANIZATION, name->first, name->end).count &&
                  !phrase_rows(doc, INDEX_OUTLET, name->first, name->end).count;
    slice word = token_text(doc, name->first);
    for (uint32_t i = 0; single && i < doc->entities.count; i++) {
        const entity *e = &doc->entities.items[i];
        if (e->type != DATELINE_PERSON || !e->named)
            continue;
        const char *first_end = strchr(e->name, ' '), *last = strrchr(e->name, ' ');
        bool begins = first_end && slice_equal(word, (slice){e->name, (uint32_t)(first_end - e->name)});
        if (begins || (last && slice_is(word, last + 1)))
            return true;
    }
    return false;
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
        if (to == NONE && is_part_of_person(doc, name))
            name->type = DATELINE_PERSON;
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
