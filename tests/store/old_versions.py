"""Library files as earlier versions of the program left them, written by their own statements.

When a version is added to `MIGRATIONS`, its predecessor's tables are written out here and filled once, so that the way
from every version that a user may still have is tested for good.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

__all__ = ["VERSIONS", "write_version_1", "write_version_2", "write_version_3"]

TABLES_1 = """
CREATE TABLE versions (version INTEGER PRIMARY KEY, at REAL NOT NULL) STRICT;
CREATE TABLE nodes (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, root TEXT NOT NULL, parent TEXT,
    asset TEXT NOT NULL, media_type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    created REAL NOT NULL, result INTEGER NOT NULL, recipe TEXT, prompt TEXT NOT NULL, job TEXT,
    details TEXT NOT NULL) STRICT;
CREATE INDEX nodes_results ON nodes (result, seq, id);
CREATE INDEX nodes_of_root ON nodes (root, result, seq, id);
CREATE INDEX nodes_of_parent ON nodes (parent, seq) WHERE parent IS NOT NULL;
CREATE INDEX nodes_originals ON nodes (asset, seq) WHERE result = 0;
CREATE TABLE jobs (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, recipe TEXT NOT NULL, prompt TEXT NOT NULL,
    created REAL NOT NULL, state TEXT NOT NULL, parent TEXT, source TEXT, reference_assets TEXT NOT NULL, mask TEXT,
    out TEXT NOT NULL, owner TEXT NOT NULL, started REAL, ended REAL, error TEXT, notes TEXT NOT NULL,
    seconds TEXT NOT NULL) STRICT;
CREATE INDEX jobs_unfinished ON jobs (seq) WHERE state NOT IN ('done', 'failed', 'cancelled', 'unknown');
CREATE INDEX jobs_unknown ON jobs (id) WHERE state = 'unknown';
CREATE INDEX jobs_prompts ON jobs (seq, prompt);
CREATE TABLE orders (seq INTEGER PRIMARY KEY, job TEXT NOT NULL REFERENCES jobs (id), position INTEGER NOT NULL,
    recipe TEXT NOT NULL, state TEXT NOT NULL, ticket TEXT, nodes TEXT NOT NULL, UNIQUE (job, position)) STRICT;
CREATE INDEX orders_ordered ON orders (job) WHERE state = 'ordered';
CREATE TABLE ledger (seq INTEGER PRIMARY KEY, job TEXT NOT NULL, position INTEGER NOT NULL, provider TEXT NOT NULL,
    model TEXT NOT NULL, amount REAL NOT NULL, currency TEXT NOT NULL, kind TEXT NOT NULL, at REAL NOT NULL,
    UNIQUE (job, position)) STRICT;
