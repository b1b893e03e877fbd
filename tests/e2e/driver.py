"""Uses the real program as a person does: a virtual screen, a real mouse, a real keyboard.

The program runs as a process of its own. Where to click comes from the map that it writes on request
(`app/ui_map.py`); everything else is seen from outside: pixels, window titles, files.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageGrab

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool", "openbox")
WIDTH, HEIGHT = 1280, 800
PATIENCE_S = 300.0
"""How long any condition may take; far more than it does, for machines that are busy with other things."""
POLL_S = 0.05
DRAG_STEPS = 8
STILL_S = 3.0
"""How long a picture of the screen may wait for it to stand still."""
VIVID, VIVID_COLOURS = 40, 112


def missing_tools() -> list[str]:
    """What this machine lacks for a virtual screen; [] where it can be had."""
    if not sys.platform.startswith("linux"):
        return ["Linux"]
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class TooLong(AssertionError):
    """Something that should have happened did not."""


def wait_for(what: str, condition: Callable[[], Any], seconds: float = PATIENCE_S) -> Any:
    """The first true value of `condition`; `TooLong` naming `what` if there is none."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TooLong(f"Waited {seconds:.0f} s in vain for: {what}")
        time.sleep(POLL_S)


class Screen:
    """A virtual screen with a window manager; `with Screen() as screen`."""

    def __init__(self) -> None:
        self.display = ""
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Screen:
        read_end, write_end = os.pipe()
        # -r: no repeated keys, however slowly a busy machine lets go of them
        server = [
            "Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24",
            "-r", "-nolisten", "tcp", "-dpi", "96",
        ]  # fmt: skip
        self._start(server, pass_fds=(write_end,))
        os.close(write_end)
        with open(read_end, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise TooLong("Xvfb did not start.")
        self.display = f":{number}"
        self._start(["openbox", "--sm-disable"])
        wait_for("the window manager", self._is_managed)
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(timeout=30)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program on this screen."""
        hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return kept | ({"DISPLAY": self.display} if self.display else {})

    def _start(self, command: list[str], *, pass_fds: tuple[int, ...] = ()) -> None:
        quiet = subprocess.DEVNULL
        self._processes.append(
            subprocess.Popen(
                command, env=self.environment, pass_fds=pass_fds, stdout=quiet, stderr=quiet, stdin=quiet
            )
        )

    def _is_managed(self) -> bool:
        # openbox answers for the desktops as soon as it manages windows
        command = ["xdotool", "get_num_desktops"]
        return subprocess.run(command, env=self.environment, capture_output=True).returncode == 0

    def xdotool(self, *words: str | int | float) -> str:
        """Run `xdotool`; what it says."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def shot(self, path: Path, area: tuple[int, int, int, int] | None = None) -> Path:
        """Write what is on the screen, or `area` (left, top, right, bottom) of it, once it stands still."""
        before, end = self.grab(area), time.monotonic() + STILL_S
        while time.monotonic() < end:
            time.sleep(2 * POLL_S)
            now = self.grab(area)
            if now.tobytes() == before.tobytes():
                break
            before = now
        path.parent.mkdir(parents=True, exist_ok=True)
        in_few_colours(before).save(path, optimize=True)
        return path

    def grab(self, area: tuple[int, int, int, int] | None = None) -> Image.Image:
        """The pixels of the screen."""
        return ImageGrab.grab(area, xdisplay=self.display).convert("RGB")


def in_few_colours(picture: Image.Image) -> Image.Image:
    """A palette picture: such files go into the documentation, and full colour is three times as large.

    Half of the palette is for vivid colours: a grey photograph would leave none for rings, dots and buttons.
    """
    pixels = np.asarray(picture)
    vivid = pixels[np.ptp(pixels, axis=2) > VIVID]
    parts = [(picture, 256 - VIVID_COLOURS)]
    if len(vivid):
        parts.append((Image.fromarray(vivid[None]), VIVID_COLOURS))
    colours: list[int] = []
    for part, count in parts:
        found = part.quantize(count, Image.Quantize.MEDIANCUT)
        colours += (found.getpalette() or [])[: 3 * len(found.getcolors() or [])]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


Place = Callable[[float, float, float, float], tuple[float, float]]
"""Where in a widget at x, y, width, height."""


def middle(x: float, y: float, width: float, height: float) -> tuple[float, float]:
    return x + width / 2, y + height / 2


class Program:
    """The running program and the hands that use it; `with Program(screen, home) as program`."""

    def __init__(self, screen: Screen, home: Path, *arguments: str) -> None:
        self.screen, self.home = screen, home
        self._map = home / "ui-map.json"
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Program:
        self.home.mkdir(parents=True, exist_ok=True)
        self._map.unlink(missing_ok=True)
        environment = self.screen.environment | {
            "GKDT_HOME": str(self.home),
            "GKDT_UI_MAP": str(self._map),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
        }
        command = [sys.executable, "-m", "app.cli", "annotate", *self._arguments]
        with open(self.home / "output.txt", "ab") as output:
            self._process = subprocess.Popen(
                command, env=environment, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
            )
        self.wait("the window on screen", lambda: self.widgets.get("main_window") and self.title)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    # seeing

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "not started"
        return self._process

    @property
    def output(self) -> str:
        """What the program printed; nothing, if all is well."""
        return (self.home / "output.txt").read_text(encoding="utf-8", errors="replace")

    def map(self) -> dict[str, Any]:
        """Where things are on screen now."""
        try:
            return dict(json.loads(self._map.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {"widgets": {}, "picture": None, "title": "", "modal": "", "focus": "", "mouse": ""}

    @property
    def widgets(self) -> Mapping[str, Any]:
        return dict(self.map()["widgets"])

    @property
    def title(self) -> str:
        """The title of the active window, as the window manager knows it; "" while there is none."""
        try:
            return self.screen.xdotool("getactivewindow", "getwindowname")
        except subprocess.CalledProcessError:
            return ""

    def text(self, name: str) -> str:
        """The text of a widget; "" while it is not on screen."""
        return str(self.widgets.get(name, {}).get("text", ""))

    @property
    def asked_for(self) -> str:
        """What the canvas asks the person to click ("Click: nose (1 of 7). ..."), or ""."""
        return str(self.widgets.get("canvas", {}).get("told", ""))

    def wait(self, what: str, condition: Callable[[], Any], seconds: float = PATIENCE_S) -> Any:
        """`wait_for`, giving up at once if the program has ended."""

        def alive() -> Any:
            value = condition()
            if not value and self.process.poll() is not None:
                raise TooLong(
                    f"The program ended ({self.process.returncode}), waited for: {what}\n{self.output}"
                )
            return value

        try:
            return wait_for(what, alive, seconds)
        except TooLong as error:
            said = " | ".join(filter(None, (self.text("message_text"), self.text("message_hint"))))
            raise TooLong(f"{error}\nThe window says: {said or 'nothing'}\n{self.output}") from None

    def picture(self, name: str = "") -> dict[str, Any]:
        """Wait until a picture is shown, `name` if given, and say where it is."""
        what = f"the picture {name}".rstrip()

        def shown() -> dict[str, Any] | None:
            found = self.map()["picture"]
            return found if found and (not name or found["name"] == name) else None

        return dict(self.wait(what, shown))

    def shot(self, path: Path) -> Path:
        """Write what the window shows to `path`."""
        x, y, width, height = self.widgets["main_window"]["rect"]
        return self.screen.shot(path, (x, y, min(x + width, WIDTH), min(y + height, HEIGHT)))

    # hands

    def key(self, *keys: str) -> None:
        """Press keys, in xdotool's spelling: "ctrl+r", "Return"."""
        self.screen.xdotool("key", *keys)

    def type(self, text: str) -> None:
        self.screen.xdotool("type", "--delay", 4, text)

    def click_at(self, x: float, y: float, button: int = 1) -> None:
        """Click at a place on screen."""
        self.screen.xdotool("mousemove", round(x), round(y), "click", button)

    def click(self, name: str) -> None:
        """Click the middle of a widget that can be used."""
        self._click_in(name)

    def point_at(self, name: str) -> None:
        """Move the mouse onto the middle of a widget that can be used; `click_here` then takes no time."""
        self.wait(f"the mouse on {name}", lambda: self._go_to(name))

    def click_here(self) -> None:
        """Click where the mouse is."""
        self.screen.xdotool("click", 1)

    def click_row(self, name: str, row: int, row_height: int = 30) -> None:
        """Click a row of a list, counted from 0."""
        self._click_in(name, lambda x, y, width, height: (x + 40, y + row_height * (row + 0.5)))

    def close_message(self) -> None:
        """Close the message that may lie over the picture, if it has not gone by itself."""

        def is_gone() -> bool:
            if "message_bar" not in self.widgets:
                return True
            if self._go_to("message_close"):
                self.screen.xdotool("click", 1)
            return False

        self.wait("the message to go", is_gone)

    def _click_in(self, name: str, place: Place | None = None) -> None:
        self.wait(f"the mouse on {name}", lambda: self._go_to(name, place))
        self.screen.xdotool("click", 1)

    def _go_to(self, name: str, place: Place | None = None) -> bool:
        """Move the mouse onto a widget; whether it is seen to be there. A new window may still move."""
        found = self._usable(name)
        if found is None:
            return False
        x, y = (place or middle)(*found["rect"])
        self.screen.xdotool("mousemove", round(x), round(y))
        time.sleep(POLL_S)
        return bool(self.map()["mouse"] == name and self._usable(name) == found)

    def _usable(self, name: str) -> dict[str, Any] | None:
        found = self.widgets.get(name)
        return found if found and found["enabled"] else None

    def fill(self, name: str, text: str) -> None:
        """Click into a field and type `text` in place of what is there."""
        self.click(name)
        self.wait(f"the keyboard in {name}", lambda: self.map()["focus"] == name)
        self.key("ctrl+a")
        self.type(text)
        self.wait(f"{text!r} in {name}", lambda: self.text(name) == text)

    def spot(self, xy: tuple[float, float]) -> tuple[float, float]:
        """Where image point `xy` of the picture shown is on screen."""
        place = self.picture()
        (left, top), scale = place["corner"], place["scale"]
        return left + xy[0] * scale, top + xy[1] * scale

    def click_point(self, xy: tuple[float, float], button: int = 1, held_key: str = "") -> None:
        """Click the picture at image point `xy`, with a key like "shift" held down if given."""
        x, y = map(round, self.spot(xy))
        click = ("mousemove", x, y, "click", button)
        self.screen.xdotool(*(("keydown", held_key, *click, "keyup", held_key) if held_key else click))

    def drag_point(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag from image point `start` to `end`."""
        (x1, y1), (x2, y2) = self.spot(start), self.spot(end)
        words: list[str | int] = ["mousemove", round(x1), round(y1), "mousedown", 1]
        for step in range(1, DRAG_STEPS + 1):
            share = step / DRAG_STEPS
            words += ["mousemove", round(x1 + (x2 - x1) * share), round(y1 + (y2 - y1) * share)]
        self.screen.xdotool(*words, "mouseup", 1)

    def rest_mouse(self) -> None:
        """Move the mouse to where it points at nothing."""
        self.screen.xdotool("mousemove", WIDTH // 2, HEIGHT - 4)

    # ends

    def wait_dialog(self, name: str) -> None:
        """Wait until the dialog `name` is open; "" waits until none is."""
        self.wait(f"the dialog {name or 'to close'}", lambda: self.map()["modal"] == name)

    def quit(self) -> int:
        """Close the program as a person does; its exit code."""
        self.key("ctrl+q")
        return self.process.wait(timeout=PATIENCE_S)

    def kill(self) -> None:
        """`kill -9`: the program gets no chance to do anything."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


TABLES = {
    "category": "SELECT id, name, keypoints, edges, pairs, texts, use_text, use_visual FROM category",
    "media": "SELECT id, path, name, height, width, state FROM media",
    "instance": "SELECT id, image_id, category_id, position, x1, y1, x2, y2 FROM instance",
    "keypoint": "SELECT instance_id, number, x, y, visibility, score, peak, origin FROM keypoint",
    "support": "SELECT category_id, position, instance_id FROM support",
}
HUMAN, MODEL = 1, 2
"""Values of the column keypoint.origin; see `gkdt_core.domain.Origin`."""


class ProjectFile:
    """A project as another program sees it: a SQLite file, opened for reading only."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, timeout=10)
        try:
            yield connection
        finally:
            connection.close()

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query; none while there is no project yet. Every other error is raised: a question
        that names a column wrongly must not look like an answer."""
        try:
            with self._open() as connection:
                return connection.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            # no file yet, or its write-ahead file is just being made or taken away
            if error.sqlite_errorname.startswith("SQLITE_CANTOPEN"):
                return []
            raise

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything a person put in, and everything the model did."""
        with self._open() as connection:
            connection.execute("BEGIN")
            return {table: sorted(connection.execute(sql), key=repr) for table, sql in TABLES.items()}

    def instance_of(self, image: str, category: str) -> int | None:
        """The id of the first instance of `category` in `image`."""
        found = self.rows(
            "SELECT instance.id FROM instance JOIN media ON media.id = image_id"
            " JOIN category ON category.id = category_id WHERE media.name = ? AND category.name = ?"
            " ORDER BY instance.position",
            image,
            category,
        )
        return int(found[0][0]) if found else None

    def points(self, instance_id: int) -> dict[int, tuple[float, float, int]]:
        """Keypoint number -> x, y, origin of the labelled points of an instance."""
        rows = self.rows(
            "SELECT number, x, y, origin FROM keypoint WHERE instance_id = ? AND x IS NOT NULL", instance_id
        )
        return {int(number): (float(x), float(y), int(origin)) for number, x, y, origin in rows}
