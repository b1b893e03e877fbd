from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from app.canvas.colours import COLOURS, keypoint_colours
from app.dialogs.category_dialog import CategoryAnswer, CategoryDialog, edges_text, parse_edges
from app.dialogs.skeleton_preview import Photograph
from app.project.records import StoredCategory
from gkdt_core.domain import Category
from gkdt_core.errors import AnnotationError
from tests.app.window import HORSE, Answers


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


def editor(parent: QWidget, category: Category = HORSE, answers: Answers | None = None) -> CategoryDialog:
    stored = StoredCategory(3, category, category.keypoints)
    dialog = CategoryDialog(parent, stored, in_use=2, chooser=answers)
    dialog.open()
    return dialog


def spot(dialog: CategoryDialog, row: int) -> QPoint:
    """Where the ring of a keypoint is in the preview."""
    return QPointF(*dialog.preview.points()[row].tolist()).toPoint()


def drag(qtbot, dialog: CategoryDialog, start: int, end: int) -> None:
    for act, row in ((qtbot.mousePress, start), (qtbot.mouseRelease, end)):
        qtbot.mouseMove(dialog.preview, spot(dialog, row))
        act(dialog.preview, Qt.MouseButton.LeftButton, pos=spot(dialog, row))


@pytest.fixture
def clicking(parent, qtbot) -> CategoryDialog:
    """A new category with a picture of 200 x 100 px to click on."""
    pixmap = QPixmap(200, 100)
    pixmap.fill(Qt.GlobalColor.darkGreen)
    dialog = CategoryDialog(parent, photograph=Photograph(pixmap, (100, 200)))
    dialog.open()
    qtbot.mouseClick(dialog.on_image, Qt.MouseButton.LeftButton)
    return dialog


def click_image(qtbot, dialog: CategoryDialog, x: float, y: float) -> None:
    place = dialog.preview._transform().map(QPointF(x, y)).toPoint()
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton, pos=place)


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
    assert new.pairs.item(0).text() == "left antenna ↔ right antenna"
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


def test_a_drag_from_ring_to_ring_draws_a_line_and_a_second_one_takes_it_away(qtbot, parent):
    dialog = editor(parent)
    drag(qtbot, dialog, 0, 1)
    assert dialog.draft.edges == ((0, 2), (1, 2), (0, 1))
    assert dialog.edges.text() == "1-3, 2-3, 1-2"
    drag(qtbot, dialog, 1, 0)
    assert dialog.draft.edges == ((0, 2), (1, 2))


def test_a_click_on_a_ring_chooses_its_keypoint(qtbot, parent):
    dialog = editor(parent)
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton, pos=spot(dialog, 2))
    assert [item.text() for item in dialog.keypoints.selectedItems()] == ["nose"]


def test_a_right_click_on_a_line_takes_it_away(qtbot, parent):
    dialog = editor(parent)
    middle = (dialog.preview.points()[0] + dialog.preview.points()[2]) / 2
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.RightButton, pos=QPointF(*middle.tolist()).toPoint())
    assert dialog.draft.edges == ((1, 2),)


