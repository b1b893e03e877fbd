"""The small encoder's fast ways against the plain ones, forward and backward."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.model.image_encoder import (
    EfficientNetLiteConfig,
    EfficientNetLiteEncoder,
    InvertedResidual,
    SameConv,
    sine_positions,
)

SAME = 1e-5
"""Of a feature vector's length: what sums in another order may change."""


def plain_conv(conv: SameConv, x: Tensor) -> Tensor:
    """TensorFlow's padding, by really padding."""
    kernel, stride = conv.kernel_size[0], conv.stride[0]
    pads = [max((math.ceil(side / stride) - 1) * stride + kernel - side, 0) for side in x.shape[-2:]]
    x = F.pad(x, (pads[1] // 2, pads[1] - pads[1] // 2, pads[0] // 2, pads[0] - pads[0] // 2))
    return F.conv2d(x, conv.weight, conv.bias, stride, 0, 1, conv.groups)


def plain_block(block: InvertedResidual, x: Tensor) -> Tensor:
    hidden = x if block.expand is None else F.relu6(block.expand(x))
    projected: Tensor = block.project(F.relu6(plain_conv(block.depthwise, hidden)))
    return projected + x if block.skip else projected


def plain_encoder(encoder: EfficientNetLiteEncoder, pixels: Tensor) -> Tensor:
    """What the encoder computes, as one would write it first: new tensors, NCHW, nothing remembered."""
    x = F.relu6(plain_conv(encoder.trunk.stem, pixels))
    maps = []
    for index, stage in enumerate(encoder.trunk.stages):
        for block in stage:
            x = plain_block(block, x)
        if index in (2, 4, 6):
            maps.append(x)
    map8, map16, map32 = maps

    def enlarged(values: Tensor, size: torch.Size) -> Tensor:
        return F.interpolate(values, size=size, mode="bilinear", align_corners=False)

    x = encoder.lateral16(map16) + enlarged(encoder.lateral32(map32), map16.shape[-2:])
    height, width = x.shape[-2:]
    x = x + sine_positions(height, width, x.shape[1], device=x.device, dtype=x.dtype)
    tokens = x.flatten(2).transpose(1, 2)
    for block in encoder.context:
        tokens = block(tokens)
    x = tokens.transpose(1, 2).reshape(x.shape)
    features: Tensor = encoder.out(encoder.smooth(encoder.lateral8(map8) + enlarged(x, map8.shape[-2:])))
    raw = torch.cat([F.normalize(enlarged(m, map8.shape[-2:]), dim=1) for m in maps], dim=1)
    length = features.norm(dim=1, keepdim=True) * math.sqrt(encoder.residual / (1 - encoder.residual))
    return torch.cat([features, F.normalize(raw, dim=1) * length], dim=1)


@pytest.fixture(scope="module")
def encoder() -> EfficientNetLiteEncoder:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        config = EfficientNetLiteConfig("lite0", channels=64, context_blocks=1, residual=0.3)
        return EfficientNetLiteEncoder(config)


def pixels(size: int, *, images: int = 1) -> Tensor:
    return torch.randn(images, 3, size, size, generator=torch.Generator().manual_seed(size))


def furthest(one: Tensor, other: Tensor) -> float:
    """The largest difference of two features, as a share of the feature's length."""
    return float(((one - other).norm(dim=1) / other.norm(dim=1)).max())


@pytest.mark.parametrize("size", [64, 96, 144])  # 144: maps with odd sides, whose padding is even
def test_features_are_those_of_the_plain_way(encoder: EfficientNetLiteEncoder, size: int) -> None:
    x = pixels(size, images=2)
    with torch.inference_mode():
        wanted = plain_encoder(encoder, x)
        assert furthest(encoder(x), wanted) < SAME
        assert furthest(encoder(x.to(memory_format=torch.channels_last)), wanted) < SAME


def test_gradients_are_those_of_the_plain_way(encoder: EfficientNetLiteEncoder) -> None:
    x = pixels(64)
    weights = list(encoder.parameters())
    with torch.inference_mode():
        encoder(x)  # what it remembers of this must be fit for training
    made = torch.autograd.grad(encoder(x).square().sum(), weights)
    wanted = torch.autograd.grad(plain_encoder(encoder, x).square().sum(), weights)
    for one, other in zip(made, wanted, strict=True):
        assert float((one - other).norm()) <= 1e-4 * float(other.norm()) + 1e-6


@pytest.mark.parametrize("kernel", [3, 5])
@pytest.mark.parametrize("sides", [(12, 12), (13, 13), (12, 13), (1, 1), (2, 2)])
def test_strided_convolutions_pad_as_tensorflow_does(kernel: int, sides: tuple[int, int]) -> None:
    with torch.random.fork_rng():
        torch.manual_seed(kernel)
        conv = SameConv(4, 4, kernel, 2, groups=4)
        x = torch.randn(2, 4, *sides)
    with torch.no_grad():
        torch.testing.assert_close(conv(x), plain_conv(conv, x), atol=1e-6, rtol=1e-5)


def test_a_place_without_trunk_features_gives_no_infinite_numbers(encoder: EfficientNetLiteEncoder) -> None:
    # one colour everywhere and no biases: whole levels of the trunk are zero
    dead = EfficientNetLiteEncoder(EfficientNetLiteConfig("lite0", 64, 1, 0.3))
    for parameter in dead.trunk.parameters():
        torch.nn.init.zeros_(parameter)
    with torch.inference_mode():
        assert torch.isfinite(dead(pixels(64))).all()
        assert torch.isfinite(dead.to(torch.bfloat16)(pixels(64).to(torch.bfloat16))).all()
        assert torch.isfinite(dead.to(torch.float16)(pixels(64).to(torch.float16))).all()
