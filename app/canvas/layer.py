"""Marks drawn once and kept: while a view of thousands only moves, only what comes into view is drawn."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

Draw = Callable[[QPainter, QRectF], None]
"""Draws all marks that touch a rectangle, in viewport px."""


class MarkLayer:
    """A picture of the marks, as large as the viewport, and what it was drawn for."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: Hashable = None
        self._corner = QPointF()

    def paint(
        self, painter: QPainter, key: Hashable, corner: QPointF, size: QSize, ratio: float, draw: Draw
    ) -> None:
        """Draw the layer, made anew, moved, or as it is.

        Args:
            painter: In viewport px.
            key: Everything that the marks depend on but where the image lies.
            corner: Where the image's corner lies, viewport px.
            size: Of the viewport, logical px.
            ratio: Device px per logical px.
            draw: Draws the marks.
        """
        whole = QRectF(0, 0, size.width(), size.height())
        full_key = (key, size.width(), size.height(), ratio)
        step = (corner - self._corner) * ratio
        dx, dy = round(step.x()), round(step.y())
        # A part of a device px cannot be moved by: rings and lines would blur.
        is_whole = abs(step.x() - dx) < 1e-3 and abs(step.y() - dy) < 1e-3
        is_near = abs(dx) < whole.width() * ratio / 2 and abs(dy) < whole.height() * ratio / 2
        if full_key != self._key or not is_whole or not is_near:
            self._pixmap = self._empty(size, ratio)
            self._draw(whole, draw)
            self._key = full_key
        elif dx or dy:
            old, self._pixmap = self._pixmap, self._empty(size, ratio)
            moved = QPainter(self._pixmap)
            moved.drawPixmap(QPointF(dx / ratio, dy / ratio), old)
            moved.end()
            for strip in _uncovered(whole, dx / ratio, dy / ratio):
                self._draw(strip, draw)
        self._corner = corner
        painter.drawPixmap(0, 0, self._pixmap)

    @staticmethod
    def _empty(size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _draw(self, area: QRectF, draw: Draw) -> None:
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        draw(painter, area)
        painter.end()


def _uncovered(whole: QRectF, dx: float, dy: float) -> list[QRectF]:
    """What of `whole` a picture of it moved by (dx, dy) leaves free."""
    width, height = whole.width(), whole.height()
    strips = []
    if dx:
        strips.append(QRectF(0 if dx > 0 else width + dx, 0, abs(dx), height))
    if dy:
        left = max(dx, 0.0)
        strips.append(QRectF(left, 0 if dy > 0 else height + dy, width - abs(dx), abs(dy)))
    return strips
