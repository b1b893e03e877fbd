"""The view: fitting, zooming at the mouse, panning, empty state; scene coordinates are image coordinates."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app import theme
from app.canvas import events
from app.canvas.adjust import Adjustment
from app.canvas.canvas import Canvas
from app.canvas.image_item import prepare_image
from tests.app.canvas.mouse import MIDDLE, move, press, release, wheel
from tests.app.canvas.shown import grey


def test_a_fitted_image_is_whole_and_in_the_middle(canvas: Canvas) -> None:
    first, last = canvas.image_to_view((0, 0)), canvas.image_to_view((200, 160))
    size = canvas.viewport().size()
    assert first.x() + last.x() == pytest.approx(size.width())
    assert first.y() + last.y() == pytest.approx(size.height())
    assert min(first.x(), first.y()) == pytest.approx(16)


def test_the_wheel_keeps_the_image_point_under_the_cursor(canvas: Canvas) -> None:
    at = QPointF(211.25, 147.5)
    before = canvas.view_to_image(at)
    for notches in (1, 1, 1, -1, 2, 0.5, -3, 4):
        wheel(canvas, at, notches)
        assert canvas.view_to_image(at) == pytest.approx(before, abs=1e-6)
    assert canvas.zoom() > 3


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(x=st.floats(-50, 250), y=st.floats(-50, 210), factor=st.floats(0.3, 20))
def test_view_and_image_coordinates_are_inverse(canvas: Canvas, x: float, y: float, factor: float) -> None:
    canvas.fit()
    canvas.zoom_by(factor, QPointF(100.5, 77.25))
    assert canvas.view_to_image(canvas.image_to_view((x, y))) == pytest.approx((x, y), abs=1e-6)


def test_scene_coordinates_are_image_coordinates(canvas: Canvas) -> None:
    canvas.zoom_by(3, QPointF(20, 30))
    at = QPointF(300, 200)
    scene = canvas.mapToScene(at.toPoint())
    assert (scene.x(), scene.y()) == pytest.approx(canvas.view_to_image(at), abs=1e-6)


def test_the_middle_button_pans_by_what_the_mouse_moves(canvas: Canvas) -> None:
    canvas.zoom_by(4)
    before = canvas.image_to_view((100, 80))
    press(canvas, QPointF(300, 200), MIDDLE)
    move(canvas, QPointF(310.5, 190.25), MIDDLE)
    move(canvas, QPointF(330.5, 180.25), MIDDLE)
    release(canvas, QPointF(330.5, 180.25), MIDDLE)
    after = canvas.image_to_view((100, 80))
    assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx((30.5, -19.75), abs=1e-6)


def test_the_image_cannot_be_lost_out_of_view(canvas: Canvas) -> None:
    for direction in (1, -1):
        press(canvas, QPointF(300, 200), MIDDLE)
        move(canvas, QPointF(300 + direction * 9000, 200 + direction * 9000), MIDDLE)
        release(canvas, QPointF(0, 0), MIDDLE)
        first, last = canvas.image_to_view((0, 0)), canvas.image_to_view((200, 160))
        size = canvas.viewport().size()
        assert first.x() < size.width() - 40
        assert first.y() < size.height() - 40
        assert last.x() > 40
        assert last.y() > 40


def test_zoom_has_ends(canvas: Canvas) -> None:
    canvas.zoom_by(1e9)
    assert canvas.zoom() == pytest.approx(64)
    canvas.zoom_by(1e-9)
    assert 0.01 < canvas.zoom() < 1


def test_actual_size_is_one_device_pixel_per_image_pixel(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.zoom_changed) as caught:
        canvas.actual_size()
    assert canvas.zoom() == pytest.approx(1)
    assert caught.args == [pytest.approx(1)]


def test_reveal_pans_only_when_needed(canvas: Canvas) -> None:
    before = canvas.image_to_view((0, 0))
    canvas.reveal((100, 80))
    assert canvas.image_to_view((0, 0)) == before
    canvas.zoom_by(8)
    canvas.reveal((5, 5))
    place = canvas.image_to_view((5, 5))
    assert canvas.viewport().rect().contains(place.toPoint())


def test_a_resize_fits_again_until_the_person_zooms(canvas: Canvas) -> None:
    before = canvas.zoom()
    canvas.resize(900, 700)
    assert canvas.zoom() > before * 1.3
    canvas.zoom_by(2)
    zoomed = canvas.zoom()
    canvas.resize(640, 480)
    assert canvas.zoom() == zoomed


def test_the_next_image_keeps_the_view_only_when_asked_and_of_the_same_size(canvas: Canvas) -> None:
    fitted = canvas.zoom()
    canvas.zoom_by(4, QPointF(10, 10))
    corner = canvas.image_to_view((0, 0))
    canvas.set_image(grey(value=90), keep_view=True)
    assert canvas.image_to_view((0, 0)) == corner
    canvas.set_image(grey(320, 400), keep_view=True)
    assert canvas.zoom() == pytest.approx(fitted / 2)
    canvas.zoom_by(4)
    canvas.set_image(grey(320, 400))
    assert canvas.zoom() == pytest.approx(fitted / 2)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1)])
def test_extreme_shapes_fit_and_paint(canvas: Canvas, shape: tuple[int, int]) -> None:
    canvas.set_image(grey(*shape, value=255))
    middle = canvas.image_to_view((shape[1] / 2, shape[0] / 2)).toPoint()
    assert canvas.grab().toImage().pixelColor(middle).red() > 200


def test_a_prepared_image_is_taken_as_it_is(canvas: Canvas) -> None:
    canvas.set_image(prepare_image(grey(30, 50, 10)))
    assert canvas.image_hw() == (30, 50)


def test_brightness_contrast_and_inversion_change_the_picture_on_screen(canvas: Canvas) -> None:
    def middle() -> int:
        picture = canvas.viewport().grab().toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() // 2).red()

    canvas.set_image(grey(value=100))
    assert middle() == 100
    canvas.set_adjustment(Adjustment(brightness=0.2))
    assert middle() == 151
    canvas.set_adjustment(Adjustment(invert=True))
    assert middle() == 155
    canvas.set_adjustment(Adjustment(contrast=2))
    assert abs(middle() - 72) <= 1
    canvas.set_adjustment(Adjustment())
    assert middle() == 100


def test_without_an_image_the_message_and_its_button_are_in_the_middle(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_image(None)
    canvas.set_message("No images yet. Open a folder of pictures.", "Open images")
    button = canvas.findChild(QPushButton, events.CANVAS_MESSAGE_BUTTON)
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(canvas.message_action):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    canvas.set_image(grey())
    assert not button.isVisible()


def test_around_the_image_is_the_themes_grey(canvas: Canvas, qapp: QApplication) -> None:
    for name, palette in (("light", theme.LIGHT), ("dark", theme.DARK)):
        theme.apply_theme(qapp, name)
        assert canvas.viewport().grab().toImage().pixelColor(3, 3) == QColor(palette.canvas)


_AT_TWICE = """
import sys
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from app.canvas.canvas import Canvas
from tests.app.canvas.mouse import click, wheel
from tests.app.canvas.shown import grey

