"""How fast the window lists and scrolls through a project of very many images: prints a table.

Run: `python -m benchmarks.project [--images 100000] [--frames 300] [--folder DIR] [--json FILE]`. It makes a
project with so many real image files (hard links to a few hundred photographs: the disk holds them once) and
instances in a third of them. Then it starts the program anew, offscreen unless QT_QPA_PLATFORM is set:

- *cold start*: from the start of the process until the list is painted; the project file was dropped from the
  system's cache before, Python's and Qt's own files were not.
- *scrolling*: the list moves on by 7 images, as fast as it can be painted, and jumps to far places. A frame
  is from the move until it is painted. Thumbnails come in the background all the while.
- *thumbnails*: how many are made in a second while a person scrolls and looks, four screens a second.

"Busy" is processor time, which other programs on the machine change little.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PHOTOGRAPHS = 300
SIZE = (1280, 800)
STEP = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    value: float
    unit: str


def make(folder: Path, images: int) -> Path:
    """A project of so many images, a third of them predicted; its path."""
    from PIL import Image
    from PySide6.QtCore import QCoreApplication

    from app.project.records import NewImage, PredictedInstance
    from app.project.store import AnnotationStore
    from gkdt_core.domain import Category
    from tests.app.project.random_edits import predicted

    qt = QCoreApplication([])
    rng = np.random.default_rng(0)
    originals = folder / "originals"
    originals.mkdir()
    for number in range(PHOTOGRAPHS):
        small = rng.integers(0, 255, (12, 16, 3), np.uint8)
        Image.fromarray(small).resize((640, 480)).save(originals / f"{number}.jpg", quality=85)
    new = []
    for number in range(images):
        path = folder / "images" / f"set {number % 7}" / f"frame {number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        os.link(originals / f"{number % PHOTOGRAPHS}.jpg", path)
        new.append(NewImage(path, 480, 640, (path.stat().st_size, path.stat().st_mtime_ns)))
    project = folder / "images" / "annotations.gkdt"
    store = AnnotationStore()
    store.create(project)
    store.database.query("PRAGMA synchronous = OFF")  # making it is not measured
    category = Category("horse", tuple(f"keypoint {number}" for number in range(17)))
    number = store.add_category(category)
    ids = store.add_images(new)
    for start in range(0, len(ids), 300):
        answers = [
            PredictedInstance(image_id, number, None, predicted(category, rng))
            for image_id in ids[start : start + 100]
        ]
        store.apply_predictions(answers)
    store.close()
    qt.quit()
    return project


def forget(path: Path) -> None:
    """Drops a file from the system's cache, where that can be asked for."""
    if hasattr(os, "posix_fadvise"):
        with open(path, "rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def look(project: Path, began: float, frames: int) -> list[Row]:
    """Opens the window on a project and scrolls; `began` is the clock at the start of the process."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from app.main_window import MainWindow
    from app.settings import Settings
    from app.theme import apply_theme

    app = QApplication(sys.argv[:1])
    apply_theme(app, "dark")
    imported = time.time() - began
    window = MainWindow(Settings(project.parent.parent / "settings.ini"))
    window.resize(*SIZE)
    window.show()
    view = window.media_panel.view

    class Painted(QObject):
        """Ends a wait when the list has been painted."""

        def __init__(self) -> None:
            super().__init__(window)
            self.loop = QEventLoop()
            view.viewport().installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, self.loop.quit)
            return False

        def wait(self, act: Callable[[], object]) -> float:
            start = time.perf_counter()
            QTimer.singleShot(0, act)
            self.loop.exec()
            return time.perf_counter() - start

    painted = Painted()
    opened = time.perf_counter()
    window.open_path(project)
    painted.wait(view.viewport().update)
    rows = [
        Row("cold start until the list is painted", time.time() - began, "s"),
        Row("of it busy", time.process_time(), "s"),
        Row("of it until Python, Qt and the modules are there", imported, "s"),
        Row("of it opening and listing the project", time.perf_counter() - opened, "s"),
    ]
    count = len(window.media.ids)
    bar, busy, times = view.verticalScrollBar(), time.thread_time(), []
    began_scrolling = time.perf_counter()
    for _ in range(frames):
        times.append(painted.wait(lambda: bar.setValue(bar.value() + STEP * 52)))
    took, busy = time.perf_counter() - began_scrolling, time.thread_time() - busy
    rows += [
        Row("frame while scrolling, median", 1000 * statistics.median(times), "ms"),
        Row("frame while scrolling, 95 of 100", 1000 * sorted(times)[int(0.95 * len(times))], "ms"),
        Row("of it the window's thread busy", 1000 * busy / frames, "ms"),
        Row("frames a second while scrolling", frames / took, "/s"),
        Row("images a second while scrolling", frames * STEP / took, "/s"),
    ]
    places = np.random.default_rng(1).integers(0, max(bar.maximum(), 1), 40)
    jumps = [painted.wait(lambda place=int(place): bar.setValue(place)) for place in places]
    rows.append(Row("jump to a far place, median", 1000 * statistics.median(jumps), "ms"))
    made: list[int] = []
    window.thumbnails.ready.connect(made.append)
    start = time.perf_counter()
    waiting = QEventLoop()
    while time.perf_counter() - start < 4:
        bar.setValue(bar.value() + 600)
        QTimer.singleShot(250, waiting.quit)
        waiting.exec()
    rows.append(Row("thumbnails made in the background", len(made) / (time.perf_counter() - start), "/s"))
    rows.append(Row("images listed", count, ""))
    window.close()
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--folder", type=Path, default=None, help="where to work; it decides the disk")
    parser.add_argument("--json", type=Path, default=None)
    parser.add_argument("--look", nargs=2, metavar=("PROJECT", "BEGAN"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.look:
        rows = look(Path(options.look[0]), float(options.look[1]), options.frames)
        sys.stdout.write(json.dumps([asdict(row) for row in rows]))
        sys.stdout.flush()
        os._exit(0)  # a backup may be under way; it is not measured
    folder = Path(tempfile.mkdtemp(dir=options.folder, prefix="gkdt project "))
    try:
        environment = {**os.environ, "GKDT_HOME": str(folder / "home")}
        os.environ["GKDT_HOME"] = environment["GKDT_HOME"]
        project = make(folder, options.images)
        forget(project)
        command = [sys.executable, "-m", "benchmarks.project", "--frames", str(options.frames)]
        command += ["--look", str(project), str(time.time())]
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    rows = [Row(**row) for row in json.loads(answer.stdout)]
    lines = [f"{row.what:48} {row.value:10.2f} {row.unit}".rstrip() for row in rows]
    sys.stdout.write("\n".join([*lines, ""]))
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
