/* Offices: what a person is, of what, to whom, as the text says it beside the name. */
#include "actors/office.h"
#include "actors/parts.h"

#include "grammar/described.h"
#include "grammar/phrases.h"
#include "grammar/tree.h"

const char *title_of_row(document *doc, uint32_t row)
{
    const char *keys = lexicon_text(doc->lexicon, TABLE_OFFICES, row, OFFICE_TITLE);
    return arena_copy(&doc->memory, keys, strcspn(keys, "|"));
}

bool read_office(document *doc, uint32_t token, office_phrase *out)
{
    const token_table *t = &doc->tokens;
    phrase found = phrase_at(doc, INDEX_OFFICE, token);
    if (phrase_at(doc, INDEX_HONORIFIC, token).end > (found.end > token + 1 ? found.end : token + 1)) /* "Chief Guest" */
        return false;
    const mention *name = mention_at(doc, token);
    bool rank_follows = found.end > token + 1 && !t->capital[token] && t->capital[found.end - 1] && person_from(doc, found.end);
    if (found.rows.count && rank_follows) /* "director General Suleiman al-Amr" */
        found = (phrase){phrase_rows(doc, INDEX_OFFICE, token, found.end - 1), found.end - 1};
    bool of_body = name && name->type == DATELINE_ORGANIZATION && name->first < token && name->end == token + 1 && found.end > token + 1 &&
                   word_in(doc, INDEX_BODY, token) && !phrase_rows(doc, INDEX_NATIONALITY, name->first, token).count;
    if (of_body) /* "Labor Party leader": the body's, and a leader */
        return false;
    bool in_name =
        name && (name->type == DATELINE_PERSON || name->end - name->first > 1) && name->first <= token && name->end > found.end - 1;
    uint8_t tag = found.rows.count ? t->tag[found.end - 1] : POS_X;
    bool named_so = strncmp(t->english_tag[found.end ? found.end - 1 : 0], "NNP", 3) == 0 ||
                    found.end > token + 1; /* "Cardinal Fridolin Ambongo", "attorney general" */
    if (tag == POS_ADJ && named_so)
        tag = POS_PROPN;
    if (token_is(doc, token, "major") && !t->capital[token]) /* "a psychology major" */
        return false;
    if (token_is(doc, token, "fm") && !person_from(doc, token + 1)) /* "FM spokesman": of the ministry */
        return false;
    bool abstract = token_is(doc, token, "justice") && !t->capital[token] && child_by(doc, token, REL_DET) == NONE;
    if (abstract) /* "brought to justice": no judge */
        return false;
    bool plural = found.rows.count && is_plural(doc, found.end - 1);
    if (!found.rows.count || in_name || (tag != POS_NOUN && tag != POS_PROPN) || t->time[token] != NONE)
        return false;
    /* "general secretary" begins earlier than "secretary" */
    *out = (office_phrase){.begin = token, .end = found.end, .noun = token, .title_end = found.end};
    out->office = (dateline_office){.title = title_of_row(doc, found.rows.items[0]), .of = NONE, .to = NONE, .status = "current"};
    out->plural = plural;
    sentence s = sentence_of(doc, token);
    read_left(doc, out, s.first);
    read_right(doc, out, s.end);
    out->office.span = tokens_span(doc, out->begin, out->end);
    return true;
}

/* Whether nothing but "and" and commas stands between two offices. */
static bool is_chained(const document *doc, const office_phrase *a, const office_phrase *b)
{
    if (a->plural || b->plural || b->begin < a->end || b->begin - a->end > 2 ||
        doc->tokens.sentence[a->noun] != doc->tokens.sentence[b->noun])
        return false;
    for (uint32_t i = a->end; i < b->begin; i++)
        if (!token_is(doc, i, "and") && !token_is(doc, i, ",") && !token_is(doc, i, "&") && !token_is(doc, i, "/"))
            return false;
    return true;
}

/* "Advisor to the President Yerzhan Kazykhan", "director of the Center for Strategic Studies under the President of Azerbaijan Farhad
 * Mammadov": with the article, the name is of who serves a holder of the other office. */
