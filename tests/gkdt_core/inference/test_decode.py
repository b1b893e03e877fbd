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


def border_centres(count: int, seed: int) -> torch.Tensor:
    """Places within two cells of one of the four sides."""
    generator = torch.Generator().manual_seed(seed)
    centres = random_centres(count, seed, margin=0.5)
    near = 0.5 + 1.5 * torch.rand(count, generator=generator)
    height, width = SIZE_HW
    for side, (axis, place) in enumerate(((0, near), (0, width - near), (1, near), (1, height - near))):
        centres[side::4, axis] = place[side::4]
    return centres


def noisy(maps: torch.Tensor, seed: int) -> torch.Tensor:
    return torch.randn(maps.shape, generator=torch.Generator().manual_seed(seed))


def in_cells(points: torch.Tensor) -> torch.Tensor:
    height, width = SIZE_HW
    return (points / 2 + 0.5) * torch.tensor((width, height))


@pytest.mark.parametrize("noise", [0.0, 0.01], ids=["clean", "noisy"])
@pytest.mark.parametrize("sigma", [0.8, 1.0, 1.5, 2.5, 3.5])
@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-0.3, 0.9), (0.3, 0.7), (-0.9, -0.1)], ids=str)
def test_subpixel_finds_a_gaussian_within_a_tenth_of_a_cell(
    sigma: float, low: float, high: float, noise: float
) -> None:
    centres = random_centres(200, seed=1)
    maps = gaussians(centres, sigma, low=low, high=high)
    maps = maps + noisy(maps, seed=3) * noise * (high - low)
    errors = (in_cells(decode_heatmaps(maps)[0])[0] - centres).norm(dim=-1)
    assert float(errors.mean()) <= 0.1


@pytest.mark.parametrize("sigma", [1.5, 2.5, 3.5])
@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-0.3, 0.9)], ids=str)
def test_subpixel_finds_a_gaussian_near_the_border_within_a_tenth_of_a_cell(
    sigma: float, low: float, high: float
) -> None:
    centres = border_centres(400, seed=6)
    errors = (in_cells(decode_heatmaps(gaussians(centres, sigma, low=low, high=high))[0])[0] - centres).norm(
        dim=-1
    )
    assert float(errors.mean()) <= 0.1


def test_subpixel_is_much_nearer_than_argmax_under_noise() -> None:
    centres = random_centres(300, seed=2)
    maps = gaussians(centres, 2.5)
    maps = maps + noisy(maps, seed=3) * 0.02
    errors = {m: (in_cells(decode_heatmaps(maps, m)[0])[0] - centres).norm(dim=-1).mean() for m in Decode}
    assert float(errors[Decode.SUBPIXEL]) <= 0.05
    assert float(errors[Decode.SUBPIXEL]) < float(errors[Decode.ARGMAX]) / 6


def test_of_equal_maxima_the_first_in_reading_order_wins() -> None:
    maps = torch.zeros((1, 1, *SIZE_HW))
    maps[0, 0, 30, 3] = maps[0, 0, 12, 40] = maps[0, 0, 12, 9] = 1.0
    assert in_cells(decode_heatmaps(maps, Decode.ARGMAX)[0])[0, 0].tolist() == pytest.approx((9.5, 12.5))


def test_argmax_gives_the_centre_of_the_winning_cell() -> None:
    maps = torch.full((1, 1, 96, 96), -0.5)
    maps[0, 0, 10, 70] = 0.25
    points, peaks = decode_heatmaps(maps, Decode.ARGMAX)
    expected = (((70 + 0.5) / 96 - 0.5) * 2, ((10 + 0.5) / 96 - 0.5) * 2)
    assert points[0, 0].tolist() == pytest.approx(expected, abs=1e-6)
    assert peaks.tolist() == [[0.25]]


@pytest.mark.parametrize("cell", [(0, 0), (0, 30), (47, 63), (20, 63), (47, 5)])
def test_a_lone_cell_at_the_border_is_its_own_top(cell: tuple[int, int]) -> None:
    row, column = cell
    maps = torch.zeros((1, 1, *SIZE_HW))
    maps[0, 0, row, column] = 1.0
    x, y = in_cells(decode_heatmaps(maps)[0])[0, 0].tolist()
    assert (x, y) == pytest.approx((column + 0.5, row + 0.5), abs=0.51)
    assert 0 <= x <= SIZE_HW[1]
    assert 0 <= y <= SIZE_HW[0]


@pytest.mark.parametrize("value", [0.0, -0.7, 0.4])
def test_a_flat_map_has_a_finite_answer(value: float) -> None:
    points, peaks = decode_heatmaps(torch.full((2, 3, *SIZE_HW), value))
    assert bool(torch.isfinite(points).all())
    assert peaks.flatten().tolist() == pytest.approx([value] * 6)


def test_on_a_plateau_the_point_stays_next_to_the_winning_cell() -> None:
    maps = torch.zeros((1, 1, *SIZE_HW))
    maps[0, 0, 20, 20:40] = 1.0
    points, _ = decode_heatmaps(maps)
    x, y = in_cells(points)[0, 0].tolist()
    assert 19.5 <= x <= 21.5
    assert y == pytest.approx(20.5, abs=1e-4)


def test_the_fit_serves_callers_who_want_gradients_after_one_in_inference_mode() -> None:
    with torch.inference_mode():
        decode_heatmaps(gaussians(random_centres(3, seed=7), 2.0))
    maps = gaussians(random_centres(3, seed=7), 2.0).requires_grad_()
    decode_heatmaps(maps)[0].sum().backward()
    assert maps.grad is not None
    assert bool(maps.grad.abs().sum() > 0)


@pytest.mark.parametrize("shape", [(3, 3), (4, 9), (6, 5)])
def test_small_maps_are_fitted_in_the_window_they_have(shape: tuple[int, int]) -> None:
    height, width = shape
    y, x = torch.meshgrid(torch.arange(height) + 0.5, torch.arange(width) + 0.5, indexing="ij")
    maps = torch.exp(-((x - 1.7) ** 2 + (y - 1.6) ** 2) / 2)[None, None]
    found = (decode_heatmaps(maps)[0] / 2 + 0.5) * torch.tensor((width, height))
    assert found[0, 0].tolist() == pytest.approx((1.7, 1.6), abs=0.1)


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
