/* What the dictionaries in lexicon/ hold: one table a file, one index a column that is looked up. */
#ifndef DATELINE_LEXICON_TABLES_H
#define DATELINE_LEXICON_TABLES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum table_id {
    TABLE_ABBREVIATIONS,
    TABLE_CONTRACTIONS,
    TABLE_PREFIXES,
    TABLE_FUNCTION_WORDS,
    TABLE_COMMON_WORDS,
    TABLE_IRREGULAR_FORMS,
    TABLE_SPELLINGS,
    TABLE_TIME_WORDS,
    TABLE_HOLIDAYS,
    TABLE_NUMBERS,
    TABLE_CURRENCIES,
    TABLE_COUNTRIES,
    TABLE_CITIES,
    TABLE_DIVISIONS,
    TABLE_REGIONS,
    TABLE_OFFICES,
    TABLE_OFFICE_MODIFIERS,
    TABLE_OFFICE_VERBS,
    TABLE_PORTFOLIOS,
    TABLE_BODIES,
    TABLE_ORGANIZATIONS,
    TABLE_GROUPS,
    TABLE_PEOPLE,
    TABLE_HONORIFICS,
    TABLE_NAME_PARTICLES,
    TABLE_NAME_HEADS,
    TABLE_NAME_WORDS,
    TABLE_INITIALS,
    TABLE_LANGUAGES,
    TABLE_NAME_OPENERS,
    TABLE_GIVEN_NAMES,
    TABLE_GENDERED_NOUNS,
    TABLE_OUTLETS,
    TABLE_ACTORS,
    TABLE_AGENTS,
    TABLE_CUES,
    TABLE_CUE_NOUNS,
    TABLE_CUE_ADJECTIVES,
    TABLE_CUE_DEEDS,
    TABLE_HEARSAY,
    TABLE_TRANSITIVES,
    TABLE_JUDGEMENTS,
    TABLE_GATHERINGS,
    TABLE_ACTIVITIES,
    TABLE_REALITIES,
    TABLE_CAMEO,
    TABLE_GOLDSTEIN,
    TABLE_SCORES,
    /* compiled from lexicon/rules/ */
    TABLE_RULES,
    TABLE_CONDITIONS,
    TABLE_SET_WORDS,
    TABLE_COUNT
} table_id;

typedef enum index_id {
    INDEX_ABBREVIATION,
    INDEX_CONTRACTION,
    INDEX_PREFIX,
    INDEX_FUNCTION_WORD,
    INDEX_COMMON_WORD,
    INDEX_IRREGULAR_FORM,
    INDEX_SPELLING, /* words that are read also where they are misspelt */
    INDEX_TIME_WORD,
    INDEX_HOLIDAY,
    INDEX_NUMBER,
    INDEX_CURRENCY,
    INDEX_COUNTRY,      /* names */
    INDEX_COUNTRY_CODE, /* ISO alpha-2 and alpha-3 */
    INDEX_NATIONALITY,  /* adjectives */
    INDEX_PEOPLE,       /* "Azerbaijanis" */
    INDEX_SEAT,         /* capitals and buildings that stand for a government */
    INDEX_CITY,
    INDEX_DIVISION, /* first- and second-level divisions of countries */
    INDEX_REGION,
    INDEX_OFFICE,
    INDEX_OFFICE_MODIFIER,
    INDEX_OFFICE_VERB,
    INDEX_PORTFOLIO,
    INDEX_BODY,
    INDEX_ORGANIZATION,
    INDEX_GROUP,
    INDEX_PERSON_NOUN,
    INDEX_HONORIFIC,
    INDEX_NAME_PARTICLE,
    INDEX_NAME_HEAD,
    INDEX_NAME_WORD,
    INDEX_INITIALS,
    INDEX_LANGUAGE,
    INDEX_NAME_OPENER,
    INDEX_GIVEN_NAME,
    INDEX_GENDERED_NOUN,
    INDEX_OUTLET,
    INDEX_ACTOR, /* whole names of people, bodies and groups with a code */
    INDEX_AGENT, /* nouns with the code of a role */
    INDEX_CUE,
    INDEX_CUE_NOUN,
    INDEX_CUE_ADJECTIVE,
    INDEX_CUE_DEED,
    INDEX_HEARSAY,
    INDEX_TRANSITIVE,
    INDEX_JUDGEMENT,
    INDEX_GATHERING,
    INDEX_ACTIVITY,
    INDEX_REALITY,
    INDEX_CAMEO,
    INDEX_GOLDSTEIN,
    INDEX_SCORE,
    INDEX_RULE,     /* triggers of rules */
    INDEX_SET_WORD, /* words of the sets that rules name */
    INDEX_COUNT,
    INDEX_NONE = INDEX_COUNT
} index_id;

