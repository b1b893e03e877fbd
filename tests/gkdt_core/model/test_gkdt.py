"""Properties of the network that hold for every size and weight."""

from __future__ import annotations

import dataclasses

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt, fuse
from gkdt_core.model.image_encoder import EfficientNetLite, EfficientNetLiteConfig
from gkdt_core.model.kernel_generator import KernelGenerator
from gkdt_core.model.prompt_encoder import visual_prototypes
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig


def _config(**changes: object) -> GkdtConfig:
    values = {
        "image_encoder": EfficientNetLiteConfig(channels=64, context_blocks=1),
        "text_encoder": TextEncoderConfig(width=32, layers=1, heads=2, hidden=64, output_dim=64),
        "text_adapter": TextAdapterConfig(input_dim=64, width=32, heads=2, hidden=64),
        "channels": 64,
        "input_size": 64,
        "feature_stride": 8,
        "upscale": 2,
        "kg_ffn_width": 64,
        "text_projected": True,
    }
    return GkdtConfig(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def model() -> Gkdt:
    torch.manual_seed(0)
    return Gkdt(_config()).eval()


def _draw(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


@torch.inference_mode()
def test_permuting_the_keypoints_of_a_prompt_permutes_the_heatmaps(model: Gkdt) -> None:
    features, text, visual = _draw(2, 64, 8, 8), _draw(5, 64, seed=1), _draw(5, 64, seed=2)
    valid = torch.tensor([True, False, True, True, True])
    order = torch.tensor([3, 1, 4, 0, 2])
    plain = model.detect(features, text, None, visual, valid).fused
    permuted = model.detect(features, text[order], None, visual[order], valid[order]).fused
    torch.testing.assert_close(permuted, plain[:, order], rtol=1e-4, atol=1e-5)


@torch.inference_mode()
def test_one_weighted_mask_token_gives_the_numbers_of_many_written_out() -> None:
    torch.manual_seed(1)
    generator = KernelGenerator(64, blocks=2, heads=2, ffn_width=64, dropout=0.1).eval()
    torch.nn.init.normal_(generator.mask_token)
    tokens, context = _draw(4, 64), _draw(3, 16, 64, seed=3)
    valid = torch.tensor([True, True, False, True])
    weighted = generator(tokens, valid, context, 11)
    padded = torch.cat([tokens, torch.zeros(11, 64)])
    written_out = generator(padded, torch.cat([valid, torch.zeros(11, dtype=torch.bool)]), context, 0)[:, :4]
    torch.testing.assert_close(weighted, written_out, rtol=1e-4, atol=1e-5)
    assert not torch.allclose(weighted, generator(tokens, valid, context, 0), atol=1e-3)


@torch.inference_mode()
def test_multiplying_before_upscaling_gives_the_numbers_of_upscaling_first(model: Gkdt) -> None:
    features, kernels = _draw(2, 64, 8, 8), _draw(2, 6, 64, seed=4)
    quick = model.detection_head(model.query_map(features), kernels)
    large = F.normalize(F.interpolate(features, scale_factor=2, mode="bilinear", align_corners=False), dim=1)
    plain = torch.einsum("bnc,bchw->bnhw", F.normalize(kernels, dim=2), large)
    torch.testing.assert_close(quick, plain, rtol=1e-4, atol=1e-5)


@torch.inference_mode()
def test_a_keypoint_nobody_prompts_has_an_empty_heatmap_and_is_not_valid(model: Gkdt) -> None:
    valid = torch.tensor([True, False])
    maps = model.detect(_draw(1, 64, 8, 8), None, None, _draw(2, 64), valid)
    assert maps.valid.tolist() == [True, False]
    assert float(maps.fused[:, 1].abs().max()) == 0.0
    assert float(maps.fused[:, 0].abs().max()) > 0.0


def test_fusion_is_the_mean_of_the_valid_modalities() -> None:
    text, visual = torch.full((1, 3, 2, 2), 0.2), torch.full((1, 3, 2, 2), 0.6)
    maps = fuse(text, torch.tensor([1, 1, 0]), visual, torch.tensor([1, 0, 0]))
    assert maps.fused[0, :, 0, 0].tolist() == pytest.approx([0.4, 0.2, 0.0])


def test_a_prototype_averages_the_shots_that_mark_it() -> None:
    features = _draw(2, 8, 6, 6)
    points = torch.zeros(2, 3, 2)
    points[1] += 0.5
    mask = torch.tensor([[1, 1, 0], [1, 0, 0]])  # integers: the release rounds 1/K to 0 with them
    both, valid = visual_prototypes(features, points, mask, input_size=96, sigma=10.0)
    first, _ = visual_prototypes(features[:1], points[:1], mask[:1], input_size=96, sigma=10.0)
    second, _ = visual_prototypes(features[1:], points[1:], mask[1:], input_size=96, sigma=10.0)
    assert valid.tolist() == [True, True, False]
    torch.testing.assert_close(both[0], (first[0] + second[0]) / 2)
    torch.testing.assert_close(both[1], first[1])


@torch.inference_mode()
def test_the_residual_mixes_the_trunks_cosine_into_visual_matching_only() -> None:
    torch.manual_seed(2)
    plain = Gkdt(_config()).eval()
    mixed = Gkdt(
        _config(image_encoder=EfficientNetLiteConfig(channels=64, context_blocks=1, residual=0.4))
    ).eval()
    mixed.load_state_dict(plain.state_dict())
    pixels, points, mask = _draw(3, 3, 64, 64), torch.tensor([[[-0.4, 0.2], [0.3, 0.6]]]), torch.ones(1, 2)
    learned, both = plain.encode_image(pixels), mixed.encode_image(pixels)
    torch.testing.assert_close(both[:, :64], learned, rtol=1e-4, atol=1e-5)
    text = _draw(2, 64, seed=5)

    def maps(model: Gkdt, features: Tensor) -> tuple[Tensor, Tensor]:
        visual, valid = model.visual_prototypes(features[:1], points, mask)
        found = model.detect(features[1:], text, None, visual, valid)
        assert found.text is not None
        assert found.visual is not None
        return found.text, found.visual

    (text_a, visual_a), (text_b, visual_b) = maps(plain, learned), maps(mixed, both)
    # Bilinear upscaling shortens vectors between cells, the two parts not quite alike.
    torch.testing.assert_close(text_b, text_a * 0.6**0.5, rtol=5e-2, atol=1e-2)
    trunk = both[:, 64:]
    prototypes, _ = mixed.visual_prototypes(both[:1], points, mask)
    large = F.interpolate(trunk[1:], scale_factor=2, mode="bilinear", align_corners=False)
    matched = torch.einsum("nc,bchw->bnhw", F.normalize(prototypes[:, 64:], dim=1), F.normalize(large, dim=1))
    torch.testing.assert_close(visual_b, 0.6 * visual_a + 0.4 * matched, rtol=5e-2, atol=2e-2)


@pytest.mark.parametrize("size", [64, 96, 100])
@torch.inference_mode()
def test_the_small_trunk_pads_as_tensorflow_does_for_every_size(size: int) -> None:
    maps = EfficientNetLite("lite0")(torch.zeros(1, 3, size, size))
    assert [m.shape[-1] for m in maps] == [-(-size // 8), -(-size // 16), -(-size // 32)]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kernel_size": 2}, "kernel_size"),
        ({"input_size": 65}, "65 px"),
        ({"text_projected": False}, "projection"),
        ({"upsampling": "deconv"}, "deconv"),
    ],
)
def test_a_configuration_that_contradicts_itself_says_where(changes: dict[str, object], named: str) -> None:
    with pytest.raises(ModelFileError, match=named):
        _config(**changes)


def test_the_configuration_survives_json_and_unknown_settings_are_named() -> None:
    config = _config(kernel_size=3)
    assert GkdtConfig.from_dict(config.to_dict()) == config
    with pytest.raises(ModelFileError, match="colour"):
        GkdtConfig.from_dict({**config.to_dict(), "colour": "red"})
    assert dataclasses.replace(config, kernel_size=1) != config
