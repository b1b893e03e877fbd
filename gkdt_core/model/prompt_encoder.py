"""Visual prototypes: what the support images look like around the marked keypoints (gkdt.md section 4)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

GAUSSIAN_CUT = 4.6052
"""Exponent beyond which a Gaussian weight is 0 (exp(-4.6052) = 0.01)."""


def gaussian_at(
    centres: Tensor, *, height: int, width: int, cell: float, sigma: float, first: float
) -> Tensor:
    """Gaussian weights (..., height, width) around `centres` (..., 2) in input px.

    Args:
        centres: (x, y) in the same px units as `cell`.
        height, width: Of the grid.
        cell: Grid cell size in px.
        sigma: Standard deviation in px.
        first: Place of the first cell's centre in px.
    """
    ys = torch.arange(height, device=centres.device, dtype=centres.dtype) * cell + first
    xs = torch.arange(width, device=centres.device, dtype=centres.dtype) * cell + first
    dx2 = (xs - centres[..., 0, None]) ** 2
    dy2 = (ys - centres[..., 1, None]) ** 2
    exponent = (dx2[..., None, :] + dy2[..., :, None]) / (2 * sigma**2)
    return torch.where(exponent > GAUSSIAN_CUT, torch.zeros_like(exponent), torch.exp(-exponent))


def visual_prototypes(
    features: Tensor, points: Tensor, mask: Tensor, *, input_size: int, sigma: float
) -> tuple[Tensor, Tensor]:
    """Gaussian-weighted means of the support features, averaged over the shots that mark the keypoint.

    Args:
        features: (K, C, h, w) support feature maps.
        points: (K, N, 2) normalised input coordinates; anything where `mask` is 0.
        mask: (K, N) 1 where the shot marks the keypoint. Averaged as float: with integer masks the release
            rounds 1/K to 0, which is not repeated here.
        input_size: Side of the model's input, px.
        sigma: Of the Gaussian, px of the input.

    Returns:
        Prototypes (N, C), zero where invalid, and which are valid (N,) bool.
    """
    return mean_of_shots(
        shot_prototypes(features, points, mask, input_size=input_size, sigma=sigma), mask.to(features.dtype)
    )


def shot_prototypes(
    features: Tensor, points: Tensor, mask: Tensor, *, input_size: int, sigma: float
) -> Tensor:
    """What each shot alone says: (K, N, C), of no meaning where `mask` is 0. Arguments as above."""
    weights = _weights(features, points, mask, input_size=input_size, sigma=sigma)
    # this way round because few columns through a tall matrix cost less than few rows through a wide one
    return (features.flatten(2) @ weights.flatten(2).transpose(1, 2)).transpose(1, 2)


def point_prototypes(features: Tensor, points: Tensor, *, input_size: int, sigma: float) -> Tensor:
    """The same of one shot's marked points, each by a product of its own.

    So a point's prototype has the same bits whichever others are asked for with it, and one that is
    remembered is as good as one made anew.

    Args:
        features: (C, h, w) of the support.
        points: (N, 2) normalised input coordinates.
        input_size, sigma: As above.

    Returns:
        (N, C), of its own memory.
    """
    mask = torch.ones(1, len(points), device=points.device)
    weights = _weights(features[None], points[None], mask, input_size=input_size, sigma=sigma)
    flat = features.flatten(1)
    return torch.stack([flat @ weight for weight in weights.flatten(2)[0]])


def _weights(features: Tensor, points: Tensor, mask: Tensor, *, input_size: int, sigma: float) -> Tensor:
    """What each cell of features (K, C, h, w) counts for points (K, N, 2): (K, N, h, w), of sum 1."""
    _, _, height, width = features.shape
    safe = torch.where(mask[..., None] > 0, points, torch.zeros_like(points)).to(torch.float32)
    pixel = torch.trunc((safe / 2 + 0.5) * input_size).clamp(0, input_size - 1)
    cell = input_size / width
    # Below 96 px at stride 16 the cut Gaussian would miss every cell's centre: it must reach the nearest one.
    sigma = max(sigma, (cell - 1) / 2 / math.sqrt(GAUSSIAN_CUT) * (1 + 1e-4))
    weights = gaussian_at(pixel, height=height, width=width, cell=cell, sigma=sigma, first=(cell - 1) / 2)
    return (weights / weights.sum(dim=(-2, -1), keepdim=True)).to(features.dtype)


def mean_of_shots(per_shot: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """What the shots (K, N, C) say together, by the mask (K, N) of those that speak -> (N, C), valid (N,)."""
    spoken = mask.sum(dim=0)
    if len(per_shot) == 1:
        return per_shot[0] * mask[0, :, None], spoken > 0
    return torch.einsum("kn,knc->nc", mask / spoken.clamp(min=1), per_shot), spoken > 0


class SupportLayout(nn.Module):
    """Where a keypoint lies in its shot's input and among the shot's other marked keypoints, as a vector.

    Added to what the shot looks like there, so that a row of equal petals, or two equal legs, can be told
    apart by their order. Not in the released model. Begins with zeros, which change nothing.
    """

    _FREQUENCIES = (0.5, 1.0, 2.0, 4.0)  # half turns from one edge of the input to the other

    def __init__(self, channels: int, hidden: int = 128) -> None:
        super().__init__()
        # sines and cosines of two places, the spread of the marked keypoints, and whether there are several
        self.fc1 = nn.Linear(2 * 2 * 2 * len(self._FREQUENCIES) + 2, hidden)
        self.fc2 = nn.Linear(hidden, channels)
        nn.init.zeros_(self.fc2.weight)
        nn.init.zeros_(self.fc2.bias)

    def forward(self, points: Tensor, mask: Tensor) -> Tensor:
        """Normalised input points (K, N, 2), marks (K, N) -> (K, N, C), of no meaning where the mask is 0."""
        marked = mask.to(torch.float32)[..., None]
        points = torch.where(
            marked > 0, points.to(torch.float32), torch.zeros_like(points, dtype=torch.float32)
        )
        count = marked.sum(dim=1, keepdim=True)  # (K, 1, 1)
        centred = (points - (points * marked).sum(dim=1, keepdim=True) / count.clamp(min=1)) * marked
        spread = (centred.square().sum(dim=(1, 2), keepdim=True) / count.clamp(min=1)).sqrt()
        among = centred / spread.clamp(min=1e-3)  # one marked keypoint alone is in its own middle
        frequencies = torch.tensor(self._FREQUENCIES, device=points.device)
        # the spread-relative places reach further than the input's edges, so they turn more slowly
        angles = torch.cat([points, among / 2], dim=-1)[..., None] * (torch.pi * frequencies)
        waves = torch.cat([angles.sin(), angles.cos()], dim=-1).flatten(2)
        several = (count > 1).to(torch.float32).expand_as(waves[..., :1])
        described = torch.cat([waves, spread.expand_as(several), several], dim=-1)
        weight = self.fc1.weight
        out: Tensor = self.fc2(F.gelu(self.fc1(described.to(weight.dtype))))
        return out
