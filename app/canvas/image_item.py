"""The image on the canvas: a pyramid of Qt images, so that any zoom of any size paints quickly."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.adjust import CODES, Adjustment
from app.canvas.tiles import TileSet, keys_in, looked_up, wanted_factor, windowed
from gkdt_core.geometry import RgbImage

if TYPE_CHECKING:
    from gkdt_core.media.detail import Detail, NoDetail
    from gkdt_core.media.images import ShownPicture

_QT_SIDE_LIMIT = 32767
"""QImage and the raster painter hold no longer side."""
_COPY_LIMIT = 24_000_000
"""Up to so many pixels a level is stored in the painter's own 4-byte format (fast); above it shares ours."""
_SMALLEST_SIDE = 256
_CRISP_ZOOM = 8.0
"""From so many device px per image px on, pixels are squares: a person sees which pixel a point is in."""


@dataclass(frozen=True, slots=True, eq=False)
class DeepGreys:
    """The real values of a grey picture with more than 8 bits, as codes of 16 bits.

    Attributes:
        levels: (h, w) uint16 codes, one array for each level of the picture.
        offset: The real value of code 0.
        step: Real values for one code; 1 for a 16-bit file, whose codes are its values.
        window: The real values shown black and white when nobody chose others.
        extent: The least and the greatest real value.
    """

    levels: tuple[NDArray[np.uint16], ...]
    offset: float
    step: float
    window: tuple[float, float]
    extent: tuple[float, float]

    def codes(self, values: NDArray[Any]) -> NDArray[np.uint16]:
        """The codes of more real values of the picture."""
        return coded(values, self.offset, self.step)


