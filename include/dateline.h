/* dateline.h - reads dated news reports and writes down what they say.
 *
 *     dateline_engine *engine = dateline_open(NULL, &error);
 *     dateline_reader *reader = dateline_reader_open(NULL, "reports/", &error);
 *     dateline_report report;
 *     while (dateline_reader_next(reader, &report, &error) == DATELINE_OK) {
 *         dateline_record *record = dateline_code(engine, &report, &error);
 *         ... record->statements[i].speakers ...
 *         dateline_record_free(record);
 *     }
 *
 * Ownership: whoever is given a pointer that is not const frees it, with the function named beside
 * it. Everything inside a record belongs to the record. Strings are UTF-8 and end in a zero byte.
 *
 * Threads: one engine serves any number of threads at once. Readers, records and stores belong to
 * one thread at a time.
 *
 * Errors: a function that can fail takes a `dateline_error *`, which may be NULL, and writes into it
 * what went wrong, where, and why. Nothing here ends the process or prints.
 */
#ifndef DATELINE_H
#define DATELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

#define DATELINE_VERSION "0.1.0"
#define DATELINE_FORMAT  1 /* of the record; a field added does not change it, a field changed does */

/* The version of the library that is linked, as DATELINE_VERSION. */
DATELINE_API const char *dateline_version(void);

/* ---------------------------------------------------------------- errors ---- */

typedef enum dateline_status {
    DATELINE_OK = 0,
    DATELINE_END, /* nothing more to read                                      */
    DATELINE_NO_MEMORY,
    DATELINE_CANNOT_READ,  /* a file or folder that cannot be opened or read            */
    DATELINE_CANNOT_WRITE, /* an output that cannot be written: permission, full disk   */
    DATELINE_BAD_INPUT,    /* a report that is not text, not JSON, of the wrong type    */
    DATELINE_BAD_MODEL,    /* weights that are missing, truncated, altered or foreign   */
    DATELINE_BAD_LEXICON,  /* the same of a lexicon; or a mistake in its sources        */
    DATELINE_BAD_STORE,    /* a store that is not ours, damaged, or of another version  */
    DATELINE_BAD_ARGUMENT  /* what the caller passed makes no sense                     */
} dateline_status;

typedef struct dateline_error {
    dateline_status status;
    char message[480]; /* "reports.jsonl:12: field \"text\" is a number, not a string" */
} dateline_error;

/* ---------------------------------------------------------------- engine ---- */

typedef struct dateline_engine dateline_engine;

typedef struct dateline_options {
    const char *model;   /* the weights: the name of installed ones ("en-fast", "en-accurate") or the path
                          * of a file; NULL: $DATELINE_MODEL, else en-fast                          */
    const char *lexicon; /* likewise the compiled lexicon; NULL: $DATELINE_LEXICON, else the installed one */

    /* For profiles: called, on the thread that codes the report, when a part of the way is done ("tokens", "trees" ...).
     * NULL: nobody asks. */
    void (*part_done)(void *observer, const char *part);
    void *observer;
} dateline_options;

/* Maps the model and the lexicon into memory, after checking both. `options` may be NULL.
 * Returns NULL with DATELINE_BAD_MODEL, DATELINE_BAD_LEXICON or DATELINE_NO_MEMORY. */
DATELINE_API dateline_engine *dateline_open(const dateline_options *options, dateline_error *error);

/* Every record of the engine must be freed before. NULL is ignored. */
DATELINE_API void dateline_close(dateline_engine *engine);

/* ---------------------------------------------------------- reading reports ---- */

/* Bytes [begin, end) of the report's text. */
typedef struct dateline_span {
    uint32_t begin, end;
} dateline_span;

typedef struct dateline_warning {
    dateline_span span; /* empty where the whole report is meant                              */
    const char *what;   /* "encoding", "misspelling", "no publication date" ...               */
    const char *detail; /* "read as Windows-1252"; NULL where there is nothing to add         */
} dateline_warning;

/* A report as it is handed to the engine. Only text and length must be set. */
typedef struct dateline_report {
    const char *text;      /* UTF-8, no longer than DATELINE_LONGEST_REPORT */
    size_t length;         /* bytes */
    const char *name;      /* as the input calls it: a path, or the record's own id */
    const char *published; /* ISO 8601 day, "2023-02-28" */
    const char *source;    /* the outlet */
    const char *title, *url;
    const dateline_warning *warnings; /* of whoever read it; copied into the record */
    uint32_t warning_count;
} dateline_report;

