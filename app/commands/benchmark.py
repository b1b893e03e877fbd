"""`gkdt benchmark`: how fast the model answers here, beside what is possible and what is plain."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.console import note, say
from gkdt_core.errors import GkdtError
from gkdt_core.weights.locate import BUNDLED

if TYPE_CHECKING:
    from gkdt_core.inference.benchmark_report import Bar, BenchmarkReport, Measure
    from gkdt_core.inference.engine import Engine
    from gkdt_core.weights import LoadedModel

_SIZES = ("S", "B", "L", "H")
_STDOUT = "-"
_STAGES = ("warm-up", "one image", "batches", "names", "folder", "prompts", "first answers, naive path")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt benchmark`."""
    which = parser.add_mutually_exclusive_group()
    # no default here: argparse would not see that `--model bundled --sizes S` asks for two things
    which.add_argument("--model", help='"bundled" (default), a model folder, or an official .best file')
    which.add_argument(
        "--sizes",
        choices=_SIZES,
        help="instead of a model: random weights in the layout of the released GKDT-S, B, L or H",
    )
    parser.add_argument(
        "--stored",
        choices=("fp32", "fp16"),
        default="fp32",
        help="as what the random weights of --sizes are stored: from float16 a re-prompt is faster",
    )
    parser.add_argument("--device", default="auto", help="auto (default), cpu, cuda or cuda:N")
    parser.add_argument(
        "--precision",
        default="auto",
        choices=("auto", "fp32", "bf16", "fp16"),
        help="in which the encoders compute; auto (default) takes the fastest that the device does well",
    )
    parser.add_argument("--input-size", type=int, metavar="PX", help="side of the model's input")
    parser.add_argument(
        "--keypoints", type=_positive, default=17, metavar="N", help="of each prompt (default 17)"
    )
    parser.add_argument(
        "--images", type=_positive, metavar="N", help="in the folder (default: as there is time)"
    )
    parser.add_argument(
        "--repeats", type=_positive, metavar="N", help="of every comparison (default: as there is time)"
    )
    parser.add_argument("--quick", action="store_true", help="about a fifth of the time, fewer repeats")
    parser.add_argument("--json", metavar="FILE", help='also write every number here; "-" for stdout')


def run(options: argparse.Namespace) -> int:
    """Measures and says what was found; 0 also where a bar is not met."""
    if options.json not in (None, _STDOUT) and not Path(options.json).resolve().parent.is_dir():
        raise GkdtError(f"{options.json}: its folder does not exist.", hint="Make it, or write elsewhere.")
    from gkdt_core.inference.benchmark import run_benchmark
    from gkdt_core.inference.benchmark_report import BenchmarkSettings
    from gkdt_core.inference.measuring import peak_memory

    memory = peak_memory()
    options.model = options.model or BUNDLED
    random = f"random weights of size {options.sizes}, stored as {options.stored}"
    note(f"loading {options.model if options.sizes is None else random}")
    engine, loaded = _load(options)
    settings = BenchmarkSettings(options.keypoints, options.images, options.repeats, options.quick)
    report = run_benchmark(
        engine,
        loaded,
        settings,
        random_weights=options.sizes is not None,
        memory_at_start=memory,
        checkpoint=_stages(),
    )
    _write_table(report, note if options.json == _STDOUT else say)
    if options.json is not None:
        text = json.dumps(report.to_dict(), indent=2)
        if options.json == _STDOUT:
            say(text)
        else:
            _write_file(Path(options.json), text + "\n")
    return 0


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def _load(options: argparse.Namespace) -> tuple[Engine, LoadedModel]:
    import torch

    from gkdt_core.inference.devices import choose_device
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.random_model import random_model
    from gkdt_core.weights import load_model

    device = choose_device(options.device)
    if options.sizes is not None:
        stored = torch.float16 if options.stored == "fp16" else torch.float32
        loaded = random_model(options.sizes, input_size=options.input_size, stored=stored)
    else:
        loaded = load_model(options.model, device=device, input_size=options.input_size)
    return Engine(loaded, device=device, precision=options.precision), loaded


def _stages() -> Callable[[float], None]:
    """Says each stage as it begins."""
    start = time.monotonic()

    def say_stage(share: float) -> None:
        number = round(share * len(_STAGES))
        if number < len(_STAGES):
            note(f"{number + 1}/{len(_STAGES)} {_STAGES[number]}, after {time.monotonic() - start:.0f} s")

    return say_stage


