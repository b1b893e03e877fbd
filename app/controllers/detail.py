"""Full resolution of very large pictures: read in workers as the canvas asks, never waited for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.canvas import events
from app.i18n import tr
from app.jobs import JobRunner, Task
from gkdt_core.errors import GkdtError

if TYPE_CHECKING:
    from app.canvas.canvas import Canvas
    from app.canvas.image_item import PreparedImage
    from app.canvas.tiles import Tile
    from gkdt_core.media.detail import Detail

URGENT = 3
"""Before pictures are opened: somebody looks at this one."""


class DetailLoader(QObject):
    """Answers the canvas's `detail_wanted`; a new wish replaces the one before."""

    failed = Signal(GkdtError)
    changed = Signal()
    """The picture on the canvas cannot be seen in full after all."""

    def __init__(self, jobs: JobRunner, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._canvas = jobs, canvas
        self._wish: events.DetailWanted | None = None
        self._reading: Task | None = None
        self._preparing: Task | None = None
        canvas.detail_wanted.connect(self._on_wanted)

    @Slot()
    def drop_others(self) -> None:
        """Another picture may be shown now: stop what is read of the one before, and give its memory back."""
        wish = self._wish
        if wish is None or wish.picture is self._canvas.picture():
            return
        self._wish = None
        for task in (self._reading, self._preparing):
            if task is not None:
                task.cancel()
        self._reading = self._preparing = None
        if wish.picture.detail is not None:
            self._jobs.start(_Forget(wish.picture.detail))

    @Slot(object)
    def _on_wanted(self, wish: events.DetailWanted) -> None:
        self.drop_others()
        self._wish = wish
        detail = wish.picture.detail
        if detail is None or self._preparing is not None:
            return  # what is wanted is read when that is done
        if detail.is_ready:
            self._read(wish, detail)
            return
        title = tr("Unpacking {name} to show every pixel", name=detail.path.name)
        self._preparing = self._jobs.start(_Prepare(detail), title, priority=URGENT)
        self._preparing.succeeded.connect(self._on_prepared)
        self._preparing.failed.connect(self._on_failed)
        self._preparing.finished.connect(self._on_preparing_ended)

    def _read(self, wish: events.DetailWanted, detail: Detail) -> None:
        if self._reading is not None:
            self._reading.cancel()  # the row of tiles at hand still comes
        self._reading = self._jobs.start(_Read(wish, detail), priority=URGENT)
        self._reading.published.connect(self._on_tiles)
        self._reading.failed.connect(self._on_failed)
        self._reading.finished.connect(self._on_reading_ended)

    @Slot(object)
    def _on_tiles(self, tiles: tuple[PreparedImage, list[Tile]]) -> None:
        self._canvas.add_tiles(*tiles)

    @Slot(object)
    def _on_prepared(self, picture: object) -> None:
        if self.sender() is self._preparing:
            self._preparing = None
            if self._wish is not None and self._wish.picture.detail is not None:
                self._read(self._wish, self._wish.picture.detail)

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        if self.sender() in (self._preparing, self._reading):
            self._give_up()
            self.failed.emit(error)

    @Slot()
    def _on_preparing_ended(self) -> None:
        if self.sender() is self._preparing:  # neither done nor failed: a person stopped it
            self._give_up()
            self._preparing = None

    @Slot()
    def _on_reading_ended(self) -> None:
        if self.sender() is self._reading:
            self._reading = None

    def _give_up(self) -> None:
        if self._wish is not None:
            self._canvas.give_up_detail(self._wish.picture)
            self.changed.emit()


class _Read:
    """The job of tiles, a row at a time; a named callable, so that no closure keeps the loader alive."""

    def __init__(self, wish: events.DetailWanted, detail: Detail) -> None:
        self._wish, self._detail = wish, detail

    def __call__(self, task: Task) -> Iterator[tuple[PreparedImage, list[Tile]]]:
        from app.canvas.tiles import read_tiles

        picture = self._wish.picture
        for tiles in read_tiles(self._detail, self._wish.tiles, picture.deep):
            yield picture, tiles


class _Prepare:
    def __init__(self, detail: Detail) -> None:
        self._detail = detail

    def __call__(self, task: Task) -> None:
        self._detail.prepare(task.checkpoint)


class _Forget:
    def __init__(self, detail: Detail) -> None:
        self._detail = detail

    def __call__(self, task: Task) -> None:
        self._detail.forget()
