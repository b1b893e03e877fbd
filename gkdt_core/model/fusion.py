"""How the heatmaps of words and of supports become one: by halves, or by what each of them knows.

The paper takes the mean. That is the default and needs nothing but the maps. It costs most where one modality
knows little: an unknown name's flat map shares the say with a support's good one, and a support that does not
tell left from right spoils a name that does.

"informed" weighs each keypoint of each image. A modality's weight is the square of three factors:

- the calibrated score of the keypoint's own peak: what the model's calibration says about such a map;
- the mean of these scores over the prompted keypoints of the image: one peak alone may flatter;
- for words, how far the supports bear them out: each support is an image on which the places are known, so
  the words are tried there, and where they find fewer marks than their scores claim they count for less.

The last one needs no measure of how new a name is: words that mean something else on this object are found
out, and so are words for a kind of object that the model never saw. The numbers below were chosen on
instances held out of the train splits, with their names, half of them exchanged, and wrong, meaningless and
permuted ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from gkdt_core.model.peaks import highest_cells

Fusion = Literal["mean", "informed"]
FUSIONS: tuple[Fusion, ...] = ("mean", "informed")
Knots = tuple[tuple[float, float], ...]
"""(peak, score) pairs of a calibration, peaks ascending."""

_FOUND = 0.08  # of the input's side: so near a mark a word has found it
_SLACK = 0.6  # of what scores claim that need be found: one support is few trials
_PRIOR = 0.25  # trials that went well before the first one
_TRUST_POWER = 4  # half of what was claimed makes a sixteenth of the trust
BORNE_OUT = 0.5
"""Words that supports trust less than this hardly count: what is left is the answer to the supports, and its
height means what theirs means."""
_LEAST = 1e-3  # of a score, so that weights never vanish together


@dataclass(frozen=True, slots=True)
class Informed:
    """What informed fusion goes by: a model's calibrations for prompts of words alone and of marks alone.

    Attributes:
        text, visual: Their knots.
    """

    text: Knots
    visual: Knots

    def text_share(
        self,
        text: Tensor,
        text_valid: Tensor | None,
        visual: Tensor,
        visual_valid: Tensor | None,
        trust: Tensor | None = None,
    ) -> Tensor:
        """What the words count for, (B, N) float32 in [0, 1], where both modalities prompt a keypoint.

        Args:
            text: (B, N, H, W) heatmaps of the words.
            text_valid: (N,) which keypoints they prompt; None for all.
            visual: (B, N, H, W) heatmaps of the supports.
            visual_valid: (N,) which keypoints they prompt; None for all.
            trust: () what `text_trust` gave; None for 1.
        """
        words = _weight(text, text_valid, self.text)
        marks = _weight(visual, visual_valid, self.visual)
        if trust is not None:
            words = words * trust.float()
        words, marks = words.square(), marks.square()
        return words / (words + marks)

    def text_trust(self, places: Tensor, peaks: Tensor, points: Tensor, asked: Tensor) -> Tensor:
        """How far supports bear the words out, () float32 in (0, 1].

        Args:
            places: (K, N, 2) where the words alone see the keypoints on each support, normalised.
            peaks: (K, N) how high.
            points: (K, N, 2) where they are marked, normalised.
            asked: (K, N) bool, marked there and prompted by words.
        """
        near = (places.float() - points.float()).norm(dim=-1) / 2 < _FOUND
        found = (near & asked).sum()
        claimed = (scores_at(peaks, self.text) * asked).sum()
        share = (found + _PRIOR) / (_SLACK * claimed + _PRIOR)
        trust: Tensor = share.clamp(max=1.0) ** _TRUST_POWER
        return trust


def informed_by(fusion: Fusion, by_prompt: Mapping[str, Knots]) -> Informed | None:
    """What a model fuses by; None for the mean, also of a model whose modalities are not both calibrated."""
    text, visual = by_prompt.get("text"), by_prompt.get("visual")
    return Informed(text, visual) if fusion == "informed" and text and visual else None


def scores_at(peaks: Tensor, knots: Sequence[tuple[float, float]]) -> Tensor:
    """Calibrated scores of heatmap maxima, float32 of their shape: linear between knots, constant outside."""
    at, score = torch.tensor(knots, dtype=torch.float32, device=peaks.device).t().contiguous()
    values = peaks.float().clamp(at[0], at[-1]).contiguous()
    after = torch.searchsorted(at, values).clamp(1, len(at) - 1)
    low, high = at[after - 1], at[after]
    part = (values - low) / (high - low)
    scores: Tensor = score[after - 1] + part * (score[after] - score[after - 1])
    return scores


def winning_cells(maps: Tensor) -> tuple[Tensor, Tensor]:
    """The centres of the winning cells of (B, N, H, W), normalised (B, N, 2), and their values (B, N)."""
    height, width = maps.shape[-2:]
    column, row, peaks = highest_cells(maps.float())
    centre = torch.stack((column, row), dim=-1) + 0.5
    size = torch.tensor((width, height), dtype=torch.float32, device=maps.device)
    return centre / size * 2 - 1, peaks


def _weight(maps: Tensor, valid: Tensor | None, knots: Knots) -> Tensor:
    """(B, N) score of each peak times the mean over the prompted keypoints of the image."""
    scores = scores_at(maps.flatten(2).amax(dim=-1), knots) + _LEAST
    prompted = torch.ones_like(scores[0]) if valid is None else valid.to(scores.dtype)
    mean = (scores * prompted).sum(dim=1, keepdim=True) / prompted.sum().clamp(min=1)
    return scores * mean
