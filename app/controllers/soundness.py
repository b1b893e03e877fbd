"""Large project files are checked page by page in the background, after they have been opened."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.controllers.session import Session
from app.jobs import Task
from app.project.files import check_pages, is_checked_at_once
from gkdt_core.errors import GkdtError


def _check(path: Path, task: Task) -> None:
    check_pages(path, is_cancelled=lambda: task.is_cancelled)
    task.checkpoint(1.0)


class Soundness(QObject):
    """Starts the check of a file that opening has not checked, and tells of damage."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, session.store
        self._task: Task | None = None
        self._path: Path | None = None
        self._store.project_changed.connect(self._on_project_changed)

    @Slot()
    def _on_project_changed(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        path = self._path = self._store.path
        with contextlib.suppress(OSError):  # its drive is gone: whoever edits is told
            if path is not None and not self._store.is_read_only and not is_checked_at_once(path):
                # before the first look through the project, behind what people wait for
                self._task = self._session.jobs.start(lambda task: _check(path, task), priority=-1)
                self._task.failed.connect(self._on_failed)

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        if self.sender() is self._task and self._store.path == self._path:
            self._session.report(error)