typedef enum column_kind {
    COLUMN_TEXT,    /* as it stands; "-" is nothing                     */
    COLUMN_NUMBER,  /* a whole number                                   */
    COLUMN_REAL,    /* a decimal number                                 */
    COLUMN_CHOICE,  /* one of `choices`, kept as its place in the list  */
    COLUMN_CHOICES, /* several of them, with commas, kept as a bit set  */
} column_kind;

/* Which word of a phrase may be inflected: "prime ministers", "carried out". */
typedef enum inflection { INFLECTS_NOTHING, INFLECTS_LAST, INFLECTS_FIRST } inflection;

typedef struct column_spec {
    const char *name;
    column_kind kind;
    const char *const *choices; /* ends in NULL */
    index_id index;             /* INDEX_NONE: not looked up; else alternatives stand between bars */
    inflection inflects;
} column_spec;

typedef struct table_spec {
    const char *file; /* under lexicon/; NULL: made by the compiler of rules */
    bool homonyms;    /* whether two rows may have the same key */
    uint32_t column_count;
    const column_spec *columns;
} table_spec;

extern const table_spec lexicon_tables[TABLE_COUNT];

/* A digest of the tables, their columns and choices, and the places of rules: the numbers in a compiled lexicon mean what these do only
 * where it was compiled with the same. */
uint64_t lexicon_layout(void);

/* Whether the first words of its keys are noted, so that a token knows what begins with it. Cities, divisions and actors are looked up by
 * names that the text marks as such, never word by word. */
static inline bool index_notes_first_words(index_id index)
{
    return index != INDEX_CITY && index != INDEX_DIVISION && index != INDEX_ACTOR && index != INDEX_AGENT && index != INDEX_COMMON_WORD;
}

/* ---- columns, by table ---- */

enum { CONTRACTION_FORM, CONTRACTION_PARTS };

enum { IRREGULAR_FORM, IRREGULAR_CLASS, IRREGULAR_LEMMA };
enum { IRREGULAR_VERB, IRREGULAR_NOUN };

typedef enum time_class {
    TIME_MONTH,
    TIME_WEEKDAY,
    TIME_UNIT,
    TIME_DEICTIC_DAY,
    TIME_DAY_PART,
    TIME_SEASON,
    TIME_RELATION,
    TIME_QUANTITY,
    TIME_AGO,
    TIME_ERA,
    TIME_NOW,
    TIME_SET,
    TIME_APPROXIMATE,
    TIME_CLOCK
} time_class;
enum { TIME_WORD, TIME_CLASS, TIME_VALUE, TIME_TEXT };

enum { CURRENCY_NOUN, CURRENCY_CODE };
enum { NUMBER_WORD, NUMBER_CLASS, NUMBER_VALUE };
enum { NUMBER_CARDINAL, NUMBER_ORDINAL, NUMBER_MULTIPLIER };

enum {
    COUNTRY_CODE,
    COUNTRY_ALPHA2,
    COUNTRY_NAMES,
    COUNTRY_ADJECTIVES,
    COUNTRY_PEOPLE,
    COUNTRY_SEATS,
    COUNTRY_LATITUDE,
    COUNTRY_LONGITUDE
};
enum { CITY_NAMES, CITY_COUNTRY, CITY_ADMIN1, CITY_LATITUDE, CITY_LONGITUDE, CITY_POPULATION, CITY_GEONAMES };
enum { DIVISION_NAMES, DIVISION_LEVEL, DIVISION_COUNTRY, DIVISION_ADMIN1, DIVISION_LATITUDE, DIVISION_LONGITUDE, DIVISION_POPULATION };
enum { DIVISION_FIRST, DIVISION_SECOND };
enum { REGION_NAMES, REGION_COUNTRY, REGION_LATITUDE, REGION_LONGITUDE };

