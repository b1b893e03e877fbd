"""Hit testing: the nearest point within reach, NaN never, the selected one preferred."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.canvas.hit_test import nearest_keypoint, smallest_box

POINTS = np.array([[10.0, 10.0], [np.nan, np.nan], [14.0, 10.0], [50.0, 50.0]])


def test_the_nearest_within_the_radius_is_found() -> None:
    assert nearest_keypoint(POINTS, (11, 10), 5) == 0
    assert nearest_keypoint(POINTS, (13, 10), 5) == 2


def test_beyond_the_radius_nothing_is_found() -> None:
    assert nearest_keypoint(POINTS, (30, 30), 5) is None
    assert nearest_keypoint(np.empty((0, 2)), (1, 1), 5) is None
    assert nearest_keypoint(np.full((3, 2), np.nan), (1, 1), 5) is None


def test_the_rim_of_the_radius_counts() -> None:
    assert nearest_keypoint(POINTS, (50, 55), 5) == 3


def test_the_preferred_point_wins_over_one_somewhat_nearer() -> None:
    assert nearest_keypoint(POINTS, (11.5, 10), 5, preferred=2) == 2
    assert nearest_keypoint(POINTS, (10, 10), 5, preferred=2) == 0
    assert nearest_keypoint(POINTS, (50, 50), 5, preferred=2) == 3


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=20))
def test_no_point_is_nearer_than_the_one_found(places: list[tuple[float, float]]) -> None:
    points = np.array(places)
    row = nearest_keypoint(points, (50, 50), 1000)
    distances = np.hypot(*(points - 50).T)
    assert row is not None
    assert distances[row] == distances.min()


def test_the_smallest_box_around_a_place_is_found() -> None:
    boxes = np.array([[0, 0, 100, 100], [20, 20, 40, 40], [np.nan] * 4])
    assert smallest_box(boxes, (30, 30)) == 1
    assert smallest_box(boxes, (80, 80)) == 0
    assert smallest_box(boxes, (200, 0)) is None
    assert smallest_box(np.empty((0, 4)), (0, 0)) is None
