"""The look in one file: palettes, sizes, state marks, and the style sheet on top of qdarkstyle."""

from __future__ import annotations

import inspect
import re
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from string import Template
from typing import Literal

import qdarkstyle
import shiboken6
from PySide6.QtCore import QDir, QObject
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from qdarkstyle.dark.palette import DarkPalette
from qdarkstyle.light.palette import LightPalette

from app.i18n import mark
from gkdt_core.domain import ImageState
from gkdt_core.paths import resource_path

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
    bad="#f39088",
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
    accent="#1a66ab",
    accent_fill="#1a66ab",
    on_accent="#ffffff",
    selection="#cfe3f6",
    good="#1a6f3b",
    warning="#8a6100",
    bad="#b0352b",
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
    ImageState.UNTOUCHED: mark("Untouched"),
    ImageState.PREDICTED: mark("Predicted"),
    ImageState.IN_WORK: mark("In work"),
    ImageState.REVIEWED: mark("Reviewed"),
    ImageState.REJECTED: mark("Rejected"),
}


_current = DARK
_listeners: list[weakref.WeakMethod[Callable[[], None]] | weakref.ref[Callable[[], None]]] = []


def apply_theme(app: QApplication, name: ThemeName = "dark") -> None:
    """Give the whole program the dark or the light theme; may be called again to switch."""
    global _current
    _current = DARK if name == "dark" else LIGHT
    QDir.setSearchPaths("gkdticons", [str(resource_path("icons"))])
    app.setStyle("Fusion")  # the same metrics everywhere; the platform styles ignore half a style sheet
    font = app.font()
    font.setPixelSize(BODY_PX)
    app.setFont(font)
    app.setPalette(_qt_palette(_current))
    app.setStyleSheet(style_sheet(_current))
    for reference in list(_listeners):
        callback = reference()
        owner = getattr(callback, "__self__", None)
        # the wrapper of a widget can outlive the widget
        if callback is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            _listeners.remove(reference)
        else:
            callback()


def palette() -> Palette:
    """The palette in force (dark until `apply_theme` says otherwise)."""
    return _current


def on_theme_changed(callback: Callable[[], None]) -> None:
    """Call `callback` after every later theme switch; it is held weakly."""
    if inspect.ismethod(callback):
        _listeners.append(weakref.WeakMethod(callback))
    else:
        _listeners.append(weakref.ref(callback))


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


def tabular(font: QFont) -> QFont:
    """`font` with figures of equal width, for columns of numbers."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def contrast_ratio(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two "#rrggbb" colours, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(value: str) -> float:
    """WCAG 2 relative luminance of "#rrggbb"."""
    channels = (int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _qt_palette(colours: Palette) -> QPalette:
    """For what the style sheet does not reach: links, placeholders, native parts."""
    result = QPalette()
    for role, value in {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.base,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.secondary,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
    }.items():
        result.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return result


def style_sheet(colours: Palette) -> str:
    """qdarkstyle's sheet in our colours, then our own rules."""
    base = DarkPalette if colours.name == "dark" else LightPalette
    sheet: str = qdarkstyle.load_stylesheet(qt_api="pyside6", palette=base)
    ours = {
        base.COLOR_BACKGROUND_1: colours.window,
        base.COLOR_BACKGROUND_2: colours.base,
        base.COLOR_BACKGROUND_3: colours.raised,
        base.COLOR_BACKGROUND_4: colours.hairline,
        base.COLOR_BACKGROUND_5: colours.hover,
        base.COLOR_BACKGROUND_6: colours.hover,
        base.COLOR_TEXT_1: colours.text,
        base.COLOR_TEXT_2: colours.text,
        base.COLOR_TEXT_3: colours.secondary,
        base.COLOR_TEXT_4: colours.secondary,
        base.COLOR_ACCENT_1: colours.selection,
        base.COLOR_ACCENT_2: colours.selection,
        base.COLOR_ACCENT_3: colours.hover,
        base.COLOR_ACCENT_4: colours.accent,
        base.COLOR_DISABLED: colours.disabled,
    }
    by_code = {theirs.upper(): mine for theirs, mine in ours.items()}
    sheet = re.sub(r"#[0-9A-Fa-f]{6}\b", lambda m: by_code.get(m.group(0).upper(), m.group(0)), sheet)
    values = {name: getattr(colours, name) for name in Palette.__dataclass_fields__}
    sizes = {
        "body": f"{BODY_PX}px",
        "small": f"{SECONDARY_PX}px",
        "head": f"{HEADING_PX}px",
        # A sheet's height is the inside of the border.
        "control": f"{CONTROL_HEIGHT - 2}px",
        "row": f"{ROW_HEIGHT}px",
        "icons": "gkdticons:theme",
    }
    return sheet + Template(_RULES).substitute(values | sizes)


