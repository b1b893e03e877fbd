"""The small convolutional image encoder of the bundled model: EfficientNet-Lite with a feature pyramid.

BatchNorm is folded into the convolutions when ImageNet weights are brought in (`trainer.recipes.imagenet`),
so the network has convolutions with biases only: its statistics are frozen by construction, it trains with
small batches, and it runs faster.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

# EfficientNet-Lite0 (Tan & Le 2019; Lite: no squeeze-excite, ReLU6, fixed stem): repeats, kernel, stride,
# expansion, output channels of each stage.
_STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
_VARIANTS = {"lite0": (1.0, 1.0), "lite1": (1.0, 1.1), "lite2": (1.1, 1.2)}  # width, depth multipliers
_STEM = 32
_STRIDE_8_STAGE, _STRIDE_16_STAGE, _STRIDE_32_STAGE = 2, 4, 6
_EPS = 1e-12  # of F.normalize


@dataclass(frozen=True, slots=True)
class EfficientNetLiteConfig:
    """Sizes of the small encoder.

    Attributes:
        variant: "lite0", "lite1" or "lite2".
        channels: C of the feature map it returns (stride 8).
        context_blocks: Transformer blocks at stride 16, which let every place see the whole object: needed to
            tell a left leg from a right one.
        residual: Share of the trunk's own features in visual matching, 0 to below 1. They go from the support
            to the kernel unchanged, because between frames of one video plain matching is hard to beat.
    """

    variant: str = "lite0"
    channels: int = 192
    context_blocks: int = 2
    residual: float = 0.0

    def __post_init__(self) -> None:
        if self.variant not in _VARIANTS:
            raise ValueError(f"unknown EfficientNet variant {self.variant!r}; known: {', '.join(_VARIANTS)}")
        if self.channels % 64 or self.channels <= 0:
            raise ValueError(f"channels must be a multiple of 64, got {self.channels}")
        if not 0 <= self.residual < 1:
            raise ValueError(f"residual must be from 0 to below 1, got {self.residual}")


def _round_width(channels: int, multiplier: float) -> int:
    if multiplier == 1.0:
        return channels
    scaled = channels * multiplier
    rounded = max(8, int(scaled + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * scaled else rounded


class SameConv(nn.Conv2d):
    """A convolution with TensorFlow's "same" padding, which pads right and bottom first for stride 2."""

    def forward(self, x: Tensor) -> Tensor:
        kernel, stride = self.kernel_size[0], self.stride[0]
        if stride == 1:
            return F.conv2d(x, self.weight, self.bias, 1, kernel // 2, 1, self.groups)
        height, width = x.shape[-2:]
        pad_y = max((math.ceil(height / stride) - 1) * stride + kernel - height, 0)
        pad_x = max((math.ceil(width / stride) - 1) * stride + kernel - width, 0)
        if stride == 2 and pad_y == pad_x and pad_y % 2:
            # Padded evenly and by a stride too much on the left and top, which gives one row and column of
            # outputs that nobody needs; cutting those off is cheaper than copying the whole input to pad it.
            even = pad_y // 2 + stride
            return F.conv2d(x, self.weight, self.bias, stride, even, 1, self.groups)[:, :, 1:, 1:]
        x = F.pad(x, (pad_x // 2, pad_x - pad_x // 2, pad_y // 2, pad_y - pad_y // 2))
        return F.conv2d(x, self.weight, self.bias, stride, 0, 1, self.groups)


class InvertedResidual(nn.Module):
    """MBConv without squeeze-excite: expand 1 x 1, depthwise k x k, project 1 x 1, skip if shapes agree."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        self.expand = nn.Conv2d(inputs, hidden, 1) if expansion != 1 else None
        self.depthwise = SameConv(hidden, hidden, kernel, stride, groups=hidden)
        self.project = nn.Conv2d(hidden, outputs, 1)
        self.skip = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        # in place: large new maps cost more than the arithmetic, and no convolution needs its own output to
        # pass gradients back
        hidden = x if self.expand is None else F.relu6(self.expand(x), inplace=True)
        projected: Tensor = self.project(F.relu6(self.depthwise(hidden), inplace=True))
        return projected.add_(x) if self.skip else projected


class EfficientNetLite(nn.Module):
    """The ImageNet trunk; returns its maps at stride 8, 16 and 32."""

    def __init__(self, variant: str) -> None:
        super().__init__()
        width, depth = _VARIANTS[variant]
        self.stem = SameConv(3, _STEM, 3, 2)
        stages = []
        inputs = _STEM
        self.channels: list[int] = []
        for index, (repeats, kernel, stride, expansion, outputs) in enumerate(_STAGES):
            outputs = _round_width(outputs, width)
            if 0 < index < len(_STAGES) - 1:  # Lite keeps the first and last stage's depth
                repeats = math.ceil(repeats * depth)
            blocks = [
                InvertedResidual(
                    inputs if i == 0 else outputs, outputs, kernel, stride if i == 0 else 1, expansion
                )
                for i in range(repeats)
            ]
            stages.append(nn.Sequential(*blocks))
            self.channels.append(outputs)
            inputs = outputs
        self.stages = nn.ModuleList(stages)

    @property
    def pyramid_channels(self) -> tuple[int, int, int]:
        """Channels of the maps at stride 8, 16 and 32."""
        channels = self.channels
        return channels[_STRIDE_8_STAGE], channels[_STRIDE_16_STAGE], channels[_STRIDE_32_STAGE]

    def low_parameters(self) -> Iterable[nn.Parameter]:
        """The parameters up to stride 8: general edges and textures, which stay frozen in training."""
        yield from self.stem.parameters()
        for stage in self.stages[: _STRIDE_8_STAGE + 1]:
            yield from stage.parameters()

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(B, 3, S, S) -> maps (B, c, S/8, S/8), (B, c, S/16, S/16), (B, c, S/32, S/32)."""
        x = F.relu6(self.stem(pixels), inplace=True)
        maps = []
        for index, stage in enumerate(self.stages):
            x = stage(x)
            if index in (_STRIDE_8_STAGE, _STRIDE_16_STAGE, _STRIDE_32_STAGE):
                maps.append(x)
        return maps[0], maps[1], maps[2]


@functools.lru_cache(maxsize=8)
@torch.inference_mode(False)  # what inference made first, training may meet again
def sine_positions(
    height: int, width: int, channels: int, *, device: torch.device, dtype: torch.dtype
) -> Tensor:
    """(channels, height, width) sines and cosines of the normalised place, so that any input size serves.

    Remembered, so it must not be changed in place.
    """
    quarter = channels // 4
    frequency = torch.logspace(0, math.log10(32.0), quarter, device=device, dtype=torch.float32) * math.pi
    y = (torch.arange(height, device=device, dtype=torch.float32) + 0.5) / height
    x = (torch.arange(width, device=device, dtype=torch.float32) + 0.5) / width
    by_y = (frequency[:, None] * y[None, :])[:, :, None].expand(quarter, height, width)
    by_x = (frequency[:, None] * x[None, :])[:, None, :].expand(quarter, height, width)
    return torch.cat([by_y.sin(), by_y.cos(), by_x.sin(), by_x.cos()]).to(dtype)


class ContextBlock(nn.Module):
    """A pre-norm transformer block over the cells of a map."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.heads = channels // 64
        self.norm1 = nn.LayerNorm(channels)
        self.qkv = nn.Linear(channels, 3 * channels)
        self.proj = nn.Linear(channels, channels)
        self.norm2 = nn.LayerNorm(channels)
        self.fc1 = nn.Linear(channels, 3 * channels)
        self.fc2 = nn.Linear(3 * channels, channels)

    def forward(self, x: Tensor) -> Tensor:
        """(B, L, C) -> (B, L, C)."""
        batch, length, channels = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(batch, length, channels)
        x = x + self.proj(mixed)
        hidden: Tensor = self.fc2(F.gelu(self.fc1(self.norm2(x))))
        return x + hidden


class SeparableBlock(nn.Module):
    """Residual depthwise 5 x 5 and pointwise mixing, normalised over channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(channels, channels, 5, padding=2, groups=channels)
        self.norm = nn.GroupNorm(1, channels)
        self.pointwise = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        mixed: Tensor = self.pointwise(F.gelu(self.norm(self.depthwise(x))))
        return x + mixed


class EfficientNetLiteEncoder(nn.Module):
    """F_v of the bundled model: (B, 3, S, S) -> (B, C + R, S/8, S/8).

    The first C channels are the pyramid's. With a residual, R channels of the trunk follow, in each cell so
    long beside the first C that a cosine over all of them is (1 - residual) * learned + residual * trunk.
    """

    stride = 8

    def __init__(self, config: EfficientNetLiteConfig) -> None:
        super().__init__()
        channels = config.channels
        self.residual = config.residual
        self.trunk = EfficientNetLite(config.variant)
        c8, c16, c32 = self.trunk.pyramid_channels
        self.lateral8 = nn.Conv2d(c8, channels, 1)
        self.lateral16 = nn.Conv2d(c16, channels, 1)
        self.lateral32 = nn.Conv2d(c32, channels, 1)
        self.context = nn.ModuleList(ContextBlock(channels) for _ in range(config.context_blocks))
        self.smooth = nn.Sequential(SeparableBlock(channels), SeparableBlock(channels))
        self.out = nn.Conv2d(channels, channels, 1)

    def forward(self, pixels: Tensor) -> Tensor:
        map8, map16, map32 = self.trunk(pixels)
        x = self.lateral16(map16) + F.interpolate(
            self.lateral32(map32), size=map16.shape[-2:], mode="bilinear", align_corners=False
        )
        if len(self.context):
            height, width = x.shape[-2:]
            x = x + sine_positions(height, width, x.shape[1], device=x.device, dtype=x.dtype)
            tokens = x.flatten(2).transpose(1, 2)
            for block in self.context:
                tokens = block(tokens)
            x = tokens.transpose(1, 2).reshape(x.shape)
        x = self.lateral8(map8) + F.interpolate(x, size=map8.shape[-2:], mode="bilinear", align_corners=False)
        features: Tensor = self.out(self.smooth(x))
        if self.residual == 0:
            return features
        size = map8.shape[-2:]
        # Without gradients to the trunk: its own features are there for what training does not know.
        levels = [
            m if m.shape[-2:] == size else F.interpolate(m, size=size, mode="bilinear", align_corners=False)
            for m in (map8.detach(), map16.detach(), map32.detach())
        ]
        # Each level is given length 1, then all of them together the length wanted: both divisions are done
        # on maps of one channel (in float32: 1e-12 is nothing in half precision), and the many channels are
        # multiplied only once.
        single = torch.float32
        lengths = [level.norm(dim=1, keepdim=True, dtype=single) for level in levels]
        shares = [1 / length.clamp(min=_EPS) for length in lengths]
        together = torch.cat([length * share for length, share in zip(lengths, shares, strict=True)], dim=1)
        wanted = features.norm(dim=1, keepdim=True, dtype=single) * math.sqrt(
            self.residual / (1 - self.residual)
        )
        scale = wanted / together.norm(dim=1, keepdim=True).clamp(min=_EPS)
        scaled = [
            (level * (share * scale)).to(features.dtype) for level, share in zip(levels, shares, strict=True)
        ]
        return torch.cat([features, *scaled], dim=1)
