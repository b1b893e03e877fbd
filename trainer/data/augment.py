"""Random views of an object: a warped crop with its keypoints, and photometric changes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from gkdt_core.geometry import REGION_SCALE, Box, RgbImage
from gkdt_core.inference.preprocess import PAD_RGB


@dataclass(frozen=True, slots=True)
class AugmentConfig:
    """How far random views go.

    Attributes:
        rotation: Largest turn, degrees.
        scale_low, scale_high: Range of the region's side relative to `REGION_SCALE` boxes.
        shift: Largest move of the centre as a share of the region's side.
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


def random_view(box: Box, size: int, rng: np.random.Generator, config: AugmentConfig, can_flip: bool) -> View:
    """A random similarity of the squared, enlarged box to the `size` x `size` input."""
    side = box.longer_side * REGION_SCALE * rng.uniform(config.scale_low, config.scale_high)
    centre = np.array(box.centre) + rng.uniform(-config.shift, config.shift, 2) * side
    angle = math.radians(rng.uniform(-config.rotation, config.rotation))
    mirrored = bool(can_flip and rng.random() < config.flip)
    scale = size / max(side, 1.0)
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    linear = np.array([[cos, -sin], [sin, cos]])
    if mirrored:
        linear = linear @ np.diag([-1.0, 1.0])
    offset = np.array([size / 2, size / 2]) - linear @ centre
    return View(np.hstack([linear, offset[:, None]]), mirrored)


def warp(image: RgbImage, matrix: NDArray[np.float64], size: int) -> RgbImage:
    """The (size, size, 3) input that `matrix` (image -> input coordinates) cuts out of `image`."""
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    # Halving first keeps fine texture from aliasing: the exact path of inference filters it out too.
    while scale < 0.6 and min(image.shape[:2]) >= 4:
        height, width = image.shape[0] // 2 * 2, image.shape[1] // 2 * 2
        halved = cv2.resize(image[:height, :width], (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        image = np.asarray(halved, np.uint8)
        matrix = np.hstack([matrix[:, :2] * 2.0, matrix[:, 2:]])
        scale *= 2
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
        image = np.repeat(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    elif config.colour > 0 and rng.random() < 0.1:
        image = np.ascontiguousarray(image[..., rng.permutation(3)])
    if rng.random() < config.blur:
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.5, 2.0))), np.uint8)
    if rng.random() < config.erase:
        size = image.shape[0]
        height, width = (int(size * rng.uniform(0.05, 0.25)) for _ in range(2))
        top, left = int(rng.integers(size - height)), int(rng.integers(size - width))
        image = image.copy()
        image[top : top + height, left : left + width] = rng.integers(0, 256, 3)
    return image
