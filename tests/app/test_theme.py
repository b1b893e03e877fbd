"""The themes: contrasts by the WCAG formula, one style sheet, sizes on the grid."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import theme
from app.theme import DARK, LIGHT, Palette, contrast_ratio
from gkdt_core.domain import ImageState
from gkdt_core.paths import resource_path

both = pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])


def test_contrast_ratio_agrees_with_the_published_extremes() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@both
@pytest.mark.parametrize("role", ["text", "secondary", "good", "warning", "bad", "accent"])
def test_text_reaches_aa_on_every_background(colours: Palette, role: str) -> None:
    for background in (colours.window, colours.base, colours.raised):
        assert contrast_ratio(getattr(colours, role), background) >= 4.5


@both
def test_the_words_of_a_dangerous_button_and_of_a_selected_row_reach_aa(colours: Palette) -> None:
    assert contrast_ratio(colours.bad, colours.hover) >= 4.5
    assert contrast_ratio(colours.secondary, colours.selection) >= 4.5


@both
def test_text_on_filled_controls_rows_and_canvas_reaches_aa(colours: Palette) -> None:
    assert contrast_ratio(colours.on_accent, colours.accent_fill) >= 4.5
    assert contrast_ratio(colours.text, colours.selection) >= 4.5
    assert contrast_ratio(colours.text, colours.hover) >= 4.5
    assert contrast_ratio(colours.on_canvas, colours.canvas) >= 4.5


@both
def test_marks_and_outlines_reach_three_to_one(colours: Palette) -> None:
    for background in (colours.window, colours.base):
        assert contrast_ratio(colours.control_line, background) >= 3
        assert contrast_ratio(colours.accent_fill, background) >= 3 or colours.name == "dark"
        assert contrast_ratio(colours.accent, background) >= 3


def test_the_two_themes_have_about_equal_contrast() -> None:
    dark = contrast_ratio(DARK.text, DARK.window)
    light = contrast_ratio(LIGHT.text, LIGHT.window)
    assert 0.7 < dark / light < 1.4


@both
def test_the_canvas_is_neutral_grey(colours: Palette) -> None:
    channels = [int(colours.canvas[start : start + 2], 16) for start in (1, 3, 5)]
    assert max(channels) - min(channels) <= 6
    assert 60 < channels[0] < 200


@both
def test_no_colour_of_qdarkstyle_is_left(qapp: QApplication, colours: Palette) -> None:
    codes = {code.lower() for code in re.findall(r"#[0-9A-Fa-f]{6}\b", theme.style_sheet(colours))}
    ours = {getattr(colours, name) for name in Palette.__dataclass_fields__}
    assert codes <= ours


@both
def test_every_picture_the_rules_name_exists(qapp: QApplication, colours: Palette) -> None:
    names = re.findall(r'url\("gkdticons:([^"]+)"\)', theme.style_sheet(colours))
    assert names
    for name in names:
        assert resource_path("icons", name).is_file(), name


@both
def test_the_sheets_pictures_have_the_text_colour(colours: Palette) -> None:
    for path in resource_path("icons", "theme").glob(f"*-{colours.name}.svg"):
        assert colours.text in path.read_text(encoding="utf-8"), path.name


@both
def test_controls_are_28_px_high(qapp: QApplication, qtbot: QtBot, colours: Palette) -> None:
    theme.apply_theme(qapp, colours.name)
    form = QWidget()
    qtbot.addWidget(form)
    layout = QVBoxLayout(form)
    widgets: list[QWidget] = [QPushButton("Add"), QLineEdit(), QComboBox(), QSpinBox(), QToolButton()]
    for widget in widgets:
        layout.addWidget(widget)
    form.show()
    qtbot.waitExposed(form)
    assert [widget.height() for widget in widgets] == [theme.CONTROL_HEIGHT] * len(widgets)


@both
@pytest.mark.parametrize(
    "kind",
    [
        QCheckBox,
        QComboBox,
        QKeySequenceEdit,
        QLineEdit,
        QListWidget,
        QPlainTextEdit,
        QPushButton,
        QRadioButton,
        QSlider,
        QSpinBox,
        QTableWidget,
        QTabWidget,
        QToolButton,
    ],
)
def test_what_has_the_focus_looks_different(
    qapp: QApplication, qtbot: QtBot, colours: Palette, kind: type[QWidget]
) -> None:
    theme.apply_theme(qapp, colours.name)
    form, one, other = QWidget(), kind(), QPushButton("Other")
    qtbot.addWidget(form)
    layout = QVBoxLayout(form)
    layout.addWidget(one)
    layout.addWidget(other)
    focused = one
    if isinstance(one, QTabWidget):
        one.addTab(QWidget(), "Images")
        focused = one.tabBar()
    one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    without = one.grab().toImage()
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not other.hasFocus())
    with_focus = one.grab().toImage()
    changed = sum(
        without.pixel(x, y) != with_focus.pixel(x, y)
        for x in range(without.width())
        for y in range(without.height())
    )
    assert changed > 30  # a ring; the caret of a field alone is about 20 pixels


@both
def test_words_in_an_empty_field_can_be_read(qapp: QApplication, qtbot: QtBot, colours: Palette) -> None:
    theme.apply_theme(qapp, colours.name)
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.ensurePolished()
        shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert shown.alpha() == 255
        assert contrast_ratio(shown.name(), colours.base) >= 4.5


@both
def test_the_clear_button_of_a_field_is_in_the_middle_of_its_height(
    qapp: QApplication, qtbot: QtBot, colours: Palette
) -> None:
    theme.apply_theme(qapp, colours.name)
    field = QLineEdit("words")
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    field.resize(200, theme.CONTROL_HEIGHT)
    field.show()
    qtbot.waitExposed(field)
    button = field.findChild(QToolButton)
    assert abs(button.geometry().center().y() - field.rect().center().y()) <= 1
    assert field.rect().contains(button.geometry())


def test_a_switch_tells_the_listeners_and_forgets_dead_ones(qapp: QApplication) -> None:
    class Listener:
        heard: list[str] = []  # noqa: RUF012 - shared on purpose, it outlives the object

        def on_switch(self) -> None:
            self.heard.append(theme.palette().name)

    listener = Listener()
    theme.on_theme_changed(listener.on_switch)
    theme.apply_theme(qapp, "light")
    theme.apply_theme(qapp, "dark")
    assert Listener.heard == ["light", "dark"]
    del listener
    gc.collect()
    theme.apply_theme(qapp, "dark")
    assert Listener.heard == ["light", "dark"]


def test_every_state_has_its_own_glyph_word_and_colour() -> None:
    assert set(theme.STATE_GLYPHS) == set(theme.STATE_WORDS) == set(ImageState)
    assert len(set(theme.STATE_GLYPHS.values())) == len(ImageState)
    assert len({theme.state_colour(state).name() for state in ImageState}) == len(ImageState)
