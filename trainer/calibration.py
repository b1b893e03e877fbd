"""Scores that mean something: from a heatmap's peak to the chance that its point is right.

The knots are an isotonic regression (pool adjacent violators) of "right at PCK@0.05" on the peak, thinned to
a few bins, so that a higher peak never gets a lower score.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.errors import TrainingError
from gkdt_core.inference.decode import scores_of_peaks

CALIBRATED_THRESHOLD = 0.05
_BINS = 24
_FEWEST = 200

Knots = tuple[tuple[float, float], ...]


def fit_calibration(peaks: NDArray[np.float64], hits: NDArray[np.bool_]) -> Knots:
    """(peak, probability) knots, both ascending, of (M,) peaks and whether their points are right.

    Raises:
        TrainingError: Too few predictions to say anything.
    """
    if len(peaks) < _FEWEST:
        raise TrainingError(
            f"Scores cannot be calibrated on {len(peaks)} predictions.",
            hint=f"At least {_FEWEST} are needed.",
        )
    order = np.argsort(peaks)
    bins = [part for part in np.array_split(order, _BINS) if len(part)]
    blocks = [(float(peaks[part].mean()), float(hits[part].mean()), len(part)) for part in bins]
    merged: list[tuple[float, float, int]] = []
    for block in blocks:
        merged.append(block)
        while len(merged) > 1 and merged[-2][1] >= merged[-1][1]:
            (p1, h1, n1), (p2, h2, n2) = merged[-2:]
            total = n1 + n2
            merged[-2:] = [((p1 * n1 + p2 * n2) / total, (h1 * n1 + h2 * n2) / total, total)]
    return tuple((round(peak, 5), round(rate, 4)) for peak, rate, _ in merged)


def apply_calibration(peaks: NDArray[np.float64], knots: Knots) -> NDArray[np.float64]:
    """(M,) scores of (M,) peaks, as predictions give them: see `scores_of_peaks`."""
    return scores_of_peaks(peaks, knots)


@dataclass(frozen=True, slots=True)
class ScoreBin:
    """The predictions whose scores lie between two bounds.

    Attributes:
        low, high: The bounds; `high` belongs to the next bin, but 1 to the last.
        count: How many there are.
        score: Their mean score; NaN without any.
        right: Which share of them is right; NaN without any.
    """

    low: float
    high: float
    count: int
    score: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well scores tell the chance of being right.

    Attributes:
        count: Of predictions.
        error: The expected calibration error: the mean over predictions of the distance between the mean
            score and the share of right ones in their bin.
        bins: Of equal width, ascending.
    """

    count: int
    error: float
    bins: tuple[ScoreBin, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def reliability(scores: NDArray[np.float64], hits: NDArray[np.bool_], bins: int = 10) -> Reliability:
    """The reliability of (M,) scores in [0, 1] against (M,) whether their points are right."""
    place = np.clip((scores * bins).astype(int), 0, bins - 1)
    rows = []
    for index in range(bins):
        inside = place == index
        mean, right = (float(v[inside].mean()) if inside.any() else float("nan") for v in (scores, hits))
        rows.append(ScoreBin(index / bins, (index + 1) / bins, int(inside.sum()), mean, right))
    apart = sum(row.count * abs(row.score - row.right) for row in rows if row.count)
    return Reliability(len(scores), apart / len(scores) if len(scores) else float("nan"), tuple(rows))


def expected_calibration_error(scores: NDArray[np.float64], hits: NDArray[np.bool_], bins: int = 10) -> float:
    """Mean distance between score and hit rate over equal-width score bins, weighted by their size."""
    return reliability(scores, hits, bins).error
