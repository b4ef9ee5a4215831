/* Offices as they stand in the text, before it is known whose they are. */
#ifndef DATELINE_ACTORS_OFFICE_H
#define DATELINE_ACTORS_OFFICE_H

#include "document.h"

/* An office as it stands in the text, before it is known whose it is. */
typedef struct office_phrase {
    uint32_t begin, end; /* tokens [begin, end), with its modifiers and "of X" */
    uint32_t noun;       /* the first token of the title */
    uint32_t title_end;  /* the token after it, without what it is of */
    dateline_office office;
    bool definite; /* "the ambassador" */
    bool plural;
} office_phrase;

typedef LIST(office_phrase) office_list;

/* Reads the office whose title begins at `token`; false if none does. offices.c */
bool read_office(document *doc, uint32_t token, office_phrase *out);

/* Read on from a title to the left, as far as `least`, and to the right, as far as `stop`: status, rank, whose it is. office_left.c,
 * office_right.c */
void read_left(document *doc, office_phrase *o, uint32_t least);
void read_right(document *doc, office_phrase *o, uint32_t stop);

/* What a word beside a title makes of the office, "former"; NULL: nothing. office_left.c */
const char *status_of(const document *doc, uint32_t token);

/* Whose an office is, unless it is known: a country by its code, anything else by its entity. office_left.c */
void set_of(const document *doc, dateline_office *office, uint32_t whose);

/* "Joe Biden of the United States": whose office it is, told after the name that ends before `token`, where nothing told it yet. */
void read_owner_after_name(document *doc, office_phrase *o, uint32_t token);

/* The noun that the other words of a title hang on: its last one before "of". holders.c */
uint32_t head_of_title(const document *doc, const office_phrase *o);

/* Whether who holds an office is sent to others: "ambassador". office_right.c */
bool is_envoy(const char *title);

/* What "of" and "to" lead to; returns the token after it, or `token` if it is nothing that an office is held of. office_target.c */
uint32_t read_target(document *doc, uint32_t token, uint32_t stop, uint32_t *whose, const char **country);

/* "of Saudi | civil defense,": the token after words in small letters between a country and a comma; `token` if there are none.
 * office_target.c */
uint32_t end_of_field(const document *doc, uint32_t token, uint32_t stop);

/* The known person whose name stands at a token. NULL: nobody by name. holders.c */
const mention *person_named_at(const document *doc, uint32_t token);

/* The person whose name begins at `token`, after honorifics; or NULL. holders.c */
const mention *person_from(const document *doc, uint32_t token);

/* Writes down that a person holds an office, for a reason. holders.c */
void hold_office(document *doc, office_phrase *o, const mention *holder, const char *rule);

/* How well a brief title means the office that somebody holds: 2 the same, 1 "the minister" the foreign minister; 0 not, "the president" no
 * vice president. titles.c */
int title_fits(const char *title, const char *brief);

/* Gives an office in the plural to the people that are named after it, each of its own country where several are; false: none are.
 * shared.c */
bool attach_shared(document *doc, const office_phrase *o);

/* "his Uzbek counterpart X", "his counterparts X of Kenya and Y of Uganda": the office of whoever was named before. shared.c */
void find_counterparts(document *doc);

/* Gives offices [first, last] of the list, which are joined by "and" or commas, to one person; false: nobody is beside them.
 * holders.c, as those below. */
bool attach(document *doc, office_list *all, uint32_t first, uint32_t last);

/* "Lind, the first director of the institute, and Ambassador | Vega": whether the last of a row of offices is that of the one who is named
 * behind it, while those before it are of the one who is named before them. */
bool is_of_next(const document *doc, const office_list *all, uint32_t first, uint32_t last);

/* "X is the chairman of Y", "X, who served as chairman of Y": by the tree. */
bool attach_by_verb(document *doc, office_phrase *o);

/* An office without a name: "the ambassador" means whoever was said to hold it, in a headline who is named below it, else somebody unnamed.
 * titles.c */
void refer(document *doc, const office_phrase *o);

/* "X, who heads the fund": an office that a verb tells. */
void find_offices_of_verbs(document *doc);

/* The sector of an office by its title, or by as many of its last words as are known: "deputy home secretary". codes.c */
sector sector_of_title(const document *doc, const char *title);

/* The first of the titles that a row of offices.tsv has. offices.c */
const char *title_of_row(document *doc, uint32_t row);

/* Of a soldier or a police officer: a rank. */
static inline bool is_uniformed(sector of)
{
    return of == SECTOR_MIL || of == SECTOR_COP;
}

#endif
