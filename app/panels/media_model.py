"""The list of images: ids from the store, records and thumbnails only of what is on screen."""

from __future__ import annotations

import logging
import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPixmap

from app.i18n import counted, mark, tr
from app.jobs import JobRunner, Task
from app.project.database import ProjectDatabase
from app.project.records import ImageOrder, ImageQuery, ImageRecord, ImagesChanged
from app.project.store import AnnotationStore
from app.theme import STATE_WORDS
from gkdt_core.domain import ImageState
from gkdt_core.errors import GkdtError

log = logging.getLogger(__name__)

Index = QModelIndex | QPersistentModelIndex

PAGE = 64
RECORDS_KEPT, THUMBNAILS_KEPT, THUMBNAILS_WAITING = 4096, 600, 48
THUMBNAIL_PX = 112
"""Twice the size on screen, so that a 200 % display is sharp."""
REFRESH_MS = 250
FILLING_MS = 1000


AT_ONCE = 10_000
"""So many images are listed while the window waits; more take longer than a person should notice."""
LISTING = 2
"""More urgent than thumbnails, of which many may wait."""


class MediaRole(IntEnum):
    """What the delegate asks for beside the name."""

    IMAGE_ID = Qt.ItemDataRole.UserRole
    RECORD = Qt.ItemDataRole.UserRole + 1


class Thumbnails(QObject):
    """Small pictures made in the background, newest request first; far requests are given up."""

    ready = Signal(int)
    """Image id"""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self._kept: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._paths: dict[int, Path] = {}
        """Where each was looked for: one that was not there is looked for anew where it is now."""
        self._waiting: OrderedDict[int, Task] = OrderedDict()
        self._turn = 0

    def get(self, image_id: int, path: Path) -> QPixmap | None:
        """The thumbnail if it is there; else it is asked for and `ready` follows."""
        pixmap = self._kept.get(image_id)
        if pixmap is not None or (image_id in self._kept and self._paths[image_id] == path):
            self._kept.move_to_end(image_id)
            return pixmap
        asked = self._waiting.get(image_id)
        if asked is None or self._paths[image_id] != path:
            if asked is not None:
                asked.cancel()  # it looks where the image was
            self._ask(image_id, path)
        return None

    def clear(self) -> None:
        """Another project: forget everything."""
        for task in self._waiting.values():
            task.cancel()
        self._waiting.clear()
        self._kept.clear()
        self._paths.clear()

    def _ask(self, image_id: int, path: Path) -> None:
        while len(self._waiting) >= THUMBNAILS_WAITING:
            _, oldest = self._waiting.popitem(last=False)
            oldest.cancel()
        task = self.jobs.start(_MakeThumbnail(path), priority=1)
        task.setProperty("image_id", image_id)
        self._waiting[image_id], self._paths[image_id] = task, path
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)

    def _keep(self, image_id: int, pixmap: QPixmap | None) -> None:
        self._kept[image_id] = pixmap
        while len(self._kept) > THUMBNAILS_KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(image_id)

    @Slot(object)
    def _on_made(self, image: QImage) -> None:
        image_id = int(self.sender().property("image_id"))
        if self._waiting.get(image_id) is self.sender():
            self._keep(image_id, QPixmap.fromImage(image))

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        # The list shows an empty frame; opening the image says what is wrong with it.
        image_id = int(self.sender().property("image_id"))
        if self._waiting.get(image_id) is self.sender():
            self._keep(image_id, None)

    @Slot()
    def _on_finished(self) -> None:
        image_id = int(self.sender().property("image_id"))
        if self._waiting.get(image_id) is self.sender():
            del self._waiting[image_id]


