"""The project file as rows: reading them checked, and writing each step in one transaction."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from app.project.files import (
    FileIdentity,
    ProjectLock,
    backup_folder,
    check_layout,
    check_magic,
    check_tables,
    clean_text,
    connect,
    copy_project,
    explained,
    found_path,
)
from app.project.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA, SCHEMA_VERSION
from app.project.places import ImagePlace, places
from app.project.records import ImageOrder, ImageQuery, ImageRecord
from app.project.rows import (
    POINT,
    CategoryRow,
    Delta,
    FilePlace,
    ImageWork,
    InstanceRow,
    MediaRow,
    sort_key,
)
from gkdt_core.domain import Category, ImageState, Origin
from gkdt_core.errors import AnnotationError, ProjectError
from gkdt_core.geometry import Box

log = logging.getLogger(__name__)


def _json(text: object, what: str) -> Any:
    try:
        return json.loads(str(text))
    except ValueError as error:
        raise AnnotationError(f"{what} cannot be read.") from error


def _links(text: object, what: str) -> tuple[tuple[int, int], ...]:
    links = _json(text, what)
    if not isinstance(links, list):
        raise AnnotationError(f"{what} are no list.")
    for link in links:
        if not (isinstance(link, list) and len(link) == 2 and all(type(end) is int for end in link)):
            raise AnnotationError(f"{what} are no pairs of numbers.")
    return tuple((link[0], link[1]) for link in links)


def _strings(text: object, what: str) -> tuple[str, ...]:
    values = _json(text, what)
    if not (isinstance(values, list) and all(isinstance(value, str) for value in values)):
        raise AnnotationError(f"{what} are no list of texts.")
    return tuple(values)


_CATEGORY_COLUMNS = (
    "id, position, name, supercategory, keypoints, edges, pairs, texts, use_text, use_visual, extra"
)
_MEDIA_COLUMNS = "id, path, name, size, mtime_ns, digest, height, width, state, changed, extra"
_INSTANCE_COLUMNS = "id, image_id, category_id, position, x1, y1, x2, y2, extra"
_RECORD = """
    SELECT m.id, m.path, m.name, m.height, m.width, m.state, min(i.low_score), count(i.id),
           coalesce(sum(i.human_points), 0), m.changed
    FROM media m LEFT JOIN instance i ON i.image_id = m.id
