from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.actions import ActionId
from app.controllers import safekeeping
from app.controllers.transfer import ExportRequest
from app.dialogs.backups_dialog import BackupsDialog
from app.dialogs.missing_dialog import MissingDialog
from app.dialogs.small import ConfirmDialog
from app.object_names import Name
from app.project.backups import make_backup
from app.project.exporting import ExportOptions
from app.project.places import Found, How
from app.project.store import AnnotationStore
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.media.images import media_digest
from tests.app.project.test_disk import read_only
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(safekeeping, "LOOK_AFTER_MS", 20)
    monkeypatch.setattr(safekeeping, "DIGESTS_AFTER_MS", 20)
    someone = open_window(qtbot, tmp_path / "home")
    yield someone
    someone.close()


@pytest.fixture
def images(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    make_images(folder, 4)
    return folder


def told(person: Person, words: str) -> None:
    """Wait for a message."""
    bar = person.window.message_bar
    person.qtbot.waitUntil(lambda: bar.isVisible() and words in bar.text.text(), timeout=WAIT_MS)


def press(person: Person, dialog, name: Name) -> None:
    button = dialog.findChild(QPushButton, name)
    person.qtbot.waitUntil(button.isEnabled, timeout=WAIT_MS)
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(person: Person, kind: type):
    found: list = []

    def is_there() -> bool:
        found[:] = [dialog for dialog in person.window.findChildren(kind) if dialog.isVisible()]
        return bool(found)

    person.qtbot.waitUntil(is_there, timeout=WAIT_MS)
    return found[0]


# -- save as -----------------------------------------------------------------------------------------------


def test_save_as_goes_on_in_the_copy_at_the_same_image_and_leaves_the_first_as_it_was(
    person: Person, images: Path, tmp_path: Path
) -> None:
    window, store = person.window, person.window.store
    person.open_folder(images)
    store.add_category(HORSE)
    person.go_to(3)
    image_id = window.selection.now.image_id
    first, target = store.path, tmp_path / "elsewhere" / "second"
    assert first is not None
    target.parent.mkdir()
    person.answers.path = target
    person.do(ActionId.SAVE_AS)
    told(person, "The project is now")
    assert store.path == target.with_suffix(".gkdt")
    assert window.selection.now.image_id == image_id
    assert store.image(image_id).path == images / "img3.png"
    assert "annotations.gkdt stays as it is" in window.message_bar.hint.text()
    store.set_states([image_id], ImageState.REVIEWED)
    other = AnnotationStore()
    other.open(first)
    assert other.image(image_id).state is ImageState.UNTOUCHED
    assert len(other.categories()) == 1
    other.close()


def test_save_as_keeps_the_history_of_what_was_done(person: Person, images: Path, tmp_path: Path) -> None:
    window, store = person.window, person.window.store
    person.open_folder(images)
    store.add_category(HORSE)
    removed, moved, accepted = store.image_ids()[:3]
    store.set_states([accepted], ImageState.REVIEWED)
    (images / "other").mkdir()
    place = (images / "img2.png").rename(images / "other" / "img2.png")
    store.move_images([Found(moved, place, How.CONTENT)])
    store.remove_images([removed])
    first, index = store.path, store.undo_stack.index()
    assert first is not None
    person.go_to(1)
    (tmp_path / "elsewhere").mkdir()
    person.answers.path = tmp_path / "elsewhere" / "second.gkdt"
    person.do(ActionId.SAVE_AS)
    told(person, "The project is now")
    assert store.path == person.answers.path
    assert store.undo_stack.index() == index
    person.do(ActionId.UNDO)
    assert store.image(removed).path == images / "img1.png"
    person.do(ActionId.UNDO)
    assert store.image(moved).path == images / "img2.png"
    person.do(ActionId.REDO)
    assert store.image(moved).path == place
    person.do(ActionId.UNDO)
    person.do(ActionId.UNDO)
    assert store.image(accepted).state is ImageState.UNTOUCHED
    person.do(ActionId.UNDO)
    assert store.categories() == ()
    other = AnnotationStore()
    other.open(first)  # is free, and as it was
    assert other.image(accepted).state is ImageState.REVIEWED
    assert len(other.categories()) == 1
    other.close()
    assert window.actions_by_id[ActionId.REDO].isEnabled()


def test_what_is_edited_while_a_copy_is_written_is_in_the_copy(
    person: Person, images: Path, tmp_path: Path
) -> None:
    window, store = person.window, person.window.store
    person.open_folder(images)
    person.answers.path = tmp_path / "second.gkdt"
    person.do(ActionId.SAVE_AS)  # the job begins when the event loop turns
    store.add_category(HORSE)
    told(person, "The project is now")
    assert window.store.path == tmp_path / "second.gkdt"
    assert [item.category.name for item in store.categories()] == ["horse"]


# -- backups -----------------------------------------------------------------------------------------------


def test_a_backup_is_made_listed_and_gone_back_to_in_the_window(person: Person, images: Path) -> None:
    store = person.window.store
    person.open_folder(images)
    store.add_category(HORSE)
    path = store.path
    assert path is not None
    person.do(ActionId.BACKUPS)
    dialog = dialog_of(person, BackupsDialog)
    person.qtbot.waitUntil(lambda: "There is no backup" in dialog.empty.text(), timeout=WAIT_MS)
    press(person, dialog, Name.BACKUPS_MAKE)
    person.qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=WAIT_MS)
    assert dialog.table.item(0, 1).text() == "4"
    store.set_states(store.image_ids(), ImageState.REVIEWED)
    press(person, dialog, Name.BACKUPS_GO_BACK)
    sure = dialog.findChild(ConfirmDialog)
    press(person, sure, Name.CONFIRM_ACCEPT)
    told(person, "The project is as it was on")
    assert store.path == path
    assert store.state_counts()[ImageState.UNTOUCHED] == 4
    aside = list(images.glob("annotations (until *.gkdt"))
    assert len(aside) == 1
    assert aside[0].name in person.window.message_bar.hint.text()


