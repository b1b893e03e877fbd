"""What screenshots.py takes pictures of: a made-up project, and every page, dialog and empty state."""

from __future__ import annotations

import json
import math
import random
import shutil
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from screenshots import Photographer

SHOWN = 13
"""Which image of the list the work page shows: one with several keypoints."""
BACKED_UP = {
    1: datetime(2026, 3, 9, 17, 58),
    3: datetime(2026, 3, 10, 18, 4),
    5: datetime(2026, 3, 11, 16, 47),
    8: datetime(2026, 3, 13, 17, 30),
    10: datetime(2026, 3, 14, 9, 2),
    12: datetime(2026, 3, 14, 9, 12),
    14: datetime(2026, 3, 14, 9, 22),
    16: datetime(2026, 3, 14, 9, 32),
    18: datetime(2026, 3, 14, 9, 42),
}
"""After how many images a backup is made, and when."""
REPORT = """\
ok    gkdt-annotator: 0.1.0
ok    python: 3.12.4 on Linux-6.8.0-45-generic-x86_64-with-glibc2.39
ok    machine: x86_64, 16 processor threads, 51.7 of 62.7 GiB memory free, locale en_GB.UTF-8
ok    torch: 2.9.1
ok    devices: cuda:0 (24 GiB, compute capability 8.9), cpu (16 threads)
ok    PySide6-Essentials: 6.11.1
ok    Qt: loads (6.11.1)
ok    screens: 2560 x 1440 at 100 % (wayland)
ok    data folder: ~/.local/share/gkdt, 412.8 GB free
ok    bundled model: whole
ok    model in use: bundled on cuda:0
ok    project: 118 reviewed, 2 in_work, 1240 predicted; 1 categories
warn  sleap-io: not installed, only needed for SLEAP files
"""


def fill(photographer: Photographer) -> None:
    """A project of the sample with points: some of a person, some of the model, some reviewed."""
    from app.project.backups import make_backup
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
        category_id = store.add_category(Category("made-up creature", tuple(names), edges))
        window.selection.set_category(category_id)
    photographer.take_dialog("backups-empty", "BACKUPS")
    chance, noise = random.Random(4), np.random.default_rng(4)
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
        row = ids.index(image_id)
        is_mine = row < 3 or row == 10
        labelled = np.asarray(seen) > 0
        scores = np.array([chance.uniform(0.45, 0.98) if on and not is_mine else np.nan for on in labelled])
        if not is_mine:  # the surer, the nearer to the truth
            xy = xy + noise.normal(size=xy.shape) * 5 * (1 - np.where(labelled, scores, 1))[:, None]
        if row == 16:  # a mistake that the checks find
            xy = xy[list(category.flip_permutation)]
        instance = Instance(
            category,
            np.where(labelled[:, None], xy, np.nan),
            np.where(labelled, seen, Visibility.UNLABELED).astype(np.int8),
            scores,
            scores,
            np.full(len(category), Origin.HUMAN if is_mine else Origin.MODEL, np.int8),
            Box.from_xywh(*record["box"]),
        )
        if is_mine and key is not None:
            store.put_instance(key, instance)
        elif row not in (5, 18, 19):
            category_id = window.selection.category().id if count else stored.category_id
            store.apply_predictions([PredictedInstance(image_id, category_id, key, instance)])
        if number in (4, 9, 12, 15):
            store.set_states([image_id], ImageState.REVIEWED)
        if number in BACKED_UP:
            make_backup(store.path, now=BACKED_UP[number])
    store.set_states([*ids[:2], *ids[10:13], *ids[14:17]], ImageState.REVIEWED)
    store.set_states(ids[17:18], ImageState.REJECTED)
    if not count:
        window.selection.set_image(ids[10])
        photographer.settle()
        photographer.act("USE_AS_PROMPT")
    window.selection.set_image(ids[SHOWN])
    photographer.settle()


