"""How smoothly the canvas drags among many instances, and what very large pictures cost: prints two tables.

Run: `python -m benchmarks.canvas [--instances 1000] [--keypoints 17] [--frames 120] [--large FILE ...]`, for
the second table alone `python -m benchmarks.canvas --instances 0 --make FOLDER`.
Offscreen, unless QT_QPA_PLATFORM says otherwise. A frame of the first table is one mouse event of a drag,
what the canvas does with it, and the picture painted by Qt's own raster painter; "busy" is the processor time
of it, which other programs on the machine change little. With --large each file is opened in a process of its
own as the window does it, then looked at in full: how long until every pixel in view is there (a JPEG is
unpacked for that), and how fast it pans at one screen px for each of the file's. Peaks are of that process,
once it was opened and at the end. `--make FOLDER` writes 30,000 x 30,000 px ones in little memory.
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
    before_mb: float
    opened_mb: float
    first_look_s: float
    look_ms: float
    pan_ms: float
    pan_p95_ms: float
    whole_frames: float
    peak_mb: float


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
    """Open a picture as the window does and look at it in full; memory is this process's peak."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from app.canvas.canvas import Canvas
    from app.canvas.image_item import prepare_image
    from app.controllers.detail import DetailLoader
    from app.jobs import JobRunner
    from gkdt_core.media.images import read_shown

    app = QApplication.instance() or QApplication([])
    before = _peak_mb()
    begin = time.perf_counter()
    prepared = prepare_image(read_shown(path))
    seconds, opened = time.perf_counter() - begin, _peak_mb()
    height, width = prepared.image_hw
    jobs, canvas = JobRunner(threads=2), Canvas()
    loader = DetailLoader(jobs, canvas, canvas)
    loader.failed.connect(lambda error: sys.exit(error.message))
    canvas.resize(*SIZE)
    canvas.show()
    canvas.set_image(prepared)
    view = canvas.viewport()

    def is_whole() -> bool:
        area, zoom = canvas._closely_seen()[0]
        return prepared.shrink == 1 or canvas._item._has_all_tiles(prepared, area, zoom)

    def look_at(x: float, y: float) -> float:
        begin = time.perf_counter()
        canvas.centre_on((x, y))
        canvas.zoom_by(1 / canvas.zoom())
        view.repaint()
        while not is_whole() and canvas.has_detail:
            app.processEvents()
            time.sleep(0.001)
        view.repaint()
        return time.perf_counter() - begin

    first = look_at(width * 0.5, height * 0.5)
    places = [(0.2, 0.8), (0.9, 0.1), (0.6, 0.6), (0.1, 0.95), (0.4, 0.3)]
    looks = [look_at(width * x, height * y) for x, y in places]

    def mouse(kind: QEvent.Type, at: QPointF) -> None:
        middle = Qt.MouseButton.MiddleButton
        event = QMouseEvent(kind, at, view.mapToGlobal(at), middle, middle, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)

    times, whole = [], 0
    for _ in range(8):  # eight drags of 50 steps, each 12 px on: 4,800 px to the lower right
        mouse(QEvent.Type.MouseButtonPress, QPointF(1000, 700))
        for step in range(50):
            begin = time.perf_counter()
            mouse(QEvent.Type.MouseMove, QPointF(1000 - 12 * step, 700 - 12 * step))
            QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
            app.processEvents()
            times.append((time.perf_counter() - begin) * 1000)
            whole += is_whole()
            time.sleep(max(0.0, 0.016 - times[-1] / 1000))  # as a hand and a screen do it
        mouse(QEvent.Type.MouseButtonRelease, QPointF(400, 100))
    jobs.close()
    peak = _peak_mb()
    slow = float(np.percentile(times, 95))
    return Large(
        path.name,
        f"{width:,} x {height:,}",
        prepared.shrink,
        seconds,
        before,
        opened,
        first,
        statistics.median(looks) * 1000,
        statistics.median(times),
        slow,
        whole / len(times),
        peak,
    )


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 2**20


