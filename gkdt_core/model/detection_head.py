"""Kernels against upscaled features: one heatmap per keypoint (gkdt.md section 6)."""

from __future__ import annotations

from typing import Literal

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

    def upscale_features(self, features: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C', H, W), L2-normalised over channels."""
        if self.upsampler is not None:
            large = self.upsampler(features)
        elif self.upscale == 1:
            large = features
        else:
            large = F.interpolate(features, scale_factor=self.upscale, mode="bilinear", align_corners=False)
        return F.normalize(large, dim=1, eps=_EPS)

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

    def forward(self, features: Tensor, kernels: Tensor) -> Tensor:
        """features (B, C, h, w), kernels (B, T, C) -> heatmaps (B, T, H, W), cosines in [-1, 1]."""
        large = self.upscale_features(features)
        cells = self.expand_kernels(kernels)
        if self.kernel_size == 1:
            return torch.einsum("btc,bchw->bthw", cells[..., 0, 0], large)
        batch, count, channels, size, _ = cells.shape
        grouped = F.conv2d(
            large.reshape(1, batch * channels, *large.shape[2:]),
            cells.reshape(batch * count, channels, size, size),
            padding=size // 2,
            groups=batch,
        )
        return grouped.view(batch, count, *grouped.shape[2:])
