"""A detector that is registered finds objects; without one nothing is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from app.actions import ActionId
from gkdt_core.detection import Detection, new_boxes, register, registered, unregister
from gkdt_core.geometry import Box, RgbImage
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window


class BrightSpots:
    """Finds the one bright rectangle of the test pictures, by its pixels."""

    name = "bright spots"

    def detect(self, image: RgbImage, object_name: str) -> Sequence[Detection]:
        rows, columns = np.nonzero(image.max(axis=2) > 150)
        if not len(rows):
            return ()
        box = Box(float(columns.min()), float(rows.min()), columns.max() + 1.0, rows.max() + 1.0)
        return (Detection(box, 0.9), Detection(box.enlarged(1.05), 0.4))


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 2)
    someone = open_window(qtbot, tmp_path / "home")
    yield someone
    someone.close()
    unregister()


def test_without_a_detector_nothing_is_offered(person: Person, tmp_path: Path) -> None:
    assert registered() is None
    person.open_folder(tmp_path / "images")
    assert not person.window.actions_by_id[ActionId.FIND_OBJECTS].isVisible()


def test_each_object_found_becomes_an_instance_with_its_box(person: Person, tmp_path: Path) -> None:
    register(BrightSpots())
    person.open_folder(tmp_path / "images")
    window = person.window
    window.prompting.add_category(HORSE)
    person.settle()
    action = window.actions_by_id[ActionId.FIND_OBJECTS]
    assert action.isVisible()
    image_id = window.selection.now.image_id
    assert image_id is not None
    person.do(ActionId.FIND_OBJECTS)
    person.qtbot.waitUntil(lambda: len(window.store.instances(image_id)) == 1, timeout=WAIT_MS)
    (stored,) = window.store.instances(image_id)
    assert stored.instance.box == Box(100, 45, 130, 65)
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=WAIT_MS)
    person.do(ActionId.FIND_OBJECTS)  # it is known by now
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=WAIT_MS)
    assert len(window.store.instances(image_id)) == 1
    person.do(ActionId.UNDO)
    assert window.store.instances(image_id) == ()


def test_overlapping_and_empty_boxes_are_left_out() -> None:
    found = [
        Detection(Box(0, 0, 10, 10), 0.5),
        Detection(Box(1, 0, 11, 10), 0.9),
        Detection(Box(50, 50, 60, 60), 0.3),
        Detection(Box(200, 0, 210, 10), 0.9),
    ]
    assert new_boxes(found, [Box(49, 50, 60, 60)], (100, 100)) == [Box(1, 0, 11, 10)]
