#include "lexicon/slots.h"

#include <string.h>

const char *const slot_names[SLOT_COUNT] = {
    "none", "subject", "object", "indirect", "clause",  "predicate", "particle", "possessor", "modifier", "governor", "beyond",
    "when", "purpose", "about",  "against",  "among",   "as",        "at",       "between",   "by",       "for",      "from",
    "in",   "into",    "of",     "on",       "outside", "over",      "to",       "toward",    "under",    "with",
};

static const struct {
    const char *written;
    slot as;
} spellings[] = {
    {"upon", SLOT_ON},   {"onto", SLOT_ON}, {"towards", SLOT_TOWARD},  {"amongst", SLOT_AMONG},    {"within", SLOT_IN},
    {"inside", SLOT_IN}, {"near", SLOT_AT}, {"regarding", SLOT_ABOUT}, {"concerning", SLOT_ABOUT}, {"out", SLOT_FROM},
};

slot slot_of_preposition(const char *lemma)
{
    for (slot s = SLOT_PREPOSITIONS; s < SLOT_COUNT; s++)
        if (strcmp(slot_names[s], lemma) == 0)
            return s;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (strcmp(spellings[i].written, lemma) == 0)
            return spellings[i].as;
    return SLOT_NONE;
}
