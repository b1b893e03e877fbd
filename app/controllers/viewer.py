"""Pictures for the canvas: decoded in a worker, newest request first, neighbours ahead of time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.i18n import tr
from app.jobs import JobRunner, Task
from gkdt_core.errors import GkdtError

if TYPE_CHECKING:
    from app.canvas.image_item import PreparedImage

KEPT_BYTES = 384 * 2**20
"""Decoded pictures kept: about ten of 12 megapixels."""
NOW, AHEAD = 2, 0


class ImageLoader(QObject):
    """Decodes pictures; an answer to anything but the newest request only fills the memory of pictures."""

    shown = Signal(Path, object)
    """The path asked for last and its `PreparedImage`."""
    failed = Signal(Path, GkdtError)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: OrderedDict[Path, PreparedImage] = OrderedDict()
        self._wanted: Path | None = None
        self._under_way: dict[Path, Task] = {}
        self._paths: dict[QObject, Path] = {}
        """Not a property of the task: Qt's strings cannot hold every file name."""

    def show(self, path: Path, neighbours: Sequence[Path] = ()) -> None:
        """Ask for `path`, which comes through `shown`, at once if it is known; then decode `neighbours`."""
        self._wanted = path
        for other, task in tuple(self._under_way.items()):
            if other != path and other not in neighbours:
                task.cancel()
        known = self._kept.get(path)
        if known is not None:
            self._kept.move_to_end(path)
            self.shown.emit(path, known)
        else:
            self._start(path, NOW)
        for neighbour in neighbours:
            if neighbour not in self._kept and neighbour not in self._under_way:
                self._start(neighbour, AHEAD)

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None
        self._kept.clear()
        for task in self._under_way.values():
            task.cancel()

    def _start(self, path: Path, priority: int) -> None:
        running = self._under_way.get(path)
        if running is not None and not running.is_cancelled and priority == AHEAD:
            return
        is_wanted = priority == NOW
        title = tr("Opening {name}", name=path.name) if is_wanted else ""
        task = self._jobs.start(_Decode(path, ahead=not is_wanted), title, priority=priority)
        self._paths[task] = path
        self._under_way[path] = task
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)

    @Slot(object)
    def _on_succeeded(self, picture: PreparedImage | None) -> None:
        path = self._paths[self.sender()]
        if picture is None:  # a neighbour too large to be opened before it is wanted
            return
        is_new = path not in self._kept
        self._kept[path] = picture
        self._kept.move_to_end(path)
        while len(self._kept) > 1 and sum(kept.nbytes for kept in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)
        if path == self._wanted and is_new:
            self.shown.emit(path, picture)

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        path = self._paths[self.sender()]
        if path == self._wanted:
            self.failed.emit(path, error)

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        path = self._paths.pop(task)
        if self._under_way.get(path) is task:
            del self._under_way[path]
            if path == self._wanted and path not in self._kept and task.is_cancelled:
                error = GkdtError(
                    tr('Opening "{name}" was stopped.', name=path.name),
                    hint=tr("Go to another image and back to open it."),
                )
                self.failed.emit(path, error)


class _Decode:
    """The job of one picture; a named callable, so that no closure keeps the loader alive."""

    def __init__(self, path: Path, *, ahead: bool) -> None:
        self._path, self._ahead = path, ahead

    def __call__(self, task: Task) -> PreparedImage | None:
        from app.canvas.image_item import prepare_image
        from gkdt_core.media.images import SHOWN_PIXELS, image_size, read_shown

        if self._ahead:
            height, width = image_size(self._path)
            if height * width > SHOWN_PIXELS:
                return None
        picture = read_shown(self._path, checkpoint=task.checkpoint)
        task.checkpoint(1.0)
        return prepare_image(picture)
