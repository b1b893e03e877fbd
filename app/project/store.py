"""The one state of the window: an open project, its edits as undo steps, and signals after each of them.

The edits are in `store_editing.py`, reading in `store_reading.py`, the history in `store_history.py`.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import tempfile
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from app.error_texts import reason_of
from app.i18n import tr
from app.project.backups import backups_of, go_back, is_due
from app.project.commands import StepCommand
from app.project.database import ProjectDatabase
from app.project.files import clean_text, copy_project, found_path, stored_path
from app.project.places import Found, ImagePlace
from app.project.records import (
    ImagesChanged,
    NewImage,
)
from app.project.store_editing import EditingStore
from app.project.work_records import WorkRecords
from gkdt_core.errors import ProjectError
from gkdt_core.paths import user_data_dir

log = logging.getLogger(__name__)

PROJECT_SUFFIX = ".gkdt"
BESIDE = f"annotations{PROJECT_SUFFIX}"
"""The project of a folder of images, in it."""
_DIGEST = re.compile(r"-[0-9a-f]{8}$")
"""Ends the file name of a project that cannot be in its folder of images."""
_FACT = "fact "
"""Begins the key of a fact that no undo step touches."""


def _can_write_in(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):  # the only question that every system answers truly
            return True
    except OSError:
        return False


def default_project_path(folder: Path) -> Path:
    """Where the project of an image folder lies: `annotations.gkdt` in it, or, where the folder cannot be
    written, a file named after it in the user's data folder. Asking creates nothing."""
    folder = Path(os.path.abspath(folder))
    beside = folder / BESIDE
    if _can_write_in(folder):
        return beside
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]
    return user_data_dir() / "projects" / f"{clean_text(folder.name) or 'images'}-{digest}{PROJECT_SUFFIX}"


def project_name(path: Path) -> str:
    """What people call a project: its file's name; where that is the standard one, that of its folder."""
    if path.name.casefold() == BESIDE:
        return path.parent.name or path.stem
    if path.parent == user_data_dir() / "projects":
        return _DIGEST.sub("", path.stem)
    return path.stem


