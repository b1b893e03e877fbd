"""Random views of an object: a warped crop with its keypoints, and photometric changes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from gkdt_core.geometry import REGION_SCALE, Box, RgbImage
from gkdt_core.inference.preprocess import PAD_RGB

_CALM_REACH = 0.25


@dataclass(frozen=True, slots=True)
class AugmentConfig:
    """How far random views go.

    Attributes:
        rotation: Largest turn, degrees.
        scale_low, scale_high: Range of the region's side relative to `REGION_SCALE` boxes.
        shift: Largest move of the centre as a share of the region's side.
        calm: Probability of a view that moves a quarter as far, as regions are cut when the model is used:
            from them it learns what a place in the region says.
        flip: Probability of mirroring, where names allow it.
        colour: Strength of brightness, contrast, gamma and colour changes; 0 for none.
        grey: Probability of a grey picture.
        blur: Probability of a blurred picture.
        erase: Probability of covering a random rectangle.
    """

    rotation: float = 30.0
    scale_low: float = 0.75
    scale_high: float = 1.5
    shift: float = 0.08
    calm: float = 0.3
    flip: float = 0.5
    colour: float = 1.0
    grey: float = 0.1
    blur: float = 0.1
    erase: float = 0.2


@dataclass(frozen=True, slots=True)
class View:
    """One warped crop.

    Attributes:
        matrix: (2, 3) image coordinates -> input coordinates.
        mirrored: Whether left and right have changed places.
    """

    matrix: NDArray[np.float64]
    mirrored: bool


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture, or the part of it that views can show, maybe made smaller.

    Attributes:
        pixels: (h, w, 3) uint8.
        origin: (x, y) of the part's corner in the picture, px; multiples of `shrink`.
        shrink: Picture px per px of `pixels`: 1, 2, 4, ...
    """

    pixels: RgbImage
    origin: tuple[int, int] = (0, 0)
    shrink: int = 1

    def matrix_from(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """A (2, 3) map of the picture's coordinates as one of the coordinates of `pixels`."""
        offset = matrix[:, 2] + matrix[:, :2] @ np.array(self.origin, np.float64)
        return np.hstack([matrix[:, :2] * self.shrink, offset[:, None]])


def random_view(box: Box, size: int, rng: np.random.Generator, config: AugmentConfig, can_flip: bool) -> View:
    """A random similarity of the squared, enlarged box to the `size` x `size` input."""
    reach = _CALM_REACH if config.calm > 0 and rng.random() < config.calm else 1.0
    low, high = (reach * (scale - 1) + 1 for scale in (config.scale_low, config.scale_high))
    side = box.longer_side * REGION_SCALE * rng.uniform(low, high)
    centre = np.array(box.centre) + rng.uniform(-config.shift, config.shift, 2) * reach * side
    angle = math.radians(rng.uniform(-config.rotation, config.rotation) * reach)
    mirrored = bool(can_flip and rng.random() < config.flip)
    scale = size / max(side, 1.0)
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    linear = np.array([[cos, -sin], [sin, cos]])
    if mirrored:
        linear = linear @ np.diag([-1.0, 1.0])
    offset = np.array([size / 2, size / 2]) - linear @ centre
    return View(np.hstack([linear, offset[:, None]]), mirrored)


@dataclass(frozen=True, slots=True)
class Reach:
    """What the views of a picture's instances can need of it.

    Attributes:
        edges: (left, top, right, bottom) in picture px; they may lie outside of it.
        halvings: How often it can be halved so that no view notices.
    """

    edges: tuple[float, float, float, float]
    halvings: int

    def union(self, other: Reach) -> Reach:
        """What both need."""
        a, b = self.edges, other.edges
        edges = min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
        return Reach(edges, min(self.halvings, other.halvings))


def reach_of(box: Box, size: int, config: AugmentConfig) -> Reach:
    """What `random_view` of the box can show, in an input of `size` px."""
    widest = box.longer_side * REGION_SCALE * config.scale_high
    turn = math.radians(min(config.rotation, 45.0))
    # half the side of the upright square around a turned one, and how far its centre moves
    half = widest * ((math.cos(turn) + math.sin(turn)) / 2 + config.shift)
    half += _margin(halvings(size / max(widest, 1.0)))
    x, y = box.centre
    closest = box.longer_side * REGION_SCALE * config.scale_low
    return Reach((x - half, y - half, x + half, y + half), halvings(size / max(closest, 1.0)))


def halvings(scale: float) -> int:
    """How often a picture is halved before it is shown at `scale` input px per picture px.

    Halving first keeps fine texture from aliasing: the exact path of inference filters it out too.
    """
    times = 0
    while scale < 0.6:
        scale *= 2
        times += 1
    return times


def _margin(times: int) -> int:
    """Px around a view that are kept: for the interpolation, and for whole blocks of the halving."""
    return 3 << times


def halve(image: RgbImage, times: int) -> RgbImage:
    """The picture halved `times` times by averaging; an odd last row or column is left out each time."""
    for _ in range(times):
        height, width = image.shape[0] // 2, image.shape[1] // 2
        if min(height, width) < 1:
            break
        halved = cv2.resize(image[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA)
        image = np.asarray(halved, np.uint8)
    return image


def part_of(image: RgbImage, edges: tuple[float, float, float, float], block: int) -> Picture:
    """The part inside `edges` (left, top, right, bottom), widened to whole blocks; at least one block."""
    height, width = image.shape[:2]
    left = max(min(math.floor(edges[0] / block), (width - 1) // block), 0) * block
    top = max(min(math.floor(edges[1] / block), (height - 1) // block), 0) * block
    right = min(max(math.ceil(edges[2] / block) * block, left + block), width)
    bottom = min(max(math.ceil(edges[3] / block) * block, top + block), height)
    return Picture(image[top:bottom, left:right], (left, top))


def warp(image: RgbImage, matrix: NDArray[np.float64], size: int) -> RgbImage:
    """The (size, size, 3) input that `matrix` (image -> input coordinates) cuts out of `image`."""
    times = halvings(float(np.sqrt(abs(np.linalg.det(matrix[:, :2])))))
    if times and min(image.shape[:2]) >> times >= 2:
        # only what the view shows is halved: in a large picture that is little
        corners = np.array([[0.0, 0.0], [size, 0.0], [0.0, size], [size, size]]) - matrix[:, 2]
        seen = np.linalg.solve(matrix[:, :2], corners.T)
        low, high = seen.min(axis=1) - _margin(times), seen.max(axis=1) + _margin(times)
        part = part_of(image, (low[0], low[1], high[0], high[1]), 1 << times)
        small = Picture(halve(part.pixels, times), part.origin, 1 << times)
        image, matrix = small.pixels, small.matrix_from(matrix)
    return np.asarray(
        cv2.warpAffine(
            image, index_matrix(matrix), (size, size), flags=cv2.INTER_LINEAR, borderValue=PAD_RGB
        ),
        np.uint8,
    )


def index_matrix(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """A (2, 3) map of continuous coordinates as OpenCV wants it, between pixel indices."""
    half = np.full(2, 0.5)
    offset = matrix[:, 2] + matrix[:, :2] @ half - half
    return np.hstack([matrix[:, :2], offset[:, None]])


def transform_points(points: NDArray[np.float64], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """(..., 2) image coordinates -> input coordinates."""
    return points @ matrix[:, :2].T + matrix[:, 2]


def change_colours(image: RgbImage, rng: np.random.Generator, config: AugmentConfig) -> RgbImage:
    """Random brightness, contrast, gamma, tint, grey, blur and a covered rectangle; same shape."""
    if config.colour > 0:
        levels = np.arange(256, dtype=np.float32) / 255
        gamma = math.exp(rng.uniform(-0.35, 0.35) * config.colour)
        contrast = 1 + rng.uniform(-0.35, 0.35) * config.colour
        brightness = rng.uniform(-0.15, 0.15) * config.colour
        tint = 1 + rng.uniform(-0.1, 0.1, 3) * config.colour
        table = (levels**gamma - 0.5) * contrast + 0.5 + brightness
        lut = np.clip(table[:, None] * tint[None] * 255, 0, 255).astype(np.uint8)
        image = np.asarray(cv2.LUT(image, lut[None]), np.uint8)
    if rng.random() < config.grey:
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
        image = np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.uint8)
    elif config.colour > 0 and rng.random() < 0.1:
        planes = cv2.split(image)  # fancy indexing takes five times as long
        image = np.asarray(cv2.merge([planes[i] for i in rng.permutation(3)]), np.uint8)
    if rng.random() < config.blur:
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.5, 2.0))), np.uint8)
    if rng.random() < config.erase:
        size = image.shape[0]
        height, width = (int(size * rng.uniform(0.05, 0.25)) for _ in range(2))
        top, left = int(rng.integers(size - height)), int(rng.integers(size - width))
        image = image.copy()
        image[top : top + height, left : left + width] = rng.integers(0, 256, 3)
    return image
