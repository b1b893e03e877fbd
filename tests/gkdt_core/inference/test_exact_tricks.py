"""Every fast path against the plain computation, written out here as gkdt.md says it.

`pytest tests/gkdt_core/inference/test_exact_tricks.py` is the check that no trick changes a result. Networks
of every kind (heads, kernels, padding, residual) are tiny and random; the plain side has no caches, enlarges
features in all their channels, writes the padding out, and uses torch's own attention.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gkdt_core.geometry import Box
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import FeatureCache, ImageFeatures
from gkdt_core.inference.prompt import Prompt, SupportExample
from gkdt_core.model.arrangement import Arrangement, arranged
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.detection_head import DetectionHead, enlarged_norm
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteConfig
from gkdt_core.model.kernel_generator import KernelGenerator, QueryContext
from gkdt_core.model.packed import PackedLinear
from gkdt_core.model.prompt_encoder import gaussian_at
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig
from gkdt_core.weights import LoadedModel

NAN = float("nan")
TOLERANCE = 2e-5  # of cosines: sums of some hundred float32 products in another order
NAMES = ("left eye", "right eye", "nose", "tail", "left paw")
KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "padded": {"pad_slots": 12},
    "kernels of 3": {"kernel_size": 3, "upscale": 4, "pad_slots": 12},
    "kernels of 5": {"kernel_size": 5, "upscale": 4},
    "deconvolution": {"upsampling": "deconv", "upscale": 4, "head_channels": 32, "pad_slots": 8},
    "deconvolution, kernels of 3": {
        "upsampling": "deconv",
        "upscale": 4,
        "head_channels": 32,
        "kernel_size": 3,
    },
    "residual": {"residual": 0.4, "kg_context_stride": 2},
    "layout of the supports": {"support_layout": True, "pad_slots": 12},
    "layout and residual": {"residual": 0.4, "support_layout": True},
}


def network(seed: int = 0, residual: float = 0.0, **changes: Any) -> Gkdt:
    torch.manual_seed(seed)
    values: dict[str, Any] = {
        "image_encoder": EfficientNetLiteConfig("lite0", channels=128, context_blocks=0, residual=residual),
        "text_encoder": TextEncoderConfig(width=32, layers=1, heads=2, hidden=64, output_dim=64),
        "text_adapter": TextAdapterConfig(input_dim=64, width=32, heads=2, hidden=64),
        "channels": 128,
        "input_size": 64,
        "feature_stride": 8,
        "upscale": 2,
        "kg_ffn_width": 96,
        "text_projected": True,
    }
    model = Gkdt(GkdtConfig(**{**values, **changes})).eval()
    for name, parameter in model.named_parameters():
        if name.startswith(("kg_transformer", "detection_head")) and parameter.ndim == 1:
            nn.init.normal_(parameter, mean=float(parameter.detach().mean()), std=0.1)
    nn.init.normal_(model.kg_transformer.mask_token)
    if model.support_layout is not None:
        nn.init.normal_(model.support_layout.fc2.weight, std=0.2)
    return model


def engine_of(kind: str, **options: Any) -> Engine:
    loaded = LoadedModel(network(**KINDS[kind]), kind, kind, None)
    return Engine(loaded, device=torch.device("cpu"), precision="fp32", **options)


def draw(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def picture(seed: int) -> np.ndarray:
    coarse = np.random.default_rng(seed).integers(0, 255, (6, 9, 3), dtype=np.uint8)
    return np.kron(coarse, np.ones((10, 10, 1), np.uint8))


def support(seed: int, count: int, *unmarked: int, box: Box | None = None) -> SupportExample:
    points = np.random.default_rng(seed + 100).uniform((2, 2), (88, 58), (count, 2))
    points[list(unmarked)] = NAN
    return SupportExample(picture(seed), points, box)


# the plain computation


def plain_kernels(model: Gkdt, tokens: Tensor, valid: Tensor, features: Tensor, empty: int) -> Tensor:
    """Kernels (B, T, C) with `empty` mask tokens written out and torch's own attention."""
    generator, config = model.kg_transformer, model.config
    context = features[:, : config.channels]
    if config.kg_context_stride > 1:
        context = F.avg_pool2d(context, config.kg_context_stride)
    patches = context.flatten(2).transpose(1, 2)
    x = torch.where(valid[:, None], tokens, generator.mask_token)
    x = torch.cat([x, generator.mask_token.expand(empty, -1)]).expand(len(features), -1, -1)
    for block in generator.blocks:
        x = block.norm1(x)
        x = x + plain_attention(block.self_attention, x, x)
        x = block.norm_ca1(x)
        x = x + plain_attention(block.cross_attention, x, block.norm_ca2(patches))
        forward = block.feed_forward
        x = x + forward.linear2(F.gelu(forward.linear1(block.norm3(x))))
    return generator.final_norm(x)[:, : len(tokens)]


