"""Keeping work safe: saving under another name, backups, images that have moved, disks that fail."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.controllers.projects import Projects
from app.controllers.session import Message, Selected, Session
from app.dialogs.backups_dialog import BackupsDialog
from app.dialogs.missing_dialog import MissingDialog
from app.error_texts import hint_of, message_of
from app.i18n import counted, tr
from app.jobs import Task
from app.project.backups import Backup, backed_up_projects, backups_of, described, make_backup
from app.project.database import ProjectDatabase
from app.project.files import copy_project
from app.project.places import Found, ImagePlace, SearchReport, find_in_folder, missing, moved_along
from app.project.records import NotWritableError, WriteFailedError
from app.project.store import PROJECT_SUFFIX, project_name
from gkdt_core.errors import GkdtError, MediaError, ProjectError

log = logging.getLogger(__name__)

LOOK_AFTER_MS = 2000
"""After a project is on screen, the files of its images are looked for."""
DIGESTS_AFTER_MS = 20_000
"""So long after an edit, the contents of newly labelled images are learnt."""
PORTION_BYTES, PORTION_FILES = 64 << 20, 64
PAUSE_MS = 200
"""Between two portions: others read from that disk too."""
UNLABELLED_BYTES = 1 << 30
"""Of images without labels, the contents of this much are learnt in one run: they may be terabytes."""
COPY_ATTEMPTS = 3
PLACE = "place"
"""The fact under which a project remembers where it was opened last."""


class _Copy:
    def __init__(self, source: Path, target: Path) -> None:
        self._source, self._target = source, target

    def __call__(self, task: Task) -> None:
        copy_project(self._source, self._target, progress=task.checkpoint)


class _Describe:
    """The job that lists the backups of a project with what is in them."""

    def __init__(self, project: Path) -> None:
        self._project = project

    def __call__(self, task: Task) -> list[Backup]:
        backups = []
        for path in backups_of(self._project):
            task.checkpoint(0.0)
            backups.append(described(path))
        return backups


class _MakeBackup:
    def __init__(self, project: Path) -> None:
        self._project = project

    def __call__(self, task: Task) -> Path:
        return make_backup(self._project)


@dataclass(frozen=True, slots=True)
class Missed:
    """What a look at the files of all images found.

    Attributes:
        project: Of which project.
        total: Images in it.
        lost: Those whose file is nowhere.
        found: Those that have moved along with the project.
    """

    project: Path
    total: int
    lost: tuple[ImagePlace, ...]
    found: tuple[Found, ...] = ()


def _places(project: Path) -> list[ImagePlace]:
    database = ProjectDatabase.snapshot(project)
    try:
        return database.image_places()
    finally:
        database.close()


class _Look:
    """The job that looks which images are missing and, given a folder of old, which have moved along."""

    def __init__(self, project: Path, before: Path | None, *, follow: bool) -> None:
        self._project, self._before, self._follow = project, before, follow

    def __call__(self, task: Task) -> Missed:
        images = _places(self._project)
        lost = missing(images, task.checkpoint)
        found: list[Found] = []
        if lost and self._follow:
            old_home = None if self._before is None else self._before.parent
            found = moved_along(lost, old_home, self._project.parent, task.checkpoint)
            gone_along = {item.image_id for item in found}
            lost = [image for image in lost if image.id not in gone_along]
        return Missed(self._project, len(images), tuple(lost), tuple(found))


class _Search:
    """The job that looks for missing images in a folder."""

    def __init__(self, missed: Missed, folder: Path) -> None:
        self._missed, self._folder = missed, folder

    def __call__(self, task: Task) -> SearchReport:
        lost = {image.id for image in self._missed.lost}
        taken = [image.path for image in _places(self._missed.project) if image.id not in lost]
        return find_in_folder(self._missed.lost, self._folder, taken, task.checkpoint)


class _ReadDigests:
    """The job that learns the contents of some images; those that cannot be read are left out."""

    def __init__(self, images: tuple[tuple[int, Path], ...]) -> None:
        self._images = images

    def __call__(self, task: Task) -> tuple[dict[int, str], int, int]:
        """Digests; how many of the images were looked at; how many bytes that was."""
        from gkdt_core.media.images import media_digest

        digests, read, seen = dict[int, str](), 0, 0
        for image_id, path in self._images:
            task.checkpoint(0.0)
            try:
                read += path.stat().st_size
                digests[image_id] = media_digest(path)
            except (OSError, MediaError) as error:
                log.info("No digest: %s", error)
            seen += 1
            if read >= PORTION_BYTES:
                break
        return digests, seen, read


class Safekeeping(QObject):
    """Copies, backups and image files of the open project, and what to do when its file cannot be written."""

    def __init__(
        self, window: QWidget, session: Session, projects: Projects, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._session, self._projects = window, session, projects
        self._store = session.store
        self._copy: Task | None = None
        self._copying: tuple[Path, Path, int, int] | None = None
        self._is_saving_as = False
        self._look: Task | None = None
        self._missed: Missed | None = None
        self._backups_dialog: BackupsDialog | None = None
        self._missing_dialog: MissingDialog | None = None
        self._is_asked = False
        self._digestless: list[int] = []
        self._digests: Task | None = None
        self._is_labelled = True
        self._read = 0
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(LOOK_AFTER_MS)
        self._look_timer.timeout.connect(self._look_after_opening)
        self._digest_timer = QTimer(self)
        self._digest_timer.setSingleShot(True)
        self._digest_timer.setInterval(DIGESTS_AFTER_MS)
        self._digest_timer.timeout.connect(self._read_digests)
        session.store.write_failed.connect(self._on_write_failed)
        session.store.backup_keeper.failed.connect(session.report)
        session.store.project_changed.connect(self._on_project_changed)
        session.store.saved.connect(self._on_saved)
        projects.opened.connect(self._look_timer.start)
        projects.open_failed.connect(self._on_open_failed)
        projects.opened_to_read.connect(self._on_opened_to_read)

    @Slot()
    def _on_project_changed(self) -> None:
        for task in (self._look, self._digests):
            if task is not None:
                task.cancel()
        self._look = self._digests = None
        self._missed, self._digestless, self._read = None, [], 0
        self._look_timer.stop()
        self._digest_timer.stop()

    # another name

    @Slot()
    def save_as(self) -> None:
        """Ask for a new place; the work goes on there, the present file stays as it is."""
        path = self._store.path
        if path is None:
            return
        pattern = tr("GKDT projects (*{suffix})", suffix=PROJECT_SUFFIX)
        folder = Path.home() if self._store.is_read_only else path.parent
        proposal = folder / f"{project_name(path)} copy{path.suffix}"
        self._session.chooser.save(tr("Save the project as"), pattern, proposal, partial(self.copy_to, path))

    def copy_to(self, source: Path, target: Path) -> None:
        """Copy a project, then work on the copy."""
        if target.suffix.casefold() != PROJECT_SUFFIX:
            target = target.with_name(target.name + PROJECT_SUFFIX)
        if target == source:
            self._session.tell(tr("Everything is saved there already."))
            return
        if self._copy is not None:
            self._session.tell(tr("A copy is being written already."))
            return
        self._start_copy(source, target, 1)

    def _start_copy(self, source: Path, target: Path, attempt: int) -> None:
        if self._store.path == source:
            self._store.settings.flush()
        self._copying = (source, target, self._store.edits, attempt)
        title = tr("Copying to {name}", name=target.name)
        self._copy = self._session.jobs.start(_Copy(source, target), title)
        self._copy.succeeded.connect(self._on_copied)
        self._copy.failed.connect(self._session.report)
        self._copy.finished.connect(self._on_copy_finished)

    @Slot(object)
    def _on_copied(self, _: object) -> None:
        if self._copying is None:
            return
        source, target, edits, attempt = self._copying
        if self._store.path == source and self._store.edits != edits:
            if attempt < COPY_ATTEMPTS:
                self._copying = (source, target, -1, attempt)  # begun anew once this job has ended
                return
            try:  # somebody edits all the time: the window waits for the last copy, so that nothing is left
                copy_project(source, target)
            except GkdtError as error:
                self._session.report(error)
                return
        is_open = self._store.path == source
        place = self._session.selection.now if is_open else Selected()
        if is_open and not self._store.is_read_only:
            if not self._session.guarded(lambda: self._store.go_on_in(target)):
                return
            self._projects.show_opened()
        else:
            self._projects.open_project(target)
            if self._store.path != target:
                return
        selection = self._session.selection
        if place.image_id is not None:
            selection.set_image(place.image_id)
        if place.instance_id is not None:
            selection.set_instance(place.instance_id, place.keypoint)
        self._session.tell(
            tr("The project is now {target}.", target=target),
            tr("{source} stays as it is.", source=source.name),
        )

    @Slot()
    def _on_copy_finished(self) -> None:
        if self.sender() is not self._copy:
            return
        copying, self._copy, self._copying = self._copying, None, None
        if copying is not None and copying[2] == -1:
            self._start_copy(copying[0], copying[1], copying[3] + 1)

    # backups

    @Slot()
    def show_backups(self) -> None:
        """The backups of the open project, else of those that have any."""
        self._open_backups(self._store.path)

    def _open_backups(self, project: Path | None) -> None:
        projects = backed_up_projects()
        if project is not None:
            projects = [project, *(other for other in projects if other != project)]
        if not projects:
            self._session.tell(
                tr("There are no backups yet."), tr("They are made while you work on a project.")
            )
            return
        dialog = BackupsDialog(self._window, projects, is_open=project is not None and self._store.is_open)
        dialog.project_chosen.connect(self._list_backups)
        dialog.opened.connect(self._on_open_backup)
        dialog.went_back.connect(self._on_go_back)
        dialog.wanted.connect(self._on_backup_wanted)
        dialog.destroyed.connect(self._on_backups_closed)
        self._backups_dialog = dialog
        self._list_backups(projects[0])
        dialog.open()

    @Slot()
    def _on_backups_closed(self) -> None:
        self._backups_dialog = None

    @Slot(Path)
    def _list_backups(self, project: Path) -> None:
        task = self._session.jobs.start(_Describe(project))
        task.setProperty("project", str(project))
        task.succeeded.connect(self._on_described)
        task.failed.connect(self._session.report)

    @Slot(object)
    def _on_described(self, backups: list[Backup]) -> None:
        if self._backups_dialog is not None:
            self._backups_dialog.show_backups(Path(str(self.sender().property("project"))), backups)

    @Slot(Path)
    def _on_backup_wanted(self, project: Path) -> None:
        task = self._session.jobs.start(_MakeBackup(project), tr("Making a backup"))
        task.setProperty("project", str(project))
        task.succeeded.connect(self._on_backup_made)
        task.failed.connect(self._session.report)

    @Slot(object)
    def _on_backup_made(self, _: object) -> None:
        if self._backups_dialog is not None:
            self._list_backups(Path(str(self.sender().property("project"))))

    @Slot(Path, object)
    def _on_open_backup(self, project: Path, backup: Backup) -> None:
        pattern = tr("GKDT projects (*{suffix})", suffix=PROJECT_SUFFIX)
        folder = project.parent if project.parent.is_dir() else Path.home()
        proposal = folder / f"{project_name(project)} ({backup.made:%Y-%m-%d %H.%M}){PROJECT_SUFFIX}"
        title = tr("Where to put the project made of the backup")
        self._session.chooser.save(title, pattern, proposal, partial(self.copy_to, backup.path))

    @Slot(Path, object)
    def _on_go_back(self, project: Path, backup: Backup) -> None:
        def edit() -> None:
            aside = self._store.go_back(backup.path, project)
            self._projects.show_opened()
            self._session.message.emit(
                Message(
                    tr("The project is as it was on {time}.", time=f"{backup.made:%Y-%m-%d %H:%M}"),
                    ""
                    if aside is None
                    else tr("What it was until now is kept in {name}, beside it.", name=aside.name),
                    settles=True,
                )
            )

        self._session.guarded(edit)

    # files of images

    @Slot()
    def _look_after_opening(self) -> None:
        path = self._store.path
        if path is None or self._look is not None:
            return
        before = self._store.remembered(PLACE)
        self._is_asked = False
        self._start_look(_Look(path, None if before is None else Path(before), follow=True))
        self._digest_timer.start()

    def _start_look(self, job: _Look, title: str = "") -> None:
        task = self._session.jobs.start(job, title)
        task.succeeded.connect(self._on_looked)
        task.failed.connect(self._on_look_failed)
        task.finished.connect(self._on_look_finished)
        self._look = task

    @Slot()
    def find_missing(self) -> None:
        """Show which images have no file, and look for them where a person says."""
        path = self._store.path
        if path is None:
            return
        if self._look is not None:
            self._look.cancel()
        self._is_asked = True
        self._start_look(_Look(path, None, follow=False), tr("Looking for the image files"))

    @Slot(object)
    def _on_looked(self, missed: Missed) -> None:
        if self.sender() is not self._look or self._store.path != missed.project:
            return
        self._missed = missed
        if self._is_asked:
            self._ask_for_folder(missed)
            return
        self._session.guarded(partial(self._take_along, missed))
        count = len(missed.lost)
        if count:
            text = counted(
                count,
                "{n} of {total:,} image files is not where it was.",
                "{n:,} of {total:,} image files are not where they were.",
                total=missed.total,
            )
            hint = tr("They may have been moved, or their drive is not connected. The labels are safe.")
            # as an error: it says why of the image that is shown first, which cannot be opened
            self._session.message.emit(Message(text, hint, True, tr("Find them…"), self.find_missing))
        elif missed.found:
            text = counted(
                len(missed.found),
                "{n} image has moved along with the project and was found again.",
                "{n:,} images have moved along with the project and were found again.",
            )
            self._session.message.emit(Message(text, settles=True))

    def _take_along(self, missed: Missed) -> None:
        if missed.found:
            self._store.note_moved(missed.found)
            image_id = self._session.selection.now.image_id
            if image_id in {found.image_id for found in missed.found}:
                self._session.selection.set_image(None)
                self._session.selection.set_image(image_id)
        self._store.remember(PLACE, str(missed.project))

    @Slot(GkdtError)
    def _on_look_failed(self, error: GkdtError) -> None:
        if self._is_asked:
            self._session.report(error)
        else:
            log.warning("The files of the images were not looked for: %s", error)

    @Slot()
    def _on_look_finished(self) -> None:
        if self.sender() is self._look:
            self._look = None

    def _ask_for_folder(self, missed: Missed) -> None:
        if not missed.lost:
            self._session.tell(tr("All image files are where they should be."))
            return
        dialog = MissingDialog(self._window, missed.lost, missed.total)
        dialog.folder_wanted.connect(self._choose_folder)
        dialog.accepted_report.connect(self._on_report)
        dialog.destroyed.connect(self._on_missing_closed)
        self._missing_dialog = dialog
        dialog.open()

    @Slot()
    def _on_missing_closed(self) -> None:
        self._missing_dialog = None

    @Slot()
    def _choose_folder(self) -> None:
        self._session.chooser.folder(tr("Where to look for the missing images"), self._search)

    def _search(self, folder: Path) -> None:
        if self._missed is None or self._missing_dialog is None:
            return
        title = tr("Looking for images in {name}", name=folder.name)
        task = self._session.jobs.start(_Search(self._missed, folder), title)
        self._missing_dialog.show_search(task, folder)
        task.succeeded.connect(self._on_searched)
        task.failed.connect(self._on_search_failed)

    @Slot(object)
    def _on_searched(self, report: SearchReport) -> None:
        if self._missing_dialog is not None:
            self._missing_dialog.show_report(report)

    @Slot(GkdtError)
    def _on_search_failed(self, error: GkdtError) -> None:
        if self._missing_dialog is not None:
            self._missing_dialog.show_problem(error)

    @Slot(object)
    def _on_report(self, report: SearchReport) -> None:
        def edit() -> None:
            self._store.move_images(report.found)
            image_id = self._session.selection.now.image_id
            self._session.selection.set_image(None)
            self._session.selection.set_image(image_id)
            text = counted(len(report.found), "{n} image was found again.", "{n:,} images were found again.")
            self._session.message.emit(Message(text, tr("Ctrl+Z takes it back."), settles=True))

        self._session.guarded(edit)

    # contents of images, by which they are found again

    @Slot()
    def _on_saved(self) -> None:
        if self._store.is_open and not self._digest_timer.isActive():
            self._digest_timer.start()

    @Slot()
    def _read_digests(self) -> None:
        """Learn the contents of labelled images, then of some others, in the background."""
        if not self._store.is_open or self._digests is not None:
            return
        self._is_labelled = True
        self._digestless = self._store.ids_without_digest(labelled=True)[::-1]
        if not self._digestless and self._read < UNLABELLED_BYTES:
            self._is_labelled = False
            self._digestless = self._store.ids_without_digest(labelled=False)[::-1]
        self._read_next_digests()

    @Slot()
    def _read_next_digests(self) -> None:
        if not self._digestless or self._digests is not None or not self._store.is_open:
            return
        if not self._is_labelled and self._read >= UNLABELLED_BYTES:
            return
        images = tuple(
            (record.id, record.path)
            for record in self._store.images(self._digestless[: -PORTION_FILES - 1 : -1])
        )
        self._digests = self._session.decoding.start(_ReadDigests(images), priority=-2)
        self._digests.succeeded.connect(self._on_digests)
        self._digests.finished.connect(self._on_digests_finished)

    @Slot(object)
    def _on_digests(self, answer: tuple[dict[int, str], int, int]) -> None:
        if self.sender() is not self._digests or not self._store.is_open:
            return
        digests, seen, read = answer
        del self._digestless[-seen:]
        if not self._is_labelled:
            self._read += read
        self._session.guarded(partial(self._store.set_digests, digests))

    @Slot()
    def _on_digests_finished(self) -> None:
        if self.sender() is self._digests:
            self._digests = None
            QTimer.singleShot(PAUSE_MS, self, self._read_next_digests)

    # what cannot be written or opened

    @Slot(object)
    def _on_write_failed(self, error: WriteFailedError) -> None:
        path = self._store.path
        if error.gone:
            self._offer(error, tr("Open it again"), self._reopen)
        elif self._store.is_read_only and path is not None:
            self._offer(error, tr("Save a copy…"), partial(self._copy_elsewhere, path))
        else:
            self._session.message.emit(
                Message(message_of(error), hint_of(error), is_error=True, of_disk=True)
            )

    def _offer(self, error: GkdtError, action: str, on_action: Callable[[], None]) -> None:
        self._session.message.emit(Message(message_of(error), hint_of(error), True, action, on_action))

    def _reopen(self) -> None:
        path, image_id = self._store.path, self._session.selection.now.image_id
        if path is None:
            return
        if not path.is_file():
            error = ProjectError(
                tr("{path}: the project file is still not there.", path=path),
                hint=tr("Connect its drive again, or put the file back where it was; then go on."),
            )
            self._offer(error, tr("Open it again"), self._reopen)
            return
        self._projects.open_project(path)
        if self._store.path == path and image_id is not None and self._store.has_image(image_id):
            self._session.selection.set_image(image_id)

    @Slot(Path, object)
    def _on_open_failed(self, path: Path, error: GkdtError) -> None:
        if isinstance(error, NotWritableError) and path.is_file():
            self._offer(error, tr("Save a copy…"), partial(self._copy_elsewhere, path))
        elif isinstance(error, ProjectError) and backups_of(path):
            self._offer(error, tr("Backups…"), partial(self._open_backups, path))
        else:
            self._session.report(error)

    @Slot(Path, object)
    def _on_opened_to_read(self, path: Path, reason: GkdtError) -> None:
        self._session.message.emit(
            Message(
                tr("Open for reading only. {reason}", reason=reason.message),
                tr("You can look, compare and export. To work on it, save a copy in a folder of yours."),
                True,
                tr("Save a copy…"),
                partial(self._copy_elsewhere, path),
            )
        )

    def _copy_elsewhere(self, path: Path) -> None:
        pattern = tr("GKDT projects (*{suffix})", suffix=PROJECT_SUFFIX)
        title = tr("Save a copy of the project")
        self._session.chooser.save(title, pattern, Path.home() / path.name, partial(self.copy_to, path))
