"""A very large picture in the real window: opened with progress, seen in full, labelled to the pixel."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.canvas.tiles import TILE, TileKey
from gkdt_core.media import images, unpacked
from tests.app.test_main_window import export_to
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.gkdt_core.media.test_detail import chunk

WIDTH, HEIGHT = 20_000, 8_000
SPOT = (13_777, 6_543)


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    person = open_window(qtbot, tmp_path / "home")
    yield person
    person.close()


def write_large_png(path: Path) -> None:
    """One level of grey, and one white pixel; 160 megapixels in some 200 KB."""
    pack = zlib.compressobj(1)
    row = b"\0" + bytes([70]) * WIDTH
    marked = bytearray(row)
    marked[1 + SPOT[0]] = 255
    body = b"".join(pack.compress(bytes(marked) if y == SPOT[1] else row) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = chunk(b"IHDR", head) + chunk(b"IDAT", body + pack.flush()) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + content)


def look_closely(person: Person, xy: tuple[float, float], zoom: float) -> None:
    """Zoom in to `xy` and wait for the pixels there."""
    canvas = person.window.canvas
    canvas.centre_on(xy)
    canvas.zoom_by(zoom / canvas.zoom())
    key = TileKey(1, int(xy[0] // TILE), int(xy[1] // TILE))
    person.qtbot.waitUntil(lambda: key in canvas._item.tiles, timeout=WAIT_MS)
    person.settle()


def test_a_point_placed_on_a_pixel_of_a_20_000_px_picture_is_exported_on_that_pixel(
    person: Person, tmp_path: Path
) -> None:
    write_large_png(tmp_path / "images" / "slide.png")
    person.open_folder(tmp_path / "images")
    window = person.window
    assert window.canvas.shrink() == 2
    assert "every pixel when zoomed in" in window.status_line.position.text()
    window.prompting.add_category(HORSE)
    person.settle()
    look_closely(person, (SPOT[0] + 3.0, SPOT[1] - 2.0), 12)
    # where a person sees the white pixel, not where it is known to be
    grab = window.canvas.viewport().grab().toImage().convertToFormat(grab_format())
    seen = np.frombuffer(grab.constBits(), np.uint8).reshape(grab.height(), grab.bytesPerLine())
    at = window.canvas.image_to_view((SPOT[0] + 0.5, SPOT[1] + 0.5))
    near = seen[int(at.y()) - 40 : int(at.y()) + 40, int(at.x()) - 40 : int(at.x()) + 40]
    rows, columns = np.nonzero(near == 255)
    assert len(rows) in range(100, 200)  # a square of 12 x 12, not a blur
    spot = (columns.mean() + int(at.x()) - 40 + 0.5, rows.mean() + int(at.y()) - 40 + 0.5)
    person.click(window.canvas.view_to_image(type(at)(*spot)))
    (stored,) = window.store.instances(window.store.image_ids()[0])
    assert np.floor(stored.instance.keypoints[0]).tolist() == list(SPOT)
    export_to(person, tmp_path / "out.json")
    written = json.loads((tmp_path / "out.json").read_text())
    assert [round(value) for value in written["annotations"][0]["keypoints"][:2]] == list(SPOT)
    assert (written["images"][0]["width"], written["images"][0]["height"]) == (WIDTH, HEIGHT)


def grab_format():
    from PySide6.QtGui import QImage

    return QImage.Format.Format_Grayscale8


def test_a_jpeg_is_unpacked_when_somebody_looks_closely_and_not_before(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "SHOWN_PIXELS", 100_000)
    (tmp_path / "images").mkdir()
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (900, 1300, 3), dtype=np.uint8)).save(
        tmp_path / "images" / "photo.jpg"
    )
    person.open_folder(tmp_path / "images")
    assert person.window.canvas.shrink() == 4
    assert not unpacked.folder().exists()
    look_closely(person, (600.0, 500.0), 2)
    assert [path.suffix for path in unpacked.folder().iterdir()] == [".pixels"]


def test_without_room_on_the_disk_the_picture_stays_smaller_and_the_window_says_so(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "SHOWN_PIXELS", 100_000)
    monkeypatch.setattr(unpacked, "SPARED_BYTES", 2**60)
    (tmp_path / "images").mkdir()
    Image.new("RGB", (1300, 900), (90, 80, 70)).save(tmp_path / "images" / "photo.jpg")
    person.open_folder(tmp_path / "images")
    canvas = person.window.canvas
    with person.qtbot.waitSignal(person.window.session.message, timeout=WAIT_MS) as told:
        canvas.zoom_by(2 / canvas.zoom())
    assert "photo.jpg" in told.args[0].text
    assert not told.args[0].is_error
    assert "shown at 1/4" in person.window.status_line.position.text()
    assert canvas.image_hw() == (900, 1300)


def test_why_a_picture_is_only_shown_smaller_stands_in_the_status_line(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "SHOWN_PIXELS", 100_000)
    (tmp_path / "images").mkdir()
    Image.new("RGB", (1300, 900)).save(tmp_path / "images" / "photo.jpg", progressive=True)
    person.open_folder(tmp_path / "images")
    assert "shown at 1/4 (a progressive JPEG" in person.window.status_line.position.text()


def test_opening_can_be_stopped_and_says_how_to_go_on(person: Person, tmp_path: Path) -> None:
    write_large_png(tmp_path / "images" / "slide.png")
    make_images(tmp_path / "images", 2)
    person.open_folder(tmp_path / "images")
    window = person.window
    with person.qtbot.waitSignal(window.session.message, timeout=WAIT_MS) as told:
        with person.qtbot.waitSignal(window.session.decoding.started, timeout=WAIT_MS) as started:
            window.navigation.go_to(3)
        task = started.args[0]
        assert task.title == "Opening slide.png"
        task.cancel()
    assert "slide.png" in told.args[0].text
    assert "stopped" in told.args[0].text
    person.go_to(1)
    person.go_to(3)
    assert window.canvas.image_hw() == (HEIGHT, WIDTH)


def test_going_to_another_image_while_tiles_are_read_leaves_nothing_behind(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "SHOWN_PIXELS", 100_000)
    (tmp_path / "images").mkdir()
    for name, level in (("a.png", 50), ("b.png", 200)):
        Image.fromarray(np.full((900, 1300, 3), level, np.uint8)).save(tmp_path / "images" / name)
    person.open_folder(tmp_path / "images")
    canvas = person.window.canvas
    for number in (2, 1, 2, 1, 2):
        canvas.zoom_by(2 / canvas.zoom())
        canvas.viewport().repaint()
        person.go_to(number)
    look_closely(person, (600.0, 500.0), 2)
    person.qtbot.waitUntil(lambda: not person.window.session.decoding.is_busy, timeout=WAIT_MS)
    colour = canvas.viewport().grab().toImage().pixelColor(canvas.viewport().rect().center())
    assert colour.red() == 200
    assert canvas.cursor().shape() is not Qt.CursorShape.WaitCursor
