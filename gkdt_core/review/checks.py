"""Likely mistakes in annotations: pure functions from arrays to findings. Each only points; people decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import ImageState, Origin
from gkdt_core.review.poses import ENOUGH, PoseSet, PoseStatistics, mean_known, pair_gaps

SWAPPED_FAR, SWAPPED_GAIN = 3.0, 0.5
"""Sides count as swapped where they are this many spreads from their places, and exchanged at most this share
of it."""
LIMB_FAR = 4.0
LOW_SCORE = 0.3
SAME_INSTANCE = 0.05
"""Two instances whose points are nearer than this on average, as a part of their size, are one object."""
SAME_POINT = 0.005
COLLAPSED, USUAL_GAP = 0.2, 0.04
"""The two of a pair count as one where they are nearer than this share of their usual distance, if that is
more than the second, as a part of the size."""
USUAL = 0.9
"""Share of the set that has something, for its absence to be a mistake."""


class Check(StrEnum):
    """The kinds of findings, the graver first."""

    SWAPPED_SIDES = "swapped_sides"
    DUPLICATE_INSTANCE = "duplicate_instance"
    DUPLICATE_POINT = "duplicate_point"
    OUTSIDE_IMAGE = "outside_image"
    OUTSIDE_BOX = "outside_box"
    MISSING_INSTANCE = "missing_instance"
    MISSING_POINT = "missing_point"
    LIMB_LENGTH = "limb_length"
    LOW_SCORE = "low_score"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may be a mistake.

    Attributes:
        check: What kind.
        category_id: Of the project; 0 where the caller has none.
        image_id: Where.
        instance_id: In which instance; None where one is missing.
        keypoints: Which, as indices; empty for the whole instance.
        value: How much: spreads, px, a score, a count, by kind.
    """

    check: Check
    category_id: int
    image_id: int
    instance_id: int | None
    keypoints: tuple[int, ...] = ()
    value: float = 0.0

    @property
    def key(self) -> str:
        """What it is known by from one run to the next, so that it can be ignored."""
        where = "-".join(map(str, self.keypoints))
        return f"{self.check} {self.category_id} {self.image_id} {self.instance_id or 0} {where}"


def find_all(
    poses: PoseSet,
    statistics: PoseStatistics | None,
    images: Mapping[int, ImageState],
    occupied: frozenset[int],
    category_id: int = 0,
) -> list[Finding]:
    """Every finding in the instances of one category.

    Args:
        poses: The instances; those of rejected images are not expected among them.
        statistics: How they usually look; None while too few are known, and then nothing is "unusual".
        images: The state of every image that counts.
        occupied: Images with instances of any category.
        category_id: Goes into the findings.
    """
    found = [
        *outside(poses, category_id),
        *duplicate_instances(poses, category_id),
        *duplicate_points(poses, category_id),
        *low_scores(poses, category_id),
        *missing_instances(poses, images, occupied, category_id),
    ]
    if statistics is not None:
        found += swapped_sides(poses, statistics, category_id)
        found += collapsed_pairs(poses, statistics, category_id)
        found += improbable_limbs(poses, statistics, category_id)
        found += missing_points(poses, statistics, category_id)
    rank = {check: number for number, check in enumerate(Check)}
    unique = {finding.key: finding for finding in found}
    return sorted(unique.values(), key=lambda one: (rank[one.check], one.image_id, one.keypoints))


