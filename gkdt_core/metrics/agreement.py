"""How far two sets of annotations of the same pictures agree: two people's, two models', or one of each.

Neither side is the truth, so everything is symmetric: distances are measured between the two, and taken
relative to the mean of both objects' longer sides.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, Instance
from gkdt_core.geometry import Box
from gkdt_core.metrics.coco_ap import box_iou
from gkdt_core.metrics.radial_error import radial_errors

FloatArray = NDArray[np.float64]

WITHIN = (0.02, 0.05, 0.1)
"""The distances that the tables tell shares for, of the longer side."""
FARTHEST = 0.5
"""Two poses whose keypoints are farther apart on average, of the longer side, are of two objects."""
_LEAST_OVERLAP = 0.1
ALL = ""
"""Stands for all keypoints of a category."""


@dataclass(frozen=True, slots=True, eq=False)
class AnnotatedImage:
    """One picture and what one side says of it.

    Attributes:
        name: As that side calls it, with forward slashes.
        instances: The objects.
        digest: Of the content of its file; "" where nobody knows.
        path: Its file, where known.
    """

    name: str
    instances: tuple[Instance, ...]
    digest: str = ""
    path: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PosePair:
    """An object that both sides marked, or only one.

    Attributes:
        image: Place of the picture in `Comparison.images`.
        first, second: What either side says; None where it has no such object.
        keypoints: The N names that both categories have, as the first side writes them.
        first_index, second_index: (N,) their places in either category.
        longer_side: Mean of both objects' longer sides, px; NaN where one has no extent.
        distances: (N,) px; NaN where not both sides placed the keypoint.
    """

    image: int
    first: Instance | None
    second: Instance | None
    keypoints: tuple[str, ...]
    first_index: NDArray[np.int64]
    second_index: NDArray[np.int64]
    longer_side: float
    distances: FloatArray

    @property
    def category(self) -> str:
        """The name of the object, as the first side has it."""
        one = self.first or self.second
        return one.category.name if one is not None else ""

    @property
    def is_whole(self) -> bool:
        """Whether both sides have the object."""
        return self.first is not None and self.second is not None

    @property
    def shares(self) -> FloatArray:
        """(N,) the distances as shares of the longer side."""
        return np.asarray(self.distances / self.longer_side)

    @property
    def mean_share(self) -> float:
        """The mean of `shares`; NaN without any."""
        known = self.shares[np.isfinite(self.shares)]
        return float(known.mean()) if len(known) else float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two sets of annotations side by side.

    Attributes:
        images: The pictures that both have, as (first, second).
        only_first_images, only_second_images: Names of the others.
        pairs: Every object of the pictures that both have, in their order.
        unmatched_categories: Names of categories that only one side has.
    """

    images: tuple[tuple[AnnotatedImage, AnnotatedImage], ...]
    only_first_images: tuple[str, ...]
    only_second_images: tuple[str, ...]
    pairs: tuple[PosePair, ...]
    unmatched_categories: tuple[str, ...] = ()

    @property
    def missing_in_second(self) -> int:
        """Objects that only the first side has, in pictures that both have."""
        return sum(pair.second is None for pair in self.pairs)

    @property
    def missing_in_first(self) -> int:
        return sum(pair.first is None for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One row of the table: a keypoint of a category, or all of them.

    Attributes:
        category: Its name.
        keypoint: Its name, or `ALL`.
        objects: Objects that both sides have.
        both: Times both sides placed it; the numbers below are of these.
        only_first, only_second: Times only one side did.
        mean_px, median_px, p95_px: Of the distances; NaN without any.
        mean_share, median_share, p95_share: The same as shares of the longer side.
        within: Shares in [0, 1] of the distances that are at most `WITHIN` of the longer side.
        same_visibility: Share in [0, 1] of all times in which both say the same: visible, occluded, or none.
    """

    category: str
    keypoint: str
    objects: int
    both: int
    only_first: int
    only_second: int
    mean_px: float
    median_px: float
    p95_px: float
    mean_share: float
    median_share: float
    p95_share: float
    within: tuple[float, ...]
    same_visibility: float


# -- which is which ------------------------------------------------------------------------------------------


def match_images(first: Sequence[AnnotatedImage], second: Sequence[AnnotatedImage]) -> list[tuple[int, int]]:
    """Places of the pictures that are the same: by content where both know it, else by name.

    Names are compared whole first; then by their last part, where that is unique on both sides. Two pictures
    whose contents are known to differ are never the same.
    """
    free_a, free_b = set(range(len(first))), set(range(len(second)))
    found: list[tuple[int, int]] = []

    def take(keys_a: Mapping[str, list[int]], keys_b: Mapping[str, list[int]], *, unique: bool) -> None:
        for key, places in keys_a.items():
            others = [b for b in keys_b.get(key, []) if b in free_b]
            mine = [a for a in places if a in free_a]
            if unique and (len(places) > 1 or len(keys_b.get(key, [])) > 1):
                continue
            for a in mine:
                b = next((b for b in others if b in free_b and not _differ(first[a], second[b])), None)
                if b is not None:
                    found.append((a, b))
                    free_a.discard(a)
                    free_b.discard(b)

    def by(images: Sequence[AnnotatedImage], what: str) -> dict[str, list[int]]:
        keys: dict[str, list[int]] = {}
        for place, image in enumerate(images):
            key = {"digest": image.digest, "name": image.name, "last": posixpath.basename(image.name)}[what]
            if key:
                keys.setdefault(key, []).append(place)
        return keys

    take(by(first, "digest"), by(second, "digest"), unique=False)
    take(by(first, "name"), by(second, "name"), unique=False)
    take(by(first, "last"), by(second, "last"), unique=True)
    return sorted(found)


def _differ(a: AnnotatedImage, b: AnnotatedImage) -> bool:
    return bool(a.digest and b.digest and a.digest != b.digest)


def match_categories(first: Iterable[Category], second: Iterable[Category]) -> dict[str, str]:
    """For the names of the first side's categories those of the second side's: by name, case and separators
    ignored; else the only one with the same keypoint names."""
    ours, theirs = list(first), list(second)
    by_name = {_folded(category.name): category.name for category in theirs}
    found = {
        category.name: by_name[_folded(category.name)]
        for category in ours
        if _folded(category.name) in by_name
    }
    for category in ours:
        if category.name in found:
            continue
        same = [
            other.name
            for other in theirs
            if other.name not in found.values() and _keypoint_set(other) == _keypoint_set(category)
        ]
        if len(same) == 1:
            found[category.name] = same[0]
    return found


def _keypoint_set(category: Category) -> frozenset[str]:
    return frozenset(_folded(name) for name in category.keypoints)


def _folded(name: str) -> str:
    return " ".join(re.split(r"[\s_\-]+", name.strip().casefold()))


def match_instances(first: Sequence[Instance], second: Sequence[Instance]) -> list[tuple[int, int]]:
    """Places of the instances of one category in one picture that are the same object, the nearest first.

    Nearness is the mean distance of the keypoints that both have, as a share of the longer side; without
    common keypoints it is the overlap of the boxes. What is farther than `FARTHEST`, or overlaps by less than
    a tenth, is another object; unless there is one on each side, then they are compared however far they are.
    """
    if len(first) == len(second) == 1:
        return [(0, 0)]
    costs = []
    for a, one in enumerate(first):
        for b, other in enumerate(second):
            cost = _cost(one, other)
            if cost is not None:
                costs.append((cost, a, b))
    used_a, used_b, found = set[int](), set[int](), []
    for _, a, b in sorted(costs):
        if a not in used_a and b not in used_b:
            used_a.add(a)
            used_b.add(b)
            found.append((a, b))
    return sorted(found)


def _cost(one: Instance, other: Instance) -> float | None:
    """In [0, FARTHEST] by keypoints, above by boxes; None for two objects."""
    pair = pose_pair(0, one, other)
    share = pair.mean_share
    if np.isfinite(share):
        return share if share <= FARTHEST else None
    if one.region is None or other.region is None:
        return None
    overlap = box_iou(one.region, other.region)
    return FARTHEST + 1 - overlap if overlap >= _LEAST_OVERLAP else None


# -- distances -----------------------------------------------------------------------------------------------


def pose_pair(image: int, first: Instance | None, second: Instance | None) -> PosePair:
    """One object with its distances; at least one side has it."""
    one = first or second
    if one is None:
        raise ValueError("a pair needs an instance")
    if first is None or second is None:
        nothing = np.full(len(one.category), np.nan)
        places = np.arange(len(one.category))
        return PosePair(image, first, second, one.category.keypoints, places, places, float("nan"), nothing)
    theirs = {_folded(name): place for place, name in enumerate(second.category.keypoints)}
    common = [
        (name, place, theirs[_folded(name)])
        for place, name in enumerate(first.category.keypoints)
        if _folded(name) in theirs
    ]
    at_first = np.array([place for _, place, _ in common], np.int64)
    at_second = np.array([place for _, _, place in common], np.int64)
    return PosePair(
        image,
        first,
        second,
        tuple(name for name, _, _ in common),
        at_first,
        at_second,
        _longer_side(first.region, second.region),
        radial_errors(first.keypoints[at_first], second.keypoints[at_second]),
    )


def _longer_side(first: Box | None, second: Box | None) -> float:
    sides = [box.longer_side for box in (first, second) if box is not None and box.longer_side > 0]
    return float(np.mean(sides)) if sides else float("nan")


def compare(first: Sequence[AnnotatedImage], second: Sequence[AnnotatedImage]) -> Comparison:
    """Both sides, picture by picture and object by object."""
    matched = match_images(first, second)
    ours, theirs = _categories(first), _categories(second)
    names = match_categories(ours, theirs)
    pairs: list[PosePair] = []
    for number, (a, b) in enumerate(matched):
        left, right = list(first[a].instances), list(second[b].instances)
        for name, other in names.items():
            mine = [one for one in left if one.category.name == name]
            others = [one for one in right if one.category.name == other]
            together = dict(match_instances(mine, others))
            for place, one in enumerate(mine):
                pairs.append(pose_pair(number, one, others[together[place]] if place in together else None))
            for place, one in enumerate(others):
                if place not in together.values():
                    pairs.append(pose_pair(number, None, one))
    taken_a, taken_b = {a for a, _ in matched}, {b for _, b in matched}
    known = {*names, *names.values()}
    return Comparison(
        tuple((first[a], second[b]) for a, b in matched),
        tuple(image.name for place, image in enumerate(first) if place not in taken_a),
        tuple(image.name for place, image in enumerate(second) if place not in taken_b),
        tuple(pairs),
        tuple(sorted({c.name for c in (*ours, *theirs)} - known)),
    )


def _categories(images: Sequence[AnnotatedImage]) -> list[Category]:
    """The categories in use, in the order they first appear."""
    found: dict[str, Category] = {}
    for image in images:
        for instance in image.instances:
            found.setdefault(instance.category.name, instance.category)
    return list(found.values())


# -- the table -----------------------------------------------------------------------------------------------


def agreement_table(comparison: Comparison) -> tuple[Agreement, ...]:
    """For every category the row of all keypoints, then one for each keypoint, in their order."""
    by_category: dict[str, list[PosePair]] = {}
    for pair in comparison.pairs:
        if pair.is_whole:
            by_category.setdefault(pair.category, []).append(pair)
    rows = []
    for category, pairs in by_category.items():
        names = list(dict.fromkeys(name for pair in pairs for name in pair.keypoints))
        rows.append(_row(category, ALL, pairs))
        rows += [_row(category, name, pairs) for name in names]
    return tuple(rows)


def _row(category: str, keypoint: str, pairs: Sequence[PosePair]) -> Agreement:
    px, shares, same = list[float](), list[float](), list[bool]()
    both = only_first = only_second = 0
    for pair in pairs:
        if pair.first is None or pair.second is None:
            continue
        places = [n for n, name in enumerate(pair.keypoints) if keypoint in (ALL, name)]
        seen_a = pair.first.visibility[pair.first_index[places]]
        seen_b = pair.second.visibility[pair.second_index[places]]
        both += int(((seen_a > 0) & (seen_b > 0)).sum())
        only_first += int(((seen_a > 0) & (seen_b == 0)).sum())
        only_second += int(((seen_a == 0) & (seen_b > 0)).sum())
        same += (seen_a == seen_b).tolist()
        distances, relative = pair.distances[places], pair.shares[places]
        px += distances[np.isfinite(distances)].tolist()
        shares += relative[np.isfinite(relative)].tolist()
    return Agreement(
        category,
        keypoint,
        len(pairs),
        both,
        only_first,
        only_second,
        *_middle(px),
        *_middle(shares),
        tuple(float(np.mean(np.array(shares) <= limit)) if shares else float("nan") for limit in WITHIN),
        float(np.mean(same)) if same else float("nan"),
    )


def _middle(values: Sequence[float]) -> tuple[float, float, float]:
    """Mean, median, 95th percentile (linear between the neighbours)."""
    if not values:
        return float("nan"), float("nan"), float("nan")
    return float(np.mean(values)), float(np.median(values)), float(np.percentile(values, 95))
