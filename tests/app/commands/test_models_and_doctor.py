"""`gkdt models` and `gkdt doctor`."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from app.cli import main
from app.commands import doctor
from app.commands.doctor import folder_finding, qt_finding
from gkdt_core.weights.registry import ReleasedLayout, ReleasedModel, released_models
from gkdt_core.weights.staging import words_for_bytes
from tests.gkdt_core.weights.fake_hub import Hub, running
from tests.gkdt_core.weights.tiny_models import official_state
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
    assert "EfficientNet-Lite, 64 channels" in said


def test_an_unknown_model_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "no-such-model"]) == 2
    assert "no-such-model" in capsys.readouterr().err


class Terminal(io.StringIO):
    """Somebody who types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    torch.save({"model": official_state()}, tmp_path / "GKDT-T.best")
    return tmp_path / "GKDT-T.best"


@pytest.fixture
def hub(
    home: Path, checkpoint: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Hub]:
    """A hub with a file small enough for a test, whose layout the registry expects."""
    from gkdt_core.weights import registry

    small = tuple(
        ReleasedModel(**{**{name: getattr(m, name) for name in ReleasedModel.__slots__},
                         "layout": ReleasedLayout(64, 1, 1, False)})
        for m in released_models()
    )  # fmt: skip
    for module in (registry, sys.modules["app.commands.models"]):
        monkeypatch.setattr(module, "released_models", lambda: small)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with running(Hub({"GKDT.best": checkpoint.read_bytes()})) as serving:
        monkeypatch.setenv("HF_ENDPOINT", serving.address)
        yield serving


AGREE = ["--agree-licence", "gkdt-non-commercial"]


