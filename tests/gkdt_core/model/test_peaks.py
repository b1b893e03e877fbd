"""The highest cells of heatmaps."""

from __future__ import annotations

import torch

from gkdt_core.model.peaks import highest_cells


def test_the_highest_cell_is_the_one_of_the_whole_map() -> None:
    maps = torch.rand(2, 5, 7, 11, generator=torch.Generator().manual_seed(0))
    maps[1, 2] = -1 - maps[1, 2]  # cosines may all be negative
    column, row, peaks = highest_cells(maps)
    values, cells = maps.flatten(2).max(dim=2)
    assert torch.equal(row * 11 + column, cells)
    assert torch.equal(peaks, values)
