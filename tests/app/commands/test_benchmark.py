"""`gkdt benchmark`: the table, the JSON, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from gkdt_core.inference.benchmark_report import MEASURES
from tests.tiny_model import write_tiny_model

FEW = ("--keypoints", "2", "--images", "2", "--repeats", "1", "--device", "cpu")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_tiny_model(tmp_path_factory.mktemp("models") / "tiny"))


def test_the_table_has_every_duration_the_machine_and_the_bars(
    model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "numbers.json"
    assert main(["benchmark", "--model", model, *FEW, "--json", str(file)]) == 0
    said = capsys.readouterr()
    for words in MEASURES.values():
        assert words in said.out
    assert "GFLOP/s in float32" in said.out
    assert "no time for it" not in said.out
    assert said.out.count("\nbar: ") == 2
    assert "7/7" in said.err
    values = json.loads(file.read_text(encoding="utf-8"))
    assert values["model"]["name"] == "tiny"
    assert set(values["measures"]) == set(MEASURES)
    assert values["folder"]["images"] == 2


def test_json_on_stdout_has_the_table_out_of_its_way(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["benchmark", "--model", model, *FEW, "--input-size", "96", "--json", "-"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["model"]["input_size"] == 96
    assert "images/s by batch" in said.err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--sizes", "XL"], "XL"),
        (["--sizes", "S", "--model", "bundled"], "--model"),
        (["--keypoints", "0"], "at least 1"),
        (["--precision", "int4"], "int4"),
        (["--device", "abacus"], "abacus"),
        (["--model", "no-such-model"], "no-such-model"),
        (["--input-size", "100"], "100"),
    ],
)
def test_what_cannot_be_measured_is_named(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["benchmark", *arguments]) == 2
    assert named in capsys.readouterr().err


def test_a_json_file_without_a_folder_is_refused_before_anything_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["benchmark", "--json", str(tmp_path / "nowhere" / "numbers.json")]) == 2
    said = capsys.readouterr().err
    assert "nowhere" in said
    assert "loading" not in said