def make(folder: Path, side: int = SIDE) -> list[Path]:
    """Write pictures of `side` x `side` px: PNG and JPEG, a TIFF of 16 bits; none is ever held whole."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in ("grey.png", "colour.png", "colour.jpg", "deep.tif")]
    _write_png(paths[0], side, 0, 1)
    _write_png(paths[1], side, 2, 3)
    _write_jpeg(paths[2], side)
    _write_tiff(paths[3], side)
    return paths


def _write_jpeg(path: Path, side: int) -> None:
    """A JPEG of strips: restart markers make each row of blocks a piece of its own, which can be repeated."""
    import io

    from PIL import Image

    def strip(rows: int, level: int) -> tuple[bytes, list[bytes]]:
        """The header, and the pieces of `rows` px, each a row of 16 px high blocks."""
        pixels = np.empty((rows, side, 3), np.uint8)
        pixels[:] = ((np.arange(side) // 9 % 60) + level)[None, :, None] + np.array([0, 9, 30])
        file = io.BytesIO()
        Image.fromarray(pixels).save(file, "JPEG", quality=85, restart_marker_rows=1)
        data = file.getvalue()
        start = data.index(b"\xff\xda")
        start += 2 + int.from_bytes(data[start + 2 : start + 4], "big")
        pieces = [bytearray()]
        body = data[start:-2]
        i = 0
        while i < len(body):
            if body[i] == 0xFF and 0xD0 <= body[i + 1] <= 0xD7:
                pieces.append(bytearray())
                i += 2
                continue
            pieces[-1] += body[i : i + 1]
            i += 1
        return data[:start], [bytes(piece) for piece in pieces]

    count = -(-side // 16)
    head, _ = strip(16, 0)
    where = head.index(b"\xff\xc0") + 5
    levels = [strip(16, level)[1][0] for level in range(0, 150, 10)]
    with path.open("wb") as file:
        file.write(head[:where] + side.to_bytes(2, "big") + head[where + 2 :])
        for number in range(count):
            file.write(levels[number * len(levels) // count])
            file.write(b"\xff\xd9" if number + 1 == count else bytes([0xFF, 0xD0 + number % 8]))


def _write_tiff(path: Path, side: int, rows: int = 64) -> None:
    """A TIFF of 16-bit greys in strips packed by deflate."""
    import struct

    count = -(-side // rows)
    offsets, sizes = [], []
    with path.open("wb") as file:
        file.write(bytes(8))
        for number in range(count):
            values = (np.arange(side, dtype=np.uint32) // 7 * 13 + number * 90) % 60_000
            here = min(rows, side - number * rows)
            offsets.append(file.tell())
            file.write(zlib.compress(values.astype("<u2").tobytes() * here, 1))
            sizes.append(file.tell() - offsets[-1])
        lists = file.tell()
        file.write(struct.pack(f"<{2 * count}I", *offsets, *sizes))
        file.write(bytes(file.tell() % 2))
        begin = file.tell()
        tags = [(256, side), (257, side), (258, 16), (259, 8), (262, 1), (277, 1), (278, rows)]
        rows_of = [(tag, 4, 1, value) for tag, value in tags]
        rows_of += [(273, 4, count, lists), (279, 4, count, lists + 4 * count)]
        file.write(struct.pack("<H", len(rows_of)))
        file.write(b"".join(struct.pack("<HHII", *row) for row in sorted(rows_of)) + bytes(4))
        file.seek(0)
        file.write(struct.pack("<2sHI", b"II", 42, begin))


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
    rows = frames(options.instances, options.keypoints, options.frames) if options.instances else []
    lines = []
    if rows:
        lines.append(f"{options.instances} instances x {options.keypoints} keypoints, {SIZE[0]} x {SIZE[1]}")
        lines.append(
            f"{'':36} {'frames':>6} {'median':>9} {'95 %':>9} {'slowest':>9} {'busy':>9} {'per second':>11}"
        )
    lines += [
        f"{row.what:36} {row.frames:6} {row.median_ms:6.1f} ms {row.p95_ms:6.1f} ms {row.slowest_ms:6.1f} ms "
        f"{row.busy_ms:6.1f} ms {row.per_second:11.0f}"
        for row in rows
    ]
    paths = [*options.large, *(make(options.make) if options.make is not None else [])]
    large = [_opened_apart(path) for path in paths]
    if large:
        head = (
            "px",
            "shown at",
            "opened in",
            "peak",
            "first look",
            "next look",
            "pan",
            "95 %",
            "whole",
            "peak",
        )
        widths = (16, 9, 10, 8, 11, 10, 8, 8, 6, 8)
        lines += ["", f"{'':20}" + "".join(f"{word:>{w}}" for word, w in zip(head, widths, strict=True))]
    lines += [
        f"{one.file:20}{one.pixels:>16}{'1/' + str(one.shrink):>9}{one.seconds:8.1f} s{one.opened_mb:5.0f} MB"
        f"{one.first_look_s:9.2f} s{one.look_ms:7.0f} ms{one.pan_ms:5.1f} ms{one.pan_p95_ms:5.1f} ms"
        f"{one.whole_frames:6.0%}{one.peak_mb:5.0f} MB"
        for one in large
    ]
    sys.stdout.write("\n".join([*lines, ""]))
    if options.json is not None:
        content = {"frames": [asdict(row) for row in rows], "large": [asdict(one) for one in large]}
        options.json.write_text(json.dumps(content, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