def take_all(photographer: Photographer) -> None:
    """Every picture, in the order in which a person comes to it."""
    photographer.take("welcome")
    fill(photographer)
    if photographer.options.model:
        ready: list[object] = []
        photographer.window.session.engine.engine_ready.connect(ready.append)
        photographer.window.load_model("")
        photographer.settle(lambda: bool(ready))
    work_page(photographer)
    dialogs(photographer)
    trainings(photographer)
    rare_dialogs(photographer)
    empty_pages(photographer)


def work_page(photographer: Photographer) -> None:
    """The main window in its states."""
    window = photographer.window
    window.canvas.setFocus()
    photographer.act("NEXT_KEYPOINT")
    photographer.take("work")
    photographer.act("NEXT_DOUBTFUL")
    photographer.act("SHOW_NAMES")
    photographer.take("doubt")
    photographer.act("SHOW_NAMES")
    photographer.act("SHOW_CHECKS")
    photographer.take("checks")
    photographer.act("SHOW_CHECKS")
    photographer.act("ADJUST")
    photographer.take("adjust")
    photographer.act("ADJUST")
    if photographer.options.menus:
        for action in window.menuBar().actions():
            menu = action.menu()
            menu.popup(window.mapToGlobal(window.rect().topLeft()))
            photographer.take(f"menu-{action.text().replace('&', '')}", menu)
            menu.close()


def dialogs(photographer: Photographer) -> None:
    """What the menus open."""
    for name, action in (
        ("new-category", "NEW_CATEGORY"),
        ("edit-category", "EDIT_CATEGORY"),
        ("delete-category", "DELETE_CATEGORY"),
        ("go-to", "GO_TO"),
        ("import", "IMPORT_COCO"),
        ("export", "EXPORT_COCO"),
        ("backups", "BACKUPS"),
        ("delete-predictions", "DELETE_PREDICTIONS"),
        ("models", "MODELS"),
        ("train", "TRAIN"),
        ("settings", "SETTINGS"),
        ("keys", "KEYS"),
        ("compare-empty", "COMPARE"),
        ("about", "ABOUT"),
    ):
        photographer.take_dialog(name, action)
    photographer.take_dialog(
        "export-losses", "EXPORT_COCO", lambda dialog: dialog.choose_format("deeplabcut")
    )
    photographer.take_dialog("compare", "COMPARE", partial(_compare, photographer))
    photographer.take_dialog("keys-none", "KEYS", lambda dialog: dialog.search.setText("telescope"))
    photographer.take_dialog("ready-made", "NEW_CATEGORY", _choose_ready_made)


def _compare(photographer: Photographer, dialog: Any) -> None:
    from gkdt_core.paths import resource_path

    second = photographer.window.store.path.with_name("second person.json")
    shutil.copy(resource_path("sample") / "truth.json", second)
    dialog.choose(1, second)
    dialog.start.click()


def _choose_ready_made(dialog: Any) -> None:
    dialog.search.setText("human face")
    dialog.hits.setFocus()
    dialog.hits.setCurrentRow(0)
    dialog.keypoints.setCurrentRow(30)


