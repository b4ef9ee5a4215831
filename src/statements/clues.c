#include "statements/clues.h"

#include "base/buffer.h"
#include "grammar/tree.h"

#include <stdlib.h>
#include <xxhash.h>

/* Each is a seed of the hash: the numbers are part of the format of the weights. */
typedef enum clue_kind {
    CLUE_ANY = 1,
    CLUE_WORD,
    CLUE_CLASS,
    CLUE_GOVERNOR,
    CLUE_CHAIN,
    CLUE_WORD_PART,
    CLUE_CLASS_PART,
    CLUE_PARTS,
    CLUE_PART_WORD,
    CLUE_PREPOSITION,
    CLUE_SIBLING,
    CLUE_DISTANCE,
    CLUE_BEFORE,
    CLUE_AFTER,
    CLUE_SECOND_BEFORE,
    CLUE_SECOND_AFTER,
    CLUE_PAIR_BEFORE,
    CLUE_PAIR_AFTER,
    CLUE_NEIGHBOURS,
    CLUE_SUBJECT,
    CLUE_QUOTED,
    CLUE_KINDS
} clue_kind;

/* How a clue is told, before the other word that it is about. NULL: it would tell a reader nothing. */
static const char *const told[CLUE_KINDS] = {
    [CLUE_WORD] = "the word itself",
    [CLUE_GOVERNOR] = "hangs on",
    [CLUE_WORD_PART] = "the word, with a part such as",
    [CLUE_CLASS_PART] = "has a part such as",
    [CLUE_PARTS] = "its parts together",
    [CLUE_PART_WORD] = "has the part",
    [CLUE_PREPOSITION] = "the word, with",
    [CLUE_SIBLING] = "beside it stands",
    [CLUE_BEFORE] = "follows",
    [CLUE_AFTER] = "is followed by",
    [CLUE_SECOND_BEFORE] = "follows, one word between,",
    [CLUE_SECOND_AFTER] = "is followed, one word between, by",
    [CLUE_PAIR_BEFORE] = "the word, after",
    [CLUE_PAIR_AFTER] = "the word, before",
    [CLUE_SUBJECT] = "has the subject",
};

/* Relations whose presence makes up the shape of a verb or noun. */
static const uint8_t shaping[] = {REL_NSUBJ, REL_NSUBJ_PASS, REL_CCOMP, REL_XCOMP, REL_OBJ,  REL_OBL,  REL_PARATAXIS,
                                  REL_ADVCL, REL_NMOD_POSS,  REL_NMOD,  REL_ACL,   REL_CASE, REL_MARK, REL_AUX};

static uint32_t hash_of(slice text)
{
    return (uint32_t)XXH3_64bits(text.bytes, text.length);
}

/* Names, demonyms and numbers: what they are, not which. */
static bool is_named(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    bool content = t->tag[token] == POS_NOUN || t->tag[token] == POS_ADJ || t->tag[token] == POS_X;
    return t->tag[token] == POS_PROPN || t->tag[token] == POS_NUM || t->mention[token] != NONE || (content && t->capital[token]);
}

void clue_reader_open(clue_reader *reader, document *doc, uint32_t slots)
{
    const token_table *t = &doc->tokens;
    *reader = (clue_reader){.doc = doc,
                            .word = arena_array(&doc->memory, t->count, sizeof *reader->word),
                            .tag = arena_array(&doc->memory, t->count, sizeof *reader->tag),
                            .slots = slots};
    for (uint32_t i = 0; i < t->count; i++) {
        reader->word[i] = is_named(doc, i) ? t->tag[i] : hash_of(slice_of(t->lemma[i]));
        reader->tag[i] = hash_of(slice_of(t->english_tag[i]));
    }
}

/* ---- clues ---- */

typedef struct clue_list {
    clue *items;
    uint32_t count, slots;
} clue_list;

/* Of three numbers; finalized as MurmurHash3 does (Appleby 2011). */
static void add(clue_list *out, clue_kind kind, uint32_t token, uint32_t a, uint32_t b)
{
    if (out->count == MOST_CLUES)
        return;
    uint32_t h = ((uint32_t)kind * 0x9e3779b1u ^ a) * 0x85ebca6bu;
    h = (h ^ h >> 15 ^ b) * 0xc2b2ae35u;
    h ^= h >> 16;
    out->items[out->count++] = (clue){(uint8_t)kind, h & (out->slots - 1), token};
}