#define DATELINE_LONGEST_REPORT ((size_t)4 << 20)

typedef struct dateline_reader dateline_reader;

typedef enum dateline_input { DATELINE_INPUT_AUTO, DATELINE_INPUT_PLAIN, DATELINE_INPUT_JSONL } dateline_input;

typedef struct dateline_reading {
    dateline_input from;       /* AUTO looks at the name, then at the bytes                          */
    const char *published;     /* for reports that do not say                                        */
    const char *source;        /* for reports that do not say                                        */
    const char *const *fields; /* [field_count] "text=body": JSONL field "body" holds the text       */
    uint32_t field_count;
} dateline_reading;

/* Opens a file, a folder (all files below it, by name) or "-" for standard input. `how` may be NULL,
 * and must outlive the reader. Returns NULL with DATELINE_CANNOT_READ or DATELINE_BAD_ARGUMENT. */
DATELINE_API dateline_reader *dateline_reader_open(const dateline_reading *how, const char *path, dateline_error *error);

/* The next report, valid until the next call. DATELINE_END after the last one; DATELINE_BAD_INPUT or
 * DATELINE_CANNOT_READ for one that could not be read, after which reading goes on. */
DATELINE_API dateline_status dateline_reader_next(dateline_reader *reader, dateline_report *report, dateline_error *error);

/* How far it is: bytes read so far, and bytes in all where they are known beforehand, else 0. */
DATELINE_API void dateline_reader_progress(const dateline_reader *reader, uint64_t *done, uint64_t *all);

DATELINE_API void dateline_reader_close(dateline_reader *reader);

/* ---------------------------------------------------------------- the record ---- */

#define DATELINE_NONE UINT32_MAX /* an index that points nowhere */

/* One word. Fields are arrays of their own: record->tokens.lemma[i]. */
typedef struct dateline_tokens {
    uint32_t count;
    const dateline_span *where;     /* [count] */
    const char *const *lemma;       /* [count] */
    const char *const *tag;         /* [count] universal part of speech, "NOUN"              */
    const char *const *english_tag; /* [count] Penn Treebank tag, "NNS"                      */
    const char *const *features;    /* [count] universal features, "Number=Plur"; "_": none  */
    const uint32_t *head;           /* [count] index of the governor; DATELINE_NONE: a root  */
    const char *const *relation;    /* [count] universal dependency, "nsubj"                 */
    const bool *joined;             /* [count] written as one with the word before: do|n't   */
    uint32_t sentence_count;
    const uint32_t *sentence;    /* [sentence_count + 1] first token of each; last: count */
    const bool *opens_paragraph; /* [sentence_count] */
} dateline_tokens;

/* clang-format off */
typedef enum dateline_entity_type {
    DATELINE_PERSON, DATELINE_ORGANIZATION, DATELINE_PLACE, DATELINE_GROUP, DATELINE_EVENT_NAME,
    DATELINE_LAW, DATELINE_WORK, DATELINE_FACILITY, DATELINE_PRODUCT, DATELINE_AMOUNT
} dateline_entity_type;
/* clang-format on */

typedef struct dateline_indices {
    const uint32_t *items;
    uint32_t count;
} dateline_indices;

/* Which rule decided, and the words that it went by. */
typedef struct dateline_reason {
    const char *rule;           /* "statement:verb-clause"                      */
    const char *source;         /* "cues.tsv:41"; NULL where the rule is code   */
    const dateline_span *words; /* [word_count] */
    const char *const *parts;   /* [word_count] what each was to the rule: "cue", "speaker" */
    uint32_t word_count;
    const char *instead;         /* of the rules that lost, the one that came nearest; NULL: there was no other */
    const char *instead_source;  /* "rules/words.rules:30"                       */
    const char *instead_lacks;   /* its line that does not hold; NULL: it holds too, but is less particular */
    dateline_span instead_words; /* of a statement: what would have been its content; else empty */
    const char *clues;           /* where learned weights decided, what weighed most: 'the word itself +2.1'; NULL: they did not */
} dateline_reason;

typedef struct dateline_office {
    const char *title;                   /* "ambassador" */
    uint32_t of, to;                     /* entities, or DATELINE_NONE */
    const char *of_country, *to_country; /* ISO 3166 alpha-3; NULL: none */
    const char *status;                  /* "current", "former", "designate", "acting", "honorary" */
    dateline_span span;
    dateline_reason reason;
} dateline_office;

