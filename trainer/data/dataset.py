"""Annotated instances grouped by category, from folders with `images/` and `annotations/<split>.json`."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility, guess_pairs, is_sided
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import read_coco, resolve_image
from gkdt_core.geometry import Box, index_to_image

_READING_FIELD = re.compile(r"keypoints_annotator\d+")
GROUP_FIELDS = ("video", "person_id", "source_image", "source_video", "patient")
"""Of an image record: pictures that agree in the first of them that they have belong together."""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One annotated instance.

    Attributes:
        path: Of its picture.
        name: For messages: file name and annotation id.
        keypoints: (N, 2) float64 image coordinates; NaN where not labelled, or by nobody to be trusted.
        visible: (N,) bool, labelled and to be seen.
        box: Around the object, image coordinates.
        group: Samples of one group (a video, a person, a picture) belong into one split.
        spacing_xy: mm per px of the picture across and down, where its record says so.
        readings: What each of several people marked, (N, 2) image coordinates with NaN where they did not;
            empty where the file keeps only what was agreed on.
    """

    path: Path
    name: str
    keypoints: NDArray[np.float64]
    visible: NDArray[np.bool_]
    box: Box
    group: str
    spacing_xy: tuple[float, float] | None = None
    readings: tuple[NDArray[np.float64], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class CategoryData:
    """All instances of one category of one dataset."""

    dataset: str
    category: Category
    samples: tuple[Sample, ...]

    @property
    def key(self) -> str:
        return f"{self.dataset}/{self.category.name}"

    def flip_order(self) -> NDArray[np.intp] | None:
        """For each keypoint the one that takes its place in a mirror.

        None where mirroring would make a name lie: a keypoint is of one side (`is_sided`), without a partner.
        """
        paired = {index for pair in self.category.pairs for index in pair}
        for index, name in enumerate(self.category.keypoints):
            if index not in paired and is_sided(name):
                return None
        return np.array(self.category.flip_permutation, dtype=np.intp)


def load_dataset(root: Path, split: str, name: str = "") -> list[CategoryData]:
    """The categories of one folder that have instances in `split`.

    Points that only a model placed, or that were carried over from another image, count as unlabeled unless
    their image is reviewed; nothing in a rejected image counts. The dataset is called `name`, or like its
    folder.

    Raises:
        DatasetError: The folder, its annotation file or its content is not as it should be.
    """
    annotations = root / "annotations" / f"{split}.json"
    if not annotations.is_file():
        raise DatasetError(
            f"{root}: there is no annotations/{split}.json.",
            hint=f'A dataset is a folder with "images" and "annotations/{split}.json".',
        )
    return load_annotations(annotations, (root / "images",), name or root.resolve().name)


def load_annotations(
    annotations: Path, image_roots: Sequence[Path], name: str, supercategory: str = ""
) -> list[CategoryData]:
    """The categories of one annotation file, whose pictures lie in any of some folders; see `load_dataset`.

    `supercategory` replaces what the file says of its categories.

    Raises:
        DatasetError: The file or its content is not as it should be.
    """
    coco = read_coco(annotations)
    images = {image.id: image for image in coco.images}
    samples: dict[int, list[Sample]] = {}
    unaccepted = 0
    categories = {entry.id: entry.category for entry in coco.categories}
    for annotation in coco.annotations:
        instance = annotation.instance
        image = images[annotation.image_id]
        true = accepted_points(instance, image.state)
        unaccepted += int((instance.labeled & ~true).sum())
        keypoints = np.where(true[:, None], instance.keypoints, np.nan)
        visible = (instance.visibility == Visibility.VISIBLE) & true
        if annotation.extra.get("iscrowd") or not visible.any():
            continue
        box = instance.box
        if box is None or box.longer_side < 2:
            box = Box.around(keypoints, margin=8)
        if box is None:
            continue
        group = next((f"{f}={image.extra[f]}" for f in GROUP_FIELDS if image.extra.get(f) is not None), None)
        samples.setdefault(annotation.category_id, []).append(
            Sample(
                picture_of(image_roots, image.file_name),
                f"{image.file_name}#{annotation.id}",
                keypoints,
                visible,
                box,
                group or image.file_name,
                _spacing(image.extra.get("pixel_spacing_mm")),
                readings_of(annotation.extra, len(instance.category)),
            )
        )
    found = []
    for category_id, items in sorted(samples.items()):
        category = categories[category_id]
        if not category.pairs:
            category = replace(category, pairs=guess_pairs(category.keypoints))
        if supercategory:
            category = replace(category, supercategory=supercategory)
        found.append(CategoryData(name, category, tuple(items)))
    if not found and unaccepted:
        raise DatasetError(
            f"{annotations}: its {unaccepted} points are a model's, in images that nobody reviewed.",
            hint="Review the images in the window and export them again.",
        )
    if not found:
        raise DatasetError(
            f"{annotations}: no instance has a visible keypoint.", hint="Label some keypoints first."
        )
    return found


def picture_of(roots: Sequence[Path], file_name: str) -> Path:
    """Where a picture lies: in the first folder that has it, else where it would be in the first one."""
    places = [resolve_image(root, file_name) for root in roots]
    if len(places) == 1:
        return places[0]
    return next((place for place in places if place.is_file()), places[0])


def accepted_points(instance: Instance, state: ImageState) -> NDArray[np.bool_]:
    """(N,) which points a person placed or, by reviewing the image, agreed to: only those count as true."""
    if state is ImageState.REJECTED:
        return np.zeros(len(instance.category), np.bool_)
    if state is ImageState.REVIEWED:
        return np.ones(len(instance.category), np.bool_)
    return np.asarray(~np.isin(instance.origins, (Origin.MODEL, Origin.CARRIED)))


def _spacing(value: Any) -> tuple[float, float] | None:
    """(across, down) from one number, or from two in the order of DICOM: between rows, between columns."""
    numbers = value if isinstance(value, list) else [value, value]
    if len(numbers) != 2 or not all(_is_number(number) and number > 0 for number in numbers):
        return None
    return float(numbers[1]), float(numbers[0])


def readings_of(extra: Mapping[str, Any], count: int) -> tuple[NDArray[np.float64], ...]:
    """The fields "keypoints_annotator1", "keypoints_annotator2" ...: x and y in turn, 0, 0 where missing."""
    found = []
    for key in sorted(extra):
        if not _READING_FIELD.fullmatch(key):
            continue
        values = extra[key]
        if isinstance(values, list) and len(values) == 2 * count and all(map(_is_number, values)):
            pairs = np.array(values, dtype=np.float64).reshape(count, 2)
            found.append(np.where((pairs != 0).any(axis=1, keepdims=True), index_to_image(pairs), np.nan))
    return tuple(found) if len(found) > 1 else ()


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def load_datasets(roots: Sequence[Path], split: str) -> list[CategoryData]:
    """The categories of several folders; each must have the split.

    Folders of the same name are told apart by the folders they are in: "mice/data" and "flies/data".
    """
    places = list(dict.fromkeys(root.resolve() for root in roots))
    names = [place.name for place in places]
    depth = 1
    while len(set(names)) < len(names):
        depth += 1
        names = ["/".join(place.parts[-depth:]) for place in places]
    return [
        data for root, name in zip(places, names, strict=True) for data in load_dataset(root, split, name)
    ]


def hold_out(
    categories: Sequence[CategoryData], fraction: float, minimum: int, seed: int = 0
) -> tuple[list[CategoryData], list[CategoryData]]:
    """Splits every category by group into (train, validation).

    Whole groups go to one side, chosen by a hash of their name, so that the split stays when data are added.

    Args:
        categories: What to split.
        fraction: Share of the groups for validation.
        minimum: Categories in which either side would have fewer instances stay whole in training.
        seed: Changes the choice.
    """
    train, validation = [], []
    for data in categories:
        groups = sorted(
            {sample.group for sample in data.samples},
            key=lambda group: hashlib.sha256(f"{seed}:{group}".encode()).digest(),
        )
        chosen = set(groups[: max(1, round(len(groups) * fraction))]) if fraction > 0 else set()
        held = tuple(sample for sample in data.samples if sample.group in chosen)
        kept = tuple(sample for sample in data.samples if sample.group not in chosen)
        if len(held) < minimum or len(kept) < minimum:
            train.append(data)
            continue
        train.append(replace(data, samples=kept))
        validation.append(replace(data, samples=held))
    return train, validation
