/* Who may be "he", and who "she": by what stands before a name, by the noun for somebody, by the given name. */
#include "actors/parts.h"

#include "grammar/phrases.h"
#include "grammar/tree.h"

/* Makes somebody "he" or "she" by a row of given names or nouns, unless it is known. */
static void set_gender(const document *doc, entity *e, table_id table, rows found, uint32_t column)
{
    if (!found.count || e->masculine || e->feminine)
        return;
    e->feminine = lexicon_number(doc->lexicon, table, found.items[0], column) == GENDER_SHE;
    e->masculine = !e->feminine;
}

/* A given name tells who may be "he" or "she", where the lexicon has it. */
static void read_given_names(document *doc)
{
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        const mention *name = &doc->mentions.items[m];
        if (name->type == DATELINE_PERSON && name->entity != NONE)
            set_gender(doc, &doc->entities.items[name->entity], TABLE_GIVEN_NAMES,
                       phrase_rows(doc, INDEX_GIVEN_NAME, name->first, name->first + 1), GIVEN_NAME_PRONOUN);
    }
}

/* "The woman", "his sister, Ana": so does the noun. */
static void read_gendered_noun(document *doc, uint32_t token)
{
    uint32_t means = doc->tokens.tag[token] == POS_NOUN || doc->tokens.tag[token] == POS_PROPN ? doc->entity_of[token] : NONE;
    if (means == NONE || doc->tokens.mention[token] != NONE || doc->entities.items[means].type != DATELINE_PERSON)
        return;
    set_gender(doc, &doc->entities.items[means], TABLE_GENDERED_NOUNS, phrase_rows(doc, INDEX_GENDERED_NOUN, token, token + 1),
               GENDERED_NOUN_PRONOUN);
}

/* "Mr." and "Mrs." tell who may be "he" and "she". */
static void read_honorific(document *doc, uint32_t token)
{
    static const char *const men[] = {"mr.", "mr", "sir", "lord", "king", "prince"}, *const women[] = {"mrs.", "mrs",  "ms.",   "ms",
                                                                                                       "miss", "lady", "queen", "princess"};
    uint32_t means = token + 1 < doc->tokens.count ? doc->entity_of[token + 1] : NONE;
    if (means == NONE || doc->entities.items[means].type != DATELINE_PERSON)
        return;
    for (size_t i = 0; i < sizeof men / sizeof *men; i++)
        doc->entities.items[means].masculine |= token_is(doc, token, men[i]);
    for (size_t i = 0; i < sizeof women / sizeof *women; i++)
        doc->entities.items[means].feminine |= token_is(doc, token, women[i]);
}

void read_genders(document *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++)
        read_honorific(doc, i);
    for (uint32_t i = 0; i < doc->tokens.count; i++)
        read_gendered_noun(doc, i);
    read_given_names(doc);
}
