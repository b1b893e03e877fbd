"""Many instances of one category as arrays, and simple statistics of how they usually look.

Positions are compared in the frame of each instance: the origin in the centre of its box, the longer side
of the box as the unit. Nothing is rotated. An animal that faces the other way is turned round first:
mirrored, with left and right exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, Origin

Floats = NDArray[np.float64]

ENOUGH = 5
"""Instances that people have looked at, before anything is called unusual."""
_LEAST_SPREAD = 0.02  # of the longer side: people do not click more exactly than this on small objects
_LEAST_LIMB_SPREAD = 0.08  # of a limb's length, as a natural logarithm
_UNUSUAL_SIDES = 10.0  # spreads; more says no more of the sides
_ROUNDS = 4
_FAR, _FAR_IN_FRAME = 10.0, 0.5  # beyond it a point counts no more, in spreads and in the frame
_RAYLEIGH_MEDIAN = 1.1774  # median distance from the centre of a round normal distribution with spread 1
_NORMAL_MAD = 1.4826


@dataclass(frozen=True, slots=True, eq=False)
class PoseSet:
    """M instances of one category with N keypoints; image coordinates.

    Attributes:
        category: Names, edges, pairs.
        instance_ids: (M,) int64.
        image_ids: (M,) int64.
        image_hw: (M, 2) float64, height and width; NaN where not known.
        reviewed: (M,) bool, whether a person has accepted the image.
        points: (M, N, 2) float64, NaN where not labelled.
        origins: (M, N) int8, values of `Origin`.
        scores: (M, N) float64, NaN where no model spoke.
        boxes: (M, 4) float64, x1 y1 x2 y2; NaN where nobody drew one.
        apart: (M, N) float64, how far apart words and clicks see the keypoint, as a part of the
            region's longer side; NaN where not known.
    """

    category: Category
    instance_ids: NDArray[np.int64]
    image_ids: NDArray[np.int64]
    image_hw: Floats
    reviewed: NDArray[np.bool_]
    points: Floats
    origins: NDArray[np.int8]
    scores: Floats
    boxes: Floats
    apart: Floats

    def __len__(self) -> int:
        return len(self.instance_ids)

    @property
    def labeled(self) -> NDArray[np.bool_]:
        """(M, N) which keypoints have a position."""
        return cast("NDArray[np.bool_]", np.isfinite(self.points).all(axis=2))

    @property
    def trusted(self) -> NDArray[np.bool_]:
        """(M,) which instances people have looked at: accepted, or placed by hand from the first to the last
        point."""
        labeled = self.labeled
        human = np.equal(self.origins, Origin.HUMAN)
        by_hand = np.logical_and.reduce(np.logical_or(~labeled, human), axis=1)
        anything = np.logical_or.reduce(labeled, axis=1)
        return np.logical_and(anything, np.logical_or(self.reviewed, by_hand))

    def frames(self) -> tuple[Floats, Floats]:
        """(M, 2) centres and (M,) longer sides of the boxes, else around the points; at least 1 px."""
        low = np.where(np.isfinite(self.points), self.points, np.inf).min(axis=1)
        high = np.where(np.isfinite(self.points), self.points, -np.inf).max(axis=1)
        drawn = np.asarray(np.isfinite(self.boxes).all(axis=1, keepdims=True))
        low = np.where(drawn, self.boxes[:, :2], np.where(np.isfinite(low), low, 0.0))
        high = np.where(drawn, self.boxes[:, 2:], np.where(np.isfinite(high), high, 0.0))
        return (low + high) / 2, np.maximum((high - low).max(axis=1), 1.0)

    def normalised(self) -> Floats:
        """(M, N, 2) points in the frame of their instance."""
        centres, sides = self.frames()
        return (self.points - centres[:, None]) / sides[:, None, None]


@dataclass(frozen=True, slots=True, eq=False)
class PoseStatistics:
    """How the instances of a category usually look.

    Attributes:
        category: Of N keypoints, E edges and P pairs.
        count: Instances that were counted.
        centre: (N, 2) where each keypoint usually is, in the frame; NaN where too few had it.
        spread: (N,) how far from there it usually is.
        limb: (E,) logarithm of each edge's usual length in the frame; NaN where too few had it.
        limb_spread: (E,) how far from that it usually is.
        gap: (P,) usual distance of the two ends of each pair, in the frame.
        presence: (N,) share of the instances that have the keypoint.
    """

    category: Category
    count: int
    centre: Floats
    spread: Floats
    limb: Floats
    limb_spread: Floats
    gap: Floats
    presence: Floats

    @classmethod
    def of(cls, poses: PoseSet) -> PoseStatistics | None:
        """Of the trusted instances of a set; None where there are fewer than `ENOUGH`."""
        trusted = poses.trusted
        if int(trusted.sum()) < ENOUGH:
            return None
        points = poses.normalised()[trusted]
        category = poses.category
        centre = _columns_median(points[:1])
        for _ in range(_ROUNDS):
            centre = _columns_median(_turned(points, centre, category))
        points = _turned(points, centre, category)
        distance = np.linalg.norm(points - centre, axis=2)
        spread = np.maximum(_columns_median(distance) / _RAYLEIGH_MEDIAN, _LEAST_SPREAD)
        lengths = limb_lengths(points, category)
        limb = _columns_median(lengths)
        limb_spread = np.maximum(_columns_median(np.abs(lengths - limb)) * _NORMAL_MAD, _LEAST_LIMB_SPREAD)
        labeled = np.isfinite(points).all(axis=2)
        return cls(
            category,
            int(trusted.sum()),
            centre,
            spread,
            limb,
            limb_spread,
            _columns_median(pair_gaps(points, category)),
            labeled.mean(axis=0),
        )

    def unusual(self, points: Floats) -> Floats:
        """(M, N) how many spreads each of (M, N, 2) points in the frame is from its place; NaN unknown."""
        turn = _is_turned(points, self.centre, self.category, self.spread)
        order = list(self.category.flip_permutation)
        straight, turned = (
            np.linalg.norm(p - self.centre, axis=2) / self.spread
            for p in (points, mirrored(points, self.category))
        )
        # in the mirror the left eye is compared with the place of the right one
        return np.asarray(np.where(turn[:, None], turned[:, order], straight))

    def unusual_sides(self, points: Floats) -> tuple[Floats, Floats]:
        """(M,) how many spreads the paired ones of (M, N, 2) points in the frame are from their places on
        average, as they are and with left and right exchanged; for a category that has pairs."""
        paired = np.array(self.category.pairs).T.reshape(-1)
        now, then = (
            mean_known(np.minimum(self.unusual(one)[:, paired], _UNUSUAL_SIDES))
            for one in (points, exchanged(points, self.category))
        )
        return now, then

    def unusual_limbs(self, points: Floats) -> Floats:
        """(M, E) how many spreads each limb is longer (or, negative, shorter) than usual; NaN unknown."""
        turn = _is_turned(points, self.centre, self.category, self.spread)
        partner = _mirrored_edges(self.category)
        limb, spread = (
            np.where(turn[:, None], np.where(partner >= 0, values[partner], np.nan), values)
            for values in (self.limb, self.limb_spread)
        )
        return np.asarray((limb_lengths(points, self.category) - limb) / spread)


def _mirrored_edges(category: Category) -> NDArray[np.intp]:
    """(E,) for each edge the index of the edge that it is in a mirror; -1 where there is none."""
    order = category.flip_permutation
    known = {frozenset(edge): index for index, edge in enumerate(category.edges)}
    found = [known.get(frozenset((order[a], order[b])), -1) for a, b in category.edges]
    return np.array(found, dtype=np.intp)


def limb_lengths(points: Floats, category: Category) -> Floats:
    """(M, E) logarithms of the edges' lengths between (M, N, 2) points."""
    if not category.edges:
        return np.empty((len(points), 0))
    first, second = np.array(category.edges).T
    return np.asarray(np.log(np.maximum(np.linalg.norm(points[:, first] - points[:, second], axis=2), 1e-4)))


