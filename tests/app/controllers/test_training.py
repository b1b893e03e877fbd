from __future__ import annotations

import errno
import json
import math
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from app.controllers.session import Session
from app.controllers.training import (
    Phase,
    Training,
    TrainRequest,
    TrainState,
    after_event,
    fraction_of,
    measures,
    split,
    train_command,
)
from app.dialogs.train_dialog import TrainDialog
from app.project.records import NewImage
from app.settings import Settings
from gkdt_core.domain import Instance, Origin, Visibility
from gkdt_core.formats.coco import CocoImage
from tests.app.window import HEIGHT, HORSE, WAIT_MS, WIDTH, Answers, make_images

RUNNING = TrainState(Phase.RUNNING)
REQUEST = TrainRequest("bundled", 1, "heads")


@pytest.fixture
def session(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A project with five labelled images in tmp_path/images."""
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


def ended(qtbot, training: Training) -> TrainState:
    """The state when nothing of the training goes on any more."""
    qtbot.waitUntil(
        lambda: not training.state.is_active and not training._session.jobs.is_busy, timeout=WAIT_MS
    )
    return training.state


def test_a_step_tells_its_number_the_loss_and_how_far_it_is():
    state = after_event(RUNNING, {}, {"event": "start", "step": 0, "steps": 400, "categories": 1})
    state = after_event(state, {}, {"event": "step", "step": 100, "progress": 0.25, "loss": 1.5, "new": []})
    assert state.text == "Step 100 of 400 · loss 1.500"
    assert state.fraction == 0.25


def test_the_table_compares_the_first_validation_with_the_newest():
    before: dict[str, float] = {}
    first = {"event": "validation", "step": 0, "pck@0.1 visual": 70.0, "score": 120.0}
    later = {"event": "validation", "step": 50, "pck@0.1 visual": 82.5, "best": True}
    state = after_event(after_event(RUNNING, before, first), before, later)
    assert state.table == (("pck@0.1 visual", 70.0, 82.5),)


def test_the_last_event_carries_both_sides_of_the_table_itself():
    done = {"event": "done", "before": {"pck@0.1 text": 60.0}, "after": {"pck@0.1 text": 75.0, "score": 1}}
    state = after_event(RUNNING, {}, done)
    assert state.table == (("pck@0.1 text", 60.0, 75.0),)
    assert state.fraction == 1.0


@pytest.mark.parametrize("event", [{}, {"event": 5}, {"event": "step", "loss": None, "step": "x"}])
def test_an_event_that_is_not_understood_changes_nothing(event):
    assert after_event(RUNNING, {}, event).text == ""


def test_measures_are_found_however_deep_they_are():
    assert measures({"mean": {"both": {"pck@0.1": 81.0, "episodes": 5}}, "loss": 3}) == {
        "mean both pck@0.1": 81.0
    }


def test_a_share_beyond_the_whole_is_the_whole_and_none_is_unknown():
    assert fraction_of({"progress": 1.7}) == 1.0
    assert fraction_of({"step": 5, "steps": 20}) == 0.25
    assert math.isnan(fraction_of({"event": "note"}))


def images(count: int) -> list[CocoImage]:
    return [CocoImage(number, f"{number}.png", 10, 10) for number in range(1, count + 1)]


def test_the_split_is_the_same_every_time_and_holds_back_a_fifth_but_at_least_two():
    train, validation = split(images(50))
    assert (len(train), len(validation)) == (40, 10)
    assert split(list(reversed(images(50)))) == (train, validation)
    assert [len(part) for part in split(images(4))] == [2, 2]


def test_the_command_line_is_one_that_the_trainer_understands(tmp_path):
    import argparse

    from trainer.commands import add_train_arguments

    parser = argparse.ArgumentParser()
    add_train_arguments(parser)
    for epochs in (0, 12):
        command = train_command(TrainRequest("bundled", epochs, "heads"), tmp_path / "data", tmp_path / "out")
        assert command[:4] == [sys.executable, "-m", "app.cli", "train"]
        options = parser.parse_args(command[4:])
        assert options.data == [tmp_path / "data"]
        assert options.out == Path(tmp_path / "out")
        assert options.tune == "heads"
        assert options.progress_json
        assert options.epochs == (epochs or None)


def test_a_labelled_image_that_is_gone_is_named_with_what_to_do(session, qtbot, tmp_path):
    gone = tmp_path / "images" / "img3.png"
    gone.unlink()
    training = Training(session)
    training.start(REQUEST)
    state = ended(qtbot, training)
    assert state.phase is Phase.FAILED
    assert str(gone) in state.text
    assert "Put it back" in state.text


def test_a_full_disk_names_the_image_and_the_folder(session, qtbot, tmp_path, monkeypatch):
    def no_link(source: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", no_link)
    monkeypatch.setattr(shutil, "copyfile", full)
    training = Training(session)
    training.start(REQUEST)
    state = ended(qtbot, training)
    assert state.phase is Phase.FAILED
    assert str(tmp_path / "images") in state.text
    assert str(tmp_path / "home" / "training") in state.text
    assert os.strerror(errno.ENOSPC) in state.text
    assert "space on the disk" in state.text


def test_a_training_folder_that_cannot_be_made_is_named(session, qtbot, tmp_path):
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "training").write_text("a file where the folder should be")
    training = Training(session)
    training.start(REQUEST)
    state = ended(qtbot, training)
    assert state.phase is Phase.FAILED
    assert str(tmp_path / "home" / "training") in state.text
    assert "permission to write" in state.text


_TRAINER = """
import json, pathlib, sys, time
out = pathlib.Path(sys.argv[1]); out.mkdir(parents=True)
for step in json.loads(sys.argv[2]):
    kind = step.pop("do", "say")
    if kind == "save":
        (out / "model.safetensors").write_bytes(b"weights"); (out / "config.json").write_text("{}")
        (out / "checkpoint.pt").write_bytes(b"optimizer")
        (out / ".model.safetensors.7.tmp").write_bytes(b"half")
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


def trained_by(session: Session, *steps: dict[str, object]) -> Training:
    """A training whose trainer, a process, does these steps."""

    def command(request: TrainRequest, data: Path, out: Path) -> list[str]:
        assert (data / "annotations" / "train.json").is_file()
        return [sys.executable, "-c", _TRAINER, str(out), json.dumps(steps)]

    return Training(session, command=command)


def left_over(tmp_path: Path) -> list[str]:
    """All files in the training folders, relative to their own folder; empty folders count."""
    folders = list((tmp_path / "home" / "training").iterdir())
    return sorted(path.relative_to(f).as_posix() for f in folders for path in f.rglob("*"))


MODEL_ONLY = ["model", "model/config.json", "model/model.safetensors"]


def test_after_it_is_done_only_the_model_stays(session, qtbot, tmp_path):
    training = trained_by(session, START, SAVE, DONE)
    training.start(REQUEST)
    assert ended(qtbot, training).phase is Phase.DONE
    assert left_over(tmp_path) == MODEL_ONLY
    assert len(list((tmp_path / "images").iterdir())) == 5


def test_after_a_failure_only_the_model_stays(session, qtbot, tmp_path):
    training = trained_by(session, START, SAVE, FAIL)
    training.start(REQUEST)
    state = ended(qtbot, training)
    assert (state.phase, state.text) == (Phase.FAILED, "out of memory")
    assert left_over(tmp_path) == MODEL_ONLY


def test_after_a_failure_without_a_model_nothing_stays(session, qtbot, tmp_path):
    training = trained_by(session, START, FAIL)
    training.start(REQUEST)
    assert ended(qtbot, training).phase is Phase.FAILED
    assert left_over(tmp_path) == []


def test_after_a_stop_only_the_model_stays(session, qtbot, tmp_path):
    training = trained_by(session, START, SAVE, STEP, WAIT)
    training.start(REQUEST)
    qtbot.waitUntil(lambda: "130" in training.state.text, timeout=WAIT_MS)
    training.stop()
    assert ended(qtbot, training).phase is Phase.STOPPED
    assert left_over(tmp_path) == MODEL_ONLY


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((FIRST, SAVE, START, BETTER), "saved at step 120;"),
        ((FIRST, SAVE, START), "the starting model (step 0)"),
        ((SAVE, START), "A model had been saved before"),
    ],
)
def test_after_a_stop_the_model_saved_so_far_is_offered(session, qtbot, said, told):
    training = trained_by(session, *said, STEP, WAIT)
    chosen: list[str] = []
    training.model_chosen.connect(chosen.append)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TrainDialog(window, training, "bundled")
    dialog.show()
    dialog.start.click()
    qtbot.waitUntil(lambda: "130" in training.state.text, timeout=WAIT_MS)
    assert dialog.use.isHidden()
    dialog.cancel.click()
    assert not dialog.cancel.isEnabled()
    state = ended(qtbot, training)
    assert dialog.status.text().startswith("Stopped.")
    assert told in dialog.status.text()
    assert dialog.use.isVisible()
    assert dialog.use.isEnabled()
    dialog.use.click()
    assert chosen == [str(state.model)]
    assert state.model is not None
    assert (state.model / "model.safetensors").is_file()


