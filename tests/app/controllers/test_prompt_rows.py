"""What the prompt panel and the table say of a prompt image is what the model is shown of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from app.actions import ActionId
from app.panels.keypoint_table import Column
from app.project.places import Found, How
from app.project.records import PredictedInstance
from gkdt_core.domain import Instance, Origin, Visibility
from tests.app.window import HORSE, Person, make_images, open_window

PREDICTED = Instance(
    HORSE,
    np.array([[40.0, 60.0], [80.0, 60.0], [120.0, 90.0]]),
    np.full(3, Visibility.VISIBLE, np.int8),
    np.full(3, 0.7),
    np.full(3, 0.7),
    np.full(3, Origin.MODEL, np.int8),
)


@pytest.fixture
def person(qtbot, tmp_path: Path) -> Iterator[Person]:
    make_images(tmp_path / "images", 2)
    someone = open_window(qtbot, tmp_path)
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    someone.settle()
    yield someone
    someone.close()


def points_told(person: Person) -> list[str]:
    rows = person.window.side_panel.prompt.findChildren(QLabel)
    return [row.toolTip() for row in rows if row.toolTip().endswith("pts")]


def marks_told(person: Person) -> list[str]:
    model = person.window.side_panel.model
    return [model.index(row, Column.MARKS).data() for row in range(3)]


def test_a_half_corrected_prediction_counts_with_a_persons_points_until_it_is_accepted(person):
    window = person.window
    image_id = window.selection.now.image_id
    window.store.apply_predictions(
        [PredictedInstance(image_id, window.selection.now.category_id, None, PREDICTED)]
    )
    person.settle()
    person.drag((40.0, 60.0), (50.0, 70.0))
    person.do(ActionId.USE_AS_PROMPT)
    person.settle()
    assert points_told(person) == ["img1.png · 1 pts"]
    assert marks_told(person) == ["1", "", ""]
    assert window.message_bar.text.text() == (
        "The 1 point that a person placed is in the prompt, not the model's own."
    )
    assert "all 3 count" in window.message_bar.hint.text()
    person.do(ActionId.ACCEPT)
    person.settle()
    assert points_told(person) == ["img1.png · 3 pts"]
    assert marks_told(person) == ["1", "1", "1"]


def test_the_row_of_a_prompt_image_follows_every_click_on_it(person):
    person.click((40.0, 60.0))
    person.do(ActionId.USE_AS_PROMPT)
    person.settle()
    assert points_told(person) == ["img1.png · 1 pts"]
    person.click((80.0, 60.0))
    person.settle()
    assert points_told(person) == ["img1.png · 2 pts"]
    person.do(ActionId.UNDO)
    person.settle()
    assert points_told(person) == ["img1.png · 1 pts"]


def test_the_picture_of_a_prompt_image_comes_back_where_its_file_is_found_again(person, tmp_path: Path):
    window = person.window
    store, prompt = window.store, window.side_panel.prompt
    window.left_panel.hide()  # the list asks for pictures too
    (image_id,) = store.add_images(make_images(tmp_path / "more", 1))
    (tmp_path / "more").rename(tmp_path / "moved")
    instance = Instance.empty(HORSE).moved(0, (10.0, 10.0))
    store.set_support(store.add_instance(image_id, instance, window.selection.now.category_id), True)
    person.qtbot.waitUntil(lambda: image_id in window.thumbnails._kept)  # looked for, not found
    assert prompt._rows[image_id].picture.pixmap().isNull()
    store.move_images([Found(image_id, tmp_path / "moved" / "img1.png", How.CONTENT)])
    person.qtbot.waitUntil(lambda: not prompt._rows[image_id].picture.pixmap().isNull())
