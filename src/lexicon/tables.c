#include "lexicon/tables.h"

#include "lexicon/slots.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>
#include <xxhash.h>

const char *const sector_names[] = {
    "-",   "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "REL", "SOC", "IGO", "NGO", "IMG", "MNC", NULL,
};

const char *const force_names[] = {
    "say",       "claim",   "deny",    "accuse",   "condemn",  "criticize", "praise", "thank", "congratulate", "condole",
    "demand",    "request", "propose", "promise",  "threaten", "warn",      "hope",   "wish",  "regret",       "apologize",
    "recognize", "reject",  "agree",   "question", "predict",  "compare",   "inform", NULL,
};

const char *const reality_names[] = {
    "happened", "ongoing", "planned", "called-for", "wished", "hypothetical", "denied", "recurring", "historic", NULL,
};

const char *const office_status_names[] = {"current", "former", "acting", "designate", "honorary", "rank", NULL};

static const char *const time_classes[] = {
    "month", "weekday", "unit", "deictic-day", "day-part",    "season", "relation", "quantity",
    "ago",   "era",     "now",  "set",         "approximate", "clock",  NULL,
};
static const char *const irregular_classes[] = {"verb", "noun", NULL};
static const char *const holiday_classes[] = {"fixed",       "easter", "thanksgiving", "hijri", "hijri-month",
                                              "solar-month", "hebrew", "lunar",        "other", NULL};
static const char *const number_classes[] = {"cardinal", "ordinal", "multiplier", NULL};
static const char *const division_levels[] = {"first", "second", NULL};
static const char *const office_ofs[] = {"any", "country", "body", NULL};
static const char *const body_stands[] = {"alone", "named", NULL};
static const char *const takes[] = {"clause", "infinitive", "object", "about", "as", "predicate", "quote", "addressee", "given", NULL};
static const char *const cue_noun_sizes[] = {"sentence", "text", NULL};
static const char *const person_noun_ones[] = {"person", "agent", "group", "agents", "body", NULL};
static const char *const gender_pronouns[] = {"he", "she", NULL};
static const char *const particle_stands[] = {"tied", "free", "either", NULL};
static const char *const gathering_types[] = {"GATHER", "CONSULT", "PROTEST", "ELECT", "COOPERATE", NULL};
static const char *const gathering_strengths[] = {"sure", "held", NULL};
static const char *const gathering_speeches[] = {"presumed", "told", NULL};
/* In the order of dateline_entity_type. */
static const char *const entity_types[] = {
    "person", "organization", "place", "group", "event", "law", "work", "facility", "product", "amount", NULL,
};

/* clang-format off */
#define TEXT(name) {name, COLUMN_TEXT, NULL, INDEX_NONE, INFLECTS_NOTHING}
#define NUMBER(name) {name, COLUMN_NUMBER, NULL, INDEX_NONE, INFLECTS_NOTHING}
#define REAL(name) {name, COLUMN_REAL, NULL, INDEX_NONE, INFLECTS_NOTHING}
#define CHOICE(name, from) {name, COLUMN_CHOICE, from, INDEX_NONE, INFLECTS_NOTHING}
#define CHOICES(name, from) {name, COLUMN_CHOICES, from, INDEX_NONE, INFLECTS_NOTHING}
#define KEY(name, index, inflects) {name, COLUMN_TEXT, NULL, index, inflects}

