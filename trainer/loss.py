"""Losses between heatmaps and where the keypoints are."""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gkdt_core.model.gkdt import Heatmaps
from gkdt_core.model.prompt_encoder import gaussian_at

LossName = Literal["mse", "spatial_ce"]


def target_heatmaps(points: Tensor, visible: Tensor, *, size: int, input_size: int, sigma: float) -> Tensor:
    """Gaussians at the keypoints, all zeros for those that are not visible (negative learning).

    Args:
        points: (B, N, 2) normalised input coordinates.
        visible: (B, N), 1 where the keypoint can be seen.
        size: Side of the heatmaps in cells.
        input_size: Side of the model's input, px.
        sigma: Standard deviation in input px.

    Returns:
        (B, N, size, size) float32, peak at most 1.
    """
    shown = visible.to(torch.float32)
    safe = torch.where(shown[..., None] > 0, points, torch.zeros_like(points)).to(torch.float32)
    pixel = ((safe / 2 + 0.5) * input_size).clamp(0, input_size - 1)
    cell = input_size / size
    maps = gaussian_at(pixel, height=size, width=size, cell=cell, sigma=sigma, first=(cell - 1) / 2)
    return maps * shown[..., None, None]


def mse_loss(heatmaps: Tensor, targets: Tensor, prompted: Tensor, counted: Tensor | None = None) -> Tensor:
    """The paper's loss of one modality of one episode (gkdt.md section 8).

    Args:
        heatmaps: (B, N, H, W) cosines.
        targets: (B, N, H, W) of `target_heatmaps`.
        prompted: (N,) which prompts are valid; the others do not count.
        counted: (B, N) bool, which maps count; None for all, the paper's negative learning.
    """
    per_map = (heatmaps.float() - targets).square().mean(dim=(-2, -1))
    weight = prompted.to(per_map.dtype).expand_as(per_map)
    if counted is not None:
        weight = weight * counted
    return (per_map * weight).sum() / weight.sum().clamp(min=1)


def spatial_ce_loss(
    heatmaps: Tensor, points: Tensor, visible: Tensor, prompted: Tensor, log_scale: Tensor, sigma_norm: float
) -> Tensor:
    """Cross-entropy over the cells: softmax of scaled cosines against the normalised Gaussian.

    Learns several times faster than `mse_loss` where data and time are short. Keypoints that are not visible
    do not count: the cells of an image always sum to 1.

    Args:
        heatmaps: (B, N, H, W) cosines.
        points: (B, N, 2) normalised input coordinates.
        visible: (B, N) which can be seen.
        prompted: (N,) which prompts are valid.
        log_scale: Scalar, log of the factor from cosines to logits.
        sigma_norm: The target's standard deviation in normalised coordinates (2 = the whole side).
    """
    weight = (visible & prompted[None, :]).to(torch.float32)
    batch, count, height, width = heatmaps.shape
    chosen = weight.reshape(-1).nonzero().squeeze(1)
    if len(chosen) == 0:
        return heatmaps.sum() * 0.0
    logits = heatmaps.reshape(batch * count, height * width)[chosen].float() * log_scale.exp()
    place = points.reshape(-1, 2)[chosen].float()
    ys = ((torch.arange(height, device=place.device) + 0.5) / height * 2 - 1)[None]
    xs = ((torch.arange(width, device=place.device) + 0.5) / width * 2 - 1)[None]
    # The Gaussian is separable: what it expects of the logits is a product with its rows and its columns.
    of_x = torch.softmax(-((xs - place[:, :1]) ** 2) / (2 * sigma_norm**2), dim=1)
    of_y = torch.softmax(-((ys - place[:, 1:]) ** 2) / (2 * sigma_norm**2), dim=1)
    rows = torch.bmm(of_y[:, None], logits.view(-1, height, width))
    expected = (rows.squeeze(1) * of_x).sum(dim=1)
    return (torch.logsumexp(logits, dim=1) - expected).mean()


