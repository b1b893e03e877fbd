"""Points from heatmaps: accuracy below the cell, and the cases that have nothing to fit."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from gkdt_core.inference.decode import Decode, decode_heatmaps, scores_of_peaks

SIZE_HW = (48, 64)


def gaussians(centres_xy: torch.Tensor, sigma: float, *, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
    """(1, N, H, W) Gaussian bumps at `centres_xy` (N, 2), in cells from the outer corner of the map."""
    height, width = SIZE_HW
    x = torch.arange(width) + 0.5
    y = torch.arange(height) + 0.5
    dx2 = (x[None, None, :] - centres_xy[:, 0, None, None]) ** 2
    dy2 = (y[None, :, None] - centres_xy[:, 1, None, None]) ** 2
    return (low + (high - low) * torch.exp(-(dx2 + dy2) / (2 * sigma**2)))[None]


def random_centres(count: int, seed: int, margin: float = 4.0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    height, width = SIZE_HW
    room = torch.tensor((width - 2 * margin, height - 2 * margin))
    return torch.rand((count, 2), generator=generator) * room + margin


def in_cells(points: torch.Tensor) -> torch.Tensor:
    height, width = SIZE_HW
    return (points / 2 + 0.5) * torch.tensor((width, height))


@pytest.mark.parametrize("sigma", [1.0, 1.5, 2.5, 3.5])
@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-0.3, 0.9), (-0.9, -0.1)], ids=str)
def test_subpixel_finds_a_gaussian_within_a_tenth_of_a_cell(sigma: float, low: float, high: float) -> None:
    centres = random_centres(200, seed=1)
    points, _ = decode_heatmaps(gaussians(centres, sigma, low=low, high=high))
    errors = (in_cells(points)[0] - centres).norm(dim=-1)
    assert float(errors.mean()) <= 0.1


def test_subpixel_is_much_nearer_than_argmax_under_noise() -> None:
    centres = random_centres(300, seed=2)
    noise = torch.randn((1, 300, *SIZE_HW), generator=torch.Generator().manual_seed(3)) * 0.005
    maps = gaussians(centres, 2.5) + noise
    errors = {m: (in_cells(decode_heatmaps(maps, m)[0])[0] - centres).norm(dim=-1).mean() for m in Decode}
    assert float(errors[Decode.SUBPIXEL]) <= 0.1
    assert float(errors[Decode.SUBPIXEL]) < float(errors[Decode.ARGMAX]) / 3


def test_argmax_gives_the_centre_of_the_winning_cell() -> None:
    maps = torch.full((1, 1, 96, 96), -0.5)
    maps[0, 0, 10, 70] = 0.25
    points, peaks = decode_heatmaps(maps, Decode.ARGMAX)
    expected = (((70 + 0.5) / 96 - 0.5) * 2, ((10 + 0.5) / 96 - 0.5) * 2)
    assert points[0, 0].tolist() == pytest.approx(expected, abs=1e-6)
    assert peaks.tolist() == [[0.25]]


@pytest.mark.parametrize("cell", [(0, 0), (0, 30), (47, 63), (20, 63), (47, 5)])
def test_a_maximum_at_the_border_stays_at_its_cell(cell: tuple[int, int]) -> None:
    row, column = cell
    maps = gaussians(torch.tensor([[column + 0.5, row + 0.5]]), 2.0)
    assert torch.equal(*(decode_heatmaps(maps, method)[0] for method in Decode))


@pytest.mark.parametrize("value", [0.0, -0.7, 0.4])
def test_a_flat_map_has_a_finite_answer(value: float) -> None:
    points, peaks = decode_heatmaps(torch.full((2, 3, *SIZE_HW), value))
    assert bool(torch.isfinite(points).all())
    assert peaks.flatten().tolist() == pytest.approx([value] * 6)


def test_a_plateau_stays_inside_its_cell() -> None:
    maps = torch.zeros((1, 1, *SIZE_HW))
    maps[0, 0, 20, 20:25] = 1.0
    points, _ = decode_heatmaps(maps)
    x, y = in_cells(points)[0, 0].tolist()
    assert 20.0 <= x <= 21.0
    assert y == pytest.approx(20.5)


@pytest.mark.parametrize("shape", [(1, 1), (2, 2), (1, 8)])
def test_maps_too_small_for_a_fit_give_the_cell(shape: tuple[int, int]) -> None:
    maps = torch.rand((1, 2, *shape), generator=torch.Generator().manual_seed(0))
    assert torch.equal(*(decode_heatmaps(maps, method)[0] for method in Decode))


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_permuting_the_maps_permutes_the_points(order: list[int]) -> None:
    maps = gaussians(random_centres(6, seed=4), 2.0)
    points, peaks = decode_heatmaps(maps)
    moved_points, moved_peaks = decode_heatmaps(maps[:, order])
    assert torch.equal(moved_points, points[:, order])
    assert torch.equal(moved_peaks, peaks[:, order])


def test_half_precision_maps_are_decoded_in_single_precision() -> None:
    points, peaks = decode_heatmaps(gaussians(random_centres(5, seed=5), 3.0).half())
    assert points.dtype == peaks.dtype == torch.float32


def test_scores_without_calibration_are_peaks_clamped_to_the_unit_range() -> None:
    assert scores_of_peaks(np.array([-0.2, 0.3, 1.4], np.float32)) == pytest.approx([0.0, 0.3, 1.0])


def test_scores_with_calibration_are_linear_between_the_knots() -> None:
    knots = ((0.2, 0.0), (0.6, 0.5), (0.8, 0.9))
    scores = scores_of_peaks(np.array([0.0, 0.4, 0.7, 0.95], np.float32), knots)
    assert scores == pytest.approx([0.0, 0.25, 0.7, 0.9])
