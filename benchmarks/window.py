"""How long a click or a key takes in the window until its result is drawn: prints a table.

Run: `python -m benchmarks.window [--model M] [--keypoints 17] [--rounds 20] [--json FILE]`. It opens the real
window (offscreen, unless QT_QPA_PLATFORM says otherwise) on copies of the sample's photographs. A time begins
when the mouse or the key goes down and ends when the picture with the new points has been painted. "Of it the
model" is what the worker took; "busy" is the processor time of the window's own thread, which other programs
on the machine change little. The rest is waiting: for the disk, for the screen's next turn, and where a
changed prompt is followed, for further edits.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.controllers.prompting import CHANGED_MS
from app.main_window import MainWindow
from app.panels.keypoint_table import Column
from app.settings import Settings
from app.theme import apply_theme
from gkdt_core.domain import Category, Instance
from gkdt_core.geometry import Box
from gkdt_core.paths import resource_path

PATIENCE_MS = 120_000
SIZE = (1280, 800)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; milliseconds, medians and the slowest."""

    what: str
    times: int
    median_ms: float
    slowest_ms: float
    busy_ms: float
    model_ms: float | None = None


class Nobody:
    """A file chooser that never answers."""

    def folder(self, title: str, on_chosen: Callable[[Path], None]) -> None: ...
    def file(self, title: str, pattern: str, on_chosen: Callable[[Path], None]) -> None: ...
    def save(self, title: str, pattern: str, proposal: Path, on_chosen: Callable[[Path], None]) -> None: ...