typedef struct dateline_entity {
    dateline_entity_type type;
    const char *name;
    const char *const *aliases;
    uint32_t alias_count;
    const dateline_span *mentions; /* names, in the order of the text */
    uint32_t mention_count;
    const dateline_span *references; /* pronouns and noun phrases that mean it */
    uint32_t reference_count;
    const dateline_office *offices;
    uint32_t office_count;
    uint32_t parent;            /* of an organization: entity, or DATELINE_NONE */
    const char *actor;          /* CAMEO actor code, "AZEGOV"; NULL: none       */
    const char *country;        /* ISO 3166 alpha-3; NULL: unknown              */
    const char *country_rule;   /* what told it: "country:office" ...; NULL     */
    const char *admin1;         /* of a place: first-level division; NULL       */
    double latitude, longitude; /* degrees; only where `located`              */
    bool located;
    uint32_t geonames; /* GeoNames id; 0: none                         */
} dateline_entity;

/* Words that stand for a place: "Kenya" as a place of the record, "Kenyan" of "Kenyan police", "Nairobi" of "University of Nairobi". */
typedef struct dateline_toponym {
    dateline_span span;
    const char *as;               /* "place", "adjective", "in a name"                       */
    uint32_t entity;              /* of "place"; else DATELINE_NONE                          */
    const char *country, *admin1; /* as of an entity                                */
    double latitude, longitude;   /* degrees; only where `located`                  */
    bool located;
    uint32_t geonames; /* GeoNames id; 0: none                                    */
} dateline_toponym;

typedef struct dateline_time {
    dateline_span span;
    const char *type;        /* "DATE", "TIME", "DURATION", "SET" */
    const char *value;       /* as in TIMEX3: "2023-02-27"; NULL where it cannot be told */
    const char *rule;        /* "deictic:yesterday" */
    const char *begin, *end; /* of a duration that is tied to a day, "the past two weeks": its first and last day; else NULL */
    bool vague;              /* "now", "the quarter": a TIMEX3 that names no calendar time by itself */
} dateline_time;

typedef struct dateline_statement {
    dateline_indices speakers;  /* entities */
    dateline_span speaker_span; /* empty: nobody is named */
    dateline_span cue;
    const char *force; /* "say", "deny" ... */
    dateline_span content;
    const char *quote;       /* "direct", "indirect", "mixed" */
    uint32_t addressee;      /* entity, or DATELINE_NONE */
    uint32_t time;           /* time, or DATELINE_NONE */
    uint32_t occasion;       /* event, or DATELINE_NONE */
    uint32_t within;         /* statement, or DATELINE_NONE */
    dateline_indices topics; /* entities */
    dateline_reason reason;
} dateline_statement;

/* clang-format off */
typedef enum dateline_role {
    DATELINE_SOURCE, DATELINE_TARGET, DATELINE_ORGANIZER, DATELINE_SUPPORTER, DATELINE_HOST,
    DATELINE_SPEAKER, DATELINE_PARTICIPANT, DATELINE_HONOREE, DATELINE_ROLE_COUNT
} dateline_role;
/* clang-format on */

typedef struct dateline_activity {
    const char *kind; /* "exhibition" */
    dateline_span span;
} dateline_activity;

/* How many an action did something to: "killed at least 12 people". */
typedef struct dateline_count {
    const char *what; /* the lemma of the verb or noun: "kill"  */
    uint32_t count;
    bool approximate;   /* "at least", "about" */
    const char *of;     /* what is counted: "people"; NULL: not told */
    dateline_span span; /* "12 people" */
} dateline_count;

typedef struct dateline_event {
    const char *type;            /* "GATHER", "CONSULT", "ASSAULT" ... */
    const char *kind;            /* of what brings people together: "seminar"; NULL: nothing does */
    const char *mode;            /* PLOVER mode; NULL */
    const char *const *contexts; /* PLOVER contexts */
    uint32_t context_count;
    const char *cameo; /* CAMEO code; NULL */
    double goldstein;  /* of the CAMEO code; only with cameo */
    double score;      /* PLOVER's, by type and mode; only where `scored` */
    bool scored;
    dateline_span trigger;
    uint32_t voice;                              /* statement, or DATELINE_NONE for the outlet's own word */
    const char *reality;                         /* "happened", "planned" ... */
    uint32_t time, place;                        /* time and entity, or DATELINE_NONE */
    dateline_indices roles[DATELINE_ROLE_COUNT]; /* entities */
    dateline_span theme;                         /* empty: none */
    uint32_t marks;                              /* entity that is commemorated, or DATELINE_NONE */
    dateline_span marks_span;                    /* empty: nothing is commemorated */
    uint32_t anniversary;                        /* 0: none */
    int32_t marks_year;                          /* 0: unknown */
    const char *marks_rule;
    uint32_t attendance; /* 0: not told */
    bool attendance_approximate;
    dateline_span attendance_span;
    const char *const *groups; /* who attended: "students" */
    uint32_t group_count;
    const dateline_activity *activities;
    uint32_t activity_count;
    const dateline_span *mentions; /* [mention_count] other words of the report that tell the same */
    uint32_t mention_count;
    const dateline_count *counts; /* of actions */
    uint32_t count_count;
    dateline_reason reason;
} dateline_event;

