"""Backups of a project: when one is due, which are kept, what is in them, and going back to one."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.error_texts import hint_of, message_of
from app.i18n import tr
from app.project.database import ProjectDatabase
from app.project.files import (
    ProjectLock,
    backup_folder,
    copy_project,
    put_in_place,
    remove_database,
    temporary_beside,
)
from gkdt_core.domain import ImageState
from gkdt_core.errors import Cancelled, GkdtError, ProjectError
from gkdt_core.paths import user_data_dir

log = logging.getLogger(__name__)

INTERVAL_S = 600.0
"""While somebody edits, a backup is made this often."""
LOOK_S = 30.0
AFTER_OPENING_MS = 2500
NEWEST_KEPT = 6
DAYS_KEPT = 14
"""Of each of so many days with backups, the last one is kept."""
BYTES_KEPT = 4 << 30
"""Older backups go when all take more; the newest three stay however large they are."""
_ALWAYS_KEPT = 3
BULK = 50
"""Before so many images and instances are deleted at once, a backup is made."""
DELETIONS_KEPT = 10
"""So many of the backups from before a deletion stay, whatever the others do: a day's work may follow before
anybody misses what was deleted, and then the history may have ended with the program."""
_BEGUN_S = 2.0
_DELETION = " before a deletion"
"""Ends the name of such a backup."""
_WHOSE = "project.txt"
"""Beside the backups: the path of the project that they are of."""
_STAMP = "%Y-%m-%d %H.%M.%S"
_DAY = "%Y-%m-%d"  # of the first versions of this program, which made one a day


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as a list shows it.

    Attributes:
        path: The file, an ordinary project.
        made: When, local time.
        size: In bytes.
        images: Images in it; None, as the next two, where it cannot be read.
        labelled: Images with instances.
        reviewed: Images that are reviewed.
        problem: Why it cannot be read, or "".
    """

    path: Path
    made: datetime
    size: int
    images: int | None = None
    labelled: int | None = None
    reviewed: int | None = None
    problem: str = ""

    @property
    def is_before_deletion(self) -> bool:
        """Whether it was made because much was about to be deleted."""
        return is_before_deletion(self.path)


def is_before_deletion(backup: Path) -> bool:
    """Whether a backup was made because much was about to be deleted; by its name."""
    return backup.stem.endswith(_DELETION)


def made_at(backup: Path) -> datetime:
    """When a backup was made, by its name; by the file's time where a person renamed it."""
    for pattern in (_STAMP, _DAY):
        with contextlib.suppress(ValueError):
            return datetime.strptime(backup.stem.removesuffix(_DELETION), pattern)
    with contextlib.suppress(OSError):
        return datetime.fromtimestamp(backup.stat().st_mtime)
    return datetime.min


def backups_of(project: Path) -> list[Path]:
    """The automatic backups of a project, newest first."""
    return sorted(backup_folder(project).glob("*.gkdt"), key=made_at, reverse=True)


def backed_up_projects() -> list[Path]:
    """The projects that have automatic backups, whether they still are where they were or not; the one with
    the newest backup first."""
    newest: dict[Path, datetime] = {}
    for note in (user_data_dir() / "backups").glob(f"*/{_WHOSE}"):
        with contextlib.suppress(OSError):
            project = Path(os.fsdecode(note.read_bytes()))
            found = backups_of(project)
            if found and found[0].parent == note.parent:
                newest[project] = made_at(found[0])
    return sorted(newest, key=lambda project: newest[project], reverse=True)


def described(backup: Path) -> Backup:
    """A backup with what is in it."""
    try:
        size = backup.stat().st_size
    except OSError:
        size = 0
    try:
        database = ProjectDatabase.snapshot(backup)
        try:
            counts = database.state_counts()
            labelled = database.labelled_count(frozenset(ImageState), model_points=True)
        finally:
            database.close()
    except GkdtError as error:
        return Backup(backup, made_at(backup), size, problem=message_of(error))
    return Backup(backup, made_at(backup), size, sum(counts.values()), labelled, counts[ImageState.REVIEWED])


