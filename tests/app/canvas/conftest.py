"""A canvas on the screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.canvas.canvas import Canvas
from tests.app.canvas.shown import grey


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """A 640 x 480 canvas with a grey image of 200 x 160, fitted."""
    result = Canvas()
    qtbot.addWidget(result)
    result.resize(640, 480)
    result.show()
    qtbot.waitExposed(result)
    result.set_image(grey())
    return result
