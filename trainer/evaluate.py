"""Evaluation by episodes: one or several supports, some queries, PCK (gkdt.md section 9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.errors import DatasetError
from gkdt_core.geometry import REGION_SCALE, ImageToInput, object_region
from gkdt_core.inference.decode import Decode, decode_heatmaps
from gkdt_core.inference.preprocess import normalise, region_to_input
from gkdt_core.media.images import read_image
from gkdt_core.metrics.pck import FloatArray, correct_keypoints, pck
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLite
from gkdt_core.model.prompt_encoder import visual_prototypes
from gkdt_core.model.tokenizer import ClipTokenizer
from trainer.data.dataset import CategoryData

THRESHOLDS = (0.05, 0.1, 0.2)
BASELINE = "training_free"
_QUERY_BATCH = 32

Measures = dict[str, float]
Results = dict[str, dict[str, dict[str, Measures]]]
"""dataset -> category -> prompt -> measures in percent."""


@dataclass(frozen=True, slots=True)
class EvaluationConfig:
    """How to evaluate.

    Attributes:
        prompts: Which prompts; "training_free" is the baseline.
        episodes: Episodes per category.
        queries: Queries in an episode.
        shots: Supports in an episode.
        seed: Of the draws.
        box_scale: How much larger than the ground-truth box the (square) region is.
        decode: How heatmaps become points.
    """

    prompts: tuple[str, ...] = ("visual", "text", "both")
    episodes: int = 100
    queries: int = 8
    shots: int = 1
    seed: int = 0
    box_scale: float = REGION_SCALE
    decode: Decode = Decode.SUBPIXEL


class Matcher(Protocol):
    """Something that finds keypoints in encoded regions."""

    input_size: int

    def encode(self, pixels: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, C, h, w)."""

    def heatmaps(
        self,
        queries: Tensor,
        supports: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
    ) -> tuple[Tensor, Tensor]:
        """Query features (Q, C, h, w), supports (K, ...), their points (K, N, 2) normalised and mask (K, N),
        and the keypoints' names -> heatmaps (Q, N, H, W), valid (N,)."""


class GkdtMatcher:
    """The network, prompted as asked."""

    def __init__(self, model: Gkdt) -> None:
        self.model = model
        self.input_size = model.config.input_size
        self._tokenizer = ClipTokenizer(model.config.text_encoder.context_length)
        self._texts: dict[tuple[str, ...], Tensor] = {}

    def encode(self, pixels: Tensor) -> Tensor:
        return self.model.encode_image(pixels)

    def heatmaps(
        self,
        queries: Tensor,
        supports: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
    ) -> tuple[Tensor, Tensor]:
        text = visual = visual_valid = None
        if prompt in ("visual", "both"):
            visual, visual_valid = self.model.visual_prototypes(supports, points, mask)
        if prompt in ("text", "both"):
            text = self._text(tuple(texts), queries.device)
        maps = self.model.detect(queries, text, None, visual, visual_valid)
        return maps.fused, maps.valid

    def _text(self, texts: tuple[str, ...], device: torch.device) -> Tensor:
        if texts not in self._texts:
            self._texts[texts] = self.model.encode_text(self._tokenizer.batch(texts).to(device))
        return self._texts[texts]


class TrainingFreeMatcher:
    """The baseline: cosine between ImageNet features and the supports' mean feature, nothing learnt.

    The trunk's maps at stride 8, 16 and 32 are enlarged to stride 8, each normalised, and put side by side.
    """

    def __init__(self, trunk: EfficientNetLite, input_size: int) -> None:
        self.trunk = trunk
        self.input_size = input_size

    def encode(self, pixels: Tensor) -> Tensor:
        maps = self.trunk(pixels)
        size = maps[0].shape[-2:]
        return torch.cat(
            [
                F.normalize(F.interpolate(m, size=size, mode="bilinear", align_corners=False), dim=1)
                for m in maps
            ],
            dim=1,
        )

    def heatmaps(
        self,
        queries: Tensor,
        supports: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
    ) -> tuple[Tensor, Tensor]:
        prototypes, valid = visual_prototypes(
            supports, points, mask, input_size=self.input_size, sigma=self.input_size * 14 / 384
        )
        large = F.interpolate(queries, scale_factor=2, mode="bilinear", align_corners=False)
        return torch.einsum("nc,qchw->qnhw", F.normalize(prototypes, dim=1), F.normalize(large, dim=1)), valid


