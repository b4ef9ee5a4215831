/* What the files of this folder share. */
#ifndef DATELINE_NAMES_PARTS_H
#define DATELINE_NAMES_PARTS_H

#include "document.h"

/* A name in the making: tokens [first, end). */
typedef struct run {
    uint32_t first, end;
    dateline_entity_type type;
} run;

/* ---- words, extent.c ---- */

/* A word of a name: a proper noun by either tag set, and written with a capital. */
bool is_proper(const document *doc, uint32_t token);

/* That, or a word with a capital inside a sentence that the tagger took for a common noun: "Ms Chaudhry", "Young Diplomats". */
bool may_be_proper(const document *doc, uint32_t token);

/* What the tagger of names says of a word. */
bool labelled(const document *doc, uint32_t token);
bool label_begins(const document *doc, uint32_t token);
dateline_entity_type label_type(const document *doc, uint32_t token);

/* Whether a name of several words comes right after a post that a title has: "Ambassador to Egypt John Casson". extent.c */
bool follows_post(const document *doc, uint32_t token);

/* A hyphen without blanks around it, before `stop`. */
bool is_tie(const document *doc, uint32_t token, uint32_t stop);

/* "BJP | MLA Ravi Kumar": letters for an office before a name. */
bool is_lettered_office(const document *doc, uint32_t token);

/* Whether a hyphen ties a token to the word before it, which is not before `first`. */
bool is_tied(const document *doc, uint32_t first, uint32_t token);
bool is_hyphen(const document *doc, uint32_t token);
bool is_office_word(const document *doc, uint32_t token);
bool is_calendar_word(const document *doc, uint32_t token);

/* The noun of a body or a building: "Ministry", "Palace". */
bool heads_body(const document *doc, uint32_t token);

/* Two or three words with capitals, none of a body, and then a verb or a mark: most likely a person. */
bool person_follows(const document *doc, uint32_t token);

/* ---- extent.c ---- */

/* The end of the name that begins at `first`. */
uint32_t name_end(const document *doc, uint32_t first, uint32_t stop);

/* "al-Sadr", "bin Laden", "van der Berg": the end of what small words of names at `token` lead to; `token` if there is none. */
uint32_t particle_end(const document *doc, uint32_t token, uint32_t stop);

/* Takes off articles, honorifics, offices and quotes, which do not belong to the name itself. */
void trim_name(const document *doc, run *r);

/* "Ministry of Foreign Affairs", "Bank of England": where a body's name ends that goes on after "of". */
uint32_t name_end_with_of(const document *doc, const run *r, uint32_t stop);

/* Ends a run before somebody's name that follows a body's, and a person's before the country that he is of. ends.c */
void end_early(const document *doc, run *r, uint32_t stop);

/* "Kerala | Law Minister Ana Vega", "UN | Special Adviser": a name ends before what a minister has charge of, or a title. */
uint32_t end_before_charge(const document *doc, const run *r);

/* Ends a run where the rest of a body's name does: "Department of Water | , Environment, and Climate Change". */
void end_late(const document *doc, run *r, uint32_t stop);

/* "the Khojaly tragedy", "the tragedy of Khojaly", "the 44-day war": events by their head noun, in small letters. event_names.c */
void find_event_names(document *doc, sentence s);

/* Whether an index of the lexicon has the whole run. */
bool is_named(const document *doc, index_id index, const run *r);

/* "Director Kashmir Liberation Cell Raja Sajjad Khan" at a title: takes the body and the name; returns the token after them, or `token`.
 * posts.c */
uint32_t take_post(document *doc, uint32_t token, uint32_t stop);

/* ---- place_signs.c ---- */

/* A country, region or division, or a town of some size. */
bool in_gazetteer(const document *doc, const run *r);

/* A town of some size: the names of villages are those of people and of things as well. */
bool names_town(const document *doc, const run *r);

bool lies_in(const document *doc, const run *r);

/* "in Karen Hills", "the Alai Range": what may be a place that the gazetteer lacks. */
bool after_preposition(const document *doc, const run *r);

/* "reached Mekelle", "left Gao for Timbuktu", "Buryatia and Yakutsk": whether what stands before a name leads to a place. */
bool is_reached(const document *doc, uint32_t first);

/* "al-Sadr" alone. */
bool is_particle_name(const document *doc, const run *r);

/* Whether what stands around a name, or in the gazetteer, tells that it lies somewhere. */
bool is_place_by_signs(const document *doc, const run *r);

/* ---- types.c ---- */

/* "Žygimantas Pavilionis, who chairs the committee": two or three words that are known for nothing else. */
bool is_told_by_who(const document *doc, const run *r);

/* Corrects the tagger's type by what the lexicon knows and by what stands beside the name. */
void decide_type(const document *doc, run *r);

/* The type of a name that the tagger passed over: what the lexicon knows, else a guess by its form; false: it is none. */
bool guess_type(const document *doc, run *r);

/* Whether a place is meant as a government. */
bool acts_as_government(const document *doc, const mention *m);

/* ---- names.c ---- */

/* Makes a run of words a mention; `named`: by a name, not by a description. */
void add_mention(document *doc, run r, bool named);

/* ---- halves.c ---- */

/* Makes "the South" a place where the report names South Korea, and two names of "North and South Korea". */
void find_halves(document *doc);

/* Names of which an acronym in brackets tells the beginning. acronyms.c */
void read_acronyms(document *doc);

/* ---- rejects.c ---- */

/* Whether words with capitals are nobody's name: a part of a title, a role, a gathering, a feast, a language. */
bool names_nobody(const document *doc, const run *r);

/* Whether they only describe another word, or stand in a seminar's title. */
bool belongs_to_other_words(const document *doc, const run *r);

/* ---- agree.c ---- */

/* Towns that stand alone where the tagger saw a person. */
void find_towns_alone(document *doc);

/* Gives the mentions of the same words the type that most of them have. */
void agree_on_types(document *doc);

/* Adds words that stand in no mention but are a name elsewhere in the report: "Jobs said", where "Steve Jobs" is a person. */
void find_known_names(document *doc);

#endif
