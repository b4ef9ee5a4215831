/* "the Kenya Medical Practitioners, Pharmacists and Dentists Union (KMPDU)": an acronym in brackets tells how far the name before it goes
 * back. */
#include "names/parts.h"

enum { FEWEST_LETTERS = 3, MOST_LETTERS = 12 };

/* "(KMPDU)" at a token: the letters of the acronym; length 0: none. */
static slice acronym_in_brackets(const document *doc, uint32_t open)
{
    if (!token_is(doc, open, "(") || !token_is(doc, open + 2, ")"))
        return (slice){"", 0};
    slice word = token_text(doc, open + 1);
    return in_capitals(doc, open + 1, FEWEST_LETTERS) && word.length <= MOST_LETTERS ? word : (slice){"", 0};
}

/* The word whose initial is the acronym's first letter, where the words before `end` have all of its initials; `end`: they have not. */
static uint32_t begin_by_initials(const document *doc, uint32_t end, slice letters)
{
    static const char *const small[] = {"and", "of", "for", "the", "in", "on", "to", "&", ",", "-"};
    uint32_t left = letters.length, begin = end;
    while (left && begin > 0 && doc->tokens.sentence[begin - 1] == doc->tokens.sentence[end - 1]) {
        begin--;
        char initial = doc->tokens.capital[begin] ? token_text(doc, begin).bytes[0] : 0;
        bool again = left < letters.length && initial == letters.bytes[left]; /* one letter for "Practitioners, Pharmacists" */
        if (initial == letters.bytes[left - 1])
            left--;
        else if (!again && !TOKEN_AMONG(doc, begin, small))
            return end;
    }
    return left ? end : begin;
}

/* Empties the mentions that share tokens with [first, end). */
static void empty_mentions(document *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        uint32_t m = doc->tokens.mention[i];
        if (m != NONE)
            doc->mentions.items[m].end = doc->mentions.items[m].first;
        doc->tokens.mention[i] = NONE;
    }
}

void read_acronyms(document *doc)
{
    for (uint32_t open = 1; open + 2 < doc->tokens.count; open++) {
        slice letters = acronym_in_brackets(doc, open);
        uint32_t begin = letters.length ? begin_by_initials(doc, open, letters) : open;
        const mention *name = mention_at(doc, begin);
        bool whole = name && name->first <= begin && name->end == open;
        if (whole || begin == open || open - begin < FEWEST_LETTERS)
            continue;
        empty_mentions(doc, begin, open);
        add_mention(doc, (run){begin, open, DATELINE_ORGANIZATION}, true);
    }
    uint32_t kept = 0;
    for (uint32_t m = 0; m < doc->mentions.count; m++)
        if (doc->mentions.items[m].first < doc->mentions.items[m].end)
            doc->mentions.items[kept++] = doc->mentions.items[m];
    doc->mentions.count = kept;
}
