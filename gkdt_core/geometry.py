"""Coordinates: the one pixel convention, boxes, and the map from an image region to the model's input.

Convention (detectron2, after Heckbert 1990): x right, y down, origin at the outer top-left corner of the
image; the top-left pixel is the square [0, 1] x [0, 1] and its centre is (0.5, 0.5). Every half-pixel
correction of the program lives in `index_to_image` and `image_to_index`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.floating[Any]]
RgbImage = NDArray[np.uint8]
"""(H, W, 3) uint8, RGB, upright."""


def index_to_image(index_xy: Points, stride: float = 1.0) -> Points:
    """Cell indices (..., 2) of a grid with `stride` px per cell -> image coordinates of their centres."""
    return (np.asarray(index_xy) + 0.5) * stride


def image_to_index(xy: Points, stride: float = 1.0) -> Points:
    """Image coordinates (..., 2) -> fractional cell indices; the inverse of `index_to_image`."""
    return np.asarray(xy) / stride - 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-aligned rectangle in image coordinates; edges, not pixel indices.

    Attributes:
        x1, y1: Left and top edge.
        x2, y2: Right and bottom edge, never smaller than x1 and y1.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    def __post_init__(self) -> None:
        if not all(np.isfinite((self.x1, self.y1, self.x2, self.y2))):
            raise ValueError(f"box edges must be finite numbers, got {self.as_xyxy()}")
        if self.x2 < self.x1 or self.y2 < self.y1:
            raise ValueError(f"box edges are out of order: {self.as_xyxy()}")

    @property
    def width(self) -> float:
        return self.x2 - self.x1

    @property
    def height(self) -> float:
        return self.y2 - self.y1

    @property
    def longer_side(self) -> float:
        """The longer edge in px: the length that PCK thresholds refer to."""
        return max(self.width, self.height)

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2

    def as_xyxy(self) -> tuple[float, float, float, float]:
        return self.x1, self.y1, self.x2, self.y2

    def as_xywh(self) -> tuple[float, float, float, float]:
        return self.x1, self.y1, self.width, self.height

    @classmethod
    def from_xywh(cls, x: float, y: float, width: float, height: float) -> Box:
        return cls(x, y, x + width, y + height)

    @classmethod
    def around(cls, points: Points, margin: float = 0.0) -> Box | None:
        """The smallest box around the finite points of (N, 2) plus `margin` px; None without points."""
        finite = np.asarray(points, dtype=np.float64)
        finite = finite[np.isfinite(finite).all(axis=-1)]
        if len(finite) == 0:
            return None
        low, high = finite.min(axis=0) - margin, finite.max(axis=0) + margin
        return cls(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def enlarged(self, factor: float) -> Box:
        """The box scaled about its centre by `factor` in both directions."""
        cx, cy = self.centre
        half_w, half_h = self.width * factor / 2, self.height * factor / 2
        return Box(cx - half_w, cy - half_h, cx + half_w, cy + half_h)

    def squared(self) -> Box:
        """The square about the same centre whose side is the longer edge."""
        cx, cy = self.centre
        half = self.longer_side / 2
        return Box(cx - half, cy - half, cx + half, cy + half)

    def clipped(self, image_hw: tuple[int, int]) -> Box:
        """The part inside an image of `image_hw` = (height, width); may have no area."""
        height, width = image_hw
        x1, x2 = (min(max(v, 0.0), float(width)) for v in (self.x1, self.x2))
        y1, y2 = (min(max(v, 0.0), float(height)) for v in (self.y1, self.y2))
        return Box(x1, y1, x2, y2)

    def contains(self, xy: tuple[float, float]) -> bool:
        return self.x1 <= xy[0] <= self.x2 and self.y1 <= xy[1] <= self.y2


REGION_SCALE = 1.35
"""How much larger than an object's box the region is that the model looks at, in training as in use."""


def object_region(box: Box, scale: float = REGION_SCALE) -> Box:
    """The square region around an object's box; it may reach beyond the image."""
    return box.enlarged(scale).squared()


@dataclass(frozen=True, slots=True)
class ImageToInput:
    """The affine map from image coordinates to the model's square input, and back (gkdt.md section 1).

    A point goes image -> crop (subtract `offset`) -> resize (times `scale`) -> pad (add `pad`) -> input px;
    "normalised" input coordinates run from -1 to 1 across the input.

    Attributes:
        scale: Input px per image px.
        offset_xy: Left and top edge of the crop, image px.
        pad_xy: Left and top padding, input px.
        input_size: Side of the square input, px.
    """

    scale: float
    offset_xy: tuple[float, float]
    pad_xy: tuple[float, float]
    input_size: int

    def image_to_input(self, xy: Points) -> Points:
        """(..., 2) image coordinates -> input px."""
        return (np.asarray(xy) - self.offset_xy) * self.scale + self.pad_xy

    def input_to_image(self, xy: Points) -> Points:
        """(..., 2) input px -> image coordinates."""
        return (np.asarray(xy) - self.pad_xy) / self.scale + self.offset_xy

    def image_to_norm(self, xy: Points) -> Points:
        """(..., 2) image coordinates -> normalised input coordinates in [-1, 1]."""
        return self.image_to_input(xy) / self.input_size * 2 - 1

    def norm_to_image(self, xy: Points) -> Points:
        """(..., 2) normalised input coordinates -> image coordinates."""
        return self.input_to_image((np.asarray(xy) / 2 + 0.5) * self.input_size)
