/* Coreference of a treebank in the format of CorefUD and GUM (Entity= in the last column).
 *
 * Asked is for people, bodies and places that are named somewhere in a document: the mentions by name and the pronouns that refer to them.
 * Descriptions ("the minister"), and what is never named, are left out on both sides, as are chains of one mention. The gold marks a
 * phrase, the engine the name in it: they are the same mention where the head of the name lies in the phrase, and in no smaller one. Where
 * a treebank has documents of news, speeches and interviews (GUM says so in their names), those are scored. */
#include "eval/eval.h"
#include "eval/files.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Part of a document's text, in bytes that are no white space; with what it belongs to. */
typedef struct found {
    dateline_span where; /* of the gold its phrase, of an answer the head of its name */
    uint32_t group;
    bool asked;         /* a person, a body, a place */
    bool name, pronoun; /* neither: a description */
} found;

typedef struct found_list {
    found *items; /* [count] */
    uint32_t count;
} found_list;

static void add(found_list *to, found item)
{
    found *larger = realloc(to->items, (to->count + 1) * sizeof *larger);
    if (!larger)
        return;
    larger[to->count++] = item;
    to->items = larger;
}

/* ---- gold ---- */

/* "(3-person-giv:act-cf1-2,4-coref": one that is open, and from which word. */
typedef struct opened {
    uint32_t group, word;
    bool asked;
} opened;

enum { MOST_OPEN = 64 };

static bool is_name(const gold_word *word)
{
    return strncmp(word->xpos, "NNP", 3) == 0;
}

static void close_mention(const treebank *bank, found_list *gold, const opened *o, uint32_t last)
{
    bool pronoun = o->word == last && strcmp(bank->words[last].upos, "PRON") == 0;
    add(gold, (found){{bank->words[o->word].begin, bank->words[last].end}, o->group, o->asked, false, pronoun});
}

static opened opening(const char *text, uint32_t word)
{
    static const char *const asked[] = {"person-", "organization-", "place-"};
    opened o = {(uint32_t)strtoul(text, NULL, 10), word, false};
    const char *type = text + strcspn(text, "-");
    for (size_t i = 0; *type && i < sizeof asked / sizeof *asked; i++)
        o.asked = o.asked || strncmp(type + 1, asked[i], strlen(asked[i])) == 0;
    return o;
}

/* The brackets of one word: "(7-place-new…-coref(3-person-…)", "7)6)". */
static void take_brackets(const treebank *bank, found_list *gold, uint32_t word, const char *text, opened *stack, uint32_t *depth)
{
    while (*text && *text != '|') {
        if (*text == '(') {
            if (*depth < MOST_OPEN)
                stack[(*depth)++] = opening(text + 1, word);
            text += 1 + strcspn(text + 1, "()|");
            if (*text == ')' && *depth) {
                close_mention(bank, gold, &stack[--*depth], word);
                text++;
            }
            continue;
        }
        uint32_t group = (uint32_t)strtoul(text, NULL, 10), i = *depth;
        while (i > 0 && stack[i - 1].group != group)
            i--;
        if (i > 0) {
            close_mention(bank, gold, &stack[i - 1], word);
            memmove(&stack[i - 1], &stack[i], (*depth - i) * sizeof *stack);
            --*depth;
        }
        text += strcspn(text, ")|");
        text += *text == ')';
    }
}

static bool holds(const dateline_span *outer, const dateline_span *inner)
{
    return outer->begin <= inner->begin && inner->end <= outer->end;
}

/* The smallest phrase that holds a word, as a place in the list; DATELINE_NONE: none does. */
static uint32_t innermost(const found_list *gold, dateline_span word)
{
    uint32_t best = DATELINE_NONE;
    for (uint32_t i = 0; i < gold->count; i++)
        if (holds(&gold->items[i].where, &word) && (best == DATELINE_NONE || holds(&gold->items[best].where, &gold->items[i].where)))
            best = i;
    return best;
}

static found_list gold_mentions(const treebank *bank)
{
    found_list gold = {0};
    opened stack[MOST_OPEN];
    uint32_t depth = 0;
    for (uint32_t i = 0; i < bank->word_count; i++) {
        const char *text = strstr(bank->words[i].misc, "Entity=");
        if (text)
            take_brackets(bank, &gold, i, text + strlen("Entity="), stack, &depth);
    }
    for (uint32_t i = 0; i < bank->word_count; i++) {
        uint32_t phrase =
            is_name(&bank->words[i]) ? innermost(&gold, (dateline_span){bank->words[i].begin, bank->words[i].end}) : DATELINE_NONE;
        if (phrase != DATELINE_NONE)
            gold.items[phrase].name = true;
    }
    return gold;
}

