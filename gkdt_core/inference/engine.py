"""The engine: images to features, names and marked points to a prompt, both together to keypoints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.errors import ModelFileError, PromptError
from gkdt_core.geometry import Box, RgbImage
from gkdt_core.inference.batches import BatchSize, DeviceError, in_batches
from gkdt_core.inference.decode import Decode, decode_heatmaps, scores_of_peaks
from gkdt_core.inference.devices import (
    batch_size_for,
    choose_device,
    device_errors,
    device_words,
    memory_watched,
)
from gkdt_core.inference.feature_cache import (
    CacheStats,
    FeatureCache,
    FeatureKey,
    ImageFeatures,
    TensorCache,
    content_digest,
)
from gkdt_core.inference.precision import (
    Precision,
    capabilities_of,
    choose_dtype,
    dtype_words,
    is_convolutional,
    measured_bf16_gain,
    set_precision,
)
from gkdt_core.inference.preprocess import normalise, region_to_input
from gkdt_core.inference.prompt import (
    Prompt,
    SupportExample,
    check_names,
    check_support,
    keypoint_count,
    phrases_of,
    region_with_points,
)
from gkdt_core.inference.results import EngineInfo, HeatmapBatch, Prediction, PreparedRegion
from gkdt_core.inference.shots import ShotPrototypes
from gkdt_core.inference.text_vectors import TextVectors
from gkdt_core.model.arrangement import Arrangement, arranged
from gkdt_core.model.detection_head import QueryMap
from gkdt_core.model.fusion import BORNE_OUT, Fusion, winning_cells
from gkdt_core.model.gkdt import Heatmaps
from gkdt_core.model.kernel_generator import QueryContext
from gkdt_core.model.prompt_encoder import mean_of_shots
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights import LoadedModel, load_model

_TRIED_CACHE_BYTES = 2**20
_HEATMAP_BYTES = 512 * 2**20
"""For heatmaps while a batch is predicted, on every device."""
_HEATMAP_STEPS = 5  # maps of the same size that live at once: dots, enlarged, divided, weighed, decoded


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What every prompt needs of an image: the prompt-free parts of the head and of the kernel generator."""

    features: Tensor
    query: QueryMap
    context: QueryContext
    nbytes: int


