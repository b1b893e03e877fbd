"""Full resolution for a very large picture: tiles of what is in view, made in a worker, the latest kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from app.canvas.image_item import DeepGreys
    from gkdt_core.media.detail import Detail

TILE = 512
"""Pixels of a tile in each direction, without the border."""
KEPT_BYTES = 288 * 2**20
"""Tiles kept: more than a screen of 3840 x 2160 px and one tile around it."""
_BORDER = 1
"""Pixels of the neighbours that each tile has too, so that no seam shows where both are smoothed."""


@dataclass(frozen=True, slots=True)
class TileKey:
    """A square of the picture.

    Attributes:
        factor: Image px for a px of the tile, in each direction.
        column: From the left, from 0.
        row: From the top, from 0.
    """

    factor: int
    column: int
    row: int

    @property
    def area(self) -> QRectF:
        """Image coordinates; the last ones of a row or column reach beyond the picture."""
        side = TILE * self.factor
        return QRectF(self.column * side, self.row * side, side, side)


class Tile:
    """A tile's pixels, and how they are shown.

    Args:
        key: Where.
        corner: Where the first px begins, image coordinates: the border lies outside of the key's area.
        content: The picture, or (h, w) codes of deep greys.
    """

    def __init__(self, key: TileKey, corner: tuple[int, int], content: QImage | NDArray[np.uint16]) -> None:
        self.key, self.content = key, content
        width, height = _size(content)
        self.place = QRectF(*corner, width * key.factor, height * key.factor)
        self._shown: tuple[NDArray[np.uint8], QImage] | None = None

    @property
    def nbytes(self) -> int:
        """How much memory it takes at most."""
        width, height = _size(self.content)
        return width * height * (6 if isinstance(self.content, np.ndarray) else 8)

    def shown(self, table: NDArray[np.uint8] | None) -> QImage:
        """The tile through a table of grey levels (of codes for deep greys); made once for each table."""
        if table is None and isinstance(self.content, QImage):
            self._shown = None
            return self.content
        assert table is not None  # deep greys always have one
        if self._shown is None or self._shown[0] is not table:
            if isinstance(self.content, QImage):
                image = looked_up(self.content, table)
            else:
                image = windowed(self.content, table)
            self._shown = table, image
        return self._shown[1]

    def code_at(self, x: float, y: float) -> int | None:
        """The code of a deep grey at a place inside, image coordinates; None for other pictures."""
        if isinstance(self.content, QImage):
            return None
        column, row = self._index(x, y)
        return int(self.content[row, column])

    def colour_at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """The colour at a place inside, image coordinates; None for deep greys."""
        if not isinstance(self.content, QImage):
            return None
        colour = self.content.pixelColor(*self._index(x, y))
        return colour.red(), colour.green(), colour.blue()

    def _index(self, x: float, y: float) -> tuple[int, int]:
        width, height = _size(self.content)
        column = int((x - self.place.x()) // self.key.factor)
        row = int((y - self.place.y()) // self.key.factor)
        return min(max(column, 0), width - 1), min(max(row, 0), height - 1)


def _size(content: QImage | NDArray[np.uint16]) -> tuple[int, int]:
    """(width, height)"""
    if isinstance(content, QImage):
        return content.width(), content.height()
    return content.shape[1], content.shape[0]


class TileSet:
    """The tiles of one picture; those shown longest ago go first."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[TileKey, Tile] = OrderedDict()

    def __len__(self) -> int:
        return len(self._tiles)

    def __contains__(self, key: TileKey) -> bool:
        return key in self._tiles

    def get(self, key: TileKey) -> Tile | None:
        """A tile, which counts as shown now."""
        tile = self._tiles.get(key)
        if tile is not None:
            self._tiles.move_to_end(key)
        return tile

    def add(self, tiles: Sequence[Tile]) -> None:
        """Keep these, and forget the oldest where there are too many."""
        for tile in tiles:
            self._tiles[tile.key] = tile
            self._tiles.move_to_end(tile.key)
        size = sum(tile.nbytes for tile in self._tiles.values())
        while size > KEPT_BYTES and len(self._tiles) > 1:
            _, gone = self._tiles.popitem(last=False)
            size -= gone.nbytes

    def clear(self) -> None:
        """Keep none."""
        self._tiles.clear()


