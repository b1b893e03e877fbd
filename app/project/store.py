"""The one state of the window: an open project, its edits as undo steps, and signals after each of them."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sqlite3
import tempfile
import time
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.i18n import counted, mark, tr
from app.project.backups import BackupKeeper, backups_of, go_back, is_due
from app.project.commands import FOLLOWS, StepCommand
from app.project.database import ProjectDatabase, with_colours
from app.project.files import clean_text, copy_project, stored_path
from app.project.places import Found, ImagePlace
from app.project.predictions import PredictionMerger
from app.project.records import (
    ImageQuery,
    ImageRecord,
    ImagesChanged,
    InstancesChanged,
    NewImage,
    PredictedInstance,
    PredictionOutcome,
    ProjectGoneError,
    StoredCategory,
    StoredInstance,
    WriteFailedError,
)
from app.project.rows import (
    POINT,
    CategoryRow,
    Delta,
    FilePlace,
    InstanceRow,
    MediaRow,
    pack,
    unpack,
)
from app.project.work_records import WorkRecords
from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import AnnotationError, ProjectError
from gkdt_core.paths import user_data_dir

log = logging.getLogger(__name__)

PROJECT_SUFFIX = ".gkdt"
BESIDE = f"annotations{PROJECT_SUFFIX}"
"""The project of a folder of images, in it."""
_FACT = "fact "
"""Begins the key of a fact that no undo step touches."""
_IGNORED = "ignored "
"""Begins the key of the fact that a finding is ignored."""


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


class AnnotationStore(QObject):
    """An open project. Every edit is one undo step and one transaction that is on disk when the call returns.

    Reading methods and edits need an open project (`ProjectError` otherwise) and raise `ProjectError` for an
    id that does not exist. An edit that cannot be written raises `WriteFailedError` and changes nothing; so
    that undo and redo, which cannot raise, tell it too, `write_failed` fires in every such case. An edit that
    changes nothing makes no undo step.

    Signals fire after the commit, for undo and redo as well.
    """

    project_changed = Signal()
    """Another project is open, or none."""
    images_changed = Signal(object)
    """`ImagesChanged`"""
    instances_changed = Signal(object)
    """`InstancesChanged`, once for each image"""
    categories_changed = Signal()
    supports_changed = Signal(int)
    """Category id"""
    ignored_changed = Signal()
    """Findings of the checks are ignored, or no longer"""
    saved = Signal(float)
    """Unix time of a commit"""
    write_failed = Signal(object)
    """`GkdtError`: the change was not made"""
    damage_found = Signal(object)
    """`GkdtError` naming a row of the file that makes no sense and is left out; once for each row"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self._on_index_changed)
        self._database: ProjectDatabase | None = None
        self._categories: dict[int, CategoryRow] = {}
        self._step: Delta | None = None  # the open `one_step` block
        self._index = 0  # how many steps of the stack are in the file
        self._stuck = False  # a step of the running undo or redo could not be written
        self._told: set[tuple[str, int]] = set()
        self.backup_keeper = BackupKeeper(self)
        self.edits = 0
        """How often the project was written to since it was opened."""

    # -- the file ---------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._database is not None

    @property
    def path(self) -> Path | None:
        """The open project's file, or None."""
        return None if self._database is None else self._database.path

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

    def open_or_create_for_folder(self, folder: Path, images: Sequence[NewImage | Path]) -> tuple[int, ...]:
        """Opens the project of an image folder (`default_project_path`), or makes it, and adds the images
        that it does not have yet; not an undo step. Returns the ids of the added ones."""
        self.open_for_folder(folder)
        delta, _, added = self._images_delta(images, Path(os.path.abspath(folder)))
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
                    strerror=error.strerror,
                ),
                hint=tr("Allow writing there, or put the images into a folder that you may write to."),
            ) from error
        if beside != path and beside.is_file():
            copy_project(beside, path)
            self.open(path)
        else:
            self.create(path)

    def fill_from_folder(self, folder: Path) -> Generator[int, Sequence[NewImage], None]:
        """Takes in the images of the project's folder portion by portion, each sent to this generator.

        Not an undo step. Yields how many images of the portion are new; 0 before the first.
        """
        root, known = Path(os.path.abspath(folder)), self._db.media_paths()
        added = 0
        while True:
            images = yield added
            delta, _, new = self._images_delta(images, root, known)
            self._write(delta)
            added = len(new)

    def close(self) -> None:
        """Closes the project, if any; there is nothing to save."""
        database, self._database = self._database, None
        if database is None:
            return
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
        if is_mine:
            self.close()
        try:
            aside = go_back(path, backup)
        except ProjectError:
            if is_mine:
                self.open(path)
            raise
        self.open(path)
        return aside

    def _use(self, database: ProjectDatabase, *, backup: bool = False) -> None:
        self.close()
        self._database = database
        self.edits = 0
        self.backup_keeper.watch(database.path, now=backup)
        self._reload_categories()
        self.project_changed.emit()
        self._tell_damage()

    def _note_edit(self) -> None:
        self.edits += 1
        self.backup_keeper.note_edit()

    @property
    def _db(self) -> ProjectDatabase:
        if self._database is None:
            raise ProjectError(
                tr("No project is open."), hint=tr("Open a folder of images or a project first.")
            )
        return self._database

    # -- reading ----------------------------------------------------------------------------------------

    def image_ids(self, query: ImageQuery | None = None) -> list[int]:
        """Ids of the images that `query` asks for, in its order; all in natural name order without one."""
        return self._db.image_ids(query or ImageQuery())

    def first_image_id(self) -> int | None:
        """The first image in natural name order, or None."""
        return self._db.first_image_id()

    def has_image(self, image_id: int) -> bool:
        """Whether there is such an image."""
        return self._db.has_image(image_id)

    def waiting_ids(self, states: Collection[ImageState], category_id: int) -> set[int]:
        """The images in one of `states` that may show a category: where no image has it beside another, those
        with instances of other categories are left out."""
        return self._db.waiting_ids(states, category_id)

    def waiting_count(
        self, states: Collection[ImageState], category_id: int, without: Collection[int]
    ) -> int:
        """How many images `waiting_ids` has, those of `without` left out; faster than asking for all."""
        return self._db.waiting_count(states, category_id, without)

    def image(self, image_id: int) -> ImageRecord:
        """The record of an image."""
        return self._db.image(image_id)

    def images(self, image_ids: Sequence[int]) -> list[ImageRecord]:
        """The records of several images, in the order asked."""
        database = self._db
        return [database.image(number) for number in image_ids]

    def image_count(self) -> int:
        """How many images the project has."""
        return self._db.image_count()

    def state_counts(self) -> dict[ImageState, int]:
        """How many images are in each state; every state is a key."""
        return self._db.state_counts()

    def labelled_count(self, states: Collection[ImageState], *, model_points: bool = True) -> int:
        """How many images in one of `states` have instances, boxes without points among them; without
        `model_points`, how many have any that is reviewed or not the model's alone."""
        return self._db.labelled_count(states, model_points=model_points)

    def ids_without_size(self) -> list[int]:
        """The images whose height and width are not known yet (`set_image_sizes`)."""
        return self._db.ids_without_size()

    def instances(self, image_id: int) -> tuple[StoredInstance, ...]:
        """The instances of an image, bottom to top."""
        rows = self._db.instance_rows(image_id, self._categories)
        self._tell_damage()
        return tuple(self._stored(row) for row in rows)

    def instance(self, instance_id: int) -> StoredInstance:
        """One instance."""
        return self._stored(self._instance_row(instance_id))

    def categories(self) -> tuple[StoredCategory, ...]:
        """All categories in their order."""
        database = self._db  # says so when no project is open
        return tuple(self._stored_category(row) for row in self._categories.values() if database)

    def category(self, category_id: int) -> StoredCategory:
        """One category."""
        return self._stored_category(self._category_row(category_id))

    def instance_count(self, category_id: int) -> int:
        """How many instances a category has in the whole project."""
        return self._db.instance_count(category_id)

    def support_ids(self, category_id: int) -> tuple[int, ...]:
        """Ids of the instances that are the category's visual prompt, in the order they were chosen."""
        return self._db.supports(category_id)

    def _instance_row(self, instance_id: int) -> InstanceRow:
        row = self._db.instance_row(instance_id, self._categories)
        self._tell_damage()
        if row is None:
            raise self._db.problems.get(("instance", instance_id)) or ProjectError(
                tr(
                    "{name}: the project has no instance {instance_id}.",
                    name=self._db.path.name,
                    instance_id=instance_id,
                ),
                hint=tr("It may have been deleted."),
            )
        return row

    def _category_row(self, category_id: int) -> CategoryRow:
        database = self._db
        row = self._categories.get(category_id)
        if row is None:
            raise database.problems.get(("category", category_id)) or ProjectError(
                tr(
                    "{name}: the project has no category {category_id}.",
                    name=database.path.name,
                    category_id=category_id,
                ),
                hint=tr("It may have been deleted."),
            )
        return row

    def _stored(self, row: InstanceRow) -> StoredInstance:
        category = self._categories[row.category_id].category
        return StoredInstance(row.id, row.image_id, row.instance(category), row.category_id)

    @staticmethod
    def _stored_category(row: CategoryRow) -> StoredCategory:
        return StoredCategory(row.id, row.category, row.texts, row.use_text, row.use_visual)

    def _reload_categories(self) -> None:
        self._categories = {row.id: row for row in self._db.category_rows()}

    def _tell_damage(self) -> None:
        if self._database is None:
            return
        for key, problem in list(self._database.problems.items()):
            if key not in self._told:
                self._told.add(key)
                self.damage_found.emit(problem)

    # -- edits: one undo step each ----------------------------------------------------------------------

    @contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """Makes all edits inside the block one transaction and one undo step named `text`.

        An exception inside takes all of them back. Signals fire at the end. Blocks may be nested.
        """
        if self._step is not None:
            yield
            return
        database = self._db
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
            with self._telling_failures(), self._db.transaction():
                self._db.apply(delta, forward=True)
            self._announce(delta)

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
        if any(key.startswith(_IGNORED) for key in delta.meta):
            self.ignored_changed.emit()
        self.saved.emit(time.time())

    def _touch(self, delta: Delta, image_id: int) -> None:
        """Notes that a person worked on an image."""
        work = self._db.work(image_id)
        if work.state in (ImageState.UNTOUCHED, ImageState.PREDICTED):
            delta.work[image_id] = (work, replace(work, state=ImageState.IN_WORK))

    def add_images(self, images: Sequence[NewImage | Path], root: Path | None = None) -> tuple[int, ...]:
        """Adds image files and returns their ids, in order; a file already there keeps its id.

        Args:
            images: Files; nothing is read from them but size in bytes and time.
            root: The folder that names are relative to; the project's folder without one.
        """
        base = None if root is None else Path(os.path.abspath(root))
        delta, ids, added = self._images_delta(images, base)
        self._edit(counted(len(added), "Add image", "Add {n:,} images"), delta)
        return ids

    def remove_images(self, image_ids: Sequence[int]) -> None:
        """Takes images and their instances out of the project; the files stay."""
        delta = Delta()
        for image_id in dict.fromkeys(image_ids):
            row = self._db.media_row(image_id)
            if row is None:
                self._db.image(image_id)  # says what is wrong
            delta.media[image_id] = (row, None)
            rows = self._db.instance_rows(image_id, self._categories)
            delta.put_instances((row, None) for row in rows)
        self._drop_supports(delta)
        self._edit(counted(len(delta.media), "Remove image", "Remove {n:,} images"), delta)

    def move_images(self, found: Sequence[Found]) -> None:
        """Says where the files of images are; a file that is another image's is left out."""
        delta = self._places_delta(found)
        count = len(delta.places)
        self._edit(counted(count, "Find the image again", "Find {n:,} images again"), delta)

    def add_category(self, category: Category) -> int:
        """Adds a category, prompted by its keypoint names and its supports, and returns its id."""
        self._check_name_free(category.name, None)
        number = self._db.next_id("category")
        position = max((row.position for row in self._categories.values()), default=-1) + 1
        extra = with_colours("{}", category.colours)
        row = CategoryRow(number, position, category, category.keypoints, extra=extra)
        self._edit(tr('Add category "{name}"', name=category.name), Delta(categories={number: (None, row)}))
        return number

    def change_category(self, category_id: int, category: Category, mapping: Sequence[int | None]) -> None:
        """Renames, reorders, adds or removes keypoints; existing instances follow, supports stay.

        Args:
            category_id: Which.
            category: The category as it shall be, with N keypoints.
            mapping: N entries: for each new keypoint the old index that it continues, or None for a new one.
        """
        old = self._category_row(category_id)
        self._check_name_free(category.name, category_id)
        sources = [-1 if index is None else index for index in mapping]
        kept = [index for index in mapping if index is not None]
        if (
            len(sources) != len(category)
            or len(set(kept)) != len(kept)
            or any(not 0 <= index < len(old.category) for index in kept)
        ):
            raise AnnotationError(
                tr(
                    'Category "{name}": the {len} keypoints cannot continue the old {len2} as {list}.',
                    name=category.name,
                    len=len(category),
                    len2=len(old.category),
                    list=list(mapping),
                ),
                hint=tr("Give each new keypoint one old one, or none."),
            )
        texts = tuple(
            name if index < 0 or old.texts[index] == old.category.keypoints[index] else old.texts[index]
            for name, index in zip(category.keypoints, sources, strict=True)
        )
        changed = replace(
            old, category=category, texts=texts, extra=with_colours(old.extra, category.colours)
        )
        delta = Delta(categories={category_id: (old, changed)})
        if sources != list(range(len(old.category))):
            empty = unpack(pack(Instance.empty(category)))
            for instance_id in self._db.instance_ids_of(category_id):
                row = self._db.instance_row(instance_id, self._categories)
                if row is None:
                    continue  # damaged, and told
                before = unpack(row.points)
                after = np.where(np.array(sources) >= 0, before[sources], empty).astype(POINT)
                delta.instances[instance_id] = (row, replace(row, points=after.tobytes()))
        self._edit(tr('Change category "{name}"', name=category.name), delta)

    def delete_category(self, category_id: int) -> None:
        """Deletes a category with all its instances."""
        row = self._category_row(category_id)
        delta = Delta(categories={category_id: (row, None)})
        for instance_id in self._db.instance_ids_of(category_id):
            instance = self._db.instance_row(instance_id, self._categories)
            if instance is not None:
                delta.instances[instance_id] = (instance, None)
        self._drop_supports(delta)
        self._edit(tr('Delete category "{name}"', name=row.category.name), delta)

    def set_texts(self, category_id: int, texts: Sequence[str]) -> None:
        """Sets the N prompt texts; an empty one means the keypoint's name."""
        row = self._category_row(category_id)
        if len(texts) != len(row.category):
            raise AnnotationError(
                tr(
                    'Category "{name}" has {len} keypoints, not {len2}.',
                    name=row.category.name,
                    len=len(row.category),
                    len2=len(texts),
                ),
                hint=tr("Give one text for each keypoint."),
            )
        words = tuple(text.strip() or name for text, name in zip(texts, row.category.keypoints, strict=True))
        self._edit(
            tr("Change prompt texts"), Delta(categories={category_id: (row, replace(row, texts=words))})
        )

    def set_modalities(self, category_id: int, use_text: bool, use_visual: bool) -> None:
        """Sets which parts of the prompt count."""
        row = self._category_row(category_id)
        after = replace(row, use_text=use_text, use_visual=use_visual)
        self._edit(tr("Change prompt"), Delta(categories={category_id: (row, after)}))

    def add_instance(
        self,
        image_id: int,
        instance: Instance,
        category_id: int | None = None,
        *,
        text: str = mark("Add instance"),
        human: bool = True,
    ) -> int:
        """Adds an instance on top and returns its id.

        Args:
            image_id: Where.
            instance: Its category must be one of the project's, by name and keypoints.
            category_id: The category, where the caller knows it.
            text: The undo step's name.
            human: Whether a person did it: an untouched or predicted image becomes "in work"
                in the same step.
        """
        category = self._category_for(instance, category_id)
        number = self._db.next_id("instance")
        row = InstanceRow(
            number, image_id, category.id, self._db.top_position(image_id), pack(instance), instance.box
        )
        delta = Delta(instances={number: (None, row)})
        self._db.image(image_id)  # says so when there is none
        if human:
            self._touch(delta, image_id)
        self._edit(text, delta)
        return number

    def put_instance(
        self,
        instance_id: int,
        instance: Instance,
        text: str = mark("Edit instance"),
        merge_key: object | None = None,
        *,
        human: bool = True,
    ) -> None:
        """Replaces an instance's points and box.

        Args:
            instance_id: Which.
            instance: The new value, with the keypoints of the same category.
            text: The undo step's name, for example "Move left eye".
            merge_key: Steps on one instance with the same key, one right after the other, become one step:
                the key of a drag.
            human: As in `add_instance`.
        """
        before = self._instance_row(instance_id)
        self._category_for(instance, before.category_id)
        after = replace(before, points=pack(instance), box=instance.box)
        if after == before:
            return
        delta = Delta(instances={instance_id: (before, after)})
        if human:
            self._touch(delta, before.image_id)
        self._edit(text, delta, None if merge_key is None else ("put", instance_id, merge_key))

    def delete_instances(self, instance_ids: Sequence[int], *, human: bool = True) -> None:
        """Deletes instances; they leave the supports too. Undo brings back both, with the same ids."""
        delta = Delta()
        for instance_id in dict.fromkeys(instance_ids):
            row = self._instance_row(instance_id)
            delta.instances[instance_id] = (row, None)
            if human and row.image_id not in delta.work:
                self._touch(delta, row.image_id)
        self._drop_supports(delta)
        count = len(delta.instances)
        self._edit(counted(count, "Delete instance", "Delete {n:,} instances"), delta)

    def set_states(self, image_ids: Sequence[int], state: ImageState) -> None:
        """Sets the state of images."""
        delta = Delta()
        for image_id in dict.fromkeys(image_ids):
            work = self._db.work(image_id)
            if work.state is not state:
                delta.work[image_id] = (work, replace(work, state=state))
        count = len(delta.work)
        self._edit(
            counted(
                count,
                "Mark image as {state}",
                "Mark {n:,} images as {state}",
                state=tr(state.value.replace("_", " ").capitalize()).lower(),
            ),
            delta,
        )

    def set_support(self, instance_id: int, on: bool) -> None:
        """Puts an instance into its category's visual prompt, at the end, or takes it out."""
        category_id = self._instance_row(instance_id).category_id
        before = self._db.supports(category_id)
        after = tuple(number for number in before if number != instance_id)
        if on:
            after = before if instance_id in before else (*before, instance_id)
        self._edit(
            tr("Use as prompt") if on else tr("Remove from prompt"),
            Delta(supports={category_id: (before, after)}),
        )

    def apply_predictions(
        self,
        items: Sequence[PredictedInstance],
        text: str = mark("Predict"),
        *,
        include_reviewed: bool = False,
        merge_key: object | None = None,
        follows: bool = False,
    ) -> PredictionOutcome:
        """Takes in a model's answers: one undo step.

        A point whose origin is HUMAN or CARRIED never changes, nor does one that a person declared absent,
        nor one that the answer says nothing about. An untouched image becomes predicted.

        Args:
            items: The answers. Whatever origin their points name, they are stored as the model's.
            text: The undo step's name.
            include_reviewed: Also change the model's points in reviewed and rejected images; a reviewed image
                that changes is in work again.
            merge_key: Portions of one batch with the same key, with no edit between, become one step.
            follows: The answers come from the edit just made, and are undone together with it.
        """
        merger = PredictionMerger(self._db, self._categories, include_reviewed=include_reviewed)
        for item in items:
            merger.take(item)
        delta, outcome = merger.result()
        key = FOLLOWS if follows else None if merge_key is None else ("predict", merge_key)
        self._edit(text, delta, key)
        return outcome

    def set_ignored(self, keys: Sequence[str], on: bool) -> None:
        """Lets the checks pass over findings named by `keys`, or tell them again."""
        delta = Delta()
        for key in dict.fromkeys(keys):
            name = f"{_IGNORED}{key}"
            delta.meta[name] = (self._db.meta(name), "1" if on else None)
        self._edit(tr("Ignore the finding") if on else tr("Do not ignore the finding"), delta)

    def ignored(self) -> frozenset[str]:
        """The keys of all findings that are ignored."""
        return frozenset(key.removeprefix(_IGNORED) for key in self._db.meta_keys(_IGNORED))

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

    # -- for imports, which build their step themselves ---------------------------------------------------

    @property
    def database(self) -> ProjectDatabase:
        """The open file, for reading rows."""
        return self._db

    def stored_path(self, file: Path) -> str | bytes:
        """How the project names a file."""
        return stored_path(file, self._db.folder)

    def images_step(self, images: Sequence[NewImage | Path], root: Path) -> Delta:
        """The step that would add images; see `add_images`."""
        return self._images_delta(images, Path(os.path.abspath(root)))[0]

    def write_step(self, text: str, delta: Delta) -> None:
        """Makes a ready step as one edit."""
        self._edit(text, delta)

    # -- building steps ---------------------------------------------------------------------------------

    def _images_delta(
        self,
        images: Sequence[NewImage | Path],
        root: Path | None,
        known: dict[str | bytes, int] | None = None,
    ) -> tuple[Delta, tuple[int, ...], tuple[int, ...]]:
        """A step that adds images; all their ids; the ids of those that are new.

        `known` are the ids of the stored paths, if the caller has them; the new ones join them.
        """
        database = self._db
        known = database.media_paths() if known is None else known
        number = database.next_id("media")
        base = (database.folder if root is None else root).as_posix().rstrip("/") + "/"
        delta, ids, added = Delta(), list[int](), list[int]()
        for image in images:
            new = image if isinstance(image, NewImage) else NewImage(image)
            absolute = os.path.abspath(new.path)
            path = stored_path(absolute, database.folder)
            if path in known:
                ids.append(known[path])
                continue
            name = absolute.replace(os.sep, "/").removeprefix(base)
            size, mtime_ns = new.status or (None, None)
            if new.status is None:
                with contextlib.suppress(OSError):  # a missing file is shown as missing, not refused
                    status = os.stat(absolute)
                    size, mtime_ns = status.st_size, status.st_mtime_ns
            delta.media[number] = (
                None,
                MediaRow(
                    number,
                    path,
                    clean_text(name),
                    size,
                    mtime_ns,
                    height=new.height,
                    width=new.width,
                ),
            )
            known[path] = number
            ids.append(number)
            added.append(number)
            number += 1
        return delta, tuple(ids), tuple(added)

    def _places_delta(self, found: Sequence[Found]) -> Delta:
        """A step that changes where images are; their names change only where the file's has."""
        database, delta = self._db, Delta()
        taken = database.media_paths()
        for item in found:
            row = database.media_row(item.image_id)
            path = stored_path(item.path, database.folder)
            if row is None or path in taken:
                continue
            parent, _, old = row.name.rpartition("/")
            new = clean_text(item.path.name)
            name = row.name if old == new else f"{parent}/{new}" if parent else new
            delta.places[row.id] = (FilePlace(row.path, row.name), FilePlace(path, name))
            taken[path] = row.id
        return delta

    def _drop_supports(self, delta: Delta) -> None:
        """Takes the instances that a step deletes out of the supports."""
        gone = {number for number, (_, after) in delta.instances.items() if after is None}
        categories = {row.category_id for row, _ in delta.instances.values() if row is not None}
        for category_id in sorted(categories | set(delta.categories)):
            before = self._db.supports(category_id)
            after = tuple(number for number in before if number not in gone)
            if before != after:
                delta.supports[category_id] = (before, after)

    def _check_name_free(self, name: str, own: int | None) -> None:
        for row in self._categories.values():
            if row.id != own and row.category.name == name:
                raise AnnotationError(
                    tr('The project has a category "{name}" already.', name=name),
                    hint=tr("Choose another name."),
                )

    def _category_for(self, instance: Instance, category_id: int | None) -> CategoryRow:
        """The project's category of an instance, whose keypoints must be the category's."""
        wanted = instance.category
        if category_id is not None:
            row = self._category_row(category_id)
        else:
            rows = [row for row in self._categories.values() if row.category.name == wanted.name]
            if not rows:
                raise AnnotationError(
                    tr('The project has no category "{name}".', name=wanted.name),
                    hint=tr("Add the category first."),
                )
            row = rows[0]
        if row.category.keypoints != wanted.keypoints:
            raise AnnotationError(
                tr(
                    'The keypoints of this instance ({len}, "{name}") are not those of the project\'s '
                    'category "{name2}" ({len2}).',
                    len=len(wanted),
                    name=wanted.name,
                    name2=row.category.name,
                    len2=len(row.category),
                ),
                hint=tr("Take the instance again from the project after changing its category."),
            )
        return row