"""
_STATES = [state.value for state in ImageState]


_COLOURS = "keypoint_colours"
"""Where `extra` keeps the colours that a person chose, so that they also survive in a COCO file."""


def _colours(extra: object, count: int) -> tuple[str, ...]:
    """The colours in `extra`; none where they make no sense, for they are only looks."""
    try:
        found = json.loads(str(extra)).get(_COLOURS, ())
    except (ValueError, AttributeError):
        return ()
    if not isinstance(found, list) or len(found) != count:
        return ()
    sound = all(isinstance(code, str) and re.fullmatch(r"(#[0-9a-fA-F]{6})?", code) for code in found)
    return tuple(found) if sound and any(found) else ()


def with_colours(extra: str, colours: tuple[str, ...]) -> str:
    """`extra` that keeps these colours of the keypoints, or none."""
    try:
        fields = json.loads(extra)
    except ValueError:
        return extra  # damaged elsewhere: told where it is read
    if not isinstance(fields, dict) or (not any(colours) and _COLOURS not in fields):
        return extra
    fields.pop(_COLOURS, None)
    if any(colours):
        fields[_COLOURS] = list(colours)
    return json.dumps(fields, ensure_ascii=False)


def _category_row(row: tuple[Any, ...]) -> CategoryRow:
    number, position, name, group, keypoints, edges, pairs, texts, use_text, use_visual, extra = row
    category = Category(
        str(name),
        _strings(keypoints, "Its keypoints"),
        _links(edges, "Its edges"),
        _links(pairs, "Its pairs"),
        str(group),
    )
    colours = _colours(extra, len(category))
    if colours:
        category = replace(category, colours=colours)
    words = _strings(texts, "Its prompt texts")
    if len(words) != len(category):
        raise AnnotationError(f"It has {len(words)} prompt texts for {len(category)} keypoints.")
    return CategoryRow(number, int(position), category, words, bool(use_text), bool(use_visual), str(extra))


def _media_row(row: tuple[Any, ...]) -> MediaRow:
    number, path, name, size, mtime_ns, digest, height, width, state, changed, extra = row
    return MediaRow(
        number, path, name, size, mtime_ns, digest, height, width, ImageState(state), float(changed), extra
    )


class ProjectDatabase:
    """An open project file. Not a Qt object; use it only in the thread that opened it.

    Attributes:
        path: The file, absolute.
        folder: Its folder, which relative image paths start from.
        problems: What was found damaged and is left out, by (table, id).
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: ProjectLock | None) -> None:
        self.path = path
        self.folder = path.parent
        self.problems: dict[tuple[str, int], ProjectError] = {}
        self._connection = connection
        self._lock = lock
        self._identity = None if lock is None else FileIdentity(path)
        self._depth = 0
        self._absurd_media: set[int] = set()

    # -- opening and closing ----------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path) -> ProjectDatabase:
        """Makes a new project file, complete or not at all, and opens it; an existing file is an error."""
        path = Path(os.path.abspath(path))
        if path.exists():
            raise ProjectError(
                f"{path}: there is such a file already.", hint="Open it, or choose another name."
            )
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            temporary.unlink(missing_ok=True)
            with contextlib.closing(connect(temporary, "rwc")) as connection:
                connection.executescript(
                    f"BEGIN; PRAGMA application_id = {APPLICATION_ID};"
                    f"PRAGMA user_version = {SCHEMA_VERSION}; {SCHEMA} COMMIT;"
                )
            os.replace(temporary, path)
        except sqlite3.Error as error:
            raise explained(error, path) from error
        except OSError as error:
            raise ProjectError(
                f"{path}: a project cannot be made there ({error.strerror}).",
                hint="Choose a folder that you may write to.",
            ) from error
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> ProjectDatabase:
        """Opens a project file for editing, by this program alone."""
        path = Path(os.path.abspath(path))
        if not path.is_file():
            raise ProjectError(
                f"{path}: there is no such project file.",
                hint=f"It may have been moved; backups are in {backup_folder(path)}.",
            )
        check_magic(path)
        lock = ProjectLock(path)
        try:
            connection = connect(path, "rw")
        except sqlite3.Error as error:
            lock.release()
            raise explained(error, path) from error
        try:
            check_layout(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL: an edit that is reported as saved survives a power cut too, not only a killed program.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            database = cls(path, connection, lock)
            database._migrate()
            check_tables(connection, path)
            database._check_media()
        except BaseException as error:
            connection.close()
            lock.release()
            if isinstance(error, sqlite3.Error):
                raise explained(error, path) from error
            raise
        return database

    @classmethod
    def snapshot(cls, path: Path) -> ProjectDatabase:
        """Opens a project file for reading beside its editor; sees one state of it until closed."""
        path = Path(os.path.abspath(path))
        try:
            connection = connect(path, "ro")
            try:
                connection.execute("BEGIN")
                check_layout(connection, path)
                database = cls(path, connection, None)
                database._check_media()
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            raise explained(error, path) from error
        return database

    def close(self) -> None:
        """Closes the file. There is nothing to save."""
        try:
            self._connection.close()
        except sqlite3.Error as error:
            log.warning("%s: closing: %s", self.path, error)
        if self._lock is not None:
            self._lock.release()

    def _migrate(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA_VERSION:
            return
        if any(step not in MIGRATIONS for step in range(version, SCHEMA_VERSION)):
            raise ProjectError(
                f"{self.path}: the project has the unknown layout {version}.",
                hint=f"Open the newest backup in {backup_folder(self.path)}.",
            )
        copy_project(self.path, self.path.with_name(f"{self.path.stem} (layout {version}){self.path.suffix}"))
        with self.transaction():
            for step in range(version, SCHEMA_VERSION):
                for statement in MIGRATIONS[step].split(";\n"):
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _check_media(self) -> None:
        """Finds absurd image rows at once, because every list touches them all."""
        marks = ", ".join("?" * len(_STATES))
        rows = self._connection.execute(
            # equality of the few good types: half the time of lists of them, over 100,000 rows
            f"""SELECT id, name FROM media WHERE state NOT IN ({marks}) OR typeof(name) <> 'text'
                OR NOT (typeof(path) = 'text' OR typeof(path) = 'blob')
                OR NOT (typeof(changed) = 'real' OR typeof(changed) = 'integer') OR typeof(extra) <> 'text'
                OR NOT (typeof(height) = 'integer' AND typeof(width) = 'integer' AND height >= 1
                        AND width >= 1 OR height IS NULL AND width IS NULL)""",
            _STATES,
        )
        for number, name in rows.fetchall():
            self._absurd_media.add(number)
            self._report("media", number, f'image {number} ("{name}") has an absurd size, state or name')

    def _report(self, table: str, number: int, what: str) -> None:
        if (table, number) not in self.problems:
            self.problems[table, number] = ProjectError(
                f"{self.path.name}: {what}.",
                hint="It is left out; the rest of the project is unharmed. "
                f"Backups are in {backup_folder(self.path)}.",
            )

    # -- transactions -----------------------------------------------------------------------------------

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

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a question about tables that no undo step touches, or about all instances at once."""
        return self._rows(sql, values)

    def write_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one statement for each of `rows`, in a transaction; for tables that no undo step touches."""
        with self.transaction():
            self._connection.executemany(sql, rows)

    # -- reading ----------------------------------------------------------------------------------------

    def next_id(self, table: str) -> int:
        """A number that no row of the table ever had."""
        highest = self._rows(f"SELECT max(id) FROM {table}")[0][0] or 0
        given = self._rows("SELECT max(seq) FROM sqlite_sequence WHERE name = ?", (table,))[0][0] or 0
        return max(int(highest), int(given)) + 1

    def image_ids(self, query: ImageQuery) -> list[int]:
        """Ids of the images that `query` asks for, in its order."""
        if query.order is ImageOrder.STATE:
            # one state after the other, each in the order of its index: nothing to sort
            states = [state for state in ImageState if query.states is None or state in query.states]
            parts = (
                replace(query, states=frozenset({state}), order=ImageOrder.NAME, descending=False)
                for state in (reversed(states) if query.descending else states)
            )
            return [number for part in parts for number in self.image_ids(part)]
        by_name = query.order is ImageOrder.NAME
        ids = self._ids_by_name(query, "DESC" if by_name and query.descending else "ASC")
        if self._absurd_media:
            ids = [number for number in ids if number not in self._absurd_media]
        if by_name:
            return ids
        # The sorts are stable: equal ones stay in the order of their names. SQLite takes three times as long.
        turned = query.descending
        if query.order is ImageOrder.CHANGED:
            changed = dict(self._rows("SELECT id, changed FROM media WHERE changed <> 0"))
            return sorted(ids, key=lambda number: changed.get(number, 0.0), reverse=turned)
        scores = dict(
            self._rows(
                """SELECT image_id, min(low_score) FROM instance
                   WHERE typeof(low_score) IN ('real', 'integer') GROUP BY image_id"""
            )
        )
        scored = sorted(
            (number for number in ids if number in scores), key=scores.__getitem__, reverse=turned
        )
        return scored + [number for number in ids if number not in scores]

    def _ids_by_name(self, query: ImageQuery, turn: str) -> list[int]:
        tests, values = [], list[Any]()
        if query.states is not None and set(query.states) != set(ImageState):
            if len(query.states) == 1:  # the index has these in order
                named: Collection[ImageState] = query.states
                tests.append("m.state = ?")
            else:  # along the index by name, without those of the other states
                named = set(ImageState) - query.states
                marks = ", ".join("?" * len(named))
                tests.append(f"m.id NOT IN (SELECT id FROM media WHERE state IN ({marks}))")
            values += [state.value for state in named]
        if query.text:
            wanted = clean_text(query.text.casefold())
            # Our own function is slow; plain ASCII names (as many bytes as letters) do without it.
            tests.append(
                """(instr(lower(m.name), ?) > 0 OR (length(CAST(m.name AS BLOB)) > length(m.name)
                    AND instr(casefold(m.name), ?) > 0))"""
            )
            values += [wanted, wanted]
        if query.human_points is not None:
            tests.append("coalesce(a.human, 0) > 0" if query.human_points else "coalesce(a.human, 0) = 0")
        if query.instances is not None:
            tests.append("a.image_id IS NOT NULL" if query.instances else "a.image_id IS NULL")
        if query.category_id is not None:
            tests.append("m.id IN (SELECT image_id FROM instance WHERE category_id = ?)")
            values.append(query.category_id)
        if query.score_below is not None:
            tests.append("a.score < ?")
            values.append(query.score_below)
        join = (
            """LEFT JOIN (SELECT image_id, min(low_score) AS score, sum(human_points) AS human
                         FROM instance GROUP BY image_id) a ON a.image_id = m.id"""
            if any("a." in test for test in tests)
            else ""
        )
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        # "+": the few rows found are sorted; going along the index by name would look each row up by itself
        plus = "+" if query.text else ""
        return self._id_list(
            f"SELECT m.id FROM media m {join} {where} ORDER BY {plus}m.sort_key {turn}, m.id {turn}", values
        )

    def _id_list(self, select: str, values: Sequence[Any] = ()) -> list[int]:
        """The whole numbers `id` that a question gives, in its order; as one text, which comes faster than
        a row for each. SQLite keeps the order of a subquery for `group_concat`."""
        text = self._rows(f"SELECT group_concat(id) FROM ({select})", values)[0][0]
        return [] if text is None else [int(number) for number in text.split(",")]

    def waiting_ids(self, states: Collection[ImageState], category_id: int) -> set[int]:
        """The images in one of `states`. Where no image has the category beside another, those with instances
        of other categories are left out: they are not its own."""
        where, values = self._waiting(states, category_id)
        return set(self._id_list(f"SELECT id FROM media {where}", values)) - self._absurd_media

    def waiting_count(
        self, states: Collection[ImageState], category_id: int, without: Collection[int]
    ) -> int:
        """How many images `waiting_ids` has, those of `without` left out."""
        where, values = self._waiting(states, category_id)
        without = sorted(self._absurd_media.union(without))
        marks = ", ".join("?" * len(without))
        sql = f"SELECT count(*) FROM media {where} AND id NOT IN ({marks})"
        return int(self._rows(sql, [*values, *without])[0][0])

    def _waiting(self, states: Collection[ImageState], category_id: int) -> tuple[str, list[Any]]:
        marks = ", ".join("?" * len(states))
        where, values = f"WHERE state IN ({marks})", list[Any](state.value for state in states)
        if self._rows("SELECT 1 FROM category WHERE id <> ? LIMIT 1", (category_id,)) and not self._rows(
            """SELECT 1 FROM instance a JOIN instance b ON a.image_id = b.image_id
               WHERE a.category_id = ? AND b.category_id <> ? LIMIT 1""",
            (category_id, category_id),
        ):
            where += " AND id NOT IN (SELECT image_id FROM instance WHERE category_id <> ?)"
            values.append(category_id)
        return where, values

    def first_image_id(self) -> int | None:
        """The first image in natural name order."""
        rows = self._rows(
            "SELECT id FROM media ORDER BY sort_key, id LIMIT ?", (len(self._absurd_media) + 1,)
        )
        return next((row[0] for row in rows if row[0] not in self._absurd_media), None)

    def image(self, image_id: int) -> ImageRecord:
        """What lists show of an image."""
        rows = self._rows(f"{_RECORD} WHERE m.id = ? GROUP BY m.id", (image_id,))
        if not rows or image_id in self._absurd_media:
            raise self.problems.get(("media", image_id)) or ProjectError(
                f"{self.path.name}: the project has no image {image_id}.", hint="It may have been removed."
            )
        number, path, name, height, width, state, score, count, human, changed = rows[0]
        return ImageRecord(
            number,
            found_path(path, self.folder),
            name,
            height,
            width,
            ImageState(state),
            float("nan") if score is None else float(score),
            count,
            int(human),
            float(changed),
        )

    def has_image(self, image_id: int) -> bool:
        """Whether there is such an image, and it is sound."""
        return image_id not in self._absurd_media and bool(
            self._rows("SELECT 1 FROM media WHERE id = ?", (image_id,))
        )

    def image_count(self) -> int:
        """How many sound images there are."""
        return int(self._rows("SELECT count(*) FROM media")[0][0]) - len(self._absurd_media)

    def state_counts(self) -> dict[ImageState, int]:
        """How many images are in each state."""
        counts = dict(self._rows("SELECT state, count(*) FROM media GROUP BY state"))
        return {state: counts.get(state.value, 0) for state in ImageState}

    def labelled_count(self, states: Collection[ImageState], *, model_points: bool) -> int:
        """How many images in one of `states` have instances; without `model_points`, how many have any
        that is reviewed or not the model's alone."""
        marks = ", ".join("?" * len(states))
        theirs = f"{int(Origin.MODEL)}, {int(Origin.CARRIED)}"
        kept = (
            "1"
            if model_points
            else f"""m.state = '{ImageState.REVIEWED.value}' OR i.human_points > 0 OR NOT EXISTS (
                         SELECT 1 FROM keypoint k
                         WHERE k.instance_id = i.id AND k.visibility > 0 AND k.origin IN ({theirs}))"""
        )
        rows = self._rows(
            f"""SELECT count(*) FROM media m WHERE m.state IN ({marks})
                AND EXISTS (SELECT 1 FROM instance i WHERE i.image_id = m.id AND ({kept}))""",
            [state.value for state in states],
        )
        return int(rows[0][0])

    def media_row(self, image_id: int) -> MediaRow | None:
        """An image's row, or None."""
        rows = self._rows(f"SELECT {_MEDIA_COLUMNS} FROM media WHERE id = ?", (image_id,))
        return _media_row(rows[0]) if rows and image_id not in self._absurd_media else None

    def media_rows(self) -> Iterator[MediaRow]:
        """All sound images in natural name order."""
        for row in self._rows(f"SELECT {_MEDIA_COLUMNS} FROM media ORDER BY sort_key, id"):
            if row[0] not in self._absurd_media:
                yield _media_row(row)

    def media_paths(self) -> dict[str | bytes, int]:
        """The id of each stored path."""
        return dict(self._rows("SELECT path, id FROM media"))

    def image_places(self) -> list[ImagePlace]:
        """Where all sound images should be, in natural name order."""
        rows = self._rows("SELECT id, path, size, mtime_ns, digest FROM media ORDER BY sort_key, id")
        return places((row for row in rows if row[0] not in self._absurd_media), self.folder)

    def ids_without_digest(self, *, labelled: bool) -> list[int]:
        """The images with instances, or those without any, whose content is not known yet."""
        test = "EXISTS" if labelled else "NOT EXISTS"
        rows = self._rows(
            f"""SELECT m.id FROM media m WHERE m.digest IS NULL
                AND {test} (SELECT 1 FROM instance i WHERE i.image_id = m.id) ORDER BY m.sort_key, m.id"""
        )
        return [row[0] for row in rows]

    def ids_without_size(self) -> list[int]:
        """The images whose size is not known yet, in natural name order."""
        # "+": mostly there are none, and going along the index by name would look each row up by itself
        return self._id_list("SELECT id FROM media WHERE height IS NULL ORDER BY +sort_key, id")

    def work(self, image_id: int) -> ImageWork:
        """The part of an image's row that edits change."""
        rows = self._rows("SELECT state, extra FROM media WHERE id = ?", (image_id,))
        if not rows or image_id in self._absurd_media:
            self.image(image_id)  # says what is wrong
        return ImageWork(ImageState(rows[0][0]), rows[0][1])

    def category_rows(self) -> list[CategoryRow]:
        """All sound categories in their order."""
        result = []
        for row in self._rows(f"SELECT {_CATEGORY_COLUMNS} FROM category ORDER BY position, id"):
            try:
                result.append(_category_row(row))
            except (AnnotationError, TypeError, ValueError) as error:
                self._report("category", row[0], f'category {row[0]} ("{row[2]}") makes no sense: {error}')
        return result

    def _instance_rows(
        self, rows: Iterable[tuple[Any, ...]], categories: Mapping[int, CategoryRow]
    ) -> list[InstanceRow]:
        result = []
        for number, image_id, category_id, position, x1, y1, x2, y2, extra in rows:
            points = self._rows(
                "SELECT x, y, score, peak, visibility, origin, number FROM keypoint"
                " WHERE instance_id = ? ORDER BY number",
                (number,),
            )
            try:
                result.append(
                    self._instance_row(
                        (number, image_id, category_id, position, (x1, y1, x2, y2), extra), points, categories
                    )
                )
            except (AnnotationError, TypeError, ValueError, OverflowError) as error:
                self._report(
                    "instance", number, f"instance {number} in image {image_id} makes no sense: {error}"
                )
        return result

    @staticmethod
    def _instance_row(
        values: tuple[Any, ...], points: list[tuple[Any, ...]], categories: Mapping[int, CategoryRow]
    ) -> InstanceRow:
        number, image_id, category_id, position, edges, extra = values
        category = categories.get(category_id)
        if category is None:
            raise AnnotationError(f"its category {category_id} is missing.")
        if [point[6] for point in points] != list(range(len(category.category))):
            raise AnnotationError(
                f'it has {len(points)} keypoints, its category "{category.category.name}" '
                f"has {len(category.category)}."
            )
        packed = np.empty(len(points), POINT)
        for index, name in enumerate(("x", "y", "score", "peak")):
            packed[name] = np.array([point[index] for point in points], np.float64)  # NULL becomes NaN
        for index, name in ((4, "visibility"), (5, "origin")):
            packed[name] = [point[index] for point in points]
        if packed["origin"].min() < min(Origin) or packed["origin"].max() > max(Origin):
            raise AnnotationError("a keypoint has an unknown origin.")
        if not isinstance(extra, str):
            raise AnnotationError("its further fields are no text.")
        row = InstanceRow(
            number,
            image_id,
            category_id,
            int(position),
            packed.tobytes(),
            None if edges == (None,) * 4 else Box(*(float(edge) for edge in edges)),
            extra,
        )
        row.instance(category.category)  # refuses absurd values
        return row

    def instance_rows(self, image_id: int, categories: Mapping[int, CategoryRow]) -> list[InstanceRow]:
        """The sound instances of an image, bottom to top; others go to `problems`."""
        return self._instance_rows(
            self._rows(
                f"SELECT {_INSTANCE_COLUMNS} FROM instance WHERE image_id = ? ORDER BY position, id",
                (image_id,),
            ),
            categories,
        )

    def instance_row(self, instance_id: int, categories: Mapping[int, CategoryRow]) -> InstanceRow | None:
        """An instance, or None where there is none or a damaged one."""
        rows = self._instance_rows(
            self._rows(f"SELECT {_INSTANCE_COLUMNS} FROM instance WHERE id = ?", (instance_id,)), categories
        )
        return rows[0] if rows else None

    def instance_ids_of(self, category_id: int) -> list[int]:
        """All instances of a category."""
        return [
            row[0]
            for row in self._rows("SELECT id FROM instance WHERE category_id = ? ORDER BY id", (category_id,))
        ]

    def instance_count(self, category_id: int) -> int:
        """How many instances a category has."""
        return int(self._rows("SELECT count(*) FROM instance WHERE category_id = ?", (category_id,))[0][0])

    def top_position(self, image_id: int) -> int:
        """The place above all instances of an image."""
        highest = self._rows("SELECT max(position) FROM instance WHERE image_id = ?", (image_id,))[0][0]
        return 0 if highest is None else int(highest) + 1

    def supports(self, category_id: int) -> tuple[int, ...]:
        """The instances of a category's visual prompt, in order."""
        rows = self._rows(
            "SELECT instance_id FROM support WHERE category_id = ? ORDER BY position", (category_id,)
        )
        return tuple(row[0] for row in rows)

    def meta(self, key: str) -> str | None:
        """A fact about the project, or None."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def meta_keys(self, prefix: str) -> list[str]:
        """The keys of all facts that begin with `prefix`."""
        rows = self._rows("SELECT key FROM meta WHERE substr(key, 1, ?) = ?", (len(prefix), prefix))
        return [str(row[0]) for row in rows]

    # -- writing ----------------------------------------------------------------------------------------

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
            f"INSERT INTO media ({_MEDIA_COLUMNS}, sort_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        columns = _CATEGORY_COLUMNS.split(", ")
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        self._connection.execute(
            f"INSERT INTO category ({_CATEGORY_COLUMNS}) VALUES ({', '.join('?' * len(columns))})"
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
