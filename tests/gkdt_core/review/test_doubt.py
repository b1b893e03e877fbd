"""What makes a point doubtful, and that each of the four things does."""

from __future__ import annotations

import numpy as np
import pytest

from gkdt_core.domain import Origin
from gkdt_core.review.doubt import REASONS, Reason, doubts
from gkdt_core.review.poses import PoseSet, PoseStatistics
from tests.gkdt_core.review.sets import faces, predicted

ROW = 2


def _set() -> tuple[PoseSet, PoseStatistics]:
    statistics = PoseStatistics.of(faces(30, seed=1, turned=10))
    assert statistics is not None
    poses = predicted(faces(12, seed=2, turned=4))
    poses.boxes[:, :2], poses.boxes[:, 2:] = poses.points.min(axis=1), poses.points.max(axis=1)
    return poses, statistics


def _worst(poses: PoseSet, statistics: PoseStatistics | None) -> tuple[int, int, Reason]:
    found = doubts(poses, statistics)
    most, which = found.worst()
    row = int(np.nanargmax(most))
    return row, int(which[row]), REASONS[found.reasons[row, which[row]]]


def test_without_anything_else_doubt_is_what_the_score_leaves() -> None:
    poses = predicted(faces(4))
    poses.scores[:] = np.linspace(0, 1, 20).reshape(4, 5)
    np.testing.assert_allclose(doubts(poses, None).doubt, 1 - poses.scores)


def test_a_low_score_comes_first() -> None:
    poses, statistics = _set()
    poses.scores[ROW, 3] = 0.1
    assert _worst(poses, statistics) == (ROW, 3, Reason.SCORE)


def test_words_and_clicks_that_see_different_places_come_first() -> None:
    poses, statistics = _set()
    poses.apart[:] = 0.02
    poses.apart[ROW, 1] = 0.4
    assert _worst(poses, statistics) == (ROW, 1, Reason.APART)


def test_a_point_far_from_its_usual_place_comes_first() -> None:
    poses, statistics = _set()
    poses.points[ROW, 2] += 0.35 * poses.frames()[1][ROW]
    assert _worst(poses, statistics) == (ROW, 2, Reason.UNUSUAL)


def test_exchanged_sides_come_first() -> None:
    poses, statistics = _set()
    poses.points[ROW] = poses.points[ROW, [1, 0, 2, 4, 3]]
    row, keypoint, _ = _worst(poses, statistics)
    assert row == ROW
    assert keypoint in (0, 1, 3, 4)
    found = doubts(poses, statistics).doubt
    assert found[ROW, [0, 1, 3, 4]].min() > found[np.arange(12) != ROW].max()


def test_two_sides_at_one_place_are_doubtful() -> None:
    poses, statistics = _set()
    before = doubts(poses, statistics).doubt[ROW, [0, 1]]
    poses.points[ROW, 0] = poses.points[ROW, 1]
    assert (doubts(poses, statistics).doubt[ROW, [0, 1]] > before + 0.2).all()


@pytest.mark.parametrize("origin", [Origin.HUMAN, Origin.CARRIED, Origin.NONE])
def test_only_the_models_points_are_doubted(origin: Origin) -> None:
    poses, statistics = _set()
    poses.origins[:] = origin
    found = doubts(poses, statistics)
    assert np.isnan(found.doubt).all()
    assert np.isnan(found.worst()[0]).all()


def test_doubt_is_a_chance() -> None:
    poses, statistics = _set()
    rng = np.random.default_rng(3)
    poses.points[:] += rng.normal(0, 60, poses.points.shape)
    poses.scores[:] = rng.uniform(0, 1, poses.scores.shape)
    poses.apart[:] = rng.uniform(0, 2, poses.apart.shape)
    found = doubts(poses, statistics).doubt
    assert (found >= 0).all()
    assert (found <= 1).all()
    assert (found >= 1 - poses.scores - 1e-9).all()  # a suspicion never makes a point more certain
