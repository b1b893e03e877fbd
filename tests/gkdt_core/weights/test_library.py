"""What models are, checking them, and removing them without touching anything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from gkdt_core.errors import Cancelled, ModelFileError
from gkdt_core.weights import BUNDLED, ModelKind, load_model, save_model
from gkdt_core.weights.config_file import Source
from gkdt_core.weights.library import convert, installed, remove, summarize, verify
from gkdt_core.weights.locate import bundled_directory
from gkdt_core.weights.registry import released_model
from tests.gkdt_core.weights.tiny_models import official_state, tiny_network

needs_bundled = pytest.mark.skipif(
    not (bundled_directory() / "model.safetensors").is_file(), reason="the bundled model is not here"
)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's models folder."""
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


@pytest.fixture
def directory(models: Path) -> Path:
    source = Source("GKDT-T.best", "ask the authors", ("ema.weight",))
    return save_model(
        tiny_network(), models / "tiny", card="# Tiny\n", calibration=[(0, 0), (1, 1)], source=source
    )


def change_config(directory: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = directory / "config.json"
    values = json.loads(path.read_text())
    change(values)
    path.write_text(json.dumps(values))


def test_a_summary_of_a_folder_says_what_loading_it_finds(directory: Path) -> None:
    model, loaded = summarize("tiny"), load_model("tiny")
    assert (model.name, model.kind, model.path) == ("tiny", ModelKind.DIRECTORY, directory)
    assert model.nbytes == sum(path.stat().st_size for path in directory.iterdir())
    # a buffer counts as well: it is in the file
    assert model.parameters == sum(tensor.numel() for tensor in loaded.model.state_dict().values())
    assert model.encoder == "EfficientNet-Lite, 64 channels"
    config = loaded.model.config
    assert (model.input_size, model.heatmap_size) == (config.input_size, config.heatmap_size)
    assert (model.pad_slots, model.dtype, model.calibrated) == (0, "fp16", True)
    assert model.digest == loaded.digest
    assert (model.licence, model.card, model.extra_keys) == ("ask the authors", "# Tiny", ("ema.weight",))


def test_a_summary_of_a_checkpoint_says_the_same_as_of_the_folder_made_from_it(models: Path) -> None:
    torch.save({"model": official_state()}, models / "GKDT-T.best")
    before = summarize("GKDT-T.best")
    assert before.kind is ModelKind.OFFICIAL
    assert before.digest == ""
    assert before.nbytes == (models / "GKDT-T.best").stat().st_size
    loaded = load_model("GKDT-T.best")
    assert summarize("GKDT-T.best").digest == loaded.digest
    convert(models / "GKDT-T.best", models / "folder")
    after = summarize("folder")
    for name in ("parameters", "encoder", "input_size", "heatmap_size", "pad_slots", "dtype", "licence"):
        assert getattr(after, name) == getattr(before, name), name
    assert after.encoder == "DINOv3 ViT, 1 blocks, 64 channels"


@needs_bundled
def test_the_bundled_model_knows_its_digest_and_its_licence() -> None:
    model = summarize(BUNDLED)
    assert model.kind is ModelKind.BUNDLED
    assert model.digest == load_model(BUNDLED).digest
    assert model.licence
    assert verify(BUNDLED).ok
    assert verify(BUNDLED).notes == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v["network"].update(input_size="128"),
        lambda v: v["network"].update(input_size=0),
        lambda v: v.update(weights={"sha256": "x", "bytes": 1}),
        lambda v: v.update(weights={"sha256": "ab" * 32, "bytes": "1"}),
        lambda v: v.update(weights=3),
        lambda v: v.update(source={"file": 1, "licence": "", "unknown_keys": []}),
        lambda v: v.update(source={"file": "", "licence": "", "unknown_keys": ["x"] * 101}),
        lambda v: v.update(source=[]),
        lambda v: v.update(version=3),
    ],
)
def test_a_damaged_description_is_refused_by_the_summary_and_by_loading(
    directory: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    change_config(directory, change)
    for use in (summarize, load_model):
        with pytest.raises(ModelFileError, match="config"):
            use(directory)


def test_verifying_a_sound_folder_finds_nothing_and_says_what_it_read(directory: Path) -> None:
    shares: list[float] = []
    report = verify("tiny", checkpoint=shares.append)
    assert report.ok
    assert report.problems == report.notes == ()
    assert [file.name for file in report.files] == ["config.json", "model.safetensors"]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_verifying_a_folder_of_an_early_version_says_what_could_not_be_compared(directory: Path) -> None:
    change_config(directory, lambda values: values.pop("weights"))
    report = verify(directory)
    assert report.ok
    assert "early version" in report.notes[0]


def test_one_flipped_bit_in_the_weights_is_found(directory: Path) -> None:
    path = directory / "model.safetensors"
    content = bytearray(path.read_bytes())
    content[-1000] ^= 1
    path.write_bytes(content)
    (problem,) = verify(directory).problems
    assert "was changed or damaged" in problem


def test_every_problem_is_named_and_not_only_the_first(directory: Path) -> None:
    path = directory / "model.safetensors"
    weights = load_file(path)
    weights["text_anet.proj"][0, 0] = float("nan")
    weights["kg_transformer.mask_token"][0, 0] = float("inf")
    weights["stranger"] = torch.zeros(2)
    save_file(weights, path)
    problems = "\n".join(verify(directory).problems)
    for words in ("stranger", "text_anet.proj", "mask_token", "config.json was written for"):
        assert words in problems


def test_a_header_that_contradicts_the_description_is_found(directory: Path) -> None:
    change_config(directory, lambda values: values["network"].update(kg_ffn_width=96))
    assert any("do not fit the network" in problem for problem in verify(directory).problems)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda v: v.update(calibration=[[0, 0], [0, 1]]), "calibration"),
        (lambda v: v.update(format="other"), "format"),
        (lambda v: v["network"].pop("channels"), "channels"),
    ],
)
def test_a_description_that_is_wrong_is_found(
    directory: Path, change: Callable[[dict[str, Any]], object], words: str
) -> None:
    change_config(directory, change)
    (problem,) = verify(directory).problems
    assert words in problem


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut"])
def test_a_file_that_is_missing_or_cut_off_is_a_problem_and_no_crash(
    directory: Path, name: str, damage: str
) -> None:
    path = directory / name
    content = path.read_bytes()
    path.unlink()
    if damage != "missing":
        path.write_bytes(content[: len(content) // 2] if damage == "cut" else b"")
    report = verify(directory)
    assert not report.ok
    assert any(name in problem for problem in report.problems)


def test_a_checkpoint_is_not_verified_but_converted(models: Path) -> None:
    torch.save({"model": official_state()}, models / "GKDT-T.best")
    with pytest.raises(ModelFileError, match=r"GKDT-T\.best") as caught:
        verify("GKDT-T.best")
    assert "convert" in caught.value.hint
    with pytest.raises(ModelFileError, match='no model "nowhere"'):
        verify("nowhere")


def test_verifying_can_be_cancelled(directory: Path) -> None:
    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        verify(directory, checkpoint=stop)


def test_removing_a_model_frees_its_bytes_and_touches_no_other(models: Path, directory: Path) -> None:
    other = save_model(tiny_network(), models / "other")
    size = summarize("tiny").nbytes
    assert remove("tiny") == size
    assert sorted(path.name for path in models.iterdir()) == ["other"]
    load_model(other)


def test_removing_a_checkpoint_removes_the_file(models: Path) -> None:
    torch.save({"model": official_state()}, models / "GKDT-T.best")
    assert remove("GKDT-T.best") > 0
    assert list(models.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../outside",
        "tiny/..",
        "/",
        "tiny/../../outside",
        "{tmp}/outside",
        "~",
        "a\0b",
        "x" * 300,
    ],
)
def test_nothing_outside_the_models_folder_is_ever_removed(
    models: Path, directory: Path, tmp_path: Path, name: str
) -> None:
    save_model(tiny_network(), tmp_path / "outside")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ModelFileError):
        remove(name.replace("{tmp}", str(tmp_path)))
    assert sorted(tmp_path.rglob("*")) == before


