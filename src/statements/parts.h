/* The steps of the stage. */
#ifndef DATELINE_STATEMENTS_PARTS_H
#define DATELINE_STATEMENTS_PARTS_H

#include "document.h"
#include "lexicon/tables.h"

/* A statement in the making, by tokens. */
typedef struct found_statement {
    uint32_t cue, cue_end; /* tokens of the cue */
    uint32_t first, end;   /* tokens of the content */
    span content;          /* its bytes, where a quotation tells them better; else empty */
    uint32_t subject;      /* token that heads the speaker's phrase, or NONE */
    uint32_t addressee;    /* token, or NONE */
    force force;
    bool direct; /* the content stands in quotation marks */
    const char *rule;
    const char *source;  /* "cues.tsv:41" */
    const char *instead; /* the rule that would have had tokens [instead_first, instead_end) said; NULL: there was none */
    uint32_t instead_first, instead_end;
    uint32_t force_by; /* token of the content that gave the force in place of the cue; 0: the cue did */
    bool attitude;     /* as of document.h */
    const char *clues; /* what spoke for a learned cue; NULL: a rule did */
    bool turn;         /* all of a paragraph, without marks: what somebody says who has the floor */
} found_statement;

typedef LIST(found_statement) found_list;

/* What verbs, nouns, adjectives and "according to" say is said. */
void find_by_verbs(document *doc, found_list *out);
void find_by_nouns(document *doc, found_list *out);
void find_by_adjectives(document *doc, found_list *out);
void find_by_according(document *doc, found_list *out);

/* What is told without anybody who says it: "reportedly fled", "is said to be in Paris". */
void find_hearsay(document *doc, found_list *out);

struct clue_reader; /* of clues.h */

/* Cues that no rule knows, where the model finds their words likely. */
void find_by_clues(document *doc, const struct clue_reader *clues, found_list *out);

/* Statements that no rule finds, where the network marks the words of all their parts. */
void find_marked(document *doc, const struct clue_reader *clues, found_list *out);

/* Adds to what rules found the words beside it that the network marks as said. */
void stretch_contents(document *doc, found_list *all);

/* Tokens [*first, *end) of a cue with the words beside it that belong to it: "has called" with "for". */
void widen_cue(const document *doc, const struct clue_reader *clues, const found_statement *s, uint32_t *first, uint32_t *end);

/* Whether a quotation says something: a verb, and more than a name. */
bool is_speech(const document *doc, const quotation *q);

/* Whether a statement has part of a quotation for its content. */
bool is_claimed(const found_list *all, const quotation *q);

/* Quotations that the trees gave to no cue: told by a cue right after them, by a colon before them, by a name after a dash. */
void find_unclaimed(document *doc, found_list *out);

/* Paragraphs that a verb of saying with a colon sets off: "The senator added:". */
void find_by_block(document *doc, found_list *out);

/* Quotations that no cue has claimed, but that go on from one that has a speaker. */
void find_by_continuation(document *doc, found_list *out);

/* 'Daron Shaw: "..."', and in a headline also without the marks. */
void find_by_colon(document *doc, found_list *out);

/* Whom a token means that speaks or is spoken to: its entity, or what its phrase describes; NONE where it is neither. */
uint32_t party_of(document *doc, uint32_t token);

/* Paragraphs in which somebody has the floor: of a transcript, under the name of who speaks; answers of an interview; all of a speech, a
 * press statement, a letter. */
void find_by_labels(document *doc, found_list *out);
void find_answers(document *doc, found_list *out);
void find_issued(document *doc, found_list *out);

/* The token that heads the name of who answers under the labels of an interview: who is said most to speak before token `before`, else the
 * first person of the paragraph that tells of the interview; NONE. interview.c */
uint32_t who_answers(const document *doc, const found_list *all, uint32_t before);

/* Whether a noun may mean a whole text of somebody's: "remarks", "a letter". */
bool may_be_text(const document *doc, uint32_t noun);

/* Whether an entity, or NONE, may say something in a text of its own: a person, a body, a group, a country. */
bool may_issue(const document *doc, uint32_t means);

/* Adds tokens [first, end) as what the subject says who has the floor, by a cue of one token. */
void add_turn(document *doc, uint32_t first, uint32_t end, uint32_t subject, uint32_t cue, const char *rule, found_list *out);

/* Whether somebody has the floor who says a token. */
bool has_floor(const found_list *all, uint32_t token);

/* Whom a pronoun means by its form: "I" the speaker, "we" the speakers, "you" the addressee. */
typedef enum person { PERSON_NONE, PERSON_SPEAKER, PERSON_SPEAKERS, PERSON_ADDRESSEE } person;
person person_at(const document *doc, uint32_t token);

/* How often tokens [first, end) say "I", "my", "me" outside quotations; how often those or "we", "our", "us". */
uint32_t count_of_i(const document *doc, uint32_t first, uint32_t end);
uint32_t count_of_first_person(const document *doc, uint32_t first, uint32_t end);

/* Appends the speakers of a statement; the subject may be a pronoun, a list, a description. */
void find_speakers(document *doc, const found_statement *from, index_list *out);

/* The first of several people who are listed before a verb with marks between them, as a token; NONE if there are none. */
uint32_t list_before(const document *doc, uint32_t verb);

/* The innermost statement that holds a token in the speaker's own words, or NULL. */
const statement *quoted_around(const document *doc, uint32_t token);

/* Gives "I", "we" and "you" in somebody's words to those who speak and who are spoken to. */
void resolve_first_person(document *doc);

/* Tokens [*first, *end) without the conjunction before and the punctuation around them. */
void trim_content(const document *doc, uint32_t *first, uint32_t *end);

/* Whether a noun is the cue and its verb only brings it, "expressed the hope that"; in "denied the report" it is what is denied. */
bool is_light_for(const document *doc, uint32_t verb, uint32_t noun);

#endif
