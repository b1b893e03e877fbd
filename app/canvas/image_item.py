"""The image on the canvas: a pyramid of Qt images, so that any zoom of any size paints quickly."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gkdt_core.geometry import RgbImage

_QT_SIDE_LIMIT = 32767
"""QImage and the raster painter hold no longer side."""
_COPY_LIMIT = 24_000_000
"""Up to so many pixels a level is stored in the painter's own 4-byte format (fast); above it shares ours."""
_SMALLEST_SIDE = 256
_CRISP_ZOOM = 8.0
"""From so many device px per image px on, pixels are squares: a person sees which pixel a point is in."""


@dataclass(frozen=True, slots=True, eq=False)
class PreparedImage:
    """An image ready to paint.

    Attributes:
        pixels: The image itself, shared, not copied.
        levels: Full size first (half size where Qt cannot hold it), each next one half of it.
        buffers: What the levels that do not own their pixels look at; kept alive here.
    """

    pixels: RgbImage
    levels: tuple[QImage, ...]
    buffers: tuple[RgbImage, ...]

    @property
    def image_hw(self) -> tuple[int, int]:
        """(height, width) in image px."""
        return int(self.pixels.shape[0]), int(self.pixels.shape[1])


def prepare_image(image: RgbImage) -> PreparedImage:
    """`image` with its pyramid; touches no widget, so a worker thread may call it."""
    import cv2  # not at the top: the window is up before anything needs it

    pixels = np.ascontiguousarray(image, dtype=np.uint8)
    levels: list[QImage] = []
    buffers: list[RgbImage] = []
    current = pixels
    while True:
        height, width = current.shape[:2]
        if max(height, width) <= _QT_SIDE_LIMIT:
            view = QImage(current.data, width, height, width * 3, QImage.Format.Format_RGB888)
            if height * width <= _COPY_LIMIT:
                levels.append(view.convertToFormat(QImage.Format.Format_RGB32))
            else:
                levels.append(view)
                buffers.append(current)
        if levels and max(height, width) <= _SMALLEST_SIDE:
            return PreparedImage(pixels, tuple(levels), tuple(buffers))
        half = (max(1, math.ceil(width / 2)), max(1, math.ceil(height / 2)))
        current = np.ascontiguousarray(cv2.resize(current, half, interpolation=cv2.INTER_AREA))


class ImageItem(QGraphicsItem):
    """Paints a `PreparedImage` into [0, W] x [0, H] of the scene: scene coordinates are image coordinates."""

    def __init__(self) -> None:
        super().__init__()
        self._image: PreparedImage | None = None
        self._lookup: NDArray[np.uint8] | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # gives `exposedRect`

    def set_image(self, image: PreparedImage | None) -> None:
        self.prepareGeometryChange()
        self._image = image
        self.update()

    def set_lookup(self, lookup: NDArray[np.uint8] | None) -> None:
        """Show grey value v as `lookup[v]` ((256,) uint8) in every channel; None shows the image as it is."""
        self._lookup = lookup
        self.update()

    def boundingRect(self) -> QRectF:
        if self._image is None:
            return QRectF()
        height, width = self._image.image_hw
        return QRectF(0, 0, width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ratio = widget.devicePixelRatioF() if widget is not None else 1.0
        exposed: QRectF = option.exposedRect
        self.draw(painter, exposed, painter.worldTransform().m11() * ratio)

    def draw(self, painter: QPainter, exposed: QRectF, zoom: float) -> None:
        """Paint the part `exposed` of the image; `painter` is in image coordinates.

        Args:
            exposed: Image coordinates.
            zoom: Device px per image px, which chooses the level and the smoothing.
        """
        if self._image is None:
            return
        height, width = self._image.image_hw
        levels = self._image.levels
        # The smallest level that still has a pixel for every device px: never shrunk more than by half,
        # which bilinear sampling does without flicker.
        wanted = max(height, width) * zoom
        level = next(
            (image for image in reversed(levels) if max(image.width(), image.height()) >= wanted), levels[0]
        )
        across, down = level.width() / width, level.height() / height
        part = QRectF(
            exposed.x() * across, exposed.y() * down, exposed.width() * across, exposed.height() * down
        )
        # Whole pixels and one more for the bilinear neighbour.
        source = part.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(level.rect())
        if source.isEmpty():
            return
        target = QRectF(
            source.x() / across, source.y() / down, source.width() / across, source.height() / down
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < _CRISP_ZOOM)
        if self._lookup is None:
            painter.drawImage(target, level, QRectF(source))
        else:
            painter.drawImage(target, _looked_up(level, source, self._lookup))


def _looked_up(level: QImage, source: QRect, lookup: NDArray[np.uint8]) -> QImage:
    import cv2

    part = level.copy(source).convertToFormat(QImage.Format.Format_RGB32)
    # bytesPerLine is 4 * width in this format, so the rows follow each other without gaps.
    values = np.frombuffer(part.constBits(), np.uint8).reshape(source.height(), source.width(), 4)
    shown = np.ascontiguousarray(cv2.LUT(values, lookup))
    shown[..., 3] = 255
    view = QImage(shown.data, source.width(), source.height(), source.width() * 4, QImage.Format.Format_RGB32)
    return view.copy()  # the array goes with this call, the copy stays
