"""The look in one file: palettes, sizes, state marks, and the style sheet on top of qdarkstyle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gkdt_core.domain import ImageState

ThemeName = Literal["dark", "light"]

GRID = 4
"""Every distance is a multiple of this, logical px."""
PANEL_MARGIN = 8
GROUP_SPACING = 12
CONTROL_HEIGHT = 28
ROW_HEIGHT = 24
ICON_SMALL = 16
ICON_LARGE = 20

BODY_PX = 13
SECONDARY_PX = 12
HEADING_PX = 11


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, "#rrggbb".

    Attributes:
        window: Panels and bars.
        base: Fields, lists and tables.
        raised: Buttons and table heads.
        hover: A control under the mouse.
        hairline: The one line between regions.
        control_line: The outline of fields and checkboxes, 3:1 against `window`.
        text, secondary, disabled: Body text, lesser text, text of what cannot be used.
        accent: The current thing, as a mark; `accent_fill` with `on_accent` text is its filled form.
        selection: The background of selected rows, with `text` on it.
        good, warning, bad: States and messages, always with a shape or word beside them.
        canvas: Around the image: neutral grey, so that black and white films both have an edge.
        on_canvas: Text on `canvas`.
    """

    name: ThemeName
    window: str
    base: str
    raised: str
    hover: str
    hairline: str
    control_line: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_fill: str
    on_accent: str
    selection: str
    good: str
    warning: str
    bad: str
    canvas: str
    on_canvas: str


DARK = Palette(
    name="dark",
    window="#202225",
    base="#191b1d",
    raised="#2d3034",
    hover="#383c41",
    hairline="#34373b",
    control_line="#777d85",
    text="#e4e6e9",
    secondary="#a9afb7",
    disabled="#6c727a",
    accent="#6cb2f5",
    accent_fill="#2368a8",
    on_accent="#ffffff",
    selection="#24435f",
    good="#6fc48b",
    warning="#e3b341",
    bad="#f0837a",
    canvas="#4a4c4f",
    on_canvas="#f0f1f2",
)

LIGHT = Palette(
    name="light",
    window="#f5f6f7",
    base="#ffffff",
    raised="#e9ebed",
    hover="#dde0e3",
    hairline="#d5d8dc",
    control_line="#868c94",
    text="#1d2024",
    secondary="#565c64",
    disabled="#959ba3",
    accent="#1f6fb8",
    accent_fill="#1f6fb8",
    on_accent="#ffffff",
    selection="#cfe3f6",
    good="#1d7a41",
    warning="#8a6100",
    bad="#b93a30",
    canvas="#b4b6b9",
    on_canvas="#1d2024",
)

STATE_GLYPHS: dict[ImageState, str] = {
    ImageState.UNTOUCHED: "○",
    ImageState.PREDICTED: "◌",
    ImageState.IN_WORK: "◐",
    ImageState.REVIEWED: "✔",
    ImageState.REJECTED: "⊘",
}
STATE_WORDS: dict[ImageState, str] = {
    ImageState.UNTOUCHED: "Untouched",
    ImageState.PREDICTED: "Predicted",
    ImageState.IN_WORK: "In work",
    ImageState.REVIEWED: "Reviewed",
    ImageState.REJECTED: "Rejected",
}


def apply_theme(app: QApplication, name: ThemeName = "dark") -> None:
    """Give the whole program the dark or the light theme; may be called again to switch."""


def palette() -> Palette:
    """The palette in force (dark until `apply_theme` says otherwise)."""
    return DARK


def on_theme_changed(callback: Callable[[], None]) -> None:
    """Call `callback` after every later theme switch; a bound method's object is held weakly."""


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A palette string as a QColor with `alpha` in [0, 1]."""
    result = QColor(value)
    result.setAlphaF(alpha)
    return result


def state_colour(state: ImageState) -> QColor:
    """The colour of a state's mark; the glyph or icon beside it carries the meaning too."""
    current = palette()
    return QColor(
        {
            ImageState.UNTOUCHED: current.secondary,
            ImageState.PREDICTED: current.accent,
            ImageState.IN_WORK: current.warning,
            ImageState.REVIEWED: current.good,
            ImageState.REJECTED: current.bad,
        }[state]
    )