def superfluous(backups: Sequence[tuple[datetime, int]]) -> set[int]:
    """Which of some backups go, as indices.

    The newest `NEWEST_KEPT` stay, and of the last `DAYS_KEPT` days that have any the last one each; of those
    the oldest go while all take more than `BYTES_KEPT`.

    Args:
        backups: When each was made and its bytes, newest first.
    """
    days: set[object] = set()
    kept, dropped, total = 0, set[int](), 0
    for index, (made, size) in enumerate(backups):
        is_last_of_day = made.date() not in days and len(days) < DAYS_KEPT
        days.add(made.date())
        total += size
        if index >= _ALWAYS_KEPT and (total > BYTES_KEPT or not (kept < NEWEST_KEPT or is_last_of_day)):
            dropped.add(index)
            total -= size
        else:
            kept += 1
    return dropped


def is_due(project: Path) -> bool:
    """Whether a project that is being opened holds anything that its newest backup does not."""
    newest = next(iter(backups_of(project)), None)
    if newest is None:
        return True
    changed = 0.0
    for file in (project, Path(f"{project}-wal")):
        with contextlib.suppress(OSError):
            status = file.stat()
            if status.st_size:
                changed = max(changed, status.st_mtime)
    try:
        return changed > newest.stat().st_mtime
    except OSError:
        return True


