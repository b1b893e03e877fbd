"""Mouse and wheel events at fractional positions; QTest knows whole pixels only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.canvas.canvas import Canvas

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


def _send(
    canvas: Canvas,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton,
    held: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier,
) -> None:
    viewport = canvas.viewport()
    event = QMouseEvent(kind, at, viewport.mapToGlobal(at), button, held, modifiers)
    QApplication.sendEvent(viewport, event)


def press(
    canvas: Canvas, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
) -> None:
    _send(canvas, QEvent.Type.MouseButtonPress, at, button, button, modifiers)


def double_press(canvas: Canvas, at: QPointF) -> None:
    """What Qt sends instead of the press of a quick second click."""
    _send(canvas, QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT, PLAIN)


def move(canvas: Canvas, at: QPointF, held: Qt.MouseButton = LEFT) -> None:
    _send(canvas, QEvent.Type.MouseMove, at, NONE, held, PLAIN)


def release(canvas: Canvas, at: QPointF, button: Qt.MouseButton = LEFT) -> None:
    _send(canvas, QEvent.Type.MouseButtonRelease, at, button, NONE, PLAIN)


def click(
    canvas: Canvas, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
) -> None:
    press(canvas, at, button, modifiers)
    release(canvas, at, button)


def wheel(canvas: Canvas, at: QPointF, notches: float) -> None:
    event = QWheelEvent(
        at,
        canvas.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        NONE,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)
