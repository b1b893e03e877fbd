"""Colours of keypoints: sides, lightness along the skeleton, and safety for colour-blind eyes."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from app.canvas.colours import COLOURS, Side, edge_colours, keypoint_colours, levels, side_of_name, sides
from gkdt_core.domain import Category
from tests.app.canvas.shown import FACE

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
PROTANOPIA = np.array(
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]
)
DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
)
NORMAL = np.eye(3)


def _linear(code: str) -> NDArray[np.float64]:
    value = np.array([int(code[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _lab(code: str, vision: NDArray[np.float64] = NORMAL) -> NDArray[np.float64]:
    """CIE Lab (D65) as seen with `vision`."""
    linear = np.clip(vision @ _linear(code), 0, 1)
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratio = to_xyz @ linear / np.array([0.95047, 1.0, 1.08883])
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("left eye", Side.LEFT),
        ("Right Front Paw", Side.RIGHT),
        ("EyeL", Side.LEFT),
        ("r_hip", Side.RIGHT),
        ("linkes Sprunggelenk", Side.LEFT),
        ("左眼", Side.LEFT),
        ("右眼", Side.RIGHT),
        ("nose", Side.MIDLINE),
        ("bright spot", Side.MIDLINE),
        ("left end of the right lamp", Side.MIDLINE),
        ("L hip", Side.LEFT),
    ],
)
def test_the_side_is_read_from_the_name(name: str, side: Side) -> None:
    assert side_of_name(name) is side


def test_pairs_decide_where_names_say_nothing() -> None:
    category = Category("thing", ("a", "b", "c"), pairs=((0, 2),))
    assert sides(category) == (Side.LEFT, Side.MIDLINE, Side.RIGHT)


def test_left_is_cool_right_is_warm_and_the_midline_neutral() -> None:
    colours = keypoint_colours(FACE)
    for colour, side in zip(colours, sides(FACE), strict=True):
        _, a, b = _lab(colour)
        if side is Side.LEFT:
            assert b < -10
            assert colour in {*COLOURS[:9]}
        elif side is Side.RIGHT:
            assert b > 25
        else:
            assert np.hypot(a, b) < 5


@pytest.mark.parametrize("vision", [NORMAL, PROTANOPIA, DEUTERANOPIA], ids=["normal", "protan", "deutan"])
def test_left_and_right_stay_apart_for_colour_blind_eyes(vision: NDArray[np.float64]) -> None:
    left = {colour for colour in COLOURS[:9] if _lab(colour)[2] < -10}
    right = {colour for colour in COLOURS[:9] if _lab(colour)[2] > 25}
    assert len(left) == len(right) == 3
    for cool, warm in itertools.product(left, right):
        # 2.3 is a just noticeable difference; ten times that is told apart at a glance, in a thin ring too.
        assert np.linalg.norm(_lab(cool, vision) - _lab(warm, vision)) > 23


def test_joined_keypoints_differ_in_lightness() -> None:
    colours = keypoint_colours(FACE)
    for a, b in FACE.edges:
        assert abs(_lab(colours[a])[0] - _lab(colours[b])[0]) >= 10, (a, b)


def test_a_closed_chain_of_68_points_needs_no_equal_neighbours() -> None:
    names = tuple(f"left point {i}" for i in range(68))
    category = Category("ring", names, tuple((i, (i + 1) % 68) for i in range(68)))
    found = levels(category)
    assert all(found[a] != found[b] for a, b in category.edges)


def test_without_sides_neighbours_differ_in_hue() -> None:
    category = Category("wing", tuple(f"point {i}" for i in range(12)))
    colours = keypoint_colours(category)
    assert all(a != b for a, b in itertools.pairwise(colours))


def test_edges_take_the_colour_of_their_side_and_are_neutral_across() -> None:
    category = Category("body", ("left hip", "right hip", "left knee", "neck"), ((0, 1), (0, 2), (0, 3)))
    across, within, to_midline = edge_colours(category)
    _, a, b = _lab(across)
    assert np.hypot(a, b) < 5
    assert _lab(within)[2] < -10
    assert to_midline == within


def test_a_single_keypoint_and_one_of_300_have_colours() -> None:
    assert len(keypoint_colours(Category("dot", ("tip",)))) == 1
    many = Category("many", tuple(f"left {i}" for i in range(300)), tuple((i, i + 1) for i in range(299)))
    assert set(keypoint_colours(many)) <= set(COLOURS)
