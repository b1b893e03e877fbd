"""Kernels against upscaled features: one heatmap per keypoint (gkdt.md section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

Upsampling = Literal["bilinear", "deconv"]
_EPS = 1e-12


class LinearNorm(nn.Module):
    """A linear map without bias and a LayerNorm: the official `projector` of T2I and K2I."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.projector = nn.Sequential(nn.Linear(inputs, outputs, bias=False), nn.LayerNorm(outputs))

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.projector(x)
        return out


class DeconvUpsampler(nn.Module):
    """Two times (transposed convolution 4 x 4 stride 2, BatchNorm, ReLU): x4."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for index in range(2):
            layers += [
                nn.ConvTranspose2d(inputs if index == 0 else outputs, outputs, 4, 2, 1, bias=False),
                nn.BatchNorm2d(outputs),
                nn.ReLU(),
            ]
        self.deconv_layers = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.deconv_layers(x)
        return out


@dataclass(frozen=True, slots=True, eq=False)
class QueryMap:
    """The prompt-free half of the detection.

    Attributes:
        base: (B, C', h', w') features that the kernels are multiplied with.
        norm: (B, 1, H, W) length over channels of the upscaled features.
        upscale: H / h'.
    """

    base: Tensor
    norm: Tensor
    upscale: int

    def __getitem__(self, index: Any) -> QueryMap:
        """The map of some of the images."""
        return QueryMap(self.base[index], self.norm[index], self.upscale)


class DetectionHead(nn.Module):
    """Upscales the query features and correlates them with the kernels by cosine."""

    def __init__(
        self, channels: int, *, kernel_size: int, upsampling: Upsampling, upscale: int, head_channels: int
    ) -> None:
        super().__init__()
        self.kernel_size, self.upscale = kernel_size, upscale
        self.upsampler = DeconvUpsampler(channels, head_channels) if upsampling == "deconv" else None
        # A list, so that the parameter is named kernel_expander.0 as in the released layout.
        self.kernel_expander = (
            nn.ModuleList([nn.ConvTranspose2d(channels, channels, kernel_size, groups=channels)])
            if kernel_size > 1
            else None
        )
        self.k2i_projector = LinearNorm(channels, head_channels) if head_channels != channels else None

    def query_map(self, features: Tensor) -> QueryMap:
        """What the head needs of query features (B, C, h, w); computed once, used by every prompt."""
        if self.upsampler is not None:
            large = self.upsampler(features)
            return QueryMap(large, large.norm(dim=1, keepdim=True).clamp(min=_EPS), 1)
        if self.upscale == 1:
            return QueryMap(features, features.norm(dim=1, keepdim=True).clamp(min=_EPS), 1)
        large = _enlarge(features, self.upscale)
        return QueryMap(features, large.norm(dim=1, keepdim=True).clamp(min=_EPS), self.upscale)

    def expand_kernels(self, kernels: Tensor) -> Tensor:
        """(B, T, C) -> (B, T, C', s, s), each cell L2-normalised over channels and divided by s^2."""
        batch, count, channels = kernels.shape
        cells = kernels.reshape(batch * count, channels, 1, 1)
        if self.kernel_expander is not None:
            cells = self.kernel_expander[0](cells)
        if self.k2i_projector is not None:
            cells = self.k2i_projector(cells.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        cells = F.normalize(cells, dim=1, eps=_EPS) / self.kernel_size**2
        return cells.reshape(batch, count, *cells.shape[1:])

    def forward(self, query: QueryMap, kernels: Tensor) -> Tensor:
        """Query map of B images, kernels (B, T, C) -> heatmaps (B, T, H, W), cosines in [-1, 1]."""
        cells = self.expand_kernels(kernels)
        if self.kernel_size == 1:
            # The dot product over channels commutes with the bilinear upscaling, so T maps are enlarged
            # instead of C channels.
            dots = torch.einsum("btc,bchw->bthw", cells[..., 0, 0], query.base)
            return _enlarge(dots, query.upscale) / query.norm
        large = _enlarge(query.base, query.upscale) / query.norm
        batch, count, channels, size, _ = cells.shape
        grouped = F.conv2d(
            large.reshape(1, batch * channels, *large.shape[2:]),
            cells.reshape(batch * count, channels, size, size),
            padding=size // 2,
            groups=batch,
        )
        return grouped.view(batch, count, *grouped.shape[2:])


def _enlarge(maps: Tensor, factor: int) -> Tensor:
    if factor == 1:
        return maps
    return F.interpolate(maps, scale_factor=factor, mode="bilinear", align_corners=False)
