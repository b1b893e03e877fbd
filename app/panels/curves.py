"""A small chart of curves over steps: axes, a legend, and the values under the mouse."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme
from app.i18n import tr

LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
"""Told apart without colour: the first curve is solid, the second dashed, the third dotted."""
_MOST_POINTS = 400
"""More points than pixels say nothing and take long to draw."""
_SMOOTHED_FROM = 8


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a chart.

    Attributes:
        name: In the legend.
        points: (x, y) with growing x, all finite.
        smooth: Draw the values pale, and a running mean over them.
    """

    name: str
    points: tuple[tuple[int, float], ...]
    smooth: bool = False


def nice_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from `low` to `high`, at most `most` of them (at least 2), a step of 1, 2 or 5 apart."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return []
    if high <= low:
        high = low + max(abs(low), 1.0) * 0.1
    rough = (high - low) / max(most - 1, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def running_mean(points: Sequence[tuple[int, float]], share: float = 0.1) -> list[tuple[int, float]]:
    """The points with a mean of those before: an exponential one over about `share` of all."""
    keep = 1 - 1 / max(2.0, len(points) * share)
    found, total, weight = [], 0.0, 0.0
    for x, y in points:
        total, weight = keep * total + y, keep * weight + 1
        found.append((x, total / weight))
    return found


def thinned(points: Sequence[tuple[int, float]], most: int = _MOST_POINTS) -> Sequence[tuple[int, float]]:
    """Every n-th point, so that there are at most `most`, and the last one."""
    if len(points) <= most:
        return points
    every = math.ceil(len(points) / (most - 1))
    return [*points[::every], points[-1]]


class Chart(QWidget):
    """Curves over steps. The vertical axis fits the values, the horizontal one the whole run."""

    def __init__(
        self, title: str, unit: str = "", parent: QWidget | None = None, *, most: float = math.inf
    ) -> None:
        """An empty chart; no value can be above `most`."""
        super().__init__(parent)
        self._title, self._unit, self._most = title, unit, most
        self._curves: tuple[Curve, ...] = ()
        self._last = 0
        self._mouse_x: float | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 120)
        theme.on_theme_changed(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(280, 176)

    @property
    def curves(self) -> tuple[Curve, ...]:
        return self._curves

    def show_curves(self, curves: tuple[Curve, ...], last: int = 0) -> None:
        """Show other curves over steps 0 to `last` (0: to the last point)."""
        curves = tuple(curve for curve in curves if curve.points)
        if (curves, last) == (self._curves, self._last):
            return
        self._curves, self._last = curves, last
        newest = "; ".join(f"{curve.name} {curve.points[-1][1]:.4g}{self._unit}" for curve in curves)
        self.setAccessibleDescription(newest)
        self.update()

    def values_at(self, step: float) -> list[tuple[str, int, float]]:
        """(name, step, value) of the point of each curve that is nearest to a step."""
        found = []
        for curve in self._curves:
            steps = [x for x, _ in curve.points]
            at = bisect_left(steps, step)
            near = min({max(at - 1, 0), min(at, len(steps) - 1)}, key=lambda index: abs(steps[index] - step))
            found.append((curve.name, *curve.points[near]))
        return found

    # geometry

    def _font(self) -> QFont:
        font = theme.tabular(QFont(self.font()))
        font.setPixelSize(theme.HEADING_PX)
        return font

    def _plot(self) -> QRectF:
        top = 26 if len(self._curves) < 2 else 44  # below the title, and the legend where there is one
        return QRectF(44, top, max(self.width() - 44 - 10, 10), max(self.height() - top - 22, 10))

    def _range_y(self) -> tuple[float, float]:
        values = [y for curve in self._curves for _, y in curve.points]
        low, high = min(values), max(values)
        room = max((high - low) * 0.08, abs(high) * 0.01, 1e-3)
        return low - room, min(high + room, max(high, self._most))

    def _range_x(self) -> tuple[float, float]:
        last = max(curve.points[-1][0] for curve in self._curves)
        return 0.0, float(max(self._last, last, 1))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        painter.fillRect(self.rect(), QColor(palette.base))
        painter.setPen(QColor(palette.secondary))
        painter.drawText(QPointF(8, 16), self._title)
        if not self._curves:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Nothing measured yet."))
            return
        plot = self._plot()
        (left, right), (low, high) = self._range_x(), self._range_y()

        def place(x: float, y: float) -> QPointF:
            return QPointF(
                plot.left() + (x - left) / (right - left) * plot.width(),
                plot.bottom() - (y - low) / (high - low) * plot.height(),
            )

        self._draw_axes(painter, plot, place)
        self._draw_legend(painter)
        painter.setClipRect(plot.adjusted(-4, -4, 4, 4))
        for number, curve in enumerate(self._curves):
            colour = self._colour(number)
            points = thinned(curve.points)
            if curve.smooth and len(curve.points) >= _SMOOTHED_FROM:
                self._draw_line(painter, points, place, QPen(theme.colour(colour, 0.35), 1))
                points = thinned(running_mean(curve.points))
            self._draw_line(painter, points, place, QPen(QColor(colour), 2, LINES[number % len(LINES)]))
            if len(points) == 1 or (not curve.smooth and len(points) <= 30):  # one alone makes no line
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                for x, y in points:
                    painter.drawEllipse(place(x, y), 3, 3)
        painter.setClipping(False)
        if self._mouse_x is not None and plot.left() <= self._mouse_x <= plot.right():
            self._draw_values(
                painter, plot, left + (self._mouse_x - plot.left()) / plot.width() * (right - left)
            )

    def _colour(self, number: int) -> str:
        palette = theme.palette()
        return (palette.accent, palette.warning, palette.good)[number % 3]

    @staticmethod
    def _draw_line(
        painter: QPainter,
        points: Sequence[tuple[int, float]],
        place: Callable[[float, float], QPointF],
        pen: QPen,
    ) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([place(x, y) for x, y in points]))

    def _draw_axes(self, painter: QPainter, plot: QRectF, place: Callable[[float, float], QPointF]) -> None:
        palette = theme.palette()
        (left, right), (low, high) = self._range_x(), self._range_y()
        across = nice_ticks(left, right, max(2, int(plot.width() // 70)))
        down = nice_ticks(low, high, max(2, int(plot.height() // 28)))
        step = down[1] - down[0] if len(down) > 1 else 0.0
        digits = 0 if step >= 1 else 1 if step >= 0.1 else 2
        for y in down:
            at = place(left, y).y()
            painter.setPen(QPen(QColor(palette.hairline), 1))
            painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at))
            painter.setPen(QColor(palette.secondary))
            painter.drawText(
                QRectF(0, at - 8, plot.left() - 6, 16),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{y:.{digits}f}",
            )
        painter.setPen(QColor(palette.secondary))
        metrics = QFontMetricsF(painter.font())
        for x in across:
            at = place(x, low).x()
            text = f"{x:,.0f}"  # the last one is at the rim, and stays inside
            middle = min(at, self.width() - 2 - metrics.horizontalAdvance(text) / 2)
            painter.drawText(
                QRectF(middle - 40, plot.bottom() + 4, 80, 16), Qt.AlignmentFlag.AlignHCenter, text
            )

    def _draw_legend(self, painter: QPainter) -> None:
        if len(self._curves) < 2:
            return
        metrics = QFontMetricsF(painter.font())
        at = 8.0
        for number, curve in enumerate(self._curves):
            painter.setPen(QPen(QColor(self._colour(number)), 2, LINES[number % len(LINES)]))
            painter.drawLine(QPointF(at, 30), QPointF(at + 18, 30))
            painter.setPen(QColor(theme.palette().text))
            painter.drawText(QPointF(at + 23, 34), curve.name)
            at += 23 + metrics.horizontalAdvance(curve.name) + 12

    def _draw_values(self, painter: QPainter, plot: QRectF, step: float) -> None:
        palette, metrics = theme.palette(), QFontMetricsF(painter.font())
        x = self._mouse_x or 0.0
        painter.setPen(QPen(QColor(palette.control_line), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        found = self.values_at(step)
        lines = [tr("Step {step:,}", step=found[0][1])]
        lines += [f"{name} {value:.4g}{self._unit}" for name, _, value in found]
        width, height = max(metrics.horizontalAdvance(line) for line in lines) + 12, 16 * len(lines) + 6
        left = x + 8 if x + 8 + width < plot.right() else x - 8 - width
        box = QRectF(left, plot.top(), width, height)
        painter.setPen(QPen(QColor(palette.hairline), 1))
        painter.setBrush(QColor(palette.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(palette.text))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left + 6, box.top() + 15 + 16 * number), line)

    # Qt

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse_x = event.position().x()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse_x = None
        self.update()

    @Slot()
    def _repaint(self) -> None:
        self.update()
