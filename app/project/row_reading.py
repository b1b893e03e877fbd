"""Every question to a project file: lists of images, instances, categories, facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.project.files import backup_folder, clean_text, explained, found_path
from app.project.places import ImagePlace, places
from app.project.records import ImageOrder, ImageQuery, ImageRecord
from app.project.row_parsing import (
    CATEGORY_COLUMNS,
    INSTANCE_COLUMNS,
    MEDIA_COLUMNS,
    parsed_category,
    parsed_instance,
    parsed_media,
)
from app.project.rows import CategoryRow, ImageWork, InstanceRow, MediaRow
from gkdt_core.domain import ImageState, Origin
from gkdt_core.errors import AnnotationError, ProjectError

_RECORD = """
    SELECT m.id, m.path, m.name, m.height, m.width, m.state, min(i.low_score), count(i.id),
           coalesce(sum(i.human_points), 0), m.changed
    FROM media m LEFT JOIN instance i ON i.image_id = m.id
"""


class RowReader:
    """Reads an open project file.

    Attributes:
        path: The file, absolute.
        folder: Its folder, which relative image paths start from.
        problems: What was found damaged and is left out, by (table, id).
        is_read_only: Whether this is a copy in memory of a file that cannot be edited where it is.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.folder = path.parent
        self.problems: dict[tuple[str, int], ProjectError] = {}
        self.is_read_only = False
        self._connection = connection
        self._absurd_media: set[int] = set()

    def _report(self, table: str, number: int, what: str) -> None:
        if (table, number) not in self.problems:
            self.problems[table, number] = ProjectError(
                f"{self.path.name}: {what}.",
                hint="It is left out; the rest of the project is unharmed. "
                f"Backups are in {backup_folder(self.path)}.",
            )

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a question about tables that no undo step touches, or about all instances at once."""
        return self._rows(sql, values)

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
        rows = self._rows(f"SELECT {MEDIA_COLUMNS} FROM media WHERE id = ?", (image_id,))
        return parsed_media(rows[0]) if rows and image_id not in self._absurd_media else None

    def media_rows(self) -> Iterator[MediaRow]:
        """All sound images in natural name order."""
        for row in self._rows(f"SELECT {MEDIA_COLUMNS} FROM media ORDER BY sort_key, id"):
            if row[0] not in self._absurd_media:
                yield parsed_media(row)

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
        for row in self._rows(f"SELECT {CATEGORY_COLUMNS} FROM category ORDER BY position, id"):
            try:
                result.append(parsed_category(row))
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
                    parsed_instance(
                        (number, image_id, category_id, position, (x1, y1, x2, y2), extra), points, categories
                    )
                )
            except (AnnotationError, TypeError, ValueError, OverflowError) as error:
                self._report(
                    "instance", number, f"instance {number} in image {image_id} makes no sense: {error}"
                )
        return result

    def instance_rows(self, image_id: int, categories: Mapping[int, CategoryRow]) -> list[InstanceRow]:
        """The sound instances of an image, bottom to top; others go to `problems`."""
        return self._instance_rows(
            self._rows(
                f"SELECT {INSTANCE_COLUMNS} FROM instance WHERE image_id = ? ORDER BY position, id",
                (image_id,),
            ),
            categories,
        )

    def instance_row(self, instance_id: int, categories: Mapping[int, CategoryRow]) -> InstanceRow | None:
        """An instance, or None where there is none or a damaged one."""
        rows = self._instance_rows(
            self._rows(f"SELECT {INSTANCE_COLUMNS} FROM instance WHERE id = ?", (instance_id,)), categories
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

    def settings(self) -> dict[str, str]:
        """The settings of the project, JSON text by key."""
        return {str(key): str(value) for key, value in self._rows("SELECT key, value FROM setting")}

    def meta_keys(self, prefix: str) -> list[str]:
        """The keys of all facts that begin with `prefix`."""
        rows = self._rows("SELECT key FROM meta WHERE substr(key, 1, ?) = ?", (len(prefix), prefix))
        return [str(row[0]) for row in rows]