class AnnotationStore(EditingStore):
    """An open project. Every edit is one undo step and one transaction that is on disk when the call returns.

    Reading methods and edits need an open project (`ProjectError` otherwise) and raise `ProjectError` for an
    id that does not exist. An edit that cannot be written raises `WriteFailedError` and changes nothing; so
    that undo and redo, which cannot raise, tell it too, `write_failed` fires in every such case. An edit that
    changes nothing makes no undo step.

    Signals fire after the commit, for undo and redo as well.
    """

    # -- the file ---------------------------------------------------------------------------------------

    def create(self, path: Path) -> None:
        """Makes a new project file and opens it, closing the one before. An existing file is an error."""
        self._use(ProjectDatabase.create(path))

    def open(self, path: Path) -> None:
        """Opens a project file, closing the one before; makes a backup of it in the background if it has
        changed since its newest one."""
        path = Path(os.path.abspath(path))
        if self._database is not None and path == self._database.path:
            self.close()
        due = is_due(path)
        self._use(ProjectDatabase.open(path), backup=due)

    def open_read_only(self, path: Path) -> None:
        """Opens a project file to look at and to export, closing the one before: for one that `open` refuses
        with a `NotWritableError`. It is read as it is now; what others write later is not seen."""
        self._use(ProjectDatabase.open_read_only(path))

    def open_or_create_for_folder(self, folder: Path, images: Sequence[NewImage | Path]) -> tuple[int, ...]:
        """Opens the project of an image folder (`default_project_path`), or makes it, and adds the images
        that it does not have yet and that nobody removed from it; not an undo step. Returns the ids of the
        added ones."""
        self.open_for_folder(folder)
        removed = dict.fromkeys(self.removed_files(), 0)
        known = {**removed, **self._db.media_paths()}
        delta, _, added = self._images_delta(images, Path(os.path.abspath(folder)), known)
        self._write(delta)
        return added

    def open_for_folder(self, folder: Path) -> None:
        """Opens the project of an image folder (`default_project_path`), or makes it without images.

        Of a project in a folder that cannot be written, a copy is made and opened.
        """
        path, beside = default_project_path(folder), Path(os.path.abspath(folder)) / BESIDE
        if path.exists():
            self.open(path)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ProjectError(
                tr(
                    "{parent}: the folder for projects cannot be made ({strerror}).",
                    parent=path.parent,
                    strerror=reason_of(error),
                ),
                hint=tr("Allow writing there, or put the images into a folder that you may write to."),
            ) from error
        if beside != path and beside.is_file():
            copy_project(beside, path)
            self.open(path)
        else:
            self.create(path)

    def fill_from_folder(
        self, folder: Path, wanted: Path | None = None
    ) -> Generator[int, Sequence[NewImage], None]:
        """Takes in the images of the project's folder portion by portion, each sent to this generator.

        Not an undo step. Those that were removed from the project stay out, but for `wanted`. Yields how many
        images of the portion are new; 0 before the first.
        """
        root, known = Path(os.path.abspath(folder)), self._db.media_paths()
        out = dict.fromkeys(self.removed_files() - known.keys(), 0)
        if wanted is not None:
            out.pop(self.stored_path(wanted), None)
        known.update(out)
        added = 0
        while True:
            images = yield added
            delta, _, new = self._images_delta(images, root, known)
            self._write(delta)
            added = len(new)

    def go_on_in(self, path: Path) -> None:
        """Goes on in a copy of the open project as it is now (`copy_project`): the history comes along."""
        before, database = self._db, ProjectDatabase.open(path)
        old, new = before.folder, database.folder
        if old != new:
            for number in range(self.undo_stack.count()):
                command = self.undo_stack.command(number)
                if isinstance(command, StepCommand):
                    command.move(lambda stored: stored_path(found_path(stored, old), new))
        self.backup_keeper.stop()
        self.settings.use(None)
        before.close()
        self._take(database, backup=True)

    def close(self) -> None:
        """Closes the project, if any; there is nothing to save."""
        database, self._database = self._database, None
        if database is None:
            return
        self.settings.use(None)
        self.backup_keeper.stop()
        self._categories = {}
        self._told = set()
        self._index = 0
        self.undo_stack.clear()
        database.close()
        self.project_changed.emit()

    def backup(self, path: Path) -> None:
        """Writes a complete copy of the project to `path`, in place of a file there; without the images."""
        database = self._db
        if os.path.abspath(path) == str(database.path):
            raise ProjectError(
                tr("{path}: this is the open project itself.", path=path), hint=tr("Choose another name.")
            )
        self.settings.flush()
        copy_project(database.path, Path(os.path.abspath(path)))

    def backups(self) -> list[Path]:
        """The automatic backups of the open project, newest first."""
        return backups_of(self._db.path)

    def restore(self, backup: Path, path: Path) -> None:
        """Copies a backup to the new file `path` and opens that; the project it came from stays as it is."""
        if path.exists():
            raise ProjectError(
                tr("{path}: there is such a file already.", path=path), hint=tr("Choose another name.")
            )
        copy_project(backup, Path(os.path.abspath(path)))
        self.open(path)

    def go_back(self, backup: Path, path: Path | None = None) -> Path | None:
        """Puts a backup in the place of the project file `path` (the open one without it) and opens it.

        Returns where the former file is now. After a failure the project is open as it was, if it can be.
        """
        path = self._db.path if path is None else Path(os.path.abspath(path))
        is_mine = self._database is not None and self._database.path == path
        open_again = self.open_read_only if self.is_read_only else self.open
        if is_mine:
            self.close()
        try:
            aside = go_back(path, backup)
        except ProjectError:
            if is_mine:
                open_again(path)
            raise
        self.open(path)
        return aside

    def _use(self, database: ProjectDatabase, *, backup: bool = False) -> None:
        self.close()
        self.edits = 0
        self._take(database, backup=backup)

    def _take(self, database: ProjectDatabase, *, backup: bool) -> None:
        self._database = database
        self._told = set()
        if not database.is_read_only:
            self.backup_keeper.watch(database.path, now=backup)
        self._reload_categories()
        self.settings.use(database)
        self.project_changed.emit()
        self._tell_damage()

    @property
    def work(self) -> WorkRecords:
        """Unfinished batches, time spent, where words and clicks differ: no part of the history."""
        return WorkRecords(self._db)

    # -- facts about files: no undo step ----------------------------------------------------------------

    def set_image_sizes(self, sizes: Mapping[int, tuple[int, int]]) -> None:
        """Fills in the (height, width) of images once they are known."""
        for image_id, (height, width) in sizes.items():
            if height < 1 or width < 1:
                raise ProjectError(
                    tr(
                        "Image {image_id} cannot be {width} x {height} px large.",
                        image_id=image_id,
                        width=width,
                        height=height,
                    ),
                    hint=tr("Read its size again."),
                )
        with self._telling_failures():
            self._db.set_sizes(sizes)
        self._note_edit()
        if sizes:
            self.images_changed.emit(ImagesChanged(tuple(sorted(sizes))))

    def set_digests(self, digests: Mapping[int, str]) -> None:
        """Fills in content digests of images once they are known."""
        with self._telling_failures():
            self._db.set_digests(digests)

    def image_places(self) -> list[ImagePlace]:
        """Where the files of all images should be, and what is known of them."""
        return self._db.image_places()

    def ids_without_digest(self, *, labelled: bool) -> list[int]:
        """The images with instances, or those without any, whose content is not known yet (`set_digests`)."""
        return self._db.ids_without_digest(labelled=labelled)

    def note_moved(self, found: Sequence[Found]) -> None:
        """Takes in where images are that have moved together with the project; not an undo step."""
        moves = {number: after for number, (_, after) in self._places_delta(found).places.items() if after}
        if moves:
            with self._telling_failures():
                self._db.set_places(moves)
            self._note_edit()
            self.images_changed.emit(ImagesChanged(tuple(sorted(moves)), listed=True))

    def remembered(self, key: str) -> str | None:
        """A fact about the project that `remember` has kept."""
        return self._db.meta(f"{_FACT}{key}")

    def remember(self, key: str, value: str | None) -> None:
        """Keeps a fact about the project that is no part of the work, or forgets it; not an undo step."""
        if self.remembered(key) != value:
            with self._telling_failures():
                self._db.set_meta(f"{_FACT}{key}", value)
