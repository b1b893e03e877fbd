"""The highest cells of heatmaps."""

from __future__ import annotations

from torch import Tensor


def highest_cells(maps: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The column, the row and the value (...) of the highest cell of each of maps (..., H, W)."""
    # rows first: torch finds the place of a maximum some eight times slower than its value
    peaks, row = maps.amax(dim=-1).max(dim=-1)
    winning_row = row[..., None, None].expand(*row.shape, 1, maps.shape[-1])
    column = maps.gather(-2, winning_row).squeeze(-2).argmax(dim=-1)
    return column, row, peaks
