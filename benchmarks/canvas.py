"""How smoothly the canvas drags among many instances, and what very large pictures cost: prints two tables.

Run: `python -m benchmarks.canvas [--instances 1000] [--keypoints 17] [--frames 120] [--large FILE ...]`.
Offscreen, unless QT_QPA_PLATFORM says otherwise. A frame of the first table is one mouse event of a drag,
what the canvas does with it, and the picture painted by Qt's own raster painter; "busy" is the processor time
of it, which other programs on the machine change little. With --large each file is opened in a process of its
own as the window does it, and its peak of memory is told; `--make FOLDER` writes 30,000 x 30,000 px ones.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

SIZE = (1280, 800)
SIDE = 30_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the first table; milliseconds for a frame."""

    what: str
    frames: int
    median_ms: float
    p95_ms: float
    slowest_ms: float
    busy_ms: float

    @property
    def per_second(self) -> float:
        return 1000 / self.median_ms


@dataclass(frozen=True, slots=True)
class Large:
    """One line of the second table."""

    file: str
    pixels: str
    shrink: int
    seconds: float
    peak_mb: float
    before_mb: float


def frames(instances: int, keypoints: int, count: int) -> list[Row]:
    """Drag one keypoint among `instances`, zoomed out and in, and pan."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from app.canvas.canvas import Canvas
    from app.project.records import StoredInstance
    from app.theme import apply_theme
    from gkdt_core.domain import Category, Instance, Origin, Visibility

    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        apply_theme(app)
    rng = np.random.default_rng(0)
    height, width = 3000, 4000
    names = tuple(f"{side} part {i}" for i in range(keypoints) for side in ("left", "right"))[:keypoints]
    category = Category("thing", names, tuple((i, i + 1) for i in range(keypoints - 1)))
    nothing = np.full(keypoints, np.nan)
    stored = []
    for number in range(instances):
        centre = rng.uniform((60, 60), (width - 60, height - 60))
        points = centre + rng.normal(0, 25, (keypoints, 2))
        origins = np.full(keypoints, Origin.MODEL if number % 2 else Origin.HUMAN)
        seen = np.full(keypoints, Visibility.VISIBLE)
        value = Instance(category, points, seen, rng.uniform(size=keypoints), nothing, origins)
        stored.append(StoredInstance(number + 1, 1, value, 1))
    canvas = Canvas()
    canvas.resize(*SIZE)
    canvas.show()
    canvas.set_image(rng.integers(0, 255, (height, width, 3), dtype=np.uint8))
    canvas.set_instances(stored, 1, 0)
    view = canvas.viewport()

    def mouse(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        event = QMouseEvent(kind, at, view.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)
        # the paint that it asked for
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        QApplication.processEvents()

    def run(what: str, start: QPointF, button: Qt.MouseButton, after: Callable[[], None]) -> Row:
        mouse(QEvent.Type.MouseButtonPress, start, button)
        times, busy = [], []
        for step in range(count):
            turn = 2 * np.pi * step / 40
            at = start + QPointF(round(8 + 60 * np.sin(turn)), round(8 + 60 * (1 - np.cos(turn))))
            begin, worked = time.perf_counter(), time.thread_time()
            mouse(QEvent.Type.MouseMove, at, button)
            after()
            busy.append((time.thread_time() - worked) * 1000)
            times.append((time.perf_counter() - begin) * 1000)
        mouse(QEvent.Type.MouseButtonRelease, at, button)
        slow = float(np.percentile(times, 95))
        return Row(what, count, statistics.median(times), slow, max(times), statistics.median(busy))

    def nothing_more() -> None:
        pass

    def ring() -> QPointF:
        return canvas.image_to_view(tuple(stored[0].instance.keypoints[0].tolist()))

    rows = []
    left, middle = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
    rows.append(run("drag a point, whole image in view", ring(), left, nothing_more))
    canvas.set_instances(stored, 1, 0)
    rows.append(run("pan, whole image in view", QPointF(640, 400), middle, nothing_more))
    canvas.set_show_names(True)
    canvas.set_instances(stored, 1, 0)
    rows.append(run("drag with all names on", ring(), left, nothing_more))
    canvas.set_show_names(False)
    canvas.set_instances(stored, 1, 0)
    canvas.zoom_by(4, ring())
    rows.append(run("drag a point, zoomed in 4 times", ring(), left, nothing_more))
    canvas.close()
    return rows


def open_large(path: Path) -> Large:
    """Open a picture as the window does, in this process; memory is the process's peak."""
    from app.canvas.image_item import prepare_image
    from gkdt_core.media.images import read_shown

    before = _peak_mb()
    begin = time.perf_counter()
    prepared = prepare_image(read_shown(path))
    seconds = time.perf_counter() - begin
    height, width = prepared.image_hw
    return Large(path.name, f"{width:,} x {height:,}", prepared.shrink, seconds, _peak_mb(), before)


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 2**20


