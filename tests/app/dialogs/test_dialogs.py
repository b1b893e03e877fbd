"""The dialogs, opened by their action in the real window and answered by clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTableWidget, QWidget

from app.actions import ACTIONS, ActionId, plain_text
from app.object_names import Name
from app.training.runs import Phase
from gkdt_core.domain import ImageState
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "images", 5)
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    someone.settle()
    yield someone
    someone.close()


def opened(person: Person, action_id: ActionId, name: Name) -> QDialog:
    person.do(action_id)
    dialog = person.window.findChild(QDialog, name)
    assert dialog.isVisible()
    return dialog


def press(person: Person, dialog: QWidget, name: Name) -> None:
    person.qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_table_of_keys_has_every_action_that_has_a_key(person):
    dialog = opened(person, ActionId.KEYS, Name.KEYS_DIALOG)
    table = dialog.findChild(QTableWidget, Name.KEYS_TABLE)
    told = {table.item(row, 1).text() for row in range(table.rowCount())}
    assert {plain_text(row) for row in ACTIONS if row.shortcuts} <= told
    press(person, dialog, Name.KEYS_CLOSE)


def choose_row(table: QTableWidget, text: str) -> None:
    table.selectRow(next(row for row in range(table.rowCount()) if table.item(row, 1).text() == text))


def shown_rows(table: QTableWidget) -> list[str]:
    return [table.item(row, 1).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]


def test_the_sheet_of_keys_is_searched_by_words_and_by_keys(person):
    dialog = opened(person, ActionId.KEYS, Name.KEYS_DIALOG)
    person.qtbot.keyClicks(dialog.search, "doubtful")
    assert shown_rows(dialog.table) == ["Next doubtful image", "Accept and go to the next doubtful"]
    dialog.search.setText("ctrl+shift+h")
    assert shown_rows(dialog.table) == ["Show all keypoints"]
    dialog.search.setText("no such thing")
    assert dialog.none.isVisible()
    press(person, dialog, Name.KEYS_CLOSE)


def test_a_key_is_given_to_another_action_after_the_conflict_is_shown_and_works_at_once(person):
    window = person.window
    dialog = opened(person, ActionId.KEYS, Name.KEYS_DIALOG)
    choose_row(dialog.table, "Next image")
    dialog.edit.setKeySequence("Ctrl+R")
    assert "Pre-label all images" in dialog.problem.text()
    press(person, dialog, Name.KEYS_USE)
    assert window.actions_by_id[ActionId.NEXT_IMAGE].shortcut().toString() == "Ctrl+R"
    assert window.actions_by_id[ActionId.PRELABEL_ALL].shortcuts() == []
    assert window.actions_by_id[ActionId.NEXT_IMAGE].toolTip() == "Next image (Ctrl+R)"
    assert window.session.settings.keys == {"next_image": ("Ctrl+R",), "prelabel_all": ()}
    dialog.edit.setKeySequence("Alt+F")
    assert "File" in dialog.problem.text()
    assert not dialog.use.isEnabled()
    press(person, dialog, Name.KEYS_ALL_STANDARD)
    assert window.session.settings.keys == {}
    assert window.actions_by_id[ActionId.NEXT_IMAGE].shortcut().toString() == "D"
    press(person, dialog, Name.KEYS_CLOSE)


def test_the_key_that_is_held_to_hide_the_marks_can_be_another_one(person):
    settings = person.window.session.settings
    settings.keys = {"hide_marks": ("F12",)}
    person.window.canvas.setFocus()
    person.qtbot.keyPress(person.window.canvas, Qt.Key.Key_H)
    assert not person.window.canvas._marks_hidden
    person.qtbot.keyPress(person.window.canvas, Qt.Key.Key_F12)
    assert person.window.canvas._marks_hidden
    person.qtbot.keyRelease(person.window.canvas, Qt.Key.Key_F12)
    assert not person.window.canvas._marks_hidden


def test_the_system_report_names_versions_and_project_but_no_home_folder(person, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    dialog = opened(person, ActionId.SYSTEM_REPORT, Name.REPORT_DIALOG)
    person.qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=WAIT_MS)
    text = dialog.text.toPlainText()
    assert "PySide6-Essentials" in text
    assert "5 untouched" in text
    assert "data folder: ~/home" in text
    assert str(tmp_path) not in text
    press(person, dialog, Name.REPORT_COPY)
    assert QApplication.clipboard().text() == text
    dialog.reject()


def test_the_language_is_remembered_and_the_dialog_says_when_it_comes(person):
    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    assert dialog.language.currentData() == "system"
    assert not dialog.later.isVisible()
    dialog.language.setCurrentIndex(dialog.language.findText("Español"))
    assert person.window.session.settings.language == "es"
    assert dialog.later.isVisible()
    press(person, dialog, Name.SETTINGS_CLOSE)


def test_go_to_shows_the_image_of_that_number(person):
    dialog = opened(person, ActionId.GO_TO, Name.GOTO_DIALOG)
    dialog.number.setValue(4)
    press(person, dialog, Name.GOTO_ACCEPT)
    assert person.window.selection.now.image_id == person.window.media.ids[3]


def test_the_settings_show_at_once_and_are_remembered(person):
    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    dialog.names.click()
    dialog.first.click()
    dialog.refine.click()
    dialog.flip.click()
    dialog.half.click()
    dialog.memory.setCurrentIndex(dialog.memory.findText("2 GB"))
    settings = person.window.session.settings
    assert (settings.feature_memory, settings.half_features) == (2048, True)
    assert settings.show_names
    assert not settings.first_is_prompt
    assert person.window.actions_by_id[ActionId.SHOW_NAMES].isChecked()
    press(person, dialog, Name.SETTINGS_CLOSE)


def test_how_carefully_the_model_looks_is_set_in_the_project_and_without_one_for_all_others(person):
    window = person.window
    mine, own = window.session.settings, window.store.settings
    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    assert dialog.project.text() == "In the project images"
    dialog.refine.click()
    press(person, dialog, Name.SETTINGS_CLOSE)
    person.settle()
    assert (own.refine, own.flip, mine.refine, mine.flip) == (True, None, False, False)
    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    assert dialog.refine.isChecked()
    assert not dialog.flip.isChecked()
    press(person, dialog, Name.SETTINGS_CLOSE)
    person.settle()
    person.do(ActionId.CLOSE_PROJECT)
    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    assert dialog.project.text() == "In new projects"
    assert not dialog.refine.isChecked()
    dialog.flip.click()
    press(person, dialog, Name.SETTINGS_CLOSE)
    person.settle()
    assert (mine.refine, mine.flip) == (False, True)


def test_wrapped_sentences_in_the_settings_are_not_cut_off(person):
    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    sentences = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    assert len(sentences) == 5
    for label in filter(QLabel.isVisible, sentences):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    press(person, dialog, Name.SETTINGS_CLOSE)


def test_the_theme_changes_at_once(person):
    from app import theme

    dialog = opened(person, ActionId.SETTINGS, Name.SETTINGS_DIALOG)
    try:
        dialog.theme.setCurrentIndex(1)
        assert theme.palette().name == "light"
    finally:
        dialog.theme.setCurrentIndex(0)
    assert theme.palette().name == "dark"
    press(person, dialog, Name.SETTINGS_CLOSE)


def test_the_export_says_how_many_images_go_into_the_file(person):
    person.click((60.0, 50.0))
    dialog = opened(person, ActionId.EXPORT_COCO, Name.EXPORT_DIALOG)
    assert dialog.main.text() == "Export 1 image"
    dialog.reviewed.click()
    assert dialog.main.text() == "Export 0 images"
    assert not dialog.main.isEnabled()
    dialog.reject()


def test_the_export_counts_images_that_have_only_a_box_or_only_the_models_points(person):
    from app.project.exporting import ExportOptions, export_coco
    from gkdt_core.domain import Instance
    from gkdt_core.geometry import Box
    from tests.app.test_main_window import put_prediction

    store, category_id = person.window.store, person.window.selection.now.category_id
    first, second, third, *_ = store.image_ids()
    store.add_instance(first, Instance.empty(HORSE, box=Box(10, 10, 90, 90)))
    put_prediction(store, second, category_id, (0.9, 0.8, 0.7))
    put_prediction(store, third, category_id, (0.9, 0.8, 0.7))
    store.set_states([third], ImageState.REVIEWED)
    dialog = opened(person, ActionId.EXPORT_COCO, Name.EXPORT_DIALOG)
    for model_points, expected in ((True, 3), (False, 2)):
        dialog.model_points.setChecked(model_points)
        assert dialog.main.text() == f"Export {expected} images"
        written = store.path.with_name("out.json")
        report = export_coco(store.path, written, ExportOptions(model_points=model_points))
        assert report.images == expected
    dialog.reject()


def test_the_models_points_are_proposed_only_where_the_format_tells_them_from_a_persons(person):
    person.click((60.0, 50.0))
    dialog = opened(person, ActionId.EXPORT_COCO, Name.EXPORT_DIALOG)
    assert dialog.model_points.isChecked()
    assert "stay marked" in dialog.model_note.text()
    for name in ("yolo", "deeplabcut"):
        dialog.choose_format(name)
        assert not dialog.options().model_points
        assert "cannot tell them" in dialog.model_note.text()
    dialog.choose_format("coco")
    assert dialog.options().model_points
    dialog.choose_format("yolo")
    dialog.model_points.click()  # a person's word counts in whatever format
    dialog.choose_format("deeplabcut")
    assert dialog.options().model_points
    dialog.reviewed.click()
    assert not dialog.model_note.isVisible()
    dialog.reject()


def test_an_import_of_a_file_that_is_not_there_is_told_in_the_dialog(person, tmp_path):
    dialog = opened(person, ActionId.IMPORT_COCO, Name.IMPORT_DIALOG)
    dialog.file.setText(str(tmp_path / "nothing.json"))
    dialog.images.setText(str(tmp_path))
    assert "nothing.json" in dialog.problem.text()
    assert not dialog.main.isEnabled()
    dialog.reject()


def test_a_file_that_is_no_coco_file_is_named_in_the_message(person, tmp_path):
    (tmp_path / "bad.json").write_text("[1, 2")
    dialog = opened(person, ActionId.IMPORT_COCO, Name.IMPORT_DIALOG)
    dialog.set_file(tmp_path / "bad.json")
    press(person, dialog, Name.IMPORT_ACCEPT)
    text = person.window.message_bar.text
    person.qtbot.waitUntil(lambda: "bad.json" in text.text(), timeout=WAIT_MS)


def test_deleting_predictions_asks_with_the_count_and_can_be_undone(person):
    from tests.app.test_main_window import put_prediction

    store = person.window.store
    for image_id in store.image_ids()[:3]:
        put_prediction(store, image_id, person.window.selection.now.category_id, (0.9, 0.8, 0.7))
    dialog = opened(person, ActionId.DELETE_PREDICTIONS, Name.CONFIRM_DIALOG)
    assert dialog.findChild(QPushButton, Name.CONFIRM_ACCEPT).text() == "Delete 3 instances"
    assert dialog.focusWidget().text() == "Cancel"
    press(person, dialog, Name.CONFIRM_ACCEPT)
    assert [len(store.instances(image_id)) for image_id in store.image_ids()] == [0] * 5
    person.do(ActionId.UNDO)
    assert [len(store.instances(image_id)) for image_id in store.image_ids()] == [1, 1, 1, 0, 0]


def test_a_category_changed_in_its_dialog_changes_the_instances(person):
    person.click((60.0, 50.0))
    dialog = opened(person, ActionId.EDIT_CATEGORY, Name.CATEGORY_DIALOG)
    dialog.keypoints.item(0).setText("port eye")
    press(person, dialog, Name.CATEGORY_ACCEPT)
    stored = person.window.store.instances(person.window.selection.now.image_id)[0]
    assert stored.instance.category.keypoints == ("port eye", "right eye", "nose")
    assert stored.instance.labeled.tolist() == [True, False, False]


def test_training_with_too_few_images_says_how_many_it_needs(person):
    person.click((60.0, 50.0))
    dialog = opened(person, ActionId.TRAIN, Name.TRAIN_DIALOG)
    press(person, dialog, Name.TRAIN_START)
    training = person.window.windows.training
    person.qtbot.waitUntil(lambda: training.preparing.is_error, timeout=WAIT_MS)
    assert "at least 4 labelled images, there are 1" in dialog.new.status.text()


def test_a_training_ends_with_a_table_and_a_model_that_can_be_used(person, tmp_path):
    model = write_tiny_model(tmp_path / "tiny")
    person.window.session.settings.model = str(model)
    window = person.window
    for number in range(len(window.store.image_ids())):
        if number:
            person.go_to(number + 1)
        for xy in ((60.0, 50.0 + number), (120.0, 50.0 + number), (90.0, 120.0)):
            person.click(xy)
    assert {window.store.image(id_).state for id_ in window.store.image_ids()} == {ImageState.IN_WORK}
    dialog = opened(person, ActionId.TRAIN, Name.TRAIN_DIALOG)
    dialog.new.epochs.setValue(1)
    press(person, dialog, Name.TRAIN_START)
    training = window.windows.training
    person.qtbot.waitUntil(lambda: bool(training.runs()), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: training.active is None, timeout=240_000)
    (state,) = training.runs()
    assert state.phase is Phase.DONE, state.text
    assert dialog.run.table.rowCount() > 0
    assert dialog.run.loss.curves
    with person.qtbot.waitSignal(window.session.engine.engine_ready, timeout=WAIT_MS):
        press(person, dialog, Name.TRAIN_USE)
    assert window.session.settings.model == str(state.model)
