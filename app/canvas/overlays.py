"""What lies over image and marks: boxes, loupe, hints, heatmaps, and the sentence of the empty state."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.canvas import events
from app.canvas.image_item import ImageItem

NAME_LIMIT = 300
"""More names than this say nothing any more, and placing them takes time."""
LOUPE_SIDE = 136.0
LOUPE_FACTOR = 4.0
_LOUPE_DISTANCE = 36.0

_RAMP = np.array(
    [(59, 28, 140), (140, 41, 129), (222, 73, 104), (254, 159, 109), (252, 253, 191)], np.float64
)
"""Magma, dark to bright: its lightness grows evenly, so it reads without colour too."""


class Message(QWidget):
    """A sentence and a button in the middle of the empty canvas."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._label = QLabel()
        self._label.setObjectName(events.CANVAS_MESSAGE)
        self._label.setProperty("role", "on_canvas")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        self._button = QPushButton()
        self._button.setObjectName(events.CANVAS_MESSAGE_BUTTON)
        self._button.setProperty("role", "primary")
        self._button.setVisible(False)
        self._button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.GROUP_SPACING)
        layout.addStretch()
        layout.addWidget(self._label)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def set_text(self, text: str, button: str) -> None:
        """Show `text`, and `button` under it unless empty."""
        self._label.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))


def draw_box(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A box's outline, 1.5 px with a dark halo."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 110), 3.5, j=Qt.PenJoinStyle.MiterJoin))
    painter.drawRect(rect)
    painter.setPen(QPen(colour, 1.5, j=Qt.PenJoinStyle.MiterJoin))
    painter.drawRect(rect)


def loupe_rect(at: QPointF, bounds: QRectF) -> QRectF:
    """Where the loupe for `at` lies: above right of it, or on another side where it would not fit."""
    for right, above in ((True, True), (False, True), (True, False), (False, False)):
        x = at.x() + _LOUPE_DISTANCE if right else at.x() - _LOUPE_DISTANCE - LOUPE_SIDE
        y = at.y() - _LOUPE_DISTANCE - LOUPE_SIDE if above else at.y() + _LOUPE_DISTANCE
        rect = QRectF(x, y, LOUPE_SIDE, LOUPE_SIDE)
        if bounds.contains(rect):
            return rect
    return QRectF(at.x() + _LOUPE_DISTANCE, at.y() + _LOUPE_DISTANCE, LOUPE_SIDE, LOUPE_SIDE)


def draw_loupe(
    painter: QPainter,
    rect: QRectF,
    centre: QPointF,
    scale: float,
    ratio: float,
    item: ImageItem,
    background: QColor,
) -> None:
    """The image about `centre` (image coordinates), enlarged into `rect` with a cross at `centre`.

    Args:
        painter: In viewport px.
        rect: Where, viewport px.
        centre: Image coordinates.
        scale: Logical px per image px inside the loupe.
        ratio: Device px per logical px.
        item: The image.
        background: Around the image.
    """
    shape = QPainterPath()
    shape.addRoundedRect(rect, 6, 6)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, background)
    painter.translate(rect.center())
    painter.scale(scale, scale)
    painter.translate(-centre)
    half = LOUPE_SIDE / 2 / scale
    exposed = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    painter.setClipRect(item.boundingRect(), Qt.ClipOperation.IntersectClip)
    item.draw(painter, exposed, scale * ratio)
    painter.restore()
    painter.save()
    middle = rect.center()
    arm, gap = LOUPE_SIDE / 2 - 8, 5.0
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255, 230), 1.0)):
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.FlatCap))
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(
                middle + QPointF(dx * gap, dy * gap), middle + QPointF(dx * arm * 0.45, dy * arm * 0.45)
            )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 150), 3))
    painter.drawPath(shape)
    painter.setPen(QPen(QColor(235, 237, 240), 1))
    painter.drawPath(shape)
    painter.restore()


def draw_hint(painter: QPainter, bounds: QRect, text: str, metrics: QFontMetricsF) -> None:
    """One line on a plate at the top of the canvas, shortened in the middle where it is too long."""
    room = max(bounds.width() - 48.0, 40.0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    width, height = metrics.horizontalAdvance(shown) + 24, float(theme.CONTROL_HEIGHT)
    rect = QRectF(bounds.center().x() - width / 2, bounds.top() + 12, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(18, 19, 21, 225))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(QColor(245, 246, 247))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)


def heatmap_image(heatmap: NDArray[np.floating[Any]]) -> QImage:
    """A (H, W) heatmap of any range as a picture: the least value clear, the greatest bright and dense."""
    values = np.nan_to_num(np.asarray(heatmap, np.float64))
    low, high = float(values.min()), float(values.max())
    share = (values - low) / (high - low) if high > low else np.zeros_like(values)
    place = share * (len(_RAMP) - 1)
    left = np.minimum(place.astype(np.int64), len(_RAMP) - 2)
    colours = _RAMP[left] + (_RAMP[left + 1] - _RAMP[left]) * (place - left)[..., None]
    alpha = 200 * np.sqrt(share)
    rgba = np.concatenate([colours, alpha[..., None]], axis=-1).round().astype(np.uint8)
    height, width = share.shape
    view = QImage(rgba.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return view.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
