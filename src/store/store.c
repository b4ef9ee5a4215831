/* The store: opening, transactions, counting, single records. SQLite keeps the promise that what is
 * committed is there after the power fails. */
#include "store/store.h"

#include "base/digest.h"
#include "store/schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

status store_failed(dateline_store *store, dateline_error *error)
{
    int code = sqlite3_errcode(store->db) & 0xff;
    status kind = code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? DATELINE_BAD_STORE
                  : code == SQLITE_NOMEM                          ? DATELINE_NO_MEMORY
                                                                  : DATELINE_CANNOT_WRITE;
    return fail(error, kind, "%s: %s", store->path, sqlite3_errmsg(store->db));
}

static bool run(dateline_store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static bool read_number(dateline_store *store, const char *sql, int64_t *out)
{
    sqlite3_stmt *query = NULL;
    bool read = sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW;
    if (read)
        *out = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    return read;
}

/* All of it, or nothing. */
static status make_tables(dateline_store *store, const char *tables, dateline_error *error)
{
    char stamp[120];
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d;", STORE_APPLICATION, STORE_VERSION);
    if (run(store, "BEGIN") && run(store, tables) && run(store, stamp) && run(store, "COMMIT"))
        return DATELINE_OK;
    return store_failed(store, error);
}

static status check_tables(dateline_store *store, bool create, dateline_error *error)
{
    int64_t application = 0, version = 0, tables = 0;
    if (!read_number(store, "PRAGMA application_id", &application) || !read_number(store, "PRAGMA user_version", &version) ||
        !read_number(store, "SELECT count(*) FROM sqlite_master", &tables))
        return store_failed(store, error);
    if (tables == 0 && create)
        return make_tables(store, store_schema, error);
    if (application != STORE_APPLICATION)
        return fail(error, DATELINE_BAD_STORE, "%s: not a store of Dateline", store->path);
    if (version == 1) /* its reports have no counts until they are coded again */
        return make_tables(store, COUNTS_TABLE, error);
    if (version != STORE_VERSION)
        return fail(error, DATELINE_BAD_STORE, "%s: a store of version %lld, but this program reads version %d", store->path,
                    (long long)version, STORE_VERSION);
    return DATELINE_OK;
}

static bool prepare(dateline_store *store)
{
    store_statements *p = &store->prepared;
    const struct {
        sqlite3_stmt **to;
        const char *sql;
    } all[] = {
        {&p->has, "SELECT number FROM reports WHERE id = ?"},
        {&p->remove, "DELETE FROM reports WHERE id = ?"},
        {&p->report, "INSERT INTO reports (id, name, source, published, title, url, language, bytes, text, record, engine, model, lexicon)"
                     " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&p->entity, "INSERT INTO entities VALUES (?,?,?,?,?,?,?)"},
        {&p->mention, "INSERT OR IGNORE INTO mentions VALUES (?,?,?,?,?)"},
        {&p->office, "INSERT INTO offices VALUES (?,?,?,?,?,?,?,?,?,?)"},
        {&p->place, "INSERT INTO places VALUES (?,?,?,?,?,?,?,?)"},
        {&p->time, "INSERT INTO times VALUES (?,?,?,?,?,?,?)"},
        {&p->statement, "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&p->speaker, "INSERT OR IGNORE INTO speakers VALUES (?,?,?)"},
        {&p->event, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&p->role, "INSERT OR IGNORE INTO roles VALUES (?,?,?,?)"},
        {&p->count, "INSERT INTO counts VALUES (?,?,?,?,?,?,?,?)"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (sqlite3_prepare_v3(store->db, all[i].sql, -1, SQLITE_PREPARE_PERSISTENT, all[i].to, NULL) != SQLITE_OK)
            return false;
    return true;
}

static status open_store(dateline_store *store, bool create, dateline_error *error)
{
    struct stat about;
    if (!create && stat(store->path, &about) != 0)
        return fail(error, DATELINE_CANNOT_READ, "%s: %s", store->path, strerror(errno));
    int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
    if (sqlite3_open_v2(store->path, &store->db, flags, NULL) != SQLITE_OK)
        return fail(error, create ? DATELINE_CANNOT_WRITE : DATELINE_CANNOT_READ, "%s: %s", store->path, sqlite3_errmsg(store->db));
    sqlite3_busy_timeout(store->db, 10000);
    if (!run(store, "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"))
        return store_failed(store, error);
    status checked = check_tables(store, create, error);
    if (checked != DATELINE_OK)
        return checked;
    return prepare(store) ? DATELINE_OK : store_failed(store, error);
}

static void free_store(dateline_store *store)
{
    store_statements *p = &store->prepared;
    sqlite3_stmt *all[] = {p->has,  p->remove,    p->report,  p->entity, p->mention, p->office, p->place,
                           p->time, p->statement, p->speaker, p->event,  p->role,    p->count};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        sqlite3_finalize(all[i]);
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}

dateline_store *dateline_store_open(const char *path, bool create, dateline_error *error)
{
    dateline_store *store = calloc(1, sizeof *store);
    if (store)
        store->path = strdup(path);
    if (!store || !store->path) {
        free(store);
        fail(error, DATELINE_NO_MEMORY, "%s: no memory to open it", path);
        return NULL;
    }
    if (open_store(store, create, error) == DATELINE_OK)
        return store;
    free_store(store);
    return NULL;
}

bool dateline_store_has(dateline_store *store, const dateline_report *report)
{
    char id[DIGEST_TEXT];
    digest(report->text, report->length, id);
    sqlite3_stmt *query = store->prepared.has;
    sqlite3_bind_text(query, 1, id, -1, SQLITE_TRANSIENT);
    bool found = sqlite3_step(query) == SQLITE_ROW;
    sqlite3_reset(query);
    return found;
}

status dateline_store_commit(dateline_store *store, dateline_error *error)
{
    if (!store->in_transaction)
        return DATELINE_OK;
    if (!run(store, "COMMIT"))
        return store_failed(store, error);
    store->in_transaction = false;
    return DATELINE_OK;
}

status dateline_store_close(dateline_store *store, dateline_error *error)
{
    if (!store)
        return DATELINE_OK;
    status committed = dateline_store_commit(store, error);
    if (committed != DATELINE_OK)
        run(store, "ROLLBACK");
    free_store(store);
    return committed;
}

status dateline_store_count(dateline_store *store, dateline_store_counts *counts, dateline_error *error)
{
    const struct {
        uint64_t *to;
        const char *sql;
    } all[] = {
        {&counts->reports, "SELECT count(*) FROM reports"},
        {&counts->people, "SELECT count(DISTINCT name) FROM entities WHERE type = 'person'"},
        {&counts->organizations, "SELECT count(DISTINCT name) FROM entities WHERE type = 'organization'"},
        {&counts->places, "SELECT count(DISTINCT name || coalesce(geonames, '')) FROM places"},
        {&counts->offices, "SELECT count(*) FROM offices"},
        {&counts->statements, "SELECT count(*) FROM statements"},
        {&counts->gatherings, "SELECT count(*) FROM events WHERE kind IS NOT NULL"},
        {&counts->actions, "SELECT count(*) FROM events WHERE kind IS NULL"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        int64_t number = 0;
        if (!read_number(store, all[i].sql, &number))
            return store_failed(store, error);
        *all[i].to = (uint64_t)number;
    }
    return DATELINE_OK;
}

status dateline_store_record(dateline_store *store, const char *id, char **json, char **text, dateline_error *error)
{
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(store->db, "SELECT record, text FROM reports WHERE id = ?", -1, &query, NULL) != SQLITE_OK)
        return store_failed(store, error);
    sqlite3_bind_text(query, 1, id, -1, SQLITE_TRANSIENT);
    status result = DATELINE_END;
    if (sqlite3_step(query) == SQLITE_ROW) {
        *json = strdup((const char *)sqlite3_column_text(query, 0));
        *text = strdup((const char *)sqlite3_column_text(query, 1));
        result = *json && *text ? DATELINE_OK : fail(error, DATELINE_NO_MEMORY, "%s: no memory to read it", store->path);
    }
    sqlite3_finalize(query);
    return result;
}