@dataclass(frozen=True, slots=True, eq=False)
class PreparedImage:
    """An image ready to paint.

    Attributes:
        pixels: The image itself, shared, not copied; smaller by `shrink` where it is very large.
        levels: Full size first (half size where Qt cannot hold it), each next one half of it.
        buffers: What the levels that do not own their pixels look at; kept alive here.
        image_hw: (height, width) in image px.
        shrink: Image px for a pixel of `pixels`, in each direction.
        corner: Where the first of `pixels` begins, image coordinates.
        deep: The real values of a grey image with more than 8 bits.
        detail: Every pixel of a very large image, where its file allows it.
        no_detail: Why it does not; None where there is no need.
    """

    pixels: RgbImage
    levels: tuple[QImage, ...]
    buffers: tuple[RgbImage, ...]
    image_hw: tuple[int, int]
    shrink: int = 1
    corner: tuple[int, int] = (0, 0)
    deep: DeepGreys | None = None
    detail: Detail | None = None
    no_detail: NoDetail | None = None

    @property
    def area(self) -> QRectF:
        """What `pixels` covers, image coordinates; beyond the image where the last block is incomplete."""
        height, width = self.pixels.shape[:2]
        return QRectF(*self.corner, width * self.shrink, height * self.shrink)

    @property
    def nbytes(self) -> int:
        """About how much memory it takes."""
        own = sum(level.sizeInBytes() for level in self.levels) + self.pixels.nbytes
        own += 0 if self.detail is None else self.detail.nbytes
        return own + (0 if self.deep is None else sum(level.nbytes for level in self.deep.levels))

    def pixel_at(self, x: float, y: float) -> tuple[tuple[int, int, int], float | None]:
        """The colour at a place inside the image, image coordinates, and the real value of a deep grey."""
        height, width = self.pixels.shape[:2]
        column = min(max(int((x - self.corner[0]) // self.shrink), 0), width - 1)
        row = min(max(int((y - self.corner[1]) // self.shrink), 0), height - 1)
        red, green, blue = self.pixels[row, column].tolist()
        if self.deep is None:
            return (red, green, blue), None
        return (red, green, blue), self.deep.offset + self.deep.step * float(self.deep.levels[0][row, column])


def prepare_image(image: RgbImage | ShownPicture) -> PreparedImage:
    """`image` with its pyramid; touches no widget, so a worker thread may call it."""
    shown = None if isinstance(image, np.ndarray) else image
    pixels = np.ascontiguousarray(image if shown is None else shown.pixels, dtype=np.uint8)
    levels: list[QImage] = []
    buffers: list[RgbImage] = []
    sizes: list[tuple[int, int]] = []
    current = pixels
    while True:
        height, width = current.shape[:2]
        if max(height, width) <= _QT_SIDE_LIMIT:
            view = QImage(current.data, width, height, width * 3, QImage.Format.Format_RGB888)
            sizes.append((height, width))
            if height * width <= _COPY_LIMIT:
                levels.append(view.convertToFormat(QImage.Format.Format_RGB32))
            else:
                levels.append(view)
                buffers.append(current)
        if levels and max(height, width) <= _SMALLEST_SIDE:
            made = PreparedImage(
                pixels, tuple(levels), tuple(buffers), (int(pixels.shape[0]), int(pixels.shape[1]))
            )
            if shown is None:
                return made
            deep = None if shown.values is None else _deep(shown.values, shown.window, sizes)
            return replace(
                made,
                image_hw=shown.image_hw,
                shrink=shown.shrink,
                corner=shown.corner,
                deep=deep,
                detail=shown.detail,
                no_detail=shown.no_detail,
            )
        current = _halved(current)


def _halved(pixels: NDArray[Any]) -> NDArray[Any]:
    import cv2  # not at the top: the window is up before anything needs it

    height, width = pixels.shape[:2]
    half = (max(1, math.ceil(width / 2)), max(1, math.ceil(height / 2)))
    return np.ascontiguousarray(cv2.resize(pixels, half, interpolation=cv2.INTER_AREA))


def _deep(values: NDArray[Any], window: tuple[float, float], sizes: list[tuple[int, int]]) -> DeepGreys:
    if values.dtype == np.uint16:
        codes, offset, step = np.ascontiguousarray(values), 0.0, 1.0
        extent = (float(values.min()), float(values.max()))
    else:
        numbers = values.astype(np.float64)
        finite = numbers[np.isfinite(numbers)]
        extent = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 0.0)
        offset, step = extent[0], max(extent[1] - extent[0], 1e-12) / (CODES - 1)
        codes = coded(numbers, offset, step)
    levels: list[NDArray[np.uint16]] = []
    while True:
        if codes.shape == sizes[len(levels)]:
            levels.append(codes)
            if len(levels) == len(sizes):
                return DeepGreys(tuple(levels), offset, step, window, extent)
        codes = _halved(codes)


def coded(values: NDArray[Any], offset: float, step: float) -> NDArray[np.uint16]:
    """Real values as codes; what is no number is the least."""
    if values.dtype == np.uint16 and (offset, step) == (0.0, 1.0):
        return values
    shares = np.nan_to_num((values.astype(np.float64) - offset) / step, nan=0.0, posinf=0.0, neginf=0.0)
    return np.asarray(np.rint(np.clip(shares, 0, CODES - 1)).astype(np.uint16))


class ImageItem(QGraphicsItem):
    """Paints a `PreparedImage` into [0, W] x [0, H] of the scene: scene coordinates are image coordinates."""

    def __init__(self) -> None:
        super().__init__()
        self._image: PreparedImage | None = None
        self._adjustment = Adjustment()
        self._table: NDArray[np.uint8] | None = None
        self._deep_table: NDArray[np.uint8] | None = None
        self._tile_table: NDArray[np.uint8] | None = None
        self.tiles = TileSet()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # gives `exposedRect`

    def set_image(self, image: PreparedImage | None) -> None:
        self.prepareGeometryChange()
        self._image = image
        self.tiles.clear()
        self.set_adjustment(self._adjustment)

    def set_adjustment(self, adjustment: Adjustment) -> None:
        """How the image is shown; the image itself stays as it is."""
        self._adjustment = adjustment
        self._table = adjustment.table()
        deep = None if self._image is None else self._image.deep
        is_own = adjustment.is_plain and adjustment.window is None
        self._deep_table = (
            None if deep is None or is_own else adjustment.deep_table(deep.window, deep.offset, deep.step)
        )
        self._tile_table = self._table
        if self._image is not None and self._image.detail is not None and deep is not None:
            self._tile_table = self._deep_table
            if is_own:  # the picture made smaller has its own window already, tiles have real values
                self._tile_table = adjustment.deep_table(deep.window, deep.offset, deep.step)
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
        image = self._image
        if image is None:
            return
        if not self._has_all_tiles(image, exposed, zoom):
            self._draw_levels(image, painter, exposed, zoom)
        self._draw_tiles(image, painter, exposed, zoom)

    def _has_all_tiles(self, image: PreparedImage, exposed: QRectF, zoom: float) -> bool:
        factor = wanted_factor(zoom, image.shrink)
        return factor is not None and all(
            key in self.tiles for key in keys_in(exposed, image.image_hw, factor)
        )

    def _draw_tiles(self, image: PreparedImage, painter: QPainter, exposed: QRectF, zoom: float) -> None:
        """The tiles that are there, over the picture made smaller: coarse ones below, until all are."""
        finest = wanted_factor(zoom, image.shrink)
        if finest is None or not len(self.tiles):
            return
        bounds = self.boundingRect()
        painter.save()
        factor = finest if self._has_all_tiles(image, exposed, zoom) else image.shrink // 2
        while factor >= finest:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom * factor < _CRISP_ZOOM)
            for key in keys_in(exposed, image.image_hw, factor):
                tile = self.tiles.get(key)
                if tile is not None:
                    core = key.area.intersected(bounds)
                    painter.save()
                    painter.setClipRect(core, Qt.ClipOperation.IntersectClip)
                    painter.drawImage(tile.place, tile.shown(self._tile_table))
                    painter.restore()
            factor //= 2
        painter.restore()

    def _draw_levels(self, image: PreparedImage, painter: QPainter, exposed: QRectF, zoom: float) -> None:
        area = image.area
        levels = image.levels
        # The smallest level that still has a pixel for every device px: never shrunk more than by half,
        # which bilinear sampling does without flicker.
        wanted = max(area.width(), area.height()) * zoom
        number = next(
            (
                number
                for number in range(len(levels) - 1, -1, -1)
                if max(levels[number].width(), levels[number].height()) >= wanted
            ),
            0,
        )
        level = levels[number]
        across, down = level.width() / area.width(), level.height() / area.height()
        part = QRectF(
            (exposed.x() - area.x()) * across,
            (exposed.y() - area.y()) * down,
            exposed.width() * across,
            exposed.height() * down,
        )
        # Whole pixels and one more for the bilinear neighbour.
        source = part.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(level.rect())
        if source.isEmpty():
            return
        target = QRectF(
            area.x() + source.x() / across,
            area.y() + source.y() / down,
            source.width() / across,
            source.height() / down,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom * image.shrink < _CRISP_ZOOM)
        is_beyond = not self.boundingRect().contains(area)
        if is_beyond:  # blocks at the edge that the image does not fill
            painter.save()
            painter.setClipRect(self.boundingRect(), Qt.ClipOperation.IntersectClip)
        if self._deep_table is not None and image.deep is not None:
            painter.drawImage(target, windowed(_cut(image.deep.levels[number], source), self._deep_table))
        elif self._table is None:
            painter.drawImage(target, level, QRectF(source))
        else:
            painter.drawImage(target, looked_up(level.copy(source), self._table))
        if is_beyond:
            painter.restore()


def _cut(codes: NDArray[np.uint16], source: QRect) -> NDArray[np.uint16]:
    return codes[source.top() : source.bottom() + 1, source.left() : source.right() + 1]
