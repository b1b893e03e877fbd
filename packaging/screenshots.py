"""Takes a picture of every window and dialog, without a screen, and says what is cut off.

    python packaging/screenshots.py                 docs/images/window-*.png, in English, dark, 1280x800
    python packaging/screenshots.py --out shots --theme light --language zh_CN --size 1920x1080
    python packaging/screenshots.py --out shots --all   every size, theme and language, and a sheet of each
    python packaging/screenshots.py --out shots --only train --menus    some of them, and the open menus

`--language long` is English with words a third longer, as German has them; `--keypoints 300` opens a category
with that many. The project is made from the sample with its true points, made-up errors and scores
(screenshot_scenes.py). The bundled model is loaded but answers nothing, so that pictures are the same each
time on one computer. `--no-model` leaves it out. What is too small for its text is listed, and makes the exit
code 1. Pictures have at most 256 colours, for the repository's sake; `--true-colour` keeps all.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from screenshot_scenes import take_all

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "images"
SIZES = {"1280x800": 1.0, "1366x768": 1.0, "1920x1080": 1.0, "2560x1600": 2.0, "3840x2160": 2.0}
"""Screens in their own pixels, and their scale."""
SIZES_OF_ALL = ("1280x800", "1920x1080", "3840x2160")
NOT_IN_DOCS = frozenset(
    {
        "message",
        "no-category",
        "no-match",
        "adjust",
        "welcome-again",
        "keys-none",
        "backups-empty",
        "compare-empty",
    }
)
"""To be looked at, but not worth their bytes in the documentation."""
LONG = "long"
WINDOW_COLOURS = 80
"""Of 256 in a picture with a photograph: those of the window that are most frequent."""
PATIENCE_S = 60.0
SHEET_WIDTH = 2000
COMBO_FRAME, HEAD_SLACK = 36, 24
"""What is around the text of a chooser; the margins in a head that text may use."""


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=DOCS, help="where the pictures go")
    parser.add_argument("--size", default="1280x800", choices=SIZES)
    parser.add_argument("--theme", default="dark", choices=("dark", "light"))
    parser.add_argument("--language", default="en", help='"en", a catalogue ("es", "zh_CN"), or "long"')
    parser.add_argument(
        "--keypoints", type=int, help="a made-up category with so many instead of the sample's; 0 for none"
    )
    parser.add_argument("--only", default="", help="only pictures whose name has this in it")
    parser.add_argument("--menus", action="store_true", help="the open menus too")
    parser.add_argument(
        "--no-model", dest="model", action="store_false", help="do not load the bundled model"
    )
    parser.add_argument("--true-colour", action="store_true", help="do not reduce the colours")
    parser.add_argument("--all", action="store_true", help="every size, theme and language, one folder each")
    return parser.parse_args(arguments)


def run_all(options: argparse.Namespace) -> int:
    """Every combination in a process of its own, for Qt reads the scale only at its start."""
    worst = 0
    for size, theme, language in itertools.product(
        SIZES_OF_ALL, ("dark", "light"), ("en", "es", "zh_CN", LONG)
    ):
        folder = options.out / f"{size}-{theme}-{language}"
        command = [sys.executable, __file__, "--out", str(folder), "--size", size, "--theme", theme]
        command += ["--language", language, "--only", options.only]
        sys.stdout.write(f"{folder.name}\n")
        sys.stdout.flush()
        worst = max(worst, subprocess.run(command).returncode)
        make_sheet(folder)
    return worst


def make_sheet(folder: Path) -> None:
    """All pictures of a folder on one, to look at."""
    from PIL import Image

    paths = sorted(path for path in folder.glob("*.png") if path.name != "sheet.png")
    columns = math.ceil(math.sqrt(len(paths)))
    cell = SHEET_WIDTH // max(columns, 1)
    tall = cell * 5 // 8
    sheet = Image.new("RGB", (SHEET_WIDTH, tall * math.ceil(len(paths) / max(columns, 1))), (128, 128, 128))
    for index, path in enumerate(paths):
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        picture.thumbnail((cell - 8, tall - 8))
        sheet.paste(picture, (index % columns * cell + 4, index // columns * tall + 4))
    sheet.save(folder / "sheet.png")


class Photographer:
    """One window in one size, theme and language."""

    def __init__(self, options: argparse.Namespace, home: Path) -> None:
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtWidgets import QApplication

        from app import fonts
        from app.main_window import MainWindow
        from app.settings import Settings
        from app.theme import apply_theme

        qInstallMessageHandler(lambda *_: None)  # offscreen says of every window that it takes no size hints
        self.options, self.home = options, home
        self.app = QApplication(sys.argv[:1])
        if options.language == LONG:
            self.longer = longer_words(self.app)
        else:
            spoken = fonts.speak(self.app, options.language)
            if spoken != options.language:
                raise SystemExit(
                    f"No font on this computer can show {options.language}: install fonts-noto-cjk."
                )
        apply_theme(self.app, options.theme)
        settings = Settings(home / "settings.ini")
        settings.theme, settings.language = options.theme, options.language
        self.window = MainWindow(settings)
        scale = SIZES[options.size]
        width, height = (round(int(side) / scale) for side in options.size.split("x"))
        self.window.resize(width, height - 32)  # the title bar
        self.window.show()
        self.settle()
        self.cut: list[str] = []

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Let everything come to rest: jobs, timers, layouts."""
        runners = (self.window.session.jobs, self.window.session.decoding, self.window.session.models.jobs)
        end, still = time.monotonic() + PATIENCE_S, 0
        while still < 8 and time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.02)
            still = still + 1 if until() and not any(runner.is_busy for runner in runners) else 0

    def act(self, action: str) -> None:
        """Do what a menu does, where it can be done."""
        from app.actions import ActionId

        self.settle()
        self.window.actions_by_id[ActionId[action]].trigger()
        self.settle()

    def take(self, name: str, widget: object = None, *, keep_message: bool = False) -> None:
        """Keep a picture of the window or of a dialog."""
        from PySide6.QtWidgets import QWidget

        target = widget if isinstance(widget, QWidget) else self.window
        if self.options.only not in name or (self.options.out == DOCS and name in NOT_IN_DOCS):
            return
        self.settle()
        if not keep_message:
            self.window.message_bar.hide()
        path = self.options.out / f"window-{name}.png"
        target.grab().save(str(path))
        if not self.options.true_colour:
            reduce_colours(path)
        size = self.options.size.split("x")
        scale = SIZES[self.options.size]
        most = (int(size[0]) / scale, int(size[1]) / scale - 32)
        if target is not self.window and (target.width() > most[0] or target.height() > most[1]):
            self.cut.append(f"{name}: {target.width()} x {target.height()} px is larger than the screen")
        self.cut += [f"{name}: {text}" for text in cut_off(target)]

    def take_dialog(self, name: str, action: str, prepare: Callable[[Any], object] | None = None) -> None:
        """Open a dialog by its action, do something in it, keep its picture, close it."""
        from PySide6.QtWidgets import QApplication, QDialog

        from app.actions import ActionId

        if self.options.only not in name or not self.window.actions_by_id[ActionId[action]].isEnabled():
            return
        self.act(action)
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        for number, dialog in enumerate(found):
            if prepare is not None:
                prepare(dialog)
                self.settle()
            self.take(name if number == 0 else f"{name}-{number}", dialog)
            dialog.close()
        if not found:
            self.cut.append(f"{name}: no dialog opened")
        self.settle()


