"""The one door from the window to the model.

Nothing here imports torch before `EngineService.load` runs in its worker thread, so the window is on screen
first. The worker pool has one thread: jobs on the device never overlap. A batch gives up its turn after
every chunk, so a request for the image on screen waits for one chunk at most.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from app.error_texts import message_of
from app.i18n import counted, tr
from app.jobs import JobRunner, Task
from gkdt_core.errors import GkdtError, MediaError, ModelFileError, PromptError
from gkdt_core.geometry import Box, RgbImage, object_region
from gkdt_core.prompt_files import synonyms
from gkdt_core.wordings import words_for

if TYPE_CHECKING:
    from gkdt_core.inference.batches import DeviceLostError
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.feature_cache import FeatureKey, ImageFeatures
    from gkdt_core.inference.looks import CloserPrompt
    from gkdt_core.inference.prompt import Prompt, SupportExample
    from gkdt_core.inference.results import Prediction, PreparedRegion

log = logging.getLogger(__name__)

T = TypeVar("T")

CHUNK_S = (0.25, 1.0)
"""A turn of a batch grows while it takes less than the first, and shrinks above the second, in seconds."""
LARGEST_CHUNK = 64
PROMPTS_KEPT = 16
DECODERS = 2
URGENT, BATCH = 1, 0
PATIENCE_MS = 200
"""At the end; loading a library or a forward pass of a large model cannot be interrupted."""


def region_of(box: Box | None) -> Box | None:
    """The region the model looks at for an instance with `box`; None means the whole image."""
    if box is None or box.longer_side <= 0:
        return None
    return object_region(box)


@dataclass(frozen=True, slots=True)
class SupportSpec:
    """A labelled image that shows the model what to look for.

    Attributes:
        path: The image file.
        keypoints: N points in image coordinates, None where not marked. (None, not NaN: specs are compared.)
        box: The instance's box as labelled, or None.
    """

    path: Path
    keypoints: tuple[tuple[float, float] | None, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PromptSpec:
    """What to look for, as plain values; equal specs share one encoded prompt.

    Attributes:
        names: N keypoint names.
        texts: The words given to the model for each keypoint, synonyms divided by semicolons; or None to use
            no words.
        supports: Labelled examples; empty to use no clicked points.
        object_name: What the object is called.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...] | None
    supports: tuple[SupportSpec, ...] = ()
    object_name: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """One region of one image to pre-label.

    Attributes:
        image_id: The image in the project.
        instance_id: The instance that takes the points, or None for a new one.
        path: The image file.
        box: The instance's box, or None for the whole image.
    """

    image_id: int
    instance_id: int | None
    path: Path
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class SecondLooks:
    """How often the model looks; every further look costs about as much as the first.

    Attributes:
        refine: Again and closer, compared with equally close looks at the supports.
        flip: Also at the mirror image.
        pairs: Left-right pairs of keypoints, exchanged in the mirror.
    """

    refine: bool = False
    flip: bool = False
    pairs: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return self.refine or self.flip


ONE_LOOK = SecondLooks()
PromptKey = tuple[PromptSpec, tuple[str, ...]]
"""A prompt, and for each of its supports what stands for the pixels of its file."""