enum { OFFICE_TITLE, OFFICE_SECTOR, OFFICE_OF };
/* what "of X" tells of the holder of an office */
enum { OFFICE_OF_ANY, OFFICE_OF_COUNTRY, OFFICE_OF_BODY };

enum { MODIFIER_WORD, MODIFIER_STATUS };
typedef enum office_status { STATUS_CURRENT, STATUS_FORMER, STATUS_ACTING, STATUS_DESIGNATE, STATUS_HONORARY, STATUS_RANK } office_status;
extern const char *const office_status_names[];

typedef enum sector {
    SECTOR_NONE,
    SECTOR_COP,
    SECTOR_GOV,
    SECTOR_JUD,
    SECTOR_LEG,
    SECTOR_MIL,
    SECTOR_PRM,
    SECTOR_PTY,
    SECTOR_REB,
    SECTOR_SPY,
    SECTOR_UAF,
    SECTOR_UNK,
    SECTOR_AGR,
    SECTOR_BUS,
    SECTOR_CRM,
    SECTOR_CVL,
    SECTOR_EDU,
    SECTOR_ELI,
    SECTOR_JRN,
    SECTOR_LAB,
    SECTOR_MED,
    SECTOR_REF,
    SECTOR_OPP,
    SECTOR_REL,
    SECTOR_SOC,
    SECTOR_IGO,
    SECTOR_NGO,
    SECTOR_IMG,
    SECTOR_MNC
} sector;
extern const char *const sector_names[];

enum { BODY_NOUN, BODY_SECTOR, BODY_STANDS };
enum { BODY_STANDS_ALONE, BODY_STANDS_NAMED }; /* "police" needs no name to act; "forum" does */

enum { ORGANIZATION_NAMES, ORGANIZATION_CODE, ORGANIZATION_COUNTRY };
enum { GROUP_NAMES, GROUP_CODE };
enum { PERSON_NOUN, PERSON_NOUN_SECTOR, PERSON_NOUN_ONE };
enum { ONE_PERSON, ONE_AGENT, ONE_GROUP, ONE_AGENTS, ONE_BODY };
enum { HOLIDAY_NAME, HOLIDAY_CLASS, HOLIDAY_MONTH, HOLIDAY_NUMBER };
enum {
    HOLIDAY_FIXED,
    HOLIDAY_EASTER,
    HOLIDAY_THANKSGIVING,
    HOLIDAY_HIJRI,
    HOLIDAY_HIJRI_MONTH,
    HOLIDAY_SOLAR_MONTH,
    HOLIDAY_HEBREW,
    HOLIDAY_LUNAR,
    HOLIDAY_OTHER
};
enum { OFFICE_VERB, OFFICE_VERB_TITLE };
enum { NAME_PARTICLE_WORD, NAME_PARTICLE_STANDS };
enum { STANDS_TIED, STANDS_FREE, STANDS_EITHER }; /* to the word after it */
enum { NAME_HEAD_NOUN, NAME_HEAD_TYPE };
enum { NAME_OPENER_WORD, NAME_OPENER_TYPE };
enum { GIVEN_NAME, GIVEN_NAME_PRONOUN };
enum { GENDERED_NOUN, GENDERED_NOUN_PRONOUN };
enum { GENDER_HE, GENDER_SHE };
enum { ACTOR_NAMES, ACTOR_CODE, ACTOR_FROM, ACTOR_TO }; /* days as numbers, 20230228; 0: open */
enum { AGENT_NOUNS, AGENT_CODE };
enum { CAMEO_CODE, CAMEO_TYPE, CAMEO_MODE, CAMEO_CONTEXT };
enum { OUTLET_NAMES, OUTLET_COUNTRY };

typedef enum force {
    FORCE_SAY,
    FORCE_CLAIM,
    FORCE_DENY,
    FORCE_ACCUSE,
    FORCE_CONDEMN,
    FORCE_CRITICIZE,
    FORCE_PRAISE,
    FORCE_THANK,
    FORCE_CONGRATULATE,
    FORCE_CONDOLE,
    FORCE_DEMAND,
    FORCE_REQUEST,
    FORCE_PROPOSE,
    FORCE_PROMISE,
    FORCE_THREATEN,
    FORCE_WARN,
    FORCE_HOPE,
    FORCE_WISH,
    FORCE_REGRET,
    FORCE_APOLOGIZE,
    FORCE_RECOGNIZE,
    FORCE_REJECT,
    FORCE_AGREE,
    FORCE_QUESTION,
    FORCE_PREDICT,
    FORCE_COMPARE,
    FORCE_INFORM
} force;
extern const char *const force_names[];

