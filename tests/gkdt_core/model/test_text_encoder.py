"""The tower and the adaptation agree with the outputs of the released implementation."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from gkdt_core.model.text_encoder import (
    DinoTxtTower,
    TextAdapter,
    TextAdapterConfig,
    TextEncoderConfig,
    end_of_text_index,
    eot_vectors,
)
from gkdt_core.model.tokenizer import ClipTokenizer
from tests.shared_data import SHARED, needs_shared

VARIANTS = ("L_like", "H_like_k3", "deconv")
TOLERANCE = 1e-4  # float32 sums in another order; the largest difference seen is 2e-6
SMALL = TextEncoderConfig(context_length=12, width=32, layers=2, heads=2, hidden=64, output_dim=48)


def _released(variant: str) -> tuple[DinoTxtTower, TextAdapter, dict[str, Tensor]]:
    path = SHARED / "parity" / variant / "checkpoint.best"
    weights: dict[str, Tensor] = torch.load(path, weights_only=True)["model"]
    tower_weights = _below("dinov3_text_encoder.", weights)
    adapter_weights = _below("text_anet.", weights)
    context, width = tower_weights["backbone.positional_embedding"].shape
    output_dim = tower_weights["head.linear_projection.weight"].shape[0]
    layers = len({name.split(".")[2] for name in tower_weights if name.startswith("backbone.blocks.")})
    tower = DinoTxtTower(
        TextEncoderConfig(49_408, context, width, layers, width // 64, 4 * width, output_dim)
    )
    tower.load_state_dict(tower_weights)
    width = adapter_weights["ln.weight"].shape[0]
    adapter = TextAdapter(TextAdapterConfig(output_dim, width, width // 64, 4 * width))
    adapter.load_state_dict(adapter_weights)
    return tower.eval(), adapter.eval(), weights


def _below(prefix: str, weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in weights.items() if name.startswith(prefix)}


def _text_to_image(vectors: Tensor, weights: dict[str, Tensor]) -> Tensor:
    projector = _below("t2i_projector.projector.", weights)
    if not projector:
        return vectors
    projected = vectors @ projector["0.weight"].T
    return functional.layer_norm(projected, projected.shape[-1:], projector["1.weight"], projector["1.bias"])


@needs_shared
@pytest.mark.parametrize("variant", VARIANTS)
@torch.inference_mode()
def test_outputs_are_those_of_the_released_implementation(variant: str) -> None:
    tower, adapter, weights = _released(variant)
    texts = json.loads((SHARED / "parity" / "cases.json").read_text(encoding="utf-8"))["texts"][:2]
    token_ids = ClipTokenizer().batch(texts)
    outputs = tower(token_ids)
    prototypes = _text_to_image(adapter(outputs, token_ids), weights)
    with np.load(SHARED / "parity" / variant / "taps.npz") as taps:
        np.testing.assert_allclose(outputs[:, :8].numpy(), taps["text_tokens"], rtol=0, atol=TOLERANCE)
        np.testing.assert_allclose(prototypes.numpy(), taps["text_prototypes"], rtol=0, atol=TOLERANCE)


@pytest.fixture
def tower() -> DinoTxtTower:
    torch.manual_seed(0)
    return DinoTxtTower(SMALL).eval()


@torch.inference_mode()
def test_vectors_at_the_end_of_text_need_no_padding(tower: DinoTxtTower) -> None:
    token_ids = ClipTokenizer(SMALL.context_length).batch(["nose", "left front paw", ""])
    torch.testing.assert_close(tower.eot_vectors(token_ids), eot_vectors(tower(token_ids), token_ids))


@torch.inference_mode()
def test_sentence_vectors_are_the_second_half(tower: DinoTxtTower) -> None:
    token_ids = ClipTokenizer(SMALL.context_length).batch(["nose", "left ear"])
    expected = tower.eot_vectors(token_ids)[:, SMALL.output_dim // 2 :]
    assert torch.equal(tower.sentence_vectors(token_ids), expected)


@torch.inference_mode()
def test_a_text_has_the_same_vector_alone_and_in_a_batch(tower: DinoTxtTower) -> None:
    tokenizer = ClipTokenizer(SMALL.context_length)
    together = tower.eot_vectors(tokenizer.batch(["nose", "tip of the left ear"]))
    torch.testing.assert_close(together[:1], tower.eot_vectors(tokenizer.batch(["nose"])))


def test_no_texts_give_no_vectors(tower: DinoTxtTower) -> None:
    assert tower.eot_vectors(torch.zeros((0, 12), dtype=torch.int64)).shape == (0, SMALL.output_dim)
    assert tower.sentence_vectors(torch.zeros((0, 12), dtype=torch.int64)).shape == (0, SMALL.output_dim // 2)


@torch.inference_mode()
def test_later_words_do_not_change_earlier_outputs(tower: DinoTxtTower) -> None:
    tokenizer = ClipTokenizer(SMALL.context_length)
    first, second = tower(tokenizer.batch(["left ear tip", "left ear base"]))
    torch.testing.assert_close(first[:3], second[:3])
    assert not torch.allclose(first[3], second[3])


@pytest.mark.parametrize("width", [16, 48])
@torch.inference_mode()
def test_adapter_gives_one_vector_per_text_with_and_without_input_projection(width: int) -> None:
    torch.manual_seed(0)
    adapter = TextAdapter(TextAdapterConfig(input_dim=48, width=width, heads=2, hidden=32)).eval()
    token_ids = ClipTokenizer(12).batch(["nose", "left ear"])
    outputs = torch.randn(2, 12, 48)
    vectors = adapter(outputs, token_ids)
    assert vectors.shape == (2, 24)
    assert (adapter.proj_in is None) == (width == 48)
    outputs[:, -1] = torch.randn(48)  # a padding position takes part, as in the released model
    assert not torch.allclose(adapter(outputs, token_ids), vectors)


def test_end_of_text_is_found_behind_cut_texts() -> None:
    token_ids = ClipTokenizer(4).batch(["one two three four", ""])
    assert end_of_text_index(token_ids).tolist() == [3, 1]