static const column_spec abbreviations[] = {KEY("abbreviation", INDEX_ABBREVIATION, INFLECTS_NOTHING)};
static const column_spec contractions[] = {KEY("form", INDEX_CONTRACTION, INFLECTS_NOTHING), TEXT("parts")};
static const column_spec prefixes[] = {KEY("prefix", INDEX_PREFIX, INFLECTS_NOTHING)};
static const column_spec name_openers[] = {KEY("word", INDEX_NAME_OPENER, INFLECTS_NOTHING), CHOICE("type", entity_types)};
static const column_spec languages[] = {KEY("language", INDEX_LANGUAGE, INFLECTS_NOTHING)};
static const column_spec initials[] = {KEY("letters", INDEX_INITIALS, INFLECTS_NOTHING), TEXT("what they stand for")};
static const column_spec name_words[] = {KEY("word", INDEX_NAME_WORD, INFLECTS_NOTHING)};
static const column_spec function_words[] = {KEY("word", INDEX_FUNCTION_WORD, INFLECTS_NOTHING)};
static const column_spec common_words[] = {KEY("word", INDEX_COMMON_WORD, INFLECTS_NOTHING)};
static const column_spec irregular_forms[] = {
    KEY("forms", INDEX_IRREGULAR_FORM, INFLECTS_NOTHING), CHOICE("class", irregular_classes), TEXT("lemma"),
};
static const column_spec spellings[] = {KEY("word", INDEX_SPELLING, INFLECTS_NOTHING)};
static const column_spec time_words[] = {
    KEY("word", INDEX_TIME_WORD, INFLECTS_NOTHING), CHOICE("class", time_classes), NUMBER("number"), TEXT("value"),
};
static const column_spec holidays[] = {KEY("name", INDEX_HOLIDAY, INFLECTS_NOTHING), CHOICE("class", holiday_classes), NUMBER("month"), NUMBER("number")};
static const column_spec numbers[] = {
    KEY("word", INDEX_NUMBER, INFLECTS_NOTHING), CHOICE("class", number_classes), REAL("value"),
};
static const column_spec currencies[] = {KEY("noun", INDEX_CURRENCY, INFLECTS_LAST), TEXT("code")};
static const column_spec countries[] = {
    KEY("code", INDEX_COUNTRY_CODE, INFLECTS_NOTHING),    KEY("alpha2", INDEX_COUNTRY_CODE, INFLECTS_NOTHING),
    KEY("names", INDEX_COUNTRY, INFLECTS_NOTHING),        KEY("adjectives", INDEX_NATIONALITY, INFLECTS_NOTHING),
    KEY("people", INDEX_PEOPLE, INFLECTS_LAST),           KEY("seats", INDEX_SEAT, INFLECTS_NOTHING),
    REAL("latitude"), REAL("longitude"),
};
static const column_spec cities[] = {
    KEY("names", INDEX_CITY, INFLECTS_NOTHING), TEXT("country"), TEXT("admin1"), REAL("latitude"), REAL("longitude"),
    NUMBER("population"), NUMBER("geonames"),
};
static const column_spec divisions[] = {
    KEY("names", INDEX_DIVISION, INFLECTS_NOTHING), CHOICE("level", division_levels), TEXT("country"), TEXT("admin1"), REAL("latitude"),
    REAL("longitude"), NUMBER("population"),
};
static const column_spec regions[] = {
    KEY("names", INDEX_REGION, INFLECTS_NOTHING), TEXT("country"), REAL("latitude"), REAL("longitude"),
};
static const column_spec offices[] = {
    KEY("title", INDEX_OFFICE, INFLECTS_LAST), CHOICE("sector", sector_names), CHOICE("of", office_ofs),
};
static const column_spec office_modifiers[] = {
    KEY("word", INDEX_OFFICE_MODIFIER, INFLECTS_NOTHING), CHOICE("status", office_status_names),
};
static const column_spec office_verbs[] = {KEY("verb", INDEX_OFFICE_VERB, INFLECTS_FIRST), TEXT("title")};
static const column_spec portfolios[] = {KEY("noun", INDEX_PORTFOLIO, INFLECTS_NOTHING)};
static const column_spec bodies[] = {
    KEY("noun", INDEX_BODY, INFLECTS_LAST), CHOICE("sector", sector_names), CHOICE("stands", body_stands),
};
static const column_spec organizations[] = {
    KEY("names", INDEX_ORGANIZATION, INFLECTS_NOTHING), TEXT("code"), TEXT("country"),
};
static const column_spec groups[] = {KEY("names", INDEX_GROUP, INFLECTS_LAST), TEXT("code")};
static const column_spec people[] = {KEY("noun", INDEX_PERSON_NOUN, INFLECTS_LAST), CHOICE("sector", sector_names), CHOICE("one", person_noun_ones)};
static const column_spec honorifics[] = {KEY("honorific", INDEX_HONORIFIC, INFLECTS_NOTHING)};
static const column_spec name_particles[] = {KEY("particle", INDEX_NAME_PARTICLE, INFLECTS_NOTHING), CHOICE("stands", particle_stands)};
static const column_spec name_heads[] = {KEY("noun", INDEX_NAME_HEAD, INFLECTS_LAST), CHOICE("type", entity_types)};
static const column_spec given_names[] = {KEY("name", INDEX_GIVEN_NAME, INFLECTS_NOTHING), CHOICE("pronoun", gender_pronouns)};
static const column_spec gendered_nouns[] = {KEY("noun", INDEX_GENDERED_NOUN, INFLECTS_NOTHING), CHOICE("pronoun", gender_pronouns)};
static const column_spec actors[] = {KEY("names", INDEX_ACTOR, INFLECTS_NOTHING), TEXT("code"), NUMBER("from"), NUMBER("to")};
static const column_spec agents[] = {KEY("nouns", INDEX_AGENT, INFLECTS_LAST), TEXT("code")};
static const column_spec cameo[] = {KEY("code", INDEX_CAMEO, INFLECTS_NOTHING), TEXT("type"), TEXT("mode"), TEXT("context")};
static const column_spec outlets[] = {KEY("names", INDEX_OUTLET, INFLECTS_NOTHING), TEXT("country")};
static const column_spec cues[] = {
    KEY("verb", INDEX_CUE, INFLECTS_FIRST), CHOICE("force", force_names), CHOICES("takes", takes), TEXT("prepositions"),
};
static const column_spec cue_nouns[] = {
    KEY("noun", INDEX_CUE_NOUN, INFLECTS_LAST), CHOICE("force", force_names), CHOICE("is", cue_noun_sizes), TEXT("verbs"), TEXT("owned"),
};
static const column_spec cue_adjectives[] = {
    KEY("adjective", INDEX_CUE_ADJECTIVE, INFLECTS_NOTHING), CHOICE("force", force_names), CHOICES("takes", takes), TEXT("prepositions"),
};
static const column_spec cue_deeds[] = {KEY("verb", INDEX_CUE_DEED, INFLECTS_FIRST), TEXT("objects")};
static const column_spec judgements[] = {
    KEY("word", INDEX_JUDGEMENT, INFLECTS_LAST), CHOICE("force", force_names),
};
static const column_spec hearsay[] = {KEY("adverb", INDEX_HEARSAY, INFLECTS_NOTHING), CHOICE("force", force_names)};
static const column_spec transitives[] = {KEY("verb", INDEX_TRANSITIVE, INFLECTS_FIRST)};
static const column_spec gatherings[] = {
    KEY("noun", INDEX_GATHERING, INFLECTS_LAST), TEXT("kind"), CHOICE("type", gathering_types), TEXT("mode"),
    CHOICE("strength", gathering_strengths), CHOICE("speeches", gathering_speeches),
};
static const column_spec activities[] = {KEY("noun", INDEX_ACTIVITY, INFLECTS_LAST), TEXT("kind")};
static const column_spec realities[] = {KEY("word", INDEX_REALITY, INFLECTS_FIRST), CHOICE("means", reality_names)};
static const column_spec goldstein[] = {KEY("cameo", INDEX_GOLDSTEIN, INFLECTS_NOTHING), REAL("score")};
static const column_spec scores[] = {KEY("category", INDEX_SCORE, INFLECTS_NOTHING), REAL("score")};

