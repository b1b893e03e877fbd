"""Names and paths of models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from gkdt_core.errors import ModelFileError
from gkdt_core.weights import BUNDLED, ModelKind, available_models, load_model, save_model
from gkdt_core.weights import locate as locate_module
from gkdt_core.weights.locate import find_model
from tests.gkdt_core.weights.tiny_models import official_state, tiny_network


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(locate_module, "bundled_directory", lambda: tmp_path / "gkdt-lite")
    return tmp_path


def test_there_are_no_models_where_nothing_is_installed(home: Path) -> None:
    assert available_models() == []


def test_an_absent_bundled_model_is_said_to_be_absent(home: Path) -> None:
    with pytest.raises(ModelFileError, match="bundled model is not part of this installation") as caught:
        load_model(BUNDLED)
    assert caught.value.hint


def test_the_bundled_model_comes_first_then_the_users_by_name(home: Path) -> None:
    save_model(tiny_network(), home / "gkdt-lite")
    models = home / "home" / "models"
    save_model(tiny_network(), models / "zebras")
    torch.save({"model": official_state()}, models / "GKDT-L.best")
    (models / "half-copied").mkdir()
    (models / "notes.txt").write_text("not a model")
    save_model(tiny_network(), models / ".hidden")
    assert [(entry.name, entry.kind) for entry in available_models()] == [
        (BUNDLED, ModelKind.BUNDLED),
        ("GKDT-L.best", ModelKind.OFFICIAL),
        ("zebras", ModelKind.DIRECTORY),
    ]
    for entry in available_models():
        assert load_model(entry.name).digest == load_model(entry.path).digest
    assert load_model(BUNDLED).name == "gkdt-lite"


def test_one_of_a_models_files_stands_for_its_directory(tmp_path: Path) -> None:
    directory = save_model(tiny_network(), tmp_path / "tiny")
    for name in ("config.json", "model.safetensors"):
        assert find_model(directory / name).path == directory


def test_an_unknown_model_is_refused_with_the_known_names(home: Path) -> None:
    save_model(tiny_network(), home / "gkdt-lite")
    with pytest.raises(ModelFileError, match='no model "typo"') as caught:
        load_model("typo")
    assert '"bundled"' in caught.value.hint


def test_a_file_that_cannot_hold_a_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"x")
    with pytest.raises(ModelFileError, match=r"picture\.png"):
        load_model(path)


def test_listing_models_needs_no_torch() -> None:
    code = (
        "import sys, gkdt_core.weights as w; w.available_models(); "
        "sys.exit(any(m in sys.modules for m in ('torch', 'transformers', 'safetensors')))"
    )
    root = Path(__file__).resolve().parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_a_small_model_needs_no_transformers(tmp_path: Path) -> None:
    directory = save_model(tiny_network(), tmp_path / "tiny")
    code = (
        "import sys; from gkdt_core.weights import load_model; load_model(sys.argv[1]); "
        "sys.exit('transformers' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", code, str(directory)]
    assert subprocess.run(command, cwd=root, check=False).returncode == 0