/* what a cue takes as its content, as bits */
enum {
    TAKES_CLAUSE = 1 << 0,     /* said that he would go             */
    TAKES_INFINITIVE = 1 << 1, /* promised to go                    */
    TAKES_OBJECT = 1 << 2,     /* condemned the attack              */
    TAKES_ABOUT = 1 << 3,      /* spoke about the attack; also of, on, for, against, with, between as listed */
    TAKES_AS = 1 << 4,         /* described the attack as a crime   */
    TAKES_PREDICATE = 1 << 5,  /* called the attack a crime         */
    TAKES_QUOTE = 1 << 6,      /* "We will go," he added            */
    TAKES_ADDRESSEE = 1 << 7,  /* told him that; urged him to       */
    TAKES_GIVEN = 1 << 8,      /* defended the arrest: a fact, by the outlet's own word */
};
enum { CUE_VERB, CUE_FORCE, CUE_TAKES, CUE_PREPOSITIONS };
enum { CUE_NOUN, CUE_NOUN_FORCE, CUE_NOUN_IS, CUE_NOUN_VERBS, CUE_NOUN_OWNED };
enum { CUE_ADJECTIVE, CUE_ADJECTIVE_FORCE, CUE_ADJECTIVE_TAKES, CUE_ADJECTIVE_PREPOSITIONS };
enum { CUE_DEED_VERB, CUE_DEED_OBJECTS };
enum { CUE_NOUN_IS_SENTENCE, CUE_NOUN_IS_TEXT };
enum { HEARSAY_ADVERB, HEARSAY_FORCE };
enum { JUDGEMENT_WORD, JUDGEMENT_FORCE };

enum { GATHERING_NOUN, GATHERING_KIND, GATHERING_TYPE, GATHERING_MODE, GATHERING_STRENGTH, GATHERING_SPEECHES };
enum { GATHERING_SURE, GATHERING_HELD };   /* "seminar" is one; "round" only when it is held */
enum { SPEECHES_PRESUMED, SPEECHES_TOLD }; /* people speak at a seminar; at an exhibition where it is told */
enum { ACTIVITY_NOUN, ACTIVITY_KIND };

typedef enum reality {
    REALITY_HAPPENED,
    REALITY_ONGOING,
    REALITY_PLANNED,
    REALITY_CALLED_FOR,
    REALITY_WISHED,
    REALITY_HYPOTHETICAL,
    REALITY_DENIED,
    REALITY_RECURRING,
    REALITY_HISTORIC
} reality;
extern const char *const reality_names[];
enum { REALITY_WORD, REALITY_MEANS };

enum { GOLDSTEIN_CAMEO, GOLDSTEIN_SCORE };
enum { SCORE_CATEGORY, SCORE_VALUE }; /* "ASSAULT" or "ASSAULT drone" */

/* A rule is a row; its conditions are the rows [RULE_CONDITIONS, + RULE_CONDITION_COUNT) of theirs. */
enum {
    RULE_TRIGGERS,
    RULE_NAME,
    RULE_PLACE,
    RULE_CLASS,
    RULE_TYPE,
    RULE_MODE,
    RULE_CAMEO,
    RULE_KIND,
    RULE_CONTEXTS,
    RULE_SOURCES,
    RULE_TARGETS,
    RULE_CONDITIONS,
    RULE_CONDITION_COUNT,
    RULE_EXAMPLE,
    RULE_COUNTEREXAMPLE
};
enum { RULE_VERB, RULE_NOUN };
#define RULE_NO_EVENT "none" /* the type of a rule that only keeps others from firing */
enum { CONDITION_SLOT, CONDITION_SET, CONDITION_NEGATED, CONDITION_TEXT };
#define ANY_WORD UINT32_MAX /* the set of "if object = *" */

/* How particular a condition makes a rule: what must be there counts double, what must not be there once. */
static inline uint32_t condition_weight(bool negated)
{
    return negated ? 1 : 2;
}

enum { SET_WORD, SET_NUMBER };

#endif
