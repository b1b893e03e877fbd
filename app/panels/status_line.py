"""The status line: when the last edit was saved, where the cursor is, and what is under way."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from app.i18n import tr
from app.jobs import Task
from app.object_names import Name
from app.panels.widgets import named, with_role

NOTE_MS = 5000
SHOW_AFTER_S = 0.3
"""A job that is over sooner must not make the line flicker."""


def ago(seconds: float) -> str:
    """ "just now", "2 s ago", "5 min ago", "3 h ago"."""
    if seconds < 1.5:
        return tr("just now")
    if seconds < 90:
        return tr("{seconds:.0f} s ago", seconds=seconds)
    if seconds < 90 * 60:
        return tr("{minutes:.0f} min ago", minutes=seconds / 60)
    return tr("{hours:.0f} h ago", hours=seconds / 3600)


def remaining(fraction: float, elapsed_s: float) -> str:
    """How long a job with `fraction` done after `elapsed_s` still takes, in words; "" while unknown."""
    if fraction <= 0.0 or elapsed_s < 2.0:
        return ""
    return left_words(elapsed_s * (1 - fraction) / fraction)


def left_words(left: float) -> str:
    """How long `left` seconds are, in words; "" for less than one and for NaN."""
    if not left >= 1:
        return ""
    if left < 90:
        return tr("{seconds} s left", seconds=math.ceil(left))
    if left < 90 * 60:
        return tr("{minutes} min left", minutes=math.ceil(left / 60))
    return tr("{hours:.1f} h left", hours=left / 3600)


def remaining_of(task: Task, fraction: float) -> str:
    """How long a job still takes that has come to `fraction`, in words; "" while unknown."""
    return remaining(fraction, time.monotonic() - task.began)


class StatusLine(QStatusBar):
    """Saved, position, and the newest job with its progress and a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved = named(QLabel(), Name.STATUS_SAVED)
        self.position = named(QLabel(), Name.STATUS_POSITION)
        self._job = named(QLabel(), Name.STATUS_JOB)
        self._bar = named(QProgressBar(), Name.STATUS_JOB_BAR, tr("Progress"))
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 8)
        self._stop = with_role(named(QPushButton(tr("Cancel")), Name.STATUS_JOB_CANCEL), "quiet")
        self._stop.setStyleSheet("min-height: 20px; padding: 0 8px;")
        self.addWidget(self.saved)
        self.addWidget(self.position, 1)
        for widget in (self._job, self._bar, self._stop):
            self.addPermanentWidget(widget)
        self._tasks: list[Task] = []
        self._shown: Task | None = None
        self._fractions: dict[Task, float] = {}
        self._saved_at: float | None = None
        self._is_open = False
        self._note = ""
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.setInterval(NOTE_MS)
        self._note_timer.timeout.connect(self._drop_note)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._stop.clicked.connect(self._on_stop)
        self._show_job()

    def note_saved(self, unix_time: float | None) -> None:
        """Remember when the last edit reached the disk; None for "nothing open"."""
        self._saved_at = unix_time
        self._tick()

    def note_open(self, is_open: bool) -> None:
        """A project was opened, with everything in it on the disk, or closed."""
        self._is_open = is_open
        self.note_saved(None)

    @Slot(str)
    def note(self, text: str) -> None:
        """Say for some seconds what was just done, in the place of when it was saved."""
        self._note = text
        self._note_timer.start()
        self._tick()

    @Slot()
    def _drop_note(self) -> None:
        self._note = ""
        self._tick()

    @Slot(Task)
    def add_task(self, task: Task) -> None:
        """Show a job until it ends; with several, the newest."""
        self._tasks.append(task)
        self._fractions[task] = 0.0
        QTimer.singleShot(round(SHOW_AFTER_S * 1000) + 20, self, self._show_job)
        task.progressed.connect(self._on_progress)
        task.finished.connect(self._on_finished)
        self._show_job()

    @Slot()
    def _tick(self) -> None:
        if self._saved_at is None:
            self.saved.setText(tr("Saved") if self._is_open else "")
        elif self._note:
            self.saved.setText(self._note)
        else:
            self.saved.setText(tr("Saved {ago}", ago=ago(max(0.0, time.time() - self._saved_at))))
        self._show_job()

    @Slot(float)
    def _on_progress(self, fraction: float) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._fractions:
            self._fractions[task] = fraction
            self._show_job()

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._tasks:
            self._tasks.remove(task)
            del self._fractions[task]
        self._show_job()

    @Slot()
    def _on_stop(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
            self._job.setText(tr("{title}: stopping…", title=self._shown.title))

    @Slot()
    def _show_job(self) -> None:
        now = time.monotonic()
        shown = [task for task in self._tasks if now - task.began >= SHOW_AFTER_S]
        task = self._shown = shown[-1] if shown else None
        for widget in (self._job, self._bar, self._stop):
            widget.setVisible(task is not None)
        if task is None or task.is_cancelled:
            return
        fraction = self._fractions[task]
        left = remaining_of(task, fraction)
        self._job.setText(" · ".join(filter(None, (task.title, task.detail, left))))
        self._bar.setRange(0, 1000 if fraction > 0 else 0)  # (0, 0) is Qt's "busy"
        self._bar.setValue(round(fraction * 1000))
