"""Evaluation by episodes: one or several supports, some queries, PCK (gkdt.md section 9)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.errors import DatasetError
from gkdt_core.geometry import REGION_SCALE, ImageToInput, object_region
from gkdt_core.inference.decode import Decode, decode_heatmaps
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import ImageFeatures
from gkdt_core.inference.looks import CloserPrompt, Looks, closer_prompt, combine_mirrored, refine
from gkdt_core.inference.preprocess import normalise, region_to_input
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.inference.results import Prediction
from gkdt_core.media.images import read_image
from gkdt_core.metrics.pck import FloatArray, correct_keypoints, pck
from gkdt_core.model.arrangement import Arrangement, arranged
from gkdt_core.model.config import RELEASED_SIGMA
from gkdt_core.model.detection_head import QueryMap, enlarged_norm
from gkdt_core.model.fusion import BORNE_OUT, Informed, winning_cells
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLite
from gkdt_core.model.kernel_generator import QueryContext
from gkdt_core.model.prompt_encoder import mean_of_shots, shot_prototypes
from gkdt_core.model.tokenizer import ClipTokenizer
from trainer.calibration import (
    CALIBRATED_THRESHOLD,
    Knots,
    Reliability,
    apply_calibration,
    reliability,
)
from trainer.data.dataset import CategoryData, Sample

THRESHOLDS = (0.02, 0.05, 0.1, 0.2)
CONFUSED = "left_right"
CONFUSION_THRESHOLD = 0.1
BASELINE = "training_free"
"""What the baseline answers to; one with another encoder to "training_free/NAME"."""
_RELIABILITY_SHARE = 400  # predictions of a category and prompt, lest the largest speak for all
_CPU_REGIONS, _GPU_REGIONS = 4, 32
"""Encoded at once. On the CPU more take longer each, since their maps leave its caches (measured with the
bundled model: 50 ms for a region among 16, 35 ms among 4)."""
_CPU_QUERIES, _GPU_QUERIES = 8, 32
"""Asked at once."""
_KNOWN_BYTES = 768 * 2**20
"""For what every prompt needs of a category's instances: at the bundled model's sizes 800 KB each."""

Measures = dict[str, float]
Results = dict[str, dict[str, dict[str, Measures]]]
"""dataset -> category -> prompt -> measures in percent."""


@dataclass(frozen=True, slots=True)
class EvaluationConfig:
    """How to evaluate.

    Attributes:
        prompts: Which prompts; "training_free" is the baseline. "text/NAME" and "both/NAME" ask with the
            words of `wordings` instead of the keypoints' names.
        episodes: Episodes per category.
        queries: Queries in an episode.
        shots: Supports in an episode.
        seed: Of the draws.
        box_scale: How much larger than the ground-truth box the (square) region is.
        decode: How heatmaps become points.
        looks: Which second looks are taken; refining only where the matcher has an engine.
        wordings: For each NAME and "dataset/category" N texts.
    """

    prompts: tuple[str, ...] = ("visual", "text", "both")
    episodes: int = 100
    queries: int = 8
    shots: int = 1
    seed: int = 0
    box_scale: float = REGION_SCALE
    decode: Decode = Decode.SUBPIXEL
    looks: Looks = field(default_factory=Looks)
    wordings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def texts(self, prompt: str, data: CategoryData) -> tuple[str, ...]:
        """The N texts that `prompt` asks a category's keypoints with."""
        wording = prompt.partition("/")[2]
        names = data.category.keypoints
        return self.wordings.get(wording, {}).get(data.key, names)


