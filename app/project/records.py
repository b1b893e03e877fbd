"""What the project hands out and takes in: frozen records, query values and the payloads of its signals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import ProjectError


class WriteFailedError(ProjectError):
    """A change that could not be written and was therefore not made.

    The store has already told it through `write_failed`; an outer error handler need not show it again.

    Attributes:
        gone: The project file is not there any more, or its disk does not answer.
    """

    def __init__(self, message: str, *, hint: str = "", gone: bool = False) -> None:
        super().__init__(message, hint=hint)
        self.gone = gone


class NotWritableError(ProjectError):
    """A project that can be read and copied, but not edited where it is."""


class DiskFullError(NotWritableError):
    """There is no room on the project's disk."""


class InUseError(NotWritableError):
    """Another window or program has the project."""


class ProjectGoneError(ProjectError):
    """The file of an open project is not there any more, another one is in its place, or its disk is ill."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What an undo or a redo has changed.

    Attributes:
        image_ids: The images whose record or instances changed, ascending.
        of_category: A category changed, and with it perhaps many images.
    """

    image_ids: tuple[int, ...]
    of_category: bool


@dataclass(frozen=True, slots=True)
class NewImage:
    """An image file to add to a project.

    Attributes:
        path: The file; relative paths are taken from the current folder.
        height: Rows of the upright picture; None where not read yet.
        width: Columns of the upright picture; None where not read yet.
        status: Size in bytes and time of the last change in ns; None where not asked yet.
    """

    path: Path
    height: int | None = None
    width: int | None = None
    status: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """One image of the project as lists show it.

    Attributes:
        id: Number in the project, never given again.
        path: Absolute path of the file, which may be missing.
        name: Posix path relative to the image folder (else to the project, else absolute).
        height: Rows of the upright picture; None until read (`set_image_sizes`).
        width: Columns; None until read.
        state: How far the work is.
        score: Lowest score of the labelled points that are still the model's; NaN without any.
        instance_count: Objects annotated in it.
        human_points: Points a person placed or declared absent, over all its instances.
        changed: Unix time of the last edit of its instances or state; 0 when never edited.
    """

    id: int
    path: Path
    name: str
    height: int | None
    width: int | None
    state: ImageState
    score: float
    instance_count: int
    human_points: int
    changed: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)  # eq=False: an Instance holds arrays
class StoredInstance:
    """An instance with its numbers in the project; `category_id` 0 means that it is in no project."""

    id: int
    image_id: int
    instance: Instance
    category_id: int = 0


@dataclass(frozen=True, slots=True)
class StoredCategory:
    """A category with its number and its prompt settings.

    Attributes:
        id: Number in the project.
        category: Names, edges, pairs.
        texts: N strings, the words that prompt for each keypoint; the keypoint's name unless changed.
        use_text: Whether the texts are part of the prompt.
        use_visual: Whether the supports are part of the prompt.
    """

    id: int
    category: Category
    texts: tuple[str, ...]
    use_text: bool = True
    use_visual: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class PredictedInstance:
    """A model's answer for one object.

    Attributes:
        image_id: The image it was made on.
        category_id: The category that prompted it.
        instance_id: The instance to complete; None to join the only one of the category in the image, or to
            make a new one when there is none or several.
        instance: The predicted points; those with origin NONE say nothing and change nothing.
    """

    image_id: int
    category_id: int
    instance_id: int | None
    instance: Instance


@dataclass(frozen=True, slots=True)
class PredictionOutcome:
    """What `apply_predictions` did.

    Attributes:
        changed: Existing instances that got new points.
        created: New instances.
        kept_human_points: Points left alone because a person placed or carried them.
        skipped_reviewed: Images left alone because they are reviewed or rejected.
        skipped_stale: Answers dropped because their image, instance or keypoints are gone by now.
        image_ids: Images that changed.
    """

    changed: int = 0
    created: int = 0
    kept_human_points: int = 0
    skipped_reviewed: int = 0
    skipped_stale: int = 0
    image_ids: tuple[int, ...] = ()


class ImageOrder(StrEnum):
    """How a list of images is sorted."""

    NAME = "name"
    STATE = "state"
    SCORE = "score"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ImageQuery:
    """A filter and an order over the images; every field left alone filters nothing.

    Attributes:
        states: Only images in one of these states.
        text: Only images whose name contains it, in any case.
        human_points: True: only with points of a person; False: only without.
        instances: True: only with instances; False: only without.
        category_id: Only images with an instance of this category.
        score_below: Only images whose lowest model score is below it.
        order: Natural name order breaks ties; images without a score come last.
        descending: Turn the order round (names as ties stay ascending).
    """

    states: frozenset[ImageState] | None = None
    text: str = ""
    human_points: bool | None = None
    instances: bool | None = None
    category_id: int | None = None
    score_below: float | None = None
    order: ImageOrder = ImageOrder.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ImagesChanged:
    """Images whose record changed (state, size, score, counts).

    Attributes:
        ids: Which.
        listed: True when images were added or removed: lists must ask for `image_ids` again.
    """

    ids: tuple[int, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class InstancesChanged:
    """The instances of one image changed: points, boxes, number or category."""

    image_id: int