_RULES = """
/* Type */
QWidget { font-size: $body; }
QLabel { background: transparent; padding: 0; }
QLabel:disabled { background: transparent; }
QLabel[role="secondary"], QLabel[role="hint"] { color: $secondary; font-size: $small; }
QLabel[role="heading"] {
  color: $secondary; font-size: $head; font-weight: 600; font-variant: small-caps; letter-spacing: 0.4px;
}
QLabel[role="on_canvas"] { color: $on_canvas; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="error"] { color: $bad; }
QToolTip {
  background-color: $raised; color: $text; border: 1px solid $hairline; padding: 4px 8px; font-size: $small;
}

/* Regions: one hairline, no frames */
QMainWindow, QDialog { background-color: $window; }
QMainWindow::separator {
  background-color: $hairline; width: 1px; height: 1px; margin: 0; padding: 0; image: none;
}
QMainWindow::separator:hover { background-color: $accent; border: none; }
QSplitter { background-color: transparent; }
QSplitter::handle { background-color: $hairline; padding: 0; image: none; }
QSplitter::handle:horizontal { width: 1px; image: none; }
QSplitter::handle:vertical { height: 1px; image: none; }
QSplitter::handle:hover { background-color: $accent; }
.QFrame, .QFrame[frameShape="0"], QStackedWidget { border: none; border-radius: 0; padding: 0; }
.QFrame[frameShape="4"] { min-height: 1px; max-height: 1px; background-color: $hairline; }
.QFrame[frameShape="5"] { min-width: 1px; max-width: 1px; background-color: $hairline; }
QGroupBox { border: none; border-radius: 0; margin-top: 20px; padding: 0; font-weight: 600; }
QGroupBox::title { color: $secondary; left: 0; padding: 0; }
QAbstractScrollArea, QScrollArea { border: none; border-radius: 0; padding: 0; }
QGraphicsView, QGraphicsView:hover, QGraphicsView:!hover, QGraphicsView:disabled {
  border: none; border-radius: 0; padding: 0; background-color: $canvas;
}
QScrollArea:focus { border: 1px solid $accent; }
QDockWidget { border: none; color: $secondary; }
QDockWidget::title { background-color: $window; padding: 8px; }

/* Bars */
QMenuBar { background-color: $window; border: none; border-bottom: 1px solid $hairline; padding: 0 4px; }
QMenuBar:focus { border: none; border-bottom: 1px solid $hairline; }
QMenuBar::item { padding: 5px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background-color: $hover; color: $text; padding: 5px 8px; }
QToolBar, QToolBar:disabled {
  background-color: $window; border: none; border-bottom: 1px solid $hairline;
  padding: 4px 8px; spacing: 4px; font-weight: normal;
}
QToolBar::separator:horizontal { width: 1px; margin: 4px 4px; background-color: $hairline; image: none; }
QToolBar::separator:vertical { height: 1px; margin: 4px 4px; background-color: $hairline; image: none; }
QStatusBar {
  background: $window; border: none; border-top: 1px solid $hairline; color: $secondary; font-size: $small;
}
QStatusBar QLabel { color: $secondary; font-size: $small; padding: 0 4px; }
QMenu { background-color: $raised; border: 1px solid $hairline; padding: 4px; }
QMenu::item { background-color: transparent; padding: 5px 24px 5px 28px; border: none; border-radius: 4px; }
QMenu::item:selected { background-color: $accent_fill; color: $on_accent; }
QMenu::item:disabled { color: $disabled; background-color: transparent; }
QMenu::separator { background-color: $hairline; margin: 4px 8px; }
QMenu::right-arrow { image: url("$icons/chevron-right-$name.svg"); width: 12px; height: 12px; }

/* Buttons */
QPushButton {
  background-color: $raised; color: $text; border: 1px solid $hairline; border-radius: 4px;
  min-height: $control; padding: 0 12px;
}
QPushButton:hover { background-color: $hover; color: $text; }
QPushButton:pressed { background-color: $base; }
QPushButton:checked { background-color: $selection; border-color: $accent; color: $text; padding: 0 12px; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled {
  background-color: $window; color: $disabled; border-color: $hairline; padding: 0 12px;
}
QPushButton[role="primary"], QPushButton:default {
  background-color: $accent_fill; color: $on_accent; border-color: $accent_fill;
}
QPushButton[role="primary"]:hover, QPushButton:default:hover { border-color: $text; color: $on_accent; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border-color: $text; }
QPushButton[role="primary"]:disabled, QPushButton:default:disabled {
  background-color: $raised; color: $disabled; border-color: $hairline;
}
QPushButton[role="danger"] { color: $bad; }
QPushButton[role="danger"]:disabled { color: $disabled; }
QPushButton[role="quiet"] { background-color: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background-color: $hover; }
QPushButton[role="quiet"]:focus { border-color: $accent; }
QPushButton::menu-indicator {
  image: url("$icons/chevron-down-$name.svg"); width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 4px; bottom: 0;
}
QToolButton, QToolBar QToolButton {
  background-color: transparent; color: $text; border: 1px solid transparent; border-radius: 4px;
  min-height: $control; min-width: $control; padding: 0;
}
QToolButton[toolButtonStyle="0"], QToolButton[toolButtonStyle="1"], QToolButton[toolButtonStyle="2"] {
  max-height: $control;
}
QToolButton[toolButtonStyle="2"] { padding: 0 8px; }
QToolButton:hover { background-color: $hover; }
QToolButton:pressed { background-color: $base; }
QToolButton:checked, QToolButton:checked:hover {
  background-color: $selection; border-color: $accent; padding: 0;
}
QToolButton[toolButtonStyle="2"]:checked, QToolButton[toolButtonStyle="2"]:disabled { padding: 0 8px; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { background-color: transparent; color: $disabled; padding: 0; }
QToolButton[popupMode="1"] { padding-right: 16px; }
QToolButton::menu-indicator { image: none; }
QToolButton::menu-button { width: 16px; border: none; }
QToolButton::menu-arrow, QToolButton::menu-arrow:hover {
  image: url("$icons/chevron-down-$name.svg"); width: 12px; height: 12px;
}
QToolButton#qt_toolbar_ext_button { background: transparent; image: url("$icons/chevron-right-$name.svg"); }

/* Fields */
QLineEdit, QComboBox, QAbstractSpinBox {
  background-color: $base; color: $text; border: 1px solid $control_line; border-radius: 4px;
  min-height: $control; padding: 0 8px; selection-background-color: $accent_fill; selection-color: $on_accent;
}
/* without it Qt takes the text's colour at half strength, which is too pale to read */
QLineEdit, QTextEdit, QPlainTextEdit { placeholder-text-color: $secondary; }
/* the clear button is a tool button too: with the height of one it would sit below the middle */
QLineEdit { lineedit-clear-button-icon: url("$icons/x-$name.svg"); }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover, QLineEdit > QToolButton:pressed {
  min-width: 0; min-height: 0; border: none; padding: 0; background: transparent;
}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border: 1px solid $secondary; color: $text; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 1px solid $accent; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background-color: $window; color: $disabled; border-color: $hairline;
}
QAbstractItemView QLineEdit, QAbstractItemView QComboBox, QAbstractItemView QAbstractSpinBox {
  min-height: 20px; padding: 0 4px; border-radius: 0;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  min-height: 0; border: none; padding: 0; background: transparent;
}
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QComboBox::down-arrow:on, QComboBox::down-arrow:hover, QComboBox::down-arrow:focus {
  image: url("$icons/chevron-down-$name.svg"); width: 12px; height: 12px;
}
QComboBox QAbstractItemView { background-color: $raised; border: 1px solid $hairline; padding: 4px; }
QAbstractSpinBox { padding: 0 4px 0 8px; max-height: $control; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; background: transparent; width: 20px; margin: 0; subcontrol-origin: border;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background-color: $hover; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { padding: 0 0 0 2px; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::up-arrow:hover, QAbstractSpinBox::up-arrow:disabled,
QAbstractSpinBox::up-arrow:off {
  image: url("$icons/chevron-up-$name.svg"); width: 10px; height: 10px;
}
QAbstractSpinBox::down-arrow, QAbstractSpinBox::down-arrow:hover, QAbstractSpinBox::down-arrow:disabled,
QAbstractSpinBox::down-arrow:off {
  image: url("$icons/chevron-down-$name.svg"); width: 10px; height: 10px;
}
QTextEdit, QPlainTextEdit, QTextBrowser {
  background-color: $base; border: 1px solid $hairline; border-radius: 4px; padding: 4px;
  selection-background-color: $accent_fill; selection-color: $on_accent;
}
QTextEdit:focus, QPlainTextEdit:focus { border: 1px solid $accent; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; padding: 4px 0; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QListView::indicator,
QTableView::indicator,
QMenu::indicator, QGroupBox::indicator {
  width: 14px; height: 14px; margin: 0; border: 1px solid $control_line; border-radius: 3px;
  background-color: $base; image: none;
}
QMenu::indicator { left: 8px; padding: 0; }
QMenu::icon { padding: 3px; border: 1px solid transparent; border-radius: 3px; left: 4px; }
QMenu::icon:checked { background-color: $selection; border: 1px solid $accent; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus,
QRadioButton::indicator:focus {
  border: 1px solid $accent;
}
QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked, QTreeView::indicator:unchecked,
QListView::indicator:unchecked, QTableView::indicator:unchecked, QMenu::indicator:unchecked,
QCheckBox::indicator:unchecked:hover, QCheckBox::indicator:unchecked:focus,
QCheckBox::indicator:unchecked:pressed,
QRadioButton::indicator:unchecked:hover, QRadioButton::indicator:unchecked:focus,
QRadioButton::indicator:unchecked:pressed,
QMenu::indicator:non-exclusive:unchecked, QMenu::indicator:exclusive:unchecked,
QCheckBox::indicator:unchecked:disabled, QRadioButton::indicator:unchecked:disabled,
QRadioButton::indicator:unchecked:hover, QRadioButton::indicator:unchecked:focus,
QRadioButton::indicator:unchecked:pressed { image: none; }
QCheckBox::indicator:unchecked:hover, QCheckBox::indicator:unchecked:focus,
QCheckBox::indicator:unchecked:pressed, QRadioButton::indicator:unchecked:hover,
QRadioButton::indicator:unchecked:focus, QRadioButton::indicator:unchecked:pressed {
  border: 1px solid $accent;
}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked, QCheckBox::indicator:checked:hover, QCheckBox::indicator:checked:focus,
QCheckBox::indicator:checked:pressed, QMenu::indicator:non-exclusive:checked,
QMenu::indicator:non-exclusive:checked:hover, QGroupBox::indicator:checked {
  background-color: $accent_fill; border: 1px solid $accent_fill; image: url("$icons/check-on-accent.svg");
}
QCheckBox::indicator:checked:hover, QCheckBox::indicator:checked:focus { border: 1px solid $text; }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate,
QCheckBox::indicator:indeterminate:hover, QCheckBox::indicator:indeterminate:focus {
  background-color: $accent_fill; border: 1px solid $accent_fill; image: url("$icons/minus-on-accent.svg");
}
QRadioButton::indicator:checked, QRadioButton::indicator:checked:hover, QRadioButton::indicator:checked:focus,
QRadioButton::indicator:checked:pressed, QMenu::indicator:exclusive:checked,
QMenu::indicator:exclusive:checked:hover {
  background-color: $accent_fill; border: 1px solid $accent_fill; image: url("$icons/dot-on-accent.svg");
}
QRadioButton::indicator:checked:focus { border: 1px solid $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  border: 1px solid $hairline; background-color: $window;
}
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
  background-color: $disabled;
}

/* Lists and tables */
QTreeView, QListView, QTableView, QColumnView {
  background-color: $base; border: 1px solid $window; border-radius: 0; padding: 0; gridline-color: $hairline;
  alternate-background-color: $window;
}
QTreeView:focus, QListView:focus, QTableView:focus, QColumnView:focus { border: 1px solid $accent; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus { border: 1px solid $hairline; }
QTableView::item, QTreeView::item, QListView::item { padding: 0 4px; }
QTreeView::item, QListView::item { min-height: $row; }
QTreeView::item:!selected:hover, QListView::item:!selected:hover, QTableView::item:!selected:hover {
  background-color: $raised; color: $text;
}
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected,
QTreeView::item:selected:active, QListView::item:selected:active, QTableView::item:selected:active,
QTreeView::item:selected:!active, QListView::item:selected:!active, QTableView::item:selected:!active {
  background-color: $selection; color: $text;
}
QHeaderView, QTableCornerButton::section { background-color: $window; border: none; }
QHeaderView::section, QHeaderView::section:horizontal, QHeaderView::section:horizontal:first,
QHeaderView::section:horizontal:only-one {
  background-color: $window; color: $secondary; border: none; border-bottom: 1px solid $hairline;
  font-size: $head; font-weight: 600; font-variant: small-caps; min-height: 23px; padding: 0 7px;
}
QHeaderView::down-arrow { image: url("$icons/chevron-down-$name.svg"); background: transparent; }
QHeaderView::up-arrow { image: url("$icons/chevron-up-$name.svg"); background: transparent; }

/* Tabs */
QTabWidget::pane { border: none; border-top: 1px solid $hairline; padding: 0; top: -1px; }
QTabBar, QTabWidget > QTabBar { background-color: $window; border: none; }
QTabBar::tab:top, QDockWidget QTabBar::tab:top, QTabBar::tab:top:!selected, QTabBar::tab:top:selected,
QTabBar::tab:top:!selected:hover {
  background-color: transparent; color: $secondary; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; margin: 0; padding: 0 12px; min-height: $control;
}
QTabBar::tab:top:!selected:hover { color: $text; }
QTabBar::tab:top:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:top:selected:focus { background-color: $hover; }

/* Progress and scrolling */
QProgressBar {
  background-color: $raised; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
  text-align: center; color: transparent;
}
QProgressBar::chunk { background-color: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; border: none; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; border: none; height: 12px; margin: 0; }
QScrollBar::handle:vertical {
  background-color: $control_line; border: 3px solid $window; border-radius: 6px; min-height: 28px;
}
QScrollBar::handle:horizontal {
  background-color: $control_line; border: 3px solid $window; border-radius: 6px; min-width: 28px;
}
QScrollBar::handle:hover { background-color: $secondary; border: 3px solid $window; border-radius: 6px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical,
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {
  width: 0; height: 0; border: none; border-image: none; margin: 0;
}
QSlider { min-height: $control; background: transparent; }
QSlider::groove:horizontal { height: 4px; background-color: $hairline; border: none; border-radius: 2px; }
QSlider::sub-page:horizontal { background-color: $accent; border: none; border-radius: 2px; }
QSlider::handle:horizontal {
  width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background-color: $text; border: none;
}
QSlider:focus { border: none; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; }
"""
