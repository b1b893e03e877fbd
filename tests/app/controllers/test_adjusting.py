from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.adjust import Adjustment
from app.canvas.canvas import Canvas
from app.canvas.image_item import prepare_image
from app.controllers.adjusting import Adjusting
from app.panels.adjust_bar import AdjustBar
from gkdt_core.media.images import read_shown


@pytest.fixture
def adjusting(qtbot) -> Adjusting:
    canvas, bar = Canvas(), AdjustBar()
    qtbot.addWidget(canvas)
    qtbot.addWidget(bar)
    canvas.resize(400, 300)
    canvas.show()
    controller = Adjusting(canvas, bar, canvas)
    controller.set_bar_shown(True)
    return controller


def deep(folder: Path) -> Path:
    path = folder / "film.png"
    Image.fromarray(np.arange(10_000, dtype=np.uint16).reshape(100, 100) * 6).save(path)
    return path


def show(adjusting: Adjusting, path: Path) -> None:
    adjusting._canvas.set_image(prepare_image(read_shown(path)))
    adjusting.on_picture()


def pixel(adjusting: Adjusting, x: float, y: float) -> int:
    view = adjusting._canvas
    return view.viewport().grab().toImage().pixelColor(view.image_to_view((x, y)).toPoint()).red()


def test_a_slider_moved_by_a_key_brightens_the_picture_and_reset_brings_it_back(qtbot, adjusting, tmp_path):
    show(adjusting, deep(tmp_path))
    before = pixel(adjusting, 50.5, 50.5)
    qtbot.keyClick(adjusting._bar.brightness, Qt.Key.Key_PageUp)
    assert pixel(adjusting, 50.5, 50.5) > before
    qtbot.mouseClick(adjusting._bar.reset, Qt.MouseButton.LeftButton)
    assert pixel(adjusting, 50.5, 50.5) == before
    assert adjusting.now == Adjustment()


def test_the_window_of_values_is_offered_for_deep_greys_only(adjusting, tmp_path):
    adjusting._canvas.set_image(np.full((50, 50, 3), 9, np.uint8))
    adjusting.on_picture()
    assert not adjusting._bar.black.isVisible()
    show(adjusting, deep(tmp_path))
    assert adjusting._bar.black.isVisible()
    assert adjusting._bar.white.value() == pytest.approx(9950 * 6, abs=60)


def test_a_typed_value_is_shown_white(qtbot, adjusting, tmp_path):
    show(adjusting, deep(tmp_path))
    adjusting._bar.black.setValue(0)
    adjusting._bar.white.setValue(600)
    assert adjusting.now.window == (0, 600)
    assert pixel(adjusting, 50.5, 2.5) == 255


def test_ctrl_and_a_drag_upwards_makes_deep_greys_brighter(adjusting, tmp_path):
    show(adjusting, deep(tmp_path))
    before = pixel(adjusting, 50.5, 50.5)
    view = adjusting._canvas.viewport()
    start = QPointF(200, 150).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, start)
    QTest.mouseMove(view, QPointF(200, 110).toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, start)
    assert adjusting.now.window is not None
    assert pixel(adjusting, 50.5, 50.5) > before


def test_keys_change_brightness_contrast_and_inversion_within_their_ends(adjusting):
    for _ in range(100):
        adjusting.brighter(1)
        adjusting.more_contrast(1)
        adjusting.more_gamma(-1)
    assert adjusting.now.brightness == 1
    assert adjusting.now.contrast == 8
    assert adjusting.now.gamma == 0.25
    adjusting.set_inverted(True)
    assert adjusting._bar.invert.isChecked()


def test_the_strip_can_be_closed_and_is_as_narrow_as_a_small_window_needs(qtbot, adjusting):
    assert adjusting._bar.minimumSizeHint().width() <= 600
    with qtbot.waitSignal(adjusting.bar_switched) as switched:
        qtbot.mouseClick(adjusting._bar.close_button, Qt.MouseButton.LeftButton)
    assert switched.args == [False]
    assert not adjusting._bar.isVisible()
