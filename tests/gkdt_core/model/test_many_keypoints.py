"""Any number of keypoints, with weights that expect 80 prompt slots: against the padding written out."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.inference.engine import Engine
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights import load_model
from tests.gkdt_core.weights.tiny_models import official_state
from tests.tiny_model import write_tiny_model

COUNTS = (1, 79, 80, 81, 133)
SLOTS = 80


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An official checkpoint whose mask token is not 0, as after training."""
    path = tmp_path_factory.mktemp("official") / "tiny.best"
    state = official_state(5)
    state["kg_transformer.mask_token"] = torch.randn(1, 64, generator=torch.Generator().manual_seed(1))
    torch.save({"model": state}, path)
    return path


def attention(name: str, state: dict[str, Tensor], query: Tensor, context: Tensor) -> Tensor:
    """torch's own multi-head attention with one head, query (T, B, C), context (L, B, C)."""
    out, _ = F.multi_head_attention_forward(
        query,
        context,
        context,
        query.shape[-1],
        query.shape[-1] // 64,
        state[f"{name}.in_proj_weight"],
        state[f"{name}.in_proj_bias"],
        None,
        None,
        False,
        0.0,
        state[f"{name}.out_proj.weight"],
        state[f"{name}.out_proj.bias"],
        training=False,
    )
    return out


def norm(name: str, state: dict[str, Tensor], x: Tensor) -> Tensor:
    return F.layer_norm(x, x.shape[-1:], state[f"{name}.weight"], state[f"{name}.bias"])


def written_out(model: Gkdt, features: Tensor, parts: list[tuple[Tensor, Tensor]]) -> list[Tensor]:
    """The kernels (B, N, C) of each modality, every empty slot of it a token (gkdt.md section 5)."""
    state = {key.removeprefix("kg_transformer."): t for key, t in model.kg_transformer.state_dict().items()}
    tokens = []
    for prototypes, valid in parts:
        slots = max(SLOTS, len(prototypes))
        padded = state["mask_token"].repeat(slots, 1)
        padded[: len(prototypes)][valid] = prototypes[valid]
        tokens.append(padded)
    image = features.flatten(2).permute(2, 0, 1)  # (L, B, C)
    x = torch.cat(tokens)[:, None].repeat(1, features.shape[0], 1)
    block = "blocks.0"
    x = norm(f"{block}.norm1", state, x)
    x = x + attention(f"{block}.self_attention", state, x, x)
    x = norm(f"{block}.norm_ca1", state, x)
    x = x + attention(f"{block}.cross_attention", state, x, norm(f"{block}.norm_ca2", state, image))
    hidden = F.linear(
        norm(f"{block}.norm3", state, x),
        state[f"{block}.feed_forward.linear1.weight"],
        state[f"{block}.feed_forward.linear1.bias"],
    )
    x = x + F.linear(
        F.gelu(hidden),
        state[f"{block}.feed_forward.linear2.weight"],
        state[f"{block}.feed_forward.linear2.bias"],
    )
    x = norm("final_norm", state, x).transpose(0, 1)
    kernels, start = [], 0
    for (prototypes, _), padded in zip(parts, tokens, strict=True):
        kernels.append(x[:, start : start + len(prototypes)])
        start += len(padded)
    return kernels


@pytest.mark.parametrize("modalities", ["text", "visual", "both"])
@pytest.mark.parametrize("count", COUNTS)
def test_kernels_are_those_of_the_padding_written_out(count: int, modalities: str, official: Path) -> None:
    model = load_model(official).model
    assert model.config.pad_slots == SLOTS
    draw = torch.Generator().manual_seed(count)
    features = torch.randn(2, 64, 24, 24, generator=draw)
    used = {
        name: (torch.randn(count, 64, generator=draw), torch.rand(count, generator=draw) < 0.8)
        for name in ("text", "visual")
        if modalities in (name, "both")
    }
    for _, valid in used.values():
        valid[0] = True
    arguments = [part for name in ("text", "visual") for part in used.get(name, (None, None))]
    with torch.inference_mode():
        made = [part for part in model.kernels(features, *arguments) if part is not None]
        expected = written_out(model, features, list(used.values()))
    for found, right in zip(made, expected, strict=True):
        assert found.shape == (2, count, 64)
        assert (found - right).abs().max() <= 1e-4


def test_below_the_slots_the_padding_changes_the_answer_and_above_it_does_nothing(official: Path) -> None:
    model = load_model(official).model
    features = torch.randn(1, 64, 24, 24, generator=torch.Generator().manual_seed(0))
    for count in COUNTS:
        text = torch.randn(count, 64, generator=torch.Generator().manual_seed(count))
        with torch.inference_mode():
            padded, plain = (
                model.kernels(features, text, None, None, None, pad_slots=slots)[0] for slots in (SLOTS, 0)
            )
        assert padded is not None
        assert plain is not None
        assert torch.equal(padded, plain) == (count >= SLOTS)


@pytest.mark.parametrize("count", [133, 1000])
@pytest.mark.parametrize("modalities", ["text", "visual", "both"])
def test_the_engine_answers_for_very_many_keypoints(count: int, modalities: str, tmp_path: Path) -> None:
    directory = write_tiny_model(tmp_path / "tiny")
    config = json.loads((directory / "config.json").read_text())
    config["network"]["pad_slots"] = SLOTS
    (directory / "config.json").write_text(json.dumps(config))
    engine = Engine.load(directory, device="cpu", input_size=128)
    image = np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    points = np.random.default_rng(1).uniform((0, 0), (120, 90), (count, 2))
    names = [f"point {number}" for number in range(count)]
    prompt = engine.encode_prompt(
        names=names,
        texts=names if modalities != "visual" else (),
        supports=[SupportExample(image, points)] if modalities != "text" else (),
    )
    found = engine.predict(engine.encode_image(image), prompt)
    assert found.keypoints.shape == (count, 2)
    assert found.valid.all()
    assert np.isfinite(found.keypoints).all()
