"""What is under the mouse: pure functions over arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_PREFERENCE = 0.5
"""The preferred point counts as this much nearer: of two points on one place the selected one is grabbed."""


def nearest_keypoint(
    points: NDArray[np.float64], xy: tuple[float, float], radius: float, preferred: int | None = None
) -> int | None:
    """The row of `points` nearest to `xy`, or None if none is within `radius`.

    Args:
        points: (P, 2), NaN where there is no point; any space, the same as `xy` and `radius`.
        xy: Where to look.
        radius: How far a point may be; on it counts as within.
        preferred: A row that wins over others somewhat nearer.
    """
    if len(points) == 0:
        return None
    distance = np.hypot(points[:, 0] - xy[0], points[:, 1] - xy[1])
    distance = np.where(distance <= radius, distance, np.inf)  # NaN compares false, so it goes too
    if preferred is not None:
        distance[preferred] *= _PREFERENCE
    row = int(np.argmin(distance))
    return row if np.isfinite(distance[row]) else None


def smallest_box(boxes: NDArray[np.float64], xy: tuple[float, float]) -> int | None:
    """The row of `boxes` (M, 4) xyxy with the least area that contains `xy`, NaN rows never; or None."""
    if len(boxes) == 0:
        return None
    x, y = xy
    inside = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
    area = np.where(inside, (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), np.inf)
    row = int(np.argmin(area))
    return row if inside[row] else None
