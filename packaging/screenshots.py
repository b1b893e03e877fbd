"""Takes a picture of every window and dialog, without a screen, and says what is cut off.

    python packaging/screenshots.py                 docs/images/window-*.png, in English, dark, 1280x800
    python packaging/screenshots.py --out shots --theme light --language zh_CN --size 1920x1080
    python packaging/screenshots.py --out shots --all   every size, theme and language, and a sheet of each

`--language long` is English with words a third longer, as German has them; `--keypoints 300` opens a category
with that many. The project is made from the sample with its true points and made-up scores: no model is
loaded, so that the pictures are the same each time on one computer. What is too small for its text is listed,
and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "images"
SIZES = {"1280x800": 1.0, "1920x1080": 1.0, "3840x2160": 2.0}
"""Screens in their own pixels, and their scale."""
LONG = "long"
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
    parser.add_argument("--all", action="store_true", help="every size, theme and language, one folder each")
    return parser.parse_args(arguments)


def run_all(options: argparse.Namespace) -> int:
    """Every combination in a process of its own, for Qt reads the scale only at its start."""
    worst = 0
    for size, theme, language in itertools.product(SIZES, ("dark", "light"), ("en", "es", "zh_CN", LONG)):
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

        from app import i18n
        from app.main_window import MainWindow
        from app.settings import Settings
        from app.theme import apply_theme

        qInstallMessageHandler(lambda *_: None)  # offscreen says of every window that it takes no size hints
        self.options, self.home = options, home
        self.app = QApplication(sys.argv[:1])
        if options.language == LONG:
            self.longer = longer_words(self.app)
        else:
            i18n.install(self.app, options.language)
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

    def take(self, name: str, widget: object = None) -> None:
        """Keep a picture of the window or of a dialog."""
        from PySide6.QtWidgets import QWidget

        target = widget if isinstance(widget, QWidget) else self.window
        if self.options.only not in name:
            return
        self.settle()
        self.window.message_bar.hide()
        path = self.options.out / f"window-{name}.png"
        target.grab().save(str(path))
        size = self.options.size.split("x")
        scale = SIZES[self.options.size]
        most = (int(size[0]) / scale, int(size[1]) / scale - 32)
        if target is not self.window and (target.width() > most[0] or target.height() > most[1]):
            self.cut.append(f"{name}: {target.width()} x {target.height()} px is larger than the screen")
        self.cut += [f"{name}: {text}" for text in cut_off(target)]

    def dialog(self, name: str, action_id: object) -> None:
        """Open a dialog by its action, keep its picture, close it."""
        from PySide6.QtWidgets import QApplication, QDialog

        action = self.window.actions_by_id[action_id]
        if self.options.only not in name or not action.isEnabled():
            return
        action.trigger()
        self.settle()
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        for number, dialog in enumerate(found):
            self.take(name if number == 0 else f"{name}-{number}", dialog)
            dialog.close()
        if not found:
            self.cut.append(f"{name}: no dialog opened")
        self.settle()


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


def fill(photographer: Photographer) -> None:
    """A project of the sample with points: some of a person, some of the model, some reviewed."""
    import numpy as np

    from app.project.records import PredictedInstance
    from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
    from gkdt_core.geometry import Box
    from gkdt_core.paths import resource_path

    window, store = photographer.window, photographer.window.store
    folder = resource_path("sample")
    count = photographer.options.keypoints
    listing = json.loads((folder / "sample.json").read_text(encoding="utf-8"))["images"]
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    images = {record["id"]: record["file_name"] for record in truth["images"]}
    points = {images[record["image_id"]]: record["keypoints"] for record in truth["annotations"]}
    window.projects.open_sample()
    photographer.settle(lambda: store.is_open and window.canvas.image_hw() is not None)
    if count == 0:
        for stored in store.categories():
            store.delete_category(stored.id)
        photographer.settle()
        return
    if count is not None:
        names = [f"{'left' if n % 2 else 'right'} keypoint {n // 2 + 1}" for n in range(count)]
        edges = tuple((n, n + 1) for n in range(count - 1))
        category = Category("made-up creature", tuple(names), edges)
        category_id = store.add_category(category)
        window.selection.set_category(category_id)
    chance = random.Random(4)
    ids = list(store.image_ids())
    by_name = {store.image(image_id).path.name: image_id for image_id in ids}
    for number, record in enumerate(listing):
        name = Path(record["file"]).name
        image_id = by_name[name]
        stored = store.instances(image_id)[0]
        known = next((xyv for file, xyv in points.items() if Path(file).name == name), None)
        category, key = stored.instance.category, stored.id
        if count:
            left, top, width, height = record["box"]
            category, key = window.selection.category().category, None
            turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
            ring = np.stack([np.cos(turn) * width / 2, np.sin(turn) * height / 2], 1)
            xy, seen = ring + np.array([left + width / 2, top + height / 2]), np.full(count, 2)
        elif known is not None and len(known) == 3 * len(category):
            table = np.array(known, float).reshape(-1, 3)
            xy, seen = table[:, :2], table[:, 2]
        else:
            continue
        is_mine = number < 3
        labelled = np.asarray(seen) > 0
        scores = np.array([chance.uniform(0.35, 0.98) if on and not is_mine else np.nan for on in labelled])
        instance = Instance(
            category,
            np.where(labelled[:, None], xy, np.nan),
            np.where(labelled, seen, Visibility.UNLABELED).astype(np.int8),
            scores,
            scores,
            np.full(len(category), Origin.HUMAN if is_mine else Origin.MODEL, np.int8),
            Box.from_xywh(*record["box"]),
        )
        if number < 3 and key is not None:
            store.put_instance(key, instance)
        elif number < 14:
            category_id = window.selection.category().id if count else stored.category_id
            store.apply_predictions([PredictedInstance(image_id, category_id, key, instance)])
    store.set_states(ids[:2], ImageState.REVIEWED)
    store.set_states(ids[15:16], ImageState.REJECTED)
    window.selection.set_image(ids[3])
    photographer.settle()


def take_the_rare(photographer: Photographer) -> None:
    """Dialogs that only come where something is amiss, and a training that is done."""
    from app.controllers.batches import Failure
    from app.dialogs.failures_dialog import FailuresDialog
    from app.dialogs.missing_dialog import MissingDialog
    from app.dialogs.train_pages import RunPage
    from app.project.places import ImagePlace
    from app.training.runs import Phase, RunRecord, RunState

    window = photographer.window
    files = [Path("/media/recordings/mouse 7") / f"camera_left_{n:05}.png" for n in range(1, 31)]
    reason = "{} cannot be read: the file is truncated (12 bytes are left)."
    failures = [Failure(n, files[n].name, reason.format(files[n].name)) for n in (6, 17)]
    missing = [ImagePlace(n, file, None, None, None) for n, file in enumerate(files)]
    for name, dialog in (
        ("failures", FailuresDialog(window, failures)),
        ("missing", MissingDialog(window, missing, 120)),
    ):
        dialog.show()
        photographer.take(name, dialog)
        dialog.close()
    began = time.mktime((2026, 3, 14, 9, 30, 0, 0, 0, -1))
    record = RunRecord("horses", "bundled", began, train_images=120, validation_images=30)
    loss = tuple((n * 10, 1.2 + 1.9 * math.exp(-n / 12) + 0.08 * math.sin(n)) for n in range(1, 41))
    gains = (("visual", 35.2, 55.1), ("text", 30.4, 54.0), ("both", 40.3, 63.9))
    curves = tuple(
        (f"pck@0.1 {kind}", tuple((n * 40, after - (after - before) * math.exp(-n / 3)) for n in range(11)))
        for kind, before, after in gains
    )
    state = RunState(
        photographer.home,
        record,
        Phase.DONE,
        "",
        steps=400,
        loss=loss,
        curves=curves,
        table=tuple((f"pck@0.1 {kind}", before, after) for kind, before, after in gains),
        model=photographer.home,
    )
    page = RunPage()
    page.show_run(state, is_other_active=False, in_use=False)
    page.resize(640, 600)
    page.show()
    photographer.take("training-done", page)
    page.close()


def shoot(options: argparse.Namespace) -> int:
    """All pictures of one combination; 1 where something is cut off."""
    scale = SIZES[options.size]
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)})
    options.out.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.gettempdir()) / "gkdt-pictures"  # a fixed name: dialogs show it
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    try:
        os.environ["GKDT_HOME"] = str(home)
        from app.actions import ActionId

        photographer = Photographer(options, home)
        photographer.take("welcome")
        fill(photographer)
        photographer.take("work")
        photographer.window.actions_by_id[ActionId.SHOW_CHECKS].trigger()
        photographer.take("checks")
        photographer.window.actions_by_id[ActionId.SHOW_CHECKS].trigger()
        for name, action_id in (
            ("new-category", ActionId.NEW_CATEGORY),
            ("edit-category", ActionId.EDIT_CATEGORY),
            ("delete-category", ActionId.DELETE_CATEGORY),
            ("go-to", ActionId.GO_TO),
            ("import", ActionId.IMPORT_COCO),
            ("export", ActionId.EXPORT_COCO),
            ("compare", ActionId.COMPARE),
            ("backups", ActionId.BACKUPS),
            ("delete-predictions", ActionId.DELETE_PREDICTIONS),
            ("models", ActionId.MODELS),
            ("train", ActionId.TRAIN),
            ("settings", ActionId.SETTINGS),
            ("keys", ActionId.KEYS),
            *((("report", ActionId.SYSTEM_REPORT),) if options.out != DOCS else ()),  # it is of this computer
            ("about", ActionId.ABOUT),
        ):
            photographer.dialog(name, action_id)
        take_the_rare(photographer)
        photographer.window.close()
        sys.stdout.writelines(f"  {line}\n" for line in photographer.cut)
        return 1 if photographer.cut else 0
    finally:
        shutil.rmtree(home, ignore_errors=True)


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures."""
    options = parse(arguments)
    sys.path.insert(0, str(ROOT))
    return run_all(options) if options.all else shoot(options)


if __name__ == "__main__":
    raise SystemExit(main())
