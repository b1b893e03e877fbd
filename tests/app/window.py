"""What the window tests share: pictures on disk, a tiny model, a window that answers file dialogs at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from app import engine_service
from app.actions import ActionId
from app.main_window import MainWindow
from app.settings import Settings
from gkdt_core.domain import Category
from gkdt_core.geometry import RgbImage

HORSE = Category(
    "horse",
    ("left eye", "right eye", "nose"),
    edges=((0, 2), (1, 2)),
    pairs=((0, 1),),
    supercategory="animal",
)
WIDTH, HEIGHT = 320, 240
WAIT_MS = 30_000


class Answers:
    """A file chooser that gives a path at once instead of asking."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.asked: list[str] = []

    def folder(self, title: str, on_chosen: Callable[[Path], None]) -> None:
        self._answer(title, on_chosen)

    def file(self, title: str, pattern: str, on_chosen: Callable[[Path], None]) -> None:
        self._answer(title, on_chosen)

    def save(self, title: str, pattern: str, proposal: Path, on_chosen: Callable[[Path], None]) -> None:
        self._answer(title, on_chosen)

    def _answer(self, title: str, on_chosen: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.path is not None:
            on_chosen(self.path)


def make_images(folder: Path, count: int) -> list[Path]:
    """`count` pictures with a bright spot at another place each, "img1.png" to "img<count>.png"."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(1, count + 1):
        pixels = np.full((HEIGHT, WIDTH, 3), 60, np.uint8)
        pixels[40 + 5 * number : 60 + 5 * number, 100:130] = (230, 200, 40)
        path = folder / f"img{number}.png"
        Image.fromarray(pixels).save(path)
        paths.append(path)
    return paths


class Person:
    """Does with a window what a person does: keys, clicks, menus."""

    def __init__(self, qtbot: QtBot, window: MainWindow, answers: Answers) -> None:
        self.qtbot, self.window, self.answers = qtbot, window, answers

    def do(self, action_id: ActionId) -> None:
        """Trigger an action that a person could: it must be, or soon become, enabled."""
        action = self.window.actions_by_id[action_id]
        self.qtbot.waitUntil(action.isEnabled)
        action.trigger()

    def pause_a_batch(self) -> None:
        """Pre-label all and pause when the first result is there.

        Only the picture "img1" is read before the pause: on a fast disk it could come too late.
        """
        paused, read = threading.Event(), engine_service._read

        def read_slowly(path: Path) -> RgbImage:
            if path.stem != "img1":
                paused.wait(WAIT_MS / 1000)
            return read(path)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine_service, "_read", read_slowly)
            with self.qtbot.waitSignal(self.window.session.engine.batch_result, timeout=WAIT_MS):
                self.do(ActionId.PRELABEL_ALL)
            self.do(ActionId.PAUSE_BATCH)
            paused.set()
            self.qtbot.waitUntil(lambda: not self.window.batches.is_running, timeout=WAIT_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key while the canvas has the focus."""
        self.window.activateWindow()
        self.window.canvas.setFocus()
        self.qtbot.keyClick(self.window.canvas, key, modifiers)

    def spot(self, xy: tuple[float, float]) -> QPoint:
        """Where image point `xy` is in the canvas's viewport."""
        position: QPointF = self.window.canvas.image_to_view(xy)
        return position.toPoint()

    def click(self, xy: tuple[float, float], button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Click the image at `xy`, image coordinates."""
        self.qtbot.mouseClick(self.window.canvas.viewport(), button, pos=self.spot(xy))
        self.settle()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag from one image point to another."""
        view = self.window.canvas.viewport()
        self.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=self.spot(start))
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for xy in (middle, end):
            self.qtbot.mouseMove(view, self.spot(xy))
        self.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=self.spot(end))
        self.settle()

    def settle(self) -> None:
        """Let the views catch up: they refresh once per turn of the event loop."""
        self.qtbot.wait(20)

    def open_folder(self, folder: Path) -> None:
        """Open a folder and wait for its first picture."""
        self.answers.path = folder
        self.do(ActionId.OPEN_IMAGES)
        self.qtbot.waitUntil(lambda: self.window.canvas.image_hw() is not None, timeout=WAIT_MS)
        self.settle()

    def go_to(self, number: int) -> None:
        """Show image `number` of the list and wait for its picture."""
        window = self.window
        with self.qtbot.waitSignal(window.navigation.picture_shown, timeout=WAIT_MS):
            window.navigation.go_to(number)
        self.settle()

    def close(self) -> None:
        """Close the window and wait for its workers."""
        self.window.close()


def open_window(qtbot: QtBot, home: Path) -> Person:
    """A window on screen with settings of its own."""
    answers = Answers()
    window = MainWindow(Settings(home / "settings.ini"), answers)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return Person(qtbot, window, answers)