@dataclass(frozen=True, slots=True, eq=False)
class EncodedCategory:
    """Every instance of a category, encoded once.

    Attributes:
        data: The category and its samples.
        features: (M, C, h, w) float16, on the CPU.
        transforms: Of each region.
    """

    data: CategoryData
    features: Tensor
    transforms: tuple[ImageToInput, ...]


@torch.inference_mode()
def encode_category(
    matcher: Matcher, data: CategoryData, box_scale: float, device: torch.device, batch: int = 16
) -> EncodedCategory:
    """Encodes the squared, enlarged box of each instance exactly as inference does."""
    features, transforms = [], []
    for first in range(0, len(data.samples), batch):
        pixels = []
        for sample in data.samples[first : first + batch]:
            region = object_region(sample.box, box_scale)
            cut, transform = region_to_input(read_image(sample.path), region, matcher.input_size)
            pixels.append(cut)
            transforms.append(transform)
        tensor = normalise(np.stack(pixels)).to(device).contiguous(memory_format=torch.channels_last)
        features.append(matcher.encode(tensor).half().cpu())
    return EncodedCategory(data, torch.cat(features), tuple(transforms))


def draw_episodes(
    count: int, config: EvaluationConfig, rng: np.random.Generator
) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """(supports, queries) of each episode among `count` instances; fewer queries where there are few."""
    size = min(count, config.shots + config.queries)
    episodes = []
    for _ in range(config.episodes):
        order = rng.permutation(count)[:size]
        episodes.append((order[: config.shots], order[config.shots :]))
    return episodes


@torch.inference_mode()
def evaluate_category(
    matcher: Matcher, encoded: EncodedCategory, prompt: str, config: EvaluationConfig, device: torch.device
) -> Measures:
    """PCK in percent, the mean over episodes, NaN where none counted; and how many episodes counted."""
    samples = encoded.data.samples
    truth = np.stack([sample.keypoints for sample in samples])
    visible = np.stack([sample.visible for sample in samples])
    longer = np.array([sample.box.longer_side for sample in samples])
    rng = np.random.default_rng(config.seed)
    rates: dict[float, list[float]] = {threshold: [] for threshold in THRESHOLDS}
    everything = np.arange(len(samples))
    # Text needs no support, so it is asked once; the same queries are scored as with the other prompts.
    by_text = (
        _predict(matcher, encoded, everything[:0], everything, prompt, config, device)
        if prompt == "text"
        else None
    )
    for supports, queries in draw_episodes(len(samples), config, rng):
        if by_text is not None:
            predicted, promptable = by_text[0][queries], by_text[2]
        else:
            predicted, _, promptable = _predict(matcher, encoded, supports, queries, prompt, config, device)
        counted = visible[queries] & promptable[None]
        if not counted.any():
            continue
        for threshold in THRESHOLDS:
            rates[threshold].append(pck(predicted, truth[queries], counted, longer[queries], threshold))
    measures = {
        f"pck@{t:g}": round(100 * float(np.mean(r)), 2) if r else float("nan") for t, r in rates.items()
    }
    return {**measures, "episodes": len(rates[THRESHOLDS[0]])}


