"""R and Ctrl+R before the model is there: they wait in line, begin by themselves, and can be cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.actions import ActionId
from app.object_names import Name
from gkdt_core.domain import ImageState
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model

COUNT = 4


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """A window as it is in its first moments: the model has not even been asked for."""
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "images", COUNT)
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    someone.settle()
    yield someone
    someone.close()


def load(person: Person, model: Path) -> None:
    with person.qtbot.waitSignal(person.window.session.engine.engine_ready, timeout=4 * WAIT_MS):
        person.window.load_model(str(model))


def predicted(person: Person) -> list[int]:
    store = person.window.store
    ids = store.image_ids()
    return [row for row, id_ in enumerate(ids) if store.image(id_).state is ImageState.PREDICTED]


def told(person: Person) -> str:
    return person.window.findChild(QLabel, Name.MESSAGE_TEXT).text()


def wait_until_predicted(person: Person, rows: list[int]) -> None:
    person.qtbot.waitUntil(lambda: predicted(person) == rows, timeout=WAIT_MS)


def test_r_waits_for_the_model_on_each_image_where_it_was_pressed(person: Person, model: Path) -> None:
    person.press(Qt.Key.Key_R)
    assert told(person) == "The model is still being loaded: img1.png waits for it."
    person.go_to(3)
    person.press(Qt.Key.Key_R)
    person.go_to(4)
    load(person, model)
    wait_until_predicted(person, [0, 2])
    assert told(person) == "The model is there: pre-labelling begins."
    assert not person.window.session.engine.jobs.is_busy


def test_ctrl_r_waits_for_the_model_and_takes_what_is_still_to_do_then(person: Person, model: Path) -> None:
    batch = person.window.actions_by_id[ActionId.PRELABEL_ALL]
    person.qtbot.waitUntil(batch.isEnabled, timeout=WAIT_MS)
    person.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert told(person) == f"The model is still being loaded: {COUNT} images wait for it."
    assert person.window.side_panel.prompt.batch_line.full_text == "Waits for the model…"
    person.press(Qt.Key.Key_Return)  # the first image is accepted meanwhile
    load(person, model)
    wait_until_predicted(person, [1, 2, 3])


@pytest.mark.parametrize("name", [Name.MESSAGE_ACTION, Name.BATCH_DISCARD])
def test_what_waits_for_the_model_can_be_cancelled(person: Person, model: Path, name: Name) -> None:
    person.do(ActionId.PRELABEL_ALL)
    button = person.window.findChild(QPushButton, Name.MESSAGE_ACTION)
    assert (button.isVisible(), button.text()) == (True, "Cancel")
    (button if name is Name.MESSAGE_ACTION else person.window.side_panel.prompt.discard).click()
    assert not person.window.batches.waits
    load(person, model)
    person.settle()
    assert not person.window.batches.is_running
    assert predicted(person) == []


def test_a_paused_batch_that_goes_on_before_the_model_is_there_waits_too(
    person: Person, qtbot, tmp_path: Path, model: Path
) -> None:
    load(person, model)
    person.pause_a_batch()
    path = person.window.store.path
    assert path is not None
    assert len(predicted(person)) < COUNT
    person.close()
    other = open_window(qtbot, tmp_path / "home")
    other.window.open_path(path)
    other.settle()
    other.window.findChild(QPushButton, Name.MESSAGE_ACTION).click()
    assert other.window.batches.waits
    load(other, model)
    wait_until_predicted(other, list(range(COUNT)))
    qtbot.waitUntil(lambda: not other.window.batches.is_running, timeout=WAIT_MS)
    other.close()


def test_after_a_model_that_cannot_be_loaded_nothing_waits(
    person: Person, tmp_path: Path, model: Path
) -> None:
    person.do(ActionId.PRELABEL_ALL)
    with person.qtbot.waitSignal(person.window.session.engine.engine_failed, timeout=WAIT_MS):
        person.window.load_model(str(tmp_path / "no model"))
    assert "no model" in told(person)
    assert not person.window.batches.waits
    load(person, model)
    person.settle()
    assert predicted(person) == []


def test_the_sample_has_its_first_points_as_soon_as_the_model_is_there(person: Person, model: Path) -> None:
    person.do(ActionId.OPEN_SAMPLE)
    store = person.window.store
    assert store.path is not None
    assert store.path.stem == "sample"
    assert predicted(person) == []
    load(person, model)
    wait_until_predicted(person, [0])
    person.do(ActionId.UNDO)
    assert predicted(person) == []


def test_a_sample_that_somebody_has_worked_on_is_left_alone(person: Person, model: Path) -> None:
    load(person, model)
    person.do(ActionId.OPEN_SAMPLE)
    wait_until_predicted(person, [0])
    store = person.window.store
    store.set_states(store.image_ids()[:1], ImageState.REJECTED)
    person.do(ActionId.CLOSE_PROJECT)
    person.do(ActionId.OPEN_SAMPLE)
    person.qtbot.wait(200)
    assert store.image(store.image_ids()[0]).state is ImageState.REJECTED
    assert not store.undo_stack.canUndo()
