from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from app.controllers.training import (
    Phase,
    TrainRequest,
    TrainState,
    after_event,
    fraction_of,
    measures,
    split,
    train_command,
)
from gkdt_core.formats.coco import CocoImage

RUNNING = TrainState(Phase.RUNNING)


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
