/* CoNLL-U, version 2: one word a line, contractions as ranges. universaldependencies.org/format */
#include "base/buffer.h"
#include "base/span.h"

static void add_text(buffer *out, const dateline_record *record, span where)
{
    for (uint32_t i = where.begin; i < where.end; i++) {
        char byte = record->report.text[i];
        bool space = byte == '\n' || byte == '\t' || byte == '\r';
        buffer_add(out, space ? " " : &record->report.text[i], 1);
    }
}

static void add_field(buffer *out, const char *value)
{
    buffer_add_string(out, value && *value ? value : "_");
    buffer_add(out, "\t", 1);
}

static bool space_after(const dateline_tokens *t, uint32_t i)
{
    return i + 1 == t->count || t->where[i].end < t->where[i + 1].begin;
}

/* "1-2 don't" before the words that were written as one. */
static void add_range(buffer *out, const dateline_record *record, uint32_t i, uint32_t first, uint32_t end)
{
    const dateline_tokens *t = &record->tokens;
    if (t->joined[i] || i + 1 >= end || !t->joined[i + 1])
        return;
    uint32_t last = i + 1;
    while (last + 1 < end && t->joined[last + 1])
        last++;
    buffer_print(out, "%u-%u\t", i - first + 1, last - first + 1);
    add_text(out, record, (span){t->where[i].begin, t->where[last].end});
    buffer_print(out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", space_after(t, last) ? "_" : "SpaceAfter=No");
}

static void add_word(buffer *out, const dateline_record *record, uint32_t i, uint32_t first)
{
    const dateline_tokens *t = &record->tokens;
    bool inside_range = t->joined[i] || (i + 1 < t->count && t->joined[i + 1]);
    buffer_print(out, "%u\t", i - first + 1);
    add_text(out, record, t->where[i]);
    buffer_add(out, "\t", 1);
    add_field(out, t->lemma[i]);
    add_field(out, t->tag[i]);
    add_field(out, t->english_tag[i]);
    add_field(out, t->features[i]);
    buffer_print(out, "%u\t", t->head[i] == DATELINE_NONE ? 0 : t->head[i] - first + 1);
    add_field(out, t->relation[i]);
    buffer_add_string(out, "_\t");
    buffer_add_string(out, inside_range || space_after(t, i) ? "_\n" : "SpaceAfter=No\n");
}

char *dateline_record_conllu(const dateline_record *record)
{
    const dateline_tokens *t = &record->tokens;
    buffer out = {0};
    buffer_print(&out, "# newdoc id = %s\n", record->report.name ? record->report.name : record->id);
    for (uint32_t s = 0; s < t->sentence_count; s++) {
        uint32_t first = t->sentence[s], end = t->sentence[s + 1];
        if (t->opens_paragraph[s])
            buffer_add_string(&out, "# newpar\n");
        buffer_print(&out, "# sent_id = %u\n# text = ", s + 1);
        add_text(&out, record, (span){t->where[first].begin, t->where[end - 1].end});
        buffer_add_string(&out, "\n");
        for (uint32_t i = first; i < end; i++) {
            add_range(&out, record, i, first, end);
            add_word(&out, record, i, first);
        }
        buffer_add_string(&out, "\n");
    }
    return buffer_take(&out);
}
