/* The one data structure: a report on its way to a record. Every stage reads what earlier stages
 * wrote and appends to its own part. All of it lies in one arena, which the record takes over. */
#ifndef DATELINE_DOCUMENT_H
#define DATELINE_DOCUMENT_H

#include "base/arena.h"
#include "base/array.h"
#include "base/calendar.h"
#include "base/span.h"
#include "base/status.h"
#include "lexicon/lexicon.h"

#define NONE DATELINE_NONE

/* Universal parts of speech, in the alphabet of their names. */
/* clang-format off */
typedef enum part_of_speech {
    POS_ADJ, POS_ADP, POS_ADV, POS_AUX, POS_CCONJ, POS_DET, POS_INTJ, POS_NOUN, POS_NUM, POS_PART, POS_PRON, POS_PROPN,
    POS_PUNCT, POS_SCONJ, POS_SYM, POS_VERB, POS_X, POS_COUNT
} part_of_speech;
/* clang-format on */

/* "ADJ" ... */
extern const char *const part_of_speech_names[POS_COUNT];

/* Universal dependency relations that stages ask for; subtypes that matter are relations of their
 * own, the others fall under their main relation. */
/* clang-format off */
typedef enum relation {
    REL_ACL, REL_ACL_RELCL, REL_ADVCL, REL_ADVMOD, REL_AMOD, REL_APPOS, REL_AUX, REL_AUX_PASS, REL_CASE, REL_CC,
    REL_CCOMP, REL_COMPOUND, REL_COMPOUND_PRT, REL_CONJ, REL_COP, REL_CSUBJ, REL_DEP, REL_DET, REL_DISCOURSE, REL_EXPL,
    REL_FIXED, REL_FLAT, REL_IOBJ, REL_LIST, REL_MARK, REL_NMOD, REL_NMOD_POSS, REL_NMOD_DESC, REL_NSUBJ, REL_NSUBJ_PASS,
    REL_NUMMOD, REL_OBJ, REL_OBL, REL_OBL_AGENT, REL_PARATAXIS, REL_PUNCT, REL_ROOT, REL_VOCATIVE, REL_XCOMP, REL_OTHER,
    REL_COUNT
} relation;
/* clang-format on */

typedef enum line_break { BREAK_NONE, BREAK_LINE, BREAK_PARAGRAPH } line_break;

/* Of the tagger of names: outside, and each type begins or goes on. */
enum { NAME_LABELS = 1 + 2 * DATELINE_AMOUNT };

/* How likely a word belongs to a part of an attribution: log odds, by the network alone. */
typedef struct attribution_odds {
    float cue, source, content;
} attribution_odds;

/* Words, by field, so that a stage touches only what it needs. */
typedef struct token_table {
    uint32_t count;
    span *where;                /* [count] */
    slice *lower;               /* [count] in lower case */
    const char **lemma;         /* [count] in lower case, but for proper nouns */
    uint64_t *begins;           /* [count] indexes of the lexicon with a key that begins so: bit i: index_id i */
    uint32_t *longest;          /* [count] and the bytes of the longest of them */
    bool *space_before;         /* [count] */
    bool *joined;               /* [count] the second part of a contraction: do|n't */
    bool *capital;              /* [count] begins with a capital */
    uint8_t *break_before;      /* [count] line_break */
    uint8_t *tag;               /* [count] part_of_speech */
    const char **english_tag;   /* [count] Penn Treebank */
    const char **features;      /* [count] */
    uint32_t *head;             /* [count] governor, or NONE */
    uint8_t *relation;          /* [count] relation */
    const char **relation_name; /* [count] with its subtype */
    uint8_t *name_label;        /* [count] of the tagger of names: 0 outside, 1 + 2 * type begins, 2 + 2 * type inside */
    attribution_odds *odds;     /* [count] NULL: the model has none */
    uint32_t *sentence;         /* [count] */
    uint32_t *first_child;      /* [count] leftmost dependent, or NONE */
    uint32_t *next_sibling;     /* [count] next dependent of the same governor, or NONE */
    uint32_t *left, *right;     /* [count] first and last token of the subtree */
    uint32_t *mention;          /* [count] mention that the token belongs to, or NONE */
    uint32_t *time;             /* [count] time expression that it belongs to, or NONE */
} token_table;

