from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from app.controllers.session import Message, is_open, next_open
from app.object_names import Name
from app.panels.keypoint_table import (
    Column,
    KeypointModel,
    KeypointTable,
    TableContent,
    count_marks,
    visibility_mark,
)
from app.panels.message_bar import MessageBar
from app.panels.status_line import ago, remaining
from app.panels.widgets import action_button
from app.project.records import StoredCategory
from gkdt_core.domain import Instance, Origin, Visibility
from gkdt_core.schemas import find_schemas
from tests.app.window import HORSE

STORED = StoredCategory(1, HORSE, ("left eye", "the right eye", "nose"))
CLICKED = Instance.empty(HORSE).moved(0, (10.0, 20.0))
UNSEEN = CLICKED.with_keypoint(1, None, Visibility.UNLABELED, Origin.HUMAN)
PREDICTED = UNSEEN.with_keypoint(2, (5.0, 5.0), Visibility.OCCLUDED, Origin.MODEL, 0.25, 0.9)


@pytest.fixture
def model(qapp, qtmodeltester) -> KeypointModel:
    model = KeypointModel()
    model.show_content(TableContent(STORED, PREDICTED, (2, 0, 1)))
    qtmodeltester.check(model)
    return model


def shown(model: KeypointModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_table_shows_names_texts_marks_visibility_and_scores(model):
    assert shown(model, Column.NUMBER) == ["1", "2", "3"]
    assert shown(model, Column.NAME) == ["left eye", "right eye", "nose"]
    assert shown(model, Column.TEXT) == ["same", "the right eye", "same"]
    assert model.index(0, Column.TEXT).data(Qt.ItemDataRole.EditRole) == "left eye"
    assert shown(model, Column.MARKS) == ["2", "", "1"]
    assert shown(model, Column.VISIBILITY) == ["●", "✕", "◐"]
    assert shown(model, Column.SCORE) == ["", "", "0.25"]


def test_only_the_prompt_text_can_be_edited_and_an_edit_is_a_request(qtbot, model):
    editable = [
        column for column in Column if model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == [Column.TEXT]
    with qtbot.waitSignal(model.text_edited) as edited:
        model.setData(model.index(2, Column.TEXT), " snout ")
    assert edited.args == [2, "snout"]
    assert model.index(2, Column.TEXT).data(Qt.ItemDataRole.EditRole) == "nose"


def test_another_instance_of_the_same_category_keeps_the_rows(qtbot, model):
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_content(TableContent(STORED, None, (0, 0, 0)))
    assert shown(model, Column.VISIBILITY) == ["", "", ""]


def test_the_same_content_again_paints_nothing_anew_and_another_does(qtbot, model):
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_content(TableContent(STORED, PREDICTED.moved(0, (10.0, 20.0)), (2, 0, 1)))
    with qtbot.waitSignal(model.dataChanged):
        model.show_content(TableContent(STORED, PREDICTED.moved(0, (11.0, 20.0)), (2, 0, 1)))
    with qtbot.waitSignal(model.dataChanged):
        model.show_content(TableContent(STORED, PREDICTED.moved(0, (11.0, 20.0)), (2, 1, 1)))


def test_a_row_chosen_by_key_is_asked_for_and_a_row_shown_is_not(qtbot, model):
    table = KeypointTable(model)
    qtbot.addWidget(table)
    table.show()
    with qtbot.assertNotEmitted(table.keypoint_chosen):
        table.show_keypoint(1)
    with qtbot.waitSignal(table.keypoint_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [2]


def test_the_marks_of_supports_are_counted_for_each_keypoint():
    assert count_marks(3, [CLICKED.labeled, PREDICTED.labeled]) == (2, 0, 1)
    assert count_marks(2, [CLICKED.labeled]) == (0, 0)


@pytest.mark.parametrize(
    ("instance", "words"),
    [
        (None, ["Not placed"] * 3),
        (PREDICTED, ["Visible", "Cannot be seen here", "Occluded"]),
    ],
)
def test_visibility_is_told_in_words_too(instance, words):
    assert [visibility_mark(instance, index)[1] for index in range(3)] == words


def test_a_keypoint_is_open_until_somebody_says_something_about_it():
    assert [is_open(PREDICTED, index) for index in range(3)] == [False, False, False]
    assert [is_open(UNSEEN, index) for index in range(3)] == [False, False, True]


def test_the_next_open_keypoint_is_sought_round_and_none_is_left_at_the_end():
    assert next_open(CLICKED, 3, 0) == 1
    assert next_open(CLICKED, 3, 2) == 1
    assert next_open(UNSEEN, 3, 2) == 2
    assert next_open(PREDICTED, 3, 0) is None
    assert next_open(None, 3, -1) == 0


def test_good_news_does_not_wipe_away_an_error(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("It broke.", "Mend it.", is_error=True))
    bar.show_message(Message("All is well."))
    assert (bar.text.text(), bar.hint.text()) == ("It broke.", "Mend it.")
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    bar.show_message(Message("All is well."))
    assert bar.text.text() == "All is well."


def test_a_message_may_carry_a_button(qtbot):
    pressed: list[int] = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("Done.", action="Show it", on_action=lambda: pressed.append(1)))
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "just now"), (12.4, "12 s ago"), (180, "3 min ago"), (7300, "2 h ago")],
)
def test_the_time_since_saving_is_told_in_words(seconds, words):
    assert ago(seconds) == words


