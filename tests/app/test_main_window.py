from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QTableWidget, QWidget

from app.actions import ActionId
from app.dialogs.failures_dialog import FailuresDialog
from app.object_names import Name
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.formats.coco import read_coco
from gkdt_core.geometry import Box
from tests.app.window import HEIGHT, HORSE, WAIT_MS, WIDTH, Person, make_images, open_window
from tests.tiny_model import write_tiny_model


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def person(qtbot, home: Path) -> Iterator[Person]:
    someone = open_window(qtbot, home)
    yield someone
    someone.close()


@pytest.fixture
def at_work(person: Person, tmp_path: Path) -> Person:
    """Three images open, the category "horse" chosen."""
    make_images(tmp_path / "images", 3)
    person.open_folder(tmp_path / "images")
    person.window.prompting.add_category(HORSE)
    person.settle()
    return person


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def with_model(at_work: Person, model: Path) -> Person:
    with at_work.qtbot.waitSignal(at_work.window.session.engine.engine_ready, timeout=WAIT_MS):
        at_work.window.load_model(str(model))
    return at_work


def only_instance(person: Person) -> Instance:
    window = person.window
    stored = window.store.instances(window.selection.now.image_id or 0)
    assert len(stored) == 1
    return stored[0].instance


def states(person: Person) -> list[ImageState]:
    store = person.window.store
    return [store.image(id_).state for id_ in store.image_ids()]


# starting


def test_showing_the_window_does_not_import_torch():
    code = "import sys; import app.main; print('torch' in sys.modules, 'transformers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_first_run_shows_the_ways_to_begin(person):
    for name in (Name.WELCOME_SAMPLE, Name.WELCOME_IMAGES, Name.WELCOME_PROJECT, Name.WELCOME_IMPORT):
        button = person.window.findChild(QPushButton, name)
        assert button.isVisible()
        assert button.isEnabled()
    assert not person.window.actions_by_id[ActionId.EXPORT_COCO].isEnabled()


def test_the_sample_opens_with_one_click_and_shows_a_picture(person):
    button = person.window.findChild(QPushButton, Name.WELCOME_SAMPLE)
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: person.window.canvas.image_hw() is not None, timeout=WAIT_MS)
    store = person.window.store
    assert len(store.image_ids()) >= 12
    assert len(store.categories()) == 2
    assert set(states(person)) == {ImageState.UNTOUCHED}


def test_a_folder_without_images_is_told_with_its_name(person, tmp_path):
    (tmp_path / "empty").mkdir()
    person.answers.path = tmp_path / "empty"
    person.do(ActionId.OPEN_IMAGES)
    text = person.window.findChild(QLabel, Name.MESSAGE_TEXT)
    person.qtbot.waitUntil(lambda: "empty" in text.text(), timeout=WAIT_MS)
    assert text.isVisible()


def test_a_project_opened_lately_is_on_the_welcome_page(at_work):
    path = at_work.window.store.path
    at_work.do(ActionId.CLOSE_PROJECT)
    assert at_work.window.welcome.isVisible()
    assert at_work.window.session.settings.recent == (path,)


def test_an_image_given_on_the_command_line_is_shown_among_its_neighbours(person, tmp_path):
    paths = make_images(tmp_path / "images", 3)
    person.window.open_path(paths[1])
    person.qtbot.waitUntil(lambda: person.window.canvas.image_hw() is not None, timeout=WAIT_MS)
    assert person.window.store.image(person.window.selection.now.image_id).path == paths[1]


def test_a_folder_of_many_images_comes_in_by_portions_with_all_of_them_listed(person, tmp_path, monkeypatch):
    monkeypatch.setattr("app.controllers.projects.PORTION", 4)
    monkeypatch.setattr("app.controllers.projects.SIZES_PER_PORTION", 3)
    paths = make_images(tmp_path / "images", 11)
    filling: list[bool] = []
    person.window.projects.filling.connect(filling.append)
    person.window.open_path(paths[9])
    person.qtbot.waitUntil(lambda: filling == [True, False], timeout=WAIT_MS)
    store, media = person.window.store, person.window.media
    assert [store.image(id_).path for id_ in media.ids] == paths, "in natural order"
    assert store.image(person.window.selection.now.image_id).path == paths[9]
    assert not store.undo_stack.canUndo()
    person.qtbot.waitUntil(lambda: store.ids_without_size() == [], timeout=WAIT_MS)


