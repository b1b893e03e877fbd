"""The canvas: shows one image with its instances, turns gestures into events, changes nothing itself."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from app import theme
from app.canvas import events, marks, overlays
from app.canvas.events import ShownInstance, Xy
from app.canvas.hit_test import nearest_keypoint, smallest_box
from app.canvas.image_item import PreparedImage
from app.canvas.marks_view import MarksView
from app.i18n import tr
from gkdt_core.geometry import Box, RgbImage

GRAB_RADIUS = 10.0
"""How near to a ring's centre a press takes hold of it, logical px."""
PLACING_GRAB_RADIUS = 6.0
"""While placing, only the ring itself: neighbours may be wanted close by."""
DRAG_DISTANCE = 3.0
"""A press that moves less is a click: a point must not shift by being selected."""
_LOUPE_ENOUGH = 10.0
"""From this zoom on the loupe would show no more than the view itself."""


class _Mode(Enum):
    IDLE = auto()
    PAN = auto()
    PRESS_POINT = auto()
    DRAG_POINT = auto()
    PRESS_EMPTY = auto()
    PLACE = auto()
    BOX = auto()
    ADJUST = auto()


@dataclass(slots=True)
class _Gesture:
    """What the mouse is doing since the press.

    Attributes:
        mode: Which gesture.
        button: The button that holds it.
        press: Where it began, viewport px.
        last: Where the mouse was last, viewport px.
        row: The grabbed row of the mark table.
        offset: From the mouse to the grabbed ring's centre, viewport px.
        before: The grabbed keypoint's place at the beginning, image coordinates.
        corner: Where the box begins, image coordinates.
        moved: Whether the mouse went further than a click allows.
    """

    mode: _Mode = _Mode.IDLE
    button: Qt.MouseButton = Qt.MouseButton.NoButton
    press: QPointF = field(default_factory=QPointF)
    last: QPointF = field(default_factory=QPointF)
    row: int = -1
    offset: QPointF = field(default_factory=QPointF)
    before: Xy = (0.0, 0.0)
    corner: Xy = (0.0, 0.0)
    moved: bool = False
    drag_id: int = 0


@dataclass(frozen=True, slots=True)
class _Placing:
    name: str
    index: int
    count: int


