"""The losses against the released numbers, and what they must not do."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from gkdt_core.model.gkdt import Heatmaps
from tests.shared_data import SHARED, needs_shared
from trainer.loss import EpisodeLoss, assignment_loss, mse_loss, spatial_ce_loss, target_heatmaps


@needs_shared
def test_the_mse_of_each_modality_and_episode_is_the_released_one() -> None:
    stored = np.load(SHARED / "parity" / "loss_and_pck.npz")

    def tensor(key: str) -> torch.Tensor:
        return torch.from_numpy(stored[key])

    parts = []
    for episode in range(2):
        targets = target_heatmaps(
            tensor("query_points")[episode],
            tensor("query_mask")[episode],
            size=96,
            input_size=384,
            sigma=14.0,
        )
        by_text = mse_loss(tensor("heatmaps_text")[episode], targets, tensor("text_mask")[episode, :, 0])
        by_sight = mse_loss(
            tensor("heatmaps_visual")[episode], targets, tensor("support_mask")[episode].sum(dim=0) > 0
        )
        assert float(by_text) == pytest.approx(float(stored[f"loss_text_{episode}"]), abs=1e-6)
        assert float(by_sight) == pytest.approx(float(stored[f"loss_visual_{episode}"]), abs=1e-6)
        parts += [by_text, by_sight]
    assert float(torch.stack(parts).mean()) == pytest.approx(float(stored["loss_total"]), abs=1e-6)


def _maps_with_peak(column: int, row: int, size: int = 16) -> torch.Tensor:
    maps = torch.zeros(1, 1, size, size)
    maps[0, 0, row, column] = 1.0
    return maps


def test_cross_entropy_is_lower_where_the_peak_is_at_the_keypoint() -> None:
    points = torch.tensor([[[(4 + 0.5) / 16 * 2 - 1, (9 + 0.5) / 16 * 2 - 1]]])
    seen, prompted = torch.ones(1, 1, dtype=torch.bool), torch.ones(1, dtype=torch.bool)
    scale = torch.tensor(2.7)
    right = spatial_ce_loss(_maps_with_peak(4, 9), points, seen, prompted, scale, 0.05)
    wrong = spatial_ce_loss(_maps_with_peak(9, 4), points, seen, prompted, scale, 0.05)
    assert float(right) < float(wrong) - 1


def test_keypoints_that_cannot_be_seen_or_are_not_prompted_do_not_change_the_cross_entropy() -> None:
    generator = torch.Generator().manual_seed(0)
    maps = torch.rand(2, 3, 8, 8, generator=generator)
    points = torch.rand(2, 3, 2, generator=generator) * 2 - 1
    seen = torch.tensor([[True, True, False], [True, False, True]])
    prompted = torch.tensor([True, True, False])
    value = spatial_ce_loss(maps, points, seen, prompted, torch.tensor(2.0), 0.1)
    changed = maps.clone()
    changed[:, 2] += 5
    changed[1, 1] -= 5
    assert float(spatial_ce_loss(changed, points, seen, prompted, torch.tensor(2.0), 0.1)) == float(value)


def test_an_episode_without_a_visible_keypoint_gives_zero_and_can_be_differentiated() -> None:
    maps = torch.rand(1, 2, 8, 8, requires_grad=True)
    none = torch.zeros(1, 2, dtype=torch.bool)
    value = spatial_ce_loss(maps, torch.zeros(1, 2, 2), none, torch.ones(2).bool(), torch.tensor(2.0), 0.1)
    value.backward()  # type: ignore[no-untyped-call]
    assert float(value.detach()) == 0.0


def test_targets_of_invisible_keypoints_are_all_zero() -> None:
    targets = target_heatmaps(
        torch.zeros(1, 2, 2), torch.tensor([[1.0, 0.0]]), size=24, input_size=96, sigma=4.0
    )
    assert 0.8 < float(targets[0, 0].max()) <= 1.0  # no cell centre lies on the point
    assert float(targets[0, 1].abs().max()) == 0.0


def test_without_negatives_a_keypoint_that_cannot_be_seen_does_not_count() -> None:
    generator = torch.Generator().manual_seed(0)
    maps = torch.rand(2, 3, 8, 8, generator=generator)
    points = torch.rand(2, 3, 2, generator=generator) * 2 - 1
    seen = torch.tensor([[True, True, False], [True, False, True]])
    heatmaps = Heatmaps(maps, None, maps, torch.ones(3, dtype=torch.bool))
    changed = maps.clone()
    changed[~seen] += 1
    other = Heatmaps(changed, None, changed, heatmaps.valid)
    with_negatives, without = (
        EpisodeLoss("mse", input_size=64, sigma=3.0, ce_sigma=2.0, negatives=negatives)
        for negatives in (True, False)
    )

    def value(loss: EpisodeLoss, of: Heatmaps) -> float:
        return float(loss(of, points, seen, text_valid=None, visual_valid=None))

    assert value(without, heatmaps) == pytest.approx(value(without, other))
    assert value(with_negatives, heatmaps) < value(with_negatives, other)


def test_the_cross_entropy_is_the_sum_over_cells_written_out() -> None:
    generator = torch.Generator().manual_seed(3)
    maps = torch.rand(1, 1, 6, 9, generator=generator, requires_grad=True)
    points, scale, sigma = torch.tensor([[[0.3, -0.6]]]), torch.tensor(2.0), 0.2
    seen = torch.ones(1, 1, dtype=torch.bool)
    found = spatial_ce_loss(maps, points, seen, seen[0], scale, sigma)
    ys = (torch.arange(6) + 0.5) / 6 * 2 - 1
    xs = (torch.arange(9) + 0.5) / 9 * 2 - 1
    weight = torch.exp(-((xs[None] - 0.3) ** 2 + (ys[:, None] + 0.6) ** 2) / (2 * sigma**2))
    logits = maps[0, 0] * scale.exp()
    plain = -(weight / weight.sum() * (logits - torch.logsumexp(logits.flatten(), 0))).sum()
    torch.testing.assert_close(found, plain)
    (ours,) = torch.autograd.grad(found, maps)
    (theirs,) = torch.autograd.grad(plain, maps)
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)


def _two_eyes(exchanged: bool) -> torch.Tensor:
    """Heatmaps (1, 2, 16, 16) of two keypoints in row 8, columns 3 and 12, each high at its own or at the
    other's place."""
    maps = torch.zeros(1, 2, 16, 16)
    places = (12, 3) if exchanged else (3, 12)
    for index, column in enumerate(places):
        maps[0, index, 7:10, column - 1 : column + 2] = 1.0
    return maps


