from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.project import backups
from app.project.backups import backups_of, described, go_back, is_due, made_at, make_backup, superfluous
from app.project.files import backup_folder, copy_project
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import ProjectError
from gkdt_core.partial_files import partial_beside

from .conftest import dump

Make = Callable[..., Instance]
NOON = datetime(2026, 3, 1, 12, 0, 0)


# -- which are kept ----------------------------------------------------------------------------------------


def _kept(backups_made: list[tuple[datetime, int]]) -> list[datetime]:
    gone = superfluous(backups_made)
    return [made for index, (made, _) in enumerate(backups_made) if index not in gone]


def test_the_newest_six_and_the_last_of_each_of_fourteen_days_are_kept() -> None:
    made = [NOON - timedelta(minutes=10 * step) for step in range(12)]
    made += [NOON - timedelta(days=day, hours=hour) for day in range(1, 30) for hour in (0, 3)]
    kept = _kept([(time, 1000) for time in made])
    assert kept[:6] == made[:6]
    assert kept[6:] == [NOON - timedelta(days=day) for day in range(1, 14)]


def test_days_without_work_do_not_drop_older_days() -> None:
    made = [NOON - timedelta(days=30 * step) for step in range(10)]
    assert _kept([(time, 1000) for time in made]) == made


def test_large_backups_leave_the_newest_three() -> None:
    made = [(NOON - timedelta(days=step), 3 << 30) for step in range(8)]
    assert _kept(made) == [time for time, _ in made[:3]]


# -- making them -------------------------------------------------------------------------------------------


