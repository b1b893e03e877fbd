"""Overlays show every labelled point and leave the picture they are drawn on alone."""

from __future__ import annotations

import numpy as np
import pytest

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.geometry import Box
from gkdt_core.overlay import draw_overlay, keypoint_colours

CATEGORY = Category("cat", ("left eye", "nose", "right eye"), edges=((0, 1), (1, 2))).with_guessed_pairs()


def instance(points: list[tuple[float, float] | None], category: Category = CATEGORY) -> Instance:
    made = Instance.empty(category, Box(10, 10, 90, 60))
    for index, point in enumerate(points):
        if point is not None:
            made = made.with_keypoint(index, point, Visibility.VISIBLE, Origin.MODEL, 0.8, 0.8)
    return made


def changed(image: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """(h, w) bool, where the drawing differs from the plain grey it was drawn on."""
    return np.abs(drawn.astype(int) - int(image[0, 0, 0])).max(axis=2) > 40


def test_a_ring_is_around_each_point_and_its_centre_is_free() -> None:
    image = np.full((1000, 1000, 3), 128, np.uint8)
    one = Category("dot", ("x",))
    drawn = draw_overlay(image, [instance([(300.5, 700.5)], one)], names=False)
    ys, xs = np.nonzero(changed(image, drawn)[600:800, 200:400])
    assert (xs.mean() + 200, ys.mean() + 600) == (pytest.approx(300, abs=1), pytest.approx(700, abs=1))
    assert tuple(drawn[700, 300]) == (128, 128, 128)


def test_the_picture_itself_is_not_changed() -> None:
    image = np.full((900, 900, 3), 128, np.uint8)
    before = image.copy()
    drawn = draw_overlay(image, [instance([(200, 200), None, (400, 300)])])
    assert np.array_equal(image, before)
    assert not np.array_equal(drawn, before)


def test_names_are_written_beside_points() -> None:
    image = np.full((900, 900, 3), 128, np.uint8)
    shown = [instance([(200, 200), None, None])]
    assert (
        changed(image, draw_overlay(image, shown)).sum()
        > changed(image, draw_overlay(image, shown, names=False)).sum()
    )


@pytest.mark.parametrize("hw", [(1, 1), (40, 3000), (4000, 4000), (30, 20)])
def test_any_size_gives_a_legible_picture(hw: tuple[int, int]) -> None:
    image = np.full((*hw, 3), 200, np.uint8)
    point = (hw[1] / 2, hw[0] / 2)
    names = Category("物", ("鼻", "ő " * 60))
    drawn = draw_overlay(image, [instance([point, point], names)])
    assert 800 <= max(drawn.shape[:2]) <= 3000


def test_an_image_without_instances_is_itself() -> None:
    image = np.random.default_rng(0).integers(0, 255, (900, 850, 3), dtype=np.uint8)
    assert np.array_equal(draw_overlay(image, []), image)


def test_left_is_cool_right_is_warm() -> None:
    left, _, right = keypoint_colours(CATEGORY)
    assert left[2] > left[0]
    assert right[0] > right[2]
