"""Opening: a folder of images, a project, one image, the sample; and reading image sizes behind it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.controllers.sample import fill_sample
from app.controllers.session import Message, SelectionChanged, Session
from app.i18n import counted, tr
from app.jobs import Task
from app.project.files import check_answers
from app.project.project_settings import PLACE_AFTER_MS
from app.project.records import ImageQuery, NewImage, NotWritableError, WriteFailedError
from app.project.store import BESIDE, PROJECT_SUFFIX, default_project_path
from gkdt_core.errors import GkdtError, MediaError
from gkdt_core.paths import resource_path, user_data_dir

log = logging.getLogger(__name__)

PORTION = 200
"""Images that the window takes in at once: it must not stand still for long."""
SIZES_PER_PORTION = 100
POLL_S = 0.05


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of a folder's images; the first one names the image to show."""

    folder: Path
    images: tuple[NewImage, ...]
    show: Path | None
    is_first: bool


class _ListImages:
    """The job that lists a folder and hands its images over in portions, as fast as they are taken."""

    def __init__(self, folder: Path, show: Path | None) -> None:
        self._folder, self._show = folder, show
        self._taken = threading.Semaphore()

    def take_next(self) -> None:
        """The window is done with a portion."""
        self._taken.release()

    def __call__(self, task: Task) -> Generator[Portion, None, Path | None]:
        from gkdt_core.media.images import list_images

        paths = list_images(self._folder)
        if self._show is not None:
            # its row must be there when it is shown
            paths = [self._show, *(path for path in paths if path != self._show)]
        for start in range(0, len(paths), PORTION):
            images = tuple(_with_status(path) for path in paths[start : start + PORTION])
            while not self._taken.acquire(timeout=POLL_S):
                task.checkpoint(start / len(paths))
            task.checkpoint(start / len(paths))
            yield Portion(self._folder, images, self._show, start == 0)
        return None if paths else self._folder


def _with_status(path: Path) -> NewImage:
    try:
        status = path.stat()
    except OSError:
        return NewImage(path)
    return NewImage(path, status=(status.st_size, status.st_mtime_ns))


class _ReadSizes:
    """The job that reads image sizes from the headers."""

    def __init__(self, images: tuple[tuple[int, Path], ...]) -> None:
        self._images = images

    def __call__(self, task: Task) -> dict[int, tuple[int, int]]:
        from gkdt_core.media.images import image_size

        sizes = {}
        for number, (image_id, path) in enumerate(self._images):
            task.checkpoint(number / len(self._images))
            try:
                sizes[image_id] = image_size(path)
            except GkdtError as error:
                # Opening the image tells it to the person; here it must not stop the others.
                log.info("No size: %s", error)
        return sizes


