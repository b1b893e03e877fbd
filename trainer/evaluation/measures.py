"""What answers are worth: PCK, exchanged sides, and how far scores can be believed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.metrics.pck import FloatArray, pck
from trainer.calibration import CALIBRATED_THRESHOLD, Knots, Reliability, reliability
from trainer.evaluation.answers import Answers

THRESHOLDS = (0.02, 0.05, 0.1, 0.2)
CONFUSED = "left_right"
CONFUSION_THRESHOLD = 0.1
_RELIABILITY_SHARE = 400  # predictions of a category and prompt, lest the largest speak for all
Measures = dict[str, float]
Results = dict[str, dict[str, dict[str, Measures]]]
"""dataset -> category -> prompt -> measures in percent."""


def measures_of(episodes: Iterable[Answers], pairs: Sequence[tuple[int, int]]) -> Measures:
    """PCK in percent, the mean over episodes, NaN where none counted; and how many episodes counted.

    With left-right `pairs` also how many percent of their points are exchanged: of those whose partner is
    visible too, the share that is nearer to the partner's place than to its own and right at PCK@0.1 there.
    """
    rates: dict[float, list[float]] = {threshold: [] for threshold in THRESHOLDS}
    exchanged: list[float] = []
    for found in episodes:
        for threshold in THRESHOLDS:
            rates[threshold].append(pck(found.predicted, found.truth, found.counted, found.longer, threshold))
        able, taken = exchanged_points(found, pairs)
        exchanged.extend(taken[able].tolist())
    measures = {
        f"pck@{t:g}": round(100 * float(np.mean(r)), 2) if r else float("nan") for t, r in rates.items()
    }
    if pairs:
        measures[CONFUSED] = round(100 * float(np.mean(exchanged)), 2) if exchanged else float("nan")
    return {**measures, "episodes": len(rates[THRESHOLDS[0]])}


def exchanged_points(
    found: Answers, pairs: Sequence[tuple[int, int]]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(Q, N) which points could be taken for their left-right partners, and (Q, N) which of them are."""
    if not pairs:
        return np.zeros_like(found.counted), np.zeros_like(found.counted)
    order = np.arange(found.truth.shape[1])
    left, right = np.array(pairs).T
    order[left], order[right] = right, left
    seen = np.asarray(np.isfinite(found.truth).all(axis=-1))
    able = found.counted & seen[:, order] & (order != np.arange(len(order)))
    own = np.linalg.norm(found.predicted - found.truth, axis=-1)
    other = np.linalg.norm(found.predicted - found.truth[:, order], axis=-1)
    taken = (other < own) & (other <= CONFUSION_THRESHOLD * found.longer[:, None])
    return np.asarray(able), np.asarray(taken & able)


def pooled_peaks_and_hits(
    episodes: Sequence[Answers], threshold: float
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """`peaks_and_hits` of answers at hand."""
    if not episodes:
        return np.zeros(0), np.zeros(0, np.bool_)
    peaks = np.concatenate([one.peaks[one.counted] for one in episodes])
    return peaks, np.concatenate([one.right(threshold)[one.counted] for one in episodes])


@dataclass(slots=True)
class ScoreCollection:
    """Scores and hits of every prompt, as many of each category.

    Attributes:
        knots: The model's calibration; empty where the peaks are the scores.
        by_prompt: What stands in for it by kind of prompt.
        found: For each prompt the (M,) scores and (M,) hits of each category.
    """

    knots: Knots
    by_prompt: Mapping[str, Knots] = field(default_factory=dict)
    found: dict[str, list[tuple[FloatArray, NDArray[np.bool_]]]] = field(default_factory=dict)

    def add(self, prompt: str, episodes: Sequence[Answers]) -> None:
        """Takes up what was answered about one category."""
        _, hits = pooled_peaks_and_hits(episodes, CALIBRATED_THRESHOLD)
        scores = [one.scores(self.knots, self.by_prompt)[one.counted] for one in episodes]
        chosen = np.random.default_rng(0).permutation(len(hits))[:_RELIABILITY_SHARE]
        pooled = np.concatenate([np.zeros(0), *scores])
        self.found.setdefault(prompt, []).append((pooled[chosen], hits[chosen]))

    def results(self) -> dict[str, Any]:
        """The reliability over everything, and "by_prompt"; for JSON."""
        parts = {prompt: _pooled(found) for prompt, found in self.found.items()}
        whole = _pooled([one for found in self.found.values() for one in found])
        return {
            "threshold": CALIBRATED_THRESHOLD,
            **whole.to_dict(),
            "by_prompt": {prompt: part.to_dict() for prompt, part in parts.items()},
        }


def _pooled(found: Sequence[tuple[FloatArray, NDArray[np.bool_]]]) -> Reliability:
    return reliability(np.concatenate([s for s, _ in found]), np.concatenate([h for _, h in found]))


def mean_over_sets(results: Results, prompt: str) -> Measures:
    """The mean over datasets of the mean over their categories, of every measure that any of them has.

    A category of which no episode counted (no query shows a keypoint that a support marks) is left out, and
    one without left-right pairs says nothing about their confusion.
    """
    every = [measures[prompt] for by_category in results.values() for measures in by_category.values()]
    keys = [f"pck@{threshold:g}" for threshold in THRESHOLDS]
    if any(CONFUSED in measures for measures in every):
        keys.append(CONFUSED)
    means = {}
    for key in keys:
        per_set = [
            _mean([m[prompt].get(key, math.nan) for m in by_category.values()])
            for by_category in results.values()
        ]
        means[key] = round(_mean(per_set), 2)
    return means


def _mean(values: Sequence[float]) -> float:
    """The mean of the numbers among `values`; NaN where there is none."""
    known = [value for value in values if np.isfinite(value)]
    return float(np.mean(known)) if known else float("nan")