def _places(*columns: int) -> torch.Tensor:
    return torch.tensor([[[(column + 0.5) / 8 - 1, 8.5 / 8 - 1] for column in columns]])


def test_the_assignment_loss_is_high_where_two_keypoints_are_exchanged() -> None:
    seen, scale = torch.ones(1, 2, dtype=torch.bool), torch.tensor(2.7)
    right = assignment_loss(_two_eyes(False), _places(3, 12), seen, seen[0], scale, 0.05)
    wrong = assignment_loss(_two_eyes(True), _places(3, 12), seen, seen[0], scale, 0.05)
    assert float(right) < 0.01
    assert float(wrong) > 10


def test_keypoints_at_one_place_and_unseen_ones_are_not_told_apart_by_the_assignment_loss() -> None:
    scale, both = torch.tensor(2.7), torch.ones(1, 2, dtype=torch.bool)
    maps = torch.ones(1, 2, 16, 16)
    shut = assignment_loss(maps, _places(5, 5), both, both[0], scale, 0.05)
    assert float(shut) == pytest.approx(np.log(2), abs=1e-4)  # half each is what is expected: no pressure
    maps.requires_grad_()
    assignment_loss(maps, _places(5, 5), both, both[0], scale, 0.05).backward()  # type: ignore[no-untyped-call]
    assert maps.grad is not None
    assert float(maps.grad.abs().max()) < 1e-5
    alone = torch.tensor([[True, False]])
    assert float(assignment_loss(_two_eyes(True), _places(3, 12), alone, both[0], scale, 0.05)) == 0.0
