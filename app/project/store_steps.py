"""Steps as they are built before they are written: which rows an edit changes, before and after."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.i18n import tr
from app.project.database import ProjectDatabase
from app.project.files import clean_text, stored_path
from app.project.places import Found
from app.project.records import NewImage
from app.project.rows import CategoryRow, Delta, FilePlace, MediaRow
from app.project.store_history import HistoryStore
from app.project.store_reading import REMOVED
from gkdt_core.domain import ImageState, Instance
from gkdt_core.errors import AnnotationError


def removed_key(path: str | bytes) -> str:
    """The fact that the file at a stored path was removed; a name that is no text as digits."""
    return f"{REMOVED}#{path.hex()}" if isinstance(path, bytes) else f"{REMOVED}={path}"


class StepsStore(HistoryStore):
    """Builds the steps that edits and imports share."""

    # for imports, which build their step themselves

    @property
    def database(self) -> ProjectDatabase:
        """The open file, for reading rows."""
        return self._db

    def stored_path(self, file: Path) -> str | bytes:
        """How the project names a file."""
        return stored_path(file, self._db.folder)

    def images_step(self, images: Sequence[NewImage | Path], root: Path) -> Delta:
        """The step that would add images; see `add_images`."""
        return self._images_delta(images, Path(os.path.abspath(root)))[0]

    # for edits

    def _touch(self, delta: Delta, image_id: int) -> None:
        """Notes that a person worked on an image."""
        work = self._db.work(image_id)
        if work.state in (ImageState.UNTOUCHED, ImageState.PREDICTED):
            delta.work[image_id] = (work, replace(work, state=ImageState.IN_WORK))

    def _images_delta(
        self,
        images: Sequence[NewImage | Path],
        root: Path | None,
        known: dict[str | bytes, int] | None = None,
    ) -> tuple[Delta, tuple[int, ...], tuple[int, ...]]:
        """A step that adds images; all their ids; the ids of those that are new.

        `known` are the ids of the stored paths, if the caller has them; the new ones join them.
        """
        database = self._db
        known = database.media_paths() if known is None else known
        number = database.next_id("media")
        base = (database.folder if root is None else root).as_posix().rstrip("/") + "/"
        delta, ids, added = Delta(), list[int](), list[int]()
        for image in images:
            new = image if isinstance(image, NewImage) else NewImage(image)
            absolute = os.path.abspath(new.path)
            path = stored_path(absolute, database.folder)
            if path in known:
                ids.append(known[path])
                continue
            name = absolute.replace(os.sep, "/").removeprefix(base)
            size, mtime_ns = new.status or (None, None)
            if new.status is None:
                with contextlib.suppress(OSError):  # a missing file is shown as missing, not refused
                    status = os.stat(absolute)
                    size, mtime_ns = status.st_size, status.st_mtime_ns
            delta.media[number] = (
                None,
                MediaRow(
                    number,
                    path,
                    clean_text(name),
                    size,
                    mtime_ns,
                    height=new.height,
                    width=new.width,
                ),
            )
            known[path] = number
            ids.append(number)
            added.append(number)
            number += 1
        return delta, tuple(ids), tuple(added)

    def _places_delta(self, found: Sequence[Found]) -> Delta:
        """A step that changes where images are; their names change only where the file's has."""
        database, delta = self._db, Delta()
        taken = database.media_paths()
        for item in found:
            row = database.media_row(item.image_id)
            path = stored_path(item.path, database.folder)
            if row is None or path in taken:
                continue
            parent, _, old = row.name.rpartition("/")
            new = clean_text(item.path.name)
            name = row.name if old == new else f"{parent}/{new}" if parent else new
            delta.places[row.id] = (FilePlace(row.path, row.name), FilePlace(path, name))
            taken[path] = row.id
        return delta

    def _drop_supports(self, delta: Delta) -> None:
        """Takes the instances that a step deletes out of the supports."""
        gone = {number for number, (_, after) in delta.instances.items() if after is None}
        categories = {row.category_id for row, _ in delta.instances.values() if row is not None}
        for category_id in sorted(categories | set(delta.categories)):
            before = self._db.supports(category_id)
            after = tuple(number for number in before if number not in gone)
            if before != after:
                delta.supports[category_id] = (before, after)

    def _check_name_free(self, name: str, own: int | None) -> None:
        for row in self._categories.values():
            if row.id != own and row.category.name == name:
                raise AnnotationError(
                    tr('The project has a category "{name}" already.', name=name),
                    hint=tr("Choose another name."),
                )

    def _category_for(self, instance: Instance, category_id: int | None) -> CategoryRow:
        """The project's category of an instance, whose keypoints must be the category's."""
        wanted = instance.category
        if category_id is not None:
            row = self._category_row(category_id)
        else:
            rows = [row for row in self._categories.values() if row.category.name == wanted.name]
            if not rows:
                raise AnnotationError(
                    tr('The project has no category "{name}".', name=wanted.name),
                    hint=tr("Add the category first."),
                )
            row = rows[0]
        if row.category.keypoints != wanted.keypoints:
            raise AnnotationError(
                tr(
                    'The keypoints of this instance ({len}, "{name}") are not those of the project\'s '
                    'category "{name2}" ({len2}).',
                    len=len(wanted),
                    name=wanted.name,
                    name2=row.category.name,
                    len2=len(row.category),
                ),
                hint=tr("Take the instance again from the project after changing its category."),
            )
        return row