def trainings(photographer: Photographer) -> None:
    """The training window with one that runs and one that is done."""
    from app.dialogs.train_dialog import TrainDialog
    from app.training.runs import Phase, RunRecord, RunState

    window = photographer.window
    began = time.mktime((2026, 3, 14, 9, 30, 0, 0, 0, -1))
    loss = tuple((n * 10, 1.2 + 1.9 * math.exp(-n / 12) + 0.08 * math.sin(n)) for n in range(1, 41))
    gains = (("visual", 35.2, 55.1), ("text", 30.4, 54.0), ("both", 40.3, 63.9))
    curves = tuple(
        (f"pck@0.1 {kind}", tuple((n * 40, after - (after - before) * math.exp(-n / 3)) for n in range(11)))
        for kind, before, after in gains
    )
    done = RunState(
        photographer.home / "horses",
        RunRecord("horses", "bundled", began, train_images=120, validation_images=30),
        Phase.DONE,
        "",
        steps=400,
        loss=loss,
        curves=curves,
        table=tuple((f"pck@0.1 {kind}", before, after) for kind, before, after in gains),
        model=photographer.home,
    )
    running = RunState(
        photographer.home / "mice",
        RunRecord("mice", "bundled", began + 7500, train_images=640, validation_images=160),
        Phase.RUNNING,
        "",
        fraction=0.42,
        left_s=560.0,
        steps=1000,
        loss=loss,
        curves=curves,
    )
    for name, state in (("training-running", running), ("training-done", done)):
        dialog = TrainDialog(window, window.session, window.windows.training)
        dialog.show()
        photographer.settle()
        dialog.list.blockSignals(True)
        dialog.list.show_runs([running, done], state.folder)
        dialog.list.setCurrentRow((running, done).index(state) + 1)
        dialog.list.blockSignals(False)
        dialog.run.show_run(state, is_other_active=state is not running, in_use=False)
        dialog.run.parent().setCurrentWidget(dialog.run)
        photographer.take(name, dialog)
        dialog.close()


def rare_dialogs(photographer: Photographer) -> None:
    """Dialogs that only come where something is amiss, or after another one's answer."""
    from app.controllers.batches import Failure
    from app.dialogs.failures_dialog import FailuresDialog
    from app.dialogs.import_dialog import SkippedDialog
    from app.dialogs.missing_dialog import MissingDialog
    from app.dialogs.model_steps import BringInDialog, LicenceDialog
    from app.dialogs.report_dialog import ReportDialog
    from app.project.places import ImagePlace

    window = photographer.window
    service = window.session.models
    files = [Path("/media/recordings/mouse 7") / f"camera_left_{n:05}.png" for n in range(1, 31)]
    reason = "{} cannot be read: the file is truncated (12 bytes are left)."
    failures = [Failure(n, files[n].name, reason.format(files[n].name)) for n in (6, 17)]
    missing = [ImagePlace(n, file, None, None, None) for n, file in enumerate(files)]
    skipped = [f"labels.csv, row {row}: there is no image camera_left_{row:05}.png" for row in (14, 15, 92)]
    rows: list[Any] = []
    service.listed.connect(rows.extend)
    service.refresh(())
    photographer.settle(lambda: bool(rows))
    released = next(row for row in rows if row.terms is not None)
    makers: list[tuple[str, Callable[[], Any]]] = [
        ("failures", lambda: FailuresDialog(window, failures)),
        ("missing", lambda: MissingDialog(window, missing, 120)),
        ("left-out", lambda: SkippedDialog(window, skipped, len(skipped))),
        ("bring-in", lambda: BringInDialog(window, Path("/media/downloads/gkdt_l_research.best"), service)),
        ("report", lambda: ReportDialog(window, window.session.jobs, lambda: REPORT)),
        ("licence", lambda: LicenceDialog(window, released, Path("~/.local/share/gkdt/models"))),
    ]
    for name, make in makers:
        dialog = make()
        dialog.show()
        photographer.take(name, dialog)
        dialog.close()


def empty_pages(photographer: Photographer) -> None:
    """The main window where something is missing, and a message; nothing is left of it."""
    from app.controllers.session import Message

    window, store = photographer.window, photographer.window.store
    window.session.message.emit(
        Message(
            "camera_left_00017.png cannot be read: the file is truncated (12 bytes are left).",
            "Copy it again from where it comes from.",
            is_error=True,
        )
    )
    photographer.take("message", keep_message=True)
    window.media_panel.search.setText("no such name")
    photographer.take("no-match")
    window.media_panel.clear_filter()
    for stored in store.categories():
        store.delete_category(stored.id)
    photographer.take("no-category")
    while store.undo_stack.canUndo() and not store.categories():
        store.undo_stack.undo()
    photographer.act("CLOSE_PROJECT")
    photographer.settle(lambda: not store.is_open)
    photographer.take("welcome-again")
