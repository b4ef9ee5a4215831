/* Transcripts: paragraphs that begin with the name of who speaks and a colon, "KIM: We will rebuild the bridge." */
#include "grammar/described.h"
#include "grammar/tree.h"
#include "statements/parts.h"

#include <ctype.h>

enum { LONGEST_LABEL = 4, FEWEST_TURNS = 2 };

/* The colon that ends the label of a paragraph, or NONE: its words are capitalized, and a sentence follows them. */
static uint32_t label_end(const document *doc, uint32_t first, uint32_t end)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = first; i < end && i <= first + LONGEST_LABEL; i++) {
        if (token_is(doc, i, ":"))
            return i > first && i + 3 < end ? i : NONE;
        if (!t->capital[i] && t->tag[i] != POS_PUNCT)
            return NONE;
    }
    return NONE;
}

static bool in_capitals(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    for (uint32_t i = 0; i < word.length; i++)
        if (islower((unsigned char)word.bytes[i]))
            return false;
    return word.length > 1;
}

/* A person or body whose name is the label, or ends in it: "KIM" of Hana Kim; NONE if there is none. */
static uint32_t labelled(const document *doc, uint32_t colon)
{
    uint32_t means = doc->entity_of[colon - 1];
    if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON)
        return means;
    slice label = doc->tokens.lower[colon - 1];
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        const mention *name = &doc->mentions.items[m];
        bool person = name->type == DATELINE_PERSON && name->entity != NONE && name->first >= colon;
        slice last = doc->tokens.lower[name->end - 1];
        if (person && last.length == label.length && memcmp(last.bytes, label.bytes, label.length) == 0)
            return name->entity;
    }
    return NONE;
}

/* Whether a paragraph is a turn of somebody: by a person's name, or by a word in capitals that is not one of a form ("WHERE: ..."). */
static bool is_turn(const document *doc, uint32_t first, uint32_t colon)
{
    uint32_t m = doc->tokens.mention[colon - 1];
    bool person = m != NONE && doc->mentions.items[m].type == DATELINE_PERSON;
    return person || (in_capitals(doc, first) && doc->tokens.tag[colon - 1] != POS_ADV && doc->tokens.tag[colon - 1] != POS_VERB);
}

/* Who speaks under the label before a colon: the token that heads it. */
static uint32_t take_label(document *doc, uint32_t first, uint32_t colon)
{
    uint32_t head = colon - 1, means = labelled(doc, colon);
    if (means == NONE)
        means = described_entity(doc, first, colon, head, DATELINE_PERSON);
    doc->entity_of[head] = means;
    return head;
}

static uint32_t turn_label(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t colon = label_end(doc, first, end);
    return colon != NONE && is_turn(doc, first, colon) ? colon : NONE;
}

/* The token after the last paragraph that begins with a label. */
static uint32_t last_turn_end(const document *doc)
{
    uint32_t last = 0;
    for (uint32_t first = 0, end; first < doc->tokens.count; first = end) {
        end = paragraph_end(&doc->tokens, first);
        last = turn_label(doc, first, end) != NONE ? end : last;
    }
    return last;
}

void find_by_labels(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    uint32_t turns = 0;
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        turns += turn_label(doc, first, end) != NONE;
    }
    if (turns < FEWEST_TURNS)
        return;
    uint32_t last = last_turn_end(doc), colon = NONE, speaker = NONE;
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        uint32_t label = turn_label(doc, first, end);
        if (label != NONE) {
            colon = label;
            speaker = take_label(doc, first, colon);
            add_turn(doc, colon + 1, end, speaker, colon, "statement:transcript", out);
        } else if (speaker != NONE && (first < last || count_of_first_person(doc, first, end)))
            add_turn(doc, first, end, speaker, colon, "statement:transcript", out); /* the same turn goes on */
    }
}