def make(folder: Path, side: int = SIDE) -> list[Path]:
    """Write pictures of `side` x `side` px, a grey and a colour PNG, without holding one of them."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, kind, channels in (("grey.png", 0, 1), ("colour.png", 2, 3)):
        path = folder / name
        _write_png(path, side, kind, channels)
        paths.append(path)
    return paths


def _write_png(path: Path, side: int, kind: int, channels: int) -> None:
    import struct

    def chunk(what: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + what + content + struct.pack(">I", zlib.crc32(what + content))
        )

    steps = np.broadcast_to(np.arange(side * channels) // 999 % 24, (64, side * channels)).astype(np.uint8)
    pack = zlib.compressobj(1)
    with path.open("wb") as file:
        file.write(
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, kind, 0, 0, 0))
        )
        for top in range(0, side, 64):
            rows = min(64, side - top)
            band = steps[:rows] + np.uint8(200 * top // side)
            lines = np.concatenate([np.full((rows, 1), 1, np.uint8), band], axis=1)
            lines[:, 1 + channels :] = band[:, channels:] - band[:, :-channels]  # the filter "Sub"
            file.write(chunk(b"IDAT", pack.compress(lines.tobytes())))
        file.write(chunk(b"IDAT", pack.flush()) + chunk(b"IEND", b""))


def _opened_apart(path: Path) -> Large:
    command = [sys.executable, "-m", "benchmarks.canvas", "--only-open", str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Large(**json.loads(answer.stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--instances", type=int, default=1000)
    parser.add_argument("--keypoints", type=int, default=17)
    parser.add_argument("--frames", type=int, default=120)
    parser.add_argument("--large", type=Path, nargs="*", default=[])
    parser.add_argument("--make", type=Path, default=None, help="write large pictures there and open them")
    parser.add_argument("--only-open", type=Path, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, default=None, help="write the rows there too")
    options = parser.parse_args()
    if options.only_open is not None:
        sys.stdout.write(json.dumps(asdict(open_large(options.only_open))))
        return
    lines = [f"{options.instances} instances x {options.keypoints} keypoints, {SIZE[0]} x {SIZE[1]}"]
    lines.append(
        f"{'':36} {'frames':>6} {'median':>9} {'95 %':>9} {'slowest':>9} {'busy':>9} {'per second':>11}"
    )
    rows = frames(options.instances, options.keypoints, options.frames)
    lines += [
        f"{row.what:36} {row.frames:6} {row.median_ms:6.1f} ms {row.p95_ms:6.1f} ms {row.slowest_ms:6.1f} ms "
        f"{row.busy_ms:6.1f} ms {row.per_second:11.0f}"
        for row in rows
    ]
    paths = [*options.large, *(make(options.make) if options.make is not None else [])]
    large = [_opened_apart(path) for path in paths]
    if large:
        lines += ["", f"{'':24} {'px':>18} {'shown at':>9} {'opened in':>10} {'peak':>9} {'before':>9}"]
    lines += [
        f"{one.file:24} {one.pixels:>18} {'1/' + str(one.shrink):>9} {one.seconds:8.1f} s "
        f"{one.peak_mb:6.0f} MB {one.before_mb:6.0f} MB"
        for one in large
    ]
    sys.stdout.write("\n".join([*lines, ""]))
    if options.json is not None:
        content = {"frames": [asdict(row) for row in rows], "large": [asdict(one) for one in large]}
        options.json.write_text(json.dumps(content, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