/* Tokens [first, end). */
typedef struct sentence {
    uint32_t first, end;
    bool opens_paragraph;
} sentence;

/* A run of tokens that names something. */
typedef struct mention {
    uint32_t first, end; /* tokens [first, end) */
    uint32_t head;       /* token */
    dateline_entity_type type;
    uint32_t entity; /* set by actors/ and places/; NONE until then */
    bool named;      /* a name, not a description */
} mention;

/* What stands between double quotation marks. */
typedef struct quotation {
    span where;          /* with its marks */
    span inside;         /* without */
    uint32_t first, end; /* tokens inside */
    bool closed;         /* the closing mark was found */
} quotation;

/* A warning or a reason keeps spans; parts of a reason are tokens until the record is made. */
typedef LIST(dateline_warning) warning_list;
typedef LIST(uint32_t) index_list;
typedef LIST(span) span_list;

/* An entity while it is gathered from its mentions. */
typedef struct entity {
    dateline_entity_type type;
    const char *name;
    LIST(const char *) aliases;
    span_list mentions;   /* names */
    span_list references; /* pronouns and descriptions */
    LIST(dateline_office) offices;
    uint32_t head; /* token that heads its first mention */
    uint32_t parent;
    uint32_t sharer;  /* of those whom one phrase describes, "the ministers of Ghana and Togo", the next; of the last the first; NONE */
    index_list sides; /* those that "both countries" stands for, in whose place they act; none: it is one itself */
    const char *actor, *country, *country_rule;
    bool named, plural, feminine, masculine;
    /* of a place */
    const char *admin1;
    double latitude, longitude;
    bool located, is_country;
    uint32_t geonames;
} entity;

typedef struct statement {
    dateline_statement record;
    uint32_t cue;        /* token */
    uint32_t first, end; /* tokens of the content */
    uint32_t speaker;    /* token that heads the speaker's phrase, or NONE */
    bool attitude;       /* to what the outlet tells itself: "opposes the siege", "is expected to win" */
    index_list speakers;
} statement;

typedef struct event {
    dateline_event record;
    uint32_t trigger; /* token */
    index_list roles[DATELINE_ROLE_COUNT];
    LIST(const char *) groups;
    LIST(dateline_activity) activities;
    LIST(dateline_count) counts;
    LIST(span) mentions;
} event;

/* How much each clue speaks for a word's being part of a cue: the part of a model that src/statements/clues.h reads. */
typedef struct clue_weights {
    const int8_t *values; /* [count] */
    uint32_t count;       /* a power of two; 0: the model has none */
    float scale;
} clue_weights;

typedef struct document {
    arena memory;
    const lexicon *lexicon;
    const struct model *model; /* of syntax/, which alone looks inside */
    clue_weights clues;
    dateline_record record; /* filled at the end; `report` from the beginning */
    const char *text;
    uint32_t length;
    day published;            /* year 0: unknown */
    span dateline_span;       /* "ISLAMABAD, Feb 28 (APP) -"; empty: none */
    span dateline_place;      /* "ISLAMABAD"; empty: none */
    uint32_t body;            /* first byte after header and dateline */
    uint32_t dateline_entity; /* the place of the dateline, or NONE */

    bool english; /* most of it, as far as its small words tell */

    token_table tokens;
    LIST(sentence) sentences;
    LIST(mention) mentions;
    LIST(quotation) quotations;
    LIST(dateline_time) times;
    LIST(entity) entities;
    LIST(dateline_toponym) toponyms;
    uint32_t adopter;              /* token of the body over the clauses of a resolution, "The Security Council,"; NONE */
    uint32_t *entity_of;           /* [tokens] entity that a token's phrase means, when it heads one; NONE */
    LIST(dateline_choice) choices; /* of pronouns */
    LIST(statement) statements;
    uint32_t *voice; /* [tokens] the innermost statement in whose content it stands, attitudes and its own cue apart; NONE */
    LIST(event) events;
    warning_list warnings;
    void (*part_done)(void *observer, const char *part); /* or NULL */
    void *observer;
} document;

