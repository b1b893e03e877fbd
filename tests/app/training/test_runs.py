"""Trainings on disk: what the trainer said, the process, the record, and what is left behind."""

from __future__ import annotations

import json
import math
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from app.training.runs import (
    EVENTS_FILE,
    Phase,
    Run,
    RunLog,
    RunRecord,
    Tail,
    end_now,
    fraction_of,
    is_alive,
    launch,
    measure_parts,
    measures,
    read_record,
    remove_orphans,
    run_folders,
    tidy,
    write_record,
)

RECORD = RunRecord("horses", "bundled", 100.0)
START = {"event": "start", "step": 0, "steps": 400}


def told(*events: dict[str, object]) -> RunLog:
    log = RunLog()
    log.feed_all(events)
    return log


def validation(step: int, value: float, *, best: bool = False) -> dict[str, object]:
    return {"event": "validation", "step": step, "best": best, "pck@0.1 visual": value, "score": 1.0}


def step(number: int, loss: float, **more: object) -> dict[str, object]:
    return {"event": "step", "step": number, "progress": number / 400, "loss": loss, **more}


# what the trainer says


def test_a_step_tells_how_far_it_is_and_how_long_the_rest_takes():
    log = told(START, step(100, 1.5, seconds=60.0))
    assert (log.step, log.steps, log.fraction) == (100, 400, 0.25)
    assert log.left_s == pytest.approx(180.0)
    assert log.loss == [(100, 1.5)]


def test_the_table_compares_the_start_with_the_model_that_is_saved_not_with_the_last_one():
    log = told(START, validation(0, 70.0), validation(50, 82.5, best=True), validation(100, 60.0))
    assert log.table() == (("pck@0.1 visual", 70.0, 82.5),)
    assert log.saved_step == 50
    assert log.curves() == (("pck@0.1 visual", ((0, 70.0), (50, 82.5), (100, 60.0))),)


def test_where_nothing_was_better_the_starting_model_is_what_was_kept():
    log = told(START, validation(0, 70.0), validation(50, 60.0))
    assert log.table() == (("pck@0.1 visual", 70.0, 70.0),)
    assert log.saved_step == 0


def test_before_anything_else_is_measured_there_is_no_after():
    ((name, before, after),) = told(START, validation(0, 70.0)).table()
    assert (name, before) == ("pck@0.1 visual", 70.0)
    assert math.isnan(after)


def test_the_last_event_carries_both_sides_of_the_table_itself():
    done = {"event": "done", "before": {"pck@0.1 text": 60.0}, "after": {"pck@0.1 text": 75.0, "score": 1}}
    log = told(START, done)
    assert log.table() == (("pck@0.1 text", 60.0, 75.0),)
    assert (log.is_done, log.fraction) == (True, 1.0)


def test_what_was_done_again_after_a_checkpoint_counts_once():
    launched = {"event": "launched"}
    log = told(
        launched, START, validation(0, 70.0), step(50, 3.0), validation(60, 80.0, best=True), step(80, 2.0),
        {"event": "stopped", "text": "Stopped."},
        launched, {"event": "note", "text": "Learning again."}, {"event": "start", "step": 60, "steps": 400},
        step(80, 1.9), validation(80, 75.0),
    )  # fmt: skip
    assert log.loss == [(50, 3.0), (80, 1.9)]
    assert [one.step for one in log.validations] == [0, 60, 80]
    assert log.chosen == ["Learning again."]
    assert not log.is_stopped


def test_a_training_that_begins_anew_forgets_what_it_measured():
    log = told(START, validation(0, 70.0), step(50, 3.0), {"event": "launched"}, START, validation(0, 70.0))
    assert log.loss == []
    assert [one.step for one in log.validations] == [0]


def test_what_it_chose_is_kept_apart_from_what_it_remarks():
    log = told(
        {"event": "note", "text": "Only the heads."}, START, {"event": "note", "text": "Stopped early."}
    )
    assert (log.chosen, log.remarks) == (["Only the heads."], ["Stopped early."])


