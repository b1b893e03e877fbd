"""A model at another input size than its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.errors import ModelFileError
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import FeatureCache
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights import load_model, save_model
from gkdt_core.weights.locate import bundled_directory
from tests.gkdt_core.weights.tiny_models import official_state, tiny_network

needs_bundled = pytest.mark.skipif(
    not (bundled_directory() / "model.safetensors").is_file(), reason="the bundled model is not here"
)


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("official") / "tiny.best"
    torch.save({"model": official_state(3)}, path)
    return path


def _pixels(size: int) -> torch.Tensor:
    return torch.randn(1, 3, size, size, generator=torch.Generator().manual_seed(size))


def _heatmaps(model: Gkdt, size: int) -> torch.Tensor:
    with torch.inference_mode():
        features = model.encode_image(_pixels(size))
        points = torch.tensor([[[-0.9, -0.9], [0.3, 0.1], [0.99, 0.7]]])
        visual, valid = model.visual_prototypes(features, points, torch.ones(1, 3))
        maps = model.detect(features, None, None, visual, valid)
    return maps.fused


@needs_bundled
@pytest.mark.parametrize("size", [64, 80, 128, 256, 384, 400, 512])
def test_the_bundled_model_works_at_every_multiple_of_sixteen(size: int) -> None:
    loaded = load_model("bundled", input_size=size)
    assert loaded.model.config.input_size == size
    maps = _heatmaps(loaded.model, size)
    assert maps.shape == (1, 3, size // 4, size // 4)
    assert maps.isfinite().all()


@pytest.mark.parametrize("size", [64, 80, 96, 128, 256, 384, 512])
def test_an_official_model_works_at_every_multiple_of_sixteen(official: Path, size: int) -> None:
    maps = _heatmaps(load_model(official, input_size=size).model, size)
    assert maps.shape == (1, 3, size // 4, size // 4)
    assert maps.isfinite().all()


def test_another_size_is_the_plain_model_built_at_that_size(official: Path, tmp_path: Path) -> None:
    own = load_model(official)
    assert own.model.config.input_size == 384
    plain = Gkdt(replace(own.model.config, input_size=512)).eval()
    plain.load_state_dict(own.model.state_dict())
    assert torch.equal(_heatmaps(load_model(official, input_size=512).model, 512), _heatmaps(plain, 512))
    # and a directory saved at the size is told apart by nothing at all
    stored = save_model(plain, tmp_path / "at512", dtype=torch.float32)
    other = save_model(own.model, tmp_path / "at384", dtype=torch.float32)
    assert load_model(other, input_size=512).digest == load_model(stored).digest


@needs_bundled
def test_the_bundled_model_at_384_is_the_plain_model_built_at_384() -> None:
    own = load_model("bundled")
    plain = Gkdt(replace(own.model.config, input_size=384)).eval()
    plain.load_state_dict(own.model.state_dict())
    with torch.inference_mode():
        expected = plain.encode_image(_pixels(384))
        found = load_model("bundled", input_size=384).model.encode_image(_pixels(384))
    assert torch.equal(found, expected)


def test_sigma_is_proportional_to_the_input_size(official: Path) -> None:
    assert load_model(official).model.config.sigma_px == pytest.approx(14)
    assert load_model(official, input_size=192).model.config.sigma_px == pytest.approx(7)


@pytest.mark.parametrize("size", [0, -64, 48, 100, 250, 2064, 4096])
def test_other_sizes_are_refused_and_the_nearest_is_named(official: Path, size: int) -> None:
    with pytest.raises(ModelFileError, match=f"{size} px.*multiple of 16") as caught:
        load_model(official, input_size=size)
    assert "nearest" in caught.value.hint


def test_the_digest_tells_input_sizes_apart_and_its_own_size_changes_nothing(
    official: Path, tmp_path: Path
) -> None:
    directory = save_model(tiny_network(), tmp_path / "tiny")
    for path, own in ((official, 384), (directory, 128)):
        digests = {load_model(path, input_size=size).digest for size in (64, 128, 256, 384)}
        assert len(digests) == 4
        assert load_model(path).digest == load_model(path, input_size=own).digest


def test_one_cache_may_serve_engines_of_two_sizes(tmp_path: Path) -> None:
    directory = save_model(tiny_network(), tmp_path / "tiny")
    cache = FeatureCache()
    image = np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    shot = SupportExample(image, np.array([[30.0, 40.0], [70.0, 50.0]]))
    found = {}
    for size in (64, 128):
        engine = Engine.load(directory, device="cpu", cache=cache, input_size=size)
        assert engine.info.input_size == size
        prompt = engine.encode_prompt(names=("a", "b"), texts=(), supports=[shot])
        alone = Engine.load(directory, device="cpu", input_size=size)
        expected = alone.encode_prompt(names=("a", "b"), texts=(), supports=[shot])
        assert prompt.visual is not None
        assert expected.visual is not None
        assert torch.equal(prompt.visual, expected.visual)
        found[size] = engine.predict(engine.encode_image(image), prompt, with_heatmaps=True)
    assert len(cache) == 2
    for size, cells in ((64, 16), (128, 32)):
        maps = found[size].heatmaps
        assert maps is not None
        assert maps.shape == (2, cells, cells)
