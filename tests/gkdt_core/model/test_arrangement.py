"""The arrangement of a support's points on other images."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from gkdt_core.model.arrangement import Arrangement, arranged

SCALE = 16.0
SQUARE = torch.tensor([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.4], [-0.5, 0.5], [0.0, 0.1]])


def bumps(places: Tensor, heights: Tensor | float, size: int = 64) -> Tensor:
    """(size, size) with a bump of cosine in the cell of each of (P, 2) places."""
    places = ((places + 1) / 2 * size).floor() + 0.5
    places = places / size * 2 - 1
    at = (torch.arange(size) + 0.5) / size * 2 - 1
    values = torch.zeros(size, size)
    for place, height in zip(places, torch.as_tensor(heights).expand(len(places)), strict=True):
        near = ((at - place[0]).square()[None, :] + (at - place[1]).square()[:, None]) / (2 * 0.06**2)
        values = torch.maximum(values, height * torch.exp(-near))
    return values


def peaks(maps: Tensor) -> Tensor:
    """(..., 2) normalised centres of the winning cells of (..., H, W)."""
    size = maps.shape[-1]
    cell = maps.flatten(-2).argmax(dim=-1)
    return (torch.stack((cell % size, cell // size), dim=-1) + 0.5) / size * 2 - 1


def ambiguous(places: Tensor, size: int = 64) -> Tensor:
    """Heatmaps (1, N, size, size) in which every keypoint looks alike: each is high at all places, and a
    little higher at its neighbour's than at its own."""
    count = len(places)
    maps = []
    for index in range(count):
        heights = torch.full((count,), 0.5)
        heights[(index + 1) % count] = 0.54
        maps.append(bumps(places, heights, size))
    return torch.stack(maps)[None]


def one_support(points: Tensor, marked: Tensor | None = None) -> Arrangement:
    return Arrangement(
        points[None], torch.ones(1, len(points), dtype=torch.bool) if marked is None else marked
    )


@pytest.mark.parametrize("size", [24, 32, 64])
def test_points_that_look_alike_are_told_apart_by_their_arrangement(size: int) -> None:
    turn = torch.tensor([[0.95, -0.17], [0.17, 0.95]])
    true = SQUARE @ turn.T * 0.85 + torch.tensor([0.12, -0.08])
    maps = ambiguous(true, size)
    assert (peaks(maps[0]) - true).norm(dim=1).min() > 0.3
    found = arranged(maps, one_support(SQUARE), strength=2.5, logit_scale=SCALE)
    assert (peaks(found[0]) - true).norm(dim=1).max() < 3 / size + 0.02


def test_a_mirrored_object_is_recognised_where_the_heatmaps_say_so_clearly() -> None:
    lopsided = torch.tensor([[-0.6, -0.5], [0.1, -0.5], [0.5, 0.4], [-0.5, 0.1], [0.0, 0.6], [0.2, 0.1]])
    true = lopsided * torch.tensor([-1.0, 1.0])
    maps = torch.stack([bumps(true[i : i + 1], 0.9) for i in range(6)])[None]
    maps[0, 3] = bumps(torch.stack([true[3], torch.tensor([-0.5, 0.1])]), torch.tensor([0.5, 0.53]))
    found = arranged(maps, one_support(lopsided), strength=2.5, logit_scale=SCALE)
    assert (peaks(found[0]) - true).norm(dim=1).max() < 0.06


def test_a_sure_heatmap_keeps_its_place_and_height_against_the_arrangement() -> None:
    places = SQUARE.clone()
    places[2] = torch.tensor([-0.1, 0.8])  # bent away
    maps = torch.stack([bumps(places[i : i + 1], 1.0) for i in range(5)])[None]
    found = arranged(maps, one_support(SQUARE), strength=2.5, logit_scale=SCALE)
    assert (peaks(found[0]) - places).norm(dim=1).max() < 0.03
    torch.testing.assert_close(found.amax(dim=(2, 3)), maps.amax(dim=(2, 3)), rtol=0, atol=0.03)


def test_heights_only_fall_and_the_expected_place_loses_nothing() -> None:
    maps = ambiguous(SQUARE * 0.9, 32)
    found = arranged(maps, one_support(SQUARE), strength=2.5, logit_scale=SCALE)
    loss = maps - found
    assert float(loss.min()) > -1e-6
    assert float(loss.amin(dim=(2, 3)).max()) < 0.03  # the cell nearest to it
    assert float(loss.max()) > 0.05


def test_images_of_a_batch_do_not_speak_to_each_other() -> None:
    generator = torch.Generator().manual_seed(1)
    maps = torch.rand(4, 5, 40, 40, generator=generator)
    two = Arrangement(torch.stack([SQUARE, SQUARE * 0.7]), torch.ones(2, 5, dtype=torch.bool))
    together = arranged(maps, two, strength=2.5, logit_scale=SCALE)
    alone = torch.cat([arranged(one[None], two, strength=2.5, logit_scale=SCALE) for one in maps])
    torch.testing.assert_close(together, alone, rtol=0, atol=1e-5)


def test_the_support_that_fits_is_the_one_that_counts() -> None:
    true = SQUARE * 0.8
    other = torch.stack([torch.linspace(-0.8, 0.8, 5), torch.linspace(-0.9, 0.9, 5).flip(0) ** 3], dim=1)
    pair = Arrangement(torch.stack([other, SQUARE]), torch.ones(2, 5, dtype=torch.bool))
    found = arranged(ambiguous(true), pair, strength=2.5, logit_scale=SCALE)
    assert (peaks(found[0]) - true).norm(dim=1).max() < 0.05
    wrong = arranged(ambiguous(true), one_support(other), strength=2.5, logit_scale=SCALE)
    assert (peaks(wrong[0]) - true).norm(dim=1).max() > 0.3


@pytest.mark.parametrize("marked", [0, 1, 2])
def test_too_few_marked_points_have_no_arrangement(marked: int) -> None:
    maps = torch.rand(2, 5, 16, 16, generator=torch.Generator().manual_seed(2))
    few = one_support(SQUARE, (torch.arange(5) < marked)[None])
    assert not few.is_telling
    assert arranged(maps, few, strength=2.5, logit_scale=SCALE) is maps
    assert arranged(maps, one_support(SQUARE), strength=0.0, logit_scale=SCALE) is maps


def test_a_keypoint_that_the_support_does_not_mark_stays_as_it_is() -> None:
    maps = torch.rand(1, 5, 16, 16, generator=torch.Generator().manual_seed(3))
    partly = one_support(SQUARE, torch.tensor([[True, True, False, True, True]]))
    found = arranged(maps, partly, strength=2.5, logit_scale=SCALE)
    assert torch.equal(found[:, 2], maps[:, 2])
    assert not torch.equal(found[:, 1], maps[:, 1])


def test_points_in_a_line_or_at_one_place_and_flat_maps_are_harmless() -> None:
    line = torch.stack([torch.linspace(-0.5, 0.5, 5), torch.zeros(5)], dim=1)
    for points in (line, torch.zeros(5, 2)):
        for maps in (torch.zeros(1, 5, 16, 16), ambiguous(SQUARE)):
            found = arranged(maps, one_support(points), strength=2.5, logit_scale=SCALE)
            assert np.isfinite(found.numpy()).all()
    half = arranged(ambiguous(SQUARE).half(), one_support(SQUARE), strength=2.5, logit_scale=SCALE)
    assert half.dtype == torch.float16