def test_what_the_trainer_chose_is_a_table_with_reasons():
    row = {"setting": "tune", "value": "heads", "why": "there are few instances", "asked": False}
    log = told({"event": "choices", "choices": [row, "nonsense"], "table": ["tune heads"]}, START)
    assert log.choices == (("tune", "heads", "there are few instances"),)
    assert told({"event": "choices", "choices": 5}).choices == ()


@pytest.mark.parametrize(
    "event", [{}, {"event": 5}, {"event": "step", "loss": None, "step": "x"}, {"event": "validation"}]
)
def test_an_event_that_is_not_understood_changes_nothing(event):
    log = told(event)
    assert (log.step, log.loss, log.validations, log.table()) == (0, [], [], ())


def test_measures_are_found_however_deep_they_are_and_their_names_are_understood():
    assert measures({"mean": {"both": {"pck@0.1": 81.0, "episodes": 5}}, "loss": 3}) == {
        "mean both pck@0.1": 81.0
    }
    assert measure_parts("mean both pck@0.1") == ("both", 0.1)
    assert measure_parts("pck@0.05 visual") == ("visual", 0.05)
    assert measure_parts("pck@0.1") is None


def test_a_share_beyond_the_whole_is_the_whole_and_none_is_unknown():
    assert fraction_of({"progress": 1.7}) == 1.0
    assert fraction_of({"step": 5, "steps": 20}) == 0.25
    assert math.isnan(fraction_of({"event": "note"}))


def test_a_line_that_is_not_complete_yet_is_read_when_it_is(tmp_path):
    path = tmp_path / "events.jsonl"
    tail = Tail(path)
    assert list(tail.events()) == []
    path.write_text('chatter\n{"a": 1}\n{"b"')
    assert list(tail.events()) == [{"a": 1}]
    with path.open("a") as file:
        file.write(': 2}\n[1]\n{"c": 3}\n')
    assert list(tail.events()) == [{"b": 2}, {"c": 3}]


# the record


def test_a_record_comes_back_as_it_was_written(tmp_path):
    record = replace(RECORD, command=("gkdt", "train", "ü"), pid=7, pid_began=12.5, stop_asked=True)
    write_record(tmp_path, record)
    assert read_record(tmp_path) == record


@pytest.mark.parametrize(
    "text", ["", "[1]", '{"project": 5, "model": "", "began": 1}', '{"command": 3}', "{"]
)
def test_a_record_that_makes_no_sense_is_left_out(tmp_path, text):
    (tmp_path / "run.json").write_text(text)
    assert read_record(tmp_path) is None


def test_the_newest_training_comes_first(tmp_path):
    for name, began in (("a", 5.0), ("b", 9.0), ("c", 7.0)):
        (tmp_path / name).mkdir()
        write_record(tmp_path / name, replace(RECORD, began=began))
    (tmp_path / "no record").mkdir()
    assert [folder.name for folder in run_folders(tmp_path)] == ["b", "c", "a"]
    assert run_folders(tmp_path / "nowhere") == []


# the process


def begun(folder: Path, code: str) -> RunRecord:
    folder.mkdir(exist_ok=True)
    return launch(folder, RECORD, [sys.executable, "-c", code, str(folder)], folder)


