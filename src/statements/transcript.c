/* Transcripts: paragraphs that begin with the name of who speaks and a colon, "KIM: We will rebuild the bridge." */
#include "grammar/described.h"
#include "grammar/tree.h"
#include "statements/parts.h"

#include <ctype.h>

enum {
    LONGEST_LABEL = 4,
    FEWEST_TURNS = 2,
    MOST_SPEAKERS = 32 /* between two turns of one of them */,
    FARTHEST = 400 /* words to the full name */
};

static const char RULE[] = "statement:transcript";

static bool is_shouted(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    for (uint32_t i = 0; i < word.length; i++)
        if (islower((unsigned char)word.bytes[i]))
            return false;
    return word.length > 1;
}

/* The name over what somebody says, tokens [first, colon). */
typedef struct label {
    uint32_t first, colon;
} label;

/* Words with capitals and a colon that begin a paragraph; a sentence follows them. */
static bool begins_with_label(const document *doc, uint32_t first, uint32_t end, label *out)
{
    const token_table *t = &doc->tokens;
    for (uint32_t i = first; i < end && i <= first + LONGEST_LABEL; i++) {
        if (token_is(doc, i, ":")) {
            *out = (label){first, i};
            return i > first && i + 3 < end;
        }
        if (!t->capital[i] && t->tag[i] != POS_PUNCT)
            return false;
    }
    return false;
}

/* Words in capitals and a colon that end a paragraph, or are all of it: they name the paragraphs below. */
static bool ends_with_label(const document *doc, uint32_t first, uint32_t end, label *out)
{
    uint32_t begin = end - 1;
    while (begin > first && end - begin <= LONGEST_LABEL && is_shouted(doc, begin - 1))
        begin--;
    *out = (label){begin, end - 1};
    return token_is(doc, end - 1, ":") && begin < end - 1;
}

/* The person whose name ends at a token with a word; NONE. */
static uint32_t ends_person(const document *doc, uint32_t token, slice word)
{
    const mention *name = slice_equal(doc->tokens.lower[token], word) ? mention_at(doc, token) : NULL;
    return name && name->end == token + 1 && name->type == DATELINE_PERSON ? name->entity : NONE;
}

/* "(BEGIN VIDEO CLIP.)", "....": what nobody says. */
static bool is_direction(const document *doc, uint32_t first, uint32_t end)
{
    bool bracketed =
        (token_is(doc, first, "(") && token_is(doc, end - 1, ")")) || (token_is(doc, first, "[") && token_is(doc, end - 1, "]"));
    bool words = false;
    for (uint32_t i = first; i < end && !words; i++)
        words = doc->tokens.tag[i] != POS_PUNCT && doc->tokens.tag[i] != POS_SYM;
    return bracketed || !words;
}

/* A person or body whose name is the label, or ends in it: "KIM" of Hana Kim; NONE if there is none. */
static uint32_t labelled(const document *doc, uint32_t colon)
{
    uint32_t means = doc->entity_of[colon - 1];
    if (means != NONE && doc->entities.items[means].type == DATELINE_PERSON)
        return means;
    slice label = doc->tokens.lower[colon - 1];
    for (uint32_t i = colon; i < doc->tokens.count && i < colon + FARTHEST; i++)
        if ((means = ends_person(doc, i, label)) != NONE)
            return means;
    for (uint32_t i = colon - 1; i-- > 0 && i + FARTHEST > colon;)
        if ((means = ends_person(doc, i, label)) != NONE)
            return means;
    return NONE;
}

static bool is_person(const document *doc, uint32_t colon)
{
    uint32_t m = doc->tokens.mention[colon - 1];
    return labelled(doc, colon) != NONE || (m != NONE && doc->mentions.items[m].type == DATELINE_PERSON);
}

/* Whether a paragraph may be a turn of somebody: by a person's name, or by words in capitals that are not those of a form ("WHERE: ...")
 * and no place. */