def make_backup(
    project: Path,
    *,
    now: datetime | None = None,
    cancel: threading.Event | None = None,
    deletion: threading.Event | None = None,
) -> Path:
    """Copies a project to its backup folder, drops what is superfluous there, and says where the copy is.

    Args:
        project: The project file; it may be edited meanwhile.
        now: When it is, for the name.
        cancel: Ends it with `Cancelled`.
        deletion: Much is about to be deleted: set as soon as what is deleted from then on is in the copy.
    """
    folder = backup_folder(project)
    now = now or datetime.now()
    ending = "" if deletion is None else _DELETION
    while (target := folder / f"{now:{_STAMP}}{ending}.gkdt").exists():
        now += timedelta(seconds=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        whose, name = folder / _WHOSE, os.fsencode(os.path.abspath(project))
        if not whose.is_file() or whose.read_bytes() != name:  # a full disk must not empty it
            whose.write_bytes(name)
        copy_project(project, target, cancel=cancel, begun=deletion)
        files = backups_of(project)
        special = [file for file in files if is_before_deletion(file)]
        for file in special[DELETIONS_KEPT:]:
            file.unlink(missing_ok=True)
        files = [file for file in files if file not in special]
        for index in superfluous([(made_at(file), file.stat().st_size) for file in files]):
            files[index].unlink(missing_ok=True)
    except OSError as error:
        raise ProjectError(
            f"{folder}: the backup cannot be written ({error.strerror}).",
            hint="Free some space on that disk.",
        ) from error
    return target


def go_back(project: Path, backup: Path, *, now: datetime | None = None) -> Path | None:
    """Puts a backup in the place of a project that is not open, and says where the former file is now.

    What is in the way, sound or damaged, is kept beside it under a name that says when; None where there was
    nothing. A failure leaves everything as it was.
    """
    stamp = f"{now or datetime.now():%Y-%m-%d %H.%M.%S}"
    aside = project.with_name(f"{project.stem} (until {stamp}){project.suffix}")
    number = 2
    while aside.exists():
        aside = project.with_name(f"{project.stem} (until {stamp}, {number}){project.suffix}")
        number += 1
    lock = ProjectLock(project)
    temporary = temporary_beside(project)
    try:
        copy_project(backup, temporary)
        if not project.exists():
            put_in_place(temporary, project)
            return None
        # a link first: the project has its name at every moment
        try:
            os.link(project, aside)
        except OSError:  # a file system without links
            os.rename(project, aside)
        with contextlib.suppress(FileNotFoundError):
            os.rename(f"{project}-wal", f"{aside}-wal")
        put_in_place(temporary, project)
    except OSError as error:
        raise ProjectError(
            f"{project}: it cannot be replaced ({error.strerror}).",
            hint="Free some space on that disk."
            if error.errno == errno.ENOSPC
            else "Open the backup as a project of its own instead.",
        ) from error
    finally:
        remove_database(temporary)
        lock.release()
    return aside


class BackupKeeper(QObject):
    """Makes the backups of the open project in the background: on opening, and now and then while it is
    edited."""

    failed = Signal(object)
    """`GkdtError`: a backup could not be made; told once until one succeeds"""
    made = Signal(object)
    """`Path` of a backup"""
    _ended = Signal(object)
    """From the thread: `Path`, `GkdtError`, or None when it was stopped"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Path | None = None
        self._is_edited = self._is_told = False
        self._last = 0.0
        self._thread: threading.Thread | None = None
        self._cancel = threading.Event()
        self._is_deletion = False
        self._timer = QTimer(self)
        self._timer.setInterval(round(LOOK_S * 1000))
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(AFTER_OPENING_MS)
        self._first.timeout.connect(self._start)
        self._ended.connect(self._on_ended)

    def watch(self, project: Path, *, now: bool) -> None:
        """Begin with a project; `now` makes a backup soon."""
        self.stop()
        self._project, self._is_edited, self._is_told = project, False, False
        self._last = time.monotonic()
        self._timer.start()
        if now:  # once the project is on screen: a large one takes seconds of the disk
            self._first.start()

    @Slot()
    def note_edit(self) -> None:
        """Something was written."""
        self._is_edited = True

    def stop(self) -> None:
        """End; a backup under way is given up and leaves no file.

        But for one from before a deletion, which is waited for: nothing else has what it has.
        """
        self._timer.stop()
        self._first.stop()
        self._project = None
        if not self._is_deletion:
            self._cancel.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @Slot()
    def look(self) -> None:
        """Make a backup if one is due."""
        if self._is_edited and time.monotonic() - self._last >= INTERVAL_S:
            self._start()

    def before_deletion(self) -> None:
        """Much is about to be deleted: returns as soon as the backup sees what there still is.

        It is written in the background. Without room for it the deletion goes on, and undo brings it back.
        """
        begun = threading.Event()
        if self._thread is not None:
            self._thread.join(_BEGUN_S)
        if self._begin(begun):
            begun.wait(_BEGUN_S)

    @Slot()
    def _start(self) -> None:
        self._begin(None)

    def _begin(self, deletion: threading.Event | None) -> bool:
        if self._project is None or (self._thread is not None and self._thread.is_alive()):
            return False
        project, cancel = self._project, threading.Event()
        self._is_edited, self._last = False, time.monotonic()
        self._is_deletion = deletion is not None

        def work() -> None:
            try:
                self._ended.emit(make_backup(project, cancel=cancel, deletion=deletion))
            except Cancelled:
                log.info("%s: closed before its backup was complete", project)
            except GkdtError as error:
                self._ended.emit(error)

        self._cancel = cancel
        self._thread = threading.Thread(target=work, name="project backup", daemon=True)
        self._thread.start()
        return True

    @Slot(object)
    def _on_ended(self, outcome: Path | GkdtError) -> None:
        if isinstance(outcome, Path):
            self._is_told = False
            self.made.emit(outcome)
            return
        log.warning("%s", outcome)
        self._is_edited = True  # there is still something to be backed up
        if not self._is_told and self._project is not None:
            self._is_told = True
            self.failed.emit(
                ProjectError(
                    tr("No backup could be made: {reason}", reason=message_of(outcome)),
                    hint=tr("Your work is saved in the project all the same. {hint}", hint=hint_of(outcome)),
                )
            )