def plain_attention(ours: Any, query: Tensor, context: Tensor) -> Tensor:
    theirs = nn.MultiheadAttention(query.shape[-1], ours.heads, batch_first=True).eval()
    theirs.load_state_dict(ours.state_dict())
    out: Tensor = theirs(query, context, context, need_weights=True)[0]  # weights: no fused fast path
    return out


def plain_head(model: Gkdt, features: Tensor, kernels: Tensor) -> Tensor:
    """Heatmaps (B, T, H, W): features enlarged in all channels, kernels slid over them."""
    head, size = model.detection_head, model.config.kernel_size
    if head.upsampler is not None:
        large = head.upsampler(features)
    else:
        large = F.interpolate(
            features, scale_factor=model.config.upscale, mode="bilinear", align_corners=False
        )
    large = F.normalize(large, dim=1)
    maps = []
    for image, own in zip(large, kernels, strict=True):
        cells = own[:, :, None, None]
        if head.kernel_expander is not None:
            cells = head.kernel_expander[0](cells)
        if head.k2i_projector is not None:
            cells = head.k2i_projector(cells.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        cells = F.normalize(cells, dim=1) / size**2
        maps.append(F.conv2d(image[None], cells, padding=size // 2)[0])
    return torch.stack(maps)


def plain_prototypes(model: Gkdt, engine: Engine, shots: list[SupportExample]) -> tuple[Tensor, Tensor]:
    """(N, C) means over the shots that mark a keypoint, one point at a time."""
    config, count = model.config, len(shots[0].keypoints)
    sums: list[list[Tensor]] = [[] for _ in range(count)]
    for shot in shots:
        encoded = engine.encode_image(shot.image, shot.box)
        features = encoded.features
        cell = config.input_size / features.shape[-1]
        for index, point in enumerate(shot.keypoints):
            if np.isnan(point).any():
                continue
            norm = torch.tensor(encoded.transform.image_to_norm(point), dtype=torch.float32)
            place = ((norm / 2 + 0.5) * config.input_size).trunc().clamp(0, config.input_size - 1)
            side = features.shape[-1]
            weight = gaussian_at(
                place, height=side, width=side, cell=cell, sigma=config.sigma_px, first=(cell - 1) / 2
            )
            sums[index].append((features * (weight / weight.sum())).sum(dim=(1, 2)))
            if model.support_layout is not None:
                marked = ~np.isnan(shot.keypoints).any(axis=1)
                places = encoded.transform.image_to_norm(shot.keypoints)
                sums[index][-1][: config.channels] += plain_layout(model, places, marked)[index]
    zero = torch.zeros(encoded.features.shape[0])
    means = [torch.stack(found).mean(dim=0) if found else zero for found in sums]
    return torch.stack(means), torch.tensor([bool(found) for found in sums])


def plain_layout(model: Gkdt, places: np.ndarray, marked: np.ndarray) -> Tensor:
    """Where the keypoints (N, 2) of one shot lie in the input and among the marked ones, (N, C)."""
    layout = model.support_layout
    assert layout is not None
    middle = places[marked].mean(axis=0)
    spread = np.sqrt(((places[marked] - middle) ** 2).sum(axis=1).mean())
    rows = []
    for place in np.nan_to_num(places):
        row = []
        for number in (*place, *((place - middle) / max(spread, 1e-3) / 2)):
            angles = np.pi * number * np.array([0.5, 1, 2, 4])
            row += [*np.sin(angles), *np.cos(angles)]
        rows.append([*row, spread, float(marked.sum() > 1)])
    return layout.fc2(F.gelu(layout.fc1(torch.tensor(np.array(rows), dtype=torch.float32))))


def plain_heatmaps(model: Gkdt, features: Tensor, prompt: Prompt) -> Tensor:
    """Fused heatmaps (B, N, H, W) of a prompt, by the plain computation from the prototypes on."""
    channels = model.config.channels
    tokens, valid, empty = [], [], 0
    for prototypes, mask in ((prompt.text, prompt.text_valid), (prompt.visual, prompt.visual_valid)):
        if prototypes is not None and mask is not None:
            tokens.append(prototypes[:, :channels])
            valid.append(mask)
            empty += max(model.config.pad_slots - len(prototypes), 0)
    made = plain_kernels(model, torch.cat(tokens), torch.cat(valid), features, empty)
    parts = list(made.split([len(part) for part in tokens], dim=1))
    share: Any = residual_share(model)
    maps = []
    for index, kernels in enumerate(parts):
        trunk = features.shape[1] - channels
        if trunk and prompt.text is not None and index == 0:
            kernels = F.pad(kernels, (0, trunk))
        elif trunk and prompt.visual is not None:
            looks = F.normalize(prompt.visual[:, channels:], dim=1).expand(len(features), -1, -1)
            kernels = torch.cat([F.normalize(kernels, dim=2) * (1 - share) ** 0.5, looks * share**0.5], dim=2)
        maps.append(plain_head(model, features, kernels) * valid[index][:, None, None])
    total = torch.stack([mask.float() for mask in valid]).sum(dim=0)
    return torch.stack(maps).sum(dim=0) / total.clamp(min=1)[:, None, None]


def residual_share(model: Gkdt) -> float:
    encoder = model.config.image_encoder
    return encoder.residual if isinstance(encoder, EfficientNetLiteConfig) else 0.0


PROMPTS = ("text", "partly text", "visual", "partly visual", "two shots", "both", "both, partly")


def prompt_of(engine: Engine, words: str) -> tuple[Prompt, list[SupportExample]]:
    count = len(NAMES)
    texts: list[str] | tuple[str, ...] = () if "text" not in words and "both" not in words else list(NAMES)
    if "partly" in words and texts:
        texts = ["left eye", "", "nose", "", "left paw"]
    shots = []
    if "visual" in words or "both" in words:
        shots = [support(3, count, *((0, 1) if "partly" in words else ()))]
    if words == "two shots":
        shots = [support(3, count, 1, 4), support(4, count, 1, 2, box=Box(0, 0, 90, 60))]
    return engine.encode_prompt(names=NAMES, texts=texts, supports=shots), shots


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", PROMPTS)
@torch.inference_mode()
def test_heatmaps_and_points_of_every_kind_are_the_plain_ones(kind: str, words: str) -> None:
    engine = engine_of(kind)
    model = network(**KINDS[kind])
    prompt, shots = prompt_of(engine, words)
    if shots:
        visual, valid = plain_prototypes(model, engine, shots)
        assert prompt.visual is not None
        assert prompt.visual_valid is not None
        assert prompt.visual_valid.tolist() == valid.tolist()
        torch.testing.assert_close(prompt.visual, visual, rtol=1e-4, atol=1e-5)
    images = engine.encode_images([(picture(1), None), (picture(2), Box(10, 5, 70, 55))])
    plain = plain_heatmaps(model, torch.stack([one.features for one in images]), prompt)
    together = engine.heatmaps(images, prompt).maps
    torch.testing.assert_close(together, plain, rtol=0, atol=TOLERANCE)
    for index, one in enumerate(images):  # the first time, and from what was kept then
        for _ in range(2):
            alone = engine.heatmaps([one], prompt).maps[0]
            torch.testing.assert_close(alone, plain[index], rtol=0, atol=TOLERANCE)
    found = engine.predict(images[0], prompt, decode="argmax", with_heatmaps=True)
    assert found.heatmaps is not None  # of kernels that are fused before they meet the features
    np.testing.assert_allclose(found.heatmaps, plain[0].numpy(), rtol=0, atol=TOLERANCE)
    expected = engine.predictions(
        plain[:1], engine.heatmaps(images[:1], prompt).valid, images[:1], decode="argmax"
    )
    np.testing.assert_allclose(found.keypoints, expected[0].keypoints, atol=1e-9)
    np.testing.assert_allclose(found.peaks, expected[0].peaks, atol=TOLERANCE)


@pytest.mark.parametrize("size", [1, 3, 5])
@pytest.mark.parametrize(
    ("channels", "height", "width", "factor"), [(8, 3, 7, 4), (33, 6, 5, 2), (16, 2, 2, 3)]
)
@torch.inference_mode()
def test_dots_on_the_small_map_are_the_convolution_of_the_large_one(
    size: int, channels: int, height: int, width: int, factor: int
) -> None:
    torch.manual_seed(size)
    head = DetectionHead(
        channels, kernel_size=size, upsampling="bilinear", upscale=factor, head_channels=channels
    ).eval()
    query = head.query_map(draw(2, channels, height, width))
    cells = head.expand_kernels(draw(2, 4, channels, seed=1))
    by_dots = head._by_dots(query, cells)
    torch.testing.assert_close(by_dots, head._by_convolution(query, cells), rtol=0, atol=1e-5)
    torch.testing.assert_close(head(query, draw(2, 4, channels, seed=1)), by_dots, rtol=0, atol=1e-5)


def test_the_path_of_the_head_is_chosen_by_its_cost() -> None:
    def chosen(channels: int, count: int, size: int, upscale: int) -> bool:
        head = DetectionHead(
            channels, kernel_size=size, upsampling="bilinear", upscale=upscale, head_channels=channels
        )
        query = head.query_map(torch.ones(1, channels, 4, 4))
        return head._dots_are_cheaper(query, count)

    assert chosen(1280, 17, 3, 4)
    assert chosen(1280, 68, 5, 4)
    assert not chosen(16, 500, 5, 4)
    assert not chosen(256, 17, 3, 1)


@pytest.mark.parametrize("shape", [(2, 40, 6, 9), (1, 7, 2, 3), (3, 64, 5, 1), (1, 64, 24, 24)])
@pytest.mark.parametrize("factor", [1, 2, 3, 4])
@torch.inference_mode()
def test_lengths_from_neighbouring_cells_are_those_of_the_enlarged_features(
    shape: tuple[int, ...], factor: int
) -> None:
    features = draw(*shape)
    opposed = features.clone()
    opposed[..., 1::2] = -0.98 * opposed[..., : 2 * (shape[-1] // 2) : 2]  # neighbours nearly cancel
    for maps in (features, opposed, features + 3):
        exact = F.interpolate(maps.double(), scale_factor=factor, mode="bilinear", align_corners=False)
        exact = exact.norm(dim=1, keepdim=True)
        found = enlarged_norm(maps, factor)
        assert found.shape == exact.shape
        error = ((found - exact).abs() / exact).max()
        assert float(error) < (5e-6 if maps is opposed else 1e-6)


@pytest.mark.parametrize("shape", [(2, 40, 6, 9), (1, 7, 2, 3)])
def test_the_gradient_of_those_lengths_is_that_of_the_enlarged_features(shape: tuple[int, ...]) -> None:
    ours, plain = draw(*shape).requires_grad_(), draw(*shape).requires_grad_()
    weight = draw(shape[0], 1, 3 * shape[2], 3 * shape[3], seed=1)
    (enlarged_norm(ours, 3) * weight).sum().backward()
    large = F.interpolate(plain, scale_factor=3, mode="bilinear", align_corners=False)
    (large.norm(dim=1, keepdim=True) * weight).sum().backward()
    assert ours.grad is not None
    assert plain.grad is not None
    torch.testing.assert_close(ours.grad, plain.grad, rtol=1e-4, atol=1e-5)


@torch.inference_mode()
def test_features_of_zero_have_lengths_that_divide() -> None:
    head = DetectionHead(8, kernel_size=1, upsampling="bilinear", upscale=4, head_channels=8)
    query = head.query_map(torch.zeros(1, 8, 4, 4))
    assert torch.equal(head(query, draw(1, 3, 8)), torch.zeros(1, 3, 16, 16))


@pytest.mark.parametrize(
    ("empty", "invalid"), [(0, ()), (0, (1,)), (0, (1, 2, 3, 4)), (9, ()), (9, (1,)), (9, (0, 1, 2, 3, 4))]
)
@torch.inference_mode()
def test_mask_tokens_are_one_token_however_many_there_are(empty: int, invalid: tuple[int, ...]) -> None:
    model = network()
    valid = torch.ones(5, dtype=torch.bool)
    valid[list(invalid)] = False
    tokens, features = draw(5, 128, seed=1), draw(2, 128, 4, 4)
    patches = features.flatten(2).transpose(1, 2)
    made = model.kg_transformer(tokens, valid, patches, empty)
    plain = plain_kernels(model, tokens, valid, features, empty)
    torch.testing.assert_close(made, plain, rtol=1e-4, atol=2e-5)


@torch.inference_mode()
def test_packed_weights_give_the_products_of_plain_ones() -> None:
    torch.manual_seed(0)
    plain = KernelGenerator(512, blocks=2, heads=8, ffn_width=640, dropout=0.1).eval()
    packed = KernelGenerator(512, blocks=2, heads=8, ffn_width=640, dropout=0.1).eval()
    packed.load_state_dict(plain.state_dict())
    packed.pack()
    tokens, valid, patches = draw(17, 512), torch.arange(17) != 4, draw(1, 64, 512, seed=1)
    context = packed.query_context(patches)
    assert isinstance(context, QueryContext)
    for given in (context, patches):
        torch.testing.assert_close(
            packed(tokens, valid, given, 63), plain(tokens, valid, patches, 63), rtol=1e-4, atol=1e-5
        )


@pytest.mark.parametrize("stored", [torch.float32, torch.float16])
@pytest.mark.parametrize("rows", [0, 1, 17, 256, 300])
@torch.inference_mode()
def test_a_packed_product_is_the_plain_one_for_few_and_many_rows(rows: int, stored: torch.dtype) -> None:
    weight, bias = draw(700, 512).to(stored).float(), draw(700)
    x = draw(1, rows, 512, seed=rows)
    torch.testing.assert_close(PackedLinear(weight, bias)(x), F.linear(x, weight, bias), rtol=1e-4, atol=2e-4)


@torch.inference_mode()
def test_weights_that_are_no_float16_numbers_are_not_rounded() -> None:
    weight, bias = torch.full((512, 512), 1 + 2.0**-12), torch.zeros(512)
    out = PackedLinear(weight, bias)(torch.ones(1, 3, 512))
    assert out.min().item() == pytest.approx(512.125, abs=1e-2)  # rounded, the sum would be 512


def test_another_click_computes_one_shot_and_another_word_none() -> None:
    engine = engine_of("padded")
    first, second = support(3, 5), support(4, 5)
    engine.encode_prompt(names=NAMES, supports=[first, second])
    before = engine.cache_stats
    assert len(engine._shots.shots) == 2
    moved = dataclasses.replace(second, keypoints=second.keypoints + 0.5)
    prompt = engine.encode_prompt(names=NAMES, supports=[first, moved])
    assert len(engine._shots.shots) == 3
    assert engine.cache_stats.hits == before.hits + 1  # the features of the second shot only
    engine.encode_prompt(names=[f"{name} there" for name in NAMES], supports=[first, moved])
    assert engine.cache_stats.hits == before.hits + 1
    fresh = engine_of("padded").encode_prompt(names=NAMES, supports=[first, moved])
    assert prompt.visual is not None
    assert fresh.visual is not None
    assert torch.equal(prompt.visual, fresh.visual)


def test_one_moved_point_of_a_shot_computes_that_point_only_and_changes_no_bit_of_the_rest() -> None:
    engine = engine_of("padded")
    shown = support(3, 5)
    engine.encode_prompt(names=NAMES, supports=[shown])
    assert len(engine._shots.points) == len(NAMES)
    places = shown.keypoints.copy()
    places[1] += 0.5
    moved = dataclasses.replace(shown, keypoints=places)
    prompt = engine.encode_prompt(names=NAMES, supports=[moved])
    assert len(engine._shots.points) == len(NAMES) + 1
    fresh = engine_of("padded").encode_prompt(names=NAMES, supports=[moved])
    assert prompt.visual is not None
    assert fresh.visual is not None
    assert torch.equal(prompt.visual, fresh.visual)


def test_points_that_are_not_marked_are_not_remembered() -> None:
    engine = engine_of("padded")
    shown = support(3, 5)
    places = shown.keypoints.copy()
    places[0] = np.nan
    prompt = engine.encode_prompt(names=NAMES, supports=[dataclasses.replace(shown, keypoints=places)])
    assert len(engine._shots.points) == len(NAMES) - 1
    assert prompt.visual is not None
    assert not prompt.visual[0].any()


def test_a_changed_picture_with_the_same_points_is_another_shot() -> None:
    engine = engine_of("plain")
    one = support(3, 5)
    other = dataclasses.replace(one, image=picture(9))
    prompts = [engine.encode_prompt(supports=[shot]).visual for shot in (one, other)]
    assert prompts[0] is not None
    assert prompts[1] is not None
    assert not torch.allclose(prompts[0], prompts[1])


def test_what_is_kept_of_an_image_is_counted_and_let_go_of_with_it() -> None:
    engine = engine_of("padded", cache=FeatureCache(capacity=1_000_000))
    prompt = engine.encode_prompt(names=NAMES)
    features = engine.encode_image(picture(1))
    engine.features.put("a", features)
    bare = engine.features.nbytes
    plain = engine.predict(features, prompt)
    kept = engine.features.derived(features)
    assert kept is not None
    assert kept.nbytes >= 4 * 2 * 2 * 64 * 128  # keys and values of two blocks, 64 cells, 128 channels
    assert engine.features.nbytes == bare + kept.nbytes <= 1_000_000
    copied = engine.features.get("a")
    assert copied is not None
    assert engine.features.derived(copied) is kept
    for number in range(20):
        other = engine.encode_image(picture(number + 2))
        engine.features.put(number, other)
        engine.predict(other, prompt)
        assert engine.features.nbytes <= 1_000_000
    assert engine.features.derived(features) is None
    again = engine.predict(features, prompt)
    np.testing.assert_allclose(again.peaks, plain.peaks, atol=1e-6)


def test_many_keypoints_are_predicted_in_smaller_batches_with_the_same_result() -> None:
    engine = engine_of("plain")
    engine.batch_size = 64
    few, many = (engine.encode_prompt(supports=[support(3, count)]) for count in (5, 20_000))
    assert engine.prediction_batch(few) == 64
    assert engine.prediction_batch(many) == 5  # of 16 x 16 cells, 100 MB each
    both = engine.encode_prompt(names=NAMES, supports=[support(3, 5)])
    images = [engine.encode_image(picture(seed)) for seed in range(3)]
    together = engine.predict_many(images, both)
    engine.batch_size = 1
    for one, other in zip(engine.predict_many(images, both), together, strict=True):
        np.testing.assert_allclose(one.peaks, other.peaks, atol=TOLERANCE)


def test_an_engine_whose_cache_keeps_nothing_gives_the_same() -> None:
    found = []
    for cache in (FeatureCache(capacity=0), FeatureCache()):
        engine = engine_of("kernels of 3", cache=cache)
        prompt = engine.encode_prompt(names=NAMES, supports=[support(3, 5)])
        features = engine.encode_image(picture(1))
        found += [engine.predict(features, prompt).peaks for _ in range(2)]
    assert all(np.array_equal(peaks, found[0]) for peaks in found)


def test_features_kept_in_half_precision_move_heatmaps_little() -> None:
    engine = engine_of("padded", cache=FeatureCache(half=True))
    prompt = engine.encode_prompt(names=NAMES, supports=[support(3, 5)])
    exact = engine.encode_image(picture(1))
    engine.features.put("a", exact)
    half = engine.features.get("a")
    assert half is not None
    assert half.features.dtype is torch.float16
    assert half.nbytes < 0.6 * exact.nbytes
    difference = (engine.heatmaps([half], prompt).maps - engine.heatmaps([exact], prompt).maps).abs().max()
    assert 0 < float(difference) < 5e-4


def test_numbers_beyond_half_precision_are_kept_as_they_are() -> None:
    cache = FeatureCache(half=True)
    one = engine_of("plain").encode_image(picture(1))
    huge = ImageFeatures(one.features * 1e9, one.transform, one.image_hw)
    cache.put("a", huge)
    kept = cache.get("a")
    assert kept is not None
    assert torch.equal(kept.features, huge.features)


@torch.inference_mode()
def test_a_model_that_asks_for_it_answers_with_the_arrangement_of_its_supports() -> None:
    model = network(arrangement=0.8, logit_scale=20.0)
    assert GkdtConfig.from_dict(model.config.to_dict()) == model.config
    assert "arrangement" not in network().config.to_dict()  # the digests of models without it stay
    engine = Engine(LoadedModel(model, "m", "m", None), device=torch.device("cpu"), precision="fp32")
    image = engine.encode_image(picture(1))
    for unmarked in ((), (0,), (0, 1, 2)):
        shot = support(3, len(NAMES), *unmarked, box=Box(0, 0, 90, 60))
        prompt = engine.encode_prompt(names=NAMES, texts=(), supports=[shot])
        plain = engine.heatmaps([image], prompt).maps
        found = engine.predict(image, prompt, decode="argmax", with_heatmaps=True)
        assert found.heatmaps is not None
        if len(unmarked) == 3:  # two points are no arrangement
            assert prompt.arrangement is None
            np.testing.assert_allclose(found.heatmaps, plain[0].numpy(), atol=TOLERANCE)
            continue
        norm = engine.encode_image(shot.image, shot.box).transform.image_to_norm(shot.keypoints)
        places = Arrangement(
            torch.tensor(np.nan_to_num(norm)[None], dtype=torch.float32),
            torch.tensor(np.isfinite(norm).all(axis=1)[None]),
        )
        expected = arranged(plain, places, strength=0.8, logit_scale=20.0)
        assert float((expected - plain).abs().max()) > 50 * TOLERANCE
        np.testing.assert_allclose(found.heatmaps, expected[0].numpy(), atol=TOLERANCE)
    words = engine.encode_prompt(names=NAMES)
    assert words.arrangement is None
