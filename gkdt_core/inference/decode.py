"""From heatmaps to points: the winning cell, the peak below the cell, and the score of a peak."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

# The share of the peak that every cell around it must reach for the fit to use logarithms. Below it a cell
# says more about the background than about the peak, and its logarithm would pull the fit away.
_LOG_FLOOR = 0.05
_MAX_STEP = 0.5  # cells: a refined point stays in the winning cell


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
        method: Cell centre, or fitted below the cell. A maximum at the border of the map, or one without a
            curved top, has nothing to fit and gives its cell's centre with both.

    Returns:
        points: (B, N, 2) float32, x and y, normalised: -1 and 1 are the outer edges of the map.
        peaks: (B, N) float32, the value of the winning cell.
    """
    # argmax in float32: fp16 ties move the peak by a cell
    maps = heatmaps.float()
    height, width = maps.shape[-2:]
    peaks, flat = maps.flatten(-2).max(dim=-1)
    column, row = flat % width, flat // width
    cells = torch.stack((column, row), dim=-1).float()
    if method is Decode.SUBPIXEL:
        cells = cells + _step_to_top(maps, column, row, peaks)
    size = torch.tensor((width, height), dtype=torch.float32, device=maps.device)
    return ((cells + 0.5) / size - 0.5) * 2, peaks


def _step_to_top(maps: Tensor, column: Tensor, row: Tensor, peaks: Tensor) -> Tensor:
    """(B, N, 2) x and y from the winning cell's centre to the fitted top, in cells.

    A weighted least-squares paraboloid over the 3 x 3 cells: its normal equations are one fixed 5 x 9 matrix,
    which smooths (each slope and curvature averages three rows) and differentiates in one product. Where the
    neighbourhood is positive the fit is on logarithms, exact for a Gaussian; a cosine map near or below zero
    is fitted as it is.
    """
    height, width = maps.shape[-2:]
    if height < 3 or width < 3:
        return torch.zeros((*peaks.shape, 2), device=maps.device)
    inside = (column > 0) & (column < width - 1) & (row > 0) & (row < height - 1)
    grid = torch.arange(-1, 2, device=maps.device)
    dy, dx = (axis.flatten() for axis in torch.meshgrid(grid, grid, indexing="ij"))
    centre = row.clamp(1, height - 2) * width + column.clamp(1, width - 2)
    around = maps.flatten(-2).gather(-1, centre.unsqueeze(-1) + dy * width + dx)
    lowest = around.amin(dim=-1, keepdim=True)
    top = peaks.unsqueeze(-1)
    use_log = (top > 0) & (lowest > _LOG_FLOOR * top)
    values = torch.where(use_log, around.clamp_min(torch.finfo(torch.float32).tiny).log(), around)
    gx, gy, cxx, cxy, cyy = torch.einsum("bnk,fk->fbn", values, _fit_matrix(maps.device))
    determinant = cxx * cyy - cxy * cxy
    # a top curves down in every direction; the bound is far above float32 rounding of values around 1
    curved = inside & (cxx < -1e-6) & (cyy < -1e-6) & (determinant > 1e-12)
    safe = torch.where(curved, determinant, torch.ones_like(determinant))
    step = torch.stack((cxy * gy - cyy * gx, cxy * gx - cxx * gy), dim=-1) / safe.unsqueeze(-1)
    step = step.clamp(-_MAX_STEP, _MAX_STEP)
    return torch.where(curved.unsqueeze(-1), step, torch.zeros_like(step))


def _fit_matrix(device: torch.device) -> Tensor:
    """(5, 9): slopes x, y and curvatures xx, xy, yy of the best paraboloid through 3 x 3 values, by rows."""
    axis = np.array((-1.0, 0.0, 1.0))
    y, x = (a.ravel() for a in np.meshgrid(axis, axis, indexing="ij"))
    basis = np.stack((np.ones(9), x, y, x * x / 2, x * y, y * y / 2), axis=1)
    weight = np.sqrt(np.outer((1.0, 2.0, 1.0), (1.0, 2.0, 1.0)).ravel())  # near cells count more
    solution = np.linalg.pinv(basis * weight[:, None]) * weight
    return torch.tensor(solution[1:], dtype=torch.float32, device=device)


def scores_of_peaks(
    peaks: NDArray[np.float32], knots: Sequence[tuple[float, float]] = ()
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
