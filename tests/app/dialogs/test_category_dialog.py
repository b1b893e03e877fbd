from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.dialogs.category_dialog import CategoryAnswer, CategoryDialog, edges_text, parse_edges
from app.project.records import StoredCategory
from gkdt_core.domain import Category
from gkdt_core.errors import AnnotationError
from tests.app.window import HORSE


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def new(parent) -> CategoryDialog:
    dialog = CategoryDialog(parent)
    dialog.open()
    return dialog


def editor(parent: QWidget, category: Category = HORSE) -> CategoryDialog:
    dialog = CategoryDialog(parent, StoredCategory(3, category, category.keypoints))
    dialog.open()
    return dialog


def answer_of(qtbot, dialog: CategoryDialog) -> CategoryAnswer:
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    return answered.args[0]


def test_a_ready_made_category_is_found_by_the_name_of_the_object(qtbot, new):
    qtbot.keyClicks(new.search, "horse")
    qtbot.waitUntil(lambda: new.name.text() == "horse")
    answer = answer_of(qtbot, new)
    assert answer.category.name == "horse"
    assert len(answer.category) >= 5
    assert set(answer.mapping) == {None}


def test_names_typed_one_by_one_make_a_category_with_guessed_pairs(qtbot, new):
    new.name.setText("beetle")
    for name in ("left antenna", "right antenna", "tail"):
        qtbot.keyClicks(new.new_keypoint, name)
        qtbot.keyClick(new.new_keypoint, Qt.Key.Key_Return)
    new.edges.setText("1-3, 2-3")
    assert "left antenna ↔ right antenna" in new.pairs.text()
    category = answer_of(qtbot, new).category
    assert category == Category(
        "beetle", ("left antenna", "right antenna", "tail"), ((0, 2), (1, 2)), ((0, 1),)
    )


def test_several_names_at_once_are_one_keypoint_each(qtbot, new):
    new.name.setText("beetle")
    new.new_keypoint.setText("head, tail; wing")
    qtbot.keyClick(new.new_keypoint, Qt.Key.Key_Return)
    assert answer_of(qtbot, new).category.keypoints == ("head", "tail", "wing")


def test_an_empty_dialog_complains_of_nothing_and_cannot_be_accepted(new):
    assert not new.problem.isVisible()
    assert not new.accept_button.isEnabled()


def test_a_name_given_twice_is_told_and_cannot_be_accepted(qtbot, new):
    new.name.setText("beetle")
    new.new_keypoint.setText("head,head")
    qtbot.keyClick(new.new_keypoint, Qt.Key.Key_Return)
    assert '"head" twice' in new.problem.text()
    assert not new.accept_button.isEnabled()


def test_a_renamed_and_moved_keypoint_keeps_what_it_continues_and_its_lines_follow(qtbot, parent):
    dialog = editor(parent)
    dialog.keypoints.item(2).setText("muzzle")
    dialog.keypoints.setCurrentRow(2)
    qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    answer = answer_of(qtbot, dialog)
    assert answer.category_id == 3
    assert answer.category.keypoints == ("left eye", "muzzle", "right eye")
    assert answer.mapping == (0, 2, 1)
    assert answer.category.edges == ((0, 1), (2, 1))
    assert answer.category.pairs == ((0, 2),)


def test_a_removed_keypoint_takes_its_lines_along_and_a_new_one_continues_nothing(qtbot, parent):
    dialog = editor(parent)
    dialog.keypoints.setCurrentRow(1)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.new_keypoint, "tail")
    qtbot.keyClick(dialog.new_keypoint, Qt.Key.Key_Return)
    answer = answer_of(qtbot, dialog)
    assert answer.category.keypoints == ("left eye", "nose", "tail")
    assert answer.mapping == (0, 2, None)
    assert answer.category.edges == ((0, 1),)


def test_lines_are_written_and_read_the_same_way():
    assert parse_edges(edges_text(((0, 2), (1, 2))), 3) == ((0, 2), (1, 2))
    assert parse_edges(" 1–2;2-3 1-2", 3) == ((0, 1), (1, 2))


@pytest.mark.parametrize("text", ["1-4", "1-1", "0-1", "eye", "1-2-3"])
def test_a_line_that_joins_no_two_keypoints_is_named(text):
    with pytest.raises(AnnotationError, match=text):
        parse_edges(text, 3)
