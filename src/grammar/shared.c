#include "grammar/shared.h"

#include "grammar/described.h"
#include "grammar/tree.h"

enum { MOST_SHARERS = 8 };

/* Whose those are whom a plural noun describes: a list after it, or adjectives before it. */
typedef struct owners {
    uint32_t count;
    uint32_t preposition; /* before the list; NONE: adjectives */
    span names[MOST_SHARERS];
    const char *countries[MOST_SHARERS]; /* NULL: a body's */
    uint32_t last;                       /* token of the last of them */
} owners;

/* A country or a body in the list after a noun, or an adjective of nationality in that before it. */
static void add_owner(const document *doc, uint32_t token, owners *to)
{
    const mention *name = to->preposition == NONE ? NULL : mention_at(doc, token);
    uint32_t first = name ? name->first : token, end = name ? name->end : token + 1;
    const char *country = country_named(doc, first, end);
    if (!country && !(name && name->type == DATELINE_ORGANIZATION))
        return;
    to->names[to->count] = tokens_span(doc, first, end);
    to->countries[to->count++] = country;
    to->last = token;
}

static owners owners_of(const document *doc, uint32_t noun)
{
    static const char *const owning[] = {"of", "from", "in"};
    const token_table *t = &doc->tokens;
    owners found = {.preposition = NONE};
    for (uint32_t c = first_child(doc, noun); c != NONE && (c < noun || found.count < 2); c = next_child(doc, c)) {
        uint32_t preposition = c > noun && t->relation[c] == REL_NMOD ? preposition_of(doc, c) : NONE;
        bool after = preposition != NONE && TOKEN_AMONG(doc, preposition, owning),
             before = c < noun && (t->relation[c] == REL_AMOD || t->relation[c] == REL_COMPOUND);
        uint32_t all[MOST_SHARERS], count = after || before ? conjuncts(doc, c, all, MOST_SHARERS) : 0;
        if (after)
            found = (owners){.preposition = preposition};
        for (uint32_t i = 0; i < count && found.count < MOST_SHARERS; i++)
            if ((all[i] < noun) == before) /* not what the tree has coordinated across the noun */
                add_owner(doc, all[i], &found);
    }
    return found;
}

/* "foreign ministers of" and "Togo", "Nepali" and "soldiers". */
static const char *shared_name(document *doc, uint32_t first, uint32_t end, const owners *of, uint32_t which)
{
    bool after = of->preposition != NONE;
    const char *described =
        document_string(doc, after ? tokens_span(doc, first, of->preposition + 1) : tokens_span(doc, of->last + 1, end));
    const char *owner = document_string(doc, of->names[which]);
    return after ? arena_print(&doc->memory, "%s %s", described, owner) : arena_print(&doc->memory, "%s %s", owner, described);
}

void share_description(document *doc, uint32_t made, uint32_t first, uint32_t end, uint32_t noun)
{
    owners of = owners_of(doc, noun);
    uint32_t last = made;
    for (uint32_t i = 0; of.count > 1 && i < of.count; i++) {
        uint32_t one = i ? document_add_entity(doc, DATELINE_GROUP, NULL) : made;
        entity *e = &doc->entities.items[one];
        e->name = shared_name(doc, first, end, &of, i);
        e->country = of.countries[i];
        e->head = noun;
        e->plural = true;
        e->sharer = made;
        if (one != made)
            *list_add(&doc->memory, &e->mentions) = tokens_span(doc, first, end);
        doc->entities.items[last].sharer = one;
        last = one;
    }
}