CREATE INDEX ledger_at ON ledger (at, currency, amount);
CREATE VIRTUAL TABLE prompt_index USING fts5 (prompt, content = 'nodes', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER nodes_inserted AFTER INSERT ON nodes BEGIN
    INSERT INTO prompt_index (rowid, prompt) VALUES (new.seq, new.prompt);
END;
CREATE TRIGGER nodes_deleted AFTER DELETE ON nodes BEGIN
    INSERT INTO prompt_index (prompt_index, rowid, prompt) VALUES ('delete', old.seq, old.prompt);
END;
CREATE TRIGGER nodes_prompt_changed AFTER UPDATE OF prompt ON nodes BEGIN
    INSERT INTO prompt_index (prompt_index, rowid, prompt) VALUES ('delete', old.seq, old.prompt);
    INSERT INTO prompt_index (rowid, prompt) VALUES (new.seq, new.prompt);
END;
"""
ROWS_1 = """
INSERT INTO versions VALUES (1, 1795225000.0);
INSERT INTO nodes VALUES (1, 'root', 'root', NULL, 'asset-1', 'image/jpeg', 640, 480, 1.5, 0, NULL, '', NULL,
    '{"name":"cat.jpg","path":"/pictures/cat.jpg"}');
INSERT INTO nodes VALUES (2, 'red', 'root', 'root', 'asset-2', 'image/png', 640, 480, 2.5, 1,
    '{"prompt":"make it red","provider":"offline","model":"words","params":{"seed":0}}', 'make it red', 'done',
    '{"seed":0,"cost":{"amount":0.25,"currency":"USD","kind":"billed"}}');
INSERT INTO jobs VALUES (1, 'done', '{"prompt":"make it red","provider":"offline","model":"words","params":{}}',
    'make it red', 2.0, 'done', 'root', 'asset-1', '[]', NULL, '{}', '', 2.1, 2.5, NULL, '["a note"]', '{"run":0.4}');
INSERT INTO jobs VALUES (2, 'paid', '{"prompt":"make it blue","provider":"onemin","model":"m","params":{}}',
    'make it blue', 3.0, 'running', 'red', 'asset-2', '["asset-1"]', NULL, '{}', '1-0123456789abcdef', 3.1, NULL, NULL,
    '[]', '{}');
INSERT INTO orders VALUES (1, 'done', 0, '{"prompt":"make it red","provider":"offline","model":"words","params":{}}',
    'done', '{"id":"t0"}', '["red"]');
INSERT INTO orders VALUES (2, 'paid', 0, '{"prompt":"make it blue","provider":"onemin","model":"m","params":{}}',
    'ordered', '{"id":"t1"}', '[]');
INSERT INTO ledger VALUES (1, 'done', 0, 'offline', 'words', 0.25, 'USD', 'billed', 2.5);
PRAGMA user_version = 1;
"""

CHANGES_2 = """
ALTER TABLE orders ADD COLUMN expected TEXT;
CREATE INDEX nodes_of_asset ON nodes (asset, width, height);
CREATE INDEX orders_open ON orders (job) WHERE state NOT IN ('done', 'failed');
DROP INDEX ledger_at;
CREATE INDEX ledger_sums ON ledger (at, currency, amount, kind, provider, model);
"""
ROWS_2 = """
INSERT INTO versions VALUES (2, 1795235000.0);
UPDATE orders SET expected = '{"amount":0.5,"currency":"USD","kind":"estimated"}' WHERE job = 'paid';
PRAGMA user_version = 2;
"""

CHANGES_3 = """
ALTER TABLE nodes ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE nodes ADD COLUMN family TEXT NOT NULL DEFAULT '';
ALTER TABLE nodes ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE nodes ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;
ALTER TABLE nodes ADD COLUMN exported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE nodes ADD COLUMN trashed REAL;
ALTER TABLE jobs ADD COLUMN crop TEXT;
ALTER TABLE nodes ADD COLUMN provider TEXT NOT NULL DEFAULT '';
ALTER TABLE nodes ADD COLUMN model TEXT NOT NULL DEFAULT '';
ALTER TABLE nodes ADD COLUMN seed ANY;
ALTER TABLE nodes ADD COLUMN amount REAL;
ALTER TABLE nodes ADD COLUMN region INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER nodes_inserted;
DROP TRIGGER nodes_deleted;
DROP TRIGGER nodes_prompt_changed;
DROP TABLE prompt_index;
DROP INDEX nodes_results;
CREATE INDEX nodes_list ON nodes (
    result, trashed, seq, root, starred, rating, exported, provider, model, seed, amount, created, region, id
);
DROP INDEX nodes_of_root;
CREATE INDEX nodes_of_root ON nodes (root, result, trashed, seq, id, parent, family);
DROP INDEX nodes_of_parent;
CREATE INDEX nodes_of_parent ON nodes (parent, trashed, seq) WHERE parent IS NOT NULL;
CREATE VIRTUAL TABLE prompt_index USING fts5 (
    prompt, note, content = 'nodes', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER nodes_inserted AFTER INSERT ON nodes BEGIN
    INSERT INTO prompt_index (rowid, prompt, note) VALUES (new.seq, new.prompt, new.note);
END;
CREATE TRIGGER nodes_deleted AFTER DELETE ON nodes BEGIN
    INSERT INTO prompt_index (prompt_index, rowid, prompt, note)
        VALUES ('delete', old.seq, old.prompt, old.note);
END;
CREATE TRIGGER nodes_words_changed AFTER UPDATE OF prompt, note ON nodes BEGIN
    INSERT INTO prompt_index (prompt_index, rowid, prompt, note)
        VALUES ('delete', old.seq, old.prompt, old.note);
    INSERT INTO prompt_index (rowid, prompt, note) VALUES (new.seq, new.prompt, new.note);
END;
"""
ROWS_3 = """
INSERT INTO versions VALUES (3, 1795270000.0);
UPDATE nodes SET family = 'e1a0c9d2b3f4a5b6', provider = 'offline', model = 'words', seed = 0, amount = 0.25
    WHERE id = 'red';
INSERT INTO prompt_index (prompt_index) VALUES ('rebuild');
PRAGMA user_version = 3;
"""
CHANGES_4 = "ALTER TABLE jobs ADD COLUMN patch TEXT;"
ROWS_4 = """
INSERT INTO versions VALUES (4, 1795290000.0);
PRAGMA user_version = 4;
"""


def write_version_1(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(TABLES_1 + ROWS_1)


def write_version_2(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(TABLES_1 + ROWS_1 + CHANGES_2 + ROWS_2)


def write_version_3(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(TABLES_1 + ROWS_1 + CHANGES_2 + ROWS_2 + CHANGES_3 + ROWS_3)


def write_version_4(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        changes = (CHANGES_2, ROWS_2, CHANGES_3, ROWS_3, CHANGES_4, ROWS_4)
        connection.executescript(TABLES_1 + ROWS_1 + "".join(changes))


VERSIONS = (write_version_1, write_version_2, write_version_3, write_version_4)
