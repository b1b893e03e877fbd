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
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.model.peaks import highest_cells

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
        maps: (B, N, S, S) cosines; the model's input is square.
        arrangement: Of the supports that prompt them. Supports with fewer than three points have no say, and
            a keypoint that the chosen support does not mark stays as it is.
        strength: How much the arrangement counts beside the heatmaps; 0 gives them back.
        logit_scale: The factor that makes logits of cosines, as the model was trained with.

    Returns:
        (B, N, S, S) of the type of `maps`.
    """
    telling = arrangement.marked.sum(dim=1) >= LEAST_POINTS
    if strength <= 0 or not bool(telling.any()):
        return maps
    points, marked = arrangement.points[telling].float(), arrangement.marked[telling].float()
    cosines = maps.float()
    chances = torch.softmax(cosines.flatten(2) * logit_scale, dim=2).view(maps.shape)
    expected, spread, used = _fit(_small(chances), points, marked)
    return _lowered(cosines, chances, expected, spread, used, strength / logit_scale).to(maps.dtype)


def _small(chances: Tensor) -> Tensor:
    """(B, N, S, S) chances summed into as few cells as the fit looks at."""
    side = chances.shape[-1]
    if side <= _SEARCH_CELLS:
        return chances
    return F.adaptive_avg_pool2d(chances, _SEARCH_CELLS) * (side / _SEARCH_CELLS) ** 2


def _fit(chances: Tensor, points: Tensor, marked: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Chances (B, N, s, s), supports (K, N, 2) and (K, N) -> expected places (B, N, 2), widths (B,), and
    what the arrangement counts for each keypoint (B, N), 0 where it says nothing."""
    # the arrangements to try: each support and its mirror image, as offsets from its middle
    weight = marked[..., None]
    middle = (points * weight).sum(dim=1, keepdim=True) / weight.sum(dim=1, keepdim=True)
    offset = (points - middle) * weight
    fixed = _fixed(chances.shape[-1], chances.device)
    offsets = torch.cat([offset, offset * fixed.mirror])
    middles, marks = torch.cat([middle, middle]), torch.cat([marked, marked])
    shift, fitness = _best_shifts(chances, offsets + middles, marks, fixed)  # (B, M, 2), (B, M)
    fitness[:, len(points) :] -= _MIRROR_COST
    # the two likeliest arrangements of each image go on, with every width
    kept = fitness.topk(min(2, fitness.shape[1]), dim=1).indices  # (B, A)
    start = middles[kept, 0] + shift.gather(1, kept[..., None].expand(-1, -1, 2))  # (B, A, 2)
    mark = marks[kept]  # (B, A, N)
    places, likelihood, keeping = _maximised(chances, offsets[kept], start, mark, fixed)
    cost = (kept >= len(points)) * _MIRROR_COST
    score = likelihood - cost[..., None] - fixed.narrow * mark.sum(dim=2, keepdim=True)
    best = score.flatten(1).argmax(dim=1, keepdim=True)  # (B, 1)
    count = mark.shape[2]
    place = places.flatten(1, 2).gather(1, best[..., None, None].expand(-1, -1, count, 2))[:, 0]
    share = keeping.flatten(1).gather(1, best) ** _OBEDIENCE
    chosen = mark.gather(1, (best // len(_WIDTHS))[..., None].expand(-1, -1, count))[:, 0]
    return place, fixed.widths[best[:, 0] % len(_WIDTHS)], chosen * share


@dataclass(frozen=True, slots=True, eq=False)
class _Fixed:
    """What the fit to maps of one size needs whatever is in them.

    Attributes:
        blur: (s, s) blurs a row.
        shifts: (S, 2) to be tried, and `unlikely` (S,), what each costs of log-likelihood.
        cells: (s,) the places of a row's cells; `moments` (s, 2), ones and these.
        widths: (W,), `narrow` (W,), what each costs for a point, `scale` (W,), of a Gaussian over the cells,
            and `narrowness` (W, 1), the factor of squared distances in its exponent.
        mirror: (2,) turns x.
        held: (3, 3) how much an affine map keeps to where it began, for each marked point.
        tiny: (3, 3) keeps the normal equations solvable.
        begin: (2, 2) an affine map's linear part to begin with.
    """

    blur: Tensor
    shifts: Tensor
    unlikely: Tensor
    cells: Tensor
    moments: Tensor
    widths: Tensor
    narrow: Tensor
    scale: Tensor
    narrowness: Tensor
    mirror: Tensor
    held: Tensor
    tiny: Tensor
    begin: Tensor


@lru_cache(maxsize=16)
def _fixed(side: int, device: torch.device) -> _Fixed:
    with torch.inference_mode(False):  # what is kept must serve callers outside of it too
        steps = torch.linspace(-_FURTHEST, _FURTHEST, _SHIFTS, device=device)
        shifts = torch.stack(torch.meshgrid(steps, steps, indexing="xy"), dim=-1).reshape(-1, 2)
        widths = torch.tensor(_WIDTHS, device=device)
        cells = _centres(side, device)
        return _Fixed(
            blur=_blur(side, _SEARCH_WIDTH / 2, device),
            shifts=shifts,
            unlikely=(shifts.norm(dim=1) / _SHIFT_WIDTH).square() / 2,
            cells=cells,
            moments=torch.stack([torch.ones_like(cells), cells], dim=1),
            widths=widths,
            narrow=_WIDTH_COST * torch.log(widths[-1] / widths),
            scale=4 / side**2 / (math.pi * 2 * widths.square()),
            narrowness=(-0.5 / widths.square())[:, None],
            mirror=torch.tensor([-1.0, 1.0], device=device),
            held=_STIFFNESS * torch.diag(torch.tensor([1.0, 1.0, 0.0], device=device)),
            tiny=1e-6 * torch.eye(3, device=device),
            begin=torch.eye(2, device=device),
        )


def _best_shifts(chances: Tensor, places: Tensor, marks: Tensor, fixed: _Fixed) -> tuple[Tensor, Tensor]:
    """Of M arrangements (M, N, 2) with marks (M, N): the shift (B, M, 2) at which each fits best, and how
    well (B, M), a log-likelihood."""
    batch, count, side, _ = chances.shape
    floor = (1 - _TRUSTED) / side**2
    logs = torch.log((fixed.blur.t() @ (chances @ fixed.blur)).mul_(_TRUSTED).add_(floor))
    tried = (places.transpose(0, 1)[:, :, None] + fixed.shifts)[None]  # (1, N, M, S, 2)
    # every keypoint's map is looked up at its own tried places
    grid = tried.expand(batch, -1, -1, -1, -1).reshape(batch * count, len(places), -1, 2)
    found = F.grid_sample(
        logs.view(batch * count, 1, side, side), grid, align_corners=False, padding_mode="border"
    ).view(batch, count, len(places), -1)
    found = torch.where((tried.abs() > 1.05).any(dim=-1), math.log(floor), found)
    total = (found * marks.t()[..., None]).sum(dim=1) - fixed.unlikely
    value, index = total.max(dim=2)
    return fixed.shifts[index], value


def _maximised(
    chances: Tensor, offsets: Tensor, start: Tensor, marks: Tensor, fixed: _Fixed
) -> tuple[Tensor, Tensor, Tensor]:
    """Affine maps by expectation and maximisation, for each of A arrangements and W widths.

    Args:
        chances: (B, N, s, s).
        offsets: (B, A, N, 2) from the arrangement's middle.
        start: (B, A, 2) where the middle begins.
        marks: (B, A, N).
        fixed: Of maps of this size.

    Returns:
        Expected places (B, A, W, N, 2), log-likelihoods (B, A, W), and the share of the marked points that
        keep to the arrangement (B, A, W).
    """
    batch, tried, count = marks.shape
    widths = len(fixed.widths)
    floor = (1 - _TRUSTED) / chances.shape[-1] ** 2
    both_ways = torch.stack([chances.transpose(2, 3), chances])
    design = F.pad(offsets, (0, 1), value=1.0)  # (B, A, N, 3)
    squares = (design[..., :, None] * design[..., None, :]).flatten(-2)  # (B, A, N, 9)
    begin = torch.cat([fixed.begin.expand(batch, tried, 2, 2), start[:, :, None]], dim=2)  # (B, A, 3, 2)
    number = marks.sum(dim=2)[..., None]  # (B, A, 1)
    held = fixed.held * number[..., None]  # (B, A, 3, 3)
    stiff, pulled = (held + fixed.tiny)[:, :, None], (held @ begin)[:, :, None]
    mark = marks.transpose(1, 2)[..., None]  # (B, N, A, 1)
    worth = mark * (_TRUSTED * fixed.scale)  # (B, N, A, W)
    places = (design @ begin)[:, :, None].expand(-1, -1, widths, -1, -1)  # (B, A, W, N, 2)
    for step in range(_ROUNDS):
        # x, then y: each keypoint's map is multiplied with the Gaussian's columns, and with its rows
        at = places.permute(4, 0, 3, 1, 2)[..., None]  # (2, B, N, A, W, 1)
        gauss = torch.exp((fixed.cells - at).square_().mul_(fixed.narrowness)).flatten(3, 4)
        # the chance near the expected place, and its moments, y first: a Gaussian is columns times rows
        sums = ((gauss @ both_ways) * gauss.flip(0)) @ fixed.moments  # (2, B, N, A W, 2)
        sums = sums.view(2, batch, count, tried, widths, 2)
        near = sums[0, ..., 0]
        chance = near * worth + floor  # (B, N, A, W)
        if step == _ROUNDS - 1:
            break
        share = (worth / chance).permute(0, 2, 3, 1)  # (B, A, W, N)
        believed = share * near.permute(0, 2, 3, 1)
        found = sums[..., 1].flip(0).permute(1, 3, 4, 0, 2) * share[:, :, :, None]  # (B, A, W, 2, N)
        normal = (believed @ squares).view(batch, tried, widths, 3, 3) + stiff
        wanted = (found @ design[:, :, None]).transpose(-1, -2) + pulled
        places = design[:, :, None] @ torch.linalg.solve_ex(normal, wanted).result
    likelihood = (torch.log(chance) * mark).sum(dim=1)
    return places, likelihood, ((near * worth) / chance).sum(dim=1) / number


def _lowered(
    maps: Tensor, chances: Tensor, expected: Tensor, spread: Tensor, used: Tensor, strength: float
) -> Tensor:
    """Maps (B, N, S, S) less what each place loses of cosine, at least 0: nothing where it is expected."""
    centres = _centres(maps.shape[-1], maps.device)
    squares = 2 * spread.square()[:, None, None]
    # how much likelier than anywhere a place is: (B, 1, 1) at the expected one
    highest = _TRUSTED / (1 - _TRUSTED) * 4 / (math.pi * squares)
    by_x, by_y = torch.exp(-((centres - expected.movedim(-1, 0)[..., None]).square()) / squares).unbind()
    column, row, _ = highest_cells(maps)
    winners = torch.stack([column, row])
    near_x, near_y = torch.exp(-((centres - centres[winners][..., None]).square()) / (2 * _NEAR**2)).unbind()
    sure = torch.einsum("bnyx,bnx,bny->bn", chances, near_x, near_y).clamp(max=1.0)
    counts = (strength * (1 - sure) ** _DOUBT * used)[..., None, None]
    # in place: large maps cost most where memory for them is new
    gain = by_y[..., :, None] * (by_x * highest)[..., None, :]
    gain.add_(1.0).log_().sub_(torch.log1p(highest)[..., None])
    return torch.addcmul(maps, gain, counts)


def _centres(cells: int, device: torch.device) -> Tensor:
    """(cells,) normalised places of the centres of a row or column of cells."""
    return (torch.arange(cells, device=device) + 0.5) / cells * 2 - 1


def _blur(cells: int, share: float, device: torch.device) -> Tensor:
    """(cells, cells) that blurs a row by a Gaussian whose standard deviation is a share of the side."""
    at = torch.arange(cells, device=device, dtype=torch.float32)
    kernel = torch.exp(-((at[:, None] - at[None, :]) ** 2) / (2 * (share * cells) ** 2))
    return kernel / kernel.sum(dim=0).max()