class Painted(QObject):
    """Ends a wait when the canvas has been painted after it got the instances of a changed image."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._loop = QEventLoop()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._loop.exit(1))
        self.busy_ms: list[float] = []
        self._is_changed = self._is_shown = self._is_awaited = False
        self._wanted: Callable[[], bool] = _always
        self._set = window.canvas.set_instances
        self._set_ghost = window.canvas.set_ghost
        window.canvas.set_ghost = self._on_ghost  # type: ignore[method-assign]
        window.canvas.set_instances = self._on_set  # type: ignore[method-assign]
        window.store.instances_changed.connect(self._on_changed)
        window.canvas.viewport().installEventFilter(self)

    def after(self, act: Callable[[], object], wanted: Callable[[], bool] | None = None) -> float:
        """Do something; milliseconds until its result has been painted.

        Args:
            act: What to do.
            wanted: Whether a change is the result that is waited for; the first change without it.
        """
        self._is_changed = self._is_shown = False
        self._is_awaited, self._wanted = True, wanted or _always
        start, busy = time.perf_counter(), time.thread_time()
        act()
        self._patience.start(PATIENCE_MS)
        code = self._loop.exec()
        self._patience.stop()  # or it would end a later wait
        self._is_awaited = False
        if code:
            raise SystemExit("Nothing was drawn.")
        self.busy_ms.append((time.thread_time() - busy) * 1000)
        return (time.perf_counter() - start) * 1000

    def _on_changed(self) -> None:
        self._is_changed = self._is_changed or self._wanted()

    def _on_ghost(self, *args: Any) -> None:
        self._set_ghost(*args)
        self._is_shown = self._is_shown or (self._wanted is not _always and self._wanted())

    def _on_set(self, *args: Any) -> None:
        self._set(*args)
        self._is_shown = self._is_shown or self._is_changed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # what comes between two waits must not end the next one
        if event.type() == QEvent.Type.Paint and self._is_shown and self._is_awaited:
            self._is_awaited = False
            QTimer.singleShot(0, self._loop.quit)  # once it has been painted
        return super().eventFilter(watched, event)


def _always() -> bool:
    return True


class Bench:
    """A window with a category of `count` keypoints and pictures to click on."""

    def __init__(self, folder: Path, model: str, count: int) -> None:
        images = folder / "images"
        images.mkdir()
        for number, path in enumerate(sorted(resource_path("sample").rglob("*.jpg"))[:6]):
            shutil.copy(path, images / f"{number}.jpg")
        self.window = MainWindow(Settings(folder / "settings.ini"), Nobody())
        self.window.show()
        self.window.resize(*SIZE)
        self.painted = Painted(self.window)
        self.model_ms: list[float] = []
        self.window.session.engine.predicted.connect(lambda answer: self.model_ms.append(answer.milliseconds))
        self.window.load_model(model)
        self.wait(lambda: self.window.session.engine.summary is not None)
        self.window.open_path(images)
        self.wait(lambda: self.window.navigation.is_picture_shown)
        names = tuple(f"part {number}" for number in range(1, count + 1))
        self.window.prompting.add_category(Category("thing", names))
        self.count = count

    def wait(self, condition: Callable[[], bool]) -> None:
        """Turn the event loop until `condition`."""
        end = time.monotonic() + PATIENCE_MS / 1000
        while not condition():
            if time.monotonic() > end:
                raise SystemExit("The window did not come so far.")
            QTest.qWait(5)

    def rest(self) -> None:
        """Let everything that was begun come to its end."""
        QTest.qWait(3 * CHANGED_MS)
        jobs = self.window.session
        self.wait(lambda: not jobs.engine.jobs.is_busy and not jobs.decoding.is_busy)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.canvas, key, modifiers)

    def click(self, number: int) -> None:
        """Click one of `count` places spread over the picture."""
        height, width = self.window.canvas.image_hw() or (1, 1)
        columns = 5
        x = width * (1 + number % columns) / (columns + 1)
        y = height * (1 + number // columns) / (2 + self.count // columns)
        spot = self.window.canvas.image_to_view((x, y)).toPoint()
        QTest.mouseClick(self.window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def go_to(self, number: int) -> None:
        self.window.navigation.go_to(number)
        self.wait(lambda: self.window.navigation.is_picture_shown)
        self.rest()

    def undo(self) -> None:
        self.window.store.undo_stack.undo()
        self.rest()

    def set_text(self, text: str) -> None:
        model = self.window.side_panel.model
        model.setData(model.index(0, Column.TEXT), text)


def measure(folder: Path, model: str, count: int, rounds: int) -> list[Row]:
    """The table's rows."""
    bench, rows = Bench(folder, model, count), list[Row]()

    def add(what: str, times: list[float], of_model: list[float] | None = None) -> None:
        rest = statistics.median(of_model) if of_model else None
        busy = statistics.median(bench.painted.busy_ms)
        bench.painted.busy_ms.clear()
        rows.append(Row(what, len(times), statistics.median(times), max(times), busy, rest))

    bench.rest()
    clicks = []
    for number in range(count):
        clicks.append(bench.painted.after(lambda number=number: bench.click(number)))
        QTest.qWait(20)
    add("click a keypoint: its ring is drawn", clicks)

    bench.go_to(2)
    bench.model_ms.clear()
    first = bench.painted.after(lambda: bench.key(Qt.Key.Key_R))
    add("R on a new image: points drawn", [first], list(bench.model_ms))

    again: list[float] = []
    bench.model_ms.clear()
    for _ in range(rounds):
        bench.undo()
        again.append(bench.painted.after(lambda: bench.key(Qt.Key.Key_R)))
    add("R on cached features: points drawn", again, bench.model_ms)

    bench.rest()
    followed: list[float] = []
    bench.set_text("one word")  # encoded once before, as both words are after the first time
    bench.rest()
    bench.set_text("another word")
    bench.rest()
    bench.model_ms.clear()
    for number in range(rounds):
        text = "one word" if number % 2 == 0 else "another word"
        followed.append(bench.painted.after(lambda text=text: bench.set_text(text)))
        bench.rest()
    add("the prompt changes: points follow", followed, bench.model_ms)
    rows.append(rest_shown(bench))
    rows.append(beside_prompt(bench, rounds))
    bench.window.close()
    return rows