def test_after_a_stop_before_any_model_there_is_none_to_use(session, qtbot):
    training = trained_by(session, FIRST, START, STEP, WAIT)
    training.start(REQUEST)
    qtbot.waitUntil(lambda: "130" in training.state.text, timeout=WAIT_MS)
    training.stop()
    state = ended(qtbot, training)
    assert (state.model, state.text) == (None, "Stopped before a model was saved.")


def test_closing_the_program_ends_the_trainer_and_leaves_no_dataset(session, qtbot, tmp_path):
    training = trained_by(session, START, STEP, WAIT)
    training.start(REQUEST)
    qtbot.waitUntil(lambda: "130" in training.state.text, timeout=WAIT_MS)
    training.close()
    assert not training.state.is_active
    assert left_over(tmp_path) == []


def test_a_stop_while_the_dataset_is_written_begins_no_training(session, qtbot, tmp_path):
    training = trained_by(session, START, SAVE, DONE)
    training.start(REQUEST)
    training.stop()
    state = ended(qtbot, training)
    assert (state.phase, state.text) == (Phase.STOPPED, "Stopped.")
    assert not list((tmp_path / "home").glob("training/*/*"))


LEARNING = {"event": "note", "text": "Learning from 8 instances."}
EARLY = {"event": "note", "text": "Stopped early: no gain in 3 validations."}
KEPT = {"event": "note", "text": "Validation never got better: the starting model is what was kept."}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((LEARNING, START, STEP), "Done."),
        ((LEARNING, START, STEP, EARLY, BETTER), EARLY["text"]),
        ((LEARNING, START, STEP, EARLY, FIRST, KEPT), f"{EARLY['text']} {KEPT['text']}"),
    ],
)
def test_at_the_end_the_trainers_remarks_take_the_place_of_done(session, qtbot, said, told):
    training = trained_by(session, *said, SAVE, DONE)
    training.start(REQUEST)
    state = ended(qtbot, training)
    assert state.phase is Phase.DONE
    assert state.text == f"{told} The table compares the images held back, before and after."
