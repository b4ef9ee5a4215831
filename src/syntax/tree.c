#include "syntax/tree.h"

/* Marks the words of one cycle of `head`; false if there is none. The root has head NONE. */
static bool find_cycle(const uint32_t *head, uint32_t n, uint32_t *seen, bool *in_cycle)
{
    memset(seen, 0, n * sizeof *seen);
    for (uint32_t start = 0; start < n; start++) {
        uint32_t word = start;
        while (word != NONE && !seen[word]) {
            seen[word] = start + 1;
            word = head[word];
        }
        if (word == NONE || seen[word] != start + 1)
            continue;
        memset(in_cycle, 0, n * sizeof *in_cycle);
        for (uint32_t at = word; !in_cycle[at]; at = head[at])
            in_cycle[at] = true;
        return true;
    }
    return false;
}

/* score[n][n], `root` has no governor. Cycles are made one word and the smaller graph is solved. */
static void arborescence(arena *memory, const float *score, uint32_t n, uint32_t root, uint32_t *head)
{
    for (uint32_t d = 0; d < n; d++) {
        uint32_t best = d == 0 ? 1 : 0;
        for (uint32_t g = 0; g < n; g++)
            if (g != d && score[d * n + g] > score[d * n + best])
                best = g;
        head[d] = d == root ? NONE : best;
    }
    uint32_t *seen = arena_array(memory, n, sizeof *seen);
    bool *in_cycle = arena_array(memory, n, sizeof *in_cycle);
    if (!find_cycle(head, n, seen, in_cycle))
        return;

    uint32_t *outside = arena_array(memory, n, sizeof *outside), m = 0; /* words that stay, then the cycle as word m */
    for (uint32_t i = 0; i < n; i++)
        if (!in_cycle[i])
            outside[m++] = i;
    uint32_t size = m + 1, small_root = 0;
    float *small = arena_array(memory, (size_t)size * size, sizeof *small);
    uint32_t *enter = arena_array(memory, size, sizeof *enter), *leave = arena_array(memory, size, sizeof *leave);
    uint32_t *small_head = arena_array(memory, size, sizeof *small_head);
    for (uint32_t a = 0; a < m; a++) {
        uint32_t v = outside[a];
        if (v == root)
            small_root = a;
        for (uint32_t b = 0; b < m; b++)
            small[a * size + b] = score[v * n + outside[b]];
        float into = -1e30f, out = -1e30f;
        for (uint32_t k = 0; k < n; k++) {
            if (!in_cycle[k])
                continue;
            float gain = score[k * n + v] - score[k * n + head[k]];
            if (gain > into) {
                into = gain;
                enter[a] = k;
            }
            if (score[v * n + k] > out) {
                out = score[v * n + k];
                leave[a] = k;
            }
        }
        small[m * size + a] = into;
        small[a * size + m] = out;
    }
    arborescence(memory, small, size, small_root, small_head);
    for (uint32_t a = 0; a < m; a++)
        if (outside[a] != root)
            head[outside[a]] = small_head[a] == m ? leave[a] : outside[small_head[a]];
    head[enter[small_head[m]]] = outside[small_head[m]];
}

void best_tree(arena *memory, const float *score, uint32_t n, uint32_t *head)
{
    /* The root is the word that loses least by having no governor. */
    uint32_t root = 0;
    float best_gain = -1e30f;
    for (uint32_t d = 0; d < n; d++) {
        const float *row = score + (size_t)d * (n + 1);
        float best = -1e30f;
        for (uint32_t g = 0; g < n; g++)
            if (row[g] > best) {
                best = row[g];
                head[d] = g;
            }
        if (row[n] - best > best_gain) {
            best_gain = row[n] - best;
            root = d;
        }
    }
    head[root] = NONE;
    uint32_t seen[256];
    bool in_cycle[256];
    if (n <= 256 && !find_cycle(head, n, seen, in_cycle))
        return;
    arena_mark before = arena_here(memory);
    float *square = arena_array(memory, (size_t)n * n, sizeof *square);
    for (uint32_t d = 0; d < n; d++)
        memcpy(square + (size_t)d * n, score + (size_t)d * (n + 1), n * sizeof *square);
    arborescence(memory, square, n, root, head);
    arena_back(memory, before);
}

void link_tree(document *doc)
{
    token_table *t = &doc->tokens;
    for (uint32_t i = 0; i < t->count; i++) {
        t->first_child[i] = t->next_sibling[i] = NONE;
        t->left[i] = t->right[i] = i;
    }
    for (uint32_t i = t->count; i-- > 0;) {
        uint32_t head = t->head[i];
        if (head == NONE)
            continue;
        t->next_sibling[i] = t->first_child[head];
        t->first_child[head] = i;
    }
    for (uint32_t i = 0; i < t->count; i++)
        for (uint32_t at = t->head[i]; at != NONE; at = t->head[at]) {
            if (t->left[at] > i)
                t->left[at] = i;
            if (t->right[at] < i)
                t->right[at] = i;
        }
}
