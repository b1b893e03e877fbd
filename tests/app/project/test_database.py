from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.project.database import ProjectDatabase
from app.project.files import backup_folder
from app.project.migrations import APPLICATION_ID, SCHEMA_VERSION
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, Instance
from gkdt_core.errors import ProjectError

ROOT = Path(__file__).resolve().parents[3]
Make = Callable[..., Instance]


def run_code(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


# -- two openers -------------------------------------------------------------------------------------------

HOLD = """
import sys
from pathlib import Path
from app.project.database import ProjectDatabase
database = ProjectDatabase.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
import time
time.sleep(60)
"""


def test_a_project_open_in_another_program_is_refused_until_that_ends(
    store: AnnotationStore, qapp: object
) -> None:
    path = store.path
    assert path is not None
    store.close()
    other = run_code(HOLD, path)
    assert other.stdout is not None
    try:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(ProjectError, match="open in another window") as told:
            store.open(path)
        if sys.platform != "win32":
            assert f"(process {other.pid})" in str(told.value)
    finally:
        other.kill()
        other.wait()
    store.open(path)  # the lock of a killed program is gone with it
    assert store.is_open


def test_a_project_open_in_the_same_program_is_refused(store: AnnotationStore) -> None:
    assert store.path is not None
    twin = AnnotationStore()
    with pytest.raises(ProjectError, match="open in another window"):
        twin.open(store.path)
    assert not twin.is_open
    store.add_category(Category("still", ("usable",)))


def test_opening_the_open_project_again_reads_it_again(store: AnnotationStore) -> None:
    assert store.path is not None
    store.add_category(Category("horse", ("nose",)))
    store.open(store.path)
    assert len(store.categories()) == 1


def test_a_database_that_another_program_writes_to_is_busy_not_broken(store: AnnotationStore) -> None:
    assert store.path is not None
    store.database._connection.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(store.path)) as viewer:
        viewer.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError, match="another program is using"):
            store.add_category(Category("horse", ("nose",)))
    assert not store.undo_stack.canUndo()
    store.add_category(Category("horse", ("nose",)))


# -- files that are no project, or not ours ----------------------------------------------------------------


def _closed_project(tmp_path: Path) -> Path:
    path = tmp_path / "some.gkdt"
    ProjectDatabase.create(path).close()
    return path


def _sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\xff" * 5_000, os.urandom(8192)])
def test_a_file_of_something_else_is_no_project(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.gkdt"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=r"x\.gkdt: (this is not a project|the file is damaged)") as told:
        ProjectDatabase.open(path)
    assert told.value.hint
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.glob("x.gkdt*")] == ["x.gkdt"]


def test_another_programs_database_is_no_project(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    _sql(path, "CREATE TABLE bookmark (url)")
    with pytest.raises(ProjectError, match="not a project"):
        ProjectDatabase.open(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"gone\.gkdt: there is no such"):
        ProjectDatabase.open(tmp_path / "gone.gkdt")


def test_a_project_of_a_newer_version_asks_for_an_update(tmp_path: Path) -> None:
    path = _closed_project(tmp_path)
    _sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(ProjectError, match=f"newer version .*layout {SCHEMA_VERSION + 1}") as told:
        ProjectDatabase.open(path)
    assert told.value.hint == "Update the program."


def test_a_project_of_an_unknown_old_layout_is_refused(tmp_path: Path) -> None:
    path = _closed_project(tmp_path)
    _sql(path, "PRAGMA user_version = 0")
    with pytest.raises(ProjectError, match="unknown layout 0"):
        ProjectDatabase.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON media BEGIN DELETE FROM media; END",
        "CREATE VIEW spy AS SELECT load_extension('x')",
        "CREATE VIRTUAL TABLE spy USING fts5(text)",
    ],
)
def test_a_project_with_parts_that_run_code_is_refused(tmp_path: Path, statement: str) -> None:
    path = _closed_project(tmp_path)
    _sql(path, statement)
    with pytest.raises(ProjectError, match='"spy", which this program never writes'):
        ProjectDatabase.open(path)


@pytest.mark.parametrize(
    "statement", ["DROP TABLE keypoint", "ALTER TABLE media DROP COLUMN digest", "CREATE TABLE more (x)"]
)
def test_a_project_with_other_tables_is_refused(tmp_path: Path, statement: str) -> None:
    path = _closed_project(tmp_path)
    _sql(path, statement)
    with pytest.raises(ProjectError, match="not those of a project"):
        ProjectDatabase.open(path)


def test_a_project_cannot_reach_other_files(store: AnnotationStore, tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error, match="attached"):
        store.database._connection.execute("ATTACH ? AS other", (str(tmp_path / "other.db"),))
    assert not (tmp_path / "other.db").exists()


def test_a_corrupted_file_is_called_damaged_and_names_its_backups(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    path = store.path
    assert path is not None
    store.add_category(horse)
    for image_id in store.add_images(image_files):
        for seed in range(20):
            store.add_instance(image_id, make_instance(seed))
    store.close()
    data = bytearray(path.read_bytes())
    assert len(data) > 16 * 4096
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\x5a" * 64
    path.write_bytes(data)
    with pytest.raises(ProjectError, match="the file is damaged") as told:
        store.open(path)
    assert str(backup_folder(path)) in told.value.hint
    assert path.read_bytes() == data


def test_a_cut_off_file_is_called_damaged(tmp_path: Path) -> None:
    path = _closed_project(tmp_path)
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(ProjectError, match="the file is damaged"):
        ProjectDatabase.open(path)


def test_creating_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "precious.gkdt"
    path.write_text("precious")
    with pytest.raises(ProjectError, match="such a file already"):
        ProjectDatabase.create(path)
    assert path.read_text() == "precious"


def test_a_project_in_a_missing_folder_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be written"):
        ProjectDatabase.create(tmp_path / "no such folder" / "x.gkdt")


def test_a_new_file_carries_the_programs_mark_and_an_empty_folder_is_left_clean(tmp_path: Path) -> None:
    folder = tmp_path / "naïve “quotes” 马's"
    folder.mkdir()
    ProjectDatabase.create(folder / "été.gkdt").close()
    assert [file.name for file in folder.iterdir()] == ["été.gkdt"]
    with closing(sqlite3.connect(folder / "été.gkdt")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


# -- copies ------------------------------------------------------------------------------------------------


def test_a_backup_is_complete_and_finds_its_images_from_anywhere(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    store.add_category(horse)
    store.add_instance(ids[0], make_instance())
    far = tmp_path / "a" / "b" / "c"
    far.mkdir(parents=True)
    store.backup(far / "copy.gkdt")
    twin = AnnotationStore()
    twin.open(far / "copy.gkdt")
    assert [twin.image(number).path for number in twin.image_ids()] == [
        store.image(number).path for number in store.image_ids()
    ]
    assert twin.instances(ids[0])[0].instance.same_as(make_instance())
    twin.close()
    assert store.path is not None
    with pytest.raises(ProjectError, match="the open project itself"):
        store.backup(store.path)


def test_a_snapshot_sees_one_state_while_edits_go_on(store: AnnotationStore, image_files: list[Path]) -> None:
    store.add_images(image_files[:2])
    assert store.path is not None
    snapshot = ProjectDatabase.snapshot(store.path)
    store.add_images(image_files[2:])
    assert len(list(snapshot.media_rows())) == 2
    with pytest.raises(ProjectError), snapshot.transaction():
        pass
    snapshot.close()
