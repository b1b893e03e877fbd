"""What all controllers share: the store, the workers, the settings, and what the person has selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from app.engine_service import EngineService
from app.error_texts import hint_of, message_of
from app.jobs import JobRunner
from app.model_service import ModelService
from app.project.records import (
    ImagesChanged,
    InstancesChanged,
    StoredCategory,
    StoredInstance,
    WriteFailedError,
)
from app.project.store import AnnotationStore
from app.settings import Settings
from gkdt_core.domain import Instance, Origin
from gkdt_core.errors import GkdtError


class FileChooser(Protocol):
    """Asks for files; replaceable, so that tests answer at once. An answer of "no" calls nothing."""

    def folder(self, title: str, on_chosen: Callable[[Path], None]) -> None: ...
    def file(self, title: str, pattern: str, on_chosen: Callable[[Path], None]) -> None: ...
    def save(self, title: str, pattern: str, proposal: Path, on_chosen: Callable[[Path], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell in the bar above the picture.

    Attributes:
        text: What happened.
        hint: What to do about it.
        is_error: Whether it is a failure (else good news or a notice).
        action: Text of a button, or "".
        on_action: What the button does.
        settles: Good news that makes an error before it out of date.
        of_image: It is about the image on screen, and leaves with it.
        of_disk: It says that a change was not written, and leaves when the next one is.
    """

    text: str
    hint: str = ""
    is_error: bool = False
    action: str = ""
    on_action: Callable[[], None] | None = None
    settles: bool = False
    of_image: bool = False
    of_disk: bool = False


@dataclass(frozen=True, slots=True)
class Selected:
    """What the person is looking at; ids of the store, and a keypoint index of the category."""

    image_id: int | None = None
    category_id: int | None = None
    instance_id: int | None = None
    keypoint: int | None = None


@dataclass(frozen=True, slots=True)
class SelectionChanged:
    """The selection went from `before` to `after`."""

    before: Selected
    after: Selected

    @property
    def image(self) -> bool:
        return self.before.image_id != self.after.image_id

    @property
    def category(self) -> bool:
        return self.before.category_id != self.after.category_id


def is_open(instance: Instance, index: int) -> bool:
    """Whether nobody has said anything about keypoint `index`: it can still be clicked."""
    return not instance.labeled[index] and instance.origins[index] == Origin.NONE


def next_open(instance: Instance | None, count: int, after: int) -> int | None:
    """The next open keypoint of `count` behind `after`, going round; None when all are done."""
    for step in range(1, count + 1):
        index = (after + step) % count
        if instance is None or is_open(instance, index):
            return index
    return None


