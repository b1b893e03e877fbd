"""From heatmaps to points: the winning cell, the peak below the cell, and the score of a peak."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.model.peaks import highest_cells

_RADIUS = 3  # cells: the fit sees 7 x 7
_WEIGHT_SIGMA = 1.4
_NARROW_RADIUS, _NARROW_SIGMA = 1, 0.85  # near the border, where a wide window would be one-sided
_MAX_STEP = 1.0  # cells, in x and in y: the fitted top may lie in the neighbour of the winning cell


class Decode(StrEnum):
    """How a heatmap becomes a point."""

    ARGMAX = "argmax"
    """The centre of the winning cell, as the released models are evaluated."""
    SUBPIXEL = "subpixel"
    """The top of a paraboloid fitted around the winning cell."""


def decode_heatmaps(heatmaps: Tensor, method: Decode = Decode.SUBPIXEL) -> tuple[Tensor, Tensor]:
    """The place and height of each heatmap's maximum.

    Args:
        heatmaps: (B, N, H, W), any float type and any sign (cosines run from -1 to 1).
        method: Cell centre, or fitted below the cell. A maximum without a curved top has nothing to fit and
            gives its cell's centre with both.

    Returns:
        points: (B, N, 2) float32, x and y, normalised: -1 and 1 are the outer edges of the map.
        peaks: (B, N) float32, the value of the winning cell.
    """
    # argmax in float32: fp16 ties move the peak by a cell
    maps = heatmaps.float()
    height, width = maps.shape[-2:]
    column, row, peaks = highest_cells(maps)
    cells = torch.stack((column, row), dim=-1).float()
    if method is Decode.SUBPIXEL and min(height, width) >= 2 * _NARROW_RADIUS + 1:
        cells = cells + _step_to_top(maps.flatten(-2), column, row, (height, width))
    size = torch.tensor((width / 2, height / 2), dtype=torch.float32, device=maps.device)
    return ((cells + 0.5) / size - 1).clamp(-1.0, 1.0), peaks


def _step_to_top(maps: Tensor, column: Tensor, row: Tensor, size_hw: tuple[int, int]) -> Tensor:
    """(B, N, 2) x and y from the winning cell's centre to the fitted top, in cells; `maps` (B, N, H * W).

    A weighted least-squares paraboloid over 7 x 7 cells. Its normal equations are one fixed matrix for each
    place that the winning cell may have in the window: the window is moved to fit into the map.
    """
    height, width = size_hw
    radius = min(_RADIUS, (min(size_hw) - 1) // 2)
    side = 2 * radius + 1
    left, top = (column - radius).clamp(0, width - side), (row - radius).clamp(0, height - side)
    fit, offsets = _fit_matrices(radius, width, maps.device)
    around = maps.gather(-1, (top * width + left).unsqueeze(-1) + offsets)
    place = (row - top) * side + (column - left)
    gx, gy, cxx, cxy, cyy = (around.unsqueeze(-2) @ fit[place]).squeeze(-2).unbind(-1)
    determinant = cxx * cyy - cxy * cxy
    # a top curves down in every direction; the bound is far above float32 rounding of values around 1
    curved = (cxx < -1e-6) & (cyy < -1e-6) & (determinant > 1e-12)
    step = torch.stack((cxy * gy - cyy * gx, cxy * gx - cxx * gy), dim=-1) / determinant.unsqueeze(-1)
    return torch.where(curved.unsqueeze(-1), step.clamp(-_MAX_STEP, _MAX_STEP), 0.0)


@lru_cache(maxsize=32)
def _fit_matrices(radius: int, width: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """The fits for each place of the winning cell in its window, and where the window's cells are in the map.

    Returns:
        (side * side, side * side, 5): for each place, by rows, from the window's values to the slopes x, y
        and curvatures xx, xy, yy of the best paraboloid about the winning cell. In the middle it weighs the
        whole window; elsewhere, next to the map's border, only 3 x 3 cells count.
        (side * side,) int64: offsets of the window's cells in a flattened map of `width` columns.
    """
    side = 2 * radius + 1
    grid_y, grid_x = (a.ravel() for a in np.indices((side, side)))
    fits = []
    for row in range(side):
        for column in range(side):
            x, y = (grid_x - column).astype(np.float64), (grid_y - row).astype(np.float64)
            if row == column == radius:
                sigma, seen = _WEIGHT_SIGMA, np.ones(side * side)
            else:
                sigma = _NARROW_SIGMA
                near_x, near_y = (
                    np.clip(v, _NARROW_RADIUS, side - 1 - _NARROW_RADIUS) for v in (column, row)
                )
                seen = (abs(grid_x - near_x) <= _NARROW_RADIUS) & (abs(grid_y - near_y) <= _NARROW_RADIUS)
            weight = np.exp(-(x * x + y * y) / (4 * sigma**2)) * seen  # its square is what a residual costs
            basis = np.stack((np.ones_like(x), x, y, x * x / 2, x * y, y * y / 2), axis=1)
            fits.append((np.linalg.pinv(basis * weight[:, None]) * weight)[1:].T)
    with torch.inference_mode(False):  # what is kept must serve callers outside of it too
        return (
            torch.tensor(np.stack(fits), dtype=torch.float32, device=device),
            torch.tensor(grid_y * width + grid_x, device=device),
        )


def scores_of_peaks(
    peaks: NDArray[np.floating[Any]], knots: Sequence[tuple[float, float]] = ()
) -> NDArray[np.float64]:
    """(N,) scores in [0, 1] of raw heatmap maxima (N,).

    Args:
        knots: (peak, score) pairs of the model's calibration, peaks ascending: scores are linear between
            them and constant outside. Without any, the peak itself, clamped to [0, 1].
    """
    values = np.asarray(peaks, dtype=np.float64)
    if knots:
        at, score = np.asarray(knots, dtype=np.float64).T
        values = np.interp(values, at, score)
    return np.clip(values, 0.0, 1.0)
