"""Points of the model follow the prompt while a person clicks it, also beside the prompt in one image."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.actions import ActionId
from gkdt_core.domain import ImageState, Instance, Origin
from gkdt_core.geometry import Box
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model


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


def test_another_object_follows_each_click_on_the_prompt_beside_it(person: Person) -> None:
    window, store = person.window, person.window.store
    (category,) = store.categories()
    image_id = window.selection.now.image_id
    assert image_id is not None
    person.click((60.0, 50.0))
    (prompt,) = store.instances(image_id)
    store.set_support(prompt.id, True)
    said = np.full(3, 0.5)
    points = np.array([(200.0, 100.0), (220.0, 100.0), (210.0, 130.0)])
    beside = Instance(
        HORSE, points, np.full(3, 2), said, said, np.full(3, Origin.MODEL), Box(180.0, 80.0, 240.0, 150.0)
    )
    other = store.add_instance(image_id, beside, category.id)
    window.selection.set_instance(prompt.id, 1)
    person.settle()
    before = store.undo_stack.index()
    person.click((120.0, 52.0))
    person.qtbot.waitUntil(
        lambda: not np.array_equal(store.instance(other).instance.keypoints, points), timeout=WAIT_MS
    )
    assert store.undo_stack.index() == before + 1
    assert store.image(image_id).state is ImageState.IN_WORK
    assert store.instance(prompt.id).instance.origins.tolist() == [1, 1, 0]
    person.do(ActionId.UNDO)
    assert np.array_equal(store.instance(other).instance.keypoints, points)
    assert store.instance(prompt.id).instance.origins.tolist() == [1, 0, 0]


def test_a_point_of_a_person_beside_the_prompt_stays(person: Person) -> None:
    window, store = person.window, person.window.store
    (category,) = store.categories()
    image_id = window.selection.now.image_id
    assert image_id is not None
    person.click((60.0, 50.0))
    (prompt,) = store.instances(image_id)
    store.set_support(prompt.id, True)
    points = np.array([(200.0, 100.0), (220.0, 100.0), (210.0, 130.0)])
    said, origins = np.full(3, np.nan), np.array([Origin.HUMAN, Origin.MODEL, Origin.MODEL])
    beside = Instance(HORSE, points, np.full(3, 2), said, said, origins, Box(180.0, 80.0, 240.0, 150.0))
    other = store.add_instance(image_id, beside, category.id)
    window.selection.set_instance(prompt.id, 1)
    person.settle()
    person.click((120.0, 52.0))
    person.qtbot.waitUntil(
        lambda: not np.array_equal(store.instance(other).instance.keypoints, points), timeout=WAIT_MS
    )
    assert store.instance(other).instance.keypoints[0].tolist() == [200.0, 100.0]


def test_synonyms_are_given_to_the_model_as_several_words(person: Person) -> None:
    window, store = person.window, person.window.store
    image_id = window.selection.now.image_id
    assert image_id is not None
    places = []
    for text in ("muzzle", "snout", "muzzle; snout"):
        window.prompting.set_text(2, text)
        person.do(ActionId.PRELABEL_HERE)
        person.qtbot.waitUntil(lambda: not window.session.engine.jobs.is_busy, timeout=WAIT_MS)
        person.settle()
        (stored,) = store.instances(image_id)
        places.append(float(stored.instance.peaks[2]))
    assert len(set(places)) == 3


def test_what_the_model_placed_beside_clicks_is_no_part_of_the_prompt_until_it_is_accepted(
    person: Person,
) -> None:
    window, store = person.window, person.window.store
    image_id = window.selection.now.image_id
    assert image_id is not None
    person.click((60.0, 50.0))
    (prompt,) = store.instances(image_id)
    store.set_support(prompt.id, True)
    person.do(ActionId.PRELABEL_HERE)
    person.qtbot.waitUntil(lambda: store.instance(prompt.id).instance.labeled.all(), timeout=WAIT_MS)
    assert store.instance(prompt.id).instance.origins.tolist() == [1, 2, 2]
    (shown,) = window.prompting.spec(store.categories()[0]).supports
    assert [point is not None for point in shown.keypoints] == [True, False, False]
    store.set_states([image_id], ImageState.REVIEWED)
    (shown,) = window.prompting.spec(store.categories()[0]).supports
    assert all(point is not None for point in shown.keypoints)