def reduce_colours(path: Path) -> None:
    """Make a picture of 256 colours, a third to half as large.

    The colours of the window stay exactly as they are, those of a photograph share what is left.
    """
    import numpy as np
    from PIL import Image

    from app.canvas.colours import COLOURS
    from app.theme import palette

    with Image.open(path) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    codes = pixels.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    found, counts = np.unique(codes, return_counts=True)
    kept = found[np.argsort(-counts)][:WINDOW_COLOURS]
    named = [value for value in asdict(palette()).values() if value.startswith("#")]
    kept = np.union1d(kept, [int(code[1:], 16) for code in (*COLOURS, *named)]).astype(np.uint32)
    if len(found) <= 256:
        kept = found
    rest = pixels[~np.isin(codes, kept)][None]
    colours = [channel for code in kept.tolist() for channel in (code >> 16, code >> 8 & 255, code & 255)]
    if rest.size:
        shared = Image.fromarray(np.ascontiguousarray(rest)).quantize(256 - len(kept)).getpalette() or []
        colours += shared[: 3 * (256 - len(kept))]
    book = Image.new("P", (1, 1))
    book.putpalette(colours)
    small = Image.fromarray(pixels).quantize(palette=book, dither=Image.Dither.FLOYDSTEINBERG)
    small.save(path, optimize=True)


