"""Icons: each one draws, takes the palette's colours, and follows a theme switch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from app import icons, theme
from gkdt_core.domain import ImageState
from gkdt_core.paths import resource_path

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def _drawn(picture: QImage) -> int:
    """How many pixels are not fully transparent."""
    return sum(
        picture.pixelColor(x, y).alpha() > 0 for y in range(picture.height()) for x in range(picture.width())
    )


def _image(icon: QIcon, side: int, ratio: float, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(side, side), ratio, mode).toImage()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_at_both_sizes(qapp: QApplication, name: str) -> None:
    icon = icons.icon(name)
    for side in (theme.ICON_SMALL, theme.ICON_LARGE):
        drawn = _drawn(_image(icon, side, 1))
        assert side / 2 < drawn < side * side


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    assert _image(icons.icon("check"), 16, 2).size() == QSize(32, 32)


def test_an_icon_has_the_palettes_text_colour_and_pales_when_disabled(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    for mode, expected in ((QIcon.Mode.Normal, theme.DARK.text), (QIcon.Mode.Disabled, theme.DARK.disabled)):
        picture = _image(icons.icon("plus"), 20, 1, mode)
        middle = picture.pixelColor(10, 10)
        assert middle.alpha() >= 250
        wanted = QColor(expected)
        assert abs(middle.red() - wanted.red()) <= 2
        assert abs(middle.blue() - wanted.blue()) <= 2


def test_a_bound_icon_follows_the_theme(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    action = QAction("Add")
    icons.bind_icon(action, "plus")
    dark = _image(action.icon(), 20, 1).pixelColor(10, 10)
    theme.apply_theme(qapp, "light")
    light = _image(action.icon(), 20, 1).pixelColor(10, 10)
    theme.apply_theme(qapp, "dark")
    assert dark.lightness() > 200 > 60 > light.lightness()


def test_the_state_marks_all_look_different(qapp: QApplication) -> None:
    pictures = [_image(icons.state_icon(state), 16, 2) for state in ImageState]
    for index, picture in enumerate(pictures):
        assert _drawn(picture) > 50
        for other in pictures[index + 1 :]:
            assert picture != other


def test_a_hollow_state_is_hollow_and_a_reviewed_one_filled(qapp: QApplication) -> None:
    untouched = _image(icons.state_icon(ImageState.UNTOUCHED), 16, 2)
    reviewed = _image(icons.state_icon(ImageState.REVIEWED), 16, 2)
    assert untouched.pixelColor(16, 16).alpha() == 0
    assert _drawn(reviewed) > 1.5 * _drawn(untouched)


def test_the_icons_come_with_their_licence() -> None:
    assert "ISC License" in resource_path("icons", "LICENSE").read_text(encoding="utf-8")