def test_a_backup_becomes_a_project_of_its_own(person: Person, images: Path, tmp_path: Path) -> None:
    store = person.window.store
    person.open_folder(images)
    assert store.path is not None
    make_backup(store.path)
    store.add_category(HORSE)
    person.answers.path = tmp_path / "of yesterday.gkdt"
    person.do(ActionId.BACKUPS)
    press(person, dialog_of(person, BackupsDialog), Name.BACKUPS_OPEN)
    told(person, "The project is now")
    assert store.path == tmp_path / "of yesterday.gkdt"
    assert store.categories() == ()
    assert [store.image(number).path for number in store.image_ids()] == sorted(images.glob("*.png"))


def test_a_damaged_project_offers_its_backups_and_goes_back(person: Person, images: Path) -> None:
    store = person.window.store
    person.open_folder(images)
    path = store.path
    assert path is not None
    store.add_category(HORSE)
    make_backup(path)
    store.close()
    path.write_bytes(b"\0" * 10_000)
    person.window.open_path(path)
    told(person, "its beginning is damaged")
    press(person, person.window.message_bar, Name.MESSAGE_ACTION)
    dialog = dialog_of(person, BackupsDialog)
    assert not dialog.make.isEnabled()
    press(person, dialog, Name.BACKUPS_GO_BACK)
    press(person, dialog.findChild(ConfirmDialog), Name.CONFIRM_ACCEPT)
    told(person, "The project is as it was on")
    assert [item.category.name for item in store.categories()] == ["horse"]


def test_the_backups_of_a_vanished_project_are_found_without_it(person: Person, images: Path) -> None:
    store = person.window.store
    person.open_folder(images)
    path = store.path
    assert path is not None
    make_backup(path)
    store.close()
    path.unlink()
    person.do(ActionId.BACKUPS)
    dialog = dialog_of(person, BackupsDialog)
    assert dialog.chosen_project() == path
    press(person, dialog, Name.BACKUPS_GO_BACK)
    press(person, dialog.findChild(ConfirmDialog), Name.CONFIRM_ACCEPT)
    told(person, "The project is as it was on")
    assert store.path == path
    assert len(store.image_ids()) == 4


# -- images that have moved --------------------------------------------------------------------------------


def learn_contents(person: Person) -> None:
    """Wait until the contents of all images are known."""
    store = person.window.store
    person.qtbot.waitUntil(
        lambda: all(place.digest for place in store.image_places()) and bool(store.image_ids()),
        timeout=WAIT_MS,
    )


