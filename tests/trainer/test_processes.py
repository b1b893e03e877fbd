"""Several processes, parts of steps, kills: the losses are those of one unbroken run."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from app.cli import main
from gkdt_core.weights import load_model
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes
from trainer.processes import Place, own_device, place_here, shares

ROOT = Path(__file__).parents[2]
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to end a process")


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # too few to hold some out: validation is not what is tested here
    return write_scenes(tmp_path_factory.mktemp("data") / "badges", "train", 16, seed=0)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def _command(scenes: Path, start: Path, out: Path, *more: str) -> list[str]:
    return [
        *("train", "--data", str(scenes), "--model", str(start), "--out", str(out), "--device", "cpu"),
        *("--steps", "8", "--batch", "4", "--views", "3", "--report-every", "1", "--threads", "1", *more),
    ]


def _environment() -> dict[str, str]:
    return os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}


def _losses(out: Path) -> list[float]:
    with (out / "metrics.csv").open(newline="") as file:
        return [float(row["loss"]) for row in csv.DictReader(file)]


def _weights(directory: Path) -> dict[str, torch.Tensor]:
    return dict(load_model(directory).model.named_parameters())


@pytest.mark.skipif(not torch.distributed.is_available(), reason="this torch knows no processes")
def test_two_processes_train_to_the_losses_of_one(scenes: Path, start: Path, tmp_path: Path) -> None:
    # Episodes of one kind of prompt: the processes train different parts of the network.
    choices = ("--recipe", "paper", "--lr", "2e-4", "--clip", "1")
    assert main(_command(scenes, start, tmp_path / "one", *choices)) == 0
    several = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    command = [*several, "-m", "app.cli", *_command(scenes, start, tmp_path / "two", *choices)]
    ended = subprocess.run(
        command, env=_environment(), capture_output=True, text=True, timeout=300, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("Done after") == 1  # one process speaks for both
    # Sums of float32 in another order: 1e-6 of a loss in the first step, and little more after eight.
    assert _losses(tmp_path / "two") == pytest.approx(_losses(tmp_path / "one"), rel=2e-5)
    assert len(_losses(tmp_path / "one")) == 8


def test_a_step_in_parts_gives_the_losses_of_a_whole_one(scenes: Path, start: Path, tmp_path: Path) -> None:
    assert main(_command(scenes, start, tmp_path / "whole")) == 0
    assert main(_command(scenes, start, tmp_path / "parts", "--accumulate", "3")) == 0
    assert _losses(tmp_path / "parts") == pytest.approx(_losses(tmp_path / "whole"), rel=2e-5)


def test_an_encoder_computed_twice_gives_the_very_losses_of_one_that_remembers(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    assert main(_command(scenes, start, tmp_path / "plain", "--steps", "3")) == 0
    assert main(_command(scenes, start, tmp_path / "twice", "--steps", "3", "--checkpoint-encoder")) == 0
    assert _losses(tmp_path / "twice") == _losses(tmp_path / "plain")


@needs_signals
def test_a_run_that_was_killed_goes_on_to_the_very_bits_of_an_unbroken_one(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    often = ("--checkpoint-minutes", "0", "--workers", "2")
    unbroken, killed = tmp_path / "unbroken", tmp_path / "killed"
    assert main(_command(scenes, start, unbroken, *often)) == 0
    command = [sys.executable, "-m", "app.cli", *_command(scenes, start, killed, *often)]
    with subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("step 4"):
                process.kill()
                break
    assert process.returncode == -signal.SIGKILL
    assert (killed / "checkpoint.pt").is_file()
    assert len(_losses(killed)) < 8
    assert main(_command(scenes, start, killed, *often, "--resume")) == 0
    assert _losses(killed) == _losses(unbroken)
    assert len(_losses(killed)) == 8
    resumed = _weights(killed)
    for name, weight in _weights(unbroken).items():
        assert torch.equal(resumed[name], weight), name


@needs_signals
def test_a_polite_end_leaves_a_checkpoint_to_go_on_from(scenes: Path, start: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app.cli", *_command(scenes, start, tmp_path, "--steps", "1000")]
    with subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("step 2"):
                process.terminate()
                break
        rest = process.stdout.read()
    assert process.returncode == 130
    assert "--resume" in rest
    saved = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert saved["state"][0] >= 2


def test_a_step_with_fewer_episodes_than_parts_is_refused_with_the_number_that_does(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_command(scenes, start, tmp_path, "--accumulate", "5")) == 2
    assert "--batch 5" in capsys.readouterr().err


@pytest.mark.parametrize(("total", "parts"), [(4, 2), (7, 3), (5, 5), (11, 4)])
def test_shares_are_alike_and_leave_nothing_out(total: int, parts: int) -> None:
    found = shares(total, parts)
    assert [number for share in found for number in share] == list(range(total))
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_a_process_knows_its_place_and_its_card(monkeypatch: pytest.MonkeyPatch) -> None:
    assert place_here() == Place()
    assert own_device("auto", place_here()) == "auto"
    for name, value in {"WORLD_SIZE": "8", "RANK": "5", "LOCAL_RANK": "1", "LOCAL_WORLD_SIZE": "4"}.items():
        monkeypatch.setenv(name, value)
    assert place_here() == Place(5, 8, 1, 4)
    assert own_device("cuda", place_here()) == "cuda:1"
    assert own_device("cpu", place_here()) == "cpu"
