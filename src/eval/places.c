/* Toponyms with coordinates: LGL (Lieberman et al. 2010), TR-News, GeoWebNews (Gritta et al. 2019).
 *
 * GeoWebNews marks more than places; expressions, what is no toponym, peoples, languages and homonyms are left out.
 *
 * Geotagging: a place is right where gold and answer share some of the text. Resolution: of the gold toponyms that have coordinates and
 * were found, the share that lies within 161 km (100 miles) of where the gold says. */
#include "eval/xml.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct toponym {
    uint32_t begin, end; /* bytes */
    double latitude, longitude;
    bool located;
} toponym;

typedef struct place_scores {
    tally tagging, resolution; /* of the second: gold and answered are the found that have coordinates */
} place_scores;

static double number_below(const xmlNode *node, const char *name, bool *there)
{
    char *text = xml_text(node, name);
    *there = text && *text;
    double value = *there ? strtod(text, NULL) : 0;
    xmlFree(text);
    return value;
}

/* The byte at which a character begins. */
static uint32_t byte_of(const char *text, double character)
{
    uint32_t at = 0;
    for (double i = 0; i < character && text[at]; i++)
        do
            at++;
        while (((unsigned char)text[at] & 0xc0) == 0x80);
    return at;
}

/* The number below an element by either of its names in these data sets. */
static double degrees_below(const xmlNode *node, const char *brief, const char *full, bool *there)
{
    double value = number_below(node, brief, there);
    return *there ? value : number_below(node, full, there);
}

static bool is_toponym(const xmlNode *node)
{
    static const char *const others[] = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Demonym", "Language", "Homonym"};
    if (!xml_is(node, "toponym"))
        return false;
    char *type = xml_text(node, "type");
    bool place = true;
    for (size_t i = 0; type && i < sizeof others / sizeof *others; i++)
        place = place && strcmp(type, others[i]) != 0;
    xmlFree(type);
    return place;
}

static uint32_t toponyms_of(const xmlNode *article, const char *text, toponym **out)
{
    uint32_t count = 0;
    const xmlNode *list = xml_find(article, "toponyms");
    for (const xmlNode *node = list ? list->children : NULL; node; node = node->next) {
        bool begins, ends, north, east;
        if (!is_toponym(node))
            continue;
        double begin = number_below(node, "start", &begins), end = number_below(node, "end", &ends);
        double latitude = degrees_below(node, "lat", "latitude", &north), longitude = degrees_below(node, "lon", "longitude", &east);
        toponym *larger = begins && ends ? realloc(*out, (count + 1) * sizeof *larger) : NULL;
        if (!larger)
            continue;
        larger[count++] = (toponym){byte_of(text, begin), byte_of(text, end), latitude, longitude, north && east};
        *out = larger;
    }
    return count;
}

static double kilometres(double latitude, double longitude, const dateline_toponym *from)
{
    const double degree = acos(-1) / 180, diameter = 12742;
    double north = sin((from->latitude - latitude) * degree / 2), east = sin((from->longitude - longitude) * degree / 2);
    double part = north * north + cos(latitude * degree) * cos(from->latitude * degree) * east * east;
    return diameter * asin(fmin(1, sqrt(part)));
}

static void compare(const toponym *gold, uint32_t count, const dateline_record *record, place_scores *scores)
{
    const double near = 161;
    bool *found = calloc(count + 1, sizeof *found);
    scores->tagging.gold += count;
    for (uint32_t i = 0; found && i < record->toponym_count; i++) {
        const dateline_toponym *place = &record->toponyms[i];
        uint32_t g = 0;
        while (g < count && (found[g] || gold[g].begin >= place->span.end || place->span.begin >= gold[g].end))
            g++;
        scores->tagging.answered++;
        if (g == count)
            continue;
        found[g] = true;
        scores->tagging.right++;
        if (!gold[g].located)
            continue;
        scores->resolution.gold++;
        scores->resolution.answered++;
        scores->resolution.right += place->located && kilometres(gold[g].latitude, gold[g].longitude, place) < near;
    }
    free(found);
}

static bool score_article(const evaluation *e, const xmlNode *article, place_scores *scores)
{
    char *text = xml_text(article, "text");
    toponym *gold = NULL;
    uint32_t count = text ? toponyms_of(article, text, &gold) : 0;
    dateline_error error = {.message = "an article without text"};
    dateline_report report = {.text = text, .length = text ? strlen(text) : 0, .name = e->path};
    dateline_record *record = text ? dateline_code(e->engine, &report, &error) : NULL;
    if (record)
        compare(gold, count, record, scores);
    else
        fprintf(stderr, "dateline: %s:%ld: %s\n", e->path, xmlGetLineNo((xmlNode *)article), error.message);
    bool coded = record != NULL;
    dateline_record_free(record);
    free(gold);
    xmlFree(text);
    return coded;
}

int eval_places(const evaluation *e)
{
    place_scores scores = {0};
    xmlDoc *read = xml_read(e->path);
    if (!read)
        return 3;
    int failed = 0;
    for (const xmlNode *node = xmlDocGetRootElement(read)->children; node; node = node->next)
        if (xml_is(node, "article"))
            failed += !score_article(e, node, &scores);
    xmlFreeDoc(read);
    print_tally(e, "geotagging", &scores.tagging);
    print_tally(e, "161 km", &scores.resolution);
    return failed ? 1 : 0;
}