def modality(prompt: str) -> str:
    """ "text" of "text/synonyms": what a prompt is made of, whatever its words are."""
    return prompt.partition("/")[0]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What every prompt needs of R encoded regions, whatever it asks.

    Attributes:
        parts: Tensors whose first axis is R.
    """

    parts: tuple[Tensor, ...]

    def __getitem__(self, rows: Any) -> Known:
        return Known(tuple(part[rows] for part in self.parts))

    @property
    def nbytes(self) -> int:
        """Bytes of all parts."""
        return sum(part.nbytes for part in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What each of K supports tells, whatever the query: taken once for each instance, not for each episode.

    Attributes:
        points: (K, N, 2) normalised.
        mask: (K, N) 1 where the support marks the keypoint.
        prototypes: (K, N, C) of each support alone, of no meaning where the mask is 0.
        named: Where the words alone see the keypoints there, (K, N, 2) normalised, and how high, (K, N); None
            where nothing asks.
    """

    points: Tensor
    mask: Tensor
    prototypes: Tensor
    named: tuple[Tensor, Tensor] | None = None

    def __getitem__(self, rows: Any) -> Shown:
        named = None if self.named is None else (self.named[0][rows], self.named[1][rows])
        return Shown(self.points[rows], self.mask[rows], self.prototypes[rows], named)

    @staticmethod
    def joined(parts: Sequence[Shown]) -> Shown:
        """The supports of all of them, one after another."""
        named = [one.named for one in parts if one.named is not None]
        return Shown(
            torch.cat([one.points for one in parts]),
            torch.cat([one.mask for one in parts]),
            torch.cat([one.prototypes for one in parts]),
            (torch.cat([at for at, _ in named]), torch.cat([high for _, high in named])) if named else None,
        )

    def together(self) -> tuple[Tensor, Tensor]:
        """The prototypes of all supports, (N, C), and which of them any support marks, (N,)."""
        return mean_of_shots(self.prototypes, self.mask.to(self.prototypes.dtype))


class Matcher(Protocol):
    """Something that finds keypoints in encoded regions."""

    input_size: int

    def encode(self, pixels: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, C, h, w)."""

    def known(self, features: Tensor) -> Known | None:
        """What `heatmaps` would compute anew of features (B, C, h, w) for every prompt; None for nothing."""

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        """What each of K supports tells, of features (K, C, h, w), normalised points (K, N, 2), mask (K, N),
        and the keypoints' names where `prompt` is both. `known` is of the supports."""

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Query features (Q, C, h, w), what the supports tell, none of them for a text prompt, and the
        keypoints' names -> heatmaps (Q, N, H, W), valid (N,). `known` is of the queries."""


class GkdtMatcher:
    """The network, prompted as asked; `engine`, over the same network, is what refines with.

    Words and supports together are fused by `informed`; by the mean without it.
    """

    def __init__(self, model: Gkdt, engine: Engine | None = None, informed: Informed | None = None) -> None:
        self.model = model
        self.engine = engine
        self.informed = informed
        self.input_size = model.config.input_size
        self._tokenizer = ClipTokenizer(model.config.text_encoder.context_length)
        self._texts: dict[tuple[str, ...], Tensor] = {}

    def encode(self, pixels: Tensor) -> Tensor:
        return self.model.encode_image(pixels)

    def known(self, features: Tensor) -> Known | None:
        if self.model.config.upsampling != "bilinear":  # a deconvolving head's map is too large to keep
            return None
        context = self.model.query_context(features)
        return Known((self.model.query_map(features).norm, *context.keys, *context.values))

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        prototypes = self.model.shot_prototypes(features, points, mask)
        if self.informed is None or prompt != "both":
            return Shown(points, mask, prototypes)
        text = self._text(tuple(texts), features.device)
        seen = self.model.detect(features, text, None, None, None, **self._parts(features, known))
        return Shown(points, mask, prototypes, winning_cells(seen.fused))

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        text = visual = visual_valid = None
        if prompt in ("visual", "both"):
            visual, visual_valid = shown.together()
        if prompt in ("text", "both"):
            text = self._text(tuple(texts), queries.device)
        trust = None if visual is None else self.trust(shown)
        maps = self.model.detect(
            queries,
            text,
            None,
            visual,
            visual_valid,
            **self._parts(queries, known),
            fused_only=True,
            informed=self.informed,
            text_trust=trust,
        )
        return maps.fused, maps.valid

    def trust(self, shown: Shown) -> Tensor | None:
        """How far supports bear the words out, (); None where nobody asks."""
        if self.informed is None or shown.named is None:
            return None
        return self.informed.text_trust(*shown.named, shown.points, shown.mask.bool())

    def _parts(self, features: Tensor, known: Known | None) -> dict[str, Any]:
        """What `Gkdt.detect` takes of what is known of features."""
        if known is None:
            return {}
        blocks = len(known.parts) // 2
        keys, values = known.parts[1 : blocks + 1], known.parts[blocks + 1 :]
        return {
            "query_map": QueryMap(features, known.parts[0], self.model.config.upscale),
            "context": QueryContext(keys, values, len(features)),
        }

    def arranged(self, maps: Tensor, shown: Shown) -> Tensor:
        """Heatmaps (Q, N, H, W), maybe of several looks, as the arrangement of the supports' points lets them
        be."""
        config = self.model.config
        places = Arrangement(shown.points, shown.mask.bool())
        return arranged(maps, places, strength=config.arrangement, logit_scale=config.logit_scale)

    def _text(self, texts: tuple[str, ...], device: torch.device) -> Tensor:
        if texts not in self._texts:
            self._texts[texts] = self.model.encode_text(self._tokenizer.batch(texts).to(device))
        return self._texts[texts]


