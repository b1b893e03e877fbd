"""How fast a model answers here, and how far that is from what is possible and from doing it plainly.

Each duration stands beside its floors (the bare encoder's forward on the same weights, the counted operations
at the machine's own matrix product rate) and beside the naive path. What is compared runs by turns in one
process: A, B, B, A, and so on.
"""

from __future__ import annotations

import tempfile
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from gkdt_core.geometry import RgbImage
from gkdt_core.inference.benchmark_report import (
    IMAGE_HW,
    MEASURES,
    BenchmarkReport,
    BenchmarkSettings,
    Family,
    FolderRun,
    Measure,
    Memory,
    ModelFacts,
    Throughput,
    bars,
)
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import FeatureKey, ImageFeatures
from gkdt_core.inference.measuring import (
    Timing,
    Work,
    count_flops,
    device_wait,
    interleaved,
    matmul_work,
    peak_memory,
    this_machine,
    timed,
)
from gkdt_core.inference.naive import NaiveProgram, bare_encoder
from gkdt_core.inference.preprocess import normalise
from gkdt_core.inference.prompt import Prompt, SupportExample
from gkdt_core.inference.results import Prediction, PreparedRegion
from gkdt_core.media.images import read_image
from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.model.encoders import ImageEncoderConfig
from gkdt_core.model.image_encoder import EfficientNetLiteConfig
from gkdt_core.model.tokenizer import ClipTokenizer
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights import LoadedModel

_BUDGET_S, _QUICK_BUDGET_S = 185.0, 42.0
_DISTINCT_IMAGES = 4
_SLOW_S = 0.5
_WORDS = ("left eye", "nose", "right wing", "tail base", "front paw", "chin")
_LARGEST_BATCH = {"cpu": 8, "cuda": 64}
_MOST_IMAGES = {"cpu": 32, "cuda": 256}


def run_benchmark(
    engine: Engine,
    loaded: LoadedModel,
    settings: BenchmarkSettings,
    *,
    random_weights: bool = False,
    memory_at_start: int = 0,
    checkpoint: Checkpoint = no_checkpoint,
) -> BenchmarkReport:
    """Measures an engine.

    Args:
        engine: Made of `loaded`.
        loaded: The model, for what is compared with: the bare encoder and the naive path use its weights.
        settings: What to measure.
        random_weights: Whether the weights mean nothing.
        memory_at_start: `peak_memory()` before the model was loaded.
        checkpoint: Called between stages.

    Raises:
        DeviceError: The device fails.
    """
    run = _Run(engine, loaded, settings, memory_at_start)
    stages: tuple[Callable[[], None], ...] = (
        run.warm_up,
        run.measure_encoding,
        run.measure_batches,
        run.measure_texts,
        run.measure_folder,
        run.measure_prompts,
        run.measure_answers,
    )
    with torch.inference_mode():
        for number, stage in enumerate(stages):
            checkpoint(number / len(stages))
            stage()
    checkpoint(1.0)
    return run.report(random_weights)


class _Clock:
    """Shares the time among the stages."""

    def __init__(self, seconds: float, repeats: int | None) -> None:
        self.start = time.perf_counter()
        self._end = self.start + seconds
        self._repeats = repeats

    @property
    def left(self) -> float:
        return max(0.0, self._end - time.perf_counter())

    def rounds(self, cost_s: float, share: float, least: int, most: int) -> int:
        """How many rounds of `cost_s` fit into `share` of what is left; as many as asked for, if any were."""
        if self._repeats is not None:
            return max(self._repeats, least)
        return min(max(int(self.left * share / max(cost_s, 1e-4)), least), most)


