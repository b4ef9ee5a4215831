/* The tables of a store; docs/store.md describes them for their users. */
#ifndef DATELINE_STORE_SCHEMA_H
#define DATELINE_STORE_SCHEMA_H

/* "DLIN", so that a file of another program is not taken for a store; and the version of the tables. */
enum { STORE_APPLICATION = 0x444c494e, STORE_VERSION = 2 };

/* What version 2 added: how many an action did something to. */
#define COUNTS_TABLE                                                                                                                       \
    "CREATE TABLE counts (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, event INTEGER NOT NULL, what TEXT NOT NULL,"       \
    "  count INTEGER NOT NULL, approximate INTEGER NOT NULL, of TEXT, begin INTEGER NOT NULL, end INTEGER NOT NULL);"                      \
    "CREATE INDEX counts_by_event ON counts (report, event);"

static const char store_schema[] =
    "CREATE TABLE reports (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT, source TEXT, published TEXT, title TEXT,"
    "  url TEXT, language TEXT, bytes INTEGER NOT NULL, text TEXT NOT NULL, record TEXT NOT NULL, engine TEXT, model TEXT, lexicon TEXT);"
    "CREATE INDEX reports_by_day ON reports (published);"
    "CREATE TABLE entities (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, entity INTEGER NOT NULL, type TEXT NOT NULL,"
    "  name TEXT NOT NULL, actor TEXT, country TEXT, parent INTEGER, PRIMARY KEY (report, entity)) WITHOUT ROWID;"
    "CREATE INDEX entities_by_name ON entities (name);"
    "CREATE TABLE mentions (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, entity INTEGER NOT NULL, begin INTEGER NOT NULL,"
    "  end INTEGER NOT NULL, named INTEGER NOT NULL, PRIMARY KEY (report, entity, begin, end)) WITHOUT ROWID;"
    "CREATE TABLE offices (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, entity INTEGER NOT NULL, title TEXT NOT NULL,"
    "  of_entity INTEGER, of_country TEXT, to_entity INTEGER, to_country TEXT, status TEXT NOT NULL, begin INTEGER, end INTEGER);"
    "CREATE INDEX offices_by_report ON offices (report, entity);"
    "CREATE TABLE places (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, entity INTEGER NOT NULL, name TEXT NOT NULL,"
    "  country TEXT, admin1 TEXT, latitude REAL, longitude REAL, geonames INTEGER, PRIMARY KEY (report, entity)) WITHOUT ROWID;"
    "CREATE TABLE times (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, time INTEGER NOT NULL, begin INTEGER NOT NULL,"
    "  end INTEGER NOT NULL, type TEXT NOT NULL, value TEXT, rule TEXT, PRIMARY KEY (report, time)) WITHOUT ROWID;"
    "CREATE TABLE statements (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, statement INTEGER NOT NULL, force TEXT NOT "
    "NULL,"
    "  quote TEXT NOT NULL, cue_begin INTEGER, cue_end INTEGER, begin INTEGER NOT NULL, end INTEGER NOT NULL, content TEXT NOT NULL,"
    "  addressee INTEGER, time INTEGER, occasion INTEGER, within INTEGER, rule TEXT, PRIMARY KEY (report, statement)) WITHOUT ROWID;"
    "CREATE INDEX statements_by_force ON statements (force);"
    "CREATE TABLE speakers (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, statement INTEGER NOT NULL, entity INTEGER NOT "
    "NULL,"
    "  PRIMARY KEY (report, statement, entity)) WITHOUT ROWID;"
    "CREATE TABLE events (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, event INTEGER NOT NULL, type TEXT NOT NULL, kind "
    "TEXT,"
    "  mode TEXT, context TEXT, cameo TEXT, goldstein REAL, score REAL, begin INTEGER NOT NULL, end INTEGER NOT NULL, voice INTEGER,"
    "  reality TEXT NOT NULL, time INTEGER, place INTEGER, theme TEXT, attendance INTEGER, anniversary INTEGER, year INTEGER, rule TEXT,"
    "  PRIMARY KEY (report, event)) WITHOUT ROWID;"
    "CREATE INDEX events_by_type ON events (type, kind);"
    "CREATE TABLE roles (report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, event INTEGER NOT NULL, role TEXT NOT NULL,"
    "  entity INTEGER NOT NULL, PRIMARY KEY (report, event, role, entity)) WITHOUT ROWID;" COUNTS_TABLE
    "CREATE VIRTUAL TABLE search USING fts5 (title, text, content='reports', content_rowid='number', tokenize='porter unicode61');"
    "CREATE TRIGGER reports_added AFTER INSERT ON reports BEGIN"
    "  INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text); END;"
    "CREATE TRIGGER reports_removed AFTER DELETE ON reports BEGIN"
    "  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END;";

#endif
