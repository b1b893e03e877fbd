"""The plain path, without a trick, gives what the fast one gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.geometry import RgbImage
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.naive import NaiveProgram, bare_encoder, plain_copy
from gkdt_core.inference.preprocess import normalise
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.inference.random_model import random_network, released_config
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig
from gkdt_core.model.tokenizer import ClipTokenizer
from gkdt_core.weights import LoadedModel, load_model
from tests.gkdt_core.weights.tiny_models import official_state
from tests.shared_data import SHARED, needs_shared
from tests.tiny_model import write_tiny_model

TOLERANCE = 1e-5
"""Two orders of float32 sums over at most a thousand cosine products."""
NAMES = ("left eye", "right eye", "nose", "tail")


def picture(seed: int, height: int = 90, width: int = 120) -> RgbImage:
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8)


def load(kind: str, folder: Path) -> LoadedModel:
    if kind == "bundled":
        return load_model("bundled")
    if kind == "tiny":
        return load_model(write_tiny_model(folder / "tiny"))
    if kind.startswith("official"):
        # 50 tokens only: ids of real words would lie outside, so the vocabulary is that of the tokenizer
        state = official_state(gated=kind.endswith("gated"))
        drawn = torch.randn(49408, 64, generator=torch.Generator().manual_seed(1)) * 0.05
        state["dinov3_text_encoder.backbone.token_embedding.weight"] = drawn
        torch.save({"model": state}, folder / "tiny.best")
        return load_model(folder / "tiny.best")
    return load_model(SHARED / "parity" / kind / "checkpoint.best")


def assert_same_heatmaps(loaded: LoadedModel, texts: bool, supports: bool) -> None:
    engine = Engine(loaded, device=torch.device("cpu"))
    query, shots = picture(0), [picture(1), picture(2)]
    points = np.random.default_rng(3).uniform(5, 85, (2, len(NAMES), 2))
    points[0, 1] = np.nan  # the first shot does not mark it, the second does
    points[:, 3] = np.nan  # no shot marks it
    prompt = engine.encode_prompt(
        names=NAMES,
        texts=NAMES if texts else (),
        supports=[SupportExample(s, p) for s, p in zip(shots, points, strict=True)] if supports else (),
    )
    fast = engine.heatmaps([engine.encode_image(query)], prompt).maps

    prepared = [engine.prepare(image) for image in shots]
    places = np.stack([r.transform.image_to_norm(p) for r, p in zip(prepared, points, strict=True)])
    ids = ClipTokenizer(loaded.model.config.text_encoder.context_length).batch(NAMES)
    plain = NaiveProgram(loaded.model, loaded.informed()).answer(
        normalise(engine.prepare(query).pixels[None]),
        token_ids=ids if texts else None,
        support=normalise(np.stack([region.pixels for region in prepared])) if supports else None,
        points=torch.tensor(np.nan_to_num(places), dtype=torch.float32),
        marked=torch.tensor(np.isfinite(points).all(axis=-1), dtype=torch.float32),
    )
    assert plain.shape == fast.shape
    assert plain.abs().max() > 0.01
    torch.testing.assert_close(fast, plain, rtol=0, atol=TOLERANCE)


@pytest.mark.parametrize(("texts", "supports"), [(True, False), (False, True), (True, True)])
@pytest.mark.parametrize("kind", ["tiny", "bundled", "official", "official gated"])
def test_the_plain_path_gives_the_heatmaps_of_the_fast_one(
    kind: str, texts: bool, supports: bool, tmp_path: Path
) -> None:
    assert_same_heatmaps(load(kind, tmp_path), texts, supports)


@needs_shared
@pytest.mark.parametrize("kind", ["L_like", "H_like_k3", "deconv"])
def test_the_plain_path_gives_the_heatmaps_of_the_fast_one_for_released_layouts(
    kind: str, tmp_path: Path
) -> None:
    assert_same_heatmaps(load(kind, tmp_path), texts=True, supports=True)


def test_more_keypoints_than_slots_are_padded_by_none(tmp_path: Path) -> None:
    loaded = load("official", tmp_path)
    engine = Engine(loaded, device=torch.device("cpu"))
    query, support = picture(0), picture(1)
    points = np.random.default_rng(3).uniform(5, 85, (90, 2))
    fast = engine.heatmaps(
        [engine.encode_image(query)], engine.encode_prompt(supports=[SupportExample(support, points)])
    )
    region = engine.prepare(support)
    plain = NaiveProgram(loaded.model, loaded.informed()).answer(
        normalise(engine.prepare(query).pixels[None]),
        support=normalise(region.pixels[None]),
        points=torch.tensor(region.transform.image_to_norm(points)[None], dtype=torch.float32),
        marked=torch.ones(1, 90),
    )
    torch.testing.assert_close(fast.maps, plain, rtol=0, atol=TOLERANCE)


@pytest.mark.parametrize("gated", [False, True])
@torch.inference_mode()
def test_the_bare_encoder_is_the_network_s_on_the_same_weights(gated: bool, tmp_path: Path) -> None:
    model = load("official gated" if gated else "official", tmp_path).model
    pixels = torch.randn(2, 3, 64, 96, generator=torch.Generator().manual_seed(0))
    torch.testing.assert_close(bare_encoder(model)(pixels), model.encode_image(pixels), rtol=0, atol=1e-5)


def test_a_plain_copy_in_float32_takes_no_second_memory(tmp_path: Path) -> None:
    model = load("official", tmp_path).model
    copied = dict(plain_copy(model).named_parameters())
    assert all(copied[key].data_ptr() == value.data_ptr() for key, value in model.named_parameters())


def test_random_weights_in_the_released_layout_give_finite_lively_heatmaps() -> None:
    text = TextEncoderConfig(width=64, layers=2, heads=1, hidden=64, output_dim=2048)
    config = replace(
        released_config("S"),
        input_size=64,
        text_encoder=text,
        text_adapter=TextAdapterConfig(width=64, heads=1, hidden=64),
    )
    loaded = random_network(config, "small")
    engine = Engine(loaded, device=torch.device("cpu"))
    points = np.random.default_rng(3).uniform(5, 85, (len(NAMES), 2))
    prompt = engine.encode_prompt(names=NAMES, supports=[SupportExample(picture(1), points)])
    found = engine.predict(engine.encode_image(picture(0)), prompt, with_heatmaps=True)
    assert found.heatmaps is not None
    assert np.isfinite(found.heatmaps).all()
    assert found.heatmaps.std() > 1e-3
    assert loaded.digest != random_network(config, "small").digest


@pytest.mark.parametrize(("size", "channels"), [("S", 384), ("B", 768), ("L", 1024), ("H", 1280)])
def test_released_sizes_are_the_paper_s(size: str, channels: int) -> None:
    config = released_config(size)
    assert (config.channels, config.pad_slots, config.heatmap_size) == (channels, 80, 96)
    assert config.text_projected == (channels != 1024)