def test_a_project_opened_while_a_folder_comes_in_gets_none_of_its_images(person, tmp_path, monkeypatch):
    monkeypatch.setattr("app.controllers.projects.PORTION", 1)
    first, second = tmp_path / "first", tmp_path / "second"
    make_images(first, 2)
    make_images(second, 30)
    window = person.window
    person.open_folder(first)
    project = window.store.path
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=WAIT_MS)
    window.open_path(second)
    person.qtbot.waitUntil(lambda: len(window.store.image_ids()) > 2, timeout=WAIT_MS)
    window.open_path(project)
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=WAIT_MS)
    person.settle()
    assert window.store.path == project
    assert len(window.media.ids) == len(window.store.image_ids()) == 2


# clicking keypoints


def test_clicks_place_the_keypoints_in_the_order_of_the_category(at_work):
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)):
        at_work.click(xy)
    instance = only_instance(at_work)
    np.testing.assert_allclose(instance.keypoints, [(60, 50), (120, 50), (90, 120)], atol=1.0)
    assert (instance.origins == Origin.HUMAN).all()
    assert states(at_work)[0] is ImageState.IN_WORK


def test_a_right_click_says_that_the_keypoint_cannot_be_seen_and_goes_on(at_work):
    at_work.click((60.0, 50.0))
    at_work.click((100.0, 100.0), Qt.MouseButton.RightButton)
    instance = only_instance(at_work)
    assert not instance.labeled[1]
    assert instance.origins[1] == Origin.HUMAN
    assert at_work.window.selection.now.keypoint == 2


def test_the_first_completed_image_becomes_the_prompt_by_itself(at_work):
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)):
        at_work.click(xy)
    category = at_work.window.selection.category()
    assert len(at_work.window.store.support_ids(category.id)) == 1
    assert at_work.window.actions_by_id[ActionId.USE_AS_PROMPT].isChecked()


def test_one_drag_is_one_undo_step_and_redo_brings_it_back(at_work):
    at_work.click((60.0, 50.0))
    at_work.press(Qt.Key.Key_Escape)
    at_work.drag((60.0, 50.0), (150.0, 100.0))
    np.testing.assert_allclose(only_instance(at_work).keypoints[0], (150, 100), atol=1.5)
    at_work.do(ActionId.UNDO)
    np.testing.assert_allclose(only_instance(at_work).keypoints[0], (60, 50), atol=1.5)
    at_work.do(ActionId.REDO)
    np.testing.assert_allclose(only_instance(at_work).keypoints[0], (150, 100), atol=1.5)


def test_arrow_keys_nudge_by_one_ten_and_a_tenth_of_a_pixel(at_work):
    at_work.click((60.0, 50.0))
    at_work.press(Qt.Key.Key_W)
    x, y = only_instance(at_work).keypoints[0]
    at_work.press(Qt.Key.Key_Right)
    at_work.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    at_work.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    np.testing.assert_allclose(only_instance(at_work).keypoints[0], (x + 0.9, y + 10), atol=1e-6)


def test_arrow_keys_in_the_keypoint_table_choose_a_row_and_move_no_point(at_work):
    at_work.click((60.0, 50.0))
    before = only_instance(at_work)
    table = at_work.window.side_panel.table
    table.setFocus()
    at_work.qtbot.keyClick(table, Qt.Key.Key_Up)
    assert at_work.window.selection.now.keypoint == 0
    assert only_instance(at_work).same_as(before)


def test_q_makes_a_point_occluded_and_visible_again(at_work):
    at_work.click((60.0, 50.0))
    at_work.press(Qt.Key.Key_W)
    at_work.press(Qt.Key.Key_Q)
    assert only_instance(at_work).visibility[0] == Visibility.OCCLUDED
    at_work.press(Qt.Key.Key_Q)
    assert only_instance(at_work).visibility[0] == Visibility.VISIBLE