def pair_gaps(points: Floats, category: Category) -> Floats:
    """(M, P) distances of the two ends of each pair between (M, N, 2) points."""
    if not category.pairs:
        return np.empty((len(points), 0))
    left, right = np.array(category.pairs).T
    return np.asarray(np.linalg.norm(points[:, left] - points[:, right], axis=2))


def exchanged(points: Floats, category: Category) -> Floats:
    """(M, N, 2) points with left and right exchanged by name, everything where it is."""
    return points[:, list(category.flip_permutation)]


def mirrored(points: Floats, category: Category) -> Floats:
    """(M, N, 2) points in the frame as they were if the object faced the other way."""
    return np.asarray(exchanged(points, category) * np.array((-1.0, 1.0)))


def _turned(points: Floats, centre: Floats, category: Category) -> Floats:
    """The points, mirrored where they then lie nearer to `centre`."""
    turn = _is_turned(points, centre, category, 1.0)
    return np.where(turn[:, None, None], mirrored(points, category), points)


def _is_turned(
    points: Floats, centre: Floats, category: Category, spread: Floats | float
) -> NDArray[np.bool_]:
    """(M,) whether the mirrored points lie nearer to `centre`."""
    other = mirrored(points, category)
    far, far_mirrored = (_mean_distance(p, centre, spread) for p in (points, other))
    return np.asarray(far_mirrored < far)


def _mean_distance(points: Floats, centre: Floats, spread: Floats | float) -> Floats:
    """(M,) mean distance of the known keypoints from the centres, single far points counting little."""
    most = _FAR if isinstance(spread, np.ndarray) else _FAR_IN_FRAME
    return mean_known(np.minimum(np.linalg.norm(points - centre, axis=2) / spread, most))


def mean_known(values: Floats) -> Floats:
    """(M,) means over what is not NaN of (M, N); 0 where nothing is known."""
    known = np.isfinite(values)
    return np.asarray(np.where(known, values, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1))


def _columns_median(values: NDArray[Any]) -> Floats:
    """Medians over the first axis, NaN left out; NaN where nothing is left. (np.nanmedian would warn.)"""
    flat = values.reshape(len(values), -1)
    found = np.full(flat.shape[1], np.nan)
    for column in range(flat.shape[1]):
        known = flat[np.isfinite(flat[:, column]), column]
        if len(known):
            found[column] = np.median(known)
    return found.reshape(values.shape[1:])
