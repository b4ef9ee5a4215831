/* What the parts of the store share. */
#ifndef DATELINE_STORE_STORE_H
#define DATELINE_STORE_STORE_H

#include "base/status.h"

#include <sqlite3.h>

typedef struct store_statements {
    sqlite3_stmt *has, *remove, *report, *entity, *mention, *office, *place, *time, *statement, *speaker, *event, *role, *count;
} store_statements;

struct dateline_store {
    sqlite3 *db;
    char *path;
    bool in_transaction;
    store_statements prepared;
};

/* The error of the last call to SQLite as a status: a full disk is DATELINE_CANNOT_WRITE, a damaged file
 * DATELINE_BAD_STORE. */
status store_failed(dateline_store *store, dateline_error *error);

#endif