def test_images_that_were_moved_and_renamed_are_found_in_a_folder_by_content(
    person: Person, images: Path, tmp_path: Path
) -> None:
    window, store = person.window, person.window.store
    person.open_folder(images)
    learn_contents(person)
    path, project = store.path, tmp_path / "project.gkdt"
    assert path is not None
    store.close()
    shutil.move(path, project)  # by itself, without its images
    new = tmp_path / "archive" / "2024"
    shutil.move(images, new)
    for file in new.glob("*.png"):
        file.rename(file.with_name(f"renamed {file.name}"))
    person.window.open_path(project)
    told(person, "4 of 4 image files are not where they were")
    press(person, window.message_bar, Name.MESSAGE_ACTION)
    dialog = dialog_of(person, MissingDialog)
    assert dialog.list.count() == 4
    person.answers.path = tmp_path / "archive"
    press(person, dialog, Name.MISSING_LOOK)
    person.qtbot.waitUntil(lambda: "4 by content" in dialog.status.text(), timeout=WAIT_MS)
    with person.qtbot.waitSignal(window.navigation.picture_shown, timeout=WAIT_MS):
        press(person, dialog, Name.MISSING_ACCEPT)
    told(person, "4 images were found again")
    assert {store.image(number).path.parent for number in store.image_ids()} == {new}
    store.undo_stack.undo()
    assert not store.image(store.image_ids()[0]).path.exists()


def test_a_search_that_finds_nothing_says_so_and_can_be_repeated(
    person: Person, images: Path, tmp_path: Path
) -> None:
    store = person.window.store
    person.open_folder(images)
    learn_contents(person)
    (images / "img2.png").unlink()
    other = tmp_path / "other"
    other.mkdir()
    Image.new("RGB", (5, 5)).save(other / "img2.png")
    person.do(ActionId.FIND_MISSING)
    dialog = dialog_of(person, MissingDialog)
    person.answers.path = other
    press(person, dialog, Name.MISSING_LOOK)
    person.qtbot.waitUntil(lambda: "other content" in dialog.status.text(), timeout=WAIT_MS)
    assert "1 is still missing" in dialog.status.text()
    assert not dialog.main.isEnabled()
    person.answers.path = tmp_path / "no such folder"
    press(person, dialog, Name.MISSING_LOOK)
    person.qtbot.waitUntil(lambda: "no such folder" in dialog.status.text(), timeout=WAIT_MS)
    dialog.reject()
    assert len(store.image_ids()) == 4


def test_nothing_is_missing_and_the_program_says_so(person: Person, images: Path) -> None:
    person.open_folder(images)
    person.do(ActionId.FIND_MISSING)
    told(person, "All image files are where they should be")


def test_images_that_moved_together_with_a_far_project_are_found_by_themselves(
    person: Person, tmp_path: Path
) -> None:
    store = person.window.store
    make_images(tmp_path / "disk" / "photos" / "2024", 3)
    home = tmp_path / "disk" / "a" / "b" / "c"
    home.mkdir(parents=True)
    person.open_folder(tmp_path / "disk" / "photos" / "2024")
    first = store.path
    assert first is not None
    person.answers.path = home / "far.gkdt"
    person.do(ActionId.SAVE_AS)
    told(person, "The project is now")
    person.qtbot.waitUntil(lambda: store.remembered("place") == str(home / "far.gkdt"), timeout=WAIT_MS)
    store.close()
    shutil.move(tmp_path / "disk", tmp_path / "new disk")
    person.window.open_path(tmp_path / "new disk" / "a" / "b" / "c" / "far.gkdt")
    told(person, "3 images have moved along with the project")
    assert {store.image(number).path.parent for number in store.image_ids()} == {
        tmp_path / "new disk" / "photos" / "2024"
    }


def test_the_contents_of_images_are_learnt_in_the_background(person: Person, images: Path) -> None:
    person.open_folder(images)
    learn_contents(person)
    places = person.window.store.image_places()
    assert {place.digest for place in places} == {media_digest(file) for file in images.glob("*.png")}
    assert not person.window.store.undo_stack.canUndo()


# -- disks -------------------------------------------------------------------------------------------------


