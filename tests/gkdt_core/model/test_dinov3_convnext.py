"""DINOv3's ConvNeXt as an image encoder, held to `transformers`' own output."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F
from transformers import DINOv3ConvNextConfig, DINOv3ConvNextModel

from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextConfig, DinoV3ConvNextEncoder
from gkdt_core.model.encoders import IMAGE_ENCODERS, build_image_encoder
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights.dinov3_names import convnext_from_transformers
from gkdt_core.weights.network import empty_network
from tests.gkdt_core.weights.tiny_models import tiny_config

TINY = DinoV3ConvNextConfig(channels=64, depth=2)


def original(seed: int = 0) -> DINOv3ConvNextModel:
    """A random network; the layer scale of fresh ones is so small that blocks would do nothing."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = DINOv3ConvNextModel(
            DINOv3ConvNextConfig(
                hidden_sizes=[8, 16, 32, 64], depths=[3, 3, 2, 3], layer_scale_init_value=0.5
            )
        )
        for parameter in model.parameters():
            parameter.data += 0.05 * torch.randn_like(parameter)
    return model.eval()


def ours(model: DINOv3ConvNextModel) -> DinoV3ConvNextEncoder:
    encoder = DinoV3ConvNextEncoder(TINY)
    encoder.load_state_dict(convnext_from_transformers(model.state_dict()))
    return encoder.eval()


def pixels(size: int) -> Tensor:
    return torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(size))


@torch.inference_mode()
def transformers_map(model: DINOv3ConvNextModel, images: Tensor) -> Tensor:
    side = images.shape[-1] // 32
    tokens: Tensor = model(images).last_hidden_state[:, 1:]  # the first is the pooled one
    return tokens.transpose(1, 2).reshape(len(images), -1, side, side)


@pytest.mark.parametrize("size", [64, 96, 256])
def test_the_last_stage_is_that_of_transformers(size: int) -> None:
    model = original()
    with torch.inference_mode():
        found = ours(model).deepest(pixels(size))
    assert (found - transformers_map(model, pixels(size))).abs().max() <= 1e-5


def test_the_features_are_that_map_at_stride_sixteen() -> None:
    model = original()
    with torch.inference_mode():
        found = ours(model)(pixels(128))
    expected = F.interpolate(
        transformers_map(model, pixels(128)), size=(8, 8), mode="bilinear", align_corners=False
    )
    assert found.shape == (2, 64, 8, 8)
    assert (found - expected).abs().max() <= 1e-5


@pytest.mark.parametrize("size", [80, 112, 144])
def test_odd_multiples_of_sixteen_keep_every_cell_in_its_place(size: int) -> None:
    """The image at an odd multiple is as the image padded to the next even one, cut to its own cells."""
    encoder = ours(original())
    with torch.inference_mode():
        found = encoder(pixels(size))
        padded = encoder(F.pad(pixels(size), (0, 16, 0, 16)))
    assert found.shape == (2, 64, size // 16, size // 16)
    assert torch.equal(found, padded[:, :, : size // 16, : size // 16])


def test_parameter_names_do_not_depend_on_the_version_of_transformers() -> None:
    keys = list(DinoV3ConvNextEncoder(TINY).state_dict())
    assert {key.partition(".")[0] for key in keys} == {"stages", "norm"}
    assert "stages.2.layers.1.depthwise_conv.weight" in keys


def test_it_has_its_own_kind_in_the_configuration() -> None:
    config = replace(tiny_config(), image_encoder=TINY, channels=64, feature_stride=16, upscale=4, kg_heads=0)
    assert GkdtConfig.from_dict(config.to_dict()) == config
    assert IMAGE_ENCODERS["dinov3_convnext"] is DinoV3ConvNextConfig
    assert isinstance(build_image_encoder(TINY), DinoV3ConvNextEncoder)


def test_a_network_around_it_passes_the_checks_and_gives_heatmaps() -> None:
    config = replace(tiny_config(), image_encoder=TINY, channels=64, feature_stride=16, upscale=4)
    model = Gkdt(config).eval()
    empty_network(config, {key: tuple(t.shape) for key, t in model.state_dict().items()}, "tiny")
    with torch.inference_mode():
        features = model.encode_image(pixels(128))
        visual, valid = model.visual_prototypes(features, torch.zeros(2, 3, 2), torch.ones(2, 3))
        maps = model.detect(features, None, None, visual, valid)
    assert maps.fused.shape == (2, 3, 32, 32)
    assert maps.fused.isfinite().all()


def test_gradients_reach_the_stem() -> None:
    encoder = ours(original()).train()
    encoder(pixels(64)).square().mean().backward()
    stem = encoder.get_parameter("stages.0.downsample_layers.0.weight")
    assert stem.grad is not None
    assert stem.grad.abs().max() > 0


@pytest.mark.parametrize("sizes", [(0, 3), (8, 0), (100, 3)])
def test_sizes_of_nothing_are_refused(sizes: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no ConvNeXt"):
        DinoV3ConvNextConfig(*sizes)
