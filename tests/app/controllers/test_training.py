from __future__ import annotations

import errno
import math
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

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
