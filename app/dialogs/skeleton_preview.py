"""The skeleton of a category, to draw in: lines from point to point, keypoints on a photograph."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app import theme
from app.canvas import marks
from app.canvas.colours import COLOURS, edge_colours, keypoint_colours
from app.canvas.marks import MarkStyle
from app.dialogs.category_draft import CategoryDraft
from app.dialogs.skeleton_layout import sketch
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import named
from gkdt_core.schemas import layout_of

GRAB = 11.0
"""How near to a ring a press takes hold of it, logical px."""
_LINE_GRAB = 5.0
_MARGIN = 36.0
_MOST_ZOOM = 40.0
_CLICK = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Photograph:
    """The picture that keypoints may be clicked on.

    Attributes:
        pixmap: The picture, possibly made smaller.
        image_hw: (height, width) of the image itself, which keypoints are placed in.
    """

    pixmap: QPixmap
    image_hw: tuple[int, int]


class SkeletonPreview(QWidget):
    """Rings and lines of a draft, on paper or on a photograph; turns gestures into requests.

    A drag from ring to ring asks for a line, or for its end where there is one; a right click on a line too.
    On a photograph a click on an empty place asks for a keypoint there, and a drag with Shift moves a ring.
    """

    link_drawn = Signal(int, int)
    """Rows of two keypoints."""
    point_chosen = Signal(int)
    place_clicked = Signal(float, float)
    """Image coordinates of a click on the photograph, away from every ring."""
    point_moved = Signal(int, float, float)
    """Row and image coordinates."""

    def __init__(self, photograph: Photograph | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.CATEGORY_PREVIEW, tr("Skeleton"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(280, 320)
        self._photograph, self._on_photograph = photograph, False
        self._draft = CategoryDraft()
        self._example: NDArray[np.float64] | None = None
        self._points = np.empty((0, 2))
        self._selected = -1
        self._hint = ""
        self._hovered = self._from = self._moving = -1
        self._mouse = self._press = QPointF()
        self._panning: QPointF | None = None
        self._zoom, self._shift = 1.0, QPointF()

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    # what is shown

    def set_example(self, points: NDArray[np.float64] | None) -> None:
        """A real pose (N, 2) of the old category, NaN where it has no point: better than a sketch."""
        self._example = points
        self._place()

    def show_draft(self, draft: CategoryDraft, selected: int) -> None:
        """Show a draft with the keypoint in row `selected` chosen."""
        self._draft, self._selected = draft, selected
        self._hovered = -1
        self._place()

    def set_on_photograph(self, on: bool) -> None:
        """Show the photograph and what is clicked on it, or the sketch."""
        self._on_photograph = on and self._photograph is not None
        self._zoom, self._shift = 1.0, QPointF()
        self._place()

    def set_hint(self, text: str) -> None:
        """One line at the top."""
        self._hint = text
        self.update()

    def points(self) -> NDArray[np.float64]:
        """(N, 2) where the rings are, widget coordinates, NaN where there is none."""
        transform = self._transform()
        mapped = [transform.map(QPointF(x, y)) if x == x else QPointF(x, y) for x, y in self._points.tolist()]
        return np.array([(point.x(), point.y()) for point in mapped]).reshape(-1, 2)

    def _place(self) -> None:
        """Where the rings are: on the photograph in image coordinates, else on paper in [0, 1]."""
        draft = self._draft
        if self._on_photograph:
            places = [point.xy or (math.nan, math.nan) for point in draft.points]
            self._points = np.array(places, np.float64).reshape(-1, 2)
        else:
            self._points = self._from_example()
        self.update()

    def _from_example(self) -> NDArray[np.float64]:
        draft, example = self._draft, self._example
        own = [point.xy for point in draft.points]
        if draft.points and all(xy is not None for xy in own):
            return _fitted(np.array(own, np.float64))
        if example is not None and draft.points:
            known = [
                example[point.source]
                if point.source is not None and point.source < len(example)
                else (math.nan, math.nan)
                for point in draft.points
            ]
            places = np.array(known, np.float64)
            if np.isfinite(places).all():
                return _fitted(places)
        laid_out = layout_of(draft.names)
        if laid_out is not None:
            return _fitted(np.array(laid_out, np.float64))
        return sketch(len(draft.points), draft.links_by_row(draft.edges), draft.links_by_row(draft.all_pairs))

    def _transform(self) -> QTransform:
        if self._on_photograph and self._photograph is not None:
            height, width = self._photograph.image_hw
            area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        else:
            height = width = 1
            area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = max(min(area.width() / width, area.height() / height), 1e-9) * self._zoom
        middle = area.center() + self._shift
        return QTransform(scale, 0, 0, scale, middle.x() - width * scale / 2, middle.y() - height * scale / 2)

    def _image_at(self, position: QPointF) -> tuple[float, float] | None:
        """Image coordinates of a position on the photograph; None beside it."""
        if not self._on_photograph or self._photograph is None:
            return None
        place = self._transform().inverted()[0].map(position)
        height, width = self._photograph.image_hw
        inside = 0 <= place.x() <= width and 0 <= place.y() <= height
        return (place.x(), place.y()) if inside else None

    # gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        self._press = self._mouse = position
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = position
        elif event.button() == Qt.MouseButton.RightButton:
            edge = self._edge_at(position)
            if edge is not None:
                self.link_drawn.emit(*edge)
        elif event.button() == Qt.MouseButton.LeftButton:
            row = self._row_at(position)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if row >= 0 and shift and self._on_photograph:
                self._moving = row
            elif row >= 0:
                self._from = row
            elif self._image_at(position) is None:
                self._panning = position
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._panning is not None:
            self._shift += position - self._panning
            self._panning = position
        self._mouse = position
        if self._moving >= 0:
            xy = self._image_at(position)
            if xy is not None:
                self._points[self._moving] = xy
        self._hovered = self._row_at(position)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor
            if self._hovered >= 0
            else Qt.CursorShape.CrossCursor
            if self._on_photograph
            else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        start, moving, self._from, self._moving = self._from, self._moving, -1, -1
        if self._panning is not None:
            self._panning = None
        elif event.button() == Qt.MouseButton.LeftButton:
            self._released(position, start, moving)
        self.update()

    def _released(self, position: QPointF, start: int, moving: int) -> None:
        end = self._row_at(position)
        is_click = math.hypot(*(position - self._press).toTuple()) <= _CLICK
        if moving >= 0:
            self.point_moved.emit(moving, *self._points[moving].tolist())
        elif start >= 0 and end >= 0 and end != start:
            self.link_drawn.emit(start, end)
        elif start >= 0 and (is_click or end == start):
            self.point_chosen.emit(start)
        elif start < 0 and is_click:
            xy = self._image_at(position)
            if xy is not None:
                self.place_clicked.emit(*xy)

    def leaveEvent(self, event: object) -> None:
        self._hovered = -1
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        at = event.position()
        before = self._transform().inverted()[0].map(at)
        turned = event.angleDelta().y() / 120
        self._zoom = min(max(self._zoom * 1.2**turned, 1.0), _MOST_ZOOM)
        if self._zoom == 1.0:
            self._shift = QPointF()
        else:
            self._shift += at - self._transform().map(before)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._from >= 0:
            self._from = -1
            self.update()
        else:
            super().keyPressEvent(event)

    def _row_at(self, position: QPointF) -> int:
        points = self.points()
        if not len(points):
            return -1
        distance = np.hypot(points[:, 0] - position.x(), points[:, 1] - position.y())
        distance[~np.isfinite(distance)] = np.inf
        row = int(np.argmin(distance))
        return row if distance[row] <= GRAB else -1

    def _edge_at(self, position: QPointF) -> tuple[int, int] | None:
        points, at = self.points(), np.array((position.x(), position.y()))
        for a, b in self._draft.links_by_row(self._draft.edges):
            along = points[b] - points[a]
            length = float(along @ along)
            if not length > 0:
                continue
            share = min(max(float((at - points[a]) @ along) / length, 0.0), 1.0)
            if np.hypot(*(points[a] + share * along - at)) <= _LINE_GRAB:
                return a, b
        return None

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour(theme.palette().canvas))
        if self._on_photograph and self._photograph is not None:
            height, width = self._photograph.image_hw
            target = self._transform().mapRect(QRectF(0, 0, width, height))
            painter.drawPixmap(target, self._photograph.pixmap, QRectF(self._photograph.pixmap.rect()))
        category = self._draft.shown()
        painter.setFont(marks.label_font())
        if category is not None:
            points = self.points()
            self._paint_links(painter, points, category.edges, edge_colours(category))
            self._paint_rings(painter, points, keypoint_colours(category))
            self._paint_names(painter, points, keypoint_colours(category))
        elif not self._on_photograph:
            painter.setFont(self.font())
            painter.setPen(theme.colour(theme.palette().on_canvas))
            where = self.rect().adjusted(16, 16, -16, -16)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(where, flags, tr("The skeleton is drawn here once there are keypoints."))
        if self._hint:
            room = QRectF(self.rect()).adjusted(8, 6, -8, 0)
            metrics = QFontMetricsF(painter.font(), self)
            text = metrics.elidedText(self._hint, Qt.TextElideMode.ElideRight, room.width() - 16)
            size = marks.label_size(text, metrics)
            marks.draw_label(painter, QRectF(room.topLeft(), size), text)

    def _paint_links(
        self,
        painter: QPainter,
        points: NDArray[np.float64],
        edges: tuple[tuple[int, int], ...],
        colours: tuple[str, ...],
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in self._draft.links_by_row(self._draft.all_pairs):
            if self._selected in (left, right) or self._hovered in (left, right):
                painter.setPen(QPen(QColor(255, 255, 255, 150), 1.2, Qt.PenStyle.DotLine))
                _line(painter, points[left], points[right])
        rows = np.array([COLOURS.index(code) for code in colours], np.int64)
        clip = QRectF(self.rect())
        marks.draw_edges(painter, points, np.array(edges, np.int64).reshape(-1, 2), rows, clip)
        if self._from >= 0:
            painter.setPen(QPen(theme.colour(theme.DARK.accent), 2))
            end = points[self._hovered] if self._hovered >= 0 else np.array(self._mouse.toTuple())
            _line(painter, points[self._from], end)

    def _paint_rings(self, painter: QPainter, points: NDArray[np.float64], colours: tuple[str, ...]) -> None:
        for row, (x, y) in enumerate(points.tolist()):
            if math.isfinite(x):
                chosen = row in (self._selected, self._from, self._hovered)
                marks.draw_ring(
                    painter, QPointF(x, y), MarkStyle(COLOURS.index(colours[row]), selected=chosen)
                )

    def _paint_names(self, painter: QPainter, points: NDArray[np.float64], colours: tuple[str, ...]) -> None:
        """The name of what is chosen or under the mouse, numbers beside the rest where there is room."""
        shown = np.isfinite(points[:, 0])
        first = [row for row in (self._hovered, self._selected) if row >= 0 and shown[row]]
        first = list(dict.fromkeys(first))
        rows = [*first, *(row for row in np.flatnonzero(shown).tolist() if row not in first)]
        metrics = QFontMetricsF(painter.font(), self)
        texts = [
            f"{row + 1}  {self._draft.points[row].name}" if row in first else str(row + 1) for row in rows
        ]
        sizes = [marks.label_size(text, metrics).toTuple() for text in texts]
        bounds = (2.0, 2.0, self.width() - 2.0, self.height() - 2.0)
        anchors = [tuple(points[row].tolist()) for row in rows]
        places = marks.place_labels(anchors, sizes, bounds, points[shown], len(first), gap=9.0)
        for row, text, size, place in zip(rows, texts, sizes, places, strict=True):
            if place is not None:
                marks.draw_label(painter, QRectF(*place, *size), text, QColor(colours[row]))


def _line(painter: QPainter, start: NDArray[np.float64], end: NDArray[np.float64]) -> None:
    if np.isfinite(start).all() and np.isfinite(end).all():
        painter.drawLine(QPointF(*start.tolist()), QPointF(*end.tolist()))


def _fitted(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points of any place and size -> [0, 1], their shape kept."""
    low, high = points.min(axis=0), points.max(axis=0)
    size = float((high - low).max())
    return np.asarray((points - (low + high) / 2) / size + 0.5) if size > 0 else np.full_like(points, 0.5)