def test_two_selected_keypoints_are_joined_and_paired_by_keys(qtbot, parent):
    dialog = editor(parent, Category("beetle", ("a", "b", "c")))
    dialog.keypoints.setFocus()
    dialog.keypoints.setCurrentRow(1)
    qtbot.keyClick(dialog.keypoints, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for button in (dialog.join, dialog.pair):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    category = answer_of(qtbot, dialog).category
    assert category.edges == ((1, 2),)
    assert category.pairs == ((1, 2),)


def test_a_guessed_pair_is_taken_out_by_a_tick_and_stays_listed(qtbot, parent):
    dialog = editor(parent)
    dialog.pairs.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.pairs.count() == 1
    assert answer_of(qtbot, dialog).category.pairs == ()


def test_a_pair_that_was_taken_out_before_is_not_guessed_again(qtbot, parent):
    dialog = editor(parent, Category("horse", HORSE.keypoints, HORSE.edges))
    assert dialog.pairs.item(0).checkState() == Qt.CheckState.Unchecked
    assert answer_of(qtbot, dialog).category.pairs == ()


def test_left_and_right_of_a_pair_change_places(qtbot, parent):
    dialog = editor(parent)
    dialog.pairs.setCurrentRow(0)
    qtbot.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
    assert answer_of(qtbot, dialog).category.pairs == ((1, 0),)


def test_a_chosen_colour_is_in_the_answer_and_the_others_stay_automatic(qtbot, parent):
    dialog = editor(parent)
    before = keypoint_colours(HORSE)
    dialog.keypoints.setCurrentRow(2)
    menu = dialog.colour.menu()
    next(action for action in menu.actions() if action.data() == COLOURS[11]).trigger()
    category = answer_of(qtbot, dialog).category
    assert category.colours == ("", "", COLOURS[11])
    assert keypoint_colours(category) == (*before[:2], COLOURS[11])


def test_edits_in_the_dialog_are_undone_and_redone_by_keys(qtbot, parent):
    dialog = editor(parent)
    drag(qtbot, dialog, 0, 1)
    dialog.keypoints.setFocus()
    dialog.keypoints.setCurrentRow(0)
    qtbot.keyClick(dialog.keypoints, Qt.Key.Key_Delete)
    assert dialog.draft.names == ("right eye", "nose")
    for _ in range(2):
        qtbot.keyClick(dialog.keypoints, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.category() == HORSE
    qtbot.keyClick(dialog.keypoints, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert dialog.draft.edges == ((0, 2), (1, 2), (0, 1))


def test_clicks_on_the_image_make_keypoints_that_are_named_at_once(qtbot, clicking):
    clicking.name.setText("flag")
    for name, x in (("left end", 20.0), ("right end", 180.0)):
        click_image(qtbot, clicking, x, 50.0)
        qtbot.waitUntil(lambda: len(clicking.keypoints.findChildren(QLineEdit)) == 1)
        field = clicking.keypoints.findChild(QLineEdit)
        field.selectAll()
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not clicking.keypoints.findChildren(QLineEdit))
    answer = answer_of(qtbot, clicking)
    assert answer.category.keypoints == ("left end", "right end")
    assert answer.category.pairs == ((0, 1),)
    assert np.allclose(answer.points, [(20, 50), (180, 50)], atol=1)


def test_keypoints_with_names_are_placed_in_their_order(qtbot, clicking):
    clicking.name.setText("rod")
    clicking.new_keypoint.setText("top, bottom")
    qtbot.keyClick(clicking.new_keypoint, Qt.Key.Key_Return)
    clicking.keypoints.clearSelection()
    click_image(qtbot, clicking, 100.0, 20.0)
    answer = answer_of(qtbot, clicking)
    assert answer.category.keypoints == ("top", "bottom")
    assert np.allclose(answer.points[0], (100, 20), atol=1)
    assert answer.points[1] is None


def test_a_name_without_a_skeleton_of_its_own_offers_the_nearest_under_that_name(qtbot, new):
    qtbot.keyClicks(new.search, "hoodie")
    qtbot.waitUntil(lambda: new.name.text() == "hoodie")
    assert new.ready_made.nearest.isVisible()
    category = answer_of(qtbot, new).category
    assert category.name == "hoodie"
    assert len(category) == 33


def test_a_category_goes_through_a_file_and_comes_back_the_same(qtbot, parent, tmp_path: Path):
    answers = Answers()
    answers.path = tmp_path / "horse.json"
    dialog = editor(parent, answers=answers)
    dialog.keypoints.setCurrentRow(2)
    dialog.colour.menu().actions()[3].trigger()
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    wanted = dialog.category()
    assert json.loads(answers.path.read_text("utf-8"))["skeleton"] == [[1, 3], [2, 3]]
    other = CategoryDialog(parent, chooser=answers)
    other.open()
    qtbot.mouseClick(other.import_button, Qt.MouseButton.LeftButton)
    assert answer_of(qtbot, other).category == wanted


def test_keypoints_of_an_imported_file_continue_those_of_the_same_name(qtbot, parent, tmp_path: Path):
    path = tmp_path / "new.json"
    path.write_text('{"name": "horse", "keypoints": ["nose", "tail", "left eye"]}', "utf-8")
    dialog = editor(parent)
    dialog.take_file(path)
    assert answer_of(qtbot, dialog).mapping == (2, None, 0)


def test_a_file_that_is_no_category_is_told_and_changes_nothing(parent, tmp_path: Path):
    path = tmp_path / "list.json"
    path.write_text("[1, 2]", "utf-8")
    dialog = editor(parent)
    dialog.take_file(path)
    assert "list.json" in dialog.problem.text()
    assert dialog.category() == HORSE


def test_enter_in_the_search_takes_the_first_hit(qtbot, new):
    qtbot.keyClicks(new.search, "horse")
    with qtbot.waitSignal(new.answered) as answered:
        qtbot.keyClick(new.search, Qt.Key.Key_Return)
    assert answered.args[0].category.name == "horse"


def test_enter_shows_what_a_slip_may_mean_and_a_second_one_takes_it(qtbot, new):
    qtbot.keyClicks(new.search, "poney")
    with qtbot.assertNotEmitted(new.answered):
        qtbot.keyClick(new.search, Qt.Key.Key_Return)
    assert new.name.text() == "horse"
    with qtbot.waitSignal(new.answered) as answered:
        qtbot.keyClick(new.hits, Qt.Key.Key_Return)
    assert answered.args[0].category.name == "horse"


def test_what_is_like_nothing_offers_nothing_and_says_what_to_do(qtbot, new):
    qtbot.keyClicks(new.search, "z")
    new.ready_made.search_now()
    assert new.keypoints.count()
    qtbot.keyClicks(new.search, "zz")
    qtbot.keyClick(new.search, Qt.Key.Key_Return)
    assert new.hits.count() == new.keypoints.count() == 0
    assert new.name.text() == ""
    assert "zzz" in new.ready_made.nearest.text()
    assert new.isVisible()


def test_own_keypoints_stay_when_a_search_finds_nothing(qtbot, new):
    qtbot.keyClicks(new.new_keypoint, "head")
    qtbot.keyClick(new.new_keypoint, Qt.Key.Key_Return)
    qtbot.keyClicks(new.search, "zzz")
    new.ready_made.search_now()
    assert new.keypoints.count() == 1


def test_an_unfinished_category_is_told_when_it_is_asked_for_and_not_before(qtbot, new):
    qtbot.keyClicks(new.name, "beetle")
    assert not new.problem.isVisible()
    assert "no keypoints" in new.accept_button.toolTip()
    qtbot.keyClick(new.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(new.problem.isVisible)
    assert "no keypoints" in new.problem.text()


def test_a_name_given_twice_leaves_the_other_pairs_alone(qtbot, new):
    new.name.setText("beetle")
    new.new_keypoint.setText("left eye, right eye, nose, nose")
    qtbot.keyClick(new.new_keypoint, Qt.Key.Key_Return)
    assert new.problem.isVisible()
    assert [new.pairs.item(row).text() for row in range(new.pairs.count())] == ["left eye ↔ right eye"]


def test_long_names_of_hits_are_told_in_full(qtbot, new):
    qtbot.keyClicks(new.search, "mouse")
    new.ready_made.search_now()
    texts = [new.hits.item(row).text() for row in range(new.hits.count())]
    assert len(set(texts)) == len(texts)
    room = new.hits.viewport().width()
    assert any(new.hits.fontMetrics().horizontalAdvance(text) > room for text in texts)
    heights = [new.hits.visualItemRect(new.hits.item(row)).height() for row in range(len(texts))]
    assert all(
        height > new.hits.fontMetrics().height() * 1.9
        for text, height in zip(texts, heights, strict=True)
        if new.hits.fontMetrics().horizontalAdvance(text) > room
    )
    assert all(new.hits.item(row).toolTip() for row in range(len(texts)))


def test_a_ready_made_hand_is_drawn_as_a_hand(qtbot, new):
    qtbot.keyClicks(new.search, "hand")
    new.ready_made.search_now()
    names = [new.keypoints.item(row).text() for row in range(new.keypoints.count())]
    heights = dict(zip(names, new.preview.points()[:, 1].tolist(), strict=True))
    assert heights["wrist"] > heights["forefinger's first knuckle"] > heights["forefinger's tip"]
