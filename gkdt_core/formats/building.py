"""What readers and writers of formats share: gathering a dataset, reporting what was skipped, pictures."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError, MediaError
from gkdt_core.formats.coco import (
    CocoAnnotation,
    CocoCategory,
    CocoDataset,
    CocoImage,
    KeypointOrigin,
    resolve_image,
)
from gkdt_core.formats.coco.categories import distinct_names
from gkdt_core.formats.coco.fields import MAX_SIDE
from gkdt_core.formats.report import Report
from gkdt_core.geometry import Box, index_to_image
from gkdt_core.media.images import image_size
from gkdt_core.progress import Checkpoint, no_checkpoint


class InnerPicture(Protocol):
    """A picture that is inside another file."""

    def content(self) -> bytes:
        """The bytes of an image file."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadResult:
    """A dataset read from some format.

    Attributes:
        dataset: What it says; the one value between all formats.
        images_dir: The folder that its image names are relative to, as far as the files tell.
        skipped: One sentence for each thing that was left out, and why.
        skipped_count: How many they were, also those beyond `MAX_SKIPPED`.
        inner: Image id -> the picture, where it is inside the annotation file.
    """

    dataset: CocoDataset
    images_dir: Path
    skipped: tuple[str, ...] = ()
    skipped_count: int = 0
    inner: Mapping[int, InnerPicture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How something is read.

    Attributes:
        images_dir: Where the images are, if not where the format has them.
        keypoint_origin: What positions count from; None for the format's own convention.
        checkpoint: Called now and then; may raise `Cancelled`.
    """

    images_dir: Path | None = None
    keypoint_origin: KeypointOrigin | None = None
    checkpoint: Checkpoint = no_checkpoint


class Pictures(StrEnum):
    """What a folder format does with the image files."""

    COPY = "copy"
    LINK = "link"
    """Hard links where the file system has them, else copies: takes no space."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How something is written.

    Attributes:
        images_dir: The folder that the dataset's image names are relative to; None where there are no files.
        pictures: Whether image files go into a folder format.
        checkpoint: Called now and then; may raise `Cancelled`.
    """

    images_dir: Path | None = None
    pictures: Pictures = Pictures.COPY
    checkpoint: Checkpoint = no_checkpoint


class Builder:
    """Gathers images, categories and instances of one dataset."""

    def __init__(self, options: ReadOptions, images_dir: Path, origin: KeypointOrigin) -> None:
        """Args: origin: What positions of the format count from, unless `options` say otherwise."""
        self.options = options
        self.images_dir = options.images_dir or images_dir
        self.origin: KeypointOrigin = options.keypoint_origin or origin
        self.report = Report()
        self._images: dict[str, CocoImage] = {}
        self._categories: dict[Category, int] = {}
        self._annotations: list[tuple[int, Category, Instance]] = []
        self._inner: dict[int, InnerPicture] = {}
        self._sizes = list[tuple[int, int]]()

    def image(
        self,
        name: str,
        size_hw: tuple[int, int] | None = None,
        state: ImageState = ImageState.UNTOUCHED,
        inner: InnerPicture | None = None,
    ) -> int | None:
        """The id of an image, new or known; None, reported, where its name leads out of the folder.

        Args:
            name: Relative to the images folder.
            size_hw: (height, width) where the format says it, else the file is asked.
        """
        known = self._images.get(name)
        if known is not None:
            return known.id
        try:
            place = resolve_image(self.images_dir, name)
        except DatasetError as error:
            self.report.skip(f'image "{name[:200]}"', error.message)
            return None
        number = len(self._images) + 1
        if size_hw is None or min(size_hw) <= 0 or max(size_hw) > MAX_SIDE:
            size_hw = size_of(place) or (0, 0)
        self._images[name] = CocoImage(number, name, size_hw[0], size_hw[1], state)
        self._sizes.append(size_hw)
        if inner is not None:
            self._inner[number] = inner
        return number

    def found(self, name: str) -> str:
        """`name`, or what is left of it without its first folders where only that is a file.

        A file names its images from its own place; somebody may have said another folder, further inside.
        """
        parts = name.split("/")
        for start in range(len(parts)):
            short = "/".join(parts[start:])
            try:
                if resolve_image(self.images_dir, short).is_file():
                    return short
            except DatasetError:
                continue
        return name

    def positions(self, points: ArrayLike) -> NDArray[np.float64]:
        """Positions of the file (..., 2) in image coordinates."""
        values = np.asarray(points, np.float64)
        return np.asarray(index_to_image(values)) if self.origin == "index" else values

    def size(self, image_id: int) -> tuple[int, int]:
        """(height, width) of an image; zeros where nobody knows."""
        return self._sizes[image_id - 1]

    def category(self, category: Category) -> Category:
        """`category`, which is in the dataset also when no instance is of it."""
        self._categories.setdefault(category, len(self._categories) + 1)
        return category

    def add(self, image_id: int, instance: Instance) -> None:
        """One instance in an image."""
        self.category(instance.category)
        self._annotations.append((image_id, instance.category, instance))

    def result(self) -> ReadResult:
        """Everything, numbered from 1. Categories that share a name get numbers behind it."""
        names: dict[str, int] = {}
        renamed: dict[Category, Category] = {}
        for category in self._categories:
            names[category.name] = names.get(category.name, 0) + 1
            again = names[category.name]
            renamed[category] = (
                category if again == 1 else replace(category, name=f"{category.name} ({again})")
            )
        dataset = CocoDataset(
            tuple(self._images.values()),
            tuple(CocoCategory(number, renamed[c]) for c, number in self._categories.items()),
            tuple(
                CocoAnnotation(
                    number,
                    image_id,
                    self._categories[category],
                    instance
                    if renamed[category] is category
                    else replace(instance, category=renamed[category]),
                )
                for number, (image_id, category, instance) in enumerate(self._annotations, start=1)
            ),
        )
        report = self.report
        return ReadResult(dataset, self.images_dir, tuple(report.skipped), report.count, self._inner)


def make_category(
    name: str,
    keypoints: Sequence[str],
    edges: Sequence[tuple[int, int]] = (),
    pairs: Sequence[tuple[int, int]] | None = None,
) -> Category:
    """A category of names that anybody may have written: blank and repeated names are numbered.

    Args:
        pairs: Left-right pairs; None to guess them from the names.

    Raises:
        AnnotationError: Without a single keypoint.
    """
    names = distinct_names(keypoints)
    count = len(names)
    usable = tuple((a, b) for a, b in edges if a != b and 0 <= min(a, b) and max(a, b) < count)
    category = Category(name.strip() or "object", tuple(names), usable, tuple(pairs or ()))
    return category.with_guessed_pairs() if pairs is None else category


def make_instance(
    category: Category,
    points: ArrayLike,
    visibility: ArrayLike,
    *,
    scores: ArrayLike | None = None,
    peaks: ArrayLike | None = None,
    origins: ArrayLike | None = None,
    box: Box | None = None,
) -> Instance:
    """An instance of numbers from a file: points (N, 2) in image coordinates, visibility (N,).

    A point without a finite position is not labelled; scores are cut to 0 to 1. Where nobody says who placed
    a point, one with a score is a model's and any other a person's.
    """
    xy = np.array(points, np.float64).reshape(len(category), 2)
    flags = np.array(visibility, np.int8).reshape(len(category))
    labelled = (flags > 0) & np.isfinite(xy).all(axis=1)
    nan = np.full(len(category), np.nan)
    trust = nan if scores is None else np.clip(np.array(scores, np.float64), 0, 1)
    if origins is None:
        placed = np.where(np.isfinite(trust), Origin.MODEL, Origin.HUMAN)
        who = np.where(labelled, placed, Origin.NONE)
    else:
        who = np.array(origins)
    return Instance(
        category,
        np.where(labelled[:, None], xy, np.nan),
        np.where(labelled, flags, Visibility.UNLABELED),
        np.where(labelled, trust, np.nan),
        nan if peaks is None else np.where(labelled, np.array(peaks, np.float64), np.nan),
        who,
        box,
    )


def size_of(path: Path) -> tuple[int, int] | None:
    """(height, width) of an image file; None where it cannot be read."""
    try:
        return image_size(path)
    except MediaError:
        return None


@dataclass(frozen=True, slots=True)
class OtherSize:
    """An image file that is not as large as its annotations say.

    Attributes:
        name: In the dataset.
        said, found: (height, width) in px that the annotations say, and of the file.
    """

    name: str
    said: tuple[int, int]
    found: tuple[int, int]


def other_size(images_dir: Path, image: CocoImage) -> OtherSize | None:
    """What does not agree; None where nothing does, nothing is said, or there is no file to ask.

    Points count pixels of the size that is said. Nobody can know whether they were moved when the picture
    was made smaller or larger, so they stay where they are, and a person has to be told.
    """
    if not (image.height and image.width):
        return None
    said, found = (image.height, image.width), size_of(resolve_image(images_dir, image.file_name))
    return None if found is None or found == said else OtherSize(image.file_name, said, found)


def number(text: Any) -> float:
    """A finite number of a cell or field; NaN for anything else."""
    if isinstance(text, bool):
        return float("nan")
    try:
        value = float(text)
    except (TypeError, ValueError, OverflowError):
        return float("nan")
    return value if np.isfinite(value) else float("nan")


def corners_box(values: Sequence[float]) -> Box | None:
    """The box with two opposite corners x1, y1, x2, y2 in any order; None where one is no number."""
    if len(values) != 4 or not np.isfinite(values).all():
        return None
    (left, right), (top, bottom) = sorted((values[0], values[2])), sorted((values[1], values[3]))
    return Box(float(left), float(top), float(right), float(bottom))


def place_picture(options: WriteOptions, name: str, target: Path) -> bool:
    """Puts the image `name` of a dataset at `target`, as the options say; False where there is no file.

    Raises:
        OSError: It cannot be written.
    """
    if options.pictures is Pictures.NONE:
        return True
    if options.images_dir is None:
        return False
    source = resolve_image(options.images_dir, name)
    if not source.is_file():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    if options.pictures is Pictures.LINK:
        try:
            os.link(source.resolve(), target)
            return True
        except OSError:  # another disk, or a file system without links
            pass
    shutil.copyfile(source, target)
    return True


def known_size(options: WriteOptions, image: CocoImage) -> tuple[int, int] | None:
    """(height, width) that the dataset or the image file tells; None where neither does."""
    if image.height and image.width:
        return image.height, image.width
    if options.images_dir is None:
        return None
    return size_of(resolve_image(options.images_dir, image.file_name))


def counted(count: int, one: str, many: str) -> str:
    """ "1 image", "1,200 images"."""
    return f"{count:,} {one if count == 1 else many}"


def sentences(*counts: tuple[int, str, str]) -> tuple[str, ...]:
    """ "3 images were left out." for each count that is not 0, with its words for one and for many."""
    return tuple(f"{counted(count, one, many)}." for count, one, many in counts if count)
