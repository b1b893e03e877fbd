"""The list of released models: complete, and read strictly."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gkdt_core.errors import ModelFileError
from gkdt_core.paths import resource_path
from gkdt_core.weights.registry import read_registry, released_model, released_models

ROOT = Path(__file__).resolve().parents[3]
CONTENT = json.loads(resource_path("models", "registry.json").read_text(encoding="utf-8"))


def test_the_four_released_models_are_known_with_their_pages_and_layouts() -> None:
    assert {model.repo_id for model in released_models()} == {
        f"changshenglu/GKDT-{size}_for_{use}" for size in "LH" for use in ("App", "Research")
    }
    for model in released_models():
        large = model.name.startswith("GKDT-L")
        assert model.page == f"https://huggingface.co/{model.repo_id}"
        assert model.layout.channels == (1024 if large else 1280)
        assert (model.layout.depth, model.layout.heads) == ((24, 16) if large else (32, 20))
        assert model.layout.gated_mlp is not large
        assert "non-commercial" in model.licence.summary
        assert "page" in model.licence.summary


def test_a_released_model_is_found_whatever_the_case() -> None:
    assert released_model("gkdt-l_for_app").name == "GKDT-L_for_App"


def test_an_unknown_name_comes_with_the_known_ones() -> None:
    with pytest.raises(ModelFileError, match="GKDT-X") as caught:
        released_model("GKDT-X")
    assert "GKDT-H_for_Research" in caught.value.hint


@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: v.update(more=1),
        lambda v: v.pop("licences"),
        lambda v: v.update(models=[]),
        lambda v: v.update(models={"a": 1}),
        lambda v: v["models"][0].update(colour="red"),
        lambda v: v["models"][0].pop("layout"),
        lambda v: v["models"][0].update(name="../GKDT"),
        lambda v: v["models"][0].update(name=""),
        lambda v: v["models"][0].update(repo_id="https://elsewhere"),
        lambda v: v["models"][0].update(repo_id="changshenglu"),
        lambda v: v["models"][0].update(licence="none"),
        lambda v: v["models"][0].update(about_bytes=True),
        lambda v: v["models"][0].update(about_bytes=0),
        lambda v: v["models"][0]["layout"].update(channels="1024"),
        lambda v: v["models"][0]["layout"].update(depth=0),
        lambda v: v["models"][0]["layout"].update(gated_mlp=1),
        lambda v: v["models"].append(v["models"][0]),
        lambda v: v["licences"].append(v["licences"][0]),
        lambda v: v["licences"][0].update(summary=" "),
    ],
)
def test_a_registry_that_is_not_exactly_as_it_should_be_is_refused(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    values = copy.deepcopy(CONTENT)
    spoil(values)
    path = tmp_path / "registry.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ModelFileError, match=r"registry\.json"):
        read_registry(path)


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000])
def test_a_registry_that_is_no_json_object_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "registry.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelFileError, match=r"registry\.json"):
        read_registry(path)
    with pytest.raises(ModelFileError, match=r"absent\.json"):
        read_registry(tmp_path / "absent.json")


def test_the_library_and_the_registry_need_no_torch_and_no_hub() -> None:
    code = (
        "import sys; from gkdt_core.weights import library, registry; registry.released_models(); "
        "from gkdt_core.weights.locate import bundled_directory; "
        "(bundled_directory() / 'model.safetensors').is_file() and library.summarize('bundled'); "
        "sys.exit(any(m in sys.modules for m in ('torch', 'transformers', 'safetensors', 'huggingface_hub')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