@dataclass(frozen=True, slots=True)
class PredictionRequest:
    """Pre-label one image now."""

    query: Query
    prompt: PromptSpec
    category_id: int
    looks: SecondLooks = ONE_LOOK


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Pre-label many images."""

    queries: tuple[Query, ...]
    prompt: PromptSpec
    category_id: int
    looks: SecondLooks = ONE_LOOK


@dataclass(frozen=True, slots=True, eq=False)
class PredictedPoints:
    """The model's answer for one query.

    Attributes:
        query: What was asked.
        category_id: The category of the prompt.
        keypoints: (N, 2) float64 image coordinates, NaN where the prompt says nothing about the keypoint.
        scores: (N,) float64 in [0, 1].
        peaks: (N,) float64, raw heatmap maxima.
        milliseconds: Time in the worker.
        apart: (N,) float64, how far apart words alone and supports alone see each keypoint, as a part of the
            side of what the model looked at; NaN where only one of them prompts, None where not compared.
    """

    query: Query
    category_id: int
    keypoints: NDArray[np.float64]
    scores: NDArray[np.float64]
    peaks: NDArray[np.float64]
    milliseconds: float
    apart: NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class HeatmapAnswer:
    """What the model sees in one image, for every keypoint.

    Attributes:
        query: What was asked.
        category_id: The category of the prompt.
        heatmaps: (N, H, W) float32.
        valid: (N,) bool, which keypoints the prompt speaks about.
        area: What the heatmaps cover, image coordinates; it may reach beyond the image.
    """

    query: Query
    category_id: int
    heatmaps: NDArray[np.float32]
    valid: NDArray[np.bool_]
    area: Box


@dataclass(frozen=True, slots=True)
class QueryFailure:
    """An image of a batch that could not be pre-labelled."""

    query: Query
    error: GkdtError


@dataclass(frozen=True, slots=True, eq=False)
class BatchChunk:
    """Results of a batch as they come."""

    batch: int
    predictions: tuple[PredictedPoints, ...]
    failures: tuple[QueryFailure, ...]


@dataclass(frozen=True, slots=True)
class EngineSummary:
    """What the window says about the loaded model."""

    model: str
    device: str
    dtype: str
    input_size: int
    parameters: int


@dataclass(frozen=True, slots=True)
class KeptFeatures:
    """What need not be encoded again.

    Attributes:
        regions: Images, or regions of images, whose features are kept.
        nbytes, capacity: Bytes they take, and may take.
        hits, misses: Look-ups that found features, and that did not.
    """

    regions: int
    nbytes: int
    capacity: int
    hits: int
    misses: int

    def words(self) -> str:
        """ "Features of 84 images kept, 310 of 512 MB, 92 % hits"."""
        parts = [
            counted(self.regions, "Features of {n:,} image kept", "Features of {n:,} images kept"),
            tr("{used:,.0f} of {all:,.0f} MB", used=self.nbytes / 2**20, all=self.capacity / 2**20),
        ]
        if self.hits + self.misses:
            parts.append(tr("{share:.0f} % hits", share=100 * self.hits / (self.hits + self.misses)))
        return ", ".join(parts)


class EngineService(QObject):
    """Loads the engine in its worker thread and answers requests; stale answers are dropped."""

    engine_loading = Signal(str)
    """The name or path of the model that is being loaded."""
    engine_ready = Signal(EngineSummary)
    engine_failed = Signal(GkdtError)
    predicted = Signal(PredictedPoints)
    """The answer to the newest `request_prediction`, once for each region."""
    prediction_failed = Signal(GkdtError)
    batch_result = Signal(BatchChunk)
    heatmaps_ready = Signal(HeatmapAnswer)
    """The answer to the newest `request_heatmaps`."""
    heatmaps_failed = Signal(GkdtError)
    live_ready = Signal(PredictedPoints)
    """The answer to the newest `request_live`."""
    live_failed = Signal(GkdtError)
    device_lost = Signal(GkdtError)
    """The graphics card stopped working; the work goes on on the processor, with `summary`."""
    _moved = Signal(EngineSummary, GkdtError)
    """From the worker"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobRunner(self, threads=1)
        self._engine: Engine | None = None
        self._prompts: OrderedDict[PromptKey, Prompt] = OrderedDict()
        self._current: Task | None = None
        self._heatmap_task: Task | None = None
        self._live: Task | None = None
        self._loading: Task | None = None
        self._batch_numbers = itertools.count(1)
        self._supports: tuple[PromptKey, list[SupportExample]] | None = None
        self._closer: tuple[Prompt, CloserPrompt] | None = None
        self._lost: tuple[Engine, Engine] | None = None
        self._feature_bytes, self._half_features = 512 * 2**20, False
        self.summary: EngineSummary | None = None
        self._has_failed = False
        self._moved.connect(self._on_moved)

    # loading

    def load(self, name_or_path: str = "bundled", *, device: str = "auto", precision: str = "auto") -> Task:
        """Load a model in the worker; until it is there the former one stays in use."""
        if self._loading is not None:
            self._loading.cancel()
        task = self.jobs.start(lambda task: self._load(name_or_path, device, precision), priority=URGENT)
        self._loading, self._has_failed = task, False
        task.succeeded.connect(self._on_loaded)
        task.failed.connect(self._on_load_failed)
        self.engine_loading.emit(name_or_path)
        return task

    def set_feature_memory(self, megabytes: int, *, half: bool) -> None:
        """How much memory the features of images may take, now and in models loaded later.

        Args:
            megabytes: At most.
            half: Keep those that come from now on in float16.
        """
        self._feature_bytes, self._half_features = megabytes * 2**20, half
        if self._engine is not None:
            self._engine.features.configure(self._feature_bytes, half=half)

    def _load(self, name_or_path: str, device: str, precision: str) -> EngineSummary:
        try:
            from gkdt_core.inference.engine import Engine
        except (ImportError, OSError) as error:
            raise ModelFileError(
                tr("The deep learning library cannot be loaded: {error}", error=error),
                hint=tr("Run `gkdt doctor` in a terminal; it says what is missing."),
            ) from error
        engine = Engine.load(name_or_path, device=device, precision=precision)
        engine.features.configure(self._feature_bytes, half=self._half_features)
        # Set here and not in the slot: a prediction queued behind this job must find it.
        self._engine = engine
        self._prompts.clear()
        self._lost = self._closer = None
        return _summary(engine)

    @Slot(object)
    def _on_loaded(self, summary: EngineSummary) -> None:
        self.summary = summary
        if self.sender() is self._loading:
            self._loading = None
            self.engine_ready.emit(summary)

    @Slot(GkdtError)
    def _on_load_failed(self, error: GkdtError) -> None:
        if self.sender() is self._loading:
            self._loading, self._has_failed = None, True
            self.engine_failed.emit(error)

    @Slot(EngineSummary, GkdtError)
    def _on_moved(self, summary: EngineSummary, error: GkdtError) -> None:
        self.summary = summary
        self.engine_ready.emit(summary)
        self.device_lost.emit(error)

    @property
    def kept(self) -> KeptFeatures | None:
        """What need not be encoded again; None while no model is loaded."""
        engine = self._engine
        if engine is None:
            return None
        stats = engine.cache_stats
        return KeptFeatures(stats.entries, stats.nbytes, stats.capacity, stats.hits, stats.misses)

    @property
    def has_moved(self) -> bool:
        """Whether the model runs on the processor because its graphics card was lost."""
        return self._lost is not None and self._engine is self._lost[1]

    @property
    def is_loading(self) -> bool:
        return self._loading is not None

    @property
    def is_awaited(self) -> bool:
        """Whether the first model is still to come: the window is on screen before it is even asked for."""
        return self.summary is None and not self._has_failed

    # requests

    def request_prediction(
        self, request: PredictionRequest, title: str = "", *, more: Sequence[PredictionRequest] = ()
    ) -> Task:
        """Pre-label one image, or with `more` several regions of it; a newer request makes this one stale."""
        self.drop_prediction()
        requests = (request, *more)

        def job(task: Task) -> list[PredictedPoints]:
            return [self._predict_one(one, task) for one in requests]

        task = self.jobs.start(job, title, priority=URGENT)
        self._current = task
        task.succeeded.connect(self._on_predicted)
        task.failed.connect(self._on_prediction_failed)
        return task

    def drop_prediction(self) -> None:
        """Whatever answer is still to come for one image is not wanted any more."""
        if self._current is not None:
            self._current.cancel()
            self._current = None

    def request_heatmaps(self, request: PredictionRequest, title: str = "") -> Task:
        """Ask for the heatmaps of one image; a newer request makes this one stale."""
        self.drop_heatmaps()
        task = self.jobs.start(lambda task: self._heatmaps(request, task), title, priority=URGENT)
        self._heatmap_task = task
        task.succeeded.connect(self._on_heatmaps)
        task.failed.connect(self._on_heatmaps_failed)
        return task

    def drop_heatmaps(self) -> None:
        """Heatmaps that are still to come are not wanted any more."""
        if self._heatmap_task is not None:
            self._heatmap_task.cancel()
            self._heatmap_task = None

    def request_live(self, request: PredictionRequest) -> Task:
        """Ask what the model says of an instance being clicked; a newer request makes this one stale."""
        self.drop_live()
        task = self.jobs.start(lambda task: self._predict_one(request, task), priority=URGENT)
        self._live = task
        task.succeeded.connect(self._on_live)
        task.failed.connect(self._on_live_failed)
        return task

    def drop_live(self) -> None:
        """What is still to come of an instance that was clicked is not wanted any more."""
        if self._live is not None:
            self._live.cancel()
            self._live = None

    def predict_batch(self, request: BatchRequest, title: str) -> Task:
        """Pre-label many images; results come through `batch_result` chunk by chunk and stay after a cancel.

        The task succeeds with the number of the batch, which every chunk of it carries too.
        """
        number = next(self._batch_numbers)
        task = self.jobs.start(lambda task: self._predict_batch(request, number, task), title, priority=BATCH)
        task.published.connect(self.batch_result)
        return task

    def close(self) -> bool:
        """Cancel everything; whether the worker has ended. What it does now, nobody waits for any more."""
        return self.jobs.close(PATIENCE_MS)

    @Slot(object)
    def _on_predicted(self, answers: list[PredictedPoints]) -> None:
        if self.sender() is self._current:
            self._current = None
            for answer in answers:
                self.predicted.emit(answer)

    @Slot(GkdtError)
    def _on_prediction_failed(self, error: GkdtError) -> None:
        if self.sender() is self._current:
            self._current = None
            self.prediction_failed.emit(error)

    @Slot(object)
    def _on_heatmaps(self, answer: HeatmapAnswer) -> None:
        if self.sender() is self._heatmap_task:
            self._heatmap_task = None
            self.heatmaps_ready.emit(answer)

    @Slot(GkdtError)
    def _on_heatmaps_failed(self, error: GkdtError) -> None:
        if self.sender() is self._heatmap_task:
            self._heatmap_task = None
            self.heatmaps_failed.emit(error)

    @Slot(object)
    def _on_live(self, answer: PredictedPoints) -> None:
        if self.sender() is self._live:
            self._live = None
            self.live_ready.emit(answer)

    @Slot(GkdtError)
    def _on_live_failed(self, error: GkdtError) -> None:
        if self.sender() is self._live:
            self._live = None
            self.live_failed.emit(error)

    # in the worker thread

    def _ready_engine(self) -> Engine:
        if self._engine is None:
            raise ModelFileError(
                tr("No model is loaded."), hint=tr("Choose one with Model > Models, or wait for it.")
            )
        return self._engine

    def _to_cpu(self, lost: Engine, error: DeviceLostError) -> Engine:
        """What goes on in the place of an engine whose graphics card is lost."""
        if self._lost is not None and self._lost[0] is lost:
            return self._lost[1]
        log.warning("The model goes on on the processor: %s", error.message)
        engine = lost.on_cpu()
        engine.features.configure(self._feature_bytes, half=self._half_features)
        if self._engine is lost:
            self._engine = engine
            self._prompts.clear()
        self._lost = lost, engine
        told = GkdtError(
            tr("{message} The model goes on on the processor, which is slower.", message=message_of(error)),
            hint=tr("To use the card again, choose the device in Model > Models or start the program again."),
        )
        self._moved.emit(_summary(engine), told)
        return engine

    def _prompt(self, engine: Engine, spec: PromptSpec) -> Prompt:
        key = _prompt_key(spec)
        if engine is not self._engine:  # of a batch that goes on with a model from before
            return self._encode_prompt(engine, key)
        known = self._prompts.get(key)
        if known is not None:
            self._prompts.move_to_end(key)
            return known
        prompt = self._prompts[key] = self._encode_prompt(engine, key)
        while len(self._prompts) > PROMPTS_KEPT:
            self._prompts.popitem(last=False)
        return prompt

    def _encode_prompt(self, engine: Engine, key: PromptKey) -> Prompt:
        spec = key[0]
        if spec.texts is None and not spec.supports:
            raise PromptError(
                tr('Nothing says what to look for on "{name}".', name=spec.object_name),
                hint=tr("Click its keypoints on one image, or turn on names."),
            )
        # what nobody wrote himself is said in the words of the model that is loaded now
        texts = words_for(spec.names, spec.texts or (), engine.info.vocabulary) if spec.texts else ()
        return engine.encode_prompt(
            names=spec.names,
            texts=[synonyms(text) for text in texts],
            supports=self._examples(key),
        )

    def _examples(self, key: PromptKey) -> list[SupportExample]:
        """The supports with their pictures; those of the last prompt are kept, more would fill the memory."""
        from gkdt_core.inference.prompt import SupportExample

        if self._supports is None or self._supports[0] != key:
            examples = [
                SupportExample(
                    _read(support.path),
                    np.array([point or (np.nan, np.nan) for point in support.keypoints], dtype=np.float64),
                    region_of(support.box),
                    content,
                )
                for support, content in zip(key[0].supports, key[1], strict=True)
            ]
            self._supports = key, examples
        return self._supports[1]

    def _on_device(self, run: Callable[[Engine], T]) -> T:
        """What `run` gives with the engine, or on the CPU if the graphics card is lost meanwhile."""
        engine = self._ready_engine()
        from gkdt_core.inference.batches import DeviceLostError

        try:
            return run(engine)
        except DeviceLostError as error:
            return run(self._to_cpu(engine, error))

    def _predict_one(self, request: PredictionRequest, task: Task) -> PredictedPoints:
        start = time.perf_counter()

        def run(engine: Engine) -> Prediction:
            prompt = self._prompt(engine, request.prompt)
            task.checkpoint(0.3)
            image = _read(request.query.path) if request.looks else None
            features = _features(engine, request.query, image)
            task.checkpoint(0.8)
            if image is None:
                return engine.predict(features, prompt, checkpoint=task.checkpoint)
            return self._look(engine, request.query, image, features, prompt, request)

        prediction = self._on_device(run)
        milliseconds = (time.perf_counter() - start) * 1000
        return _points(request.query, request.category_id, prediction, milliseconds)

    def _look(
        self,
        engine: Engine,
        query: Query,
        image: RgbImage,
        features: ImageFeatures,
        prompt: Prompt,
        request: PredictionRequest | BatchRequest,
    ) -> Prediction:
        from gkdt_core.inference.looks import Looks, look

        looks = request.looks
        return look(
            engine,
            image,
            region_of(query.box),
            prompt,
            Looks(refine=looks.refine, flip=looks.flip),
            flip_pairs=looks.pairs,
            closer=self._closer_prompt(engine, prompt, request.prompt) if looks.refine else None,
            features=features,
            digest=_content(query.path),
        )

    def _closer_prompt(self, engine: Engine, prompt: Prompt, spec: PromptSpec) -> CloserPrompt:
        """What closer looks need of a prompt; that of the last one is kept."""
        from gkdt_core.inference.looks import closer_prompt

        if self._closer is None or self._closer[0] is not prompt:
            self._closer = prompt, closer_prompt(engine, prompt, self._examples(_prompt_key(spec)))
        return self._closer[1]

    def _heatmaps(self, request: PredictionRequest, task: Task) -> HeatmapAnswer:
        def run(engine: Engine) -> tuple[ImageFeatures, Prediction]:
            prompt = self._prompt(engine, request.prompt)
            task.checkpoint(0.3)
            features = _features(engine, request.query)
            task.checkpoint(0.8)
            return features, engine.predict(features, prompt, with_heatmaps=True, checkpoint=task.checkpoint)

        features, prediction = self._on_device(run)
        if prediction.heatmaps is None:
            raise RuntimeError("the engine was asked for heatmaps and gave none")
        (x1, y1), (x2, y2) = features.transform.norm_to_image(np.array([(-1.0, -1.0), (1.0, 1.0)])).tolist()
        area = Box(x1, y1, x2, y2)
        return HeatmapAnswer(request.query, request.category_id, prediction.heatmaps, prediction.valid, area)

    def _predict_batch(
        self, request: BatchRequest, number: int, task: Task
    ) -> Generator[BatchChunk, None, int]:
        engine = self._ready_engine()
        from gkdt_core.inference.batches import DeviceLostError

        chunk = engine.batch_size
        try:
            prompt = self._prompt(engine, request.prompt)
        except DeviceLostError as error:
            engine = self._to_cpu(engine, error)
            prompt = self._prompt(engine, request.prompt)
        queries, done = request.queries, 0
        with ThreadPoolExecutor(DECODERS, thread_name_prefix="decode") as decoders:

            def ahead(part: Sequence[Query]) -> list[Future[_Decoded] | None]:
                return [
                    None
                    if not request.looks and _key(engine, query) in engine.features
                    else decoders.submit(_decode, engine, query, bool(request.looks))
                    for query in part
                ]

            decoded = ahead(queries[:chunk])
            while done < len(queries):
                task.checkpoint(done / len(queries))
                ready, start = decoded, time.perf_counter()
                part = queries[done : done + len(ready)]
                done += len(part)
                decoded = ahead(queries[done : done + chunk])
                try:
                    yield self._predict_chunk(engine, prompt, part, ready, request, number)
                except DeviceLostError as error:
                    engine = self._to_cpu(engine, error)
                    prompt = self._prompt(engine, request.prompt)
                    yield self._predict_chunk(engine, prompt, part, ready, request, number)
                chunk = _next_chunk(chunk, time.perf_counter() - start, engine.batch_size)
        task.checkpoint(1.0)
        return number

    def _predict_chunk(
        self,
        engine: Engine,
        prompt: Prompt,
        queries: Sequence[Query],
        decoded: Sequence[Future[_Decoded] | None],
        request: BatchRequest,
        number: int,
    ) -> BatchChunk:
        """Encodes what the cache does not have and predicts; an image that cannot be read is a failure."""
        start = time.perf_counter()
        failures: list[QueryFailure] = []
        found: dict[Query, ImageFeatures] = {}
        images: dict[Query, RgbImage] = {}
        missing: list[tuple[Query, PreparedRegion]] = []
        for query, future in zip(queries, decoded, strict=True):
            known = engine.features.get(_key(engine, query))
            try:
                if known is None or request.looks:
                    ready = _decode(engine, query, bool(request.looks)) if future is None else future.result()
                    if ready.image is not None:
                        images[query] = ready.image
                    if known is None:
                        missing.append((query, ready.region))
                if known is not None:
                    found[query] = known
            except GkdtError as error:
                failures.append(QueryFailure(query, error))
        encoded = engine.encode_regions([region for _, region in missing]) if missing else []
        for (query, _), features in zip(missing, encoded, strict=True):
            engine.features.put(_key(engine, query), features)
            found[query] = features
        if request.looks:
            predictions = [
                self._look(engine, query, images[query], features, prompt, request)
                for query, features in found.items()
            ]
        else:
            predictions = engine.predict_many(list(found.values()), prompt, with_apart=True) if found else []
        each = (time.perf_counter() - start) * 1000 / max(len(found), 1)
        answers = [
            _points(query, request.category_id, prediction, each)
            for query, prediction in zip(found, predictions, strict=True)
        ]
        return BatchChunk(number, tuple(answers), tuple(failures))


