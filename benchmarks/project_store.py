"""Times of the project store on a project of many images: prints a table.

Run: `python -m benchmarks.project_store [--images 100000] [--folder DIR]`. The folder decides which disk is
measured: every edit waits until it is on that disk.
"""

from __future__ import annotations

import argparse
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.project.exporting import export_coco
from app.project.records import ImageOrder, ImageQuery, NewImage, PredictedInstance
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility


def _median_ms(action: Callable[[int], object], times: int) -> float:
    taken = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def _predicted(category: Category, rng: np.random.Generator) -> Instance:
    count = len(category)
    return Instance(
        category,
        rng.uniform(0, 500, (count, 2)),
        np.full(count, Visibility.VISIBLE),
        rng.uniform(0, 1, count),
        rng.uniform(0, 1, count),
        np.full(count, Origin.MODEL),
    )


def measure(folder: Path, images: int) -> list[tuple[str, float]]:
    """(what, milliseconds) of each operation; one instance with 17 keypoints in every image."""
    rng = np.random.default_rng(0)
    category = Category("horse", tuple(f"keypoint {number}" for number in range(17)))
    rows = list[tuple[str, float]]()
    store = AnnotationStore()
    store.create(folder / "benchmark.gkdt")
    assert store.path is not None
    path = store.path
    category_id = store.add_category(category)

    def once(what: str, action: Callable[[], object]) -> None:
        rows.append((what, _median_ms(lambda _: action(), 1)))

    files = [NewImage(folder / f"set {n % 7}" / f"frame {n}.jpg", 480, 640) for n in range(images)]
    once(f"add {images} images", lambda: store.add_images(files))
    ids = store.image_ids()
    answers = [PredictedInstance(number, category_id, None, _predicted(category, rng)) for number in ids]
    portions = [answers[start : start + 64] for start in range(0, len(answers), 64)]
    start = time.perf_counter()
    for portion in portions:
        store.apply_predictions(portion, merge_key="all")
    rows.append(("take in 64 predictions", 1000 * (time.perf_counter() - start) / len(portions)))
    number = store.instances(ids[0])[0].id
    value = store.instance(number).instance
    rows.append(
        ("put one keypoint", _median_ms(lambda n: store.put_instance(number, value.moved(3, (n, n))), 200))
    )
    rows.append(("undo it", _median_ms(lambda _: store.undo_stack.undo(), 100)))
    rows.append(("set a state", _median_ms(lambda n: store.set_states([ids[n]], ImageState.REVIEWED), 100)))
    rows.append(("read an image's record", _median_ms(lambda n: store.image(ids[n]), 1000)))
    rows.append(("read an image's instances", _median_ms(lambda n: store.instances(ids[n]), 1000)))
    rows.append(("list all images", _median_ms(lambda _: store.image_ids(), 5)))
    doubtful = ImageQuery(states=frozenset({ImageState.PREDICTED}), order=ImageOrder.SCORE)
    rows.append(("list predicted images by score", _median_ms(lambda _: store.image_ids(doubtful), 5)))
    rows.append(("search names", _median_ms(lambda _: store.image_ids(ImageQuery(text="77")), 5)))
    rows.append(("count states", _median_ms(lambda _: store.state_counts(), 5)))
    once("export to COCO", lambda: export_coco(path, folder / "coco.json"))
    store.close()
    once("open the project", lambda: store.open(path))
    once("close it, its backup unfinished", store.close)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    qt = QCoreApplication([])
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        rows = measure(Path(folder), options.images)
    lines = [f"{what:32} {milliseconds:10.2f} ms" for what, milliseconds in rows]
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}"
    sys.stdout.write("\n".join([versions, f"{options.images} images", *lines, ""]))
    qt.quit()


if __name__ == "__main__":
    main()
