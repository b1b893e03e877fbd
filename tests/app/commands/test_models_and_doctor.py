"""`gkdt models` and `gkdt doctor`."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from app.commands.doctor import folder_finding, qt_finding
from tests.tiny_model import write_tiny_model


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    return tmp_path


def test_models_of_the_user_are_listed_and_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tiny_model(home / "models" / "mine")
    assert main(["models"]) == 0
    assert "mine" in capsys.readouterr().out
    assert main(["models", "list"]) == 0
    assert "mine" in capsys.readouterr().out
    assert main(["models", "show", "mine"]) == 0
    said = capsys.readouterr().out
    assert "64 x 64 px" in said
    assert "EfficientNetLite" in said


def test_an_unknown_model_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "no-such-model"]) == 2
    assert "no-such-model" in capsys.readouterr().err


def test_the_doctor_is_content_with_a_model_and_says_what_lacks_without(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = write_tiny_model(home / "models" / "mine")
    well = main(["doctor", "--model", str(model)])
    said = capsys.readouterr().out
    assert well == (1 if "FAIL" in said else 0)
    assert "ok    model: mine" in said
    assert "torch: " in said
    assert main(["doctor", "--model", "no-such-model"]) == 1
    assert "FAIL  model: There is no model" in capsys.readouterr().out


def test_missing_qt_libraries_come_with_their_debian_packages() -> None:
    finding = qt_finding(["libxcb-cursor.so.0", "libEGL.so.1"])
    assert finding.fatal
    assert "apt-get install -y libxcb-cursor0 libegl1" in finding.remedy


def test_a_folder_that_cannot_be_made_is_fatal(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert folder_finding("data folder", file / "inside").fatal
    assert not folder_finding("data folder", tmp_path / "new" / "deep").fatal
    assert not (tmp_path / "new").exists()
