"""What poses of a set have in common."""

from __future__ import annotations

import numpy as np

from gkdt_core.domain import Origin
from gkdt_core.review.poses import ENOUGH, PoseStatistics, exchanged
from tests.gkdt_core.review.sets import FACE, faces


def test_too_few_instances_say_nothing() -> None:
    assert PoseStatistics.of(faces(ENOUGH - 1)) is None
    assert PoseStatistics.of(faces(ENOUGH)) is not None


def test_only_what_people_have_looked_at_counts() -> None:
    poses = faces(10)
    poses.reviewed[:] = False
    assert poses.trusted.all()
    poses.origins[:7, 2] = Origin.MODEL
    assert poses.trusted.sum() == 3
    assert PoseStatistics.of(poses) is None


def test_place_and_size_in_the_image_do_not_matter() -> None:
    poses = faces(20)
    statistics = PoseStatistics.of(poses)
    assert statistics is not None
    points = poses.normalised()
    np.testing.assert_allclose(
        statistics.unusual(points * 7 / 7), statistics.unusual(points), rtol=0, atol=1e-12
    )
    assert np.median(statistics.unusual(points)) < 1.5
    assert statistics.unusual(points).max() < 5


def test_an_object_that_faces_the_other_way_is_not_unusual() -> None:
    poses = faces(30, turned=12)
    statistics = PoseStatistics.of(poses)
    assert statistics is not None
    assert statistics.unusual(poses.normalised()).max() < 5
    assert (statistics.spread < 0.05).all()


def test_exchanged_sides_are_unusual() -> None:
    poses = faces(30, turned=12)
    statistics = PoseStatistics.of(poses)
    assert statistics is not None
    swapped = statistics.unusual(exchanged(poses.normalised(), FACE))
    assert (swapped[:, [0, 1, 3, 4]].mean(axis=1) > 5).all()


def test_a_point_far_from_its_place_is_unusual_and_the_others_are_not() -> None:
    poses = faces(20)
    statistics = PoseStatistics.of(poses)
    assert statistics is not None
    _, sides = poses.frames()
    poses.boxes[:] = np.concatenate((poses.points.min(axis=1), poses.points.max(axis=1)), axis=1)
    poses.points[3, 2] += 0.4 * sides[3]
    far = statistics.unusual(poses.normalised())[3]
    assert far[2] > 8
    assert far[[0, 1, 3, 4]].max() < 5


def test_a_limb_twice_as_long_stands_out() -> None:
    poses = faces(20)
    statistics = PoseStatistics.of(poses)
    assert statistics is not None
    poses.boxes[:] = np.concatenate((poses.points.min(axis=1), poses.points.max(axis=1)), axis=1)
    nose = poses.points[5, 2]
    poses.points[5, 0] = nose + 2 * (poses.points[5, 0] - nose)
    far = statistics.unusual_limbs(poses.normalised())
    assert far[5, 0] > 4
    assert np.abs(np.delete(far, 5, axis=0)).max() < 4


def test_keypoints_that_nobody_has_are_unknown_not_errors() -> None:
    poses = faces(8)
    poses.points[:, 4] = np.nan
    poses.points[2] = np.nan
    statistics = PoseStatistics.of(poses)
    assert statistics is not None
    assert statistics.count == 7
    assert statistics.presence[4] == 0
    assert np.isnan(statistics.centre[4]).all()
    unusual = statistics.unusual(poses.normalised())
    assert np.isnan(unusual[:, 4]).all()
    assert np.isnan(unusual[2]).all()