def beside_prompt(bench: Bench, rounds: int) -> Row:
    """Clicks on a prompt, and points of the model on another object of the same image follow each."""
    window, store = bench.window, bench.window.store
    bench.go_to(3)
    image_id, category = window.selection.now.image_id, window.selection.category()
    if image_id is None or category is None:
        raise SystemExit("There is no image to click on.")
    height, width = window.canvas.image_hw() or (1, 1)
    prompt = Instance.empty(category.category, Box(0, 0, width / 2, height)).moved(0, (width / 4, height / 4))
    store.set_support(store.add_instance(image_id, prompt, category.id), True)
    store.add_instance(
        image_id, Instance.empty(category.category, Box(width / 2, 0, width, height)), category.id
    )
    bench.rest()
    window.selection.set_instance(store.instances(image_id)[-1].id)
    bench.key(Qt.Key.Key_R)
    bench.rest()
    own, other = (stored.id for stored in store.instances(image_id))
    window.selection.set_instance(own, 0)
    bench.rest()
    bench.model_ms.clear()
    bench.painted.busy_ms.clear()
    times = list[float]()
    view = window.canvas.viewport()
    for number in range(rounds + 1):
        x, y = store.instance(own).instance.keypoints[0]
        goal = (width * (0.1 + 0.3 * (number % 5) / 5), height * (0.2 + 0.5 * (number % 7) / 7))
        before = store.instance(other).instance.keypoints
        spot = window.canvas.image_to_view(goal).toPoint()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=window.canvas.image_to_view((x, y)).toPoint())
        for share in (0.5, 1.0):
            on_the_way = (x + share * (goal[0] - x), y + share * (goal[1] - y))
            QTest.mouseMove(view, window.canvas.image_to_view(on_the_way).toPoint())
        times.append(
            bench.painted.after(
                lambda spot=spot: QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot),
                lambda before=before: (
                    not np.array_equal(store.instance(other).instance.keypoints, before, equal_nan=True)
                ),
            )
        )
        bench.rest()
    return _warm("a mark of the prompt is let go: others follow", times, bench)


def _warm(what: str, times: list[float], bench: Bench) -> Row:
    """A row without its first time, before which nothing of this image was encoded."""
    busy, of_model = bench.painted.busy_ms[1:], bench.model_ms[1:]
    row = Row(
        what,
        len(times) - 1,
        statistics.median(times[1:]),
        max(times[1:]),
        statistics.median(busy),
        statistics.median(of_model) if of_model else None,
    )
    bench.painted.busy_ms.clear()
    return row


def rest_shown(bench: Bench) -> Row:
    """Clicks on a new object: the rest of it is shown faintly after each."""
    bench.go_to(4)
    times = list[float]()
    window = bench.window
    bench.model_ms.clear()
    bench.painted.busy_ms.clear()
    for number in range(bench.count - 1):
        left = bench.count - 1 - number

        def is_shown(left: int = left, before: object = window.live_answer.answer) -> bool:
            ghost, answer = window.canvas.ghost(), window.live_answer.answer
            is_new = answer is not None and answer is not before
            if is_new and answer is not None and ghost is not None and int(ghost[1].sum()) == left:
                bench.model_ms.append(answer.milliseconds)
                return True
            return False

        times.append(bench.painted.after(lambda number=number: bench.click(number), is_shown))
        bench.rest()
    return _warm("click a keypoint: the rest is shown", times, bench)


def table(rows: list[Row]) -> list[str]:
    """The rows as lines of text."""
    lines = [f"{'':47} {'times':>5} {'median':>9} {'slowest':>9} {'busy':>9} {'of it the model':>16}"]
    for row in rows:
        model = "" if row.model_ms is None else f"{row.model_ms:.1f} ms"
        lines.append(
            f"{row.what:47} {row.times:5} {row.median_ms:6.1f} ms {row.slowest_ms:6.1f} ms "
            f"{row.busy_ms:6.1f} ms {model:>16}"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--keypoints", type=int, default=17)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", type=Path, default=None, help="write the rows there too")
    options = parser.parse_args()
    app = QApplication([])
    apply_theme(app)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GKDT_HOME"] = folder
        rows = measure(Path(folder), options.model, options.keypoints, options.rounds)
    head = f"{options.model}, {options.keypoints} keypoints, {SIZE[0]} x {SIZE[1]}, {app.platformName()}"
    sys.stdout.write("\n".join([head, *table(rows), ""]))
    if options.json is not None:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
