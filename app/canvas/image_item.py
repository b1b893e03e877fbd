"""The image on the canvas: a pyramid of Qt images, so that any zoom of any size paints quickly."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from gkdt_core.geometry import RgbImage


@dataclass(frozen=True, slots=True, eq=False)
class PreparedImage:
    """An image ready to paint.

    Attributes:
        pixels: The image itself, shared, not copied.
        levels: Full size first, each next one half of it in both directions.
    """

    pixels: RgbImage
    levels: tuple[QImage, ...]

    @property
    def image_hw(self) -> tuple[int, int]:
        """(height, width) in image px."""
        return int(self.pixels.shape[0]), int(self.pixels.shape[1])


def prepare_image(image: RgbImage) -> PreparedImage:
    """`image` with its pyramid; touches no widget, so a worker thread may call it."""
    raise NotImplementedError