def longer_words(app: object) -> object:
    """English with words a third longer, for every text that goes through the translation."""
    from PySide6.QtCore import QCoreApplication, QTranslator

    class Longer(QTranslator):
        def isEmpty(self) -> bool:
            return False

        def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
            stem = source.rstrip("….:")
            if not stem or stem.endswith("}"):
                return source
            return stem + "ungsmaßnahmen"[: max(3, len(stem) // 3)] + source[len(stem) :]

    translator = Longer(app)
    QCoreApplication.installTranslator(translator)
    return translator


def cut_off(root: object) -> Iterator[str]:
    """The texts below a widget that have less room than they need."""
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QHeaderView, QLabel, QPushButton, QWidget

    if not isinstance(root, QWidget):
        return
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QComboBox) and not type(widget).__name__.startswith("Elided"):
            room = widget.width() - COMBO_FRAME
            if widget.fontMetrics().horizontalAdvance(widget.currentText()) > room:
                yield f"too narrow for the choice {widget.currentText()!r}"
        if isinstance(widget, QHeaderView) and widget.model() is not None:
            for section in range(widget.count()):
                needed = widget.sectionSizeFromContents(section).width()
                if 0 < widget.sectionSize(section) < needed - HEAD_SLACK:
                    yield f"too narrow for head {section}: {widget.sectionSize(section)} of {needed} px"
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if not text:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() + 2 < widget.heightForWidth(widget.width()):
                yield f"too low for {text!r}"
        elif isinstance(widget, QLabel | QPushButton | QAbstractButton):
            is_elided = type(widget).__name__.startswith("Elided") or "<" in text
            if not is_elided and widget.width() + 2 < widget.sizeHint().width():
                yield f"too narrow for {text!r} ({widget.width()} of {widget.sizeHint().width()} px)"


def shoot(options: argparse.Namespace) -> int:
    """All pictures of one combination; 1 where something is cut off."""
    options.out.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.gettempdir()) / "gkdt-pictures"  # a fixed name: dialogs show it
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    try:
        use_screen(options.size, home)
        os.environ["GKDT_HOME"] = str(home)
        photographer = Photographer(options, home)
        take_all(photographer)
        photographer.window.close()
        sys.stdout.writelines(f"  {line}\n" for line in photographer.cut)
        return 1 if photographer.cut else 0
    finally:
        shutil.rmtree(home, ignore_errors=True)


def use_screen(size: str, home: Path) -> None:
    """A screen of this size without a screen: Qt's own has 800 x 800 px, and dialogs keep within it."""
    width, height = (int(side) for side in size.split("x"))
    screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    config = home / "screens.json"
    config.write_text(json.dumps({"screens": [screen | {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    platform = f"offscreen:configfile={config}"
    os.environ.update({"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(SIZES[size])})


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures."""
    options = parse(arguments)
    sys.path.insert(0, str(ROOT))
    return run_all(options) if options.all else shoot(options)


if __name__ == "__main__":
    raise SystemExit(main())