/* A pronoun, whom it was taken to mean, and who would have come next. */
typedef struct dateline_choice {
    dateline_span span; /* "she" */
    uint32_t means;     /* entity */
    uint32_t instead;   /* entity, or DATELINE_NONE where nobody else fits that is in the record */
} dateline_choice;

/* What one report says. Indices in one array point into another; an entity's identifier in JSON is
 * "e" or "p" (places) and its index plus one; times, statements and events likewise "t", "s", "v". */
typedef struct dateline_record {
    const char *id;                       /* first 128 bits of the SHA-256 of the text, in hex */
    const char *engine, *model, *lexicon; /* versions */
    dateline_report report;               /* as given, completed from the text: name, published, source, title */
    uint32_t dateline_place;              /* entity, or DATELINE_NONE */
    dateline_span dateline_span;          /* "ISLAMABAD, Feb 28 (APP) -"; empty: none */
    const char *language;                 /* "en"; NULL: most of it is not English */
    dateline_tokens tokens;
    const dateline_entity *entities;
    uint32_t entity_count;
    const dateline_toponym *toponyms; /* all words that stand for places; JSON has only those of entities */
    uint32_t toponym_count;
    const dateline_time *times;
    uint32_t time_count;
    const dateline_statement *statements;
    uint32_t statement_count;
    const dateline_event *events;
    uint32_t event_count;
    const dateline_warning *warnings;
    uint32_t warning_count;
    uint32_t choice_count;
    const dateline_choice *choices; /* [choice_count] in the order of the text; JSON has them as references of entities */
} dateline_record;

/* Codes one report. The record copies what it needs: the report may go afterwards. NULL with
 * DATELINE_BAD_INPUT (not UTF-8, too long), DATELINE_BAD_ARGUMENT or DATELINE_NO_MEMORY.
 * Same text, same record, to the byte, whatever the machine and the number of threads. */
DATELINE_API dateline_record *dateline_code(const dateline_engine *engine, const dateline_report *report, dateline_error *error);

/* The language layer alone: tokens, sentences, tags, lemmas, trees; nothing after it. */
DATELINE_API dateline_record *dateline_parse(const dateline_engine *engine, const dateline_report *report, dateline_error *error);

DATELINE_API void dateline_record_free(dateline_record *record);

/* Names of enumerated values, as in JSON: "person", "organizer". */
DATELINE_API const char *dateline_entity_type_name(dateline_entity_type type);
DATELINE_API const char *dateline_role_name(dateline_role role);

/* ------------------------------------------------------------------ writing ---- */

/* The record as one line of JSON (docs/record.schema.json), or as CoNLL-U. Freed with free();
 * NULL: no memory. */
DATELINE_API char *dateline_record_json(const dateline_record *record);

/* The report and its time expressions alone, the vague ones too, which a record leaves out. Freed with free(). */
DATELINE_API char *dateline_times_json(const dateline_record *record);

/* The report, its places, and all words that stand for places, the adjectives and those inside other names too. Freed with free(). */
DATELINE_API char *dateline_places_json(const dateline_record *record);
DATELINE_API char *dateline_record_conllu(const dateline_record *record);

/* Why the record says what it says, for a person to read: the rule behind an event ("v2"), a
 * statement ("s1") or an entity and its offices ("e7"), the words that it went by, and their tree.
 * `id` NULL: everything. Freed with free(). NULL with DATELINE_BAD_ARGUMENT: no such id. */
DATELINE_API char *dateline_explain(const dateline_record *record, const char *id, dateline_error *error);

/* -------------------------------------------------------------------- store ---- */

typedef struct dateline_store dateline_store;

/* Opens, and if `create` makes, a SQLite file (docs/store.md). NULL with DATELINE_CANNOT_WRITE,
 * DATELINE_CANNOT_READ or DATELINE_BAD_STORE. */