def plain_cosines(queries: Tensor, shown: Shown, known: Known | None, enlarged: int) -> tuple[Tensor, Tensor]:
    """Cosines between enlarged query features and the supports' prototypes, nothing learnt.

    Arguments and result are those of `Matcher.heatmaps`; the maps are `enlarged` times the features' size.
    Products are enlarged in place of features, which is the same.
    """
    prototypes, valid = shown.together()
    norm = (plain_known(queries, enlarged) if known is None else known).parts[0]
    dots = torch.einsum("nc,qchw->qnhw", F.normalize(prototypes, dim=1), queries)
    return F.interpolate(dots, scale_factor=enlarged, mode="bilinear", align_corners=False) / norm, valid


def plain_shown(features: Tensor, points: Tensor, mask: Tensor, input_size: int) -> Shown:
    """What supports tell `plain_cosines`; arguments as of `Matcher.shown`."""
    sigma = input_size * RELEASED_SIGMA
    return Shown(points, mask, shot_prototypes(features, points, mask, input_size=input_size, sigma=sigma))


def plain_known(features: Tensor, enlarged: int) -> Known:
    """What `plain_cosines` needs of features (B, C, h, w) for every prompt."""
    return Known((enlarged_norm(features, enlarged).clamp(min=1e-12),))


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

    def known(self, features: Tensor) -> Known | None:
        return plain_known(features, 2)

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        return plain_shown(features, points, mask, self.input_size)

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        return plain_cosines(queries, shown, known, 2)


@dataclass(frozen=True, slots=True, eq=False)
class EncodedCategory:
    """The instances of a category that are needed, each encoded once.

    Attributes:
        data: The category and its M samples.
        rows: (M,) where each sample is in `features`; -1 for those that are not needed.
        features: (R, C, h, w) float16, on the CPU.
        transforms: Of each region, R of them.
        image_hw: Sizes of the whole images, R of them.
        mirrored: (R, C, h, w) float16 of the mirrored regions; None without `Looks.flip`.
        known: What every prompt needs of `features`, on the device; None where it is made each time.
        mirrored_known: The same of `mirrored`.
    """

    data: CategoryData
    rows: NDArray[np.intp]
    features: Tensor
    transforms: tuple[ImageToInput, ...]
    image_hw: tuple[tuple[int, int], ...]
    mirrored: Tensor | None = None
    known: Known | None = None
    mirrored_known: Known | None = None

    def transform(self, sample: int) -> ImageToInput:
        """Of the region of sample number `sample`."""
        return self.transforms[int(self.rows[sample])]

    def image_hw_of(self, sample: int) -> tuple[int, int]:
        """(height, width) in px of the whole image of sample number `sample`."""
        return self.image_hw[int(self.rows[sample])]


