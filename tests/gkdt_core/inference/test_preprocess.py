"""The region a box selects must be the released model's to the pixel, and points must survive both ways."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from gkdt_core.geometry import Box
from gkdt_core.inference.preprocess import (
    PAD_RGB,
    crop_edges,
    inclusive_region_to_input,
    normalise,
    region_to_input,
)
from tests.shared_data import SHARED, needs_shared

PARITY = SHARED / "parity"
CASES = range(6)


def parity_image(name: str) -> NDArray[np.uint8]:
    with Image.open(PARITY / "images" / name) as image:
        return np.asarray(image.convert("RGB"))


def parity_case(index: int) -> tuple[NDArray[np.uint8], list[float] | None, dict[str, Any]]:
    case = json.loads((PARITY / "preprocess.json").read_text())[index]
    with np.load(PARITY / "preprocess.npz") as arrays:
        names = ("image", "scale_trans", "norm_points", "image_points")
        expected = {name: arrays[f"{name}_{index}"] for name in names}
    return parity_image(case["file"]), case["box_xyxy"], expected


@needs_shared
@pytest.mark.parametrize("index", CASES)
def test_input_images_equal_the_released_ones_to_the_pixel(index: int) -> None:
    image, xyxy, expected = parity_case(index)
    pixels, _ = inclusive_region_to_input(image, None if xyxy is None else tuple(xyxy))
    np.testing.assert_array_equal(pixels, expected["image"])


@needs_shared
@pytest.mark.parametrize("index", CASES)
def test_points_go_both_ways_as_in_the_released_code(index: int) -> None:
    image, xyxy, expected = parity_case(index)
    _, transform = inclusive_region_to_input(image, None if xyxy is None else tuple(xyxy))
    scale, offset_x, offset_y, pad_x, pad_y = expected["scale_trans"]
    assert transform.scale == pytest.approx(scale, abs=1e-7)
    np.testing.assert_array_equal(transform.pad_xy, (-pad_x, -pad_y))
    np.testing.assert_allclose(
        np.multiply(transform.offset_xy, transform.scale) - transform.pad_xy,
        (offset_x, offset_y),
        atol=1e-6,
    )
    norm, image_points = expected["norm_points"], expected["image_points"]
    np.testing.assert_allclose(transform.norm_to_image(norm), image_points, atol=1e-3)
    # back in input px, where 1e-3 px is asked too
    back = (transform.image_to_norm(image_points) / 2 + 0.5) * 384
    np.testing.assert_allclose(back, (norm / 2 + 0.5) * 384, atol=1e-3)


@needs_shared
@pytest.mark.parametrize("index", CASES)
def test_a_box_with_edges_selects_the_same_region(index: int) -> None:
    image, xyxy, expected = parity_case(index)
    box = None if xyxy is None else Box(xyxy[0], xyxy[1], xyxy[2] + 1, xyxy[3] + 1)
    pixels, _ = region_to_input(image, box, 384)
    np.testing.assert_array_equal(pixels, expected["image"])


edge = st.floats(-200, 500, allow_nan=False)
length = st.floats(0, 600, allow_nan=False)
side = st.integers(1, 300)


busy_machine = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])


@busy_machine
@given(side, side, edge, edge, length, length, st.booleans(), st.sampled_from([64, 96, 384]))
def test_any_box_on_any_image_gives_an_input_whose_points_round_trip(
    height: int, width: int, x: float, y: float, box_w: float, box_h: float, whole: bool, size: int
) -> None:
    image = np.zeros((height, width, 3), np.uint8)
    pixels, transform = region_to_input(image, None if whole else Box.from_xywh(x, y, box_w, box_h), size)
    assert pixels.shape == (size, size, 3)
    points = np.array([[0.0, 0.0], [width, height], [width / 3, height / 7], [-5.5, 400.25]])
    back = transform.norm_to_image(transform.image_to_norm(points))
    np.testing.assert_allclose(back, points, atol=1e-6)
    corners = transform.input_to_image(np.array([[0.0, 0.0], [size, size]]))
    assert (corners[0] < (width, height)).all()
    assert (corners[1] > 0).all()


@busy_machine
@given(side, side, edge, edge, length, length)
def test_the_crop_is_never_empty_and_stays_inside_the_image(
    height: int, width: int, x: float, y: float, box_w: float, box_h: float
) -> None:
    left, top, right, bottom = crop_edges((height, width), (x, y, x + box_w, y + box_h))
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


def test_a_box_inside_the_image_is_contained_in_its_crop() -> None:
    left, top, right, bottom = crop_edges((300, 400), (50.4, 60.6, 120.2, 140.9))
    assert left <= 50.4
    assert top <= 60.6
    assert right >= 121.2
    assert bottom >= 141.9


def test_a_mark_lands_where_the_transform_says() -> None:
    image = np.full((200, 300, 3), 255, np.uint8)
    image[80:90, 150:160] = 0
    pixels, transform = region_to_input(image, Box(100, 40, 220, 140), 384)
    x, y = transform.image_to_input(np.array([155.0, 85.0]))
    rows, columns = np.nonzero((pixels == 0).all(axis=2))
    assert columns.mean() + 0.5 == pytest.approx(x, abs=0.6)
    assert rows.mean() + 0.5 == pytest.approx(y, abs=0.6)


def test_the_padding_has_the_mean_colour_and_normalises_to_nearly_zero() -> None:
    pixels, transform = region_to_input(np.zeros((101, 21, 3), np.uint8), None, 64)
    assert transform.pad_xy[0] > 0
    np.testing.assert_array_equal(pixels[:, 0], np.tile(PAD_RGB, (64, 1)))
    assert normalise(pixels[None])[0, :, 0, 0].abs().max() < 0.02


def test_normalised_pixels_have_the_imagenet_scale_in_channel_first_order() -> None:
    batch = np.zeros((2, 4, 4, 3), np.uint8)
    batch[1, 2, 3] = (255, 128, 0)
    values = normalise(batch)
    assert values.shape == (2, 3, 4, 4)
    assert values.dtype == torch.float32
    expected = [(1 - 0.485) / 0.229, (128 / 255 - 0.456) / 0.224, -0.406 / 0.225]
    torch.testing.assert_close(values[1, :, 2, 3], torch.tensor(expected), rtol=0, atol=1e-6)
    torch.testing.assert_close(normalise(torch.from_numpy(batch)), values, rtol=0, atol=0)


@pytest.mark.parametrize("shape", [(10, 10), (10, 10, 4), (0, 10, 3)])
def test_something_that_is_no_rgb_image_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="uint8"):
        region_to_input(np.zeros(shape, np.uint8), None)


@pytest.mark.parametrize("box", [None, Box(3, 5, 61, 40), Box(-10, -10, 200, 30), Box(50, 20, 90, 60)])
@pytest.mark.parametrize("layout", ["plain", "read-only", "mirrored", "every other row", "a window"])
def test_the_layout_of_an_image_in_memory_does_not_matter(layout: str, box: Box | None) -> None:
    large = np.random.default_rng(0).integers(0, 256, (120, 180, 3), dtype=np.uint8)
    image = {
        "plain": large[:60, :90].copy(),
        "read-only": large[:60, :90].copy(),
        "mirrored": large[:60, 89::-1],
        "every other row": large[::2, :90],
        "a window": large[30:90, 40:130],
    }[layout]
    image.setflags(write=layout != "read-only")
    left, top, right, bottom = crop_edges(
        (60, 90), None if box is None else (box.x1, box.y1, box.x2 - 1, box.y2 - 1)
    )
    crop_h, crop_w = bottom - top, right - left
    size = round(crop_w * 64 / max(crop_w, crop_h)), round(crop_h * 64 / max(crop_w, crop_h))
    crop = Image.fromarray(np.ascontiguousarray(image[top:bottom, left:right]))
    wanted = np.asarray(crop.resize(size, Image.Resampling.BILINEAR))
    x, y = (64 - size[0]) // 2, (64 - size[1]) // 2
    pixels, _ = region_to_input(image, box, 64)
    np.testing.assert_array_equal(pixels[y : y + size[1], x : x + size[0]], wanted)


def test_the_values_are_the_same_in_both_layouts() -> None:
    batch = np.random.default_rng(0).integers(0, 256, (2, 16, 16, 3), dtype=np.uint8)
    one, other = normalise(batch), normalise(batch, channels_last=True)
    assert one.is_contiguous()
    assert other.is_contiguous(memory_format=torch.channels_last)
    torch.testing.assert_close(one, other, atol=0, rtol=0)
