"""Random views keep pixels and points together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gkdt_core.domain import Category, guess_pairs
from gkdt_core.geometry import Box
from trainer.data.augment import AugmentConfig, Picture, random_view, transform_points, warp
from trainer.data.dataset import CategoryData, Sample
from trainer.data.episodes import augmented_view

_STILL = AugmentConfig(colour=0, grey=0, blur=0, erase=0)


def _dot_image(x: int, y: int) -> np.ndarray:  # type: ignore[type-arg]
    image = np.zeros((200, 300, 3), np.uint8)
    image[y - 4 : y + 5, x - 4 : x + 5] = 255
    return image


@pytest.mark.parametrize("seed", range(8))
def test_the_dot_in_the_picture_is_where_its_point_goes(seed: int) -> None:
    # A 9 px dot: its centre is the middle of pixel (150, 90), continuous (150.5, 90.5).
    rng = np.random.default_rng(seed)
    view = random_view(Box(100, 40, 200, 140), 256, rng, _STILL, can_flip=True)
    pixels = warp(_dot_image(150, 90), view.matrix, 256).mean(axis=2)
    pixels[pixels < 128] = 0
    dark = pixels - 0
    dark[(np.abs(np.indices(dark.shape) - 128).max(axis=0)) > 110] = 0  # the padding is bright too
    ys, xs = np.indices(dark.shape)
    centre = np.array([(xs * dark).sum(), (ys * dark).sum()]) / dark.sum() + 0.5
    expected = transform_points(np.array([[150.5, 90.5]]), view.matrix)[0]
    assert np.abs(centre - expected).max() < 0.6


def test_a_small_input_of_a_large_picture_still_has_the_dot_in_place() -> None:
    image = np.zeros((1600, 1600, 3), np.uint8)
    image[780:821, 980:1021] = 255
    matrix = np.array([[0.1, 0, 0], [0, 0.1, 0]])
    pixels = warp(image, matrix, 160).astype(float).mean(axis=2)
    ys, xs = np.indices(pixels.shape)
    centre = np.array([(xs * pixels).sum(), (ys * pixels).sum()]) / pixels.sum() + 0.5
    assert np.abs(centre - [100.05, 80.05]).max() < 0.1


def _sample(names: tuple[str, ...], points: list[tuple[float, float]]) -> tuple[CategoryData, Sample]:
    category = Category("thing", names, pairs=guess_pairs(names))
    sample = Sample(
        Path("a.png"), "a", np.array(points, float), np.ones(len(names), bool), Box(50, 50, 150, 150), "a"
    )
    return CategoryData("set", category, (sample,)), sample


def test_mirroring_exchanges_the_names_of_left_and_right() -> None:
    data, sample = _sample(("left eye", "right eye", "nose"), [(60, 80), (140, 80), (100, 120)])
    config = AugmentConfig(
        rotation=0, scale_low=1, scale_high=1, shift=0, flip=1, colour=0, grey=0, blur=0, erase=0
    )
    _, points, visible = augmented_view(
        sample,
        Picture(np.zeros((200, 200, 3), np.uint8)),
        256,
        np.random.default_rng(0),
        config,
        data.flip_order(),
    )
    assert visible.all()
    # Before: "left eye" stands left in the picture. In the mirror the eye standing left is the right one.
    assert points[0, 0] < 0 < points[1, 0]
    assert points[2, 0] == pytest.approx(0, abs=1e-6)


def test_a_category_whose_name_would_lie_in_a_mirror_is_never_mirrored() -> None:
    data, _ = _sample(("top of the rim", "right side of the rim"), [(60, 80), (140, 80)])
    assert data.flip_order() is None


def test_points_outside_the_view_are_not_visible() -> None:
    data, sample = _sample(("a", "b"), [(100, 100), (4000, 100)])
    _, points, visible = augmented_view(
        sample,
        Picture(np.zeros((200, 200, 3), np.uint8)),
        64,
        np.random.default_rng(0),
        _STILL,
        data.flip_order(),
    )
    assert visible.tolist() == [True, False]
    assert points[1].tolist() == [0.0, 0.0]
