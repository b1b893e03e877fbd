"""Which precision is chosen for what a device can do, and that it stays inside the encoders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from gkdt_core.errors import ModelFileError
from gkdt_core.inference import precision
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.precision import (
    WORTHWHILE,
    Capabilities,
    Precision,
    automatic_words,
    capabilities_of,
    choose_dtype,
    dtype_words,
    is_convolutional,
    measured_bf16_gain,
)
from gkdt_core.model.dinov3 import DinoV3Config, DinoV3Encoder
from gkdt_core.weights import load_model
from tests.tiny_model import write_tiny_model

PLAIN_CPU = Capabilities("cpu", bf16=False)
BF16_CPU = Capabilities("cpu", bf16=True)
AMPERE = Capabilities("cuda", bf16=True, compute=(8, 0))
TURING = Capabilities("cuda", bf16=False, compute=(7, 5))
PASCAL = Capabilities("cuda", bf16=False, compute=(6, 1))


def never() -> float:
    raise AssertionError("measured where the answer does not matter")


def gain(value: float) -> Callable[[], float]:
    return lambda: value


def chosen(
    wanted: str, device: Capabilities, *, convolutional: bool = False, bf16_gain: Callable[[], float] = never
) -> torch.dtype:
    return choose_dtype(wanted, device, convolutional=convolutional, bf16_gain=bf16_gain)


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def picture(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (60, 90, 3), dtype=np.uint8)


@pytest.mark.parametrize("device", [PLAIN_CPU, BF16_CPU, AMPERE, TURING, PASCAL])
def test_what_a_person_asks_for_is_done(device: Capabilities) -> None:
    assert chosen("fp32", device) is torch.float32
    assert chosen("bf16", device) is torch.bfloat16
    assert chosen("fp16", device) is torch.float16


def test_a_cpu_computes_in_bf16_only_where_it_is_measured_to_be_faster() -> None:
    assert chosen("auto", PLAIN_CPU) is torch.float32
    assert chosen("auto", BF16_CPU, bf16_gain=gain(WORTHWHILE + 0.1)) is torch.bfloat16
    assert chosen("auto", BF16_CPU, bf16_gain=gain(WORTHWHILE - 0.1)) is torch.float32
    assert chosen("auto", BF16_CPU, convolutional=True) is torch.float32


def test_a_card_computes_in_the_best_half_precision_it_has() -> None:
    assert chosen("auto", AMPERE) is torch.bfloat16
    assert chosen("auto", AMPERE, convolutional=True) is torch.bfloat16
    assert chosen("auto", TURING) is torch.float16
    assert chosen("auto", PASCAL) is torch.float32


def test_a_precision_that_costs_time_is_called_slower() -> None:
    assert dtype_words(torch.float32, PLAIN_CPU) == "float32"
    assert dtype_words(torch.bfloat16, BF16_CPU) == "bfloat16"
    assert dtype_words(torch.bfloat16, AMPERE) == "bfloat16"
    assert dtype_words(torch.float16, TURING) == "float16"
    assert "slower" in dtype_words(torch.bfloat16, PLAIN_CPU)
    assert "slower" in dtype_words(torch.float16, BF16_CPU)
    assert "slower" in dtype_words(torch.bfloat16, TURING)


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(ValueError, match="int8"):
        Precision("int8")


@pytest.mark.parametrize(
    ("flags", "has"),
    [
        ({"avx2", "fma"}, False),
        ({"avx512f", "avx512_bf16"}, True),
        ({"amx_bf16"}, True),
        ({"asimd", "bf16"}, True),
        (set(), False),
    ],
)
def test_the_cpus_flags_say_whether_it_has_bf16(flags: set[str], has: bool) -> None:
    assert precision._flags_name_bf16(frozenset(flags)) is has


def test_this_computer_can_be_asked_what_it_does() -> None:
    found = capabilities_of(torch.device("cpu"))
    assert (found.kind, found.compute) == ("cpu", None)


def test_the_gain_of_bf16_is_measured_once() -> None:
    measured_bf16_gain.cache_clear()
    first = measured_bf16_gain()
    assert first > 0
    assert measured_bf16_gain() == first
    assert measured_bf16_gain.cache_info().misses == 1


def test_encoders_of_convolutions_are_told_from_vits(model_dir: Path) -> None:
    assert is_convolutional(load_model(model_dir).model.image_encoder)
    assert not is_convolutional(DinoV3Encoder(DinoV3Config(channels=16, depth=1, heads=2, mlp_width=32)))


@pytest.mark.parametrize("wanted", ["bf16", "fp16"])
def test_half_precision_stays_inside_the_encoder(wanted: str, model_dir: Path) -> None:
    exact, half = (Engine.load(model_dir, device="cpu", precision=p) for p in ("fp32", wanted))
    assert half.info.dtype.startswith({"bf16": "bfloat16", "fp16": "float16"}[wanted])
    one, other = exact.encode_image(picture(0)), half.encode_image(picture(0))
    assert other.features.dtype is torch.float32
    difference = (one.features - other.features).norm(dim=0) / one.features.norm(dim=0)
    assert 0 < float(difference.max()) < 0.1
    prompt = half.encode_prompt(names=("nose", "tail"))
    assert prompt.text is not None
    assert prompt.text.dtype is torch.float32
    assert np.isfinite(half.predict(other, prompt).keypoints).all()


def test_what_is_kept_of_one_precision_is_not_taken_for_anothers(model_dir: Path) -> None:
    engines = [Engine.load(model_dir, device="cpu", precision=p) for p in ("fp32", "bf16", "fp16")]
    assert len({engine.digest for engine in engines}) == 3
    assert len({engine.info.digest for engine in engines}) == 1


def test_full_precision_is_the_plain_path(model_dir: Path) -> None:
    engine = Engine.load(model_dir, device="cpu", precision="fp32")
    plain = load_model(model_dir).model
    region = engine.prepare(picture(3))
    pixels = torch.from_numpy(region.pixels.copy())[None].permute(0, 3, 1, 2).contiguous().float() / 255
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)))
    with torch.inference_mode():
        wanted = plain.encode_image((pixels - mean) / std)[0]
    features = engine.encode_regions([region])[0].features
    # another layout sums in another order
    assert float(((features - wanted).norm(dim=0) / wanted.norm(dim=0)).max()) < 1e-5


def test_a_vit_keeps_its_frequencies_in_half_precision() -> None:
    encoder = DinoV3Encoder(DinoV3Config(channels=16, depth=1, heads=2, mlp_width=32))
    before = encoder.rope_periods.clone()
    encoder.to(torch.bfloat16)
    torch.testing.assert_close(encoder.rope_periods, before, atol=0, rtol=0)
    made = encoder(torch.zeros(1, 3, 32, 32))
    assert made.dtype is torch.bfloat16


def test_numbers_too_large_for_fp16_are_named(model_dir: Path) -> None:
    loaded = load_model(model_dir)
    out = loaded.model.image_encoder.out
    assert isinstance(out, nn.Conv2d)
    with torch.no_grad():
        out.weight *= 1e6
    engine = Engine(loaded, device=torch.device("cpu"), precision="fp16")
    with pytest.raises(ModelFileError, match="too large for float16") as caught:
        engine.encode_image(picture(0))
    assert "fp32" in caught.value.hint


@pytest.mark.parametrize("wanted", ["auto", "fp32"])
def test_tf32_is_never_turned_on(wanted: str, model_dir: Path) -> None:
    before = torch.get_float32_matmul_precision(), torch.backends.cuda.matmul.allow_tf32
    Engine.load(model_dir, precision=wanted).encode_image(picture(0))
    assert (torch.get_float32_matmul_precision(), torch.backends.cuda.matmul.allow_tf32) == before
    assert before == ("highest", False)


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
@pytest.mark.parametrize("wanted", ["auto", "fp32", "bf16", "fp16"])
def test_a_card_agrees_with_the_cpu_in_every_precision(wanted: str, model_dir: Path) -> None:
    exact = Engine.load(model_dir, device="cpu", precision="fp32")
    card = Engine.load(model_dir, device="cuda", precision=wanted)
    one = exact.encode_image(picture(0)).features
    other = card.encode_image(picture(0)).features.cpu()
    difference = (one - other).norm(dim=0) / one.norm(dim=0)
    assert float(difference.max()) < (1e-3 if card.info.dtype == "float32" else 0.1)
    prompt = card.encode_prompt(names=("nose", "tail"))
    assert np.isfinite(card.predict(card.encode_image(picture(0)), prompt).keypoints).all()


def test_what_auto_means_here_is_said_in_words() -> None:
    words = automatic_words(torch.device("cpu"))
    able = capabilities_of(torch.device("cpu"))
    assert words.startswith("bfloat16 measured") if able.bf16 else words == "float32"


def test_attention_of_a_vit_never_makes_the_whole_matrix() -> None:
    encoder = DinoV3Encoder(DinoV3Config(channels=16, depth=2, heads=2, mlp_width=32)).eval()
    with torch.inference_mode(), torch.profiler.profile() as profile:
        encoder(torch.zeros(1, 3, 64, 64))
    calls = {event.key: event.count for event in profile.key_averages()}
    assert calls["aten::scaled_dot_product_attention"] == 2
    assert "aten::softmax" not in calls