@dataclass(frozen=True, slots=True, eq=False)
class _Decoded:
    """An image read ahead of its turn: the region as the encoder takes it, and for second looks all of it."""

    region: PreparedRegion
    image: RgbImage | None


def _next_chunk(size: int, elapsed_s: float, batch_size: int) -> int:
    """Images of the next turn: few on a slow device, so that results and other requests come soon."""
    if elapsed_s < CHUNK_S[0]:
        return min(size * 2, max(LARGEST_CHUNK, batch_size))
    return max(size // 2, batch_size) if elapsed_s > CHUNK_S[1] else size


def _summary(engine: Engine) -> EngineSummary:
    info = engine.info
    return EngineSummary(info.model, info.device, info.dtype, info.input_size, info.parameters)


def _prompt_key(spec: PromptSpec) -> PromptKey:
    """What files hold now belongs to a prompt: an image may be edited while the program runs."""
    return spec, tuple(_content(support.path) for support in spec.supports)


def _read(path: Path) -> RgbImage:
    from gkdt_core.media.images import read_image

    if _is_very_large(path):
        raise MediaError(
            tr('"{path}" is too large to be a prompt or to be looked at closer.', path=path),
            hint=tr("Use a smaller picture as the prompt, and turn off the second looks in the settings."),
        )
    return read_image(path)


def _is_very_large(path: Path) -> bool:
    from gkdt_core.media.images import SHOWN_PIXELS, image_size

    height, width = image_size(path)
    return height * width > SHOWN_PIXELS


def _region(engine: Engine, path: Path, box: Box | None) -> PreparedRegion:
    """A region of a file's picture as the encoder takes it, of a very large one without reading it whole."""
    if not _is_very_large(path):
        return engine.prepare(_read(path), box)
    from gkdt_core.media.images import read_shown

    shown = read_shown(path)
    by, (left, top) = shown.shrink, shown.corner
    small = box
    if box is not None:
        small = Box((box.x1 - left) / by, (box.y1 - top) / by, (box.x2 - left) / by, (box.y2 - top) / by)
    region = engine.prepare(shown.pixels, small)
    before = region.transform
    offset = (before.offset_xy[0] * by + left, before.offset_xy[1] * by + top)
    transform = replace(before, scale=before.scale / by, offset_xy=offset)
    return replace(region, transform=transform, image_hw=shown.image_hw, box=box)


def _features(engine: Engine, query: Query, image: RgbImage | None = None) -> ImageFeatures:
    """The features of the query's region, encoded only if the cache does not have them."""
    key = _key(engine, query)
    features = engine.features.get(key)
    if features is None:
        if image is None:
            features = engine.encode_regions([_region(engine, query.path, key.box)])[0]
        else:
            features = engine.encode_image(image, key.box)
        engine.features.put(key, features)
    return features


def _decode(engine: Engine, query: Query, keep_image: bool) -> _Decoded:
    if not keep_image:
        return _Decoded(_region(engine, query.path, region_of(query.box)), None)
    image = _read(query.path)
    return _Decoded(engine.prepare(image, region_of(query.box)), image)


def _content(path: Path) -> str:
    """What stands for a file's pixels in the cache: its place, size and time."""
    try:
        status = path.stat()
    except OSError:
        return str(path)
    return f"{path}|{status.st_size}|{status.st_mtime_ns}"


def _key(engine: Engine, query: Query) -> FeatureKey:
    from gkdt_core.inference.feature_cache import FeatureKey

    return FeatureKey(_content(query.path), region_of(query.box), engine.digest)


def _points(query: Query, category_id: int, prediction: Prediction, milliseconds: float) -> PredictedPoints:
    return PredictedPoints(
        query,
        category_id,
        prediction.keypoints,
        prediction.scores,
        prediction.peaks,
        milliseconds,
        prediction.apart,
    )
