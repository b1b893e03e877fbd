"""Where the marked points lie on a support says roughly where they lie on another image.

A prompt of clicks carries more than what each place looks like: the points have an arrangement. Four corners
of a door stay four corners, and the two lamps of a car do not both fit the left one. Heatmaps of single
keypoints do not know that. Here a smooth map is fitted that takes the support's points onto the heatmaps, all
together, and a place far from where it puts a keypoint loses some of its height. What the heatmaps say with
confidence is left alone; how closely an object keeps its arrangement is judged for every image anew, so that
a door is held to it and a person hardly. Not in the paper; a model's `arrangement` is 0 for none.

The fit: for each support, and for its mirror image, the shift that fits best is searched; from the best ones
an affine map is fitted by expectation and maximisation, for several widths of the Gaussian around the
expected places; the likeliest of all is taken. Places are in normalised input coordinates, (-1, 1) over the
input.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

LEAST_POINTS = 3
"""Fewer marked points have no arrangement."""
_SEARCH_CELLS = 32  # side of the maps that the fit looks at
_SEARCH_WIDTH = 0.12  # standard deviation of their blurring for the search
_SHIFTS, _FURTHEST = 13, 0.6  # to a side, and the furthest
_SHIFT_WIDTH = 0.3 / math.sqrt(2)  # standard deviation of the shifts to be expected
_MIRROR_COST = 8.0  # log-likelihood that a mirrored arrangement must win by
_WIDTHS = (0.05, 0.1, 0.2, 0.4)
_WIDTH_COST = (
    0.2  # log-likelihood for each point that a width must win by, for each factor of e it is narrower
)
_TRUSTED = 0.4  # the share of points that keep to the arrangement at all
_ROUNDS = 3
_OBEDIENCE = 6  # power of the share of points that turned out to keep to it: of persons few do
_DOUBT = 3  # power of what a heatmap leaves open: a sure one is left alone
_STIFFNESS = 0.05  # how much the affine map is held to the shifted arrangement, in points of weight 1 each
_NEAR = 0.15  # standard deviation, around a peak, of what counts as the same place


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Where K supports have N keypoints.

    Attributes:
        points: (K, N, 2) normalised input coordinates of each support's region; finite everywhere.
        marked: (K, N) bool.
    """

    points: Tensor
    marked: Tensor

    @property
    def is_telling(self) -> bool:
        """Whether any support marks enough points."""
        return bool((self.marked.sum(dim=1) >= LEAST_POINTS).any())


def arranged(maps: Tensor, arrangement: Arrangement, *, strength: float, logit_scale: float) -> Tensor:
    """Heatmaps in which places that contradict the supports' arrangement are lower; never higher.

    Args:
        maps: (B, N, H, W) cosines.
        arrangement: Of the supports that prompt them. Supports with fewer than three points have no say, and
            a keypoint that the chosen support does not mark stays as it is.
        strength: How much the arrangement counts beside the heatmaps; 0 gives them back.
        logit_scale: The factor that makes logits of cosines, as the model was trained with.

    Returns:
        (B, N, H, W) of the type of `maps`.
    """
    telling = arrangement.marked.sum(dim=1) >= LEAST_POINTS
    if strength <= 0 or not bool(telling.any()):
        return maps
    points, marked = arrangement.points[telling].float(), arrangement.marked[telling].float()
    height, width = maps.shape[2:]
    chances = torch.softmax(maps.float().flatten(2) * logit_scale, dim=2).view(maps.shape)
    side = min(_SEARCH_CELLS, height), min(_SEARCH_CELLS, width)
    small = chances
    if side != (height, width):
        small = F.adaptive_avg_pool2d(chances, side) * (height * width / (side[0] * side[1]))
    expected, spread, used = _fit(small, points, marked)
    return maps - _loss_of_height(chances, expected, spread, used, strength / logit_scale).to(maps.dtype)


