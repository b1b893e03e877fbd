"""PCK: the share of keypoints within a distance of the truth (gkdt.md section 9)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BoolArray = NDArray[np.bool_]
FloatArray = NDArray[np.float64]


def correct_keypoints(
    predicted: FloatArray, truth: FloatArray, longer_side: FloatArray, threshold: float
) -> BoolArray:
    """Which keypoints are right: distance at most `threshold` times the longer side of the object's box.

    Args:
        predicted: (M, N, 2) image coordinates; NaN counts as wrong.
        truth: (M, N, 2) image coordinates.
        longer_side: (M,) px, of the ground-truth boxes.
        threshold: As a share of the longer side.

    Returns:
        (M, N).
    """
    distance = np.linalg.norm(predicted - truth, axis=-1)
    return np.asarray(distance <= threshold * longer_side[:, None])


def pck(
    predicted: FloatArray,
    truth: FloatArray,
    counted: BoolArray,
    longer_side: FloatArray,
    threshold: float,
) -> float:
    """The share in [0, 1] of the `counted` (M, N) keypoints that are right; NaN when none is counted."""
    right = correct_keypoints(predicted, truth, longer_side, threshold)
    return float(right[counted].mean()) if counted.any() else float("nan")
