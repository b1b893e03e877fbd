"""The strip under the picture: its brightness, contrast, gamma, inversion, and the window of deep greys."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.canvas.adjust import MOST_CONTRAST, MOST_GAMMA, Adjustment
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import icon_button, named, with_role

_STEPS = 100


class AdjustBar(QWidget):
    """Shows an `Adjustment` and turns hands on its controls into another one."""

    changed = Signal(object)
    """`Adjustment`"""
    reset_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.ADJUST_BAR)
        self._adjustment = Adjustment()
        self.brightness = self._slider(Name.ADJUST_BRIGHTNESS, tr("Brightness"))
        self.contrast = self._slider(Name.ADJUST_CONTRAST, tr("Contrast"))
        self.gamma = self._slider(Name.ADJUST_GAMMA, tr("Gamma"))
        self.invert = named(QCheckBox(tr("Invert")), Name.ADJUST_INVERT)
        self.black = named(QDoubleSpinBox(), Name.ADJUST_BLACK, tr("Value shown black"))
        self.white = named(QDoubleSpinBox(), Name.ADJUST_WHITE, tr("Value shown white"))
        for spin in (self.black, self.white):
            spin.setKeyboardTracking(False)
            spin.setMaximumWidth(104)
            spin.lineEdit().setTextMargins(theme.PANEL_MARGIN, 0, 0, 0)
        self._window = QWidget()
        window = QHBoxLayout(self._window)
        window.setContentsMargins(0, 0, 0, 0)
        window.setSpacing(theme.GRID)
        for text, spin in ((tr("Black at"), self.black), (tr("White at"), self.white)):
            window.addWidget(with_role(QLabel(text), "secondary"))
            window.addWidget(spin)
        self.reset = icon_button(
            "rotate-ccw", Name.ADJUST_RESET, tr("Show the picture as it is (Ctrl+Shift+J)")
        )
        self.close_button: QToolButton = icon_button("x", Name.ADJUST_CLOSE, tr("Close this strip (J)"))
        sliders, rest = QHBoxLayout(), QHBoxLayout()
        for row in (sliders, rest):
            row.setSpacing(theme.PANEL_MARGIN)
        for text, slider in (
            (tr("Brightness"), self.brightness),
            (tr("Contrast"), self.contrast),
            (tr("Gamma"), self.gamma),
        ):
            sliders.addWidget(with_role(QLabel(text), "secondary"))
            sliders.addWidget(slider, 1)
        rest.addWidget(self.invert)
        rest.addWidget(self._window)
        rest.addStretch(1)
        rest.addWidget(self.reset)
        rest.addWidget(self.close_button)
        column = QVBoxLayout(self)  # two rows: one would not fit between the panels of a small window
        column.setContentsMargins(theme.PANEL_MARGIN, theme.GRID, theme.PANEL_MARGIN, theme.GRID)
        column.setSpacing(0)
        column.addLayout(sliders)
        column.addLayout(rest)
        for slider in (self.brightness, self.contrast, self.gamma):
            slider.valueChanged.connect(self._on_moved)
        self.invert.toggled.connect(self._on_moved)
        self.black.valueChanged.connect(self._on_window)
        self.white.valueChanged.connect(self._on_window)
        self.reset.clicked.connect(self.reset_requested)
        self.close_button.clicked.connect(self.close_requested)
        self.show_window(None, None)

    def _slider(self, name: Name, text: str) -> QSlider:
        slider = named(QSlider(Qt.Orientation.Horizontal), name, text)
        slider.setRange(-_STEPS, _STEPS)
        slider.setPageStep(10)
        slider.setMinimumWidth(48)
        return slider

    def show_adjustment(self, adjustment: Adjustment) -> None:
        """Put the controls where `adjustment` says."""
        self._adjustment = adjustment
        for slider, share in (
            (self.brightness, adjustment.brightness),
            (self.contrast, math.log(adjustment.contrast, MOST_CONTRAST)),
            (self.gamma, math.log(adjustment.gamma, MOST_GAMMA)),
        ):
            with QSignalBlocker(slider):
                slider.setValue(round(share * _STEPS))
            slider.setToolTip(f"{slider.accessibleName()} {slider.value():+d}")
        with QSignalBlocker(self.invert):
            self.invert.setChecked(adjustment.invert)

    def show_window(self, window: tuple[float, float] | None, extent: tuple[float, float] | None) -> None:
        """The grey values shown black and white, between the picture's `extent`; None: it has 8 bits."""
        self._window.setVisible(window is not None)
        if window is None or extent is None:
            return
        width = extent[1] - extent[0]
        decimals = 0 if width >= 100 else 3
        for spin, value in ((self.black, window[0]), (self.white, window[1])):
            with QSignalBlocker(spin):
                spin.setDecimals(decimals)
                spin.setRange(min(extent[0], *window) - width, max(extent[1], *window) + width)
                spin.setSingleStep(max(width / 100, 10.0**-decimals))
                spin.setValue(value)

    @Slot()
    def _on_moved(self) -> None:
        self.changed.emit(
            replace(
                self._adjustment,
                brightness=self.brightness.value() / _STEPS,
                contrast=MOST_CONTRAST ** (self.contrast.value() / _STEPS),
                gamma=MOST_GAMMA ** (self.gamma.value() / _STEPS),
                invert=self.invert.isChecked(),
            )
        )

    @Slot()
    def _on_window(self) -> None:
        self.changed.emit(replace(self._adjustment, window=(self.black.value(), self.white.value())))
