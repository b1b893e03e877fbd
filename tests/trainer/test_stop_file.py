"""`gkdt train --stop-file`: an end that can be asked for where there are no signals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes


def test_a_stop_file_ends_a_training_with_a_checkpoint_from_which_it_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, start = write_scenes(tmp_path / "badges", "train", 8, seed=1), write_tiny_model(tmp_path / "tiny")
    out, stop = tmp_path / "out", tmp_path / "stop"
    stop.touch()
    command = ["train", "--data", str(data), "--model", str(start), "--out", str(out), "--steps", "4",
               "--batch", "1", "--views", "3", "--stop-file", str(stop), "--progress-json"]  # fmt: skip
    assert main(command) == 130
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[-1]["event"] == "stopped"
    assert "--resume" in events[-1]["text"]
    assert (out / "checkpoint.pt").is_file()
    stop.unlink()
    assert main([*command, "--resume"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (events[-1]["event"], events[-1]["step"]) == ("done", 4)
