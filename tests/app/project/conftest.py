"""A project with one category and images, and a dump of all that a project file says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.project.store import AnnotationStore
from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.geometry import Box

HORSE = Category(
    "horse", ("nose", "left eye", "right eye", "tail"), ((0, 1), (0, 2)), ((1, 2),), supercategory="animal"
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))


@pytest.fixture
def horse() -> Category:
    return HORSE


@pytest.fixture
def image_files(tmp_path: Path) -> list[Path]:
    """Twelve small pictures, two of them with the same name in different folders."""
    folder = tmp_path / 'my "photos" – 马 été'
    names = [f"img{number}.png" for number in range(1, 11)] + ["b/same.png", "c/same.png"]
    files = []
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (40, 30)).save(file)
        files.append(file)
    return files


@pytest.fixture
def store(qapp: object, tmp_path: Path) -> Iterator[AnnotationStore]:
    store = AnnotationStore()
    store.create(tmp_path / "project.gkdt")
    yield store
    store.close()


@pytest.fixture
def make_instance() -> Callable[..., Instance]:
    def make(seed: int = 0, origin: Origin = Origin.HUMAN, category: Category = HORSE) -> Instance:
        """An instance with all points at places that need every digit of a float64."""
        rng = np.random.default_rng(seed)
        count = len(category)
        said = origin is Origin.MODEL
        return Instance(
            category,
            rng.uniform(0, 30, (count, 2)),
            rng.choice([Visibility.OCCLUDED, Visibility.VISIBLE], count),
            rng.uniform(0, 1, count) if said else np.full(count, np.nan),
            rng.uniform(0, 1, count) if said else np.full(count, np.nan),
            np.full(count, origin),
            Box(1.1, 2.2, 30.3, 29.7) if seed % 2 else None,
        )

    return make


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a project file in a fixed order, without the times of edits and facts about its place."""
    tables = {
        "meta": "key, value",
        "category": "id, position, name, supercategory, keypoints, edges, pairs, texts, use_text, use_visual,"
        " extra",
        "media": "id, path, name, sort_key, size, mtime_ns, digest, height, width, state, extra",
        "instance": "id, image_id, category_id, position, x1, y1, x2, y2, low_score, human_points, extra",
        "keypoint": "instance_id, number, x, y, visibility, score, peak, origin",
        "support": "category_id, position, instance_id",
    }
    where = {"meta": "WHERE key NOT LIKE 'fact %'"}
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(
                f"SELECT {columns} FROM {table} {where.get(table, '')} ORDER BY {columns}"
            ).fetchall()
            for table, columns in tables.items()
        }
