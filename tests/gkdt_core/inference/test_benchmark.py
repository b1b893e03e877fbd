"""A benchmark of tiny models: every number is there and makes sense."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from gkdt_core.inference.benchmark import run_benchmark
from gkdt_core.inference.benchmark_report import (
    MEASURES,
    BenchmarkReport,
    BenchmarkSettings,
    FolderRun,
    Measure,
    ModelFacts,
    Throughput,
    bars,
)
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.measuring import Machine, Timing, peak_memory, this_machine
from gkdt_core.weights import LoadedModel, load_model
from tests.gkdt_core.weights.tiny_models import official_state
from tests.tiny_model import write_tiny_model

CPU = torch.device("cpu")
WITH_BARE = ("encode", "answer", "folder.memory", "folder.files")
WITH_MATMUL = (*WITH_BARE, "text.new", "text.one", "reprompt.visual", "reprompt.text_new")
WITH_NAIVE = (
    "reprompt.visual",
    "reprompt.text_known",
    "reprompt.text_new",
    "reprompt.both",
    "answer",
    "first.visual",
    "first.text",
    "folder.memory",
)


def official_model(folder: Path) -> LoadedModel:
    """A tiny model in the released layout, with a vocabulary for real words and 80 padded slots."""
    state = official_state()
    drawn = torch.randn(49408, 64, generator=torch.Generator().manual_seed(1)) * 0.05
    state["dinov3_text_encoder.backbone.token_embedding.weight"] = drawn
    torch.save({"model": state}, folder / "tiny.best")
    return load_model(folder / "tiny.best", input_size=64)


def run(loaded: LoadedModel, settings: BenchmarkSettings) -> BenchmarkReport:
    return run_benchmark(Engine(loaded, device=CPU), loaded, settings, memory_at_start=peak_memory())


@pytest.fixture(scope="module", params=["official", "small"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BenchmarkReport:
    folder = tmp_path_factory.mktemp("model")
    loaded = (
        official_model(folder) if request.param == "official" else load_model(write_tiny_model(folder / "m"))
    )
    return run(loaded, BenchmarkSettings(keypoints=3, images=5, repeats=2))


def test_every_duration_is_measured_and_positive(report: BenchmarkReport) -> None:
    assert list(report.measures) == list(MEASURES)
    for key, measure in report.measures.items():
        assert measure is not None, key
        assert 0 < measure.timing.min_ms <= measure.timing.median_ms, key


def test_durations_stand_beside_positive_floors(report: BenchmarkReport) -> None:
    values = report.to_dict()["measures"]
    assert all(rate > 0 for rate in report.matmul_gflops.values())
    for keys, name in ((WITH_BARE, "bare_ms"), (WITH_MATMUL, "matmul_ms"), (WITH_NAIVE, "naive_ms")):
        for key in keys:
            assert values[key][name] > 0, (key, name)
    encode = values["encode"]
    assert encode["over_bare"] == pytest.approx(encode["median_ms"] / encode["bare_ms"])
    assert encode["matmul_ms"] == pytest.approx(
        report.model.encoder_gflop / report.matmul_gflops["float32"] * 1000
    )
    again = values["reprompt.visual"]
    assert again["times_faster_than_naive"] == pytest.approx(again["naive_ms"] / again["median_ms"])


def test_the_report_is_json_with_every_part(report: BenchmarkReport) -> None:
    values = json.loads(json.dumps(report.to_dict()))
    assert list(values) == [
        "format",
        "machine",
        "model",
        "settings",
        "matmul_gflops",
        "measures",
        "throughput",
        "folder",
        "memory",
        "bars",
        "seconds",
    ]
    assert values["settings"]["keypoints"] == 3
    assert values["model"]["encoder_gflop"] > 0
    assert values["model"]["text_gflop"] > 0
    assert values["model"]["reprompt_gflop"] > 0
    assert values["memory"]["weights"] > 0
    assert values["memory"]["growth"] >= 0


def test_batches_double_from_one(report: BenchmarkReport) -> None:
    batches = [line.batch for line in report.throughput]
    assert batches == [2**power for power in range(len(batches))]
    for line in report.throughput:
        assert min(line.images_per_s, line.bare_images_per_s, line.matmul_images_per_s) > 0


def test_the_second_pass_over_the_folder_finds_every_image_in_the_cache(report: BenchmarkReport) -> None:
    folder = report.folder
    assert folder.images == 5
    assert folder.hit_rate_again == 1.0
    assert (folder.hits, folder.misses) == (5, 5)
    assert 0 < folder.cache_bytes <= folder.cache_capacity
    assert folder.total_ms > 0
    assert folder.again_ms > 0
    assert folder.files_total_ms is not None


def test_the_released_layout_is_measured_with_its_padded_slots(tmp_path: Path) -> None:
    report = run(official_model(tmp_path), BenchmarkSettings(keypoints=2, images=1, repeats=1))
    assert (report.model.family, report.model.pad_slots, report.model.input_size) == ("dinov3", 80, 64)
    assert any("transformers" in bar.what and bar.met is not None for bar in report.bars)


def machine(threads: int = 2, device: str = "cpu") -> Machine:
    return Machine("cpu", 2, threads, "Linux", "3.11", "2.13", "5.0", device, "name", 0)


def facts(family: str, *, input_size: int = 384, is_vit_l: bool = False) -> ModelFacts:
    return ModelFacts(
        "m",
        "d",
        True,
        family,
        "words",
        is_vit_l,
        1,
        1,
        input_size,
        "float32",
        80,
        1,
        1.0,
        1.0,
        1.0,  # type: ignore[arg-type]
    )


def folder_run(total_ms: float = 1100.0) -> FolderRun:
    return FolderRun(10, total_ms, None, 1000.0, 500.0, 50.0, 10, 10, 1.0, 1, 2)


def measures(**ms: float) -> dict[str, Measure | None]:
    found: dict[str, Measure | None] = dict.fromkeys(MEASURES)
    for key, value in ms.items():
        found[key.replace("__", ".")] = Measure(Timing((value,)), bare_ms=100.0)
    return found


def verdicts(model: ModelFacts, found: dict[str, Measure | None], folder: FolderRun) -> list[bool | None]:
    speed = (Throughput(1, 1.0, 1.0, 2.0),)
    return [bar.met for bar in bars(model, machine(), BenchmarkSettings(), found, speed, folder)]


def test_bars_of_vit_l_sizes_are_met_or_not() -> None:
    good = measures(
        encode=114, reprompt__visual=9, reprompt__text_known=5, reprompt__both=8, first__visual=450
    )
    assert verdicts(facts("dinov3", is_vit_l=True), good, folder_run(1190)) == [True, True, True, True, None]
    bad = measures(
        encode=116, reprompt__visual=9, reprompt__text_known=5, reprompt__both=11, first__visual=500
    )
    assert verdicts(facts("dinov3", is_vit_l=True), bad, folder_run(1210)) == [
        False,
        False,
        False,
        False,
        None,
    ]


def test_other_sizes_than_vit_l_are_promised_the_encoder_s_speed_only() -> None:
    found = measures(encode=114, reprompt__visual=9, first__visual=450)
    assert verdicts(facts("dinov3"), found, folder_run()) == [True, None, None, None, None]


def test_the_small_model_s_bars_are_asked_at_384_px() -> None:
    found = measures(answer=79, reprompt__visual=7, reprompt__both=9)
    assert verdicts(facts("small"), found, folder_run()) == [True, False]
    assert verdicts(facts("small", input_size=256), found, folder_run()) == [None, None]


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert verdicts(facts("small"), measures(), folder_run()) == [None, None]


def test_a_graphics_card_s_images_a_second_stand_beside_the_naive_path_and_the_floor() -> None:
    speed = (Throughput(1, 50.0, 60.0, 100.0), Throughput(2, 80.0, 90.0, 100.0))
    found = bars(
        facts("dinov3", is_vit_l=True),
        machine(device="cuda"),
        BenchmarkSettings(),
        measures(naive__text=500),
        speed,
        folder_run(),
    )
    told = [bar for bar in found if "images/s" in bar.what]
    assert [bar.measured for bar in told] == [80.0, 40.0]
    assert "80%" in told[0].note
    assert all(bar.met is None for bar in told)


def test_a_folder_says_from_how_many_images_on_new_names_are_within_the_bar() -> None:
    folder = folder_run(1100)  # 10 images: 10 ms of each bare 100 ms are to spare below 1.2 x
    assert folder.over_bare == pytest.approx(1.1)
    assert folder.over_bare_with_new_names == pytest.approx(1.6)
    assert folder.images_for(1.2) == 50
    assert folder_run(1300).images_for(1.2) is None


def test_this_machine_is_the_one_in_the_report(report: BenchmarkReport) -> None:
    assert report.machine == this_machine(CPU)
