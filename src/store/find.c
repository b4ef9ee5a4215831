/* Searching a store. */
#include "base/buffer.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_VALUES = 32 };

/* A query in the making: its text, and what its question marks stand for. */
typedef struct question {
    buffer sql;
    const char *values[MOST_VALUES];
    uint32_t value_count;
    char *like; /* "%name%" */
} question;

static void add_condition(question *q, const char *sql, const char *value)
{
    buffer_add_string(&q->sql, sql);
    q->values[q->value_count++] = value;
}

/* What narrows the reports, for each kind of hit. */
static void add_report_conditions(question *q, const dateline_query *query)
{
    if (query->words)
        add_condition(q, " AND r.number IN (SELECT rowid FROM search WHERE search MATCH ?)", query->words);
    if (query->from)
        add_condition(q, " AND r.published >= ?", query->from);
    if (query->to)
        add_condition(q, " AND r.published <= ?", query->to);
}

#define REPORT_COLUMNS "r.id, r.name, r.published, r.source, r.title, "

static void ask_statements(question *q, const dateline_query *query)
{
    buffer_add_string(&q->sql, "SELECT " REPORT_COLUMNS "'statement', 's' || (s.statement + 1), s.force,"
                               " (SELECT group_concat(e.name, ', ') FROM speakers p JOIN entities e USING (report, entity)"
                               "  WHERE p.report = s.report AND p.statement = s.statement), s.content, s.begin"
                               " FROM statements s JOIN reports r ON r.number = s.report WHERE 1");
    add_report_conditions(q, query);
    if (query->said)
        add_condition(q, " AND s.force = ?", query->said);
    if (query->who)
        add_condition(q,
                      " AND EXISTS (SELECT 1 FROM speakers p JOIN entities e USING (report, entity) WHERE p.report = s.report"
                      " AND p.statement = s.statement AND e.name LIKE ? ESCAPE '\\')",
                      q->like);
    if (query->country)
        add_condition(q,
                      " AND EXISTS (SELECT 1 FROM speakers p JOIN entities e USING (report, entity) WHERE p.report = s.report"
                      " AND p.statement = s.statement AND e.country = ?)",
                      query->country);
}

static void ask_events(question *q, const dateline_query *query)
{
    buffer_add_string(&q->sql,
                      "SELECT " REPORT_COLUMNS "'event', 'v' || (v.event + 1), coalesce(v.kind || ' ', '') || v.type,"
                      " (SELECT group_concat(DISTINCT e.name) FROM roles o JOIN entities e USING (report, entity)"
                      "  WHERE o.report = v.report AND o.event = v.event), coalesce(v.theme, substr(CAST(substr(CAST(r.text AS BLOB),"
                      "  max(1, v.begin - 60), 200) AS TEXT), 1)), v.begin"
                      " FROM events v JOIN reports r ON r.number = v.report WHERE 1");
    add_report_conditions(q, query);
    if (query->type) {
        add_condition(q, " AND (v.type = ? COLLATE NOCASE", query->type);
        add_condition(q, " OR v.kind = ? COLLATE NOCASE)", query->type);
    }
    if (query->who)
        add_condition(q,
                      " AND EXISTS (SELECT 1 FROM roles o JOIN entities e USING (report, entity) WHERE o.report = v.report"
                      " AND o.event = v.event AND e.name LIKE ? ESCAPE '\\')",
                      q->like);
    if (query->country) {
        add_condition(q,
                      " AND (EXISTS (SELECT 1 FROM roles o JOIN entities e USING (report, entity) WHERE o.report = v.report"
                      " AND o.event = v.event AND e.country = ?)",
                      query->country);
        add_condition(q, " OR (SELECT country FROM places p WHERE p.report = v.report AND p.entity = v.place) = ?)", query->country);
    }
}

static void ask_reports(question *q, const dateline_query *query)
{
    buffer_add_string(&q->sql, "SELECT " REPORT_COLUMNS "'report', NULL, NULL, NULL, ");
    if (query->words)
        add_condition(q, "(SELECT snippet(search, 1, '', '', ' ... ', 24) FROM search WHERE search MATCH ? AND rowid = r.number)",
                      query->words);
    else
        buffer_add_string(&q->sql, "substr(r.text, 1, 160)");
    buffer_add_string(&q->sql, ", 0 FROM reports r WHERE 1");
    add_report_conditions(q, query);
}

