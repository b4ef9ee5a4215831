/* Why a record says what it says, in words. */
#include "base/buffer.h"
#include "base/span.h"
#include "base/status.h"

#include <stdlib.h>

static void add_quoted(buffer *out, const dateline_record *record, span where)
{
    buffer_add_string(out, "\"");
    bool blank = false;
    for (uint32_t i = where.begin; i < where.end; i++) {
        char byte = record->report.text[i];
        bool space = byte == ' ' || byte == '\n' || byte == '\t';
        if (!space || !blank)
            buffer_add(out, space ? " " : &byte, 1);
        blank = space;
    }
    buffer_add_string(out, "\"");
}

static void add_line(buffer *out, const dateline_record *record, const char *label, span where)
{
    if (span_empty(where))
        return;
    buffer_print(out, "  %-11s ", label);
    add_quoted(out, record, where);
    buffer_print(out, " [%u, %u)\n", where.begin, where.end);
}

static void add_value(buffer *out, const char *label, const char *value)
{
    if (value)
        buffer_print(out, "  %-11s %s\n", label, value);
}

/* "She": whom a pronoun was taken to mean, and who lost. */
static void add_choice(buffer *out, const dateline_record *record, span where)
{
    for (uint32_t i = 0; i < record->choice_count; i++) {
        const dateline_choice *choice = &record->choices[i];
        if (choice->span.begin != where.begin || choice->span.end != where.end)
            continue;
        buffer_print(out, "    means     %s, who stands out most of those before", record->entities[choice->means].name);
        if (choice->instead != DATELINE_NONE)
            buffer_print(out, "; not %s", record->entities[choice->instead].name);
        buffer_add_string(out, "\n");
        return;
    }
}

static void add_reason(buffer *out, const dateline_record *record, const dateline_reason *reason)
{
    if (!reason->rule)
        return;
    buffer_print(out, "  because     rule %s", reason->rule);
    if (reason->source)
        buffer_print(out, " (lexicon/%s)", reason->source);
    buffer_add_string(out, "\n");
    for (uint32_t i = 0; i < reason->word_count; i++) {
        add_line(out, record, reason->parts[i], reason->words[i]);
        add_choice(out, record, reason->words[i]);
    }
    add_value(out, "weighed", reason->clues);
    if (!reason->instead)
        return;
    buffer_print(out, "  not         rule %s", reason->instead);
    if (reason->instead_source)
        buffer_print(out, " (lexicon/%s)", reason->instead_source);
    if (!span_empty(reason->instead_words)) {
        buffer_add_string(out, ", which would have ");
        add_quoted(out, record, reason->instead_words);
    }
    buffer_add_string(out, ": ");
    if (reason->instead_lacks)
        buffer_print(out, "does not hold: %s\n", reason->instead_lacks);
    else
        buffer_add_string(out, "fits too, but asks for less\n");
}

/* The sentence that holds a byte, as a tree: each word under its governor. */
static void add_tree(buffer *out, const dateline_record *record, uint32_t place)
{
    const dateline_tokens *t = &record->tokens;
    for (uint32_t s = 0; s < t->sentence_count; s++) {
        uint32_t first = t->sentence[s], end = t->sentence[s + 1];
        if (place < t->where[first].begin || place >= t->where[end - 1].end)
            continue;
        buffer_add_string(out, "  tree\n");
        for (uint32_t i = first; i < end; i++) {
            span word = t->where[i];
            buffer_print(out, "    %3u %-18.*s %-6s %-12s", i - first + 1, (int)span_length(word), record->report.text + word.begin,
                         t->tag[i], t->relation[i]);
            if (t->head[i] != DATELINE_NONE) {
                span head = t->where[t->head[i]];
                buffer_print(out, " of %u %.*s", t->head[i] - first + 1, (int)span_length(head), record->report.text + head.begin);
            }
            buffer_add_string(out, "\n");
        }
        return;
    }
}

static void add_names(buffer *out, const dateline_record *record, const char *label, dateline_indices list)
{
    for (uint32_t i = 0; i < list.count; i++)
        buffer_print(out, "  %-11s %s\n", i ? "" : label, record->entities[list.items[i]].name);
}