def test_the_bundled_model_and_folders_that_are_no_models_stay(models: Path) -> None:
    (models / "notes").mkdir()
    (models / "notes" / "thesis.txt").write_text("mine")
    for name in (BUNDLED, "notes", "no-such-model"):
        with pytest.raises(ModelFileError):
            remove(name)
    with pytest.raises(ModelFileError):
        remove(bundled_directory())
    assert (models / "notes" / "thesis.txt").read_text() == "mine"


def test_of_links_only_the_link_is_removed(models: Path, tmp_path: Path) -> None:
    outside = save_model(tiny_network(), tmp_path / "outside")
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("mine")
    (models / "linked").symlink_to(outside)
    inside = save_model(tiny_network(), models / "inside")
    (inside / "runs").symlink_to(precious)
    remove("linked")
    remove("inside")
    assert list(models.iterdir()) == []
    load_model(outside)
    assert (precious / "file").read_text() == "mine"


def test_a_released_model_is_installed_as_a_folder_or_as_its_file(models: Path) -> None:
    released = released_model("GKDT-L_for_App")
    assert installed(released) is None
    torch.save({"model": official_state()}, models / "GKDT-L_for_App.best")
    entry = installed(released)
    assert entry is not None
    assert entry.kind is ModelKind.OFFICIAL
    save_model(tiny_network(), models / "GKDT-L_for_App")
    entry = installed(released)
    assert entry is not None
    assert entry.kind is ModelKind.DIRECTORY
