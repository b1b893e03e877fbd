"""A copied pose: into a box that waits for points, and into an image of another size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import Qt

from app.actions import ActionId
from app.controllers.posing import MOST_STRETCHED, fitted, frame_of, rescaled
from gkdt_core.domain import Instance, Origin, Visibility
from gkdt_core.geometry import Box
from tests.app.window import HORSE, Person, make_images, open_window


def pose(points: list[tuple[float, float]], box: Box | None = None) -> Instance:
    instance = Instance.empty(HORSE, box)
    for index, xy in enumerate(points):
        instance = instance.with_keypoint(index, xy, Visibility.VISIBLE, Origin.HUMAN)
    return instance


def test_a_pose_fills_a_box_as_it_filled_its_own() -> None:
    before = pose([(10, 10), (30, 10), (20, 25)], Box(0, 0, 40, 40))
    after = fitted(before, Box(100, 100, 180, 160))
    assert after.keypoints.tolist() == [[120, 115], [160, 115], [140, 137.5]]
    assert after.box == Box(100, 100, 180, 160)


def test_a_pose_without_a_box_leaves_some_room_around_its_points() -> None:
    target = Box(0, 0, 120, 60)
    after = fitted(pose([(0, 0), (100, 0), (50, 50)]), target)
    assert all(target.contains(tuple(xy)) for xy in after.keypoints)
    assert Box.around(after.keypoints) == Box(10, 5, 110, 55)


def test_a_thin_row_of_points_is_not_torn_apart() -> None:
    after = fitted(pose([(0, 0), (0, 100), (2, 50)]), Box(0, 0, 100, 100))
    around = Box.around(after.keypoints)
    assert around is not None
    assert around.width / around.height == pytest.approx(2 / 100)
    assert around.centre == pytest.approx((50, 50))


def test_a_single_point_comes_to_the_middle_of_the_box() -> None:
    assert fitted(pose([(7, 9)]), Box(10, 10, 30, 50)).keypoints[0].tolist() == [20, 30]


coordinates = st.floats(0, 1000)


@given(
    st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=3),
    st.floats(1, 500),
    st.floats(1, 500),
)
def test_whatever_the_pose_it_lies_inside_the_box_that_it_was_fitted_to(
    points: list[tuple[float, float]], width: float, height: float
) -> None:
    before = pose(points)
    target = Box(50, 60, 50 + width, 60 + height)
    after = Box.around(fitted(before, target).keypoints)
    assert after is not None
    assert target.enlarged(1 + 1e-6).contains((after.x1, after.y1))
    assert target.enlarged(1 + 1e-6).contains((after.x2, after.y2))
    frame = frame_of(before)
    assert frame is not None
    if min(frame.width, frame.height) > 1e-3:
        ways = (after.width / (frame.width / 1.2), after.height / (frame.height / 1.2))
        assert max(ways) <= MOST_STRETCHED * min(ways) * (1 + 1e-6)


def test_in_a_larger_image_a_pose_is_larger_and_at_the_same_place_of_it() -> None:
    before = pose([(10, 20), (30, 20), (20, 40)], Box(0, 0, 40, 50))
    after = rescaled(before, (100, 200), (300, 600))
    assert after.keypoints.tolist() == [[30, 60], [90, 60], [60, 120]]
    assert after.box == Box(0, 0, 120, 150)


def test_in_an_image_of_another_shape_a_pose_keeps_its_own_shape() -> None:
    before = pose([(80, 40), (120, 40), (100, 60)], Box(80, 40, 120, 60))
    after = rescaled(before, (100, 200), (400, 400))
    assert after.box == Box(160, 180, 240, 220)  # twice as large, about the middle of both images
    assert rescaled(before, None, (400, 400)) is before


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "images", 2)
    Image.fromarray(np.full((480, 640, 3), 90, np.uint8)).save(tmp_path / "images" / "img3.png")
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    someone.settle()
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 100.0)):
        someone.click(xy)
    someone.do(ActionId.COPY_POSE)
    yield someone
    someone.close()


def instances(person: Person) -> tuple[Instance, ...]:
    image_id = person.window.selection.now.image_id
    assert image_id is not None
    return tuple(stored.instance for stored in person.window.store.instances(image_id))


def test_a_pose_pasted_after_a_box_was_drawn_fills_it_in_one_step(person: Person) -> None:
    person.go_to(2)
    person.do(ActionId.DRAW_BOX)
    person.drag((100.0, 60.0), (220.0, 160.0))
    (empty,) = instances(person)
    person.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    (full,) = instances(person)
    assert full.box == empty.box
    assert full.origins.tolist() == [Origin.CARRIED] * 3
    np.testing.assert_allclose(full.keypoints, [(110, 68.3), (210, 68.3), (160, 151.7)], atol=2.0)
    person.do(ActionId.UNDO)
    assert not instances(person)[0].labeled.any()
    assert instances(person)[0].box == empty.box
    person.do(ActionId.REDO)
    person.do(ActionId.PASTE_POSE)
    assert len(instances(person)) == 2, "a box with points is left alone"


def test_a_pose_pasted_into_a_larger_image_is_as_much_larger(person: Person) -> None:
    person.go_to(3)
    person.do(ActionId.PASTE_POSE)
    np.testing.assert_allclose(instances(person)[0].keypoints, [(120, 100), (240, 100), (180, 200)], atol=3.0)


def test_the_poses_of_the_previous_image_follow_the_size_of_this_one_too(person: Person) -> None:
    person.go_to(2)
    person.do(ActionId.PASTE_POSE)
    person.go_to(3)
    person.do(ActionId.COPY_PREVIOUS)
    np.testing.assert_allclose(instances(person)[0].keypoints, [(120, 100), (240, 100), (180, 200)], atol=3.0)
