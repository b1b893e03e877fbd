"""What annotations can say, feature by feature, and how often a dataset says it.

Every format declares which of these it cannot keep (`gkdt_core/formats/registry.py`); the counts here turn
that declaration into what one dataset would lose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from gkdt_core.domain import ImageState, Origin, Visibility, guess_pairs
from gkdt_core.formats.coco import CocoDataset

EDGE = 1e-5
"""Px: what is no further outside the image lies on its edge, as far as the digits of formats tell."""


class Feature(StrEnum):
    """Something that a dataset can say and a format may have no place for; the value is what people read."""

    OCCLUDED = "occluded points"
    ABSENT = "points that a person marked as not to be seen"
    SCORES = "scores of points"
    PEAKS = "raw heatmap values of points"
    ORIGINS = "points that the model placed or that were carried over"
    OUTSIDE = "points and boxes outside the image"
    BOXES = "boxes that somebody drew"
    NO_BOXES = "instances without a drawn box"
    SEVERAL = "images with several instances"
    EMPTY_INSTANCES = "instances without a labelled point"
    EMPTY_IMAGES = "images without instances"
    STATES = "image states"
    IMAGE_NAMES = "image names with other folders"
    CATEGORY_NAMES = "names of categories"
    SEVERAL_CATEGORIES = "further categories"
    UNUSED_KEYPOINTS = "keypoints that are labelled nowhere"
    ORDERS = "orders of keypoints that contradict another category's"
    EDGES = "skeleton lines"
    PAIRS = "left-right pairs that the names do not tell"
    SUPERCATEGORIES = "groups of categories"
    FIELDS = "further fields (prompts, other programs' fields)"
    PLAIN_BOXES = "records without keypoints"


@dataclass(frozen=True, slots=True)
class Loss:
    """What one dataset loses in one format.

    Attributes:
        feature: Of what.
        count: How many of them.
        fate: What becomes of them, as the end of a sentence: "become visible".
    """

    feature: Feature
    count: int
    fate: str

    def __str__(self) -> str:
        text = f"{self.feature.value} ({self.count:,}) {self.fate}"
        return text[0].upper() + text[1:]


def count(dataset: CocoDataset, feature: Feature) -> int:
    """How often a dataset says something of `feature`."""
    return _COUNTERS[feature](dataset)


def unlabelled_keypoints(dataset: CocoDataset) -> dict[int, frozenset[str]]:
    """Category id -> the keypoints that no instance has labelled."""
    seen: dict[int, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]] = {}
    for annotation in dataset.annotations:
        labelled = annotation.instance.labeled
        before = seen.get(annotation.category_id)
        seen[annotation.category_id] = labelled if before is None else before | labelled
    unused = {}
    for record in dataset.categories:
        names, found = record.category.keypoints, seen.get(record.id)
        unused[record.id] = frozenset(
            name for index, name in enumerate(names) if found is None or not found[index]
        )
    return unused


def reordered(dataset: CocoDataset, listed: Iterable[str] = ()) -> int:
    """Categories whose keypoints are in another order than the names of all categories, listed once each.

    Args:
        dataset: Of these categories.
        listed: The names as they are listed; without them, those of all keypoints.
    """
    names = list(listed) or [name for c in dataset.categories for name in c.category.keypoints]
    places = {name: place for place, name in enumerate(dict.fromkeys(names))}
    own = ([places[name] for name in c.category.keypoints] for c in dataset.categories)
    return sum(order != sorted(order) for order in own)


def _points(dataset: CocoDataset, visibility: Visibility) -> int:
    return sum(int((a.instance.visibility == visibility).sum()) for a in dataset.annotations)


def _absent(dataset: CocoDataset) -> int:
    return sum(
        int(((a.instance.origins == Origin.HUMAN) & ~a.instance.labeled).sum()) for a in dataset.annotations
    )


def _foreign(dataset: CocoDataset) -> int:
    return sum(
        int(((a.instance.origins != Origin.HUMAN) & a.instance.labeled).sum()) for a in dataset.annotations
    )


def _outside(dataset: CocoDataset) -> int:
    sizes = {image.id: (image.height, image.width) for image in dataset.images}
    found = 0
    for annotation in dataset.annotations:
        height, width = sizes[annotation.image_id]
        if not height or not width:
            continue
        points, box = annotation.instance.keypoints[annotation.instance.labeled], annotation.instance.box
        far = (points < -EDGE) | (points > (width + EDGE, height + EDGE))
        found += int(far.any(axis=1).sum())
        if box is not None:
            cut = np.subtract(box.as_xyxy(), box.clipped((height, width)).as_xyxy())
            found += bool((np.abs(cut) > EDGE).any())
    return found


def _several(dataset: CocoDataset) -> int:
    return sum(number > 1 for number in Counter(a.image_id for a in dataset.annotations).values())


def _empty_images(dataset: CocoDataset) -> int:
    return len(dataset.images) - len({a.image_id for a in dataset.annotations})


def _pairs(dataset: CocoDataset) -> int:
    return sum(
        len(set(c.category.pairs) ^ set(guess_pairs(c.category.keypoints))) for c in dataset.categories
    )


def _fields(dataset: CocoDataset) -> int:
    ours = {"gkdt_project", "info"}  # what every file has says nothing
    extras = [image.extra for image in dataset.images]
    extras += [category.extra for category in dataset.categories]
    extras += [annotation.extra for annotation in dataset.annotations]
    return sum(any(key != "_as_read" for key in extra) for extra in extras) + len(dataset.extra.keys() - ours)


_COUNTERS: Mapping[Feature, Callable[[CocoDataset], int]] = MappingProxyType(
    {
        Feature.OCCLUDED: lambda d: _points(d, Visibility.OCCLUDED),
        Feature.ABSENT: _absent,
        Feature.SCORES: lambda d: sum(int(np.isfinite(a.instance.scores).sum()) for a in d.annotations),
        Feature.PEAKS: lambda d: sum(int(np.isfinite(a.instance.peaks).sum()) for a in d.annotations),
        Feature.ORIGINS: _foreign,
        Feature.OUTSIDE: _outside,
        Feature.BOXES: lambda d: sum(a.instance.box is not None for a in d.annotations),
        Feature.NO_BOXES: lambda d: sum(a.instance.box is None for a in d.annotations),
        Feature.SEVERAL: _several,
        Feature.EMPTY_INSTANCES: lambda d: sum(not a.instance.labeled.any() for a in d.annotations),
        Feature.EMPTY_IMAGES: _empty_images,
        Feature.STATES: lambda d: sum(image.state is not ImageState.UNTOUCHED for image in d.images),
        Feature.IMAGE_NAMES: lambda d: len(d.images),
        Feature.CATEGORY_NAMES: lambda d: len(d.categories),
        Feature.SEVERAL_CATEGORIES: lambda d: max(len(d.categories) - 1, 0),
        Feature.UNUSED_KEYPOINTS: lambda d: sum(len(names) for names in unlabelled_keypoints(d).values()),
        Feature.ORDERS: reordered,
        Feature.EDGES: lambda d: sum(len(c.category.edges) for c in d.categories),
        Feature.PAIRS: _pairs,
        Feature.SUPERCATEGORIES: lambda d: sum(bool(c.category.supercategory) for c in d.categories),
        Feature.FIELDS: _fields,
        Feature.PLAIN_BOXES: lambda d: len(d.other_annotations) + len(d.other_categories),
    }
)
