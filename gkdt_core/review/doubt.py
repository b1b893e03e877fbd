"""How much each of the model's points is to be doubted: what a person should look at first.

Four things that know little of each other speak about a point: its calibrated score, whether the two sides
of the object fit the set better exchanged, how far apart words and clicks see it, and how far it is from
where such a point usually is. Each gives the chance that the point is wrong by its own light; the doubt is
the chance that any of them is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Origin
from gkdt_core.review.checks import COLLAPSED, USUAL_GAP
from gkdt_core.review.poses import PoseSet, PoseStatistics, pair_gaps

MOST = 0.6
"""What a single suspicion beside the score weighs at most."""
APART = (0.05, 0.3)
"""Distance of the peaks of words and clicks, as a part of the region: harmless up to the first,
full at the second."""
UNUSUAL = (2.5, 6.0)
"""Spreads from the usual place, likewise."""
SIDES = (0.5, 2.0)
"""Spreads that exchanging left and right would win, likewise."""


class Reason(StrEnum):
    """What speaks most against a point."""

    SCORE = "score"
    SIDES = "sides"
    APART = "apart"
    UNUSUAL = "unusual"


REASONS = tuple(Reason)


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """For each instance of a `PoseSet`.

    Attributes:
        doubt: (M, N) float64 in [0, 1]; NaN where the point is not the model's.
        reasons: (M, N) int8, index into `REASONS` of what speaks most against the point.
    """

    doubt: NDArray[np.float64]
    reasons: NDArray[np.int8]

    def worst(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """(M,) the doubt of each instance's most doubtful point (NaN without any), and (M,) which it is."""
        if not self.doubt.shape[1] or not len(self.doubt):
            return np.full(len(self.doubt), np.nan), np.zeros(len(self.doubt), np.int64)
        filled = np.where(np.isnan(self.doubt), -1.0, self.doubt)
        which = filled.argmax(axis=1)
        most = filled[np.arange(len(filled)), which]
        return np.where(most < 0, np.nan, most), which


def doubts(poses: PoseSet, statistics: PoseStatistics | None) -> Doubts:
    """How much each model point of `poses` is to be doubted.

    Args:
        poses: The instances.
        statistics: How they usually look; None while too few are known, then only scores and the distance of
            words and clicks speak.
    """
    model = (poses.origins == Origin.MODEL) & poses.labeled
    unusual = np.full(model.shape, np.nan) if statistics is None else statistics.unusual(poses.normalised())
    parts = [
        np.clip(1.0 - np.where(np.isfinite(poses.scores), poses.scores, 0.5), 0.0, 1.0),
        _sides(poses, statistics),
        MOST * _ramp(poses.apart, APART),
        MOST * _ramp(unusual, UNUSUAL),
    ]
    stacked = np.stack(parts)
    together = 1.0 - np.prod(1.0 - stacked, axis=0)
    # what the score alone says is the measure of the others: half of it, so that a suspicion is named as such
    stacked[0] *= 0.5
    return Doubts(np.where(model, together, np.nan), stacked.argmax(axis=0).astype(np.int8))


def _sides(poses: PoseSet, statistics: PoseStatistics | None) -> NDArray[np.float64]:
    """(M, N) what the two sides say against the keypoints of pairs."""
    found = np.zeros(poses.points.shape[:2])
    if statistics is None or not poses.category.pairs or not len(poses):
        return found
    points = poses.normalised()
    left, right = np.array(poses.category.pairs).T
    paired = np.concatenate((left, right))
    now, then = statistics.unusual_sides(points)
    found[:, paired] = MOST * _ramp(now - then, SIDES)[:, None]
    gaps = pair_gaps(points, poses.category)
    with np.errstate(invalid="ignore"):
        collapsed = (statistics.gap > USUAL_GAP) & (gaps < COLLAPSED * statistics.gap)
    for ends in (left, right):
        found[:, ends] = np.maximum(found[:, ends], MOST * collapsed)
    return found


def _ramp(values: NDArray[np.float64], ends: tuple[float, float]) -> NDArray[np.float64]:
    """0 up to the first end, 1 from the second, linear between; 0 where unknown."""
    known = np.where(np.isfinite(values), values, ends[0])
    return np.clip((known - ends[0]) / (ends[1] - ends[0]), 0.0, 1.0)