/* Statements and events where something of theirs is asked for, else reports. */
static void ask(question *q, const dateline_query *query)
{
    bool statements = query->said || (query->who && !query->type) || (query->country && !query->type);
    bool events = query->type || (query->who && !query->said) || (query->country && !query->said);
    if (statements)
        ask_statements(q, query);
    if (statements && events)
        buffer_add_string(&q->sql, " UNION ALL ");
    if (events)
        ask_events(q, query);
    if (!statements && !events)
        ask_reports(q, query);
    buffer_add_string(&q->sql, " ORDER BY 3 DESC, 1, 11, 7");
    if (query->limit)
        buffer_print(&q->sql, " LIMIT %u", query->limit);
}

/* "%na\%me%" */
static char *like_pattern(const char *name)
{
    buffer out = {0};
    buffer_add_string(&out, "%");
    for (; *name; name++) {
        if (strchr("%_\\", *name))
            buffer_add_string(&out, "\\");
        buffer_add(&out, name, 1);
    }
    buffer_add_string(&out, "%");
    return buffer_take(&out);
}

/* Words that are no query of FTS5 ("don't", a lone quote) are searched for as they stand. */
static char *plain_words(const char *words)
{
    buffer out = {0};
    while (*words) {
        size_t length = strcspn(words, " \t");
        if (length) {
            buffer_add_string(&out, out.length ? " \"" : "\"");
            for (size_t i = 0; i < length; i++)
                buffer_add(&out, words[i] == '"' ? "\"\"" : &words[i], words[i] == '"' ? 2 : 1);
            buffer_add_string(&out, "\"");
        }
        words += length + (words[length] != 0);
    }
    return buffer_take(&out);
}

static bool words_are_a_query(dateline_store *store, const char *words)
{
    sqlite3_stmt *test = NULL;
    bool fine = sqlite3_prepare_v2(store->db, "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", -1, &test, NULL) == SQLITE_OK;
    if (fine) {
        sqlite3_bind_text(test, 1, words, -1, SQLITE_STATIC);
        int stepped = sqlite3_step(test);
        fine = stepped == SQLITE_ROW || stepped == SQLITE_DONE;
    }
    sqlite3_finalize(test);
    return fine;
}

static const char *column(sqlite3_stmt *statement, int place)
{
    return (const char *)sqlite3_column_text(statement, place);
}

static status run_question(dateline_store *store, const question *q, bool (*found)(const dateline_hit *, void *), void *context,
                           dateline_error *error)
{
    sqlite3_stmt *statement = NULL;
    if (q->sql.failed || sqlite3_prepare_v2(store->db, q->sql.bytes, -1, &statement, NULL) != SQLITE_OK)
        return store_failed(store, error);
    for (uint32_t i = 0; i < q->value_count; i++)
        sqlite3_bind_text(statement, (int)i + 1, q->values[i], -1, SQLITE_STATIC);
    int stepped;
    bool going = true;
    while (going && (stepped = sqlite3_step(statement)) == SQLITE_ROW) {
        dateline_hit hit = {
            .id = column(statement, 0),
            .name = column(statement, 1),
            .published = column(statement, 2),
            .source = column(statement, 3),
            .title = column(statement, 4),
            .kind = column(statement, 5),
            .item = column(statement, 6),
            .label = column(statement, 7),
            .who = column(statement, 8),
            .excerpt = column(statement, 9),
        };
        going = found(&hit, context);
    }
    status result = !going || stepped == SQLITE_DONE ? DATELINE_OK : store_failed(store, error);
    sqlite3_finalize(statement);
    return result;
}

status dateline_store_find(dateline_store *store, const dateline_query *query, bool (*found)(const dateline_hit *hit, void *context),
                           void *context, dateline_error *error)
{
    dateline_query asked = *query;
    char *words = asked.words && !words_are_a_query(store, asked.words) ? plain_words(asked.words) : NULL;
    if (words)
        asked.words = words;
    question q = {.like = asked.who ? like_pattern(asked.who) : NULL};
    ask(&q, &asked);
    status result = run_question(store, &q, found, context, error);
    free(q.sql.bytes);
    free(q.like);
    free(words);
    return result;
}
