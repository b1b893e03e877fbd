"""Where the keypoints of a category are drawn when nobody has placed them yet: a pure function."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 80
_WORK = 400_000
"""Pairs of points looked at in all rounds: hundreds of keypoints must not make typing wait."""
_WEAK = 1.6
"""How far apart neighbours in the list are held where no line joins them, in lengths of a line."""


def sketch(
    count: int, edges: Sequence[tuple[int, int]], pairs: Sequence[tuple[int, int]]
) -> NDArray[np.float64]:
    """Places for `count` keypoints, (N, 2) in [0, 1]: joined ones near each other, sides mirrored.

    Distances along the skeleton become distances on paper (stress majorisation), then each left-right pair
    is put at equal heights on both sides of one axis, the left one left. The same skeleton gives the same
    sketch.
    """
    if count < 2:
        return np.full((count, 2), 0.5)
    if not edges and not pairs:
        turn = 2 * np.pi * np.arange(count) / count - np.pi / 2
        return np.stack([np.cos(turn), np.sin(turn)], axis=1) * 0.5 + 0.5
    distance = _distances(count, edges)
    points = _start(count, pairs)
    for _ in range(max(4, min(_ROUNDS, _WORK // count**2))):
        step = points[:, None] - points[None]
        now = np.hypot(step[..., 0], step[..., 1])
        ratio = np.divide(distance, now, out=np.zeros_like(now), where=now > 1e-9)
        pull = -ratio
        np.fill_diagonal(pull, ratio.sum(axis=1) - np.diag(ratio))
        points = pull @ points / count
    points = _upright(points, pairs)
    low, high = points.min(axis=0), points.max(axis=0)
    size = float((high - low).max())
    if size < 1e-9:
        return np.full((count, 2), 0.5)
    return np.asarray((points - (low + high) / 2) / size + 0.5)


def _distances(count: int, edges: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    distance = np.full((count, count), np.inf)
    np.fill_diagonal(distance, 0)
    for a, b in edges:
        distance[a, b] = distance[b, a] = 1
    distance = _shortest(distance)
    # What no line reaches hangs on its neighbour in the list.
    for index in range(count - 1):
        if not np.isfinite(distance[index, index + 1]):
            distance[index, index + 1] = distance[index + 1, index] = _WEAK
    return _shortest(distance)


def _shortest(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    for middle in range(len(distance)):
        distance = np.minimum(distance, distance[:, middle, None] + distance[None, middle])
    return distance


def _start(count: int, pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    index = np.arange(count)
    # A little to the sides, unevenly: points on one line would stay on it.
    points = np.stack([0.3 * np.sin(2.4 * index), index * 0.5], axis=1)
    for left, right in pairs:
        height = (points[left, 1] + points[right, 1]) / 2
        points[left], points[right] = (-1 - 0.02 * left, height), (1 + 0.02 * left, height)
    return np.asarray(points)


def _upright(points: NDArray[np.float64], pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    if not pairs:
        across = np.linalg.svd(points - points.mean(axis=0))[2][1]  # the longest way runs downwards
    else:
        lefts, rights = (points[[pair[side] for pair in pairs]] for side in (0, 1))
        across = (rights - lefts).sum(axis=0)
        length = float(np.hypot(*across))
        across = across / length if length > 1e-9 else np.array((1.0, 0.0))
    turned = np.stack([points @ across, points @ np.array((-across[1], across[0]))], axis=1)
    if turned[0, 1] > turned[:, 1].mean():
        turned[:, 1] *= -1  # lists mostly begin at the head
    if not pairs:
        return turned
    ends = [end for pair in pairs for end in pair]
    axis = turned[ends, 0].mean()
    middle = np.setdiff1d(np.arange(len(points)), ends)
    turned[middle, 0] = axis + (turned[middle, 0] - axis) * 0.12
    for left, right in pairs:
        reach = max((turned[right, 0] - turned[left, 0]) / 2, 0.25)
        height = (turned[left, 1] + turned[right, 1]) / 2
        turned[left], turned[right] = (axis - reach, height), (axis + reach, height)
    return turned