class _MakeThumbnail:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, task: Task) -> QImage:
        from gkdt_core.media.images import thumbnail

        task.checkpoint(0.0)
        pixels = thumbnail(self._path, THUMBNAIL_PX)
        height, width = pixels.shape[:2]
        # copy(): the QImage must own its bytes once the array is gone
        return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The images that a query asks for.

    Attributes:
        ids: In their order.
        rows: The row of each.
    """

    ids: list[int]
    rows: dict[int, int]


def _ids_in_file(path: Path, query: ImageQuery, task: Task) -> Listed:
    """The job that asks the project file for a list."""
    database = ProjectDatabase.snapshot(path)
    try:
        ids = database.image_ids(query)
    finally:
        database.close()
    return Listed(ids, {image_id: row for row, image_id in enumerate(ids)})


class MediaModel(QStringListModel):
    """The images that the filter lets through, in its order.

    The base holds an empty text for each row, so that Qt counts rows without asking Python: a list view does
    that for every row whenever it lays itself out, half a second for 100,000.
    """

    counted = Signal(int, int)
    """Images listed, images in the project"""

    def __init__(self, store: AnnotationStore, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._thumbnails = store, thumbnails
        self._ids: list[int] = []
        self._rows: dict[int, int] | None = None
        self._records: OrderedDict[int, ImageRecord] = OrderedDict()
        self._query = ImageQuery()
        self._total = 0
        self._is_filling = False
        self._jobs = thumbnails.jobs
        self._asked: Task | None = None
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(REFRESH_MS)
        self._refresh_timer.timeout.connect(self.refresh)
        store.project_changed.connect(self._on_project_changed)
        store.images_changed.connect(self._on_images_changed)
        thumbnails.ready.connect(self._on_thumbnail)

    # reading

    @property
    def ids(self) -> Sequence[int]:
        """The listed image ids in order."""
        return self._ids

    @property
    def total(self) -> int:
        """Images in the project."""
        return self._total

    @property
    def query(self) -> ImageQuery:
        return self._query

    @property
    def is_filtered(self) -> bool:
        return self._query.states is not None or bool(self._query.text)

    def row_of(self, image_id: int | None) -> int | None:
        """The row of an image, or None when the filter hides it."""
        if self._rows is None:
            self._rows = {id_: row for row, id_ in enumerate(self._ids)}
        return None if image_id is None else self._rows.get(image_id)

    def record(self, image_id: int) -> ImageRecord:
        """The record of a listed image; a page of neighbours is read with it."""
        known = self._records.get(image_id)
        if known is not None:
            return known
        row = self.row_of(image_id) or 0
        page = self._ids[row - row % PAGE : row - row % PAGE + PAGE]
        for record in self._store.images(page):
            self._records[record.id] = record
        while len(self._records) > RECORDS_KEPT:
            self._records.popitem(last=False)
        return self._records[image_id]

    # changing

    def set_query(self, query: ImageQuery) -> None:
        """Filter and sort anew."""
        if query != self._query:
            self._query = query
            self.refresh()

    @Slot(bool)
    def set_filling(self, on: bool) -> None:
        """While a folder comes in by portions, the list is made anew only now and then."""
        self._is_filling = on
        self._refresh_timer.setInterval(FILLING_MS if on else REFRESH_MS)
        if not on:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask the store again; the views keep nothing but their current image.

        Of a large project the answer comes later; until then the list stays as it is.
        """
        self._refresh(may_wait=True)

    def _refresh(self, *, may_wait: bool) -> None:
        self._refresh_timer.stop()
        self._asked = None
        path = self._store.path
        self._total = 0 if path is None else self._store.image_count()
        if path is None:
            self._list([])
        elif may_wait and self._total > AT_ONCE:
            self._asked = self._jobs.start(partial(_ids_in_file, path, self._query), priority=LISTING)
            self._asked.succeeded.connect(self._on_ids)
            self._asked.failed.connect(self._on_not_read)
        else:
            self._list(self._store.image_ids(self._query))

    @Slot(object)
    def _on_ids(self, listed: Listed) -> None:
        if self.sender() is self._asked:
            self._asked = None
            self._list(listed.ids, listed.rows)

    @Slot(GkdtError)
    def _on_not_read(self, error: GkdtError) -> None:
        # the list stays as it is; whoever opens an image or edits hears what is wrong with the file
        log.warning("The images were not listed anew: %s", error)

    def _list(self, ids: list[int], rows: dict[int, int] | None = None) -> None:
        if ids != self._ids:
            self._set_ids(ids, rows)
        self.counted.emit(len(self._ids), self._total)

    @Slot()
    def _on_project_changed(self) -> None:
        self._query = ImageQuery()
        self._records.clear()
        self._thumbnails.clear()
        self._set_ids([])
        self.refresh()

    def _set_ids(self, ids: list[int], rows: dict[int, int] | None = None) -> None:
        self._ids, self._rows = ids, rows
        self.setStringList([""] * len(ids))  # resets the model

    @Slot(object)
    def _on_images_changed(self, change: ImagesChanged) -> None:
        for image_id in change.ids:
            self._records.pop(image_id, None)
        if change.listed:
            if not (self._is_filling and self._ids):
                self._refresh(may_wait=False)  # images that are gone must not stay in the list
            elif not self._refresh_timer.isActive():
                self._refresh_timer.start()
            return
        for image_id in change.ids[:PAGE]:
            row = self.row_of(image_id)
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))
        if len(change.ids) > PAGE and self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
        if self._query.states is not None or self._query.order is not ImageOrder.NAME:
            self._refresh_timer.start()

    @Slot(int)
    def _on_thumbnail(self, image_id: int) -> None:
        row = self.row_of(image_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    # Qt

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        image_id = self._ids[index.row()]
        if role == MediaRole.IMAGE_ID:
            return image_id
        record = self.record(image_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return record.name
        if role == MediaRole.RECORD:
            return record
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(image_id, record.path)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return describe(record)
        return None


def describe(record: ImageRecord) -> str:
    """An image in one line: name, state, instances, lowest score."""
    parts = [record.name, tr(STATE_WORDS[record.state])]
    if record.instance_count:
        parts.append(counted(record.instance_count, "{n:,} instance", "{n:,} instances"))
    if math.isfinite(record.score):
        parts.append(tr("lowest score {score:.2f}", score=record.score))
    return " · ".join(parts)


FILTERS: tuple[tuple[str, frozenset[ImageState] | None], ...] = (
    (mark("All states"), None),
    *((STATE_WORDS[state], frozenset({state})) for state in ImageState),
    (mark("Not reviewed"), frozenset({ImageState.UNTOUCHED, ImageState.PREDICTED, ImageState.IN_WORK})),
)
SORTS: tuple[tuple[str, ImageOrder, bool], ...] = (
    (mark("Name"), ImageOrder.NAME, False),
    (mark("Lowest score first"), ImageOrder.SCORE, False),
    (mark("State"), ImageOrder.STATE, False),
    (mark("Changed last"), ImageOrder.CHANGED, True),
)