@pytest.mark.parametrize(
    ("fraction", "elapsed", "words"),
    [
        (0.0, 60.0, ""),
        (0.5, 1.0, ""),
        (0.5, 30.0, "30 s left"),
        (0.1, 60.0, "9 min left"),
        (0.01, 600, "16.5 h left"),
    ],
)
def test_how_long_a_job_still_takes_is_told_once_it_can_be_known(fraction, elapsed, words):
    assert remaining(fraction, elapsed) == words


def test_the_eye_says_whether_a_keypoint_is_hidden_and_a_click_asks_to_change_it(qtbot, model):
    model.show_content(TableContent(STORED, PREDICTED, (2, 0, 1), frozenset({1})))
    told = [model.index(row, Column.SHOWN).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert [text.split(";")[0] for text in told] == ["Shown", "Hidden", "Shown"]
    table = KeypointTable(model)
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    spot = table.visualRect(model.index(2, Column.SHOWN)).center()
    with qtbot.waitSignal(table.shown_clicked) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == [2]


def test_the_number_of_every_keypoint_has_room(qtbot):
    names = tuple(f"keypoint {number}" for number in range(300))
    model = KeypointModel()
    table = KeypointTable(model)
    qtbot.addWidget(table)
    table.show()
    model.show_content(
        TableContent(StoredCategory(1, replace(HORSE, keypoints=names), names), None, (0,) * 300)
    )
    assert table.sizeHintForColumn(Column.NUMBER) <= table.columnWidth(Column.NUMBER)


def test_a_long_message_is_shown_whole_the_first_time(qtbot):
    body = QWidget()
    qtbot.addWidget(body)
    body.resize(500, 400)
    bar = MessageBar()
    centre = QWidget(body)
    centre.resize(500, 400)
    bar.float_over(body, centre)
    body.show()
    bar.show_message(Message("A sentence that goes on for a while. " * 6, "And what to do."))
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())


def test_a_message_of_one_line_and_a_hint_takes_two_lines(qtbot):
    body = QWidget()
    qtbot.addWidget(body)
    body.resize(1280, 800)
    bar = MessageBar()
    centre = QWidget(body)
    centre.resize(660, 800)
    bar.float_over(body, centre)
    body.show()
    bar.show_message(Message("This image is now the prompt.", "R pre-labels one image, Ctrl+R all of them."))
    lines = bar.text.fontMetrics().height() + bar.hint.fontMetrics().height()
    assert bar.height() <= lines + 16


def test_names_get_the_room_of_prompt_texts_that_say_the_same(qtbot):
    table = table_of(qtbot, HORSE)
    wide = table.columnWidth(Column.NAME)
    assert table.columnWidth(Column.TEXT) < wide / 4
    assert table.model().headerData(Column.TEXT, Qt.Orientation.Horizontal) == ""
    table.model().show_content(TableContent(STORED, None, (0, 0, 0)))
    assert table.columnWidth(Column.NAME) < wide
    assert table.model().headerData(Column.TEXT, Qt.Orientation.Horizontal) == "Prompt"


def table_of(qtbot, category) -> KeypointTable:
    """As wide as in a window of 1280 px."""
    table = KeypointTable(KeypointModel())
    qtbot.addWidget(table)
    table.resize(364, 200)
    table.show()
    count = len(category)
    table.model().show_content(
        TableContent(StoredCategory(1, category, category.keypoints), None, (1,) * count)
    )
    return table


def test_the_legs_of_a_horse_are_read_in_full_in_the_smallest_window(qtbot):
    table = table_of(qtbot, find_schemas("horse")[0].category)
    assert table.sizeHintForColumn(Column.NAME) <= table.columnWidth(Column.NAME)


def test_the_count_of_prompt_images_gives_way_to_long_names_and_is_in_their_tool_tips(qtbot):
    short, long = table_of(qtbot, HORSE), table_of(qtbot, find_schemas("face")[0].category)
    assert not short.isColumnHidden(Column.MARKS)
    assert long.isColumnHidden(Column.MARKS)
    tip = long.model().index(3, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == long.model().names[3] + "\nMarked on 1 prompt image"


def test_a_click_on_the_pencil_edits_the_words_over_the_width_of_the_row(qtbot):
    table = table_of(qtbot, HORSE)
    pencil = table.visualRect(table.model().index(1, Column.TEXT)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=pencil)
    editor = table.viewport().findChild(QLineEdit)
    assert editor.text() == "right eye"
    assert editor.width() > 200


def test_a_table_of_three_hundred_keypoints_is_sound(qtmodeltester):
    names = tuple(f"keypoint {number}" for number in range(300))
    category = replace(HORSE, keypoints=names)
    model = KeypointModel()
    model.show_content(TableContent(StoredCategory(1, category, names), None, (0,) * 300))
    qtmodeltester.check(model)
    assert np.unique(shown(model, Column.NAME)).size == 300


def test_a_button_with_only_an_icon_can_be_pressed_where_its_action_can_be_done(qtbot):
    action = QAction("Delete the instance")
    action.setEnabled(False)
    button = action_button("trash-2", Name.INSTANCE_DELETE, action)
    qtbot.addWidget(button)
    assert not button.isEnabled()
    action.setEnabled(True)
    assert button.isEnabled()
