"""Background jobs: one runner in which progress, cancellation, errors and turns are solved once.

A job is a function of its `Task`. It may be a generator: every yielded value is published through
`Task.published`, and at every yield the job goes back into the queue, so that a more urgent job on the same
runner has its turn in between. The value it returns is what `succeeded` carries.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from app.i18n import tr
from gkdt_core.errors import Cancelled, GkdtError

log = logging.getLogger(__name__)

PROGRESS_INTERVAL_S = 0.05
"""A progress signal is posted at most this often: a job with 100,000 steps must not flood the window."""


class News(Enum):
    """What a worker tells the GUI thread."""

    PROGRESSED = auto()
    SAID = auto()
    PUBLISHED = auto()
    SUCCEEDED = auto()
    FAILED = auto()
    FINISHED = auto()


class Task(QObject):
    """The handle of one job. Lives in the GUI thread; slots of GUI objects run in the GUI thread.

    Attributes:
        title: What the job does, for the status line ("Pre-labelling 240 images").
        detail: What it said last about where it is ("1.2 of 6.3 GB"), or "".
        began: When it was asked for, on the monotonic clock, s.
    """

    progressed = Signal(float)
    """Share done, 0..1."""
    said = Signal(str)
    """What the job is at, in a few words ("1.2 of 6.3 GB")."""
    published = Signal(object)
    """A partial result of a generator job."""
    succeeded = Signal(object)
    failed = Signal(GkdtError)
    finished = Signal()
    """Always last, also after a cancel."""

    def __init__(self, runner: JobRunner, title: str = "") -> None:
        super().__init__(runner)
        self.title = title
        self.detail = ""
        self.began = time.monotonic()
        self._last_said = 0.0
        self._post = runner.relay.emit
        self._cancel = threading.Event()
        self._last_progress = 0.0

    def cancel(self) -> None:
        """Ask the job to stop at its next checkpoint. Safe to call at any time, also when it has ended."""
        self._cancel.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancel.is_set()

    def checkpoint(self, fraction: float) -> None:
        """Called by the job between chunks with the share done, 0..1. Raises `Cancelled` after `cancel()`."""
        if self._cancel.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last_progress >= PROGRESS_INTERVAL_S or fraction >= 1.0:
            self._last_progress = now
            self.post(News.PROGRESSED, float(fraction))

    def say(self, detail: str) -> None:
        """Called by the job: where it is, in a few words; what comes too fast to be read is left out."""
        now = time.monotonic()
        if now - self._last_said >= PROGRESS_INTERVAL_S:
            self._last_said = now
            self.post(News.SAID, detail)

    def post(self, news: News, value: object = None) -> None:
        """Called in the worker: tell the GUI thread."""
        self._post(self, news, value)


Job = Callable[[Task], Any]


class _Runner(QRunnable):
    """Runs one job, or one turn of a generator job, in a worker thread. Touches no widget."""

    def __init__(self, pool: QThreadPool, task: Task, job: Job, priority: int) -> None:
        super().__init__()
        self._pool, self._task, self._job, self.priority = pool, task, job, priority
        self._turns: Iterator[Any] | None = None

    def run(self) -> None:
        ended = True
        try:
            if self._task.is_cancelled:
                raise Cancelled
            ended = self._one_turn()
        except Cancelled:
            self._close_turns()
        except GkdtError as error:
            self._task.post(News.FAILED, error)
        except Exception:
            log.exception("The background job %r failed.", self._task.title)
            self._task.post(
                News.FAILED,
                GkdtError(
                    tr(
                        "{title}: something went wrong inside the program.",
                        title=self._task.title or tr("A background job"),
                    ),
                    hint=tr("Details are in the log (Help > Show the log file)."),
                ),
            )
        finally:
            if ended:
                self._task.post(News.FINISHED)

    def _one_turn(self) -> bool:
        """Whether the job has ended."""
        if self._turns is None:
            result = self._job(self._task)
            if not hasattr(result, "__next__"):
                self._task.post(News.SUCCEEDED, result)
                return True
            self._turns = result
        try:
            partial = next(self._turns)
        except StopIteration as stop:
            self._task.post(News.SUCCEEDED, stop.value)
            return True
        self._task.post(News.PUBLISHED, partial)
        following = _Runner(self._pool, self._task, self._job, self.priority)
        following._turns = self._turns
        self._pool.start(following, self.priority)
        return False

    def _close_turns(self) -> None:
        close = getattr(self._turns, "close", None)
        if close is not None:
            close()


class JobRunner(QObject):
    """Starts jobs on its own thread pool and knows which are under way.

    Args:
        threads: How many jobs run at once; 1 for a device that must not be shared.
    """

    relay = Signal(Task, News, object)
    """From the workers. One signal of an object that outlives them all: emitting a task's own signals there
    let the GUI thread delete the task between two of its listeners (seen on a busy machine)."""
    started = Signal(Task)
    """A job with a title was started: the status line shows it."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 1) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._tasks: set[Task] = set()
        self.relay.connect(self._deliver)
        self._waiting: list[_Runner] = []

    def start(self, job: Job, title: str = "", *, priority: int = 0) -> Task:
        """Queue `job`; a higher `priority` goes first.

        It starts when the event loop turns next: a quick job must not end before the caller has connected to
        its task.
        """
        task = Task(self, title)
        self._tasks.add(task)
        if not self._waiting:
            QTimer.singleShot(0, self, self._launch)
        self._waiting.append(_Runner(self._pool, task, job, priority))
        if title:
            self.started.emit(task)
        return task

    @Slot()
    def _launch(self) -> None:
        waiting, self._waiting = self._waiting, []
        for runner in waiting:
            self._pool.start(runner, runner.priority)

    @property
    def is_busy(self) -> bool:
        return bool(self._tasks)

    def close(self, patience_ms: int = -1) -> bool:
        """Cancel everything and wait, at most `patience_ms` (-1: for ever); whether no worker runs now."""
        self._waiting.clear()
        for task in tuple(self._tasks):
            task.cancel()
        return self._pool.waitForDone(patience_ms)

    @Slot(Task, News, object)
    def _deliver(self, task: Task, news: News, value: object) -> None:
        if news is News.PROGRESSED:
            task.progressed.emit(value)
        elif news is News.SAID:
            task.detail = str(value)
            task.said.emit(task.detail)
        elif news is News.PUBLISHED:
            task.published.emit(value)
        elif news is News.SUCCEEDED:
            task.succeeded.emit(value)
        elif news is News.FAILED:
            task.failed.emit(value)
        else:
            self._tasks.discard(task)
            task.finished.emit()
            task.deleteLater()
