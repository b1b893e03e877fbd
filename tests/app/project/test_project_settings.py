"""What belongs to the work is in the project file, goes wherever it goes, and never keeps it from opening."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.project.backups import make_backup
from app.project.files import copy_project
from app.project.project_settings import (
    ExportHabit,
    ModelReference,
    ProjectSettings,
    ViewSettings,
    find_beside,
)
from app.project.store import AnnotationStore

VIEW = ViewSettings(0.1, 1.3, 0.7, True, (100.5, 2000.0))
EXPORT = ExportHabit("yolo", "/a folder/with “quotes”/训练 yolo", reviewed_only=True, pictures=False)


def set_all(settings: ProjectSettings) -> None:
    settings.model = ModelReference("/models/马")
    settings.refine, settings.flip = True, False
    settings.view, settings.export = VIEW, EXPORT
    settings.category, settings.image = 3, 7


def read(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT key, value FROM setting"))


def check_all(path: Path, *, places: bool) -> None:
    store = AnnotationStore()
    store.open(path)
    own = store.settings
    assert (own.model, own.refine, own.flip) == (ModelReference("/models/马"), True, False)
    assert (own.view, own.export) == (VIEW, EXPORT)
    assert (own.category, own.image) == ((3, 7) if places else (None, None))
    store.close()


def test_settings_are_there_when_the_project_opens_again_and_in_every_copy(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    set_all(store.settings)
    store.backup(tmp_path / "copy.gkdt")  # what a copy is made of is written first
    store.close()
    (tmp_path / "elsewhere").mkdir()
    copy_project(path, tmp_path / "elsewhere" / "moved.gkdt")
    backup = make_backup(path)
    for file in (path, tmp_path / "copy.gkdt", tmp_path / "elsewhere" / "moved.gkdt", backup):
        check_all(file, places=True)


def test_only_looking_does_not_write_where_the_person_is(store: AnnotationStore) -> None:
    path = store.path
    assert path is not None
    store.settings.image = 5
    store.close()
    assert read(path) == {}
    store.open(path)
    assert store.settings.image is None


def test_a_setting_is_no_step_of_the_history_and_does_not_count_as_an_edit(store: AnnotationStore) -> None:
    set_all(store.settings)
    store.settings.flush()
    assert not store.undo_stack.canUndo()
    assert store.edits == 0


def test_a_setting_that_is_taken_back_is_gone_from_the_file(store: AnnotationStore) -> None:
    path = store.path
    assert path is not None
    store.settings.refine, store.settings.view = True, VIEW
    store.settings.flush()
    assert set(read(path)) == {"refine", "view"}
    store.settings.refine = store.settings.view = None
    store.settings.flush()
    assert read(path) == {}


def test_changes_are_written_soon_and_not_a_hundred_times_a_second(qtbot, store: AnnotationStore) -> None:
    path = store.path
    assert path is not None
    for number in range(100):
        store.settings.view = ViewSettings(brightness=number / 100)
    assert read(path) == {}
    qtbot.waitUntil(lambda: "0.99" in read(path).get("view", ""), timeout=10_000)


def test_settings_that_make_no_sense_count_as_not_set(store: AnnotationStore) -> None:
    path = store.path
    assert path is not None
    store.close()
    absurd = {
        "model": "17",
        "refine": '"yes"',
        "flip": "{",
        "view": '{"brightness": 1e9, "contrast": 0, "gamma": "x", "invert": 3, "window": [1]}',
        "export": '{"form": 3}',
        "category": "true",
        "image": "[1]",
        "of a later version": '{"anything": 1}',
    }
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO setting VALUES (?, ?)", absurd.items())
    store.open(path)
    own = store.settings
    values = (own.model, own.refine, own.flip, own.view, own.export, own.category, own.image)
    assert values == (None,) * 7
    own.refine = True
    own.flush()
    assert read(path)["of a later version"] == absurd["of a later version"]


@pytest.mark.parametrize("window", [[5.0, 5.0], [9.0, 1.0], ["a", "b"], [1.0]])
def test_a_window_of_no_width_is_left_out_and_the_rest_of_the_view_stays(
    store: AnnotationStore, window: list[object]
) -> None:
    fields = {"brightness": 0.5, "contrast": 2.0, "gamma": 1.0, "invert": False, "window": window}
    store.settings._values["view"] = fields
    assert store.settings.view == ViewSettings(0.5, 2.0, 1.0, False, None)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("bundled", "bundled"),
        ("/home/ana/models/flies v2/", "flies v2"),
        ("C:\\Users\\李\\models\\手.best", "手.best"),
        ("/", "/"),
    ],
)
def test_a_model_has_a_name_whatever_system_it_was_chosen_on(path: str, name: str) -> None:
    assert ModelReference(path).name == name


def test_a_model_is_found_beside_the_project_and_nowhere_above_it(tmp_path: Path) -> None:
    project = tmp_path / "project.gkdt"
    assert find_beside(ModelReference("/elsewhere/flies"), project) is None
    (tmp_path / "flies").mkdir()
    assert find_beside(ModelReference("/elsewhere/flies"), project) == tmp_path / "flies"
    assert find_beside(ModelReference("/elsewhere/.."), project) is None


def test_a_file_without_write_permission_keeps_settings_as_long_as_it_is_open(
    store: AnnotationStore, caplog: pytest.LogCaptureFixture
) -> None:
    store.database._connection.execute("PRAGMA query_only = ON")
    store.settings.refine = True
    store.settings.flush()
    assert store.settings.refine is True
    assert "The settings of the project were not written" in caplog.text
    store.database._connection.execute("PRAGMA query_only = OFF")
    store.settings.flush()
    assert store.path is not None
    assert read(store.path) == {"refine": "true"}
