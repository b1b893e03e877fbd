"""How the picture and its marks are shown: from keys, the strip under the picture, or Ctrl and a drag."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.canvas import events
from app.canvas.adjust import MOST_CONTRAST, MOST_GAMMA, Adjustment
from app.canvas.canvas import Canvas
from app.panels.adjust_bar import AdjustBar

KEY_BRIGHTNESS = 0.05
KEY_FACTOR = 1.15
"""What one press of a key does to contrast and gamma."""
DRAG_CONTRAST = 16.0
"""A drag across the whole canvas multiplies the contrast by this."""


class Adjusting(QObject):
    """Keeps one `Adjustment` for all pictures of a project; it is for looking, so no undo step."""

    bar_switched = Signal(bool)
    invert_switched = Signal(bool)
    changed = Signal(object)
    """The `Adjustment` of from now on"""

    def __init__(self, canvas: Canvas, bar: AdjustBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._bar = canvas, bar
        self.now = Adjustment()
        bar.hide()
        bar.changed.connect(self.set)
        bar.reset_requested.connect(self.reset)
        bar.close_requested.connect(self.close_bar)
        canvas.adjust_dragged.connect(self._on_dragged)

    @Slot(object)
    def set(self, adjustment: Adjustment) -> None:
        """Show pictures in this way."""
        self.now = adjustment
        self._canvas.set_adjustment(adjustment)
        self._bar.show_adjustment(adjustment)
        self._show_window()
        self.invert_switched.emit(adjustment.invert)
        self.changed.emit(adjustment)

    @Slot()
    def reset(self) -> None:
        """Show pictures as they are."""
        self.set(Adjustment())

    @Slot()
    def on_picture(self) -> None:
        """Another picture is on the canvas."""
        self._show_window()

    def brighter(self, steps: int) -> None:
        self.set(replace(self.now, brightness=_within(self.now.brightness + steps * KEY_BRIGHTNESS, -1, 1)))

    def more_contrast(self, steps: int) -> None:
        contrast = self.now.contrast * KEY_FACTOR**steps
        self.set(replace(self.now, contrast=_within(contrast, 1 / MOST_CONTRAST, MOST_CONTRAST)))

    def more_gamma(self, steps: int) -> None:
        gamma = self.now.gamma * KEY_FACTOR**steps
        self.set(replace(self.now, gamma=_within(gamma, 1 / MOST_GAMMA, MOST_GAMMA)))

    def set_inverted(self, on: bool) -> None:
        if on != self.now.invert:
            self.set(replace(self.now, invert=on))

    def set_bar_shown(self, on: bool) -> None:
        """Show or hide the strip under the picture."""
        self._bar.setVisible(on)
        if on:
            self._bar.brightness.setFocus()
        else:
            self._canvas.setFocus()
        self.bar_switched.emit(on)

    @Slot()
    def close_bar(self) -> None:
        self.set_bar_shown(False)

    @Slot(object)
    def _on_dragged(self, event: events.AdjustDragged) -> None:
        """Up is brighter and right more contrast; of deep greys by the window of values."""
        deep = self._canvas.deep_greys()
        if deep is None:
            contrast = self.now.contrast * DRAG_CONTRAST**event.right
            self.set(
                replace(
                    self.now,
                    brightness=_within(self.now.brightness + event.up, -1, 1),
                    contrast=_within(contrast, 1 / MOST_CONTRAST, MOST_CONTRAST),
                )
            )
            return
        low, high = self.now.window or deep.window
        whole = max(deep.extent[1] - deep.extent[0], deep.step)
        width = _within((high - low) / DRAG_CONTRAST**event.right, deep.step, 4 * whole)
        level = (low + high) / 2 - event.up * (high - low)
        level = _within(level, deep.extent[0] - whole, deep.extent[1] + whole)
        self.set(replace(self.now, window=(level - width / 2, level + width / 2)))

    def _show_window(self) -> None:
        deep = self._canvas.deep_greys()
        if deep is None:
            self._bar.show_window(None, None)
        else:
            self._bar.show_window(self.now.window or deep.window, deep.extent)


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
