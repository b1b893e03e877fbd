"""For each feature a small dataset that says it, and whether another dataset still says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.formats.building import ReadResult
from gkdt_core.formats.coco import CocoAnnotation, CocoCategory, CocoDataset, CocoImage
from gkdt_core.formats.features import Feature
from gkdt_core.geometry import Box

WIDTH, HEIGHT = 97, 61
"""No factor of powers of two: fractions of them are not exact."""

HORSE = Category(
    "horse",
    ("nose", "left eye", "right eye", "tail"),
    pairs=((1, 2),),
)
BACKWARDS = Category("horse from behind", ("tail", "nose"))
HAND = Category("hand", ("wrist", "thumb tip", "left side", "right side"), pairs=((2, 3),))


def write_images(folder: Path, names: tuple[str, ...]) -> None:
    """Makes an image file of each name."""
    for shade, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (WIDTH, HEIGHT), (40 * shade % 256, 90, 30)).save(path)


def points(category: Category = HORSE, shift: float = 0.0) -> Instance:
    """Every keypoint visible, placed by a person, no box."""
    count = len(category)
    xy = np.stack([10.25 + 11.1 * np.arange(count) + shift, 20.75 + 7.3 * np.arange(count)], axis=1)
    nan = np.full(count, np.nan)
    return Instance(category, xy, np.full(count, 2), nan, nan, np.full(count, Origin.HUMAN))


def one(*instances: Instance, names: tuple[str, ...] = ("frames/a.png",)) -> CocoDataset:
    """A dataset with all instances in the first image."""
    categories = tuple(dict.fromkeys(instance.category for instance in instances)) or (HORSE,)
    return CocoDataset(
        tuple(CocoImage(n, name, HEIGHT, WIDTH) for n, name in enumerate(names, start=1)),
        tuple(CocoCategory(n, category) for n, category in enumerate(categories, start=1)),
        tuple(
            CocoAnnotation(n, 1, categories.index(instance.category) + 1, instance)
            for n, instance in enumerate(instances, start=1)
        ),
    )


def _with_category(**changes: object) -> CocoDataset:
    return one(points(replace(HORSE, **changes)))  # type: ignore[arg-type]  # dataclass fields by name


def _twins(category: Category) -> CocoDataset:
    """Two categories of one name, of which one has a space behind a keypoint's."""
    other = replace(category, keypoints=("nose ", *category.keypoints[1:]))
    return one(points(category), points(other))


def _scored(instance: Instance, indices: tuple[int, ...]) -> Instance:
    for index in indices:
        x, y = instance.keypoints[index].tolist()
        instance = instance.with_keypoint(index, (x, y), Visibility.VISIBLE, Origin.MODEL, 0.625)
    return instance


def _peak() -> Instance:
    instance = points()
    x, y = instance.keypoints[0].tolist()
    return instance.with_keypoint(0, (x, y), Visibility.VISIBLE, Origin.MODEL, 0.5, 0.75)


def _occluded() -> Instance:
    return replace(points(), visibility=np.array([2, 1, 2, 1]))


def _carried() -> Instance:
    return replace(points(), origins=np.array([Origin.HUMAN, Origin.CARRIED, Origin.MODEL, Origin.HUMAN]))


def _outside() -> Instance:
    return replace(points(), keypoints=np.array([[-12.5, 4.5], [20.5, 8.5], [30.5, 9.5], [140.5, 20.5]]))


BOX, THIN = Box(5.5, 10.25, 60.125, 50.0), Box(20.5, 10.25, 21.0, 50.0)
PROBES: dict[Feature, CocoDataset] = {
    Feature.OCCLUDED: one(_occluded()),
    Feature.ABSENT: one(points().with_keypoint(1, None, Visibility.UNLABELED, Origin.HUMAN)),
    Feature.SCORES: one(_scored(points(), (0, 2))),
    Feature.PEAKS: one(_peak()),
    Feature.ORIGINS: one(_carried()),
    Feature.OUTSIDE: one(_outside()),
    Feature.BOXES: one(replace(points(), box=BOX), replace(points(), box=THIN)),
    Feature.NO_BOXES: one(points()),
    Feature.SEVERAL: one(points(), points(shift=7.5), points(shift=3.0)),
    Feature.EMPTY_INSTANCES: one(points(), Instance.empty(HORSE)),
    Feature.EMPTY_IMAGES: one(points(), names=("frames/a.png", "frames/b.png")),
    Feature.STATES: replace(
        one(points()), images=(CocoImage(1, "frames/a.png", HEIGHT, WIDTH, ImageState.REVIEWED),)
    ),
    Feature.IMAGE_NAMES: one(points(), names=("a/b/c 手.png", "images/d.png", "e.png", "e.jpg")),
    Feature.CATEGORY_NAMES: _twins(replace(HORSE, name='a/b: "Pferd" 馬')),
    Feature.SEVERAL_CATEGORIES: one(points(), points(HAND)),
    Feature.UNUSED_KEYPOINTS: one(points().without(3).without(1)),
    Feature.ORDERS: one(points(), points(BACKWARDS)),
    Feature.EDGES: _with_category(edges=((0, 1), (1, 3))),
    Feature.PAIRS: _with_category(pairs=((0, 3),)),
    Feature.SUPERCATEGORIES: _with_category(supercategory="animal"),
    Feature.FIELDS: replace(
        one(points()),
        images=(CocoImage(1, "frames/a.png", HEIGHT, WIDTH, extra={"licence": 3}),),
        extra={"licenses": [1]},
    ),
    Feature.PLAIN_BOXES: replace(
        one(points()),
        other_categories=({"id": 9, "name": "ball"},),
        other_annotations=({"id": 7, "image_id": 1, "category_id": 9, "bbox": [1, 2, 3, 4]},),
    ),
}


