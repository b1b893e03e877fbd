"""A picture with two poses drawn over each other: solid rings the first, dashed squares the second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme
from app.i18n import tr
from gkdt_core.domain import Instance, Visibility
from gkdt_core.geometry import Box
from gkdt_core.metrics.agreement import PosePair

FIRST, SECOND = "#2bc0fa", "#ffa23f"
"""Blue against orange: the axis that the common colour blindnesses keep. The shapes differ too."""
MARK = 9.0
_ROOM = 1.6
"""How much of the surroundings is shown, of the object's box."""
_HALO = QColor(0, 0, 0, 150)
_WHEEL = 1.25


class PoseOverlay(QWidget):
    """Both poses of one object over their picture; the wheel zooms, dragging pans."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scale = 1.0
        self._pair: PosePair | None = None
        self._keypoint = ""
        self._text = tr("Choose a row to see both poses.")
        self._shown = [True, True]
        self._view = QRectF(0, 0, 1, 1)
        self._grabbed: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(tr("Both poses over the picture"))
        theme.on_theme_changed(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(480, 480)

    @property
    def pair(self) -> PosePair | None:
        return self._pair

    def show_pair(self, pair: PosePair, image: QImage | None, scale: float = 1.0, text: str = "") -> None:
        """Show an object.

        Args:
            pair: Its poses.
            image: The picture, or None while it is read or where it cannot be.
            scale: Pixels of `image` for one pixel of the file.
            text: What to say in place of the picture.
        """
        is_new = pair is not self._pair
        self._pair, self._image, self._scale, self._text = pair, image, scale, text
        if is_new:
            self._look_at_object()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._pair, self._image, self._text = None, None, tr("Choose a row to see both poses.")
        self.update()

    def set_keypoint(self, name: str) -> None:
        """Name one keypoint of the pose; "" for none."""
        self._keypoint = name
        self.update()

    @Slot(bool)
    def set_first_shown(self, on: bool) -> None:
        self._shown[0] = on
        self.update()

    @Slot(bool)
    def set_second_shown(self, on: bool) -> None:
        self._shown[1] = on
        self.update()

    def _look_at_object(self) -> None:
        pair = self._pair
        regions = [one.region for one in (pair.first, pair.second) if one is not None] if pair else []
        corners = np.array([box.as_xyxy() for box in regions if box is not None]).reshape(-1, 2)
        box = Box.around(corners) if len(corners) else None
        if box is None:
            self._view = QRectF(0, 0, 100, 100)
            return
        side = max(box.width, box.height, 16.0) * _ROOM
        self._view = QRectF(box.centre[0] - side / 2, box.centre[1] - side / 2, side, side)

    # geometry

    def _zoom(self) -> float:
        """Widget px for one image px."""
        return min(self.width() / self._view.width(), self.height() / self._view.height())

    def image_to_widget(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Image coordinates (..., 2) -> places in the widget."""
        centre = np.array([self._view.center().x(), self._view.center().y()])
        return np.asarray((xy - centre) * self._zoom() + np.array([self.width() / 2, self.height() / 2]))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme.palette()
        painter.fillRect(self.rect(), QColor(palette.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is not None:
            size = np.array([self._image.width(), self._image.height()]) / self._scale
            (x1, y1), (x2, y2) = self.image_to_widget(np.stack([np.zeros(2), size])).tolist()
            painter.drawImage(QRectF(x1, y1, x2 - x1, y2 - y1), self._image)
        if self._pair is not None:
            self._draw_pair(painter, self._pair)
        if self._text:
            painter.setPen(QColor(palette.on_canvas))
            where = self.rect().adjusted(16, 16, -16, -16)
            flags = Qt.AlignmentFlag.AlignCenter if self._pair is None else Qt.AlignmentFlag.AlignTop
            painter.drawText(where, flags | Qt.TextFlag.TextWordWrap, self._text)

    def _draw_pair(self, painter: QPainter, pair: PosePair) -> None:
        first, second = pair.first if self._shown[0] else None, pair.second if self._shown[1] else None
        if first is not None and second is not None:
            starts = self.image_to_widget(first.keypoints[pair.first_index])
            ends = self.image_to_widget(second.keypoints[pair.second_index])
            lines = [
                QLineF(*start, *end)
                for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
                if np.isfinite([*start, *end]).all()
            ]
            for pen in (QPen(_HALO, 4), QPen(QColor("#ffffff"), 2)):
                painter.setPen(pen)
                painter.drawLines(lines)
        if first is not None:
            self._draw_pose(painter, first, FIRST, is_square=False)
        if second is not None:
            self._draw_pose(painter, second, SECOND, is_square=True)

    def _draw_pose(self, painter: QPainter, instance: Instance, colour: str, *, is_square: bool) -> None:
        points = self.image_to_widget(instance.keypoints)
        style = Qt.PenStyle.DashLine if is_square else Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(colour, 0.7), 1.5, style))
        for a, b in instance.category.edges:
            if instance.labeled[a] and instance.labeled[b]:
                painter.drawLine(QPointF(*points[a].tolist()), QPointF(*points[b].tolist()))
        for index in np.flatnonzero(instance.labeled).tolist():
            x, y = points[index].tolist()
            name = instance.category.keypoints[index]
            size = MARK + 5 if name == self._keypoint else MARK
            where = QRectF(x - size / 2, y - size / 2, size, size)
            line = (
                Qt.PenStyle.DotLine
                if instance.visibility[index] == Visibility.OCCLUDED
                else Qt.PenStyle.SolidLine
            )
            for pen in (QPen(_HALO, 4), QPen(QColor(colour), 2, line)):
                painter.setPen(pen)
                if is_square:
                    painter.drawRect(where)
                else:
                    painter.drawEllipse(where)
            if name == self._keypoint:
                self._draw_name(painter, QPointF(x + size, y - size / 2), name, colour)

    def _draw_name(self, painter: QPainter, at: QPointF, name: str, colour: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(theme.SECONDARY_PX)
        painter.setFont(font)
        painter.setPen(_HALO)
        painter.drawText(at + QPointF(1, 1), name)
        painter.setPen(QColor(colour))
        painter.drawText(at, name)

    # Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = _WHEEL ** (-event.angleDelta().y() / 120)
        side = min(max(self._view.width() * factor, 4.0), 1e6)
        zoom = self._zoom()
        away = event.position() - QPointF(self.width() / 2, self.height() / 2)
        cursor = self._view.center() + away / zoom
        centre = cursor - away / (zoom * self._view.width() / side)
        self._view = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None and event.buttons():
            self._view.translate((self._grabbed - event.position()) / self._zoom())
            self._grabbed = event.position()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._look_at_object()
        self.update()

    @Slot()
    def _repaint(self) -> None:
        self.update()
