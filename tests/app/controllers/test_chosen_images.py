"""Several images chosen in the list: accepted, rejected, taken back into work, removed, found on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton

from app.actions import ActionId
from app.object_names import Name
from gkdt_core.domain import ImageState
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 6)
    person = open_window(qtbot, tmp_path / "home")
    person.open_folder(tmp_path / "images")
    person.qtbot.waitUntil(lambda: len(person.window.media.ids) == 6)
    yield person
    person.close()


def choose(person: Person, *rows: int) -> list[int]:
    """Select rows of the list, the first of them as the current one; returns their images."""
    view, media = person.window.media_panel.view, person.window.media
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(media.index(rows[0]), flags.ClearAndSelect)
    for row in rows[1:]:
        view.selectionModel().select(media.index(row), flags.Select)
    person.settle()
    return [media.ids[row] for row in rows]


def states(person: Person) -> list[ImageState]:
    store = person.window.store
    return [store.image(number).state for number in store.image_ids()]


@pytest.mark.parametrize(
    ("action_id", "state", "words"),
    [
        (ActionId.ACCEPT, ImageState.REVIEWED, "Accept 3 images"),
        (ActionId.REJECT, ImageState.REJECTED, "Reject 3 images"),
        (ActionId.REOPEN, ImageState.IN_WORK, "Take 3 images back into work"),
    ],
)
def test_what_is_done_to_several_chosen_images_is_one_step(
    person: Person, action_id: ActionId, state: ImageState, words: str
) -> None:
    window = person.window
    choose(person, 1, 2, 4)
    action = window.actions_by_id[action_id]
    assert action.text().replace("&", "") == words
    steps = window.store.undo_stack.count()
    person.do(action_id)
    changed, left = [state] * 3, ImageState.UNTOUCHED
    assert states(person) == [left, changed[0], changed[0], left, changed[0], left]
    assert window.store.undo_stack.count() == steps + 1
    assert window.message_bar.text.text().startswith("3 images are")
    window.store.undo_stack.undo()
    assert states(person) == [left] * 6


def test_enter_on_images_that_are_all_accepted_goes_on_as_it_does_from_a_single_one(person: Person) -> None:
    window = person.window
    choose(person, 1, 2)
    person.do(ActionId.ACCEPT)
    assert window.selection.now.image_id == window.media.ids[1]
    person.do(ActionId.ACCEPT)
    assert window.selection.now.image_id == window.media.ids[2]
    person.settle()
    assert window.actions_by_id[ActionId.ACCEPT].text().replace("&", "") == "Accept the image"


def test_chosen_images_leave_the_project_in_one_step_and_their_files_stay(
    person: Person, tmp_path: Path
) -> None:
    window = person.window
    gone = choose(person, 2, 3)
    after = window.media.ids[4]
    person.do(ActionId.REMOVE_IMAGES)
    assert not set(gone) & set(window.media.ids)
    assert window.selection.now.image_id == after
    assert sorted(path.name for path in (tmp_path / "images").glob("*.png")) == [
        f"img{number}.png" for number in range(1, 7)
    ]
    window.store.undo_stack.undo()
    assert set(gone) <= set(window.media.ids)
    window.store.undo_stack.redo()
    assert not set(gone) & set(window.media.ids)


def test_the_last_image_of_the_list_leaves_to_the_one_before_and_the_very_last_to_none(
    person: Person,
) -> None:
    window = person.window
    choose(person, 5)
    person.do(ActionId.REMOVE_IMAGES)
    assert window.selection.now.image_id == window.media.ids[4]
    choose(person, 0, 1, 2, 3, 4)
    person.do(ActionId.REMOVE_IMAGES)
    assert window.selection.now.image_id is None
    assert window.store.image_count() == 0
    person.settle()
    window.store.undo_stack.undo()
    assert window.selection.now.image_id == window.media.ids[0]


def test_an_image_that_a_redo_takes_away_under_ones_eyes_gives_way_to_its_neighbour(person: Person) -> None:
    window = person.window
    (gone,) = choose(person, 2)
    neighbour = window.media.ids[3]
    person.do(ActionId.REMOVE_IMAGES)
    window.store.undo_stack.undo()
    window.navigation.show(gone)
    person.settle()
    window.store.undo_stack.redo()
    assert window.selection.now.image_id == neighbour


def test_labelled_images_are_removed_only_after_a_question(person: Person) -> None:
    window = person.window
    window.prompting.add_category(HORSE)
    person.settle()
    person.click((100.0, 80.0))
    labelled = window.selection.now.image_id
    assert labelled is not None
    person.do(ActionId.REMOVE_IMAGES)
    assert window.store.has_image(labelled)
    button = window.findChild(QPushButton, Name.CONFIRM_ACCEPT)
    assert button.text() == "Remove 1 image"
    button.click()
    assert not window.store.has_image(labelled)
    window.store.undo_stack.undo()
    assert window.store.instances(labelled)[0].instance.labeled.any()


def test_removed_images_stay_out_when_their_folder_is_opened_again_until_somebody_wants_them(
    person: Person, tmp_path: Path
) -> None:
    window = person.window
    choose(person, 0, 1)
    person.do(ActionId.REMOVE_IMAGES)
    person.do(ActionId.CLOSE_PROJECT)
    person.open_folder(tmp_path / "images")
    text = "2 images of this folder were removed from the project and stay out."
    person.qtbot.waitUntil(lambda: window.message_bar.text.text() == text, timeout=WAIT_MS)
    assert window.store.image_count() == 4
    window.findChild(QPushButton, Name.MESSAGE_ACTION).click()
    assert window.store.image_count() == 6
    person.do(ActionId.CLOSE_PROJECT)
    person.open_folder(tmp_path / "images")
    person.qtbot.waitUntil(lambda: window.store.is_open and window.store.image_count() == 6)
    assert window.store.removed_paths() == frozenset()


def test_a_removed_image_that_is_opened_by_its_name_is_back(person: Person, tmp_path: Path) -> None:
    window = person.window
    choose(person, 3, 4)
    person.do(ActionId.REMOVE_IMAGES)
    person.do(ActionId.CLOSE_PROJECT)
    window.open_path(tmp_path / "images" / "img4.png")
    person.qtbot.waitUntil(lambda: window.canvas.image_hw() is not None, timeout=WAIT_MS)
    assert [window.store.image(number).path.name for number in window.store.image_ids()] == [
        "img1.png",
        "img2.png",
        "img3.png",
        "img4.png",
        "img6.png",
    ]


def test_a_file_that_is_no_picture_can_be_removed_from_where_it_is_told(qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 2)
    (tmp_path / "images" / "img0.png").write_bytes(b"no picture at all")
    person = open_window(qtbot, tmp_path / "home")
    window = person.window
    window.open_path(tmp_path / "images")
    button = window.findChild(QPushButton, Name.MESSAGE_ACTION)
    qtbot.waitUntil(lambda: button.isVisible() and button.text() == "Remove it", timeout=WAIT_MS)
    assert "remove it from the project" in window.message_bar.hint.text()
    button.click()
    assert [window.store.image(number).name for number in window.store.image_ids()] == [
        "img1.png",
        "img2.png",
    ]
    assert (tmp_path / "images" / "img0.png").is_file()
    person.close()


def test_the_menu_of_the_list_offers_what_is_done_with_an_image(person: Person) -> None:
    window = person.window
    choose(person, 1, 2)
    batch = window.actions_by_id[ActionId.PRELABEL_ALL]
    window.prompting.add_category(HORSE)
    person.qtbot.waitUntil(lambda: "2 selected" in batch.text())  # the images are counted in a moment
    menu = window.chosen.make_menu()
    texts = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "Open the image",
        "Accept 2 images",
        "Reject 2 images",
        "Take 2 images back into work",
        "Pre-label 2 selected images",
        "Use this image as a prompt",
        "Show in the folder",
        "Copy 2 paths",
        "Remove 2 images from the project",
    ]
    menu.deleteLater()
    person.do(ActionId.OPEN_IMAGE)
    assert window.media_panel.view.selectionModel().selectedIndexes() == [window.media.index(1)]


def test_the_menu_opens_on_an_image_and_on_no_empty_place_of_the_list(person: Person) -> None:
    window = person.window
    panel = window.media_panel
    panel.menu_wanted.disconnect()  # a menu on screen would wait for an answer
    wanted: list[QPoint] = []
    panel.menu_wanted.connect(wanted.append)
    area = panel.view.viewport()
    place = panel.view.visualRect(window.media.index(2)).center()
    panel.view.customContextMenuRequested.emit(place)
    assert wanted == [area.mapToGlobal(place)]
    QCursor.setPos(area.mapToGlobal(area.rect().center()))
    panel.view.customContextMenuRequested.emit(area.rect().bottomLeft())
    assert len(wanted) == 1


def test_paths_go_into_the_clipboard_one_a_line(person: Person, tmp_path: Path) -> None:
    choose(person, 0, 2)
    person.do(ActionId.COPY_PATH)
    folder = tmp_path / "images"
    assert QGuiApplication.clipboard().text() == f"{folder / 'img1.png'}\n{folder / 'img3.png'}"


class FileProgram(QObject):
    """Stands for the system's program for files."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def test_the_folder_of_the_image_is_shown_by_the_program_for_files(person: Person, tmp_path: Path) -> None:
    program = FileProgram()
    QDesktopServices.setUrlHandler("file", program, "show")
    try:
        person.do(ActionId.SHOW_IN_FOLDER)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert program.shown == [str(tmp_path / "images")]


def test_the_key_that_removes_images_works_in_the_list_and_on_the_picture_only(person: Person) -> None:
    window = person.window
    window.media_panel.search.setFocus()
    person.qtbot.keyClick(window.media_panel.search, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert window.store.image_count() == 6
    person.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert window.store.image_count() == 5