static bool serves(const document *doc, const office_phrase *servant, const office_phrase *served)
{
    static const char *const titles[] = {
        "adviser",        "advisor",     "aide",  "assistant",     "secretary",      "press secretary",        "spokesman",
        "spokesperson",   "spokeswoman", "envoy", "special envoy", "representative", "special representative", "special assistant",
        "special adviser"};
    bool serving = false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        serving = serving || strcmp(servant->office.title, titles[i]) == 0;
    uint32_t before = servant->begin > 0 ? servant->begin - 1 : 0; /* "an adviser to the President": one of several, and unnamed */
    serving = serving && !token_is(doc, before, "a") && !token_is(doc, before, "an") && !token_is(doc, servant->begin, "an") &&
              !token_is(doc, servant->begin, "a");
    bool under = token_is(doc, servant->end, "under");
    bool tied = served->begin == servant->end + 1 &&
                (under || (serving && (token_is(doc, servant->end, "to") || token_is(doc, servant->end, "of"))));
    bool charged = token_is(doc, served->title_end, "on"); /* "Special Assistant to Chief Minister on Minority Affairs Wazirzada" */
    return tied && (served->definite || charged) && person_from(doc, served->end);
}

/* The body of a soldier or a police officer by another of his offices, "spokesman for the Chilean army"; NONE. */
static uint32_t body_of_uniformed(const document *doc, const entity *e, sector wanted)
{
    for (uint32_t i = 0; i < e->offices.count; i++) {
        uint32_t of = strcmp(e->offices.items[i].status, "current") == 0 ? e->offices.items[i].of : NONE;
        uint32_t head = of == NONE ? NONE : doc->entities.items[of].head;
        rows body = head == NONE ? (rows){NULL, 0} : body_rows(doc, head);
        if (body.count && (sector)lexicon_number(doc->lexicon, TABLE_BODIES, body.items[0], BODY_SECTOR) == wanted)
            return of;
    }
    return NONE;
}

/* "Major General Ali Khan, spokesman for the Chilean army": a rank is held in the body that somebody acts for. */
static void place_ranks(document *doc)
{
    for (uint32_t i = 0; i < doc->entities.count; i++)
        for (uint32_t k = 0; k < doc->entities.items[i].offices.count; k++) {
            dateline_office *office = &doc->entities.items[i].offices.items[k];
            sector rank = sector_of_title(doc, office->title);
            if (is_uniformed(rank) && office->of == NONE && !office->of_country && strcmp(office->status, "current") == 0)
                office->of = body_of_uniformed(doc, &doc->entities.items[i], rank);
        }
}

void find_offices(document *doc)
{
    office_list all = {0};
    for (uint32_t i = 0; i < doc->tokens.count;) {
        office_phrase one;
        if (begins_key(doc, i, INDEX_OFFICE) && read_office(doc, i, &one)) {
            office_phrase *last = all.count ? &all.items[all.count - 1] : NULL;
            if (last && serves(doc, last, &one))
                last->end = one.end;
            else if (last && one.begin <= last->begin) /* "Deputy Foreign Minister" is no deputy of a parliament */
                *last = one;
            else
                *list_add(&doc->memory, &all) = one;
            i = one.title_end;
        } else {
            i++;
        }
    }
    office_list ahead = {0}; /* those who may be named below: whom a headline means, and an office that is told with whose it is */
    for (uint32_t first = 0, last; first < all.count; first = last + 1) {
        last = first;
        while (last + 1 < all.count && is_chained(doc, &all.items[last], &all.items[last + 1]))
            last++;
        last -= is_of_next(doc, &all, first, last);
        if (!all.items[first].plural && attach(doc, &all, first, last))
            continue;
        for (uint32_t i = first; i <= last; i++) {
            office_phrase *o = &all.items[i];
            bool held = o->plural ? attach_shared(doc, o) : attach(doc, &all, i, i) || attach_by_verb(doc, o);
            bool owned = o->office.of != NONE || o->office.of_country;
            if (!held && (owned || in_headline(doc, o->noun)))
                *list_add(&doc->memory, &ahead) = *o;
            else if (!held)
                refer(doc, o);
        }
    }
    for (int headline = 0; headline < 2; headline++)
        for (uint32_t i = 0; i < ahead.count; i++)
            if (in_headline(doc, ahead.items[i].noun) == headline)
                refer(doc, &ahead.items[i]);
    find_offices_of_verbs(doc);
    find_counterparts(doc);
    place_ranks(doc);
}
