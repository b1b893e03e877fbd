"""The layout of a project file, and the steps from older layouts to it."""

from __future__ import annotations

APPLICATION_ID = 0x474B4454
"""SQLite's application id of a project file: "GKDT" in ASCII."""

SCHEMA_VERSION = 3
"""SQLite's user version of a project file."""

# Points of people and of the model are rows of one table that name their origin. `low_score` and
# `human_points` repeat what the keypoint rows say: lists of 100,000 images sort and filter by them, and
# summing 1.7 million rows instead takes seconds. Values are checked where they are written and read, not by
# CHECK constraints: one absurd row must not keep the rest of a file from opening.
_FIRST = """
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE category (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    supercategory TEXT NOT NULL,
    keypoints TEXT NOT NULL,
    edges TEXT NOT NULL,
    pairs TEXT NOT NULL,
    texts TEXT NOT NULL,
    use_text INTEGER NOT NULL,
    use_visual INTEGER NOT NULL,
    extra TEXT NOT NULL
);

CREATE TABLE media (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    size INTEGER,
    mtime_ns INTEGER,
    digest TEXT,
    height INTEGER,
    width INTEGER,
    state TEXT NOT NULL,
    changed REAL NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX media_by_sort_key ON media (sort_key, id);
CREATE INDEX media_by_state ON media (state, sort_key, id);
CREATE INDEX media_by_name ON media (name);

CREATE TABLE instance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    image_id INTEGER NOT NULL REFERENCES media (id),
    category_id INTEGER NOT NULL REFERENCES category (id),
    position INTEGER NOT NULL,
    x1 REAL,
    y1 REAL,
    x2 REAL,
    y2 REAL,
    low_score REAL,
    human_points INTEGER NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX instance_by_image ON instance (image_id, position, low_score, human_points);
CREATE INDEX instance_by_category ON instance (category_id, image_id);

CREATE TABLE keypoint (
    instance_id INTEGER NOT NULL REFERENCES instance (id),
    number INTEGER NOT NULL,
    x REAL,
    y REAL,
    visibility INTEGER NOT NULL,
    score REAL,
    peak REAL,
    origin INTEGER NOT NULL,
    PRIMARY KEY (instance_id, number)
) WITHOUT ROWID;

CREATE TABLE support (
    category_id INTEGER NOT NULL REFERENCES category (id),
    position INTEGER NOT NULL,
    instance_id INTEGER NOT NULL UNIQUE REFERENCES instance (id),
    PRIMARY KEY (category_id, position)
) WITHOUT ROWID;
"""

_REVIEW_TABLES = """
CREATE TABLE work_time (
    image_id INTEGER PRIMARY KEY,
    seconds REAL NOT NULL,
    assisted INTEGER NOT NULL
);

CREATE TABLE disagreement (
    instance_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    share REAL NOT NULL,
    PRIMARY KEY (instance_id, number)
) WITHOUT ROWID;

CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    category_id INTEGER NOT NULL,
    total INTEGER NOT NULL,
    begun REAL NOT NULL
);

CREATE TABLE job_item (
    job_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    image_id INTEGER NOT NULL,
    instance_id INTEGER,
    reason TEXT,
    PRIMARY KEY (job_id, position)
) WITHOUT ROWID;
"""
"""What review and batches remember, outside of the history: an undo takes back work, not the time it took.
No row refers to another table, for an image or instance that is gone may come back with the same number."""

_SETTINGS_TABLE = """
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""
"""Settings that belong to the work and not to the person, JSON text each; outside of the history."""

SCHEMA = _FIRST + _REVIEW_TABLES + _SETTINGS_TABLE

MIGRATIONS: dict[int, str] = {1: _REVIEW_TABLES, 2: _SETTINGS_TABLE}
"""For each older version the statements that lead to the next one; run in one transaction after a copy."""
