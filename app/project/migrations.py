"""The layout of a project file, and the steps from older layouts to it."""

from __future__ import annotations

APPLICATION_ID = 0x474B4454
"""SQLite's application id of a project file: "GKDT" in ASCII."""

SCHEMA_VERSION = 1
"""SQLite's user version of a project file."""

# Points of people and of the model are rows of one table that name their origin. `low_score` and
# `human_points` repeat what the keypoint rows say: lists of 100,000 images sort and filter by them, and
# summing 1.7 million rows instead takes seconds. Values are checked where they are written and read, not by
# CHECK constraints: one absurd row must not keep the rest of a file from opening.
SCHEMA = """
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

MIGRATIONS: dict[int, str] = {}
"""For each older version the statements that lead to the next one; run in one transaction after a copy."""
