"""Class-free views: the same places in warped views of one photograph."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gkdt_core.geometry import Box
from trainer.data.augment import AugmentConfig, Picture
from trainer.data.dataset import Sample
from trainer.data.synthetic import MAX_POINTS, MIN_POINTS, bend, bend_points, class_free_views

CALM = AugmentConfig(colour=0.0, grey=0.0, blur=0.0, erase=0.0)


def _gradient_picture(size: int = 300) -> Picture:
    """Every place has its own colour: red grows to the right, green downwards."""
    ramp = np.linspace(20, 235, size)
    pixels = np.zeros((size, size, 3))
    pixels[..., 0], pixels[..., 1], pixels[..., 2] = ramp[None, :], ramp[:, None], 128
    return Picture(pixels.astype(np.uint8))


def _sample(box: Box) -> Sample:
    return Sample(Path("x.png"), "x", np.zeros((1, 2)), np.ones(1, np.bool_), box, "x")


def test_a_point_shows_the_same_place_of_the_photograph_in_every_view() -> None:
    for seed in range(5):
        views = class_free_views(
            _sample(Box(90, 90, 210, 210)), _gradient_picture(), 128, 6, np.random.default_rng(seed), CALM
        )
        pixels, points, visible = views
        assert MIN_POINTS <= points.shape[1] <= MAX_POINTS
        assert visible.mean() > 0.5
        index = ((points + 1) * 64).astype(int)
        for number in range(points.shape[1]):
            shown = np.flatnonzero(visible[:, number])
            colours = np.array([pixels[v, index[v, number, 1], index[v, number, 0]] for v in shown], int)
            if len(colours):
                # 215 levels over 300 px: 4 levels are some 5 px of the photograph, 4 of a view
                assert np.abs(colours - np.median(colours, axis=0)).max() <= 5


def test_bent_points_are_where_the_bending_brings_them_from() -> None:
    shifts = bend(96, np.random.default_rng(1))
    points = np.random.default_rng(2).uniform(20, 76, (30, 2))
    found = bend_points(points, shifts)
    inside = ((found > 1) & (found < 95)).all(axis=1)
    assert inside.sum() > 20
    for place, source in zip(found[inside], points[inside], strict=True):
        column, row = (place - 0.5).round().astype(int)
        np.testing.assert_allclose(place + shifts[row, column], source, atol=0.8)


def test_a_picture_that_no_view_reaches_gives_no_points() -> None:
    tiny = Picture(np.zeros((2, 2, 3), np.uint8), origin=(4000, 4000))
    _, points, visible = class_free_views(
        _sample(Box(0, 0, 20, 20)), tiny, 64, 3, np.random.default_rng(0), CALM
    )
    assert points.shape == (3, 0, 2)
    assert visible.shape == (3, 0)