def _predict(
    matcher: Matcher,
    encoded: EncodedCategory,
    supports: NDArray[np.intp],
    queries: NDArray[np.intp],
    prompt: str,
    config: EvaluationConfig,
    device: torch.device,
) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """Points (Q, N, 2) in image coordinates, peaks (Q, N), and which keypoints (N,) were prompted."""
    names = encoded.data.category.keypoints
    points = np.zeros((len(supports), len(names), 2), np.float32)
    mask = np.zeros((len(supports), len(names)), np.float32)
    for row, index in enumerate(supports):
        sample = encoded.data.samples[index]
        points[row] = encoded.transforms[index].image_to_norm(np.nan_to_num(sample.keypoints))
        mask[row] = sample.visible
    support_features = encoded.features[supports].to(device).float()
    found, heights, valid = [], [], torch.ones(len(names), dtype=torch.bool)
    for first in range(0, len(queries), _QUERY_BATCH):
        part = encoded.features[queries[first : first + _QUERY_BATCH]].to(device).float()
        maps, valid = matcher.heatmaps(
            part,
            support_features,
            torch.from_numpy(points).to(device),
            torch.from_numpy(mask).to(device),
            names,
            prompt,
        )
        norm, peaks = decode_heatmaps(maps, config.decode)
        found.append(norm.cpu().numpy())
        heights.append(peaks.cpu().numpy())
    place = [
        encoded.transforms[query].norm_to_image(norm)
        for query, norm in zip(queries, np.concatenate(found), strict=True)
    ]
    peak_rows = np.concatenate(heights).astype(np.float64)
    return np.stack(place).astype(np.float64), peak_rows, valid.cpu().numpy()


@torch.inference_mode()
def peaks_and_hits(
    matcher: Matcher,
    encoded: EncodedCategory,
    prompt: str,
    threshold: float,
    config: EvaluationConfig,
    device: torch.device,
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Of every visible, prompted keypoint of every query: the heatmap's peak, and whether it is right."""
    samples = encoded.data.samples
    rng = np.random.default_rng(config.seed)
    peaks, hits = [], []
    for supports, queries in draw_episodes(len(samples), config, rng):
        predicted, heights, promptable = _predict(matcher, encoded, supports, queries, prompt, config, device)
        counted = np.stack([samples[q].visible for q in queries]) & promptable[None]
        right = correct_keypoints(
            predicted,
            np.stack([samples[q].keypoints for q in queries]),
            np.array([samples[q].box.longer_side for q in queries]),
            threshold,
        )
        peaks.append(heights[counted])
        hits.append(right[counted])
    return np.concatenate(peaks), np.concatenate(hits)


def evaluate(
    matchers: Mapping[str, Matcher],
    categories: Sequence[CategoryData],
    config: EvaluationConfig,
    device: torch.device,
    report: Callable[[str, str, str, Measures], None] = lambda *_: None,
) -> dict[str, Any]:
    """Measures per dataset, category and prompt, and their means over the datasets.

    Args:
        matchers: For each prompt the one that answers it.
        categories: What to evaluate on.
        config: How.
        device: Of the matchers.
        report: Called with dataset, category, prompt and measures as they come.

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
                    encoded[id(matcher)] = encode_category(matcher, data, config.box_scale, device)
                measures = evaluate_category(matcher, encoded[id(matcher)], prompt, config, device)
                sets.setdefault(data.dataset, {}).setdefault(data.category.name, {})[prompt] = measures
                report(data.dataset, data.category.name, prompt, measures)
    if not sets:
        raise DatasetError(
            f"No category has the {config.shots + 1} instances that an episode needs.",
            hint="Annotate more instances or use fewer supports.",
        )
    return {"sets": sets, "mean": {prompt: mean_over_sets(sets, prompt) for prompt in config.prompts}}


def mean_over_sets(results: Results, prompt: str) -> Measures:
    """The mean over datasets of the mean over their categories.

    A category of which no episode counted (no query shows a keypoint that a support marks) is left out.
    """
    means = {}
    for threshold in THRESHOLDS:
        key = f"pck@{threshold:g}"
        per_set = [_mean([m[prompt][key] for m in by_category.values()]) for by_category in results.values()]
        means[key] = round(_mean(per_set), 2)
    return means


def _mean(values: Sequence[float]) -> float:
    """The mean of the numbers among `values`; NaN where there is none."""
    known = [value for value in values if np.isfinite(value)]
    return float(np.mean(known)) if known else float("nan")