static void add_parts(const clue_reader *reader, uint32_t token, clue_list *out)
{
    const document *doc = reader->doc;
    const token_table *t = &doc->tokens;
    uint64_t seen = 0;
    uint32_t word = reader->word[token], tag = t->tag[token], subject = NONE;
    for (uint32_t c = first_child(doc, token); c != NONE; c = next_child(doc, c)) {
        uint32_t kind = t->relation[c];
        if (!(seen >> kind & 1)) {
            add(out, CLUE_WORD_PART, c, word, kind);
            add(out, CLUE_CLASS_PART, c, tag, kind);
        }
        seen |= UINT64_C(1) << kind;
        add(out, CLUE_PART_WORD, c, reader->word[c], kind);
        for (uint32_t k = first_child(doc, c); k != NONE; k = next_child(doc, k))
            if (t->relation[k] == REL_CASE || t->relation[k] == REL_MARK)
                add(out, CLUE_PREPOSITION, k, word, reader->word[k] ^ kind);
        if (subject == NONE && is_subject(doc, c))
            subject = c;
    }
    uint32_t shape = 0;
    for (size_t i = 0; i < sizeof shaping; i++)
        shape |= (uint32_t)(seen >> shaping[i] & 1) << i;
    add(out, CLUE_PARTS, NONE, tag, shape);
    if (subject != NONE)
        add(out, CLUE_SUBJECT, subject, reader->word[subject], tag);
}

static void add_governor(const clue_reader *reader, uint32_t token, clue_list *out)
{
    static const uint8_t telling[] = {REL_CCOMP, REL_NSUBJ, REL_OBJ, REL_XCOMP, REL_PARATAXIS};
    enum { FARTHEST = 5 };
    const document *doc = reader->doc;
    const token_table *t = &doc->tokens;
    uint32_t head = t->head[token], kind = t->relation[token];
    if (head == NONE) {
        add(out, CLUE_CHAIN, NONE, REL_COUNT, t->tag[token]);
        return;
    }
    add(out, CLUE_GOVERNOR, head, reader->word[head], kind);
    add(out, CLUE_CHAIN, head, t->relation[head] * (uint32_t)REL_COUNT + kind, t->tag[token]);
    uint32_t distance = head > token ? head - token : token - head;
    add(out, CLUE_DISTANCE, head, (distance < FARTHEST ? distance : FARTHEST) * 2 + (head > token), kind);
    uint64_t seen = 0;
    for (uint32_t c = first_child(doc, head); c != NONE; c = next_child(doc, c))
        for (size_t i = 0; i < sizeof telling; i++)
            if (t->relation[c] == telling[i] && !(seen >> telling[i] & 1)) {
                seen |= UINT64_C(1) << telling[i];
                add(out, CLUE_SIBLING, c, telling[i], kind);
            }
}

uint32_t clues_of(const clue_reader *reader, uint32_t token, clue out[MOST_CLUES])
{
    enum { EDGE = POS_COUNT };
    const document *doc = reader->doc;
    const token_table *t = &doc->tokens;
    sentence s = sentence_of(doc, token);
    clue_list list = {out, 0, reader->slots};
    uint32_t word = reader->word[token], tag = t->tag[token];
    bool begins = token == s.first, ends = token + 1 >= s.end;
    add(&list, CLUE_ANY, NONE, 0, 0);
    add(&list, CLUE_WORD, NONE, word, 0);
    add(&list, CLUE_CLASS, NONE, reader->tag[token], t->relation[token]);
    uint32_t before = begins ? EDGE : reader->word[token - 1], after = ends ? EDGE : reader->word[token + 1];
    add(&list, CLUE_BEFORE, begins ? NONE : token - 1, before, 0);
    add(&list, CLUE_AFTER, ends ? NONE : token + 1, after, 0);
    add(&list, CLUE_PAIR_BEFORE, begins ? NONE : token - 1, before, word);
    add(&list, CLUE_PAIR_AFTER, ends ? NONE : token + 1, after, word);
    if (token >= s.first + 2)
        add(&list, CLUE_SECOND_BEFORE, token - 2, reader->word[token - 2], 0);
    if (token + 2 < s.end)
        add(&list, CLUE_SECOND_AFTER, token + 2, reader->word[token + 2], 0);
    add(&list, CLUE_NEIGHBOURS, NONE,
        (begins ? (uint32_t)EDGE : t->tag[token - 1]) * (EDGE + 1) + (ends ? (uint32_t)EDGE : t->tag[token + 1]), tag);
    add(&list, CLUE_QUOTED, NONE, quotation_of(doc, token) != NULL, tag);
    add_governor(reader, token, &list);
    add_parts(reader, token, &list); /* last: there may be more than there is room for */
    return list.count;
}

