"""Batches in the window: what they take, pause and go on, a restart in between, and what fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QPushButton, QTableWidget

from app.actions import ActionId
from app.controllers import batches
from app.controllers.batches import Among
from app.dialogs.failures_dialog import FailuresDialog
from app.object_names import Name
from gkdt_core.domain import ImageState
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model

COUNT = 12


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def person(qtbot, home: Path, tmp_path: Path, model: Path) -> Iterator[Person]:
    someone = open_window(qtbot, home)
    make_images(tmp_path / "images", COUNT)
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    with qtbot.waitSignal(someone.window.session.engine.engine_ready, timeout=4 * WAIT_MS):
        someone.window.load_model(str(model))
    yield someone
    someone.close()


def predicted(person: Person) -> list[int]:
    store = person.window.store
    ids = store.image_ids()
    return [row for row, id_ in enumerate(ids) if store.image(id_).state is ImageState.PREDICTED]


def wait_for_end(person: Person) -> None:
    person.qtbot.waitUntil(lambda: not person.window.batches.is_running, timeout=WAIT_MS)
    person.settle()


def test_the_selected_images_are_pre_labelled_where_several_are_selected(person: Person) -> None:
    view, model = person.window.media_panel.view, person.window.media
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(model.index(2), flags.ClearAndSelect)
    person.settle()
    for row in (4, 7):
        view.selectionModel().select(model.index(row), flags.Select)
    batch = person.window.actions_by_id[ActionId.PRELABEL_ALL]
    person.qtbot.waitUntil(lambda: batch.text() == "Pre-label 3 selected images", timeout=WAIT_MS)
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    assert predicted(person) == [2, 4, 7]
    assert len(view.selectionModel().selectedIndexes()) == 3


def test_the_filter_limits_the_list_but_not_the_whole_project(person: Person) -> None:
    person.window.media_panel.search.setText("img1")  # img1, img10, img11, img12
    person.settle()
    assert len(person.window.batches.targets()) == 4
    assert len(person.window.batches.targets(Among.PROJECT)) == COUNT
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    assert predicted(person) == [0, 9, 10, 11]
    person.do(ActionId.PRELABEL_PROJECT)
    wait_for_end(person)
    assert len(predicted(person)) == COUNT


def test_a_long_batch_is_noted_by_portions_before_it_begins(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "NOTED_AT_ONCE", 5)
    person.pause_a_batch()
    person.settle()
    done = len(predicted(person))
    job = person.window.store.work.job()
    assert job is not None
    assert (job.total, len(job.waiting)) == (COUNT, COUNT - done)
    person.window.batches.go_on()
    wait_for_end(person)
    assert len(predicted(person)) == COUNT
    assert person.window.store.work.job() is None


def test_the_counts_of_the_button_are_those_that_a_batch_takes(person: Person) -> None:
    counts: list[tuple[int, int]] = []
    person.window.batches.targets_changed.connect(lambda *both: counts.append(both))
    store = person.window.store
    store.set_states(store.image_ids()[:3], ImageState.REVIEWED)
    person.qtbot.waitUntil(lambda: counts[-1:] == [(COUNT - 3, COUNT - 3)], timeout=WAIT_MS)
    person.window.media_panel.search.setText("img1")  # img1, which is reviewed, img10, img11, img12
    person.qtbot.waitUntil(lambda: counts[-1:] == [(3, COUNT - 3)], timeout=WAIT_MS)
    assert len(person.window.batches.targets()) == 3


def test_a_paused_batch_goes_on_where_it_was_and_is_one_undo_step(person: Person) -> None:
    person.pause_a_batch()
    person.settle()
    done, state = len(predicted(person)), person.window.batches.state
    assert state is not None
    assert 0 < done < COUNT
    assert (state.left, state.is_running) == (COUNT - done, False)
    assert person.window.side_panel.prompt.batch_line.full_text == f"Paused, {COUNT - done} of {COUNT} left"
    person.do(ActionId.PAUSE_BATCH)
    wait_for_end(person)
    assert len(predicted(person)) == COUNT
    assert person.window.batches.state is None
    assert person.window.store.work.job() is None
    person.do(ActionId.UNDO)
    assert predicted(person) == []


def run_one_image(person: Person, number: int) -> None:
    person.window.media_panel.search.setText(f"img{number}")
    person.settle()
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    person.window.media_panel.search.clear()
    person.settle()


def test_a_paused_batch_outlives_a_small_one_and_is_offered_again_without_what_that_did(
    person: Person,
) -> None:
    person.pause_a_batch()
    person.settle()
    left = COUNT - len(predicted(person))
    run_one_image(person, 9)  # img9 is behind the first portion
    assert 8 in predicted(person)
    button = person.window.findChild(QPushButton, Name.MESSAGE_ACTION)
    assert button.text() == "Go on"
    assert button.isVisible()
    text = person.window.side_panel.prompt.batch_line.full_text
    assert text == f"Paused, {left - 1} of {COUNT} left"
    button.click()
    wait_for_end(person)
    assert len(predicted(person)) == COUNT
    assert person.window.batches.state is None


def test_two_paused_batches_are_gone_on_with_one_after_the_other_also_after_a_restart(
    person: Person, qtbot, home: Path, model: Path
) -> None:
    first, second = person.window.store.image_ids()[-2:]
    category = person.window.store.categories()[0].id
    work = person.window.store.work
    for number in (first, second):
        work.extend_job(work.begin_job(category, 1), 0, [(number, None)])
    path = person.window.store.path
    assert path is not None
    person.close()
    again = open_window(qtbot, home)
    again.window.open_path(path)
    with qtbot.waitSignal(again.window.session.engine.engine_ready, timeout=4 * WAIT_MS):
        again.window.load_model(str(model))
    line = again.window.side_panel.prompt.batch_line
    assert line.full_text == "Paused, 1 of 1 left · 1 more paused"
    again.window.batches.go_on()
    wait_for_end(again)
    assert predicted(again) == [COUNT - 1]
    assert line.full_text == "Paused, 1 of 1 left"
    again.window.batches.go_on()
    wait_for_end(again)
    assert predicted(again) == [COUNT - 2, COUNT - 1]
    assert again.window.batches.state is None
    again.close()


def test_a_batch_that_does_all_that_a_paused_one_has_left_takes_its_place(person: Person) -> None:
    person.pause_a_batch()
    person.settle()
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    assert len(predicted(person)) == COUNT
    assert person.window.batches.state is None
    assert person.window.store.work.jobs() == ()


def test_forgetting_the_batch_on_screen_leaves_the_other_paused_one(person: Person) -> None:
    category = person.window.store.categories()[0].id
    work = person.window.store.work
    numbers = []
    for image_id in person.window.store.image_ids()[:2]:
        numbers.append(work.begin_job(category, 1))
        work.extend_job(numbers[-1], 0, [(image_id, None)])
    person.window.batches.discard()
    assert [job.id for job in work.jobs()] == numbers[:1]
    state = person.window.batches.state
    assert state is not None
    assert (state.left, state.others) == (1, 0)


def test_a_failure_of_a_small_batch_is_listed_while_the_paused_one_stays_offered(
    person: Person, tmp_path: Path
) -> None:
    person.pause_a_batch()
    person.settle()
    left = COUNT - len(predicted(person))
    (tmp_path / "images" / "img9.png").write_bytes(b"no image")
    run_one_image(person, 9)
    dialog = person.window.findChild(FailuresDialog)
    dialog.reject()
    state = person.window.batches.state
    assert state is not None
    assert (state.left, state.failed) == (left, 1)
    assert [failure.name for failure in person.window.batches.failures()] == ["img9.png"]
    assert person.window.actions_by_id[ActionId.PAUSE_BATCH].text() == "&Go on"


def test_what_is_left_of_a_batch_is_offered_when_the_project_is_opened_again(
    person: Person, qtbot, home: Path, model: Path
) -> None:
    person.pause_a_batch()
    person.settle()
    done, path = len(predicted(person)), person.window.store.path
    assert path is not None
    person.close()
    other = open_window(qtbot, home)
    with qtbot.waitSignal(other.window.session.engine.engine_ready, timeout=WAIT_MS):
        other.window.load_model(str(model))
    other.window.open_path(path)
    button = other.window.findChild(QPushButton, Name.MESSAGE_ACTION)
    qtbot.waitUntil(lambda: button.isVisible() and button.text() == "Go on", timeout=WAIT_MS)
    assert len(predicted(other)) == done
    button.click()
    qtbot.waitUntil(lambda: other.window.batches.is_running, timeout=WAIT_MS)
    wait_for_end(other)
    assert len(predicted(other)) == COUNT
    other.close()


def test_what_is_left_can_be_forgotten(person: Person) -> None:
    person.pause_a_batch()
    person.settle()
    done = len(predicted(person))
    person.window.side_panel.prompt.discard.click()
    assert person.window.batches.state is None
    assert person.window.store.work.job() is None
    assert len(predicted(person)) == done


def test_what_failed_is_listed_with_reasons_and_can_be_tried_again(person: Person, tmp_path: Path) -> None:
    broken = [tmp_path / "images" / f"img{number}.png" for number in (3, 8)]
    for path in broken:
        path.write_bytes(b"no picture")
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    assert len(predicted(person)) == COUNT - 2
    (dialog,) = person.window.findChildren(FailuresDialog)
    table = dialog.findChild(QTableWidget, Name.FAILURES_TABLE)
    assert [table.item(row, 0).text() for row in range(2)] == ["img3.png", "img8.png"]
    assert all("img" in table.item(row, 1).text() for row in range(2))
    for path in broken:
        Image.fromarray(np.full((240, 320, 3), 90, np.uint8)).save(path)
    dialog.findChild(QPushButton, Name.FAILURES_RETRY).click()
    wait_for_end(person)
    assert len(predicted(person)) == COUNT
    assert person.window.store.work.job() is None


def break_images(folder: Path, *numbers: int) -> None:
    for number in numbers:
        (folder / f"img{number}.png").write_bytes(b"no picture")


def mend_images(folder: Path, *numbers: int) -> None:
    for number in numbers:
        Image.fromarray(np.full((240, 320, 3), 90, np.uint8)).save(folder / f"img{number}.png")


def listed_failures(person: Person) -> list[str]:
    """What the open dialog lists."""
    dialog = next(d for d in person.window.findChildren(FailuresDialog) if d.isVisible())
    table = dialog.findChild(QTableWidget, Name.FAILURES_TABLE)
    return [table.item(row, 0).text() for row in range(table.rowCount())]


def close_failures(person: Person) -> None:
    for dialog in person.window.findChildren(FailuresDialog):
        dialog.reject()
    person.qtbot.waitUntil(lambda: not person.window.findChildren(FailuresDialog))


def test_failures_that_were_closed_are_shown_again_and_survive_a_restart(
    person: Person, qtbot, home: Path, model: Path, tmp_path: Path
) -> None:
    break_images(tmp_path / "images", 3, 8)
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    close_failures(person)
    assert person.window.side_panel.prompt.batch_line.full_text == f"{COUNT - 2} done · 2 failed"
    person.window.side_panel.prompt.failures.click()
    assert listed_failures(person) == ["img3.png", "img8.png"]
    path = person.window.store.path
    assert path is not None
    person.close()

    other = open_window(qtbot, home)
    with qtbot.waitSignal(other.window.session.engine.engine_ready, timeout=WAIT_MS):
        other.window.load_model(str(model))
    other.window.open_path(path)
    other.settle()
    button = other.window.findChild(QPushButton, Name.MESSAGE_ACTION)
    assert not button.isVisible(), "who has seen the failures is not told of them at every start"
    other.do(ActionId.SHOW_FAILURES)
    assert listed_failures(other) == ["img3.png", "img8.png"]
    mend_images(tmp_path / "images", 3, 8)
    other.window.findChild(QPushButton, Name.FAILURES_RETRY).click()
    wait_for_end(other)
    assert len(predicted(other)) == COUNT
    assert not other.window.actions_by_id[ActionId.SHOW_FAILURES].isEnabled()
    other.close()


def test_failures_that_nobody_has_seen_are_told_at_the_next_start(
    person: Person, qtbot, home: Path, tmp_path: Path
) -> None:
    break_images(tmp_path / "images", 3)
    person.window.batches.failures_found.disconnect()
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    path = person.window.store.path
    assert path is not None
    person.close()
    other = open_window(qtbot, home)
    other.window.open_path(path)
    button = other.window.findChild(QPushButton, Name.MESSAGE_ACTION)
    qtbot.waitUntil(lambda: button.isVisible() and button.text() == "Show them", timeout=WAIT_MS)
    button.click()
    assert listed_failures(other) == ["img3.png"]
    other.close()


def test_the_next_batch_forgets_the_failures_of_the_one_before(person: Person, tmp_path: Path) -> None:
    break_images(tmp_path / "images", 3)
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    close_failures(person)
    mend_images(tmp_path / "images", 3)
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    assert person.window.batches.failures() == ()
    assert person.window.batches.state is None


def test_what_failed_before_a_batch_was_cancelled_stays_known(person: Person, tmp_path: Path) -> None:
    break_images(tmp_path / "images", 1)
    engine = person.window.session.engine
    with person.qtbot.waitSignal(engine.batch_result, timeout=WAIT_MS):
        person.do(ActionId.PRELABEL_ALL)
    person.window.batches._task.cancel()  # what the status line's button does
    wait_for_end(person)
    assert [failure.name for failure in person.window.batches.failures()] == ["img1.png"]
    state = person.window.batches.state
    assert state is not None
    assert (state.left, state.failed) == (0, 1)


def test_a_re_run_leaves_points_of_people_where_they_are(person: Person) -> None:
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    store = person.window.store
    first = store.image_ids()[0]
    (stored,) = store.instances(first)
    store.put_instance(stored.id, stored.instance.moved(1, (11.0, 22.0)))
    person.window.prompting.set_text(0, "hoof")
    person.settle()
    person.do(ActionId.PRELABEL_ALL)
    wait_for_end(person)
    (after,) = store.instances(first)
    assert after.instance.keypoints[1].tolist() == [11.0, 22.0]
    assert after.instance.origins.tolist() == [2, 1, 2]


def test_a_batch_that_is_cancelled_is_not_offered_again(person: Person) -> None:
    engine = person.window.session.engine
    with person.qtbot.waitSignal(engine.batch_result, timeout=WAIT_MS):
        person.do(ActionId.PRELABEL_ALL)
    person.window.batches._task.cancel()  # what the status line's button does
    wait_for_end(person)
    assert person.window.batches.state is None
    assert person.window.store.work.job() is None
    assert 0 < len(predicted(person)) < COUNT


def test_two_objects_without_boxes_are_each_looked_for_around_their_points(person: Person) -> None:
    from app.project.regions import read_regions
    from gkdt_core.domain import Instance, Origin, Visibility

    store = person.window.store
    first, second, *_ = store.image_ids()
    (category,) = store.categories()
    for offset in (0.0, 100.0):
        instance = Instance.empty(HORSE)
        for index, xy in enumerate(((10.0, 10.0), (50.0, 10.0), (30.0, 40.0))):
            place = (xy[0] + offset, xy[1])
            instance = instance.with_keypoint(index, place, Visibility.VISIBLE, Origin.CARRIED)
        store.add_instance(first, instance, category.id)
        if not offset:
            store.add_instance(second, instance, category.id)
    assert store.path is not None
    one, other, alone = read_regions(store.path, category.id, [first, second])
    assert one.box is not None
    assert other.box is not None
    assert one.box.contains((10, 10))
    assert not one.box.contains((110, 10))
    assert other.box.contains((110, 10))
    assert alone.box is None  # the only one is looked for in the whole image