def test_backspace_removes_the_point_which_can_then_be_placed_anew(at_work):
    at_work.click((60.0, 50.0))
    at_work.press(Qt.Key.Key_1)
    at_work.press(Qt.Key.Key_Backspace)
    assert not only_instance(at_work).labeled[0]
    at_work.settle()
    at_work.click((200.0, 150.0))
    np.testing.assert_allclose(only_instance(at_work).keypoints[0], (200, 150), atol=1.0)


def test_swapping_sides_exchanges_the_names_and_moves_no_point(at_work):
    at_work.click((60.0, 50.0))
    at_work.click((120.0, 50.0))
    before = only_instance(at_work)
    at_work.do(ActionId.SWAP_SIDES)
    after = only_instance(at_work)
    np.testing.assert_array_equal(after.keypoints[[1, 0]], before.keypoints[[0, 1]])


def test_the_pose_of_the_previous_image_comes_as_carried_points(at_work):
    at_work.click((60.0, 50.0))
    at_work.go_to(2)
    at_work.do(ActionId.COPY_PREVIOUS)
    instance = only_instance(at_work)
    np.testing.assert_allclose(instance.keypoints[0], (60, 50), atol=1.0)
    assert instance.origins[0] == Origin.CARRIED


def test_copy_and_paste_bring_a_pose_to_another_image_and_delete_takes_it_away(at_work):
    at_work.click((60.0, 50.0))
    at_work.do(ActionId.COPY_POSE)
    at_work.go_to(2)
    at_work.do(ActionId.PASTE_POSE)
    assert only_instance(at_work).origins[0] == Origin.CARRIED
    at_work.settle()
    at_work.press(Qt.Key.Key_Delete)
    assert at_work.window.store.instances(at_work.window.selection.now.image_id) == ()


def test_enter_accepts_the_image_and_shows_the_next(at_work):
    at_work.click((60.0, 50.0))
    first = at_work.window.selection.now.image_id
    at_work.press(Qt.Key.Key_Return)
    assert at_work.window.store.image(first).state is ImageState.REVIEWED
    assert at_work.window.selection.now.image_id == at_work.window.media.ids[1]


def test_escape_ends_guided_clicking_and_s_resumes_it(at_work):
    assert at_work.window.editing.guided_keypoint() is not None
    at_work.press(Qt.Key.Key_Escape)
    at_work.click((60.0, 50.0))
    assert at_work.window.store.instances(at_work.window.selection.now.image_id) == ()
    at_work.press(Qt.Key.Key_S)
    assert at_work.window.editing.guided_keypoint() is not None


def test_guided_clicking_that_was_ended_on_one_image_is_there_again_on_the_next(at_work):
    at_work.press(Qt.Key.Key_Escape)
    assert at_work.window.editing.guided_keypoint() is None
    at_work.press(Qt.Key.Key_D)
    assert at_work.window.editing.guided_keypoint() is not None
    at_work.click((60.0, 50.0))
    (stored,) = at_work.window.store.instances(at_work.window.selection.now.image_id)
    assert stored.instance.labeled.tolist() == [True, False, False]


def test_while_guided_clicking_pauses_the_image_says_how_to_go_on(at_work):
    at_work.press(Qt.Key.Key_S)
    at_work.press(Qt.Key.Key_Escape)
    at_work.settle()
    assert at_work.window.canvas.accessibleDescription() == "Paused. S goes on"
    at_work.press(Qt.Key.Key_S)
    at_work.settle()
    assert at_work.window.selection.now.keypoint == 1, "the one it paused at"
    assert "right eye" in at_work.window.canvas.accessibleDescription()


def test_the_image_says_how_to_go_on_until_guided_clicking_does(at_work):
    description = at_work.window.canvas.accessibleDescription
    at_work.press(Qt.Key.Key_S)
    at_work.press(Qt.Key.Key_Escape)
    at_work.click((60.0, 50.0))
    assert description() == "Paused. S goes on"
    assert at_work.window.selection.now.keypoint == 1, "the one it paused at"
    at_work.press(Qt.Key.Key_Escape)
    at_work.settle()
    assert description() == "Paused. S goes on"
    at_work.press(Qt.Key.Key_S)
    at_work.settle()
    assert "left eye" in description()


