"""What the frozen program must contain, and whether its smoke test notices what is broken."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import sys
from pathlib import Path

import pytest

from app.commands import doctor
from gkdt_core.formats.registry import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SPEC = (ROOT / "packaging" / "gkdt.spec").read_text(encoding="utf-8")

_found = importlib.util.spec_from_file_location("gkdt_smoke_test", ROOT / "packaging" / "smoke_test.py")
assert _found is not None
assert _found.loader is not None
smoke = importlib.util.module_from_spec(_found)
sys.modules[_found.name] = smoke  # its annotations are looked up there
_found.loader.exec_module(smoke)


def _spec_value(name: str) -> object:
    """The literal that the spec gives to `name`."""
    for node in ast.parse(SPEC).body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == name
        ):
            return ast.literal_eval(node.value)
    raise AssertionError(f"{name} is not in the spec")


def test_the_spec_knows_every_package_that_a_format_imports_by_name() -> None:
    known = _spec_value("FORMATS")
    assert isinstance(known, dict)
    wanted = {module for form in FORMATS.values() for module in form.needs}
    wanted |= {module for modules in doctor._EXTRAS.values() for module in modules}
    assert wanted - known.keys() == set()


def test_the_spec_has_the_metadata_of_every_package_that_the_doctor_reports() -> None:
    reported = _spec_value("REPORTED")
    assert isinstance(reported, tuple)
    assert set(doctor._PACKAGES) - set(reported) == set()


def test_the_spec_collects_every_network_of_transformers_that_the_core_builds() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "gkdt_core").rglob("*.py"))
    built = set(re.findall(r"from transformers import DINOv3(\w+?)Config", text))
    assert built == {"ViT", "ConvNext"}
    for name in built:
        assert f'"transformers.models.dinov3_{name.lower()}"' in SPEC
        assert any(encoder.startswith(f"dinov3-{name.lower()}") for encoder in smoke.ENCODERS)


def test_every_format_that_is_written_and_read_is_tried_on_a_frozen_program() -> None:
    both = {name for name, form in FORMATS.items() if form.write is not None} - {"coco", "deeplabcut"}
    assert both == set(smoke.FORMATS)


def _coco(path: Path, x: float) -> Path:
    content = {
        "images": [{"id": 4, "file_name": "a/b.jpg"}],
        "annotations": [{"image_id": 4, "keypoints": [x, 2.0, 2, 0.0, 0.0, 0]}],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_the_smoke_test_notices_a_point_that_moved_or_went(tmp_path: Path) -> None:
    wanted = smoke.points_of(_coco(tmp_path / "a.json", 1.0))
    assert wanted == {"b.jpg": [(1.0, 2.0)]}
    smoke.check_same(wanted, smoke.points_of(_coco(tmp_path / "b.json", 1.01)), "same")
    with pytest.raises(smoke.SmokeError, match="came back as"):
        smoke.check_same(wanted, smoke.points_of(_coco(tmp_path / "c.json", 1.5)), "moved")
    with pytest.raises(smoke.SmokeError, match="0 came back"):
        smoke.check_same(wanted, {}, "gone")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in of a program is a shell script")
def test_the_smoke_test_notices_a_bundle_without_the_packages_of_a_format(tmp_path: Path) -> None:
    where = tmp_path / "bundle"
    where.mkdir()
    program = where / "gkdt"

    def says(text: str) -> None:
        program.write_text(f"#!/bin/sh\necho '{text}'\n", encoding="utf-8")
        program.chmod(0o755)

    bundle = smoke.Bundle(where, tmp_path)
    says("ok    formats of extras: deeplabcut yes, sleap yes, nwb yes")
    smoke.check_doctor(bundle)
    says("note  formats of extras: deeplabcut yes, sleap yes, nwb no")
    with pytest.raises(smoke.SmokeError, match="nwb no"):
        smoke.check_doctor(bundle)


def test_the_smoke_test_knows_texts_of_every_language() -> None:
    languages = {path.stem.removeprefix("gkdt_") for path in smoke.CATALOGUES.glob("*.qm")}
    assert languages
    assert all(len(smoke.translated(language)) > 1000 for language in languages)