/* ---- the engine's answer ---- */

/* closed[byte]: bytes before it that are no white space; the caller frees it. */
static uint32_t *without_space(const treebank *bank)
{
    uint32_t *closed = calloc(bank->raw_length + 1, sizeof *closed), count = 0;
    for (size_t i = 0; closed && i <= bank->raw_length; i++) {
        closed[i] = count;
        bool hard = strncmp(bank->raw + i, "\xc2\xa0", 2) == 0 || (i && strncmp(bank->raw + i - 1, "\xc2\xa0", 2) == 0);
        count += !isspace((unsigned char)bank->raw[i]) && !hard;
    }
    return closed;
}

/* The word of a mention that the others in it hang on, or DATELINE_NONE; `alone`: it is the only one. */
static uint32_t head_of(const dateline_record *record, dateline_span where, bool *alone)
{
    const dateline_tokens *t = &record->tokens;
    uint32_t first = 0, head = DATELINE_NONE;
    while (first < t->count && t->where[first].begin < where.begin)
        first++;
    uint32_t end = first;
    while (end < t->count && t->where[end].end <= where.end)
        end++;
    for (uint32_t i = first; i < end && head == DATELINE_NONE; i++)
        if (t->head[i] == DATELINE_NONE || t->head[i] < first || t->head[i] >= end)
            head = i;
    *alone = end - first == 1;
    return head;
}

static void add_answers(found_list *to, const dateline_record *record, uint32_t entity, const dateline_span *spans, uint32_t count,
                        const uint32_t *closed)
{
    for (uint32_t i = 0; i < count; i++) {
        bool alone;
        uint32_t head = head_of(record, spans[i], &alone);
        if (head == DATELINE_NONE)
            continue;
        bool pronoun = alone && strcmp(record->tokens.tag[head], "PRON") == 0;
        bool name = strncmp(record->tokens.english_tag[head], "NNP", 3) == 0;
        dateline_span where = record->tokens.where[head];
        add(to, (found){{closed[where.begin], closed[where.end]}, entity, true, name, pronoun});
    }
}

/* "They", of two that were named: what refers to several is of none of their chains, in the gold as here. */
static found_list without_shared(found_list all)
{
    found_list kept = {0};
    for (uint32_t i = 0; i < all.count; i++) {
        bool shared = false;
        for (uint32_t k = 0; k < all.count && !all.items[i].name; k++)
            shared = shared || (all.items[k].where.begin == all.items[i].where.begin && all.items[k].group != all.items[i].group);
        if (!shared)
            add(&kept, all.items[i]);
    }
    free(all.items);
    return kept;
}

static found_list answered_mentions(const dateline_record *record, const uint32_t *closed)
{
    found_list answers = {0};
    for (uint32_t i = 0; i < record->entity_count; i++) {
        const dateline_entity *e = &record->entities[i];
        if (e->type != DATELINE_PERSON && e->type != DATELINE_ORGANIZATION && e->type != DATELINE_PLACE && e->type != DATELINE_GROUP)
            continue;
        add_answers(&answers, record, i, e->mentions, e->mention_count, closed);
        add_answers(&answers, record, i, e->references, e->reference_count, closed);
    }
    return without_shared(answers);
}

/* ---- both ---- */

static bool counts(const found *item)
{
    return item->asked && (item->name || item->pronoun);
}

/* Chains without a name, and of one mention, go; the others are numbered from 0. place[mention]: where it stands in them, or DATELINE_NONE.
 */
static coreferent *chains_of(const found_list *list, uint32_t *kept, uint32_t *place)
{
    coreferent *out = calloc(list->count + 1, sizeof *out);
    uint32_t chains = 0;
    *kept = 0;
    for (uint32_t i = 0; out && i < list->count; i++) {
        uint32_t size = 0, chain = DATELINE_NONE;
        bool named = false;
        place[i] = DATELINE_NONE;
        for (uint32_t k = 0; k < list->count; k++) {
            if (list->items[k].group != list->items[i].group || !counts(&list->items[k]))
                continue;
            size++;
            named = named || list->items[k].name;
            if (k < i && place[k] != DATELINE_NONE)
                chain = out[place[k]].chain;
        }
        if (!counts(&list->items[i]) || size < 2 || !named)
            continue;
        place[i] = *kept;
        out[(*kept)++] = (coreferent){chain == DATELINE_NONE ? chains++ : chain, DATELINE_NONE, list->items[i].pronoun};
    }
    return out;
}

