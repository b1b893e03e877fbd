"""Episodes, and what is answered in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.geometry import object_region
from gkdt_core.inference.decode import decode_heatmaps
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import ImageFeatures
from gkdt_core.inference.looks import CloserPrompt, closer_prompt, combine_mirrored, refine
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.inference.results import Prediction
from gkdt_core.media.images import read_image
from gkdt_core.metrics.pck import FloatArray, correct_keypoints
from gkdt_core.model.fusion import BORNE_OUT
from trainer.calibration import Knots, apply_calibration
from trainer.data.dataset import Sample
from trainer.evaluation.encoding import EncodedCategory, regions_at_once
from trainer.evaluation.matchers import GkdtMatcher, Known, Matcher, Shown
from trainer.evaluation.settings import EvaluationConfig, modality

_CPU_QUERIES, _GPU_QUERIES = 8, 32
"""Asked at once."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What was predicted for the Q queries of one episode, beside the truth.

    Attributes:
        queries: (Q,) numbers of the samples.
        predicted: (Q, N, 2) image coordinates.
        peaks: (Q, N) raw maxima.
        truth: (Q, N, 2) image coordinates; NaN where not labelled.
        counted: (Q, N) bool, visible and prompted.
        longer: (Q,) px, of the boxes.
        supports: (K,) numbers of the samples that were shown; none for text.
        kind: Of prompt, whose calibration makes scores of the peaks.
    """

    queries: NDArray[np.intp]
    predicted: FloatArray
    peaks: FloatArray
    truth: FloatArray
    counted: NDArray[np.bool_]
    longer: FloatArray
    supports: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, np.intp))
    kind: str = ""

    def scores(self, knots: Knots, by_prompt: Mapping[str, Knots]) -> FloatArray:
        """(Q, N) calibrated scores: by the calibration of their kind of prompt, else by `knots`."""
        chosen = by_prompt.get(self.kind, knots)
        return apply_calibration(self.peaks.ravel(), chosen).reshape(self.peaks.shape)

    def right(self, threshold: float) -> NDArray[np.bool_]:
        """(Q, N) which points are right at a threshold of PCK."""
        return correct_keypoints(self.predicted, self.truth, self.longer, threshold)


@torch.inference_mode()
def answers(
    matcher: Matcher, encoded: EncodedCategory, prompt: str, config: EvaluationConfig, device: torch.device
) -> Iterator[Answers]:
    """The answers of each episode in which anything counts."""
    samples = encoded.data.samples
    truth = np.stack([sample.keypoints for sample in samples])
    visible = np.stack([sample.visible for sample in samples])
    longer = np.array([sample.box.longer_side for sample in samples])
    episodes = draw_episodes(len(samples), config, np.random.default_rng(config.seed))
    asker = _Asker(matcher, encoded, prompt, config, device, episodes)
    for supports, queries in episodes:
        predicted, peaks, promptable = asker.ask(supports, queries)
        counted = visible[queries] & promptable[None]
        if counted.any():
            shown = supports[:0] if modality(prompt) == "text" else supports
            kind = asker.kind(supports)
            yield Answers(queries, predicted, peaks, truth[queries], counted, longer[queries], shown, kind)


class _Asker:
    """Predicts the queries of one category.

    Nothing is predicted twice: small categories draw the same supports again, with some of the same queries,
    and words need no support at all. All queries of the same supports are asked together.
    """

    def __init__(
        self,
        matcher: Matcher,
        encoded: EncodedCategory,
        prompt: str,
        config: EvaluationConfig,
        device: torch.device,
        episodes: Sequence[tuple[NDArray[np.intp], NDArray[np.intp]]],
    ) -> None:
        self._matcher, self._encoded, self._prompt = matcher, encoded, modality(prompt)
        self._config, self._device = config, device
        self._texts = config.texts(prompt, encoded.data)
        # of each choice of supports the queries, a dict for a set that keeps their order
        self._queries: dict[tuple[int, ...], dict[int, None]] = {}
        for supports, queries in episodes:
            self._queries.setdefault(self._shots(supports), {}).update(dict.fromkeys(queries.tolist()))
        self._supports = sorted({support for supports in self._queries for support in supports})
        self._shown = self._all_shown()
        self._found: dict[tuple[int, ...], dict[int, tuple[FloatArray, FloatArray]]] = {}

    def ask(
        self, supports: NDArray[np.intp], queries: NDArray[np.intp]
    ) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
        """Points (Q, N, 2) in image coordinates, peaks (Q, N), and which keypoints (N,) were prompted."""
        shots = self._shots(supports)
        if shots not in self._found:
            every = list(self._queries[shots])
            points, peaks = self._predict(shots, np.array(every, np.intp))
            self._found[shots] = dict(zip(every, zip(points, peaks, strict=True), strict=True))
        found = [self._found[shots][query] for query in queries.tolist()]
        prompted = np.ones(len(self._encoded.data.category), np.bool_)
        if shots:
            prompted = np.any([self._encoded.data.samples[shot].visible for shot in shots], axis=0)
        return np.stack([points for points, _ in found]), np.stack([peaks for _, peaks in found]), prompted

    def kind(self, supports: NDArray[np.intp]) -> str:
        """Of what kind the answers are: words that these supports do not bear out leave a visual prompt."""
        if self._prompt == "both" and isinstance(self._matcher, GkdtMatcher):
            trust = self._matcher.trust(self._shown_by(self._shots(supports)))
            if trust is not None and float(trust) < BORNE_OUT:
                return "visual"
        return self._prompt

    def _shown_by(self, supports: Sequence[int]) -> Shown:
        return self._shown[[self._supports.index(support) for support in supports]]

    def _shots(self, supports: NDArray[np.intp]) -> tuple[int, ...]:
        """The supports that the prompt shows."""
        return () if self._prompt == "text" else tuple(supports.tolist())

    def _all_shown(self) -> Shown:
        """What each of the supports tells, in their order."""
        encoded, count = self._encoded, len(self._encoded.data.category)
        device, step = self._device, regions_at_once(self._device)
        if not self._supports:
            nothing = torch.zeros((0, count), device=device)
            return Shown(nothing[..., None].expand(-1, -1, 2), nothing, nothing[..., None])
        parts = []
        for first in range(0, len(self._supports), step):
            numbers = self._supports[first : first + step]
            samples = [encoded.data.samples[number] for number in numbers]
            marks = [
                encoded.transform(number).image_to_norm(np.nan_to_num(sample.keypoints))
                for number, sample in zip(numbers, samples, strict=True)
            ]
            points = torch.from_numpy(np.stack(marks).astype(np.float32)).to(device)
            mask = torch.from_numpy(np.stack([s.visible for s in samples]).astype(np.float32)).to(device)
            features, known = self._rows(encoded.features, encoded.known, np.array(numbers, np.intp))
            parts.append(self._matcher.shown(features, points, mask, self._texts, self._prompt, known))
        return Shown.joined(parts)

    def _predict(
        self, supports: tuple[int, ...], queries: NDArray[np.intp]
    ) -> tuple[list[FloatArray], list[FloatArray]]:
        """Points (N, 2) in image coordinates and peaks (N,) of each query."""
        encoded = self._encoded
        names = encoded.data.category.keypoints
        shown = self._shown_by(supports)
        places: list[FloatArray] = []
        heights: list[FloatArray] = []
        closer = self._closer(supports)
        step = _CPU_QUERIES if self._device.type == "cpu" else _GPU_QUERIES
        for first in range(0, len(queries), step):
            part = queries[first : first + step]
            maps, valid = self._maps(encoded.features, encoded.known, part, shown)
            if encoded.mirrored is not None and self._config.looks.flip:
                turned, _ = self._maps(encoded.mirrored, encoded.mirrored_known, part, shown)
                maps = combine_mirrored(maps, turned, valid, names, encoded.data.category.pairs)
            if isinstance(self._matcher, GkdtMatcher) and supports:
                maps = self._matcher.arranged(maps, shown)
            norm, peaks = (found.cpu().numpy() for found in decode_heatmaps(maps, self._config.decode))
            for query, one, place, height in zip(part, maps, norm, peaks, strict=True):
                if closer is None:
                    points = encoded.transform(query).norm_to_image(place.astype(np.float64))
                    places.append(points.astype(np.float64, copy=False))
                    heights.append(height.astype(np.float64))
                else:
                    refined = self._refine(closer, int(query), one, valid)
                    places.append(np.nan_to_num(refined.keypoints))
                    heights.append(refined.peaks.astype(np.float64))
        return places, heights

    def _maps(
        self, features: Tensor, known: Known | None, queries: NDArray[np.intp], shown: Shown
    ) -> tuple[Tensor, Tensor]:
        asked, some = self._rows(features, known, queries)
        return self._matcher.heatmaps(asked, shown, self._texts, self._prompt, some)

    def _rows(
        self, features: Tensor, known: Known | None, samples: NDArray[np.intp]
    ) -> tuple[Tensor, Known | None]:
        """Features (B, C, h, w) of some samples, and what is known of them."""
        rows = torch.from_numpy(self._encoded.rows[samples])
        return features[rows].to(self._device).float(), None if known is None else known[
            rows.to(self._device)
        ]

    def _closer(self, supports: Sequence[int]) -> tuple[Engine, CloserPrompt] | None:
        """What a closer look needs; None where none is taken."""
        engine = self._matcher.engine if isinstance(self._matcher, GkdtMatcher) else None
        if engine is None or not self._config.looks.refine:
            return None
        samples = [self._encoded.data.samples[index] for index in supports]
        shots = [shot_of(sample, self._config.box_scale) for sample in samples]
        names = self._encoded.data.category.keypoints
        prompt = engine.encode_prompt(
            names=names, texts=() if self._prompt == "visual" else self._texts, supports=shots
        )
        return engine, closer_prompt(engine, prompt, shots)

    def _refine(
        self, closer: tuple[Engine, CloserPrompt], query: int, maps: Tensor, valid: Tensor
    ) -> Prediction:
        engine, prompt = closer
        sample, row = self._encoded.data.samples[query], self._encoded.rows[query]
        region = object_region(sample.box, self._config.box_scale)
        first = ImageFeatures(
            self._encoded.features[row], self._encoded.transforms[row], self._encoded.image_hw[row], region
        )
        decode = self._config.decode
        found = engine.predictions(maps[None], valid, [first], decode=decode)[0]
        return refine(engine, read_image(sample.path), first, maps, found, prompt, decode=decode)


def shot_of(sample: Sample, box_scale: float) -> SupportExample:
    """A sample as a shot of a prompt, with what is visible marked."""
    marked = np.where(sample.visible[:, None], sample.keypoints, np.nan)
    region = object_region(sample.box, box_scale)
    return SupportExample(read_image(sample.path), marked, region, digest=str(sample.path))


def needed_samples(count: int, config: EvaluationConfig) -> NDArray[np.intp]:
    """The numbers, ascending, of the samples among `count` that an episode draws."""
    episodes = draw_episodes(count, config, np.random.default_rng(config.seed))
    return np.unique(np.concatenate([part for episode in episodes for part in episode]))
