"""The content of a COCO keypoint file as values, which every other format is read into and written from."""

from __future__ import annotations

import ntpath
import os
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco.fields import Json, KeypointOrigin, box_or_none
from gkdt_core.geometry import Box


@dataclass(frozen=True, slots=True)
class CocoImage:
    """One image of a dataset.

    Attributes:
        id: Unique in the dataset.
        file_name: Relative to the images folder, with forward slashes; see `resolve_image`.
        height, width: Of the upright picture in px; 0 where the file does not say.
        state: How far the work on it is.
        extra: The fields that this program does not know.
    """

    id: int
    file_name: str
    height: int
    width: int
    state: ImageState = ImageState.UNTOUCHED
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CocoCategory:
    """A category and its number in a dataset.

    Attributes:
        id: Unique in the dataset.
        category: The skeleton.
        extra: The fields that this program does not know.
    """

    id: int
    category: Category
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CocoAnnotation:
    """One instance and where it belongs.

    Attributes:
        id: Unique in the dataset.
        image_id, category_id: Of an image and a category of the dataset.
        instance: The keypoints and the box, in image coordinates.
        extra: The fields that this program does not know. May hold the key "_as_read", which is not written:
            keep it with the rest, and what nobody touched is written exactly as it was read.
    """

    id: int
    image_id: int
    category_id: int
    instance: Instance
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CocoDataset:
    """The content of a COCO keypoint file.

    Attributes:
        images, categories, annotations: In the order of the file.
        extra: Top-level fields that this program does not know, such as "info" and "licenses".
        other_categories: Records of categories without keypoints, as they are.
        other_annotations: Records of annotations without keypoints (only a box or a mask), as they are.
        keypoint_origin: Where the file's keypoints count from; `write_coco` writes them the same way.

    Raises:
        DatasetError: Two records share an id, or an annotation names an unknown image or category.
    """

    images: tuple[CocoImage, ...]
    categories: tuple[CocoCategory, ...]
    annotations: tuple[CocoAnnotation, ...]
    extra: Json = field(default_factory=dict)
    other_categories: tuple[Json, ...] = ()
    other_annotations: tuple[Json, ...] = ()
    keypoint_origin: KeypointOrigin = "index"

    def __post_init__(self) -> None:
        images = _unique("image", (image.id for image in self.images))
        _unique(
            "category",
            [*(c.id for c in self.categories), *(record["id"] for record in self.other_categories)],
        )
        others = (record["id"] for record in self.other_annotations if "id" in record)
        _unique("annotation", [*(a.id for a in self.annotations), *others])
        by_id = {category.id: category.category for category in self.categories}
        for annotation in self.annotations:
            if annotation.image_id not in images:
                raise DatasetError(
                    f"Annotation {annotation.id} names image {annotation.image_id}, which is not there.",
                    hint='Add the image to "images", or remove the annotation.',
                )
            if annotation.category_id not in by_id:
                raise DatasetError(
                    f"Annotation {annotation.id} names category {annotation.category_id}, "
                    "which has no keypoints or is not there.",
                    hint='Add the category to "categories", or remove the annotation.',
                )
            if annotation.instance.category != by_id[annotation.category_id]:
                raise DatasetError(
                    f"Annotation {annotation.id} has another skeleton than its category "
                    f'"{by_id[annotation.category_id].name}".',
                    hint="Give both the same keypoints, edges and pairs.",
                )

    def image(self, image_id: int) -> CocoImage:
        """The image with an id; KeyError if there is none."""
        for image in self.images:
            if image.id == image_id:
                return image
        raise KeyError(image_id)

    def category(self, category_id: int) -> Category:
        """The skeleton of the category with an id; KeyError if there is none."""
        for category in self.categories:
            if category.id == category_id:
                return category.category
        raise KeyError(category_id)

    def annotations_by_image(self) -> dict[int, tuple[CocoAnnotation, ...]]:
        """Every image id with its annotations, in the order of the file."""
        found: dict[int, list[CocoAnnotation]] = {image.id: [] for image in self.images}
        for annotation in self.annotations:
            found[annotation.image_id].append(annotation)
        return {image_id: tuple(annotations) for image_id, annotations in found.items()}

    def boxes_by_image(self) -> dict[int, tuple[Box, ...]]:
        """Every image id with its boxes: those of instances, then those of annotations without keypoints.

        A box that was only drawn around keypoints does not count.
        """
        found: dict[int, list[Box]] = {image.id: [] for image in self.images}
        for annotation in self.annotations:
            if annotation.instance.box is not None:
                found[annotation.image_id].append(annotation.instance.box)
        for record in self.other_annotations:
            box = box_or_none(record.get("bbox"))
            if box is not None and record.get("image_id") in found:
                found[record["image_id"]].append(box)
        return {image_id: tuple(boxes) for image_id, boxes in found.items()}


def resolve_image(images_dir: str | Path, file_name: str) -> Path:
    """Where an image of a dataset lies; whether it exists is not looked at.

    Raises:
        DatasetError: The name is absolute or leads out of the folder: a dataset from elsewhere must not make
            the program open other files.
    """
    name = file_name
    if "\\" in name and (os.sep == "\\" or not Path(images_dir, name).exists()):
        name = name.replace("\\", "/")  # written under Windows
    absolute = name.startswith("/") or ntpath.isabs(name) or (os.sep == "\\" and ntpath.splitdrive(name)[0])
    normal = posixpath.normpath(name)
    if absolute or not name.strip() or "\0" in name or normal in (".", "..") or normal.startswith("../"):
        raise DatasetError(
            f'The image name "{file_name}" leads out of the images folder.',
            hint='Give "file_name" relative to the folder of the images, without "..".',
        )
    return Path(images_dir, normal)


def _unique(what: str, ids: Iterable[Any]) -> set[Any]:
    seen: set[Any] = set()
    for identity in ids:
        if identity in seen:
            raise DatasetError(f"Two {what} records have the id {identity}.", hint="Ids must differ.")
        seen.add(identity)
    return seen
