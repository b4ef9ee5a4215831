#include "document.h"

#include "base/utf8.h"

#include <string.h>

const char *const part_of_speech_names[POS_COUNT] = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

void document_part_done(const document *doc, const char *part)
{
    if (doc->part_done)
        doc->part_done(doc->observer, part);
}

void document_warn(document *doc, span where, const char *what, const char *detail)
{
    *list_add(&doc->memory, &doc->warnings) = (dateline_warning){where, what, detail};
}

void reason_add(document *doc, dateline_reason *reason, const char *part, span words)
{
    uint32_t count = reason->word_count;
    span *longer = arena_array(&doc->memory, count + 1, sizeof *longer);
    const char **parts = arena_array(&doc->memory, count + 1, sizeof *parts);
    if (count) {
        memcpy(longer, reason->words, count * sizeof *longer);
        memcpy(parts, reason->parts, count * sizeof *parts);
    }
    longer[count] = words;
    parts[count] = part;
    reason->words = longer;
    reason->parts = parts;
    reason->word_count = count + 1;
}

slice span_text(const document *doc, span where)
{
    return (slice){doc->text + where.begin, span_length(where)};
}

slice token_text(const document *doc, uint32_t token)
{
    return span_text(doc, doc->tokens.where[token]);
}

span tokens_span(const document *doc, uint32_t first, uint32_t end)
{
    return (span){doc->tokens.where[first].begin, doc->tokens.where[end - 1].end};
}

bool token_is(const document *doc, uint32_t token, const char *lower)
{
    return token < doc->tokens.count && slice_is(doc->tokens.lower[token], lower);
}

uint32_t root_of(const document *doc, sentence s)
{
    uint32_t root = s.first;
    while (root < s.end && doc->tokens.head[root] != NONE)
        root++;
    return root;
}

bool is_genitive(const document *doc, uint32_t token)
{
    return token_is(doc, token, "'s") || token_is(doc, token, "’s");
}

uint32_t first_comma(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (token_is(doc, i, ","))
            return i;
    return NONE;
}

bool token_is_one(const document *doc, uint32_t token, const char *const *words, size_t count)
{
    return token < doc->tokens.count && slice_is_one(doc->tokens.lower[token], words, count);
}

bool in_capitals(const document *doc, uint32_t token, uint32_t fewest)
{
    slice word = token_text(doc, token);
    uint32_t place = 0;
    while (place < word.length && word.bytes[place] >= 'A' && word.bytes[place] <= 'Z')
        place++;
    return place == word.length && place >= fewest;
}

uint32_t paragraph_end(const token_table *t, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < t->count && t->break_before[end] != BREAK_PARAGRAPH)
        end++;
    return end;
}

uint32_t line_end(const token_table *t, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < t->count && t->break_before[end] == BREAK_NONE)
        end++;
    return end;
}

char interview_label(const document *doc, uint32_t token)
{
    const token_table *t = &doc->tokens;
    slice word = t->lower[token];
    bool begins = token == 0 || t->break_before[token] == BREAK_PARAGRAPH;
    if (!begins || !token_is(doc, token + 1, ":") || !t->capital[token] || !word.length)
        return 0;
    if (slice_is(word, "question") || slice_is(word, "answer"))
        return word.bytes[0];
    for (uint32_t i = 1; i < word.length; i++)
        if (word.bytes[i] < '0' || word.bytes[i] > '9')
            return 0;
    return word.bytes[0] == 'q' || word.bytes[0] == 'a' ? word.bytes[0] : 0;
}

bool is_finite(const document *doc, uint32_t token)
{
    const char *tag = doc->tokens.english_tag[token];
    return strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0 || strcmp(tag, "MD") == 0;
}

bool lemma_is(const document *doc, uint32_t token, const char *lemma)
{
    return token < doc->tokens.count && strcmp(doc->tokens.lemma[token], lemma) == 0;
}

