/* MUC, B3 and CEAF-e over the chains of two sides. */
#include "eval/eval.h"

#include <stdlib.h>
#include <string.h>

/* One side, with its chains' sizes. */
typedef struct side {
    const coreferent *mentions; /* [count] */
    uint32_t count, chains;
    uint32_t *size; /* [chains] */
} side;

static bool open_side(side *s, const coreferent *mentions, uint32_t count)
{
    *s = (side){mentions, count, 0, NULL};
    for (uint32_t i = 0; i < count; i++)
        if (mentions[i].chain >= s->chains)
            s->chains = mentions[i].chain + 1;
    s->size = calloc(s->chains + 1, sizeof *s->size);
    for (uint32_t i = 0; s->size && i < count; i++)
        s->size[mentions[i].chain]++;
    return s->size != NULL;
}

double ratio_recall(const ratio *r)
{
    return r->gold > 0 ? r->recalled / r->gold : 0;
}

double ratio_precision(const ratio *r)
{
    return r->answered > 0 ? r->precise / r->answered : 0;
}

double ratio_f1(const ratio *r)
{
    double recall = ratio_recall(r), precision = ratio_precision(r);
    return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
}

/* shared[gold chain][answer chain]: mentions in both. */
static uint32_t *overlaps(const side *gold, const side *answer)
{
    uint32_t *shared = calloc((size_t)(gold->chains + 1) * (answer->chains + 1), sizeof *shared);
    for (uint32_t i = 0; shared && i < gold->count; i++)
        if (gold->mentions[i].pair != DATELINE_NONE)
            shared[(size_t)gold->mentions[i].chain * answer->chains + answer->mentions[gold->mentions[i].pair].chain]++;
    return shared;
}

/* Links of one side's chains that survive where the other side cuts them; `step` between its chains in `shared`, `far` between the other's.
 */
static void count_links(const side *s, const uint32_t *shared, size_t step, size_t far, uint32_t others, double *kept, double *all)
{
    for (uint32_t c = 0; c < s->chains; c++) {
        if (!s->size[c])
            continue;
        uint32_t found = 0, parts = 0;
        for (uint32_t k = 0; k < others; k++) {
            uint32_t both = shared[c * step + k * far];
            found += both;
            parts += both > 0;
        }
        *kept += s->size[c] - (parts + (s->size[c] - found));
        *all += s->size[c] - 1;
    }
}

static void count_mentions(const side *s, const side *other, const uint32_t *shared, size_t step, size_t far, int kind, double *right,
                           double *all)
{
    for (uint32_t i = 0; i < s->count; i++) {
        const coreferent *m = &s->mentions[i];
        if (kind >= 0 && m->pronoun != (kind == 1))
            continue;
        *all += 1;
        if (m->pair != DATELINE_NONE)
            *right += (double)shared[m->chain * step + other->mentions[m->pair].chain * far] / s->size[m->chain];
    }
}

/* The heaviest pairing of rows with columns (Kuhn 1955, Munkres 1957, in the form with potentials): sum of the weights.
 * `weight` [rows][columns], rows <= columns. */
static double heaviest_pairing(const double *weight, uint32_t rows, uint32_t columns)
{
    double *u = calloc(rows + 1, sizeof *u), *v = calloc(columns + 1, sizeof *v), *least = calloc(columns + 1, sizeof *least);
    uint32_t *row_of = calloc(columns + 1, sizeof *row_of), *way = calloc(columns + 1, sizeof *way);
    bool *used = calloc(columns + 1, sizeof *used);
    double sum = 0;
    bool ready = u && v && least && row_of && way && used;
    for (uint32_t i = 1; ready && i <= rows; i++) {
        uint32_t column = 0;
        row_of[0] = i;
        for (uint32_t k = 0; k <= columns; k++) {
            least[k] = 1e9;
            used[k] = false;
        }
        do {
            uint32_t row = row_of[column], next = 0;
            double delta = 1e9;
            used[column] = true;
            for (uint32_t k = 1; k <= columns; k++) {
                if (used[k])
                    continue;
                double cost = -weight[(size_t)(row - 1) * columns + k - 1] - u[row] - v[k];
                if (cost < least[k]) {
                    least[k] = cost;
                    way[k] = column;
                }
                if (least[k] < delta) {
                    delta = least[k];
                    next = k;
                }
            }
            for (uint32_t k = 0; k <= columns; k++) {
                if (used[k]) {
                    u[row_of[k]] += delta;
                    v[k] -= delta;
                } else {
                    least[k] -= delta;
                }
            }
            column = next;
        } while (row_of[column]);
        for (; column; column = way[column])
            row_of[column] = row_of[way[column]];
    }
    for (uint32_t k = 1; ready && k <= columns; k++)
        if (row_of[k])
            sum += weight[(size_t)(row_of[k] - 1) * columns + k - 1];
    free(u);
    free(v);
    free(least);
    free(row_of);
    free(way);
    free(used);
    return sum;
}

/* phi4 of Luo (2005), pairing each chain with at most one of the other side. */
static bool count_pairs(const side *gold, const side *answer, const uint32_t *shared, ratio *out)
{
    bool upright = gold->chains <= answer->chains;
    uint32_t rows = upright ? gold->chains : answer->chains, columns = upright ? answer->chains : gold->chains;
    double *weight = calloc((size_t)(rows + 1) * (columns + 1), sizeof *weight);
    for (uint32_t g = 0; weight && g < gold->chains; g++)
        for (uint32_t a = 0; a < answer->chains; a++) {
            double sum = (double)gold->size[g] + answer->size[a];
            size_t place = upright ? (size_t)g * columns + a : (size_t)a * columns + g;
            weight[place] = sum > 0 ? 2.0 * shared[(size_t)g * answer->chains + a] / sum : 0;
        }
    double similar = weight ? heaviest_pairing(weight, rows, columns) : 0;
    out->recalled += similar;
    out->precise += similar;
    out->gold += gold->chains;
    out->answered += answer->chains;
    free(weight);
    return weight != NULL;
}

bool coreference_compare(const coreferent *gold, uint32_t gold_count, const coreferent *answer, uint32_t answer_count,
                         coreference_scores *scores)
{
    side g = {0}, a = {0};
    bool done = open_side(&g, gold, gold_count) && open_side(&a, answer, answer_count);
    uint32_t *shared = done ? overlaps(&g, &a) : NULL;
    done = shared != NULL;
    if (shared) {
        count_links(&g, shared, a.chains, 1, a.chains, &scores->muc.recalled, &scores->muc.gold);
        count_links(&a, shared, 1, a.chains, g.chains, &scores->muc.precise, &scores->muc.answered);
        ratio *const by_kind[] = {&scores->b3, &scores->names, &scores->pronouns};
        for (int kind = -1; kind <= 1; kind++) {
            count_mentions(&g, &a, shared, a.chains, 1, kind, &by_kind[kind + 1]->recalled, &by_kind[kind + 1]->gold);
            count_mentions(&a, &g, shared, 1, a.chains, kind, &by_kind[kind + 1]->precise, &by_kind[kind + 1]->answered);
        }
        done = count_pairs(&g, &a, shared, &scores->ceaf);
    }
    free(shared);
    free(g.size);
    free(a.size);
    return done;
}