static const char *const rule_classes[] = {"verb", "noun", NULL};
static const column_spec rules[] = {
    KEY("triggers", INDEX_RULE, INFLECTS_FIRST), TEXT("name"), TEXT("place"), CHOICE("class", rule_classes), TEXT("type"),
    TEXT("mode"), TEXT("cameo"), TEXT("kind"), TEXT("contexts"), NUMBER("sources"), NUMBER("targets"),
    NUMBER("conditions"), NUMBER("condition count"), TEXT("example"), TEXT("counter-example"),
};
static const column_spec conditions[] = {NUMBER("slot"), NUMBER("set"), NUMBER("negated"), TEXT("text")};
static const column_spec set_words[] = {KEY("word", INDEX_SET_WORD, INFLECTS_LAST), NUMBER("set")};

#define TABLE(file, columns) {file, false, sizeof columns / sizeof *columns, columns}
#define HOMONYMS(file, columns) {file, true, sizeof columns / sizeof *columns, columns}

const table_spec lexicon_tables[TABLE_COUNT] = {
    [TABLE_ABBREVIATIONS] = TABLE("abbreviations.tsv", abbreviations),
    [TABLE_CONTRACTIONS] = TABLE("contractions.tsv", contractions),
    [TABLE_PREFIXES] = TABLE("prefixes.tsv", prefixes),
    [TABLE_FUNCTION_WORDS] = TABLE("function-words.tsv", function_words),
    [TABLE_COMMON_WORDS] = TABLE("common-words.tsv", common_words),
    [TABLE_IRREGULAR_FORMS] = TABLE("irregular-forms.tsv", irregular_forms),
    [TABLE_SPELLINGS] = TABLE("spellings.tsv", spellings),
    [TABLE_TIME_WORDS] = TABLE("time-words.tsv", time_words),
    [TABLE_HOLIDAYS] = TABLE("holidays.tsv", holidays),
    [TABLE_NUMBERS] = TABLE("numbers.tsv", numbers),
    [TABLE_CURRENCIES] = TABLE("currencies.tsv", currencies),
    [TABLE_COUNTRIES] = HOMONYMS("countries.tsv", countries),
    [TABLE_CITIES] = HOMONYMS("cities.tsv", cities),
    [TABLE_DIVISIONS] = HOMONYMS("divisions.tsv", divisions),
    [TABLE_REGIONS] = HOMONYMS("regions.tsv", regions),
    [TABLE_OFFICES] = TABLE("offices.tsv", offices),
    [TABLE_OFFICE_MODIFIERS] = TABLE("office-modifiers.tsv", office_modifiers),
    [TABLE_OFFICE_VERBS] = TABLE("office-verbs.tsv", office_verbs),
    [TABLE_PORTFOLIOS] = TABLE("portfolios.tsv", portfolios),
    [TABLE_BODIES] = TABLE("bodies.tsv", bodies),
    [TABLE_ORGANIZATIONS] = TABLE("organizations.tsv", organizations),
    [TABLE_GROUPS] = TABLE("groups.tsv", groups),
    [TABLE_PEOPLE] = TABLE("people.tsv", people),
    [TABLE_HONORIFICS] = TABLE("honorifics.tsv", honorifics),
    [TABLE_NAME_PARTICLES] = TABLE("name-particles.tsv", name_particles),
    [TABLE_NAME_HEADS] = TABLE("name-heads.tsv", name_heads),
    [TABLE_NAME_WORDS] = TABLE("name-words.tsv", name_words),
    [TABLE_INITIALS] = TABLE("initials.tsv", initials),
    [TABLE_LANGUAGES] = TABLE("languages.tsv", languages),
    [TABLE_NAME_OPENERS] = TABLE("name-openers.tsv", name_openers),
    [TABLE_GIVEN_NAMES] = TABLE("given-names.tsv", given_names),
    [TABLE_GENDERED_NOUNS] = TABLE("gendered-nouns.tsv", gendered_nouns),
    [TABLE_OUTLETS] = TABLE("outlets.tsv", outlets),
    [TABLE_ACTORS] = HOMONYMS("actors.tsv", actors),
    [TABLE_AGENTS] = HOMONYMS("agents.tsv", agents),
    [TABLE_CUES] = TABLE("cues.tsv", cues),
    [TABLE_CUE_NOUNS] = TABLE("cue-nouns.tsv", cue_nouns),
    [TABLE_CUE_ADJECTIVES] = TABLE("cue-adjectives.tsv", cue_adjectives),
    [TABLE_CUE_DEEDS] = TABLE("cue-deeds.tsv", cue_deeds),
    [TABLE_HEARSAY] = TABLE("hearsay.tsv", hearsay),
    [TABLE_TRANSITIVES] = TABLE("transitives.tsv", transitives),
    [TABLE_JUDGEMENTS] = TABLE("judgements.tsv", judgements),
    [TABLE_GATHERINGS] = TABLE("gatherings.tsv", gatherings),
    [TABLE_ACTIVITIES] = TABLE("activities.tsv", activities),
    [TABLE_REALITIES] = TABLE("realities.tsv", realities),
    [TABLE_CAMEO] = TABLE("cameo.tsv", cameo),
    [TABLE_GOLDSTEIN] = TABLE("goldstein.tsv", goldstein),
    [TABLE_SCORES] = TABLE("scores.tsv", scores),
    [TABLE_RULES] = HOMONYMS(NULL, rules),
    [TABLE_CONDITIONS] = TABLE(NULL, conditions),
    [TABLE_SET_WORDS] = HOMONYMS(NULL, set_words),
};
/* clang-format on */

static_assert(INDEX_COUNT <= 64, "lexicon_first.indexes has a bit for each");

static uint64_t add_name(uint64_t digest, const char *name)
{
    return XXH3_64bits_withSeed(name, strlen(name) + 1, digest);
}

uint64_t lexicon_layout(void)
{
    uint64_t digest = INDEX_COUNT;
    for (int t = 0; t < TABLE_COUNT; t++) {
        digest = add_name(digest, lexicon_tables[t].file ? lexicon_tables[t].file : "");
        for (uint32_t c = 0; c < lexicon_tables[t].column_count; c++) {
            const column_spec *column = &lexicon_tables[t].columns[c];
            digest = add_name(digest, column->name);
            for (const char *const *choice = column->choices; choice && *choice; choice++)
                digest = add_name(digest, *choice);
        }
    }
    for (int place = 0; place < SLOT_COUNT; place++)
        digest = add_name(digest, slot_names[place]);
    return digest;
}
