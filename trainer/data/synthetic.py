"""Class-free episodes: random points on one photograph, seen in several warped views of it.

What is learnt from them is to find the same place again, whatever it is: nothing has a name, so only visual
prompts can be asked. They stand for the categories that nobody has trained for.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from gkdt_core.geometry import RgbImage
from trainer.data.augment import (
    AugmentConfig,
    Picture,
    View,
    change_colours,
    random_view,
    transform_points,
    warp,
)
from trainer.data.dataset import Sample

MIN_POINTS, MAX_POINTS = 6, 20
_MARGIN = 0.08  # of the first view's side, kept free of points: other views show less
_STRETCH, _SHEAR = 0.2, 0.2
_BEND = 0.035
"""Standard deviation of the bending, share of the input's side."""
_BEND_CELLS = 4
_INVERSIONS = 6


def random_points(view: RgbImage, inside: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.float64]:
    """Points (N, 2) of a view in input coordinates: half on corners, where people click, half anywhere.

    Args:
        view: (S, S, 3).
        inside: (S, S) whether the picture, not its padding, is there.
        rng: Decides.
    """
    size = view.shape[0]
    margin = int(_MARGIN * size)
    allowed = inside.copy()
    allowed[:margin], allowed[size - margin :] = False, False
    allowed[:, :margin], allowed[:, size - margin :] = False, False
    if not allowed.any():
        return np.zeros((0, 2))
    count = int(rng.integers(MIN_POINTS, MAX_POINTS + 1))
    grey = cv2.cvtColor(view, cv2.COLOR_RGB2GRAY)
    corners = cv2.goodFeaturesToTrack(
        grey, 3 * count, 0.01, size / 24, mask=allowed.astype(np.uint8), blockSize=7
    )
    found = np.zeros((0, 2)) if corners is None else corners.reshape(-1, 2).astype(np.float64)
    found = found[rng.permutation(len(found))[: count // 2]]
    rows, columns = np.nonzero(allowed)
    chosen = rng.integers(len(rows), size=count - len(found))
    anywhere = np.stack([columns[chosen], rows[chosen]], axis=1)
    return np.concatenate([found, anywhere]) + 0.5  # pixel indices -> continuous


def bend(size: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """(S, S, 2) smooth random shifts, px: what a place of the bent view shows lies that much further."""
    coarse = rng.normal(0, _BEND * size, (_BEND_CELLS, _BEND_CELLS, 2)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC), np.float32)


def bend_points(points: NDArray[np.float64], shifts: NDArray[np.float32]) -> NDArray[np.float64]:
    """Points (N, 2) of a view -> where they are in the bent one, by fixed-point iteration."""
    size = len(shifts)
    found = points.copy()
    if not len(points):  # OpenCV refuses to look up nothing
        return found
    for _ in range(_INVERSIONS):
        index = np.clip(found - 0.5, 0, size - 1).astype(np.float32)
        here = cv2.remap(shifts, index[:, 0], index[:, 1], cv2.INTER_LINEAR)
        found = points - here.reshape(-1, 2)
    return found


def class_free_views(
    sample: Sample,
    picture: Picture,
    size: int,
    count: int,
    rng: np.random.Generator,
    config: AugmentConfig,
) -> tuple[NDArray[np.uint8], NDArray[np.float32], NDArray[np.bool_]]:
    """Views of one photograph with the same random points in all of them.

    Args:
        sample: Around whose box the views are.
        picture: Its picture.
        size: Side of the input, px.
        count: E, how many views.
        rng: Decides.
        config: How far views go; they are stretched, sheared and bent beside, and never mirrored.

    Returns:
        Pixels (E, S, S, 3), points (E, N, 2) normalised, visible (E, N); N may be 0 for an empty picture.
    """
    calm = replace(config, rotation=0.0, flip=0.0, shift=0.0, scale_low=1.0, scale_high=1.2)
    base = random_view(sample.box, size, rng, calm, can_flip=False)
    to_pixels = picture.matrix_from(base.matrix)
    first = warp(picture.pixels, to_pixels, size)
    inverse = _inverse(to_pixels)
    cells = np.stack(np.meshgrid(np.arange(size) + 0.5, np.arange(size) + 0.5), axis=-1).reshape(-1, 2)
    there = transform_points(cells, inverse)
    height, width = picture.pixels.shape[:2]
    inside: NDArray[np.bool_] = ((there >= 0) & (there < [width, height])).all(axis=1).reshape(size, size)
    marked = random_points(first, inside, rng)
    in_image = transform_points(marked, _inverse(base.matrix))
    pixels, points, visible = [], [], []
    for _ in range(count):
        view = _stretched(random_view(sample.box, size, rng, config, can_flip=False), size, rng)
        seen = warp(picture.pixels, picture.matrix_from(view.matrix), size)
        place = transform_points(in_image, view.matrix)
        if rng.random() < 0.7:
            shifts = bend(size, rng)
            maps = shifts + np.stack(np.meshgrid(np.arange(size), np.arange(size)), axis=-1).astype(
                np.float32
            )
            seen = np.asarray(
                cv2.remap(
                    seen, maps[..., 0], maps[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
                ),
                np.uint8,
            )
            place = bend_points(place, shifts)
        shown = np.asarray(((place >= 0) & (place < size)).all(axis=1))
        pixels.append(change_colours(seen, rng, config))
        points.append(np.where(shown[:, None], place / size * 2 - 1, 0.0).astype(np.float32))
        visible.append(shown)
    return np.stack(pixels), np.stack(points), np.stack(visible)


def _inverse(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(cv2.invertAffineTransform(matrix), np.float64)


def _stretched(view: View, size: int, rng: np.random.Generator) -> View:
    """The view, stretched and sheared around its middle."""
    wide = np.exp(rng.uniform(-_STRETCH, _STRETCH))
    linear = np.array([[wide, rng.uniform(-_SHEAR, _SHEAR)], [0.0, 1 / wide]])
    middle = np.full(2, size / 2)
    matrix = np.hstack(
        [linear @ view.matrix[:, :2], (linear @ (view.matrix[:, 2] - middle) + middle)[:, None]]
    )
    return View(matrix, view.mirrored)