def test_a_vanished_drive_is_told_and_the_work_goes_on_when_it_is_back(
    person: Person, images: Path, tmp_path: Path
) -> None:
    window, store = person.window, person.window.store
    person.open_folder(images)
    store.add_category(HORSE)
    person.go_to(2)
    image_id = window.selection.now.image_id
    images.rename(tmp_path / "unplugged")
    person.do(ActionId.ACCEPT)
    told(person, "is not there any more, so the change was not made")
    press(person, window.message_bar, Name.MESSAGE_ACTION)
    told(person, "is still not there")
    (tmp_path / "unplugged").rename(images)
    press(person, window.message_bar, Name.MESSAGE_ACTION)
    assert store.image(image_id).state is ImageState.UNTOUCHED
    assert window.selection.now.image_id == image_id
    store.set_states([image_id], ImageState.REVIEWED)
    assert store.image(image_id).state is ImageState.REVIEWED


def test_a_project_in_a_read_only_folder_offers_a_copy_to_work_on(
    person: Person, images: Path, tmp_path: Path
) -> None:
    store = person.window.store
    person.open_folder(images)
    store.add_category(HORSE)
    path = store.path
    assert path is not None
    store.close()
    with read_only(images):
        person.window.open_path(path)
        told(person, "Open for reading only.")
        assert "cannot be written" in person.window.message_bar.text.text()
        assert person.window.windowTitle().startswith(f"{images.name} (reading only)")
        person.qtbot.waitUntil(lambda: person.window.canvas.image_hw() is not None, timeout=WAIT_MS)
        accept, here = (person.window.actions_by_id[n] for n in (ActionId.ACCEPT, ActionId.PRELABEL_HERE))
        button = person.window.side_panel.prompt.here
        person.settle()
        assert not any(item.isEnabled() for item in (accept, here, button))
        assert "The project is open for reading only: “Save as” makes a copy" in button.toolTip()
        assert person.window.actions_by_id[ActionId.EXPORT_COCO].isEnabled()
        person.window.side_panel.prompt.use_names.click()
        told(person, "annotations.gkdt is open for reading only, so the change was not made")
        person.answers.path = tmp_path / "mine.gkdt"
        press(person, person.window.message_bar, Name.MESSAGE_ACTION)
        told(person, "The project is now")
        assert store.path == tmp_path / "mine.gkdt"
        assert [item.category.name for item in store.categories()] == ["horse"]
        assert all(item.isEnabled() for item in (accept, here, button))
        assert "reading only" not in button.toolTip()
        store.close()


def test_a_project_that_another_window_has_opens_for_reading_and_can_be_exported(
    person: Person, images: Path, tmp_path: Path
) -> None:
    other = AnnotationStore()
    other.open_for_folder(images)
    number = other.add_category(HORSE)
    image_ids = other.add_images(sorted(images.glob("*.png")))
    instance = Instance.empty(HORSE).with_keypoint(0, (9.0, 9.0), Visibility.VISIBLE, Origin.HUMAN)
    other.add_instance(image_ids[0], instance, number)
    person.answers.path = images
    person.do(ActionId.OPEN_IMAGES)
    told(person, "the project is open in another window")
    store = person.window.store
    assert store.is_read_only
    assert len(store.image_ids()) == 4
    target = tmp_path / "elsewhere.json"
    person.window.windows.transfer.start_export(ExportRequest(target, ExportOptions()))
    person.qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    other.close()
    assert store.path is not None
    person.window.open_path(store.path)  # now it is free
    assert not store.is_read_only


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that never answers")
def test_a_project_on_a_drive_that_does_not_answer_is_told_and_the_window_goes_on(
    person: Person, images: Path, tmp_path: Path
) -> None:
    person.open_folder(images)
    before = person.window.store.path
    stalled = tmp_path / "project.gkdt"
    os.mkfifo(stalled)
    person.window.open_path(stalled)
    told(person, "its drive or network place does not answer")
    assert person.window.store.path == before
    with open(stalled, "wb"):  # wakes up
        pass


def test_a_read_only_folder_of_images_opens_a_copy_of_the_project_in_it(
    person: Person, images: Path, tmp_path: Path
) -> None:
    store = person.window.store
    person.open_folder(images)
    store.add_category(HORSE)
    store.close()
    with read_only(images):
        person.open_folder(images)
        told(person, "a copy of the project in it was made")
        assert store.path is not None
        assert store.path.parent == tmp_path / "home" / "projects"
        assert [item.category.name for item in store.categories()] == ["horse"]
        assert len(store.image_ids()) == 4
        store.close()
