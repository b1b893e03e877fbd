"""Every layout that this program ever wrote opens, whole. Files in `layouts/` are by the programs of then.

A new layout: before changing `SCHEMA`, write a project with the present program to `layouts/layout-N.gkdt`.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.project.backups import described
from app.project.database import ProjectDatabase
from app.project.migrations import MIGRATIONS, SCHEMA, SCHEMA_VERSION
from app.project.store import AnnotationStore
from gkdt_core.domain import ImageState, Origin, Visibility
from gkdt_core.errors import ProjectError
from gkdt_core.geometry import Box

from .conftest import dump

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("layout-*.gkdt"))


@pytest.fixture(params=LAYOUTS, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "old.gkdt"))


def test_there_is_a_file_of_every_older_layout_and_a_step_from_each() -> None:
    older = list(range(1, SCHEMA_VERSION))
    assert [path.stem for path in LAYOUTS] == [f"layout-{number}" for number in older]
    assert sorted(MIGRATIONS) == older


def test_an_old_project_opens_with_everything_it_says(qapp: object, old: Path) -> None:
    content = dump(old)
    store = AnnotationStore()
    store.open(old)
    assert dump(old) == content
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    horse, hand = store.categories()
    assert (horse.category.name, horse.category.edges, horse.category.pairs) == (
        "horse",
        ((0, 1), (0, 2)),
        ((1, 2),),
    )
    assert horse.texts == ("the muzzle", "left eye", "right eye", "the tail's tip")
    assert (hand.category.name, hand.use_text, hand.use_visual) == ("手", True, False)
    ids = store.image_ids()
    assert [store.image(number).name for number in ids] == [
        *("/far away/elsewhere/x.jpg", "b/same.png", "c/same.png"),
        *("img1.png", "img2.png", "img10.png", "mähne été.png"),
    ]
    states = {store.image(number).name: store.image(number).state for number in ids}
    assert (states["img1.png"], states["b/same.png"]) == (ImageState.REVIEWED, ImageState.REJECTED)
    assert (states["img2.png"], states["img10.png"]) == (ImageState.IN_WORK, ImageState.PREDICTED)
    by_name = {store.image(number).name: number for number in ids}
    full = store.instances(by_name["img1.png"])[0].instance
    assert full.keypoints[3].tolist() == [7.7, 8.123456789012345]
    assert full.visibility.tolist() == [
        *(Visibility.VISIBLE, Visibility.VISIBLE, Visibility.OCCLUDED, Visibility.VISIBLE)
    ]
    assert full.box == Box(0.5, 1.5, 20.25, 25.75)
    mixed = store.instances(by_name["img2.png"])[0].instance
    assert mixed.origins.tolist() == [Origin.HUMAN, Origin.MODEL, Origin.MODEL, Origin.HUMAN]
    predicted = store.instances(by_name["img10.png"])[0].instance
    assert np.array_equal(predicted.scores, [0.9, 0.25, 0.75, np.nan], equal_nan=True)
    assert np.array_equal(predicted.peaks, [0.8, 0.2, 0.7, np.nan], equal_nan=True)
    assert len(store.support_ids(horse.id)) == 2
    store.set_states(ids, ImageState.IN_WORK)
    store.undo_stack.undo()
    assert dump(old) == content
    store.close()


def test_a_copy_in_the_old_layout_stays_beside_it(qapp: object, old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    content = dump(old)
    ProjectDatabase.open(old).close()
    copy = old.with_name(f"old (layout {version}).gkdt")
    assert dump(copy) == content
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_an_old_layout_becomes_exactly_the_new_one(qapp: object, old: Path) -> None:
    def layout(connection: sqlite3.Connection) -> set[tuple[str, str]]:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(name, " ".join(sql.split())) for name, sql in rows if not name.startswith("sqlite_")}

    ProjectDatabase.open(old).close()
    with closing(sqlite3.connect(old)) as migrated, closing(sqlite3.connect(":memory:")) as new:
        new.executescript(SCHEMA)
        assert layout(migrated) == layout(new)


def test_an_old_backup_tells_what_is_in_it_without_being_changed(old: Path) -> None:
    before = old.read_bytes()
    backup = described(old)
    assert (backup.images, backup.labelled, backup.reviewed, backup.problem) == (7, 3, 1, "")
    assert old.read_bytes() == before


def test_a_step_that_fails_leaves_the_old_file_as_it_was(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("CREATE TABLE setting (something_else)")  # in the way of the step
    content = dump(old)
    with pytest.raises(ProjectError):
        ProjectDatabase.open(old)
    assert dump(old) == content
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION


def test_an_old_project_on_which_another_window_works_is_left_alone(qapp: object, old: Path) -> None:
    database = ProjectDatabase.open(old)
    with pytest.raises(ProjectError, match="open in another window"):
        ProjectDatabase.open(old)
    database.close()
