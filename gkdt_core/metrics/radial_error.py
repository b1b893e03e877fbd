"""Radial errors of landmarks: the distance to the truth, in px, in percent of a length, in mm.

MRE is the mean radial error, SDR@z ("success detection rate") the share within z mm, "within" including z.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

SDR_MM = (2.0, 2.5, 3.0, 4.0)
"""The radii of the cephalometric challenges, mm."""


@dataclass(frozen=True, slots=True)
class ErrorSummary:
    """How far off some points are; NaN everywhere without any.

    Attributes:
        count: Of points.
        mean, deviation, median: Of their distances, in the unit these came in; the deviation is that of a
            sample, NaN for one point.
        within: For each radius asked for the share in [0, 1] of points at most that far off.
    """

    count: int
    mean: float
    deviation: float
    median: float
    within: tuple[float, ...] = ()


def radial_errors(
    predicted: FloatArray, truth: FloatArray, spacing_xy: FloatArray | None = None
) -> FloatArray:
    """(..., N) distances of predicted from true points (..., N, 2); in mm with a pixel spacing.

    Args:
        predicted: Image coordinates.
        truth: Image coordinates; NaN gives NaN.
        spacing_xy: mm per px across and down, (..., 1, 2) or what broadcasts to the points; None leaves px.
    """
    apart = predicted - truth
    return np.asarray(np.linalg.norm(apart if spacing_xy is None else apart * spacing_xy, axis=-1))


def summarize_errors(distances: FloatArray, radii: Sequence[float] = ()) -> ErrorSummary:
    """The summary of (M,) distances; NaN among them are left out."""
    known = distances[np.isfinite(distances)]
    if not len(known):
        nan = float("nan")
        return ErrorSummary(0, nan, nan, nan, tuple(nan for _ in radii))
    return ErrorSummary(
        len(known),
        float(known.mean()),
        float(known.std(ddof=1)) if len(known) > 1 else float("nan"),
        float(np.median(known)),
        tuple(float((known <= radius).mean()) for radius in radii),
    )


def observer_distances(readings: Sequence[FloatArray]) -> FloatArray:
    """(N,) the mean distance between two observers' points, over every pair of them; NaN where fewer than
    two marked the keypoint.

    Args:
        readings: For each observer (N, 2) in px; NaN where not marked.
    """
    pairs = [
        radial_errors(a, b) for index, a in enumerate(readings) for b in readings[index + 1 :]
    ]  # for two observers, their one distance
    if not pairs:
        return np.full(len(readings[0]) if readings else 0, np.nan)
    stacked = np.stack(pairs)
    known = np.isfinite(stacked)
    total = np.where(known, stacked, 0.0).sum(axis=0)
    return np.where(known.any(axis=0), total / np.maximum(known.sum(axis=0), 1), np.nan)
