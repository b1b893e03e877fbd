"""What happens to a project when its disk is full, cannot be written, or is gone: real disks."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.project.database import ProjectDatabase
from app.project.exporting import ExportOptions, export_coco
from app.project.files import check_answers, copy_project
from app.project.records import (
    DiskFullError,
    ImageQuery,
    InUseError,
    NewImage,
    NotWritableError,
    WriteFailedError,
)
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.errors import GkdtError, ProjectError
from gkdt_core.formats.coco import read_coco

from .conftest import dump

Make = Callable[..., Instance]


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with 2 MiB of room."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)):
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Takes all the room that a disk has left."""
    ballast = folder / "ballast"
    with contextlib.suppress(OSError), open(ballast, "ab", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    return ballast


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that cannot be written meanwhile."""
    if os.geteuid() == 0:  # permissions do not bind root
        if not _mount("--bind", str(folder), str(folder)) or not _mount("-o", "remount,bind,ro", str(folder)):
            pytest.skip("a folder cannot be made read-only here")
        try:
            yield
        finally:
            # lazily: a thumbnail or a digest may still be reading a picture in the folder
            subprocess.run(["umount", "-l", str(folder)], check=True)
    else:
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(0o700)


@contextlib.contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def open_on(disk: Path) -> AnnotationStore:
    store = AnnotationStore()
    store.create(disk / "project.gkdt")
    store.add_category(Category("horse", ("nose", "tail")))
    return store


def many(folder: Path, start: int, count: int = 200) -> list[NewImage]:
    return [NewImage(folder / f"{number} {'x' * 60}.jpg", 1, 1) for number in range(start, start + count)]


def check_read_only(store: AnnotationStore, images: int) -> None:
    """That a store shows everything, keeps what it learns, and refuses every edit."""
    told: list[GkdtError] = []
    store.write_failed.connect(told.append)
    assert store.is_read_only
    ids = store.image_ids()
    assert len(ids) == images
    instance = Instance.empty(store.categories()[0].category)
    for edit in (
        lambda: store.add_category(Category("cow", ("nose",))),
        lambda: store.add_instance(ids[0], instance),
        lambda: store.remove_images(ids[:2]),
        lambda: store.add_images([Path("/new.png")]),
    ):
        with pytest.raises(WriteFailedError, match="open for reading only, so the change was not made"):
            edit()
    with pytest.raises(WriteFailedError), store.one_step("Two"):
        store.delete_category(1)
    assert len(told) == 5
    assert not store.undo_stack.canUndo()
    store.set_image_sizes({ids[0]: (7, 9)})
    store.remember("place", "here")
    store.settings.refine = True
    store.settings.flush()
    assert (store.image(ids[0]).height, store.remembered("place"), store.settings.refine) == (7, "here", True)
    assert [stored.category.name for stored in store.categories()] == ["horse"]
    store.write_failed.disconnect(told.append)


# -- full --------------------------------------------------------------------------------------------------


def test_on_a_full_disk_edits_are_refused_until_there_is_room_and_nothing_is_broken(
    qapp: object, small_disk: Path
) -> None:
    store = open_on(small_disk)
    path = store.path
    assert path is not None
    told: list[GkdtError] = []
    store.write_failed.connect(told.append)
    ballast = fill(small_disk)
    done = 0

    def go_on() -> None:
        nonlocal done
        while True:  # what SQLite has allocated already may still take some
            store.add_images(many(small_disk, done))
            done += 200

    with pytest.raises(WriteFailedError, match="the disk is full, so the change was not made") as refused:
        go_on()
    assert refused.value.hint == "Free some space on that disk and try again."
    assert len(told) == 1
    assert len(store.image_ids()) == done
    before = dump(path)
    store.undo_stack.undo()  # may or may not find room; history and file agree either way
    store.undo_stack.redo()
    assert dump(path) == before
    ballast.unlink()
    store.add_images(many(small_disk, done))
    after = dump(path)
    store.close()
    store.open(path)
    assert dump(path) == after
    assert len(store.image_ids()) == done + 200
    store.close()


def test_a_full_disk_stops_copies_exports_and_new_projects_without_leaving_a_trace(
    qapp: object, small_disk: Path
) -> None:
    store = open_on(small_disk)
    path = store.path
    assert path is not None
    ids = store.add_images(many(small_disk, 0, 400))
    instance = Instance.empty(store.categories()[0].category).with_keypoint(
        0, (1.0, 2.0), Visibility.VISIBLE, Origin.HUMAN
    )
    with store.one_step("Mark all"):
        for image_id in ids:
            store.add_instance(image_id, instance)
    target = small_disk / "export.json"
    export_coco(path, target)
    whole = target.read_bytes()
    fill(small_disk)
    names = sorted(file.name for file in small_disk.iterdir())
    with pytest.raises(GkdtError, match="not written: No space left"):
        export_coco(path, target)
    assert target.read_bytes() == whole
    with pytest.raises(ProjectError, match="disk is full"):
        copy_project(path, small_disk / "copy.gkdt")
    twin = AnnotationStore()
    with pytest.raises(ProjectError, match="disk is full"):
        twin.create(small_disk / "new.gkdt")
    assert sorted(file.name for file in small_disk.iterdir()) == names
    store.close()


def test_a_project_on_a_full_disk_can_be_looked_at_exported_and_copied_elsewhere(
    qapp: object, small_disk: Path, tmp_path: Path
) -> None:
    store = open_on(small_disk)
    path = store.path
    assert path is not None
    store.add_images(many(small_disk, 0))
    content = dump(path)
    store.close()
    ballast = fill(small_disk)
    with pytest.raises(DiskFullError, match="disk is full"):
        store.open(path)  # its index in memory is a file too
    store.open_read_only(path)
    check_read_only(store, 200)
    export_coco(path, tmp_path / "elsewhere.json", ExportOptions(empty_images=True))
    assert len(read_coco(tmp_path / "elsewhere.json").images) == 200
    copy_project(path, tmp_path / "elsewhere.gkdt", moves=False)
    assert dump(tmp_path / "elsewhere.gkdt") == content
    store.close()
    ballast.unlink()
    assert dump(path) == content
    assert not list(small_disk.glob("*-lock"))
    store.open(path)
    assert len(store.image_ids()) == 200
    store.close()


def test_a_limit_on_the_size_of_files_is_told_as_an_error_of_the_disk(
    store: AnnotationStore, tmp_path: Path
) -> None:
    path = store.path
    assert path is not None
    before = dump(path)
    with no_file_larger_than(150_000), pytest.raises(WriteFailedError) as refused:
        store.add_images(many(tmp_path, 0, 5_000))
    assert "project.gkdt: the disk" in refused.value.message
    assert refused.value.hint
    assert dump(path) == before
    assert len(store.add_images(many(tmp_path, 0, 5_000))) == 5_000


# -- read-only ---------------------------------------------------------------------------------------------


def test_a_project_in_a_read_only_folder_says_so_and_a_copy_of_it_can_be_worked_on(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    old = store.path
    assert old is not None
    store.add_images(image_files)
    store.add_category(Category("horse", ("nose", "tail")))
    content = dump(old)
    store.close()
    folder = tmp_path / "burnt disc"
    folder.mkdir()
    path = folder / "project.gkdt"
    shutil.copy(old, path)
    copy = tmp_path / "copy.gkdt"
    with read_only(folder):
        with pytest.raises(NotWritableError, match="cannot be written") as refused:
            store.open(path)
        assert "save a copy in a folder of yours" in refused.value.hint
        copy_project(path, copy, moves=False)
        store.open_read_only(path)
        check_read_only(store, 12)
        store.close()
    assert dump(copy) == content
    store.open(copy)
    assert len(store.image_ids()) == 12
    assert [file.name for file in folder.iterdir()] == ["project.gkdt"]


def test_a_copy_from_a_read_only_folder_has_the_edits_that_are_only_in_the_write_ahead_file(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    assert store.path is not None
    store.add_images(image_files)
    content = dump(store.path)
    folder = tmp_path / "disc"
    folder.mkdir()
    for suffix in ("", "-wal"):  # as after a kill: nothing has been moved into the file itself
        shutil.copy(f"{store.path}{suffix}", folder / f"project.gkdt{suffix}")
    copy = tmp_path / "copy.gkdt"
    with read_only(folder):
        copy_project(folder / "project.gkdt", copy, moves=False)
        twin = AnnotationStore()
        twin.open_read_only(folder / "project.gkdt")
        assert len(twin.image_ids()) == 12
        twin.close()
        with contextlib.closing(ProjectDatabase.snapshot(folder / "project.gkdt")) as snapshot:
            assert snapshot.image_count() == 12
    assert dump(copy) == content
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_a_folder_that_becomes_read_only_refuses_edits_and_takes_them_again(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files[:1])
    before = dump(path)
    store.database._connection.execute("PRAGMA query_only = ON")  # what SQLite answers on a read-only disk
    with pytest.raises(WriteFailedError, match="cannot be written"):
        store.add_images(image_files)
    assert dump(path) == before
    store.database._connection.execute("PRAGMA query_only = OFF")
    assert len(store.add_images(image_files)) == 12


def test_a_project_of_an_older_layout_on_a_read_only_disk_is_shown_in_the_present_one(
    qapp: object, tmp_path: Path
) -> None:
    folder = tmp_path / "disc"
    folder.mkdir()
    for layout in sorted((Path(__file__).parent / "layouts").glob("layout-*.gkdt")):
        shutil.copy(layout, folder / layout.name)
    content = {file.name: file.read_bytes() for file in folder.iterdir()}
    store = AnnotationStore()
    with read_only(folder):
        for name in sorted(content):
            store.open_read_only(folder / name)
            assert len(store.image_ids()) == 7
            assert store.work.spent(reviewed_only=False) is not None
            assert store.settings.refine is None
        store.close()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == content


# -- in use ------------------------------------------------------------------------------------------------


def test_a_project_that_another_window_has_can_be_looked_at_as_it_is_then(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_category(Category("horse", ("nose", "tail")))
    store.add_images(image_files)
    twin = AnnotationStore()
    with pytest.raises(InUseError, match="open in another window"):
        twin.open(path)
    twin.open_read_only(path)
    check_read_only(twin, 12)
    store.remove_images(store.image_ids()[:3])  # its owner goes on
    assert len(twin.image_ids()) == 12
    with contextlib.closing(ProjectDatabase.snapshot(path)) as snapshot:  # jobs see what is shown
        assert snapshot.image_ids(ImageQuery()) == twin.image_ids()
    twin.open_read_only(path)
    assert len(twin.image_ids()) == 9
    store.remove_images(store.image_ids()[:1])
    with contextlib.closing(ProjectDatabase.snapshot(path)) as snapshot:
        assert snapshot.image_count() == len(twin.image_ids())
    store.undo_stack.undo()
    twin.close()
    assert len(store.image_ids()) == 9
    with contextlib.closing(ProjectDatabase.snapshot(path)) as snapshot:
        assert snapshot.image_count() == 9
    store.remove_images(store.image_ids()[:1])
    with contextlib.closing(ProjectDatabase.snapshot(path)) as snapshot:
        assert snapshot.image_count() == 8


def test_a_damaged_project_is_not_opened_for_reading_either(store: AnnotationStore) -> None:
    path = store.path
    assert path is not None
    store.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096 + path.read_bytes()[8192:])
    with pytest.raises(ProjectError):
        AnnotationStore().open_read_only(path)
    with pytest.raises(ProjectError, match="cannot be read"):
        AnnotationStore().open_read_only(path.with_name("nowhere.gkdt"))


# -- slow --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that never answers")
def test_a_place_that_does_not_answer_is_told_instead_of_waited_for(tmp_path: Path) -> None:
    stalled = tmp_path / "project.gkdt"
    os.mkfifo(stalled)  # whoever opens it waits until somebody writes into it
    with pytest.raises(ProjectError, match="does not answer") as refused:
        check_answers(stalled)
    assert "open it again" in refused.value.hint
    with open(stalled, "wb"):  # wakes up
        pass


def test_a_place_that_answers_is_no_matter_whatever_it_answers(tmp_path: Path) -> None:
    (tmp_path / "project.gkdt").write_text("no project")
    for path in (tmp_path, tmp_path / "project.gkdt", tmp_path / "nowhere", tmp_path / "no" / "where"):
        check_answers(path)


# -- gone --------------------------------------------------------------------------------------------------


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def test_when_the_drive_vanishes_edits_are_refused_until_it_is_back(
    qapp: object, drive: Path, tmp_path: Path
) -> None:
    store = open_on(drive)
    path = store.path
    assert path is not None
    told: list[GkdtError] = []
    store.write_failed.connect(told.append)
    store.add_images(many(drive, 0))
    before = dump(path)
    drive.rename(tmp_path / "unplugged")
    with pytest.raises(WriteFailedError, match="is not there any more, so the change was not made"):
        store.add_images(many(drive, 200))
    store.undo_stack.undo()
    assert len(told) == 2
    assert "Connect its drive again" in told[0].hint
    assert len(store.image_ids()) == 200
    (tmp_path / "unplugged").rename(drive)
    assert dump(path) == before
    store.add_images(many(drive, 200))
    assert len(store.image_ids()) == 400
    store.close()
    store.open(path)
    assert len(store.image_ids()) == 400
    store.close()


def test_closing_a_project_whose_drive_has_gone_keeps_what_was_saved(
    qapp: object, drive: Path, tmp_path: Path
) -> None:
    store = open_on(drive)
    assert store.path is not None
    store.add_images(many(drive, 0))
    content = dump(store.path)
    drive.rename(tmp_path / "unplugged")
    store.close()
    assert not store.is_open
    store.open(tmp_path / "unplugged" / "project.gkdt")
    assert len(store.image_ids()) == 200
    store.close()
    assert dump(tmp_path / "unplugged" / "project.gkdt") == content


def test_a_file_that_took_the_projects_place_is_never_written_to(store: AnnotationStore) -> None:
    path = store.path
    assert path is not None
    store.add_category(Category("horse", ("nose",)))
    other = path.with_name("other.gkdt")
    twin = AnnotationStore()
    twin.create(other)
    twin.close()
    content = other.read_bytes()
    os.replace(other, path)
    with pytest.raises(WriteFailedError, match="another file has taken the project file's place") as refused:
        store.add_category(Category("cow", ("nose",)))
    assert "Open the project again" in refused.value.hint
    assert path.read_bytes() == content


def test_a_backup_that_fails_on_a_full_disk_leaves_no_file(
    store: AnnotationStore, small_disk: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.path is not None
    monkeypatch.setenv("GKDT_HOME", str(small_disk))
    store.add_images(many(small_disk, 0, 2_000))
    fill(small_disk)
    path = store.path
    store.close()
    with qtbot.waitSignal(store.backup_keeper.failed, timeout=30_000) as told:
        store.open(path)
    assert "No space left on device" in str(told.args[0]) or "disk is full" in str(told.args[0])
    assert not list(small_disk.rglob("*.gkdt*"))
    assert len(store.image_ids()) == 2_000
