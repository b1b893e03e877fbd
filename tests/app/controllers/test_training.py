"""Trainings from the window: begun, watched, stopped, gone on with, found again, removed."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.controllers.session import Session
from app.controllers.training import Training, TrainRequest, train_command
from app.dialogs.train_dialog import TrainDialog
from app.dialogs.train_pages import TUNES
from app.object_names import Name
from app.project.records import NewImage
from app.settings import Settings
from app.training.data import DataChoice
from app.training.runs import Phase, RunState, read_record
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.formats.coco import read_coco
from tests.app.window import HEIGHT, HORSE, WAIT_MS, WIDTH, Answers, make_images

REQUEST = TrainRequest("bundled", 1, "heads")


@pytest.fixture
def session(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A project with five labelled images in tmp_path/images; no training outlives the test."""
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    session = Session(Settings(tmp_path / "settings.ini"), Answers())
    session.store.create(tmp_path / "project.gkdt")
    paths = make_images(tmp_path / "images", 5)
    ids = session.store.add_images([NewImage(p, HEIGHT, WIDTH) for p in paths], root=tmp_path / "images")
    category_id = session.store.add_category(HORSE)
    for number, image_id in enumerate(ids):
        points = np.array([[60.0, 50.0 + number], [120.0, 50.0], [90.0, 120.0]])
        instance = Instance.empty(HORSE)
        for index, xy in enumerate(points):
            instance = instance.with_keypoint(index, (xy[0], xy[1]), Visibility.VISIBLE, Origin.HUMAN)
        session.store.add_instance(image_id, instance, category_id)
    yield session
    session.close()
    for folder in (tmp_path / "home" / "training").glob("*"):
        record = read_record(folder)
        if record is not None:
            with contextlib.suppress(psutil.Error):
                psutil.Process(record.pid).kill()


_TRAINER = """
import json, pathlib, signal, sys, time
out = pathlib.Path(sys.argv[1]); out.mkdir(parents=True, exist_ok=True)
def leave(number, frame):
    (out / "checkpoint.pt").write_bytes(b"optimizer")
    print(json.dumps({"event": "stopped", "text": "Stopped."}), flush=True)
    sys.exit(130)
steps = json.loads(sys.argv[2])
if "--resume" in sys.argv:
    steps = [{"event": "start", "step": 120, "steps": 400}, {"do": "save"}, {"event": "done", "step": 400}]
if "deaf" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
else:
    signal.signal(signal.SIGTERM, leave)
for step in steps:
    kind = step.pop("do", "say")
    if kind == "save":
        (out / "model.safetensors").write_bytes(b"weights"); (out / "config.json").write_text("{}")
        (out / "checkpoint.pt").write_bytes(b"optimizer")
    elif kind == "wait":
        time.sleep(600)
    elif kind == "fail":
        sys.exit("out of memory")
    else:
        print(json.dumps(step), flush=True)
"""
START = {"event": "start", "step": 0, "steps": 400}
FIRST = {"event": "validation", "step": 0, "best": False, "pck@0.1 text": 60.0}
BETTER = {"event": "validation", "step": 120, "best": True, "pck@0.1 text": 70.0}
STEP = {"event": "step", "step": 130, "progress": 0.3, "loss": 1.0}
DONE = {"event": "done", "step": 400}
SAVE, WAIT, FAIL = {"do": "save"}, {"do": "wait"}, {"do": "fail"}


def trained_by(session: Session, *steps: dict[str, object], deaf: bool = False) -> Training:
    """A training whose trainer, a process, does these steps."""

    def command(request: TrainRequest, data: Path, out: Path) -> list[str]:
        assert (data / "annotations" / "train.json").is_file()
        more = ["deaf"] if deaf else []
        return [sys.executable, "-c", _TRAINER, str(out), json.dumps(steps), *more]

    return Training(session, command=command)


def begun(qtbot, training: Training, request: TrainRequest = REQUEST) -> Path:
    """The folder of a training that has been started."""
    training.start(request)
    qtbot.waitUntil(lambda: bool(training.runs()), timeout=WAIT_MS)
    return training.runs()[0].folder


def ended(qtbot, training: Training, folder: Path) -> RunState:
    """The state when nothing of the training goes on any more."""

    def is_over() -> bool:
        state = training.state(folder)
        return state is not None and not state.is_active and not training._session.jobs.is_busy

    qtbot.waitUntil(is_over, timeout=WAIT_MS)
    state = training.state(folder)
    assert state is not None
    return state