def test_the_list_has_the_released_models_that_are_not_here_and_how_to_get_them(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tiny_model(home / "models" / "GKDT-L_for_App")
    assert main(["models", "list"]) == 0
    said = capsys.readouterr().out
    assert "gkdt models download GKDT-H_for_App" in said
    assert "gkdt models download GKDT-L_for_App" not in said
    assert main(["models", "list", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["GKDT-L_for_App"]["here"] is True
    assert rows["GKDT-H_for_App"]["here"] is False
    assert rows["GKDT-H_for_App"]["page"] == "https://huggingface.co/changshenglu/GKDT-H_for_App"


def test_a_released_model_that_is_not_here_is_shown_with_its_licence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "show", "gkdt-h_for_app"]) == 0
    said = capsys.readouterr().out
    for words in ("1280 channels", "non-commercial", "gkdt models download GKDT-H_for_App"):
        assert words in said


def test_converting_says_what_was_left_out_and_showing_says_it_again(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = official_state()
    state["depth_head.weight"] = torch.zeros(3)
    torch.save({"model": state}, tmp_path / "more.best")
    assert main(["models", "convert", str(tmp_path / "more.best"), "--out", str(tmp_path / "out")]) == 0
    captured = capsys.readouterr()
    assert "fp32" in captured.out
    assert "depth_head.weight" in captured.err
    assert "100/100 %" in captured.err
    assert main(["models", "show", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "left out:      depth_head.weight" in said
    assert "non-commercial" in said


def test_a_file_that_is_another_model_than_said_is_refused(
    home: Path, checkpoint: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "convert", str(checkpoint), "--as", "GKDT-L_for_App"]) == 2
    assert "64 channels" in capsys.readouterr().err
    assert not (home / "models").exists()


def test_converting_needs_to_know_where_to(
    home: Path, checkpoint: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "convert", str(checkpoint)]) == 2
    assert "--out" in capsys.readouterr().err


def test_verifying_tells_good_from_bad_by_its_exit_code(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = write_tiny_model(home / "models" / "mine")
    assert main(["models", "verify", "mine"]) == 0
    assert "All is well" in capsys.readouterr().out
    content = bytearray((model / "model.safetensors").read_bytes())
    content[-100] ^= 1
    (model / "model.safetensors").write_bytes(content)
    assert main(["models", "verify", "mine"]) == 1
    assert "wrong: mine/model.safetensors was changed or damaged" in capsys.readouterr().out
    assert main(["models", "verify", "nowhere"]) == 2


def test_removing_asks_and_takes_only_yes_for_yes(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = write_tiny_model(home / "models" / "mine")
    for typed in (io.StringIO("yes\n"), Terminal("no\n"), Terminal("y\n"), Terminal("")):
        monkeypatch.setattr("sys.stdin", typed)
        assert main(["models", "remove", "mine"]) == 2
        assert model.is_dir()
    monkeypatch.setattr("sys.stdin", Terminal("yes\n"))
    assert main(["models", "remove", "mine"]) == 0
    assert not model.exists()
    assert "free again" in capsys.readouterr().out
    again = write_tiny_model(home / "models" / "mine")
    assert main(["models", "remove", "mine", "--yes"]) == 0
    assert not again.exists()
    assert main(["models", "remove", "bundled", "--yes"]) == 2


def test_without_a_terminal_and_without_agreeing_nothing_is_downloaded(
    home: Path, hub: Hub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert main(["models", "download", "GKDT-L_for_App"]) == 2
    said = capsys.readouterr().err
    assert "has not been agreed to" in said
    assert "--agree-licence gkdt-non-commercial" in said
    assert hub.ranges == []
    assert main(["models", "download", "GKDT-L_for_App", "--agree-licence", "mit"]) == 2
    assert hub.ranges == []


def test_a_person_reads_size_and_licence_types_yes_and_has_a_model(
    home: Path, hub: Hub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert main(["models", "download", "GKDT-L_for_App"]) == 2
    monkeypatch.setattr("sys.stdin", Terminal("yes\n"))
    assert main(["models", "download", "GKDT-L_for_App"]) == 0
    said = capsys.readouterr().err
    assert "non-commercial use only" in said
    assert "https://huggingface.co/changshenglu/GKDT-L_for_App" in said
    assert words_for_bytes(os.path.getsize(home / "GKDT-T.best")) in said
    assert sorted(path.name for path in (home / "models").iterdir()) == ["GKDT-L_for_App"]
    assert main(["models", "verify", "GKDT-L_for_App"]) == 0
    asked = len(hub.asked)
    assert main(["models", "download", "GKDT-L_for_App", *AGREE]) == 0
    assert "is here already" in capsys.readouterr().err
    assert len(hub.asked) == asked


@pytest.mark.parametrize(
    ("option", "there"),
    [
        ("--no-convert", ["GKDT-L_for_App.best"]),
        ("--keep-original", ["GKDT-L_for_App", "GKDT-L_for_App.best"]),
    ],
)
def test_the_original_stays_where_it_is_wanted(
    home: Path, hub: Hub, checkpoint: Path, option: str, there: list[str]
) -> None:
    assert main(["models", "download", "GKDT-L_for_App", *AGREE, option]) == 0
    assert sorted(path.name for path in (home / "models").iterdir()) == there
    assert (home / "models" / "GKDT-L_for_App.best").read_bytes() == checkpoint.read_bytes()


def test_a_downloaded_file_that_is_another_model_is_kept_and_said(
    home: Path, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save({"model": official_state(channels=128)}, home / "wide.best")
    hub.files = {"wide.best": (home / "wide.best").read_bytes()}
    assert main(["models", "download", "GKDT-L_for_App", *AGREE]) == 2
    assert "128 channels" in capsys.readouterr().err
    assert [path.name for path in (home / "models").iterdir()] == ["GKDT-L_for_App.best"]


def test_several_files_on_the_page_have_to_be_told_apart(
    home: Path, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.files["other.best"] = hub.files["GKDT.best"]
    assert main(["models", "download", "GKDT-L_for_App", *AGREE]) == 2
    assert "--file" in capsys.readouterr().err
    assert main(["models", "download", "GKDT-L_for_App", *AGREE, "--file", "other.best"]) == 0


def test_without_a_network_a_person_learns_how_to_bring_the_file(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert main(["models", "download", "GKDT-L_for_App"]) == 2
    said = capsys.readouterr().err
    assert "https://huggingface.co/changshenglu/GKDT-L_for_App" in said
    assert f'--out "{home / "models" / "GKDT-L_for_App"}"' in said


def test_the_doctor_tells_which_formats_of_extras_there_are(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(doctor._EXTRAS, "nwb", ("no_such_package",))
    main(["doctor", "--model", "no-such-model"])
    said = capsys.readouterr().out
    assert re.search(r"note +formats of extras: .*nwb no", said)
    assert "pip install '.[" in said
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    main(["doctor", "--model", "no-such-model"])
    assert "pip install" not in capsys.readouterr().out


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
