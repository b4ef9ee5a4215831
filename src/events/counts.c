/* How many: "killed at least 12 people", "fired 20 rockets", "the arrest of five students". */
#include "events/parts.h"
#include "grammar/numbers.h"
#include "grammar/tree.h"

enum { LARGEST = 2000000000 };

/* The number that counts a noun, or that stands alone for what it counts ("killed 12"): its first token and the token after it. */
static bool number_of(const document *doc, uint32_t noun, uint32_t *first, uint32_t *after, uint64_t *count)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = t->left[noun]; i <= noun; i++) {
        uint32_t end = t->time[i] == NONE ? number_at(doc, i, count) : i;
        bool named = t->mention[i] != NONE && t->mention[i] == t->mention[noun] && end <= noun;
        bool counts = end > i && !named && (end == noun + 1 || t->head[end - 1] == noun || t->head[i] == noun);
        if (counts && *count > 0 && *count < LARGEST) {
            *first = i;
            *after = end;
            return true;
        }
    }
    return false;
}

/* "aged between 16 and 21", "aged 21": counts nobody. */
static bool is_age(const document *doc, uint32_t token)
{
    enum { FARTHEST = 4 };
    for (uint32_t i = token; i-- > 0 && token - i <= FARTHEST && doc->tokens.tag[i] != POS_PUNCT;)
        if (token_is(doc, i, "aged"))
            return true;
    return false;
}

/* `what`: the token that says what became of them. */
static void read_count(document *doc, event *of, uint32_t what, uint32_t noun)
{
    uint32_t first, after;
    uint64_t count;
    if (!number_of(doc, noun, &first, &after, &count))
        return;
    bool alone = after == noun + 1;
    if (alone && is_age(doc, first))
        return;
    *list_add(&doc->memory, &of->counts) = (dateline_count){
        .what = doc->tokens.lemma[what],
        .count = (uint32_t)count,
        .approximate = is_approximate(doc, first),
        .of = alone ? NULL : document_string(doc, tokens_span(doc, noun, noun + 1)),
        .span = tokens_span(doc, first, noun + 1),
    };
}

void read_counts(document *doc, event *of, const frame *f, uint32_t targets)
{
    uint32_t trigger = f->predicate;
    slot place = is_verb(doc, trigger) ? SLOT_OBJECT : SLOT_OF;
    if (!f->count[place] && (targets & 0xff) == SLOT_SUBJECT) /* "12 people died in the attack" */
        place = SLOT_SUBJECT;
    uint32_t what = f->count[SLOT_PREDICATE] ? f->filler[SLOT_PREDICATE][0] : trigger; /* "left 12 dead" */
    for (uint32_t i = 0; i < f->count[place]; i++)
        read_count(doc, of, what, f->filler[place][i]);
}
