"""What a benchmark found: durations beside their floors, and the promises held against them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from gkdt_core.inference.measuring import Machine, Timing

IMAGE_HW = (1080, 1920)
"""Size of the images that are measured with, px: a camera's or a video's."""
Family = Literal["dinov3", "small", "other"]
MEASURES: dict[str, str] = {
    "prepare": "prepare an image for the encoder",
    "encode": "encode one image",
    "text.new": "encode the names, all new",
    "text.one": "encode one new name",
    "reprompt.visual": "re-prompt: one click moved",
    "reprompt.text_known": "re-prompt: names known",
    "reprompt.both": "re-prompt: names and one click moved",
    "reprompt.text_new": "re-prompt: one name new",
    "answer": "a new image, names known",
    "first.visual": "first answer, from a marked image",
    "first.text": "first answer, from new names",
    "folder.memory": "folder, names known, an image",
    "folder.files": "folder of JPEG files, an image",
    "folder.again": "the same folder again, an image",
    "naive.visual": "naive: from a marked image",
    "naive.text": "naive: from names",
    "naive.both": "naive: from both",
    "naive.head": "naive: after the encoders only",
}
"""What is measured, by key and in words; all durations are per image or per prompt."""


@dataclass(frozen=True, slots=True)
class BenchmarkSettings:
    """What to measure.

    Attributes:
        keypoints: N of the prompts.
        images: How many images the folder has; None for as many as there is time for.
        repeats: Rounds of everything that is measured by turns; None for as many as there is time for.
        quick: Take about a fifth of the time, with fewer rounds; what does not fit is left out.
    """

    keypoints: int = 17
    images: int | None = None
    repeats: int | None = None
    quick: bool = False


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What was measured.

    Attributes:
        name, digest: Of the model.
        random_weights: Whether the weights mean nothing: then only the times do.
        family: Of the image encoder: a DINOv3 ViT (its bare encoder is that of `transformers`), the small one
            of the bundled model, or another.
        encoder: Kind and size of the image encoder.
        is_vit_l: Whether the image encoder has ViT-L's sizes.
        parameters, encoder_parameters: Number of weights.
        input_size: Side of the input, px.
        dtype: In which it computes.
        pad_slots: Prompt slots each modality is padded to.
        batch_size: How many images the engine encodes at once here.
        encoder_gflop: Operations of one forward of the image encoder, 10^9.
        text_gflop: The same of the text side for one name.
        reprompt_gflop: The same of one re-prompt with a click moved.
    """

    name: str
    digest: str
    random_weights: bool
    family: Family
    encoder: str
    is_vit_l: bool
    parameters: int
    encoder_parameters: int
    input_size: int
    dtype: str
    pad_slots: int
    batch_size: int
    encoder_gflop: float
    text_gflop: float
    reprompt_gflop: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One duration beside its floors.

    Attributes:
        timing: Of the rounds, each for one image or one prompt.
        bare_ms: Median of the bare encoder for the same images, measured by turns with it; None where the
            encoder has no part in it.
        matmul_ms: The counted operations at the measured matrix product rate.
        naive_ms: Median of the naive path for the same answer.
    """

    timing: Timing
    bare_ms: float | None = None
    matmul_ms: float | None = None
    naive_ms: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON, the ratios with them."""
        median = self.timing.median_ms
        return {
            "median_ms": median,
            "min_ms": self.timing.min_ms,
            "runs_ms": list(self.timing.runs_ms),
            "bare_ms": self.bare_ms,
            "over_bare": None if self.bare_ms is None else median / self.bare_ms,
            "matmul_ms": self.matmul_ms,
            "over_matmul": None if self.matmul_ms is None else median / self.matmul_ms,
            "naive_ms": self.naive_ms,
            "times_faster_than_naive": None if self.naive_ms is None else self.naive_ms / median,
        }


