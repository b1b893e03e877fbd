"""Visual prototypes: what the support images look like around the marked keypoints (gkdt.md section 4)."""

from __future__ import annotations

import math

import torch
from torch import Tensor

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
    _, _, height, width = features.shape
    safe = torch.where(mask[..., None] > 0, points, torch.zeros_like(points)).to(torch.float32)
    pixel = torch.trunc((safe / 2 + 0.5) * input_size).clamp(0, input_size - 1)
    cell = input_size / width
    # Below 96 px at stride 16 the cut Gaussian would miss every cell's centre: it must reach the nearest one.
    sigma = max(sigma, (cell - 1) / 2 / math.sqrt(GAUSSIAN_CUT) * (1 + 1e-4))
    weights = gaussian_at(
        pixel, height=height, width=width, cell=cell, sigma=sigma, first=(cell - 1) / 2
    )  # (K, N, h, w)
    weights = weights / weights.sum(dim=(-2, -1), keepdim=True)
    # this way round because few columns through a tall matrix cost less than few rows through a wide one
    return (features.flatten(2) @ weights.to(features.dtype).flatten(2).transpose(1, 2)).transpose(1, 2)


def mean_of_shots(per_shot: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """What the shots (K, N, C) say together, by the mask (K, N) of those that speak -> (N, C), valid (N,)."""
    spoken = mask.sum(dim=0)
    if len(per_shot) == 1:
        return per_shot[0] * mask[0, :, None], spoken > 0
    return torch.einsum("kn,knc->nc", mask / spoken.clamp(min=1), per_shot), spoken > 0