static void pair_mentions(const found_list *gold, coreferent *g, const uint32_t *gold_place, const found_list *answer, coreferent *a,
                          const uint32_t *answer_place)
{
    for (uint32_t k = 0; k < answer->count; k++) {
        uint32_t phrase = answer_place[k] == DATELINE_NONE ? DATELINE_NONE : innermost(gold, answer->items[k].where);
        uint32_t x = phrase == DATELINE_NONE ? DATELINE_NONE : gold_place[phrase];
        if (x == DATELINE_NONE || g[x].pair != DATELINE_NONE || g[x].pronoun != answer->items[k].pronoun)
            continue;
        g[x].pair = answer_place[k];
        a[answer_place[k]].pair = x;
    }
}

static bool score_document(const evaluation *e, const char *conllu, coreference_scores *scores, dateline_error *error)
{
    treebank bank = {0};
    if (!treebank_parse(&bank, conllu, e->path, error))
        return false;
    dateline_report report = {.text = bank.raw, .length = bank.raw_length, .name = e->path};
    dateline_record *record = dateline_code(e->engine, &report, error);
    uint32_t *closed = record ? without_space(&bank) : NULL;
    found_list gold = gold_mentions(&bank), answer = closed ? answered_mentions(record, closed) : (found_list){0};
    uint32_t *gold_place = calloc(gold.count + 1, sizeof *gold_place), *answer_place = calloc(answer.count + 1, sizeof *answer_place),
             g_count = 0, a_count = 0;
    coreferent *g = gold_place ? chains_of(&gold, &g_count, gold_place) : NULL,
               *a = answer_place ? chains_of(&answer, &a_count, answer_place) : NULL;
    bool done = closed && g && a;
    if (done) {
        pair_mentions(&gold, g, gold_place, &answer, a, answer_place);
        done = coreference_compare(g, g_count, a, a_count, scores);
    }
    free(g);
    free(a);
    free(gold_place);
    free(answer_place);
    free(gold.items);
    free(answer.items);
    free(closed);
    dateline_record_free(record);
    treebank_free(&bank);
    return done;
}

/* Whether a document, which begins with a line that names it, is of the kinds that are scored. */
static bool is_asked(const char *document)
{
    static const char *const kinds[] = {"_news_", "_speech_", "_interview_"};
    size_t length = strcspn(document, "\n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *found = strstr(document, kinds[i]);
        if (found && found < document + length)
            return true;
    }
    return false;
}

static void print_ratio(const evaluation *e, const char *name, const ratio *r)
{
    double recall = ratio_recall(r), precision = ratio_precision(r), f1 = ratio_f1(r);
    if (e->json)
        printf("{\"gold\":\"%s\",\"measure\":\"%s\",\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f}\n", e->path, name, precision, recall,
               f1);
    else
        printf("%-20s P %.4f  R %.4f  F1 %.4f\n", name, precision, recall, f1);
}

static void print_scores(const evaluation *e, const coreference_scores *scores)
{
    print_ratio(e, "coreference MUC", &scores->muc);
    print_ratio(e, "coreference B3", &scores->b3);
    print_ratio(e, "  of names", &scores->names);
    print_ratio(e, "  of pronouns", &scores->pronouns);
    print_ratio(e, "coreference CEAF-e", &scores->ceaf);
    double mean = (ratio_f1(&scores->muc) + ratio_f1(&scores->b3) + ratio_f1(&scores->ceaf)) / 3;
    if (e->json)
        printf("{\"gold\":\"%s\",\"measure\":\"coreference CoNLL\",\"f1\":%.4f}\n", e->path, mean);
    else
        printf("%-40s F1 %.4f\n", "coreference CoNLL", mean);
}

int eval_coreference(const evaluation *e)
{
    static const char opens[] = "# newdoc";
    dateline_error error = {0};
    char *text = file_text(e->path, &error), *next = text;
    coreference_scores scores = {0};
    bool done = text != NULL, any = false, of_kind = false;
    if (!text || !strstr(text, "Entity=")) {
        free(text);
        return text ? 0 : 1;
    }
    for (char *at = text; (at = strstr(at, opens)) != NULL; at++)
        of_kind = of_kind || is_asked(at);
    while (done && next && *next) {
        char *document = next;
        next = strstr(document + 1, opens);
        if (next)
            next[-1] = 0;
        if (!of_kind || is_asked(document)) {
            done = score_document(e, document, &scores, &error);
            any = true;
        }
    }
    free(text);
    if (!done)
        fprintf(stderr, "dateline: %s\n", error.message);
    else if (any)
        print_scores(e, &scores);
    return done ? 0 : 1;
}
