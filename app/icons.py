"""Icons: one outline family (Lucide), tinted by the palette, and the marks of the image states."""

from __future__ import annotations

import math
import weakref
from functools import lru_cache

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from app import theme
from gkdt_core.domain import ImageState
from gkdt_core.paths import resource_path

_SIDES = (theme.ICON_SMALL, theme.ICON_LARGE)
_RATIOS = (1, 2, 3)
"""Device pixel ratios drawn ahead; Qt scales down from the next larger one for those between."""

APP_SIDES = (16, 24, 32, 48, 64, 128, 256)

_bound: weakref.WeakKeyDictionary[QObject, str] = weakref.WeakKeyDictionary()


def icon(name: str) -> QIcon:
    """The outline icon `resources/icons/<name>.svg` in the palette's text colour, for 16 and 20 px."""
    colours = theme.palette()
    return _tinted(name, colours.text, colours.disabled)


def accent_icon(name: str) -> QIcon:
    """The same icon for a filled button of the role "primary"."""
    colours = theme.palette()
    return _tinted(name, colours.on_accent, colours.disabled)


def pale_icon(name: str) -> QIcon:
    """The same icon for what is as usual, in a long column of its like."""
    colours = theme.palette()
    return _tinted(name, colours.control_line, colours.disabled, colours.secondary)


def app_icon() -> QIcon:
    """The icon of the program, for its windows; the same in both themes."""
    renderer = QSvgRenderer(str(resource_path("app", "gkdt-annotator.svg")))
    result = QIcon()
    for side in APP_SIDES:
        pixmap = _blank(side, 1)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        result.addPixmap(pixmap)
    return result


def bind_icon(target: QObject, name: str) -> None:
    """Give an action or button the icon `name`, and again after every theme switch."""
    _bound[target] = name
    _set_icon(target, name)


def state_icon(state: ImageState) -> QIcon:
    """The mark of an image state: hollow, dashed, half, filled tick, struck."""
    return _state_icon(state, theme.palette().name)


def _set_icon(target: QObject, name: str) -> None:
    # The wrapper can outlive the widget when somebody keeps a reference to it.
    if isinstance(target, QAction | QAbstractButton) and shiboken6.isValid(target):
        target.setIcon(icon(name))


def _retint_bound() -> None:
    for target, name in list(_bound.items()):
        _set_icon(target, name)


theme.on_theme_changed(_retint_bound)


@lru_cache(maxsize=512)
def _tinted(name: str, normal: str, disabled: str, selected: str = "") -> QIcon:
    source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for value, mode in (
        (normal, QIcon.Mode.Normal),
        (disabled, QIcon.Mode.Disabled),
        (selected or normal, QIcon.Mode.Selected),  # else Qt blends it with the selection, too dark to see
    ):
        # Lucide draws 2 px lines on a 24 px grid; 2.25 keeps them 1.5 px wide at 16 px.
        svg = source.replace("currentColor", value).replace('stroke-width="2"', 'stroke-width="2.25"')
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        for side in _SIDES:
            for ratio in _RATIOS:
                pixmap = _blank(side, ratio)
                painter = QPainter(pixmap)
                renderer.render(painter, QRectF(0, 0, side, side))
                painter.end()
                result.addPixmap(pixmap, mode)
    return result


@lru_cache(maxsize=32)
def _state_icon(state: ImageState, _theme_name: str) -> QIcon:
    result = QIcon()
    for side in _SIDES:
        for ratio in _RATIOS:
            pixmap = _blank(side, ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_state(painter, state, side)
            painter.end()
            result.addPixmap(pixmap)
    return result


def _blank(side: int, ratio: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _draw_state(painter: QPainter, state: ImageState, side: int) -> None:
    """The state's mark in a square of `side` logical px."""
    colour = theme.state_colour(state)
    unit = side / 16
    circle = QRectF(3, 3, 10, 10)
    painter.scale(unit, unit)
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if state is ImageState.PREDICTED:
        dash = math.pi * circle.width() / 7 / 1.5 / 2  # seven dashes, as long as their gaps
        pen.setDashPattern([dash, dash])
    painter.setPen(pen)
    if state is ImageState.REVIEWED:
        painter.setBrush(colour)
        painter.drawEllipse(circle)
        tick = QPainterPath(QPointF(5.4, 8.2))
        tick.lineTo(7.3, 10.1)
        tick.lineTo(10.8, 6.2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(
                theme.colour(theme.palette().base),
                1.6,
                c=Qt.PenCapStyle.RoundCap,
                j=Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPath(tick)
        return
    painter.drawEllipse(circle)
    if state is ImageState.IN_WORK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    elif state is ImageState.REJECTED:
        painter.drawLine(QPointF(4.6, 11.4), QPointF(11.4, 4.6))