/* ---- weights ---- */

/* A cue that the clues tell stays one; the network may find more. */
static float raised(float by_clues, float by_network)
{
    return by_clues > by_network ? by_clues : (by_clues + by_network) / 2;
}

void weigh_clues(clue_reader *reader, document *doc)
{
    const clue_weights *weights = &doc->clues;
    reader->odds = arena_array(&doc->memory, doc->tokens.count, sizeof *reader->odds);
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        clue found[MOST_CLUES];
        int32_t sum = 0;
        for (uint32_t k = clues_of(reader, i, found); k-- > 0;)
            sum += weights->values[found[k].slot];
        reader->odds[i] = (float)sum * weights->scale;
        if (doc->tokens.odds)
            reader->odds[i] = raised(reader->odds[i], doc->tokens.odds[i].cue);
    }
}

/* The heaviest clue that tells a reader something; count: there is none. */
static uint32_t heaviest(const clue *clues, uint32_t count, const int8_t *weight)
{
    uint32_t best = count;
    for (uint32_t i = 0; i < count; i++)
        if (told[clues[i].kind] && weight[clues[i].slot] > 0 && (best == count || weight[clues[i].slot] > weight[clues[best].slot]))
            best = i;
    return best;
}

static void add_clues(const clue_reader *reader, const document *doc, uint32_t token, buffer *out)
{
    enum { MOST_TOLD = 3 };
    const clue_weights *weights = &doc->clues;
    clue found[MOST_CLUES];
    uint32_t count = clues_of(reader, token, found);
    for (uint32_t n = 0; n < MOST_TOLD; n++) {
        uint32_t best = heaviest(found, count, weights->values);
        if (best == count)
            break;
        buffer_print(out, "%s%s", n ? "; " : "", told[found[best].kind]);
        if (found[best].token != NONE) {
            slice word = token_text(doc, found[best].token);
            buffer_print(out, " \"%.*s\"", (int)word.length, word.bytes);
        }
        buffer_print(out, " %+.1f", (double)((float)weights->values[found[best].slot] * weights->scale));
        found[best] = found[--count];
    }
}

static void add_mark(const document *doc, const char *part, uint32_t token, float odds, buffer *out)
{
    slice word = token_text(doc, token);
    buffer_print(out, "%s\"%.*s\" %s %+.1f", out->length ? "; " : "", (int)word.length, word.bytes, part, (double)odds);
}

static const char *keep(document *doc, buffer *out)
{
    char *text = buffer_take(out);
    const char *kept = text ? arena_copy(&doc->memory, text, strlen(text)) : NULL;
    free(text);
    return kept;
}

const char *telling_clues(const clue_reader *reader, document *doc, uint32_t token)
{
    buffer out = {0};
    add_clues(reader, doc, token, &out);
    if (doc->tokens.odds)
        add_mark(doc, "read as a cue", token, doc->tokens.odds[token].cue, &out);
    return keep(doc, &out);
}

const char *telling_marks(document *doc, uint32_t cue, uint32_t source, uint32_t content)
{
    const attribution_odds *odds = doc->tokens.odds;
    buffer out = {0};
    if (cue != NONE)
        add_mark(doc, "read as a cue", cue, odds[cue].cue, &out);
    if (source != NONE)
        add_mark(doc, "as a source", source, odds[source].source, &out);
    add_mark(doc, "as what is said", content, odds[content].content, &out);
    return keep(doc, &out);
}