def assignment_loss(
    heatmaps: Tensor, points: Tensor, visible: Tensor, prompted: Tensor, log_scale: Tensor, sigma_norm: float
) -> Tensor:
    """Cross-entropy over the keypoints: at the place of each one, its own heatmap should be the highest.

    `spatial_ce_loss` compares places in one heatmap; this compares heatmaps at one place, so that the left
    eye's may not be high at the right eye. Keypoints that lie at (almost) the same place share what is
    expected; those that are not visible are no alternatives, because nobody knows where they are.

    Args:
        heatmaps: (B, N, H, W) cosines.
        points: (B, N, 2) normalised input coordinates.
        visible: (B, N) which can be seen.
        prompted: (N,) which prompts are valid.
        log_scale: Scalar, log of the factor from cosines to logits.
        sigma_norm: Distance that counts as near, normalised coordinates.
    """
    counted = visible & prompted[None, :]
    places = torch.where(counted[..., None], points, torch.zeros_like(points)).float()
    # row m, column n: the heatmap of keypoint m at the place of keypoint n
    found = F.grid_sample(heatmaps.float(), places[:, None], align_corners=False, padding_mode="border")
    logits = found[:, :, 0].transpose(1, 2) * log_scale.exp()  # (B, place n, keypoint m)
    logits = logits.masked_fill(~counted[:, None, :], -1e4)
    near = torch.exp(-torch.cdist(places, places).square() / (2 * sigma_norm**2)) * counted[:, None, :]
    target = near / near.sum(dim=2, keepdim=True).clamp(min=1e-6)
    each = -(target * F.log_softmax(logits, dim=2)).sum(dim=2)
    weight = (counted & (counted.sum(dim=1, keepdim=True) > 1)).float()
    return (each * weight).sum() / weight.sum().clamp(min=1)


class EpisodeLoss(nn.Module):
    """The loss of one episode, averaged over the modalities that prompt; the temperature is learnt."""

    def __init__(
        self,
        name: LossName,
        *,
        input_size: int,
        sigma: float,
        ce_sigma: float,
        negatives: bool = True,
        assignment_weight: float = 0.0,
    ) -> None:
        """Args: name of the loss; input side in px; the paper's sigma in px; the cross-entropy's in px;
        whether "mse" also asks for empty heatmaps of keypoints that are not visible (negative learning);
        the weight of `assignment_loss` beside the cross-entropy.
        """
        super().__init__()
        self.name, self.negatives = name, negatives
        self.input_size, self.sigma, self.ce_sigma = input_size, sigma, ce_sigma
        self.assignment_weight = assignment_weight
        self.log_scale = nn.Parameter(torch.tensor(2.7))

    def forward(
        self,
        heatmaps: Heatmaps,
        points: Tensor,
        visible: Tensor,
        *,
        text_valid: Tensor | None,
        visual_valid: Tensor | None,
    ) -> Tensor:
        """points (B, N, 2) normalised, visible (B, N) bool, valid masks (N,) bool -> scalar."""
        parts = []
        for maps, mask in ((heatmaps.text, text_valid), (heatmaps.visual, visual_valid)):
            if maps is None:
                continue
            prompted = (
                torch.ones(maps.shape[1], dtype=torch.bool, device=maps.device)
                if mask is None
                else mask.bool()
            )
            if not bool(prompted.any()):
                continue
            if self.name == "mse":
                targets = target_heatmaps(
                    points, visible, size=maps.shape[-1], input_size=self.input_size, sigma=self.sigma
                )
                parts.append(mse_loss(maps, targets, prompted, None if self.negatives else visible))
            else:
                expected = (points, visible.bool(), prompted, self.log_scale.clamp(max=5.0))
                sigma_norm = 2 * self.ce_sigma / self.input_size
                part = spatial_ce_loss(maps, *expected, sigma_norm)
                if self.assignment_weight > 0:
                    part = part + self.assignment_weight * assignment_loss(maps, *expected, sigma_norm)
                parts.append(part)
        if not parts:
            return self.log_scale * 0.0
        return torch.stack(parts).mean()
