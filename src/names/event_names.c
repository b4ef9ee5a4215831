/* Events that are called by a noun in small letters. */
#include "grammar/phrases.h"
#include "grammar/tree.h"
#include "names/parts.h"

/* Words before the head of an event's name: proper nouns, and "44-day". */
static bool names_event(const document *doc, uint32_t token, sentence s)
{
    const token_table *t = &doc->tokens;
    bool hyphenated_before = token > s.first && is_hyphen(doc, token - 1) && !t->space_before[token];
    bool hyphen_follows = token + 1 < s.end && is_hyphen(doc, token + 1) && !t->space_before[token + 1];
    return is_proper(doc, token) || (is_hyphen(doc, token) && token > s.first && !t->space_before[token]) ||
           (t->tag[token] == POS_NOUN && hyphenated_before) || (t->tag[token] == POS_NUM && hyphen_follows);
}

static bool holds_proper(const document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_proper(doc, i))
            return true;
    return false;
}

void find_event_names(document *doc, sentence s)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = s.first; i < s.end; i++) {
        bool counted = i > s.first && is_hyphen(doc, i - 1); /* "a two-day visit" */
        if (t->capital[i] || counted || t->tag[i] != POS_NOUN || t->mention[i] != NONE || has_feature(doc, i, "Number=Plur"))
            continue;
        if (!heads_name_of(doc, i, DATELINE_EVENT_NAME))
            continue;
        uint32_t first = i;
        while (first > s.first && names_event(doc, first - 1, s))
            first--;
        while (first < i && (is_hyphen(doc, first) || is_calendar_word(doc, first)))
            first++;
        run r = {first, i + 1, DATELINE_EVENT_NAME};
        bool of_place = i + 1 < s.end && token_is(doc, i + 1, "of") && i + 2 < s.end && is_proper(doc, i + 2) &&
                        t->mention[i + 2] != NONE && doc->mentions.items[t->mention[i + 2]].type == DATELINE_PLACE;
        if (first == i && of_place)
            r.end = doc->mentions.items[t->mention[i + 2]].end;
        bool kind_of_gathering =
            phrase_rows(doc, INDEX_GATHERING, i, i + 1).count && !holds_proper(doc, first, i); /* "a two-day conference" */
        if (r.end - r.first > 1 && !kind_of_gathering)
            add_mention(doc, r, true);
    }
}
