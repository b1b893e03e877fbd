"""Every change of a project file: transactions, and one side of a step written as rows."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.project.files import FileIdentity, ProjectLock, explained
from app.project.row_parsing import CATEGORY_COLUMNS, MEDIA_COLUMNS
from app.project.row_reading import RowReader
from app.project.rows import POINT, CategoryRow, Delta, FilePlace, sort_key


class RowWriter(RowReader):
    """Writes an open project file, all or nothing."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: ProjectLock | None) -> None:
        super().__init__(path, connection)
        self._lock = lock
        self._identity = None if lock is None else FileIdentity(path)
        self._depth = 0

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes of the block or none of them; on disk when the block ends. May be nested.

        Raises:
            ProjectError: A write failed, for example on a full disk; nothing of the block was written.
            ProjectGoneError: The file is not where it was; nothing of the block was written.
        """
        if self._depth == 0 and self._identity is not None:
            self._identity.check()
        begin, keep, drop = (
            ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
            if self._depth == 0
            else (
                f"SAVEPOINT s{self._depth}",
                f"RELEASE s{self._depth}",
                f"ROLLBACK TO s{self._depth}; RELEASE s{self._depth}",
            )
        )
        try:
            if self._depth and not self._connection.in_transaction:
                # SQLite took the outer block back after an error: what follows must not stand alone.
                raise sqlite3.OperationalError("the step was taken back after an error")
            self._connection.execute(begin)
            self._depth += 1
            try:
                yield
                self._connection.execute(keep)
            except BaseException:
                # After some errors SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    for statement in drop.split("; "):
                        with contextlib.suppress(sqlite3.Error):
                            self._connection.execute(statement)
                raise
            finally:
                self._depth -= 1
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def write_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one statement for each of `rows`, in a transaction; for tables that no undo step touches."""
        with self.transaction():
            self._connection.executemany(sql, rows)

    def apply(self, delta: Delta, *, forward: bool) -> None:
        """Writes one side of a step, inside a `transaction`.

        An image that goes leaves its row, with what was learnt of its file since, in `delta`, so that coming
        back brings that back as well.
        """
        side = 1 if forward else 0
        run, many = self._connection.execute, self._connection.executemany
        run("PRAGMA defer_foreign_keys = ON")  # rows of one step may come in any order
        many("DELETE FROM support WHERE category_id = ?", [(number,) for number in delta.supports])
        self._apply_instances(delta, side)
        media = []
        for number, pair in list(delta.media.items()):
            row = pair[side]
            if row is None:
                current = self.media_row(number)
                if current is not None:
                    delta.media[number] = (current, None) if forward else (None, current)
                self._drop_damaged("image_id", number)
                run("DELETE FROM media WHERE id = ?", (number,))
            else:
                media.append(
                    (
                        *(row.id, row.path, row.name, row.size, row.mtime_ns, row.digest, row.height),
                        *(row.width, row.state.value, row.changed, row.extra, sort_key(row.name)),
                    )
                )
        many(
            f"INSERT INTO media ({MEDIA_COLUMNS}, sort_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            media,
        )
        for number, category_pair in delta.categories.items():
            category_row = category_pair[side]
            if category_row is None:
                self._drop_damaged("category_id", number)
                run("DELETE FROM category WHERE id = ?", (number,))
            else:
                self._write_category(category_row)
        for number, work_pair in delta.work.items():
            work = work_pair[side]
            if work is not None:
                run(
                    "UPDATE media SET state = ?, extra = ? WHERE id = ?",
                    (work.state.value, work.extra, number),
                )
        for number, support_pair in delta.supports.items():
            many(
                "INSERT INTO support (category_id, position, instance_id) VALUES (?, ?, ?)",
                [(number, position, member) for position, member in enumerate(support_pair[side] or ())],
            )
        for key, meta_pair in delta.meta.items():
            self._set_meta(key, meta_pair[side])
        self._move_media({number: pair[side] for number, pair in delta.places.items()})
        now = time.time()
        touched = set(delta.image_ids) - set(delta.media) - set(delta.places)
        many("UPDATE media SET changed = ? WHERE id = ?", [(now, number) for number in touched])

    def _set_meta(self, key: str, value: str | None) -> None:
        if value is None:
            self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        else:
            self._connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def _move_media(self, moves: Mapping[int, FilePlace | None]) -> None:
        many = self._connection.executemany
        # by way of paths that no image has: two images may change places
        many("UPDATE media SET path = ? WHERE id = ?", [(f"moving/{number}", number) for number in moves])
        many(
            "UPDATE media SET path = ?, name = ?, sort_key = ? WHERE id = ?",
            [
                (place.path, place.name, sort_key(place.name), number)
                for number, place in moves.items()
                if place is not None
            ],
        )

    def _drop_damaged(self, column: str, number: int) -> None:
        """Removes instances too damaged to be remembered together with what they hang on."""
        inner = f"SELECT id FROM instance WHERE {column} = ?"
        self._connection.execute(f"DELETE FROM support WHERE instance_id IN ({inner})", (number,))
        self._connection.execute(f"DELETE FROM keypoint WHERE instance_id IN ({inner})", (number,))
        self._connection.execute(f"DELETE FROM instance WHERE {column} = ?", (number,))

    def _write_category(self, row: CategoryRow) -> None:
        category = row.category
        values = (
            row.id,
            row.position,
            category.name,
            category.supercategory,
            json.dumps(category.keypoints, ensure_ascii=False),
            json.dumps(category.edges),
            json.dumps(category.pairs),
            json.dumps(row.texts, ensure_ascii=False),
            int(row.use_text),
            int(row.use_visual),
            row.extra,
        )
        columns = CATEGORY_COLUMNS.split(", ")
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        self._connection.execute(
            f"INSERT INTO category ({CATEGORY_COLUMNS}) VALUES ({', '.join('?' * len(columns))})"
            f" ON CONFLICT (id) DO UPDATE SET {updates}",
            values,
        )

    def _apply_instances(self, delta: Delta, side: int) -> None:
        gone, rows, points, stale = list[tuple[int]](), [], list[tuple[Any, ...]](), list[tuple[int, int]]()
        for number, pair in delta.instances.items():
            row, other = pair[side], pair[1 - side]
            if row is None:
                gone.append((number,))
                continue
            edges = (None,) * 4 if row.box is None else row.box.as_xyxy()
            rows.append(
                (
                    *(number, row.image_id, row.category_id, row.position, *edges),
                    *(row.low_score, row.human_points, row.extra),
                )
            )
            new = np.frombuffer(row.points, POINT)
            old = np.frombuffer(other.points, POINT) if other is not None else new[:0]
            # A drag changes one keypoint of many: only rows that differ are written.
            for index, point in enumerate(new):
                if index >= len(old) or old[index].tobytes() != point.tobytes():
                    x, y, score, peak, visibility, origin = point.item()
                    points.append((number, index, x, y, visibility, score, peak, origin))
            if len(old) > len(new):
                stale.append((number, len(new)))
        many = self._connection.executemany
        many("DELETE FROM keypoint WHERE instance_id = ?", gone)
        many("DELETE FROM instance WHERE id = ?", gone)
        many(
            """INSERT INTO instance (id, image_id, category_id, position, x1, y1, x2, y2, low_score,
                   human_points, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET image_id = excluded.image_id,
                   category_id = excluded.category_id, position = excluded.position,
                   x1 = excluded.x1, y1 = excluded.y1, x2 = excluded.x2, y2 = excluded.y2,
                   low_score = excluded.low_score, human_points = excluded.human_points,
                   extra = excluded.extra""",
            rows,
        )
        many("DELETE FROM keypoint WHERE instance_id = ? AND number >= ?", stale)
        many(
            """INSERT INTO keypoint (instance_id, number, x, y, visibility, score, peak, origin)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (instance_id, number) DO UPDATE SET x = excluded.x, y = excluded.y,
                   visibility = excluded.visibility, score = excluded.score, peak = excluded.peak,
                   origin = excluded.origin""",
            points,
        )

    def set_sizes(self, sizes: Mapping[int, tuple[int, int]]) -> None:
        """Fills in (height, width) of images."""
        with self.transaction():
            self._connection.executemany(
                "UPDATE media SET height = ?, width = ? WHERE id = ?",
                [(int(height), int(width), number) for number, (height, width) in sizes.items()],
            )

    def set_digests(self, digests: Mapping[int, str]) -> None:
        """Fills in content digests of images."""
        with self.transaction():
            self._connection.executemany(
                "UPDATE media SET digest = ? WHERE id = ?",
                [(text, number) for number, text in digests.items()],
            )

    def set_places(self, moves: Mapping[int, FilePlace]) -> None:
        """Changes where images are, outside of any step."""
        with self.transaction():
            self._move_media(moves)

    def set_meta(self, key: str, value: str | None) -> None:
        """Keeps a fact about the project, or none, outside of any step."""
        with self.transaction():
            self._set_meta(key, value)

    def set_settings(self, values: Mapping[str, str | None]) -> None:
        """Keeps settings of the project, or forgets those that are None."""
        with self.transaction():
            gone = [(key,) for key, value in values.items() if value is None]
            kept = [(key, value) for key, value in values.items() if value is not None]
            self._connection.executemany("DELETE FROM setting WHERE key = ?", gone)
            self._connection.executemany("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", kept)