def test_esc_in_the_search_empties_it_and_gives_the_keyboard_to_the_image(at_work):
    search = at_work.window.media_panel.search
    at_work.press(Qt.Key.Key_S)
    search.setFocus()
    at_work.qtbot.keyClicks(search, "img1")
    at_work.settle()
    at_work.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert at_work.window.canvas.hasFocus()
    assert not at_work.window.editing.is_guide_paused


def test_holding_h_hides_the_marks_until_it_is_let_go(at_work, monkeypatch):
    said: list[bool] = []
    monkeypatch.setattr(at_work.window.canvas, "set_marks_hidden", said.append)
    at_work.window.canvas.setFocus()
    at_work.qtbot.waitUntil(lambda: QApplication.focusWidget() is at_work.window.canvas)
    at_work.qtbot.keyPress(at_work.window.canvas, Qt.Key.Key_H)
    at_work.qtbot.keyRelease(at_work.window.canvas, Qt.Key.Key_H)
    assert said == [True, False]


def ring_at(person: Person, xy: tuple[float, float]) -> bool:
    """Whether the canvas draws a ring about image point `xy`."""
    picture = person.window.canvas.viewport().grab().toImage()
    spot = person.spot(xy)
    around = {
        picture.pixelColor(spot.x() + dx, spot.y() + dy).rgb() for dx in range(-8, 9) for dy in range(-8, 9)
    }
    return len(around) > 1


