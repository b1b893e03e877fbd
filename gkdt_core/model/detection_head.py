"""Kernels against upscaled features: one heatmap per keypoint (gkdt.md section 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

Upsampling = Literal["bilinear", "deconv"]
_EPS = 1e-12
# ns for each cell of the heatmap on one AVX2 core: to enlarge, divide and add one cell of a kernel; to
# enlarge and divide one channel; and one multiply-add of a product. With 24 x 24 features enlarged by 4,
# s = 3 and 17 kernels: 7.8 ms by dots and 132 ms by convolution for 1024 channels, 4.1 and 4.4 ms for 64.
_MAP_CELL_NS, _ENLARGE_NS, _PRODUCT_NS = 2.6, 6.0, 0.031


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

    def split(self, sizes: Sequence[int]) -> list[QueryMap]:
        """The maps of groups of consecutive images, `sizes` images in each."""
        parts = zip(torch.split(self.base, list(sizes)), torch.split(self.norm, list(sizes)), strict=True)
        return [QueryMap(base, norm, self.upscale) for base, norm in parts]


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
        return QueryMap(features, enlarged_norm(features, self.upscale).clamp(min=_EPS), self.upscale)

    def expand_kernels(self, kernels: Tensor) -> Tensor:
        """(B, T, C) -> (B, T, C', s, s), each cell L2-normalised over channels and divided by s^2."""
        size = self.kernel_size
        cells = kernels[:, :, None]  # (B, T, s * s, C): every cell's channels together
        if self.kernel_expander is not None:
            # a transposed convolution of one cell, each channel for itself, is one product for every cell
            expander = self.kernel_expander[0]
            weight, bias = expander.get_parameter("weight"), expander.get_parameter("bias")
            cells = cells * weight.flatten(1).t() + bias
        if self.k2i_projector is not None:
            cells = self.k2i_projector(cells)
        cells = F.normalize(cells, dim=-1, eps=_EPS) / size**2
        return cells.transpose(2, 3).reshape(*kernels.shape[:2], -1, size, size)

    def forward(self, query: QueryMap, kernels: Tensor) -> Tensor:
        """Query map of B images, kernels (B, T, C) -> heatmaps (B, T, H, W), cosines in [-1, 1]."""
        return self.correlate(query, self.expand_kernels(kernels))

    def correlate(self, query: QueryMap, cells: Tensor) -> Tensor:
        """Query map of B images, expanded kernels (B, T, C', s, s) -> (B, T, H, W), linear in them."""
        if self.kernel_size == 1:
            return _dots_enlarged(query, cells[..., 0, 0]) / query.norm
        if self._dots_are_cheaper(query, cells.shape[1]):
            return self._by_dots(query, cells)
        return self._by_convolution(query, cells)

    def _dots_are_cheaper(self, query: QueryMap, count: int) -> bool:
        """Whether `_by_dots` takes less time than `_by_convolution` for `count` kernels."""
        if query.upscale == 1:  # the map is large already, and a convolution reads it once
            return False
        cells, channels = count * self.kernel_size**2, query.base.shape[1]
        products = _PRODUCT_NS * channels * cells
        dots = _MAP_CELL_NS * cells + products / query.upscale**2
        return dots < _ENLARGE_NS * channels + products

    def _by_dots(self, query: QueryMap, cells: Tensor) -> Tensor:
        """The convolution as dot products on the small map: a map for each kernel cell, shifted and added.

        The dot product over channels commutes with the bilinear upscaling, so maps are enlarged instead of
        channels.
        """
        size, reach = self.kernel_size, self.kernel_size // 2
        height, width = query.norm.shape[-2:]
        padded = torch.zeros(
            (*cells.shape[:2], height + 2 * reach, width + 2 * reach), device=cells.device, dtype=cells.dtype
        )
        closeness = 1 / query.norm
        for row in range(size):
            for column in range(size):
                part = _dots_enlarged(query, cells[..., row, column]) * closeness
                # cell (row, column) of a kernel at y, x looks at y + row - reach, x + column - reach
                top, left = size - 1 - row, size - 1 - column
                padded[..., top : top + height, left : left + width] += part
        return padded[..., reach : reach + height, reach : reach + width]

    def _by_convolution(self, query: QueryMap, cells: Tensor) -> Tensor:
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


def _dots_enlarged(query: QueryMap, kernels: Tensor) -> Tensor:
    """Kernels (B, T, C) times the features of every cell, (B, T, H, W)."""
    dots = torch.bmm(kernels, query.base.flatten(2))
    return _enlarge(dots.view(*dots.shape[:2], *query.base.shape[2:]), query.upscale)


def enlarged_norm(features: Tensor, factor: int) -> Tensor:
    """Lengths (B, 1, H, W) over channels of enlarged features (B, C, h, w), without enlarging those.

    Between four cells the squared length is a quadratic form of the four weights: it needs the products of
    neighbouring cells only (with itself, right, down, and two diagonals), which are the same for all places
    between them.
    """
    height, width = features.shape[-2:]
    if factor == 1 or min(height, width) < 2:
        lengths: Tensor = _enlarge(features, factor).norm(dim=1, keepdim=True)
        return lengths
    f = features.float()  # squares of float16 overflow
    products = _NeighbourProducts.apply if f.requires_grad else _neighbour_products
    here, right, down, cross = products(f)
    x, x0, x1 = _bilinear(width, factor, f)
    y, y0, y1 = _bilinear(height, factor, f)
    # along x: within one row of cells, and between a row and the next
    within = x0**2 * here[..., x] + x1**2 * here[..., x + 1] + 2 * x0 * x1 * right[..., x]
    between = x0**2 * down[..., x] + x1**2 * down[..., x + 1] + x0 * x1 * cross[..., x]
    y0, y1 = y0[:, None], y1[:, None]
    squared = y0**2 * within[:, y] + y1**2 * within[:, y + 1] + 2 * y0 * y1 * between[:, y]
    return squared.clamp(min=_EPS**2).sqrt().to(features.dtype)[:, None]


def _neighbour_products(f: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Products of each cell of (B, C, h, w) with itself, its right and its lower neighbour, and of both
    diagonals of each square of four: (B, h, w), (B, h, w - 1), (B, h - 1, w), (B, h - 1, w - 1)."""
    here = f.square().sum(dim=1)
    right = (f[..., :-1] * f[..., 1:]).sum(dim=1)
    down = (f[..., :-1, :] * f[..., 1:, :]).sum(dim=1)
    cross = (f[..., :-1, :-1] * f[..., 1:, 1:]).sum(dim=1) + (f[..., :-1, 1:] * f[..., 1:, :-1]).sum(dim=1)
    return here, right, down, cross


class _NeighbourProducts(torch.autograd.Function):
    """`_neighbour_products` with its gradient written out: slices would each fill a map of zeros."""

    @staticmethod
    def forward(ctx: Any, f: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        ctx.save_for_backward(f)
        return _neighbour_products(f)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Tensor:
        f: Tensor = ctx.saved_tensors[0]
        here, right, down, cross = (grad[:, None] for grad in grads)
        out = f * (2 * here)
        out[..., :-1].addcmul_(f[..., 1:], right)
        out[..., 1:].addcmul_(f[..., :-1], right)
        out[..., :-1, :].addcmul_(f[..., 1:, :], down)
        out[..., 1:, :].addcmul_(f[..., :-1, :], down)
        out[..., :-1, :-1].addcmul_(f[..., 1:, 1:], cross)
        out[..., 1:, 1:].addcmul_(f[..., :-1, :-1], cross)
        out[..., :-1, 1:].addcmul_(f[..., 1:, :-1], cross)
        out[..., 1:, :-1].addcmul_(f[..., :-1, 1:], cross)
        return out


def _bilinear(size: int, factor: int, like: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """For each of size * factor places: the cell before it (at most size - 2), its weight, the next one's."""
    place = (torch.arange(size * factor, device=like.device, dtype=torch.float64) + 0.5) / factor - 0.5
    place = place.clamp(0, size - 1)
    before = place.floor().clamp(max=size - 2)
    after = (place - before).to(like.dtype)
    return before.long(), 1 - after, after