def _instances(dataset: CocoDataset) -> list[Instance]:
    return [annotation.instance for annotation in dataset.annotations]


def _each(attribute: str) -> Callable[[CocoDataset, CocoDataset], bool]:
    def same(before: CocoDataset, after: CocoDataset) -> bool:
        ours = [np.asarray(getattr(instance, attribute)) for instance in _instances(before)]
        theirs = [np.asarray(getattr(instance, attribute)) for instance in _instances(after)]
        return len(ours) == len(theirs) and all(
            a.shape == b.shape and np.allclose(a, b, atol=1e-5, equal_nan=True)
            for a, b in zip(ours, theirs, strict=True)
        )

    return same


def _boxes(before: CocoDataset, after: CocoDataset) -> bool:
    ours, theirs = ([i.box for i in _instances(d)] for d in (before, after))
    if len(ours) != len(theirs):
        return False
    return all(
        a == b or (a is not None and b is not None and np.allclose(a.as_xyxy(), b.as_xyxy(), atol=1e-5))
        for a, b in zip(ours, theirs, strict=True)
    )


def _category(attribute: str) -> Callable[[CocoDataset, CocoDataset], bool]:
    def same(before: CocoDataset, after: CocoDataset) -> bool:
        ours, theirs = (
            [getattr(record.category, attribute) for record in dataset.categories]
            for dataset in (before, after)
        )
        return sorted(ours) == sorted(theirs)

    return same


def _extras(before: CocoDataset, after: CocoDataset) -> bool:
    return [i.extra for i in before.images] == [i.extra for i in after.images] and all(
        after.extra.get(key) == value for key, value in before.extra.items()
    )


def _per_image(before: CocoDataset, after: CocoDataset) -> bool:
    counts = (Counter(a.image_id for a in dataset.annotations) for dataset in (before, after))
    ours, theirs = (sorted(count.values()) for count in counts)
    return ours == theirs


SAME: dict[Feature, Callable[[CocoDataset, CocoDataset], bool]] = {
    Feature.OCCLUDED: _each("visibility"),
    Feature.ABSENT: _each("origins"),
    Feature.SCORES: _each("scores"),
    Feature.PEAKS: _each("peaks"),
    Feature.ORIGINS: _each("origins"),
    Feature.OUTSIDE: _each("keypoints"),
    Feature.BOXES: _boxes,
    Feature.NO_BOXES: _boxes,
    Feature.SEVERAL: _per_image,
    Feature.EMPTY_INSTANCES: lambda a, b: len(a.annotations) == len(b.annotations),
    Feature.EMPTY_IMAGES: lambda a, b: len(a.images) == len(b.images),
    Feature.STATES: lambda a, b: [i.state for i in a.images] == [i.state for i in b.images],
    Feature.CATEGORY_NAMES: lambda a, b: all(_category(what)(a, b) for what in ("name", "keypoints")),
    Feature.SEVERAL_CATEGORIES: lambda a, b: (
        [i.category.name for i in _instances(a)] == [i.category.name for i in _instances(b)]
        and {c.category.keypoints for c in a.categories} == {c.category.keypoints for c in b.categories}
    ),
    Feature.UNUSED_KEYPOINTS: _category("keypoints"),
    Feature.ORDERS: _category("keypoints"),
    Feature.EDGES: _category("edges"),
    Feature.PAIRS: _category("pairs"),
    Feature.SUPERCATEGORIES: _category("supercategory"),
    Feature.FIELDS: _extras,
    Feature.PLAIN_BOXES: lambda a, b: a.other_annotations == b.other_annotations,
}


def same_images(before: CocoDataset, images_dir: Path, result: ReadResult) -> bool:
    """Whether the images of `result` are called, below some folder, what they were called."""
    ours = [image.file_name for image in before.images]
    theirs = [image.file_name for image in result.dataset.images]
    files = [(images_dir / name).resolve() for name in ours]
    return ours == theirs or files == [(result.images_dir / name).resolve() for name in theirs]