def test_a_keypoint_hidden_by_key_is_not_drawn_until_all_are_shown_again(at_work):
    at_work.click((200.0, 150.0))
    at_work.press(Qt.Key.Key_1)
    at_work.settle()
    assert ring_at(at_work, (200.0, 150.0))
    at_work.press(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    at_work.settle()
    assert not ring_at(at_work, (200.0, 150.0))
    assert only_instance(at_work).labeled[0]
    at_work.do(ActionId.SHOW_KEYPOINTS)
    at_work.settle()
    assert ring_at(at_work, (200.0, 150.0))


def test_a_hidden_keypoint_that_is_placed_by_hand_is_shown_again(at_work):
    hiding, category = at_work.window.hiding, at_work.window.selection.category()
    hiding.toggle(0)
    assert hiding.hidden(category.id) == {0}
    at_work.click((60.0, 50.0))
    assert hiding.hidden(category.id) == frozenset()


def test_hidden_keypoints_stay_hidden_when_the_category_changes_and_not_in_another(at_work):
    window = at_work.window
    window.hiding.toggle(2)
    horse = window.selection.category()
    moved = replace(HORSE, keypoints=("nose", "left eye", "right eye"), edges=(), pairs=())
    window.prompting.change_category(horse.id, moved, (2, 0, 1))
    assert window.hiding.hidden(horse.id) == {0}
    window.prompting.add_category(Category("tail", ("nose",)))
    assert window.hiding.hidden(window.selection.now.category_id) == frozenset()


def test_letters_typed_into_the_search_field_trigger_nothing(at_work):
    search = at_work.window.media_panel.search
    search.setFocus()
    at_work.qtbot.keyClicks(search, "dag")
    assert search.text() == "dag"
    assert at_work.window.selection.now.image_id == at_work.window.store.image_ids()[0]


# pre-labelling


def test_r_pre_labels_the_image_and_one_undo_takes_the_points_back(with_model):
    with_model.go_to(2)
    with_model.do(ActionId.PRELABEL_HERE)
    store, window = with_model.window.store, with_model.window
    image_id = window.selection.now.image_id
    with_model.qtbot.waitUntil(lambda: len(store.instances(image_id)) == 1, timeout=WAIT_MS)
    instance = only_instance(with_model)
    assert (instance.origins == Origin.MODEL).all()
    assert np.isfinite(instance.scores).all()
    assert store.image(image_id).state is ImageState.PREDICTED
    with_model.do(ActionId.UNDO)
    assert store.instances(image_id) == ()


def test_pre_labelling_never_moves_a_point_of_a_person(with_model):
    with_model.click((60.0, 50.0))
    before = only_instance(with_model)
    with_model.do(ActionId.PRELABEL_HERE)
    with_model.qtbot.waitUntil(lambda: bool(only_instance(with_model).labeled.all()), timeout=WAIT_MS)
    after = only_instance(with_model)
    np.testing.assert_array_equal(after.keypoints[0], before.keypoints[0])
    assert list(after.origins) == [Origin.HUMAN, Origin.MODEL, Origin.MODEL]


def predicted_in_second_image(person: Person) -> Instance:
    """Pre-labels the second image by names; gives its answer."""
    person.go_to(2)
    person.do(ActionId.PRELABEL_HERE)
    store, image_id = person.window.store, person.window.selection.now.image_id
    person.qtbot.waitUntil(lambda: len(store.instances(image_id)) == 1, timeout=WAIT_MS)
    return only_instance(person)


def test_another_prompt_text_refreshes_the_predicted_image_and_one_undo_takes_both_back(with_model):
    before = predicted_in_second_image(with_model)
    window = with_model.window
    window.prompting.set_text(0, "a quite different thing")
    with_model.qtbot.waitUntil(lambda: not only_instance(with_model).same_as(before), timeout=WAIT_MS)
    after = only_instance(with_model)
    assert (after.origins == Origin.MODEL).all()
    with_model.do(ActionId.UNDO)
    assert window.selection.category().texts[0] == "left eye"
    assert only_instance(with_model).same_as(before)
    with_model.qtbot.wait(300)
    assert only_instance(with_model).same_as(before)
    with_model.do(ActionId.REDO)
    assert only_instance(with_model).same_as(after)


def test_a_changed_prompt_leaves_images_alone_that_a_person_has_worked_on(with_model):
    predicted_in_second_image(with_model)
    window = with_model.window
    window.selection.set_keypoint(0)
    window.editing.nudge(3, 0)
    before, steps = only_instance(with_model), window.store.undo_stack.count()
    with with_model.qtbot.waitSignal(window.prompting.changed, timeout=WAIT_MS):
        window.prompting.set_text(1, "a quite different thing")
    with_model.qtbot.waitUntil(lambda: not window.session.engine.jobs.is_busy, timeout=WAIT_MS)
    assert only_instance(with_model).same_as(before)
    assert window.store.undo_stack.count() == steps + 1


def test_an_image_that_an_older_prompt_predicted_says_so_until_it_is_refreshed(with_model):
    predicted_in_second_image(with_model)
    with_model.go_to(3)
    with_model.do(ActionId.PRELABEL_HERE)
    window, position = with_model.window, with_model.window.status_line.position
    image_id = window.selection.now.image_id
    with_model.qtbot.waitUntil(lambda: len(window.store.instances(image_id)) == 1, timeout=WAIT_MS)
    before = only_instance(with_model)
    window.prompting.set_text(0, "a quite different thing")
    with_model.qtbot.waitUntil(lambda: not only_instance(with_model).same_as(before), timeout=WAIT_MS)
    with_model.settle()
    assert "older prompt" not in position.text(), "this one has followed"
    with_model.go_to(2)
    assert "older prompt" in position.text()
    with_model.do(ActionId.PRELABEL_HERE)
    with_model.qtbot.waitUntil(lambda: "older prompt" not in position.text(), timeout=WAIT_MS)
    with_model.do(ActionId.UNDO)
    with_model.qtbot.waitUntil(lambda: "older prompt" in position.text(), timeout=WAIT_MS)
    with_model.do(ActionId.UNDO)
    assert window.selection.category().texts[0] == "left eye"
    with_model.qtbot.waitUntil(lambda: "older prompt" not in position.text(), timeout=WAIT_MS)


# heatmaps


def test_m_lays_the_heatmap_over_the_image_until_another_image_is_shown(with_model):
    window = with_model.window
    action = window.actions_by_id[ActionId.SHOW_HEATMAP]
    plain = window.canvas.viewport().grab().toImage()
    with with_model.qtbot.waitSignal(window.session.engine.heatmaps_ready, timeout=WAIT_MS):
        with_model.press(Qt.Key.Key_M)
    assert action.isChecked()
    assert window.canvas.viewport().grab().toImage() != plain
    with_model.go_to(2)
    assert not action.isChecked()
    with_model.go_to(1)
    assert window.canvas.viewport().grab().toImage() == plain


def test_heatmaps_that_come_after_they_were_switched_off_are_not_shown(with_model):
    window = with_model.window
    plain = window.canvas.viewport().grab().toImage()
    heard = []
    window.session.engine.heatmaps_ready.connect(heard.append)
    window.heatmaps.set_on(True)
    window.heatmaps.set_on(False)
    with_model.qtbot.waitUntil(lambda: not window.session.engine.jobs.is_busy, timeout=WAIT_MS)
    assert heard == []
    assert window.canvas.viewport().grab().toImage() == plain


def test_ctrl_r_pre_labels_all_but_the_prompt_and_one_undo_takes_all_back(with_model):
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)):
        with_model.click(xy)
    batch = with_model.window.actions_by_id[ActionId.PRELABEL_ALL]
    with_model.qtbot.waitUntil(lambda: batch.text() == "Pre-label 2 images", timeout=WAIT_MS)
    with_model.do(ActionId.PRELABEL_ALL)
    with_model.qtbot.waitUntil(lambda: not with_model.window.batches.is_running, timeout=WAIT_MS)
    assert states(with_model) == [ImageState.IN_WORK, ImageState.PREDICTED, ImageState.PREDICTED]
    with_model.do(ActionId.UNDO)
    assert states(with_model) == [ImageState.IN_WORK, ImageState.UNTOUCHED, ImageState.UNTOUCHED]