app = QApplication([])
canvas = Canvas()
canvas.resize(640, 480)
canvas.show()
canvas.set_image(grey())
assert canvas.devicePixelRatioF() == 2
found = []
canvas.set_placing("nose")
canvas.keypoint_placed.connect(found.append)
wheel(canvas, QPointF(200, 100), 3)
at = QPointF(300.5, 200.25)
wanted = canvas.view_to_image(at)
click(canvas, at)
scene = canvas.mapToScene(300, 200)
assert abs(found[0].xy[0] - wanted[0]) < 0.01 and abs(found[0].xy[1] - wanted[1]) < 0.01
step = 2 / canvas.zoom()
assert abs(scene.x() + 0.5 * step - wanted[0]) < 0.01 and abs(scene.y() + 0.25 * step - wanted[1]) < 0.01
picture = canvas.viewport().grab().toImage()
assert picture.width() == 1280 or picture.width() == 2 * canvas.viewport().width()
"""


def test_on_a_screen_at_200_percent_a_click_lands_where_it_should() -> None:
    root = Path(__file__).resolve().parents[3]
    environment = dict(os.environ, QT_SCALE_FACTOR="2", QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(root))
    done = subprocess.run(
        [sys.executable, "-c", _AT_TWICE],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_painted_pixel_is_where_the_coordinates_say(canvas: Canvas) -> None:
    image = grey(40, 50, 0)
    image[12, 31] = 255
    canvas.set_image(image)
    picture = canvas.viewport().grab().toImage()
    inside = canvas.image_to_view((31.5, 12.5)).toPoint()
    assert picture.pixelColor(inside).red() == 255
    beside = canvas.image_to_view((33.0, 12.5)).toPoint()
    assert picture.pixelColor(beside).red() < 60
    assert np.array_equal(image[12, 31], (255, 255, 255))