class Engine:
    """A loaded model and what it remembers between calls.

    That is: text vectors, features and prototypes of supports, and what every prompt needs of the images
    looked at last.

    Not safe for use from several threads at once: one worker thread owns an engine. `prepare` and the
    `features` cache are the exceptions.
    """

    def __init__(
        self,
        loaded: LoadedModel,
        *,
        device: torch.device,
        decode: Decode | str = Decode.SUBPIXEL,
        cache: FeatureCache | None = None,
        precision: Precision | str = Precision.AUTO,
        again: Callable[[], Engine] | None = None,
        text_cache: bool = False,
        fusion: Fusion | None = None,
    ) -> None:
        """Args: loaded: The model, which becomes this engine's. again: Loads it anew on the CPU. Others: as
        for `load`.
        """
        self.features = FeatureCache() if cache is None else cache
        self._again = again
        self._decode = Decode(decode)
        self._device = device
        self._calibration = loaded.calibration
        self._by_prompt = loaded.calibration_by_prompt
        self._informed = loaded.informed(fusion)
        self._model = loaded.model.to(device).eval()
        encoder = self._model.image_encoder
        self._convolutional = is_convolutional(encoder)
        able = capabilities_of(device)
        self._dtype = choose_dtype(
            precision, able, convolutional=self._convolutional, bf16_gain=measured_bf16_gain
        )
        set_precision(encoder, self._model.dinov3_text_encoder, device, self._dtype)
        if self._convolutional:  # the layout in which convolutions are fastest, on CPUs and cards
            encoder.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks it
        # what is remembered of one precision must not be taken for another's
        exact = self._dtype is torch.float32
        self.digest = loaded.digest if exact else f"{loaded.digest}-{str(self._dtype).removeprefix('torch.')}"
        self._sizes = batch_size_for(device)
        self._texts = TextVectors(self._model, self.digest, on_disk=text_cache)
        self._shots = ShotPrototypes(self._model)
        self._tried = TensorCache(_TRIED_CACHE_BYTES)
        self._model.kg_transformer.pack()
        self._working_dtype = self._model.kg_transformer.mask_token.dtype
        # a deconvolving head has a large map of its own; kept, it would fill the cache with few images
        self._has_lengths = self._model.config.upsampling == "bilinear"
        self.info = EngineInfo(
            model=loaded.name,
            digest=loaded.digest,
            device=device_words(device),
            dtype=dtype_words(self._dtype, able),
            input_size=self._model.config.input_size,
            parameters=sum(parameter.numel() for parameter in self._model.parameters()),
            fusion="mean" if self._informed is None else "informed",
            vocabulary=loaded.vocabulary,
        )

    @classmethod
    def load(
        cls,
        name_or_path: str | Path = "bundled",
        *,
        device: str = "auto",
        decode: Decode | str = Decode.SUBPIXEL,
        cache: FeatureCache | None = None,
        input_size: int | None = None,
        precision: Precision | str = Precision.AUTO,
        text_cache: bool = True,
        fusion: Fusion | None = None,
    ) -> Engine:
        """The engine of a model.

        Args:
            name_or_path: "bundled", a model directory, or an official `.best` file.
            device: "auto" (CUDA where there is one), "cpu", "cuda" or "cuda:1".
            decode: How heatmaps become points, unless `predict` is told otherwise.
            cache: Where features of supports are looked up and kept; a new one by default.
            input_size: Side of the model's input, px, a multiple of 16 from 64 to 2048; None for its own.
            precision: What the encoders compute in; "auto" is the fastest that the device does well, "fp32"
                the plain path.
            text_cache: Keep text vectors in the user's cache folder, found by a hash of the text; the
                environment variable GKDT_TEXT_CACHE=off prevents it everywhere.
            fusion: How words and supports together are answered, if not the model's own way. "informed" is
                the mean with a model whose scores are not calibrated for both.

        Raises:
            ModelFileError: The model cannot be read, or cannot work at this input size.
            DeviceError: There is no such device.
        """
        chosen, wanted = choose_device(device), Precision(precision)

        def again() -> Engine:
            exact = Precision.FP32 if wanted is Precision.FP32 else Precision.AUTO
            return cls.load(
                name_or_path,
                device="cpu",
                decode=decode,
                input_size=input_size,
                precision=exact,
                text_cache=text_cache,
                fusion=fusion,
            )

        def load(precision: Precision) -> Engine:
            loaded = load_model(name_or_path, device=chosen, input_size=input_size)
            return cls(
                loaded,
                device=chosen,
                decode=decode,
                cache=cache,
                precision=precision,
                again=again,
                text_cache=text_cache,
                fusion=fusion,
            )

        with device_errors():
            engine = load(wanted)
            if wanted is Precision.AUTO and engine._overflows():
                engine = load(Precision.FP32)
        return engine

    def on_cpu(self) -> Engine:
        """The same model, loaded anew on the CPU: for the work that a lost or full graphics card leaves.

        Features and prompts of this engine lie on its device and are of no use to the other one, which starts
        with an empty cache.

        Raises:
            ModelFileError: The model's file is gone, or not what it was.
            DeviceError: This engine was not made by `load`.
        """
        if self._again is None:
            raise DeviceError(
                f'The model "{self.info.model}" cannot be loaded on the CPU: it came from memory.',
                hint="Start again on the CPU.",
            )
        return self._again()

    def prepare(self, image: RgbImage, box: Box | None = None) -> PreparedRegion:
        """The region as `encode_regions` takes it: the part of encoding that any thread may do ahead."""
        pixels, transform = region_to_input(image, box, self.info.input_size)
        return PreparedRegion(pixels, transform, (image.shape[0], image.shape[1]), box)

    def encode_image(self, image: RgbImage, box: Box | None = None) -> ImageFeatures:
        """The features of one region of `image` (H, W, 3); of all of it without a box (image coordinates)."""
        return self.encode_images([(image, box)])[0]

    def encode_images(
        self,
        images_and_boxes: Sequence[tuple[RgbImage, Box | None]],
        *,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> list[ImageFeatures]:
        """The features of many regions, in their order, encoded in batches."""
        regions = [self.prepare(image, box) for image, box in images_and_boxes]
        return self.encode_regions(regions, checkpoint=checkpoint)

    def encode_regions(
        self, regions: Sequence[PreparedRegion], *, checkpoint: Checkpoint = no_checkpoint
    ) -> list[ImageFeatures]:
        """The features of prepared regions, in their order, encoded in batches.

        Raises:
            DeviceError: The device fails, or has no memory for a single image.
        """
        done: list[ImageFeatures] = []
        with torch.inference_mode(), device_errors():
            for batch in in_batches(regions, self._encode_batch, batch_size=self._sizes):
                done.extend(batch)
                checkpoint(len(done) / len(regions))
        return done

    @property
    def device(self) -> torch.device:
        """Where the model runs."""
        return self._device

    @property
    def batch_size(self) -> int:
        """How many images are encoded at once; changes with what is free on a graphics card.

        A number that is set stays, unless memory runs out.
        """
        return self._sizes.size

    @batch_size.setter
    def batch_size(self, count: int) -> None:
        self._sizes = BatchSize(count)

    def encode_prompt(
        self,
        *,
        names: Sequence[str] = (),
        texts: Sequence[str | Sequence[str]] | None = None,
        supports: Sequence[SupportExample] = (),
        object_name: str = "",
    ) -> Prompt:
        """What to look for, from words, from marked points, or from both.

        Args:
            names: N different keypoint names.
            texts: For each keypoint one text or several, whose vectors are averaged; an empty one leaves the
                keypoint to the supports. None takes the names as texts; () uses no text at all.
            supports: Shots, each with N points, of which it may mark only some.
            object_name: What the keypoints belong to: each text is then averaged over the phrases the model
                was trained with ("left eye", "the left eye", "the left eye of horse", ...).

        Raises:
            PromptError: Nothing is prompted, counts differ, names repeat, or a point is outside its image.
        """
        count = keypoint_count(names, texts, supports)
        used = tuple(names) if names else tuple(f"point {index + 1}" for index in range(count))
        check_names(used)
        for number, support in enumerate(supports, start=1):
            check_support(support, number, used)
        phrases = phrases_of(used if texts is None and names else texts or (), object_name)
        if not any(phrases) and not any(np.isfinite(s.keypoints).all(axis=1).any() for s in supports):
            raise PromptError(
                "The prompt says nothing: no keypoint has a text, and no support marks a point.",
                hint="Name the keypoints, or mark some on a support image.",
            )
        with torch.inference_mode(), device_errors():
            text, text_valid = self._texts.prototypes(phrases)
            visual, visual_valid, arrangement = self._seen_on(supports)
            trust = None
            if self._informed is not None and text is not None and visual is not None:
                trust = self._text_trust(phrases, Prompt(used, text, text_valid, None, None), supports)
        return Prompt(used, text, text_valid, visual, visual_valid, trust, arrangement)

    def predict(
        self,
        features: ImageFeatures,
        prompt: Prompt,
        *,
        decode: Decode | str | None = None,
        with_heatmaps: bool = False,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> Prediction:
        """Where the prompted keypoints are in one encoded region."""
        found = self.predict_many(
            [features], prompt, decode=decode, with_heatmaps=with_heatmaps, checkpoint=checkpoint
        )
        return found[0]

    def predict_many(
        self,
        features: Sequence[ImageFeatures],
        prompt: Prompt,
        *,
        decode: Decode | str | None = None,
        with_heatmaps: bool = False,
        with_apart: bool = False,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> list[Prediction]:
        """Where the prompted keypoints are in many encoded regions, in their order.

        Args:
            features: The regions.
            prompt: Of N keypoints.
            decode: How heatmaps become points, if not as the engine does.
            with_heatmaps: Hand the heatmaps on with the points.
            with_apart: Also tell how far apart words and supports see each keypoint, where both prompt; the
                maps of each modality are then made in place of the fused ones alone.
            checkpoint: Called between batches.

        Raises:
            DeviceError: The device fails, or has no memory for a single image.
            ModelFileError: The model's output is not numbers.
        """

        both = prompt.text is not None and prompt.visual is not None
        compared = with_apart and both

        def run(batch: Sequence[ImageFeatures]) -> list[Prediction]:
            seen = self._detect(batch, prompt, fused_only=not compared)
            made = self._decoded(seen.fused, seen.valid, batch, decode, with_heatmaps, prompt)
            if not compared:
                return made
            apart = _peaks_apart(seen, prompt)
            return [replace(one, apart=far) for one, far in zip(made, apart, strict=True)]

        size = self.prediction_batch(prompt)
        if compared or (both and self._informed is not None):  # two more maps of each keypoint
            size = max(1, size // 2)
        done: list[Prediction] = []
        with torch.inference_mode(), device_errors():
            for batch in in_batches(features, run, batch_size=size):
                done.extend(batch)
                checkpoint(len(done) / len(features))
        return done

    def prediction_batch(self, prompt: Prompt) -> int:
        """How many regions are predicted at once: fewer for a prompt of many keypoints.

        Their heatmaps are what takes memory (36 MB a region for 1000 keypoints at 384 px), each in several
        steps.
        """
        maps = len(prompt) * self._model.config.heatmap_size**2
        return max(1, min(self.batch_size, _HEATMAP_BYTES // (4 * _HEATMAP_STEPS * maps)))

    def heatmaps(self, features: Sequence[ImageFeatures], prompt: Prompt) -> HeatmapBatch:
        """What the model sees in some encoded regions, all at once in memory: (B, N, H, W) floats each.

        Raises:
            DeviceError: The device fails or is full.
        """
        with torch.inference_mode(), device_errors():
            seen = self._detect(features, prompt, fused_only=False)
            text = None if seen.text is None else seen.text.float()
            visual = None if seen.visual is None else seen.visual.float()
            return HeatmapBatch(seen.fused.float(), seen.valid, text, visual)

    def predictions(
        self,
        maps: Tensor,
        valid: Tensor,
        features: Sequence[ImageFeatures],
        *,
        prompt: Prompt | None = None,
        decode: Decode | str | None = None,
        with_heatmaps: bool = False,
    ) -> list[Prediction]:
        """The points and scores of heatmaps, those of `heatmaps` or of several looks combined.

        Args:
            maps: (B, N, H, W) over the input of each region.
            valid: (N,) bool, which keypoints are prompted.
            features: The B regions the maps belong to.
            prompt: Which the maps were made with: words and supports have calibrations of their own.
            decode: How heatmaps become points, if not as the engine does.
            with_heatmaps: Hand the maps on with the points.

        Raises:
            DeviceError: The device fails.
            ModelFileError: The maps hold what is not a number.
        """
        with torch.inference_mode(), device_errors():
            return self._decoded(maps, valid, features, decode, with_heatmaps, prompt)

    @property
    def cache_stats(self) -> CacheStats:
        """How well the feature cache serves."""
        return self.features.stats

    def _encode_batch(self, regions: Sequence[PreparedRegion]) -> list[ImageFeatures]:
        with memory_watched(self._device, self._sizes, len(regions)):
            maps = self._encode_pixels(np.stack([region.pixels for region in regions]))
            lengths = self._model.query_map(maps).norm if self._has_lengths else [None] * len(regions)
        if self._dtype is torch.float16 and not bool(torch.isfinite(maps).all()):
            raise ModelFileError(
                f'The model "{self.info.model}" makes numbers too large for float16.',
                hint="Choose another precision: auto, or fp32.",
            )
        return [
            ImageFeatures(features, region.transform, region.image_hw, region.box, length)
            for features, length, region in zip(maps, lengths, regions, strict=True)
        ]

    def _encode_pixels(self, pixels: NDArray[np.uint8]) -> Tensor:
        """(B, S, S, 3) uint8 RGB -> (B, C, h, w) float32 features on the engine's device."""
        raw = torch.from_numpy(pixels)
        if self._device.type == "cuda":  # from pinned memory the copy runs beside the card's work
            raw = raw.pin_memory().to(self._device, non_blocking=True)
        values = normalise(raw, channels_last=self._convolutional)
        return self._model.encode_image(values.to(self._dtype)).float()

    def _overflows(self) -> bool:
        """Whether float16 is too narrow for this model, by the features of one picture of noise."""
        if self._dtype is not torch.float16:
            return False
        side = self.info.input_size
        noise = np.random.default_rng(0).integers(0, 256, (1, side, side, 3), dtype=np.uint8)
        with torch.inference_mode():
            return not bool(torch.isfinite(self._encode_pixels(noise)).all())

    def _seen_on(
        self, supports: Sequence[SupportExample]
    ) -> tuple[Tensor | None, Tensor | None, Arrangement | None]:
        """(N, C) prototypes over the shots, (N,) which keypoints any shot marks, and where they lie."""
        shots = [(s, np.isfinite(s.keypoints).all(axis=1)) for s in supports]
        shots = [(support, marked) for support, marked in shots if marked.any()]
        if not shots:
            return None, None, None
        given = [support for support, _ in shots]
        regions = [self._support_key(support) for support in given]
        per_shot = torch.stack(
            self._shots.of(
                given,
                regions,
                lambda new: self._support_features([given[i] for i in new], [regions[i] for i in new]),
            )
        )
        mask = torch.from_numpy(np.stack([marked for _, marked in shots])).to(self._device)
        visual, valid = mean_of_shots(per_shot[..., :-2], mask.to(per_shot.dtype))
        arrangement = Arrangement(per_shot[..., -2:].float(), mask)
        asked = self._model.config.arrangement > 0 and arrangement.is_telling
        return visual, valid, arrangement if asked else None

    def _text_trust(
        self, phrases: Sequence[Sequence[str]], words: Prompt, supports: Sequence[SupportExample]
    ) -> Tensor | None:
        """How far the marks on the supports bear the words out, (); None without any.

        Where the words alone see the keypoints on a support is remembered: a mark that moves asks nothing
        new.
        """
        shots = [shot for shot in supports if np.isfinite(shot.keypoints).all(axis=1).any()]
        if self._informed is None or words.text_valid is None or not shots:
            return None
        keys = [self._support_key(shot) for shot in shots]
        tried, points, marked = [], [], []
        said = tuple(tuple(part) for part in phrases)
        for shot, key, one in zip(shots, keys, self._support_features(shots, keys), strict=True):
            found = self._tried.get((key, said))
            if found is None:
                places, peaks = winning_cells(self._detect([one], words, fused_only=True).fused)
                found = torch.cat((places[0], peaks[0][:, None]), dim=1)
                self._tried.put((key, said), found)
            tried.append(found)
            norm = one.transform.image_to_norm(shot.keypoints)
            points.append(np.nan_to_num(norm).astype(np.float32))
            marked.append(np.isfinite(norm).all(axis=1))
        seen = torch.stack(tried)
        return self._informed.text_trust(
            seen[..., :2],
            seen[..., 2],
            torch.from_numpy(np.stack(points)).to(seen.device),
            torch.from_numpy(np.stack(marked)).to(seen.device) & words.text_valid,
        )

    def _support_key(self, support: SupportExample) -> FeatureKey:
        box = region_with_points(support)
        return FeatureKey(support.digest or content_digest(support.image), box, self.digest)

    def _support_features(
        self, supports: Sequence[SupportExample], keys: Sequence[FeatureKey]
    ) -> list[ImageFeatures]:
        """The features of each support, encoded only where the cache does not have them."""
        found = {key: kept for key in keys if (kept := self.features.get(key)) is not None}
        missing = {
            key: support.image for key, support in zip(keys, supports, strict=True) if key not in found
        }
        made = self.encode_images([(image, key.box) for key, image in missing.items()])
        for key, features in zip(missing, made, strict=True):
            self.features.put(key, features)
            found[key] = features
        return [found[key] for key in keys]

    def _detect(self, batch: Sequence[ImageFeatures], prompt: Prompt, *, fused_only: bool) -> Heatmaps:
        known = self._known(batch)
        return self._model.detect(
            known.features,
            prompt.text,
            prompt.text_valid,
            prompt.visual,
            prompt.visual_valid,
            query_map=known.query,
            context=known.context,
            fused_only=fused_only,
            informed=self._informed,
            text_trust=prompt.text_trust,
        )

    def _known(self, batch: Sequence[ImageFeatures]) -> _Known:
        """What every prompt needs of these images; for a single one it is kept for the next prompt."""
        if len(batch) == 1:
            kept = self.features.derived(batch[0])
            if isinstance(kept, _Known):
                return kept
        kept_maps = (
            batch[0].features[None] if len(batch) == 1 else torch.stack([one.features for one in batch])
        )
        features = kept_maps.to(self._working_dtype)
        lengths = [one.lengths for one in batch if one.lengths is not None]
        if lengths:
            query = QueryMap(features, torch.stack(lengths), self._model.config.upscale)
        else:
            query = self._model.query_map(features)
        context = self._model.query_context(features)
        nbytes = context.nbytes + query.norm.nbytes
        nbytes += 0 if features is kept_maps else features.nbytes
        nbytes += 0 if query.base is features else query.base.nbytes
        known = _Known(features, query, context, nbytes)
        if len(batch) == 1:
            self.features.keep_derived(batch[0], known)
        return known

    def _decoded(
        self,
        maps: Tensor,
        valid: Tensor,
        batch: Sequence[ImageFeatures],
        decode: Decode | str | None,
        with_heatmaps: bool,
        prompt: Prompt | None,
    ) -> list[Prediction]:
        method = self._decode if decode is None else Decode(decode)
        if prompt is not None and prompt.arrangement is not None:
            config = self._model.config
            maps = arranged(
                maps, prompt.arrangement, strength=config.arrangement, logit_scale=config.logit_scale
            )
        points, peaks = (part.cpu().numpy() for part in decode_heatmaps(maps, method))
        if not np.isfinite(peaks).all():
            raise ModelFileError(
                f'The model "{self.info.model}" gives results that are not numbers.',
                hint="Its weights may be damaged: bring the model in again, or use another one.",
            )
        mask = valid.cpu().numpy()
        heatmaps = maps.float().cpu().numpy() if with_heatmaps else None
        scores = self._scores(peaks, prompt)
        return [
            self._prediction(
                one,
                points[index],
                peaks[index],
                scores[index],
                mask,
                None if heatmaps is None else heatmaps[index],
            )
            for index, one in enumerate(batch)
        ]

    def _scores(self, peaks: NDArray[np.float32], prompt: Prompt | None) -> NDArray[np.float64]:
        """(B, N) scores of (B, N) peaks, by what prompts each keypoint where the model tells it apart."""
        scores = scores_of_peaks(peaks, self._calibration)
        if prompt is None or not self._by_prompt:
            return scores
        words, marks = (
            np.full(len(prompt), vectors is not None) if mask is None else mask.cpu().numpy()
            for vectors, mask in ((prompt.text, prompt.text_valid), (prompt.visual, prompt.visual_valid))
        )
        if prompt.text_trust is not None and float(prompt.text_trust) < BORNE_OUT:
            words = words & ~marks
        kinds = {"visual": marks & ~words, "text": words & ~marks, "both": words & marks}
        for kind, knots in self._by_prompt.items():
            scores[:, kinds[kind]] = scores_of_peaks(peaks[:, kinds[kind]], knots)
        return scores

    def _prediction(
        self,
        features: ImageFeatures,
        points: NDArray[np.float32],
        peaks: NDArray[np.float32],
        scores: NDArray[np.float64],
        valid: NDArray[np.bool_],
        heatmaps: NDArray[np.float32] | None,
    ) -> Prediction:
        height, width = features.image_hw
        found = features.transform.norm_to_image(points.astype(np.float64))
        # a peak in the padding around the region would be a point that nobody can see or grasp
        keypoints = np.asarray(np.clip(found, 0.0, (float(width), float(height))), dtype=np.float64)
        keypoints[~valid] = np.nan
        scores = np.where(valid, scores, 0.0)
        raw = np.where(valid, peaks, 0.0).astype(np.float64)
        for array in (keypoints, scores, raw, valid, heatmaps):
            if array is not None:
                array.setflags(write=False)
        return Prediction(keypoints, scores, raw, valid, heatmaps)


def _peaks_apart(seen: Heatmaps, prompt: Prompt) -> NDArray[np.float64]:
    """(B, N) distances of the modalities' winning cells, as a part of the map's side; NaN without both."""
    if seen.text is None or seen.visual is None:
        raise RuntimeError("the maps of each modality were asked for and not made")
    by_text, by_sight = (decode_heatmaps(maps, Decode.ARGMAX)[0] for maps in (seen.text, seen.visual))
    apart = (by_text - by_sight).norm(dim=-1) / 2  # normalised coordinates run from -1 to 1
    for valid in (prompt.text_valid, prompt.visual_valid):
        if valid is not None:
            apart = torch.where(valid.bool(), apart, torch.nan)
    return np.asarray(apart.double().cpu().numpy())
