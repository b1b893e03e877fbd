"""One undo step for each edit: writing it, undoing it, and telling everybody."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.i18n import tr
from app.project.backups import BULK, BackupKeeper
from app.project.commands import StepCommand
from app.project.project_settings import ProjectSettings
from app.project.records import ImagesChanged, InstancesChanged, ProjectGoneError, Replayed, WriteFailedError
from app.project.rows import Delta
from app.project.store_reading import IGNORED, ReadingStore
from gkdt_core.errors import ProjectError


class HistoryStore(ReadingStore):
    """Writes steps, and replays them from the undo stack."""

    replayed = Signal(object)
    """A step of the history was undone or done again: `Replayed`"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self._on_index_changed)
        self._step: Delta | None = None  # the open `one_step` block
        self._index = 0  # how many steps of the stack are in the file
        self._stuck = False  # a step of the running undo or redo could not be written
        self.backup_keeper = BackupKeeper(self)
        self.settings = ProjectSettings(self)
        """What belongs to the work and not to the person."""
        self.edits = 0
        """How often the project was written to since it was opened."""

    @contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """Makes all edits inside the block one transaction and one undo step named `text`.

        An exception inside takes all of them back. Signals fire at the end. Blocks may be nested.
        """
        if self._step is not None:
            yield
            return
        database = self._db
        self._refuse_if_read_only()
        step = self._step = Delta()
        try:
            with self._telling_failures(), database.transaction():
                yield
        except BaseException:
            self._step = None
            self._reload_categories()
            raise
        self._step = None
        if step:
            self._push(text, step, None)
            self._announce(step)

    @contextmanager
    def _telling_failures(self) -> Iterator[None]:
        """A write of the block that fails becomes a `WriteFailedError`, and `write_failed` fires once."""
        try:
            yield
        except WriteFailedError:
            raise
        except ProjectError as error:
            gone = isinstance(error, ProjectGoneError)
            if not gone and not isinstance(error.__cause__, sqlite3.Error):  # but a wrong argument
                raise
            failure = WriteFailedError(error.message, hint=error.hint, gone=gone)
            self.write_failed.emit(failure)
            raise failure from error.__cause__

    def _edit(self, text: str, delta: Delta, merge_key: object | None = None) -> None:
        """Writes a step and puts it into the history, or into the open `one_step` block."""
        if not delta:
            return
        self._refuse_if_read_only()
        if (
            sum(after is None for pairs in (delta.media, delta.instances) for _, after in pairs.values())
            >= BULK
        ):
            self.backup_keeper.before_deletion()
        text = tr(text)  # the names that methods have by default are marked only; what is translated stays
        if self._step is not None:
            with self._telling_failures(), self._db.transaction():
                self._db.apply(delta, forward=True)
            self._step.absorb(delta)
            if delta.categories:
                self._reload_categories()
            return
        with self._telling_failures(), self._db.transaction():
            self._db.apply(delta, forward=True)
        if delta.categories:
            self._reload_categories()
        self._push(text, delta, merge_key)
        self._announce(delta)

    def _write(self, delta: Delta) -> None:
        """Writes a change that is no undo step; only where no step can refer to its rows."""
        if delta:
            self._refuse_if_read_only()
            with self._telling_failures(), self._db.transaction():
                self._db.apply(delta, forward=True)
            self._announce(delta)

    def _refuse_if_read_only(self) -> None:
        if self.is_read_only:
            failure = WriteFailedError(
                tr("{name} is open for reading only, so the change was not made.", name=self._db.path.name),
                hint=tr("Save a copy in a folder of yours, and go on in that."),
            )
            self.write_failed.emit(failure)
            raise failure

    def _push(self, text: str, delta: Delta, merge_key: object | None) -> None:
        self.undo_stack.push(StepCommand(self, text, delta, merge_key))
        self._index = self.undo_stack.index()

    def replay(self, delta: Delta, *, forward: bool) -> None:
        """Writes one side of a step of the history; for its command only.

        Where that fails, this step and all that follow in the same undo or redo are left out, and the stack
        is put back to the steps that are in the file.
        """
        if self._stuck or self._database is None:
            return
        try:
            with self._telling_failures(), self._db.transaction():
                self._db.apply(delta, forward=forward)
        except ProjectError:
            self._stuck = True
            return
        self._index += 1 if forward else -1
        if delta.categories:
            self._reload_categories()
        self._announce(delta, forward=forward)
        self.replayed.emit(Replayed(delta.image_ids, bool(delta.categories)))

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        if self._stuck and index != self._index:
            self.undo_stack.setIndex(self._index)  # replays nothing while stuck
        self._stuck = False

    def _announce(self, delta: Delta, *, forward: bool = True) -> None:
        self._note_edit()
        gone = {number for number, pair in delta.media.items() if pair[forward] is None}
        ids = delta.image_ids
        if delta.categories:
            self.categories_changed.emit()
        if ids:
            self.images_changed.emit(ImagesChanged(ids, listed=bool(delta.media)))
        touched = {row.image_id for pair in delta.instances.values() for row in pair if row is not None}
        for image_id in sorted(touched - gone):
            self.instances_changed.emit(InstancesChanged(image_id))
        for category_id, (before, after) in delta.supports.items():
            if before != after:
                self.supports_changed.emit(category_id)
        if any(key.startswith(IGNORED) for key in delta.meta):
            self.ignored_changed.emit()
        self.saved.emit(time.time())

    def _note_edit(self) -> None:
        self.edits += 1
        self.settings.note_edit()
        self.backup_keeper.note_edit()
