"""What an open project tells: the part of the store that only reads."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.i18n import tr
from app.project.database import ProjectDatabase
from app.project.files import found_path
from app.project.records import ImageQuery, ImageRecord, StoredCategory, StoredInstance
from app.project.rows import CategoryRow, InstanceRow
from gkdt_core.domain import ImageState
from gkdt_core.errors import ProjectError

IGNORED = "ignored "
"""Begins the key of the fact that a finding is ignored."""
REMOVED = "removed "
"""Begins the key of the fact that names the file of an image that a person took out of the project."""


class ReadingStore(QObject):
    """An open project as lists and views read it.

    Raises `ProjectError` where no project is open, and for an id that does not exist.
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
        self._database: ProjectDatabase | None = None
        self._categories: dict[int, CategoryRow] = {}
        self._told: set[tuple[str, int]] = set()

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._database is not None

    @property
    def is_read_only(self) -> bool:
        """Whether the open project can only be looked at and exported."""
        return self._database is not None and self._database.is_read_only

    @property
    def path(self) -> Path | None:
        """The open project's file, or None."""
        return None if self._database is None else self._database.path

    @property
    def _db(self) -> ProjectDatabase:
        if self._database is None:
            raise ProjectError(
                tr("No project is open."), hint=tr("Open a folder of images or a project first.")
            )
        return self._database

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

    def ignored(self) -> frozenset[str]:
        """The keys of all findings that are ignored."""
        return frozenset(key.removeprefix(IGNORED) for key in self._db.meta_keys(IGNORED))

    def removed_files(self) -> frozenset[str | bytes]:
        """The files, as the project names them, of images that were removed from it."""
        found = (key.removeprefix(REMOVED) for key in self._db.meta_keys(REMOVED))
        return frozenset(text[1:] if text.startswith("=") else bytes.fromhex(text[1:]) for text in found)

    def removed_paths(self) -> frozenset[Path]:
        """Where the images that were removed lie, of those that have not come back."""
        gone = self.removed_files() - self._db.media_paths().keys()
        return frozenset(found_path(stored, self._db.folder) for stored in gone)

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
