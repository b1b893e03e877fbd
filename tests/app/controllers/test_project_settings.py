"""The settings of a project take hold when it opens, in the real window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.actions import ActionId
from app.canvas.adjust import Adjustment
from app.dialogs.export_dialog import ExportDialog, free_name
from app.object_names import Name
from app.project.project_settings import ModelReference
from app.project.store import AnnotationStore
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.formats.registry import COCO
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    yield someone
    someone.close()


@pytest.fixture
def projects(person: Person, tmp_path: Path) -> tuple[Path, Path]:
    """Two projects; the first one is open."""
    paths = []
    for name in ("b", "a"):
        make_images(tmp_path / name, 4)
        person.open_folder(tmp_path / name)
        folder = tmp_path / name
        person.qtbot.waitUntil(
            lambda folder=folder: (
                person.window.store.path is not None and person.window.store.path.parent == folder
            ),
            timeout=WAIT_MS,
        )
        person.window.store.add_category(HORSE)
        person.window.store.add_category(type(HORSE)("hand", ("thumb", "wrist")))
        assert person.window.store.path is not None
        paths.append(person.window.store.path)
    return paths[1], paths[0]


def open_project(person: Person, path: Path) -> None:
    person.window.open_path(path)
    person.qtbot.waitUntil(lambda: person.window.canvas.image_hw() is not None, timeout=WAIT_MS)
    person.settle()


def model_in_use(person: Person, model: str) -> None:
    models = person.window.windows.models
    person.qtbot.waitUntil(lambda: models.in_use() == model, timeout=WAIT_MS)


def test_each_project_has_its_own_view_image_and_category(
    person: Person, projects: tuple[Path, Path]
) -> None:
    window, (first, second) = person.window, projects
    hand = window.store.categories()[1].id
    window.selection.set_category(hand)
    person.go_to(3)
    image_id = window.selection.now.image_id
    assert image_id is not None
    window.store.set_states([image_id], ImageState.REVIEWED)
    film = Adjustment(brightness=0.1, invert=True, window=(10.0, 900.0))
    window.adjusting.set(film)
    open_project(person, second)
    assert window.adjusting.now == Adjustment()
    assert window.selection.now.category_id != hand or window.selection.now.image_id != image_id
    open_project(person, first)
    assert window.adjusting.now == film
    assert window.selection.now.image_id == image_id
    assert window.selection.now.category_id == hand
    assert window.actions_by_id[ActionId.INVERT].isChecked()
    window.adjusting.reset()
    open_project(person, second)
    open_project(person, first)
    assert window.adjusting.now == Adjustment()


def test_a_project_takes_up_its_own_model_and_the_next_one_that_of_the_person(
    person: Person, projects: tuple[Path, Path], tmp_path: Path
) -> None:
    window, (first, second) = person.window, projects
    mine, other = str(tmp_path / "mine"), str(tmp_path / "other")
    for model in (mine, other):
        write_tiny_model(Path(model))
    window.session.settings.model = mine
    window.load_model()
    model_in_use(person, mine)
    window.windows.models.use(other)
    model_in_use(person, other)
    assert window.store.settings.model == ModelReference(other)
    window.session.settings.model = mine
    open_project(person, second)
    model_in_use(person, mine)
    open_project(person, first)
    model_in_use(person, other)


def test_a_model_named_for_this_run_stays_whatever_project_is_opened(
    person: Person, projects: tuple[Path, Path], tmp_path: Path
) -> None:
    window, (first, second) = person.window, projects
    for name in ("run", "other"):
        write_tiny_model(tmp_path / name)
    window.store.settings.model = ModelReference(str(tmp_path / "other"))
    open_project(person, second)
    window.load_model(str(tmp_path / "run"))
    model_in_use(person, str(tmp_path / "run"))
    open_project(person, first)
    assert window.windows.models._loading == str(tmp_path / "run")


def test_a_colleagues_project_whose_model_is_not_here_says_so_and_uses_the_bundled_one(
    person: Person, projects: tuple[Path, Path], tmp_path: Path
) -> None:
    window, (first, second) = person.window, projects
    write_tiny_model(tmp_path / "mine")
    window.session.settings.model = str(tmp_path / "mine")
    window.load_model()
    model_in_use(person, str(tmp_path / "mine"))
    window.store.settings.model = ModelReference("C:\\Users\\ana\\flies v2")
    open_project(person, second)
    open_project(person, first)
    bar = window.message_bar
    assert "The model “flies v2” that this project works with is not on this computer." in bar.text.text()
    assert "The bundled model is used instead" in bar.hint.text()
    assert window.windows.models._loading == "bundled"
    assert window.store.settings.model == ModelReference("C:\\Users\\ana\\flies v2")
    button = bar.findChild(QPushButton, Name.MESSAGE_ACTION)
    assert button is not None
    assert button.text() == "Models…"
    # its owner sends the model too
    shutil.copytree(tmp_path / "mine", first.parent / "flies v2")
    open_project(person, second)
    open_project(person, first)
    model_in_use(person, str(first.parent / "flies v2"))


def test_the_export_goes_on_as_it_was_done_last_in_this_project(
    person: Person, projects: tuple[Path, Path], tmp_path: Path
) -> None:
    window, second = person.window, projects[1]
    instance = Instance.empty(HORSE).with_keypoint(0, (9.0, 9.0), Visibility.VISIBLE, Origin.HUMAN)
    window.store.add_instance(window.store.image_ids()[0], instance)

    def dialog() -> ExportDialog:
        person.do(ActionId.EXPORT_COCO)
        found = [one for one in window.findChildren(ExportDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    (tmp_path / "exports").mkdir()
    shown = dialog()
    shown.choose_format("yolo")
    shown.path.setText(str(tmp_path / "exports" / "set"))
    shown.pictures.setChecked(False)
    person.qtbot.waitUntil(shown.main.isEnabled, timeout=WAIT_MS)
    person.qtbot.mouseClick(shown.main, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil((tmp_path / "exports" / "set").is_dir, timeout=WAIT_MS)
    shown = dialog()
    assert shown.chosen_format().id == "yolo"
    assert shown.path.text() == str(tmp_path / "exports" / "set 2")
    assert not shown.pictures.isChecked()
    shown.reject()
    open_project(person, second)
    shown = dialog()
    assert shown.chosen_format() is COCO
    assert shown.path.text() == str(second.with_suffix(".json"))
    shown.reject()


def test_a_free_name_has_the_next_number(tmp_path: Path) -> None:
    assert free_name(tmp_path / "set") == tmp_path / "set"
    (tmp_path / "set").mkdir()
    (tmp_path / "set 2").mkdir()
    assert free_name(tmp_path / "set") == tmp_path / "set 3"


def killed_copy(path: Path, home: Path) -> tuple[Path, Path]:
    """Project and settings as a program that is killed now would leave them."""
    there = path.parent.with_name(f"{path.parent.name} killed")
    shutil.copytree(path.parent, there)
    after = home.with_name("home killed")
    after.mkdir()
    shutil.copy(home / "settings.ini", after / "settings.ini")
    text = (after / "settings.ini").read_text().replace(str(path), str(there / path.name))
    (after / "settings.ini").write_text(text)
    return there / path.name, after


@pytest.mark.parametrize("edits", [False, True])
def test_a_killed_program_goes_on_at_the_image_that_was_looked_at(
    person: Person, projects: tuple[Path, Path], tmp_path: Path, edits: bool, qtbot: QtBot
) -> None:
    window, (first, second) = person.window, projects
    for path in (second, first, second, first):
        open_project(person, path)
        # the sizes of the images are learnt once, which does change the file
        qtbot.waitUntil(lambda: not window.store.ids_without_size(), timeout=WAIT_MS)
    before = first.read_bytes()
    ids = window.store.image_ids()
    settings = window.session.settings
    person.go_to(3)  # and only then an edit, as when a batch answers
    if edits:
        window.store.set_states([ids[0]], ImageState.REVIEWED)
        waits = window.store.settings._place_timer
        assert waits.isActive()
        qtbot.waitUntil(lambda: not window.store.settings._unwritten, timeout=WAIT_MS)
    else:
        qtbot.waitUntil(lambda: str(first) in settings.places, timeout=WAIT_MS)
        settings.flush()
        assert first.read_bytes() == before  # whoever only looks does not change the project
    copy, home = killed_copy(first, tmp_path / "home")
    other = open_window(qtbot, home)
    open_project(other, copy)
    assert other.window.selection.now.image_id == ids[2]
    other.close()


def test_where_somebody_looked_last_does_not_count_when_a_colleague_has_worked_on_elsewhere_since(
    person: Person, projects: tuple[Path, Path], tmp_path: Path
) -> None:
    window, (first, second) = person.window, projects
    open_project(person, second)
    open_project(person, first)
    person.go_to(3)
    open_project(person, second)
    ids = window.store.image_ids()
    elsewhere = AnnotationStore()
    elsewhere.open(first)
    elsewhere.set_states([ids[0]], ImageState.REVIEWED)
    elsewhere.settings.image = ids[1]
    elsewhere.close()
    open_project(person, first)
    assert window.selection.now.image_id == ids[1]
