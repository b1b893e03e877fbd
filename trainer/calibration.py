"""Scores that mean something: from a heatmap's peak to the chance that its point is right.

The knots are an isotonic regression (pool adjacent violators) of "right at PCK@0.05" on the peak, thinned to
a few bins, so that a higher peak never gets a lower score.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gkdt_core.errors import TrainingError

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
    """(M,) scores of (M,) peaks, piecewise linear between the knots and constant outside."""
    return np.interp(peaks, [k[0] for k in knots], [k[1] for k in knots])


def expected_calibration_error(scores: NDArray[np.float64], hits: NDArray[np.bool_], bins: int = 10) -> float:
    """Mean distance between score and hit rate over equal-width score bins, weighted by their size."""
    place = np.clip((scores * bins).astype(int), 0, bins - 1)
    error = 0.0
    for index in range(bins):
        inside = place == index
        if inside.any():
            error += abs(scores[inside].mean() - hits[inside].mean()) * inside.sum()
    return float(error / len(scores))