@dataclass(frozen=True, slots=True)
class Throughput:
    """Encoding in batches.

    Attributes:
        batch: Images handed over at once; on some devices the engine encodes them one by one.
        images_per_s, bare_images_per_s: Of the engine, and of the bare encoder with this batch.
        matmul_images_per_s: What the matrix product rate would allow.
    """

    batch: int
    images_per_s: float
    bare_images_per_s: float
    matmul_images_per_s: float


@dataclass(frozen=True, slots=True)
class FolderRun:
    """A folder with named keypoints.

    Attributes:
        images: How many.
        total_ms: From the first image to the last prediction, names known.
        files_total_ms: The same from JPEG files; None where it was left out.
        bare_total_ms: The bare encoder for as many images, measured by turns with it.
        new_names_ms: What names that the program never saw add, once.
        again_ms: Another pass over the folder, features kept.
        hits, misses: Of the feature cache in the first pass and the other one together.
        hit_rate_again: Share of the images whose features were still there in the other pass.
        cache_bytes, cache_capacity: What the feature cache holds and may hold.
    """

    images: int
    total_ms: float
    files_total_ms: float | None
    bare_total_ms: float
    new_names_ms: float
    again_ms: float
    hits: int
    misses: int
    hit_rate_again: float
    cache_bytes: int
    cache_capacity: int

    @property
    def over_bare(self) -> float:
        """Total time over (images x bare encoder)."""
        return self.total_ms / self.bare_total_ms

    @property
    def over_bare_with_new_names(self) -> float:
        """The same with names that were never seen."""
        return (self.total_ms + self.new_names_ms) / self.bare_total_ms

    def images_for(self, ratio: float) -> int | None:
        """From how many images on the total with new names is within `ratio` x bare; None for never."""
        spare = (ratio * self.bare_total_ms - self.total_ms) / self.images
        return None if spare <= 0 else max(1, math.ceil(self.new_names_ms / spare))


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes.

    Attributes:
        weights: Of the network.
        at_start: The process's peak before the model was there; 0 where the system does not say.
        model_loaded: Its peak when the model was.
        peak: Its peak after encoding, prompting and a folder.
        cuda_peak: Most that torch ever held on the graphics card up to then; 0 on the CPU.
    """

    weights: int
    at_start: int
    model_loaded: int
    peak: int
    cuda_peak: int

    @property
    def growth(self) -> int:
        """By how much the model and its work made the process grow."""
        return max(0, self.peak - self.at_start)


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that the program promises about its speed.

    Attributes:
        what: In words.
        measured: The number, None where it was not measured.
        limit: What it is held against; None for a line that only tells.
        unit: Of both.
        met: Whether it is kept; None where this model, size or device was not promised anything.
        note: What to know about it.
    """

    what: str
    measured: float | None
    limit: float | None
    unit: str
    met: bool | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BenchmarkReport:
    """Everything that was measured in one run.

    Attributes:
        machine, model, settings: Where, what, and how.
        matmul_gflops: Measured rate of a square matrix product by dtype, 10^9 operations a second.
        measures: One for each of `MEASURES`; None where there was no time for it.
        throughput: By batch, ascending.
        folder, memory: Of the whole run.
        bars: The promises.
        seconds: How long the benchmark took.
    """

    machine: Machine
    model: ModelFacts
    settings: BenchmarkSettings
    matmul_gflops: Mapping[str, float]
    measures: Mapping[str, Measure | None]
    throughput: tuple[Throughput, ...]
    folder: FolderRun
    memory: Memory
    bars: tuple[Bar, ...]
    seconds: float

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        folder = asdict(self.folder)
        folder["over_bare"] = self.folder.over_bare
        folder["over_bare_with_new_names"] = self.folder.over_bare_with_new_names
        return {
            "format": 1,
            "machine": asdict(self.machine),
            "model": asdict(self.model),
            "settings": {**asdict(self.settings), "image_hw": list(IMAGE_HW)},
            "matmul_gflops": dict(self.matmul_gflops),
            "measures": {
                key: None if value is None else value.to_dict() for key, value in self.measures.items()
            },
            "throughput": [asdict(line) for line in self.throughput],
            "folder": folder,
            "memory": {**asdict(self.memory), "growth": self.memory.growth},
            "bars": [asdict(bar) for bar in self.bars],
            "seconds": self.seconds,
        }