def at_step_130(qtbot, training: Training, folder: Path) -> None:
    qtbot.waitUntil(lambda: "130" in training.state(folder).text, timeout=WAIT_MS)


def refused(qtbot, training: Training) -> str:
    """Why a training could not begin."""
    qtbot.waitUntil(lambda: training.preparing.is_error, timeout=WAIT_MS)
    assert not list(training._session.store.path.parent.glob("home/training/*/*"))
    return training.preparing.text


def test_the_command_line_is_one_that_the_trainer_understands(tmp_path):
    import argparse

    from trainer.commands import add_train_arguments

    parser = argparse.ArgumentParser()
    add_train_arguments(parser)
    for epochs, minutes, tune in ((0, 0, "heads"), *((12, 30, value) for _, value in TUNES)):
        request = TrainRequest("bundled", epochs, tune, minutes)
        command = train_command(request, tmp_path / "data", tmp_path / "run" / "out")
        assert command[:4] == [sys.executable, "-m", "app.cli", "train"]
        options = parser.parse_args([*command[4:], "--resume"])
        assert options.data == [tmp_path / "data"]
        assert options.out == tmp_path / "run" / "out"
        assert options.stop_file == tmp_path / "run" / "stop"
        assert options.tune == tune
        assert options.progress_json
        assert options.epochs == (epochs or None)
        assert options.minutes == minutes


# the dataset


def test_a_labelled_image_that_is_gone_is_named_with_what_to_do(session, qtbot, tmp_path):
    gone = tmp_path / "images" / "img3.png"
    gone.unlink()
    training = Training(session)
    training.start(REQUEST)
    text = refused(qtbot, training)
    assert str(gone) in text
    assert "Put it back" in text


def test_a_full_disk_names_the_image_and_the_folder(session, qtbot, tmp_path, monkeypatch):
    def no_link(source: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", no_link)
    monkeypatch.setattr(shutil, "copyfile", full)
    training = Training(session)
    training.start(REQUEST)
    text = refused(qtbot, training)
    assert str(tmp_path / "images") in text
    assert str(tmp_path / "home" / "training") in text
    assert os.strerror(errno.ENOSPC) in text
    assert "space on the disk" in text


def test_a_training_folder_that_cannot_be_made_is_named(session, qtbot, tmp_path):
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "training").write_text("a file where the folder should be")
    training = Training(session)
    training.start(REQUEST)
    text = refused(qtbot, training)
    assert str(tmp_path / "home" / "training") in text
    assert "permission to write" in text


def test_only_what_was_chosen_is_in_the_dataset(session, qtbot):
    store = session.store
    ids = store.image_ids()
    for image_id in ids[:4]:
        store.set_states([image_id], ImageState.REVIEWED)
    training = trained_by(session, START, WAIT)
    data = DataChoice(reviewed_only=True, share=0.5)
    folder = begun(qtbot, training, TrainRequest("bundled", data=data))
    names = [
        {image.file_name for image in read_coco(folder / "data" / "annotations" / f"{part}.json").images}
        for part in ("train", "val")
    ]
    assert [len(part) for part in names] == [2, 2]
    assert names[0] | names[1] == {f"img{number}.png" for number in range(1, 5)}
    assert not names[0] & names[1]
    record = training.runs()[0].record
    assert (record.train_images, record.validation_images, record.train_instances) == (2, 2, 2)


def test_a_stop_while_the_dataset_is_written_begins_no_training(session, qtbot, tmp_path):
    training = trained_by(session, START, SAVE, DONE)
    training.start(REQUEST)
    training.cancel()
    qtbot.waitUntil(lambda: not training.preparing.is_active and not session.jobs.is_busy, timeout=WAIT_MS)
    assert training.runs() == ()
    assert not list((tmp_path / "home").glob("training/*"))


# how it ends