def test_an_image_that_cannot_be_read_is_named_and_the_others_are_done(with_model, tmp_path):
    with_model.click((60.0, 50.0))
    (tmp_path / "images" / "img2.png").write_bytes(b"no picture")
    with_model.do(ActionId.PRELABEL_ALL)
    with_model.qtbot.waitUntil(lambda: not with_model.window.batches.is_running, timeout=WAIT_MS)
    (dialog,) = with_model.window.findChildren(FailuresDialog)
    table = dialog.findChild(QTableWidget, Name.FAILURES_TABLE)
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["img2.png"]
    assert "img2.png" in table.item(0, 1).text()
    dialog.reject()
    assert states(with_model)[2] is ImageState.PREDICTED


def test_without_clicked_points_and_names_the_window_says_what_is_missing(at_work):
    at_work.window.prompting.set_modalities(False, True)
    at_work.do(ActionId.PRELABEL_HERE)
    assert "Nothing says yet what to look for" in at_work.window.findChild(QLabel, Name.MESSAGE_TEXT).text()
    at_work.settle()
    assert at_work.window.findChild(QLabel, Name.PROMPT_REASON).isVisible()


def test_a_model_that_cannot_be_loaded_is_told_and_the_work_goes_on(at_work, tmp_path):
    engine = at_work.window.session.engine
    with at_work.qtbot.waitSignal(engine.engine_failed, timeout=WAIT_MS):
        at_work.window.load_model(str(tmp_path / "no model"))
    assert "no model" in at_work.window.findChild(QLabel, Name.MESSAGE_TEXT).text()
    at_work.click((60.0, 50.0))
    assert only_instance(at_work).labeled[0]


def test_space_goes_to_the_lowest_score_and_selects_the_most_doubtful_point(at_work):
    store, category_id = at_work.window.store, at_work.window.selection.now.category_id
    for image_id, scores in zip(
        store.image_ids(), ((0.9, 0.8, 0.9), (0.9, 0.2, 0.5), (0.6, 0.7, 0.4)), strict=True
    ):
        put_prediction(store, image_id, category_id, scores)
    order = []
    for _ in range(3):
        at_work.press(Qt.Key.Key_Space)
        now = at_work.window.selection.now
        order.append((store.image_ids().index(now.image_id), now.keypoint))
    assert order == [(1, 1), (2, 2), (0, 1)]


def put_prediction(store, image_id, category_id, scores) -> None:
    from app.project.records import PredictedInstance

    empty = Instance.empty(HORSE)
    instance = replace(
        empty,
        keypoints=np.array([(50, 50), (100, 50), (75, 100)], float),
        visibility=np.full(3, Visibility.VISIBLE, np.int8),
        scores=np.array(scores),
        peaks=np.array(scores),
        origins=np.full(3, Origin.MODEL, np.int8),
    )
    store.apply_predictions([PredictedInstance(image_id, category_id, None, instance)])


# export, import, reopening