@torch.inference_mode()
def encode_category(
    matcher: Matcher,
    data: CategoryData,
    box_scale: float,
    device: torch.device,
    *,
    needed: NDArray[np.intp] | None = None,
    mirrored: bool = False,
) -> EncodedCategory:
    """Encodes the squared, enlarged box of each instance exactly as inference does.

    Args:
        matcher: What encodes.
        data: The category.
        box_scale: How much larger than the box the region is.
        device: Of the matcher.
        needed: Numbers of the samples to encode; None for all. What is kept in memory grows with these alone.
        mirrored: Encode the mirrored regions too.
    """
    wanted = np.arange(len(data.samples)) if needed is None else needed
    rows = np.full(len(data.samples), -1, np.intp)
    rows[wanted] = np.arange(len(wanted))
    features, turned = _Encoding(matcher, len(wanted), device), _Encoding(matcher, len(wanted), device)
    transforms, sizes = [], []
    batch = _batch(device)
    for first in range(0, len(wanted), batch):
        pixels = []
        for index in wanted[first : first + batch]:
            sample = data.samples[index]
            image = read_image(sample.path)
            region = object_region(sample.box, box_scale)
            cut, transform = region_to_input(image, region, matcher.input_size)
            pixels.append(cut)
            transforms.append(transform)
            sizes.append((image.shape[0], image.shape[1]))
        stacked = normalise(np.stack(pixels)).to(device)
        features.add(stacked)
        if mirrored:
            turned.add(stacked.flip(-1))
    return EncodedCategory(
        data,
        rows,
        features.features(),
        tuple(transforms),
        tuple(sizes),
        turned.features() if mirrored else None,
        features.known(),
        turned.known() if mirrored else None,
    )


def _batch(device: torch.device) -> int:
    return _CPU_REGIONS if device.type == "cpu" else _GPU_REGIONS


class _Encoding:
    """The features of some regions and, where they fit into memory, what every prompt needs of them."""

    def __init__(self, matcher: Matcher, total: int, device: torch.device) -> None:
        self._matcher, self._total, self._device = matcher, total, device
        self._features: list[Tensor] = []
        self._known: list[Known] | None = []

    def add(self, pixels: Tensor) -> None:
        """Encodes (B, 3, S, S)."""
        kept = self._matcher.encode(pixels.contiguous(memory_format=torch.channels_last)).half().cpu()
        self._features.append(kept)
        if self._known is None:
            return
        known = self._matcher.known(kept.to(self._device).float())
        if known is None or known.nbytes * self._total > _KNOWN_BYTES * len(kept):
            self._known = None
        else:
            self._known.append(known)

    def features(self) -> Tensor:
        """(R, C, h, w) float16, on the CPU."""
        return torch.cat(self._features)

    def known(self) -> Known | None:
        """Of all of them."""
        if not self._known:
            return None
        columns = zip(*(one.parts for one in self._known), strict=True)
        return Known(tuple(torch.cat(column) for column in columns))


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


Observer = Callable[[CategoryData, str, Sequence[Answers], Callable[[int], tuple[int, int]]], None]
"""Takes a category, a prompt, its answers, and what tells (height, width) in px of a sample's image."""


def evaluate_category(
    matcher: Matcher, encoded: EncodedCategory, prompt: str, config: EvaluationConfig, device: torch.device
) -> Measures:
    """See `measures_of`."""
    return measures_of(answers(matcher, encoded, prompt, config, device), encoded.data.category.pairs)


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
        device, step = self._device, _batch(self._device)
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


def pooled_peaks_and_hits(
    episodes: Sequence[Answers], threshold: float
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """`peaks_and_hits` of answers at hand."""
    if not episodes:
        return np.zeros(0), np.zeros(0, np.bool_)
    peaks = np.concatenate([one.peaks[one.counted] for one in episodes])
    return peaks, np.concatenate([one.right(threshold)[one.counted] for one in episodes])


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


def needed_samples(count: int, config: EvaluationConfig) -> NDArray[np.intp]:
    """The numbers, ascending, of the samples among `count` that an episode draws."""
    episodes = draw_episodes(count, config, np.random.default_rng(config.seed))
    return np.unique(np.concatenate([part for episode in episodes for part in episode]))


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
