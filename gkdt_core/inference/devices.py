"""Where the model runs: the device by name, its words for people, its failures as errors."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator

import torch

from gkdt_core.inference.batches import (
    BatchSize,
    DeviceError,
    DeviceLostError,
    memory_error,
    out_of_memory,
)

_DEVICES = ("cpu", "cuda")
_CUDA_FIRST, _CUDA_LARGEST = 4, 64
"""Images in the first batch on a card, whose need is measured, and in the largest."""
_LOST_WORDS = ("CUDA", "cuDNN", "CUDNN", "cuBLAS", "CUBLAS", "CUSOLVER", "cuSOLVER", "HIP error", "MIOpen")


def choose_device(name: str) -> torch.device:
    """The device called `name`; "auto" is CUDA where it works, else the CPU.

    Raises:
        DeviceError: The name is unknown, or the computer has no such device.
    """
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceError(f'"{name}" is not a device.', hint="Choose auto, cpu or cuda.") from error
    if device.type not in _DEVICES:
        raise DeviceError(f'The device "{name}" is not supported.', hint="Choose auto, cpu or cuda.")
    if device.type == "cuda":
        if not torch.cuda.is_available():
            why = "this torch is built without it" if torch.version.cuda is None else "no card answers"
            raise DeviceError(f"CUDA cannot be used here: {why}.", hint="Choose auto or cpu.")
        if (device.index or 0) >= torch.cuda.device_count():
            raise DeviceError(
                f'There is no device "{name}": the computer has {torch.cuda.device_count()} CUDA card(s).',
                hint="Count from cuda:0.",
            )
    return device


def device_words(device: torch.device) -> str:
    """What runs the model, for people."""
    if device.type == "cuda":
        return f"{device} ({torch.cuda.get_device_name(device)})"
    return f"{device} ({platform.machine()}, {torch.get_num_threads()} threads)"


def batch_size_for(device: torch.device) -> BatchSize:
    """How many images are encoded at once, unless a person says a number."""
    if device.type == "cuda":
        return BatchSize(_CUDA_FIRST, largest=_CUDA_LARGEST)
    # on two CPU cores a batch gained nothing, it delayed the first result
    return BatchSize(1)


@contextlib.contextmanager
def memory_watched(device: torch.device, sizes: BatchSize, count: int) -> Iterator[None]:
    """Tells `sizes` what a batch of `count` images took, where the device can say it."""
    if device.type != "cuda":
        yield
        sizes.went_well(count, taken=0, free=0)
        return
    before = torch.cuda.memory_allocated(device)
    torch.cuda.reset_peak_memory_stats(device)
    yield
    taken = torch.cuda.max_memory_allocated(device) - before
    # what torch keeps in reserve is free to it, though the driver counts it as used
    free = torch.cuda.mem_get_info(device)[0] + torch.cuda.memory_reserved(device) - before
    sizes.went_well(count, taken=taken, free=free)


@contextlib.contextmanager
def device_errors() -> Iterator[None]:
    """Turns what torch raises for a lost or full device into an error for people.

    Raises:
        DeviceMemoryError: The device is full.
        DeviceLostError: It stopped working; `Engine.on_cpu` goes on without it.
    """
    try:
        yield
    except RuntimeError as error:
        problem = device_problem(error)
        if problem is None:
            raise
        raise problem from error


def device_problem(error: RuntimeError) -> DeviceError | None:
    """The trouble with a device that torch means by `error`; None where it means something else."""
    if isinstance(error, NotImplementedError):  # an operation that a device lacks names the device as well
        return None
    if out_of_memory(error):
        return memory_error(error)
    # torch before 2.8 has no class of its own for a lost card; its texts name CUDA or one of its libraries
    lost = getattr(torch, "AcceleratorError", None)
    text = str(error)
    if not (lost is not None and isinstance(error, lost)) and not any(word in text for word in _LOST_WORDS):
        return None
    said = text.splitlines()[0] if text else type(error).__name__
    return DeviceLostError(
        f"The graphics card stopped working: {said}",
        hint="Start the program again, or choose the CPU (--device cpu).",
    )