def _fit(chances: Tensor, points: Tensor, marked: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Chances (B, N, h, w), supports (K, N, 2) and (K, N) -> expected places (B, N, 2), widths (B,), and
    what the arrangement counts for each keypoint (B, N), 0 where it says nothing."""
    batch = len(chances)
    # the arrangements to try: each support and its mirror image, as offsets from its middle
    weight = marked[..., None]
    middle = (points * weight).sum(dim=1, keepdim=True) / weight.sum(dim=1, keepdim=True)
    offsets = torch.cat([points - middle, (points - middle) * points.new_tensor([-1.0, 1.0])])
    offsets = offsets * torch.cat([weight, weight])
    middles, marks = torch.cat([middle, middle]), torch.cat([marked, marked])
    cost = torch.zeros(len(offsets), device=points.device)
    cost[len(points) :] = _MIRROR_COST
    shift, fitness = _best_shifts(chances, offsets + middles, marks)  # (B, M, 2), (B, M)
    fitness = fitness - cost
    # the two likeliest arrangements of each image go on, with every width
    kept = fitness.topk(min(2, fitness.shape[1]), dim=1).indices  # (B, A)
    offset, mark = offsets[kept], marks[kept]  # (B, A, N, 2), (B, A, N)
    start = middles[kept] + shift.gather(1, kept[..., None].expand(-1, -1, 2))[:, :, None]  # (B, A, 1, 2)
    widths = points.new_tensor(_WIDTHS)
    places, likelihood, keeping = _maximised(chances, offset, start, mark, widths)
    narrow = _WIDTH_COST * torch.log(widths[-1] / widths) * mark.sum(dim=2)[..., None]  # (B, A, W)
    score = (likelihood - cost[kept][..., None] - narrow).flatten(1)
    best = score.argmax(dim=1)
    rows = torch.arange(batch, device=points.device)
    chosen = best // len(_WIDTHS)
    share = mark[rows, chosen] * (keeping.flatten(1)[rows, best] ** _OBEDIENCE)[:, None]
    return places.flatten(1, 2)[rows, best], widths[best % len(_WIDTHS)], share


def _best_shifts(chances: Tensor, places: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
    """Of M arrangements (M, N, 2) with marks (M, N): the shift (B, M, 2) at which each fits best, and how
    well (B, M), a log-likelihood."""
    batch, count, height, width = chances.shape
    blurred = _blurred(chances, _SEARCH_WIDTH / 2)
    floor = 1 / (height * width)
    logs = torch.log(_TRUSTED * blurred + (1 - _TRUSTED) * floor)
    steps = torch.linspace(-_FURTHEST, _FURTHEST, _SHIFTS, device=chances.device)
    shifts = torch.stack(torch.meshgrid(steps, steps, indexing="xy"), dim=-1).reshape(-1, 2)
    arrangements = len(places)
    tried = (places[:, None] + shifts[None, :, None]).permute(2, 0, 1, 3).reshape(1, count, -1, 2)
    # every keypoint's map is looked up at its own tried places
    grid = tried.expand(batch, -1, -1, -1).reshape(batch * count, 1, -1, 2)
    found = F.grid_sample(
        logs.reshape(batch * count, 1, height, width), grid, align_corners=False, padding_mode="border"
    ).view(batch, count, arrangements, -1)
    outside = (tried.abs() > 1.05).any(dim=-1).view(1, count, arrangements, -1)
    found = found.masked_fill(outside, math.log((1 - _TRUSTED) * floor))
    total = torch.einsum("bnms,mn->bms", found, marks) - (shifts.norm(dim=1) / _SHIFT_WIDTH).square() / 2
    value, index = total.max(dim=2)
    return shifts[index], value


def _maximised(
    chances: Tensor, offsets: Tensor, start: Tensor, marks: Tensor, widths: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Affine maps by expectation and maximisation, for each of A arrangements and W widths.

    Args:
        chances: (B, N, h, w).
        offsets: (B, A, N, 2) from the arrangement's middle.
        start: (B, A, 1, 2) where the middle begins.
        marks: (B, A, N).
        widths: (W,).

    Returns:
        Expected places (B, A, W, N, 2), log-likelihoods (B, A, W), and the share of the marked points that
        keep to the arrangement (B, A, W).
    """
    height, width = chances.shape[-2:]
    device = chances.device
    ys, xs = _centres(height, device), _centres(width, device)
    cell, floor = 4 / (height * width), 1 / (height * width)
    shape = (*offsets.shape[:2], len(widths), *offsets.shape[2:])
    design = torch.cat([offsets, torch.ones_like(offsets[..., :1])], dim=-1)[:, :, None].expand(*shape[:4], 3)
    begin = torch.cat([torch.eye(2, device=device).expand(*start.shape[:2], 2, 2), start], dim=2)
    begin = begin[:, :, None].expand(*shape[:3], 3, 2)
    mark = marks[:, :, None].expand(shape[:4])
    held = torch.diag_embed(
        torch.tensor([1.0, 1.0, 0.0], device=device) * (_STIFFNESS * mark.sum(dim=3, keepdim=True))
    )
    tiny = 1e-6 * torch.eye(3, device=device)
    two_squares = 2 * widths.square()[:, None, None]
    places = design @ begin
    for step in range(_ROUNDS):
        by_x = torch.exp(-((xs - places[..., :1]).square()) / two_squares)
        by_y = torch.exp(-((ys - places[..., 1:]).square()) / two_squares)
        # the chance near the expected place, and its centre: the Gaussian is a product of rows and columns
        rows = torch.einsum("bnyx,bawnx->bawny", chances, by_x)
        columns = torch.einsum("bnyx,bawny->bawnx", chances, by_y)
        near = (rows * by_y).sum(dim=-1)
        scale = cell / (math.pi * two_squares[..., 0])
        kept = _TRUSTED * near * scale
        if step == _ROUNDS - 1:
            break
        safe = near.clamp(min=1e-12)
        found = torch.stack(
            [(columns * by_x * xs).sum(dim=-1) / safe, (rows * by_y * ys).sum(dim=-1) / safe], dim=-1
        )
        believed = (kept / (kept + (1 - _TRUSTED) * floor) * mark)[..., None]
        normal = design.transpose(-1, -2) @ (believed * design) + held + tiny
        wanted = design.transpose(-1, -2) @ (believed * found) + held @ begin
        places = design @ torch.linalg.solve(normal, wanted)
    likelihood = (torch.log(kept + (1 - _TRUSTED) * floor) * mark).sum(dim=-1)
    keeping = (kept / (kept + (1 - _TRUSTED) * floor) * mark).sum(dim=-1) / mark.sum(dim=-1)
    return places, likelihood, keeping


def _loss_of_height(
    chances: Tensor, expected: Tensor, spread: Tensor, used: Tensor, strength: float
) -> Tensor:
    """What each place loses, (B, N, H, W) of cosine, at least 0: nothing where it is expected."""
    height, width = chances.shape[-2:]
    ys, xs = _centres(height, chances.device), _centres(width, chances.device)
    squares = 2 * spread.square()[:, None, None]
    by_x = torch.exp(-((xs - expected[..., :1]).square()) / squares)
    by_y = torch.exp(-((ys - expected[..., 1:]).square()) / squares)
    highest = _TRUSTED * (4 / (height * width)) / (math.pi * squares[..., None])
    rest = (1 - _TRUSTED) / (height * width)
    density = by_y[..., :, None] * by_x[..., None, :]
    loss = torch.log1p(highest / rest) - torch.log1p(density * (highest / rest))
    peak = chances.flatten(2).argmax(dim=2)
    peak_x, peak_y = xs[peak % width], ys[peak // width]
    near_x = torch.exp(-((xs - peak_x[..., None]).square()) / (2 * _NEAR**2))
    near_y = torch.exp(-((ys - peak_y[..., None]).square()) / (2 * _NEAR**2))
    sure = torch.einsum("bnyx,bnx,bny->bn", chances, near_x, near_y).clamp(max=1.0)
    return loss * (strength * (1 - sure) ** _DOUBT * used)[..., None, None]


def _centres(cells: int, device: torch.device) -> Tensor:
    """(cells,) normalised places of the centres of a row or column of cells."""
    return (torch.arange(cells, device=device) + 0.5) / cells * 2 - 1


def _blurred(maps: Tensor, share: float) -> Tensor:
    """(B, N, h, w) blurred by a Gaussian whose standard deviation is a share of the side."""
    for axis in (-1, -2):
        size = maps.shape[axis]
        at = torch.arange(size, device=maps.device, dtype=maps.dtype)
        kernel = torch.exp(-((at[:, None] - at[None, :]) ** 2) / (2 * (share * size) ** 2))
        kernel = kernel / kernel.sum(dim=0).max()
        maps = maps @ kernel if axis == -1 else kernel @ maps
    return maps