def _write_file(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise GkdtError(
            f"{path} cannot be written: {error.strerror or error}", hint="Choose another file."
        ) from error


def _write_table(report: BenchmarkReport, out: Callable[[str], None]) -> None:
    for line in (*_heading(report), "", *_durations(report), "", *_rest(report), "", *_bars(report)):
        out(line)


def _heading(report: BenchmarkReport) -> list[str]:
    model, machine = report.model, report.machine
    random = ", random weights in the released layout" if model.random_weights else ""
    rates = ", ".join(f"{rate:,.0f} GFLOP/s in {dtype}" for dtype, rate in report.matmul_gflops.items())
    device = f"{machine.device_name}, {machine.threads} of {machine.cores} cores"
    if machine.device != "cpu":
        device = f"{machine.device_name} ({_bytes(machine.device_memory)}); {machine.processor}"
    return [
        f"model      {model.name}{random}: {model.parameters / 1e6:,.0f} M weights",
        f"encoder    {model.encoder}: {model.encoder_parameters / 1e6:,.0f} M weights, "
        f"{model.encoder_gflop:,.1f} GFLOP an image",
        f"works in   {model.input_size} px, {model.dtype}, batches of {model.batch_size}, "
        f"{report.settings.keypoints} keypoints in {model.pad_slots or 'no'} padded slots",
        f"machine    {device}; {machine.platform}",
        f"software   Python {machine.python}, torch {machine.torch}, transformers {machine.transformers}",
        f"products   {rates}",
    ]


def _durations(report: BenchmarkReport) -> list[str]:
    from gkdt_core.inference.benchmark_report import MEASURES

    titles = ("median ms", "min ms", "runs", "x bare", "x matmul", "naive ms", "faster")
    lines = [f"{'':<42}" + "".join(f"{title:>10}" for title in titles)]
    for key, words in MEASURES.items():
        measure = report.measures[key]
        lines.append(f"{words:<42}" + ("  no time for it" if measure is None else _cells(measure)))
    return lines


def _cells(measure: Measure) -> str:
    values: dict[str, Any] = measure.to_dict()
    naive = values["naive_ms"]
    cells = (
        f"{values['median_ms']:,.1f}",
        f"{values['min_ms']:,.1f}",
        f"{len(values['runs_ms'])}",
        _times(values["over_bare"]),
        _times(values["over_matmul"]),
        "" if naive is None else f"{naive:,.0f}",
        "" if naive is None else f"{values['times_faster_than_naive']:,.1f} x",
    )
    return "".join(f"{cell:>10}" for cell in cells)


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:,.2f}"


def _rest(report: BenchmarkReport) -> list[str]:
    lines = [f"{'images/s by batch':<22}{'engine':>10}{'bare':>10}{'matmul':>10}"]
    for line in report.throughput:
        rates = (line.images_per_s, line.bare_images_per_s, line.matmul_images_per_s)
        lines.append(f"{line.batch:<22}" + "".join(f"{rate:>10.2f}" for rate in rates))
    folder, memory = report.folder, report.memory
    files = "" if folder.files_total_ms is None else f", {folder.files_total_ms / 1000:.2f} s from files"
    lines += [
        "",
        f"folder     {folder.images} images in {folder.total_ms / 1000:.2f} s{files}; the bare encoder alone "
        f"{folder.bare_total_ms / 1000:.2f} s; new names add {folder.new_names_ms / 1000:.2f} s once",
        f"again      {folder.again_ms / 1000:.2f} s, {folder.hit_rate_again:.0%} found in the feature cache "
        f"({folder.hits} hits, {folder.misses} misses in both passes; {_bytes(folder.cache_bytes)} of "
        f"{_bytes(folder.cache_capacity)})",
    ]
    if memory.peak:
        lines.append(
            f"memory     the process grew by {_bytes(memory.growth)} to {_bytes(memory.peak)}; "
            f"weights {_bytes(memory.weights)}"
        )
    if memory.cuda_peak:
        lines.append(f"card       at most {_bytes(memory.cuda_peak)} held")
    lines.append(f"took       {report.seconds:.0f} s")
    return lines


def _bars(report: BenchmarkReport) -> list[str]:
    return [_bar_line(bar) for bar in report.bars]


def _bar_line(bar: Bar) -> str:
    measured = "not measured" if bar.measured is None else f"{_number(bar.measured)} {bar.unit}"
    limit = "" if bar.limit is None else f", bar {_number(bar.limit)} {bar.unit}"
    verdict = "" if bar.met is None else ", met" if bar.met else ", NOT met"
    return f"bar: {bar.what}: {measured}{limit}{verdict}" + (f" ({bar.note})" if bar.note else "")


def _number(value: float) -> str:
    return f"{value:,.4f}" if value < 0.1 else f"{value:,.2f}"


def _bytes(count: int) -> str:
    return f"{count / 2**30:.2f} GiB" if count >= 2**30 else f"{count / 2**20:.0f} MiB"