class _Run:
    """One benchmark from the warm-up to the report."""

    def __init__(
        self, engine: Engine, loaded: LoadedModel, settings: BenchmarkSettings, memory_at_start: int
    ) -> None:
        self.engine, self.model, self.settings = engine, loaded.model, settings
        self.informed = loaded.informed()
        first = next(self.model.image_encoder.parameters())
        self.device, self.dtype = first.device, first.dtype
        self.wait = device_wait(self.device)
        self.clock = _Clock(_QUICK_BUDGET_S if settings.quick else _BUDGET_S, settings.repeats)
        self._is_vit = isinstance(self.model.config.image_encoder, DinoV3Config)
        self.bare = bare_encoder(self.model)
        self.images = [_picture(seed) for seed in range(_DISTINCT_IMAGES)]
        self.regions = [engine.prepare(image) for image in self.images]
        height, width = IMAGE_HW
        spread = np.random.default_rng(0).uniform(0.1, 0.9, (settings.keypoints, 2))
        self.points: NDArray[np.float64] = spread * (width, height)
        self.names = self._new_names()
        self.tokenizer = ClipTokenizer(self.model.config.text_encoder.context_length)
        self.measures: dict[str, Measure | None] = dict.fromkeys(MEASURES)
        self.rates: dict[str, float] = {}
        self.throughput: list[Throughput] = []
        self.memory = Memory(
            weights=sum(p.numel() * p.element_size() for p in self.model.parameters()),
            at_start=memory_at_start,
            model_loaded=peak_memory(),
            peak=0,
            cuda_peak=0,
        )
        self.encode_s = self.text_s = 0.0
        self.encoder_flops = self.text_flops = self.reprompt_flops = 0
        self.folder: FolderRun | None = None
        self._lookups = 0, 0
        self._clicks = self._card_peak = 0

    # stages, in the order they run

    def warm_up(self) -> None:
        """Runs the encoders once, counts their operations, and learns how long things take."""
        for _ in range(2):
            self.encode_s = timed(lambda _: self._encode(self.regions[:1]), 0, self.wait) / 1000
            if self.encode_s > _SLOW_S:  # a second run would only cost time
                break
        pixels = self._pixels(1)
        self.encoder_flops = count_flops(lambda: self.bare(pixels))
        one = self.tokenizer.batch(self._new_names()[:1]).to(self.device)
        self.text_flops = count_flops(lambda: self.model.encode_text(one))

    def measure_encoding(self) -> None:
        """One image: the engine, the bare encoder and the matrix product by turns."""
        pixels = self._pixels(1)
        product, product_flops = matmul_work(self.device, self.dtype)
        product(0)
        works: dict[str, Work] = {
            "engine": lambda _: self._encode(self.regions[:1]),
            "bare": lambda _: self.bare(pixels),
            "matmul": product,
        }
        cost = 2 * self.encode_s + product_flops / 1e11
        times = interleaved(works, self.clock.rounds(cost, 0.15, self._least_rounds, 30), self.wait)
        self.rates[_dtype_name(self.dtype)] = _gflops(product_flops, times["matmul"])
        if self.dtype is not torch.float32:
            single, flops = matmul_work(self.device, torch.float32)
            single(0)
            self.rates["float32"] = _gflops(flops, interleaved({"it": single}, 3, self.wait)["it"])
        self.encode_s = times["engine"].median_ms / 1000
        self.measures["encode"] = Measure(
            times["engine"], times["bare"].median_ms, self._matmul_ms(self.encoder_flops)
        )
        self._add_throughput(1, times["engine"], times["bare"])
        rounds = 3 if self.settings.quick else 10
        prepared = interleaved({"it": lambda i: self.engine.prepare(self._image(i))}, rounds, self.wait)
        self.measures["prepare"] = Measure(prepared["it"])

    def measure_batches(self) -> None:
        """Batches of 2, 4, 8, ... while there is time and memory."""
        batch, until = 2, self.clock.left * 0.8
        while batch <= _LARGEST_BATCH[self.device.type]:
            cost = 2 * batch * self.encode_s
            if cost > self.clock.left - until:
                return
            works = self._batch_works(batch)
            try:
                if self.encode_s < _SLOW_S:  # other shapes, other kernels: they warm up anew
                    interleaved(works, 1, self.wait)
                times = interleaved(works, self.clock.rounds(cost, 0.03, 1, 10), self.wait)
            except torch.cuda.OutOfMemoryError:
                return
            self._add_throughput(batch, times["engine"].per(batch), times["bare"].per(batch))
            batch *= 2

    def measure_texts(self) -> None:
        """Names that nobody has seen: one, and as many as there are keypoints."""
        one_s = timed(lambda _: self.engine.encode_prompt(names=self._new_names()[:1]), 0, self.wait) / 1000
        cost = one_s * (1 + self.settings.keypoints)
        works: dict[str, Work] = {
            "one": lambda _: self.engine.encode_prompt(names=self._new_names()[:1]),
            "new": lambda i: self.engine.encode_prompt(names=self.names if i == 0 else self._new_names()),
        }
        times = interleaved(works, self.clock.rounds(cost, 0.05, 1, 10), self.wait)
        floor = self._matmul_ms(self.text_flops)
        self.text_s = times["new"].median_ms / 1000
        self.measures["text.one"] = Measure(times["one"], matmul_ms=floor)
        self.measures["text.new"] = Measure(times["new"], matmul_ms=floor * self.settings.keypoints)

    def measure_folder(self) -> None:
        """A folder with named keypoints, from memory and from files, by turns with the bare encoder."""
        most = _MOST_IMAGES[self.device.type]
        cost = 3 * self.encode_s
        fits = int(self.clock.left * 0.35 / cost)
        count = self.settings.images or min(max(fits, 2), most)
        with_files = self.settings.images is not None or fits >= 2
        rounds = self.clock.rounds(cost * count, 0.35, 1, 5)
        with tempfile.TemporaryDirectory(prefix="gkdt-benchmark-") as folder:
            paths = _write_files(Path(folder), self.images)

            def from_memory(index: int) -> PreparedRegion:
                return self.engine.prepare(self._image(index))

            def from_files(index: int) -> PreparedRegion:
                return self.engine.prepare(read_image(paths[index % len(paths)]))

            works: dict[str, Work] = {
                "memory": lambda _: self._predict_folder(count, from_memory),
                "bare": lambda _: self._encode_barely(count),
            }
            if with_files:
                works["files"] = lambda _: self._predict_folder(count, from_files)
            times = interleaved(works, rounds, self.wait)
            first_hits, first_misses = self._lookups
            again = timed(lambda _: self._predict_folder(count, from_memory, fresh=False), 0, self.wait)
        hits, misses = self._lookups
        kept = self.engine.cache_stats
        bare_ms = times["bare"].median_ms
        files = times.get("files")
        new_names = self.measures["text.new"]
        self.folder = FolderRun(
            images=count,
            total_ms=times["memory"].median_ms,
            files_total_ms=None if files is None else files.median_ms,
            bare_total_ms=bare_ms,
            new_names_ms=0.0 if new_names is None else new_names.timing.median_ms,
            again_ms=again,
            hits=first_hits + hits,
            misses=first_misses + misses,
            hit_rate_again=hits / count,
            cache_bytes=kept.nbytes,
            cache_capacity=kept.capacity,
        )
        floor = self._matmul_ms(self.encoder_flops)
        self.measures["folder.memory"] = Measure(times["memory"].per(count), bare_ms / count, floor)
        if files is not None:
            self.measures["folder.files"] = Measure(files.per(count), bare_ms / count, floor)
        self.measures["folder.again"] = Measure(Timing((again / count,)))

    def measure_prompts(self) -> None:
        """New prompts on features that are there."""
        query, support = self._features_of(0), self._features_of(1)
        self.engine.features.put(self._key("support"), support)
        known = self.engine.encode_prompt(names=self.names)
        self.reprompt_flops = count_flops(lambda: self._predict_clicked(query))
        works: dict[str, Work] = {
            "visual": lambda _: self._predict_clicked(query),
            "text_known": lambda _: self._predict_named(query, self.names),
            "both": lambda _: self._predict_clicked(query, self.names),
        }
        warm = interleaved(works, 1, self.wait)
        cost = sum(timing.median_ms for timing in warm.values()) / 1000
        times = interleaved(works, self.clock.rounds(cost, 0.05, 5, 40), self.wait)
        for name, timing in times.items():
            floor = self._matmul_ms(self.reprompt_flops) if name == "visual" else None
            self.measures[f"reprompt.{name}"] = Measure(timing, matmul_ms=floor)
        cost = self.text_s / self.settings.keypoints
        new = {"it": lambda _: self._predict_named(query, [*self.names[1:], *self._new_names()[:1]])}
        self.measures["reprompt.text_new"] = Measure(
            interleaved(new, self.clock.rounds(cost, 0.03, 1, 10), self.wait)["it"],
            matmul_ms=self._matmul_ms(self.text_flops),
        )
        if self._fits(6 * self.encode_s):  # four of them are for the first answers, which matter more
            self._measure_new_image(known)
        self._note_memory()

    def measure_answers(self) -> None:
        """First answers, where nothing is kept, by turns with the naive path."""
        naive = NaiveProgram(self.model, self.informed)
        works: dict[str, Work] = {"first": lambda i: self._first_from_clicks(i)}
        if self._fits(4 * self.encode_s):
            works["naive"] = lambda i: self._naive(naive, i, words=False, sight=True)
        times = interleaved(
            works, self.clock.rounds(4 * self.encode_s, 0.35, self._least_rounds, 10), self.wait
        )
        plain = times.get("naive")
        self.measures["first.visual"] = Measure(
            times["first"], naive_ms=None if plain is None else plain.median_ms
        )
        self.measures["naive.visual"] = None if plain is None else Measure(plain)
        self._measure_naive_head(naive)
        cost = 2 * (self.encode_s + self.text_s)
        if self._fits(cost):
            works = {
                "first": lambda i: self._first_from_names(i),
                "naive": lambda i: self._naive(naive, i, words=True, sight=False),
            }
            times = interleaved(works, self.clock.rounds(cost, 0.6, 1, 10), self.wait)
            self.measures["first.text"] = Measure(times["first"], naive_ms=times["naive"].median_ms)
            self.measures["naive.text"] = Measure(times["naive"])
        cost = 2 * self.encode_s + self.text_s
        if self._fits(cost):
            rounds = self.clock.rounds(cost, 0.9, 1, 5)
            both = interleaved(
                {"it": lambda i: self._naive(naive, i, words=True, sight=True)}, rounds, self.wait
            )["it"]
            self.measures["naive.both"] = Measure(both)
        self._compare_with_naive()

    def report(self, random_weights: bool) -> BenchmarkReport:
        """What all the stages found."""
        config, info, folder = self.model.config, self.engine.info, self.folder
        assert folder is not None, "the folder is measured before the report"
        encoder = config.image_encoder
        facts = ModelFacts(
            name=info.model,
            digest=info.digest,
            random_weights=random_weights,
            family=_family(encoder),
            encoder=_encoder_words(encoder, config.channels),
            is_vit_l=isinstance(encoder, DinoV3Config) and (encoder.channels, encoder.depth) == (1024, 24),
            parameters=info.parameters,
            encoder_parameters=sum(p.numel() for p in self.model.image_encoder.parameters()),
            input_size=info.input_size,
            dtype=_dtype_name(self.dtype),
            pad_slots=config.pad_slots,
            batch_size=self.engine.batch_size,
            encoder_gflop=self.encoder_flops / 1e9,
            text_gflop=self.text_flops / 1e9,
            reprompt_gflop=self.reprompt_flops / 1e9,
        )
        machine = this_machine(self.device)
        return BenchmarkReport(
            machine=machine,
            model=facts,
            settings=self.settings,
            matmul_gflops=dict(self.rates),
            measures=dict(self.measures),
            throughput=tuple(self.throughput),
            folder=folder,
            memory=self.memory,
            bars=bars(facts, machine, self.settings, self.measures, self.throughput, folder),
            seconds=time.perf_counter() - self.clock.start,
        )

    # the pieces that are timed

    def _predict_clicked(self, query: ImageFeatures, names: Sequence[str] = ()) -> Prediction:
        self._clicks += 1  # each click is another place: nothing kept of the last one serves it
        prompt = self.engine.encode_prompt(names=names, supports=[self._support(self._clicks, "support")])
        return self.engine.predict(query, prompt)

    def _predict_named(self, query: ImageFeatures, names: Sequence[str]) -> Prediction:
        return self.engine.predict(query, self.engine.encode_prompt(names=names))

    def _first_from_clicks(self, index: int) -> Prediction:
        prompt = self.engine.encode_prompt(supports=[self._support(index, f"first {uuid.uuid4()}")])
        return self.engine.predict(self.engine.encode_image(self._image(index)), prompt)

    def _first_from_names(self, index: int) -> Prediction:
        prompt = self.engine.encode_prompt(names=self._new_names())
        return self.engine.predict(self.engine.encode_image(self._image(index)), prompt)

    def _answer(self, index: int, known: Prompt) -> Prediction:
        return self.engine.predict(self.engine.encode_image(self._image(index)), known)

    def _naive(self, naive: NaiveProgram, index: int, *, words: bool, sight: bool) -> Tensor:
        query = self._normalised([self.engine.prepare(self._image(index))])
        ids = self.tokenizer.batch(self._new_names()).to(self.device) if words else None
        if not sight:
            return naive.answer(query, token_ids=ids)
        region = self.engine.prepare(self._image(index + 1))
        points, marked = self._shot(region)
        return naive.answer(
            query, token_ids=ids, support=self._normalised([region]), points=points, marked=marked
        )

    def _predict_folder(
        self, count: int, source: Callable[[int], PreparedRegion], *, fresh: bool = True
    ) -> None:
        """Keypoints in `count` images; while some are encoded the next are read and prepared."""
        if fresh:
            self.engine.features.clear()
        before = self.engine.cache_stats
        prompt = self.engine.encode_prompt(names=self.names)
        step = self.engine.batch_size
        missing = [i for i in range(count) if self._key(str(i)) not in self.engine.features]
        regions = _ahead(source, missing, depth=2 * step)
        for start in range(0, count, step):
            keys = [self._key(str(i)) for i in range(start, min(start + step, count))]
            found = {key: self.engine.features.get(key) for key in keys}
            absent = [key for key, features in found.items() if features is None]
            made = self._encode([next(regions) for _ in absent]) if absent else []
            for key, features in zip(absent, made, strict=True):
                self.engine.features.put(key, features)
                found[key] = features
            self.engine.predict_many([f for f in found.values() if f is not None], prompt)
        after = self.engine.cache_stats
        self._lookups = after.hits - before.hits, after.misses - before.misses

    def _encode(self, regions: Sequence[PreparedRegion]) -> list[ImageFeatures]:
        made = self.engine.encode_regions(regions)
        if self.device.type == "cuda":  # the engine starts torch's own record of the peak anew each time
            self._card_peak = max(self._card_peak, torch.cuda.max_memory_allocated(self.device))
        return made

    def _encode_barely(self, count: int) -> None:
        step = self.engine.batch_size
        for start in range(0, count, step):
            self.bare(self._pixels(min(step, count - start)))

    # parts of stages

    def _batch_works(self, batch: int) -> dict[str, Work]:
        regions = [self.regions[i % len(self.regions)] for i in range(batch)]
        pixels = self._pixels(batch)
        return {
            "engine": lambda _: self._encode(regions),
            "bare": lambda _: self.bare(pixels),
        }

    def _features_of(self, index: int) -> ImageFeatures:
        """Of one of the images; mostly the folder has left them in the cache."""
        kept = self.engine.features.get(self._key(str(index)))
        return self._encode([self.regions[index]])[0] if kept is None else kept

    def _measure_new_image(self, known: Prompt) -> None:
        rounds = self.clock.rounds(2 * self.encode_s, 0.1, 1, 20)
        pixels = self._pixels(1)
        times = interleaved(
            {"answer": lambda i: self._answer(i, known), "bare": lambda _: self.bare(pixels)},
            rounds,
            self.wait,
        )
        self.measures["answer"] = Measure(
            times["answer"], times["bare"].median_ms, self._matmul_ms(self.encoder_flops)
        )

    def _measure_naive_head(self, naive: NaiveProgram) -> None:
        query, support = self._encode(self.regions[:2])
        points, marked = self._shot(self.regions[1])
        seen = support.features[None].float(), points, marked

        def run(_: int) -> Tensor:
            return naive.heatmaps(query.features[None], None, seen)

        run(0)
        self.measures["naive.head"] = Measure(
            interleaved({"it": run}, 3 if self.settings.quick else 10, self.wait)["it"]
        )

    def _compare_with_naive(self) -> None:
        """Puts the naive path's time beside every answer that it gives as well."""
        for ours, plain in (
            ("reprompt.visual", "naive.visual"),
            ("reprompt.text_known", "naive.text"),
            ("reprompt.text_new", "naive.text"),
            ("reprompt.both", "naive.both"),
            ("answer", "naive.text"),
            ("folder.memory", "naive.text"),
        ):
            measure, naive = self.measures[ours], self.measures[plain]
            if measure is not None and naive is not None:
                self.measures[ours] = replace(measure, naive_ms=naive.timing.median_ms)

    def _note_memory(self) -> None:
        self.memory = replace(self.memory, peak=peak_memory(), cuda_peak=self._card_peak)

    def _add_throughput(self, batch: int, engine: Timing, bare: Timing) -> None:
        floor = self._matmul_ms(self.encoder_flops)
        self.throughput.append(
            Throughput(batch, *(1000 / ms for ms in (engine.median_ms, bare.median_ms, floor)))
        )

    # inputs

    @property
    def _least_rounds(self) -> int:
        """Rounds that cost little are worth a median, whatever the time says."""
        return 3 if self.encode_s < _SLOW_S else 1

    def _image(self, index: int) -> RgbImage:
        return self.images[index % len(self.images)]

    def _key(self, content: str) -> FeatureKey:
        return FeatureKey(f"benchmark {content}", None, self.engine.digest)

    def _support(self, index: int, content: str) -> SupportExample:
        points = self.points.copy()
        points[0] += (0.01 * (index % 1000), 0.02 * (index % 1000))
        return SupportExample(self._image(index + 1), points, digest=f"benchmark {content}")

    def _shot(self, region: PreparedRegion) -> tuple[Tensor, Tensor]:
        """Points (1, N, 2) normalised and their marks (1, N)."""
        points = torch.tensor(region.transform.image_to_norm(self.points)[None], dtype=torch.float32)
        return points.to(self.device), torch.ones(1, len(self.points), device=self.device)

    def _pixels(self, batch: int) -> Tensor:
        """(B, 3, S, S) as the bare encoder takes them, on the device."""
        regions = [self.regions[i % len(self.regions)] for i in range(batch)]
        # the layout of the engine's own batches: with another one convolutions are slower
        layout = torch.contiguous_format if self._is_vit else torch.channels_last
        return self._normalised(regions).to(self.dtype, memory_format=layout)

    def _normalised(self, regions: Sequence[PreparedRegion]) -> Tensor:
        return normalise(torch.from_numpy(np.stack([r.pixels for r in regions])).to(self.device))

    def _new_names(self) -> list[str]:
        """N names that no cache holds, in memory or on disk: some words and a number never seen."""
        return [
            f"{word} part {uuid.uuid4().hex[:6]}" for _, word in zip(self.points, cycle(_WORDS), strict=False)
        ]

    def _matmul_ms(self, flops: int) -> float:
        return flops / self.rates[_dtype_name(self.dtype)] / 1e6

    def _fits(self, cost_s: float) -> bool:
        return self.settings.repeats is not None or cost_s <= self.clock.left


