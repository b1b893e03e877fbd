from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkdt_core.geometry import Box, ImageToInput, image_to_index, index_to_image

coordinate = st.floats(-1e5, 1e5, allow_nan=False)
point = st.tuples(coordinate, coordinate)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(point)
    return Box.from_xywh(x, y, draw(st.floats(0, 1e5)), draw(st.floats(0, 1e5)))


def test_the_top_left_pixel_has_its_centre_at_one_half() -> None:
    assert index_to_image(np.array([0.0, 0.0])).tolist() == [0.5, 0.5]
    assert index_to_image(np.array([2.0, 1.0]), stride=16).tolist() == [40.0, 24.0]


@given(st.lists(point, min_size=1, max_size=5), st.sampled_from([1.0, 2.0, 4.0, 8.0, 16.0]))
def test_index_to_image_and_back_is_where_it_began(points: list[tuple[float, float]], stride: float) -> None:
    xy = np.array(points)
    # 1e-9 px: what adding and taking away a half costs at 1e5 px in float64
    np.testing.assert_allclose(image_to_index(index_to_image(xy, stride), stride), xy, atol=1e-9)
    np.testing.assert_allclose(index_to_image(image_to_index(xy, stride), stride), xy, atol=1e-9)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_pixel_under_a_pixel_centre_is_that_pixel(column: int, row: int) -> None:
    centre = index_to_image(np.array([column, row]))
    assert np.floor(centre).tolist() == [column, row]


@pytest.mark.parametrize(
    "edges", [(0, 0, -1, 5), (0, 5, 5, 4), (np.nan, 0, 1, 1), (0, 0, np.inf, 1), (0, -np.inf, 1, 1)]
)
def test_a_box_with_impossible_edges_is_refused(edges: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="box edges"):
        Box(*edges)


def test_a_box_without_area_is_a_box() -> None:
    assert Box(3, 4, 3, 4).width == 0
    assert Box(3, 4, 3, 4).longer_side == 0


def test_width_comes_from_x_and_height_from_y() -> None:
    box = Box.from_xywh(10, 20, 30, 40)
    assert (box.width, box.height, box.longer_side) == (30, 40, 40)
    assert box.centre == (25, 40)
    assert box.as_xyxy() == (10, 20, 40, 60)
    assert box.as_xywh() == (10, 20, 30, 40)


@given(boxes(), st.floats(0, 4))
def test_enlarging_keeps_the_centre_and_scales_both_sides(box: Box, factor: float) -> None:
    large = box.enlarged(factor)
    assert large.centre == pytest.approx(box.centre, abs=1e-6)
    assert large.width == pytest.approx(box.width * factor, abs=1e-6)
    assert large.height == pytest.approx(box.height * factor, abs=1e-6)


@given(boxes())
def test_squaring_makes_both_sides_the_longer_one(box: Box) -> None:
    square = box.squared()
    assert square.centre == pytest.approx(box.centre, abs=1e-6)
    assert square.width == pytest.approx(box.longer_side, abs=1e-6)
    assert square.height == pytest.approx(box.longer_side, abs=1e-6)


@given(boxes(), st.integers(1, 5000), st.integers(1, 5000))
def test_a_clipped_box_lies_inside_the_image_and_clipping_again_changes_nothing(
    box: Box, height: int, width: int
) -> None:
    clipped = box.clipped((height, width))
    assert 0 <= clipped.x1 <= clipped.x2 <= width
    assert 0 <= clipped.y1 <= clipped.y2 <= height
    assert clipped.clipped((height, width)) == clipped


def test_clipping_takes_the_size_as_height_and_width() -> None:
    assert Box(0, 0, 100, 100).clipped((10, 20)) == Box(0, 0, 20, 10)


@given(st.lists(point, min_size=1, max_size=8))
def test_the_box_around_points_contains_each_and_touches_the_outermost(
    points: list[tuple[float, float]],
) -> None:
    box = Box.around(np.array(points))
    assert box is not None
    assert all(box.contains(p) for p in points)
    assert box.x1 == min(x for x, _ in points)
    assert box.y2 == max(y for _, y in points)


def test_the_box_around_points_ignores_those_without_a_position() -> None:
    points = np.array([[1.0, 2.0], [np.nan, np.nan], [5.0, 3.0], [np.nan, 100.0]])
    assert Box.around(points) == Box(1, 2, 5, 3)
    assert Box.around(points, margin=1) == Box(0, 1, 6, 4)
    assert Box.around(points[1:2]) is None
    assert Box.around(np.empty((0, 2))) is None


@given(
    st.floats(0.01, 50),
    point,
    st.tuples(st.floats(0, 200), st.floats(0, 200)),
    st.lists(point, min_size=1, max_size=4),
)
def test_the_map_to_the_input_and_back_is_where_it_began(
    scale: float,
    offset: tuple[float, float],
    pad: tuple[float, float],
    points: list[tuple[float, float]],
) -> None:
    transform = ImageToInput(scale, offset, pad, 384)
    xy = np.array(points)
    # 1e-5 px: float64 rounding at 1e5 px through a scale of 0.01
    np.testing.assert_allclose(transform.input_to_image(transform.image_to_input(xy)), xy, atol=1e-5)
    np.testing.assert_allclose(transform.norm_to_image(transform.image_to_norm(xy)), xy, atol=1e-5)


def test_normalised_coordinates_run_from_minus_one_to_one_across_the_input() -> None:
    transform = ImageToInput(scale=2.0, offset_xy=(10.0, 20.0), pad_xy=(0.0, 8.0), input_size=256)
    assert transform.image_to_input(np.array([10.0, 20.0])).tolist() == [0.0, 8.0]
    assert transform.image_to_norm(np.array([10.0, 16.0])).tolist() == [-1.0, -1.0]
    assert transform.image_to_norm(np.array([138.0, 144.0])).tolist() == [1.0, 1.0]