def swapped_sides(poses: PoseSet, statistics: PoseStatistics, category_id: int = 0) -> list[Finding]:
    """Instances, or single pairs, whose left and right fit the set much better when exchanged."""
    if not poses.category.pairs or not len(poses):
        return []
    points = poses.normalised()
    left, right = np.array(poses.category.pairs).T
    now, then = statistics.unusual_sides(points)
    both = poses.labeled
    known = np.logical_or.reduce(both[:, left] & both[:, right], axis=1)
    whole = known & (now > SWAPPED_FAR) & (then < SWAPPED_GAIN * now)
    found = [_finding(Check.SWAPPED_SIDES, poses, row, (), now[row], category_id) for row in _rows(whole)]
    each = statistics.unusual(points)
    for a, b in poses.category.pairs:
        single = points.copy()
        single[:, [a, b]] = points[:, [b, a]]
        swapped = statistics.unusual(single)
        before, after = each[:, a] + each[:, b], swapped[:, a] + swapped[:, b]
        with np.errstate(invalid="ignore"):
            wrong = ~whole & (before > 2 * SWAPPED_FAR) & (after < SWAPPED_GAIN * before)
        found += [
            _finding(Check.SWAPPED_SIDES, poses, row, (a, b), before[row] / 2, category_id)
            for row in _rows(wrong)
        ]
    return found


def duplicate_instances(poses: PoseSet, category_id: int = 0) -> list[Finding]:
    """Instances that lie on another one of the same image; the later of the two is named."""
    found = []
    order = np.argsort(poses.image_ids, kind="stable")
    ids, starts = np.unique(poses.image_ids[order], return_index=True)
    _, sides = poses.frames()
    for group in np.split(order, starts[1:]) if len(ids) else ():
        for place, row in enumerate(group[1:], start=1):
            others = group[:place]
            apart = mean_known(np.linalg.norm(poses.points[others] - poses.points[row], axis=2))
            shared = (poses.labeled[others] & poses.labeled[row]).sum(axis=1)
            same = (shared >= min(3, len(poses.category))) & (apart < SAME_INSTANCE * sides[row])
            if same.any():
                found.append(
                    _finding(Check.DUPLICATE_INSTANCE, poses, int(row), (), apart[same].min(), category_id)
                )
    return found


def duplicate_points(poses: PoseSet, category_id: int = 0) -> list[Finding]:
    """Two keypoints of an instance at the same place; the two of a pair may be, seen from the side."""
    found = []
    _, sides = poses.frames()
    count = len(poses.category)
    pairs = {frozenset(pair) for pair in poses.category.pairs}
    for a in range(count):
        apart = np.linalg.norm(poses.points[:, a + 1 :] - poses.points[:, a : a + 1], axis=2)
        with np.errstate(invalid="ignore"):
            rows, others = np.nonzero(apart < np.maximum(SAME_POINT * sides, 0.5)[:, None])
        found += [
            _finding(
                Check.DUPLICATE_POINT,
                poses,
                int(row),
                (a, a + 1 + int(other)),
                apart[row, other],
                category_id,
            )
            for row, other in zip(rows, others, strict=True)
            if frozenset((a, a + 1 + int(other))) not in pairs
        ]
    return found


def collapsed_pairs(poses: PoseSet, statistics: PoseStatistics, category_id: int = 0) -> list[Finding]:
    """Left and right at one place, though they usually are apart."""
    gaps = pair_gaps(poses.normalised(), poses.category)
    with np.errstate(invalid="ignore"):
        rows, pairs = np.nonzero((statistics.gap > USUAL_GAP) & (gaps < COLLAPSED * statistics.gap))
    return [
        _finding(
            Check.DUPLICATE_POINT,
            poses,
            int(row),
            tuple(sorted(poses.category.pairs[pair])),
            float(gaps[row, pair]),
            category_id,
        )
        for row, pair in zip(rows, pairs, strict=True)
    ]


def outside(poses: PoseSet, category_id: int = 0) -> list[Finding]:
    """Points outside of the image, or more than a pixel outside of the box that was drawn."""
    x, y = poses.points[..., 0], poses.points[..., 1]
    height, width = (poses.image_hw[:, axis, None] for axis in (0, 1))
    x1, y1, x2, y2 = (poses.boxes[:, edge, None] for edge in range(4))
    with np.errstate(invalid="ignore"):
        image = np.maximum.reduce((-x, -y, x - width, y - height))
        box = np.maximum.reduce((x1 - x, y1 - y, x - x2, y - y2))
        beyond_image, beyond_box = image > 0.01, (box > 1.0) & ~(image > 0.01)
    return [
        _finding(check, poses, int(row), (int(keypoint),), far[row, keypoint], category_id)
        for check, where, far in (
            (Check.OUTSIDE_IMAGE, beyond_image, image),
            (Check.OUTSIDE_BOX, beyond_box, box),
        )
        for row, keypoint in zip(*np.nonzero(where), strict=True)
    ]