def wait_for(condition, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_process_is_known_by_its_number_and_the_time_it_began(tmp_path):
    record = begun(tmp_path / "run", "import time; time.sleep(600)")
    try:
        assert is_alive(record, tmp_path / "run")
        assert read_record(tmp_path / "run") == record
        other = replace(record, pid=os.getpid(), pid_began=psutil.Process().create_time() - 1000)
        assert not is_alive(other, tmp_path / "run")
    finally:
        end_now(tmp_path / "run", record)
    wait_for(lambda: not is_alive(record, tmp_path / "run"))


def test_a_clock_that_was_set_does_not_make_a_training_look_dead(tmp_path):
    record = begun(tmp_path / "run", "import time; time.sleep(600)")
    try:
        assert is_alive(replace(record, pid_began=record.pid_began - 7200), tmp_path / "run")
    finally:
        end_now(tmp_path / "run", record)


def state_after(folder: Path, code: str, *, stop_asked: bool = False) -> Run:
    record = begun(folder, code)
    wait_for(lambda: not is_alive(record, folder))
    return Run(folder, replace(record, stop_asked=stop_asked))


def saying(*events: dict[str, object]) -> str:
    return "".join(f"print({json.dumps(json.dumps(event))}, flush=True);" for event in events)


def test_a_process_that_was_killed_is_recognised(tmp_path):
    record = begun(tmp_path / "run", saying(START, step(10, 1.0)) + "import time; time.sleep(600)")
    run = Run(tmp_path / "run", record)
    wait_for(lambda: run.read().loss)
    assert run.read().phase is Phase.RUNNING
    psutil.Process(record.pid).kill()
    wait_for(lambda: not run.read().is_active)
    state = Run(tmp_path / "run", record).read()  # as another window would find it
    assert state.phase is Phase.LOST
    assert "killed" in state.text
    assert state.loss == ((10, 1.0),)
    assert not state.can_go_on


def test_a_failure_says_the_last_that_was_said(tmp_path):
    state = state_after(tmp_path / "run", "import sys; sys.exit('out of memory')").read()
    assert state.phase is Phase.FAILED
    assert "out of memory" in state.text


def test_an_error_for_people_is_told_as_it_is(tmp_path):
    error = {"event": "error", "message": "Too few images.", "hint": "Label more."}
    state = state_after(tmp_path / "run", saying(error)).read()
    assert (state.phase, state.text) == (Phase.FAILED, "Too few images. Label more.")


@pytest.mark.parametrize(
    ("said", "told_text"),
    [
        ((START, validation(0, 60.0), validation(120, 70.0, best=True)), "saved at step 120;"),
        ((START, validation(0, 60.0), validation(120, 50.0)), "the starting model (step 0)"),
        ((START,), "A model had been saved before"),
    ],
)
def test_after_a_stop_the_model_saved_so_far_can_be_used(tmp_path, said, told_text):
    run = state_after(tmp_path / "run", saying(*said, {"event": "stopped"}))
    for name in ("config.json", "model.safetensors", "checkpoint.pt"):
        run.out.mkdir(exist_ok=True)
        (run.out / name).write_bytes(b"1")
    (run.data / "annotations").mkdir(parents=True)
    (run.data / "annotations" / "train.json").write_text("{}")
    state = run.read()
    assert (state.phase, state.model, state.can_go_on) == (Phase.STOPPED, run.out, True)
    assert told_text in state.text


def test_after_a_stop_before_any_model_there_is_none_to_use(tmp_path):
    state = state_after(tmp_path / "run", saying(START), stop_asked=True).read()
    assert (state.phase, state.model, state.can_go_on) == (Phase.STOPPED, None, False)
    assert state.text == "Stopped before a model was saved."


def test_a_trainer_that_cannot_be_started_is_told(tmp_path):
    from gkdt_core.errors import TrainingError

    with pytest.raises(TrainingError, match="could not be started"):
        launch(tmp_path, RECORD, [str(tmp_path / "no such program")], tmp_path)


# tidying up


def test_a_training_that_is_done_keeps_its_model_and_its_tables(tmp_path):
    out = tmp_path / "model"
    for path in (tmp_path / "data" / "images", out):
        path.mkdir(parents=True)
    for name in ("config.json", "checkpoint.pt", "checkpoint.pt.partial", ".model.7.tmp", "metrics.csv"):
        (out / name).write_bytes(b"1")
    tidy(tmp_path)
    assert sorted(path.name for path in out.iterdir()) == ["config.json", "metrics.csv"]
    assert not (tmp_path / "data").exists()


def test_only_old_folders_without_a_record_and_a_model_are_orphans(tmp_path):
    for name in ("new", "old", "run", "model only"):
        (tmp_path / name / "model").mkdir(parents=True)
    write_record(tmp_path / "run", RECORD)
    for name in ("config.json", "model.safetensors"):
        (tmp_path / "model only" / "model" / name).write_bytes(b"1")
    for name in ("old", "run", "model only"):
        os.utime(tmp_path / name, (1, 1))
    remove_orphans(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model only", "new", "run"]


def test_what_comes_after_a_line_that_was_cut_off_is_still_understood(tmp_path):
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / EVENTS_FILE).write_text('{"event": "step", "st')
    run = state_after(folder, saying(START, step(10, 1.0)))
    assert run.read().loss == ((10, 1.0),)