def export_to(person: Person, path: Path) -> None:
    person.do(ActionId.EXPORT_COCO)
    dialog = person.window.findChild(QWidget, Name.EXPORT_DIALOG)
    dialog.set_path(path)
    person.qtbot.mouseClick(dialog.findChild(QPushButton, Name.EXPORT_ACCEPT), Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(path.exists, timeout=WAIT_MS)


def test_export_writes_a_coco_file_that_holds_the_clicked_points(at_work, tmp_path):
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)):
        at_work.click(xy)
    export_to(at_work, tmp_path / "out.json")
    dataset = read_coco(tmp_path / "out.json")
    assert [category.category for category in dataset.categories] == [HORSE]
    np.testing.assert_allclose(
        dataset.annotations[0].instance.keypoints, only_instance(at_work).keypoints, atol=1e-5
    )
    text = at_work.window.findChild(QLabel, Name.MESSAGE_TEXT)
    at_work.qtbot.waitUntil(lambda: "Exported 1 image" in text.text(), timeout=WAIT_MS)


def test_a_coco_file_imports_into_a_new_project_beside_it(at_work, tmp_path):
    at_work.click((60.0, 50.0))
    export_to(at_work, tmp_path / "out.json")
    at_work.do(ActionId.CLOSE_PROJECT)
    at_work.do(ActionId.IMPORT_COCO)
    dialog = at_work.window.findChild(QWidget, Name.IMPORT_DIALOG)
    dialog.set_file(tmp_path / "out.json")
    at_work.qtbot.mouseClick(dialog.findChild(QPushButton, Name.IMPORT_ACCEPT), Qt.MouseButton.LeftButton)
    at_work.qtbot.waitUntil(lambda: at_work.window.store.is_open, timeout=WAIT_MS)
    assert at_work.window.store.path == tmp_path / "out.gkdt"
    at_work.qtbot.waitUntil(lambda: at_work.window.selection.now.image_id is not None, timeout=WAIT_MS)
    np.testing.assert_allclose(only_instance(at_work).keypoints[0], (60, 50), atol=1.0)


def test_a_closed_project_opens_again_with_every_point(at_work):
    at_work.click((60.0, 50.0))
    before, path = only_instance(at_work), at_work.window.store.path
    at_work.do(ActionId.CLOSE_PROJECT)
    at_work.window.open_path(path)
    assert only_instance(at_work).same_as(before)


# the list


def test_the_filter_hides_images_and_a_button_brings_them_back(at_work):
    panel = at_work.window.media_panel
    panel.search.setText("nothing like this")
    assert list(at_work.window.media.ids) == []
    at_work.qtbot.mouseClick(panel.findChild(QPushButton, Name.MEDIA_EMPTY_BUTTON), Qt.MouseButton.LeftButton)
    assert len(at_work.window.media.ids) == 3


def test_next_goes_on_from_the_place_of_an_image_that_the_filter_hides(at_work):
    panel = at_work.window.media_panel
    panel.filter.setCurrentText("Not reviewed")
    at_work.press(Qt.Key.Key_Return)
    second = at_work.window.selection.now.image_id
    at_work.press(Qt.Key.Key_Return)
    at_work.qtbot.waitUntil(lambda: len(at_work.window.media.ids) == 1, timeout=WAIT_MS)
    assert second not in at_work.window.media.ids
    assert at_work.window.selection.now.image_id == at_work.window.media.ids[0]


# the whole window


def test_every_control_of_the_work_page_is_reached_with_the_tab_key(at_work):
    wanted = {
        Name.MEDIA_SEARCH,
        Name.MEDIA_FILTER,
        Name.MEDIA_SORT,
        Name.MEDIA_LIST,
        "canvas",
        Name.CATEGORY_COMBO,
        Name.CATEGORY_NEW,
        Name.CATEGORY_EDIT,
        Name.KEYPOINT_TABLE,
        Name.INSTANCE_LIST,
        Name.INSTANCE_ADD,
        Name.PROMPT_USE_POINTS,
        Name.PROMPT_USE_NAMES,
        Name.PRELABEL_HERE,
        Name.ENGINE_LINE,
    }
    window = at_work.window
    first = window.media_panel.search
    seen, widget = set(), first
    while widget is not None:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.add(widget.objectName())
        widget = widget.nextInFocusChain()
        if widget is first:
            break
    assert wanted <= seen