DATELINE_API dateline_store *dateline_store_open(const char *path, bool create, dateline_error *error);

/* Whether a report with this text is there already. */
DATELINE_API bool dateline_store_has(dateline_store *store, const dateline_report *report);

/* Stores a record; one that is there already is replaced. What was put is safe after the next
 * dateline_store_commit; a failed put leaves what was there before. */
DATELINE_API dateline_status dateline_store_put(dateline_store *store, const dateline_record *record, dateline_error *error);
DATELINE_API dateline_status dateline_store_commit(dateline_store *store, dateline_error *error);

/* What to look for; a NULL field does not narrow the search. */
typedef struct dateline_query {
    const char *words;     /* full text, in the syntax of SQLite's FTS5; as plain words if it is none */
    const char *who;       /* part of the name of somebody who speaks or takes part */
    const char *said;      /* force of a statement */
    const char *type;      /* type or kind of an event */
    const char *country;   /* ISO 3166 alpha-3, of a place or an actor */
    const char *from, *to; /* days of publication, both included */
    uint32_t limit;        /* 0: all */
} dateline_query;

typedef struct dateline_hit {
    const char *id, *name, *published, *source, *title;
    const char *kind;    /* "report", "statement" or "event" */
    const char *item;    /* "s1", "v2"; NULL for a report */
    const char *label;   /* force, or type */
    const char *who;     /* speakers, or source and participants, by name */
    const char *excerpt; /* the text of it */
} dateline_hit;

/* Calls `found` for each hit, latest report first; stops when it returns false. */
DATELINE_API dateline_status dateline_store_find(dateline_store *store, const dateline_query *query,
                                                 bool (*found)(const dateline_hit *hit, void *context), void *context,
                                                 dateline_error *error);

/* The record of a stored report, as JSON, and its text; both freed with free(). DATELINE_END: no such id. */
DATELINE_API dateline_status dateline_store_record(dateline_store *store, const char *id, char **json, char **text, dateline_error *error);

typedef struct dateline_store_counts {
    uint64_t reports, people, organizations, places, offices, statements, gatherings, actions;
} dateline_store_counts;

DATELINE_API dateline_status dateline_store_count(dateline_store *store, dateline_store_counts *counts, dateline_error *error);

/* Commits and closes. NULL is ignored. */
DATELINE_API dateline_status dateline_store_close(dateline_store *store, dateline_error *error);

/* ------------------------------------------------------------------ lexicon ---- */

/* Gets what is told of dictionaries, a line at a time, with file and line number in it. */
typedef void (*dateline_lexicon_listener)(const char *message, void *context);

/* Compiles plain-text dictionaries and rules (docs/lexicon.md) into one file, `out`. `folders` [count] are layers: what an upper one, which
 * stands first, says of a key goes before what a lower one says. Only the lowest must be complete; one folder alone that is not (it has no
 * VERSION) is layered over the installed dictionaries. `complain` gets each mistake; DATELINE_BAD_LEXICON after the last one. */
DATELINE_API dateline_status dateline_lexicon_build(const char *const *folders, uint32_t count, const char *out,
                                                    dateline_lexicon_listener complain, void *context, dateline_error *error);

/* Checks the same and writes nothing. Where there is no mistake, `tell`, unless NULL, gets each rule that can never fire on one of its
 * triggers, as another fits wherever it does and goes before it; with `precedence` also the order in which the rules of each trigger go. */
DATELINE_API dateline_status dateline_lexicon_check(const char *const *folders, uint32_t count, bool precedence,
                                                    dateline_lexicon_listener complain, dateline_lexicon_listener tell, void *context,
                                                    dateline_error *error);

/* What an import made, and what it left: lines that could not be converted, of which `complain` was told. */
typedef struct dateline_import_counts {
    uint64_t actors, agents, rules, unconverted;
} dateline_import_counts;

/* Converts the dictionaries of TABARI and PETRARCH (Schrodt 2001, 2014), the *actors*, *agents* and *verb* files of a folder, into
 * dictionaries of ours in the folder `out`, which is made: a layer for dateline_lexicon_build(). DATELINE_CANNOT_READ,
 * DATELINE_CANNOT_WRITE, or DATELINE_BAD_INPUT where there is no such file. */
DATELINE_API dateline_status dateline_import_petrarch(const char *folder, const char *out,
                                                      void (*complain)(const char *message, void *context), void *context,
                                                      dateline_import_counts *counts, dateline_error *error);

#ifdef __cplusplus
}
#endif

#endif