/* Tells whoever profiles the engine that a part of the way is done. */
void document_part_done(const document *doc, const char *part);

/* Where a row of a dictionary stands: "cues.tsv:41". */
const char *document_row_place(document *doc, table_id table, uint32_t row);

/* Adds a warning about bytes of the text. */
void document_warn(document *doc, span where, const char *what, const char *detail);

/* Adds words that a rule went by, and what they were to it. */
void reason_add(document *doc, dateline_reason *reason, const char *part, span words);

/* The text of a token, of a run of tokens, of a span. */
slice token_text(const document *doc, uint32_t token);
slice span_text(const document *doc, span where);
span tokens_span(const document *doc, uint32_t first, uint32_t end);

/* The token after the paragraph, the line that begins at `first`. */
uint32_t paragraph_end(const token_table *t, uint32_t first);
uint32_t line_end(const token_table *t, uint32_t first);

/* "Q3:", "A:" at the beginning of a paragraph, as an interview labels who speaks: 'q' or 'a'; 0: neither. */
char interview_label(const document *doc, uint32_t token);

/* Whether a token is this word, in lower case; whether its lemma is. */
bool token_is(const document *doc, uint32_t token, const char *lower); /* false beyond the end */
uint32_t root_of(const document *doc, sentence s);     /* the first token of a sentence that hangs on none; s.end: none does */
bool is_genitive(const document *doc, uint32_t token); /* "'s" */

/* Whether a word is of capitals from A to Z alone, so many at least. */
bool in_capitals(const document *doc, uint32_t token, uint32_t fewest);

/* The first comma of tokens [first, end), or NONE. */
uint32_t first_comma(const document *doc, uint32_t first, uint32_t end);

/* Whether a key of an index that tokens know (`begins`) may begin at a token. */
static inline bool begins_key(const document *doc, uint32_t token, index_id index)
{
    return (doc->tokens.begins[token] >> index & 1) != 0;
}

bool token_is_one(const document *doc, uint32_t token, const char *const *words, size_t count);
#define TOKEN_AMONG(doc, token, array) token_is_one((doc), (token), (array), sizeof(array) / sizeof *(array))
bool lemma_is(const document *doc, uint32_t token, const char *lemma);
bool lemma_is_one(const document *doc, uint32_t token, const char *const *lemmas, size_t count);
#define LEMMA_AMONG(doc, token, array) lemma_is_one((doc), (token), (array), sizeof(array) / sizeof *(array))

/* Whether `token` is `above` or lies under it. */
bool is_under(const document *doc, uint32_t token, uint32_t above);

/* Whether a token is a finite verb or a modal, by its Penn Treebank tag. */
bool is_finite(const document *doc, uint32_t token);

/* The mention that holds a token, or NULL; also beyond the end. */
const mention *mention_at(const document *doc, uint32_t token);

/* The quotation that holds a token, or NULL. */
const quotation *quotation_of(const document *doc, uint32_t token);

/* A new entity; its number. */
uint32_t document_add_entity(document *doc, dateline_entity_type type, const char *name);

/* Notes another form of an entity's name, where it is not known yet. */
void document_add_alias(document *doc, entity *e, const char *written);

/* The entity that the phrase headed by a token means, or NONE. */
uint32_t entity_at(const document *doc, uint32_t token);

bool list_holds(const index_list *list, uint32_t index);

/* Adds an entity, and all that its phrase describes besides; for "both sides" those that they are. NONE adds nothing. */
void list_add_described(document *doc, index_list *list, uint32_t index);

/* Adds an index that is not there yet; NONE adds nothing. */
void list_add_once(document *doc, index_list *list, uint32_t index);

/* A span's text as a string in the arena, white space made single blanks. */
const char *document_string(document *doc, span where);

/* The first token that ends after byte `place`; tokens.count if none does. */
uint32_t token_at(const document *doc, uint32_t place);

/* Whether a token stands in the headline: above the text, and not in its dateline. */
bool in_headline(const document *doc, uint32_t token);

/* The sentence after those that open the text, which tell what a report is about; sentences.count if they are all of it. */
uint32_t opening_end(const document *doc);

#endif