bool lemma_is_one(const document *doc, uint32_t token, const char *const *lemmas, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lemma_is(doc, token, lemmas[i]))
            return true;
    return false;
}

const mention *mention_at(const document *doc, uint32_t token)
{
    return token < doc->tokens.count && doc->tokens.mention[token] != NONE ? &doc->mentions.items[doc->tokens.mention[token]] : NULL;
}

const quotation *quotation_of(const document *doc, uint32_t token)
{
    uint32_t low = 0, high = doc->quotations.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->quotations.items[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    const quotation *found = low < doc->quotations.count ? &doc->quotations.items[low] : NULL;
    return found && found->first <= token ? found : NULL;
}

uint32_t document_add_entity(document *doc, dateline_entity_type type, const char *name)
{
    *list_add(&doc->memory, &doc->entities) = (entity){.type = type, .name = name, .head = NONE, .parent = NONE, .sharer = NONE};
    return doc->entities.count - 1;
}

void document_add_alias(document *doc, entity *e, const char *written)
{
    bool known = strcmp(written, e->name) == 0;
    for (uint32_t i = 0; i < e->aliases.count && !known; i++)
        known = strcmp(e->aliases.items[i], written) == 0;
    if (!known)
        *list_add(&doc->memory, &e->aliases) = written;
}

uint32_t entity_at(const document *doc, uint32_t token)
{
    return token < doc->tokens.count ? doc->entity_of[token] : NONE;
}

bool list_holds(const index_list *list, uint32_t index)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == index)
            return true;
    return false;
}

void list_add_once(document *doc, index_list *list, uint32_t index)
{
    if (index != NONE && !list_holds(list, index))
        *list_add(&doc->memory, list) = index;
}

void list_add_described(document *doc, index_list *list, uint32_t index)
{
    const entity *all = doc->entities.items;
    uint32_t first = index;
    for (uint32_t i = 0; index != NONE && i < all[index].sides.count; i++)
        list_add_once(doc, list, all[index].sides.items[i]);
    if (index != NONE && all[index].sides.count)
        return;
    for (uint32_t next = index == NONE ? NONE : all[index].sharer; next != NONE && next != index; next = all[next].sharer)
        first = next < first ? next : first;
    list_add_once(doc, list, first);
    for (uint32_t next = first == NONE ? NONE : all[first].sharer; next != NONE && next != first; next = all[next].sharer)
        list_add_once(doc, list, next);
}

const char *document_string(document *doc, span where)
{
    char *out = arena_take(&doc->memory, span_length(where) + 1);
    uint32_t length = 0;
    for (uint32_t i = where.begin; i < where.end; i++) {
        bool space = doc->text[i] == ' ' || (doc->text[i] >= '\t' && doc->text[i] <= '\r');
        if (!space)
            out[length++] = doc->text[i];
        else if (length && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    while (length && out[length - 1] == ' ')
        length--;
    out[length] = 0;
    return out;
}

uint32_t token_at(const document *doc, uint32_t place)
{
    uint32_t low = 0, high = doc->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->tokens.where[middle].end > place)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool in_headline(const document *doc, uint32_t token)
{
    span where = doc->tokens.where[token];
    return where.begin < doc->body && !span_within(where, doc->dateline_span);
}

uint32_t opening_end(const document *doc)
{
    enum { OPENING = 2 }; /* sentences */
    uint32_t first = token_at(doc, doc->body), count = doc->sentences.count;
    uint32_t end = first < doc->tokens.count ? doc->tokens.sentence[first] + OPENING : count;
    return end < count ? end : count;
}

bool is_under(const document *doc, uint32_t token, uint32_t above)
{
    while (token != NONE && token != above)
        token = doc->tokens.head[token];
    return token == above;
}

const char *document_row_place(document *doc, table_id table, uint32_t row)
{
    return arena_print(&doc->memory, "%s:%u", lexicon_file(table), lexicon_line(doc->lexicon, table, row));
}
