"""What torch says when a device fails, and what becomes of the work."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from gkdt_core.inference.batches import DeviceError, DeviceLostError, DeviceMemoryError
from gkdt_core.inference.devices import batch_size_for, device_errors, device_problem
from gkdt_core.inference.engine import Engine
from gkdt_core.weights import load_model
from tests.tiny_model import write_tiny_model

NAMES = ("left eye", "nose", "tail")


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def picture(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (60, 90, 3), dtype=np.uint8)


class BreakingCard(nn.Module):
    """Stands for a card's driver below an encoder: torch's error from the `breaks`-th call on."""

    def __init__(self, encoder: nn.Module, breaks: int, error: Exception) -> None:
        super().__init__()
        self.encoder, self.breaks, self.error = encoder, breaks, error
        self.calls = 0

    def forward(self, pixels: Tensor) -> Tensor:
        self.calls += 1
        if self.calls >= self.breaks:
            raise self.error
        features: Tensor = self.encoder(pixels)
        return features


def breaking_engine(model_dir: Path, breaks: int, error: Exception) -> Engine:
    loaded = load_model(model_dir)
    loaded.model.image_encoder = BreakingCard(loaded.model.image_encoder, breaks, error)
    return Engine(loaded, device=torch.device("cpu"), again=lambda: Engine.load(model_dir, device="cpu"))


LOST = [
    RuntimeError("CUDA error: an illegal memory access was encountered\nCUDA kernel errors might be"),
    RuntimeError("CUDA error: unspecified launch failure"),
    RuntimeError("CUDA error: device-side assert triggered"),
    RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"),
    RuntimeError("CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm( handle, ...)`"),
    RuntimeError("No CUDA GPUs are available"),
    RuntimeError("CUDA driver error: unknown error"),
]
FULL = [
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB."),
    RuntimeError("CUDA error: out of memory"),
    RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
]
OTHER = [
    RuntimeError("mat1 and mat2 shapes cannot be multiplied (1x2 and 3x4)"),
    RuntimeError(
        "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!"
    ),
    NotImplementedError("Could not run 'aten::x' with arguments from the 'CUDA' backend."),
]


@pytest.mark.parametrize("error", LOST, ids=str)
def test_a_lost_card_is_recognised(error: RuntimeError) -> None:
    problem = device_problem(error)
    assert isinstance(problem, DeviceLostError)
    assert str(error).splitlines()[0] in problem.message
    assert "\n" not in problem.message
    assert "--device cpu" in problem.hint


@pytest.mark.parametrize("error", FULL, ids=str)
def test_a_full_card_is_not_a_lost_one(error: RuntimeError) -> None:
    assert isinstance(device_problem(error), DeviceMemoryError)


@pytest.mark.parametrize("error", OTHER, ids=str)
def test_mistakes_of_the_program_are_left_as_they_are(error: RuntimeError) -> None:
    assert device_problem(error) is None
    with pytest.raises(type(error), match="^" + str(error)[:20].replace("(", r"\(")), device_errors():
        raise error


def test_torchs_own_class_for_lost_cards_counts_whatever_it_says() -> None:
    lost = getattr(torch, "AcceleratorError", None)
    if lost is None:
        pytest.skip("this torch is older than the class")
    assert isinstance(device_problem(lost("the card is gone")), DeviceLostError)


def test_a_computer_without_memory_is_not_called_a_card() -> None:
    error = RuntimeError("[enforce fail at alloc_cpu.cpp:121] . DefaultCPUAllocator: can't allocate memory")
    problem = device_problem(error)
    assert type(problem) is DeviceError
    assert "computer" in problem.message


def test_a_lost_card_is_an_error_and_the_engine_goes_on_on_the_cpu(model_dir: Path) -> None:
    engine = breaking_engine(model_dir, breaks=3, error=LOST[0])
    prompt = engine.encode_prompt(names=NAMES)
    first = engine.predict(engine.encode_image(picture(0)), prompt)
    engine.encode_image(picture(1))
    with pytest.raises(DeviceLostError, match="illegal memory access"):
        engine.encode_image(picture(2))
    spare = engine.on_cpu()
    assert spare.device == torch.device("cpu")
    assert spare.info.digest == engine.info.digest
    assert spare.features is not engine.features  # what the card held is lost
    again = spare.predict(spare.encode_image(picture(0)), spare.encode_prompt(names=NAMES))
    np.testing.assert_array_equal(again.keypoints, first.keypoints)
    assert np.isfinite(spare.predict(spare.encode_image(picture(2)), prompt).keypoints).all()


def test_a_batch_that_is_too_large_for_the_card_goes_in_halves(model_dir: Path) -> None:
    class SmallCard(BreakingCard):
        def forward(self, pixels: Tensor) -> Tensor:
            if len(pixels) > 2:
                raise self.error
            features: Tensor = self.encoder(pixels)
            return features

    loaded = load_model(model_dir)
    loaded.model.image_encoder = SmallCard(loaded.model.image_encoder, 0, FULL[0])
    engine = Engine(loaded, device=torch.device("cpu"))
    engine.batch_size = 16
    features = engine.encode_images([(picture(seed), None) for seed in range(11)])
    assert len(features) == 11
    assert engine.batch_size == 2
    alone = Engine.load(model_dir, device="cpu").encode_image(picture(7))
    torch.testing.assert_close(features[7].features, alone.features, atol=1e-5, rtol=1e-5)


def test_the_engine_on_the_cpu_keeps_how_it_was_asked_for(model_dir: Path) -> None:
    engine = Engine.load(model_dir, device="cpu", decode="argmax", input_size=96, precision="fp32")
    spare = engine.on_cpu()
    assert (spare.info.input_size, spare.info.dtype) == (96, "float32")
    prompt = spare.encode_prompt(names=NAMES)
    points = spare.predict(spare.encode_image(picture(0)), prompt).keypoints
    wanted = engine.predict(engine.encode_image(picture(0)), prompt).keypoints
    np.testing.assert_array_equal(points, wanted)


def test_half_precision_of_a_card_is_not_taken_to_the_cpu(model_dir: Path) -> None:
    engine = Engine.load(model_dir, device="cpu", precision="fp16")
    assert "float16" in engine.info.dtype
    assert engine.on_cpu().info.dtype == "float32"


def test_an_engine_from_memory_cannot_be_loaded_anew(model_dir: Path) -> None:
    engine = Engine(load_model(model_dir), device=torch.device("cpu"))
    with pytest.raises(DeviceError, match="from memory"):
        engine.on_cpu()


def test_a_cpu_encodes_one_image_at_a_time() -> None:
    assert batch_size_for(torch.device("cpu")).size == 1


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_a_card_takes_larger_batches_once_it_knows_their_need(model_dir: Path) -> None:
    engine = Engine.load(model_dir, device="cuda")
    first = engine.batch_size
    engine.encode_images([(picture(seed), None) for seed in range(64)])
    assert engine.batch_size > first
