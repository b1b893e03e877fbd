"""Each mistake that the checks know is found, and only that; a sound set gives no finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from gkdt_core.domain import ImageState, Origin
from gkdt_core.review.checks import Check, Finding, find_all
from gkdt_core.review.poses import PoseSet, PoseStatistics
from tests.gkdt_core.review.sets import faces, predicted

ROW = 4
IMAGE, INSTANCE = 101 + ROW, 1 + ROW


def _boxed(poses: PoseSet, margin: float = 3.0) -> PoseSet:
    poses.boxes[:, :2] = poses.points.min(axis=1) - margin
    poses.boxes[:, 2:] = poses.points.max(axis=1) + margin
    return poses


def _findings(poses: PoseSet, statistics_of: PoseSet | None = None) -> list[Finding]:
    images = dict.fromkeys(map(int, poses.image_ids), ImageState.REVIEWED)
    statistics = PoseStatistics.of(statistics_of or poses)
    return find_all(poses, statistics, images, frozenset(images))


def _swap_all(poses: PoseSet) -> None:
    poses.points[ROW] = poses.points[ROW, [1, 0, 2, 4, 3]]


def _swap_eyes(poses: PoseSet) -> None:
    poses.points[ROW, [0, 1]] = poses.points[ROW, [1, 0]]


def _one_place(poses: PoseSet) -> None:
    poses.points[ROW, 3] = poses.points[ROW, 2]


def _eyes_collapsed(poses: PoseSet) -> None:
    poses.points[ROW, 0] = poses.points[ROW, 1]


def _outside_image(poses: PoseSet) -> None:
    poses.points[ROW] -= poses.points[ROW].min(axis=0) + np.array((2.0, -20.0))
    poses.boxes[ROW] = np.nan


def _outside_box(poses: PoseSet) -> None:
    poses.boxes[ROW, 2] = poses.points[ROW, :, 0].max() - 2.0


def _forgotten(poses: PoseSet) -> None:
    poses.points[ROW, 2] = np.nan
    poses.origins[ROW, 2] = Origin.NONE


def _long_limb(poses: PoseSet) -> None:
    nose = poses.points[ROW, 2]
    poses.points[ROW, 0] = nose + 3.0 * (poses.points[ROW, 0] - nose)


def _low(poses: PoseSet) -> None:
    poses.origins[ROW, 1] = Origin.MODEL
    poses.scores[ROW, 1] = 0.08


@pytest.mark.parametrize(
    ("mistake", "check", "keypoints"),
    [
        (_swap_all, Check.SWAPPED_SIDES, ()),
        (_swap_eyes, Check.SWAPPED_SIDES, (0, 1)),
        (_one_place, Check.DUPLICATE_POINT, (2, 3)),
        (_eyes_collapsed, Check.DUPLICATE_POINT, (0, 1)),
        (_outside_image, Check.OUTSIDE_IMAGE, None),
        (_outside_box, Check.OUTSIDE_BOX, None),
        (_forgotten, Check.MISSING_POINT, (2,)),
        (_long_limb, Check.LIMB_LENGTH, (0, 2)),
        (_low, Check.LOW_SCORE, (1,)),
    ],
)
def test_a_mistake_is_found_where_it_is(
    mistake: Callable[[PoseSet], None], check: Check, keypoints: tuple[int, ...] | None
) -> None:
    poses = _boxed(faces(20))
    mistake(poses)
    found = _findings(poses)
    mine = [finding for finding in found if finding.check is check]
    assert mine, found
    assert {(one.image_id, one.instance_id) for one in mine} == {(IMAGE, INSTANCE)}
    if keypoints is not None:
        assert keypoints in [one.keypoints for one in mine]
    assert {one.image_id for one in found} == {IMAGE}


def test_a_sound_set_with_objects_facing_both_ways_gives_no_finding() -> None:
    assert _findings(_boxed(faces(40, turned=15))) == []


def test_an_object_labelled_twice_is_found_once() -> None:
    poses = _boxed(faces(20))
    twice = _with_rows(poses, ROW)
    twice.points[-1] += 0.5
    found = [one for one in _findings(twice) if one.check is Check.DUPLICATE_INSTANCE]
    assert [(one.image_id, one.instance_id) for one in found] == [(IMAGE, 999)]


def test_an_accepted_image_without_its_object_is_found() -> None:
    poses = faces(20)
    images = dict.fromkeys(range(101, 122), ImageState.REVIEWED)
    images[122] = ImageState.UNTOUCHED
    images[123] = ImageState.REVIEWED  # of another category
    found = find_all(poses, PoseStatistics.of(poses), images, frozenset(range(101, 121)) | {123})
    assert [(one.check, one.image_id, one.instance_id, one.value) for one in found] == [
        (Check.MISSING_INSTANCE, 121, None, 1.0)
    ]


def test_a_keypoint_that_was_declared_absent_is_not_missing() -> None:
    poses = faces(20)
    poses.points[ROW, 2] = np.nan
    assert [one.check for one in _findings(poses)] == []


def test_few_known_poses_call_nothing_unusual() -> None:
    poses = _boxed(predicted(faces(20)))
    _swap_all(poses)
    _long_limb(poses)
    assert not {one.check for one in _findings(poses)} & {Check.SWAPPED_SIDES, Check.LIMB_LENGTH}


def test_the_key_of_a_finding_stays_while_its_value_changes() -> None:
    poses = _boxed(faces(20))
    _low(poses)
    (first,) = _findings(poses)
    poses.scores[ROW, 1] = 0.2
    (second,) = _findings(poses)
    assert first.key == second.key
    assert first.value != second.value


def test_an_empty_set_gives_nothing() -> None:
    poses = faces(20)
    none = _with_rows(poses, None)
    assert find_all(none, PoseStatistics.of(poses), {}, frozenset()) == []


def _with_rows(poses: PoseSet, again: int | None) -> PoseSet:
    """The set with one row once more at its end, as instance 999; with None no row at all."""
    rows = [] if again is None else [*range(len(poses)), again]
    parts = {
        name: getattr(poses, name)[rows].copy()
        for name in ("instance_ids", "image_ids", "image_hw", "reviewed", "points", "origins", "scores")
    }
    made = replace(poses, **parts, boxes=poses.boxes[rows].copy(), apart=poses.apart[rows].copy())
    if again is not None:
        made.instance_ids[-1] = 999
    return made
