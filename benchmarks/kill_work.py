"""What the programs do that `benchmarks/kill.py` kills: each kind of work, for ever, saying what is done."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import numpy as np

if TYPE_CHECKING:
    from app.project.store import AnnotationStore

KINDS = ("edit", "categories", "predict", "export", "export_big", "import", "save_as", "backup")
BIG_KINDS = frozenset({"predict", "export_big"})
"""These work on the project with many images."""
IMAGES, KEYPOINTS, PORTION = 1200, 17, 16
SMALL_EXPORTS, BIG_EXPORT = ("small-0.json", "small-1.json", "small-2.json"), "big.json"
COPIES = ("copy-0.gkdt", "copy-1.gkdt", "copy-2.gkdt")
IMPORTED = 40
"""Images of one import, with an instance each."""


def SCORES(job: int) -> float:
    """The score that all answers of a batch have: by it they are known."""
    return (job % 1000 + 1) / 1024


@dataclass(frozen=True, slots=True)
class Place:
    """Where everything is.

    Attributes:
        folder: Holds all.
    """

    folder: Path

    @property
    def small(self) -> Path:
        return self.folder / "small.gkdt"

    @property
    def big(self) -> Path:
        return self.folder / "big.gkdt"

    @property
    def exports(self) -> Path:
        return self.folder / "exports"

    @property
    def copies(self) -> Path:
        return self.folder / "copies"

    @property
    def photos(self) -> Path:
        return self.folder / "photos"


def digest(file: Path) -> str:
    """Of a file's content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def points_of_people(project: Path) -> str:
    """A digest of all points in a project that a person placed or declared absent."""
    with closing(sqlite3.connect(project)) as connection:
        rows = connection.execute(
            "SELECT instance_id, number, x, y, visibility FROM keypoint WHERE origin = 1 ORDER BY 1, 2"
        ).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def prepare(place: Place, seed: int) -> None:
    """Makes the project with few images and edits of every kind, and that with many images."""
    from PIL import Image
    from PySide6.QtCore import QCoreApplication

    from app.project.records import NewImage
    from app.project.store import AnnotationStore
    from gkdt_core.domain import Category, Instance, Origin, Visibility
    from tests.app.project.random_edits import RandomEdits, start

    qt = QCoreApplication([])
    rng = np.random.default_rng(seed)
    for folder in (place.exports, place.copies, place.photos):
        folder.mkdir()
    Image.new("RGB", (8, 8)).save(place.photos / "there.png")
    store = AnnotationStore()
    store.create(place.small)
    start(store, place.photos)
    edits = RandomEdits(store, place.photos, rng)
    for _ in range(40):
        edits.make_one()
    store.create(place.big)
    names = tuple(f"point {number}" for number in range(KEYPOINTS))
    category = Category("fly", names)
    ids = store.add_images([NewImage(place.photos / f"{number}.jpg", 480, 640) for number in range(IMAGES)])
    store.add_category(category)
    half = np.arange(KEYPOINTS) % 2 == 0
    with store.one_step("Mark"):
        for image_id in ids[::3]:  # a person has placed some points of some images
            store.add_instance(
                image_id,
                Instance(
                    category,
                    np.where(half[:, None], rng.uniform(0, 480, (KEYPOINTS, 2)), np.nan),
                    np.where(half, Visibility.VISIBLE, Visibility.UNLABELED).astype(np.int8),
                    np.full(KEYPOINTS, np.nan),
                    np.full(KEYPOINTS, np.nan),
                    np.where(half, Origin.HUMAN, Origin.NONE).astype(np.int8),
                ),
            )
    store.close()
    qt.quit()


