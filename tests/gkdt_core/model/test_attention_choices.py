"""Kernel generators without self-attention, without cross-attention, and without both."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch

from gkdt_core.errors import ModelFileError
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights import load_model, save_model
from tests.tiny_model import write_tiny_model


def _network(tmp_path: Path, *, itself: bool, images: bool) -> Gkdt:
    config = load_model(write_tiny_model(tmp_path / "tiny")).model.config
    torch.manual_seed(0)
    return Gkdt(dataclasses.replace(config, kg_self_attention=itself, kg_cross_attention=images)).eval()


def _draw(*shape: int, seed: int) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize(("itself", "images"), [(True, True), (True, False), (False, True), (False, False)])
@torch.inference_mode()
def test_prompts_look_at_each_other_and_at_the_image_only_where_they_should(
    tmp_path: Path, itself: bool, images: bool
) -> None:
    model = _network(tmp_path, itself=itself, images=images)
    features, text = _draw(2, 64, 8, 8, seed=0), _draw(4, 64, seed=1)
    other = text.clone()
    other[3] = _draw(64, seed=2)
    kernels, _ = model.kernels(features, text, None, None, None)
    changed, _ = model.kernels(features, other, None, None, None)
    assert kernels is not None
    assert changed is not None
    assert kernels.shape == (2, 4, 64)
    assert torch.allclose(kernels[:, :3], changed[:, :3]) is not itself
    assert torch.allclose(kernels[0], kernels[1]) is not images
    if not itself and not images:
        assert torch.equal(kernels[0], text)
    names = {name.partition(".")[0] for name in model.kg_transformer.state_dict()}
    assert names == ({"mask_token", "blocks", "final_norm"} if itself or images else {"mask_token"})


@pytest.mark.parametrize(("itself", "images"), [(True, False), (False, True), (False, False)])
def test_what_is_left_out_is_written_down_and_read_again(tmp_path: Path, itself: bool, images: bool) -> None:
    model = _network(tmp_path, itself=itself, images=images)
    loaded = load_model(save_model(model, tmp_path / "saved", dtype=torch.float32)).model
    assert loaded.config == model.config
    features, text, visual = _draw(1, 64, 8, 8, seed=0), _draw(3, 64, seed=1), _draw(3, 64, seed=2)
    with torch.inference_mode():
        one, other = (m.detect(features, text, None, visual, None).fused for m in (model, loaded))
    assert torch.equal(one, other)


def test_the_configuration_of_a_whole_generator_is_the_text_it_always_was(tmp_path: Path) -> None:
    written = (write_tiny_model(tmp_path / "tiny") / "config.json").read_text()
    assert "attention" not in written


def test_a_choice_that_is_neither_true_nor_false_is_refused(tmp_path: Path) -> None:
    values = _network(tmp_path, itself=True, images=True).config.to_dict()
    with pytest.raises(ModelFileError, match="kg_self_attention is 'no'"):
        type(_network(tmp_path / "b", itself=True, images=True).config).from_dict(
            values | {"kg_self_attention": "no"}
        )