class Canvas(MarksView):
    """One image, its instances as marks of constant screen size, and the mouse on them.

    Scene coordinates are image coordinates. Wheel zooms at the cursor, the middle button pans (so does the
    left one from an empty place, and two fingers on a touchpad), a press on a ring selects and drags it.
    """

    keypoint_placed = Signal(events.KeypointPlaced)
    keypoint_unseen = Signal(events.KeypointUnseen)
    """Right click in placing mode: "cannot be seen here"."""
    keypoint_drag_started = Signal(events.KeypointDrag)
    keypoint_drag_moved = Signal(events.KeypointDrag)
    keypoint_drag_finished = Signal(events.KeypointDrag)
    keypoint_drag_cancelled = Signal(events.KeypointDrag)
    keypoint_selected = Signal(events.KeypointSelected)
    keypoint_context = Signal(events.KeypointContext)
    empty_clicked = Signal(events.EmptyClicked)
    empty_context = Signal(events.EmptyClicked)
    """Right click away from every keypoint, outside placing mode."""
    box_drawn = Signal(events.BoxDrawn)
    cursor_moved = Signal(events.CursorMoved)
    adjust_dragged = Signal(events.AdjustDragged)
    """Ctrl and a drag with the left button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._gesture = _Gesture()
        self._drag_ids = itertools.count(1)
        self._placing: _Placing | None = None
        self._hint = ""
        self._box_mode = False
        self._is_waiting = False
        self._cursor: QPointF | None = None

    # --- what is shown -------------------------------------------------------------------------------------

    def set_image(self, image: RgbImage | PreparedImage | None, *, keep_view: bool = False) -> None:
        """Show `image`, fitted; `keep_view` keeps zoom and place if the size is the same.

        A large image is best prepared by `prepare_image` in a worker, so that nothing waits here.
        Removes the instances, the heatmap and any gesture under way.
        """
        self.cancel()
        self._is_waiting = False
        self._forget_marks()
        self._show_image(image, keep_view)
        self._update_cursor_shape()

    def set_waiting(self) -> None:
        """The picture on screen belongs to another image: until `set_image` the mouse does nothing to it."""
        self.cancel()
        self._is_waiting = True

    def set_instances(
        self, instances: Sequence[ShownInstance], selected: int | None = None, keypoint: int | None = None
    ) -> None:
        """Show `instances` with instance id `selected` and its keypoint index `keypoint` selected.

        During a drag the dragged keypoint stays where the mouse has it.
        """
        dragged = self._dragged_keypoint()
        place = None if dragged is None else self._table.points[self._gesture.row].copy()
        instances = tuple(instances)
        # A store that follows the drag gives back the same but for the dragged instance.
        same_others = dragged is not None and (
            [(item.id, item.instance) for item in instances if item.id != dragged[0]]
            == [(item.id, item.instance) for item in self._instances if item.id != dragged[0]]
        )
        partly = same_others and self._selected == (selected, keypoint)
        self._instances = instances
        self._selected = (selected, keypoint)
        self._collect()
        if dragged is not None and place is not None:
            row = self._table.row(*dragged)
            if row is None:  # the instance went away under the mouse
                self._gesture = _Gesture()
            else:
                self._gesture.row = row
                self._table.points[row] = place
                if partly:
                    self.viewport().update(self._drag_region())
                    return
        self.viewport().update()

    # --- modes ---------------------------------------------------------------------------------------------

    def set_placing(self, name: str | None, index: int = 0, count: int = 0) -> None:
        """Guided placing: ask for keypoint `name`, number `index` (0-based) of `count`; None ends it.

        A left click then emits `keypoint_placed`, a right click `keypoint_unseen`. A click on a ring still
        selects, and a drag from one still moves it; with Shift held a click places there all the same.
        """
        self._placing = None if name is None else _Placing(name, index, count)
        if self._placing is None and self._gesture.mode is _Mode.PLACE:
            self._gesture = _Gesture()
        self.setAccessibleDescription(self._hint if self._placing is None else self._placing_hint())
        self._update_cursor_shape()
        self.viewport().update()

    def set_hint(self, text: str) -> None:
        """One line at the top of the image while no keypoint is asked for; empty for none."""
        if text != self._hint:
            self._hint = text
            self.viewport().update()

    def set_box_mode(self, on: bool) -> None:
        """While on, dragging with the left button draws a box and emits `box_drawn`."""
        self._box_mode = on
        if not on and self._gesture.mode is _Mode.BOX:
            self._gesture = _Gesture()
        self._update_cursor_shape()
        self.viewport().update()

    def cancel(self) -> bool:
        """Stop the gesture under way (drag, box, placing press); says whether there was one."""
        gesture = self._gesture
        if gesture.mode is _Mode.IDLE:
            return False
        if gesture.mode is _Mode.DRAG_POINT:
            self._table.points[gesture.row] = gesture.before
            self._marks_version += 1
            event = self._drag_event()
            self._gesture = _Gesture()
            self.keypoint_drag_cancelled.emit(event)
        self._gesture = _Gesture()
        self._update_cursor_shape()
        self.viewport().update()
        return True

    # --- the mouse -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._prepared is None or self._is_waiting or self._gesture.mode is not _Mode.IDLE:
            return  # a second button changes nothing about the gesture of the first
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin(_Mode.PAN, event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press_left(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._press_right(position, event.globalPosition())
        self._update_cursor_shape()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks in guided placing are two keypoints.
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        gesture = self._gesture
        step = position - gesture.last
        gesture.last = position
        if gesture.mode is not _Mode.IDLE and not gesture.moved:
            gesture.moved = math.hypot(*(position - gesture.press).toTuple()) >= DRAG_DISTANCE
        if gesture.mode is _Mode.PAN or (gesture.mode is _Mode.PRESS_EMPTY and gesture.moved):
            self._pan(step if gesture.mode is _Mode.PAN else position - gesture.press)
            gesture.mode = _Mode.PAN
        elif gesture.mode is _Mode.ADJUST:
            size = self.viewport().size()
            moved = events.AdjustDragged(step.x() / max(size.width(), 1), -step.y() / max(size.height(), 1))
            self.adjust_dragged.emit(moved)
        elif gesture.mode is _Mode.PRESS_POINT and gesture.moved:
            gesture.mode = _Mode.DRAG_POINT
            gesture.drag_id = next(self._drag_ids)
            self.viewport().update()  # its name goes
            self.keypoint_drag_started.emit(self._drag_event())
            self._drag_to(position)
        elif gesture.mode is _Mode.DRAG_POINT:
            self._drag_to(position)
        elif gesture.mode in (_Mode.PLACE, _Mode.BOX):
            self.viewport().update()
        self._move_cursor(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if event.button() != gesture.button:
            return
        position = event.position()
        at = position if gesture.moved else gesture.press
        if gesture.mode is _Mode.DRAG_POINT:
            drag = self._drag_event()
            self._gesture = _Gesture()
            self.keypoint_drag_finished.emit(drag)
        elif gesture.mode is _Mode.PLACE:
            self._gesture = _Gesture()
            xy = self.view_to_image(at)
            if self._placing is not None and self._inside(xy):
                self.keypoint_placed.emit(events.KeypointPlaced(self._placing.index, xy))
        elif gesture.mode is _Mode.BOX:
            self._gesture = _Gesture()
            self._finish_box(gesture.corner, self._clipped(self.view_to_image(position)))
        elif gesture.mode is _Mode.PRESS_EMPTY:
            self._gesture = _Gesture()
            self.empty_clicked.emit(self._empty_event(at, event.globalPosition()))
        self._gesture = _Gesture()
        self._update_cursor_shape()
        self._move_cursor(position)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._cursor, self._hovered = None, None
        self.cursor_moved.emit(events.CursorMoved(None, None, None))
        self.viewport().update()

    def _zoom_at(self, factor: float, position: QPointF) -> None:
        """Zoom about the mouse; in a drag about the grabbed keypoint, which so stays with the mouse."""
        dragging = self._gesture.mode is _Mode.DRAG_POINT
        self.zoom_by(factor, position + self._gesture.offset if dragging else position)
        self._move_cursor(position)

    def _press_left(self, event: QMouseEvent) -> None:
        position = event.position()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._begin(_Mode.ADJUST, event)
            return
        if self._box_mode:
            self._begin(_Mode.BOX, event)
            self._gesture.corner = self._clipped(self.view_to_image(position))
            return
        forced = self._placing is not None and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        row = None if forced else self._row_at(position)
        if row is not None:
            self._begin(_Mode.PRESS_POINT, event)
            self._gesture.row = row
            self._gesture.before = self._point(row)
            self._gesture.offset = self.image_to_view(self._gesture.before) - position
            self._selected = self._table.keypoint(row)
            self.viewport().update()
            self.keypoint_selected.emit(events.KeypointSelected(*self._table.keypoint(row)))
        elif self._placing is not None and self._inside(self.view_to_image(position)):
            self._begin(_Mode.PLACE, event)
            self.viewport().update()
        else:
            self._begin(_Mode.PRESS_EMPTY, event)

    def _press_right(self, position: QPointF, screen: QPointF) -> None:
        row = self._row_at(position)
        if row is not None:
            instance_id, index = self._table.keypoint(row)
            point = screen.toPoint()
            self.keypoint_context.emit(events.KeypointContext(instance_id, index, (point.x(), point.y())))
        elif self._placing is not None:
            self.keypoint_unseen.emit(events.KeypointUnseen(self._placing.index))
        else:
            self.empty_context.emit(self._empty_event(position, screen))

    def _begin(self, mode: _Mode, event: QMouseEvent) -> None:
        self._gesture = _Gesture(mode, event.button(), event.position(), event.position())

    def _drag_to(self, position: QPointF) -> None:
        row = self._gesture.row
        target = self._clipped(self.view_to_image(position + self._gesture.offset))
        region = self._drag_region()
        self._table.points[row] = target
        self._marks_version += 1
        region += self._drag_region()
        self.viewport().update(region)
        self.keypoint_drag_moved.emit(self._drag_event())

    def _drag_event(self) -> events.KeypointDrag:
        gesture = self._gesture
        instance_id, index = self._table.keypoint(gesture.row)
        xy = self._point(gesture.row)
        return events.KeypointDrag(instance_id, index, xy, gesture.before, gesture.drag_id)

    def _dragged(self) -> tuple[int, int] | None:
        gesture = self._gesture
        return (gesture.row, gesture.drag_id) if gesture.mode is _Mode.DRAG_POINT else None

    def _dragged_keypoint(self) -> tuple[int, int] | None:
        if self._gesture.mode not in (_Mode.PRESS_POINT, _Mode.DRAG_POINT):
            return None
        return self._table.keypoint(self._gesture.row)

    def _drag_region(self) -> QRegion:
        """What must be painted again for the dragged keypoint: ring, edges and loupe."""
        row = self._gesture.row
        view = self._view_points()
        x, y = view[row].tolist()
        region = QRegion(QRectF(x - 16, y - 16, 32, 32).toAlignedRect())
        for a, b in self._table.edges[(self._table.edges == row).any(axis=1)].tolist():
            ends = view[[a, b]]
            if np.isfinite(ends).all():
                low, high = ends.min(axis=0) - 12, ends.max(axis=0) + 12
                region += QRegion(QRectF(*low.tolist(), *(high - low).tolist()).toAlignedRect())
        region += QRegion(self._loupe_rect(QPointF(x, y)).adjusted(-4, -4, 4, 4).toAlignedRect())
        return region

    def _finish_box(self, first: Xy, second: Xy) -> None:
        (x1, x2), (y1, y2) = sorted((first[0], second[0])), sorted((first[1], second[1]))
        # A click is no box: a few screen px in both directions are meant.
        if (x2 - x1) * self._scale >= DRAG_DISTANCE and (y2 - y1) * self._scale >= DRAG_DISTANCE:
            self.box_drawn.emit(events.BoxDrawn(Box(x1, y1, x2, y2)))

    def _empty_event(self, position: QPointF, screen: QPointF) -> events.EmptyClicked:
        xy = self.view_to_image(position)
        place = smallest_box(self._table.regions, xy)
        point = screen.toPoint()
        instance_id = None if place is None else self._table.ids[place]
        return events.EmptyClicked(xy, instance_id, (point.x(), point.y()))

    def _move_cursor(self, position: QPointF) -> None:
        """Hover, the name at the mouse in placing mode, and `cursor_moved`."""
        before, self._cursor = self._cursor, position
        hovered = None if self._gesture.mode is not _Mode.IDLE else self._row_at(position)
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
            self._update_cursor_shape()
        elif self._placing is not None:
            for place in (before, position):
                if place is not None:
                    self.viewport().update(
                        self._cursor_name_rect(place).toAlignedRect().adjusted(-2, -2, 2, 2)
                    )
        xy = self.view_to_image(position)
        found = None if hovered is None else self._table.keypoint(hovered)
        if self._prepared is None or not self._inside(xy):
            self.cursor_moved.emit(events.CursorMoved(None, None, found))
            return
        rgb, value = self.pixel_at(*xy)
        self.cursor_moved.emit(events.CursorMoved(xy, rgb, found, value))

    def _row_at(self, position: QPointF) -> int | None:
        if self._marks_hidden:
            return None
        radius = GRAB_RADIUS if self._placing is None else PLACING_GRAB_RADIUS
        preferred = self._table.row(*self._selected)
        xy = self.view_to_image(position)
        return nearest_keypoint(self._table.points, xy, radius / self._scale, preferred)

    def _point(self, row: int) -> Xy:
        x, y = self._table.points[row].tolist()
        return x, y

    def _update_cursor_shape(self) -> None:
        mode = self._gesture.mode
        if self._prepared is None:
            shape = Qt.CursorShape.ArrowCursor
        elif mode is _Mode.PAN:
            shape = Qt.CursorShape.ClosedHandCursor
        elif mode is _Mode.DRAG_POINT:
            shape = Qt.CursorShape.BlankCursor  # the ring is the cursor; an arrow would cover the place
        elif self._hovered is not None and not self._box_mode:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._placing is not None or self._box_mode:
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The base class scrolls with the arrow keys; here they nudge points, by the window's actions.
        if event.key() == Qt.Key.Key_Escape and self.cancel():
            event.accept()
        else:
            event.ignore()

    # --- painting ------------------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._prepared is None:
            self._draw_focus(painter)
            return
        clip = self.viewportTransform().mapRect(QRectF(rect)).adjusted(-2, -2, 2, 2)
        painter.save()
        self._draw_heatmap(painter)
        painter.resetTransform()  # from here on in viewport px: marks have one size at every zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(marks.label_font())
        if not self._marks_hidden:
            self._draw_marks(painter, clip)
        self._draw_gesture(painter)
        if self._placing is not None:
            self._draw_placing(painter)
        elif self._hint:
            overlays.draw_hint(painter, self.viewport().rect(), self._hint, self._label_metrics())
        painter.restore()
        self._draw_focus(painter)

    def _draw_gesture(self, painter: QPainter) -> None:
        gesture = self._gesture
        if gesture.mode is _Mode.BOX:
            corner = QPointF(*gesture.corner)
            other = QPointF(*self._clipped(self.view_to_image(gesture.last)))
            overlays.draw_box(painter, self._view_rect(corner, other), QColor(theme.DARK.accent))
        at = self._loupe_at()
        if at is not None:
            self._draw_loupe(painter, at)

    def _draw_loupe(self, painter: QPainter, at: QPointF) -> None:
        overlays.draw_loupe(
            painter,
            self._loupe_rect(at),
            QPointF(*self.view_to_image(at)),
            self._loupe_scale(),
            self.devicePixelRatioF(),
            self._item,
            theme.colour(theme.palette().canvas),
        )

    def _loupe_scale(self) -> float:
        """Logical px per image px inside the loupe."""
        # In a large image shown small, a plain factor would still not show its pixels.
        enough = min(2 / self.devicePixelRatioF(), self._scale * 3 * overlays.LOUPE_FACTOR)
        return max(self._scale * overlays.LOUPE_FACTOR, enough)

    def _loupe_at(self) -> QPointF | None:
        """The place that the loupe enlarges, viewport px; None while there is none."""
        gesture = self._gesture
        if self.zoom() >= _LOUPE_ENOUGH:
            return None
        if gesture.mode is _Mode.PLACE:
            return gesture.last if gesture.moved else gesture.press
        return self.image_to_view(self._point(gesture.row)) if gesture.mode is _Mode.DRAG_POINT else None

    def _closely_seen(self) -> list[tuple[QRectF, float]]:
        seen = super()._closely_seen()
        at = self._loupe_at()
        if at is None:
            return seen
        (x, y), scale = self.view_to_image(at), self._loupe_scale()
        side = overlays.LOUPE_SIDE / scale
        loupe = QRectF(x - side / 2, y - side / 2, side, side), scale * self.devicePixelRatioF()
        return [loupe, *seen]

    def _loupe_rect(self, at: QPointF) -> QRectF:
        return overlays.loupe_rect(at, QRectF(self.viewport().rect()))

    def _draw_placing(self, painter: QPainter) -> None:
        metrics = self._label_metrics()
        overlays.draw_hint(painter, self.viewport().rect(), self._placing_hint(), metrics)
        pressing = self._gesture.mode is not _Mode.IDLE
        if self._cursor is not None and not pressing and self._placing is not None:
            marks.draw_label(painter, self._cursor_name_rect(self._cursor), self._placing.name)

    def _placing_hint(self) -> str:
        placing = self._placing
        if placing is None:
            return ""
        name = placing.name
        if placing.count:
            name += " " + tr("({number} of {count})", number=placing.index + 1, count=placing.count)
        return tr("Click: {name}. Right-click: cannot be seen here", name=name)

    def _cursor_name_rect(self, position: QPointF) -> QRectF:
        """Where the wanted name stands beside the mouse: below right, or left of it at the right edge."""
        name = "" if self._placing is None else self._placing.name
        size = marks.label_size(name, self._label_metrics())
        rect = QRectF(position + QPointF(14, 16), size)
        if rect.right() > self.viewport().width():
            rect.moveRight(position.x() - 10)
        if rect.bottom() > self.viewport().height():
            rect.moveBottom(position.y() - 10)
        return rect