class Selection(QObject):
    """The selected image, category, instance and keypoint; always consistent with the store."""

    changed = Signal(SelectionChanged)

    def __init__(self, store: AnnotationStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.now = Selected()
        self._is_category_chosen = False
        store.project_changed.connect(self.clear)
        store.images_changed.connect(self._on_images_changed)
        store.instances_changed.connect(self._on_instances_changed)
        store.categories_changed.connect(self._on_categories_changed)

    # reading

    @property
    def is_category_chosen(self) -> bool:
        """Whether a person has chosen the category to go through the images with."""
        return self._is_category_chosen

    def category(self) -> StoredCategory | None:
        """The selected category, from the store."""
        return None if self.now.category_id is None else self._store.category(self.now.category_id)

    def instance(self) -> StoredInstance | None:
        """The selected instance, from the store."""
        return None if self.now.instance_id is None else self._store.instance(self.now.instance_id)

    # changing

    @Slot()
    def clear(self) -> None:
        self._is_category_chosen = False
        self._set(Selected())
        if self._store.is_open:
            categories = self._store.categories()
            if categories:
                self._set(Selected(category_id=categories[0].id))

    def set_image(self, image_id: int | None) -> None:
        """Look at an image; its first instance of the selected category is selected too."""
        if image_id == self.now.image_id:
            return
        wanted = replace(self.now, image_id=image_id, instance_id=None, keypoint=None)
        self._set(self._with_instance(wanted, follow=True))

    def set_category(self, category_id: int | None) -> None:
        """A person chooses a category; its first instance in the image is selected too."""
        self._is_category_chosen = True
        if category_id == self.now.category_id:
            return
        self._set(
            self._with_instance(replace(self.now, category_id=category_id, instance_id=None, keypoint=None))
        )

    def set_instance(self, instance_id: int | None, keypoint: int | None = None) -> None:
        """Select an instance of the image, with its category, and one of its keypoints."""
        if instance_id is None:
            self._set(replace(self.now, instance_id=None, keypoint=keypoint))
            return
        category_id = self._store.instance(instance_id).category_id
        self._set(
            replace(self.now, instance_id=instance_id, category_id=category_id or None, keypoint=keypoint)
        )

    def set_keypoint(self, keypoint: int | None) -> None:
        self._set(replace(self.now, keypoint=keypoint))

    def select_open(self, after: int = -1) -> None:
        """Select the next keypoint that can still be clicked, or none."""
        category, stored = self.category(), self.instance()
        if category is None:
            return
        instance = None if stored is None else stored.instance
        self.set_keypoint(next_open(instance, len(category.category), after))

    def _with_instance(self, wanted: Selected, *, follow: bool = False) -> Selected:
        if wanted.image_id is None:
            return wanted
        instances = self._store.instances(wanted.image_id)
        mine = [stored for stored in instances if stored.category_id == wanted.category_id]
        if not mine and follow:
            # Images are followed to their own category, unless a person has chosen one to go through
            # them with; even then, a box without points waits for its own.
            free = wanted.category_id is None or not self._is_category_chosen
            mine = [s for s in instances if free or not s.instance.labeled.any()]
        if mine:
            wanted = replace(wanted, instance_id=mine[0].id, category_id=mine[0].category_id)
        if wanted.category_id is not None:
            count = len(self._store.category(wanted.category_id).category)
            wanted = replace(wanted, keypoint=next_open(mine[0].instance if mine else None, count, -1))
        return wanted

    def _set(self, after: Selected) -> None:
        before, self.now = self.now, after
        if before != after:
            self.changed.emit(SelectionChanged(before, after))

    @Slot(object)
    def _on_images_changed(self, change: ImagesChanged) -> None:
        image_id = self.now.image_id
        if change.listed and image_id in change.ids and not self._store.has_image(image_id or 0):
            self.set_image(None)

    @Slot(object)
    def _on_instances_changed(self, change: InstancesChanged) -> None:
        if change.image_id != self.now.image_id:
            return
        ids = {stored.id for stored in self._store.instances(change.image_id)}
        if self.now.instance_id is not None and self.now.instance_id not in ids:
            self._set(self._with_instance(replace(self.now, instance_id=None, keypoint=None)))
        elif self.now.instance_id is None and ids:
            chosen = self._with_instance(self.now)
            if chosen.instance_id is not None:
                self._set(chosen)

    @Slot()
    def _on_categories_changed(self) -> None:
        categories = {stored.id: stored for stored in self._store.categories()}
        chosen = categories.get(self.now.category_id or 0)
        if chosen is None:
            first = next(iter(categories), None)
            self._set(
                self._with_instance(replace(self.now, category_id=first, instance_id=None, keypoint=None))
            )
        elif self.now.keypoint is not None and self.now.keypoint >= len(chosen.category):
            self._set(replace(self.now, keypoint=None))


class Session(QObject):
    """The parts that the controllers work with, made once by the window and handed to each of them."""

    message = Signal(Message)
    opened_path = Signal(Path)
    """A person chose a folder, project or image to open."""

    def __init__(self, settings: Settings, chooser: FileChooser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.chooser = chooser
        self.store = AnnotationStore(self)
        self.selection = Selection(self.store, self)
        self.engine = EngineService(self)
        self.models = ModelService(self)
        self.decoding = JobRunner(self, threads=2)
        """Pictures for the canvas and thumbnails."""
        self.jobs = JobRunner(self, threads=1)
        """Folders, imports, exports."""
        self.store.damage_found.connect(self.report)
        self.engine.engine_failed.connect(self.report)
        self.engine.device_lost.connect(self.report)

    def tell(self, text: str, hint: str = "") -> None:
        """Good news or a notice."""
        self.message.emit(Message(text, hint))

    @Slot(object)
    def report(self, error: GkdtError) -> None:
        """Show an error in the bar."""
        self.message.emit(Message(message_of(error), hint_of(error), is_error=True))

    def guarded(self, edit: Callable[[], None]) -> bool:
        """Run an edit; an error becomes a message. What was not written has been told by the store.

        Returns whether it was done.
        """
        return self.failure_of(edit) is None

    def failure_of(self, edit: Callable[[], None]) -> GkdtError | None:
        """Run an edit like `guarded`; what went wrong and has been told, None where it was done."""
        try:
            edit()
        except WriteFailedError as error:
            return error
        except GkdtError as error:
            self.report(error)
            return error
        return None

    def close(self) -> bool:
        """Stop all workers and close the project; whether every worker has ended.

        Those that may still run read files and compute, they write nothing.
        """
        has_ended = self.engine.close()
        has_ended = self.models.close() and has_ended
        self.decoding.close()
        self.jobs.close()
        if self.store.is_open:
            self.store.close()
        return has_ended