static bool is_turn(const document *doc, uint32_t first, uint32_t colon)
{
    if (interview_label(doc, first))
        return true;
    uint32_t means = doc->entity_of[colon - 1];
    bool place = means != NONE && doc->entities.items[means].type == DATELINE_PLACE;
    return is_person(doc, colon) ||
           (!place && is_shouted(doc, first) && doc->tokens.tag[colon - 1] != POS_ADV && doc->tokens.tag[colon - 1] != POS_VERB);
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

static bool may_have_label(const document *doc, uint32_t first, uint32_t end, label *out)
{
    return (begins_with_label(doc, first, end, out) || ends_with_label(doc, first, end, out)) && is_turn(doc, out->first, out->colon);
}

/* A headline, "Kim: the dam is full", may look like a turn, but no turns come right after it. */
static bool find_label(const document *doc, uint32_t first, uint32_t end, label *out)
{
    label next;
    bool headline = first == 0 && end < doc->tokens.count && !may_have_label(doc, end, paragraph_end(&doc->tokens, end), &next);
    return may_have_label(doc, first, end, out) && (!headline || out->colon + 1 == end);
}

/* What tells a transcript from a list with headings. */
typedef struct labels {
    LIST(label) all;
    uint32_t people; /* labels that are people's names */
    uint32_t spoken; /* turns that speak in the first person, or ask; labels that stand alone */
    bool repeat;     /* one label stands over several turns */
    uint32_t last;   /* the token after the last paragraph with a label */
} labels;

static bool same_label(const document *doc, const label *a, const label *b)
{
    char said_by = interview_label(doc, a->first);
    bool same = a->colon - a->first == b->colon - b->first;
    if (said_by)
        return said_by == interview_label(doc, b->first);
    for (uint32_t i = 0; same && a->first + i < a->colon; i++)
        same = slice_equal(doc->tokens.lower[a->first + i], doc->tokens.lower[b->first + i]);
    return same;
}

static labels read_labels(document *doc)
{
    labels found = {0};
    for (uint32_t first = 0, end; first < doc->tokens.count; first = end) {
        label one;
        end = paragraph_end(&doc->tokens, first);
        if (!find_label(doc, first, end, &one))
            continue;
        for (uint32_t i = found.all.count > MOST_SPEAKERS ? found.all.count - MOST_SPEAKERS : 0; i < found.all.count && !found.repeat; i++)
            found.repeat = same_label(doc, &found.all.items[i], &one);
        found.people += is_person(doc, one.colon);
        found.spoken += count_of_first_person(doc, one.colon, end) || token_is(doc, end - 1, "?") || one.colon + 1 == end;
        found.last = end;
        *list_add(&doc->memory, &found.all) = one;
    }
    return found;
}

void find_by_labels(document *doc, found_list *out)
{
    const token_table *t = &doc->tokens;
    labels found = read_labels(doc);
    if (found.all.count < FEWEST_TURNS || !found.spoken || (!found.repeat && found.people < FEWEST_TURNS && found.spoken < FEWEST_TURNS))
        return;
    uint32_t speaker = NONE, turn = 0;
    label now = {0, 0};
    bool goes_on = false; /* the paragraphs below belong to the turn */
    for (uint32_t first = 0, end; first < t->count; first = end) {
        end = paragraph_end(t, first);
        bool begins = turn < found.all.count && found.all.items[turn].first < end;
        uint32_t said_until = begins ? found.all.items[turn].first : end;
        if (speaker != NONE && first < said_until && !is_direction(doc, first, said_until) &&
            ((goes_on && first < found.last) || count_of_first_person(doc, first, end)))
            add_turn(doc, first, said_until, speaker, now.colon, RULE, out);
        if (!begins)
            continue;
        now = found.all.items[turn++];
        goes_on = (found.repeat && 2 * found.spoken >= found.all.count) || now.colon + 1 == end;
        char said_by = interview_label(doc, now.first);
        speaker = said_by == 'q'   ? NONE
                  : said_by == 'a' ? who_answers(doc, out, found.all.items[0].first)
                                   : take_label(doc, now.first, now.colon);
        if (now.colon + 1 < end && speaker != NONE)
            add_turn(doc, now.colon + 1, end, speaker, now.colon, RULE, out);
    }
}
