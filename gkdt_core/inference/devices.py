"""Where the model runs: the device by name, its words for people, its failures as errors."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator

import torch

from gkdt_core.inference.batches import DeviceError

BATCH_SIZE = {"cpu": 1, "cuda": 32}
"""Images encoded at once. On two CPU cores a batch gained nothing, it delayed the first result."""


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
    if device.type not in BATCH_SIZE:
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


@contextlib.contextmanager
def device_errors() -> Iterator[None]:
    """Turns what torch raises for a lost or full device into an error for people."""
    try:
        yield
    except torch.cuda.OutOfMemoryError as error:
        raise DeviceError(
            "The graphics card has too little free memory.",
            hint="Close other programs that use it, or choose the CPU (--device cpu).",
        ) from error
    except RuntimeError as error:
        # torch has no class of its own for a lost card in all versions we support; its texts name CUDA
        if "CUDA" not in str(error):
            raise
        raise DeviceError(
            f"The graphics card stopped working: {str(error).splitlines()[0]}",
            hint="Start the program again, or choose the CPU (--device cpu).",
        ) from error