static void explain_event(buffer *out, const dateline_record *record, uint32_t index)
{
    const dateline_event *event = &record->events[index];
    buffer_print(out, "v%u: %s%s%s%s%s\n", index + 1, event->type, event->mode ? " " : "", event->mode ? event->mode : "",
                 event->kind ? ", " : "", event->kind ? event->kind : "");
    add_line(out, record, "trigger", event->trigger);
    for (uint32_t i = 0; i < event->mention_count; i++)
        add_line(out, record, i ? "" : "told also", event->mentions[i]);
    if (event->voice == DATELINE_NONE)
        buffer_add_string(out, "  voice       the outlet's own word\n");
    else
        buffer_print(out, "  voice       only in statement s%u\n", event->voice + 1);
    add_value(out, "reality", event->reality);
    for (int role = 0; role < DATELINE_ROLE_COUNT; role++)
        add_names(out, record, dateline_role_name((dateline_role)role), event->roles[role]);
    if (event->time != DATELINE_NONE)
        add_line(out, record, "time", record->times[event->time].span);
    if (event->place != DATELINE_NONE)
        add_value(out, "place", record->entities[event->place].name);
    add_line(out, record, "theme", event->theme);
    add_line(out, record, "marks", event->marks_span);
    add_line(out, record, "attendance", event->attendance_span);
    for (uint32_t i = 0; i < event->count_count; i++)
        add_line(out, record, "count", event->counts[i].span);
    add_reason(out, record, &event->reason);
    add_tree(out, record, event->trigger.begin);
}

static void explain_statement(buffer *out, const dateline_record *record, uint32_t index)
{
    const dateline_statement *statement = &record->statements[index];
    buffer_print(out, "s%u: %s, %s quote\n", index + 1, statement->force, statement->quote);
    add_names(out, record, "speaker", statement->speakers);
    add_line(out, record, "named by", statement->speaker_span);
    add_line(out, record, "cue", statement->cue);
    add_line(out, record, "content", statement->content);
    add_reason(out, record, &statement->reason);
    add_tree(out, record, statement->cue.begin);
}

static void explain_entity(buffer *out, const dateline_record *record, uint32_t index)
{
    const dateline_entity *entity = &record->entities[index];
    buffer_print(out, "%c%u: %s, %s\n", entity->type == DATELINE_PLACE ? 'p' : 'e', index + 1, entity->name,
                 dateline_entity_type_name(entity->type));
    for (uint32_t i = 0; i < entity->mention_count; i++)
        add_line(out, record, i ? "" : "named", entity->mentions[i]);
    for (uint32_t i = 0; i < entity->reference_count; i++)
        add_line(out, record, i ? "" : "meant by", entity->references[i]);
    add_value(out, "actor", entity->actor);
    add_value(out, "country", entity->country);
    add_value(out, "  told by", entity->country_rule);
    for (uint32_t i = 0; i < entity->office_count; i++) {
        const dateline_office *office = &entity->offices[i];
        buffer_print(out, "  office      %s (%s)", office->title, office->status);
        if (office->of_country || office->of != DATELINE_NONE)
            buffer_print(out, " of %s", office->of_country ? office->of_country : record->entities[office->of].name);
        if (office->to_country || office->to != DATELINE_NONE)
            buffer_print(out, " to %s", office->to_country ? office->to_country : record->entities[office->to].name);
        buffer_add_string(out, "\n");
        add_reason(out, record, &office->reason);
    }
}

/* "v2": the letter and the number from 1; false where there is none such. */
static bool read_id(const char *id, char *letter, uint32_t *index)
{
    char *end;
    unsigned long number = *id ? strtoul(id + 1, &end, 10) : 0;
    if (!number || *end || number > UINT32_MAX)
        return false;
    *letter = *id;
    *index = (uint32_t)number - 1;
    return true;
}

char *dateline_explain(const dateline_record *record, const char *id, dateline_error *error)
{
    buffer out = {0};
    char letter = 0;
    uint32_t index = 0;
    bool known = !id || read_id(id, &letter, &index);
    if (known && id) {
        bool entity = (letter == 'e' || letter == 'p') && index < record->entity_count &&
                      (letter == 'p') == (record->entities[index].type == DATELINE_PLACE);
        if (letter == 'v' && index < record->event_count)
            explain_event(&out, record, index);
        else if (letter == 's' && index < record->statement_count)
            explain_statement(&out, record, index);
        else if (entity)
            explain_entity(&out, record, index);
        else
            known = false;
    }
    if (!known) {
        fail(error, DATELINE_BAD_ARGUMENT, "%s: the record has no \"%s\" (entities e1, p2 ..., statements s1 ..., events v1 ...)",
             record->report.name ? record->report.name : "report", id);
        return NULL;
    }
    for (uint32_t i = 0; !id && i < record->event_count; i++)
        explain_event(&out, record, i);
    for (uint32_t i = 0; !id && i < record->statement_count; i++)
        explain_statement(&out, record, i);
    for (uint32_t i = 0; !id && i < record->entity_count; i++)
        explain_entity(&out, record, i);
    return buffer_take(&out);
}
