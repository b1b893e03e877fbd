"""`gkdt train` as somebody starts it who sets nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def _scenes(tmp_path: Path, count: int) -> Path:
    return write_scenes(tmp_path / "badges", "train", count, seed=0)


def test_it_says_what_it_chose_and_why_and_writes_it_beside_the_model(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    command = ["train", "--data", str(_scenes(tmp_path, 24)), "--model", str(start), "--out", str(out)]
    assert main([*command, "--minutes", "0.02", "--batch", "1"]) == 0
    said = capsys.readouterr().out
    assert "Chosen (each has its option):" in said
    assert "whole pictures, about a fifth of them" in said
    told = json.loads((out / "training.json").read_text())
    chosen = {one["setting"]: one for one in told["choices"]}
    assert chosen["batch"]["asked"]
    assert not chosen["tune"]["asked"]
    assert chosen["tune"]["why"]
    assert told["config"]["tune"] == chosen["tune"]["value"]
    assert told["config"]["patience"] > 0


def test_with_few_images_it_looks_at_those_it_learns_from_and_calls_them_so(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "--data", str(_scenes(tmp_path, 5)), "--model", str(start), "--progress-json"]
    assert main([*command, "--out", str(tmp_path / "out"), "--steps", "4", "--tune", "heads"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    looks = [event for event in events if event["event"] == "validation"]
    assert looks[0]["step"] == 0
    assert "learned pck@0.1 visual" in looks[0]
    assert set(events[-1]["before"]) == set(events[-1]["after"])
    (choices,) = (event["choices"] for event in events if event["event"] == "choices")
    assert any(one["setting"] == "fixed-views" for one in choices)


def test_a_super_category_that_is_left_out_is_not_learned_from(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toys, others = _scenes(tmp_path / "a", 4), _scenes(tmp_path / "b", 3)
    path = others / "annotations" / "train.json"
    path.write_text(path.read_text().replace('"toy"', '"medical"'))
    command = ["train", "--data", str(toys), str(others), "--model", str(start), "--steps", "1"]
    for option, count in (("--leave-out", 4), ("--only-supercategory", 3)):
        assert main([*command, option, "medical", "--patience", "0", "--out", str(tmp_path / option)]) == 0
        assert f"Learning from {count} instances" in capsys.readouterr().out
        card = (tmp_path / option / "MODEL_CARD.md").read_text()
        assert "super-categories medical" in card
    assert main([*command, "--leave-out", "insects", "--out", str(tmp_path / "out")]) == 2
    assert "There are: medical, toy." in capsys.readouterr().err