def bars(
    model: ModelFacts,
    machine: Machine,
    settings: BenchmarkSettings,
    measures: Mapping[str, Measure | None],
    throughput: Sequence[Throughput],
    folder: FolderRun,
) -> tuple[Bar, ...]:
    """What is promised about this kind of model, and whether it holds here."""

    def median(key: str) -> float | None:
        found = measures[key]
        return None if found is None else found.timing.median_ms

    prompts = [ms for key in _PROMPTS_KEPT if (ms := median(key)) is not None]
    slowest = max(prompts, default=None)
    cores = f"{machine.threads} thread(s)"
    lines = []
    if model.family == "dinov3":
        encode = measures["encode"]
        over = None if encode is None or encode.bare_ms is None else encode.timing.median_ms / encode.bare_ms
        lines.append(_bar("encode / bare transformers encoder", over, 1.15, "x", True, model.dtype))
        asked = model.is_vit_l and model.input_size == 384
        sizes = "" if asked else "promised at ViT-L sizes and 384 px"
        on_cpu = asked and machine.device == "cpu"
        what = f"re-prompt of {settings.keypoints} keypoints, slowest of click, names, both"
        lines.append(_bar(what, slowest, 10, "ms", on_cpu and settings.keypoints == 17, sizes or cores))
        first = median("first.visual")
        share = None if first is None or slowest is None else slowest / first
        lines.append(_bar("re-prompt / first answer", share, 1 / 50, "x", asked, sizes))
        lines.append(
            _bar(
                f"folder of {folder.images}, names known / (images x bare encoder)",
                folder.over_bare,
                1.2,
                "x",
                asked,
                sizes,
            )
        )
        least = folder.images_for(1.2)
        note = "never within 1.2 x" if least is None else f"within 1.2 x from {least} images on"
        ratio = folder.over_bare_with_new_names
        lines.append(Bar(f"folder of {folder.images}, names new", ratio, None, "x", None, note))
    elif model.family == "small":
        asked = machine.device == "cpu" and model.input_size == 384
        note = cores if asked else "promised on a CPU at 384 px: --input-size 384"
        lines.append(_bar("answer on a new image, names known", median("answer"), 80, "ms", asked, note))
        lines.append(_bar("re-prompt, slowest of click, names, both", slowest, 8, "ms", asked, note))
    if machine.device == "cuda":
        lines += _cuda_lines(model, median("naive.text"), throughput)
    return tuple(lines)


_PROMPTS_KEPT = ("reprompt.visual", "reprompt.text_known", "reprompt.both")
"""The prompts that need no encoder; a new name waits for the text side."""


def _bar(what: str, measured: float | None, limit: float, unit: str, asked: bool, note: str) -> Bar:
    met = None if measured is None or not asked else measured <= limit
    return Bar(what, measured, limit, unit, met, note)


def _cuda_lines(model: ModelFacts, naive_ms: float | None, throughput: Sequence[Throughput]) -> list[Bar]:
    best = max(throughput, key=lambda line: line.images_per_s)
    what = f"images/s, {model.dtype}, batch of {best.batch}"
    note = f"{best.images_per_s / best.matmul_images_per_s:.0%} of the matrix product rate"
    lines = [Bar(what, best.images_per_s, None, "1/s", None, note)]
    if naive_ms is not None:
        times = best.images_per_s * naive_ms / 1000
        lines.append(Bar(f"{what} / naive float32 path", times, None, "x", None))
    return lines
