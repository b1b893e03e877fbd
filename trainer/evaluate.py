"""Evaluation by episodes: one or several supports, some queries, PCK (gkdt.md section 9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from gkdt_core.errors import DatasetError
from gkdt_core.metrics.pck import FloatArray
from trainer.data.dataset import CategoryData
from trainer.evaluation.answers import Answers, answers, needed_samples
from trainer.evaluation.encoding import EncodedCategory, encode_category
from trainer.evaluation.matchers import Matcher
from trainer.evaluation.measures import (
    Measures,
    Results,
    ScoreCollection,
    mean_over_sets,
    measures_of,
    pooled_peaks_and_hits,
)
from trainer.evaluation.settings import BASELINE, EvaluationConfig, modality

Observer = Callable[[CategoryData, str, Sequence[Answers], Callable[[int], tuple[int, int]]], None]
"""Takes a category, a prompt, its answers, and what tells (height, width) in px of a sample's image."""


def evaluate_category(
    matcher: Matcher, encoded: EncodedCategory, prompt: str, config: EvaluationConfig, device: torch.device
) -> Measures:
    """See `measures_of`."""
    return measures_of(answers(matcher, encoded, prompt, config, device), encoded.data.category.pairs)


def peaks_and_hits(
    matcher: Matcher,
    encoded: EncodedCategory,
    prompt: str,
    threshold: float,
    config: EvaluationConfig,
    device: torch.device,
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Of every visible, prompted keypoint of every query: the heatmap's peak, and whether it is right."""
    found = list(answers(matcher, encoded, prompt, config, device))
    return pooled_peaks_and_hits(found, threshold)


def evaluate(
    matchers: Mapping[str, Matcher],
    categories: Sequence[CategoryData],
    config: EvaluationConfig,
    device: torch.device,
    report: Callable[[str, str, str, Measures], None] = lambda *_: None,
    *,
    scores: ScoreCollection | None = None,
    observe: Observer = lambda *_: None,
) -> dict[str, Any]:
    """Measures per dataset, category and prompt, and their means over the datasets.

    Args:
        matchers: For each prompt the one that answers it.
        categories: What to evaluate on.
        config: How.
        device: Of the matchers.
        report: Called with dataset, category, prompt and measures as they come.
        scores: Collects the model's scores, to say with "reliability" how well they tell what is right; None
            leaves it out. Other words than the keypoints' names and baselines are not among them.
        observe: Called with the category, the prompt, its answers, and what tells a sample's image size.

    Raises:
        DatasetError: No category has enough instances.
    """
    sets: Results = {}
    with torch.inference_mode():
        for data in categories:
            if len(data.samples) < config.shots + 1:
                continue
            encoded: dict[int, EncodedCategory] = {}
            for prompt in config.prompts:
                matcher = matchers[prompt]
                if id(matcher) not in encoded:
                    encoded[id(matcher)] = encode_category(
                        matcher,
                        data,
                        config.box_scale,
                        device,
                        needed=needed_samples(len(data.samples), config),
                        mirrored=config.looks.flip,
                    )
                found = list(answers(matcher, encoded[id(matcher)], prompt, config, device))
                measures = measures_of(found, data.category.pairs)
                sets.setdefault(data.dataset, {}).setdefault(data.category.name, {})[prompt] = measures
                report(data.dataset, data.category.name, prompt, measures)
                if scores is not None and prompt == modality(prompt) != BASELINE:
                    scores.add(prompt, found)
                observe(data, prompt, found, encoded[id(matcher)].image_hw_of)
    if not sets:
        raise DatasetError(
            f"No category has the {config.shots + 1} instances that an episode needs.",
            hint="Annotate more instances or use fewer supports.",
        )
    results: dict[str, Any] = {
        "sets": sets,
        "mean": {prompt: mean_over_sets(sets, prompt) for prompt in config.prompts},
    }
    if scores is not None:
        results["reliability"] = scores.results()
    return results
