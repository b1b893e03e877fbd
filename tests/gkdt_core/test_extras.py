"""What is said where the packages of an extra are not there, from source and in the frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import ReadOptions
from gkdt_core.formats.registry import FORMATS


def _hint_of_reading(path: Path) -> str:
    with pytest.raises(DatasetError, match='needs the package "h5py"') as refused:
        FORMATS["sleap"].read(path, ReadOptions())
    assert refused.value.hint is not None
    return refused.value.hint


def test_from_source_the_command_that_installs_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "h5py", None)
    assert "pip install '.[sleap]'" in _hint_of_reading(tmp_path / "mice.slp")


def test_the_frozen_program_names_no_command_that_it_does_not_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "h5py", None)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    hint = _hint_of_reading(tmp_path / "mice.slp")
    assert "pip" not in hint
    assert "build" in hint