class Worker:
    """Does one kind of work on an open project."""

    def __init__(self, kind: str, place: Place, seed: int, pipe: TextIO) -> None:
        from app.project.store import AnnotationStore
        from tests.app.project.random_edits import RandomEdits

        self._place, self._pipe = place, pipe
        self._rng = np.random.default_rng(seed)
        self._seed = seed
        self.project = place.big if kind in BIG_KINDS else place.small
        self._store: AnnotationStore = AnnotationStore()
        self._store.open(self.project)
        self._store.backup_keeper.stop()  # backups are a kind of work of their own
        self._number = int(self._store.remembered("step") or 0)
        self._edits = RandomEdits(self._store, place.photos, self._rng)
        self._rounds = 0
        self.round: Callable[[], None] = getattr(self, kind)

    def close(self) -> None:
        """End in peace."""
        self._store.close()

    def _say(self, *words: object) -> None:
        self._pipe.write(" ".join(map(str, words)) + "\n")
        self._pipe.flush()

    @contextmanager
    def _piece(self, name: str, what: Callable[[], object] = lambda: "-") -> Iterator[None]:
        """A piece of work, said when it begins and when it is done."""
        self._say("begin", name)
        began = time.perf_counter()
        yield
        took = 1000 * (time.perf_counter() - began)
        self._say("done", name, self._number, f"{took:.1f}", what())

    @contextmanager
    def _step(self) -> Iterator[AnnotationStore]:
        """An edit with its number, in one transaction."""
        self._number += 1
        with self._piece("step"), self._store.one_step(f"Step {self._number}"):
            self._store.remember("step", str(self._number))
            yield self._store

    # the kinds of work

    def edit(self) -> None:
        with self._step():
            self._edits.make_one()
        if self._number % 5 == 0:
            self._store.undo_stack.undo()
            self._store.undo_stack.redo()

    def categories(self) -> None:
        edits = self._edits
        kinds = (
            *(edits.add_category, edits.change_category, edits.delete_category),
            *(edits.set_texts, edits.set_modalities, edits.set_support, edits.add_instance),
        )
        with self._step():
            kinds[int(self._rng.integers(len(kinds)))]()
        if self._number % 4 == 0:
            self._store.undo_stack.undo()
            self._store.undo_stack.redo()

    def predict(self) -> None:
        """A batch as the window makes it: noted, answered by portions, each of them ticked off."""
        from app.project.records import PredictedInstance
        from gkdt_core.domain import Instance, Origin, Visibility

        store, rng = self._store, self._rng
        category = store.categories()[0]
        job = store.work.job()
        if job is None or not job.waiting or store.remembered("batch") != str(job.id):
            regions = [
                (image_id, next((one.id for one in store.instances(image_id)), None))
                for image_id in store.image_ids()
            ]
            with self._piece("note"):
                number = store.work.begin_job(category.id, len(regions))
                store.work.extend_job(number, 0, regions)
                store.remember("batch", str(number))  # from now on it can be gone on with
            job = store.work.job()
            assert job is not None
        score = SCORES(job.id)
        for start in range(0, len(job.waiting), PORTION):
            items = job.waiting[start : start + PORTION]
            answer = Instance(
                category.category,
                rng.uniform(0, 480, (KEYPOINTS, 2)),
                np.full(KEYPOINTS, Visibility.VISIBLE, np.int8),
                np.full(KEYPOINTS, score),
                np.full(KEYPOINTS, score),
                np.full(KEYPOINTS, Origin.MODEL, np.int8),
            )
            with self._step():
                store.apply_predictions(
                    [PredictedInstance(one.image_id, category.id, one.instance_id, answer) for one in items],
                    "Pre-label",
                    merge_key=("batch", job.id),
                )
            store.work.settle(job.id, [one.position for one in items], {})

    def _mark(self) -> None:
        """The words of the first category name the step: by them an export is known."""
        with self._step() as store:
            category = store.categories()[0]
            words = [f"step {self._number}", *category.texts[1:]]
            store.set_texts(category.id, words)

    def export(self) -> None:
        from app.project.exporting import ExportOptions, export_coco
        from app.project.other_formats import export_as
        from gkdt_core.formats.building import Pictures
        from gkdt_core.formats.registry import FORMATS

        if not any(self._store.instances(image_id) for image_id in self._store.image_ids()):
            with self._step():
                self._edits.add_instance()
        self._mark()
        self._rounds += 1
        if self._rounds % 4 == 0:
            folder = self._place.exports / f"yolo-{self._number}"
            with self._piece(folder.name, lambda: len(list(folder.rglob("*.txt")))):
                export_as(FORMATS["yolo"], self.project, folder, ExportOptions(), Pictures.NONE)
            return
        file = self._place.exports / SMALL_EXPORTS[self._number % len(SMALL_EXPORTS)]
        with self._piece(file.name, lambda: digest(file)):
            export_coco(self.project, file)

    def export_big(self) -> None:
        from app.project.exporting import export_coco

        self._mark()
        file = self._place.exports / BIG_EXPORT
        with self._piece(file.name, lambda: digest(file)):
            export_coco(self.project, file)

    def save_as(self) -> None:
        from app.project.files import copy_project

        with self._step():
            self._edits.make_one()
        name = COPIES[self._number % len(COPIES)]
        with self._piece(name, lambda: self._number):
            copy_project(self.project, self._place.copies / name)

    def backup(self) -> None:
        """Backups as if they were made every five hours, so that days end and old ones go."""
        from app.project.backups import backups_of, made_at, make_backup

        with self._step():
            self._edits.make_one()
        newest = next((made_at(file) for file in backups_of(self.project)), datetime(2026, 1, 1))
        with self._piece("backup", lambda: self._number):
            make_backup(self.project, now=newest + timedelta(hours=5))

    def _import_file(self) -> Path:
        name = f"import {self._number + 1}"
        images = [
            {"id": number, "file_name": f"{name}/{number}.png", "width": 64, "height": 64}
            for number in range(1, IMPORTED + 1)
        ]
        images.append({"id": IMPORTED + 1, "file_name": "there.png", "width": 8, "height": 8})
        annotations = [
            {
                "id": number,
                "image_id": number,
                "category_id": 1,
                "keypoints": [float(number), 5.0, 2, 7.0, float(number), 1],
                "num_keypoints": 2,
                "bbox": [1, 1, 50, 50],
                "area": 2500,
                "iscrowd": 0,
            }
            for number in range(1, IMPORTED + 1)
        ]
        category = {"id": 1, "name": "imported", "keypoints": ["left", "right"], "skeleton": [[1, 2]]}
        content = {"images": images, "annotations": annotations, "categories": [category]}
        file = self._place.folder / "import.json"
        file.write_text(json.dumps(content))
        return file

    def bring_in(self) -> None:
        from app.project.importing import finish_import, prepare_import
        from app.project.records import ImageQuery

        plan = prepare_import(self._import_file(), self._place.photos)
        with self._step() as store:
            finish_import(store, plan)
        ids = self._store.image_ids(ImageQuery(text="import "))
        with self._step() as store:  # else the project would grow without end
            store.remove_images(ids[: -IMPORTED or None])


def work(kind: str, place: Place, seed: int, pipe: TextIO, rounds: int | None = None) -> None:
    """Works for ever, or so many rounds, and says what it begins and what is done."""
    from PySide6.QtCore import QCoreApplication

    qt = QCoreApplication([])
    pipe.write("ready\n")
    pipe.flush()
    worker = Worker("bring_in" if kind == "import" else kind, place, seed, pipe)
    while rounds is None or rounds > 0:
        worker.round()
        qt.processEvents()
        rounds = None if rounds is None else rounds - 1
    worker.close()