def test_a_backup_is_due_once_the_project_has_changed_since_the_newest(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    store.close()
    assert is_due(path)
    newest = make_backup(path)
    assert not is_due(path)
    later = newest.stat().st_mtime + 5
    os.utime(path, (later, later))
    assert is_due(path)


def test_opening_makes_a_backup_in_the_background_and_says_so(
    store: AnnotationStore, image_files: list[Path], qtbot: QtBot
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    content = dump(path)
    store.close()
    with qtbot.waitSignal(store.backup_keeper.made, timeout=30_000) as told:
        store.open(path)
    assert told.args == backups_of(path)
    assert {row[0] for row in dump(backups_of(path)[0])["media"]} == {row[0] for row in content["media"]}


def test_while_somebody_edits_a_backup_is_made_when_its_time_has_come(
    store: AnnotationStore, image_files: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.path is not None
    keeper = store.backup_keeper
    store.add_images(image_files[:1])
    keeper.look()
    assert backups_of(store.path) == []  # ten minutes have not passed
    monkeypatch.setattr(backups, "INTERVAL_S", 0.0)
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert len(backups_of(store.path)) == 1
    keeper.look()
    qtbot.wait(50)
    assert len(backups_of(store.path)) == 1  # nothing has been edited since
    store.undo_stack.undo()
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert len(backups_of(store.path)) == 2


def test_a_backup_that_cannot_be_made_is_told_once_and_the_work_goes_on(
    store: AnnotationStore,
    image_files: list[Path],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backups, "INTERVAL_S", 0.0)
    (tmp_path / "home").write_text("a file where the folder of the backups should be")
    told: list[ProjectError] = []
    store.backup_keeper.failed.connect(told.append)
    ended: list[object] = []
    store.backup_keeper._ended.connect(ended.append)
    for number in range(2):
        store.add_images([image_files[number]])
        store.backup_keeper.look()
        qtbot.waitUntil(lambda number=number: len(ended) == number + 1)
    assert len(told) == 1
    assert "No backup could be made" in told[0].message
    assert "Your work is saved" in told[0].hint
    assert len(store.image_ids()) == 2


def test_a_copy_that_was_killed_leaves_no_litter_for_ever(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    target = backup_folder(path) / "2026-03-01 12.00.00.gkdt"
    target.parent.mkdir(parents=True)
    young = partial_beside(target, ".tmp")
    old = young.with_name(young.name.replace(f"-{os.getpid():x}-", "-7fffff01-"))
    for file in (old, young):
        file.write_bytes(b"half a project")
    os.utime(old, (1, 1))
    copy_project(path, target)
    assert sorted(target.parent.iterdir()) == [young, target]  # the young one may be somebody's at work


def test_a_copy_replaces_a_project_together_with_what_sqlite_keeps_beside_it(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    other = tmp_path / "other.gkdt"
    twin = AnnotationStore()
    twin.create(other)
    twin.add_category(Category("old", ("a",)))
    with pytest.raises(ProjectError, match="open in another window"):
        copy_project(path, other)
    for suffix in ("", "-wal"):  # as a killed program leaves them
        Path(f"{tmp_path / 'killed.gkdt'}{suffix}").write_bytes(Path(f"{other}{suffix}").read_bytes())
    twin.close()
    store.add_images(image_files)
    copy_project(path, tmp_path / "killed.gkdt")
    assert dump(tmp_path / "killed.gkdt") == dump(path)


# -- looking at them and going back ------------------------------------------------------------------------


def test_a_backup_tells_what_is_in_it(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    path = store.path
    assert path is not None
    ids = store.add_images(image_files)
    store.add_category(horse)
    for image_id in ids[:5]:
        store.add_instance(image_id, make_instance())
    store.set_states(ids[:2], ImageState.REVIEWED)
    backup = described(make_backup(path, now=NOON))
    assert (backup.made, backup.images, backup.labelled, backup.reviewed) == (NOON, 12, 5, 2)
    assert backup.size > 0
    broken = backup.path.with_name("2026-02-01.gkdt")  # named as the first versions did
    broken.write_bytes(b"nonsense" * 1000)
    assert made_at(broken) == datetime(2026, 2, 1)
    assert "not a project file" in described(broken).problem
    assert backups_of(path) == [backup.path, broken]


def test_a_backup_is_restored_beside_the_project(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    ids = store.add_images(image_files)
    content = dump(path)
    make_backup(path)
    store.remove_images(ids)
    target = tmp_path / "project (1 January).gkdt"
    store.restore(store.backups()[0], target)
    assert store.path == target
    assert dump(target) == content
    with pytest.raises(ProjectError, match="such a file already"):
        store.restore(backups_of(path)[0], target)


def test_going_back_keeps_what_was_there_and_opens_the_backup_in_its_place(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    ids = store.add_images(image_files)
    before = dump(path)
    backup = make_backup(path)
    store.remove_images(ids[:4])
    after = dump(path)
    aside = store.go_back(backup)
    assert store.path == path
    assert dump(path) == before
    assert not store.undo_stack.canUndo()
    assert aside is not None
    assert aside.name.startswith("project (until 20")
    store.close()
    assert dump(aside) == after


def test_going_back_from_a_damaged_file_keeps_the_damaged_one(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    before = dump(path)
    backup = make_backup(path)
    store.close()
    path.write_bytes(b"\x5a" * 50_000)
    Path(f"{path}-wal").write_bytes(b"frames of the damaged file")
    with pytest.raises(ProjectError):
        store.open(path)
    aside = store.go_back(backup, path)
    assert dump(path) == before
    assert aside is not None
    assert aside.read_bytes() == b"\x5a" * 50_000
    assert Path(f"{aside}-wal").read_bytes() == b"frames of the damaged file"


def test_going_back_where_the_file_has_vanished_brings_it_back(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    before = dump(path)
    backup = make_backup(path)
    store.close()
    path.unlink()
    assert store.go_back(backup, path) is None
    assert dump(path) == before


def test_going_back_to_a_broken_backup_changes_nothing(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    before = dump(path)
    broken = tmp_path / "broken.gkdt"
    broken.write_bytes(b"nonsense" * 1000)
    with pytest.raises(ProjectError):
        store.go_back(broken)
    assert store.path == path
    assert dump(path) == before
    assert sorted(file.name for file in tmp_path.glob("project*")) == sorted(
        ["project.gkdt", *(f"project.gkdt{suffix}" for suffix in ("-lock", "-wal", "-shm"))]
    )


def test_a_project_that_is_open_elsewhere_is_not_replaced(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    backup = make_backup(path)
    with pytest.raises(ProjectError, match="open in another window"):
        go_back(path, backup)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM media").fetchone() == (12,)


def test_a_project_that_is_open_for_reading_stays_so_when_going_back_is_refused(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    backup = make_backup(path)
    twin = AnnotationStore()
    twin.open_read_only(path)
    with pytest.raises(ProjectError, match="open in another window"):
        twin.go_back(backup)
    assert twin.is_read_only
    assert len(twin.image_ids()) == 12
    twin.close()


# -- before a deletion -------------------------------------------------------------------------------------


def many(folder: Path, count: int) -> list[Path]:
    return [folder / f"{number}.jpg" for number in range(count)]


def test_before_much_is_deleted_a_backup_is_made_that_has_it_all(
    store: AnnotationStore, tmp_path: Path
) -> None:
    path = store.path
    assert path is not None
    ids = store.add_images(many(tmp_path, 300))
    content = dump(path)
    store.remove_images(ids[: backups.BULK - 1])
    store.undo_stack.undo()
    assert backups_of(path) == []  # that is what undo is for
    with store.one_step("Delete everything"):
        store.remove_images(ids)
    assert store.image_ids() == []
    store.close()  # does not give it up
    (backup,) = backups_of(path)
    assert described(backup).is_before_deletion
    assert described(backup).images == 300
    assert abs(datetime.now() - made_at(backup)) < timedelta(minutes=5)
    store.open(path)
    store.go_back(backup)
    assert dump(path) == content


def test_backups_from_before_deletions_stay_while_the_others_come_and_go(
    store: AnnotationStore, tmp_path: Path
) -> None:
    path = store.path
    assert path is not None
    day = datetime(2026, 3, 1, 8, 0)
    for number in range(backups.DELETIONS_KEPT + 3):
        store.add_images([tmp_path / f"{number}.jpg"])
        make_backup(path, now=day + timedelta(minutes=number), deletion=threading.Event())
    for number in range(30):
        store.add_images([tmp_path / f"later {number}.jpg"])
        make_backup(path, now=day + timedelta(hours=1, minutes=number))
    special = [file for file in backups_of(path) if described(file).is_before_deletion]
    assert len(special) == backups.DELETIONS_KEPT
    assert described(special[-1]).images == 4  # the first three have gone
    assert len(backups_of(path)) == backups.DELETIONS_KEPT + backups.NEWEST_KEPT


def test_on_a_full_disk_a_deletion_goes_on_without_its_backup(
    store: AnnotationStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "no folder").write_text("in the way")
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "no folder"))
    ids = store.add_images(many(tmp_path, 100))
    with qtbot.waitSignal(store.backup_keeper.failed, timeout=30_000):
        store.remove_images(ids)
    assert store.image_ids() == []
    store.undo_stack.undo()
    assert store.image_ids() == list(ids)
