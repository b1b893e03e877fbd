from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLineEdit

from app.actions import ActionId
from app.dialogs.category_dialog import CategoryDialog
from app.dialogs.small import ConfirmDialog
from gkdt_core.domain import Category, Origin
from tests.app.window import HORSE, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path) -> Person:
    make_images(tmp_path / "images", 2)
    person = open_window(qtbot, tmp_path)
    person.open_folder(tmp_path / "images")
    return person


def test_points_clicked_in_the_editor_become_the_first_instance_in_one_step(person: Person) -> None:
    person.do(ActionId.NEW_CATEGORY)
    dialog = person.window.findChild(CategoryDialog)
    assert dialog is not None
    dialog.name.setText("rod")
    person.qtbot.mouseClick(dialog.on_image, Qt.MouseButton.LeftButton)
    for xy in ((100.0, 60.0), (200.0, 120.0)):
        spot = dialog.preview._transform().map(QPointF(*xy)).toPoint()
        person.qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton, pos=spot)
        person.settle()
    assert dialog.keypoints.findChild(QLineEdit) is not None  # its name can be typed at once
    person.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    store = person.window.store
    (stored,) = store.instances(store.image_ids()[0])
    assert np.allclose(stored.instance.keypoints, [(100, 60), (200, 120)], atol=1)
    assert set(stored.instance.origins) == {Origin.HUMAN}
    assert store.support_ids(stored.category_id) == (stored.id,)  # the first labelled image is the prompt
    assert person.window.message_bar.text.text() == "This image is now the prompt."
    person.do(ActionId.UNDO)
    assert store.categories() == ()
    person.close()


def test_a_deleted_category_comes_back_with_its_instances(person: Person) -> None:
    window = person.window
    window.prompting.add_category(HORSE, None, ((10.0, 10.0), (20.0, 10.0), None))
    person.do(ActionId.DELETE_CATEGORY)
    dialog = window.findChild(ConfirmDialog)
    assert dialog is not None
    dialog.confirmed.emit()
    assert window.store.categories() == ()
    person.do(ActionId.UNDO)
    assert window.store.categories()[0].category == HORSE
    assert window.store.instance_count(window.store.categories()[0].id) == 1
    dialog.reject()
    person.close()


def test_points_of_a_new_category_are_no_prompt_where_the_first_image_shall_not_become_one(
    person: Person,
) -> None:
    window = person.window
    window.session.settings.first_is_prompt = False
    window.prompting.add_category(HORSE, None, ((10.0, 10.0), None, None))
    assert window.store.support_ids(window.store.categories()[0].id) == ()
    person.close()


def limit_pages(person: Person, pages: int) -> None:
    """Let the project file grow to so many pages only: SQLite answers as on a full disk."""
    person.window.store._db._connection.execute(f"PRAGMA max_page_count = {pages}")


def test_the_category_editor_stays_open_with_all_that_was_typed_until_it_is_written(person: Person) -> None:
    window, store = person.window, person.window.store
    person.do(ActionId.NEW_CATEGORY)
    dialog = window.findChild(CategoryDialog)
    assert dialog is not None
    names = [f"keypoint {number} {'x' * 600}" for number in range(21)]
    dialog.name.setText("rod")
    dialog.new_keypoint.setText("\n".join(names))  # pasted
    limit_pages(person, 1)
    person.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert store.categories() == ()
    problem = dialog.problem.text()
    assert "the disk is full, so the change was not made. Free some space on that disk" in problem
    assert "What you typed stays here: press “Use this category” again" in problem
    assert list(dialog.category().keypoints) == names
    bar = window.message_bar
    assert "the disk is full" in bar.text.text()
    assert bar.isVisible()
    limit_pages(person, 100_000)
    person.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: window.findChild(CategoryDialog) is None)
    assert [stored.category.name for stored in store.categories()] == ["rod"]
    assert window.selection.now.category_id == store.categories()[0].id
    assert not bar.isVisible()  # what it said is over
    person.close()


def test_that_a_category_has_no_left_right_pairs_is_a_remark_and_no_error(person: Person, qtbot) -> None:
    category = Category("rod", ("tip", "base"))
    person.window.prompting.add_category(category, None, ((10.0, 10.0), (20.0, 10.0)))
    with qtbot.waitSignal(person.window.session.message) as told:
        person.do(ActionId.SWAP_SIDES)
    assert told.args[0].text == '"rod" has no left-right pairs.'
    assert not told.args[0].is_error
    person.close()
