"""Opening: a folder of images, a project, one image, the sample; and reading image sizes behind it."""

from __future__ import annotations

import logging
from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.controllers.sample import fill_sample
from app.controllers.session import Session
from app.jobs import Task
from app.project.records import ImageQuery
from app.project.store import PROJECT_SUFFIX
from gkdt_core.errors import GkdtError, MediaError
from gkdt_core.paths import resource_path, user_data_dir

log = logging.getLogger(__name__)

SIZES_PER_CHUNK = 200


class _ListImages:
    """The job that lists a folder; knows what to open afterwards."""

    def __init__(self, folder: Path, show: Path | None) -> None:
        self.folder, self.show = folder, show

    def __call__(self, task: Task) -> tuple[Path, tuple[Path, ...], Path | None]:
        from gkdt_core.media.images import list_images

        return self.folder, tuple(list_images(self.folder)), self.show


class _ReadSizes:
    """The job that reads image sizes from the headers, for those the project does not know yet."""

    def __init__(self, images: tuple[tuple[int, Path], ...]) -> None:
        self._images = images

    def __call__(self, task: Task) -> Generator[dict[int, tuple[int, int]], None, None]:
        from gkdt_core.media.images import image_size

        for start in range(0, len(self._images), SIZES_PER_CHUNK):
            task.checkpoint(start / len(self._images))
            sizes = {}
            for image_id, path in self._images[start : start + SIZES_PER_CHUNK]:
                try:
                    sizes[image_id] = image_size(path)
                except GkdtError as error:
                    # Opening the image tells it to the person; here it must not stop the others.
                    log.info("No size: %s", error)
            yield sizes


class Projects(QObject):
    """Opens and closes projects."""

    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, session.store
        self._sizes: Task | None = None
        session.store.project_changed.connect(self._on_project_changed)

    def open_path(self, path: Path) -> None:
        """Open a project file, a folder of images, or the folder of one image."""
        path = path.expanduser().absolute()
        if path.is_dir():
            self.open_folder(path)
        elif path.suffix.casefold() == PROJECT_SUFFIX:
            self.open_project(path)
        elif path.is_file():
            self.open_folder(path.parent, show=path)
        else:
            self._session.report(
                MediaError(f'"{path}" does not exist.', hint="Choose a folder of images or a project.")
            )

    def open_folder(self, folder: Path, show: Path | None = None) -> None:
        """List the images of a folder in a worker, then open or make its project."""
        task = self._session.jobs.start(_ListImages(folder, show), f"Listing the images in {folder.name}")
        task.succeeded.connect(self._on_listed)
        task.failed.connect(self._session.report)

    @Slot(object)
    def _on_listed(self, listed: tuple[Path, tuple[Path, ...], Path | None]) -> None:
        folder, paths, show = listed
        if not paths:
            self._session.report(
                MediaError(
                    f'There are no images in "{folder}".',
                    hint="Choose a folder with JPEG, PNG, TIFF, BMP or WebP files in it.",
                )
            )
            return

        def opening() -> None:
            self._store.open_or_create_for_folder(folder, paths)
            self._show(show)

        self._session.guarded(opening)

    def open_project(self, path: Path) -> None:
        def opening() -> None:
            self._store.open(path)
            self._show(None)

        self._session.guarded(opening)

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
            if not self._store.image_ids():
                fill_sample(self._store, source)
            self._show(None)

        self._session.guarded(opening)

    def close(self) -> None:
        """Back to the welcome page."""
        self._store.close()

    def _show(self, path: Path | None) -> None:
        """Show the image at `path`, else the first one; remember the project."""
        if self._store.path is not None:
            self._session.settings.remember_project(self._store.path)
        ids = self._store.image_ids()
        wanted = ids[0] if ids else None
        if path is not None:
            named = self._store.image_ids(ImageQuery(text=path.name))
            wanted = next((id_ for id_ in named if self._store.image(id_).path == path), wanted)
        self._session.selection.set_image(wanted)
        self.opened.emit()

    @Slot()
    def _on_project_changed(self) -> None:
        if self._sizes is not None:
            self._sizes.cancel()
            self._sizes = None

    def read_sizes(self) -> None:
        """Learn the sizes of all images in the background: an export needs them."""
        images = []
        ids = self._store.image_ids()
        for start in range(0, len(ids), 500):
            for record in self._store.images(ids[start : start + 500]):
                if record.height is None:
                    images.append((record.id, record.path))
        if images:
            self._sizes = self._session.decoding.start(_ReadSizes(tuple(images)), priority=-1)
            self._sizes.published.connect(self._on_sizes)
            self._sizes.finished.connect(self._on_sizes_finished)

    @Slot(object)
    def _on_sizes(self, sizes: dict[int, tuple[int, int]]) -> None:
        if self.sender() is self._sizes and self._store.is_open:
            self._session.guarded(lambda: self._store.set_image_sizes(sizes))

    @Slot()
    def _on_sizes_finished(self) -> None:
        if self.sender() is self._sizes:
            self._sizes = None