def wanted_factor(zoom: float, shrink: int) -> int | None:
    """Image px for a px of the tiles that a zoom needs; None where the picture made smaller is enough.

    A tile is never shrunk more than by half, which bilinear sampling does without flicker.

    Args:
        zoom: Device px per image px.
        shrink: Image px for a px of the picture made smaller.
    """
    if shrink == 1 or zoom * shrink <= 1:
        return None
    factor = 1
    while factor * 2 < shrink and factor * 2 * zoom <= 1:
        factor *= 2
    return factor


def keys_in(area: QRectF, image_hw: tuple[int, int], factor: int, margin: int = 0) -> tuple[TileKey, ...]:
    """The tiles that touch `area` (image coordinates), nearest rows to its middle first.

    Args:
        area: What is in view; may reach beyond the picture.
        image_hw: (height, width) of the picture.
        factor: Image px for a px of the tiles.
        margin: So many tiles more on each side.
    """
    side = TILE * factor
    height, width = image_hw
    if area.right() <= 0 or area.bottom() <= 0 or area.left() >= width or area.top() >= height:
        return ()
    columns = _range(area.left(), area.right(), side, width, margin)
    rows = _range(area.top(), area.bottom(), side, height, margin)
    middle = area.center().y() / side - 0.5
    nearest = sorted(rows, key=lambda row: abs(row - middle))
    return tuple(TileKey(factor, column, row) for row in nearest for column in columns)


def _range(low: float, high: float, side: int, end: int, margin: int) -> range:
    last = -(-end // side) - 1
    return range(max(int(low // side) - margin, 0), min(int(-(-high // side)) - 1 + margin, last) + 1)


def read_tiles(detail: Detail, keys: Sequence[TileKey], deep: DeepGreys | None) -> Iterator[list[Tile]]:
    """The tiles in the order of `keys`, those of one row at a time; touches no widget.

    Raises:
        MediaError: The file is gone, damaged, or another one by now.
    """
    from gkdt_core.media.large import block_means

    height, width = detail.image_hw
    for (factor, row), group in groupby(keys, key=lambda key: (key.factor, key.row)):
        columns = [key.column for key in group]
        side, border = TILE * factor, _BORDER * factor
        left, right = max(min(columns) * side - border, 0), min((max(columns) + 1) * side + border, width)
        top, bottom = max(row * side - border, 0), min((row + 1) * side + border, height)
        pixels = block_means(detail.read(left, top, right, bottom), factor)
        tiles = []
        for column in columns:
            start = max(column * side - border, 0)
            first, last = (start - left) // factor, ((column + 1) * side + border - left) // factor
            part = np.ascontiguousarray(pixels[:, first:last])
            content = _picture(part) if part.ndim == 3 or deep is None else deep.codes(part)
            tiles.append(Tile(TileKey(factor, column, row), (start, top), content))
        yield tiles


def _picture(pixels: NDArray[np.uint8]) -> QImage:
    height, width = pixels.shape[:2]
    view = QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888)
    return view.convertToFormat(QImage.Format.Format_RGB32)  # owns its pixels


def windowed(codes: NDArray[np.uint16], table: NDArray[np.uint8]) -> QImage:
    """Codes of deep greys as a picture."""
    shown = table[codes]
    height, width = shown.shape
    view = QImage(shown.data, width, height, width, QImage.Format.Format_Grayscale8)
    return view.convertToFormat(QImage.Format.Format_RGB32)  # owns its pixels


def looked_up(image: QImage, table: NDArray[np.uint8]) -> QImage:
    """A picture whose levels went through a table."""
    import cv2

    part = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = part.width(), part.height()
    # bytesPerLine is 4 * width in this format, so the rows follow each other without gaps.
    values = np.frombuffer(part.constBits(), np.uint8).reshape(height, width, 4)
    shown = np.ascontiguousarray(cv2.LUT(values, table))
    shown[..., 3] = 255
    view = QImage(shown.data, width, height, width * 4, QImage.Format.Format_RGB32)
    return view.copy()  # the array goes with this call, the copy stays