def test_nothing_is_cut_off_at_1280_by_800(at_work):
    window = at_work.window
    window.resize(1280, 768)
    at_work.settle()
    cut = []
    for button in window.side_panel.findChildren(QPushButton):
        if button.isVisible() and button.sizeHint().width() > button.width():
            cut.append(button.text())
    for label in window.side_panel.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            if label.sizeHint().width() > label.width() + 1 and "…" not in label.text():
                cut.append(label.text())
    assert cut == []


def test_a_box_drawn_by_hand_belongs_to_a_new_instance(at_work):
    at_work.do(ActionId.DRAW_BOX)
    at_work.drag((40.0, 30.0), (200.0, 180.0))
    box = only_instance(at_work).box
    assert isinstance(box, Box)
    np.testing.assert_allclose(box.as_xyxy(), (40, 30, 200, 180), atol=1.5)
    assert not at_work.window.actions_by_id[ActionId.DRAW_BOX].isChecked()


def test_image_sizes_are_learnt_in_the_background(at_work):
    store = at_work.window.store
    at_work.qtbot.waitUntil(
        lambda: all(store.image(id_).height == HEIGHT for id_ in store.image_ids()), timeout=WAIT_MS
    )
    assert {store.image(id_).width for id_ in store.image_ids()} == {WIDTH}


def test_a_click_without_a_category_asks_for_one(person, tmp_path):
    make_images(tmp_path / "images", 1)
    person.open_folder(tmp_path / "images")
    person.click((50.0, 50.0))
    assert person.window.findChild(QWidget, Name.CATEGORY_DIALOG).isVisible()


def test_a_second_category_can_be_worked_on_in_the_same_image(at_work):
    at_work.click((60.0, 50.0))
    at_work.window.prompting.add_category(Category("tail", ("tip",)))
    at_work.settle()
    at_work.click((200.0, 150.0))
    image_id = at_work.window.selection.now.image_id
    names = [stored.instance.category.name for stored in at_work.window.store.instances(image_id)]
    assert names == ["horse", "tail"]


def test_no_mnemonic_of_the_work_page_is_that_of_a_menu(at_work):
    window = at_work.window
    letters = [action.text()[action.text().index("&") + 1].lower() for action in window.menuBar().actions()]
    for button in window.pages.findChildren(QAbstractButton):
        text = button.text().replace("&&", "")
        if "&" in text:
            letters.append(text[text.index("&") + 1].lower())
    assert len(letters) == len(set(letters))


def test_going_to_an_image_of_another_category_works_on_that_one(at_work):
    at_work.window.prompting.add_category(Category("tail", ("tip",)))
    at_work.window.selection.clear()
    store = at_work.window.store
    horse, tail = store.categories()
    first, second, third = store.image_ids()
    store.add_instance(second, Instance.empty(tail.category, Box(10, 10, 90, 90)), tail.id, human=False)
    for image_id, expected in ((first, horse.id), (second, tail.id), (third, tail.id)):
        at_work.window.navigation.show(image_id)
        assert at_work.window.selection.now.category_id == expected


def test_a_category_that_a_person_has_chosen_stays_chosen_on_the_next_image(at_work):
    at_work.click((60.0, 50.0))
    at_work.go_to(2)
    at_work.click((60.0, 50.0))
    at_work.window.prompting.add_category(Category("tail", ("tip",)))
    at_work.go_to(1)
    assert at_work.window.selection.category().category.name == "tail"


def test_images_of_another_category_are_not_pre_labelled_unless_both_meet_in_an_image(at_work):
    store = at_work.window.store
    horse = at_work.window.selection.now.category_id
    tail = store.add_category(Category("tail", ("tip",)))
    first, second, third = store.image_ids()
    store.add_instance(third, Instance.empty(HORSE), horse, human=False)
    for image_id in (first, second):
        store.add_instance(image_id, Instance.empty(store.category(tail).category), tail, human=False)
    assert at_work.window.batches.targets() == [third]
    store.add_instance(first, Instance.empty(HORSE), horse, human=False)
    assert at_work.window.batches.targets() == [first, second, third]
