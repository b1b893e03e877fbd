"""The one state of the window: an open project, its edits as undo steps, and signals after each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.project.records import (
    ImageQuery,
    ImageRecord,
    NewImage,
    PredictedInstance,
    PredictionOutcome,
    StoredCategory,
    StoredInstance,
)
from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import GkdtError

PROJECT_SUFFIX = ".gkdt"


def default_project_path(folder: Path) -> Path:
    """Where the project of an image folder lies: `annotations.gkdt` in it, or, where the folder cannot be
    written, a file named after it in the user's data folder. Asking creates nothing."""
    raise NotImplementedError


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
    saved = Signal(float)
    """Unix time of a commit"""
    write_failed = Signal(object)
    """`GkdtError`: the change was not made"""
    damage_found = Signal(object)
    """`GkdtError` naming a row of the file that makes no sense and is left out; once for each row"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)

    # -- the file ---------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        raise NotImplementedError

    @property
    def path(self) -> Path | None:
        """The open project's file, or None."""
        raise NotImplementedError

    def create(self, path: Path) -> None:
        """Makes a new project file and opens it, closing the one before. An existing file is an error."""
        raise NotImplementedError

    def open(self, path: Path) -> None:
        """Opens a project file, closing the one before; makes the day's backup in the background."""
        raise NotImplementedError

    def open_or_create_for_folder(self, folder: Path, images: Sequence[NewImage | Path]) -> tuple[int, ...]:
        """Opens the project of an image folder (`default_project_path`), or makes it, and adds the images
        that it does not have yet; not an undo step. Returns the ids of the added ones."""
        raise NotImplementedError

    def close(self) -> None:
        """Closes the project, if any; there is nothing to save."""
        raise NotImplementedError

    def backup(self, path: Path) -> None:
        """Writes a complete copy of the project to `path`, replacing a file there at once."""
        raise NotImplementedError

    # -- reading ----------------------------------------------------------------------------------------

    def image_ids(self, query: ImageQuery | None = None) -> list[int]:
        """Ids of the images that `query` asks for, in its order; all in natural name order without one."""
        raise NotImplementedError

    def image(self, image_id: int) -> ImageRecord:
        raise NotImplementedError

    def images(self, image_ids: Sequence[int]) -> list[ImageRecord]:
        """The records of several images, in the order asked."""
        raise NotImplementedError

    def state_counts(self) -> dict[ImageState, int]:
        """How many images are in each state; every state is a key."""
        raise NotImplementedError

    def instances(self, image_id: int) -> tuple[StoredInstance, ...]:
        """The instances of an image, bottom to top."""
        raise NotImplementedError

    def instance(self, instance_id: int) -> StoredInstance:
        raise NotImplementedError

    def categories(self) -> tuple[StoredCategory, ...]:
        """All categories in their order."""
        raise NotImplementedError

    def category(self, category_id: int) -> StoredCategory:
        raise NotImplementedError

    def instance_count(self, category_id: int) -> int:
        """How many instances a category has in the whole project."""
        raise NotImplementedError

    def support_ids(self, category_id: int) -> tuple[int, ...]:
        """Ids of the instances that are the category's visual prompt, in the order they were chosen."""
        raise NotImplementedError

    # -- edits: one undo step each ----------------------------------------------------------------------

    @contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """Makes all edits inside the block one transaction and one undo step named `text`.

        An exception inside takes all of them back. Signals fire at the end. Blocks may be nested.
        """
        raise NotImplementedError
        yield

    def add_images(self, images: Sequence[NewImage | Path], root: Path | None = None) -> tuple[int, ...]:
        """Adds image files and returns their ids, in order; a file already there keeps its id.

        Args:
            images: Files; nothing is read from them but size in bytes and time.
            root: The folder that names are relative to; the project's folder without one.
        """
        raise NotImplementedError

    def remove_images(self, image_ids: Sequence[int]) -> None:
        """Takes images and their instances out of the project; the files stay."""
        raise NotImplementedError

    def add_category(self, category: Category) -> int:
        """Adds a category, prompted by its keypoint names and its supports, and returns its id."""
        raise NotImplementedError

    def change_category(self, category_id: int, category: Category, mapping: Sequence[int | None]) -> None:
        """Renames, reorders, adds or removes keypoints; existing instances follow, supports stay.

        Args:
            category_id: Which.
            category: The category as it shall be, with N keypoints.
            mapping: N entries: for each new keypoint the old index that it continues, or None for a new one.
        """
        raise NotImplementedError

    def delete_category(self, category_id: int) -> None:
        """Deletes a category with all its instances."""
        raise NotImplementedError

    def set_texts(self, category_id: int, texts: Sequence[str]) -> None:
        """Sets the N prompt texts; an empty one means the keypoint's name."""
        raise NotImplementedError

    def set_modalities(self, category_id: int, use_text: bool, use_visual: bool) -> None:
        """Sets which parts of the prompt count."""
        raise NotImplementedError

    def add_instance(
        self,
        image_id: int,
        instance: Instance,
        category_id: int | None = None,
        *,
        text: str = "Add instance",
        human: bool = True,
    ) -> int:
        """Adds an instance on top and returns its id.

        Args:
            image_id: Where.
            instance: Its category must be one of the project's, by name and keypoints.
            category_id: The category, where the caller knows it.
            text: The undo step's name.
            human: Whether a person did it: an untouched or predicted image becomes "in work" in the same step.
        """
        raise NotImplementedError

    def put_instance(
        self,
        instance_id: int,
        instance: Instance,
        text: str = "Edit instance",
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
        raise NotImplementedError

    def delete_instances(self, instance_ids: Sequence[int], *, human: bool = True) -> None:
        """Deletes instances; they leave the supports too. Undo brings back both, with the same ids."""
        raise NotImplementedError

    def set_states(self, image_ids: Sequence[int], state: ImageState) -> None:
        """Sets the state of images."""
        raise NotImplementedError

    def set_support(self, instance_id: int, on: bool) -> None:
        """Puts an instance into its category's visual prompt, at the end, or takes it out."""
        raise NotImplementedError

    def apply_predictions(
        self,
        items: Sequence[PredictedInstance],
        text: str = "Predict",
        *,
        include_reviewed: bool = False,
        merge_key: object | None = None,
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
        """
        raise NotImplementedError

    # -- facts about files: no undo step ----------------------------------------------------------------

    def set_image_sizes(self, sizes: Mapping[int, tuple[int, int]]) -> None:
        """Fills in the (height, width) of images once they are known."""
        raise NotImplementedError

    def set_digests(self, digests: Mapping[int, str]) -> None:
        """Fills in content digests of images once they are known."""
        raise NotImplementedError

    def _fail(self, error: GkdtError) -> None:
        self.write_failed.emit(error)