def improbable_limbs(poses: PoseSet, statistics: PoseStatistics, category_id: int = 0) -> list[Finding]:
    """Limbs whose length is far from the set's; the value says how many times as long as usual."""
    points = poses.normalised()
    far = statistics.unusual_limbs(points)
    with np.errstate(invalid="ignore"):
        rows, edges = np.nonzero(np.abs(far) > LIMB_FAR)
    return [
        _finding(
            Check.LIMB_LENGTH,
            poses,
            int(row),
            tuple(sorted(poses.category.edges[edge])),
            float(np.exp(far[row, edge] * statistics.limb_spread[edge])),
            category_id,
        )
        for row, edge in zip(rows, edges, strict=True)
    ]


def missing_points(poses: PoseSet, statistics: PoseStatistics, category_id: int = 0) -> list[Finding]:
    """Keypoints in accepted images that nobody placed nor said to be absent, though nearly all others have
    them."""
    open_ = ~poses.labeled & (poses.origins == Origin.NONE) & poses.reviewed[:, None]
    open_ &= np.logical_or.reduce(poses.labeled, axis=1)[:, None] & (statistics.presence >= USUAL)
    return [
        _finding(Check.MISSING_POINT, poses, int(row), (int(keypoint),), 0.0, category_id)
        for row, keypoint in zip(*np.nonzero(open_), strict=True)
    ]


def missing_instances(
    poses: PoseSet, images: Mapping[int, ImageState], occupied: frozenset[int], category_id: int = 0
) -> list[Finding]:
    """Images with fewer objects than nearly all accepted images have; the value is how many are missing."""
    counts: dict[int, int] = {}
    for image_id in poses.image_ids.tolist():
        counts[image_id] = counts.get(image_id, 0) + 1
    mine = {
        image_id: counts.get(image_id, 0)
        for image_id, state in images.items()
        if state not in (ImageState.UNTOUCHED, ImageState.REJECTED)
        and (image_id in counts or image_id not in occupied)
    }
    accepted = [count for image_id, count in mine.items() if images[image_id] is ImageState.REVIEWED]
    if len(accepted) < ENOUGH:
        return []
    usual = max(set(accepted), key=accepted.count)
    if accepted.count(usual) < USUAL * len(accepted):
        return []
    return [
        Finding(Check.MISSING_INSTANCE, category_id, image_id, None, (), float(usual - count))
        for image_id, count in mine.items()
        if count < usual
    ]


def low_scores(poses: PoseSet, category_id: int = 0) -> list[Finding]:
    """The model's least certain point of each instance, where its score is low and no person moved it."""
    model = (poses.origins == Origin.MODEL) & poses.labeled & np.isfinite(poses.scores)
    scores = np.where(model, poses.scores, np.inf)
    if not scores.size:
        return []
    worst = scores.argmin(axis=1)
    least = scores[np.arange(len(scores)), worst]
    return [
        _finding(Check.LOW_SCORE, poses, row, (int(worst[row]),), least[row], category_id)
        for row in _rows(least < LOW_SCORE)
    ]


def _rows(mask: NDArray[np.bool_]) -> Iterable[int]:
    return (int(row) for row in np.flatnonzero(mask))


def _finding(
    check: Check, poses: PoseSet, row: int, keypoints: tuple[int, ...], value: float, category_id: int
) -> Finding:
    image_id, instance_id = int(poses.image_ids[row]), int(poses.instance_ids[row])
    return Finding(check, category_id, image_id, instance_id, keypoints, float(value))