class Projects(QObject):
    """Opens and closes projects."""

    opened = Signal()
    open_failed = Signal(Path, object)
    """Which project could not be opened, and the `GkdtError`"""
    opened_to_read = Signal(Path, object)
    """Which project could be opened only to look at, and the `NotWritableError` that says why"""
    filling = Signal(bool)
    """Whether images of a folder are still coming in."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, session.store
        self._listing: _ListImages | None = None
        self._listing_task: Task | None = None
        self._filler: Generator[int, Sequence[NewImage], None] | None = None
        self._filled: Path | None = None
        self._folder: Path | None = None
        self._removed: frozenset[Path] = frozenset()
        self._kept_out: list[Path] = []
        """The images of the folder that stay out of its project, for somebody removed them."""
        self._sizeless: list[int] = []
        self._sizes: Task | None = None
        self._before: int | None = None
        """The image that the project itself remembered when it was opened."""
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(PLACE_AFTER_MS)
        self._place_timer.timeout.connect(self.note_place)
        session.store.project_changed.connect(self._on_project_changed)
        session.selection.changed.connect(self._on_selection)

    def open_path(self, path: Path) -> None:
        """Open a project file, a folder of images, or the folder of one image."""
        path = path.expanduser().absolute()
        try:
            check_answers(path)
        except GkdtError as error:
            self._session.report(error)
            return
        if path.is_dir():
            self.open_folder(path)
        elif path.suffix.casefold() == PROJECT_SUFFIX:
            self.open_project(path)
        elif path.is_file():
            self.open_folder(path.parent, show=path)
        else:
            self._session.report(
                MediaError(
                    tr('"{path}" does not exist.', path=path),
                    hint=tr("Choose a folder of images or a project."),
                )
            )

    def open_folder(self, folder: Path, show: Path | None = None) -> None:
        """List the images of a folder in a worker; its project is opened, or made, with the first of them."""
        self._stop_listing()
        job = _ListImages(folder, show)
        task = self._session.jobs.start(job, tr("Listing the images in {name}", name=folder.name))
        self._listing, self._listing_task = job, task
        task.published.connect(self._on_portion)
        task.succeeded.connect(self._on_listed)
        task.failed.connect(self._session.report)
        task.finished.connect(self._on_listing_finished)

    def _stop_listing(self) -> None:
        if self._listing_task is not None:
            self._listing_task.cancel()
        was_filling = self._filler is not None
        self._listing, self._listing_task, self._filler, self._filled = None, None, None, None
        if was_filling:
            self.filling.emit(False)

    @Slot(object)
    def _on_portion(self, portion: Portion) -> None:
        if self.sender() is not self._listing_task or self._listing is None:
            return
        listing, task = self._listing, self._listing_task

        def take() -> None:
            if portion.is_first:
                # opening closes the project before, which stops whatever was being listed
                self._listing = self._listing_task = None
                is_new = not default_project_path(portion.folder).exists()
                self._store.open_for_folder(portion.folder)
                self._tell_place(portion.folder, is_new=is_new)
                self._listing, self._listing_task = listing, task
                self._filled = self._store.path
                self._removed = self._store.removed_paths() - {portion.show}
                self._kept_out, self._folder = [], portion.folder
                self._filler = self._store.fill_from_folder(portion.folder, portion.show)
                next(self._filler)
                self.filling.emit(True)
            if self._filler is None or self._store.path != self._filled:
                return
            self._filler.send(portion.images)
            if self._removed:
                self._kept_out += [one.path for one in portion.images if one.path in self._removed]
            if portion.is_first:
                self._show(portion.show)

        try:
            take()
        except GkdtError as error:
            is_unopened = portion.is_first and self._filled is None
            self._stop_listing()
            path = default_project_path(portion.folder) if is_unopened else None
            if path is not None and isinstance(error, NotWritableError) and path.is_file():
                self._open_to_read(path, error)
            elif path is not None:
                self.open_failed.emit(path, error)
            elif not isinstance(error, WriteFailedError):
                self._session.report(error)
            return
        # after what waits in the event loop: drawing, keys and clicks come between two portions
        QTimer.singleShot(0, self, listing.take_next)

    def _tell_place(self, folder: Path, *, is_new: bool) -> None:
        """Say so once when the project of a folder cannot be in it."""
        path = self._store.path
        if path is None or not is_new or path.parent == folder:
            return
        copied = (folder / BESIDE).is_file()
        text = (
            tr("This folder cannot be written, so a copy of the project in it was made.")
            if copied
            else tr("This folder cannot be written, so the project is kept elsewhere.")
        )
        self._session.tell(text, tr("It is {path}.", path=path))

    @Slot(object)
    def _on_listed(self, empty: Path | None) -> None:
        if empty is not None:
            self._session.report(
                MediaError(
                    tr('There are no images in "{empty}".', empty=empty),
                    hint=tr("Choose a folder with JPEG, PNG, TIFF, BMP or WebP files in it."),
                )
            )

    @Slot()
    def _on_listing_finished(self) -> None:
        if self.sender() is not self._listing_task:
            return
        is_filled = self._filler is not None and self._store.path == self._filled
        self._stop_listing()
        if self._store.is_open:
            self.read_sizes()
            if is_filled:
                self._tell_removed()

    def _tell_removed(self) -> None:
        """Whoever opens a folder again may wonder where some of its images are."""
        kept_out = tuple(self._kept_out)
        if kept_out:
            self._session.message.emit(
                Message(
                    counted(
                        len(kept_out),
                        "{n} image of this folder was removed from the project and stays out.",
                        "{n:,} images of this folder were removed from the project and stay out.",
                    ),
                    action=tr("Take them in again"),
                    on_action=partial(self._take_in_again, kept_out, self._store.path, self._folder),
                )
            )

    def _take_in_again(self, paths: Sequence[Path], project: Path | None, folder: Path | None) -> None:
        def edit() -> None:
            self._store.add_images(paths, folder)

        if project is not None and self._store.path == project and self._session.guarded(edit):
            self.read_sizes()

    def open_project(self, path: Path) -> None:
        """Open a project file; what fails is told by `open_failed`."""
        try:
            check_answers(path)
            self._store.open(path)
        except NotWritableError as error:
            self._open_to_read(path, error)
        except GkdtError as error:
            self.open_failed.emit(path, error)
        else:
            self.show_opened()

    def _open_to_read(self, path: Path, reason: NotWritableError) -> None:
        """A project that cannot be edited where it is can still be looked at and exported."""
        try:
            self._store.open_read_only(path)
        except GkdtError as error:
            log.info("%s cannot be opened for reading either: %s", path, error)
            self.open_failed.emit(path, reason)
            return
        self.show_opened()
        self.opened_to_read.emit(path, reason)

    def show_opened(self) -> None:
        """Show the first image of a project that has just been opened."""
        self._session.guarded(lambda: self._show(None))

    def open_sample(self) -> None:
        """Open the sample; its project lies in the user's data folder, its images in the program."""
        source = resource_path("sample")
        project = user_data_dir() / "sample" / f"sample{PROJECT_SUFFIX}"

        def opening() -> None:
            if project.exists():
                self._store.open(project)
            else:
                project.parent.mkdir(parents=True, exist_ok=True)
                self._store.create(project)
            if self._store.first_image_id() is None:
                fill_sample(self._store, source)
            self._show(None)

        self._session.guarded(opening)

    def close(self) -> None:
        """Back to the welcome page."""
        self.note_place()
        self._store.close()

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if change.image and self._store.is_open and not self._place_timer.isActive():
            self._place_timer.start()

    @Slot()
    def note_place(self) -> None:
        """Remember where a person is in a project that was only looked at, which must not change its file.

        A project that was edited keeps that itself.
        """
        self._place_timer.stop()
        path, image_id = self._store.path, self._session.selection.now.image_id
        if path is None or image_id is None:
            return
        before = self._session.settings.places
        places = {other: place for other, place in before.items() if other != str(path)}
        if not self._store.edits or self._store.is_read_only:
            places[str(path)] = (image_id, self._before)
        if places != before:
            self._session.settings.places = places

    def _show(self, path: Path | None) -> None:
        """Show the image at `path`, else the one looked at last, else the first one; remember the project."""
        if self._store.path is not None:
            self._session.settings.remember_project(self._store.path)
        own, selection = self._store.settings, self._session.selection
        self._before = own.image
        looked_at, was = self._session.settings.places.get(str(self._store.path), (None, None))
        last = own.image if looked_at is None or was != own.image else looked_at
        if own.category in {stored.id for stored in self._store.categories()}:
            selection.set_category(own.category)
        wanted = self._store.first_image_id()
        if last is not None and self._store.has_image(last):
            wanted = last
        if path is not None:
            named = self._store.image_ids(ImageQuery(text=path.name))
            wanted = next((id_ for id_ in named if self._store.image(id_).path == path), wanted)
        selection.set_image(wanted)
        self.opened.emit()

    @Slot()
    def _on_project_changed(self) -> None:
        self._stop_listing()
        self._place_timer.stop()
        self._sizeless = []
        if self._sizes is not None:
            self._sizes.cancel()
            self._sizes = None

    def read_sizes(self) -> None:
        """Learn the sizes of all images in the background: an export needs them."""
        self._sizeless = self._store.ids_without_size()[::-1]
        if self._sizes is None:
            self._read_next_sizes()

    @Slot()
    def _read_next_sizes(self) -> None:
        if not self._sizeless or self._sizes is not None or not self._store.is_open:
            return
        portion = self._sizeless[: -SIZES_PER_PORTION - 1 : -1]
        del self._sizeless[-SIZES_PER_PORTION:]
        images = tuple((record.id, record.path) for record in self._store.images(portion))
        self._sizes = self._session.decoding.start(_ReadSizes(images), priority=-1)
        self._sizes.succeeded.connect(self._on_sizes)
        self._sizes.finished.connect(self._on_sizes_finished)

    @Slot(object)
    def _on_sizes(self, sizes: dict[int, tuple[int, int]]) -> None:
        if self.sender() is self._sizes and self._store.is_open:
            self._session.guarded(lambda: self._store.set_image_sizes(sizes))

    @Slot()
    def _on_sizes_finished(self) -> None:
        if self.sender() is self._sizes:
            self._sizes = None
            QTimer.singleShot(0, self, self._read_next_sizes)