def _family(encoder: ImageEncoderConfig) -> Family:
    if isinstance(encoder, DinoV3Config):
        return "dinov3"
    return "small" if isinstance(encoder, EfficientNetLiteConfig) else "other"


def _encoder_words(encoder: ImageEncoderConfig, channels: int) -> str:
    if isinstance(encoder, DinoV3Config):
        return f"DINOv3 ViT, {channels} channels, {encoder.depth} blocks"
    return f"{type(encoder).__name__.removesuffix('Config')}, {channels} channels"


def _gflops(flops: int, timing: Timing) -> float:
    return flops / timing.median_ms / 1e6


def _dtype_name(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def _picture(seed: int) -> RgbImage:
    """A smooth picture: noise would be slower to read from a file than any photograph."""
    height, width = IMAGE_HW
    coarse = np.random.default_rng(seed).integers(0, 255, (height // 60, width // 60, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))


def _write_files(folder: Path, images: Sequence[RgbImage]) -> list[Path]:
    paths = [folder / f"{index}.jpg" for index in range(len(images))]
    for path, image in zip(paths, images, strict=True):
        Image.fromarray(image).save(path, quality=90)
    return paths


def _ahead(
    source: Callable[[int], PreparedRegion], indexes: Sequence[int], *, depth: int
) -> Iterator[PreparedRegion]:
    """`source` of every index, in order; a thread works up to `depth` of them ahead."""
    with ThreadPoolExecutor(max_workers=1) as reader:
        waiting: deque[Future[PreparedRegion]] = deque()
        for index in indexes:
            waiting.append(reader.submit(source, index))
            if len(waiting) > depth:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