def left_over(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_training_that_is_done_keeps_its_model_and_gives_back_the_rest(session, qtbot, tmp_path):
    training = trained_by(session, START, FIRST, SAVE, BETTER, DONE)
    folder = begun(qtbot, training)
    state = ended(qtbot, training, folder)
    assert (state.phase, state.model) == (Phase.DONE, folder / "model")
    assert state.text == "Done. The table compares the images held back, before and after."
    assert state.table == (("pck@0.1 text", 60.0, 70.0),)
    assert left_over(folder) == {
        "run.json", "events.jsonl", "errors.txt", "model", "model/config.json", "model/model.safetensors"
    }  # fmt: skip
    assert len(list((tmp_path / "images").iterdir())) == 5


def test_the_trainers_remarks_take_the_place_of_done(session, qtbot):
    chosen = {"event": "note", "text": "Learning from 8 instances."}
    early = {"event": "note", "text": "Stopped early: no gain in 3 validations."}
    training = trained_by(session, chosen, START, STEP, early, SAVE, DONE)
    state = ended(qtbot, training, begun(qtbot, training))
    assert state.text == f"{early['text']} The table compares the images held back, before and after."
    assert state.chosen == (chosen["text"],)


def test_a_failure_says_why_and_its_model_so_far_can_be_used(session, qtbot):
    training = trained_by(session, START, SAVE, FAIL)
    folder = begun(qtbot, training)
    state = ended(qtbot, training, folder)
    assert (state.phase, state.model) == (Phase.FAILED, folder / "model")
    assert "out of memory" in state.text
    assert state.can_go_on


def test_a_stop_leaves_a_checkpoint_from_which_it_goes_on(session, qtbot):
    training = trained_by(session, FIRST, SAVE, START, BETTER, STEP, WAIT)
    folder = begun(qtbot, training)
    at_step_130(qtbot, training, folder)
    training.stop(folder)
    state = ended(qtbot, training, folder)
    assert (state.phase, state.can_go_on) == (Phase.STOPPED, True)
    assert "step 120" in state.text
    training.go_on(folder)
    assert training.active is not None
    state = ended(qtbot, training, folder)
    assert state.phase is Phase.DONE
    assert state.loss == ()  # what came after the checkpoint is not counted twice
    assert len(training.runs()) == 1


def test_one_that_does_not_listen_is_ended_when_it_is_asked_a_second_time(session, qtbot):
    training = trained_by(session, START, STEP, WAIT, deaf=True)
    folder = begun(qtbot, training)
    at_step_130(qtbot, training, folder)
    training.stop(folder)
    assert training.state(folder).phase is Phase.STOPPING
    training.stop(folder)
    assert ended(qtbot, training, folder).phase is Phase.STOPPED


# the window and the process


def test_it_goes_on_when_the_window_closes_and_another_window_finds_it(session, qtbot):
    training = trained_by(session, START, STEP, SAVE, WAIT)
    folder = begun(qtbot, training)
    at_step_130(qtbot, training, folder)
    training.close()
    pid = training.state(folder).record.pid
    assert psutil.pid_exists(pid)
    later = Training(session)
    assert later.runs() == ()
    later.refresh()
    assert later.active is not None
    assert (later.active.folder, later.active.loss) == (folder, ((130, 1.0),))
    told: list[RunState] = []
    later.ended.connect(told.append)
    later.stop(folder)
    assert ended(qtbot, later, folder).phase is Phase.STOPPED
    assert [state.folder for state in told] == [folder]


def test_a_training_that_was_killed_while_no_window_was_there_is_recognised(session, qtbot):
    training = trained_by(session, START, STEP, SAVE, WAIT)
    folder = begun(qtbot, training)
    at_step_130(qtbot, training, folder)
    training.close()
    psutil.Process(training.state(folder).record.pid).kill()
    later = Training(session)

    def is_known_to_be_gone() -> bool:
        later.refresh()
        return not later.state(folder).is_active

    qtbot.waitUntil(is_known_to_be_gone, timeout=WAIT_MS)
    state = later.state(folder)
    assert (state.phase, state.can_go_on, state.model) == (Phase.LOST, True, folder / "model")


def test_what_one_needs_no_more_that_ended_without_a_window_is_given_back(session, qtbot):
    training = trained_by(session, START, SAVE, DONE)
    folder = begun(qtbot, training)
    training.close()  # it no longer watches

    def is_done() -> bool:
        later = Training(session)
        later.refresh()
        return later.state(folder).phase is Phase.DONE

    qtbot.waitUntil(is_done, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=WAIT_MS)
    assert not (folder / "data").exists()
    assert not (folder / "model" / "checkpoint.pt").exists()
    assert (folder / "model" / "model.safetensors").is_file()


def test_two_do_not_run_at_once(session, qtbot):
    training = trained_by(session, START, STEP, WAIT)
    folder = begun(qtbot, training)
    training.start(REQUEST)
    assert training.preparing.is_error
    assert "A training is going on" in training.preparing.text
    assert [state.folder for state in training.runs()] == [folder]


def test_deleting_a_training_removes_all_of_it_but_not_a_model_in_use(session, qtbot):
    training = trained_by(session, START, SAVE, DONE)
    folder = begun(qtbot, training)
    ended(qtbot, training, folder)
    model = str(folder / "model")
    session.settings.model, session.settings.model_paths = model, (model, "/elsewhere")
    training.delete(folder)
    assert "in use" in training.why_kept(folder)
    assert folder.is_dir()
    session.settings.model = "bundled"
    training.delete(folder)
    qtbot.waitUntil(lambda: not folder.exists() and not session.jobs.is_busy, timeout=WAIT_MS)
    assert training.runs() == ()
    assert session.settings.model_paths == ("/elsewhere",)


# the dialog


@pytest.fixture
def parent(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_dialog_counts_beforehand_and_shows_a_training_from_its_start_to_its_use(session, qtbot, parent):
    said = {"event": "choices", "choices": [{"setting": "tune", "value": "heads", "why": "few"}]}
    training = trained_by(session, said, FIRST, SAVE, START, BETTER, STEP, WAIT)
    chosen: list[str] = []
    training.model_chosen.connect(chosen.append)
    dialog = TrainDialog(parent, session, training)
    dialog.show()
    plan = dialog.findChild(QLabel, Name.TRAIN_PLAN)
    qtbot.waitUntil(lambda: plan.text().startswith("3 images (3 objects) to learn from, 2"), timeout=WAIT_MS)
    dialog.new.share.setValue(50)
    assert plan.text().startswith("3 images")
    dialog.new.start.click()
    qtbot.waitUntil(lambda: dialog.run.isVisible(), timeout=WAIT_MS)
    folder = training.runs()[0].folder
    at_step_130(qtbot, training, folder)
    assert dialog.run.use.isHidden()
    assert dialog.run.delete.isHidden()
    assert [curve.points for curve in dialog.run.pck.curves] == [((0, 60.0), (120, 70.0))]
    assert [curve.points for curve in dialog.run.loss.curves] == [((130, 1.0),)]
    cells = [dialog.run.table.item(0, column).text() for column in range(4)]
    assert cells == ["From names, PCK@0.1", "60.0", "70.0", "+10.0"]
    dialog.run.show_choices.click()
    assert dialog.run.choices.isVisible()
    assert [dialog.run.choices.item(0, column).text() for column in range(3)] == ["tune", "heads", "few"]
    dialog.run.stop.click()
    ended(qtbot, training, folder)
    assert dialog.run.status.text().startswith("Stopped. The best model so far")
    assert dialog.run.go_on.isVisible()
    dialog.run.use.click()
    assert chosen == [str(folder / "model")]


def test_only_the_listed_images_can_be_chosen_when_the_list_is_filtered(session, qtbot, parent):
    ids = session.store.image_ids()
    dialog = TrainDialog(parent, session, Training(session), lambda: ids[:4])
    dialog.show()
    plan = dialog.findChild(QLabel, Name.TRAIN_PLAN)
    qtbot.waitUntil(lambda: "3 images" in plan.text(), timeout=WAIT_MS)
    dialog.new.only_listed.click()
    assert plan.text().startswith("2 images (2 objects) to learn from, 2")
    assert dialog.new.choice().image_ids == frozenset(ids[:4])


def test_a_training_is_deleted_from_the_list_after_a_question(session, qtbot, parent):
    training = trained_by(session, START, SAVE, DONE)
    folder = begun(qtbot, training)
    ended(qtbot, training, folder)
    dialog = TrainDialog(parent, session, training)
    dialog.show()
    dialog.show_run(folder)
    assert dialog.list.count() == 2
    dialog.run.delete.click()
    confirm = dialog.findChild(QPushButton, Name.CONFIRM_ACCEPT)
    confirm.click()
    qtbot.waitUntil(lambda: not folder.exists() and not session.jobs.is_busy, timeout=WAIT_MS)
    assert dialog.list.count() == 1
    assert dialog.new.isVisible()
