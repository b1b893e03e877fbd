"""Digests that are known without reading large files, and never wrong for it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from gkdt_core.weights import digests as digests_module
from gkdt_core.weights import load_model, save_model
from gkdt_core.weights.config_file import read_config
from gkdt_core.weights.digests import known_weights_sha256, recall, remembered, weights_sha256
from tests.gkdt_core.weights.tiny_models import official_state, tiny_network


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return save_model(tiny_network(), tmp_path / "tiny")


def forget_record(directory: Path) -> None:
    """Makes a directory one of an early version."""
    path = directory / "config.json"
    values = json.loads(path.read_text())
    del values["weights"]
    path.write_text(json.dumps(values))


def known(directory: Path) -> str:
    return known_weights_sha256(directory, read_config(directory, 1000))


def test_a_written_model_knows_its_digest_without_reading_its_weights(directory: Path) -> None:
    assert known(directory) == digests_module.file_sha256(directory / "model.safetensors")
    assert not recall(directory / "model.safetensors")


def test_weights_that_were_changed_after_the_description_are_read_again(directory: Path) -> None:
    before = load_model(directory).digest
    weights = load_file(directory / "model.safetensors")
    weights["kg_transformer.mask_token"] += 1
    save_file(weights, directory / "model.safetensors")
    assert known(directory) == ""
    after = load_model(directory).digest
    assert after != before
    assert known(directory)
    assert load_model(directory).digest == after


def test_a_directory_of_an_early_version_is_hashed_once_and_keeps_its_digest(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_record = load_model(directory).digest
    forget_record(directory)
    assert known(directory) == ""
    assert load_model(directory).digest == with_record
    read = []
    hashed = digests_module.file_sha256
    monkeypatch.setattr(digests_module, "file_sha256", lambda path: read.append(path) or hashed(path))
    assert load_model(directory).digest == with_record
    assert read == []
    copied = Path(shutil.copytree(directory, directory.with_name("copy")))
    assert load_model(copied).digest == with_record
    assert read == [copied / "model.safetensors"]


def test_a_checkpoint_is_hashed_once_until_it_changes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gkdt_core.weights import load

    path, hashed, calls = home / "GKDT.best", load._weights_sha256, []
    monkeypatch.setattr(load, "_weights_sha256", lambda weights: calls.append(1) or hashed(weights))
    torch.save({"model": official_state()}, path)
    first = load_model(path).digest
    assert load_model(path).digest == first
    assert len(calls) == 1
    torch.save({"model": official_state(1)}, path)
    assert load_model(path).digest != first
    assert len(calls) == 2


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"a": 3}', b"\xff", b"[" * 100_000])
def test_a_damaged_memory_costs_nothing_but_time(directory: Path, home: Path, content: bytes) -> None:
    expected = load_model(directory).digest
    forget_record(directory)
    memory = home / "home" / "cache" / "digests.json"
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_bytes(content)
    assert load_model(directory).digest == expected


def test_a_cache_folder_that_cannot_be_written_is_no_error(directory: Path, home: Path) -> None:
    forget_record(directory)
    (home / "home").write_text("in the way")
    config = read_config(directory, 1000)
    assert weights_sha256(directory, config) == digests_module.file_sha256(directory / "model.safetensors")


def test_a_file_that_changes_while_it_is_read_is_not_remembered(home: Path) -> None:
    path = home / "file"
    path.write_text("before")

    def compute() -> str:
        path.write_text("another length")
        return "0" * 64

    assert remembered(path, compute) == "0" * 64
    assert recall(path) == ""


def test_the_memory_does_not_grow_for_ever(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests_module, "_MAX_REMEMBERED", 3)
    for number in range(5):
        path = home / f"file{number}"
        path.write_text(str(number))
        remembered(path, lambda: "1" * 64)
    assert [bool(recall(home / f"file{number}")) for number in range(5)] == [False, False, True, True, True]


def test_the_time_of_change_counts_and_not_only_the_length(home: Path) -> None:
    path = home / "file"
    path.write_text("one")
    remembered(path, lambda: "1" * 64)
    path.write_text("two")
    os.utime(path, ns=(1, 1))
    assert recall(path) == ""
