"""While a person clicks an instance, the model's answer for the rest is shown, and nothing of it written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.actions import ActionId
from app.controllers.live_answer import previewed
from app.dialogs.settings_dialog import SettingsDialog
from app.engine_service import PredictedPoints, PredictionRequest, Query
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model

NAN = float("nan")


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    model = write_tiny_model(tmp_path / "model")
    make_images(tmp_path / "images", 2)
    someone = open_window(qtbot, tmp_path / "home")
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    with qtbot.waitSignal(someone.window.session.engine.engine_ready, timeout=4 * WAIT_MS):
        someone.window.load_model(str(model))
    yield someone
    someone.close()


def the_instance(person: Person) -> Instance:
    image_id = person.window.selection.now.image_id
    assert image_id is not None
    (stored,) = person.window.store.instances(image_id)
    return stored.instance


def faint(person: Person) -> list[int]:
    """Which keypoints are shown faintly."""
    ghost = person.window.canvas.ghost()
    return [] if ghost is None else np.flatnonzero(ghost[1]).tolist()


def wait_for(person: Person, keypoints: list[int]) -> None:
    person.qtbot.waitUntil(lambda: faint(person) == keypoints, timeout=WAIT_MS)


def test_the_open_keypoints_follow_each_click_and_nothing_of_them_is_written(person: Person) -> None:
    store = person.window.store
    assert faint(person) == []
    person.click((60.0, 50.0))
    wait_for(person, [1, 2])
    assert "R places the faint points" in person.window.status_line.position.text()
    assert the_instance(person).labeled.tolist() == [True, False, False]
    steps = store.undo_stack.index()
    person.click((120.0, 52.0))
    wait_for(person, [2])
    assert store.undo_stack.index() == steps + 1
    assert the_instance(person).origins.tolist() == [Origin.HUMAN, Origin.HUMAN, Origin.NONE]
    person.do(ActionId.UNDO)
    wait_for(person, [1, 2])
    assert the_instance(person).origins.tolist() == [Origin.HUMAN, Origin.NONE, Origin.NONE]


def test_r_places_what_was_shown(person: Person) -> None:
    person.click((60.0, 50.0))
    wait_for(person, [1, 2])
    ghost = person.window.canvas.ghost()
    assert ghost is not None
    shown = ghost[0].keypoints.copy()
    person.press(Qt.Key.Key_R)
    wait_for(person, [])
    after = the_instance(person)
    assert after.origins.tolist() == [Origin.HUMAN, Origin.MODEL, Origin.MODEL]
    assert np.allclose(after.keypoints, shown)


def test_accepting_the_image_accepts_nothing_that_was_only_shown(person: Person) -> None:
    person.click((60.0, 50.0))
    wait_for(person, [1, 2])
    image_id = person.window.selection.now.image_id
    assert image_id is not None
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert faint(person) == []
    store = person.window.store
    assert store.image(image_id).state is ImageState.REVIEWED
    (stored,) = store.instances(image_id)
    assert stored.instance.labeled.tolist() == [True, False, False]


def test_another_image_shows_nothing_of_the_last_one(person: Person) -> None:
    person.click((60.0, 50.0))
    wait_for(person, [1, 2])
    person.go_to(2)
    assert faint(person) == []
    person.qtbot.wait(100)
    assert faint(person) == []


def test_a_keypoint_that_cannot_be_seen_is_not_shown(person: Person) -> None:
    person.click((60.0, 50.0))
    wait_for(person, [1, 2])
    person.click((120.0, 52.0), Qt.MouseButton.RightButton)
    wait_for(person, [2])


def test_an_answer_that_is_out_of_date_is_dropped(person: Person) -> None:
    store, engine = person.window.store, person.window.session.engine
    (category,) = store.categories()
    paths = [store.image(image_id).path for image_id in store.image_ids()]
    answers: list[PredictedPoints] = []
    engine.live_ready.connect(answers.append)
    for number, path in enumerate(paths):
        spec = person.window.prompting.spec(category)
        engine.request_live(PredictionRequest(Query(number, None, path), spec, category.id))
    person.qtbot.waitUntil(lambda: len(answers) > 0, timeout=WAIT_MS)
    person.qtbot.wait(100)
    assert [answer.query.path for answer in answers] == paths[-1:]
    assert faint(person) == []


def test_it_can_be_switched_off_and_on_again_in_the_settings(person: Person) -> None:
    person.click((60.0, 50.0))
    wait_for(person, [1, 2])
    person.do(ActionId.SETTINGS)
    dialog = person.window.findChild(SettingsDialog)
    dialog.live.click()
    wait_for(person, [])
    person.settle()
    dialog.live.click()
    wait_for(person, [1, 2])
    dialog.reject()


def test_points_of_the_model_are_shown_again_only_where_they_would_go_elsewhere() -> None:
    placed = np.array([(10.0, 10.0), (50.0, 50.0), (90.0, 90.0), (NAN, NAN)])
    category = Category("four", ("a", "b", "c", "d"))
    instance = Instance(
        category,
        placed,
        np.array([2, 2, 2, Visibility.UNLABELED]),
        np.full(4, NAN),
        np.full(4, NAN),
        np.array([Origin.HUMAN, Origin.MODEL, Origin.MODEL, Origin.NONE]),
    )
    answer = np.array([(0.0, 0.0), (51.0, 50.0), (95.0, 90.0), (NAN, NAN)])
    assert previewed(instance, answer, 100.0).tolist() == [False, False, True, False]
    answer[3] = (5.0, 5.0)
    assert previewed(instance, answer, 100.0).tolist() == [False, False, True, True]
